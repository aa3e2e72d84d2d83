/*
 * Memory that is given out in pieces and returned all at once.
 *
 * One arena is made in main and passed down; the model, findings, view and
 * pages live in it, so core structs never free.  A piece is aligned for any
 * type and zeroed.  arena_defer() lets memory of a foreign library live as
 * long as the arena.
 */
#ifndef ARENA_H
#define ARENA_H

#include <stdarg.h>
#include <stddef.h>

#include "attr.h"
#include "str.h"

struct arena_block;
struct arena_defer;

struct arena {
	struct arena_block *block; /* owned, newest first */
	struct arena_defer *defer; /* in the arena itself, newest first */
	size_t used;               /* bytes given out, for --verbose */
};

#define ARENA_INIT \
	{ \
		NULL, NULL, 0 \
	}

/* Starts empty. ARENA_INIT does the same. */
void arena_init(struct arena *a);

/* Runs what was deferred, newest first, and frees everything. */
void arena_release(struct arena *a);

/* size bytes, zeroed, aligned for any type; borrowed from the arena. */
void *arena_alloc(struct arena *a, size_t size) MUST_USE;

/* The n bytes at p, which came from this arena, as the beginning of size bytes,
 * the rest zeroed: where they are if nothing was given out since and there is
 * room, else copied. */
void *arena_grow(struct arena *a, void *p, size_t n, size_t size) MUST_USE;

/* One zeroed object, or an array of n, of a type. */
#define ARENA_NEW(a, type) ((type *)arena_alloc((a), sizeof(type)))
#define ARENA_ARRAY(a, type, n) \
	((type *)arena_alloc((a), xtimes((n), sizeof(type))))

/* A NUL-terminated copy; bytes after an inner NUL are kept but unseen. */
const char *arena_text(struct arena *a, struct str s) MUST_USE;

/* A copy of the bytes as a slice (NUL-terminated as well). */
struct str arena_str(struct arena *a, struct str s) MUST_USE;

/* A formatted text of any length. */
const char *arena_printf(struct arena *a, const char *fmt, ...)
	PRINTF(2, 3) MUST_USE;
/* The same from a list of arguments, which is used up. */
const char *arena_vprintf(struct arena *a, const char *fmt, va_list ap)
	PRINTF(2, 0) MUST_USE;

/* When the arena is released, call fn(what). */
void arena_defer(struct arena *a, void (*fn)(void *), void *what);

#endif
