/*
 * Phrases of up to five words in front of a quantity and behind it.
 */
#include "phrase_words_p.h"

static size_t match(const struct tokens *t, size_t i, const struct phrase *p)
{
	size_t n = 0;

	while (n < PHRASE_WORDS && p->words[n]) {
		if (!lex_is(t, i + n, p->words[n]))
			return 0;
		n++;
	}
	return n;
}

static size_t find(const struct phrase *const table[256],
	const struct tokens *t, size_t i, enum comparator *c)
{
	const struct phrase *p;

	if (i >= t->n || t->v[i].kind != TOKEN_WORD)
		return 0;
	for (p = table[str_letter(t->v[i].text)]; p && p->words[0]; p++) {
		size_t length = match(t, i, p);

		if (!length)
			continue;
		*c = p->compare;
		return length;
	}
	return 0;
}

size_t phrase_comparator(const struct tokens *t, size_t i, enum comparator *c)
{
	if (i < t->n && t->v[i].kind == TOKEN_COMPARE) {
		*c = t->v[i].compare;
		return 1;
	}
	return find(str_letter(t->v[i].text) < 0x80 ? PHRASES : PHRASES_FAR, t,
		i, c);
}

size_t phrase_behind(const struct tokens *t, size_t i)
{
	size_t k = i + 1;

	while (k < t->n && t->v[k].at < t->v[i].end)
		k++;
	return k;
}

enum comparator phrase_comparator_after(
	const struct tokens *t, const struct token *q)
{
	size_t k = (size_t)(q - t->v) + 1;
	enum comparator c = CMP_NONE;

	/* "40 days (or less)", "4.4 points or higher" */
	for (int tries = 0; tries < 2; tries++) {
		if (k < t->n && t->v[k].kind == TOKEN_OPEN)
			k++;
		if (find(PHRASES_AFTER, t, k, &c))
			return c;
		k = phrase_behind(t, (size_t)(q - t->v));
	}
	return CMP_NONE;
}

bool phrase_is_soft(const struct tokens *t, size_t i)
{
	static const char *const SOFT[] = {"about", "approx", "approx.",
		"approximately", "around", "roughly", "circa", "ca", "ca.",
		"c.", "nearly", "almost", "some", "exactly", "only", "just",
		"currently", "now", "at", "is", "was", "of", "total", "target",
		"baseline", "current", "actual", "goal", "etwa", "rund",
		"environ", "aproximadamente", "unos", "ungef\u00e4hr",
		"aktuell", "derzeit", "estimated", "est", "est.", "avg",
		"average", "the", "a", "an", NULL};

	return lex_is_any(t, i, SOFT);
}
