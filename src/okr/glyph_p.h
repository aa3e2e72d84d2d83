/*
 * What one character means to the small grammars: letters, blanks, dashes,
 * arrows and comparison signs in ASCII and in the Unicode spellings people
 * and their keyboards use.
 */
#ifndef GLYPH_P_H
#define GLYPH_P_H

#include <stdbool.h>
#include <stddef.h>

#include "str.h"

enum glyph {
	GLYPH_END,
	GLYPH_SPACE,
	GLYPH_IGNORED, /* joiners, variation selectors */
	GLYPH_LETTER,  /* of any alphabet */
	GLYPH_IDEOGRAPH,
	GLYPH_DIGIT,
	GLYPH_DASH,
	GLYPH_ARROW,
	GLYPH_LE,
	GLYPH_GE,
	GLYPH_TILDE,
	GLYPH_TIMES,
	GLYPH_PERCENT,
	GLYPH_QUOTE,
	GLYPH_SYMBOL, /* emoji and the like */
	GLYPH_OTHER,  /* ASCII punctuation, look at the byte */
};

/* The kind of the first character of s, and its length in bytes (0 at the
 * end; 1 for a byte that is not UTF-8). */
enum glyph glyph_first(struct str s, size_t *n);

/* Length of the blanks at the beginning, no-break and thin ones included. */
size_t glyph_blanks(struct str s);

/* s without blanks and ignored characters at both ends. */
struct str glyph_trim(struct str s);

/* Is the first character a letter or digit that would continue a word? */
bool glyph_goes_on(struct str s);

#endif
