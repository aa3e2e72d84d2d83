/*
 * One source, wholly: board, labels, members, issues, comments.
 *
 * The board comes first, since its scope is part of the filter; labels,
 * members and the first page of issues are asked for together; then the rest
 * of the issues, and last the comments of those that have any.
 */
#include "gitlab_p.h"

#include <stdio.h>
#include <string.h>

#include "board_p.h"
#include "url_p.h"
#include "walk_p.h"

enum {
	OTHER_ROWS = 1000000, /* labels, members, comments at most */
	READS = 3,            /* of a list that changes while it is read */
};

struct fetch {
	struct gitlab *g;
	struct arena *arena;
	struct source_spec source; /* a copy; the board adds to its filter */
	const char *base;          /* ".../projects/group%2Fproject" */
	struct records *records;
	struct gitlab_fetch_stats *stats;
};

static const char *base_url(struct arena *a, const char *api,
	enum source_kind kind, const char *path)
{
	const char *url;
	struct buf b;

	buf_init(&b, URL_BYTES);
	buf_addf(&b, "%s/%s/", api,
		kind == SOURCE_GROUP ? "groups" : "projects");
	url_encode(&b, str_of(path));
	url = arena_text(a, buf_str(&b));
	buf_release(&b);
	return url;
}

static void set_base(struct fetch *f)
{
	f->base = base_url(f->arena, f->g->api, f->source.kind, f->source.path);
}

/* An address such as /a/b fits a project and a subgroup: ask which it is. */
static int find_kind(struct fetch *f, struct err *err)
{
	const char *what = arena_printf(f->arena, "'%s'", f->source.path);
	struct http_request r;
	struct err why = ERR_INIT;
	struct str json;
	int result = gitlab_ask(f->g, f->arena, f->base, what, &r, &json, &why);
	bool missing = r.err.kind == ERR_NONE && r.answer.status == 404;

	http_release(&r);
	if (result == 0)
		return 0;
	if (missing) {
		struct err unused = ERR_INIT;
		const char *url = base_url(
			f->arena, f->g->api, SOURCE_GROUP, f->source.path);

		url = arena_printf(f->arena, "%s?with_projects=false", url);
		result = gitlab_ask(
			f->g, f->arena, url, what, &r, &json, &unused);
		http_release(&r);
		if (result == 0) {
			f->source.kind = SOURCE_GROUP;
			set_base(f);
			return 0;
		}
	}
	return err_set(err, why.kind, "%s", why.text);
}

static void add_texts(struct buf *b, const char *name, const struct texts *t)
{
	for (size_t i = 0; i < t->n; i++) {
		buf_adds(b, i ? "%2C" : name);
		url_encode(b, str_of(t->v[i]));
	}
}

static int issues_url(struct fetch *f, const char **url, struct err *err)
{
	const struct source_spec *s = &f->source;
	struct buf b;
	int result;

	buf_init(&b, URL_BYTES);
	buf_addf(&b,
		"%s/issues?scope=all&order_by=created_at&sort=asc"
		"&per_page=100",
		f->base);
	if (*s->state)
		buf_addf(&b, "&state=%s", s->state);
	add_texts(&b, "&labels=", &s->labels);
	add_texts(&b, "&not%5Blabels%5D=", &s->not_labels);
	if (*s->milestone) {
		buf_adds(&b, "&milestone=");
		url_encode(&b, str_of(s->milestone));
	}
	buf_adds(&b, s->filter);
	*url = arena_text(f->arena, buf_str(&b));
	result = buf_finish(&b, "the filter of the address", err);
	buf_release(&b);
	return result;
}

static struct walk make_walk(
	struct fetch *f, const char *noun, const char *url, bool follow)
{
	return (struct walk){
		.url = url,
		.what = arena_printf(
			f->arena, "the %s of '%s'", noun, f->source.path),
		.follow = follow,
	};
}

static void add_record(struct fetch *f, enum record_kind kind,
	const struct row *row, int64_t project, int64_t iid)
{
	*vec_add(f->arena, f->records) = (struct record){
		.kind = kind,
		.project = project,
		.iid = iid,
		.json = row->json,
	};
}

static void add_records(
	struct fetch *f, enum record_kind kind, const struct walk *walk)
{
	struct idset seen = {NULL, 0, 0, false};

	for (size_t i = 0; i < walk->rows.n; i++) {
		const struct row *row = &walk->rows.v[i];

		if (row->id && !idset_add(f->arena, &seen, (uint64_t)row->id))
			f->stats->duplicates++;
		else
			add_record(f, kind, row, 0, 0);
	}
}

/* The walks for what the first page of issues left: all other pages at once
 * where their number is known, else one list to be followed. */
static size_t plan_rest(
	struct fetch *f, const struct walk *first, long max, struct walk **rest)
{
	long pages = first->total_pages;
	size_t n = pages > 1 && pages <= max ? (size_t)pages - 1 : 1;

	*rest = NULL;
	if (!*first->next)
		return 0;
	if (!walk_page_url(f->arena, first->next, 2))
		n = 1;
	*rest = ARENA_ARRAY(f->arena, struct walk, n);
	for (size_t i = 0; i < n; i++) {
		const char *url = n == 1 ? first->next
					 : walk_page_url(f->arena, first->next,
						   (long)i + 2);

		(*rest)[i] = make_walk(f, "issues", url, i + 1 == n);
	}
	return n;
}

/* Appends the issues of one walk to all, those met before left out. */
static void gather(struct fetch *f, const struct walk *walk, struct idset *seen,
	struct rows *all)
{
	for (size_t i = 0; i < walk->rows.n; i++) {
		const struct row *row = &walk->rows.v[i];

		if (row->id && !idset_add(f->arena, seen, (uint64_t)row->id))
			f->stats->duplicates++;
		else
			*vec_add(f->arena, all) = *row;
	}
}

static int check_total(const struct walk *first, long max, struct err *err)
{
	if (first->total <= max)
		return 0;
	return err_set(err, ERR_GITLAB,
		"there are %ld issues in %s, more than the %ld allowed: "
		"narrow the source by labels, or allow more",
		first->total, first->what, max);
}

/* Reads what the first page left. *told is the largest number of issues that
 * any page spoke of, or -1. */
static int fetch_rest(struct fetch *f, struct walker *w,
	const struct walk *first, struct rows *issues, long *told,
	struct err *err)
{
	struct idset seen = {NULL, 0, 0, false};
	struct walk *rest;
	size_t n;

	if (check_total(first, w->max, err))
		return -1;
	n = plan_rest(f, first, w->max, &rest);
	w->done = (long)first->rows.n;
	w->all = *told = first->total;
	if (n && walk_all(w, rest, n, err))
		return -1;
	*issues = (struct rows){NULL, 0, 0};
	gather(f, first, &seen, issues);
	for (size_t i = 0; i < n; i++) {
		gather(f, &rest[i], &seen, issues);
		if (rest[i].total > *told)
			*told = rest[i].total;
	}
	return 0;
}

/*
 * Pages are windows on a list that people change meanwhile: an issue that
 * leaves it moves the others forward, and one of them falls between two
 * windows. Then fewer came than GitLab spoke of, and all is read again.
 */
static int fetch_whole(struct fetch *f, struct walk *first, struct rows *issues,
	struct err *err)
{
	struct walker w = {.http = f->g->http,
		.arena = f->arena,
		.noun = "issues",
		.max = http_options(f->g->http)->max_issues};
	long told;

	for (int i = 0; i < READS; i++) {
		if (i > 0) {
			http_note(f->g->http,
				"reading again: the list changed meanwhile");
			*first = make_walk(f, "issues", first->url, false);
			w.done = 0;
			if (walk_all(&w, first, 1, err))
				return -1;
		}
		if (fetch_rest(f, &w, first, issues, &told, err))
			return -1;
		if ((long)issues->n >= told && (i == 0 || told >= 0))
			return 0;
	}
	return err_set(err, ERR_GITLAB,
		"GitLab's pages hold %zu issues of '%s' but it speaks of more, "
		"%d times over: nothing was used, try again later",
		issues->n, f->source.path, READS);
}

/* No issue at all may mean that they are turned off. */
static int check_empty(struct fetch *f, struct err *err)
{
	struct http_request r;
	struct str json, key;
	struct pull p;
	bool enabled = true;
	int result;

	if (f->source.kind == SOURCE_GROUP)
		return 0;
	result = gitlab_ask(f->g, f->arena, f->base,
		arena_printf(f->arena, "'%s'", f->source.path), &r, &json, err);
	http_release(&r);
	if (result)
		return -1;
	pull_init(&p, json, f->arena);
	if (pull_object(&p)) {
		while (pull_key(&p, &key))
			if (str_is(key, "issues_enabled"))
				pull_bool(&p, &enabled);
			else
				pull_skip(&p);
	}
	if (enabled)
		return 0;
	return err_set(err, ERR_GITLAB,
		"issues are turned off in '%s': turn them on in its settings, "
		"under visibility and features",
		f->source.path);
}

static int fetch_issues(struct fetch *f, struct rows *issues, struct err *err)
{
	enum { ISSUES, LABELS, MEMBERS, N };
	struct walker w = {.http = f->g->http,
		.arena = f->arena,
		.all = -1,
		.max = OTHER_ROWS};
	struct walk walks[N];
	const char *url;

	if (issues_url(f, &url, err))
		return -1;
	walks[ISSUES] = make_walk(f, "issues", url, false);
	url = arena_printf(f->arena, "%s/labels?per_page=100", f->base);
	walks[LABELS] = make_walk(f, "labels", url, true);
	url = arena_printf(f->arena, "%s/members/all?per_page=100", f->base);
	walks[MEMBERS] = make_walk(f, "members", url, true);
	walks[MEMBERS].may_lack = true;
	if (walk_all(&w, walks, N, err) ||
		fetch_whole(f, &walks[ISSUES], issues, err) ||
		(issues->n == 0 && check_empty(f, err)))
		return -1;
	add_records(f, RECORD_LABEL, &walks[LABELS]);
	add_records(f, RECORD_MEMBER, &walks[MEMBERS]);
	for (size_t i = 0; i < issues->n; i++)
		add_record(f, RECORD_ISSUE, &issues->v[i], issues->v[i].project,
			issues->v[i].iid);
	f->stats->issues += (long)issues->n;
	return 0;
}

static struct walk notes_walk(struct fetch *f, const struct row *issue)
{
	return (struct walk){
		.url = arena_printf(f->arena,
			"%s/projects/%lld/issues/%lld/notes?sort=asc"
			"&order_by=created_at&per_page=100"
			"&activity_filter=only_comments",
			f->g->api, (long long)issue->project,
			(long long)issue->iid),
		.what = arena_printf(f->arena,
			"the comments of issue #%lld in '%s'",
			(long long)issue->iid, f->source.path),
		.follow = true,
	};
}

static void add_notes(
	struct fetch *f, const struct row *issue, const struct walk *walk)
{
	struct idset seen = {NULL, 0, 0, false};

	for (size_t i = 0; i < walk->rows.n; i++) {
		const struct row *row = &walk->rows.v[i];

		if (row->id && !idset_add(f->arena, &seen, (uint64_t)row->id)) {
			f->stats->duplicates++;
			continue;
		}
		add_record(f, RECORD_NOTE, row, issue->project, issue->iid);
		f->stats->notes++;
	}
}

static int fetch_notes(
	struct fetch *f, const struct rows *issues, struct err *err)
{
	struct walker w = {.http = f->g->http,
		.arena = f->arena,
		.noun = "comments",
		.all = -1,
		.max = OTHER_ROWS};
	const struct row **of =
		ARENA_ARRAY(f->arena, const struct row *, issues->n + 1);
	struct walk *walks = ARENA_ARRAY(f->arena, struct walk, issues->n + 1);
	size_t n = 0;

	for (size_t i = 0; i < issues->n; i++) {
		const struct row *row = &issues->v[i];

		if (!row->commented || row->project <= 0 || row->iid <= 0)
			continue;
		of[n] = row;
		walks[n++] = notes_walk(f, row);
	}
	if (walk_all(&w, walks, n, err))
		return -1;
	for (size_t i = 0; i < n; i++)
		add_notes(f, of[i], &walks[i]);
	return 0;
}

static int fetch_board(struct fetch *f, struct err *err)
{
	struct str json;

	if (!f->source.board)
		return 0;
	if (board_fetch(f->g, f->arena, f->base, &f->source, &json, err))
		return -1;
	if (json.n)
		*vec_add(f->arena, f->records) =
			(struct record){.kind = RECORD_BOARD, .json = json};
	return 0;
}

int gitlab_fetch(struct gitlab *g, struct arena *a,
	const struct source_spec *source, bool notes, struct records *records,
	struct gitlab_fetch_stats *stats, struct err *err)
{
	struct fetch f = {
		.g = g,
		.arena = a,
		.source = *source,
		.records = records,
		.stats = stats,
	};
	const struct http_stats *http = http_stats(g->http);
	struct rows issues = {NULL, 0, 0};

	*stats = (struct gitlab_fetch_stats){0};
	set_base(&f);
	if ((source->may_be_group && find_kind(&f, err)) ||
		fetch_board(&f, err) || fetch_issues(&f, &issues, err) ||
		(notes && fetch_notes(&f, &issues, err)))
		return -1;
	stats->requests = http->requests;
	stats->bytes = (long)http->bytes;
	return 0;
}
