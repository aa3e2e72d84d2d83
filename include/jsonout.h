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
	bool some[JSONOUT_DEPTH + 1];  /* has an element there already */
	char close[JSONOUT_DEPTH + 1]; /* how the container ends */
};

/* Appends to b; pretty false writes everything in one line, without blanks. */
void jsonout_init(struct jsonout *j, struct buf *b, bool pretty);

/* Containers; key is NULL inside arrays and for the outermost value. Every
 * one is closed with its own bracket. */
void jsonout_object(struct jsonout *j, const char *key);
void jsonout_array(struct jsonout *j, const char *key);
void jsonout_end(struct jsonout *j, char close); /* '}' or ']' */

/* Values. Each broken byte of text becomes U+FFFD. text NULL writes null. */
void jsonout_text(struct jsonout *j, const char *key, const char *text);
void jsonout_str(struct jsonout *j, const char *key, struct str s);
void jsonout_int(struct jsonout *j, const char *key, int64_t n);
void jsonout_bool(struct jsonout *j, const char *key, bool value);
void jsonout_null(struct jsonout *j, const char *key);
void jsonout_decimal(struct jsonout *j, const char *key, struct decimal d);

/* A value that is JSON already, such as "0.53"; written as it stands. */
void jsonout_raw(struct jsonout *j, const char *key, const char *json);

#endif
