/*
 * Lines as they look: bullet or number, heading, bold, label.  Lines that look
 * alike get the same style.
 */
#include "rows_p.h"

#include "list_p.h"

#include "attr.h"
#include "buf.h"
#include "doc_line_p.h"
#include "goals_p.h"
#include "mark_number_p.h"
#include "mark_words_p.h"
#include "result_p.h"
#include "talk_p.h"
#include "walk_p.h"

enum {
	LONGEST_LEAD = 90,
};

/* Without the signs of emphasis and code. */
static struct str plain(struct arena *a, struct str s)
{
	struct buf b;
	struct str clean;

	buf_init(&b, s.n + 1);
	for (size_t i = 0; i < s.n; i++) {
		bool word = i && i + 1 < s.n && str_is_alnum(s.p[i - 1]) &&
			    str_is_alnum(s.p[i + 1]);

		if (s.p[i] == '`' || (s.p[i] == '*' && !word) ||
			(s.p[i] == '_' && !word))
			continue;
		buf_addc(&b, s.p[i]);
	}
	clean = arena_str(a, str_trim(buf_str(&b)));
	buf_release(&b);
	return clean;
}

/* Is the line bold, but for a few words behind?  "**Goal**: a text" is not. */
static bool is_bold(struct str s)
{
	size_t end;

	if (!str_starts(s, "**") && !str_starts(s, "__"))
		return false;
	end = str_find(str_sub(s, 2, s.n), str_sub(s, 0, 2));
	return end != STR_NONE && (s.n - end - 4) * 2 <= end + 2 &&
	       !(s.n > end + 4 && s.p[end + 4] == ':');
}

static bool is_slanted(struct str s)
{
	return s.n > 2 && strchr("*_", s.p[0]) && s.p[1] != s.p[0] &&
	       s.p[s.n - 1] == s.p[0];
}

/* "WIN THE MID-SIZED SHOPS (with Sales)" */
static bool is_shouted(struct str s)
{
	enum { FEWEST = 3 };
	size_t n = 0, end = str_find(s, STR(" ("));

	for (size_t i = 0; i < s.n && i < end; i++) {
		if (str_is_alpha(s.p[i]) && !char_is_upper(s.p[i]))
			return false;
		n += char_is_upper(s.p[i]);
	}
	return n >= FEWEST;
}

/* What stands over others: "Key results", "How we will know it", "Context:". */
static void look_for_lead(struct row *row)
{
	static const unsigned char NONE[LONGEST_LEAD + 1] = {0};
	struct str s = str_trim_end(row->text, ":");
	struct mark mark;
	bool colon = s.n < row->text.n, told;

	if (row->text.n > LONGEST_LEAD || !s.n)
		return;
	mark = mark_read(row->text, NONE, row->heading ? MARK_HEADING : 0);
	told = mark.kind == MARK_KEY_RESULT && mark.numbered &&
	       mark.rest < s.n; /* "**KR1: Retention at 94%**" */
	row->known =
		mark.kind == MARK_KR_LABEL || mark_is_measure(s, true) ||
		((colon || row->heading || row->bold) && !told &&
			(vocab_has_key_result(s) || vocab_is_metrics(s))) ||
		(mark.kind == MARK_FIELD && colon &&
			(mark.field == FIELD_TARGET ||
				mark.field == FIELD_METRIC ||
				mark.field == FIELD_RESULT));
	row->lead = row->known || colon;
	row->bare = mark.kind == MARK_OBJECTIVE && mark.rest >= row->text.n;
	row->steps = goals_are_steps(s) || vocab_is_left(s) ||
		     mark_is_for_information(row->text);
	row->field = !row->known && mark.kind == MARK_FIELD && !colon;
	row->aim = row->field &&
		   (mark.field == FIELD_TARGET || mark.field == FIELD_RESULT ||
			   mark.field == FIELD_METRIC);
}

static void look_at_text(struct reader *r, struct row *row, struct str s)
{
	row->bold = is_bold(s);
	row->slanted = !row->bold && is_slanted(s);
	row->text = plain(r->a, s);
	if (row->bold && !row->sign.n)
		row_take_number(&row->text, &row->sign, &row->number);
	row->body = row->text;
	row->capitals = is_shouted(row->text);
	look_for_lead(row);
	if (row->lead && !row->heading) {
		row_tell(r, row);
		return;
	}
	if (row_take_mark(row))
		row->field = row->lead = row->known = row->steps = false;
	else
		row_tell(r, row);
}

/* under: the level of a heading that the line below makes of it, or 0. */
static void read_text(
	struct reader *r, struct row *row, struct str s, int under)
{
	while (s.n && (s.p[0] == ' ' || s.p[0] == '\t')) {
		row->indent += s.p[0] == '\t' ? 4 : 1;
		s = str_sub(s, 1, s.n);
	}
	s = str_trim(s);
	row_take_signs(row, &s, under);
	look_at_text(r, row, s);
}

static struct str style_of(struct arena *a, const struct row *row)
{
	bool listed =
		row->sign.n == 1 || (row->sign.n && row->sign.p[0] == '1');
	bool marked = row->mark != ROW_PLAIN || row->label;

	if (row->clauses)
		return STR("clauses");
	return str_of(arena_printf(a, "%d %d %d %zu %d%d%d %.*s", row->heading,
		(int)row->mark, row->label,
		row->heading || (marked && !listed) || !(listed || !row->sign.n)
			? 0
			: row->indent,
		row->bold && !marked, row->slanted && !marked,
		row->capitals && !row->sign.n && !marked, STR_ARG(row->sign)));
}

/* Gives it the number of its style; the last one stands for all that came too
 * late. */
static void set_style(struct reader *r, struct rows *rows, struct row *row,
	struct texts *known)
{
	struct str style = style_of(&r->scratch, row);

	for (size_t i = 0; i < known->n; i++) {
		if (str_is(style, known->v[i])) {
			row->style = (int)i + 1;
			return;
		}
	}
	if (known->n + 2 < MOST_STYLES)
		*vec_add(&r->scratch, known) = style.p;
	row->style = (int)known->n;
	if (rows->styles < row->style + 1)
		rows->styles = row->style + 1;
}

/* Below "Examples", "How we plan" or "Example 1 - a shop"?  left: the level of
 * that heading, or 0. */
static bool is_left(const struct row *row, int *left)
{
	enum { BELOW_HEADINGS = 7 };

	if (!row->heading) {
		if (!*left && talk_opens_sample(row->text))
			*left = BELOW_HEADINGS;
	} else if (!*left || row->heading <= *left) {
		*left = row->mark == ROW_PLAIN &&
					(vocab_is_left(row->text) ||
						vocab_has_left_word(row->text))
				? row->heading
				: 0;
	}
	return *left > 0;
}

/* The level of the heading that a line of one sign, repeated, makes of the one
 * above; or 0. */
static int underline(struct str line)
{
	enum { SHORT = 3, LONG = 4 }; /* at least, of known signs and others */
	struct str s = str_trim(line);
	size_t step = 1;

	if (!s.n || str_is_alnum(s.p[0]))
		return 0;
	while (step < s.n && ((unsigned char)s.p[step] & 0xc0) == 0x80)
		step++;
	if (s.n / step < (strchr("=-", s.p[0]) ? SHORT : LONG))
		return 0;
	for (size_t i = step; i < s.n; i++) {
		if (s.p[i] != s.p[i - step])
			return 0;
	}
	return s.p[0] == '=' ? 1 : 2;
}

/* What kind of line it is, but for the text in it.  fence: its length, while
 * one is open. */
static enum row_kind kind_of(struct str line, bool above, size_t *fence)
{
	struct str s = str_trim(line);
	size_t n = line_fence(s);

	if (n || *fence) {
		*fence = n ? !*fence : *fence;
		return ROW_OTHER;
	}
	if (!s.n || str_is(s, ">"))
		return ROW_BLANK;
	if (above && underline(s))
		return ROW_UNDERLINE;
	if (line_is_rule(s))
		return ROW_OTHER;
	return s.p[0] == '|' || line_bars(s) > 1 ? ROW_TABLE : ROW_TEXT;
}

/* What the lines say together: which look alike, what the page is called. */
static void look_at_all(struct reader *r, struct rows *rows)
{
	struct texts known = {0};
	bool headed = false;
	int left = 0;

	rows_untell(rows);
	rows_label(rows);
	for (size_t i = 0; i < rows->n; i++) {
		struct row *row = &rows->v[i];

		if (row->kind == ROW_TABLE)
			row->measured = str_has_digit(row->raw);
		if (row->kind != ROW_TEXT)
			continue;
		row->measured =
			row->body.n <= ROW_LONGEST &&
			goal_line_is_measured(&r->scratch, row->body) &&
			!(row->indent && row->sign.n &&
				row->mark == ROW_PLAIN && says_why(row->body));
		set_style(r, rows, row, &known);
		row->left = is_left(row, &left);
		if (!rows->title.n || (row->heading && !headed))
			rows->title = row->text;
		headed = headed || row->heading;
	}
}

bool rows_read(struct reader *r, struct str text, struct rows *rows)
{
	struct str line;
	size_t fence = 0;
	bool front = str_starts(text, "---\n"), above = false;

	for (size_t i = 0; str_take_line(&text, &line); i++) {
		struct row *row = vec_add(&r->scratch, rows);
		struct str rest = text, next = {NULL, 0};

		if (rows->n > ROWS_MOST)
			return false;
		row->raw = line;
		row->kind = front ? ROW_OTHER : kind_of(line, above, &fence);
		front = front && (i == 0 || !str_is(str_trim(line), "---"));
		above = row->kind == ROW_TEXT;
		if (!above)
			continue;
		(void)!str_take_line(&rest, &next);
		read_text(r, row, line, underline(next));
	}
	look_at_all(r, rows);
	return rows->n > 0;
}
