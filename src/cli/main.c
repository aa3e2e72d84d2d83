/*
 * The program's entry: find the command, gather its settings, run it, print
 * the one error there may be, and map it to the exit status.
 *
 * Environment, clock and terminal are looked at here and nowhere else.
 */
#include "cli_p.h"

#include <assert.h>
#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

enum {
	CONFIG_BYTES = 64 * 1024,
	INPUT_BYTES = 1024 * 1024,
	MAX_COMMANDS = 64,
};

static const char *environment(const char *name)
{
	return getenv(name);
}

static const struct command *find_command(const char *name, struct err *err)
{
	const char *names[MAX_COMMANDS], *near;
	size_t n;
	const struct command *table = commands_table(&n);

	assert(n <= MAX_COMMANDS);
	for (size_t i = 0; i < n; i++) {
		names[i] = table[i].name;
		if (strcmp(table[i].name, name) == 0)
			return &table[i];
	}
	near = nearest_word(str_of(name), names, n);
	if (near)
		return err_null(err, ERR_USAGE,
			"unknown command '%s'; did you mean '%s'?", name, near);
	return err_null(err, ERR_USAGE,
		"unknown command '%s'; 'okrsync --help' lists them", name);
}

/* The config named with --config must be there; the default one may. */
static int read_config(struct run *run, int argc, char **argv, struct err *err)
{
	const char *named = flags_peek_config(argc, argv);
	const char *path = named ? named : run->s.config;
	struct str text;

	if (!named && access(path, F_OK) != 0 && errno == ENOENT)
		return 0;
	if (file_read(run->arena, path, CONFIG_BYTES, &text, err)) {
		err->kind = ERR_CONFIG;
		return -1;
	}
	run->inputs = text;
	return config_read(run->arena, text, path, &run->s, err);
}

/* All that the settings are made of; see quiet.c. */
static struct str note_inputs(
	struct run *run, const struct command *command, int argc, char **argv)
{
	size_t n;
	const struct setting *table = settings_table(&n);
	struct str all;
	struct buf b;

	buf_init(&b, INPUT_BYTES);
	buf_addf(&b, "%s\n%zu\n", command->name, run->inputs.n);
	buf_add(&b, run->inputs);
	for (int i = 0; i < argc; i++)
		buf_addf(&b, "%zu\n%s\n", strlen(argv[i]), argv[i]);
	for (size_t i = 0; i < n; i++) {
		const char *value =
			table[i].env ? environment(table[i].env) : NULL;

		if (value)
			buf_addf(&b, "%s\n%zu\n%s\n", table[i].env,
				strlen(value), value);
	}
	all = b.over ? STR("") : arena_str(run->arena, buf_str(&b));
	buf_release(&b);
	return all;
}

static void look_around(struct run *run)
{
	const char *token = getenv("OKRSYNC_TOKEN");
	const char *epoch = getenv("SOURCE_DATE_EPOCH");
	const char *no_colour = getenv("NO_COLOR");
	struct str digits = str_of(epoch);
	long seconds;

	if (!token || !*token)
		token = getenv("GITLAB_TOKEN");
	run->token = token ? token : "";
	run->terminal = isatty(STDERR_FILENO);
	run->screen = isatty(STDOUT_FILENO);
	run->colour = run->screen && !(no_colour && *no_colour);
	run->now = (int64_t)time(NULL);
	if (str_take_number(&digits, 253402300799L, &seconds) && !digits.n)
		run->now = seconds;
	/* Anybody who reads this variable's file reads the token. */
	unsetenv("SSLKEYLOGFILE");
}

/* The doctor goes on with defaults where the config is broken, and tells. */
static int settle_config(struct run *run, const struct command *command,
	int argc, char **argv, struct err *err)
{
	if (!(command->bit & FOR_ALL) || !read_config(run, argc, argv, err))
		return 0;
	if (command->bit != FOR_DOCTOR)
		return -1;
	run->config_error = arena_text(run->arena, str_of(err->text));
	err_clear(err);
	return settings_init(run->arena, &run->s, environment, err);
}

static int run_command(struct run *run, const struct command *command, int argc,
	char **argv, struct err *err)
{
	if (settings_init(run->arena, &run->s, environment, err))
		return -1;
	for (int i = 0; i < argc; i++)
		if (!strcmp(argv[i], "--help") || !strcmp(argv[i], "-h")) {
			help_command(stdout, command);
			return 0;
		}
	if (settle_config(run, command, argc, argv, err) ||
		flags_read(run->arena, command, argc, argv, &run->s, err))
		return -1;
	/* Without a flag before it, an address is a source; lint takes files,
	 * too, and looks itself. */
	if ((command->bit & FOR_SOURCES) && run->s.args.n) {
		run->s.source = run->s.args;
		run->s.args.n = 0;
	}
	run->inputs = note_inputs(run, command, argc, argv);
	if (!date_is_set(run->s.today))
		run->s.today = date_from_days((long)(run->now / 86400));
	return command->run(run, err);
}

/* What went to a full disk or a closed pipe must not end as a silent ok. */
static int close_stdout(int status, struct err *err)
{
	if (fflush(stdout) == 0 && !ferror(stdout))
		return status;
	if (errno == EPIPE)
		return status;
	return err_set(err, ERR_IO, "cannot write to standard output: %s",
		strerror(errno));
}

/* Of the program, a command or a topic. */
static int help(const char *name, struct err *err)
{
	const struct command *command;
	int done;

	if (!name) {
		help_program(stdout);
		return 0;
	}
	done = help_topic(name, isatty(STDOUT_FILENO), err);
	if (done)
		return done < 0 ? -1 : 0;
	command = find_command(name, err);
	if (!command)
		return -1;
	done = isatty(STDOUT_FILENO) ? help_manual(command, err) : 0;
	if (!done)
		help_command(stdout, command);
	return done < 0 ? -1 : 0;
}

static int start(struct run *run, int argc, char **argv, struct err *err)
{
	const struct command *command;

	if (argc < 2) {
		help_program(stderr);
		return err_set(err, ERR_USAGE, "no command is given");
	}
	if (!strcmp(argv[1], "--version") || !strcmp(argv[1], "version")) {
		puts("okrsync " OKRSYNC_VERSION);
		return 0;
	}
	if (!strcmp(argv[1], "--help") || !strcmp(argv[1], "-h") ||
		!strcmp(argv[1], "help"))
		return help(argc > 2 ? argv[2] : NULL, err);
	command = find_command(argv[1], err);
	if (!command)
		return -1;
	return run_command(run, command, argc - 2, argv + 2, err);
}

int main(int argc, char **argv)
{
	struct arena arena = ARENA_INIT;
	struct meter meter = {.what = NULL};
	struct run run = {.arena = &arena, .token = "", .meter = &meter};
	struct err err = ERR_INIT;
	int status;

	signal(SIGPIPE, SIG_IGN);
	look_around(&run);
	status = start(&run, argc, argv, &err);
	if (status >= 0)
		status = close_stdout(status, &err);
	if (status < 0) {
		progress_end(&run);
		fprintf(stderr, "okrsync: %s\n", err.text);
		status = err_exit_status(err.kind);
	}
	arena_release(&arena);
	return status;
}
