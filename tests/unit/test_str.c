/*
 * Slices and scanners.
 */
#include "unit.h"

#include "str.h"

static void finds_what_is_there(void **state)
{
	(void)state;
	assert_int_equal(str_find(STR("aabab"), STR("ab")), 1);
	assert_int_equal(str_find(STR("aab"), STR("abc")), STR_NONE);
	assert_int_equal(str_find(STR("x"), STR("")), 0);
	assert_int_equal(str_ifind(STR("on TRACK"), STR("track")), 3);
	assert_int_equal(str_ifind(STR("a"), STR("ab")), STR_NONE);
	assert_int_equal(str_rfind_char(STR("a/b/c"), '/'), 3);
	assert_int_equal(str_rfind_char(STR("abc"), '/'), STR_NONE);
	assert_int_equal(str_find_char((struct str){NULL, 0}, 'x'), STR_NONE);
}

static void compares_by_bytes(void **state)
{
	(void)state;
	assert_true(str_is(STR("abc"), "abc"));
	assert_false(str_is(STR("abc"), "ab"));
	assert_true(str_iis(STR("AbC"), "aBc"));
	assert_true(str_cmp(STR("a"), STR("ab")) < 0);
	assert_true(str_cmp(STR("b"), STR("ab")) > 0);
	assert_int_equal(str_cmp(STR("ab"), STR("ab")), 0);
	assert_true(str_starts(STR("okr::draft"), "okr::"));
	assert_false(str_starts(STR("ok"), "okr"));
	assert_true(str_iends(STR("page.MD"), ".md"));
	assert_false(str_ends(STR("d"), ".md"));
}

static void takes_lines_with_any_end(void **state)
{
	struct str s = STR("a\r\nb\n\nc\rd"), line;
	const char *const want[] = {"a", "b", "", "c", "d"};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(want); i++) {
		assert_true(str_take_line(&s, &line));
		assert_true(str_is(line, want[i]));
	}
	assert_false(str_take_line(&s, &line));
}

static void takes_numbers_within_bounds(void **state)
{
	struct str s = STR("120x");
	long n = 7;

	(void)state;
	assert_false(str_take_number(&s, 99, &n));
	assert_int_equal(s.n, 4);
	assert_true(str_take_number(&s, 120, &n));
	assert_int_equal(n, 120);
	assert_false(str_take_number(&s, 9, &n));
	assert_true(str_is(s, "x"));
}

static void splits_at_a_byte(void **state)
{
	struct str s = STR("a,,b"), part;

	(void)state;
	assert_true(str_take_until(&s, ',', &part));
	assert_true(str_is(part, "a"));
	assert_true(str_take_until(&s, ',', &part));
	assert_int_equal(part.n, 0);
	assert_true(str_take_until(&s, ',', &part));
	assert_true(str_is(part, "b"));
	assert_false(str_take_until(&s, ',', &part));
}

static void skips_only_what_matches(void **state)
{
	struct str s = STR(" \tKR: x");

	(void)state;
	assert_false(str_skip(&s, "KR"));
	assert_true(str_skip_blank(&s));
	assert_false(str_skip_blank(&s));
	assert_true(str_iskip(&s, "kr"));
	assert_false(str_skip_char(&s, ';'));
	assert_true(str_skip_char(&s, ':'));
	assert_true(str_is(str_trim(s), "x"));
	assert_int_equal(str_trim(STR(" \n ")).n, 0);
	assert_int_equal(str_sub(STR("abc"), 2, 1).n, 0);
	assert_true(str_is(str_sub(STR("abc"), 1, 99), "bc"));
}

static void skips_words_that_are_joined_or_in_capitals(void **state)
{
	struct str s = STR("ON_TRACK, 42"), t = STR("on-hold"),
		   u = STR("TERMIN\u00c9.");

	(void)state;
	assert_true(str_iskip_words(&s, "on track"));
	assert_true(str_is(s, ", 42"));
	assert_true(str_iskip_words(&t, "on hold"));
	assert_int_equal(t.n, 0);
	assert_true(str_iskip_words(&u, "termin\u00e9"));
	assert_true(str_is(u, "."));
	assert_false(str_iskip_words(&u, "termin\u00e9"));
	assert_true(str_is(u, "."));
}

static void counts_words_and_cuts_signs_at_the_end(void **state)
{
	(void)state;
	assert_true(str_has_digit(STR("a1")));
	assert_false(str_has_digit(STR("ab")));
	assert_int_equal(str_words(STR("")), 0);
	assert_int_equal(str_words(STR(" one\ttwo  three\n")), 3);
	assert_true(
		str_is(str_trim_end(STR("Sales team: : "), ":"), "Sales team"));
	assert_true(str_is(str_trim_end(STR(" a.b"), "."), " a.b"));
	assert_int_equal(str_trim_end(STR("::"), ":").n, 0);
	assert_int_equal(str_trim_end((struct str){"a\0", 2}, ":").n, 2);
}

static void takes_a_word_by_its_first_bytes(void **state)
{
	(void)state;
	assert_int_equal(str_letter(STR("Objective")), 'o');
	assert_int_equal(str_letter(STR("\u00fcber")), 0xc3);
	assert_int_equal(str_letter(STR("")), 0);
	assert_true(str_may_start(STR("Key"), "kept"));
	assert_true(str_may_start(STR("Key"), "k"));
	assert_true(str_may_start(STR("K"), "k"));
	assert_true(str_may_start(STR("\u00d6l"), "\u00f6k"));
	assert_true(str_may_start(STR("A\u00d6"), "a\u00f6"));
	assert_false(str_may_start(STR("Key"), "kr"));
	assert_false(str_may_start(STR("K"), "kr"));
	assert_false(str_may_start(STR("Key"), "rc"));
	assert_true(str_may_start(STR(""), ""));
	assert_false(str_may_start(STR(""), "k"));
	assert_true(str_starts(STR("Key"), ""));
	/* Other bytes that differ in the bit of case only. */
	assert_false(str_istarts(STR("@a"), "`a"));
	assert_true(str_istarts(STR("KEY result"), "key"));
	assert_int_equal(str_iprefix(STR("KEY result"), "key"), 3);
	assert_int_equal(str_prefix(STR("KEY result"), "key"), STR_NONE);
}

static void finds_bytes_of_a_kind_anywhere(void **state)
{
	(void)state;
	assert_true(str_has_high(STR("12345678\u00e9")));
	assert_true(str_has_high(STR("\u00e912345678")));
	assert_false(str_has_high(STR("plain ASCII text")));
	assert_false(str_has_high(STR("")));
	assert_true(str_has_control(STR("12345678\t")));
	assert_false(str_has_control(STR("12345678\u00e9")));
}

static void letters_of_two_bytes_compare_without_case(void **state)
{
	(void)state;
	assert_true(str_iis(
		STR("\u0426\u0435\u043b\u044c"), "\u0446\u0435\u043b\u044c"));
	assert_true(str_istarts(STR("\u041d\u0435 ..."), "\u043d\u0435"));
	assert_true(str_iis(STR("\u0406\u043d"), "\u0456\u043d"));
	assert_true(str_iis(STR("\u03a3\u03c4"), "\u03c3\u03c4"));
	assert_true(str_iis(
		STR("\u0388\u038c\u038e\u0386"), "\u03ad\u03cc\u03cd\u03ac"));
	assert_true(str_ieq(STR("\u00c9T\u00c9"), STR("\u00e9t\u00e9")));
	assert_true(str_iis(
		STR("\u0160\u0158\u0179\u0110"), "\u0161\u0159\u017a\u0111"));
	assert_true(
		str_iends(STR("a\u0427\u0410\u0421"), "\u0447\u0430\u0441"));
	assert_true(str_iis(STR("\u0218\u021a"), "\u0219\u021b"));
	assert_false(str_ieq(STR("\u00d7"), STR("\u00f7")));
	assert_false(str_iis(STR("\u0130"), "\u0131"));
	assert_false(str_iis(STR("\u0426\u0430"), "\u0446\u0435"));
	assert_false(str_iis(STR("\u03a9"), "\u03c3"));
	assert_false(
		str_ieq(STR("\u0178\u0149\u013f"), STR("\u0179\u014a\u0140")));
	assert_int_equal(str_letter(STR("\u0421")), 0xd1);
	assert_int_equal(str_letter(STR("\u03a3")), 0xcf);
	assert_int_equal(str_letter(STR("\u0410")), 0xd0);
}

/* A byte alone is no letter. */
static void broken_letters_are_compared_as_bytes(void **state)
{
	(void)state;
	assert_false(str_ieq(STR("\xd0"), STR("\xd1")));
	assert_false(str_ieq(STR("\x90z"), STR("\xb0z")));
	assert_false(str_istarts(STR("\xd0z"), "\xd1\x80"));
	assert_false(str_istarts(STR("\xd0\x90"), "\xd1"));
	assert_int_equal(str_letter(STR("\xd0")), 0xd0);
}

static void a_list_is_searched_without_case(void **state)
{
	static const char *const WORDS[] = {
		"ab", "abc", "\u00e9t\u00e9", "\u0446\u0435\u043b\u044c", NULL};

	(void)state;
	assert_true(str_is_listed(STR("ABC"), WORDS));
	assert_true(str_is_listed(STR("\u00c9T\u00c9"), WORDS));
	assert_true(str_is_listed(
		STR("\u0426\u0415\u041b\u042c"), WORDS)); /* capitals */
	assert_false(str_is_listed(STR("a"), WORDS));
	assert_false(str_is_listed(STR("abcd"), WORDS));
	assert_false(str_is_listed((struct str){NULL, 0}, WORDS));
	assert_false(str_is_listed(STR("ab"), NULL));
	assert_string_equal(str_listed_start(STR("ABCD"), WORDS), "ab");
	assert_string_equal(str_listed_start(STR("\u00c9t\u00e9 1"), WORDS),
		"\u00e9t\u00e9");
	assert_null(str_listed_start(STR("ba"), WORDS));
	assert_null(str_listed_start((struct str){NULL, 0}, WORDS));
	assert_null(str_listed_start(STR("ab"), NULL));
}

static void an_ending_may_be_all_of_it(void **state)
{
	(void)state;
	assert_true(str_ends(STR("abc"), "bc"));
	assert_true(str_ends(STR("abc"), "abc"));
	assert_true(str_ends((struct str){NULL, 0}, ""));
	assert_false(str_ends(STR("bc"), "abc"));
	assert_false(str_ends((struct str){NULL, 0}, "a"));
	assert_true(str_iends(STR("xBC"), "bc"));
	assert_true(str_iends((struct str){NULL, 0}, ""));
	assert_false(str_iends(STR("c"), "bc"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(finds_what_is_there),
		cmocka_unit_test(compares_by_bytes),
		cmocka_unit_test(takes_lines_with_any_end),
		cmocka_unit_test(takes_numbers_within_bounds),
		cmocka_unit_test(splits_at_a_byte),
		cmocka_unit_test(takes_a_word_by_its_first_bytes),
		cmocka_unit_test(finds_bytes_of_a_kind_anywhere),
		cmocka_unit_test(counts_words_and_cuts_signs_at_the_end),
		cmocka_unit_test(skips_only_what_matches),
		cmocka_unit_test(skips_words_that_are_joined_or_in_capitals),
		cmocka_unit_test(letters_of_two_bytes_compare_without_case),
		cmocka_unit_test(broken_letters_are_compared_as_bytes),
		cmocka_unit_test(a_list_is_searched_without_case),
		cmocka_unit_test(an_ending_may_be_all_of_it),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
