/*
 * What the files that read one quantity literal share: the literal, and the
 * parts behind its digits.
 */
#ifndef AMOUNT_PARTS_P_H
#define AMOUNT_PARTS_P_H

#include "amount_p.h"

#include "number_p.h"
#include "unit_p.h"

struct amount {
	struct arena *arena;
	struct str rest;
	struct number number;
	struct str digits; /* as written */
	struct token *token;
	bool negative;
	const char *unit;
	bool bound;          /* behind "under", "at least" */
	bool money_first;    /* the currency stood before the digits */
	struct decimal high; /* of a range */
	int high_places;
	enum unit_family family;
};

/* Does s begin with a digit, or with a point and one? */
bool amount_at_digit(struct str s);

/* Makes a name of the digits, with what is glued to them. */
void amount_take_name(struct amount *m);

/* "8/10", "4 out of 5": the value's unit is what it is out of. */
bool amount_take_denominator(struct amount *m);

/* "3:1" counts the left side, "1:7" the right one.  "9:30" is a time. */
bool amount_take_ratio(struct amount *m);

/* "5x/week", "8 /month": what stands behind the slash is a span or a word. */
void amount_take_rate(struct amount *m);

/* "10-12", "$5 - $8M": a range has a text and a unit but no value. */
void amount_take_range(struct amount *m);

/* The bounds of a range that is read to its end. */
void amount_set_bounds(struct amount *m);

#endif
