/*
 * What GitLab answered, one JSON value a record, before anybody has
 * understood it.  gitlab fetches records, store keeps them, read turns them
 * into OKRs; the three know nothing of each other.
 */
#ifndef RECORD_H
#define RECORD_H

#include <stdint.h>

#include "str.h"
#include "vec.h"

enum record_kind {
	RECORD_ISSUE,  /* one issue object */
	RECORD_NOTE,   /* one note object, of issue (project, iid) */
	RECORD_LABEL,  /* one label object */
	RECORD_BOARD,  /* one board object, its lists inside */
	RECORD_EVENT,  /* all label events of issue (project, iid), a list */
	RECORD_MEMBER, /* one member of project, with access level; 0 all */
	RECORD_GAP,    /* what of issue (project, iid) was refused, and why */
};

struct record {
	enum record_kind kind;
	int64_t project; /* id of the project; 0 where it does not matter */
	int64_t iid;     /* of the issue, for what belongs to one; else 0 */
	struct str json; /* in the arena */
};

struct records {
	VEC_OF(struct record);
};

/* "issue", "note", ...: the names in snapshot files; and back, -1 unknown. */
const char *record_kind_name(enum record_kind kind);
/* The kind of that name, or -1. */
int record_kind_parse(struct str name);

#endif
