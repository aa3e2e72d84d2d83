/*
 * Checks of one objective: its words and what it is made of.
 */
#include "lint_p.h"

#include "attr.h"
#include "wordlist_p.h"

static const char *const JARGON[] = {"synergy", "synergies", "leverage",
	"leveraging", "paradigm", "holistic", "world-class", "world class",
	"best-in-class", "best in class", "cutting-edge", "bleeding edge",
	"low-hanging fruit", "move the needle", "game-changing", "game changer",
	"thought leadership", "next-level", "utilize", "operationalize",
	"ideate", "boil the ocean", "circle back", "mission-critical",
	"value-add", "best-of-breed", "turnkey", "hyper-growth", "learnings"};

static void find_jargon(struct lint *l, const char *text)
{
	const char *word =
		words_find_any(str_of(text), JARGON, COUNT_OF(JARGON));

	if (word)
		lint_say(l, "'%s' says little: say it in plain words", word);
}

void lint_jargon(struct lint *l)
{
	find_jargon(l, l->obj->title);
}

void lint_jargon_in_key_result(struct lint *l)
{
	find_jargon(l, l->kr->text);
}

void lint_title_too_long(struct lint *l)
{
	struct str rest = str_of(l->obj->title), word;
	int n = 0;

	while (words_take(&rest, &word))
		n++;
	if (n > l->o->max_words)
		lint_say(l,
			"it has %d words, more than %d: nobody will remember "
			"it",
			n, l->o->max_words);
}

/* Is the number of s, from one byte to before another, a goal by what stands
 * around it? */
static bool is_goal(struct str s, size_t from, size_t to)
{
	char before = from ? s.p[from - 1] : '\0';

	if (before == '$')
		return true;
	if (to == s.n || !strchr("%xMKk", s.p[to]))
		return false;
	return s.p[to] == '%' ||
	       (before == ' ' && (to + 1 == s.n || !str_is_alnum(s.p[to + 1])));
}

/* A number that is a goal: "$18M", "30%", "5x". */
static bool has_goal_number(struct str s)
{
	for (size_t i = 0; i < s.n; i++) {
		size_t end = i;

		if (!str_is_digit(s.p[i]))
			continue;
		while (end < s.n && (str_is_digit(s.p[end]) ||
					    s.p[end] == '.' || s.p[end] == ','))
			end++;
		if (is_goal(s, i, end))
			return true;
		i = end;
	}
	return false;
}

void lint_number_in_objective(struct lint *l)
{
	if (has_goal_number(str_of(l->obj->title)))
		lint_say(l,
			"it carries a number: say what it is for, and measure "
			"it in a key result");
}

void lint_no_owner(struct lint *l)
{
	if (!l->obj->owner[0] && !l->obj->dri[0])
		lint_say(l, "it has neither owner nor DRI: name one person");
}

void lint_several_dris(struct lint *l)
{
	/* "Director of Brand and Design" is one owner. */
	static const char *const BETWEEN[] = {";", " / ", " and ", " & "};
	bool led = l->obj->dri[0];
	const char *names = led ? l->obj->dri : l->obj->owner;

	for (size_t i = 0; i < (led ? COUNT_OF(BETWEEN) : 2); i++)
		if (str_ifind(str_of(names), str_of(BETWEEN[i])) != STR_NONE) {
			lint_say(l,
				led ? "it has more than one DRI ('%s'): one "
				      "person answers for it"
				    : "it has more than one owner ('%s') and "
				      "no DRI: name the one person who "
				      "answers for it",
				names);
			return;
		}
}

void lint_not_time_bound(struct lint *l)
{
	if (!l->obj->period.name[0] && !l->m->period.name[0])
		lint_say(l, "it belongs to no period: say until when");
}

static int count_key_results(const struct objective *o)
{
	int n = 0;

	for (size_t i = 0; i < o->key_results.n; i++)
		n += o->key_results.v[i].counts;
	return n;
}

/* Is its work done in objectives below it, as in a cascade? */
static bool has_children(const struct objective *o)
{
	return o->children.n > 0;
}

void lint_no_key_results(struct lint *l)
{
	if (!l->obj->key_results.n && !has_children(l->obj))
		lint_say(l, "it has no key results: how would one know that it "
			    "was reached?");
}

void lint_too_few_key_results(struct lint *l)
{
	int n = count_key_results(l->obj);

	if (n > 0 && n < l->o->min_key_results && !has_children(l->obj))
		lint_say(l,
			"it has %d key result%s, fewer than %d: are they "
			"enough to call it reached?",
			n, n == 1 ? "" : "s", l->o->min_key_results);
}

void lint_too_many_key_results(struct lint *l)
{
	int n = count_key_results(l->obj);

	if (n > l->o->max_key_results)
		lint_say(l,
			"it has %d key results, more than %d: keep those "
			"that tell most",
			n, l->o->max_key_results);
}

void lint_duplicate_key_result(struct lint *l)
{
	const struct key_results *all = &l->obj->key_results;

	for (size_t i = 1; i < all->n && i < 100; i++)
		for (size_t k = 0; k < i; k++) {
			if (!all->v[i].text[0] ||
				!str_ieq(str_trim(str_of(all->v[i].text)),
					str_trim(str_of(all->v[k].text))))
				continue;
			l->kr = &all->v[i];
			lint_say(l, "it stands twice in '%s'", l->obj->title);
			break;
		}
}

void lint_duplicate_number(struct lint *l)
{
	const struct key_results *all = &l->obj->key_results;

	for (size_t i = 1; i < all->n && i < 100; i++)
		for (size_t k = 0; k < i; k++) {
			if (!str_istarts(str_of(all->v[i].number), "KR") ||
				!str_ieq(str_of(all->v[i].number),
					str_of(all->v[k].number)) ||
				all->v[i].number[2] == '\0')
				continue;
			l->kr = &all->v[i];
			lint_say(l, "'%s' is the number of another one, too",
				all->v[i].number);
			break;
		}
}

void lint_unbalanced_measures(struct lint *l)
{
	int leading = 0, lagging = 0;

	for (size_t i = 0; i < l->obj->key_results.n; i++) {
		leading += l->obj->key_results.v[i].leading;
		lagging += l->obj->key_results.v[i].lagging;
	}
	if (leading > 1 && !lagging)
		lint_say(l, "all its measures are leading: add one that "
			    "shows the outcome");
	if (lagging > 1 && !leading)
		lint_say(l, "all its measures are lagging: add one that "
			    "moves early");
}

void lint_weights_all_zero(struct lint *l)
{
	const struct key_results *all = &l->obj->key_results;

	for (size_t i = 0; i < all->n; i++)
		if (!all->v[i].weight || all->v[i].weight->coef != 0)
			return;
	if (all->n)
		lint_say(l, "all its key results have weight 0, so it cannot "
			    "be graded");
}

void lint_no_confidence(struct lint *l)
{
	if (!l->obj->confidence)
		lint_say(l, "nobody has said how sure they are of it");
}

void lint_confidence_against_type(struct lint *l)
{
	static const struct decimal SURE = {9, 1};
	struct buf b;

	if (l->obj->type != TYPE_COMMITTED || !l->obj->confidence ||
		decimal_cmp(*l->obj->confidence, SURE) >= 0)
		return;
	buf_init(&b, 64);
	decimal_print(&b, *l->obj->confidence);
	lint_say(l,
		"it is committed, which asks for a confidence of 0.9 or more, "
		"but has %s: make it aspirational or surer",
		b.p);
	buf_release(&b);
}
