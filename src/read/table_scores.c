/*
 * Scores over time: "| Date | KR #1 | KR #2 | Total |", a column for each key
 * result of the objective above, which it names by its number, and a row for
 * each day.
 */
#include "table_p.h"

#include "field_p.h"

enum { FAR = 50 }; /* key results that are looked at */

/* The number of "KR1", "KR #1". */
static struct str header_number(struct piece p)
{
	struct str s = p.s, number = table_bare_number(p, MARK_KEY_RESULT);

	if (number.n || !str_iskip(&s, "kr"))
		return number;
	str_skip_space(&s);
	if (!str_skip_char(&s, '#'))
		return number;
	for (size_t i = 0; i < s.n; i++) {
		if (!str_is_digit(s.p[i]))
			return number;
	}
	return s;
}

/* The place that a number names; 0: none. */
static size_t place_of(struct str number)
{
	long n;

	return str_take_number(&number, FAR, &n) && !number.n && n > 0
		       ? (size_t)n
		       : 0;
}

/* What the columns of a table are to an objective. */
struct scores {
	int kr[MAX_COLUMNS]; /* NO_INDEX: not of one */
	int sum;             /* the column of all of them, or -1 */
	size_t n;            /* columns of key results */
};

/* Each column's key result, by its number or, where none has one, by its place:
 * then there is a column for every one, or somebody counts otherwise. */
static bool find_columns(struct reader *r, int objective,
	const struct row *header, struct scores *t)
{
	const struct objective *o = objective_at(r, objective);
	size_t highest = 0;

	*t = (struct scores){.sum = -1};
	for (size_t i = 0; i < MAX_COLUMNS; i++)
		t->kr[i] = NO_INDEX;
	for (size_t i = 0; i < header->n; i++) {
		struct piece p = table_cell(header, (int)i);
		struct str s = header_number(p);
		size_t place = place_of(s);

		if (!s.n) {
			if (table_is_sum(p.s))
				t->sum = (int)i;
			continue;
		}
		t->n++;
		t->kr[i] = table_find_kr(o, s);
		if (t->kr[i] != NO_INDEX)
			continue;
		if (!place || place > o->key_results.n ||
			str_istarts(str_of(o->key_results.v[place - 1].number),
				"kr"))
			return false;
		t->kr[i] = (int)place - 1;
		if (place > highest)
			highest = place;
	}
	return t->n > 1 && (!highest || highest == o->key_results.n);
}

/* "0", "1", "0.7" */
static bool is_share(struct str s)
{
	return str_is(s, "0") || str_is(s, "1") || field_is_score(s);
}

/* "-", "NA", "x": no score on that day. */
static bool is_open(struct str s)
{
	return field_is_empty(s) || str_iis(s, "x") || str_iis(s, "na");
}

/* Are there scores, and nothing else, in the columns of key results? */
static bool is_scored(const struct block *table, const struct scores *t)
{
	size_t n = 0;

	for (const struct block *b = table->first->next; b; b = b->next) {
		struct row row = table_row(b);

		for (size_t i = 0; i < row.n; i++) {
			struct str s = table_cell(&row, (int)i).s;

			if (t->kr[i] == NO_INDEX)
				continue;
			if (!is_share(s) && !is_open(s))
				return false;
			n += is_share(s);
		}
	}
	return n > 0;
}

/* Do the days of the rows go back in time? */
static bool is_newest_first(const struct block *table)
{
	struct date last = {0}, day;

	for (const struct block *b = table->first->next; b; b = b->next) {
		struct row row = table_row(b);

		day = field_date(table_cell(&row, 0).s);
		if (date_is_set(day) && date_is_set(last))
			return date_cmp(day, last) < 0;
		if (date_is_set(day))
			last = day;
	}
	return false;
}

/* The newest score in a column. */
static struct piece newest(const struct block *table, int column, bool first)
{
	struct piece found = {NULL, {NULL, 0}};

	for (const struct block *b = table->first->next; b; b = b->next) {
		struct row row = table_row(b);
		struct piece p = table_cell(&row, column);

		if (!is_share(p.s))
			continue;
		found = p;
		if (first)
			break;
	}
	return found;
}

static void take(struct reader *r, int objective, int kr, struct piece p)
{
	const struct decimal *known =
		kr == NO_INDEX ? objective_at(r, objective)->stated_grade
			       : key_result_at(r, objective, kr)->stated_grade;

	if (p.s.n && !known)
		read_field_text(r, objective, kr, FIELD_GRADE,
			str_of(piece_text(r, p)), "Score", piece_line(p));
}

bool table_take_scores(
	struct reader *r, const struct block *table, const struct scope *sc)
{
	struct row header = table_row(table->first);
	struct scores t;
	bool first;

	if (sc->objective == NO_INDEX ||
		objective_at(r, sc->objective)->source.line > table->line ||
		!find_columns(r, sc->objective, &header, &t) ||
		!is_scored(table, &t))
		return false;
	first = is_newest_first(table);
	for (size_t i = 0; i < header.n; i++) {
		if (t.kr[i] != NO_INDEX)
			take(r, sc->objective, t.kr[i],
				newest(table, (int)i, first));
	}
	if (t.sum >= 0)
		take(r, sc->objective, NO_INDEX, newest(table, t.sum, first));
	return true;
}
