/*
 * What the words and the numbers of a verdict share.
 */
#ifndef VERDICT_NUMBER_P_H
#define VERDICT_NUMBER_P_H

#include "verdict_p.h"

/* Takes a share of what was to be reached, in any way of writing it, and a
 * percentage only; false, with s and v untouched, for anything else. */
bool verdict_take_number(struct str *s, struct verdict *v);
/* Takes a percentage only. */
bool verdict_take_percent(struct str *s, struct verdict *v);

/* Blanks and marks without a meaning of their own go. */
struct str verdict_skip_marks(struct str s);

/* Does a word or a number begin here? */
bool verdict_at_word(struct str s);

/* "$1.8M": how much it was, and more than a remark. */
bool verdict_is_sum(struct str s);

/* Is what follows a phrase nothing, or only a remark on it? */
bool verdict_is_remark(struct str s);

/* "to Q2", "until next quarter", "into FY22", "Q3" */
bool verdict_is_later(struct str s);

/* "adiado para o T3", "Q4'e ertelendi": put off to some time, and no more. */
bool verdict_puts_off(struct str s);

#endif
