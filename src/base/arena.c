/*
 * The arena: blocks that double up to a megabyte, larger pieces alone.
 */
#include "arena.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "xalloc.h"

enum {
	FIRST_BYTES = 16 * 1024,
	BLOCK_BYTES = 1024 * 1024,
	ALIGN = _Alignof(max_align_t),
	SHORT_BYTES = 256, /* of a formatted text, as nearly all are */
};

struct arena_block {
	struct arena_block *next;
	size_t cap;
	size_t used;
	_Alignas(max_align_t) char bytes[];
};

struct arena_defer {
	struct arena_defer *next;
	void (*fn)(void *);
	void *what; /* owned by whoever wrote fn */
};

void arena_init(struct arena *a)
{
	*a = (struct arena)ARENA_INIT;
}

void arena_release(struct arena *a)
{
	for (struct arena_defer *d = a->defer; d; d = d->next)
		d->fn(d->what);
	while (a->block) {
		struct arena_block *next = a->block->next;

		free(a->block);
		a->block = next;
	}
	arena_init(a);
}

static void add_block(struct arena *a, size_t size)
{
	size_t cap = a->block ? a->block->cap * 2 : FIRST_BYTES;
	struct arena_block *block;

	assert(size % ALIGN == 0);
	if (cap > BLOCK_BYTES)
		cap = BLOCK_BYTES;
	if (cap < size)
		cap = size;
	block = xmalloc(sizeof *block + cap);
	block->cap = cap;
	block->used = 0;
	block->next = a->block;
	a->block = block;
}

static size_t aligned(size_t size)
{
	return (size + ALIGN - 1) / ALIGN * ALIGN;
}

/* Memory with anything in it. */
static void *take(struct arena *a, size_t size)
{
	void *p;

	assert(size < (size_t)-1 / 2);
	size = aligned(size);
	if (!a->block || size > a->block->cap - a->block->used)
		add_block(a, size);
	p = a->block->bytes + a->block->used;
	a->block->used += size;
	a->used += size;
	return p;
}

void *arena_alloc(struct arena *a, size_t size)
{
	return memset(take(a, size), 0, size);
}

void *arena_grow(struct arena *a, void *p, size_t n, size_t size)
{
	struct arena_block *b = a->block;
	size_t more = aligned(size) - aligned(n);
	char *larger;

	assert(!n || p);
	assert(size >= n);
	if (b && n && (char *)p + aligned(n) == b->bytes + b->used &&
		more <= b->cap - b->used) {
		b->used += more;
		a->used += more;
		larger = p;
	} else {
		larger = take(a, size);
		if (n)
			memcpy(larger, p, n);
	}
	memset(larger + n, 0, size - n);
	return larger;
}

struct str arena_str(struct arena *a, struct str s)
{
	char *p = take(a, s.n + 1);

	if (s.n)
		memcpy(p, s.p, s.n);
	p[s.n] = '\0';
	return (struct str){p, s.n};
}

const char *arena_text(struct arena *a, struct str s)
{
	return arena_str(a, s).p;
}

const char *arena_vprintf(struct arena *a, const char *fmt, va_list ap)
{
	char shorter[SHORT_BYTES];
	va_list again;
	char *p;
	int n;

	va_copy(again, ap);
	n = vsnprintf(shorter, sizeof shorter, fmt, again);
	va_end(again);
	assert(n >= 0);
	p = take(a, (size_t)n + 1);
	if ((size_t)n < sizeof shorter)
		memcpy(p, shorter, (size_t)n + 1);
	else
		vsnprintf(p, (size_t)n + 1, fmt, ap);
	return p;
}

const char *arena_printf(struct arena *a, const char *fmt, ...)
{
	const char *text;
	va_list ap;

	va_start(ap, fmt);
	text = arena_vprintf(a, fmt, ap);
	va_end(ap);
	return text;
}

void arena_defer(struct arena *a, void (*fn)(void *), void *what)
{
	struct arena_defer *d = ARENA_NEW(a, struct arena_defer);

	assert(fn);
	*d = (struct arena_defer){.next = a->defer, .fn = fn, .what = what};
	a->defer = d;
}
