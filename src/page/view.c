/*
 * The values of a whole page: a period's, and the index of periods.
 */
#include <assert.h>
#include <string.h>

#include "escape.h"
#include "groups_p.h"

static const struct objective *objective(const struct view *v, int index)
{
	return &v->m->objectives.v[index];
}

void view_set_list(struct arena *a, struct value *map, const char *name,
	struct value *list)
{
	assert(list->type == VALUE_LIST);
	value_set(a, map, name, list);
	value_set_bool(
		a, map, arena_printf(a, "has_%s", name), list->list.n > 0);
}

void view_mark_last(struct arena *a, struct value *list)
{
	assert(list->type == VALUE_LIST);
	for (size_t i = 0; i < list->list.n; i++)
		value_set_bool(
			a, list->list.v[i], "is_last", i + 1 == list->list.n);
}

static const char *number(struct arena *a, long n)
{
	return arena_printf(a, "%ld", n);
}

/* "week 5 of 13, 36% gone" at the newest reading: by the readings and not by
 * today, so that a page changes only when an OKR does. */
static const char *progress_words(
	struct arena *a, const struct period *p, struct date as_of)
{
	long gone, days;

	if (!date_is_set(p->start) || !date_is_set(p->end) ||
		!date_is_set(as_of) || date_cmp(as_of, p->start) < 0 ||
		date_cmp(as_of, p->end) > 0)
		return "";
	gone = period_days_gone(p, as_of);
	days = period_days(p);
	return arena_printf(a, "week %d of %d, %s of the time gone",
		period_week(p, as_of), period_weeks(p),
		part_percent(a, rat_of(a, gone, days)));
}

static bool is_current(const struct stage *s)
{
	const struct period *p = &s->part->period;
	struct date today = s->view.o->today;

	return date_is_set(p->start) && date_is_set(today) &&
	       date_cmp(p->start, today) <= 0 && date_cmp(today, p->end) <= 0;
}

struct value *view_period_map(const struct stage *s)
{
	struct arena *a = s->view.a;
	const struct period *p = &s->part->period;
	struct value *map = value_map(a);

	value_set_text(a, map, "name", p->name);
	value_set_text(a, map, "start", part_date(a, p->start));
	value_set_text(a, map, "end", part_date(a, p->end));
	value_set_text(a, map, "span", part_span(a, p));
	value_set_text(
		a, map, "progress", progress_words(a, p, s->part->model.as_of));
	value_set_bool(a, map, "is_current", is_current(s));
	value_set_markup(a, map, "link", arena_printf(a, "%s/", s->folder));
	return map;
}

/* The numbers of a whole period. */
static struct totals total(const struct view *v)
{
	struct totals t = {0};

	for (size_t i = 0; i < v->m->objectives.n; i++)
		totals_add_objective(&t, v, objective(v, (int)i));
	return t;
}

static void set_totals(struct arena *a, struct value *map, const struct view *v)
{
	struct totals t = total(v);

	totals_set(a, map, &t);
	value_set_text(a, map, "as_of", part_date(a, v->m->as_of));
}

/* One row of the glance: {indent, objective's values}. */
static struct value *glance(
	const struct view *v, const struct exhibit *exhibits)
{
	struct arena *a = v->a;
	struct value *list = value_list(a);

	for (size_t i = 0; i < v->m->objectives.n; i++) {
		int index = v->tree[i], depth = v->spots[index].depth;
		struct value *row = value_map(a);
		struct buf b;

		buf_init(&b, VIEW_TEXT);
		for (int d = 1; d < depth && d < VIEW_DEPTH; d++)
			buf_adds(&b, "\xc2\xa0\xc2\xa0\xc2\xa0");
		if (depth > 0)
			buf_adds(&b, "\xe2\x86\xb3 ");
		value_set_markup(a, row, "indent", arena_text(a, buf_str(&b)));
		value_set(a, row, "objective", exhibits[index].objective);
		value_push(a, list, row);
		buf_release(&b);
	}
	return list;
}

static struct value *add_section(const struct view *v, struct value *list,
	const struct spot *s, struct value *objectives)
{
	struct value *map = value_map(v->a);

	value_set_text(v->a, map, "name", s->heading);
	value_set_markup(v->a, map, "team_link",
		s->is_team ? groups_path(v->a, &v->groups->teams, s->heading)
			   : "");
	value_set(v->a, map, "objectives", objectives);
	value_push(v->a, list, map);
	return map;
}

/* List of {name, team_link, objectives} with the totals of each. */
static struct value *sections(
	const struct view *v, const struct exhibit *exhibits)
{
	struct arena *a = v->a;
	struct value *list = value_list(a), *objectives = NULL, *map = NULL;
	const struct objective *last = NULL;
	struct totals t = {0};
	const char *name = NULL;

	for (size_t i = 0; i < v->m->objectives.n; i++) {
		int index = v->order[i];
		const struct objective *o = objective(v, index);

		if (!last || last->level != o->level ||
			strcmp(name, v->spots[index].heading) != 0) {
			if (map)
				totals_set(a, map, &t);
			t = (struct totals){0};
			objectives = value_list(a);
			name = v->spots[index].heading;
			map = add_section(
				v, list, &v->spots[index], objectives);
		}
		last = o;
		totals_add_objective(&t, v, o);
		value_push(a, objectives, exhibits[index].objective);
	}
	if (map)
		totals_set(a, map, &t);
	return list;
}

struct value *view_source(struct arena *a, const struct page_options *o)
{
	struct value *map = value_map(a);
	struct str name = str_of(o->source_name);

	/* An address is shown without what a reader need not see of it. */
	if (str_skip(&name, "https://") || str_skip(&name, "http://"))
		name = str_sub(name, 0, str_find_char(name, '?'));
	value_set_markup(a, map, "url", escaped_url(a, o->source_url));
	value_set_text(
		a, map, "name", name.n ? arena_text(a, name) : "GitLab issues");
	return map;
}

struct value *view_front(
	struct arena *a, const char *title, const char *description)
{
	struct value *map = value_map(a);

	value_set_markup(a, map, "title", escaped_yaml(a, title));
	value_set_markup(a, map, "description", escaped_yaml(a, description));
	return map;
}

/* The bands from the highest to the lowest: {name, from, is_last}. */
static struct value *bands(struct arena *a, const struct grade_options *options)
{
	struct value *list = value_list(a);

	for (int i = 0; options && i < options->n_bands; i++) {
		struct value *map = value_map(a);

		value_set_text(a, map, "name", options->bands[i].name);
		value_set_text(a, map, "from",
			rat_text(a, rat_of_decimal(a, options->bands[i].from),
				VIEW_DECIMALS));
		value_push(a, list, map);
	}
	view_mark_last(a, list);
	return list;
}

struct value *view_period(const struct stage *s)
{
	const struct view *v = &s->view;
	struct arena *a = v->a;
	struct value *map = value_map(a);
	size_t more;
	bool more_owners;
	const char *name = s->part->period.name;
	const char *title = name[0] ? arena_printf(a, "%s OKRs", name)
				    : "OKRs without a period";

	value_set(a, map, "front",
		view_front(a, title,
			arena_printf(a,
				"%s: objectives and key results, how far they "
				"have come, and where help is needed.",
				name[0] ? name : "Without a period")));
	value_set_text(a, map, "title", title);
	value_set_markup(a, map, "root", "../");
	value_set_markup(a, map, "page", "");
	value_set(a, map, "period", view_period_map(s));
	set_totals(a, map, v);
	value_set_bool(a, map, "is_empty", v->m->objectives.n == 0);
	view_set_list(a, map, "looks",
		view_looks(v, v->order, v->m->objectives.n, &more));
	value_set_text(a, map, "more_looks", more ? number(a, (long)more) : "");
	view_set_trend(v, map, name[0] ? name : title, NO_INDEX, "trend");
	view_set_changes(v, map);
	view_set_moves(v, map);
	view_set_list(a, map, "dates", view_dates(v));
	view_set_list(a, map, "states", view_states(v));
	view_set_list(
		a, map, "dependencies", view_dependencies(v, s->exhibits));
	view_set_list(a, map, "alignment", view_alignment(v, s->exhibits));
	value_set_markup(a, map, "mermaid", view_mermaid(v));
	view_set_list(a, map, "owners", view_owners(v, &more_owners));
	value_set_bool(a, map, "more_owners", more_owners);
	value_set(a, map, "glance", glance(v, s->exhibits));
	value_set(a, map, "sections", sections(v, s->exhibits));
	value_set(a, map, "tree", view_tree(v, s->exhibits));
	view_set_list(a, map, "bands", bands(a, v->o->grade));
	value_set(a, map, "source", view_source(a, v->o));
	return map;
}

/* The current period first, then from new to old. */
static struct value *periods(struct arena *a, const struct stages *stages)
{
	struct value *list = value_list(a);

	for (int current = 1; current >= 0; current--)
		for (size_t i = 0; i < stages->n; i++) {
			const struct stage *s = &stages->v[i];
			struct value *row = value_map(a);

			if (is_current(s) != (current == 1))
				continue;
			value_set(a, row, "period", view_period_map(s));
			value_set_markup(a, row, "link",
				arena_printf(a, "%s/", s->folder));
			set_totals(a, row, &s->view);
			value_set_markup(a, row, "spark", view_spark(&s->view));
			value_push(a, list, row);
		}
	return list;
}

/* The newest period that is not to come. */
static const struct stage *newest(const struct stages *stages)
{
	for (size_t i = 0; i < stages->n; i++)
		if (is_current(&stages->v[i]))
			return &stages->v[i];
	return stages->n ? &stages->v[0] : NULL;
}

/* Teams or people: {name, link, level, periods, and totals of the period the
 * index is about}. */
static struct value *members(struct arena *a, const struct group_set *set,
	const struct stages *stages)
{
	const struct stage *now = newest(stages);
	struct value *list = value_list(a);

	for (size_t i = 0; i < set->n; i++) {
		const struct group *g = &set->v[i];
		struct value *map = value_map(a);
		struct totals t = {0};

		for (size_t k = 0; k < g->n; k++)
			if (&stages->v[g->v[k].part] == now)
				holding_add(&t, now, &g->v[k]);
		value_set_text(a, map, "name", g->name);
		value_set_markup(a, map, "link", g->path);
		value_set_text(a, map, "level", level_name(g->level));
		totals_set(a, map, &t);
		value_push(a, list, map);
	}
	return list;
}

struct value *view_index(struct arena *a, const struct stages *stages,
	const struct groups *groups, const struct page_options *o)
{
	struct value *map = value_map(a);
	const struct stage *now = newest(stages);
	const char *title = o->title && o->title[0] ? o->title : "OKRs";

	value_set(a, map, "front",
		view_front(a, title,
			"Objectives and key results of all periods, with "
			"their grades."));
	value_set_text(a, map, "title", title);
	value_set_markup(a, map, "root", "");
	view_set_list(a, map, "periods", periods(a, stages));
	view_set_list(a, map, "teams", members(a, &groups->teams, stages));
	view_set_list(a, map, "owners", members(a, &groups->owners, stages));
	value_set_text(a, map, "newest", now ? now->part->period.name : "");
	value_set(a, map, "source", view_source(a, o));
	return map;
}
