/*
 * After the walk: what was no objective goes, texts are taken apart.
 */
#include "reader_p.h"

#include "attr.h"
#include "buf.h"
#include "decimal.h"

static bool has_digit(const char *s)
{
	for (; *s; s++) {
		if (str_is_digit(*s))
			return true;
	}
	return false;
}

/* "Objective: what we want to achieve" explains the word. */
static bool is_definition(const struct objective *o)
{
	static const char *const BEGINS[] = {"a ", "an ", "the ", "what ",
		"where ", "how ", "your ", "is ", "are ", "qualitative",
		"describes", "defines", "goals ", "one "};

	for (size_t i = 0; i < o->key_results.n; i++) {
		if (has_digit(o->key_results.v[i].text) ||
			o->key_results.v[i].target)
			return false;
	}
	for (size_t i = 0; i < COUNT_OF(BEGINS); i++) {
		if (str_istarts(str_of(o->title), BEGINS[i]))
			return true;
	}
	return false;
}

static void drop_empty_krs(struct objective *o, int *map)
{
	size_t kept = 0;

	for (size_t i = 0; i < o->key_results.n; i++) {
		bool keep = o->key_results.v[i].text[0] != 0;

		map[i] = keep ? (int)kept : NO_INDEX;
		if (keep)
			o->key_results.v[kept++] = o->key_results.v[i];
	}
	o->key_results.n = kept;
}

static bool has_children(const struct reader *r, int index)
{
	for (size_t i = (size_t)index + 1; i < r->m->objectives.n; i++) {
		if (r->m->objectives.v[i].parent == index)
			return true;
	}
	return false;
}

/* Is there an objective of that title that has key results? */
static bool is_repeated(const struct reader *r, size_t index)
{
	const struct objective *o = r->m->objectives.v;

	for (size_t i = r->first; i < r->m->objectives.n; i++) {
		if (i != index && o[i].key_results.n &&
			str_ieq(str_of(o[i].title), str_of(o[index].title)))
			return true;
	}
	return false;
}

static bool is_none(const struct reader *r, size_t index)
{
	const struct objective *o = &r->m->objectives.v[index];
	const struct extra *e = &r->extras.v[index - r->first];

	if ((int)index == r->issue)
		return false;
	if (e->unnumbered && is_definition(o))
		return !has_children(r, (int)index);
	if (o->key_results.n)
		return false;
	if (e->table_row)
		return is_repeated(r, index);
	return (!o->title[0] || e->weak) && !has_children(r, (int)index);
}

void prune(struct reader *r)
{
	struct objectives *all = &r->m->objectives;
	int *map = ARENA_ARRAY(r->a, int, all->n + 1);
	size_t kept = r->first;

	for (size_t i = r->first; i < all->n; i++) {
		struct objective *o = &all->v[i];
		int *krs = ARENA_ARRAY(r->a, int, o->key_results.n + 1);

		drop_empty_krs(o, krs);
		(void)krs;
	}
	for (size_t i = r->first; i < all->n; i++) {
		map[i] = is_none(r, i) ? NO_INDEX : (int)kept++;
		if (map[i] == NO_INDEX)
			explain(r, all->v[i].source.line, "left alone",
				all->v[i].title);
	}
	for (size_t i = r->first; i < all->n; i++) {
		struct objective *o = &all->v[i];

		if (o->parent != NO_INDEX && (size_t)o->parent >= r->first)
			o->parent = map[o->parent];
		if (o->parent == NO_INDEX)
			o->parent_kr = NO_INDEX;
		if (map[i] == NO_INDEX)
			continue;
		r->extras.v[(size_t)map[i] - r->first] =
			r->extras.v[i - r->first];
		all->v[map[i]] = *o;
	}
	all->n = kept;
	r->extras.n = kept - r->first;
}

void finish(struct reader *r)
{
	for (size_t i = r->first; i < r->m->objectives.n; i++) {
		struct objective *o = &r->m->objectives.v[i];

		if (!o->title[0])
			o->title = o->section[0] ? o->section : r->title;
		if (!o->title[0])
			o->title = arena_printf(r->a, "Objective %s",
				o->number[0] ? o->number : "1");
	}
}
