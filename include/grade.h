/*
 * Grades: how far a key result has come, the mean of them, and what it says.
 * Pure and exact; today is an argument.
 *
 * Progress is (current - baseline) / (target - baseline), not clamped; the
 * grade is progress clamped to 0..1.  What cannot be computed is ungraded and
 * leaves the mean, never 0.  docs/explanation/grades.md gives every formula
 * with its source.
 */
#ifndef GRADE_H
#define GRADE_H

#include "model.h"

struct band {
	const char *name;    /* "on target" */
	struct decimal from; /* lowest grade in it, 0 to 1 */
};

enum { BANDS_MAX = 8 };

struct grade_options {
	struct date today;
	struct band bands[BANDS_MAX]; /* from high to low; the last is 0 */
	int n_bands;
	int band_decimals;     /* grades are rounded to so many before */
	int stale_days;        /* a reading older than that is stale */
	int grace_percent;     /* first share of a period without status */
	bool roll_up_children; /* children's grades count in their parent */
};

/* The playbook's bands (0.7, 0.4), 14 days, 10 %. today stays unset. */
void grade_options_init(struct grade_options *o);

/* Replaces the bands by a preset: "playbook", "85/70", "30/70/100";
 * -1 with ERR_CONFIG for another name. */
int grade_options_preset(
	struct grade_options *o, const char *name, struct err *err) MUST_USE;

/*
 * Fills in the computed part of every key result, objective and the model,
 * and adds findings (stated grade differs, cannot be graded, ...).  Calling it
 * again gives the same.
 */
void grade_model(
	struct arena *a, struct model *m, const struct grade_options *o);

/* A part of the model with a number of its own: a level, team or owner. */
struct rollup {
	const char *name; /* "Company", "Product", "VP Engineering" */
	const struct rat *grade;
	int graded, total; /* key results */
	int objectives;
	enum status status;
};

struct rollups {
	VEC_OF(struct rollup);
};

/* One row for each level, team or owner that has objectives or key results,
 * in order of level, else by name. An objective counts once in each. */
struct rollups rollup_levels(struct arena *a, const struct model *m);
struct rollups rollup_teams(struct arena *a, const struct model *m);
struct rollups rollup_owners(struct arena *a, const struct model *m);

/* How many key results have each status; counts is indexed by enum status. */
void rollup_statuses(const struct model *m, int counts[STATUS_STALE + 1]);

#endif
