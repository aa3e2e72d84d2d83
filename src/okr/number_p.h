/*
 * Numbers in words, digits with grouping and decimal marks of several
 * countries, magnitudes and currencies.  The rules that decide between them are
 * in number.c.
 */
#ifndef NUMBER_P_H
#define NUMBER_P_H

#include <stdbool.h>

#include "decimal.h"
#include "str.h"

struct number {
	struct decimal value;
	struct decimal grouped; /* "1.500" read with '.' as grouping mark */
	bool ambiguous;         /* ... and that reading is possible */
	bool round;             /* ... and likely: it ends in 0 */
};

enum number_found {
	NUMBER_NONE, /* no digit here; s untouched */
	NUMBER_YES,
	NUMBER_ODD, /* digits that are no number: 1.2.3, 10.0.0.1; skipped */
};

/* Takes an unsigned number from the beginning. */
enum number_found number_take(struct str *s, struct number *out);

/* Takes "five", "twenty-one", "zero" ...; false, with s untouched, for other
 * words.  What follows the word is the caller's business. */
bool number_take_word(struct str *s, struct number *out);

/* Takes "k", "M", " million", "Mio." ...; with_money: a currency was seen. */
bool magnitude_take(struct str *s, bool with_money, int *places);

/* Behind a magnitude of the East with so many places: takes the smaller part
 * of the number, which value gets with the places that remain. */
void magnitude_take_lower(struct str *s, struct decimal *value, int *places);

/* Takes "Mkr", "tkr" and gives "SEK" and the places; NULL when there is
 * none. */
const char *currency_take_crowns(struct str *s, int *places);

/* Takes a currency before a number ("$", "US$", "EUR ") and gives its ISO
 * code; NULL when there is none. */
const char *currency_take_before(struct str *s);
/* The same behind a number ("€", " euros"). */
const char *currency_take_after(struct str *s);

/* Does s begin with a currency that may stand behind a magnitude? */
bool currency_is_next(struct str s);

/* Is it the code of a currency? */
bool currency_is_code(const char *unit);

#endif
