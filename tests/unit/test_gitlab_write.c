/*
 * Writes against canned answers: what is sent, what is looked for, and what
 * is sent again.
 */
#include "unit.h"

#include "canned.h"
#include "gitlab_write.h"

#define OK "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n"
#define MADE "HTTP/1.1 201 Created\r\nConnection: close\r\n\r\n"
#define STATUS(line) "HTTP/1.1 " line "\r\nConnection: close\r\n\r\n"
#define ISSUE \
	"{\"iid\":7,\"title\":\"T\",\"web_url\":\"http://x/7\"," \
	"\"labels\":[\"a\",\"b\"],\"author\":{\"id\":3}}"
#define KEYED(author, text) \
	"[{\"id\":1,\"iid\":9,\"title\":\"T\",\"web_url\":\"http://x/9\"," \
	"\"labels\":[],\"author\":{\"id\":" author "},\"description\":\"" text \
	"\"}]"
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

/* What a write came to. */
struct outcome {
	int result;
	struct gitlab_issue issue;
	const char *asked, *methods; /* "POST GET " */
	struct err err;
};

typedef int writing(
	struct gitlab *g, struct gitlab_issue *out, struct err *err);

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

static struct outcome try(writing *write_it, const char *const *answers)
{
	struct outcome o = {.err = ERR_INIT};
	struct canned s;
	struct gitlab *g;
	size_t n = 0;

	while (n < ANSWERS_MAX && answers[n])
		n++;
	s = canned_serve(answers, n);
	g = open_at(&s);
	o.result = write_it(g, &o.issue, &o.err);
	gitlab_close(g);
	o.asked = canned_stop(&arena, &s);
	o.methods = methods_of(o.asked);
	return o;
}

static int open_issue(
	struct gitlab *g, struct gitlab_issue *out, struct err *err)
{
	struct gitlab_new_issue issue = {.title = "T \"1\"",
		.description = "a\n" KEY,
		.key = "k-1",
		.milestone = 5,
		.due = "2025-03-31"};

	*vec_add(&arena, &issue.labels) = "a";
	*vec_add(&arena, &issue.labels) = "b c";
	*vec_add(&arena, &issue.assignees) = 4;
	return gitlab_issue_open(g, &arena, &PROJECT, SELF, &issue, out, err);
}

static int change_issue(
	struct gitlab *g, struct gitlab_issue *out, struct err *err)
{
	struct gitlab_change change = {.title = "N",
		.description = "text",
		.state_event = "close",
		.due = ""};

	*vec_add(&arena, &change.add_labels) = "x";
	*vec_add(&arena, &change.remove_labels) = "y";
	return gitlab_issue_change(g, &arena, &PROJECT, 7, &change, out, err);
}

static int make_label(
	struct gitlab *g, struct gitlab_issue *out, struct err *err)
{
	(void)out;
	return gitlab_label_create(
		g, &arena, &PROJECT, "okr::draft", "#868686", err);
}

static void an_issue_is_sent_whole(void **state)
{
	static const char *const answers[] = {MADE ISSUE, NULL};
	struct outcome o = try(open_issue, answers);

	(void)state;
	assert_int_equal(o.result, 0);
	assert_int_equal(o.issue.iid, 7);
	assert_string_equal(o.issue.url, "http://x/7");
	assert_int_equal(o.issue.labels.n, 2);
	assert_non_null(strstr(o.asked, "POST /api/v4/projects/12/issues "));
	assert_non_null(strstr(o.asked, "Content-Type: application/json"));
	assert_non_null(strstr(o.asked,
		"{\"title\":\"T \\\"1\\\"\",\"description\":\"a\\n" KEY
		"\",\"labels\":\"a,b c\",\"assignee_ids\":[4],"
		"\"milestone_id\":5,\"due_date\":\"2025-03-31\"}"));
}

static void only_what_may_be_missing_is_sent_again(void **state)
{
	static const struct {
		const char *answers[ANSWERS_MAX];
		const char *methods;
		int iid; /* 0: an error */
	} table[] = {
		{{MADE ISSUE}, "POST ", 7},
		/* done, but the answer was lost */
		{{STATUS("500 Oops"), OK KEYED("3", KEY)}, "POST GET ", 9},
		{{STATUS("502 Bad"), OK KEYED("3", "x " KEY " y")}, "POST GET ",
			9},
		{{"", OK KEYED("3", KEY)}, "POST GET ", 9},
		{{MADE "{\"iid\":", OK KEYED("3", KEY)}, "POST GET ", 9},
		{{MADE "[]", OK KEYED("3", KEY)}, "POST GET ", 9},
		{{STATUS("202 Accepted") "{}", OK KEYED("3", KEY)}, "POST GET ",
			9},
		{{STATUS("409 Conflict") "{}", OK KEYED("3", KEY)}, "POST GET ",
			9},
		/* not done: it is sent again */
		{{STATUS("503 Busy"), OK "[]", MADE ISSUE}, "POST GET POST ",
			7},
		{{STATUS("503 Busy"), OK KEYED("4", KEY), MADE ISSUE},
			"POST GET POST ", 7},
		{{STATUS("503 Busy"), OK KEYED("3", "k-1"), MADE ISSUE},
			"POST GET POST ", 7},
		{{STATUS("429 Wait"), STATUS("429 Wait"), MADE ISSUE},
			"POST POST POST ", 7},
		/* nobody knows, and nobody can look */
		{{STATUS("503 Busy"), STATUS("403 Forbidden")}, "POST GET ", 0},
		/* never done */
		{{STATUS("202 Accepted") "{}", OK "[]",
			 STATUS("202 Accepted") "{}", OK "[]",
			 STATUS("202 Accepted") "{}", OK "[]",
			 STATUS("202 Accepted") "{}", OK "[]"},
			"POST GET POST GET POST GET POST GET ", 0},
		/* refused */
		{{STATUS("400 Bad") "{\"error\":\"title is missing\"}"},
			"POST ", 0},
		{{STATUS("403 No") "{\"error\":\"insufficient_scope\"}"},
			"POST ", 0},
		{{STATUS("404 No")}, "POST ", 0},
		{{STATUS("301 Moved")}, "POST ", 0},
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(table); i++) {
		struct outcome o = try(open_issue, table[i].answers);

		if (strcmp(o.methods, table[i].methods) != 0)
			fail_msg("case %zu: %s", i, o.methods);
		assert_int_equal(o.result, table[i].iid ? 0 : -1);
		if (table[i].iid)
			assert_int_equal(o.issue.iid, table[i].iid);
		else
			assert_int_equal(o.err.kind, ERR_GITLAB);
	}
}

static void refusals_say_what_to_do(void **state)
{
	static const struct {
		const char *answers[2];
		const char *error;
	} table[] = {
		{{STATUS("403 No") "{\"error\":\"insufficient_scope\"}"},
			"cannot write the new issue 'T \"1\"' in 'g/p' (it "
			"says: insufficient_scope): the token lacks scope "
			"api; make one that has it"},
		{{STATUS("403 No") "{\"message\":\"403 Forbidden\"}"},
			"may not write the new issue 'T \"1\"' in 'g/p' (it "
			"says: 403 Forbidden): the token's user has no "
			"permission there"},
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(table); i++) {
		struct outcome o = try(open_issue, table[i].answers);

		assert_int_equal(o.result, -1);
		if (!str_starts(str_of(o.err.text), table[i].error))
			fail_msg("%s", o.err.text);
	}
}

static void a_change_is_sent_until_it_is_answered(void **state)
{
	static const char *const lost[] = {
		STATUS("502 Bad"), "", OK ISSUE, NULL};
	static const char *const missing[] = {STATUS("404 No"), NULL};
	struct outcome o = try(change_issue, lost);

	(void)state;
	assert_int_equal(o.result, 0);
	assert_string_equal(o.methods, "PUT PUT PUT ");
	assert_non_null(strstr(o.asked, "PUT /api/v4/projects/12/issues/7 "));
	assert_non_null(strstr(o.asked,
		"{\"title\":\"N\",\"description\":\"text\","
		"\"add_labels\":\"x\",\"remove_labels\":\"y\","
		"\"state_event\":\"close\",\"due_date\":\"\"}"));
	o = try(change_issue, missing);
	assert_int_equal(o.result, -1);
	assert_non_null(strstr(o.err.text, "the issue #7 of 'g/p'"));
}

static void a_label_that_is_there_is_as_good_as_made(void **state)
{
	static const struct {
		const char *answers[ANSWERS_MAX];
		const char *methods;
		int result;
	} table[] = {
		{{MADE "{}"}, "POST ", 0},
		{{STATUS("409 Exists")}, "POST ", 0},
		{{STATUS("502 Bad"), STATUS("409 Exists")}, "POST POST ", 0},
		{{"", MADE "{}"}, "POST POST ", 0},
		{{STATUS("400 Bad")}, "POST ", -1},
		{{STATUS("500 Oops"), STATUS("500 Oops"), STATUS("500 Oops"),
			 STATUS("500 Oops")},
			"POST POST POST POST ", -1},
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(table); i++) {
		struct outcome o = try(make_label, table[i].answers);

		assert_int_equal(o.result, table[i].result);
		assert_string_equal(o.methods, table[i].methods);
		assert_non_null(strstr(o.asked,
			"{\"name\":\"okr::draft\",\"color\":\"#868686\"}"));
	}
}

static void keys_are_found_in_our_own_issues_only(void **state)
{
	static const char *const answers[] = {
		OK "[{\"id\":1,\"iid\":1,\"author\":{\"id\":3},"
		   "\"description\":\"<!-- okrsync:key=a --><!-- "
		   "okrsync:key=b -->\"},"
		   "{\"id\":2,\"iid\":2,\"author\":{\"id\":4},"
		   "\"description\":\"<!-- okrsync:key=c -->\"},"
		   "{\"id\":3,\"iid\":3,\"author\":null,"
		   "\"description\":\"<!-- okrsync:key=d -->\"},"
		   "{\"id\":4,\"iid\":4,\"author\":{\"id\":3},"
		   "\"description\":\"<!-- okrsync:key=e\"},"
		   "{\"id\":5,\"iid\":5,\"author\":{\"id\":3},"
		   "\"description\":null}]"};
	struct canned s = canned_serve(answers, 1);
	struct gitlab *g = open_at(&s);
	struct gitlab_keyeds found = {NULL, 0, 0};
	struct err err = ERR_INIT;

	(void)state;
	assert_int_equal(
		gitlab_keyed_issues(g, &arena, &PROJECT, SELF, &found, &err),
		0);
	gitlab_close(g);
	assert_non_null(strstr(canned_stop(&arena, &s), "author_id=3"));
	assert_int_equal(found.n, 2);
	assert_int_equal(gitlab_keyed_find(&found, "b")->iid, 1);
	assert_null(gitlab_keyed_find(&found, "c"));
}

static int empty_arena(void **state)
{
	(void)state;
	arena_release(&arena);
	return 0;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_issue_is_sent_whole),
		cmocka_unit_test(only_what_may_be_missing_is_sent_again),
		cmocka_unit_test(refusals_say_what_to_do),
		cmocka_unit_test(a_change_is_sent_until_it_is_answered),
		cmocka_unit_test(a_label_that_is_there_is_as_good_as_made),
		cmocka_unit_test(keys_are_found_in_our_own_issues_only),
	};

	return cmocka_run_group_tests(tests, NULL, empty_arena);
}
