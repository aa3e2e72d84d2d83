/*
 * What is looked up before something is written: the project, labels, users,
 * milestones.
 */
#include "gitlab_write.h"

#include <assert.h>
#include <stddef.h>
#include <string.h>

#include "board_p.h"
#include "inner_p.h"
#include "lookup_p.h"
#include "url_p.h"

enum { ROWS_MAX = 1000000 };

const char *lookup_url(const struct gitlab *g, struct arena *a,
	const struct gitlab_project *project, const char *rest,
	const char *value)
{
	const char *url;
	struct buf b;

	assert(*rest == '/' || !*rest);
	buf_init(&b, URL_BYTES);
	if (project)
		buf_addf(&b, "%s/projects/%" PRId64 "%s", g->api, project->id,
			rest);
	else
		buf_addf(&b, "%s%s", g->api, rest);
	url_encode(&b, str_of(value));
	url = arena_text(a, buf_str(&b));
	buf_release(&b);
	return url;
}

int lookup_list(struct gitlab *g, struct arena *a, const char *url,
	const char *what, bool may_lack, struct rows *rows, struct err *err)
{
	struct walk walk = {
		.url = url, .what = what, .follow = true, .may_lack = may_lack};
	struct walker w = {
		.http = g->http, .arena = a, .all = -1, .max = ROWS_MAX};

	if (walk_all(&w, &walk, 1, err))
		return -1;
	*rows = walk.rows;
	return 0;
}

/* An id and a text member of one row; false when it is no such object. */
static bool read_row(struct arena *a, struct str json, const char *name,
	int64_t *id, struct str *text)
{
	struct row_members {
		int64_t id;
		struct str text;
	} row = {.id = 0};
	const struct inner_member members[] = {
		{"id", INNER_INT, offsetof(struct row_members, id)},
		{name, INNER_TEXT, offsetof(struct row_members, text)},
	};
	bool is = inner_answer(a, json, members, COUNT_OF(members), &row);

	*id = row.id;
	*text = row.text;
	return is && row.text.n;
}

int lookup_names(struct gitlab *g, struct arena *a, const char *url,
	const char *what, bool may_lack, struct texts *names, struct err *err)
{
	struct rows rows = {NULL, 0, 0};

	if (lookup_list(g, a, url, what, may_lack, &rows, err))
		return -1;
	for (size_t i = 0; i < rows.n; i++) {
		struct str name;
		int64_t id;

		if (read_row(a, rows.v[i].json, "name", &id, &name))
			*vec_add(a, names) = arena_text(a, name);
	}
	return 0;
}

/* The id of the row whose text member is the wanted one, or 0. */
static int find_id(struct gitlab *g, struct arena *a, const char *url,
	const char *what, const char *name, const char *wanted, int64_t *id,
	struct err *err)
{
	struct rows rows = {NULL, 0, 0};

	*id = 0;
	if (lookup_list(g, a, url, what, false, &rows, err))
		return -1;
	for (size_t i = 0; i < rows.n; i++) {
		struct str text;
		int64_t found;

		if (read_row(a, rows.v[i].json, name, &found, &text) &&
			str_iis(text, wanted) && (!*id || str_is(text, wanted)))
			*id = found;
	}
	return 0;
}

struct project_row {
	int64_t id;
	struct str path, branch, access;
	bool enabled, empty;
};

static const struct inner_member PROJECT[] = {
	{"id", INNER_INT, offsetof(struct project_row, id)},
	{"path_with_namespace", INNER_TEXT, offsetof(struct project_row, path)},
	{"default_branch", INNER_TEXT, offsetof(struct project_row, branch)},
	{"issues_access_level", INNER_TEXT,
		offsetof(struct project_row, access)},
	{"issues_enabled", INNER_BOOL, offsetof(struct project_row, enabled)},
	{"empty_repo", INNER_BOOL, offsetof(struct project_row, empty)},
};

/* A project's answer; issues are on unless it says otherwise. */
static void read_project(
	struct pull *p, struct arena *a, struct gitlab_project *out)
{
	struct project_row row = {.enabled = true};

	inner_members(p, a, PROJECT, COUNT_OF(PROJECT), &row);
	*out = (struct gitlab_project){
		.id = row.id,
		.path = arena_text(a, row.path),
		.branch = arena_text(a, row.branch),
		.issues = row.enabled && !str_is(row.access, "disabled"),
		.empty = row.empty,
	};
}

int gitlab_project_get(struct gitlab *g, struct arena *a, const char *path,
	struct gitlab_project *out, struct err *err)
{
	const char *url = lookup_url(g, a, NULL, "/projects/", path);
	const char *what = arena_printf(a, "the project '%s'", path);
	struct err why = ERR_INIT;
	struct http_request r;
	struct str json;
	struct pull p;
	int result = gitlab_ask(g, a, url, what, &r, &json, err);

	*out = (struct gitlab_project){.path = "", .branch = ""};
	if (result == 0) {
		pull_init(&p, json, a);
		read_project(&p, a, out);
		if (pull_finish(&p, "it", &why) || out->id <= 0)
			result = gitlab_not_json(g, &r, &p, err);
	}
	http_release(&r);
	return result;
}

int gitlab_board_scope(struct gitlab *g, struct arena *a,
	const struct gitlab_project *project, struct source_spec *source,
	struct err *err)
{
	struct str json;

	if (!source->board)
		return 0;
	return board_fetch(
		g, a, lookup_url(g, a, project, "", ""), source, &json, err);
}

int gitlab_label_names(struct gitlab *g, struct arena *a,
	const struct gitlab_project *project, struct texts *names,
	struct err *err)
{
	return lookup_names(g, a,
		lookup_url(g, a, project, "/labels?per_page=100", ""),
		arena_printf(a, "the labels of '%s'", project->path), false,
		names, err);
}

int gitlab_user_id(struct gitlab *g, struct arena *a, const char *name,
	int64_t *id, struct err *err)
{
	return find_id(g, a, lookup_url(g, a, NULL, "/users?username=", name),
		arena_printf(a, "the user '%s'", name), "username", name, id,
		err);
}

int gitlab_milestone_id(struct gitlab *g, struct arena *a,
	const struct gitlab_project *project, const char *title, int64_t *id,
	struct err *err)
{
	const char *url = lookup_url(g, a, project,
		"/milestones?per_page=100&include_ancestors=true"
		"&include_parent_milestones=true&title=",
		title);

	return find_id(g, a, url,
		arena_printf(
			a, "the milestone '%s' of '%s'", title, project->path),
		"title", title, id, err);
}
