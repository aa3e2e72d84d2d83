/*
 * From objectives to levels, teams, people and the whole: everything counts
 * once.  What an objective's children achieved is a number of its own
 * (rolled) and never slips into the totals a second time.
 */
#include "grade_p.h"

#include <stdlib.h>

#include "attr.h"

/* One walk down from an objective; seen keeps each to one visit. */
struct walk {
	int *stack, *seen;
	int stamp;
};

static const struct rat *roll(
	struct arena *a, const struct model *m, struct walk *w, int top)
{
	struct mean mean;
	int n = 0;

	mean_init(a, &mean);
	w->stamp++;
	w->stack[n++] = top;
	w->seen[top] = w->stamp;
	while (n) {
		const struct objective *o = &m->objectives.v[w->stack[--n]];

		if (o->counts)
			mean_add(a, &mean, o->own_grade,
				grade_weight(a, o->weight));
		for (size_t i = 0; i < o->children.n; i++) {
			int child = o->children.v[i];

			if (w->seen[child] == w->stamp)
				continue;
			w->seen[child] = w->stamp;
			w->stack[n++] = child;
		}
	}
	return mean_take(a, &mean);
}

void objectives_roll(struct arena *a, struct model *m)
{
	struct walk w = {ARENA_ARRAY(a, int, m->objectives.n),
		ARENA_ARRAY(a, int, m->objectives.n), 0};

	for (size_t i = 0; i < m->objectives.n; i++) {
		struct objective *o = &m->objectives.v[i];

		o->rolled = o->children.n ? roll(a, m, &w, (int)i) : NULL;
	}
}

struct row {
	struct rollup shown;
	struct mean mean;
	int last; /* objective that was counted last, or NO_INDEX */
};

struct rows {
	VEC_OF(struct row);
};

static struct row *find_row(
	struct arena *a, struct rows *rows, const char *name)
{
	struct str key = str_trim(str_of(name));
	struct row *r;

	for (size_t i = 0; i < rows->n; i++)
		if (str_iis(key, rows->v[i].shown.name))
			return &rows->v[i];
	r = vec_add(a, rows);
	r->shown.name = arena_text(a, key);
	r->last = NO_INDEX;
	mean_init(a, &r->mean);
	return r;
}

static void count_key_result(struct row *r, const struct key_result *kr)
{
	if (!kr->counts)
		return;
	r->shown.total++;
	r->shown.graded += kr->grade != NULL;
	r->shown.statuses[kr->status]++;
	r->shown.status = pace_worse(r->shown.status, kr->status);
}

static void add_objective(
	struct arena *a, struct row *r, const struct objective *o, int index)
{
	if (r->last == index)
		return;
	r->last = index;
	r->shown.objectives++;
	r->shown.status = pace_worse(r->shown.status, o->status);
	mean_add(a, &r->mean, o->own_grade, grade_weight(a, o->weight));
	for (size_t i = 0; i < o->key_results.n; i++)
		count_key_result(r, &o->key_results.v[i]);
}

static int compare_names(const void *va, const void *vb)
{
	const struct rollup *a = va, *b = vb;
	const char *x = a->name, *y = b->name;

	while (*x && str_lower(*x) == str_lower(*y))
		x++, y++;
	return (unsigned char)str_lower(*x) - (unsigned char)str_lower(*y);
}

static struct rollups finish(struct arena *a, struct rows *rows, bool sort)
{
	struct rollups out = {0};

	for (size_t i = 0; i < rows->n; i++) {
		struct row *r = &rows->v[i];

		r->shown.grade = mean_take(a, &r->mean);
		if (r->shown.objectives || r->shown.total)
			*vec_add(a, &out) = r->shown;
	}
	if (sort && out.n)
		qsort(out.v, out.n, sizeof *out.v, compare_names);
	return out;
}

struct rollups rollup_levels(struct arena *a, const struct model *m)
{
	static const char *const NAMES[] = {[LEVEL_COMPANY] = "Company",
		[LEVEL_DEPARTMENT] = "Department",
		[LEVEL_GROUP] = "Group",
		[LEVEL_INDIVIDUAL] = "Individual",
		[LEVEL_NONE] = "No level"};
	struct rows rows = {0};

	for (size_t i = 0; i < COUNT_OF(NAMES); i++)
		(void)find_row(a, &rows, NAMES[i]);
	for (size_t i = 0; i < m->objectives.n; i++) {
		const struct objective *o = &m->objectives.v[i];

		if (o->counts)
			add_objective(a, &rows.v[o->level], o, (int)i);
	}
	return finish(a, &rows, false);
}

struct rollups rollup_teams(struct arena *a, const struct model *m)
{
	struct rows rows = {0};

	for (size_t i = 0; i < m->objectives.n; i++) {
		const struct objective *o = &m->objectives.v[i];

		if (o->counts && o->team[0])
			add_objective(
				a, find_row(a, &rows, o->team), o, (int)i);
	}
	return finish(a, &rows, true);
}

/* Key results in other people's objectives. */
static void add_lent(struct arena *a, struct rows *rows,
	const struct objective *o, int index)
{
	for (size_t i = 0; i < o->key_results.n; i++) {
		const struct key_result *kr = &o->key_results.v[i];
		struct row *r;

		if (!kr->owner[0])
			continue;
		r = find_row(a, rows, kr->owner);
		if (r->last == index || !kr->counts)
			continue;
		count_key_result(r, kr);
		mean_add(a, &r->mean, kr->grade, grade_weight(a, kr->weight));
	}
}

struct rollups rollup_owners(struct arena *a, const struct model *m)
{
	struct rows rows = {0};

	for (size_t i = 0; i < m->objectives.n; i++) {
		const struct objective *o = &m->objectives.v[i];

		if (!o->counts)
			continue;
		if (o->owner[0])
			add_objective(
				a, find_row(a, &rows, o->owner), o, (int)i);
		if (o->dri[0])
			add_objective(a, find_row(a, &rows, o->dri), o, (int)i);
		add_lent(a, &rows, o, (int)i);
	}
	return finish(a, &rows, true);
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
