/*
 * Short phrases around quantities: "at least", "or more", "about".
 */
#ifndef PHRASE_P_H
#define PHRASE_P_H

#include "lex_p.h"

/* How many tokens from i on are a comparator ("at least", ">="); 0: none. */
size_t phrase_comparator(const struct tokens *t, size_t i, enum comparator *c);

/* The comparator behind a quantity: "or more", "max"; else CMP_NONE. */
enum comparator phrase_comparator_after(
	const struct tokens *t, const struct token *q);

/* Is token i a word that changes nothing about a number: about, circa? */
bool phrase_is_soft(const struct tokens *t, size_t i);

/* The first token behind a quantity and its noun. */
size_t phrase_behind(const struct tokens *t, size_t i);

#endif
