/*
 * Trends: how far objectives and the whole period had come, day by day, and
 * pictures of that.  A trend is a picture and not a proof: levels are whole
 * numbers of TREND_UNIT, and the last one is the grade the page shows.
 */
#ifndef TREND_P_H
#define TREND_P_H

#include "buf.h"
#include "grade.h"
#include "history_p.h"

enum { TREND_UNIT = 10000 };

struct sample {
	struct date date;
	int level; /* 0 to TREND_UNIT */
};

struct trend {
	VEC_OF(struct sample); /* oldest first, a day once */
};

struct trends {
	struct trend *objectives; /* as in the model */
	struct trend period;
};

/* A grade in units. */
int trend_level(struct arena *a, const struct rat *grade);

/*
 * From the history of a model's key results (as history_update() gives it).
 * Each day has the mean of what had a reading by then, as the page had it:
 * what is missing is left out and never taken for nothing.
 */
struct trends trends_make(
	struct arena *a, const struct model *m, const struct history *h);

/* The newest level on or before a day; -1 for none. */
int trend_at(const struct trend *t, struct date day);

struct chart {
	const char *title; /* plain texts */
	const char *about;
	const struct period *period; /* with both its days */
	const struct trend *trend;
	int goal; /* what it aims at, in units */
	enum plan plan;
	int plan_steps;
};

/* What is expected on a day, in units. */
int chart_expected(const struct chart *c, struct date day);

/* Appends a picture as SVG: readings, the expected line and the goal, for
 * light and dark, without scripts, its texts escaped. */
void chart_svg(struct buf *b, const struct chart *c);

#endif
