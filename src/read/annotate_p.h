/*
 * What stands around the text of a key result or objective: annotate.c has
 * its end, annotate_head.c its beginning.
 */
#ifndef ANNOTATE_P_H
#define ANNOTATE_P_H

#include "reader_p.h"

/* Of what something is said: kr is NO_INDEX for the objective itself. */
struct target {
	struct reader *r;
	int objective, kr, line;
	bool fresh; /* its text is not known yet */
};

/* "@handle", and others after commas. */
bool annotate_is_handles(struct str s);

/* "P0", "P1" */
bool annotate_is_priority(struct str s);

/* Sets what a remark says; false when it is part of the text.  alone: there is
 * nothing else beside it. */
bool annotate_apply(const struct target *t, struct str s, bool alone);

/* Takes "P0 - @who - 0.7 - " off, and "[C] ", "(must) ": columns and tags in
 * front of a text, as many as there are. */
void annotate_take_columns(const struct target *t, struct str *s);

/* "[0.7] text", "(0.7) text", "0.7 - text". */
bool annotate_take_head(const struct target *t, struct str *s);

#endif
