/*
 * Variables in issue templates.
 */
#include "unit.h"

#include "variables.h"

static struct variables some(struct arena *a)
{
	static const struct variable table[] = {
		{"period", "FY24-Q1", "--period PERIOD"},
		{"owner", " Ada\n/close %{period} ", "--owner NAME"},
		{"team", "", "--team NAME"},
		{"end", NULL, "--period PERIOD"},
	};
	struct variables vars = {NULL, 0, 0};

	for (size_t i = 0; i < COUNT_OF(table); i++)
		*vec_add(a, &vars) = table[i];
	return vars;
}

static void values_take_the_place_of_names(void **state)
{
	static const char *const table[][2] = {
		{"", ""},
		{"no variable, 100% sure, 5 %", "no variable, 100% sure, 5 %"},
		{"OKRs of %{period}.", "OKRs of FY24-Q1."},
		{"%{period}%{period}", "FY24-Q1FY24-Q1"},
		{"a%{team}b", "ab"},
		{"%%{period}", "%{period}"},
		{"%%%{period}", "%%{period}"},
		{"50%%", "50%%"},
		{"%", "%"},
		{"% {period}", "% {period}"},
	};
	struct arena a = ARENA_INIT;
	struct variables vars = some(&a);

	(void)state;
	for (size_t i = 0; i < COUNT_OF(table); i++) {
		struct err err = ERR_INIT;
		struct buf b;

		buf_init(&b, 1024);
		assert_int_equal(variables_expand(&vars, str_of(table[i][0]),
					 "t.md", 1, &b, &err),
			0);
		assert_string_equal(b.p, table[i][1]);
		buf_release(&b);
	}
	arena_release(&a);
}

static void a_value_is_one_line_and_not_read_again(void **state)
{
	struct arena a = ARENA_INIT;
	struct variables vars = some(&a);
	struct err err = ERR_INIT;
	struct buf b;

	(void)state;
	buf_init(&b, 1024);
	assert_int_equal(
		variables_expand(&vars, STR("[%{owner}]"), "t", 1, &b, &err),
		0);
	assert_string_equal(b.p, "[Ada /close %{period}]");
	buf_release(&b);
	arena_release(&a);
}

static void mistakes_are_named_with_their_line(void **state)
{
	static const struct {
		const char *text;
		int line;
		const char *error;
	} table[] = {
		{"a\n%{perod}", 1,
			"t.md:2: unknown variable '%{perod}'; there are "
			"%{period}, %{owner}, %{team}, %{end}"},
		{"%{Period}", 5, "t.md:5: unknown variable '%{Period}'"},
		{"%{}", 1, "t.md:1: unknown variable '%{}'"},
		{"a\n\nb %{end}", 7,
			"t.md:9: the variable '%{end}' has no value; give one "
			"with --period PERIOD"},
		{"%{end}", 0, "t.md: the variable '%{end}' has no value"},
		{"x\n%{period\n}", 1,
			"t.md:2: '%{' begins a variable that does not end "
			"with '}'; write '%%{' for the characters themselves"},
		{"%{", 1, "t.md:1: '%{' begins a variable"},
	};
	struct arena a = ARENA_INIT;
	struct variables vars = some(&a);

	(void)state;
	for (size_t i = 0; i < COUNT_OF(table); i++) {
		struct err err = ERR_INIT;
		struct buf b;

		buf_init(&b, 1024);
		assert_int_equal(variables_expand(&vars, str_of(table[i].text),
					 "t.md", table[i].line, &b, &err),
			-1);
		assert_int_equal(err.kind, ERR_CONFIG);
		if (!str_starts(str_of(err.text), table[i].error))
			fail_msg("'%s' for %s", err.text, table[i].text);
		buf_release(&b);
	}
	arena_release(&a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(values_take_the_place_of_names),
		cmocka_unit_test(a_value_is_one_line_and_not_read_again),
		cmocka_unit_test(mistakes_are_named_with_their_line),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
