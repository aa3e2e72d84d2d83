/*
 * The steps of a run, each a function: gather OKRs, make pages, compare.
 */
#ifndef RUN_P_H
#define RUN_P_H

#include "cli_p.h"
#include "gitlab.h"
#include "grade.h"
#include "model.h"
#include "pages.h"
#include "publish.h"
#include "read.h"
#include "snapshot.h"
#include "source.h"

/* What was read, for the summary and the pages' footers. */
struct gathered {
	struct model model;
	struct records records; /* of GitLab or of one snapshot, as read */
	const char *self;       /* our user name then, or "" */
	struct grade_options grade;
	const char *source_url;  /* "" for files */
	const char *source_name; /* what a person would call it */
	const char *host;        /* host[:port] the token belongs to, or "" */
	struct explanation why;  /* filled with --explain */
	bool markdown;  /* some of it is from files and not GitLab's word */
	bool published; /* some of it is from data we published */
};

/* A handle for the instance of a source, with the run's limits. */
struct gitlab *gather_gitlab(struct run *run, const struct source_spec *source,
	struct err *err) MUST_USE;

/* "https://host:port/..." to "host:port". */
const char *gather_host(struct arena *a, const char *web) MUST_USE;

/* What reading OKRs needs, from the settings. */
int gather_read_options(
	struct run *run, struct read_options *o, struct err *err) MUST_USE;

/*
 * Asks GitLab for one snapshot of all sources, in two steps (asked.c).  After
 * asked_begin() known tells what the records will be, where the cache knows a
 * name for that; it is the same text as long as they are the same. asked_read()
 * loads what is still as remembered and makes the snapshot. asked_end() is
 * called in any case.
 */
struct asked {
	struct run *run;
	struct snapshot s;
	const char *host;
	const char *known; /* "" unknown */
	struct gitlab *gitlab;
	struct cache *cache;        /* NULL: there is none */
	struct snapshot_file *file; /* NULL: all in memory */
	struct buf remark;
	struct asked_source *sources;
	size_t n;
};

/* Asks what is needed to tell whether anything changed. */
int asked_begin(struct asked *k, struct run *run, struct err *err) MUST_USE;
/* The same for a file; where they can be, issues are put into it and are not
 * among the records then. */
int asked_begin_into(struct asked *k, struct run *run,
	struct snapshot_file *file, struct err *err) MUST_USE;
/* Reads what did, and makes the snapshot k->s. */
int asked_read(struct asked *k, struct err *err) MUST_USE;
/* Warns of what the cache remarked, and closes it and GitLab. */
void asked_end(struct asked *k);

/* The addresses of all sources; one instance. */
int gather_sources(
	struct run *run, struct source_spec *specs, struct err *err) MUST_USE;

/* What is wrong with the settings for reading, before any request. */
int gather_check(struct run *run, struct err *err) MUST_USE;

/* Reads files (--from and arguments) or GitLab, and grades. */
int gather(struct run *run, struct gathered *g, struct err *err) MUST_USE;
/* The same from what GitLab was asked already. */
int gather_asked(struct asked *k, struct gathered *g, struct err *err) MUST_USE;

/* Reads and grades g->records once more, after they were changed. */
int gather_again(struct run *run, struct gathered *g, struct err *err) MUST_USE;

/* The user's templates and ours. */
int templates_load(struct run *run, struct template_sources *sources,
	struct err *err) MUST_USE;

/* Text of our template templates/issues/NAME.md, and its path for messages;
 * *there tells whether we have it. names, which may be NULL, gets the names
 * of all we have. */
int templates_issue(struct run *run, const char *name, struct str *text,
	const char **file, bool *there, struct texts *names,
	struct err *err) MUST_USE;

#endif
