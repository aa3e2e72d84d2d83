/*
 * Writing snapshots, line by line.
 *
 * Issues may be put into the file as they come.  When that was in the order
 * they are to have, which is the rule, they are where they belong; else they
 * are copied in that order into a second file.
 */
#include "snapshot.h"

#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "jsonout.h"
#include "output_p.h"
#include "pull.h"
#include "xalloc.h"

enum {
	COPY_BYTES = 1 << 18,
	FIRST_LINES = 256,
};

#define PROJECT ",\"project\":"
#define IID ",\"iid\":"
#define ISSUE "{\"kind\":\"issue\"" PROJECT
#define DATA ",\"data\":"
#define TAIL "}\n"

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

struct snapshot_file {
	struct arena arena;
	const char *path; /* as it was given */
	bool beside;      /* the file takes the place of another, or is new */
	bool standard;    /* it is stdout */
	bool full;        /* there is no place for temporary files */
	mode_t mode;      /* that one's; 0: as it was made */
	struct output out;
	uint64_t *lines; /* where those that were put begin */
	size_t n, cap;
	uint64_t *order; /* of lines; NULL: as they were put */
	size_t ordered;
};

/* What is escaped is not the end of the string. */
static bool is_escape(struct str s)
{
	return s.p[0] == '\\' && s.n > 1 && (unsigned char)s.p[1] >= ' ';
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
		if (inside && is_escape(str_sub(json, i, json.n))) {
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
	jsonout_int(&j, "version", SNAPSHOT_VERSION);
	jsonout_text(&j, "source", s->source ? s->source : "");
	jsonout_text(&j, "fetched", s->fetched ? s->fetched : "");
	jsonout_text(&j, "self", s->self ? s->self : "");
	jsonout_end(&j, '}');
	buf_addc(b, '\n');
}

static void add_number(struct buf *b, int64_t n)
{
	char digits[24];
	size_t at = sizeof digits;
	uint64_t left = n < 0 ? 0 - (uint64_t)n : (uint64_t)n;

	do
		digits[--at] = (char)('0' + left % 10);
	while ((left /= 10) > 0);
	if (n < 0)
		digits[--at] = '-';
	buf_add(b, (struct str){digits + at, sizeof digits - at});
}

static void add_record(struct buf *b, const struct record *r)
{
	buf_adds(b, "{\"kind\":\"");
	buf_adds(b, record_kind_name(r->kind));
	buf_adds(b, "\"" PROJECT);
	add_number(b, r->project);
	buf_adds(b, IID);
	add_number(b, r->iid);
	buf_adds(b, DATA);
	add_one_line(b, r->json);
	buf_adds(b, TAIL);
}

static int system_error(struct err *err, const char *what, const char *path)
{
	return err_set(
		err, ERR_IO, "cannot %s '%s': %s", what, path, strerror(errno));
}

static int open_output(
	struct snapshot_file *f, struct output *o, struct err *err)
{
	return f->beside ? output_open_beside(o, &f->arena, f->path, err)
			 : output_open_scratch(o, f->path, err);
}

/* What lies at path, which decides how it is written. */
static int look(struct snapshot_file *f, struct err *err)
{
	struct stat st;

	if (strcmp(f->path, "-") == 0) {
		f->path = "stdout";
		f->standard = true;
		return 0;
	}
	f->beside = true;
	if (stat(f->path, &st) < 0)
		return 0;
	if (S_ISDIR(st.st_mode))
		return err_set(err, ERR_IO,
			"cannot write '%s': it is a folder; name a file in it",
			f->path);
	f->beside = S_ISREG(st.st_mode);
	f->mode = st.st_mode & 0777;
	return 0;
}

struct snapshot_file *snapshot_begin(const char *path, struct err *err)
{
	struct snapshot_file *f = xmalloc(sizeof *f);
	struct err unused = ERR_INIT;
	int rc;

	assert(path);
	*f = (struct snapshot_file){.out.fd = -1};
	f->path = arena_text(&f->arena, str_of(path));
	rc = look(f, err);
	if (!rc && f->beside)
		rc = open_output(f, &f->out, err);
	else if (!rc)
		f->full = open_output(f, &f->out, &unused) != 0;
	if (!rc)
		return f;
	snapshot_drop(f);
	return NULL;
}

bool snapshot_has_room(const struct snapshot_file *f)
{
	return !f->full;
}

void snapshot_drop(struct snapshot_file *f)
{
	if (!f)
		return;
	output_close(&f->out);
	free(f->lines);
	free(f->order);
	arena_release(&f->arena);
	free(f);
}

static void add_line(struct snapshot_file *f, uint64_t at)
{
	if (f->n == f->cap) {
		f->cap = f->cap ? xtimes(f->cap, 2) : FIRST_LINES;
		f->lines = xrealloc(f->lines, xtimes(f->cap, sizeof *f->lines));
	}
	f->lines[f->n++] = at;
}

int snapshot_put(struct snapshot_file *f, const struct snapshot *head,
	const struct record *r, uint64_t *place, struct err *err)
{
	struct output *o = &f->out;

	assert(r->kind == RECORD_ISSUE);
	assert(!f->order && !f->full);
	if (!o->written && !o->b.n)
		add_head(&o->b, head);
	*place = f->n;
	add_line(f, o->written + o->b.n);
	add_record(&o->b, r);
	return output_flush_much(o, err);
}

/* Where a line is; behind the last one nothing was written yet. */
static size_t line_size(const struct snapshot_file *f, size_t i)
{
	uint64_t end =
		i + 1 < f->n ? f->lines[i + 1] : f->out.written + f->out.b.n;

	assert(i < f->n);
	return (size_t)(end - f->lines[i]);
}

/* The digits of a number that add_record() wrote. */
static bool take_number(struct str *s, int64_t *n)
{
	bool minus = str_skip_char(s, '-');
	uint64_t value = 0;
	size_t i = 0;

	for (; i < s->n && str_is_digit(s->p[i]); i++)
		value = value * 10 + (uint64_t)(s->p[i] - '0');
	*n = (int64_t)(minus ? 0 - value : value);
	*s = str_sub(*s, i, s->n);
	return i > 0;
}

int snapshot_get(struct snapshot_file *f, uint64_t place, struct arena *a,
	struct record *r, struct err *err)
{
	size_t n = line_size(f, place);
	char *p = arena_alloc(a, n);
	struct str line = {p, n};

	if ((f->lines[place] + n > f->out.written &&
		    output_flush(&f->out, err)) ||
		output_read(&f->out, f->lines[place], p, n, err))
		return -1;
	if (!str_skip(&line, ISSUE) || !take_number(&line, &r->project) ||
		!str_skip(&line, IID) || !take_number(&line, &r->iid) ||
		!str_skip(&line, DATA) || !str_ends(line, TAIL))
		return err_set(err, ERR_IO,
			"'%s' was changed while it was written: try again",
			f->path);
	r->kind = RECORD_ISSUE;
	r->json = str_sub(line, 0, line.n - STR(TAIL).n);
	return 0;
}

int snapshot_arrange(struct snapshot_file *f, const uint64_t *places, size_t n,
	struct err *err)
{
	size_t i = 0;

	assert(!f->order && n <= f->n);
	while (i < n && places[i] == i)
		i++;
	if (i == f->n)
		return 0;
	f->order = xmalloc(xtimes(n + 1, sizeof *f->order));
	if (n)
		memcpy(f->order, places, n * sizeof *f->order);
	f->ordered = n;
	return output_flush(&f->out, err);
}

int snapshot_forget(struct snapshot_file *f, struct err *err)
{
	free(f->order);
	f->order = NULL;
	f->n = 0;
	return output_cut(&f->out, err);
}

/* How many lines that were put count, and which is number i. */
static size_t count(const struct snapshot_file *f)
{
	return f->order ? f->ordered : f->n;
}

static size_t line_at(const struct snapshot_file *f, size_t i)
{
	assert(i < f->n);
	return f->order ? (size_t)f->order[i] : i;
}

uint64_t snapshot_place(const struct snapshot_file *f, size_t i)
{
	return line_at(f, i);
}

/* Copies n bytes of the first file. */
static int copy(struct snapshot_file *f, struct output *o, uint64_t at,
	uint64_t n, struct err *err)
{
	while (n > 0) {
		size_t part = n < COPY_BYTES ? (size_t)n : COPY_BYTES;
		char *p = buf_room(&o->b, part);

		if (p && output_read(&f->out, at, p, part, err))
			return -1;
		if (p)
			buf_took(&o->b, part);
		if (output_flush_much(o, err))
			return -1;
		at += part;
		n -= part;
	}
	return 0;
}

/* Copies the lines in their order, neighbours together. */
static int copy_lines(
	struct snapshot_file *f, struct output *o, struct err *err)
{
	size_t all = count(f);

	if (all && output_flush(&f->out, err))
		return -1;
	for (size_t i = 0; i < all;) {
		size_t first = line_at(f, i), last = first;

		while (++i < all && line_at(f, i) == last + 1)
			last++;
		if (copy(f, o, f->lines[first],
			    f->lines[last] + line_size(f, last) -
				    f->lines[first],
			    err))
			return -1;
	}
	return 0;
}

/* Records that were not put, and the end. */
static int add_rest(struct snapshot_file *f, struct output *o,
	const struct snapshot *s, struct err *err)
{
	struct arena scratch = ARENA_INIT;
	struct sorted *list = sort(&scratch, &s->records);
	int rc = 0;

	for (size_t i = 0; i < s->records.n && rc == 0; i++) {
		add_record(&o->b, list[i].r);
		rc = output_flush_much(o, err);
	}
	arena_release(&scratch);
	if (rc)
		return -1;
	buf_addf(&o->b, "{\"end\":true,\"records\":%zu}\n",
		count(f) + s->records.n);
	return output_flush(o, err);
}

static int take_place(
	struct snapshot_file *f, struct output *o, struct err *err)
{
	if (f->mode && fchmod(o->fd, f->mode) < 0)
		return system_error(err, "write", f->path);
	return output_take_place(o, &f->arena, err);
}

/* A pipe or a device. */
static int open_stream(
	struct snapshot_file *f, struct output *o, struct err *err)
{
	int fd = f->standard ? dup(STDOUT_FILENO)
			     : open(f->path, O_WRONLY | O_CLOEXEC | O_NOCTTY);

	if (fd < 0)
		return system_error(err, "write", f->path);
	output_open_fd(o, fd, f->path);
	return 0;
}

static int write_all(struct snapshot_file *f, struct output *o,
	const struct snapshot *s, struct err *err)
{
	if (!o->written && !o->b.n)
		add_head(&o->b, s);
	if (o != &f->out && copy_lines(f, o, err))
		return -1;
	if (add_rest(f, o, s, err))
		return -1;
	return f->beside ? take_place(f, o, err) : 0;
}

int snapshot_end(struct snapshot_file *f, const struct snapshot *s, size_t *n,
	struct err *err)
{
	struct output other = {.fd = -1}, *o = &f->out;
	int rc = 0;

	*n = count(f) + s->records.n;
	if (!f->beside || f->order)
		o = &other;
	if (!f->beside)
		rc = open_stream(f, o, err);
	else if (f->order)
		rc = open_output(f, o, err);
	if (!rc)
		rc = write_all(f, o, s, err);
	output_close(&other);
	return rc;
}
