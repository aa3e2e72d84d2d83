/*
 * The title behind a key result's number, "KR1 (enterprise revenue $18M): ...":
 * it says nothing, and goes.
 */
#include "checkin_walk_p.h"

/* Where the title in brackets ends that a colon follows; 0: none does. */
static size_t bracket_end(const struct tokens *t, size_t from)
{
	size_t to = from;

	while (to < t->n && t->v[to].kind != TOKEN_CLOSE)
		to++;
	return to < t->n && kind_is(t->v[to + 1].kind,
				    1 << TOKEN_COLON | 1 << TOKEN_ARROW)
		       ? to + 1
		       : 0;
}

/* A number that is neither the target nor the baseline? */
static bool has_news(const struct key_result *kr, const struct tokens *t,
	size_t from, size_t to)
{
	for (size_t i = from; i < to; i++)
		if (t->v[i].kind == TOKEN_NUMBER &&
			!fit_is_same(t->v[i].q, kr->target) &&
			!fit_is_same(t->v[i].q, kr->baseline))
			return true;
	return false;
}

/* Where the title ends that goes up to a colon, with numbers such as the
 * target's; 0: none does. */
static size_t title_end(struct walk *w, const struct tokens *t, size_t from)
{
	const struct key_result *kr = t->v[from - 1].kr;
	size_t to = from + 1;

	while (to < t->n && t->v[to].kind != TOKEN_STOP &&
		(t->v[to].kind != TOKEN_COLON || t->v[to].text.p[0] == '-'))
		to++;
	if (to >= t->n || t->v[to].kind != TOKEN_COLON ||
		has_news(kr, t, from, to))
		return 0;
	return (t->v[from].kind == TOKEN_KR && t->v[from].kr == kr) ||
			       names_have(&walk_memo(w, kr)->names,
				       tokens_text(t, from, to))
		       ? to
		       : 0;
}

/* Where the key result's own sentence ends that begins at from; 0: none. */
static size_t sentence_end(
	const struct tokens *t, size_t from, const struct key_result *kr)
{
	size_t to = from, n = strlen(kr->text);
	struct str all = tokens_text(t, from, t->n);

	if (n < MENTION_SENTENCE || !str_istarts(all, kr->text))
		return 0;
	while (to < t->n && t->v[to].text.p < all.p + n)
		to++;
	return to;
}

/* "KR1 (at risk): 260": the health stays, without its brackets. */
static bool open_light(struct tokens *t, size_t i)
{
	if (t->v[i].kind != TOKEN_OPEN || t->v[i + 1].kind != TOKEN_HEALTH ||
		t->v[i + 2].kind != TOKEN_CLOSE)
		return false;
	tokens_cut(t, i + 2, i + 3);
	tokens_cut(t, i, i + 1);
	return true;
}

/* "KR1 (enterprise revenue $18M): ...", "KR1 - enterprise revenue: ...": the
 * name behind the number goes. */
void walk_drop_titles(struct walk *w, struct tokens *t)
{
	enum {
		/* "Forecast accuracy", "Open rate" begin with what would be
		 * said of a number elsewhere */
		TITLES = 1 << TOKEN_COLON | 1 << TOKEN_KR | 1 << TOKEN_WORD |
			 1 << TOKEN_PLAN | 1 << TOKEN_REST | 1 << TOKEN_LIMIT
	};

	for (size_t i = 0; i < t->n; i++) {
		enum token_kind next = t->v[i + 1].kind;
		size_t to = 0;

		if (t->v[i].kind != TOKEN_KR || !t->v[i].kr)
			continue;
		to = sentence_end(t, i + 1, t->v[i].kr);
		if (to || open_light(t, i + 1))
			;
		else if (next == TOKEN_OPEN)
			to = bracket_end(t, i + 1);
		else if (kind_is(next, TITLES))
			to = title_end(w, t, i + 1);
		if (to)
			tokens_cut(t, i + 1, to);
	}
}
