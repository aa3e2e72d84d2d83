/*
 * Lines without a marker that head an objective, by what comes after them.
 */
#include "para_p.h"

#include "attr.h"
#include "list_p.h"
#include "talk_p.h"

const struct block *block_after(const struct block *b)
{
	for (b = b->next; b && b->kind == BLOCK_RULE; b = b->next)
		;
	return b;
}

enum { NEAR = 8 }; /* blocks to look ahead */

/* "Risks:", "**Owner**" */
static bool is_empty_field(const struct block *b)
{
	struct mark mark;

	if (b->kind != BLOCK_PARA)
		return false;
	mark = block_mark(b);
	return mark.kind == MARK_FIELD && mark.rest >= b->text.s.n;
}

bool lists_follow(const struct block *b)
{
	b = b->next;
	for (int i = 0; b && i < NEAR; i++, b = b->next) {
		if (b->kind == BLOCK_LIST || b->kind == BLOCK_TABLE)
			return true;
		if (is_empty_field(b))
			return false;         /* the list is its own */
		if (b->kind == BLOCK_SECTION) /* "### KR1" */
			return block_mark(b).kind == MARK_KEY_RESULT;
	}
	return false;
}

/* Is the next but one block a title over a list, too? */
static bool is_one_of_many(const struct block *b)
{
	const struct block *next = block_after(b), *title;
	struct piece p;

	title = next ? block_after(next) : NULL;
	if (!title || title->kind != BLOCK_PARA)
		return false;
	next = block_after(title);
	p = (struct piece){title, title->text.s};
	return next && next->kind == BLOCK_LIST && !is_link_list(next) &&
	       (piece_is_bold(p) || talk_is_title(p.s, false));
}

/* The sign that a paragraph begins with, as "(star) Nobody waits" does. */
static struct str sign_of(const struct block *b)
{
	struct str s = b->kind == BLOCK_PARA ? b->text.s : (struct str){0};

	return symbols_skip(&s);
}

/* Does it begin with a sign, and another one over a list with the same? */
static bool is_one_of_signed(const struct block *b)
{
	enum { FAR = 12 };
	struct str sign = sign_of(b);
	const struct block *from[] = {b->parent->first, b->next};

	for (size_t i = 0; i < COUNT_OF(from) && sign.n; i++) {
		const struct block *o = from[i];

		for (int n = 0; o && n < FAR; o = o->next, n++) {
			if (o != b && o->next && o->next->kind == BLOCK_LIST &&
				str_eq(sign_of(o), sign))
				return true;
		}
	}
	return false;
}

/* Where OKRs of a certain period are told, a title over a list is one; in any
 * other section of OKRs it must say so: by a verb and bold type. */
static bool titles_list(struct reader *r, struct piece text, size_t plain,
	const struct scope *sc, const struct block *list)
{
	struct str s = str_trim(piece_from(text, plain).s);
	bool bold = piece_is_bold(text) || is_one_of_signed(text.b);

	if (!sc->plain || is_link_list(list) || !r->named ||
		(bold && !talk_begins_aim(s) && list_has_objectives(list, s)) ||
		!talk_is_title(str_trim_end(s, ":"), bold))
		return false;
	if (bold)
		return sc->strong || talk_is_aim(s);
	return sc->strong && !str_ends(s, ":") &&
	       (sc->titled || list->line == piece_line(text) + 1 ||
		       is_one_of_many(text.b));
}

/* "KR1: ..." or "Key results:", which leave no doubt. */
bool mark_begins_key_results(const struct mark *mark, struct str line)
{
	if (mark->kind == MARK_KR_LABEL)
		return vocab_has_key_result(line);
	return mark->kind == MARK_KEY_RESULT && mark->numbered &&
	       (str_is(mark->number, "1") || str_ends(mark->number, ".1"));
}

bool para_may_head(struct reader *r, const struct scope *sc, struct str title)
{
	return talk_is_title(title, false) &&
	       (sc->objective == NO_INDEX ||
		       objective_at(r, sc->objective)->key_results.n);
}

/* "**2. Nobody waits** (Front desk)" in an item, over "KR2.1: ...": one that
 * supports what the item is. */
static bool heads_in_item(
	struct reader *r, struct piece text, const struct block *next)
{
	struct block alone = *next;

	alone.next = NULL;
	return next->kind == BLOCK_LIST && piece_is_bold_title(text) &&
	       evidence_below(r, text.b, &alone, false) == EVIDENCE_KEY_RESULTS;
}

bool para_titles_unit(struct reader *r, struct piece text, size_t plain,
	const struct scope *sc)
{
	const struct block *list = block_after(text.b);
	struct piece title = piece_from(text, plain);
	const struct objective *o;
	struct str owner;
	size_t rest;

	if (sc->objective == NO_INDEX || sc->parent == NO_INDEX ||
		!piece_is_bold(text) || !r->named || r->report)
		return false;
	o = objective_at(r, sc->parent);
	rest = owner_split(title, &owner);
	return rest && o->owner[0] && o->key_results.n && !names_stage(owner) &&
	       !vocab_is_left(owner) && vocab_field(owner) == FIELD_NONE &&
	       str_words(str_sub(title.s, rest, title.s.n)) > 1 && list &&
	       list->kind == BLOCK_LIST && is_measurable_list(r->a, list);
}

/* Does this unmarked line begin an objective, by what comes after it? */
bool para_heads_objective(struct reader *r, struct piece text, size_t plain,
	const struct scope *sc, bool last)
{
	bool bold = piece_is_bold(text) || is_one_of_signed(text.b);
	const struct block *next = block_after(text.b);
	enum evidence ev;
	bool objectives;

	if (!last || !next || text.s.n > SHORT_TEXT ||
		next->kind == BLOCK_SECTION)
		return false;
	if (text.b->parent->kind == BLOCK_ITEM)
		return heads_in_item(r, text, next);
	if (told_heads(r, piece_from(text, plain), next))
		return true;
	if (sc->objective != NO_INDEX && sc->objective == sc->parent && !bold)
		return false;
	if (str_ends(str_trim(text.s), ".") && !bold)
		return false;
	if (str_ends(str_trim(text.s), ":") && vocab_has_key_result(text.s))
		return false; /* "Objectives and key results are two parts:" */
	if (next->kind == BLOCK_LIST) {
		struct block alone = *next;

		alone.next = NULL;
		ev = evidence_below(r, text.b, &alone, sc->plain && bold);
		if (ev == EVIDENCE_NONE &&
			(titles_list(r, text, plain, sc, next) ||
				para_titles_unit(r, text, plain, sc)))
			return true;
		return ev == EVIDENCE_KEY_RESULTS &&
		       (bold || sc->objective == NO_INDEX ||
			       objective_at(r, sc->objective)->key_results.n);
	}
	if (next->kind == BLOCK_TABLE)
		return sc->expect &&
		       (piece_is_bold_title(text) ||
			       sc->objective == NO_INDEX) &&
		       (is_okr_table(r, next, &objectives)
				       ? !objectives
				       : sc->plain && bold &&
						 is_metric_table(r, next));
	if (next->kind == BLOCK_PARA) {
		struct mark mark = block_mark(next);

		if (!bold)
			return mark_begins_key_results(&mark, next->text.s) &&
			       para_may_head(r, sc,
				       str_trim(piece_from(text, plain).s));
		return mark.kind == MARK_KEY_RESULT ||
		       mark.kind == MARK_KR_LABEL ||
		       (sc->plain &&
			       mark_leads_to_measures(&mark, next->text.s));
	}
	return false;
}

/* Is a paragraph "**Name: text**"? */
static bool is_bold_label(const struct block *b)
{
	enum { WORDS = 3 };
	struct piece p = {b, str_trim(b->text.s)};
	size_t colon = b->kind == BLOCK_PARA ? mark_name(p.s) : 0;

	return colon && colon + 1 < p.s.n && piece_is_bold(p) &&
	       str_words(str_sub(p.s, 0, colon)) <= WORDS &&
	       block_mark(b).kind == MARK_NONE;
}

bool block_judges_heading(const struct block *b)
{
	const struct block *section = b->parent;
	struct mark mark;

	if (!section || section->kind != BLOCK_SECTION || section->first != b ||
		!is_bold_label(b))
		return false;
	for (const struct block *o = b->next; o; o = o->next) {
		if (is_bold_label(o))
			return false;
	}
	mark = block_mark(section);
	return mark.kind == MARK_OBJECTIVE && mark.numbered &&
	       mark.rest < section->text.s.n;
}

bool para_judges_heading(
	struct reader *r, struct piece text, const struct scope *sc)
{
	const struct objective *o;

	if (sc->objective == NO_INDEX || sc->kr != NO_INDEX ||
		!block_judges_heading(text.b))
		return false;
	o = objective_at(r, sc->objective);
	return o->title[0] && o->source.line == text.b->parent->line &&
	       !o->key_results.n;
}

bool para_leads_to_aims(
	struct reader *r, struct piece text, const struct scope *sc, bool last)
{
	static const char *const WORDS[] = {"we aim to:", "we want to:",
		"we plan to:", "we intend to:", "we will:", "we are going to:",
		"our aim is to:", "our goal is to:", "our plan is to:",
		"wollen wir:", "nous voulons:", "nous voulons :", "queremos:",
		"vogliamo:", "willen we:", "vill vi:"};
	enum { LONGEST = 80 };
	const struct block *list = text.b->next;
	struct str s = str_trim(text.s);
	bool leads = false;

	if (!last || !sc->strong || sc->objective != NO_INDEX ||
		sc->parent != NO_INDEX || r->report || s.n > LONGEST ||
		text.b->parent->kind != BLOCK_SECTION ||
		text.b->parent->line != r->doc->first->line || !list ||
		list->kind != BLOCK_LIST)
		return false;
	for (size_t i = 0; i < COUNT_OF(WORDS) && !leads; i++)
		leads = str_iends(s, WORDS[i]);
	return leads && is_measurable_list(r->a, list) &&
	       !list_has_objectives(list, s);
}
