/*
 * Tables between lines of "|===" (AsciiDoc), and headings with a line of "~"
 * or "^" below (reStructuredText), as markdown has them.
 *
 * A cell begins with a bar, anywhere: the first line with several cells, or
 * the cells up to the first empty line, say how many a row has.
 */
#include "doc_line_p.h"

#include "attr.h"
#include "buf.h"

enum { MOST_CELLS = 40, MOST_BYTES = 1 << 20, LONGEST_CELL = 2000 };

bool line_is_bar_fence(struct str s)
{
	size_t n = 1;

	while (n < s.n && s.p[n] == '=')
		n++;
	return s.n > 3 && s.p[0] == '|' && n == s.n;
}

/* "a|", "2+|", ".^|" in front of a cell's text, without the bar. */
static size_t cell_spec(struct str s)
{
	size_t n = 0;

	while (n < s.n && strchr("0123456789.+*<>^", s.p[n]))
		n++;
	if (n < s.n && s.p[n] >= 'a' && s.p[n] <= 'z')
		n++;
	return n < s.n && s.p[n] == '|' ? n : 0;
}

static struct str cells_of(struct str line)
{
	line = str_trim(line);
	return str_sub(line, cell_spec(line), line.n);
}

/* How many cells a row has. */
static size_t count_columns(struct str rest)
{
	struct str line;
	size_t n = 0;

	while (str_take_line(&rest, &line)) {
		size_t bars;

		line = cells_of(line);
		if (line_is_bar_fence(line) || (n && !line.n))
			break;
		if (!str_starts(line, "|"))
			continue;
		bars = line_bars(line);
		n += bars;
		if (bars > 1)
			break;
	}
	return n < MOST_CELLS ? n : MOST_CELLS;
}

static struct str row_of(struct arena *a, const struct str *cells, size_t n)
{
	struct buf b;
	struct str row;

	buf_init(&b, MOST_BYTES);
	for (size_t i = 0; i < n; i++) {
		buf_adds(&b, "| ");
		buf_add(&b, cells[i]);
		buf_addc(&b, ' ');
	}
	buf_addc(&b, '|');
	row = arena_str(a, buf_str(&b));
	buf_release(&b);
	return row;
}

bool line_bar_begin(struct bar_table *t, struct str rest)
{
	*t = (struct bar_table){.rest = rest, .columns = count_columns(rest)};
	return t->columns > 0;
}

/* Takes a line's cells up to the row's end; what is left waits in t. */
static size_t take_cells(
	struct arena *a, struct bar_table *t, struct str *cells, size_t n)
{
	struct str cell;

	if (!str_starts(t->line, "|")) {
		if (n && t->line.n && cells[n - 1].n < LONGEST_CELL)
			cells[n - 1] = str_of(arena_printf(a, "%.*s<br>%.*s",
				STR_ARG(cells[n - 1]), STR_ARG(t->line)));
		t->line.n = 0;
		return n;
	}
	while (n < t->columns && str_skip_char(&t->line, '|')) {
		size_t end = str_find_char(t->line, '|');

		cell = str_sub(t->line, 0, end == STR_NONE ? t->line.n : end);
		t->line = str_sub(t->line, cell.n, t->line.n);
		cells[n++] = str_trim(cell);
	}
	return n;
}

bool line_bar_row(struct arena *a, struct bar_table *t, struct str *row)
{
	struct str cells[MOST_CELLS];
	size_t n = 0;

	for (;;) {
		struct str ahead = t->rest, line;

		if (n == t->columns && str_starts(t->line, "|"))
			break; /* the line goes on with the next row */
		if (t->line.n) {
			t->first = n ? t->first : t->lines;
			n = take_cells(a, t, cells, n);
			continue;
		}
		if (t->over || !str_take_line(&ahead, &line)) {
			t->over = true;
			break;
		}
		line = cells_of(line);
		if (n == t->columns && str_starts(line, "|"))
			break;
		t->rest = ahead;
		t->lines++;
		t->over = line_is_bar_fence(line);
		if (!t->over)
			t->line = line;
	}
	if (!n)
		return false;
	while (n < t->columns)
		cells[n++] = STR("");
	*row = row_of(a, cells, n);
	return true;
}

static size_t count_characters(struct str s)
{
	size_t n = 0;

	for (size_t i = 0; i < s.n; i++)
		n += ((unsigned char)s.p[i] & 0xC0) != 0x80;
	return n;
}

struct str line_underlined(struct arena *a, struct str s, struct str next)
{
	enum { LEAST = 4, LONGEST = 120 };
	size_t n = 0, all;

	next = str_trim_right(next);
	if (next.n < LEAST || (next.p[0] != '~' && next.p[0] != '^'))
		return s;
	all = count_characters(s);
	if (all > LONGEST)
		return s;
	while (n < next.n && next.p[n] == next.p[0])
		n++;
	if (n < next.n || n < all || n > 2 * all + LEAST ||
		line_is_block_start(s) || line_marker(s))
		return s;
	return str_of(arena_printf(
		a, "%s %.*s", next.p[0] == '~' ? "###" : "####", STR_ARG(s)));
}
