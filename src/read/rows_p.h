/*
 * A page read by the looks of its lines alone (rows.c).
 */
#ifndef ROWS_P_H
#define ROWS_P_H

#include "goals_p.h"
#include "reader_p.h"

enum row_kind {
	ROW_BLANK,
	ROW_TEXT,
	ROW_TABLE,     /* a line with bars */
	ROW_UNDERLINE, /* of the heading above */
	ROW_OTHER,     /* a rule, front matter, between fences */
};

enum row_mark {
	ROW_PLAIN,
	ROW_OBJECTIVE,  /* "Objective RE1: ...", "Goal: ...", "Big aim: ..." */
	ROW_NUMBER,     /* "C1. ...": of an objective, where others have C1.1 */
	ROW_SUB_NUMBER, /* "C1.1 ..." */
	ROW_KEY_RESULT, /* "KR: ...", "Key Result RE1.2 - ..." */
};

enum row_role {
	ROLE_NONE,
	ROLE_OBJECTIVE,
	ROLE_MEASURE,
	ROLE_NOTE, /* an item below one that measures */
	ROLE_LEAD, /* "Key results:" between the two */
};

struct row {
	enum row_kind kind;
	enum row_mark mark;
	enum row_role role;
	int heading;     /* its level, or 0 */
	size_t indent;   /* columns before it */
	struct str raw;  /* as it stands in the page */
	struct str sign; /* what its bullet or number looks like: "-", "(a)" */
	struct str told; /* a tick or light that is its bullet */
	struct str number; /* "2.1", where it has one */
	struct str text;   /* plain, behind the sign */
	struct str body;   /* ... and behind a mark */
	bool named;        /* ... of an objective, by a word: "Goal: ..." */
	bool numbered;     /* ... with a number */
	bool bold, slanted, capitals;
	bool field; /* "Owner: ..." */
	bool aim;   /* ... whose words may be an objective's: "Target: ..." */
	bool lead;  /* "Key results", "Context:": over what follows */
	bool known; /* ... and names what measures */
	bool bare;  /* "Objective 2", and no more */
	bool steps; /* "Projects:", over what measures nothing */
	bool measured;        /* has a number that can be reached */
	bool left;            /* below a heading of what is none of ours */
	size_t clauses, hits; /* told in one line: how many, and measured */
	struct str word;      /* that parts them, or "" */
	bool told_by;         /* ... behind "Success looks like:" */
	bool single;          /* they tell of one measure only */
	int label;            /* rows with the same words in front, or 0 */
	int style;            /* rows that look alike have the same */
};

enum {
	ROW_LONGEST = 400, /* bytes of one that may be ours */
	ROWS_MOST = 1500,  /* of a page */
	MOST_STYLES = 64,
	STYLE_TABLE = 0,
	STYLE_HEADING = -1, /* any heading with something right below it */
};

struct rows {
	VEC_OF(struct row);
	int styles;
	struct str title; /* the first heading, else the first line */
};

/* The lines of a text, without roles; false when there are too many of them
 * for a page of OKRs. */
bool rows_read(struct reader *r, struct str text, struct rows *rows);

/* Takes what stands in front of the text (rows_sign.c).  under: the level of
 * the heading that the line below makes of it, or 0. */
void row_take_signs(struct row *row, struct str *s, int under);
bool row_take_number(struct str *s, struct str *sign, struct str *number);

/* Finds a mark in front of the text (rows_mark.c). */
bool row_take_mark(struct row *row);

/* Looks for several measures in the line (rows_clause.c), and writes them. */
void row_tell(struct reader *r, struct row *row);
void rows_untell(struct rows *rows);
struct buf;
void row_write_clauses(struct buf *out, const struct row *row);

/* Finds the labels that several lines have (rows_label.c). */
void rows_label(struct rows *rows);

struct tally { /* of a style, below the objectives of another */
	size_t goals, n, measured, known;
};

struct plan {
	int objective, measure;
	long score;
	struct tally tally;
};

bool row_is(const struct row *row, int style);

/* ... and, as any heading, has something below that measures it? */
bool row_opens(const struct rows *rows, size_t at, int style);

/* The first row of a style, or NULL. */
const struct row *rows_first(const struct rows *rows, int style);

/* Does the page say that what the plan finds are somebody's goals? */
bool rows_are_told(
	struct reader *r, const struct rows *rows, const struct plan *plan);

/* Does what it finds speak for itself?  told: how far the page does. */
bool rows_speak_for(struct reader *r, const struct rows *rows,
	const struct plan *plan, enum goals told);

/* Does the line say how far, and not only how many? */
bool row_is_aimed(struct reader *r, const struct row *row);

/* "Run without pain" */
bool row_is_deed(const struct row *row);

/* "Nobody waits": does it say how things shall be, not what it is about? */
bool row_is_wish(const struct row *row);

/* Finds the two styles that tell objectives and what measures them, and gives
 * the rows their roles; false when there are none. */
bool rows_find(struct reader *r, struct rows *rows, enum looks how);

#endif
