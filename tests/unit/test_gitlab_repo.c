/*
 * The repository over the API against canned answers: what is taken, what is
 * refused, and what a commit's answer tells.
 */
#include "unit.h"

#include "canned.h"
#include "gitlab_merge.h"
#include "gitlab_repo.h"

#define OK "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n"
#define MADE "HTTP/1.1 201 Created\r\nConnection: close\r\n\r\n"
#define STATUS(line) "HTTP/1.1 " line "\r\nConnection: close\r\n\r\n"
#define ID "0123456789abcdef0123456789abcdef01234567"
#define FILE_IS(members) OK "{\"encoding\":\"base64\"," members "}"

enum { ANSWERS_MAX = 8 };

static struct arena arena;
static const struct gitlab_project PROJECT = {
	.id = 12, .path = "g/p", .issues = true, .branch = "main"};

/* A server and a handle for it. */
struct stage {
	struct canned server;
	struct gitlab *g;
	struct err err;
};

static struct stage open_stage(const char *const *answers)
{
	struct stage s = {.err = ERR_INIT};
	struct gitlab_options o;
	size_t n = 0;

	while (n < ANSWERS_MAX && answers[n])
		n++;
	s.server = canned_serve(answers, n);
	gitlab_options_init(&o);
	o.api = arena_printf(
		&arena, "http://127.0.0.1:%d/api/v4", s.server.port);
	o.token = "geheim";
	o.backoff_ms = 2;
	o.deadline_ms = 5000;
	s.g = gitlab_open(&o, &s.err);
	assert_non_null(s.g);
	return s;
}

static const char *close_stage(struct stage *s)
{
	gitlab_close(s->g);
	return canned_stop(&arena, &s->server);
}

#define STAGE(...) \
	open_stage((const char *const[ANSWERS_MAX + 1]){__VA_ARGS__, NULL})

static void a_file_comes_with_its_last_commit(void **state)
{
	struct stage s = STAGE(
		FILE_IS("\"last_commit_id\":\"" ID "\",\"content\":\"YQD/\""));
	struct str text;
	const char *last, *asked;

	(void)state;
	assert_int_equal(gitlab_file(s.g, &arena, &PROJECT, ID, "a b/ä.md", 100,
				 &text, &last, &s.err),
		0);
	assert_true(str_eq(text, (struct str){"a\0\xff", 3}));
	assert_string_equal(last, ID);
	asked = close_stage(&s);
	assert_non_null(
		strstr(asked, "GET /api/v4/projects/12/repository/files/"
			      "a%20b%2F%C3%A4.md?ref=" ID " "));
}

static void a_file_that_makes_no_sense_is_refused(void **state)
{
	static const char *const WRONG[] = {OK "{}", OK "[]", OK "null",
		FILE_IS("\"last_commit_id\":\"" ID "\",\"content\":\"?\""),
		FILE_IS("\"last_commit_id\":\"" ID "\",\"content\":7"),
		FILE_IS("\"last_commit_id\":\"x\",\"content\":\"\""),
		FILE_IS("\"content\":\"\""),
		OK "{\"encoding\":\"text\",\"last_commit_id\":\"" ID
		   "\",\"content\":\"\"}",
		STATUS("404 Not Found") "{}"};

	(void)state;
	for (size_t i = 0; i < sizeof WRONG / sizeof *WRONG; i++) {
		struct stage s = STAGE(WRONG[i]);
		struct str text;
		const char *last;

		assert_int_equal(gitlab_file(s.g, &arena, &PROJECT, ID, "a",
					 100, &text, &last, &s.err),
			-1);
		assert_int_equal(s.err.kind, ERR_GITLAB);
		close_stage(&s);
	}
}

static void a_branch_is_there_or_not_and_403_is_neither(void **state)
{
	struct stage s =
		STAGE(OK "{\"name\":\"x\",\"commit\":{\"id\":\"" ID "\"}}",
			STATUS("404 Not Found") "{\"message\":\"404 Branch\"}",
			STATUS("403 Forbidden") "{}",
			OK "{\"commit\":{\"id\":\"../../../user\"}}");
	const char *tip;
	bool there;

	(void)state;
	assert_int_equal(gitlab_branch_tip(s.g, &arena, &PROJECT, "a/b", &tip,
				 &there, &s.err),
		0);
	assert_true(there);
	assert_string_equal(tip, ID);
	assert_int_equal(gitlab_branch_tip(s.g, &arena, &PROJECT, "a/b", &tip,
				 &there, &s.err),
		0);
	assert_false(there);
	for (int i = 0; i < 2; i++) {
		assert_int_equal(gitlab_branch_tip(s.g, &arena, &PROJECT, "a",
					 &tip, &there, &s.err),
			-1);
		err_clear(&s.err);
	}
	close_stage(&s);
}

static int commit(struct stage *s, enum gitlab_sent *sent, long *status)
{
	struct gitlab_new_commit c = {.branch = "b",
		.start = "main",
		.message = "m \"1\"",
		.author_name = "n",
		.author_email = "n@x"};
	const char *id;

	*vec_add(&arena, &c.actions) =
		(struct gitlab_action){.kind = GITLAB_UPDATE,
			.path = "a.md",
			.text = STR("foo"),
			.last = ID};
	*vec_add(&arena, &c.actions) = (struct gitlab_action){
		.kind = GITLAB_DELETE, .path = "b.md", .last = ""};
	return gitlab_commit(
		s->g, &arena, &PROJECT, &c, &id, sent, status, &s->err);
}

static void a_commit_is_one_request_with_all_files(void **state)
{
	struct stage s = STAGE(MADE "{\"id\":\"" ID "\"}");
	enum gitlab_sent sent;
	const char *asked;
	long status;

	(void)state;
	assert_int_equal(commit(&s, &sent, &status), 0);
	assert_int_equal(sent, GITLAB_DONE);
	asked = close_stage(&s);
	assert_non_null(strstr(asked, "POST /api/v4/projects/12/repository/"
				      "commits "));
	assert_non_null(strstr(asked,
		"{\"branch\":\"b\",\"start_branch\":\"main\","
		"\"commit_message\":\"m \\\"1\\\"\",\"author_name\":\"n\","
		"\"author_email\":\"n@x\",\"actions\":[{\"action\":\"update\","
		"\"file_path\":\"a.md\",\"encoding\":\"base64\",\"content\":"
		"\"Zm9v\",\"last_commit_id\":\"" ID "\"},"
		"{\"action\":\"delete\",\"file_path\":\"b.md\"}]}"));
}

static void what_a_commits_answer_tells(void **state)
{
	static const struct {
		const char *answer;
		enum gitlab_sent sent;
		long status;
	} CASES[] = {
		{STATUS("400 Bad Request") "{\"message\":\"hook\"}",
			GITLAB_REFUSED, 400},
		{STATUS("403 Forbidden") "{}", GITLAB_REFUSED, 403},
		{STATUS("409 Conflict") "{}", GITLAB_REFUSED, 409},
		{STATUS("502 Bad Gateway") "<html>", GITLAB_UNSURE, 502},
		{"HTTP/1.1 201 Created\r\nContent-Length: 99\r\n\r\n{",
			GITLAB_UNSURE, 0},
		{"", GITLAB_UNSURE, 0},
		{MADE "{}", GITLAB_UNSURE, 201},
		{MADE "{\"id\":\"no id\"}", GITLAB_UNSURE, 201},
	};

	(void)state;
	for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
		struct stage s = STAGE(CASES[i].answer);
		enum gitlab_sent sent;
		long status;

		assert_int_equal(commit(&s, &sent, &status), -1);
		assert_int_equal(sent, CASES[i].sent);
		assert_int_equal(status, CASES[i].status);
		assert_int_equal(s.err.kind, ERR_GITLAB);
		close_stage(&s);
	}
}

static void a_limit_on_commits_is_waited_for(void **state)
{
	struct stage s = STAGE(STATUS("429 Too Many Requests") "Retry later",
		MADE "{\"id\":\"" ID "\"}");
	enum gitlab_sent sent;
	long status;

	(void)state;
	assert_int_equal(commit(&s, &sent, &status), 0);
	close_stage(&s);
}

static void a_tree_is_sorted_and_whole(void **state)
{
	struct stage s = STAGE(OK "[]",
		OK "[{\"path\":\"o/z\",\"id\":\"" ID
		   "\",\"mode\":\"100644\"},{\"path\":\"o/a\",\"id\":\"" ID
		   "\",\"mode\":\"120000\"}]",
		STATUS("404 Not Found") "{}", OK "[]",
		OK "[{\"path\":\"o/z\"}]");
	struct gitlab_entries e;

	(void)state;
	assert_int_equal(
		gitlab_tree(s.g, &arena, &PROJECT, ID, "o", &e, &s.err), 0);
	assert_int_equal(e.n, 2);
	assert_string_equal(e.v[0].path, "o/a");
	assert_int_equal(
		gitlab_tree(s.g, &arena, &PROJECT, ID, "o", &e, &s.err), 0);
	assert_int_equal(e.n, 0);
	assert_int_equal(
		gitlab_tree(s.g, &arena, &PROJECT, ID, "o", &e, &s.err), -1);
	close_stage(&s);
}

static void a_comment_without_an_answer_is_looked_for(void **state)
{
	struct stage s = STAGE("",
		OK "[{\"id\":1,\"author\":{\"id\":4},\"body\":"
		   "\"<!-- okrsync:key=k -->\"}]",
		STATUS("502 Bad Gateway") "",
		OK "[{\"id\":2,\"author\":{\"id\":3},\"body\":"
		   "\"<!-- okrsync:key=k -->\"}]");
	const char *asked;

	(void)state;
	assert_int_equal(
		gitlab_merge_note(s.g, &arena, &PROJECT, 5, 3, "k",
			"hi " GITLAB_KEY_BEGIN "k" GITLAB_KEY_END, &s.err),
		0);
	asked = close_stage(&s);
	assert_non_null(strstr(
		asked, "POST /api/v4/projects/12/merge_requests/5/notes "));
}

static void a_change_is_sent_until_it_is_answered(void **state)
{
	struct stage s = STAGE(STATUS("500 Oops") "", OK "{}");
	const struct gitlab_change change = {.title = "T"};
	const char *asked;

	(void)state;
	assert_int_equal(
		gitlab_merge_change(s.g, &arena, &PROJECT, 5, &change, &s.err),
		0);
	asked = close_stage(&s);
	assert_non_null(strstr(asked, "{\"title\":\"T\"}"));
}

#define MERGE(author, text) \
	"{\"iid\":5,\"source_project_id\":12,\"author\":{\"id\":" author \
	"},\"web_url\":\"http://x/5\",\"description\":\"" text "\"}"
#define MERGE_KEY "<!-- okrsync:key=pages/o -->"

/* What the opening of a merge request comes to, answer by answer. */
static void a_merge_request_is_opened_once(void **state)
{
	static const struct {
		const char *answers[ANSWERS_MAX + 1];
		bool clash;
		int64_t iid;       /* 0: an error */
		const char *words; /* of that */
	} CASES[] = {
		{{MADE MERGE("3", MERGE_KEY)}, false, 5, ""},
		{{STATUS("409 Conflict") "{}",
			 OK "[" MERGE("3", MERGE_KEY) "]"},
			false, 5, ""},
		{{STATUS("409 Conflict") "{}",
			 OK "[" MERGE("4", MERGE_KEY) "]"},
			true, 5, ""},
		{{STATUS("500 Oops") "", OK "[" MERGE("3", "mine") "]"}, true,
			5, ""},
		{{MADE "[]", OK "[]", MADE MERGE("3", MERGE_KEY)}, false, 5,
			""},
		{{STATUS("500 Oops") "", OK "[{\"iid\":0}]"}, false, 0,
			"not what it should be"},
		{{STATUS("500 Oops") "", STATUS("403 Forbidden") "{}"}, false,
			0, "the merge request of branch"},
		{{STATUS("422 No") "{\"message\":\"no commits\"}"}, false, 0,
			"no commits"},
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(CASES); i++) {
		struct stage s = open_stage(CASES[i].answers);
		const struct gitlab_new_merge merge = {.source = "okr",
			.target = "main",
			.title = "T",
			.description = MERGE_KEY,
			.key = "pages/o"};
		struct gitlab_merge out = {.iid = 0};
		bool clash = false;
		int rc = gitlab_merge_open(
			s.g, &arena, &PROJECT, 3, &merge, &out, &clash, &s.err);

		close_stage(&s);
		if (rc != (CASES[i].iid ? 0 : -1))
			fail_msg("case %zu: %s", i, s.err.text);
		assert_int_equal(clash, CASES[i].clash);
		if (CASES[i].iid)
			assert_int_equal(out.iid, CASES[i].iid);
		else
			assert_non_null(strstr(s.err.text, CASES[i].words));
	}
}

static void a_comment_that_never_comes_is_an_error(void **state)
{
	struct stage s = STAGE(STATUS("500 Oops") "", OK "[]",
		STATUS("500 Oops") "", STATUS("403 Forbidden") "{}");

	(void)state;
	assert_int_equal(gitlab_merge_note(s.g, &arena, &PROJECT, 5, 3, "k",
				 GITLAB_KEY_BEGIN "k" GITLAB_KEY_END, &s.err),
		-1);
	assert_non_null(strstr(s.err.text, "the comments of merge request !5"));
	close_stage(&s);
}

/* How GitLab takes the wish to merge. */
static void a_merge_is_accepted_now_later_or_not(void **state)
{
	static const struct {
		const char *answer;
		int rc;
		enum gitlab_accepted how;
	} CASES[] = {
		{OK "{\"iid\":5,\"state\":\"merged\"}", 0, ACCEPTED_NOW},
		{OK "{\"iid\":5,\"merge_when_pipeline_succeeds\":true}", 0,
			ACCEPTED_LATER},
		{OK "{\"iid\":5}", 0, ACCEPTED_NOT},
		{OK "[]", 0, ACCEPTED_NOT},
		{STATUS("406 Conflicts") "{}", 0, ACCEPTED_NOT},
		{STATUS("403 Forbidden") "{}", -1, ACCEPTED_NOT},
		{STATUS("404 Not Found") "{}", -1, ACCEPTED_NOT},
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(CASES); i++) {
		struct stage s = STAGE(CASES[i].answer);
		enum gitlab_accepted how = ACCEPTED_NOW;

		assert_int_equal(gitlab_merge_accept(s.g, &arena, &PROJECT, 5,
					 ID, &how, &s.err),
			CASES[i].rc);
		assert_int_equal(how, CASES[i].how);
		close_stage(&s);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_file_comes_with_its_last_commit),
		cmocka_unit_test(a_file_that_makes_no_sense_is_refused),
		cmocka_unit_test(a_branch_is_there_or_not_and_403_is_neither),
		cmocka_unit_test(a_commit_is_one_request_with_all_files),
		cmocka_unit_test(what_a_commits_answer_tells),
		cmocka_unit_test(a_limit_on_commits_is_waited_for),
		cmocka_unit_test(a_tree_is_sorted_and_whole),
		cmocka_unit_test(a_comment_without_an_answer_is_looked_for),
		cmocka_unit_test(a_change_is_sent_until_it_is_answered),
		cmocka_unit_test(a_merge_request_is_opened_once),
		cmocka_unit_test(a_comment_that_never_comes_is_an_error),
		cmocka_unit_test(a_merge_is_accepted_now_later_or_not),
	};
	int failed = cmocka_run_group_tests(tests, NULL, NULL);

	arena_release(&arena);
	return failed;
}
