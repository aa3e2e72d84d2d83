/*
 * Who has a page: teams (the sections of the periods' pages) and people, with
 * what each holds in every period.  All entries are sorted by name, and each
 * run of one name becomes a group.
 */
#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "escape.h"
#include "groups_p.h"

struct entry {
	const char *key; /* lower case */
	const char *name;
	struct holding h;
};

struct entries {
	VEC_OF(struct entry);
};

static const char *fold(struct arena *a, const char *name)
{
	size_t n = strlen(name);
	char *key = arena_alloc(a, n + 1);

	for (size_t i = 0; i < n; i++)
		key[i] = str_lower(name[i]);
	return key;
}

static void add_entry(struct arena *a, struct entries *list, const char *name,
	struct holding h)
{
	const char *plain = escaped_plain(a, name);

	if (plain[0])
		*vec_add(a, list) = (struct entry){fold(a, plain), plain, h};
}

/* By name, then from new to old, then as on the page, the whole first. */
static int compare_entries(const void *vx, const void *vy)
{
	const struct entry *x = vx, *y = vy;
	int order = strcmp(x->key, y->key);

	if (!order)
		order = x->h.part - y->h.part;
	if (!order)
		order = x->h.place - y->h.place;
	if (!order)
		order = x->h.kr - y->h.kr;
	/* Of two spellings always the same one. */
	return order ? order : strcmp(x->name, y->name);
}

/* Adds a holding, or only its role where the objective is held already. */
static void hold(struct arena *a, struct group *g, struct holding h)
{
	struct holding *last = g->n ? &g->v[g->n - 1] : NULL;

	if (last && last->part == h.part && last->objective == h.objective &&
		(last->kr == NO_INDEX || last->kr == h.kr))
		last->roles |= h.roles;
	else
		*vec_add(a, g) = h;
}

static int compare_groups(const void *vx, const void *vy)
{
	const struct group *x = vx, *y = vy;

	if (x->level != y->level)
		return (int)x->level - (int)y->level;
	return strcmp(x->key, y->key);
}

/* Of one slug in the groups' own order. */
static int compare_slugs(const void *vx, const void *vy)
{
	const struct group *x = *(struct group *const *)vx;
	const struct group *y = *(struct group *const *)vy;
	int order = strcmp(x->slug, y->slug);

	return order ? order : (x > y) - (x < y);
}

static int compare_keys(const void *vx, const void *vy)
{
	const struct group *x = *(struct group *const *)vx;
	const struct group *y = *(struct group *const *)vy;

	return strcmp(x->key, y->key);
}

/* Folders of the groups, by their names alone; clashes get a number.  Two
 * hyphens are in no slug, so that it meets no other name. */
static void give_paths(struct arena *a, struct group_set *set, const char *top)
{
	int same = 1;

	set->by_key = ARENA_ARRAY(a, struct group *, set->n + 1);
	for (size_t i = 0; i < set->n; i++) {
		set->by_key[i] = &set->v[i];
		set->v[i].slug = escape_slug(a, str_of(set->v[i].name));
	}
	if (set->n > 1)
		qsort(set->by_key, set->n, sizeof(*set->by_key), compare_slugs);
	for (size_t i = 0; i < set->n; i++) {
		struct group *g = set->by_key[i];

		same = i > 0 && strcmp(set->by_key[i - 1]->slug, g->slug) == 0
			       ? same + 1
			       : 1;
		g->path = same == 1 ? arena_printf(a, "%s/%s/", top, g->slug)
				    : arena_printf(a, "%s/%s--%d/", top,
					      g->slug, same);
	}
	if (set->n > 1)
		qsort(set->by_key, set->n, sizeof(*set->by_key), compare_keys);
}

static struct group_set make_set(struct arena *a, const struct stages *stages,
	struct entries *list, const char *top)
{
	struct group_set set = {0};
	struct group *g = NULL;

	if (list->n > 1)
		qsort(list->v, list->n, sizeof(*list->v), compare_entries);
	for (size_t i = 0; i < list->n; i++) {
		const struct entry *e = &list->v[i];
		const struct model *m = stages->v[e->h.part].view.m;
		enum level level = m->objectives.v[e->h.objective].level;

		if (i == 0 || strcmp(list->v[i - 1].key, e->key) != 0) {
			g = vec_add(a, &set);
			*g = (struct group){.key = e->key,
				.name = e->name,
				.level = LEVEL_NONE};
		}
		if (level < g->level)
			g->level = level;
		hold(a, g, e->h);
	}
	if (set.n > 1)
		qsort(set.v, set.n, sizeof(*set.v), compare_groups);
	give_paths(a, &set, top);
	return set;
}

static void add_objective(struct arena *a, struct entries *teams,
	struct entries *owners, const struct stages *stages, struct holding h)
{
	const struct view *v = &stages->v[h.part].view;
	const struct objective *o = &v->m->objectives.v[h.objective];

	h.roles = ROLE_TEAM;
	if (v->spots[h.objective].is_team)
		add_entry(a, teams, v->spots[h.objective].heading, h);
	h.roles = ROLE_OWNER;
	add_entry(a, owners, o->owner, h);
	h.roles = ROLE_DRI;
	add_entry(a, owners, o->dri, h);
	h.roles = ROLE_KEY_RESULT;
	for (size_t k = 0; k < o->key_results.n; k++) {
		h.kr = (int)k;
		add_entry(a, owners, o->key_results.v[k].owner, h);
	}
}

struct groups groups_make(struct arena *a, const struct stages *stages)
{
	struct entries teams = {0}, owners = {0};

	for (size_t p = 0; p < stages->n; p++)
		for (size_t i = 0; i < stages->v[p].view.m->objectives.n; i++)
			add_objective(a, &teams, &owners, stages,
				(struct holding){.part = (int)p,
					.objective = stages->v[p].view.order[i],
					.place = (int)i,
					.kr = NO_INDEX});
	return (struct groups){make_set(a, stages, &teams, "teams"),
		make_set(a, stages, &owners, "owners")};
}

const char *groups_path(
	struct arena *a, const struct group_set *set, const char *name)
{
	struct group want = {.key = fold(a, escaped_plain(a, name))};
	struct group *key = &want, **found = NULL;

	assert(set && name);
	if (want.key[0] && set->n)
		found = bsearch(&key, set->by_key, set->n, sizeof(*set->by_key),
			compare_keys);
	return found ? (*found)->path : "";
}
