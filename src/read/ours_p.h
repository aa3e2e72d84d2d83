/*
 * What the files that read our own pages back share.
 */
#ifndef OURS_P_H
#define OURS_P_H

#include "reader_p.h"

/* A note of ours begins with a small number, and so does what it is about
 * end. */
bool ours_is_footnote(struct str s);

/* A link that stands in a text and among the others is one. */
void ours_drop_twins(struct links *links);

#endif
