/*
 * Growing an array in an arena: by doubling; an old copy stays behind unless
 * the array was the last thing in the arena.
 */
#include "vec.h"

#include <assert.h>

enum { FIRST_ELEMENTS = 8, FEW_ELEMENTS = 2, LARGE_BYTES = 256 };

void *vec_grow(struct arena *a, void *v, size_t n, size_t *cap, size_t size)
{
	size_t had = *cap;

	assert(!*cap || v);
	assert(n <= *cap && size > 0);
	if (n < had)
		return v;
	*cap = had                  ? xtimes(had, 2)
	       : size > LARGE_BYTES ? FEW_ELEMENTS
				    : FIRST_ELEMENTS;
	return arena_grow(a, v, xtimes(had, size), xtimes(*cap, size));
}
