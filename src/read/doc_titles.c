/*
 * "1. A title" over a table, and the next one, and the next: items that stand
 * for headings.  Their lists are taken apart, so that the titles are lines in
 * bold type with the tables behind them.
 */
#include "doc_p.h"

enum { LONGEST_TITLE = 200, DEEPEST = 8 };

static bool has_table(const struct block *item)
{
	for (const struct block *b = item->first; b; b = b->next) {
		if (b->kind == BLOCK_TABLE)
			return true;
	}
	return false;
}

/* An item over a table, in it or behind its list. */
static bool is_title(const struct block *list, const struct block *item)
{
	const struct block *p = item->first, *behind = list->next;
	struct str s;

	if (!p || p->kind != BLOCK_PARA || item->task)
		return false;
	s = str_trim(p->text.s);
	if (!s.n || s.n > LONGEST_TITLE || str_ends(s, ":"))
		return false;
	return has_table(item) ||
	       (!item->next && behind && behind->kind == BLOCK_TABLE);
}

/* How many titles a list has; 0 where another item is among them. */
static size_t count_titles(const struct block *list)
{
	size_t n = 0;

	for (const struct block *i = list->first; i; i = i->next, n++) {
		if (!is_title(list, i))
			return 0;
	}
	return n;
}

static void make_bold(struct arena *a, struct block *p)
{
	unsigned char *flags = arena_alloc(a, p->text.s.n + 1);

	for (size_t i = 0; i < p->text.s.n; i++)
		flags[i] = p->text.flags[i] | TEXT_BOLD;
	p->text.flags = flags;
}

/* The blocks of the list's items as the parent's, from *end on. */
static struct block **take_apart(struct arena *a, struct block *parent,
	struct block *list, struct block **end)
{
	struct block *next = list->next;

	for (struct block *i = list->first; i; i = i->next) {
		make_bold(a, i->first);
		for (*end = i->first; *end; end = &(*end)->next) {
			(*end)->parent = parent;
			parent->last = *end;
		}
	}
	*end = next;
	return end;
}

static void free_titles(struct arena *a, struct block *parent, int depth)
{
	struct block **at = &parent->first;
	size_t titles = 0;

	for (struct block *b = parent->first; b; b = b->next) {
		if (b->kind == BLOCK_SECTION && depth < DEEPEST)
			free_titles(a, b, depth + 1);
		else if (b->kind == BLOCK_LIST)
			titles += count_titles(b);
	}
	if (titles < 2)
		return;
	while (*at) {
		if ((*at)->kind == BLOCK_LIST && count_titles(*at))
			at = take_apart(a, parent, *at, at);
		else
			at = &(*at)->next;
	}
	for (struct block *b = parent->first; b; b = b->next)
		parent->last = b;
}

void doc_titles(struct arena *a, struct block *doc)
{
	free_titles(a, doc, 0);
}
