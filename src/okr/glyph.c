/*
 * Characters by kind.  ASCII is decided by its byte; the few others that
 * matter are a table; emoji and ideographs are ranges of lead bytes.
 */
#include "glyph_p.h"

#include "attr.h"

static const struct {
	const char *text;
	enum glyph kind;
} GLYPHS[] = {
	{"\u00a0", GLYPH_SPACE},
	{"\u2002", GLYPH_SPACE},
	{"\u2003", GLYPH_SPACE},
	{"\u2007", GLYPH_SPACE},
	{"\u2009", GLYPH_SPACE},
	{"\u200a", GLYPH_SPACE},
	{"\u202f", GLYPH_SPACE},
	{"\u3000", GLYPH_SPACE},
	{"\u200b", GLYPH_IGNORED},
	{"\u200c", GLYPH_IGNORED},
	{"\u200d", GLYPH_IGNORED},
	{"\u2060", GLYPH_IGNORED},
	{"\ufe0f", GLYPH_IGNORED},
	{"\ufeff", GLYPH_IGNORED},
	{"\u2010", GLYPH_DASH},
	{"\u2011", GLYPH_DASH},
	{"\u2012", GLYPH_DASH},
	{"\u2013", GLYPH_DASH},
	{"\u2014", GLYPH_DASH},
	{"\u2015", GLYPH_DASH},
	{"\u2212", GLYPH_DASH},
	{"\uff0d", GLYPH_DASH},
	{"\u2192", GLYPH_ARROW},
	{"\u21d2", GLYPH_ARROW},
	{"\u21e8", GLYPH_ARROW},
	{"\u2794", GLYPH_ARROW},
	{"\u279c", GLYPH_ARROW},
	{"\u279d", GLYPH_ARROW},
	{"\u279e", GLYPH_ARROW},
	{"\u27a1", GLYPH_ARROW},
	{"\u27f6", GLYPH_ARROW},
	{"\u27f9", GLYPH_ARROW},
	{"\u2b95", GLYPH_ARROW},
	{"\u2264", GLYPH_LE},
	{"\u2a7d", GLYPH_LE},
	{"\u2266", GLYPH_LE},
	{"\u2265", GLYPH_GE},
	{"\u2a7e", GLYPH_GE},
	{"\u2267", GLYPH_GE},
	{"\u223c", GLYPH_TILDE},
	{"\u2248", GLYPH_TILDE},
	{"\u301c", GLYPH_TILDE},
	{"\uff5e", GLYPH_TILDE},
	{"\u00b1", GLYPH_TILDE},
	{"\u00d7", GLYPH_TIMES},
	{"\uff05", GLYPH_PERCENT},
	{"\u2018", GLYPH_QUOTE},
	{"\u2019", GLYPH_QUOTE},
	{"\u201c", GLYPH_QUOTE},
	{"\u201d", GLYPH_QUOTE},
	{"\u201e", GLYPH_QUOTE},
	{"\u00ab", GLYPH_QUOTE},
	{"\u00bb", GLYPH_QUOTE},
	{"\u2022", GLYPH_OTHER},
	{"\u00b7", GLYPH_OTHER},
	{"\u2026", GLYPH_OTHER},
	{"\u00a3", GLYPH_OTHER},
	{"\u00a5", GLYPH_OTHER},
	{"\u00a2", GLYPH_OTHER},
	{"\u00b0", GLYPH_OTHER},
};

static size_t length_of(unsigned char lead)
{
	return lead < 0xc2 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
}

static enum glyph wide(struct str s)
{
	unsigned char lead = (unsigned char)s.p[0];
	unsigned char next = s.n > 1 ? (unsigned char)s.p[1] : 0;

	/* Letters of Europe, Greek and Cyrillic: none is in the table. */
	if (lead > 0xc3 && lead < 0xe0)
		return GLYPH_LETTER;
	for (size_t i = 0; i < COUNT_OF(GLYPHS); i++)
		if ((unsigned char)GLYPHS[i].text[1] == next &&
			str_is(s, GLYPHS[i].text))
			return GLYPHS[i].kind;
	if (lead == 0xf0 && next == 0x9f)
		return GLYPH_SYMBOL;
	if (lead == 0xe2 && next == 0x82) /* super-, subscripts, money */
		return GLYPH_OTHER;
	if (lead == 0xe2 && next >= 0x84)
		return GLYPH_SYMBOL;
	if (lead == 0xe3 && next >= 0x80 && next < 0x81)
		return GLYPH_OTHER;
	if (lead >= 0xe3 && lead <= 0xed)
		return GLYPH_IDEOGRAPH;
	if (lead == 0xef && next >= 0xbc)
		return GLYPH_OTHER;
	return lead < 0xc2 ? GLYPH_SYMBOL : GLYPH_LETTER;
}

enum glyph glyph_first(struct str s, size_t *n)
{
	char c = s.n ? s.p[0] : 0;

	*n = s.n ? 1 : 0;
	if (str_is_alpha(c))
		return GLYPH_LETTER;
	if (c == ' ' || str_is_space(c))
		return GLYPH_SPACE;
	if (str_is_digit(c))
		return GLYPH_DIGIT;
	if (!s.n)
		return GLYPH_END;
	if ((unsigned char)c >= 0x80) {
		*n = length_of((unsigned char)c);
		if (*n > s.n)
			*n = s.n;
		return wide(str_sub(s, 0, *n));
	}
	if (c == '%')
		return GLYPH_PERCENT;
	if (c == '~')
		return GLYPH_TILDE;
	return GLYPH_OTHER;
}

size_t glyph_blanks(struct str s)
{
	size_t at = 0, n;
	enum glyph g;

	while ((g = glyph_first(str_sub(s, at, s.n), &n)) == GLYPH_SPACE ||
		g == GLYPH_IGNORED)
		at += n;
	return at;
}

/* The beginning of the last character of s. */
static size_t last_start(struct str s)
{
	size_t at = s.n - 1;

	while (at > 0 && s.n - at < 4 &&
		((unsigned char)s.p[at] & 0xc0) == 0x80)
		at--;
	return at;
}

struct str glyph_trim(struct str s)
{
	s = str_sub(s, glyph_blanks(s), s.n);
	while (s.n) {
		size_t at = last_start(s), n;
		enum glyph g = glyph_first(str_sub(s, at, s.n), &n);

		if ((g != GLYPH_SPACE && g != GLYPH_IGNORED) || at + n != s.n)
			break;
		s = str_sub(s, 0, at);
	}
	return s;
}

bool glyph_goes_on(struct str s)
{
	size_t n;
	enum glyph g = glyph_first(s, &n);

	return g == GLYPH_LETTER || g == GLYPH_DIGIT || (s.n && s.p[0] == '_');
}
