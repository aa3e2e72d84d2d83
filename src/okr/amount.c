/*
 * Quantity literals.  Each step takes what it knows from the rest of the
 * text; digits that turn out to be glued to letters we do not know are names.
 */
#include "amount_parts_p.h"

#include "attr.h"

#include "ending_p.h"
#include "glyph_p.h"

static struct str behind_blanks(struct str s)
{
	return str_sub(s, glyph_blanks(s), s.n);
}

static bool take_sign(struct amount *m)
{
	struct str s = m->rest;

	if (str_skip(&s, "\u2212") || str_skip(&s, "\u2013") ||
		str_skip_char(&s, '-'))
		m->negative = true;
	else if (!str_skip_char(&s, '+'))
		return false;
	m->token->flags |= TOKEN_SIGNED;
	m->rest = s;
	return true;
}

static bool take_table_unit(struct amount *m)
{
	struct str s = m->rest;
	size_t gap = glyph_blanks(s);
	const struct unit *u;

	s = str_sub(s, gap, s.n);
	u = unit_take(&s, gap == 0);
	if (!u)
		return false;
	/* "5 in", "3 l": a letter apart from the digits is rarely a unit. */
	if (gap && u->how & UNIT_EXACT && strlen(u->word) == 1 &&
		!strchr("hsgtldj", u->word[0]))
		return false;
	m->unit = u->name;
	m->family = u->family;
	m->rest = s;
	if (u->how & UNIT_FROM)
		m->token->flags |= TOKEN_FROM;
	return true;
}

/* "12 millones de euros": the word before the currency. */
static void skip_link(struct amount *m)
{
	static const char *const LINKS[] = {" de ", " di ", " d'", " d\u2019"};

	for (size_t i = 0; i < COUNT_OF(LINKS); i++) {
		struct str s = m->rest, money;

		if (!str_skip(&s, LINKS[i]))
			continue;
		money = s;
		if (currency_take_after(&money))
			m->rest = s;
	}
}

/* Currency, magnitude and unit behind the digits, in this order or that. */
static void take_units(struct amount *m)
{
	int places = 0;
	const char *money;

	if (!m->unit)
		m->unit = currency_take_crowns(&m->rest, &m->token->places);
	if (m->token->places) {
		m->token->flags |= TOKEN_SCALED;
		return;
	}
	if (magnitude_take(&m->rest, m->unit != NULL, &places)) {
		(void)ending_take_bare(&m->rest, &m->token->flags);
		magnitude_take_lower(&m->rest, &m->number.value, &places);
		m->token->flags |= TOKEN_SCALED;
		m->token->places = places;
	}
	if (!m->unit && places)
		skip_link(m);
	if (!m->unit) {
		money = currency_take_after(&m->rest);
		if (money) {
			m->unit = money;
			m->family = UNIT_COUNT;
		} else if (!places &&
			   (amount_take_denominator(m) || amount_take_ratio(m)))
			return;
		else if (!take_table_unit(m))
			m->unit = east_counter(&m->rest);
	}
}

/* "1.500" as thousands or with three decimals: see quantity.h. */
static void settle(struct amount *m)
{
	bool fine = (m->token->flags & TOKEN_SCALED) ||
		    (m->unit && (m->family == UNIT_SHARE ||
					m->family == UNIT_FACTOR ||
					m->family == UNIT_POINTS)) ||
		    (m->unit && (m->unit[0] == '/' || strchr(m->unit, ':')));

	if (!m->number.ambiguous || fine)
		return;
	if (m->number.round || (m->unit && currency_is_code(m->unit)))
		m->number.value = m->number.grouped;
	else if (!m->unit)
		m->token->grouped = &m->number.grouped;
}

/* Is the number glued to something it has nothing to do with? */
static bool is_glued(const struct amount *m)
{
	struct str s = m->rest;

	if (glyph_goes_on(s))
		return true;
	/* "5.x" */
	if (str_istarts(s, ".x") && !glyph_goes_on(str_sub(s, 2, s.n)))
		return true;
	return s.n > 1 && (s.p[0] == '\'' || s.p[0] == '&' || s.p[0] == '_') &&
	       str_is_alnum(s.p[1]);
}

/* "1- and 6-hour rates", "30- und 60-Tage-Plan": the word is still to come. */
static bool is_shared_hyphen(struct str s)
{
	static const char *const JOINTS[] = {" and ", " or ", " to ", " & ",
		", ", " und ", " oder ", " bis ", " et ", " ou ", " y ", " o ",
		" e ", " en ", " of ", " och ", " og "};
	bool joined = false;

	if (!str_skip_char(&s, '-'))
		return false;
	for (size_t i = 0; i < COUNT_OF(JOINTS) && !joined; i++)
		joined = str_iskip(&s, JOINTS[i]);
	if (!joined || !s.n || !str_is_digit(s.p[0]))
		return false;
	while (s.n && str_is_digit(s.p[0]))
		s = str_sub(s, 1, s.n);
	return s.n > 1 && s.p[0] == '-' &&
	       (str_is_alpha(s.p[1]) || is_shared_hyphen(s));
}

static void take_hyphen(struct amount *m)
{
	struct str s = m->rest;

	if (is_shared_hyphen(s)) {
		m->rest = str_sub(s, 1, s.n);
		m->token->kind = TOKEN_NAME;
		return;
	}

	if (s.n > 1 && (s.p[0] == '-' || str_skip(&s, "\u2011") ||
			       str_skip(&s, "\u2010"))) {
		if (s.p == m->rest.p)
			s = str_sub(s, 1, s.n);
		if (glyph_goes_on(s) && !str_is_digit(s.p[0])) {
			const struct unit *u;

			m->token->flags |= TOKEN_HYPHEN;
			u = unit_take(&s, true);
			if (u && !m->unit &&
				(u->family == UNIT_TIME ||
					u->family == UNIT_MONTHS)) {
				m->unit = u->name;
				m->rest = s;
			}
			if (glyph_goes_on(m->rest) || str_starts(m->rest, "-"))
				amount_take_name(m);
		}
	}
}

void amount_scale(struct quantity *q, struct decimal raw, int places)
{
	q->has_value = decimal_shift(raw, places, &q->value);
	if (!q->has_value)
		q->value = (struct decimal){0, 0};
}

static void finish(struct amount *m, struct str from)
{
	struct token *t = m->token;

	t->text = str_sub(from, 0, from.n - m->rest.n);
	if (t->kind != TOKEN_QUANTITY)
		return;
	if (m->negative)
		m->number.value = decimal_negate(m->number.value);
	t->raw = m->number.value;
	if (t->grouped) {
		struct decimal *copy = ARENA_NEW(m->arena, struct decimal);

		*copy = *t->grouped;
		t->grouped = copy;
	}
	if (!m->unit && !(t->flags & (TOKEN_SCALED | TOKEN_WORDY)))
		t->flags |= TOKEN_NUMBER;
	t->q = ARENA_NEW(m->arena, struct quantity);
	t->q->unit = m->unit ? m->unit : "";
	t->q->text = arena_text(m->arena, t->text);
	if (t->flags & TOKEN_RANGE)
		amount_set_bounds(m);
	else
		amount_scale(t->q, t->raw, t->places);
}

static bool looks_like_year(struct str digits, const struct number *n)
{
	return digits.n == 4 && n->value.scale == 0 && n->value.coef >= 1990 &&
	       n->value.coef <= 2049 && str_find_char(digits, ',') == STR_NONE;
}

/* "20ish", "60-ish": about so many */
static void skip_ish(struct amount *m)
{
	struct str s = m->rest;

	(void)str_skip_char(&s, '-');
	if (str_iskip(&s, "ish") && !glyph_goes_on(s))
		m->rest = s;
}

/* What follows the digits, once they are known to be a number. */
static void take_rest(struct amount *m)
{
	skip_ish(m);
	dozens_take(&m->rest, &m->number.value);
	take_units(m);
	if (m->token->kind == TOKEN_NAME)
		return;
	settle(m);
	if (ending_take(&m->rest, &m->token->flags))
		return;
	compound_take(&m->rest, &m->number.value, &m->unit);
	amount_take_range(m);
	if (m->token->kind == TOKEN_NAME)
		return;
	take_hyphen(m);
	if (m->token->kind == TOKEN_NAME)
		return;
	amount_take_rate(m);
	if (str_starts(m->rest, "+") &&
		!glyph_goes_on(str_sub(m->rest, 1, m->rest.n))) {
		m->token->flags |= TOKEN_PLUS;
		m->rest = str_sub(m->rest, 1, m->rest.n);
		/* "95+/100" */
		if (!m->unit && amount_take_denominator(m))
			return;
		if (!m->unit && take_table_unit(m))
			amount_take_rate(m);
		else if (!m->unit)
			m->unit = east_counter(&m->rest);
	}
	/* "lines 1+2+3" */
	if (is_glued(m) || (m->rest.n > 1 && m->rest.p[0] == '+' &&
				   str_is_digit(m->rest.p[1])))
		amount_take_name(m);
}

static bool take_date(struct amount *m)
{
	if (m->rest.n < 10 ||
		!date_parse(str_sub(m->rest, 0, 10), &m->token->date))
		return false;
	m->rest = str_sub(m->rest, 10, m->rest.n);
	amount_take_name(m);
	return true;
}

/* "12.11.:", "(30.6.)": a day and a month, as Germans write them. */
static bool is_day(struct str digits, struct str rest)
{
	long day, month;

	return rest.n > 1 && rest.p[0] == '.' && strchr(":),", rest.p[1]) &&
	       str_take_number(&digits, 31, &day) && day > 0 &&
	       str_skip_char(&digits, '.') &&
	       str_take_number(&digits, 12, &month) && month > 0 && !digits.n;
}

/* "%45", as Turks write it */
static bool take_share_sign(struct amount *m)
{
	struct str s = m->rest;

	if (!str_skip_char(&s, '%') || !s.n || !str_is_digit(s.p[0]))
		return false;
	m->family = UNIT_SHARE;
	m->rest = s;
	return true;
}

bool amount_take(struct arena *a, struct str *s, int where, struct token *out)
{
	struct amount m;
	enum number_found found;

	/* But for "kr" none begins with a small letter: most words end here. */
	if (s->n && s->p[0] >= 'a' && s->p[0] <= 'z' && !str_starts(*s, "kr"))
		return false;
	*out = (struct token){.kind = TOKEN_QUANTITY};
	m = (struct amount){.arena = a,
		.rest = *s,
		.token = out,
		.bound = where & AMOUNT_AFTER_BOUND};
	if (!(where & AMOUNT_AFTER_TEXT))
		take_sign(&m);
	if (take_share_sign(&m))
		m.unit = "%";
	else
		m.unit = currency_take_before(&m.rest);
	if (m.unit) {
		m.rest = behind_blanks(m.rest);
		m.money_first = true;
		if (!(out->flags & TOKEN_SIGNED))
			take_sign(&m);
	}
	if (!amount_at_digit(m.rest))
		return false;
	/* "0001" numbers a paper */
	if (m.rest.n > 1 && m.rest.p[0] == '0' && str_is_digit(m.rest.p[1])) {
		amount_take_name(&m);
	} else if (!take_date(&m)) {
		m.digits = m.rest;
		found = number_take(&m.rest, &m.number);
		m.digits.n -= m.rest.n;
		if (found == NUMBER_YES && is_day(m.digits, m.rest)) {
			m.rest = str_sub(m.rest, 1, m.rest.n);
			amount_take_name(&m);
		} else if (found == NUMBER_YES) {
			if (looks_like_year(m.digits, &m.number))
				out->flags |= TOKEN_YEAR;
			take_rest(&m);
		} else {
			amount_take_name(&m);
		}
	}
	finish(&m, *s);
	*s = m.rest;
	return true;
}

/* "one-click", "two's": another word altogether. */
static bool is_part_of_word(struct str rest)
{
	return glyph_goes_on(rest) || str_starts(rest, "-") ||
	       str_starts(rest, "'") || str_starts(rest, "\u2019") ||
	       str_starts(rest, "/");
}

bool quantity_take_word(struct str *s, int *value)
{
	struct str rest = *s;
	struct number n;

	if (!number_take_word(&rest, &n) || is_part_of_word(rest))
		return false;
	*value = (int)n.value.coef;
	*s = rest;
	return true;
}

/* "half a day" */
static bool take_half(struct amount *m)
{
	struct str s = m->rest;
	const struct unit *u;

	if (!str_iskip(&s, "half a ") && !str_iskip(&s, "half an "))
		return false;
	u = unit_take(&s, false);
	if (!u || (u->family != UNIT_TIME && u->family != UNIT_MONTHS))
		return false;
	m->number.value = (struct decimal){5, 1};
	m->unit = u->name;
	m->rest = s;
	return true;
}

bool amount_take_word(struct arena *a, struct str *s, struct token *out)
{
	struct amount m = {.arena = a, .rest = *s, .token = out};

	*out = (struct token){.kind = TOKEN_QUANTITY, .flags = TOKEN_WORDY};
	if (take_half(&m)) {
		finish(&m, *s);
		*s = m.rest;
		return true;
	}
	if (!number_take_word(&m.rest, &m.number) || is_part_of_word(m.rest))
		return false;
	*out = (struct token){.kind = TOKEN_QUANTITY, .flags = TOKEN_WORDY};
	take_rest(&m);
	if (out->kind != TOKEN_QUANTITY)
		return false;
	finish(&m, *s);
	*s = m.rest;
	return true;
}
