/*
 * The command line after the command's name: --name VALUE, --name=VALUE,
 * --[no-]switch, -x, and -- before arguments that begin with a dash.
 */
#include "cli_p.h"

#include <assert.h>

enum { NAMES_MAX = 128 };

struct reading_flags {
	struct arena *a;
	const struct command *command;
	struct settings *s;
	int argc, at;
	char **argv;
	bool cleared[NAMES_MAX]; /* lists that a flag has emptied already */
};

static bool takes(const struct command *command, const struct setting *t)
{
	return (t->commands & command->bit) != 0;
}

static int unknown_flag(
	const struct reading_flags *r, struct str name, struct err *err)
{
	const char *names[NAMES_MAX], *near;
	size_t n, all = 0;
	const struct setting *table = settings_table(&n);

	for (size_t i = 0; i < n && all < NAMES_MAX; i++)
		if (takes(r->command, &table[i]))
			names[all++] = table[i].name;
	near = nearest_word(name, names, all);
	if (settings_find(name, FOR_ALL))
		return err_set(err, ERR_USAGE,
			"'%s' has no flag '--%.*s' (another command has)",
			r->command->name, STR_ARG(name));
	if (near)
		return err_set(err, ERR_USAGE,
			"unknown flag '--%.*s'; did you mean '--%s'?",
			STR_ARG(name), near);
	return err_set(err, ERR_USAGE,
		"unknown flag '--%.*s'; see 'okrsync %s --help'", STR_ARG(name),
		r->command->name);
}

static const struct setting *find_letter(char letter)
{
	size_t n;
	const struct setting *table = settings_table(&n);

	for (size_t i = 0; i < n; i++)
		if (letter && table[i].letter == letter)
			return &table[i];
	return NULL;
}

/* A flag is stronger than the config: its first use empties the list. */
static void clear_once(struct reading_flags *r, const struct setting *t)
{
	size_t n;
	size_t i = (size_t)(t - settings_table(&n));

	assert(i < n && n <= NAMES_MAX);
	if (!r->cleared[i] && t->type == SETTING_LIST)
		settings_clear(r->s, t);
	r->cleared[i] = true;
}

static int set_flag(struct reading_flags *r, const struct setting *t,
	struct str name, bool has_value, struct str value, struct err *err)
{
	if (t->type == SETTING_SWITCH) {
		if (has_value)
			return err_set(err, ERR_USAGE,
				"'--%s' takes no value; there is '--no-%s'",
				t->name, t->name);
		settings_set_switch(r->s, t, !str_starts(name, "no-"));
		return 0;
	}
	if (t->may_lack && str_starts(name, "no-")) {
		if (has_value)
			return err_set(err, ERR_USAGE,
				"'--no-%s' takes no value", t->name);
	} else if (!has_value) {
		if (r->at >= r->argc)
			return err_set(err, ERR_USAGE, "'--%s' needs a %s",
				t->name, t->arg);
		value = str_of(r->argv[r->at++]);
	}
	clear_once(r, t);
	return settings_set(r->a, r->s, t, value,
		arena_printf(r->a, "--%s", t->name), ERR_USAGE, err);
}

static int read_long(struct reading_flags *r, struct str word, struct err *err)
{
	size_t equals = str_find_char(word, '=');
	struct str name = str_sub(word, 0, equals);
	struct str value = equals == STR_NONE
				   ? (struct str){NULL, 0}
				   : str_sub(word, equals + 1, word.n);
	const struct setting *t = settings_find(name, r->command->bit);
	struct str positive = name;

	if (!t && str_skip(&positive, "no-")) {
		t = settings_find(positive, r->command->bit);
		if (t && t->type != SETTING_SWITCH && !t->may_lack)
			t = NULL;
	}
	if (!t)
		return unknown_flag(r, name, err);
	return set_flag(r, t, name, equals != STR_NONE, value, err);
}

static int read_letter(
	struct reading_flags *r, struct str word, struct err *err)
{
	const struct setting *t = find_letter(word.p[0]);
	struct str value = str_sub(word, 1, word.n);

	if (!t || !takes(r->command, t) ||
		(t->type == SETTING_SWITCH && value.n))
		return err_set(err, ERR_USAGE,
			"unknown flag '-%.*s'; see 'okrsync %s --help'",
			STR_ARG(word), r->command->name);
	return set_flag(r, t, str_of(t->name), value.n > 0, value, err);
}

static int read_word(struct reading_flags *r, struct err *err)
{
	struct str word = str_of(r->argv[r->at++]);

	if (str_is(word, "--")) {
		while (r->at < r->argc)
			*vec_add(r->a, &r->s->args) = r->argv[r->at++];
		return 0;
	}
	if (str_skip(&word, "--"))
		return read_long(r, word, err);
	if (word.n > 1 && str_skip_char(&word, '-'))
		return read_letter(r, word, err);
	*vec_add(r->a, &r->s->args) = word.p;
	return 0;
}

int flags_read(struct arena *a, const struct command *command, int argc,
	char **argv, struct settings *s, struct err *err)
{
	struct reading_flags r = {
		.a = a, .command = command, .s = s, .argc = argc, .argv = argv};

	assert(command->bit && (command->bit & (command->bit - 1)) == 0);
	while (r.at < r.argc)
		if (read_word(&r, err))
			return -1;
	if (s->args.n && !*command->args)
		return err_set(err, ERR_USAGE,
			"'%s' takes no argument, but there is '%s'",
			command->name, s->args.v[0]);
	return 0;
}

const char *flags_peek_config(int argc, char **argv)
{
	for (int i = 0; i < argc && strcmp(argv[i], "--") != 0; i++) {
		struct str word = str_of(argv[i]);

		if (str_skip(&word, "--config=") ||
			(word.n > 2 && str_skip(&word, "-c")))
			return word.p;
		if ((str_is(word, "--config") || str_is(word, "-c")) &&
			i + 1 < argc)
			return argv[i + 1];
	}
	return NULL;
}
