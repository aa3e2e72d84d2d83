/*
 * Comments of many issues with one question, by GraphQL.
 *
 * It is a short cut and nothing else: an issue whose comments did not come
 * whole, as many as the issue itself counts, is left to REST, and so are all
 * where GraphQL is not there or refuses.
 */
#ifndef GITLAB_BATCH_P_H
#define GITLAB_BATCH_P_H

#include "detail_p.h"

/* Fewer issues than that are not worth a question. */
enum { BATCH_LEAST = 24 };

/* done[i] is set, and walks[i].rows filled, for each of the n issues whose
 * comments came. */
void batch_comments(struct detail *d, const struct row *const *issues,
	struct walk *walks, bool *done, size_t n);

#endif
