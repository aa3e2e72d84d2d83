/*
 * Writing into GitLab: issues, and what has to be looked up before.
 *
 * A write is never repeated blindly.  What we open carries a key in a hidden
 * comment, and an issue counts as ours only by that key and our own user id
 * together.  When an answer is lost or makes no sense, the key is looked for
 * before anything is sent again, so that every issue exists exactly once.
 *
 * Texts are sent as they are: making them safe is the caller's matter.
 * Errors are ERR_GITLAB with a sentence that says what to do.
 */
#ifndef GITLAB_WRITE_H
#define GITLAB_WRITE_H

#include <stdbool.h>
#include <stdint.h>

#include "arena.h"
#include "err.h"
#include "gitlab.h"
#include "source.h"
#include "str.h"
#include "vec.h"

struct gitlab_project {
	int64_t id;
	const char *path;   /* "group/project", as GitLab writes it now */
	bool issues;        /* are issues turned on? */
	const char *branch; /* the default one, or "" */
	bool empty;         /* there is no commit yet */
};

/* The project with that path or number. */
int gitlab_project_get(struct gitlab *g, struct arena *a, const char *path,
	struct gitlab_project *out, struct err *err) MUST_USE;

/* Where the source is a board, adds the labels and the milestone it shows to
 * those of the address: an issue without them would not be found there. */
int gitlab_board_scope(struct gitlab *g, struct arena *a,
	const struct gitlab_project *project, struct source_spec *source,
	struct err *err) MUST_USE;

/* Names of the labels that can be used there, inherited ones too. */
int gitlab_label_names(struct gitlab *g, struct arena *a,
	const struct gitlab_project *project, struct texts *names,
	struct err *err) MUST_USE;

/* Makes a label; color is "#rrggbb". One that is there already is fine. */
int gitlab_label_create(struct gitlab *g, struct arena *a,
	const struct gitlab_project *project, const char *name,
	const char *color, struct err *err) MUST_USE;

/* The id of the user with that user name, or 0 when there is none. */
int gitlab_user_id(struct gitlab *g, struct arena *a, const char *name,
	int64_t *id, struct err *err) MUST_USE;

/* The id of the project's or its groups' milestone with that title, or 0. */
int gitlab_milestone_id(struct gitlab *g, struct arena *a,
	const struct gitlab_project *project, const char *title, int64_t *id,
	struct err *err) MUST_USE;

/* Names of the project's issue templates; none when it has no repository. */
int gitlab_template_names(struct gitlab *g, struct arena *a,
	const struct gitlab_project *project, struct texts *names,
	struct err *err) MUST_USE;

/* The text of one of them, in the arena. */
int gitlab_template_text(struct gitlab *g, struct arena *a,
	const struct gitlab_project *project, const char *name,
	struct str *text, struct err *err) MUST_USE;

/* What a key looks like in an issue's text: BEGIN key END. Keys are made of
 * [a-z0-9/.-] without two dashes in a row. */
#define GITLAB_KEY_BEGIN "<!-- okrsync:key="
#define GITLAB_KEY_END " -->"

struct gitlab_issue {
	int64_t iid;
	const char *url;
	const char *title;
	const char *updated; /* stamp of its last change, or "" */
	struct texts labels;
};

/* An issue and a key its text holds; one entry a key. */
struct gitlab_keyed {
	const char *key;
	struct gitlab_issue issue;
};

struct gitlab_keyeds {
	VEC_OF(struct gitlab_keyed);
};

/* The issues of the project that user self has written, open and closed, as
 * far as they hold keys; oldest first. */
int gitlab_keyed_issues(struct gitlab *g, struct arena *a,
	const struct gitlab_project *project, int64_t self,
	struct gitlab_keyeds *found, struct err *err) MUST_USE;

/* The first one with that key, or NULL. */
const struct gitlab_issue *gitlab_keyed_find(
	const struct gitlab_keyeds *keyeds, const char *key);

struct gitlab_ids {
	VEC_OF(int64_t);
};

struct gitlab_new_issue {
	const char *title;
	const char *description; /* holds the key between its marks */
	const char *key;
	struct texts labels; /* names without commas, that are there */
	struct gitlab_ids assignees;
	int64_t milestone; /* 0: none */
	const char *due;   /* YYYY-MM-DD, or "" */
};

/*
 * Opens an issue, exactly once. A limit on new issues is waited for as long
 * as the handle's deadline allows. out is the issue as GitLab answered it,
 * whose labels are fewer where our user's role is too low to set them.
 */
int gitlab_issue_open(struct gitlab *g, struct arena *a,
	const struct gitlab_project *project, int64_t self,
	const struct gitlab_new_issue *issue, struct gitlab_issue *out,
	struct err *err) MUST_USE;

/* What is to change about an issue; NULL and empty lists leave it alone. */
struct gitlab_change {
	const char *title;
	const char *description;
	struct texts add_labels, remove_labels;
	const char *state_event; /* "close", "reopen" */
	const char *due;         /* "" takes it away */
};

/* Changes an issue. Doing so twice changes nothing more, so that a lost
 * answer is no reason to look first: it is sent again. */
int gitlab_issue_change(struct gitlab *g, struct arena *a,
	const struct gitlab_project *project, int64_t iid,
	const struct gitlab_change *change, struct gitlab_issue *out,
	struct err *err) MUST_USE;

/* Relates two issues of the project, unless they are related already. */
int gitlab_issue_relate(struct gitlab *g, struct arena *a,
	const struct gitlab_project *project, int64_t iid, int64_t to,
	struct err *err) MUST_USE;

/* Puts an issue below another one of the project, as work items are, unless it
 * is there. *refused is NULL, or GitLab's words on why it may not be: kinds of
 * items, tier and version decide. */
int gitlab_issue_set_parent(struct gitlab *g, struct arena *a,
	const struct gitlab_project *project, int64_t iid, int64_t parent,
	const char **refused, struct err *err) MUST_USE;

#endif
