/*
 * Numbers of which no words say what they count: "Now 29 hours", "that makes 4
 * of 9", "won 15 new ones, so 288 now".  They are readings where they are told
 * to be all there is now, and one key result alone could have them: by its
 * unit, by its size, or by the words before them.
 */
#include "checkin_walk_p.h"

/* "we", "so", "das": who or what is at the number says nothing */
static bool is_small(const struct token *t)
{
	static const char *const WORDS[] = {"we", "we've", "we're", "it",
		"it's", "so", "that", "this", "which", "then", "thus", "hence",
		"wir", "das", "es", "damit", "also", "somit", "nous", "on",
		"ce", "c'est", "cela", "\u00e7a", "donc", "ya", "as\u00ed",
		"eso", "esto", "isso", "agora", "quindi", "dus", "dat"};

	return kind_is(t->kind, 1 << TOKEN_NOW | 1 << TOKEN_NEAR |
					1 << TOKEN_AT | 1 << TOKEN_TOTAL |
					1 << TOKEN_TIME) ||
	       word_is_one(t->text, WORDS, COUNT_OF(WORDS));
}

/* "this week" and so on: the number may be the week's */
static bool is_span(struct str text)
{
	static const char *const WORDS[] = {"week", "month", "quarter",
		"sprint", "today", "morning", "afternoon", "woche", "monat",
		"heute", "semaine", "mois", "aujourd", "semana", "mes",
		"m\u00eas", "hoy", "hoje", "settimana", "oggi", "maand",
		"vandaag", "final", "actual"};

	return text_has_one(text, WORDS, COUNT_OF(WORDS));
}

/* Does "now" or its like stand before the number at i, with nothing else, or
 * behind it? */
static bool is_now(const struct tokens *t, size_t begin, size_t i, size_t next)
{
	enum {
		NOWS = 1 << TOKEN_NOW | 1 << TOKEN_TOTAL,
		ENDS = KINDS_MARK | 1 << TOKEN_END | 1 << TOKEN_HEALTH |
		       1 << TOKEN_NEAR | NOWS
	};
	bool now = kind_is(t->v[next].kind, NOWS) && !is_span(t->v[next].text);

	for (size_t k = begin; k < i; k++) {
		if (!is_small(&t->v[k]))
			return false;
		now |= kind_is(t->v[k].kind, NOWS) && !is_span(t->v[k].text);
	}
	return now && kind_is(t->v[next].kind, ENDS);
}

/* Is the number on the way, or hardly off it? */
static bool is_on_way(const struct key_result *kr, const struct quantity *q)
{
	const struct quantity *from = kr->baseline, *to = kr->target;
	bool up;

	if (!from || !from->has_value)
		return decimal_cmp(q->value, to->value) <= 0;
	up = decimal_cmp(from->value, to->value) < 0;
	return decimal_cmp(q->value, up ? from->value : to->value) >= 0 &&
	       decimal_cmp(q->value, up ? to->value : from->value) <= 0;
}

/* Where the sentence of the token at i begins. */
static size_t sentence_begin(const struct tokens *t, size_t i)
{
	while (i > 0 && t->v[i - 1].kind != TOKEN_STOP)
		i--;
	return i;
}

/* "that brings us to 130 kWp": of all, whatever the sentence began with */
static bool sums_up(const struct tokens *t, size_t begin, size_t i)
{
	static const char *const WORDS[] = {
		"makes", "brings", "total", "we ", "we'", "wir ", "us "};

	return text_has_one(tokens_text(t, begin, i), WORDS, COUNT_OF(WORDS));
}

struct guess {
	const struct quantity *q, *all;
	struct str sentence, line; /* what stands before its clause */
	bool sums_up;
};

/* Could the key result have the number: in its own unit, as a part of its
 * target, or where what stands before has its words? */
static bool may_have(
	struct walk *w, struct key_result *kr, const struct guess *g)
{
	const struct names *names = &walk_memo(w, kr)->names;
	struct say s = {.a = w->a, .kr = kr, .names = names};

	if (!kr->target || !kr->target->has_value)
		return false;
	if (g->all)
		return fit_is_same(kr->target, g->all) &&
		       !fit_is_percent(g->all);
	if (!fit_value(&s, g->q) || !is_on_way(kr, g->q))
		return false;
	if (!g->q->unit[0])
		return g->sentence.n && names_tell(names, g->sentence);
	if (!kr->target->unit[0])
		return false;
	if (fit_is_counted(g->q))
		return names_have(names, str_of(g->q->unit));
	/* "Hosting is dear, now 4500 EUR", "we are at 70 %" */
	return (g->line.n && names_tell(names, g->line)) ||
	       (!fit_is_percent(g->q) && (!g->sentence.n || g->sums_up));
}

static bool guess(struct walk *w, struct tokens *t, size_t i, size_t begin)
{
	struct guess g = {.q = t->v[i].q,
		.sentence = tokens_text(t, sentence_begin(t, i), begin),
		.line = tokens_text(t, 0, begin),
		.sums_up = sums_up(t, begin, i)};
	size_t next = fit_take_part(w->a, t, i, t->n, &g.all);
	struct key_result *found = NULL;

	if (w->scope->only || t->v[i].all || !is_now(t, begin, i, next) ||
		!walk_may_look(w))
		return false;
	for (size_t k = 0; k < w->o->key_results.n; k++) {
		struct key_result *kr = &w->o->key_results.v[k];

		if (!may_have(w, kr, &g))
			continue;
		if (found)
			return false;
		found = kr;
	}
	if (!found || !mention_put_first(t, begin, found))
		return false;
	for (size_t k = begin + 1; k <= i; k++)
		t->v[k].kind = TOKEN_NEAR;
	return true;
}

bool walk_guess(struct walk *w, struct tokens *t, size_t i, size_t begin)
{
	/* "(8 in total)" */
	for (size_t k = begin; k < i; k++)
		if (t->v[k].kind == TOKEN_OPEN)
			begin = k + 1;
	return guess(w, t, i, begin);
}

/* Is the number at i told of how sure one is? */
static bool is_sure(const struct tokens *t, size_t i)
{
	return t->v[i].kind == TOKEN_NUMBER &&
	       (t->v[i + 1].kind == TOKEN_SURE ||
		       (i && t->v[i - 1].kind == TOKEN_SURE));
}

/* Has the sentence the key result's target, or a word that tells it? */
static bool is_meant(struct walk *w, const struct key_result *kr,
	const struct tokens *t, size_t from, size_t to)
{
	for (size_t i = from; i < to; i++)
		if (t->v[i].kind == TOKEN_NUMBER && !is_sure(t, i) &&
			fit_is_same(t->v[i].q, kr->target))
			return true;
	return names_tell(&walk_memo(w, kr)->names, tokens_text(t, from, to));
}

bool walk_guess_sure(
	struct walk *w, const struct tokens *t, size_t from, size_t to)
{
	struct said said = {.result = {.text = ""}};
	struct key_result *found = NULL;
	size_t i = from;

	while (i < to && !is_sure(t, i))
		i++;
	if (i == to || w->scope->only || !walk_may_look(w))
		return false;
	for (size_t k = 0; k < w->o->key_results.n; k++) {
		struct key_result *kr = &w->o->key_results.v[k];

		if (!is_meant(w, kr, t, from, to))
			continue;
		if (found)
			return false;
		found = kr;
	}
	said.share = found ? say_share(w->a, t->v[i].q) : NULL;
	if (said.share)
		walk_report(w, found, &said, tokens_text(t, from, to), true);
	return said.share != NULL;
}
