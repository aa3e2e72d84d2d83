/*
 * Exact fractions on GMP.  The limbs of a result are copied into the arena
 * and wrapped read-only (mpz_roinit_n), so a rat never changes and nothing
 * is left to free.
 */
#include "rat.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include <gmp.h>

#include "xalloc.h"

enum { DECIMALS_MAX = 18 };

struct rat {
	mpq_t q; /* in lowest terms; limbs in the arena */
};

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
	struct rat *r = ARENA_NEW(a, struct rat);

	keep_int(a, mpq_numref(r->q), mpq_numref(q));
	keep_int(a, mpq_denref(r->q), mpq_denref(q));
	mpq_clear(q);
	return r;
}

const struct rat *rat_of(struct arena *a, long num, long den)
{
	mpq_t q;

	assert(den != 0);
	mpq_init(q);
	mpz_set_si(mpq_numref(q), num);
	mpz_set_si(mpq_denref(q), den);
	mpq_canonicalize(q);
	return keep(a, q);
}

const struct rat *rat_of_decimal(struct arena *a, struct decimal d)
{
	mpq_t q;

	assert(d.scale >= 0 && d.scale <= DECIMAL_DIGITS);
	mpq_init(q);
	mpz_set_si(mpq_numref(q), d.coef);
	mpz_ui_pow_ui(mpq_denref(q), 10, (unsigned long)d.scale);
	mpq_canonicalize(q);
	return keep(a, q);
}

static const struct rat *apply(struct arena *a,
	void (*op)(mpq_ptr, mpq_srcptr, mpq_srcptr), const struct rat *x,
	const struct rat *y)
{
	mpq_t q;

	mpq_init(q);
	op(q, x->q, y->q);
	return keep(a, q);
}

const struct rat *rat_add(
	struct arena *a, const struct rat *x, const struct rat *y)
{
	return apply(a, mpq_add, x, y);
}

const struct rat *rat_sub(
	struct arena *a, const struct rat *x, const struct rat *y)
{
	return apply(a, mpq_sub, x, y);
}

const struct rat *rat_mul(
	struct arena *a, const struct rat *x, const struct rat *y)
{
	return apply(a, mpq_mul, x, y);
}

const struct rat *rat_div(
	struct arena *a, const struct rat *x, const struct rat *y)
{
	assert(rat_sign(y) != 0);
	return apply(a, mpq_div, x, y);
}

int rat_cmp(const struct rat *x, const struct rat *y)
{
	int c = mpq_cmp(x->q, y->q);

	return (c > 0) - (c < 0);
}

int rat_sign(const struct rat *x)
{
	return mpq_sgn(x->q);
}

const struct rat *rat_clamp(
	const struct rat *x, const struct rat *low, const struct rat *high)
{
	assert(rat_cmp(low, high) <= 0);
	if (rat_cmp(x, low) < 0)
		return low;
	return rat_cmp(x, high) > 0 ? high : x;
}

/* Sets z to x * 10^decimals as a whole number, half away from zero. */
static void scale(mpz_ptr z, const struct rat *x, int decimals)
{
	mpz_t twice;

	assert(decimals >= 0 && decimals <= DECIMALS_MAX);
	mpz_init(twice);
	mpz_ui_pow_ui(z, 10, (unsigned long)decimals);
	mpz_mul(z, z, mpq_numref(x->q));
	mpz_mul_2exp(z, z, 1);
	if (mpz_sgn(z) < 0)
		mpz_sub(z, z, mpq_denref(x->q));
	else
		mpz_add(z, z, mpq_denref(x->q));
	mpz_mul_2exp(twice, mpq_denref(x->q), 1);
	mpz_tdiv_q(z, z, twice);
	mpz_clear(twice);
}

const struct rat *rat_round(struct arena *a, const struct rat *x, int decimals)
{
	mpq_t q;

	mpq_init(q);
	scale(mpq_numref(q), x, decimals);
	mpz_ui_pow_ui(mpq_denref(q), 10, (unsigned long)decimals);
	mpq_canonicalize(q);
	return keep(a, q);
}

void rat_print(struct buf *b, const struct rat *x, int decimals)
{
	mpz_t z;
	size_t n, whole;
	char *digits;

	mpz_init(z);
	scale(z, x, decimals);
	if (mpz_sgn(z) < 0)
		buf_addc(b, '-');
	mpz_abs(z, z);
	digits = xmalloc(mpz_sizeinbase(z, 10) + 2);
	mpz_get_str(digits, 10, z);
	mpz_clear(z);
	n = strlen(digits);
	whole = n > (size_t)decimals ? n - (size_t)decimals : 0;
	buf_add(b, whole ? (struct str){digits, whole} : STR("0"));
	if (decimals) {
		buf_addc(b, '.');
		buf_add_times(b, '0', (size_t)decimals - (n - whole));
		buf_add(b, (struct str){digits + whole, n - whole});
	}
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
