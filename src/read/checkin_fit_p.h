/*
 * Numbers against what a key result counts.
 */
#ifndef CHECKIN_FIT_P_H
#define CHECKIN_FIT_P_H

#include "checkin_say_p.h"

/* What the key result's values look like: its target, or its baseline. */
const struct quantity *fit_like(const struct say *s);

/* May the number be one of them: same unit, and not far off? */
bool fit_value(const struct say *s, const struct quantity *q);

/* With the target's unit, where "14.1M" of dollars or "$191k" a month are meant
 * so; fit_value() holds. */
const struct quantity *fit_unit(const struct say *s, const struct quantity *q);

/* "18/40" for a target of 40 services are 18 of them; else q itself. */
const struct quantity *fit_of_target(
	const struct say *s, const struct quantity *q);

/* "29 l" where litres are meant, "2x" where times are; else q itself.  next:
 * the token behind it. */
const struct quantity *fit_short_unit(
	const struct say *s, const struct quantity *q, size_t next);

/* "2.402" between 2000 and 3500 are as many thousands; else q itself. */
const struct quantity *fit_grouping(
	const struct say *s, const struct quantity *q);

/* "8 hires" for "Hire 12 engineers" are 8 engineers, and so are "8 people
 * hired" with the verb at next; else q itself. */
const struct quantity *fit_own_noun(
	const struct say *s, const struct quantity *q, size_t next);

/* The 40 of "12/40", "12 of 40 reports", "12 [reports] of our 40"; NULL: the
 * number at i is no part.  Gives the token behind, at most to. */
size_t fit_take_part(struct arena *a, const struct tokens *t, size_t i,
	size_t to, const struct quantity **all);

/* 100 * n / all in percent, where both are whole; else NULL. */
const struct quantity *fit_share_of(
	struct arena *a, const struct quantity *n, const struct quantity *all);

/* "0.8" where dozens are counted: how much of it is reached. */
bool fit_is_grade(const struct say *s, const struct quantity *q);

/* Things one counts, and no money, time or share. */
bool fit_is_counted(const struct quantity *q);

/* The same, and so few that they may be but the week's. */
bool fit_is_event(const struct say *s, const struct quantity *q);

/* "yesterday's sales: 450" where 8000 are to become 14000 are those of a day.
 */
bool fit_is_day(const struct say *s, const struct quantity *q);

/* Is the unit an ISO code of a currency? */
bool fit_is_currency(const char *unit);
/* Is it a percentage? */
bool fit_is_percent(const struct quantity *q);
/* Have both the same number? False where one is NULL or has none. */
bool fit_is_same(const struct quantity *x, const struct quantity *y);

/* The quantity with another unit. */
struct quantity *fit_copy(
	struct arena *a, const struct quantity *q, const char *unit);

#endif
