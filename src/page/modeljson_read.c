/*
 * The model back from its JSON.  What people wrote is taken; grades, statuses
 * and all else that is computed are left to be computed again.  Members of
 * another type than ours are as if they were not there.
 */
#include "modeljson.h"

#include <assert.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include "modeljson_p.h"

enum {
	OBJECTIVES_MAX = 100 * 1000,
	KEY_RESULTS_MAX = 10 * 1000, /* of one objective */
	HEAD_BYTES = 64,             /* which say that it is a model */
};

/* --- names of enums --- */

static const char *level_at(int i)
{
	return level_name((enum level)i);
}

static const char *type_at(int i)
{
	return okr_type_name((enum okr_type)i);
}

static const char *state_at(int i)
{
	return state_name((enum state)i);
}

static const char *outcome_at(int i)
{
	return outcome_name((enum outcome)i);
}

static const char *health_at(int i)
{
	return health_name((enum health)i);
}

static const char *kind_at(int i)
{
	return kind_name((enum kind)i);
}

static const char *direction_at(int i)
{
	return direction_name((enum direction)i);
}

static const char *comparator_at(int i)
{
	return comparator_name((enum comparator)i);
}

/* --- key results --- */

/* Who writes none has 1, which is printed. */
static const struct decimal *no_weight(const struct decimal *weight)
{
	static const struct decimal ONE = {1, 0};

	return weight && decimal_cmp(*weight, ONE) == 0 ? NULL : weight;
}

#define AT(name) offsetof(struct key_result, name)

static const struct field OF_KEY_RESULT[] = {
	{"id", FIELD_TEXT, AT(id)},
	{"number", FIELD_TEXT, AT(number)},
	{"text", FIELD_TEXT, AT(text)},
	{"owner", FIELD_TEXT, AT(owner)},
	{"verb", FIELD_TEXT, AT(verb)},
	{"measure", FIELD_TEXT, AT(measure)},
	{"stated_status", FIELD_TEXT, AT(stated_status)},
	{"current_date", FIELD_DATE, AT(current_date)},
	{"result_date", FIELD_DATE, AT(result_date)},
	{"due", FIELD_DATE, AT(due)},
	{"stated_grade", FIELD_DECIMAL, AT(stated_grade)},
	{"confidence", FIELD_DECIMAL, AT(confidence)},
	{"weight", FIELD_DECIMAL, AT(weight)},
	{"baseline", FIELD_QUANTITY, AT(baseline)},
	{"target", FIELD_QUANTITY, AT(target)},
	{"current", FIELD_QUANTITY, AT(current)},
	{"kind_written", FIELD_BOOL, AT(kind_written)},
	{"checked", FIELD_BOOL, AT(checked)},
	{"line", FIELD_INT, AT(line)},
	{"notes", FIELD_TEXTS, AT(notes)},
	{"blockers", FIELD_TEXTS, AT(blockers)},
	{"asks", FIELD_TEXTS, AT(asks)},
	{"risks", FIELD_TEXTS, AT(risks)},
	{"mitigations", FIELD_TEXTS, AT(mitigations)},
};

#undef AT

/* Lists and objects; false for none of them. */
static bool take_part(struct reader *r, struct str key, struct key_result *kr)
{
	if (str_is(key, "result"))
		modeljson_result(r, &kr->result);
	else if (str_is(key, "frozen"))
		modeljson_frozen(r, &kr->frozen);
	else if (str_is(key, "links"))
		modeljson_links(r, &kr->links);
	else if (str_is(key, "tasks"))
		modeljson_tasks(r, kr);
	else if (str_is(key, "readings") && pull_array(r->p))
		while (pull_next(r->p))
			modeljson_reading(r, &kr->readings);
	else if (str_is(key, "milestones") && pull_array(r->p))
		while (pull_next(r->p))
			modeljson_milestone(r, &kr->milestones);
	else
		return str_is(key, "readings") || str_is(key, "milestones");
	return true;
}

static void take_key_result(struct reader *r, struct objective *o)
{
	struct key_result unused = {.id = ""}, *kr = &unused;
	struct str key;

	if (!pull_object(r->p))
		return;
	if (o->key_results.n < KEY_RESULTS_MAX)
		kr = objective_add_key_result(r->a, o);
	while (pull_key(r->p, &key))
		if (modeljson_field(r, OF_KEY_RESULT, COUNT_OF(OF_KEY_RESULT),
			    key, kr) ||
			take_part(r, key, kr))
			continue;
		else if (str_is(key, "kind"))
			kr->kind = (enum kind)modeljson_name(
				r, kind_at, KIND_STATED, KIND_NONE);
		else if (str_is(key, "direction"))
			kr->direction = (enum direction)modeljson_name(r,
				direction_at, DIRECTION_BINARY, DIRECTION_NONE);
		else if (str_is(key, "comparator"))
			kr->comparator = (enum comparator)modeljson_name(
				r, comparator_at, CMP_BY, CMP_NONE);
		else if (str_is(key, "health"))
			kr->health = (enum health)modeljson_name(
				r, health_at, HEALTH_AT_RISK, HEALTH_NONE);
		else
			pull_skip(r->p);
	if (!kr->kind_written)
		kr->kind = KIND_NONE;
	kr->weight = no_weight(kr->weight);
}

/* --- objectives --- */

#define AT(name) offsetof(struct objective, name)

static const struct field OF_OBJECTIVE[] = {
	{"id", FIELD_TEXT, AT(id)},
	{"number", FIELD_TEXT, AT(number)},
	{"title", FIELD_TEXT, AT(title)},
	{"section", FIELD_TEXT, AT(section)},
	{"owner", FIELD_TEXT, AT(owner)},
	{"dri", FIELD_TEXT, AT(dri)},
	{"team", FIELD_TEXT, AT(team)},
	{"region", FIELD_TEXT, AT(region)},
	{"priority", FIELD_TEXT, AT(priority)},
	{"ladders_up_to", FIELD_TEXT, AT(ladders_up_to)},
	{"confidence", FIELD_DECIMAL, AT(confidence)},
	{"weight", FIELD_DECIMAL, AT(weight)},
	{"stated_grade", FIELD_DECIMAL, AT(stated_grade)},
	{"dependencies", FIELD_TEXTS, AT(dependencies)},
	{"initiatives", FIELD_TEXTS, AT(initiatives)},
	{"notes", FIELD_TEXTS, AT(notes)},
	{"blockers", FIELD_TEXTS, AT(blockers)},
	{"asks", FIELD_TEXTS, AT(asks)},
	{"risks", FIELD_TEXTS, AT(risks)},
	{"mitigations", FIELD_TEXTS, AT(mitigations)},
	{"labels", FIELD_TEXTS, AT(labels)},
	{"created", FIELD_DATE, AT(created)},
	{"updated", FIELD_DATE, AT(updated)},
	{"closed", FIELD_DATE, AT(closed)},
	{"last_check_in", FIELD_DATE, AT(last_check_in)},
};

#undef AT

static void take_source(struct reader *r, struct source *out)
{
	struct str key;

	if (!pull_object(r->p))
		return;
	while (pull_key(r->p, &key))
		if (str_is(key, "file"))
			modeljson_text(r, &out->file);
		else if (str_is(key, "url"))
			modeljson_text(r, &out->url);
		else if (str_is(key, "line"))
			modeljson_int(r, &out->line);
		else
			pull_skip(r->p);
}

static bool take_standing(struct reader *r, struct str key, struct objective *o)
{
	if (str_is(key, "level"))
		o->level = (enum level)modeljson_name(
			r, level_at, LEVEL_NONE, LEVEL_NONE);
	else if (str_is(key, "type"))
		o->type = (enum okr_type)modeljson_name(
			r, type_at, TYPE_ASPIRATIONAL, TYPE_NONE);
	else if (str_is(key, "state"))
		o->state = (enum state)modeljson_name(
			r, state_at, STATE_CLOSED, STATE_NONE);
	else if (str_is(key, "outcome"))
		o->outcome = (enum outcome)modeljson_name(
			r, outcome_at, OUTCOME_CARRIED_OVER, OUTCOME_NONE);
	else if (str_is(key, "health"))
		o->health = (enum health)modeljson_name(
			r, health_at, HEALTH_AT_RISK, HEALTH_NONE);
	else
		return false;
	return true;
}

static bool take_object(struct reader *r, struct str key, struct objective *o)
{
	if (str_is(key, "result"))
		modeljson_result(r, &o->result);
	else if (str_is(key, "frozen"))
		modeljson_frozen(r, &o->frozen);
	else if (str_is(key, "links"))
		modeljson_links(r, &o->links);
	else if (str_is(key, "period"))
		modeljson_period(r, &o->period);
	else if (str_is(key, "source"))
		take_source(r, &o->source);
	else
		return false;
	return true;
}

static void take_moves(struct reader *r, struct objective *o)
{
	o->has_moves = pull_array(r->p);
	while (o->has_moves && pull_next(r->p))
		modeljson_move(r, &o->moves);
}

static void take_key_results(struct reader *r, struct objective *o)
{
	if (pull_array(r->p))
		while (pull_next(r->p))
			take_key_result(r, o);
}

static void take_objective(struct reader *r)
{
	struct above above = {"", "", {NULL, 0, 0}};
	struct objective *o;
	struct str key;

	if (r->m->objectives.n >= OBJECTIVES_MAX || !pull_object(r->p)) {
		pull_skip(r->p);
		return;
	}
	o = model_add_objective(r->a, r->m);
	while (pull_key(r->p, &key))
		if (modeljson_field(
			    r, OF_OBJECTIVE, COUNT_OF(OF_OBJECTIVE), key, o) ||
			take_standing(r, key, o) || take_object(r, key, o))
			continue;
		else if (str_is(key, "parent"))
			modeljson_text(r, &above.parent);
		else if (str_is(key, "parent_key_result"))
			modeljson_text(r, &above.key_result);
		else if (str_is(key, "parents"))
			modeljson_texts(r, &above.parents);
		else if (str_is(key, "moves"))
			take_moves(r, o);
		else if (str_is(key, "key_results"))
			take_key_results(r, o);
		else
			pull_skip(r->p);
	o->weight = no_weight(o->weight);
	*vec_add(r->a, &r->aboves) = above;
}

static void take_objectives(struct reader *r)
{
	if (pull_array(r->p))
		while (pull_next(r->p))
			take_objective(r);
}

/* --- parents, when all are read --- */

struct named {
	const char *id;
	int index;
};

static int compare_named(const void *vx, const void *vy)
{
	const struct named *x = vx, *y = vy;

	return strcmp(x->id, y->id);
}

static int key_result_of(const struct objective *o, const char *id)
{
	for (size_t k = 0; k < o->key_results.n && *id; k++)
		if (strcmp(o->key_results.v[k].id, id) == 0)
			return (int)k;
	return NO_INDEX;
}

/* The index of the objective with that id, but for its own; NO_INDEX. */
static int find_named(
	const struct named *names, size_t n, const char *id, int own)
{
	const struct named want = {id, 0};
	const struct named *found =
		bsearch(&want, names, n, sizeof(*names), compare_named);

	return id[0] && found && found->index != own ? found->index : NO_INDEX;
}

static void set_parents(struct reader *r)
{
	struct objectives *all = &r->m->objectives;
	size_t n = all->n - r->first;
	struct named *names = ARENA_ARRAY(r->a, struct named, n + 1);

	for (size_t i = 0; i < n; i++)
		names[i] = (struct named){
			all->v[r->first + i].id, (int)(r->first + i)};
	qsort(names, n, sizeof(*names), compare_named);
	for (size_t i = 0; i < n; i++) {
		const struct above *above = &r->aboves.v[i];
		int own = (int)(r->first + i);
		struct objective *o = &all->v[own];

		o->parent = find_named(names, n, above->parent, own);
		if (o->parent != NO_INDEX)
			o->parent_kr = key_result_of(
				&all->v[o->parent], above->key_result);
		for (size_t k = 0; k < above->parents.n; k++) {
			int up = find_named(names, n, above->parents.v[k], own);

			if (up != NO_INDEX)
				*vec_add(r->a, &o->parents) = up;
		}
	}
}

bool modeljson_is(struct str text)
{
	struct str head = str_sub(str_trim_left(text), 0, HEAD_BYTES);

	return str_starts(head, "{") &&
	       str_find(head, STR("\"schema\"")) != STR_NONE;
}

int modeljson_read(struct arena *a, struct str text, const char *name,
	struct model *m, struct err *err)
{
	struct pull p;
	struct reader r = {.a = a, .p = &p, .m = m, .first = m->objectives.n};
	struct str key;

	assert(name && m);
	pull_init(&p, text, a);
	if (!pull_object(&p))
		return pull_finish(&p, name, err);
	while (pull_key(&p, &key))
		if (str_is(key, "period") && !r.first)
			modeljson_period(&r, &m->period);
		else if (str_is(key, "objectives"))
			take_objectives(&r);
		else
			pull_skip(&p);
	if (pull_finish(&p, name, err))
		return -1;
	if (m->objectives.n > r.first)
		set_parents(&r);
	return 0;
}
