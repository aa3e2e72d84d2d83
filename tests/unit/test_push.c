/*
 * Pushing over HTTP to git's own backend: what works, and each way it fails.
 */
#include "publish_help.h"

#include <netdb.h>
#include <signal.h>
#include <sys/wait.h>
#include <time.h>

struct server {
	pid_t pid;
	int in; /* closing it ends the server */
	int port, other;
};

static void serve(struct place *pl, struct server *s, bool tls)
{
	int to[2], from[2];
	char text[64] = "";
	struct str ports;
	long port;
	char *argv[] = {(char *)(uintptr_t) "python3",
		(char *)(uintptr_t) "tests/unit/git_http.py",
		(char *)(uintptr_t)pl->dir, (char *)(uintptr_t)in(pl, "log"),
		tls ? (char *)(uintptr_t)in(pl, "cert.pem") : NULL,
		tls ? (char *)(uintptr_t)in(pl, "key.pem") : NULL, NULL};

	assert_int_equal(pipe(to), 0);
	assert_int_equal(pipe(from), 0);
	fcntl(to[1], F_SETFD, FD_CLOEXEC);
	fcntl(from[0], F_SETFD, FD_CLOEXEC);
	s->pid = fork();
	assert_true(s->pid >= 0);
	if (!s->pid) {
		dup2(to[0], 0);
		dup2(from[1], 1);
		execvp("python3", argv);
		_exit(127);
	}
	close(to[0]);
	close(from[1]);
	s->in = to[1];
	for (size_t n = 0; n + 1 < sizeof text && !strchr(text, '\n'); n++)
		assert_int_equal(read(from[0], text + n, 1), 1);
	close(from[0]);
	ports = str_of(text);
	assert_true(str_take_number(&ports, 65535, &port));
	s->port = (int)port;
	assert_true(str_skip_char(&ports, ' '));
	assert_true(str_take_number(&ports, 65535, &port));
	s->other = (int)port;
}

static void stop(struct server *s)
{
	int status;

	close(s->in);
	waitpid(s->pid, &status, 0);
}

/* A bare repository with one page, and a clone of it. */
static void make_repositories(struct place *pl)
{
	sh(pl, "git init -q -b main seed && mkdir -p seed/okrs && "
	       "echo old >seed/okrs/a.md && echo hi >seed/README && "
	       "git -C seed add . && git -C seed commit -qm first && "
	       "git clone -q --bare seed site.git && "
	       "git clone -q site.git clone");
}

static int begin(void **state)
{
	if (!can_run("git") || !can_run("python3") ||
		access("tests/unit/git_http.py", R_OK))
		return place_begin(state);
	place_begin(state);
	make_repositories(*state);
	return 0;
}

/* Not here: say so, rather than pass. */
#define NEED_SERVER(pl) \
	do { \
		if (access(in((pl), "site.git"), F_OK)) { \
			print_message( \
				"git, python3 or git_http.py missing\n"); \
			skip(); \
		} \
	} while (0)

static struct publish_options options(
	struct place *pl, const struct server *s, const char *path)
{
	struct publish_options o = git_options(pl, "clone");

	o.remote = arena_printf(
		&pl->arena, "http://127.0.0.1:%d/%s", s->port, path);
	o.token = "secret";
	o.token_host = arena_printf(&pl->arena, "127.0.0.1:%d", s->port);
	return o;
}

static struct publish *open_it(
	struct place *pl, const struct publish_options *o)
{
	struct publish *p = publish_open(o, &pl->err);

	if (!p)
		fail_msg("cannot open: %s", pl->err.text);
	return p;
}

static struct changes one_change(struct place *pl)
{
	struct changes c = {.n = 0};

	change(pl, &c, CHANGE_MODIFY, "okrs/a.md", "old\n", "new\n");
	return c;
}

/* Opens, applies one change, closes; what publish_apply() said. */
static int push(struct place *pl, const struct publish_options *o,
	const char **id, bool *moved)
{
	struct publish *p = open_it(pl, o);
	struct changes c = one_change(pl);
	const char *commit;
	int failed = publish_apply(p, &c, &commit, moved, &pl->err);

	*id = commit ? arena_text(&pl->arena, str_of(commit)) : NULL;
	publish_close(p);
	return failed;
}

static const char *site_tip(struct place *pl)
{
	return sh(pl, "git -C site.git rev-parse main");
}

static void pushes_one_commit_with_the_token(void **state)
{
	struct place *pl = *state;
	struct server s;
	struct publish_options o;
	const char *id, *before;
	bool moved;

	NEED_SERVER(pl);
	serve(pl, &s, false);
	o = options(pl, &s, "auth/site.git");
	before = sh(pl, "git -C clone status --porcelain; git -C clone "
			"rev-parse main");
	assert_int_equal(push(pl, &o, &id, &moved), 0);
	assert_non_null(id);
	assert_string_equal(site_tip(pl), id);
	assert_string_equal(sh(pl, "git -C site.git log -1 --date=iso "
				   "--format='%%an|%%ae|%%ad|%%cn|%%B'"),
		"OKR pages|okrs@example.com|2025-01-01 00:00:00 +0000|"
		"OKR pages|okrs: update pages");
	assert_string_equal(sh(pl, "git -C site.git diff --numstat main~ main"),
		"1\t1\tokrs/a.md");
	assert_string_equal(sh(pl, "git -C site.git fsck --strict"), "");
	assert_string_equal(sh(pl, "git -C clone status --porcelain; git -C "
				   "clone rev-parse main"),
		before);
	stop(&s);
}

static void nothing_changed_pushes_nothing(void **state)
{
	struct place *pl = *state;
	struct server s;
	struct publish_options o;
	const char *id;
	bool moved;

	NEED_SERVER(pl);
	serve(pl, &s, false);
	o = options(pl, &s, "auth/site.git");
	assert_int_equal(push(pl, &o, &id, &moved), 0);
	assert_non_null(id);
	sh(pl, "rm log");
	assert_int_equal(push(pl, &o, &id, &moved), 0);
	assert_null(id);
	assert_string_equal(sh(pl, "grep -c POST log || true"), "0");
	stop(&s);
}

static void fetches_what_others_pushed(void **state)
{
	struct place *pl = *state;
	struct server s;
	struct publish_options o;
	struct publish *p;
	struct str text;
	bool there;

	NEED_SERVER(pl);
	serve(pl, &s, false);
	sh(pl, "echo theirs >seed/okrs/a.md; git -C seed commit -qam second; "
	       "git -C seed push -q ../site.git main");
	sh(pl,
		"git -C clone remote set-url origin "
		"http://somebody:hidden@127.0.0.1:%d/open/site.git",
		s.port);
	o = options(pl, &s, "");
	o.remote = "origin";
	p = open_it(pl, &o);
	assert_int_equal(publish_read(p, &pl->arena, "okrs/a.md", &text, &there,
				 &pl->err),
		0);
	assert_true(str_is(text, "theirs\n"));
	assert_string_equal(publish_where(p),
		arena_printf(&pl->arena,
			"branch 'main' of http://127.0.0.1:%d/open/site.git",
			s.port));
	publish_close(p);
	assert_string_equal(
		sh(pl, "git -C clone rev-parse origin/main"), site_tip(pl));
	stop(&s);
}

static void a_hook_that_refuses_is_quoted(void **state)
{
	struct place *pl = *state;
	struct server s;
	struct publish_options o;
	const char *id, *before;
	bool moved;

	NEED_SERVER(pl);
	serve(pl, &s, false);
	sh(pl, "printf '#!/bin/sh\\nprintf \"\\\\n=====\\\\n\\\\033[31mGitLab: "
	       "no pushes on\\\\033[0m http://me:pw@h/x secret\\\\n\\\\n"
	       "call us\\\\n\" >&2\\nexit 1\\n' >site.git/hooks/pre-receive; "
	       "chmod +x site.git/hooks/pre-receive");
	before = site_tip(pl);
	o = options(pl, &s, "auth/site.git");
	assert_int_equal(push(pl, &o, &id, &moved), -1);
	assert_null(id);
	assert_false(moved);
	assert_int_equal(pl->err.kind, ERR_REPO);
	assert_says(pl, "was refused: pre-receive hook declined; the server "
			"says: GitLab: no pushes on http://h/x [redacted]; "
			"call us");
	assert_string_equal(site_tip(pl), before);
	stop(&s);
}

static void somebody_faster_is_told_and_not_overwritten(void **state)
{
	struct place *pl = *state;
	struct server s;
	struct publish_options o;
	struct publish *p;
	struct changes c = one_change(pl);
	const char *id, *theirs;
	bool moved;

	NEED_SERVER(pl);
	serve(pl, &s, false);
	o = options(pl, &s, "auth/site.git");
	p = open_it(pl, &o);
	sh(pl, "echo x >seed/x; git -C seed add .; git -C seed commit -qm two;"
	       "git -C seed push -q ../site.git main");
	theirs = site_tip(pl);
	assert_int_equal(publish_apply(p, &c, &id, &moved, &pl->err), -1);
	assert_true(moved);
	assert_says(pl, "has got another commit in the meantime");
	publish_close(p);
	assert_string_equal(site_tip(pl), theirs);
	assert_int_equal(push(pl, &o, &id, &moved), 0);
	assert_string_equal(sh(pl, "git -C site.git rev-parse main~"), theirs);
	stop(&s);
}

static void a_branch_set_back_meanwhile_is_not_restored(void **state)
{
	struct place *pl = *state;
	struct server s;
	struct publish_options o;
	struct publish *p;
	struct changes c = one_change(pl);
	const char *id, *first = NULL;
	bool moved;

	NEED_SERVER(pl);
	serve(pl, &s, false);
	first = site_tip(pl);
	sh(pl, "echo x >seed/x; git -C seed add .; git -C seed commit -qm two;"
	       "git -C seed push -q ../site.git main");
	o = options(pl, &s, "auth/site.git");
	p = open_it(pl, &o);
	sh(pl, "git -C site.git update-ref refs/heads/main %s", first);
	assert_int_equal(publish_apply(p, &c, &id, &moved, &pl->err), -1);
	assert_true(moved);
	assert_says(pl, "in the meantime");
	publish_close(p);
	assert_string_equal(site_tip(pl), first);
	stop(&s);
}

static void a_push_lost_in_a_race_on_the_server_counts_as_moved(void **state)
{
	struct place *pl = *state;
	struct server s;
	struct publish_options o;
	const char *id;
	bool moved;

	NEED_SERVER(pl);
	serve(pl, &s, false);
	sh(pl, "echo x >seed/x; git -C seed add .; git -C seed commit -qm two;"
	       "git -C seed push -q ../site.git main:other");
	sh(pl, "printf '#!/bin/sh\\nunset GIT_QUARANTINE_PATH\\n"
	       "git update-ref refs/heads/main refs/heads/other\\n' "
	       ">site.git/hooks/pre-receive; "
	       "chmod +x site.git/hooks/pre-receive");
	o = options(pl, &s, "auth/site.git");
	assert_int_equal(push(pl, &o, &id, &moved), -1);
	assert_true(moved);
	assert_says(pl, "in the meantime");
	assert_string_equal(
		site_tip(pl), sh(pl, "git -C site.git rev-parse other"));
	stop(&s);
}

static void a_lost_answer_to_a_push_that_arrived_is_success(void **state)
{
	struct place *pl = *state;
	struct server s;
	struct publish_options o;
	const char *id;
	bool moved;

	NEED_SERVER(pl);
	serve(pl, &s, false);
	o = options(pl, &s, "cut/site.git");
	assert_int_equal(push(pl, &o, &id, &moved), 0);
	assert_string_equal(site_tip(pl), id);
	stop(&s);
}

/* Opening with this path fails and says what. */
static void fails_to_open(
	struct place *pl, const struct publish_options *o, const char *what)
{
	assert_null(publish_open(o, &pl->err));
	assert_int_equal(pl->err.kind, ERR_REPO);
	assert_null(strstr(pl->err.text, "secret"));
	assert_says(pl, what);
}

static void login_errors_say_what_is_needed(void **state)
{
	struct place *pl = *state;
	struct server s;
	struct publish_options o;

	NEED_SERVER(pl);
	serve(pl, &s, false);
	o = options(pl, &s, "auth/site.git");
	o.token = "wrong";
	fails_to_open(pl, &o,
		"does not accept the token: it needs the scope "
		"write_repository");
	o.token = "";
	fails_to_open(pl, &o, "wants a login and there is none");
	o.token = "secret";
	o.token_host = "gitlab.example";
	fails_to_open(pl, &o, "the token is only for 'gitlab.example'");
	assert_null(strstr(sh(pl, "cat log"), "b2F1dGgyOnNlY3JldA"));
	o = options(pl, &s, "status-403/site.git");
	fails_to_open(pl, &o, "forbids it (403)");
	o = options(pl, &s, "auth/nothing.git");
	fails_to_open(pl, &o, "there is no repository at http://127.0.0.1");
	o = options(pl, &s, "status-503/site.git");
	fails_to_open(pl, &o, "cannot serve git just now (status 503)");
	stop(&s);
}

static void a_login_in_the_address_works_and_is_never_shown(void **state)
{
	struct place *pl = *state;
	struct server s;
	struct publish_options o;
	const char *id;
	bool moved;

	NEED_SERVER(pl);
	serve(pl, &s, false);
	o = options(pl, &s, "");
	o.token = "";
	o.remote = arena_printf(&pl->arena,
		"http://oauth2:secret@127.0.0.1:%d/auth/site.git", s.port);
	assert_int_equal(push(pl, &o, &id, &moved), 0);
	assert_string_equal(site_tip(pl), id);
	o.remote = arena_printf(&pl->arena,
		"http://oauth2:secret@127.0.0.1:%d/status-404/x.git", s.port);
	fails_to_open(pl, &o, "no repository at http://127.0.0.1");
	o.remote = "http://oauth2:secret@127.0.0.1:1/x.git";
	fails_to_open(pl, &o, "failed fetching from http://127.0.0.1:1/x.git");
	o.remote = "nonsense://oauth2:secret@127.0.0.1/x.git";
	fails_to_open(pl, &o, "nonsense://127.0.0.1/x.git");
	stop(&s);
}

static void redirects_to_other_hosts_are_not_followed(void **state)
{
	struct place *pl = *state;
	struct server s;
	struct publish_options o;

	NEED_SERVER(pl);
	serve(pl, &s, false);
	o = options(pl, &s, "redirect/site.git");
	fails_to_open(pl, &o, "which is not followed");
	assert_null(strstr(sh(pl, "cat log"), "second"));
	stop(&s);
}

/* A bare folder of a system has no names for its own addresses. */
static bool has_localhost(void)
{
	struct addrinfo *list;

	if (getaddrinfo("localhost", NULL, NULL, &list))
		return false;
	freeaddrinfo(list);
	return true;
}

#define NEED_LOCALHOST() \
	do { \
		if (!has_localhost()) { \
			print_message("localhost has no address\n"); \
			skip(); \
		} \
	} while (0)

static void another_port_does_not_get_the_token(void **state)
{
	struct place *pl = *state;
	struct server s;
	struct publish_options o;

	NEED_SERVER(pl);
	NEED_LOCALHOST();
	serve(pl, &s, false);
	o = options(pl, &s, "port/site.git");
	fails_to_open(pl, &o, "wants a login");
	assert_null(strstr(sh(pl, "cat log"), "Basic"));
	stop(&s);
}

/* Neither a login that was sent already, nor one in the remote's address. */
static void another_port_does_not_get_a_login_again(void **state)
{
	static const struct {
		const char *login, *path, *words;
	} CASES[] = {
		{"", "trusting", "does not accept the token"},
		{"oauth2:secret@", "trusting", "does not accept the token"},
		{"oauth2:secret@", "port", "wants a login"},
	};
	struct place *pl = *state;
	struct publish_options o;
	struct server s;
	const char *log;

	NEED_SERVER(pl);
	NEED_LOCALHOST();
	serve(pl, &s, false);
	for (size_t i = 0; i < COUNT_OF(CASES); i++) {
		o = options(pl, &s, "");
		o.remote = arena_printf(&pl->arena,
			"http://%s127.0.0.1:%d/%s/site.git", CASES[i].login,
			s.port, CASES[i].path);
		fails_to_open(pl, &o, CASES[i].words);
		log = sh(pl, "grep second log; rm log");
		assert_non_null(strstr(log, "second GET"));
		assert_null(strstr(log, "Basic"));
	}
	stop(&s);
}

/* GitLab redirects from an address without ".git", or of a moved project. */
static void redirects_within_the_origin_are_followed(void **state)
{
	struct place *pl = *state;
	struct server s;
	struct publish_options o;
	const char *id;
	bool moved;

	NEED_SERVER(pl);
	serve(pl, &s, false);
	o = options(pl, &s, "near/site.git");
	assert_int_equal(push(pl, &o, &id, &moved), 0);
	assert_string_equal(site_tip(pl), id);
	stop(&s);
}

static void a_server_that_says_nothing_is_given_up(void **state)
{
	struct place *pl = *state;
	struct server s;
	struct publish_options o;
	time_t before = time(NULL);

	NEED_SERVER(pl);
	serve(pl, &s, false);
	o = options(pl, &s, "hang/site.git");
	o.timeout_ms = 1200;
	fails_to_open(pl, &o, "does not answer: gave up");
	assert_true(time(NULL) - before < 10);
	kill(s.pid, SIGKILL);
	stop(&s);
}

static void a_push_that_hangs_is_given_up(void **state)
{
	struct place *pl = *state;
	struct server s;
	struct publish_options o;
	const char *id, *before;
	bool moved;

	NEED_SERVER(pl);
	serve(pl, &s, false);
	before = site_tip(pl);
	o = options(pl, &s, "stall/site.git");
	o.timeout_ms = 1200;
	assert_int_equal(push(pl, &o, &id, &moved), -1);
	assert_false(moved);
	assert_null(id);
	assert_says(pl, "does not answer: gave up pushing to it after 2 s");
	assert_string_equal(site_tip(pl), before);
	kill(s.pid, SIGKILL);
	stop(&s);
}

/* Everything in the clone but its objects. */
static const char *clone_state(struct place *pl)
{
	return sh(pl, "cd clone && find . -path ./.git/objects -prune -o "
		      "-type f -exec cksum {} + | sort");
}

static void a_run_killed_while_pushing_leaves_only_objects(void **state)
{
	struct place *pl = *state;
	struct server s;
	struct publish_options o;
	const char *id, *before;
	bool moved;
	pid_t child;
	int status;

	NEED_SERVER(pl);
	serve(pl, &s, false);
	before = clone_state(pl);
	o = options(pl, &s, "stall/site.git");
	child = fork();
	if (!child) {
		push(pl, &o, &id, &moved);
		_exit(0);
	}
	sh(pl, "for i in $(seq 100); do grep -q POST log && exit; sleep 0.1; "
	       "done; exit 1");
	kill(child, SIGKILL);
	waitpid(child, &status, 0);
	assert_true(WIFSIGNALED(status));
	assert_string_equal(clone_state(pl), before);
	o = options(pl, &s, "auth/site.git");
	assert_int_equal(push(pl, &o, &id, &moved), 0);
	assert_string_equal(site_tip(pl), id);
	kill(s.pid, SIGKILL);
	stop(&s);
}

static void a_token_does_not_travel_in_the_clear(void **state)
{
	struct place *pl = *state;
	struct publish_options o;

	NEED_SERVER(pl);
	o = git_options(pl, "clone");
	o.token = "secret";
	o.token_host = "gitlab.example";
	o.remote = "http://gitlab.example/a/b.git";
	assert_null(publish_open(&o, &pl->err));
	assert_int_equal(pl->err.kind, ERR_CONFIG);
	assert_says(pl, "will not send the token to "
			"http://gitlab.example/a/b.git");
}

static void certificates_are_checked_against_the_ca_file(void **state)
{
	struct place *pl = *state;
	struct server s;
	struct publish_options o;
	const char *id;
	bool moved;

	NEED_SERVER(pl);
	NEED_LOCALHOST();
	if (system("openssl version >/dev/null 2>&1")) {
		print_message("openssl missing\n");
		skip();
	}
	sh(pl, "openssl req -x509 -newkey rsa:2048 -nodes -keyout key.pem "
	       "-out cert.pem -days 2 -subj /CN=localhost -addext "
	       "subjectAltName=DNS:localhost");
	serve(pl, &s, true);
	o = options(pl, &s, "");
	o.remote = arena_printf(
		&pl->arena, "https://localhost:%d/auth/site.git", s.port);
	o.token_host = arena_printf(&pl->arena, "LOCALHOST:%d", s.port);
	fails_to_open(pl, &o, "certificate");
	o.ca_file = in(pl, "none.pem");
	fails_to_open(pl, &o, "CA file");
	o.ca_file = in(pl, "cert.pem");
	assert_int_equal(push(pl, &o, &id, &moved), 0);
	assert_string_equal(site_tip(pl), id);
	stop(&s);
}

/* As a GitLab runner clones. */
static void clone_as_a_runner(struct place *pl, int depth)
{
	sh(pl,
		"rm -rf clone; git init -q clone; cd clone; "
		"git remote add origin 'file://%s/site.git'; "
		"git fetch -q --no-tags --depth %d origin "
		"'+refs/heads/*:refs/remotes/origin/*' "
		"+refs/heads/main:refs/pipelines/7; "
		"git checkout -q --detach refs/pipelines/7",
		pl->dir, depth);
}

static void shallow_clones_can_push(void **state)
{
	static const int depths[] = {1, 2, 20};
	struct place *pl = *state;
	struct server s;
	struct publish_options o;
	const char *id;
	bool moved;

	NEED_SERVER(pl);
	serve(pl, &s, false);
	sh(pl, "cd seed; git checkout -q -b side; echo s >s; git add s; "
	       "git commit -qm s; git checkout -q main; for i in $(seq 30); do "
	       "echo $i >n; git add n; git commit -qm $i; done; git merge -q "
	       "side; git push -q ../site.git main side");
	for (size_t i = 0; i < COUNT_OF(depths); i++) {
		sh(pl, "git -C site.git update-ref refs/heads/main "
		       "$(git -C seed rev-parse main)");
		clone_as_a_runner(pl, depths[i]);
		assert_string_equal(sh(pl, "git -C clone rev-parse "
					   "--is-shallow-repository"),
			"true");
		o = options(pl, &s, "auth/site.git");
		assert_int_equal(push(pl, &o, &id, &moved), 0);
		assert_string_equal(site_tip(pl), id);
		assert_string_equal(
			sh(pl, "git -C site.git fsck --strict --no-dangling"),
			"");
		assert_string_equal(
			sh(pl, "git -C site.git rev-list --count main"), "34");
		assert_int_equal(push(pl, &o, &id, &moved), 0);
		assert_null(id);
	}
	stop(&s);
}

static void a_shallow_clone_that_is_behind_says_what_to_do(void **state)
{
	struct place *pl = *state;
	struct server s;
	struct publish_options o;

	NEED_SERVER(pl);
	serve(pl, &s, false);
	sh(pl, "cd seed; echo x >x; git add x; git commit -qm two; "
	       "git push -q ../site.git main");
	clone_as_a_runner(pl, 1);
	sh(pl, "cd seed; echo y >x; git commit -qam three; "
	       "git push -q ../site.git main");
	o = options(pl, &s, "auth/site.git");
	fails_to_open(pl, &o, "is a shallow clone and branch 'main' of");
	fails_to_open(pl, &o, "set GIT_DEPTH: 0 in the CI job");
	stop(&s);
}

static void an_empty_remote_gets_its_first_branch(void **state)
{
	struct place *pl = *state;
	struct server s;
	struct publish_options o;
	const char *id;
	bool moved;

	NEED_SERVER(pl);
	serve(pl, &s, false);
	sh(pl, "git init -q --bare -b trunk empty.git; "
	       "git init -q -b trunk fresh");
	o = options(pl, &s, "auth/empty.git");
	o.path = in(pl, "fresh");
	{
		struct publish *p = open_it(pl, &o);
		struct changes c = {.n = 0};

		change(pl, &c, CHANGE_ADD, "okrs/a.md", "", "first\n");
		assert_int_equal(
			publish_apply(p, &c, &id, &moved, &pl->err), 0);
		assert_non_null(id);
		publish_close(p);
	}
	assert_string_equal(
		sh(pl, "git -C empty.git show trunk:okrs/a.md"), "first");
	o = options(pl, &s, "auth/site.git");
	o.branch = "nothing";
	fails_to_open(pl, &o, "there is no branch 'nothing' at http://");
	stop(&s);
}

#define PUSH_TEST(f) cmocka_unit_test_setup_teardown(f, begin, place_end)

int main(void)
{
	const struct CMUnitTest tests[] = {
		PUSH_TEST(pushes_one_commit_with_the_token),
		PUSH_TEST(nothing_changed_pushes_nothing),
		PUSH_TEST(fetches_what_others_pushed),
		PUSH_TEST(a_hook_that_refuses_is_quoted),
		PUSH_TEST(somebody_faster_is_told_and_not_overwritten),
		PUSH_TEST(a_branch_set_back_meanwhile_is_not_restored),
		PUSH_TEST(a_push_lost_in_a_race_on_the_server_counts_as_moved),
		PUSH_TEST(a_lost_answer_to_a_push_that_arrived_is_success),
		PUSH_TEST(login_errors_say_what_is_needed),
		PUSH_TEST(a_login_in_the_address_works_and_is_never_shown),
		PUSH_TEST(redirects_to_other_hosts_are_not_followed),
		PUSH_TEST(another_port_does_not_get_the_token),
		PUSH_TEST(another_port_does_not_get_a_login_again),
		PUSH_TEST(redirects_within_the_origin_are_followed),
		PUSH_TEST(a_server_that_says_nothing_is_given_up),
		PUSH_TEST(a_push_that_hangs_is_given_up),
		PUSH_TEST(a_run_killed_while_pushing_leaves_only_objects),
		PUSH_TEST(a_token_does_not_travel_in_the_clear),
		PUSH_TEST(certificates_are_checked_against_the_ca_file),
		PUSH_TEST(shallow_clones_can_push),
		PUSH_TEST(a_shallow_clone_that_is_behind_says_what_to_do),
		PUSH_TEST(an_empty_remote_gets_its_first_branch),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
