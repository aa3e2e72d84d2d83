/*
 * Sections of a text that tell where its key results stand.
 */
#ifndef UPDATES_P_H
#define UPDATES_P_H

#include "reader_p.h"

/* Is the section b an update of what was read so far: named one, with marks of
 * key results that are known? */
bool updates_begin(struct reader *r, const struct block *b);

/* ... and a line of text with the list below it? */
bool updates_begin_list(struct reader *r, const struct block *b);

/* Remembers the section, or line and list, and tells so in --explain. */
void updates_keep(struct reader *r, const struct block *b);

/* Reads all that were kept as comments are read; text is the source. */
void updates_apply(struct reader *r, struct str text);

#endif
