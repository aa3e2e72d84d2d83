/*
 * Pages: a model is cut into periods, each becomes a tree of values, and the
 * templates make text of it.
 */
#include "pages.h"

#include <stdlib.h>
#include <string.h>

#include "escape.h"
#include "region.h"
#include "view_p.h"

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
static const char *folder(struct arena *a, const struct parts *parts,
	const char **taken, size_t n)
{
	const struct period *p = &parts->v[n].period;
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

int pages_make(struct arena *a, const struct model *m,
	const struct template_set *templates, const struct page_options *o,
	struct pages *pages, struct err *err)
{
	struct maker maker = {a, templates, o, pages, err};
	struct parts parts = split_periods(a, m);
	const char **folders = ARENA_ARRAY(a, const char *, parts.n + 1);
	const char **links = ARENA_ARRAY(a, const char *, parts.n + 1);

	for (size_t i = 0; i < parts.n; i++) {
		folders[i] = folder(a, &parts, folders, i);
		links[i] = arena_printf(a, "%s/", folders[i]);
		if (make_page(&maker,
			    arena_printf(a, "%s/index.md", folders[i]),
			    layout(&maker), view_period(a, &parts.v[i], o)))
			return -1;
	}
	if (make_page(&maker, "_index.md", "index",
		    view_index(a, &parts, links, o)))
		return -1;
	qsort(pages->v, pages->n, sizeof(*pages->v), compare_pages);
	return 0;
}
