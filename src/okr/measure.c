/*
 * Units compared: which are the same, which convert exactly, which are rates.
 */
#include "measure_p.h"

#include "unit_p.h"

static struct str unit_of(const struct quantity *q)
{
	return str_of(q->unit);
}

/* How much of its family's smallest the unit is; 0 when it does not convert.
 * A share in percent goes with percentage points. */
static long worth(const struct quantity *q, enum unit_family *family)
{
	const struct unit *u = unit_find(unit_of(q));

	*family = u ? u->family : UNIT_COUNT;
	if (*family != UNIT_SHARE)
		return u ? (long)u->factor : 0;
	*family = UNIT_POINTS;
	return 100;
}

/* The two worths, where the units convert into each other. */
static bool converts(
	const struct quantity *x, const struct quantity *y, long *wx, long *wy)
{
	enum unit_family fx, fy;

	*wx = worth(x, &fx);
	*wy = worth(y, &fy);
	return *wx > 0 && *wy > 0 && fx == fy;
}

bool measure_same(const struct quantity *x, const struct quantity *y)
{
	long wx, wy;

	if (!*x->unit || !*y->unit)
		return true;
	if (converts(x, y, &wx, &wy))
		return wx == wy;
	return quantity_is_like(x, y);
}

const struct rat *measure_factor(
	struct arena *a, const struct quantity *x, const struct quantity *y)
{
	long wx, wy;

	if (measure_same(x, y))
		return rat_of(a, 1, 1);
	return converts(x, y, &wx, &wy) ? rat_of(a, wx, wy) : NULL;
}

/* What stands before the rate: "deals" of "deals/qtr". */
static struct str head(struct str unit)
{
	return str_trim(str_sub(unit, 0, str_rfind_char(unit, '/')));
}

bool measure_is_rate(const struct quantity *q)
{
	struct str unit = unit_of(q);
	size_t slash = str_rfind_char(unit, '/');

	return slash != STR_NONE &&
	       unit_is_span(str_trim(str_sub(unit, slash + 1, unit.n)));
}

bool measure_is_rate_of(const struct quantity *q, const struct quantity *of)
{
	struct str counted = head(unit_of(q)), unit = unit_of(of);

	if (!measure_is_rate(q) || measure_is_rate(of))
		return false;
	return !counted.n || !unit.n || unit_is_like(counted, unit);
}

bool measure_is_percent(const struct quantity *q)
{
	return str_is(unit_of(q), "%");
}
