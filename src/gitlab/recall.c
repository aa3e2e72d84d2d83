/*
 * Looking up what is remembered: issues sorted by project and number, each
 * with the range of its comments.
 */
#include "recall_p.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "pull.h"

static int by_number(int64_t a, int64_t b)
{
	return (a > b) - (a < b);
}

static int compare_issues(const void *va, const void *vb)
{
	const struct recalled *a = va, *b = vb;
	int c = by_number(a->project, b->project);

	return c ? c : by_number(a->iid, b->iid);
}

/* Notes of one issue stay in the order in which they came, which is that of
 * their addresses. */
static int compare_notes(const void *va, const void *vb)
{
	const struct record *a = *(const struct record *const *)va;
	const struct record *b = *(const struct record *const *)vb;
	int c = by_number(a->project, b->project);

	if (!c)
		c = by_number(a->iid, b->iid);
	return c ? c : (a > b) - (a < b);
}

static size_t count(const struct gitlab_memory *then, enum record_kind kind)
{
	size_t n = 0;

	for (size_t i = 0; i < then->records.n; i++)
		n += then->records.v[i].kind == kind;
	return n;
}

static void find_notes(struct recall *r, size_t n_notes)
{
	size_t at = 0;

	for (size_t i = 0; i < r->n; i++) {
		struct recalled *issue = &r->issues[i];

		while (at < n_notes &&
			(r->notes[at]->project < issue->project ||
				(r->notes[at]->project == issue->project &&
					r->notes[at]->iid < issue->iid)))
			at++;
		issue->first_note = at;
		while (at < n_notes &&
			r->notes[at]->project == issue->project &&
			r->notes[at]->iid == issue->iid)
			at++;
		issue->n_notes = at - issue->first_note;
	}
}

static struct recalled *find(
	const struct recall *r, int64_t project, int64_t iid)
{
	const struct recalled key = {.project = project, .iid = iid};

	if (!r->n)
		return NULL;
	return bsearch(
		&key, r->issues, r->n, sizeof *r->issues, compare_issues);
}

/* Events of an issue, or what was refused of it. */
static void take_events(struct recall *r, const struct record *v)
{
	struct recalled *issue;

	if (v->kind != RECORD_EVENT && v->kind != RECORD_GAP)
		return;
	issue = find(r, v->project, v->iid);
	if (!issue)
		return;
	if (v->kind == RECORD_EVENT)
		issue->events = v;
	else if (str_starts(v->json, "{\"missing\":\"comments\""))
		issue->note_gap = true;
	else
		issue->event_gap = v;
}

static void fill(struct recall *r, struct arena *a)
{
	const struct records *records = &r->then->records;
	size_t notes = count(r->then, RECORD_NOTE), n = 0;

	assert(r->then && !r->n);
	r->issues = ARENA_ARRAY(
		a, struct recalled, count(r->then, RECORD_ISSUE) + 1);
	r->notes = ARENA_ARRAY(a, const struct record *, notes + 1);
	for (size_t i = 0; i < records->n; i++) {
		const struct record *v = &records->v[i];

		if (v->kind == RECORD_ISSUE)
			r->issues[r->n++] =
				(struct recalled){.project = v->project,
					.iid = v->iid,
					.issue = v};
		else if (v->kind == RECORD_NOTE)
			r->notes[n++] = v;
	}
	assert(n == notes);
	qsort(r->issues, r->n, sizeof *r->issues, compare_issues);
	qsort(r->notes, n, sizeof *r->notes, compare_notes);
	find_notes(r, n);
	for (size_t i = 0; i < records->n; i++)
		take_events(r, &records->v[i]);
}

void recall_init(struct recall *r, struct gitlab_memory *then, const char *list)
{
	int64_t read;

	assert(list && *list);
	*r = (struct recall){.then = NULL};
	if (!then || !*then->list || strcmp(then->list, list) != 0)
		return;
	r->then = then;
	/* A server's clock that is behind its own issues is no clock. */
	read = then->read > then->newest ? then->read : then->newest;
	r->settled = read - RECALL_OVERLAP;
}

void recall_load(struct recall *r, struct arena *a)
{
	if (!r->then)
		return;
	if (r->then->load && !r->then->load(r->then->ctx, &r->then->records))
		recall_forget(r);
	else
		fill(r, a);
}

long recall_issues(const struct recall *r)
{
	if (!r->then)
		return 0;
	return r->then->load ? r->then->issues
			     : (long)count(r->then, RECORD_ISSUE);
}

void recall_forget(struct recall *r)
{
	*r = (struct recall){.then = NULL};
}

const struct recalled *recall_find(
	const struct recall *r, int64_t project, int64_t iid)
{
	return find(r, project, iid);
}

bool recall_same(const struct recall *r, const struct row *row)
{
	const struct recalled *was = recall_find(r, row->project, row->iid);

	return was && row->changed < r->settled &&
	       str_eq(was->issue->json, row->json);
}

/* A thing with an id, and what it is called. */
struct named {
	int64_t id;
	struct str name, username;
};

static struct named read_named(struct arena *a, struct str json)
{
	struct named t = {0, {NULL, 0}, {NULL, 0}};
	struct str key;
	struct pull p;

	pull_init_lax(&p, json, a);
	if (pull_object(&p)) {
		while (pull_key(&p, &key))
			if (str_is(key, "id"))
				pull_int(&p, &t.id);
			else if (str_is(key, "name"))
				pull_text(&p, &t.name);
			else if (str_is(key, "username"))
				pull_text(&p, &t.username);
			else
				pull_skip(&p);
	}
	return t;
}

static int compare_named(const void *va, const void *vb)
{
	const struct named *a = va, *b = vb;

	return by_number(a->id, b->id);
}

enum recall_names recall_compare(const struct recall *r, struct arena *a,
	enum record_kind kind, const struct rows *rows)
{
	struct named *now = ARENA_ARRAY(a, struct named, rows->n + 1);
	enum recall_names result = RECALL_KEPT;

	for (size_t i = 0; i < rows->n; i++)
		now[i] = read_named(a, rows->v[i].json);
	qsort(now, rows->n, sizeof *now, compare_named);
	for (size_t i = 0; r->then && i < r->then->records.n; i++) {
		const struct record *v = &r->then->records.v[i];
		struct named was;
		const struct named *is;

		if (v->kind != kind)
			continue;
		was = read_named(a, v->json);
		is = bsearch(&was, now, rows->n, sizeof *now, compare_named);
		if (is && (!str_eq(is->name, was.name) ||
				  !str_eq(is->username, was.username)))
			return RECALL_RENAMED;
		if (!is)
			result = RECALL_GONE;
	}
	return result;
}
