/*
 * UTF-8, one character at a time.
 */
#include "unit.h"

#include "utf.h"

static void every_character_is_written_and_measured(void **state)
{
	char bytes[4];

	(void)state;
	for (long c = 0; c <= 0x10ffff; c++) {
		size_t n = (size_t)(utf_put(bytes, c) - bytes);
		size_t want = c < 0x80      ? 1
			      : c < 0x800   ? 2
			      : c < 0x10000 ? 3
					    : 4;

		assert_int_equal(n, want);
		if (c >= 0xd800 && c <= 0xdfff)
			want = 0;
		assert_int_equal(utf_length((struct str){bytes, n}), want);
		for (size_t cut = 1; cut < n; cut++)
			assert_int_equal(
				utf_length((struct str){bytes, cut}), 0);
	}
}

static void broken_sequences_have_no_length(void **state)
{
	static const char *const BROKEN[] = {"\x80", "\xbf", "\xc0\xaf",
		"\xc1\xbf", "\xc3(", "\xe0\x9f\xbf", "\xe2\x82(",
		"\xed\xa0\x80", "\xf0\x8f\xbf\xbf", "\xf0\x9f\x98(",
		"\xf4\x90\x80\x80", "\xf5\x80\x80\x80", "\xfe", "\xff"};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(BROKEN); i++)
		assert_int_equal(utf_length(str_of(BROKEN[i])), 0);
}

static void only_the_first_character_counts(void **state)
{
	(void)state;
	assert_int_equal(utf_length(STR("a\xff")), 1);
	assert_int_equal(utf_length(STR("\xc3\xa9\xff")), 2);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_character_is_written_and_measured),
		cmocka_unit_test(broken_sequences_have_no_length),
		cmocka_unit_test(only_the_first_character_counts),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
