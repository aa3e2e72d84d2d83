/*
 * Help texts, made from the tables of commands and settings.  A command's
 * help is one screen of 80 columns and 24 rows: the flags that are wanted most
 * are explained as far as there is room, the others are named, and the manual
 * has them all.
 */
#include "cli_p.h"

#include <assert.h>

#include "attr.h"

enum { WIDTH = 79, ROWS = 23, COLUMN = 26, ENOUGH = 8 };

/* What is explained first, if a command takes it; those that are not here
 * follow in the table's order. */
static const char *const WANTED[] = {"from", "check", "yes", "list", "explain",
	"format", "fail-on", "json", "template", "label", "create-labels",
	"create-board", "outcome", "dry-run", "period", "carry-over", "folder",
	"publish", "merge-request", "layout", "title", "to", "source", "output",
	"ics", "rules", "quiet-days", "remind-days", "project", "fiscal-start",
	"labels", "today"};

enum { MAX_FLAGS = 128 };

/* The flags of a command, and which of them are explained. */
struct flags {
	const struct setting *v[MAX_FLAGS];
	bool is_explained[MAX_FLAGS];
	size_t n;
};

static void collect(struct flags *f, const struct command *command)
{
	size_t n;
	const struct setting *table = settings_table(&n);

	f->n = 0;
	for (size_t i = 0; i < n; i++)
		if (table[i].commands & command->bit) {
			assert(f->n < MAX_FLAGS);
			f->is_explained[f->n] = false;
			f->v[f->n++] = &table[i];
		}
}

/* How much a flag is wanted; 0 is most. */
static size_t rank_of(const struct setting *t)
{
	for (size_t i = 0; i < COUNT_OF(WANTED); i++)
		if (!strcmp(WANTED[i], t->name))
			return i;
	return COUNT_OF(WANTED);
}

/* Marks the most wanted flag that is not marked yet; NULL when all are. */
static bool *mark_next(struct flags *f)
{
	size_t best = f->n;

	for (size_t i = 0; i < f->n; i++)
		if (!f->is_explained[i] &&
			(best == f->n ||
				rank_of(f->v[i]) < rank_of(f->v[best])))
			best = i;
	if (best == f->n)
		return NULL;
	f->is_explained[best] = true;
	return &f->is_explained[best];
}

/* A paragraph, wrapped. */
static void add_paragraph(struct buf *b, const char *words)
{
	struct str rest = str_of(words), word;
	size_t at = 0;

	while (str_take_until(&rest, ' ', &word)) {
		if (at)
			buf_addc(b, at + 1 + word.n > WIDTH ? '\n' : ' ');
		at = at + 1 + word.n > WIDTH ? word.n : at + 1 + word.n;
		buf_add(b, word);
	}
	buf_addc(b, '\n');
}

/* Words of text, wrapped, from column at on; further lines begin in column
 * indent. */
static void add_wrapped(struct buf *b, struct str text, int at, int indent)
{
	struct str word;

	while (str_take_until(&text, ' ', &word)) {
		if (at + (int)word.n + 1 > WIDTH) {
			buf_addf(b, "\n%*s", indent, "");
			at = indent;
		}
		buf_addf(b, " %.*s", STR_ARG(word));
		at += (int)word.n + 1;
	}
	buf_addc(b, '\n');
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

static void add_flag(struct buf *b, const struct setting *t)
{
	size_t start = b->n;
	struct buf help;
	int n;

	buf_init(&help, 1024);
	add_summary(&help, t);
	buf_adds(b, "  ");
	if (t->letter)
		buf_addf(b, "-%c, ", t->letter);
	buf_addf(b, "--%s%s%s", t->name, t->arg ? " " : "",
		t->arg ? t->arg : "");
	n = (int)(b->n - start);
	if (n >= COLUMN) {
		buf_addc(b, '\n');
		n = 0;
	}
	buf_addf(b, "%*s", COLUMN - n, "");
	add_wrapped(b, buf_str(&help), COLUMN, COLUMN);
	buf_release(&help);
}

static int rows_of(const struct buf *b)
{
	int rows = 0;

	for (size_t i = 0; i < b->n; i++)
		rows += b->p[i] == '\n';
	return rows;
}

/* Names, wrapped, as many as fit into so many rows; false when not all do. */
static bool add_names(struct buf *b, struct str names, int rows)
{
	static const char AND[] = "and", MORE[] = " ...";
	struct str word;
	size_t at = sizeof AND - 1;

	buf_adds(b, AND);
	while (str_take_until(&names, ' ', &word)) {
		size_t end = rows == 1 && names.n ? sizeof MORE : 0;

		if (at + 1 + word.n + end > WIDTH) {
			if (--rows == 0) {
				buf_addf(b, "%s\n", MORE);
				return false;
			}
			buf_adds(b, "\n   ");
			at = sizeof AND - 1;
		}
		buf_addf(b, " %.*s", STR_ARG(word));
		at += 1 + word.n;
	}
	buf_addc(b, '\n');
	return true;
}

/* The explained ones, then the names of the others; false when there is no
 * room for all of these. */
static bool add_flags(struct buf *b, const struct flags *f)
{
	struct buf others;
	bool all = true;

	buf_init(&others, 4096);
	for (size_t i = 0; i < f->n; i++)
		if (f->is_explained[i])
			add_flag(b, f->v[i]);
		else
			buf_addf(&others, "%s--%s",
				buf_str(&others).n ? " " : "", f->v[i]->name);
	if (buf_str(&others).n)
		all = add_names(b, buf_str(&others), ROWS - 1 - rows_of(b));
	buf_release(&others);
	return all;
}

static bool add_command(
	struct buf *b, const struct command *command, const struct flags *f)
{
	bool all;

	buf_addf(b, "usage: okrsync %s%s%s%s\n\n", command->name,
		f->n ? " [flags]" : "", *command->args ? " " : "",
		command->args);
	add_paragraph(b, command->about);
	buf_addf(b, "\nexample:\n  %s\n\n", command->example);
	all = add_flags(b, f);
	buf_addf(b, "'okrsync help %s' opens the manual%s\n", command->name,
		f->n ? "; --no-NAME turns a switch off" : "");
	return all;
}

/* Explains a flag more while the names of all others fit, and otherwise until
 * enough are explained. */
void help_command(FILE *out, const struct command *command)
{
	struct flags flags;
	struct buf b;
	bool *last, all;
	int explained = 0;

	assert(command->summary && command->about);
	buf_init(&b, 16 * 1024);
	collect(&flags, command);
	while ((last = mark_next(&flags))) {
		buf_clear(&b);
		all = add_command(&b, command, &flags);
		if (rows_of(&b) > ROWS || (!all && explained >= ENOUGH)) {
			*last = false;
			break;
		}
		explained++;
	}
	buf_clear(&b);
	(void)add_command(&b, command, &flags);
	fwrite(b.p, 1, b.n, out);
	buf_release(&b);
}

const struct exit_status *exit_statuses(void)
{
	static const struct exit_status STATUSES[] = {
		{0, "done", "done"},
		{1, "findings or\nout of date",
			"pages are out of date ('plan --check'), 'lint' found "
			"something as bad as 'fail-on' says, 'doctor' found "
			"something that fails, or 'close' left an OKR open "
			"that has no grade"},
		{2, "usage or config",
			"a mistake on the command line, in the config or in a "
			"template"},
		{3, "GitLab or the repository failed",
			"GitLab, the repository or a file failed; the next run "
			"finishes what was begun"},
		{0, NULL, NULL},
	};

	return STATUSES;
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
	      "'okrsync COMMAND --help' tells more.  Exit status:",
		out);
	for (const struct exit_status *s = exit_statuses(); s->words; s++)
		fprintf(out, "%s %d %s", s->status ? "," : "", s->status,
			s->brief);
	fputs(".\n", out);
}
