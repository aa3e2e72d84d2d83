/*
 * The model as JSON: the contract for other programs, described by
 * docs/model.schema.json.  Grades and progress have two decimals; numbers are
 * exact.  Same model, same bytes.
 */
#ifndef MODELJSON_H
#define MODELJSON_H

#include "buf.h"
#include "model.h"

/* Appends the whole model, pretty, with a final newline. */
void modeljson_print(struct buf *b, const struct model *m);

#endif
