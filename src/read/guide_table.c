/*
 * A guide's table of examples: with a column of objectives and one of key
 * results, and filled in.
 */
#include "guide_p.h"

#include "attr.h"
#include "buf.h"
#include "doc_line_p.h"
#include "reader_p.h"
#include "talk_p.h"
#include "vocab_p.h"

struct look {
	struct buf out;
	bool in, fenced, bad; /* below "Bad examples" */
	size_t from;          /* of the table, in out */
	size_t rows, numbers, blanks;
	bool any;
};

static struct str without_bold(struct str s)
{
	while (str_skip_char(&s, '*'))
		;
	return str_trim_end(s, "*");
}

static bool has_text(struct str row)
{
	for (size_t i = 0; i < row.n; i++) {
		if (str_is_alnum(row.p[i]) || (unsigned char)row.p[i] >= 0x80)
			return true;
	}
	return false;
}

static bool is_header(struct str line)
{
	bool objective = false, kr = false;
	struct str cell;

	if (!str_skip_char(&line, '|'))
		return false;
	while (str_take_until(&line, '|', &cell)) {
		enum field f = vocab_column(without_bold(str_trim(cell)));

		objective |= f == FIELD_OBJECTIVE;
		kr |= f == FIELD_KEY_RESULT;
	}
	return objective && kr;
}

static bool is_blank(struct str row)
{
	return talk_is_blank(row) || talk_is_definition(row) ||
	       str_find_char(row, '[') != STR_NONE ||
	       str_find(row, STR("...")) != STR_NONE ||
	       str_find_char(row, '?') != STR_NONE || example_has_unknown(row);
}

/* The table ended: takes it back where it is a form. */
static void end_table(struct look *l)
{
	enum { LEAST = 2 };
	bool filled =
		l->rows >= LEAST && l->numbers * 2 >= l->rows && !l->blanks;

	if (l->in && !filled) {
		for (size_t i = l->from; i < l->out.n; i++)
			if (l->out.p[i] != '\n')
				l->out.p[i] = ' ';
	}
	l->any |= l->in && filled;
	l->in = false;
	l->rows = l->numbers = l->blanks = 0;
}

static void look_at(struct look *l, struct str line)
{
	struct str s = str_trim(line);
	bool fence = line_fence(s) > 0;

	l->fenced ^= fence;
	if (l->in && !str_starts(s, "|"))
		end_table(l);
	if (line_is_heading(s))
		l->bad = vocab_is_bad(s);
	if (!l->in && !l->fenced && !l->bad && is_header(s)) {
		l->in = true;
		l->from = l->out.n;
	} else if (l->in && has_text(s)) {
		l->rows++;
		l->numbers += str_has_digit(s);
		l->blanks += is_blank(s);
	}
	if (l->in)
		buf_add(&l->out, line);
	buf_addc(&l->out, '\n');
}

struct str guide_tables(struct arena *a, struct str text)
{
	struct look l = {.in = false};
	struct str line;

	buf_init(&l.out, text.n + 1);
	while (str_take_line(&text, &line))
		look_at(&l, line);
	end_table(&l);
	text = l.any ? arena_str(a, buf_str(&l.out)) : (struct str){NULL, 0};
	buf_release(&l.out);
	return text;
}
