/*
 * What the escaping files share.
 */
#ifndef ESCAPE_P_H
#define ESCAPE_P_H

#include "escape.h"

/* Escapes a piece of a markdown line. The text is clean and has no newline;
 * start tells that it may come first on a line. */
void markdown_piece(struct buf *b, struct str text, bool start);

/* Appends the text cleaned, white space as single blanks, none at the ends. */
void clean_line(struct buf *b, struct str text);

#endif
