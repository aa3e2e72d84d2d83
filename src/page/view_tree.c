/*
 * The tree of the cascade layout: objectives with key results, and below each
 * the objectives that support it.
 */
#include "view_p.h"

struct tree {
	const struct view *v;
	const struct exhibit *exhibits;
};

static struct value *node(const struct tree *t, size_t at, int depth);

/* Where in v->tree the part below the node at i ends. */
static size_t branch_end(const struct view *v, size_t i)
{
	int depth = v->spots[v->tree[i]].depth;
	size_t end = i + 1;

	while (end < v->m->objectives.n && v->spots[v->tree[end]].depth > depth)
		end++;
	return end;
}

/* Adds the branch at k: as a tree, or flat where it would go too deep, since
 * templates nest only so far and nobody reads such an outline. */
static void add_branch(
	const struct tree *t, struct value *list, size_t k, int depth)
{
	size_t end = depth < VIEW_DEPTH ? k + 1 : branch_end(t->v, k);

	for (; k < end; k++)
		value_push(t->v->a, list, node(t, k, depth));
}

/* The nodes right below the one at i that support its key result kr (of n),
 * or the whole of it for NO_INDEX. */
static struct value *children(
	const struct tree *t, size_t i, int kr, int n, int depth)
{
	const struct view *v = t->v;
	struct value *list = value_list(v->a);
	size_t end = depth < VIEW_DEPTH ? branch_end(v, i) : i;

	for (size_t k = i + 1; k < end; k = branch_end(v, k)) {
		int under = v->m->objectives.v[v->tree[k]].parent_kr;

		if (under < 0 || under >= n)
			under = NO_INDEX;
		if (under == kr)
			add_branch(t, list, k, depth + 1);
	}
	return list;
}

static struct value *node(const struct tree *t, size_t at, int depth)
{
	struct arena *a = t->v->a;
	const struct exhibit *e = &t->exhibits[t->v->tree[at]];
	int n = (int)e->key_results->list.n;

	for (int k = 0; k < n; k++)
		view_set_list(a, e->key_results->list.v[k], "children",
			children(t, at, k, n, depth));
	view_set_list(a, e->objective, "children",
		children(t, at, NO_INDEX, n, depth));
	return e->objective;
}

struct value *view_tree(const struct view *v, const struct exhibit *exhibits)
{
	const struct tree t = {v, exhibits};
	struct value *list = value_list(v->a);

	for (size_t i = 0; i < v->m->objectives.n; i = branch_end(v, i)) {
		struct value *map = value_map(v->a);

		value_set_text(v->a, map, "number",
			arena_printf(v->a, "%zu", list->list.n + 1));
		value_set_text(v->a, map, "heading",
			part_root_heading(
				v->a, &v->m->objectives.v[v->tree[i]]));
		value_set(v->a, map, "objective", node(&t, i, 0));
		value_push(v->a, list, map);
	}
	return list;
}
