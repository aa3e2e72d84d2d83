/*
 * What stands in the columns of a table: figures, texts, days.
 */
#include "table_look_p.h"

#include "attr.h"
#include "vocab_p.h"

enum { LONGEST_FIGURE = 28, LEAST_TEXT = 10 };

bool table_is_figure(struct str s)
{
	static const char *const LEADS[] = {"\u2264", "\u2265", "\u00b1",
		"\u2248", "\u20ac", "\u00a3", "\u00a5", "\u20b9", "max.",
		"min.", "max", "min", "ca.", "usd", "eur", "gbp", "r$", "chf",
		"\u2212"};
	size_t words = 0;

	if (s.n > LONGEST_FIGURE)
		return false;
	for (size_t i = 0; i < COUNT_OF(LEADS); i++) {
		while (s.n && strchr("<>=~+-$%( ", s.p[0]))
			s = str_sub(s, 1, s.n);
		if (str_iskip(&s, LEADS[i]))
			i = 0;
	}
	if (!s.n || (!str_is_digit(s.p[0]) && s.p[0] != '.'))
		return false;
	for (size_t i = 1; i < s.n; i++)
		words += s.p[i - 1] == ' ' && !str_is_digit(s.p[i]);
	return words < 3;
}

/* A cell of words, which "done" and "n/a" are not. */
static bool is_text(struct str s)
{
	size_t letters = 0;

	for (size_t i = 0; i < s.n; i++)
		letters +=
			str_is_alpha(s.p[i]) || (unsigned char)s.p[i] >= 0x80;
	return letters >= LEAST_TEXT;
}

/* "Train 20 wardens", which "20 wardens" is a figure of; not "KR1: Train". */
static bool says_goal(struct piece p)
{
	struct mark mark = table_mark(p);
	struct str s =
		piece_from(p, mark.kind == MARK_NONE ? mark.plain : mark.rest)
			.s;

	return str_has_digit(s) && str_words(s) > 2 && is_text(s);
}

struct look look_at(
	const struct block *table, const struct row *header, struct columns *c)
{
	struct look l = {.table = table, .header = header, .c = c};

	for (const struct block *b = table->first->next;
		b && l.rows < LOOK_ROWS; b = b->next) {
		struct row row = table_row(b);

		if (row.filled < 2)
			continue;
		l.rows++;
		for (size_t i = 0; i < c->n; i++) {
			struct piece p = table_cell(&row, (int)i);
			struct str s = p.s;
			bool figure = table_is_figure(s),
			     text = !figure && is_text(s);

			l.seen[i].figures += figure;
			l.seen[i].texts += text;
			l.seen[i].told += says_goal(p);
			l.seen[i].empty += !s.n;
			l.seen[i].days += s.n && vocab_is_day(s);
		}
	}
	return l;
}

bool look_has_figures(const struct look *l, int column)
{
	const struct seen *s = &l->seen[column];

	return s->figures && s->figures >= s->texts * 2;
}

bool look_has_texts(const struct look *l, int column)
{
	const struct seen *s = &l->seen[column];

	return s->texts && s->texts > s->figures * 2 &&
	       s->texts * 3 >= (l->rows - s->empty) * 2;
}

struct str look_header(const struct look *l, int column)
{
	return vocab_bare(table_cell(l->header, column).s);
}
