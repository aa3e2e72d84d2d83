/*
 * What is looked up before something is written: the project, labels, users,
 * milestones.
 */
#include "gitlab_write.h"

#include <string.h>

#include "board_p.h"
#include "lookup_p.h"
#include "url_p.h"

enum { ROWS_MAX = 1000000 };

const char *lookup_url(const struct gitlab *g, struct arena *a,
	const struct gitlab_project *project, const char *rest,
	const char *value)
{
	const char *url;
	struct buf b;

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
	struct err unused = ERR_INIT;
	struct pull p;
	struct str key;

	*id = 0;
	*text = (struct str){NULL, 0};
	pull_init(&p, json, a);
	if (pull_object(&p)) {
		while (pull_key(&p, &key))
			if (str_is(key, "id"))
				pull_int(&p, id);
			else if (str_is(key, name))
				pull_text(&p, text);
			else
				pull_skip(&p);
	}
	return !pull_finish(&p, "row", &unused) && text->n;
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

/* A project's answer; issues are on unless it says otherwise. */
static void read_project(
	struct pull *p, struct arena *a, struct gitlab_project *out)
{
	struct str key, access = {NULL, 0}, path = {NULL, 0};
	struct str branch = {NULL, 0};
	bool enabled = true;

	if (pull_object(p)) {
		while (pull_key(p, &key))
			if (str_is(key, "id"))
				pull_int(p, &out->id);
			else if (str_is(key, "path_with_namespace"))
				pull_text(p, &path);
			else if (str_is(key, "issues_enabled"))
				pull_bool(p, &enabled);
			else if (str_is(key, "default_branch"))
				pull_text(p, &branch);
			else if (str_is(key, "empty_repo"))
				pull_bool(p, &out->empty);
			else if (str_is(key, "issues_access_level"))
				pull_text(p, &access);
			else
				pull_skip(p);
	}
	out->path = arena_text(a, path);
	out->branch = arena_text(a, branch);
	out->issues = enabled && !str_is(access, "disabled");
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
