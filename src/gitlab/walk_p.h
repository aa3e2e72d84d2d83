/*
 * Lists over many pages, several lists at once.
 *
 * A walk is one list, or one page of one.  Rows are kept as they came, cut
 * out of the page with no more understanding than their ids need.
 */
#ifndef GITLAB_WALK_P_H
#define GITLAB_WALK_P_H

#include <stdbool.h>
#include <stdint.h>

#include "arena.h"
#include "err.h"
#include "http_p.h"
#include "str.h"
#include "vec.h"

/* Numbers already met. A zeroed struct is empty. */
struct idset {
	uint64_t *slots; /* in the arena; 0: free */
	size_t n, cap;   /* cap is a power of two */
	bool zero;
};

/* False when it was there already. */
bool idset_add(struct arena *a, struct idset *s, uint64_t id);

struct row {
	int64_t id, project, iid; /* 0 where missing or no number */
	int64_t created, changed; /* since 1970; 0 unknown */
	uint64_t place;           /* where it is put away */
	uint16_t order;           /* of its walk, where that matters */
	bool object;              /* it is one */
	bool commented;           /* user_notes_count is not 0 */
	bool kept;                /* remembered, not fetched */
	bool open;                /* "confidential" is false */
	bool hidden;              /* it, or "internal", is something else */
	struct str json;          /* on one line; p is NULL when put away */
};

struct rows {
	VEC_OF(struct row);
};

struct walk {
	/* Set by the caller. */
	const char *url;     /* of the first page */
	const char *what;    /* for messages */
	bool follow;         /* on to the next pages */
	bool object;         /* one object instead of a list: one row */
	bool in_turn;        /* taken after those in turn before it */
	bool put;            /* rows are handed to the walker's put() */
	uint16_t order;      /* for that */
	long page;           /* its number in a list of pages; 0: not one */
	bool may_lack;       /* 401, 403, 404 and 405 are no error: no rows */
	bool may_be_refused; /* 403 and 404 are none: see refused */

	/* The outcome. */
	struct rows rows;
	size_t found;    /* rows, those put away included */
	int64_t created; /* the first one's */
	bool lacked;
	const char *refused;     /* the sentence for that, or NULL */
	long total, total_pages; /* as told with the last page; or -1 */
	int64_t date;            /* the server's clock at the first page */
	const char *next;        /* what a walk that does not follow left */

	/* Used by walk.c. */
	struct idset pages;
	int empty;
	bool over;
};

/* How many walks may be ahead of those that run: their answers wait, packed,
 * for their turn. */
enum { WALK_LANES = 32, WALK_SLOTS = 2 * WALK_LANES };

struct walker {
	struct http *http;
	struct arena *arena;
	const char *noun; /* "issues", for the progress; NULL: none shown */
	long done, all;   /* rows so far, of all (-1 unknown) */
	long max;         /* rows at most, over all walks */
	/* Takes a row, whose json is gone after the call. */
	int (*put)(void *ctx, const struct walk *walk, struct row *row,
		struct err *err);
	void *ctx;
};

/* Walks n lists, as many at once as there are lanes. 0, or -1 with the
 * failure of the first walk that failed; nothing is under way any more.
 * Pages beyond the number of pages that an earlier one tells are left out. */
int walk_all(struct walker *w, struct walk *walks, size_t n,
	struct err *err) MUST_USE;

/* Cuts an answer into rows: the elements of a list or, where it is to be an
 * object, that alone. ERR_GITLAB through http_complain(). */
int walk_cut(struct http *h, struct arena *a, const struct http_request *r,
	bool object, struct rows *rows, struct err *err) MUST_USE;

/* The address of another page: url with the number of its parameter "page"
 * replaced. NULL when it has none. */
const char *walk_page_url(struct arena *a, const char *url, long page) MUST_USE;

#endif
