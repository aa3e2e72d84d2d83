/*
 * Runs that found nothing to do.  Keys are compared whole: a sum only finds
 * them.
 */
#include "cache_p.h"

enum {
	DAY = 86400,
	KEEP_DAYS = 2, /* a key holds the day, so older ones never fit */
	KEEP_RUNS = 100,
};

bool cache_recall_run(
	struct cache *c, struct arena *a, struct str key, struct str *words)
{
	sqlite3_stmt *s;
	bool found = false;

	if (!c->db)
		return false;
	s = cache_prepare(c, "SELECT key, words FROM run WHERE sum = ?1");
	if (s && sqlite3_bind_int64(s, 1, cache_sum(key)) == SQLITE_OK)
		while (!found && sqlite3_step(s) == SQLITE_ROW) {
			found = str_eq(cache_column(s, 0), key);
			if (found)
				*words = arena_str(a, cache_column(s, 1));
		}
	sqlite3_finalize(s);
	return found;
}

static bool forget(struct cache *c, int64_t sum, int64_t day)
{
	sqlite3_stmt *s = cache_prepare(c,
		"DELETE FROM run WHERE sum = ?1 OR day NOT BETWEEN ?2 AND ?3 "
		"OR id <= (SELECT max(id) FROM run) - ?4");
	bool good = s && sqlite3_bind_int64(s, 1, sum) == SQLITE_OK &&
		    sqlite3_bind_int64(s, 2, day - KEEP_DAYS) == SQLITE_OK &&
		    sqlite3_bind_int64(s, 3, day) == SQLITE_OK &&
		    sqlite3_bind_int64(s, 4, KEEP_RUNS) == SQLITE_OK &&
		    sqlite3_step(s) == SQLITE_DONE;

	sqlite3_finalize(s);
	return good;
}

static bool add(struct cache *c, struct str key, struct str words, int64_t day)
{
	sqlite3_stmt *s =
		cache_prepare(c, "INSERT INTO run (sum, key, words, day) "
				 "VALUES (?1, ?2, ?3, ?4)");
	bool good = s &&
		    sqlite3_bind_int64(s, 1, cache_sum(key)) == SQLITE_OK &&
		    sqlite3_bind_blob64(s, 2, key.p, key.n, SQLITE_STATIC) ==
			    SQLITE_OK &&
		    sqlite3_bind_blob64(s, 3, words.n ? words.p : "", words.n,
			    SQLITE_STATIC) == SQLITE_OK &&
		    sqlite3_bind_int64(s, 4, day) == SQLITE_OK &&
		    sqlite3_step(s) == SQLITE_DONE;

	sqlite3_finalize(s);
	return good;
}

/* Failing costs the next run some time and nothing else. */
void cache_note_run(
	struct cache *c, struct str key, struct str words, int64_t now)
{
	if (!c->db || !cache_exec(c, "BEGIN IMMEDIATE"))
		return;
	if (!forget(c, cache_sum(key), now / DAY) ||
		!add(c, key, words, now / DAY) || !cache_exec(c, "COMMIT"))
		cache_exec(c, "ROLLBACK");
}
