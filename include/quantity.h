/*
 * Quantities as people write them: "$12M", "1.5k", "3,000", "+35", "2.5%",
 * "8/10", "5x/week", "120 days", "Single region", "N/A", "Shipped".
 *
 * Magnitudes are expanded, the unit and the text as written are kept, values
 * are exact.  Text without a number is a quantity with has_value false, for
 * states such as "In QA" are worth showing.
 */
#ifndef QUANTITY_H
#define QUANTITY_H

#include <stdbool.h>

#include "arena.h"
#include "decimal.h"
#include "str.h"

enum comparator {
	CMP_NONE,
	CMP_LT, /* "<1%", "below 1%", "under 1%" */
	CMP_LE, /* "<= 1%", "at most" */
	CMP_GT, /* ">25%", "more than" */
	CMP_GE, /* ">= 4", "at least" */
	CMP_BY, /* "by 30%": the value is an amount of change, not a goal */
};

struct quantity {
	bool has_value;
	struct decimal value;       /* magnitudes expanded; % stays as 2.5 */
	const char *unit;           /* "USD", "%", "days", "deals"; "" none */
	const char *text;           /* as written, trimmed */
	enum comparator comparator; /* how the value is meant */
};

/*
 * Reads a whole cell or field.  NULL when it is empty or says that there is
 * nothing ("N/A", "-", "TBD", "none"); else a quantity in the arena, with
 * has_value false when there is no number in it.
 */
const struct quantity *quantity_read(struct arena *a, struct str s) MUST_USE;

/*
 * Takes a quantity from the beginning of running text ("$12M to $18M"):
 * the number with sign, currency, magnitude and, if one follows, its unit.
 * NULL, with s untouched, when the text does not begin with one.
 */
const struct quantity *quantity_take(struct arena *a, struct str *s) MUST_USE;

/* May the two be compared: same unit, or one of them without a unit? */
bool quantity_is_like(const struct quantity *x, const struct quantity *y);

/* "<", "<=", ">", ">=", "by", or NULL for CMP_NONE. */
const char *comparator_name(enum comparator c);

#endif
