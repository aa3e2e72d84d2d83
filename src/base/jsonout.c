/*
 * The JSON writer.  Whatever the text, what comes out is valid UTF-8 and
 * valid JSON; commas and line breaks follow from the open containers.
 */
#include "jsonout.h"

#include <assert.h>

#include "utf.h"

enum { INDENT = 2 }; /* blanks */

void jsonout_init(struct jsonout *j, struct buf *b, bool pretty)
{
	assert(b && b->p);
	*j = (struct jsonout){.b = b, .pretty = pretty};
}

/* The letter of a two-character escape, or 0. */
static char short_escape(char c)
{
	static const char ESCAPES[] = {['"'] = '"',
		['\\'] = '\\',
		['\b'] = 'b',
		['\f'] = 'f',
		['\n'] = 'n',
		['\r'] = 'r',
		['\t'] = 't'};

	return (unsigned char)c < sizeof ESCAPES ? ESCAPES[(unsigned char)c]
						 : 0;
}

static bool is_plain(char c)
{
	return (unsigned char)c >= ' ' && (unsigned char)c < 0x7f && c != '"' &&
	       c != '\\';
}

/* Writes the first character of s, which is not plain; returns its length. */
static size_t add_special(struct buf *b, struct str s)
{
	char escape = short_escape(s.p[0]);
	size_t n = utf_length(s);

	if (escape) {
		buf_addc(b, '\\');
		buf_addc(b, escape);
	} else if (!n) {
		buf_adds(b, "\xef\xbf\xbd");
	} else if (n == 1) {
		buf_addf(b, "\\u%04x", (unsigned)s.p[0]);
	} else {
		buf_add(b, str_sub(s, 0, n));
	}
	return n ? n : 1;
}

/* Is one of these eight bytes such that it needs an escape? */
static bool has_special(const char *p)
{
	const uint64_t ones = UINT64_C(0x0101010101010101), high = ones << 7;
	uint64_t x, quote, slash, del;

	memcpy(&x, p, sizeof x);
	quote = x ^ ones * '"';
	slash = x ^ ones * '\\';
	del = x ^ ones * 0x7f;
	return (x | ((x - ones * ' ') & ~x) | ((quote - ones) & ~quote) |
		       ((slash - ones) & ~slash) | ((del - ones) & ~del)) &
	       high;
}

/* How many bytes of it need no escape. */
static size_t plain_bytes(struct str s)
{
	size_t n = 0;

	while (n + sizeof(uint64_t) <= s.n && !has_special(s.p + n))
		n += sizeof(uint64_t);
	while (n < s.n && is_plain(s.p[n]))
		n++;
	return n;
}

static char *put(char *p, const char *bytes, size_t n)
{
	return (char *)memcpy(p, bytes, n) + n;
}

/* Between quotes what needs no escape. */
static void add_plain(struct buf *b, struct str s)
{
	char *p = buf_room(b, s.n + 2);

	if (!p)
		return;
	p = put(p, "\"", 1);
	if (s.n)
		p = put(p, s.p, s.n);
	put(p, "\"", 1);
	buf_took(b, s.n + 2);
}

static void add_string(struct buf *b, struct str s)
{
	size_t n = plain_bytes(s);

	if (n == s.n) {
		add_plain(b, s);
		return;
	}
	buf_addc(b, '"');
	while (s.n) {
		buf_add(b, str_sub(s, 0, n));
		s = str_sub(s, n, s.n);
		if (s.n)
			s = str_sub(s, add_special(b, s), s.n);
		n = plain_bytes(s);
	}
	buf_addc(b, '"');
}

/* What is due before something new in a container: a comma, the break of the
 * line, a key that needs no escape.  Room is found once for all of them. */
struct lead {
	bool comma, breaks;
	const char *key; /* NULL: none */
};

static void add_lead(struct jsonout *j, struct lead lead)
{
	size_t blanks = lead.breaks ? (size_t)j->depth * INDENT : 0;
	struct str key = str_of(lead.key), colon = STR("\": ");
	char *p;

	colon.n -= !j->pretty;
	p = buf_room(j->b, lead.comma + lead.breaks + blanks +
				   (lead.key ? 1 + key.n + colon.n : 0));
	if (!p)
		return;
	if (lead.comma)
		*p++ = ',';
	if (lead.breaks)
		*p++ = '\n';
	for (size_t i = 0; i < blanks; i++)
		*p++ = ' ';
	if (lead.key) {
		*p++ = '"';
		p = put(p, key.p, key.n);
		p = put(p, colon.p, colon.n);
	}
	buf_took(j->b, (size_t)(p - (j->b->p + j->b->n)));
}

/* Everything before a value. */
static void begin(struct jsonout *j, const char *key)
{
	struct str name = str_of(key);
	bool plain = plain_bytes(name) == name.n;

	assert((j->close[j->depth] == '}') == (key != NULL));
	add_lead(j, (struct lead){j->some[j->depth], j->pretty && j->depth,
			    plain ? key : NULL});
	j->some[j->depth] = true;
	if (plain)
		return;
	add_string(j->b, name);
	buf_adds(j->b, j->pretty ? ": " : ":");
}

static void open_container(
	struct jsonout *j, const char *key, char open, char close)
{
	begin(j, key);
	assert(j->depth < JSONOUT_DEPTH);
	buf_addc(j->b, open);
	j->depth++;
	j->some[j->depth] = false;
	j->close[j->depth] = close;
}

void jsonout_object(struct jsonout *j, const char *key)
{
	open_container(j, key, '{', '}');
}

void jsonout_array(struct jsonout *j, const char *key)
{
	open_container(j, key, '[', ']');
}

void jsonout_end(struct jsonout *j, char close)
{
	bool some = j->some[j->depth];

	assert(j->depth > 0 && j->close[j->depth] == close);
	j->depth--;
	add_lead(j, (struct lead){.breaks = some && j->pretty});
	buf_addc(j->b, close);
}

void jsonout_str(struct jsonout *j, const char *key, struct str s)
{
	assert(!s.n || s.p);
	begin(j, key);
	add_string(j->b, s);
}

void jsonout_text(struct jsonout *j, const char *key, const char *text)
{
	if (text)
		jsonout_str(j, key, str_of(text));
	else
		jsonout_null(j, key);
}

void jsonout_int(struct jsonout *j, const char *key, int64_t n)
{
	begin(j, key);
	if (n < 0)
		buf_addc(j->b, '-');
	buf_add_number(j->b, n < 0 ? -(uint64_t)n : (uint64_t)n, 1);
}

void jsonout_bool(struct jsonout *j, const char *key, bool value)
{
	jsonout_raw(j, key, value ? "true" : "false");
}

void jsonout_null(struct jsonout *j, const char *key)
{
	jsonout_raw(j, key, "null");
}

void jsonout_decimal(struct jsonout *j, const char *key, struct decimal d)
{
	begin(j, key);
	decimal_print(j->b, d);
}

void jsonout_raw(struct jsonout *j, const char *key, const char *json)
{
	assert(*json);
	assert(json);
	begin(j, key);
	buf_adds(j->b, json);
}
