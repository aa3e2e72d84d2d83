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

/* Throws the file away and begins anew, with a remark. */
bool cache_reset(struct cache *c, struct buf *remark);

#endif
