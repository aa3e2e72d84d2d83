/*
 * libgit2 pushes references only, not commits.  So while a push is under way
 * the clone's references are replaced by one that exists in memory alone: what
 * is killed in between leaves neither a reference nor a lock behind.
 */
#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include <git2/sys/refdb_backend.h>
#include <git2/sys/refs.h>
#include <git2/sys/repository.h>

#include "publish_p.h"

struct lone {
	git_refdb_backend backend; /* first: libgit2 knows no more of it */
	git_oid id;
};

static int exists(int *found, git_refdb_backend *backend, const char *name)
{
	(void)backend;
	*found = !strcmp(name, LONE_REF);
	return 0;
}

static int lookup(
	git_reference **out, git_refdb_backend *backend, const char *name)
{
	struct lone *l = (struct lone *)backend;

	*out = NULL;
	if (strcmp(name, LONE_REF))
		return GIT_ENOTFOUND;
	*out = git_reference__alloc(name, &l->id, NULL);
	return *out ? 0 : -1;
}

static void free_lone(git_refdb_backend *backend)
{
	free(backend);
}

/* Packing asks for all tags: there are none. */
static int next_none(git_reference **out, git_reference_iterator *i)
{
	(void)out, (void)i;
	return GIT_ITEROVER;
}

static int next_no_name(const char **out, git_reference_iterator *i)
{
	(void)out, (void)i;
	return GIT_ITEROVER;
}

static void free_iterator(git_reference_iterator *i)
{
	free(i);
}

static int iterate(git_reference_iterator **out, git_refdb_backend *backend,
	const char *glob)
{
	git_reference_iterator *i = xmalloc(sizeof *i);

	(void)backend, (void)glob;
	*i = (git_reference_iterator){.next = next_none,
		.next_name = next_no_name,
		.free = free_iterator};
	*out = i;
	return 0;
}

/*
 * libgit2 takes no backend that lacks one of these. Nothing is written or
 * logged while pushing, so they all say no.
 */
static int no_write(git_refdb_backend *backend, const git_reference *ref,
	int force, const git_signature *who, const char *message,
	const git_oid *old, const char *old_target)
{
	(void)backend, (void)ref, (void)force, (void)who, (void)message;
	(void)old, (void)old_target;
	return GIT_ERROR;
}

static int no_rename(git_reference **out, git_refdb_backend *backend,
	const char *old_name, const char *new_name, int force,
	const git_signature *who, const char *message)
{
	(void)out, (void)backend, (void)old_name, (void)new_name, (void)force;
	(void)who, (void)message;
	return GIT_ERROR;
}

static int no_delete(git_refdb_backend *backend, const char *name,
	const git_oid *old, const char *old_target)
{
	(void)backend, (void)name, (void)old, (void)old_target;
	return GIT_ERROR;
}

static int no_log(git_refdb_backend *backend, const char *name)
{
	(void)backend, (void)name;
	return 0;
}

static int no_log_read(
	git_reflog **out, git_refdb_backend *backend, const char *name)
{
	(void)out, (void)backend, (void)name;
	return GIT_ENOTFOUND;
}

static int no_log_write(git_refdb_backend *backend, git_reflog *log)
{
	(void)backend, (void)log;
	return GIT_ERROR;
}

static int no_log_rename(
	git_refdb_backend *backend, const char *from, const char *to)
{
	(void)backend, (void)from, (void)to;
	return GIT_ERROR;
}

static void fill_backend(git_refdb_backend *b)
{
	git_refdb_init_backend(b, GIT_REFDB_BACKEND_VERSION);
	b->exists = exists;
	b->lookup = lookup;
	b->free = free_lone;
	b->iterator = iterate;
	b->write = no_write;
	b->rename = no_rename;
	b->del = no_delete;
	b->has_log = no_log;
	b->ensure_log = no_log;
	b->reflog_read = no_log_read;
	b->reflog_write = no_log_write;
	b->reflog_rename = no_log_rename;
	b->reflog_delete = no_log;
}

static int make_refdb(
	git_refdb **db, git_repository *repo, const git_oid *commit)
{
	struct lone *l;
	int e = git_refdb_new(db, repo);

	if (e < 0)
		return e;
	l = xmalloc(sizeof *l);
	*l = (struct lone){.id = *commit};
	fill_backend(&l->backend);
	e = git_refdb_set_backend(*db, &l->backend);
	if (e < 0)
		free(l);
	return e;
}

int lone_begin(struct publish *p, const git_oid *commit, git_refdb **saved,
	struct err *err)
{
	git_refdb *db = NULL;
	int e;

	assert(p->repo);
	*saved = NULL;
	e = git_repository_refdb(saved, p->repo);
	if (!e)
		e = make_refdb(&db, p->repo, commit);
	if (!e)
		e = git_repository_set_refdb(p->repo, db);
	git_refdb_free(db);
	if (e < 0)
		return clone_fail(
			p, err, "cannot prepare the push to %s", p->where);
	return 0;
}

void lone_end(struct publish *p, git_refdb *saved)
{
	assert(!saved || p->repo);
	if (saved)
		git_repository_set_refdb(p->repo, saved);
	git_refdb_free(saved);
}
