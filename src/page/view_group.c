/*
 * The page of a team or a person: what they hold, over all periods.  The
 * newest period is shown whole, the older ones as a line an objective.
 */
#include "escape.h"

#include <assert.h>
#include "groups_p.h"

void holding_add(
	struct totals *t, const struct stage *s, const struct holding *h)
{
	const struct objective *o = &s->view.m->objectives.v[h->objective];

	assert(h->objective >= 0 &&
		(size_t)h->objective < s->view.m->objectives.n);
	if (h->kr == NO_INDEX)
		totals_add_objective(t, &s->view, o);
	else
		totals_add_key_result(t, &s->view, o, &o->key_results.v[h->kr]);
}

static const char *role_words(unsigned roles)
{
	static const char *const WORDS[ROLE_KEY_RESULT + 1] = {
		[ROLE_OWNER] = "owner",
		[ROLE_DRI] = "DRI",
		[ROLE_OWNER | ROLE_DRI] = "owner and DRI",
		[ROLE_KEY_RESULT] = "key result",
	};

	roles &= roles & (ROLE_OWNER | ROLE_DRI) ? ROLE_OWNER | ROLE_DRI
						 : ROLE_KEY_RESULT;
	return WORDS[roles] ? WORDS[roles] : "";
}

/* One row: {role, objective, key_result}; the last is null for a whole
 * objective. */
static struct value *row(
	struct arena *a, const struct stage *s, const struct holding *h)
{
	const struct exhibit *e = &s->exhibits[h->objective];
	struct value *map = value_map(a);

	value_set_text(a, map, "role", role_words(h->roles));
	value_set(a, map, "objective", e->objective);
	value_set(a, map, "key_result",
		h->kr == NO_INDEX ? value_null(a)
				  : e->key_results->list.v[h->kr]);
	return map;
}

/* What of the holdings needs a look. */
static void set_looks(struct value *map, const struct stage *s,
	const struct holding *h, size_t n)
{
	struct arena *a = s->view.a;
	int *indexes = ARENA_ARRAY(a, int, n + 1);
	size_t wholes = 0, more;

	for (size_t i = 0; i < n; i++)
		if (h[i].kr == NO_INDEX)
			indexes[wholes++] = h[i].objective;
	view_set_list(
		a, map, "looks", view_looks(&s->view, indexes, wholes, &more));
	value_set_text(
		a, map, "more_looks", more ? arena_printf(a, "%zu", more) : "");
}

/* One period of a group, n holdings from h on. */
static struct value *group_period(
	const struct stage *s, const struct holding *h, size_t n, bool newest)
{
	struct arena *a = s->view.a;
	struct value *map = value_map(a), *rows = value_list(a);
	struct value *objectives = value_list(a);
	struct totals t = {0};

	for (size_t i = 0; i < n; i++) {
		holding_add(&t, s, &h[i]);
		value_push(a, rows, row(a, s, &h[i]));
		if (h[i].kr == NO_INDEX)
			value_push(a, objectives,
				s->exhibits[h[i].objective].objective);
	}
	value_set(a, map, "period", view_period_map(s));
	value_set_markup(
		a, map, "page", arena_printf(a, "../../%s/", s->folder));
	value_set_bool(a, map, "is_newest", newest);
	totals_set(a, map, &t);
	value_set(a, map, "rows", rows);
	value_set(a, map, "objectives", objectives);
	set_looks(map, s, h, n);
	return map;
}

struct value *view_group(struct arena *a, const struct group *g, bool team,
	const struct stages *stages, const struct page_options *o)
{
	struct value *map = value_map(a), *list = value_list(a);
	size_t same;

	assert(g->n > 0);
	for (size_t i = 0; i < g->n; i += same) {
		for (same = 1;
			i + same < g->n && g->v[i + same].part == g->v[i].part;)
			same++;
		value_push(a, list,
			group_period(&stages->v[g->v[i].part], &g->v[i], same,
				i == 0));
	}
	value_set(a, map, "front",
		view_front(a, arena_printf(a, "%s OKRs", g->name),
			arena_printf(a,
				team ? "Objectives and key results of %s in "
				       "all periods."
				     : "What %s owns or is responsible for, "
				       "in all periods.",
				g->name)));
	value_set_text(a, map, "title", arena_printf(a, "%s OKRs", g->name));
	value_set_text(a, map, "name", g->name);
	value_set_text(a, map, "level", level_name(g->level));
	value_set_markup(a, map, "root", "../../");
	value_set_bool(a, map, "is_team", team);
	value_set(a, map, "periods", list);
	value_set(a, map, "source", view_source(a, o));
	return map;
}
