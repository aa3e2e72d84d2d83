/*
 * The page templates: mustache, after its official specification (all
 * required modules, and inheritance so that a user can replace one block of a
 * page; no lambdas).
 *
 * {{x}} escapes for the place it stands in, which the template's file name
 * tells and {{%escape ...}} may change; {{{x}}} and {{&x}} do not escape and
 * are for what we made ourselves.
 */
#ifndef TEMPLATE_H
#define TEMPLATE_H

#include "buf.h"
#include "err.h"
#include "value.h"

enum { TEMPLATE_BYTES = 1024 * 1024, TEMPLATE_DEPTH = 64 };

struct template_source {
	const char *name; /* "period", as in {{> period}}; [a-z0-9/_-]+ */
	const char *file; /* for messages */
	struct str text;
};

struct template_sources {
	VEC_OF(struct template_source);
};

struct template_set;

/* Escapes text for the output; one of escape.h, or none for the tests. */
typedef void template_escape(struct buf *b, struct str text);

/*
 * Compiles all templates. NULL with ERR_CONFIG "FILE:LINE: reason": unclosed
 * or stray tags, unknown partials in a parent tag, too deep nesting.
 */
struct template_set *template_compile(struct arena *a,
	const struct template_sources *sources, struct err *err) MUST_USE;

/*
 * Renders one by name into b. -1 with ERR_CONFIG for a name that is not
 * there, and when partials nest deeper than TEMPLATE_DEPTH.
 */
int template_render(const struct template_set *set, const char *name,
	const struct value *data, template_escape *escape, struct buf *b,
	struct err *err) MUST_USE;

#endif
