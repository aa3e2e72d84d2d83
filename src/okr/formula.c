/*
 * How a grade came about, in the people's own numbers.
 *
 * The number is looked for in the quantity's text and taken only when it is
 * worth exactly the quantity's value; else the value itself is written.
 */
#include "grade_p.h"

#include "attr.h"
#include "measure_p.h"

enum { UNIT_TEXT_BYTES = 40 }; /* a longer text is no number with a unit */

static const struct {
	char letter;
	int places;
} MAGNITUDES[] = {{'k', 3}, {'K', 3}, {'M', 6}, {'m', 6}, {'B', 9}, {'b', 9},
	{'G', 9}, {'T', 12}};

/* Digits with grouping commas, and what they are worth. */
static bool take_grouped(struct str *s, struct decimal *value)
{
	char digits[DECIMAL_DIGITS + 2];
	size_t n = 0, used = 0;
	struct str rest;

	for (; used < s->n && n < sizeof digits - 1; used++) {
		char c = s->p[used];

		if (c == ',' && used + 1 < s->n && str_is_digit(s->p[used + 1]))
			continue;
		if (!str_is_digit(c) && !(c == '.' && used + 1 < s->n &&
						str_is_digit(s->p[used + 1])))
			break;
		digits[n++] = c;
	}
	rest = (struct str){digits, n};
	if (!n || !decimal_take(&rest, value) || rest.n)
		return false;
	*s = str_sub(*s, used, s->n);
	return true;
}

/* A magnitude letter that stands alone behind a number. */
static void take_magnitude(struct str *s, struct decimal *value)
{
	for (size_t i = 0; i < COUNT_OF(MAGNITUDES); i++)
		if (s->n && s->p[0] == MAGNITUDES[i].letter &&
			(s->n == 1 || !str_is_alpha(s->p[1])) &&
			decimal_shift(*value, MAGNITUDES[i].places, value)) {
			*s = str_sub(*s, 1, s->n);
			return;
		}
}

/* The part of text that spells the value, without sign; empty: none does. */
static struct str find_spelling(struct str text, struct decimal value)
{
	if (value.coef < 0)
		value = decimal_negate(value);
	for (size_t i = 0; i < text.n; i++) {
		struct str rest = str_sub(text, i, text.n), from = rest;
		struct decimal d;

		if (!take_grouped(&rest, &d)) {
			continue;
		}
		take_magnitude(&rest, &d);
		if (decimal_cmp(d, value) == 0)
			return str_sub(from, 0, from.n - rest.n);
		i += from.n - rest.n - 1;
	}
	return (struct str){NULL, 0};
}

/* "< 4 hours" without the sign, which the formula has or has not. */
static struct str without_bound(struct str s)
{
	static const char *const SIGNS[] = {
		"<", ">", "=", "\u2264", "\u2265", " "};

	for (size_t i = 0; i < COUNT_OF(SIGNS);)
		i = str_skip(&s, SIGNS[i]) ? 0 : i + 1;
	return s;
}

void formula_number(struct buf *b, const struct quantity *q, bool with_unit)
{
	struct str spelling = find_spelling(str_of(q->text), q->value);
	bool negative = q->value.coef < 0;

	if (with_unit) {
		struct str text = without_bound(str_of(q->text));

		buf_add(b, text.n > UNIT_TEXT_BYTES ? spelling : text);
		return;
	}
	if (negative)
		buf_adds(b, "(-");
	if (spelling.n)
		buf_add(b, spelling);
	else
		decimal_print(
			b, negative ? decimal_negate(q->value) : q->value);
	if (measure_is_percent(q))
		buf_addc(b, '%');
	if (negative)
		buf_addc(b, ')');
}

void formula_end(struct buf *b, const struct rat *progress)
{
	struct arena a = ARENA_INIT;
	const struct rat *grade = grade_clamp(&a, progress);

	buf_adds(b, " = ");
	rat_print(b, progress, GRADE_DECIMALS);
	if (rat_cmp(grade, progress) != 0) {
		buf_adds(b, ", graded ");
		rat_print(b, grade, GRADE_DECIMALS);
	}
	arena_release(&a);
}

const char *formula_take(struct arena *a, struct buf *b)
{
	const char *text = arena_text(a, buf_str(b));

	buf_release(b);
	return text;
}
