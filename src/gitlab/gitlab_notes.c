/*
 * Comments, each exactly once.
 */
#include "gitlab_notes.h"

#include <assert.h>
#include <stddef.h>
#include <string.h>

#include "inner_p.h"
#include "jsonout.h"
#include "lookup_p.h"
#include "write_p.h"

enum {
	KEYS_MAX = 64, /* read out of one text */
};

struct note_row {
	int64_t id, author;
	bool system;
	struct str body;
};

static const struct inner_member NOTE[] = {
	{"id", INNER_INT, offsetof(struct note_row, id)},
	{"author", INNER_ID, offsetof(struct note_row, author)},
	{"system", INNER_BOOL, offsetof(struct note_row, system)},
	{"body", INNER_TEXT, offsetof(struct note_row, body)},
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
	*out = (struct note_row){.id = 0};
	return inner_answer(a, json, NOTE, COUNT_OF(NOTE), out) && out->id > 0;
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

/* Where a comment belongs, and its id once that is known. */
struct wanted {
	const struct gitlab_project *project;
	int64_t iid, self;
	const char *key;
	int64_t *id;
};

static bool take_note(const struct write *w, void *ctx)
{
	struct wanted *wanted = ctx;
	struct note_row row;

	if (!read_note(w->arena, w->json, &row))
		return false;
	*wanted->id = row.id;
	return true;
}

/* Looks whether it was written after all. */
static int look(struct write *w, void *ctx, bool *there, struct err *err)
{
	const struct wanted *wanted = ctx;
	struct gitlab_notes notes = {NULL, 0, 0};
	const struct gitlab_note *note;

	http_note(w->g->http, "looking whether %s was written", w->what);
	if (gitlab_own_notes(w->g, w->arena, wanted->project, wanted->iid,
		    wanted->self, &notes, err))
		return -1;
	note = gitlab_note_find(&notes, wanted->key);
	*there = note != NULL;
	if (note)
		*wanted->id = note->id;
	return 0;
}

/* proof.look NULL: writing it twice does no harm. */
static int write_note(struct write *w, const struct wanted *wanted,
	const struct write_proof *proof, const char *body, struct err *err)
{
	struct jsonout j;
	struct buf b;
	int result;

	assert(wanted->iid > 0 && *body);
	*wanted->id = 0;
	buf_init(&b, WRITE_BYTES);
	jsonout_init(&j, &b, false);
	jsonout_object(&j, NULL);
	jsonout_text(&j, "body", body);
	jsonout_end(&j, '}');
	w->body = buf_str(&b);
	w->what = arena_printf(w->arena,
		"the comment on issue #%" PRId64 " of '%s'", wanted->iid,
		wanted->project->path);
	result = buf_finish(&b, w->what, err);
	if (!result)
		result = write_until(w, proof, err);
	buf_release(&b);
	return result;
}

int gitlab_note_post(struct gitlab *g, struct arena *a,
	const struct gitlab_project *project, int64_t iid, int64_t self,
	const char *key, const char *body, int64_t *id, struct err *err)
{
	struct wanted wanted = {project, iid, self, key, id};
	struct write_proof proof = {"a comment", take_note, look, &wanted};
	struct write w = {.g = g,
		.arena = a,
		.method = "POST",
		.url = notes_url(g, a, project, iid, "")};

	assert(self > 0 && strstr(body, key));
	return write_note(&w, &wanted, &proof, body, err);
}

int gitlab_note_edit(struct gitlab *g, struct arena *a,
	const struct gitlab_project *project, int64_t iid, int64_t id,
	const char *body, struct err *err)
{
	int64_t answered;
	struct wanted wanted = {project, iid, 0, NULL, &answered};
	struct write_proof proof = {"a comment", take_note, NULL, &wanted};
	struct write w = {.g = g,
		.arena = a,
		.method = "PUT",
		.url = notes_url(
			g, a, project, iid, arena_printf(a, "/%" PRId64, id))};

	assert(id > 0);
	return write_note(&w, &wanted, &proof, body, err);
}
