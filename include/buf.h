/*
 * A growing text that is born with its maximum size.
 *
 * The content is NUL-terminated at all times (buf.p is never NULL after
 * buf_init) and n counts its bytes without that NUL.  When an append would
 * grow past max, nothing more is added and the overflow sticks: appends need
 * no checks, buf_finish() reports once.  A maximum is always a named constant
 * with its unit.
 */
#ifndef BUF_H
#define BUF_H

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "attr.h"
#include "err.h"
#include "str.h"

struct buf {
	char *p;  /* owned */
	size_t n; /* bytes used */
	size_t cap;
	size_t max; /* bytes at most, the NUL not counted */
	bool over;  /* something did not fit */
};

/* Starts empty; max is the most bytes it may ever hold. */
void buf_init(struct buf *b, size_t max);

/* Frees the content; the buffer may be init'ed again. */
void buf_release(struct buf *b);

/* Empties it and forgets an overflow; keeps the memory for reuse. */
void buf_clear(struct buf *b);

/* Appends a slice, NUL bytes included, whole or not at all. */
void buf_add(struct buf *b, struct str s);
/* One byte. */
void buf_addc(struct buf *b, char c);
/* A NUL-terminated text; NULL adds nothing. */
void buf_adds(struct buf *b, const char *text);
/* As printf(), whole or not at all. */
void buf_addf(struct buf *b, const char *fmt, ...) PRINTF(2, 3);
/* As vprintf(); ap is used up. */
void buf_vaddf(struct buf *b, const char *fmt, va_list ap) PRINTF(2, 0);
/* A number of at least so many digits, zeros before it where it has fewer;
 * least is at most 20. */
void buf_add_number(struct buf *b, uint64_t n, int least);
/* The same byte so many times, 0 included. */
void buf_add_times(struct buf *b, char c, size_t times);

/* Where n more bytes may be written by whoever knows how; NULL when they are
 * too many. buf_took() then appends the first n of them. */
char *buf_room(struct buf *b, size_t n);
/* n is no more than the room that was asked for last. */
void buf_took(struct buf *b, size_t n);

/* Cuts the content down to n bytes; n beyond the content is a mistake. */
void buf_cut(struct buf *b, size_t n);

/* The content as a slice, borrowed until the next change. */
struct str buf_str(const struct buf *b);

/* 0, or -1 with ERR_DATA "WHAT is larger than N bytes" after an overflow. */
int buf_finish(const struct buf *b, const char *what, struct err *err) MUST_USE;

#endif
