/*
 * What time has changed, as values: trends and their pictures, what moved in
 * the last week, and what was changed about key results under way.
 */
#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "escape.h"
#include "view_p.h"

enum { WEEK = 7, MOVED = 6, CHANGES = 20, SAMPLES_MIN = 2 };

static const struct objective *objective(const struct view *v, int index)
{
	return &v->m->objectives.v[index];
}

/* Something to draw: two days, in a period with days. */
static bool is_drawn(const struct view *v, const struct trend *t)
{
	const struct period *p = &v->m->period;

	return t->n >= SAMPLES_MIN && date_is_set(p->start) &&
	       date_is_set(p->end) && date_cmp(p->start, p->end) < 0;
}

static const char *level_text(struct arena *a, int level)
{
	return rat_text(a, rat_of(a, level, TREND_UNIT), VIEW_DECIMALS);
}

/* The picture of an objective's trend, or with NO_INDEX the period's. */
static struct chart chart_of(const struct view *v, int index)
{
	const struct grade_options *options = v->o->grade;
	const struct objective *o =
		index == NO_INDEX ? NULL : objective(v, index);
	struct chart c = {.period = &v->m->period,
		.trend = o ? &v->trends->objectives[index] : &v->trends->period,
		.plan = options ? options->plan : PLAN_LINEAR,
		.plan_steps = options ? options->plan_steps : 1};

	c.title = o ? arena_printf(v->a, "%s %s", v->spots[index].label,
			      escaped_plain(v->a, o->title))
		    : c.period->name;
	c.goal = trend_level(v->a,
		rat_of_decimal(v->a, grade_goal(o ? o->type : TYPE_NONE)));
	return c;
}

/* "0.40 on 1 February 2025, 0.58 on 3 February 2025, when 0.37 was expected;
 * the goal is 1.00": what the picture shows. */
static const char *trend_words(const struct view *v, const struct chart *c)
{
	const struct sample *first = &c->trend->v[0];
	const struct sample *last = &c->trend->v[c->trend->n - 1];

	return arena_printf(v->a,
		"%s on %s, %s on %s, when %s was expected; the goal is %s",
		level_text(v->a, first->level), part_date(v->a, first->date),
		level_text(v->a, last->level), part_date(v->a, last->date),
		level_text(v->a, chart_expected(c, last->date)),
		level_text(v->a, c->goal));
}

void view_set_trend(const struct view *v, struct value *map, const char *name,
	int index, const char *file)
{
	struct arena *a = v->a;
	struct chart c = chart_of(v, index);
	bool drawn = is_drawn(v, c.trend);

	assert(*name);
	value_set_markup(
		a, map, "trend", drawn ? arena_printf(a, "%s.svg", file) : "");
	value_set_text(a, map, "trend_alt",
		drawn ? arena_printf(a, "Grade of %s over time: %s", name,
				trend_words(v, &c))
		      : "");
}

const char *view_chart(const struct view *v, int index)
{
	struct chart c = chart_of(v, index);
	const char *text;
	struct buf b;

	if (!is_drawn(v, c.trend))
		return NULL;
	c.about = trend_words(v, &c);
	buf_init(&b, VIEW_TEXT);
	chart_svg(&b, &c);
	text = b.over ? NULL : arena_text(v->a, buf_str(&b));
	buf_release(&b);
	return text;
}

const char *view_spark(const struct view *v)
{
	static const char *const BARS[] = {"\xe2\x96\x81", "\xe2\x96\x82",
		"\xe2\x96\x83", "\xe2\x96\x84", "\xe2\x96\x85", "\xe2\x96\x86",
		"\xe2\x96\x87", "\xe2\x96\x88"};
	const struct trend *t = &v->trends->period;
	const struct period *p = &v->m->period;
	struct buf b;
	const char *text;
	int weeks, step;

	if (!is_drawn(v, t))
		return "";
	weeks = period_weeks(p);
	step = (weeks + WEEK + WEEK - 1) / (WEEK + WEEK);
	buf_init(&b, VIEW_TEXT);
	for (int week = step; week <= weeks; week += step) {
		struct date day = date_add(p->start, (long)week * WEEK - 1);
		int level;

		if (week + step > weeks)
			day = p->end;
		level = trend_at(t, day);
		if (level >= 0)
			buf_adds(&b, BARS[level * 7 / TREND_UNIT]);
		if (date_cmp(day, t->v[t->n - 1].date) >= 0)
			break;
	}
	text = arena_text(v->a, buf_str(&b));
	buf_release(&b);
	return text;
}

/* The point that was the newest on a day; NULL: none yet. */
static const struct point *point_at(const struct track *t, struct date day)
{
	const struct point *found = NULL;

	for (size_t i = 0; i < t->points.n; i++)
		if (date_cmp(t->points.v[i].date, day) <= 0)
			found = &t->points.v[i];
	return found;
}

struct shift {
	int objective, kr, order;
	long by; /* in units */
	const struct point *from, *to;
};

struct shifts {
	VEC_OF(struct shift);
	int first; /* readings of what had none */
};

/* The largest first, whichever way it went. */
static int compare_moves(const void *vx, const void *vy)
{
	const struct shift *x = vx, *y = vy;
	long bx = labs(x->by), by = labs(y->by);

	if (bx != by)
		return bx < by ? 1 : -1;
	return x->order - y->order;
}

static void find_move(const struct view *v, struct shifts *moves, int index,
	size_t k, struct date since)
{
	const struct track *t =
		&v->history->tracks.v[v->first_track[index] + (int)k];
	const struct point *from = point_at(t, since);
	const struct point *to =
		t->points.n ? &t->points.v[t->points.n - 1] : NULL;

	if (!to || from == to)
		return;
	if (!from) {
		moves->first++;
		return;
	}
	if (strcmp(from->value, to->value) == 0)
		return;
	*vec_add(v->a, moves) = (struct shift){.objective = index,
		.kr = (int)k,
		.order = (int)moves->n,
		.by = (to->grade ? trend_level(v->a, to->grade) : 0) -
		      (from->grade ? trend_level(v->a, from->grade) : 0),
		.from = from,
		.to = to};
}

static struct value *move_map(const struct view *v, const struct shift *move)
{
	struct arena *a = v->a;
	const struct objective *o = objective(v, move->objective);
	const struct spot *s = &v->spots[move->objective];
	struct value *map = value_map(a);

	value_set_text(a, map, "label",
		arena_printf(a, "%s.%d", s->label, move->kr + 1));
	value_set_text(a, map, "text",
		escaped_plain(a, o->key_results.v[move->kr].text));
	value_set_markup(a, map, "link", s->link);
	value_set_markup(a, map, "issue", escaped_url(a, o->source.url));
	value_set_text(a, map, "from", escaped_plain(a, move->from->value));
	value_set_text(a, map, "to", escaped_plain(a, move->to->value));
	value_set_text(a, map, "before", part_grade(a, move->from->grade));
	value_set_text(a, map, "after", part_grade(a, move->to->grade));
	return map;
}

/* "+0.04" */
static const char *gain(struct arena *a, long by)
{
	return by ? arena_printf(a, "%s%s", by < 0 ? "-" : "+",
			    level_text(a, (int)labs(by)))
		  : "";
}

static void set_moved(const struct view *v, struct value *map)
{
	struct arena *a = v->a;
	struct shifts moves = {0};
	struct value *list = value_list(a);
	const struct trend *t = &v->trends->period;
	struct date since = {0, 0, 0};
	int before = -1;

	if (date_is_set(v->m->as_of)) {
		since = date_add(v->m->as_of, -WEEK);
		before = trend_at(t, since);
		for (size_t i = 0; i < v->m->objectives.n; i++) {
			int index = v->order[i];

			for (size_t k = 0;
				k < objective(v, index)->key_results.n; k++)
				find_move(v, &moves, index, k, since);
		}
	}
	if (moves.n > 1)
		qsort(moves.v, moves.n, sizeof(*moves.v), compare_moves);
	for (size_t i = 0; i < moves.n && i < MOVED; i++)
		value_push(a, list, move_map(v, &moves.v[i]));
	value_set_text(a, map, "since", part_date(a, since));
	value_set_text(a, map, "gain",
		before >= 0 ? gain(a, t->v[t->n - 1].level - before) : "");
	view_set_list(a, map, "moved", list);
	value_set_text(a, map, "moved_count", arena_printf(a, "%zu", moves.n));
	value_set_bool(a, map, "moved_is_one", moves.n == 1);
	value_set_text(a, map, "first_readings",
		moves.first ? arena_printf(a, "%d", moves.first) : "");
}

/* The key result an id belongs to, among all of the view. */
static bool find_key_result(
	const struct view *v, const char *id, int *index, size_t *k)
{
	for (size_t i = 0; i < v->m->objectives.n; i++)
		for (*k = 0; *k < objective(v, (int)i)->key_results.n; ++*k)
			if (strcmp(objective(v, (int)i)->key_results.v[*k].id,
				    id) == 0) {
				*index = (int)i;
				return true;
			}
	return false;
}

/* Newest first. */
static struct value *changes(const struct view *v)
{
	struct arena *a = v->a;
	struct value *list = value_list(a);
	const struct history *h = v->history;

	for (size_t i = h->drifts.n; i-- > 0 && list->list.n < CHANGES;) {
		const struct drift *d = &h->drifts.v[i];
		struct value *map = value_map(a);
		int index;
		size_t k;

		if (!find_key_result(v, d->id, &index, &k))
			continue;
		value_set_text(a, map, "date", part_date(a, d->date));
		value_set_text(a, map, "label",
			arena_printf(
				a, "%s.%zu", v->spots[index].label, k + 1));
		value_set_markup(a, map, "link", v->spots[index].link);
		value_set_text(a, map, "text",
			escaped_plain(
				a, objective(v, index)->key_results.v[k].text));
		value_set_text(a, map, "what", term_name(d->term));
		value_set_text(a, map, "from", escaped_plain(a, d->from));
		value_set_text(a, map, "to", escaped_plain(a, d->to));
		value_push(a, list, map);
	}
	return list;
}

void view_set_changes(const struct view *v, struct value *map)
{
	set_moved(v, map);
	view_set_list(v->a, map, "changes", changes(v));
}
