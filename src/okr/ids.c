/*
 * Ids: by place where reading gave none, and unique.  Of equal ones the first
 * keeps its name and the others get "-2", "-3", so a model read in the same
 * order always has the same ids.
 */
#include "ids_p.h"

#include <stdlib.h>

struct slot {
	const char **id; /* where it is kept */
	const char *was; /* as it came */
	size_t order;
};

struct slots {
	VEC_OF(struct slot);
};

static int compare(const void *va, const void *vb)
{
	const struct slot *a = va, *b = vb;
	int c = strcmp(a->was, b->was);

	return c ? c : (a->order > b->order) - (a->order < b->order);
}

static bool is_taken(const struct slots *s, const char *id)
{
	size_t low = 0, high = s->n;

	while (low < high) {
		size_t mid = low + (high - low) / 2;

		if (strcmp(s->v[mid].was, id) < 0)
			low = mid + 1;
		else
			high = mid;
	}
	return low < s->n && strcmp(s->v[low].was, id) == 0;
}

static void make_unique(struct arena *a, struct slots *s)
{
	int n = 2;

	if (s->n)
		qsort(s->v, s->n, sizeof *s->v, compare);
	for (size_t i = 1; i < s->n; i++) {
		if (strcmp(s->v[i].was, s->v[i - 1].was) != 0) {
			n = 2;
			continue;
		}
		do
			*s->v[i].id =
				arena_printf(a, "%s-%d", s->v[i].was, n++);
		while (is_taken(s, *s->v[i].id));
	}
}

static void add(struct arena *a, struct slots *s, const char **id)
{
	size_t order = s->n;

	*vec_add(a, s) = (struct slot){id, *id, order};
}

void ids_give(struct arena *a, struct model *m)
{
	struct slots objectives = {0}, key_results = {0};

	for (size_t i = 0; i < m->objectives.n; i++) {
		struct objective *o = &m->objectives.v[i];

		if (!o->id[0])
			o->id = arena_printf(a, "o%zu", i + 1);
		add(a, &objectives, &o->id);
	}
	make_unique(a, &objectives);
	for (size_t i = 0; i < m->objectives.n; i++) {
		struct objective *o = &m->objectives.v[i];

		for (size_t k = 0; k < o->key_results.n; k++) {
			struct key_result *kr = &o->key_results.v[k];

			if (!kr->id[0])
				kr->id = arena_printf(
					a, "%s/kr%zu", o->id, k + 1);
			add(a, &key_results, &kr->id);
		}
	}
	make_unique(a, &key_results);
}
