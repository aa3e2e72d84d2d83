/*
 * Progress that a line draws with signs, three dark ones before seven light
 * ones: the share is written instead, where the line does not say it itself.
 */
#include "doc_line_p.h"

#include <stdlib.h>

#include "arena.h"
#include "attr.h"
#include "buf.h"

enum { LEAST = 4, LEAST_OF_ONE = 5, MOST = 60, LEAST_BYTE = 0xe2 };

/* Signs of what is done, and of what is left. */
static const char *const DONE[] = {"\u2588", "\u2593", "\u25a0", "\u25b0",
	"\u25ae", "\u2b1b", "\U0001f7e9", "\U0001f7e8", "\U0001f7e7",
	"\U0001f7e5", "\U0001f7e6", "\U0001f7ea", "\U0001f7eb"};
static const char *const LEFT[] = {"\u2591", "\u25a1", "\u25b1", "\u25af",
	"\u2b1c", "\u2b1b", "\u25ab", "\U0001f533"};

static const char *sign_at(struct str s, const char *const *signs, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		if (str_starts(s, signs[i]))
			return signs[i];
	}
	return NULL;
}

static size_t take_run(struct str *s, const char *sign)
{
	size_t n = 0;

	while (n < MOST && str_skip(s, sign)) {
		(void)str_skip(s, "\ufe0f");
		n++;
	}
	return n;
}

/* A bar, and how much of a hundred of it is done. */
static bool take_bar(struct str *s, size_t *share)
{
	struct str rest = *s;
	const char *done = sign_at(rest, DONE, COUNT_OF(DONE)), *left;
	size_t n = done ? take_run(&rest, done) : 0, all;

	left = sign_at(rest, LEFT, COUNT_OF(LEFT));
	all = n + (left ? take_run(&rest, left) : 0);
	if (all < (n && n < all ? LEAST : LEAST_OF_ONE) ||
		sign_at(rest, DONE, COUNT_OF(DONE)) ||
		sign_at(rest, LEFT, COUNT_OF(LEFT)))
		return false;
	*share = (n * 100 + all / 2) / all;
	*s = rest;
	return true;
}

/* Is it made of squares, any of which alone would say how it goes? */
static bool is_square(struct str bar)
{
	return (bar.p[0] & 0xff) == 0xf0 || str_starts(bar, "\u2b1b") ||
	       str_starts(bar, "\u2b1c");
}

/* Does "30%", "(3/10)" stand behind the bar? */
static bool is_before_share(struct str behind)
{
	while (behind.n && strchr(" `*_:([=", behind.p[0]))
		behind = str_sub(behind, 1, behind.n);
	return behind.n && str_is_digit(behind.p[0]);
}

/* How the share is written at this place of a line. */
static const char *lead(struct str before, bool table)
{
	before = str_trim_end(str_trim(before), "`[");
	if (table || str_ends(before, ":"))
		return "";
	return line_marker(before) == before.n ? "Progress: " : "=> ";
}

/* Does "70%" stand before the bar, about as much as it shows?  Where that
 * begins; it is the share then. */
static size_t take_before(struct str before, size_t *share)
{
	enum { NEAR = 10 };
	struct str s = str_trim_end(before, " `*_:([-=");
	size_t at;
	long n;

	if (!str_ends(s, "%"))
		return STR_NONE;
	s = str_trim_right(str_sub(s, 0, s.n - 1));
	for (at = s.n; at && str_is_digit(s.p[at - 1]); at--)
		;
	if (at && s.p[at - 1] != ' ' && s.p[at - 1] != '(')
		return STR_NONE;
	s = str_sub(s, at, s.n);
	if (!str_take_number(&s, 100, &n) || labs(n - (long)*share) > NEAR)
		return STR_NONE;
	*share = (size_t)n;
	return at;
}

static void add_bar(struct buf *b, struct str bar, size_t share,
	struct str behind, bool table)
{
	struct str before = buf_str(b);
	size_t at = table ? STR_NONE : take_before(before, &share);

	if (at != STR_NONE || !is_before_share(behind)) {
		before = str_sub(before, 0, at);
		buf_cut(b, before.n); /* "70%" is written anew */
		buf_addf(b, "%s%zu%%", lead(before, table), share);
	} else if (is_square(bar)) {
		buf_adds(b, lead(before, table));
	} else {
		buf_add(b, bar);
	}
}

struct str line_with_bars(struct arena *a, struct str s)
{
	struct str rest = s, out;
	bool table = str_find_char(s, '|') != STR_NONE, any = false;
	struct buf b;
	size_t share;

	if (!str_has_high(s))
		return s;
	buf_init(&b, s.n * 2 + MOST);
	while (rest.n) {
		struct str bar = rest;

		if ((unsigned char)rest.p[0] < LEAST_BYTE ||
			!take_bar(&rest, &share)) {
			buf_addc(&b, rest.p[0]);
			rest = str_sub(rest, 1, rest.n);
			continue;
		}
		any = true;
		bar.n -= rest.n;
		add_bar(&b, bar, share, rest, table);
	}
	out = any ? arena_str(a, buf_str(&b)) : s;
	buf_release(&b);
	return out;
}
