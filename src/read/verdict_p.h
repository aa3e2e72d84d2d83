/*
 * What a short text says as a result.
 */
#ifndef VERDICT_P_H
#define VERDICT_P_H

#include <stdbool.h>

#include "model.h"
#include "str.h"

struct verdict {
	enum result_kind kind;  /* RESULT_NONE for an empty text */
	bool has_percent;       /* RESULT_PERCENT, and WIP with a number */
	struct decimal percent; /* 66 for "66 %" */
	bool known;             /* words of the table, not just any text */
	bool exact;             /* nothing but them, or a remark behind */
	struct str rest;        /* behind those words */
	bool sure;              /* a percentage that says it is progress */
};

enum verdict_how {
	ANY,   /* whatever follows */
	ALONE, /* only with nothing, or a remark, behind it */
	LATER, /* only before a time: "moved to Q2" */
};

struct verdict_phrase {
	const char *words;
	enum result_kind kind;
	enum verdict_how how;
};

/* By their first letters, each list ending with {0}. */
extern const struct verdict_phrase *const VERDICT_PHRASES[256];
extern const struct verdict_phrase *const VERDICT_PHRASES_OTHER[256];
extern const struct verdict_phrase *const VERDICT_PHRASES_FAR[256];

/* Judges a plain text. */
struct verdict verdict_of(struct str text);

/* An empty box in front of a line is one to be ticked: it says as little of
 * how far that is as "[ ]". */
bool verdict_is_empty_box(struct str emoji);

/* Takes "[x] ", "[~] " and the like off the front of s; told are the words that
 * say the same, none for "[ ] ". */
bool verdict_take_box(struct str *s, struct str *told);

/* The length of a wide mark, ideographic or full-width, that s begins with. */
size_t verdict_wide_mark(struct str s);

/* Emoji that say how it ended: kind, or RESULT_NONE. */
enum result_kind verdict_of_emoji(struct str emoji);

#endif
