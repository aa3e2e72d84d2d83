/*
 * The tree's own functions, and what is known of HTML tags in running text.
 */
#include "doc_p.h"

#include "attr.h"

void block_append(
	struct block *parent, struct block *b, enum block_kind kind, int line)
{
	*b = (struct block){.kind = kind, .line = line, .parent = parent};
	if (parent->last)
		parent->last->next = b;
	else
		parent->first = b;
	parent->last = b;
}

struct block *block_add(
	struct arena *a, struct block *parent, enum block_kind kind, int line)
{
	struct block *b = ARENA_NEW(a, struct block);

	block_append(parent, b, kind, line);
	return b;
}

struct block *doc_section(
	struct arena *a, struct block *doc, int level, int line)
{
	struct block *under = doc, *b;

	while (under->last && under->last->kind == BLOCK_SECTION &&
		under->last->level < level)
		under = under->last;
	b = block_add(a, under, BLOCK_SECTION, line);
	b->level = level;
	return b;
}

int rich_line(const struct block *b, size_t at)
{
	size_t low = 0, high = b->text.turns.n;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (b->text.turns.v[middle].at <= at)
			low = middle + 1;
		else
			high = middle;
	}
	return low && b->text.turns.v[low - 1].line
		       ? b->text.turns.v[low - 1].line
		       : b->line;
}

struct rich rich_part(
	struct arena *a, const struct block *b, size_t from, size_t to)
{
	const struct rich *all = &b->text;
	struct rich part = {
		.s = str_sub(all->s, from, to), .flags = all->flags + from};

	*vec_add(a, &part.turns) = (struct turn){0, rich_line(b, from)};
	for (size_t i = 0; i < all->turns.n; i++) {
		const struct turn *t = &all->turns.v[i];

		if (t->at > from && t->at < to)
			*vec_add(a, &part.turns) =
				(struct turn){t->at - from, t->line};
	}
	for (size_t i = 0; i < all->links.n; i++) {
		struct span link = all->links.v[i];

		if (link.from < from || link.to > to)
			continue;
		link.from -= from;
		link.to -= from;
		*vec_add(a, &part.links) = link;
	}
	return part;
}

struct str html_tag_name(struct str s)
{
	size_t n = 1;

	if (n < s.n && s.p[n] == '/')
		n++;
	while (n < s.n && str_is_alnum(s.p[n]))
		n++;
	return str_sub(s, 1, n);
}

bool html_is_tag(struct str name)
{
	static const char *const TAGS[] = {"a", "abbr", "b", "big", "br",
		"center", "code", "del", "details", "div", "em", "font", "hr",
		"i", "img", "ins", "kbd", "li", "mark", "ol", "p", "s", "small",
		"span", "strike", "strong", "sub", "summary", "sup", "table",
		"tbody", "td", "th", "thead", "tr", "u", "ul", "input",
		"progress", "button"};

	str_skip_char(&name, '/');
	for (size_t i = 0; i < COUNT_OF(TAGS); i++) {
		if (str_iis(name, TAGS[i]))
			return true;
	}
	return false;
}

bool html_is_striking(struct str name)
{
	str_skip_char(&name, '/');
	return str_iis(name, "del") || str_iis(name, "s") ||
	       str_iis(name, "strike");
}
