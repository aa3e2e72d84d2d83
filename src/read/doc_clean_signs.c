/*
 * Signs in front of lines that people use as bullets: pictures, ticks, arrows.
 */
#include "doc_clean_p.h"

#include <string.h>

#include "attr.h"
#include "words.h"

/* "-> 19 of 20", "  more": goes on with the line above. */
static bool goes_on(struct str line)
{
	struct str s = str_trim(line);

	return !s.n || line.p[0] == ' ' || line.p[0] == '\t' ||
	       str_starts(s, "\u2192") || str_starts(s, "->") ||
	       str_starts(s, "=>");
}

/* Does a line with a sign come soon, below what goes on with this one? */
static bool sign_comes(struct cleaner *c)
{
	enum { FAR = 4 };
	struct str rest = c->rest, line;

	for (int i = 0; i < FAR && str_take_line(&rest, &line); i++) {
		struct str s = str_trim(line);

		if (i ? line_has_light(s) : line_is_signed(s)) {
			c->apart = c->apart || i;
			return true;
		}
		if (!goes_on(line))
			return false;
	}
	return false;
}

/* "(tool) **What we'll try**" over lines with another sign: heads them. */
static bool is_signed_title(struct cleaner *c, struct str s)
{
	struct str text = s, rest = c->rest, next, sign;

	symbols_skip(&text);
	sign = str_sub(s, 0, s.n - text.n);
	return c->blank && str_starts(text, "**") &&
	       str_ends(str_trim_end(text, ":"), "**") &&
	       str_find(str_sub(text, 2, text.n), STR("**")) + 4 >=
		       str_trim_end(text, ":").n &&
	       str_take_line(&rest, &next) && line_is_signed(str_trim(next)) &&
	       sign.n && !str_eq(str_sub(str_trim(next), 0, sign.n), sign);
}

/* A sign as a bullet, where a line above or below has one, too. */
bool clean_sign(struct cleaner *c, struct str s)
{
	bool before = c->signs || c->apart;

	c->signs = !c->table && line_is_signed(s) && !is_signed_title(c, s);
	if (!c->signs) {
		c->apart = c->apart && goes_on(s);
		return false;
	}
	return sign_comes(c) || before;
}

/* ":x: text": a sign in front that is named. */
struct str clean_named_sign(struct cleaner *c, struct str s)
{
	struct str rest = s, name;
	const char *emoji;

	if (s.n < 2 || s.p[0] != ':')
		return s;
	name = emoji_take(&rest);
	emoji = name.n > 2 && rest.n && rest.p[0] == ' '
			? emoji_named(str_sub(name, 1, name.n - 1))
			: NULL;
	return emoji ? str_of(arena_printf(
			       c->a, "%s%.*s", emoji, STR_ARG(rest)))
		     : s;
}

/* Does the sign come again, below lines that are set in? */
static bool glyph_comes(struct cleaner *c, struct str sign)
{
	enum { FAR = 5 };
	struct str rest = c->rest, line;

	for (int i = 0; i < FAR && str_take_line(&rest, &line); i++) {
		struct str s = str_trim(line);

		if (line_glyph(s) == sign.n && str_starts(s, sign.p))
			return true;
		if (s.n && !str_is_space(line.p[0]))
			return false;
	}
	return false;
}

/* "> text" with an arrow or square, in two lines or more: bullets.  Below a key
 * result such a line tells of it, and in a list it goes on with what is above,
 * unless that is an objective or names what follows. */
struct str clean_glyph(struct cleaner *c, struct str s)
{
	size_t n = line_glyph(s);
	struct str sign = {c->glyph, strlen(c->glyph)};
	enum mark_kind above;

	if (!n || c->table || line_marker(s))
		return s;
	if (!str_eq(str_sub(s, 0, n), sign)) {
		above = line_mark_kind(c->before);
		sign = str_of(arena_text(c->a, str_sub(s, 0, n)));
		if ((c->depth && !c->blank && above != MARK_OBJECTIVE &&
			    above != MARK_KR_LABEL) ||
			above == MARK_KEY_RESULT || !glyph_comes(c, sign))
			return s;
		c->glyph = sign.p;
	}
	return str_of(arena_printf(
		c->a, "- %.*s", STR_ARG(str_trim_left(str_sub(s, n, s.n)))));
}
