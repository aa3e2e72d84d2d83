/*
 * Batches: issues of one project, so many as GitLab's limit for complexity
 * lets through, in lanes.
 */
#include "batch_p.h"

#include <assert.h>

#include "comment_p.h"
#include "graphql_p.h"
#include "jsonout.h"
#include "queries_p.h"

enum {
	MOST = 20, /* issues of one question */
	FEWEST = 4,
	LANES_MAX = 32,
	VARIABLES_BYTES = 16 * 1024,
};

/* What an issue says of itself. */
struct about {
	const char *path; /* of its project, "" unknown */
	int64_t comments; /* internal ones included; -1 unknown */
};

struct batch {
	struct detail *d;
	const struct row *const *issues;
	struct about *about;
	struct walk *walks;
	bool *done;
	size_t n;
	size_t size; /* issues of one question */
	size_t next; /* the first that was not asked for */
};

/* A question under way: issues [from, to). */
struct question {
	struct http_request r;
	size_t from, to;
};

static struct about read_about(const struct detail *d, const struct row *row)
{
	struct about about = {"", -1};
	struct arena scratch = ARENA_INIT;
	struct str json = {NULL, 0}, key, full = {NULL, 0};
	struct err unused = ERR_INIT;
	size_t mark;
	struct pull p;
	bool inside;

	inside = !list_json(d->list, &scratch, row, &json, &unused);
	pull_init_lax(&p, json, &scratch);
	inside = inside && pull_object(&p);
	while (inside && pull_key(&p, &key)) {
		if (str_is(key, "user_notes_count"))
			pull_int(&p, &about.comments);
		else if (str_is(key, "references") && pull_object(&p))
			while (pull_key(&p, &key))
				if (str_is(key, "full"))
					pull_text(&p, &full);
				else
					pull_skip(&p);
		else if (!str_is(key, "references"))
			pull_skip(&p);
	}
	mark = str_rfind_char(full, '#');
	if (mark != STR_NONE)
		about.path = arena_text(d->arena, str_sub(full, 0, mark));
	arena_release(&scratch);
	return about;
}

/* The issues from number from on that one question can be about. */
static size_t find_end(const struct batch *b, size_t from)
{
	struct str path = str_of(b->about[from].path);
	size_t to = from + 1;

	while (to < b->n && to - from < b->size &&
		str_is(path, b->about[to].path))
		to++;
	return to;
}

static void make_question(struct batch *b, size_t from, struct question *q)
{
	struct arena *a = b->d->arena;
	struct jsonout j;
	struct buf text;

	assert(from < b->n && b->size >= 1);
	q->from = from;
	q->to = find_end(b, from);
	buf_init(&text, VARIABLES_BYTES);
	jsonout_init(&j, &text, false);
	jsonout_object(&j, NULL);
	jsonout_text(&j, "path", b->about[from].path);
	jsonout_int(&j, "first", (int64_t)(q->to - from));
	jsonout_array(&j, "iids");
	for (size_t i = from; i < q->to; i++)
		jsonout_text(&j, NULL,
			arena_printf(a, "%lld", (long long)b->issues[i]->iid));
	jsonout_end(&j, ']');
	jsonout_end(&j, '}');
	q->r = graphql_request(b->d->g, a, QUERY_COMMENTS, buf_str(&text),
		arena_printf(a, "the comments of '%s'", b->d->path));
	q->r.ctx = q;
	q->r.once = true;
	buf_release(&text);
}

/* Comments of one issue as they come. */
struct found {
	int64_t iid, all; /* comments, internal ones too */
	struct rows rows; /* those that may be shown */
	bool more, odd;
};

static void take_comments(struct pull *p, struct arena *a, struct found *f)
{
	struct comment c;

	if (!pull_array(p)) {
		f->odd = true;
		return;
	}
	while (pull_next(p)) {
		comment_read(p, &c);
		f->odd = f->odd || c.odd;
		if (c.odd || c.system)
			continue;
		f->all++;
		if (c.open)
			*vec_add(a, &f->rows) = (struct row){
				.id = c.id, .json = comment_json(a, &c)};
	}
}

static void take_page_info(struct pull *p, struct found *f)
{
	struct str key;

	f->more = true;
	if (!pull_object(p))
		return;
	while (pull_key(p, &key))
		if (str_is(key, "hasNextPage"))
			pull_bool(p, &f->more);
		else
			pull_skip(p);
}

static void take_notes(struct pull *p, struct arena *a, struct found *f)
{
	struct str key;

	if (!pull_object(p)) {
		f->odd = true;
		return;
	}
	while (pull_key(p, &key))
		if (str_is(key, "nodes"))
			take_comments(p, a, f);
		else if (str_is(key, "pageInfo"))
			take_page_info(p, f);
		else
			pull_skip(p);
}

static void take_widgets(struct pull *p, struct arena *a, struct found *f)
{
	struct str key;

	if (!pull_array(p))
		return;
	while (pull_next(p)) {
		if (!pull_object(p))
			continue;
		while (pull_key(p, &key))
			if (str_is(key, "notes"))
				take_notes(p, a, f);
			else
				pull_skip(p);
	}
}

static void take_issue(struct pull *p, struct arena *a, struct found *f)
{
	struct str key, iid = {NULL, 0};
	long n = 0;

	*f = (struct found){.iid = 0};
	if (!pull_object(p))
		return;
	while (pull_key(p, &key))
		if (str_is(key, "iid"))
			pull_text(p, &iid);
		else if (str_is(key, "widgets"))
			take_widgets(p, a, f);
		else
			pull_skip(p);
	if (str_take_number(&iid, 2000000000, &n) && !iid.n)
		f->iid = n;
}

/* Puts what was found where it belongs, if it is all there is. */
static void settle(
	struct batch *b, const struct question *q, const struct found *f)
{
	assert(q->from < q->to && q->to <= b->n);
	for (size_t i = q->from; i < q->to; i++) {
		if (b->issues[i]->iid != f->iid || b->done[i])
			continue;
		if (f->odd || f->more || f->all != b->about[i].comments)
			return;
		b->walks[i].rows = f->rows;
		b->done[i] = true;
		return;
	}
}

static void take_nodes(
	struct batch *b, const struct question *q, struct pull *p)
{
	struct found f;

	if (!pull_array(p))
		return;
	while (pull_next(p)) {
		take_issue(p, b->d->arena, &f);
		if (!p->mistake && f.iid)
			settle(b, q, &f);
	}
}

static void take_data(
	struct batch *b, const struct question *q, struct str data)
{
	static const char *const WAY[] = {"place", "workItems"};
	struct pull p;
	struct str key;
	size_t depth = 0;
	bool inside;

	pull_init_lax(&p, data, b->d->arena);
	inside = pull_object(&p);
	while (inside && pull_key(&p, &key)) {
		if (depth < COUNT_OF(WAY) && str_is(key, WAY[depth])) {
			depth++;
			inside = pull_object(&p);
		} else if (depth == COUNT_OF(WAY) && str_is(key, "nodes")) {
			take_nodes(b, q, &p);
		} else {
			pull_skip(&p);
		}
	}
}

static enum graphql_outcome take_answer(struct batch *b, struct question *q)
{
	struct err why = ERR_INIT;
	const char *words;
	struct str data;
	enum graphql_outcome outcome = graphql_answer(
		b->d->g, b->d->arena, &q->r, &data, &words, &why);

	assert(q->from < q->to && q->to <= b->n);
	http_release(&q->r);
	if (outcome == GRAPHQL_DATA)
		take_data(b, q, data);
	else
		http_note(b->d->g->http, "GraphQL does not tell: %s",
			outcome == GRAPHQL_FAILED ? why.text : words);
	return outcome;
}

/* The first question tells whether there is GraphQL, and how much may be
 * asked for at once. */
static bool try_first(struct batch *b)
{
	struct question q;
	enum graphql_outcome outcome;

	do {
		make_question(b, 0, &q);
		http_start(b->d->g->http, &q.r);
		if (!http_next(b->d->g->http))
			return false;
		outcome = take_answer(b, &q);
		if (outcome == GRAPHQL_DATA) {
			b->next = q.to;
			return true;
		}
		b->size /= 2;
	} while (outcome == GRAPHQL_COMPLEX && b->size >= FEWEST);
	return false;
}

/* All others, in lanes; what fails now is left to REST. */
static void ask_rest(struct batch *b)
{
	struct http *http = b->d->g->http;
	size_t lanes = (size_t)http_options(http)->lanes;
	struct question *q = ARENA_ARRAY(b->d->arena, struct question, lanes);
	struct http_request *r;

	for (size_t i = 0; i < lanes && b->next < b->n; i++) {
		make_question(b, b->next, &q[i]);
		b->next = q[i].to;
		http_start(http, &q[i].r);
	}
	while ((r = http_next(http)) != NULL) {
		struct question *done = r->ctx;

		take_answer(b, done);
		if (b->next >= b->n)
			continue;
		make_question(b, b->next, done);
		b->next = done->to;
		http_start(http, &done->r);
	}
}

void batch_comments(struct detail *d, const struct row *const *issues,
	struct walk *walks, bool *done, size_t n)
{
	struct batch b = {
		.d = d,
		.issues = issues,
		.walks = walks,
		.done = done,
		.about = ARENA_ARRAY(d->arena, struct about, n + 1),
		.n = n,
		.size = MOST,
	};

	assert(!n || (issues && walks && done));
	if (n < BATCH_LEAST)
		return;
	for (size_t i = 0; i < n; i++)
		b.about[i] = read_about(d, issues[i]);
	if (*b.about[0].path && try_first(&b))
		ask_rest(&b);
}
