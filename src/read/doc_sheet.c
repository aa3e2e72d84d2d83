/*
 * Rows pasted from a spreadsheet: cells parted by tabs, commas or semicolons.
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

static bool is_header(struct str line, char sep)
{
	struct str cell;
	size_t cells = 0, known = 0, named = 0;

	while (take_cell(&line, sep, &cell)) {
		enum field f;

		if (cell.n > LONGEST_HEADER || ++cells > CELLS_MAX)
			return false;
		f = cell.n ? vocab_column(cell) : FIELD_NONE;
		known += f != FIELD_NONE;
		named += f == FIELD_KEY_RESULT || f == FIELD_OBJECTIVE ||
			 f == FIELD_BOTH || f == FIELD_METRIC ||
			 f == FIELD_TITLE;
	}
	return cells >= CELLS_MIN && named && known * 2 > cells;
}

char sheet_begins(struct str line, struct str next)
{
	static const char SEPS[] = "\t;,";

	for (size_t i = 0; SEPS[i]; i++) {
		if (str_find_char(line, SEPS[i]) != STR_NONE &&
			str_find_char(next, SEPS[i]) != STR_NONE &&
			is_header(line, SEPS[i]))
			return SEPS[i];
	}
	return 0;
}

struct str sheet_row(struct arena *a, struct str line, char sep)
{
	struct buf b;
	struct str cell;

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

	buf_init(&b, line.n * 4 + 8);
	while (take_cell(&line, sep, &cell))
		buf_adds(&b, "|---");
	buf_addc(&b, '|');
	line = arena_str(a, buf_str(&b));
	buf_release(&b);
	return line;
}
