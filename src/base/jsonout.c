/*
 * The JSON writer.  Whatever the text, what comes out is valid UTF-8 and
 * valid JSON; commas and line breaks follow from the open containers.
 */
#include "jsonout.h"

#include <assert.h>
#include <inttypes.h>

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

static void add_string(struct buf *b, struct str s)
{
	buf_addc(b, '"');
	while (s.n) {
		size_t n = 0;

		while (n < s.n && is_plain(s.p[n]))
			n++;
		buf_add(b, str_sub(s, 0, n));
		s = str_sub(s, n, s.n);
		if (s.n)
			s = str_sub(s, add_special(b, s), s.n);
	}
	buf_addc(b, '"');
}

static void break_line(struct jsonout *j)
{
	if (!j->pretty)
		return;
	buf_addc(j->b, '\n');
	buf_add_times(j->b, ' ', (size_t)j->depth * INDENT);
}

/* Everything before a value: comma, line break, key. */
static void begin(struct jsonout *j, const char *key)
{
	assert((j->close[j->depth] == '}') == (key != NULL));
	if (j->some[j->depth])
		buf_addc(j->b, ',');
	j->some[j->depth] = true;
	if (j->depth)
		break_line(j);
	if (!key)
		return;
	add_string(j->b, str_of(key));
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
	if (some)
		break_line(j);
	buf_addc(j->b, close);
}

void jsonout_str(struct jsonout *j, const char *key, struct str s)
{
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
	buf_addf(j->b, "%" PRId64, n);
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
