/*
 * Tables made regular before anybody asks what they are.
 *
 * The tree is changed: a header of empty cells goes, and a table that is
 * written in columns ("| | O1 | O2 |" over a row for each key result) is
 * turned.  Cells keep their lines, so that everything still says where it
 * stood.
 */
#include "table_p.h"

#include "attr.h"

enum { MOST_ROWS = 200 };     /* of a table that may be turned */
enum { MAX_LINES = 1000000 }; /* that a sheet counts */

struct mender {
	struct arena *a;
	struct block *table;
	struct row *rows;
	size_t n, columns; /* rows; cells of the longest */
};

static struct mark mark_of(const struct row *row, size_t column)
{
	return table_mark(table_cell(row, (int)column));
}

static bool is_empty(const struct row *row, size_t column)
{
	return !table_cell(row, (int)column).s.n;
}

/* "KR1", "Key result": a marker and no text. */
static bool is_bare(const struct row *row, size_t column, enum mark_kind kind)
{
	struct mark mark = mark_of(row, column);

	return mark.kind == kind &&
	       mark.rest >= table_cell(row, (int)column).s.n;
}

static bool is_numbered_kr(const struct row *row, size_t column)
{
	return is_bare(row, column, MARK_KEY_RESULT) &&
	       mark_of(row, column).numbered;
}

/* "Objective", "Goal": the name of what stands beside it. */
static bool names_objective(const struct row *row, size_t column)
{
	struct str s = table_cell(row, (int)column).s;

	return is_bare(row, column, MARK_OBJECTIVE) ||
	       mark_of(row, column).kind == MARK_OBJ_LABEL ||
	       (s.n <= HEADER_BYTES && vocab_column(s) == FIELD_OBJECTIVE);
}

/* n is 0 where there are too many rows. */
static struct mender look_at(struct arena *a, struct block *table)
{
	struct mender m = {.a = a, .table = table};
	size_t n = 0, i = 0;

	for (const struct block *b = table->first; b && n <= MOST_ROWS;
		b = b->next)
		n++;
	if (n > MOST_ROWS)
		return m;
	m.n = n;
	m.rows = ARENA_ARRAY(a, struct row, m.n);
	for (const struct block *b = table->first; b; b = b->next) {
		m.rows[i] = table_row(b);
		if (m.rows[i].n > m.columns)
			m.columns = m.rows[i].n;
		i++;
	}
	return m;
}

/* --- writing it anew --- */

static void clear(struct mender *m)
{
	m->table->first = m->table->last = NULL;
}

static struct block *add_row(struct mender *m, int line)
{
	return block_add(m->a, m->table, BLOCK_ROW, line);
}

static void add_cell(struct mender *m, struct block *row, struct piece from)
{
	struct block *cell = block_add(m->a, row, BLOCK_CELL, row->line);

	if (!from.s.n)
		return;
	cell->text = from.b->text;
	cell->line = row->line = from.b->line;
}

static void add_words(struct mender *m, struct block *row, const char *words)
{
	struct block *cell = block_add(m->a, row, BLOCK_CELL, row->line);

	cell->text.s = str_of(words);
	cell->text.flags = arena_alloc(m->a, cell->text.s.n); /* zeros */
}

/* --- written in columns --- */

/* Does every column but the first begin with an objective? */
static bool has_objectives_above(const struct mender *m)
{
	for (size_t k = 1; k < m->columns; k++) {
		if (mark_of(&m->rows[0], k).kind != MARK_OBJECTIVE ||
			names_objective(&m->rows[0], k))
			return false;
	}
	return true;
}

/* "Title", "Name" over titles: a row that names the objectives above it, where
 * the header says no more than "Objective 1". */
static bool names_titles(const struct mender *m, size_t row)
{
	struct str name = table_cell(&m->rows[row], 0).s;

	if (!row || name.n > HEADER_BYTES || !table_names_text(name))
		return false;
	for (size_t k = 1; k < m->columns; k++) {
		if (!names_objective(&m->rows[0], k) &&
			!is_empty(&m->rows[0], k))
			return false;
	}
	return str_words(table_cell(&m->rows[row], 1).s) > 1;
}

/* Are the names on the left those of an objective and of its key results, and
 * does every other column give one? */
static bool is_in_columns(const struct mender *m)
{
	size_t krs = 0, objectives = 0, named = 0, rows = 0;

	if (m->columns < 3 || m->n < 3)
		return false;
	for (size_t i = 0; i < m->n; i++) {
		if (is_empty(&m->rows[i], 0))
			continue;
		if (mark_of(&m->rows[i], 0).kind == MARK_OBJECTIVE &&
			mark_of(&m->rows[i], 0).numbered)
			return false; /* "O1" names one, not several */
		rows++;
		objectives +=
			names_objective(&m->rows[i], 0) || names_titles(m, i);
		krs += is_numbered_kr(&m->rows[i], 0);
		named +=
			vocab_field(table_cell(&m->rows[i], 0).s) != FIELD_NONE;
	}
	if (objectives > 1 || krs < 2 || objectives + krs + named < rows ||
		(!objectives && !has_objectives_above(m)))
		return false;
	for (size_t k = 1; k < m->columns; k++) {
		struct str s = table_cell(&m->rows[0], (int)k).s;

		if (s.n <= HEADER_BYTES && vocab_column(s) != FIELD_NONE &&
			!names_objective(&m->rows[0], k))
			return false;
	}
	return true;
}

/* The row that gives the objectives' names; else the header does. */
static size_t objective_row(const struct mender *m)
{
	for (size_t i = 0; i < m->n; i++) {
		if (!is_empty(&m->rows[i], 0) &&
			(names_objective(&m->rows[i], 0) || names_titles(m, i)))
			return i;
	}
	return 0;
}

/* Each column becomes names on the left and values on the right. */
static void part_columns(struct mender *m)
{
	size_t first = objective_row(m);

	clear(m);
	for (size_t k = 1; k < m->columns; k++) {
		struct block *row;

		if (is_empty(&m->rows[first], k))
			continue;
		row = add_row(m, m->rows[first].line);
		add_words(m, row, "Objective");
		add_cell(m, row, table_cell(&m->rows[first], (int)k));
		for (size_t i = 0; i < m->n; i++) {
			if (i == first || is_empty(&m->rows[i], k) ||
				is_empty(&m->rows[i], 0)) /* "Objective 1" */
				continue;
			row = add_row(m, m->rows[i].line);
			add_cell(m, row, table_cell(&m->rows[i], 0));
			add_cell(m, row, table_cell(&m->rows[i], (int)k));
		}
	}
}

/* Does a row below "| | KR1 | KR2 |" give their texts: "| Text | ... |"? */
static bool has_texts_row(const struct mender *m)
{
	for (size_t i = 1; i < m->n; i++) {
		struct str name = table_cell(&m->rows[i], 0).s;

		if (name.n <= HEADER_BYTES && table_names_text(name) &&
			str_words(table_cell(&m->rows[i], 1).s) > 1)
			return true;
	}
	return false;
}

/* "| | KR1 | KR2 |" over "| Baseline | ..." and "| Target | ...".  With their
 * texts below, the other rows may be called as they like. */
static bool is_turned(const struct mender *m)
{
	bool texts;

	if (m->columns < 2 || m->n < 3)
		return false;
	for (size_t k = 1; k < m->columns; k++) {
		if (mark_of(&m->rows[0], k).kind != MARK_KEY_RESULT)
			return false;
	}
	texts = is_empty(&m->rows[0], 0) && has_texts_row(m);
	for (size_t i = 1; i < m->n; i++) {
		struct str s = table_cell(&m->rows[i], 0).s;

		if (s.n > HEADER_BYTES ||
			(!texts && (vocab_column(s) == FIELD_NONE ||
					   names_objective(&m->rows[i], 0))))
			return false;
	}
	return true;
}

static void turn(struct mender *m)
{
	struct block *row;

	clear(m);
	row = add_row(m, m->rows[0].line);
	add_words(m, row, "Key Result");
	for (size_t i = 1; i < m->n; i++)
		add_cell(m, row, table_cell(&m->rows[i], 0));
	for (size_t k = 1; k < m->columns; k++) {
		row = add_row(m, m->rows[0].line);
		for (size_t i = 0; i < m->n; i++)
			add_cell(m, row, table_cell(&m->rows[i], (int)k));
	}
}

/* "Values" above "Start | Target | Now": the second row has the names where
 * the first has none, or what it has twice. */
static bool has_second_header(const struct mender *m)
{
	size_t known = 0, kept = 0;

	if (m->n < 3 || (is_bare(&m->rows[0], 0, MARK_OBJECTIVE) &&
				mark_of(&m->rows[0], 0).numbered))
		return false; /* "Objective 1 | Grow", above a header proper */
	for (size_t k = 0; k < m->columns; k++) {
		struct str first = table_cell(&m->rows[0], (int)k).s;
		struct str s = table_cell(&m->rows[1], (int)k).s;

		if (!s.n || str_eq(s, first)) {
			kept += first.n > 0;
			continue;
		}
		if (s.n > HEADER_BYTES || vocab_column(s) == FIELD_NONE ||
			(first.n && vocab_column(first) != FIELD_NONE))
			return false;
		known++;
	}
	return known > 1 && kept;
}

static void join_headers(struct mender *m)
{
	struct block *row;

	clear(m);
	row = add_row(m, m->rows[0].line);
	for (size_t k = 0; k < m->columns; k++)
		add_cell(m, row,
			table_cell(
				&m->rows[!is_empty(&m->rows[1], k)], (int)k));
	for (size_t i = 2; i < m->n; i++) {
		row = add_row(m, m->rows[i].line);
		for (size_t k = 0; k < m->columns; k++)
			add_cell(m, row, table_cell(&m->rows[i], (int)k));
	}
}

/* "| Library: OKR sheet 2025 | |" over a row that begins with an objective, or
 * that names columns: the title of the table. */
static bool is_caption(const struct block *row)
{
	enum { LEAST_WORDS = 4 };
	struct row caption = table_row(row), below = table_row(row->next);
	struct piece title = table_cell(&caption, 0);
	size_t known = 0;

	if (below.n < 2 || caption.filled != 1 ||
		str_words(title.s) < LEAST_WORDS ||
		piece_mark(title).kind == MARK_OBJECTIVE)
		return false;
	for (size_t i = 0; i < below.n; i++) {
		struct str s = table_cell(&below, (int)i).s;

		known += s.n && s.n <= HEADER_BYTES &&
			 vocab_column(s) != FIELD_NONE;
	}
	return known > 1 || table_kind(table_cell(&below, 0)) == MARK_OBJECTIVE;
}

/* "A | B | C", as the columns of a spreadsheet are called. */
static bool is_letters(const struct row *row)
{
	size_t n = 0;

	for (size_t i = 0; i < row->n; i++) {
		struct str s = table_cell(row, (int)i).s;

		if (!s.n && !n)
			continue;
		if (s.n != 1 || (size_t)(s.p[0] - 'A') != n)
			return false;
		n++;
	}
	return n > 2;
}

/* "| 1 | ...", "| 2 | ...": do the rows count themselves in the first cell? */
static bool counts_rows(const struct block *row)
{
	long last = 0, n;

	for (; row; row = row->next) {
		struct row cells = table_row(row);
		struct str s = table_cell(&cells, 0).s;

		if (!str_take_number(&s, MAX_LINES, &n) || s.n || n <= last)
			return false;
		last = n;
	}
	return last > 1;
}

/* What a spreadsheet writes beside its cells: the letters of columns, the
 * numbers of rows. */
static void drop_sheet(struct block *table)
{
	struct row header = table_row(table->first);

	if (!is_letters(&header))
		return;
	table->first = table->first->next;
	if (!counts_rows(table->first))
		return;
	for (struct block *b = table->first; b; b = b->next)
		b->first = b->first->next;
}

/* How many columns such a row would name, or 0 where it names no OKRs. */
static size_t names_columns(const struct block *b)
{
	struct row row = table_row(b);
	struct columns c = table_columns(&row);

	table_settle(&c);
	if (table_has(&c, FIELD_KEY_RESULT) && table_has(&c, FIELD_OBJECTIVE))
		return c.known + 1; /* nobody else writes both */
	return table_has(&c, FIELD_KEY_RESULT) || table_has(&c, FIELD_OBJECTIVE)
		       ? c.known
		       : 0;
}

/* Lines of a sheet - its title, a date, whose it is - over the row that names
 * the columns. */
static bool is_above_header(const struct block *b)
{
	enum { LOOK = 6, MOST_CELLS = 2, LEAST_KNOWN = 3 };
	struct row row;
	size_t named = 0;

	for (int i = 0; i < LOOK && b->next; i++) {
		row = table_row(b);
		if (row.filled > MOST_CELLS)
			return false;
		if (!i)
			named = names_columns(b);
		if (named > 1 ||
			table_mark(table_cell(&row, 0)).kind == MARK_OBJECTIVE)
			return false;
		b = b->next;
		named = names_columns(b);
		if (named >= LEAST_KNOWN)
			return true;
	}
	return false;
}

/* A header that names no columns. */
static void drop_header(struct block *table)
{
	if (table->first && table->first->next)
		drop_sheet(table);
	while (table->first && table->first->next &&
		(!table_row(table->first).filled || is_caption(table->first) ||
			is_above_header(table->first)))
		table->first = table->first->next;
}

void table_mend(struct arena *a, struct block *table)
{
	struct mender m;

	drop_header(table);
	if (!table->first || !table->first->next)
		return;
	m = look_at(a, table);
	if (is_in_columns(&m))
		part_columns(&m);
	else if (is_turned(&m))
		turn(&m);
	else if (has_second_header(&m))
		join_headers(&m);
}
