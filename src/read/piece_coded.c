/*
 * "`P0` - `@ana` - `0.7` - Open the shop", "Open the shop. _@ana_ `0.7`": tags
 * in code type around a sentence.  In brackets they are read as what people
 * write there by hand.
 */
#include "reader_p.h"

#include "attr.h"
#include "field_p.h"

/* "0.7", "1", "@ana", "P0": nothing that a sentence has in code type. */
static bool is_tag(struct str s)
{
	s = str_trim(s);
	return field_is_score(s) || str_is(s, "0") || str_is(s, "1") ||
	       (s.n > 2 && s.p[0] == '@' &&
		       str_find_char(s, ' ') == STR_NONE) ||
	       (s.n == 2 && s.p[0] == 'P' && str_is_digit(s.p[1]));
}

static size_t skip_between(struct str s, size_t at)
{
	while (at < s.n && strchr(" -:|", s.p[at]))
		at++;
	for (const char *const *dash = (const char *const[]){"\u2013 ",
		     "\u2014 ", "\u00b7 ", NULL};
		*dash; dash++) {
		if (str_starts(str_sub(s, at, s.n), *dash))
			return at + strlen(*dash);
	}
	return at;
}

/* The tag in code type that begins at `at`; empty for none. */
static struct str tag_at(struct str s, const unsigned char *flags, size_t at)
{
	size_t to = at;

	while (to < s.n && (flags[to] & TEXT_CODE))
		to++;
	return str_sub(s, at, is_tag(str_sub(s, at, to)) ? to : at);
}

/* The one at the end of s. */
static struct str tag_behind(struct str s, const unsigned char *flags)
{
	size_t at = s.n;

	while (at && (flags[at - 1] & TEXT_CODE))
		at--;
	return str_sub(s, is_tag(str_sub(s, at, s.n)) ? at : s.n, s.n);
}

const char *piece_untagged(struct reader *r, struct piece p)
{
	enum { MOST = 4, TAG = 40 };
	struct str s = str_trim(p.s), tag, tail[MOST];
	const unsigned char *flags = piece_flags((struct piece){p.b, s});
	const char *front = "", *behind = "";
	size_t at = 0, end = s.n;
	int n = 0;

	for (int i = 0; i < MOST; i++) {
		tag = tag_at(s, flags, at);
		if (!tag.n || tag.n > TAG)
			break;
		front = arena_printf(
			r->a, "%s[%.*s] ", front, STR_ARG(str_trim(tag)));
		at = skip_between(s, at + tag.n);
	}
	for (; n < MOST && end > at; n++) {
		tag = tag_behind(str_sub(s, 0, end), flags);
		if (!tag.n || tag.n > TAG || end - tag.n <= at)
			break;
		tail[n] = str_trim(tag);
		end = str_trim(str_sub(s, 0, end - tag.n)).n;
	}
	if ((!at && !n) || end <= at)
		return NULL;
	while (n-- > 0)
		behind = arena_printf(
			r->a, "%s [%.*s]", behind, STR_ARG(tail[n]));
	return arena_printf(r->a, "%s%s%s", front,
		piece_text(r, (struct piece){p.b, str_sub(s, at, end)}),
		behind);
}
