/*
 * Merge requests, each exactly once.
 */
#include "gitlab_merge.h"

#include <assert.h>
#include <string.h>

#include "inner_p.h"
#include "jsonout.h"
#include "lookup_p.h"
#include "url_p.h"
#include "write_p.h"

enum {
	BODY_BYTES = 8 * 1024 * 1024,
	ACCEPT_TRIES = 5, /* some eight seconds */
};

/* False when the object is no merge request. */
static bool read_merge(
	struct arena *a, struct str json, struct gitlab_merge *out)
{
	struct str key, url = {NULL, 0}, title = {NULL, 0}, text = {NULL, 0};
	struct str state = {NULL, 0};
	struct err unused = ERR_INIT;
	struct pull p;

	*out = (struct gitlab_merge){.iid = 0};
	pull_init(&p, json, a);
	if (pull_object(&p)) {
		while (pull_key(&p, &key))
			if (str_is(key, "iid"))
				pull_int(&p, &out->iid);
			else if (str_is(key, "web_url"))
				pull_text(&p, &url);
			else if (str_is(key, "title"))
				pull_text(&p, &title);
			else if (str_is(key, "description"))
				pull_text(&p, &text);
			else if (str_is(key, "labels"))
				inner_texts(&p, a, &out->labels);
			else if (str_is(key, "source_project_id"))
				pull_int(&p, &out->source_project);
			else if (str_is(key, "author"))
				inner_int(&p, "id", &out->author);
			else if (str_is(key, "draft"))
				pull_bool(&p, &out->draft);
			else if (str_is(key, "merge_when_pipeline_succeeds"))
				pull_bool(&p, &out->automatic);
			else if (str_is(key, "state"))
				pull_text(&p, &state);
			else
				pull_skip(&p);
	}
	out->merged = str_is(state, "merged");
	out->url = arena_text(a, url);
	out->title = arena_text(a, title);
	out->description = arena_text(a, text);
	return !pull_finish(&p, "merge request", &unused) && out->iid > 0;
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

/* Once: WRITE_DONE with out, or what to do next. */
static enum outcome_of_write send_new(
	struct write *w, struct gitlab_merge *out, struct err *why)
{
	enum outcome_of_write outcome = write_send(w, why);

	if (outcome != WRITE_DONE || read_merge(w->arena, w->json, out))
		return outcome;
	err_set(why, ERR_GITLAB,
		"GitLab took %s (status %ld) but did not answer with a merge "
		"request: look whether it is there",
		w->what, w->status);
	return WRITE_UNSURE;
}

static int open_once(struct write *w, const struct gitlab_project *project,
	int64_t self, const struct gitlab_new_merge *m,
	struct gitlab_merge *out, bool *clash, struct err *err)
{
	int unsure = 0, waits = 0;
	struct err why;
	bool there;

	for (;;) {
		enum outcome_of_write outcome = send_new(w, out, &why);
		bool taken = outcome == WRITE_REFUSED && w->status == 409;
		int tries = outcome == WRITE_WAIT ? ++waits : ++unsure;

		if (outcome == WRITE_DONE)
			return 0;
		if ((outcome == WRITE_REFUSED && !taken) ||
			waits > WRITE_WAIT_TRIES ||
			(!taken && !write_rest(w, outcome, tries)))
			break;
		if (outcome == WRITE_WAIT)
			continue;
		if (gitlab_merge_find(w->g, w->arena, project, m->source,
			    m->target, out, &there, err))
			return -1;
		*clash = there && !gitlab_merge_is_ours(out, self, m->key);
		if (there)
			return 0;
		if (unsure >= WRITE_UNSURE_TRIES)
			break;
	}
	return err_set(err, why.kind, "%s", why.text);
}

int gitlab_merge_open(struct gitlab *g, struct arena *a,
	const struct gitlab_project *project, int64_t self,
	const struct gitlab_new_merge *merge, struct gitlab_merge *out,
	bool *clash, struct err *err)
{
	struct write w = {.g = g, .arena = a, .method = "POST"};
	struct buf b;
	int result;

	*clash = false;
	buf_init(&b, BODY_BYTES);
	write_new(&b, a, merge);
	w.url = lookup_url(g, a, project, "/merge_requests", "");
	w.what = arena_printf(a, "the new merge request '%s' in '%s'",
		merge->title, project->path);
	w.body = buf_str(&b);
	result = buf_finish(&b, "the text of the merge request", err);
	if (!result)
		result = open_once(&w, project, self, merge, out, clash, err);
	buf_release(&b);
	return result;
}

/* What may be sent twice: until it is done, refused, or the time is over. */
static int send_often(struct write *w, struct err *err)
{
	struct err why;

	for (int tries = 1;; tries++) {
		enum outcome_of_write outcome = write_send(w, &why);
		int most = outcome == WRITE_WAIT ? WRITE_WAIT_TRIES
						 : WRITE_UNSURE_TRIES;

		if (outcome == WRITE_DONE)
			return 0;
		if (outcome == WRITE_REFUSED || tries >= most ||
			!write_rest(w, outcome, tries))
			return err_set(err, why.kind, "%s", why.text);
	}
}

int gitlab_merge_change(struct gitlab *g, struct arena *a,
	const struct gitlab_project *project, int64_t iid,
	const struct gitlab_change *change, struct err *err)
{
	struct write w = {.g = g, .arena = a, .method = "PUT"};
	struct buf b;
	int result;

	buf_init(&b, BODY_BYTES);
	assert(!change->due); /* issues have one */
	write_change(&b, a, change);
	w.url = lookup_url(g, a, project,
		arena_printf(a, "/merge_requests/%" PRId64, iid), "");
	w.what = arena_printf(a, "the merge request !%" PRId64 " of '%s'", iid,
		project->path);
	w.body = buf_str(&b);
	result = buf_finish(&b, "the change of the merge request", err);
	if (!result)
		result = send_often(&w, err);
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

static int accept_once(struct write *w, const struct gitlab_project *project,
	enum gitlab_accepted *how, struct err *err)
{
	struct gitlab_merge now;
	struct err why;

	for (int tries = 1;; tries++) {
		enum outcome_of_write outcome = write_send(w, &why);
		int most = outcome == WRITE_WAIT     ? WRITE_WAIT_TRIES
			   : outcome == WRITE_UNSURE ? WRITE_UNSURE_TRIES
			   : w->status == 405        ? ACCEPT_TRIES
						     : 0;

		if (outcome == WRITE_DONE) {
			bool is = read_merge(w->arena, w->json, &now);

			*how = is && now.merged      ? ACCEPTED_NOW
			       : is && now.automatic ? ACCEPTED_LATER
						     : ACCEPTED_NOT;
			return 0;
		}
		if (tries < most && write_rest(w, outcome, tries))
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

	buf_init(&b, BODY_BYTES);
	write_accept(&b, sha);
	w.body = buf_str(&b);
	result = accept_once(&w, project, how, err);
	buf_release(&b);
	return result;
}

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
		struct str name, body = {NULL, 0};
		int64_t author = 0;
		struct pull p;

		pull_init(&p, rows.v[i].json, a);
		if (!pull_object(&p))
			continue;
		while (pull_key(&p, &name))
			if (str_is(name, "author"))
				inner_int(&p, "id", &author);
			else if (str_is(name, "body"))
				pull_text(&p, &body);
			else
				pull_skip(&p);
		*there = author == self && has_key(body, key);
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

int gitlab_merge_note(struct gitlab *g, struct arena *a,
	const struct gitlab_project *project, int64_t iid, int64_t self,
	const char *key, const char *body, struct err *err)
{
	struct write w = {.g = g,
		.arena = a,
		.method = "POST",
		.url = notes_url(g, a, project, iid),
		.what = arena_printf(
			a, "the comment on merge request !%" PRId64, iid)};
	bool there = false;
	struct err why;
	struct buf b;
	int tries = 0;

	buf_init(&b, BODY_BYTES);
	write_note(&b, body);
	w.body = buf_str(&b);
	for (;;) {
		enum outcome_of_write outcome = write_send(&w, &why);

		there = outcome == WRITE_DONE;
		if (there || outcome == WRITE_REFUSED ||
			++tries >= WRITE_UNSURE_TRIES ||
			!write_rest(&w, outcome, tries))
			break;
		if (gitlab_merge_has_note(
			    g, a, project, iid, self, key, &there, &why) ||
			there)
			break;
	}
	buf_release(&b);
	return there ? 0 : err_set(err, why.kind, "%s", why.text);
}
