/*
 * What is asked for issue by issue: comments, and the history of labels.
 *
 * Only issues that changed are asked for; of the others is known what there
 * was.  That one issue's are refused (it was deleted or hidden meanwhile) is
 * no error but a gap, which is recorded, so that it can be told and asked for
 * again.
 */
#ifndef GITLAB_DETAIL_P_H
#define GITLAB_DETAIL_P_H

#include "gitlab_p.h"
#include "list_p.h"
#include "recall_p.h"

struct detail {
	struct gitlab *g;
	struct arena *arena;
	const char *path; /* of the source, for messages */
	const struct list *list;
	const struct recall *recall;
	const struct rows *issues;
	bool whole;              /* ask again for events that were refused */
	struct records *records; /* notes and gaps are added here */
	struct records *events;  /* by issue, each an array on one line */
	struct gitlab_fetch_stats *stats;
};

/* Comments. ERR_GITLAB when they are refused for most issues: then it is not
 * those issues that are special. */
int detail_notes(struct detail *d, struct err *err) MUST_USE;

/* Changes of labels. Who may not see them goes without. */
int detail_events(struct detail *d, struct err *err) MUST_USE;

/* Puts the events into their issues, as member "label_events". */
void detail_join(struct arena *a, const struct records *events,
	struct records *records, size_t from);

#endif
