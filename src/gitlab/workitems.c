/*
 * Pages of work items by cursor, joined to the issues.
 */
#include "workitems_p.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "graphql_p.h"
#include "jsonout.h"
#include "member_p.h"
#include "queries_p.h"
#include "workitem_p.h"

/* Items a page: fewer when GitLab finds a question too complex. */
enum { PAGE_MOST = 50, PAGE_LEAST = 3, VARIABLES_BYTES = 32 * 1024 };

struct asking {
	struct gitlab *g;
	struct arena *arena;
	const struct source_spec *source;
	const char *path, *what;
	int first; /* items a page */
	struct {
		VEC_OF(struct workitem);
	} items;
	bool more;
	struct str cursor;
};

/* GraphQL knows places by path only. */
static int find_path(struct asking *q, const char *base, struct err *err)
{
	const char *name = q->source->kind == SOURCE_GROUP
				   ? "full_path"
				   : "path_with_namespace";
	struct str json, key, path = {NULL, 0};
	struct http_request r;
	struct pull p;
	int result;

	q->path = q->source->path;
	if (q->path[strspn(q->path, "0123456789")])
		return 0;
	result = gitlab_ask(q->g, q->arena, base,
		arena_printf(q->arena, "'%s'", q->path), &r, &json, err);
	if (result == 0) {
		pull_init(&p, json, q->arena);
		if (pull_object(&p)) {
			while (pull_key(&p, &key))
				if (str_is(key, name))
					pull_text(&p, &path);
				else
					pull_skip(&p);
		}
		if (!path.n)
			result = gitlab_not_json(q->g, &r, &p, err);
		q->path = arena_text(q->arena, path);
	}
	http_release(&r);
	return result;
}

static void put_texts(
	struct jsonout *j, const char *key, const struct texts *texts)
{
	jsonout_array(j, key);
	for (size_t i = 0; i < texts->n; i++)
		jsonout_text(j, NULL, texts->v[i]);
	jsonout_end(j, ']');
}

/* A milestone that is one, not Any or None. */
static bool has_title(const struct source_spec *s)
{
	static const char *const WORDS[] = {
		"None", "Any", "Upcoming", "Started"};

	for (size_t i = 0; i < COUNT_OF(WORDS); i++)
		if (strcmp(s->milestone, WORDS[i]) == 0)
			return false;
	return *s->milestone;
}

static struct str make_variables(const struct asking *q)
{
	const struct source_spec *s = q->source;
	struct jsonout j;
	struct str json;
	struct buf b;

	buf_init(&b, VARIABLES_BYTES);
	jsonout_init(&j, &b, false);
	jsonout_object(&j, NULL);
	jsonout_text(&j, "path", q->path);
	jsonout_int(&j, "first", q->first);
	jsonout_text(&j, "state", *s->state ? s->state : "all");
	if (q->cursor.n)
		jsonout_str(&j, "after", q->cursor);
	if (s->labels.n)
		put_texts(&j, "labels", &s->labels);
	if (has_title(s)) {
		jsonout_array(&j, "milestones");
		jsonout_text(&j, NULL, s->milestone);
		jsonout_end(&j, ']');
	}
	jsonout_end(&j, '}');
	json = arena_str(q->arena, buf_str(&b));
	buf_release(&b);
	return json;
}

static void read_page_info(struct pull *p, struct asking *q)
{
	struct str key;

	if (!pull_object(p))
		return;
	while (pull_key(p, &key))
		if (str_is(key, "hasNextPage"))
			pull_bool(p, &q->more);
		else if (str_is(key, "endCursor"))
			pull_text(p, &q->cursor);
		else
			pull_skip(p);
}

static void read_nodes(struct pull *p, struct asking *q)
{
	struct workitem item;

	if (!pull_array(p))
		return;
	while (pull_next(p))
		if (workitem_read(p, &item))
			*vec_add(q->arena, &q->items) = item;
}

/* {"place":{"workItems":{"pageInfo":...,"nodes":...}}}; *depth says how far
 * it was as it should be. */
static void read_data(struct pull *p, struct asking *q, int *depth)
{
	static const char *const WAY[] = {"place", "workItems"};
	struct str key;

	if (!pull_object(p))
		return;
	while (pull_key(p, &key))
		if (*depth < 2 && str_is(key, WAY[*depth]) &&
			pull_peek(p) == PULL_OBJECT) {
			++*depth;
			if (*depth < 2) {
				read_data(p, q, depth);
				continue;
			}
			if (!pull_object(p))
				continue;
			while (pull_key(p, &key))
				if (str_is(key, "pageInfo"))
					read_page_info(p, q);
				else if (str_is(key, "nodes"))
					read_nodes(p, q);
				else
					pull_skip(p);
		} else {
			pull_skip(p);
		}
}

static int complain_missing(const struct asking *q, int depth, struct err *err)
{
	if (depth == 0)
		return err_set(err, ERR_GITLAB,
			"GraphQL shows no '%s': check that it is a project's "
			"or group's path and that the token has scope "
			"read_api, or set work-items to false",
			q->path);
	return err_set(err, ERR_GITLAB,
		"GraphQL has no work items in '%s': objectives and key "
		"results need GitLab Ultimate; without them, set work-items "
		"to false",
		q->path);
}

static int take_data(struct asking *q, struct str data, struct err *err)
{
	struct str before = q->cursor;
	struct pull p;
	int depth = 0;

	q->more = false;
	pull_init_lax(&p, data, q->arena);
	read_data(&p, q, &depth);
	if (depth < 2)
		return complain_missing(q, depth, err);
	if (q->more && (!q->cursor.n || str_eq(q->cursor, before)))
		return err_set(err, ERR_GITLAB,
			"GraphQL's pages of %s lead in a circle: try again "
			"later, or set work-items to false",
			q->what);
	return 0;
}

static int complain_refused(const struct asking *q, bool complex,
	const char *words, struct err *err)
{
	if (complex)
		return err_set(err, ERR_GITLAB,
			"GraphQL finds %s too much even %d at a time ('%s'): "
			"raise its limits, or set work-items to false",
			q->what, q->first, words);
	return err_set(err, ERR_GITLAB,
		"GraphQL refuses the question for %s ('%s'): work items need "
		"GitLab 17 or later; update it, or set work-items to false",
		q->what, words);
}

/* One page; smaller ones when it is too much. */
static int ask_page(struct asking *q, struct err *err)
{
	const char *query = q->source->kind == SOURCE_GROUP
				    ? QUERY_GROUP_ITEMS
				    : QUERY_PROJECT_ITEMS;

	for (;;) {
		const char *words;
		struct str data;

		switch (graphql_ask(q->g, q->arena, query, make_variables(q),
			q->what, &data, &words, err)) {
		case GRAPHQL_FAILED:
			return -1;
		case GRAPHQL_DATA:
			return take_data(q, data, err);
		case GRAPHQL_REFUSED:
			return complain_refused(q, false, words, err);
		case GRAPHQL_COMPLEX:
			if (q->first / 2 < PAGE_LEAST)
				return complain_refused(q, true, words, err);
			q->first /= 2;
			http_note(q->g->http,
				"too complex a question: asking for %d items "
				"at a time",
				q->first);
		}
	}
}

static int ask_all(struct asking *q, struct err *err)
{
	long max = http_options(q->g->http)->max_issues;

	do {
		if (ask_page(q, err))
			return -1;
		if ((long)q->items.n > max)
			return err_set(err, ERR_GITLAB,
				"there are more than %ld entries in %s: "
				"narrow the source by labels, or allow more",
				max, q->what);
	} while (q->more);
	return 0;
}

static int compare_items(const void *va, const void *vb)
{
	const struct workitem *a = va, *b = vb;

	if (a->project != b->project)
		return a->project < b->project ? -1 : 1;
	return (a->iid > b->iid) - (a->iid < b->iid);
}

/* Can GraphQL narrow the list as the source does? Else only issues that REST
 * gave count. */
static bool is_same_list(const struct source_spec *s)
{
	return !s->not_labels.n && !*s->filter &&
	       (!*s->milestone || has_title(s));
}

/* Items by project and number, each once; confidential ones only where
 * wished. */
static void tidy(struct asking *q, bool confidential)
{
	size_t kept = 0;

	if (q->items.n > 1)
		qsort(q->items.v, q->items.n, sizeof *q->items.v,
			compare_items);
	for (size_t i = 0; i < q->items.n; i++) {
		const struct workitem *w = &q->items.v[i];

		if ((w->open || confidential) &&
			(!kept || compare_items(w, &q->items.v[kept - 1])))
			q->items.v[kept++] = *w;
	}
	q->items.n = kept;
}

static void join(struct asking *q, struct records *records, size_t from,
	struct gitlab_fetch_stats *stats)
{
	bool *known = ARENA_ARRAY(q->arena, bool, q->items.n + 1);
	bool whole = is_same_list(q->source);

	for (size_t i = from; i < records->n && q->items.n; i++) {
		struct record *r = &records->v[i];
		const struct workitem key = {
			.project = r->project, .iid = r->iid};
		const struct workitem *w;

		if (r->kind != RECORD_ISSUE)
			continue;
		w = bsearch(
			&key, q->items.v, q->items.n, sizeof *w, compare_items);
		if (!w)
			continue;
		known[w - q->items.v] = true;
		r->json = member_add(q->arena, r->json, "work_item",
			workitem_member(q->arena, w));
	}
	for (size_t i = 0; whole && i < q->items.n; i++) {
		const struct workitem *w = &q->items.v[i];

		if (known[i])
			continue;
		*vec_add(q->arena, records) = (struct record){
			.kind = RECORD_ISSUE,
			.project = w->project,
			.iid = w->iid,
			.json = workitem_issue(q->arena, w),
		};
		stats->issues++;
	}
}

int workitems_fetch(struct gitlab *g, struct arena *a,
	const struct source_spec *source, const char *base,
	const struct gitlab_wish *wish, struct records *records, size_t from,
	struct gitlab_fetch_stats *stats, struct err *err)
{
	struct asking q = {
		.g = g,
		.arena = a,
		.source = source,
		.what = arena_printf(a, "the work items of '%s'", source->path),
		.first = PAGE_MOST,
	};

	assert(from <= records->n);
	if (find_path(&q, base, err) || ask_all(&q, err))
		return -1;
	tidy(&q, wish->confidential);
	join(&q, records, from, stats);
	return 0;
}
