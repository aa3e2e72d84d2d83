/*
 * Inside grading: what its files say to each other.
 */
#ifndef GRADE_P_H
#define GRADE_P_H

#include "buf.h"
#include "grade.h"

enum { GRADE_DECIMALS = 2, FORMULA_BYTES = 16 * 1024 };

/* What grading one key result found besides its grade. */
struct kind_notes {
	const char *rule;         /* of a finding on why not; NULL: none */
	const struct rat *beside; /* from-to of a count; NULL: none */
	const char *beside_formula;
};

/* Fills in kind, direction, progress, grade, source, formula and caveat. */
void kind_grade(
	struct arena *a, struct key_result *kr, struct kind_notes *notes);

/* Takes off what the key result's own rule says about coming late. */
void late_apply(
	struct arena *a, const struct objective *o, struct key_result *kr);

/* Puts the grade that was kept when the objective was closed in the place of
 * what its text gives now, where the two differ. */
void frozen_key_result(struct arena *a, struct key_result *kr);
/* The same for the objective's own grade. */
void frozen_objective(struct arena *a, struct objective *o);

/* What a written result is worth; NULL when it is no number. */
const struct rat *grade_result(struct arena *a, const struct result *r);

/* "result '66%' = 0.66". */
const char *grade_result_formula(struct arena *a, const char *what,
	const char *text, const struct rat *x);

/* NULL, or within 0..1, as every grade is; progress may be anything. */
bool grade_is_sound(const struct rat *x);

/* By its verb: is something to be kept as it is? */
bool kind_verb_keeps(const struct key_result *kr);
/* Is it to become less? */
bool kind_verb_lowers(const struct key_result *kr);

/* The verb as read, else the first word of the text. */
struct str kind_verb(const struct key_result *kr);

/* A quantity's number as written, without currency, sign + and unit (but %);
 * with_unit: its whole text.  "12M", "2.5%", "(-5)". */
void formula_number(struct buf *b, const struct quantity *q, bool with_unit);

/* " = 0.42", and ", graded 0.00" when it was clamped. */
void formula_end(struct buf *b, const struct rat *progress);

/* "2025-02-14". */
const char *date_text(struct arena *a, struct date d);

/* Takes the text out of b into the arena and releases b. */
const char *formula_take(struct arena *a, struct buf *b);

/* x within 0..1. */
const struct rat *grade_clamp(struct arena *a, const struct rat *x);

/* The weight to use: 1 unless written and not negative. */
const struct rat *grade_weight(struct arena *a, const struct decimal *w);

/* A weighted mean, built up value by value; NULL values are left out. Sums of
 * many fractions are long: part[i] is that of 2^i values or NULL, so that few
 * long ones are added. */
struct mean {
	const struct rat *weights;
	const struct rat *part[32];
	int parts;
};

/* A mean of nothing. */
void mean_init(struct arena *a, struct mean *m);
/* Adds a value (NULL: nothing) of that weight, 0 or more. */
void mean_add(struct arena *a, struct mean *m, const struct rat *value,
	const struct rat *weight);

/* Adds what another mean has: its sum (NULL: nothing) and weights. */
void mean_join(struct arena *a, struct mean *m, const struct rat *sum,
	const struct rat *weights);

/* The sum of all values times their weights; NULL when nothing was added. */
const struct rat *mean_sum(struct arena *a, const struct mean *m) MUST_USE;

/* NULL when nothing, or only weight 0, was added. */
const struct rat *mean_take(struct arena *a, const struct mean *m) MUST_USE;

/* Own grade, coverage and caveat of an objective, from its key results. */
void objective_mean(struct arena *a, struct objective *o);

/* rolled of every objective that has children. */
void objectives_roll(struct arena *a, struct model *m);

/* Status and forecast of key results, objectives and the model. */
void pace_model(
	struct arena *a, struct model *m, const struct grade_options *o);

/* What the objective's own grade alone says, its key results left aside. */
enum status pace_of_mean(struct arena *a, const struct model *m,
	const struct objective *o, const struct grade_options *opt);

/* The worse of two statuses, as grade.h orders them. */
enum status pace_worse(enum status x, enum status y);

/* Newest day anything was read about the key result; unset: unknown. */
struct date pace_newest(const struct objective *o, const struct key_result *kr);

/* The key result's own period, else its objective's, else the model's. */
const struct period *pace_period(const struct model *m,
	const struct objective *o, const struct key_result *kr);

/* Is the work over: closed, or the period has ended? */
bool pace_is_over(
	const struct model *m, const struct objective *o, struct date today);

/* Draft, review, before the period or within its grace? */
bool pace_is_early(const struct model *m, const struct objective *o,
	const struct key_result *kr, const struct grade_options *opt);

/* Adds what grading has to say. */
void grade_findings(struct arena *a, struct model *m,
	const struct grade_options *o, const struct objective *obj,
	const struct key_result *kr, const struct kind_notes *notes);
/* The same for an objective itself, */
void grade_objective_findings(struct arena *a, struct model *m,
	const struct grade_options *o, const struct objective *obj);
/* and for what only the whole model shows. */
void grade_model_findings(
	struct arena *a, struct model *m, const struct grade_options *o);

#endif
