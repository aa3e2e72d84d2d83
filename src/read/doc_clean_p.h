/*
 * What the files that clean a document's lines share: where they are, and how
 * a line is put out.
 */
#ifndef DOC_CLEAN_P_H
#define DOC_CLEAN_P_H

#include "buf.h"
#include "doc_line_p.h"
#include "doc_p.h"

enum {
	MAX_DEPTH = 30,       /* of lists; deeper items become siblings */
	MAX_COLUMNS = 40,     /* of a table; wider ones are not OKRs */
	MAX_BRACKETS = 1000,  /* lines of a paragraph; md4c counts up to each */
	MAX_DEFINITION = 400, /* bytes of a link's; md4c reads it at each use */
	MAX_GROWTH = 16,      /* output bytes for an input byte */
	SPARE_BYTES = 1 << 16, /* and in all */
	TAB = 4,
	CODE = 4,  /* columns beyond a block that make it code */
	CHILD = 2, /* columns beyond an item that make a child */
};

enum { LEAST_RULE = 8 }; /* dashes of a box */

struct item_at {
	size_t indent;  /* of the marker in the source */
	size_t content; /* of the text behind it in the source */
	size_t out;     /* of that text in the output */
	bool numbered;
};

struct cleaner {
	struct arena *a;
	struct buf out;
	struct lines line_of;
	struct item_at stack[MAX_DEPTH];
	int depth;
	bool blank;             /* the line before was empty */
	size_t brackets;        /* lines with "[" since the last empty one */
	bool table;             /* the line before was of a table */
	bool apart;             /* such lines have others between them */
	bool signs;             /* ... began with a sign, as bullets do */
	bool dashed;            /* ... was "-text", a bullet all the same */
	bool alone;             /* ... was a bullet without a text */
	const char *glyph;      /* the sign that is a bullet here, "" */
	long number;            /* ... had this one before its text; 0 none */
	long pointed;           /* ... of the last line that got its point */
	bool comment;           /* the line before ended inside a comment */
	const char *html;       /* the tag that ends an open table; NULL none */
	struct str before;      /* the line before, trimmed */
	const char *header;     /* where the last table's begins */
	size_t bare_bars;       /* of a header without one in front */
	struct str above;       /* it may want a quotation here as its title */
	char fence;             /* inside a fence of these; 0 outside */
	size_t fence_n;         /* how many of them opened it */
	size_t fence_shift;     /* columns to take off its lines ... */
	size_t fence_out;       /* ... and to put on */
	int skip;               /* lines that are told already */
	char sheet;             /* parts the cells of a pasted sheet; 0 none */
	struct aligned aligned; /* the table of plain text we are in */
	bool tailed;            /* figures stand far behind the lines */
	bool led;               /* ... behind dots */
	struct enumerator point; /* of the list of "a)", "b)" we are in */
	bool between;    /* the list has fields at the margin in its items */
	size_t shift;    /* of bullets at the margin of the number above them */
	struct str rest; /* of the text, behind this line */
	const char *last_close; /* the last "-->", or NULL */
	bool labels;            /* "KR1: text" was seen */
	bool quotes;            /* what is set in is an example */
	bool unwrapped;         /* lines are as long as they want to be */
	size_t box, boxed; /* bytes of the rule above; lines since, if no gap */
	int last_tag;      /* line of the last end of such a table */
	int line;
};

/* Puts out a line, so many columns in. */
void clean_emit(struct cleaner *c, size_t indent, struct str text);
/* An empty line, unless the one before was. */
void clean_blank(struct cleaner *c);

/* A header pasted from a spreadsheet or aligned by blanks, or a row below one;
 * line has its blanks. */
bool clean_sheet(struct cleaner *c, struct str line, struct str next);
/* A row of a table that is drawn otherwise than in markdown. */
bool clean_row(struct cleaner *c, struct str s);

/* The line without its comments; a comment that is never closed is text
 * (doc_comment.c). */
struct str clean_comments(struct cleaner *c, struct str line);
/* Where the last "-->" stands, or NULL: none ends behind it. */
const char *clean_last_close(struct str text);
/* Notes the line if the part of the page that okrsync wrote, the first one,
 * begins or ends in it. */
void clean_find_ours(struct clean *c, struct str line, int number);
/* A sign as a bullet, where a line above or below has one, too
 * (doc_clean_signs.c). */
bool clean_sign(struct cleaner *c, struct str s);
/* The line with the sign for ":name: " in front. */
struct str clean_named_sign(struct cleaner *c, struct str s);
/* The line with "- " for an arrow or a square that is one. */
struct str clean_glyph(struct cleaner *c, struct str s);

#endif
