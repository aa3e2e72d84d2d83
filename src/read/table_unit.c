/*
 * The unit of a table's bare numbers: in a column of its own, behind the key
 * result, or in the header.
 */
#include "table_p.h"

#include "attr.h"
#include "quantity.h"

/* "80,0", "<= 4": a number without a unit. */
static bool is_bare_number(struct str s)
{
	bool digit = false;

	while (str_skip(&s, "\u2264") || str_skip(&s, "\u2265") ||
		(s.n && strchr("<>=~+ ", s.p[0]) && str_skip_char(&s, s.p[0])))
		;
	for (size_t i = 0; i < s.n; i++) {
		if (!str_is_digit(s.p[i]) && !strchr(".,' -", s.p[i]))
			return false;
		digit = digit || str_is_digit(s.p[i]);
	}
	return digit;
}

/* "minutes", "dakika", "kWh": one that can be measured in, which "paying" and
 * the m of "ARR (m)" are not. */
static bool is_measured(struct arena *a, struct str unit)
{
	static const char *const SURE[] = {"%", "$", "\u20ac", "\u00a3", "s",
		"h", "usd", "eur", "gbp", "pts", "points", NULL};
	static const char *const INTO[] = {
		"ms", "months", "KB", "mg", "mm", "kWh", "kW"};
	const struct quantity *q;
	struct decimal value;

	if (str_is_listed(unit, SURE))
		return true;
	if (unit.n < 2)
		return false;
	q = quantity_read(a, str_of(arena_printf(a, "1 %.*s", STR_ARG(unit))));
	for (size_t i = 0; i < COUNT_OF(INTO) && q && q->has_value; i++) {
		if (quantity_in_unit(q, INTO[i], &value))
			return true;
	}
	return false;
}

/* The unit in "Target (%)", "Rate (in days)", "Share [%]". */
static struct str unit_bracketed(struct str s)
{
	enum { LONGEST = 24 };
	char open_sign = str_ends(s, "]") ? '[' : '(';
	size_t open = str_rfind_char(s, open_sign);

	if (open == STR_NONE || !(str_ends(s, ")") || str_ends(s, "]")) ||
		s.n - open > LONGEST)
		return STR("");
	s = str_trim(str_sub(s, open + 1, s.n - 1));
	str_iskip(&s, "in ");
	str_iskip(&s, "en ");
	str_iskip(&s, "em ");
	return s;
}

/* ... or in "Share of answers in %", "Part des retours, en %", "Churn, %". */
static struct str unit_last(struct str s)
{
	static const char *const LEADS[] = {
		" in", " en", " em", " w", " v", " i", " \u0432", ","};
	size_t blank = str_rfind_char(s, ' ');
	struct str front;

	if (blank == STR_NONE)
		return STR("");
	front = str_sub(s, 0, blank);
	for (size_t i = 0; i < COUNT_OF(LEADS); i++) {
		if (str_iends(front, LEADS[i]))
			return str_sub(s, blank + 1, s.n);
	}
	return STR("");
}

static struct str unit_behind(struct arena *a, struct str s)
{
	struct str unit;

	s = str_trim(s);
	unit = unit_bracketed(s);
	if (!unit.n)
		unit = unit_last(s);
	return unit.n && is_measured(a, unit) ? unit : STR("");
}

/* The unit of a row's bare numbers: in a column of its own, behind the key
 * result, or in the header. */
static struct str unit_of(
	const struct table_walk *w, const struct row *row, size_t column)
{
	enum { LONGEST = 24 };
	struct str unit = table_cell(row, w->c.at[FIELD_UNIT]).s;
	size_t n = 0;

	while (n < unit.n && !str_is_digit(unit.p[n]))
		n++;
	if (unit.n && n == unit.n && n <= LONGEST && !str_is(unit, "-") &&
		unit.p[0] != '#')
		return unit;
	unit = unit_behind(w->r->a,
		table_cell(row, w->c.at[table_has(&w->c, FIELD_KEY_RESULT)
						? FIELD_KEY_RESULT
						: FIELD_BOTH])
			.s);
	return unit.n ? unit
		      : unit_behind(w->r->a, str_of(w->c.header[column]));
}

const char *table_with_unit(struct table_walk *w, const struct row *row,
	size_t column, enum field f, const char *text)
{
	const struct quantity *q;
	const char *told;
	struct str unit;

	if ((f != FIELD_BASELINE && f != FIELD_TARGET && f != FIELD_CURRENT) ||
		!is_bare_number(str_of(text)))
		return text;
	unit = unit_of(w, row, column);
	if (!unit.n)
		return text;
	if (str_is(unit, "$") || str_is(unit, "\u20ac") ||
		str_is(unit, "\u00a3"))
		return arena_printf(w->r->a, "%.*s%s", STR_ARG(unit), text);
	told = arena_printf(w->r->a, "%s %.*s", text, STR_ARG(unit));
	q = quantity_read(w->r->a, str_of(told));
	return q && q->has_value ? told : text; /* "% / month" says too much */
}
