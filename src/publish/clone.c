/*
 * The git way, all but the talk with the remote: what the branch's newest
 * commit holds, and the commit that holds what is wanted.  Objects are written
 * to the clone's object store; nothing refers to them until they are pushed.
 */
#include <assert.h>
#include <stdio.h>
#include <string.h>

#include "publish_p.h"

int clone_fail(struct publish *p, struct err *err, const char *fmt, ...)
{
	const git_error *last = git_error_last();
	char what[512];
	struct buf words;
	va_list ap;

	va_start(ap, fmt);
	vsnprintf(what, sizeof what, fmt, ap);
	va_end(ap);
	buf_init(&words, WORDS_BYTES);
	if (last && last->message)
		words_add(&words, str_of(last->message), p->o.token);
	err_set(err, ERR_REPO, "%s: %s", what,
		words.n ? words.p : "git gives no reason");
	buf_release(&words);
	return -1;
}

static int set_ca_file(struct publish *p, struct err *err)
{
	if (!*p->o.ca_file)
		return 0;
	if (git_libgit2_opts(
		    GIT_OPT_SET_SSL_CERT_LOCATIONS, p->o.ca_file, NULL) < 0)
		return clone_fail(p, err,
			"cannot read certificates from the CA file '%s'",
			p->o.ca_file);
	return 0;
}

static int open_repository(struct publish *p, struct err *err)
{
	const char *path = p->o.path;
	int e = git_repository_open_ext(
		&p->repo, path, GIT_REPOSITORY_OPEN_NO_SEARCH, NULL);

	if (e == GIT_ENOTFOUND)
		return err_set(err, ERR_REPO,
			"'%s' is not a git repository: give the top folder of "
			"a clone",
			path);
	if (e == GIT_EOWNER)
		return err_set(err, ERR_REPO,
			"repository '%s' belongs to another user, and git does "
			"not trust it then: run 'git config --global --add "
			"safe.directory PATH' with its full path",
			path);
	if (e < 0)
		return clone_fail(p, err, "cannot open repository '%s'", path);
	p->shallow = git_repository_is_shallow(p->repo) == 1;
	return 0;
}

/* The branch HEAD names, which need not exist yet; "" when it is detached. */
const char *clone_head_branch(struct publish *p)
{
	struct str target = STR("");
	const char *branch;
	git_reference *head = NULL;

	if (!git_reference_lookup(&head, p->repo, "HEAD") &&
		git_reference_type(head) == GIT_REFERENCE_SYMBOLIC)
		target = str_of(git_reference_symbolic_target(head));
	if (!str_skip(&target, "refs/heads/"))
		target = STR("");
	branch = arena_text(&p->arena, target);
	git_reference_free(head);
	return branch;
}

int clone_set_branch(struct publish *p, const char *branch, struct err *err)
{
	int valid = 0;

	p->branch = branch;
	p->ref = arena_printf(&p->arena, "refs/heads/%s", branch);
	if (git_reference_name_is_valid(&valid, p->ref) < 0 || !valid)
		return err_set(err, ERR_CONFIG,
			"'%s' cannot be the name of a branch", branch);
	return 0;
}

static bool has_branches(struct publish *p)
{
	git_branch_iterator *i = NULL;
	git_reference *ref = NULL;
	git_branch_t kind;
	bool has;

	if (git_branch_iterator_new(&i, p->repo, GIT_BRANCH_LOCAL) < 0)
		return false;
	has = git_branch_next(&ref, &kind, i) == 0;
	git_reference_free(ref);
	git_branch_iterator_free(i);
	return has;
}

/* No remote: the tip is the local branch's. */
static int find_local(struct publish *p, struct err *err)
{
	const char *branch = p->branch ? p->branch : clone_head_branch(p);
	int e;

	if (!*branch)
		return err_set(err, ERR_REPO,
			"repository '%s' is on no branch (detached HEAD): say "
			"which branch to write",
			p->o.path);
	if (!p->branch && clone_set_branch(p, branch, err))
		return -1;
	p->where = arena_printf(
		&p->arena, "branch '%s' of '%s'", p->branch, p->o.path);
	e = git_reference_name_to_id(&p->tip, p->repo, p->ref);
	p->has_tip = !e;
	if (!e)
		return 0;
	if (e != GIT_ENOTFOUND)
		return clone_fail(p, err, "cannot find the %s", p->where);
	if (has_branches(p))
		return err_set(err, ERR_REPO,
			"there is no branch '%s' in '%s': create it, or name "
			"another one",
			p->branch, p->o.path);
	return 0;
}

static int load_tree(struct publish *p, struct err *err)
{
	git_commit *commit = NULL;
	int e;

	if (!p->has_tip)
		return 0;
	e = git_commit_lookup(&commit, p->repo, &p->tip);
	if (!e)
		e = git_commit_tree(&p->tree, commit);
	git_commit_free(commit);
	if (e < 0)
		return clone_fail(p, err, "cannot read the %s", p->where);
	return 0;
}

static int check_commit(struct publish *p, struct err *err)
{
	git_signature *author = NULL;

	if (!str_trim(str_of(p->o.message)).n)
		return err_set(
			err, ERR_CONFIG, "the message for commits is empty");
	if (git_signature_new(&author, p->o.author_name, p->o.author_email,
		    p->o.when, 0) < 0) {
		clone_fail(p, err, "cannot commit as '%s <%s>'",
			p->o.author_name, p->o.author_email);
		err->kind = ERR_CONFIG;
		return -1;
	}
	git_signature_free(author);
	return 0;
}

int clone_open(struct publish *p, struct err *err)
{
	assert(p->o.way == PUBLISH_GIT && !p->git);
	git_libgit2_init();
	p->git = true;
	p->url = p->tracking = "";
	if (set_ca_file(p, err) || open_repository(p, err) ||
		check_commit(p, err))
		return -1;
	if (*p->o.branch && clone_set_branch(p, p->o.branch, err))
		return -1;
	if (p->shallow && graft_shallow(p, err))
		return -1;
	if (*p->o.remote ? remote_find(p, err) : find_local(p, err))
		return -1;
	return load_tree(p, err);
}

const char *clone_tip(struct publish *p)
{
	char *hex = arena_alloc(&p->arena, COMMIT_HEX_BYTES);

	assert(p->has_tip);
	return git_oid_tostr(hex, COMMIT_HEX_BYTES, &p->tip);
}

enum publish_clone publish_probe(const char *path)
{
	enum publish_clone found = PUBLISH_NO_CLONE;
	git_repository *repo = NULL;

	git_libgit2_init();
	if (!git_repository_open_ext(
		    &repo, path, GIT_REPOSITORY_OPEN_NO_SEARCH, NULL))
		found = git_repository_is_shallow(repo) == 1 ? PUBLISH_SHALLOW
							     : PUBLISH_COMPLETE;
	git_repository_free(repo);
	git_libgit2_shutdown();
	return found;
}

static const char *mode_name(git_filemode_t mode)
{
	switch (mode) {
	case GIT_FILEMODE_LINK:
		return "a symbolic link";
	case GIT_FILEMODE_TREE:
		return "a folder";
	case GIT_FILEMODE_COMMIT:
		return "a submodule";
	default:
		return "a file";
	}
}

static int check_folder(struct publish *p, const char *path,
	const git_tree_entry *e, struct err *err)
{
	git_filemode_t mode = git_tree_entry_filemode(e);

	if (mode == GIT_FILEMODE_TREE)
		return 0;
	return err_set(err, ERR_REPO,
		"'%s' is %s on %s, not a folder: remove it there, or choose "
		"another folder for the pages",
		path, mode_name(mode), p->where);
}

/* One step down: the tree called name in from, or NULL; part is its path. */
static int step_down(struct publish *p, const git_tree *from, const char *name,
	const char *part, git_tree **tree, struct err *err)
{
	const git_tree_entry *e = git_tree_entry_byname(from, name);

	*tree = NULL;
	if (!e)
		return 0;
	if (check_folder(p, part, e, err))
		return -1;
	if (git_tree_lookup(tree, p->repo, git_tree_entry_id(e)) < 0)
		return clone_fail(p, err, "cannot look into '%s'", part);
	return 0;
}

/*
 * Puts the tree of a folder ("" the topmost) into p->shelf, NULL when there is
 * none.  It stays there, since the next page mostly lies in the same one, and
 * libgit2 would read a large tree again each time.  Every name must be a tree:
 * libgit2 would only say "not found".
 */
static int open_shelf(struct publish *p, struct str folder, struct err *err)
{
	struct str rest = folder, name;

	if (p->shelf && str_is(folder, p->shelf_path))
		return 0;
	git_tree_free(p->shelf);
	p->shelf = NULL;
	if (p->tree && git_tree_dup(&p->shelf, p->tree) < 0)
		return clone_fail(p, err, "cannot look into %s", p->where);
	while (p->shelf && str_take_until(&rest, '/', &name)) {
		struct str part = str_sub(
			folder, 0, (size_t)(name.p + name.n - folder.p));
		git_tree *below;
		int failed = step_down(p, p->shelf, arena_text(&p->arena, name),
			arena_text(&p->arena, part), &below, err);

		git_tree_free(p->shelf);
		p->shelf = below;
		if (failed)
			return -1;
	}
	p->shelf_path = arena_text(&p->arena, folder);
	return 0;
}

/* The entry at path (*found NULL if there is none), good until the next
 * call. */
static int find_entry(struct publish *p, const char *path,
	const git_tree_entry **found, struct err *err)
{
	const char *slash = strrchr(path, '/');
	size_t n = slash ? (size_t)(slash - path) : 0;

	*found = NULL;
	if (open_shelf(p, (struct str){path, n}, err))
		return -1;
	if (p->shelf)
		*found = git_tree_entry_byname(
			p->shelf, slash ? slash + 1 : path);
	return 0;
}

static bool is_file(const git_tree_entry *e)
{
	git_filemode_t mode = git_tree_entry_filemode(e);

	return mode == GIT_FILEMODE_BLOB ||
	       mode == GIT_FILEMODE_BLOB_EXECUTABLE;
}

int clone_find(struct publish *p, const char *path,
	const git_tree_entry **found, struct err *err)
{
	assert(path);
	if (find_entry(p, path, found, err))
		return -1;
	if (!*found || is_file(*found))
		return 0;
	return err_set(err, ERR_REPO,
		"'%s' is %s on %s, not a page: remove it there first", path,
		mode_name(git_tree_entry_filemode(*found)), p->where);
}

static int read_blob(struct publish *p, struct arena *a, const char *path,
	const git_oid *id, struct str *text, struct err *err)
{
	git_blob *blob = NULL;
	uint64_t size;

	if (git_blob_lookup(&blob, p->repo, id) < 0)
		return clone_fail(
			p, err, "cannot read '%s' from %s", path, p->where);
	size = (uint64_t)git_blob_rawsize(blob);
	if (size <= PUBLISH_FILE_BYTES)
		*text = arena_str(a,
			(struct str){git_blob_rawcontent(blob), (size_t)size});
	git_blob_free(blob);
	if (size > PUBLISH_FILE_BYTES)
		return err_set(err, ERR_REPO,
			"'%s' on %s is larger than %d bytes", path, p->where,
			PUBLISH_FILE_BYTES);
	return 0;
}

int clone_read(struct publish *p, struct arena *a, const char *path,
	struct str *text, bool *there, struct err *err)
{
	const git_tree_entry *found;

	assert(p->git && p->repo);
	if (clone_find(p, path, &found, err))
		return -1;
	if (!found)
		return 0;
	if (read_blob(p, a, path, git_tree_entry_id(found), text, err))
		return -1;
	*there = true;
	return 0;
}

void clone_blob_id(git_oid *id, struct str text)
{
	git_odb_hash(id, text.n ? text.p : "", text.n, GIT_OBJECT_BLOB);
}

bool clone_is(struct publish *p, const char *path, struct str text)
{
	struct err unused = ERR_INIT;
	const git_tree_entry *found;
	git_oid id;

	assert(p->git && p->repo);
	if (clone_find(p, path, &found, &unused) || !found)
		return false;
	clone_blob_id(&id, text);
	return git_oid_equal(&id, git_tree_entry_id(found));
}

struct listing {
	struct publish *p;
	struct arena *a;
	struct texts *paths;
	struct err *err;
};

static int list_entry(const char *root, const git_tree_entry *e, void *payload)
{
	struct listing *l = payload;
	struct arena *scratch = &l->p->arena;
	const char *folder = l->p->o.folder;
	const char *path = arena_printf(scratch, "%s%s%s%s", folder,
		*folder ? "/" : "", root, git_tree_entry_name(e));

	if (is_file(e))
		return path_add(l->a, l->paths, path, l->err);
	if (git_tree_entry_type(e) == GIT_OBJECT_TREE)
		return path_check(path, l->err);
	return 0;
}

/* The tree of the pages' folder; NULL when there is none. */
static int find_folder(struct publish *p, git_tree **folder, struct err *err)
{
	*folder = NULL;
	if (open_shelf(p, str_of(p->o.folder), err))
		return -1;
	if (p->shelf && git_tree_dup(folder, p->shelf) < 0)
		return clone_fail(p, err, "cannot read folder '%s' of %s",
			p->o.folder, p->where);
	return 0;
}

const char *clone_state(struct publish *p, struct arena *a)
{
	struct err unused = ERR_INIT;
	char hex[COMMIT_HEX_BYTES];

	if (open_shelf(p, str_of(p->o.folder), &unused))
		return "";
	if (!p->shelf)
		return "none";
	git_oid_tostr(hex, sizeof hex, git_tree_id(p->shelf));
	return arena_text(a, str_of(hex));
}

int clone_list(struct publish *p, struct arena *a, struct texts *paths,
	struct err *err)
{
	struct listing l = {p, a, paths, err};
	git_tree *folder;
	int e;

	assert(p->git && p->repo);
	if (find_folder(p, &folder, err))
		return -1;
	if (!folder)
		return 0;
	e = git_tree_walk(folder, GIT_TREEWALK_PRE, list_entry, &l);
	git_tree_free(folder);
	if (e < 0 && err->kind == ERR_NONE)
		return clone_fail(p, err, "cannot list folder '%s' of %s",
			p->o.folder, p->where);
	return e < 0 ? -1 : 0;
}

static int create_commit(struct publish *p, const git_oid *tree_id,
	git_oid *commit, struct err *err)
{
	struct str message = str_trim(str_of(p->o.message));
	const char *text = arena_printf(&p->arena, "%.*s\n", STR_ARG(message));
	git_signature *who = NULL;
	git_commit *parent = NULL;
	git_tree *tree = NULL;
	const git_commit *parents[1];
	int e;

	e = git_signature_new(
		&who, p->o.author_name, p->o.author_email, p->o.when, 0);
	if (!e)
		e = git_tree_lookup(&tree, p->repo, tree_id);
	if (!e && p->has_tip)
		e = git_commit_lookup(&parent, p->repo, &p->tip);
	parents[0] = parent;
	if (!e)
		e = git_commit_create(commit, p->repo, NULL, who, who, NULL,
			text, tree, parent ? 1 : 0, parents);
	git_commit_free(parent);
	git_tree_free(tree);
	git_signature_free(who);
	if (e < 0)
		return clone_fail(
			p, err, "cannot make a commit for %s", p->where);
	return 0;
}

static bool is_checked_out(struct publish *p)
{
	git_reference *ref = NULL;
	bool is;

	if (git_repository_is_bare(p->repo))
		return false;
	if (!strcmp(clone_head_branch(p), p->branch))
		return true;
	if (git_reference_lookup(&ref, p->repo, p->ref) < 0)
		return false;
	is = git_branch_is_checked_out(ref) == 1;
	git_reference_free(ref);
	return is;
}

/* No remote: moves the local branch, if it is still where it was found. */
static int move_branch(
	struct publish *p, const git_oid *commit, bool *moved, struct err *err)
{
	static const git_oid zero;
	git_reference *ref = NULL;
	int e = git_reference_create_matching(&ref, p->repo, p->ref, commit, 1,
		p->has_tip ? &p->tip : &zero, "commit: OKR pages");

	git_reference_free(ref);
	*moved = e == GIT_EMODIFIED;
	if (*moved)
		return err_set(err, ERR_REPO,
			"%s has got another commit in the meantime", p->where);
	if (e == GIT_ELOCKED)
		return err_set(err, ERR_REPO,
			"%s is locked: if no other git program is at work, "
			"remove '%s%s.lock'",
			p->where, git_repository_path(p->repo), p->ref);
	if (e < 0)
		return clone_fail(p, err, "cannot move %s", p->where);
	return 0;
}

int clone_apply(struct publish *p, const struct changes *c, const char **id,
	bool *moved, struct err *err)
{
	char *hex;
	git_oid tree, commit;
	bool same;

	assert(p->git && p->repo && c->n);
	if (tree_build(p, c, &tree, &same, err))
		return -1;
	if (same)
		return 0;
	if (!*p->url && is_checked_out(p))
		return err_set(err, ERR_REPO,
			"%s is checked out there: name a remote to push to, or "
			"another branch, or write files instead",
			p->where);
	if (create_commit(p, &tree, &commit, err))
		return -1;
	if (*p->url ? remote_push(p, &commit, moved, err)
		    : move_branch(p, &commit, moved, err))
		return -1;
	hex = arena_alloc(&p->arena, COMMIT_HEX_BYTES);
	*id = git_oid_tostr(hex, COMMIT_HEX_BYTES, &commit);
	return 0;
}
