/*
 * Rows that a tool prints without a header: "GT-7 | Key Result | Cut the queue
 * | owner: ana | 40%".  The kind in a cell of its own says what the text behind
 * it is; of the other cells those with a name, a share or a state are fields.
 */
#include "doc_notation_p.h"

#include "attr.h"
#include "doc_line_p.h"

enum {
	LONGEST_ROW = 400,
	CELLS = 12,
	LEAST_WORDS = 2,
	FIELD_WORDS = 3,
	KIND_WITHIN = 3
};

static const char BAR[] = " | ";

struct row {
	enum mark_kind kind;
	struct str title;
	struct str cells[CELLS]; /* behind the title */
	size_t n;
};

/* "owner: ana" and "in progress" are none; "Lead time below 4 h" is. */
static bool is_title(struct str s)
{
	struct buf b;
	bool field;

	if (str_words(s) < LEAST_WORDS)
		return false;
	if (str_words(s) > FIELD_WORDS && str_find_char(s, ':') == STR_NONE)
		return true;
	buf_init(&b, s.n + LONGEST_ROW);
	field = export_part(&b, s);
	buf_release(&b);
	return !field;
}

static bool take_row(struct str line, struct row *row)
{
	struct str s = str_trim(line), cell;
	size_t at, i = 0;

	if (s.n > LONGEST_ROW || str_starts(s, "|") ||
		str_find(s, str_of(BAR)) == STR_NONE)
		return false;
	*row = (struct row){.kind = MARK_NONE};
	s = str_trim_left(str_sub(s, line_marker(s), s.n));
	for (; s.n; i++) {
		at = str_find(s, str_of(BAR));
		cell = str_trim(str_sub(s, 0, at));
		s = at == STR_NONE ? STR("")
				   : str_sub(s, at + strlen(BAR), s.n);
		if (row->kind == MARK_NONE) {
			row->kind = ticket_kind(cell);
			if (row->kind == MARK_NONE && i + 1 >= KIND_WITHIN)
				return false;
		} else if (!row->title.n) {
			if (!is_title(cell))
				return false;
			row->title = cell;
		} else if (row->n < CELLS) {
			row->cells[row->n++] = cell;
		}
	}
	return row->title.n > 0;
}

bool barred_sign(struct str line)
{
	struct row row;

	return take_row(line, &row);
}

/* Objectives and key results, and no row of dashes below a header? */
static bool has_rows(struct str text)
{
	size_t objectives = 0, krs = 0;
	struct str line;
	struct row row;

	while (str_take_line(&text, &line)) {
		if (line_bars(line) && line_is_delimiter(str_trim(line)))
			return false;
		if (!take_row(line, &row))
			continue;
		objectives += row.kind == MARK_OBJECTIVE;
		krs += row.kind == MARK_KEY_RESULT;
	}
	return objectives && krs > 1;
}

static void add_row(struct buf *b, const struct row *row)
{
	struct buf fields;

	buf_addf(b, "%s: %.*s",
		row->kind == MARK_OBJECTIVE ? "Objective" : "- KR",
		STR_ARG(row->title));
	buf_init(&fields, LONGEST_ROW * 8);
	for (size_t i = 0; i < row->n; i++)
		export_part(&fields, row->cells[i]);
	if (fields.n)
		buf_addf(b, "<br>%.*s", STR_ARG(buf_str(&fields)));
	buf_release(&fields);
}

struct str barred_text(struct arena *a, struct str text)
{
	struct str line;
	struct row row;
	struct buf b;

	if (!has_rows(text))
		return ticket_text(a, text);
	buf_init(&b, text.n * 8 + 64);
	while (str_take_line(&text, &line)) {
		if (take_row(line, &row))
			add_row(&b, &row);
		else
			buf_add(&b, line);
		buf_addc(&b, '\n');
	}
	text = arena_str(a, buf_str(&b));
	buf_release(&b);
	return text;
}
