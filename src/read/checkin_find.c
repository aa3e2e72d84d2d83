/*
 * Which key result of the issue a number or some words mean: one that is
 * called so, and no other.  What stays unclear is no one.
 */
#include "checkin_walk_p.h"

#include <assert.h>
#include <stdint.h>
#include <stdlib.h>

enum { MAX_LOOKUPS = 300000 }; /* key results compared with a name */

static int by_address(const void *x, const void *y)
{
	uintptr_t a = (uintptr_t)((const struct memos *)x)->krs->v;
	uintptr_t b = (uintptr_t)((const struct memos *)y)->krs->v;

	return (a > b) - (a < b);
}

void walk_sort_memos(struct walk *w)
{
	if (w->n_memos)
		qsort(w->memos, w->n_memos, sizeof w->memos[0], by_address);
}

static int by_key_result(const void *key, const void *row)
{
	const struct key_results *krs = ((const struct memos *)row)->krs;
	uintptr_t kr = (uintptr_t)key;

	if (kr < (uintptr_t)krs->v)
		return -1;
	return kr >= (uintptr_t)(krs->v + krs->n);
}

struct memo *walk_memo(struct walk *w, const struct key_result *kr)
{
	const struct memos *found;

	assert(w->n_memos);
	found = bsearch(
		kr, w->memos, w->n_memos, sizeof w->memos[0], by_key_result);
	assert(found); /* a key result of the scope */
	return &found->v[kr - found->krs->v];
}

bool walk_has_label(const struct walk *w, const struct objective *o)
{
	return w->labels[o - w->scope->objectives] != HEALTH_NONE;
}

static bool has_number(
	const struct objective *o, size_t index, struct str number)
{
	struct str written = name_digits(o->key_results.v[index].number);
	long n;

	if (written.n)
		return str_eq(written, number);
	return str_take_number(&number, 999, &n) && !number.n &&
	       n == (long)index + 1;
}

/* The one of an objective. */
static struct key_result *find_in(struct walk *w, struct objective *o,
	struct str number, const struct call *call, bool *several)
{
	struct memo *memo =
		o->key_results.n ? walk_memo(w, o->key_results.v) : NULL;
	struct key_result *found = NULL;

	w->lookups += o->key_results.n;
	for (size_t i = 0; i < o->key_results.n; i++) {
		if (number.n ? !has_number(o, i, number)
			     : !names_called(&memo[i].names, call))
			continue;
		*several |= found != NULL;
		found = &o->key_results.v[i];
	}
	return *several ? NULL : found;
}

/* The one of all objectives, which is then spoken of. */
static struct key_result *find_anywhere(
	struct walk *w, struct str number, const struct call *call)
{
	struct key_result *found = NULL, *kr;
	struct objective *at = NULL;
	bool several = false;

	for (size_t i = 0; !several && i < w->scope->n_objectives; i++) {
		kr = find_in(
			w, &w->scope->objectives[i], number, call, &several);
		several |= kr && found;
		if (kr) {
			found = kr;
			at = &w->scope->objectives[i];
		}
	}
	if (several || !found)
		return NULL;
	w->o = at;
	return found;
}

/* Of several, the one that counts just that: "Volunteers" for "Recruit 150
 * volunteers" beside "Reduce volunteer dropout". */
static struct key_result *find_counted(
	struct objective *o, const struct call *call)
{
	struct key_result *found = NULL;

	for (size_t i = 0; i < o->key_results.n; i++) {
		struct key_result *kr = &o->key_results.v[i];
		struct call unit;

		if (!kr->target || !kr->target->unit[0] ||
			!call_of(&unit, str_of(kr->target->unit)) ||
			!call_is_part(call, &unit))
			continue;
		if (found)
			return NULL;
		found = kr;
	}
	return found;
}

/* Has the text the word as it stands? */
static bool has_word(struct str text, struct str word)
{
	for (;;) {
		size_t at = str_ifind(text, word);

		if (at == STR_NONE)
			return false;
		if ((!at || !token_goes_on(str_sub(text, at - 1, text.n))) &&
			!token_goes_on(str_sub(text, at + word.n, text.n)))
			return true;
		text = str_sub(text, at + word.n, text.n);
	}
}

/* Of several, the one that has the very words: "Pflegestunden" beside
 * "Pflegekraft". */
static struct key_result *find_exact(
	struct objective *o, const struct call *call)
{
	struct key_result *found = NULL;

	for (size_t i = 0; i < o->key_results.n; i++) {
		struct key_result *kr = &o->key_results.v[i];
		size_t k = 0;

		while (k < call->n && has_word(str_of(kr->text), call->word[k]))
			k++;
		if (k < call->n)
			continue;
		if (found)
			return NULL;
		found = kr;
	}
	return found;
}

bool walk_may_look(struct walk *w)
{
	size_t n = w->o ? w->o->key_results.n : 0;

	if (w->lookups > MAX_LOOKUPS)
		return false;
	w->lookups += n;
	return n > 0;
}

/* The only key result of the issue needs no name; else the one of the
 * objective that is spoken of, else the one of all. */
static struct key_result *find(
	struct walk *w, struct str number, const struct call *call)
{
	struct key_result *only = w->scope->only, *kr;
	bool several = false;

	if (only)
		return number.n || names_called(
					   &walk_memo(w, only)->names, call)
			       ? only
			       : NULL;
	if (w->lookups > MAX_LOOKUPS)
		return NULL;
	if (w->o && (kr = find_in(w, w->o, number, call, &several)))
		return kr;
	if (!several)
		return find_anywhere(w, number, call);
	if (call->n && walk_may_look(w) && (kr = find_exact(w->o, call)))
		return kr;
	return find_counted(w->o, call);
}

struct key_result *walk_numbered(struct walk *w, struct str number)
{
	static const struct call NONE = {.n = 0};

	return number.n ? find(w, number, &NONE) : NULL;
}

/* "Reading time", where all words are such as tell nothing alone: the one that
 * has them in a row */
static struct key_result *find_phrase(struct walk *w, struct str words)
{
	static const char *const HEADS[] = {
		" time", " rate", " score", " count", " level", " value"};
	static const char *const LEADS[] = {"the ", "this ", "a ", "in ", "on ",
		"of ", "at ", "for ", "by ", "to ", "so ", "our ", "all ",
		"per ", "from ", "each ", "current "};
	struct key_result *found = NULL;

	words = str_trim(words);
	if (!word_ends_one(words, HEADS, COUNT_OF(HEADS)) || w->scope->only ||
		text_begins_one(words, LEADS, COUNT_OF(LEADS)) ||
		!walk_may_look(w))
		return NULL;
	for (size_t i = 0; i < w->o->key_results.n; i++) {
		struct key_result *kr = &w->o->key_results.v[i];

		if (!has_word(str_of(kr->text), words))
			continue;
		if (found)
			return NULL;
		found = kr;
	}
	return found;
}

struct key_result *walk_named(struct walk *w, struct str words)
{
	struct call call;

	return call_of(&call, words) ? find(w, (struct str){NULL, 0}, &call)
				     : find_phrase(w, words);
}

struct key_result *walk_named_for(
	struct walk *w, struct str words, const struct quantity *q)
{
	struct key_result *found = NULL;
	struct memo *memo;
	struct call call;

	if (w->scope->only || !q->unit[0] || !call_of(&call, words) ||
		!walk_may_look(w))
		return NULL;
	memo = walk_memo(w, w->o->key_results.v);
	for (size_t i = 0; i < w->o->key_results.n; i++) {
		struct key_result *kr = &w->o->key_results.v[i];
		struct say s = {.a = w->a, .kr = kr, .names = &memo[i].names};

		if (!kr->target || !kr->target->unit[0] || !fit_value(&s, q) ||
			!names_called(&memo[i].names, &call))
			continue;
		if (found)
			return NULL;
		found = kr;
	}
	return found;
}

/* What the key result is about, as its sentence begins: up to its numbers. */
static struct str head_of(const struct key_result *kr)
{
	static const char *const LINKS[] = {" from", " to", " by", " of",
		" von", " auf", " um", " bei", " de", " \u00e0", " du", " del",
		" a", " para", " di", " da", " van", " at", ":", " is",
		" above", " below"};
	struct str s = str_of(kr->text);
	size_t n = 0;

	while (n < s.n && !str_is_digit(s.p[n]) && !strchr("$(<>", s.p[n]))
		n++;
	s = str_trim_right(str_sub(s, 0, n));
	for (size_t i = 0; i < COUNT_OF(LINKS); i++)
		if (str_iends(s, LINKS[i])) {
			s.n -= strlen(LINKS[i]);
			break;
		}
	return str_trim_right(s);
}

static bool has_blank(struct str s)
{
	return str_find_char(s, ' ') != STR_NONE;
}

struct key_result *walk_headed(struct walk *w, struct str s, size_t *n)
{
	struct key_result *found = NULL;

	*n = 0;
	if (!walk_may_look(w))
		return NULL;
	for (size_t i = 0; i < w->o->key_results.n; i++) {
		struct key_result *kr = &w->o->key_results.v[i];
		struct str head = head_of(kr);
		struct str rest = s, verb = str_of(kr->verb);

		if (has_blank(head) && str_istarts(head, kr->verb) && verb.n &&
			!str_eq(str_sub(s, 0, verb.n),
				str_sub(head, 0, verb.n)))
			head = str_trim(str_sub(head, verb.n, head.n));
		if (!has_blank(head) || head.n < *n || s.n < head.n ||
			!str_ieq(str_sub(s, 0, head.n), head))
			continue;
		rest = str_sub(s, head.n, s.n);
		if (token_goes_on(rest))
			continue;
		found = head.n == *n ? NULL : kr; /* two begin so: no one */
		*n = head.n;
	}
	return found;
}
