/*
 * Several measures in one line: "Falls from 6 to 4; every patient seen within
 * 4 hours; mats on all 12 beds", "Measures: first. Second. Third."
 */
#include "rows_p.h"

#include "buf.h"
#include "goals_p.h"
#include "mark_words_p.h"

enum {
	LONGEST_TOLD = 1200, /* bytes of such a line */
	LONGEST_CLAUSE = 200,
	MOST_CLAUSES = 12,
	FEWEST_WORDS = 3, /* behind a lead: "We will know because" has none */
};

/* Takes the next clause; *sentence: it is parted from the next by a stop. */
static bool take_clause(struct str *s, struct str word, struct str *clause)
{
	size_t gap = 0, i = 0;

	if (!str_trim(*s).n)
		return false;
	while (i < s->n && !(gap = goal_clause_gap(*s, i, word)))
		i++;
	*clause = str_trim_end(str_trim(str_sub(*s, 0, i)), ".;,");
	*s = str_sub(*s, i + gap, s->n);
	return true;
}

static bool may_tell(const struct row *row)
{
	return row->kind == ROW_TEXT && row->mark == ROW_PLAIN &&
	       !row->heading && !row->sign.n && !row->bold &&
	       row->text.n <= LONGEST_TOLD;
}

/* "measured by   each child on the pitch": with a lead that the words know? */
static bool take_lead(struct str *s, struct str *word)
{
	struct str t = *s;

	*word = (struct str){NULL, 0};
	if (!mark_is_measure(t, true) || !goal_take_lead(&t, word) ||
		str_words(t) < FEWEST_WORDS)
		return false;
	*s = str_trim_left(t);
	return true;
}

void row_tell(struct reader *r, struct row *row)
{
	struct str s = row->text, word, clause;
	bool led;
	size_t n = 0, measured = 0;

	if (!may_tell(row))
		return;
	led = take_lead(&s, &word);
	row->word = word;
	row->body = led ? s : row->body;
	while (n <= MOST_CLAUSES && take_clause(&s, word, &clause)) {
		if (clause.n > LONGEST_CLAUSE)
			return;
		n += clause.n > 0;
		measured += goal_line_is_measured(&r->scratch, clause);
	}
	if (!n || n > MOST_CLAUSES || (!led && n < 2) ||
		(measured * 2 < n && !(led && n == 1)))
		return;
	row->clauses = n;
	row->told_by = led;
	row->hits = measured;
	row->field = row->lead = row->known = row->steps = false;
}

/* Is it about the item right above, or one of several such lines, each of which
 * tells of one thing? */
static bool is_single(const struct rows *rows, size_t i)
{
	const struct row *row = &rows->v[i], *above = i ? row - 1 : NULL;
	const struct row *below = i + 1 < rows->n ? row + 1 : NULL;

	if (!row->clauses || row->told_by)
		return false;
	if (above && above->kind == ROW_TEXT && !above->clauses &&
		(above->sign.n || above->mark == ROW_KEY_RESULT) &&
		row->indent > above->indent)
		return true;
	return (above && above->single) ||
	       (below && below->kind == ROW_TEXT && !below->sign.n &&
		       below->indent == row->indent);
}

void rows_untell(struct rows *rows)
{
	for (size_t i = 0; i < rows->n; i++)
		rows->v[i].single = is_single(rows, i);
	for (size_t i = 0; i < rows->n; i++) {
		struct row *row = &rows->v[i];

		if (row->single) {
			row->clauses = 0;
			row->body = row->text;
		}
	}
}

void row_write_clauses(struct buf *out, const struct row *row)
{
	struct str s = row->body, clause;
	bool first = true;

	if (row->clauses == 1) {
		buf_adds(out, "- KR: ");
		buf_add(out, row->body);
		return;
	}
	buf_adds(out, "Key results: ");
	while (take_clause(&s, row->word, &clause)) {
		if (!clause.n)
			continue;
		buf_adds(out, first ? "" : "; ");
		buf_add(out, clause);
		first = false;
	}
}
