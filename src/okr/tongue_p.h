/*
 * The words that tell a language.
 */
#ifndef TONGUE_P_H
#define TONGUE_P_H

#include "lex_p.h"

enum { TONGUES = TONGUE_HINDI + 1, TONGUE_NOUN = 3 };

/* What a word says for each tongue: 2 is enough, 1 needs another; an English
 * word outweighs two.  TONGUE_NOUN: a word that may be what is counted. */
struct small_word {
	const char *text;
	unsigned char says[TONGUES];
};

/* Under their first letters in small, up to one without text; or NULL. */
extern const struct small_word *const TONGUE_WORDS[256];
extern const struct small_word *const TONGUE_WORDS_MORE[256];
extern const struct small_word *const TONGUE_WORDS_FAR[256];

#endif
