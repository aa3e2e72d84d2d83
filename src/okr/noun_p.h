/*
 * The nouns that numbers count, shared by lex_noun.c (English) and noun.c.
 */
#ifndef NOUN_P_H
#define NOUN_P_H

#include "lex_p.h"

enum { NOUN_DISTANCE = 6 };

/* Cannot word i stand inside the phrase behind a number? */
bool noun_ends(const struct tokens *t, size_t i);

/* As noun_ends(), for words that are others in English. */
bool noun_is_romance_end(const struct tokens *t, size_t i);

/* The noun behind token i in another language than English, or 0. */
size_t noun_foreign(const struct tokens *t, size_t i);

#endif
