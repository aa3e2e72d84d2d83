/*
 * Other words that people use for those of a key result: synonyms, short forms
 * and cut ones.
 */
#ifndef CHECKIN_ALIAS_P_H
#define CHECKIN_ALIAS_P_H

#include "attr.h"
#include "str.h"

#include <stdint.h>

/* What the word can mean, a bit for each sense: two words that share one may
 * stand for each other.  0: we know no other word for it. */
uint64_t alias_senses(struct str word) MUST_USE;

/* The senses of all words of a text. */
uint64_t alias_text_senses(struct str text) MUST_USE;

/* Is the word a common cut of one of the text's: "auth" in "authorisation
 * rate"? */
bool alias_is_cut(struct str word, struct str text) MUST_USE;

#endif
