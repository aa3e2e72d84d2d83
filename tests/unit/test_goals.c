/*
 * The words that announce goals, and the parts of a text that stand in its
 * place in the document.
 */
#include "unit.h"

#include "read/goals_p.h"

static void goals_need_a_time_or_an_owner(void **state)
{
	(void)state;
	assert_int_equal(goals_announced(STR("goals 2025")), GOALS_TIMED);
	assert_int_equal(goals_announced(STR("Our goals")), GOALS_OURS);
	assert_int_equal(goals_announced(STR("My goals for Q3")), GOALS_BOTH);
	assert_int_equal(goals_announced(STR("Goals")), GOALS_NONE);
	assert_int_equal(goals_announced(STR("Our year")), GOALS_NONE);
}

static void a_path_announces_goals_by_one_of_its_steps(void **state)
{
	(void)state;
	assert_int_equal(goals_announced(STR("Wiki / Guides / OKR / 2026-Q1")),
		GOALS_TIMED);
	assert_int_equal(
		goals_announced(STR("Crew > Objectives > North")), GOALS_OURS);
	assert_int_equal(
		goals_announced(STR("Crew / Guides / 2026-Q1")), GOALS_NONE);
	assert_int_equal(
		goals_announced(STR("OKR guide / 2026-Q1")), GOALS_NONE);
}

static void okrs_are_goals_unless_a_line_is_about_them(void **state)
{
	(void)state;
	assert_int_equal(goals_announced(STR("OKRs of the ferry")), GOALS_OURS);
	assert_int_equal(goals_announced(STR("What OKRs are")), GOALS_NONE);
	assert_int_equal(goals_announced(STR("OKR basics")), GOALS_NONE);
}

static void a_time_may_stand_in_a_word_with_others(void **state)
{
	(void)state;
	assert_true(goals_have_time(STR("commitments 2025/26")));
	assert_true(goals_have_time(STR("Infra 2025-10")));
	assert_true(goals_have_time(STR("Jan\u2013Mar")));
	assert_false(goals_have_time(STR("what you may do")));
	assert_false(goals_have_time(STR("room 2b")));
}

static void what_stands_in_brackets_is_no_news(void **state)
{
	(void)state;
	assert_true(goals_are_news(STR("Sales were 5 on Monday")));
	assert_false(goals_are_news(STR("Release every week (was 5)")));
}

static void goals_are_announced_in_other_languages(void **state)
{
	static const char *const TITLES[] = {"Unsere Ziele 2026",
		"Nos objectifs de l'ann\u00e9e", "Mis metas para 2025",
		"Nossas metas do semestre", "I nostri obiettivi 2025",
		"Onze doelen voor dit jaar", "Nasze cele na 2025 rok",
		"\u041d\u0430\u0448\u0438 \u0446\u0435\u043b\u0438 "
		"\u043d\u0430 "
		"2025 \u0433\u043e\u0434",
		"\u6211\u4eec2025\u5e74\u7684\u76ee\u6807",
		"\u79c1\u305f\u3061\u306e\u4eca\u5e74\u306e\u76ee\u6a19"};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(TITLES); i++)
		assert_int_equal(
			goals_announced(str_of(TITLES[i])), GOALS_BOTH);
}

static void goals_of_a_course_or_a_design_are_nobodys_plan(void **state)
{
	static const char *const TITLES[] = {"Course goals 2025",
		"Goals and non-goals of our tool",
		"How to set goals every quarter", "My goals for this week",
		"Goals template 2025", "Lernziele und Ziele 2025",
		"2025\u5e74\u5b66\u7fd2\u76ee\u6a19"};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(TITLES); i++) {
		assert_int_equal(
			goals_announced(str_of(TITLES[i])), GOALS_NONE);
		assert_true(goals_are_others(str_of(TITLES[i])));
	}
}

static void what_is_wanted_announces_goals_but_names_none(void **state)
{
	(void)state;
	assert_int_equal(
		goals_announced(STR("What the club wants to achieve in 2026")),
		GOALS_BOTH);
	assert_int_equal(
		goals_named(STR("What the club wants to achieve in 2026")),
		GOALS_NONE);
	assert_int_equal(goals_named(STR("Club goals 2026")), GOALS_BOTH);
}

static void minutes_may_hold_goals_of_a_time(void **state)
{
	(void)state;
	assert_true(goals_are_others(STR("Goals of the meeting")));
	assert_false(goals_are_others(
		STR("Minutes: objectives for the second half")));
}

static void an_entry_begins_with_a_letter_or_a_number(void **state)
{
	static const char *const LINES[] = {
		"(a) Text", "b) Text", "1.2 Text", "3. Text", "\u2022 Text"};
	static const char *const OTHERS[] = {
		"Text", "12 beams", "(see below)", "a", ""};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(LINES); i++)
		assert_true(goal_begins_entry(str_of(LINES[i])));
	for (size_t i = 0; i < COUNT_OF(OTHERS); i++) {
		assert_false(goal_begins_entry(str_of(OTHERS[i])));
	}
}

static void only_a_short_label_names_steps(void **state)
{
	(void)state;
	assert_true(goals_are_steps(STR("Next steps:")));
	assert_true(goals_are_steps(STR("Ma\u00dfnahmen")));
	assert_false(goals_are_steps(STR("How we will know:")));
	assert_false(goals_are_steps(
		STR("A plan that everybody in the house can follow")));
}

static void part_of_a_text_keeps_its_lines_flags_and_links(void **state)
{
	struct arena a = {0};
	struct clean clean;
	struct block *doc, *p;
	struct rich part;

	(void)state;
	doc = doc_read(&a,
		STR("**Be fast**\nin [8 s](https://x.example)\n"
		    "and [all](https://y.example) day\n"),
		&clean);
	p = doc->first;
	assert_int_equal(p->kind, BLOCK_PARA);
	part = rich_part(&a, p, strlen("Be fast\n"), p->text.s.n);
	assert_true(str_is(part.s, "in 8 s\nand all day"));
	assert_int_equal(part.flags[0] & TEXT_BOLD, 0);
	assert_int_equal(part.links.n, 2);
	assert_int_equal(part.links.v[0].from, strlen("in "));
	assert_int_equal(part.turns.v[0].line, 2);
	assert_int_equal(part.turns.v[part.turns.n - 1].line, 3);
	part = rich_part(&a, p, 0, strlen("Be fast"));
	assert_true(str_is(part.s, "Be fast"));
	assert_int_equal(part.flags[0] & TEXT_BOLD, TEXT_BOLD);
	assert_int_equal(part.links.n, 0);
	arena_release(&a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(goals_need_a_time_or_an_owner),
		cmocka_unit_test(a_path_announces_goals_by_one_of_its_steps),
		cmocka_unit_test(okrs_are_goals_unless_a_line_is_about_them),
		cmocka_unit_test(a_time_may_stand_in_a_word_with_others),
		cmocka_unit_test(what_stands_in_brackets_is_no_news),
		cmocka_unit_test(goals_are_announced_in_other_languages),
		cmocka_unit_test(
			goals_of_a_course_or_a_design_are_nobodys_plan),
		cmocka_unit_test(only_a_short_label_names_steps),
		cmocka_unit_test(what_is_wanted_announces_goals_but_names_none),
		cmocka_unit_test(minutes_may_hold_goals_of_a_time),
		cmocka_unit_test(an_entry_begins_with_a_letter_or_a_number),
		cmocka_unit_test(
			part_of_a_text_keeps_its_lines_flags_and_links),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
