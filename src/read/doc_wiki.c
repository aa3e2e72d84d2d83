/*
 * Wiki markup (MediaWiki, DokuWiki, Textile, Trac) as markdown, line for line,
 * so that a line keeps its number: "== x ==" headings are known elsewhere,
 * lists are of "*" and "#" at the margin, tables become HTML, which can span
 * rows.
 *
 * "# x" is a heading in markdown and an item here; so a page is a wiki's only
 * if a line of it says so.
 */
#include "doc_line_p.h"

#include "attr.h"
#include "buf.h"

enum {
	WIKI_GROWTH = 24, /* output bytes for an input byte: "||" */
	WIKI_SPARE = 64,
	LONGEST_NAME = 60,
	LONGEST_MARK = 1000, /* of a link or template, looked for at each "[" */
	INDENT = 4,
	DEEPEST = 8,
};

struct wiki {
	struct buf out;
	bool table; /* inside "{|" */
	bool row;   /* a row of it is open */
	bool cell;  /* ... and a cell */
	bool drawn; /* inside DokuWiki's "^ a ^ b ^" */
	bool fence;
	int braces; /* inside a template that spans lines */
};

/* "== x ==", with as many on both sides */
static bool is_heading(struct str s)
{
	size_t n = 0, m = 0;

	while (n < s.n && s.p[n] == '=')
		n++;
	while (m < s.n && s.p[s.n - 1 - m] == '=')
		m++;
	return n > 1 && n == m && 2 * n < s.n;
}

/* "^ Key result ^ Target ^", "|_. Key result |", "||= Key result =||" */
static bool is_drawn_header(struct str s)
{
	if (str_starts(s, "|_.") || str_starts(s, "||="))
		return true;
	return s.n > 4 && s.p[0] == '^' && s.p[s.n - 1] == '^' &&
	       str_find(str_sub(s, 1, s.n - 1), STR(" ^ ")) != STR_NONE;
}

/* "h2. Objective" of trackers, where "** text" goes one deeper */
static bool is_tracker_heading(struct str s)
{
	return s.n > 4 && s.p[0] == 'h' && s.p[1] >= '1' && s.p[1] <= '6' &&
	       s.p[2] == '.' && s.p[3] == ' ';
}

/* "'''Objective 1'''" */
static bool is_bold(struct str s)
{
	return str_skip(&s, "'''") && str_find(s, STR("'''")) != STR_NONE;
}

bool doc_is_wiki(struct str text)
{
	struct str line;
	bool fence = false, hashes = false, ours = false, item = false;

	while (str_take_line(&text, &line)) {
		line = str_trim_right(line);
		if (line_fence(line))
			fence = !fence;
		if (fence)
			continue;
		hashes = hashes || (!item && str_starts(line, "## "));
		item = line.n && (line.p[0] == '#' || line.p[0] == '*');
		ours = ours || is_heading(line) || str_starts(line, "{|") ||
		       is_drawn_header(line) || is_bold(line) ||
		       is_tracker_heading(line);
	}
	return ours && !hashes;
}

/* "[[Team/OKRs|our OKRs]]", "[https://x text]": the words, if these are to be
 * read; the brackets are taken. */
static bool add_link(struct wiki *w, struct str *s)
{
	struct str in = str_sub(*s, 0, LONGEST_MARK);
	bool page = str_starts(in, "[[");
	size_t end = page ? str_find(in, STR("]]")) : str_find_char(in, ']');
	size_t bar;

	if (end == STR_NONE || (!page && !str_starts(*s, "[http")))
		return false;
	in = str_sub(*s, page ? 2 : 1, end);
	*s = str_sub(*s, end + (page ? 2 : 1), s->n);
	if (str_istarts(in, "category:") || str_istarts(in, "file:") ||
		str_istarts(in, "image:"))
		return true;
	bar = page ? str_rfind_char(in, '|') : str_find_char(in, ' ');
	if (bar != STR_NONE)
		in = str_trim(str_sub(in, bar + 1, in.n));
	else if (page && str_starts(in, "User:"))
		in = str_sub(in, 5, in.n);
	buf_add(&w->out, in);
	return true;
}

/* "{{done}}" is a word of its own, "{{Status|title=DONE}}" has one. */
static bool add_template(struct wiki *w, struct str *s)
{
	struct str in = str_sub(*s, 0, LONGEST_MARK), part, word;
	size_t end = str_find(in, STR("}}")), at;

	if (!str_starts(*s, "{{") || end == STR_NONE)
		return false;
	in = str_sub(*s, 2, end);
	*s = str_sub(*s, end + 2, s->n);
	str_take_until(&in, '|', &word);
	while (str_take_until(&in, '|', &part)) {
		at = str_find_char(part, '=');
		if (at == STR_NONE || str_istarts(part, "title="))
			word = str_sub(
				part, at == STR_NONE ? 0 : at + 1, part.n);
	}
	word = str_trim(word);
	if (word.n > LONGEST_NAME)
		return true;
	buf_addf(&w->out, s->n || w->table ? "%.*s" : "(%.*s)", STR_ARG(word));
	return true;
}

/* A text with its marks: bold, links, templates. */
static void add_text(struct wiki *w, struct str s)
{
	while (s.n) {
		if (s.p[0] == '\'' && str_skip(&s, "'''''"))
			buf_adds(&w->out, w->table ? "" : "***");
		else if (s.p[0] == '\'' && str_skip(&s, "'''"))
			buf_adds(&w->out, w->table ? "" : "**");
		else if (s.p[0] == '\'' && str_skip(&s, "''"))
			buf_adds(&w->out, w->table ? "" : "*");
		else if ((s.p[0] != '[' || !add_link(w, &s)) &&
			 (s.p[0] != '{' || !add_template(w, &s))) {
			buf_addc(&w->out, s.p[0]);
			s = str_sub(s, 1, s.n);
		}
	}
}

/* "rowspan=2 style="..." | text": the attributes of a cell. */
static struct str take_attributes(struct str *cell)
{
	size_t bar = str_find_char(*cell, '|');
	struct str s;

	if (bar == STR_NONE)
		return STR("");
	s = str_sub(*cell, 0, bar);
	if (str_find(s, STR("[[")) != STR_NONE ||
		str_find(s, STR("{{")) != STR_NONE)
		return STR("");
	*cell = str_sub(*cell, bar + 1, cell->n);
	return str_find_char(s, '>') == STR_NONE ? str_trim(s) : STR("");
}

static void begin_row(struct wiki *w)
{
	buf_adds(&w->out, "<tr>");
	w->row = true;
	w->cell = false;
}

/* Where the next cell begins, in its mark. */
static size_t find_cell(struct str s, bool header)
{
	for (size_t i = 0; i + 1 < s.n; i++) {
		if (s.p[i] == s.p[i + 1] &&
			(s.p[i] == '|' || (header && s.p[i] == '!')))
			return i;
	}
	return STR_NONE;
}

/* "a || b", "a !! b" behind the first mark. */
static void add_cells(struct wiki *w, struct str s, bool header)
{
	const char *name = header ? "th" : "td";

	if (!w->row)
		begin_row(w);
	for (;;) {
		size_t end = find_cell(s, header);
		struct str cell = str_sub(s, 0, end == STR_NONE ? s.n : end);
		struct str attributes = take_attributes(&cell);

		buf_addf(&w->out, "%s<%s %.*s>", w->cell ? "</td>" : "", name,
			STR_ARG(attributes));
		add_text(w, str_trim(cell));
		w->cell = true;
		if (end == STR_NONE)
			return;
		s = str_sub(s, end + 2, s.n);
	}
}

/* A line between "{|" and "|}". */
static void add_table_line(struct wiki *w, struct str s)
{
	s = str_trim(s);
	if (str_starts(s, "|}")) {
		buf_adds(&w->out, "</table>\n");
		w->table = w->row = w->cell = false;
		return;
	}
	if (str_starts(s, "|-")) {
		w->row = false;
		buf_adds(&w->out, "<!-- -->");
	} else if (str_starts(s, "|+")) {
		buf_adds(&w->out, "<!-- -->");
	} else if (s.n && (s.p[0] == '|' || s.p[0] == '!')) {
		add_cells(w, str_sub(s, 1, s.n), s.p[0] == '!');
	} else if (w->cell) {
		buf_adds(&w->out, "<br>");
		add_text(w, str_trim_left(str_trim_end(s, "*#")));
	}
	buf_addc(&w->out, '\n');
}

/* Textile's "_.", "/2.", "\\3." in front of a cell, Trac's "=" around it. */
static struct str take_marks(struct wiki *w, struct str cell)
{
	struct str s = cell;
	char kind = s.n ? s.p[0] : 0;
	long n = 1;

	if (str_ends(s, "=") && kind == '=')
		return str_trim(str_trim_end(str_sub(s, 1, s.n), "="));
	if (!s.n || !strchr("_/\\", kind))
		return cell;
	s = str_sub(s, 1, s.n);
	if ((kind != '_' && !str_take_number(&s, 100, &n)) ||
		!str_skip_char(&s, '.'))
		return cell;
	if (kind != '_')
		buf_addf(&w->out, " %s=%ld",
			kind == '/' ? "rowspan" : "colspan", n);
	return str_trim(s);
}

/* DokuWiki: "^" before a cell makes it a title, ":::" goes on from above. */
static void add_drawn(struct wiki *w, struct str s, struct str next)
{
	bool more = next.n && strchr("^|", next.p[0]);
	bool twice = str_starts(s, "||"); /* Trac: bars are doubled */

	if (!w->drawn)
		buf_adds(&w->out, "<table>");
	w->drawn = more;
	buf_adds(&w->out, "<tr>");
	while (s.n > 1) {
		const char *name = s.p[0] == '^' ? "th" : "td";
		size_t end = 1;
		struct str cell;

		while (end < s.n && s.p[end] != '|' && s.p[end] != '^')
			end++;
		cell = str_trim(str_sub(s, 1, end));
		s = str_sub(s, end, s.n);
		if (!cell.n && twice)
			continue;
		buf_addf(&w->out, "<%s", name);
		cell = take_marks(w, cell);
		buf_addc(&w->out, '>');
		if (!str_is(cell, ":::"))
			add_text(w, cell);
	}
	buf_adds(&w->out, more ? "</tr>\n" : "</tr></table>\n");
}

/* "*# text" as an item of markdown, as deep. */
static void add_item(struct wiki *w, struct str s)
{
	size_t n = 0;
	char last;

	while (n < s.n && n < DEEPEST && strchr("*#:;", s.p[n]))
		n++;
	last = s.p[n - 1];
	buf_add_times(&w->out, ' ', (n - 1) * INDENT);
	if (last == '*' || last == '#')
		buf_adds(&w->out, last == '*' ? "- " : "1. ");
	s = str_trim(str_sub(s, n, s.n));
	if (last == ';')
		buf_adds(&w->out, "**");
	add_text(w, s);
	buf_adds(&w->out, last == ';' ? "**\n" : "\n");
}

static bool is_item(struct str s)
{
	size_t n = 0;

	while (n < s.n && strchr("*#:;", s.p[n]))
		n++;
	if (!n || n == s.n || n > DEEPEST || !strchr("*#:;", s.p[0]))
		return false;
	return s.p[n] == ' ' || s.p[0] == '#' ||
	       (s.p[0] == '*' && n == 1 &&
		       str_find_char(str_sub(s, 1, s.n), '*') == STR_NONE);
}

/* "{{Infobox" ... "}}": a template in several lines says nothing. */
static bool is_in_template(struct wiki *w, struct str s)
{
	if (w->braces) {
		w->braces = str_find(s, STR("}}")) == STR_NONE;
		return true;
	}
	w->braces = str_starts(s, "{{") && str_find(s, STR("}}")) == STR_NONE;
	return w->braces;
}

static void add_line(struct wiki *w, struct str s, struct str next)
{
	if (line_fence(s))
		w->fence = !w->fence;
	if (w->fence || line_fence(s)) {
		buf_add(&w->out, s);
		buf_addc(&w->out, '\n');
	} else if (!w->table && str_starts(str_trim_left(s), "{|")) {
		w->table = true;
		buf_adds(&w->out, "<table>\n");
	} else if (w->table) {
		add_table_line(w, s);
	} else if (w->drawn || is_drawn_header(s)) {
		add_drawn(w, s, next);
	} else if (is_in_template(w, s) || str_starts(s, "__")) {
		buf_addc(&w->out, '\n');
	} else if (str_starts(s, "{{") && str_ends(s, "}}")) {
		buf_addc(&w->out, '\n');
	} else if (is_item(s)) {
		add_item(w, s);
	} else {
		add_text(w, s);
		buf_addc(&w->out, '\n');
	}
}

struct str doc_wiki(struct arena *a, struct str text)
{
	struct wiki w = {.table = false};
	struct str line, next;
	bool more;

	buf_init(&w.out, text.n * WIKI_GROWTH + WIKI_SPARE);
	for (more = str_take_line(&text, &next); more;) {
		line = str_trim_right(next);
		more = str_take_line(&text, &next);
		if (!more)
			next = STR("");
		add_line(&w, line, next);
	}
	text = arena_str(a, buf_str(&w.out));
	buf_release(&w.out);
	return text;
}
