/*
 * Help texts, made from the tables of commands and settings.  A command's
 * help is one screen: what is needed rarely is only named there, and a
 * setting's details are left to the manual.
 */
#include "cli_p.h"

#include "attr.h"

enum { WIDTH = 79, COLUMN = 26 };

/* Settings of which most people never think, or families of them: --help only
 * names these. */
static const char *const RARE[] = {"confidential", "cache", "gitlab", "ca-file",
	"deadline", "max-issues", "lanes", "fiscal-start", "stale-days",
	"rules", "title", "project", "remote", "author-*", "message", "prune",
	"mr-*"};

/* The first setting of each group of the table, and the group's name. */
static const struct group {
	const char *first, *name;
} GROUPS[] = {
	{"source", "where OKRs come from"},
	{"period", "how they are understood"},
	{"bands", "how they are graded"},
	{"layout", "how they are shown"},
	{"publish", "where they are published"},
};

static bool is_rare(const struct setting *t)
{
	for (size_t i = 0; i < COUNT_OF(RARE); i++) {
		size_t n = strlen(RARE[i]);
		bool family = RARE[i][n - 1] == '*';

		if (family ? !strncmp(t->name, RARE[i], n - 1)
			   : !strcmp(t->name, RARE[i]))
			return true;
	}
	return false;
}

static bool is_in_help(const struct command *command, const struct setting *t)
{
	return (t->commands & command->bit) != 0;
}

/* Words of text, wrapped, from the column at on; further lines begin in
 * column indent. */
static void print_wrapped(FILE *out, struct str text, int at, int indent)
{
	struct str word;

	while (str_take_until(&text, ' ', &word)) {
		if (at + (int)word.n + 1 > WIDTH) {
			fprintf(out, "\n%*s", indent, "");
			at = indent;
		}
		fprintf(out, " %.*s", STR_ARG(word));
		at += (int)word.n + 1;
	}
	fputc('\n', out);
}

static bool is_a_choice(struct str word, const char *const *choices)
{
	for (; *choices; choices++)
		if (str_is(word, *choices))
			return true;
	return false;
}

/* "git, api or files" */
static void add_choices(struct buf *b, const char *const *choices)
{
	for (size_t i = 0; choices[i]; i++)
		buf_addf(b, "%s%s",
			i == 0           ? ""
			: choices[i + 1] ? ", "
					 : " or ",
			choices[i]);
}

/* What fits a line: without the details behind a colon, semicolon or bracket,
 * which are the names alone where these are all there is to choose. */
static void add_summary(struct buf *b, const struct setting *t)
{
	struct str text = str_of(t->help), whole = text;
	size_t room = WIDTH - COLUMN - 1;

	for (size_t i = 0; i + 1 < text.n && text.n > room; i++)
		if ((strchr(":;", text.p[i]) && text.p[i + 1] == ' ') ||
			(text.p[i] == ' ' && text.p[i + 1] == '('))
			text.n = i;
	if (text.n < whole.n && t->choices && is_a_choice(text, t->choices))
		add_choices(b, t->choices);
	else
		buf_add(b, text);
}

static void print_flag(FILE *out, const struct setting *t)
{
	struct buf help;
	int n = fprintf(out, "  ");

	buf_init(&help, 1024);
	add_summary(&help, t);
	if (t->letter)
		n += fprintf(out, "-%c, ", t->letter);
	n += fprintf(out, "--%s%s%s", t->name, t->arg ? " " : "",
		t->arg ? t->arg : "");
	if (n >= COLUMN) {
		fputc('\n', out);
		n = 0;
	}
	fprintf(out, "%*s", COLUMN - n, "");
	print_wrapped(out, buf_str(&help), COLUMN, COLUMN);
	buf_release(&help);
}

static void print_this_run(FILE *out, const struct command *command)
{
	size_t n, shown = 0;
	const struct setting *table = settings_table(&n);

	for (size_t i = 0; i < n; i++) {
		if (!is_in_help(command, &table[i]) || !table[i].flag_only)
			continue;
		if (!shown++)
			fputs("\nthis run:\n", out);
		print_flag(out, &table[i]);
	}
}

static void print_settings(FILE *out, const struct command *command)
{
	const char *group = NULL;
	size_t n, shown = 0;
	const struct setting *table = settings_table(&n);

	for (size_t i = 0; i < n; i++) {
		for (size_t g = 0; g < COUNT_OF(GROUPS); g++)
			if (!strcmp(GROUPS[g].first, table[i].name))
				group = GROUPS[g].name;
		if (!is_in_help(command, &table[i]) || table[i].flag_only ||
			is_rare(&table[i]))
			continue;
		if (group)
			fprintf(out, "%s%s:\n", shown++ ? "" : "\n", group);
		group = NULL;
		print_flag(out, &table[i]);
	}
}

/* The rest by name, and where all of them are told. */
static void print_rare(FILE *out, const struct command *command)
{
	struct buf names;
	size_t n, all = 0;
	const struct setting *table = settings_table(&n);

	buf_init(&names, 1024);
	for (size_t i = 0; i < n; i++)
		if (is_in_help(command, &table[i]) && !table[i].flag_only) {
			all++;
			if (is_rare(&table[i]))
				buf_addf(&names, "%s--%s",
					buf_str(&names).n ? " " : "",
					table[i].name);
		}
	if (buf_str(&names).n) {
		fputs("\nalso:", out);
		print_wrapped(out, buf_str(&names), 5, 5);
	}
	if (all)
		fputs("\n'okrsync help okrsync.yml' tells all settings, which "
		      "are keys of that file too;\n--no-NAME turns a switch "
		      "off.\n",
			out);
	buf_release(&names);
}

void help_command(FILE *out, const struct command *command)
{
	fprintf(out, "usage: okrsync %s%s%s%s\n\n%s\n", command->name,
		command->bit & FOR_ALL ? " [flags]" : "",
		*command->args ? " " : "", command->args, command->about);
	fprintf(out, "\nexample:\n  %s\n", command->example);
	print_this_run(out, command);
	print_settings(out, command);
	print_rare(out, command);
}

void help_program(FILE *out)
{
	size_t n;
	const struct command *table = commands_table(&n);

	fputs("okrsync keeps a handbook's OKR pages true to GitLab.\n\n"
	      "usage: okrsync COMMAND [flags]\n\n",
		out);
	for (size_t i = 0; i < n; i++)
		fprintf(out, "  %-12s%s\n", table[i].name, table[i].summary);
	fputs("  help        this text, or that of a COMMAND or a TOPIC:\n"
	      "              ",
		out);
	for (size_t i = 0; help_topics()[i].name; i++)
		fprintf(out, "%s%s", i ? ", " : "", help_topics()[i].name);
	fputs("\n\nexample:\n"
	      "  export OKRSYNC_TOKEN=...   # a token with scope read_api\n"
	      "  okrsync plan "
	      "https://gitlab.example/group/okrs/-/boards/42\n\n"
	      "'okrsync COMMAND --help' tells more.  Exit status: 0 done, "
	      "1 findings or\nout of date, 2 usage or config, 3 GitLab or "
	      "the repository failed.\n",
		out);
}
