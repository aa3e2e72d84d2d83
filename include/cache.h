/*
 * What GitLab answered last time, in an SQLite file: it spares requests and
 * work, and decides nothing that is not in it.
 *
 * An entry is what one list of one source gave to one user.  Its records are
 * kept as they came, grouped by issue, each group with a checksum; what may
 * not be published is not among them, for the fetch leaves it out (see
 * gitlab.h).  The file is for its owner only (mode 0600).
 *
 * A cache never fails a run.  Where it cannot be used there is a remark, once,
 * and the run goes on without; a damaged or older one of ours is built anew;
 * a file that is something else is left alone, unless it lies in a folder
 * .okrsync, where everything is ours.  Several runs may share a file: each
 * entry is written whole in one transaction, and only by a run that knew the
 * entry as it still is.
 */
#ifndef CACHE_H
#define CACHE_H

#include <stdbool.h>
#include <stdint.h>

#include "arena.h"
#include "attr.h"
#include "buf.h"
#include "record.h"

struct cache;

struct cache_entry {
	const char *list;  /* address of the list, "" none */
	int64_t read;      /* the server's clock then, since 1970 */
	int64_t newest;    /* when an issue changed last, since 1970 */
	int64_t milestone; /* when a milestone did, or 0 */
	int64_t listed;    /* our clock at the last whole listing */
	struct records records;
	/* For cache_save(): n_more issues beside them, one after another, in
	 * memory of an arena that is gone after each; false ends it. */
	size_t n_more;
	bool (*more)(void *ctx, size_t i, struct arena *a, struct record *r);
	void *ctx;
	/* Set by cache_load() and cache_peek(): */
	int64_t serial;    /* of this writing; 0: it was not there */
	int64_t content;   /* of these records, as long as they are the same */
	long issues, gaps; /* how many of its records are that */
	int64_t id;        /* for cache_find() */
};

/*
 * Opens or makes the file, and the folder it lies in, where a .gitignore is
 * put. NULL when it cannot be used; then, or when it had to be built anew,
 * the reason is added to remark. cache_close() takes NULL.
 */
struct cache *cache_open(const char *path, struct buf *remark) MUST_USE;
/* Closes the file; the handle is gone. NULL is fine. */
void cache_close(struct cache *c);

/* The entry of that name, texts in the arena. False when there is none, or
 * it is damaged (then the cache is emptied and remark says so). */
bool cache_load(struct cache *c, struct arena *a, const char *name,
	struct cache_entry *entry, struct buf *remark);

/* The same without its issues, and then these, one after another by project
 * and number, each in memory that is gone after the call. cache_each() gives
 * false when take() does (and that is no damage), when one is damaged, or when
 * the entry is not that any more. */
bool cache_load_others(struct cache *c, struct arena *a, const char *name,
	struct cache_entry *entry, struct buf *remark);
/* The issues of an entry that cache_load_others() gave. */
bool cache_each(struct cache *c, const char *name,
	const struct cache_entry *entry,
	bool (*take)(void *ctx, const struct record *r), void *ctx);

/* The same without any records. */
bool cache_peek(struct cache *c, struct arena *a, const char *name,
	struct cache_entry *entry, struct buf *remark);

/* The entry used last whose name begins so: the rest of that name. False when
 * there is none. */
bool cache_guess(
	struct cache *c, struct arena *a, const char *begin, const char **rest);

/* The records of a kind that belong to one issue (or to none: 0, 0), of an
 * entry that was peeked at, a line each; false when there are none. */
bool cache_find(struct cache *c, struct arena *a,
	const struct cache_entry *entry, enum record_kind kind, int64_t project,
	int64_t iid, struct str *lines);

/* Is it still the entry that was peeked at? */
bool cache_is_same(
	struct cache *c, const char *name, const struct cache_entry *entry);

/*
 * Writes the entry where it differs from what then, the loaded one, had, and
 * drops entries nobody used for 90 days. Nothing is written when somebody
 * else has meanwhile, or the file is locked for 5 seconds or cannot be
 * written (the last two are a remark). now is our clock. Returns what the
 * content is known by, then's where it is the same; 0 when nothing was written.
 */
int64_t cache_save(struct cache *c, const char *name,
	const struct cache_entry *then, const struct cache_entry *entry,
	int64_t now, struct buf *remark);

/*
 * Runs that found nothing to do: key is everything that decided it, words what
 * was said. A later run with the same key, byte for byte, would find the same.
 */
bool cache_recall_run(
	struct cache *c, struct arena *a, struct str key, struct str *words);
/* Keeps such a run; now, in seconds since 1970, lets old ones go. What cannot
 * be written is no error: the next run is made in full. */
void cache_note_run(
	struct cache *c, struct str key, struct str words, int64_t now);

#endif
