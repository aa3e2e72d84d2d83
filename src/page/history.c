/*
 * Bringing a history up to date: old points and those the model knows are
 * put together by day, the model's being the better ones.
 */
#include "history_p.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "attr.h"
#include "escape.h"
#include "grade.h"

enum { DECIMALS = 2, WEIGHT_BYTES = 64 };

/* The old tracks, to be found by id and by wording. */
struct old {
	const struct track **by_id, **by_words;
	size_t n;
};

static int compare_ids(const void *vx, const void *vy)
{
	const struct track *x = *(const struct track *const *)vx;
	const struct track *y = *(const struct track *const *)vy;

	return strcmp(x->id, y->id);
}

static int compare_words(const void *vx, const void *vy)
{
	const struct track *x = *(const struct track *const *)vx;
	const struct track *y = *(const struct track *const *)vy;
	int order = strcmp(x->objective, y->objective);

	return order ? order
		     : strcmp(x->terms[TERM_WORDING], y->terms[TERM_WORDING]);
}

static struct old sort_old(struct arena *a, const struct history *h)
{
	size_t n = h ? h->tracks.n : 0;
	struct old old = {ARENA_ARRAY(a, const struct track *, n + 1),
		ARENA_ARRAY(a, const struct track *, n + 1), n};

	for (size_t i = 0; i < n; i++)
		old.by_id[i] = old.by_words[i] = &h->tracks.v[i];
	if (n > 1) {
		qsort(old.by_id, n, sizeof(*old.by_id), compare_ids);
		qsort(old.by_words, n, sizeof(*old.by_words), compare_words);
	}
	return old;
}

static const struct track *look_up(const struct track *const *v, size_t n,
	const struct track *want, int (*compare)(const void *, const void *))
{
	const struct track *const *found =
		n ? bsearch(&want, v, n, sizeof(*v), compare) : NULL;

	return found ? *found : NULL;
}

static const char *clean(struct arena *a, const char *text)
{
	return escaped_plain(a, text ? text : "");
}

static bool has_words(
	struct arena *a, const struct objective *o, const char *words)
{
	for (size_t k = 0; k < o->key_results.n; k++)
		if (strcmp(clean(a, o->key_results.v[k].text), words) == 0)
			return true;
	return false;
}

/* The same key result as it was: by its words, since numbers shift when one
 * is added; by its number when it was reworded, or others have its words. */
static const struct track *find_old(struct arena *a, const struct old *old,
	const struct objective *o, const struct track *t)
{
	const struct track *same = look_up(old->by_id, old->n, t, compare_ids);
	const struct track *found;

	if (same && compare_words(&same, &t) == 0)
		return same;
	found = look_up(old->by_words, old->n, t, compare_words);
	if (found)
		return found;
	found = same;
	return found && !has_words(a, o, found->terms[TERM_WORDING]) ? found
								     : NULL;
}

static const char *quantity_text(struct arena *a, const struct quantity *q)
{
	return q ? clean(a, q->text) : "";
}

static void set_terms(struct arena *a, struct track *t,
	const struct objective *o, const struct key_result *kr)
{
	struct buf b;

	buf_init(&b, WEIGHT_BYTES);
	if (kr->weight)
		decimal_print(&b, *kr->weight);
	t->terms[TERM_BASELINE] = quantity_text(a, kr->baseline);
	t->terms[TERM_TARGET] = quantity_text(a, kr->target);
	t->terms[TERM_WEIGHT] = arena_text(a, buf_str(&b));
	t->terms[TERM_OWNER] = clean(a, kr->owner[0] ? kr->owner : o->owner);
	t->terms[TERM_WORDING] = clean(a, kr->text);
	buf_release(&b);
}

/* Puts a point in its place; on a day that is there already it wins. */
static void put_point(struct arena *a, struct track *t, struct point p)
{
	size_t i = t->points.n;

	assert(date_is_set(p.date));
	while (i > 0 && date_cmp(t->points.v[i - 1].date, p.date) > 0)
		i--;
	if (i > 0 && date_cmp(t->points.v[i - 1].date, p.date) == 0) {
		t->points.v[i - 1] = p;
		return;
	}
	(void)vec_add(a, &t->points);
	memmove(&t->points.v[i + 1], &t->points.v[i],
		(t->points.n - 1 - i) * sizeof(p));
	t->points.v[i] = p;
}

/* A value's grade by today's terms, else as it was told then. */
static struct point regrade(
	struct arena *a, const struct key_result *kr, const struct point *p)
{
	const struct quantity *q = quantity_read(a, str_of(p->value));
	const struct rat *grade = q ? grade_reading(a, kr, q) : NULL;

	return (struct point){p->date, p->value, grade ? grade : p->grade};
}

static bool same_grade(
	struct arena *a, const struct rat *x, const struct rat *y)
{
	if (!x || !y)
		return x == y;
	return rat_cmp(rat_round(a, x, DECIMALS), rat_round(a, y, DECIMALS)) ==
	       0;
}

/* A percentage is not written down, lest it be taken for a value later. */
static struct point told_point(
	struct arena *a, struct date date, const struct result *r)
{
	return (struct point){date,
		r->kind == RESULT_PERCENT ? "" : clean(a, r->text),
		grade_told(a, r)};
}

/* What the key result stands at now; without a date where it has none. */
static struct point current_point(struct arena *a, const struct key_result *kr)
{
	if (date_cmp(kr->result_date, kr->current_date) > 0)
		return told_point(a, kr->result_date, &kr->result);
	return (struct point){kr->current_date,
		kr->current ? quantity_text(a, kr->current)
			    : clean(a, kr->result.text),
		kr->grade};
}

/* Without a date of its own it counts from the day it was first seen so. */
static void put_current(struct arena *a, struct track *t,
	const struct objective *o, const struct key_result *kr,
	struct date today)
{
	const struct point *last =
		t->points.n ? &t->points.v[t->points.n - 1] : NULL;
	struct point p = current_point(a, kr);

	if (!p.value[0] && !p.grade)
		return;
	if (!date_is_set(p.date)) {
		if (last && strcmp(last->value, p.value) == 0 &&
			same_grade(a, last->grade, p.grade))
			return;
		p.date = date_is_set(o->updated) ? o->updated : today;
		if (last && date_cmp(p.date, last->date) < 0)
			p.date = today;
	}
	if (date_is_set(p.date))
		put_point(a, t, p);
}

static void cut_points(struct track *t)
{
	size_t over =
		t->points.n > HISTORY_POINTS ? t->points.n - HISTORY_POINTS : 0;

	t->points.v += over;
	t->points.n -= over;
	t->points.cap -= over;
}

static struct track update_track(struct arena *a, const struct track *was,
	const struct track *now, const struct objective *o,
	const struct key_result *kr, struct date today)
{
	struct track t = *now;

	for (size_t i = 0; was && i < was->points.n; i++)
		put_point(a, &t, regrade(a, kr, &was->points.v[i]));
	for (size_t i = 0; i < kr->readings.n; i++) {
		const struct reading *r = &kr->readings.v[i];

		if (!date_is_set(r->date))
			continue;
		if (r->value)
			put_point(a, &t,
				(struct point){r->date,
					quantity_text(a, r->value),
					grade_reading(a, kr, r->value)});
		else if (grade_told(a, &r->result))
			put_point(a, &t, told_point(a, r->date, &r->result));
	}
	put_current(a, &t, o, kr, today);
	cut_points(&t);
	assert(t.points.n <= HISTORY_POINTS);
	return t;
}

/* What was changed since, once the work had begun. */
static void add_drifts(struct arena *a, struct history *h,
	const struct track *was, const struct track *now,
	const struct objective *o, struct date today)
{
	struct date date = date_is_set(o->updated) ? o->updated : today;

	assert(now->id && now->objective);
	if (!was || was->open || now->open || !date_is_set(date))
		return;
	for (int t = 0; t < TERMS; t++)
		if (strcmp(was->terms[t], now->terms[t]) != 0)
			*vec_add(a, &h->drifts) = (struct drift){date, now->id,
				(enum term)t, was->terms[t], now->terms[t]};
}

/* In a draft nothing is agreed on yet. */
static bool is_open(const struct objective *o)
{
	return o->state == STATE_DRAFT || o->state == STATE_REVIEW;
}

/* Old changes, under the ids of today; those of what is gone are left out. */
static void keep_drifts(struct arena *a, struct history *h,
	const struct history *old, const struct texts *ids)
{
	for (size_t i = 0; old && i < old->drifts.n; i++) {
		struct drift d = old->drifts.v[i];

		for (size_t k = 0; k + 1 < ids->n; k += 2)
			if (strcmp(ids->v[k], d.id) == 0) {
				d.id = ids->v[k + 1];
				*vec_add(a, &h->drifts) = d;
				break;
			}
	}
}

static int compare_drifts(const void *vx, const void *vy)
{
	const struct drift *x = vx, *y = vy;
	int order = date_cmp(x->date, y->date);

	if (!order)
		order = strcmp(x->id, y->id);
	return order ? order : (int)x->term - (int)y->term;
}

struct history history_update(struct arena *a, const struct history *h,
	const struct model *m, struct date today)
{
	struct history fresh = {0};
	struct old old = sort_old(a, h);
	struct texts ids = {0}; /* old id and new one, in pairs */

	for (size_t i = 0; i < m->objectives.n; i++) {
		const struct objective *o = &m->objectives.v[i];

		for (size_t k = 0; k < o->key_results.n; k++) {
			const struct key_result *kr = &o->key_results.v[k];
			struct track now = {.id = kr->id, .objective = o->id};
			const struct track *was;

			set_terms(a, &now, o, kr);
			was = find_old(a, &old, o, &now);
			now.open = is_open(o);
			if (was) {
				*vec_add(a, &ids) = was->id;
				*vec_add(a, &ids) = now.id;
			}
			add_drifts(a, &fresh, was, &now, o, today);
			*vec_add(a, &fresh.tracks) =
				update_track(a, was, &now, o, kr, today);
		}
	}
	assert(ids.n % 2 == 0);
	keep_drifts(a, &fresh, h, &ids);
	if (fresh.drifts.n > 1)
		qsort(fresh.drifts.v, fresh.drifts.n, sizeof(*fresh.drifts.v),
			compare_drifts);
	if (fresh.drifts.n > HISTORY_CHANGES) {
		fresh.drifts.v += fresh.drifts.n - HISTORY_CHANGES;
		fresh.drifts.n = HISTORY_CHANGES;
	}
	return fresh;
}
