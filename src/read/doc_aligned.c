/*
 * Tables of plain text, whose cells stand below each other: two blanks part
 * them, and the header's words say where each column is.  Without a header, a
 * figure far behind a text is where it stands.
 */
#include "doc_line_p.h"

#include "attr.h"
#include "buf.h"
#include "verdict_p.h"

enum { GAP = 2, CELLS_MIN = 3 };

/* A cell's text and where it stands, in characters. */
struct part {
	struct str s;
	size_t from, to;
};

static size_t characters(struct str s)
{
	size_t n = 0;

	for (size_t i = 0; i < s.n; i++)
		n += ((unsigned char)s.p[i] & 0xC0) != 0x80;
	return n;
}

/* The parts of a line, the last one with all that is too much. */
static size_t split(struct str line, struct part parts[ALIGNED_COLUMNS])
{
	size_t n = 0, i = 0, at = 0;

	while (n < ALIGNED_COLUMNS) {
		size_t begin, blanks = 0;

		for (; i < line.n && str_is_space(line.p[i]); i++)
			at++;
		if (i == line.n)
			break;
		begin = i;
		for (; i < line.n && blanks < GAP && line.p[i] != '\t'; i++)
			blanks = line.p[i] == ' ' ? blanks + 1 : 0;
		parts[n].s = str_trim(str_sub(line, begin, i));
		parts[n].from = at;
		parts[n].to = at + characters(parts[n].s);
		at += characters(str_sub(line, begin, i));
		n++;
	}
	return n;
}

/* "------  ----" */
static bool is_rule(struct str s)
{
	size_t dashes = 0;

	for (size_t i = 0; i < s.n; i++) {
		if (!strchr("-=+ ", s.p[i]))
			return false;
		dashes += s.p[i] != ' ';
	}
	return dashes > 0;
}

/* The parts as a row of a sheet, each in its column. */
static struct str row_of(struct arena *a, const struct str *cells, size_t n)
{
	struct buf b;
	struct str row;
	size_t size = n;

	for (size_t i = 0; i < n; i++)
		size += cells[i].n;
	buf_init(&b, size);
	for (size_t i = 0; i < n; i++) {
		if (i)
			buf_addc(&b, '\t');
		buf_add(&b, cells[i]);
	}
	row = arena_str(a, buf_str(&b));
	buf_release(&b);
	return row;
}

bool aligned_begins(struct arena *a, struct aligned *t, struct str line,
	struct str next, struct str *row)
{
	struct part parts[ALIGNED_COLUMNS], below[ALIGNED_COLUMNS];
	struct str cells[ALIGNED_COLUMNS];
	size_t n;

	if (str_find(line, STR("  ")) == STR_NONE ||
		str_find_char(line, '|') != STR_NONE)
		return false;
	n = split(line, parts);
	if (n < CELLS_MIN || (!is_rule(next) && split(next, below) < 2))
		return false;
	for (size_t i = 0; i < n; i++)
		cells[i] = parts[i].s;
	*row = row_of(a, cells, n);
	if (sheet_begins(a, *row, STR("\t")) != '\t')
		return false;
	for (size_t i = 0; i < n; i++) {
		t->from[i] = parts[i].from;
		t->to[i] = parts[i].to;
	}
	t->n = n;
	t->least = 2;
	return true;
}

/* The column a part stands below, from the given one on. */
static size_t column_of(
	const struct aligned *t, const struct part *part, size_t first)
{
	size_t best = first, nearest = STR_NONE;

	for (size_t i = first; i < t->n; i++) {
		size_t left = part->from > t->from[i] ? part->from - t->from[i]
						      : t->from[i] - part->from;
		size_t right = part->to > t->to[i] ? part->to - t->to[i]
						   : t->to[i] - part->to;
		size_t far = left < right ? left : right;

		if (part->from < t->to[i] && part->to > t->from[i] && far)
			far = 1; /* below it, at least in part */
		if (far < nearest) {
			nearest = far;
			best = i;
		}
	}
	return best;
}

bool aligned_row(struct arena *a, const struct aligned *t, struct str line,
	struct str *row)
{
	struct part parts[ALIGNED_COLUMNS];
	struct str cells[ALIGNED_COLUMNS] = {{NULL, 0}};
	size_t n = split(line, parts), first = 0;

	*row = (struct str){NULL, 0};
	if (is_rule(line))
		return true;
	if (n < t->least)
		return false;
	for (size_t i = 0; i < n && first < t->n; i++) {
		size_t at = column_of(t, &parts[i], first);

		cells[at] = parts[i].s;
		first = at + 1;
	}
	*row = row_of(a, cells, t->n);
	return true;
}

/* Where a figure stands far behind a line's text, or STR_NONE. */
static size_t find_tail(struct str s)
{
	enum { FAR = 3, LONGEST = 40 };
	size_t at = s.n, blanks = 0;

	while (at && s.n - at <= LONGEST && blanks < FAR) {
		at--;
		blanks = s.p[at] == ' ' ? blanks + 1 : 0;
	}
	if (blanks < FAR || !str_trim(str_sub(s, 0, at)).n ||
		!str_is_digit(s.p[at + FAR]))
		return STR_NONE;
	return at;
}

/* "48 % (was 45 %)", "9 of 12", "1.5 h so far": nothing to be reached. */
static bool is_reading(struct str tail)
{
	static const char *const SIGNS[] = {
		"(was ", " of ", " so far", "(vor", "(bisher", "(avant"};

	for (size_t i = 0; i < COUNT_OF(SIGNS); i++) {
		if (str_find(tail, str_of(SIGNS[i])) != STR_NONE)
			return true;
	}
	return false;
}

struct str line_with_tail(
	struct arena *a, struct str s, struct str next, bool *tailed)
{
	size_t at = find_tail(s), behind;
	struct str tail;

	if (at == STR_NONE)
		return s;
	next = str_trim_right(next);
	behind = find_tail(next);
	if (!*tailed && !is_reading(str_sub(s, at, s.n)) &&
		(behind == STR_NONE ||
			!is_reading(str_sub(next, behind, next.n))))
		return s;
	*tailed = true;
	tail = str_trim(str_sub(s, at, s.n));
	behind = str_find(tail, STR(" (was "));
	if (behind != STR_NONE) /* in the report before */
		tail.n = behind;
	return str_of(arena_printf(a, "%.*s => %.*s",
		STR_ARG(str_trim_right(str_sub(s, 0, at))), STR_ARG(tail)));
}

/* Where the dots begin that lead to the last words of s, or STR_NONE. */
static size_t find_leader(struct str s)
{
	enum { LEAST = 4, LONGEST = 40 };
	size_t at = s.n, dots = 0;

	while (at && dots < LEAST && s.n - at <= LONGEST) {
		at--;
		dots = s.p[at] == '.' ? dots + 1 : 0;
	}
	while (at && s.p[at - 1] == '.')
		at--;
	return dots == LEAST ? at : STR_NONE;
}

/* "0.7", "40 %", "done", but not "12": the number of a page. */
static bool is_outcome(struct str tail)
{
	static const char *const SIGNS[] = {".", ",", "%"};

	if (!tail.n || !str_is_digit(tail.p[0]))
		return tail.n && verdict_of(tail).known;
	for (size_t i = 0; i < COUNT_OF(SIGNS); i++) {
		if (str_find(tail, str_of(SIGNS[i])) != STR_NONE)
			return true;
	}
	return false;
}

struct str line_with_leader(struct arena *a, struct str s)
{
	size_t at = find_leader(s), behind = at;
	struct str text, tail;

	if (at == STR_NONE)
		return s;
	while (behind < s.n && s.p[behind] == '.')
		behind++;
	text = str_trim_right(str_sub(s, 0, at));
	tail = str_trim(str_sub(s, behind, s.n));
	if (!text.n || !is_outcome(tail))
		return s;
	return str_of(arena_printf(
		a, "%.*s => %.*s", STR_ARG(text), STR_ARG(tail)));
}
