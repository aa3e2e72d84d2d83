/*
 * Rows pasted from a spreadsheet: cells parted by tabs, commas or semicolons;
 * or by bars, from a wiki or an export that draws no line under the header.
 * They are one only when the first row is plainly a header of OKRs, since
 * prose has commas too.
 */
#include "doc_line_p.h"
#include "mark_p.h"

#include "attr.h"
#include "buf.h"

enum { LONGEST_HEADER = 40, CELLS_MIN = 3, CELLS_MAX = 40 };

/* The next cell; quotes around it are taken off, doubled ones inside stay. */
static bool take_cell(struct str *s, char sep, struct str *cell)
{
	struct str t = *s;
	size_t end = 0;

	if (!s->p)
		return false;
	str_skip_space(&t);
	if (sep != '\t' && t.n > 1 && t.p[0] == '"') {
		for (end = 1; end < t.n; end++) {
			if (t.p[end] != '"')
				continue;
			if (end + 1 == t.n || t.p[end + 1] != '"')
				break;
			end++;
		}
		if (end < t.n) {
			*cell = str_sub(t, 1, end);
			t = str_sub(t, end + 1, t.n);
			end = str_find_char(t, sep);
			*s = end == STR_NONE ? (struct str){NULL, 0}
					     : str_sub(t, end + 1, t.n);
			return true;
		}
	}
	end = str_find_char(*s, sep);
	*cell = str_trim(str_sub(*s, 0, end == STR_NONE ? s->n : end));
	*s = end == STR_NONE ? (struct str){NULL, 0}
			     : str_sub(*s, end + 1, s->n);
	return true;
}

/* "||Key result||Target||", "| Key result | Target |": without the bars
 * around, and each but once. */
static struct str bare_row(struct arena *a, struct str line, char sep)
{
	struct buf b;

	line = str_trim(line);
	if (sep != '|')
		return line;
	while (str_skip_char(&line, '|'))
		;
	line = str_trim_end(line, "|");
	if (str_find(line, STR("||")) == STR_NONE)
		return line;
	buf_init(&b, line.n);
	for (size_t i = 0; i < line.n; i++) {
		if (line.p[i] != '|' || line.p[i - 1] != '|')
			buf_addc(&b, line.p[i]);
	}
	line = arena_str(a, buf_str(&b));
	buf_release(&b);
	return line;
}

/* "| Status: | Open |": a name with its value, and no column. */
static bool is_label(struct str cell, char sep)
{
	return sep == '|' && str_ends(cell, ":");
}

/* Does a row say "Key result" or "O1" of itself? */
static bool says_kind(struct str line, char sep)
{
	enum { LONGEST = 40 };
	static const unsigned char PLAIN[LONGEST] = {0};
	struct str cell;

	while (take_cell(&line, sep, &cell)) {
		const struct word *word;
		struct mark mark;

		if (!cell.n || cell.n > LONGEST)
			continue;
		word = vocab_word(cell);
		if (str_iis(cell, "goals") ||
			(word && strlen(word->text) == cell.n &&
				!(word->is & PLURAL)))
			return true;
		mark = mark_read(cell, PLAIN, MARK_CELL | MARK_BOLD);
		if (mark.rest >= cell.n &&
			(mark.kind == MARK_OBJECTIVE ||
				mark.kind == MARK_KEY_RESULT ||
				mark.kind == MARK_OBJ_LABEL ||
				mark.kind == MARK_KR_LABEL))
			return true;
	}
	return false;
}

/* "1", "O1" in front of the first row. */
static bool begins_counting(struct str line, char sep)
{
	struct str cell;
	size_t n = 0;

	if (!take_cell(&line, sep, &cell))
		return false;
	while (n < cell.n && str_is_alpha(cell.p[n]))
		n++;
	cell = str_trim_end(str_sub(cell, n, cell.n), ".)");
	return n < 3 && str_is(cell, "1");
}

/* Do so many names of columns make a header of so many cells? */
static bool are_known(size_t known, size_t cells)
{
	return cells >= CELLS_MIN && (known * 2 > cells || known >= CELLS_MIN);
}

static bool is_header(struct str line, struct str next, char sep)
{
	struct str cell, rest = line;
	size_t all = 0, cells = 0, known = 0, named = 0;

	while (take_cell(&rest, sep, &cell)) {
		if (cell.n > LONGEST_HEADER || ++all > CELLS_MAX ||
			is_label(cell, sep))
			return false;
	}
	while (take_cell(&line, sep, &cell)) {
		enum field f;

		if (!are_known(known + all - cells++, all))
			return false; /* too many already are none */
		f = cell.n ? vocab_column(cell) : FIELD_NONE;
		known += f != FIELD_NONE;
		named += f == FIELD_KEY_RESULT || f == FIELD_OBJECTIVE ||
			 f == FIELD_BOTH || f == FIELD_METRIC ||
			 f == FIELD_TITLE;
	}
	if (!are_known(known, all))
		return false;
	return ((named || (known >= CELLS_MIN && begins_counting(next, sep))) &&
		       known * 2 > all) ||
	       says_kind(next, sep);
}

/* A row below the header: without one bar around it, empty cells kept. */
static struct str bare_cells(struct str line, char sep)
{
	if (sep != '|')
		return line;
	line = str_trim(line);
	str_skip_char(&line, '|');
	if (str_ends(line, "|"))
		line.n--;
	return line;
}

/* "|----+----|": a line under a header. */
static bool is_drawn(struct str s)
{
	for (size_t i = 0; i < s.n; i++) {
		if (!strchr("|-+=:_ \t", s.p[i]))
			return false;
	}
	return true;
}

/* "| Reporter: | ana | Assignee: | bo |": names with their values? */
static bool is_labels(struct str row)
{
	struct str cell;
	size_t n = 0;

	for (; take_cell(&row, '|', &cell); n++) {
		bool name = cell.n <= LONGEST_HEADER && str_ends(cell, ":");

		if (name != (n % 2 == 0))
			return false;
	}
	return n && n % 2 == 0;
}

struct str sheet_labels(struct arena *a, struct str line)
{
	struct str name, value, row = bare_cells(line, '|');
	struct buf b;

	if (!str_starts(line, "|") || str_find(line, STR(": |")) == STR_NONE ||
		!is_labels(row))
		return (struct str){NULL, 0};
	buf_init(&b, line.n + 8);
	while (take_cell(&row, '|', &name) && take_cell(&row, '|', &value)) {
		buf_add(&b, name);
		buf_addc(&b, ' ');
		buf_add(&b, value);
		buf_addc(&b, '\n');
	}
	line = arena_str(a, buf_str(&b));
	buf_release(&b);
	return line;
}

char sheet_begins(struct arena *a, struct str line, struct str next)
{
	static const char SEPS[] = "\t;,|";

	for (size_t i = 0; SEPS[i]; i++) {
		char sep = SEPS[i];

		if (str_find_char(line, sep) == STR_NONE ||
			str_find_char(next, sep) == STR_NONE ||
			(sep == '|' &&
				(is_drawn(next) || str_starts(line, ">"))))
			continue; /* a quoted table is markdown's */
		if (is_header(bare_row(a, line, sep), bare_row(a, next, sep),
			    sep))
			return sep;
	}
	return 0;
}

struct str sheet_row(struct arena *a, struct str line, char sep, bool begins)
{
	struct buf b;
	struct str cell;

	line = begins ? bare_row(a, line, sep) : bare_cells(line, sep);
	buf_init(&b, line.n * 4 + 8);
	while (take_cell(&line, sep, &cell)) {
		buf_adds(&b, "| ");
		for (size_t i = 0; i < cell.n; i++) {
			if (cell.p[i] == '|')
				buf_addc(&b, '\\');
			if (cell.p[i] != '"' || i + 1 == cell.n ||
				cell.p[i + 1] != '"')
				buf_addc(&b, cell.p[i]);
		}
		buf_addc(&b, ' ');
	}
	buf_addc(&b, '|');
	line = arena_str(a, buf_str(&b));
	buf_release(&b);
	return line;
}

struct str sheet_delimiter(struct arena *a, struct str line, char sep)
{
	struct buf b;
	struct str cell;

	line = bare_row(a, line, sep);
	buf_init(&b, line.n * 4 + 8);
	while (take_cell(&line, sep, &cell))
		buf_adds(&b, "|---");
	buf_addc(&b, '|');
	line = arena_str(a, buf_str(&b));
	buf_release(&b);
	return line;
}

/* Is a quoted cell open at the end of the line? */
static bool is_open(struct str line, bool open)
{
	for (size_t i = 0; i < line.n; i++)
		open ^= line.p[i] == '"';
	return open;
}

/* The rows below a header: one whose quoted cell has several lines is joined,
 * and rows without a text stand where those were. */
static void join_rows(struct buf *b, struct str *rest, char sep)
{
	enum { MOST = 40 };
	struct str line, next, ahead;

	while (str_take_line(rest, &line) && str_trim(line).n) {
		bool open = is_open(line, false);
		int n = 0;

		ahead = *rest;
		for (; open && n < MOST && str_take_line(&ahead, &next) &&
			!line_fence(str_trim(next));
			n++)
			open = is_open(next, open);
		buf_add(b, str_trim_right(line));
		for (int i = 0; !open && i < n; i++) {
			str_take_line(rest, &next);
			buf_addc(b, ' ');
			buf_add(b, str_trim(next));
		}
		for (int i = 0; !open && i < n; i++) {
			buf_addc(b, '\n');
			buf_addc(b, sep);
		}
		buf_addc(b, '\n');
	}
	buf_addc(b, '\n');
}

struct str sheet_joined(struct arena *a, struct str text)
{
	struct str line, next, s, rest = text, all = text;
	struct buf b;

	if (str_find_char(text, '"') == STR_NONE)
		return text;
	buf_init(&b, text.n * 2 + 64);
	while (str_take_line(&rest, &line)) {
		char sep = 0;

		s = rest;
		if (line_bars(line) == 0 && str_take_line(&s, &next))
			sep = sheet_begins(a, line, next);
		buf_add(&b, line);
		buf_addc(&b, '\n');
		if (sep && sep != '|')
			join_rows(&b, &rest, sep);
	}
	all = arena_str(a, buf_str(&b));
	buf_release(&b);
	return all;
}
