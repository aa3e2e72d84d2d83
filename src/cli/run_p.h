/*
 * The steps of a run, each a function: gather OKRs, make pages, compare.
 */
#ifndef RUN_P_H
#define RUN_P_H

#include "cli_p.h"
#include "grade.h"
#include "model.h"
#include "pages.h"
#include "publish.h"
#include "read.h"
#include "snapshot.h"

/* What was read, for the summary and the pages' footers. */
struct gathered {
	struct model model;
	struct grade_options grade;
	const char *source_url;  /* "" for files */
	const char *source_name; /* what a person would call it */
	const char *host;        /* host[:port] the token belongs to, or "" */
	struct explanation why;  /* filled with --explain */
};

/* Asks GitLab for one snapshot of all sources. */
int gather_snapshot(struct run *run, struct snapshot *s, const char **host,
	struct err *err) MUST_USE;

/* Reads files (--from and arguments) or GitLab, and grades. */
int gather(struct run *run, struct gathered *g, struct err *err) MUST_USE;

/* The user's templates and ours. */
int templates_load(struct run *run, struct template_sources *sources,
	struct err *err) MUST_USE;

#endif
