/*
 * Requests under way: a short list that is walked, each request waiting for
 * its time, running, or done.  Repeats and redirects put one back to
 * waiting, so its caller sees only the end.
 */
#include "transfer_p.h"

#include <assert.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "attr.h"
#include "complaint_p.h"
#include "lanes_p.h"
#include "xalloc.h"

enum { WAITING, RUNNING, DONE };

enum {
	TRIES_FAILURE = 4, /* no answer at all, cut answers */
	TRIES_ERROR = 4,   /* 500 */
	TRIES_BUSY = 8,    /* 429, 502, 503, 504 */
	TRIES_TOLD = 30,   /* the same, but it said how long to wait */
	REDIRECTS = 5,
	POLL_MS = 20, /* 7.88 over HTTP/2 may sleep through what arrives */
	LANES_MAX = 32,
	TOKEN_BYTES = 2048,
};

static int check_token(const char *token, struct err *err)
{
	const char *kind = complaint_token_kind(token);

	for (const char *p = token; *p; p++)
		if (*p <= ' ' || *p > '~' || p - token >= TOKEN_BYTES)
			return err_set(err, ERR_CONFIG,
				"the token holds a character that no token "
				"has (a blank or a newline at its end?): set "
				"OKRSYNC_TOKEN again");
	if (kind)
		return err_set(err, ERR_CONFIG,
			"the token is %s, which cannot read issues: make a "
			"project or group access token with scope read_api "
			"and put it into OKRSYNC_TOKEN",
			kind);
	return 0;
}

static int check_ca_file(const char *path, struct err *err)
{
	FILE *f;

	if (!*path)
		return 0;
	f = fopen(path, "r");
	if (!f)
		return err_set(err, ERR_CONFIG,
			"cannot read the CA file '%s': check its path", path);
	fclose(f);
	return 0;
}

static int set_up(struct http *h, struct err *err)
{
	if (check_token(h->o.token, err) || check_ca_file(h->o.ca_file, err) ||
		url_parse(&h->arena, str_of(h->o.api), "GitLab's API address",
			&h->base, err))
		return -1;
	h->origin = url_origin(&h->arena, &h->base);
	if (curl_global_init(CURL_GLOBAL_DEFAULT) != CURLE_OK)
		return err_set(err, ERR_IO, "cannot start libcurl");
	if (!*h->o.ca_file)
		h->ca_folder = transfer_ca_folder();
	h->multi = curl_multi_init();
	if (!h->multi || !transfer_make_headers(h))
		return err_set(err, ERR_IO, "out of memory");
	curl_multi_setopt(
		h->multi, CURLMOPT_PIPELINING, (long)CURLPIPE_MULTIPLEX);
	curl_multi_setopt(
		h->multi, CURLMOPT_MAX_HOST_CONNECTIONS, (long)h->o.lanes);
	return 0;
}

struct http *http_open(const struct gitlab_options *o, struct err *err)
{
	struct http *h = xmalloc(sizeof *h);

	assert(o->lanes >= 1 && o->lanes <= LANES_MAX);
	*h = (struct http){.o = *o};
	lanes_init(h);
	h->deadline = transfer_now() + o->deadline_ms;
	h->random = o->seed ^ 0x9e3779b97f4a7c15u;
	if (set_up(h, err) == 0)
		return h;
	http_close(h);
	return NULL;
}

void http_close(struct http *h)
{
	if (!h)
		return;
	http_cancel(h);
	assert(!h->running);
	while (h->spares)
		buf_release(&h->spare[--h->spares]);
	buf_release(&h->large);
	libdeflate_free_decompressor(h->inflater);
	curl_slist_free_all(h->headers);
	curl_slist_free_all(h->write_headers);
	if (h->multi) {
		curl_multi_cleanup(h->multi);
		curl_global_cleanup();
	}
	arena_release(&h->arena);
	free(h);
}

void http_note(struct http *h, const char *fmt, ...)
{
	char line[2048];
	va_list ap;

	if (!h->o.log)
		return;
	va_start(ap, fmt);
	vsnprintf(line, sizeof line, fmt, ap);
	va_end(ap);
	complaint_redact(line, h->o.token);
	for (char *p = line; *p; p++)
		if (*p < ' ' || *p > '~')
			*p = '?';
	h->o.log(h->o.ctx, line);
}

static void log_answer(struct http *h, struct http_request *r, CURLcode code)
{
	size_t skip = strlen(h->origin);
	const char *path = strlen(r->url) > skip ? r->url + skip : r->url;
	const char *method = r->write ? r->write : r->asks ? "POST" : "GET";

	if (code == CURLE_OK)
		http_note(h, "%s %s %ld %zu bytes %ld ms", method, path,
			r->answer.status, r->answer.body.n, r->took_ms);
	else
		http_note(h, "%s %s failed: %s, %ld ms", method, path,
			curl_easy_strerror(code), r->took_ms);
}

/* Puts a read back to waiting, unless the deadline comes first. */
static bool repeat(struct http *h, struct http_request *r, long ms)
{
	int64_t then = transfer_now() + ms;

	assert(!r->write && !r->once && ms >= 0);
	if (then >= h->deadline)
		return false;
	http_note(h, "waiting %ld ms before asking again for %s", ms, r->what);
	http_release(r);
	r->not_before = then;
	r->state = WAITING;
	return true;
}

static bool repeat_failure(
	struct http *h, struct http_request *r, CURLcode code)
{
	return !r->write && !r->once && !r->too_large &&
	       r->tries < TRIES_FAILURE && transfer_may_repeat(code) &&
	       repeat(h, r, lanes_backoff(h, r->tries));
}

/* How often a status is worth asking again. */
static int most_tries(const struct http_request *r, bool busy)
{
	if (busy)
		return r->answer.wait_ms >= 0 ? TRIES_TOLD : TRIES_BUSY;
	return r->answer.status == 500 ? TRIES_ERROR : 0;
}

/* 429 and 5xx: other requests keep silent as well when told how long. */
static bool repeat_busy(struct http *h, struct http_request *r)
{
	long status = r->answer.status, told = r->answer.wait_ms, ms;
	bool busy = status == 429 || (status >= 502 && status <= 504);
	bool waits = busy && told >= 0;

	if (busy)
		lanes_shrink(h, r);
	if (r->write || r->once || r->tries >= most_tries(r, busy))
		return false;
	ms = lanes_backoff(h, waits ? 1 : r->tries);
	if (!repeat(h, r, waits ? ms + told : ms))
		return false;
	if (waits && r->not_before > h->pause_until)
		h->pause_until = r->not_before;
	return true;
}

static bool is_success(const struct http_request *r)
{
	return r->answer.status >= 200 && r->answer.status < 300;
}

/* A body that ends with the connection is whole for libcurl. JSON knows
 * better: its first and last byte belong together. */
static bool is_cut(const struct http_request *r)
{
	struct str body = str_trim(buf_str(&r->answer.body));

	if (!is_success(r) || !body.n)
		return false;
	return (body.p[0] == '[' && body.p[body.n - 1] != ']') ||
	       (body.p[0] == '{' && body.p[body.n - 1] != '}');
}

static bool is_redirect(const struct http_request *r)
{
	long s = r->answer.status;

	return !r->write && *r->answer.location &&
	       (s == 301 || s == 302 || s == 307 || s == 308);
}

/* An instance behind a proxy that ends TLS may write http:// in its links:
 * the same host is asked by https all the same. */
static const char *with_tls(struct http *h, struct arena *a, const char *url)
{
	struct str rest = str_of(url);

	if (strcmp(h->base.scheme, "https") != 0 ||
		!str_iskip(&rest, "http://"))
		return url;
	return arena_printf(a, "https://%.*s", STR_ARG(rest));
}

/* Puts the address into r->url if it is on our origin; else r->err says where
 * it leads. */
static bool set_url(struct http *h, struct http_request *r, const char *url)
{
	struct err unused = ERR_INIT;
	struct url u;

	url = url ? with_tls(h, r->arena, url) : NULL;
	if (url && url_parse(r->arena, str_of(url), "it", &u, &unused) == 0 &&
		url_same_origin(&u, &h->base)) {
		r->url = url;
		return true;
	}
	err_set(&r->err, ERR_GITLAB,
		"%s sends us elsewhere for %s, to '%.200s': our token goes "
		"to no other place; if GitLab has moved, give its new address",
		h->origin, r->what, url ? url : "?");
	complaint_redact(r->err.text, h->o.token);
	return false;
}

/* The part of an address that says what is asked for: "v4/projects/7". */
static struct str thing_of(const char *url)
{
	static const struct str API = {"/api/", 5};
	struct str path = str_of(url);
	size_t at;

	path = str_sub(path, 0, str_find_char(path, '?'));
	at = str_find(path, API);
	return str_sub(path, at == STR_NONE ? path.n : at + API.n, path.n);
}

/* A project that moved is under its number what it was under its path; any
 * other page, or the list without what narrows it, would be taken for what it
 * is not. */
static bool is_same_thing(const char *from, const char *to)
{
	struct str a = thing_of(from), b = thing_of(to), x, y;
	bool named = false;

	if (strchr(from, '?') && !strchr(to, '?'))
		return false;
	while (a.n && b.n) {
		str_take_until(&a, '/', &x);
		str_take_until(&b, '/', &y);
		if (!str_eq(x, y) && !named)
			return false;
		named = str_is(x, "projects") || str_is(x, "groups");
	}
	return !a.n && !b.n;
}

static void follow(struct http *h, struct http_request *r)
{
	const char *from = r->url;
	const char *to =
		url_resolve(r->arena, r->url, str_of(r->answer.location));

	assert(is_redirect(r));
	r->state = DONE;
	if (!set_url(h, r, to))
		return;
	if (!is_same_thing(from, r->url)) {
		err_set(&r->err, ERR_GITLAB,
			"%s sends us to another page for %s, to '%.200s': "
			"check the address, and whether something in between "
			"asks to sign in",
			h->origin, r->what, r->url);
		complaint_redact(r->err.text, h->o.token);
		return;
	}
	if (++r->redirects > REDIRECTS) {
		err_set(&r->err, ERR_GITLAB,
			"%s redirects %s in a circle: check the address",
			h->origin, r->what);
		return;
	}
	http_release(r);
	r->tries--;
	r->state = WAITING;
}

/* An authority may have been added to the bundle alone. Nothing was sent. */
static void ask_with_bundle(struct http *h, struct http_request *r)
{
	assert(h->ca_folder && r->tries > 0);
	http_note(h, "not trusted by the folder of certificates: asking the "
		     "bundle");
	h->ca_folder = NULL;
	http_release(r);
	r->tries--;
	r->state = WAITING;
}

/* What is not the last word on a request: it is repeated, or followed. */
static bool goes_on(struct http *h, struct http_request *r, CURLcode code)
{
	if (code == CURLE_PEER_FAILED_VERIFICATION && r->by_folder) {
		ask_with_bundle(h, r);
		return true;
	}
	if (code != CURLE_OK)
		return repeat_failure(h, r, code);
	if (!is_redirect(r))
		return repeat_busy(h, r);
	follow(h, r);
	return true;
}

/* The body is there: repeat the request, follow it, or let it be the
 * answer. */
static void finish(struct http *h, struct http_request *r, CURLcode code)
{
	assert(r->state == DONE);
	if (code == CURLE_OK)
		code = transfer_unpack(h, r);
	h->stats.bytes += (int64_t)r->answer.body.n;
	log_answer(h, r, code);
	if (code == CURLE_OK && is_cut(r))
		code = CURLE_PARTIAL_FILE;
	if (goes_on(h, r, code))
		return;
	if (code != CURLE_OK)
		transfer_fail(h, r, code);
	r->state = DONE;
}

/* A transfer is over. */
static void settle(struct http *h, struct http_request *r, CURLcode code)
{
	assert(r->state == RUNNING && r->http == h);
	transfer_read_head(r);
	r->took_ms = (long)(transfer_now() - r->started);
	transfer_end(h, r);
	r->state = DONE;
	lanes_note_quota(h, &r->answer);
	if (code == CURLE_OK && is_success(r))
		lanes_grow(h);
	if (!r->packed || code != CURLE_OK || !is_success(r)) {
		r->packed = false;
		finish(h, r, code);
	}
	if (r->state == DONE && r->err.kind == ERR_NONE)
		lanes_keep_quota(h, r);
}

static void begin(struct http *h, struct http_request *r)
{
	assert(r->state == WAITING && !r->easy);
	r->state = DONE;
	if (!set_url(h, r, r->url))
		return;
	if (transfer_now() >= h->deadline) {
		transfer_fail(h, r, CURLE_OPERATION_TIMEDOUT);
		return;
	}
	transfer_begin(h, r);
	if (r->easy)
		r->state = RUNNING;
}

/* A rate that lets it begin only when the time for the run is over. */
static void fail_rate(struct http *h, struct http_request *r)
{
	assert(h->o.rate > 0);
	err_set(&r->err, ERR_GITLAB,
		"a rate of %ld requests a minute leaves no time to ask for %s "
		"within the %ld s of this run: allow more time or a higher "
		"rate",
		h->o.rate, r->what, (h->o.deadline_ms + 999) / 1000);
	r->state = DONE;
}

/* Begins what is due; milliseconds until the next look is worth it. */
static int begin_due(struct http *h)
{
	int64_t now = transfer_now(), wait = POLL_MS;

	for (struct http_request *r = h->first; r && lanes_has_room(h);
		r = r->next) {
		int64_t due = lanes_due(h, r);

		if (r->state != WAITING)
			continue;
		if (lanes_rate_ends(h, now)) {
			fail_rate(h, r);
		} else if (due <= now) {
			lanes_note_start(h, now);
			begin(h, r);
		} else if (due - now < wait) {
			wait = due - now;
		}
	}
	return (int)wait;
}

/* Lets libcurl do what it can without waiting; what is over makes room. */
static void collect(struct http *h)
{
	int running, left;
	CURLMsg *m;

	do {
		h->begun = false;
		curl_multi_perform(h->multi, &running);
		while ((m = curl_multi_info_read(h->multi, &left)) != NULL) {
			CURLcode code = m->data.result;
			void *r = NULL;

			curl_easy_getinfo(m->easy_handle, CURLINFO_PRIVATE, &r);
			settle(h, r, code);
		}
		begin_due(h);
	} while (h->begun);
}

static struct http_request *take_done(struct http *h)
{
	for (struct http_request **at = &h->first; *at; at = &(*at)->next) {
		struct http_request *r = *at;

		if (r->state != DONE)
			continue;
		*at = r->next;
		r->next = NULL;
		return r;
	}
	return NULL;
}

static void enqueue(struct http *h, struct http_request *r)
{
	struct http_request **at = &h->first;

	r->next = NULL;
	while (*at)
		at = &(*at)->next;
	*at = r;
}

void http_start(struct http *h, struct http_request *r)
{
	assert(r->arena && r->url && r->what);
	assert(!r->easy && !r->answer.body.p);
	assert(!r->asks || r->write || r->body.n);
	r->http = h;
	r->answer = (struct http_answer){.type = "",
		.next = "",
		.location = "",
		.etag = "",
		.total = -1,
		.total_pages = -1,
		.wait_ms = -1,
		.quota_ms = -1,
		.limit = -1,
		.left = -1};
	r->err = (struct err)ERR_INIT;
	r->tries = r->redirects = 0;
	r->not_before = 0;
	r->state = WAITING;
	enqueue(h, r);
}

struct http_request *http_next(struct http *h)
{
	assert(h);
	for (;;) {
		int wait = begin_due(h);
		struct http_request *r;

		collect(h);
		r = take_done(h);
		if (r || !h->first)
			return r;
		curl_multi_poll(h->multi, NULL, 0, wait, NULL);
	}
}

bool http_unpack(struct http *h, struct http_request *r)
{
	assert(r->state == DONE);
	if (!r->packed)
		return true;
	r->packed = false;
	finish(h, r, CURLE_OK);
	if (r->state == DONE)
		return true;
	r->packed = true;
	enqueue(h, r);
	return false;
}

void http_drop(struct http *h, struct http_request *r)
{
	struct http_request **at = &h->first;

	assert(r->http == h || !r->http);
	while (*at && *at != r)
		at = &(*at)->next;
	if (!*at)
		return;
	*at = r->next;
	r->next = NULL;
	transfer_end(h, r);
	http_release(r);
}

void http_cancel(struct http *h)
{
	while (h->first)
		http_drop(h, h->first);
}

static struct complaint about(
	const struct http *h, const struct http_request *r)
{
	return (struct complaint){
		.what = r->what,
		.write = r->write != NULL,
		.host = h->origin,
		.token = h->o.token,
		.status = r->answer.status,
		.tries = r->tries,
		.wait_ms = r->answer.wait_ms,
		.type = str_of(r->answer.type),
		.body = buf_str(&r->answer.body),
	};
}

int http_check(struct http *h, const struct http_request *r, struct err *err)
{
	struct complaint c = about(h, r);

	assert(r->what);
	if (r->err.kind != ERR_NONE)
		return err_set(err, r->err.kind, "%s", r->err.text);
	return is_success(r) ? 0 : complaint_set(err, &c);
}

int http_complain(struct http *h, const struct http_request *r, bool premature,
	const char *reason, struct err *err)
{
	struct complaint c = about(h, r);

	return complaint_body(err, &c, premature, reason);
}

int http_get(struct http *h, struct http_request *r, struct err *err)
{
	assert(!h->first);
	http_start(h, r);
	r = http_next(h);
	assert(r && !h->first);
	return http_check(h, r, err);
}

void http_release(struct http_request *r)
{
	if (r->http)
		transfer_spare(r->http, &r->answer.body);
	else
		buf_release(&r->answer.body);
}

const struct http_stats *http_stats(const struct http *h)
{
	return &h->stats;
}

const struct gitlab_options *http_options(const struct http *h)
{
	return &h->o;
}
