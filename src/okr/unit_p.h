/*
 * Units of measurement: how they are spelt, and which can be converted into
 * each other exactly.  What is counted (deals, users) is no table entry; two
 * such words are like each other when their singulars are equal.
 */
#ifndef UNIT_P_H
#define UNIT_P_H

#include <stdbool.h>
#include <stdint.h>

#include "str.h"

enum unit_family {
	UNIT_COUNT, /* a word that is not in the table */
	UNIT_TIME,  /* factor in milliseconds */
	UNIT_MONTHS,
	UNIT_SHARE, /* percent */
	UNIT_POINTS,
	UNIT_FACTOR, /* 5x */
	UNIT_BYTES,
	UNIT_MASS,   /* in milligrams */
	UNIT_LENGTH, /* in millimetres */
	UNIT_ENERGY, /* in kilowatt hours */
	UNIT_POWER,  /* in kilowatts */
	UNIT_MEASURE,
};

struct unit {
	const char *word; /* as written */
	const char *name; /* as we show it */
	enum unit_family family;
	int64_t factor; /* to the family's smallest; 0: not convertible */
	int how;        /* UNIT_EXACT, UNIT_ATTACHED */
};

enum {
	UNIT_EXACT = 1,    /* case matters */
	UNIT_ATTACHED = 2, /* only directly behind the digits: 5d */
	UNIT_FROM = 4,     /* with a Turkish ending that says from where */
};

/* The unit at the beginning of s, which is behind a number (and, unless
 * attached, a blank); s is advanced past it.  NULL for none. */
const struct unit *unit_take(struct str *s, bool attached);

/* The table entry for a whole word, or NULL. */
const struct unit *unit_find(struct str word);

/* Are the two the same but for number, case and spelling, or convertible?
 * Rates ("deals/qtr") need the same head and the same rate. */
bool unit_is_like(struct str a, struct str b);

/* The noun behind a number when it is known though it has no plural s:
 * "people", "Kunden". */
bool unit_is_noun(struct str word);

/* "/10": out of how many; a rate ("/week") is none. */
bool unit_is_score(const char *unit);

/* Is it a word that a rate may end in: day, week, qtr ...? */
bool unit_is_span(struct str word);

#endif
