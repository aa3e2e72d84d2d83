/*
 * Entries of the cache.  The records of a kind that belong to one issue are
 * one row, a JSON value a line; rows that are the same bytes as before are not
 * written again.
 */
#include "cache_p.h"

#include <assert.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "xalloc.h"

enum {
	KEEP_SECONDS = 90 * 86400,
	GROUP_BYTES = 100 * 1024 * 1024,
	NO_RECORDS = RECORD_GAP + 1, /* no kind is as large */
};

/* Eight bytes at a time. */
int64_t cache_sum(struct str data)
{
	uint64_t h = 0x9e3779b97f4a7c15u ^ data.n, word;
	size_t i = 0;

	for (; i + sizeof word <= data.n; i += sizeof word) {
		memcpy(&word, data.p + i, sizeof word);
		h = (h ^ word) * 0xff51afd7ed558ccdu;
		h ^= h >> 32;
	}
	for (; i < data.n; i++)
		h = (h ^ (unsigned char)data.p[i]) * 0xff51afd7ed558ccdu;
	return (int64_t)(h ^ (h >> 29));
}

sqlite3_stmt *cache_prepare(struct cache *c, const char *sql)
{
	sqlite3_stmt *s = NULL;

	sqlite3_prepare_v2(c->db, sql, -1, &s, NULL);
	return s;
}

static bool bind_text(sqlite3_stmt *s, int at, const char *text)
{
	return sqlite3_bind_text(s, at, text, -1, SQLITE_STATIC) == SQLITE_OK;
}

struct str cache_column(sqlite3_stmt *s, int at)
{
	const void *p = sqlite3_column_blob(s, at);

	return (struct str){p, p ? (size_t)sqlite3_column_bytes(s, at) : 0};
}

static const char *column_text(struct arena *a, sqlite3_stmt *s, int at)
{
	return arena_text(a, cache_column(s, at));
}

/* The head of an entry and its row id; 0 when there is none, -1 on damage. */
static int64_t load_head(struct cache *c, struct arena *a, const char *name,
	struct cache_entry *e)
{
	sqlite3_stmt *s = cache_prepare(c,
		"SELECT id, list, read, newest, milestone, listed, "
		"serial, content FROM entry WHERE name = ?1");
	int64_t id = -1;
	int rc;

	if (s && bind_text(s, 1, name)) {
		rc = sqlite3_step(s);
		id = rc == SQLITE_DONE ? 0 : -1;
		if (rc == SQLITE_ROW) {
			id = sqlite3_column_int64(s, 0);
			e->list = column_text(a, s, 1);
			e->read = sqlite3_column_int64(s, 2);
			e->newest = sqlite3_column_int64(s, 3);
			e->milestone = sqlite3_column_int64(s, 4);
			e->listed = sqlite3_column_int64(s, 5);
			e->serial = sqlite3_column_int64(s, 6);
			e->content = sqlite3_column_int64(s, 7);
			e->id = id;
		}
	}
	sqlite3_finalize(s);
	return id;
}

/* How many issues have a record of that kind; -1 on damage. */
static long count(struct cache *c, int64_t id, enum record_kind kind)
{
	sqlite3_stmt *s = cache_prepare(c, "SELECT count(*) FROM record WHERE "
					   "entry = ?1 AND kind = ?2");
	long n = -1;

	if (s && sqlite3_bind_int64(s, 1, id) == SQLITE_OK &&
		sqlite3_bind_int64(s, 2, kind) == SQLITE_OK &&
		sqlite3_step(s) == SQLITE_ROW)
		n = (long)sqlite3_column_int64(s, 0);
	sqlite3_finalize(s);
	return n;
}

static bool count_records(struct cache *c, int64_t id, struct cache_entry *e)
{
	e->issues = count(c, id, RECORD_ISSUE);
	e->gaps = count(c, id, RECORD_GAP);
	return e->issues >= 0 && e->gaps >= 0;
}

/* One row's records. */
static bool add_group(struct arena *a, sqlite3_stmt *s, struct cache_entry *e)
{
	int64_t kind = sqlite3_column_int64(s, 0);
	struct str data = cache_column(s, 4), line;

	if (kind < RECORD_ISSUE || kind > RECORD_GAP ||
		cache_sum(data) != sqlite3_column_int64(s, 3))
		return false;
	data = arena_str(a, data);
	while (str_take_until(&data, '\n', &line))
		*vec_add(a, &e->records) = (struct record){
			.kind = (enum record_kind)kind,
			.project = sqlite3_column_int64(s, 1),
			.iid = sqlite3_column_int64(s, 2),
			.json = line,
		};
	return true;
}

/* Records from a kind on. */
static bool load_records(struct cache *c, struct arena *a, int64_t id, int from,
	struct cache_entry *e)
{
	sqlite3_stmt *s = cache_prepare(c,
		"SELECT kind, project, iid, sum, data FROM record WHERE "
		"entry = ?1 AND kind >= ?2 ORDER BY kind, project, iid");
	int rc = SQLITE_CORRUPT;

	if (s && sqlite3_bind_int64(s, 1, id) == SQLITE_OK &&
		sqlite3_bind_int64(s, 2, from) == SQLITE_OK)
		while ((rc = sqlite3_step(s)) == SQLITE_ROW)
			if (!add_group(a, s, e)) {
				rc = SQLITE_CORRUPT;
				break;
			}
	sqlite3_finalize(s);
	return rc == SQLITE_DONE;
}

/* from: the first kind of the records that are wanted. */
static bool load(struct cache *c, struct arena *a, const char *name, int from,
	struct cache_entry *entry, struct buf *remark)
{
	int64_t id = -1;
	bool good, busy;

	*entry = (struct cache_entry){.list = ""};
	if (!c->db)
		return false;
	good = cache_exec(c, "BEGIN");
	if (good)
		id = load_head(c, a, name, entry);
	good = good && id >= 0 &&
	       (!id || (count_records(c, id, entry) &&
			       load_records(c, a, id, from, entry)));
	busy = sqlite3_errcode(c->db) == SQLITE_BUSY;
	cache_exec(c, "COMMIT");
	if (good && id)
		return true;
	*entry = (struct cache_entry){.list = ""};
	if (!good && busy)
		buf_addf(remark, "the cache '%s' is locked; going on without",
			c->path);
	else if (!good)
		cache_reset(c, remark);
	return false;
}

/* Did nobody else write the entry since? */
static bool is_unchanged(
	struct cache *c, const char *name, const struct cache_entry *then)
{
	struct arena scratch = ARENA_INIT;
	struct cache_entry e = {.serial = 0};
	int64_t id = load_head(c, &scratch, name, &e);

	arena_release(&scratch);
	return id >= 0 && e.serial == then->serial;
}

bool cache_load(struct cache *c, struct arena *a, const char *name,
	struct cache_entry *entry, struct buf *remark)
{
	return load(c, a, name, RECORD_ISSUE, entry, remark);
}

bool cache_load_others(struct cache *c, struct arena *a, const char *name,
	struct cache_entry *entry, struct buf *remark)
{
	return load(c, a, name, RECORD_ISSUE + 1, entry, remark);
}

/* Hands over one row's issue. */
static bool hand_over(sqlite3_stmt *s,
	bool (*take)(void *ctx, const struct record *r), void *ctx)
{
	struct record r = {.kind = RECORD_ISSUE,
		.project = sqlite3_column_int64(s, 0),
		.iid = sqlite3_column_int64(s, 1),
		.json = cache_column(s, 3)};

	return cache_sum(r.json) == sqlite3_column_int64(s, 2) && take(ctx, &r);
}

bool cache_each(struct cache *c, const char *name,
	const struct cache_entry *entry,
	bool (*take)(void *ctx, const struct record *r), void *ctx)
{
	sqlite3_stmt *s = NULL;
	int rc = SQLITE_CORRUPT;

	assert(entry->id);
	if (!c->db || !cache_exec(c, "BEGIN"))
		return false;
	if (is_unchanged(c, name, entry))
		s = cache_prepare(c,
			"SELECT project, iid, sum, data FROM record WHERE "
			"entry = ?1 AND kind = ?2 ORDER BY project, iid");
	if (s && sqlite3_bind_int64(s, 1, entry->id) == SQLITE_OK &&
		sqlite3_bind_int64(s, 2, RECORD_ISSUE) == SQLITE_OK)
		while ((rc = sqlite3_step(s)) == SQLITE_ROW)
			if (!hand_over(s, take, ctx))
				break;
	sqlite3_finalize(s);
	cache_exec(c, "COMMIT");
	return rc == SQLITE_DONE;
}

bool cache_peek(struct cache *c, struct arena *a, const char *name,
	struct cache_entry *entry, struct buf *remark)
{
	return load(c, a, name, NO_RECORDS, entry, remark);
}

/* Records of one kind and issue: where they begin and end in a sorted
 * list of pointers. */
struct groups {
	const struct record **v;
	size_t n, at;
};

static int by_number(int64_t a, int64_t b)
{
	return (a > b) - (a < b);
}

static int compare_places(const struct record *a, const struct record *b)
{
	int c = by_number(a->kind, b->kind);

	if (!c)
		c = by_number(a->project, b->project);
	return c ? c : by_number(a->iid, b->iid);
}

/* Within a group the order is that of the list, which is one array. */
static int compare(const void *va, const void *vb)
{
	const struct record *a = *(const struct record *const *)va;
	const struct record *b = *(const struct record *const *)vb;
	int c = compare_places(a, b);

	return c ? c : (a > b) - (a < b);
}

static struct groups group(struct arena *a, const struct records *records)
{
	struct groups g = {ARENA_ARRAY(a, const struct record *, records->n),
		records->n, 0};

	for (size_t i = 0; i < g.n; i++)
		g.v[i] = &records->v[i];
	if (g.n > 1)
		qsort(g.v, g.n, sizeof *g.v, compare);
	return g;
}

/* One group; empty behind the last one. */
struct span {
	const struct record **v;
	size_t n;
};

static struct span next(struct groups *g)
{
	struct span s = {g->v + g->at, 0};

	while (g->at < g->n &&
		(!s.n || compare_places(s.v[0], g->v[g->at]) == 0)) {
		s.n++;
		g->at++;
	}
	return s;
}

static bool same(const struct span *a, const struct span *b)
{
	if (a->n != b->n)
		return false;
	for (size_t i = 0; i < a->n; i++)
		if (!str_eq(a->v[i]->json, b->v[i]->json))
			return false;
	return true;
}

struct writer {
	int64_t id; /* of the entry */
	sqlite3_stmt *put, *drop;
	struct buf text;
	bool changed;
};

static bool run(sqlite3_stmt *s)
{
	int rc = sqlite3_step(s);

	sqlite3_reset(s);
	return rc == SQLITE_DONE;
}

static void bind_place(
	struct writer *w, sqlite3_stmt *s, const struct record *r)
{
	sqlite3_bind_int64(s, 1, w->id);
	sqlite3_bind_int64(s, 2, r->kind);
	sqlite3_bind_int64(s, 3, r->project);
	sqlite3_bind_int64(s, 4, r->iid);
}

static bool drop(struct writer *w, const struct span *s)
{
	w->changed = true;
	bind_place(w, w->drop, s->v[0]);
	return run(w->drop);
}

static bool put(struct writer *w, const struct span *s)
{
	w->changed = true;
	buf_clear(&w->text);
	for (size_t i = 0; i < s->n; i++) {
		if (i)
			buf_addc(&w->text, '\n');
		buf_add(&w->text, s->v[i]->json);
	}
	if (w->text.over)
		return false;
	bind_place(w, w->put, s->v[0]);
	sqlite3_bind_int64(w->put, 5, cache_sum(buf_str(&w->text)));
	sqlite3_bind_blob64(w->put, 6, w->text.p, w->text.n, SQLITE_STATIC);
	return run(w->put);
}

/* Writes what differs between two sorted lists. */
static bool write_groups(
	struct writer *w, struct groups *was, struct groups *is)
{
	struct span a = next(was), b = next(is);
	bool good = w->put && w->drop;

	while (good && (a.n || b.n)) {
		int c = !a.n ? 1 : !b.n ? -1 : compare_places(a.v[0], b.v[0]);

		if (c < 0)
			good = drop(w, &a);
		else if (c > 0 || !same(&a, &b))
			good = put(w, &b);
		if (c <= 0)
			a = next(was);
		if (c >= 0)
			b = next(is);
	}
	return good;
}

/* Issues that are not in memory. Those of one place are neighbours. */
static bool write_more(struct writer *w, const struct cache_entry *e)
{
	const struct record *v[1];
	bool good = w->put != NULL;

	for (size_t i = 0; i < e->n_more && good; i++) {
		struct arena scratch = ARENA_INIT;
		struct span one = {v, 1};
		struct record r;

		v[0] = &r;
		good = e->more(e->ctx, i, &scratch, &r) && put(w, &one);
		arena_release(&scratch);
	}
	return good;
}

static bool write_records(struct cache *c, int64_t id,
	const struct records *then, const struct cache_entry *now,
	bool *changed)
{
	struct writer w = {.id = id};
	struct arena scratch = ARENA_INIT;
	struct groups was = group(&scratch, then);
	struct groups is = group(&scratch, &now->records);
	bool good;

	w.put = cache_prepare(c, "INSERT OR REPLACE INTO record (entry, kind, "
				 "project, iid, sum, data) "
				 "VALUES (?1, ?2, ?3, ?4, ?5, ?6)");
	w.drop = cache_prepare(c,
		"DELETE FROM record WHERE entry = ?1 AND kind = "
		"?2 AND project = ?3 AND iid = ?4");
	buf_init(&w.text, GROUP_BYTES);
	good = write_groups(&w, &was, &is) && write_more(&w, now);
	*changed = w.changed;
	buf_release(&w.text);
	sqlite3_finalize(w.put);
	sqlite3_finalize(w.drop);
	arena_release(&scratch);
	return good;
}

/* The entry's row; its id, or -1. */
static int64_t write_head(struct cache *c, const char *name,
	const struct cache_entry *e, int64_t now)
{
	sqlite3_stmt *s = cache_prepare(c,
		"INSERT INTO entry (name, list, read, newest, milestone, "
		"listed, serial, used, content) "
		"VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?7) "
		"ON CONFLICT (name) DO UPDATE SET list = ?2, read = ?3, "
		"newest = ?4, milestone = ?5, listed = ?6, serial = ?7, "
		"used = ?8 "
		"RETURNING id");
	int64_t id = -1;

	if (s && bind_text(s, 1, name) && bind_text(s, 2, e->list)) {
		sqlite3_bind_int64(s, 3, e->read);
		sqlite3_bind_int64(s, 4, e->newest);
		sqlite3_bind_int64(s, 5, e->milestone);
		sqlite3_bind_int64(s, 6, e->listed);
		sqlite3_bind_int64(s, 7, e->serial);
		sqlite3_bind_int64(s, 8, now);
		if (sqlite3_step(s) == SQLITE_ROW)
			id = sqlite3_column_int64(s, 0);
	}
	sqlite3_finalize(s);
	return id;
}

static bool write_content(struct cache *c, int64_t id, int64_t content)
{
	sqlite3_stmt *s =
		cache_prepare(c, "UPDATE entry SET content = ?2 WHERE id = ?1");
	bool good = s && sqlite3_bind_int64(s, 1, id) == SQLITE_OK &&
		    sqlite3_bind_int64(s, 2, content) == SQLITE_OK &&
		    sqlite3_step(s) == SQLITE_DONE;

	sqlite3_finalize(s);
	return good;
}

static bool drop_unused(struct cache *c, int64_t now)
{
	const char *const SQL[] = {
		"DELETE FROM entry WHERE used < ?1",
		"DELETE FROM record WHERE entry NOT IN (SELECT id FROM entry) "
		"AND ?1 = ?1",
	};
	bool good = true;

	for (size_t i = 0; i < COUNT_OF(SQL) && good; i++) {
		sqlite3_stmt *s = cache_prepare(c, SQL[i]);

		good = s &&
		       sqlite3_bind_int64(s, 1, now - KEEP_SECONDS) ==
			       SQLITE_OK &&
		       sqlite3_step(s) == SQLITE_DONE;
		sqlite3_finalize(s);
		if (good && !sqlite3_changes(c->db))
			break;
	}
	return good;
}

/* Random, for a file may be built anew while somebody knows the old one. */
static int64_t new_serial(struct cache *c)
{
	sqlite3_stmt *s = cache_prepare(c, "SELECT random() | 1");
	int64_t n = 1;

	if (s && sqlite3_step(s) == SQLITE_ROW)
		n = sqlite3_column_int64(s, 0);
	sqlite3_finalize(s);
	return n;
}

/* What is remembered of no list is no content that anybody could know. */
static int64_t content_of(const struct cache_entry *then,
	const struct cache_entry *entry, bool changed)
{
	if (!*entry->list)
		return 0;
	return changed || !then->content ? entry->serial : then->content;
}

/* Writes all of it, its serial and content set; false when that failed. */
static bool write_entry(struct cache *c, const char *name,
	const struct cache_entry *then, struct cache_entry *entry, int64_t now)
{
	bool changed = false;
	int64_t id;

	entry->serial = new_serial(c);
	id = write_head(c, name, entry, now);
	if (id < 0 || !write_records(c, id, &then->records, entry, &changed))
		return false;
	entry->content = content_of(then, entry, changed);
	return write_content(c, id, entry->content) && drop_unused(c, now);
}

bool cache_is_same(
	struct cache *c, const char *name, const struct cache_entry *entry)
{
	return c->db && entry->serial && is_unchanged(c, name, entry);
}

int64_t cache_save(struct cache *c, const char *name,
	const struct cache_entry *then, const struct cache_entry *entry,
	int64_t now, struct buf *remark)
{
	struct cache_entry e = *entry;
	bool good;

	assert(entry && name);
	if (!c->db)
		return 0;
	good = cache_exec(c, "BEGIN IMMEDIATE");
	if (good && !is_unchanged(c, name, then)) {
		cache_exec(c, "ROLLBACK");
		return 0;
	}
	good = good && write_entry(c, name, then, &e, now) &&
	       cache_exec(c, "COMMIT");
	if (good)
		return e.content;
	buf_addf(remark,
		"the cache '%s' cannot be written (%s); the next run asks for "
		"everything again",
		c->path, sqlite3_errmsg(c->db));
	cache_exec(c, "ROLLBACK");
	return 0;
}
