/*
 * The repository over the API: what is there, and one atomic commit.
 */
#include "gitlab_repo.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base64_p.h"
#include "inner_p.h"
#include "jsonout.h"
#include "lookup_p.h"
#include "url_p.h"
#include "write_p.h"

enum {
	COMMIT_BYTES = 512 * 1024 * 1024, /* a commit in base64 */
	SHORT_BYTES = 1024 * 1024,
	FILE_EXTRA_BYTES = 64 * 1024, /* of JSON around a file */
};

/* The encoded value for the middle of an address. */
static const char *encoded(struct arena *a, const char *value)
{
	const char *text;
	struct buf b;

	buf_init(&b, URL_BYTES);
	url_encode(&b, str_of(value));
	text = arena_text(a, buf_str(&b));
	buf_release(&b);
	return text;
}

/* Asks for one object; *there false for 404. */
static int ask(struct gitlab *g, struct arena *a, const char *url,
	const char *what, size_t limit, struct str *json, bool *there,
	struct err *err)
{
	struct http_request r = {
		.arena = a, .url = url, .what = what, .limit = limit};
	struct err why = ERR_INIT;
	int failed = http_get(g->http, &r, &why);

	*there = !failed;
	*json = failed ? STR("") : arena_str(a, buf_str(&r.answer.body));
	if (failed && r.err.kind == ERR_NONE && r.answer.status == 404)
		failed = 0;
	http_release(&r);
	return failed ? err_set(err, why.kind, "%s", why.text) : 0;
}

static int not_understood(const char *what, struct err *err)
{
	return err_set(err, ERR_GITLAB,
		"GitLab's answer for %s is not what it should be: try again "
		"later, and check the address",
		what);
}

/* A commit's id: hexadecimal, so that it fits into an address as it is. */
static bool is_id(struct str id)
{
	for (size_t i = 0; i < id.n; i++)
		if (!str_is_digit(id.p[i]) && (id.p[i] < 'a' || id.p[i] > 'f'))
			return false;
	return id.n == 40 || id.n == 64;
}

static bool read_branch(struct arena *a, struct str json, struct str *id)
{
	struct err unused = ERR_INIT;
	struct pull p;
	struct str key;

	pull_init(&p, json, a);
	if (pull_object(&p)) {
		while (pull_key(&p, &key))
			if (str_is(key, "commit"))
				inner_text(&p, "id", id);
			else
				pull_skip(&p);
	}
	return !pull_finish(&p, "branch", &unused) && is_id(*id);
}

int gitlab_branch_tip(struct gitlab *g, struct arena *a,
	const struct gitlab_project *project, const char *branch,
	const char **commit, bool *there, struct err *err)
{
	const char *url =
		lookup_url(g, a, project, "/repository/branches/", branch);
	const char *what = arena_printf(
		a, "the branch '%s' of '%s'", branch, project->path);
	struct str json, id = {NULL, 0};

	*commit = "";
	if (ask(g, a, url, what, SHORT_BYTES, &json, there, err))
		return -1;
	if (!*there)
		return 0;
	if (!read_branch(a, json, &id))
		return not_understood(what, err);
	*commit = arena_text(a, id);
	return 0;
}

/* False when the row is no entry of a tree. */
static bool read_entry(
	struct arena *a, struct str json, struct gitlab_entry *out)
{
	struct str key, path = {NULL, 0}, id = {NULL, 0}, mode = {NULL, 0};
	struct err unused = ERR_INIT;
	struct pull p;

	pull_init(&p, json, a);
	if (pull_object(&p)) {
		while (pull_key(&p, &key))
			if (str_is(key, "path"))
				pull_text(&p, &path);
			else if (str_is(key, "id"))
				pull_text(&p, &id);
			else if (str_is(key, "mode"))
				pull_text(&p, &mode);
			else
				pull_skip(&p);
	}
	*out = (struct gitlab_entry){.path = arena_text(a, path),
		.id = arena_text(a, id),
		.mode = arena_text(a, mode)};
	return !pull_finish(&p, "entry", &unused) && path.n && mode.n &&
	       !memchr(path.p, '\0', path.n);
}

static int compare_entries(const void *va, const void *vb)
{
	const struct gitlab_entry *x = va, *y = vb;

	return strcmp(x->path, y->path);
}

/* Is there such a folder? Its absence is a 404, in a list like any other. */
static int look_for_folder(struct gitlab *g, struct arena *a, const char *url,
	const char *what, bool *there, struct err *err)
{
	struct str json;

	return ask(g, a, arena_printf(a, "%s&per_page=1", url), what,
		SHORT_BYTES, &json, there, err);
}

int gitlab_tree(struct gitlab *g, struct arena *a,
	const struct gitlab_project *project, const char *commit,
	const char *folder, struct gitlab_entries *entries, struct err *err)
{
	const char *url = lookup_url(g, a, project,
		arena_printf(
			a, "/repository/tree?recursive=true&ref=%s", commit),
		"");
	const char *what = arena_printf(
		a, "the folder '%s' of '%s'", folder, project->path);
	struct rows rows = {NULL, 0, 0};
	bool there = true;

	*entries = (struct gitlab_entries){.n = 0};
	if (*folder)
		url = arena_printf(a, "%s&path=%s", url, encoded(a, folder));
	if (look_for_folder(g, a, url, what, &there, err))
		return -1;
	if (!there)
		return 0;
	if (lookup_list(g, a, arena_printf(a, "%s&per_page=100", url), what,
		    false, &rows, err))
		return -1;
	for (size_t i = 0; i < rows.n; i++)
		if (!read_entry(a, rows.v[i].json, vec_add(a, entries)))
			return not_understood(what, err);
	if (entries->n)
		qsort(entries->v, entries->n, sizeof *entries->v,
			compare_entries);
	return 0;
}

static bool read_file(
	struct arena *a, struct str json, struct str *text, struct str *last)
{
	struct str key, content = {NULL, 0}, encoding = {NULL, 0};
	struct err unused = ERR_INIT;
	bool has_content = false;
	struct pull p;

	pull_init(&p, json, a);
	if (pull_object(&p)) {
		while (pull_key(&p, &key))
			if (str_is(key, "content"))
				has_content = pull_text(&p, &content);
			else if (str_is(key, "encoding"))
				pull_text(&p, &encoding);
			else if (str_is(key, "last_commit_id"))
				pull_text(&p, last);
			else
				pull_skip(&p);
	}
	return !pull_finish(&p, "file", &unused) && has_content &&
	       str_is(encoding, "base64") && is_id(*last) &&
	       base64_decode(a, content, text);
}

int gitlab_file(struct gitlab *g, struct arena *a,
	const struct gitlab_project *project, const char *commit,
	const char *path, size_t max, struct str *text, const char **last,
	struct err *err)
{
	const char *url = lookup_url(g, a, project,
		arena_printf(a, "/repository/files/%s?ref=%s", encoded(a, path),
			commit),
		"");
	const char *what =
		arena_printf(a, "the file '%s' of '%s'", path, project->path);
	struct str json, id = {NULL, 0};
	bool there;

	if (ask(g, a, url, what, max / 3 * 4 + FILE_EXTRA_BYTES, &json, &there,
		    err))
		return -1;
	if (!there || !read_file(a, json, text, &id))
		return not_understood(what, err);
	*last = arena_text(a, id);
	return 0;
}

static void add_action(
	struct jsonout *j, struct arena *a, const struct gitlab_action *action)
{
	static const char *const NAMES[] = {
		[GITLAB_CREATE] = "create",
		[GITLAB_UPDATE] = "update",
		[GITLAB_DELETE] = "delete",
	};

	static_assert(
		COUNT_OF(NAMES) == GITLAB_DELETE + 1, "each kind has a name");
	jsonout_object(j, NULL);
	jsonout_text(j, "action", NAMES[action->kind]);
	jsonout_text(j, "file_path", action->path);
	if (action->kind != GITLAB_DELETE) {
		jsonout_text(j, "encoding", "base64");
		jsonout_str(j, "content", base64_encode(a, action->text));
	}
	if (action->last && *action->last)
		jsonout_text(j, "last_commit_id", action->last);
	jsonout_end(j, '}');
}

static void write_commit(
	struct buf *b, struct arena *a, const struct gitlab_new_commit *c)
{
	struct jsonout j;

	jsonout_init(&j, b, false);
	jsonout_object(&j, NULL);
	jsonout_text(&j, "branch", c->branch);
	if (*c->start)
		jsonout_text(&j, "start_branch", c->start);
	jsonout_text(&j, "commit_message", c->message);
	jsonout_text(&j, "author_name", c->author_name);
	jsonout_text(&j, "author_email", c->author_email);
	jsonout_array(&j, "actions");
	for (size_t i = 0; i < c->actions.n; i++)
		add_action(&j, a, &c->actions.v[i]);
	jsonout_end(&j, ']');
	jsonout_end(&j, '}');
}

static bool read_commit_id(struct arena *a, struct str json, struct str *id)
{
	struct err unused = ERR_INIT;
	struct pull p;

	pull_init(&p, json, a);
	inner_text(&p, "id", id);
	return !pull_finish(&p, "commit", &unused) && is_id(*id);
}

/* One commit on its way; a limit is waited for. */
static enum gitlab_sent send_commit(
	struct write *w, const char **id, struct err *why)
{
	enum outcome_of_write outcome = write_send(w, why);
	struct str hex = {NULL, 0};

	for (int waits = 1; outcome == WRITE_WAIT; waits++) {
		if (waits > WRITE_WAIT_TRIES || !write_rest(w, outcome, waits))
			return GITLAB_REFUSED;
		outcome = write_send(w, why);
	}
	if (outcome == WRITE_REFUSED)
		return GITLAB_REFUSED;
	if (outcome == WRITE_DONE && read_commit_id(w->arena, w->json, &hex)) {
		*id = arena_text(w->arena, hex);
		return GITLAB_DONE;
	}
	if (outcome == WRITE_DONE)
		not_understood(w->what, why);
	return GITLAB_UNSURE;
}

int gitlab_commit(struct gitlab *g, struct arena *a,
	const struct gitlab_project *project,
	const struct gitlab_new_commit *commit, const char **id,
	enum gitlab_sent *sent, long *status, struct err *err)
{
	struct write w = {.g = g, .arena = a, .method = "POST"};
	struct err why = ERR_INIT;
	struct buf b;

	*sent = GITLAB_REFUSED;
	*status = 0;
	buf_init(&b, COMMIT_BYTES);
	write_commit(&b, a, commit);
	if (buf_finish(&b, "the commit", err)) {
		buf_release(&b);
		return -1;
	}
	w.url = lookup_url(g, a, project, "/repository/commits", "");
	w.what = arena_printf(a, "the commit to branch '%s' of '%s'",
		commit->branch, project->path);
	w.body = buf_str(&b);
	*sent = send_commit(&w, id, &why);
	*status = w.status;
	buf_release(&b);
	return *sent == GITLAB_DONE ? 0
				    : err_set(err, why.kind, "%s", why.text);
}

bool gitlab_rest(struct gitlab *g, int tries, const char *what)
{
	return http_rest(g->http, tries, -1, what);
}

static bool read_log_entry(
	struct arena *a, struct str json, struct gitlab_log_entry *out)
{
	struct str key, id = {NULL, 0}, name = {NULL, 0}, mail = {NULL, 0};
	struct err unused = ERR_INIT;
	struct pull p;

	pull_init(&p, json, a);
	if (pull_object(&p)) {
		while (pull_key(&p, &key))
			if (str_is(key, "id"))
				pull_text(&p, &id);
			else if (str_is(key, "author_name"))
				pull_text(&p, &name);
			else if (str_is(key, "author_email"))
				pull_text(&p, &mail);
			else
				pull_skip(&p);
	}
	*out = (struct gitlab_log_entry){.id = arena_text(a, id),
		.author_name = arena_text(a, name),
		.author_email = arena_text(a, mail)};
	return !pull_finish(&p, "commit", &unused) && is_id(id);
}

int gitlab_commits_since(struct gitlab *g, struct arena *a,
	const struct gitlab_project *project, const char *since,
	const char *until, struct gitlab_log *log, struct err *err)
{
	const char *url = lookup_url(g, a, project,
		"/repository/commits?per_page=100&ref_name=",
		arena_printf(a, "%s..%s", since, until));
	const char *what =
		arena_printf(a, "the newest commits of '%s'", project->path);
	struct rows rows = {NULL, 0, 0};

	*log = (struct gitlab_log){.n = 0};
	if (lookup_list(g, a, url, what, false, &rows, err))
		return -1;
	for (size_t i = 0; i < rows.n; i++)
		if (!read_log_entry(a, rows.v[i].json, vec_add(a, log)))
			return not_understood(what, err);
	return 0;
}
