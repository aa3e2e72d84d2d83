/*
 * Our comments against canned answers: what is ours, what is sent, and what is
 * looked for before anything is sent again.
 */
#include "unit.h"

#include "canned.h"
#include "gitlab_notes.h"
#include "gitlab_setup.h"

#define OK "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n"
#define MADE "HTTP/1.1 201 Created\r\nConnection: close\r\n\r\n"
#define TAKEN "HTTP/1.1 202 Accepted\r\nConnection: close\r\n\r\n"
#define STATUS(line) "HTTP/1.1 " line "\r\nConnection: close\r\n\r\n"
#define NOTE(id, author, system, body) \
	"{\"id\":" id ",\"body\":\"" body "\",\"system\":" system \
	",\"author\":{\"id\":" author "}}"
#define KEY "<!-- okrsync:key=k-1 -->"

enum { SELF = 3, ANSWERS_MAX = 8 };

static struct arena arena;
static const struct gitlab_project PROJECT = {
	.id = 12, .path = "g/p", .issues = true};

static struct gitlab *open_at(const struct canned *s)
{
	struct err err = ERR_INIT;
	struct gitlab_options o;
	struct gitlab *g;

	gitlab_options_init(&o);
	o.api = arena_printf(&arena, "http://127.0.0.1:%d/api/v4", s->port);
	o.token = "geheim";
	o.backoff_ms = 2;
	o.deadline_ms = 5000;
	g = gitlab_open(&o, &err);
	assert_non_null(g);
	return g;
}

struct outcome {
	int result;
	int64_t id;
	const char *methods; /* "POST GET " */
	struct err err;
};

static const char *methods_of(const char *asked)
{
	struct str rest = str_of(asked), line;
	const char *all = "";

	while (str_take_line(&rest, &line))
		if (str_ends(line, " HTTP/1.1"))
			all = arena_printf(&arena, "%s%.*s ", all,
				(int)str_find_char(line, ' '), line.p);
	return all;
}

typedef int asking(struct gitlab *g, int64_t *id, struct err *err);

static struct outcome try(asking *ask, const char *const *answers)
{
	struct outcome o = {.err = ERR_INIT};
	struct canned s;
	struct gitlab *g;
	size_t n = 0;

	while (n < ANSWERS_MAX && answers[n])
		n++;
	s = canned_serve(answers, n);
	g = open_at(&s);
	o.result = ask(g, &o.id, &o.err);
	gitlab_close(g);
	o.methods = methods_of(canned_stop(&arena, &s));
	return o;
}

static int post(struct gitlab *g, int64_t *id, struct err *err)
{
	return gitlab_note_post(
		g, &arena, &PROJECT, 4, SELF, "k-1", "hi\n\n" KEY, id, err);
}

static int edit(struct gitlab *g, int64_t *id, struct err *err)
{
	*id = 7;
	return gitlab_note_edit(g, &arena, &PROJECT, 4, 7, "hi", err);
}

/* The number of own notes, in place of an id. */
static int list(struct gitlab *g, int64_t *id, struct err *err)
{
	struct gitlab_notes notes = {NULL, 0, 0};
	int rc = gitlab_own_notes(g, &arena, &PROJECT, 4, SELF, &notes, err);
	const struct gitlab_note *found = gitlab_note_find(&notes, "k-1");

	*id = found ? found->id : 0;
	return rc;
}

static void an_answer_with_a_note_is_done(void **state)
{
	const char *const answers[ANSWERS_MAX] = {
		MADE NOTE("21", "3", "false", "hi")};
	struct outcome o = try(post, answers);

	(void)state;
	assert_int_equal(o.result, 0);
	assert_int_equal(o.id, 21);
	assert_string_equal(o.methods, "POST ");
}

static void a_lost_answer_is_looked_for(void **state)
{
	const char *const answers[ANSWERS_MAX] = {STATUS("502 Bad Gateway"),
		OK "[" NOTE("22", "3", "false", KEY) "]"};
	struct outcome o = try(post, answers);

	(void)state;
	assert_int_equal(o.result, 0);
	assert_int_equal(o.id, 22);
	assert_string_equal(o.methods, "POST GET ");
}

static void what_is_not_there_is_sent_again(void **state)
{
	const char *const answers[ANSWERS_MAX] = {TAKEN
		"{\"commands_changes\":{}}",
		OK "[]", MADE NOTE("23", "3", "false", "hi")};
	struct outcome o = try(post, answers);

	(void)state;
	assert_int_equal(o.result, 0);
	assert_int_equal(o.id, 23);
	assert_string_equal(o.methods, "POST GET POST ");
}

static void a_limit_is_waited_for_without_looking(void **state)
{
	const char *const answers[ANSWERS_MAX] = {
		STATUS("429 Too Many Requests"),
		MADE NOTE("24", "3", "false", "hi")};
	struct outcome o = try(post, answers);

	(void)state;
	assert_int_equal(o.result, 0);
	assert_string_equal(o.methods, "POST POST ");
}

static void a_refusal_is_final(void **state)
{
	const char *const answers[ANSWERS_MAX] = {
		STATUS("403 Forbidden") "{\"message\":\"403 Forbidden\"}"};
	struct outcome o = try(post, answers);

	(void)state;
	assert_int_equal(o.result, -1);
	assert_int_equal(o.err.kind, ERR_GITLAB);
	assert_string_equal(o.methods, "POST ");
}

static void an_edit_is_sent_again_without_looking(void **state)
{
	const char *const answers[ANSWERS_MAX] = {
		STATUS("502 Bad Gateway"), OK NOTE("7", "3", "false", "hi")};
	struct outcome o = try(edit, answers);

	(void)state;
	assert_int_equal(o.result, 0);
	assert_string_equal(o.methods, "PUT PUT ");
}

static void ours_is_what_we_wrote_and_has_a_key(void **state)
{
	const char *const answers[ANSWERS_MAX] = {OK "[" NOTE("31", "4",
		"false", KEY) "," NOTE("32", "3", "true", KEY) "," NOTE("33",
		"3", "false", "<!-- okrsync:key=k-2 -->") ",7," NOTE("34", "3",
		"false", "a " KEY) "]"};
	struct outcome o = try(list, answers);

	(void)state;
	assert_int_equal(o.result, 0);
	assert_int_equal(o.id, 34);
}

static void keys_are_read_to_a_bound(void **state)
{
	struct texts keys = {NULL, 0, 0};
	const char *text = "";

	(void)state;
	for (int i = 0; i < 100; i++)
		text = arena_printf(&arena, "%s" KEY, text);
	gitlab_keys_of(&arena, str_of(text), &keys);
	assert_int_equal(keys.n, 64);
	keys.n = 0;
	gitlab_keys_of(&arena, STR("<!-- okrsync:key=open"), &keys);
	assert_int_equal(keys.n, 0);
}

static int token(struct gitlab *g, int64_t *id, struct err *err)
{
	struct gitlab_token t;
	int rc = gitlab_token_get(g, &arena, &t, err);

	*id = rc        ? 0
	      : t.known ? (int64_t)t.scopes.n * 10000 + t.expires.year
			: -1;
	return rc;
}

static int access_level(struct gitlab *g, int64_t *id, struct err *err)
{
	int level, rc = gitlab_access(g, &arena, &PROJECT, &level, err);

	*id = level;
	return rc;
}

static void a_token_tells_its_scopes_and_last_day(void **state)
{
	const char *const told[ANSWERS_MAX] = {
		OK "{\"scopes\":[\"api\",7,\"read_api\"],\"name\":null,"
		   "\"expires_at\":\"2026-03-04\"}"};
	const char *const old[ANSWERS_MAX] = {STATUS("404 Not Found")};
	const char *const wrong[ANSWERS_MAX] = {OK "[]"};
	struct outcome o = try(token, told);

	(void)state;
	assert_int_equal(o.id, 22026);
	o = try(token, old);
	assert_int_equal(o.result, 0);
	assert_int_equal(o.id, -1);
	o = try(token, wrong);
	assert_int_equal(o.result, -1);
	assert_int_equal(o.err.kind, ERR_GITLAB);
}

static void the_higher_role_counts(void **state)
{
	const char *const answers[ANSWERS_MAX] = {
		OK "{\"id\":12,\"permissions\":{\"project_access\":null,"
		   "\"group_access\":{\"access_level\":40},"
		   "\"other\":{\"access_level\":20}}}"};
	const char *const none[ANSWERS_MAX] = {
		OK "{\"id\":12,\"permissions\":7}"};
	struct outcome o = try(access_level, answers);

	(void)state;
	assert_int_equal(o.id, 40);
	assert_int_equal(try(access_level, none).id, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_answer_with_a_note_is_done),
		cmocka_unit_test(a_lost_answer_is_looked_for),
		cmocka_unit_test(what_is_not_there_is_sent_again),
		cmocka_unit_test(a_limit_is_waited_for_without_looking),
		cmocka_unit_test(a_refusal_is_final),
		cmocka_unit_test(an_edit_is_sent_again_without_looking),
		cmocka_unit_test(ours_is_what_we_wrote_and_has_a_key),
		cmocka_unit_test(keys_are_read_to_a_bound),
		cmocka_unit_test(a_token_tells_its_scopes_and_last_day),
		cmocka_unit_test(the_higher_role_counts),
	};
	int failed = cmocka_run_group_tests(tests, NULL, NULL);

	arena_release(&arena);
	return failed;
}
