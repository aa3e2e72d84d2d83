/*
 * Exact fractions.  Most are small: two 64-bit numbers in lowest terms, whose
 * sums and products fit 128 bits.  What does not fit is GMP's; its limbs are
 * copied into the arena and wrapped read-only (mpz_roinit_n), so that a rat
 * never changes and nothing is left to free.  A fraction that fits is always
 * small, so that equal ones are equal bit by bit.
 */
#include "rat.h"

#include <assert.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <gmp.h>

#include "xalloc.h"

enum { DECIMALS_MAX = 18, DIGITS_MAX = 40 };

/* Small fractions need twice 64 bits: okrsync is for 64-bit machines. */
static_assert(sizeof(long) == sizeof(int64_t), "a 64-bit machine");
__extension__ typedef __int128 wide;
__extension__ typedef unsigned __int128 uwide;

struct rat {
	int64_t num, den; /* in lowest terms, den above 0; 0: it is big */
};

struct big {
	struct rat head; /* den is 0 */
	mpq_t q;         /* in lowest terms; limbs in the arena */
};

static const int64_t TENS[DECIMALS_MAX + 1] = {1, 10, 100, 1000, 10000, 100000,
	1000000, 10000000, 100000000, 1000000000, 10000000000, 100000000000,
	1000000000000, 10000000000000, 100000000000000, 1000000000000000,
	10000000000000000, 100000000000000000, 1000000000000000000};

static bool is_small(const struct rat *x)
{
	return x->den != 0;
}

static bool fits(wide x)
{
	return x >= -INT64_MAX && x <= INT64_MAX;
}

static uint64_t size_of(int64_t x)
{
	return x < 0 ? -(uint64_t)x : (uint64_t)x;
}

/* Both may be 0. */
static uint64_t common(uint64_t x, uint64_t y)
{
	while (y) {
		uint64_t rest = x % y;

		x = y;
		y = rest;
	}
	return x;
}

/* In lowest terms already, den above 0. */
static const struct rat *keep_small(struct arena *a, int64_t num, int64_t den)
{
	struct rat *r = ARENA_NEW(a, struct rat);

	assert(den > 0);
	*r = (struct rat){num, den};
	return r;
}

static mpq_srcptr big_of(const struct rat *x)
{
	return ((const struct big *)(const void *)x)->q;
}

/* Makes to a read-only copy of from with its limbs in the arena. */
static void keep_int(struct arena *a, mpz_ptr to, mpz_srcptr from)
{
	size_t n = mpz_size(from);
	mp_limb_t *limbs = ARENA_ARRAY(a, mp_limb_t, n ? n : 1);

	if (n)
		memcpy(limbs, mpz_limbs_read(from), n * sizeof *limbs);
	mpz_roinit_n(
		to, limbs, mpz_sgn(from) < 0 ? -(mp_size_t)n : (mp_size_t)n);
}

/* The value of q as a rat; q is cleared. */
static const struct rat *keep(struct arena *a, mpq_ptr q)
{
	mpz_srcptr num = mpq_numref(q), den = mpq_denref(q);
	struct big *r;

	if (mpz_fits_slong_p(num) && mpz_fits_slong_p(den) &&
		fits(mpz_get_si(num))) {
		int64_t n = mpz_get_si(num), d = mpz_get_si(den);

		mpq_clear(q);
		return keep_small(a, n, d);
	}
	r = ARENA_NEW(a, struct big);
	keep_int(a, mpq_numref(r->q), num);
	keep_int(a, mpq_denref(r->q), den);
	mpq_clear(q);
	return &r->head;
}

/* q becomes the value of x, to be cleared. */
static void load(mpq_ptr q, const struct rat *x)
{
	mpq_init(q);
	if (!is_small(x)) {
		mpq_set(q, big_of(x));
		return;
	}
	mpz_set_si(mpq_numref(q), x->num);
	mpz_set_si(mpq_denref(q), x->den);
}

static const struct rat *reduce(struct arena *a, long num, long den)
{
	uint64_t n = size_of(num), d = size_of(den), g = common(n, d);
	mpq_t q;

	assert(d);
	n /= g;
	d /= g;
	if (fits((wide)n) && fits((wide)d))
		return keep_small(a,
			(num < 0) != (den < 0) ? -(int64_t)n : (int64_t)n,
			(int64_t)d);
	mpq_init(q);
	mpz_set_si(mpq_numref(q), num);
	mpz_set_si(mpq_denref(q), den);
	mpq_canonicalize(q);
	return keep(a, q);
}

const struct rat *rat_of(struct arena *a, long num, long den)
{
	/* Most that are asked for. */
	static const struct rat ZERO = {0, 1}, ONE = {1, 1};

	if (den == 1 && (num == 0 || num == 1))
		return num ? &ONE : &ZERO;
	return reduce(a, num, den);
}

const struct rat *rat_of_decimal(struct arena *a, struct decimal d)
{
	assert(d.scale >= 0 && d.scale <= DECIMAL_DIGITS);
	return rat_of(a, d.coef, TENS[d.scale]);
}

static const struct rat *apply(struct arena *a,
	void (*op)(mpq_ptr, mpq_srcptr, mpq_srcptr), const struct rat *x,
	const struct rat *y)
{
	mpq_t p, q;

	load(p, x);
	load(q, y);
	op(p, p, q);
	mpq_clear(q);
	return keep(a, p);
}

/* x + sign * y.  With the denominators' common part g, the sum of the cross
 * products can only be shortened by what it has in common with g. */
static const struct rat *add(
	struct arena *a, const struct rat *x, const struct rat *y, int sign)
{
	int64_t g, h;
	wide num, den;

	assert(sign == 1 || sign == -1);
	if (is_small(x) && is_small(y)) {
		g = (int64_t)common((uint64_t)x->den, (uint64_t)y->den);
		num = (wide)x->num * (y->den / g) +
		      (wide)(sign * y->num) * (x->den / g);
		h = (int64_t)(num % g);
		h = (int64_t)common(size_of(h), (uint64_t)g);
		num /= h;
		den = (wide)(x->den / g) * (y->den / h);
		if (fits(num) && fits(den))
			return keep_small(a, (int64_t)num, (int64_t)den);
	}
	return apply(a, sign > 0 ? mpq_add : mpq_sub, x, y);
}

const struct rat *rat_add(
	struct arena *a, const struct rat *x, const struct rat *y)
{
	return add(a, x, y, 1);
}

const struct rat *rat_sub(
	struct arena *a, const struct rat *x, const struct rat *y)
{
	return add(a, x, y, -1);
}

/* n/d * p/q, both in lowest terms: only crosswise is there something to
 * shorten.  NULL: it does not fit. */
static const struct rat *multiply(
	struct arena *a, int64_t n, int64_t d, int64_t p, int64_t q)
{
	int64_t g = (int64_t)common(size_of(n), (uint64_t)q);
	int64_t h = (int64_t)common(size_of(p), (uint64_t)d);
	wide num = (wide)(n / g) * (p / h), den = (wide)(d / h) * (q / g);

	assert(d > 0 && q > 0);
	return fits(num) && fits(den)
		       ? keep_small(a, (int64_t)num, (int64_t)den)
		       : NULL;
}

const struct rat *rat_mul(
	struct arena *a, const struct rat *x, const struct rat *y)
{
	const struct rat *r = NULL;

	if (y->num == 1 && y->den == 1)
		return x;
	if (is_small(x) && is_small(y))
		r = multiply(a, x->num, x->den, y->num, y->den);
	return r ? r : apply(a, mpq_mul, x, y);
}

const struct rat *rat_div(
	struct arena *a, const struct rat *x, const struct rat *y)
{
	const struct rat *r = NULL;

	assert(rat_sign(y) != 0);
	if (is_small(x) && is_small(y))
		r = multiply(a, x->num, x->den, y->num < 0 ? -y->den : y->den,
			(int64_t)size_of(y->num));
	return r ? r : apply(a, mpq_div, x, y);
}

int rat_cmp(const struct rat *x, const struct rat *y)
{
	mpq_t p, q;
	int c;

	if (is_small(x) && is_small(y)) {
		wide l = (wide)x->num * y->den, r = (wide)y->num * x->den;

		return (l > r) - (l < r);
	}
	load(p, x);
	load(q, y);
	c = mpq_cmp(p, q);
	mpq_clear(p);
	mpq_clear(q);
	return (c > 0) - (c < 0);
}

int rat_sign(const struct rat *x)
{
	return is_small(x) ? (x->num > 0) - (x->num < 0) : mpq_sgn(big_of(x));
}

const struct rat *rat_clamp(
	const struct rat *x, const struct rat *low, const struct rat *high)
{
	assert(rat_cmp(low, high) <= 0);
	if (rat_cmp(x, low) < 0)
		return low;
	return rat_cmp(x, high) > 0 ? high : x;
}

/* |x| * 10^decimals as a whole number, half up: at most 2^63 * 10^18. */
static uwide scale_small(const struct rat *x, int decimals)
{
	assert(x->den > 0 && decimals <= DECIMALS_MAX);
	uwide twice = (uwide)size_of(x->num) * (uint64_t)TENS[decimals] * 2;

	return (twice + (uint64_t)x->den) / ((uwide)x->den * 2);
}

/* Sets z to x * 10^decimals as a whole number, half away from zero. */
static void scale_big(mpz_ptr z, mpq_srcptr x, int decimals)
{
	mpz_t twice;

	mpz_init(twice);
	mpz_ui_pow_ui(z, 10, (unsigned long)decimals);
	mpz_mul(z, z, mpq_numref(x));
	mpz_mul_2exp(z, z, 1);
	if (mpz_sgn(z) < 0)
		mpz_sub(z, z, mpq_denref(x));
	else
		mpz_add(z, z, mpq_denref(x));
	mpz_mul_2exp(twice, mpq_denref(x), 1);
	mpz_tdiv_q(z, z, twice);
	mpz_clear(twice);
}

const struct rat *rat_round(struct arena *a, const struct rat *x, int decimals)
{
	mpq_t p, q;

	assert(decimals >= 0 && decimals <= DECIMALS_MAX);
	if (is_small(x)) {
		uwide n = scale_small(x, decimals);

		if (n <= INT64_MAX)
			return rat_of(a, x->num < 0 ? -(long)n : (long)n,
				TENS[decimals]);
	}
	load(p, x);
	mpq_init(q);
	scale_big(mpq_numref(q), p, decimals);
	mpq_clear(p);
	mpz_ui_pow_ui(mpq_denref(q), 10, (unsigned long)decimals);
	mpq_canonicalize(q);
	return keep(a, q);
}

/* Digits of a whole number that stands for so many decimals. */
static void add_digits(struct buf *b, struct str digits, int decimals)
{
	size_t whole =
		digits.n > (size_t)decimals ? digits.n - (size_t)decimals : 0;

	buf_add(b, whole ? str_sub(digits, 0, whole) : STR("0"));
	if (!decimals)
		return;
	buf_addc(b, '.');
	buf_add_times(b, '0', (size_t)decimals - (digits.n - whole));
	buf_add(b, str_sub(digits, whole, digits.n));
}

static void print_small(struct buf *b, const struct rat *x, int decimals)
{
	assert(decimals >= 0 && decimals <= DECIMALS_MAX);
	uwide n = scale_small(x, decimals);
	char digits[DIGITS_MAX];
	size_t at = sizeof digits;

	if (n && x->num < 0)
		buf_addc(b, '-');
	do {
		digits[--at] = (char)('0' + (int)(n % 10));
		n /= 10;
	} while (n);
	add_digits(b, (struct str){digits + at, sizeof digits - at}, decimals);
}

void rat_print(struct buf *b, const struct rat *x, int decimals)
{
	mpz_t z;
	char *digits;

	assert(decimals >= 0 && decimals <= DECIMALS_MAX);
	if (is_small(x)) {
		print_small(b, x, decimals);
		return;
	}
	mpz_init(z);
	scale_big(z, big_of(x), decimals);
	if (mpz_sgn(z) < 0)
		buf_addc(b, '-');
	mpz_abs(z, z);
	digits = xmalloc(mpz_sizeinbase(z, 10) + 2);
	mpz_get_str(digits, 10, z);
	mpz_clear(z);
	add_digits(b, str_of(digits), decimals);
	free(digits);
}

void rat_print_short(struct buf *b, const struct rat *x, int decimals)
{
	size_t from = b->n, n;

	rat_print(b, x, decimals);
	if (!decimals || b->over)
		return;
	n = b->n;
	while (n > from && b->p[n - 1] == '0')
		n--;
	if (n > from && b->p[n - 1] == '.')
		n--;
	buf_cut(b, n);
}

const char *rat_text(struct arena *a, const struct rat *x, int decimals)
{
	enum { TEXT_BYTES = 64 * 1024 };
	struct buf b;
	const char *text;

	buf_init(&b, TEXT_BYTES);
	rat_print(&b, x, decimals);
	text = arena_text(a, buf_str(&b));
	buf_release(&b);
	return text;
}
