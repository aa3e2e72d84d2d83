/*
 * Pages: a model is cut into periods, each becomes a tree of values, and the
 * templates make text of it.
 */
#include "pages.h"

#include <stdlib.h>
#include <string.h>

#include "escape.h"
#include "groups_p.h"
#include "region.h"

struct maker {
	struct arena *a;
	const struct template_set *templates;
	const struct page_options *o;
	struct pages *pages;
	struct err *err;
};

/* Front matter from its own template, then the region. */
static int make_page(struct maker *m, const char *path, const char *template,
	const struct value *data)
{
	struct str region, body;
	struct buf b;
	int status = -1;

	buf_init(&b, PAGE_BYTES);
	if (template_render(m->a, m->templates, template, data, escape_markdown,
		    &b, m->err) ||
		buf_finish(&b, path, m->err))
		goto out;
	body = arena_str(m->a, buf_str(&b));
	region = region_wrap(m->a, body);
	buf_clear(&b);
	if (template_render(m->a, m->templates, "front", data, escape_markdown,
		    &b, m->err))
		goto out;
	buf_add(&b, region);
	if (buf_finish(&b, path, m->err))
		goto out;
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

/* The folders of the other pages. */
static const char *const RESERVED[] = {"data", "owners", "teams"};

/* Folders, places and labels of all periods; then who has a page. */
static void set_stage(struct maker *m, const struct parts *parts,
	struct stages *stages, struct groups *groups)
{
	const char **taken =
		ARENA_ARRAY(m->a, const char *, parts->n + COUNT_OF(RESERVED));
	size_t n = 0;

	for (; n < COUNT_OF(RESERVED); n++)
		taken[n] = RESERVED[n];
	for (size_t i = 0; i < parts->n; i++) {
		struct stage *s = vec_add(m->a, stages);

		s->part = &parts->v[i];
		s->folder = taken[n] = folder(m->a, &s->part->period, taken, n);
		n++;
		s->view = (struct view){.a = m->a,
			.m = &s->part->model,
			.o = m->o,
			.groups = groups};
		view_place(&s->view);
	}
	*groups = groups_make(m->a, stages);
	for (size_t i = 0; i < stages->n; i++) {
		struct stage *s = &stages->v[i];
		size_t objectives = s->view.m->objectives.n;

		s->exhibits = ARENA_ARRAY(m->a, struct exhibit, objectives + 1);
		for (size_t k = 0; k < objectives; k++)
			s->exhibits[k] = view_objective(&s->view, (int)k);
	}
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

	set_stage(&maker, &parts, &stages, &groups);
	for (size_t i = 0; i < stages.n; i++)
		if (make_page(&maker,
			    arena_printf(a, "%s/index.md", stages.v[i].folder),
			    layout(&maker), view_period(&stages.v[i])))
			return -1;
	if (make_groups(&maker, &groups.teams, "team", &stages) ||
		make_groups(&maker, &groups.owners, "owner", &stages) ||
		make_page(&maker, "_index.md", "index",
			view_index(a, &stages, &groups, o)))
		return -1;
	qsort(pages->v, pages->n, sizeof(*pages->v), compare_pages);
	return 0;
}
