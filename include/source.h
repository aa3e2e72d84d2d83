/*
 * Where OKRs come from, as a person names it: the address of a board, issue
 * list, issue, project or group copied from the browser, or a path on the
 * default instance ("group/project", "groups/group", a project's number).
 *
 * What narrows the issues in the browser narrows them here.  A filter that
 * GitLab's API cannot apply is an error: pages made from more issues than
 * the person saw would be wrong.  What only arranges them (sort, page, view)
 * is ignored.
 */
#ifndef SOURCE_H
#define SOURCE_H

#include <stdbool.h>
#include <stdint.h>

#include "arena.h"
#include "err.h"
#include "str.h"
#include "vec.h"

enum source_kind { SOURCE_PROJECT, SOURCE_GROUP };

/* An address ".../-/boards" without a number: the oldest board, if any. */
enum { SOURCE_FIRST_BOARD = -1 };

struct source_spec {
	const char *api; /* "https://gitlab.example/api/v4", no final slash */
	const char *web; /* "https://gitlab.example" */
	enum source_kind kind;
	bool may_be_group; /* the address fits a project and a group */
	const char *path;  /* "group/sub/project", not encoded */
	int64_t board;     /* 0: none; SOURCE_FIRST_BOARD */
	const char *url;   /* the address as given, cleaned; for pages */
	struct texts labels;
	struct texts not_labels;
	const char *milestone; /* title, None, Any, Upcoming, Started, or "" */
	const char *state;     /* "opened", "closed", or "" for all */
	const char *filter;    /* the rest for the API: "&weight=3", or "" */
};

/*
 * Parses an address. web is the default instance ("" if there is none): bare
 * paths are looked up there, and it tells how much of an address's path is
 * the instance's own when that lives below a folder. A caller who knows the
 * API's address better (CI_API_V4_URL) puts it into out->api.
 *
 * ERR_CONFIG with what is wrong: no scheme and no default instance, http to
 * a host that is not this machine, credentials in the address (which are not
 * repeated), a page that is no list of issues, a filter that cannot be kept.
 */
int source_parse(struct arena *a, struct str address, const char *web,
	struct source_spec *out, struct err *err) MUST_USE;

#endif
