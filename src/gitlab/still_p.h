/*
 * Is everything still as it is remembered?  Asked of the few answers that show
 * it, before what is remembered is loaded.
 */
#ifndef GITLAB_STILL_P_H
#define GITLAB_STILL_P_H

#include "list_p.h"
#include "recall_p.h"

struct still {
	struct arena *arena;
	struct list *list;
	const struct recall *recall;
	const struct gitlab_wish *wish;
	const struct walk *newest, *labels, *members;
	int64_t members_of; /* the project they are remembered with, or 0 */
};

/* True only if nothing changed that reading the issues anew could show. */
bool still_is(const struct still *s);

#endif
