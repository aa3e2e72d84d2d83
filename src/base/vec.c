/*
 * Growing an array in an arena: by doubling; the old copy stays behind.
 */
#include "vec.h"

#include <string.h>

enum { FIRST_ELEMENTS = 8 };

void *vec_grow(struct arena *a, void *v, size_t n, size_t *cap, size_t size)
{
	void *larger;

	if (n < *cap)
		return v;
	*cap = *cap ? xtimes(*cap, 2) : FIRST_ELEMENTS;
	larger = arena_alloc(a, xtimes(*cap, size));
	if (n)
		memcpy(larger, v, n * size);
	return larger;
}
