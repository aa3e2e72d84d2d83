/*
 * Checks of the whole set: how many, too alike, too safe, too alone.
 */
#include "lint_p.h"

#include <stdlib.h>

#include "wordlist_p.h"

enum {
	SILO_TEAMS_MAX = 300,
	OVERLAP_OBJECTIVES_MAX = 500,
	OVERLAP_PERCENT = 75,
	OVERLAP_WORDS = 2
};

/* Whose objective it is: a team's, else a person's, else a section's. */
static const char *holder(const struct objective *o)
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
				words_lower(l->a,
					str_of(arena_printf(l->a, "%s\n%s",
						holder(o), o->period.name))),
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
				how_many(l->a, holder(v[i].o), same),
				l->o->max_objectives);
	}
}

static bool is_parent(const struct objective *o, int of)
{
	for (size_t i = 0; i < o->children.n; i++)
		if (o->children.v[i] == of)
			return true;
	return false;
}

/* Do two titles of nx and ny words share three quarters of the longer one? */
static bool is_alike(
	const struct objective *x, int nx, const struct objective *y, int ny)
{
	int more = nx > ny ? nx : ny, fewer = nx < ny ? nx : ny;

	if (fewer < OVERLAP_WORDS || fewer * 100 < more * OVERLAP_PERCENT)
		return false;
	return words_shared(str_of(x->title), str_of(y->title)) * 100 >=
	       more * OVERLAP_PERCENT;
}

/* May the two say the same? Not parent and child, or in different periods. */
static bool is_apart(const struct objectives *all, size_t x, size_t y)
{
	return is_parent(&all->v[x], (int)y) || is_parent(&all->v[y], (int)x) ||
	       strcmp(all->v[x].period.name, all->v[y].period.name) != 0;
}

static void say_overlap(struct lint *l, const struct objective *o,
	const struct objective *other)
{
	static const char ADVICE[] =
		"join the two or let one ladder up to the other";
	const char *whose = holder(other);

	if (str_ieq(str_of(o->title), str_of(other->title)))
		lint_say_at(l, o, "it is an objective of %s%s%s, too: %s",
			*whose ? "'" : "", *whose ? whose : "others",
			*whose ? "'" : "", ADVICE);
	else
		lint_say_at(l, o, "it overlaps with '%s': %s",
			words_short(l->a, other->title), ADVICE);
}

void lint_overlapping_objectives(struct lint *l)
{
	const struct objectives *all = &l->m->objectives;
	size_t n = all->n < OVERLAP_OBJECTIVES_MAX ? all->n
						   : OVERLAP_OBJECTIVES_MAX;
	int *words = ARENA_ARRAY(l->a, int, n);

	for (size_t i = 0; i < n; i++) {
		words[i] = all->v[i].counts
				   ? words_count(str_of(all->v[i].title))
				   : 0;
		for (size_t k = 0; k < i; k++) {
			if (!is_alike(&all->v[k], words[k], &all->v[i],
				    words[i]) ||
				is_apart(all, k, i))
				continue;
			say_overlap(l, &all->v[i], &all->v[k]);
			break;
		}
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

/* A team none of whose objectives is linked to another team's. */
void lint_silo(struct lint *l)
{
	struct rollups teams = rollup_teams(l->a, l->m);
	const struct objectives *all = &l->m->objectives;

	if (teams.n < 2 || teams.n > SILO_TEAMS_MAX || !has_any_link(l))
		return;
	for (size_t t = 0; t < teams.n; t++) {
		const struct objective *first = NULL;
		bool linked = false;

		for (size_t i = 0; i < all->n && !linked; i++) {
			const struct objective *o = &all->v[i];

			if (!str_iis(
				    str_trim(str_of(o->team)), teams.v[t].name))
				continue;
			linked = o->level == LEVEL_COMPANY ||
				 is_linked_outside(l, o);
			if (!first)
				first = o;
		}
		if (!linked && first)
			lint_say_at(l, first,
				"nothing of '%s' ladders up to another team's "
				"objective, or the other way round",
				teams.v[t].name);
	}
}
