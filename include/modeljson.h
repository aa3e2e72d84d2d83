/*
 * The model as JSON: the contract for other programs, described by
 * docs/model.schema.json.  Grades and progress have two decimals; numbers are
 * exact.  Same model, same bytes.
 */
#ifndef MODELJSON_H
#define MODELJSON_H

#include <stdbool.h>

#include "buf.h"
#include "err.h"
#include "model.h"

/* Appends the whole model, pretty, with a final newline. */
void modeljson_print(struct buf *b, const struct model *m);

/* Does the text look like one? */
bool modeljson_is(struct str text);

/*
 * Adds the objectives of such a text to the model: all that people wrote, so
 * that linking and grading give what was printed. The first one gives the
 * model its period. Unknown members and those of a wrong type are as if they
 * were not there; ERR_DATA, with name, line and column, for what is no JSON.
 */
int modeljson_read(struct arena *a, struct str text, const char *name,
	struct model *m, struct err *err) MUST_USE;

#endif
