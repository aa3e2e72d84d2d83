/*
 * Writing issues, each exactly once.
 *
 * What an answer tells about a write is one of four things: it is done, it
 * was refused, it must wait, or nobody knows.  Only the last needs care: the
 * issues that are there are read again, and the key in their texts tells.
 */
#include "gitlab_write.h"

#include <assert.h>
#include <stddef.h>
#include <string.h>

#include "gitlab_notes.h"
#include "inner_p.h"
#include "jsonout.h"
#include "lookup_p.h"
#include "write_p.h"

/* What is read of an issue. */
struct issue_row {
	int64_t iid, author;
	struct str url, title, updated, text;
	struct texts labels;
};

static const struct inner_member ISSUE[] = {
	{"iid", INNER_INT, offsetof(struct issue_row, iid)},
	{"author", INNER_ID, offsetof(struct issue_row, author)},
	{"web_url", INNER_TEXT, offsetof(struct issue_row, url)},
	{"title", INNER_TEXT, offsetof(struct issue_row, title)},
	{"updated_at", INNER_TEXT, offsetof(struct issue_row, updated)},
	{"description", INNER_TEXT, offsetof(struct issue_row, text)},
	{"labels", INNER_TEXTS, offsetof(struct issue_row, labels)},
};

/* False when the answer is no issue. */
static bool read_issue(struct arena *a, struct str json, struct issue_row *row,
	struct gitlab_issue *out)
{
	*row = (struct issue_row){.iid = 0};
	if (!inner_answer(a, json, ISSUE, COUNT_OF(ISSUE), row) ||
		row->iid <= 0)
		return false;
	*out = (struct gitlab_issue){
		.iid = row->iid,
		.url = arena_text(a, row->url),
		.title = arena_text(a, row->title),
		.updated = arena_text(a, row->updated),
		.labels = row->labels,
	};
	return true;
}

/* Adds the keys that a text holds. */
static void add_keys(struct arena *a, struct str text,
	const struct gitlab_issue *issue, struct gitlab_keyeds *found)
{
	struct texts keys = {NULL, 0, 0};

	gitlab_keys_of(a, text, &keys);
	for (size_t i = 0; i < keys.n; i++)
		*vec_add(a, found) = (struct gitlab_keyed){
			.key = keys.v[i], .issue = *issue};
}

int gitlab_keyed_issues(struct gitlab *g, struct arena *a,
	const struct gitlab_project *project, int64_t self,
	struct gitlab_keyeds *found, struct err *err)
{
	const char *url = lookup_url(g, a, project,
		arena_printf(a,
			"/issues?scope=all&state=all&order_by=created_at"
			"&sort=asc&per_page=100&author_id=%" PRId64,
			self),
		"");
	struct rows rows = {NULL, 0, 0};

	if (lookup_list(g, a, url,
		    arena_printf(a, "our issues in '%s'", project->path), false,
		    &rows, err))
		return -1;
	for (size_t i = 0; i < rows.n; i++) {
		struct gitlab_issue issue;
		struct issue_row row;

		if (read_issue(a, rows.v[i].json, &row, &issue) &&
			row.author == self)
			add_keys(a, row.text, &issue, found);
	}
	return 0;
}

const struct gitlab_issue *gitlab_keyed_find(
	const struct gitlab_keyeds *keyeds, const char *key)
{
	for (size_t i = 0; i < keyeds->n; i++)
		if (strcmp(keyeds->v[i].key, key) == 0)
			return &keyeds->v[i].issue;
	return NULL;
}

/* Where an issue is to come from, and go to. */
struct wanted {
	const struct gitlab_project *project;
	int64_t self;
	const char *key;
	struct gitlab_issue *out;
};

static bool take_issue(const struct write *w, void *ctx)
{
	struct wanted *wanted = ctx;
	struct issue_row row;

	return read_issue(w->arena, w->json, &row, wanted->out);
}

static void write_json(
	struct buf *b, const struct gitlab_new_issue *issue, const char *labels)
{
	struct jsonout j;

	jsonout_init(&j, b, false);
	jsonout_object(&j, NULL);
	jsonout_text(&j, "title", issue->title);
	jsonout_text(&j, "description", issue->description);
	if (*labels)
		jsonout_text(&j, "labels", labels);
	if (issue->assignees.n) {
		jsonout_array(&j, "assignee_ids");
		for (size_t i = 0; i < issue->assignees.n; i++)
			jsonout_int(&j, NULL, issue->assignees.v[i]);
		jsonout_end(&j, ']');
	}
	if (issue->milestone)
		jsonout_int(&j, "milestone_id", issue->milestone);
	if (*issue->due)
		jsonout_text(&j, "due_date", issue->due);
	jsonout_end(&j, '}');
}

/* Looks whether it was opened after all. */
static int look(struct write *w, void *ctx, bool *there, struct err *err)
{
	const struct wanted *wanted = ctx;
	struct gitlab_keyeds found = {NULL, 0, 0};
	const struct gitlab_issue *issue;

	http_note(w->g->http, "looking whether %s was opened", w->what);
	if (gitlab_keyed_issues(
		    w->g, w->arena, wanted->project, wanted->self, &found, err))
		return -1;
	issue = gitlab_keyed_find(&found, wanted->key);
	*there = issue != NULL;
	if (issue)
		*wanted->out = *issue;
	return 0;
}

int gitlab_issue_open(struct gitlab *g, struct arena *a,
	const struct gitlab_project *project, int64_t self,
	const struct gitlab_new_issue *issue, struct gitlab_issue *out,
	struct err *err)
{
	struct wanted wanted = {project, self, issue->key, out};
	struct write_proof proof = {"an issue", take_issue, look, &wanted};
	struct write w = {.g = g, .arena = a, .method = "POST"};
	struct buf b;
	int result;

	assert(self > 0 && strstr(issue->description, issue->key));
	buf_init(&b, WRITE_BYTES);
	write_json(&b, issue, write_labels(a, &issue->labels));
	w.url = lookup_url(g, a, project, "/issues", "");
	w.what = arena_printf(
		a, "the new issue '%s' in '%s'", issue->title, project->path);
	w.body = buf_str(&b);
	result = buf_finish(&b, "the text of the new issue", err);
	if (!result)
		result = write_until(&w, &proof, err);
	buf_release(&b);
	return result;
}

int gitlab_issue_change(struct gitlab *g, struct arena *a,
	const struct gitlab_project *project, int64_t iid,
	const struct gitlab_change *change, struct gitlab_issue *out,
	struct err *err)
{
	struct wanted wanted = {.out = out};
	struct write_proof proof = {"an issue", take_issue, NULL, &wanted};
	struct write w = {.g = g, .arena = a, .method = "PUT"};
	struct buf b;
	int result;

	assert(iid > 0);
	buf_init(&b, WRITE_BYTES);
	write_change(&b, a, change);
	w.url = lookup_url(
		g, a, project, arena_printf(a, "/issues/%" PRId64, iid), "");
	w.what = arena_printf(
		a, "the issue #%" PRId64 " of '%s'", iid, project->path);
	w.body = buf_str(&b);
	result = buf_finish(&b, "the change of the issue", err);
	if (!result)
		result = write_until(&w, &proof, err);
	buf_release(&b);
	return result;
}

/* Sends what cannot be done twice: 409 says that it is done already, so that
 * a lost answer is no reason to look first. */
static int post_once(struct gitlab *g, struct arena *a, const char *url,
	const char *what, struct str body, struct err *err)
{
	assert(body.n);
	for (int tries = 1;; tries++) {
		struct err why = ERR_INIT;
		struct http_request r = {.arena = a,
			.url = url,
			.what = what,
			.write = "POST",
			.body = body};
		int failed = http_get(g->http, &r, &why);
		long status = r.answer.status;
		bool lost = r.err.kind == ERR_GITLAB || status == 429 ||
			    status >= 500;

		http_release(&r);
		if (!failed || (r.err.kind == ERR_NONE && status == 409))
			return 0;
		if (!lost || tries >= WRITE_UNSURE_TRIES ||
			!http_rest(g->http, tries, r.answer.wait_ms, what))
			return err_set(err, why.kind, "%s", why.text);
	}
}

int gitlab_label_create(struct gitlab *g, struct arena *a,
	const struct gitlab_project *project, const char *name,
	const char *color, struct err *err)
{
	struct jsonout j;
	struct buf b;
	int result;

	assert(*color == '#');
	buf_init(&b, WRITE_BYTES);
	jsonout_init(&j, &b, false);
	jsonout_object(&j, NULL);
	jsonout_text(&j, "name", name);
	jsonout_text(&j, "color", color);
	jsonout_end(&j, '}');
	result = post_once(g, a, lookup_url(g, a, project, "/labels", ""),
		arena_printf(
			a, "the new label '%s' in '%s'", name, project->path),
		buf_str(&b), err);
	buf_release(&b);
	return result;
}

/* Is the issue among those that are linked? */
static bool has_issue(const struct rows *rows,
	const struct gitlab_project *project, int64_t iid)
{
	for (size_t i = 0; i < rows->n; i++)
		if (rows->v[i].iid == iid && rows->v[i].project == project->id)
			return true;
	return false;
}

int gitlab_issue_relate(struct gitlab *g, struct arena *a,
	const struct gitlab_project *project, int64_t iid, int64_t to,
	struct err *err)
{
	const char *url = lookup_url(g, a, project,
		arena_printf(a, "/issues/%" PRId64 "/links", iid), "");
	const char *what = arena_printf(a,
		"the link from issue #%" PRId64 " to #%" PRId64 " in '%s'", iid,
		to, project->path);
	struct rows rows = {NULL, 0, 0};
	struct jsonout j;
	struct buf b;
	int result;

	assert(iid > 0 && to > 0 && iid != to);
	if (lookup_list(g, a, url, what, false, &rows, err))
		return -1;
	if (has_issue(&rows, project, to))
		return 0;
	buf_init(&b, WRITE_BYTES);
	jsonout_init(&j, &b, false);
	jsonout_object(&j, NULL);
	jsonout_int(&j, "target_project_id", project->id);
	jsonout_int(&j, "target_issue_iid", to);
	jsonout_end(&j, '}');
	result = post_once(g, a, url, what, buf_str(&b), err);
	buf_release(&b);
	return result;
}
