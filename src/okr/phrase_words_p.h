/*
 * The tables of phrases that compare.
 */
#ifndef PHRASE_WORDS_P_H
#define PHRASE_WORDS_P_H

#include "phrase_p.h"

enum { PHRASE_WORDS = 5 };

struct phrase {
	const char *words[PHRASE_WORDS];
	enum comparator compare;
};

/* Under the first letters of their first words, up to one without words, or
 * NULL; longer ones first where one begins like another.  In front of a
 * quantity (ASCII and other letters) and behind it. */
extern const struct phrase *const PHRASES[256];
extern const struct phrase *const PHRASES_FAR[256];
extern const struct phrase *const PHRASES_AFTER[256];

#endif
