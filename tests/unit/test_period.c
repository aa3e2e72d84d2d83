/*
 * Periods: spellings, fiscal years, sentences with days, weeks.
 */
#include "unit.h"

#include <stdio.h>

#include "period.h"

struct sample {
	const char *text;
	int fiscal_start;
	const char *name; /* NULL: no period */
	const char *start, *end;
};

static const struct sample LABELS[] = {
	{"FY21-Q1", 2, "FY21-Q1", "2020-02-01", "2020-04-30"},
	{"FY21 Q1", 2, "FY21-Q1", "2020-02-01", "2020-04-30"},
	{"FY21Q1", 2, "FY21-Q1", "2020-02-01", "2020-04-30"},
	{"Q1FY21", 2, "FY21-Q1", "2020-02-01", "2020-04-30"},
	{"Q1 FY21", 2, "FY21-Q1", "2020-02-01", "2020-04-30"},
	{"Q1-FY2021", 2, "FY21-Q1", "2020-02-01", "2020-04-30"},
	{"fy2021-q1", 2, "FY21-Q1", "2020-02-01", "2020-04-30"},
	{"FY21-Q4", 2, "FY21-Q4", "2020-11-01", "2021-01-31"},
	{"FY21", 2, "FY21", "2020-02-01", "2021-01-31"},
	{"FY 2021", 2, "FY21", "2020-02-01", "2021-01-31"},
	{"Fiscal Year 2021", 2, "FY21", "2020-02-01", "2021-01-31"},
	{"FY25-H2", 2, "FY25-H2", "2024-08-01", "2025-01-31"},
	{"FY24-Q1", 1, "FY24-Q1", "2024-01-01", "2024-03-31"},
	{"FY24-Q1", 4, "FY24-Q1", "2023-04-01", "2023-06-30"},
	{"FY24-Q1", 7, "FY24-Q1", "2023-07-01", "2023-09-30"},
	{"FY24-Q2", 10, "FY24-Q2", "2024-01-01", "2024-03-31"},
	{"FY24-Q1", 12, "FY24-Q1", "2023-12-01", "2024-02-29"},
	{"FY23-Q1", 12, "FY23-Q1", "2022-12-01", "2023-02-28"},
	{"FY24-Q4", 3, "FY24-Q4", "2023-12-01", "2024-02-29"},
	{"FY1999-Q1", 2, "FY1999-Q1", "1998-02-01", "1998-04-30"},
	{"FY99-Q1", 2, "FY99-Q1", "2098-02-01", "2098-04-30"},
	{"FY2100", 2, "FY2100", "2099-02-01", "2100-01-31"},
	{"FY24/25", 4, "FY25", "2024-04-01", "2025-03-31"},
	{"2024/25", 4, "FY25", "2024-04-01", "2025-03-31"},
	{"Q2 2024/25", 4, "FY25-Q2", "2024-07-01", "2024-09-30"},
	{"Q1 2025", 2, "Q1 2025", "2025-01-01", "2025-03-31"},
	{"2025-Q1", 2, "Q1 2025", "2025-01-01", "2025-03-31"},
	{"2025 Q1", 2, "Q1 2025", "2025-01-01", "2025-03-31"},
	{"2025Q1", 2, "Q1 2025", "2025-01-01", "2025-03-31"},
	{"Q1/2025", 2, "Q1 2025", "2025-01-01", "2025-03-31"},
	{"Q1'25", 2, "Q1 2025", "2025-01-01", "2025-03-31"},
	{"Q1 25", 2, "Q1 2025", "2025-01-01", "2025-03-31"},
	{"1Q25", 2, "Q1 2025", "2025-01-01", "2025-03-31"},
	{"Q4, 2024", 2, "Q4 2024", "2024-10-01", "2024-12-31"},
	{"3rd quarter 2024", 2, "Q3 2024", "2024-07-01", "2024-09-30"},
	{"third quarter of 2024", 2, "Q3 2024", "2024-07-01", "2024-09-30"},
	{"Quarter 3 2024", 2, "Q3 2024", "2024-07-01", "2024-09-30"},
	{"H1 2025", 2, "H1 2025", "2025-01-01", "2025-06-30"},
	{"H2-2024", 2, "H2 2024", "2024-07-01", "2024-12-31"},
	{"2H24", 2, "H2 2024", "2024-07-01", "2024-12-31"},
	{"first half 2025", 2, "H1 2025", "2025-01-01", "2025-06-30"},
	{"CY25 Q2", 2, "Q2 2025", "2025-04-01", "2025-06-30"},
	{"2025", 2, "2025", "2025-01-01", "2025-12-31"},
	{" FY21-Q1 ", 2, "FY21-Q1", "2020-02-01", "2020-04-30"},
	{"Q5 2025", 2, NULL, NULL, NULL},
	{"H3 2025", 2, NULL, NULL, NULL},
	{"Q1", 2, NULL, NULL, NULL},
	{"25", 2, NULL, NULL, NULL},
	{"FY", 2, NULL, NULL, NULL},
	{"Q12025", 2, NULL, NULL, NULL},
	{"OKRs Q1 2025", 2, NULL, NULL, NULL},
	{"20255", 2, NULL, NULL, NULL},
	{"2024/26", 2, NULL, NULL, NULL},
	{"", 2, NULL, NULL, NULL},
	{"Phase 2", 2, NULL, NULL, NULL},
};

static const struct sample TEXTS[] = {
	{"OKRs for Q1 2025 (draft)", 2, "Q1 2025", "2025-01-01", "2025-03-31"},
	{"Team FY24-Q1: results", 2, "FY24-Q1", "2023-02-01", "2023-04-30"},
	{"Plan FY25 in brief", 2, "FY25", "2024-02-01", "2025-01-31"},
	{"Planning period | Q1 2025 (Jan 1 - Mar 31)", 2, "Q1 2025",
		"2025-01-01", "2025-03-31"},
	{"label_name[]=FY24-Q1", 2, "FY24-Q1", "2023-02-01", "2023-04-30"},
	{"in 2025 we grow", 2, NULL, NULL, NULL},
	{"Push to Q2", 2, NULL, NULL, NULL},
	{"SHA1 2025", 2, NULL, NULL, NULL},
	{"FAQ1 2025", 2, NULL, NULL, NULL},
};

static const struct sample DAYS[] = {
	{"will run from February 1, 2020 to April 30, 2020.", 2, "FY21-Q1",
		"2020-02-01", "2020-04-30"},
	{"from February 1, 2020 to April 30, 2020", 1,
		"2020-02-01 to 2020-04-30", "2020-02-01", "2020-04-30"},
	{"1 January to 31 March 2025", 2, "Q1 2025", "2025-01-01",
		"2025-03-31"},
	{"(Jan 1 - Mar 31, 2025)", 2, "Q1 2025", "2025-01-01", "2025-03-31"},
	{"Jan 1st \u2013 Jun 30th 2025", 2, "H1 2025", "2025-01-01",
		"2025-06-30"},
	{"2025-07-01 to 2025-09-30", 2, "Q3 2025", "2025-07-01", "2025-09-30"},
	{"1 Dec 2023 until 29 February 2024", 12, "FY24-Q1", "2023-12-01",
		"2024-02-29"},
	{"November 1 to January 31, 2021", 2, "FY21-Q4", "2020-11-01",
		"2021-01-31"},
	{"1 February 2024 through 31 January 2025", 2, "FY25", "2024-02-01",
		"2025-01-31"},
	{"1 January 2024 to 31 December 2024", 2, "2024", "2024-01-01",
		"2024-12-31"},
	{"3 March 2025 to 11 April 2025", 2, "2025-03-03 to 2025-04-11",
		"2025-03-03", "2025-04-11"},
	{"from 30 February 2025 to 31 March 2025", 2, NULL, NULL, NULL},
	{"from March to May", 2, NULL, NULL, NULL},
	{"1 January to 31 March", 2, NULL, NULL, NULL},
	{"from 31 March 2025 to 1 March 2025", 2, NULL, NULL, NULL},
	{"we may 5 and 6", 2, NULL, NULL, NULL},
};

static const char *day_text(struct date d, char *text)
{
	snprintf(text, 40, "%04d-%02d-%02d", d.year, d.month, d.day);
	return text;
}

static int check(const struct sample *s, bool found, const struct period *p)
{
	char start[40], end[40];

	if (found != (s->name != NULL)) {
		print_error("'%s': %s\n", s->text, found ? p->name : "none");
		return 1;
	}
	if (!found)
		return 0;
	if (!strcmp(p->name, s->name) &&
		!strcmp(day_text(p->start, start), s->start) &&
		!strcmp(day_text(p->end, end), s->end))
		return 0;
	print_error("'%s': %s %s %s\n", s->text, p->name,
		day_text(p->start, start), day_text(p->end, end));
	return 1;
}

typedef bool reader(struct arena *, struct str, int, struct period *);

static int check_all(reader *read, const struct sample *s, size_t n)
{
	struct arena a = ARENA_INIT;
	int wrong = 0;

	for (size_t i = 0; i < n; i++) {
		struct period p = {.name = "untouched"};

		wrong += check(&s[i],
			read(&a, str_of(s[i].text), s[i].fiscal_start, &p), &p);
	}
	arena_release(&a);
	return wrong;
}

static void labels_are_read_in_all_spellings(void **state)
{
	(void)state;
	assert_int_equal(check_all(period_parse, LABELS, COUNT_OF(LABELS)), 0);
}

static void the_first_period_in_a_text_is_found(void **state)
{
	(void)state;
	assert_int_equal(check_all(period_find, TEXTS, COUNT_OF(TEXTS)), 0);
}

static void days_in_a_sentence_are_a_period(void **state)
{
	(void)state;
	assert_int_equal(check_all(period_find_days, DAYS, COUNT_OF(DAYS)), 0);
}

static void every_day_lies_in_its_quarter(void **state)
{
	(void)state;
	for (int start = 1; start <= 12; start++) {
		struct date day = {2023, 11, 1};

		for (int i = 0; i < 500; i++, day = date_add(day, 1)) {
			struct arena a = ARENA_INIT;
			struct period p = period_of_day(&a, day, start, true);
			struct period again;

			assert_true(date_cmp(p.start, day) <= 0);
			assert_true(date_cmp(day, p.end) <= 0);
			assert_true(period_parse(
				&a, str_of(p.name), start, &again));
			assert_int_equal(period_cmp(&p, &again), 0);
			arena_release(&a);
		}
	}
}

static void quarters_of_a_day_know_leap_years(void **state)
{
	struct arena a = ARENA_INIT;
	struct period p = period_of_day(
		&a, (struct date){2024, 2, 29}, FISCAL_START_DEFAULT, true);

	(void)state;
	assert_string_equal(p.name, "FY25-Q1");
	assert_int_equal(period_days(&p), 90);
	p = period_of_day(&a, (struct date){2024, 1, 31}, 2, true);
	assert_string_equal(p.name, "FY24-Q4");
	p = period_of_day(&a, (struct date){2024, 1, 31}, 2, false);
	assert_string_equal(p.name, "Q1 2024");
	assert_int_equal(period_days(&p), 91);
	arena_release(&a);
}

static const struct {
	const char *from;
	int steps;
	const char *to;
} STEPS[] = {
	{"FY21-Q1", 1, "FY21-Q2"},
	{"FY21-Q4", 1, "FY22-Q1"},
	{"FY21-Q1", -1, "FY20-Q4"},
	{"Q1 2025", -1, "Q4 2024"},
	{"Q4 2024", 5, "Q1 2026"},
	{"H2 2024", 1, "H1 2025"},
	{"FY25", 1, "FY26"},
	{"2025", -2, "2023"},
	{"FY25", 0, "FY25"},
	{"FY99-Q4", 1, "FY2100-Q1"},
	{"FY2100-Q1", -1, "FY99-Q4"},
	{"FY1999-H2", 1, "FY00-H1"},
};

static void steps_cross_the_years(void **state)
{
	struct arena a = ARENA_INIT;
	struct period p, q;

	(void)state;
	for (size_t i = 0; i < COUNT_OF(STEPS); i++) {
		assert_true(period_parse(&a, str_of(STEPS[i].from), 2, &p));
		assert_true(period_step(&a, &p, STEPS[i].steps, 2, &q));
		assert_string_equal(q.name, STEPS[i].to);
	}
	assert_false(period_step(&a, &p, 50000, 2, &q));
	assert_false(period_step(&a, &p, -20000, 2, &q));
	p.name = "2025-03-03 to 2025-04-11";
	assert_false(period_step(&a, &p, 1, 2, &q));
	arena_release(&a);
}

static void days_and_weeks_are_counted(void **state)
{
	struct period p = {"Q1 2025", {2025, 1, 1}, {2025, 3, 31}};
	struct period unset = {.name = "soon"};

	(void)state;
	assert_int_equal(period_days(&p), 90);
	assert_int_equal(period_weeks(&p), 13);
	assert_int_equal(period_days_gone(&p, (struct date){2024, 12, 31}), 0);
	assert_int_equal(period_days_gone(&p, (struct date){2025, 1, 1}), 1);
	assert_int_equal(period_days_gone(&p, (struct date){2025, 3, 31}), 90);
	assert_int_equal(period_days_gone(&p, (struct date){2026, 1, 1}), 90);
	assert_int_equal(period_week(&p, (struct date){2025, 1, 7}), 1);
	assert_int_equal(period_week(&p, (struct date){2025, 1, 8}), 2);
	assert_int_equal(period_week(&p, (struct date){2025, 2, 1}), 5);
	assert_int_equal(period_week(&p, (struct date){2024, 1, 8}), 0);
	/* 92 days: the last week has eight. */
	p = (struct period){"Q4 2024", {2024, 10, 1}, {2024, 12, 31}};
	assert_int_equal(period_weeks(&p), 13);
	assert_int_equal(period_week(&p, (struct date){2024, 12, 24}), 13);
	assert_int_equal(period_week(&p, (struct date){2024, 12, 31}), 13);
	assert_int_equal(period_week(&p, (struct date){2025, 2, 1}), 13);
	p.start = (struct date){2024, 12, 30};
	assert_int_equal(period_weeks(&p), 1);
	assert_int_equal(period_weeks(&unset), 0);
	assert_int_equal(period_days(&unset), 0);
	assert_int_equal(period_days_gone(&unset, p.start), 0);
}

static const struct {
	const char *name, *slug;
} SLUGS[] = {
	{"FY24-Q1", "fy24-q1"},
	{"Q1 2025", "2025-q1"},
	{"H2 2025", "2025-h2"},
	{"FY25", "fy25"},
	{"2025", "2025"},
	{"2025-03-03 to 2025-04-11", "2025-03-03-to-2025-04-11"},
	{"\xc3\xa9t\xc3\xa9 / 25", "t-25"},
	{"", "period"},
	{"../..", "period"},
};

static void slugs_are_safe_file_names(void **state)
{
	struct arena a = ARENA_INIT;

	(void)state;
	for (size_t i = 0; i < COUNT_OF(SLUGS); i++) {
		struct period p = {.name = SLUGS[i].name};

		assert_string_equal(period_slug(&a, &p), SLUGS[i].slug);
	}
	arena_release(&a);
}

static void periods_sort_by_their_start(void **state)
{
	struct period a = {"Q1 2025", {2025, 1, 1}, {2025, 3, 31}};
	struct period b = {"2025", {2025, 1, 1}, {2025, 12, 31}};
	struct period c = {"Q2 2025", {2025, 4, 1}, {2025, 6, 30}};

	(void)state;
	assert_true(period_cmp(&a, &c) < 0);
	assert_true(period_cmp(&b, &a) < 0);
	assert_int_equal(period_cmp(&a, &a), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(labels_are_read_in_all_spellings),
		cmocka_unit_test(the_first_period_in_a_text_is_found),
		cmocka_unit_test(days_in_a_sentence_are_a_period),
		cmocka_unit_test(every_day_lies_in_its_quarter),
		cmocka_unit_test(quarters_of_a_day_know_leap_years),
		cmocka_unit_test(steps_cross_the_years),
		cmocka_unit_test(days_and_weeks_are_counted),
		cmocka_unit_test(slugs_are_safe_file_names),
		cmocka_unit_test(periods_sort_by_their_start),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
