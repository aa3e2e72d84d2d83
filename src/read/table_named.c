/*
 * Tables that speak of key results told above by some of their words: "Shelter
 * nights | 52", "Waiting time | done".
 */
#include "table_p.h"

enum {
	FAR = 50,         /* objectives and key results that are looked at */
	MOST = 1 << 17,   /* of them in a document, by all rows: stay linear */
	LONGEST_NAME = 40 /* bytes */
};

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

/* "Waiting time", "p95 latency", and neither "40 nights" nor "30 March". */
static bool is_name(struct str s)
{
	struct str word;

	if (!s.n || s.n > LONGEST_NAME)
		return false;
	while (str_take_until(&s, ' ', &word)) {
		if (word.n && str_is_digit(word.p[0]))
			return false;
	}
	return true;
}

/* Does a column with that header, or none, name what the rows speak of? */
static bool names_subject(struct str header)
{
	static const char *const WORDS[] = {"topic", "what", "measure",
		"measures", "metric", "metrics", "indicator", "subject", "item",
		"name", "title", "okr", "result", "thema", "was", "ergebnis",
		"kennzahl", "messgr\u00f6\u00dfe", "sujet", "quoi",
		"indicateur", "mesure", "tema", "qu\u00e9", "indicador",
		"medida", "o qu\u00ea", "onderwerp", "wat", "cosa",
		"indicatore", NULL};

	return !header.n || str_is_listed(header, WORDS);
}

static int name_column(const struct block *table, const struct columns *c)
{
	struct row header = table_row(table->first);

	if (table_has(c, FIELD_TARGET) || table_has(c, FIELD_BASELINE))
		return NO_INDEX;
	if (table_has(c, FIELD_KEY_RESULT))
		return c->at[FIELD_KEY_RESULT];
	return names_subject(table_cell(&header, 0).s) ? 0 : NO_INDEX;
}

/* Does some column tell where the rows stand, and none whose they are alone? */
static bool tells_standing(const struct columns *c)
{
	return table_has(c, FIELD_CURRENT) || table_has(c, FIELD_STATUS) ||
	       table_has(c, FIELD_PROGRESS) || table_has(c, FIELD_GRADE) ||
	       (table_has(c, FIELD_RESULT) && c->at[FIELD_RESULT] > 0);
}

struct spoken table_find_named(
	struct reader *r, const struct names *names, const struct row *row)
{
	const struct objectives *all = &r->m->objectives;
	struct spoken none = {NO_INDEX, NO_INDEX}, found = none;
	struct str name = table_cell(row, names->column).s;

	if (!is_name(name))
		return none;
	for (size_t i = names->first; i < all->n; i++) {
		const struct key_results *krs = &all->v[i].key_results;

		for (size_t k = 0; k < krs->n && k < FAR; k++) {
			if (++r->compared > MOST)
				return none;
			if (!has_name(str_of(krs->v[k].text), name))
				continue;
			if (found.kr != NO_INDEX)
				return none;
			found = (struct spoken){(int)i, (int)k};
		}
	}
	return found;
}

/* Does every row name one key result?  Or else most, and not all the same. */
static bool fits(struct reader *r, const struct block *table,
	const struct names *names, bool every)
{
	struct spoken last = {NO_INDEX, NO_INDEX};
	size_t rows = 0, fit = 0, others = 0;

	for (const struct block *b = table->first->next; b; b = b->next) {
		struct row row = table_row(b);
		struct spoken told = table_find_named(r, names, &row);

		if (!row.filled || table_is_sum(table_cell(&row, 0).s))
			continue;
		if (++rows > FAR)
			return false;
		fit += told.kr != NO_INDEX;
		others += told.kr != NO_INDEX &&
			  (told.objective != last.objective ||
				  told.kr != last.kr);
		last = told;
	}
	return every ? rows > 1 && fit == rows
		     : others > 1 && fit * 3 >= rows * 2;
}

struct names table_names(
	struct reader *r, const struct block *table, const struct columns *c)
{
	size_t n = r->m->objectives.n;
	size_t all = n - r->first > FAR ? n - FAR : r->first;
	struct names none = {NO_INDEX, 0};
	struct names names = {name_column(table, c), n - 1};
	bool kr = table_has(c, FIELD_KEY_RESULT);

	if (names.column == NO_INDEX || !tells_standing(c) ||
		table_has(c, FIELD_OBJECTIVE))
		return none;
	if (fits(r, table, &names, true))
		return names;
	names.first = all;
	return fits(r, table, &names, kr) ? names : none;
}
