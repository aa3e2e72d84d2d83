/*
 * One quantity literal: sign, currency, digits, magnitude and the unit that
 * stands directly behind.  Nouns that are counted and what the words around
 * say are the business of lex.c.
 */
#ifndef AMOUNT_P_H
#define AMOUNT_P_H

#include "lex_p.h"

/*
 * Takes a quantity from the beginning of s.  The token becomes a
 * TOKEN_QUANTITY, or a TOKEN_NAME for digits that are none (dates, versions,
 * 2FA, 1st).  False, with s untouched, when s does not begin with digits.
 */
enum {
	AMOUNT_AFTER_TEXT = 1,  /* that is not blank: a sign is a dash */
	AMOUNT_AFTER_BOUND = 2, /* "under": "75 days - 81" is no range */
};
bool amount_take(
	struct arena *a, struct str *s, int where, struct token *out) MUST_USE;

/* As amount_take() for "five", "two million", "zero percent". */
bool amount_take_word(
	struct arena *a, struct str *s, struct token *out) MUST_USE;

/* Behind a value with the unit of a time: takes a smaller time from the
 * beginning of rest, gives value and unit the exact sum. */
void compound_take(struct str *rest, struct decimal *v, const char **unit);

/* Takes "dozen" from the beginning of rest: v is so many times twelve. */
void dozens_take(struct str *rest, struct decimal *v);

/* x * 10^y in q, or no value when that is out of range. */
void amount_scale(struct quantity *q, struct decimal raw, int places);

#endif
