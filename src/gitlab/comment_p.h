/*
 * A comment in the one form in which it is kept, whichever way it came.
 */
#ifndef GITLAB_COMMENT_P_H
#define GITLAB_COMMENT_P_H

#include <stdbool.h>
#include <stdint.h>

#include "arena.h"
#include "pull.h"
#include "str.h"

struct comment {
	int64_t id, author;
	struct str body, created, updated, name, username;
	bool has_system, system;
	bool open; /* "internal" is false */
	bool odd;  /* something is missing or of another type */
};

/* Takes a note of GraphQL. */
void comment_read(struct pull *p, struct comment *c);

/* The comment as JSON. */
struct str comment_json(struct arena *a, const struct comment *c) MUST_USE;

/* A note of the REST API in that form; what is odd stays as it is, for the
 * reader to name. */
struct str comment_of_rest(struct arena *a, struct str json) MUST_USE;

#endif
