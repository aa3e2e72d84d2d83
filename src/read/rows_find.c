/*
 * Which lines of a page are objectives, and which measure them: every two
 * styles are weighed, and the page has to speak of goals besides.
 */
#include "rows_p.h"

#include "attr.h"
#include "goals_p.h"
#include "keyresult.h"
#include "list_p.h"
#include "talk_p.h"

enum {
	FEWEST_WORDS = 2, /* of an objective without a mark */
	MOST_WORDS = 30,
	SENTENCE = 8, /* words */
	FAR = 10,     /* rows between an objective and what measures it */
};

/* Rows of one style below an objective, one after the other. */
struct run {
	int style;
	size_t from, to; /* rows */
	size_t n, measured;
	bool known; /* below "Key results" */
};

bool row_is(const struct row *row, int style)
{
	return row->kind == ROW_TEXT &&
	       (style == STYLE_HEADING ? row->heading > 0
				       : row->style == style);
}

const struct row *rows_first(const struct rows *rows, int style)
{
	for (size_t i = 0; style && i < rows->n; i++) {
		if (row_is(&rows->v[i], style))
			return &rows->v[i];
	}
	return NULL;
}

/* The row behind all that an objective's row may hold. */
static size_t end_of(const struct rows *rows, size_t at, int style)
{
	const struct row *o = &rows->v[at];
	size_t i = at + 1;

	for (; i < rows->n; i++) {
		const struct row *row = &rows->v[i];

		if (row_is(row, style) ||
			(row->kind == ROW_TEXT && row->heading &&
				(!o->heading || row->heading <= o->heading)))
			break;
	}
	return i;
}

/* "What we do for it", "Visitors (for information): 61,400" */
static bool is_left(const struct row *row)
{
	return row->steps && row->mark == ROW_PLAIN;
}

static bool may_measure(const struct row *row, size_t before)
{
	return row->kind == ROW_TEXT && !row->field && !row->heading &&
	       !is_left(row) &&
	       (row->sign.n || row->mark != ROW_PLAIN ||
		       (!row->bold && before < FAR));
}

/* The lines of a table, without the two of its header. */
static void take_table(
	const struct rows *rows, size_t at, size_t end, struct run *run)
{
	enum { HEADER = 2 };

	*run = (struct run){.style = STYLE_TABLE, .from = at, .to = at};
	for (; run->to < end && rows->v[run->to].kind == ROW_TABLE; run->to++) {
		if (run->to - at < HEADER)
			continue;
		run->n++;
		run->measured += rows->v[run->to].measured;
	}
}

/* "-> 19, mostly posts", directly below what it is about? */
static bool is_remark(
	const struct rows *rows, size_t i, const struct row *first)
{
	static const char *const ARROWS[] = {
		"\u2192", "->", "=>", "\u21b3", "\u27a1", NULL};

	return rows->v[i - 1].kind == ROW_TEXT &&
	       str_is_listed(rows->v[i].sign, ARROWS) &&
	       !str_eq(rows->v[i].sign, first->sign);
}

/* "Questions? Ask the cook." apart from the lines above: said to all. */
static bool is_offer(const struct row *row)
{
	enum { LONGEST = 40, FEW = 4 };
	struct str s = row->body;
	size_t at = str_find_char(str_sub(s, 0, LONGEST), '?');

	return row[-1].kind == ROW_BLANK && row->mark == ROW_PLAIN &&
	       !row->sign.n && at != STR_NONE &&
	       str_words(str_sub(s, 0, at)) <= FEW &&
	       str_starts(str_sub(s, at, s.n), "? ") && !row->measured;
}

static void take_lines(
	const struct rows *rows, size_t at, size_t end, struct run *run)
{
	const struct row *first = &rows->v[at];

	*run = (struct run){.style = first->style, .from = at};
	for (size_t i = at; i < end; i++) {
		const struct row *row = &rows->v[i];

		if (row->kind == ROW_BLANK)
			continue;
		if (row->kind != ROW_TEXT || is_left(row) ||
			(i > at && is_offer(row)))
			break;
		if (row->style == first->style && !row->field) {
			run->n += row->clauses ? row->clauses : 1;
			run->measured +=
				row->clauses ? row->hits : row->measured;
		} else if (row->heading ||
			   (row->indent <= first->indent &&
				   !is_remark(rows, i, first))) {
			break;
		}
		run->to = i + 1;
	}
}

/* Takes the next run from row *at on. */
static bool take_run(
	const struct rows *rows, size_t *at, size_t end, struct run *run)
{
	bool known = false, steps = false;
	size_t before = 0;

	for (; *at < end; ++*at) {
		const struct row *row = &rows->v[*at];

		if (row->kind == ROW_TABLE)
			take_table(rows, *at, end, run);
		else if (row->kind == ROW_TEXT &&
			 (row->lead || row->heading ||
				 (row->bold && row->steps))) {
			known = row->known;
			steps = row->steps;
			continue;
		} else if (may_measure(row, before++))
			take_lines(rows, *at, end, run);
		else
			continue;
		run->known = known;
		*at = run->to;
		if (steps)
			continue;
		return true;
	}
	return false;
}

/* Only marked lines go on behind others. */
static bool is_mine(
	const struct rows *rows, const struct run *run, int style, bool first)
{
	return run->n && run->style == style &&
	       (first || (style != STYLE_TABLE &&
				 rows->v[run->from].mark != ROW_PLAIN));
}

static void count_goal(const struct rows *rows, size_t at, int style,
	struct tally tally[MOST_STYLES])
{
	bool seen[MOST_STYLES] = {false};
	size_t end = end_of(rows, at, style), i = at + 1;
	struct run run;

	while (take_run(rows, &i, end, &run)) {
		struct tally *t = &tally[run.style];

		if (!is_mine(rows, &run, run.style, !seen[run.style]))
			continue;
		t->goals += !seen[run.style];
		seen[run.style] = true;
		t->n += run.n;
		t->measured += run.measured;
		t->known += run.known;
	}
}

/* Rows of a style as objectives. */
struct titles {
	size_t n, bad, counted;
	bool marked, other; /* other: as key results */
	bool strong;        /* by sight, too */
	const struct row *first;
};

/* Is there something below that measures it, before the next heading? */
static bool holds(const struct rows *rows, size_t at)
{
	size_t end = end_of(rows, at, STYLE_HEADING), i = at + 1;
	struct run run;

	while (take_run(rows, &i, end, &run)) {
		if (run.measured * 2 >= run.n && run.n)
			return true;
	}
	return false;
}

bool row_opens(const struct rows *rows, size_t at, int style)
{
	return row_is(&rows->v[at], style) &&
	       (style != STYLE_HEADING || holds(rows, at));
}

/* May the row be an objective? */
static bool is_open(
	const struct rows *rows, size_t at, int style, enum looks how)
{
	const struct row *row = &rows->v[at];

	return row_is(row, style) && !is_left(row) &&
	       !(row->left && (how != LOOKS_ALL || row->mark == ROW_PLAIN));
}

/* A title that none would give an objective. */
static bool is_bad(struct reader *r, const struct row *row)
{
	size_t words = str_words(row->body);
	bool bare = !row->sign.n && !row->heading && !row->bold && !row->label;

	if (row->lead || row->field || row->bare || words > MOST_WORDS ||
		str_ends(row->body, "?") || str_ends(row->body, ":") ||
		talk_is_blank(row->body))
		return true;
	if (row->mark != ROW_PLAIN)
		return false;
	if (row->indent && row->sign.n &&
		says_why(row->body)) /* of the item above */
		return true;
	return (bare && words > SENTENCE && str_ends(row->body, ".")) ||
	       (words < FEWEST_WORDS && !str_has_high(row->body)) ||
	       (!row_is_deed(row) && goal_is_no_title(r, row->body));
}

static struct titles titles_of(
	struct reader *r, const struct rows *rows, int style, enum looks how)
{
	struct titles t = {0};

	for (size_t i = 0; i < rows->n; i++) {
		const struct row *row = &rows->v[i];

		if (!is_open(rows, i, style, how))
			continue;
		t.first = t.first ? t.first : row;
		t.n++;
		t.counted += row->measured;
		t.bad += is_bad(r, row);
	}
	if (t.first) {
		t.marked = t.first->mark == ROW_OBJECTIVE ||
			   t.first->mark == ROW_NUMBER;
		t.other = t.first->mark == ROW_KEY_RESULT;
		t.strong = t.first->heading || t.first->bold || t.marked;
	}
	return t;
}

static bool is_marked(const struct row *row)
{
	return row &&
	       (row->mark == ROW_KEY_RESULT || row->mark == ROW_SUB_NUMBER);
}

/* "> Result 40 %": said of something else */
static bool is_quoted(const struct row *row)
{
	return row && str_starts(str_trim(row->raw), ">");
}

/* Are there that many key results with marks?  Then a quotation has no more of
 * them. */
static bool has_marked(const struct rows *rows, size_t n)
{
	for (size_t i = 0; i < rows->n && n; i++)
		n -= rows->v[i].kind == ROW_TEXT &&
		     rows->v[i].mark == ROW_KEY_RESULT;
	return !n;
}

/* How well this explains the page; 0: not at all. */
static long weigh(const struct rows *rows, const struct titles *t, int measure,
	const struct tally *y)
{
	const struct row *row = rows_first(rows, measure);
	bool marked = is_marked(row);
	bool signs = !row || marked || row->sign.n;

	if (!y->goals || y->measured * 3 < y->n ||
		(!signs && y->n < 2 * y->goals) ||
		(y->goals * 2 < t->n && !t->marked) ||
		(t->n < 2 && !t->marked && !y->known) || t->bad * 3 > t->n)
		return 0;
	return 10 * (long)y->measured - 7 * (long)(y->n - y->measured) -
	       5 * (long)(t->n - y->goals) - 10 * (long)t->bad -
	       5 * (long)t->counted + 20 * t->marked - 20 * t->other +
	       20 * marked + 10 * (y->known > 0) + 5 * t->strong;
}

/* Tries a style for objectives, with all others. */
static void try_style(struct reader *r, const struct rows *rows, int style,
	enum looks how, struct plan *best)
{
	enum { MIXED = 15 }; /* headings of several styles */
	struct tally tally[MOST_STYLES] = {{0}};
	struct titles t = titles_of(r, rows, style, how);
	bool krs;

	if (!t.n)
		return;
	krs = how == LOOKS_MARKED && has_marked(rows, t.n);
	for (size_t i = 0; i < rows->n; i++) {
		if (is_open(rows, i, style, how))
			count_goal(rows, i, style, tally);
	}
	for (int m = 0; m < rows->styles; m++) {
		long score = weigh(rows, &t, m, &tally[m]);

		if (how == LOOKS_MARKED && !is_marked(rows_first(rows, m)) &&
			(!t.marked || (krs && is_quoted(rows_first(rows, m)))))
			continue;
		score -= style == STYLE_HEADING ? MIXED : 0;
		if (m != style && score > best->score)
			*best = (struct plan){style, m, score, tally[m]};
	}
}

static struct plan find_plan(
	struct reader *r, const struct rows *rows, enum looks how)
{
	struct plan best = {.score = 0};

	try_style(r, rows, STYLE_HEADING, how, &best);
	for (int style = 1; style < rows->styles; style++)
		try_style(r, rows, style, how, &best);
	return best;
}

/* "Key results", "**Measurable objectives**" */
static bool is_between(const struct row *row)
{
	return row->kind == ROW_TEXT && !row->field &&
	       (row->lead || row->heading ||
		       (row->bold && row->mark == ROW_PLAIN));
}

/* The style that measures this objective: the plan's, else that of the first
 * run that does. */
static int style_below(
	const struct rows *rows, const struct plan *plan, size_t at, size_t end)
{
	int other = 0;
	struct run run;
	size_t i = at + 1;

	while (take_run(rows, &i, end, &run)) {
		if (is_mine(rows, &run, plan->measure, true))
			return plan->measure;
		if (!other && run.style != STYLE_TABLE &&
			run.measured * 2 >= run.n && run.n)
			other = run.style;
	}
	return other;
}

/* What stands directly below a line that measures belongs to it. */
static void give_notes(struct rows *rows, size_t at, size_t end)
{
	bool below = false;

	for (size_t i = at + 1; i < end; i++) {
		struct row *row = &rows->v[i];

		below = row->role == ROLE_MEASURE ||
			(below && row->kind == ROW_TEXT && !row->heading &&
				row->role == ROLE_NONE);
		if (below && row->role == ROLE_NONE &&
			(row->sign.n || row->label))
			row->role = ROLE_NOTE;
	}
}

/* "Staffing this month" among objectives: it wishes nothing, and none of what
 * stands below is aimed at. */
static bool is_stray(
	struct reader *r, const struct rows *rows, size_t at, size_t end)
{
	const struct row *o = &rows->v[at];

	if (o->mark != ROW_PLAIN || o->label || row_is_wish(o) ||
		str_has_high(o->body) ||
		(!goals_have_time(o->body) && str_words(o->body) > 1))
		return false;
	for (size_t i = at + 1; i < end; i++) {
		const struct row *row = &rows->v[i];

		if (row->kind == ROW_TABLE ||
			(row->kind == ROW_TEXT && row_is_aimed(r, row)))
			return false;
	}
	return true;
}

static void give_roles(
	struct reader *r, struct rows *rows, const struct plan *plan, size_t at)
{
	size_t end = end_of(rows, at, plan->objective), i = at + 1, lead = i;
	int style = style_below(rows, plan, at, end);
	bool first = true;
	struct run run;

	if (is_stray(r, rows, at, end))
		return;
	while (take_run(rows, &i, end, &run)) {
		if (!is_mine(rows, &run, style, first))
			continue;
		for (; first && lead < run.from; lead++) {
			if (is_between(&rows->v[lead]))
				rows->v[lead].role = ROLE_LEAD;
		}
		first = false;
		for (size_t k = run.from; k < run.to; k++) {
			if (rows->v[k].kind == ROW_TEXT &&
				rows->v[k].style == run.style)
				rows->v[k].role = ROLE_MEASURE;
		}
	}
	if (first)
		return;
	rows->v[at].role = ROLE_OBJECTIVE;
	give_notes(rows, at, end);
}

/* "How did Q1 go?" over objectives would hide them. */
static void clear_headings(struct rows *rows)
{
	struct row *heading = NULL;

	for (size_t i = 0; i < rows->n; i++) {
		struct row *row = &rows->v[i];

		if (row->role == ROLE_OBJECTIVE && heading)
			heading->role = ROLE_LEAD;
		if (row->kind != ROW_TEXT || !row->heading)
			continue;
		heading = row->role == ROLE_NONE &&
					  (vocab_is_left(row->text) ||
						  str_ends(row->text, "?"))
				  ? row
				  : NULL;
	}
}

bool rows_find(struct reader *r, struct rows *rows, enum looks how)
{
	struct plan plan = find_plan(r, rows, how);

	if (plan.score <= 0 ||
		(how != LOOKS_MORE && !rows_are_told(r, rows, &plan)))
		return false;
	for (size_t i = 0; i < rows->n; i++) {
		if (is_open(rows, i, plan.objective, how) &&
			!(how == LOOKS_MORE && is_bad(r, &rows->v[i])))
			give_roles(r, rows, &plan, i);
	}
	clear_headings(rows);
	return true;
}
