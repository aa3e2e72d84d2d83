/*
 * For the tests of publishing: a temporary folder, shell commands in it, and
 * changes from texts.
 */
#ifndef PUBLISH_HELP_H
#define PUBLISH_HELP_H

#include "unit.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "arena.h"
#include "publish.h"

struct place {
	struct arena arena;
	const char *dir; /* absolute, removed at the end */
	struct err err;
};

/* Runs a command in the place with sh; its output, or a failed test. */
__attribute__((unused)) PRINTF(2, 3) static const
	char *sh(struct place *pl, const char *fmt, ...)
{
	struct buf out;
	char piece[4096];
	const char *script, *text;
	va_list ap;
	size_t n;
	FILE *f;

	buf_init(&out, 1 << 20);
	va_start(ap, fmt);
	buf_vaddf(&out, fmt, ap);
	va_end(ap);
	script = arena_printf(
		&pl->arena, "cd '%s' && { %s\n} 2>&1", pl->dir, out.p);
	buf_clear(&out);
	f = popen(script, "r");
	assert_non_null(f);
	while ((n = fread(piece, 1, sizeof piece, f)) > 0)
		buf_add(&out, (struct str){piece, n});
	if (pclose(f))
		fail_msg("command failed: %s\n%s", script, out.p);
	text = arena_text(&pl->arena, str_trim_right(buf_str(&out)));
	buf_release(&out);
	return text;
}

__attribute__((unused)) static bool can_run(const char *program)
{
	char script[200];

	snprintf(
		script, sizeof script, "%s --version >/dev/null 2>&1", program);
	return system(script) == 0;
}

/* libgit2 1.5 forgets pcre2's match data when an expression does not match. */
const char *__lsan_default_suppressions(void);
const char *__lsan_default_suppressions(void)
{
	return "leak:libpcre2-8";
}

/* Git reads nobody's settings, and everybody is somebody. */
static void set_environment(const char *home)
{
	static const char *const names[] = {"GIT_AUTHOR_NAME",
		"GIT_AUTHOR_EMAIL", "GIT_COMMITTER_NAME",
		"GIT_COMMITTER_EMAIL"};

	for (size_t i = 0; i < COUNT_OF(names); i++)
		setenv(names[i], "somebody", 1);
	setenv("HOME", home, 1);
	setenv("GIT_CONFIG_NOSYSTEM", "1", 1);
	unsetenv("XDG_CONFIG_HOME");
	unsetenv("http_proxy");
	unsetenv("https_proxy");
}

__attribute__((unused)) static int place_begin(void **state)
{
	struct place *pl = calloc(1, sizeof *pl);
	const char *tmp = getenv("TMPDIR");
	char *dir;

	arena_init(&pl->arena);
	dir = (char *)(uintptr_t)arena_printf(
		&pl->arena, "%s/publish-XXXXXX", tmp && *tmp ? tmp : "/tmp");
	assert_non_null(mkdtemp(dir));
	pl->dir = dir;
	set_environment(dir);
	*state = pl;
	return 0;
}

__attribute__((unused)) static int place_end(void **state)
{
	struct place *pl = *state;

	sh(pl, "chmod -R u+rwX . && rm -rf '%s'", pl->dir);
	arena_release(&pl->arena);
	free(pl);
	return 0;
}

__attribute__((unused)) static const char *in(
	struct place *pl, const char *name)
{
	return arena_printf(&pl->arena, "%s/%s", pl->dir, name);
}

__attribute__((unused)) static void change(struct place *pl, struct changes *c,
	enum change_kind kind, const char *path, const char *old,
	const char *fresh)
{
	*vec_add(&pl->arena, c) =
		(struct change){kind, path, str_of(old), str_of(fresh)};
}

__attribute__((unused)) static struct publish_options git_options(
	struct place *pl, const char *repo)
{
	return (struct publish_options){.way = PUBLISH_GIT,
		.path = in(pl, repo),
		.folder = "okrs",
		.author_name = "OKR pages",
		.author_email = "okrs@example.com",
		.message = "okrs: update pages",
		.when = 1735689600,
		.timeout_ms = 20000};
}

/* The error's text has what in it; forgets the error. */
__attribute__((unused)) static void assert_says(
	struct place *pl, const char *what)
{
	if (pl->err.kind == ERR_NONE || !strstr(pl->err.text, what))
		fail_msg("error is: '%s', wanted: '%s'", pl->err.text, what);
	err_clear(&pl->err);
}

#endif
