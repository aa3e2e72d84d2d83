/*
 * Comments in one form, from REST and from GraphQL; members added to objects.
 */
#include "unit.h"

#include "gitlab/comment_p.h"
#include "gitlab/graphql_p.h"
#include "gitlab/member_p.h"

#define AUTHOR "\"author\":{\"id\":7,\"username\":\"a\",\"name\":\"A\"}"
#define STAMPS(fraction, zone) \
	"\"created_at\":\"2025-02-03T09:00:02" fraction zone "\"," \
	"\"updated_at\":\"2025-02-03T09:00:03" fraction zone "\""
#define REST(body, fraction, zone) \
	"{\"id\":5,\"type\":null,\"body\":\"" body "\"," AUTHOR \
	"," STAMPS(fraction, zone) ",\"system\":false,\"internal\":false}"
#define KEPT(body, zone) \
	"{\"id\":5,\"body\":\"" body \
	"\",\"author\":{\"id\":7,\"username\":\"a\",\"name\":\"A\"}," STAMPS( \
		"", zone) ",\"system\":false,\"internal\":false}"

static void check(const char *rest, const char *kept)
{
	struct arena a = ARENA_INIT;

	assert_string_equal(
		arena_text(&a, comment_of_rest(&a, str_of(rest))), kept);
	arena_release(&a);
}

static void a_comment_loses_what_nobody_reads(void **state)
{
	(void)state;
	check(REST("KR1: 5", ".123", "Z"), KEPT("KR1: 5", "Z"));
	check(REST("\\u00e9\\n", "", "+02:00"), KEPT("\u00e9\\n", "+02:00"));
	check(REST("", ".5", "+02:00"), KEPT("", "+02:00"));
	/* It is so already. */
	check(KEPT("x", "Z"), KEPT("x", "Z"));
}

static void an_odd_comment_stays_as_it_is(void **state)
{
	static const char *const ODD[] = {
		"[]",
		"7",
		"{\"id\":5",
		"{\"id\":5,\"id\":5}",
		"{\"id\":5,\"body\":7," AUTHOR "," STAMPS("", "Z") "}",
		"{\"id\":5,\"body\":\"x\"," AUTHOR "," STAMPS("", "Z") "}",
		"{\"id\":5,\"body\":\"x\",\"author\":null," STAMPS(
			"", "Z") ","
				 "\"system\":false,\"internal\":false}",
		"{\"id\":5,\"body\":\"x\"," AUTHOR ",\"system\":false,"
		"\"internal\":false}",
		"{\"id\":5,\"body\":\"x\"," AUTHOR
		"," STAMPS("", "Z") ","
				    "\"system\":false,\"internal\":null}",
		"{\"id\":0,\"body\":\"x\"," AUTHOR
		"," STAMPS("", "Z") ","
				    "\"system\":false,\"internal\":false}",
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(ODD); i++)
		check(ODD[i], ODD[i]);
}

static void graphql_gives_the_same_comment(void **state)
{
	static const char NODE[] =
		"{\"id\":\"gid://gitlab/Note/5\",\"body\":\"x\","
		"\"system\":false,\"internal\":false,"
		"\"createdAt\":\"2025-02-03T09:00:02Z\","
		"\"updatedAt\":\"2025-02-03T09:00:03Z\",\"author\":{"
		"\"id\":\"gid://gitlab/User/7\",\"name\":\"A\","
		"\"username\":\"a\"}}";
	struct arena a = ARENA_INIT;
	struct comment c;
	struct pull p;

	(void)state;
	pull_init(&p, str_of(NODE), &a);
	comment_read(&p, &c);
	assert_false(c.odd);
	assert_true(c.open);
	assert_string_equal(
		arena_text(&a, comment_json(&a, &c)), KEPT("x", "Z"));
	arena_release(&a);
}

static void the_number_of_a_global_id_is_its_end(void **state)
{
	(void)state;
	assert_int_equal(graphql_number(STR("gid://gitlab/WorkItem/12")), 12);
	assert_int_equal(graphql_number(STR("12")), 0);
	assert_int_equal(graphql_number(STR("gid://gitlab/WorkItem/")), 0);
	assert_int_equal(graphql_number(STR("gid://gitlab/WorkItem/1x")), 0);
	assert_int_equal(graphql_number(STR("a/99999999999999999999999")), 0);
	assert_int_equal(graphql_number(STR("")), 0);
}

static void a_member_is_added_at_the_end(void **state)
{
	static const struct {
		const char *object, *with;
	} CASES[] = {
		{"{\"a\":1}", "{\"a\":1,\"m\":[2]}"},
		{"{}", "{\"m\":[2]}"},
		{"{ } \n", "{ \"m\":[2]}"},
		{"[1]", "[1]"},
		{"", ""},
	};
	struct arena a = ARENA_INIT;

	(void)state;
	for (size_t i = 0; i < COUNT_OF(CASES); i++)
		assert_string_equal(
			arena_text(&a, member_add(&a, str_of(CASES[i].object),
					       "m", STR("[2]"))),
			CASES[i].with);
	arena_release(&a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_comment_loses_what_nobody_reads),
		cmocka_unit_test(an_odd_comment_stays_as_it_is),
		cmocka_unit_test(graphql_gives_the_same_comment),
		cmocka_unit_test(the_number_of_a_global_id_is_its_end),
		cmocka_unit_test(a_member_is_added_at_the_end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
