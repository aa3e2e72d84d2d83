/*
 * What GitLab answers instead of what was asked for, as one sentence.
 */
#include "unit.h"

#include <stdio.h>
#include <stdlib.h>

#include "gitlab/complaint_p.h"
#include "gitlab/gitlab_p.h"
#include "gitlab/header_p.h"
#include "gitlab/http_p.h"

#define TOKEN "geheim-0123456789"

static struct complaint complaint(
	long status, const char *type, const char *body)
{
	return (struct complaint){
		.what = "the issues of 'g/p'",
		.host = "https://gitlab.example",
		.token = TOKEN,
		.status = status,
		.tries = 4,
		.wait_ms = -1,
		.type = str_of(type),
		.body = str_of(body),
	};
}

static void every_body_form_gives_its_words(void **state)
{
	static const struct {
		const char *body, *words;
	} CASES[] = {
		{"{\"message\":\"401 Unauthorized\"}", "401 Unauthorized"},
		{"{\"message\":[\"Another one exists: !12\",\"b\"]}",
			"Another one exists: !12, b"},
		{"{\"message\":{\"bio\":[\"is too long\"]}}",
			"bio is too long"},
		{"{\"message\":{\"a\":[\"x\"],\"b\":{\"c\":[\"y\"]}}}",
			"a x, b c y"},
		{"{\"message\":{\"error\":\"Try again later.\"}}",
			"Try again later."},
		{"{\"error\":\"Keyset pagination is not yet available\"}",
			"Keyset pagination is not yet available"},
		{"{\"error\":\"invalid_token\",\"error_description\":"
		 "\"Token is expired.\"}",
			"Token is expired."},
		{"{\"errors\":[{\"message\":\"Invalid token\"}]}",
			"message Invalid token"},
		{"\"just a text\"", "just a text"},
		{"Retry later\n", "Retry later"},
		{"two\r\n\tlines", "two lines"},
		{"<!DOCTYPE html><p>x", ""},
		{"  <HTML>", ""},
		{"", ""},
		{"{}", ""},
		{"[]", ""},
		{"{\"message\":null}", ""},
		{"{\"message\":{\"token\":\"is " TOKEN ", bad\"}}",
			"token is *****************, bad"},
		{"{\"message\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":"
		 "{\"a\":{\"a\":\"deep\"}}}}}}}}}",
			"a a a a a a a"},
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(CASES); i++) {
		struct complaint c = complaint(400, "", CASES[i].body);
		char words[300];

		complaint_words(&c, words, sizeof words);
		assert_string_equal(words, CASES[i].words);
	}
}

static void long_words_are_cut_between_characters(void **state)
{
	struct complaint c = complaint(
		400, "", "aaaa\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9");
	char words[12];

	(void)state;
	complaint_words(&c, words, sizeof words);
	assert_string_equal(words, "aaaa\xc3\xa9\xc3\xa9...");
}

static void a_token_is_not_cut_into_the_open(void **state)
{
	struct complaint c =
		complaint(400, "", "your token is " TOKEN " and that is wrong");
	char words[32];

	(void)state;
	complaint_words(&c, words, sizeof words);
	assert_null(strstr(words, "geheim"));
}

static void every_status_says_what_to_do(void **state)
{
	static const struct {
		long status;
		const char *type, *body, *words;
	} CASES[] = {
		{401, "application/json", "{\"message\":\"401 Unauthorized\"}",
			"does not accept the token"},
		{401, "application/json",
			"{\"error\":\"invalid_token\",\"error_description\":"
			"\"Token was revoked.\"}",
			"Token was revoked."},
		{403, "application/json",
			"{\"error\":\"insufficient_scope\","
			"\"error_description\":\"Higher privileges needed.\"}",
			"lacks scope read_api"},
		{403, "application/json", "{\"message\":\"403 Forbidden\"}",
			"no permission"},
		{403, "text/plain", "Forbidden\n", "blocked"},
		{404, "application/json",
			"{\"message\":\"404 Project Not Found\"}", "a member"},
		{404, "text/html", "<html>", "web page"},
		{400, "application/json", "{\"error\":\"x is invalid\"}",
			"status 400 (it says: x is invalid)"},
		{405, "application/json", "{\"error\":\"Not here\"}",
			"status 405"},
		{414, "text/html", "<html>", "web page"},
		{418, "", "", "status 418"},
		{429, "text/plain", "Retry later\n", "try again later"},
		{500, "application/json",
			"{\"message\":\"500 Internal Server Error\"}",
			"status 500, asked 4 times"},
		{502, "text/html", "<html>502</html>", "status 502"},
		{302, "text/html", "<html>moved", "web page"},
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(CASES); i++) {
		struct complaint c = complaint(
			CASES[i].status, CASES[i].type, CASES[i].body);
		struct err err = ERR_INIT;

		assert_int_equal(complaint_set(&err, &c), -1);
		assert_int_equal(err.kind, ERR_GITLAB);
		assert_non_null(strstr(err.text, CASES[i].words));
		assert_null(strstr(err.text, TOKEN));
		assert_null(strstr(err.text, "<"));
	}
}

static void without_a_token_it_asks_for_one(void **state)
{
	static const long STATUSES[] = {401, 404};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(STATUSES); i++) {
		struct complaint c = complaint(STATUSES[i], "", "");
		struct err err = ERR_INIT;

		c.token = "";
		complaint_set(&err, &c);
		assert_non_null(strstr(err.text, "OKRSYNC_TOKEN"));
		assert_null(strstr(err.text, "token's user"));
	}
}

static void a_long_wait_is_told(void **state)
{
	struct complaint c = complaint(429, "", "Retry later");
	struct err err = ERR_INIT;

	(void)state;
	c.wait_ms = 3600 * 1000L;
	complaint_set(&err, &c);
	assert_non_null(strstr(err.text, "wait 3600 s"));
}

static void wrong_bodies_of_good_answers_are_told_apart(void **state)
{
	static const struct {
		const char *type, *body;
		bool premature;
		const char *words;
	} CASES[] = {
		{"text/html; charset=utf-8", "x", false, "web page"},
		{"", "\n<!doctype html>", true, "web page"},
		{"application/json", " \n", true, "with nothing"},
		{"application/json", "[1,", true, "short"},
		{"application/json", "{}", false, "(a reason)"},
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(CASES); i++) {
		struct complaint c =
			complaint(200, CASES[i].type, CASES[i].body);
		struct err err = ERR_INIT;

		complaint_body(&err, &c, CASES[i].premature, "a reason");
		assert_non_null(strstr(err.text, CASES[i].words));
	}
}

static void the_next_link_is_found(void **state)
{
	static const struct {
		const char *value, *next;
	} CASES[] = {
		{"<https://a/x?page=2>; rel=\"next\"", "https://a/x?page=2"},
		{"<https://a/1>; rel=\"first\", <https://a/2>; rel=\"next\", "
		 "<https://a/9>; rel=\"last\"",
			"https://a/2"},
		{"<https://a/?a,b;c>;rel=next", "https://a/?a,b;c"},
		{"<https://a/2>; title=\"a, <b>; rel=x\"; rel=\"prev NEXT\"",
			"https://a/2"},
		{" , <https://a/2> ; REL = \"next\"", "https://a/2"},
		{"<https://a/1>; rel=\"prev\"", NULL},
		{"<https://a/1>; rel=\"nextish\"", NULL},
		{"<>; rel=\"next\"", NULL},
		{"<https://a/1; rel=\"next\"", NULL},
		{"https://a/1; rel=\"next\"", NULL},
		{"<https://a/1> rel=\"next\"", NULL},
		{"<https://a/1>; rel=\"next", "https://a/1"},
		{"", NULL},
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(CASES); i++) {
		struct str to = {NULL, 0};
		bool found = header_link(str_of(CASES[i].value), "next", &to);

		assert_int_equal(found, CASES[i].next != NULL);
		if (found)
			assert_true(str_is(to, CASES[i].next));
	}
}

static void waits_are_understood(void **state)
{
	const int64_t now = 1609844370; /* Tue, 05 Jan 2021 10:59:30 GMT */

	(void)state;
	assert_int_equal(header_retry_after(STR("30"), now), 30000);
	assert_int_equal(header_retry_after(STR(" 0 "), 0), 0);
	assert_int_equal(
		header_retry_after(STR("Tue, 05 Jan 2021 11:00:00 GMT"), now),
		30000);
	assert_int_equal(
		header_retry_after(STR("Tue, 05 Jan 2021 10:00:00 GMT"), now),
		0);
	assert_int_equal(
		header_retry_after(STR("Tue, 05 Jan 2021 11:00:00 GMT"), 0),
		-1);
	assert_int_equal(header_retry_after(STR("99999999"), now), 86400000);
	assert_int_equal(header_retry_after(STR("soon"), now), -1);
	assert_int_equal(header_retry_after(STR("-5"), now), -1);
	assert_int_equal(header_retry_after(STR(""), now), -1);
	assert_int_equal(header_reset(STR("1609844400"), now), 30000);
	assert_int_equal(header_reset(STR("1609844400"), 0), -1);
	assert_int_equal(header_reset(STR("1609844000"), now), 0);
	assert_int_equal(header_reset(STR("16098444000"), now), 86400000);
	assert_int_equal(header_reset(STR("x"), now), -1);
	assert_int_equal(header_reset(STR("1234567890123456"), now), -1);
	assert_int_equal(
		header_date(STR("Tue, 05 Jan 2021 10:59:30 GMT")), now);
	assert_int_equal(header_date(STR("")), 0);
	assert_int_equal(header_count(STR(" 250 ")), 250);
	assert_int_equal(header_count(STR("")), -1);
	assert_int_equal(header_count(STR("12a")), -1);
	assert_int_equal(header_count(STR("-1")), -1);
}

static void opening_refuses_what_cannot_work(void **state)
{
	static const struct {
		const char *api, *token, *ca_file, *words;
	} CASES[] = {
		{"http://gitlab.example/api/v4", "t", "", "use https"},
		{"https://a:b@gitlab.example/api/v4", "t", "", "password"},
		{"", "t", "", "API address"},
		{"https://gitlab.example/api/v4", "geheim\n", "",
			"no token has"},
		{"https://gitlab.example/api/v4", "a b", "", "no token has"},
		{"https://gitlab.example/api/v4", "glcbt-64_geheim", "",
			"CI_JOB_TOKEN"},
		{"https://gitlab.example/api/v4", "gldt-geheim", "",
			"deploy token"},
		{"https://gitlab.example/api/v4", "t", "/nowhere/ca.pem",
			"'/nowhere/ca.pem'"},
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(CASES); i++) {
		struct err err = ERR_INIT;
		struct gitlab_options o;

		gitlab_options_init(&o);
		o.api = CASES[i].api;
		o.token = CASES[i].token;
		o.ca_file = CASES[i].ca_file;
		assert_null(gitlab_open(&o, &err));
		assert_int_equal(err.kind, ERR_CONFIG);
		assert_non_null(strstr(err.text, CASES[i].words));
		assert_null(strstr(err.text, "geheim"));
	}
}

static void keys_are_not_logged(void **state)
{
	struct err err = ERR_INIT;
	struct gitlab_options o;
	struct gitlab *g;

	(void)state;
	setenv("SSLKEYLOGFILE", "keys", 1);
	gitlab_options_init(&o);
	o.api = "https://gitlab.example/api/v4";
	g = gitlab_open(&o, &err);
	assert_non_null(g);
	assert_null(getenv("SSLKEYLOGFILE"));
	gitlab_close(g);
	gitlab_close(NULL);
}

static void keep_line(void *ctx, const char *line)
{
	char *kept = ctx;

	snprintf(kept, 200, "%s", line);
}

static void the_log_is_clean(void **state)
{
	struct err err = ERR_INIT;
	struct gitlab_options o;
	char kept[200] = "";
	struct gitlab *g;

	(void)state;
	gitlab_options_init(&o);
	o.api = "https://gitlab.example/api/v4";
	o.token = TOKEN;
	o.log = keep_line;
	o.ctx = kept;
	g = gitlab_open(&o, &err);
	assert_non_null(g);
	http_note(g->http, "a\033[31m %s\nb", "x" TOKEN "y");
	assert_string_equal(kept, "a?[31m x*****************y?b");
	gitlab_close(g);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_body_form_gives_its_words),
		cmocka_unit_test(long_words_are_cut_between_characters),
		cmocka_unit_test(a_token_is_not_cut_into_the_open),
		cmocka_unit_test(every_status_says_what_to_do),
		cmocka_unit_test(without_a_token_it_asks_for_one),
		cmocka_unit_test(a_long_wait_is_told),
		cmocka_unit_test(wrong_bodies_of_good_answers_are_told_apart),
		cmocka_unit_test(the_next_link_is_found),
		cmocka_unit_test(waits_are_understood),
		cmocka_unit_test(opening_refuses_what_cannot_work),
		cmocka_unit_test(keys_are_not_logged),
		cmocka_unit_test(the_log_is_clean),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
