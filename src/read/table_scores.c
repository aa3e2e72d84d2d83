/*
 * Scores over time: "| Date | KR #1 | KR #2 | Total |", a column for each key
 * result of the objective above, which it names by its number, and a row for
 * each day.  What is no score is where each stood then, or how it went.
 */
#include "table_p.h"

#include "checkin_token_p.h"
#include "field_p.h"
#include "verdict_number_p.h"

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

/* "24", "W24", "KW 24": the number of a week or a sprint; 0: none. */
static long week_of(struct str s)
{
	enum { LONGEST_WORD = 9, MOST = 99 };
	long n;

	for (size_t i = 0; s.n && !str_is_digit(s.p[0]); i++) {
		if (i == LONGEST_WORD)
			return 0;
		s = str_sub(s, 1, s.n);
	}
	return str_take_number(&s, MOST, &n) && !str_trim(s).n ? n : 0;
}

/* "26" over "24", but not "52" over "1", which is the next year's. */
static bool goes_back(long above, long below)
{
	enum { HALF_A_YEAR = 26 };

	return above && below && above > below && above - below < HALF_A_YEAR;
}

/* Do the days of the rows go back in time? */
static bool is_newest_first(const struct block *table)
{
	struct date last = {0}, day;
	const struct block *second = table->first->next->next;
	struct row one = table_row(table->first->next), two;

	if (second) {
		two = table_row(second);
		if (goes_back(week_of(table_cell(&one, 0).s),
			    week_of(table_cell(&two, 0).s)))
			return true;
	}

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

/* The newest score in a column, or what else it tells. */
static struct piece newest(
	const struct block *table, int column, bool first, bool any)
{
	struct piece found = {NULL, {NULL, 0}};

	for (const struct block *b = table->first->next; b; b = b->next) {
		struct row row = table_row(b);
		struct piece p = table_cell(&row, column);

		if (any ? is_open(p.s) : !is_share(p.s))
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

/* Is the first column one of times, by its header or by each row? */
static bool is_of_times(const struct block *table, const struct row *header)
{
	static const char *const WORDS[] = {"week", "wk", "cw", "kw", "date",
		"day", "month", "sprint", "when", "as of", "woche", "datum",
		"tag", "monat", "stand", "semaine", "mois", "jour", "semana",
		"fecha", "mes", "data", "m\u00eas", "settimana", "mese",
		"maand", "vecka", "uge", "uke", "dato", NULL};
	bool named = str_is_listed(table_cell(header, 0).s, WORDS);

	for (const struct block *b = table->first->next; b; b = b->next) {
		struct row row = table_row(b);
		struct str s = table_cell(&row, 0).s;

		if (!field_is_day(s) && !day_month(s) &&
			!(named && str_has_digit(s)))
			return false;
	}
	return true;
}

static bool has_verdict(struct str s)
{
	struct verdict v = verdict_of(s);

	return v.known && v.exact;
}

/* Figures and known words in the columns of key results, but for a few? */
static bool is_log(const struct block *table, const struct scores *t)
{
	enum { LONGEST = 40 };
	size_t all = 0, told = 0, krs = 0;

	for (const struct block *b = table->first->next; b; b = b->next) {
		struct row row = table_row(b);

		for (size_t i = 0; i < row.n; i++) {
			struct str s = table_cell(&row, (int)i).s;

			if (!i || t->kr[i] == NO_INDEX || is_open(s))
				continue;
			if (s.n > LONGEST)
				return false;
			all++;
			told += str_is_digit(s.p[0]) || has_verdict(s) ||
				verdict_is_sum(s);
			krs += !is_share(s);
		}
	}
	return krs && told * 4 >= all * 3;
}

/* Where one stands by its newest cell, or how it goes in words. */
static void take_standing(
	struct reader *r, int objective, int kr, struct piece p)
{
	const struct key_result *k = key_result_at(r, objective, kr);
	bool figures = str_has_digit(p.s);

	if (!p.s.n ||
		(figures ? k->current != NULL : k->result.kind != RESULT_NONE))
		return;
	read_field_text(r, objective, kr,
		figures ? FIELD_CURRENT : FIELD_STATUS,
		str_of(piece_text(r, p)), figures ? "Current" : "Status",
		piece_line(p));
}

bool table_take_scores(
	struct reader *r, const struct block *table, const struct scope *sc)
{
	struct row header = table_row(table->first);
	struct scores t;
	bool first, log;

	if (sc->objective == NO_INDEX ||
		objective_at(r, sc->objective)->source.line > table->line ||
		!find_columns(r, sc->objective, &header, &t))
		return false;
	log = !is_scored(table, &t);
	if (log && (!is_of_times(table, &header) || !is_log(table, &t)))
		return false;
	first = is_newest_first(table);
	for (size_t i = 0; i < header.n; i++) {
		if (t.kr[i] != NO_INDEX)
			(log ? take_standing : take)(r, sc->objective, t.kr[i],
				newest(table, (int)i, first, log));
	}
	if (t.sum >= 0 && !log)
		take(r, sc->objective, NO_INDEX,
			newest(table, t.sum, first, false));
	return true;
}
