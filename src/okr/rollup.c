/*
 * From objectives to levels, teams, people and the whole: everything counts
 * once.  What an objective's children achieved is a number of its own
 * (rolled) and never slips into the totals a second time.
 */
#include "grade_p.h"

#include <stdlib.h>

#include "wordlist_p.h"

/* One walk down from an objective; seen keeps each to one visit. */
struct walk {
	int *stack, *seen;
	int stamp;
};

static struct walk make_walk(struct arena *a, const struct model *m)
{
	return (struct walk){ARENA_ARRAY(a, int, m->objectives.n),
		ARENA_ARRAY(a, int, m->objectives.n), 0};
}

/* Adds an objective and all below it, but for those this walk has seen. */
static void roll(struct arena *a, const struct model *m, struct walk *w,
	int top, struct mean *mean)
{
	int n = 0;

	if (w->seen[top] == w->stamp)
		return;
	w->stack[n++] = top;
	w->seen[top] = w->stamp;
	while (n) {
		const struct objective *o = &m->objectives.v[w->stack[--n]];

		if (o->counts)
			mean_add(a, mean, o->own_grade,
				grade_weight(a, o->weight));
		for (size_t i = 0; i < o->children.n; i++) {
			int child = o->children.v[i];

			if (w->seen[child] == w->stamp)
				continue;
			w->seen[child] = w->stamp;
			w->stack[n++] = child;
		}
	}
}

void objectives_roll(struct arena *a, struct model *m)
{
	struct walk w = make_walk(a, m);

	for (size_t i = 0; i < m->objectives.n; i++) {
		struct objective *o = &m->objectives.v[i];
		struct mean mean;

		o->rolled = NULL;
		if (!o->children.n)
			continue;
		mean_init(a, &mean);
		w.stamp++;
		roll(a, m, &w, (int)i, &mean);
		o->rolled = mean_take(a, &mean);
	}
}

/* One part of a row: an objective, or one key result of it. */
struct entry {
	struct str key; /* lower case */
	const char *name;
	int objective;
	int kr; /* or NO_INDEX: the objective as a whole */
};

struct entries {
	VEC_OF(struct entry);
};

static void add_entry(struct arena *a, struct entries *list, const char *name,
	size_t objective, int kr)
{
	struct str text = str_trim(str_of(name));

	if (text.n)
		*vec_add(a, list) = (struct entry){words_lower(a, text),
			arena_text(a, text), (int)objective, kr};
}

/* By name; in it by objective, the whole before its parts. */
static int compare(const void *va, const void *vb)
{
	const struct entry *a = va, *b = vb;
	int c = str_cmp(a->key, b->key);

	if (!c)
		c = (a->objective > b->objective) -
		    (a->objective < b->objective);
	return c ? c : (a->kr > b->kr) - (a->kr < b->kr);
}

static void count_key_result(struct rollup *r, const struct key_result *kr)
{
	if (!kr->counts)
		return;
	r->total++;
	r->graded += kr->grade != NULL;
	r->statuses[kr->status]++;
}

static void count_objective(struct arena *a, struct rollup *r,
	struct mean *mean, const struct objective *o)
{
	r->objectives++;
	r->status = pace_worse(r->status, o->status);
	mean_add(a, mean, o->own_grade, grade_weight(a, o->weight));
	for (size_t i = 0; i < o->key_results.n; i++)
		count_key_result(r, &o->key_results.v[i]);
}

static void count_lent(struct arena *a, struct rollup *r, struct mean *mean,
	const struct key_result *kr)
{
	count_key_result(r, kr);
	r->status = pace_worse(r->status, kr->status);
	mean_add(a, mean, kr->grade, grade_weight(a, kr->weight));
}

/* One row of entries with the same name; an objective that was counted as a
 * whole is not counted again, nor are its parts. */
static struct rollup sum(struct arena *a, const struct model *m, struct walk *w,
	const struct entry *v, size_t n)
{
	struct rollup r = {.name = v[0].name};
	struct mean mean, rolled;
	int whole = NO_INDEX;

	mean_init(a, &mean);
	mean_init(a, &rolled);
	w->stamp++;
	for (size_t i = 0; i < n; i++) {
		const struct objective *o = &m->objectives.v[v[i].objective];

		if (v[i].objective == whole)
			continue;
		if (v[i].kr != NO_INDEX) {
			const struct key_result *kr =
				&o->key_results.v[v[i].kr];

			count_lent(a, &r, &mean, kr);
			mean_add(a, &rolled, kr->grade,
				grade_weight(a, kr->weight));
			continue;
		}
		whole = v[i].objective;
		count_objective(a, &r, &mean, o);
		roll(a, m, w, whole, &rolled);
	}
	r.grade = mean_take(a, &mean);
	r.rolled = mean_take(a, &rolled);
	return r;
}

static struct rollups roll_up(
	struct arena *a, const struct model *m, struct entries *list)
{
	struct walk w = make_walk(a, m);
	struct rollups rows = {0};
	size_t same;

	if (list->n)
		qsort(list->v, list->n, sizeof *list->v, compare);
	for (size_t i = 0; i < list->n; i += same) {
		for (same = 1; i + same < list->n &&
			       str_eq(list->v[i].key, list->v[i + same].key);)
			same++;
		*vec_add(a, &rows) = sum(a, m, &w, &list->v[i], same);
	}
	return rows;
}

struct rollups rollup_levels(struct arena *a, const struct model *m)
{
	static const char *const NAMES[] = {[LEVEL_COMPANY] = "Company",
		[LEVEL_DEPARTMENT] = "Department",
		[LEVEL_GROUP] = "Group",
		[LEVEL_INDIVIDUAL] = "Individual",
		[LEVEL_NONE] = "No level"};
	struct rollups rows = {0};

	for (int level = 0; level <= LEVEL_NONE; level++) {
		struct entries list = {0};
		struct rollups row;

		for (size_t i = 0; i < m->objectives.n; i++)
			if (m->objectives.v[i].counts &&
				(int)m->objectives.v[i].level == level)
				add_entry(a, &list, NAMES[level], i, NO_INDEX);
		row = roll_up(a, m, &list);
		if (row.n)
			*vec_add(a, &rows) = row.v[0];
	}
	return rows;
}

struct rollups rollup_teams(struct arena *a, const struct model *m)
{
	struct entries list = {0};

	for (size_t i = 0; i < m->objectives.n; i++)
		if (m->objectives.v[i].counts)
			add_entry(
				a, &list, m->objectives.v[i].team, i, NO_INDEX);
	return roll_up(a, m, &list);
}

struct rollups rollup_owners(struct arena *a, const struct model *m)
{
	struct entries list = {0};

	for (size_t i = 0; i < m->objectives.n; i++) {
		const struct objective *o = &m->objectives.v[i];

		if (!o->counts)
			continue;
		add_entry(a, &list, o->owner, i, NO_INDEX);
		add_entry(a, &list, o->dri, i, NO_INDEX);
		for (size_t k = 0; k < o->key_results.n; k++)
			if (o->key_results.v[k].counts)
				add_entry(a, &list, o->key_results.v[k].owner,
					i, (int)k);
	}
	return roll_up(a, m, &list);
}

void rollup_statuses(const struct model *m, int counts[STATUS_STALE + 1])
{
	for (int i = 0; i <= STATUS_STALE; i++)
		counts[i] = 0;
	for (size_t i = 0; i < m->objectives.n; i++) {
		const struct objective *o = &m->objectives.v[i];

		for (size_t k = 0; o->counts && k < o->key_results.n; k++)
			if (o->key_results.v[k].counts)
				counts[o->key_results.v[k].status]++;
	}
}
