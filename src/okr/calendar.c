/*
 * Timetables.  One const table says what is done when; each row hangs on the
 * start, the end, a week or the Mondays of the period, so that it fits periods
 * of any length in fiscal years of any start month.
 */
#include "calendar.h"

#include <assert.h>

#include "buf.h"

enum { WEEK_DAYS = 7, TEXT_MAX = 1024, LONG_PERIOD_WEEKS = 40 };

enum anchor {
	AT_START, /* offset: days from the first day */
	AT_END,   /* days from the last day */
	IN_WEEK, /* quarters of the period's weeks: 2 is half way, 4 the last */
	ON_MONDAYS,
};

/* In texts {period}, {before}, {after} and {length} are replaced. */
static const struct row {
	const char *id, *when; /* when NULL: "week N" */
	enum anchor anchor;
	int offset;
	int days;      /* how many it has; the rest of the week IN_WEEK */
	int min_weeks; /* only in periods of at least that many */
	enum state state;
	const char *title, *about;
} ROWS[] = {
	{.id = "top-goals",
		.when = "4 weeks out",
		.anchor = AT_START,
		.offset = -4 * WEEK_DAYS,
		.days = WEEK_DAYS,
		.title = "Leads share their top goals",
		.about = "Those who lead name the few goals that matter most "
			 "in {period} and ask the other leads for their "
			 "opinion."},
	{.id = "draft",
		.when = "4 weeks out",
		.anchor = AT_START,
		.offset = -4 * WEEK_DAYS,
		.days = WEEK_DAYS,
		.state = STATE_DRAFT,
		.title = "Draft goals and agree on their DRIs",
		.about = "Leads write the drafts together. Every objective "
			 "gets exactly one directly responsible individual."},
	{.id = "standing",
		.when = "4 weeks out",
		.anchor = AT_START,
		.offset = -4 * WEEK_DAYS,
		.days = WEEK_DAYS,
		.title = "See where {before} stands",
		.about = "Leads go through the OKRs that are active now: what "
			 "will be done by the end, and what may have to be "
			 "carried over."},
	{.id = "draft-review",
		.when = "2 weeks out",
		.anchor = AT_START,
		.offset = -2 * WEEK_DAYS,
		.days = WEEK_DAYS,
		.state = STATE_REVIEW,
		.title = "Review the drafts, then open them in GitLab",
		.about = "Leads meet for 50 minutes over the drafts. Each one "
			 "then becomes an issue, and its link is passed "
			 "round."},
	{.id = "polish",
		.when = "2 weeks out",
		.anchor = AT_START,
		.offset = -2 * WEEK_DAYS,
		.days = WEEK_DAYS,
		.title = "Teams polish their OKRs",
		.about = "Every lead talks the OKRs through with the team: "
			 "wording, baselines, targets, owners."},
	{.id = "closing",
		.when = "1 week out",
		.anchor = AT_START,
		.offset = -1 * WEEK_DAYS,
		.days = WEEK_DAYS,
		.title = "Closing ceremony of {before}",
		.about = "Play back what {before} brought, and celebrate it."},
	{.id = "start",
		.when = "start",
		.anchor = AT_START,
		.days = 1,
		.state = STATE_ACTIVE,
		.title = "OKRs become active",
		.about = "Set every OKR of {period} to active. Baselines, "
			 "targets, weights and owners are frozen from here "
			 "on."},
	{.id = "check-in",
		.when = "every Monday",
		.anchor = ON_MONDAYS,
		.title = "Weekly check-in",
		.about = "For each key result: red, yellow or green, the "
			 "newest reading, what is in the way and who can help, "
			 "and what was decided."},
	{.id = "first-quarter",
		.anchor = IN_WEEK,
		.offset = 1,
		.min_weeks = LONG_PERIOD_WEEKS,
		.title = "Quarterly review",
		.about = "Grade every key result as it stands, and talk about "
			 "those that will not make it."},
	{.id = "mid-review",
		.anchor = IN_WEEK,
		.offset = 2,
		.title = "Mid-{length} review",
		.about = "Grade every key result as it stands and find those "
			 "heading below 0.3. Carry on, change the target, "
			 "move people, or drop it; write down why."},
	{.id = "third-quarter",
		.anchor = IN_WEEK,
		.offset = 3,
		.min_weeks = LONG_PERIOD_WEEKS,
		.title = "Quarterly review",
		.about = "Grade every key result as it stands, and talk about "
			 "those that will not make it."},
	{.id = "plan-next",
		.when = "4 weeks to go",
		.anchor = AT_END,
		.offset = 1 - 4 * WEEK_DAYS,
		.days = 1,
		.title = "Planning of {after} begins",
		.about = "It has a timetable of its own, which starts now."},
	{.id = "grading",
		.anchor = IN_WEEK,
		.offset = 4,
		.title = "Grade {period}",
		.about = "Final grades of key results, objectives and the "
			 "whole. A retrospective asks what worked, what did "
			 "not, and what goes on in {after}."},
	{.id = "final",
		.when = "5 days after",
		.anchor = AT_END,
		.offset = 5,
		.days = 1,
		.state = STATE_CLOSED,
		.title = "Grades of {period} are final",
		.about = "Write the outcome into every OKR and close it."},
};

const char *due_name(enum due due)
{
	static const char *const NAMES[] = {
		[DUE_PAST] = "past",
		[DUE_NOW] = "now",
		[DUE_NEXT] = "next",
		[DUE_LATER] = "later",
	};

	static_assert(COUNT_OF(NAMES) == DUE_LATER + 1, "each due has a name");
	assert((size_t)due < COUNT_OF(NAMES));
	return NAMES[due];
}

const char *weekday_name(struct date day)
{
	static const char *const NAMES[WEEK_DAYS] = {"Monday", "Tuesday",
		"Wednesday", "Thursday", "Friday", "Saturday", "Sunday"};

	assert(date_is_set(day));
	return NAMES[date_weekday(day)];
}

static const char *length_name(long days)
{
	if (days >= 89 && days <= 92)
		return "quarter";
	if (days >= 181 && days <= 184)
		return "half";
	return days == 365 || days == 366 ? "year" : "period";
}

static const char *neighbour(struct arena *a, const struct period *p, int steps,
	int fiscal_start, const char *otherwise)
{
	struct period other;

	if (!period_step(a, p, steps, fiscal_start, &other))
		return otherwise;
	return other.name;
}

/* The text with its {names} filled in. */
static const char *fill(
	struct arena *a, const struct calendar *c, const char *text)
{
	const struct {
		const char *name, *value;
	} fields[] = {{"period}", c->period.name}, {"before}", c->before},
		{"after}", c->after}, {"length}", c->length}};
	struct str rest = str_of(text), plain;
	struct buf b;
	const char *filled;

	buf_init(&b, TEXT_MAX);
	while (str_take_until(&rest, '{', &plain)) {
		buf_add(&b, plain);
		for (size_t i = 0; i < COUNT_OF(fields); i++)
			if (str_skip(&rest, fields[i].name))
				buf_adds(&b, fields[i].value);
	}
	filled = arena_text(a, buf_str(&b));
	buf_release(&b);
	return filled;
}

static struct date earlier(struct date a, struct date b)
{
	return date_cmp(a, b) < 0 ? a : b;
}

/* Sets the step's days; false when the period has none for it. */
static bool place(const struct calendar *c, const struct row *row,
	struct calendar_step *s)
{
	const struct period *p = &c->period;
	int week = c->weeks * row->offset / 4;

	assert(row->anchor == IN_WEEK || row->anchor == ON_MONDAYS ||
		row->days >= 1);
	s->times = 1;
	switch (row->anchor) {
	case AT_START:
	case AT_END:
		s->from = date_add(row->anchor == AT_START ? p->start : p->end,
			row->offset);
		s->to = date_add(s->from, row->days - 1);
		return true;
	case IN_WEEK:
		week = week > 1 ? week : 1;
		s->from = date_add(p->start, (week - 1L) * WEEK_DAYS);
		s->to = earlier(date_add(s->from, WEEK_DAYS - 1), p->end);
		/* 92 days are 13 weeks and a day: that day is the last week's
		 */
		if (week == c->weeks)
			s->to = p->end;
		return true;
	case ON_MONDAYS:
		s->from = date_add(p->start,
			(WEEK_DAYS - date_weekday(p->start)) % WEEK_DAYS);
		s->to = date_add(p->end, -date_weekday(p->end));
		s->times = (int)(date_diff(s->from, s->to) / WEEK_DAYS) + 1;
		return date_cmp(s->from, s->to) <= 0;
	}
	assert(!"an anchor without days");
	return false;
}

/* The step's first time that is not before today. */
static struct date soon(const struct calendar_step *s, struct date today)
{
	long gone = date_is_set(today) ? date_diff(s->from, today) : 0;

	assert(s->times >= 1);
	if (gone <= 0)
		return s->from;
	if (s->times > 1)
		gone = (gone + WEEK_DAYS - 1) / WEEK_DAYS * WEEK_DAYS;
	if (gone > date_diff(s->from, s->to))
		return (struct date){0, 0, 0};
	return date_add(s->from, gone);
}

static void add_step(struct arena *a, struct calendar *c, const struct row *row)
{
	struct calendar_step s = {.id = row->id, .state = row->state};

	if (c->weeks < row->min_weeks || !place(c, row, &s))
		return;
	s.when = row->when;
	if (!s.when)
		s.when = arena_printf(a, "week %d",
			(int)(date_diff(c->period.start, s.from) / WEEK_DAYS) +
				1);
	s.title = fill(a, c, row->title);
	s.about = fill(a, c, row->about);
	assert(s.times >= 1 && date_cmp(s.from, s.to) <= 0);
	s.soon = soon(&s, c->today);
	*vec_add(a, &c->steps) = s;
}

/* By the first day; the table's order decides between equal ones. */
static void sort_steps(struct calendar *c)
{
	for (size_t i = 1; i < c->steps.n; i++) {
		struct calendar_step s = c->steps.v[i];
		size_t at = i;

		for (; at && date_cmp(s.from, c->steps.v[at - 1].from) < 0;
			at--)
			c->steps.v[at] = c->steps.v[at - 1];
		c->steps.v[at] = s;
	}
}

static void judge(struct calendar *c)
{
	struct date next = {0, 0, 0};

	for (size_t i = 0; i < c->steps.n; i++) {
		struct calendar_step *s = &c->steps.v[i];

		if (!date_is_set(c->today)) {
			s->due = DUE_LATER;
		} else if (date_cmp(s->to, c->today) < 0) {
			s->due = DUE_PAST;
		} else if (date_cmp(s->from, c->today) <= 0) {
			s->due = DUE_NOW;
		} else {
			if (!date_is_set(next))
				next = s->from;
			s->due = date_cmp(s->from, next) ? DUE_LATER : DUE_NEXT;
		}
	}
}

struct calendar calendar_make(struct arena *a, const struct period *p,
	int fiscal_start, struct date today)
{
	struct calendar c = {.period = *p, .today = today};
	long days = period_days(p);

	assert(days > 0);
	c.before = neighbour(a, p, -1, fiscal_start, "the period before");
	c.after = neighbour(a, p, 1, fiscal_start, "the next period");
	c.length = length_name(days);
	c.weeks = period_weeks(p);
	c.week = period_week(p, today);
	for (size_t i = 0; i < COUNT_OF(ROWS); i++)
		add_step(a, &c, &ROWS[i]);
	sort_steps(&c);
	judge(&c);
	return c;
}
