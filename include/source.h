/*
 * Where OKRs come from, as a person names it: the address of a board, issue
 * list, project or group copied from the browser, or a path on the default
 * instance ("group/project", "groups/group").
 */
#ifndef SOURCE_H
#define SOURCE_H

#include <stdint.h>

#include "arena.h"
#include "err.h"
#include "str.h"
#include "vec.h"

enum source_kind { SOURCE_PROJECT, SOURCE_GROUP };

struct source_spec {
	const char *api; /* "https://gitlab.example/api/v4", no final slash */
	const char *web; /* "https://gitlab.example" */
	enum source_kind kind;
	const char *path; /* "group/sub/project", not encoded */
	int64_t board;    /* 0: none */
	const char *url;  /* the address as given, cleaned; for pages */
	struct texts labels;
	struct texts not_labels;
	const char *milestone; /* title, or "" */
	const char *state;     /* "opened", "closed", or "" for all */
};

/*
 * Parses an address. web is the default instance for a bare path ("" if there
 * is none). ERR_CONFIG with what is wrong: no scheme but also no instance,
 * http to a host that is not loopback, credentials in the address, ...
 */
int source_parse(struct arena *a, struct str address, const char *web,
	struct source_spec *out, struct err *err) MUST_USE;

#endif
