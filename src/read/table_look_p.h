/*
 * What stands in the columns of a table, counted once.
 */
#ifndef TABLE_LOOK_P_H
#define TABLE_LOOK_P_H

#include "table_p.h"

enum { LOOK_ROWS = 200 }; /* that are looked at */

/* What stands in a column. */
struct seen {
	size_t figures, texts, empty;
	size_t days; /* "May 23" */
	size_t told; /* words with a digit: a key result that says its goal */
};

struct look {
	const struct block *table;
	const struct row *header;
	struct columns *c;
	struct seen seen[MAX_COLUMNS];
	size_t rows;
};

/* Looks at the rows with more than one cell. */
struct look look_at(
	const struct block *table, const struct row *header, struct columns *c);

/* "< 45 %", "$1.2M", "EUR 300", "60 days": a figure with its unit? */
bool table_is_figure(struct str s);
/* Are most of a column's cells figures? */
bool look_has_figures(const struct look *l, int column);
/* ... words? */
bool look_has_texts(const struct look *l, int column);
/* Its name, without a remark. */
struct str look_header(const struct look *l, int column);

#endif
