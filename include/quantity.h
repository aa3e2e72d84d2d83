/*
 * Quantities as people write them: "$12M", "1.5k", "3,000", "+35", "2.5%",
 * "8/10", "5x/week", "120 days", "Single region", "N/A", "Shipped".
 *
 * Magnitudes are expanded, the unit and the text as written are kept, values
 * are exact.  Text without a number is a quantity with has_value false, for
 * states such as "In QA" are worth showing.
 *
 * Number formats.  Three digits behind every mark and more than one mark, a
 * blank, an apostrophe, or one comma: thousands (3,000; 1.234.567; 1 500;
 * 12'000; 1,00,000).  One comma with one or two digits: decimals (12,5 %).
 * Two kinds of marks: the last is the decimal one (1.234,5; 1,234.5).  One
 * point is a decimal mark, but "1.500" is thousands when it counts something
 * ("1.234 users"), is money, or ends in 0 and is neither a share, a factor
 * nor scaled (1.500 but 99.950 %, $1.250M).
 *
 * Never a value: ranges (8-10, 10~12: the text is kept; as the target of a
 * sentence see keyresult.h), dates, years, times of day, versions, ordinals,
 * names (Q2, v1.2, 2FA, Phase 2, 24/7, #12).
 *
 * Units.  Money is its ISO code ($ is USD), percent "%", percentage points
 * "pp", a score "/10" (8/10 has the value 8), a factor "x", a ratio ":1"
 * (3:1 has the value 3) or "1:" (1:7 has the value 7), a rate "deals/qtr";
 * else the noun as written ("deals").  "2 h 30 min" is 150 min.
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

/*
 * Takes an English number from the beginning of running text: "twelve",
 * "twenty-five", "zero", "dozen".  False, with s untouched, when the text does
 * not begin with one.
 */
bool quantity_take_word(struct str *s, int *value) MUST_USE;

/*
 * May the two be compared: same unit, one of them without a unit, or units
 * that quantity_in_unit() can convert?  Singular and plural, "qtr" and
 * "quarter" are the same; "/10" and "/5" are not.
 */
bool quantity_is_like(const struct quantity *x, const struct quantity *y);

/*
 * The value in another unit: milliseconds to weeks, months to years, basis
 * points to percentage points.  False when the units have nothing to do with
 * each other or the value has no finite decimal form; into the smaller of two
 * units it always has one.
 */
bool quantity_in_unit(const struct quantity *q, const char *unit,
	struct decimal *out) MUST_USE;

/* Is it a number of things or money: "120 VMs", "$5k", but not "40%", "3 days",
 * "5x" or a bare number? */
bool quantity_is_count(const struct quantity *q);

/* "<", "<=", ">", ">=", "by", or NULL for CMP_NONE. */
const char *comparator_name(enum comparator c);

#endif
