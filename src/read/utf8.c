/*
 * Characters: UTF-8, HTML entities and the names of emoji.
 */
#include "doc_p.h"

#include "attr.h"
#include "buf.h"

enum { REPLACEMENT = 0xFFFD, LAST_CHARACTER = 0x10FFFF };

/* How many bytes follow this first one; -1 when it cannot be a first one. */
static int follow(unsigned char c)
{
	if (c < 0x80)
		return 0;
	if (c < 0xC2)
		return -1;
	if (c < 0xE0)
		return 1;
	if (c < 0xF0)
		return 2;
	return c < 0xF5 ? 3 : -1;
}

long utf8_take(struct str *s)
{
	static const long LEAST[] = {0, 0x80, 0x800, 0x10000};
	const unsigned char *p = (const unsigned char *)s->p;
	int n = follow(p[0]);
	long c = n > 0 ? p[0] & (0x3F >> n) : p[0];

	if (n < 0 || (size_t)n >= s->n) {
		*s = str_sub(*s, 1, s->n);
		return -1;
	}
	for (int i = 1; i <= n; i++) {
		if ((p[i] & 0xC0) != 0x80) {
			*s = str_sub(*s, 1, s->n);
			return -1;
		}
		c = c << 6 | (p[i] & 0x3F);
	}
	if (c < LEAST[n] || c > LAST_CHARACTER ||
		(c >= 0xD800 && c <= 0xDFFF)) {
		*s = str_sub(*s, 1, s->n);
		return -1;
	}
	*s = str_sub(*s, (size_t)n + 1, s->n);
	return c;
}

void utf8_add(struct buf *b, long c)
{
	if (c < 0x80) {
		buf_addc(b, (char)c);
		return;
	}
	if (c < 0x800) {
		buf_addc(b, (char)(0xC0 | c >> 6));
	} else if (c < 0x10000) {
		buf_addc(b, (char)(0xE0 | c >> 12));
		buf_addc(b, (char)(0x80 | (c >> 6 & 0x3F)));
	} else {
		buf_addc(b, (char)(0xF0 | c >> 18));
		buf_addc(b, (char)(0x80 | (c >> 12 & 0x3F)));
		buf_addc(b, (char)(0x80 | (c >> 6 & 0x3F)));
	}
	buf_addc(b, (char)(0x80 | (c & 0x3F)));
}

/* "&#65;" or "&#x41;". */
static long numbered(struct str e)
{
	int base = str_iskip(&e, "x") ? 16 : 10;
	long c = 0;

	for (size_t i = 0; i < e.n && e.p[i] != ';'; i++) {
		char d = str_lower(e.p[i]);

		c = c * base + (str_is_digit(d) ? d - '0' : d - 'a' + 10);
		if (c > LAST_CHARACTER)
			return REPLACEMENT;
	}
	return c < ' ' || (c >= 0xD800 && c <= 0xDFFF) ? REPLACEMENT : c;
}

void entity_add(struct buf *b, struct str entity)
{
	static const struct {
		const char *name;
		long c;
	} NAMES[] = {
		{"&amp;", '&'},
		{"&lt;", '<'},
		{"&gt;", '>'},
		{"&quot;", '"'},
		{"&apos;", '\''},
		{"&nbsp;", ' '},
		{"&ndash;", 0x2013},
		{"&mdash;", 0x2014},
		{"&lsquo;", 0x2018},
		{"&rsquo;", 0x2019},
		{"&ldquo;", 0x201C},
		{"&rdquo;", 0x201D},
		{"&bull;", 0x2022},
		{"&hellip;", 0x2026},
		{"&euro;", 0x20AC},
		{"&pound;", 0xA3},
		{"&yen;", 0xA5},
		{"&times;", 0xD7},
		{"&trade;", 0x2122},
		{"&larr;", 0x2190},
		{"&rarr;", 0x2192},
		{"&rArr;", 0x21D2},
		{"&ge;", 0x2265},
		{"&le;", 0x2264},
		{"&ne;", 0x2260},
		{"&plusmn;", 0xB1},
		{"&check;", 0x2713},
		{"&vert;", '|'},
	};
	struct str e = entity;

	if (str_skip(&e, "&#")) {
		utf8_add(b, numbered(e));
		return;
	}
	for (size_t i = 0; i < COUNT_OF(NAMES); i++) {
		if (str_is(entity, NAMES[i].name)) {
			utf8_add(b, NAMES[i].c);
			return;
		}
	}
	buf_add(b, entity);
}

const char *emoji_named(struct str name)
{
	static const struct {
		const char *name, *emoji;
	} NAMES[] = {
		{"white_check_mark", "\u2705"},
		{"heavy_check_mark", "\u2714"},
		{"ballot_box_with_check", "\u2611"},
		{"check", "\u2705"},
		{"x", "\u274c"},
		{"no_entry", "\u26d4"},
		{"no_entry_sign", "\U0001f6ab"},
		{"warning", "\u26a0"},
		{"construction", "\U0001f6a7"},
		{"green_circle", "\U0001f7e2"},
		{"large_green_circle", "\U0001f7e2"},
		{"yellow_circle", "\U0001f7e1"},
		{"orange_circle", "\U0001f7e0"},
		{"red_circle", "\U0001f534"},
		{"white_circle", "\u26aa"},
		{"green_heart", "\U0001f7e2"},
		{"yellow_heart", "\U0001f7e1"},
		{"heart", "\u2764"},
		{"green_square", "\U0001f7e9"},
		{"yellow_square", "\U0001f7e8"},
		{"red_square", "\U0001f7e5"},
		{"dart", "\U0001f3af"},
		{"rocket", "\U0001f680"},
		{"tada", "\U0001f389"},
		{"key", "\U0001f511"},
		{"star", "\u2b50"},
		{"chart_with_upwards_trend", "\U0001f4c8"},
		{"trophy", "\U0001f3c6"},
		{"hourglass", "\u231b"},
		{"hourglass_flowing_sand", "\u23f3"},
		{"heavy_multiplication_x", "\u2716"},
		{"negative_squared_cross_mark", "\u274e"},
		{"arrows_counterclockwise", "\U0001f504"},
		{"large_yellow_circle", "\U0001f7e1"},
		{"large_orange_circle", "\U0001f7e0"},
		{"large_red_circle", "\U0001f534"},
		{"large_green_square", "\U0001f7e9"},
		{"large_yellow_square", "\U0001f7e8"},
		{"large_red_square", "\U0001f7e5"},
		{"zzz", "\U0001f4a4"},
		{"double_vertical_bar", "\u23f8"},
		{"pause_button", "\u23f8"},
		{"wastebasket", "\U0001f5d1"},
		{"bar_chart", "\U0001f4ca"},
	};

	for (size_t i = 0; i < COUNT_OF(NAMES); i++) {
		if (str_is(name, NAMES[i].name))
			return NAMES[i].emoji;
	}
	return NULL;
}
