/*
 * Walking lists page by page, and cutting pages into rows.
 */
#include "walk_p.h"

#include <assert.h>
#include <string.h>

#include "pick_p.h"

enum {
	EMPTY_PAGES = 5, /* in a row, with a next link each */
	FIRST_SLOTS = 64,
};

/* The slot where id is, or may be put. */
static uint64_t *find_slot(uint64_t *slots, size_t cap, uint64_t id)
{
	size_t at = (size_t)((id * 0x9e3779b97f4a7c15u) >> 20) & (cap - 1);

	while (slots[at] && slots[at] != id)
		at = (at + 1) & (cap - 1);
	return &slots[at];
}

static void grow(struct arena *a, struct idset *s)
{
	size_t cap = s->cap ? xtimes(s->cap, 2) : FIRST_SLOTS;
	uint64_t *slots = ARENA_ARRAY(a, uint64_t, cap);

	assert((cap & (cap - 1)) == 0);
	for (size_t i = 0; i < s->cap; i++)
		if (s->slots[i])
			*find_slot(slots, cap, s->slots[i]) = s->slots[i];
	s->slots = slots;
	s->cap = cap;
}

bool idset_add(struct arena *a, struct idset *s, uint64_t id)
{
	bool fresh = id == 0 && !s->zero;
	uint64_t *slot;

	assert(s->n <= s->cap);
	if (id == 0) {
		s->zero = true;
		return fresh;
	}
	if ((s->n + 1) * 4 > s->cap * 3)
		grow(a, s);
	slot = find_slot(s->slots, s->cap, id);
	if (*slot == id)
		return false;
	*slot = id;
	s->n++;
	return true;
}

/* FNV-1a: an address met before must be noticed; a false alarm once in 2^64
 * does no harm. */
static uint64_t hash(const char *text)
{
	uint64_t h = 0xcbf29ce484222325u;

	for (; *text; text++)
		h = (h ^ (unsigned char)*text) * 0x100000001b3u;
	return h;
}

/* Where the rows of a page go. */
struct sink {
	struct arena *arena;
	struct rows *rows;
	struct walker *w; /* NULL: to rows in any case */
	struct walk *walk;
};

static int sink_row(
	struct sink *s, struct row *row, struct str json, struct err *err)
{
	if (s->walk && !s->walk->found++)
		s->walk->created = row->created;
	if (s->walk && s->walk->put) {
		row->json = json;
		return s->w->put(s->w->ctx, s->walk, row, err);
	}
	row->json = arena_str(s->arena, json);
	*vec_add(s->arena, s->rows) = *row;
	return 0;
}

/* Hands on the element that comes next, made ready in kept. False when the
 * page ends in a mistake. */
static bool cut_element(struct pull *p, struct sink *sink, struct buf *kept,
	int *result, struct err *err)
{
	struct row row = {0};

	buf_clear(kept);
	if (!pick_element(p, kept, &row))
		return false;
	*result = sink_row(sink, &row, buf_str(kept), err);
	return *result == 0;
}

/* How a page is cut: the elements of a list, or the one object there is. */
static int cut(struct http *h, const struct http_request *r, bool object,
	struct sink *sink, struct err *err)
{
	enum pull_type type = object ? PULL_OBJECT : PULL_ARRAY;
	struct str body = buf_str(&r->answer.body);
	struct err why = ERR_INIT;
	struct buf kept;
	struct pull p;
	int result = 0;
	bool right;

	pull_init_lax(&p, body, sink->arena);
	buf_init(&kept, body.n);
	right = pull_peek(&p) == type;
	if (!right)
		pull_skip(&p);
	else if (object)
		cut_element(&p, sink, &kept, &result, err);
	else
		for (pull_array(&p); pull_next(&p);)
			if (!cut_element(&p, sink, &kept, &result, err))
				break;
	buf_release(&kept);
	if (result)
		return -1;
	if (pull_finish(&p, "its JSON", &why))
		return http_complain(h, r,
			p.mistake_at >= str_trim_right(body).n, why.text, err);
	if (right)
		return 0;
	return http_complain(h, r, false,
		object ? "not an object" : "one value instead of a list", err);
}

int walk_cut(struct http *h, struct arena *a, const struct http_request *r,
	bool object, struct rows *rows, struct err *err)
{
	struct sink sink = {.arena = a, .rows = rows};

	return cut(h, r, object, &sink, err);
}

static bool is_lacking(const struct http_request *r)
{
	long s = r->answer.status;

	return r->err.kind == ERR_NONE &&
	       (s == 401 || s == 403 || s == 404 || s == 405);
}

static bool is_refused(const struct http_request *r)
{
	return r->err.kind == ERR_NONE &&
	       (r->answer.status == 403 || r->answer.status == 404);
}

static const char *refusal(struct walker *w, const struct http_request *r)
{
	struct err why = ERR_INIT;

	return http_check(w->http, r, &why)
		       ? arena_text(w->arena, str_of(why.text))
		       : "";
}

static int check_circle(
	struct walker *w, struct walk *walk, size_t found, struct err *err)
{
	walk->empty = found ? 0 : walk->empty + 1;
	if (idset_add(w->arena, &walk->pages, hash(walk->next)) &&
		walk->empty < EMPTY_PAGES)
		return 0;
	return err_set(err, ERR_GITLAB,
		"GitLab's pages of %s lead in a circle, so they cannot be "
		"read to their end: try again later, and tell its "
		"administrator if it stays",
		walk->what);
}

static int take_page(struct walker *w, struct walk *walk,
	const struct http_request *r, struct err *err)
{
	const struct gitlab_options *o = http_options(w->http);
	struct sink sink = {w->arena, &walk->rows, w, walk};
	size_t before = walk->found;

	assert(walk->object || !walk->put || w->put);
	if (cut(w->http, r, walk->object, &sink, err))
		return -1;
	w->done += (long)(walk->found - before);
	walk->total = r->answer.total;
	walk->total_pages = r->answer.total_pages;
	walk->next = r->answer.next;
	if (!walk->date)
		walk->date = r->answer.clock;
	if (w->done > w->max || (walk->follow && walk->total > w->max))
		return err_set(err, ERR_GITLAB,
			"there are more than %ld entries in %s: narrow the "
			"source by labels, or allow more",
			w->max, walk->what);
	if (w->noun && o->progress)
		o->progress(o->ctx, w->noun, w->done, w->all);
	if (!walk->follow || !*walk->next)
		return 0;
	return check_circle(w, walk, walk->found - before, err);
}

/* Takes one answer; *more says whether the walk goes on. */
static int take(
	struct walker *w, struct http_request *r, bool *more, struct err *err)
{
	struct walk *walk = r->ctx;

	assert(walk && !walk->over);
	*more = false;
	if (walk->may_lack && is_lacking(r)) {
		http_note(w->http, "going on without %s", walk->what);
		walk->lacked = true;
		return 0;
	}
	if (walk->may_be_refused && is_refused(r)) {
		walk->refused = refusal(w, r);
		walk->rows.n = 0;
		http_note(w->http, "going on without %s", walk->what);
		return 0;
	}
	if (http_check(w->http, r, err) || take_page(w, walk, r, err))
		return -1;
	*more = walk->follow && *walk->next;
	return 0;
}

/* Lanes end in any order; the error told is that of the first walk in the
 * callers' order, so those before it are waited for. */
struct failure {
	size_t at; /* index of its walk; n: none so far */
	struct err err;
};

/* Walks under way: twice as many requests as lanes, so that the next ones run
 * while an answer is read. */
struct lanes {
	struct walker *w;
	struct walk *walks;
	size_t n, begun;
	size_t turn; /* the first walk in turn that is not over */
	long pages;  /* as told last, or -1 */
	struct failure f;
	struct http_request *requests;
	size_t slots;
	struct http_request *early[WALK_SLOTS]; /* before their turn */
	size_t n_early;
};

static size_t index_of(const struct lanes *l, const struct http_request *r)
{
	assert(r->ctx);
	return (size_t)((struct walk *)r->ctx - l->walks);
}

static void start(struct lanes *l, struct http_request *r, struct walk *walk,
	const char *url)
{
	assert(!walk->over && *url);
	*r = (struct http_request){
		.arena = l->w->arena,
		.url = url,
		.what = walk->what,
		.packed = true,
		.ctx = walk,
	};
	http_start(l->w->http, r);
}

/* Starts the next walk that is worth it. */
static bool start_next(struct lanes *l, struct http_request *r)
{
	while (l->begun < l->n && l->f.at == l->n) {
		struct walk *walk = &l->walks[l->begun++];

		if (l->pages < 0 || walk->page <= l->pages) {
			start(l, r, walk, walk->url);
			return true;
		}
		walk->over = true;
	}
	return false;
}

static void move_turn(struct lanes *l)
{
	while (l->turn < l->n &&
		(!l->walks[l->turn].in_turn || l->walks[l->turn].over))
		l->turn++;
}

/* Is everything over that comes before the failure? */
static bool is_final(const struct lanes *l)
{
	for (size_t i = 0; i < l->f.at; i++)
		if (!l->walks[i].over)
			return false;
	return true;
}

/* What comes behind the failure is of no interest any more. */
static void fail(struct lanes *l, size_t at, const struct err *err)
{
	assert(err->kind != ERR_NONE);
	if (at >= l->f.at)
		return;
	l->f = (struct failure){.at = at, .err = *err};
	for (size_t i = 0; i < l->slots; i++)
		if (l->requests[i].ctx && index_of(l, &l->requests[i]) > at)
			http_drop(l->w->http, &l->requests[i]);
}

/* The next answer whose turn it is. */
static struct http_request *next_answer(struct lanes *l)
{
	move_turn(l);
	for (;;) {
		struct http_request *r;

		for (size_t i = 0; i < l->n_early; i++)
			if (index_of(l, l->early[i]) == l->turn) {
				r = l->early[i];
				l->early[i] = l->early[--l->n_early];
				return r;
			}
		r = http_next(l->w->http);
		if (!r || !((struct walk *)r->ctx)->in_turn ||
			index_of(l, r) == l->turn)
			return r;
		assert(l->n_early < COUNT_OF(l->early));
		l->early[l->n_early++] = r;
	}
}

/* Takes one answer, and has the slot do what comes next. */
static void advance(struct lanes *l, struct http_request *r)
{
	struct walk *walk = r->ctx;
	struct err err = ERR_INIT;
	bool more;

	if (!http_unpack(l->w->http, r))
		return;
	if (take(l->w, r, &more, &err))
		fail(l, index_of(l, r), &err);
	else if (walk->page && walk->total_pages >= 0)
		l->pages = walk->total_pages;
	walk->over = !more;
	http_release(r);
	if (more && index_of(l, r) < l->f.at)
		start(l, r, walk, walk->next);
	else if (!start_next(l, r))
		r->ctx = NULL;
}

static void begin(struct lanes *l)
{
	size_t most = 2 * (size_t)http_options(l->w->http)->lanes;

	assert(!l->requests && !l->begun);
	assert(most >= 2 && most <= WALK_SLOTS);
	l->slots = l->n < most ? l->n : most;
	l->requests = ARENA_ARRAY(l->w->arena, struct http_request, l->slots);
	for (size_t i = 0; i < l->n; i++) {
		l->walks[i].total = l->walks[i].total_pages = -1;
		l->walks[i].next = "";
	}
	for (size_t i = 0; i < l->slots; i++)
		start_next(l, &l->requests[i]);
}

int walk_all(struct walker *w, struct walk *walks, size_t n, struct err *err)
{
	struct lanes l = {
		.w = w, .walks = walks, .n = n, .pages = -1, .f.at = n};
	struct http_request *r;

	begin(&l);
	while ((l.f.at == n || !is_final(&l)) && (r = next_answer(&l)) != NULL)
		advance(&l, r);
	http_cancel(w->http);
	while (l.n_early)
		http_release(l.early[--l.n_early]);
	return l.f.at < n ? err_set(err, l.f.err.kind, "%s", l.f.err.text) : 0;
}

const char *walk_page_url(struct arena *a, const char *url, long page)
{
	struct str all = str_of(url);
	size_t query = str_find_char(all, '?');

	assert(page > 0);
	for (size_t at = query; at < all.n;) {
		struct str rest = str_sub(all, at + 1, all.n);
		size_t step = str_find_char(rest, '&');
		long old;

		if (str_skip(&rest, "page=") &&
			str_take_number(&rest, 1000000000, &old) &&
			(!rest.n || rest.p[0] == '&'))
			return arena_printf(a, "%.*spage=%ld%.*s", (int)at + 1,
				url, page, STR_ARG(rest));
		if (step == STR_NONE)
			break;
		at += 1 + step;
	}
	return NULL;
}
