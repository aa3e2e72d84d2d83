/*
 * Single things of the cache, without the rest of an entry.
 */
#include "cache_p.h"

bool cache_guess(
	struct cache *c, struct arena *a, const char *begin, const char **rest)
{
	sqlite3_stmt *s = NULL;
	bool found;

	if (!c->db)
		return false;
	s = cache_prepare(c,
		"SELECT substr(name, length(?1) + 1) FROM entry WHERE "
		"substr(name, 1, length(?1)) = ?1 ORDER BY used DESC, id DESC "
		"LIMIT 1");
	found = s &&
		sqlite3_bind_text(s, 1, begin, -1, SQLITE_STATIC) ==
			SQLITE_OK &&
		sqlite3_step(s) == SQLITE_ROW;
	if (found)
		*rest = arena_text(a, cache_column(s, 0));
	sqlite3_finalize(s);
	return found;
}

bool cache_find(struct cache *c, struct arena *a,
	const struct cache_entry *entry, enum record_kind kind, int64_t project,
	int64_t iid, struct str *lines)
{
	sqlite3_stmt *s = cache_prepare(c,
		"SELECT sum, data FROM record WHERE entry = ?1 AND kind = ?2 "
		"AND project = ?3 AND iid = ?4");
	bool found = s && sqlite3_bind_int64(s, 1, entry->id) == SQLITE_OK &&
		     sqlite3_bind_int64(s, 2, kind) == SQLITE_OK &&
		     sqlite3_bind_int64(s, 3, project) == SQLITE_OK &&
		     sqlite3_bind_int64(s, 4, iid) == SQLITE_OK &&
		     sqlite3_step(s) == SQLITE_ROW;

	if (found) {
		*lines = arena_str(a, cache_column(s, 1));
		found = cache_sum(*lines) == sqlite3_column_int64(s, 0);
	}
	sqlite3_finalize(s);
	return found;
}
