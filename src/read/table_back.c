/*
 * Tables that speak of what was told above, by its number: what depends on
 * "O2", what "KR1" brings.  Nothing in them is an OKR of its own.
 */
#include "table_p.h"

#include "attr.h"

enum { FAR = 50 }; /* objectives and key results that are looked at */

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
	static const char *const WORDS[] = {"total", "sum", "all", "gesamt",
		"summe", "totaal", "totale", "suma", "\u5408\u8ba1",
		"\u5408\u8a08", "\u603b\u8ba1", "\ud569\uacc4",
		"\u0438\u0442\u043e\u0433\u043e",
		"\u0418\u0442\u043e\u0433\u043e"};

	for (size_t i = 0; i < COUNT_OF(WORDS); i++) {
		if (str_iis(p.s, WORDS[i]))
			return true;
	}
	return false;
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

bool table_refers_back(struct reader *r, const struct block *table)
{
	const struct columns *c = &table_shape(r, table)->columns;

	if (!r->extras.n || table_measures(c))
		return false;
	return names_key_results(r, table) || names_objectives(r, table, c);
}
