/*
 * The model's own bookkeeping: new elements with no holes in them, and the
 * one table of names for each enum.
 */
#include "model.h"

#include <assert.h>

#include "attr.h"

void model_init(struct model *m)
{
	*m = (struct model){.period = {.name = ""}, .signal = ""};
}

struct objective *model_add_objective(struct arena *a, struct model *m)
{
	struct objective *o = vec_add(a, &m->objectives);

	*o = (struct objective){.id = "",
		.number = "",
		.title = "",
		.section = "",
		.level = LEVEL_NONE,
		.owner = "",
		.dri = "",
		.team = "",
		.region = "",
		.priority = "",
		.ladders_up_to = "",
		.parent = NO_INDEX,
		.parent_kr = NO_INDEX,
		.result = {.text = ""},
		.period = {.name = ""},
		.source = {.file = "", .url = ""},
		.formula = "",
		.band = "",
		.caveat = ""};
	return o;
}

struct key_result *objective_add_key_result(
	struct arena *a, struct objective *o)
{
	struct key_result *kr = vec_add(a, &o->key_results);

	*kr = (struct key_result){.id = "",
		.number = "",
		.text = "",
		.owner = "",
		.verb = "",
		.measure = "",
		.stated_status = "",
		.result = {.text = ""},
		.period = {.name = ""},
		.formula = "",
		.caveat = ""};
	return kr;
}

/* The name at index i of a table that has n of them. */
static const char *name(const char *const *names, size_t n, int i)
{
	assert(i >= 0 && (size_t)i < n && names[i]);
	return names[i];
}

const char *level_name(enum level l)
{
	static const char *const NAMES[] = {
		[LEVEL_COMPANY] = "company",
		[LEVEL_DEPARTMENT] = "department",
		[LEVEL_GROUP] = "group",
		[LEVEL_INDIVIDUAL] = "individual",
		[LEVEL_NONE] = "",
	};

	static_assert(
		COUNT_OF(NAMES) == LEVEL_NONE + 1, "each level has a name");
	return name(NAMES, COUNT_OF(NAMES), (int)l);
}

const char *okr_type_name(enum okr_type t)
{
	static const char *const NAMES[] = {
		[TYPE_NONE] = "",
		[TYPE_COMMITTED] = "committed",
		[TYPE_ASPIRATIONAL] = "aspirational",
	};

	static_assert(COUNT_OF(NAMES) == TYPE_ASPIRATIONAL + 1,
		"each type has a name");
	return name(NAMES, COUNT_OF(NAMES), (int)t);
}

const char *state_name(enum state s)
{
	static const char *const NAMES[] = {
		[STATE_NONE] = "",
		[STATE_DRAFT] = "draft",
		[STATE_REVIEW] = "review",
		[STATE_ACTIVE] = "active",
		[STATE_CLOSED] = "closed",
	};

	static_assert(
		COUNT_OF(NAMES) == STATE_CLOSED + 1, "each state has a name");
	return name(NAMES, COUNT_OF(NAMES), (int)s);
}

const char *outcome_name(enum outcome o)
{
	static const char *const NAMES[] = {
		[OUTCOME_NONE] = "",
		[OUTCOME_ACHIEVED] = "achieved",
		[OUTCOME_MISSED] = "missed",
		[OUTCOME_CANCELLED] = "cancelled",
		[OUTCOME_CARRIED_OVER] = "carried over",
	};

	static_assert(COUNT_OF(NAMES) == OUTCOME_CARRIED_OVER + 1,
		"each outcome has a name");
	return name(NAMES, COUNT_OF(NAMES), (int)o);
}

const char *health_name(enum health h)
{
	static const char *const NAMES[] = {
		[HEALTH_NONE] = "",
		[HEALTH_ON_TRACK] = "on track",
		[HEALTH_NEEDS_ATTENTION] = "needs attention",
		[HEALTH_AT_RISK] = "at risk",
	};

	static_assert(COUNT_OF(NAMES) == HEALTH_AT_RISK + 1,
		"each health has a name");
	return name(NAMES, COUNT_OF(NAMES), (int)h);
}

const char *kind_name(enum kind k)
{
	static const char *const NAMES[] = {
		[KIND_NONE] = "none",
		[KIND_FROM_TO] = "from_to",
		[KIND_COUNT] = "count",
		[KIND_KEEP_ABOVE] = "keep_above",
		[KIND_KEEP_BELOW] = "keep_below",
		[KIND_YES_NO] = "yes_no",
		[KIND_MILESTONES] = "milestones",
		[KIND_PERCENT] = "percent",
		[KIND_TASKS] = "tasks",
		[KIND_STATED] = "stated",
	};

	static_assert(
		COUNT_OF(NAMES) == KIND_STATED + 1, "each kind has a name");
	return name(NAMES, COUNT_OF(NAMES), (int)k);
}

const char *direction_name(enum direction d)
{
	static const char *const NAMES[] = {
		[DIRECTION_NONE] = "",
		[DIRECTION_INCREASE] = "increase",
		[DIRECTION_DECREASE] = "decrease",
		[DIRECTION_REACH] = "reach",
		[DIRECTION_BINARY] = "binary",
	};

	static_assert(COUNT_OF(NAMES) == DIRECTION_BINARY + 1,
		"each direction has a name");
	return name(NAMES, COUNT_OF(NAMES), (int)d);
}

const char *result_kind_name(enum result_kind r)
{
	static const char *const NAMES[] = {
		[RESULT_NONE] = "",
		[RESULT_PERCENT] = "percent",
		[RESULT_DONE] = "done",
		[RESULT_WIP] = "wip",
		[RESULT_BLOCKED] = "blocked",
		[RESULT_DEFERRED] = "deferred",
		[RESULT_NOT_STARTED] = "not_started",
		[RESULT_NA] = "na",
		[RESULT_MISSED] = "missed",
		[RESULT_NOTE] = "note",
	};

	static_assert(COUNT_OF(NAMES) == RESULT_NOTE + 1,
		"each kind of result has a name");
	return name(NAMES, COUNT_OF(NAMES), (int)r);
}

const char *grade_source_name(enum grade_source s)
{
	static const char *const NAMES[] = {
		[SOURCE_NONE] = "none",
		[SOURCE_COMPUTED] = "computed",
		[SOURCE_RESULT] = "result",
		[SOURCE_TASKS] = "tasks",
		[SOURCE_STATED] = "stated",
		[SOURCE_FROZEN] = "frozen",
	};

	static_assert(
		COUNT_OF(NAMES) == SOURCE_FROZEN + 1, "each source has a name");
	return name(NAMES, COUNT_OF(NAMES), (int)s);
}

const char *status_name(enum status s)
{
	static const char *const NAMES[] = {
		[STATUS_NONE] = "",
		[STATUS_DONE] = "done",
		[STATUS_AHEAD] = "ahead",
		[STATUS_ON_TRACK] = "on track",
		[STATUS_BEHIND] = "behind",
		[STATUS_AT_RISK] = "at risk",
		[STATUS_STALE] = "stale",
	};

	static_assert(
		COUNT_OF(NAMES) == STATUS_STALE + 1, "each status has a name");
	return name(NAMES, COUNT_OF(NAMES), (int)s);
}
