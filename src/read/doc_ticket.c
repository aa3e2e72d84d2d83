/*
 * A tracker's printed issue as markdown: "Type: Key Result" or "OKR-118 · Key
 * Result · In Progress" says what the title beside it is, which stands in
 * "Summary: ..." or in a heading.
 */
#include "doc_notation_p.h"

#include "attr.h"
#include "doc_line_p.h"
#include "mark_p.h"
#include "vocab_p.h"

enum { LONGEST_KIND = 20, LONGEST_NAME = 24, NEAR = 8 };

/* The line without what makes it bold, an item or a heading. */
static struct str bare(struct str s)
{
	s = str_trim(s);
	while (str_skip_char(&s, '*') || str_skip_char(&s, '#') ||
		str_skip_char(&s, ' ') || str_skip_char(&s, '_'))
		;
	return str_trim_end(s, "*_ ");
}

enum mark_kind ticket_kind(struct str s)
{
	static const unsigned char PLAIN[LONGEST_KIND] = {0};
	struct mark mark;

	s = bare(s);
	if (!s.n || s.n > LONGEST_KIND || str_has_digit(s) ||
		vocab_has_okr(s)) /* both */
		return MARK_NONE;
	mark = mark_read(s, PLAIN, MARK_CELL | MARK_BOLD);
	if (mark.kind == MARK_KR_LABEL && !vocab_has(s, "krs") &&
		!vocab_has(s, "results"))
		return MARK_KEY_RESULT;
	return mark.rest >= s.n && (mark.kind == MARK_OBJECTIVE ||
					   mark.kind == MARK_KEY_RESULT)
		       ? mark.kind
		       : MARK_NONE;
}

/* "Type: x", "**Issue type:** x": its value; a name alone is none. */
static bool take_field(
	struct str line, const char *const *names, struct str *value)
{
	struct str s = bare(line), name;
	size_t colon = str_find_char(str_sub(s, 0, LONGEST_NAME), ':');

	if (colon == STR_NONE)
		return false;
	name = bare(str_sub(s, 0, colon));
	*value = bare(str_sub(s, colon + 1, s.n));
	return value->n && str_is_listed(name, names);
}

static const char *const TYPES[] = {"type", "issue type", "work item type",
	"item type", "kind", "tracker", "typ", "tipo", "art", NULL};
static const char *const TITLES[] = {
	"summary", "title", "name", "subject", "titel", "titre", NULL};

/* "OKR-118", "#118", "[OKR-118]" */
static bool is_code(struct str s)
{
	size_t n = 0;

	s = bare(s);
	str_skip_char(&s, '[');
	while (n < s.n && (str_is_alpha(s.p[n]) || strchr("-#_", s.p[n])))
		n++;
	return n && n < s.n && strchr("-#", s.p[n - 1]) &&
	       str_is_digit(s.p[n]) && s.n <= LONGEST_KIND;
}

/* The kind among the parts of a line between such separators; code: was one of
 * them an issue's? */
static enum mark_kind kind_between(struct str s, struct str sep, bool *code)
{
	enum mark_kind kind = MARK_NONE;

	if (str_find(s, sep) == STR_NONE) /* no code and a kind at once */
		return MARK_NONE;
	while (s.n) {
		size_t at = str_find(s, sep);
		struct str part = str_sub(s, 0, at);
		enum mark_kind told = ticket_kind(part);

		*code = *code || is_code(part);
		if (told != MARK_NONE)
			kind = told;
		s = at == STR_NONE ? str_sub(s, s.n, s.n)
				   : str_sub(s, at + sep.n, s.n);
	}
	return kind;
}

/* Where the first field of several ends: "Objective | Open", "Key Result
 * Status: Done" with a gap between them. */
static size_t field_end(struct str value)
{
	size_t bar = str_find(value, STR(" | "));
	size_t gap = str_find(value, STR("  "));

	if (gap < bar &&
		str_find_char(str_sub(value, gap, value.n), ':') != STR_NONE)
		return gap;
	return bar;
}

/* The kind that a line tells of its issue: by a field, or between dots beside
 * a code. */
static enum mark_kind told_kind(struct str line)
{
	static const char *const SEPS[] = {
		" \u00b7 ", " | ", " \u2022 ", " / "};
	struct str s = bare(line), value;
	bool code = false;

	if (take_field(line, TYPES, &value))
		return ticket_kind(str_sub(value, 0, field_end(value)));
	if (!str_has_digit(s)) /* nor a code: so are most lines */
		return MARK_NONE;
	for (size_t i = 0; i < COUNT_OF(SEPS); i++) {
		enum mark_kind kind = kind_between(s, str_of(SEPS[i]), &code);

		if (kind != MARK_NONE && code)
			return kind;
	}
	return MARK_NONE;
}

/* ... if it may be such a line at all. */
static enum mark_kind line_kind(struct str line)
{
	enum { LONGEST = 200 };
	bool may = line.n <= LONGEST && (str_find_char(line, ':') != STR_NONE ||
						str_has_digit(line));

	return may && !str_starts(str_trim(line), "|") ? told_kind(line)
						       : MARK_NONE;
}

bool ticket_sign(struct str line)
{
	return line_kind(line) != MARK_NONE;
}

struct lines {
	struct str *v;
	size_t n;
};

static struct lines split(struct arena *a, struct str text)
{
	struct lines all = {NULL, 0};
	struct str rest = text, line;
	size_t n = 0;

	while (str_take_line(&rest, &line))
		n++;
	all.v = ARENA_ARRAY(a, struct str, n + 1);
	while (str_take_line(&text, &line))
		all.v[all.n++] = line;
	return all;
}

/* What stands behind "[OKR-118] ", or nothing. */
static struct str behind_code(struct str line)
{
	struct str s = bare(line);
	size_t close = str_find_char(str_sub(s, 0, LONGEST_KIND), ']');

	if (!s.n || s.p[0] != '[' || close == STR_NONE ||
		!is_code(str_sub(s, 1, close)))
		return STR("");
	return bare(str_sub(s, close + 1, s.n));
}

/* The text of a title line, or nothing: "Summary: text", "# text", "[OKR-118]
 * text". */
static struct str title_of(struct str line)
{
	struct str value;

	if (take_field(line, TITLES, &value))
		return value;
	value = behind_code(line);
	if (value.n)
		return value;
	return line_is_heading(str_trim(line)) ? bare(line) : STR("");
}

/* Is that line, near the one at `at`, the title of its issue?  A field counts
 * more than a heading. */
static bool is_title(const struct lines *all, size_t i, bool field)
{
	struct str value, line = all->v[i];

	return field ? take_field(line, TITLES, &value)
		     : line_is_heading(str_trim(line));
}

/* The title nearest to the line: a field around it, a heading above, one
 * below. */
static size_t find_title(const struct lines *all, size_t at)
{
	size_t from = at > NEAR ? at - NEAR : 0;
	size_t to = at + NEAR < all->n ? at + NEAR : all->n;

	if (at && behind_code(all->v[at - 1]).n)
		return at - 1;
	for (size_t i = at; i < to; i++)
		if (is_title(all, i, true))
			return i;
		else if (i > at && is_title(all, i, false))
			break;
	for (size_t i = at; i-- > from;)
		if (is_title(all, i, true) || is_title(all, i, false))
			return i;
	for (size_t i = at + 1; i < to && i <= at + 2; i++)
		if (is_title(all, i, false))
			return i;
	return all->n;
}

/* "Key Result: text" needs no second word. */
static bool is_marked(struct str title)
{
	static const unsigned char PLAIN[LONGEST_KIND] = {0};
	struct mark mark =
		mark_read(str_sub(title, 0, LONGEST_KIND), PLAIN, MARK_HEADING);

	return mark.kind == MARK_OBJECTIVE || mark.kind == MARK_KEY_RESULT ||
	       mark.kind == MARK_OBJ_LABEL || mark.kind == MARK_KR_LABEL;
}

static void mark_title(struct arena *a, struct str *line, enum mark_kind kind)
{
	struct str title = title_of(*line);
	const char *word = kind == MARK_OBJECTIVE ? "Objective" : "Key result";
	size_t level = 0;

	if (!title.n || is_marked(title))
		return;
	while (level < line->n && line->p[level] == '#')
		level++;
	*line = str_of(arena_printf(a, "%s %s: %.*s",
		level == 1   ? "#"
		: level == 3 ? "###"
			     : "##",
		word, STR_ARG(title)));
}

/* Fields with gaps between them, with bars instead. */
static struct str barred(struct arena *a, struct str s)
{
	struct buf b;

	s = str_trim(s);
	buf_init(&b, s.n * 2 + 1);
	while (s.n) {
		size_t gap = str_find(s, STR("  "));

		buf_add(&b, str_sub(s, 0, gap));
		s = gap == STR_NONE ? STR("")
				    : str_trim_left(str_sub(s, gap, s.n));
		buf_adds(&b, s.n ? " | " : "");
	}
	s = arena_str(a, buf_str(&b));
	buf_release(&b);
	return s;
}

/* What the line of the kind still says: "OKR-118 · Key Result · In Progress"
 * has a state. */
static struct str without_kind(struct arena *a, struct str line)
{
	struct str value, s = bare(line);
	size_t at = str_rfind_char(s, ' ');

	if (take_field(line, TYPES, &value)) {
		at = field_end(value);
		if (at == STR_NONE)
			return STR("");
		return value.p[at + 1] == '|'
			       ? str_sub(value, at + 3, value.n)
			       : barred(a, str_sub(value, at, value.n));
	}
	at = str_find(s, STR(" \u00b7 "));
	for (size_t next = at; next != STR_NONE;) {
		s = str_sub(s, at == STR_NONE ? 0 : next + 4, s.n);
		next = str_find(s, STR(" \u00b7 "));
	}
	if (ticket_kind(s) != MARK_NONE || is_code(s) || at == STR_NONE)
		return STR("");
	return str_of(arena_printf(a, "Status: %.*s", STR_ARG(s)));
}

/* What else the line of the kind says stands behind the title, if there is room
 * for it. */
static void tell_behind(
	struct arena *a, struct lines *all, size_t at, size_t title)
{
	struct str told = without_kind(a, all->v[at]);

	all->v[at] = STR("");
	if (title < at)
		all->v[at] = told;
	else if (title + 1 < all->n && !str_trim(all->v[title + 1]).n)
		all->v[title + 1] = told;
}

struct str ticket_text(struct arena *a, struct str text)
{
	struct lines all;
	struct buf b;

	if (str_starts(text, "---")) /* front matter says it its own way */
		return text;
	all = split(a, text);
	buf_init(&b, text.n * 2 + 64 * (all.n + 1));
	for (size_t i = 0; i < all.n; i++) {
		enum mark_kind kind = line_kind(all.v[i]);
		size_t title = kind == MARK_NONE ? all.n : find_title(&all, i);

		if (title == all.n)
			continue;
		mark_title(a, &all.v[title], kind);
		tell_behind(a, &all, i, title);
	}
	for (size_t i = 0; i < all.n; i++) {
		buf_add(&b, all.v[i]);
		buf_addc(&b, '\n');
	}
	text = arena_str(a, buf_str(&b));
	buf_release(&b);
	return text;
}
