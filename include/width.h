/*
 * How wide text is on a terminal.
 */
#ifndef WIDTH_H
#define WIDTH_H

#include "buf.h"
#include "str.h"

/* Columns that UTF-8 text takes; a broken byte and a control take one. */
int width_of(struct str text);

/* Appends text in exactly that many columns: padded with blanks (on the left
 * when right is set), or cut with "..." when it is wider. */
void width_pad(struct buf *b, struct str text, int columns, int right);

#endif
