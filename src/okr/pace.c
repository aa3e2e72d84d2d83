/*
 * Pace: where a key result stands against where it should stand by now.
 * The rules are in grade.h; a reading is judged at its own date, so an old
 * one does not turn red by itself but becomes stale.
 */
#include "grade_p.h"

#include <assert.h>

/* How much of the work is expected at that share of the period. */
static const struct rat *plan_at(
	struct arena *a, const struct grade_options *o, long gone, long days)
{
	const struct rat *share = rat_of(a, gone, days);

	assert(days > 0 && gone >= 0);
	if (o->plan == PLAN_BACK_LOADED)
		return rat_mul(a, share, share);
	if (o->plan == PLAN_STEPPED && o->plan_steps > 0)
		return rat_of(a, gone * o->plan_steps / days, o->plan_steps);
	return share;
}

static bool has_days(const struct period *p)
{
	return date_is_set(p->start) && date_is_set(p->end);
}

const struct period *pace_period(const struct model *m,
	const struct objective *o, const struct key_result *kr)
{
	if (kr && has_days(&kr->period))
		return &kr->period;
	if (has_days(&o->period))
		return &o->period;
	return has_days(&m->period) ? &m->period : NULL;
}

static struct date later(struct date x, struct date y)
{
	return date_cmp(x, y) >= 0 ? x : y;
}

static struct date earlier(struct date x, struct date y)
{
	return date_cmp(x, y) <= 0 ? x : y;
}

struct date pace_newest(const struct objective *o, const struct key_result *kr)
{
	struct date newest = kr->current_date;

	for (size_t i = 0; i < kr->readings.n; i++)
		newest = later(newest, kr->readings.v[i].date);
	return date_is_set(newest) ? newest : o->last_check_in;
}

static bool is_closed(const struct objective *o)
{
	return o->state == STATE_CLOSED;
}

bool pace_is_over(
	const struct model *m, const struct objective *o, struct date today)
{
	const struct period *p = pace_period(m, o, NULL);

	return is_closed(o) ||
	       (p && date_is_set(today) && date_cmp(today, p->end) > 0);
}

/* Where a key result stands in time. */
struct moment {
	const struct period *period;
	struct date today;
	long days;  /* of the period */
	long gone;  /* of them, at the reading */
	bool early; /* before the period or within its grace */
};

static long within(long days, long all)
{
	assert(all >= 0);
	return days < 0 ? 0 : days > all ? all : days;
}

/* Where the reading has no date, it counts as one of undated. */
static bool find_moment_at(const struct model *m, const struct objective *o,
	const struct key_result *kr, const struct grade_options *opt,
	struct date undated, struct moment *out)
{
	const struct period *p = pace_period(m, o, kr);
	struct date at = pace_newest(o, kr);
	long start, today;

	if (!date_is_set(at))
		at = undated;
	if (!p || !date_is_set(opt->today) || date_cmp(p->end, p->start) < 0)
		return false;
	at = date_is_set(at) ? earlier(at, opt->today) : opt->today;
	if (is_closed(o))
		at = p->end;
	start = date_to_days(p->start);
	*out = (struct moment){.period = p,
		.today = opt->today,
		.days = date_to_days(p->end) - start + 1};
	today = within(date_to_days(opt->today) - start + 1, out->days);
	out->gone = date_cmp(at, opt->today) == 0
			    ? today
			    : within(date_to_days(at) - start + 1, out->days);
	out->early =
		!is_closed(o) && today * 100 < out->days * opt->grace_percent;
	return true;
}

static bool find_moment(const struct model *m, const struct objective *o,
	const struct key_result *kr, const struct grade_options *opt,
	struct moment *out)
{
	return find_moment_at(m, o, kr, opt, opt->today, out);
}

bool pace_is_early(const struct model *m, const struct objective *o,
	const struct key_result *kr, const struct grade_options *opt)
{
	struct moment t;

	return o->state == STATE_DRAFT || o->state == STATE_REVIEW ||
	       (find_moment(m, o, kr, opt, &t) && t.early);
}

static bool is_stale(const struct objective *o, const struct key_result *kr,
	const struct grade_options *opt, const struct moment *t)
{
	struct date newest = pace_newest(o, kr);

	if (is_closed(o))
		return false;
	if (!date_is_set(newest)) {
		/* A value without a date is at most as old as the issue's
		 * last change; without a value, time runs from the start. */
		if (!date_is_set(o->created))
			return false;
		newest = later(o->created, t->period->start);
		if (kr->current)
			newest = later(newest, o->updated);
	}
	return date_diff(newest, earlier(t->today, t->period->end)) >
	       opt->stale_days;
}

static bool is_kept(const struct key_result *kr)
{
	return kr->kind == KIND_KEEP_ABOVE || kr->kind == KIND_KEEP_BELOW;
}

/* What the gap between progress and plan is called. */
static enum status judge(struct arena *a, const struct objective *o,
	const struct key_result *kr, const struct grade_options *opt,
	const struct moment *t)
{
	const struct rat *expected, *gap;

	assert(kr->grade && t);
	if (is_kept(kr))
		return rat_sign(kr->grade) ? STATUS_ON_TRACK : STATUS_AT_RISK;
	expected = rat_mul(a, plan_at(a, opt, t->gone, t->days),
		rat_of_decimal(a, grade_goal(o->type)));
	gap = rat_sub(a, kr->progress, expected);
	if (rat_cmp(gap, rat_of(a, opt->ahead_points, 100)) > 0)
		return STATUS_AHEAD;
	if (rat_cmp(gap, rat_of(a, -opt->behind_points, 100)) >= 0)
		return STATUS_ON_TRACK;
	return rat_cmp(gap, rat_of(a, -opt->risk_points, 100)) >= 0
		       ? STATUS_BEHIND
		       : STATUS_AT_RISK;
}

static bool is_done(struct arena *a, const struct model *m,
	const struct objective *o, const struct key_result *kr,
	const struct grade_options *opt)
{
	if (kr->result.kind == RESULT_DONE)
		return true;
	if (!kr->grade || rat_cmp(kr->grade, rat_of(a, 1, 1)) < 0)
		return false;
	return !is_kept(kr) || pace_is_over(m, o, opt->today);
}

/* By the numbers alone, which may be old. */
static enum status status_of_pace(struct arena *a, const struct objective *o,
	const struct key_result *kr, const struct grade_options *opt,
	const struct moment *t)
{
	enum status s = kr->progress ? judge(a, o, kr, opt, t) : STATUS_NONE;

	if (s == STATUS_BEHIND || s == STATUS_AT_RISK)
		return s;
	return is_stale(o, kr, opt, t) ? STATUS_STALE : s;
}

static enum status find_status(struct arena *a, const struct model *m,
	const struct objective *o, const struct key_result *kr,
	const struct grade_options *opt)
{
	struct moment t;

	if (!kr->counts || !o->counts)
		return STATUS_NONE;
	if (is_done(a, m, o, kr, opt))
		return STATUS_DONE;
	if (o->state == STATE_DRAFT || o->state == STATE_REVIEW)
		return STATUS_NONE;
	if (!kr->progress && kr->result.kind == RESULT_BLOCKED)
		return STATUS_AT_RISK;
	if (!find_moment(m, o, kr, opt, &t) || t.early)
		return STATUS_NONE;
	return status_of_pace(a, o, kr, opt, &t);
}

/* Where it ends when it goes on as it went.  A value without a date is as old
 * as the last change, so that the forecast does not sink by itself. */
static const struct rat *find_forecast(struct arena *a, const struct model *m,
	const struct objective *o, const struct key_result *kr,
	const struct grade_options *opt)
{
	struct moment t;
	const struct rat *plan;

	if (!kr->progress || is_kept(kr) || !kr->counts ||
		!find_moment_at(m, o, kr, opt, o->updated, &t) || t.early)
		return NULL;
	plan = plan_at(a, opt, t.gone, t.days);
	return rat_sign(plan) > 0 ? rat_div(a, kr->progress, plan) : NULL;
}

enum status pace_worse(enum status x, enum status y)
{
	static const int BADNESS[] = {
		[STATUS_NONE] = 0,
		[STATUS_DONE] = 1,
		[STATUS_AHEAD] = 2,
		[STATUS_ON_TRACK] = 3,
		[STATUS_STALE] = 4,
		[STATUS_BEHIND] = 5,
		[STATUS_AT_RISK] = 6,
	};

	assert((size_t)x < COUNT_OF(BADNESS) && (size_t)y < COUNT_OF(BADNESS));
	static_assert(COUNT_OF(BADNESS) == STATUS_STALE + 1,
		"each status has a rank");
	return BADNESS[x] >= BADNESS[y] ? x : y;
}

enum status pace_of_mean(struct arena *a, const struct model *m,
	const struct objective *o, const struct grade_options *opt)
{
	struct key_result whole = {.progress = o->own_grade,
		.grade = o->own_grade,
		.counts = true,
		.result = o->result};

	for (size_t i = 0; i < o->key_results.n; i++)
		whole.current_date = later(whole.current_date,
			pace_newest(o, &o->key_results.v[i]));
	return find_status(a, m, o, &whole, opt);
}

static void pace_objective(struct arena *a, const struct model *m,
	struct objective *o, const struct grade_options *opt)
{
	struct mean forecast;

	mean_init(a, &forecast);
	o->status = STATUS_NONE;
	for (size_t i = 0; i < o->key_results.n; i++) {
		struct key_result *kr = &o->key_results.v[i];

		kr->status = find_status(a, m, o, kr, opt);
		kr->forecast = find_forecast(a, m, o, kr, opt);
		o->status = pace_worse(o->status, kr->status);
		if (kr->forecast)
			mean_add(a, &forecast, grade_clamp(a, kr->forecast),
				grade_weight(a, kr->weight));
	}
	o->forecast = mean_take(a, &forecast);
	if (o->status == STATUS_NONE)
		o->status = pace_of_mean(a, m, o, opt);
}

void pace_model(
	struct arena *a, struct model *m, const struct grade_options *opt)
{
	struct mean forecast;

	mean_init(a, &forecast);
	m->status = STATUS_NONE;
	for (size_t i = 0; i < m->objectives.n; i++) {
		struct objective *o = &m->objectives.v[i];

		pace_objective(a, m, o, opt);
		if (!o->counts)
			continue;
		m->status = pace_worse(m->status, o->status);
		mean_add(a, &forecast, o->forecast, grade_weight(a, o->weight));
	}
	m->forecast = mean_take(a, &forecast);
}
