/*
 * Exact decimals in 64 bits.
 */
#include "decimal.h"

#include <assert.h>

static const int64_t COEF_LIMIT = 1000000000000000000; /* 10^18 */

static bool is_below(int64_t coef, int64_t limit)
{
	return coef > -limit && coef < limit;
}

bool decimal_make(int64_t coef, int scale, struct decimal *out)
{
	while (scale > 0 && coef % 10 == 0) {
		coef /= 10;
		scale--;
	}
	while (scale < 0) {
		if (!is_below(coef, COEF_LIMIT / 10))
			return false;
		coef *= 10;
		scale++;
	}
	if (!is_below(coef, COEF_LIMIT) || scale > DECIMAL_DIGITS)
		return false;
	*out = (struct decimal){coef, coef ? scale : 0};
	return true;
}

bool decimal_take(struct str *s, struct decimal *out)
{
	int64_t coef = 0;
	int scale = 0, digits = 0;
	size_t n = 0;
	bool point = false;

	for (; n < s->n; n++) {
		char c = s->p[n];

		if (c == '.' && !point && n + 1 < s->n &&
			str_is_digit(s->p[n + 1])) {
			point = true;
			continue;
		}
		if (!str_is_digit(c))
			break;
		if (coef && ++digits >= DECIMAL_DIGITS)
			return false;
		if (point && ++scale > DECIMAL_DIGITS)
			return false;
		coef = coef * 10 + (c - '0');
	}
	if (!n || !decimal_make(coef, scale, out))
		return false;
	*s = str_sub(*s, n, s->n);
	return true;
}

bool decimal_parse(struct str s, struct decimal *out)
{
	bool negative = str_skip_char(&s, '-');
	struct decimal d;

	if (!negative)
		str_skip_char(&s, '+');
	if (!decimal_take(&s, &d) || s.n)
		return false;
	*out = negative ? decimal_negate(d) : d;
	return true;
}

bool decimal_shift(struct decimal d, int places, struct decimal *out)
{
	assert(d.scale >= 0 && d.scale <= DECIMAL_DIGITS);
	assert(places >= -DECIMAL_DIGITS && places <= DECIMAL_DIGITS);
	return decimal_make(d.coef, d.scale - places, out);
}

struct decimal decimal_negate(struct decimal d)
{
	return (struct decimal){-d.coef, d.scale};
}

static int64_t power_of_ten(int n)
{
	int64_t p = 1;

	assert(n >= 0 && n <= DECIMAL_DIGITS);
	while (n-- > 0)
		p *= 10;
	return p;
}

int decimal_cmp(struct decimal a, struct decimal b)
{
	int64_t pa = power_of_ten(a.scale), pb = power_of_ten(b.scale);
	int64_t ia = a.coef / pa, ib = b.coef / pb;
	int64_t fa = a.coef % pa, fb = b.coef % pb;

	if (ia != ib)
		return ia < ib ? -1 : 1;
	/* Fractions lie within one of zero: bring both to 18 decimals. */
	fa *= power_of_ten(DECIMAL_DIGITS - a.scale);
	fb *= power_of_ten(DECIMAL_DIGITS - b.scale);
	return (fa > fb) - (fa < fb);
}

void decimal_print(struct buf *b, struct decimal d)
{
	int64_t p = power_of_ten(d.scale);
	int64_t whole = d.coef / p, part = d.coef % p;

	assert(d.scale >= 0 && d.scale <= DECIMAL_DIGITS);
	if (d.coef < 0)
		buf_addc(b, '-');
	buf_add_number(b, (uint64_t)(whole < 0 ? -whole : whole), 1);
	if (!d.scale)
		return;
	buf_addc(b, '.');
	buf_add_number(b, (uint64_t)(part < 0 ? -part : part), d.scale);
}
