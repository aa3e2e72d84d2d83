/*
 * The difference on stdout.  A terminal gets no control characters, since
 * what people wrote in pages goes there too, and colours where those are
 * wanted; a file or pipe gets the bytes as they are.
 */
#include "publishing_p.h"

#include "escape.h"

enum {
	DIFF_BYTES = 256 * 1024 * 1024,
	HELD_LINES = 60,   /* shown of one page's */
	LINE_BYTES = 2048, /* shown of a line */
};

/* The colour of a line; "" for none. header: before the first hunk. */
static const char *colour_of(struct str line, bool header)
{
	if (header)
		return "\033[1m";
	if (str_starts(line, "@@"))
		return "\033[36m";
	if (str_starts(line, "+"))
		return "\033[32m";
	return str_starts(line, "-") ? "\033[31m" : "";
}

static void print_clean(struct str diff, bool coloured)
{
	bool header = true;
	struct str line;
	struct buf clean;

	buf_init(&clean, DIFF_BYTES);
	while (str_take_until(&diff, '\n', &line)) {
		const char *colour;

		/* Lines of pages begin with a sign or a blank. */
		header = str_starts(line, "diff --git ") ||
			 (header && !str_starts(line, "@@"));
		colour = coloured ? colour_of(line, header) : "";
		buf_clear(&clean);
		escape_clean(&clean, line);
		printf("%s%s%s\n", colour, clean.p, *colour ? "\033[m" : "");
	}
	buf_release(&clean);
}

int show_diff(
	const struct run *run, const struct changes *changes, struct err *err)
{
	struct buf b;
	int rc;

	buf_init(&b, DIFF_BYTES);
	rc = publish_diff(changes, &b, err);
	if (!rc)
		rc = buf_finish(&b, "the diff", err);
	if (!rc && run->screen)
		print_clean(buf_str(&b), run->colour);
	else if (!rc)
		fwrite(b.p, 1, b.n, stdout);
	/* Before the remarks on stderr, also where both go to one file. */
	fflush(stdout);
	buf_release(&b);
	return rc;
}

void show_held(const struct run *run, const struct change *change)
{
	struct changes one = {.n = 0};
	struct err ignored = ERR_INIT;
	struct str rest, line;
	struct buf b;
	int lines = 0;

	*vec_add(run->arena, &one) = *change;
	buf_init(&b, DIFF_BYTES);
	if (!publish_diff(&one, &b, &ignored)) {
		rest = buf_str(&b);
		while (lines++ < HELD_LINES &&
			str_take_until(&rest, '\n', &line))
			say(run, "    %.*s%s",
				STR_ARG(str_sub(line, 0, LINE_BYTES)),
				line.n > LINE_BYTES ? "..." : "");
		if (rest.n)
			say(run, "    ... and more");
	}
	buf_release(&b);
}
