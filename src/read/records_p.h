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
	int64_t comments;   /* people's, that were read */
	struct str final;   /* our comment that closed it; n 0: none */
	int64_t final_id;
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
	struct names epics; /* that became objectives, by address */
	bool left_out;      /* a comment, for want of a list of members */
};

/* Adds what the boards among the records tell of labels to the map. */
void boards_read(struct record_reader *r, const struct records *records);

/* "group/project#12", or the best there is. */
const char *issue_name(struct arena *a, const struct issue *issue);

/* The reference without its number: "group/project", or "". */
struct str issue_path(const struct issue *issue);

/* Reads an issue into a model, the run's or another; gives the index of its
 * first objective. */
size_t issue_read(
	struct record_reader *r, const struct issue *issue, struct model *m);

/* The address of the epic that an issue hangs on; "" none. */
const char *epic_url(struct arena *a, const struct issue *issue);

/* A native progress as a result, 66 %; RESULT_NONE when there is none. */
struct result progress_read(struct arena *a, const struct issue *issue);

/* Collects the names of all objectives of the model. */
void names_collect(struct record_reader *r);

/* Sets the parent of an entry's objective where the text points to another
 * issue by number or link; model_link() finds ids, addresses and titles.
 * Without a text, the issue's epic is its parent if it is an objective here,
 * else a link. */
void parent_find(struct record_reader *r, const struct entry *e);

/* Reads an entry that is a key result and hangs it below its objective. */
void key_result_read(struct record_reader *r, struct entry *e);

/* Keeps a comment of ours if it closed the issue; the first of them counts. */
void final_keep(struct entry *e, const struct note *note);

/* Gives the objectives of the entry the grades and outcome it was closed with.
 * Key results keep theirs as long as there are as many as then. */
void final_apply(struct record_reader *r, const struct entry *e);

#endif
