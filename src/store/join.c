/*
 * Snapshots joined into one.
 *
 * What belongs to an issue comes from one snapshot, the one in which it
 * changed last: comments of two states would make a third that never was.
 */
#include "snapshot.h"

#include <assert.h>
#include <stdlib.h>

#include "date.h"
#include "pull.h"

/* An issue in one of the snapshots. */
struct copy {
	int64_t project, iid;
	int64_t changed; /* seconds since 1970, 0 unknown */
	struct str stamp;
	size_t from; /* index of the snapshot */
	const struct record *r;
};

struct copies {
	VEC_OF(struct copy);
};

/* What tells one issue from another, and when it changed. A hidden one has
 * its stamp as a number. */
static void read_copy(struct arena *a, struct copy *c)
{
	struct str key;
	struct pull p;

	pull_init_lax(&p, c->r->json, a);
	if (!pull_object(&p))
		return;
	while (pull_key(&p, &key))
		if (str_is(key, "iid"))
			pull_int(&p, &c->iid);
		else if (str_is(key, "project_id"))
			pull_int(&p, &c->project);
		else if (str_is(key, "changed"))
			pull_int(&p, &c->changed);
		else if (str_is(key, "updated_at"))
			pull_text(&p, &c->stamp);
		else
			pull_skip(&p);
	if (c->stamp.n)
		date_stamp_seconds(c->stamp, &c->changed);
}

static int by_number(int64_t a, int64_t b)
{
	return (a > b) - (a < b);
}

static int compare_places(const struct copy *a, const struct copy *b)
{
	int c = by_number(a->project, b->project);

	return c ? c : by_number(a->iid, b->iid);
}

/* The best copy of an issue is the first: changed last, fetched last. */
static int compare_copies(const void *va, const void *vb)
{
	const struct copy *a = va, *b = vb;
	int c = compare_places(a, b);

	if (!c)
		c = by_number(b->changed, a->changed);
	if (!c && a->stamp.n && b->stamp.n)
		c = str_cmp(b->stamp, a->stamp);
	if (!c)
		c = by_number((int64_t)b->from, (int64_t)a->from);
	return c ? c : (a->r > b->r) - (a->r < b->r);
}

static int compare_with_place(const void *va, const void *vb)
{
	return compare_places(va, vb);
}

static bool is_known(const struct copy *c)
{
	return c->project > 0 && c->iid > 0;
}

/* One copy of each issue that has a number; those without are all kept. */
static void choose(struct copies *all)
{
	size_t kept = 0;

	if (all->n > 1)
		qsort(all->v, all->n, sizeof *all->v, compare_copies);
	for (size_t i = 0; i < all->n; i++)
		if (!kept || !is_known(&all->v[i]) ||
			compare_places(&all->v[kept - 1], &all->v[i]) != 0)
			all->v[kept++] = all->v[i];
	all->n = kept;
}

/* Does what snapshot from has of an issue count? */
static bool counts(
	const struct copies *chosen, const struct record *r, size_t from)
{
	const struct copy key = {.project = r->project, .iid = r->iid};
	const struct copy *c = NULL;

	if (chosen->n)
		c = bsearch(&key, chosen->v, chosen->n, sizeof *c,
			compare_with_place);
	return !c || c->from == from;
}

static int compare_records(const void *va, const void *vb)
{
	const struct record *a = va, *b = vb;
	int c = by_number(a->kind, b->kind);

	if (!c)
		c = by_number(a->project, b->project);
	return c ? c : str_cmp(a->json, b->json);
}

/* Labels, members and boards that are the same to the byte are one. */
static void add_common(
	struct arena *a, struct records *common, struct records *out)
{
	if (common->n > 1)
		qsort(common->v, common->n, sizeof *common->v, compare_records);
	for (size_t i = 0; i < common->n; i++)
		if (!i || compare_records(&common->v[i - 1], &common->v[i]))
			*vec_add(a, out) = common->v[i];
}

static bool is_of_issue(enum record_kind kind)
{
	return kind == RECORD_NOTE || kind == RECORD_EVENT ||
	       kind == RECORD_GAP;
}

static bool has_name(struct str names, const char *name)
{
	struct str one;

	while (str_take_until(&names, ' ', &one))
		if (str_is(one, name))
			return true;
	return false;
}

static const char *join_names(
	struct arena *a, const struct snapshot *list, size_t n)
{
	const char *names = "";

	for (size_t i = 0; i < n; i++)
		if (*list[i].self && !has_name(str_of(names), list[i].self))
			names = arena_printf(a, "%s%s%s", names,
				*names ? " " : "", list[i].self);
	return names;
}

static void find_copies(struct arena *a, const struct snapshot *list, size_t n,
	struct copies *out)
{
	for (size_t s = 0; s < n; s++)
		for (size_t i = 0; i < list[s].records.n; i++) {
			struct copy c = {.from = s, .r = &list[s].records.v[i]};

			if (c.r->kind != RECORD_ISSUE)
				continue;
			c.project = c.r->project;
			c.iid = c.r->iid;
			read_copy(a, &c);
			*vec_add(a, out) = c;
		}
	choose(out);
}

void snapshot_join(struct arena *a, const struct snapshot *list, size_t n,
	struct snapshot *out)
{
	struct copies chosen = {NULL, 0, 0};
	struct records common = {NULL, 0, 0};

	assert(!n || list);
	*out = (struct snapshot){.source = "", .fetched = "", .self = ""};
	if (n)
		*out = list[0];
	if (n < 2)
		return;
	out->records = (struct records){NULL, 0, 0};
	out->self = join_names(a, list, n);
	find_copies(a, list, n, &chosen);
	for (size_t i = 0; i < chosen.n; i++)
		*vec_add(a, &out->records) = *chosen.v[i].r;
	for (size_t s = 0; s < n; s++)
		for (size_t i = 0; i < list[s].records.n; i++) {
			const struct record *r = &list[s].records.v[i];

			if (is_of_issue(r->kind) && counts(&chosen, r, s))
				*vec_add(a, &out->records) = *r;
			else if (r->kind != RECORD_ISSUE &&
				 !is_of_issue(r->kind))
				*vec_add(a, &common) = *r;
		}
	add_common(a, &common, &out->records);
}
