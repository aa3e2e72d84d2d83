/*
 * Merge requests, each exactly once.
 */
#include "gitlab_merge.h"

#include <assert.h>
#include <stddef.h>
#include <string.h>

#include "inner_p.h"
#include "jsonout.h"
#include "lookup_p.h"
#include "url_p.h"
#include "write_p.h"

enum { ACCEPT_TRIES = 5 }; /* some eight seconds */

/* What is read of a merge request. */
struct merge_row {
	int64_t iid, author, source_project;
	struct str url, title, text, state;
	struct texts labels;
	bool draft, automatic;
};

static const struct inner_member MERGE[] = {
	{"iid", INNER_INT, offsetof(struct merge_row, iid)},
	{"author", INNER_ID, offsetof(struct merge_row, author)},
	{"source_project_id", INNER_INT,
		offsetof(struct merge_row, source_project)},
	{"web_url", INNER_TEXT, offsetof(struct merge_row, url)},
	{"title", INNER_TEXT, offsetof(struct merge_row, title)},
	{"description", INNER_TEXT, offsetof(struct merge_row, text)},
	{"state", INNER_TEXT, offsetof(struct merge_row, state)},
	{"labels", INNER_TEXTS, offsetof(struct merge_row, labels)},
	{"draft", INNER_BOOL, offsetof(struct merge_row, draft)},
	{"merge_when_pipeline_succeeds", INNER_BOOL,
		offsetof(struct merge_row, automatic)},
};

/* False when the object is no merge request. */
static bool read_merge(
	struct arena *a, struct str json, struct gitlab_merge *out)
{
	struct merge_row row = {.iid = 0};

	if (!inner_answer(a, json, MERGE, COUNT_OF(MERGE), &row) ||
		row.iid <= 0)
		return false;
	*out = (struct gitlab_merge){
		.iid = row.iid,
		.author = row.author,
		.source_project = row.source_project,
		.url = arena_text(a, row.url),
		.title = arena_text(a, row.title),
		.description = arena_text(a, row.text),
		.labels = row.labels,
		.draft = row.draft,
		.automatic = row.automatic,
		.merged = str_is(row.state, "merged"),
	};
	return true;
}

int gitlab_merge_find(struct gitlab *g, struct arena *a,
	const struct gitlab_project *project, const char *source,
	const char *target, struct gitlab_merge *out, bool *there,
	struct err *err)
{
	const char *url = lookup_url(g, a, project,
		"/merge_requests?state=opened&scope=all&per_page=100"
		"&source_branch=",
		source);
	const char *what =
		arena_printf(a, "the merge request of branch '%s' in '%s'",
			source, project->path);
	struct rows rows = {NULL, 0, 0};
	struct buf b;

	assert(*source && *target && project->id > 0);
	*there = false;
	buf_init(&b, URL_BYTES);
	buf_addf(&b, "%s&target_branch=", url);
	url_encode(&b, str_of(target));
	url = arena_text(a, buf_str(&b));
	buf_release(&b);
	if (lookup_list(g, a, url, what, false, &rows, err))
		return -1;
	for (size_t i = 0; i < rows.n && !*there; i++) {
		if (!read_merge(a, rows.v[i].json, out))
			return err_set(err, ERR_GITLAB,
				"GitLab's answer for %s is not what it should "
				"be: try again later",
				what);
		/* A branch of the same name in a fork is another one. */
		*there = out->source_project == project->id;
	}
	return 0;
}

static bool has_key(struct str text, const char *key)
{
	struct arena a = ARENA_INIT;
	const char *mark =
		arena_printf(&a, GITLAB_KEY_BEGIN "%s" GITLAB_KEY_END, key);
	bool has = str_find(text, str_of(mark)) != STR_NONE;

	arena_release(&a);
	return has;
}

bool gitlab_merge_is_ours(
	const struct gitlab_merge *merge, int64_t self, const char *key)
{
	return merge->author == self && self > 0 &&
	       has_key(str_of(merge->description), key);
}

static void write_new(
	struct buf *b, struct arena *a, const struct gitlab_new_merge *m)
{
	struct jsonout j;

	jsonout_init(&j, b, false);
	jsonout_object(&j, NULL);
	jsonout_text(&j, "source_branch", m->source);
	jsonout_text(&j, "target_branch", m->target);
	jsonout_text(&j, "title", m->title);
	jsonout_text(&j, "description", m->description);
	if (m->labels.n)
		jsonout_text(&j, "labels", write_labels(a, &m->labels));
	if (m->reviewers.n) {
		jsonout_array(&j, "reviewer_ids");
		for (size_t i = 0; i < m->reviewers.n; i++)
			jsonout_int(&j, NULL, m->reviewers.v[i]);
		jsonout_end(&j, ']');
	}
	jsonout_bool(&j, "remove_source_branch", m->remove_source);
	jsonout_end(&j, '}');
}

/* Where a merge request is to come from, and go to. */
struct wanted {
	const struct gitlab_project *project;
	int64_t self;
	const struct gitlab_new_merge *merge;
	struct gitlab_merge *out;
	bool *clash;
};

static bool take_merge(const struct write *w, void *ctx)
{
	struct wanted *wanted = ctx;

	return read_merge(w->arena, w->json, wanted->out);
}

/* Looks for one of these branches, ours or somebody else's. */
static int look(struct write *w, void *ctx, bool *there, struct err *err)
{
	const struct wanted *wanted = ctx;
	const struct gitlab_new_merge *m = wanted->merge;

	if (gitlab_merge_find(w->g, w->arena, wanted->project, m->source,
		    m->target, wanted->out, there, err))
		return -1;
	*wanted->clash = *there && !gitlab_merge_is_ours(
					   wanted->out, wanted->self, m->key);
	return 0;
}

int gitlab_merge_open(struct gitlab *g, struct arena *a,
	const struct gitlab_project *project, int64_t self,
	const struct gitlab_new_merge *merge, struct gitlab_merge *out,
	bool *clash, struct err *err)
{
	struct wanted wanted = {project, self, merge, out, clash};
	struct write_proof proof = {
		"a merge request", take_merge, look, &wanted};
	struct write w = {.g = g, .arena = a, .method = "POST"};
	struct buf b;
	int result;

	assert(has_key(str_of(merge->description), merge->key));
	assert(self > 0);
	*clash = false;
	buf_init(&b, WRITE_BYTES);
	write_new(&b, a, merge);
	w.url = lookup_url(g, a, project, "/merge_requests", "");
	w.what = arena_printf(a, "the new merge request '%s' in '%s'",
		merge->title, project->path);
	w.body = buf_str(&b);
	result = buf_finish(&b, "the text of the merge request", err);
	if (!result)
		result = write_until(&w, &proof, err);
	buf_release(&b);
	return result;
}

int gitlab_merge_change(struct gitlab *g, struct arena *a,
	const struct gitlab_project *project, int64_t iid,
	const struct gitlab_change *change, struct err *err)
{
	struct write_proof proof = {.noun = "a merge request"};
	struct write w = {.g = g, .arena = a, .method = "PUT"};
	struct buf b;
	int result;

	assert(iid > 0);
	buf_init(&b, WRITE_BYTES);
	assert(!change->due); /* issues have one */
	write_change(&b, a, change);
	w.url = lookup_url(g, a, project,
		arena_printf(a, "/merge_requests/%" PRId64, iid), "");
	w.what = arena_printf(a, "the merge request !%" PRId64 " of '%s'", iid,
		project->path);
	w.body = buf_str(&b);
	result = buf_finish(&b, "the change of the merge request", err);
	if (!result)
		result = write_until(&w, &proof, err);
	buf_release(&b);
	return result;
}

static void write_accept(struct buf *b, const char *sha)
{
	struct jsonout j;

	jsonout_init(&j, b, false);
	jsonout_object(&j, NULL);
	/* Its name since GitLab 17.11, and before. */
	jsonout_bool(&j, "auto_merge", true);
	jsonout_bool(&j, "merge_when_pipeline_succeeds", true);
	jsonout_text(&j, "sha", sha);
	jsonout_end(&j, '}');
}

/* "Not now": while GitLab still looks at it, or for a draft, a conflict, a
 * missing approval; a branch that went on; a branch that cannot be merged. */
static bool is_not_yet(long status)
{
	return status == 405 || status == 406 || status == 409 || status == 422;
}

/* What GitLab says of one that it took. */
static enum gitlab_accepted accepted(const struct write *w)
{
	struct gitlab_merge now;

	if (!read_merge(w->arena, w->json, &now))
		return ACCEPTED_NOT;
	return now.merged      ? ACCEPTED_NOW
	       : now.automatic ? ACCEPTED_LATER
			       : ACCEPTED_NOT;
}

static int tries_at_most(const struct write *w, enum outcome_of_write outcome)
{
	if (outcome == WRITE_WAIT)
		return WRITE_WAIT_TRIES;
	if (outcome == WRITE_UNSURE)
		return WRITE_UNSURE_TRIES;
	return w->status == 405 ? ACCEPT_TRIES : 0;
}

static int accept_once(struct write *w, const struct gitlab_project *project,
	enum gitlab_accepted *how, struct err *err)
{
	struct err why;

	for (int tries = 1;; tries++) {
		enum outcome_of_write outcome = write_send(w, &why);

		if (outcome == WRITE_DONE) {
			*how = accepted(w);
			return 0;
		}
		if (tries < tries_at_most(w, outcome) &&
			write_rest(w, outcome, tries))
			continue;
		*how = ACCEPTED_NOT;
		if (outcome == WRITE_REFUSED && is_not_yet(w->status))
			return 0;
		if (w->status == 401 || w->status == 403)
			return err_set(err, ERR_GITLAB,
				"the token's user may not merge %s: give it a "
				"role in '%s' that may, or leave out "
				"mr-auto-merge",
				w->what, project->path);
		return err_set(err, why.kind, "%s", why.text);
	}
}

int gitlab_merge_accept(struct gitlab *g, struct arena *a,
	const struct gitlab_project *project, int64_t iid, const char *sha,
	enum gitlab_accepted *how, struct err *err)
{
	struct write w = {.g = g,
		.arena = a,
		.method = "PUT",
		.url = lookup_url(g, a, project,
			arena_printf(
				a, "/merge_requests/%" PRId64 "/merge", iid),
			""),
		.what = arena_printf(a,
			"the merge request !%" PRId64 " of '%s'", iid,
			project->path)};
	struct buf b;
	int result;

	assert(iid > 0);
	buf_init(&b, WRITE_BYTES);
	write_accept(&b, sha);
	w.body = buf_str(&b);
	result = accept_once(&w, project, how, err);
	buf_release(&b);
	return result;
}

/* What is read of a comment. */
struct note_row {
	int64_t author;
	struct str body;
};

static const struct inner_member NOTE[] = {
	{"author", INNER_ID, offsetof(struct note_row, author)},
	{"body", INNER_TEXT, offsetof(struct note_row, body)},
};

static const char *notes_url(struct gitlab *g, struct arena *a,
	const struct gitlab_project *project, int64_t iid)
{
	return lookup_url(g, a, project,
		arena_printf(a, "/merge_requests/%" PRId64 "/notes", iid), "");
}

int gitlab_merge_has_note(struct gitlab *g, struct arena *a,
	const struct gitlab_project *project, int64_t iid, int64_t self,
	const char *key, bool *there, struct err *err)
{
	const char *url = arena_printf(
		a, "%s?per_page=100&sort=asc", notes_url(g, a, project, iid));
	const char *what =
		arena_printf(a, "the comments of merge request !%" PRId64, iid);
	struct rows rows = {NULL, 0, 0};

	*there = false;
	if (lookup_list(g, a, url, what, false, &rows, err))
		return -1;
	for (size_t i = 0; i < rows.n && !*there; i++) {
		struct note_row row = {.author = 0};

		*there = inner_answer(a, rows.v[i].json, NOTE, COUNT_OF(NOTE),
				 &row) &&
			 row.author == self && has_key(row.body, key);
	}
	return 0;
}

static void write_note(struct buf *b, const char *body)
{
	struct jsonout j;

	jsonout_init(&j, b, false);
	jsonout_object(&j, NULL);
	jsonout_text(&j, "body", body);
	jsonout_end(&j, '}');
}

/* Where a comment belongs. */
struct place {
	const struct gitlab_project *project;
	int64_t iid, self;
	const char *key;
};

static int look_for_note(
	struct write *w, void *ctx, bool *there, struct err *err)
{
	const struct place *at = ctx;

	return gitlab_merge_has_note(w->g, w->arena, at->project, at->iid,
		at->self, at->key, there, err);
}

int gitlab_merge_note(struct gitlab *g, struct arena *a,
	const struct gitlab_project *project, int64_t iid, int64_t self,
	const char *key, const char *body, struct err *err)
{
	struct place place = {project, iid, self, key};
	struct write_proof proof = {.look = look_for_note, .ctx = &place};
	struct write w = {.g = g,
		.arena = a,
		.method = "POST",
		.url = notes_url(g, a, project, iid),
		.what = arena_printf(
			a, "the comment on merge request !%" PRId64, iid)};
	struct buf b;
	int result;

	assert(has_key(str_of(body), key));
	assert(iid > 0 && self > 0);
	buf_init(&b, WRITE_BYTES);
	write_note(&b, body);
	w.body = buf_str(&b);
	result = buf_finish(&b, w.what, err);
	if (!result)
		result = write_until(&w, &proof, err);
	buf_release(&b);
	return result;
}
