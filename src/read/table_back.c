/*
 * Tables that speak of what was told above, by its number: what depends on
 * "O2", what "KR1" brings, where "KR1.2" stands now.  Nothing in them is an OKR
 * of its own.
 */
#include "table_p.h"

#include "attr.h"
#include "field_p.h"

enum {
	FAR = 50,            /* objectives and key results that are looked at */
	LONGEST_TARGET = 40, /* bytes; more is what a key result says */
};

struct str table_bare_number(struct piece p, enum mark_kind kind)
{
	struct mark mark = table_mark(p);
	struct str none = {NULL, 0};

	return mark.kind == kind && mark.numbered && mark.rest >= p.s.n
		       ? mark.number
		       : none;
}

static bool has_kr(const struct objective *o, struct str number)
{
	for (size_t i = 0; i < o->key_results.n && i < FAR; i++) {
		struct str s = str_of(o->key_results.v[i].number);

		if (str_iskip(&s, "kr") && str_ieq(s, number))
			return true;
	}
	return false;
}

static bool has_objective(const struct reader *r, struct str number)
{
	const struct objectives *all = &r->m->objectives;

	for (size_t i = all->n; i > r->first && all->n - i < FAR; i--) {
		if (str_is(number, all->v[i - 1].number))
			return true;
	}
	return false;
}

/* A row about all of them. */
static bool is_sum(struct piece p)
{
	return str_iis(p.s, "all") || table_is_sum(p.s);
}

/* "KR1" of the last objective in most rows, and none that it has not. */
static bool names_key_results(const struct reader *r, const struct block *table)
{
	const struct objectives *all = &r->m->objectives;
	size_t n = 0, rows = 0;

	if (r->extras.v[r->extras.n - 1].tabled ||
		!all->v[all->n - 1].key_results.n)
		return false;
	for (const struct block *b = table->first->next; b; b = b->next) {
		struct row row = table_row(b);
		struct piece first = table_cell(&row, 0);
		struct str number = table_bare_number(first, MARK_KEY_RESULT);

		rows += !is_sum(first);
		n += number.n > 0;
		if (number.n && !has_kr(&all->v[all->n - 1], number))
			return false;
	}
	return n > 1 && n * 2 > rows;
}

/* "O1 (north) | what it needs | what if not": dependencies and risks. */
static bool names_objectives(const struct reader *r, const struct block *table,
	const struct columns *c)
{
	size_t n = 0;

	if (!table_has(c, FIELD_DEPENDENCIES) && !table_has(c, FIELD_RISKS) &&
		!table_has(c, FIELD_MITIGATIONS) &&
		!table_has(c, FIELD_INITIATIVES))
		return false;
	for (const struct block *b = table->first->next; b; b = b->next) {
		struct row row = table_row(b);
		struct piece first = table_cell(&row, 0);
		struct mark mark = mark_read(
			first.s, piece_flags(first), MARK_CELL | MARK_BOLD);

		if (!mark.numbered || mark.rest < first.s.n ||
			(mark.kind == MARK_OBJECTIVE &&
				!has_objective(r, mark.number)))
			return false;
		n++;
	}
	return n > 1;
}

/* The objective of that number, if it has key results by now. */
static bool has_krs_of(const struct reader *r, struct str number)
{
	const struct objectives *all = &r->m->objectives;

	for (size_t i = all->n; i > r->first && all->n - i < FAR; i--) {
		if (str_is(number, all->v[i - 1].number))
			return all->v[i - 1].key_results.n > 0;
	}
	return false;
}

/* "| OKR | Key result | Target |" with "O1" in each row, where that has its key
 * results: they are told again in short, on a board of measures. */
static bool tells_again(const struct reader *r, const struct block *table,
	const struct columns *c)
{
	int kr = c->at[FIELD_KEY_RESULT];
	size_t n = 0;

	if (kr < 1)
		return false;
	for (const struct block *b = table->first->next; b; b = b->next) {
		struct row row = table_row(b);
		struct str number =
			table_bare_number(table_cell(&row, 0), MARK_OBJECTIVE);

		if (!number.n || !has_krs_of(r, number) ||
			table_mark(table_cell(&row, kr)).kind ==
				MARK_KEY_RESULT)
			return false;
		n++;
	}
	return n > 1;
}

int table_find_kr(const struct objective *o, struct str number)
{
	struct str own = str_of(o->number);
	size_t dot = str_find_char(number, '.');
	struct str last =
		dot == STR_NONE ? number : str_sub(number, dot + 1, number.n);
	bool inner = dot != STR_NONE && str_eq(str_sub(number, 0, dot), own);

	for (size_t i = 0; i < o->key_results.n && i < FAR; i++) {
		struct str s = str_of(o->key_results.v[i].number);

		str_iskip(&s, "kr");
		str_skip_space(&s);
		if (s.n && (str_ieq(s, number) || (inner && str_ieq(s, last))))
			return (int)i;
	}
	return NO_INDEX;
}

/* A column that may say what a key result is. */
static bool is_text(enum field f)
{
	return f == FIELD_NONE || f == FIELD_KEY_RESULT ||
	       f == FIELD_OBJECTIVE || f == FIELD_BOTH || f == FIELD_METRIC ||
	       f == FIELD_TITLE;
}

struct told {
	int objective, kr;
};

/* Which one "KR1.2", or "O1" and "KR2", is; none where it may be several. */
static struct told find_told(
	const struct reader *r, const struct columns *c, const struct row *row)
{
	const struct objectives *all = &r->m->objectives;
	struct told none = {NO_INDEX, NO_INDEX}, found = none;
	struct str objective = {NULL, 0}, kr = {NULL, 0};

	for (size_t i = 0; i < row->n && i < c->n; i++) {
		struct piece p = table_cell(row, (int)i);
		struct str o = table_bare_number(p, MARK_OBJECTIVE);
		struct str k = table_bare_number(p, MARK_KEY_RESULT);

		if (o.n)
			objective = o;
		else if (k.n)
			kr = k;
		else if (p.s.n &&
			 (is_text(c->of[i]) || (c->of[i] == FIELD_TARGET &&
						       p.s.n > LONGEST_TARGET)))
			return none;
	}
	for (size_t i = all->n; kr.n && i > r->first && all->n - i < FAR; i--) {
		const struct objective *o = &all->v[i - 1];
		int at = table_find_kr(o, kr);

		if (at == NO_INDEX ||
			(objective.n && !str_is(objective, o->number)))
			continue;
		if (found.kr != NO_INDEX)
			return none;
		found = (struct told){(int)i - 1, at};
	}
	return found;
}

/* Does a key result's text have all words of a short name, each where a word
 * begins? */
static bool has_name(struct str text, struct str name)
{
	enum { LONGEST_TEXT = 400 };
	struct str word;

	text = str_sub(text, 0, LONGEST_TEXT);
	while (str_take_until(&name, ' ', &word)) {
		struct str rest = text;
		bool found = false;

		while (word.n && !found) {
			size_t at = str_ifind(rest, word);

			if (at == STR_NONE)
				return false;
			found = rest.p + at == text.p ||
				!(str_is_alnum(rest.p[at - 1]) ||
					(unsigned char)rest.p[at - 1] > 0x7f);
			rest = str_sub(rest, at + word.n, rest.n);
		}
	}
	return true;
}

/* "April | Shelter nights | 52": the one of the last objective whose text has
 * that name, where no other has. */
static struct told find_named(
	const struct reader *r, const struct columns *c, const struct row *row)
{
	struct told none = {NO_INDEX, NO_INDEX}, found = none;
	size_t last = r->m->objectives.n - 1;
	const struct objective *o = &r->m->objectives.v[last];
	struct piece name = table_cell(row, c->at[FIELD_KEY_RESULT]);

	if (!table_has(c, FIELD_KEY_RESULT) || table_has(c, FIELD_TARGET) ||
		table_has(c, FIELD_BASELINE) || !table_has(c, FIELD_CURRENT) ||
		!name.s.n || name.s.n > LONGEST_TARGET || str_has_digit(name.s))
		return none;
	for (size_t i = 0; i < o->key_results.n && i < FAR; i++) {
		if (!has_name(str_of(o->key_results.v[i].text), name.s))
			continue;
		if (found.kr != NO_INDEX)
			return none;
		found = (struct told){(int)last, (int)i};
	}
	return found;
}

/* "KR1.2 | 45% | at risk" in every row, or so by their names: news of what was
 * told. */
static bool tells_news(const struct reader *r, const struct block *table,
	const struct columns *c)
{
	size_t n = 0;

	if (!table_measures(c) ||
		!r->m->objectives.v[r->m->objectives.n - 1].key_results.n)
		return false;
	for (const struct block *b = table->first->next; b; b = b->next) {
		struct row row = table_row(b);

		if (!row.filled || is_sum(table_cell(&row, 0)))
			continue;
		if (++n > FAR || (find_told(r, c, &row).kr == NO_INDEX &&
					 find_named(r, c, &row).kr == NO_INDEX))
			return false;
	}
	return n > 1;
}

/* What a row says of its key result, where that is not known yet. */
static void take_news(struct reader *r, const struct columns *c,
	const struct row *header, const struct row *row)
{
	static const enum field FIELDS[] = {FIELD_BASELINE, FIELD_TARGET,
		FIELD_CURRENT, FIELD_GRADE, FIELD_STATUS, FIELD_OWNER,
		FIELD_DRI, FIELD_CONFIDENCE, FIELD_PROGRESS, FIELD_RESULT,
		FIELD_DUE, FIELD_WEIGHT};
	struct told told = find_told(r, c, row);

	if (told.kr == NO_INDEX)
		told = find_named(r, c, row);
	for (size_t i = 0; i < COUNT_OF(FIELDS) && told.kr != NO_INDEX; i++) {
		const struct key_result *kr =
			key_result_at(r, told.objective, told.kr);
		struct piece p = table_cell(row, c->at[FIELDS[i]]);

		if (!p.s.n || (FIELDS[i] == FIELD_BASELINE && kr->baseline) ||
			(FIELDS[i] == FIELD_TARGET && kr->target))
			continue;
		read_field_text(r, told.objective, told.kr, FIELDS[i],
			str_of(piece_text(r, p)),
			piece_text(r, table_cell(header, c->at[FIELDS[i]])),
			row->line);
	}
}

void table_take_news(struct reader *r, const struct block *table)
{
	const struct columns *c = &table_shape(r, table)->columns;
	struct row header = table_row(table->first);

	if (!tells_news(r, table, c))
		return;
	for (const struct block *b = table->first->next; b; b = b->next) {
		struct row row = table_row(b);

		take_news(r, c, &header, &row);
	}
}

bool table_refers_back(struct reader *r, const struct block *table)
{
	const struct columns *c = &table_shape(r, table)->columns;

	if (!r->extras.n)
		return false;
	if (tells_again(r, table, c))
		return true;
	if (table_measures(c))
		return tells_news(r, table, c);
	return names_key_results(r, table) || names_objectives(r, table, c);
}
