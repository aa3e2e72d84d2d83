/*
 * Lines as they look: bullet or number, heading, bold, label.  Lines that look
 * alike get the same style.
 */
#include "rows_p.h"

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
	LONGEST_ROW = 400, /* bytes of a row that may be one of ours */
	LONGEST_LEAD = 90,
	LONGEST_LABEL = 50,
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

/* "- ", "\u2013 ", "\u2192 ": a sign that is no letter or digit. */
static void take_bullet(struct row *row, struct str *s)
{
	struct str t = *s;
	size_t n = str_is_alnum(s->p[0]) ? 0 : line_marker(*s);

	if (!n && (str_skip(&t, "-> ") || str_skip(&t, "=> ") ||
			  str_skip(&t, "> ") || str_skip(&t, "~ ") ||
			  str_skip(&t, ". ")))
		n = s->n - t.n;
	if (n) {
		row->sign = str_trim(str_sub(*s, 0, n));
		*s = str_trim_left(str_sub(*s, n, s->n));
		return;
	}
	row->sign = symbols_skip(&t);
	if (line_has_light(*s)) {
		row->told = row->sign;
		row->sign = STR("light");
	}
	*s = t;
}

/* "[ ] ", "[x] " */
static void take_box(struct str *s)
{
	if (s->n > 3 && s->p[0] == '[' && s->p[2] == ']' && s->p[3] == ' ' &&
		strchr(" xX", s->p[1]))
		*s = str_trim_left(str_sub(*s, 3, s->n));
}

/* "i.", "iv)": its length without the sign behind, or 0. */
static size_t roman_length(struct str s)
{
	enum { LONGEST = 4 };
	size_t n = 0;

	while (n < s.n && n < LONGEST && strchr("ivx", s.p[n]))
		n++;
	return n && n < s.n && strchr(".)", s.p[n]) ? n : 0;
}

/* "1. ", "(a) ", "1.2 ", "3  ": what it looks like. */
static bool take_number(struct str *s, struct str *sign, struct str *number)
{
	static const char *const LOOKS[2][4][2] = {
		{{"1.", "1)"}, {"1.1", "1.1)"}, {"a.", "a)"}, {"1i.", "1i)"}},
		{{"(1)", "(1)"}, {"(1)", "(1)"}, {"(a)", "(a)"},
			{"(i)", "(i)"}}};
	struct str t = *s, digits;
	bool open = str_skip_char(&t, '(');
	size_t n = 0, dots = 0, kind;

	while (n < t.n &&
		(str_is_digit(t.p[n]) || (t.p[n] == '.' && n && n + 1 < t.n &&
						 str_is_digit(t.p[n + 1])))) {
		dots += t.p[n] == '.';
		n++;
	}
	kind = dots ? 1 : 0;
	if (!n) {
		n = roman_length(t);
		kind = 3;
	}
	if (!n && t.n > 1 && str_is_alpha(t.p[0]) && strchr(".)", t.p[1])) {
		n = 1;
		kind = 2;
	}
	if (!n || n + 1 >= t.n || n > 8)
		return false;
	digits = str_sub(t, 0, kind < 2 ? n : 0);
	if (strchr(".)", t.p[n])) {
		*sign = str_of(LOOKS[open][kind][t.p[n] == ')']);
		n++;
	} else if (!open && t.p[n] == ' ' &&
		   (dots || (n == 1 && t.p[n + 1] == ' '))) {
		*sign = str_of(LOOKS[0][kind][0]);
	} else {
		return false;
	}
	if (n >= t.n || t.p[n] != ' ')
		return false;
	*s = str_trim_left(str_sub(t, n, t.n));
	*number = digits;
	return true;
}

static bool take_heading(struct row *row, struct str *s)
{
	size_t n = 0;

	while (n < s->n && s->p[n] == '#')
		n++;
	if (!n || n > 6 || n >= s->n || s->p[n] != ' ')
		return false;
	row->heading = (int)n;
	*s = str_trim(str_trim_end(str_sub(*s, n, s->n), "#"));
	return true;
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

/* What the tables of words say of the line. */
static bool take_mark(struct row *row)
{
	static const unsigned char PLAIN[LONGEST_ROW] = {0};
	struct mark mark;

	if (row->text.n > LONGEST_ROW)
		return false;
	mark = mark_read(row->text, PLAIN, row->heading ? MARK_HEADING : 0);
	if (mark.kind != MARK_KEY_RESULT || mark.rest >= row->text.n)
		return false;
	row->mark = ROW_KEY_RESULT;
	row->body = str_trim(str_sub(row->text, mark.rest, row->text.n));
	if (mark.number.n && str_is_digit(mark.number.p[0]))
		row->number = mark.number;
	return true;
}

/* "Key Result RE1.2 - text", "Objective 2: text", "Goal A. text" */
static bool take_word(struct row *row)
{
	struct str s = row->text, code, number;
	const struct word *word = vocab_word(s);
	bool numbered;

	if (!word)
		return false;
	s = str_sub(s, strlen(word->text), s.n);
	code = str_trim_left(s);
	numbered = mark_code(&code, &number);
	if (numbered)
		s = code;
	else
		numbered = mark_number(&s, &number);
	if (!mark_take_sep(&s) && !numbered)
		return false;
	if (row->field && word->kind == WORD_KEY_RESULT && !numbered)
		return false; /* "Result: 95 %" */
	s = str_trim(s);
	if (!s.n)
		return false;
	row->mark =
		word->kind == WORD_KEY_RESULT ? ROW_KEY_RESULT : ROW_OBJECTIVE;
	row->body = s;
	if (numbered && str_is_digit(number.p[0]))
		row->number = number;
	row->named = row->mark == ROW_OBJECTIVE && strlen(word->text) > 1;
	row->numbered = numbered && row->named;
	return true;
}

/* "C1. text", "KR2.1 text", "O3 - text" */
static bool take_code(struct row *row)
{
	static const char *const TIMES[] = {"Q", "H", "FY", "CY", "P", "W",
		"CW", "KW", "T", "S", "V", NULL};
	struct str s = row->text, letters, rest;
	size_t n = 0, dots = 0;
	bool key_result, sep;

	while (n < s.n && n < 4 && char_is_upper(s.p[n]))
		n++;
	letters = str_sub(s, 0, n);
	if (!n || n >= s.n || !str_is_digit(s.p[n]))
		return false;
	while (n < s.n &&
		(str_is_digit(s.p[n]) || (strchr(".-", s.p[n]) && n + 1 < s.n &&
						 str_is_digit(s.p[n + 1])))) {
		dots += !str_is_digit(s.p[n]);
		n++;
	}
	rest = str_sub(s, n, s.n);
	sep = mark_take_sep(&rest);
	if (!sep && str_starts(rest, "."))
		sep = str_skip_char(&rest, '.');
	key_result = str_iis(letters, "KR");
	if ((!sep && !key_result && !dots && !str_is(letters, "O")) ||
		(!dots && str_is_listed(letters, TIMES)))
		return false;
	if (!sep && !str_starts(rest, " "))
		return false;
	row->body = str_trim(rest);
	if (key_result)
		row->number = str_sub(s, letters.n, n);
	row->mark = key_result ? ROW_KEY_RESULT
		    : dots     ? ROW_SUB_NUMBER
			       : ROW_NUMBER;
	return row->body.n > 0;
}

/* "Big aim", "Company objective", "Outcome 1": by its last word, without a
 * number; "objective owner" is none. */
static bool names_goal(struct str name)
{
	static const char *const WORDS[] = {"objective", "goal", "aim",
		"outcome", "ambition", "priority", "okr", "ziel", "objectif",
		"objetivo", "obiettivo", "doel", "meta", "m\u00e5l", "cel",
		"c\u00edl", "tavoite", "hedef", NULL};
	size_t blank = str_rfind_char(name, ' ');
	struct str rest, number;

	if (blank != STR_NONE) {
		rest = str_sub(name, blank, name.n);
		if (mark_number(&rest, &number) && !rest.n)
			name = str_sub(name, 0, blank);
	}
	blank = str_rfind_char(name, ' ');
	return str_is_listed(
		str_sub(name, blank == STR_NONE ? 0 : blank + 1, name.n),
		WORDS);
}

/* "Big aim: ...", "Company objective: ...", "Outcome 1: ..." */
static bool take_label(struct row *row)
{
	struct str s = row->text, name;
	size_t colon = str_find_char(s, ':');

	if (colon == STR_NONE || colon > LONGEST_LABEL)
		return false;
	name = str_trim(str_sub(s, 0, colon));
	s = str_trim(str_sub(s, colon + 1, s.n));
	if (!s.n || str_words(name) > 5 || !names_goal(name))
		return false;
	row->mark = ROW_OBJECTIVE;
	row->named = true;
	row->body = s;
	return true;
}

/* What stands over others: "Key results", "How we will know it", "Context:". */
static void look_for_lead(struct row *row)
{
	static const unsigned char NONE[LONGEST_LEAD + 1] = {0};
	struct str s = str_trim_end(row->text, ":");
	struct mark mark;
	bool colon = s.n < row->text.n;

	if (row->text.n > LONGEST_LEAD || !s.n)
		return;
	mark = mark_read(row->text, NONE, row->heading ? MARK_HEADING : 0);
	row->known =
		mark.kind == MARK_KR_LABEL || mark_is_measure(s, true) ||
		((colon || row->heading || row->bold) &&
			(vocab_has_key_result(s) || vocab_is_metrics(s))) ||
		(mark.kind == MARK_FIELD && colon &&
			(mark.field == FIELD_TARGET ||
				mark.field == FIELD_METRIC ||
				mark.field == FIELD_RESULT));
	row->lead = row->known || colon;
	row->bare = mark.kind == MARK_OBJECTIVE && mark.rest >= row->text.n;
	row->steps = goals_are_steps(s) || vocab_is_left(s);
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
		take_number(&row->text, &row->sign, &row->number);
	row->body = row->text;
	row->capitals = is_shouted(row->text);
	look_for_lead(row);
	if (row->lead && !row->heading) {
		row_tell(r, row);
		return;
	}
	if (take_mark(row) || take_word(row) || take_code(row) ||
		take_label(row))
		row->field = row->lead = row->known = row->steps = false;
	else
		row_tell(r, row);
}

/* under: the level of a heading that the line below makes of it, or 0. */
static void read_text(
	struct reader *r, struct row *row, struct str s, int under)
{
	struct str look = {NULL, 0};

	while (s.n && (s.p[0] == ' ' || s.p[0] == '\t')) {
		row->indent += s.p[0] == '\t' ? 4 : 1;
		s = str_sub(s, 1, s.n);
	}
	s = str_trim(s);
	if (take_heading(row, &s))
		row->indent = 0;
	if (!str_starts(s, "**") && !str_starts(s, "__"))
		take_bullet(row, &s);
	take_box(&s);
	if (under && !row->heading && !row->sign.n)
		row->heading = under;
	if (take_number(&s, &look, &row->number))
		row->sign = look;
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
		row->measured = row->body.n <= LONGEST_ROW &&
				goal_line_is_measured(&r->scratch, row->body);
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
