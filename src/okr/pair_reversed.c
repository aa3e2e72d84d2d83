/*
 * Pairs told backwards: "to 75 % from 45 %", "90 %, up from 70 %".
 */
#include "pair_p.h"

#include "from_p.h"
#include "unit_p.h"

enum { MAX_BETWEEN = 7, MAX_ASIDE = 24 };

/* "(from 45%)", "(up from 45%)" */
static bool opens_with_from(const struct parse *p, size_t i)
{
	if (lex_is(&p->t, i + 1, "up") || lex_is(&p->t, i + 1, "down"))
		i++;
	return from_is(p, i + 1);
}

/* Behind quantity j: the "from" of its baseline, or NO_TOKEN.  up: the words
 * between say that it is one. */
static size_t find_later_from(const struct parse *p, size_t j, bool *up)
{
	const struct token *y = token_at(p, j);
	size_t k = phrase_behind(&p->t, j);

	*up = false;
	for (int words = 0; words < MAX_ASIDE && k < p->t.n; words++, k++) {
		bool opens = token_at(p, k)->kind == TOKEN_OPEN;

		/* "al cierre del a\u00f1o (desde 2M)" */
		if ((from_is(p, k) || from_is_instead(p, k)) &&
			!lex_is(&p->t, k, "between") &&
			pair_led_to(p, k + 1) != NO_TOKEN) {
			/* "25 sponsors at Silver, from 16" */
			*up = *up || token_is(p, k - 1, TOKEN_COMMA) ||
			      from_is_instead(p, k);
			return words < MAX_BETWEEN || *up ? k : NO_TOKEN;
		}
		*up = *up || lex_is(&p->t, k, "up") ||
		      lex_is(&p->t, k, "down") || opens;
		if (opens && !opens_with_from(p, k))
			return NO_TOKEN;
		/* "80% within 3 days (from 52%)" */
		if (token_at(p, k)->kind == TOKEN_QUANTITY &&
			!pair_is_like(token_at(p, k)->q, y->q))
			continue;
		if (token_at(p, k)->kind == TOKEN_STOP ||
			token_at(p, k)->kind == TOKEN_QUANTITY)
			return NO_TOKEN;
	}
	return NO_TOKEN;
}

/* May i, behind "from", be the baseline of j? */
static bool are_reversed(const struct parse *p, size_t i, size_t j, bool up)
{
	const struct token *x = token_at(p, i), *y = token_at(p, j);
	size_t k = pair_connector(p, i, NULL);

	/* "(reduce failures from 30% to 10%)" is about something else. */
	if (k != NO_TOKEN && pair_led_to(p, k + 1) != NO_TOKEN)
		return false;
	if (x->q == y->q || !pair_is_like(x->q, y->q) ||
		(y->flags | x->flags) & TOKEN_HYPHEN)
		return false;
	if (up || p->change)
		return true;
	/* "Collect 20 testimonials from 5" counts two things. */
	if (strcmp(x->q->unit, y->q->unit) != 0 &&
		!(unit_find(str_of(x->q->unit)) &&
			unit_find(str_of(y->q->unit))))
		return false;
	return *x->q->unit != 0;
}

/* Does "up to" or "down to" stand in front? */
static bool is_up_to(const struct parse *p, size_t j)
{
	enum comparator c;
	size_t edge = token_edge(p, j, &c);

	if (lex_is(&p->t, edge, "up"))
		return true;
	return edge > 1 && lex_is(&p->t, edge - 1, "to") &&
	       (lex_is(&p->t, edge - 2, "up") ||
		       lex_is(&p->t, edge - 2, "down"));
}

/* "Rating to 4.2 from 3.7": two bare numbers, and no verb. */
static bool is_bare_pair(const struct parse *p, size_t i, size_t j)
{
	/* "To 60 from 35 leads": the whole begins so */
	bool begins = j == 1 && !*token_at(p, j)->q->unit;

	return p->verb == NO_TOKEN && (begins || !*token_at(p, i)->q->unit) &&
	       token_at(p, i)->flags & TOKEN_NUMBER &&
	       token_at(p, j)->flags & TOKEN_NUMBER;
}

/* "to 75 % from 45 %", "90 %, up from 70 %". */
bool pair_try_reversed(struct parse *p, size_t j)
{
	struct token *y = &p->t.v[j];
	enum comparator c;
	bool up;
	size_t k, i, before;

	if (y->kind != TOKEN_QUANTITY || y->depth)
		return false;
	k = find_later_from(p, j, &up);
	i = k == NO_TOKEN ? NO_TOKEN : pair_led_to(p, k + 1);
	if (i == NO_TOKEN)
		return false;
	before = token_before(p, j, &c);
	/* "go up to 16 from 10.5" */
	up = up || is_up_to(p, j) ||
	     (before != NO_TOKEN && lex_is(&p->t, before, "to") &&
		     (*y->q->unit || is_bare_pair(p, i, j)) &&
		     pair_is_like(token_at(p, i)->q, y->q));
	/* "by 20% from 40%", "by 20% from $5k": an amount of change and where
	 * it starts. */
	if (before != NO_TOKEN && lex_is(&p->t, before, "by") && p->change &&
		token_is_share(y) && is_claimable(p, i) &&
		!token_at(p, i)->depth) {
		p->baseline = i;
		return true;
	}
	/* "+1.5 points (from 4.0%)" */
	if (y->flags & TOKEN_SIGNED && token_is_change(y) &&
		is_claimable(p, i) && token_is_share(token_at(p, i))) {
		p->baseline = i;
		return true;
	}
	if (!are_reversed(p, i, j, up))
		return false;
	p->baseline = i;
	if (!up && p->verb == NO_TOKEN && !p->change)
		return true;
	p->pair = true;
	p->target = j;
	p->edge = before == NO_TOKEN            ? 0
		  : from_is_plain_to(p, before) ? before
						: before + 1;
	pair_share_unit(&p->t.v[i], y);
	return true;
}
