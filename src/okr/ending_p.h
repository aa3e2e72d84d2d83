/*
 * What the ending of a number or of its unit says: see ending.c.
 */
#ifndef ENDING_P_H
#define ENDING_P_H

#include "lex_p.h"

/* Skips an ending with its mark behind a number, as in "20'den", "20-ra" and
 * "20:een"; says gets TOKEN_FROM, TOKEN_TO or TOKEN_BY. */
bool ending_take(struct str *s, int *says);

/* The same without a mark, of a word for thousands: "binden". */
bool ending_take_bare(struct str *s, int *says);
bool ending_is_bare(struct str s);

/* Are these two forms of one word, "from" it and "to" it?  stem gets what they
 * have in common. */
bool ending_is_pair(struct str from, struct str to, struct str *stem);

#endif
