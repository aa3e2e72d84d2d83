/*
 * Requests over libcurl's multi interface: several under way at once, one
 * origin, bounded answers, repeats with patience, one deadline.  As many run
 * as there are lanes, fewer while GitLab is busy; any number may wait.
 *
 * A request belongs to its caller; between http_start() and the http_next()
 * that returns it (or http_cancel()) it must stay where it is.  What a
 * status means is the caller's matter, except those that only ask for
 * patience (429, 5xx), which are repeated here first.
 */
#ifndef GITLAB_HTTP_P_H
#define GITLAB_HTTP_P_H

#include <stdbool.h>
#include <stdint.h>

#include "arena.h"
#include "attr.h"
#include "buf.h"
#include "err.h"
#include "gitlab.h"
#include "str.h"

struct http;

/* What came back. Texts live in the request's arena. */
struct http_answer {
	long status;
	struct buf body;      /* released by http_release() */
	const char *type;     /* Content-Type or "" */
	const char *next;     /* rel="next" made absolute, or "" */
	const char *location; /* Location or "" */
	const char *etag;     /* or "" */
	long total;           /* X-Total, -1 unknown */
	long total_pages;     /* X-Total-Pages, -1 unknown */
	long wait_ms;         /* how long it asks us to wait, or -1 */
	long quota_ms;        /* until the used-up quota is fresh, or -1 */
	int64_t clock;        /* its Date, seconds since 1970; 0 unknown */
	long limit, left;     /* RateLimit-Limit, -Remaining; -1 unknown */
	long reset;           /* RateLimit-Reset; -1 unknown */
};

struct http_request {
	/* Set by the caller. */
	struct arena *arena;
	const char *url;   /* whole; off our origin it fails, unsent */
	const char *what;  /* "the issues of 'g/p'": for messages */
	const char *write; /* NULL: GET; else "POST" or "PUT", never repeated */
	struct str body;   /* JSON sent along with a write */
	bool asks;         /* body is a question, sent by POST: still a read */
	bool once;         /* a read that is not repeated either */
	bool packed;       /* leave its body to http_unpack() */
	size_t limit;      /* bytes of answer; 0: the run's limit */
	void *ctx;

	/* Set when it is returned. err is set when there is no answer. */
	struct http_answer answer;
	struct err err;
	int tries;

	/* Used by http.c. */
	struct http *http;
	struct http_request *next;
	void *easy;
	int state, redirects;
	int64_t not_before, started; /* monotonic milliseconds */
	long took_ms;
	size_t header_bytes;
	const char *encoding; /* of the body, "" none */
	bool too_large, by_folder;
	char words[256]; /* libcurl's own for a failure */
};

struct http_stats {
	long requests;
	int64_t bytes; /* of bodies, as they came after unpacking */
};

/* NULL with ERR_CONFIG; see gitlab_open(). o is copied, its texts borrowed. */
struct http *http_open(
	const struct gitlab_options *o, struct err *err) MUST_USE;
/* Stops what is under way and frees all. NULL is fine. */
void http_close(struct http *h);

/* Puts a request under way; it is returned by http_next() some time. */
void http_start(struct http *h, struct http_request *r);

/* Waits for one request to be over; NULL when none is under way. The others
 * go on meanwhile, and those that wait for a lane have got it. */
struct http_request *http_next(struct http *h);

/* Unpacks the body of a request that came back packed. False when that failed
 * and the request is under way again: http_next() returns it anew. */
bool http_unpack(struct http *h, struct http_request *r) MUST_USE;

/* Stops one request, which will not be returned. */
void http_drop(struct http *h, struct http_request *r);
/* The same for whatever is under way. */
void http_cancel(struct http *h);

/* Start and wait, for one request alone. 0 for a 2xx answer; else the
 * sentence is set. r must be released either way. */
int http_get(struct http *h, struct http_request *r, struct err *err) MUST_USE;

/* The sentence for a request that came back: its own error, or what its
 * status means. 0 for 2xx. */
int http_check(
	struct http *h, const struct http_request *r, struct err *err) MUST_USE;

/* Sleeps before a write is sent again (reads do so by themselves): the pause
 * after that many tries, and wait_ms on top (-1: none told). False, at once,
 * when the deadline would come first. what is for the log. */
bool http_rest(struct http *h, int tries, long wait_ms, const char *what);

/* For a 2xx answer whose body is wrong; see complaint_body(). Returns -1. */
int http_complain(struct http *h, const struct http_request *r, bool premature,
	const char *reason, struct err *err);

/* Frees the answer's body. */
void http_release(struct http_request *r);

/* What the handle has done so far; good as long as the handle. */
const struct http_stats *http_stats(const struct http *h);
/* Its copy of the options; good as long as the handle. */
const struct gitlab_options *http_options(const struct http *h);

/* Passes a line to the log, cleaned. */
void http_note(struct http *h, const char *fmt, ...) PRINTF(2, 3);

#endif
