/*
 * Units: which are the same, which can be converted, which are rates.
 */
#include "units_p.h"

#include "attr.h"
#include "words_p.h"

enum family { FAMILY_TIME, FAMILY_MONTHS, FAMILY_BYTES };

/* Names of units that convert exactly; worth is in the family's smallest. */
static const struct {
	const char *names[5];
	enum family family;
	long worth;
} UNITS[] = {
	{{"ms", "millisecond", "msec"}, FAMILY_TIME, 1},
	{{"s", "sec", "second"}, FAMILY_TIME, 1000},
	{{"min", "minute", "mins"}, FAMILY_TIME, 60L * 1000},
	{{"h", "hour", "hr", "hrs"}, FAMILY_TIME, 3600L * 1000},
	{{"day", "d"}, FAMILY_TIME, 86400L * 1000},
	{{"week", "wk", "w"}, FAMILY_TIME, 7 * 86400L * 1000},
	{{"month", "mo"}, FAMILY_MONTHS, 1},
	{{"quarter", "qtr"}, FAMILY_MONTHS, 3},
	{{"year", "yr"}, FAMILY_MONTHS, 12},
	{{"KB"}, FAMILY_BYTES, 1},
	{{"MB"}, FAMILY_BYTES, 1000},
	{{"GB"}, FAMILY_BYTES, 1000000},
	{{"TB"}, FAMILY_BYTES, 1000000000},
};

static const char *const PERIODS[] = {"day", "daily", "week", "wk", "weekly",
	"month", "mo", "monthly", "quarter", "qtr", "quarterly", "q", "year",
	"yr", "annum", "yearly"};

/* "deals" and "deal" are the same; "ms" and "m" are not. */
static bool same_word(struct str x, struct str y)
{
	if (str_ieq(x, y))
		return true;
	if (x.n < y.n)
		return same_word(y, x);
	return x.n == y.n + 1 && y.n >= 3 && str_iends(x, "s") &&
	       str_ieq(str_sub(x, 0, y.n), y);
}

static struct str unit_of(const struct quantity *q)
{
	return str_trim(str_of(q->unit));
}

/* "regions live" is counted in regions. */
static struct str first_word(struct str s)
{
	return str_sub(s, 0, str_find_char(s, ' '));
}

bool units_same(const struct quantity *x, const struct quantity *y)
{
	struct str ux = unit_of(x), uy = unit_of(y);

	return !ux.n || !uy.n || same_word(ux, uy) ||
	       same_word(first_word(ux), uy) || same_word(ux, first_word(uy));
}

/* The row of UNITS with that name, or -1. */
static int find_unit(struct str unit)
{
	for (size_t i = 0; i < COUNT_OF(UNITS); i++)
		for (size_t k = 0; k < 5 && UNITS[i].names[k]; k++)
			if (same_word(unit, str_of(UNITS[i].names[k])))
				return (int)i;
	return -1;
}

const struct rat *units_factor(
	struct arena *a, const struct quantity *x, const struct quantity *y)
{
	int ix, iy;

	if (units_same(x, y))
		return rat_of(a, 1, 1);
	ix = find_unit(unit_of(x));
	iy = find_unit(unit_of(y));
	if (ix < 0 || iy < 0 || UNITS[ix].family != UNITS[iy].family)
		return NULL;
	return rat_of(a, UNITS[ix].worth, UNITS[iy].worth);
}

/* What stands after "/" or "per" is a stretch of time. */
static bool names_a_rate(struct str s)
{
	static const char *const BEFORE[] = {"per", "a", "each", "every"};
	size_t slash = str_rfind_char(s, '/');
	struct str word, rest = str_sub(s, slash + 1, s.n);
	struct str before = {0};

	if (slash != STR_NONE && words_take(&rest, &word) &&
		words_is_any(word, PERIODS, COUNT_OF(PERIODS)))
		return true;
	for (rest = s; words_take(&rest, &word); before = word)
		if (words_is_any(before, BEFORE, COUNT_OF(BEFORE)) &&
			words_is_any(word, PERIODS, COUNT_OF(PERIODS)))
			return true;
	return str_iends(s, "daily") || str_iends(s, "weekly") ||
	       str_iends(s, "monthly") || str_iends(s, "quarterly");
}

bool units_is_rate(const struct quantity *q)
{
	return names_a_rate(str_of(q->unit)) || names_a_rate(str_of(q->text));
}

/* The unit before "/qtr" or "per quarter". */
static struct str counted_unit(const struct quantity *q)
{
	struct str unit = unit_of(q);
	size_t per = str_ifind(unit, STR(" per "));

	unit = str_sub(unit, 0, str_find_char(unit, '/'));
	return str_trim(str_sub(unit, 0, per));
}

bool units_is_rate_of(const struct quantity *q, const struct quantity *of)
{
	struct str counted = counted_unit(q), unit = unit_of(of);

	return units_is_rate(q) && !units_is_rate(of) &&
	       (!counted.n || !unit.n || same_word(counted, unit) ||
		       same_word(first_word(counted), first_word(unit)));
}

bool units_is_percent(const struct quantity *q)
{
	return str_is(unit_of(q), "%");
}
