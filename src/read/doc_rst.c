/*
 * reStructuredText as markdown: underlined titles, fields, roles, "#." lists
 * and the tables of directives.  What other directives hold is left out, but
 * for those that only place their text.
 */
#include "doc_notation_p.h"

#include "attr.h"
#include "doc_line_p.h"

enum { STYLES = 8, LEVELS = 6, SHORTEST = 3, MOST_BYTES = 1 << 16 };

struct rst {
	struct arena *a;
	struct buf out;
	struct str rest;
	char styles[STYLES][2]; /* of titles, by level: sign, and overlined */
	size_t n_styles;
};

static void end_line(struct rst *r)
{
	buf_addc(&r->out, '\n');
}

static size_t indent_of(struct str line)
{
	size_t n = 0;

	while (n < line.n && (line.p[n] == ' ' || line.p[n] == '\t'))
		n++;
	return n;
}

/* The name in ".. name:: text", without a text for any other line. */
static struct str directive_of(struct str s, struct str *text)
{
	size_t n = 0;

	if (!str_skip(&s, ".. "))
		return (struct str){NULL, 0};
	while (n < s.n && (str_is_alnum(s.p[n]) || strchr("-_:", s.p[n])) &&
		!str_starts(str_sub(s, n, s.n), "::"))
		n++;
	if (!n || !str_starts(str_sub(s, n, s.n), "::"))
		return (struct str){NULL, 0};
	*text = str_trim(str_sub(s, n + 2, s.n));
	return str_sub(s, 0, n);
}

/* The bytes of ":name:`" that s begins with. */
static size_t role_bytes(struct str s)
{
	size_t n = 1;

	if (s.n < 4 || s.p[0] != ':' || !str_is_alpha(s.p[1]))
		return 0;
	while (n < s.n && (str_is_alnum(s.p[n]) || s.p[n] == '-'))
		n++;
	return str_starts(str_sub(s, n, s.n), ":`") ? n + 2 : 0;
}

bool rst_sign(struct str line)
{
	struct str text, s = str_trim_left(line);
	size_t colon;

	if (str_starts(s, "#. ") || directive_of(s, &text).n ||
		(str_starts(s, ".. _") && str_ends(s, ":")))
		return true;
	colon = str_find(s, STR(":`"));
	while (colon && colon != STR_NONE && str_is_alnum(s.p[colon - 1]))
		colon--;
	return colon && colon != STR_NONE &&
	       role_bytes(str_sub(s, colon - 1, s.n)) > 0;
}

/* The sign of a line that underlines a title, or 0. */
static char adornment(struct str line)
{
	struct str s = str_trim_right(line);

	if (s.n < SHORTEST || !strchr("=-`:.'\"~^_*+#", s.p[0]))
		return 0;
	for (size_t i = 1; i < s.n; i++) {
		if (s.p[i] != s.p[0])
			return 0;
	}
	return s.p[0];
}

static size_t level_of(struct rst *r, char sign, bool over)
{
	size_t i = 0;

	while (i < r->n_styles &&
		(r->styles[i][0] != sign || r->styles[i][1] != over))
		i++;
	if (i == r->n_styles && i < STYLES) {
		r->styles[i][0] = sign;
		r->styles[i][1] = over;
		r->n_styles++;
	}
	return i < LEVELS ? i + 1 : LEVELS;
}

/* "`text <address>`_" without its address, and where it ends; 0: none. */
static size_t add_reference(struct rst *r, struct str s)
{
	size_t end = str_find_char(str_sub(s, 1, s.n), '`'), at;
	struct str text;

	if (end == STR_NONE)
		return 0;
	text = str_sub(s, 1, end + 1);
	at = str_find(text, STR(" <"));
	if (at != STR_NONE && str_ends(text, ">"))
		text = str_sub(text, 0, at);
	buf_add(&r->out, text);
	end += 2;
	while (end < s.n && s.p[end] == '_')
		end++;
	return end;
}

static void add_text(struct rst *r, struct str s)
{
	while (s.n) {
		size_t role = role_bytes(s), n = 0;

		if (str_starts(s, "``")) {
			s = str_sub(s, 1, s.n);
			n = str_find(str_sub(s, 1, s.n), STR("``"));
			if (n == STR_NONE)
				n = 0;
			else
				n += 2;
			buf_add(&r->out, str_sub(s, 0, n));
			s = str_sub(s, n ? n + 1 : 0, s.n);
			if (n)
				continue;
		}
		if (role || s.p[0] == '`')
			n = add_reference(
				r, str_sub(s, role ? role - 1 : 0, s.n));
		if (n) {
			s = str_sub(s, n + (role ? role - 1 : 0), s.n);
			continue;
		}
		buf_addc(&r->out, s.p[0]);
		s = str_sub(s, 1, s.n);
	}
}

/* "Title" over "=====", or between two of them. */
static bool title(struct rst *r, struct str line)
{
	struct str rest = r->rest, next, last;
	char over = adornment(line);
	size_t level;

	if (!str_take_line(&rest, &next))
		return false;
	if (over) {
		if (!str_trim(next).n || adornment(next) ||
			!str_take_line(&rest, &last) || adornment(last) != over)
			return false;
		end_line(r);
		line = next;
		next = last;
	} else if (indent_of(line) || !adornment(next) ||
		   str_trim_right(next).n + 2 < str_trim_right(line).n) {
		return false;
	}
	r->rest = rest;
	level = level_of(r, adornment(next), over != 0);
	buf_add_times(&r->out, '#', level);
	buf_addc(&r->out, ' ');
	add_text(r, str_trim(line));
	end_line(r);
	end_line(r);
	return true;
}

/* Is the line below a directive at that indent? */
static bool is_below(struct str line, size_t indent)
{
	return !str_trim(line).n || indent_of(line) > indent;
}

static void leave_body(struct rst *r, size_t indent)
{
	struct str rest = r->rest, line;

	while (str_take_line(&rest, &line) && is_below(line, indent)) {
		r->rest = rest;
		end_line(r);
	}
}

/* The text that is placed somewhere: as if it stood at the margin. */
static void set_out(
	struct rst *r, size_t indent, void (*put)(struct rst *, struct str))
{
	struct str rest = r->rest, line;
	size_t in = 0;

	while (str_take_line(&rest, &line) && is_below(line, indent)) {
		struct str s = str_trim(line);

		r->rest = rest;
		if (s.n && !in && s.p[0] != ':')
			in = indent_of(line);
		if (!in || !s.n)
			end_line(r);
		else
			put(r, str_sub(line,
				       indent_of(line) < in ? indent_of(line)
							    : in,
				       line.n));
		rest = r->rest;
	}
}

/* ".. csv-table::" */
static void csv_table(struct rst *r, size_t indent)
{
	struct str rest = r->rest, line, s, header = {NULL, 0};
	bool ruled = false;

	while (str_take_line(&rest, &line) && is_below(line, indent)) {
		r->rest = rest;
		s = str_trim(line);
		if (str_skip(&s, ":header:")) {
			header = str_trim(s);
			buf_add(&r->out, sheet_row(r->a, header, ',', true));
		} else if (header.n && !ruled) {
			buf_add(&r->out, sheet_delimiter(r->a, header, ','));
			ruled = true;
		} else if (header.n && s.n && s.p[0] != ':') {
			buf_add(&r->out, sheet_row(r->a, s, ',', false));
		} else if (header.n) {
			buf_adds(&r->out, "| |");
		}
		end_line(r);
	}
}

/* Takes the lines of "* - cell" with its further cells; how many. */
static size_t take_row(
	struct rst *r, size_t indent, struct str *row, size_t *cells)
{
	struct str rest = r->rest, line, s;
	size_t n = 0;
	struct buf b;

	buf_init(&b, MOST_BYTES);
	*cells = 0;
	while (str_take_line(&rest, &line) && is_below(line, indent)) {
		s = str_trim(line);
		if (str_starts(s, "* -") && n)
			break;
		str_skip(&s, "* ");
		if (str_skip_char(&s, '-') && (!s.n || s.p[0] == ' ')) {
			buf_adds(&b, *cells ? " |" : "|");
			++*cells;
		}
		buf_addc(&b, ' ');
		buf_add(&b, str_trim(s));
		r->rest = rest;
		n++;
	}
	buf_adds(&b, " |");
	*row = arena_str(r->a, buf_str(&b));
	buf_release(&b);
	return n;
}

/* ".. list-table::" */
static void list_table(struct rst *r, size_t indent)
{
	struct str rest = r->rest, line, row;
	size_t n, cells;
	bool begun = false;

	while (str_take_line(&rest, &line) && is_below(line, indent)) {
		if (!str_starts(str_trim(line), "* -")) {
			r->rest = rest;
			end_line(r);
			continue;
		}
		n = take_row(r, indent, &row, &cells);
		for (size_t i = 0; !begun && i + 2 < n; i++)
			end_line(r);
		buf_add(&r->out, row);
		end_line(r);
		if (!begun && n > 1) {
			buf_add_times(&r->out, '|', 1);
			for (size_t i = 0; i < cells; i++)
				buf_adds(&r->out, "---|");
			end_line(r);
		}
		for (size_t i = 1; begun && i < n; i++) {
			buf_adds(&r->out, "| |");
			end_line(r);
		}
		begun = true;
		rest = r->rest;
	}
}

static bool is_any(struct str s, const char *const *words)
{
	for (; *words; words++) {
		if (str_iis(s, *words))
			return true;
	}
	return false;
}

static void text_line(struct rst *r, struct str line);

/* ":krs: Bake 50 loaves": the text behind the name of such an option. */
static bool take_krs(struct str *s)
{
	static const char *const NAMES[] = {":krs:", ":kr:", ":key-results:",
		":keyresults:", ":key_results:", ":results:", NULL};
	const char *name = str_listed_start(*s, NAMES);

	if (!name)
		return false;
	*s = str_trim(str_sub(*s, strlen(name), s->n));
	return true;
}

/* "0.4 0.7" in ":scores: 0.4 0.7" below a directive: one for each line. */
static struct str find_scores(struct rst *r, size_t indent)
{
	static const char *const NAMES[] = {
		":scores:", ":score:", ":grades:", NULL};
	struct str rest = r->rest, line;

	while (str_take_line(&rest, &line) && is_below(line, indent)) {
		struct str s = str_trim(line);
		const char *name = str_listed_start(s, NAMES);

		if (name)
			return str_trim(str_sub(s, strlen(name), s.n));
	}
	return (struct str){NULL, 0};
}

/* ".. okr:: Bake better" over options, of which one has a key result a line. */
static void okr_options(struct rst *r, size_t indent)
{
	struct str scores = find_scores(r, indent), score;
	struct str rest = r->rest, line, s;
	size_t option = 0;
	bool krs = false, begun = false;

	while (str_take_line(&rest, &line) && is_below(line, indent)) {
		r->rest = rest;
		s = str_trim(line);
		if (s.n && (!begun || indent_of(line) <= option)) {
			krs = take_krs(&s);
			option = indent_of(line);
			begun = true;
		}
		if (krs && s.n) {
			buf_adds(&r->out, "- ");
			add_text(r, s);
			if (str_take_until(&scores, ' ', &score) && score.n)
				buf_addf(&r->out, " (score: %.*s)",
					STR_ARG(score));
		}
		end_line(r);
	}
}

/* ".. name:: text" or a comment, with what is below. */
static bool explicit_markup(struct rst *r, struct str line)
{
	static const char *const PLACED[] = {"container", "topic", "sidebar",
		"tab-set", "tab-item", "tab", "tabs", "dropdown", "details",
		"grid", "grid-item", "grid-item-card", "card", "collapse",
		"toggle", "table", "compound", "only", "rst-class", "class",
		"epigraph", "panels", "group-tab", NULL};
	static const char *const OKRS[] = {"okr", "okrs", "key-results", NULL};
	size_t indent = indent_of(line);
	struct str s = str_trim(line), text = {NULL, 0}, name;

	if (!str_starts(s, ".. ") && !str_is(s, ".."))
		return false;
	name = directive_of(s, &text);
	if (is_any(name, PLACED) || str_iis(name, "list-table") ||
		str_iis(name, "csv-table") || str_iis(name, "rubric")) {
		if (text.n)
			buf_adds(&r->out, "**");
		add_text(r, text);
		if (text.n)
			buf_adds(&r->out, "**");
	}
	if (is_any(name, OKRS))
		buf_adds(&r->out, "OKR key results:");
	end_line(r);
	if (is_any(name, OKRS))
		okr_options(r, indent);
	else if (str_iis(name, "list-table"))
		list_table(r, indent);
	else if (str_iis(name, "csv-table"))
		csv_table(r, indent);
	else if (is_any(name, PLACED))
		set_out(r, indent, text_line);
	else
		leave_body(r, indent);
	return true;
}

/* ":Owner: joke" */
static bool field(struct rst *r, struct str s)
{
	size_t end;

	if (!str_skip_char(&s, ':') || !s.n || !str_is_alpha(s.p[0]))
		return false;
	end = str_find(s, STR(": "));
	if (end == STR_NONE ||
		str_find_char(str_sub(s, 0, end), '`') != STR_NONE)
		return false;
	buf_add(&r->out, str_sub(s, 0, end));
	buf_adds(&r->out, ": ");
	add_text(r, str_trim(str_sub(s, end + 1, s.n)));
	return true;
}

static void text_line(struct rst *r, struct str line)
{
	size_t indent = indent_of(line);
	struct str s = str_sub(line, indent, line.n);

	if (explicit_markup(r, line) || title(r, line))
		return;
	buf_add(&r->out, str_sub(line, 0, indent));
	if (str_skip(&s, "#. ") || str_skip(&s, "#) "))
		buf_adds(&r->out, "1. ");
	if (str_starts(s, "| ") && !str_ends(s, "|"))
		s = str_sub(s, 2, s.n);
	if (!field(r, s))
		add_text(r, s);
	end_line(r);
}

struct str rst_text(struct arena *a, struct str text)
{
	struct rst r = {.a = a, .rest = text};
	struct str line;

	buf_init(&r.out, text.n * 8 + 64);
	while (str_take_line(&r.rest, &line))
		text_line(&r, line);
	text = arena_str(a, buf_str(&r.out));
	buf_release(&r.out);
	return text;
}
