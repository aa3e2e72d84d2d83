/*
 * Opening issues, in steps: what a text's head says, which issues are wished
 * for, and (cmd_open.c) what GitLab makes of them.
 */
#ifndef OPEN_P_H
#define OPEN_P_H

#include "run_p.h"
#include "variables.h"

/* The front matter of an OKR file or template, as far as it is about the
 * issue: labels, assignee or assignees, milestone, title. */
struct head {
	struct texts labels, assignees;
	const char *milestone, *title;
	struct str body; /* the text behind the front matter */
	int body_line;   /* in the file, from 1 */
};

/* Reads a text's front matter, if it has one. ERR_CONFIG with file and line
 * when it is not YAML, or a key we know holds something else than texts. */
int head_read(struct arena *a, struct str text, const char *file,
	struct head *head, struct err *err) MUST_USE;

/* "a, b": adds the words between the commas. */
void head_words(struct arena *a, struct str words, struct texts *list);

/* An issue to be opened. Its texts are safe to send. */
struct wish {
	const char *place; /* "FILE:LINE" or the template's name */
	const char *title;
	const char *owner; /* "" nobody */
	const char *key;
	const char *body; /* ends with the key */
	struct texts labels, assignees;
	struct texts label_places; /* where each label is asked for */
	const char *milestone;     /* "" none */
	const char *due;           /* YYYY-MM-DD or "" */
	const char *parent; /* what it ladders up to, as written; "" nothing */
	int64_t follows;    /* the issue it was carried over from, or 0 */
};

struct wishes {
	VEC_OF(struct wish);
};

/* Adds the objectives of the run's files. Findings are printed; errors among
 * them end the run unless it is forced. Every issue gets the labels of the
 * source, and its milestone unless it has one of its own. */
int wish_files(struct run *run, const struct source_spec *source,
	struct wishes *wishes, struct err *err) MUST_USE;

/* Adds one objective of a model; head says more about its issue. */
int wish_objective(struct run *run, const struct model *m,
	const struct objective *o, const struct read_options *options,
	const struct head *head, const struct source_spec *source,
	struct wishes *wishes, struct err *err) MUST_USE;

/* Adds what is unfinished of the period --carry-over, for the period --to;
 * labels are those of the project. Reads the source. */
int wish_carried(struct run *run, const struct texts *labels,
	const struct source_spec *source, struct wishes *wishes,
	struct err *err) MUST_USE;

/* Adds one issue made from a template's text; file is its name in errors. */
int wish_template(struct run *run, struct str text, const char *file,
	const struct source_spec *source, struct wishes *wishes,
	struct err *err) MUST_USE;

/* No two wishes have the same key, and titles are not too long. */
int wish_check(const struct wishes *wishes, struct err *err) MUST_USE;

/*
 * The issue that wish i ladders up to: another wish by its title, whose issue
 * is iids[that one], or "#12" and the address of an issue below base, the
 * project's address. 0 when it is none of these.
 */
int64_t wish_parent(const struct wishes *wishes, const int64_t *iids, size_t i,
	const char *base);

#endif
