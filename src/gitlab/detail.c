/*
 * Comments and label events, in lanes, of the issues that changed.
 */
#include "detail_p.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>

#include "attr.h"
#include "batch_p.h"
#include "buf.h"
#include "comment_p.h"
#include "inner_p.h"
#include "jsonout.h"
#include "member_p.h"
#include "walk_p.h"

enum {
	OTHER_ROWS = 1000000,    /* comments or events at most */
	EVENTS_BYTES = 64 << 20, /* of one issue, kept small */
};

/* What differs between the two. */
struct subject {
	const char *noun;  /* in messages */
	const char *query; /* below the issue's address */
	bool optional;     /* may be refused for all issues */
};

static const struct subject NOTES = {
	.noun = "comments",
	.query = "notes?sort=asc&order_by=created_at&per_page=100"
		 "&activity_filter=only_comments",
};

static const struct subject EVENTS = {
	.noun = "label events",
	.query = "resource_label_events?per_page=100",
	.optional = true,
};

static struct walk make_walk(const struct detail *d, const struct row *issue,
	const struct subject *subject)
{
	return (struct walk){
		.url = arena_printf(d->arena, "%s/projects/%lld/issues/%lld/%s",
			d->g->api, (long long)issue->project,
			(long long)issue->iid, subject->query),
		.what = arena_printf(d->arena, "the %s of issue #%lld in '%s'",
			subject->noun, (long long)issue->iid, d->path),
		.follow = true,
		.may_be_refused = true,
	};
}

/* May anything be asked about this issue, which has just come? */
static bool is_askable(const struct detail *d, const struct row *row)
{
	return !row->kept && row->project > 0 && row->iid > 0 &&
	       !list_is_closed(d->list, row);
}

static const struct recalled *find_same(
	const struct detail *d, const struct row *row)
{
	return recall_same(d->recall, row)
		       ? recall_find(d->recall, row->project, row->iid)
		       : NULL;
}

static bool lacks_notes(const struct detail *d, const struct row *row)
{
	const struct recalled *was = find_same(d, row);

	if (was)
		return was->note_gap;
	return is_askable(d, row) && row->commented;
}

static bool lacks_events(const struct detail *d, const struct row *row)
{
	const struct recalled *was = find_same(d, row);

	if (was && !d->recall->relabelled)
		return was->event_gap && d->whole;
	return is_askable(d, row);
}

/* The walks that are to be made, and whose they are. */
struct errands {
	struct walk *walks;
	const struct row **of;
	size_t n;
};

static struct errands make_errands(const struct detail *d,
	const struct subject *subject,
	bool (*lacks)(const struct detail *, const struct row *))
{
	size_t n = 0;
	struct errands e;

	for (size_t i = 0; i < d->issues->n; i++)
		n += lacks(d, &d->issues->v[i]);
	e = (struct errands){
		ARENA_ARRAY(d->arena, struct walk, n + 1),
		ARENA_ARRAY(d->arena, const struct row *, n + 1),
		0,
	};
	for (size_t i = 0; i < d->issues->n && e.n < n; i++) {
		const struct row *row = &d->issues->v[i];

		if (!lacks(d, row))
			continue;
		e.of[e.n] = row;
		e.walks[e.n++] = make_walk(d, row, subject);
	}
	return e;
}

/* What was refused: for most issues it is an error, unless one can do
 * without. */
static int check_refused(
	const struct errands *e, const struct subject *subject, struct err *err)
{
	const char *first = NULL;
	size_t n = 0;

	for (size_t i = 0; i < e->n; i++) {
		if (!e->walks[i].refused)
			continue;
		if (!n++)
			first = e->walks[i].refused;
	}
	if (n > 1 && n * 2 > e->n && !subject->optional)
		return err_set(err, ERR_GITLAB,
			"the %s of %zu of %zu issues are refused: %s",
			subject->noun, n, e->n, first);
	return 0;
}

static int walk_errands(const struct detail *d, const struct errands *e,
	const struct subject *subject, struct err *err)
{
	struct walker w = {.http = d->g->http,
		.arena = d->arena,
		.noun = subject->noun,
		.all = -1,
		.max = OTHER_ROWS};

	if (walk_all(&w, e->walks, e->n, err))
		return -1;
	return check_refused(e, subject, err);
}

static void add_record(struct arena *a, struct records *to,
	enum record_kind kind, const struct row *issue, struct str json)
{
	*vec_add(a, to) = (struct record){
		.kind = kind,
		.project = issue->project,
		.iid = issue->iid,
		.json = json,
	};
}

/* What is missing, and why. */
static void add_gap(struct detail *d, const struct row *issue,
	const struct subject *subject, const struct walk *walk)
{
	struct jsonout j;
	struct buf b;

	buf_init(&b, EVENTS_BYTES);
	jsonout_init(&j, &b, false);
	jsonout_object(&j, NULL);
	jsonout_text(&j, "missing", subject->noun);
	jsonout_text(&j, "why", walk->refused);
	jsonout_end(&j, '}');
	add_record(d->arena, d->records, RECORD_GAP, issue,
		arena_str(d->arena, buf_str(&b)));
	buf_release(&b);
	d->stats->gaps++;
}

static void add_notes(
	struct detail *d, const struct row *issue, const struct walk *walk)
{
	struct idset seen = {NULL, 0, 0, false};

	for (size_t i = 0; i < walk->rows.n; i++) {
		const struct row *row = &walk->rows.v[i];

		if (row->id && !idset_add(d->arena, &seen, (uint64_t)row->id)) {
			d->stats->duplicates++;
			continue;
		}
		if (row->hidden)
			continue;
		add_record(d->arena, d->records, RECORD_NOTE, issue,
			comment_of_rest(d->arena, row->json));
		d->stats->notes++;
	}
}

/* Comments as they were, where the issue is as it was. */
static void recall_notes(struct detail *d, const struct row *issue)
{
	const struct recalled *was = find_same(d, issue);

	if (!was || was->note_gap)
		return;
	for (size_t i = 0; i < was->n_notes; i++)
		*vec_add(d->arena, d->records) =
			*d->recall->notes[was->first_note + i];
	d->stats->notes += (long)was->n_notes;
	d->stats->kept++;
}

/* Takes what GraphQL gives many at a time; the other errands are left. */
static void take_batches(struct detail *d, struct errands *e)
{
	bool *done = ARENA_ARRAY(d->arena, bool, e->n + 1);
	size_t left = 0;

	batch_comments(d, e->of, e->walks, done, e->n);
	for (size_t i = 0; i < e->n; i++) {
		if (done[i]) {
			add_notes(d, e->of[i], &e->walks[i]);
			continue;
		}
		e->of[left] = e->of[i];
		e->walks[left++] = e->walks[i];
	}
	e->n = left;
}

int detail_notes(struct detail *d, struct err *err)
{
	struct errands e = make_errands(d, &NOTES, lacks_notes);

	assert(d->records && d->recall);
	take_batches(d, &e);
	if (walk_errands(d, &e, &NOTES, err))
		return -1;
	for (size_t i = 0; i < e.n; i++)
		if (e.walks[i].refused)
			add_gap(d, e.of[i], &NOTES, &e.walks[i]);
		else
			add_notes(d, e.of[i], &e.walks[i]);
	for (size_t i = 0; i < d->issues->n; i++)
		recall_notes(d, &d->issues->v[i]);
	return 0;
}

/* One event, as GitLab tells it. */
struct event {
	int64_t id;
	struct str created, action, label, user;
	bool has_label, has_user;
};

static bool read_event(struct arena *a, struct str json, struct event *e)
{
	struct err unused = ERR_INIT;
	struct str key;
	struct pull p;

	*e = (struct event){.id = 0};
	pull_init(&p, json, a);
	if (pull_object(&p)) {
		while (pull_key(&p, &key))
			if (str_is(key, "id"))
				pull_int(&p, &e->id);
			else if (str_is(key, "created_at"))
				pull_text(&p, &e->created);
			else if (str_is(key, "action"))
				pull_text(&p, &e->action);
			else if (str_is(key, "label"))
				e->has_label =
					inner_text(&p, "name", &e->label);
			else if (str_is(key, "user"))
				e->has_user =
					inner_text(&p, "username", &e->user);
			else
				pull_skip(&p);
	}
	return !pull_finish(&p, "event", &unused) && e->id > 0 &&
	       e->created.n &&
	       (str_is(e->action, "add") || str_is(e->action, "remove"));
}

static void put_inner(struct jsonout *j, const char *key, bool there,
	const char *name, struct str text)
{
	if (!there) {
		jsonout_null(j, key);
		return;
	}
	jsonout_object(j, key);
	jsonout_str(j, name, text);
	jsonout_end(j, '}');
}

static void put_event(struct jsonout *j, const struct event *e)
{
	jsonout_object(j, NULL);
	jsonout_int(j, "id", e->id);
	jsonout_str(j, "created_at", e->created);
	jsonout_str(j, "action", e->action);
	put_inner(j, "label", e->has_label, "name", e->label);
	put_inner(j, "user", e->has_user, "username", e->user);
	jsonout_end(j, '}');
}

static int compare_events(const void *va, const void *vb)
{
	const struct event *a = va, *b = vb;

	return (a->id > b->id) - (a->id < b->id);
}

/* All events of one issue, each once and by number, as one array. */
static struct str pack_events(struct arena *a, const struct walk *walk)
{
	struct event *list = ARENA_ARRAY(a, struct event, walk->rows.n + 1);
	struct jsonout j;
	struct str json;
	struct buf b;
	size_t n = 0;

	for (size_t i = 0; i < walk->rows.n; i++)
		n += read_event(a, walk->rows.v[i].json, &list[n]);
	qsort(list, n, sizeof *list, compare_events);
	buf_init(&b, EVENTS_BYTES);
	jsonout_init(&j, &b, false);
	jsonout_array(&j, NULL);
	for (size_t i = 0; i < n; i++)
		if (i == 0 || list[i].id != list[i - 1].id)
			put_event(&j, &list[i]);
	jsonout_end(&j, ']');
	json = b.over ? STR("[]") : arena_str(a, buf_str(&b));
	buf_release(&b);
	return json;
}

int detail_events(struct detail *d, struct err *err)
{
	struct errands e = make_errands(d, &EVENTS, lacks_events);

	assert(d->events && d->records && d->recall);
	if (walk_errands(d, &e, &EVENTS, err))
		return -1;
	for (size_t i = 0; i < d->issues->n; i++) {
		const struct row *row = &d->issues->v[i];
		const struct recalled *was = find_same(d, row);

		if (!was || d->recall->relabelled)
			continue;
		if (was->events)
			*vec_add(d->arena, d->events) = *was->events;
		else if (was->event_gap && !d->whole)
			*vec_add(d->arena, d->records) = *was->event_gap;
	}
	for (size_t i = 0; i < e.n; i++)
		if (e.walks[i].refused)
			add_gap(d, e.of[i], &EVENTS, &e.walks[i]);
		else
			add_record(d->arena, d->events, RECORD_EVENT, e.of[i],
				pack_events(d->arena, &e.walks[i]));
	return 0;
}

static int compare_places(const void *va, const void *vb)
{
	const struct record *a = va, *b = vb;

	if (a->project != b->project)
		return a->project < b->project ? -1 : 1;
	return (a->iid > b->iid) - (a->iid < b->iid);
}

void detail_join(struct arena *a, const struct records *events,
	struct records *records, size_t from)
{
	struct record *sorted = ARENA_ARRAY(a, struct record, events->n + 1);

	assert(from <= records->n);
	for (size_t i = 0; i < events->n; i++)
		sorted[i] = events->v[i];
	qsort(sorted, events->n, sizeof *sorted, compare_places);
	for (size_t i = from; i < records->n && events->n; i++) {
		struct record *r = &records->v[i];
		const struct record *e;

		if (r->kind != RECORD_ISSUE)
			continue;
		e = bsearch(
			r, sorted, events->n, sizeof *sorted, compare_places);
		if (e)
			r->json =
				member_add(a, r->json, "label_events", e->json);
	}
}
