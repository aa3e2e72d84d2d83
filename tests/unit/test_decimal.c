/*
 * Exact decimals.
 */
#include "unit.h"

#include "decimal.h"

static const char *shown(struct decimal d)
{
	static char text[64];
	struct buf b;

	buf_init(&b, sizeof text - 1);
	decimal_print(&b, d);
	memcpy(text, b.p, b.n + 1);
	buf_release(&b);
	return text;
}

static void reads_and_prints_the_shortest_form(void **state)
{
	static const char *const table[][2] = {
		{"0", "0"},
		{"2.50", "2.5"},
		{"-0.5", "-0.5"},
		{"+7", "7"},
		{".6", "0.6"},
		{"-0", "0"},
		{"007", "7"},
		{"999999999999999999", "999999999999999999"},
		{"0.000000000000000001", "0.000000000000000001"},
		{"99.95", "99.95"},
		{"100.0", "100"},
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(table); i++) {
		struct decimal d;

		assert_true(decimal_parse(str_of(table[i][0]), &d));
		assert_string_equal(shown(d), table[i][1]);
	}
}

static void refuses_what_is_no_number(void **state)
{
	static const char *const table[] = {"", "-", ".", "1.", "1,5", "1e3",
		"0.0000000000000000001", " 1", "1 ", "1000000000000000000",
		"0.1234567890123456789", "--1"};
	struct decimal d = {5, 0};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(table); i++)
		assert_false(decimal_parse(str_of(table[i]), &d));
	assert_int_equal(d.coef, 5);
}

static void takes_a_prefix(void **state)
{
	struct str s = STR("12.5%");
	struct decimal d;

	(void)state;
	assert_true(decimal_take(&s, &d));
	assert_true(str_is(s, "%"));
	s = STR("12.x");
	assert_true(decimal_take(&s, &d));
	assert_true(str_is(s, ".x"));
	s = STR("x");
	assert_false(decimal_take(&s, &d));
}

static void shifts_by_powers_of_ten(void **state)
{
	struct decimal d;

	(void)state;
	assert_true(decimal_shift((struct decimal){15, 1}, 6, &d));
	assert_string_equal(shown(d), "1500000");
	assert_true(decimal_shift((struct decimal){15, 1}, -3, &d));
	assert_string_equal(shown(d), "0.0015");
	assert_false(
		decimal_shift((struct decimal){999999999999999999, 0}, 1, &d));
	assert_false(decimal_shift((struct decimal){1, 18}, -1, &d));
	assert_true(decimal_shift((struct decimal){0, 0}, 18, &d));
	assert_string_equal(shown(d), "0");
}

static void compares_exactly(void **state)
{
	static const struct {
		struct decimal a, b;
		int c;
	} table[] = {
		{{1, 0}, {2, 0}, -1},
		{{15, 1}, {1, 0}, 1},
		{{-15, 1}, {-1, 0}, -1},
		{{-15, 1}, {-14, 1}, -1},
		{{5, 1}, {5, 1}, 0},
		{{-5, 1}, {5, 1}, -1},
		{{999999999999999999, 0}, {999999999999999999, 18}, 1},
		{{1, 18}, {0, 0}, 1},
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(table); i++) {
		assert_int_equal(
			decimal_cmp(table[i].a, table[i].b), table[i].c);
		assert_int_equal(
			decimal_cmp(table[i].b, table[i].a), -table[i].c);
	}
	assert_int_equal(decimal_negate((struct decimal){5, 1}).coef, -5);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(reads_and_prints_the_shortest_form),
		cmocka_unit_test(refuses_what_is_no_number),
		cmocka_unit_test(takes_a_prefix),
		cmocka_unit_test(shifts_by_powers_of_ten),
		cmocka_unit_test(compares_exactly),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
