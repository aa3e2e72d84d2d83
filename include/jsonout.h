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
/* The same for a list.  At most JSONOUT_DEPTH containers are open at once. */
void jsonout_array(struct jsonout *j, const char *key);
/* Closes the container opened last; close is '}' or ']', and another one than
 * it was opened with is a mistake. */
void jsonout_end(struct jsonout *j, char close);

/* Values; key as above.  Each broken byte of text becomes U+FFFD.  NULL writes
 * null, "" an empty text. */
void jsonout_text(struct jsonout *j, const char *key, const char *text);
/* The same of a slice, which is never null. */
void jsonout_str(struct jsonout *j, const char *key, struct str s);
/* A whole number, in digits. */
void jsonout_int(struct jsonout *j, const char *key, int64_t n);
/* true or false. */
void jsonout_bool(struct jsonout *j, const char *key, bool value);
/* null. */
void jsonout_null(struct jsonout *j, const char *key);
/* A number with all of its digits, never in scientific form. */
void jsonout_decimal(struct jsonout *j, const char *key, struct decimal d);

/* A value that is JSON already, such as "0.53"; written as it stands. */
void jsonout_raw(struct jsonout *j, const char *key, const char *json);

#endif
