/*
 * Exact decimal numbers as people write them: coef * 10^-scale.
 *
 * At most 18 significant digits and 18 decimals; what does not fit is not a
 * number for us and stays text.  No binary floating point is involved.
 * A value is kept in its shortest form (2.50 is 25, scale 1), so equal values
 * have equal fields.
 */
#ifndef DECIMAL_H
#define DECIMAL_H

#include <stdbool.h>
#include <stdint.h>

#include "buf.h"
#include "str.h"

enum { DECIMAL_DIGITS = 18 };

struct decimal {
	int64_t coef; /* |coef| < 10^18 */
	int scale;    /* 0 to 18 decimals */
};

/* coef * 10^-scale in its shortest form; false when out of range. */
bool decimal_make(int64_t coef, int scale, struct decimal *out);

/* Takes DIGITS, DIGITS.DIGITS or .DIGITS (no sign, no grouping) from s;
 * false, with s untouched, when there is none or it has too many digits. */
bool decimal_take(struct str *s, struct decimal *out);

/* The whole of s, with an optional leading '-' or '+'. */
bool decimal_parse(struct str s, struct decimal *out);

/* d * 10^places, places -18 to 18; false when out of range. */
bool decimal_shift(struct decimal d, int places, struct decimal *out);

/* -d. */
struct decimal decimal_negate(struct decimal d);

/* <0, 0, >0 as a is less than, equal to, greater than b. */
int decimal_cmp(struct decimal a, struct decimal b);

/* Appends the shortest form: "-0.5", "12000000", "2.75". */
void decimal_print(struct buf *b, struct decimal d);

#endif
