/*
 * Days of the Gregorian calendar, years 1 to 9999, without time zones.
 *
 * A zeroed date means "no date".  Times of day only matter to GitLab, whose
 * stamps carry their offset; date_of_stamp() gives the day in UTC.
 */
#ifndef DATE_H
#define DATE_H

#include <stdbool.h>
#include <stdint.h>

#include "buf.h"
#include "str.h"

struct date {
	int year;  /* 1 to 9999; 0: no date */
	int month; /* 1 to 12 */
	int day;   /* 1 to 31 */
};

/* Does the date stand for a day? */
bool date_is_set(struct date d);

/* Is there such a day (29 February only in leap years)? */
bool date_is_valid(int year, int month, int day);

/* Days in that month, 28 to 31. */
int date_month_days(int year, int month);

/* Days since 1970-01-01, negative before; and back. Counts beyond the years
 * 1 to 9999 give the first or last day of those, here and below. */
long date_to_days(struct date d);
/* The day that so many days lead to. */
struct date date_from_days(long days);

/* d plus n days, n of either sign. */
struct date date_add(struct date d, long n);

/* d plus n months; a day that month lacks becomes its last one. */
struct date date_add_months(struct date d, int n);

/* Days from a to b; negative when b is earlier. */
long date_diff(struct date a, struct date b);

/* <0, 0, >0; no date sorts before every day. */
int date_cmp(struct date a, struct date b);

/* 0 Monday to 6 Sunday. */
int date_weekday(struct date d);

/* YYYY-MM-DD, the whole of s. */
bool date_parse(struct str s, struct date *out);

/* The UTC day of a stamp such as 2024-03-05T23:30:00.000-02:00 (RFC 3339);
 * a bare YYYY-MM-DD is accepted too. */
bool date_of_stamp(struct str s, struct date *out);

/* Seconds since 1970 in UTC of a stamp (fractions dropped). */
bool date_stamp_seconds(struct str s, int64_t *out);

/* "January" to "December"; and 1 to 12 for a month's English name or its
 * first three letters (ASCII case ignored, a full stop may follow), else 0. */
const char *date_month_name(int month);
/* 1 to 12, or 0 for what is no month. */
int date_month_number(struct str name);

/* Appends YYYY-MM-DD, or "1 January 2025" for print_long. */
void date_print(struct buf *b, struct date d);
/* Appends "1 January 2025". */
void date_print_long(struct buf *b, struct date d);

#endif
