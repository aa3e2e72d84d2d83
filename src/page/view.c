/*
 * The values of a whole page: a period's, and the index of periods.
 */
#include <string.h>

#include "escape.h"
#include "view_p.h"

static const struct objective *objective(const struct view *v, int index)
{
	return &v->m->objectives.v[index];
}

void view_set_list(struct arena *a, struct value *map, const char *name,
	struct value *list)
{
	value_set(a, map, name, list);
	value_set_bool(
		a, map, arena_printf(a, "has_%s", name), list->list.n > 0);
}

void view_mark_last(struct arena *a, struct value *list)
{
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

static bool is_current(const struct period *p, struct date today)
{
	return date_is_set(p->start) && date_is_set(today) &&
	       date_cmp(p->start, today) <= 0 && date_cmp(today, p->end) <= 0;
}

static struct value *period_map(
	struct arena *a, const struct part *p, const struct page_options *o)
{
	struct value *map = value_map(a);

	value_set_text(a, map, "name", p->period.name);
	value_set_text(a, map, "start", part_date(a, p->period.start));
	value_set_text(a, map, "end", part_date(a, p->period.end));
	value_set_text(a, map, "span", part_span(a, &p->period));
	value_set_text(a, map, "progress",
		progress_words(a, &p->period, p->model.as_of));
	value_set_bool(a, map, "is_current", is_current(&p->period, o->today));
	return map;
}

/* Statuses that some key result has: list of {name, title, mark, count}. */
static struct value *statuses(struct arena *a, const struct model *m)
{
	static const enum status ORDER[] = {STATUS_DONE, STATUS_AHEAD,
		STATUS_ON_TRACK, STATUS_STALE, STATUS_BEHIND, STATUS_AT_RISK};
	int counts[STATUS_STALE + 1];
	struct value *list = value_list(a);

	rollup_statuses(m, counts);
	for (size_t i = 0; i < COUNT_OF(ORDER); i++) {
		struct value *map = value_map(a);
		enum status s = ORDER[i];

		if (counts[s] == 0)
			continue;
		value_set_text(a, map, "name", status_name(s));
		value_set_text(a, map, "title", part_title(a, status_name(s)));
		value_set_markup(a, map, "mark", part_status_mark(s));
		value_set_text(a, map, "count", number(a, counts[s]));
		value_push(a, list, map);
	}
	return list;
}

static void set_totals(
	struct arena *a, struct value *map, const struct model *m)
{
	value_set_text(a, map, "grade", part_grade(a, m->grade));
	value_set_text(a, map, "percent", part_percent(a, m->grade));
	value_set_markup(a, map, "bar", part_bar(a, m->grade, VIEW_BAR));
	value_set_bool(a, map, "is_graded", m->grade != NULL);
	value_set_text(a, map, "graded", number(a, m->graded));
	value_set_text(a, map, "total", number(a, m->total));
	value_set_bool(a, map, "has_key_results", m->total > 0);
	value_set_text(a, map, "count", number(a, (long)m->objectives.n));
	value_set_bool(a, map, "is_one", m->objectives.n == 1);
	value_set_text(a, map, "signal", m->signal ? m->signal : "");
	value_set_text(a, map, "as_of", part_date(a, m->as_of));
	value_set(a, map, "statuses", statuses(a, m));
}

/* One row of the glance: {indent, objective's values}. */
static struct value *glance(const struct view *v, struct value **shown)
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
		value_set(a, row, "objective", shown[index]);
		value_push(a, list, row);
		buf_release(&b);
	}
	return list;
}

/* List of {name, objectives}. */
static struct value *sections(const struct view *v, struct value **shown)
{
	struct arena *a = v->a;
	struct value *list = value_list(a), *objectives = NULL;
	const struct objective *last = NULL;
	const char *name = NULL;

	for (size_t i = 0; i < v->m->objectives.n; i++) {
		int index = v->order[i];
		const struct objective *o = objective(v, index);
		struct value *map;

		if (!last || last->level != o->level ||
			strcmp(name, v->spots[index].heading) != 0) {
			map = value_map(a);
			objectives = value_list(a);
			name = v->spots[index].heading;
			value_set_text(a, map, "name", name);
			value_set(a, map, "objectives", objectives);
			value_push(a, list, map);
		}
		last = o;
		value_push(a, objectives, shown[index]);
	}
	return list;
}

static struct value *source_map(struct arena *a, const struct page_options *o)
{
	struct value *map = value_map(a);
	const char *name = o->source_name ? o->source_name : "";

	value_set_markup(a, map, "url", escaped_url(a, o->source_url));
	value_set_text(a, map, "name", name[0] ? name : "GitLab issues");
	return map;
}

/* What goes into front matter, ready to stand between double quotes. */
static struct value *front(
	struct arena *a, const char *title, const char *description)
{
	struct value *map = value_map(a);

	value_set_markup(a, map, "title", escaped_yaml(a, title));
	value_set_markup(a, map, "description", escaped_yaml(a, description));
	return map;
}

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

struct value *view_period(
	struct arena *a, const struct part *p, const struct page_options *o)
{
	struct view v = {.a = a, .m = &p->model, .o = o};
	struct value *map = value_map(a);
	struct value **shown =
		ARENA_ARRAY(a, struct value *, p->model.objectives.n + 1);
	size_t more;
	const char *name = p->period.name;
	const char *title = name[0] ? arena_printf(a, "%s OKRs", name)
				    : "OKRs without a period";

	view_place(&v);
	for (size_t i = 0; i < p->model.objectives.n; i++)
		shown[i] = view_objective(
			&v, (int)i, view_key_results(&v, (int)i));
	value_set(a, map, "front",
		front(a, title,
			arena_printf(a,
				"%s: objectives and key results, how far they "
				"have come, and where help is needed.",
				name[0] ? name : "Without a period")));
	value_set_text(a, map, "title", title);
	value_set(a, map, "period", period_map(a, p, o));
	set_totals(a, map, &p->model);
	value_set_bool(a, map, "is_empty", p->model.objectives.n == 0);
	view_set_list(a, map, "looks", view_looks(&v, &more));
	value_set_text(a, map, "more_looks", more ? number(a, (long)more) : "");
	value_set(a, map, "glance", glance(&v, shown));
	value_set(a, map, "sections", sections(&v, shown));
	value_set(a, map, "tree", view_tree(&v));
	view_set_list(a, map, "bands", bands(a, o->grade));
	value_set(a, map, "source", source_map(a, o));
	return map;
}

struct value *view_index(struct arena *a, const struct parts *parts,
	const char *const *paths, const struct page_options *o)
{
	struct value *map = value_map(a), *list = value_list(a);
	const char *title = o->title && o->title[0] ? o->title : "OKRs";

	for (int current = 1; current >= 0; current--)
		for (size_t i = 0; i < parts->n; i++) {
			const struct part *p = &parts->v[i];
			struct value *row = value_map(a);

			if (is_current(&p->period, o->today) != (current == 1))
				continue;
			value_set(a, row, "period", period_map(a, p, o));
			value_set_markup(
				a, row, "link", escaped_url(a, paths[i]));
			set_totals(a, row, &p->model);
			value_push(a, list, row);
		}
	value_set(a, map, "front",
		front(a, title,
			"Objectives and key results of all periods, with "
			"their grades."));
	value_set_text(a, map, "title", title);
	view_set_list(a, map, "periods", list);
	value_set(a, map, "source", source_map(a, o));
	return map;
}
