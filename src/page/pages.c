/*
 * Pages: a model is cut into periods, each becomes a tree of values, and the
 * templates make text of it.
 */
#include "pages.h"

#include <stdlib.h>
#include <string.h>

#include "escape.h"
#include "groups_p.h"
#include "modeljson.h"
#include "region.h"
#include "seal.h"

enum { SEAL_BYTES = 64 };

struct maker {
	struct arena *a;
	const struct template_set *templates;
	const struct page_options *o;
	struct pages *pages;
	struct err *err;
};

static int fail_large(const char *path, struct err *err)
{
	return err_set(err, ERR_DATA,
		"page '%s' is larger than %d MiB: narrow the source, such as "
		"to a board for each team with a folder of its own, or leave "
		"parts out with a template of yours",
		path, PAGE_BYTES / 1024 / 1024);
}

/* Front matter from its own template, then the region. */
static int make_page(struct maker *m, const char *path, const char *template,
	const struct value *data)
{
	struct str region, body;
	struct buf b;
	int status = -1;

	buf_init(&b, PAGE_BYTES);
	if (template_render(m->a, m->templates, template, data, escape_markdown,
		    &b, m->err))
		goto out;
	if (b.over) {
		status = fail_large(path, m->err);
		goto out;
	}
	body = arena_str(m->a, buf_str(&b));
	region = region_wrap(m->a, body);
	buf_clear(&b);
	if (template_render(m->a, m->templates, "front", data, escape_markdown,
		    &b, m->err))
		goto out;
	buf_add(&b, region);
	if (b.over) {
		status = fail_large(path, m->err);
		goto out;
	}
	*vec_add(m->a, m->pages) =
		(struct page){path, arena_str(m->a, buf_str(&b)), true};
	status = 0;
out:
	buf_release(&b);
	return status;
}

/* A period's folder; names that meet get a number. */
static const char *folder(
	struct arena *a, const struct period *p, const char **taken, size_t n)
{
	const char *slug = p->name[0]
				   ? escape_slug(a, str_of(period_slug(a, p)))
				   : "no-period";
	const char *name = slug;
	bool clash = true;

	for (int i = 2; clash; i++) {
		clash = false;
		for (size_t k = 0; k < n; k++)
			clash |= strcmp(taken[k], name) == 0;
		if (clash)
			name = arena_printf(a, "%s-%d", slug, i);
	}
	return name;
}

static int compare_pages(const void *vx, const void *vy)
{
	const struct page *x = vx, *y = vy;

	return strcmp(x->path, y->path);
}

/* "table" is the template "period-table"; a user's may have any name. */
static const char *layout(const struct maker *m)
{
	const char *name = arena_printf(m->a, "period-%s", m->o->layout);

	return template_has(m->templates, name) ? name : m->o->layout;
}

#define HISTORY_ENDING "-history.json"

const char *history_path(struct arena *a, const char *folder)
{
	return arena_printf(a, "data/%s" HISTORY_ENDING, folder);
}

/* The history of a folder as it was published. */
static int find_history(struct arena *a, const struct page_olds *old,
	const char *folder, struct history *h, struct err *err)
{
	const char *path = history_path(a, folder);

	*h = (struct history){0};
	for (size_t i = 0; old && i < old->n; i++)
		if (strcmp(old->v[i].path, path) == 0 &&
			history_parse(a, old->v[i].text, path, h, err))
			return err_wrap(err,
				"cannot read the history of readings; put the "
				"file back as it was, or remove it to begin "
				"anew");
	return 0;
}

/* The history so far and what the model adds to it. */
static int add_history(struct maker *m, struct stage *s)
{
	struct history old;
	struct view *v = &s->view;
	int tracks = 0;

	if (find_history(m->a, m->o->old, s->folder, &old, m->err))
		return -1;
	s->history = history_update(m->a, &old, v->m, m->o->today);
	s->trends = trends_make(m->a, v->m, &s->history);
	v->history = &s->history;
	v->trends = &s->trends;
	v->first_track = ARENA_ARRAY(m->a, int, v->m->objectives.n + 1);
	for (size_t i = 0; i < v->m->objectives.n; i++) {
		v->first_track[i] = tracks;
		tracks += (int)v->m->objectives.v[i].key_results.n;
	}
	return 0;
}

/* Too large a data file is left out: pages do without, and one that cannot be
 * read again would stop the next run. */
static void add_data(struct maker *m, const char *path, struct buf *b)
{
	struct str rest = buf_str(b), part;
	struct buf safe;

	/* A site may put the file into a script element of a page, which
	 * '<' could end; it stands in strings only. */
	buf_init(&safe, PAGE_BYTES - SEAL_BYTES);
	while (!b->over && str_take_until(&rest, '<', &part)) {
		buf_add(&safe, part);
		if (rest.n || b->p[b->n - 1] == '<')
			buf_adds(&safe, "\\u003c");
	}
	if (!b->over && !safe.over)
		*vec_add(m->a, m->pages) = (struct page){
			path, seal_json(m->a, buf_str(&safe)), false};
	buf_release(&safe);
	buf_release(b);
}

/* The model and the history as JSON. */
static void make_data(struct maker *m, const struct stage *s)
{
	struct buf b;

	buf_init(&b, PAGE_BYTES);
	modeljson_print(&b, s->view.m);
	add_data(m, arena_printf(m->a, "data/%s.json", s->folder), &b);
	buf_init(&b, PAGE_BYTES);
	history_print(&b, s->part->period.name, &s->history);
	add_data(m, history_path(m->a, s->folder), &b);
}

/* The trends that pages link to, beside the period's page. */
static void make_charts(struct maker *m, const struct stage *s)
{
	for (int i = NO_INDEX; i < (int)s->view.m->objectives.n; i++) {
		const char *svg = view_chart(&s->view, i);
		const char *name =
			i == NO_INDEX ? "trend"
				      : part_slug(m->a, s->view.spots[i].label);

		if (svg)
			*vec_add(m->a, m->pages) =
				(struct page){arena_printf(m->a, "%s/%s.svg",
						      s->folder, name),
					seal_svg(m->a, str_of(svg)), false};
	}
}

/* The folders of the other pages. */
static const char *const RESERVED[] = {"data", "owners", "teams"};

/* A folder for each period. */
static const char **name_folders(struct arena *a, const struct parts *parts)
{
	size_t n = COUNT_OF(RESERVED);
	const char **taken = ARENA_ARRAY(a, const char *, parts->n + n);

	memcpy(taken, RESERVED, sizeof(RESERVED));
	for (size_t i = 0; i < parts->n; i++)
		taken[n + i] = folder(a, &parts->v[i].period, taken, n + i);
	return taken + n;
}

void pages_old_paths(
	struct arena *a, const struct model *m, struct texts *paths)
{
	struct parts parts = split_periods(a, m);
	const char **folders = name_folders(a, &parts);

	for (size_t i = 0; i < parts.n; i++)
		*vec_add(a, paths) = history_path(a, folders[i]);
}

int pages_find_drift(struct arena *a, struct model *m,
	const struct page_olds *old, struct date today, struct err *err)
{
	struct parts parts = split_periods(a, m);
	const char **folders = name_folders(a, &parts);

	for (size_t i = 0; i < parts.n; i++) {
		struct model *part = &parts.v[i].model;
		struct history was, is;

		if (find_history(a, old, folders[i], &was, err))
			return -1;
		if (!was.tracks.n)
			continue;
		is = history_update(a, &was, part, today);
		history_find_drift(a, &is, part);
		for (size_t k = 0; k < part->findings.n; k++)
			*vec_add(a, &m->findings) = part->findings.v[k];
	}
	findings_sort(&m->findings);
	return 0;
}

/* Folders, places and labels of all periods; then who has a page. */
static int set_stages(struct maker *m, const struct parts *parts,
	struct stages *stages, struct groups *groups)
{
	const char **folders = name_folders(m->a, parts);

	/* In one piece: views point into their stages. */
	stages->v = ARENA_ARRAY(m->a, struct stage, parts->n + 1);
	stages->n = stages->cap = parts->n;
	for (size_t i = 0; i < parts->n; i++) {
		struct stage *s = &stages->v[i];

		s->part = &parts->v[i];
		s->folder = folders[i];
		s->view = (struct view){.a = m->a,
			.m = &s->part->model,
			.o = m->o,
			.groups = groups};
		view_place(&s->view);
		if (add_history(m, s))
			return -1;
	}
	*groups = groups_make(m->a, stages);
	for (size_t i = 0; i < stages->n; i++) {
		struct stage *s = &stages->v[i];
		size_t objectives = s->view.m->objectives.n;

		s->exhibits = ARENA_ARRAY(m->a, struct exhibit, objectives + 1);
		for (size_t k = 0; k < objectives; k++)
			s->exhibits[k] = view_objective(&s->view, (int)k);
	}
	return 0;
}

static int make_groups(struct maker *m, const struct group_set *set,
	const char *template, const struct stages *stages)
{
	bool team = strcmp(template, "team") == 0;

	for (size_t i = 0; i < set->n; i++)
		if (make_page(m,
			    arena_printf(m->a, "%sindex.md", set->v[i].path),
			    template,
			    view_group(m->a, &set->v[i], team, stages, m->o)))
			return -1;
	return 0;
}

int pages_make(struct arena *a, const struct model *m,
	const struct template_set *templates, const struct page_options *o,
	struct pages *pages, struct err *err)
{
	struct maker maker = {a, templates, o, pages, err};
	struct parts parts = split_periods(a, m);
	struct stages stages = {0};
	struct groups groups;

	if (!template_has(templates, layout(&maker)))
		return err_set(err, ERR_CONFIG,
			"there is no layout '%s': it is 'table', 'cascade', or "
			"a template of yours, 'period-%s.mustache'",
			o->layout, o->layout);
	if (set_stages(&maker, &parts, &stages, &groups))
		return -1;
	for (size_t i = 0; i < stages.n; i++)
		if (make_page(&maker,
			    arena_printf(a, "%s/index.md", stages.v[i].folder),
			    layout(&maker), view_period(&stages.v[i])))
			return -1;
	for (size_t i = 0; i < stages.n; i++)
		make_data(&maker, &stages.v[i]);
	for (size_t i = 0; i < stages.n; i++)
		make_charts(&maker, &stages.v[i]);
	if (make_groups(&maker, &groups.teams, "team", &stages) ||
		make_groups(&maker, &groups.owners, "owner", &stages) ||
		make_page(&maker, "_index.md", "index",
			view_index(a, &stages, &groups, o)))
		return -1;
	qsort(pages->v, pages->n, sizeof(*pages->v), compare_pages);
	return 0;
}
