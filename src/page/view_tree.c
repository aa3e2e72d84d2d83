/*
 * The tree of the cascade layout: objectives with key results, and below each
 * the objectives that support it.
 */
#include "view_p.h"

static struct value *node(const struct view *v, size_t at, int depth);

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
	const struct view *v, struct value *list, size_t k, int depth)
{
	size_t end = depth < VIEW_DEPTH ? k + 1 : branch_end(v, k);

	for (; k < end; k++)
		value_push(v->a, list, node(v, k, depth));
}

/* The nodes right below the one at i that support its key result kr (of n),
 * or the whole of it for NO_INDEX. */
static struct value *children(
	const struct view *v, size_t i, int kr, int n, int depth)
{
	struct value *list = value_list(v->a);
	size_t end = branch_end(v, i);

	if (depth >= VIEW_DEPTH)
		return list;
	for (size_t k = i + 1; k < end; k = branch_end(v, k)) {
		int under = v->m->objectives.v[v->tree[k]].parent_kr;

		if (under < 0 || under >= n)
			under = NO_INDEX;
		if (under == kr)
			add_branch(v, list, k, depth + 1);
	}
	return list;
}

static struct value *node(const struct view *v, size_t at, int depth)
{
	struct arena *a = v->a;
	struct value *krs = view_key_results(v, v->tree[at]), *map;
	int n = (int)krs->list.n;

	map = view_objective(v, v->tree[at], krs);
	for (int k = 0; k < n; k++)
		view_set_list(a, krs->list.v[k], "children",
			children(v, at, k, n, depth));
	view_set_list(a, map, "children", children(v, at, NO_INDEX, n, depth));
	return map;
}

struct value *view_tree(const struct view *v)
{
	struct value *list = value_list(v->a);

	for (size_t i = 0; i < v->m->objectives.n; i = branch_end(v, i))
		value_push(v->a, list, node(v, i, 0));
	return list;
}
