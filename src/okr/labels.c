/*
 * The label schemes.  One table of rules; a label may stand in several rows.
 */
#include "labels_p.h"

#include <assert.h>

#include "attr.h"

#define STATE(label, value) \
	{ \
		label, SENSE_STATE, STATE_##value \
	}
#define OUTCOME(label, value) \
	STATE(label, CLOSED), \
	{ \
		label, SENSE_OUTCOME, OUTCOME_##value \
	}
#define HEALTH(label, value) \
	{ \
		label, SENSE_HEALTH, HEALTH_##value \
	}
#define LEVEL(label, value) \
	{ \
		label, SENSE_LEVEL, LEVEL_##value \
	}
#define TYPE(label, value) \
	{ \
		label, SENSE_TYPE, TYPE_##value \
	}
#define TEXT(label, sense) \
	{ \
		label, SENSE_##sense, 0 \
	}

static const struct label_rule RULES[] = {
	STATE("okr::draft", DRAFT),
	STATE("okr::proposed", DRAFT),
	STATE("okr::review", REVIEW),
	STATE("okr::active", ACTIVE),
	STATE("okr::closed", CLOSED),
	OUTCOME("okr::achieved", ACHIEVED),
	OUTCOME("okr::missed", MISSED),
	OUTCOME("okr::cancelled", CANCELLED),
	OUTCOME("okr::canceled", CANCELLED),
	OUTCOME("okr::carried over", CARRIED_OVER),
	TEXT("okr::objective", OBJECTIVE),
	TEXT("okr::key result", KEY_RESULT),
	TEXT("okr::kr", KEY_RESULT),
	TEXT("okr::ignore", IGNORE),

	STATE("Draft", DRAFT),
	STATE("In Draft", DRAFT),
	STATE("Proposed", DRAFT),
	STATE("Review", REVIEW),
	STATE("In Review", REVIEW),
	STATE("Under Review", REVIEW),
	STATE("Active", ACTIVE),
	STATE("In Progress", ACTIVE),
	STATE("Closed", CLOSED),
	OUTCOME("Achieved", ACHIEVED),
	OUTCOME("Missed", MISSED),
	OUTCOME("Not Achieved", MISSED),
	OUTCOME("Cancelled", CANCELLED),
	OUTCOME("Canceled", CANCELLED),
	OUTCOME("Carried Over", CARRIED_OVER),
	HEALTH("On Track", ON_TRACK),
	HEALTH("Needs Attention", NEEDS_ATTENTION),
	HEALTH("At Risk", AT_RISK),
	TYPE("Committed", COMMITTED),
	TYPE("Aspirational", ASPIRATIONAL),
	TEXT("Objective", OBJECTIVE),
	TEXT("Key Result", KEY_RESULT),
	TEXT("P0", PRIORITY),
	TEXT("P1", PRIORITY),
	TEXT("P2", PRIORITY),
	TEXT("P3", PRIORITY),

	STATE("state::draft", DRAFT),
	STATE("state::review", REVIEW),
	STATE("state::active", ACTIVE),
	STATE("state::closed", CLOSED),
	HEALTH("health::on track", ON_TRACK),
	HEALTH("health::green", ON_TRACK),
	HEALTH("health::needs attention", NEEDS_ATTENTION),
	HEALTH("health::yellow", NEEDS_ATTENTION),
	HEALTH("health::amber", NEEDS_ATTENTION),
	HEALTH("health::at risk", AT_RISK),
	HEALTH("health::red", AT_RISK),
	LEVEL("level::company", COMPANY),
	LEVEL("level::department", DEPARTMENT),
	LEVEL("level::group", GROUP),
	LEVEL("level::team", GROUP),
	LEVEL("level::individual", INDIVIDUAL),
	TYPE("type::committed", COMMITTED),
	TYPE("type::aspirational", ASPIRATIONAL),
	TYPE("type::stretch", ASPIRATIONAL),
	TEXT("type::objective", OBJECTIVE),
	TEXT("type::key result", KEY_RESULT),
	TEXT("type::kr", KEY_RESULT),
	TEXT("priority::*", PRIORITY),
	TEXT("team::*", TEAM),
	TEXT("region::*", REGION),

	STATE("CS-Status::Proposed", DRAFT),
	STATE("CS-Status::Not Started", ACTIVE),
	STATE("CS-Status::On Track", ACTIVE),
	HEALTH("CS-Status::On Track", ON_TRACK),
	STATE("CS-Status::Watchpoint", ACTIVE),
	HEALTH("CS-Status::Watchpoint", NEEDS_ATTENTION),
	STATE("CS-Status::Concern", ACTIVE),
	HEALTH("CS-Status::Concern", AT_RISK),
	STATE("CS-Status::On Hold", ACTIVE),
	HEALTH("CS-Status::On Hold", NEEDS_ATTENTION),
	STATE("CS-Status::Ready for Review", REVIEW),
	OUTCOME("CS-Status::Closed Success", ACHIEVED),
	OUTCOME("CS-Status::Closed Not A Priority", CANCELLED),
	TEXT("CS-Priority::*", PRIORITY),
	TEXT("CS-Region::*", REGION),
	TEXT("CS-Team::*", TEAM),
};

/* Scopes in which a value that no rule knows is probably a typing mistake. */
static const char *const OUR_SCOPES[] = {"okr::", "CS-Status::"};

/* Ours without a meaning for the OKR itself. */
static const char *const OUR_SIGNS[] = {"okr::no-reminder"};

enum { N_SENSES = SENSE_IGNORE + 1 };

/* What one sense of the objective is, as far as its labels are read. */
struct said {
	bool set;
	int value;
	struct str text;
	const char *label; /* that says so */
	const char *other; /* that says something else; NULL: none */
};

const struct label_rule *label_rules_builtin(size_t *n)
{
	*n = COUNT_OF(RULES);
	return RULES;
}

static char fold(char c)
{
	return c == '-' || c == '_' ? ' ' : str_lower(c);
}

/* Is the name the rule's?  rest is the text behind a prefix, else all. */
static bool matches(const char *rule, const char *name, struct str *rest)
{
	size_t i = 0;

	while (rule[i] && rule[i] != '*' && fold(rule[i]) == fold(name[i]))
		i++;
	if (rule[i] == '*' && !rule[i + 1]) {
		*rest = str_trim(str_of(name + i));
		return rest->n > 0;
	}
	*rest = str_of(name);
	return !rule[i] && !name[i];
}

/* Does the second meaning go before the first?  See labels_apply(). */
static bool is_stronger(enum label_sense sense, const struct said *said,
	int value, struct str text)
{
	assert(said->set);
	switch (sense) {
	case SENSE_OUTCOME:
	case SENSE_HEALTH:
		return value > said->value;
	case SENSE_STATE:
	case SENSE_LEVEL:
	case SENSE_TYPE:
		return value < said->value;
	default:
		return str_cmp(text, said->text) < 0;
	}
}

static bool is_text(enum label_sense sense)
{
	return sense == SENSE_PRIORITY || sense == SENSE_TEAM ||
	       sense == SENSE_REGION;
}

/* Adds what one label says in one sense. */
static void say(struct said *said, enum label_sense sense, const char *label,
	int value, struct str text)
{
	assert(label && (size_t)sense < N_SENSES);
	if (!said->set) {
		*said = (struct said){true, value, text, label, NULL};
		return;
	}
	if (is_text(sense) ? str_eq(text, said->text) : value == said->value)
		return;
	said->other = label;
	if (is_stronger(sense, said, value, text))
		*said = (struct said){true, value, text, label, said->label};
}

/* Adds what one label says by these rules; false if they do not know it. word
 * is the part of it that is looked up. */
static bool apply_rules(const struct label_rule *rules, size_t n,
	const char *label, const char *word, struct said said[N_SENSES])
{
	const struct label_rule *last[N_SENSES] = {NULL};
	struct str rests[N_SENSES], rest;
	bool known = false;
	char first = fold(word[0]);

	for (size_t i = 0; i < n; i++) {
		enum label_sense sense = rules[i].sense;

		assert(sense <= SENSE_IGNORE);
		/* The first letter settles most of them. */
		if (fold(rules[i].label[0]) != first &&
			rules[i].label[0] != '*')
			continue;
		if (!matches(rules[i].label, word, &rest))
			continue;
		last[sense] = &rules[i];
		rests[sense] = rest;
		known = true;
	}
	for (int s = 0; s < N_SENSES; s++)
		if (last[s])
			say(&said[s], (enum label_sense)s, label,
				last[s]->value, rests[s]);
	return known;
}

/* The text behind a scope that speaks of the state: "Workflow::Draft" is
 * "Draft".  Boards are often made of such lists. */
const char *label_behind_scope(const char *label)
{
	static const char *const SCOPES[] = {
		"status", "state", "stage", "phase", "lifecycle", "workflow"};
	struct str scope = str_of(label);
	size_t at = str_find(scope, STR("::"));

	if (at == STR_NONE)
		return NULL;
	scope = str_sub(scope, 0, at);
	for (size_t i = 0; i < COUNT_OF(SCOPES); i++)
		if (str_iends(scope, SCOPES[i]))
			return label + at + 2;
	return NULL;
}

static bool apply_label(const struct label_map *map, const char *label,
	struct said said[N_SENSES])
{
	const char *word;

	if (map && apply_rules(map->v, map->n, label, label, said))
		return true;
	if (apply_rules(RULES, COUNT_OF(RULES), label, label, said))
		return true;
	word = label_behind_scope(label);
	return word && apply_rules(RULES, COUNT_OF(RULES), label, word, said);
}

bool labels_have(const struct label_map *map, const struct texts *labels,
	enum label_sense sense)
{
	struct said said[N_SENSES] = {{false}};

	assert((size_t)sense < N_SENSES);
	for (size_t i = 0; i < labels->n; i++)
		apply_label(map, labels->v[i], said);
	return said[sense].set;
}

static void report_contradictions(struct arena *a, const struct said *said,
	const struct objective *o, struct findings *findings)
{
	static const char *const NAMES[SENSE_KEY_RESULT] = {
		[SENSE_STATE] = "state",
		[SENSE_OUTCOME] = "outcome",
		[SENSE_HEALTH] = "health",
		[SENSE_LEVEL] = "level",
		[SENSE_TYPE] = "type",
		[SENSE_PRIORITY] = "priority",
		[SENSE_TEAM] = "team",
		[SENSE_REGION] = "region",
	};

	for (size_t s = 0; s < COUNT_OF(NAMES); s++)
		if (said[s].other)
			finding_add(a, findings, "labels-disagree",
				SEVERITY_WARNING, o->source.file, o->source.url,
				0,
				"the labels '%s' and '%s' differ about the "
				"%s; '%s' counts, remove the other one",
				said[s].label, said[s].other, NAMES[s],
				said[s].label);
}

static void report_unknown(struct arena *a, const char *label,
	const struct objective *o, struct findings *findings)
{
	for (size_t i = 0; i < COUNT_OF(OUR_SIGNS); i++)
		if (str_iis(str_of(label), OUR_SIGNS[i]))
			return;
	for (size_t i = 0; i < COUNT_OF(OUR_SCOPES); i++)
		if (str_istarts(str_of(label), OUR_SCOPES[i]))
			finding_add(a, findings, "label-unknown",
				SEVERITY_WARNING, o->source.file, o->source.url,
				0,
				"the label '%s' has no meaning; correct it, or "
				"give it one in the config",
				label);
}

static void set_text(
	struct arena *a, const char **field, const struct said *said)
{
	if (said->set)
		*field = arena_text(a, said->text);
}

void labels_apply(struct arena *a, const struct label_map *map,
	struct objective *o, struct findings *findings)
{
	struct said said[N_SENSES] = {{false}};

	for (size_t i = 0; i < o->labels.n; i++)
		if (!apply_label(map, o->labels.v[i], said))
			report_unknown(a, o->labels.v[i], o, findings);
	if (said[SENSE_STATE].set)
		o->state = (enum state)said[SENSE_STATE].value;
	if (said[SENSE_OUTCOME].set)
		o->outcome = (enum outcome)said[SENSE_OUTCOME].value;
	if (said[SENSE_HEALTH].set)
		o->health = (enum health)said[SENSE_HEALTH].value;
	if (said[SENSE_LEVEL].set)
		o->level = (enum level)said[SENSE_LEVEL].value;
	if (said[SENSE_TYPE].set)
		o->type = (enum okr_type)said[SENSE_TYPE].value;
	set_text(a, &o->priority, &said[SENSE_PRIORITY]);
	set_text(a, &o->team, &said[SENSE_TEAM]);
	set_text(a, &o->region, &said[SENSE_REGION]);
	report_contradictions(a, said, o, findings);
}
