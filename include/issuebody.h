/*
 * What we write into issues: one objective as markdown in its canonical
 * shape, and text from templates, both so quiet that GitLab does nothing but
 * show them.  No quick action (/close), mention (@all), reference (#1) or key
 * of ours comes through; a reader sees the text as it was written.
 */
#ifndef ISSUEBODY_H
#define ISSUEBODY_H

#include "arena.h"
#include "buf.h"
#include "model.h"
#include "str.h"

enum { ISSUEBODY_BYTES = 1000 * 1000, ISSUEBODY_TITLE_CHARS = 255 };

/*
 * Appends an objective of the model: fields, a table of its key results,
 * lists. Reading it gives the same OKR. period is written when it has a name.
 */
void issuebody_write(struct buf *b, const struct model *m,
	const struct objective *o, const struct period *period);

/* What it ladders up to: as written, or the title it stands below, or "". */
const char *issuebody_parent(const struct model *m, const struct objective *o);

/*
 * Appends a template's markdown. It stays markdown: a backslash keeps a line
 * from being a quick action, an invisible word joiner (which our readers
 * drop) separates what would be a mention or reference.
 */
void issuebody_quiet(struct buf *b, struct str text);

/* A title on one line, as quiet as that. */
const char *issuebody_title(struct arena *a, struct str title) MUST_USE;

/* Characters of a title, as GitLab counts them. */
size_t issuebody_title_chars(const char *title);

/*
 * The key an objective is found again by: the same for the same period and
 * title, whatever their case and blanks; [a-z0-9/-]+ without two dashes in a
 * row.
 */
const char *issuebody_key(struct arena *a, const struct period *period,
	struct str title) MUST_USE;

#endif
