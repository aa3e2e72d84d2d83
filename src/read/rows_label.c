/*
 * Words of somebody's own before a sign: "Big rock 1 ~~ ...", "Target: ...",
 * "MUST HAPPEN | ...".  Whatever they are, lines that begin with the same ones
 * are of one kind.
 */
#include "rows_p.h"

#include "field_p.h"
#include "mark_number_p.h"
#include "mark_words_p.h"

enum {
	LONGEST_NAME = 40, /* bytes */
	MOST_WORDS = 4,
	MOST_LABELS = 64, /* different ones, of a page */
	FEWEST_LINES = 2, /* with the same */
};

struct labels {
	struct str v[MOST_LABELS];
	size_t lines[MOST_LABELS];
	size_t n;
};

/* Where a sign that parts ends, with a blank on either side but for a colon,
 * or a gap of several blanks; or 0. */
static size_t sign_at(struct str s, size_t at)
{
	struct str t = str_sub(s, at, s.n);
	bool colon = t.p[0] == ':';

	if (str_starts(t, "  ") || t.p[0] == '\t') {
		t = str_trim_left(t);
		(void)!mark_take_sep(&t);
		return s.n - t.n;
	}
	if ((!colon && (!at || t.p[0] != ' ')) || !mark_take_sep(&t) || !t.n ||
		t.p[0] != ' ')
		return 0;
	return s.n - t.n;
}

/* "Big rock 1" -> "Big rock" */
static struct str without_number(struct str name)
{
	size_t blank = str_rfind_char(name, ' ');
	struct str rest, number;

	if (blank == STR_NONE)
		return name;
	rest = str_sub(name, blank, name.n);
	return mark_number(&rest, &number) && !rest.n
		       ? str_trim(str_sub(name, 0, blank))
		       : name;
}

static bool take_label(struct str s, struct str *name, struct str *body)
{
	for (size_t i = 1; i < s.n && i <= LONGEST_NAME; i++) {
		size_t end = strchr(".;,!?", s.p[i]) ? s.n : sign_at(s, i);

		if (!end)
			continue;
		*name = str_trim(str_sub(s, 0, i));
		if (field_is_day(*name)) /* "Week 3: 121" is a reading */
			return false;
		*name = without_number(*name);
		*body = str_trim(str_sub(s, end, s.n));
		return body->n && name->n && !str_is_digit(name->p[0]) &&
		       str_words(*name) <= MOST_WORDS;
	}
	return false;
}

/* Its place among the labels, or that of none when there are too many. */
static size_t place_of(struct labels *labels, struct str name)
{
	size_t i = 0;

	while (i < labels->n && !str_ieq(labels->v[i], name))
		i++;
	if (i == labels->n && i < MOST_LABELS)
		labels->v[labels->n++] = name;
	return i;
}

/* "kr  text", "O  text": words of ours are marks, but for "Result: 0.6" right
 * below a key result. */
static void set_mark(struct row *row, const struct row *above, struct str name)
{
	const struct word *word = vocab_word(name);

	if (!word || strlen(word->text) != name.n ||
		(row->aim && above && above->kind == ROW_TEXT &&
			above->mark == ROW_KEY_RESULT && !above->aim))
		return;
	row->mark =
		word->kind == WORD_KEY_RESULT ? ROW_KEY_RESULT : ROW_OBJECTIVE;
	row->named = row->mark == ROW_OBJECTIVE;
	row->label = 0;
}

static bool may_begin(const struct row *row)
{
	return row->kind == ROW_TEXT && row->mark == ROW_PLAIN && !row->lead &&
	       !row->sign.n && (!row->field || row->aim);
}

void rows_label(struct rows *rows)
{
	struct labels labels = {.n = 0};
	struct str name, body;

	for (size_t i = 0; i < rows->n; i++) {
		if (may_begin(&rows->v[i]) &&
			take_label(rows->v[i].text, &name, &body)) {
			size_t at = place_of(&labels, name);

			if (at < labels.n)
				labels.lines[at]++;
		}
	}
	for (size_t i = 0; i < rows->n; i++) {
		struct row *row = &rows->v[i];
		size_t at;

		if (!may_begin(row) || !take_label(row->text, &name, &body))
			continue;
		at = place_of(&labels, name);
		if (at >= labels.n || labels.lines[at] < FEWEST_LINES)
			continue;
		row->label = (int)at + 1;
		row->body = body;
		row->field = false;
		set_mark(row, i ? row - 1 : NULL, name);
	}
}
