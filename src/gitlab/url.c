/*
 * Addresses: parsing, comparing, encoding.
 */
#include "url_p.h"

#include <assert.h>
#include <curl/curl.h>
#include <stdlib.h>
#include <string.h>

#include "attr.h"

/* One part of a parsed address, lower-cased on request; "" when absent. */
static const char *part(struct arena *a, CURLU *u, CURLUPart which, bool lower)
{
	char *text = NULL, *copy;
	unsigned flags = which == CURLUPART_PORT ? CURLU_DEFAULT_PORT : 0;

	if (curl_url_get(u, which, &text, flags) != CURLUE_OK)
		return "";
	copy = arena_alloc(a, strlen(text) + 1);
	for (size_t i = 0; text[i]; i++)
		copy[i] = lower ? str_lower(text[i]) : text[i];
	curl_free(text);
	return copy;
}

static bool is_ipv4_loopback(struct str host)
{
	long n;

	if (!str_take_number(&host, 255, &n) || n != 127)
		return false;
	for (int i = 0; i < 3; i++)
		if (!str_skip_char(&host, '.') ||
			!str_take_number(&host, 255, &n))
			return false;
	return host.n == 0;
}

bool url_is_loopback(const char *host)
{
	struct str s = str_of(host);

	return str_iis(s, "localhost") || str_is(s, "[::1]") ||
	       is_ipv4_loopback(s);
}

/* Everything a browser shows but an address may not hold becomes %XX. */
static int tidy(struct arena *a, struct str text, const char *what,
	const char **out, struct err *err)
{
	struct buf b;

	buf_init(&b, URL_BYTES);
	for (size_t i = 0; i < text.n; i++) {
		unsigned char c = (unsigned char)text.p[i];

		if (c < ' ' || c == 0x7f)
			break;
		if (c > 0x7f || strchr(" \"<>\\^`{|}", c))
			buf_addf(&b, "%%%02X", c);
		else
			buf_addc(&b, (char)c);
		if (i + 1 == text.n && !b.over) {
			*out = arena_text(a, buf_str(&b));
			buf_release(&b);
			return 0;
		}
	}
	buf_release(&b);
	return err_set(err, ERR_CONFIG,
		"%s is empty, too long or holds a control character: "
		"copy it from the browser's address bar",
		what);
}

static int refuse(CURLUcode code, const char *what, struct err *err)
{
	if (code == CURLUE_USER_NOT_ALLOWED)
		return err_set(err, ERR_CONFIG,
			"%s holds a user name or password: take it out and "
			"put the token into OKRSYNC_TOKEN",
			what);
	if (code == CURLUE_UNSUPPORTED_SCHEME || code == CURLUE_BAD_SCHEME)
		return err_set(
			err, ERR_CONFIG, "%s must begin with https://", what);
	return err_set(err, ERR_CONFIG,
		"%s cannot be understood (%s): "
		"copy it from the browser's address bar",
		what, curl_url_strerror(code));
}

static int check(const struct url *u, const char *what, struct err *err)
{
	if (strcmp(u->scheme, "https") == 0)
		return 0;
	if (strcmp(u->scheme, "http") != 0)
		return err_set(
			err, ERR_CONFIG, "%s must begin with https://", what);
	if (url_is_loopback(u->host))
		return 0;
	return err_set(err, ERR_CONFIG,
		"%s begins with http://, which would show the token to "
		"everyone on the way to '%s': use https://",
		what, u->host);
}

int url_parse(struct arena *a, struct str text, const char *what,
	struct url *out, struct err *err)
{
	assert(what && out);
	CURLUcode code;
	const char *tidied;
	CURLU *u;

	if (tidy(a, text, what, &tidied, err))
		return -1;
	u = curl_url();
	if (!u)
		return err_set(err, ERR_IO, "out of memory");
	code = curl_url_set(u, CURLUPART_URL, tidied, CURLU_DISALLOW_USER);
	if (code != CURLUE_OK) {
		curl_url_cleanup(u);
		return refuse(code, what, err);
	}
	*out = (struct url){
		.scheme = part(a, u, CURLUPART_SCHEME, true),
		.host = part(a, u, CURLUPART_HOST, true),
		.port = strtol(part(a, u, CURLUPART_PORT, false), NULL, 10),
		.path = part(a, u, CURLUPART_PATH, false),
		.query = part(a, u, CURLUPART_QUERY, false),
	};
	curl_url_cleanup(u);
	return check(out, what, err);
}

const char *url_resolve(struct arena *a, const char *base, struct str ref)
{
	const char *out = NULL;
	CURLU *u = curl_url();

	assert(strstr(base, "://"));
	if (u && ref.n && ref.n <= URL_BYTES &&
		curl_url_set(u, CURLUPART_URL, base, 0) == CURLUE_OK &&
		curl_url_set(u, CURLUPART_URL, arena_text(a, ref), 0) ==
			CURLUE_OK)
		out = part(a, u, CURLUPART_URL, false);
	curl_url_cleanup(u);
	return out && *out ? out : NULL;
}

bool url_same_origin(const struct url *a, const struct url *b)
{
	return strcmp(a->scheme, b->scheme) == 0 &&
	       strcmp(a->host, b->host) == 0 && a->port == b->port;
}

const char *url_origin(struct arena *a, const struct url *u)
{
	long usual = strcmp(u->scheme, "https") == 0 ? 443 : 80;

	if (u->port == usual)
		return arena_printf(a, "%s://%s", u->scheme, u->host);
	return arena_printf(a, "%s://%s:%ld", u->scheme, u->host, u->port);
}

void url_encode(struct buf *b, struct str text)
{
	for (size_t i = 0; i < text.n; i++) {
		char c = text.p[i];

		if (str_is_alnum(c) || (c && strchr("-._~", c)))
			buf_addc(b, c);
		else
			buf_addf(b, "%%%02X", (unsigned)(unsigned char)c);
	}
}

static int hex(char c)
{
	const char *digits = "0123456789abcdef";
	const char *at = c ? strchr(digits, str_lower(c)) : NULL;

	return at ? (int)(at - digits) : -1;
}

bool url_decode(struct arena *a, struct str text, bool plus, const char **out)
{
	char *copy = arena_alloc(a, text.n + 1);
	size_t n = 0;

	for (size_t i = 0; i < text.n; i++) {
		int c = (unsigned char)text.p[i];

		if (c == '+' && plus)
			c = ' ';
		if (c == '%') {
			int high = i + 2 < text.n ? hex(text.p[i + 1]) : -1;
			int low = i + 2 < text.n ? hex(text.p[i + 2]) : -1;

			if (high < 0 || low < 0)
				return false;
			c = high * 16 + low;
			i += 2;
		}
		if (c < ' ' || c == 0x7f)
			return false;
		copy[n++] = (char)c;
	}
	*out = copy;
	return true;
}
