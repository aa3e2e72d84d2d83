/*
 * Timetables: the seeds' dates, every length and start month, what is due,
 * and calendar files.
 */
#include "unit.h"

#include <libical/ical.h>
#include <stdio.h>
#include <string.h>

#include "calendar.h"
#include "cli/ics_p.h"

enum { ICS_BYTES = 1024 * 1024, LINE_OCTETS = 75 };

static struct date day(const char *text)
{
	struct date d;

	if (!date_parse(str_of(text), &d))
		fail_msg("not a day: %s", text);
	return d;
}

static struct calendar make(
	struct arena *a, const char *period, int start, const char *today)
{
	struct period p;
	struct date d = {0, 0, 0};

	if (!period_parse(a, str_of(period), start, &p))
		fail_msg("not a period: %s", period);
	return calendar_make(a, &p, start, today ? day(today) : d);
}

static const struct calendar_step *find(
	const struct calendar *c, const char *id)
{
	for (size_t i = 0; i < c->steps.n; i++)
		if (!strcmp(c->steps.v[i].id, id))
			return &c->steps.v[i];
	return NULL;
}

static const struct {
	const char *period;
	int fiscal_start;
	const char *id, *when, *from, *to;
} DAYS[] = {
	/* the customer success schedule, before FY24-Q1 */
	{"FY24-Q1", 2, "top-goals", "4 weeks out", "2023-01-04", "2023-01-10"},
	{"FY24-Q1", 2, "draft", "4 weeks out", "2023-01-04", "2023-01-10"},
	{"FY24-Q1", 2, "standing", "4 weeks out", "2023-01-04", "2023-01-10"},
	{"FY24-Q1", 2, "draft-review", "2 weeks out", "2023-01-18",
		"2023-01-24"},
	{"FY24-Q1", 2, "polish", "2 weeks out", "2023-01-18", "2023-01-24"},
	{"FY24-Q1", 2, "closing", "1 week out", "2023-01-25", "2023-01-31"},
	{"FY24-Q1", 2, "start", "start", "2023-02-01", "2023-02-01"},
	/* the product team's cadence in Q1 2025 */
	{"Q1 2025", 2, "check-in", "every Monday", "2025-01-06", "2025-03-31"},
	{"Q1 2025", 2, "mid-review", "week 6", "2025-02-05", "2025-02-11"},
	{"Q1 2025", 2, "grading", "week 13", "2025-03-26", "2025-03-31"},
	{"Q1 2025", 2, "final", "5 days after", "2025-04-05", "2025-04-05"},
	/* over the new year */
	{"Q1 2025", 1, "top-goals", "4 weeks out", "2024-12-04", "2024-12-10"},
	{"FY25-Q4", 1, "final", "5 days after", "2026-01-05", "2026-01-05"},
	/* 29 February: a day of the period, before it, its last day */
	{"FY25-Q1", 2, "plan-next", "4 weeks to go", "2024-04-03",
		"2024-04-03"},
	{"FY25-Q1", 2, "mid-review", "week 6", "2024-03-07", "2024-03-13"},
	{"FY26-Q1", 2, "mid-review", "week 6", "2025-03-08", "2025-03-14"},
	{"FY25-Q1", 3, "top-goals", "4 weeks out", "2024-02-02", "2024-02-08"},
	{"FY26-Q1", 3, "top-goals", "4 weeks out", "2025-02-01", "2025-02-07"},
	{"FY24-Q1", 12, "final", "5 days after", "2024-03-05", "2024-03-05"},
	{"FY24-Q1", 12, "grading", "week 13", "2024-02-23", "2024-02-29"},
	{"FY23-Q1", 12, "grading", "week 13", "2023-02-23", "2023-02-28"},
	/* 92 days: the day beyond 13 weeks belongs to the last one */
	{"Q3 2025", 2, "grading", "week 13", "2025-09-23", "2025-09-30"},
	/* halves and years */
	{"H1 2025", 2, "mid-review", "week 13", "2025-03-26", "2025-04-01"},
	{"H2 2024", 2, "grading", "week 26", "2024-12-23", "2024-12-31"},
	{"FY25", 2, "first-quarter", "week 13", "2024-04-25", "2024-05-01"},
	{"FY25", 2, "mid-review", "week 26", "2024-07-25", "2024-07-31"},
	{"FY25", 2, "third-quarter", "week 39", "2024-10-24", "2024-10-30"},
	{"FY25", 2, "grading", "week 52", "2025-01-23", "2025-01-31"},
	{"2024", 2, "grading", "week 52", "2024-12-23", "2024-12-31"},
	{"FY25-Q2", 10, "start", "start", "2025-01-01", "2025-01-01"},
};

static void steps_have_the_days_of_the_seeds(void **state)
{
	int wrong = 0;

	(void)state;
	for (size_t i = 0; i < COUNT_OF(DAYS); i++) {
		struct arena a = ARENA_INIT;
		struct calendar c =
			make(&a, DAYS[i].period, DAYS[i].fiscal_start, NULL);
		const struct calendar_step *s = find(&c, DAYS[i].id);

		if (!s || strcmp(s->when, DAYS[i].when) ||
			date_cmp(s->from, day(DAYS[i].from)) ||
			date_cmp(s->to, day(DAYS[i].to))) {
			print_error("%s %s: %s %d-%d-%d to %d-%d-%d\n",
				DAYS[i].period, DAYS[i].id, s ? s->when : "-",
				s ? s->from.year : 0, s ? s->from.month : 0,
				s ? s->from.day : 0, s ? s->to.year : 0,
				s ? s->to.month : 0, s ? s->to.day : 0);
			wrong++;
		}
		arena_release(&a);
	}
	assert_int_equal(wrong, 0);
}

static void only_years_have_quarterly_reviews(void **state)
{
	struct arena a = ARENA_INIT;
	struct calendar year = make(&a, "2025", 2, NULL);
	struct calendar half = make(&a, "H1 2025", 2, NULL);
	struct calendar quarter = make(&a, "Q1 2025", 2, NULL);

	(void)state;
	assert_non_null(find(&year, "first-quarter"));
	assert_null(find(&half, "first-quarter"));
	assert_null(find(&quarter, "third-quarter"));
	assert_int_equal(year.steps.n, 14);
	assert_int_equal(quarter.steps.n, 12);
	assert_string_equal(
		find(&year, "mid-review")->title, "Mid-year review");
	assert_string_equal(
		find(&half, "mid-review")->title, "Mid-half review");
	assert_string_equal(
		find(&quarter, "mid-review")->title, "Mid-quarter review");
	arena_release(&a);
}

/* What holds for any calendar. */
static void check_steps(const struct calendar *c)
{
	const struct period *p = &c->period;
	const struct calendar_step *check_in = find(c, "check-in");
	int mondays = 0;

	for (struct date d = p->start; date_cmp(d, p->end) <= 0;
		d = date_add(d, 1))
		mondays += date_weekday(d) == 0;
	assert_int_equal(check_in ? check_in->times : 0, mondays);
	if (check_in)
		assert_int_equal(date_diff(check_in->from, check_in->to),
			7 * (mondays - 1));
	assert_int_equal(date_cmp(find(c, "start")->from, p->start), 0);
	assert_int_equal(date_cmp(find(c, "grading")->to, p->end), 0);
	assert_int_equal(date_diff(p->end, find(c, "final")->from), 5);
	for (size_t i = 0; i < c->steps.n; i++) {
		const struct calendar_step *s = &c->steps.v[i];

		assert_true(date_cmp(s->from, s->to) <= 0);
		assert_true(s->times == 1 || s == check_in);
		assert_null(strchr(s->title, '{'));
		assert_null(strchr(s->about, '{'));
		if (i > 0)
			assert_true(date_cmp(s[-1].from, s->from) <= 0);
	}
}

static void every_fiscal_year_has_its_timetable(void **state)
{
	static const char *const PARTS[] = {
		"-Q1", "-Q2", "-Q3", "-Q4", "-H1", "-H2", ""};
	static const int WEEKS[] = {13, 13, 13, 13, 26, 26, 52};

	(void)state;
	for (int start = 1; start <= 12; start++)
		for (int year = 2023; year <= 2029; year++)
			for (size_t i = 0; i < COUNT_OF(PARTS); i++) {
				struct arena a = ARENA_INIT;
				struct calendar c = make(&a,
					arena_printf(
						&a, "FY%d%s", year, PARTS[i]),
					start, "2026-05-05");

				assert_int_equal(c.weeks, WEEKS[i]);
				assert_true(c.week <= c.weeks);
				check_steps(&c);
				arena_release(&a);
			}
}

static void the_next_timetable_begins_when_it_is_announced(void **state)
{
	struct arena a = ARENA_INIT;
	struct calendar c = make(&a, "FY24-Q4", 2, NULL);
	struct calendar next = make(&a, c.after, 2, NULL);

	(void)state;
	assert_string_equal(c.before, "FY24-Q3");
	assert_string_equal(c.after, "FY25-Q1");
	assert_string_equal(
		find(&c, "plan-next")->title, "Planning of FY25-Q1 begins");
	assert_string_equal(
		find(&next, "closing")->title, "Closing ceremony of FY24-Q4");
	assert_int_equal(date_cmp(find(&c, "plan-next")->from,
				 find(&next, "draft")->from),
		0);
	arena_release(&a);
}

static void spans_of_any_days_have_a_timetable(void **state)
{
	static const struct period SPANS[] = {
		{"2025-03-04 to 2025-03-04", {2025, 3, 4}, {2025, 3, 4}},
		{"2025-03-04 to 2025-03-06", {2025, 3, 4}, {2025, 3, 6}},
		{"2025-03-03 to 2025-04-11", {2025, 3, 3}, {2025, 4, 11}},
		{"2024-03-03 to 2026-04-11", {2024, 3, 3}, {2026, 4, 11}},
	};
	struct arena a = ARENA_INIT;

	(void)state;
	for (size_t i = 0; i < COUNT_OF(SPANS); i++) {
		struct calendar c = calendar_make(
			&a, &SPANS[i], 2, (struct date){2025, 3, 5});

		check_steps(&c);
		assert_string_equal(c.length, "period");
		assert_string_equal(c.before, "the period before");
		assert_string_equal(c.after, "the next period");
		assert_true(c.weeks >= 1);
		assert_true(date_cmp(find(&c, "mid-review")->to,
				    SPANS[i].end) <= 0);
	}
	arena_release(&a);
}

static void steps_move_okrs_through_their_states(void **state)
{
	static const struct {
		const char *id;
		enum state state;
	} MOVES[] = {{"draft", STATE_DRAFT}, {"draft-review", STATE_REVIEW},
		{"start", STATE_ACTIVE}, {"final", STATE_CLOSED}};
	struct arena a = ARENA_INIT;
	struct calendar c = make(&a, "Q1 2025", 2, NULL);
	size_t at = 0;

	(void)state;
	for (size_t i = 0; i < c.steps.n; i++) {
		if (c.steps.v[i].state == STATE_NONE)
			continue;
		assert_true(at < COUNT_OF(MOVES));
		assert_string_equal(c.steps.v[i].id, MOVES[at].id);
		assert_int_equal(c.steps.v[i].state, MOVES[at].state);
		at++;
	}
	assert_int_equal(at, COUNT_OF(MOVES));
	arena_release(&a);
}

static const struct {
	const char *today, *id;
	enum due due;
	const char *soon; /* NULL: no time is left */
} DUES[] = {
	{"2024-12-03", "draft", DUE_NEXT, "2024-12-04"},
	{"2024-12-03", "standing", DUE_NEXT, "2024-12-04"},
	{"2024-12-03", "polish", DUE_LATER, "2024-12-18"},
	{"2024-12-04", "draft", DUE_NOW, "2024-12-04"},
	{"2024-12-10", "draft", DUE_NOW, "2024-12-10"},
	{"2024-12-11", "draft", DUE_PAST, NULL},
	{"2024-12-11", "polish", DUE_NEXT, "2024-12-18"},
	{"2024-12-31", "start", DUE_NEXT, "2025-01-01"},
	{"2025-01-01", "start", DUE_NOW, "2025-01-01"},
	{"2025-01-01", "check-in", DUE_NEXT, "2025-01-06"},
	{"2025-01-06", "check-in", DUE_NOW, "2025-01-06"},
	{"2025-01-06", "mid-review", DUE_NEXT, "2025-02-05"},
	{"2025-01-07", "check-in", DUE_NOW, "2025-01-13"},
	{"2025-01-13", "check-in", DUE_NOW, "2025-01-13"},
	{"2025-03-31", "check-in", DUE_NOW, "2025-03-31"},
	{"2025-04-01", "check-in", DUE_PAST, NULL},
	{"2025-04-01", "final", DUE_NEXT, "2025-04-05"},
	{"2025-04-06", "final", DUE_PAST, NULL},
};

static void today_tells_what_is_due(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT_OF(DUES); i++) {
		struct arena a = ARENA_INIT;
		struct calendar c = make(&a, "Q1 2025", 2, DUES[i].today);
		const struct calendar_step *s = find(&c, DUES[i].id);

		if (s->due != DUES[i].due)
			fail_msg("%s: %s is %s", DUES[i].today, s->id,
				due_name(s->due));
		assert_int_equal(date_is_set(s->soon), DUES[i].soon != NULL);
		if (DUES[i].soon)
			assert_int_equal(
				date_cmp(s->soon, day(DUES[i].soon)), 0);
		arena_release(&a);
	}
}

static void without_a_today_all_is_later(void **state)
{
	struct arena a = ARENA_INIT;
	struct calendar c = make(&a, "Q1 2025", 2, NULL);

	(void)state;
	assert_int_equal(c.week, 0);
	for (size_t i = 0; i < c.steps.n; i++) {
		assert_int_equal(c.steps.v[i].due, DUE_LATER);
		assert_int_equal(
			date_cmp(c.steps.v[i].soon, c.steps.v[i].from), 0);
	}
	arena_release(&a);
}

static void weeks_are_counted_from_the_first_day(void **state)
{
	struct arena a = ARENA_INIT;

	(void)state;
	assert_int_equal(make(&a, "Q3 2025", 2, "2025-06-30").week, 0);
	assert_int_equal(make(&a, "Q3 2025", 2, "2025-07-01").week, 1);
	assert_int_equal(make(&a, "Q3 2025", 2, "2025-07-08").week, 2);
	assert_int_equal(make(&a, "Q3 2025", 2, "2025-09-30").week, 13);
	assert_int_equal(make(&a, "Q3 2025", 2, "2026-09-30").week, 13);
	arena_release(&a);
}

static void weekdays_and_dues_have_names(void **state)
{
	(void)state;
	assert_string_equal(
		weekday_name((struct date){2024, 2, 29}), "Thursday");
	assert_string_equal(weekday_name((struct date){2025, 2, 3}), "Monday");
	assert_string_equal(due_name(DUE_PAST), "past");
	assert_string_equal(due_name(DUE_LATER), "later");
}

/* --- calendar files --- */

static void print_ics(struct buf *b, const struct calendar *c)
{
	struct err err = ERR_INIT;

	buf_init(b, ICS_BYTES);
	if (ics_print(b, c, &err))
		fail_msg("%s", err.text);
	assert_false(b->over);
}

static void files_need_no_list_of_time_zones(void **state)
{
	struct arena a = ARENA_INIT;
	struct calendar c = make(&a, "FY24-Q1", 2, NULL);
	struct buf b;

	(void)state;
	icaltimezone_set_builtin_tzdata(1);
	set_zone_directory("/nonexistent");
	print_ics(&b, &c);
	assert_non_null(strstr(b.p, "\r\nDTSTAMP:20230104T000000Z\r\n"));
	buf_release(&b);
	free_zone_directory();
	arena_release(&a);
}

static void files_do_not_depend_on_today(void **state)
{
	struct arena a = ARENA_INIT;
	struct calendar before = make(&a, "FY25", 2, "2023-01-01");
	struct calendar during = make(&a, "FY25", 2, "2024-06-03");
	struct buf x, y;

	(void)state;
	print_ics(&x, &before);
	print_ics(&y, &during);
	assert_string_equal(x.p, y.p);
	buf_release(&x);
	buf_release(&y);
	arena_release(&a);
}

static void lines_of_files_are_folded_and_end_as_they_must(void **state)
{
	struct arena a = ARENA_INIT;
	struct calendar c = make(&a, "2025", 2, NULL);
	struct str text, line;
	struct buf b;

	(void)state;
	print_ics(&b, &c);
	text = buf_str(&b);
	assert_true(str_ends(text, "END:VCALENDAR\r\n"));
	while (str_take_until(&text, '\n', &line)) {
		assert_true(str_ends(line, "\r"));
		assert_true(line.n > 1 && line.n - 1 <= LINE_OCTETS);
	}
	buf_release(&b);
	arena_release(&a);
}

static void events_are_days_with_an_identity(void **state)
{
	static const char *const EXPECTED[] = {
		"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"
		"PRODID:-//okrsync//calendar//EN\r\n",
		"\r\nNAME:OKRs Q1 2025\r\n",
		"\r\nUID:grading-20250101-20250331@okrsync\r\n"
		"DTSTAMP:20241204T000000Z\r\n"
		"DTSTART;VALUE=DATE:20250326\r\n"
		"DTEND;VALUE=DATE:20250401\r\n"
		"SUMMARY:Q1 2025: Grade Q1 2025\r\n",
		"\r\nDTSTART;VALUE=DATE:20250106\r\n"
		"DTEND;VALUE=DATE:20250107\r\n"
		"RRULE:FREQ=WEEKLY;COUNT=13\r\n",
		"\r\nTRANSP:TRANSPARENT\r\nEND:VEVENT\r\n",
	};
	struct arena a = ARENA_INIT;
	struct calendar c = make(&a, "Q1 2025", 2, NULL);
	struct buf b;

	(void)state;
	print_ics(&b, &c);
	for (size_t i = 0; i < COUNT_OF(EXPECTED); i++)
		if (!strstr(b.p, EXPECTED[i]))
			fail_msg("%s\nhas not:\n%s", b.p, EXPECTED[i]);
	buf_release(&b);
	arena_release(&a);
}

static void one_name_for_other_days_is_another_event(void **state)
{
	struct arena a = ARENA_INIT;
	struct calendar c = make(&a, "FY25-Q1", 2, NULL);
	struct calendar d = make(&a, "FY25-Q1", 7, NULL);
	struct buf x, y;

	(void)state;
	print_ics(&x, &c);
	print_ics(&y, &d);
	assert_non_null(strstr(x.p, "UID:start-20240201-20240430@okrsync"));
	assert_non_null(strstr(y.p, "UID:start-20240701-20240930@okrsync"));
	buf_release(&x);
	buf_release(&y);
	arena_release(&a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		/* first, since libical looks for time zones once */
		cmocka_unit_test(files_need_no_list_of_time_zones),
		cmocka_unit_test(steps_have_the_days_of_the_seeds),
		cmocka_unit_test(only_years_have_quarterly_reviews),
		cmocka_unit_test(every_fiscal_year_has_its_timetable),
		cmocka_unit_test(
			the_next_timetable_begins_when_it_is_announced),
		cmocka_unit_test(spans_of_any_days_have_a_timetable),
		cmocka_unit_test(steps_move_okrs_through_their_states),
		cmocka_unit_test(today_tells_what_is_due),
		cmocka_unit_test(without_a_today_all_is_later),
		cmocka_unit_test(weeks_are_counted_from_the_first_day),
		cmocka_unit_test(weekdays_and_dues_have_names),
		cmocka_unit_test(files_do_not_depend_on_today),
		cmocka_unit_test(
			lines_of_files_are_folded_and_end_as_they_must),
		cmocka_unit_test(events_are_days_with_an_identity),
		cmocka_unit_test(one_name_for_other_days_is_another_event),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
