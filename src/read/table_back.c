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

/* Which one "KR1.2", or "O1" and "KR2", is; none where it may be several. */
static struct spoken find_told(
	const struct reader *r, const struct columns *c, const struct row *row)
{
	const struct objectives *all = &r->m->objectives;
	struct spoken none = {NO_INDEX, NO_INDEX}, found = none;
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
		found = (struct spoken){(int)i - 1, at};
	}
	return found;
}

/* "KR1.2 | 45% | at risk" in every row, or so by their names: news of what was
 * told. */
static bool tells_news(
	struct reader *r, const struct block *table, const struct columns *c)
{
	size_t n = 0;

	if (!table_measures(c) ||
		!r->m->objectives.v[r->m->objectives.n - 1].key_results.n)
		return false;
	for (const struct block *b = table->first->next; b; b = b->next) {
		struct row row = table_row(b);

		if (!row.filled || is_sum(table_cell(&row, 0)))
			continue;
		if (++n > FAR || find_told(r, c, &row).kr == NO_INDEX)
			return table_names(r, table, c).column != NO_INDEX;
	}
	return n > 1;
}

/* What a row says below headers that are no field's: notes. */
static void keep_others(struct reader *r, struct spoken told,
	const struct columns *c, const struct row *header,
	const struct row *row)
{
	for (int i = 1; i < (int)c->n; i++) {
		struct piece p = table_cell(row, i), h = table_cell(header, i);

		if (c->of[i] == FIELD_NONE && p.s.n && h.s.n &&
			h.s.n <= HEADER_BYTES && str_words(p.s) > 1)
			read_field_text(r, told.objective, told.kr, FIELD_NONE,
				str_of(piece_text(r, p)), piece_text(r, h),
				row->line);
	}
}

/* What a row says of its key result, where that is not known yet. */
static void take_news(struct reader *r, const struct columns *c,
	const struct row *header, const struct row *row,
	const struct names *names)
{
	static const enum field FIELDS[] = {FIELD_BASELINE, FIELD_TARGET,
		FIELD_CURRENT, FIELD_GRADE, FIELD_STATUS, FIELD_STATE,
		FIELD_OWNER, FIELD_DRI, FIELD_CONFIDENCE, FIELD_PROGRESS,
		FIELD_RESULT, FIELD_DUE, FIELD_WEIGHT, FIELD_NOTES};
	struct spoken told = find_told(r, c, row);

	if (told.kr == NO_INDEX)
		told = table_find_named(r, names, row);
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
	if (told.kr != NO_INDEX && names->column == 0)
		keep_others(r, told, c, header, row);
}

void table_take_news(struct reader *r, const struct block *table)
{
	const struct columns *c = &table_shape(r, table)->columns;
	struct row header = table_row(table->first);
	struct names names;

	if (!tells_news(r, table, c))
		return;
	names = table_names(r, table, c);
	for (const struct block *b = table->first->next; b; b = b->next) {
		struct row row = table_row(b);

		take_news(r, c, &header, &row, &names);
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
