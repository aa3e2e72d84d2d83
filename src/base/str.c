/*
 * Slices of text and the small scanners that walk them.
 */
#include "str.h"

#include <assert.h>
#include <stdint.h>

struct str str_of(const char *text)
{
	return (struct str){text, text ? strlen(text) : 0};
}

bool str_eq(struct str a, struct str b)
{
	return a.n == b.n && (a.n == 0 || memcmp(a.p, b.p, a.n) == 0);
}

bool str_ieq(struct str a, struct str b)
{
	if (a.n != b.n)
		return false;
	for (size_t i = 0; i < a.n; i++)
		if (str_lower(a.p[i]) != str_lower(b.p[i]))
			return false;
	return true;
}

/*
 * How many bytes of text s begins with, if that is all of text; else
 * STR_NONE.  Most words differ in their first byte, and tables of words are
 * tried at every place of a text: no length is taken before that byte.
 */
static size_t prefix_length(struct str s, const char *text)
{
	size_t i = 0;

	for (; text[i]; i++)
		if (i == s.n || s.p[i] != text[i])
			return STR_NONE;
	return i;
}

static size_t prefix_length_i(struct str s, const char *text)
{
	size_t i = 0;

	for (; text[i]; i++)
		if (i == s.n ||
			(s.p[i] != text[i] &&
				str_lower(s.p[i]) != str_lower(text[i])))
			return STR_NONE;
	return i;
}

bool str_is(struct str a, const char *text)
{
	return prefix_length(a, text) == a.n;
}

bool str_iis(struct str a, const char *text)
{
	return prefix_length_i(a, text) == a.n;
}

int str_cmp(struct str a, struct str b)
{
	size_t n = a.n < b.n ? a.n : b.n;
	int c = n ? memcmp(a.p, b.p, n) : 0;

	return c ? c : (a.n > b.n) - (a.n < b.n);
}

bool str_starts(struct str s, const char *prefix)
{
	return prefix_length(s, prefix) != STR_NONE;
}

bool str_istarts(struct str s, const char *prefix)
{
	return prefix_length_i(s, prefix) != STR_NONE;
}

static struct str tail(struct str s, size_t n)
{
	return str_sub(s, s.n < n ? 0 : s.n - n, s.n);
}

bool str_ends(struct str s, const char *suffix)
{
	return str_is(tail(s, strlen(suffix)), suffix);
}

bool str_iends(struct str s, const char *suffix)
{
	return str_iis(tail(s, strlen(suffix)), suffix);
}

size_t str_find_char(struct str s, char c)
{
	const char *p = s.n ? memchr(s.p, c, s.n) : NULL;

	return p ? (size_t)(p - s.p) : STR_NONE;
}

bool str_has_control(struct str s)
{
	/* Sixteen at a time, of which only signed ones compare quickly. */
	typedef signed char block __attribute__((vector_size(16)));
	typedef int64_t words __attribute__((vector_size(16)));
	block bytes, all = {0};
	words hits;
	size_t i = 0;

	for (; i + sizeof bytes <= s.n; i += sizeof bytes) {
		memcpy(&bytes, s.p + i, sizeof bytes);
		all |= (bytes ^ INT8_MIN) < (' ' ^ INT8_MIN);
	}
	hits = (words)all;
	for (; i < s.n; i++)
		hits[0] |= (unsigned char)s.p[i] < ' ';
	return hits[0] | hits[1];
}

size_t str_rfind_char(struct str s, char c)
{
	for (size_t i = s.n; i-- > 0;)
		if (s.p[i] == c)
			return i;
	return STR_NONE;
}

size_t str_find(struct str s, struct str what)
{
	if (!what.n)
		return 0;
	for (size_t at = 0; at + what.n <= s.n; at++) {
		size_t step = str_find_char(str_sub(s, at, s.n), what.p[0]);

		if (step == STR_NONE)
			return STR_NONE;
		at += step;
		if (str_eq(str_sub(s, at, at + what.n), what))
			return at;
	}
	return STR_NONE;
}

size_t str_ifind(struct str s, struct str what)
{
	char first = what.n ? str_lower(what.p[0]) : 0;

	for (size_t at = 0; at + what.n <= s.n; at++)
		if (!what.n ||
			(str_lower(s.p[at]) == first &&
				str_ieq(str_sub(s, at, at + what.n), what)))
			return at;
	return STR_NONE;
}

struct str str_trim_left(struct str s)
{
	str_skip_space(&s);
	return s;
}

struct str str_trim_right(struct str s)
{
	while (s.n && str_is_space(s.p[s.n - 1]))
		s.n--;
	return s;
}

struct str str_trim(struct str s)
{
	return str_trim_right(str_trim_left(s));
}

static void advance(struct str *s, size_t n)
{
	assert(n <= s->n);
	*s = str_sub(*s, n, s->n);
}

bool str_skip_char(struct str *s, char c)
{
	if (!s->n || s->p[0] != c)
		return false;
	advance(s, 1);
	return true;
}

bool str_skip(struct str *s, const char *prefix)
{
	size_t n = prefix_length(*s, prefix);

	if (n == STR_NONE)
		return false;
	advance(s, n);
	return true;
}

bool str_iskip(struct str *s, const char *prefix)
{
	size_t n = prefix_length_i(*s, prefix);

	if (n == STR_NONE)
		return false;
	advance(s, n);
	return true;
}

bool str_skip_space(struct str *s)
{
	size_t n = 0;

	while (n < s->n && str_is_space(s->p[n]))
		n++;
	advance(s, n);
	return n > 0;
}

bool str_skip_blank(struct str *s)
{
	size_t n = 0;

	while (n < s->n && (s->p[n] == ' ' || s->p[n] == '\t'))
		n++;
	advance(s, n);
	return n > 0;
}

bool str_take_number(struct str *s, long max, long *value)
{
	size_t n = 0;
	long sum = 0;

	assert(max >= 0);
	while (n < s->n && str_is_digit(s->p[n])) {
		int digit = s->p[n++] - '0';

		if (sum > (max - digit) / 10)
			return false;
		sum = sum * 10 + digit;
	}
	if (!n)
		return false;
	advance(s, n);
	*value = sum;
	return true;
}

bool str_take_until(struct str *s, char c, struct str *taken)
{
	size_t n;

	if (!s->n)
		return false;
	n = str_find_char(*s, c);
	if (n == STR_NONE) {
		*taken = *s;
		advance(s, s->n);
		return true;
	}
	*taken = str_sub(*s, 0, n);
	advance(s, n + 1);
	return true;
}

bool str_take_line(struct str *s, struct str *line)
{
	size_t end = str_find_char(*s, '\n');
	size_t n = end == STR_NONE ? s->n : end;
	const char *cr;

	if (!s->n)
		return false;
	cr = memchr(s->p, '\r', n); /* rare */
	if (cr)
		n = (size_t)(cr - s->p);
	*line = str_sub(*s, 0, n);
	advance(s, n);
	if (!str_skip(s, "\r\n") && s->n)
		advance(s, 1);
	return true;
}
