/*
 * Bands have no holes, and the signals of a mean.
 */
#include "okr_unit.h"

static struct arena a;

static int start(void **state)
{
	(void)state;
	arena_init(&a);
	return 0;
}

static int stop(void **state)
{
	(void)state;
	arena_release(&a);
	return 0;
}

static const struct rat *hundredths(long n)
{
	return rat_of(&a, n, 100);
}

static void presets_name_every_grade(void **state)
{
	static const struct {
		const char *preset;
		long num, den;
		const char *band;
	} T[] = {
		{"playbook", 1, 1, "on target"},
		{"playbook", 65, 100, "on target"}, /* 0.65 is 0.7 there */
		{"playbook", 649, 1000, "making progress"},
		{"playbook", 35, 100, "making progress"},
		{"playbook", 349, 1000, "off target"},
		{"playbook", 0, 1, "off target"},
		{"85/70", 85, 100, "on target"},
		{"85/70", 845, 1000, "on target"}, /* shown as 0.85 */
		{"85/70", 844, 1000, "making progress"},
		{"85/70", 70, 100, "making progress"},
		{"85/70", 694, 1000, "off target"},
		{"30/70/100", 1, 1, "reached"},
		{"30/70/100", 99, 100, "on target"},
		{"30/70/100", 7, 10, "on target"},
		{"30/70/100", 69, 100, "making progress"},
		{"30/70/100", 3, 10, "making progress"},
		{"30/70/100", 29, 100, "off target"},
	};
	struct err err = ERR_INIT;

	(void)state;
	for (size_t i = 0; i < COUNT_OF(T); i++) {
		struct grade_options o;

		grade_options_init(&o);
		assert_int_equal(
			grade_options_preset(&o, T[i].preset, &err), 0);
		assert_string_equal(
			grade_band(&o, rat_of(&a, T[i].num, T[i].den)),
			T[i].band);
	}
}

static void no_grade_falls_between_bands(void **state)
{
	static const char *const NAMES[] = {"playbook", "85/70", "30/70/100"};
	struct err err = ERR_INIT;
	struct grade_options o;

	(void)state;
	grade_options_init(&o);
	for (size_t k = 0; k < COUNT_OF(NAMES); k++) {
		assert_int_equal(grade_options_preset(&o, NAMES[k], &err), 0);
		for (long n = 0; n <= 1000; n++)
			assert_true(grade_band(&o, rat_of(&a, n, 1000))[0]);
	}
	assert_string_equal(grade_band(&o, NULL), "");
}

static void an_unknown_preset_is_refused(void **state)
{
	struct err err = ERR_INIT;
	struct grade_options o;

	(void)state;
	grade_options_init(&o);
	assert_int_equal(grade_options_preset(&o, "99/1", &err), -1);
	assert_int_equal(err.kind, ERR_CONFIG);
	assert_string_equal(err.text,
		"unknown bands '99/1': use 'playbook', '85/70' or "
		"'30/70/100'");
}

static void own_bands_must_leave_no_hole(void **state)
{
	static const struct band GOOD[] = {{"fine", {5, 1}}, {"poor", {0, 0}}};
	static const struct band HOLE[] = {{"fine", {5, 1}}, {"poor", {1, 1}}};
	static const struct band ORDER[] = {{"poor", {0, 0}}, {"fine", {5, 1}}};
	static const struct band OUT[] = {{"fine", {15, 1}}, {"poor", {0, 0}}};
	struct grade_options o;
	struct err err = ERR_INIT;

	(void)state;
	grade_options_init(&o);
	assert_int_equal(grade_options_bands(&o, GOOD, 2, &err), 0);
	o.band_decimals = 2;
	assert_string_equal(grade_band(&o, hundredths(50)), "fine");
	assert_string_equal(grade_band(&o, hundredths(49)), "poor");
	assert_int_equal(grade_options_bands(&o, HOLE, 2, &err), -1);
	assert_string_equal(
		err.text, "band 'poor' is the lowest but does not begin at 0");
	err_clear(&err);
	assert_int_equal(grade_options_bands(&o, ORDER, 2, &err), -1);
	assert_string_equal(err.text,
		"band 'fine' does not begin below 'poor': list bands from "
		"high to low");
	err_clear(&err);
	assert_int_equal(grade_options_bands(&o, OUT, 2, &err), -1);
	assert_string_equal(err.text, "band 'fine' begins outside 0 to 1");
	err_clear(&err);
	assert_int_equal(grade_options_bands(&o, GOOD, 0, &err), -1);
	assert_int_equal(o.n_bands, 2);
}

static void each_type_is_judged_at_its_own_goal(void **state)
{
	static const struct {
		enum okr_type type;
		long grade; /* hundredths */
		bool met;
	} T[] = {
		{TYPE_COMMITTED, 100, true},
		{TYPE_COMMITTED, 99, false},
		{TYPE_ASPIRATIONAL, 70, true},
		{TYPE_ASPIRATIONAL, 69, false},
		{TYPE_NONE, 99, false},
		{TYPE_NONE, 100, true},
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(T); i++) {
		struct objective o = {
			.type = T[i].type, .grade = hundredths(T[i].grade)};

		assert_int_equal(grade_is_met(&o), T[i].met);
	}
	assert_false(grade_is_met(&(struct objective){.type = TYPE_NONE}));
}

static void a_mean_says_whether_goals_were_bold(void **state)
{
	(void)state;
	assert_string_equal(grade_signal(hundredths(86)), "too safe");
	assert_string_equal(grade_signal(hundredths(85)), "");
	assert_string_equal(grade_signal(hundredths(70)), "sweet spot");
	assert_string_equal(grade_signal(hundredths(60)), "sweet spot");
	assert_string_equal(grade_signal(hundredths(59)), "");
	assert_string_equal(grade_signal(NULL), "");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(presets_name_every_grade),
		cmocka_unit_test(no_grade_falls_between_bands),
		cmocka_unit_test(an_unknown_preset_is_refused),
		cmocka_unit_test(own_bands_must_leave_no_hole),
		cmocka_unit_test(each_type_is_judged_at_its_own_goal),
		cmocka_unit_test(a_mean_says_whether_goals_were_bold),
	};

	return cmocka_run_group_tests(tests, start, stop);
}
