/*
 * What the units of two quantities have to do with each other.
 */
#ifndef MEASURE_P_H
#define MEASURE_P_H

#include "quantity.h"
#include "rat.h"

/* Can the two be put into one formula as they are: the same unit but for
 * spelling, or one of them without a unit? */
bool measure_same(const struct quantity *x, const struct quantity *y);

/* How many of y's unit one of x's is: 60 for hours to minutes; 1 for the same
 * unit; NULL when they cannot be compared. */
const struct rat *measure_factor(struct arena *a, const struct quantity *x,
	const struct quantity *y) MUST_USE;

/* Is it so many a day, week, month, quarter or year? */
bool measure_is_rate(const struct quantity *q);

/* Is it a rate of what the other one counts ("8 deals/qtr" and "15 deals")? */
bool measure_is_rate_of(const struct quantity *q, const struct quantity *of);

/* Is it a percentage? */
bool measure_is_percent(const struct quantity *q);

/* The unit that a measure's name tells: "hours" of "Overtime hours per nurse",
 * "days" of "Time to hire in days"; NULL: none (named_unit.c). */
const char *measure_named_unit(struct arena *a, struct str name);
/* "/month": a time, of what is not said. */
bool measure_is_pace(const char *unit);

#endif
