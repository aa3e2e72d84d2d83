/*
 * The tables of units, by their first letters.
 */
#ifndef UNIT_WORDS_P_H
#define UNIT_WORDS_P_H

#include "unit_p.h"

/* Milliseconds. */
#define MS INT64_C(1)
#define SEC (1000 * MS)
#define MIN (60 * SEC)
#define HOUR (60 * MIN)
#define DAY (24 * HOUR)
#define WEEK (7 * DAY)

/* Those that begin with a letter of ASCII, and all others: each up to one
 * without word, or NULL. */
extern const struct unit *const UNITS[256];
extern const struct unit *const UNITS_FAR[256];

#endif
