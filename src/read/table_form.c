/*
 * What a table is, by the words of its header and the markers of its cells.
 */
#include "table_look_p.h"

#include "attr.h"
#include "field_p.h"
#include "talk_p.h"
#include "vocab_p.h"

struct row table_row(const struct block *b)
{
	struct row row = {.line = b->line};

	for (const struct block *c = b->first; c && row.n < MAX_COLUMNS;
		c = c->next, row.n++) {
		bool empty = !str_trim(c->text.s).n;

		row.cell[row.n] = empty ? NULL : c;
		row.filled += !empty;
	}
	return row;
}

struct piece table_cell(const struct row *row, int column)
{
	static const struct block NOTHING = {.kind = BLOCK_CELL};
	const struct block *b = &NOTHING;

	if (column >= 0 && (size_t)column < row->n && row->cell[column])
		b = row->cell[column];
	return (struct piece){b, str_trim(b->text.s)};
}

struct mark table_mark(struct piece p)
{
	const struct mark *kept = p.b->mark;
	struct str whole = str_trim(p.b->text.s);

	if (kept && p.s.p == whole.p && p.s.n == whole.n)
		return *kept;
	return mark_read(p.s, piece_flags(p), MARK_CELL);
}

bool table_has(const struct columns *c, enum field f)
{
	return c->at[f] >= 0;
}

size_t table_measures(const struct columns *c)
{
	static const enum field FIELDS[] = {FIELD_OWNER, FIELD_DRI,
		FIELD_TARGET, FIELD_BASELINE, FIELD_CURRENT, FIELD_GRADE,
		FIELD_PROGRESS, FIELD_STATUS, FIELD_CONFIDENCE, FIELD_WEIGHT,
		FIELD_PRIORITY, FIELD_DUE, FIELD_RESULT, FIELD_TEAM,
		FIELD_STATE, FIELD_TYPE};
	size_t n = 0;

	for (size_t i = 0; i < COUNT_OF(FIELDS); i++)
		n += table_has(c, FIELDS[i]);
	return n;
}

/* Do most rows begin with a field's name or a marker? */
static bool is_vertical(const struct block *table, const struct row *header)
{
	size_t rows = 0, named = 0, objectives = 0, krs = 0, marked;
	struct mark mark;
	bool known;

	if (header->n < 2)
		return false;
	for (const struct block *b = table->first; b; b = b->next) {
		struct row row = table_row(b);
		struct piece p = table_cell(&row, 0);

		if (!p.s.n || !row.filled)
			continue;
		mark = table_mark(p);
		known = vocab_field(p.s) != FIELD_NONE ||
			mark.kind == MARK_KR_LABEL;
		if (b == table->first && header->n == 2 && !known &&
			mark.kind == MARK_NONE)
			continue; /* "Element | Content" */
		rows++;
		objectives += mark.kind == MARK_OBJECTIVE && mark.rest >= p.s.n;
		krs += mark.kind == MARK_KEY_RESULT && mark.rest >= p.s.n;
		named += known;
	}
	marked = objectives + krs;
	return (marked && marked + named == rows && rows > 1) ||
	       (objectives && krs && header->n == 2) ||
	       (header->n == 2 && named * 2 > rows);
}

bool table_has_marked(const struct block *table, int column)
{
	for (const struct block *b = table->first->next; b; b = b->next) {
		struct row row = table_row(b);
		struct piece p = table_cell(&row, column);

		if (p.s.n && table_mark(p).kind == MARK_OBJECTIVE)
			return true;
	}
	return false;
}

bool table_is_numbered(const struct block *table, int column)
{
	size_t objectives = 0, others = 0;
	struct str last = {NULL, 0};

	for (const struct block *b = table->first->next; b; b = b->next) {
		struct row row = table_row(b);
		struct piece p = table_cell(&row, column);
		struct str number = table_bare_number(p, MARK_OBJECTIVE);

		if (number.n && str_eq(number, last))
			return false; /* whose the row is */
		if (number.n)
			last = number;
		objectives += number.n > 0;
		others += p.s.n && !number.n;
	}
	return objectives && others;
}

/* Are a column's cells marked, as "KR1: ..." or "Objective: ..."? */
static enum form marked_cells(
	const struct block *table, struct columns *c, size_t at)
{
	size_t objectives = 0, krs = 0, others = 0;

	for (const struct block *b = table->first->next; b; b = b->next) {
		struct row row = table_row(b);
		struct piece p = table_cell(&row, (int)at);
		struct mark mark = table_mark(p);

		if (!p.s.n || mark.rest >= p.s.n)
			continue;
		objectives += mark.kind == MARK_OBJECTIVE;
		krs += mark.kind == MARK_KEY_RESULT;
		others += mark.kind != MARK_OBJECTIVE &&
			  mark.kind != MARK_KEY_RESULT;
	}
	if (!krs || (at && others))
		return FORM_NONE;
	if (c->of[at] != FIELD_NONE && c->at[c->of[at]] == (int)at)
		c->at[c->of[at]] = -1;
	c->of[at] = objectives ? FIELD_BOTH : FIELD_KEY_RESULT;
	c->at[c->of[at]] = (int)at;
	return objectives ? FORM_MIXED : FORM_KEY_RESULTS;
}

/* "Description": of the rows, where all of its cells are marked. */
static bool names_told(struct str header)
{
	static const char *const WORDS[] = {"description", "details",
		"descripci\u00f3n", "descri\u00e7\u00e3o", "descrizione",
		"omschrijving", "beskrivning", "opis",
		"\u043e\u043f\u0438\u0441\u0430\u043d\u0438\u0435",
		"\u63cf\u8ff0", "\u8bf4\u660e", "\u8aac\u660e", NULL};

	return table_names_text(header) ||
	       str_is_listed(vocab_bare(header), WORDS);
}

/* A first column without a telling header, or one of the rows' texts, whose
 * cells are marked. */
static enum form marked_column(const struct block *table, struct columns *c)
{
	struct row header = table_row(table->first);
	enum form form = FORM_NONE;

	if (c->n && c->of[0] == FIELD_NONE)
		form = marked_cells(table, c, 0);
	for (size_t i = 0; i < c->n && form == FORM_NONE; i++) {
		if ((c->of[i] == FIELD_NONE || c->of[i] == FIELD_NOTES ||
			    c->of[i] == FIELD_TITLE) &&
			names_told(table_cell(&header, (int)i).s))
			form = marked_cells(table, c, i);
	}
	return form;
}

/* Is the first row of the body the header proper? */
static bool has_inner_header(const struct block *table)
{
	struct columns c;
	struct row row;

	if (!table->first->next)
		return false;
	row = table_row(table->first->next);
	c = table_columns(&row);
	return table_has(&c, FIELD_KEY_RESULT) && c.known > 1;
}

/* Is the first column but for its header one of "KR1", "KR2", perhaps with a
 * header of its own above them? */
static bool names_krs(const struct block *table)
{
	enum { FAR = 40 };
	const struct block *b = table->first->next;
	bool inner = has_inner_header(table);
	size_t krs = 0;

	b = inner ? b->next : b;
	for (int i = 0; b && i < FAR; b = b->next, i++) {
		struct row row = table_row(b);
		struct piece p = table_cell(&row, 0);
		struct mark mark = table_mark(p);
		bool kr = mark.kind == MARK_KEY_RESULT && mark.rest >= p.s.n;

		if (!kr && inner) /* "1", "2" below "Key result" */
			kr = p.s.n && table_is_figure(p.s);
		if (!kr)
			return false;
		krs += kr;
	}
	return krs > 0;
}

/* The figure of "Score: 0.6" */
static struct str figure_of(struct str s)
{
	size_t n = 0;

	while (n < s.n && !str_is_digit(s.p[n]))
		n++;
	return vocab_column(str_trim_end(str_sub(s, 0, n), ": ")) == FIELD_NONE
		       ? s
		       : str_sub(s, n, s.n);
}

/* "| Objective 1 | Grow | 0.6 |" over "| KR1 | text | 0.7 |": a header that is
 * the objective.  What is behind its title is how far all of them came. */
static bool is_headed(
	const struct block *table, const struct row *header, struct columns *c)
{
	struct piece first = table_cell(header, 0);
	struct piece title = table_cell(header, 1);
	struct mark mark = table_mark(first);
	struct columns own = {.n = c->n, .whole = -1, .kinds = -1};

	if (header->n < 3 || mark.kind != MARK_OBJECTIVE || !mark.numbered ||
		mark.rest < first.s.n || str_words(title.s) < 2 ||
		vocab_column(title.s) != FIELD_NONE)
		return false;
	for (size_t i = 0; i < COUNT_OF(own.at); i++)
		own.at[i] = -1;
	for (int i = 2; i < (int)header->n; i++) {
		struct str s = figure_of(table_cell(header, i).s);
		enum field f = field_is_score(s)  ? FIELD_GRADE
			       : str_ends(s, "%") ? FIELD_PROGRESS
						  : FIELD_NONE;

		if (s.n && f == FIELD_NONE)
			return false;
		if (f == FIELD_NONE || own.at[f] >= 0)
			continue;
		own.of[i] = f;
		own.at[f] = i;
		own.known++;
	}
	if (!names_krs(table))
		return false;
	*c = own;
	return true;
}

static bool is_spanned(const struct block *table, int column);

/* "| Objective / key result | Target |" over rows of an objective alone. */
static void settle_lone(const struct block *table, struct columns *c)
{
	bool both = table_has(c, FIELD_BOTH) && !c->outlined && c->kinds < 0;
	int at = c->at[both ? FIELD_BOTH : FIELD_KEY_RESULT];

	if (at < 0 || c->grouped || c->spanned || !table_measures(c) ||
		table_has_marked(table, at) ||
		table_is_numbered(table, c->at[FIELD_NUMBER]) ||
		!table_is_lone(table, at))
		return;
	c->lone = true;
	c->of[at] = FIELD_KEY_RESULT;
	c->at[FIELD_BOTH] = -1;
	c->at[FIELD_KEY_RESULT] = at;
}

static enum form find_form(
	struct reader *r, const struct block *table, struct columns *c)
{
	struct row header = table_row(table->first);
	struct piece first = table_cell(&header, 0);

	*c = table_columns(&header);
	if (is_headed(table, &header, c))
		return FORM_MIXED;
	if (header.n > 2 && table_find_kinds(table, c))
		return table_has(c, FIELD_BOTH) ? FORM_MIXED : FORM_KEY_RESULTS;
	if (table_is_schema(table, c))
		return FORM_NONE;
	table_settle_by_rows(table, c);
	table_settle_titles(r, table, c);
	if (table_has(c, FIELD_KEY_RESULT) && table_has(c, FIELD_OBJECTIVE))
		return FORM_PAIRS;
	c->spanned = table_has(c, FIELD_KEY_RESULT) &&
		     is_spanned(table, c->at[FIELD_KEY_RESULT]);
	c->grouped = table_has(c, FIELD_KEY_RESULT) &&
		     table_is_grouped(table, c->at[FIELD_KEY_RESULT]);
	settle_lone(table, c);
	if (table_has(c, FIELD_KEY_RESULT))
		return table_has_marked(table, c->at[FIELD_KEY_RESULT]) ||
				       table_is_numbered(
					       table, c->at[FIELD_NUMBER])
			       ? FORM_MIXED
			       : FORM_KEY_RESULTS;
	if (first.s.n && table_mark(first).kind == MARK_OBJECTIVE &&
		(table_mark(first).rest < first.s.n ||
			has_inner_header(table))) {
		if (c->of[0] == FIELD_NONE)
			c->of[0] = FIELD_NUMBER; /* texts, and no field */
		return FORM_MIXED; /* "Objective 1: Grow" as the header */
	}
	if (table_has(c, FIELD_BOTH) &&
		(table_measures(c) || table->first->next))
		return table_measures(c) || table_has_marked(
						    table, c->at[FIELD_BOTH])
			       ? FORM_MIXED
			       : FORM_NONE;
	if (table_has(c, FIELD_OBJECTIVE) && table_measures(c))
		return FORM_OBJECTIVES;
	if (is_vertical(table, &header))
		return FORM_VERTICAL;
	return table_measures(c) ? marked_column(table, c) : FORM_NONE;
}

const struct shape *table_shape(struct reader *r, const struct block *table)
{
	if (!r->shape)
		r->shape = ARENA_NEW(&r->scratch, struct shape);
	if (r->shape->table != table) {
		r->shape->table = table;
		r->shape->form = find_form(r, table, &r->shape->columns);
		r->shape->columns.ends =
			table_tells_ends(table, &r->shape->columns);
		if (!r->collects && table_is_lesson(table))
			r->shape->form = FORM_NONE;
		if ((r->shape->form == FORM_PAIRS ||
			    r->shape->form == FORM_KEY_RESULTS) &&
			table_is_study(
				r, table, &r->shape->columns, r->shape->form))
			r->shape->form = FORM_NONE;
	}
	return r->shape;
}

static bool has_letter(struct str s)
{
	for (size_t i = 0; i < s.n; i++) {
		if (str_is_alpha(s.p[i]) || (unsigned char)s.p[i] >= 0x80)
			return true;
	}
	return false;
}

struct piece table_title(const struct row *row, int column)
{
	static const struct row NOTHING = {.n = 0};

	for (int i = 0; row->filled == 1 && i <= column; i++) {
		struct piece p = table_cell(row, i);

		if (p.s.n && piece_is_bold(p))
			return p;
	}
	return table_cell(&NOTHING, -1);
}

struct piece table_spanning(const struct row *row, int column)
{
	static const struct row NOTHING = {.n = 0};

	for (int i = 0; row->filled == 1 && i <= column; i++) {
		struct piece p = table_cell(row, i);
		struct mark mark = table_mark(p);

		if (p.s.n && mark.kind == MARK_OBJECTIVE && mark.rest < p.s.n)
			return p;
	}
	return table_cell(&NOTHING, -1);
}

static bool is_spanned(const struct block *table, int column)
{
	for (const struct block *b = table->first->next; b; b = b->next) {
		struct row row = table_row(b);

		if (table_spanning(&row, column).s.n)
			return true;
	}
	return false;
}

bool table_is_grouped(const struct block *table, int column)
{
	size_t titles = 0, rows = 0;

	for (const struct block *b = table->first->next; b; b = b->next) {
		struct row row = table_row(b);

		struct piece title = table_title(&row, column);

		if (!has_letter(table_cell(&row, column).s) &&
			!has_letter(title.s))
			continue;
		titles += title.s.n > 0;
		rows += row.filled > 1;
		if (rows && !titles) /* they begin with one */
			return false;
	}
	return titles && rows > titles;
}

bool table_is_lone(const struct block *table, int column)
{
	size_t titles = 0, rows = 0;
	bool last = false;

	for (const struct block *b = table->first->next; b; b = b->next) {
		struct row row = table_row(b);
		struct piece p = table_cell(&row, column);
		bool lone = row.filled == 1 && p.s.n;

		if (!row.filled)
			continue;
		if ((row.filled == 1 && !p.s.n) || (lone && last) ||
			(!rows && !titles && !lone))
			return false;
		if (lone && (table_mark(p).kind != MARK_NONE ||
				    table_is_sum(p.s) || str_words(p.s) < 2))
			return false;
		titles += lone;
		rows += !lone;
		last = lone;
	}
	return titles > 1 && !last && rows > titles;
}

static bool vertical_has_okr(const struct block *table, bool *objectives)
{
	bool krs = false;

	*objectives = false;
	for (const struct block *b = table->first; b; b = b->next) {
		struct row row = table_row(b);
		struct piece p = table_cell(&row, 0);
		enum mark_kind kind = table_mark(p).kind;

		*objectives = *objectives || kind == MARK_OBJECTIVE;
		krs = krs || kind == MARK_KEY_RESULT || kind == MARK_KR_LABEL;
	}
	return krs || *objectives;
}

bool is_okr_table(struct reader *r, const struct block *table, bool *objectives)
{
	enum form form;

	if (!table->first || !table->first->next || table_refers_back(r, table))
		return false;
	form = table_shape(r, table)->form;
	*objectives = form != FORM_KEY_RESULTS || r->shape->columns.spanned ||
		      r->shape->columns.grouped || r->shape->columns.lone;
	if (form == FORM_VERTICAL)
		return vertical_has_okr(table, objectives);
	return form != FORM_NONE;
}

/* Not "O1" and no more? */
static bool is_named(const struct columns *c, const struct row *row)
{
	struct piece p = table_cell(row, c->at[FIELD_OBJECTIVE]);

	return table_mark(p).rest < p.s.n || !table_has(c, FIELD_OBJECTIVE);
}

bool is_filled_table(struct reader *r, const struct block *table)
{
	enum { LEAST = 2 };
	bool objectives = false;
	size_t all = 0, counted = 0, named = 0;

	if (!is_okr_table(r, table, &objectives) || !objectives)
		return false;
	for (const struct block *b = table->first->next; b; b = b->next) {
		struct row row = table_row(b);
		bool digit = false;

		named += is_named(&r->shape->columns, &row);
		for (size_t i = 0; i < row.n; i++) {
			struct str s = table_cell(&row, (int)i).s;

			if (talk_is_blank(s))
				return false;
			digit = digit || (i && str_has_digit(s));
		}
		all++;
		counted += digit;
	}
	return named && all >= LEAST && counted * 2 >= all;
}

bool table_is_metric(const struct columns *c)
{
	if (c->told && table_measures(c))
		return true;
	return c->n >= 3 && table_has(c, FIELD_TARGET) &&
	       (!c->guessed || table_has(c, FIELD_METRIC)) &&
	       (table_has(c, FIELD_BASELINE) || table_has(c, FIELD_CURRENT) ||
		       table_has(c, FIELD_PROGRESS) ||
		       table_has(c, FIELD_GRADE) ||
		       table_has(c, FIELD_STATUS) || table_has(c, FIELD_OWNER));
}

bool is_metric_table(struct reader *r, const struct block *table)
{
	const struct shape *shape;

	if (!table->first || !table->first->next)
		return false;
	shape = table_shape(r, table);
	return shape->form == FORM_NONE && table_is_metric(&shape->columns) &&
	       !table_is_work(table, &shape->columns);
}
