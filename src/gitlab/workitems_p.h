/*
 * Native objectives and key results, which GitLab tells in full by GraphQL
 * only: progress, health, dates, and what they hang on.
 *
 * They are joined to the issues that REST gave, as a member "work_item"; those
 * that it did not give become issues of the same form.
 */
#ifndef GITLAB_WORKITEMS_P_H
#define GITLAB_WORKITEMS_P_H

#include "gitlab_p.h"

/* Adds to the issue records from number from on. */
int workitems_fetch(struct gitlab *g, struct arena *a,
	const struct source_spec *source, const char *base,
	const struct gitlab_wish *wish, struct records *records, size_t from,
	struct gitlab_fetch_stats *stats, struct err *err) MUST_USE;

#endif
