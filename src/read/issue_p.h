/*
 * GitLab's records as structs: an issue, a note, a member.  Only types are
 * checked here; what the words mean is the reader's matter.
 */
#ifndef ISSUE_P_H
#define ISSUE_P_H

#include <stdint.h>

#include "arena.h"
#include "date.h"
#include "labels.h"
#include "record.h"
#include "vec.h"

enum { ISSUE_BYTES = 1 << 20, NOTE_BYTES = 1 << 20 };

struct user {
	int64_t id; /* 0: none */
	struct str name, username;
};

struct users {
	VEC_OF(struct user);
};

struct stone { /* a milestone */
	struct str title;
	struct date start, due;
};

/* Where an issue hangs in GitLab's own tree. */
struct above {
	struct str reference, title, url; /* n 0: unknown */
};

/* What GraphQL tells of an issue that is a native objective or key result. */
struct work_item {
	struct above parent;
	struct str health;
	int64_t *progress, *start, *current, *end; /* NULL: none */
	struct date updated, due;
	bool has_children;
};

struct issue {
	int64_t id, iid, project; /* 0: missing */
	struct str title, description, web_url, state, type, issue_type;
	struct str reference; /* "group/project#12" */
	struct str health;
	struct texts labels;
	struct stone milestone;
	struct users assignees;
	struct user author, closer;
	struct above epic;
	struct work_item work_item;
	struct date created, updated, closed, due;
	int64_t changed; /* seconds of updated_at, to find the newest copy */
	int64_t weight;  /* -1: none */
	int64_t tasks, tasks_done;
	int64_t comments; /* people's; -1: unknown */
	struct label_events events;
	bool has_events;  /* they were read */
	bool open_to_all; /* confidential is there and false */
	bool hidden;      /* ... or it says anything else as well */
};

struct note {
	int64_t id;
	int64_t project, iid; /* of the issue, from the record */
	struct str body;
	struct user author;
	int64_t created; /* seconds since 1970 */
	struct date day, changed;
	bool system;
	bool hidden; /* internal or confidential, or they are odd */
};

struct member {
	int64_t project; /* from the record */
	int64_t id;
	int64_t access;
};

/*
 * Read one record.  NULL when all is well; else why the record cannot be
 * used, in the arena.  What could be read is in the struct all the same.
 */
const char *issue_parse(struct arena *a, struct str json, struct issue *issue);
/* The same for a comment. */
const char *note_parse(
	struct arena *a, const struct record *r, struct note *note);
/* The same for a member of a project or group. */
const char *member_parse(
	struct arena *a, const struct record *r, struct member *member);

#endif
