/*
 * Reading JSON without building a tree: walk the bytes once, take the members
 * asked for, skip the rest.
 *
 * Strict: RFC 8259, valid UTF-8, no repeated member names, depth at most
 * PULL_DEPTH, a whole document and nothing behind it.  Never reads past its
 * input and never recurses deeper than the limit.  The first mistake sticks:
 * every later call answers "no more", and pull_finish() tells what was wrong
 * and where, so a walk needs no check at each step.
 *
 *	struct pull p;
 *	struct str key;
 *
 *	pull_init(&p, text, arena);
 *	if (pull_object(&p))
 *		while (pull_key(&p, &key))
 *			if (str_is(key, "iid"))
 *				pull_int(&p, &issue.iid);
 *			else if (str_is(key, "title"))
 *				pull_text(&p, &issue.title);
 *			else
 *				pull_skip(&p);
 *	return pull_finish(&p, "issue", err);
 */
#ifndef PULL_H
#define PULL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "arena.h"
#include "decimal.h"
#include "err.h"
#include "str.h"

enum { PULL_DEPTH = 64 };

enum pull_type {
	PULL_NONE, /* no value here: end, or after a mistake */
	PULL_NULL,
	PULL_BOOL,
	PULL_NUMBER,
	PULL_STRING,
	PULL_ARRAY,
	PULL_OBJECT,
};

struct pull {
	const char *p;     /* next byte */
	const char *begin; /* first byte of the input */
	const char *end;   /* behind its last byte */
	struct arena *arena;
	int depth;
	bool first[PULL_DEPTH + 1]; /* is the next element the first there? */
	const char *mistake;        /* static words; NULL: none so far */
	size_t mistake_at;          /* offset */
	struct pull_names *names;   /* member names seen, for repeats */
};

/* Reads text; strings that hold escapes are decoded into the arena, others
 * are slices of text, which must live as long. */
void pull_init(struct pull *p, struct str text, struct arena *a);

/* What comes next. */
enum pull_type pull_peek(struct pull *p);

/* Enters an array or object if one comes next; else skips the value and
 * returns false (a wrong type is the caller's matter, not a mistake). */
bool pull_array(struct pull *p);
bool pull_object(struct pull *p);

/* Is there another element? False after the last one, which is left. */
bool pull_next(struct pull *p);

/* The next member's name; its value must be taken or skipped. False after
 * the last one, which is left. */
bool pull_key(struct pull *p, struct str *key);

/* Take a value of one type; another type is skipped, gives false and leaves
 * *out alone. Integers must fit 64 bits and have no fraction. */
bool pull_text(struct pull *p, struct str *out);
bool pull_int(struct pull *p, int64_t *out);
bool pull_bool(struct pull *p, bool *out);
bool pull_decimal(struct pull *p, struct decimal *out);

/* Skips one value, checking it on the way. */
void pull_skip(struct pull *p);

/* Skips one value and gives its bytes as they stand. */
bool pull_raw(struct pull *p, struct str *out);

/* 0 when the whole input was one valid document that was walked to its end;
 * else -1 with ERR_DATA "WHAT: line N, column N: reason". */
int pull_finish(struct pull *p, const char *what, struct err *err) MUST_USE;

#endif
