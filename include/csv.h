/*
 * Rows of cells: RFC 4180, and what spreadsheets make of it.
 *
 * The separator is a comma, semicolon or tab, whichever the first lines hold
 * most of, or what a line "sep=;" at the beginning says.  Line ends may be of
 * any kind, a byte order mark is skipped, and text that is not UTF-8 is read
 * as Windows-1252, as old exports are.
 */
#ifndef CSV_H
#define CSV_H

#include "arena.h"
#include "attr.h"
#include "err.h"
#include "outline.h"
#include "str.h"
#include "vec.h"

enum {
	CSV_COLUMNS_MAX = 256,
	CSV_ROWS_MAX = 20000,
};

struct csv_row {
	VEC_OF(struct str); /* cells: UTF-8, trimmed, quotes taken off */
	int line;           /* that it begins on, from 1 */
};

struct csv {
	VEC_OF(struct csv_row); /* without those that are empty */
};

/* Reads a text; file is its name in errors.  -1 with ERR_DATA and the line
 * when a quoted cell has no end, or there are more columns or rows than the
 * limits, or it is UTF-16. */
int csv_parse(struct arena *a, struct str text, const char *file,
	struct csv *csv, struct err *err) MUST_USE;

/*
 * The OKRs of a sheet.  Columns go by the names that tables know.  With one
 * for objectives and one for key results, a row without the first belongs to
 * the objective above; what can be said of both (an owner, a weight) is the
 * objective's where it stands before the key result, or where there is none.
 * Columns "Labels", "Assignees" and "Milestone" are about the issue.
 */
void csv_outline(const struct csv *csv, struct outline *o);

#endif
