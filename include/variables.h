/*
 * The variables of issue templates: %{name} in a template's text, labels and
 * title becomes its value.
 *
 * A name is [a-z_]+; %%{ stands for %{ itself; any other % is a %.  A value
 * goes in as one line of plain text, and is not looked through again.  A name
 * that nobody knows, or one without a value that must have one, is an error
 * with its line.
 */
#ifndef VARIABLES_H
#define VARIABLES_H

#include "arena.h"
#include "buf.h"
#include "err.h"
#include "str.h"
#include "vec.h"

struct variable {
	const char *name;
	const char *value; /* NULL: there is none, and using it is an error */
	const char *hint;  /* where the value comes from: "--period PERIOD" */
};

struct variables {
	VEC_OF(struct variable);
};

/*
 * Appends text with its variables replaced. ERR_CONFIG "PLACE:LINE: ..." for
 * an unknown name (known ones are listed), for one without a value (its hint
 * says what to do), and for a "%{" that is not closed on its line. line is
 * the number of the text's first line; 0 leaves lines out of the message.
 */
int variables_expand(const struct variables *vars, struct str text,
	const char *place, int line, struct buf *b, struct err *err) MUST_USE;

#endif
