/*
 * Values of the past in clauses of their own: "; 72 signed up in 2024", ", 2023
 * lag er bei 6,8 %", "[Mar: 120, Jun: 205]".
 */
#include "baseline_p.h"
#include <string.h>

#include "pair_p.h"

bool baseline_is_like_earlier(const struct parse *p, size_t i)
{
	for (size_t k = i; k-- > 0;)
		if (is_claimable(p, k) && !token_at(p, k)->depth)
			return pair_is_like(
				token_at(p, i)->q, token_at(p, k)->q);
	return false;
}

/* "are let now" at the end */
static bool is_so_now(const struct parse *p, size_t i)
{
	enum { MOST = 4 };

	for (size_t k = i; k < i + MOST && token_is(p, k, TOKEN_WORD); k++)
		if (baseline_is_now(p, k))
			return k + 1 == p->t.n ||
			       token_is(p, k + 1, TOKEN_STOP);
	return false;
}

/* "78 % after 71 % last season", "90 players; 72 signed up in 2024": of the
 * same kind, and of a time before. */
bool baseline_is_told_past(const struct parse *p, size_t i)
{
	size_t k = phrase_behind(&p->t, i);

	if (p->pair || !is_claimable(p, i) || token_at(p, i)->depth ||
		(i && token_is_versus(p, i - 1)))
		return false;
	if (!baseline_is_past(p, k) &&
		!(token_opens_clause(p, i) &&
			(baseline_is_done_then(p, k) || is_so_now(p, k))))
		return false;
	return baseline_is_like_earlier(p, i);
}

/* "..., 2023 lag er bei 6,8 %", "...; a maggio erano 31", "..., we ended last
 * year with 31": a clause of the past at the end. */
bool baseline_is_past_clause(const struct parse *p, size_t i)
{
	static const char *const WAS[] = {"was", "were", "stood", "averaged",
		"lag", "lagen", "war", "waren", "betrug", "betrugen",
		"\u00e9tait", "\u00e9taient", "\u00e9tions", "era", "eran",
		"eram", "erano", "eravamo", "fue", "fueron", "fu", "furono",
		"foi", "foram", "estaba", "estava", "was", "waren", "l\u00e5g",
		"l\u00e5", "var", "by\u0142o", "by\u0142", "byla", "bylo",
		"byl", "oli", "volt", "\u0431\u044b\u043b\u043e",
		"\u0431\u044b\u043b", "\u0431\u0443\u043b\u043e", NULL};
	static const char *const ENDED[] = {"finished", "ended", "closed",
		"left", "made", "had", "schlossen", "hatten", "termin\u00f3",
		"terminamos", "fini", "chiuso", NULL};
	static const char *const LAST[] = {"last", "previous", "letzte",
		"letztes", "letzten", "vorige", "voriges", "pasado", "pasada",
		"passado", "passada", "dernier", "derni\u00e8re", "scorso",
		"scorsa", NULL};
	enum { MOST = 9 };
	bool was = false, ended = false, last = false, told;
	size_t k = i;

	if (!is_claimable(p, i) || token_at(p, i)->depth ||
		!token_ends_line(p, i, &told) ||
		!baseline_is_like_earlier(p, i))
		return false;
	while (k > 0 && i - k < MOST &&
		(token_is(p, k - 1, TOKEN_WORD) ||
			token_is(p, k - 1, TOKEN_NAME) ||
			token_is(p, k - 1, TOKEN_SOFT))) {
		k--;
		was = was || lex_is_any(&p->t, k, WAS);
		ended = ended || lex_is_any(&p->t, k, ENDED);
		last = last || lex_is_any(&p->t, k, LAST);
	}
	return (was || (ended && last)) && k > 0 && token_opens_clause(p, k);
}

/* "Q1", "T2", "wk3" */
static bool is_quarter(const struct parse *p, size_t i)
{
	struct str s = token_at(p, i)->text;

	return token_is(p, i, TOKEN_WORD) && s.n > 1 && s.n < 4 &&
	       str_is_digit(s.p[s.n - 1]) && strchr("QHTSKWqw", s.p[0]);
}

/* A period and its value from token i on: "Mar: 120", "Q1 71"; the token behind
 * them, or 0. */
static size_t skip_valued(const struct parse *p, size_t i, size_t *value)
{
	if (!lex_is_month(&p->t, i) && !is_quarter(p, i))
		return 0;
	i++;
	i += token_is(p, i, TOKEN_COLON);
	if (!is_claimable(p, i))
		return 0;
	*value = i;
	return phrase_behind(&p->t, i);
}

bool baseline_is_in_series(const struct parse *p, size_t i, bool *last)
{
	size_t k = i, value = 0, n = 0;
	bool in = false;

	while (k > 0 && !token_is(p, k, TOKEN_OPEN))
		k--;
	for (k++; (k = skip_valued(p, k, &value)) != 0; k++, n++) {
		in = in || value == i;
		if (token_is(p, k, TOKEN_CLOSE))
			break;
	}
	*last = in && k && value == i && n > 0;
	return in && n > 0 && k && token_is(p, k, TOKEN_CLOSE);
}
