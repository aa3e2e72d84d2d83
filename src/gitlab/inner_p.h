/*
 * What is wanted of an answer: a table says which members of an object go
 * where, and one reader takes them.
 *
 * All here read the value that comes next and leave the reader behind it;
 * what has another type is skipped, and what it would fill stays as it was.
 */
#ifndef INNER_P_H
#define INNER_P_H

#include <stdbool.h>
#include <stdint.h>

#include "arena.h"
#include "attr.h"
#include "pull.h"
#include "vec.h"

/* The kind of a member, and the type of the field it fills. */
enum inner_kind {
	INNER_INT,   /* int64_t */
	INNER_BOOL,  /* bool */
	INNER_TEXT,  /* struct str, the reader's own */
	INNER_TEXTS, /* struct texts, from a list, copied into the arena */
	INNER_ID,    /* int64_t, the "id" of an object */
};

struct inner_member {
	const char *name;
	enum inner_kind kind;
	size_t at; /* the field's offset in what is filled */
};

/* The n members of the object that comes next, into *out. */
void inner_members(struct pull *p, struct arena *a,
	const struct inner_member *members, size_t n, void *out);

/* The same for a whole answer. False when it is no JSON. */
bool inner_answer(struct arena *a, struct str json,
	const struct inner_member *members, size_t n, void *out) MUST_USE;

/* The texts of a list, copied into the arena behind those that are there. */
void inner_texts(struct pull *p, struct arena *a, struct texts *out);

/* The object's integer of that name; *out stays where there is none. */
void inner_int(struct pull *p, const char *name, int64_t *out);

/* The object's text of that name, the reader's own; false without one. */
bool inner_text(struct pull *p, const char *name, struct str *out);

#endif
