/*
 * Where objectives stand: in sections by level and team, with a label each,
 * and in the tree of what supports what.
 */
#include <assert.h>
#include <string.h>

#include "escape.h"
#include "view_p.h"

static const struct objective *at(const struct view *v, int index)
{
	return &v->m->objectives.v[index];
}

/* The heading an objective stands under; NULL when it has neither level nor
 * team. */
static const char *heading(struct arena *a, const struct objective *o)
{
	const char *team = escaped_plain(a, o->team);

	if (o->level == LEVEL_COMPANY)
		return "Company";
	if (team[0])
		return team;
	if (o->level != LEVEL_NONE)
		return part_title(a, level_name(o->level));
	return NULL;
}

/* Sections in order of level, else of their first objective. */
static void order_sections(struct view *v)
{
	int n = (int)v->m->objectives.n, used = 0;

	for (int level = 0; level <= LEVEL_NONE; level++)
		for (int i = 0; i < n; i++) {
			if ((int)at(v, i)->level != level || v->spots[i].placed)
				continue;
			for (int k = i; k < n; k++) {
				struct spot *s = &v->spots[k];

				if ((int)at(v, k)->level != level ||
					s->placed ||
					strcmp(s->heading,
						v->spots[i].heading) != 0)
					continue;
				s->placed = true;
				v->order[used++] = k;
			}
		}
	assert(used == n); /* each stands in one section */
}

/* A letter of the section and a number that no other one has. */
static void give_labels(struct view *v)
{
	int counts[26] = {0};

	for (size_t i = 0; i < v->m->objectives.n; i++) {
		struct spot *s = &v->spots[v->order[i]];
		char c = str_lower(s->heading[0]);

		if (c < 'a' || c > 'z')
			c = 'o';
		s->label = arena_printf(
			v->a, "%c%d", c - 'a' + 'A', ++counts[c - 'a']);
	}
}

static void give_links(struct view *v)
{
	for (size_t i = 0; i < v->m->objectives.n; i++) {
		struct spot *s = &v->spots[i];
		const char *title = part_heading(v->a, at(v, (int)i)->title);
		const char *id = part_anchor(
			v->a, arena_printf(v->a, "%s %s", s->label, title));

		if (!id)
			id = part_anchor(v->a, s->heading);
		s->link = id ? arena_printf(v->a, "#%s", id) : "";
	}
}

/* In the cascade only the roots of the tree have a heading, which leads to all
 * that stands below. */
static void give_root_links(struct view *v)
{
	const char *link = "";
	int n = 0;

	for (size_t i = 0; i < v->m->objectives.n; i++) {
		int index = v->tree[i];
		const char *id;

		if (v->spots[index].depth == 0) {
			id = part_anchor(v->a,
				arena_printf(v->a, "%d. %s", ++n,
					part_root_heading(v->a, at(v, index))));
			link = id ? arena_printf(v->a, "#%s", id) : "#cascade";
		}
		v->spots[index].link = link;
	}
}

/* For each objective the first one that supports it, and the next one that
 * supports the same; NO_INDEX: none. */
struct branches {
	int *first, *next, *stack;
};

/* Appends an objective and what supports it, in order of the page. */
static size_t grow_tree(
	struct view *v, const struct branches *b, int root, size_t n)
{
	int *stack = b->stack;
	size_t height = 0;

	stack[height++] = root;
	while (height > 0) {
		int i = stack[height - 1];

		if (!v->spots[i].placed) {
			v->spots[i].placed = true;
			v->spots[i].depth = (int)height - 1;
			v->tree[n++] = i;
			if (b->first[i] >= 0) {
				stack[height++] = b->first[i];
				continue;
			}
		}
		/* On to the next one beside it, or back up. */
		if (height > 1 && b->next[i] >= 0)
			stack[height - 1] = b->next[i];
		else
			height--;
	}
	return n;
}

static void order_tree(struct view *v)
{
	size_t n = v->m->objectives.n, used = 0;
	struct branches b = {ARENA_ARRAY(v->a, int, n + 1),
		ARENA_ARRAY(v->a, int, n + 1), ARENA_ARRAY(v->a, int, n + 1)};

	for (size_t i = 0; i < n; i++) {
		v->spots[i].placed = false;
		b.first[i] = b.next[i] = NO_INDEX;
	}
	for (size_t i = n; i-- > 0;) {
		int child = v->order[i], parent = at(v, child)->parent;

		if (parent == NO_INDEX)
			continue;
		b.next[child] = b.first[parent];
		b.first[parent] = child;
	}
	for (size_t i = 0; i < n; i++)
		if (at(v, v->order[i])->parent == NO_INDEX)
			used = grow_tree(v, &b, v->order[i], used);
	/* Circles have no root; linking leaves none, but a model may. */
	for (size_t i = 0; i < n; i++)
		if (!v->spots[v->order[i]].placed)
			used = grow_tree(v, &b, v->order[i], used);
	assert(used == n); /* each stands once in the tree */
}

void view_place(struct view *v)
{
	size_t n = v->m->objectives.n;

	assert(!v->spots && !v->order && !v->tree);
	v->spots = ARENA_ARRAY(v->a, struct spot, n + 1);
	v->order = ARENA_ARRAY(v->a, int, n + 1);
	v->tree = ARENA_ARRAY(v->a, int, n + 1);
	for (size_t i = 0; i < n; i++) {
		const char *name = heading(v->a, at(v, (int)i));

		v->spots[i].heading = name ? name : VIEW_OTHERS;
		v->spots[i].is_team = name != NULL;
	}
	order_sections(v);
	give_labels(v);
	give_links(v);
	order_tree(v);
	if (strcmp(v->o->layout, "cascade") == 0)
		give_root_links(v);
}
