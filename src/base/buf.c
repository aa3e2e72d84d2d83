/*
 * The bounded, growing text.
 */
#include "buf.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "xalloc.h"

enum { FIRST_BYTES = 64 };

void buf_init(struct buf *b, size_t max)
{
	assert(max < (size_t)-1 / 2);
	*b = (struct buf){
		.p = xmalloc(FIRST_BYTES), .cap = FIRST_BYTES, .max = max};
	b->p[0] = '\0';
}

void buf_release(struct buf *b)
{
	free(b->p);
	*b = (struct buf){.p = NULL};
}

void buf_clear(struct buf *b)
{
	assert(b->p);
	b->over = false;
	b->n = 0;
	b->p[0] = '\0';
}

/* Makes room for n more bytes and the NUL; false once it overflows. */
static bool reserve(struct buf *b, size_t n)
{
	size_t cap = b->cap;

	assert(b->p);
	if (b->over || n > b->max - b->n) {
		b->over = true;
		return false;
	}
	while (cap < b->n + n + 1)
		cap = xtimes(cap, 2);
	if (cap != b->cap) {
		b->p = xrealloc(b->p, cap);
		b->cap = cap;
	}
	return true;
}

void buf_add(struct buf *b, struct str s)
{
	assert(!s.n || s.p);
	if (!s.n || !reserve(b, s.n))
		return;
	memcpy(b->p + b->n, s.p, s.n);
	b->n += s.n;
	b->p[b->n] = '\0';
}

void buf_addc(struct buf *b, char c)
{
	/* Mostly there is room: then no more is asked. */
	if ((b->over || b->n >= b->max || b->n + 1 >= b->cap) && !reserve(b, 1))
		return;
	b->p[b->n++] = c;
	b->p[b->n] = '\0';
}

void buf_adds(struct buf *b, const char *text)
{
	buf_add(b, str_of(text));
}

void buf_vaddf(struct buf *b, const char *fmt, va_list ap)
{
	size_t room = b->cap - b->n;
	va_list again;
	int n;

	assert(b->p && b->n < b->cap);
	/* Mostly it fits; else it is written once more. */
	va_copy(again, ap);
	n = vsnprintf(b->p + b->n, room, fmt, again);
	va_end(again);
	assert(n >= 0);
	if (!reserve(b, (size_t)n)) {
		b->p[b->n] = '\0';
		return;
	}
	if ((size_t)n >= room)
		vsnprintf(b->p + b->n, (size_t)n + 1, fmt, ap);
	b->n += (size_t)n;
}

void buf_addf(struct buf *b, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	buf_vaddf(b, fmt, ap);
	va_end(ap);
}

void buf_add_number(struct buf *b, uint64_t n, int least)
{
	enum { MOST_DIGITS = 20 };
	char digits[MOST_DIGITS];
	int at = MOST_DIGITS;

	assert(least <= MOST_DIGITS);
	for (; n || at > MOST_DIGITS - least || at == MOST_DIGITS; n /= 10)
		digits[--at] = (char)('0' + n % 10);
	buf_add(b, (struct str){digits + at, (size_t)(MOST_DIGITS - at)});
}

void buf_add_times(struct buf *b, char c, size_t times)
{
	if (!reserve(b, times))
		return;
	memset(b->p + b->n, c, times);
	b->n += times;
	b->p[b->n] = '\0';
}

char *buf_room(struct buf *b, size_t n)
{
	return reserve(b, n) ? b->p + b->n : NULL;
}

void buf_took(struct buf *b, size_t n)
{
	assert(n < b->cap - b->n);
	b->n += n;
	b->p[b->n] = '\0';
}

void buf_cut(struct buf *b, size_t n)
{
	assert(n <= b->n);
	b->n = n;
	b->p[n] = '\0';
}

struct str buf_str(const struct buf *b)
{
	return (struct str){b->p, b->n};
}

int buf_finish(const struct buf *b, const char *what, struct err *err)
{
	assert(what && b->p[b->n] == '\0');
	if (!b->over)
		return 0;
	return err_set(
		err, ERR_DATA, "%s is larger than %zu bytes", what, b->max);
}
