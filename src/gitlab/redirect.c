/*
 * Where an answer sends us, and whether we go there: never off our origin,
 * never to another thing than was asked for, and not in a circle.
 */
#include "redirect_p.h"

#include <assert.h>
#include <string.h>

#include "complaint_p.h"

enum { REDIRECTS = 5 };

bool redirect_is(const struct http_request *r)
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

bool redirect_set_url(struct http *h, struct http_request *r, const char *url)
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

void redirect_follow(struct http *h, struct http_request *r)
{
	const char *from = r->url;
	const char *to =
		url_resolve(r->arena, r->url, str_of(r->answer.location));

	assert(redirect_is(r));
	r->state = DONE;
	if (!redirect_set_url(h, r, to))
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
