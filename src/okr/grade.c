/*
 * grade_model(): the order of things.  Key results first, then objectives,
 * what is below them, the whole, pace, and last what to say about it all.
 */
#include "grade_p.h"

#include <assert.h>

/* Newest reading of the whole model, where reading has not set it. */
static void set_as_of(struct model *m)
{
	if (date_is_set(m->as_of))
		return;
	for (size_t i = 0; i < m->objectives.n; i++) {
		const struct objective *o = &m->objectives.v[i];

		for (size_t k = 0; k < o->key_results.n; k++) {
			struct date d = pace_newest(o, &o->key_results.v[k]);

			if (date_cmp(d, m->as_of) > 0)
				m->as_of = d;
		}
	}
}

/* The objective's grade: its own, or the rolled one when asked for. */
static void choose_grade(
	struct arena *a, struct objective *o, const struct grade_options *opt)
{
	assert(o->graded <= o->total);
	o->grade = o->own_grade;
	if (opt->roll_up_children && o->rolled) {
		o->grade = o->rolled;
		o->caveat = arena_printf(a,
			"with everything below it; its own grade is %s",
			o->own_grade ? rat_text(a, o->own_grade, GRADE_DECIMALS)
				     : "unknown");
	}
	o->band = grade_band(opt, o->grade);
}

static void total(struct arena *a, struct model *m)
{
	struct mean mean, sure;

	mean_init(a, &mean);
	mean_init(a, &sure);
	m->graded = m->total = 0;
	for (size_t i = 0; i < m->objectives.n; i++) {
		const struct objective *o = &m->objectives.v[i];

		if (!o->counts)
			continue;
		m->graded += o->graded;
		m->total += o->total;
		mean_add(a, &mean, o->own_grade, grade_weight(a, o->weight));
		mean_add(a, &sure, o->sure, grade_weight(a, o->weight));
	}
	m->grade = mean_take(a, &mean);
	m->sure = mean_take(a, &sure);
	m->signal = grade_signal(m->grade);
}

static void grade_objective(
	struct arena *a, struct objective *o, struct kind_notes *notes)
{
	for (size_t i = 0; i < o->key_results.n; i++) {
		kind_grade(a, &o->key_results.v[i], &notes[i]);
		late_apply(a, o, &o->key_results.v[i]);
		frozen_key_result(a, &o->key_results.v[i]);
	}
	objective_mean(a, o);
	frozen_objective(a, o);
}

const struct rat *grade_reading(struct arena *a, const struct key_result *kr,
	const struct quantity *reading)
{
	struct key_result then = *kr;
	struct kind_notes notes;

	then.current = reading;
	then.result = (struct result){.text = ""};
	then.stated_grade = NULL;
	then.tasks_done = then.tasks_all = 0;
	then.checked = false;
	then.milestones.n = 0;
	kind_grade(a, &then, &notes);
	return then.grade_source == SOURCE_COMPUTED ? then.grade : NULL;
}

const struct rat *grade_told(struct arena *a, const struct result *result)
{
	const struct rat *x = grade_result(a, result);

	assert(result);
	return x ? grade_clamp(a, x) : NULL;
}

void grade_model(
	struct arena *a, struct model *m, const struct grade_options *opt)
{
	struct kind_notes **notes =
		ARENA_ARRAY(a, struct kind_notes *, m->objectives.n);

	set_as_of(m);
	for (size_t i = 0; i < m->objectives.n; i++) {
		struct objective *o = &m->objectives.v[i];

		notes[i] = ARENA_ARRAY(a, struct kind_notes, o->key_results.n);
		grade_objective(a, o, notes[i]);
	}
	objectives_roll(a, m);
	for (size_t i = 0; i < m->objectives.n; i++)
		choose_grade(a, &m->objectives.v[i], opt);
	total(a, m);
	pace_model(a, m, opt);
	for (size_t i = 0; i < m->objectives.n; i++) {
		const struct objective *o = &m->objectives.v[i];

		for (size_t k = 0; k < o->key_results.n; k++)
			grade_findings(a, m, opt, o, &o->key_results.v[k],
				&notes[i][k]);
		grade_objective_findings(a, m, opt, o);
	}
	grade_model_findings(a, m, opt);
	findings_sort(&m->findings);
}
