/*
 * Lines that begin with a sign - a tick, a traffic light, a picture - one
 * below the other: people use them as bullets.
 */
#include "doc_line_p.h"

#include <string.h>

#include "attr.h"
#include "doc_p.h"
#include "mark_p.h"

enum { VARIANT = 0xFE0F, JOINER = 0x200D };

/* A picture, and no arrow: those lead on from the line above. */
static bool is_sign(long c)
{
	if (c == 0x27A1 || c == 0x2794 || (c >= 0x2798 && c <= 0x27AF))
		return false;
	return (c >= 0x2600 && c <= 0x27BF) || c == 0x231A || c == 0x231B ||
	       (c >= 0x23E9 && c <= 0x23FA) || c == 0x2B1B || c == 0x2B1C ||
	       c == 0x2B50 || c == 0x25AA || c == 0x25B6 ||
	       (c >= 0x1F300 && c <= 0x1FAFF);
}

bool line_has_light(struct str s)
{
	static const long LIGHTS[] = {0x2705, 0x274C, 0x2714, 0x2716, 0x2718,
		0x2610, 0x2611, 0x2612, 0x26A0, 0x26AA, 0x26AB, 0x2B1C, 0x2B1B,
		0x1F534, 0x1F535, 0x1F504, 0x1F4A4, 0x1F5D1, 0x1F518, 0x23F8,
		0x26D4, 0x231B, 0x23F3, 0x1F317};
	long c;

	if (!line_is_signed(s))
		return false;
	c = utf8_take(&s);
	for (size_t i = 0; i < COUNT_OF(LIGHTS); i++) {
		if (c == LIGHTS[i])
			return true;
	}
	return c >= 0x1F7E0 && c <= 0x1F7EB;
}

bool line_is_signed(struct str s)
{
	static const unsigned char PLAIN[LINE_SIGNED] = {0};
	struct str text = s;

	if (!s.n || (unsigned char)s.p[0] < 0xE2 || !is_sign(utf8_take(&text)))
		return false;
	symbols_skip(&text);
	return text.n > 2 && text.n <= LINE_SIGNED &&
	       mark_read(text, PLAIN, 0).kind == MARK_NONE;
}

/* Arrows, angles and squares; those that point up or down tell a trend. */
static bool is_glyph(long c)
{
	if (c == 0x2191 || c == 0x2193 || (c >= 0x2195 && c <= 0x2199) ||
		c == 0x25B2 || c == 0x25BC || c == 0x2B06 || c == 0x2B07)
		return false;
	return c == 0xBB || c == 0x203A || (c >= 0x2190 && c <= 0x21FF) ||
	       (c >= 0x25A0 && c <= 0x25FF) || c == 0x2794 ||
	       (c >= 0x2798 && c <= 0x27BF) || c == 0x2BC8 ||
	       (c >= 0x2900 && c <= 0x297F);
}

size_t line_glyph(struct str s)
{
	static const char *const ARROWS[] = {
		"->", "=>", "-->", "==>", ">>", ">>>", "~>", "|>"};
	struct str rest = s;
	size_t n = 0;

	if (!s.n || str_is_alnum(s.p[0]))
		return 0;
	for (size_t i = 0; i < COUNT_OF(ARROWS); i++) {
		if (str_starts(s, ARROWS[i]))
			n = strlen(ARROWS[i]);
	}
	if (!n && s.n && (unsigned char)s.p[0] >= 0xC2 &&
		is_glyph(utf8_take(&rest)))
		n = s.n - rest.n;
	return n && n + 1 < s.n && s.p[n] == ' ' ? n : 0;
}

enum mark_kind line_mark_kind(struct str s)
{
	static const unsigned char PLAIN[LINE_SIGNED] = {0};

	s = str_trim_left(str_sub(s, line_marker(s), s.n));
	while (s.n && strchr("*_`", s.p[0]))
		s = str_sub(s, 1, s.n);
	return s.n && s.n <= LINE_SIGNED ? mark_read(s, PLAIN, 0).kind
					 : MARK_NONE;
}
