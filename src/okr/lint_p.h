/*
 * Inside lint: where a check stands and how it speaks.
 */
#ifndef LINT_P_H
#define LINT_P_H

#include "lint.h"

struct lint {
	struct arena *a;
	struct model *m;
	const struct lint_options *o;
	struct grade_options pace; /* for questions about time */
	bool has_level[LEVEL_NONE + 1];

	/* where the check stands */
	const struct lint_rule *rule;
	enum severity severity;
	const struct objective *obj; /* NULL: the model */
	const struct key_result *kr; /* NULL: the objective */
};

/* Adds a finding of the rule, where the check stands. */
void lint_say(struct lint *l, const char *fmt, ...) PRINTF(2, 3);

/* The same at one objective, for checks of the whole model. */
void lint_say_at(struct lint *l, const struct objective *o, const char *fmt,
	...) PRINTF(3, 4);

/* The objective's period, or NULL. */
const struct period *lint_period(const struct lint *l);
/* Is today known, and does it lie in that period? */
bool lint_is_running(const struct lint *l);

/* Of several findings that say the same, keeps the one that says most; they
 * are sorted before and after. */
void lint_thin_out(struct arena *a, struct model *m);

/* Whose objective it is: a team's, else a person's, else a section's. */
const char *lint_holder(const struct objective *o);

/* A rule: looks where the check stands and adds what it finds.  What each looks
 * for is told by its row in lint_rules_*.inc. */
typedef void lint_check(struct lint *l);

/* The whole model. */
lint_check lint_overlapping_objectives, lint_silo, lint_too_many_committed,
	lint_too_many_objectives;

/* One objective: its words and make-up. */
lint_check lint_confidence_against_type, lint_duplicate_key_result,
	lint_duplicate_number, lint_jargon, lint_no_confidence,
	lint_no_key_results, lint_no_owner, lint_not_time_bound,
	lint_number_in_objective, lint_several_dris, lint_title_too_long,
	lint_too_few_key_results, lint_too_many_key_results,
	lint_unbalanced_measures, lint_weights_all_zero;

/* One objective: its place and its life. */
lint_check lint_active_after_end, lint_at_risk_without_words,
	lint_closed_without_outcome, lint_draft_in_period,
	lint_edited_after_close, lint_level_skipped, lint_missing_check_in,
	lint_orphan, lint_parent_below, lint_review_skipped,
	lint_set_and_forget;

/* One key result. */
lint_check lint_activity, lint_change_without_baseline,
	lint_compound_key_result, lint_jargon_in_key_result, lint_kpi,
	lint_no_from, lint_not_measurable, lint_outside_period,
	lint_sandbagging, lint_target_met, lint_text_against_numbers,
	lint_vague_words, lint_verb_against_numbers;

#endif
