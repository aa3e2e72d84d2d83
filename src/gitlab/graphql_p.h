/*
 * GraphQL: one question by POST that only reads, one answer.
 *
 * An error of GraphQL comes with status 200 and a list of errors.  One of
 * them is special: a question may be too complex for the instance's limit,
 * and then a smaller one may pass.
 */
#ifndef GITLAB_GRAPHQL_P_H
#define GITLAB_GRAPHQL_P_H

#include "gitlab_p.h"

enum graphql_outcome {
	GRAPHQL_FAILED,  /* err is set */
	GRAPHQL_DATA,    /* *data is the object "data" */
	GRAPHQL_REFUSED, /* *words are GitLab's */
	GRAPHQL_COMPLEX, /* the same, for a question that asks too much */
};

/* variables is a JSON object. Texts are in the arena. */
enum graphql_outcome graphql_ask(struct gitlab *g, struct arena *a,
	const char *query, struct str variables, const char *what,
	struct str *data, const char **words, struct err *err);

/* Its two halves, for many questions at once: what is to be started, and what
 * came back. */
struct http_request graphql_request(struct gitlab *g, struct arena *a,
	const char *query, struct str variables, const char *what);
/* What came back for a request made by graphql_request(). */
enum graphql_outcome graphql_answer(struct gitlab *g, struct arena *a,
	const struct http_request *r, struct str *data, const char **words,
	struct err *err);

/* The number at the end of "gid://gitlab/WorkItem/12"; 0 when there is none. */
int64_t graphql_number(struct str gid);

#endif
