/*
 * Walking lists page by page, and cutting pages into rows.
 */
#include "walk_p.h"

#include <assert.h>
#include <string.h>

#include "pick_p.h"

enum {
	LANES_MAX = 32,
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

/* How a page is cut: the elements of a list, or the one object there is. */
static int cut(struct http *h, struct arena *a, const struct http_request *r,
	enum pull_type type, struct rows *rows, struct err *err)
{
	struct str body = buf_str(&r->answer.body);
	struct row row = {0};
	struct err why = ERR_INIT;
	struct buf kept;
	struct pull p;
	bool right;

	pull_init_lax(&p, body, a);
	right = pull_peek(&p) == type;
	if (!right)
		pull_skip(&p);
	else if (type == PULL_ARRAY)
		right = pull_array(&p);
	buf_init(&kept, body.n);
	while (right && (type != PULL_ARRAY || pull_next(&p)) &&
		pick_element(&p, &kept, &row)) {
		row.json = arena_str(a, buf_str(&kept));
		*vec_add(a, rows) = row;
		row = (struct row){0};
		buf_clear(&kept);
		if (type != PULL_ARRAY)
			break;
	}
	buf_release(&kept);
	if (pull_finish(&p, "its JSON", &why))
		return http_complain(h, r,
			p.mistake_at >= str_trim_right(body).n, why.text, err);
	if (right)
		return 0;
	return http_complain(h, r, false,
		type == PULL_ARRAY ? "one value instead of a list"
				   : "not an object",
		err);
}

int walk_split(struct http *h, struct arena *a, const struct http_request *r,
	struct rows *rows, struct err *err)
{
	return cut(h, a, r, PULL_ARRAY, rows, err);
}

int walk_value(struct http *h, struct arena *a, const struct http_request *r,
	struct rows *rows, struct err *err)
{
	return cut(h, a, r, PULL_OBJECT, rows, err);
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
	size_t before = walk->rows.n;

	if (walk_split(w->http, w->arena, r, &walk->rows, err))
		return -1;
	w->done += (long)(walk->rows.n - before);
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
	return check_circle(w, walk, walk->rows.n - before, err);
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

static void start(struct walker *w, struct http_request *r, struct walk *walk,
	const char *url)
{
	*r = (struct http_request){
		.arena = w->arena,
		.url = url,
		.what = walk->what,
		.ctx = walk,
	};
	http_start(w->http, r);
}

/* Lanes end in any order; the error told is that of the first walk in the
 * callers' order, so those before it are waited for. */
struct failure {
	size_t at; /* index of its walk; n: none so far */
	struct err err;
};

static bool is_final(const struct failure *f, const struct walk *walks)
{
	for (size_t i = 0; i < f->at; i++)
		if (!walks[i].over)
			return false;
	return true;
}

/* Takes one answer of walk number i and notes its failure. Returns whether
 * the walk is to go on. */
static bool advance(
	struct walker *w, struct http_request *r, size_t i, struct failure *f)
{
	struct walk *walk = r->ctx;
	struct err err = ERR_INIT;
	bool more;

	if (take(w, r, &more, &err) && i < f->at)
		*f = (struct failure){.at = i, .err = err};
	walk->over = !more;
	http_release(r);
	return more && i < f->at;
}

int walk_all(struct walker *w, struct walk *walks, size_t n, struct err *err)
{
	struct http_request requests[LANES_MAX], *r;
	size_t lanes = (size_t)http_options(w->http)->lanes, begun = 0;
	struct failure f = {.at = n, .err = ERR_INIT};

	assert(lanes >= 1 && lanes <= LANES_MAX);
	for (size_t i = 0; i < n; i++) {
		walks[i].total = walks[i].total_pages = -1;
		walks[i].next = "";
	}
	for (; begun < n && begun < lanes; begun++)
		start(w, &requests[begun], &walks[begun], walks[begun].url);
	while ((r = http_next(w->http)) != NULL) {
		struct walk *walk = r->ctx;

		if (advance(w, r, (size_t)(walk - walks), &f)) {
			start(w, r, walk, walk->next);
		} else if (f.at == n && begun < n) {
			start(w, r, &walks[begun], walks[begun].url);
			begun++;
		} else if (f.at < n && is_final(&f, walks)) {
			break;
		}
	}
	http_cancel(w->http);
	return f.at < n ? err_set(err, f.err.kind, "%s", f.err.text) : 0;
}

const char *walk_page_url(struct arena *a, const char *url, long page)
{
	struct str all = str_of(url);
	size_t query = str_find_char(all, '?');

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
