/*
 * Small values inside an answer: a list of texts, and the one member that
 * is wanted of an object ("author": {"id": 7, ...}).
 *
 * Each reads the value that comes next and leaves the reader behind it;
 * what has another type is skipped.
 */
#ifndef INNER_P_H
#define INNER_P_H

#include <stdbool.h>
#include <stdint.h>

#include "arena.h"
#include "pull.h"
#include "vec.h"

/* The texts of a list, copied into the arena behind those that are there. */
void inner_texts(struct pull *p, struct arena *a, struct texts *out);

/* The object's integer of that name; *out stays where there is none. */
void inner_int(struct pull *p, const char *name, int64_t *out);

/* The object's text of that name, the reader's own; false without one. */
bool inner_text(struct pull *p, const char *name, struct str *out);

#endif
