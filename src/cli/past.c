/*
 * Periods that the source does not show any more.  A board is for a quarter:
 * when the source moves on to the next one, the pages of the last stay as they
 * were published, and the index, teams and people go on listing them, from the
 * data that lie beside the pages.
 *
 * Only what the source's own filter hides is taken for the past.  What a
 * whole project does not show is gone, or not for everybody any more.
 */
#include "publishing_p.h"

#include "modeljson.h"
#include "period.h"
#include "pull.h"
#include "seal.h"
#include "source.h"

#define DATA "data/"
#define HISTORY "-history.json"

/* What the filters of the sources let through. */
struct sight {
	bool narrow; /* something is hidden */
	bool open;   /* hidden is what has ended; other periods are not */
	VEC_OF(struct period);
};

static bool add_period(const struct run *run, struct sight *s, struct str text)
{
	struct period p;

	if (!period_parse(run->arena, text, (int)run->s.fiscal_start, &p))
		return false;
	*vec_add(run->arena, s) = p;
	return true;
}

/* Its title may say more: "Sales, Q1 2025". */
static bool add_milestone(
	const struct run *run, struct sight *s, struct str title)
{
	struct period p;

	if (!period_find(run->arena, title, (int)run->s.fiscal_start, &p))
		return false;
	*vec_add(run->arena, s) = p;
	return true;
}

/* Labels may have a scope: "okr-period::Q1 2025". */
static bool add_label(const struct run *run, struct sight *s, const char *label)
{
	struct str text = str_of(label);
	size_t at;

	while ((at = str_find(text, STR("::"))) != STR_NONE)
		text = str_sub(text, at + 2, text.n);
	return add_period(run, s, str_trim(text));
}

/* The text that the object which comes next has as member. */
static struct str take(struct pull *p, const char *member)
{
	struct str text = {NULL, 0}, key;

	if (!pull_object(p))
		return text;
	while (pull_key(p, &key))
		if (str_is(key, member))
			pull_text(p, &text);
		else
			pull_skip(p);
	return text;
}

static bool add_board(const struct run *run, struct sight *s, struct str json)
{
	struct str key;
	struct pull p;
	bool any = false;

	pull_init_lax(&p, json, run->arena);
	if (!pull_object(&p))
		return false;
	while (pull_key(&p, &key))
		if (str_is(key, "milestone"))
			any |= add_milestone(run, s, take(&p, "title"));
		else if (!str_is(key, "labels") || !pull_array(&p))
			pull_skip(&p);
		else
			while (pull_next(&p))
				any |= add_label(run, s,
					arena_text(
						run->arena, take(&p, "name")));
	return any;
}

/* Does one source hide something? */
static bool add_source(const struct run *run, const struct records *records,
	const struct source_spec *spec, struct sight *s)
{
	bool any = add_milestone(run, s, str_of(spec->milestone)), open;

	for (size_t i = 0; i < spec->labels.n; i++)
		any |= add_label(run, s, spec->labels.v[i]);
	for (size_t i = 0; i < records->n && spec->board; i++)
		if (records->v[i].kind == RECORD_BOARD)
			any |= add_board(run, s, records->v[i].json);
	if (any)
		return true;
	open = !strcmp(spec->state, "opened") ||
	       !strcmp(spec->milestone, "Started") ||
	       !strcmp(spec->milestone, "Upcoming");
	s->open |= open;
	return open;
}

static void look(struct run *run, const struct gathered *g, struct sight *s)
{
	bool files = run->s.from.n || run->s.args.n;
	size_t n = files ? 1 : run->s.source.n;
	struct source_spec *specs;
	struct err ignored = ERR_INIT;

	*s = (struct sight){.narrow = g->markdown};
	if (g->markdown || !n)
		return;
	specs = ARENA_ARRAY(run->arena, struct source_spec, n);
	if (files ? source_parse(run->arena, str_of(g->source_url),
			    run->s.gitlab, specs, &ignored)
		  : gather_sources(run, specs, &ignored))
		return;
	for (size_t i = 0; i < n; i++)
		if (!add_source(run, &g->records, &specs[i], s))
			return;
	s->narrow = true;
}

bool past_is_hidden(struct run *run, const struct gathered *g)
{
	struct sight s;

	look(run, g, &s);
	return s.narrow && !s.open;
}

static bool is_hidden(
	const struct run *run, const struct sight *s, const struct period *p)
{
	if (!p->name[0] || (s->open && date_cmp(p->end, run->s.today) >= 0))
		return false;
	/* A year's filter shows its quarters, too. */
	for (size_t i = 0; i < s->n; i++)
		if (!period_cmp(&s->v[i], p) ||
			(date_cmp(p->start, s->v[i].start) >= 0 &&
				date_cmp(p->end, s->v[i].end) <= 0))
			return false;
	return true;
}

/* Is it a file of data? *folder is that of its period's pages. */
static bool is_data(struct str path, struct str *folder)
{
	if (!str_skip(&path, DATA) || str_ends(path, HISTORY) ||
		!str_ends(path, ".json"))
		return false;
	*folder = str_sub(path, 0, path.n - strlen(".json"));
	return folder->n && str_find_char(*folder, '/') == STR_NONE;
}

/* Adds what was computed to a model as it is; both stay as they are. */
static void append(struct arena *a, struct model *m, const struct model *from)
{
	int first = (int)m->objectives.n;

	for (size_t i = 0; i < from->objectives.n; i++) {
		struct objective o = from->objectives.v[i];
		struct indexes parents = {0}, children = {0};

		if (o.parent != NO_INDEX)
			o.parent += first;
		for (size_t k = 0; k < o.parents.n; k++)
			*vec_add(a, &parents) = o.parents.v[k] + first;
		for (size_t k = 0; k < o.children.n; k++)
			*vec_add(a, &children) = o.children.v[k] + first;
		if (!o.period.name[0])
			o.period = from->period;
		o.parents = parents;
		o.children = children;
		*vec_add(a, &m->objectives) = o;
	}
}

/* The model of a period as it was published; false when there is doubt. */
static bool read_one(struct run *run, const struct gathered *g,
	struct publish *publish, const char *path, struct model *m)
{
	struct err ignored = ERR_INIT;
	struct str text;
	bool there;

	model_init(m);
	if (publish_read(publish, run->arena, path, &text, &there, &ignored) ||
		!there || !seal_is_whole(text) || !modeljson_is(text) ||
		modeljson_read(run->arena, text, path, m, &ignored))
		return false;
	model_link(run->arena, m);
	grade_model(run->arena, m, &g->grade);
	return true;
}

static bool has_folder(const struct texts *all, struct str folder)
{
	for (size_t i = 0; i < all->n; i++)
		if (str_is(folder, all->v[i]))
			return true;
	return false;
}

/* The folders of the periods that the source shows. */
static struct texts wanted_folders(struct run *run, const struct model *m)
{
	struct texts paths = {0}, folders = {0};

	pages_old_paths(run->arena, m, &paths);
	for (size_t i = 0; i < paths.n; i++) {
		struct str path = str_of(paths.v[i]);

		if (str_skip(&path, DATA))
			*vec_add(run->arena, &folders) = arena_text(run->arena,
				str_sub(path, 0, path.n - strlen(HISTORY)));
	}
	return folders;
}

void past_read(struct run *run, const struct gathered *g,
	struct publish *publish, struct model *m, struct past *past)
{
	const struct texts wanted = wanted_folders(run, m);
	size_t skip = strlen(publish_path(publish, run->arena, ""));
	struct err ignored = ERR_INIT;
	struct sight sight;
	struct texts paths;

	look(run, g, &sight);
	if (!sight.narrow ||
		publish_list(publish, run->arena, &paths, &ignored))
		return;
	for (size_t i = 0; i < paths.n; i++) {
		struct model old;
		struct str folder;

		if (!is_data(str_of(paths.v[i] + skip), &folder) ||
			has_folder(&wanted, folder) ||
			!read_one(run, g, publish, paths.v[i], &old))
			continue;
		if (!is_hidden(run, &sight, &old.period)) {
			*vec_add(run->arena, &past->gone) =
				arena_text(run->arena, folder);
			continue;
		}
		append(run->arena, m, &old);
		*vec_add(run->arena, &past->stay) =
			arena_text(run->arena, folder);
		detail(run, "%s is not in the source: its pages stay",
			old.period.name);
	}
}

bool past_is_in(struct str path, const struct texts *folders)
{
	struct str name;

	if (str_skip(&path, DATA)) {
		if (str_ends(path, HISTORY))
			path.n -= strlen(HISTORY);
		else if (str_ends(path, ".json"))
			path.n -= strlen(".json");
		return has_folder(folders, path);
	}
	return str_take_until(&path, '/', &name) && path.n &&
	       has_folder(folders, name);
}

void past_leave(struct pages *pages, const struct texts *folders)
{
	size_t kept = 0;

	for (size_t i = 0; i < pages->n; i++)
		if (!past_is_in(str_of(pages->v[i].path), folders))
			pages->v[kept++] = pages->v[i];
	pages->n = kept;
}
