/*
 * Memory that is always there: running out ends the process here, with one
 * line on stderr and exit status 3, so nobody else has to check.
 */
#ifndef XALLOC_H
#define XALLOC_H

#include <stddef.h>

#include "attr.h"

/* size bytes, uninitialised; the caller owns them and calls free(). */
void *xmalloc(size_t size) MUST_USE;

/* As realloc(3); p may be NULL; the old pointer is gone afterwards. */
void *xrealloc(void *p, size_t size) MUST_USE;

/* a * b, or the end of the process where that does not fit a size_t. */
size_t xtimes(size_t a, size_t b) MUST_USE;

#endif
