/*
 * The files way.  Every folder on the way is opened by its name alone and not
 * through links, so whatever happens to the tree meanwhile, nothing outside of
 * the root is read or written.  A file is replaced by renaming a finished one
 * over it; readers see the old page or the new one.
 */
#include <assert.h>
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "publish_p.h"

/* One a folder: a run that was killed leaves at most this, and the next one
 * in that folder removes it. */
#define TEMPORARY ".okrsync-new"

int folder_open(struct publish *p, struct err *err)
{
	assert(p->o.way == PUBLISH_FILES && p->root < 0);
	p->where = arena_printf(&p->arena, "folder '%s'", p->o.path);
	p->root = open(p->o.path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (p->root < 0)
		return err_set(err, ERR_IO, "cannot open %s: %s", p->where,
			strerror(errno));
	return 0;
}

/* O_NOFOLLOW says ELOOP for a link, or ENOTDIR where a folder was wanted. */
static int fail_open(int dir, const char *name, const char *path,
	const char *doing, struct err *err)
{
	int saved = errno;
	struct stat st;

	if (fstatat(dir, name, &st, AT_SYMLINK_NOFOLLOW))
		st.st_mode = 0;
	if (S_ISLNK(st.st_mode))
		return err_set(err, ERR_IO,
			"cannot %s '%s': '%s' is a symbolic link, which is not "
			"followed; remove it, or choose another folder",
			doing, path, name);
	return err_set(err, ERR_IO, "cannot %s '%s': %s", doing, path,
		strerror(saved));
}

/*
 * Opens the folder path is in and finds its last name; with make set, makes
 * the folders that are missing. A descriptor, or -1 with *there false when
 * there is no such folder.
 */
static int open_parent(struct publish *p, const char *path, bool make,
	const char **name, bool *there, struct err *err)
{
	int dir = fcntl(p->root, F_DUPFD_CLOEXEC, 0), next;
	const char *slash;

	*there = true;
	*name = path;
	if (dir < 0)
		return err_set(err, ERR_IO, "cannot open %s: %s", p->where,
			strerror(errno));
	while (dir >= 0 && (slash = strchr(*name, '/'))) {
		const char *part = arena_text(&p->arena,
			(struct str){*name, (size_t)(slash - *name)});

		if (make && mkdirat(dir, part, 0777) && errno != EEXIST) {
			fail_open(dir, part, path, "make a folder for", err);
			close(dir);
			return -1;
		}
		next = openat(dir, part,
			O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
		*there = next >= 0 || errno != ENOENT;
		if (next < 0 && *there)
			fail_open(dir, part, path, "open", err);
		close(dir);
		dir = next;
		*name = slash + 1;
	}
	return dir;
}

/* Reads all of a file of at most PUBLISH_FILE_BYTES bytes. */
static int read_all(int fd, struct arena *a, const char *path, struct str *text,
	struct err *err)
{
	struct stat st;
	char *to;
	size_t n = 0, size;
	ssize_t got;

	if (fstat(fd, &st))
		return err_set(err, ERR_IO, "cannot read '%s': %s", path,
			strerror(errno));
	if (!S_ISREG(st.st_mode))
		return err_set(err, ERR_IO,
			"'%s' is not a regular file: remove it first", path);
	if (st.st_size > PUBLISH_FILE_BYTES)
		return err_set(err, ERR_IO, "'%s' is larger than %d bytes",
			path, PUBLISH_FILE_BYTES);
	size = (size_t)st.st_size;
	to = arena_alloc(a, size + 1);
	while (n < size && (got = read(fd, to + n, size - n)) != 0) {
		if (got < 0)
			return err_set(err, ERR_IO, "cannot read '%s': %s",
				path, strerror(errno));
		n += (size_t)got;
	}
	*text = (struct str){to, n};
	return 0;
}

/* The file name in folder dir; O_NONBLOCK, since it may be a pipe. */
static int read_at(int dir, const char *name, struct arena *a, const char *path,
	struct str *text, bool *there, struct err *err)
{
	int fd = openat(
		dir, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
	int failed;

	if (fd < 0 && errno == ENOENT)
		return 0;
	if (fd < 0)
		return fail_open(dir, name, path, "read", err);
	failed = read_all(fd, a, path, text, err);
	close(fd);
	*there = !failed;
	return failed;
}

int folder_read(struct publish *p, struct arena *a, const char *path,
	struct str *text, bool *there, struct err *err)
{
	const char *name;
	bool is_folder;
	int dir = open_parent(p, path, false, &name, &is_folder, err);
	int failed;

	assert(p->root >= 0);
	if (dir < 0)
		return is_folder ? -1 : 0;
	failed = read_at(dir, name, a, path, text, there, err);
	close(dir);
	return failed;
}

static int list_entry(struct publish *p, int dir, const char *prefix,
	const char *name, struct texts *folders, struct arena *a,
	struct texts *paths, struct err *err)
{
	const char *path = arena_printf(
		&p->arena, "%s%s%s", prefix, *prefix ? "/" : "", name);
	struct stat st;

	if (!strcmp(name, ".") || !strcmp(name, "..") ||
		!strcmp(name, ".git") || !strcmp(name, TEMPORARY) ||
		fstatat(dir, name, &st, AT_SYMLINK_NOFOLLOW))
		return 0;
	if (S_ISREG(st.st_mode))
		return path_add(a, paths, path, err);
	if (!S_ISDIR(st.st_mode))
		return 0;
	if (path_check(path, err))
		return -1;
	return path_add(&p->arena, folders, path, err);
}

/* Adds the files of one folder to paths, and its folders to folders. */
static int list_folder(struct publish *p, const char *path,
	struct texts *folders, struct arena *a, struct texts *paths,
	struct err *err)
{
	const char *inside =
		arena_printf(&p->arena, "%s%s.", path, *path ? "/" : "");
	const char *last;
	struct dirent *entry;
	bool there;
	int fd = open_parent(p, inside, false, &last, &there, err);
	DIR *dir;
	int failed = 0;

	if (fd < 0)
		return there ? -1 : 0;
	dir = fdopendir(fd);
	if (!dir) {
		close(fd);
		return err_set(err, ERR_IO, "cannot list '%s': %s", path,
			strerror(errno));
	}
	while (!failed && (entry = readdir(dir)))
		failed = list_entry(p, dirfd(dir), path, entry->d_name, folders,
			a, paths, err);
	closedir(dir);
	return failed;
}

int folder_list(struct publish *p, struct arena *a, struct texts *paths,
	struct err *err)
{
	struct texts folders = {.n = 0};

	assert(p->root >= 0);
	*vec_add(&p->arena, &folders) = p->o.folder;
	for (size_t i = 0; i < folders.n; i++)
		if (list_folder(p, folders.v[i], &folders, a, paths, err))
			return -1;
	return 0;
}

static int write_all(int fd, struct str text)
{
	while (text.n) {
		ssize_t n = write(fd, text.p, text.n);

		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			return -1;
		text = str_sub(text, (size_t)n, text.n);
	}
	return fsync(fd);
}

/* The finished file beside the one it is to replace; keeps its mode. */
static int write_beside(int dir, const char *name, struct str text)
{
	int flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC;
	struct stat st;
	int fd, failed;

	if (unlinkat(dir, TEMPORARY, 0) && errno != ENOENT)
		return -1;
	fd = openat(dir, TEMPORARY, flags, 0666);
	if (fd < 0)
		return -1;
	failed = write_all(fd, text);
	if (!failed && !fstatat(dir, name, &st, AT_SYMLINK_NOFOLLOW))
		failed = fchmod(fd, st.st_mode & 0777);
	if (close(fd))
		failed = -1;
	return failed;
}

static int write_file(
	int dir, const struct change *c, const char *name, struct err *err)
{
	int saved;

	if (!write_beside(dir, name, c->fresh) &&
		!renameat(dir, TEMPORARY, dir, name)) {
		fsync(dir);
		return 0;
	}
	saved = errno;
	unlinkat(dir, TEMPORARY, 0);
	return err_set(
		err, ERR_IO, "cannot write '%s': %s", c->path, strerror(saved));
}

/* Removes the folders above path that are empty now, as git would. */
static void remove_empty(struct publish *p, const char *path)
{
	struct str left = str_of(path), folder = str_of(p->o.folder);
	struct err ignored = ERR_INIT;
	size_t slash;

	while ((slash = str_rfind_char(left, '/')) != STR_NONE &&
		slash > folder.n) {
		const char *name;
		bool there;
		int dir, gone;

		left.n = slash;
		dir = open_parent(p, arena_text(&p->arena, left), false, &name,
			&there, &ignored);
		if (dir < 0)
			return;
		gone = unlinkat(dir, name, AT_REMOVEDIR);
		close(dir);
		if (gone)
			return;
	}
}

static int remove_file(struct publish *p, int dir, const struct change *c,
	const char *name, struct err *err)
{
	if (unlinkat(dir, name, 0))
		return err_set(err, ERR_IO, "cannot remove '%s': %s", c->path,
			strerror(errno));
	fsync(dir);
	remove_empty(p, c->path);
	return 0;
}

/* Is the file as it was when the change was planned, or already as wanted? */
static int check_file(struct publish *p, int dir, const struct change *c,
	const char *name, bool *done, bool *moved, struct err *err)
{
	struct arena scratch = ARENA_INIT;
	struct str now = STR("");
	bool there = false, same;
	int failed = read_at(dir, name, &scratch, c->path, &now, &there, err);

	*done = c->kind == CHANGE_REMOVE ? !there
					 : there && str_eq(now, c->fresh);
	same = there == (c->kind != CHANGE_ADD) &&
	       (!there || str_eq(now, c->old));
	arena_release(&scratch);
	if (failed)
		return -1;
	*moved = !*done && !same;
	if (*moved)
		return err_set(err, ERR_IO,
			"'%s' was changed by somebody else in the meantime",
			c->path);
	(void)p;
	return 0;
}

static int apply_change(
	struct publish *p, const struct change *c, bool *moved, struct err *err)
{
	const char *name;
	bool there, done;
	int dir = open_parent(
		p, c->path, c->kind != CHANGE_REMOVE, &name, &there, err);
	int failed;

	if (dir < 0 && !there)
		return 0;
	if (dir < 0)
		return -1;
	failed = check_file(p, dir, c, name, &done, moved, err);
	if (!failed && !done)
		failed = c->kind == CHANGE_REMOVE
				 ? remove_file(p, dir, c, name, err)
				 : write_file(dir, c, name, err);
	close(dir);
	return failed;
}

int folder_apply(struct publish *p, const struct changes *c, bool *moved,
	struct err *err)
{
	assert(p->root >= 0);
	if (flock(p->root, LOCK_EX | LOCK_NB) && errno == EWOULDBLOCK)
		return err_set(err, ERR_IO,
			"another run is writing to %s: wait for its end",
			p->where);
	for (size_t i = 0; i < c->n; i++)
		if (c->v[i].kind != CHANGE_REMOVE &&
			apply_change(p, &c->v[i], moved, err))
			return -1;
	for (size_t i = 0; i < c->n; i++)
		if (c->v[i].kind == CHANGE_REMOVE &&
			apply_change(p, &c->v[i], moved, err))
			return -1;
	return 0;
}
