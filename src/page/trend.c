/*
 * Trends from a history.  All points of all key results are events in order
 * of time; each moves its objective and the period by its own share, so that
 * the work is linear in the number of points.
 */
#include "trend_p.h"

#include <assert.h>
#include <stdbool.h>
#include <stdlib.h>

#include "view_p.h"

enum { WEIGHT_UNIT = 1000, WEIGHT_MAX = 1000 };

struct event {
	struct date date;
	size_t objective, track;
	int level;
};

struct events {
	VEC_OF(struct event);
};

/* Where one objective stands while the events are gone through. */
struct course {
	int64_t sum, weights; /* of its key results that have a reading */
	int64_t weight;       /* in the period; 0 when it does not count */
};

struct walk {
	struct arena *a;
	const struct model *m;
	struct trends trends;
	struct course *courses;
	int *levels;     /* of each track */
	int64_t *shares; /* weight of each track */
	bool *seen;      /* each track: was there a reading? */
	int64_t sum, weights;
};

int trend_level(struct arena *a, const struct rat *grade)
{
	assert(grade);
	return (int)part_whole(a, grade, TREND_UNIT);
}

/* In thousandths; nobody's weight is over a thousand. */
static int64_t weight_of(struct arena *a, const struct decimal *w)
{
	if (!w || w->coef < 0)
		return WEIGHT_UNIT;
	return part_whole(a,
		rat_div(a, rat_of_decimal(a, *w), rat_of(a, WEIGHT_MAX, 1)),
		WEIGHT_MAX * WEIGHT_UNIT);
}

static int compare_events(const void *vx, const void *vy)
{
	const struct event *x = vx, *y = vy;
	int order = date_cmp(x->date, y->date);

	if (!order)
		order = (x->objective > y->objective) -
			(x->objective < y->objective);
	return order ? order : (x->track > y->track) - (x->track < y->track);
}

static bool add_events(struct arena *a, struct events *events,
	const struct track *t, size_t objective, size_t track)
{
	bool some = false;

	for (size_t i = 0; i < t->points.n; i++) {
		const struct point *p = &t->points.v[i];

		if (!p->grade)
			continue;
		*vec_add(a, events) = (struct event){
			p->date, objective, track, trend_level(a, p->grade)};
		some = true;
	}
	return some;
}

static struct events collect(struct walk *w, const struct history *h)
{
	struct events events = {0};
	size_t track = 0;

	for (size_t i = 0; i < w->m->objectives.n; i++) {
		const struct objective *o = &w->m->objectives.v[i];
		struct course *s = &w->courses[i];

		for (size_t k = 0; k < o->key_results.n; k++, track++) {
			const struct key_result *kr = &o->key_results.v[k];

			if (!kr->counts || !kr->grade ||
				!add_events(w->a, &events, &h->tracks.v[track],
					i, track))
				continue;
			w->shares[track] = weight_of(w->a, kr->weight);
		}
		if (o->counts)
			s->weight = weight_of(w->a, o->weight);
	}
	return events;
}

static void add_sample(
	struct arena *a, struct trend *t, struct date date, int64_t level)
{
	assert(date_is_set(date) && level >= 0);
	if (!t->n || date_cmp(t->v[t->n - 1].date, date) != 0)
		(void)vec_add(a, t);
	t->v[t->n - 1] = (struct sample){date, (int)level};
}

static int64_t level_of(const struct course *s)
{
	return s->weights ? (s->sum + s->weights / 2) / s->weights : 0;
}

static void take(struct walk *w, const struct event *e)
{
	struct course *s = &w->courses[e->objective];
	int64_t before = level_of(s);

	if (!w->seen[e->track]) {
		w->seen[e->track] = true;
		if (!s->weights && w->shares[e->track])
			w->weights += s->weight;
		s->weights += w->shares[e->track];
	}
	s->sum += w->shares[e->track] * (e->level - w->levels[e->track]);
	w->levels[e->track] = e->level;
	w->sum += s->weight * (level_of(s) - before);
	if (s->weights)
		add_sample(w->a, &w->trends.objectives[e->objective], e->date,
			level_of(s));
	if (w->weights)
		add_sample(w->a, &w->trends.period, e->date,
			(w->sum + w->weights / 2) / w->weights);
}

/* The last sample is the grade itself, as it is shown. */
static void end(struct arena *a, struct trend *t, const struct rat *grade)
{
	if (t->n && grade)
		t->v[t->n - 1].level = trend_level(a, grade);
}

struct trends trends_make(
	struct arena *a, const struct model *m, const struct history *h)
{
	struct walk w = {.a = a, .m = m};
	struct events events;

	w.trends.objectives = ARENA_ARRAY(a, struct trend, m->objectives.n + 1);
	w.courses = ARENA_ARRAY(a, struct course, m->objectives.n + 1);
	w.levels = ARENA_ARRAY(a, int, h->tracks.n + 1);
	w.seen = ARENA_ARRAY(a, bool, h->tracks.n + 1);
	w.shares = ARENA_ARRAY(a, int64_t, h->tracks.n + 1);
	events = collect(&w, h);
	assert(!events.n || h->tracks.n);
	if (events.n > 1)
		qsort(events.v, events.n, sizeof(*events.v), compare_events);
	for (size_t i = 0; i < events.n; i++)
		take(&w, &events.v[i]);
	for (size_t i = 0; i < m->objectives.n; i++)
		end(a, &w.trends.objectives[i], m->objectives.v[i].own_grade);
	end(a, &w.trends.period, m->grade);
	return w.trends;
}

int trend_at(const struct trend *t, struct date day)
{
	int level = -1;

	assert(date_is_set(day));
	for (size_t i = 0; i < t->n && date_cmp(t->v[i].date, day) <= 0; i++)
		level = t->v[i].level;
	return level;
}
