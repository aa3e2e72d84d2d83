/*
 * Cleaning, and escaping for everything that is not markdown.
 */
#include "escape_p.h"

#include <assert.h>
#include <stdlib.h>
#include <utf8proc.h>

enum { REPLACEMENT = 0xfffd };

struct range {
	int32_t from, to;
};

/* Characters that are not seen but change how others are: controls, zero
 * width, bidi, tags. Line and paragraph separators become newlines before. */
static const struct range UNSEEN[] = {
	{0x00, 0x08},
	{0x0b, 0x1f},
	{0x7f, 0x9f},
	{0x034f, 0x034f},
	{0x061c, 0x061c},
	{0x180e, 0x180e},
	{0x200b, 0x200f},
	{0x202a, 0x202e},
	{0x2060, 0x206f},
	{0xfeff, 0xfeff},
	{0xfff9, 0xfffb},
	{0xe0000, 0xe007f},
};

static bool is_unseen(int32_t c)
{
	for (size_t i = 0; i < COUNT_OF(UNSEEN); i++)
		if (c >= UNSEEN[i].from && c <= UNSEEN[i].to)
			return true;
	return false;
}

static bool is_line_end(int32_t c)
{
	return c == '\r' || c == 0x85 || c == 0x2028 || c == 0x2029;
}

/* Takes one character; broken bytes count as REPLACEMENT each. */
static int32_t take_char(struct str *s, struct str *bytes)
{
	utf8proc_int32_t c = -1;
	utf8proc_ssize_t n = utf8proc_iterate(
		(const utf8proc_uint8_t *)s->p, (utf8proc_ssize_t)s->n, &c);

	if (n <= 0 || c < 0 || (c & 0xfffe) == 0xfffe) {
		c = REPLACEMENT;
		n = n <= 0 ? 1 : n;
	}
	*bytes = str_sub(*s, 0, (size_t)n);
	*s = str_sub(*s, (size_t)n, s->n);
	return c;
}

/* How many bytes at the beginning are printable ASCII. */
static size_t plain_run(struct str s)
{
	size_t n = 0;

	while (n < s.n && s.p[n] >= ' ' && s.p[n] < 0x7f)
		n++;
	return n;
}

void escape_clean(struct buf *b, struct str text)
{
	struct str bytes;

	while (text.n > 0) {
		size_t plain = plain_run(text);
		int32_t c;

		if (plain > 0) {
			buf_add(b, str_sub(text, 0, plain));
			text = str_sub(text, plain, text.n);
			continue;
		}
		c = take_char(&text, &bytes);

		if (c == '\r' && text.n > 0 && text.p[0] == '\n')
			continue;
		if (is_line_end(c))
			buf_addc(b, '\n');
		else if (c == REPLACEMENT)
			buf_adds(b, "\xef\xbf\xbd");
		else if (!is_unseen(c))
			buf_add(b, bytes);
	}
}

/* Other blanks, such as U+00A0 and U+3000, are kept within a line only: next
 * to a mark they would keep it from being one. */
static bool is_wide_blank(int32_t c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == 0xa0 || c == 0x1680 ||
	       (c >= 0x2000 && c <= 0x200a) || c == 0x202f || c == 0x205f ||
	       c == 0x3000;
}

static struct str trim_blanks(struct str s)
{
	struct str bytes, rest = s;

	while (rest.n > 0 && is_wide_blank(take_char(&rest, &bytes)))
		s = rest;
	for (;;) {
		size_t n = s.n;

		while (n > 0 && ((unsigned char)s.p[n - 1] & 0xc0) == 0x80)
			n--;
		rest = str_sub(s, n ? n - 1 : 0, s.n);
		if (rest.n == 0 || !is_wide_blank(take_char(&rest, &bytes)))
			return s;
		s.n = n - 1;
	}
}

static size_t word_length(struct str s)
{
	size_t n = 0;

	while (n < s.n && !str_is_space(s.p[n]))
		n++;
	return n;
}

bool is_clean_line(struct str s)
{
	if (s.n && (s.p[0] == ' ' || s.p[s.n - 1] == ' '))
		return false;
	for (size_t i = 0; i < s.n; i++)
		if (s.p[i] < ' ' || s.p[i] >= 0x7f ||
			(s.p[i] == ' ' && s.p[i - 1] == ' '))
			return false;
	return true;
}

void clean_line(struct buf *b, struct str text)
{
	struct buf clean;
	struct str s;
	size_t first = b->n;

	if (is_clean_line(text)) {
		buf_add(b, text);
		return;
	}
	buf_init(&clean, b->max);
	escape_clean(&clean, text);
	s = trim_blanks(buf_str(&clean));
	while (s.n > 0) {
		size_t n = word_length(s);

		buf_add(b, str_sub(s, 0, n));
		s = str_sub(s, n, s.n);
		if (str_skip_space(&s) && s.n > 0 && b->n > first)
			buf_addc(b, ' ');
	}
	b->over |= clean.over;
	buf_release(&clean);
}

void escape_html(struct buf *b, struct str text)
{
	struct buf clean;

	assert(b->p);
	buf_init(&clean, b->max);
	escape_clean(&clean, text);
	for (size_t i = 0; i < clean.n; i++) {
		switch (clean.p[i]) {
		case '&':
			buf_adds(b, "&amp;");
			break;
		case '<':
			buf_adds(b, "&lt;");
			break;
		case '>':
			buf_adds(b, "&gt;");
			break;
		case '"':
			buf_adds(b, "&quot;");
			break;
		case '\'':
			buf_adds(b, "&#39;");
			break;
		default:
			buf_addc(b, clean.p[i]);
		}
	}
	b->over |= clean.over;
	buf_release(&clean);
}

static void add_yaml(struct buf *b, struct str text)
{
	struct buf clean;

	buf_init(&clean, b->max);
	clean_line(&clean, text);
	for (size_t i = 0; i < clean.n; i++) {
		if (clean.p[i] == '"' || clean.p[i] == '\\')
			buf_addc(b, '\\');
		buf_addc(b, clean.p[i]);
	}
	b->over |= clean.over;
	buf_release(&clean);
}

static bool is_own_path(struct str url)
{
	if (url.n == 0 || str_starts(url, "//"))
		return false;
	for (size_t i = 0; i < url.n; i++)
		if (!str_is_alnum(url.p[i]) && !strchr("/._#-", url.p[i]))
			return false;
	return true;
}

/* Behind a scheme we allow there has to be something that names a place. */
static bool is_address(struct str url)
{
	if (!str_iskip(&url, "https://") && !str_iskip(&url, "http://") &&
		!str_iskip(&url, "mailto:"))
		return false;
	return url.n > 0 && (str_is_alnum(url.p[0]) || url.p[0] == '[' ||
				    (unsigned char)url.p[0] > 127);
}

static bool is_hex(struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (!str_is_digit(s.p[i]) &&
			(str_lower(s.p[i]) < 'a' || str_lower(s.p[i]) > 'f'))
			return false;
	return s.n == 2;
}

bool escape_url(struct buf *b, struct str url)
{
	url = str_trim(url);
	if (url.n > ESCAPE_URL_BYTES || (!is_own_path(url) && !is_address(url)))
		return false;
	if (str_has_control(url) || str_find_char(url, 127) != STR_NONE)
		return false;
	for (size_t i = 0; i < url.n; i++) {
		char c = url.p[i];
		bool plain = str_is_alnum(c) || strchr("-._~:/?#@!+,;=", c) ||
			     (c == '%' && is_hex(str_sub(url, i + 1, i + 3)));

		if (c == '&')
			buf_adds(b, "&amp;");
		else if (plain)
			buf_addc(b, c);
		else
			buf_addf(b, "%%%02X", (unsigned char)c);
	}
	return true;
}

const char *escape_slug(struct arena *a, struct str text)
{
	char slug[ESCAPE_SLUG_BYTES + 1];
	size_t n = 0;
	struct buf clean;
	utf8proc_uint8_t *flat = NULL;
	utf8proc_ssize_t size;

	buf_init(&clean, 64 * ESCAPE_SLUG_BYTES);
	escape_clean(&clean, str_sub(text, 0, 32 * ESCAPE_SLUG_BYTES));
	size = utf8proc_map((const utf8proc_uint8_t *)clean.p,
		(utf8proc_ssize_t)clean.n, &flat,
		UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT | UTF8PROC_CASEFOLD |
			UTF8PROC_STRIPMARK);
	for (utf8proc_ssize_t i = 0; i < size && n < ESCAPE_SLUG_BYTES; i++) {
		if (str_is_alnum((char)flat[i]))
			slug[n++] = (char)flat[i];
		else if (n > 0 && slug[n - 1] != '-' && flat[i] < 128)
			slug[n++] = '-';
	}
	while (n > 0 && slug[n - 1] == '-')
		n--;
	if (n == 0)
		slug[n++] = 'x';
	free(flat);
	buf_release(&clean);
	return arena_text(a, (struct str){slug, n});
}

/* What fn writes of text, in the arena. */
static const char *into_arena(
	struct arena *a, const char *text, void (*fn)(struct buf *, struct str))
{
	struct buf b;
	const char *result;

	if (!text || !*text)
		return "";
	buf_init(&b, 8 * strlen(text) + 64);
	fn(&b, str_of(text));
	result = arena_text(a, buf_str(&b));
	buf_release(&b);
	return result;
}

static void add_url(struct buf *b, struct str url)
{
	(void)escape_url(b, url);
}

const char *escaped_markdown(struct arena *a, const char *text)
{
	return into_arena(a, text, escape_markdown);
}

const char *escaped_inline(struct arena *a, const char *markdown)
{
	return into_arena(a, markdown, escape_inline);
}

const char *escaped_plain(struct arena *a, const char *markdown)
{
	return into_arena(a, markdown, escape_plain);
}

const char *escaped_yaml(struct arena *a, const char *text)
{
	return into_arena(a, text, add_yaml);
}

const char *escaped_url(struct arena *a, const char *url)
{
	return into_arena(a, url, add_url);
}
