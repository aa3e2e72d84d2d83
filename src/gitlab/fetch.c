/*
 * One source, wholly: board, labels, members, issues, comments.
 *
 * The board comes first, since its scope is part of the filter; labels,
 * members and the first page of issues are asked for together; then the rest
 * of the issues, and last what is asked for issue by issue.
 */
#include "gitlab_p.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

#include "board_p.h"
#include "detail_p.h"
#include "list_p.h"
#include "recall_p.h"
#include "still_p.h"
#include "url_p.h"
#include "walk_p.h"
#include "workitems_p.h"

enum { OTHER_ROWS = 1000000 }; /* labels, members, comments at most */

struct fetch {
	struct gitlab *g;
	struct arena *arena;
	struct source_spec source; /* a copy; the board adds to its filter */
	const char *base;          /* ".../projects/group%2Fproject" */
	const struct gitlab_wish *wish;
	struct records *records;
	struct gitlab_fetch_stats *stats;
	struct list list;
	struct recall recall;
	struct records events; /* one for each issue where wished */
	const char *name;      /* of what is remembered */
	int64_t milestone;     /* when one changed last, as far as is known */
	int64_t date;          /* the server's clock when issues were listed */
	const struct walk *self; /* who we are, or NULL: not asked */
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

static void add_records(struct fetch *f, enum record_kind kind,
	const struct walk *walk, int64_t project)
{
	struct idset seen = {NULL, 0, 0, false};

	for (size_t i = 0; i < walk->rows.n; i++) {
		const struct row *row = &walk->rows.v[i];

		if (row->id && !idset_add(f->arena, &seen, (uint64_t)row->id))
			f->stats->duplicates++;
		else
			add_record(f, kind, row, project, 0);
	}
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

/* What is asked for together, the list of issues by this or that address.
 * Where all are to be listed, further pages of it stand where the milestones
 * would. */
enum { SELF, ISSUES, LABELS, MEMBERS, MILESTONES, ASKED };

/* Only as much of the past may be used as nobody has renamed since: names
 * stand in issues and comments, and a new name does not date them. Returns
 * whether a listing of all issues is needed. */
static bool check_names(struct fetch *f, const struct walk *walks)
{
	struct recall *r = &f->recall;
	enum recall_names labels, members;

	if (!r->then)
		return true;
	labels = recall_compare(r, f->arena, RECORD_LABEL, &walks[LABELS].rows);
	members = recall_compare(
		r, f->arena, RECORD_MEMBER, &walks[MEMBERS].rows);
	if (members == RECALL_RENAMED) {
		http_note(f->g->http, "a member has a new name: asking for "
				      "all comments again");
		recall_forget(r);
		return true;
	}
	r->relabelled = labels != RECALL_KEPT;
	if (f->milestone > r->then->milestone)
		return true;
	return labels != RECALL_KEPT || members != RECALL_KEPT ||
	       walks[MILESTONES].lacked;
}

/* When a milestone changed last. */
static void date_milestones(struct fetch *f, const struct walk *walk)
{
	assert(f->recall.then);
	f->milestone = f->recall.then->milestone;
	for (size_t i = 0; i < walk->rows.n; i++)
		if (walk->rows.v[i].changed > f->milestone)
			f->milestone = walk->rows.v[i].changed;
}

static void plan_lists(struct fetch *f, struct walk *walks)
{
	const char *url;

	walks[SELF] = (struct walk){
		.url = arena_printf(f->arena, "%s/user", f->g->api),
		.what = "the token's user",
		.object = true,
		.in_turn = true};
	url = arena_printf(f->arena, "%s/labels?per_page=100%s", f->base,
		f->source.kind == SOURCE_GROUP
			? "&only_group_labels=false"
			  "&include_descendant_groups=true"
			: "");
	walks[LABELS] = make_walk(f, "labels", url, true);
	url = arena_printf(f->arena, "%s/members/all?per_page=100", f->base);
	walks[MEMBERS] = make_walk(f, "members", url, true);
	walks[MEMBERS].may_lack = true;
}

/* What changed last, of issues and of milestones. */
static void plan_newest(struct fetch *f, struct walk *walks)
{
	const char *since = list_since_stamp(&f->list, &f->recall);
	const char *url = arena_printf(f->arena,
		"%s/milestones?per_page=100&include_ancestors=true"
		"&updated_after=%s",
		f->base, since);

	walks[ISSUES] =
		make_walk(f, "issues", list_newest_url(&f->list), false);
	walks[MILESTONES] = make_walk(f, "milestones", url, true);
	walks[MILESTONES].may_lack = true;
}

static void plan_pages(struct fetch *f, struct walk *walks, size_t n)
{
	walks[ISSUES] = list_page(&f->list, 1);
	for (size_t i = 1; i < n; i++)
		walks[MILESTONES + i - 1] = list_page(&f->list, i + 1);
}

/* All issues as they are now: remembered and changed where that is sure,
 * else listed. */
static int read_issues(struct fetch *f, struct walk *walks, bool newest,
	size_t early, struct rows *issues, struct err *err)
{
	bool whole = check_names(f, walks) || !newest;
	struct walk *pages;
	int found = 0;

	if (!whole)
		found = list_changes(
			&f->list, &f->recall, &walks[ISSUES], issues, err);
	f->stats->whole = found == 0;
	if (found != 0)
		return found < 0 ? -1 : 0;
	if (newest)
		return list_whole(&f->list, NULL, 0, issues, err);
	pages = ARENA_ARRAY(f->arena, struct walk, early);
	pages[0] = walks[ISSUES];
	for (size_t i = 1; i < early; i++)
		pages[i] = walks[MILESTONES + i - 1];
	return list_whole(&f->list, pages, early, issues, err);
}

/* The project whose members these are; 0 those of all, for a group's. */
static int64_t only_project(const struct fetch *f, const struct rows *issues)
{
	return f->source.kind == SOURCE_PROJECT && issues->n
		       ? issues->v[0].project
		       : 0;
}

static bool is_still(struct fetch *f, const struct walk *walks)
{
	const struct still s = {
		.arena = f->arena,
		.list = &f->list,
		.recall = &f->recall,
		.wish = f->wish,
		.newest = &walks[ISSUES],
		.labels = &walks[LABELS],
		.members = &walks[MEMBERS],
		.members_of = only_project(f, &walks[ISSUES].rows),
	};

	assert(f->recall.then);
	/* Work items are not in the list, and not remembered. */
	return !f->wish->work_items && !walks[MILESTONES].lacked &&
	       f->milestone <= f->recall.then->milestone && still_is(&s);
}

/* Who we are. What is remembered of somebody else is not ours. */
static int take_self(struct fetch *f, struct err *err)
{
	struct str json, key, name = {NULL, 0};
	struct pull p;

	if (!f->self || *f->stats->self)
		return 0;
	json = f->self->rows.v[0].json;
	pull_init(&p, json, f->arena);
	if (pull_object(&p)) {
		while (pull_key(&p, &key))
			if (str_is(key, "username"))
				pull_text(&p, &name);
			else
				pull_skip(&p);
	}
	if (!name.n)
		return gitlab_not_self(f->g, json, err);
	f->stats->self = arena_text(f->arena, name);
	if (!str_is(name, f->wish->self))
		recall_forget(&f->recall);
	return 0;
}

/* Whoever keeps the issues wants to know who reads them. */
static int put_issue(
	void *ctx, const struct walk *walk, struct row *row, struct err *err)
{
	struct fetch *f = ctx;

	return take_self(f, err) ? -1 : list_put(&f->list, walk, row, err);
}

/* The first requests, all at once. */
static int ask_first(struct fetch *f, struct walk *walks, bool newest,
	size_t early, struct err *err)
{
	struct walker w = {.http = f->g->http,
		.arena = f->arena,
		.all = -1,
		.max = OTHER_ROWS,
		.put = put_issue,
		.ctx = f};
	bool self = f->wish->ask_self;
	size_t n = newest ? ASKED : MILESTONES + early - 1;

	plan_lists(f, walks);
	if (newest)
		plan_newest(f, walks);
	else
		plan_pages(f, walks, early);
	f->self = self ? &walks[SELF] : NULL;
	if (walk_all(&w, self ? walks : walks + 1, self ? n : n - 1, err))
		return -1;
	return take_self(f, err);
}

static void add_issues(struct fetch *f, const struct rows *issues)
{
	for (size_t i = 0; i < issues->n; i++)
		add_record(f, RECORD_ISSUE, &issues->v[i], issues->v[i].project,
			issues->v[i].iid);
}

static int fetch_issues(struct fetch *f, struct rows *issues, struct err *err)
{
	/* One page shows all of a small list, what was deleted too. */
	bool newest = !f->wish->whole && recall_issues(&f->recall) > LIST_PAGE;
	size_t early = newest ? 1 : list_early(&f->list);
	struct walk *walks = ARENA_ARRAY(f->arena, struct walk, ASKED + early);

	if (ask_first(f, walks, newest, early, err))
		return -1;
	if (newest && f->recall.then)
		date_milestones(f, &walks[MILESTONES]);
	f->date = walks[ISSUES].date;
	f->stats->still = newest && f->recall.then && is_still(f, walks);
	if (f->stats->still)
		return 0;
	recall_load(&f->recall, f->arena);
	if (read_issues(f, walks, newest, early, issues, err) ||
		(issues->n == 0 && check_empty(f, err)))
		return -1;
	add_records(f, RECORD_LABEL, &walks[LABELS], 0);
	add_records(f, RECORD_MEMBER, &walks[MEMBERS], only_project(f, issues));
	if (!f->list.keep)
		add_issues(f, issues);
	f->stats->issues += (long)issues->n;
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

/* The list, and the name under which it is remembered: all that decides
 * which records come. */
static int set_list(struct fetch *f, struct err *err)
{
	const char *url;

	if (issues_url(f, &url, err))
		return -1;
	f->list = (struct list){
		.http = f->g->http,
		.arena = f->arena,
		.url = url,
		.what = arena_printf(
			f->arena, "the issues of '%s'", f->source.path),
		.keyset = f->source.kind == SOURCE_PROJECT,
		.confidential = f->wish->confidential,
	};
	f->name = arena_printf(f->arena, "%s%s%s%s", url,
		f->wish->notes ? " notes" : "",
		f->wish->events ? " events" : "",
		f->wish->confidential ? " confidential" : "");
	recall_init(&f->recall, f->wish->then, f->name);
	f->list.pages = (recall_issues(&f->recall) + LIST_PAGE - 1) / LIST_PAGE;
	if (!f->recall.then && !f->wish->events && !f->wish->work_items)
		f->list.keep = f->wish->keep;
	f->stats->put = f->list.keep != NULL;
	return 0;
}

static int fetch_details(
	struct fetch *f, const struct rows *issues, struct err *err)
{
	struct detail d = {
		.g = f->g,
		.arena = f->arena,
		.path = f->source.path,
		.list = &f->list,
		.recall = &f->recall,
		.issues = issues,
		.whole = f->wish->whole,
		.records = f->records,
		.events = &f->events,
		.stats = f->stats,
	};

	if (f->wish->notes && detail_notes(&d, err))
		return -1;
	return f->wish->events ? detail_events(&d, err) : 0;
}

/* Could it be told that the row changed?  It has a number of its own, which no
 * other in the sorted list has, and a date. */
static bool is_tellable(const struct rows *issues, size_t i)
{
	const struct row *row = &issues->v[i];
	bool dated = row->changed > 0 || row->kept;
	bool twice = i > 0 && row[-1].iid == row->iid &&
		     row[-1].project == row->project;

	return row->project > 0 && row->iid > 0 && dated && !twice;
}

/* What the next run may build on: nothing where an issue has no number of
 * its own or no date, for then it could not be told that it changed. */
static void remember(struct fetch *f, const struct rows *issues, size_t from,
	struct gitlab_memory *now)
{
	assert(from <= f->records->n);
	*now = (struct gitlab_memory){
		.list = f->name, .read = f->date, .milestone = f->milestone};
	if (f->recall.then)
		now->newest = f->recall.then->newest;
	for (size_t i = 0; i < issues->n; i++) {
		if (!is_tellable(issues, i)) {
			now->list = "";
			return;
		}
		if (issues->v[i].changed > now->newest)
			now->newest = issues->v[i].changed;
	}
	for (size_t i = from; i < f->records->n; i++)
		if (f->records->v[i].kind != RECORD_BOARD)
			*vec_add(f->arena, &now->records) = f->records->v[i];
	for (size_t i = 0; i < f->events.n; i++)
		*vec_add(f->arena, &now->records) = f->events.v[i];
}

/* All that is asked for issues; still leaves out what is known. */
static int fetch_all(struct fetch *f, struct rows *issues, struct err *err)
{
	if (f->source.may_be_group && find_kind(f, err))
		return -1;
	if (fetch_board(f, err) || set_list(f, err) ||
		fetch_issues(f, issues, err))
		return -1;
	return f->stats->still ? 0 : fetch_details(f, issues, err);
}

int gitlab_fetch(struct gitlab *g, struct arena *a,
	const struct source_spec *source, const struct gitlab_wish *wish,
	struct records *records, struct gitlab_memory *now,
	struct gitlab_fetch_stats *stats, struct err *err)
{
	struct fetch f = {
		.g = g,
		.arena = a,
		.source = *source,
		.wish = wish,
		.records = records,
		.stats = stats,
	};
	const struct http_stats *http = http_stats(g->http);
	struct rows issues = {NULL, 0, 0};
	size_t from = records->n;
	int result;

	*stats = (struct gitlab_fetch_stats){.self = ""};
	set_base(&f);
	result = fetch_all(&f, &issues, err);
	if (!result && now && !stats->still)
		remember(&f, &issues, from, now);
	list_release(&f.list);
	if (result)
		return -1;
	detail_join(a, &f.events, records, from);
	if (wish->work_items && workitems_fetch(g, a, &f.source, f.base, wish,
					records, from, stats, err))
		return -1;
	stats->duplicates += f.list.duplicates;
	stats->requests = http->requests;
	stats->bytes = (long)http->bytes;
	return 0;
}

static size_t add_kind(struct arena *a, const struct records *from,
	enum record_kind kind, struct records *to)
{
	size_t n = 0;

	for (size_t i = 0; i < from->n; i++)
		if (from->v[i].kind == kind) {
			*vec_add(a, to) = from->v[i];
			n++;
		}
	return n;
}

void gitlab_remembered(struct arena *a, const struct records *then,
	struct records *records, struct gitlab_fetch_stats *stats)
{
	struct records events = {NULL, 0, 0};
	size_t from = records->n;

	add_kind(a, then, RECORD_LABEL, records);
	add_kind(a, then, RECORD_MEMBER, records);
	stats->issues = (long)add_kind(a, then, RECORD_ISSUE, records);
	stats->notes = (long)add_kind(a, then, RECORD_NOTE, records);
	stats->kept = stats->issues;
	add_kind(a, then, RECORD_EVENT, &events);
	detail_join(a, &events, records, from);
}
