/*
 * The open cache, and what its two files share.
 */
#ifndef STORE_CACHE_P_H
#define STORE_CACHE_P_H

#include <sqlite3.h>

#include "cache.h"

struct cache {
	struct arena arena; /* for path */
	const char *path;
	sqlite3 *db;     /* NULL: it cannot be used any more */
	bool own_folder; /* lies in .okrsync: all there is ours */
};

/* Runs statements that give nothing. */
bool cache_exec(struct cache *c, const char *sql);

/* entry.c: a sum of bytes that finds accidents; it stops no attacker. */
int64_t cache_sum(struct str data);

/* A statement, NULL when it cannot be prepared. */
sqlite3_stmt *cache_prepare(struct cache *c, const char *sql);

/* A column's bytes, until the next step. */
struct str cache_column(sqlite3_stmt *s, int at);

/* Throws the file away and begins anew, with a remark. */
bool cache_reset(struct cache *c, struct buf *remark);

#endif
