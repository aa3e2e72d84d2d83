/*
 * Layouts that markdown takes for something else.
 */
#ifndef LAYOUT_P_H
#define LAYOUT_P_H

#include "arena.h"
#include "str.h"

/* The text with a list and no code where all of it is set in, bullets before
 * boxes, and items for lines set in below others; line for line.  Empty where
 * there is nothing of that.  Time linear in its length. */
struct str layout_mended(struct arena *a, struct str text);

#endif
