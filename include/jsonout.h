/*
 * Writing JSON into a buf: commas, indentation and escapes are right by
 * construction.  Used for the model, snapshots and reports; two blanks a
 * level, one member a line, so that git shows changes well.
 */
#ifndef JSONOUT_H
#define JSONOUT_H

#include <stdbool.h>
#include <stdint.h>

#include "buf.h"
#include "decimal.h"
#include "str.h"

enum { JSONOUT_DEPTH = 32 };

struct jsonout {
	struct buf *b; /* borrowed */
	bool pretty;
	int depth;
	bool some[JSONOUT_DEPTH + 1]; /* has an element there already */
	bool after_key;
};

/* Appends to b; pretty false writes everything in one line. */
void jsonout_init(struct jsonout *j, struct buf *b, bool pretty);

/* Containers; key is NULL inside arrays and for the outermost value. */
void jsonout_object(struct jsonout *j, const char *key);
void jsonout_array(struct jsonout *j, const char *key);
void jsonout_end(struct jsonout *j, char close); /* '}' or ']' */

/* Values. Broken UTF-8 in text becomes U+FFFD. text NULL writes null. */
void jsonout_text(struct jsonout *j, const char *key, const char *text);
void jsonout_str(struct jsonout *j, const char *key, struct str s);
void jsonout_int(struct jsonout *j, const char *key, int64_t n);
void jsonout_bool(struct jsonout *j, const char *key, bool value);
void jsonout_null(struct jsonout *j, const char *key);
void jsonout_decimal(struct jsonout *j, const char *key, struct decimal d);

/* A number or value that is JSON already, such as "0.53". */
void jsonout_raw(struct jsonout *j, const char *key, const char *json);

#endif
