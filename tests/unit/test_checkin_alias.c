/*
 * Words that stand for each other in the names of key results.
 */
#include "unit.h"

#include "read/checkin_alias_p.h"

static uint64_t senses(const char *word)
{
	return alias_senses(str_of(word));
}

static bool are_alike(const char *word, const char *text)
{
	return (senses(word) & alias_text_senses(str_of(text))) != 0;
}

static bool is_cut(const char *word, const char *text)
{
	return alias_is_cut(str_of(word), str_of(text));
}

static void a_word_has_the_senses_of_its_synonyms(void **state)
{
	(void)state;
	assert_true(are_alike("Punctuality", "On-time departures"));
	assert_true(are_alike("takings", "Grow weekday sales"));
	assert_true(are_alike("sales", "Sell 8,000 bottles"));
	assert_true(are_alike("Krankenstand", "Fehlzeiten senken"));
	assert_true(are_alike("d\u00e9penses", "co\u00fbts"));
}

static void the_first_and_the_last_of_the_list_are_found(void **state)
{
	static const char *const WORDS[] = {"abfall", "absence", "app",
		"umsatz", "visitors", "zufriedenheit", "\u00e9nergie"};

	(void)state;
	for (size_t i = 0; i + 1 < COUNT_OF(WORDS); i++)
		assert_true(senses(WORDS[i]));
	assert_false(senses(WORDS[COUNT_OF(WORDS) - 1]));
}

static void other_words_have_no_senses(void **state)
{
	(void)state;
	assert_false(senses("deal"));
	assert_false(senses(""));
	assert_false(senses("saless"));
	assert_false(are_alike("uptime", "Close 15 deals"));
	assert_false(are_alike("deals", "Close 15 deals"));
}

static void a_cut_word_is_the_beginning_of_a_longer_one(void **state)
{
	(void)state;
	assert_true(is_cut("Auth", "Authorisation rate from 91% to 94%"));
	assert_true(is_cut("certs", "Obtain 4 certifications"));
	assert_false(is_cut("auth", "Write 3 novels"));
	assert_false(is_cut("auth", "The auths"));
	assert_false(is_cut("test", "Collect 20 testimonials"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_word_has_the_senses_of_its_synonyms),
		cmocka_unit_test(the_first_and_the_last_of_the_list_are_found),
		cmocka_unit_test(other_words_have_no_senses),
		cmocka_unit_test(a_cut_word_is_the_beginning_of_a_longer_one),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
