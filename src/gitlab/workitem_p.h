/*
 * One work item of an answer, read and written as an issue.
 */
#ifndef GITLAB_WORKITEM_P_H
#define GITLAB_WORKITEM_P_H

#include <stdbool.h>
#include <stdint.h>

#include "arena.h"
#include "pull.h"
#include "str.h"
#include "vec.h"

struct workitem_user {
	int64_t id;
	struct str name, username;
};

/* Texts are empty and numbers have .there false where GitLab says null. */
struct workitem_number {
	bool there;
	int64_t value;
};

struct workitem {
	int64_t id, iid, project;
	struct str title, state, type, web_url, reference, description;
	struct str created, updated, closed, start, due, health;
	struct str milestone, milestone_start, milestone_due;
	struct str parent, parent_title, parent_url, progress_updated;
	struct workitem_number progress, begin, current, end;
	struct workitem_number tasks, tasks_done;
	struct workitem_user author;
	struct {
		VEC_OF(struct str);
	} labels;
	struct {
		VEC_OF(struct workitem_user);
	} assignees;
	bool open; /* "confidential" is false */
	bool has_children;
};

/* Takes one element of "nodes"; what has an odd type is left out. False when
 * it is no item that could be told from others. */
bool workitem_read(struct pull *p, struct workitem *out);

/* As an issue of the REST API, and the member that issues get. */
struct str workitem_issue(struct arena *a, const struct workitem *w) MUST_USE;
/* The member "work_item", an object. */
struct str workitem_member(struct arena *a, const struct workitem *w) MUST_USE;

#endif
