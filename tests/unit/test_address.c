/*
 * Addresses of remotes, who gets the token, and what may be shown.
 */
#include "unit.h"

#include "publish/publish_p.h"

static struct address parse(const char *url)
{
	return address_parse(str_of(url));
}

static void an_address_has_its_parts(void **state)
{
	struct address a = parse("https://u:p@w@[::1]:8443/g/p.git?x#y");

	(void)state;
	assert_true(str_is(a.scheme, "https"));
	assert_true(str_is(a.login, "u:p@w"));
	assert_true(str_is(a.host, "[::1]"));
	assert_true(str_is(a.port, "8443"));
	assert_true(str_is(a.path, "/g/p.git?x#y"));
	a = parse("git@gitlab.example:g/p.git");
	assert_int_equal(a.scheme.n, 0);
	assert_false(address_is_http(&a));
	a = parse("ssh://git@gitlab.example/g/p.git");
	assert_false(address_is_http(&a));
	assert_true(str_is(a.host, "gitlab.example"));
}

static void only_this_machine_is_loopback(void **state)
{
	static const struct {
		const char *url;
		bool is;
	} rows[] = {
		{"http://localhost/x", true},
		{"http://LOCALHOST:80/x", true},
		{"http://127.0.0.1:1/x", true},
		{"http://127.255.0.9/x", true},
		{"http://[::1]:9/x", true},
		{"http://127.0.0.1.example/x", false},
		{"http://127.0.0/x", false},
		{"http://127.0.0.256/x", false},
		{"http://localhost.example/x", false},
		{"http://localhost@evil.example/x", false},
		{"http://evil.example/?@localhost/", false},
		{"http://evil.example#@localhost/", false},
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct address a = parse(rows[i].url);

		if (address_is_loopback(&a) != rows[i].is)
			fail_msg("%s", rows[i].url);
	}
}

static void the_token_is_for_one_host_and_port(void **state)
{
	static const struct {
		const char *url, *host;
		bool is;
	} rows[] = {
		{"https://gitlab.example/x", "gitlab.example", true},
		{"https://GitLab.Example:443/x", "gitlab.example", true},
		{"https://gitlab.example/x", "gitlab.example:443", true},
		{"http://gitlab.example/x", "gitlab.example:80", true},
		{"http://gitlab.example/x", "gitlab.example:443", false},
		{"https://gitlab.example:8443/x", "gitlab.example", false},
		{"https://gitlab.example.evil/x", "gitlab.example", false},
		{"https://gitlab.example@evil/x", "gitlab.example", false},
		{"https://evil/gitlab.example", "gitlab.example", false},
		{"https://[::1]:7/x", "[::1]:7", true},
		{"https://[::1]/x", "[::1]", true},
		{"https:///x", "", false},
		{"https://gitlab.example/x", "", false},
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct address a = parse(rows[i].url);

		if (address_is_at(&a, rows[i].host) != rows[i].is)
			fail_msg("%s at %s", rows[i].url, rows[i].host);
	}
}

static void logins_are_not_shown(void **state)
{
	struct arena a = ARENA_INIT;

	(void)state;
	assert_string_equal(
		address_shown(&a, "https://ci:job@h:1/g/p.git?private=x#y"),
		"https://h:1/g/p.git");
	assert_string_equal(address_bare(&a, "https://ci:job@h/g/p.git?q"),
		"https://h/g/p.git?q");
	assert_string_equal(
		address_shown(&a, "git@h:g/p.git"), "git@h:g/p.git");
	assert_string_equal(address_shown(&a, "/srv/a.git"), "/srv/a.git");
	arena_release(&a);
}

static void words_become_one_clean_line(void **state)
{
	static const struct {
		const char *said, *want;
	} rows[] = {
		{"\n\n one \n\n two\n", "one; two"},
		{"Resolving deltas:  50%\rResolving deltas: 100%\nno\n", "no"},
		{"====\nGitLab: no\n====\n", "GitLab: no"},
		{"\033[31mred\033[0m\033]x \a\bend", "redx end"},
		{"a\n\033[31m\033[0m\nb", "a; b"},
		{"\033[", ""},
		{"at 'https://u:p@h/x' and ssh://g@h", "at 'https://h/x' and "
						       "ssh://h"},
		{"mail a@b, http://h/@c", "mail a@b, http://h/@c"},
		{"key=tok3n,tok3ntok3", "key=[redacted],[redacted]tok3"},
	};
	struct buf b;

	(void)state;
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		buf_init(&b, WORDS_BYTES);
		words_add(&b, str_of(rows[i].said), "tok3n");
		assert_string_equal(b.p, rows[i].want);
		buf_release(&b);
	}
}

static void words_end_when_there_are_too_many(void **state)
{
	struct buf b;

	(void)state;
	buf_init(&b, 8);
	for (int i = 0; i < 9; i++)
		words_add(&b, STR("0123456789\nx\n"), "");
	assert_true(b.n <= 8);
	assert_true(str_starts(buf_str(&b), "01234567"));
	buf_release(&b);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_address_has_its_parts),
		cmocka_unit_test(only_this_machine_is_loopback),
		cmocka_unit_test(the_token_is_for_one_host_and_port),
		cmocka_unit_test(logins_are_not_shown),
		cmocka_unit_test(words_become_one_clean_line),
		cmocka_unit_test(words_end_when_there_are_too_many),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
