/*
 * Counting up a part of the model: a period, a section, a team, a person.
 * Objectives that are cancelled or deferred stay out, as in grade.h.
 */
#include "view_p.h"

#include <assert.h>

static void add_grade(struct totals *t, struct arena *a,
	const struct rat *grade, const struct decimal *weight)
{
	const struct rat *w = weight && weight->coef >= 0
				      ? rat_of_decimal(a, *weight)
				      : rat_of(a, 1, 1);

	if (!grade)
		return;
	t->sum = t->sum ? rat_add(a, t->sum, rat_mul(a, w, grade))
			: rat_mul(a, w, grade);
	t->weights = t->weights ? rat_add(a, t->weights, w) : w;
}

static void count(struct totals *t, const struct view *v,
	const struct objective *o, const struct key_result *kr)
{
	if (kr->counts)
		standing_count(&t->counts, standing_of_key_result(v, o, kr));
}

void totals_add_objective(
	struct totals *t, const struct view *v, const struct objective *o)
{
	t->objectives++;
	if (!o->counts)
		return;
	add_grade(t, v->a, o->own_grade, o->weight);
	t->graded += o->graded;
	t->total += o->total;
	for (size_t k = 0; k < o->key_results.n; k++)
		count(t, v, o, &o->key_results.v[k]);
}

void totals_add_key_result(struct totals *t, const struct view *v,
	const struct objective *o, const struct key_result *kr)
{
	assert(kr >= o->key_results.v &&
		kr < o->key_results.v + o->key_results.n);
	if (!o->counts || !kr->counts)
		return;
	add_grade(t, v->a, kr->grade, kr->weight);
	t->graded += kr->grade != NULL;
	t->total++;
	count(t, v, o, kr);
}

/* The mean of what was added; NULL when nothing is graded. */
static const struct rat *mean_of(struct arena *a, const struct totals *t)
{
	return t->weights && rat_sign(t->weights)
		       ? rat_div(a, t->sum, t->weights)
		       : NULL;
}

static void set_number(
	struct arena *a, struct value *map, const char *name, int n)
{
	value_set_text(a, map, name, arena_printf(a, "%d", n));
}

void totals_set(struct arena *a, struct value *map, const struct totals *t)
{
	const struct rat *grade = mean_of(a, t);

	assert(t->graded <= t->total);
	value_set_text(a, map, "grade", part_grade(a, grade));
	value_set_text(a, map, "percent", part_percent(a, grade));
	value_set_markup(a, map, "bar", part_bar(a, grade, VIEW_BAR));
	value_set_markup(
		a, map, "bar_small", part_bar(a, grade, VIEW_BAR_SMALL));
	value_set_bool(a, map, "is_graded", grade != NULL);
	set_number(a, map, "graded", t->graded);
	set_number(a, map, "total", t->total);
	value_set_bool(a, map, "has_key_results", t->total > 0);
	set_number(a, map, "count", t->objectives);
	value_set_bool(a, map, "is_one", t->objectives == 1);
	value_set_text(a, map, "signal", grade_signal(grade));
	value_set(a, map, "statuses", standing_list(a, &t->counts));
}
