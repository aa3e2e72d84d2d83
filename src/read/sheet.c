/*
 * From rows to an outline.  A sheet with objectives and key results beside
 * each other becomes an objective after the other, each with its fields and
 * its table; any other is a table already.
 */
#include "csv.h"

#include <string.h>

#include "mark_p.h"

enum { LOOK_ROWS = 20, HEADER_BYTES = 40, KNOWN_MIN = 2 };

struct sheet {
	const struct csv *csv;
	struct outline *out;
	size_t header; /* index of the row that names the columns */
	size_t n;      /* columns */
	enum field of[CSV_COLUMNS_MAX];
	bool aside[CSV_COLUMNS_MAX]; /* about the issue */
	enum outline_word word[CSV_COLUMNS_MAX];
	size_t objective, kr; /* their columns; n: there is none */
};

/* An objective's rows, [from, to), and what they say of it. */
struct group {
	size_t from, to;
	struct str value[CSV_COLUMNS_MAX]; /* of the objective */
};

static struct str cell_of(const struct csv_row *row, size_t column)
{
	return column < row->n ? row->v[column] : (struct str){NULL, 0};
}

static enum field field_of(struct str header)
{
	return header.n && header.n <= HEADER_BYTES ? vocab_column(header)
						    : FIELD_NONE;
}

static size_t count_known(const struct csv_row *row)
{
	size_t n = 0;

	for (size_t i = 0; i < row->n; i++)
		n += field_of(row->v[i]) != FIELD_NONE;
	return n;
}

static size_t count_filled(const struct csv_row *row)
{
	size_t n = 0;

	for (size_t i = 0; i < row->n; i++)
		n += row->v[i].n > 0;
	return n;
}

/* The first row with names we know, else the first with several cells. */
static size_t find_header(const struct csv *csv)
{
	size_t end = csv->n < LOOK_ROWS ? csv->n : LOOK_ROWS;

	for (size_t i = 0; i < end; i++)
		if (count_known(&csv->v[i]) >= KNOWN_MIN)
			return i;
	for (size_t i = 0; i < end; i++)
		if (count_filled(&csv->v[i]) > 1)
			return i;
	return 0;
}

static size_t find_column(const struct sheet *s, enum field field)
{
	size_t i = 0;

	while (i < s->n && (s->aside[i] || s->of[i] != field))
		i++;
	return i;
}

static void name_columns(struct sheet *s)
{
	const struct csv_row *header = &s->csv->v[s->header];

	s->n = header->n;
	for (size_t i = 0; i < s->n; i++) {
		s->of[i] = field_of(header->v[i]);
		s->aside[i] = outline_is_word(header->v[i], &s->word[i]);
	}
	s->objective = find_column(s, FIELD_OBJECTIVE);
	s->kr = find_column(s, FIELD_KEY_RESULT);
	if (s->kr == s->n && find_column(s, FIELD_TARGET) < s->n)
		s->kr = find_column(s, FIELD_METRIC);
}

static void add_asides(struct sheet *s, const struct csv_row *row)
{
	for (size_t i = 0; i < s->n; i++)
		if (s->aside[i])
			outline_remark(
				s->out, row->line, s->word[i], cell_of(row, i));
}

/* --- objectives and key results beside each other --- */

/* What is never a key result's own. */
static bool is_above(enum field field)
{
	return field == FIELD_LEVEL || field == FIELD_TYPE ||
	       field == FIELD_LADDERS || field == FIELD_PERIOD ||
	       field == FIELD_TEAM || field == FIELD_REGION ||
	       field == FIELD_STATE;
}

/* Does the column speak of the objective first? */
static bool is_objectives(const struct sheet *s, size_t column)
{
	struct str header = s->csv->v[s->header].v[column];

	return is_above(s->of[column]) || vocab_begins(header, "objective") ||
	       (column < s->kr && s->of[column] != FIELD_NUMBER);
}

static bool is_name(const struct sheet *s, size_t column)
{
	return column == s->objective || column == s->kr || s->aside[column];
}

/* The first that is said of the objective in its rows. */
static void find_values(const struct sheet *s, struct group *g)
{
	for (size_t i = 0; i < s->n; i++) {
		for (size_t k = g->from; k < g->to && !g->value[i].n; k++) {
			const struct csv_row *row = &s->csv->v[k];
			bool own = !cell_of(row, s->kr).n ||
				   is_above(s->of[i]) ||
				   cell_of(row, s->objective).n;

			if (!is_name(s, i) && own &&
				(is_objectives(s, i) || !cell_of(row, s->kr).n))
				g->value[i] = cell_of(row, i);
		}
	}
}

/* What a row says of its key result in a column; "Owner" and "KR owner" say
 * the same, so that the one that is filled counts. */
static struct str own_value(const struct sheet *s, const struct group *g,
	const struct csv_row *row, size_t column)
{
	for (size_t i = column; i < s->n; i++) {
		struct str cell = cell_of(row, i);

		if (i != column &&
			(s->of[i] == FIELD_NONE || s->of[i] != s->of[column]))
			continue;
		if (cell.n &&
			!(is_objectives(s, i) && str_eq(cell, g->value[i])))
			return cell;
	}
	return (struct str){NULL, 0};
}

/* Owners, of whom a column before tells already? */
static bool is_second(const struct sheet *s, size_t column)
{
	return s->of[column] == FIELD_OWNER &&
	       find_column(s, FIELD_OWNER) < column;
}

static bool is_used(const struct sheet *s, const struct group *g, size_t column)
{
	if (is_name(s, column) || is_second(s, column))
		return false;
	for (size_t i = g->from; i < g->to; i++) {
		const struct csv_row *row = &s->csv->v[i];

		if (cell_of(row, s->kr).n && own_value(s, g, row, column).n)
			return true;
	}
	return false;
}

static void add_table(struct sheet *s, const struct group *g)
{
	const struct csv_row *header = &s->csv->v[s->header];
	struct str cells[CSV_COLUMNS_MAX];
	size_t columns[CSV_COLUMNS_MAX], n = 1;
	bool begun = false;

	columns[0] = s->kr;
	cells[0] = STR("Key result");
	for (size_t i = 0; i < s->n; i++)
		if (is_used(s, g, i)) {
			cells[n] = header->v[i];
			columns[n++] = i;
		}
	for (size_t i = g->from; i < g->to; i++) {
		const struct csv_row *row = &s->csv->v[i];

		if (!cell_of(row, s->kr).n)
			continue;
		if (!begun) {
			outline_row(s->out, row->line, cells, n);
			outline_rule(s->out, row->line, n);
		}
		begun = true;
		cells[0] = cell_of(row, s->kr);
		for (size_t k = 1; k < n; k++)
			cells[k] = own_value(s, g, row, columns[k]);
		outline_row(s->out, row->line, cells, n);
	}
	outline_gap(s->out);
}

static void add_group(struct sheet *s, struct group *g)
{
	const struct csv_row *header = &s->csv->v[s->header];
	const struct csv_row *first = &s->csv->v[g->from];

	outline_objective(s->out, first->line, cell_of(first, s->objective));
	find_values(s, g);
	for (size_t i = 0; i < s->n; i++)
		if (g->value[i].n)
			outline_field(
				s->out, first->line, header->v[i], g->value[i]);
	add_table(s, g);
}

static bool begins(const struct sheet *s, size_t i, struct str last)
{
	struct str cell = cell_of(&s->csv->v[i], s->objective);

	return cell.n && !str_eq(cell, last) && !str_is(cell, "\"");
}

static void add_pairs(struct sheet *s)
{
	const struct csv *csv = s->csv;
	size_t i = s->header + 1;

	while (i < csv->n) {
		struct group g = {.from = i, .to = i + 1};
		struct str title = cell_of(&csv->v[i], s->objective);

		while (g.to < csv->n && !begins(s, g.to, title))
			g.to++;
		/* Rows above the first objective belong to none. */
		if (title.n)
			add_group(s, &g);
		i = g.to;
	}
}

/* --- one table --- */

static void add_plain_row(struct sheet *s, const struct csv_row *row)
{
	struct str cells[CSV_COLUMNS_MAX];
	size_t n = 0;

	for (size_t i = 0; i < s->n; i++)
		if (!s->aside[i])
			cells[n++] = cell_of(row, i);
	outline_row(s->out, row->line, cells, n);
	if (row == &s->csv->v[s->header])
		outline_rule(s->out, row->line, n);
}

void csv_outline(const struct csv *csv, struct outline *o)
{
	struct sheet s = {.csv = csv, .out = o};

	if (!csv->n)
		return;
	s.header = find_header(csv);
	name_columns(&s);
	for (size_t i = 0; i < s.header; i++)
		for (size_t k = 0; k < csv->v[i].n; k++)
			if (csv->v[i].v[k].n)
				outline_title(
					o, csv->v[i].line, csv->v[i].v[k]);
	for (size_t i = s.header + 1; i < csv->n; i++)
		add_asides(&s, &csv->v[i]);
	if (s.objective < s.n && s.kr < s.n) {
		add_pairs(&s);
		return;
	}
	for (size_t i = s.header; i < csv->n; i++)
		add_plain_row(&s, &csv->v[i]);
}
