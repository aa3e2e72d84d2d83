/*
 * The key results of one line, or of one cell.
 */
#ifndef PARTS_P_H
#define PARTS_P_H

#include "reader_p.h"

/* The next "-> KR2: text" or "Key results: text" of a line: where it begins;
 * end: where the text before it ends.  label: one without number is meant,
 * too.  STR_NONE: there is none. */
size_t parts_next(struct piece p, bool label, size_t *end);

/* What parts s into several: a semicolon, a middle dot, a comma; NULL where
 * it is one.  many: it is known to be several; else each must have a number,
 * and a comma parts none. */
const char *parts_sign(struct str s, bool many);

/* The next part of s, in front of a sign that stands in no brackets.  False at
 * the end. */
bool parts_take(struct str *s, const char *sign, struct str *part);

/* "(1) First. (2) Second", "a) first b) second"? */
bool parts_are_counted(struct str s);
/* Takes the n-th of them. */
bool parts_take_counted(struct str *s, long n, struct str *part);

#endif
