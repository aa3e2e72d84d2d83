/*
 * Periods: quarters, halves and years, calendar or fiscal.
 *
 * Spellings understood: FY24-Q1, FY24 Q1, FY2024-Q1, Q1FY24, Q1 FY24,
 * Q1 2025, 2025-Q1, 2025 Q1, H1 2025, FY25-H2, FY25, 2025 (as a whole
 * label only).  A fiscal year is named after the calendar year it ends in:
 * with a start month of 2, FY21-Q1 is 2020-02-01 to 2020-04-30.  With a start
 * month of 1, FY21 is the calendar year 2021.
 */
#ifndef PERIOD_H
#define PERIOD_H

#include <stdbool.h>

#include "arena.h"
#include "date.h"
#include "str.h"

enum { FISCAL_START_DEFAULT = 2 }; /* February, as in the FY21-Q1 page */

struct period {
	const char *name;  /* canonical: "FY24-Q1", "Q1 2025", "FY25", "2025" */
	struct date start; /* first day; unset when only the name is known */
	struct date end;   /* last day */
};

/* The whole of s as a period; fiscal_start is a month, 1 to 12. */
bool period_parse(struct arena *a, struct str s, int fiscal_start,
	struct period *out) MUST_USE;

/* The first period named anywhere in a text ("# OKRs for Q1 2025 (draft)"). */
bool period_find(struct arena *a, struct str text, int fiscal_start,
	struct period *out) MUST_USE;

/*
 * A period given by its days in a sentence such as "will run from February 1,
 * 2020 to April 30, 2020" or "1 January to 31 March 2025".  The name is the
 * canonical one where the days are exactly such a period, else
 * "2020-02-01 to 2020-04-30".
 */
bool period_find_days(struct arena *a, struct str text, int fiscal_start,
	struct period *out) MUST_USE;

/* The calendar or fiscal quarter that day lies in. */
struct period period_of_day(struct arena *a, struct date day, int fiscal_start,
	bool fiscal) MUST_USE;

/* The period of the same length after (steps > 0) or before this one. */
bool period_step(struct arena *a, const struct period *p, int steps,
	int fiscal_start, struct period *out) MUST_USE;

/* Days from start to end, both counted; and days gone at the end of today,
 * 0 before the start, never more than all. */
long period_days(const struct period *p);
/* 0 to period_days(): how many are gone at the end of today. */
long period_days_gone(const struct period *p, struct date today);

/* Week of the period that today lies in, from 1; and how many it has: a
 * quarter 13, though the last one may be a day or two longer or shorter. */
int period_week(const struct period *p, struct date today);
/* How many weeks it has; 0 for a period without days. */
int period_weeks(const struct period *p);

/* For file names: "fy24-q1", "2025-q1", "fy25"; [a-z0-9-]+. */
const char *period_slug(struct arena *a, const struct period *p) MUST_USE;

/* Sort order: by start, then by name. */
int period_cmp(const struct period *a, const struct period *b);

#endif
