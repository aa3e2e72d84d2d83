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

#endif
