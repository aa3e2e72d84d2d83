/*
 * Snapshots in files.  Writing streams line by line; reading takes the file
 * into memory once, and records are slices of it.
 */
#include "snapshot.h"

#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "jsonout.h"
#include "pull.h"

enum {
	VERSION = 1,
	FLUSH_BYTES = 1 << 16,
	LINE_BYTES = 80 << 20, /* a record is at most an answer of 64 MiB */
	FILE_BYTES = 1 << 30,
	CHUNK_BYTES = 1 << 16,
};

static const char HEAD[] = "{\"okrsync\":\"snapshot\"";

struct sorted {
	const struct record *r;
	int64_t id; /* GitLab's, 0 when the record has none */
};

/* The member "id" of a record. */
static int64_t record_id(struct arena *scratch, struct str json)
{
	struct pull p;
	struct str key;
	int64_t id = 0;

	pull_init_lax(&p, json, scratch);
	if (!pull_object(&p))
		return 0;
	while (pull_key(&p, &key)) {
		if (str_is(key, "id")) {
			pull_int(&p, &id);
			break;
		}
		pull_skip(&p);
	}
	return id;
}

static int by_number(int64_t a, int64_t b)
{
	return (a > b) - (a < b);
}

static int compare(const void *va, const void *vb)
{
	const struct sorted *a = va, *b = vb;
	int c = by_number(a->r->kind, b->r->kind);

	if (!c)
		c = by_number(a->r->project, b->r->project);
	if (!c)
		c = by_number(a->r->iid, b->r->iid);
	if (!c)
		c = by_number(a->id, b->id);
	return c ? c : str_cmp(a->r->json, b->r->json);
}

static struct sorted *sort(struct arena *a, const struct records *records)
{
	struct sorted *list = ARENA_ARRAY(a, struct sorted, records->n);

	for (size_t i = 0; i < records->n; i++)
		list[i] = (struct sorted){.r = &records->v[i],
			.id = record_id(a, records->v[i].json)};
	if (records->n > 1)
		qsort(list, records->n, sizeof *list, compare);
	return list;
}

struct output {
	int fd;
	const char *path;
	struct buf b;
};

static int flush(struct output *o, struct err *err)
{
	size_t done = 0;

	if (buf_finish(&o->b, "a line of the snapshot", err) < 0)
		return -1;
	while (done < o->b.n) {
		ssize_t n = write(o->fd, o->b.p + done, o->b.n - done);

		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			return err_set(err, ERR_IO, "cannot write '%s': %s",
				o->path, strerror(errno));
		done += (size_t)n;
	}
	buf_clear(&o->b);
	return 0;
}

/* A record's JSON on one line: white space between its parts is dropped, a
 * control character within a string (which JSON does not allow, but a broken
 * record may hold) is escaped. */
static void add_one_line(struct buf *b, struct str json)
{
	bool inside = false;
	size_t from = 0, i = 0;

	if (!str_has_control(json)) {
		buf_add(b, json);
		return;
	}
	for (; i < json.n; i++) {
		unsigned char c = (unsigned char)json.p[i];

		if (c == '"') {
			inside = !inside;
			continue;
		}
		/* What is escaped is not the end of the string. */
		if (inside && c == '\\' && i + 1 < json.n &&
			(unsigned char)json.p[i + 1] >= ' ') {
			i++;
			continue;
		}
		if (c > ' ' || (inside && c == ' '))
			continue;
		buf_add(b, str_sub(json, from, i));
		from = i + 1;
		if (inside || !str_is_space((char)c))
			buf_addf(b, "\\u%04x", (unsigned)c);
	}
	buf_add(b, str_sub(json, from, i));
}

static void add_head(struct buf *b, const struct snapshot *s)
{
	struct jsonout j;

	jsonout_init(&j, b, false);
	jsonout_object(&j, NULL);
	jsonout_text(&j, "okrsync", "snapshot");
	jsonout_int(&j, "version", VERSION);
	jsonout_text(&j, "source", s->source ? s->source : "");
	jsonout_text(&j, "fetched", s->fetched ? s->fetched : "");
	jsonout_text(&j, "self", s->self ? s->self : "");
	jsonout_end(&j, '}');
	buf_addc(b, '\n');
}

static void add_record(struct buf *b, const struct record *r)
{
	buf_addf(b,
		"{\"kind\":\"%s\",\"project\":%" PRId64 ",\"iid\":%" PRId64
		",\"data\":",
		record_kind_name(r->kind), r->project, r->iid);
	add_one_line(b, r->json);
	buf_adds(b, "}\n");
}

static int write_lines(
	struct output *o, const struct snapshot *s, struct err *err)
{
	struct arena scratch = ARENA_INIT;
	struct sorted *list = sort(&scratch, &s->records);
	int rc = 0;

	add_head(&o->b, s);
	for (size_t i = 0; i < s->records.n && rc == 0; i++) {
		add_record(&o->b, list[i].r);
		if (o->b.n >= FLUSH_BYTES || o->b.over)
			rc = flush(o, err);
	}
	if (rc == 0) {
		buf_addf(&o->b, "{\"end\":true,\"records\":%zu}\n",
			s->records.n);
		rc = flush(o, err);
	}
	arena_release(&scratch);
	return rc;
}

static int write_fd(
	int fd, const char *path, const struct snapshot *s, struct err *err)
{
	struct output o = {.fd = fd, .path = path};
	int rc;

	buf_init(&o.b, LINE_BYTES);
	rc = write_lines(&o, s, err);
	buf_release(&o.b);
	return rc;
}

static int system_error(struct err *err, const char *what, const char *path)
{
	return err_set(
		err, ERR_IO, "cannot %s '%s': %s", what, path, strerror(errno));
}

/* Writes and closes a file opened for it. */
static int fill(int fd, const char *path, const struct snapshot *s, bool sync,
	struct err *err)
{
	int rc = write_fd(fd, path, s, err);

	if (rc == 0 && sync && fsync(fd) < 0)
		rc = system_error(err, "write", path);
	if (close(fd) < 0 && rc == 0)
		rc = system_error(err, "write", path);
	return rc;
}

static int write_into(
	const char *path, const struct snapshot *s, struct err *err)
{
	int fd = open(path, O_WRONLY | O_CLOEXEC | O_NOCTTY);

	if (fd < 0)
		return system_error(err, "write", path);
	return fill(fd, path, s, false, err);
}

/* mode 0 leaves the permissions as mkstemp() made them. */
static int write_beside(const char *path, mode_t mode, const struct snapshot *s,
	struct err *err)
{
	struct arena a = ARENA_INIT;
	char *beside = arena_alloc(&a, strlen(path) + sizeof ".XXXXXX");
	int fd, rc;

	memcpy(beside, path, strlen(path));
	memcpy(beside + strlen(path), ".XXXXXX", sizeof ".XXXXXX");
	fd = mkstemp(beside);
	if (fd < 0) {
		arena_release(&a);
		return system_error(err, "write", path);
	}
	if (mode && fchmod(fd, mode) < 0) {
		rc = system_error(err, "write", path);
		close(fd);
	} else {
		rc = fill(fd, path, s, true, err);
	}
	if (rc == 0 && rename(beside, path) < 0)
		rc = system_error(err, "write", path);
	if (rc < 0)
		unlink(beside);
	arena_release(&a);
	return rc;
}

int snapshot_write(const char *path, const struct snapshot *s, struct err *err)
{
	struct stat st;

	if (strcmp(path, "-") == 0)
		return write_fd(STDOUT_FILENO, "stdout", s, err);
	if (stat(path, &st) < 0)
		return write_beside(path, 0, s, err);
	if (S_ISDIR(st.st_mode))
		return err_set(err, ERR_IO,
			"cannot write '%s': it is a folder; name a file in it",
			path);
	if (!S_ISREG(st.st_mode))
		return write_into(path, s, err);
	return write_beside(path, st.st_mode & 0777, s, err);
}

bool snapshot_is(struct str text)
{
	return str_starts(text, HEAD);
}

/* The whole of an open file, in the arena. */
static int slurp(struct arena *a, int fd, const char *path, struct str *out,
	struct err *err)
{
	struct buf b;
	char *chunk = arena_alloc(a, CHUNK_BYTES);
	ssize_t n;

	buf_init(&b, FILE_BYTES);
	while ((n = read(fd, chunk, CHUNK_BYTES)) != 0 && !b.over) {
		if (n > 0)
			buf_add(&b, (struct str){chunk, (size_t)n});
		else if (errno != EINTR)
			break;
	}
	arena_defer(a, free, b.p);
	if (n < 0)
		return system_error(err, "read", path);
	if (b.over)
		return err_set(err, ERR_IO,
			"cannot read '%s': it is larger than %d bytes", path,
			FILE_BYTES);
	*out = buf_str(&b);
	return 0;
}

/* One line's members, of whatever kind of line. */
struct line {
	struct str okrsync, source, fetched, self, kind, data;
	int64_t version, project, iid, records;
	bool end, has_data;
};

static void take_member(struct pull *p, struct str key, struct line *l)
{
	const struct {
		const char *name;
		struct str *text;
		int64_t *number;
	} MEMBERS[] = {
		{"okrsync", &l->okrsync, NULL},
		{"source", &l->source, NULL},
		{"fetched", &l->fetched, NULL},
		{"self", &l->self, NULL},
		{"kind", &l->kind, NULL},
		{"version", NULL, &l->version},
		{"project", NULL, &l->project},
		{"iid", NULL, &l->iid},
		{"records", NULL, &l->records},
	};

	for (size_t i = 0; i < COUNT_OF(MEMBERS); i++) {
		if (!str_is(key, MEMBERS[i].name))
			continue;
		if (MEMBERS[i].text)
			pull_text(p, MEMBERS[i].text);
		else
			pull_int(p, MEMBERS[i].number);
		return;
	}
	if (str_is(key, "data"))
		l->has_data = pull_raw(p, &l->data);
	else if (str_is(key, "end"))
		pull_bool(p, &l->end);
	else
		pull_skip(p);
}

/* Where reading has got to. */
struct reader {
	struct arena *a;
	const char *path;
	struct str rest;
	size_t number; /* of the line read last */
};

static int read_line(struct reader *r, struct line *l, struct err *err)
{
	struct str text = {NULL, 0}, key;
	struct pull p;

	*l = (struct line){.version = -1, .records = -1};
	r->number++;
	if (!str_take_until(&r->rest, '\n', &text))
		return err_set(err, ERR_DATA,
			"'%s' ends after line %zu, too early: the snapshot is "
			"not complete; fetch it again",
			r->path, r->number - 1);
	pull_init_lax(&p, text, r->a);
	if (pull_object(&p))
		while (pull_key(&p, &key))
			take_member(&p, key, l);
	if (pull_finish(&p, "JSON", err) < 0)
		return err_wrap(err, "'%s', line %zu", r->path, r->number);
	return 0;
}

static int read_head(struct reader *r, struct snapshot *s, struct err *err)
{
	struct line l;

	if (!snapshot_is(r->rest))
		return err_set(err, ERR_DATA,
			"'%s' is not a snapshot; make one with okrsync fetch",
			r->path);
	if (read_line(r, &l, err) < 0)
		return -1;
	if (l.version != VERSION)
		return err_set(err, ERR_DATA,
			"'%s' is a snapshot of version %" PRId64
			", this program knows version %d; fetch it again",
			r->path, l.version, VERSION);
	*s = (struct snapshot){.source = arena_text(r->a, l.source),
		.fetched = arena_text(r->a, l.fetched),
		.self = arena_text(r->a, l.self)};
	return 0;
}

static int add(struct reader *r, const struct line *l, struct snapshot *s,
	struct err *err)
{
	int kind = record_kind_parse(l->kind);

	if (kind < 0 || !l->has_data)
		return err_set(err, ERR_DATA,
			"'%s', line %zu: this is not a record; fetch the "
			"snapshot again",
			r->path, r->number);
	*vec_add(r->a, &s->records) = (struct record){
		.kind = (enum record_kind)kind,
		.project = l->project,
		.iid = l->iid,
		.json = l->data,
	};
	return 0;
}

int snapshot_parse(struct arena *a, struct str text, const char *path,
	struct snapshot *s, struct err *err)
{
	struct reader r = {.a = a, .path = path, .rest = text};
	struct line l;

	if (read_head(&r, s, err) < 0)
		return -1;
	for (;;) {
		if (read_line(&r, &l, err) < 0)
			return -1;
		if (l.end)
			break;
		if (add(&r, &l, s, err) < 0)
			return -1;
	}
	if (l.records < 0 || (size_t)l.records != s->records.n)
		return err_set(err, ERR_DATA,
			"'%s' should hold %" PRId64 " records and holds %zu; "
			"fetch the snapshot again",
			path, l.records, s->records.n);
	if (str_trim(r.rest).n)
		return err_set(err, ERR_DATA,
			"'%s', line %zu: something follows the end of the "
			"snapshot",
			path, r.number + 1);
	return 0;
}

int snapshot_read(
	struct arena *a, const char *path, struct snapshot *s, struct err *err)
{
	struct str text;
	int fd, rc;

	if (strcmp(path, "-") == 0) {
		if (slurp(a, STDIN_FILENO, "stdin", &text, err) < 0)
			return -1;
		return snapshot_parse(a, text, "stdin", s, err);
	}
	fd = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY);
	if (fd < 0)
		return system_error(err, "read", path);
	rc = slurp(a, fd, path, &text, err);
	close(fd);
	return rc < 0 ? -1 : snapshot_parse(a, text, path, s, err);
}
