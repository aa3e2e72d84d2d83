/*
 * Addresses of remotes, and words from outside, made fit to be shown: a CI
 * clone's address has a login in it, and a server's words go to a terminal.
 */
#include <string.h>

#include "publish_p.h"

struct address address_parse(struct str url)
{
	struct address a = {.path = url};
	size_t colon = str_find(url, STR("://")), end = 0, at;
	struct str rest;

	if (colon == STR_NONE)
		return a;
	a.scheme = str_sub(url, 0, colon);
	rest = str_sub(url, colon + 3, url.n);
	while (end < rest.n && !strchr("/?#", rest.p[end]))
		end++;
	a.path = str_sub(rest, end, rest.n);
	rest.n = end;
	at = str_rfind_char(rest, '@');
	if (at != STR_NONE) {
		a.login = str_sub(rest, 0, at);
		rest = str_sub(rest, at + 1, rest.n);
	}
	end = str_find_char(rest, ']');
	colon = str_rfind_char(rest, ':');
	if (colon != STR_NONE && (end == STR_NONE || colon > end)) {
		a.port = str_sub(rest, colon + 1, rest.n);
		rest.n = colon;
	}
	a.host = rest;
	return a;
}

bool address_is_http(const struct address *a)
{
	return str_iis(a->scheme, "http") || str_iis(a->scheme, "https");
}

bool address_is_loopback(const struct address *a)
{
	struct str s = a->host;
	long part;

	if (str_iis(s, "localhost") || str_is(s, "[::1]"))
		return true;
	if (!str_skip(&s, "127."))
		return false;
	for (int i = 0; i < 3; i++)
		if (!str_take_number(&s, 255, &part) ||
			(i < 2 && !str_skip_char(&s, '.')))
			return false;
	return !s.n;
}

static struct str port_of(struct str scheme, struct str port)
{
	if (port.n)
		return port;
	return str_iis(scheme, "https")  ? STR("443")
	       : str_iis(scheme, "http") ? STR("80")
					 : STR("");
}

bool address_is_at(const struct address *a, const char *host_port)
{
	struct str s = str_of(host_port), port = STR("");
	size_t bracket = str_find_char(s, ']');
	size_t colon = str_rfind_char(s, ':');

	if (colon != STR_NONE && (bracket == STR_NONE || colon > bracket)) {
		port = str_sub(s, colon + 1, s.n);
		s.n = colon;
	}
	return s.n && str_ieq(s, a->host) &&
	       str_eq(port_of(a->scheme, port), port_of(a->scheme, a->port));
}

const char *address_bare(struct arena *arena, const char *url)
{
	struct address a = address_parse(str_of(url));

	if (!a.scheme.n)
		return arena_text(arena, str_of(url));
	return arena_printf(arena, "%.*s://%.*s%s%.*s%.*s", STR_ARG(a.scheme),
		STR_ARG(a.host), a.port.n ? ":" : "", STR_ARG(a.port),
		STR_ARG(a.path));
}

const char *address_shown(struct arena *arena, const char *url)
{
	struct str s = str_of(address_bare(arena, url));
	size_t end = 0;

	if (str_find(s, STR("://")) == STR_NONE)
		return s.p;
	while (end < s.n && !strchr("?#", s.p[end]))
		end++;
	return arena_text(arena, str_sub(s, 0, end));
}

/* Counters that git prints for a person who waits. */
static bool is_progress(struct str line)
{
	static const char *const counters[] = {
		"Unpacking objects:", "Resolving deltas:", "Counting objects:",
		"Compressing objects:", "Enumerating objects:",
		"Receiving objects:", "Checking connectivity:", "Total "};

	for (size_t i = 0; i < COUNT_OF(counters); i++)
		if (str_starts(line, counters[i]))
			return true;
	return false;
}

/* An escape sequence: ESC [ parameters letter, or ESC and one byte. */
static void skip_escape(struct str *s)
{
	bool csi = str_skip(s, "\033[");

	if (!csi) {
		*s = str_sub(*s, 2, s->n);
		return;
	}
	while (s->n && ((unsigned char)*s->p < 0x40 || *s->p > 0x7e))
		*s = str_sub(*s, 1, s->n);
	*s = str_sub(*s, 1, s->n);
}

/* Bytes of a login after "://": up to an '@' before the host ends. */
static size_t login_length(struct str s)
{
	size_t at = 0;

	for (size_t i = 0; i < s.n && !strchr("/ \t'\"<>", s.p[i]); i++)
		if (s.p[i] == '@')
			at = i + 1;
	return at;
}

static void add_line(struct buf *b, struct str s, const char *secret)
{
	while (s.n) {
		if (*secret && str_skip(&s, secret)) {
			buf_adds(b, "[redacted]");
		} else if (str_skip(&s, "://")) {
			buf_adds(b, "://");
			s = str_sub(s, login_length(s), s.n);
		} else if (*s.p == '\033') {
			skip_escape(&s);
		} else {
			if ((unsigned char)*s.p >= ' ' && *s.p != 0x7f)
				buf_addc(b, *s.p);
			s = str_sub(s, 1, s.n);
		}
	}
}

void words_add(struct buf *b, struct str text, const char *secret)
{
	struct str line;

	while (!b->over && str_take_line(&text, &line)) {
		size_t before = b->n, begun;

		line = str_trim(line);
		while (str_skip(&line, "="))
			;
		line = str_trim(line);
		if (is_progress(line))
			continue;
		if (before)
			buf_adds(b, "; ");
		begun = b->n;
		add_line(b, line, secret);
		if (b->n == begun && !b->over)
			buf_cut(b, before);
	}
}
