/*
 * Weighted means: of key results in an objective, of objectives in whatever
 * they roll up into.
 */
#include "grade_p.h"

#include <assert.h>

#include "attr.h"
#include "wordlist_p.h"

const struct rat *grade_weight(struct arena *a, const struct decimal *w)
{
	return w && w->coef >= 0 ? rat_of_decimal(a, *w) : rat_of(a, 1, 1);
}

void mean_init(struct arena *a, struct mean *m)
{
	m->weights = rat_of(a, 0, 1);
	m->parts = 0;
}

static void put(struct arena *a, struct mean *m, const struct rat *sum)
{
	int i = 0;

	assert(sum && m->parts >= 0);
	for (; i < m->parts && m->part[i]; i++) {
		sum = rat_add(a, sum, m->part[i]);
		m->part[i] = NULL;
	}
	assert((size_t)i < COUNT_OF(m->part));
	m->part[i] = sum;
	if (i == m->parts)
		m->parts++;
}

void mean_add(struct arena *a, struct mean *m, const struct rat *value,
	const struct rat *weight)
{
	assert(rat_sign(weight) >= 0);
	if (!value)
		return;
	m->weights = rat_add(a, m->weights, weight);
	put(a, m, rat_mul(a, value, weight));
}

void mean_join(struct arena *a, struct mean *m, const struct rat *sum,
	const struct rat *weights)
{
	assert(rat_sign(weights) >= 0);
	if (!sum)
		return;
	m->weights = rat_add(a, m->weights, weights);
	put(a, m, sum);
}

const struct rat *mean_sum(struct arena *a, const struct mean *m)
{
	const struct rat *sum = NULL;

	for (int i = 0; i < m->parts; i++)
		if (m->part[i])
			sum = sum ? rat_add(a, sum, m->part[i]) : m->part[i];
	return sum;
}

const struct rat *mean_take(struct arena *a, const struct mean *m)
{
	if (!rat_sign(m->weights))
		return NULL;
	return rat_div(a, mean_sum(a, m), m->weights);
}

/* "(0.42 + 2 x 0.40) / 3 = 0.41" */
static const char *mean_formula(struct arena *a, const struct objective *o,
	const struct mean *mean, const struct rat *grade)
{
	struct buf b;
	const char *plus = "";

	buf_init(&b, FORMULA_BYTES);
	buf_addc(&b, '(');
	for (size_t i = 0; i < o->key_results.n; i++) {
		const struct key_result *kr = &o->key_results.v[i];
		const struct rat *w = grade_weight(a, kr->weight);

		if (!kr->counts || !kr->grade)
			continue;
		buf_adds(&b, plus);
		if (rat_cmp(w, rat_of(a, 1, 1)) != 0) {
			rat_print_short(&b, w, 18);
			buf_adds(&b, " x ");
		}
		rat_print(&b, kr->grade, GRADE_DECIMALS);
		plus = " + ";
	}
	buf_adds(&b, ") / ");
	rat_print_short(&b, mean->weights, 18);
	formula_end(&b, grade);
	return formula_take(a, &b);
}

/* No key result has a grade: what was written beside the objective. */
static void use_written(struct arena *a, struct objective *o)
{
	const struct rat *x = grade_result(a, &o->result);

	if (x) {
		o->grade_source = SOURCE_RESULT;
		o->formula =
			grade_result_formula(a, "result", o->result.text, x);
	} else if (o->stated_grade) {
		x = rat_of_decimal(a, *o->stated_grade);
		o->grade_source = SOURCE_STATED;
		o->formula = arena_printf(
			a, "stated grade %s", rat_text(a, x, GRADE_DECIMALS));
	}
	if (!x)
		return;
	o->own_grade = grade_clamp(a, x);
	o->caveat = o->total ? "no key result could be graded: what was "
			       "written beside the objective counts"
			     : "";
}

static void set_counts(struct arena *a, struct objective *o)
{
	bool cancelled = o->outcome == OUTCOME_CANCELLED;

	o->counts = !cancelled && o->result.kind != RESULT_DEFERRED;
	if (!o->counts)
		o->caveat = arena_printf(a, "left out of the mean: %s",
			cancelled           ? "cancelled"
			: o->result.text[0] ? words_short(a, o->result.text)
					    : "deferred");
}

/* How sure people are: of the whole, else of its parts. */
static const struct rat *find_sure(struct arena *a, const struct objective *o)
{
	struct mean mean;

	if (o->confidence)
		return rat_of_decimal(a, *o->confidence);
	mean_init(a, &mean);
	for (size_t i = 0; i < o->key_results.n; i++) {
		const struct key_result *kr = &o->key_results.v[i];

		if (kr->counts && kr->confidence)
			mean_add(a, &mean, rat_of_decimal(a, *kr->confidence),
				grade_weight(a, kr->weight));
	}
	return mean_take(a, &mean);
}

void objective_mean(struct arena *a, struct objective *o)
{
	struct mean mean;

	mean_init(a, &mean);
	o->sure = find_sure(a, o);
	o->graded = o->total = 0;
	o->grade_source = SOURCE_NONE;
	o->formula = o->caveat = "";
	for (size_t i = 0; i < o->key_results.n; i++) {
		const struct key_result *kr = &o->key_results.v[i];

		if (!kr->counts)
			continue;
		o->total++;
		o->graded += kr->grade != NULL;
		mean_add(a, &mean, kr->grade, grade_weight(a, kr->weight));
	}
	o->own_grade = mean_take(a, &mean);
	if (o->own_grade) {
		o->grade_source = SOURCE_COMPUTED;
		o->formula = mean_formula(a, o, &mean, o->own_grade);
	} else if (o->graded) {
		o->caveat = "all weights are 0";
	} else {
		use_written(a, o);
	}
	set_counts(a, o);
}
