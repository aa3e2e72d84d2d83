/*
 * A project's repository through GitLab's API, without a clone: its branches,
 * the files of a folder, and commits.
 *
 * Everything is read at one commit, so that what is read together belongs
 * together.  Errors are ERR_GITLAB with a sentence that says what to do.
 */
#ifndef GITLAB_REPO_H
#define GITLAB_REPO_H

#include <stdbool.h>
#include <stdint.h>

#include "arena.h"
#include "err.h"
#include "gitlab.h"
#include "gitlab_write.h"
#include "str.h"
#include "vec.h"

/* The newest commit of a branch; *there false, and "", when there is no such
 * branch. */
int gitlab_branch_tip(struct gitlab *g, struct arena *a,
	const struct gitlab_project *project, const char *branch,
	const char **commit, bool *there, struct err *err) MUST_USE;

/* Something in a folder. */
struct gitlab_entry {
	const char *path; /* from the top, "content/okrs/index.md" */
	const char *id;   /* of the blob or tree, hexadecimal */
	const char *mode; /* as git writes it: "100644" */
};

struct gitlab_entries {
	VEC_OF(struct gitlab_entry);
};

/* Everything below a folder ("" for all) at a commit, in order of path; none
 * when there is no such folder. */
int gitlab_tree(struct gitlab *g, struct arena *a,
	const struct gitlab_project *project, const char *commit,
	const char *folder, struct gitlab_entries *entries,
	struct err *err) MUST_USE;

/* A file's bytes at a commit, and the commit that changed it last. max is the
 * most bytes it may have. */
int gitlab_file(struct gitlab *g, struct arena *a,
	const struct gitlab_project *project, const char *commit,
	const char *path, size_t max, struct str *text, const char **last,
	struct err *err) MUST_USE;

enum gitlab_action_kind { GITLAB_CREATE, GITLAB_UPDATE, GITLAB_DELETE };

/* One file of a commit. With last set, GitLab refuses the commit when the
 * file was changed since. */
struct gitlab_action {
	enum gitlab_action_kind kind;
	const char *path;
	struct str text;
	const char *last;
};

struct gitlab_actions {
	VEC_OF(struct gitlab_action);
};

struct gitlab_new_commit {
	const char *branch;
	const char *start; /* branch to begin a new one from, or "" */
	const char *message;
	const char *author_name, *author_email;
	struct gitlab_actions actions;
};

/* What became of a commit that was sent. */
enum gitlab_sent {
	GITLAB_DONE,
	GITLAB_REFUSED, /* nothing has changed */
	GITLAB_UNSURE,  /* no answer: look before sending it again */
};

/*
 * Sends a commit, once: all of it is taken or nothing. Limits are waited for.
 * Returns 0 with *id for GITLAB_DONE, else -1; *status is GitLab's (0: no
 * answer).
 */
int gitlab_commit(struct gitlab *g, struct arena *a,
	const struct gitlab_project *project,
	const struct gitlab_new_commit *commit, const char **id,
	enum gitlab_sent *sent, long *status, struct err *err) MUST_USE;

/* Sleeps before the try after that many; false: no time for another. */
bool gitlab_rest(struct gitlab *g, int tries, const char *what);

struct gitlab_log_entry {
	const char *id;
	const char *author_name, *author_email;
};

struct gitlab_log {
	VEC_OF(struct gitlab_log_entry);
};

/* The commits of a branch that another commit does not have behind it. */
int gitlab_commits_since(struct gitlab *g, struct arena *a,
	const struct gitlab_project *project, const char *since,
	const char *until, struct gitlab_log *log, struct err *err) MUST_USE;

#endif
