/*
 * The words for numbers.
 */
#ifndef NUMBER_WORDS_P_H
#define NUMBER_WORDS_P_H

#include "lex_p.h"

struct number_word {
	const char *text;
	int value;
	enum tongue tongue; /* the only one that has it, or none */
	bool bound;         /* a number in its own tongue alone */
};

/* Under their first letters in small, up to one without text; or NULL. */
extern const struct number_word *const NUMBER_WORDS[256];

/* The tongue that alone has the number that s begins with, or
 * TONGUE_ENGLISH. */
enum tongue number_tongue(struct str s);
/* What a word is in that tongue and hardly in others: "tre", "lima"; -1 for
 * others. */
int number_bound(struct str word, enum tongue tongue);
/* Is it a "no" that no other language has as another word: "geen", "zerar"? */
bool number_says_none(struct str word);
/* May it be one in some tongue? */
bool number_may_be_bound(struct str word);

#endif
