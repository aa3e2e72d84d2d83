/*
 * Reading snapshots: a file is taken into memory once, and records are slices
 * of it.
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
	FILE_BYTES = 1 << 30,
	CHUNK_BYTES = 1 << 16,
};

static const char HEAD[] = "{\"okrsync\":\"snapshot\"";

static int system_error(struct err *err, const char *what, const char *path)
{
	return err_set(
		err, ERR_IO, "cannot %s '%s': %s", what, path, strerror(errno));
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
	if (l.version != SNAPSHOT_VERSION)
		return err_set(err, ERR_DATA,
			"'%s' is a snapshot of version %" PRId64
			", this program knows version %d; fetch it again",
			r->path, l.version, SNAPSHOT_VERSION);
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
