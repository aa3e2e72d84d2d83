/*
 * Bands: what a grade is called.  Half-open, from high to low, the last one
 * from 0, so every grade lies in exactly one.
 */
#include "grade_p.h"

#include <assert.h>
#include <string.h>

#include "attr.h"

struct preset {
	const char *name;
	int decimals;
	int n;
	struct band bands[BANDS_MAX];
};

static const struct preset PRESETS[] = {
	{"playbook", 1, 3,
		{{"on target", {7, 1}}, {"making progress", {4, 1}},
			{"off target", {0, 0}}}},
	{"85/70", 2, 3,
		{{"on target", {85, 2}}, {"making progress", {7, 1}},
			{"off target", {0, 0}}}},
	{"30/70/100", 2, 4,
		{{"reached", {1, 0}}, {"on target", {7, 1}},
			{"making progress", {3, 1}}, {"off target", {0, 0}}}},
};

static void use(struct grade_options *o, const struct preset *p)
{
	assert(p->n >= 1 && p->n <= BANDS_MAX);
	assert(!p->bands[p->n - 1].from.coef);
	memcpy(o->bands, p->bands, sizeof o->bands);
	o->n_bands = p->n;
	o->band_decimals = p->decimals;
}

void grade_options_init(struct grade_options *o)
{
	*o = (struct grade_options){.plan = PLAN_LINEAR,
		.plan_steps = 3,
		.ahead_points = 10,
		.behind_points = 10,
		.risk_points = 25,
		.stale_days = 14,
		.grace_percent = 10};
	use(o, &PRESETS[0]);
}

int grade_options_preset(
	struct grade_options *o, const char *name, struct err *err)
{
	for (size_t i = 0; i < COUNT_OF(PRESETS); i++)
		if (strcmp(name, PRESETS[i].name) == 0) {
			use(o, &PRESETS[i]);
			return 0;
		}
	return err_set(err, ERR_CONFIG,
		"unknown bands '%s': use 'playbook', '85/70' or '30/70/100'",
		name);
}

int grade_options_bands(struct grade_options *o, const struct band *bands,
	int n, struct err *err)
{
	static const struct decimal ZERO = {0, 0}, ONE = {1, 0};

	if (n < 1 || n > BANDS_MAX)
		return err_set(err, ERR_CONFIG,
			"%d bands given: give 1 to %d of them", n, BANDS_MAX);
	for (int i = 0; i < n; i++) {
		if (decimal_cmp(bands[i].from, ZERO) < 0 ||
			decimal_cmp(bands[i].from, ONE) > 0)
			return err_set(err, ERR_CONFIG,
				"band '%s' begins outside 0 to 1",
				bands[i].name);
		if (i && decimal_cmp(bands[i].from, bands[i - 1].from) >= 0)
			return err_set(err, ERR_CONFIG,
				"band '%s' does not begin below '%s': list "
				"bands from high to low",
				bands[i].name, bands[i - 1].name);
	}
	if (decimal_cmp(bands[n - 1].from, ZERO) != 0)
		return err_set(err, ERR_CONFIG,
			"band '%s' is the lowest but does not begin at 0",
			bands[n - 1].name);
	memcpy(o->bands, bands, (size_t)n * sizeof *bands);
	o->n_bands = n;
	return 0;
}

const char *grade_band(const struct grade_options *o, const struct rat *grade)
{
	struct arena a = ARENA_INIT;
	const char *name = "";
	const struct rat *rounded;

	assert(o->n_bands >= 1 && o->n_bands <= BANDS_MAX);
	if (!grade)
		return "";
	rounded = rat_round(&a, grade, o->band_decimals);
	for (int i = 0; i < o->n_bands && !name[0]; i++)
		if (rat_cmp(rounded, rat_of_decimal(&a, o->bands[i].from)) >= 0)
			name = o->bands[i].name;
	arena_release(&a);
	return name;
}

struct decimal grade_goal(enum okr_type type)
{
	return type == TYPE_ASPIRATIONAL ? (struct decimal){7, 1}
					 : (struct decimal){1, 0};
}

bool grade_is_met(const struct objective *o)
{
	struct arena a = ARENA_INIT;
	bool met =
		o->grade &&
		rat_cmp(o->grade, rat_of_decimal(&a, grade_goal(o->type))) >= 0;

	arena_release(&a);
	return met;
}

/* Is x at least percent / 100 (or, for sign 1, more than it)? */
static bool is_over(const struct rat *x, long percent, int sign)
{
	struct arena a = ARENA_INIT;
	bool over = rat_cmp(x, rat_of(&a, percent, 100)) >= sign;

	assert(x && percent >= 0);
	arena_release(&a);
	return over;
}

const char *grade_signal(const struct rat *mean)
{
	if (!mean)
		return "";
	if (is_over(mean, 85, 1))
		return "too safe";
	return is_over(mean, 60, 0) && !is_over(mean, 70, 1) ? "sweet spot"
							     : "";
}
