/*
 * Is a list one of key results where nothing says so?  Numbers in it do, or in
 * those of other objectives: what one has, the others have, too.
 */
#include "list_p.h"

/* The list right below an objective that says so; or NULL. */
static const struct block *list_of_marked(const struct block *b)
{
	const struct block *list =
		b->kind == BLOCK_SECTION ? b->first : b->next;
	struct mark mark;

	while (b->kind == BLOCK_SECTION && list && list->kind == BLOCK_PARA)
		list = list->next;
	if ((b->kind != BLOCK_SECTION && b->kind != BLOCK_PARA) || !list ||
		list->kind != BLOCK_LIST)
		return NULL;
	mark = block_mark(b);
	return mark.kind == MARK_OBJECTIVE && (!mark.weak || mark.numbered)
		       ? list
		       : NULL;
}

/* Are half of the lists below objectives, those that say so, of key results?
 * Then so are the others, which may well have no numbers. */
static bool others_are_measurable(struct reader *r)
{
	enum { MANY = 24 };
	int all = 0, measurable = 0;

	for (struct block *b = r->doc; b && !r->lists && all < MANY;
		b = block_step(b)) {
		const struct block *list = list_of_marked(b);

		all += list != NULL;
		measurable += list && is_list_of_krs(r, list);
	}
	if (!r->lists)
		r->lists = measurable && measurable * 2 >= all ? 1 : -1;
	return r->lists > 0;
}

/* "Objectives" over a list, and no more. */
static bool is_below_objectives(const struct block *list)
{
	const struct block *section = list->parent;
	struct str name;

	if (section->kind != BLOCK_SECTION)
		return false;
	name = str_trim_end(str_trim(section->text.s), ":");
	return str_iis(name, "objectives") || str_iis(name, "our objectives");
}

/* "- Status: done" below each of its items: how far they are. */
static bool is_list_of_tracked(const struct block *list)
{
	static const bool TELL[] = {[FIELD_STATUS] = true,
		[FIELD_RESULT] = true,
		[FIELD_CURRENT] = true,
		[FIELD_PROGRESS] = true,
		[FIELD_GRADE] = true};
	enum { MANY = 24, LEAST = 2 };
	int all = 0;

	for (const struct block *i = list->first; i && all < MANY;
		i = i->next, all++) {
		const struct block *below = i->first ? i->first->next : NULL;
		struct first f;

		if (!below || below->kind != BLOCK_LIST || !below->first)
			return false;
		f = first_of(below->first);
		if (!f.para || f.mark.kind != MARK_FIELD ||
			f.mark.field >= COUNT_OF(TELL) || !TELL[f.mark.field])
			return false;
	}
	return all >= LEAST;
}

/* The same of the items beside that which has this list; below "Objectives" a
 * third of them are enough. */
static bool siblings_are_measurable(struct reader *r, const struct block *list)
{
	enum { MANY = 24, LEAST = 2 };
	const struct block *item = list->parent;
	int all = 0, measurable = 0;

	if (r->siblings.of == item->parent)
		return r->siblings.measured;
	if (item->kind != BLOCK_ITEM ||
		item->parent->parent->kind == BLOCK_ITEM)
		return false;
	for (const struct block *i = item->parent->first; i && all < MANY;
		i = i->next) {
		const struct block *below = i->first ? i->first->next : NULL;

		if (!below || below->kind != BLOCK_LIST)
			continue;
		all++;
		measurable += is_list_of_krs(r, below);
	}
	r->siblings.of = item->parent;
	r->siblings.measured =
		all >= LEAST && measurable &&
		measurable * (is_below_objectives(item->parent) ? 3 : 2) >= all;
	return r->siblings.measured;
}

bool list_is_measured(
	struct reader *r, const struct block *list, struct facts *facts)
{
	if (!facts->measurable)
		facts->measurable =
			is_list_of_krs(r, list) || is_list_of_tracked(list) ||
					siblings_are_measurable(r, list) ||
					others_are_measurable(r)
				? 1
				: -1;
	return facts->measurable > 0;
}
