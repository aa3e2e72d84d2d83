/*
 * The page templates: mustache, after its official specification (all
 * required modules; of the optional ones inheritance, so that a user can
 * replace one block of a page, and dynamic names; no lambdas).
 *
 * {{x}} escapes VALUE_TEXT for the place the page is; {{{x}}} and {{&x}} do
 * not, and are for what we made ourselves.  docs/templates.md is the users'
 * manual.
 */
#ifndef TEMPLATE_H
#define TEMPLATE_H

#include "buf.h"
#include "err.h"
#include "value.h"

enum {
	TEMPLATE_BYTES = 1024 * 1024,      /* one template's text */
	TEMPLATE_DEPTH = 64,               /* sections, and partials */
	TEMPLATE_STEPS = 20 * 1000 * 1000, /* of one rendering */
};

struct template_source {
	const char *name; /* "period", as in {{> period}} */
	const char *file; /* for messages */
	struct str text;  /* borrowed as long as the set is used */
};

/*
 * Where a name comes twice, the later one is meant by it.  The command line
 * gives ours once more as "default/NAME", so that a user's period-table may
 * begin with {{<default/period-table}} and replace only some of its blocks.
 */
struct template_sources {
	VEC_OF(struct template_source);
	bool lenient; /* {{>name}} that is not there shows nothing */
};

struct template_set;

/* Escapes text for the output; one of escape.h. */
typedef void template_escape(struct buf *b, struct str text);

/*
 * Compiles all templates. NULL with ERR_CONFIG "FILE:LINE: reason": tags that
 * are unclosed, stray, empty or closed in the wrong order, odd delimiters,
 * partials that are not there (unless lenient), too deep nesting.
 */
struct template_set *template_compile(struct arena *a,
	const struct template_sources *sources, struct err *err) MUST_USE;

/* Is there a template of that name? */
bool template_has(const struct template_set *set, const char *name);

/*
 * Renders one by name, appending to b.  a is for scratch.  -1 with ERR_CONFIG
 * for a name that is not there, and when partials nest deeper than
 * TEMPLATE_DEPTH or the work is beyond TEMPLATE_STEPS.  Whether b overflowed
 * is for its owner to see.
 */
int template_render(struct arena *a, const struct template_set *set,
	const char *name, const struct value *data, template_escape *escape,
	struct buf *b, struct err *err) MUST_USE;

#endif
