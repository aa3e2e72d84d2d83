/*
 * Exact fractions of any size: what progress, grades and their means are
 * made of.  Immutable; every operation gives a new one in the arena.  Rounding
 * happens once, when a number is printed (half up, away from zero).
 */
#ifndef RAT_H
#define RAT_H

#include "arena.h"
#include "buf.h"
#include "decimal.h"

struct rat;

/* From whole numbers (den is not 0) and from decimals. */
const struct rat *rat_of(struct arena *a, long num, long den) MUST_USE;
/* The decimal, exactly. */
const struct rat *rat_of_decimal(struct arena *a, struct decimal d) MUST_USE;

/* x op y; y is not zero in a division. */
const struct rat *rat_add(
	struct arena *a, const struct rat *x, const struct rat *y) MUST_USE;
/* x - y. */
const struct rat *rat_sub(
	struct arena *a, const struct rat *x, const struct rat *y) MUST_USE;
/* x * y. */
const struct rat *rat_mul(
	struct arena *a, const struct rat *x, const struct rat *y) MUST_USE;
/* x / y; y is not zero. */
const struct rat *rat_div(
	struct arena *a, const struct rat *x, const struct rat *y) MUST_USE;

/* <0, 0, >0 as x is less than, equal to, greater than y. */
int rat_cmp(const struct rat *x, const struct rat *y) MUST_USE;

/* -1, 0, 1. */
int rat_sign(const struct rat *x) MUST_USE;

/* x within low..high. */
const struct rat *rat_clamp(const struct rat *x, const struct rat *low,
	const struct rat *high) MUST_USE;

/* x rounded half up (away from zero) to that many decimals, 0 to 18. */
const struct rat *rat_round(
	struct arena *a, const struct rat *x, int decimals) MUST_USE;

/* Appends x rounded half up to exactly that many decimals: "0.63". */
void rat_print(struct buf *b, const struct rat *x, int decimals);

/* As rat_print() without trailing zeros: "0.5", "-0.25", "1". */
void rat_print_short(struct buf *b, const struct rat *x, int decimals);

/* rat_print() into the arena. */
const char *rat_text(
	struct arena *a, const struct rat *x, int decimals) MUST_USE;

#endif
