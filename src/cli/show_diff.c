/*
 * The difference on stdout.  A terminal gets colours and no control
 * characters, since what people wrote in pages goes there too; a file or pipe
 * gets the bytes as they are.
 */
#include "publishing_p.h"

#include "escape.h"

enum { DIFF_BYTES = 256 * 1024 * 1024 };

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

static void print_coloured(struct str diff)
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
		colour = colour_of(line, header);
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
	if (!rc && run->colour)
		print_coloured(buf_str(&b));
	else if (!rc)
		fwrite(b.p, 1, b.n, stdout);
	/* Before the remarks on stderr, also where both go to one file. */
	fflush(stdout);
	buf_release(&b);
	return rc;
}
