/*
 * Slices of text and the small scanners that walk them.
 */
#include "str.h"

#include <assert.h>
#include <stdint.h>

bool str_eq(struct str a, struct str b)
{
	return a.n == b.n && (a.n == 0 || memcmp(a.p, b.p, a.n) == 0);
}

/* Greek: the capitals with an accent stand apart from their small letters. */
static unsigned fold_greek(unsigned c)
{
	if (c == 0xce86)
		return 0xceac;
	if (c >= 0xce88 && c <= 0xce8a)
		return c + 0x25;
	if (c == 0xce8c)
		return 0xcf8c;
	if (c == 0xce8e || c == 0xce8f)
		return c + 0xff;
	if (c >= 0xce91 && c <= 0xce9f)
		return c + 0x20;
	return c >= 0xcea0 && c <= 0xcea9 ? c + 0xe0 : c;
}

static unsigned fold_cyrillic(unsigned c)
{
	if (c >= 0xd080 && c <= 0xd08f)
		return c + 0x110;
	if (c >= 0xd090 && c <= 0xd09f)
		return c + 0x20;
	return c >= 0xd0a0 && c <= 0xd0af ? c + 0xe0 : c;
}

/* Latin letters beyond the first ones stand in pairs, most of which begin at
 * an even number. */
static unsigned fold_latin(unsigned c)
{
	bool odd = (c >= 0xc4b9 && c <= 0xc588) || c >= 0xc5b9;

	if (c <= 0xc39e)
		return c >= 0xc380 && c != 0xc397 ? c + 0x20 : c;
	if (c < 0xc480 || c == 0xc4b0 || c == 0xc4b1 || c == 0xc4b8 ||
		c == 0xc4bf || c == 0xc5b8 || c >= 0xc5bf)
		return c;
	return (c & 1) == odd ? c + 1 : c;
}

unsigned str_fold(const char *p)
{
	unsigned lead = (unsigned char)p[0],
		 c = lead << 8 | (unsigned char)p[1];

	if (lead >= 0xc3 && lead <= 0xc5)
		return fold_latin(c);
	if (c == 0xc898 || c == 0xc89a) /* Romanian */
		return c + 1;
	if (lead == 0xce)
		return fold_greek(c);
	return lead == 0xd0 ? fold_cyrillic(c) : c;
}

static bool is_continued(char c)
{
	return ((unsigned char)c & 0xc0) == 0x80;
}

/* Is one of them in ASCII?  Then small and capital differ in one byte. */
static bool is_ascii(char x, char y)
{
	return ((unsigned char)x & (unsigned char)y) < 0x80;
}

/* Where bytes differ at i: is it only the case of the letter they belong to?
 * Moves i to the letter's last byte. */
static bool is_same_letter(struct str a, const char *b, size_t *i)
{
	size_t at = *i;

	if (at && is_continued(a.p[at]))
		at--;
	if ((unsigned char)a.p[at] < 0xc3 || (unsigned char)b[at] < 0xc3 ||
		at + 1 >= a.n || !is_continued(a.p[at + 1]) ||
		!is_continued(b[at + 1]) ||
		str_fold(a.p + at) != str_fold(b + at))
		return false;
	*i = at + 1;
	return true;
}

bool str_ieq(struct str a, struct str b)
{
	if (a.n != b.n)
		return false;
	for (size_t i = 0; i < a.n; i++)
		if (str_lower(a.p[i]) != str_lower(b.p[i]) &&
			(is_ascii(a.p[i], b.p[i]) ||
				!is_same_letter(a, b.p, &i)))
			return false;
	return true;
}

size_t str_prefix(struct str s, const char *text)
{
	size_t i = 0;

	for (; text[i]; i++)
		if (i == s.n || s.p[i] != text[i])
			return STR_NONE;
	return i;
}

size_t str_iprefix(struct str s, const char *text)
{
	size_t i = 0;

	for (; text[i]; i++)
		if (i == s.n ||
			(s.p[i] != text[i] &&
				str_lower(s.p[i]) != str_lower(text[i]) &&
				(is_ascii(s.p[i], text[i]) ||
					!is_same_letter(s, text, &i))))
			return STR_NONE;
	return i;
}

/* The bits in which the first bytes of words may differ that are the same but
 * for the case of their letters. */
static int case_bits(char first)
{
	return first & 0x80 ? 0x21 : 0x20;
}

bool str_is_listed(struct str s, const char *const *words)
{
	char first = s.n ? s.p[0] : '\0';
	int mask = ~case_bits(first);

	for (; words && *words; words++) {
		if (!((**words ^ first) & mask) && str_iis(s, *words))
			return true;
	}
	return false;
}

const char *str_listed_start(struct str s, const char *const *words)
{
	char first = s.n ? s.p[0] : '\0';
	int mask = ~case_bits(first);

	for (; words && *words; words++) {
		if (!((**words ^ first) & mask) && str_istarts(s, *words))
			return *words;
	}
	return NULL;
}

int str_cmp(struct str a, struct str b)
{
	size_t n = a.n < b.n ? a.n : b.n;
	int c = n ? memcmp(a.p, b.p, n) : 0;

	return c ? c : (a.n > b.n) - (a.n < b.n);
}

size_t str_find_char(struct str s, char c)
{
	enum { FEW = 12 }; /* bytes that are looked at before a call is */
	const char *p = NULL;

	for (size_t i = 0; i < s.n && i < FEW; i++)
		if (s.p[i] == c)
			return i;
	if (s.n > FEW)
		p = memchr(s.p + FEW, c, s.n - FEW);
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

bool str_has_high(struct str s)
{
	uint64_t hits = 0, word;
	size_t i = 0;

	for (; i + sizeof word <= s.n; i += sizeof word) {
		memcpy(&word, s.p + i, sizeof word);
		hits |= word;
	}
	for (; i < s.n; i++)
		hits |= (unsigned char)s.p[i];
	return (hits & 0x8080808080808080u) != 0;
}

size_t str_rfind_char(struct str s, char c)
{
	for (size_t i = s.n; i-- > 0;)
		if (s.p[i] == c)
			return i;
	return STR_NONE;
}

bool str_has_digit(struct str s)
{
	for (size_t i = 0; i < s.n; i++) {
		if (str_is_digit(s.p[i]))
			return true;
	}
	return false;
}

size_t str_words(struct str s)
{
	size_t n = 0;

	for (size_t i = 0; i < s.n; i++)
		n += !str_is_space(s.p[i]) && (!i || str_is_space(s.p[i - 1]));
	return n;
}

size_t str_find(struct str s, struct str what)
{
	size_t at = 0, step;

	if (!what.n)
		return 0;
	for (; at + what.n <= s.n; at++) {
		step = str_find_char(
			str_sub(s, at, s.n - what.n + 1), what.p[0]);
		if (step == STR_NONE)
			return STR_NONE;
		at += step;
		if (!memcmp(s.p + at, what.p, what.n))
			return at;
	}
	return STR_NONE;
}

/* The next c from p on, or end. */
static const char *next_of(const char *p, const char *end, char c)
{
	const char *at = p < end ? memchr(p, c, (size_t)(end - p)) : NULL;

	return at ? at : end;
}

size_t str_ifind(struct str s, struct str what)
{
	const char *end, *low, *high, *at;
	char first;

	if (!what.n || what.n > s.n)
		return what.n ? STR_NONE : 0;
	first = str_lower(what.p[0]);
	end = s.p + s.n - what.n + 1;
	low = next_of(s.p, end, first);
	high = str_is_alpha(first)
		       ? next_of(s.p, end, (char)(first - 'a' + 'A'))
		       : end;
	while (low < end || high < end) {
		at = low < high ? low : high;
		if (str_ieq((struct str){at, what.n}, what))
			return (size_t)(at - s.p);
		if (at == low)
			low = next_of(at + 1, end, *at);
		else
			high = next_of(at + 1, end, *at);
	}
	return STR_NONE;
}

static void advance(struct str *s, size_t n)
{
	assert(n <= s->n);
	*s = str_sub(*s, n, s->n);
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

/* Bytes before the end of the first line.  Most lines are short. */
static size_t line_length(struct str s)
{
	enum { FEW = 16 };
	size_t n = 0, end;

	while (n < s.n && n < FEW && s.p[n] != '\n' && s.p[n] != '\r')
		n++;
	if (n < FEW || n == s.n)
		return n;
	end = str_find_char(str_sub(s, FEW, s.n), '\n');
	s = str_sub(s, 0, end == STR_NONE ? s.n : FEW + end);
	end = str_find_char(str_sub(s, FEW, s.n), '\r'); /* rare */
	return end == STR_NONE ? s.n : FEW + end;
}

bool str_take_line(struct str *s, struct str *line)
{
	struct str all = *s;
	size_t n = line_length(all), end = n;

	if (!all.n)
		return false;
	if (end + 1 < all.n && all.p[end] == '\r' && all.p[end + 1] == '\n')
		end++;
	end += end < all.n;
	*line = (struct str){all.p, n};
	*s = (struct str){all.p + end, all.n - end};
	return true;
}

bool str_iskip_words(struct str *s, const char *words)
{
	size_t n = 0;

	for (; words[n]; n++) {
		bool joined = words[n] == ' ' && n < s->n &&
			      (s->p[n] == '_' || s->p[n] == '-');

		if (n >= s->n ||
			(!joined && str_lower(s->p[n]) != str_lower(words[n]) &&
				!is_same_letter(*s, words, &n)))
			return false;
	}
	*s = str_sub(*s, n, s->n);
	return true;
}
