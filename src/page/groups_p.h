/*
 * Teams and people over all periods: who has a page, and what stands on it.
 */
#ifndef GROUPS_P_H
#define GROUPS_P_H

#include "view_p.h"

enum role {
	ROLE_TEAM = 1,
	ROLE_OWNER = 2,
	ROLE_DRI = 4,
	ROLE_KEY_RESULT = 8, /* owns key results of other people's */
};

/* One objective, or one key result of somebody else's. */
struct holding {
	int part, objective;
	int place; /* on the period's page */
	int kr;    /* NO_INDEX: the whole objective */
	unsigned roles;
};

struct group {
	const char *key, *slug;
	const char *name; /* plain text */
	const char *path; /* "teams/engineering/" below the pages' folder */
	enum level level; /* the highest it has */
	VEC_OF(struct holding); /* newest period first, then as on its page */
};

struct group_set { /* by level, company first, then by name */
	VEC_OF(struct group);
	struct group **by_key;
};

struct groups {
	struct group_set teams, owners;
};

/* Finds all teams and people.  A name counts as the same whatever the case
 * of its ASCII letters. */
struct groups groups_make(struct arena *a, const struct stages *stages);

/* Path of the page of the team or person of that name, or "". */
const char *groups_path(
	struct arena *a, const struct group_set *set, const char *name);

/* Adds what is held to totals. */
void holding_add(
	struct totals *t, const struct stage *s, const struct holding *h);

/* Makes all periods of the model ready, newest first: folders, places, labels,
 * histories; then who has a page, and the values of the objectives.  ERR_DATA
 * for a history in o->old that is no JSON. */
int stages_make(struct arena *a, const struct model *m,
	const struct page_options *o, struct stages *stages,
	struct groups *groups, struct err *err) MUST_USE;

/* The whole page of a team or person. */
struct value *view_group(struct arena *a, const struct group *g, bool team,
	const struct stages *stages, const struct page_options *o);

#endif
