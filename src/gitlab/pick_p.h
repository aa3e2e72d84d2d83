/*
 * What is kept of an element of a list: its JSON without the members that
 * nothing here reads, and the numbers that say which element it is.
 */
#ifndef GITLAB_PICK_P_H
#define GITLAB_PICK_P_H

#include "buf.h"
#include "pull.h"
#include "walk_p.h"

/* Takes the element that comes next; what is kept of it is appended to out, on
 * one line and never longer than it was, its numbers go into row. A wrong type
 * leaves 0 for whoever reads it. False after a mistake of the reader's. */
bool pick_element(struct pull *p, struct buf *out, struct row *row);

#endif
