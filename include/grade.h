/*
 * Grades: how far a key result has come, the mean of them, and what it says.
 * Pure and exact; today is an argument; nothing is rounded before it is shown.
 *
 * KINDS.  Unless a person wrote the kind, it is inferred, first fit:
 *
 *   milestones   there is a scoring table: the best grade among steps reached
 *   keep         "Keep/Maintain ...", or a bound ("<1%", ">= 4") the baseline
 *                already holds: 1 while the reading holds the bound, else 0
 *   count        current / target: the baseline is a rate of the target's unit
 *                ("8 deals/qtr" for 15 deals) or in a unit of its own, or
 *                there is none and the verb counts up ("Close 15 deals")
 *   from_to      (current - baseline) / (target - baseline): the sign takes
 *                care of goals that go down. "by 30%" is the change itself: of
 *                the baseline when that is in another unit, else the reading
 *                is taken as the change so far
 *   yes_no       the target has no number: 1 when the reading says so
 *                ("Shipped", "done"), 0 when it says no or is the baseline
 *
 * and where these give no number, what people wrote, in this order: a result
 * (66 %, 7 of 8, DONE 1, not started 0: kind percent), check boxes (tasks),
 * the key result's own ticked box (yes_no), a stated grade (stated).  WIP,
 * BLOCKED, notes and n/a are no numbers.
 *
 * PROGRESS is not clamped; the GRADE is progress clamped to 0..1.  What cannot
 * be computed is ungraded and leaves the mean, never 0; caveat says why.
 * Deferred key results leave the mean and the coverage, cancelled or deferred
 * objectives the roll-ups; their caveat is the footnote.
 *
 * LATE.  A key result with a due date may carry a note "Late: 0" or "Late:
 * -10% a week": its grade (not its progress) loses that much for each week
 * begun between the due date and its newest reading.
 *
 * FORMULA.  "(14.5M - 12M) / (18M - 12M) = 0.42": the people's own numbers with
 * their magnitude letters and %; other units are left out where all three
 * agree and written in full where they had to be converted ("2 hours").  A
 * number not found in the text ("Single region") is written as its value,
 * a negative one in brackets.  Out of range, it ends "= -0.29, graded 0.00".
 *
 * OBJECTIVE = weighted mean of its graded key results that count (weight 1
 * unless written; 0 allowed); else its own written result, else its stated
 * grade.  rolled = weighted mean over itself and all objectives below it, each
 * once however many parents it has.  MODEL = weighted mean of the objectives'
 * own grades, each once; a child's grade is never counted through its parent.
 *
 * CONFIDENCE of an objective is the one stated, else the weighted mean of its
 * key results'; of the model, the weighted mean of the objectives'.  At 0.7
 * or more while the number is at risk, or at 0.3 or less while it is ahead or
 * done, it contradicts the number.
 *
 * PACE.  expected = goal * plan(share of the period gone at the reading's
 * date, else today), goal 1.0, or 0.7 when aspirational.  gap = progress -
 * expected, in points of 100:
 *
 *   done      progress is 1 or more, or "DONE" is written
 *   ahead     gap > 10          on track   -10 <= gap <= 10
 *   behind    -25 <= gap < -10  at risk    gap < -25, or BLOCKED without number
 *   stale     would be ahead or on track, but its newest reading is older than
 *             the cadence (until the period's end; closed ones never); a
 *             value without a date is as old as the last change
 *   none      draft, review; deferred; before and in the first 10 % of the
 *             period; ungraded; no today or no period (but for done, BLOCKED)
 *
 * A "keep" key result is on track while it holds, at risk while it does not,
 * done when it held at the end.  Status of an objective and of the model: the
 * worst of its parts, in the order done, ahead, on track, stale, behind, at
 * risk; parts without one do not count, and where no part has one the
 * objective's own grade is judged.  FORECAST = progress / plan(share gone at
 * the reading's date, else at the last change, else today).
 */
#ifndef GRADE_H
#define GRADE_H

#include "err.h"
#include "model.h"

struct band {
	const char *name;    /* "on target" */
	struct decimal from; /* lowest grade in it, 0 to 1 */
};

enum { BANDS_MAX = 8 };

enum plan {
	PLAN_LINEAR,
	PLAN_STEPPED,     /* in equal steps, each expected at its end */
	PLAN_BACK_LOADED, /* the square of the share gone */
};

struct grade_options {
	struct date today;
	struct band bands[BANDS_MAX]; /* from high to low; the last is 0 */
	int n_bands;
	int band_decimals;     /* grades are rounded to so many before */
	enum plan plan;        /* how progress is expected to come */
	int plan_steps;        /* of PLAN_STEPPED: 3, the months of a quarter */
	int ahead_points;      /* gap over that: ahead */
	int behind_points;     /* gap under minus that: behind */
	int risk_points;       /* gap under minus that: at risk */
	int stale_days;        /* a reading older than that is stale */
	int grace_percent;     /* first share of a period without status */
	bool roll_up_children; /* an objective's grade is its rolled one */
};

/* The playbook's bands (0.7, 0.4), a linear plan, 10, 10 and 25 points, 14
 * days, 10 %. today stays unset. */
void grade_options_init(struct grade_options *o);

/* Replaces the bands by a preset: "playbook" (0.7, 0.4, on grades rounded to
 * one decimal), "85/70", "30/70/100"; -1 with ERR_CONFIG for another name. */
int grade_options_preset(
	struct grade_options *o, const char *name, struct err *err) MUST_USE;

/* Replaces the bands by the user's, from high to low; -1 with ERR_CONFIG when
 * they leave a hole, fall outside 0..1 or are not in order. */
int grade_options_bands(struct grade_options *o, const struct band *bands,
	int n, struct err *err) MUST_USE;

/* The band a grade lies in: from <= rounded grade < from of the one above.
 * "" for NULL. */
const char *grade_band(
	const struct grade_options *o, const struct rat *grade) MUST_USE;

/* What its type judges it at: 0.7 for aspirational objectives, else 1. */
struct decimal grade_goal(enum okr_type type) MUST_USE;

/* Has it reached that? False when ungraded. */
bool grade_is_met(const struct objective *o) MUST_USE;

/* What a period's mean says: "too safe" over 0.85, "sweet spot" for 0.6 to
 * 0.7, else "".  NULL: "". */
const char *grade_signal(const struct rat *mean) MUST_USE;

/*
 * Fills in the computed part of every key result, objective and the model,
 * and adds findings; sorts the list.  Calling it again gives the same.
 *
 *   stated-grade-differs    both numbers and the formula
 *   baseline-is-a-rate      graded as a count; both numbers and formulas
 *   result-differs          a written result against the numbers
 *   target-equals-baseline, units-differ, cannot-be-graded    why ungraded
 *   moved-the-wrong-way     progress under 0
 *   health-contradicts      a person's green on a red number, or the reverse
 *   confidence-contradicts  sure of what is at risk, in doubt of what is ahead
 *   stale                   how old, and from when
 *   committed-missed        asks for a post-mortem note, at the end
 *   too-safe                the period's mean at the end is over 0.85
 *   bad-weight              negative; taken as 1
 */
void grade_model(
	struct arena *a, struct model *m, const struct grade_options *o);

/* The grade a key result had with another reading, by its terms of today and
 * the reading alone; NULL when the reading does not tell. kr stays. */
const struct rat *grade_reading(struct arena *a, const struct key_result *kr,
	const struct quantity *reading) MUST_USE;

/* What a result told in words is worth, 0 to 1; NULL when it does not tell. */
const struct rat *grade_told(
	struct arena *a, const struct result *result) MUST_USE;

/* A part of the model with a number of its own: a level, team or owner. */
struct rollup {
	const char *name;         /* "Company", "Product", "VP Engineering" */
	const struct rat *grade;  /* of what is its own; NULL: none */
	const struct rat *rolled; /* with everything below, each objective
				     once; NULL: none */
	int graded, total;        /* key results */
	int objectives;
	enum status status;
	int statuses[STATUS_STALE + 1]; /* key results by enum status */
};

struct rollups {
	VEC_OF(struct rollup);
};

/*
 * One row for each level, team or owner that has objectives or key results,
 * in order of level, else by name (ASCII case ignored).  An objective counts
 * once in each, with its own grade.  A person's row holds the objectives they
 * own or are the DRI of, and the key results they own in other people's.
 * Objectives that do not count (cancelled, deferred) are left out.  Whoever
 * only leads what others do has no grade of their own, but a rolled one.
 */
struct rollups rollup_levels(struct arena *a, const struct model *m);
/* A row for each team. */
struct rollups rollup_teams(struct arena *a, const struct model *m);
/* A row for each person. */
struct rollups rollup_owners(struct arena *a, const struct model *m);

/* How many key results have each status; counts is indexed by enum status.
 * Only those that count, of objectives that count. */
void rollup_statuses(const struct model *m, int counts[STATUS_STALE + 1]);

#endif
