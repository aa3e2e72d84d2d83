/*
 * Checks of the whole set: how many, too safe, too alone.
 */
#include "lint_p.h"

#include <stdlib.h>

#include "wordlist_p.h"

const char *lint_holder(const struct objective *o)
{
	return o->team[0]      ? o->team
	       : o->owner[0]   ? o->owner
	       : o->section[0] ? o->section
			       : level_name(o->level);
}

struct held {
	struct str key;
	const struct objective *o;
};

static int compare(const void *va, const void *vb)
{
	const struct held *a = va, *b = vb;
	int c = str_cmp(a->key, b->key);

	return c ? c : (a->o > b->o) - (a->o < b->o);
}

/* The objectives that count, sorted by holder and period. */
static struct held *sort_held(struct lint *l, size_t *n)
{
	const struct objectives *all = &l->m->objectives;
	struct held *v = ARENA_ARRAY(l->a, struct held, all->n);

	*n = 0;
	for (size_t i = 0; i < all->n; i++) {
		const struct objective *o = &all->v[i];

		if (o->counts && o->outcome == OUTCOME_NONE)
			v[(*n)++] = (struct held){
				words_lower(
					l->a, str_of(arena_printf(l->a,
						      "%s\n%s", lint_holder(o),
						      o->period.name))),
				o};
	}
	if (*n)
		qsort(v, *n, sizeof *v, compare);
	return v;
}

static const char *how_many(struct arena *a, const char *who, size_t n)
{
	return *who ? arena_printf(a, "'%s' has %zu objectives", who, n)
		    : arena_printf(a, "%zu objectives have no owner", n);
}

void lint_too_many_objectives(struct lint *l)
{
	size_t n, same;
	struct held *v = sort_held(l, &n);

	for (size_t i = 0; i < n; i += same) {
		for (same = 1;
			i + same < n && str_eq(v[i].key, v[i + same].key);)
			same++;
		if ((int)same > l->o->max_objectives)
			lint_say_at(l, v[i + (size_t)l->o->max_objectives].o,
				"%s, more than %d: keep those that matter most",
				how_many(l->a, lint_holder(v[i].o), same),
				l->o->max_objectives);
	}
}

void lint_too_many_committed(struct lint *l)
{
	enum { FEW = 3 };
	const struct objectives *all = &l->m->objectives;
	size_t committed = 0, typed = 0;

	for (size_t i = 0; i < all->n; i++) {
		if (!all->v[i].counts || all->v[i].type == TYPE_NONE)
			continue;
		typed++;
		committed += all->v[i].type == TYPE_COMMITTED;
	}
	if (typed >= FEW && committed == typed)
		lint_say_at(l, &all->v[0],
			"all %zu objectives that say so are committed: let "
			"some aim higher than you are sure of",
			typed);
}

static bool is_linked_outside(const struct lint *l, const struct objective *o)
{
	const struct objective *all = l->m->objectives.v;
	const struct indexes *both[] = {&o->parents, &o->children};

	for (size_t b = 0; b < 2; b++)
		for (size_t i = 0; i < both[b]->n; i++)
			if (!str_ieq(str_of(all[both[b]->v[i]].team),
				    str_of(o->team)))
				return true;
	return false;
}

static bool has_any_link(const struct lint *l)
{
	for (size_t i = 0; i < l->m->objectives.n; i++)
		if (l->m->objectives.v[i].parents.n)
			return true;
	return false;
}

/* The objectives that count, by team; those of none are left out. */
static struct held *sort_teams(struct lint *l, size_t *n)
{
	const struct objectives *all = &l->m->objectives;
	struct held *v = ARENA_ARRAY(l->a, struct held, all->n);

	*n = 0;
	for (size_t i = 0; i < all->n; i++) {
		struct str team = str_trim(str_of(all->v[i].team));

		if (all->v[i].counts && team.n)
			v[(*n)++] = (struct held){
				words_lower(l->a, team), &all->v[i]};
	}
	if (*n)
		qsort(v, *n, sizeof *v, compare);
	return v;
}

/* A team none of whose objectives is linked to another team's. */
void lint_silo(struct lint *l)
{
	size_t n, same;
	struct held *v = sort_teams(l, &n);

	if (!n || str_eq(v[0].key, v[n - 1].key) || !has_any_link(l))
		return;
	for (size_t i = 0; i < n; i += same) {
		bool linked = false;

		for (same = 0;
			i + same < n && str_eq(v[i].key, v[i + same].key);
			same++)
			linked = linked ||
				 v[i + same].o->level == LEVEL_COMPANY ||
				 is_linked_outside(l, v[i + same].o);
		if (!linked)
			lint_say_at(l, v[i].o,
				"nothing of '%s' ladders up to another team's "
				"objective, or the other way round",
				v[i].o->team);
	}
}
