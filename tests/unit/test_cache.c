/*
 * The cache: what is saved is loaded, what is damaged is not, and nobody's
 * file is harmed.
 */
#include "unit.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cache.h"

enum { DAY = 86400 };

struct place {
	struct arena a;
	char folder[32];
	const char *path;
	struct buf remark;
};

static int set_up(void **state)
{
	struct place *p = calloc(1, sizeof *p);

	snprintf(p->folder, sizeof p->folder, "build/cache.XXXXXX");
	assert_non_null(mkdtemp(p->folder));
	p->path = arena_printf(&p->a, "%s/cache.db", p->folder);
	buf_init(&p->remark, 4096);
	*state = p;
	return 0;
}

static int tear_down(void **state)
{
	struct place *p = *state;

	unlink(p->path);
	unlink(arena_printf(&p->a, "%s/.gitignore", p->folder));
	rmdir(p->folder);
	buf_release(&p->remark);
	arena_release(&p->a);
	free(p);
	return 0;
}

static struct cache *open_cache(struct place *p)
{
	struct cache *c = cache_open(p->path, &p->remark);

	assert_non_null(c);
	return c;
}

static void add(struct place *p, struct cache_entry *e, enum record_kind kind,
	int64_t iid, const char *json)
{
	*vec_add(&p->a, &e->records) = (struct record){
		.kind = kind, .project = 7, .iid = iid, .json = str_of(json)};
}

static struct cache_entry entry(struct place *p)
{
	struct cache_entry e = {.list = "L",
		.read = 5,
		.newest = 4,
		.milestone = 3,
		.listed = 2};

	add(p, &e, RECORD_ISSUE, 1, "{\"iid\":1}");
	add(p, &e, RECORD_ISSUE, 2, "{\"iid\":2}");
	add(p, &e, RECORD_NOTE, 1, "{\"id\":10}");
	add(p, &e, RECORD_NOTE, 1, "{\"id\":11}");
	return e;
}

static void save(struct place *p, struct cache *c,
	const struct cache_entry *then, const struct cache_entry *e,
	int64_t now)
{
	cache_save(c, "name", then, e, now, &p->remark);
}

static bool load(struct place *p, struct cache *c, struct cache_entry *e)
{
	return cache_load(c, &p->a, "name", e, &p->remark);
}

static void what_is_saved_is_loaded(void **state)
{
	struct place *p = *state;
	struct cache_entry e = entry(p), none, found;
	struct cache *c = open_cache(p);

	assert_false(load(p, c, &none));
	save(p, c, &none, &e, DAY);
	cache_close(c);
	c = open_cache(p);
	assert_true(load(p, c, &found));
	assert_string_equal(found.list, "L");
	assert_int_equal(found.read, 5);
	assert_int_equal(found.newest, 4);
	assert_int_equal(found.milestone, 3);
	assert_int_equal(found.listed, 2);
	assert_int_equal(found.records.n, 4);
	for (size_t i = 0; i < 4; i++) {
		assert_int_equal(found.records.v[i].kind, e.records.v[i].kind);
		assert_int_equal(found.records.v[i].iid, e.records.v[i].iid);
		assert_true(
			str_eq(found.records.v[i].json, e.records.v[i].json));
	}
	assert_false(cache_load(c, &p->a, "other", &none, &p->remark));
	assert_int_equal(p->remark.n, 0);
	cache_close(c);
}

/* Issues that are handed over one by one, as text. */
struct handed {
	struct place *p;
	const char *text;
	int most;
};

static bool hand(void *ctx, const struct record *r)
{
	struct handed *h = ctx;

	h->text = arena_printf(&h->p->a, "%s%d %d %.*s;", h->text,
		(int)r->project, (int)r->iid, STR_ARG(r->json));
	return h->most-- > 0;
}

/* Two issues that are not in memory when they are saved. */
static bool give(void *ctx, size_t i, struct arena *a, struct record *r)
{
	int *gives = ctx;

	*r = (struct record){.kind = RECORD_ISSUE,
		.project = 7,
		.iid = 4 + (int64_t)i,
		.json = str_of(arena_printf(a, "{\"iid\":%d}", 4 + (int)i))};
	return (*gives)-- > 0;
}

static void issues_need_not_be_in_memory(void **state)
{
	struct place *p = *state;
	struct cache_entry e = entry(p), none, found;
	struct cache *c = open_cache(p);
	struct handed h = {p, "", 9};
	int gives = 2;

	e.n_more = 2;
	e.more = give;
	e.ctx = &gives;
	load(p, c, &none);
	assert_true(cache_save(c, "name", &none, &e, DAY, &p->remark) != 0);
	assert_true(cache_load_others(c, &p->a, "name", &found, &p->remark));
	assert_int_equal(found.issues, 4);
	assert_int_equal(found.records.n, 2);
	assert_int_equal(found.records.v[0].kind, RECORD_NOTE);
	assert_true(cache_each(c, "name", &found, hand, &h));
	assert_string_equal(h.text, "7 1 {\"iid\":1};7 2 {\"iid\":2};"
				    "7 4 {\"iid\":4};7 5 {\"iid\":5};");
	/* Who takes no more ends it. */
	h = (struct handed){p, "", 1};
	assert_false(cache_each(c, "name", &found, hand, &h));
	assert_string_equal(h.text, "7 1 {\"iid\":1};7 2 {\"iid\":2};");
	/* Nor is it another entry's. */
	found.serial++;
	h = (struct handed){p, "", 9};
	assert_false(cache_each(c, "name", &found, hand, &h));
	assert_string_equal(h.text, "");
	assert_int_equal(p->remark.n, 0);
	cache_close(c);
}

static void an_issue_that_cannot_be_read_saves_nothing(void **state)
{
	struct place *p = *state;
	struct cache_entry e = entry(p), none;
	struct cache *c = open_cache(p);
	int gives = 1;

	e.n_more = 2;
	e.more = give;
	e.ctx = &gives;
	load(p, c, &none);
	assert_int_equal(cache_save(c, "name", &none, &e, DAY, &p->remark), 0);
	assert_false(load(p, c, &none));
	cache_close(c);
}

static void the_last_reader_is_guessed(void **state)
{
	struct place *p = *state;
	struct cache_entry e = entry(p), none;
	struct cache *c = open_cache(p);
	const char *rest = "untouched";

	assert_false(cache_guess(c, &p->a, "url\n", &rest));
	assert_string_equal(rest, "untouched");
	cache_load(c, &p->a, "url\nann", &none, &p->remark);
	cache_save(c, "url\nann", &none, &e, 2 * DAY, &p->remark);
	cache_save(c, "url\nbob", &none, &e, DAY, &p->remark);
	cache_save(c, "url/more\neve", &none, &e, 3 * DAY, &p->remark);
	assert_true(cache_guess(c, &p->a, "url\n", &rest));
	assert_string_equal(rest, "ann");
	assert_false(cache_guess(c, &p->a, "%\n", &rest));
	cache_close(c);
}

static void what_is_gone_or_changed_is_so_in_the_file(void **state)
{
	struct place *p = *state;
	struct cache_entry e = entry(p), then, next = {.list = "L"};
	struct cache *c = open_cache(p);

	load(p, c, &then);
	save(p, c, &then, &e, DAY);
	assert_true(load(p, c, &then));
	add(p, &next, RECORD_ISSUE, 2, "{\"iid\":2,\"new\":1}");
	add(p, &next, RECORD_ISSUE, 3, "{\"iid\":3}");
	add(p, &next, RECORD_NOTE, 1, "{\"id\":11}");
	save(p, c, &then, &next, DAY);
	assert_true(load(p, c, &e));
	assert_int_equal(e.records.n, 3);
	for (size_t i = 0; i < 3; i++)
		assert_true(
			str_eq(e.records.v[i].json, next.records.v[i].json));
	cache_close(c);
}

static void one_place_is_found_without_the_rest(void **state)
{
	struct place *p = *state;
	struct cache_entry e = entry(p), none, found;
	struct cache *c = open_cache(p);
	struct str lines;

	add(p, &e, RECORD_GAP, 2, "{}");
	assert_false(cache_peek(c, &p->a, "name", &none, &p->remark));
	save(p, c, &none, &e, DAY);
	assert_true(cache_peek(c, &p->a, "name", &found, &p->remark));
	assert_int_equal(found.records.n, 0);
	assert_int_equal(found.issues, 2);
	assert_int_equal(found.gaps, 1);
	assert_int_equal(found.newest, 4);
	assert_true(cache_find(c, &p->a, &found, RECORD_NOTE, 7, 1, &lines));
	assert_true(str_is(lines, "{\"id\":10}\n{\"id\":11}"));
	assert_true(cache_find(c, &p->a, &found, RECORD_ISSUE, 7, 2, &lines));
	assert_true(str_is(lines, "{\"iid\":2}"));
	assert_false(cache_find(c, &p->a, &found, RECORD_NOTE, 7, 2, &lines));
	assert_false(cache_find(c, &p->a, &found, RECORD_NOTE, 8, 1, &lines));
	assert_false(cache_find(c, &p->a, &found, RECORD_LABEL, 0, 0, &lines));
	cache_close(c);
}

static void content_is_known_by_a_number_while_it_is_the_same(void **state)
{
	struct place *p = *state;
	struct cache_entry e = entry(p), then, other = entry(p);
	struct cache_entry loose = {.list = ""};
	struct cache *c = open_cache(p);
	int64_t first, second;

	load(p, c, &then);
	first = cache_save(c, "name", &then, &e, DAY, &p->remark);
	assert_int_not_equal(first, 0);
	assert_true(load(p, c, &then));
	assert_int_equal(then.content, first);
	assert_true(cache_is_same(c, "name", &then));
	e.read = 99;
	assert_int_equal(
		cache_save(c, "name", &then, &e, DAY, &p->remark), first);
	/* Written anew, though with the same content. */
	assert_false(cache_is_same(c, "name", &then));
	assert_int_equal(cache_save(c, "name", &then, &e, DAY, &p->remark), 0);
	assert_true(load(p, c, &then));
	add(p, &other, RECORD_NOTE, 2, "{\"id\":12}");
	second = cache_save(c, "name", &then, &other, DAY, &p->remark);
	assert_int_not_equal(second, 0);
	assert_int_not_equal(second, first);
	/* Back again is not known to be the same. */
	assert_true(load(p, c, &then));
	assert_int_not_equal(
		cache_save(c, "name", &then, &e, DAY, &p->remark), first);
	assert_true(load(p, c, &then));
	assert_int_equal(
		cache_save(c, "name", &then, &loose, DAY, &p->remark), 0);
	cache_close(c);
}

static void idle_runs_are_known_by_their_whole_key(void **state)
{
	struct place *p = *state;
	struct cache *c = open_cache(p);
	struct str words;

	assert_false(cache_recall_run(c, &p->a, STR("key"), &words));
	cache_note_run(c, STR("key"), STR("nothing\n"), 5 * DAY);
	cache_note_run(c, STR("kez"), STR(""), 5 * DAY);
	assert_true(cache_recall_run(c, &p->a, STR("key"), &words));
	assert_true(str_is(words, "nothing\n"));
	assert_true(cache_recall_run(c, &p->a, STR("kez"), &words));
	assert_int_equal(words.n, 0);
	assert_false(cache_recall_run(c, &p->a, STR("ke"), &words));
	cache_note_run(c, STR("key"), STR("other"), 5 * DAY);
	assert_true(cache_recall_run(c, &p->a, STR("key"), &words));
	assert_true(str_is(words, "other"));
	cache_note_run(c, STR("late"), STR(""), 8 * DAY);
	assert_false(cache_recall_run(c, &p->a, STR("key"), &words));
	assert_true(cache_recall_run(c, &p->a, STR("late"), &words));
	cache_close(c);
}

static void somebody_elses_entry_is_not_overwritten(void **state)
{
	struct place *p = *state;
	struct cache_entry e = entry(p), then, theirs = {.list = "theirs"};
	struct cache *c = open_cache(p), *d = open_cache(p);

	load(p, c, &then);
	save(p, d, &then, &theirs, DAY);
	save(p, c, &then, &e, DAY);
	assert_true(load(p, c, &then));
	assert_string_equal(then.list, "theirs");
	assert_int_equal(then.records.n, 0);
	assert_int_equal(p->remark.n, 0);
	cache_close(c);
	cache_close(d);
}

static void what_nobody_used_for_long_is_dropped(void **state)
{
	struct place *p = *state;
	struct cache_entry e = entry(p), then;
	struct cache *c = open_cache(p);

	load(p, c, &then);
	save(p, c, &then, &e, DAY);
	cache_save(c, "young", &then, &e, 92 * DAY, &p->remark);
	assert_false(load(p, c, &then));
	assert_true(cache_load(c, &p->a, "young", &then, &p->remark));
	assert_int_equal(then.records.n, 4);
	cache_close(c);
}

static void the_file_is_its_owners(void **state)
{
	struct place *p = *state;
	struct stat st;

	cache_close(open_cache(p));
	assert_int_equal(stat(p->path, &st), 0);
	assert_int_equal(st.st_mode & 0777, 0600);
	assert_int_equal(chmod(p->path, 0644), 0);
	cache_close(open_cache(p));
	assert_int_equal(stat(p->path, &st), 0);
	assert_int_equal(st.st_mode & 0777, 0600);
}

static void flip(const char *path, off_t at)
{
	int fd = open(path, O_RDWR);
	char c;

	assert_int_equal(pread(fd, &c, 1, at), 1);
	c ^= 0x20;
	assert_int_equal(pwrite(fd, &c, 1, at), 1);
	close(fd);
}

/* Every byte of the file once: whatever is loaded is right, or nothing. */
static void no_damaged_byte_gets_through(void **state)
{
	struct place *p = *state;
	struct cache_entry e = entry(p), then, found;
	struct cache *c = open_cache(p);
	struct stat st;

	load(p, c, &then);
	save(p, c, &then, &e, DAY);
	cache_close(c);
	assert_int_equal(stat(p->path, &st), 0);
	for (off_t at = 0; at < st.st_size; at += 37) {
		flip(p->path, at);
		buf_clear(&p->remark);
		c = cache_open(p->path, &p->remark);
		if (c && load(p, c, &found)) {
			for (size_t i = 0; i < found.records.n; i++)
				assert_true(str_starts(
					found.records.v[i].json, "{\"i"));
		} else {
			assert_true(p->remark.n > 0 || c);
		}
		cache_close(c);
		unlink(p->path);
		buf_clear(&p->remark);
		c = open_cache(p);
		load(p, c, &then);
		save(p, c, &then, &e, DAY);
		cache_close(c);
	}
}

static void a_foreign_file_is_refused(void **state)
{
	struct place *p = *state;
	int fd = open(p->path, O_WRONLY | O_CREAT, 0600);

	assert_int_equal(write(fd, "precious", 8), 8);
	close(fd);
	assert_null(cache_open(p->path, &p->remark));
	assert_non_null(strstr(p->remark.p, "another kind"));
	assert_null(cache_open(p->folder, &p->remark));
	cache_close(NULL);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
#define CASE(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
		CASE(what_is_saved_is_loaded),
		CASE(issues_need_not_be_in_memory),
		CASE(an_issue_that_cannot_be_read_saves_nothing),
		CASE(the_last_reader_is_guessed),
		CASE(what_is_gone_or_changed_is_so_in_the_file),
		CASE(one_place_is_found_without_the_rest),
		CASE(content_is_known_by_a_number_while_it_is_the_same),
		CASE(idle_runs_are_known_by_their_whole_key),
		CASE(somebody_elses_entry_is_not_overwritten),
		CASE(what_nobody_used_for_long_is_dropped),
		CASE(the_file_is_its_owners),
		CASE(no_damaged_byte_gets_through),
		CASE(a_foreign_file_is_refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
