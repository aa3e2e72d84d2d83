/*
 * Cells that have a line for each key result of their row.
 */
#include "table_p.h"

size_t table_count_lines(struct str s)
{
	struct str line;
	size_t n = 0;

	while (str_take_until(&s, '\n', &line))
		n += str_trim(line).n > 0;
	return n;
}

/* "2. Done" is behind its number "Done", where the number is the line's. */
static struct str behind_number(struct str s, size_t number)
{
	struct str rest = s;
	size_t n = 0;

	while (rest.n && str_is_digit(rest.p[0]) && n <= TABLE_LINES) {
		n = n * 10 + (size_t)(rest.p[0] - '0');
		rest = str_sub(rest, 1, rest.n);
	}
	if (n != number ||
		(!str_skip_char(&rest, '.') && !str_skip_char(&rest, ')')))
		return s;
	return str_skip_space(&rest) ? str_trim(rest) : s;
}

/* Are a cell's lines counted from 1? */
static bool lines_are_counted(struct str s)
{
	struct str line;
	size_t n = 0;

	while (str_take_until(&s, '\n', &line)) {
		line = str_trim(line);
		if (line.n && behind_number(line, ++n).n == line.n)
			return false;
	}
	return n > 1;
}

struct piece table_line_of(const struct table_walk *w, struct piece p)
{
	struct str s = p.s, line;
	bool counted;
	size_t n = 0;

	if (w->lines < 2 || table_count_lines(s) != w->lines)
		return p;
	counted = lines_are_counted(s);
	while (str_take_until(&s, '\n', &line)) {
		line = str_trim(line);
		if (line.n && n++ == w->line)
			p.s = counted ? behind_number(line, n) : line;
	}
	return p;
}
