/*
 * Boards.
 */
#include "board_p.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

#include "pull.h"
#include "url_p.h"
#include "walk_p.h"

/* Ids of milestones that are none: GitLab stores them in a board's scope. */
enum { MILESTONE_NONE = 0, MILESTONE_UPCOMING = -2, MILESTONE_STARTED = -3 };

struct scope {
	struct texts labels;
	int64_t milestone_id;
	struct str milestone, assignee;
	int64_t weight;
};

/* One member of the object that comes next; the others are skipped. */
static void read_member(
	struct pull *p, const char *name, struct str *text, int64_t *id)
{
	struct str key;

	if (!pull_object(p))
		return;
	while (pull_key(p, &key))
		if (str_is(key, name))
			pull_text(p, text);
		else if (id && str_is(key, "id"))
			pull_int(p, id);
		else
			pull_skip(p);
}

static void read_labels(struct arena *a, struct pull *p, struct texts *out)
{
	if (!pull_array(p))
		return;
	while (pull_next(p)) {
		struct str name = {NULL, 0};

		read_member(p, "name", &name, NULL);
		if (name.n)
			*vec_add(a, out) = arena_text(a, name);
	}
}

static bool read_scope(struct arena *a, struct str json, struct scope *out)
{
	struct err unused = ERR_INIT;
	struct str key;
	struct pull p;
	bool object;

	*out = (struct scope){.milestone_id = -1, .weight = -1};
	pull_init(&p, json, a);
	object = pull_object(&p);
	while (object && pull_key(&p, &key))
		if (str_is(key, "labels"))
			read_labels(a, &p, &out->labels);
		else if (str_is(key, "milestone"))
			read_member(&p, "title", &out->milestone,
				&out->milestone_id);
		else if (str_is(key, "assignee"))
			read_member(&p, "username", &out->assignee, NULL);
		else if (str_is(key, "weight"))
			pull_int(&p, &out->weight);
		else
			pull_skip(&p);
	return pull_finish(&p, "the board", &unused) == 0 && object;
}

static const char *milestone_of(struct arena *a, const struct scope *s)
{
	if (s->milestone_id == MILESTONE_NONE)
		return "None";
	if (s->milestone_id == MILESTONE_UPCOMING)
		return "Upcoming";
	if (s->milestone_id == MILESTONE_STARTED)
		return "Started";
	return s->milestone_id > 0 ? arena_text(a, s->milestone) : "";
}

static void add_label(struct arena *a, struct texts *to, const char *label)
{
	for (size_t i = 0; i < to->n; i++)
		if (strcmp(to->v[i], label) == 0)
			return;
	*vec_add(a, to) = label;
}

static void add_filters(
	struct arena *a, const struct scope *s, struct source_spec *source)
{
	struct buf b;

	buf_init(&b, URL_BYTES);
	buf_adds(&b, source->filter);
	if (s->assignee.n) {
		buf_adds(&b, "&assignee_username%5B%5D=");
		url_encode(&b, s->assignee);
	}
	if (s->weight >= 0)
		buf_addf(&b, "&weight=%lld", (long long)s->weight);
	source->filter = arena_text(a, buf_str(&b));
	buf_release(&b);
}

bool board_add_scope(struct arena *a, struct str json,
	struct source_spec *source, struct err *err)
{
	const char *milestone;
	struct scope s;

	if (!read_scope(a, json, &s))
		return false;
	milestone = milestone_of(a, &s);
	if (*milestone && *source->milestone &&
		strcmp(milestone, source->milestone) != 0) {
		err_set(err, ERR_CONFIG,
			"the board shows milestone '%s' and the address asks "
			"for '%s': no issue has both; take one of them out",
			milestone, source->milestone);
		return false;
	}
	if (*milestone)
		source->milestone = milestone;
	for (size_t i = 0; i < s.labels.n; i++)
		add_label(a, &source->labels, s.labels.v[i]);
	add_filters(a, &s, source);
	return true;
}

/* The address without a number: the list's first board, if it has one. */
static int fetch_first(struct gitlab *g, struct arena *a, const char *base,
	const char *what, struct str *json, struct err *err)
{
	struct walker w = {.http = g->http, .arena = a, .all = -1, .max = 1000};
	struct walk walk = {
		.url = arena_printf(a, "%s/boards?per_page=1", base),
		.what = what,
	};

	if (walk_all(&w, &walk, 1, err))
		return -1;
	*json = walk.rows.n ? walk.rows.v[0].json : (struct str){NULL, 0};
	return 0;
}

static int fetch_one(struct gitlab *g, struct arena *a, const char *base,
	int64_t board, const char *what, struct str *json, struct err *err)
{
	const char *url =
		arena_printf(a, "%s/boards/%lld", base, (long long)board);
	struct http_request r;
	struct rows row = {NULL, 0, 0};
	struct str body;
	int result = gitlab_ask(g, a, url, what, &r, &body, err);

	if (result == 0)
		result = walk_cut(g->http, a, &r, true, &row, err);
	if (result == 0)
		*json = row.v[0].json;
	http_release(&r);
	return result;
}

int board_fetch(struct gitlab *g, struct arena *a, const char *base,
	struct source_spec *source, struct str *json, struct err *err)
{
	bool first = source->board == SOURCE_FIRST_BOARD;
	const char *what =
		first ? arena_printf(a, "the boards of '%s'", source->path)
		      : arena_printf(a, "board %lld of '%s'",
				(long long)source->board, source->path);
	int result =
		first ? fetch_first(g, a, base, what, json, err)
		      : fetch_one(g, a, base, source->board, what, json, err);

	assert(source->board);
	if (result || !json->n)
		return result;
	if (board_add_scope(a, *json, source, err))
		return 0;
	return err_set(err, ERR_GITLAB,
		"GitLab's answer to %s is no board: check the address", what);
}
