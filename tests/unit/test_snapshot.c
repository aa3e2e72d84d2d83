/*
 * Snapshots: what is written is read back, in one order; whatever is not a
 * whole snapshot is refused with its line.
 */
#include "unit.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "buf.h"
#include "snapshot.h"

enum { ROOM = 1 << 20, NOBODY = 65534 };

#define HEAD \
	"{\"okrsync\":\"snapshot\",\"version\":1,\"source\":\"s\"," \
	"\"fetched\":\"f\",\"self\":\"me\"}\n"
#define ISSUE \
	"{\"kind\":\"issue\",\"project\":7,\"iid\":0,\"data\":{\"id\":1}}\n"
#define TAIL "{\"end\":true,\"records\":1}\n"

/* A fresh folder for one test, and a path in it. */
struct folder {
	char dir[256], file[300];
};

static int make_folder(void **state)
{
	const char *tmp = getenv("TMPDIR");
	struct folder *f = calloc(1, sizeof *f);

	snprintf(f->dir, sizeof f->dir, "%s/okrsync-test-XXXXXX",
		tmp ? tmp : "/tmp");
	if (!mkdtemp(f->dir))
		return -1;
	snprintf(f->file, sizeof f->file, "%s/snapshot", f->dir);
	*state = f;
	return 0;
}

static int drop_folder(void **state)
{
	struct folder *f = *state;

	unlink(f->file);
	chmod(f->dir, 0700);
	/* Fails when a test left anything else behind. */
	if (rmdir(f->dir) < 0)
		return -1;
	free(f);
	return 0;
}

static void write_file(const char *path, const char *text)
{
	FILE *f = fopen(path, "wb");

	assert_non_null(f);
	assert_int_equal(fwrite(text, 1, strlen(text), f), strlen(text));
	assert_int_equal(fclose(f), 0);
}

static char *read_file(const char *path)
{
	char *text = calloc(1, ROOM);
	FILE *f = fopen(path, "rb");

	assert_non_null(f);
	assert_true(fread(text, 1, ROOM - 1, f) > 0);
	fclose(f);
	return text;
}

/* All steps in one. */
static int write_snapshot(
	const char *path, const struct snapshot *s, struct err *err)
{
	struct snapshot_file *f = snapshot_begin(path, err);
	size_t n;
	int rc = f ? snapshot_end(f, s, &n, err) : -1;

	assert_true(rc < 0 || n == s->records.n);
	snapshot_drop(f);
	return rc;
}

static int read_back(
	struct arena *a, const char *path, struct snapshot *s, struct err *err)
{
	char *text = read_file(path);

	arena_defer(a, free, text);
	return snapshot_parse(a, str_of(text), path, s, err);
}

static void add_record(struct arena *a, struct snapshot *s,
	enum record_kind kind, int64_t iid, const char *json)
{
	*vec_add(a, &s->records) = (struct record){
		.kind = kind, .project = 7, .iid = iid, .json = str_of(json)};
}

static void sample(struct arena *a, struct snapshot *s)
{
	*s = (struct snapshot){
		.source = "https://gitlab.example/g", .self = "me"};
	add_record(a, s, RECORD_NOTE, 2, "{\"id\":30}");
	add_record(a, s, RECORD_ISSUE, 0, "{\"id\":10,\"t\":\"b\"}");
	add_record(a, s, RECORD_NOTE, 2, "{\"id\":4}");
	add_record(a, s, RECORD_MEMBER, 0, "{\"access_level\":30}");
	add_record(a, s, RECORD_ISSUE, 0,
		"{\n  \"id\" : 9,\r\n\t\"t\" : \"a \\\" b\\\\\" }");
}

static const char SAMPLE[] =
	"{\"okrsync\":\"snapshot\",\"version\":1,"
	"\"source\":\"https://gitlab.example/g\",\"fetched\":\"\","
	"\"self\":\"me\"}\n"
	"{\"kind\":\"issue\",\"project\":7,\"iid\":0,"
	"\"data\":{\"id\":9,\"t\":\"a \\\" b\\\\\"}}\n"
	"{\"kind\":\"issue\",\"project\":7,\"iid\":0,"
	"\"data\":{\"id\":10,\"t\":\"b\"}}\n"
	"{\"kind\":\"note\",\"project\":7,\"iid\":2,\"data\":{\"id\":4}}\n"
	"{\"kind\":\"note\",\"project\":7,\"iid\":2,\"data\":{\"id\":30}}\n"
	"{\"kind\":\"member\",\"project\":7,\"iid\":0,"
	"\"data\":{\"access_level\":30}}\n"
	"{\"end\":true,\"records\":5}\n";

static void writes_records_in_one_order_and_on_one_line(void **state)
{
	struct folder *f = *state;
	struct arena a = ARENA_INIT;
	struct err err = ERR_INIT;
	struct snapshot s;
	char *text;

	sample(&a, &s);
	assert_int_equal(write_snapshot(f->file, &s, &err), 0);
	text = read_file(f->file);
	assert_string_equal(text, SAMPLE);
	assert_true(snapshot_is(str_of(text)));
	free(text);
	arena_release(&a);
}

static void reads_back_what_it_wrote(void **state)
{
	struct folder *f = *state;
	struct arena a = ARENA_INIT;
	struct err err = ERR_INIT;
	struct snapshot s, back;

	sample(&a, &s);
	assert_int_equal(write_snapshot(f->file, &s, &err), 0);
	assert_int_equal(read_back(&a, f->file, &back, &err), 0);
	assert_string_equal(back.source, "https://gitlab.example/g");
	assert_string_equal(back.fetched, "");
	assert_string_equal(back.self, "me");
	assert_int_equal(back.records.n, 5);
	assert_int_equal(back.records.v[2].kind, RECORD_NOTE);
	assert_int_equal(back.records.v[2].project, 7);
	assert_int_equal(back.records.v[2].iid, 2);
	assert_true(str_is(back.records.v[2].json, "{\"id\":4}"));
	arena_release(&a);
}

static void a_new_file_is_private_and_an_old_one_keeps_its_mode(void **state)
{
	struct folder *f = *state;
	struct arena a = ARENA_INIT;
	struct err err = ERR_INIT;
	struct snapshot s;
	struct stat st;

	sample(&a, &s);
	assert_int_equal(write_snapshot(f->file, &s, &err), 0);
	assert_int_equal(stat(f->file, &st), 0);
	assert_int_equal(st.st_mode & 0777, 0600);
	assert_int_equal(chmod(f->file, 0644), 0);
	assert_int_equal(write_snapshot(f->file, &s, &err), 0);
	assert_int_equal(stat(f->file, &st), 0);
	assert_int_equal(st.st_mode & 0777, 0644);
	arena_release(&a);
}

static void a_record_that_is_broken_inside_survives(void **state)
{
	static const char BROKEN[] = "{\"id\":1,\"id\":2,\"t\":\"\xff\"}";
	struct folder *f = *state;
	struct arena a = ARENA_INIT;
	struct err err = ERR_INIT;
	struct snapshot s = {.source = "x"}, back;

	add_record(&a, &s, RECORD_ISSUE, 0, BROKEN);
	assert_int_equal(write_snapshot(f->file, &s, &err), 0);
	assert_int_equal(read_back(&a, f->file, &back, &err), 0);
	assert_true(str_is(back.records.v[0].json, BROKEN));
	arena_release(&a);
}

static void many_records_are_written_in_pieces(void **state)
{
	struct folder *f = *state;
	struct arena a = ARENA_INIT;
	struct err err = ERR_INIT;
	struct snapshot s = {.source = "x"}, back;

	for (int i = 4999; i >= 0; i--)
		add_record(&a, &s, RECORD_ISSUE, 0,
			arena_printf(&a, "{\"id\":%d,\"t\":\"%0100d\"}", i, i));
	assert_int_equal(write_snapshot(f->file, &s, &err), 0);
	assert_int_equal(read_back(&a, f->file, &back, &err), 0);
	assert_int_equal(back.records.n, 5000);
	assert_true(str_starts(back.records.v[4999].json, "{\"id\":4999,"));
	arena_release(&a);
}

static void blanks_of_another_tool_do_not_hide_a_snapshot(void **state)
{
	static const char TEXT[] =
		"{ \"okrsync\" : \"snapshot\", \"version\": 1, \"source\": "
		"\"s\"}\n{\"end\": true, \"records\": 0}\n";
	struct arena a = ARENA_INIT;
	struct err err = ERR_INIT;
	struct snapshot s;

	(void)state;
	assert_true(snapshot_is(str_of(TEXT)));
	assert_int_equal(
		snapshot_parse(&a, str_of(TEXT), "x.jsonl", &s, &err), 0);
	assert_string_equal(s.source, "s");
	assert_false(snapshot_is(str_of("{\"okrsync\": \"model\"}")));
	assert_false(snapshot_is(str_of("{\"okrsync\"")));
	arena_release(&a);
}

static void what_is_no_whole_snapshot_is_refused(void **state)
{
	static const struct {
		const char *text, *words;
	} CASES[] = {
		{"", "'x' is not a snapshot; make one with okrsync fetch"},
		{"# OKRs\n", "'x' is not a snapshot; make one with okrsync "
			     "fetch"},
		{"{\"okrsync\":\"snapshot\"}\n",
			"'x' is a snapshot of version -1, this program knows "
			"version 1; fetch it again"},
		{"{\"okrsync\":\"snapshot\",\"version\":2}\n",
			"'x' is a snapshot of version 2, this program knows "
			"version 1; fetch it again"},
		{HEAD, "'x' ends after line 1, too early: the snapshot is not "
		       "complete; fetch it again"},
		{HEAD ISSUE, "'x' ends after line 2, too early: the snapshot "
			     "is not complete; fetch it again"},
		{HEAD "{\"kind\":\"issue\",\"da",
			"'x', line 2: JSON: line 1, column 20: the text ends "
			"too early"},
		{HEAD "hello\n" TAIL, "'x', line 2: JSON: line 1, column 1: "
				      "a value is missing"},
		{HEAD "{\"kind\":\"poem\",\"data\":1}\n" TAIL,
			"'x', line 2: this is not a record; fetch the "
			"snapshot again"},
		{HEAD "{\"kind\":\"issue\"}\n" TAIL,
			"'x', line 2: this is not a record; fetch the "
			"snapshot again"},
		{HEAD "[]\n" TAIL, "'x', line 2: this is not a record; fetch "
				   "the snapshot again"},
		{HEAD ISSUE ISSUE TAIL, "'x' should hold 1 records and holds "
					"2; fetch the snapshot again"},
		{HEAD TAIL, "'x' should hold 1 records and holds 0; fetch the "
			    "snapshot again"},
		{HEAD ISSUE "{\"end\":true}\n",
			"'x' should hold -1 records and holds 1; fetch the "
			"snapshot again"},
		{HEAD ISSUE TAIL ISSUE, "'x', line 4: something follows the "
					"end of the snapshot"},
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(CASES); i++) {
		struct arena a = ARENA_INIT;
		struct err err = ERR_INIT;
		struct snapshot s;

		assert_int_equal(snapshot_parse(&a, str_of(CASES[i].text), "x",
					 &s, &err),
			-1);
		assert_int_equal(err.kind, ERR_DATA);
		assert_string_equal(err.text, CASES[i].words);
		arena_release(&a);
	}
}

static void every_cut_of_a_snapshot_is_noticed(void **state)
{
	static const char WHOLE[] = HEAD ISSUE TAIL;

	(void)state;
	/* The last byte is only the newline of a complete last line. */
	for (size_t n = 0; n < sizeof WHOLE - 2; n++) {
		struct arena a = ARENA_INIT;
		struct err err = ERR_INIT;
		struct snapshot s;

		assert_int_equal(snapshot_parse(&a, (struct str){WHOLE, n}, "x",
					 &s, &err),
			-1);
		arena_release(&a);
	}
}

static void expect_refusal(const char *path, const char *words)
{
	struct arena a = ARENA_INIT;
	struct err err = ERR_INIT;
	struct snapshot s;

	sample(&a, &s);
	assert_int_equal(write_snapshot(path, &s, &err), -1);
	assert_int_equal(err.kind, ERR_IO);
	assert_non_null(strstr(err.text, path));
	assert_non_null(strstr(err.text, words));
	arena_release(&a);
}

static void says_why_it_cannot_write(void **state)
{
	struct folder *f = *state;
	char inside[400];

	expect_refusal(f->dir, "it is a folder; name a file in it");
	snprintf(inside, sizeof inside, "%s/no/file", f->dir);
	expect_refusal(inside, "No such file or directory");
	write_file(f->file, "x");
	snprintf(inside, sizeof inside, "%s/file", f->file);
	expect_refusal(inside, "Not a directory");
	if (access("/dev/full", W_OK) == 0)
		expect_refusal("/dev/full", "No space left on device");
}

static void says_that_a_folder_is_read_only(void **state)
{
	struct folder *f = *state;
	bool root = geteuid() == 0;

	assert_int_equal(chmod(f->dir, 0555), 0);
	/* Root may write everywhere: be somebody else for a moment. */
	if (root)
		assert_int_equal(seteuid(NOBODY), 0);
	expect_refusal(f->file, "Permission denied");
	if (root)
		assert_int_equal(seteuid(0), 0);
}

static void a_failed_write_leaves_the_old_file(void **state)
{
	struct folder *f = *state;
	struct arena a = ARENA_INIT;
	struct err err = ERR_INIT;
	struct snapshot s = {.source = "x"};
	size_t huge = 81 << 20;
	char *text, *old;

	write_file(f->file, "old");
	text = malloc(huge);
	memset(text, 'x', huge);
	*vec_add(&a, &s.records) = (struct record){.json = {text, huge}};
	assert_int_equal(write_snapshot(f->file, &s, &err), -1);
	assert_int_equal(err.kind, ERR_DATA);
	assert_non_null(strstr(err.text, "a line of the snapshot is larger"));
	old = read_file(f->file);
	assert_string_equal(old, "old");
	free(old);
	free(text);
	arena_release(&a);
}

/* Runs fn with a standard stream on the file, then puts the stream back. */
static int redirected(int stream, const char *path, int flags,
	int (*fn)(struct arena *, struct snapshot *, struct err *),
	struct arena *a, struct snapshot *s)
{
	struct err err = ERR_INIT;
	int saved, fd, rc;

	fflush(stdout);
	saved = dup(stream);
	fd = open(path, flags, 0600);
	assert_true(saved >= 0 && fd >= 0);
	dup2(fd, stream);
	rc = fn(a, s, &err);
	dup2(saved, stream);
	close(saved);
	close(fd);
	return rc;
}

static int to_stdout(struct arena *a, struct snapshot *s, struct err *err)
{
	(void)a;
	return write_snapshot("-", s, err);
}

static void a_dash_is_stdout(void **state)
{
	struct folder *f = *state;
	struct arena a = ARENA_INIT;
	struct snapshot s;
	char *text;

	sample(&a, &s);
	assert_int_equal(
		redirected(STDOUT_FILENO, f->file, O_WRONLY | O_CREAT | O_TRUNC,
			to_stdout, &a, &s),
		0);
	text = read_file(f->file);
	assert_string_equal(text, SAMPLE);
	free(text);
	arena_release(&a);
}

#define CASE(fn) cmocka_unit_test_setup_teardown(fn, make_folder, drop_folder)

/* A snapshot of records told by their kind and JSON, all of issue 7#1. */
static void add_to(struct arena *a, struct snapshot *s, enum record_kind kind,
	const char *json)
{
	*vec_add(a, &s->records) = (struct record){
		.kind = kind, .project = 7, .iid = 1, .json = str_of(json)};
}

/* The records of a join as "kind:json ", in their order. */
static const char *joined(
	struct arena *a, const struct snapshot *list, size_t n)
{
	const char *text = "";
	struct snapshot s;

	snapshot_join(a, list, n, &s);
	for (size_t i = 0; i < s.records.n; i++)
		text = arena_printf(a, "%s%s:%.*s ", text,
			record_kind_name(s.records.v[i].kind),
			STR_ARG(s.records.v[i].json));
	return text;
}

#define AT(stamp) \
	"{\"iid\":1,\"project_id\":7,\"updated_at\":\"2025-01-0" stamp "\"}"

static void of_two_copies_the_one_that_changed_last_counts(void **state)
{
	struct arena a = ARENA_INIT;
	struct snapshot s[2] = {{.self = "me", .source = "one"},
		{.self = "you", .source = "two"}};
	struct snapshot all;

	(void)state;
	add_to(&a, &s[0], RECORD_ISSUE, AT("3T10:00:00.500Z"));
	add_to(&a, &s[0], RECORD_NOTE, "1");
	add_to(&a, &s[0], RECORD_GAP, "2");
	add_to(&a, &s[1], RECORD_ISSUE, AT("3T10:00:00.400Z"));
	add_to(&a, &s[1], RECORD_NOTE, "3");
	add_to(&a, &s[1], RECORD_EVENT, "4");
	assert_string_equal(joined(&a, s, 2),
		"issue:" AT("3T10:00:00.500Z") " note:1 gap:2 ");
	/* An offset is no later time. */
	s[1].records.v[0].json = str_of(AT("3T12:00:00+02:00"));
	assert_string_equal(joined(&a, s, 2),
		"issue:" AT("3T12:00:00+02:00") " note:3 event:4 ");
	/* The same: the last one. */
	s[1].records.v[0].json = s[0].records.v[0].json;
	assert_string_equal(joined(&a, s, 2),
		"issue:" AT("3T10:00:00.500Z") " note:3 event:4 ");
	snapshot_join(&a, s, 2, &all);
	assert_string_equal(all.self, "me you");
	assert_string_equal(all.source, "one");
	arena_release(&a);
}

static void a_copy_that_was_hidden_later_hides_the_other(void **state)
{
#define HIDDEN \
	"{\"iid\":1,\"project_id\":7,\"confidential\":true," \
	"\"changed\":1735902001}"
	struct arena a = ARENA_INIT;
	struct snapshot s[2] = {{.self = "me"}, {.self = "me"}};
	struct snapshot all;

	(void)state;
	add_to(&a, &s[0], RECORD_ISSUE, HIDDEN);
	add_to(&a, &s[1], RECORD_ISSUE, AT("3T11:00:00Z"));
	add_to(&a, &s[1], RECORD_NOTE, "3");
	assert_string_equal(joined(&a, s, 2), "issue:" HIDDEN " ");
	snapshot_join(&a, s, 2, &all);
	assert_string_equal(all.self, "me");
	arena_release(&a);
#undef HIDDEN
}

static void what_belongs_to_no_issue_is_there_once(void **state)
{
	struct arena a = ARENA_INIT;
	struct snapshot s[3] = {{.self = ""}, {.self = "me"}, {.self = ""}};
	struct snapshot all;

	(void)state;
	add_to(&a, &s[0], RECORD_LABEL, "1");
	add_to(&a, &s[0], RECORD_MEMBER, "1");
	add_to(&a, &s[1], RECORD_LABEL, "1");
	add_to(&a, &s[1], RECORD_LABEL, "2");
	add_to(&a, &s[2], RECORD_NOTE, "5");
	add_to(&a, &s[2], RECORD_ISSUE, "[broken");
	s[2].records.v[1].project = 0;
	assert_string_equal(joined(&a, s, 3),
		"issue:[broken note:5 label:1 label:2 member:1 ");
	snapshot_join(&a, s, 3, &all);
	assert_string_equal(all.self, "me");
	assert_string_equal(joined(&a, s, 0), "");
	assert_string_equal(joined(&a, s, 1), "label:1 member:1 ");
	arena_release(&a);
}

/* Issues that are put. */
enum { PUT = 2000 };

static void put_issue(struct snapshot_file *f, const struct snapshot *s,
	int64_t iid, const char *json, uint64_t expected)
{
	struct record r = {.project = -7, .iid = iid, .json = str_of(json)};
	struct err err = ERR_INIT;
	uint64_t place = 99;

	assert_int_equal(snapshot_put(f, s, &r, &place, &err), 0);
	assert_int_equal(place, expected);
}

static void put_many(
	struct arena *a, struct snapshot_file *f, const struct snapshot *s)
{
	for (uint64_t i = 0; i < PUT; i++)
		put_issue(f, s, (int64_t)i,
			arena_printf(a, "{\"id\":%d,\"t\":\"%0100d\"}", (int)i,
				(int)i),
			i);
}

/* The same snapshot as put_many() makes, written at once; every step-th issue
 * of it. */
static char *written_at_once(struct folder *f, int step)
{
	struct arena a = ARENA_INIT;
	struct snapshot s = {.source = "x", .self = "me"};
	struct err err = ERR_INIT;
	char *text;

	for (int i = 0; i < PUT; i += step)
		*vec_add(&a, &s.records) = (struct record){.project = -7,
			.iid = i,
			.json = str_of(arena_printf(
				&a, "{\"id\":%d,\"t\":\"%0100d\"}", i, i))};
	add_record(&a, &s, RECORD_LABEL, 0, "{\"id\":1}");
	assert_int_equal(write_snapshot(f->file, &s, &err), 0);
	text = read_file(f->file);
	unlink(f->file);
	arena_release(&a);
	return text;
}

/* Ends a file and compares what is in it. */
static void end_as(struct folder *f, struct snapshot_file *file,
	const struct snapshot *s, size_t records, const char *expected)
{
	struct arena a = ARENA_INIT;
	struct snapshot rest = *s;
	struct err err = ERR_INIT;
	char *text;
	size_t n;

	rest.records = (struct records){NULL, 0, 0};
	add_record(&a, &rest, RECORD_LABEL, 0, "{\"id\":1}");
	assert_int_equal(snapshot_end(file, &rest, &n, &err), 0);
	assert_int_equal(n, records);
	snapshot_drop(file);
	text = read_file(f->file);
	assert_string_equal(text, expected);
	free(text);
	arena_release(&a);
}

static void issues_are_put_as_they_come(void **state)
{
	struct folder *f = *state;
	struct arena a = ARENA_INIT;
	struct snapshot s = {.source = "x", .self = "me"};
	struct err err = ERR_INIT;
	char *expected = written_at_once(f, 1);
	struct snapshot_file *file = snapshot_begin(f->file, &err);
	uint64_t places[PUT];
	struct record r;

	assert_non_null(file);
	assert_true(snapshot_has_room(file));
	put_many(&a, file, &s);
	/* Written already, and not yet. */
	for (uint64_t i = 0; i < PUT; i += PUT - 1) {
		assert_int_equal(snapshot_get(file, i, &a, &r, &err), 0);
		assert_int_equal(r.project, -7);
		assert_int_equal(r.iid, i);
		assert_true(str_is(
			r.json, arena_printf(&a, "{\"id\":%d,\"t\":\"%0100d\"}",
					(int)i, (int)i)));
	}
	for (uint64_t i = 0; i < PUT; i++)
		places[i] = i;
	assert_int_equal(snapshot_arrange(file, places, PUT, &err), 0);
	assert_int_equal(snapshot_place(file, 5), 5);
	assert_int_equal(access(f->file, F_OK), -1);
	end_as(f, file, &s, PUT + 1, expected);
	free(expected);
	arena_release(&a);
}

static void issues_are_arranged_and_left_out(void **state)
{
	struct folder *f = *state;
	struct arena a = ARENA_INIT;
	struct snapshot s = {.source = "x", .self = "me"};
	struct err err = ERR_INIT;
	char *expected = written_at_once(f, 2);
	struct snapshot_file *file = snapshot_begin(f->file, &err);
	uint64_t places[PUT];
	size_t n = 0;

	assert_non_null(file);
	/* The last ones first. */
	for (int i = PUT - 1; i >= 0; i--)
		put_issue(file, &s, i,
			arena_printf(&a, "{\"id\":%d,\"t\":\"%0100d\"}", i, i),
			(uint64_t)(PUT - 1 - i));
	for (int i = 0; i < PUT; i += 2)
		places[n++] = (uint64_t)(PUT - 1 - i);
	assert_int_equal(snapshot_arrange(file, places, n, &err), 0);
	assert_int_equal(snapshot_place(file, 1), PUT - 3);
	end_as(f, file, &s, n + 1, expected);
	free(expected);
	arena_release(&a);
}

static void what_was_put_can_be_forgotten(void **state)
{
	struct folder *f = *state;
	struct arena a = ARENA_INIT;
	struct snapshot s = {.source = "old", .self = ""};
	struct err err = ERR_INIT;
	char *expected = written_at_once(f, 1);
	struct snapshot_file *file = snapshot_begin(f->file, &err);
	uint64_t one = 1;

	assert_non_null(file);
	put_many(&a, file, &s);
	assert_int_equal(snapshot_arrange(file, &one, 1, &err), 0);
	assert_int_equal(snapshot_forget(file, &err), 0);
	s = (struct snapshot){.source = "x", .self = "me"};
	put_many(&a, file, &s);
	end_as(f, file, &s, PUT + 1, expected);
	free(expected);
	arena_release(&a);
}

static void what_is_dropped_leaves_nothing(void **state)
{
	struct folder *f = *state;
	struct arena a = ARENA_INIT;
	struct snapshot s = {.source = "x"};
	struct err err = ERR_INIT;
	struct snapshot_file *file;
	char *text;

	write_file(f->file, "old");
	file = snapshot_begin(f->file, &err);
	assert_non_null(file);
	put_many(&a, file, &s);
	snapshot_drop(file);
	snapshot_drop(NULL);
	text = read_file(f->file);
	assert_string_equal(text, "old");
	free(text);
	arena_release(&a);
}

static int put_to_stdout(struct arena *a, struct snapshot *s, struct err *err)
{
	struct snapshot_file *file = snapshot_begin("-", err);
	uint64_t places[PUT];
	size_t n;
	int rc;

	assert_non_null(file);
	put_many(a, file, s);
	for (uint64_t i = 0; i < PUT; i++)
		places[i] = i;
	rc = snapshot_arrange(file, places, PUT, err) ||
	     snapshot_end(file, s, &n, err);
	snapshot_drop(file);
	return rc;
}

static void stdout_gets_what_was_put_in_the_end(void **state)
{
	struct folder *f = *state;
	struct arena a = ARENA_INIT;
	struct snapshot s = {.source = "x", .self = "me"};
	char *expected = written_at_once(f, 1), *text;

	add_record(&a, &s, RECORD_LABEL, 0, "{\"id\":1}");
	assert_int_equal(
		redirected(STDOUT_FILENO, f->file, O_WRONLY | O_CREAT | O_TRUNC,
			put_to_stdout, &a, &s),
		0);
	text = read_file(f->file);
	assert_string_equal(text, expected);
	free(text);
	free(expected);
	arena_release(&a);
}

static void a_device_that_is_full_is_said_in_the_end(void **state)
{
	struct arena a = ARENA_INIT;
	struct snapshot s = {.source = "x"};
	struct err err = ERR_INIT;
	struct snapshot_file *file;
	size_t n;

	(void)state;
	if (access("/dev/full", W_OK) != 0)
		skip();
	file = snapshot_begin("/dev/full", &err);
	assert_non_null(file);
	put_many(&a, file, &s);
	assert_int_equal(snapshot_end(file, &s, &n, &err), -1);
	assert_int_equal(err.kind, ERR_IO);
	assert_non_null(strstr(err.text, "/dev/full"));
	snapshot_drop(file);
	arena_release(&a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		CASE(writes_records_in_one_order_and_on_one_line),
		CASE(reads_back_what_it_wrote),
		CASE(a_new_file_is_private_and_an_old_one_keeps_its_mode),
		CASE(a_record_that_is_broken_inside_survives),
		CASE(many_records_are_written_in_pieces),
		cmocka_unit_test(blanks_of_another_tool_do_not_hide_a_snapshot),
		cmocka_unit_test(what_is_no_whole_snapshot_is_refused),
		cmocka_unit_test(every_cut_of_a_snapshot_is_noticed),
		CASE(says_why_it_cannot_write),
		CASE(says_that_a_folder_is_read_only),
		CASE(a_failed_write_leaves_the_old_file),
		CASE(a_dash_is_stdout),
		CASE(issues_are_put_as_they_come),
		CASE(issues_are_arranged_and_left_out),
		CASE(what_was_put_can_be_forgotten),
		CASE(what_is_dropped_leaves_nothing),
		CASE(stdout_gets_what_was_put_in_the_end),
		cmocka_unit_test(a_device_that_is_full_is_said_in_the_end),
		cmocka_unit_test(
			of_two_copies_the_one_that_changed_last_counts),
		cmocka_unit_test(a_copy_that_was_hidden_later_hides_the_other),
		cmocka_unit_test(what_belongs_to_no_issue_is_there_once),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
