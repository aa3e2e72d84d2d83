/*
 * The state of read_records(), shared by its three files: records.c (which
 * issues and comments count), issue_okr.c (an issue as an objective) and
 * issue_kr.c (an issue as a key result).
 */
#ifndef RECORDS_P_H
#define RECORDS_P_H

#include "checkin_p.h"
#include "issue_p.h"
#include "read_p.h"

/* An issue with what came of it. */
struct entry {
	struct issue issue;
	bool is_key_result;
	size_t first, last; /* its objectives in the model */
	int parent, kr;     /* a key result: where it went */
	struct date ours;   /* newest day a comment of ours was written */
	struct date before; /* the issue's last change then, by that comment */
	struct date others; /* newest day of other comments, system's too */
	struct str final;   /* our comment that closed it; n 0: none */
	int64_t final_id;
	int64_t comments; /* people's, that were read */
};

struct entries {
	VEC_OF(struct entry);
};

/* A way to refer to an objective: its id, address or title. */
struct name {
	const char *text;
	int index; /* in the model */
};

struct names { /* sorted without case, then by index */
	VEC_OF(struct name);
};

struct record_reader {
	struct arena *a;
	struct read_options o;
	struct model *m;
	struct entries entries; /* by path and number */
	struct names names;
	bool left_out; /* a comment, for want of a list of members */
};

/* "group/project#12", or the best there is. */
const char *issue_name(struct arena *a, const struct issue *issue);

/* The reference without its number: "group/project", or "". */
struct str issue_path(const struct issue *issue);

/* Reads an issue into a model, the run's or another; gives the index of its
 * first objective. */
size_t issue_read(
	struct record_reader *r, const struct issue *issue, struct model *m);

/* Collects the names of all objectives of the model. */
void names_collect(struct record_reader *r);

/* Sets the parent of an entry's objective where the text points to another
 * issue by number or link; model_link() finds ids, addresses and titles. */
void parent_find(struct record_reader *r, const struct entry *e);

/* Reads an entry that is a key result and hangs it below its objective. */
void key_result_read(struct record_reader *r, struct entry *e);

/* Keeps a comment of ours if it closed the issue; the first of them counts. */
void final_keep(struct entry *e, const struct note *note);

/* Gives the objectives of the entry the grades and outcome it was closed with.
 * Key results keep theirs as long as there are as many as then. */
void final_apply(struct record_reader *r, const struct entry *e);

#endif
