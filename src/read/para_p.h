/*
 * A paragraph's lines.
 */
#ifndef PARA_P_H
#define PARA_P_H

#include "reader_p.h"

enum { SHORT_TEXT = 200 }; /* bytes that a title has at most */

struct entry { /* one logical line */
	struct piece text;
	struct mark mark;
	bool bold;
	bool each;  /* one of several lines that are a sentence each */
	bool leads; /* the line below it is "We know we are there when:" */
	bool heads; /* the line below it is "KR1: ..." or "Key results:" */
};

/* The next logical line of *rest (para_entry.c); each_line: every line is one.
 * False at the end. */
bool entry_take(struct piece *rest, struct entry *e, bool each_line);

/* May a line without a mark be the objective of the key results behind it
 * (para_head.c)? */
bool para_may_head(struct reader *r, const struct scope *sc, struct str title);

/* "**Support: Answer sooner**" over a list, below an objective of somebody else
 * that has key results: what a unit adds to it (para_head.c)? */
bool para_titles_unit(struct reader *r, struct piece text, size_t plain,
	const struct scope *sc);

/* A list, a table or a key result's heading not far behind. */
bool lists_follow(const struct block *b);

/* Adds an objective with that title, and makes it the scope's; no second one
 * for a heading that is open still. */
void begin_objective(struct reader *r, struct scope *sc,
	const struct mark *mark, struct piece text);

/* "Objective: Be ready. Key results: first; second" (para_told.c) */
void objective_line(struct reader *r, struct scope *sc, const struct mark *mark,
	struct piece text);

/* "For example:" and its like (example.c): what follows is none of ours ... */
bool example_begins(const struct entry *e, struct str s);

/* Is the next line of the paragraph "Example:"? */
bool example_is_next(const struct entry *e);

/* An objective in a line without a marker, by what it says; last: nothing of
 * its paragraph comes behind (para_told.c). */
bool told_line(
	struct reader *r, struct scope *sc, const struct entry *e, bool last);

/* "Our objective was to **serve all**. It went well." over key results that say
 * they are (para_bold.c) ... */
bool para_bold_line(
	struct reader *r, struct scope *sc, const struct entry *e, bool last);
/* ... where the title begins in such a text, and its end; or 0. */
size_t para_bold_told(struct piece p, size_t *end);
/* "**Win rate to 35 %**" below an objective, over a list of fields that tells
 * where it stands: a key result, read with its list. */
bool para_bold_key_result(
	struct reader *r, const struct block *para, struct scope *sc);

/* A line that is none of ours: a note of the scope's key result or objective,
 * which may tell how far that came (para_note.c). */
void note_line(struct reader *r, const struct scope *sc, struct piece text);

/* "Score 0.5. We reached 32%." right below its key result; a field that is all
 * of a line is read as one. */
bool is_note_line(
	struct reader *r, const struct scope *sc, const struct entry *e);

/* "Owner: Vera", "Labels: spring" below a key result that is but a line of the
 * paragraph: said of that one. */
bool para_below_line(struct reader *r, struct scope *sc, const struct entry *e);

/* The fields of a line that stands outside of any objective. */
void scope_fields(struct reader *r, struct scope *sc, struct piece text,
	struct mark mark);

/* "Opened in May | Owner: Ana | Progress: 38%": the first field of a line that
 * has several behind something else. */
bool para_finds_fields(struct piece *text, struct mark *mark);

/* A line that begins with a field, and others behind separators. */
void para_fields(struct reader *r, struct scope *sc, struct piece text,
	struct mark mark);

/* "Score O1: 0.7", and no more in any line: sets the grades of those
 * objectives; false for any other paragraph. */
bool para_grades_coded(struct reader *r, const struct block *para);

/* "Led by the Head of Sales" below an objective, in a line of its own: sets
 * whose it is. */
bool para_names_leader(
	struct reader *r, const struct block *para, const struct scope *sc);

/* "This quarter we aim to:" over a list of what can be measured, directly below
 * "2025 Q3 OKRs": key results of what has no other name. */
bool para_leads_to_aims(
	struct reader *r, struct piece text, const struct scope *sc, bool last);

#endif
