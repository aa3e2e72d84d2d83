/*
 * The merge request that pages go through: one for a source and a target
 * branch.  First it is looked at, which writes nothing and tells all that
 * would be written; then exactly that is carried out.
 *
 * A commit by somebody else on the source branch means hands off: neither
 * the branch nor the merge request is touched any more, which a comment in the
 * merge request says once.
 */
#ifndef MERGE_H
#define MERGE_H

#include <stdbool.h>
#include <stdint.h>

#include "arena.h"
#include "err.h"
#include "gitlab_merge.h"

struct merge_options {
	struct gitlab *gitlab;
	const struct gitlab_project *project;
	int64_t self;                /* our user's id */
	const char *source, *target; /* branches */
	const char *target_tip;
	const char *source_tip;   /* "" while there is no such branch */
	const char *author_email; /* whose commits are ours */
	const char *title;        /* without "Draft:" */
	bool draft;               /* when it is opened; later it is people's */
	bool automatic;           /* to be merged when its pipeline succeeds */
	const char *description;  /* without the key */
	struct texts labels;      /* that it should have at least */
	struct texts reviewers;   /* user names, when it is opened */
};

enum merge_step {
	MERGE_NOTHING, /* is as it should be */
	MERGE_OPEN,
	MERGE_CHANGE,
	MERGE_FOREIGN, /* it is somebody else's */
	MERGE_STOPPED, /* somebody else has committed to the branch */
};

struct merge_plan {
	enum merge_step step;
	bool there; /* found is set */
	struct gitlab_merge found;
	struct gitlab_new_merge fresh; /* MERGE_OPEN */
	struct gitlab_change change;   /* MERGE_CHANGE */
	bool comment;    /* MERGE_STOPPED: has not been said there yet */
	const char *who; /* whose commit it is */
	bool accept;     /* GitLab is to merge it, which is asked last */
	enum gitlab_accepted accepted;
};

/* Looks. ERR_CONFIG for labels and reviewers that are not there. */
int merge_look(struct arena *a, const struct merge_options *o,
	struct merge_plan *plan, struct err *err) MUST_USE;

/* Settles whether GitLab is to be asked to merge it: it forgets that it was
 * when the branch gets a commit, and a draft is people's word to wait. */
void merge_settle(
	const struct merge_options *o, struct merge_plan *plan, bool commits);

/* May the source branch be written? */
bool merge_may_commit(const struct merge_plan *plan);

/* Does merge_apply() write anything? */
bool merge_is_write(const struct merge_plan *plan);

/* What merge_apply() would write, or why it does not, in one line. */
const char *merge_words(struct arena *a, const struct merge_options *o,
	const struct merge_plan *plan) MUST_USE;

/* The same for asking GitLab to merge it; only with plan->accept. Told before
 * or, with done, after merge_apply(). */
const char *merge_accept_words(
	struct arena *a, const struct merge_plan *plan, bool done) MUST_USE;

/* Does it. head is the newest commit of the source branch. found is the merge
 * request afterwards, where there is one. */
int merge_apply(struct arena *a, const struct merge_options *o,
	struct merge_plan *plan, const char *head, struct err *err) MUST_USE;

/* The key for a source branch, [a-z0-9/.-]+ without two dashes in a row. */
const char *merge_key(struct arena *a, const char *source) MUST_USE;

/* What has to change so that found is as wanted: title (whose "Draft:" is
 * people's), description, labels that are missing. False: nothing. */
bool merge_difference(struct arena *a, const struct gitlab_merge *found,
	const struct gitlab_new_merge *wanted, struct gitlab_change *change);

#endif
