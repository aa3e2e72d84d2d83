/*
 * The data file of a history, read and written.  It was written by us, but
 * anybody may have changed it since: every type is checked.
 */
#include "history_p.h"

#include <assert.h>

#include "attr.h"
#include "jsonout.h"
#include "pull.h"
#include "rat.h"

enum {
	SCHEMA = 1,
	DECIMALS = 2,
	GRADE_BYTES = 64,
	DATE_BYTES = 16,
	TRACKS_MAX = 400 * 1000,
};

const char *term_name(enum term t)
{
	static const char *const NAMES[TERMS] = {
		[TERM_BASELINE] = "baseline",
		[TERM_TARGET] = "target",
		[TERM_WEIGHT] = "weight",
		[TERM_OWNER] = "owner",
		[TERM_WORDING] = "wording",
	};

	assert(t < TERMS);
	return NAMES[t];
}

/* TERMS for an unknown name. */
static int term_of(struct str name)
{
	int t = 0;

	while (t < TERMS && !str_is(name, term_name((enum term)t)))
		t++;
	return t;
}

static void take_text(struct arena *a, struct pull *p, const char **out)
{
	struct str s;

	if (pull_text(p, &s))
		*out = arena_text(a, s);
}

static void take_date(struct pull *p, struct date *out)
{
	struct str s;

	if (pull_text(p, &s))
		(void)date_parse(s, out);
}

/* A grade lies within 0 and 1, whatever the file says. */
static void take_grade(
	struct arena *a, struct pull *p, const struct rat **grade)
{
	struct decimal d;

	if (pull_decimal(p, &d))
		*grade = rat_clamp(
			rat_of_decimal(a, d), rat_of(a, 0, 1), rat_of(a, 1, 1));
}

static void take_point(struct arena *a, struct pull *p, struct track *t)
{
	struct point point = {.value = ""};
	struct str key;

	if (!pull_object(p))
		return;
	while (pull_key(p, &key))
		if (str_is(key, "date"))
			take_date(p, &point.date);
		else if (str_is(key, "value"))
			take_text(a, p, &point.value);
		else if (str_is(key, "grade"))
			take_grade(a, p, &point.grade);
		else
			pull_skip(p);
	if (!date_is_set(point.date) || t->points.n >= HISTORY_POINTS)
		return;
	/* Days in order, each once, is what everybody relies on. */
	if (t->points.n &&
		date_cmp(t->points.v[t->points.n - 1].date, point.date) >= 0)
		return;
	*vec_add(a, &t->points) = point;
}

static void take_points(struct arena *a, struct pull *p, struct track *t)
{
	if (!pull_array(p))
		return;
	while (pull_next(p))
		take_point(a, p, t);
}

static void take_track(struct arena *a, struct pull *p, struct history *h)
{
	struct track t = {.id = "", .objective = ""};
	struct str key;

	for (int i = 0; i < TERMS; i++)
		t.terms[i] = "";
	if (!pull_object(p))
		return;
	while (pull_key(p, &key)) {
		int term = term_of(key);

		if (term < TERMS)
			take_text(a, p, &t.terms[term]);
		else if (str_is(key, "id"))
			take_text(a, p, &t.id);
		else if (str_is(key, "objective"))
			take_text(a, p, &t.objective);
		else if (str_is(key, "draft"))
			pull_bool(p, &t.open);
		else if (str_is(key, "readings"))
			take_points(a, p, &t);
		else
			pull_skip(p);
	}
	if (t.id[0] && h->tracks.n < TRACKS_MAX)
		*vec_add(a, &h->tracks) = t;
}

static void take_drift(struct arena *a, struct pull *p, struct history *h)
{
	struct drift d = {.id = "", .from = "", .to = ""};
	int term = TERMS;
	struct str key, name;

	if (!pull_object(p))
		return;
	while (pull_key(p, &key))
		if (str_is(key, "date"))
			take_date(p, &d.date);
		else if (str_is(key, "key_result"))
			take_text(a, p, &d.id);
		else if (str_is(key, "from"))
			take_text(a, p, &d.from);
		else if (str_is(key, "to"))
			take_text(a, p, &d.to);
		else if (!str_is(key, "what"))
			pull_skip(p);
		else if (pull_text(p, &name))
			term = term_of(name);
	if (term == TERMS || !date_is_set(d.date) ||
		h->drifts.n >= HISTORY_CHANGES)
		return;
	d.term = (enum term)term;
	*vec_add(a, &h->drifts) = d;
}

int history_parse(struct arena *a, struct str text, const char *name,
	struct history *h, struct err *err)
{
	struct pull p;
	struct str key;

	*h = (struct history){0};
	pull_init(&p, text, a);
	if (!pull_object(&p))
		return pull_finish(&p, name, err);
	while (pull_key(&p, &key))
		if (str_is(key, "key_results") && pull_array(&p))
			while (pull_next(&p))
				take_track(a, &p, h);
		else if (str_is(key, "changes") && pull_array(&p))
			while (pull_next(&p))
				take_drift(a, &p, h);
		else if (!str_is(key, "key_results") && !str_is(key, "changes"))
			pull_skip(&p);
	return pull_finish(&p, name, err);
}

static void put_date(struct jsonout *j, const char *key, struct date d)
{
	struct buf b;

	buf_init(&b, DATE_BYTES);
	date_print(&b, d);
	jsonout_text(j, key, b.p);
	buf_release(&b);
}

static void put_point(struct jsonout *j, const struct point *p)
{
	struct buf b;

	buf_init(&b, GRADE_BYTES);
	if (p->grade)
		rat_print(&b, p->grade, DECIMALS);
	jsonout_object(j, NULL);
	put_date(j, "date", p->date);
	jsonout_text(j, "value", p->value);
	jsonout_raw(j, "grade", p->grade ? b.p : "null");
	jsonout_end(j, '}');
	buf_release(&b);
}

static void put_track(struct jsonout *j, const struct track *t)
{
	jsonout_object(j, NULL);
	jsonout_text(j, "id", t->id);
	jsonout_text(j, "objective", t->objective);
	for (int i = 0; i < TERMS; i++)
		jsonout_text(j, term_name((enum term)i), t->terms[i]);
	jsonout_bool(j, "draft", t->open);
	jsonout_array(j, "readings");
	for (size_t i = 0; i < t->points.n; i++)
		put_point(j, &t->points.v[i]);
	jsonout_end(j, ']');
	jsonout_end(j, '}');
}

static void put_drift(struct jsonout *j, const struct drift *d)
{
	jsonout_object(j, NULL);
	put_date(j, "date", d->date);
	jsonout_text(j, "key_result", d->id);
	jsonout_text(j, "what", term_name(d->term));
	jsonout_text(j, "from", d->from);
	jsonout_text(j, "to", d->to);
	jsonout_end(j, '}');
}

void history_print(struct buf *b, const char *period, const struct history *h)
{
	struct jsonout j;

	jsonout_init(&j, b, true);
	jsonout_object(&j, NULL);
	jsonout_int(&j, "schema", SCHEMA);
	jsonout_text(&j, "period", period);
	jsonout_array(&j, "key_results");
	for (size_t i = 0; i < h->tracks.n; i++)
		put_track(&j, &h->tracks.v[i]);
	jsonout_end(&j, ']');
	jsonout_array(&j, "changes");
	for (size_t i = 0; i < h->drifts.n; i++)
		put_drift(&j, &h->drifts.v[i]);
	jsonout_end(&j, ']');
	jsonout_end(&j, '}');
	buf_addc(b, '\n');
}
