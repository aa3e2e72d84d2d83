/*
 * What the escaping files share.
 */
#ifndef ESCAPE_P_H
#define ESCAPE_P_H

#include "escape.h"

/* Escapes a piece of a markdown line. The text is clean and has no newline;
 * start tells that it may come first on a line. */
void markdown_piece(struct buf *b, struct str text, bool start);

/* Appends a text that is an x and nothing else as an entity: as the text of a
 * link in a list, "[x](...)" is a ticked box to Hugo. False for other texts. */
bool markdown_box(struct buf *b, struct str text);

/* Appends the text cleaned, white space as single blanks, none at the ends. */
void clean_line(struct buf *b, struct str text);

/* Would clean_line() leave it as it is?  So it is with most lines. */
bool is_clean_line(struct str s);

#endif
