/*
 * What units of quantities have to do with each other; okr room only.
 */
#ifndef UNITS_P_H
#define UNITS_P_H

#include "quantity.h"
#include "rat.h"

/* Can the two be put into one formula as they are: the same unit but for case
 * and plural, or one of them without a unit? */
bool units_same(const struct quantity *x, const struct quantity *y);

/* How many of y's unit one of x's is: 60 for hours to minutes; 1 for the same
 * unit; NULL when they cannot be compared. */
const struct rat *units_factor(struct arena *a, const struct quantity *x,
	const struct quantity *y) MUST_USE;

/* Is it so many a day, week, month, quarter or year? */
bool units_is_rate(const struct quantity *q);

/* Is it a rate of what the other one counts ("8 deals/qtr" and "15 deals")? */
bool units_is_rate_of(const struct quantity *q, const struct quantity *of);

bool units_is_percent(const struct quantity *q);

#endif
