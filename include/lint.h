/*
 * What a careful coach would say about a set of OKRs.
 *
 * All rules stand in one table, those found while reading, linking and grading
 * included, so that each can be explained and switched.  Linting is for a
 * model that has been linked and graded; it adds findings and never fails.  A
 * well-written set has none: rules that would speak to everybody are off
 * until they are asked for.
 */
#ifndef LINT_H
#define LINT_H

#include "grade.h"

enum lint_level {
	LINT_DEFAULT, /* in options: as the table says */
	LINT_OFF,
	LINT_INFO,
	LINT_WARNING,
	LINT_ERROR,
};

enum lint_theme { /* what a rule looks at */
	THEME_SET,
	THEME_OBJECTIVE,
	THEME_KEY_RESULT,
	THEME_NUMBER,
	THEME_LIFE,
	THEME_READING,
};

struct lint;

struct lint_rule {
	const char *name; /* "too-many-key-results" */
	enum lint_theme theme;
	enum lint_level level; /* unless switched; never LINT_DEFAULT */
	const char *words;     /* what it asks for, and why */
	const char *source;    /* where that comes from */
	const char *good;      /* an OKR as docs/okr.5 describes them, the JSON
				  of an issue, or lines of a snapshot ... */
	const char *bad;       /* ... and one that this rule finds.  A line
				  "<!-- later -->" stands between what was and
				  what is, "<!-- 9 times -->" below a line that
				  is meant so often */

	/* For the okr room: looks at the model, one objective or one key
	 * result; NULL when reading, linking or grading finds it. */
	void (*model)(struct lint *l);
	void (*objective)(struct lint *l);
	void (*key_result)(struct lint *l);
};

enum { LINT_RULES_MAX = 96 };

struct lint_options {
	struct date today;  /* unset: rules about time keep silent */
	int max_objectives; /* of one team in one period: 5 */
	int min_key_results, max_key_results; /* of an objective: 3, 5 */
	int max_words;                        /* of a title: 15 */
	int stale_days;                       /* the cadence of check-ins: 14 */
	int grace_percent;  /* first share of a period without status: 10 */
	int forgotten_days; /* without any reading: 42, six weeks */
	enum lint_level levels[LINT_RULES_MAX]; /* by index in the table */
};

/* The table, theme by theme. */
const struct lint_rule *lint_rules(size_t *n);

/* The rule with that name, or NULL. */
const struct lint_rule *lint_rule_find(const char *name);

/* Every rule as the table has it; today stays unset. */
void lint_options_init(struct lint_options *o);

/* Switches a rule; level is "off", "info", "warning" or "error".  -1 with
 * ERR_CONFIG for an unknown rule or level. */
int lint_switch(struct lint_options *o, const char *rule, const char *level,
	struct err *err) MUST_USE;

/* Has the rule of that name been switched, to whatever level? */
bool lint_is_switched(const struct lint_options *o, const char *rule);

/* What a rule of the table is switched to; never LINT_DEFAULT. */
enum lint_level lint_level_of(
	const struct lint_options *o, const struct lint_rule *rule);

/* Applies the switches to the findings that are there, and adds none. */
void lint_switch_findings(struct model *m, const struct lint_options *o);

/*
 * Adds the findings of all rules that are on; switches those already there
 * (from reading, linking, grading) likewise; sorts the list.  Calling it again
 * gives the same.
 */
void lint_model(struct arena *a, struct model *m, const struct lint_options *o);

/* "key results" */
const char *lint_theme_name(enum lint_theme theme);

/* "off", "info", "warning", "error"; "default". */
const char *lint_level_name(enum lint_level l);

#endif
