/*
 * The handle, and what its parts share.
 */
#ifndef GITLAB_GITLAB_P_H
#define GITLAB_GITLAB_P_H

#include "gitlab.h"
#include "http_p.h"
#include "pull.h"

struct gitlab {
	struct http *http;
	const char *api;
};

/* Asks for a short answer; its body is copied to *json. The request must be
 * released either way. */
int gitlab_ask(struct gitlab *g, struct arena *a, const char *url,
	const char *what, struct http_request *r, struct str *json,
	struct err *err) MUST_USE;

/* The sentence for a short answer that p could not read, or that lacks what
 * it should have. Returns -1. */
int gitlab_not_json(struct gitlab *g, const struct http_request *r,
	struct pull *p, struct err *err);

/* For an answer about our user that does not name it. Returns -1. */
int gitlab_not_self(struct gitlab *g, struct str json, struct err *err);

#endif
