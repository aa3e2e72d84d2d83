/*
 * AsciiDoc as markdown, as far as pages of OKRs have it: ". point" and "..
 * point" are numbered lists, "** point" is one level down, "Label::" heads what
 * follows, and ".Title" stands over a table.  Headings and tables are known to
 * any page (doc_grid.c, doc_adoc.c).
 */
#include "doc_notation_p.h"

#include "attr.h"
#include "doc_line_p.h"

enum { DEEPEST = 5, INDENT = 3 };

struct adoc {
	struct buf *out;
	char outer; /* of the list that goes on, '.' or '*'; else 0 */
	bool blank; /* the line before was */
};

/* How many of c before a blank and a text, or 0. */
static size_t points(struct str s, char c)
{
	size_t n = 0;

	while (n < s.n && n < DEEPEST && s.p[n] == c)
		n++;
	return n && n + 1 < s.n && s.p[n] == ' ' ? n : 0;
}

bool adoc_sign(struct str line)
{
	struct str s = line;
	size_t n = 0;

	while (str_skip_char(&s, '='))
		n++;
	return n && n <= DEEPEST && str_starts(s, " ") && !str_ends(s, "=") &&
	       str_trim(s).n && str_is_alnum(str_trim(s).p[0]);
}

/* "Key results::", "Owner:: Ana" */
static bool put_label(struct buf *out, struct str s)
{
	enum { LONGEST = 80 };
	size_t at = str_find(s, STR("::"));
	struct str rest = str_sub(s, at == STR_NONE ? s.n : at + 2, s.n);

	if (at == STR_NONE || !at || at > LONGEST || s.p[0] == ':' ||
		(rest.n && rest.p[0] != ' '))
		return false;
	buf_adds(out, rest.n ? "" : "**");
	buf_add(out, str_sub(s, 0, at + 1));
	buf_adds(out, rest.n ? "" : "**");
	buf_add(out, rest);
	return true;
}

/* "* point" below ". point" is one level down, and so the other way. */
static void put_point(struct adoc *d, struct str s, char c, size_t n)
{
	if (!d->outer)
		d->outer = c;
	buf_add_times(d->out, ' ', INDENT * (n - 1 + (c != d->outer)));
	buf_adds(d->out, c == '.' ? "1. " : "- ");
	buf_add(d->out, str_trim(str_sub(s, n, s.n)));
}

static void adoc_line(struct adoc *d, struct str line)
{
	struct str s = str_trim(line);
	char c = s.n && s.p[0] == '.' ? '.' : '*';
	size_t n = points(s, c);

	if (n) {
		put_point(d, s, c, n);
		return;
	}
	if (d->blank && s.n)
		d->outer = '\0';
	if (s.n > 2 && s.p[0] == ':' && str_is_alpha(s.p[1]) &&
		str_find_char(str_sub(s, 1, s.n), ':') != STR_NONE)
		return; /* ":toc:" */
	if (s.n > 1 && s.p[0] == '.' && str_is_alnum(s.p[1])) {
		buf_adds(d->out, "**");
		buf_add(d->out, str_sub(s, 1, s.n));
		buf_adds(d->out, "**");
	} else if (!put_label(d->out, s)) {
		buf_add(d->out, line);
	}
}

struct str adoc_text(struct arena *a, struct str text)
{
	struct str line;
	struct buf b;
	struct adoc d = {.out = &b, .blank = true};
	bool left = false, source = false;

	buf_init(&b, text.n * 4 + 64);
	while (str_take_line(&text, &line)) {
		bool drawn = str_is(str_trim_right(line), "----") &&
			     (left || source);

		if (str_trim(line).n)
			source = str_starts(line, "[source") ||
				 str_starts(line, "[listing");
		left ^= drawn || line_fence(str_trim(line)) > 0;
		if (drawn)
			buf_adds(&b, "```");
		else if (left)
			buf_add(&b, line);
		else
			adoc_line(&d, line);
		d.blank = !str_trim(line).n;
		buf_addc(&b, '\n');
	}
	text = arena_str(a, buf_str(&b));
	buf_release(&b);
	return text;
}
