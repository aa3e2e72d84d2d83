/*
 * Numbers as people of several countries write them.
 *
 * A mark is a grouping mark when every group after it has three digits (or
 * two, two, three as in India) and either it repeats, it is a blank or an
 * apostrophe, or it is one comma: 3,000.  One comma with one or two digits
 * behind it is a decimal mark: 12,5.  With two kinds of marks the last one is
 * the decimal mark: 1.234,5 and 1,234.5.  One point is a decimal mark, but
 * with exactly three digits behind it (1.500) the unit decides; see
 * quantity.c.  Everything else (1.2.3, 3,5,7) is no number.
 */
#include "number_p.h"

#include "attr.h"
#include "glyph_p.h"

enum { MAX_GROUPS = 8, MAX_TEXT = 48 };

struct group {
	struct str digits;
	char mark; /* before it: . , ' or blank; 0 for the first */
};

struct groups {
	struct group v[MAX_GROUPS];
	size_t n;
};

static size_t digits_at(struct str s)
{
	size_t n = 0;

	while (n < s.n && str_is_digit(s.p[n]))
		n++;
	return n;
}

static bool is_thousands(struct str first, struct str rest)
{
	struct str tail = str_sub(rest, 3, rest.n);

	return digits_at(rest) == 3 && first.n <= 3 && first.p[0] != '0' &&
	       !glyph_goes_on(tail) && !str_starts(tail, "%") &&
	       !str_starts(tail, "-") && !str_starts(tail, " %");
}

/* The mark at the beginning of s when a group of digits follows it. */
static char take_mark(const struct groups *g, struct str *s)
{
	struct str first = g->v[0].digits, rest;
	size_t n;
	enum glyph kind = glyph_first(*s, &n);

	rest = str_sub(*s, n, s->n);
	if (!rest.n || !str_is_digit(rest.p[0]))
		return 0;
	if (s->p[0] == '.' || s->p[0] == ',') {
		char mark = s->p[0];

		*s = rest;
		return mark;
	}
	if (!is_thousands(first, rest))
		return 0;
	if (s->p[0] == '\'' || str_starts(*s, "\u2019")) {
		*s = rest;
		return '\'';
	}
	if (kind == GLYPH_SPACE && s->p[0] != '\t' && s->p[0] != '\n') {
		*s = rest;
		return ' ';
	}
	return 0;
}

/* Digit groups with their marks; false when there are too many. */
static bool take_groups(struct str *s, struct groups *g)
{
	char mark = 0;

	g->n = 0;
	do {
		size_t n = digits_at(*s);

		if (g->n == MAX_GROUPS)
			return false;
		g->v[g->n++] = (struct group){str_sub(*s, 0, n), mark};
		*s = str_sub(*s, n, s->n);
		mark = take_mark(g, s);
	} while (mark);
	return true;
}

/* Are groups 1 to last all of three digits behind one kind of mark, or the
 * Indian way? */
static bool is_grouped(const struct groups *g, size_t last)
{
	bool three = true, indian = last > 1;

	if (g->v[0].digits.n > 3 || g->v[0].digits.p[0] == '0')
		return false;
	for (size_t i = 1; i <= last; i++) {
		size_t n = g->v[i].digits.n;

		if (g->v[i].mark != g->v[1].mark)
			return false;
		three = three && n == 3;
		indian = indian && n == (i == last ? 3 : 2);
	}
	return three || (indian && g->v[1].mark == ',');
}

/* The groups as one number whose decimals are the last group, or none. */
static bool join(const struct groups *g, bool decimals, struct decimal *out)
{
	char text[MAX_TEXT];
	size_t n = 0;

	for (size_t i = 0; i < g->n; i++) {
		struct str d = g->v[i].digits;

		if (n + d.n + 1 > sizeof text)
			return false;
		if (decimals && i + 1 == g->n)
			text[n++] = '.';
		memcpy(text + n, d.p, d.n);
		n += d.n;
	}
	return decimal_parse((struct str){text, n}, out);
}

static bool decide_one_mark(const struct groups *g, struct number *out)
{
	size_t after = g->v[1].digits.n;
	bool grouped = is_grouped(g, 1);

	if (g->v[1].mark == '.' && grouped) {
		out->ambiguous = true;
		out->round = g->v[1].digits.p[2] == '0';
		return join(g, true, &out->value) &&
		       join(g, false, &out->grouped);
	}
	if (grouped)
		return join(g, false, &out->value);
	if (g->v[1].mark == ',' && after > 3)
		return false;
	return join(g, true, &out->value);
}

static bool decide(const struct groups *g, struct number *out)
{
	*out = (struct number){.ambiguous = false};
	if (g->n == 1)
		return join(g, false, &out->value);
	if (g->n == 2)
		return decide_one_mark(g, out);
	if (is_grouped(g, g->n - 1))
		return join(g, false, &out->value);
	if (is_grouped(g, g->n - 2) && g->v[g->n - 1].mark != g->v[1].mark &&
		(g->v[g->n - 1].mark == '.' || g->v[g->n - 1].mark == ','))
		return join(g, true, &out->value);
	return false;
}

enum number_found number_take(struct str *s, struct number *out)
{
	struct str rest = *s;
	struct groups g;
	bool few;

	if (s->n > 1 && s->p[0] == '.' && str_is_digit(s->p[1])) {
		struct decimal d;

		if (!decimal_take(s, &d)) {
			*s = str_sub(*s, 1, s->n);
			*s = str_sub(*s, digits_at(*s), s->n);
			return NUMBER_ODD;
		}
		*out = (struct number){.value = d};
		return NUMBER_YES;
	}
	if (!s->n || !str_is_digit(s->p[0]))
		return NUMBER_NONE;
	few = take_groups(&rest, &g);
	*s = rest;
	return few && decide(&g, out) ? NUMBER_YES : NUMBER_ODD;
}
