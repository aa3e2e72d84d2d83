/*
 * Objectives over their key results in one column, told apart by their numbers
 * or by their looks.
 */
#include "table_p.h"

#include "attr.h"
#include "mark_number_p.h"

size_t table_hook(struct str s)
{
	static const char *const HOOKS[] = {"\u21b3", "\u2514", "\u251c",
		"\u21aa", "\u2937", "\u2ba1", "\u2570", "\u2192", "->", "=>",
		"\u2022", "\u00b7", "- ", "\u2013 ", "\u2014 ", "> "};

	for (size_t i = 0; i < COUNT_OF(HOOKS); i++) {
		if (str_starts(s, HOOKS[i]))
			return strlen(HOOKS[i]);
	}
	return 0;
}

enum mark_kind table_outline_kind(const struct columns *c, struct piece cell)
{
	struct str s = cell.s;
	size_t n = 0;

	if (c->hooked)
		return table_hook(s) ? MARK_KEY_RESULT : MARK_OBJECTIVE;

	while (n < s.n && str_is_digit(s.p[n]))
		n++;
	if (!n || n + 1 >= s.n || !strchr(".) ", s.p[n]) ||
		(s.p[n] == ' ' && !char_is_upper(s.p[n + 1]))) /* "8 shops" */
		return piece_is_bold(cell) ? MARK_OBJECTIVE : MARK_KEY_RESULT;
	return n + 1 < s.n && s.p[n] == '.' && str_is_digit(s.p[n + 1])
		       ? MARK_KEY_RESULT
		       : MARK_OBJECTIVE;
}

/* "| Objective / Key result | Target |": "1. Grow" over "1.1 Sales", or rows
 * in bold over others, tell which is which.  The first is an objective, and
 * each one has key results. */
static void settle_outline(const struct block *table, struct columns *c)
{
	int at = c->at[FIELD_BOTH];
	enum mark_kind last = MARK_KEY_RESULT;

	if (at < 0 || table_has(c, FIELD_KEY_RESULT) || c->kinds >= 0 ||
		table_is_numbered(table, c->at[FIELD_NUMBER]))
		return;
	for (const struct block *b = table->first->next; b; b = b->next) {
		struct row row = table_row(b);
		struct piece p = table_cell(&row, at);
		enum mark_kind kind = table_outline_kind(c, p);

		if (!p.s.n || table_is_sum(p.s))
			continue;
		if (table_mark(p).kind != MARK_NONE ||
			(b == table->first->next && kind != MARK_OBJECTIVE) ||
			(kind == MARK_OBJECTIVE && last == MARK_OBJECTIVE))
			return;
		last = kind;
	}
	c->outlined = last == MARK_KEY_RESULT && table->first->next;
}

/* "| OKR | Progress |": rows that begin with a hook stand below others, and
 * each of those has some. */
static void settle_hooks(const struct block *table, struct columns *c)
{
	int at = table_has(c, FIELD_BOTH) ? c->at[FIELD_BOTH]
					  : c->at[FIELD_OBJECTIVE];
	bool hooked = true, any = false;

	if (at < 0 || table_has(c, FIELD_KEY_RESULT) || c->kinds >= 0)
		return;
	for (const struct block *b = table->first->next; b; b = b->next) {
		struct row row = table_row(b);
		struct str s = table_cell(&row, at).s;
		bool hook = table_hook(s) > 0;

		if (!s.n || table_is_sum(s))
			continue;
		if (b == table->first->next ? hook : !hook && !hooked)
			return;
		hooked = hook;
		any = any || hook;
	}
	if (!any || !hooked)
		return;
	c->outlined = c->hooked = true;
	c->at[c->of[at]] = -1;
	c->of[at] = FIELD_BOTH;
	c->at[FIELD_BOTH] = at;
}

/* "1" over "1.1" and "1.2", then "2", or "O1" over "O1.1"; how many of either.
 */
struct outline {
	size_t objectives, krs;
	bool lettered;
	bool broken; /* a number that belongs to none above */
};

static bool skip_letters(struct str *s)
{
	size_t n = 0;

	while (n < s->n && str_is_alpha(s->p[n]))
		n++;
	if (n == s->n || n > 3)
		n = 0;
	*s = str_sub(*s, n, s->n);
	return n > 0;
}

static struct outline outline_of(const struct block *table, int column)
{
	struct outline o = {0, 0, false, false};
	struct str above = {NULL, 0};

	for (const struct block *b = table->first->next; b && !o.broken;
		b = b->next) {
		struct row row = table_row(b);
		struct str s = str_trim_end(table_cell(&row, column).s, ".:)");
		size_t n = 0;

		o.lettered = skip_letters(&s) || o.lettered;
		while (n < s.n && (str_is_digit(s.p[n]) || s.p[n] == '.'))
			n++;
		if (!s.n && row.filled < 3)
			continue; /* a note, a sum */
		if (!s.n || n < s.n) {
			o.broken = true;
		} else if (str_find_char(s, '.') == STR_NONE) {
			above = s;
			o.objectives++;
		} else {
			o.broken = !above.n || !number_is_below(s, above);
			o.krs++;
		}
	}
	return o;
}

/* The first column of texts, and not of anything we know. */
static int text_beside(const struct block *table, const struct columns *c)
{
	struct row row = table_row(table->first->next);

	for (int i = 0; i < (int)c->n; i++) {
		if ((c->of[i] == FIELD_NONE || c->of[i] == FIELD_TITLE ||
			    c->of[i] == FIELD_METRIC ||
			    c->of[i] == FIELD_NOTES) &&
			str_words(table_cell(&row, i).s) > 1)
			return i;
	}
	return -1;
}

/* Has it a column of values, which lists of tasks have not? */
static bool has_values(const struct columns *c, const struct outline *o)
{
	return o->lettered || table_has(c, FIELD_TARGET) ||
	       table_has(c, FIELD_CURRENT) || table_has(c, FIELD_BASELINE) ||
	       table_has(c, FIELD_GRADE);
}

/* "| Ref | | 2024 | Goal |" over "1", "1.1", "1.2": the numbers tell which rows
 * are objectives, whatever the columns are called. */
static void settle_numbers(const struct block *table, struct columns *c)
{
	struct outline o;
	int text;

	if (table_has(c, FIELD_KEY_RESULT) || table_has(c, FIELD_BOTH) ||
		c->kinds >= 0 || c->n < 3 ||
		(c->of[0] != FIELD_NONE && c->of[0] != FIELD_NUMBER))
		return;
	o = outline_of(table, 0);
	text = text_beside(table, c);
	if (!has_values(c, &o) || o.broken || !o.objectives || o.krs < 2 ||
		text < 1)
		return;
	c->counted = true;
	c->of[0] = FIELD_NUMBER;
	c->at[FIELD_NUMBER] = 0;
	if (c->of[text] != FIELD_NONE)
		c->at[c->of[text]] = -1;
	c->of[text] = FIELD_BOTH;
	c->at[FIELD_BOTH] = text;
}

/* Do rows with "1" or "O1", unlike those with "1.1", tell no values? */
static bool heads_without_values(
	const struct block *table, const struct columns *c)
{
	static const enum field VALUES[] = {
		FIELD_BASELINE, FIELD_TARGET, FIELD_CURRENT};

	for (const struct block *b = table->first->next; b; b = b->next) {
		struct row row = table_row(b);
		struct str s = str_trim_end(table_cell(&row, 0).s, ".:)");

		if (!s.n || str_find_char(s, '.') != STR_NONE)
			continue;
		for (size_t i = 0; i < COUNT_OF(VALUES); i++) {
			if (table_cell(&row, c->at[VALUES[i]]).s.n)
				return false;
		}
	}
	return true;
}

/* The same numbers beside "Key result", below "#" or nothing. */
static void settle_numbered(const struct block *table, struct columns *c)
{
	struct outline o;
	int text = c->at[FIELD_KEY_RESULT];

	if (text < 1 || table_has(c, FIELD_OBJECTIVE) ||
		table_has(c, FIELD_BOTH) || c->kinds >= 0 ||
		(c->of[0] != FIELD_NUMBER &&
			(c->of[0] != FIELD_NONE ||
				(c->header[0] && c->header[0][0]))))
		return;
	o = outline_of(table, 0);
	if (o.broken || !o.objectives || o.krs < 2 || !has_values(c, &o) ||
		!heads_without_values(table, c))
		return;
	c->of[0] = FIELD_NUMBER;
	c->at[FIELD_NUMBER] = 0;
	if (o.lettered) /* the mark tells */
		return;
	c->counted = true;
	c->at[FIELD_KEY_RESULT] = -1;
	c->of[text] = FIELD_BOTH;
	c->at[FIELD_BOTH] = text;
}

void table_settle_outline(const struct block *table, struct columns *c)
{
	if (!table->first->next)
		return;
	settle_numbers(table, c);
	settle_numbered(table, c);
	settle_hooks(table, c);
	if (!c->hooked)
		settle_outline(table, c);
}
