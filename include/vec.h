/*
 * Growing arrays in an arena.
 *
 *	struct names { VEC_OF(const char *); };
 *	*vec_add(arena, &names) = "a";
 *	for (size_t i = 0; i < names.n; i++) use(names.v[i]);
 *
 * A zeroed struct is an empty array.  Growing copies, so a pointer to an
 * element is good until the next vec_add(); keep the index instead.
 */
#ifndef VEC_H
#define VEC_H

#include <stddef.h>

#include "arena.h"
#include "xalloc.h"

#define VEC_OF(type) \
	type *v; \
	size_t n; \
	size_t cap

/* A pointer to a new zeroed last element. */
#define vec_add(a, vec) \
	((vec)->v = vec_grow( \
		 (a), (vec)->v, (vec)->n, &(vec)->cap, sizeof *(vec)->v), \
		&(vec)->v[(vec)->n++])

/* The array most often needed: NUL-terminated texts. */
struct texts {
	VEC_OF(const char *);
};

/* Room for one more element of size bytes behind n; for vec_add() only. */
void *vec_grow(
	struct arena *a, void *v, size_t n, size_t *cap, size_t size) MUST_USE;

#endif
