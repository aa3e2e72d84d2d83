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

#endif
