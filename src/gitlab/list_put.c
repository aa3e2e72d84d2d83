/*
 * Issues of a list that are put away as they come, so that only their numbers
 * are held: sorted, each once, whatever the order in which they came.
 */
#include "list_p.h"

#include <assert.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "xalloc.h"

enum { FIRST_ROWS = 256 };

bool list_is_closed(const struct list *l, const struct row *row)
{
	return !l->confidential && row->object && (row->hidden || !row->open);
}

/* What is left of an issue whose text must not be kept. */
void list_close(const struct list *l, struct row *row)
{
	if (!list_is_closed(l, row))
		return;
	row->json = str_of(arena_printf(l->arena,
		"{\"id\":%" PRId64 ",\"iid\":%" PRId64
		",\"project_id\":%" PRId64
		",\"confidential\":true,\"changed\":%" PRId64 "}",
		row->id, row->iid, row->project, row->changed));
}

static struct row *add_row(struct rows *rows)
{
	if (rows->n == rows->cap) {
		rows->cap = rows->cap ? xtimes(rows->cap, 2) : FIRST_ROWS;
		rows->v = xrealloc(rows->v, xtimes(rows->cap, sizeof *rows->v));
	}
	return &rows->v[rows->n++];
}

int list_put(
	void *list, const struct walk *walk, struct row *row, struct err *err)
{
	struct list *l = list;
	struct record record = {
		.kind = RECORD_ISSUE, .project = row->project, .iid = row->iid};

	assert(l->keep && walk->put);
	list_close(l, row);
	record.json = row->json;
	if (l->keep->put(l->keep->ctx, &record, &row->place, err))
		return -1;
	row->json.p = NULL;
	row->order = walk->order;
	*add_row(&l->put) = *row;
	return 0;
}

void list_release(struct list *l)
{
	free(l->put.v);
	l->put = (struct rows){NULL, 0, 0};
}

int list_forget(struct list *l, struct err *err)
{
	if (!l->keep || !l->put.n)
		return 0;
	l->put.n = 0;
	return l->keep->forget(l->keep->ctx, err);
}

int list_json(const struct list *l, struct arena *a, const struct row *row,
	struct str *json, struct err *err)
{
	*json = row->json;
	if (row->json.p)
		return 0;
	return l->keep->get(l->keep->ctx, row->place, a, json, err);
}

static int by_number(uint64_t a, uint64_t b)
{
	return (a > b) - (a < b);
}

/* By project, number and id; negative ones first. */
static int compare_numbers(const struct row *a, const struct row *b)
{
	if (a->project != b->project)
		return a->project < b->project ? -1 : 1;
	if (a->iid != b->iid)
		return a->iid < b->iid ? -1 : 1;
	return (a->id > b->id) - (a->id < b->id);
}

static int compare_rows(const void *va, const void *vb)
{
	const struct row *a = va, *b = vb;
	int c = compare_numbers(a, b);

	if (c)
		return c;
	return a->json.p && b->json.p ? str_cmp(a->json, b->json)
				      : by_number(a->place, b->place);
}

/* As they were planned, which is not always as they came. */
static int compare_plan(const void *va, const void *vb)
{
	const struct row *a = va, *b = vb;
	int c = by_number(a->order, b->order);

	return c ? c : by_number(a->place, b->place);
}

/* Mostly they are sorted: then nothing is copied. */
static void sort(struct rows *rows, int (*compare)(const void *, const void *))
{
	size_t i = 1;

	while (i < rows->n && compare(&rows->v[i - 1], &rows->v[i]) <= 0)
		i++;
	if (i < rows->n)
		qsort(rows->v, rows->n, sizeof *rows->v, compare);
}

void list_sort(struct rows *rows)
{
	sort(rows, compare_rows);
}

/* The first of each id stays. */
static void drop_doubles(struct list *l, struct rows *rows)
{
	struct arena scratch = ARENA_INIT;
	struct idset seen = {NULL, 0, 0, false};
	size_t kept = 0, i = 1;

	while (i < rows->n && rows->v[i - 1].id < rows->v[i].id)
		i++;
	if (i >= rows->n)
		return;
	for (i = 0; i < rows->n; i++)
		if (!rows->v[i].id ||
			idset_add(&scratch, &seen, (uint64_t)rows->v[i].id))
			rows->v[kept++] = rows->v[i];
	l->duplicates += (long)(rows->n - kept);
	rows->n = kept;
	arena_release(&scratch);
}

/* Rows from one on with the same numbers, which nothing honest sends: their
 * text decides. */
static int sort_equals(
	const struct list *l, struct rows *rows, size_t from, struct err *err)
{
	struct arena scratch = ARENA_INIT;
	struct rows same = {rows->v + from, 1, 0};
	int result = 0;

	assert(from < rows->n);
	while (from + same.n < rows->n &&
		!compare_numbers(same.v, &same.v[same.n]))
		same.n++;
	for (size_t i = 0; i < same.n && !result; i++)
		result = list_json(
			l, &scratch, &same.v[i], &same.v[i].json, err);
	if (!result)
		sort(&same, compare_rows);
	for (size_t i = 0; i < same.n; i++)
		same.v[i].json.p = NULL;
	arena_release(&scratch);
	return result;
}

static int sort_all(const struct list *l, struct rows *rows, struct err *err)
{
	sort(rows, compare_rows);
	for (size_t i = 1; i < rows->n; i++) {
		if (compare_numbers(&rows->v[i - 1], &rows->v[i]))
			continue;
		if (sort_equals(l, rows, i - 1, err))
			return -1;
		while (i + 1 < rows->n &&
			!compare_numbers(&rows->v[i], &rows->v[i + 1]))
			i++;
	}
	return 0;
}

int list_arrange(struct list *l, struct rows *issues, struct err *err)
{
	uint64_t *places;
	int result;

	assert(l->keep);
	sort(&l->put, compare_plan);
	drop_doubles(l, &l->put);
	if (sort_all(l, &l->put, err))
		return -1;
	places = xmalloc(xtimes(l->put.n + 1, sizeof *places));
	for (size_t i = 0; i < l->put.n; i++)
		places[i] = l->put.v[i].place;
	result = l->keep->arrange(l->keep->ctx, places, l->put.n, err);
	free(places);
	*issues = l->put;
	return result;
}
