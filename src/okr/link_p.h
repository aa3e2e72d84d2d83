/*
 * Between link.c, which joins objectives, and match.c, which finds them.
 */
#ifndef LINK_P_H
#define LINK_P_H

#include "model.h"

enum { NOT_FOUND = -1, SEVERAL = -2 };

struct named {
	struct str key; /* lower case */
	int objective;
};

struct names { /* sorted by key, then objective */
	struct named *v;
	size_t n;
};

struct linker {
	struct arena *a;
	struct model *m;
	struct names ids, urls, titles;
	int *stack, *seen; /* one entry for each objective */
	int stamp;         /* seen[i] == stamp: visited in this search */
};

/* What a text was found to mean. */
struct target {
	int objective; /* or NOT_FOUND, SEVERAL */
	int kr;        /* or NO_INDEX */
};

/* What text means in a link of that child. */
struct target match_text(const struct linker *l, int child, struct str text);

/* The objective, not the child itself, with exactly that title. */
int match_title(const struct linker *l, int child, struct str text);

/* An address without query, fragment and final slash. */
struct str match_bare_url(struct str url);

/* A text without emphasis, quotes and a final full stop. */
struct str match_peel(struct str s);

#endif
