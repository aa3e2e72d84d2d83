/*
 * Comments, each exactly once.
 */
#include "gitlab_notes.h"

#include <string.h>

#include "inner_p.h"
#include "jsonout.h"
#include "lookup_p.h"
#include "write_p.h"

enum {
	BODY_BYTES = 8 * 1024 * 1024, /* a text of 1 MB, escaped */
	KEYS_MAX = 64,                /* read out of one text */
};

struct note_row {
	int64_t id, author;
	bool system;
	struct str body;
};

void gitlab_keys_of(struct arena *a, struct str text, struct texts *keys)
{
	for (int i = 0; i < KEYS_MAX; i++) {
		size_t at = str_find(text, STR(GITLAB_KEY_BEGIN)), end;

		if (at == STR_NONE)
			return;
		text = str_sub(text, at + sizeof(GITLAB_KEY_BEGIN) - 1, text.n);
		end = str_find(text, STR(GITLAB_KEY_END));
		if (end == STR_NONE)
			return;
		*vec_add(a, keys) = arena_text(a, str_sub(text, 0, end));
	}
}

/* A note object; false when it is none. */
static bool read_note(struct arena *a, struct str json, struct note_row *out)
{
	struct err unused = ERR_INIT;
	struct str key;
	struct pull p;

	*out = (struct note_row){.id = 0};
	pull_init(&p, json, a);
	if (pull_object(&p)) {
		while (pull_key(&p, &key))
			if (str_is(key, "id"))
				pull_int(&p, &out->id);
			else if (str_is(key, "body"))
				pull_text(&p, &out->body);
			else if (str_is(key, "system"))
				pull_bool(&p, &out->system);
			else if (str_is(key, "author"))
				inner_int(&p, "id", &out->author);
			else
				pull_skip(&p);
	}
	return !pull_finish(&p, "comment", &unused) && out->id > 0;
}

static const char *notes_url(struct gitlab *g, struct arena *a,
	const struct gitlab_project *project, int64_t iid, const char *rest)
{
	return lookup_url(g, a, project,
		arena_printf(a, "/issues/%" PRId64 "/notes%s", iid, rest), "");
}

int gitlab_own_notes(struct gitlab *g, struct arena *a,
	const struct gitlab_project *project, int64_t iid, int64_t self,
	struct gitlab_notes *notes, struct err *err)
{
	const char *url = notes_url(g, a, project, iid,
		"?activity_filter=only_comments&order_by=created_at&sort=asc"
		"&per_page=100");
	const char *what =
		arena_printf(a, "the comments on issue #%" PRId64 " of '%s'",
			iid, project->path);
	struct rows rows = {NULL, 0, 0};

	if (lookup_list(g, a, url, what, false, &rows, err))
		return -1;
	for (size_t i = 0; i < rows.n; i++) {
		struct texts keys = {NULL, 0, 0};
		struct note_row row;

		if (!read_note(a, rows.v[i].json, &row) || row.system ||
			row.author != self)
			continue;
		gitlab_keys_of(a, row.body, &keys);
		for (size_t k = 0; k < keys.n; k++)
			*vec_add(a, notes) = (struct gitlab_note){
				row.id, keys.v[k], arena_text(a, row.body)};
	}
	return 0;
}

const struct gitlab_note *gitlab_note_find(
	const struct gitlab_notes *notes, const char *key)
{
	for (size_t i = 0; i < notes->n; i++)
		if (strcmp(notes->v[i].key, key) == 0)
			return &notes->v[i];
	return NULL;
}

/* Sends it once; an answer that is no note leaves us unsure. */
static enum outcome_of_write send_once(
	struct write *w, int64_t *id, struct err *why)
{
	enum outcome_of_write outcome = write_send(w, why);
	struct note_row row;

	if (outcome == WRITE_REFUSED && w->status == 409)
		return WRITE_UNSURE;
	if (outcome != WRITE_DONE)
		return outcome;
	if (read_note(w->arena, w->json, &row)) {
		*id = row.id;
		return WRITE_DONE;
	}
	err_set(why, ERR_GITLAB,
		"GitLab took %s (status %ld) but did not answer with a "
		"comment: look whether it is there",
		w->what, w->status);
	return WRITE_UNSURE;
}

/* Looks whether a comment without an answer was written after all. */
static int look(struct write *w, const struct gitlab_project *project,
	int64_t iid, int64_t self, const char *key, int64_t *id,
	struct err *err)
{
	struct gitlab_notes notes = {NULL, 0, 0};
	const struct gitlab_note *note;

	http_note(w->g->http, "looking whether %s was written", w->what);
	if (gitlab_own_notes(w->g, w->arena, project, iid, self, &notes, err))
		return -1;
	note = gitlab_note_find(&notes, key);
	*id = note ? note->id : 0;
	return 0;
}

/* Sends until it is done. key NULL: sending twice does no harm. */
static int send_often(struct write *w, const struct gitlab_project *project,
	int64_t iid, int64_t self, const char *key, int64_t *id,
	struct err *err)
{
	int unsure = 0, waits = 0;
	struct err why;

	for (;;) {
		enum outcome_of_write outcome = send_once(w, id, &why);
		int tries = outcome == WRITE_WAIT ? ++waits : ++unsure;

		if (outcome == WRITE_DONE)
			return 0;
		if (outcome == WRITE_REFUSED || waits > WRITE_WAIT_TRIES ||
			!write_rest(w, outcome, tries))
			break;
		if (outcome == WRITE_WAIT)
			continue;
		if (key && look(w, project, iid, self, key, id, err))
			return -1;
		if (key && *id)
			return 0;
		if (unsure >= WRITE_UNSURE_TRIES)
			break;
	}
	return err_set(err, why.kind, "%s", why.text);
}

static int write_note(struct write *w, const struct gitlab_project *project,
	int64_t iid, int64_t self, const char *key, const char *body,
	int64_t *id, struct err *err)
{
	struct jsonout j;
	struct buf b;
	int result;

	*id = 0;
	buf_init(&b, BODY_BYTES);
	jsonout_init(&j, &b, false);
	jsonout_object(&j, NULL);
	jsonout_text(&j, "body", body);
	jsonout_end(&j, '}');
	w->body = buf_str(&b);
	w->what = arena_printf(w->arena,
		"the comment on issue #%" PRId64 " of '%s'", iid,
		project->path);
	result = buf_finish(&b, w->what, err);
	if (!result)
		result = send_often(w, project, iid, self, key, id, err);
	buf_release(&b);
	return result;
}

int gitlab_note_post(struct gitlab *g, struct arena *a,
	const struct gitlab_project *project, int64_t iid, int64_t self,
	const char *key, const char *body, int64_t *id, struct err *err)
{
	struct write w = {.g = g,
		.arena = a,
		.method = "POST",
		.url = notes_url(g, a, project, iid, "")};

	return write_note(&w, project, iid, self, key, body, id, err);
}

int gitlab_note_edit(struct gitlab *g, struct arena *a,
	const struct gitlab_project *project, int64_t iid, int64_t id,
	const char *body, struct err *err)
{
	struct write w = {.g = g,
		.arena = a,
		.method = "PUT",
		.url = notes_url(
			g, a, project, iid, arena_printf(a, "/%" PRId64, id))};
	int64_t unused;

	return write_note(&w, project, iid, 0, NULL, body, &unused, err);
}
