/*
 * Numbers that stand before what they count: "20 of 25 pages are done", "46 for
 * the NPS", "the 9th deal is closed".  The key result goes to the front of the
 * clause, so that all that follows is read as if it had been named there.
 */
#include "checkin_walk_p.h"

/* Where the clause of the token at i begins; STR_NONE when a key result is
 * named in it, before a colon or behind. */
static size_t clause_begin(const struct tokens *t, size_t i)
{
	size_t begin = STR_NONE;

	for (; i > 0 && !kind_is(t->v[i - 1].kind, KINDS_MARK); i--) {
		if (t->v[i - 1].kind == TOKEN_KR)
			return STR_NONE;
		if (t->v[i - 1].kind == TOKEN_COLON && begin == STR_NONE)
			begin = i;
	}
	return begin == STR_NONE ? i : begin;
}

static bool put_first(
	struct tokens *t, size_t i, struct key_result *kr, bool verb)
{
	if (t->n == MAX_TOKENS)
		return false;
	memmove(&t->v[i + 1], &t->v[i], (t->n + 1 - i) * sizeof *t->v);
	t->n++;
	t->v[i] = (struct token){.kind = TOKEN_KR,
		.text = str_sub(t->v[i + 1].text, 0, 0),
		.kr = kr,
		.verb = verb};
	return true;
}

static bool counts(const struct key_result *kr)
{
	return kr && kr->target && kr->target->has_value;
}

/* The key result that the words from i to the longest name behind next tell. */
static struct key_result *find_behind(
	struct walk *w, const struct tokens *t, size_t i, size_t next)
{
	struct key_result *kr = NULL;

	for (size_t to = mention_end(t, next); to >= next && !counts(kr); to--)
		kr = walk_named(w, tokens_text(t, i, to));
	return counts(kr) ? kr : NULL;
}

/* The one whose target is all of what a sentence tells a part of. */
static struct key_result *find_all(
	struct walk *w, const struct quantity *all, struct str sentence)
{
	struct key_result *found = NULL;

	for (size_t i = 0; w->o && i < w->o->key_results.n; i++) {
		struct key_result *kr = &w->o->key_results.v[i];

		if (!fit_is_same(kr->target, all) ||
			!names_share(&walk_memo(w, kr)->names, sentence))
			continue;
		if (found)
			return NULL;
		found = kr;
	}
	return found;
}

/* "20 of 25 pages", "8 of 12": all of them are the target. */
static bool find_part(struct walk *w, struct tokens *t, size_t i, size_t begin)
{
	const struct quantity *all = NULL;
	size_t next = fit_take_part(w->a, t, i, t->n, &all);
	struct key_result *kr;

	if (!all)
		return false;
	kr = find_behind(w, t, i, next);
	if (!kr)
		kr = find_all(w, all, tokens_text(t, 0, t->n));
	return kr && fit_is_same(kr->target, all) &&
	       put_first(t, begin, kr, false);
}

/* "10 engineers hired", "3 drills run so far": by the words behind. */
static bool find_noun(struct walk *w, struct tokens *t, size_t i)
{
	struct key_result *kr;
	struct token *last = &t->v[i + 1];

	if (!t->v[i].q->unit[0])
		return false;
	if (last->kind == TOKEN_TOTAL) {
		kr = walk_named(w, t->v[i].text);
		return counts(kr) && put_first(t, i, kr, false);
	}
	if (last->kind != TOKEN_WORD)
		return false;
	kr = walk_named(w, tokens_text(t, i, i + 2));
	return kr && names_is_done_verb(kr, last->text) &&
	       put_first(t, i, kr, true);
}

/* "46 for the NPS", "5.4 % on conversion": the name goes to the front. */
static bool find_name(struct walk *w, struct tokens *t, size_t i, size_t begin)
{
	static const char *const LINKS[] = {"for", "for the", "on", "in",
		"in the", "with", "f\u00fcr", "bei", "beim", "pour", "sur",
		"en", "para", "em"};
	enum {
		BEHIND = KINDS_MARK | 1 << TOKEN_END | 1 << TOKEN_NOW |
			 1 << TOKEN_PAST | 1 << TOKEN_HEALTH | 1 << TOKEN_OPEN |
			 1 << TOKEN_COLON
	};
	struct key_result *kr;
	size_t to;

	if (!word_is_one(t->v[i + 1].text, LINKS, COUNT_OF(LINKS)))
		return false;
	to = mention_end(t, i + 2);
	if (to == i + 2 || !kind_is(t->v[to].kind, BEHIND))
		return false;
	kr = walk_named(w, tokens_text(t, i + 2, to));
	if (!counts(kr) || !quantity_is_like(kr->target, t->v[i].q))
		return false;
	tokens_cut(t, i + 1, to);
	return put_first(t, begin, kr, false);
}

bool walk_count(struct walk *w, struct tokens *t, size_t i)
{
	size_t begin = clause_begin(t, i);

	if (begin == STR_NONE)
		return false;
	return find_part(w, t, i, begin) || find_name(w, t, i, begin) ||
	       (mention_begins(t, i) && find_noun(w, t, i));
}

/* The number of "9th" */
static bool take_ordinal(struct str word, long *n)
{
	static const char *const ENDS[] = {"st", "nd", "rd", "th"};

	if (!str_take_number(&word, 9999, n) || word.n != 2)
		return false;
	return word_is_one(word, ENDS, COUNT_OF(ENDS));
}

/* "closed our 9th deal" makes nine, where such a deed is what is counted. */
void walk_ordinal(struct walk *w, struct tokens *t, size_t i)
{
	struct quantity *q;
	struct key_result *kr;
	size_t begin = clause_begin(t, i), deed = i;
	long n;

	if (t->v[i].kind != TOKEN_WORD || t->v[i + 1].kind != TOKEN_WORD ||
		!take_ordinal(t->v[i].text, &n))
		return;
	while (deed > 0 && deed + 3 > i &&
		kind_is(t->v[deed - 1].kind, 1 << TOKEN_WORD | 1 << TOKEN_NEAR))
		deed--;
	kr = walk_named(w, tokens_text(t, deed, i + 2));
	while (deed < i && kr && !names_is_done_verb(kr, t->v[deed].text))
		deed++;
	if (deed == i || !counts(kr) || !fit_is_counted(kr->target))
		return;
	q = fit_copy(w->a, kr->target, kr->target->unit);
	q->value = (struct decimal){n, 0};
	q->text = arena_text(w->a, tokens_text(t, i, i + 2));
	t->v[i].text = tokens_text(t, i, i + 2);
	t->v[i].kind = TOKEN_NUMBER;
	t->v[i].q = q;
	tokens_cut(t, i + 1, i + 2);
	if (begin != STR_NONE)
		put_first(t, begin, kr, false);
}
