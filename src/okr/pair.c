/*
 * Pairs: the two quantities of "from X to Y".
 */
#include "pair_p.h"
#include "baseline_p.h"
#include "from_p.h"
#include "amount_p.h"
#include "attr.h"
#include "ending_p.h"
#include "sentence_p.h"
#include "unit_p.h"

enum { MAX_BETWEEN = 7, MAX_LEAD = 6 };

/* The token behind the parenthesis that opens at i. */
static size_t skip_parenthesis(const struct parse *p, size_t i)
{
	int depth = token_at(p, i)->depth;

	for (i++; i < p->t.n; i++)
		if (p->t.v[i].kind == TOKEN_CLOSE && p->t.v[i].depth <= depth)
			return i + 1;
	return p->t.n;
}

/* Between "to" and its quantity. */
static const char *const MODIFIERS[] = {"a", "an", "the", "target", "goal",
	"of", "new", "level", "rank", "position", "place", "platz", "puesto",
	"la", "le", "el", "posici\u00f3n", "posi\u00e7\u00e3o", "score", "rate",
	"average", "median", "total", "value", "all", "our", "new", "stretch",
	"every", "een", "einen", "einem", "eine", "un", "une", "una", "uno",
	"et", "ett", "um", "uma", "\u092c\u0922\u093c\u093e\u0915\u0930",
	"\u092c\u0922\u093c\u093e\u0915\u0930",
	"\u0918\u091f\u093e\u0915\u0930", "\u0915\u092e",
	"\u0915\u0930\u0915\u0947", "\u092c\u0922\u093c\u0915\u0930",
	"\u092c\u0922\u093c\u0915\u0930", /* a month, a week */
	"\u6708", "\u9031", "\u5e74", "\u65e5", "\u6708\u306b", "\u9031\u306b",
	"\u5e74\u306b", "\u65e5\u306b", "\u6bce\u6708", "\u6bce\u9031",
	"\u6bce\u65e5", "\u6bce\u5e74", "\u6708\u9593", "\u9031\u9593",
	"\u5e74\u9593", "\u6bcf\u6708", "\u6bcf\u5468", "\u6bcf\u5929",
	"\u6bcf\u5e74", "\u6bcf\u9031", "\uc6d4", "\uc8fc", "\ub9e4\uc6d4",
	"\ub9e4\uc8fc", "\ub9e4\uc77c", NULL};

size_t pair_led_to(const struct parse *p, size_t i)
{
	static const char *const ARTICLES[] = {"a", "an", NULL};
	static const char *const ELSEWHERE[] = {"with", "in", "for", "on",
		"across", "at", "and", "or", "by", "from", "within", "via",
		"that", "per", "than", "team", NULL};
	enum comparator c;
	int free_words = 0; /* "to a consistent 99.9%" */

	for (int words = 0; words < MAX_LEAD && i < p->t.n; words++) {
		size_t n;

		if (token_at(p, i)->kind == TOKEN_QUANTITY)
			return i;
		n = phrase_comparator(&p->t, i, &c);
		if (n) {
			i += n;
			continue;
		}
		if (lex_is_any(&p->t, i, ARTICLES))
			free_words = 2;
		else if (token_at(p, i)->kind != TOKEN_SOFT &&
			 !phrase_is_soft(&p->t, i) &&
			 !lex_is_any(&p->t, i, MODIFIERS) &&
			 (token_at(p, i)->kind != TOKEN_WORD ||
				 lex_is_any(&p->t, i, ELSEWHERE) ||
				 free_words-- <= 0))
			break;
		i++;
	}
	return NO_TOKEN;
}

size_t pair_connector(
	const struct parse *p, size_t i, const struct family *family)
{
	/* "40 al mes a 15 al mes": not the one of the rate */
	size_t k = phrase_behind(&p->t, i);

	for (int words = 0; words < MAX_BETWEEN && k < p->t.n; words++) {
		const struct token *x = token_at(p, k);

		if (from_is_to(p, k, family))
			return k;
		if (x->kind == TOKEN_OPEN) {
			k = skip_parenthesis(p, k);
			continue;
		}
		if (x->kind != TOKEN_WORD && x->kind != TOKEN_NAME &&
			x->kind != TOKEN_COMMA && x->kind != TOKEN_SOFT &&
			!(x->kind == TOKEN_QUANTITY && x->flags & TOKEN_HYPHEN))
			break;
		k++;
	}
	return NO_TOKEN;
}

/* Is there a "from" that leads to quantity i?  Its index, or NO_TOKEN. */
static size_t find_from(const struct parse *p, size_t i)
{
	for (size_t k = i; k-- > 0 && i - k <= MAX_LEAD;) {
		const struct token *x = token_at(p, k);

		if (from_is(p, k))
			return k;
		if ((x->kind != TOKEN_WORD && x->kind != TOKEN_COMPARE &&
			    x->kind != TOKEN_SOFT && x->kind != TOKEN_NAME &&
			    x->kind != TOKEN_COLON) ||
			from_is_plain_to(p, k) || lex_is(&p->t, k, "by"))
			break;
	}
	return NO_TOKEN;
}

/* "USD", "USD/month" */
static bool is_rate_of(const char *unit, const char *rate)
{
	size_t n = strlen(unit);

	return n && !strncmp(unit, rate, n) && rate[n] == '/';
}

bool pair_is_like(const struct quantity *x, const struct quantity *y)
{
	return quantity_is_like(x, y) || is_rate_of(x->unit, y->unit);
}

bool pair_descends(const struct token *x, const struct token *y)
{
	struct decimal same;

	if (!x->q->has_value || !y->q->has_value)
		return false;
	/* "1.4 GB to 600 MB" */
	if (!quantity_in_unit(y->q, x->q->unit, &same))
		same = y->q->value;
	return decimal_cmp(x->q->value, same) > 0;
}

/* "500 customers -> 0.6", "40% adoption -> 0.7": a grade, since things have no
 * tenths and a share would say so. */
static bool is_grade(const struct parse *p, size_t i, size_t k, size_t j)
{
	const struct token *x = token_at(p, i), *y = token_at(p, j);

	return token_is(p, k, TOKEN_ARROW) && y->flags & TOKEN_NUMBER &&
	       !*y->q->unit && y->text.n > 2 && y->text.p[1] == '.' &&
	       y->q->has_value && x->q->has_value &&
	       decimal_cmp(y->q->value, (struct decimal){1, 0}) <= 0 &&
	       decimal_cmp(x->q->value, (struct decimal){1, 0}) > 0 &&
	       *x->q->unit && (quantity_is_count(x->q) || k > i + 1);
}

/* "NPS 30 to 40": a measure without a verb, and two bare numbers in the end. */
static bool is_way_of_measure(const struct parse *p, size_t i, size_t j)
{
	static const char *const WHEN[] = {
		"by", "in", "until", "before", "within", "this", "at", NULL};
	const struct token *x = token_at(p, i), *y = token_at(p, j);

	if (p->verb != NO_TOKEN || !i ||
		!(token_is(p, i - 1, TOKEN_WORD) ||
			token_is(p, i - 1, TOKEN_SOFT) ||
			token_is(p, i - 1, TOKEN_CLOSE)) ||
		*x->q->unit || (*y->q->unit && *y->q->unit != '/'))
		return false;
	j = phrase_behind(&p->t, j);
	return j >= p->t.n || token_is(p, j, TOKEN_OPEN) ||
	       lex_is_any(&p->t, j, WHEN);
}

/* "$1.1M ARR to $1.6M ARR": the same words behind both. */
static bool is_echoed(const struct parse *p, size_t i, size_t k, size_t j)
{
	size_t x = phrase_behind(&p->t, i), y = phrase_behind(&p->t, j);

	if (x == k || k - x > 3)
		return false;
	while (x < k && token_is(p, x, TOKEN_WORD) &&
		token_is(p, y, TOKEN_WORD) &&
		str_ieq(token_at(p, x)->text, token_at(p, y)->text))
		x++, y++;
	return x == k;
}

/* "Increase users 25% to 50,000": so much more, and where that comes to. */
static bool is_growth_to(const struct token *x, const struct token *y)
{
	return !strcmp(x->q->unit, "%") && !*y->q->unit &&
	       y->flags & TOKEN_NUMBER && y->q->has_value &&
	       decimal_cmp(y->q->value, (struct decimal){100, 0}) > 0;
}

/* "8 to 10 interviews" is a range, "72 to 24 hours" a pair. */
static bool is_pair_without_from(
	const struct parse *p, size_t i, size_t k, size_t j)
{
	const struct token *x = token_at(p, i), *y = token_at(p, j);
	enum comparator c;
	size_t before = token_before(p, i, &c);

	if (before != NO_TOKEN && lex_is(&p->t, before, "by"))
		return false;
	if (is_grade(p, i, k, j) || is_growth_to(x, y))
		return false;
	if (token_at(p, k)->kind == TOKEN_ARROW)
		return before == NO_TOKEN ||
		       token_at(p, before)->kind != TOKEN_NAME;
	if (x->flags & (TOKEN_SPAN | TOKEN_HYPHEN) || y->flags & TOKEN_HYPHEN ||
		(before != NO_TOKEN && from_is_plain_to(p, before) &&
			!pair_descends(x, y))) /* "to 5 to 7 days" */
		return false;
	if (is_echoed(p, i, k, j))
		return true;
	/* "6.2 down to 4.0" */
	if (k == phrase_behind(&p->t, i) + 1 &&
		(lex_is(&p->t, k - 1, "down") ||
			(lex_is(&p->t, k - 1, "up") && pair_descends(y, x))))
		return true;
	if (k != phrase_behind(&p->t, i) && k != i + 1)
		return false;
	if (pair_descends(x, y) || from_is_eastern_to(p, k) ||
		(i > 0 && token_at(p, i - 1)->kind == TOKEN_COLON))
		return true;
	/* "Grow 3 markets to 5 offices": each counts something else. */
	if (before != NO_TOKEN && before == p->verb && *x->q->unit)
		return false;
	if (p->change || is_way_of_measure(p, i, j))
		return true;
	return *x->q->unit && *y->q->unit && !strcmp(x->q->unit, y->q->unit) &&
	       (y->flags & TOKEN_NUMBER) == 0;
}

/* "/week", "visits/day" */
static bool is_rate(const struct token *x)
{
	return strchr(x->q->unit, '/') && !unit_is_score(x->q->unit);
}

static bool is_pair(const struct parse *p, size_t i, size_t k, size_t j)
{
	const struct token *x = token_at(p, i), *y = token_at(p, j);
	size_t from = find_from(p, i);

	/* "from 2/week to 3/day" */
	if (x->depth != y->depth ||
		(!pair_is_like(x->q, y->q) &&
			!(from != NO_TOKEN &&
				((is_rate(x) && is_rate(y)) ||
					is_rate_of(y->q->unit, x->q->unit)))))
		return false;
	if (from == NO_TOKEN)
		return is_pair_without_from(p, i, k, j);
	/* "days between milkings 14 -> 12" */
	if (lex_is(&p->t, from, "between"))
		return token_is(p, k, TOKEN_ARROW) && from + 1 < i;
	if ((x->flags & TOKEN_HYPHEN) != (y->flags & TOKEN_HYPHEN))
		return *x->q->unit && *y->q->unit;
	return true;
}

int64_t pair_ratio(struct decimal x, struct decimal y)
{
	int64_t ratio = y.coef;

	if (x.coef <= 0 || x.scale > 6 || y.scale > 6)
		return 0;
	for (int i = y.scale; i < 6; i++)
		if (__builtin_mul_overflow(ratio, INT64_C(10), &ratio))
			return 0;
	for (int i = x.scale; i > 0; i--)
		if (__builtin_mul_overflow(ratio, INT64_C(10), &ratio))
			return 0;
	return ratio / x.coef;
}

/* Numbers of which only the second has a magnitude: "$12 to $18M".  Shared
 * when the bare numbers are near each other, on the verb's side. */
static void share_magnitude(
	struct token *x, struct token *y, enum verb_sense sense)
{
	static const int64_t ONE = 1000000;
	int64_t ratio;

	if (!(y->flags & TOKEN_SCALED) || (x->flags & TOKEN_SCALED) ||
		!x->q->has_value || !y->q->has_value || y->places < 3 ||
		(x->flags & TOKEN_WORDY) ||
		decimal_cmp(x->raw, (struct decimal){1000, 0}) >= 0)
		return;
	ratio = pair_ratio(x->raw, y->raw);
	if (sense == VERB_DOWN ? ratio < ONE && ratio >= ONE / 20
			       : ratio > ONE && ratio <= 20 * ONE)
		amount_scale(x->q, x->raw, y->places);
}

void pair_share_unit(struct token *x, struct token *y)
{
	if (is_rate(x) && is_rate(y)) {
		/* "from once a week to 5 per week" */
		if (*y->q->unit == '/' &&
			str_is(str_sub(str_of(x->q->unit), 0, 2), "x/") &&
			!strcmp(x->q->unit + 1, y->q->unit))
			x->q->unit = y->q->unit;
		return;
	}
	/* "from 38% a year to 25%" */
	if (is_rate_of(y->q->unit, x->q->unit))
		y->q->unit = x->q->unit;
	if (!quantity_is_like(x->q, y->q))
		x->q->unit = y->q->unit;
	else if (!*x->q->unit && *y->q->unit && !unit_is_score(y->q->unit))
		x->q->unit = y->q->unit;
	else if (!*y->q->unit && *x->q->unit && !unit_is_score(x->q->unit))
		y->q->unit = x->q->unit;
}

void pair_take(struct parse *p, size_t i, size_t j)
{
	size_t from = find_from(p, i);
	enum comparator c = CMP_NONE;
	size_t start = token_before(p, i, &c);

	p->pair = true;
	p->baseline = i;
	p->target = j;
	if (c && !p->t.v[i].q->comparator)
		p->t.v[i].q->comparator = c;
	p->edge = from != NO_TOKEN ? from : start == NO_TOKEN ? 0 : start + 1;
	share_magnitude(&p->t.v[i], &p->t.v[j], p->sense);
	pair_share_unit(&p->t.v[i], &p->t.v[j]);
}

/* "100 -> 120 -> 150": j is a step on the way to the last one. */
static size_t last_step(const struct parse *p, size_t i, size_t j)
{
	bool down = pair_descends(token_at(p, i), token_at(p, j));
	size_t next;

	while (token_is(p, phrase_behind(&p->t, j), TOKEN_ARROW)) {
		next = pair_led_to(p, phrase_behind(&p->t, j) + 1);
		if (next == NO_TOKEN || !is_claimable(p, next) ||
			!pair_is_like(
				token_at(p, i)->q, token_at(p, next)->q) ||
			token_at(p, next)->depth != token_at(p, i)->depth ||
			(down && token_at(p, next)->text.p[0] == '0') ||
			(down ? !pair_descends(
					token_at(p, j), token_at(p, next))
			      : !pair_descends(
					token_at(p, next), token_at(p, j))))
			break;
		j = next;
	}
	return j;
}

/* "20'den 30'a": their endings say which is which. */
static bool try_endings(struct parse *p, size_t i)
{
	struct token *x = &p->t.v[i];
	size_t j = phrase_behind(&p->t, i), word = j;
	struct str stem = STR("");

	for (int words = 0; words < 3 && token_is(p, j, TOKEN_WORD); words++)
		j++;
	if (!is_claimable(p, j) || token_at(p, j)->depth != x->depth)
		return false;
	/* "120 f\u0151r\u0151l 200 f\u0151re": the endings of what is counted
	 */
	if (!(x->flags & TOKEN_FROM)) {
		if (word + 1 != j && x->end > x->at + x->text.n)
			word--;
		if (word == i || !ending_is_pair(token_at(p, word)->text,
					 token_at(p, j + 1)->text, &stem))
			return false;
	} else if (word != j && !(token_at(p, j)->flags & TOKEN_TO)) {
		return false;
	}
	if (!pair_is_like(x->q, token_at(p, j)->q) && !stem.n)
		return false;
	pair_take(p, i, j);
	if (stem.n)
		x->q->unit = p->t.v[j].q->unit = arena_text(p->arena, stem);
	return true;
}

/* "from 1.2M to 2M -> 1.6M": where it stands, unless the first two are a
 * range, as in "from 5 to 7 days -> 3 days". */
static bool is_reading(const struct parse *p, size_t i, size_t j, size_t last)
{
	const struct token *x = token_at(p, i), *y = token_at(p, j);
	const struct token *now = token_at(p, last);

	if (!token_is(p, phrase_behind(&p->t, j), TOKEN_ARROW) ||
		!is_claimable(p, last) || !pair_is_like(y->q, now->q) ||
		token_is(p, last + 1, TOKEN_ARROW))
		return false;
	return pair_descends(x, y) || p->sense == VERB_UP ||
	       !pair_descends(x, now);
}

/* "Finish 9 books -> 10", "under 58 (from 66) -> 60", "5 guides -> 3 done": the
 * goal, and where it stands. */
static bool is_told(const struct parse *p, size_t i, size_t k, size_t j)
{
	const struct token *x = token_at(p, i), *y = token_at(p, j);
	enum comparator c, own;
	size_t edge = token_edge(p, i, &c);
	bool told;

	if (!token_is(p, k, TOKEN_ARROW) || x->depth || y->depth ||
		!token_ends_line(p, j, &told))
		return false;
	token_edge(p, j, &own);
	if (told) /* "5 guides -> 3 done" */
		return !own && j == k + 1 && pair_is_like(x->q, y->q) &&
		       !pair_descends(y, x);
	if (c && !own && !strcmp(x->q->unit, y->q->unit))
		return true; /* "at most 4 hours -> 6 hours" */
	if (!(y->flags & TOKEN_NUMBER))
		return false;
	if (c && !own && token_is(p, k - 1, TOKEN_CLOSE))
		return !*x->q->unit || !unit_find(str_of(x->q->unit));
	return (p->sense == VERB_MAKE || p->sense == VERB_REACH) && edge &&
	       edge - 1 == p->verb && *x->q->unit && !c &&
	       (quantity_is_count(x->q) || x->flags & TOKEN_NUMBER ||
		       unit_is_span(str_of(x->q->unit))) &&
	       !token_is_share(x);
}

/* "as of July", "at the end of June" and no more, behind quantity j. */
static bool is_of_day(const struct parse *p, size_t j)
{
	size_t behind = phrase_behind(&p->t, j), end;

	if (lex_is(&p->t, behind, "as") && lex_is(&p->t, behind + 1, "of"))
		return true;
	end = baseline_skip_when(p, behind);
	return end > behind && (end == p->t.n || token_is(p, end, TOKEN_STOP));
}

/* "40 nurses -> 25 trained so far", "to 8,000 members -> 6,350 at the end of
 * June": on the way to a goal that stands before the arrow. */
static bool is_so_far(const struct parse *p, size_t i, size_t k, size_t j)
{
	const struct token *x = token_at(p, i), *y = token_at(p, j);
	enum comparator c, own;
	size_t edge = token_edge(p, i, &c);
	bool aimed, on_way;

	token_edge(p, j, &own);
	if (!token_is(p, k, TOKEN_ARROW) || j != k + 1 || x->depth ||
		y->depth || own || y->flags & TOKEN_SIGNED ||
		!x->q->has_value || !y->q->has_value)
		return false;
	on_way = p->sense == VERB_DOWN ? !pair_descends(x, y)
				       : !pair_descends(y, x);
	aimed = c || (edge && from_is_plain_to(p, edge - 1));
	if (!on_way ||
		(!pair_is_like(x->q, y->q) &&
			!(quantity_is_count(x->q) && quantity_is_count(y->q))))
		return false;
	return baseline_is_so_far(p, j) || (aimed && is_of_day(p, j));
}

/* A pair that begins with quantity i. */
static bool try_pair(struct parse *p, size_t i, int least, int most)
{
	const struct token *x = token_at(p, i);
	size_t from, k, j, last;
	const struct family *family;

	if (x->kind != TOKEN_QUANTITY || x->depth < least || x->depth > most)
		return false;
	if (try_endings(p, i))
		return true;
	from = find_from(p, i);
	family = from_family(p, from);
	k = pair_connector(p, i, family);
	j = k == NO_TOKEN ? NO_TOKEN : pair_led_to(p, k + 1);
	if (j == NO_TOKEN)
		return false;
	if (from == NO_TOKEN && is_told(p, i, k, j)) {
		p->current = j;
		return false;
	}
	if (is_so_far(p, i, k, j) && (from == NO_TOKEN || k == i + 1)) {
		p->current = j;
		if (quantity_is_count(p->t.v[j].q))
			p->t.v[j].q->unit = "";
		return false;
	}
	if (!is_pair(p, i, k, j)) {
		range_mark(p, i, k, j);
		return false;
	}
	/* "from 5 to 7 days to 3 days": the first two are a range. */
	last = from == NO_TOKEN ? NO_TOKEN : pair_connector(p, j, family);
	last = last == NO_TOKEN ? NO_TOKEN : pair_led_to(p, last + 1);
	if (last != NO_TOKEN && is_pair(p, i, k, last) &&
		token_at(p, k)->kind != TOKEN_ARROW &&
		!is_reading(p, i, j, last) &&
		phrase_behind(&p->t, j) + 1 >= last - 1 &&
		pair_connector(p, j, family) == phrase_behind(&p->t, j)) {
		p->t.v[i].q->has_value = false;
		p->t.v[i].q->text = arena_text(
			p->arena, str_sub(p->t.line, x->at, p->t.v[j].end));
		j = last;
	}
	pair_take(p, i, last_step(p, i, j));
	if (last != NO_TOKEN && p->target == j && is_reading(p, i, j, last))
		p->current = last;
	return true;
}

static bool scan(struct parse *p, int least, int most)
{
	for (size_t i = 0; i < p->t.n; i++)
		if (try_pair(p, i, least, most) ||
			(!least && pair_try_told(p, i)))
			return true;
	return false;
}

/* "(from 5 h to 2 h) in 3 regions", but not "(4 h -> 2 h) to reach 20%": what
 * stands behind the pair is no goal. */
static bool is_beside(const struct parse *p, const struct parse *inner)
{
	enum comparator c;
	size_t before = token_before(p, p->target, &c);

	return p->target > inner->target && !from_is_plain_to(p, before);
}

/* A pair in parentheses counts when nothing in front of it says otherwise:
 * "Achieve <1% error rate (from 2.5% to <1%)", but not "Achieve 90% success
 * (reduce failures from 30% to 10%)". */
static void try_inner(struct parse *p)
{
	struct parse inner = *p;
	const struct token *a, *b;

	if (!scan(&inner, 1, 100))
		return;
	find_target(p);
	if (p->target != NO_TOKEN && p->comparator != CMP_BY &&
		!is_beside(p, &inner)) {
		a = token_at(p, p->target);
		b = token_at(&inner, inner.target);
		if (!a->q->has_value || !b->q->has_value ||
			decimal_cmp(a->q->value, b->q->value) != 0 ||
			!pair_is_like(a->q, b->q))
			return;
		p->baseline = inner.baseline;
		p->pair = true;
		return;
	}
	p->comparator = CMP_NONE;
	p->target = inner.target;
	p->baseline = inner.baseline;
	p->edge = inner.edge;
	p->pair = true;
}

void find_pair(struct parse *p)
{
	for (size_t i = 0; i < p->t.n; i++)
		range_mark_between(p, i);
	if (scan(p, 0, 0))
		return;
	for (size_t j = 0; j < p->t.n; j++)
		if (pair_try_reversed(p, j))
			return;
	try_inner(p);
}
