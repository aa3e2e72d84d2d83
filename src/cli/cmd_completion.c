/*
 * okrsync completion: scripts that complete the command line in bash, zsh and
 * fish, made from the tables of commands and settings and thus never behind.
 */
#include "cli_p.h"

#include "attr.h"

enum { SCRIPT_BYTES = 1024 * 1024 };

/* What the argument of a flag is, as far as a shell can help. */
enum worth {
	WORTH_NOTHING,
	WORTH_WORDS,
	WORTH_FILES,
	WORTH_FOLDERS,
};

static const char *const MONTHS[] = {"January", "February", "March", "April",
	"May", "June", "July", "August", "September", "October", "November",
	"December", NULL};
static const char *const PERIODS[] = {"this", "next", "last", NULL};
static const char *const SHELLS[] = {"bash", "zsh", "fish", NULL};

static enum worth worth_of(const struct setting *t, const char *const **words)
{
	*words = t->choices;
	if (!t->arg)
		return WORTH_NOTHING;
	if (t->type == SETTING_MONTH)
		*words = MONTHS;
	if (*words)
		return WORTH_WORDS;
	if (!strcmp(t->arg, "FILE"))
		return WORTH_FILES;
	return strcmp(t->arg, "FOLDER") ? WORTH_NOTHING : WORTH_FOLDERS;
}

/* The same for what is no flag. */
static enum worth worth_of_args(
	const struct command *c, const char *const **words)
{
	*words = NULL;
	if (strstr(c->args, "FILE"))
		return WORTH_FILES;
	if (strstr(c->args, "PERIOD"))
		*words = PERIODS;
	if (strstr(c->args, "SHELL"))
		*words = SHELLS;
	return *words ? WORTH_WORDS : WORTH_NOTHING;
}

static void add_words(struct buf *b, const char *const *words)
{
	for (size_t i = 0; words[i]; i++)
		buf_addf(b, "%s%s", i ? " " : "", words[i]);
}

static void add_commands(struct buf *b)
{
	size_t n;
	const struct command *c = commands_table(&n);

	for (size_t i = 0; i < n; i++)
		buf_addf(b, "%s ", c[i].name);
	buf_adds(b, "help");
}

static void add_topics(struct buf *b)
{
	add_commands(b);
	for (const struct help_topic *t = help_topics(); t->name; t++)
		buf_addf(b, " %s", t->name);
}

static bool has_no(const struct setting *t)
{
	return t->may_lack || (t->type == SETTING_SWITCH && !t->flag_only);
}

/* --- bash --- */

static void add_bash_reply(
	struct buf *b, enum worth worth, const char *const *words)
{
	if (worth == WORTH_FILES)
		buf_adds(b, "compopt -o filenames; "
			    "COMPREPLY=($(compgen -f -- \"$cur\"))");
	else if (worth == WORTH_FOLDERS)
		buf_adds(b, "compopt -o filenames; "
			    "COMPREPLY=($(compgen -d -- \"$cur\"))");
	else if (worth == WORTH_WORDS) {
		buf_adds(b, "COMPREPLY=($(compgen -W '");
		add_words(b, words);
		buf_adds(b, "' -- \"$cur\"))");
	} else
		buf_adds(b, ":");
}

/* "SUBCOMMAND:--flag" and "SUBCOMMAND:-f" alike, since a flag of one name may
 * belong to several commands and take different values. */
static void add_bash_value(struct buf *b, const struct setting *t)
{
	const char *const *words;
	enum worth worth = worth_of(t, &words);
	const char *bar = "";
	size_t n;
	const struct command *c = commands_table(&n);

	buf_addc(b, '\t');
	for (size_t i = 0; i < n; i++) {
		if (!(t->commands & c[i].bit))
			continue;
		buf_addf(b, "%s%s:--%s", bar, c[i].name, t->name);
		bar = "|";
		if (t->letter)
			buf_addf(b, "|%s:-%c", c[i].name, t->letter);
	}
	buf_adds(b, ")\n\t\t");
	add_bash_reply(b, worth, words);
	buf_adds(b, "\n\t\treturn ;;\n");
}

static void add_bash_flags(struct buf *b, const struct command *c)
{
	const char *const *words;
	enum worth worth = worth_of_args(c, &words);
	size_t n;
	const struct setting *t = settings_table(&n);

	buf_addf(b, "\t%s)\n\t\tflags='", c->name);
	for (size_t i = 0; i < n; i++) {
		if (!(t[i].commands & c->bit))
			continue;
		buf_addf(b, "--%s ", t[i].name);
		if (has_no(&t[i]))
			buf_addf(b, "--no-%s ", t[i].name);
	}
	buf_adds(b, "--help'\n\t\t[[ $cur == -* ]] || { ");
	add_bash_reply(b, worth, words);
	buf_adds(b, "; } ;;\n");
}

static void add_bash(struct buf *b)
{
	size_t n_commands, n;
	const struct command *c = commands_table(&n_commands);
	const struct setting *t = settings_table(&n);

	buf_adds(b, "# bash completion for okrsync, made by "
		    "'okrsync completion bash'\n"
		    "_okrsync()\n{\n"
		    "\tlocal cur=${COMP_WORDS[COMP_CWORD]} flags=\n"
		    "\tlocal prev=${COMP_WORDS[COMP_CWORD-1]} "
		    "cmd=${COMP_WORDS[1]}\n"
		    "\tCOMPREPLY=()\n"
		    "\t# '--layout=ta' comes as three words\n"
		    "\tif [[ $cur == '=' ]]; then cur=; "
		    "elif [[ $prev == '=' ]]; then "
		    "prev=${COMP_WORDS[COMP_CWORD-2]}; fi\n"
		    "\tif ((COMP_CWORD == 1)); then\n"
		    "\t\tCOMPREPLY=($(compgen -W '");
	add_commands(b);
	buf_adds(b, " --help --version' -- \"$cur\"))\n\t\treturn\n\tfi\n"
		    "\tcase $cmd:$prev in\n");
	for (size_t i = 0; i < n; i++)
		if (t[i].arg)
			add_bash_value(b, &t[i]);
	buf_adds(b, "\tesac\n\tcase $cmd in\n");
	for (size_t i = 0; i < n_commands; i++)
		add_bash_flags(b, &c[i]);
	buf_adds(b, "\thelp)\n\t\tCOMPREPLY=($(compgen -W '");
	add_topics(b);
	buf_adds(b, "' -- \"$cur\"))\n\t\treturn ;;\n\tesac\n"
		    "\t[[ $cur == -* ]] && "
		    "COMPREPLY=($(compgen -W \"$flags\" -- \"$cur\"))\n"
		    "\treturn 0\n}\n"
		    "complete -F _okrsync okrsync\n");
}

/* --- zsh --- */

/* Text between single quotes; with special, those of _arguments as well. */
static void add_quoted(struct buf *b, const char *text, bool special)
{
	for (; *text; text++)
		if (*text == '\'')
			buf_adds(b, "'\\''");
		else if (special && strchr("[]:\\", *text))
			buf_addf(b, "\\%c", *text);
		else
			buf_addc(b, *text == '\n' ? ' ' : *text);
}

static void add_zsh_worth(
	struct buf *b, enum worth worth, const char *const *words)
{
	if (worth == WORTH_FILES)
		buf_adds(b, "_files");
	if (worth == WORTH_FOLDERS)
		buf_adds(b, "_files -/");
	if (worth != WORTH_WORDS)
		return;
	buf_addc(b, '(');
	add_words(b, words);
	buf_addc(b, ')');
}

static void add_zsh_flag(
	struct buf *b, const struct setting *t, const char *name)
{
	const char *const *words;
	enum worth worth = worth_of(t, &words);
	bool valued = t->arg && strncmp(name, "--no-", 5) != 0;

	/* A list's flag may come again. */
	buf_addf(b, " \\\n\t\t\t'%s%s",
		t->type == SETTING_LIST || t->type == SETTING_LABELS ? "*" : "",
		name);
	if (valued && name[1] == '-')
		buf_addc(b, '=');
	buf_addc(b, '[');
	add_quoted(b, t->help, true);
	buf_addc(b, ']');
	if (valued) {
		buf_addf(b, ":%s:", t->arg);
		add_zsh_worth(b, worth, words);
	}
	buf_addc(b, '\'');
}

static void add_zsh_command(struct buf *b, const struct command *c)
{
	const char *const *words;
	enum worth worth = worth_of_args(c, &words);
	struct arena a = ARENA_INIT;
	size_t n;
	const struct setting *t = settings_table(&n);

	buf_addf(b, "\t%s)\n\t\t_arguments -s", c->name);
	for (size_t i = 0; i < n; i++) {
		if (!(t[i].commands & c->bit))
			continue;
		add_zsh_flag(b, &t[i], arena_printf(&a, "--%s", t[i].name));
		if (has_no(&t[i]))
			add_zsh_flag(b, &t[i],
				arena_printf(&a, "--no-%s", t[i].name));
		if (t[i].letter)
			add_zsh_flag(
				b, &t[i], arena_printf(&a, "-%c", t[i].letter));
	}
	buf_adds(b, " \\\n\t\t\t'*: :");
	add_zsh_worth(b, worth, words);
	buf_adds(b, "' ;;\n");
	arena_release(&a);
}

static void add_zsh(struct buf *b)
{
	size_t n;
	const struct command *c = commands_table(&n);

	buf_adds(b, "#compdef okrsync\n"
		    "# zsh completion for okrsync, made by "
		    "'okrsync completion zsh'\n"
		    "_okrsync() {\n"
		    "\tif ((CURRENT == 2)); then\n"
		    "\t\tlocal -a commands=(");
	for (size_t i = 0; i < n; i++) {
		buf_addf(b, "\n\t\t\t'%s:", c[i].name);
		add_quoted(b, c[i].summary, false);
		buf_addc(b, '\'');
	}
	buf_adds(b, "\n\t\t\t'help:of a command or a topic')\n"
		    "\t\t_describe command commands\n"
		    "\t\treturn\n\tfi\n"
		    "\tlocal command=$words[2]\n"
		    "\tshift words\n"
		    "\t((CURRENT--))\n"
		    "\tcase $command in\n");
	for (size_t i = 0; i < n; i++)
		add_zsh_command(b, &c[i]);
	buf_adds(b, "\thelp)\n\t\tcompadd -- ");
	add_topics(b);
	buf_adds(b,
		" ;;\n\tesac\n}\n"
		"if [[ $funcstack[1] == _okrsync ]]; then\n"
		"\t_okrsync \"$@\"\nelse\n\tcompdef _okrsync okrsync\nfi\n");
}

/* --- fish --- */

static void add_fish_seen(struct buf *b, unsigned commands)
{
	size_t n;
	const struct command *c = commands_table(&n);

	buf_adds(b, "complete -c okrsync -n '__fish_seen_subcommand_from");
	for (size_t i = 0; i < n; i++)
		if (commands & c[i].bit)
			buf_addf(b, " %s", c[i].name);
	buf_addc(b, '\'');
}

static void add_fish_worth(
	struct buf *b, enum worth worth, const char *const *words)
{
	if (worth == WORTH_FILES)
		buf_adds(b, " -r -F");
	if (worth == WORTH_NOTHING)
		buf_adds(b, " -x");
	if (worth == WORTH_FOLDERS)
		buf_adds(b, " -x -a '(__fish_complete_directories)'");
	if (worth != WORTH_WORDS)
		return;
	buf_adds(b, " -x -a '");
	add_words(b, words);
	buf_addc(b, '\'');
}

static void add_fish_text(struct buf *b, const char *text)
{
	buf_addc(b, '\'');
	for (; *text; text++)
		buf_addf(b, "%s%c", strchr("'\\", *text) ? "\\" : "", *text);
	buf_addc(b, '\'');
}

static void add_fish_flag(
	struct buf *b, const struct setting *t, const char *no)
{
	const char *const *words;
	enum worth worth = worth_of(t, &words);

	add_fish_seen(b, t->commands);
	buf_addf(b, " -l %s%s", no, t->name);
	if (t->letter)
		buf_addf(b, " -s %c", t->letter);
	if (t->arg && !*no)
		add_fish_worth(b, worth, words);
	buf_adds(b, " -d ");
	add_fish_text(b, t->help);
	buf_addc(b, '\n');
}

static void add_fish(struct buf *b)
{
	const char *const *words;
	enum worth worth;
	size_t n_commands, n;
	const struct command *c = commands_table(&n_commands);
	const struct setting *t = settings_table(&n);

	buf_adds(b, "# fish completion for okrsync, made by "
		    "'okrsync completion fish'\n"
		    "complete -c okrsync -f\n");
	for (size_t i = 0; i < n_commands; i++) {
		buf_addf(b,
			"complete -c okrsync -n __fish_use_subcommand -a %s "
			"-d ",
			c[i].name);
		add_fish_text(b, c[i].summary);
		buf_addc(b, '\n');
	}
	buf_adds(b, "complete -c okrsync -n __fish_use_subcommand -a help "
		    "-d 'of a command or a topic'\n"
		    "complete -c okrsync -n '__fish_seen_subcommand_from "
		    "help' -a '");
	add_topics(b);
	buf_adds(b, "'\n");
	for (size_t i = 0; i < n_commands; i++) {
		worth = worth_of_args(&c[i], &words);
		if (worth == WORTH_NOTHING)
			continue;
		add_fish_seen(b, c[i].bit);
		if (worth == WORTH_FILES)
			buf_adds(b, " -F");
		else {
			buf_adds(b, " -a '");
			add_words(b, words);
			buf_addc(b, '\'');
		}
		buf_addc(b, '\n');
	}
	for (size_t i = 0; i < n; i++) {
		add_fish_flag(b, &t[i], "");
		if (has_no(&t[i]))
			add_fish_flag(b, &t[i], "no-");
	}
}

/* The script for "bash", "zsh" or "fish", from the tables; false for another
 * shell. */
static bool add_script(struct buf *b, const char *shell)
{
	static void (*const ADD[])(struct buf *) = {
		add_bash, add_zsh, add_fish};

	for (size_t i = 0; i < COUNT_OF(ADD); i++)
		if (!strcmp(shell, SHELLS[i])) {
			ADD[i](b);
			return true;
		}
	return false;
}

int cmd_completion(struct run *run, struct err *err)
{
	struct buf b;
	int rc = 0;

	if (run->s.args.n != 1)
		return err_set(err, ERR_USAGE,
			"name one shell: 'okrsync completion bash', 'zsh' or "
			"'fish'");
	buf_init(&b, SCRIPT_BYTES);
	if (!add_script(&b, run->s.args.v[0]))
		rc = err_set(err, ERR_USAGE,
			"there is no completion for '%s', only for 'bash', "
			"'zsh' and 'fish'",
			run->s.args.v[0]);
	if (!rc)
		rc = buf_finish(&b, "the completion", err);
	if (!rc)
		rc = file_write("-", buf_str(&b), err);
	buf_release(&b);
	return rc;
}
