/*
 * From pages wanted to a tree changed: compare with what is there, show the
 * difference, carry it out as one commit.  Two ways behind one door: a git
 * repository (objects built without touching a work tree, one commit, a push
 * that is never forced), or a folder of files.
 */
#ifndef PUBLISH_H
#define PUBLISH_H

#include <stdbool.h>
#include <stdint.h>

#include "arena.h"
#include "buf.h"
#include "err.h"
#include "str.h"
#include "vec.h"

enum publish_way { PUBLISH_GIT, PUBLISH_FILES };

struct publish_options {
	enum publish_way way;
	const char *path;       /* the clone, or the folder's root */
	const char *folder;     /* pages' folder below it: "content/okrs" */
	const char *branch;     /* branch to write; "" the remote's default */
	const char *remote;     /* name ("origin") or address; "" no push */
	const char *token;      /* for pushing over http(s); "" none */
	const char *token_host; /* only this host[:port] gets it */
	const char *ca_file;
	const char *author_name, *author_email;
	const char *message; /* commit message */
	int64_t when;        /* seconds since 1970, of the commit */
	int attempts;        /* on a moved branch: fetch and plan again */
};

enum change_kind { CHANGE_ADD, CHANGE_MODIFY, CHANGE_REMOVE };

struct change {
	enum change_kind kind;
	const char *path;      /* below the root */
	struct str old, fresh; /* whole texts */
};

struct changes {
	VEC_OF(struct change);
};

struct publish;

/* NULL with ERR_REPO: not a repository, bare without branch, shallow (and
 * what to do then), a branch that is not there. */
struct publish *publish_open(
	const struct publish_options *o, struct err *err) MUST_USE;
void publish_close(struct publish *p); /* takes NULL */

/* The text of a page as it is now; an empty slice and *there false if none. */
int publish_read(struct publish *p, struct arena *a, const char *path,
	struct str *text, bool *there, struct err *err) MUST_USE;

/* Paths of the files below the folder, sorted. */
int publish_list(struct publish *p, struct arena *a, struct texts *paths,
	struct err *err) MUST_USE;

/* Appends a unified diff of all changes. */
int publish_diff(
	const struct changes *c, struct buf *b, struct err *err) MUST_USE;

/*
 * Makes the changes: one commit on the branch and a push, or the files. No
 * changes: nothing is written. *moved is set, with -1, when somebody else
 * pushed first: open again, plan again. The server's words are in the error
 * when it refuses.
 */
int publish_apply(struct publish *p, struct arena *a, const struct changes *c,
	const char **id, bool *moved, struct err *err) MUST_USE;

#endif
