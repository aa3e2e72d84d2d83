/*
 * Verbs, and the words and emoji of health.
 */
#include "unit.h"

#include "okr/verbs_other_p.h"
#include "okr/verbs_p.h"
#include "okr/verbs_told_p.h"
#include "words.h"

static const struct {
	const char *word;
	enum verb_sense plain, inflected;
} SAMPLES[] = {
	{"Increase", VERB_UP, VERB_UP},
	{"increases", VERB_NONE, VERB_UP},
	{"increasing", VERB_NONE, VERB_UP},
	{"increased", VERB_NONE, VERB_UP},
	{"grew", VERB_NONE, VERB_UP},
	{"REDUCE", VERB_DOWN, VERB_DOWN},
	{"reducing", VERB_NONE, VERB_DOWN},
	{"cutting", VERB_NONE, VERB_DOWN},
	{"dropped", VERB_NONE, VERB_DOWN},
	{"improve", VERB_CHANGE, VERB_CHANGE},
	{"reaches", VERB_NONE, VERB_REACH},
	{"Maintain", VERB_KEEP, VERB_KEEP},
	{"Launch", VERB_MAKE, VERB_MAKE},
	{"launched", VERB_NONE, VERB_MAKE},
	{"Hire", VERB_MAKE, VERB_MAKE},
	{"Kunden", VERB_NONE, VERB_NONE},
	{"revenue", VERB_NONE, VERB_NONE},
	{"", VERB_NONE, VERB_NONE},
	{"s", VERB_NONE, VERB_NONE},
	{"ing", VERB_NONE, VERB_NONE},
};

static void verbs_are_known_in_their_forms(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT_OF(SAMPLES); i++) {
		struct str word = str_of(SAMPLES[i].word);

		assert_int_equal(verb_sense(word, false), SAMPLES[i].plain);
		assert_int_equal(verb_sense(word, true), SAMPLES[i].inflected);
	}
}

static void verbs_have_directions(void **state)
{
	(void)state;
	assert_int_equal(verb_direction(VERB_UP), DIRECTION_INCREASE);
	assert_int_equal(verb_direction(VERB_DOWN), DIRECTION_DECREASE);
	assert_int_equal(verb_direction(VERB_REACH), DIRECTION_REACH);
	assert_int_equal(verb_direction(VERB_KEEP), DIRECTION_NONE);
}

static const struct {
	const char *text;
	enum health health;
	const char *words;
} CELLS[] = {
	{"\U0001f7e1 On track", HEALTH_NEEDS_ATTENTION, "On track"},
	{"\U0001f7e2 Ahead", HEALTH_ON_TRACK, "Ahead"},
	{"\U0001f7e1 Behind", HEALTH_NEEDS_ATTENTION, "Behind"},
	{"\U0001f534", HEALTH_AT_RISK, ""},
	{"\U0001f7e0 slow", HEALTH_NEEDS_ATTENTION, "slow"},
	{"\u2705 Done", HEALTH_ON_TRACK, "Done"},
	{"\u26a0\ufe0f late", HEALTH_NEEDS_ATTENTION, "late"},
	{":red_circle: stuck", HEALTH_AT_RISK, "stuck"},
	{":large_green_circle:", HEALTH_ON_TRACK, ""},
	{"Green", HEALTH_ON_TRACK, "Green"},
	{"AMBER", HEALTH_NEEDS_ATTENTION, "AMBER"},
	{"yellow", HEALTH_NEEDS_ATTENTION, "yellow"},
	{"Red", HEALTH_AT_RISK, "Red"},
	{"RAG: red", HEALTH_AT_RISK, "RAG: red"},
	{"On track", HEALTH_ON_TRACK, "On track"},
	{"on-track", HEALTH_ON_TRACK, "on-track"},
	{"Not on track", HEALTH_AT_RISK, "Not on track"},
	{"At risk", HEALTH_AT_RISK, "At risk"},
	{"Not at risk", HEALTH_ON_TRACK, "Not at risk"},
	{"Off track", HEALTH_AT_RISK, "Off track"},
	{"Behind", HEALTH_NEEDS_ATTENTION, "Behind"},
	{"Needs attention", HEALTH_NEEDS_ATTENTION, "Needs attention"},
	{"Blocked", HEALTH_AT_RISK, "Blocked"},
	{"Watchpoint", HEALTH_NEEDS_ATTENTION, "Watchpoint"},
	{"delivered", HEALTH_NONE, "delivered"},
	{"credit", HEALTH_NONE, "credit"},
	{"greenfield", HEALTH_NONE, "greenfield"},
	{"unblocked", HEALTH_NONE, "unblocked"},
	{"In QA", HEALTH_NONE, "In QA"},
	{"\U0001f680 soon", HEALTH_NONE, "soon"},
	{"", HEALTH_NONE, ""},
	{"10:30: fine", HEALTH_NONE, "10:30: fine"},
};

static void health_is_read_from_words_and_emoji(void **state)
{
	struct arena a = ARENA_INIT;
	const char *words;

	(void)state;
	for (size_t i = 0; i < COUNT_OF(CELLS); i++) {
		struct str text = str_of(CELLS[i].text);

		assert_int_equal(
			health_read(&a, text, &words), CELLS[i].health);
		assert_string_equal(words, CELLS[i].words);
		assert_int_equal(health_read(&a, text, NULL), CELLS[i].health);
	}
	arena_release(&a);
}

static const struct {
	const char *text;
	enum health health; /* HEALTH_NONE: not taken */
	const char *rest;
} STARTS[] = {
	{"\U0001f7e1 Yellow - $14.5M", HEALTH_NEEDS_ATTENTION, " - $14.5M"},
	{"Green: 105 days", HEALTH_ON_TRACK, ": 105 days"},
	{"\U0001f7e2 - 105 days", HEALTH_ON_TRACK, "- 105 days"},
	{"On track, 60%", HEALTH_ON_TRACK, ", 60%"},
	{"\U0001f680 Red alert", HEALTH_AT_RISK, " alert"},
	{"Reduce red tape", HEALTH_NONE, "Reduce red tape"},
	{"redis is slow", HEALTH_NONE, "redis is slow"},
	{"\U0001f680 soon", HEALTH_NONE, "\U0001f680 soon"},
	{"", HEALTH_NONE, ""},
};

static void health_is_taken_from_the_beginning(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT_OF(STARTS); i++) {
		struct str s = str_of(STARTS[i].text);
		enum health h = HEALTH_NONE;

		assert_int_equal(
			health_take(&s, &h), STARTS[i].health != HEALTH_NONE);
		assert_int_equal(h, STARTS[i].health);
		assert_true(str_is(s, STARTS[i].rest));
	}
}

static void broken_bytes_are_no_emoji_beyond_the_end(void **state)
{
	struct str s = {"\xf0\x9f", 2};

	(void)state;
	assert_int_equal(emoji_take(&s).n, 2);
	assert_int_equal(s.n, 0);
	assert_int_equal(emoji_take(&s).n, 0);
}

static void check_order(const struct verb *v, size_t n, bool inflected)
{
	for (size_t i = 0; i < n; i++) {
		assert_true(i == 0 || strcmp(v[i - 1].word, v[i].word) < 0);
		assert_int_equal(
			verb_sense(str_of(v[i].word), inflected), v[i].sense);
	}
}

static void the_verbs_stand_in_order(void **state)
{
	(void)state;
	check_order(VERBS, COUNT_OF(VERBS), false);
	check_order(VERBS_OTHER, COUNT_OF(VERBS_OTHER), false);
	check_order(VERBS_TOLD, COUNT_OF(VERBS_TOLD), true);
}

static void verbs_may_begin_with_a_capital_of_any_language(void **state)
{
	static const struct verb CAPITALS[] = {
		{"Reach", VERB_REACH},
		{"\u00d6ka", VERB_UP},
		{"\u00c9lever", VERB_UP},
		{"\u0110\u1ea1t", VERB_REACH},
		{"\u0421\u043d\u0438\u0437\u0438\u0442\u044c", VERB_DOWN},
		{"\u041f\u043e\u0432\u044b\u0441\u0438\u0442\u044c", VERB_UP},
		{"\u00d6", VERB_NONE},
		{"", VERB_NONE},
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(CAPITALS); i++)
		assert_int_equal(verb_sense(str_of(CAPITALS[i].word), false),
			CAPITALS[i].sense);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_verbs_stand_in_order),
		cmocka_unit_test(
			verbs_may_begin_with_a_capital_of_any_language),
		cmocka_unit_test(verbs_are_known_in_their_forms),
		cmocka_unit_test(verbs_have_directions),
		cmocka_unit_test(health_is_read_from_words_and_emoji),
		cmocka_unit_test(health_is_taken_from_the_beginning),
		cmocka_unit_test(broken_bytes_are_no_emoji_beyond_the_end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
