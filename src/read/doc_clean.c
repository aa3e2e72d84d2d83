/*
 * The source made regular before it is parsed: characters, comments, front
 * matter, and the indents of lists.
 *
 * People indent by what their editor did: two columns under "1.", eight under
 * "-", or tabs.  CommonMark would read those as siblings, code or text.  Here
 * an item at least two columns deeper than another is its child, and the line
 * is written again with the indent that CommonMark wants.  Lines are only
 * ever changed, inserted or blanked, never joined, so each output line knows
 * its source line.
 */
#include "doc_clean_p.h"

#include <string.h>

#include "attr.h"
#include "doc_p.h"

/* Lines. */

/* Ends a paragraph that would cost too much. */
static void count_brackets(struct cleaner *c, struct str text)
{
	if (!text.n)
		c->brackets = 0;
	else
		c->brackets += str_find_char(text, '[') != STR_NONE;
	if (c->brackets > MAX_BRACKETS && !c->table && !c->html && !c->fence)
		clean_emit(c, 0, STR(""));
}

void clean_emit(struct cleaner *c, size_t indent, struct str text)
{
	count_brackets(c, text);
	buf_add_times(&c->out, ' ', indent);
	buf_add(&c->out, text);
	buf_addc(&c->out, '\n');
	if (!c->out.over)
		*vec_add(c->a, &c->line_of) = c->line;
}

void clean_blank(struct cleaner *c)
{
	if (!c->blank)
		clean_emit(c, 0, STR(""));
	c->blank = true;
}

static size_t columns(struct str *line)
{
	size_t n = 0;

	for (; line->n && (*line->p == ' ' || *line->p == '\t');
		*line = str_sub(*line, 1, line->n))
		n += *line->p == '\t' ? TAB - n % TAB : 1;
	return n;
}

/* Writes a line of a block; repairs what must not swallow its neighbours. */
static void emit_text(struct cleaner *c, size_t indent, struct str s)
{
	size_t hashes = 0;

	if (str_starts(s, "{:") || str_starts(s, "{{<") ||
		str_starts(s, "{{%")) {
		clean_blank(c);
		return;
	}
	while (hashes < s.n && s.p[hashes] == '#')
		hashes++;
	if (hashes && line_is_heading(s) && hashes < s.n &&
		!str_is_space(s.p[hashes])) {
		buf_add_times(&c->out, ' ', indent);
		buf_add(&c->out, str_sub(s, 0, hashes));
		indent = 1;
		s = str_sub(s, hashes, s.n);
	}
	clean_emit(c, indent, s);
	c->blank = false;
}

static void open_fence(struct cleaner *c, struct str s, size_t in, size_t out)
{
	c->fence_n = line_fence(s);
	if (!c->fence_n)
		return;
	c->fence = s.p[0];
	c->fence_shift = in;
	c->fence_out = out;
}

static void fenced_line(struct cleaner *c, struct str line)
{
	struct str s = line;
	size_t indent = columns(&s);
	bool closes = s.n && s.p[0] == c->fence && line_fence(s) &&
		      line_fence(s) >= c->fence_n &&
		      str_trim_right(s).n == line_fence(s);

	indent = indent > c->fence_shift ? indent - c->fence_shift : 0;
	if (closes)
		indent = 0;
	clean_emit(c, s.n ? c->fence_out + indent : 0, s);
	if (closes)
		c->fence = 0;
	c->blank = false;
}

/* "1) Objective" and right below it, at the same margin, "- key result": the
 * bullets are meant to be the number's. */
static size_t bullet_shift(struct cleaner *c, size_t indent, struct str s)
{
	const struct item_at *top = c->depth ? &c->stack[c->depth - 1] : NULL;

	if (str_is_digit(s.p[0]))
		c->shift = 0;
	else if (top && top->numbered && top->indent == indent && !c->blank)
		c->shift = CHILD;
	return c->shift;
}

static void list_line(struct cleaner *c, size_t indent, struct str s, size_t m)
{
	size_t out = 0, bytes;
	struct str rest = str_trim_left(str_sub(s, m, s.n));
	struct str mark = str_sub(s, 0, m);

	indent += bullet_shift(c, indent, s);
	while (c->depth && c->stack[c->depth - 1].indent >= indent)
		c->depth--;
	if (c->depth && c->stack[c->depth - 1].indent + CHILD > indent)
		c->depth--;
	if (c->depth == MAX_DEPTH)
		c->depth--;
	if (!c->depth && !c->blank && !c->table && indent)
		clean_blank(c);
	if (c->depth)
		out = c->stack[c->depth - 1].out;
	if (!strchr("-*+0123456789", mark.p[0]))
		mark = STR("-");
	bytes = mark.n + 1;
	c->stack[c->depth++] = (struct item_at){
		indent, indent + bytes, out + bytes, str_is_digit(mark.p[0])};
	c->brackets = 0;
	buf_add_times(&c->out, ' ', out);
	buf_add(&c->out, mark);
	if (line_is_more_than(rest))
		rest = str_of(arena_printf(c->a, "\\%.*s", STR_ARG(rest)));
	rest = line_without_list(c->a, rest);
	emit_text(c, rest.n ? 1 : 0, rest);
	c->blank = false;
	open_fence(c, rest, indent + bytes, out + bytes);
}

/* "    KR2: text" below "   KR1: text": somebody's margin and no code, unless
 * "For example:" stands above. */
static bool is_set_in(struct cleaner *c, size_t indent, struct str s)
{
	bool in = indent >= CODE && c->blank && c->labels;

	if (indent < CODE) {
		c->labels = c->labels || line_is_label(s);
		c->quotes = str_ends(s, ":") && !line_is_label(s);
	}
	return in && !c->quotes && line_is_label(s);
}

/* "- KR:" and nothing else, whose text comes in the next line? */
static bool names_next(struct str before)
{
	enum { LONGEST = 24 };
	static const unsigned char PLAIN[LONGEST] = {0};
	size_t m = line_marker(before);
	struct str s = str_trim(str_sub(before, m, before.n));
	struct mark mark;

	if (!m || s.n > LONGEST || !str_ends(s, ":"))
		return false;
	mark = mark_read(s, PLAIN, 0);
	return (mark.kind == MARK_KEY_RESULT || mark.kind == MARK_KR_LABEL) &&
	       !mark.plural && mark.rest >= s.n;
}

/* A line that is no list item: text of one, or outside of all. */
static void other_line(struct cleaner *c, size_t indent, struct str s)
{
	const struct item_at *top;
	size_t out = indent;
	bool set_in = is_set_in(c, indent, s);
	bool field =
		c->depth == 1 && line_is_between_items(s, c->rest, c->between);

	c->between = c->depth && (field || c->between);
	if (!indent && c->blank)
		c->shift = 0;
	if (!c->depth && set_in)
		out = indent = 0;
	if (c->depth && !c->blank && !line_is_block_start(s) &&
		(indent || field ||
			(!line_is_label(s) &&
				(names_next(c->before) ||
					!line_begins_paragraph(s, c->before,
						!c->unwrapped))))) {
		emit_text(c, c->table ? c->stack[c->depth - 1].out : 0, s);
		return;
	}
	if (c->depth && !indent && !c->blank)
		clean_blank(c);
	while (c->depth && c->stack[c->depth - 1].indent >= indent)
		c->depth--;
	if (c->depth) {
		top = &c->stack[c->depth - 1];
		out = top->out;
		if (c->blank && indent >= top->content + CODE)
			out += indent - top->content;
	} else if (indent < CODE) {
		out = 0; /* no child of a list that was set in as far */
	}
	if (str_is(s, "---") && !c->blank && c->before.n &&
		(str_find_char(c->before, ':') != STR_NONE ||
			strchr("*|_", c->before.p[0])))
		clean_blank(c);
	emit_text(c, out, s);
	open_fence(c, s, indent, out);
}

/* The marker of "a) ...", if "b) ..." comes next or "a) ..." came before. */
static size_t point_marker(struct cleaner *c, struct str s)
{
	struct enumerator e = line_enumerator(s);
	struct str rest = c->rest, next = {NULL, 0};

	if (!e.n)
		return 0;
	if (enumerator_follows(c->point, e)) {
		c->point = e;
		return e.n;
	}
	if (e.letter != 1 && e.roman != 1)
		return 0;
	for (int i = 0; i < 3 && !next.n; i++) {
		if (!str_take_line(&rest, &next))
			return 0;
		next = str_trim(next);
	}
	if (!next.n || !enumerator_follows(e, line_enumerator(next)))
		return 0;
	c->point = e;
	return e.n;
}

/* Remembers whether this line ends inside a table or list of HTML. */
static void note_html(struct cleaner *c, struct str s)
{
	static const struct {
		const char *open, *close;
	} TAGS[] = {{"<table", "</table"}, {"<ul", "</ul"}, {"<ol", "</ol"}};

	if (c->html) {
		if (str_ifind(s, str_of(c->html)) != STR_NONE)
			c->html = NULL;
		return;
	}
	for (size_t i = 0; i < COUNT_OF(TAGS) && s.p[0] == '<'; i++) {
		if (!str_istarts(s, TAGS[i].open))
			continue;
		if (str_ifind(s, str_of(TAGS[i].close)) == STR_NONE &&
			c->last_tag > c->line)
			c->html = TAGS[i].close;
		return;
	}
}

static bool is_dashed(struct str s)
{
	return s.n > 2 && s.p[0] == '-' && str_is_alpha(s.p[1]);
}

/* "-text" in several lines: bullets whose blank was forgotten. */
static size_t dash_marker(struct cleaner *c, struct str s)
{
	struct str rest = c->rest, next;

	if (c->dashed)
		return s.n > 2 && s.p[0] == '-' && s.p[1] != '-';
	if (!is_dashed(s))
		return 0;
	for (int i = 0; i < 3 && !c->dashed && str_take_line(&rest, &next); i++)
		c->dashed = is_dashed(str_trim(next)) ||
			    str_starts(str_trim(next), "- ");
	return c->dashed ? 1 : 0;
}

/* "-" and its text in the next line, as pages are pasted? */
static bool is_alone(
	struct cleaner *c, size_t indent, struct str s, struct str next)
{
	struct str t = next;
	size_t in = columns(&t);

	c->alone = s.n == 1 && !indent && !in && t.n && !line_marker(t) &&
		   !line_is_block_start(t) && t.p[0] != '=' && !c->table &&
		   str_words(t) > 2; /* no "Good", a part's name */
	return c->alone;
}

/* The line with the bullet that stood alone above it. */
static struct str behind_bullet(struct cleaner *c, struct str s)
{
	if (!c->alone)
		return s;
	c->alone = false;
	return str_of(arena_printf(c->a, "- %.*s", STR_ARG(s)));
}

/* Does the table go on behind an empty line, with no header of another? */
static bool goes_on(const struct cleaner *c)
{
	struct str rest = c->rest, row, below = {NULL, 0};

	if (!c->table || !str_take_line(&rest, &row))
		return false;
	str_take_line(&rest, &below);
	row = str_trim(row);
	return row.n && row.p[0] == '|' && !line_is_delimiter(row) &&
	       !line_begins_table(row, below);
}

/* An empty line ends a list's points, a table, a sheet. */
static void empty_line(struct cleaner *c)
{
	if (goes_on(c))
		return;
	c->signs = false;
	if (c->html) { /* md4c would end the block here */
		clean_emit(c, 0, STR("<!---->"));
		return;
	}
	if (c->aligned.n) {
		c->aligned.least = 3;
		return;
	}
	clean_emit(c, 0, STR(""));
	c->dashed = false;
	c->blank = true;
	c->table = false;
	c->sheet = 0;
	c->before = STR("");
}

/* "<h2>text</h2>", which begins or ends a block of HTML. */
static struct str heading_tag(struct cleaner *c, struct str tag)
{
	struct str s = line_without_heading_tag(c->a, tag);

	if (s.p != tag.p && !c->blank)
		clean_blank(c); /* a block of HTML ends here */
	/* md4c does not know that a heading begins such a block */
	if (s.p == tag.p && s.n > 3 && s.p[2] >= '1' && s.p[2] <= '6')
		s = str_of(arena_printf(c->a, "<div>%.*s", STR_ARG(s)));
	return s;
}

/* The bytes of what makes the line a list's item, or 0. */
static size_t any_marker(struct cleaner *c, size_t indent, struct str s)
{
	size_t m = line_marker(s);

	if (!m && c->depth && indent >= CHILD && line_is_lettered(s))
		m = 2;
	if (!m)
		m = point_marker(c, s);
	return m ? m : dash_marker(c, s);
}

/* "Tasks:" over a list and right below lines of text, whose last it is none
 * of. */
static bool heads_list(
	const struct cleaner *c, size_t indent, struct str s, struct str next)
{
	enum { LONGEST = 40 };
	struct str name = str_trim(s);

	next = str_trim(next);
	if (indent || c->blank || c->depth || c->table || s.n > LONGEST ||
		!line_marker(next) || line_is_heading(c->before))
		return false;
	if (!str_ends(name, ":"))
		return false;
	name = str_trim_end(name, ":");
	return vocab_field(name) != FIELD_NONE;
}

/* A line with a text, as a table's, a list's or a block's. */
static void text_line(
	struct cleaner *c, size_t indent, struct str s, struct str next)
{
	size_t m;

	s = clean_glyph(c, clean_named_sign(c, s));
	if (clean_sign(c, s))
		s = str_of(arena_printf(c->a, "- %.*s", STR_ARG(s)));
	m = any_marker(c, indent, s);
	if (line_is_heading(s))
		c->point.n = 0;
	if (c->table && str_find_char(s, '|') == STR_NONE)
		clean_blank(c), c->table = false;
	if (line_is_delimiter(s) && line_bars(s) > MAX_COLUMNS) {
		clean_blank(c);
	} else if (c->table && line_is_delimiter(s) &&
		   c->before.p != c->header &&
		   line_row_is_numbered(c->before)) {
		return; /* drawn again between the rows */
	} else if (!m && line_begins_table(s, next) &&
		   !(c->table && line_row_is_numbered(s))) {
		clean_blank(c);
		other_line(c, indent, s);
		c->table = true;
		c->header = s.p;
		c->bare_bars = s.p[0] == '|' ? 0 : line_bars(s);
	} else if (m && !(c->blank && !c->depth && indent >= CODE)) {
		list_line(c, indent, s, m);
	} else {
		if (heads_list(c, indent, s, next))
			clean_blank(c);
		other_line(c, indent, s);
	}
	note_html(c, s);
	c->before = s;
	if (line_defines_link(m ? str_trim_left(str_sub(s, m, s.n)) : s))
		clean_blank(c); /* its title ends here */
}

/* A rule below several lines that has its like above them closes a box;
 * markdown would make all of them one heading. */
static void note_box(struct cleaner *c, struct str s)
{
	if (!s.n) {
		c->box = 0;
	} else if (s.n < LEAST_RULE || str_trim_end(s, "-").n) {
		c->boxed++;
	} else if (c->box == s.n && c->boxed > 1) {
		clean_blank(c);
		c->box = 0;
	} else {
		c->box = s.n;
		c->boxed = 0;
	}
}

static void clean_line(struct cleaner *c, struct str line, struct str next)
{
	struct str s = line;
	size_t indent = columns(&s);

	if (c->fence) {
		fenced_line(c, line);
		return;
	}
	s = line_unquoted(
		line_with_bars(c->a, line_with_drawn(c->a, str_trim_right(s))),
		&c->above);
	if (!indent && line_is_quick_action(s))
		s = STR("");
	note_box(c, s);
	if (str_ends(s, "\\") && !str_ends(s, "\\\\"))
		s = str_trim_right(str_sub(s, 0, s.n - 1)); /* a hard break */
	if (!s.n) { /* a sheet's row without a text ends it as little */
		if (!c->sheet || str_find_char(line, c->sheet) == STR_NONE)
			empty_line(c);
		return;
	}
	if (clean_sheet(c, str_trim_right(line), next)) {
		c->before = s;
		return;
	}
	if (clean_row(c, s))
		return;
	if (!indent && !c->table) {
		struct str title = line_underlined(c->a, s, next);

		c->skip = title.p != s.p;
		s = title;
	}
	if (str_starts(s, "# |") && line_is_delimiter(str_trim(next)))
		s = str_of(arena_printf(c->a, "\\%.*s", STR_ARG(s)));
	if (s.n > MAX_DEFINITION && str_find(s, STR("]:")) != STR_NONE)
		s = line_without_definition(c->a, s);
	if (c->table && s.p[0] == '|' && line_is_empty_row(s))
		return;
	if (str_istarts(s, "<h"))
		s = heading_tag(c, s);
	if (!indent)
		s = line_without_equals(c->a, s);
	s = line_without_box(c->a, line_without_plus(c->a, s));
	if (c->table && c->bare_bars && s.p[0] == '|' &&
		line_bars(s) == c->bare_bars) /* its first cell is empty */
		s = str_of(arena_printf(c->a, "| %.*s", STR_ARG(s)));
	if (c->table && line_is_delimiter(s) && line_bars(s) <= MAX_COLUMNS)
		s = line_wide_delimiter(c->a, s);
	if (!c->html && !c->table)
		s = line_with_tail(c->a,
			line_with_leader(c->a, s, next, &c->led), next,
			&c->tailed);
	s = line_without_states(
		c->a, line_without_notes(c->a, behind_bullet(c, s)));
	if (!c->html && !c->table)
		s = line_with_point(c->a,
			line_spaced(c->a, s, str_trim(next), &c->number),
			&c->pointed);
	if (line_marker(s) == s.n && is_alone(c, indent, s, next))
		return;
	if (str_is(s, "-")) { /* markdown would underline what is above */
		clean_blank(c);
		return;
	}
	text_line(c, indent, s, line_without_plus(c->a, str_trim(next)));
}

struct clean doc_clean(struct arena *a, struct str text)
{
	struct cleaner c = {.a = a, .blank = true, .glyph = ""};
	struct clean result = {.front_line = 0};
	struct str s = doc_bytes(a, text), line, next;
	bool more;
	int n = 0;

	doc_take_front(&s, &result, &n);
	if (doc_is_wiki(s))
		s = doc_wiki(a, s);
	s = struck_told(a, doc_quoted(a, doc_markup(a, s)));
	s = doc_told(a, doc_legend(a, s));
	s = doc_said(a, doc_hint(a, doc_graded(a, s)));
	c.line = n;
	c.unwrapped = lines_are_long(s);
	c.last_close = clean_last_close(s);
	c.last_tag = lines_last_tag(s, n);
	buf_init(&c.out, s.n * MAX_GROWTH + SPARE_BYTES);
	for (more = str_take_line(&s, &next); more;) {
		line = next;
		c.line++;
		clean_find_ours(&result, line, c.line);
		c.rest = s;
		more = str_take_line(&s, &next);
		if (!more)
			next = (struct str){NULL, 0};
		if (c.skip && c.skip--)
			continue;
		clean_line(&c, clean_comments(&c, line), next);
	}
	result.text = arena_str(a, buf_str(&c.out));
	result.line_of = c.line_of;
	buf_release(&c.out);
	return result;
}
