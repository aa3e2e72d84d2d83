/*
 * A line while its beginning is read: what the parts of that grammar share.
 */
#ifndef MARK_LOOK_P_H
#define MARK_LOOK_P_H

#include "mark_p.h"

struct look {
	struct str all; /* the line */
	const unsigned char *flags;
	int how;
	struct mark mark;
};

/* Where a slice that belongs to the line begins. */
size_t mark_offset(const struct look *r, struct str s);

/* Does bold type end just before this slice? */
bool mark_bold_ends(const struct look *r, struct str s);

/* Takes brackets and numbering before a marker or text off: "1.", "(1)",
 * "1.2:", "a)", "[" of "[KR1] text". */
void mark_front(struct look *r, struct str *s);

/* "O6 (the next shop) distracts us.": a sentence, remark being its brackets. */
bool mark_goes_on(struct str s, struct str remark);

/* "KR Loaves that pass at once" of a heading, behind "KR": the text, though
 * neither number nor separator is there? */
bool mark_is_worded(const struct look *r, const struct word *w, struct str s);

/* May the text behind a number that nothing parts from it be what is numbered?
 * kr: a key result, whose text may begin with a small letter.  Leaves out the
 * blanks before it. */
bool mark_stands_bare(
	const struct look *r, bool kr, struct str number, struct str *s);

/* Is the first line of it a title between quotation marks? */
bool mark_is_quoted(struct str s);

/* "**Objective A** Grow": a letter with which the bold type ends. */
bool mark_bold_letter(const struct look *r, struct str *s, struct str *number);

#endif
