/*
 * Tables as rows of cells, and which of their columns is what.
 */
#ifndef TABLE_P_H
#define TABLE_P_H

#include "reader_p.h"

enum { MAX_COLUMNS = 40, HEADER_BYTES = 40 };

struct columns {
	enum field of[MAX_COLUMNS];
	const char *header[MAX_COLUMNS];
	size_t n;
	size_t known;
	int at[FIELD_MEASURE_TYPE + 1]; /* column of a field, -1 none */
	bool grouped; /* rows with nothing but a bold title: objectives */
	bool lone;    /* ... with nothing but a title, which is not bold */
	int whole;    /* a column "Objective progress" beside theirs; -1 */
	enum field whole_is; /* ... its progress or its grade */
	int kinds;    /* a column that says "O1", "KR1.1", "Key result"; -1 */
	bool each;    /* a column for each key result: "KR1", "KR2" */
	bool spanned; /* rows with nothing but an objective: "O1: title" */
	bool reading[MAX_COLUMNS]; /* columns of weeks or months */
	bool outlined; /* "1. Grow" over "1.1 Sales", or bold over others */
	bool hooked;   /* ... or "Grow" over a sign and "Sales" */
	bool counted; /* "1" over "1.1", "O1" over "O1.1": so the numbers say */
	bool guessed; /* what its figures are, by their times alone */
	bool shares;  /* progress is how much is done, and no value */
	bool hundreds; /* progress is written without its "%" */
	bool told;     /* its measures say what is to be reached */
	bool ends;     /* the words of its results say how each ended */
};

struct row {
	const struct block *cell[MAX_COLUMNS]; /* NULL: empty */
	size_t n, filled;
	int line;
};

enum form {
	FORM_NONE,
	FORM_KEY_RESULTS,
	FORM_PAIRS,      /* an objective and a key result in each row */
	FORM_MIXED,      /* both in one column */
	FORM_OBJECTIVES, /* an objective in each row */
	FORM_VERTICAL,   /* names on the left */
};

/* The cells of a row. */
struct row table_row(const struct block *b);

/* The trimmed text of a cell; empty for one that is not there. */
struct piece table_cell(const struct row *row, int column);
/* What a cell begins with. */
struct mark table_mark(struct piece cell);

/* Which column is what; table_settle() lets the metric stand in for a key
 * result ("objective, metric, target"). */
struct columns table_columns(const struct row *row);
/* Lets the metric stand in for a missing key result. */
void table_settle(struct columns *c);

/* What the rows tell of the columns (table_settle.c); "| KR1.1 | Key result |
 * text | ...": each row says what it is. */
void table_settle_by_rows(const struct block *table, struct columns *c);
bool table_find_kinds(const struct block *table, struct columns *c);
/* "Goal", "Summary", "Task name": what a tracker calls the text of a row? */
bool table_names_text(struct str header);

/* What such a row is, by its number or its looks (columns.outlined). */
enum mark_kind table_outline_kind(const struct columns *c, struct piece cell);
/* The bytes of a sign that sets a row below the one above, or 0. */
size_t table_hook(struct str s);
/* Finds objectives over their key results in one column (table_outline.c). */
void table_settle_outline(const struct block *table, struct columns *c);
/* What a cell of "O", "KR1.1" or "Key result" and no more says its row is;
 * MARK_NONE for any other. */
enum mark_kind table_kind(struct piece cell);
/* "Percentage", "True/false": how a tool measures, beside "Goal" the kind of a
 * key result. */
bool table_is_type(struct str s);
/* What words of how it ended tell of the column they fill
 * (table_verdicts.c). */
void table_settle_verdicts(const struct block *table, struct columns *c);
/* Lets scores be grades whatever their column is called (table_graded.c). */
void table_settle_graded(const struct block *table, struct columns *c);
/* ... shares below "Achieved" be how much is done (table_fulfilled.c). */
void table_settle_fulfilled(const struct block *table, struct columns *c);
/* Is there a column of results that words fill ("Done", "Missed")? */
bool table_tells_ends(const struct block *table, const struct columns *c);
/* What their cells, and times in the header, tell (table_values.c). */
void table_settle_by_values(const struct block *table, struct columns *c);
/* Titles and what measures them, where no word of OKRs names their columns
 * (table_titles.c). */
void table_settle_titles(
	struct reader *r, const struct block *table, struct columns *c);
/* "What we want", "Aims", "Ambition"? */
bool table_names_aim(struct str header);
/* Is there a column for that? */
bool table_has(const struct columns *c, enum field f);

/* Has the table rows with a bold title and nothing else, above others? */
bool table_is_grouped(const struct block *table, int column);
/* ... or rows with nothing but a title, each above some that have more? */
bool table_is_lone(const struct block *table, int column);
/* The title of such a row, up to that column; without a text: it is none. */
struct piece table_title(const struct row *row, int column);

/* The objective of a row with nothing else, before the key results' column;
 * without a text: none. */
struct piece table_spanning(const struct row *row, int column);

/* Enough columns for key results under another name? */
bool table_is_metric(const struct columns *c);

/* Is a cell of that column marked as an objective? */
bool table_has_marked(const struct block *table, int column);

/* Do a column's cells number objectives, once each, and their key results:
 * "O1", "1.1", "1.2", "O2"? */
bool table_is_numbered(const struct block *table, int column);

/* What a table is as a whole, and its columns. */
struct shape {
	const struct block *table;
	enum form form;
	struct columns columns;
};

/* Reading a table, row by row. */
struct table_walk {
	struct reader *r;
	struct scope *sc;
	struct columns c;
	enum form form;
	struct str last;    /* the objective cell above */
	size_t used;        /* a column that gave the text; 0 none */
	size_t line, lines; /* of a row that is read line by line; else 0 */
	bool dotted;        /* some number is "1.2", so "1" is an objective */
	bool planned;       /* what stands by months is what is to be */
	bool begun;         /* the row began an objective ... */
	bool several;       /* ... and its cell has several key results */
};

enum { TABLE_LINES = 40 }; /* of a row that has a line for each */

/* How many lines of a cell have a text (table_lines.c). */
size_t table_count_lines(struct str s);
/* What a cell says of the key result in the same line, where it has a line for
 * each; without the number that counts the lines. */
struct piece table_line_of(const struct table_walk *w, struct piece p);

/* The text of a cell with the unit of its row or column, where it is a bare
 * number of field f (table_unit.c). */
const char *table_with_unit(struct table_walk *w, const struct row *row,
	size_t column, enum field f, const char *text);

/* Sets the fields of a row's columns in [from, to), of the scope's objective
 * or of its key result kr. */
void table_set_fields(struct table_walk *w, const struct row *row, int kr,
	size_t from, size_t to);

/* Sets what a row with several key results in a cell says of all of them: it is
 * said of their objective. */
void table_set_shared(struct table_walk *w, const struct row *row);

/* A cell's key result, with what the row says of it. */
void table_add_kr(
	struct table_walk *w, const struct row *row, struct piece text);

/* Do the columns of months end at the target in each row?  Then they are a
 * plan, and nothing was read. */
bool table_reads_plan(const struct block *table, const struct columns *c);

/* The key results of a cell, which may hold several, one below the other; of
 * a row that has a column for each. */
void table_add_krs(
	struct table_walk *w, const struct row *row, struct piece cell);
/* Those of a row that has a column for each. */
void table_add_each(struct table_walk *w, const struct row *row);

/* "KR1-KR4", "KR1, KR3": where they are told, and no text? */
bool table_is_reference(struct str s);

/* A table is asked about by all that stands above it, then read: its shape is
 * kept until the next one's is wanted. */
const struct shape *table_shape(struct reader *r, const struct block *table);

/* "Average", "Total score": a row about the rows, and "Average order value" is
 * none. */
bool table_is_sum(struct str s);

/* Of projects, milestones and their like, which are to end on days?
 * (table_other.c) */
bool table_is_work(const struct block *table, const struct columns *c);
/* Of words that are explained, with examples of them? (table_other.c) */
bool table_is_lesson(const struct block *table);
/* The fields of a database's table called "Objective"? (table_other.c) */
bool table_is_schema(const struct block *table, const struct columns *c);

/* "Project", "Phase": a column of what is done, not of what is aimed at? */
bool table_names_work(struct str header);

/* "| Experiment | Objective | Key result |" of a page that does not speak of
 * OKRs: what was tried, and what came of it? */
bool table_is_study(struct reader *r, const struct block *table,
	const struct columns *c, enum form form);

/* How many columns say how far something has come, or whose it is. */
size_t table_measures(const struct columns *c);

/* The number of a cell that holds "KR2" (or "O2") and nothing else. */
struct str table_bare_number(struct piece p, enum mark_kind kind);

/* The key result of an objective by its number: "1.2" is the second of
 * objective 1, too. */
int table_find_kr(const struct objective *o, struct str number);

/* "| Date | KR #1 | KR #2 | Total |" below the scope's objective: takes the
 * newest scores of its key results and its own, where they have none
 * (table_scores.c).  False for any other table. */
bool table_take_scores(
	struct reader *r, const struct block *table, const struct scope *sc);

/* A key result that a row speaks of; kr is NO_INDEX for none. */
struct spoken {
	int objective, kr;
};

/* Rows that call key results by some of their words (table_named.c). */
struct names {
	int column;   /* of the names; NO_INDEX: the rows are no such */
	size_t first; /* of the objectives that are looked at */
};

struct names table_names(
	struct reader *r, const struct block *table, const struct columns *c);
/* The one that the row's name fits, where no other has its words. */
struct spoken table_find_named(
	struct reader *r, const struct names *names, const struct row *row);

/* Do its rows speak of what was told above, by its number?  (table_back.c) */
bool table_refers_back(struct reader *r, const struct block *table);

/* What such a table tells of key results: where they stand, whose they are. */
void table_take_news(struct reader *r, const struct block *table);

#endif
