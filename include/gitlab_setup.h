/*
 * What a project needs before OKRs can live in it, and whether it is there:
 * the token, our role, labels with their ids, boards and their lists.
 *
 * Looking changes nothing.  A label or list that exists is never changed.
 */
#ifndef GITLAB_SETUP_H
#define GITLAB_SETUP_H

#include "date.h"
#include "gitlab_write.h"

/* What the server says about the token; NULL and 0 where it does not. */
struct gitlab_token {
	const char *name;
	struct texts scopes;
	struct date expires; /* unset: never, or not told */
	bool known;          /* false: the server cannot tell (before 15.5) */
};

/* What the token tells about itself, texts in the arena. A server that cannot
 * tell is no error: known is false then. */
int gitlab_token_get(struct gitlab *g, struct arena *a,
	struct gitlab_token *token, struct err *err) MUST_USE;

/* The server, seen from outside. */
struct gitlab_server {
	const char *version; /* "18.5.0-ee" */
	int64_t clock;       /* seconds since 1970 by its Date; 0 not told */
	long limit, left;    /* requests a minute, and now; -1 not told */
};

/* Asks for the version; the rest stands in the headers of any answer. err is
 * set for what is no GitLab, too. */
int gitlab_server_get(struct gitlab *g, struct arena *a,
	struct gitlab_server *server, struct err *err) MUST_USE;

/* Our access level in the project: 10 guest, 15 planner, 20 reporter, 30
 * developer, 40 maintainer, 50 owner; 0 when the answer does not tell. */
int gitlab_access(struct gitlab *g, struct arena *a,
	const struct gitlab_project *project, int *level,
	struct err *err) MUST_USE;

/* How many issues the project has, or -1 when GitLab does not count them. */
int gitlab_issue_count(struct gitlab *g, struct arena *a,
	const struct gitlab_project *project, long *count,
	struct err *err) MUST_USE;

struct gitlab_board {
	int64_t id;
	const char *name;
	struct texts lists; /* names of their labels */
};

struct gitlab_boards {
	VEC_OF(struct gitlab_board);
};

/* Adds the boards of the project, in GitLab's order. */
int gitlab_boards_get(struct gitlab *g, struct arena *a,
	const struct gitlab_project *project, struct gitlab_boards *boards,
	struct err *err) MUST_USE;

/* Makes a board with that name, unless there is one. */
int gitlab_board_create(struct gitlab *g, struct arena *a,
	const struct gitlab_project *project, const char *name, int64_t *id,
	struct err *err) MUST_USE;

/* Adds a list for a label to a board that has none for it. */
int gitlab_board_add_list(struct gitlab *g, struct arena *a,
	const struct gitlab_project *project, int64_t board, const char *label,
	struct err *err) MUST_USE;

#endif
