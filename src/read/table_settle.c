/*
 * What a table's rows tell of its columns: which say "KR1.1" or "Key result",
 * whether measures are values, and whose texts they are.
 */
#include "table_p.h"

#include "attr.h"
#include "verdict_p.h"
#include "vocab_p.h"

bool table_is_type(struct str s)
{
	static const char *const TYPES[] = {"number", "numeric", "percentage",
		"percent", "currency", "true/false", "boolean", "yes/no",
		"metric", "automatic", "tasks", NULL};

	return str_is_listed(s, TYPES);
}

enum mark_kind table_kind(struct piece p)
{
	static const char *const OBJECTIVES[] = {
		"o", "obj", "obj.", "goal", "goals", NULL};
	struct mark mark =
		mark_read(p.s, piece_flags(p), MARK_CELL | MARK_BOLD);

	const struct word *word = vocab_word(p.s);

	if (str_is_listed(p.s, OBJECTIVES))
		return MARK_OBJECTIVE;
	if (word && strlen(word->text) == p.s.n && !(word->is & PLURAL))
		return word->kind == WORD_KEY_RESULT ? MARK_KEY_RESULT
						     : MARK_OBJECTIVE;
	if (mark.kind == MARK_KR_LABEL)
		return MARK_KEY_RESULT;
	if (mark.kind == MARK_OBJ_LABEL)
		return MARK_OBJECTIVE;
	return mark.rest >= p.s.n && (mark.kind == MARK_OBJECTIVE ||
					     mark.kind == MARK_KEY_RESULT)
		       ? mark.kind
		       : MARK_NONE;
}

/* "Type", "Issue type": rows may be tasks as well. */
static bool names_kinds(const struct columns *c, struct str header)
{
	static const char *const WORDS[] = {"type", "issue type", "item type",
		"work item type", "kind", "level", "okr level", "element",
		"item", "section/column", "tracker", "art", "typ", "tipo",
		"poziom", "rodzaj", "ebene", "niveau", "nivel", "livello",
		"niv\u00e5", "\u00farove\u0148", "taso", "seviye", "soort",
		"category", "\u0442\u0438\u043f", "\u7c7b\u578b",
		"\u985e\u578b", "\u7a2e\u5225", "\u7a2e\u985e", "\uc720\ud615",
		NULL};

	return str_is_listed(vocab_bare(header), WORDS) && c->n > 2;
}

/* How many rows a column says to be objectives, and key results; -1 where one
 * of its cells is anything else, unless that may be. */
struct kinds {
	int objectives, krs;
};

static struct kinds count_kinds(
	const struct block *table, size_t column, bool others)
{
	enum { LONGEST = 24, FOOTER = 2 };
	struct kinds n = {0, 0}, none = {-1, -1};
	int types = 0;

	for (const struct block *b = table->first->next; b; b = b->next) {
		struct row row = table_row(b);
		struct piece p = table_cell(&row, (int)column);
		enum mark_kind kind = table_kind(p);

		if (n.krs && kind == MARK_NONE && row.filled <= FOOTER)
			continue; /* "Printed: 2 Sep", "Sheet 1 of 3" */
		types += others && table_is_type(p.s);
		if (p.s.n && kind == MARK_NONE && (!others || p.s.n > LONGEST))
			return none;
		n.objectives += p.s.n && kind == MARK_OBJECTIVE;
		n.krs += p.s.n && kind == MARK_KEY_RESULT;
	}
	if (n.objectives > 0)
		n.krs += types;
	return n;
}

/* "What it does", "Meaning": a column that explains the words beside it. */
static bool explains(struct str header)
{
	static const char *const WORDS[] = {"what", "meaning", "means",
		"definition", "purpose", "common mistake", "bad example",
		"significado", "signification", "bedeutung", "betekenis"};

	for (size_t i = 0; i < COUNT_OF(WORDS); i++) {
		if (vocab_begins(header, WORDS[i]))
			return true;
	}
	return false;
}

bool table_names_text(struct str header)
{
	static const char *const WORDS[] = {"goal", "goal name", "goal title",
		"name", "title", "summary", "item", "item name", "okr",
		"okr name", "task", "task name", "issue", "issue title",
		"work item", "text", "statement", "primary column", "primary",
		"goal / target", "goal/target", "goals & targets", "card",
		"card name", "subject", "topic", "what", "element", "content",
		"ziel", "titel", "name der aufgabe", "zusammenfassung",
		"bezeichnung", "beschreibung", "nom", "titre",
		"r\u00e9sum\u00e9", "intitul\u00e9", "nombre", "t\u00edtulo",
		"resumen", "resumo", "nome", "titolo", "naam", "samenvatting",
		"nazwa", "\u043d\u0430\u0437\u0432\u0430\u043d\u0438\u0435",
		"\u540d\u79f0", "\u540d\u7a31", "\u6807\u9898", "\u6a19\u984c",
		"\u4ef6\u540d", "\uc81c\ubaa9", NULL};

	return str_is_listed(vocab_bare(header), WORDS);
}

/* Has every row that says what it is a text there? */
static bool is_told(const struct block *table, const struct columns *c, int at)
{
	for (const struct block *b = table->first->next; b; b = b->next) {
		struct row row = table_row(b);

		if (table_cell(&row, c->kinds).s.n && !table_cell(&row, at).s.n)
			return false;
	}
	return true;
}

/* "Row" over 1, 2, 3: no texts. */
static bool counts(const struct block *table, int column)
{
	for (const struct block *b = table->first->next; b; b = b->next) {
		struct row row = table_row(b);
		struct str s = table_cell(&row, column).s;
		long n;

		if (s.n && (!str_take_number(&s, 1000000, &n) || s.n))
			return false;
	}
	return true;
}

/* The column of the texts: by its name, else the first that is no other. */
static int text_column(const struct block *table, const struct columns *c)
{
	static const enum field FIELDS[] = {FIELD_BOTH, FIELD_KEY_RESULT,
		FIELD_TITLE, FIELD_OBJECTIVE, FIELD_METRIC};
	struct row header = table_row(table->first);

	for (size_t i = 0; i < c->n && c->kinds >= 0; i++) {
		if ((int)i != c->kinds && c->of[i] != FIELD_NUMBER &&
			table_names_text(table_cell(&header, (int)i).s) &&
			is_told(table, c, (int)i))
			return (int)i;
	}
	for (size_t i = 0; i < COUNT_OF(FIELDS); i++) {
		if (table_has(c, FIELDS[i]) && c->at[FIELDS[i]] != c->kinds)
			return c->at[FIELDS[i]];
	}
	for (size_t i = 0; i < c->n; i++) {
		if ((int)i != c->kinds &&
			(c->of[i] == FIELD_NONE || c->of[i] == FIELD_NOTES) &&
			!explains(table_cell(&header, (int)i).s) &&
			!counts(table, (int)i))
			return (int)i;
	}
	return -1;
}

/* The column is something else: the next one called so takes its place. */
static void pass_on(const struct block *table, struct columns *c, int at)
{
	struct row header = table_row(table->first);
	enum field f = c->of[at];

	if (f == FIELD_NONE || c->at[f] != at)
		return;
	c->at[f] = -1;
	for (size_t i = 0; i < c->n; i++) {
		struct str name = table_cell(&header, (int)i).s;

		if ((int)i == at || c->of[i] != FIELD_NONE ||
			name.n > HEADER_BYTES || vocab_column(name) != f)
			continue;
		c->of[i] = f;
		c->at[f] = (int)i;
		return;
	}
}

/* "KR1", not "Key result"? */
static bool has_numbers(const struct block *table, int column)
{
	struct row row = table_row(table->first->next);

	return str_has_digit(table_cell(&row, column).s);
}

/* A cell with a number of its own, and hardly more. */
static bool is_value(struct str s)
{
	enum { LONGEST = 40 };

	for (size_t i = 0; i < s.n && s.n <= LONGEST; i++) {
		if (str_is_digit(s.p[i]) && (!i || (!str_is_alnum(s.p[i - 1]) &&
							   s.p[i - 1] != '-')))
			return true;
	}
	return false;
}

/* "| Key result | Measure |": where the measures are values, they are what is
 * to be reached. */
static void settle_measure(const struct block *table, struct columns *c)
{
	int at = c->at[FIELD_METRIC];
	size_t values = 0, rows = 0;

	if (at < 0 || table_has(c, FIELD_TARGET) ||
		!table_has(c, FIELD_KEY_RESULT) || c->each)
		return;
	for (const struct block *b = table->first->next; b; b = b->next) {
		struct row row = table_row(b);
		struct str s = table_cell(&row, at).s;

		rows += s.n > 0;
		values += is_value(s);
	}
	if (!values || values * 3 < rows * 2)
		return;
	c->at[FIELD_METRIC] = -1;
	c->at[FIELD_TARGET] = at;
	c->of[at] = FIELD_TARGET;
}

/* "45" of 120, but not "45 %", "45/120" or "0.45". */
static bool is_amount(struct str s)
{
	static const char *const SHARES[] = {"%", "/", " of ", "\uff05"};

	for (size_t i = 0; i < COUNT_OF(SHARES); i++) {
		if (str_find(s, str_of(SHARES[i])) != STR_NONE)
			return false;
	}
	return is_value(s) && s.p[0] != '0' && !str_is(s, "1");
}

/* The next column called so. */
static void find_progress(const struct block *table, struct columns *c)
{
	struct row header = table_row(table->first);

	for (size_t i = 0; i < c->n; i++) {
		struct str name = table_cell(&header, (int)i).s;

		if (c->of[i] != FIELD_NONE || name.n > HEADER_BYTES ||
			vocab_column(name) != FIELD_PROGRESS)
			continue;
		c->of[i] = FIELD_PROGRESS;
		c->at[FIELD_PROGRESS] = (int)i;
		return;
	}
}

/* "| Target | Progress |": where a row tells how many there are and not what
 * share of them, the column is one of readings; "99.6 %" is no share there. */
static void settle_progress(const struct block *table, struct columns *c)
{
	int at = c->at[FIELD_PROGRESS];

	if (at < 0 || table_has(c, FIELD_CURRENT) ||
		!table_has(c, FIELD_TARGET))
		return;
	for (const struct block *b = table->first->next; b; b = b->next) {
		struct row row = table_row(b);

		if (!is_amount(table_cell(&row, at).s) ||
			!is_amount(table_cell(&row, c->at[FIELD_TARGET]).s))
			continue;
		c->at[FIELD_PROGRESS] = -1;
		c->at[FIELD_CURRENT] = at;
		c->of[at] = FIELD_CURRENT;
		find_progress(table, c);
		return;
	}
}

/* Are all of a column's cells shares, "57 %"? */
static bool has_shares(const struct block *table, int column)
{
	size_t n = 0;

	for (const struct block *b = table->first->next; b; b = b->next) {
		struct row row = table_row(b);
		struct str s = table_cell(&row, column).s;

		if (s.n && (!str_is_digit(s.p[0]) || !str_ends(s, "%")))
			return false;
		n += s.n > 0;
	}
	return n > 1;
}

/* "Achieved", "Done": what is reached, as a reading or a share. */
static bool names_done(struct str header)
{
	return header.n && header.n <= HEADER_BYTES &&
	       (vocab_column(header) == FIELD_CURRENT ||
		       verdict_of(header).kind == RESULT_DONE);
}

/* "Now | Target | Achieved": the first is no start, as settle_twice() has it,
 * where the second one tells shares. */
static void settle_now(const struct block *table, struct columns *c)
{
	struct row header = table_row(table->first);
	int now = c->at[FIELD_CURRENT], from = c->at[FIELD_BASELINE];

	if (from < 0 || !has_shares(table, now) ||
		vocab_column(table_cell(&header, from).s) != FIELD_CURRENT)
		return;
	c->of[from] = FIELD_CURRENT;
	c->at[FIELD_CURRENT] = from;
	c->at[FIELD_BASELINE] = -1;
	c->of[now] = FIELD_NONE;
}

/* "| Target | Now | Achieved |": a second reading that is a share in each row,
 * which the first and the target are not, is how much of it is done. */
static void settle_achieved(const struct block *table, struct columns *c)
{
	struct row header = table_row(table->first);
	int target = c->at[FIELD_TARGET];
	bool plain = target >= 0 && !has_shares(table, target);

	if (table_has(c, FIELD_CURRENT) && plain)
		settle_now(table, c);
	for (size_t i = 0; i < c->n && table_has(c, FIELD_CURRENT) &&
			   !table_has(c, FIELD_PROGRESS) &&
			   !has_shares(table, c->at[FIELD_CURRENT]);
		i++) {
		if (c->of[i] != FIELD_NONE || !has_shares(table, (int)i) ||
			!names_done(table_cell(&header, (int)i).s))
			continue;
		c->of[i] = FIELD_PROGRESS;
		c->at[FIELD_PROGRESS] = (int)i;
	}
	c->shares = table_has(c, FIELD_PROGRESS) &&
		    has_shares(table, c->at[FIELD_PROGRESS]) &&
		    (plain || table_has(c, FIELD_CURRENT));
}

/* "Attainment (0-100)", "Progress" over nothing but 42 and 67, where no column
 * tells what is to be reached: shares. */
static void settle_hundreds(const struct block *table, struct columns *c)
{
	enum { HUNDRED = 100, MORE = 10 };
	struct row header = table_row(table->first);
	int at = c->at[FIELD_PROGRESS];
	struct str name = table_cell(&header, at).s;
	bool said = str_find(name, STR("0-100")) != STR_NONE ||
		    str_find(name, STR("0\u2013100")) != STR_NONE ||
		    str_find_char(name, '%') != STR_NONE;
	long most = 0, n = 0;

	if (at < 0 || (!said && table_has(c, FIELD_TARGET)))
		return;
	for (const struct block *b = table->first->next; b; b = b->next) {
		struct row row = table_row(b);
		struct str s = table_cell(&row, at).s;

		if (s.n && (!str_take_number(&s, HUNDRED, &n) || s.n))
			return;
		most = s.p && n > most ? n : most;
	}
	c->hundreds = said || most > MORE;
}

/* "Start | Current | End": between a start and now, the end is what is aimed
 * at. */
static void settle_span(const struct block *table, struct columns *c)
{
	struct row header = table_row(table->first);

	if (table_has(c, FIELD_TARGET) || !table_has(c, FIELD_BASELINE) ||
		!table_has(c, FIELD_CURRENT))
		return;
	for (size_t i = 0; i < c->n; i++) {
		if (c->of[i] != FIELD_NONE ||
			!str_iis(table_cell(&header, (int)i).s, "end"))
			continue;
		c->of[i] = FIELD_TARGET;
		c->at[FIELD_TARGET] = (int)i;
	}
}

bool table_find_kinds(const struct block *table, struct columns *c)
{
	struct row header = table_row(table->first);
	enum field f = FIELD_KEY_RESULT;
	int text;

	for (size_t i = 0; i < c->n; i++) {
		bool named = names_kinds(c, table_cell(&header, (int)i).s);
		struct kinds n = count_kinds(table, i, named);

		if (n.krs < 1 || (n.objectives < 1 && !named))
			continue;
		if (n.objectives > 0)
			f = FIELD_BOTH;
		if (c->kinds < 0)
			c->kinds = (int)i;
		if (c->of[i] != FIELD_NONE && c->at[c->of[i]] == (int)i)
			c->at[c->of[i]] = -1;
		c->of[i] = FIELD_NUMBER; /* read by row_kind() */
	}
	text = c->kinds < 0 ? -1 : text_column(table, c);
	if (text < 0)
		return false;
	if (!table_has(c, FIELD_NUMBER) && has_numbers(table, c->kinds))
		c->at[FIELD_NUMBER] = c->kinds;
	pass_on(table, c, text);
	settle_span(table, c);
	c->of[text] = f;
	c->at[f] = text;
	table_settle_by_values(table, c);
	settle_progress(table, c);
	settle_achieved(table, c);
	settle_hundreds(table, c);
	table_settle_graded(table, c);
	return true;
}

/* "| Metric | Target | For KR |": a column of nothing but "KR1.3" says what
 * the rows serve, and another one tells what they are. */
static void settle_served(const struct block *table, struct columns *c)
{
	int at = c->at[FIELD_KEY_RESULT];
	size_t rows = 0;

	if (at <= 0 || c->of[0] != FIELD_NONE)
		return;
	for (const struct block *b = table->first->next; b; b = b->next) {
		struct row row = table_row(b);
		struct piece p = table_cell(&row, at);

		if (!p.s.n)
			continue;
		if (!table_bare_number(p, MARK_KEY_RESULT).n ||
			!table_cell(&row, 0).s.n)
			return;
		rows++;
	}
	if (rows < 2)
		return;
	c->at[FIELD_KEY_RESULT] = -1;
	c->of[at] = FIELD_LADDERS;
	if (!table_has(c, FIELD_LADDERS))
		c->at[FIELD_LADDERS] = at;
}

/* "OKR | KR" over "O1: More bread": beside a column of key results it has the
 * objectives, when they have a title. */
static void settle_both(const struct block *table, struct columns *c)
{
	int both = c->at[FIELD_BOTH];
	struct row row = table_row(table->first->next);
	struct piece first = table_cell(&row, both);
	struct mark mark = table_mark(first);

	if (both < 0 || !table_has(c, FIELD_KEY_RESULT) ||
		table_has(c, FIELD_OBJECTIVE) || mark.kind != MARK_OBJECTIVE ||
		mark.rest >= first.s.n)
		return;
	c->of[both] = FIELD_OBJECTIVE;
	c->at[FIELD_OBJECTIVE] = both;
	c->at[FIELD_BOTH] = -1;
}

/* "| OKR | Target | Current |" over rows without a mark: what is measured
 * are key results. */
static void settle_okrs(const struct block *table, struct columns *c)
{
	int at = c->at[FIELD_BOTH];

	if (at < 0 || c->outlined || table_has(c, FIELD_KEY_RESULT) ||
		table_has(c, FIELD_OBJECTIVE) || !table_has(c, FIELD_TARGET) ||
		(!table_has(c, FIELD_CURRENT) &&
			!table_has(c, FIELD_PROGRESS) &&
			!table_has(c, FIELD_BASELINE)))
		return;
	for (const struct block *b = table->first->next; b; b = b->next) {
		struct row row = table_row(b);

		if (table_mark(table_cell(&row, at)).kind != MARK_NONE ||
			table_cell(&row, c->at[FIELD_NUMBER]).s.n)
			return;
	}
	c->at[FIELD_BOTH] = -1;
	c->of[at] = FIELD_KEY_RESULT;
	c->at[FIELD_KEY_RESULT] = at;
}

/* "OKR | KR": the first one has the objectives, unless it only has their
 * numbers. */
static void settle_okr_pairs(const struct block *table, struct columns *c)
{
	int both = c->at[FIELD_BOTH], kr = c->at[FIELD_KEY_RESULT];
	struct row row;

	if (both < 0 || kr < both || table_has(c, FIELD_OBJECTIVE) ||
		!table->first->next)
		return;
	row = table_row(table->first->next);
	if (str_words(table_cell(&row, both).s) < 2)
		return;
	c->at[FIELD_BOTH] = -1;
	c->of[both] = FIELD_OBJECTIVE;
	c->at[FIELD_OBJECTIVE] = both;
}

/* "| # | Description | Target |" over "KR-1": whose texts stand beside. */
static void settle_codes(const struct block *table, struct columns *c)
{
	struct row row;
	struct kinds n;
	int text;

	if (table_has(c, FIELD_KEY_RESULT) || table_has(c, FIELD_BOTH) ||
		table_has(c, FIELD_OBJECTIVE) || !table->first->next ||
		!table_measures(c) ||
		(c->of[0] != FIELD_NONE && c->of[0] != FIELD_NUMBER))
		return;
	row = table_row(table->first->next);
	if (!table_bare_number(table_cell(&row, 0), MARK_KEY_RESULT).n)
		return;
	n = count_kinds(table, 0, false);
	if (n.krs < 1 || n.objectives > 0)
		return;
	c->of[0] = FIELD_NUMBER;
	c->at[FIELD_NUMBER] = 0;
	text = text_column(table, c);
	if (text < 0)
		return;
	if (c->of[text] != FIELD_NONE)
		c->at[c->of[text]] = -1;
	c->of[text] = FIELD_KEY_RESULT;
	c->at[FIELD_KEY_RESULT] = text;
}

/* "Outcome / Output | Key result": a text in front of key results that is told
 * once for several of them, whatever it is called, is their objective. */
static void settle_shared(const struct block *table, struct columns *c)
{
	enum { WORDS = 3 }; /* of a title, on the average */
	int kr = c->at[FIELD_KEY_RESULT];
	size_t titles = 0, words = 0, again = 0;

	if (kr < 1 || c->of[kr - 1] != FIELD_NONE ||
		table_has(c, FIELD_OBJECTIVE) || table_has(c, FIELD_BOTH) ||
		block_mark(table->parent).kind == MARK_OBJECTIVE)
		return;
	for (const struct block *b = table->first->next; b; b = b->next) {
		struct row row = table_row(b);
		struct str s = table_cell(&row, kr - 1).s;

		titles += s.n > 0;
		words += str_words(s);
		again += !s.n && table_cell(&row, kr).s.n;
	}
	if (titles < 2 || !again || words < titles * WORDS)
		return;
	c->of[kr - 1] = FIELD_OBJECTIVE;
	c->at[FIELD_OBJECTIVE] = kr - 1;
}

void table_settle_by_rows(const struct block *table, struct columns *c)
{
	table_settle_by_values(table, c);
	settle_served(table, c);
	settle_codes(table, c);
	table_settle(c);
	settle_measure(table, c);
	if (table->first->next)
		settle_both(table, c);
	table_settle_outline(table, c);
	settle_okrs(table, c);
	settle_okr_pairs(table, c);
	settle_shared(table, c);
	settle_progress(table, c);
	settle_achieved(table, c);
	settle_hundreds(table, c);
	table_settle_graded(table, c);
	table_settle_verdicts(table, c);
}
