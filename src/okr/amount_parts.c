/*
 * What stands behind the digits of a quantity literal and belongs to it: what
 * they are out of, a ratio, a rate, the other end of a range.
 */
#include "amount_parts_p.h"

#include "attr.h"
#include "glyph_p.h"

bool amount_at_digit(struct str s)
{
	return s.n && (str_is_digit(s.p[0]) || (s.p[0] == '.' && s.n > 1 &&
						       str_is_digit(s.p[1])));
}

static struct str behind_blanks(struct str s)
{
	return str_sub(s, glyph_blanks(s), s.n);
}

/* Skips what is glued to the digits: they are part of a name. */
void amount_take_name(struct amount *m)
{
	struct str s = m->rest;
	size_t n;

	while (glyph_goes_on(s) || (s.n > 1 && strchr("-/:.+", s.p[0]) &&
					   glyph_goes_on(str_sub(s, 1, s.n)))) {
		glyph_first(s, &n);
		s = str_sub(s, n, s.n);
	}
	m->rest = s;
	m->token->kind = TOKEN_NAME;
}

/* "8 in 10 calls", but "3 in 5 days", "1 in 4", "45 in 3 regions" */
static bool take_in(struct str *s, const struct amount *m)
{
	static const int ALL[] = {3, 4, 5, 10, 20, 100, 1000};
	struct str rest = *s, behind;
	struct number of;
	bool whole = false;

	if (!str_iskip(&rest, "in ") || m->number.value.coef < 2 ||
		str_find_char(m->digits, '.') != STR_NONE)
		return false;
	behind = rest;
	if (!amount_at_digit(rest) || number_take(&behind, &of) != NUMBER_YES ||
		!str_skip_char(&behind, ' ') || of.value.scale)
		return false;
	for (size_t i = 0; i < COUNT_OF(ALL) && !whole; i++)
		whole = of.value.coef == ALL[i];
	if (!whole || m->number.value.coef > of.value.coef ||
		!glyph_goes_on(behind) || str_is_digit(behind.p[0]) ||
		unit_take(&behind, false))
		return false;
	*s = rest;
	return true;
}

/* "8/10", "4 out of 5": the value's unit is what it is out of. */
bool amount_take_denominator(struct amount *m)
{
	struct str s = behind_blanks(m->rest);
	struct number of;
	bool slash = str_skip_char(&s, '/'), word;
	size_t n;

	if (!slash && !str_iskip(&s, "out of ") && !take_in(&s, m))
		return false;
	s = behind_blanks(s);
	n = s.n;
	word = !amount_at_digit(s) && number_take_word(&s, &of);
	if (!amount_at_digit(s) && !word)
		return false;
	if ((!word && number_take(&s, &of) != NUMBER_YES) || n - s.n > 12 ||
		of.value.scale || of.value.coef < 2 ||
		decimal_cmp(m->number.value, of.value) > 0 ||
		(slash && str_starts(s, "/")) || glyph_goes_on(s) ||
		(slash && of.value.coef == 50 && m->number.value.coef == 50)) {
		m->rest = s;
		amount_take_name(m);
		return true;
	}
	m->rest = s;
	m->unit = arena_printf(m->arena, "/%lld", (long long)of.value.coef);
	return true;
}

/* "3:1" counts the left side, "1:7" the right one. "9:30" is a time. */
bool amount_take_ratio(struct amount *m)
{
	struct str s = m->rest;
	struct number right;
	bool one;

	if (!str_skip_char(&s, ':') || !amount_at_digit(s))
		return false;
	one = m->number.value.coef == 1 && m->number.value.scale == 0;
	if (number_take(&s, &right) != NUMBER_YES || glyph_goes_on(s) ||
		str_starts(s, ":") ||
		(!one && !(right.value.coef == 1 && right.value.scale == 0))) {
		m->rest = s;
		amount_take_name(m);
		return true;
	}
	m->rest = s;
	m->unit = one ? "1:" : ":1";
	if (one)
		m->number.value = right.value;
	return true;
}

static bool take_dash(struct str *s)
{
	static const char *const DASHES[] = {
		"-", "~", "\u2013", "\u2014", "\u2010", "\u2011", "\uff5e"};

	for (size_t i = 0; i < COUNT_OF(DASHES); i++)
		if (str_skip(s, DASHES[i]))
			return true;
	return false;
}

/* "10-12", "$5 - $8M": a range has a text and a unit but no value. */
void amount_take_range(struct amount *m)
{
	struct str s = behind_blanks(m->rest);
	bool apart = s.n != m->rest.n;
	struct number n;
	int places = 0;
	const struct unit *u;
	const char *money;

	/* "to 6 min — 7 min": a remark */
	if ((apart && str_starts(s, "\u2014")) || !take_dash(&s))
		return;
	if (apart)
		s = behind_blanks(s);
	money = currency_take_before(&s);
	if (!amount_at_digit(s) || number_take(&s, &n) != NUMBER_YES)
		return;
	if (apart && decimal_cmp(n.value, m->number.value) <= 0)
		return;
	/* "under 75 days - 81 days": where it stands */
	if (apart && m->bound && (m->unit || !str_trim(s).n))
		return;
	m->token->flags |= TOKEN_RANGE;
	m->rest = s;
	if (magnitude_take(&m->rest, money != NULL || m->unit, &places))
		m->token->flags |= TOKEN_SCALED;
	m->high = n.value;
	m->high_places = places;
	if (money && !m->unit)
		m->unit = money;
	s = m->rest;
	u = unit_take(&s, true);
	if (!u) {
		s = behind_blanks(m->rest);
		u = unit_take(&s, false);
	}
	if (u) {
		m->unit = m->unit ? m->unit : u->name;
		m->rest = s;
	}
	money = m->unit ? NULL : currency_take_after(&m->rest);
	if (money)
		m->unit = money;
	/* "30-60-90" */
	s = m->rest;
	if (glyph_goes_on(m->rest) || (take_dash(&s) && amount_at_digit(s)))
		amount_take_name(m);
}

/* "38 l/100 km", "4/1,000 doses": the length of the digits. */
static size_t per_many_length(struct str s)
{
	static const char *const MANY[] = {
		"100 ", "1000 ", "1,000 ", "10,000 ", "100,000 "};

	for (size_t i = 0; i < COUNT_OF(MANY); i++) {
		struct str rest = s;

		if (str_skip(&rest, MANY[i]) && rest.n &&
			str_is_alpha(rest.p[0]))
			return strlen(MANY[i]);
	}
	return 0;
}

/* "5x/week", "8 /month": what stands behind the slash is a span or a word. */
void amount_take_rate(struct amount *m)
{
	struct str s = m->rest;
	size_t n = 0;

	if (!str_skip_char(&s, '/'))
		return;
	n = per_many_length(s);
	while (n < s.n && !str_is_digit(s.p[n]) &&
		glyph_goes_on(str_sub(s, n, s.n))) {
		size_t letter;

		glyph_first(str_sub(s, n, s.n), &letter);
		n += letter;
	}
	/* "100 kWh/m2" */
	if (n && n < s.n && s.p[n - 1] == 'm' &&
		(s.p[n] == '2' || s.p[n] == '3') &&
		!glyph_goes_on(str_sub(s, n + 1, s.n)))
		n++;
	if (!n)
		n = east_span(s).n;
	if (!n || (m->unit && m->unit[0] == '/'))
		return;
	m->unit = arena_printf(
		m->arena, "%s/%.*s", m->unit ? m->unit : "", (int)n, s.p);
	m->rest = str_sub(s, n, s.n);
}

/* "$5-8M" shares its magnitude.  What descends has no bounds. */
void amount_set_bounds(struct amount *m)
{
	struct decimal *bounds = ARENA_ARRAY(m->arena, struct decimal, 2);
	bool up = decimal_cmp(m->token->raw, m->high) < 0;
	int low = m->token->places, high = m->high_places;

	if (up && !low)
		low = high;
	else if (up && !high)
		high = low;
	if (decimal_shift(m->token->raw, low, &bounds[0]) &&
		decimal_shift(m->high, high, &bounds[1]) &&
		decimal_cmp(bounds[0], bounds[1]) < 0)
		m->token->bounds = bounds;
}
