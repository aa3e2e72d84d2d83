/*
 * Whether a number could be a value of a key result at all: its unit, its
 * size, and what "6 of 15" or "0.8" is worth.
 */
#include "checkin_fit_p.h"

static const int64_t LIMIT = INT64_C(1000000000000000); /* no overflow below */

const struct quantity *fit_like(const struct say *s)
{
	return s->kr->target ? s->kr->target : s->kr->baseline;
}

bool fit_is_currency(const char *unit)
{
	return strlen(unit) == 3 && unit[0] >= 'A' && unit[0] <= 'Z' &&
	       unit[1] >= 'A' && unit[1] <= 'Z';
}

bool fit_is_percent(const struct quantity *q)
{
	return strcmp(q->unit, "%") == 0;
}

/* "14.5M" has its size, "14.5" for "$18M" may mean anything. */
static bool has_size(const struct quantity *q)
{
	struct str s = str_of(q->text);

	return s.n && (str_is_alpha(s.p[s.n - 1]) || q->value.coef >= 10000);
}

/* A price such as 75, of which nobody says "75 thousand" */
static bool is_small(const struct quantity *to)
{
	static const struct decimal THOUSAND = {1000, 0};

	return decimal_cmp(to->value, THOUSAND) < 0;
}

static bool is_points(const char *unit)
{
	static const char *const WORDS[] = {"points", "point", "pts", "punkte",
		"puntos", "pontos", "punti", "punten"};

	return word_is_one(str_of(unit), WORDS, COUNT_OF(WORDS));
}

static int64_t at_scale(struct decimal d, int scale)
{
	for (; d.scale < scale && d.coef < LIMIT && d.coef > -LIMIT; d.scale++)
		d.coef *= 10;
	return d.coef;
}

/* "90 %" for "from 14 % to 9 %" is something else that has percents. */
static bool is_far_off(const struct say *s, const struct quantity *q)
{
	enum { TINY = 20 };
	const struct quantity *from = s->kr->baseline, *to = s->kr->target;
	int64_t x, low, high;
	int scale;

	if (!from || !to || !from->has_value || !to->has_value ||
		strcmp(from->unit, to->unit) != 0 ||
		strcmp(q->unit, to->unit) != 0)
		return false;
	scale = from->value.scale > to->value.scale ? from->value.scale
						    : to->value.scale;
	scale = q->value.scale > scale ? q->value.scale : scale;
	low = at_scale(from->value, scale);
	high = at_scale(to->value, scale);
	x = at_scale(q->value, scale);
	if (low > high) {
		int64_t swap = low;

		low = high;
		high = swap;
	}
	if (high > LIMIT || low < -LIMIT || x > LIMIT || x < -LIMIT)
		return false;
	/* "\u20ac1.72 a litre" between \u20ac410 and \u20ac350 */
	if (x > 0 && x < low / TINY)
		return true;
	return (x > high + 10 * (high - low) && x > 2 * high) ||
	       x < low - 10 * (high - low) - high;
}

/* Is the key result a share, though its target has no sign of it? */
static bool is_share(const struct key_result *kr)
{
	static const char *const WORDS[] = {
		"%", "rate", "share", "percent", "quote", "taux", "tasa"};

	return text_has_one(str_of(kr->text), WORDS, COUNT_OF(WORDS));
}

/* "$191k" where the target is "$170k per month" */
static bool is_rate_of(const struct quantity *to, const struct quantity *q)
{
	struct str unit = str_of(to->unit);
	size_t slash = str_find_char(unit, '/');

	return slash != STR_NONE && slash > 0 &&
	       str_eq(str_sub(unit, 0, slash), str_of(q->unit));
}

const struct quantity *fit_unit(const struct say *s, const struct quantity *q)
{
	const struct quantity *to = fit_like(s);

	bool bare = !q->unit[0] &&
		    (fit_is_currency(to->unit) || fit_is_percent(to));

	return bare || is_rate_of(to, q) ? fit_copy(s->a, q, to->unit) : q;
}

/* The "picks" of "112 picks/h". */
static struct str noun_of(const struct quantity *q)
{
	struct str unit = str_of(q->unit);

	return str_sub(unit, 0, str_find_char(unit, '/'));
}

/* May the number be a value of what the target counts? */
bool fit_value(const struct say *s, const struct quantity *q)
{
	const struct quantity *to = fit_like(s);

	if (!to || !to->has_value)
		return false;
	if ((!quantity_is_like(to, q) && !is_rate_of(to, q)) ||
		is_far_off(s, q))
		return false;
	if (fit_is_percent(q) && !to->unit[0])
		return is_share(s->kr);
	if (q->value.coef < 0 && to->value.coef >= 0 &&
		(!s->kr->baseline || s->kr->baseline->value.coef >= 0))
		return false;
	if (!q->unit[0])
		return !fit_is_currency(to->unit) || has_size(q) ||
		       is_small(to);
	/* a noun of its own: "3 offers" are no hires */
	return to->unit[0] || names_have(s->names, noun_of(q)) ||
	       !str_is_alpha(q->unit[0]) || is_points(q->unit);
}

struct quantity *fit_copy(
	struct arena *a, const struct quantity *q, const char *unit)
{
	struct quantity *c = ARENA_NEW(a, struct quantity);

	*c = *q;
	c->unit = unit;
	return c;
}

/* "18/40" for a target of 40 services are 18 of them. */
const struct quantity *fit_of_target(
	const struct say *s, const struct quantity *q)
{
	const struct quantity *to = s->kr->target;
	struct str of = str_of(q->unit);
	struct decimal all;

	if (!to || !to->has_value || !str_skip_char(&of, '/') ||
		!decimal_take(&of, &all) || str_trim(of).n ||
		decimal_cmp(all, to->value) != 0 || to->unit[0] == '/')
		return q;
	return fit_copy(s->a, q, to->unit);
}

/* "trained", where staff shall be trained */
static bool is_own_deed(const struct say *s, struct str word)
{
	return word.n > 3 &&
	       (names_is_done_verb(s->kr, word) ||
		       (str_iends(word, "ed") && names_have(s->names, word)));
}

const struct quantity *fit_own_noun(
	const struct say *s, const struct quantity *q, size_t next)
{
	const struct quantity *to = s->kr->target;
	bool own = names_have(s->names, str_of(q->unit)) ||
		   is_own_deed(s, str_of(q->unit));

	if (!s->named || !to || !to->has_value || !fit_is_counted(q) ||
		(!own && !is_own_deed(s, say_at(s, next)->text)))
		return q;
	if (to->unit[0] ? fit_is_counted(to) && !quantity_is_like(to, q) : !own)
		return fit_copy(s->a, q, to->unit);
	return q;
}

/* "2x" where the target is "3 times a week" */
static bool is_times(const struct quantity *to, struct str unit)
{
	static const char *const TIMES[] = {"times", "time", "mal", "fois",
		"veces", "vezes", "volte", "keer"};

	return str_iis(unit, "x") && to && to->has_value &&
	       text_begins_one(str_of(to->unit), TIMES, COUNT_OF(TIMES));
}

const struct quantity *fit_short_unit(
	const struct say *s, const struct quantity *q, size_t next)
{
	enum { SHORT = 3 };
	const struct quantity *to = fit_like(s);
	struct str unit = str_of(q->unit), all = str_of(to ? to->unit : "");

	if (is_times(to, unit) && say_at(s, next)->kind != TOKEN_PAST)
		return fit_copy(s->a, q, to->unit);
	if (!unit.n || unit.n > SHORT || all.n <= unit.n ||
		!str_is_alpha(unit.p[0]) || fit_is_currency(q->unit) ||
		quantity_is_like(to, q) ||
		!str_ieq(str_sub(all, 0, unit.n), unit))
		return q;
	return fit_copy(s->a, q, to->unit);
}

const struct quantity *fit_grouping(
	const struct say *s, const struct quantity *q)
{
	const struct quantity *from = s->kr->baseline, *to = s->kr->target;
	struct decimal thousand, tenth;
	struct quantity *c;

	if (!to || !to->has_value || to->value.scale || q->value.scale != 3 ||
		!from || !from->has_value || from->value.scale ||
		!decimal_shift(q->value, 3, &thousand) ||
		!decimal_shift(from->value, -1, &tenth) ||
		decimal_cmp(q->value, tenth) > 0 || tenth.coef < 10)
		return q;
	c = fit_copy(s->a, q, q->unit);
	c->value = thousand;
	return is_far_off(s, c) ? q : c;
}

/* 100 * n / all, where both are whole. */
const struct quantity *fit_share_of(
	struct arena *a, const struct quantity *n, const struct quantity *all)
{
	struct quantity *q;
	int64_t coef;

	if (n->value.scale || all->value.scale || all->value.coef < 1 ||
		n->value.coef < 0 || n->value.coef > all->value.coef ||
		all->value.coef > 1000000)
		return NULL;
	q = fit_copy(a, n, "%");
	coef = n->value.coef * 1000000;
	if (!decimal_make((coef + all->value.coef / 2) / all->value.coef, 4,
		    &q->value))
		return NULL;
	return q;
}

/* The 40 of "12/40" and "12 of 40 reports", read as one quantity. */
static const struct quantity *all_of(struct arena *a, const struct quantity *q)
{
	struct str of = str_of(q->unit), text = str_of(q->text);
	struct quantity *all;
	size_t at;
	int n;

	if (!str_skip_char(&of, '/')) {
		at = str_ifind(text, STR(" of "));
		if (at == STR_NONE)
			return NULL;
		of = str_trim_left(str_sub(text, at + 4, text.n));
		if (!str_iskip(&of, "the "))
			str_iskip(&of, "our ");
	}
	all = fit_copy(a, q, "");
	if (quantity_take_word(&of, &n)) { /* "six of eight" */
		all->value = (struct decimal){n, 0};
		return all;
	}
	return decimal_take(&of, &all->value) ? all : NULL;
}

size_t fit_take_part(struct arena *a, const struct tokens *t, size_t i,
	size_t to, const struct quantity **all)
{
	enum { WORDS = 1 << TOKEN_WORD | 1 << TOKEN_NEAR, MOST = 3 };
	size_t k = i + 1;

	*all = all_of(a, t->v[i].q);
	/* "140 agents trained out of 200" */
	while (k < to && k < i + MOST && t->v[k].kind == TOKEN_WORD)
		k++;
	if (*all || k >= to || t->v[k].kind != TOKEN_OF)
		return i + 1;
	for (i = k++; k < to && k <= i + MOST && kind_is(t->v[k].kind, WORDS);)
		k++;
	if (k >= to || t->v[k].kind != TOKEN_NUMBER)
		return i + 1;
	*all = t->v[k].q;
	return k + 1;
}

bool fit_is_same(const struct quantity *x, const struct quantity *y)
{
	return x && y && x->has_value && y->has_value &&
	       decimal_cmp(x->value, y->value) == 0;
}

/* "0.8" where dozens are counted: how much of it is reached. */
bool fit_is_grade(const struct say *s, const struct quantity *q)
{
	static const struct decimal ONE = {1, 0}, TWO = {2, 0};
	const struct quantity *from = s->kr->baseline, *to = s->kr->target;

	if (q->unit[0] || !strpbrk(q->text, ".,") || q->value.coef < 0 ||
		decimal_cmp(q->value, ONE) > 0)
		return false;
	if (!to || !to->has_value)
		return true;
	return decimal_cmp(to->value, TWO) > 0 &&
	       (!from || !from->has_value || !from->value.coef ||
		       decimal_cmp(from->value, TWO) > 0);
}

bool fit_is_counted(const struct quantity *q)
{
	return str_is_alpha(q->unit[0]) && quantity_is_count(q) &&
	       !fit_is_currency(q->unit) && !is_points(q->unit);
}

/* Is it less than that part of the lower of baseline and target? */
static bool is_below(const struct say *s, const struct quantity *q, int part)
{
	enum { SCALE = 4 }; /* more decimals are told of nothing one counts */
	const struct quantity *from = s->kr->baseline, *to = s->kr->target;
	int64_t x, low;

	low = at_scale(from->value, SCALE);
	x = at_scale(to->value, SCALE);
	low = x < low ? x : low;
	x = at_scale(q->value, SCALE);
	return low >= LIMIT || x < low / part;
}

static bool has_both(const struct key_result *kr)
{
	return kr->baseline && kr->baseline->has_value &&
	       kr->baseline->value.coef > 0 && kr->target &&
	       kr->target->has_value;
}

/* "15 subscribers" may be the week's; where 120 are to become 400, 131 are
 * all there are. */
bool fit_is_event(const struct say *s, const struct quantity *q)
{
	enum { HALF = 2 };

	if (!fit_is_counted(q))
		return false;
	return !has_both(s->kr) || is_below(s, q, HALF);
}

bool fit_is_day(const struct say *s, const struct quantity *q)
{
	enum { QUARTER = 4 };

	return has_both(s->kr) && is_below(s, q, QUARTER);
}
