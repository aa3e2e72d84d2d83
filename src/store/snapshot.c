/*
 * Reading snapshots: records are slices of the text.
 */
#include "snapshot.h"

#include <assert.h>
#include <inttypes.h>
#include <string.h>

#include "jsonout.h"
#include "pull.h"

/* Written by us, or by a tool that puts blanks between the parts. */
bool snapshot_is(struct str text)
{
	static const char *const PARTS[] = {
		"{", "\"okrsync\"", ":", "\"snapshot\""};

	for (size_t i = 0; i < COUNT_OF(PARTS); i++) {
		str_skip_space(&text);
		if (!str_skip(&text, PARTS[i]))
			return false;
	}
	return true;
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
