/*
 * Pages: a model is cut into periods, each becomes a tree of values, and the
 * templates make text of it.
 */
#include "pages.h"

#include <assert.h>
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
	struct str region;
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
	region = region_wrap(m->a, buf_str(&b));
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

/* Too large a data file is left out: pages do without, and one that cannot be
 * read again would stop the next run. */
static void add_data(struct maker *m, const char *path, struct buf *b)
{
	struct str text = buf_str(b), rest = text, part;
	struct buf safe;

	/* A site may put the file into a script element of a page, which
	 * '<' could end; it stands in strings only. */
	buf_init(&safe, PAGE_BYTES);
	if (str_find_char(text, '<') != STR_NONE) {
		while (str_take_until(&rest, '<', &part)) {
			buf_add(&safe, part);
			if (rest.n || b->p[b->n - 1] == '<')
				buf_adds(&safe, "\\u003c");
		}
		text = buf_str(&safe);
	}
	if (!b->over && !safe.over && text.n <= PAGE_BYTES - SEAL_BYTES)
		*vec_add(m->a, m->pages) =
			(struct page){path, seal_json(m->a, text), false};
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
	struct stages stages = {0};
	struct groups groups;

	assert(!pages->n);
	if (!template_has(templates, layout(&maker)))
		return err_set(err, ERR_CONFIG,
			"there is no layout '%s': it is 'table', 'cascade', or "
			"a template of yours, 'period-%s.mustache'",
			o->layout, o->layout);
	if (stages_make(a, m, o, &stages, &groups, err))
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
