/*
 * The calendar.
 */
#include "unit.h"

#include "date.h"

static void counts_days_both_ways(void **state)
{
	const struct date first = {1, 1, 1};
	long from = date_to_days(first);
	struct date d = first;

	(void)state;
	assert_int_equal(date_to_days((struct date){1970, 1, 1}), 0);
	assert_int_equal(date_to_days((struct date){2000, 3, 1}), 11017);
	/* Every day of four centuries, once round the leap rule. */
	for (long n = from; n < from + 146097; n++) {
		struct date back = date_from_days(n);

		assert_int_equal(date_cmp(back, d), 0);
		assert_int_equal(date_to_days(d), n);
		if (++d.day > date_month_days(d.year, d.month)) {
			d.day = 1;
			if (++d.month > 12) {
				d.month = 1;
				d.year++;
			}
		}
	}
}

static void knows_leap_years(void **state)
{
	(void)state;
	assert_true(date_is_valid(2020, 2, 29));
	assert_false(date_is_valid(2021, 2, 29));
	assert_false(date_is_valid(1900, 2, 29));
	assert_true(date_is_valid(2000, 2, 29));
	assert_false(date_is_valid(0, 1, 1));
	assert_false(date_is_valid(2020, 13, 1));
	assert_false(date_is_valid(2020, 4, 31));
}

static void stays_within_its_years(void **state)
{
	struct date last = {9999, 12, 31}, first = {1, 1, 1};

	(void)state;
	assert_int_equal(date_cmp(date_add(last, 5), last), 0);
	assert_int_equal(date_cmp(date_add(first, -5), first), 0);
	assert_int_equal(date_add_months(last, 3).year, 9999);
	assert_int_equal(date_add_months(first, -3).year, 1);
}

static void adds_months(void **state)
{
	struct date d = date_add_months((struct date){2024, 1, 31}, 1);

	(void)state;
	assert_int_equal(d.day, 29);
	d = date_add_months((struct date){2024, 3, 31}, -13);
	assert_int_equal(d.year * 10000 + d.month * 100 + d.day, 20230228);
	assert_int_equal(date_diff((struct date){2020, 2, 28},
				 (struct date){2020, 3, 1}),
		2);
	assert_int_equal(date_weekday((struct date){2026, 11, 21}), 5);
	assert_int_equal(date_weekday((struct date){1970, 1, 1}), 3);
}

static void reads_days_and_stamps(void **state)
{
	static const struct {
		const char *text;
		bool ok;
		int day;
	} table[] = {
		{"2024-03-05", true, 20240305},
		{"2024-03-05T10:00:00.000Z", true, 20240305},
		{"2024-03-05T23:30:00.123-02:00", true, 20240306},
		{"2024-03-05T01:30:00+02:00", true, 20240304},
		{"2024-03-05 10:00:00Z", true, 20240305},
		{"1969-12-31T23:59:59Z", true, 19691231},
		{"2024-02-30", false, 0},
		{"2024-3-5", false, 0},
		{"2024-03-05T10:00:00", false, 0},
		{"2024-03-05T24:00:00Z", false, 0},
		{"2024-03-05T10:61:00Z", false, 0},
		{"2024-03-05T10:00:00+2:00", false, 0},
		{"2024-03-05T10:00:00Zx", false, 0},
		{"9999-12-31T23:59:59-23:59", false, 0},
		{"", false, 0},
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(table); i++) {
		struct date d = {0, 0, 0};

		assert_int_equal(
			date_of_stamp(str_of(table[i].text), &d), table[i].ok);
		assert_int_equal(
			d.year * 10000 + d.month * 100 + d.day, table[i].day);
	}
}

static void prints_and_names(void **state)
{
	struct date d = {2025, 1, 2};
	struct buf b;

	(void)state;
	buf_init(&b, 100);
	date_print(&b, d);
	buf_addc(&b, '|');
	date_print_long(&b, d);
	assert_string_equal(b.p, "2025-01-02|2 January 2025");
	buf_release(&b);
	assert_int_equal(date_month_number(STR("feb")), 2);
	assert_int_equal(date_month_number(STR("Sept.")), 9);
	assert_int_equal(date_month_number(STR("MAY")), 5);
	assert_int_equal(date_month_number(STR("Ma")), 0);
	assert_false(date_is_set((struct date){0, 0, 0}));
	assert_true(date_cmp((struct date){0, 0, 0}, d) < 0);
	assert_true(date_cmp((struct date){2025, 2, 1}, d) > 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(counts_days_both_ways),
		cmocka_unit_test(knows_leap_years),
		cmocka_unit_test(stays_within_its_years),
		cmocka_unit_test(adds_months),
		cmocka_unit_test(reads_days_and_stamps),
		cmocka_unit_test(prints_and_names),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
