/*
 * Topics of help that have a manual page: man(1) shows it on a terminal.
 */
#include "cli_p.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

enum { NO_PROGRAM = 127 };

/* Runs man; its exit status, or NO_PROGRAM.  quiet: it says nothing. */
static int run_man(const char *const argv[], bool quiet)
{
	int status;
	pid_t child = fork();

	if (child == 0) {
		int nowhere = quiet ? open("/dev/null", O_WRONLY) : -1;

		if (nowhere >= 0) {
			dup2(nowhere, STDOUT_FILENO);
			dup2(nowhere, STDERR_FILENO);
		}
		/* execvp() does not write to them; its type is older. */
		execvp("man", (char *const *)(uintptr_t)argv);
		_exit(NO_PROGRAM);
	}
	if (child < 0)
		return NO_PROGRAM;
	while (waitpid(child, &status, 0) < 0)
		if (errno != EINTR)
			return NO_PROGRAM;
	return WIFEXITED(status) ? WEXITSTATUS(status) : 0;
}

static bool is_there(const char *section, const char *page)
{
	const char *const argv[] = {"man", "-w", section, page, NULL};

	return run_man(argv, true) == 0;
}

static int show(const char *section, const char *page, struct err *err)
{
	const char *const argv[] = {"man", section, page, NULL};
	int status = run_man(argv, false);

	if (status)
		return err_set(err, ERR_IO, "'man %s %s' failed with status %d",
			section, page, status);
	return 0;
}

const struct help_topic *help_topics(void)
{
	static const struct help_topic TOPICS[] = {
		{"okrsync", "1", "the program, its commands and flags"},
		{"okrsync.yml", "5", "the settings of a handbook"},
		{"okr", "5", "how objectives and key results are written"},
		{NULL, NULL, NULL},
	};

	return TOPICS;
}

static const struct help_topic *find_topic(const char *name)
{
	const struct help_topic *t = help_topics();

	while (t->name && strcmp(t->name, name) != 0)
		t++;
	return t->name ? t : NULL;
}

int help_topic(const char *name, bool terminal, struct err *err)
{
	const struct help_topic *t = find_topic(name);

	if (!t)
		return 0;
	if (terminal && is_there(t->section, t->name))
		return show(t->section, t->name, err) ? -1 : 1;
	printf("%s(%s): %s\n\nRead it with 'man %s %s'; before 'make "
	       "install', with 'man docs/%s.%s'.\n",
		t->name, t->section, t->about, t->section, t->name, t->name,
		t->section);
	return 1;
}

int help_manual(const struct command *command, struct err *err)
{
	char page[64];

	snprintf(page, sizeof page, "okrsync-%s", command->name);
	if (!is_there("1", page))
		return 0;
	return show("1", page, err) ? -1 : 1;
}
