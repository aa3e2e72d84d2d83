/*
 * Tables drawn with "+---+" (reStructuredText, pandoc) and headings written
 * with "==" (AsciiDoc, wikis), "h2." (trackers) or as a tracker prints an
 * issue, as markdown has them.
 */
#include "doc_line_p.h"

#include "attr.h"
#include "buf.h"

enum { MOST_CELLS = 40, MOST_LINES = 16 };

/* "+----+====+" */
bool line_is_grid(struct str s)
{
	size_t corners = 0;

	if (s.n < 5 || s.p[0] != '+' || s.p[s.n - 1] != '+')
		return false;
	for (size_t i = 0; i < s.n; i++) {
		corners += s.p[i] == '+';
		if (!strchr("+-=:", s.p[i]))
			return false;
	}
	return corners > 1;
}

/* Adds what a line says to the cells of its row. */
static size_t add_line(
	struct arena *a, struct str s, struct str *cells, size_t n, bool each)
{
	struct str cell;
	size_t i = 0;

	str_skip_char(&s, '|');
	if (str_ends(s, "|"))
		s = str_sub(s, 0, s.n - 1);
	for (; i < MOST_CELLS && str_take_until(&s, '|', &cell); i++) {
		cell = str_trim(cell);
		if (i >= n)
			cells[i] = cell;
		else if (cell.n && cells[i].n)
			cells[i] = str_of(arena_printf(a, "%.*s%s%.*s",
				STR_ARG(cells[i]),
				each || line_marker(cell) ? "<br>" : " ",
				STR_ARG(cell)));
		else if (cell.n)
			cells[i] = cell;
	}
	return i > n ? i : n;
}

/* How many cells of a line have something in them. */
static size_t count_filled(struct str s)
{
	struct str cell;
	size_t n = 0;

	while (str_take_until(&s, '|', &cell))
		n += str_trim(cell).n > 0;
	return n;
}

/* A row in each line, as databases print them: none is the rest of another. */
static bool is_row_a_line(struct str rest)
{
	enum { CELLS = 3 };
	struct str line;
	size_t n, first = 0;

	for (int lines = 0; lines < MOST_LINES && str_take_line(&rest, &line);
		lines++) {
		line = str_trim(line);
		if (!str_starts(line, "|"))
			return lines > 1 && first >= CELLS;
		n = count_filled(line);
		if (lines && n != first)
			return false;
		first = n;
	}
	return first >= CELLS;
}

/* Does a line go on with a text and its figure or one word, "leftovers below 12
 * kg | 19 kg", and not with more of the title?  Broken lines do not. */
static bool goes_on_beside(struct str line)
{
	enum { SHORT = 16, COLUMNS = 2 };
	struct str cell, last = {NULL, 0};
	size_t i = 0, n = 0;

	str_skip_char(&line, '|');
	for (; str_take_until(&line, '|', &cell); i++) {
		cell = str_trim(cell);
		if (!cell.n)
			continue;
		if (!i)
			return false;
		last = cell;
		n++;
	}
	return i > COLUMNS && n >= COLUMNS && last.n <= SHORT;
}

/* Is each line of the row one of several that its cells hold? */
static bool is_each_a_line(struct str rest)
{
	struct str line;
	int lines = 0;

	for (; lines < MOST_LINES && str_take_line(&rest, &line); lines++) {
		line = str_trim(line);
		if (!str_starts(line, "|"))
			break;
		if (lines && !goes_on_beside(line))
			return false;
	}
	return lines > 1;
}

int line_grid_row(struct arena *a, struct str rest, struct str *row)
{
	struct str cells[MOST_CELLS], line;
	size_t n = 0;
	struct buf b;
	int lines = 0, most = is_row_a_line(rest) ? 1 : MOST_LINES;
	bool each = is_each_a_line(rest);

	while (lines < most && str_take_line(&rest, &line)) {
		line = str_trim(line);
		if (!str_starts(line, "|"))
			break;
		n = add_line(a, line, cells, n, each);
		lines++;
	}
	if (!lines)
		return 0;
	buf_init(&b, (size_t)1 << 20);
	for (size_t i = 0; i < n; i++) {
		buf_adds(&b, "| ");
		buf_add(&b, cells[i]);
		buf_addc(&b, ' ');
	}
	buf_addc(&b, '|');
	*row = arena_str(a, buf_str(&b));
	buf_release(&b);
	return lines;
}

struct str line_grid_delimiter(struct arena *a, struct str row)
{
	struct buf b;
	size_t n = line_bars(row);

	buf_init(&b, row.n * 4 + 8);
	for (size_t i = 1; i < n; i++)
		buf_adds(&b, "|---");
	buf_addc(&b, '|');
	row = arena_str(a, buf_str(&b));
	buf_release(&b);
	return row;
}

/* "|----+----|" as "|----|----|" */
struct str line_without_plus(struct arena *a, struct str s)
{
	struct buf b;

	if (!str_starts(s, "|-") || str_find_char(s, '+') == STR_NONE)
		return s;
	for (size_t i = 0; i < s.n; i++) {
		if (!strchr("|-+: ", s.p[i]))
			return s;
	}
	buf_init(&b, s.n + 1);
	for (size_t i = 0; i < s.n; i++)
		buf_addc(&b, s.p[i] == '+' ? '|' : s.p[i]);
	s = arena_str(a, buf_str(&b));
	buf_release(&b);
	return s;
}

/* "[DATA-4] Title   Created: 08/Jan/26  Updated: 20/Feb/26", as a tracker
 * prints an issue: its title. */
static struct str issue_title(struct str s)
{
	struct str t = s;
	size_t end;

	if (!str_skip_char(&t, '['))
		return s;
	while (t.n && (str_is_alnum(t.p[0]) || strchr("-_", t.p[0])))
		t = str_sub(t, 1, t.n);
	end = str_find(t, STR(" Created: "));
	if (!str_skip(&t, "] ") || end == STR_NONE || end < 2 ||
		!str_is_digit(t.p[-3]))
		return s;
	return str_trim(str_sub(t, 0, end - 2));
}

struct str line_without_equals(struct arena *a, struct str s)
{
	enum { DEEPEST = 6 };
	struct str t = issue_title(s);
	size_t n = 0;

	if (t.p != s.p)
		return str_of(arena_printf(a, "## %.*s", STR_ARG(t)));
	if (s.n > 4 && s.p[0] == 'h' && str_is_digit(s.p[1]) && s.p[1] > '0' &&
		s.p[1] <= '6' && str_starts(str_sub(s, 2, s.n), ". "))
		return str_of(arena_printf(a, "%.*s %.*s", s.p[1] - '0',
			"######", STR_ARG(str_trim(str_sub(s, 4, s.n)))));
	while (n < t.n && t.p[n] == '=')
		n++;
	if (!n || n > DEEPEST || n == t.n || t.p[n] != ' ')
		return s;
	t = str_trim(str_sub(t, n, t.n));
	t = str_trim(str_trim_end(t, "="));
	if (!t.n || !(str_is_alnum(t.p[0]) || (unsigned char)t.p[0] >= 0x80))
		return s;
	return str_of(
		arena_printf(a, "%.*s %.*s", (int)n, "######", STR_ARG(t)));
}
