/*
 * Looking over a project, and setting up what is missing.
 *
 * Boards and lists have no names that GitLab keeps unique, so that a lost
 * answer means looking before anything is sent again.
 */
#include "gitlab_setup.h"

#include <assert.h>
#include <stddef.h>
#include <string.h>

#include "inner_p.h"
#include "jsonout.h"
#include "lookup_p.h"
#include "write_p.h"

enum { BODY_BYTES = 64 * 1024 };

/* Asks for one object; each member is handed to take(). */
typedef void take_fn(
	struct pull *p, struct arena *a, struct str key, void *out);

static int ask_object(struct gitlab *g, struct arena *a, const char *url,
	const char *what, take_fn *take, void *out, struct http_request *r,
	struct err *err)
{
	struct err why = ERR_INIT;
	struct str json, key;
	struct pull p;
	bool object;

	if (gitlab_ask(g, a, url, what, r, &json, err))
		return -1;
	pull_init(&p, json, a);
	object = pull_object(&p);
	while (object && pull_key(&p, &key))
		take(&p, a, key, out);
	if (pull_finish(&p, "it", &why) || !object)
		return gitlab_not_json(g, r, &p, err);
	return 0;
}

static void take_token(
	struct pull *p, struct arena *a, struct str key, void *out)
{
	struct gitlab_token *token = out;
	struct str text = {NULL, 0};

	if (str_is(key, "name")) {
		if (pull_text(p, &text))
			token->name = arena_text(a, text);
	} else if (str_is(key, "scopes")) {
		inner_texts(p, a, &token->scopes);
	} else if (str_is(key, "expires_at")) {
		if (pull_text(p, &text))
			date_of_stamp(text, &token->expires);
	} else {
		pull_skip(p);
	}
}

int gitlab_token_get(struct gitlab *g, struct arena *a,
	struct gitlab_token *token, struct err *err)
{
	const char *url =
		arena_printf(a, "%s/personal_access_tokens/self", g->api);
	struct http_request r;
	struct err why = ERR_INIT;
	int result;

	*token = (struct gitlab_token){.name = "", .known = true};
	result =
		ask_object(g, a, url, "the token", take_token, token, &r, &why);
	/* Older servers, and tokens of other kinds. */
	if (result && (r.answer.status == 404 || r.answer.status == 400)) {
		token->known = false;
		result = 0;
	}
	http_release(&r);
	return result ? err_set(err, why.kind, "%s", why.text) : 0;
}

static void take_version(
	struct pull *p, struct arena *a, struct str key, void *out)
{
	struct gitlab_server *server = out;
	struct str text;

	if (!str_is(key, "version"))
		pull_skip(p);
	else if (pull_text(p, &text))
		server->version = arena_text(a, text);
}

int gitlab_server_get(struct gitlab *g, struct arena *a,
	struct gitlab_server *server, struct err *err)
{
	const char *url = arena_printf(a, "%s/version", g->api);
	struct http_request r;
	int result;

	*server = (struct gitlab_server){.version = ""};
	result = ask_object(
		g, a, url, "GitLab's version", take_version, server, &r, err);
	server->clock = r.answer.clock;
	server->limit = r.answer.limit;
	server->left = r.answer.left;
	http_release(&r);
	return result;
}

/* {"access_level": 30, ...} or null; keeps the highest. */
static void take_level(struct pull *p, int *level)
{
	struct str key;
	int64_t n = 0;

	if (!pull_object(p))
		return;
	while (pull_key(p, &key))
		if (str_is(key, "access_level"))
			pull_int(p, &n);
		else
			pull_skip(p);
	if (n > *level && n <= 100)
		*level = (int)n;
}

static void take_access(
	struct pull *p, struct arena *a, struct str key, void *out)
{
	(void)a;
	if (!str_is(key, "permissions")) {
		pull_skip(p);
		return;
	}
	if (!pull_object(p))
		return;
	while (pull_key(p, &key))
		take_level(p, out);
}

int gitlab_access(struct gitlab *g, struct arena *a,
	const struct gitlab_project *project, int *level, struct err *err)
{
	struct http_request r;
	int result;

	*level = 0;
	result = ask_object(g, a, lookup_url(g, a, project, "", ""),
		arena_printf(a, "the project '%s'", project->path), take_access,
		level, &r, err);
	http_release(&r);
	return result;
}

int gitlab_issue_count(struct gitlab *g, struct arena *a,
	const struct gitlab_project *project, long *count, struct err *err)
{
	struct http_request r;
	struct str json;
	int result = gitlab_ask(g, a,
		lookup_url(g, a, project, "/issues?scope=all&per_page=1", ""),
		arena_printf(a, "the issues of '%s'", project->path), &r, &json,
		err);

	*count = r.answer.total;
	http_release(&r);
	return result;
}

struct named {
	int64_t id;
	struct str name;
};

static const struct inner_member NAMED[] = {
	{"id", INNER_INT, offsetof(struct named, id)},
	{"name", INNER_TEXT, offsetof(struct named, name)},
};

/* The id of a label that can be used in the project, or 0. */
static int find_label(struct gitlab *g, struct arena *a,
	const struct gitlab_project *project, const char *name, int64_t *id,
	struct err *err)
{
	struct rows rows = {NULL, 0, 0};

	*id = 0;
	if (lookup_list(g, a,
		    lookup_url(g, a, project, "/labels?per_page=100", ""),
		    arena_printf(a, "the labels of '%s'", project->path), false,
		    &rows, err))
		return -1;
	for (size_t i = 0; i < rows.n && !*id; i++) {
		struct named row = {.id = 0};

		if (inner_answer(
			    a, rows.v[i].json, NAMED, COUNT_OF(NAMED), &row) &&
			str_is(row.name, name))
			*id = row.id;
	}
	return 0;
}

/* The labels of a board's lists. */
static void read_lists(struct pull *p, struct arena *a, struct texts *out)
{
	struct str key;

	if (!pull_array(p))
		return;
	while (pull_next(p)) {
		struct named label = {.id = 0};

		if (!pull_object(p))
			continue;
		while (pull_key(p, &key))
			if (str_is(key, "label"))
				inner_members(
					p, a, NAMED, COUNT_OF(NAMED), &label);
			else
				pull_skip(p);
		if (label.name.n)
			*vec_add(a, out) = arena_text(a, label.name);
	}
}

static bool read_board(
	struct arena *a, struct str json, struct gitlab_board *out)
{
	struct err unused = ERR_INIT;
	struct str key, name = {NULL, 0};
	struct pull p;

	*out = (struct gitlab_board){.name = ""};
	pull_init(&p, json, a);
	if (pull_object(&p)) {
		while (pull_key(&p, &key))
			if (str_is(key, "id"))
				pull_int(&p, &out->id);
			else if (str_is(key, "name"))
				pull_text(&p, &name);
			else if (str_is(key, "lists"))
				read_lists(&p, a, &out->lists);
			else
				pull_skip(&p);
	}
	out->name = arena_text(a, name);
	return !pull_finish(&p, "board", &unused) && out->id > 0;
}

int gitlab_boards_get(struct gitlab *g, struct arena *a,
	const struct gitlab_project *project, struct gitlab_boards *boards,
	struct err *err)
{
	struct rows rows = {NULL, 0, 0};

	if (lookup_list(g, a,
		    lookup_url(g, a, project, "/boards?per_page=100", ""),
		    arena_printf(a, "the boards of '%s'", project->path), false,
		    &rows, err))
		return -1;
	for (size_t i = 0; i < rows.n; i++) {
		struct gitlab_board board;

		if (read_board(a, rows.v[i].json, &board))
			*vec_add(a, boards) = board;
	}
	return 0;
}

/* Is what was to be made there? */
struct making {
	const struct gitlab_project *project;
	int64_t board; /* 0: the board itself is made */
	const char *name;
	int64_t id; /* of the board that was found */
};

static int look(struct write *w, struct making *m, struct err *err)
{
	struct gitlab_boards boards = {NULL, 0, 0};

	m->id = 0;
	if (gitlab_boards_get(w->g, w->arena, m->project, &boards, err))
		return -1;
	for (size_t i = 0; i < boards.n && !m->id; i++) {
		const struct gitlab_board *b = &boards.v[i];

		if (!m->board && strcmp(b->name, m->name) == 0)
			m->id = b->id;
		for (size_t k = 0; m->board == b->id && k < b->lists.n; k++)
			if (strcmp(b->lists.v[k], m->name) == 0)
				m->id = b->id;
	}
	return 0;
}

/* Sends until it is there; looks first, and after each doubtful answer. */
static int make(struct write *w, struct making *m, struct err *err)
{
	int unsure = 0, waits = 0;
	struct err why = ERR_INIT;

	for (;;) {
		enum outcome_of_write outcome;
		int tries;

		if (look(w, m, err))
			return -1;
		if (m->id)
			return 0;
		if (unsure >= WRITE_UNSURE_TRIES || waits > WRITE_WAIT_TRIES)
			break;
		outcome = write_send(w, &why);
		tries = outcome == WRITE_WAIT ? ++waits : ++unsure;
		if (outcome == WRITE_REFUSED ||
			(outcome != WRITE_DONE &&
				!write_rest(w, outcome, tries)))
			break;
		if (outcome == WRITE_DONE)
			err_set(&why, ERR_GITLAB,
				"GitLab took %s but it is not there", w->what);
	}
	return err_set(err, why.kind, "%s", why.text);
}

int gitlab_board_create(struct gitlab *g, struct arena *a,
	const struct gitlab_project *project, const char *name, int64_t *id,
	struct err *err)
{
	struct making m = {.project = project, .name = name};
	struct write w = {.g = g,
		.arena = a,
		.method = "POST",
		.url = lookup_url(g, a, project, "/boards", ""),
		.what = arena_printf(
			a, "the new board '%s' in '%s'", name, project->path)};
	struct jsonout j;
	struct buf b;
	int result;

	buf_init(&b, BODY_BYTES);
	jsonout_init(&j, &b, false);
	jsonout_object(&j, NULL);
	jsonout_text(&j, "name", name);
	jsonout_end(&j, '}');
	w.body = buf_str(&b);
	result = make(&w, &m, err);
	*id = m.id;
	buf_release(&b);
	return result;
}

int gitlab_board_add_list(struct gitlab *g, struct arena *a,
	const struct gitlab_project *project, int64_t board, const char *label,
	struct err *err)
{
	struct making m = {.project = project, .name = label, .board = board};
	struct write w = {.g = g, .arena = a, .method = "POST"};
	int64_t id;
	int result;

	assert(board > 0);
	if (find_label(g, a, project, label, &id, err))
		return -1;
	if (!id)
		return err_set(err, ERR_GITLAB,
			"there is no label '%s' in '%s' for a list of the "
			"board; make it with --create-labels",
			label, project->path);
	w.url = lookup_url(g, a, project,
		arena_printf(a, "/boards/%" PRId64 "/lists", board), "");
	w.what = arena_printf(
		a, "the new list '%s' of board %" PRId64, label, board);
	w.body = str_of(arena_printf(a, "{\"label_id\":%" PRId64 "}", id));
	result = make(&w, &m, err);
	return result;
}
