/*
 * What an earlier fetch found, made ready to be looked up.
 *
 * GitLab dates an issue by updated_at, and a comment moves that of its issue,
 * but not always: a second comment within a minute does not (its touches are
 * throttled), a deleted one never does.  So an issue that changed shortly
 * before it was read is never trusted, and one counts as unchanged only when
 * its whole JSON, the number of comments in it, is the same bytes.
 */
#ifndef GITLAB_RECALL_P_H
#define GITLAB_RECALL_P_H

#include <stdbool.h>

#include "gitlab.h"
#include "walk_p.h"

/* Seconds before a read in which changes may have been missed. */
enum { RECALL_OVERLAP = 120 };

/* An issue as it was, and where its comments are. */
struct recalled {
	int64_t project, iid;
	const struct record *issue;
	size_t first_note, n_notes;     /* in recall.notes */
	const struct record *events;    /* all in one; NULL: not known */
	const struct record *event_gap; /* they were refused; else NULL */
	bool note_gap;                  /* comments were */
};

struct recall {
	struct gitlab_memory *then; /* NULL: nothing is remembered */
	struct recalled *issues;    /* by project and number */
	size_t n;
	const struct record **notes;
	int64_t settled; /* what changed before that may be trusted */
	bool relabelled; /* labels in events may have other names now */
};

/* Takes then if it is of that list; else nothing is remembered. Issues and
 * notes are there only after recall_load(), which forgets all where then
 * cannot be loaded. */
void recall_init(
	struct recall *r, struct gitlab_memory *then, const char *list);
/* Loads the issues and notes of then. */
void recall_load(struct recall *r, struct arena *a);

/* How many issues are remembered. */
long recall_issues(const struct recall *r);

/* Forgets everything. */
void recall_forget(struct recall *r);

/* The issue as it was, or NULL. */
const struct recalled *recall_find(
	const struct recall *r, int64_t project, int64_t iid);

/* Is this issue the same as then, comments included? */
bool recall_same(const struct recall *r, const struct row *row);

/* How the named things of one kind have fared. */
enum recall_names {
	RECALL_KEPT,    /* all are still there, as they were called */
	RECALL_GONE,    /* one is missing */
	RECALL_RENAMED, /* one has another name */
};

/* Compares the remembered records of a kind with the rows that came now, by
 * id and the texts "name" and "username". */
enum recall_names recall_compare(const struct recall *r, struct arena *a,
	enum record_kind kind, const struct rows *rows);

#endif
