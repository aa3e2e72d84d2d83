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

/* The objective's period, or NULL; whether today is known and lies in it. */
const struct period *lint_period(const struct lint *l);
bool lint_is_running(const struct lint *l);

/* Of several findings that say the same, keeps the one that says most; they
 * are sorted before and after. */
void lint_thin_out(struct arena *a, struct model *m);

/* Whose objective it is: a team's, else a person's, else a section's. */
const char *lint_holder(const struct objective *o);

/* The whole model. */
void lint_overlapping_objectives(struct lint *l);
void lint_silo(struct lint *l);
void lint_too_many_committed(struct lint *l);
void lint_too_many_objectives(struct lint *l);

/* One objective: its words and make-up. */
void lint_confidence_against_type(struct lint *l);
void lint_duplicate_key_result(struct lint *l);
void lint_duplicate_number(struct lint *l);
void lint_jargon(struct lint *l);
void lint_no_confidence(struct lint *l);
void lint_no_key_results(struct lint *l);
void lint_no_owner(struct lint *l);
void lint_not_time_bound(struct lint *l);
void lint_number_in_objective(struct lint *l);
void lint_several_dris(struct lint *l);
void lint_title_too_long(struct lint *l);
void lint_too_few_key_results(struct lint *l);
void lint_too_many_key_results(struct lint *l);
void lint_unbalanced_measures(struct lint *l);
void lint_weights_all_zero(struct lint *l);

/* One objective: its place and its life. */
void lint_active_after_end(struct lint *l);
void lint_at_risk_without_words(struct lint *l);
void lint_closed_without_outcome(struct lint *l);
void lint_draft_in_period(struct lint *l);
void lint_edited_after_close(struct lint *l);
void lint_level_skipped(struct lint *l);
void lint_missing_check_in(struct lint *l);
void lint_orphan(struct lint *l);
void lint_parent_below(struct lint *l);
void lint_review_skipped(struct lint *l);
void lint_set_and_forget(struct lint *l);

/* One key result. */
void lint_activity(struct lint *l);
void lint_change_without_baseline(struct lint *l);
void lint_compound_key_result(struct lint *l);
void lint_jargon_in_key_result(struct lint *l);
void lint_kpi(struct lint *l);
void lint_no_from(struct lint *l);
void lint_not_measurable(struct lint *l);
void lint_outside_period(struct lint *l);
void lint_sandbagging(struct lint *l);
void lint_target_met(struct lint *l);
void lint_text_against_numbers(struct lint *l);
void lint_vague_words(struct lint *l);
void lint_verb_against_numbers(struct lint *l);

#endif
