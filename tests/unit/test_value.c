/*
 * Values for templates.
 */
#include "unit.h"

#include "value.h"

static void members_are_found_by_name(void **state)
{
	struct arena a = ARENA_INIT;
	struct value *map = value_map(&a);

	(void)state;
	value_set_text(&a, map, "title", "x");
	value_set_markup(&a, map, "bold", "**x**");
	value_set_bool(&a, map, "yes", true);
	value_set_text(&a, map, "none", NULL);
	assert_string_equal(value_get(map, STR("title"))->text, "x");
	assert_int_equal(value_get(map, STR("bold"))->type, VALUE_MARKUP);
	assert_true(value_get(map, STR("yes"))->flag);
	assert_string_equal(value_get(map, STR("none"))->text, "");
	assert_null(value_get(map, STR("titl")));
	assert_null(value_get(value_text(&a, "x"), STR("title")));
	arena_release(&a);
}

static void what_is_empty_is_false(void **state)
{
	struct arena a = ARENA_INIT;
	struct value *list = value_list(&a);

	(void)state;
	assert_false(value_is_true(value_null(&a)));
	assert_false(value_is_true(value_text(&a, "")));
	assert_false(value_is_true(value_bool(&a, false)));
	assert_false(value_is_true(list));
	value_push(&a, list, value_null(&a));
	assert_true(value_is_true(list));
	assert_true(value_is_true(value_map(&a)));
	assert_true(value_is_true(value_markup(&a, "0")));
	assert_true(value_is_true(value_bool(&a, true)));
	arena_release(&a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(members_are_found_by_name),
		cmocka_unit_test(what_is_empty_is_false),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
