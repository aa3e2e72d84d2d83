/*
 * Columns of scores that nothing but their cells and a time name: "Mid-Q
 * actual | Mid-Q projection | End-Q" over 0.2, 0.5 and 0.3.
 */
#include "table_p.h"

#include "field_p.h"
#include "vocab_p.h"

enum { FAR = 200 }; /* rows that are looked at */

/* ".4", "0", "1.0" */
static bool is_share(struct str s)
{
	return str_is(s, "0") || str_is(s, "1") || field_is_score(s);
}

/* No cell but "0.7", "0", "1", and more than one broken number. */
static bool has_scores(const struct block *table, int column)
{
	const struct block *b = table->first->next;
	size_t broken = 0;

	for (int i = 0; b && i < FAR; b = b->next, i++) {
		struct row row = table_row(b);
		struct str s = table_cell(&row, column).s;

		if (!s.n || field_is_empty(s))
			continue;
		if (!is_share(s))
			return false;
		broken += field_is_score(s) && !str_ends(s, ".0");
	}
	return broken > 1;
}

/* "a ratio of 0.8": what is read may be of such a number. */
static bool tells_shares(const struct block *table, int column)
{
	const struct block *b = table->first->next;

	for (int i = 0; b && i < FAR; b = b->next, i++) {
		struct row row = table_row(b);
		struct str s = table_cell(&row, column).s;

		if (str_find(s, STR("0.")) != STR_NONE ||
			str_find(s, STR("0,")) != STR_NONE)
			return true;
	}
	return false;
}

/* "End-Q", "EOQ", "Year-end": how it was in the end. */
static bool is_end(struct str header)
{
	static const char *const WORDS[] = {"end", "end-q", "eoq", "eoy", "eom",
		"end-quarter", "quarter-end", "year-end", "end-year", "final",
		"closing", "close"};

	for (size_t i = 0; i < COUNT_OF(WORDS); i++) {
		if (vocab_has(header, WORDS[i]))
			return true;
	}
	return false;
}

/* "Mid-Q actual" has what was reached, "Mid-Q projection" has not. */
static bool is_reached(const struct columns *c, const struct row *header, int i)
{
	static const char *const GUESSES[] = {"projection", "projected",
		"forecast", "expected", "target", "goal", "plan", "planned",
		"by"};
	struct str name = table_cell(header, i).s;

	if (c->of[i] == FIELD_CURRENT)
		return true;
	for (size_t k = 0; k < COUNT_OF(GUESSES); k++) {
		if (vocab_has(name, GUESSES[k]))
			return false;
	}
	return (c->of[i] == FIELD_NONE || c->of[i] == FIELD_TARGET) &&
	       name.n <= HEADER_BYTES && is_end(name);
}

/* What is to be reached, but not "Actual | EOQ" over nothing but scores. */
static bool has_target(const struct block *table, const struct columns *c)
{
	struct row header = table_row(table->first);
	int at = c->at[FIELD_TARGET], now = c->at[FIELD_CURRENT];

	return at >= 0 &&
	       (now < 0 || !is_reached(c, &header, at) ||
		       !has_scores(table, now) || !has_scores(table, at));
}

/* Without a number to reach, scores are grades; the last column's are the ones
 * that count. */
void table_settle_graded(const struct block *table, struct columns *c)
{
	struct row header = table_row(table->first);
	int at = c->at[FIELD_KEY_RESULT];

	table_settle_fulfilled(table, c);
	if (at < 0)
		at = c->at[FIELD_BOTH];
	if (at < 0 || c->each || has_target(table, c) ||
		table_has(c, FIELD_BASELINE) || table_has(c, FIELD_PROGRESS) ||
		tells_shares(table, at))
		return;
	for (int i = 0; i < (int)c->n; i++) {
		enum field f = c->of[i];

		if (!is_reached(c, &header, i) || !has_scores(table, i))
			continue;
		if (f != FIELD_NONE && c->at[f] == i)
			c->at[f] = -1;
		c->of[i] = FIELD_GRADE;
		c->at[FIELD_GRADE] = i;
	}
}
