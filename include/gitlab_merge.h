/*
 * Merge requests, and comments on them.
 *
 * As with issues: what we open carries a key (gitlab_write.h), and counts as
 * ours only by that key and our own user id together.  When an answer is lost,
 * the key is looked for before anything is sent again.
 */
#ifndef GITLAB_MERGE_H
#define GITLAB_MERGE_H

#include <stdbool.h>
#include <stdint.h>

#include "arena.h"
#include "err.h"
#include "gitlab.h"
#include "gitlab_write.h"
#include "str.h"
#include "vec.h"

struct gitlab_merge {
	int64_t iid, author;    /* author: the id of the user */
	int64_t source_project; /* another one for a fork */
	const char *url, *title, *description;
	struct texts labels;
	bool draft;
	bool automatic; /* is to be merged when its pipeline succeeds */
	bool merged;
};

/* The one that is open for these two branches; *there false for none. (GitLab
 * allows no second one.) */
int gitlab_merge_find(struct gitlab *g, struct arena *a,
	const struct gitlab_project *project, const char *source,
	const char *target, struct gitlab_merge *out, bool *there,
	struct err *err) MUST_USE;

/* Is it ours, by key and user? */
bool gitlab_merge_is_ours(
	const struct gitlab_merge *merge, int64_t self, const char *key);

struct gitlab_new_merge {
	const char *source, *target; /* branches */
	const char *title;
	const char *description; /* holds the key between its marks */
	const char *key;
	struct texts labels;
	struct gitlab_ids reviewers;
	bool remove_source; /* GitLab removes the branch when merged */
};

/*
 * Opens one, exactly once. *clash is set, with 0, when somebody else opened
 * one for these branches meanwhile; out is that one then.
 */
int gitlab_merge_open(struct gitlab *g, struct arena *a,
	const struct gitlab_project *project, int64_t self,
	const struct gitlab_new_merge *merge, struct gitlab_merge *out,
	bool *clash, struct err *err) MUST_USE;

/* Changes title, description and state_event, where not NULL, and adds and
 * removes labels. Doing so twice changes nothing more. */
int gitlab_merge_change(struct gitlab *g, struct arena *a,
	const struct gitlab_project *project, int64_t iid,
	const struct gitlab_change *change, struct err *err) MUST_USE;

/* How GitLab took it. */
enum gitlab_accepted {
	ACCEPTED_LATER, /* will merge it when its pipeline succeeds */
	ACCEPTED_NOW,   /* has merged it */
	ACCEPTED_NOT,   /* does not let it be merged, for now at least */
};

/*
 * Asks GitLab to merge it when the pipeline of commit sha, the newest of its
 * branch, succeeds. Just after the opening GitLab says no to everything: it is
 * asked a few times. ERR_GITLAB when our user may not merge.
 */
int gitlab_merge_accept(struct gitlab *g, struct arena *a,
	const struct gitlab_project *project, int64_t iid, const char *sha,
	enum gitlab_accepted *how, struct err *err) MUST_USE;

/* Is there a comment of that user with that key? */
int gitlab_merge_has_note(struct gitlab *g, struct arena *a,
	const struct gitlab_project *project, int64_t iid, int64_t self,
	const char *key, bool *there, struct err *err) MUST_USE;

/* Writes a comment that holds the key, exactly once. */
int gitlab_merge_note(struct gitlab *g, struct arena *a,
	const struct gitlab_project *project, int64_t iid, int64_t self,
	const char *key, const char *body, struct err *err) MUST_USE;

#endif
