/*
 * Addresses as people copy them from the browser.
 */
#include "unit.h"

#include <stdio.h>

#include "buf.h"
#include "source.h"
#include "vec.h"

static struct arena arena;
static const char HOME[] = "https://gitlab.example";

static struct source_spec parse(const char *address, const char *web)
{
	struct err err = ERR_INIT;
	struct source_spec s;

	if (source_parse(&arena, str_of(address), web, &s, &err))
		fail_msg("%s: %s", address, err.text);
	assert_int_equal(err.kind, ERR_NONE);
	return s;
}

static const char *join(const struct texts *t)
{
	const char *all = "";

	for (size_t i = 0; i < t->n; i++)
		all = arena_printf(
			&arena, "%s%s%s", all, i ? "|" : "", t->v[i]);
	return all;
}

static const struct {
	const char *address, *web, *path;
	enum source_kind kind;
	int64_t board;
	const char *labels, *not_labels, *milestone, *state, *filter;
} GOOD[] = {
	{"https://gitlab.example/g/p/-/boards/"
	 "42?label_name[]=CSM&label_name[]=FY24-Q1",
		"", "g/p", SOURCE_PROJECT, 42, "CSM|FY24-Q1", "", "", "", ""},
	{"https://gitlab.example/g/p/-/boards/42?label_name%5B%5D=A%20b"
	 "&label_name%5B%5D=c+d&not%5Blabel_name%5D%5B%5D=e%3A%3Af",
		"", "g/p", SOURCE_PROJECT, 42, "A b|c d", "e::f", "", "", ""},
	{"https://gitlab.example/g/p/-/boards", "", "g/p", SOURCE_PROJECT,
		SOURCE_FIRST_BOARD, "", "", "", "", ""},
	{"https://gitlab.example/groups/g/sub/-/boards/7", "", "g/sub",
		SOURCE_GROUP, 7, "", "", "", "", ""},
	{"https://gitlab.example/groups/g/sub/-/boards/7/", "", "g/sub",
		SOURCE_GROUP, 7, "", "", "", "", ""},
	{"https://gitlab.example/groups/g/-/issues?state=closed"
	 "&milestone_title=Q1%202025&sort=created_date&first_page_size=20",
		"", "g", SOURCE_GROUP, 0, "", "", "Q1 2025", "closed", ""},
	{"https://gitlab.example/g/p/-/issues/?state=all&assignee_username=jo"
	 "&weight=3",
		"", "g/p", SOURCE_PROJECT, 0, "", "", "", "",
		"&assignee_username%5B%5D=jo&weight=3"},
	{"https://gitlab.example/g/p/-/issues?milestone_title=%23upcoming", "",
		"g/p", SOURCE_PROJECT, 0, "", "", "Upcoming", "", ""},
	{"https://gitlab.example/g/p/-/issues?search=a%26b&confidential=no"
	 "&type[]=ISSUE&health_status=onTrack&assignee_id=None",
		"", "g/p", SOURCE_PROJECT, 0, "", "", "", "",
		"&search=a%26b&confidential=false&issue_type=issue"
		"&health_status=on_track&assignee_id=None"},
	{"https://gitlab.example/g/p/-/issues/12", "", "g/p", SOURCE_PROJECT, 0,
		"", "", "", "", "&iids%5B%5D=12"},
	{"https://gitlab.example/g/p/-/work_items?label_name[]=okr#top", "",
		"g/p", SOURCE_PROJECT, 0, "okr", "", "", "", ""},
	{"https://gitlab.example/g/s/p", "", "g/s/p", SOURCE_PROJECT, 0, "", "",
		"", "", ""},
	{"https://gitlab.example/g/p.git", "", "g/p", SOURCE_PROJECT, 0, "", "",
		"", "", ""},
	{"  https://gitlab.example/g/p/ ", "", "g/p", SOURCE_PROJECT, 0, "", "",
		"", "", ""},
	{"https://gitlab.example/x/../g/p\n", "", "g/p", SOURCE_PROJECT, 0, "",
		"", "", "", ""},
	{"https://gitlab.example/g", "", "g", SOURCE_GROUP, 0, "", "", "", "",
		""},
	{"g/p", HOME, "g/p", SOURCE_PROJECT, 0, "", "", "", "", ""},
	{"/g/p", HOME, "g/p", SOURCE_PROJECT, 0, "", "", "", "", ""},
	{"groups/g/sub", HOME, "g/sub", SOURCE_GROUP, 0, "", "", "", "", ""},
	{"g", HOME, "g", SOURCE_GROUP, 0, "", "", "", "", ""},
	{"1234", HOME, "1234", SOURCE_PROJECT, 0, "", "", "", "", ""},
	{"gitlab.example/g/p", HOME, "g/p", SOURCE_PROJECT, 0, "", "", "", "",
		""},
	{"g/p/-/boards/4?label_name[]=x", HOME, "g/p", SOURCE_PROJECT, 4, "x",
		"", "", "", ""},
	{"http://127.0.0.1:8080/g/p", "", "g/p", SOURCE_PROJECT, 0, "", "", "",
		"", ""},
};

static void reads_what_the_browser_shows(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT_OF(GOOD); i++) {
		struct source_spec s = parse(GOOD[i].address, GOOD[i].web);

		print_message("%s\n", GOOD[i].address);
		assert_string_equal(s.path, GOOD[i].path);
		assert_int_equal(s.kind, GOOD[i].kind);
		assert_int_equal(s.board, GOOD[i].board);
		assert_string_equal(join(&s.labels), GOOD[i].labels);
		assert_string_equal(join(&s.not_labels), GOOD[i].not_labels);
		assert_string_equal(s.milestone, GOOD[i].milestone);
		assert_string_equal(s.state, GOOD[i].state);
		assert_string_equal(s.filter, GOOD[i].filter);
	}
}

static void finds_the_instance(void **state)
{
	static const struct {
		const char *address, *home, *web, *path;
	} CASES[] = {
		{"https://GitLab.Example/g/p", "", "https://gitlab.example",
			"g/p"},
		{"https://gitlab.example:443/g/p", "", "https://gitlab.example",
			"g/p"},
		{"https://gitlab.example:8443/g/p", "",
			"https://gitlab.example:8443", "g/p"},
		{"http://[::1]:3000/g/p", "", "http://[::1]:3000", "g/p"},
		{"http://localhost/g/p", "", "http://localhost", "g/p"},
		{"http://127.1.2.3/g/p", "", "http://127.1.2.3", "g/p"},
		{"https://other.example/git/g/p", "https://one.example/git",
			"https://other.example", "git/g/p"},
		{"https://one.example/git/g/p", "https://one.example/git/",
			"https://one.example/git", "g/p"},
		{"https://one.example/gitter/p", "https://one.example/git",
			"https://one.example", "gitter/p"},
		{"g/p", "https://one.example/git", "https://one.example/git",
			"g/p"},
		{"one.example/git/g/p", "https://one.example/git",
			"https://one.example/git", "g/p"},
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(CASES); i++) {
		struct source_spec s = parse(CASES[i].address, CASES[i].home);

		print_message("%s\n", CASES[i].address);
		assert_string_equal(s.web, CASES[i].web);
		assert_string_equal(s.path, CASES[i].path);
		assert_string_equal(
			s.api, arena_printf(&arena, "%s/api/v4", CASES[i].web));
	}
}

static void only_a_plain_project_may_be_a_group(void **state)
{
	(void)state;
	assert_true(parse("g/p", HOME).may_be_group);
	assert_false(parse("g/p/-/issues", HOME).may_be_group);
	assert_false(parse("g", HOME).may_be_group);
	assert_false(parse("groups/g/s", HOME).may_be_group);
}

static void keeps_an_address_for_links(void **state)
{
	(void)state;
	assert_string_equal(
		parse("https://gitlab.example/g/p/-/boards/4?label_name[]=a "
		      "b#x",
			"")
			.url,
		"https://gitlab.example/g/p/-/boards/4?label_name[]=a%20b");
	assert_string_equal(
		parse("g/p", HOME).url, "https://gitlab.example/g/p");
}

static void refuses_with_a_reason(void **state)
{
	static const struct {
		const char *address, *web, *words;
	} CASES[] = {
		{"", HOME, "is empty"},
		{"g/p", "", "no instance"},
		{"g/p", "gitlab.example", "default instance"},
		{"ftp://gitlab.example/g/p", "", "https://"},
		{"http://gitlab.example/g/p", "", "use https://"},
		{"http://127.0.0.1.evil.example/g/p", "", "use https://"},
		{"http://localhost.evil.example/g/p", "", "use https://"},
		{"https://jo:geheim@gitlab.example/g/p", "", "password"},
		{"git@gitlab.example:g/p.git", HOME, "user name"},
		{"https://gitlab.example/", "", "no project"},
		{"https://gitlab.example/g/..%2Fp", "", "no project"},
		{"https://gitlab.example/g//p", "", "no project"},
		{"https://gitlab.example/g/p%20q", "", "no project"},
		{"https://gitlab.example/g/p%2", "", "broken"},
		{"https://gitlab.example/g/p%00q", "", "broken"},
		{"https://gitlab.example/g/p/-/merge_requests/3", "",
			"no list of issues"},
		{"https://gitlab.example/g/p/-/boards/x", "",
			"no list of issues"},
		{"https://gitlab.example/g/p/-/boards/0", "",
			"no list of issues"},
		{"https://gitlab.example/g/p/-/epic_boards/3", "",
			"no list of issues"},
		{"https://gitlab.example/groups/g/-/issues/3", "",
			"no list of issues"},
		{"https://gitlab.example/g/p/-/issues?release_tag=v1", "",
			"'release_tag'"},
		{"https://gitlab.example/g/p/-/issues?or[label_name][]=a", "",
			"'or[label_name][]'"},
		{"https://gitlab.example/g/p/-/issues?state=odd", "",
			"'state'"},
		{"https://gitlab.example/g/p/-/issues?type[]=EPIC", "",
			"'type[]'"},
		{"https://gitlab.example/g/p/-/issues?assignee_id=jo", "",
			"'assignee_id'"},
		{"https://gitlab.example/g/p/-/issues?milestone_title=a"
		 "&milestone_title=b",
			"", "'milestone_title'"},
		{"https://gitlab.example/g/p?private_token=geheim", "",
			"holds a token"},
		{"https://gitlab.example/g/p?glpat-geheim", "", "'?'"},
		{"https://gitlab.example/g/\x01p", "", "control character"},
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(CASES); i++) {
		struct err err = ERR_INIT;
		struct source_spec s;
		int result = source_parse(&arena, str_of(CASES[i].address),
			CASES[i].web, &s, &err);

		print_message("%s -> %s\n", CASES[i].address, err.text);
		assert_int_equal(result, -1);
		assert_int_equal(err.kind, ERR_CONFIG);
		assert_non_null(strstr(err.text, CASES[i].words));
		assert_null(strstr(err.text, "geheim"));
	}
}

static void refuses_what_is_too_long(void **state)
{
	struct err err = ERR_INIT;
	struct source_spec s;
	struct buf b;

	(void)state;
	buf_init(&b, 100000);
	buf_adds(&b, "https://gitlab.example/");
	buf_add_times(&b, 'a', 40000);
	assert_int_equal(source_parse(&arena, buf_str(&b), "", &s, &err), -1);
	assert_non_null(strstr(err.text, "too long"));
	buf_clear(&b);
	err_clear(&err);
	buf_adds(&b, "https://gitlab.example/g/p/-/issues?search=");
	buf_add_times(&b, 'a', 9000);
	assert_int_equal(source_parse(&arena, buf_str(&b), "", &s, &err), -1);
	assert_non_null(strstr(err.text, "larger"));
	buf_release(&b);
}

static int release(void **state)
{
	(void)state;
	arena_release(&arena);
	return 0;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(reads_what_the_browser_shows),
		cmocka_unit_test(finds_the_instance),
		cmocka_unit_test(only_a_plain_project_may_be_a_group),
		cmocka_unit_test(keeps_an_address_for_links),
		cmocka_unit_test(refuses_with_a_reason),
		cmocka_unit_test(refuses_what_is_too_long),
	};

	return cmocka_run_group_tests(tests, NULL, release);
}
