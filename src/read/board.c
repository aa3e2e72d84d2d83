/*
 * The boards of a snapshot: their lists, from left to right, say what labels
 * mean that nobody else knows.
 */
#include "records_p.h"

#include <stdlib.h>

#include "pull.h"

enum { LISTS_MAX = 100 };

struct list {
	int64_t position;
	struct str label;
};

struct lists {
	VEC_OF(struct list);
};

static int compare(const void *vx, const void *vy)
{
	const struct list *x = vx, *y = vy;

	if (x->position != y->position)
		return x->position < y->position ? -1 : 1;
	return str_cmp(x->label, y->label);
}

/* The name of the label object that comes next. */
static void take_name(struct pull *p, struct str *name)
{
	struct str key;

	if (!pull_object(p))
		return;
	while (pull_key(p, &key))
		if (str_is(key, "name"))
			pull_text(p, name);
		else
			pull_skip(p);
}

/* Lists of people or milestones have no label. */
static void take_list(struct pull *p, struct lists *lists)
{
	struct list list = {.position = INT64_MAX};
	struct str key;

	if (!pull_object(p))
		return;
	while (pull_key(p, &key))
		if (str_is(key, "position"))
			pull_int(p, &list.position);
		else if (str_is(key, "label"))
			take_name(p, &list.label);
		else
			pull_skip(p);
	if (list.label.n && lists->n < LISTS_MAX)
		*vec_add(p->arena, lists) = list;
}

static struct texts read_lists(struct arena *a, struct str json)
{
	struct lists lists = {0};
	struct texts labels = {0};
	struct str key;
	struct pull p;

	pull_init_lax(&p, json, a);
	if (!pull_object(&p))
		return labels;
	while (pull_key(&p, &key))
		if (!str_is(key, "lists"))
			pull_skip(&p);
		else if (pull_array(&p))
			while (pull_next(&p))
				take_list(&p, &lists);
	if (lists.n > 1)
		qsort(lists.v, lists.n, sizeof *lists.v, compare);
	for (size_t i = 0; i < lists.n; i++)
		*vec_add(a, &labels) = arena_text(a, lists.v[i].label);
	return labels;
}

/* Where boards differ about a label, its earliest state counts. */
static int by_state(const void *vx, const void *vy)
{
	const struct label_rule *x = vx, *y = vy;

	if (x->value != y->value)
		return y->value - x->value;
	return strcmp(x->label, y->label);
}

void boards_read(struct record_reader *r, const struct records *records)
{
	struct label_map *map = ARENA_NEW(r->a, struct label_map);

	for (size_t i = 0; i < records->n; i++) {
		struct texts lists;

		if (records->v[i].kind != RECORD_BOARD)
			continue;
		lists = read_lists(r->a, records->v[i].json);
		labels_board(r->a, r->o.map, &lists, map);
	}
	if (!map->n)
		return;
	qsort(map->v, map->n, sizeof *map->v, by_state);
	/* What the user says wins, for it stands behind. */
	for (size_t i = 0; r->o.map && i < r->o.map->n; i++)
		*vec_add(r->a, map) = r->o.map->v[i];
	r->o.map = map;
}
