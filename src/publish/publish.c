/*
 * The door of the room: checks options and paths once, for both ways, and
 * passes the work on.
 */
#include "publish.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include <unistd.h>

#include "publish_p.h"

static const char *copy(struct arena *a, const char *text)
{
	return text ? arena_text(a, str_of(text)) : "";
}

static void copy_options(struct publish *p, const struct publish_options *o)
{
	struct arena *a = &p->arena;
	struct str folder = str_of(o->folder);

	while (str_ends(folder, "/"))
		folder.n--;
	p->o = *o;
	p->o.path = o->path && *o->path ? copy(a, o->path) : ".";
	p->o.folder = str_is(folder, ".") ? "" : arena_text(a, folder);
	p->o.branch = copy(a, o->branch);
	p->o.remote = copy(a, o->remote);
	p->o.token = copy(a, o->token);
	p->o.token_user = o->token_user && *o->token_user
				  ? copy(a, o->token_user)
				  : "oauth2";
	p->o.token_host = copy(a, o->token_host);
	p->o.ca_file = copy(a, o->ca_file);
	p->o.author_name = copy(a, o->author_name);
	p->o.author_email = copy(a, o->author_email);
	p->o.message = copy(a, o->message);
	p->o.start = copy(a, o->start);
}

void publish_set_message(struct publish *p, const char *message)
{
	assert(message);
	p->o.message = copy(&p->arena, message);
}

/* A name that would be another one for some file system, or git's own. */
static bool is_bad_name(struct str name)
{
	if (!name.n || str_is(name, ".") || str_is(name, ".."))
		return true;
	if (str_iis(name, ".git") || str_iis(name, "git~1"))
		return true;
	for (size_t i = 0; i < name.n; i++)
		if ((unsigned char)name.p[i] < ' ' || name.p[i] == 0x7f ||
			name.p[i] == '\\')
			return true;
	return false;
}

int path_check(const char *path, struct err *err)
{
	struct str s = str_of(path), name;
	int names = 0;

	if (s.n >= PATH_BYTES_MAX)
		return err_set(err, ERR_REPO,
			"path of %zu bytes is too long (at most %d)", s.n,
			PATH_BYTES_MAX - 1);
	if (!s.n || str_ends(s, "/"))
		return err_set(
			err, ERR_REPO, "path '%s' does not name a file", path);
	if (str_starts(s, "/"))
		return err_set(err, ERR_REPO,
			"path '%s' is absolute: give one within the "
			"repository (--repository says which that is)",
			path);
	while (str_take_until(&s, '/', &name)) {
		if (is_bad_name(name))
			return err_set(err, ERR_REPO,
				"path '%s' is not allowed: it has the name "
				"'%.*s' in it",
				path, STR_ARG(name));
		if (++names > PATH_NAMES_MAX)
			return err_set(err, ERR_REPO,
				"path '%s' is too deep (at most %d names)",
				path, PATH_NAMES_MAX);
	}
	return 0;
}

/* By bytes, for qsort() of const char *. */
static int compare_paths(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

int path_add(
	struct arena *a, struct texts *paths, const char *path, struct err *err)
{
	assert(paths->n <= PUBLISH_FILES_MAX);
	if (paths->n == PUBLISH_FILES_MAX)
		return err_set(err, ERR_REPO,
			"more than %d files in the pages' folder: give a "
			"folder that is for OKR pages only",
			PUBLISH_FILES_MAX);
	*vec_add(a, paths) = arena_text(a, str_of(path));
	return 0;
}

/* As path_check(), and within the pages' folder. */
static int check_path(
	const struct publish *p, const char *path, struct err *err)
{
	struct str rest = str_of(path);

	if (path_check(path, err))
		return -1;
	if (!*p->o.folder)
		return 0;
	if (!str_skip(&rest, p->o.folder) || !str_starts(rest, "/"))
		return err_set(err, ERR_REPO,
			"path '%s' is outside of the pages' folder '%s'", path,
			p->o.folder);
	return 0;
}

static int check_options(const struct publish_options *o, struct err *err)
{
	if (*o->folder && path_check(o->folder, err)) {
		err->kind = ERR_CONFIG;
		return err_wrap(err, "cannot use the pages' folder");
	}
	return 0;
}

struct publish *publish_open(const struct publish_options *o, struct err *err)
{
	struct publish *p = xmalloc(sizeof *p);
	int failed;

	assert(o->path || o->way == PUBLISH_API);
	*p = (struct publish){.root = -1};
	arena_init(&p->arena);
	copy_options(p, o);
	failed = check_options(&p->o, err);
	if (!failed)
		failed = p->o.way == PUBLISH_GIT   ? clone_open(p, err)
			 : p->o.way == PUBLISH_API ? api_open(p, err)
						   : folder_open(p, err);
	if (!failed)
		return p;
	publish_close(p);
	return NULL;
}

void publish_close(struct publish *p)
{
	if (!p)
		return;
	git_tree_free(p->shelf);
	git_tree_free(p->tree);
	git_repository_free(p->repo);
	if (p->shallow)
		graft_end();
	if (p->git)
		git_libgit2_shutdown();
	if (p->root >= 0)
		close(p->root);
	arena_release(&p->arena);
	free(p);
}

const char *publish_path(
	const struct publish *p, struct arena *a, const char *page)
{
	assert(page);
	if (!*p->o.folder)
		return arena_text(a, str_of(page));
	return arena_printf(a, "%s/%s", p->o.folder, page);
}

const char *publish_where(const struct publish *p)
{
	return p->where;
}

int publish_read(struct publish *p, struct arena *a, const char *path,
	struct str *text, bool *there, struct err *err)
{
	assert(path);
	*text = STR("");
	*there = false;
	if (check_path(p, path, err))
		return -1;
	if (p->o.way == PUBLISH_GIT)
		return clone_read(p, a, path, text, there, err);
	if (p->o.way == PUBLISH_API)
		return api_read(p, a, path, text, there, err);
	return folder_read(p, a, path, text, there, err);
}

bool publish_is(struct publish *p, const char *path, struct str text)
{
	assert(path);
	if (p->o.way == PUBLISH_GIT)
		return clone_is(p, path, text);
	return p->o.way == PUBLISH_API && api_is(p, path, text);
}

const char *publish_state(struct publish *p, struct arena *a)
{
	bool fresh;

	if (p->o.way == PUBLISH_GIT)
		return clone_state(p, a);
	return p->o.way == PUBLISH_API
		       ? arena_text(a, str_of(api_tip(p, &fresh)))
		       : "";
}

const char *publish_tip(struct publish *p, bool *fresh)
{
	assert(fresh);
	*fresh = p->o.way == PUBLISH_GIT && !p->has_tip;
	if (p->o.way == PUBLISH_API)
		return api_tip(p, fresh);
	return p->has_tip ? clone_tip(p) : "";
}

static int list(struct publish *p, struct arena *a, struct texts *paths,
	struct err *err)
{
	if (p->o.way == PUBLISH_GIT)
		return clone_list(p, a, paths, err);
	if (p->o.way == PUBLISH_API)
		return api_list(p, a, paths, err);
	return folder_list(p, a, paths, err);
}

int publish_list(struct publish *p, struct arena *a, struct texts *paths,
	struct err *err)
{
	*paths = (struct texts){.n = 0};
	if (list(p, a, paths, err))
		return -1;
	if (paths->n)
		qsort(paths->v, paths->n, sizeof *paths->v, compare_paths);
	return 0;
}

/* Every path is fine and comes once: two changes of one file have no order. */
static int check_changes(
	struct publish *p, const struct changes *c, struct err *err)
{
	const char **paths = ARENA_ARRAY(&p->arena, const char *, c->n);

	for (size_t i = 0; i < c->n; i++) {
		paths[i] = c->v[i].path;
		if (check_path(p, paths[i], err))
			return -1;
	}
	qsort(paths, c->n, sizeof *paths, compare_paths);
	for (size_t i = 1; i < c->n; i++)
		if (!strcmp(paths[i - 1], paths[i]))
			return err_set(err, ERR_REPO,
				"path '%s' is to be changed twice", paths[i]);
	return 0;
}

int publish_apply(struct publish *p, const struct changes *c, const char **id,
	bool *moved, struct err *err)
{
	assert(c && id && moved);
	*id = NULL;
	*moved = false;
	if (!c->n)
		return 0;
	if (check_changes(p, c, err))
		return -1;
	if (p->o.way == PUBLISH_GIT)
		return clone_apply(p, c, id, moved, err);
	if (p->o.way == PUBLISH_API)
		return api_apply(p, c, id, moved, err);
	return folder_apply(p, c, moved, err);
}
