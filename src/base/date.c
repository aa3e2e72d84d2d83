/*
 * The Gregorian calendar on plain integers: no time zone, no locale, no libc
 * time functions.  Days are counted from 1970-01-01 in years that begin in
 * March, so that the leap day is the last of its year.
 */
#include "date.h"

#include <assert.h>

enum { DAYS_PER_ERA = 146097, DAYS_TO_1970 = 719468, LAST_YEAR = 9999 };

static const char *const MONTHS[] = {"January", "February", "March", "April",
	"May", "June", "July", "August", "September", "October", "November",
	"December"};

static bool is_leap(int year)
{
	return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

bool date_is_set(struct date d)
{
	return d.year != 0;
}

int date_month_days(int year, int month)
{
	static const int DAYS[] = {
		31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

	assert(month >= 1 && month <= 12);
	return month == 2 && is_leap(year) ? 29 : DAYS[month - 1];
}

bool date_is_valid(int year, int month, int day)
{
	return year >= 1 && year <= LAST_YEAR && month >= 1 && month <= 12 &&
	       day >= 1 && day <= date_month_days(year, month);
}

long date_to_days(struct date d)
{
	long y = d.month <= 2 ? d.year - 1 : d.year;
	long era, of_era, of_year;

	assert(date_is_valid(d.year, d.month, d.day));
	era = y / 400;
	of_era = y % 400;
	of_year = (153 * ((d.month + 9) % 12) + 2) / 5 + d.day - 1;
	return era * DAYS_PER_ERA + of_era * 365 + of_era / 4 - of_era / 100 +
	       of_year - DAYS_TO_1970;
}

static const struct date FIRST_DAY = {1, 1, 1};
static const struct date LAST_DAY = {LAST_YEAR, 12, 31};

static long clamp(long n, long low, long high)
{
	return n < low ? low : n > high ? high : n;
}

struct date date_from_days(long days)
{
	long z = DAYS_TO_1970 +
		 clamp(days, date_to_days(FIRST_DAY), date_to_days(LAST_DAY));
	long era = z / DAYS_PER_ERA, day = z % DAYS_PER_ERA;
	long year = (day - day / 1460 + day / 36524 - day / 146096) / 365;
	long of_year = day - (365 * year + year / 4 - year / 100);
	long month = (5 * of_year + 2) / 153;
	struct date d = {.day = (int)(of_year - (153 * month + 2) / 5 + 1)};

	d.month = (int)(month < 10 ? month + 3 : month - 9);
	d.year = (int)(era * 400 + year + (d.month <= 2));
	assert(date_is_valid(d.year, d.month, d.day));
	return d;
}

struct date date_add(struct date d, long n)
{
	return date_from_days(date_to_days(d) + n);
}

struct date date_add_months(struct date d, int n)
{
	long months = clamp(
		(long)d.year * 12 + d.month - 1 + n, 12, LAST_YEAR * 12 + 11);
	int last;

	assert(date_is_valid(d.year, d.month, d.day));
	d.year = (int)(months / 12);
	d.month = (int)(months % 12) + 1;
	last = date_month_days(d.year, d.month);
	if (d.day > last)
		d.day = last;
	return d;
}

long date_diff(struct date a, struct date b)
{
	return date_to_days(b) - date_to_days(a);
}

int date_cmp(struct date a, struct date b)
{
	if (a.year != b.year)
		return a.year < b.year ? -1 : 1;
	if (a.month != b.month)
		return a.month < b.month ? -1 : 1;
	return (a.day > b.day) - (a.day < b.day);
}

int date_weekday(struct date d)
{
	long day = (date_to_days(d) + DAYS_TO_1970 + 2) % 7;

	assert(day >= 0 && day < 7);
	return (int)day;
}

/* Takes exactly n digits. */
static bool take_digits(struct str *s, size_t n, int *value)
{
	struct str digits = str_sub(*s, 0, n);
	long v;

	if (digits.n != n || !str_take_number(&digits, 9999, &v) || digits.n)
		return false;
	*s = str_sub(*s, n, s->n);
	*value = (int)v;
	return true;
}

static bool take_date(struct str *s, struct date *out)
{
	struct str rest = *s;
	int y, m, d;

	if (!take_digits(&rest, 4, &y) || !str_skip_char(&rest, '-') ||
		!take_digits(&rest, 2, &m) || !str_skip_char(&rest, '-') ||
		!take_digits(&rest, 2, &d) || !date_is_valid(y, m, d))
		return false;
	*out = (struct date){y, m, d};
	*s = rest;
	return true;
}

bool date_parse(struct str s, struct date *out)
{
	struct date d;

	if (!take_date(&s, &d) || s.n)
		return false;
	*out = d;
	return true;
}

/* Z, +hh:mm or -hh:mm, as seconds east of Greenwich. */
static bool take_offset(struct str *s, int *seconds)
{
	int sign = 1, h, m;

	if (str_iskip(s, "Z")) {
		*seconds = 0;
		return true;
	}
	if (str_skip_char(s, '-'))
		sign = -1;
	else if (!str_skip_char(s, '+'))
		return false;
	if (!take_digits(s, 2, &h) || !str_skip_char(s, ':') ||
		!take_digits(s, 2, &m) || h > 23 || m > 59)
		return false;
	*seconds = sign * (h * 3600 + m * 60);
	return true;
}

/* "hh:mm:ss" and a fraction, which is dropped. */
static bool take_clock(struct str *s, int *seconds)
{
	int h, m, sec;

	if (!take_digits(s, 2, &h) || !str_skip_char(s, ':') ||
		!take_digits(s, 2, &m) || !str_skip_char(s, ':') ||
		!take_digits(s, 2, &sec) || h > 23 || m > 59 || sec > 60)
		return false;
	if (str_skip_char(s, '.'))
		while (s->n && str_is_digit(s->p[0]))
			*s = str_sub(*s, 1, s->n);
	*seconds = h * 3600 + m * 60 + sec;
	return true;
}

bool date_stamp_seconds(struct str s, int64_t *out)
{
	struct date d;
	int clock, offset;

	if (!take_date(&s, &d) ||
		(!str_iskip(&s, "T") && !str_skip_char(&s, ' ')))
		return false;
	if (!take_clock(&s, &clock) || !take_offset(&s, &offset) || s.n)
		return false;
	*out = (int64_t)date_to_days(d) * 86400 + clock - offset;
	return true;
}

bool date_of_stamp(struct str s, struct date *out)
{
	int64_t seconds;
	long days;

	if (date_parse(s, out))
		return true;
	if (!date_stamp_seconds(s, &seconds))
		return false;
	days = (long)(seconds / 86400 - (seconds % 86400 < 0));
	if (days < date_to_days(FIRST_DAY) || days > date_to_days(LAST_DAY))
		return false;
	*out = date_from_days(days);
	return true;
}

const char *date_month_name(int month)
{
	assert(month >= 1 && month <= 12);
	return MONTHS[month - 1];
}

int date_month_number(struct str name)
{
	if (name.n > 1 && name.p[name.n - 1] == '.')
		name.n--;
	if (name.n < 3)
		return 0;
	for (int i = 0; i < 12; i++) {
		struct str month;

		if (!str_may_start(name, MONTHS[i]))
			continue;
		month = str_of(MONTHS[i]);
		if (str_ieq(name, month) || str_ieq(name, str_sub(month, 0, 3)))
			return i + 1;
	}
	return str_iis(name, "Sept") ? 9 : 0;
}

void date_print(struct buf *b, struct date d)
{
	assert(date_is_set(d));
	buf_add_number(b, (uint64_t)d.year, 4);
	buf_addc(b, '-');
	buf_add_number(b, (uint64_t)d.month, 2);
	buf_addc(b, '-');
	buf_add_number(b, (uint64_t)d.day, 2);
}

void date_print_long(struct buf *b, struct date d)
{
	buf_addf(b, "%d %s %d", d.day, date_month_name(d.month), d.year);
}
