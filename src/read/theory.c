/*
 * Words about objectives and key results that have the shape of them: a list
 * below "Key results" that says what those are.
 */
#include "theory_p.h"

#include "attr.h"
#include "keyresult.h"
#include "list_p.h"
#include "talk_p.h"

bool theory_has_numbers(const struct objective *o)
{
	size_t n = 0;

	for (size_t i = 0; i < o->key_results.n; i++) {
		const struct key_result *kr = &o->key_results.v[i];
		struct str text = str_of(kr->text);

		if (talk_is_definition(text) || vocab_has_okr(text) ||
			vocab_has_key_result(text))
			return false;
		n += str_starts(str_of(kr->number), "KR");
	}
	return n > 1 && n == o->key_results.n;
}

/* "Rating from 3.1 to 4.2" */
static bool tells_way(struct arena *a, const char *text)
{
	struct sentence said;

	if (!str_has_digit(str_of(text)))
		return false;
	sentence_read(a, str_of(text), &said);
	return said.baseline && said.target;
}

/* Do its key results tell what key results are, most of them, below a title
 * that does so too or was no more than a heading? */
static bool is_explained(
	struct arena *a, const struct objective *o, const struct extra *e)
{
	bool told = talk_is_rule(str_of(o->title));
	size_t rules = 0;

	if (!e->unnumbered || !o->key_results.n || theory_has_numbers(o) ||
		talk_begins_aim(str_of(o->title)) ||
		!(e->heading || e->weak || told))
		return false;
	for (size_t i = 0; i < o->key_results.n; i++) {
		const struct key_result *kr = &o->key_results.v[i];

		if (!talk_is_judged(str_of(kr->text)) && tells_way(a, kr->text))
			return false;
		rules += talk_is_rule(str_of(kr->text));
	}
	return rules && rules * 2 >= o->key_results.n + !told;
}

/* "Objectives are short. They say where we go." */
static bool has_sentence(struct str s)
{
	struct str sentence;

	while (str_take_until(&s, '.', &sentence)) {
		if (talk_explains(str_trim(sentence)))
			return true;
	}
	return false;
}

/* An item that is a link names another page: "OKRs of 2024 Q1 (final)". */
static bool is_link(const struct block *b)
{
	return b->text.s.n &&
	       (piece_flags((struct piece){b, b->text.s})[0] & TEXT_LINK);
}

/* Does the page say, more than once, what the words mean? */
static bool page_explains(struct reader *r)
{
	enum { ENOUGH = 2 };
	size_t n = 0;

	for (struct block *b = r->doc; b && n < ENOUGH; b = block_step(b)) {
		if (b->kind != BLOCK_PARA)
			continue;
		n += (b->parent->kind == BLOCK_ITEM &&
			     block_mark(b).kind == MARK_NONE &&
			     !is_link(b) && talk_is_quality(b->text.s)) ||
		     has_sentence(b->text.s);
	}
	return n >= ENOUGH;
}

/* Is it somebody's by what it says? */
static bool is_real(struct arena *a, const struct key_result *kr)
{
	struct str s = str_of(kr->text);

	return !talk_is_quality(s) && !talk_explains(s) &&
	       (kr->target || kr->baseline || kr->current || kr->checked ||
		       kr->result.kind != RESULT_NONE || talk_is_aim(s) ||
		       is_measurable(a, s));
}

/* On such a page, one that no mark names, and of whose key results the most
 * say neither a number nor an aim, and some what one is to be like. */
static bool is_advice(
	struct reader *r, const struct objective *o, const struct extra *e)
{
	size_t real = 0, told = 0;

	if (!e->unnumbered || theory_has_numbers(o) ||
		!(e->heading || e->weak || e->made || e->bare))
		return false;
	if (!r->explains)
		r->explains = page_explains(r) ? 1 : -1;
	if (r->explains < 0)
		return false;
	for (size_t i = 0; i < o->key_results.n; i++) {
		struct str s = str_of(o->key_results.v[i].text);

		real += is_real(r->a, &o->key_results.v[i]);
		told += talk_is_quality(s) || talk_explains(s);
	}
	return o->key_results.n ? real * 2 < o->key_results.n &&
					  told * 3 >= o->key_results.n
				: !talk_is_aim(str_of(o->title));
}

bool theory_is(
	struct reader *r, const struct objective *o, const struct extra *e)
{
	return is_explained(r->a, o, e) || is_advice(r, o, e);
}
