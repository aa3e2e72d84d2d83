/*
 * Pages cut into rows, boards made into filters, addresses compared.
 */
#include "unit.h"

#include "gitlab/board_p.h"
#include "gitlab/gitlab_p.h"
#include "gitlab/url_p.h"
#include "gitlab/walk_p.h"

static struct arena arena;
static struct gitlab *gitlab;

/* An answer as if it had come, with that body. */
static struct http_request answer(const char *body)
{
	struct http_request r = {.arena = &arena, .what = "the issues"};

	r.answer.status = 200;
	r.answer.type = "application/json";
	buf_init(&r.answer.body, 100000);
	buf_adds(&r.answer.body, body);
	return r;
}

static int split(const char *body, struct rows *rows, struct err *err)
{
	struct http_request r = answer(body);
	int result;

	*rows = (struct rows){NULL, 0, 0};
	result = walk_cut(gitlab->http, &arena, &r, false, rows, err);
	http_release(&r);
	return result;
}

static void a_page_becomes_rows(void **state)
{
	struct err err = ERR_INIT;
	struct rows rows;

	(void)state;
	assert_int_equal(split("[ {\"id\":7,\"iid\":1,\"project_id\":3,"
			       "\"user_notes_count\":2,\"x\":{\"id\":9}},\n"
			       "{\"title\":\"\\u00e9\",\n\t\"id\":8,"
			       "\"user_notes_count\":0} ]\n",
				 &rows, &err),
		0);
	assert_int_equal(rows.n, 2);
	assert_int_equal(rows.v[0].id, 7);
	assert_int_equal(rows.v[0].iid, 1);
	assert_int_equal(rows.v[0].project, 3);
	assert_true(rows.v[0].commented);
	assert_int_equal(rows.v[1].id, 8);
	assert_int_equal(rows.v[1].iid, 0);
	assert_false(rows.v[1].commented);
	assert_true(str_is(rows.v[1].json,
		"{\"title\":\"\\u00e9\",\"id\":8,\"user_notes_count\":0}"));
	assert_int_equal(split("[]", &rows, &err), 0);
	assert_int_equal(rows.n, 0);
}

static void a_bad_row_does_not_cost_the_page(void **state)
{
	struct err err = ERR_INIT;
	struct rows rows;

	(void)state;
	assert_int_equal(split("[5,{\"id\":\"x\",\"iid\":1.5},null,"
			       "{\"id\":1,\"id\":2,\"t\":\"\xff\"},"
			       "{\"id\":4,\"iid\":2}]",
				 &rows, &err),
		0);
	assert_int_equal(rows.n, 5);
	assert_int_equal(rows.v[0].id, 0);
	assert_int_equal(rows.v[1].id, 0);
	assert_int_equal(rows.v[4].id, 4);
}

/* What is kept of one element. */
static const char *kept(const char *element)
{
	const char *body = arena_printf(&arena, "[%s]", element);
	struct err err = ERR_INIT;
	struct rows rows;

	assert_int_equal(split(body, &rows, &err), 0);
	assert_int_equal(rows.n, 1);
	return rows.v[0].json.p;
}

static void what_nobody_reads_is_not_kept(void **state)
{
	static const struct {
		const char *element, *kept;
	} CASES[] = {
		{"{}", "{}"},
		{"{\"upvotes\":1}", "{}"},
		{"{\"a\":1,\"upvotes\":1,\"b\":[2, 3]}",
			"{\"a\":1,\"b\":[2, 3]}"},
		{"{\"_links\":{\"x\":{}},\"a\":1 , \"b\" : 2 }",
			"{\"a\":1,\"b\" : 2}"},
		{"{\"\\u0061\":\"\\\"{\",\"subscribed\":null}",
			"{\"\\u0061\":\"\\\"{\"}"},
		{"{\"x\":1,\"author\":{\"id\":2,\"web_url\":\"u\","
		 "\"name\":\"n\"},\"y\":2}",
			"{\"x\":1,\"author\":{\"id\":2,\"name\":\"n\"},"
			"\"y\":2}"},
		{"{\"author\": null,\"assignees\":[]}",
			"{\"author\": null,\"assignees\":[]}"},
		{"{\"assignees\":[{\"id\":1,\"avatar_url\":null}, 5,"
		 "{\"locked\":true}, [], {\"id\":2}],\"assignee\":{}}",
			"{\"assignees\":[{\"id\":1},5,{},[],{\"id\":2}]}"},
		{"{\"author\":\"x\",\"upvotes\":[[1],{\"id\":3}]}",
			"{\"author\":\"x\"}"},
		{"{\"labels\":[\"a\",\n\t\"b\"]}",
			"{\"labels\":[\"a\",  \"b\"]}"},
		{"[1,\n2]", "[1, 2]"},
		{"\"author\"", "\"author\""},
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(CASES); i++)
		assert_string_equal(kept(CASES[i].element), CASES[i].kept);
}

static void what_hides_an_element_is_seen(void **state)
{
	static const struct {
		const char *element;
		bool open, hidden;
	} CASES[] = {
		{"{}", false, false},
		{"{\"confidential\":false}", true, false},
		{"{\"confidential\":true}", false, true},
		{"{\"confidential\":0}", false, true},
		{"{\"internal\":false}", false, false},
		{"{\"internal\":\"no\"}", false, true},
		{"{\"confidential\":false,\"internal\":true}", true, true},
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(CASES); i++) {
		const char *body =
			arena_printf(&arena, "[%s]", CASES[i].element);
		struct err err = ERR_INIT;
		struct rows rows;

		assert_int_equal(split(body, &rows, &err), 0);
		assert_int_equal(rows.v[0].open, CASES[i].open);
		assert_int_equal(rows.v[0].hidden, CASES[i].hidden);
	}
}

static void what_is_no_page_stops_the_run(void **state)
{
	static const struct {
		const char *body, *words;
	} CASES[] = {
		{"{\"id\":1}", "instead of a list"},
		{"null", "instead of a list"},
		{"[{\"id\":1},", "short"},
		{"[{\"id\":1}", "short"},
		{"[{\"id\":1,\"labels\":[]", "short"},
		{"[{\"id\":1},,]", "line 1, column 11"},
		{"[1][2]", "not what GitLab sends"},
		{"", "with nothing"},
		{"<html>", "web page"},
		{"Retry later", "not what GitLab sends"},
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(CASES); i++) {
		struct err err = ERR_INIT;
		struct rows rows;

		assert_int_equal(split(CASES[i].body, &rows, &err), -1);
		assert_int_equal(err.kind, ERR_GITLAB);
		assert_non_null(strstr(err.text, CASES[i].words));
	}
}

static void one_object_is_one_row(void **state)
{
	struct err err = ERR_INIT;
	struct http_request good = answer("{\"id\":3}\n");
	struct http_request bad = answer("[1]");
	struct rows rows = {NULL, 0, 0};

	(void)state;
	assert_int_equal(
		walk_cut(gitlab->http, &arena, &good, true, &rows, &err), 0);
	assert_int_equal(rows.n, 1);
	assert_int_equal(rows.v[0].id, 3);
	assert_int_equal(
		walk_cut(gitlab->http, &arena, &bad, true, &rows, &err), -1);
	assert_non_null(strstr(err.text, "not an object"));
	http_release(&good);
	http_release(&bad);
}

static void numbers_are_met_once(void **state)
{
	struct idset s = {NULL, 0, 0, false};

	(void)state;
	for (uint64_t i = 0; i < 1000; i++)
		assert_true(idset_add(&arena, &s, i * 4096));
	for (uint64_t i = 0; i < 1000; i++)
		assert_false(idset_add(&arena, &s, i * 4096));
	assert_true(idset_add(&arena, &s, UINT64_MAX));
	assert_false(idset_add(&arena, &s, UINT64_MAX));
}

static void other_pages_are_found_in_an_address(void **state)
{
	static const struct {
		const char *url, *fifth;
	} CASES[] = {
		{"https://a/x?page=2", "https://a/x?page=5"},
		{"https://a/x?per_page=100&page=2&sort=asc",
			"https://a/x?per_page=100&page=5&sort=asc"},
		{"https://a/x?per_page=100", NULL},
		{"https://a/x?page=abc", NULL},
		{"https://a/x?page=", NULL},
		{"https://a/page=2", NULL},
		{"https://a/x", NULL},
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(CASES); i++) {
		const char *url = walk_page_url(&arena, CASES[i].url, 5);

		assert_int_equal(url != NULL, CASES[i].fifth != NULL);
		if (url)
			assert_string_equal(url, CASES[i].fifth);
	}
}

static struct source_spec empty_source(void)
{
	return (struct source_spec){
		.path = "g/p", .milestone = "", .state = "", .filter = ""};
}

static void a_board_narrows_the_source(void **state)
{
	struct err err = ERR_INIT;
	struct source_spec s = empty_source();

	(void)state;
	*vec_add(&arena, &s.labels) = "a";
	assert_true(board_add_scope(&arena,
		STR("{\"id\":1,\"labels\":[{\"name\":\"a\"},{\"name\":\"b c\"},"
		    "{\"name\":5}],\"milestone\":{\"id\":12,\"title\":\"M\"},"
		    "\"assignee\":{\"id\":4,\"username\":\"jo\"},"
		    "\"weight\":3,\"lists\":[{\"id\":9}]}"),
		&s, &err));
	assert_int_equal(s.labels.n, 2);
	assert_string_equal(s.labels.v[1], "b c");
	assert_string_equal(s.milestone, "M");
	assert_string_equal(s.filter, "&assignee_username%5B%5D=jo&weight=3");
}

static void a_board_without_scope_changes_nothing(void **state)
{
	struct err err = ERR_INIT;
	struct source_spec s = empty_source();

	(void)state;
	assert_true(board_add_scope(&arena,
		STR("{\"milestone\":null,\"labels\":[],\"assignee\":null,"
		    "\"weight\":null}"),
		&s, &err));
	assert_true(board_add_scope(&arena,
		STR("{\"milestone\":{\"id\":-1,\"title\":\"Any\"}}"), &s,
		&err));
	assert_int_equal(s.labels.n, 0);
	assert_string_equal(s.milestone, "");
	assert_string_equal(s.filter, "");
}

static void a_boards_odd_milestones_have_names(void **state)
{
	static const struct {
		const char *json, *milestone;
	} CASES[] = {
		{"{\"milestone\":{\"id\":0,\"title\":\"No Milestone\"}}",
			"None"},
		{"{\"milestone\":{\"id\":-2}}", "Upcoming"},
		{"{\"milestone\":{\"id\":-3}}", "Started"},
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(CASES); i++) {
		struct err err = ERR_INIT;
		struct source_spec s = empty_source();

		assert_true(board_add_scope(
			&arena, str_of(CASES[i].json), &s, &err));
		assert_string_equal(s.milestone, CASES[i].milestone);
	}
}

static void a_board_may_not_contradict_the_address(void **state)
{
	struct err err = ERR_INIT;
	struct source_spec s = empty_source();

	(void)state;
	s.milestone = "other";
	assert_false(board_add_scope(&arena,
		STR("{\"milestone\":{\"id\":1,\"title\":\"M\"}}"), &s, &err));
	assert_int_equal(err.kind, ERR_CONFIG);
	assert_non_null(strstr(err.text, "'M'"));
	err_clear(&err);
	assert_false(board_add_scope(&arena, STR("[1]"), &s, &err));
	assert_int_equal(err.kind, ERR_NONE);
}

static void addresses_lead_where_they_say(void **state)
{
	struct err err = ERR_INIT;
	struct url a, b;

	(void)state;
	assert_string_equal(url_resolve(&arena, "https://a.example/x/y?z",
				    STR("/api/p?page=2")),
		"https://a.example/api/p?page=2");
	assert_string_equal(
		url_resolve(&arena, "https://a.example/x", STR("//b/c")),
		"https://b/c");
	assert_null(url_resolve(&arena, "https://a.example/x", STR("")));
	assert_int_equal(url_parse(&arena, STR("https://a.example:443/x"), "it",
				 &a, &err),
		0);
	assert_int_equal(
		url_parse(&arena, STR("https://A.example/y"), "it", &b, &err),
		0);
	assert_true(url_same_origin(&a, &b));
	assert_int_equal(url_parse(&arena, STR("https://a.example:8443/x"),
				 "it", &b, &err),
		0);
	assert_false(url_same_origin(&a, &b));
	assert_int_equal(url_parse(&arena, STR("https://a.example@b.example/"),
				 "it", &b, &err),
		-1);
	assert_false(url_is_loopback("127.0.0.1.example"));
	assert_false(url_is_loopback("127.0.0"));
	assert_false(url_is_loopback("128.0.0.1"));
	assert_true(url_is_loopback("127.0.0.1"));
}

static int set_up(void **state)
{
	struct err err = ERR_INIT;
	struct gitlab_options o;

	(void)state;
	gitlab_options_init(&o);
	o.api = "https://gitlab.example/api/v4";
	gitlab = gitlab_open(&o, &err);
	return gitlab ? 0 : -1;
}

static int release(void **state)
{
	(void)state;
	gitlab_close(gitlab);
	arena_release(&arena);
	return 0;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_page_becomes_rows),
		cmocka_unit_test(what_nobody_reads_is_not_kept),
		cmocka_unit_test(what_hides_an_element_is_seen),
		cmocka_unit_test(a_bad_row_does_not_cost_the_page),
		cmocka_unit_test(what_is_no_page_stops_the_run),
		cmocka_unit_test(one_object_is_one_row),
		cmocka_unit_test(numbers_are_met_once),
		cmocka_unit_test(other_pages_are_found_in_an_address),
		cmocka_unit_test(a_board_narrows_the_source),
		cmocka_unit_test(a_board_without_scope_changes_nothing),
		cmocka_unit_test(a_boards_odd_milestones_have_names),
		cmocka_unit_test(a_board_may_not_contradict_the_address),
		cmocka_unit_test(addresses_lead_where_they_say),
	};

	return cmocka_run_group_tests(tests, set_up, release);
}
