/*
 * Help texts, made from the tables of commands and settings.
 */
#include "cli_p.h"

enum { WIDTH = 79, COLUMN = 26 };

/* Words of text, wrapped, from column COLUMN on. */
static void print_wrapped(FILE *out, struct str text, int at)
{
	struct str word;

	while (str_take_until(&text, ' ', &word)) {
		if (at + (int)word.n + 1 > WIDTH) {
			fprintf(out, "\n%*s", COLUMN, "");
			at = COLUMN;
		}
		fprintf(out, " %.*s", STR_ARG(word));
		at += (int)word.n + 1;
	}
	fputc('\n', out);
}

static void print_flag(FILE *out, const struct setting *t)
{
	int n = fprintf(out, "  ");

	if (t->letter)
		n += fprintf(out, "-%c, ", t->letter);
	n += fprintf(out, "--%s%s%s", t->name, t->arg ? " " : "",
		t->arg ? t->arg : "");
	if (n >= COLUMN) {
		fputc('\n', out);
		n = 0;
	}
	fprintf(out, "%*s", COLUMN - n, "");
	print_wrapped(out, str_of(t->help), COLUMN);
}

static void print_flags(
	FILE *out, const struct command *command, bool flag_only)
{
	size_t n;
	const struct setting *table = settings_table(&n);

	for (size_t i = 0; i < n; i++)
		if ((table[i].commands & command->bit) &&
			table[i].flag_only == flag_only)
			print_flag(out, &table[i]);
}

void help_command(FILE *out, const struct command *command)
{
	fprintf(out, "usage: okrsync %s [flags]%s%s\n\n%s\n", command->name,
		*command->args ? " " : "", command->args, command->about);
	fprintf(out, "\nexample:\n  %s\n", command->example);
	fputs("\nthis run:\n", out);
	print_flags(out, command, true);
	fputs("\nsettings (also keys of .okrsync.yml; --no-NAME turns a "
	      "switch off):\n",
		out);
	print_flags(out, command, false);
}

void help_program(FILE *out)
{
	size_t n;
	const struct command *table = commands_table(&n);

	fputs("okrsync keeps a handbook's OKR pages true to GitLab.\n\n"
	      "usage: okrsync COMMAND [flags]\n\n",
		out);
	for (size_t i = 0; i < n; i++)
		fprintf(out, "  %-10s %s\n", table[i].name, table[i].summary);
	fputs("\nexample:\n"
	      "  export OKRSYNC_TOKEN=...   # a token with scope read_api\n"
	      "  okrsync plan "
	      "https://gitlab.example/group/okrs/-/boards/42\n\n"
	      "'okrsync COMMAND --help' tells more.  Exit status: 0 done, "
	      "1 findings or\nout of date, 2 usage or config, 3 GitLab or "
	      "the repository failed.\n",
		out);
}
