/*
 * Writing snapshots, line by line.
 *
 * Issues may be put into the file as they come.  When that was in the order
 * they are to have, which is the rule, they are where they belong; else they
 * are copied in that order into a second file.  A file has no name before it
 * is whole, where the system allows that: who is killed leaves nothing behind.
 */
#define _GNU_SOURCE /* O_TMPFILE */
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
#include "xalloc.h"

enum {
	FLUSH_BYTES = 1 << 16,
	LINE_BYTES = 80 << 20, /* a record is at most an answer of 64 MiB */
	COPY_BYTES = 1 << 18,
	FIRST_LINES = 256,
	NAMES = 100, /* tried for a file beside another */
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

/* A file that lines are added to. */
struct output {
	int fd;           /* -1: none */
	const char *path; /* for messages */
	char *name;       /* of the file, owned; NULL: it has none yet */
	struct buf b;     /* what is not written yet */
	uint64_t written;
};

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

static int system_error(struct err *err, const char *what, const char *path)
{
	return err_set(
		err, ERR_IO, "cannot %s '%s': %s", what, path, strerror(errno));
}

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
			return system_error(err, "write", o->path);
		done += (size_t)n;
	}
	o->written += o->b.n;
	buf_clear(&o->b);
	return 0;
}

static int flush_much(struct output *o, struct err *err)
{
	return o->b.n >= FLUSH_BYTES || o->b.over ? flush(o, err) : 0;
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
	jsonout_int(&j, "version", SNAPSHOT_VERSION);
	jsonout_text(&j, "source", s->source ? s->source : "");
	jsonout_text(&j, "fetched", s->fetched ? s->fetched : "");
	jsonout_text(&j, "self", s->self ? s->self : "");
	jsonout_end(&j, '}');
	buf_addc(b, '\n');
}

static void add_record(struct buf *b, const struct record *r)
{
	buf_addf(b, "{\"kind\":\"%s\"" PROJECT "%" PRId64 IID "%" PRId64 DATA,
		record_kind_name(r->kind), r->project, r->iid);
	add_one_line(b, r->json);
	buf_adds(b, TAIL);
}

/* Reads what was written; all of it or nothing. */
static int read_back(
	const struct output *o, uint64_t at, char *p, size_t n, struct err *err)
{
	size_t done = 0;

	while (done < n) {
		ssize_t got =
			pread(o->fd, p + done, n - done, (off_t)(at + done));

		if (got < 0 && errno == EINTR)
			continue;
		if (got == 0)
			errno = EIO;
		if (got <= 0)
			return system_error(err, "read", o->path);
		done += (size_t)got;
	}
	return 0;
}

/* A file without a name, in the folder of path. */
static int open_nameless(struct arena *a, const char *path)
{
#ifdef O_TMPFILE
	struct str p = str_of(path);
	size_t slash = str_rfind_char(p, '/');
	const char *folder = slash == STR_NONE
				     ? "."
				     : arena_text(a, str_sub(p, 0, slash + 1));

	if (access("/proc/self/fd", X_OK) == 0)
		return open(folder, O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
#endif
	(void)a;
	(void)path;
	return -1;
}

/* Opens o for what is to lie at path. */
static int open_beside(
	struct output *o, struct arena *a, const char *path, struct err *err)
{
	o->path = path;
	o->fd = open_nameless(a, path);
	if (o->fd >= 0)
		return 0;
	o->name = xmalloc(strlen(path) + sizeof ".XXXXXX");
	memcpy(o->name, path, strlen(path));
	memcpy(o->name + strlen(path), ".XXXXXX", sizeof ".XXXXXX");
	o->fd = mkstemp(o->name);
	if (o->fd >= 0)
		return 0;
	system_error(err, "write", path);
	free(o->name);
	o->name = NULL;
	return -1;
}

/* Opens o for lines that are copied elsewhere in the end. */
static int open_scratch(struct output *o, const char *path, struct err *err)
{
	FILE *f = tmpfile();

	o->path = path;
	if (!f)
		return err_set(err, ERR_IO,
			"cannot make a temporary file for '%s': %s", path,
			strerror(errno));
	o->fd = fcntl(fileno(f), F_DUPFD_CLOEXEC, 0);
	fclose(f);
	return o->fd < 0 ? system_error(err, "write", path) : 0;
}

static void close_output(struct output *o)
{
	if (o->fd >= 0)
		close(o->fd);
	if (o->name)
		unlink(o->name);
	free(o->name);
	buf_release(&o->b);
	*o = (struct output){.fd = -1};
}

static int open_output(
	struct snapshot_file *f, struct output *o, struct err *err)
{
	int rc;

	*o = (struct output){.fd = -1};
	buf_init(&o->b, LINE_BYTES);
	rc = f->beside ? open_beside(o, &f->arena, f->path, err)
		       : open_scratch(o, f->path, err);
	if (rc)
		close_output(o);
	return rc;
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
	close_output(&f->out);
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

	assert(!f->order && !f->full);
	if (!o->written && !o->b.n)
		add_head(&o->b, head);
	*place = f->n;
	add_line(f, o->written + o->b.n);
	add_record(&o->b, r);
	return flush_much(o, err);
}

/* Where a line is; behind the last one nothing was written yet. */
static size_t line_size(const struct snapshot_file *f, size_t i)
{
	uint64_t end =
		i + 1 < f->n ? f->lines[i + 1] : f->out.written + f->out.b.n;

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

	if ((f->lines[place] + n > f->out.written && flush(&f->out, err)) ||
		read_back(&f->out, f->lines[place], p, n, err))
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

	while (i < n && places[i] == i)
		i++;
	if (i == f->n)
		return 0;
	f->order = xmalloc(xtimes(n + 1, sizeof *f->order));
	if (n)
		memcpy(f->order, places, n * sizeof *f->order);
	f->ordered = n;
	return flush(&f->out, err);
}

int snapshot_forget(struct snapshot_file *f, struct err *err)
{
	struct output *o = &f->out;

	free(f->order);
	f->order = NULL;
	f->n = 0;
	buf_clear(&o->b);
	o->written = 0;
	if (ftruncate(o->fd, 0) < 0 || lseek(o->fd, 0, SEEK_SET) < 0)
		return system_error(err, "write", f->path);
	return 0;
}

/* How many lines that were put count, and which is number i. */
static size_t count(const struct snapshot_file *f)
{
	return f->order ? f->ordered : f->n;
}

static size_t line_at(const struct snapshot_file *f, size_t i)
{
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

		if (p && read_back(&f->out, at, p, part, err))
			return -1;
		if (p)
			buf_took(&o->b, part);
		if (flush_much(o, err))
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

	if (all && flush(&f->out, err))
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
		rc = flush_much(o, err);
	}
	arena_release(&scratch);
	if (rc)
		return -1;
	buf_addf(&o->b, "{\"end\":true,\"records\":%zu}\n",
		count(f) + s->records.n);
	return flush(o, err);
}

/* Gives the file a name of its own beside path. */
static int name_file(
	struct output *o, struct arena *a, const char *path, struct err *err)
{
	const char *from = arena_printf(a, "/proc/self/fd/%d", o->fd);

	for (int i = 0; i < NAMES && !o->name; i++) {
		const char *name =
			arena_printf(a, "%s.%ld-%d", path, (long)getpid(), i);

		if (linkat(AT_FDCWD, from, AT_FDCWD, name, AT_SYMLINK_FOLLOW) ==
			0) {
			o->name = xmalloc(strlen(name) + 1);
			memcpy(o->name, name, strlen(name) + 1);
		} else if (errno != EEXIST) {
			break;
		}
	}
	return o->name ? 0 : system_error(err, "write", path);
}

/* The file is whole: it takes its place. */
static int take_place(
	struct snapshot_file *f, struct output *o, struct err *err)
{
	if ((f->mode && fchmod(o->fd, f->mode) < 0) || fsync(o->fd) < 0)
		return system_error(err, "write", f->path);
	if (!o->name && name_file(o, &f->arena, f->path, err))
		return -1;
	if (rename(o->name, f->path) < 0)
		return system_error(err, "write", f->path);
	free(o->name);
	o->name = NULL;
	return 0;
}

/* A pipe or a device. */
static int open_stream(
	struct snapshot_file *f, struct output *o, struct err *err)
{
	o->path = f->path;
	o->fd = f->standard ? dup(STDOUT_FILENO)
			    : open(f->path, O_WRONLY | O_CLOEXEC | O_NOCTTY);
	if (o->fd < 0)
		return system_error(err, "write", f->path);
	buf_init(&o->b, LINE_BYTES);
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
	close_output(&other);
	return rc;
}

int snapshot_write(const char *path, const struct snapshot *s, struct err *err)
{
	struct snapshot_file *f = snapshot_begin(path, err);
	size_t unused;
	int rc = f ? snapshot_end(f, s, &unused, err) : -1;

	snapshot_drop(f);
	return rc;
}
