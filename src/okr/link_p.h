/*
 * Between link.c, which joins objectives, and match.c, which finds them.
 */
#ifndef LINK_P_H
#define LINK_P_H

#include "model.h"

enum { NOT_FOUND = -1, SEVERAL = -2 };

enum { INDEXED_BYTES = 500 }; /* of a title that are searched for parts */

/* Something an objective can be found by. */
struct named {
	struct str key; /* lower case */
	int objective;
};

struct names { /* sorted by key, then objective */
	VEC_OF(struct named);
};

/* Every name of every objective, so that a lookup costs a binary search. */
struct index {
	struct names ids, urls, titles, numbers;
	struct names tails; /* "#12" of "group/project#12" */
	struct names words; /* of titles, each word once */
};

/* Fills x from the model, whose texts it borrows. */
void index_build(struct arena *a, const struct model *m, struct index *x);

/* The names with that key: v[from] to before v[to]. */
struct range {
	size_t from, to;
};

/* An empty range where there is none. */
struct range names_find(const struct names *names, struct str key);

struct linker {
	struct arena *a;
	struct model *m;
	struct index x;
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
