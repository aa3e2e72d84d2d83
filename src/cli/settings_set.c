/*
 * Setting settings from text: one function for each type of the table, which
 * says what is wrong with a value and where it stands.
 */
#include "cli_p.h"

#include <assert.h>
#include <stdlib.h>

/* Where a setting lives; the cast is sound since offset and type agree. */
static void *field(struct settings *s, const struct setting *setting)
{
	return (char *)s + setting->offset;
}

void settings_clear(struct settings *s, const struct setting *setting)
{
	if (setting->type == SETTING_LIST)
		((struct texts *)field(s, setting))->n = 0;
	if (setting->type == SETTING_LABELS)
		((struct label_map *)field(s, setting))->n = 0;
	if (setting->type == SETTING_RULES)
		lint_options_init(field(s, setting));
}

void settings_set_switch(
	struct settings *s, const struct setting *setting, bool on)
{
	assert(setting->type == SETTING_SWITCH);
	*(bool *)field(s, setting) = on;
}

/* One value that is to be set, and where it stands. */
struct job {
	struct arena *a;
	struct settings *s;
	const struct setting *setting;
	struct str value;
	const char *where;
	enum err_kind kind;
};

static int set_number(const struct job *job, struct err *err)
{
	const struct setting *t = job->setting;
	struct str rest = job->value;
	long n;

	if (!str_take_number(&rest, t->max, &n) || rest.n || n < t->min)
		return err_set(err, job->kind,
			"%s: '%.*s' is not a number from %ld to %ld",
			job->where, STR_ARG(job->value), t->min, t->max);
	*(long *)field(job->s, t) = n;
	return 0;
}

static int set_switch(const struct job *job, struct err *err)
{
	bool on = str_iis(job->value, "on") || str_iis(job->value, "true") ||
		  str_iis(job->value, "yes");

	if (!on && !str_iis(job->value, "off") &&
		!str_iis(job->value, "false") && !str_iis(job->value, "no"))
		return err_set(err, job->kind,
			"%s: '%.*s' is neither 'true' nor 'false'", job->where,
			STR_ARG(job->value));
	settings_set_switch(job->s, job->setting, on);
	return 0;
}

static int set_choice(const struct job *job, struct err *err)
{
	const char *const *choice = job->setting->choices;
	struct buf all;

	for (; *choice; choice++)
		if (str_is(job->value, *choice)) {
			*(const char **)field(job->s, job->setting) = *choice;
			return 0;
		}
	buf_init(&all, 256);
	for (choice = job->setting->choices; *choice; choice++)
		buf_addf(&all, "%s'%s'",
			choice == job->setting->choices ? "" : ", ", *choice);
	err_set(err, job->kind, "%s: '%.*s' is none of %s", job->where,
		STR_ARG(job->value), all.p);
	buf_release(&all);
	return -1;
}

static int set_month(const struct job *job, struct err *err)
{
	struct str rest = job->value;
	long n = date_month_number(rest);

	if (!n && (!str_take_number(&rest, 12, &n) || rest.n || n < 1))
		return err_set(err, job->kind,
			"%s: '%.*s' is not a month (1 to 12, or its name)",
			job->where, STR_ARG(job->value));
	*(long *)field(job->s, job->setting) = n;
	return 0;
}

static int set_date(const struct job *job, struct err *err)
{
	if (date_parse(job->value, field(job->s, job->setting)))
		return 0;
	return err_set(err, job->kind, "%s: '%.*s' is not a day (YYYY-MM-DD)",
		job->where, STR_ARG(job->value));
}

static int set_list(const struct job *job, struct err *err)
{
	struct texts *list = field(job->s, job->setting);

	(void)err;
	*vec_add(job->a, list) = arena_text(job->a, job->value);
	return 0;
}

static int set_text(const struct job *job, struct err *err)
{
	(void)err;
	*(const char **)field(job->s, job->setting) =
		arena_text(job->a, job->value);
	return 0;
}

/* What a label can mean, with the names of the values it takes. */
static const struct sense {
	const char *name;
	enum label_sense sense;
	const char *values[6]; /* by enum value, from 1; none: takes none */
} SENSES[] = {
	{"state", SENSE_STATE, {"draft", "review", "active", "closed"}},
	{"outcome", SENSE_OUTCOME,
		{"achieved", "missed", "cancelled", "carried over"}},
	{"health", SENSE_HEALTH, {"on track", "needs attention", "at risk"}},
	{"level", SENSE_LEVEL,
		{"company", "department", "group", "individual"}},
	{"type", SENSE_TYPE, {"committed", "aspirational"}},
	{"priority", SENSE_PRIORITY, {NULL}},
	{"team", SENSE_TEAM, {NULL}},
	{"region", SENSE_REGION, {NULL}},
	{"key result", SENSE_KEY_RESULT, {NULL}},
	{"objective", SENSE_OBJECTIVE, {NULL}},
	{"ignore", SENSE_IGNORE, {NULL}},
};

static_assert(STATE_DRAFT == 1 && OUTCOME_ACHIEVED == 1 &&
		      HEALTH_ON_TRACK == 1 && TYPE_COMMITTED == 1,
	"the names in SENSES begin with value 1");
static_assert(LEVEL_COMPANY == 0, "but levels begin with 0");

/* "SENSE:VALUE" or "SENSE". */
static bool parse_meaning(struct str meaning, struct label_rule *rule)
{
	struct str name, value = meaning;

	if (!str_take_until(&value, ':', &name))
		return false;
	name = str_trim(name);
	value = str_trim(value);
	for (size_t i = 0; i < COUNT_OF(SENSES); i++) {
		const struct sense *sense = &SENSES[i];

		if (!str_iis(name, sense->name))
			continue;
		rule->sense = sense->sense;
		if (!sense->values[0])
			return value.n == 0;
		for (int v = 0; v < 6 && sense->values[v]; v++)
			if (str_iis(value, sense->values[v])) {
				rule->value = v + (sense->sense != SENSE_LEVEL);
				return true;
			}
	}
	return false;
}

static int set_label(const struct job *job, struct err *err)
{
	struct label_map *map = field(job->s, job->setting);
	size_t equals = str_rfind_char(job->value, '=');
	struct label_rule rule = {.label = ""};

	if (equals == STR_NONE || equals == 0)
		return err_set(err, job->kind,
			"%s: '%.*s' is not LABEL=MEANING", job->where,
			STR_ARG(job->value));
	rule.label =
		arena_text(job->a, str_trim(str_sub(job->value, 0, equals)));
	if (!parse_meaning(
		    str_sub(job->value, equals + 1, job->value.n), &rule))
		return err_set(err, job->kind,
			"%s: '%.*s' is no meaning of a label; it may be "
			"state:draft|review|active|closed, "
			"outcome:achieved|missed|cancelled|carried over, "
			"health:on track|needs attention|at risk, "
			"level:company|department|group|individual, "
			"type:committed|aspirational, priority, team, "
			"region, key result, objective or ignore",
			job->where,
			STR_ARG(str_sub(job->value, equals + 1, job->value.n)));
	*vec_add(job->a, map) = rule;
	return 0;
}

/* NAME=LEVEL */
static int set_rule(const struct job *job, struct err *err)
{
	size_t equals = str_rfind_char(job->value, '=');
	struct str name = str_trim(str_sub(job->value, 0, equals));
	struct str level = equals == STR_NONE ? (struct str){NULL, 0}
					      : str_sub(job->value, equals + 1,
							job->value.n);
	const char *rule = arena_text(job->a, name);
	const char *near = nearest_rule(name);

	if (equals == STR_NONE)
		return err_set(err, job->kind, "%s: '%.*s' is not NAME=LEVEL",
			job->where, STR_ARG(job->value));
	if (!lint_rule_find(rule) && near)
		return err_set(err, job->kind,
			"%s: unknown lint rule '%s'; did you mean '%s'?",
			job->where, rule, near);
	if (!lint_switch(field(job->s, job->setting), rule,
		    arena_text(job->a, str_trim(level)), err))
		return 0;
	err->kind = job->kind;
	return err_wrap(err, "%s", job->where);
}

/* "NAME=FROM" */
static int read_band(const struct job *job, struct str text, struct band *band,
	struct err *err)
{
	size_t equals = str_rfind_char(text, '=');
	struct str name = str_trim(str_sub(text, 0, equals));
	struct str from = equals == STR_NONE
				  ? (struct str){NULL, 0}
				  : str_trim(str_sub(text, equals + 1, text.n));

	if (!name.n || !decimal_parse(from, &band->from))
		return err_set(err, job->kind,
			"%s: '%.*s' is neither 'playbook', '85/70' nor "
			"'30/70/100', nor bands such as 'good=0.7, fair=0.4, "
			"poor=0'",
			job->where, STR_ARG(job->value));
	band->name = arena_text(job->a, name);
	return 0;
}

static int read_bands(
	const struct job *job, struct grade_options *o, struct err *err)
{
	struct band bands[BANDS_MAX + 1];
	struct str rest = job->value, text;
	int n = 0;

	while (n <= BANDS_MAX && str_take_until(&rest, ',', &text))
		if (read_band(job, text, &bands[n++], err))
			return -1;
	return grade_options_bands(o, bands, n, err);
}

static int set_bands(const struct job *job, struct err *err)
{
	struct grade_options *o = field(job->s, job->setting);
	struct err ignored = ERR_INIT;

	grade_options_init(o);
	if (!grade_options_preset(o, arena_text(job->a, job->value), &ignored))
		return 0;
	if (str_find_char(job->value, '=') == STR_NONE)
		return read_band(job, job->value, o->bands, err);
	if (!read_bands(job, o, err))
		return 0;
	err->kind = job->kind;
	return str_starts(str_of(err->text), job->where)
		       ? -1
		       : err_wrap(err, "%s", job->where);
}

int settings_set(struct arena *a, struct settings *s,
	const struct setting *setting, struct str value, const char *where,
	enum err_kind kind, struct err *err)
{
	static int (*const SET[])(const struct job *, struct err *) = {
		[SETTING_TEXT] = set_text,
		[SETTING_LIST] = set_list,
		[SETTING_LABELS] = set_label,
		[SETTING_RULES] = set_rule,
		[SETTING_BANDS] = set_bands,
		[SETTING_NUMBER] = set_number,
		[SETTING_SWITCH] = set_switch,
		[SETTING_CHOICE] = set_choice,
		[SETTING_MONTH] = set_month,
		[SETTING_DATE] = set_date,
	};
	const struct job job = {a, s, setting, value, where, kind};

	assert((size_t)setting->type < COUNT_OF(SET) && where);
	assert(kind == ERR_USAGE || kind == ERR_CONFIG);
	if (value.n && memchr(value.p, '\0', value.n))
		return err_set(err, kind, "%s: holds a NUL byte", where);
	return SET[setting->type](&job, err);
}

struct lint_options settings_lint(const struct settings *s)
{
	struct lint_options o = s->lint;

	o.today = s->today;
	o.max_objectives = (int)s->max_objectives;
	o.min_key_results = (int)s->min_key_results;
	o.max_key_results = (int)s->max_key_results;
	o.max_words = (int)s->max_words;
	o.stale_days = (int)s->stale_days;
	o.forgotten_days = (int)s->forgotten_days;
	o.grace_percent = (int)s->grace_percent;
	return o;
}

int settings_init(struct arena *a, struct settings *s,
	const char *(*env)(const char *name), struct err *err)
{
	size_t n;
	const struct setting *table = settings_table(&n);

	assert(env);
	*s = (struct settings){.config = ""};
	lint_options_init(&s->lint);
	for (const struct setting *t = table; t < table + n; t++) {
		const char *value = t->env ? env(t->env) : NULL;
		const char *where = t->env;

		if (!value || !*value) {
			value = t->fallback;
			where = t->name;
		}
		if (value && settings_set(a, s, t, str_of(value), where,
				     ERR_CONFIG, err))
			return -1;
	}
	return 0;
}
