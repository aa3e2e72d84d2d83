/*
 * The cache's file: made, checked, emptied.  What is in it is entry.c's.
 */
#include "cache_p.h"

#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "xalloc.h"

enum {
	APPLICATION = 0x6f6b7273, /* "okrs" at offset 68 of the file */
	SCHEMA_VERSION = 2,
	HEAD_BYTES = 100,
	BUSY_MS = 5000,
	TEXT_BYTES = 128 * 1024 * 1024, /* one group of records */
};

static const char *const SCHEMA[] = {
	"CREATE TABLE entry (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE,"
	" list TEXT NOT NULL, read INTEGER NOT NULL, newest INTEGER NOT NULL,"
	" milestone INTEGER NOT NULL,"
	" listed INTEGER NOT NULL, serial INTEGER NOT NULL,"
	" content INTEGER NOT NULL,"
	" used INTEGER NOT NULL)",
	"CREATE TABLE record (id INTEGER PRIMARY KEY, entry INTEGER NOT NULL,"
	" kind INTEGER NOT NULL, project INTEGER NOT NULL,"
	" iid INTEGER NOT NULL, sum INTEGER NOT NULL, data BLOB NOT NULL)",
	"CREATE UNIQUE INDEX place ON record (entry, kind, project, iid)",
	/* In parentheses, as clang takes two lines for a lost comma. */
	("CREATE TABLE run (id INTEGER PRIMARY KEY, sum INTEGER NOT NULL,"
	 " key BLOB NOT NULL, words BLOB NOT NULL, day INTEGER NOT NULL)"),
	"CREATE INDEX sums ON run (sum)",
};

enum verdict {
	NEW,     /* empty or absent */
	OURS,    /* looks right */
	OLD,     /* ours of another version, or damaged */
	FOREIGN, /* somebody's */
};

static enum verdict judge(int fd)
{
	unsigned char head[HEAD_BYTES];
	ssize_t n = pread(fd, head, sizeof head, 0);
	uint32_t id;

	if (n == 0)
		return NEW;
	if (n < HEAD_BYTES || memcmp(head, "SQLite format 3", 16) != 0)
		return FOREIGN;
	id = (uint32_t)head[68] << 24 | (uint32_t)head[69] << 16 |
	     (uint32_t)head[70] << 8 | head[71];
	return id == APPLICATION ? OURS : FOREIGN;
}

/* The folder's part of a path, "." where it has none. */
static const char *folder_of(struct arena *a, const char *path)
{
	struct str p = str_of(path);
	size_t slash = str_rfind_char(p, '/');

	return slash == STR_NONE ? "."
				 : arena_text(a, str_sub(p, 0, slash + !slash));
}

static bool is_our_folder(const char *folder)
{
	struct str f = str_of(folder);

	return str_is(f, ".okrsync") || str_ends(f, "/.okrsync");
}

/* What lies in our folder is not to be committed. */
static void ignore_folder(struct arena *a, const char *folder)
{
	const char *path = arena_printf(a, "%s/.gitignore", folder);
	int fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);

	if (fd < 0)
		return;
	if (write(fd, "*\n", 2) != 2)
		unlink(path);
	close(fd);
}

static void make_folder(struct cache *c)
{
	const char *folder = folder_of(&c->arena, c->path);
	bool fresh = mkdir(folder, 0777) == 0;

	c->own_folder = is_our_folder(folder);
	if (fresh || c->own_folder)
		ignore_folder(&c->arena, folder);
}

bool cache_exec(struct cache *c, const char *sql)
{
	return sqlite3_exec(c->db, sql, NULL, NULL, NULL) == SQLITE_OK;
}

static int64_t ask_number(struct cache *c, const char *sql)
{
	sqlite3_stmt *s = NULL;
	int64_t n = -1;

	if (sqlite3_prepare_v2(c->db, sql, -1, &s, NULL) == SQLITE_OK &&
		sqlite3_step(s) == SQLITE_ROW)
		n = sqlite3_column_int64(s, 0);
	sqlite3_finalize(s);
	return n;
}

static bool make_schema(struct cache *c)
{
	struct buf b;
	bool good;

	buf_init(&b, 4096);
	buf_addf(&b, "PRAGMA application_id=%d; PRAGMA user_version=%d;",
		APPLICATION, SCHEMA_VERSION);
	for (size_t i = 0; i < COUNT_OF(SCHEMA); i++)
		buf_addf(&b, "%s;", SCHEMA[i]);
	good = cache_exec(c, b.p);
	buf_release(&b);
	return good;
}

/* Is the schema ours to the letter? A view or trigger in its place could do
 * anything. */
static bool check_schema(struct cache *c)
{
	sqlite3_stmt *s = NULL;
	size_t found = 0, all = 0;

	if (sqlite3_prepare_v2(c->db,
		    "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL", -1,
		    &s, NULL) != SQLITE_OK)
		return false;
	while (sqlite3_step(s) == SQLITE_ROW) {
		const char *sql = (const char *)sqlite3_column_text(s, 0);

		all++;
		for (size_t i = 0; i < COUNT_OF(SCHEMA); i++)
			found += sql && strcmp(sql, SCHEMA[i]) == 0;
	}
	sqlite3_finalize(s);
	return found == COUNT_OF(SCHEMA) && all == found;
}

static bool set_up(struct cache *c)
{
	int off = 0;

	sqlite3_busy_timeout(c->db, BUSY_MS);
	sqlite3_limit(c->db, SQLITE_LIMIT_LENGTH, TEXT_BYTES);
	sqlite3_db_config(c->db, SQLITE_DBCONFIG_DEFENSIVE, 1, &off);
	sqlite3_db_config(c->db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, &off);
	sqlite3_db_config(c->db, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, &off);
	sqlite3_db_config(c->db, SQLITE_DBCONFIG_ENABLE_VIEW, 0, &off);
	return cache_exec(c, "PRAGMA cell_size_check=ON; PRAGMA "
			     "synchronous=NORMAL; PRAGMA mmap_size=0;");
}

/* Makes the schema, or checks it; two runs may do so at once. */
static enum verdict prepare(struct cache *c)
{
	enum verdict v = OURS;
	int rc;

	rc = sqlite3_exec(c->db, "BEGIN IMMEDIATE", NULL, NULL, NULL);
	if (rc == SQLITE_CORRUPT || rc == SQLITE_NOTADB)
		return OLD;
	if (rc != SQLITE_OK)
		return FOREIGN;
	if (ask_number(c, "SELECT count(*) FROM sqlite_schema") == 0)
		v = make_schema(c) ? OURS : FOREIGN;
	else if (ask_number(c, "PRAGMA user_version") != SCHEMA_VERSION ||
		 !check_schema(c))
		v = OLD;
	if (cache_exec(c, "COMMIT"))
		return v;
	cache_exec(c, "ROLLBACK");
	return v == OLD ? OLD : FOREIGN;
}

static void shut(struct cache *c)
{
	sqlite3_close_v2(c->db);
	c->db = NULL;
}

/* SQLite's words for what went wrong, or the system's. */
static void complain(struct cache *c, struct buf *remark, const char *what)
{
	buf_addf(remark, "the cache '%s' %s (%s); going on without it", c->path,
		what, c->db ? sqlite3_errmsg(c->db) : strerror(errno));
}

/* A file of mode 0600 that nobody put a link in the place of. */
static enum verdict touch(struct cache *c, bool *there)
{
	int fd = open(c->path,
		O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC | O_NOCTTY, 0600);
	enum verdict v = FOREIGN;
	struct stat st;

	*there = false;
	if (fd < 0)
		return FOREIGN;
	if (fstat(fd, &st) == 0 && S_ISREG(st.st_mode)) {
		*there = true;
		v = judge(fd);
		if (v != FOREIGN && (st.st_mode & 077))
			fchmod(fd, 0600);
	}
	close(fd);
	return v;
}

static enum verdict open_file(struct cache *c, bool *there)
{
	enum verdict v = touch(c, there);

	if (v == FOREIGN)
		return FOREIGN;
	if (sqlite3_open_v2(c->path, &c->db,
		    SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOFOLLOW,
		    NULL) != SQLITE_OK ||
		!set_up(c))
		return v == NEW ? FOREIGN : OLD;
	return prepare(c);
}

static void remove_file(struct cache *c)
{
	const char *journal = arena_printf(&c->arena, "%s-journal", c->path);

	shut(c);
	unlink(c->path);
	unlink(journal);
}

bool cache_reset(struct cache *c, struct buf *remark)
{
	bool there;

	remove_file(c);
	if (open_file(c, &there) != OURS) {
		complain(c, remark, "cannot be built anew");
		shut(c);
		return false;
	}
	buf_addf(remark,
		"the cache '%s' was damaged or of another version, and is "
		"built anew",
		c->path);
	return true;
}

struct cache *cache_open(const char *path, struct buf *remark)
{
	struct cache *c = xmalloc(sizeof *c);
	enum verdict v;
	bool there;

	assert(path && *path && remark);
	*c = (struct cache){.arena = ARENA_INIT};
	c->path = arena_text(&c->arena, str_of(path));
	make_folder(c);
	v = open_file(c, &there);
	if (v == OURS)
		return c;
	if ((v == OLD || (there && c->own_folder && !c->db)) &&
		cache_reset(c, remark))
		return c;
	if (!remark->n)
		complain(c, remark,
			there && !c->db ? "is a file of another kind"
					: "cannot be used");
	cache_close(c);
	return NULL;
}

void cache_close(struct cache *c)
{
	if (!c)
		return;
	shut(c);
	arena_release(&c->arena);
	free(c);
}
