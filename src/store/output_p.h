/*
 * A file that is written piece by piece, read back meanwhile, and given its
 * name in the end.
 */
#ifndef STORE_OUTPUT_P_H
#define STORE_OUTPUT_P_H

#include <stdint.h>

#include "arena.h"
#include "buf.h"
#include "err.h"

struct output {
	int fd;           /* -1: none */
	const char *path; /* for messages */
	char *name;       /* of the file, owned; NULL: it has none yet */
	struct buf b;     /* what is not written yet */
	uint64_t written;
};

/* For what is to lie at path: a file beside it, without a name where the
 * system allows that. */
int output_open_beside(struct output *o, struct arena *a, const char *path,
	struct err *err) MUST_USE;

/* For what is copied to path in the end: a file that is gone with us. */
int output_open_scratch(
	struct output *o, const char *path, struct err *err) MUST_USE;

/* Into an open file or pipe, which is ours from now on. */
void output_open_fd(struct output *o, int fd, const char *path);

/* Closes it and removes it where it still has a name of its own. */
void output_close(struct output *o);

/* Writes what is in b. */
int output_flush(struct output *o, struct err *err) MUST_USE;
/* The same only where it is worth a write. */
int output_flush_much(struct output *o, struct err *err) MUST_USE;

/* Reads n bytes of what was written, all of them. */
int output_read(const struct output *o, uint64_t at, char *p, size_t n,
	struct err *err) MUST_USE;

/* Begins anew. */
int output_cut(struct output *o, struct err *err) MUST_USE;

/* It is whole, and becomes the file at path. The disk is not waited for: what
 * a crash of the machine costs can be fetched again. */
int output_take_place(
	struct output *o, struct arena *a, struct err *err) MUST_USE;

#endif
