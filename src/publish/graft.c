/*
 * A CI job's clone is shallow: its oldest commits name parents that are not
 * there, and libgit2 1.5 stumbles over them when it looks for what to push.
 * As git itself does, we show those commits without their parents.  It is done
 * by a store that is asked before the others and only knows these commits.
 */
#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <git2/sys/odb_backend.h>

#include "publish_p.h"

enum { SHALLOW_BYTES_MAX = 4 * 1024 * 1024 };

struct graft {
	git_odb_backend backend; /* first: libgit2 knows no more of it */
	git_odb *real;           /* the clone's objects as they are */
	git_oid *ids;            /* owned */
	size_t n;
};

static bool knows(const struct graft *g, const git_oid *id)
{
	for (size_t i = 0; i < g->n; i++)
		if (git_oid_equal(&g->ids[i], id))
			return true;
	return false;
}

/* A commit's header lines up to the first empty one, without "parent ..". */
static size_t drop_parents(char *to, struct str commit)
{
	struct str line;
	size_t n = 0;

	while (str_take_until(&commit, '\n', &line) && line.n) {
		if (str_starts(line, "parent "))
			continue;
		memcpy(to + n, line.p, line.n);
		n += line.n;
		to[n++] = '\n';
	}
	to[n++] = '\n';
	if (commit.n)
		memcpy(to + n, commit.p, commit.n);
	return n + commit.n;
}

static int read_commit(void **data, size_t *n, git_object_t *type,
	git_odb_backend *backend, const git_oid *id)
{
	struct graft *g = (struct graft *)backend;
	git_odb_object *o = NULL;
	int e;

	if (!knows(g, id))
		return GIT_ENOTFOUND;
	e = git_odb_read(&o, g->real, id);
	if (e < 0)
		return e;
	*type = git_odb_object_type(o);
	*n = git_odb_object_size(o);
	/* The line end of a last header line that has none. */
	*data = git_odb_backend_data_alloc(backend, *n + 2);
	if (*data)
		*n = drop_parents(
			*data, (struct str){git_odb_object_data(o), *n});
	git_odb_object_free(o);
	return *data ? 0 : -1;
}

static void free_graft(git_odb_backend *backend)
{
	struct graft *g = (struct graft *)backend;

	git_odb_free(g->real);
	free(g->ids);
	free(g);
}

/* The commits named in the file "shallow", a hexadecimal id a line. */
static void parse_ids(struct graft *g, struct str text)
{
	struct str line;

	g->ids = xmalloc(xtimes(text.n / 40 + 1, sizeof *g->ids));
	while (str_take_line(&text, &line))
		if (line.n == 40 &&
			!git_oid_fromstrn(&g->ids[g->n], line.p, line.n))
			g->n++;
}

static int read_shallow_file(
	struct publish *p, struct graft *g, struct err *err)
{
	const char *path = arena_printf(
		&p->arena, "%sshallow", git_repository_commondir(p->repo));
	FILE *f = fopen(path, "rb");
	char *text;
	size_t n;

	if (!f)
		return err_set(err, ERR_REPO, "cannot read '%s'", path);
	text = xmalloc(SHALLOW_BYTES_MAX);
	n = fread(text, 1, SHALLOW_BYTES_MAX, f);
	fclose(f);
	parse_ids(g, (struct str){text, n});
	free(text);
	return 0;
}

/* Puts g before the clone's own stores, which keep all the other objects. */
static int install(struct publish *p, struct graft *g)
{
	git_odb *odb = NULL;
	int e = git_repository_odb(&odb, p->repo);

	if (!e)
		e = git_odb_open(
			&g->real, arena_printf(&p->arena, "%sobjects",
					  git_repository_commondir(p->repo)));
	if (!e)
		e = git_odb_add_backend(odb, &g->backend, 99);
	git_odb_free(odb);
	return e;
}

int graft_shallow(struct publish *p, struct err *err)
{
	struct graft *g = xmalloc(sizeof *g);

	assert(p->repo);
	*g = (struct graft){.n = 0};
	git_odb_init_backend(&g->backend, GIT_ODB_BACKEND_VERSION);
	g->backend.read = read_commit;
	g->backend.free = free_graft;
	if (read_shallow_file(p, g, err)) {
		free_graft(&g->backend);
		return -1;
	}
	/* What we hand out no longer is what its id says. */
	git_libgit2_opts(GIT_OPT_ENABLE_STRICT_HASH_VERIFICATION, 0);
	if (install(p, g) < 0) {
		free_graft(&g->backend);
		return clone_fail(
			p, err, "cannot use shallow clone '%s'", p->o.path);
	}
	return 0;
}

void graft_end(void)
{
	git_libgit2_opts(GIT_OPT_ENABLE_STRICT_HASH_VERIFICATION, 1);
}
