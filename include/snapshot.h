/*
 * Snapshots: GitLab's answers in a file, so that a run can be repeated
 * without GitLab.  One JSON value a line (JSON lines): a head, the records in
 * a fixed order, and a last line with their number, so that a cut file is
 * noticed.
 */
#ifndef SNAPSHOT_H
#define SNAPSHOT_H

#include <stdbool.h>

#include "err.h"
#include "record.h"

struct snapshot {
	const char *source;  /* the address it was made from; for pages */
	const char *fetched; /* stamp of the fetch; never printed on pages */
	const char *self;    /* our user name then, or "" */
	struct records records;
};

/* Writes beside the file and renames; "-" is stdout. */
int snapshot_write(
	const char *path, const struct snapshot *s, struct err *err) MUST_USE;

/* Reads a whole file (NULL-terminated path; "-" is stdin). ERR_DATA with
 * line when it is not a whole snapshot of a version we know. */
/* The same from a text that was read already; name is for messages. */
int snapshot_parse(struct arena *a, const char *name, struct str text,
	struct snapshot *s, struct err *err) MUST_USE;

int snapshot_read(struct arena *a, const char *path, struct snapshot *s,
	struct err *err) MUST_USE;

/* Is this text the beginning of a snapshot? */
bool snapshot_is(struct str text);

#endif
