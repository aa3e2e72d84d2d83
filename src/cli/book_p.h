/*
 * The issues behind the OKRs of a run, as GitLab gave them: what the model
 * does not keep because pages need it not - numbers, people, our comments.
 */
#ifndef BOOK_P_H
#define BOOK_P_H

#include "gitlab_notes.h"
#include "life_p.h"

struct person {
	const char *username, *name;
};

/* An issue that is a key result. */
struct part_of_book {
	int64_t project, iid;
	const char *url, *title;
	bool open;
};

struct entry_of_book {
	struct gitlab_project project;
	int64_t iid;
	const char *url;
	const char *title;
	bool open;
	struct texts labels;
	struct {
		VEC_OF(struct person);
	} assignees;
	struct gitlab_notes notes; /* ours */
	struct indexes objectives; /* in the model; none: not an OKR */
	size_t record;             /* its place among the records */
	bool blind;                /* its comments could not be read */
	struct {
		VEC_OF(struct part_of_book);
	} parts; /* issues that are its key results */
};

struct book {
	VEC_OF(struct entry_of_book);
};

/* An issue's JSON with other labels and, unless it is NULL, another stamp of
 * its last change; as it is when it is no such thing. */
struct str issue_with(struct arena *a, struct str json,
	const struct texts *labels, const char *updated) MUST_USE;

/* The issues of the records that hold objectives of the model, in the order
 * of the records, but for those whose comments could not be read; self is our
 * user's id. */
struct book book_make(struct arena *a, const struct records *records,
	const struct model *m, int64_t self);

/* A run that writes into the issues it has read. */
struct errand {
	struct run *run;
	struct gathered g;
	struct gitlab *gitlab; /* closed by the caller */
	int64_t self;
	struct book book;
	size_t failed;
	struct err first; /* of the failures */
};

/* For a run that has read GitLab with its comments (e->g): opens a handle to
 * write with, and makes the book. */
int errand_open(struct errand *e, struct err *err) MUST_USE;

/* Reads GitLab with all comments, then the same. */
int errand_begin(struct errand *e, struct run *run, struct err *err) MUST_USE;

/* One issue could not be written: told at once; the others go on. */
void errand_failed(
	struct errand *e, const struct entry_of_book *entry, struct err *err);

/* The exit status, or -1 when an issue failed. Closes the handle. */
int errand_end(struct errand *e, int status, struct err *err) MUST_USE;

/* A text with its key behind it, in the arena, and the day the issue had last
 * changed: our comment is a change as well, which reading then forgets. */
const char *keyed(const struct errand *e, const struct entry_of_book *entry,
	struct str body, const char *key) MUST_USE;

/* Are two such texts the same but for that day? */
bool keyed_is_same(const char *x, const char *y);

/* An objective with its key results, their grades and formulas; with status
 * also how they stand to the plan. */
void add_grades(
	struct buf *b, struct arena *a, const struct objective *o, bool status);

/* Shows a text, indented, as what would be written. */
void show_text(struct str text);

/*
 * writeback.c: brings grades and health back into the issues that were read,
 * as the setting says; with only_show it prints what would be written. *work
 * is set when there is anything to write. Where labels change, g is read
 * again with them. Issues that could not be written to are told at once and
 * end in late; -1 is for what keeps the run from going on.
 */
int write_back(struct run *run, struct gathered *g, bool only_show, bool *work,
	struct err *late, struct err *err) MUST_USE;

#endif
