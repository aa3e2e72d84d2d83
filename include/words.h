/*
 * The words OKRs are written with: verbs and what they want, and how people
 * say that something goes well or badly.
 */
#ifndef WORDS_H
#define WORDS_H

#include <stdbool.h>

#include "arena.h"
#include "model.h"
#include "str.h"

enum verb_sense {
	VERB_NONE,   /* not a verb we know */
	VERB_UP,     /* increase, grow */
	VERB_DOWN,   /* reduce, cut */
	VERB_CHANGE, /* improve, move: the numbers say which way */
	VERB_REACH,  /* achieve, hit */
	VERB_KEEP,   /* maintain, keep */
	VERB_MAKE,   /* launch, hire, close: an output */
};

/* What a verb in the infinitive wants; with inflected, also "increases",
 * "reduced", "improving".  ASCII case is ignored. */
enum verb_sense verb_sense(struct str word, bool inflected);

/* DIRECTION_INCREASE for VERB_UP and so on; DIRECTION_NONE for the others. */
enum direction verb_direction(enum verb_sense s);

/*
 * Health in a short text such as a status cell: a colour (word, emoji or
 * :shortcode:) wins over other words, the first of each over later ones.
 * Whole words only: "red" is not in "delivered".  HEALTH_NONE when there is
 * none.  words, unless NULL, becomes the text without emoji, trimmed:
 * "🟡 On track" gives HEALTH_NEEDS_ATTENTION and "On track".
 */
enum health health_read(struct arena *a, struct str text, const char **words);

/*
 * Takes emoji and a colour or status word from the beginning of a text:
 * "🟡 Yellow - $14.5M" leaves " - $14.5M".  False, with s untouched, when it
 * begins with neither.
 */
bool health_take(struct str *s, enum health *out) MUST_USE;

/* Takes one emoji or :shortcode: from the beginning; empty when none. */
struct str emoji_take(struct str *s);

#endif
