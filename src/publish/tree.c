/*
 * The tree of a commit: the one found with the changes made.
 *
 * Before libgit2 stores an object it looks for it in the whole repository, and
 * reads the folder of packs anew each time.  Pages are new, so they are stored
 * through a handle that knows the loose objects only.
 */
#include <assert.h>
#include <git2/sys/odb_backend.h>

#include "publish_p.h"

/* Does the repository want each object on the disk at once? */
static bool wants_fsync(struct publish *p)
{
	git_config *config = NULL;
	int yes = 0;

	if (git_repository_config_snapshot(&config, p->repo) < 0 ||
		git_config_get_bool(&yes, config, "core.fsyncObjectFiles") < 0)
		yes = 0;
	git_config_free(config);
	return yes;
}

/* To be freed with git_odb_free(). */
static int open_store(struct publish *p, git_odb **store, struct err *err)
{
	const char *folder = arena_printf(
		&p->arena, "%sobjects", git_repository_commondir(p->repo));
	git_odb_backend *loose = NULL;
	int e;

	*store = NULL;
	e = git_odb_new(store);
	if (!e)
		e = git_odb_backend_loose(
			&loose, folder, -1, wants_fsync(p), 0, 0);
	if (!e) {
		e = git_odb_add_backend(*store, loose, 1);
		if (e)
			loose->free(loose);
	}
	if (!e)
		return 0;
	git_odb_free(*store);
	return clone_fail(p, err, "cannot store pages in '%s'", p->o.path);
}

/*
 * Adds what c asks for to updates, unless the tree already is so: *n counts.
 * The mode of a file that is there is kept.
 */
static int add_update(struct publish *p, git_odb *store, const struct change *c,
	git_tree_update *updates, size_t *n, struct err *err)
{
	git_tree_update u = {.action = c->kind == CHANGE_REMOVE
					       ? GIT_TREE_UPDATE_REMOVE
					       : GIT_TREE_UPDATE_UPSERT,
		.filemode = GIT_FILEMODE_BLOB,
		.path = c->path};
	const char *text = c->fresh.n ? c->fresh.p : "";
	const git_tree_entry *found;

	assert(*c->path && (c->kind != CHANGE_REMOVE || !c->fresh.n));
	if (clone_find(p, c->path, &found, err))
		return -1;
	if (c->kind == CHANGE_REMOVE) {
		if (found)
			updates[(*n)++] = u;
		return 0;
	}
	if (found) {
		clone_blob_id(&u.id, c->fresh);
		if (git_oid_equal(&u.id, git_tree_entry_id(found)))
			return 0;
		u.filemode = git_tree_entry_filemode(found);
	}
	if (git_odb_write(&u.id, store, text, c->fresh.n, GIT_OBJECT_BLOB) < 0)
		return clone_fail(p, err, "cannot store '%s' in '%s'", c->path,
			p->o.path);
	updates[(*n)++] = u;
	return 0;
}

static int add_updates(struct publish *p, const struct changes *c,
	git_tree_update *updates, size_t *n, struct err *err)
{
	git_odb *store;
	int e = 0;

	if (open_store(p, &store, err))
		return -1;
	for (size_t i = 0; i < c->n && !e; i++)
		e = add_update(p, store, &c->v[i], updates, n, err);
	git_odb_free(store);
	return e;
}

int tree_build(struct publish *p, const struct changes *c, git_oid *id,
	bool *same, struct err *err)
{
	git_tree_update *updates =
		ARENA_ARRAY(&p->arena, git_tree_update, c->n);
	git_tree *base = p->tree;
	git_treebuilder *empty = NULL;
	git_oid empty_id;
	size_t n = 0;
	int e = 0;

	assert(p->repo && c->n);
	if (add_updates(p, c, updates, &n, err))
		return -1;
	*same = n == 0;
	if (*same)
		return 0;
	if (!base) {
		e = git_treebuilder_new(&empty, p->repo, NULL);
		if (!e)
			e = git_treebuilder_write(&empty_id, empty);
		if (!e)
			e = git_tree_lookup(&base, p->repo, &empty_id);
		git_treebuilder_free(empty);
	}
	if (!e)
		e = git_tree_create_updated(id, p->repo, base, n, updates);
	if (base != p->tree)
		git_tree_free(base);
	if (e < 0)
		return clone_fail(
			p, err, "cannot build the new tree for %s", p->where);
	*same = p->tree && git_oid_equal(id, git_tree_id(p->tree));
	return 0;
}
