/*
 * How GitLab is asked: one origin, one token, bounded answers, a deadline.
 *
 * The token goes only to the origin of the source, in an Authorization
 * header, and into no message.  Redirects are never followed to another
 * origin.  Every failure ends as one sentence that says what to do.
 */
#ifndef GITLAB_H
#define GITLAB_H

#include <stdbool.h>
#include <stdint.h>

#include "err.h"
#include "record.h"
#include "source.h"

struct gitlab;

struct gitlab_options {
	const char *api;     /* base address, ".../api/v4" */
	const char *token;   /* borrowed; "" asks anonymously */
	const char *ca_file; /* PEM bundle, or "" for the system's */
	const char *agent;   /* "okrsync/0.1" */
	long deadline_ms;    /* for the whole run */
	size_t answer_bytes; /* one answer, after inflating */
	long max_issues;     /* more than that ends the run */
	int lanes;           /* answers under way at once, 1 to 32 */
	void (*progress)(void *ctx, const char *what, long done, long all);
	void (*log)(void *ctx, const char *line); /* each request; may be 0 */
	void *ctx;                                /* for both */
};

/* Deadline 10 minutes, 64 MiB, 100,000 issues, 8 lanes. */
void gitlab_options_init(struct gitlab_options *o);

/* NULL with ERR_CONFIG when the address may not be used (http to a host that
 * is not loopback) or the CA file cannot be read. gitlab_close() takes NULL. */
struct gitlab *gitlab_open(
	const struct gitlab_options *o, struct err *err) MUST_USE;
void gitlab_close(struct gitlab *g);

struct gitlab_fetch_stats {
	long requests, issues, notes, bytes, duplicates;
};

/*
 * Everything a run needs of one source: its board (scope, labels and
 * milestone become the filter), its issues in order of creation without
 * duplicates, their comments where notes is set. The read is complete or the
 * call fails.
 */
int gitlab_fetch(struct gitlab *g, struct arena *a,
	const struct source_spec *source, bool notes, struct records *records,
	struct gitlab_fetch_stats *stats, struct err *err) MUST_USE;

/* Our own user name and id ("" and 0 when asked anonymously). */
int gitlab_self(struct gitlab *g, struct arena *a, const char **name,
	int64_t *id, struct err *err) MUST_USE;

/* The server's version, "18.5.0-ee". */
int gitlab_version(struct gitlab *g, struct arena *a, const char **version,
	struct err *err) MUST_USE;

#endif
