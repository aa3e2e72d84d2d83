/*
 * The timetable of a period: what a team does about its OKRs, and when.
 *
 * Weeks before the period begins its goals are shared and drafted, reviewed,
 * polished, and the period before is closed; on its first day its OKRs become
 * active; then there is a check-in every Monday, a review half way, grades in
 * the last week, and a few days after the end the grades are final.  The
 * steps are one const table (calendar.c) that fits quarters, halves, years
 * and any other span of days.
 *
 * A step that has a week may be done on any day of it: 'from' and 'to' are
 * its first and last day.
 */
#ifndef CALENDAR_H
#define CALENDAR_H

#include "arena.h"
#include "date.h"
#include "model.h"
#include "period.h"
#include "vec.h"

/* How a step lies to today; one that repeats is 'now' from its first to its
 * last day.  Steps that begin together are 'next' together. */
enum due { DUE_PAST, DUE_NOW, DUE_NEXT, DUE_LATER };

struct calendar_step {
	const char *id;    /* [a-z-]+, once in a calendar, never changes */
	const char *when;  /* "4 weeks out", "week 6", "every Monday" */
	const char *title; /* plain text, a few words */
	const char *about; /* plain text, one or two sentences */
	enum state state;  /* what OKRs move to with it, or STATE_NONE */
	struct date from;
	struct date to;   /* last day; of a weekly step, its last time */
	int times;        /* 1, or how often a weekly step comes */
	struct date soon; /* first time not before today; unset: none left */
	enum due due;
};

struct calendar {
	struct period period;
	const char *before; /* name of the period before this one */
	const char *after;  /* and of the next */
	const char *length; /* "quarter", "half", "year" or "period" */
	struct date today;
	int week;  /* of the period, from 1; 0 before it; weeks after it */
	int weeks; /* the period's length in weeks, rounded: 13, 26, 52 */
	struct {
		VEC_OF(struct calendar_step);
	} steps; /* by their first day */
};

/* The timetable of a period whose days are known.  fiscal_start (1 to 12)
 * names the periods beside it; without a today everything is DUE_LATER. */
struct calendar calendar_make(struct arena *a, const struct period *p,
	int fiscal_start, struct date today) MUST_USE;

/* "past", "now", "next", "later". */
const char *due_name(enum due due);

/* "Monday" to "Sunday"; the first three letters are its short form. */
const char *weekday_name(struct date day);

#endif
