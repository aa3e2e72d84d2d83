/*
 * Pairs told in two clauses: "54% in January, 70% in May", "was 38%, should be
 * 50%".
 */
#include "baseline_p.h"
#include "pair_p.h"
#include "from_p.h"

/* "54% in January, 70% in May" */
static bool try_dated(struct parse *p, size_t i)
{
	size_t behind = phrase_behind(&p->t, i);
	size_t k = baseline_skip_when(p, behind), j;

	if (!is_claimable(p, i) || k == behind)
		return false;
	if (token_is(p, k, TOKEN_COMMA) || token_is(p, k, TOKEN_ARROW) ||
		from_is_plain_to(p, k))
		k++;
	j = k;
	behind = phrase_behind(&p->t, j);
	if (!is_claimable(p, j) || baseline_skip_when(p, behind) == behind ||
		!pair_is_like(token_at(p, i)->q, token_at(p, j)->q) ||
		token_at(p, i)->depth != token_at(p, j)->depth)
		return false;
	/* "1.8% by June, 2.6% now": where it stands comes last. */
	if (baseline_is_past(p, behind)) {
		pair_take(p, j, i);
		p->edge = i;
	} else {
		pair_take(p, i, j);
	}
	return true;
}

/* "was at about 38%": does a word of being lead to quantity i? */
static bool is_said(const struct parse *p, size_t i)
{
	static const char *const BEING[] = {"was", "is", "were", "are", "been",
		"stands", "stood", "sits", "averaged", "averages", NULL};
	static const char *const LINKS[] = {"at", "only", "around", "about",
		"currently", "now", "roughly", "still", "just", "nearly", "on",
		NULL};

	for (int words = 0; i > 0 && words < 3; i--, words++) {
		if (lex_is_any(&p->t, i - 1, BEING))
			return true;
		if (!lex_is_any(&p->t, i - 1, LINKS) &&
			!token_is(p, i - 1, TOKEN_SOFT))
			break;
	}
	return false;
}

/* The quantity that "should be", "needs to drop to" leads to from token i on,
 * or NO_TOKEN. */
static size_t find_owed(const struct parse *p, size_t i)
{
	static const char *const SUBJECTS[] = {"it", "we", "this", "they",
		"and", "but", "that", "yet", "which", "now", NULL};
	static const char *const OWED[] = {"should", "must", "shall", "needs",
		"need", "has", "have", "ought", "want", "wants", NULL};
	enum { MOST = 7 };

	while (lex_is_any(&p->t, i, SUBJECTS))
		i++;
	if (!lex_is_any(&p->t, i, OWED))
		return NO_TOKEN;
	for (size_t k = i + 1; k < i + MOST; k++) {
		if (is_claimable(p, k))
			return k;
		if (!token_is(p, k, TOKEN_WORD) &&
			!token_is(p, k, TOKEN_SOFT) &&
			!token_is(p, k, TOKEN_COMPARE))
			break;
	}
	return NO_TOKEN;
}

/* "was 38%, should be 50%" */
static bool try_owed(struct parse *p, size_t i)
{
	size_t k = phrase_behind(&p->t, i), j;

	if (!is_claimable(p, i) || !is_said(p, i))
		return false;
	k = baseline_skip_when(p, k);
	if (token_is(p, k, TOKEN_COMMA) || token_is(p, k, TOKEN_STOP) ||
		token_is(p, k, TOKEN_DASH))
		k++;
	j = find_owed(p, k);
	if (j == NO_TOKEN ||
		!pair_is_like(token_at(p, i)->q, token_at(p, j)->q) ||
		token_at(p, i)->depth != token_at(p, j)->depth)
		return false;
	pair_take(p, i, j);
	return true;
}

/* "the price of a refill ($6.20) to $4.90" */
static bool try_inset(struct parse *p, size_t i)
{
	size_t k = phrase_behind(&p->t, i), j = k + 2, bound;
	enum comparator c;

	if (!is_claimable(p, i) || token_at(p, i)->depth != 1 || !i ||
		!token_is(p, i - 1, TOKEN_OPEN) || !token_is(p, k, TOKEN_CLOSE))
		return false;
	bound = phrase_comparator(&p->t, k + 1, &c);
	if (bound)
		j = k + 1 + bound;
	else if (!from_is_plain_to(p, k + 1) &&
		 !token_is(p, k + 1, TOKEN_ARROW))
		return false;
	j += token_is(p, j, TOKEN_COMPARE);
	if (!is_claimable(p, j) || token_at(p, j)->depth ||
		!pair_is_like(token_at(p, i)->q, token_at(p, j)->q))
		return false;
	/* "from 60 (45) to 80" */
	for (k = 0; k < i; k++)
		if (is_claimable(p, k))
			return false;
	pair_take(p, i, j);
	return true;
}

bool pair_try_told(struct parse *p, size_t i)
{
	if (try_inset(p, i))
		return true;
	return !token_at(p, i)->depth && (try_dated(p, i) || try_owed(p, i));
}
