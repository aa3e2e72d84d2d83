/*
 * What the two files of the pull reader have from each other.
 */
#ifndef PULL_P_H
#define PULL_P_H

#include "pull.h"

extern const char PULL_CUT[]; /* the mistake of a text that ends too early */

/* Records the first mistake, at a place in the input or at the cursor, where
 * the end of the input is one of its own.  Both return false. */
bool pull_wrong_at(struct pull *p, const char *at, const char *why);
/* The same at the cursor. */
bool pull_wrong(struct pull *p, const char *why);

/* Scans the string at the cursor, gives what stands between its quotes, and
 * whether it must be decoded: it holds escapes or, lax, maybe broken bytes. */
bool pull_scan_string(struct pull *p, struct str *inner, bool *decode);

/* The text of a scanned string, in the arena. */
struct str pull_decode_string(struct pull *p, struct str inner) MUST_USE;

#endif
