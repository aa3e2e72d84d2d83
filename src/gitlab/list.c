/*
 * Listing issues: in pages, in slices, or only what changed.
 */
#include "list_p.h"

#include <assert.h>
#include <inttypes.h>

#include "date.h"

enum {
	READS = 3,     /* of a list that changes while it is read */
	SLICES = 4,    /* for each lane, since they are not equally long */
	COUNTED = 100, /* pages: GitLab counts no issues beyond them */
	DAY = 86400,   /* seconds */
	MANY = 100000, /* pages at most */
};

/* "2025-01-31T00:00:00Z" */
static const char *stamp(struct arena *a, int64_t seconds)
{
	int of_day = (int)(((seconds % DAY) + DAY) % DAY);
	struct date d = date_from_days((long)((seconds - of_day) / DAY));

	return arena_printf(a, "%04d-%02d-%02dT%02d:%02d:%02dZ", d.year,
		d.month, d.day, of_day / 3600, of_day / 60 % 60, of_day % 60);
}

static struct walk make_walk(const struct list *l, const char *url, bool follow)
{
	return (struct walk){.url = url,
		.what = l->what,
		.follow = follow,
		.put = l->keep != NULL};
}

size_t list_early(const struct list *l)
{
	return l->pages > 1 && l->pages <= COUNTED ? (size_t)l->pages : 1;
}

struct walk list_page(const struct list *l, size_t n)
{
	struct walk walk = make_walk(l, l->url, false);

	assert(n >= 1);
	if (n > 1)
		walk.url = arena_printf(l->arena, "%s&page=%zu", l->url, n);
	walk.page = (long)n;
	walk.in_turn = walk.put;
	return walk;
}

/* Appends the issues of one walk, those met before left out. */
static void gather(struct list *l, const struct walk *walk, struct idset *seen,
	struct rows *all)
{
	for (size_t i = 0; i < walk->rows.n; i++) {
		struct row row = walk->rows.v[i];

		if (row.id && !idset_add(l->arena, seen, (uint64_t)row.id)) {
			l->duplicates++;
			continue;
		}
		list_close(l, &row);
		*vec_add(l->arena, all) = row;
	}
}

static int check_total(
	const struct list *l, const struct walk *first, long max, struct err *e)
{
	if (first->total <= max)
		return 0;
	return err_set(e, ERR_GITLAB,
		"there are %ld issues in %s, more than the %ld allowed: "
		"narrow the source by labels, or allow more",
		first->total, l->what, max);
}

/* What is to be read beside the first pages. */
struct plan {
	struct walk *walks;
	size_t n;
};

/* All pages behind the first n at once where their number is known, else one
 * list to be followed. */
static struct plan plan_pages(
	const struct list *l, const struct walk *first, size_t n, long max)
{
	long pages = first->total_pages;
	struct plan plan = {NULL, 1};
	bool counted = pages > 1 && pages <= max && pages <= MANY &&
		       walk_page_url(l->arena, first->next, 2);

	if (counted)
		plan.n = (size_t)pages > n ? (size_t)pages - n : 0;
	plan.walks = ARENA_ARRAY(l->arena, struct walk, plan.n + 1);
	for (size_t i = 0; i < plan.n; i++) {
		const char *url = counted ? walk_page_url(l->arena, first->next,
						    (long)(n + i) + 1)
					  : first->next;

		plan.walks[i] = make_walk(l, url, i + 1 == plan.n);
		plan.walks[i].in_turn = plan.walks[i].put;
	}
	return plan;
}

/* The list from one second to another, both included; 0 and INT64_MAX leave
 * it open at that side. */
static const char *slice_url(
	const struct list *l, int64_t from, int64_t to, bool keyset)
{
	const char *url = arena_printf(
		l->arena, "%s%s", l->url, keyset ? "&pagination=keyset" : "");

	if (from > 0)
		url = arena_printf(l->arena, "%s&created_after=%s", url,
			stamp(l->arena, from));
	if (to < INT64_MAX)
		url = arena_printf(l->arena, "%s&created_before=%s", url,
			stamp(l->arena, to));
	return url;
}

/* Slices meet in a second that both have: whatever was created within it is
 * in one of them, and once in the end. */
static struct plan plan_slices(
	const struct list *l, int64_t from, int64_t to, bool keyset)
{
	size_t n = (size_t)http_options(l->http)->lanes * SLICES;
	struct plan plan = {ARENA_ARRAY(l->arena, struct walk, n), n};
	int64_t step = (to - from) / (int64_t)n + 1;

	assert(to > from);
	for (size_t i = 0; i < n; i++) {
		int64_t begin = from + (int64_t)i * step;

		plan.walks[i] = make_walk(l,
			slice_url(l, i ? begin : 0,
				i + 1 < n ? begin + step : INT64_MAX, keyset),
			true);
		plan.walks[i].order = (uint16_t)(i + 1);
	}
	return plan;
}

/* Asks which issue is the last one, by keyset where it may be offered. */
static int find_last(struct list *l, struct walker *w, bool keyset,
	struct walk *last, struct err *err)
{
	const char *base = arena_text(
		l->arena, str_sub(str_of(l->url), 0,
				  str_find(str_of(l->url), STR("&sort="))));

	*last = make_walk(l,
		arena_printf(l->arena, "%s&sort=desc&per_page=1%s", base,
			keyset ? "&pagination=keyset" : ""),
		false);
	last->put = false;
	last->may_lack = keyset;
	return walk_all(w, last, 1, err);
}

/* A long list: how it is to be cut. plan->n 0: not at all. */
static int plan_long(struct list *l, const struct walk *first, struct walker *w,
	struct plan *plan, struct err *err)
{
	struct walker quiet = {.http = w->http, .arena = w->arena, .max = MANY};
	bool keyset = l->keyset;
	struct walk last;

	*plan = (struct plan){NULL, 0};
	if (find_last(l, &quiet, keyset, &last, err))
		return -1;
	if (keyset && last.lacked) {
		http_note(l->http, "no keyset paging here: going by pages");
		keyset = false;
		if (find_last(l, &quiet, false, &last, err))
			return -1;
	}
	if (first->created > 0 && last.created > first->created)
		*plan = plan_slices(l, first->created, last.created, keyset);
	return 0;
}

static int make_plan(struct list *l, const struct walk *first, size_t n,
	struct walker *w, struct plan *plan, struct err *err)
{
	*plan = (struct plan){NULL, 0};
	if (!*first->next)
		return 0;
	if (first->total < 0 && plan_long(l, first, w, plan, err))
		return -1;
	if (!plan->n)
		*plan = plan_pages(l, first, n, w->max);
	return 0;
}

/* Did a walk of its own give fewer than it was told of? Pages of one list
 * are counted together instead. */
static bool is_short(const struct walk *walk)
{
	return walk->total > (long)walk->found;
}

/* All rows in the order of the plan, each once, and then by number. */
static int collect(struct list *l, const struct walk *first, size_t n,
	const struct plan *plan, struct rows *issues, struct err *err)
{
	struct idset seen = {NULL, 0, 0, false};

	assert(n > 0);
	if (l->keep)
		return list_arrange(l, issues, err);
	*issues = (struct rows){NULL, 0, 0};
	for (size_t i = 0; i < n; i++)
		gather(l, &first[i], &seen, issues);
	for (size_t i = 0; i < plan->n; i++)
		gather(l, &plan->walks[i], &seen, issues);
	list_sort(issues);
	return 0;
}

/* Are these as many as there are?  first has n pages, each of which may tell
 * a number; slices each tell their own. */
static bool is_whole(const struct walk *first, size_t n,
	const struct plan *plan, size_t issues)
{
	bool counted = first->total >= 0, whole = true;
	long told = first->total;

	for (size_t i = 1; i < n; i++)
		if (counted && first[i].total > told)
			told = first[i].total;
	for (size_t i = 0; i < plan->n; i++)
		if (!counted && plan->n > 1)
			whole = whole && !is_short(&plan->walks[i]);
		else if (plan->walks[i].total > told)
			told = plan->walks[i].total;
	return whole && (long)issues >= told;
}

/* Reads what the first n pages left. *good: as many came as there are. */
static int read_once(struct list *l, struct walker *w, const struct walk *first,
	size_t n, struct rows *issues, bool *good, struct err *err)
{
	struct plan plan;

	if (check_total(l, first, w->max, err) ||
		make_plan(l, first, n, w, &plan, err))
		return -1;
	w->done = (long)first->found;
	w->all = first->total;
	if (plan.n && walk_all(w, plan.walks, plan.n, err))
		return -1;
	if (collect(l, first, n, &plan, issues, err))
		return -1;
	*good = is_whole(first, n, &plan, issues->n);
	return 0;
}

/* The first pages, if nobody has read them yet. */
static int read_first(struct list *l, struct walker *w,
	const struct walk **first, size_t *n, struct err *err)
{
	struct walk *walks;

	if (*first)
		return 0;
	if (list_forget(l, err))
		return -1;
	*n = list_early(l);
	walks = ARENA_ARRAY(l->arena, struct walk, *n);
	for (size_t i = 0; i < *n; i++)
		walks[i] = list_page(l, i + 1);
	*first = walks;
	w->done = 0;
	return walk_all(w, walks, *n, err);
}

int list_whole(struct list *l, const struct walk *first, size_t n,
	struct rows *issues, struct err *err)
{
	struct walker w = {.http = l->http,
		.arena = l->arena,
		.noun = "issues",
		.all = -1,
		.max = http_options(l->http)->max_issues,
		.put = list_put,
		.ctx = l};
	bool good, counted = false;

	assert(!first == !n);
	for (int i = 0; i < READS; i++) {
		if (i > 0)
			http_note(l->http,
				"reading again: the list changed meanwhile");
		if (read_first(l, &w, &first, &n, err))
			return -1;
		counted |= first->total >= 0;
		if (read_once(l, &w, first, n, issues, &good, err))
			return -1;
		/* Who counted once must count again to be believed. */
		if (good && (first->total >= 0 || !counted))
			return 0;
		l->pages = first->total >= 0 ? first->total_pages : 0;
		first = NULL;
	}
	return err_set(err, ERR_GITLAB,
		"GitLab's pages hold %zu entries of %s but it speaks of more, "
		"%d times over: nothing was used, try again later",
		issues->n, l->what, READS);
}

const char *list_newest_url(const struct list *l)
{
	struct str url = str_of(l->url);
	size_t order = str_find(url, STR("&order_by=created_at&sort=asc"));
	size_t end = str_find(url, STR("&per_page=100"));
	const struct str kept[] = {
		str_sub(url, 0, order),
		str_sub(url, end + STR("&per_page=100").n, url.n),
	};

	assert(strstr(l->url, "&order_by=created_at&sort=asc") &&
		strstr(l->url, "&per_page=100"));
	return arena_printf(l->arena,
		"%.*s&order_by=updated_at&sort=desc&per_page=%d%.*s",
		STR_ARG(kept[0]), LIST_NEWEST, STR_ARG(kept[1]));
}

const char *list_since_stamp(const struct list *l, const struct recall *r)
{
	int64_t since = r->then ? r->then->newest - RECALL_OVERLAP : 0;

	return stamp(l->arena, since > 0 ? since : 0);
}

/* Does the page reach back to what is surely known? */
static bool reaches_back(const struct recall *r, const struct walk *newest)
{
	return !*newest->next ||
	       (newest->rows.n && newest->rows.v[newest->rows.n - 1].changed <
					  r->then->newest - RECALL_OVERLAP);
}

bool list_is_short(struct list *l, const struct recall *r,
	const struct walk *newest, struct rows *rows)
{
	struct idset seen = {NULL, 0, 0, false};
	struct list unseen = *l;

	assert(r->then);
	gather(&unseen, newest, &seen, rows);
	return reaches_back(r, newest) &&
	       (newest->total < 0 || newest->total == recall_issues(r));
}

/* What changed when it was more than a page. */
static int list_since(struct list *l, const struct recall *r, struct rows *rows,
	struct err *err)
{
	struct list since = *l;
	int result;

	since.url = arena_printf(l->arena, "%s&updated_after=%s", l->url,
		list_since_stamp(l, r));
	since.pages = 0;
	result = list_whole(&since, NULL, 0, rows, err);
	l->duplicates = since.duplicates;
	return result;
}

/* Puts the changed rows over what is remembered; both are sorted. */
static void merge(struct list *l, const struct recall *r,
	const struct rows *changed, struct rows *out)
{
	size_t c = 0;

	*out = (struct rows){NULL, 0, 0};
	for (size_t i = 0; i < r->n; i++) {
		const struct recalled *was = &r->issues[i];
		struct row row = {.project = was->project,
			.iid = was->iid,
			.kept = true,
			.json = was->issue->json};
		int order = -1;

		while (c < changed->n) {
			const struct row *now = &changed->v[c];

			order = now->project != row.project
					? (now->project < row.project ? -1 : 1)
				: now->iid != row.iid
					? (now->iid < row.iid ? -1 : 1)
					: 0;
			if (order >= 0)
				break;
			*vec_add(l->arena, out) = *now;
			c++;
		}
		if (c < changed->n && order == 0)
			row = changed->v[c++];
		*vec_add(l->arena, out) = row;
	}
	for (; c < changed->n; c++)
		*vec_add(l->arena, out) = changed->v[c];
}

int list_changes(struct list *l, const struct recall *r,
	const struct walk *newest, struct rows *issues, struct err *err)
{
	struct idset seen = {NULL, 0, 0, false};
	struct rows changed = {NULL, 0, 0};

	assert(r->then && !l->keep);
	if (reaches_back(r, newest)) {
		gather(l, newest, &seen, &changed);
		list_sort(&changed);
	} else if (list_since(l, r, &changed, err)) {
		return -1;
	}
	merge(l, r, &changed, issues);
	if (newest->total >= 0 && newest->total != (long)issues->n) {
		http_note(l->http,
			"%zu issues are remembered but there are "
			"%ld: listing them all",
			issues->n, newest->total);
		return 0;
	}
	return 1;
}
