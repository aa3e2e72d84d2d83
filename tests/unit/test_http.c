/*
 * Requests against a server of canned answers on this machine: what is sent,
 * what is repeated, what is bounded.
 */
#include "unit.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <signal.h>
#include <stdio.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "gitlab/gitlab_p.h"
#include "gitlab/transfer_p.h"

#define TOKEN "geheim-0123456789"
#define OK "HTTP/1.1 200 OK\r\nConnection: close\r\n"
#define JSON "Content-Type: application/json\r\n"

/* A child process that answers its n-th connection with the n-th text and
 * writes the requests into a pipe. */
struct server {
	pid_t pid;
	int port, requests;
};

static struct arena arena;
static char log_text[4096];

static void answer(int listener, int out, const char *text)
{
	char got[4096];
	int client = accept(listener, NULL, NULL);
	ssize_t n = recv(client, got, sizeof got, 0);

	if (n > 0 && write(out, got, (size_t)n) != n)
		_exit(1);
	if (send(client, text, strlen(text), MSG_NOSIGNAL) < 0)
		_exit(1);
	shutdown(client, SHUT_WR);
	recv(client, got, sizeof got, 0);
	close(client);
}

static struct server serve(const char *const *answers, size_t n)
{
	struct sockaddr_in at = {.sin_family = AF_INET};
	socklen_t size = sizeof at;
	int listener = socket(AF_INET, SOCK_STREAM, 0), ends[2];
	struct server s;

	at.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
	assert_int_equal(bind(listener, (struct sockaddr *)&at, size), 0);
	assert_int_equal(listen(listener, 8), 0);
	getsockname(listener, (struct sockaddr *)&at, &size);
	assert_int_equal(pipe(ends), 0);
	s.port = ntohs(at.sin_port);
	s.requests = ends[0];
	s.pid = fork();
	if (s.pid == 0) {
		for (size_t i = 0; i < n; i++)
			answer(listener, ends[1], answers[i]);
		_exit(0);
	}
	close(listener);
	close(ends[1]);
	return s;
}

/* Ends the server; gives all that it was asked. */
static const char *stop(struct server *s)
{
	const char *all = "";
	char part[4096];
	ssize_t n;

	kill(s->pid, SIGTERM);
	waitpid(s->pid, NULL, 0);

	while ((n = read(s->requests, part, sizeof part)) > 0)
		all = arena_printf(&arena, "%s%.*s", all, (int)n, part);
	close(s->requests);
	return all;
}

static void keep_log(void *ctx, const char *line)
{
	size_t n = strlen(log_text);

	(void)ctx;
	snprintf(log_text + n, sizeof log_text - n, "%s\n", line);
}

static struct gitlab *open_with(
	struct gitlab_options o, const struct server *s, long deadline_ms)
{
	struct err err = ERR_INIT;
	struct gitlab *g;

	o.api = arena_printf(&arena, "http://127.0.0.1:%d/api/v4", s->port);
	o.token = TOKEN;
	o.agent = "okrsync/test";
	o.backoff_ms = 2;
	o.deadline_ms = deadline_ms;
	o.log = keep_log;
	log_text[0] = '\0';
	g = gitlab_open(&o, &err);
	assert_non_null(g);
	return g;
}

static struct gitlab *open_at(const struct server *s, long deadline_ms)
{
	struct gitlab_options o;

	gitlab_options_init(&o);
	return open_with(o, s, deadline_ms);
}

/* What one read came to: the body, or the error's words. */
struct outcome {
	int result, tries;
	const char *body, *asked;
	struct http_answer head;
	struct err err;
};

static struct outcome read_at(const char *path, const char *const *answers,
	size_t n, size_t limit, long deadline_ms)
{
	struct server s = serve(answers, n);
	struct gitlab *g = open_at(&s, deadline_ms);
	struct http_request r = {.arena = &arena, .what = "the issues"};
	struct outcome o = {.err = ERR_INIT};

	r.url = arena_printf(&arena, "%s%s", g->api, path);
	r.limit = limit;
	o.result = http_get(g->http, &r, &o.err);
	o.tries = r.tries;
	o.head = r.answer;
	o.body = r.answer.body.p ? arena_text(&arena, buf_str(&r.answer.body))
				 : "";
	http_release(&r);
	gitlab_close(g);
	o.asked = stop(&s);
	assert_null(strstr(log_text, TOKEN));
	assert_null(strstr(o.err.text, TOKEN));
	return o;
}

static struct outcome read_from(
	const char *const *answers, size_t n, size_t limit, long deadline_ms)
{
	return read_at("/x?page=1", answers, n, limit, deadline_ms);
}

static struct outcome read_one(const char *text)
{
	return read_from(&text, 1, 0, 10000);
}

static void a_read_sends_what_it_must_and_no_more(void **state)
{
	struct outcome o = read_one(OK JSON "ETag: W/\"1\"\r\nX-Total: 7\r\n"
					    "X-Total-Pages: 2\r\n\r\n[1]");

	(void)state;
	assert_int_equal(o.result, 0);
	assert_string_equal(o.body, "[1]");
	assert_non_null(strstr(o.asked, "GET /api/v4/x?page=1 HTTP/1.1\r\n"));
	assert_non_null(strstr(o.asked, "Authorization: Bearer " TOKEN "\r\n"));
	assert_non_null(strstr(o.asked, "Accept-Encoding: gzip\r\n"));
	assert_non_null(strstr(o.asked, "User-Agent: okrsync/test\r\n"));
	assert_null(strstr(o.asked, "Cookie"));
	assert_int_equal(o.head.status, 200);
	assert_int_equal(o.head.total, 7);
	assert_int_equal(o.head.total_pages, 2);
	assert_string_equal(o.head.etag, "W/\"1\"");
	assert_string_equal(o.head.type, "application/json");
	assert_non_null(strstr(log_text, "GET /api/v4/x?page=1 200 3 bytes "));
}

static void the_next_page_is_made_absolute(void **state)
{
	struct outcome o = read_one(
		OK JSON "Link: <https://a.example/1>; rel=\"first\"\r\n"
			"Link: </api/v4/x?page=2>; rel=\"next\"\r\n\r\n[]");

	(void)state;
	assert_int_equal(o.result, 0);
	assert_int_equal(strncmp(o.head.next, "http://127.0.0.1:", 17), 0);
	assert_non_null(strstr(o.head.next, "/api/v4/x?page=2"));
}

static void a_read_is_repeated_until_it_succeeds(void **state)
{
	static const char GOOD[] = OK JSON "\r\n[2]";
	static const char *const ANSWERS[][4] = {
		{"HTTP/1.1 503 Busy\r\nConnection: close\r\n\r\n",
			"HTTP/1.1 500 Oops\r\nConnection: close\r\n\r\n<html>",
			"", GOOD},
		{OK JSON "Content-Length: 100\r\n\r\n[1,", OK JSON "\r\n[1,",
			"HTTP/1.1 429 No\r\nConnection: close\r\n\r\nLater",
			GOOD},
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(ANSWERS); i++) {
		struct outcome o = read_from(ANSWERS[i], 4, 0, 10000);

		assert_int_equal(o.result, 0);
		assert_int_equal(o.tries, 4);
		assert_string_equal(o.body, "[2]");
		assert_non_null(strstr(log_text, "waiting "));
	}
}

static void a_read_is_given_up_in_the_end(void **state)
{
	static const char BAD[] =
		"HTTP/1.1 500 Oops\r\nConnection: close\r\n" JSON
		"\r\n{\"message\":\"500 Internal Server Error\"}";
	static const char *const ANSWERS[] = {BAD, BAD, BAD, BAD, BAD};
	struct outcome o = read_from(ANSWERS, 5, 0, 10000);

	(void)state;
	assert_int_equal(o.result, -1);
	assert_int_equal(o.tries, 4);
	assert_int_equal(o.err.kind, ERR_GITLAB);
	assert_non_null(strstr(o.err.text, "500 Internal Server Error"));
}

static void it_waits_as_long_as_it_is_told(void **state)
{
	static const char *const ANSWERS[] = {
		"HTTP/1.1 429 No\r\nConnection: close\r\nRetry-After: 1\r\n"
		"\r\nRetry later",
		OK JSON "\r\n[]",
	};
	int64_t began = transfer_now();
	struct outcome o = read_from(ANSWERS, 2, 0, 10000);

	(void)state;
	assert_int_equal(o.result, 0);
	assert_true(transfer_now() - began >= 1000);
}

/* Reads of n addresses at once; how many came back with 2xx. */
static int read_many(struct gitlab *g, struct http_request *r, int n)
{
	struct http_request *done;
	int good = 0;

	for (int i = 0; i < n; i++) {
		r[i] = (struct http_request){
			.arena = &arena, .what = "a page", .packed = i % 2};
		r[i].url = arena_printf(&arena, "%s/%d", g->api, i);
		http_start(g->http, &r[i]);
	}
	while ((done = http_next(g->http)) != NULL) {
		if (!http_unpack(g->http, done))
			continue;
		good += done->err.kind == ERR_NONE &&
			done->answer.status == 200;
		http_release(done);
	}
	return good;
}

static void lanes_are_fewer_while_gitlab_is_busy(void **state)
{
	static const char BUSY[] =
		"HTTP/1.1 503 Busy\r\nConnection: close\r\n\r\n";
	static const char GOOD[] = OK JSON "\r\n[1]";
	const char *answers[40] = {BUSY, GOOD, BUSY, BUSY};
	struct gitlab_options o;
	struct http_request r[24];
	struct server s;
	struct gitlab *g;

	(void)state;
	for (size_t i = 4; i < COUNT_OF(answers); i++)
		answers[i] = GOOD;
	s = serve(answers, COUNT_OF(answers));
	gitlab_options_init(&o);
	o.lanes = 4;
	g = open_with(o, &s, 20000);
	assert_int_equal(read_many(g, r, 24), 24);
	assert_non_null(strstr(log_text, "busy: 2 at once from now on"));
	assert_null(strstr(log_text, "busy: 0"));
	/* As many again when all is well. */
	assert_int_equal(g->http->lanes, 4);
	gitlab_close(g);
	stop(&s);
}

static void a_rate_is_never_exceeded(void **state)
{
	static const char *const ANSWERS[] = {
		OK JSON "\r\n[1]", OK JSON "\r\n[2]", OK JSON "\r\n[3]"};
	struct server s = serve(ANSWERS, 3);
	struct gitlab_options o;
	struct http_request r[3];
	int64_t began = transfer_now();
	struct gitlab *g;

	(void)state;
	gitlab_options_init(&o);
	o.rate = 2;
	g = open_with(o, &s, 20000);
	assert_int_equal(read_many(g, r, 3), 2);
	assert_true(transfer_now() - began < 10000);
	assert_non_null(strstr(r[2].err.text, "a rate of 2 requests a minute"));
	assert_non_null(strstr(r[2].err.text, "within the 20 s"));
	assert_int_equal(http_stats(g->http)->requests, 2);
	/* A minute after the first one there is room again. */
	g->http->starts[0] -= 61000;
	assert_int_equal(read_many(g, r, 1), 1);
	gitlab_close(g);
	stop(&s);
}

static void a_broken_packed_answer_is_asked_for_again(void **state)
{
	static const char *const ANSWERS[] = {OK JSON
		"Content-Encoding: gzip\r\n\r\nno gzip",
		OK JSON "\r\n[1", OK JSON "\r\n[7]"};
	struct server s = serve(ANSWERS, 3);
	struct gitlab *g = open_at(&s, 10000);
	struct http_request r = {
		.arena = &arena, .what = "a page", .packed = true};
	int unpacked = 0;

	(void)state;
	r.url = arena_printf(&arena, "%s/x", g->api);
	http_start(g->http, &r);
	while (http_next(g->http) && !http_unpack(g->http, &r))
		unpacked++;
	assert_int_equal(unpacked, 2);
	assert_int_equal(r.tries, 3);
	assert_string_equal(r.answer.body.p, "[7]");
	http_release(&r);
	gitlab_close(g);
	stop(&s);
}

static void a_request_can_be_dropped(void **state)
{
	static const char *const ANSWERS[] = {OK JSON "\r\n[1]"};
	struct server s = serve(ANSWERS, 1);
	struct gitlab *g = open_at(&s, 10000);
	struct http_request r[2];

	(void)state;
	for (int i = 0; i < 2; i++) {
		r[i] = (struct http_request){.arena = &arena, .what = "a page"};
		r[i].url = arena_printf(&arena, "%s/%d", g->api, i);
		http_start(g->http, &r[i]);
	}
	http_drop(g->http, &r[0]);
	http_drop(g->http, &r[0]);
	assert_ptr_equal(http_next(g->http), &r[1]);
	assert_null(http_next(g->http));
	http_release(&r[1]);
	gitlab_close(g);
	assert_null(strstr(stop(&s), "/0 "));
}

static void it_does_not_wait_beyond_the_deadline(void **state)
{
	int64_t began = transfer_now();
	const char *text = "HTTP/1.1 429 No\r\nConnection: close\r\n"
			   "Retry-After: 60\r\n\r\nRetry later";
	struct outcome o = read_from(&text, 1, 0, 3000);

	(void)state;
	assert_int_equal(o.result, -1);
	assert_true(transfer_now() - began < 2000);
	assert_non_null(strstr(o.err.text, "wait 60 s"));
}

static void only_a_spent_quota_is_a_reason_to_wait(void **state)
{
	static const struct {
		const char *left;
		bool waits; /* longer than there is time for */
	} CASES[] = {
		{"RateLimit-Remaining: 0\r\n", true},
		{"RateLimit-Remaining: 5\r\n", false},
		{"", true},
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(CASES); i++) {
		const char *answers[2] = {NULL, OK JSON "\r\n[]"};
		struct outcome o;

		answers[0] = arena_printf(&arena,
			"HTTP/1.1 429 No\r\nConnection: close\r\n"
			"Date: Tue, 05 Jan 2021 10:59:30 GMT\r\n"
			"RateLimit-Reset: 1609844400\r\n%s\r\nno",
			CASES[i].left);
		o = read_from(answers, 2, 0, 10000);
		assert_int_equal(o.result, CASES[i].waits ? -1 : 0);
		if (CASES[i].waits)
			assert_int_equal(o.head.wait_ms, 30000);
	}
}

static void a_body_is_bounded(void **state)
{
	const char *text = OK JSON "\r\n[\"0123456789\"]";
	struct outcome o = read_from(&text, 1, 10, 10000);

	(void)state;
	assert_int_equal(o.result, -1);
	assert_int_equal(o.tries, 1);
	assert_non_null(strstr(o.err.text, "larger than"));
}

static void headers_are_bounded(void **state)
{
	struct outcome o;
	struct buf b;

	(void)state;
	buf_init(&b, 1 << 20);
	buf_adds(&b, OK);
	for (int i = 0; i < 60; i++) {
		buf_addf(&b, "X-%d: ", i);
		buf_add_times(&b, 'x', 8000);
		buf_adds(&b, "\r\n");
	}
	buf_adds(&b, "\r\n[]");
	o = read_one(b.p);
	buf_release(&b);
	assert_int_equal(o.result, -1);
	assert_non_null(strstr(o.err.text, "larger than"));
}

/* A read of one address, answered by a redirect and then by "[]". */
static struct outcome redirect(const char *from, const char *to)
{
	const char *answers[] = {
		arena_printf(&arena,
			"HTTP/1.1 301 Moved\r\nConnection: close\r\n"
			"Location: %s\r\n\r\nmoved",
			to),
		OK JSON "\r\n[]",
	};

	return read_at(from, answers, 2, 0, 10000);
}

static void a_moved_project_is_followed(void **state)
{
	struct outcome o = redirect("/projects/a%2Fb/issues?page=2",
		"/api/v4/projects/7/issues?page=2");

	(void)state;
	assert_int_equal(o.result, 0);
	assert_non_null(
		strstr(o.asked, "GET /api/v4/projects/7/issues?page=2 HTTP"));
	o = redirect("/projects/a%2Fb", "/api/v4/projects/7");
	assert_int_equal(o.result, 0);
	o = redirect("/projects/a%2Fb", "/new/api/v4/projects/a%2Fb");
	assert_int_equal(o.result, 0);
}

static void a_redirect_to_another_page_is_not(void **state)
{
	static const char *const WAYS[][2] = {
		{"/projects/a%2Fb/issues?page=2", "/api/v4/projects?page=2"},
		{"/projects/a%2Fb/issues?page=2", "/api/v4/projects/7/issues"},
		{"/projects/a%2Fb/issues?page=2",
			"/api/v4/projects/7/notes?page=2"},
		{"/projects/a%2Fb/issues?page=2",
			"/api/v4/groups/7/issues?page=2"},
		{"/projects/a%2Fb", "/users/sign_in"},
		{"/projects/a%2Fb", "/api/v4/projects/7/issues"},
		{"/user", "/api/v4/version"},
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(WAYS); i++) {
		struct outcome o = redirect(WAYS[i][0], WAYS[i][1]);

		assert_int_equal(o.result, -1);
		assert_non_null(strstr(o.err.text, "to another page"));
	}
}

static void a_redirect_elsewhere_is_not(void **state)
{
	static const char *const PLACES[] = {"https://evil.example/x",
		"//evil.example/x", "http://127.0.0.1:1/x",
		"http://user@127.0.0.1/x", "ftp://127.0.0.1/x",
		"http://[::1]/"};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(PLACES); i++) {
		struct outcome o = read_one(arena_printf(&arena,
			"HTTP/1.1 302 Found\r\nConnection: close\r\n"
			"Location: %s\r\n\r\n",
			PLACES[i]));

		assert_int_equal(o.result, -1);
		assert_non_null(strstr(o.err.text, "elsewhere"));
	}
}

static void a_redirect_in_a_circle_ends(void **state)
{
	static const char LOOP[] = "HTTP/1.1 307 Again\r\nConnection: close\r\n"
				   "Location: /api/v4/x?page=1\r\n\r\n";
	static const char *const ANSWERS[] = {
		LOOP, LOOP, LOOP, LOOP, LOOP, LOOP, LOOP};
	struct outcome o = read_from(ANSWERS, 7, 0, 10000);

	(void)state;
	assert_int_equal(o.result, -1);
	assert_non_null(strstr(o.err.text, "circle"));
}

static void a_write_is_sent_once(void **state)
{
	static const char *const ANSWERS[] = {
		"HTTP/1.1 500 Oops\r\nConnection: close\r\n\r\n",
		OK JSON "\r\n{}",
	};
	struct server s = serve(ANSWERS, 2);
	struct gitlab *g = open_at(&s, 10000);
	struct http_request r = {.arena = &arena,
		.what = "a note",
		.write = "PUT",
		.body = STR("{\"body\":\"x\"}")};
	struct err err = ERR_INIT;
	const char *asked;

	(void)state;
	r.url = arena_printf(&arena, "%s/notes/1", g->api);
	assert_int_equal(http_get(g->http, &r, &err), -1);
	assert_int_equal(r.tries, 1);
	http_release(&r);
	gitlab_close(g);
	asked = stop(&s);
	assert_non_null(strstr(asked, "PUT /api/v4/notes/1 HTTP/1.1\r\n"));
	assert_non_null(strstr(asked, "Content-Type: application/json\r\n"));
	assert_non_null(strstr(asked, "\r\n\r\n{\"body\":\"x\"}"));
	assert_null(strstr(asked, "Expect"));
}

static void several_are_under_way_and_can_be_stopped(void **state)
{
	static const char *const ANSWERS[] = {
		OK JSON "\r\n[1]", OK JSON "\r\n[2]", OK JSON "\r\n[3]"};
	struct server s = serve(ANSWERS, 3);
	struct gitlab *g = open_at(&s, 10000);
	struct http_request r[3], *done;
	size_t n = 0;

	(void)state;
	for (size_t i = 0; i < 3; i++) {
		r[i] = (struct http_request){
			.arena = &arena, .what = "it", .url = g->api};
		http_start(g->http, &r[i]);
	}
	while (n < 2 && (done = http_next(g->http)) != NULL) {
		assert_int_equal(done->answer.status, 200);
		http_release(done);
		n++;
	}
	http_cancel(g->http);
	assert_null(http_next(g->http));
	gitlab_close(g);
	stop(&s);
}

static void who_we_are_is_asked(void **state)
{
	static const char *const ANSWERS[] = {
		OK JSON "\r\n{\"id\":7,\"username\":\"okr-bot\"}",
		OK JSON "\r\n{\"id\":7}",
	};
	struct server s = serve(ANSWERS, 2);
	struct gitlab *g = open_at(&s, 10000);
	struct err err = ERR_INIT;
	const char *text;
	int64_t id;

	(void)state;
	assert_int_equal(gitlab_self(g, &arena, &text, &id, &err), 0);
	assert_string_equal(text, "okr-bot");
	assert_int_equal(id, 7);
	assert_int_equal(gitlab_self(g, &arena, &text, &id, &err), -1);
	assert_non_null(strstr(err.text, "not the members"));
	gitlab_close(g);
	stop(&s);
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
		cmocka_unit_test(a_read_sends_what_it_must_and_no_more),
		cmocka_unit_test(the_next_page_is_made_absolute),
		cmocka_unit_test(a_read_is_repeated_until_it_succeeds),
		cmocka_unit_test(a_read_is_given_up_in_the_end),
		cmocka_unit_test(it_waits_as_long_as_it_is_told),
		cmocka_unit_test(it_does_not_wait_beyond_the_deadline),
		cmocka_unit_test(lanes_are_fewer_while_gitlab_is_busy),
		cmocka_unit_test(a_rate_is_never_exceeded),
		cmocka_unit_test(a_broken_packed_answer_is_asked_for_again),
		cmocka_unit_test(a_request_can_be_dropped),
		cmocka_unit_test(only_a_spent_quota_is_a_reason_to_wait),
		cmocka_unit_test(a_body_is_bounded),
		cmocka_unit_test(headers_are_bounded),
		cmocka_unit_test(a_moved_project_is_followed),
		cmocka_unit_test(a_redirect_to_another_page_is_not),
		cmocka_unit_test(a_redirect_elsewhere_is_not),
		cmocka_unit_test(a_redirect_in_a_circle_ends),
		cmocka_unit_test(a_write_is_sent_once),
		cmocka_unit_test(several_are_under_way_and_can_be_stopped),
		cmocka_unit_test(who_we_are_is_asked),
	};

	return cmocka_run_group_tests(tests, NULL, release);
}
