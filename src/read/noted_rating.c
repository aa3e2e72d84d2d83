/*
 * "Hire 20 people: 7/10": points of ten behind nearly all key results of a text
 * rate how they went, where one alone may be what is aimed at.
 */
#include "noted_p.h"

#include "attr.h"
#include "decimal.h"
#include "keyresult.h"
#include "result_p.h"
#include "words.h"

static const struct decimal TEN = {10, 0};

/* Takes the mark that parts a rating from its sentence off the end. */
static bool drop_mark(struct str *left)
{
	static const char *const MARKS[] = {":", "\uff1a", " -", " \u2013",
		" \u2014", " |", " \u00b7", "->", "\u2192", "=>", "\u279c"};

	for (size_t i = 0; i < COUNT_OF(MARKS); i++) {
		if (!str_ends(*left, MARKS[i]))
			continue;
		*left = str_trim(str_sub(*left, 0, left->n - strlen(MARKS[i])));
		return true;
	}
	return false;
}

static bool is_of_ten(struct str s)
{
	struct decimal d;

	return decimal_take(&s, &d) && str_is(s, "/10") && d.coef >= 0 &&
	       decimal_cmp(d, TEN) <= 0;
}

/* "7/10" at the end behind a mark, and what stands before; or empty. */
static struct str rating_of(struct str s, struct str *left)
{
	struct str word = split_last_words(str_trim(s), 1), bare = word;
	bool wrapped = str_starts(word, "(") && str_ends(word, ")");

	*left = str_trim(str_sub(s, 0, (size_t)(word.p - s.p)));
	if (wrapped)
		bare = str_sub(word, 1, word.n - 1);
	if (!is_of_ten(bare) || (!drop_mark(left) && !wrapped) ||
		str_words(*left) < 2 || share_leads_on(*left))
		bare.n = 0;
	return bare;
}

/* Would the sentence be whole without it, and aim at something else? */
static bool is_whole(struct reader *r, struct str left)
{
	struct sentence said;

	sentence_read(r->a, left, &said);
	if (!said.target || !said.target->has_value)
		return verb_sense(str_of(said.verb), true) == VERB_MAKE;
	return said.target->unit[0] != '/' &&
	       decimal_cmp(said.target->value, TEN) != 0;
}

struct ratings {
	size_t all, rated, whole;
	bool differ; /* not all the same: a start in the middle of the scale */
	struct str first;
};

/* Taken for a result before. */
static bool is_told(const struct key_result *kr)
{
	return kr->result.kind == RESULT_PERCENT &&
	       is_of_ten(str_of(kr->result.text));
}

static void count_rating(
	struct reader *r, const struct key_result *kr, struct ratings *n)
{
	struct str left, rating = rating_of(str_of(kr->text), &left);
	bool told = is_told(kr);

	n->all++;
	if (!rating.n && !told)
		return;
	n->rated++;
	n->whole += told || is_whole(r, left);
	if (told)
		rating = str_of(kr->result.text);
	if (n->first.n && !str_eq(n->first, rating))
		n->differ = true;
	n->first = rating;
}

/* "5/10" stands for how sure they are: a word of the text says so. */
static bool speaks_of_belief(const struct reader *r)
{
	static const char *const WORDS[] = {"confidence", "confident",
		"zuversicht", "konfidenz", "confiance", "confianza",
		"confian\u00e7a", "fiducia", "vertrouwen", "how sure"};

	for (struct block *b = r->doc; b; b = block_step(b)) {
		for (size_t i = 0; b->text.s.n && i < COUNT_OF(WORDS); i++) {
			if (str_ifind(b->text.s, str_of(WORDS[i])) != STR_NONE)
				return true;
		}
	}
	return false;
}

static void take_rating(struct reader *r, struct key_result *kr, bool belief)
{
	struct str left, rating = rating_of(str_of(kr->text), &left);
	bool told = belief && is_told(kr);
	const struct decimal *share;

	if (is_our_line(r, kr->line) || kr->stated_grade ||
		(!rating.n && !told))
		return;
	share = field_share(r, told ? str_of(kr->result.text) : rating, true);
	if (belief && !kr->confidence)
		kr->confidence = share;
	else if (!belief)
		kr->stated_grade = share;
	if (told)
		kr->result = (struct result){.text = ""};
	else
		kr->text = arena_text(r->a, left);
}

void noted_ratings(struct reader *r)
{
	enum { SOME = 3 };
	struct ratings n = {0};
	bool belief;

	for (size_t i = r->first; i < r->m->objectives.n; i++) {
		const struct objective *o = &r->m->objectives.v[i];

		for (size_t k = 0; k < o->key_results.n; k++)
			count_rating(r, &o->key_results.v[k], &n);
	}
	if (n.rated < SOME || n.rated * 5 < n.all * 4 || n.whole * 2 < n.rated)
		return;
	belief = !n.differ || speaks_of_belief(r);
	for (size_t i = r->first; i < r->m->objectives.n; i++) {
		struct objective *o = &r->m->objectives.v[i];

		for (size_t k = 0; k < o->key_results.n; k++)
			take_rating(r, &o->key_results.v[k], belief);
	}
}
