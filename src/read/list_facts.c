/*
 * What a list is like: what stands in it, above it and behind it.
 */
#include "list_p.h"

#include <assert.h>
#include <stdint.h>

#include "attr.h"
#include "talk_p.h"

struct first list_first(const struct block *item)
{
	struct first f = {.para = item->first};

	if (!f.para || f.para->kind != BLOCK_PARA || !f.para->text.s.n) {
		f.para = NULL;
		return f;
	}
	f.text = (struct piece){f.para, f.para->text.s};
	f.mark = block_mark(f.para);
	if (f.mark.kind == MARK_NONE && f.para->next &&
		f.para->next->kind == BLOCK_LIST &&
		vocab_field(f.text.s) != FIELD_NONE) {
		f.mark.kind = MARK_FIELD; /* "- Initiatives" over a list */
		f.mark.field = vocab_field(f.text.s);
		f.mark.rest = f.text.s.n;
	}
	return f;
}

bool list_below(const struct block *item)
{
	for (const struct block *b = item->first; b; b = b->next) {
		if (b->kind == BLOCK_LIST)
			return true;
	}
	return false;
}

static bool each_has_list(const struct block *list)
{
	for (const struct block *i = list->first; i; i = i->next) {
		if (list_below(i))
			return true;
	}
	return false;
}

/* Is "Key results" said only behind this list, or in it? */
static bool is_early(const struct block *list)
{
	enum { NEAR = 6 };
	const struct block *b = list->next;

	for (const struct block *i = list->first; i; i = i->next) {
		if (list_first(i).mark.kind == MARK_KR_LABEL)
			return i != list->first;
	}
	for (int n = 0; n < NEAR; n++, b = b->next) {
		if (!b && list->parent && list->parent->kind == BLOCK_SECTION)
			b = list->parent->next, n = NEAR - 1;
		if (!b)
			return false;
		if (b->kind == BLOCK_SECTION || b->kind == BLOCK_PARA) {
			enum mark_kind kind = block_mark(b).kind;

			if (kind == MARK_KR_LABEL || kind == MARK_OBJECTIVE)
				return kind == MARK_KR_LABEL;
			if (b->kind == BLOCK_SECTION)
				return false;
		} else if (b->kind == BLOCK_LIST && b->first) {
			if (list_first(b->first).mark.kind == MARK_KR_LABEL)
				return true;
		}
	}
	return false;
}

/* Are all items short names over tasks?  They group key results. */
static bool is_grouped(const struct block *list)
{
	enum { LONGEST = 24, LEAST = 3 };
	size_t n = 0;

	for (const struct block *i = list->first; i; i = i->next, n++) {
		struct first f = list_first(i);
		const struct block *below = f.para ? f.para->next : NULL;

		if (!below || below->kind != BLOCK_LIST || i->task ||
			f.mark.kind != MARK_NONE || f.text.s.n > LONGEST ||
			talk_begins_aim(f.text.s))
			return false;
		for (const struct block *t = below->first; t; t = t->next) {
			if (!t->task)
				return false;
		}
	}
	return n >= LEAST;
}

static_assert(FIELD_MEASURE_TYPE < 64, "a bit for each field");

struct facts list_facts(struct reader *r, const struct block *list)
{
	struct facts facts = {.nested = each_has_list(list),
		.measurable = is_measurable_list(r->a, list),
		.early = is_early(list),
		.grouped = is_grouped(list)};

	for (const struct block *i = list->first; i; i = i->next) {
		struct first f = list_first(i);
		uint64_t bit = (uint64_t)1 << f.mark.field;

		facts.marked |= f.mark.kind == MARK_KEY_RESULT;
		if (!f.para || f.mark.kind != MARK_FIELD)
			continue;
		facts.often |= facts.fields & bit;
		facts.fields |= bit;
	}
	return facts;
}

bool list_field_of_last(const struct facts *facts, const struct first *f)
{
	static const enum field OF_KRS[] = {FIELD_BASELINE, FIELD_TARGET,
		FIELD_CURRENT, FIELD_METRIC, FIELD_UNIT, FIELD_MEASURE_TYPE};

	if (!f->para || f->mark.kind != MARK_FIELD)
		return false;
	if (facts->often >> f->mark.field & 1)
		return true;
	for (size_t i = 0; i < COUNT_OF(OF_KRS); i++) {
		if (f->mark.field == OF_KRS[i])
			return true;
	}
	return false;
}

bool list_label_of_last(
	struct reader *r, const struct facts *facts, const struct first *f)
{
	enum { LONGEST = 32, MOST_WORDS = 3 };
	size_t colon, words = 1;
	struct str name;

	if (!facts->fields || !f->para || f->mark.kind != MARK_NONE)
		return false;
	colon = str_find_char(str_sub(f->text.s, 0, LONGEST), ':');
	if (colon == STR_NONE)
		return false;
	name = str_sub(f->text.s, 0, colon);
	for (size_t i = 0; i < name.n; i++)
		words += name.p[i] == ' ';
	return words <= MOST_WORDS && !talk_begins_aim(f->text.s) &&
	       !is_measurable(r->a, f->text.s) && colon + 1 < f->text.s.n &&
	       str_is_space(f->text.s.p[colon + 1]);
}

bool list_has_marked(const struct block *list)
{
	for (const struct block *i = list->first; i; i = i->next) {
		if (list_first(i).mark.kind == MARK_KEY_RESULT)
			return true;
	}
	return false;
}

bool list_is_contents(const struct block *list)
{
	const struct block *first = list->first ? list->first->first : NULL;

	return is_link_list(list) && first && first->text.links.n &&
	       str_starts(first->text.links.v[0].url, "#");
}

bool list_begins_talk(const struct block *list)
{
	struct first f;
	struct str s;

	if (!list->first)
		return false;
	f = list_first(list->first);
	if (!f.para || f.mark.kind != MARK_NONE)
		return false;
	s = str_trim(piece_from(f.text, f.mark.plain).s);
	return talk_explains(s) || (str_ends(s, "?") && talk_asks(s));
}
