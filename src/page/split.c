/*
 * From one model to one a period.  Structs are copied, what they point to is
 * shared; computed numbers are taken over, only the totals are made anew.
 */
#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "view_p.h"

static const struct period *period_of(
	const struct model *m, const struct objective *o)
{
	return o->period.name[0] ? &o->period : &m->period;
}

static struct part *find_part(
	struct arena *a, struct parts *parts, const struct period *p)
{
	struct part *part;

	for (size_t i = 0; i < parts->n; i++)
		if (strcmp(parts->v[i].period.name, p->name) == 0)
			return &parts->v[i];
	part = vec_add(a, parts);
	model_init(&part->model);
	part->period = *p;
	part->model.period = *p;
	part->model.signal = "";
	return part;
}

/* Steps over a number without the zeros in front; its length. */
static size_t take_number(const char **s, const char **digits)
{
	size_t n = 0;

	while (**s == '0' && str_is_digit((*s)[1]))
		++*s;
	while (str_is_digit((*s)[n]))
		n++;
	*digits = *s;
	*s += n;
	return n;
}

/* Numbers by their value; both are left behind them. */
static int compare_numbers(const char **x, const char **y)
{
	const char *a, *b;
	size_t n = take_number(x, &a), m = take_number(y, &b);

	return n != m ? (n < m ? -1 : 1) : memcmp(a, b, n);
}

/* By name, numbers in it by their value: "g/p#9" before "g/p#12". */
static int compare_natural(const char *x, const char *y)
{
	while (*x && *y) {
		if (str_is_digit(*x) && str_is_digit(*y)) {
			int order = compare_numbers(&x, &y);

			if (order)
				return order;
		} else if (*x++ != *y++) {
			return (unsigned char)x[-1] - (unsigned char)y[-1];
		}
	}
	return (unsigned char)*x - (unsigned char)*y;
}

struct ranked {
	const struct objective *o;
	int index;
};

/* Issues come in any order and are put into that of their numbers; what
 * stands in a file keeps its order. */
static int compare_objectives(const void *vx, const void *vy)
{
	const struct ranked *x = vx, *y = vy;
	bool issue_x = x->o->source.url[0], issue_y = y->o->source.url[0];
	int order = 0;

	if (issue_x != issue_y)
		return issue_x ? 1 : -1;
	if (issue_x)
		order = compare_natural(x->o->source.url, y->o->source.url);
	if (!order && issue_x)
		order = x->o->source.line - y->o->source.line;
	return order ? order : x->index - y->index;
}

static void add_newest(struct date *newest, struct date d)
{
	if (date_cmp(d, *newest) > 0)
		*newest = d;
}

static void count_objective(struct model *m, const struct objective *o)
{
	for (size_t i = 0; i < o->key_results.n; i++) {
		const struct key_result *kr = &o->key_results.v[i];

		add_newest(&m->as_of, kr->current_date);
		for (size_t k = 0; k < kr->readings.n; k++)
			add_newest(&m->as_of, kr->readings.v[k].date);
	}
	if (!o->counts)
		return;
	m->graded += o->graded;
	m->total += o->total;
}

/* The weighted mean of the objectives' own grades, as grade.h has it. */
static const struct rat *mean(struct arena *a, const struct model *m)
{
	const struct rat *sum = rat_of(a, 0, 1), *weights = sum, *w;

	for (size_t i = 0; i < m->objectives.n; i++) {
		const struct objective *o = &m->objectives.v[i];

		if (!o->counts || !o->own_grade)
			continue;
		w = o->weight && o->weight->coef >= 0
			    ? rat_of_decimal(a, *o->weight)
			    : rat_of(a, 1, 1);
		sum = rat_add(a, sum, rat_mul(a, w, o->own_grade));
		weights = rat_add(a, weights, w);
	}
	return rat_sign(weights) ? rat_div(a, sum, weights) : NULL;
}

static struct indexes replace(
	struct arena *a, const struct indexes *old, const int *place)
{
	struct indexes fresh = {0};

	for (size_t k = 0; k < old->n; k++)
		if (place[old->v[k]] != NO_INDEX)
			*vec_add(a, &fresh) = place[old->v[k]];
	return fresh;
}

/* Links between objectives, by their new places; others are dropped. */
static void relink(struct arena *a, struct model *m, const int *place)
{
	for (size_t i = 0; i < m->objectives.n; i++) {
		struct objective *o = &m->objectives.v[i];

		if (o->parent != NO_INDEX)
			o->parent = place[o->parent];
		if (o->parent == NO_INDEX)
			o->parent_kr = NO_INDEX;
		o->parents = replace(a, &o->parents, place);
		o->children = replace(a, &o->children, place);
	}
}

static void fill_part(struct arena *a, const struct model *m,
	const struct ranked *ranked, struct part *part)
{
	struct model *sub = &part->model;
	int *place = ARENA_ARRAY(a, int, m->objectives.n + 1);

	for (size_t i = 0; i < m->objectives.n; i++) {
		const struct objective *o = ranked[i].o;

		place[ranked[i].index] = NO_INDEX;
		if (strcmp(period_of(m, o)->name, part->period.name) != 0)
			continue;
		place[ranked[i].index] = (int)sub->objectives.n;
		*vec_add(a, &sub->objectives) = *o;
		count_objective(sub, o);
	}
	relink(a, sub, place);
	sub->grade = mean(a, sub);
	sub->signal = grade_signal(sub->grade);
}

/* Newest first, those without a period last. */
static int compare_parts(const void *vx, const void *vy)
{
	const struct part *x = vx, *y = vy;
	bool named_x = x->period.name[0], named_y = y->period.name[0];

	if (named_x != named_y)
		return named_x ? -1 : 1;
	return -period_cmp(&x->period, &y->period);
}

struct parts split_periods(struct arena *a, const struct model *m)
{
	size_t n = m->objectives.n;
	struct ranked *ranked = ARENA_ARRAY(a, struct ranked, n + 1);
	struct parts parts = {0};

	for (size_t i = 0; i < n; i++) {
		ranked[i] = (struct ranked){&m->objectives.v[i], (int)i};
		(void)find_part(a, &parts, period_of(m, ranked[i].o));
	}
	if (m->period.name[0])
		(void)find_part(a, &parts, &m->period);
	if (n > 1)
		qsort(ranked, n, sizeof(*ranked), compare_objectives);
	for (size_t i = 0; i < parts.n; i++)
		fill_part(a, m, ranked, &parts.v[i]);
	assert(n == 0 || parts.n > 0);
	if (parts.n > 1)
		qsort(parts.v, parts.n, sizeof(*parts.v), compare_parts);
	return parts;
}
