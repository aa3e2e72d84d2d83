/*
 * What has to change so that the wanted pages are there and those we no longer
 * want are gone.
 */
#include "publishing_p.h"

#include <assert.h>
#include <stdlib.h>

#include "region.h"
#include "seal.h"

enum { REMOTE_LOOKS = 100 }; /* requests a run, only to find old pages */

/* Was everything read that there is, so that what is missing is gone? */
static bool is_complete(const struct gathered *g)
{
	static const char *const DOUBTS[] = {"record-skipped",
		"members-unknown", "comments-unread", "too-many-okrs"};
	const struct findings *all = &g->model.findings;

	if (g->markdown || !g->model.objectives.n)
		return false;
	for (size_t i = 0; i < all->n; i++)
		for (size_t k = 0; k < COUNT_OF(DOUBTS); k++)
			if (!strcmp(all->v[i].rule, DOUBTS[k]))
				return false;
	return true;
}

struct prune compare_prune(struct run *run, const struct gathered *g,
	const struct publish_options *o, const struct past *past)
{
	if (!run->s.prune || !is_complete(g))
		return (struct prune){PRUNE_NOTHING, false, past};
	return (struct prune){
		o->way == PUBLISH_API ? PRUNE_REMOTE : PRUNE_LOCAL,
		past_is_hidden(run, g), past};
}

/* Our part of the page as it is now replaced by the wanted one; false, with
 * what is in the way, where that is people's to allow. */
static bool merge_page(struct run *run, const struct page *page,
	struct change *change, struct helds *held)
{
	struct str old = change->old;
	struct err why = ERR_INIT, ignored = ERR_INIT;

	assert(change->kind == CHANGE_MODIFY);
	if (!region_merge(run->arena, old, page->text, run->s.overwrite,
		    &change->fresh, &why))
		return true;
	/* What it would take; of a page of theirs that is all of ours. */
	if (region_merge(run->arena, old, page->text, true, &change->fresh,
		    &ignored))
		change->fresh = page->text;
	*vec_add(run->arena, held) =
		(struct held){.theirs = region_check(old) == REGION_NONE,
			.why = arena_text(run->arena, str_of(why.text)),
			.change = *change};
	return false;
}

static int compare_page(struct run *run, struct publish *publish,
	const struct page *page, struct changes *changes, struct helds *held,
	struct err *err)
{
	struct change change = {.kind = CHANGE_MODIFY,
		.path = publish_path(publish, run->arena, page->path),
		.fresh = page->text};
	bool there;

	if (publish_is(publish, change.path, page->text))
		return 0;
	if (publish_read(
		    publish, run->arena, change.path, &change.old, &there, err))
		return -1;
	if (!there)
		change.kind = CHANGE_ADD;
	if (there && page->region && !merge_page(run, page, &change, held))
		return 0;
	if (!there || !str_eq(change.old, change.fresh))
		*vec_add(run->arena, changes) = change;
	return 0;
}

/* Is there nothing before our region but front matter? */
static bool is_front_matter(struct str text)
{
	struct str line;

	text = str_trim_left(text);
	if (!text.n)
		return true;
	if (!str_take_line(&text, &line) || !str_is(str_trim(line), "---"))
		return false;
	while (str_take_line(&text, &line))
		if (str_is(str_trim(line), "---"))
			return !str_trim(text).n;
	return false;
}

/* A page that is all ours: made by us, and nobody has written in it. */
static bool is_all_ours(struct str page)
{
	struct str body = region_body(page), before, after, line;
	size_t at;

	if (region_check(page) != REGION_OURS || !str_trim(body).n)
		return false;
	before = str_sub(page, 0, (size_t)(body.p - page.p));
	after = str_sub(page, before.n + body.n, page.n);
	/* Without the lines of the markers. */
	before = str_trim_right(before);
	at = str_rfind_char(before, '\n');
	before.n = at == STR_NONE ? 0 : at;
	(void)str_take_line(&after, &line);
	return is_front_matter(before) && !str_trim(after).n;
}

static int find_page(const void *key, const void *page)
{
	return strcmp(key, ((const struct page *)page)->path);
}

static bool is_markdown(const char *path)
{
	return str_ends(str_of(path), ".md");
}

/* Removes one file if it is ours and not wanted. What cannot be read is not.
 * False for a page that stays, since somebody has written in it. */
static bool prune_page(struct run *run, struct publish *publish,
	const char *path, struct changes *changes)
{
	struct err ignored = ERR_INIT;
	struct str old;
	bool there;

	if (publish_read(publish, run->arena, path, &old, &there, &ignored) ||
		!there)
		return true;
	if (is_markdown(path) && region_check(old) == REGION_NONE)
		return true;
	if (is_markdown(path) && !is_all_ours(old)) {
		say(run,
			"kept %s: it has no OKRs any more, but somebody has "
			"written in it",
			path);
		return false;
	}
	if (is_markdown(path) || seal_is_whole(old))
		*vec_add(run->arena, changes) = (struct change){
			.kind = CHANGE_REMOVE, .path = path, .old = old};
	return true;
}

/* Is it in the folder of a wanted page, or of a team or person? */
static bool is_beside(struct str path, const struct pages *pages)
{
	struct str folder;

	if (!str_take_until(&path, '/', &folder) || !path.n)
		return false;
	if (str_is(folder, "teams") || str_is(folder, "owners"))
		return true;
	for (size_t i = 0; i < pages->n; i++) {
		struct str wanted = str_of(pages->v[i].path), name;

		if (pages->v[i].region && str_take_until(&wanted, '/', &name) &&
			wanted.n && str_eq(name, folder))
			return true;
	}
	return false;
}

/* Pages in the folder that are none of the wanted ones, then pictures and
 * data. */
static int list_others(struct run *run, struct publish *publish,
	const struct pages *pages, struct prune how, struct texts *others,
	struct texts *files, struct err *err)
{
	size_t skip = strlen(publish_path(publish, run->arena, ""));
	struct texts paths;

	if (publish_list(publish, run->arena, &paths, err))
		return -1;
	for (size_t i = 0; i < paths.n; i++) {
		const char *path = paths.v[i];

		if (pages->n && bsearch(path + skip, pages->v, pages->n,
					sizeof *pages->v, find_page))
			continue;
		if (past_is_in(str_of(path + skip), &how.past->stay) ||
			(how.narrow && !is_beside(str_of(path + skip), pages) &&
				!past_is_in(
					str_of(path + skip), &how.past->gone)))
			continue;
		if (is_markdown(path))
			*vec_add(run->arena, others) = path;
		else if (str_ends(str_of(path), ".svg") ||
			 str_ends(str_of(path), ".json"))
			*vec_add(run->arena, files) = path;
	}
	return 0;
}

static void prune_pages(struct run *run, struct publish *publish,
	const struct pages *pages, struct prune how, struct changes *changes)
{
	struct texts others = {.n = 0}, files = {.n = 0};
	struct err why = ERR_INIT;
	bool all = true;

	assert(how.how != PRUNE_NOTHING);
	if (list_others(run, publish, pages, how, &others, &files, &why)) {
		say(run, "no page is removed: %s", why.text);
		return;
	}
	if (how.how == PRUNE_REMOTE && others.n + files.n > REMOTE_LOOKS) {
		detail(run,
			"no page is removed: %zu other files in the folder "
			"are too many to ask for each",
			others.n + files.n);
		return;
	}
	for (size_t i = 0; i < others.n; i++)
		if (!prune_page(run, publish, others.v[i], changes))
			all = false;
	/* A page that is kept may show them. */
	for (size_t i = 0; i < files.n && all; i++)
		(void)prune_page(run, publish, files.v[i], changes);
}

int compare_pages(struct run *run, struct publish *publish,
	const struct pages *pages, struct prune prune, struct changes *changes,
	struct helds *held, struct err *err)
{
	assert(changes->n == 0 && held->n == 0);
	for (size_t i = 0; i < pages->n; i++)
		if (compare_page(
			    run, publish, &pages->v[i], changes, held, err))
			return -1;
	if (prune.how != PRUNE_NOTHING)
		prune_pages(run, publish, pages, prune, changes);
	return 0;
}
