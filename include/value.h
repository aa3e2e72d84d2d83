/*
 * Values for templates: texts, flags, lists and named members, in the arena.
 *
 * A text is a stranger's until somebody said otherwise: {{x}} escapes
 * VALUE_TEXT and shows VALUE_MARKUP, which we made ourselves with escape.h, as
 * it is.
 */
#ifndef VALUE_H
#define VALUE_H

#include <stdbool.h>

#include "arena.h"
#include "str.h"
#include "vec.h"

enum value_type {
	VALUE_NULL,
	VALUE_BOOL,
	VALUE_TEXT,   /* escaped when shown with {{x}} */
	VALUE_MARKUP, /* ours: shown as it is */
	VALUE_LIST,
	VALUE_MAP,
};

struct value;

struct member {
	const char *name;
	struct value *value;
};

struct value {
	enum value_type type;
	bool flag;
	const char *text; /* never NULL */
	struct {
		VEC_OF(struct value *);
	} list;
	struct {
		VEC_OF(struct member);
	} map; /* in order of setting */
};

/* A map without members, to be filled with value_set(). */
struct value *value_map(struct arena *a) MUST_USE;
/* A list without elements, to be filled with value_push(). */
struct value *value_list(struct arena *a) MUST_USE;
/* Nothing, in the place of a map: its section is not shown. */
struct value *value_null(struct arena *a) MUST_USE;
/* A stranger's text, borrowed; NULL is "". */
struct value *value_text(struct arena *a, const char *text) MUST_USE;
/* Markup that is safe wherever it is put, borrowed; NULL is "". */
struct value *value_markup(struct arena *a, const char *markup) MUST_USE;
/* A flag, for sections. */
struct value *value_bool(struct arena *a, bool flag) MUST_USE;

/* Sets a member; a repeated name is our mistake. The name is borrowed. */
void value_set(
	struct arena *a, struct value *map, const char *name, struct value *v);
/* The same with a new value_text(). */
void value_set_text(
	struct arena *a, struct value *map, const char *name, const char *text);
/* ... with a new value_markup(). */
void value_set_markup(struct arena *a, struct value *map, const char *name,
	const char *markup);
/* ... with a new value_bool(). */
void value_set_bool(
	struct arena *a, struct value *map, const char *name, bool flag);

/* Adds an element to a list. */
void value_push(struct arena *a, struct value *list, struct value *v);

/* The member, or NULL; NULL also for what is no map. */
const struct value *value_get(const struct value *map, struct str name);

/* Does a section {{#x}} show? Not for null, false, "" and the empty list. */
bool value_is_true(const struct value *v);

#endif
