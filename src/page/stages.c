/*
 * Periods made ready to be shown: each gets its folder, the places and labels
 * of its objectives, and its history, before anything is made a value of.
 */
#include <assert.h>
#include <string.h>

#include "escape.h"
#include "groups_p.h"

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
static int add_history(struct stage *s, struct err *err)
{
	struct history old;
	struct view *v = &s->view;
	struct arena *a = v->a;
	int tracks = 0;

	if (find_history(a, v->o->old, s->folder, &old, err))
		return -1;
	s->history = history_update(a, &old, v->m, v->o->today);
	s->trends = trends_make(a, v->m, &s->history);
	v->history = &s->history;
	v->trends = &s->trends;
	v->first_track = ARENA_ARRAY(a, int, v->m->objectives.n + 1);
	for (size_t i = 0; i < v->m->objectives.n; i++) {
		v->first_track[i] = tracks;
		tracks += (int)v->m->objectives.v[i].key_results.n;
	}
	assert((size_t)tracks == s->history.tracks.n);
	return 0;
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

static void show_objectives(struct stage *s)
{
	size_t n = s->view.m->objectives.n;

	s->exhibits = ARENA_ARRAY(s->view.a, struct exhibit, n + 1);
	for (size_t k = 0; k < n; k++)
		s->exhibits[k] = view_objective(&s->view, (int)k);
}

int stages_make(struct arena *a, const struct model *m,
	const struct page_options *o, struct stages *stages,
	struct groups *groups, struct err *err)
{
	struct parts parts = split_periods(a, m);
	const char **folders = name_folders(a, &parts);

	assert(!stages->n);
	/* In one piece: views point into their stages. */
	stages->v = ARENA_ARRAY(a, struct stage, parts.n + 1);
	stages->n = stages->cap = parts.n;
	for (size_t i = 0; i < parts.n; i++) {
		struct stage *s = &stages->v[i];

		s->part = &parts.v[i];
		s->folder = folders[i];
		s->view = (struct view){
			.a = a, .m = &s->part->model, .o = o, .groups = groups};
		view_place(&s->view);
		if (add_history(s, err))
			return -1;
	}
	*groups = groups_make(a, stages);
	for (size_t i = 0; i < stages->n; i++)
		show_objectives(&stages->v[i]);
	return 0;
}
