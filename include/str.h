/*
 * A borrowed slice of text: a pointer and a length, passed by value.  It owns
 * nothing, need not be NUL-terminated and may hold any byte.  An empty slice
 * has n == 0; its p may be NULL.  Everything that reads text reads slices.
 *
 * Scanners take a pointer to a slice, advance it past what they matched and
 * say whether they matched; on no match the slice is as before.
 * Letters are ASCII here: bytes above 127 are never space, digit or letter.
 */
#ifndef STR_H
#define STR_H

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

struct str {
	const char *p;
	size_t n;
};

/* A slice of a string literal, usable in constant initialisers. */
#define STR(literal) ((struct str){"" literal, sizeof(literal) - 1})

/* For printf's "%.*s". */
#define STR_ARG(s) (int)(s).n, (s).n ? (s).p : ""

/* The whole of a NUL-terminated string; NULL gives an empty slice. */
static inline struct str str_of(const char *text)
{
	return (struct str){text, text ? strlen(text) : 0};
}

/* Bytes [from, to) of s; both are cut to its length. */
static inline struct str str_sub(struct str s, size_t from, size_t to)
{
	if (to > s.n)
		to = s.n;
	if (from > to)
		from = to;
	return (struct str){s.p ? s.p + from : NULL, to - from};
}

/* Predicates on one byte, in the C locale whatever the process runs in; here,
 * since they are asked of every byte.  Space is also \t, \n, \v, \f, \r. */
static inline bool str_is_space(char c)
{
	return c == ' ' || (c >= '\t' && c <= '\r');
}

static inline bool str_is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static inline bool str_is_alpha(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static inline bool str_is_alnum(char c)
{
	return str_is_alpha(c) || str_is_digit(c);
}

static inline char str_lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

#define STR_NONE ((size_t)-1)

/* How many bytes of text s begins with, if that is all of text; else STR_NONE.
 */
size_t str_prefix(struct str s, const char *text);

/* The i-form, which ignores the case of letters (ASCII, and Latin, Greek and
 * Cyrillic ones of two bytes), as all of them do. */
size_t str_iprefix(struct str s, const char *text);

/* May text be a prefix of s, by its first two bytes?  False settles it: tables
 * of words are tried at every place of a text, and most of their words end
 * here without a call. */
static inline bool str_may_start(struct str s, const char *text)
{
	int bits = s.n && s.p[0] & 0x80 ? ~0x21 : ~0x20;

	if (!s.n || !text[0])
		return !text[0];
	if ((s.p[0] ^ text[0]) & bits)
		return false;
	if (s.n == 1)
		return !text[1];
	return !text[1] || (s.p[0] | s.p[1] | text[1]) & 0x80 ||
	       !((s.p[1] ^ text[1]) & ~0x20);
}

/* The same of the second bytes alone, of words under their first letter. */
static inline bool str_may_follow(char a, char b)
{
	return (a | b) & 0x80 || !((a ^ b) & ~0x20);
}

/* The two bytes at p as one number, of the small letter where they are a
 * capital one: Latin, Greek, Cyrillic. */
unsigned str_fold(const char *p);

/* The first byte of the first letter in lower case, 0 of an empty slice: where
 * a table of words has its rows under their letters. */
static inline unsigned char str_letter(struct str s)
{
	if (s.n > 1 && ((s.p[0] & 0xff) == 0xce || (s.p[0] & 0xff) == 0xd0))
		return (unsigned char)(str_fold(s.p) >> 8);
	return s.n ? (unsigned char)str_lower(s.p[0]) : 0;
}

/* Are they the same bytes?  Empty ones are, whatever their p. */
bool str_eq(struct str a, struct str b);
/* The same, the case of letters ignored. */
bool str_ieq(struct str a, struct str b);
/* <0, 0, >0 by bytes, of two that begin the same the shorter first. */
int str_cmp(struct str a, struct str b);

static inline bool str_is(struct str a, const char *text)
{
	return str_may_start(a, text) && str_prefix(a, text) == a.n;
}

static inline bool str_iis(struct str a, const char *text)
{
	return str_may_start(a, text) && str_iprefix(a, text) == a.n;
}

static inline bool str_starts(struct str s, const char *prefix)
{
	return str_may_start(s, prefix) && str_prefix(s, prefix) != STR_NONE;
}

static inline bool str_istarts(struct str s, const char *prefix)
{
	return str_may_start(s, prefix) && str_iprefix(s, prefix) != STR_NONE;
}

/* Is it one of the words, the case of letters ignored?  A list ends with NULL;
 * NULL is one without words. */
bool str_is_listed(struct str s, const char *const *words);
/* The first of the words that it begins with, or NULL. */
const char *str_listed_start(struct str s, const char *const *words);

/* Does it end with that?  Every slice ends with "". */
static inline bool str_ends(struct str s, const char *suffix)
{
	size_t n = strlen(suffix);

	return !n || (s.n >= n && !memcmp(s.p + s.n - n, suffix, n));
}

/* The i-form. */
static inline bool str_iends(struct str s, const char *suffix)
{
	size_t n = strlen(suffix);

	return !n || (s.n >= n && str_iis(str_sub(s, s.n - n, s.n), suffix));
}

/* Offset of the first occurrence, or STR_NONE. */
size_t str_find(struct str s, struct str what);
/* The same, the case of ASCII letters ignored. */
size_t str_ifind(struct str s, struct str what);
/* ... of one byte. */
size_t str_find_char(struct str s, char c);
/* Is c one of these few bytes?  0 never is. */
static inline bool str_is_among(char c, const char *bytes)
{
	while (*bytes && *bytes != c)
		bytes++;
	return *bytes;
}

/* Offset of its last occurrence, or STR_NONE. */
size_t str_rfind_char(struct str s, char c);

/* Is there a byte below a blank, line breaks and tabs included? */
bool str_has_control(struct str s);
/* One above 127, as all that is not ASCII has? */
bool str_has_high(struct str s);
/* 0 to 9? */
bool str_has_digit(struct str s);

/* Without white space at the ends. */
static inline struct str str_trim_left(struct str s)
{
	while (s.n && str_is_space(s.p[0])) {
		s.p++;
		s.n--;
	}
	return s;
}

static inline struct str str_trim_right(struct str s)
{
	while (s.n && str_is_space(s.p[s.n - 1]))
		s.n--;
	return s;
}

static inline struct str str_trim(struct str s)
{
	return str_trim_right(str_trim_left(s));
}

/* How many words, parted by white space. */
size_t str_words(struct str s);

/* Without white space and any of these bytes at its end. */
static inline struct str str_trim_end(struct str s, const char *bytes)
{
	while (s.n && (str_is_space(s.p[s.n - 1]) ||
			      str_is_among(s.p[s.n - 1], bytes)))
		s.n--;
	return s;
}

/* Scanners.  One given byte; */
static inline bool str_skip_char(struct str *s, char c)
{
	if (!s->n || s->p[0] != c)
		return false;
	s->p++;
	s->n--;
	return true;
}

/* a given prefix (the case of letters ignored for str_iskip); */
static inline bool str_skip(struct str *s, const char *prefix)
{
	size_t n =
		str_may_start(*s, prefix) ? str_prefix(*s, prefix) : STR_NONE;

	if (n == STR_NONE)
		return false;
	*s = str_sub(*s, n, s->n);
	return true;
}

static inline bool str_iskip(struct str *s, const char *prefix)
{
	size_t n =
		str_may_start(*s, prefix) ? str_iprefix(*s, prefix) : STR_NONE;

	if (n == STR_NONE)
		return false;
	*s = str_sub(*s, n, s->n);
	return true;
}

/* words, whose blanks may be written as '_' or '-': "on_track"; the case of
 * letters ignored. */
bool str_iskip_words(struct str *s, const char *words);

/* white space; true when there was any; */
static inline bool str_skip_space(struct str *s)
{
	size_t n = s->n;

	*s = str_trim_left(*s);
	return s->n < n;
}

/* spaces and tabs only. */
bool str_skip_blank(struct str *s);

/* Takes digits with a value of at most max; false when none or too large. */
bool str_take_number(struct str *s, long max, long *value);

/* Takes everything before the next c, and c itself; all when there is none.
 * False only when s is empty. */
bool str_take_until(struct str *s, char c, struct str *taken);

/* Takes the next line without its end (\n, \r\n or \r). False at the end. */
bool str_take_line(struct str *s, struct str *line);

#endif
