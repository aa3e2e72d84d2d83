/*
 * The way through GitLab's API: the folder's listing tells which files are
 * there and, by their hashes, which are already as wanted; only the others are
 * read.  The commit names for each file the commit that changed it last, so
 * that GitLab refuses what somebody else was faster at.
 *
 * Whether a commit without an answer, or a refused one, arrived or came too
 * late is told by the branch itself: where it is now, and what it holds.
 */
#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "gitlab_repo.h"
#include "publish_p.h"

enum { SEND_TRIES = 3 };

struct api {
	struct gitlab *gitlab;
	const struct gitlab_project *project;
	const char *base; /* branch a new one begins from, or "" */
	const char *tip;  /* commit that was read; "" for an empty project */
	bool fresh;       /* the branch is not there yet */
	struct gitlab_entries entries;
	const char **last; /* of entries read: commit that changed them last */
};

static int no_branch(struct publish *p, struct err *err)
{
	return err_set(err, ERR_REPO,
		"there is no branch '%s' in project '%s': create it, or name "
		"another one",
		p->branch, p->api->project->path);
}

/* Where to begin: the branch's tip, or that of the one it begins from. */
static int find_tip(
	struct publish *p, const char **tip, bool *fresh, struct err *err)
{
	struct api *api = p->api;
	bool there;

	if (gitlab_branch_tip(api->gitlab, &p->arena, api->project, p->branch,
		    tip, &there, err))
		return -1;
	*fresh = !there;
	if (there || api->project->empty)
		return 0;
	if (*api->base && gitlab_branch_tip(api->gitlab, &p->arena,
				  api->project, api->base, tip, &there, err))
		return -1;
	return there ? 0 : no_branch(p, err);
}

int api_open(struct publish *p, struct err *err)
{
	struct api *api = ARENA_NEW(&p->arena, struct api);

	assert(p->o.way == PUBLISH_API && p->o.gitlab && p->o.project);
	*api = (struct api){.gitlab = p->o.gitlab,
		.project = p->o.project,
		.base = p->o.start};
	p->api = api;
	p->branch = *p->o.branch            ? p->o.branch
		    : *api->project->branch ? api->project->branch
					    : "main";
	p->where = arena_printf(&p->arena, "branch '%s' of project '%s'",
		p->branch, api->project->path);
	if (!str_trim(str_of(p->o.message)).n)
		return err_set(
			err, ERR_CONFIG, "the message for commits is empty");
	if (find_tip(p, &api->tip, &api->fresh, err))
		return -1;
	if (!*api->tip)
		return 0;
	if (gitlab_tree(api->gitlab, &p->arena, api->project, api->tip,
		    p->o.folder, &api->entries, err))
		return -1;
	api->last = ARENA_ARRAY(&p->arena, const char *, api->entries.n);
	return 0;
}

static int compare_path(const void *key, const void *entry)
{
	return strcmp(key, ((const struct gitlab_entry *)entry)->path);
}

static const struct gitlab_entry *find_in(
	const struct gitlab_entries *entries, const char *path)
{
	if (!entries->n)
		return NULL;
	return bsearch(
		path, entries->v, entries->n, sizeof *entries->v, compare_path);
}

static bool is_file(const struct gitlab_entry *e)
{
	return !strcmp(e->mode, "100644") || !strcmp(e->mode, "100755");
}

/* Is the blob of that id this text? */
static bool is_text(const struct gitlab_entry *e, struct str text)
{
	char hex[COMMIT_HEX_BYTES];
	git_oid id;
	bool same;

	git_libgit2_init();
	same = !git_odb_hash(
		&id, text.n ? text.p : "", text.n, GIT_OBJECT_BLOB);
	if (same)
		same = !strcmp(git_oid_tostr(hex, sizeof hex, &id), e->id);
	git_libgit2_shutdown();
	return same;
}

bool api_is(struct publish *p, const char *path, struct str text)
{
	const struct gitlab_entry *e = find_in(&p->api->entries, path);

	assert(p->api);
	return e && is_file(e) && is_text(e, text);
}

const char *api_tip(struct publish *p, bool *fresh)
{
	assert(p->api);
	*fresh = p->api->fresh;
	return p->api->tip;
}

static int find_file(struct publish *p, const char *path,
	const struct gitlab_entry **found, struct err *err)
{
	const struct gitlab_entry *e = find_in(&p->api->entries, path);

	*found = e;
	if (!e || is_file(e))
		return 0;
	return err_set(err, ERR_REPO,
		"'%s' is no regular file on %s, so it is no page: remove it "
		"there first",
		path, p->where);
}

int api_read(struct publish *p, struct arena *a, const char *path,
	struct str *text, bool *there, struct err *err)
{
	const struct gitlab_entry *e;
	struct api *api = p->api;
	const char *last;

	assert(p->api);
	if (find_file(p, path, &e, err))
		return -1;
	if (!e)
		return 0;
	if (gitlab_file(api->gitlab, a, api->project, api->tip, path,
		    PUBLISH_FILE_BYTES, text, &last, err))
		return -1;
	api->last[e - api->entries.v] = arena_text(&p->arena, str_of(last));
	*there = true;
	return 0;
}

int api_list(struct publish *p, struct arena *a, struct texts *paths,
	struct err *err)
{
	const struct gitlab_entries *entries = &p->api->entries;

	assert(p->api);
	for (size_t i = 0; i < entries->n; i++)
		if (is_file(&entries->v[i]) &&
			path_add(a, paths, entries->v[i].path, err))
			return -1;
	return 0;
}

/* A change as GitLab wants it; none for what is so already. */
static int add_action(struct publish *p, const struct change *c,
	struct gitlab_actions *actions, struct err *err)
{
	const struct gitlab_entry *e;
	const char **last = p->api->last;
	struct gitlab_action action = {.path = c->path, .text = c->fresh};
	struct str unused;
	bool there;

	if (find_file(p, c->path, &e, err))
		return -1;
	if (c->kind == CHANGE_REMOVE ? !e : e && is_text(e, c->fresh))
		return 0;
	action.kind = c->kind == CHANGE_REMOVE ? GITLAB_DELETE
		      : e                      ? GITLAB_UPDATE
					       : GITLAB_CREATE;
	if (e && !last[e - p->api->entries.v] &&
		api_read(p, &p->arena, c->path, &unused, &there, err))
		return -1;
	action.last = e ? last[e - p->api->entries.v] : "";
	*vec_add(&p->arena, actions) = action;
	return 0;
}

/* Does a commit hold all that was wanted? */
static int is_done(struct publish *p, const char *tip, const struct changes *c,
	bool *done, struct err *err)
{
	struct gitlab_entries entries;

	if (gitlab_tree(p->api->gitlab, &p->arena, p->api->project, tip,
		    p->o.folder, &entries, err))
		return -1;
	*done = true;
	for (size_t i = 0; i < c->n && *done; i++) {
		const struct gitlab_entry *e = find_in(&entries, c->v[i].path);

		*done = c->v[i].kind == CHANGE_REMOVE
				? !e
				: e && is_text(e, c->v[i].fresh);
	}
	return 0;
}

/* The commit came to nothing, or nobody knows: where is the branch now? */
static int look_again(struct publish *p, const struct changes *c,
	const char **tip, bool *done, bool *moved, struct err *err)
{
	bool fresh;

	*done = *moved = false;
	if (find_tip(p, tip, &fresh, err))
		return -1;
	if (!strcmp(*tip, p->api->tip) && fresh == p->api->fresh)
		return 0;
	if (is_done(p, *tip, c, done, err))
		return -1;
	*done = *done && !fresh;
	*moved = !*done;
	return 0;
}

static int explain(
	struct publish *p, bool moved, const struct err *why, struct err *err)
{
	if (moved)
		return err_set(err, ERR_REPO,
			"%s has got another commit in the meantime (%s)",
			p->where, why->text);
	return err_set(err, why->kind, "%s", why->text);
}

/* Is it worth looking again whether the commit is there, and sending it once
 * more?  A status of 400 or 409 may be about somebody else's commit. */
static bool may_look(
	struct publish *p, enum gitlab_sent sent, long status, int tries)
{
	if (sent == GITLAB_REFUSED)
		return status == 400 || status == 409;
	return gitlab_rest(p->api->gitlab, tries, p->where);
}

static int send(struct publish *p, const struct gitlab_new_commit *commit,
	const struct changes *c, const char **id, bool *moved, struct err *err)
{
	struct api *api = p->api;
	enum gitlab_sent sent;
	const char *tip;
	struct err why;
	long status;
	bool done;

	for (int tries = 1;; tries++) {
		why = (struct err)ERR_INIT;
		if (!gitlab_commit(api->gitlab, &p->arena, api->project, commit,
			    id, &sent, &status, &why))
			return 0;
		if (!may_look(p, sent, status, tries))
			return explain(p, false, &why, err);
		if (look_again(p, c, &tip, &done, moved, err))
			return -1;
		if (done) {
			*id = tip;
			return 0;
		}
		if (*moved || sent == GITLAB_REFUSED || tries == SEND_TRIES)
			return explain(p, *moved, &why, err);
	}
}

int api_apply(struct publish *p, const struct changes *c, const char **id,
	bool *moved, struct err *err)
{
	struct api *api = p->api;
	struct gitlab_new_commit commit = {.branch = p->branch,
		.start = api->fresh && *api->tip ? api->base : "",
		.message = p->o.message,
		.author_name = p->o.author_name,
		.author_email = p->o.author_email};

	assert(p->api && c->n);
	for (size_t i = 0; i < c->n; i++)
		if (add_action(p, &c->v[i], &commit.actions, err))
			return -1;
	if (!commit.actions.n)
		return 0;
	return send(p, &commit, c, id, moved, err);
}
