/*
 * Rows of tables that markdown does not know: pasted from a spreadsheet,
 * aligned by blanks, drawn with "+---+" or begun with "|===".
 */
#include "doc_clean_p.h"

#include "attr.h"

enum { SHORTEST_ROW = 5 }; /* of a header: "a,b,c" */

/* A header pasted from a spreadsheet, or a row below one. */
static bool sheet_line(struct cleaner *c, struct str s, struct str next)
{
	bool begins =
		!c->sheet && !c->depth && !c->table && s.n >= SHORTEST_ROW;

	if (begins)
		c->sheet = sheet_begins(c->a, s, next);
	if (!c->sheet || str_find_char(s, c->sheet) == STR_NONE) {
		if (c->sheet)
			clean_blank(c);
		c->sheet = 0;
		return false;
	}
	if (begins)
		clean_blank(c);
	clean_emit(c, 0, sheet_row(c->a, s, c->sheet, begins));
	if (begins)
		clean_emit(c, 0, sheet_delimiter(c->a, s, c->sheet));
	c->blank = false;
	return true;
}

/* A header of plain text, or a row below one; empty lines may part them. */
static bool aligned_line(struct cleaner *c, struct str s, struct str next)
{
	struct str row;

	if (c->aligned.n) {
		if (aligned_row(c->a, &c->aligned, s, &row)) {
			if (row.n)
				clean_emit(c, 0,
					sheet_row(c->a, row, '\t', false));
			return true;
		}
		c->aligned.n = 0;
		clean_blank(c);
	}
	if (s.n < SHORTEST_ROW || c->sheet || c->table || c->depth ||
		!aligned_begins(c->a, &c->aligned, s, next, &row))
		return false;
	clean_blank(c);
	clean_emit(c, 0, sheet_row(c->a, row, '\t', true));
	clean_emit(c, 0, sheet_delimiter(c->a, row, '\t'));
	c->blank = false;
	return true;
}

/* Names and values side by side, outside of any table. */
static bool label_row(struct cleaner *c, struct str s)
{
	struct str rows, row;

	if (c->table || c->depth)
		return false;
	rows = sheet_labels(c->a, s);
	if (!rows.n)
		return false;
	while (str_take_line(&rows, &row)) {
		clean_blank(c);
		clean_emit(c, 0, row);
		c->blank = false;
	}
	return true;
}

/* A line of a drawn table: the row below it. */
static bool grid_line(struct cleaner *c, struct str s)
{
	struct str row;
	int n, line = c->line;

	if (!line_is_grid(s))
		return false;
	n = line_grid_row(c->a, c->rest, &row);
	if (!n)
		return c->table;
	if (!c->table)
		clean_blank(c);
	c->line++;
	clean_emit(c, 0, row);
	if (!c->table)
		clean_emit(c, 0, line_grid_delimiter(c->a, row));
	c->line = line;
	c->table = true;
	c->blank = false;
	c->skip = n;
	return true;
}

/* "|===": the rows behind it, up to the next one. */
static bool bar_table(struct cleaner *c, struct str s)
{
	struct bar_table t;
	struct str row;
	int line = c->line;

	if (!line_is_bar_fence(s) || !line_bar_begin(&t, c->rest))
		return false;
	clean_blank(c);
	while (line_bar_row(c->a, &t, &row)) {
		c->line = line + t.first;
		clean_emit(c, 0, row);
		if (!c->table)
			clean_emit(c, 0, line_grid_delimiter(c->a, row));
		c->table = true;
	}
	c->line = line;
	clean_blank(c);
	c->table = false;
	c->skip = t.lines;
	return true;
}

bool clean_sheet(struct cleaner *c, struct str line, struct str next)
{
	return aligned_line(c, line, next) || sheet_line(c, line, next);
}

bool clean_row(struct cleaner *c, struct str s)
{
	return label_row(c, s) || grid_line(c, s) || bar_table(c, s);
}
