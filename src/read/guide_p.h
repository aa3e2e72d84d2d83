/*
 * Whole OKRs that a guide shows.
 */
#ifndef GUIDE_P_H
#define GUIDE_P_H

#include "arena.h"
#include "str.h"

/* The page with these and nothing else, line for line; empty where there are
 * none.  Time linear in its length. */
struct str guide_okrs(struct arena *a, struct str text);
/* ... with tables of examples, where there are filled ones, and nothing else.
 */
struct str guide_tables(struct arena *a, struct str text);

#endif
