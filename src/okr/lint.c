/*
 * Lint: runs the table's checks over a graded model, and applies the user's
 * switches to every finding, whoever added it.
 */
#include "lint_p.h"

#include <assert.h>
#include <stdarg.h>
#include <string.h>

#include "attr.h"
#include "grade_p.h"
#include "wordlist_p.h"

const struct lint_rule *lint_rule_find(const char *name)
{
	size_t n;
	const struct lint_rule *rules = lint_rules(&n);

	for (size_t i = 0; i < n; i++)
		if (strcmp(rules[i].name, name) == 0)
			return &rules[i];
	return NULL;
}

void lint_options_init(struct lint_options *o)
{
	*o = (struct lint_options){.max_objectives = 5,
		.min_key_results = 3,
		.max_key_results = 5,
		.max_words = 15,
		.stale_days = 14,
		.grace_percent = 10,
		.forgotten_days = 42};
}

static const char *const LEVELS[] = {
	[LINT_DEFAULT] = "default",
	[LINT_OFF] = "off",
	[LINT_INFO] = "info",
	[LINT_WARNING] = "warning",
	[LINT_ERROR] = "error",
};

static_assert(COUNT_OF(LEVELS) == LINT_ERROR + 1, "each level has a name");

const char *lint_level_name(enum lint_level l)
{
	assert((size_t)l < COUNT_OF(LEVELS));
	return LEVELS[l];
}

int lint_switch(struct lint_options *o, const char *rule, const char *level,
	struct err *err)
{
	const struct lint_rule *r = lint_rule_find(rule);
	size_t n;

	assert(rule && level);
	if (!r)
		return err_set(err, ERR_CONFIG,
			"unknown lint rule '%s'; 'okrsync lint --list' names "
			"them",
			rule);
	for (size_t i = LINT_OFF; i < COUNT_OF(LEVELS); i++)
		if (strcmp(level, LEVELS[i]) == 0) {
			o->levels[r - lint_rules(&n)] = (enum lint_level)i;
			return 0;
		}
	return err_set(err, ERR_CONFIG,
		"unknown level '%s' of lint rule '%s': use 'off', 'info', "
		"'warning' or 'error'",
		level, rule);
}

static enum severity severity_of(enum lint_level l)
{
	return l == LINT_ERROR     ? SEVERITY_ERROR
	       : l == LINT_WARNING ? SEVERITY_WARNING
				   : SEVERITY_INFO;
}

static void add(struct lint *l, const struct objective *o,
	const struct key_result *kr, const char *fmt, va_list ap) PRINTF(4, 0);

static void add(struct lint *l, const struct objective *o,
	const struct key_result *kr, const char *fmt, va_list ap)
{
	enum { MESSAGE_BYTES = 8 * 1024 };
	struct buf b;

	buf_init(&b, MESSAGE_BYTES);
	if (kr)
		buf_addf(&b, "key result '%s': ", words_short(l->a, kr->text));
	else if (o)
		buf_addf(&b, "objective '%s': ", words_short(l->a, o->title));
	buf_vaddf(&b, fmt, ap);
	assert(l->rule && (!kr || o));
	finding_add(l->a, &l->m->findings, l->rule->name, l->severity,
		o ? o->source.file : NULL, o ? o->source.url : NULL,
		kr  ? kr->line
		: o ? o->source.line
		    : 0,
		"%s", b.p);
	buf_release(&b);
}

void lint_say(struct lint *l, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	add(l, l->obj, l->kr, fmt, ap);
	va_end(ap);
}

void lint_say_at(
	struct lint *l, const struct objective *o, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	add(l, o, NULL, fmt, ap);
	va_end(ap);
}

const struct period *lint_period(const struct lint *l)
{
	assert(l->obj);
	return pace_period(l->m, l->obj, NULL);
}

bool lint_is_running(const struct lint *l)
{
	const struct period *p = lint_period(l);

	return p && date_is_set(l->o->today) &&
	       date_cmp(l->o->today, p->start) >= 0 &&
	       date_cmp(l->o->today, p->end) <= 0;
}

bool lint_is_switched(const struct lint_options *o, const char *rule)
{
	const struct lint_rule *r = lint_rule_find(rule);
	size_t n;

	return r && o->levels[r - lint_rules(&n)] != LINT_DEFAULT;
}

enum lint_level lint_level_of(
	const struct lint_options *o, const struct lint_rule *rule)
{
	size_t n;
	const struct lint_rule *rules = lint_rules(&n);
	enum lint_level set;

	assert(rule >= rules && rule < rules + n);
	assert(rule->level != LINT_DEFAULT);
	set = o->levels[rule - rules];
	return set == LINT_DEFAULT ? rule->level : set;
}

/* The rules that are on, by what they look at. */
struct active {
	const struct lint_rule *objective[LINT_RULES_MAX];
	const struct lint_rule *key_result[LINT_RULES_MAX];
	size_t objective_n, key_result_n;
};

static void obey(struct lint *l, const struct lint_rule *rule)
{
	l->rule = rule;
	l->severity = severity_of(lint_level_of(l->o, rule));
}

/* All that is asked of one objective, while it is at hand. */
static void check_objective(struct lint *l, const struct active *rules)
{
	const struct key_results *krs = &l->obj->key_results;

	assert(l->obj->counts);
	l->kr = NULL;
	for (size_t i = 0; i < rules->objective_n; i++) {
		obey(l, rules->objective[i]);
		l->rule->objective(l);
	}
	for (size_t k = 0; k < krs->n; k++) {
		l->kr = &krs->v[k];
		for (size_t i = 0; l->kr->counts && i < rules->key_result_n;
			i++) {
			obey(l, rules->key_result[i]);
			l->rule->key_result(l);
		}
	}
}

/* Looks at the model as a whole, and finds what else is to be looked at. */
static struct active check_model(struct lint *l)
{
	struct active rules = {.objective_n = 0};
	size_t n;
	const struct lint_rule *all = lint_rules(&n);

	assert(n <= LINT_RULES_MAX);
	for (size_t i = 0; i < n; i++) {
		if (lint_level_of(l->o, &all[i]) == LINT_OFF)
			continue;
		obey(l, &all[i]);
		if (all[i].model)
			all[i].model(l);
		if (all[i].objective)
			rules.objective[rules.objective_n++] = &all[i];
		if (all[i].key_result)
			rules.key_result[rules.key_result_n++] = &all[i];
	}
	return rules;
}

/* A level set by hand wins over that which a finding has of its own. */
void lint_switch_findings(struct model *m, const struct lint_options *o)
{
	size_t kept = 0, n;
	const struct lint_rule *rules = lint_rules(&n);

	for (size_t i = 0; i < m->findings.n; i++) {
		struct finding f = m->findings.v[i];
		const struct lint_rule *r = lint_rule_find(f.rule);
		enum lint_level set = r ? o->levels[r - rules] : LINT_DEFAULT;

		if (set == LINT_OFF)
			continue;
		if (set != LINT_DEFAULT)
			f.severity = severity_of(set);
		m->findings.v[kept++] = f;
	}
	m->findings.n = kept;
}

void lint_model(struct arena *a, struct model *m, const struct lint_options *o)
{
	struct lint l = {.a = a, .m = m, .o = o};
	struct active rules;

	grade_options_init(&l.pace);
	l.pace.today = o->today;
	l.pace.stale_days = o->stale_days;
	l.pace.grace_percent = o->grace_percent;
	for (size_t i = 0; i < m->objectives.n; i++)
		l.has_level[m->objectives.v[i].level] = true;
	rules = check_model(&l);
	for (size_t i = 0; i < m->objectives.n; i++) {
		l.obj = &m->objectives.v[i];
		if (l.obj->counts)
			check_objective(&l, &rules);
	}
	lint_switch_findings(m, o);
	findings_sort(&m->findings);
	lint_thin_out(a, m);
}
