/*
 * What kind of document it is, looked at before the walk: whether it speaks
 * of OKRs, by which marks, and whether its "key results" are what some
 * project found.
 */
#include "reader_p.h"

#include "attr.h"
#include "talk_p.h"

struct tally {
	bool told;             /* OKRs are spoken of, or marked */
	bool aimed;            /* "Objectives", of a project at least */
	size_t items;          /* below "Key results", some of them ... */
	size_t aims, findings; /* ... and what they are like */
};

struct block *block_step(struct block *b)
{
	if (b->first && b->kind != BLOCK_LEFT)
		return b->first;
	while (b && !b->next)
		b = b->parent;
	return b ? b->next : NULL;
}

/* "Cut waste to 5 %", "NPS >= 40", "3 -> 5" */
static bool is_aim(struct str s)
{
	static const char *const SIGNS[] = {
		"\u2265", "\u2264", ">", "<", "\u2192"};

	for (size_t i = 0; i < COUNT_OF(SIGNS); i++) {
		if (str_find(s, str_of(SIGNS[i])) != STR_NONE)
			return true;
	}
	return talk_begins_aim(s);
}

/* "Accuracy: 94 %", "\u2705 fast enough": how it turned out. */
static bool is_finding(struct str s)
{
	static const char *const BEGINS[] = {"\u2705", "\u274c", "\u2714"};
	enum { LABEL = 60 };

	for (size_t i = 0; i < COUNT_OF(BEGINS); i++) {
		if (str_starts(s, BEGINS[i]))
			return true;
	}
	return str_find_char(str_sub(s, 0, LABEL), ':') != STR_NONE ||
	       str_find(s, STR("\u2248")) != STR_NONE;
}

/* The items of lists below "Key results", or below headings in it. */
static void count_items(const struct block *b, struct tally *t)
{
	enum { MANY = 24, FAR = 12 };

	for (int n = 0; b && n < FAR; b = b->next, n++) {
		const struct block *i = b->kind == BLOCK_LIST ? b->first : NULL;

		if (b->kind == BLOCK_SECTION && b->first &&
			b->first->kind == BLOCK_LIST)
			i = b->first->first;
		for (; i && t->items < MANY; i = i->next) {
			struct str s;

			if (!i->first || i->first->kind != BLOCK_PARA)
				continue;
			s = str_trim(i->first->text.s);
			t->items++;
			if (i->task || is_aim(s))
				t->aims++;
			else if (is_finding(s))
				t->findings++;
		}
		if (b->kind == BLOCK_LIST || b->kind == BLOCK_TABLE)
			return;
	}
}

/* What a block tells of the whole document. */
static void look_at(struct reader *r, const struct block *b, struct tally *t)
{
	struct mark mark = block_mark(b);
	bool section = b->kind == BLOCK_SECTION;
	bool marked =
		mark.kind == MARK_KEY_RESULT || mark.kind == MARK_OBJECTIVE;
	bool named =
		vocab_has(b->text.s, "okr") || vocab_has(b->text.s, "okrs");

	/* "O2 adds new KR:" tells of a plan; nobody owns it */
	if (mark.kind == MARK_KEY_RESULT && mark.prefix.n && !mark.numbered &&
		b->parent->kind == BLOCK_ITEM && !str_has_digit(mark.prefix))
		r->cascade = true;
	if (mark.kind == MARK_KEY_RESULT || mark.kind == MARK_KR_LABEL ||
		(named && (section || (mark.kind == MARK_OBJECTIVE &&
					      mark.numbered))))
		r->named = true;
	if (marked || (mark.kind == MARK_KR_LABEL && section))
		r->okrs = true;
	if (mark.kind == MARK_OBJECTIVE && !mark.weak)
		r->marked = true;
	t->told = t->told || marked || named;
	t->aimed = t->aimed || mark.kind == MARK_OBJ_LABEL;
	if (mark.kind == MARK_KR_LABEL)
		count_items(section ? b->first : b->next, t);
}

void find_manner(struct reader *r)
{
	struct tally t = {.told = r->url[0] != '\0'};

	r->named = r->named || r->url[0] ||
		   vocab_has(str_of(r->title), "okr") ||
		   vocab_has(str_of(r->title), "okrs") ||
		   (vocab_has(str_of(r->title), "objectives") &&
			   vocab_has_key_result(str_of(r->title))) ||
		   str_ifind(str_of(r->file), STR("okr")) != STR_NONE;
	r->okrs = r->okrs || vocab_has_okr(str_of(r->title)) ||
		  vocab_has(str_of(r->title), "goals") ||
		  vocab_has(str_of(r->title), "goal") ||
		  str_ifind(str_of(r->file), STR("okr")) != STR_NONE;
	for (struct block *b = r->doc; b; b = block_step(b)) {
		if (b->kind == BLOCK_TABLE)
			table_mend(&r->scratch, b);
		if (b->kind != BLOCK_PARA && b->kind != BLOCK_SECTION)
			continue;
		block_keep_mark(&r->scratch, b);
		look_at(r, b, &t);
	}
	r->report = !t.told && !r->ours && t.aims * 2 < t.items &&
		    t.findings * (t.aimed ? 2 : 3) >= t.items;
	if (r->report)
		r->named = r->okrs = false;
}
