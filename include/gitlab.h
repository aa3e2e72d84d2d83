/*
 * How GitLab is asked: one origin, one token, bounded answers, a deadline.
 *
 * The token goes only to the origin of the source, in an Authorization
 * header, and into no message.  Redirects are followed only for reads and
 * never to another origin.  Reads that fail for a reason that may pass are
 * repeated with growing pauses; writes never are.  Every failure ends as one
 * sentence that says what to do.
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
	long deadline_ms;    /* for the whole run, from gitlab_open() on */
	long connect_ms;     /* to get a connection */
	long stall_s;        /* an answer that stands still is given up */
	long backoff_ms;     /* first pause before a repeat; then doubled */
	size_t answer_bytes; /* one answer, after unpacking */
	long max_issues;     /* more than that ends the run */
	int lanes;           /* answers under way at once, 1 to 32 */
	long rate;           /* requests in any minute; 0: no such limit */
	uint64_t seed;       /* for the jitter of pauses */

	/* While issues and comments arrive; all is -1 while unknown. */
	void (*progress)(void *ctx, const char *what, long done, long all);
	/* A line for each request and each pause, without control characters
	 * and without the token: "GET /api/v4/version 200 52 bytes 8 ms". */
	void (*log)(void *ctx, const char *line);
	void *ctx; /* for both, which may be NULL */
};

/* Deadline 10 minutes, connect 15 s, stall 60 s, backoff 0.5 s, 64 MiB,
 * 100,000 issues, 16 lanes, no rate; texts empty. */
void gitlab_options_init(struct gitlab_options *o);

/*
 * Sends nothing yet. NULL with ERR_CONFIG when the address may not be used
 * (http to a host that is not this machine), the CA file cannot be read, or
 * the token is of a kind that cannot read issues (a CI job token). The texts
 * of o must live as long as the handle. SSLKEYLOGFILE is taken out of the
 * environment: libcurl would write the connection's keys there.
 * gitlab_close() takes NULL.
 */
struct gitlab *gitlab_open(
	const struct gitlab_options *o, struct err *err) MUST_USE;
/* Stops what is under way and frees the handle. NULL is fine. */
void gitlab_close(struct gitlab *g);

struct gitlab_fetch_stats {
	long requests, issues, notes, bytes, duplicates;
	long kept;  /* issues whose comments were remembered, not asked for */
	long gaps;  /* issues of which something was refused */
	bool whole; /* every issue was listed, not only what changed */
	bool still; /* all is as remembered, and was not added */
	bool put;   /* issues are where the wish would keep them */
	const char *self; /* our user name if asked for, else "" */
};

/*
 * What a fetch found, for the next one of the same source by the same user.
 * It spares requests and never changes the outcome, but for what GitLab does
 * not date: a comment that was deleted, and a person outside the members who
 * was renamed, are noticed at the next whole listing.
 */
struct gitlab_memory {
	const char *list;  /* address of the list, with all that narrows it;
			      "": nothing that may be remembered */
	int64_t read;      /* the server's clock then, since 1970; 0 unknown */
	int64_t newest;    /* when an issue changed last, since 1970 */
	int64_t milestone; /* when a milestone did; 0 unknown */
	struct records records; /* labels, members, issues, notes, events,
				   gaps */

	/* Where they are not here yet: how many issues and gaps there are, the
	 * records of one place (a line each), and all of them. */
	long issues, gaps;
	bool (*find)(void *ctx, enum record_kind kind, int64_t project,
		int64_t iid, struct str *lines);
	bool (*load)(void *ctx, struct records *records); /* NULL: here */
	void *ctx;
};

/*
 * Where the issues' JSON is kept when it is not to be held in memory.  put()
 * is called as they come; place, which grows from one to the next, is how the
 * record is known from then on.  arrange() ends it: these n are the issues, in
 * this order, and no others.  forget() begins anew.
 */
struct gitlab_keep {
	int (*put)(void *ctx, const struct record *r, uint64_t *place,
		struct err *err);
	int (*get)(void *ctx, uint64_t place, struct arena *a, struct str *json,
		struct err *err);
	int (*arrange)(
		void *ctx, const uint64_t *places, size_t n, struct err *err);
	int (*forget)(void *ctx, struct err *err);
	void *ctx;
};

struct gitlab_wish {
	bool notes;        /* comments too */
	bool events;       /* changes of labels too */
	bool work_items;   /* native objectives and key results by GraphQL */
	bool confidential; /* text of confidential issues too */
	bool whole;        /* list every issue, whatever is remembered */
	struct gitlab_memory *then;     /* or NULL; it is loaded when needed */
	bool ask_self;                  /* who we are, along with the rest */
	const char *self;               /* whose memory then is */
	const struct gitlab_keep *keep; /* or NULL */
};

/*
 * Everything a run needs of one source: its board (scope, labels and
 * milestone become the filter), labels, members where we may see them, its
 * issues by project and number without duplicates, and their comments where
 * wished. Records are added in the order board, labels, members, issues,
 * notes; each json is on one line and valid UTF-8. The read is complete or
 * the call fails, but for what GitLab refuses (403, 404) of single issues:
 * that is a record of its own, RECORD_GAP, {"missing":"comments","why":"..."}.
 * When most issues' comments are refused the call fails.
 *
 * Where label events are wished, an issue object has one member more:
 *	"label_events":[{"id":1,"created_at":"2025-01-06T09:00:00Z",
 *		"action":"add","label":{"name":"okr"},"user":{"username":"a"}}]
 * by id; action is "add" or "remove", label null once it was deleted, user
 * null where there is none. Without the member nobody knows them.
 *
 * Where work items are wished, an objective's or key result's issue has a
 * member "work_item": {"progress", "start_value", "current_value",
 * "end_value", "progress_updated_at", "health_status", "start_date",
 * "due_date", "has_children", "parent": {"reference", "title", "web_url"}},
 * null for what is not there. Those that REST does not list are issues of
 * the same form, without comments.
 *
 * Internal notes are left out. So is the text of confidential issues (any
 * whose "confidential" is not plainly false) unless wished: of such an issue
 * only its ids remain, and its comments are not asked for.
 *
 * Where then has find, and all is still as it says, stats->still is set and
 * nothing but the board is added: whoever wants the records loads them.
 *
 * Where our name is asked for and is not the one the wish has, then is of
 * somebody else and is not used.
 *
 * Where the wish has a place to keep issues, and neither a memory nor members
 * that are added to them are wished, issues are put there instead of being
 * added, and stats->put is set.
 *
 * now, which may be NULL, is what the next fetch will want as then; its
 * texts live in the arena, or as long as those of then.  Issues that were put
 * away are not among its records.
 */
int gitlab_fetch(struct gitlab *g, struct arena *a,
	const struct source_spec *source, const struct gitlab_wish *wish,
	struct records *records, struct gitlab_memory *now,
	struct gitlab_fetch_stats *stats, struct err *err) MUST_USE;

/* Adds what gitlab_fetch() would have added where it said still: then holds
 * the records now. Counts issues, notes and kept. */
void gitlab_remembered(struct arena *a, const struct records *then,
	struct records *records, struct gitlab_fetch_stats *stats);

/* Our own user name and id ("" and 0 when asked anonymously). */
int gitlab_self(struct gitlab *g, struct arena *a, const char **name,
	int64_t *id, struct err *err) MUST_USE;

#endif
