/* Seals: what is whole, and what is not any more. */
#include "seal.h"

#include "unit.h"

static void assert_str(struct str have, struct str want)
{
	if (!str_eq(have, want))
		fail_msg("\n%.*s\nis not\n%.*s", STR_ARG(have), STR_ARG(want));
}

static void a_sealed_file_is_whole(void **state)
{
	struct arena a = ARENA_INIT;
	struct str json = seal_json(&a, STR("{\n  \"a\": 1\n}\n"));
	struct str svg = seal_svg(&a, STR("<svg>\n</svg>\n"));

	(void)state;
	assert_str(json, STR("{\n  \"a\": 1,\n"
			     "  \"okrsync\": \"aa593125ec0b69af\"\n}\n"));
	assert_str(
		svg, STR("<svg>\n</svg>\n<!-- okrsync:163eb64a8321e04c -->\n"));
	assert_true(seal_is_whole(json));
	assert_true(seal_is_whole(svg));
	arena_release(&a);
}

/* Each byte counts, and each that is missing. */
static void every_edit_is_noticed(void **state)
{
	struct arena a = ARENA_INIT;
	struct str whole[] = {seal_json(&a, STR("{\n  \"a\": \"x\"\n}\n")),
		seal_svg(&a, STR("<svg>\n<text>a</text>\n</svg>\n"))};

	(void)state;
	for (size_t k = 0; k < COUNT_OF(whole); k++)
		for (size_t i = 0; i < whole[k].n; i++) {
			struct str copy = arena_str(&a, whole[k]);

			((char *)copy.p)[i] ^= 1;
			assert_false(seal_is_whole(copy));
			assert_false(seal_is_whole(str_sub(whole[k], 0, i)));
			assert_false(seal_is_whole(
				str_sub(whole[k], i + 1, whole[k].n)));
		}
	arena_release(&a);
}

static void what_we_did_not_make_is_not_whole(void **state)
{
	static const char *const OTHERS[] = {"", "{}", "{\n  \"a\": 1\n}\n",
		"<svg>\n</svg>\n",
		"{\n  \"a\": 1,\n  \"okrsync\": \"0000000000000000\"\n}\n",
		"<svg>\n</svg>\n<!-- okrsync:0000000000000000 -->\n"};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(OTHERS); i++)
		assert_false(seal_is_whole(str_of(OTHERS[i])));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_sealed_file_is_whole),
		cmocka_unit_test(every_edit_is_noticed),
		cmocka_unit_test(what_we_did_not_make_is_not_whole),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
