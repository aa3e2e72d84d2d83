/*
 * Layouts that markdown takes for something else.
 *
 * A page in which nothing was found is read once more as it looks: a list that
 * is set in as a whole is a list and no code, "[ ] text" is a box without its
 * bullet, and lines set in below others are what belongs to them.  Lines are
 * changed where they stand, so they keep their numbers.
 */
#include "layout_p.h"

#include "buf.h"
#include "doc_line_p.h"
#include "goals_p.h"

enum { SET_IN = 4, TAB_STOP = 4, LONGEST = 200 };

struct lines_of { /* the lines of the text, one after the other */
	struct str left;
	struct buf out;
	bool changed;
};

static size_t indent_of(struct str line)
{
	size_t columns = 0;

	for (size_t i = 0;
		i < line.n && (line.p[i] == ' ' || line.p[i] == '\t'); i++)
		columns +=
			line.p[i] == '\t' ? TAB_STOP - columns % TAB_STOP : 1;
	return columns;
}

static bool is_entry(struct str s)
{
	return line_marker(s) || goal_begins_entry(s);
}

/* "[ ] text", "[x] text" */
static bool is_box(struct str s)
{
	return s.n > 4 && s.p[0] == '[' && s.p[2] == ']' && s.p[3] == ' ' &&
	       strchr(" xX", s.p[1]);
}

/* "fill rate   71 % -> 85 %": no code has that. */
static bool has_change(struct str s)
{
	static const char *const ARROWS[] = {" -> ", " => ", "\u2192"};

	for (size_t i = 0; i < COUNT_OF(ARROWS); i++) {
		size_t at = str_find(s, str_of(ARROWS[i]));

		if (at != STR_NONE && str_has_digit(str_sub(s, 0, at)) &&
			str_has_digit(str_sub(s, at, s.n)))
			return true;
	}
	return false;
}

/* An entry of a list, and all lines behind it that are set in, or empty: how
 * many bytes, and how far they are at least. */
static size_t set_in(struct str left, size_t *least)
{
	struct str rest = left, line;
	size_t end = 0;

	*least = SIZE_MAX;
	while (str_take_until(&rest, '\n', &line)) {
		size_t columns = indent_of(line);
		struct str s = str_trim(line);

		if (s.n && columns < SET_IN)
			break;
		if (!end && !is_entry(s) && !is_box(s) && !has_change(s))
			return 0;
		if (!s.n)
			continue;
		*least = columns < *least ? columns : *least;
		end = (size_t)(line.p + line.n - left.p);
	}
	return end;
}

static void put(
	struct lines_of *l, size_t indent, const char *mark, struct str text)
{
	for (size_t i = 0; i < indent; i++)
		buf_addc(&l->out, ' ');
	buf_add(&l->out, str_of(mark));
	buf_add(&l->out, str_trim(text));
	buf_addc(&l->out, '\n');
}

/* "[ ] text" and "(a) text" as items. */
static void put_entry(struct lines_of *l, size_t indent, struct str s)
{
	struct enumerator e = line_enumerator(s);

	put(l, indent,
		is_box(s) || e.n || (!is_entry(s) && has_change(s)) ? "- " : "",
		str_sub(s, e.n, s.n));
}

/* Lines that are all set in, moved to the margin. */
static bool move_to_margin(struct lines_of *l)
{
	struct str line, part;
	size_t least, end = set_in(l->left, &least);

	if (!end)
		return false;
	part = str_sub(l->left, 0, end);
	l->left = str_sub(l->left, end, l->left.n);
	str_skip_char(&l->left, '\n');
	while (str_take_until(&part, '\n', &line)) {
		size_t columns = indent_of(line);
		struct str s = str_trim(line);

		put_entry(l, s.n ? columns - least : 0, s);
	}
	return l->changed = true;
}

/* Lines up to an empty one, of which some are set in below those at the margin
 * and none begins as an entry: how many bytes they are, else 0. */
static size_t outline_of(struct str left)
{
	struct str rest = left, line;
	size_t end = 0, deep = 0, heads = 0, lines = 0;

	while (str_take_until(&rest, '\n', &line)) {
		size_t columns = indent_of(line);
		struct str s = str_trim(line);

		if (!s.n)
			break;
		if (s.n > LONGEST || is_entry(s) || line_is_block_start(s) ||
			(!lines++ && columns) || (columns && columns < 2))
			return 0;
		deep += columns > 0;
		heads += !columns;
		end = (size_t)(line.p + line.n - left.p);
	}
	return deep > heads ? end : 0;
}

static bool list_outline(struct lines_of *l)
{
	struct str line, part;
	size_t end = outline_of(l->left);

	if (!end)
		return false;
	part = str_sub(l->left, 0, end);
	l->left = str_sub(l->left, end, l->left.n);
	str_skip_char(&l->left, '\n');
	while (str_take_until(&part, '\n', &line))
		put(l, indent_of(line) ? 2 : 0, "- ", line);
	return l->changed = true;
}

struct str layout_mended(struct arena *a, struct str text)
{
	struct lines_of l = {.left = text};
	bool fenced = false, blank = true, listed = false;
	struct str line;

	buf_init(&l.out, text.n * 2 + 1);
	while (l.left.n) {
		if (!fenced && blank && !listed && move_to_margin(&l))
			continue;
		if (!fenced && blank && list_outline(&l))
			continue;
		if (!str_take_until(&l.left, '\n', &line))
			break;
		fenced ^= line_fence(str_trim(line)) > 0;
		blank = !str_trim(line).n;
		if (!blank)
			listed = line_marker(str_trim(line)) ||
				 (listed && indent_of(line));
		if (!fenced && is_box(str_trim(line))) {
			put(&l, indent_of(line), "- ", line);
			l.changed = true;
			continue;
		}
		buf_add(&l.out, line);
		buf_addc(&l.out, '\n');
	}
	text = l.changed ? arena_str(a, buf_str(&l.out))
			 : (struct str){NULL, 0};
	buf_release(&l.out);
	return text;
}
