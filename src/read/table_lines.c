/*
 * Cells that have a line for each key result of their row.
 */
#include "table_p.h"

#include "attr.h"

size_t table_count_lines(struct str s)
{
	struct str line;
	size_t n = 0;

	while (str_take_until(&s, '\n', &line))
		n += str_trim(line).n > 0;
	return n;
}

/* "2. Done", "KR2: done", "KR 2 - done": 2, and what is told of it; 0 for
 * none. */
static size_t number_of(struct str s, struct str *told)
{
	static const char *const NAMES[] = {"kr", "key result", "rc", "se",
		"resultado clave", "resultado-chave", "#"};
	static const char *const SEPS[] = {
		". ", ") ", ": ", " - ", " \u2013 ", " \u2014 ", " = "};
	long n;

	for (size_t i = 0; i < COUNT_OF(NAMES); i++) {
		if (!str_iskip(&s, NAMES[i]))
			continue;
		str_skip_space(&s);
		break;
	}
	if (!str_take_number(&s, TABLE_LINES, &n))
		return 0;
	for (size_t i = 0; i < COUNT_OF(SEPS); i++) {
		if (!str_skip(&s, SEPS[i]))
			continue;
		*told = str_trim(s);
		return (size_t)n;
	}
	return 0;
}

/* Has each of a cell's lines a number of its own, from 1 to their count? */
static bool lines_are_numbered(struct str s, size_t lines)
{
	bool seen[TABLE_LINES + 1] = {false};
	struct str line, told;

	while (str_take_until(&s, '\n', &line)) {
		size_t n;

		line = str_trim(line);
		if (!line.n)
			continue;
		n = number_of(line, &told);
		if (!n || n > lines || seen[n])
			return false;
		seen[n] = true;
	}
	return lines > 1;
}

struct piece table_line_of(const struct table_walk *w, struct piece p)
{
	struct str s = p.s, line, told;
	bool numbered;
	size_t n = 0;

	if (w->lines < 2 || table_count_lines(s) != w->lines)
		return p;
	numbered = lines_are_numbered(s, w->lines);
	while (str_take_until(&s, '\n', &line)) {
		line = str_trim(line);
		if (numbered && line.n && number_of(line, &told) == w->line + 1)
			p.s = told;
		else if (!numbered && line.n && n++ == w->line)
			p.s = line;
	}
	return p;
}
