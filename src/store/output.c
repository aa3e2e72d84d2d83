/*
 * Files that have no name before they are whole: who is killed leaves nothing
 * behind.
 */
#define _GNU_SOURCE /* O_TMPFILE */
#include "output_p.h"

#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "str.h"
#include "xalloc.h"

enum {
	FLUSH_BYTES = 1 << 18,
	LINE_BYTES = 80 << 20, /* a record is at most an answer of 64 MiB */
	NAMES = 100,           /* tried for a file beside another */
};

static int system_error(struct err *err, const char *what, const char *path)
{
	return err_set(
		err, ERR_IO, "cannot %s '%s': %s", what, path, strerror(errno));
}

int output_flush(struct output *o, struct err *err)
{
	size_t done = 0;

	assert(o->fd >= 0);
	if (buf_finish(&o->b, "a line of the snapshot", err) < 0)
		return -1;
	while (done < o->b.n) {
		ssize_t n = write(o->fd, o->b.p + done, o->b.n - done);

		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			return system_error(err, "write", o->path);
		done += (size_t)n;
	}
	o->written += o->b.n;
	buf_clear(&o->b);
	return 0;
}

int output_flush_much(struct output *o, struct err *err)
{
	return o->b.n >= FLUSH_BYTES || o->b.over ? output_flush(o, err) : 0;
}

int output_read(
	const struct output *o, uint64_t at, char *p, size_t n, struct err *err)
{
	size_t done = 0;

	assert(o->fd >= 0 && at + n <= o->written);
	while (done < n) {
		ssize_t got =
			pread(o->fd, p + done, n - done, (off_t)(at + done));

		if (got < 0 && errno == EINTR)
			continue;
		if (got == 0)
			errno = EIO;
		if (got <= 0)
			return system_error(err, "read", o->path);
		done += (size_t)got;
	}
	return 0;
}

/* A file without a name, in the folder of path. */
static int open_nameless(struct arena *a, const char *path)
{
#ifdef O_TMPFILE
	struct str p = str_of(path);
	size_t slash = str_rfind_char(p, '/');
	const char *folder = slash == STR_NONE
				     ? "."
				     : arena_text(a, str_sub(p, 0, slash + 1));

	if (access("/proc/self/fd", X_OK) == 0)
		return open(folder, O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
#endif
	(void)a;
	(void)path;
	return -1;
}

static void init(struct output *o, const char *path)
{
	assert(path);
	*o = (struct output){.fd = -1, .path = path};
	buf_init(&o->b, LINE_BYTES);
}

int output_open_beside(
	struct output *o, struct arena *a, const char *path, struct err *err)
{
	init(o, path);
	o->fd = open_nameless(a, path);
	if (o->fd >= 0)
		return 0;
	o->name = xmalloc(strlen(path) + sizeof ".XXXXXX");
	memcpy(o->name, path, strlen(path));
	memcpy(o->name + strlen(path), ".XXXXXX", sizeof ".XXXXXX");
	o->fd = mkstemp(o->name);
	if (o->fd >= 0)
		return 0;
	system_error(err, "write", path);
	free(o->name);
	o->name = NULL;
	output_close(o);
	return -1;
}

int output_open_scratch(struct output *o, const char *path, struct err *err)
{
	FILE *f = tmpfile();

	init(o, path);
	if (f) {
		o->fd = fcntl(fileno(f), F_DUPFD_CLOEXEC, 0);
		fclose(f);
	}
	if (o->fd >= 0)
		return 0;
	output_close(o);
	return err_set(err, ERR_IO, "cannot make a temporary file for '%s': %s",
		path, strerror(errno));
}

void output_open_fd(struct output *o, int fd, const char *path)
{
	assert(fd >= 0);
	init(o, path);
	o->fd = fd;
}

int output_cut(struct output *o, struct err *err)
{
	assert(o->fd >= 0);
	buf_clear(&o->b);
	o->written = 0;
	if (ftruncate(o->fd, 0) < 0 || lseek(o->fd, 0, SEEK_SET) < 0)
		return system_error(err, "write", o->path);
	return 0;
}

void output_close(struct output *o)
{
	if (o->fd >= 0)
		close(o->fd);
	if (o->name)
		unlink(o->name);
	free(o->name);
	buf_release(&o->b);
	*o = (struct output){.fd = -1};
}

/* Gives the file a name of its own beside path. */
static int name_file(struct output *o, struct arena *a, struct err *err)
{
	const char *from = arena_printf(a, "/proc/self/fd/%d", o->fd);

	for (int i = 0; i < NAMES && !o->name; i++) {
		const char *name = arena_printf(
			a, "%s.%ld-%d", o->path, (long)getpid(), i);

		if (linkat(AT_FDCWD, from, AT_FDCWD, name, AT_SYMLINK_FOLLOW) ==
			0) {
			o->name = xmalloc(strlen(name) + 1);
			memcpy(o->name, name, strlen(name) + 1);
		} else if (errno != EEXIST) {
			break;
		}
	}
	return o->name ? 0 : system_error(err, "write", o->path);
}

int output_take_place(struct output *o, struct arena *a, struct err *err)
{
	assert(o->fd >= 0 && !o->b.n);
	if (!o->name && name_file(o, a, err))
		return -1;
	if (rename(o->name, o->path) < 0)
		return system_error(err, "write", o->path);
	free(o->name);
	o->name = NULL;
	return 0;
}
