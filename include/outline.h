/*
 * OKRs that do not come as markdown, written down as markdown: the reader is
 * the only one who decides what words mean.
 *
 * Every line knows the line it is from, and after reading the model speaks of
 * those.  What is about the issue rather than the OKR stays beside the text.
 */
#ifndef OUTLINE_H
#define OUTLINE_H

#include "buf.h"
#include "read.h"

enum outline_word { OUTLINE_LABELS, OUTLINE_ASSIGNEES, OUTLINE_MILESTONE };

struct outline_remark {
	int line; /* of the objective, or of one of its key results */
	enum outline_word word;
	const char *text; /* "a, b" */
};

struct outline_remarks {
	VEC_OF(struct outline_remark);
};

struct outline {
	struct arena *arena;
	struct buf text; /* owned */
	struct {
		VEC_OF(int);
	} lines; /* where each is from */
	struct outline_remarks remarks;
};

/* An empty outline; remarks go into the arena. */
void outline_init(struct outline *o, struct arena *a);
/* Frees the text; what was read from it stays good. */
void outline_release(struct outline *o);

/* A heading of the whole, "# text". */
void outline_title(struct outline *o, int line, struct str text);

/* A new objective. */
void outline_objective(struct outline *o, int line, struct str title);

/* "**Name**: value", of the objective above. */
void outline_field(
	struct outline *o, int line, struct str name, struct str value);

/* An item below a field without a value. */
void outline_item(struct outline *o, int line, struct str text);

/* A row of a table; its first row names the columns. The text of a cell may
 * have several lines. */
void outline_row(
	struct outline *o, int line, const struct str *cells, size_t n);
/* The row of dashes below the first row, of n columns. */
void outline_rule(struct outline *o, int line, size_t n);

/* Ends a table or a paragraph. */
void outline_gap(struct outline *o);

/* Is it a word about the issue: "Labels", "Assignees", "Milestone"? */
bool outline_is_word(struct str name, enum outline_word *word);
/* Notes such a word, which stands in no OKR itself. */
void outline_remark(
	struct outline *o, int line, enum outline_word word, struct str text);

/* Reads it into a model; file is its name in findings. -1 with ERR_DATA when
 * it is too large. */
int outline_read(const struct outline *o, const char *file,
	const struct read_options *options, struct model *m,
	struct explanation *why, struct err *err) MUST_USE;

/* The words about one objective's issue: "a, b", or "" where there are none;
 * several add up, of a milestone the last one counts. */
const char *outline_about(struct arena *a, const struct outline_remarks *list,
	const struct objective *o, enum outline_word word) MUST_USE;

#endif
