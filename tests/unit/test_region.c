/*
 * Regions: what is ours on a page, and what is not touched.
 */
#include "unit.h"

#include "region.h"

static struct str join(
	struct arena *a, const char *before, struct str part, const char *after)
{
	return str_of(
		arena_printf(a, "%s%.*s%s", before, STR_ARG(part), after));
}

static void assert_str(struct str got, struct str want)
{
	assert_int_equal(got.n, want.n);
	assert_memory_equal(got.p, want.p, want.n);
}

static void a_body_is_wrapped_with_its_checksum(void **state)
{
	struct arena a = ARENA_INIT;
	struct str r = region_wrap(&a, STR("a"));

	(void)state;
	/* FNV-1a of "a\n", from its published parameters. */
	assert_str(r, STR("<!-- okrsync:begin 089bdc07b544e7b2 -->\na\n"
			  "<!-- okrsync:end -->\n"));
	assert_str(region_body(r), STR("a\n"));
	assert_str(region_wrap(&a, STR("")),
		STR("<!-- okrsync:begin cbf29ce484222325 -->\n"
		    "<!-- okrsync:end -->\n"));
	arena_release(&a);
}

static const struct {
	const char *page;
	enum region_state state;
} STATES[] = {
	{"", REGION_NONE},
	{"text\n", REGION_NONE},
	{"text <!-- okrsync:end -->\n", REGION_NONE},
	{"> <!-- okrsync:begin 089bdc07b544e7b2 -->\n", REGION_NONE},
	{"<!-- okrsync:begin 089bdc07b544e7b2 -->\na\n<!-- okrsync:end -->",
		REGION_OURS},
	{"x\r\n<!-- okrsync:begin 089bdc07b544e7b2 -->\r\na\r\n"
	 "<!-- okrsync:end -->\r\ny",
		REGION_OURS},
	{"<!-- okrsync:begin -->\n<!-- okrsync:end -->\n", REGION_OURS},
	{"<!-- okrsync:begin -->\n\n<!-- okrsync:end -->\n", REGION_OURS},
	{"<!-- okrsync:begin -->\nmine\n<!-- okrsync:end -->\n", REGION_EDITED},
	{"<!-- okrsync:begin 089bdc07b544e7b2 -->\nb\n<!-- okrsync:end -->\n",
		REGION_EDITED},
	{"<!-- okrsync:begin 089bdc07b544e7b2 -->\na\n\n<!-- okrsync:end -->\n",
		REGION_EDITED},
	{"<!-- okrsync:begin 089c -->\na\n<!-- okrsync:end -->\n",
		REGION_BROKEN},
	{"<!-- okrsync:begin 089BDC07B544E7B2 -->\na\n<!-- okrsync:end -->\n",
		REGION_BROKEN},
	{"<!-- okrsync:begin 089bdc07b544e7b2 -->\na\n", REGION_BROKEN},
	{"a\n<!-- okrsync:end -->\n", REGION_BROKEN},
	{"<!-- okrsync:end -->\n<!-- okrsync:begin 089bdc07b544e7b2 -->\n",
		REGION_BROKEN},
	{"<!-- okrsync:begin 089bdc07b544e7b2 -->\n"
	 "<!-- okrsync:begin 089bdc07b544e7b2 -->\na\n<!-- okrsync:end -->\n",
		REGION_BROKEN},
	{"<!-- okrsync:begin 089bdc07b544e7b2 -->\na\n<!-- okrsync:end -->\n"
	 "<!-- okrsync:end -->\n",
		REGION_BROKEN},
};

static void every_state_is_told(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT_OF(STATES); i++)
		if (region_check(str_of(STATES[i].page)) != STATES[i].state)
			fail_msg("case %zu: %s", i, STATES[i].page);
	assert_int_equal(region_body(STR("x")).n, 0);
}

static void text_around_is_kept_to_the_byte(void **state)
{
	static const struct {
		const char *before, *after;
	} AROUND[] = {
		{"", ""},
		{"---\ntitle: x\n---\n", ""},
		{"a  \n\n", "\n\tb"},
		{"a\r\n", "b\r\n\r\n"},
		{"a\rb\n", "\n\n\n"},
	};
	struct arena a = ARENA_INIT;
	struct err err = ERR_INIT;
	struct str old = region_wrap(&a, STR("old\n"));
	struct str fresh = region_wrap(&a, STR("new\nlines\n")), merged;

	(void)state;
	for (size_t i = 0; i < COUNT_OF(AROUND); i++) {
		const char *before = AROUND[i].before, *after = AROUND[i].after;

		assert_int_equal(region_merge(&a, join(&a, before, old, after),
					 join(&a, "front\n", fresh, ""), false,
					 &merged, &err),
			0);
		assert_str(merged, join(&a, before, fresh, after));
	}
	/* The last line of the page may lack its end. */
	assert_int_equal(region_merge(&a, str_sub(old, 0, old.n - 1), fresh,
				 false, &merged, &err),
		0);
	assert_str(merged, str_sub(fresh, 0, fresh.n - 1));
	arena_release(&a);
}

static void windows_line_ends_are_used_where_they_were(void **state)
{
	struct arena a = ARENA_INIT;
	struct err err = ERR_INIT;
	struct str merged, again;
	struct str fresh = region_wrap(&a, STR("n\nm\n"));

	(void)state;
	assert_int_equal(region_merge(&a,
				 STR("x\r\n<!-- okrsync:begin -->\r\n"
				     "<!-- okrsync:end -->\r\ny"),
				 fresh, false, &merged, &err),
		0);
	assert_int_equal(str_find(merged, STR("x\r\n<!-- okrsync:begin ")), 0);
	assert_true(str_find(merged, STR("-->\r\nn\r\nm\r\n<!--")) != STR_NONE);
	assert_true(str_ends(merged, "<!-- okrsync:end -->\r\ny"));
	assert_int_equal(region_check(merged), REGION_OURS);
	assert_int_equal(
		region_merge(&a, merged, fresh, false, &again, &err), 0);
	assert_str(again, merged);
	arena_release(&a);
}

static void hand_edits_stop_the_page_unless_told_otherwise(void **state)
{
	static const struct {
		const char *old, *error;
		bool whole; /* overwriting replaces the whole page */
	} CASES[] = {
		{"x\n<!-- okrsync:begin 089bdc07b544e7b2 -->\nb\n"
		 "<!-- okrsync:end -->\ny\n",
			"the part between the okrsync markers was edited",
			false},
		{"<!-- okrsync:end -->\n", "the okrsync markers are damaged",
			true},
	};
	struct arena a = ARENA_INIT;
	struct str fresh = region_wrap(&a, STR("new\n")), merged;

	(void)state;
	for (size_t i = 0; i < COUNT_OF(CASES); i++) {
		struct err err = ERR_INIT;
		struct str old = str_of(CASES[i].old);

		assert_int_equal(
			region_merge(&a, old, fresh, false, &merged, &err), -1);
		assert_int_equal(err.kind, ERR_REPO);
		assert_true(str_starts(str_of(err.text), CASES[i].error));
		assert_int_equal(
			region_merge(&a, old, fresh, true, &merged, &err), 0);
		if (CASES[i].whole)
			assert_str(merged, fresh);
		else
			assert_str(merged, join(&a, "x\n", fresh, "y\n"));
	}
	arena_release(&a);
}

static void a_page_without_markers_is_never_replaced(void **state)
{
	struct arena a = ARENA_INIT;
	struct str fresh = region_wrap(&a, STR("new\n")), merged = STR("");

	(void)state;
	for (int overwrite = 0; overwrite < 2; overwrite++) {
		struct err err = ERR_INIT;

		assert_int_equal(region_merge(&a, STR("by hand\n"), fresh,
					 overwrite, &merged, &err),
			-1);
		assert_int_equal(err.kind, ERR_REPO);
		assert_true(
			str_starts(str_of(err.text), "it was written by hand"));
		assert_int_equal(merged.n, 0);
	}
	arena_release(&a);
}

static void a_new_page_is_taken_as_it_is(void **state)
{
	struct arena a = ARENA_INIT;
	struct err err = ERR_INIT;
	struct str fresh = join(
		&a, "---\nt: x\n---\n\n", region_wrap(&a, STR("new\n")), "");
	struct str merged;

	(void)state;
	assert_int_equal(
		region_merge(&a, STR(""), fresh, false, &merged, &err), 0);
	assert_str(merged, fresh);
	arena_release(&a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_body_is_wrapped_with_its_checksum),
		cmocka_unit_test(every_state_is_told),
		cmocka_unit_test(text_around_is_kept_to_the_byte),
		cmocka_unit_test(windows_line_ends_are_used_where_they_were),
		cmocka_unit_test(
			hand_edits_stop_the_page_unless_told_otherwise),
		cmocka_unit_test(a_page_without_markers_is_never_replaced),
		cmocka_unit_test(a_new_page_is_taken_as_it_is),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
