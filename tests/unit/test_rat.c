/*
 * Exact fractions: the arithmetic, and above all the one rounding.
 */
#include "unit.h"

#include <stdint.h>
#include <string.h>

#include "attr.h"
#include "rat.h"

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

static const char *print_short(const struct rat *r, int decimals)
{
	struct buf b;
	const char *text;

	buf_init(&b, 100);
	rat_print_short(&b, r, decimals);
	text = arena_text(&a, buf_str(&b));
	buf_release(&b);
	return text;
}

static void rounds_half_away_from_zero(void **state)
{
	static const struct {
		long num, den;
		int decimals;
		const char *want, *want_short;
	} T[] = {
		{5, 8, 2, "0.63", "0.63"},
		{-5, 8, 2, "-0.63", "-0.63"},
		{1, 2, 0, "1", "1"},
		{-1, 2, 0, "-1", "-1"},
		{1, 3, 2, "0.33", "0.33"},
		{2, 3, 2, "0.67", "0.67"},
		{0, 7, 2, "0.00", "0"},
		{-1, 1000, 2, "0.00", "0"},
		{1, 200, 2, "0.01", "0.01"},
		{-1, 200, 2, "-0.01", "-0.01"},
		{1, 201, 2, "0.00", "0"},
		{199, 200, 2, "1.00", "1"},
		{5, 2, 2, "2.50", "2.5"},
		{100, 1, 0, "100", "100"},
		{100, 1, 3, "100.000", "100"},
		{1, -4, 2, "-0.25", "-0.25"},
		{1, 3, 18, "0.333333333333333333", "0.333333333333333333"},
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(T); i++) {
		const struct rat *r = rat_of(&a, T[i].num, T[i].den);

		assert_string_equal(rat_text(&a, r, T[i].decimals), T[i].want);
		assert_string_equal(
			print_short(r, T[i].decimals), T[i].want_short);
	}
}

static void a_rounded_fraction_equals_what_is_printed(void **state)
{
	(void)state;
	assert_int_equal(rat_cmp(rat_round(&a, rat_of(&a, 5, 8), 2),
				 rat_of(&a, 63, 100)),
		0);
	assert_int_equal(
		rat_cmp(rat_round(&a, rat_of(&a, -1, 2), 0), rat_of(&a, -1, 1)),
		0);
	assert_int_equal(rat_sign(rat_round(&a, rat_of(&a, 1, 1000), 2)), 0);
}

static void computes_exactly(void **state)
{
	const struct rat *third = rat_of(&a, 1, 3);
	const struct rat *sum = third;

	(void)state;
	sum = rat_add(&a, sum, third);
	sum = rat_add(&a, sum, third);
	assert_int_equal(rat_cmp(sum, rat_of(&a, 1, 1)), 0);
	assert_int_equal(rat_sign(rat_sub(&a, sum, rat_of(&a, 1, 1))), 0);
	assert_int_equal(
		rat_cmp(rat_mul(&a, third, rat_of(&a, 3, 4)), rat_of(&a, 1, 4)),
		0);
	assert_int_equal(rat_cmp(rat_div(&a, third, rat_of(&a, -2, 3)),
				 rat_of(&a, -1, 2)),
		0);
	assert_int_equal(rat_cmp(third, rat_of(&a, 333, 1000)), 1);
	assert_int_equal(rat_cmp(rat_of(&a, 333, 1000), third), -1);
}

/* A mean of means soon leaves 128 bits behind. */
static void grows_beyond_machine_words(void **state)
{
	const struct rat *sum = rat_of(&a, 0, 1);
	const struct rat *x = rat_of(&a, 1, 1);

	(void)state;
	for (long n = 1; n <= 100; n++)
		sum = rat_add(&a, sum, rat_of(&a, 1, n));
	assert_string_equal(rat_text(&a, sum, 18), "5.187377517639620261");
	for (int i = 0; i < 30; i++)
		x = rat_mul(&a, x, rat_of(&a, 1000000, 1));
	assert_int_equal(strlen(rat_text(&a, x, 0)), 181);
}

/* Where 64 bits end, and what lies on both sides of that. */
static void is_the_same_on_both_sides_of_a_machine_word(void **state)
{
	static const long N[] = {0, 1, -1, 2, -3, 7, 10, 1000003, 4294967295,
		4294967296, -4294967297, 3037000499, 3037000500,
		6148914691236517205, 9223372036854775783, INT64_MAX, -INT64_MAX,
		INT64_MIN, INT64_MIN + 2};
	enum { N_ALL = COUNT_OF(N) };
	const struct rat *all[N_ALL * N_ALL];
	const struct rat *minus = rat_of(&a, -1, 1);
	size_t n = 0;

	(void)state;
	for (size_t i = 0; i < N_ALL; i++)
		for (size_t k = 1; k < N_ALL; k++)
			all[n++] = rat_of(&a, N[i], N[k]);
	for (size_t i = 0; i < n; i += 3)
		for (size_t k = 0; k < n; k += 2) {
			const struct rat *x = all[i], *y = all[k];
			const struct rat *sum = rat_add(&a, x, y);
			const struct rat *less = rat_sub(&a, x, y);
			const struct rat *back = rat_sub(&a, y, x);

			assert_int_equal(rat_cmp(rat_sub(&a, sum, y), x), 0);
			assert_int_equal(rat_cmp(sum, rat_add(&a, y, x)), 0);
			assert_int_equal(
				rat_cmp(less, rat_mul(&a, back, minus)), 0);
			assert_int_equal(rat_cmp(x, y), rat_sign(less));
			if (!rat_sign(y))
				continue;
			assert_int_equal(
				rat_cmp(rat_div(&a, rat_mul(&a, x, y), y), x),
				0);
			assert_int_equal(
				rat_cmp(rat_mul(&a, rat_div(&a, x, y), y), x),
				0);
		}
	assert_string_equal(rat_text(&a, rat_of(&a, INT64_MIN, 1), 0),
		"-9223372036854775808");
	assert_string_equal(
		rat_text(&a, rat_of(&a, INT64_MIN, INT64_MIN), 2), "1.00");
	assert_string_equal(rat_text(&a, rat_of(&a, INT64_MAX, 1), 18),
		"9223372036854775807.000000000000000000");
	assert_string_equal(rat_text(&a, rat_of(&a, 1, INT64_MIN), 18),
		"0.000000000000000000");
	assert_string_equal(
		rat_text(&a, rat_round(&a, rat_of(&a, INT64_MAX, 2), 18), 1),
		"4611686018427387903.5");
}

static void takes_decimals_as_they_are(void **state)
{
	struct decimal d;

	(void)state;
	assert_true(decimal_parse(STR("-14.5"), &d));
	assert_int_equal(rat_cmp(rat_of_decimal(&a, d), rat_of(&a, -29, 2)), 0);
	assert_true(decimal_parse(STR(".000000000000000001"), &d));
	assert_string_equal(rat_text(&a, rat_of_decimal(&a, d), 18),
		"0.000000000000000001");
	assert_true(decimal_parse(STR("0"), &d));
	assert_int_equal(rat_sign(rat_of_decimal(&a, d)), 0);
}

static void clamps_to_the_nearer_end(void **state)
{
	const struct rat *zero = rat_of(&a, 0, 1), *one = rat_of(&a, 1, 1);
	const struct rat *half = rat_of(&a, 1, 2);

	(void)state;
	assert_ptr_equal(rat_clamp(rat_of(&a, -2, 7), zero, one), zero);
	assert_ptr_equal(rat_clamp(rat_of(&a, 9, 8), zero, one), one);
	assert_ptr_equal(rat_clamp(half, zero, one), half);
	assert_ptr_equal(rat_clamp(one, zero, one), one);
}

static void a_full_buffer_stays_full(void **state)
{
	struct buf b;

	(void)state;
	buf_init(&b, 3);
	rat_print_short(&b, rat_of(&a, 5, 2), 2);
	assert_true(b.over);
	buf_release(&b);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(rounds_half_away_from_zero),
		cmocka_unit_test(a_rounded_fraction_equals_what_is_printed),
		cmocka_unit_test(computes_exactly),
		cmocka_unit_test(grows_beyond_machine_words),
		cmocka_unit_test(is_the_same_on_both_sides_of_a_machine_word),
		cmocka_unit_test(takes_decimals_as_they_are),
		cmocka_unit_test(clamps_to_the_nearer_end),
		cmocka_unit_test(a_full_buffer_stays_full),
	};

	return cmocka_run_group_tests(tests, start, stop);
}
