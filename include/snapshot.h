/*
 * Snapshots: GitLab's answers in a file, so that a run can be repeated
 * without GitLab.  One JSON value a line (JSON lines): a head, the records in
 * a fixed order whatever the order of fetching, and a last line with their
 * number, so that a cut file is noticed.
 *
 *	{"okrsync":"snapshot","version":1,"source":...,"fetched":...,"self":...}
 *	{"kind":"issue","project":7,"iid":0,"data":{...}}
 *	{"end":true,"records":1}
 *
 * okrsync-fetch(1), SNAPSHOTS, tells what the kinds hold.
 *
 * A record that is broken inside (a repeated name, invalid UTF-8) is kept as
 * it is: reading it names it once and goes on.
 */
#ifndef SNAPSHOT_H
#define SNAPSHOT_H

#include <stdbool.h>
#include <stddef.h>

#include "err.h"
#include "record.h"

struct snapshot {
	const char *source;  /* the address it was made from; for pages */
	const char *fetched; /* stamp of the fetch; never printed on pages */
	const char *self;    /* our user name then, or "" */
	struct records records;
};

enum { SNAPSHOT_VERSION = 1 };

/*
 * Written beside the file and renamed, so that the path always holds a whole
 * snapshot; "-" is stdout, and what is no ordinary file (a pipe, a device) is
 * written into.  A new file can be read by its owner only, for it may hold
 * what not everybody may read; one that was there keeps its permissions.
 * ERR_IO with the path and the system's reason.
 *
 * In steps, for more issues than are to be held in memory may come.  Issues
 * are put as they come, each known by its place from then on: 0, 1, 2...
 * Then they are arranged: these n of them, in the order that the file is to
 * have, which is cheap where it is the one they were put in.  In the end come
 * all other records, and the file takes its place.
 */
struct snapshot_file;

/* NULL where the path cannot be written. snapshot_drop(), which takes NULL,
 * is called in any case; before snapshot_end() it leaves nothing behind. */
struct snapshot_file *snapshot_begin(
	const char *path, struct err *err) MUST_USE;
/* Frees it; takes NULL. */
void snapshot_drop(struct snapshot_file *f);

/* May issues be put? Not where a temporary file would be needed for that and
 * cannot be made. */
bool snapshot_has_room(const struct snapshot_file *f);

/* Puts an issue. head, of which the records do not matter, is read with the
 * first one only. */
int snapshot_put(struct snapshot_file *f, const struct snapshot *head,
	const struct record *r, uint64_t *place, struct err *err) MUST_USE;

/* One that was put, as it is in the file. */
int snapshot_get(struct snapshot_file *f, uint64_t place, struct arena *a,
	struct record *r, struct err *err) MUST_USE;

/* Says which n of those that were put go into the file, in that order. */
int snapshot_arrange(struct snapshot_file *f, const uint64_t *places, size_t n,
	struct err *err) MUST_USE;

/* The place of number i of the arranged ones. */
uint64_t snapshot_place(const struct snapshot_file *f, size_t i);

/* Forgets what was put. */
int snapshot_forget(struct snapshot_file *f, struct err *err) MUST_USE;

/* Adds the records, none of them an issue where some were put; *n of them and
 * of those are in the file. */
int snapshot_end(struct snapshot_file *f, const struct snapshot *s, size_t *n,
	struct err *err) MUST_USE;

/* Reads a text that lives as long as the arena; the records are slices of it.
 * ERR_DATA with path, which names the text, and line when it is not a whole
 * snapshot of a version we know. */
int snapshot_parse(struct arena *a, struct str text, const char *path,
	struct snapshot *s, struct err *err) MUST_USE;

/*
 * Joins n snapshots; source and stamp are the first one's.  An issue in
 * several of them is there once, with its comments, as it was where it had
 * changed last, or in the last of them where that is equal.  When they were
 * read by several users, self is all their names, with blanks between them.
 */
void snapshot_join(struct arena *a, const struct snapshot *list, size_t n,
	struct snapshot *out);

/* Is this text the beginning of a snapshot? */
bool snapshot_is(struct str text);

#endif
