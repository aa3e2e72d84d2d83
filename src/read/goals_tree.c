/*
 * The tree in which goals that were found by their shape are marked, so that
 * the walk reads them as objectives with key results.
 */
#include "goals_p.h"

static struct block *add_copy(struct arena *a, struct block *parent,
	const struct block *from, enum block_kind kind)
{
	struct block *b = ARENA_NEW(a, struct block);

	block_append(parent, b, kind, from->line);
	b->level = from->level;
	b->text = from->text;
	b->first = from->first;
	b->last = from->last;
	b->mark = from->mark;
	b->task = from->task;
	b->number = from->number;
	b->ordered = from->ordered;
	return b;
}

struct block *goal_add_told(struct arena *a, struct block *parent,
	const struct block *from, struct mark mark)
{
	struct block *b = add_copy(a, parent, from, BLOCK_SECTION);
	struct mark *kept = ARENA_NEW(a, struct mark);

	*kept = mark;
	b->mark = kept;
	b->told = true;
	b->first = b->last = NULL;
	return b;
}

/* The entries of a paragraph as items of a list. */
static void add_items(
	struct reader *r, struct block *list, const struct block *para)
{
	struct arena *a = &r->scratch;
	struct entries left = entries_of(para);
	struct str s;

	while (entries_take(&left, &s)) {
		size_t at = (size_t)(s.p - para->text.s.p);
		struct block *item, *p;

		item = block_add(a, list, BLOCK_ITEM, rich_line(para, at));
		p = block_add(a, item, BLOCK_PARA, item->line);
		p->text = rich_part(a, para, at, at + s.n);
	}
}

void goal_add(struct reader *r, struct block *parent, const struct goal *g)
{
	static const unsigned char FLAGS[sizeof "Key results"] = {0};
	struct mark mark = g->mark;
	struct block *goal, *label;

	mark.kind = MARK_OBJECTIVE;
	mark.weak = false;
	goal = goal_add_told(&r->scratch, parent, g->head, mark);
	for (const struct block *b = g->first; b && b != g->end; b = b->next) {
		if (b == g->measures)
			b = g->behind;
		if (!b || b == g->end)
			break;
		if (b->kind == BLOCK_PARA && block_mark(b).kind == MARK_FIELD)
			add_copy(&r->scratch, goal, b, b->kind);
	}
	label = goal_add_told(&r->scratch, goal, g->measures,
		(struct mark){.kind = MARK_KR_LABEL, .plural = true});
	label->text = (struct rich){.s = STR("Key results"), .flags = FLAGS};
	for (const struct block *b = g->measures; b && b != g->behind;
		b = b->next) {
		if (b->kind != BLOCK_PARA) {
			add_copy(&r->scratch, label, b, b->kind);
			continue;
		}
		if (!label->last || label->last->kind != BLOCK_LIST)
			block_add(&r->scratch, label, BLOCK_LIST, b->line);
		add_items(r, label->last, b);
	}
}
