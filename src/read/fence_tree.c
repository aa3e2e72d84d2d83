/*
 * A tree that is drawn with the signs for boxes, as a list of markdown: what
 * hangs on a branch stands below it.
 */
#include "fence_p.h"

#include "attr.h"

/* A line's text, and where it stands: twig, it hangs on a branch. */
struct hung {
	size_t column;
	bool twig;
	struct str text;
};

static struct hung hung_of(struct str line)
{
	enum { TWIGS = 3 };
	static const char *const SIGNS[] = {"\u251c", "\u2514", "\u2570",
		"\u2500", "\u2502", " ", "\u00a0"};
	struct hung b = {.text = str_trim_right(line)};
	size_t i = 0;

	while (i < COUNT_OF(SIGNS)) {
		if (str_skip(&b.text, SIGNS[i])) {
			b.twig = b.twig || i < TWIGS;
			b.column++;
			i = 0;
		} else {
			i++;
		}
	}
	return b;
}

bool drawn_is_tree(struct str lines)
{
	struct str line;

	while (str_take_line(&lines, &line)) {
		if (hung_of(line).twig)
			return true;
	}
	return false;
}

/* How deep it stands: below all branches that began left of it, and below the
 * one that it only goes on from. */
static size_t depth_of(struct drawn *t, const struct hung *b)
{
	size_t deep;

	while (t->n && (t->column[t->n - 1] > b->column ||
			       (t->column[t->n - 1] == b->column && b->twig)))
		t->n--;
	deep = t->n;
	if ((b->twig || !b->column) && t->n < COUNT_OF(t->column))
		t->column[t->n++] = b->column;
	return deep;
}

struct str drawn_line(struct arena *a, struct drawn *t, struct str line)
{
	struct hung b;
	size_t deep;

	if (!t->any)
		return line;
	b = hung_of(line);
	if (!b.text.n || b.text.p[0] == '#')
		return b.text;
	if (!b.column)
		t->n = 0;
	deep = depth_of(t, &b);
	str_skip(&b.text, "- ");
	return str_of(arena_printf(
		a, "%*s- %.*s", (int)deep * 2, "", STR_ARG(b.text)));
}
