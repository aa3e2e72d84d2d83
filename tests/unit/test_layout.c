/*
 * Pages that are read as they look where markdown sees something else.
 */
#include "unit.h"

#include "read/layout_p.h"

static struct arena arena;

static void check(const char *text, const char *want)
{
	struct str s = layout_mended(&arena, str_of(text));

	assert_int_equal(s.n, strlen(want));
	assert_memory_equal(s.p ? s.p : "", want, s.n);
}

static void a_list_set_in_as_a_whole_moves_to_the_margin(void **state)
{
	(void)state;
	check("Ours:\n\n     1. Sail\n        - 4 boats\n\n     2. Row\nEnd\n",
		"Ours:\n\n1. Sail\n   - 4 boats\n\n2. Row\nEnd\n");
	check("\t1. Sail\n\t   - 4 boats\n", "1. Sail\n   - 4 boats\n");
}

static void letters_in_such_a_list_are_its_bullets(void **state)
{
	(void)state;
	check("I. Sail\n\n     (a) 4 boats\n         with masts\n     (b) "
	      "row\n",
		"I. Sail\n\n- 4 boats\n    with masts\n- row\n");
}

static void lines_of_numbers_that_change_are_no_code(void **state)
{
	(void)state;
	check("# Row\n\n    oars   5 -> 9\n    boats  1 => 2\n",
		"# Row\n\n- oars   5 -> 9\n- boats  1 => 2\n");
	check("# Row\n\n    fn row(x) -> int {\n    1 -> 2\n", "");
}

static void code_stays_where_it_is(void **state)
{
	(void)state;
	check("Run:\n\n    make install\n    1. no list\n", "");
	check("```\n\n     1. Sail\n```\n", "");
	check("- item\n\n      1. below it\n", "");
	check("", "");
}

static void a_box_without_a_bullet_becomes_an_item(void **state)
{
	(void)state;
	check("Q2\n[ ] Sail\n  [x] 4 boats\n",
		"Q2\n- [ ] Sail\n  - [x] 4 boats\n");
	check("[y] is the second axis\n", "");
}

static void lines_set_in_below_others_belong_to_them(void **state)
{
	(void)state;
	check("Sail\n    4 boats\n    5 masts\nRow\n    9 oars\n",
		"- Sail\n  - 4 boats\n  - 5 masts\n- Row\n  - 9 oars\n");
	check("Sail\nand row\n    9 oars\n", "");
	check("    Sail\nand row\n", "");
	check("Sail\n\n# Row\n    4 boats\n", "");
}

static int release(void **state)
{
	(void)state;
	arena_release(&arena);
	return 0;
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_list_set_in_as_a_whole_moves_to_the_margin),
		cmocka_unit_test(letters_in_such_a_list_are_its_bullets),
		cmocka_unit_test(lines_of_numbers_that_change_are_no_code),
		cmocka_unit_test(code_stays_where_it_is),
		cmocka_unit_test(a_box_without_a_bullet_becomes_an_item),
		cmocka_unit_test(lines_set_in_below_others_belong_to_them),
	};

	return cmocka_run_group_tests(tests, NULL, release);
}
