/*
 * Reading JSON without building a tree: walk the bytes once, take the members
 * asked for, skip the rest.
 *
 * Strict: RFC 8259, valid UTF-8, no repeated member names (in skipped objects
 * neither), depth at most PULL_DEPTH, a whole document and nothing behind it.
 * Never reads past its input and never recurses deeper than the limit.  The
 * first mistake sticks: every later call answers "no more", and pull_finish()
 * tells what was wrong and where, so a walk needs no check at each step.
 *
 * Where RFC 8259 leaves a choice: numbers may have any size (pull_int() and
 * pull_decimal() refuse what does not fit); \u0000 is text and becomes
 * U+FFFD, so that no text ends early, but is refused in a member's name; half
 * a surrogate pair is refused.
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

enum { PULL_DEPTH = 64, PULL_NAMES = 96 };

enum pull_type {
	PULL_NONE, /* no value here: end, or after a mistake */
	PULL_NULL,
	PULL_BOOL,
	PULL_NUMBER,
	PULL_STRING,
	PULL_ARRAY,
	PULL_OBJECT,
};

/* An array or object that is open. */
struct pull_level {
	size_t names; /* where its members' names begin */
	bool first;   /* is the next element the first? */
	bool object;
};

/* To be used where it is: it must not be copied. */
struct pull {
	const char *p;     /* next byte */
	const char *begin; /* first byte of the input */
	const char *end;   /* behind its last byte */
	struct arena *arena;
	bool lax;
	bool taken;  /* the outermost value has begun */
	bool breaks; /* there was a tab or line break; may be cleared */
	int depth;
	struct pull_level level[PULL_DEPTH + 1];
	const char *mistake; /* static words; NULL: none so far */
	size_t mistake_at;   /* offset */

	/* names seen in open objects; moved to the arena when they are many */
	uint32_t *hashes;
	struct str *names;
	size_t n_names, max_names;
	uint32_t few_hashes[PULL_NAMES];
	struct str few_names[PULL_NAMES];
};

/* Reads text; strings that hold escapes are decoded into the arena, others
 * are slices of text, which must live as long. */
void pull_init(struct pull *p, struct str text, struct arena *a);

/* As pull_init(), but for cutting a list into its elements with pull_raw():
 * broken UTF-8, half surrogate pairs and repeated names are let through for
 * whoever reads the elements, so that one bad element does not cost the list.
 * pull_text() gives U+FFFD for what is broken. */
void pull_init_lax(struct pull *p, struct str text, struct arena *a);

/* What comes next. */
enum pull_type pull_peek(struct pull *p);

/* Enters an array or object if one comes next; else skips the value and
 * returns false (a wrong type is the caller's matter, not a mistake). */
bool pull_array(struct pull *p);
/* Enters an object, likewise. */
bool pull_object(struct pull *p);

/* Is there another element? False after the last one, which is left. The
 * element must be taken or skipped before the next call. */
bool pull_next(struct pull *p);

/* The next member's name; its value must be taken or skipped. False after
 * the last one, which is left. */
bool pull_key(struct pull *p, struct str *key);

/* Take a value of one type; another type is skipped, gives false and leaves
 * *out alone. Integers must fit 64 bits and have no fraction and no exponent;
 * decimals have no exponent. */
bool pull_text(struct pull *p, struct str *out);
/* An integer. */
bool pull_int(struct pull *p, int64_t *out);
/* true or false. */
bool pull_bool(struct pull *p, bool *out);
/* A number with or without a fraction, exactly. */
bool pull_decimal(struct pull *p, struct decimal *out);

/* Skips one value, checking it on the way. */
void pull_skip(struct pull *p);

/* Skips one value and gives its bytes as they stand. */
bool pull_raw(struct pull *p, struct str *out);

/* 0 when the whole input was one valid document that was walked to its end;
 * else -1 with ERR_DATA "WHAT: line N, column N: reason" (columns in bytes,
 * both from 1). */
int pull_finish(struct pull *p, const char *what, struct err *err) MUST_USE;

#endif
