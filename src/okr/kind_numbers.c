/*
 * Kinds that are computed from quantities: from-to, change, count, keep.
 */
#include "kind_p.h"

#include "attr.h"
#include "measure_p.h"
#include "wordlist_p.h"

static const struct rat *value_in(struct arena *a, const struct quantity *q,
	const struct quantity *unit, bool *converted)
{
	const struct rat *factor = measure_factor(a, q, unit);

	if (!factor)
		return NULL;
	if (!measure_same(q, unit))
		*converted = true;
	return rat_mul(a, rat_of_decimal(a, q->value), factor);
}

/* The quantity whose unit the others are brought to. */
static const struct quantity *reference(const struct key_result *kr)
{
	if (kr->target->unit[0])
		return kr->target;
	return kr->baseline->unit[0] ? kr->baseline : kr->current;
}

static bool units_differ(struct arena *a, struct key_result *kr,
	struct kind_notes *notes, const struct quantity *x,
	const struct quantity *y)
{
	return kind_refuse(kr, notes, "units-differ",
		arena_printf(a, "'%s' cannot be compared with '%s'",
			words_short(a, x->text), words_short(a, y->text)));
}

static bool lacks_numbers(struct arena *a, struct key_result *kr,
	struct kind_notes *notes, bool baseline_too)
{
	const char *rule = "cannot-be-graded";

	if (!kr->target)
		return !kind_refuse(kr, notes, rule, "no target");
	if (!kind_has_value(kr->target))
		return !kind_refuse(kr, notes, rule,
			arena_printf(a, "the target '%s' has no number",
				words_short(a, kr->target->text)));
	if (baseline_too && !kr->baseline)
		return !kind_refuse(kr, notes, rule, "no baseline");
	if (baseline_too && !kind_has_value(kr->baseline))
		return !kind_refuse(kr, notes, rule,
			arena_printf(a, "the baseline '%s' has no number",
				words_short(a, kr->baseline->text)));
	if (!kr->current)
		return !kind_refuse(kr, notes, rule, "no current value yet");
	if (!kind_has_value(kr->current))
		return !kind_refuse(kr, notes, rule,
			arena_printf(a, "the current value '%s' has no number",
				words_short(a, kr->current->text)));
	return false;
}

static void set_direction(struct key_result *kr, int sign)
{
	kr->direction = sign < 0 ? DIRECTION_DECREASE : DIRECTION_INCREASE;
}

/* (current - baseline) / (target - baseline), with numbers in all three. */
static bool grade_between(
	struct arena *a, struct key_result *kr, struct kind_notes *notes)
{
	const struct quantity *unit = reference(kr);
	bool converted = false;
	const struct rat *c = value_in(a, kr->current, unit, &converted);
	const struct rat *b = value_in(a, kr->baseline, unit, &converted);
	const struct rat *t = value_in(a, kr->target, unit, &converted);
	const struct rat *way;
	struct buf text;

	if (!b || !t)
		return units_differ(a, kr, notes, kr->baseline, kr->target);
	if (!c)
		return units_differ(a, kr, notes, kr->current, unit);
	way = rat_sub(a, t, b);
	if (rat_sign(way) == 0)
		return kind_refuse(kr, notes, "target-equals-baseline",
			arena_printf(a, "target and baseline are both '%s'",
				words_short(a, kr->target->text)));
	set_direction(kr, rat_sign(way));
	kind_settle(a, kr, rat_div(a, rat_sub(a, c, b), way), SOURCE_COMPUTED);
	buf_init(&text, FORMULA_BYTES);
	buf_addc(&text, '(');
	formula_number(&text, kr->current, converted);
	buf_adds(&text, " - ");
	formula_number(&text, kr->baseline, converted);
	buf_adds(&text, ") / (");
	formula_number(&text, kr->target, converted);
	buf_adds(&text, " - ");
	formula_number(&text, kr->baseline, converted);
	buf_addc(&text, ')');
	formula_end(&text, kr->progress);
	kr->formula = formula_take(a, &text);
	return true;
}

/* reading / target, both numbers, in whatever units convert. */
static bool grade_share(
	struct arena *a, struct key_result *kr, struct kind_notes *notes)
{
	bool converted = false;
	const struct rat *t = rat_of_decimal(a, kr->target->value);
	const struct rat *c = value_in(a, kr->current, kr->target, &converted);
	struct buf text;

	if (!c)
		return units_differ(a, kr, notes, kr->current, kr->target);
	if (rat_sign(t) == 0)
		return kind_refuse(kr, notes, "cannot-be-graded",
			"the target is 0, so there is no share of it");
	kind_settle(a, kr, rat_div(a, c, t), SOURCE_COMPUTED);
	buf_init(&text, FORMULA_BYTES);
	formula_number(&text, kr->current, converted);
	buf_adds(&text, " / ");
	formula_number(&text, kr->target, converted);
	formula_end(&text, kr->progress);
	kr->formula = formula_take(a, &text);
	return true;
}

/* "by 30%" of the baseline: the way to go is -30% of 100K. */
static bool grade_by_share(struct arena *a, struct key_result *kr,
	struct kind_notes *notes, int sign)
{
	bool converted = false;
	const struct rat *b = rat_of_decimal(a, kr->baseline->value);
	const struct rat *c =
		value_in(a, kr->current, kr->baseline, &converted);
	const struct rat *way = rat_mul(a, rat_of(a, sign, 100),
		rat_mul(a, rat_of_decimal(a, kr->target->value), b));
	struct buf text;

	if (!c)
		return units_differ(a, kr, notes, kr->current, kr->baseline);
	if (rat_sign(way) == 0)
		return kind_refuse(kr, notes, "target-equals-baseline",
			"the change asked for is 0");
	kind_settle(a, kr, rat_div(a, rat_sub(a, c, b), way), SOURCE_COMPUTED);
	buf_init(&text, FORMULA_BYTES);
	buf_addc(&text, '(');
	formula_number(&text, kr->current, converted);
	buf_adds(&text, " - ");
	formula_number(&text, kr->baseline, converted);
	buf_adds(&text, sign < 0 ? ") / (-" : ") / (");
	formula_number(&text, kr->target, false);
	buf_adds(&text, " of ");
	formula_number(&text, kr->baseline, converted);
	buf_addc(&text, ')');
	formula_end(&text, kr->progress);
	kr->formula = formula_take(a, &text);
	return true;
}

/* "by 5 days": the way to go is -5 in the baseline's unit. */
static bool grade_by_amount(struct arena *a, struct key_result *kr,
	struct kind_notes *notes, int sign)
{
	bool converted = false;
	const struct quantity *unit = reference(kr);
	const struct rat *c = value_in(a, kr->current, unit, &converted);
	const struct rat *b = value_in(a, kr->baseline, unit, &converted);
	const struct rat *t = value_in(a, kr->target, unit, &converted);
	struct buf text;

	if (!b || !t || !c)
		return units_differ(a, kr, notes,
			b && t ? kr->current : kr->baseline, kr->target);
	if (rat_sign(t) == 0)
		return kind_refuse(kr, notes, "target-equals-baseline",
			"the change asked for is 0");
	t = rat_mul(a, t, rat_of(a, sign, 1));
	kind_settle(a, kr, rat_div(a, rat_sub(a, c, b), t), SOURCE_COMPUTED);
	buf_init(&text, FORMULA_BYTES);
	buf_addc(&text, '(');
	formula_number(&text, kr->current, converted);
	buf_adds(&text, " - ");
	formula_number(&text, kr->baseline, converted);
	buf_adds(&text, sign < 0 ? ") / -" : ") / ");
	formula_number(&text, kr->target, converted);
	formula_end(&text, kr->progress);
	kr->formula = formula_take(a, &text);
	return true;
}

/* "Double it", "by a factor of 3": the way to go is from 200 to 2 x 200. */
static bool grade_by_factor(
	struct arena *a, struct key_result *kr, struct kind_notes *notes)
{
	bool converted = false;
	const struct rat *b = rat_of_decimal(a, kr->baseline->value);
	const struct rat *c =
		value_in(a, kr->current, kr->baseline, &converted);
	const struct rat *t =
		rat_mul(a, rat_of_decimal(a, kr->target->value), b);
	const struct rat *way = rat_sub(a, t, b);
	struct buf text;

	if (!c)
		return units_differ(a, kr, notes, kr->current, kr->baseline);
	if (rat_sign(way) == 0)
		return kind_refuse(kr, notes, "target-equals-baseline",
			"the change asked for is none");
	set_direction(kr, rat_sign(way));
	kind_settle(a, kr, rat_div(a, rat_sub(a, c, b), way), SOURCE_COMPUTED);
	buf_init(&text, FORMULA_BYTES);
	buf_addc(&text, '(');
	formula_number(&text, kr->current, converted);
	buf_adds(&text, " - ");
	formula_number(&text, kr->baseline, converted);
	buf_adds(&text, ") / (");
	formula_number(&text, kr->target, false);
	buf_adds(&text, " * ");
	formula_number(&text, kr->baseline, converted);
	buf_adds(&text, " - ");
	formula_number(&text, kr->baseline, converted);
	buf_addc(&text, ')');
	formula_end(&text, kr->progress);
	kr->formula = formula_take(a, &text);
	return true;
}

/* The reading is the change so far: "12%" of "by 20%". A fall counts as
 * such whether it was written "-12%" or "12%". */
static bool grade_change(struct arena *a, struct key_result *kr,
	struct kind_notes *notes, int sign)
{
	struct quantity reading = *kr->current;
	const struct quantity *kept = kr->current;
	bool ok;

	if (sign < 0 && !str_starts(str_of(reading.text), "+"))
		reading.value.coef = reading.value.coef < 0
					     ? -reading.value.coef
					     : reading.value.coef;
	else if (sign < 0)
		reading.value = decimal_negate(reading.value);
	kr->current = &reading;
	ok = grade_share(a, kr, notes);
	kr->current = kept;
	return ok;
}

/* "by x": the target is an amount of change, not a goal. */
static bool grade_by(
	struct arena *a, struct key_result *kr, struct kind_notes *notes)
{
	int sign = kind_verb_lowers(kr) ? -1 : 1;
	bool by_percent = measure_is_percent(kr->target);
	bool by_factor = kr->target && str_is(str_of(kr->target->unit), "x");

	if (lacks_numbers(a, kr, notes, false))
		return false;
	set_direction(kr, sign);
	if (by_factor && !kind_has_value(kr->baseline))
		return kind_refuse(
			kr, notes, "cannot-be-graded", "no baseline");
	if (by_factor && !str_is(str_of(kr->baseline->unit), "x"))
		return grade_by_factor(a, kr, notes);
	if (!kind_has_value(kr->baseline))
		return grade_change(a, kr, notes, sign);
	if (by_percent && !measure_is_percent(kr->baseline))
		return measure_is_percent(kr->current) && kr->baseline->unit[0]
			       ? grade_change(a, kr, notes, sign)
			       : grade_by_share(a, kr, notes, sign);
	if (by_percent)
		return kind_refuse(kr, notes, "cannot-be-graded",
			arena_printf(a,
				"'by %s' may mean points or a share of '%s': "
				"write from and to",
				kr->target->text,
				words_short(a, kr->baseline->text)));
	return grade_by_amount(a, kr, notes, sign);
}

/* Is the bound held now?  Says so in words: "2.5% < 3%: kept" = 1. */
static bool grade_bound(struct arena *a, struct key_result *kr,
	struct kind_notes *notes, enum comparator c, const char *const says[2])
{
	static const char *const SIGNS[][2] = {[CMP_LT] = {">=", "<"},
		[CMP_LE] = {">", "<="},
		[CMP_GT] = {"<=", ">"},
		[CMP_GE] = {"<", ">="}};
	const struct rat *value;
	bool converted = false, holds;
	struct buf text;

	value = value_in(a, kr->current, kr->target, &converted);
	if (!value)
		return units_differ(a, kr, notes, kr->current, kr->target);
	holds = kind_satisfies(
		c, rat_cmp(value, rat_of_decimal(a, kr->target->value)));
	if (!says[holds])
		return false;
	kind_settle(a, kr, rat_of(a, holds, 1), SOURCE_COMPUTED);
	buf_init(&text, FORMULA_BYTES);
	formula_number(&text, kr->current, converted);
	buf_addf(&text, " %s ", SIGNS[c][holds]);
	formula_number(&text, kr->target, converted);
	buf_addf(&text, ": %s", says[holds]);
	formula_end(&text, kr->progress);
	kr->formula = formula_take(a, &text);
	return true;
}

/* "above 75%", now 80%: reached, from wherever it began. */
static bool is_reached(
	struct arena *a, struct key_result *kr, struct kind_notes *notes)
{
	static const char *const SAYS[2] = {NULL, "reached"};
	enum comparator c = kind_comparator(kr);

	return c != CMP_NONE && !kr->baseline && kind_has_value(kr->target) &&
	       kind_has_value(kr->current) &&
	       grade_bound(a, kr, notes, c, SAYS);
}

bool kind_from_to(
	struct arena *a, struct key_result *kr, struct kind_notes *notes)
{
	if (kind_comparator(kr) == CMP_BY)
		return grade_by(a, kr, notes);
	return is_reached(a, kr, notes) ||
	       (!lacks_numbers(a, kr, notes, true) &&
		       grade_between(a, kr, notes));
}

/* What from-to would have given, for the finding beside a count. */
static void look_beside(
	struct arena *a, const struct key_result *kr, struct kind_notes *notes)
{
	struct key_result other = *kr;
	struct quantity baseline;
	struct kind_notes ignored = {0};

	/* Of "2/week" and "3/day" nothing can be said. */
	if (kr->kind_written || !kind_has_value(kr->baseline) ||
		(measure_is_rate(kr->baseline) && measure_is_rate(kr->target)))
		return;
	baseline = *kr->baseline;
	baseline.unit = "";
	other.baseline = &baseline;
	if (!grade_between(a, &other, &ignored))
		return;
	notes->beside = other.progress;
	notes->beside_formula = other.formula;
}

bool kind_count(
	struct arena *a, struct key_result *kr, struct kind_notes *notes)
{
	if (lacks_numbers(a, kr, notes, false))
		return false;
	set_direction(kr, 1);
	if (!grade_share(a, kr, notes))
		return false;
	look_beside(a, kr, notes);
	return true;
}

bool kind_keep(struct arena *a, struct key_result *kr, struct kind_notes *notes)
{
	static const char *const SAYS[2] = {"not kept", "kept"};

	if (lacks_numbers(a, kr, notes, false))
		return false;
	if (!grade_bound(a, kr, notes, kind_bound(kr, kr->kind), SAYS))
		return false;
	kr->direction = DIRECTION_REACH;
	return true;
}
