/*
 * From objectives to levels, teams, people and the whole: everything counts
 * once.  What an objective's children achieved is a number of its own
 * (rolled) and never slips into the totals a second time.
 */
#include "grade_p.h"

#include <assert.h>
#include <stdlib.h>

#include "wordlist_p.h"

/* Several ways lead down to the same objectives: then each is visited once a
 * walk, and the walks of a model are not endless. */
enum { VISITS_MAX = 4 * 1000 * 1000 };

struct walk {
	int *stack, *seen;
	int *member; /* the row an objective was in last */
	int stamp;
	long visits;
};

static const struct objective *objective_at(const struct model *m, int i)
{
	assert(i >= 0 && (size_t)i < m->objectives.n);
	return &m->objectives.v[i];
}

/* Its children's branches are known. */
static struct branch make_branch(
	struct arena *a, const struct model *m, const struct objective *o)
{
	struct branch b = {.tree = true};
	struct mean mean;

	mean_init(a, &mean);
	if (o->counts)
		mean_add(a, &mean, o->own_grade, grade_weight(a, o->weight));
	for (size_t i = 0; i < o->children.n; i++) {
		const struct objective *child =
			objective_at(m, o->children.v[i]);

		b.tree = b.tree && child->branch.tree && child->parents.n == 1;
		if (b.tree)
			mean_join(a, &mean, child->branch.sum,
				child->branch.weights);
	}
	b.sum = mean_sum(a, &mean);
	b.weights = mean.weights;
	return b;
}

/* From the bottom up: an objective's turn comes after its children's. */
static void make_branches(struct arena *a, struct model *m, int *stack)
{
	int n = (int)m->objectives.n, top = 0;
	int *waits = ARENA_ARRAY(a, int, (size_t)n);

	for (int i = 0; i < n; i++) {
		waits[i] = (int)objective_at(m, i)->children.n;
		if (!waits[i])
			stack[top++] = i;
	}
	while (top) {
		struct objective *o = &m->objectives.v[stack[--top]];

		o->branch = make_branch(a, m, o);
		for (size_t i = 0; i < o->parents.n; i++)
			if (--waits[o->parents.v[i]] == 0)
				stack[top++] = o->parents.v[i];
		assert(top <= n); /* each is ready once */
	}
}

static struct walk make_walk(struct arena *a, const struct model *m)
{
	size_t n = m->objectives.n;

	return (struct walk){ARENA_ARRAY(a, int, n), ARENA_ARRAY(a, int, n),
		ARENA_ARRAY(a, int, n), 0, 0};
}

/* Adds an objective and all below it, but for those this walk has seen; false
 * when there have been too many visits. */
static bool roll(struct arena *a, const struct model *m, struct walk *w,
	int top, struct mean *mean)
{
	int n = 0;

	if (w->seen[top] == w->stamp)
		return true;
	w->stack[n++] = top;
	w->seen[top] = w->stamp;
	while (n) {
		const struct objective *o = objective_at(m, w->stack[--n]);

		if (w->visits++ > VISITS_MAX)
			return false;
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
		assert((size_t)n <= m->objectives.n);
	}
	return true;
}

static const struct rat *roll_one(
	struct arena *a, const struct model *m, struct walk *w, int i)
{
	const struct branch *b = &objective_at(m, i)->branch;
	struct mean mean;

	mean_init(a, &mean);
	if (b->tree) {
		mean_join(a, &mean, b->sum, b->weights);
		return mean_take(a, &mean);
	}
	w->stamp++;
	return roll(a, m, w, i, &mean) ? mean_take(a, &mean) : NULL;
}

void objectives_roll(struct arena *a, struct model *m)
{
	struct walk w = make_walk(a, m);

	make_branches(a, m, w.stack);
	for (size_t i = 0; i < m->objectives.n; i++) {
		struct objective *o = &m->objectives.v[i];

		o->rolled = o->children.n ? roll_one(a, m, &w, (int)i) : NULL;
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

/* Is an objective above this one in the row, so that both were counted? False
 * also means that nobody can tell along one line. */
static bool is_alone(
	const struct model *m, const struct walk *w, int i, bool *below_another)
{
	assert(below_another);
	*below_another = false;
	if (!objective_at(m, i)->branch.tree)
		return false;
	while (objective_at(m, i)->parents.n == 1) {
		i = objective_at(m, i)->parents.v[0];
		if (w->member[i] == w->stamp) {
			*below_another = true;
			return true;
		}
	}
	return objective_at(m, i)->parents.n == 0;
}

/* Stamps the members of a row; true when it can be told along single lines who
 * is below whom. */
static bool mark_row(
	const struct model *m, struct walk *w, const struct entry *v, size_t n)
{
	bool below;

	w->stamp++;
	for (size_t i = 0; i < n; i++)
		if (v[i].kr == NO_INDEX)
			w->member[v[i].objective] = w->stamp;
	for (size_t i = 0; i < n; i++)
		if (!is_alone(m, w, v[i].objective, &below))
			return false;
	return true;
}

/* Adds the row's objectives and all below them, each once; false when nobody
 * can tell. lines: see mark_row(). */
static bool roll_wholes(struct arena *a, const struct model *m, struct walk *w,
	const struct entry *v, size_t n, bool lines, struct mean *mean)
{
	bool below;

	for (size_t i = 0; i < n; i++) {
		int o = v[i].objective;
		const struct branch *b = &objective_at(m, o)->branch;

		if (v[i].kr != NO_INDEX || (i && v[i - 1].objective == o))
			continue;
		if (!lines && !roll(a, m, w, o, mean))
			return false;
		if (lines && is_alone(m, w, o, &below) && !below)
			mean_join(a, mean, b->sum, b->weights);
	}
	return true;
}

/* Was the objective counted, by itself or with one above it? */
static bool is_rolled(
	const struct model *m, const struct walk *w, int o, bool lines)
{
	bool below;

	if (w->member[o] == w->stamp)
		return true;
	if (!lines)
		return w->seen[o] == w->stamp;
	return is_alone(m, w, o, &below) && below;
}

/* The mean over the row's objectives, all below them, and the key results that
 * are lent to others, each once. */
static const struct rat *roll_row(struct arena *a, const struct model *m,
	struct walk *w, const struct entry *v, size_t n)
{
	bool lines = mark_row(m, w, v, n);
	struct mean mean;

	mean_init(a, &mean);
	if (!roll_wholes(a, m, w, v, n, lines, &mean))
		return NULL;
	for (size_t i = 0; i < n; i++) {
		int o = v[i].objective;
		const struct key_result *kr;

		if (v[i].kr == NO_INDEX || is_rolled(m, w, o, lines))
			continue;
		kr = &objective_at(m, o)->key_results.v[v[i].kr];
		mean_add(a, &mean, kr->grade, grade_weight(a, kr->weight));
	}
	return mean_take(a, &mean);
}

/* One row of entries with the same name; an objective that was counted as a
 * whole is not counted again, nor are its parts. */
static struct rollup sum(struct arena *a, const struct model *m, struct walk *w,
	const struct entry *v, size_t n)
{
	struct rollup r = {.name = v[0].name};
	struct mean mean;
	int whole = NO_INDEX;

	assert(n > 0);
	mean_init(a, &mean);
	for (size_t i = 0; i < n; i++) {
		const struct objective *o = objective_at(m, v[i].objective);

		if (v[i].objective == whole)
			continue;
		if (v[i].kr != NO_INDEX) {
			count_lent(a, &r, &mean, &o->key_results.v[v[i].kr]);
			continue;
		}
		whole = v[i].objective;
		count_objective(a, &r, &mean, o);
	}
	r.grade = mean_take(a, &mean);
	r.rolled = roll_row(a, m, w, v, n);
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

	static_assert(
		COUNT_OF(NAMES) == LEVEL_NONE + 1, "each level has a name");
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
