/*
 * From pages wanted to a tree changed: look at what is there, show the
 * difference, carry it out.  Three ways behind one door: a git repository
 * (objects built without touching work tree or index, one commit, a push that
 * is never forced), GitLab's API without any clone (one commit, refused when
 * one of its files was changed since), or a folder of files.
 *
 * All paths are below the root, with '/' between names, and within the pages'
 * folder; publish_path() makes one.  A path with an empty name, '.', '..',
 * '.git', a backslash or a control character is refused, and so is one that
 * leads through a symbolic link or ends in one.
 *
 * What a git clone sees of it.  With a remote, the branch is fetched first,
 * and after a push it is as if somebody else had pushed and you had fetched:
 * only the remote-tracking branch moves (and if that is locked, not even
 * that); local branches, index and work tree stay.  Without a remote the
 * commit goes to the local branch, which then must not be checked out.  A run
 * that is killed leaves some unreferenced objects, which git's own clean-up
 * removes in time, and nothing else.
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

enum publish_way { PUBLISH_GIT, PUBLISH_FILES, PUBLISH_API };

struct gitlab;
struct gitlab_project;

enum {
	PUBLISH_FILE_BYTES = 16 * 1024 * 1024, /* the largest page read */
	PUBLISH_FILES_MAX = 100000,            /* the most publish_list gives */
};

/* Texts may be NULL, which is as good as "". */
struct publish_options {
	enum publish_way way;
	const char *path;   /* the clone (work tree or bare), or the root */
	const char *folder; /* pages' folder below it: "content/okrs" */
	const char *branch; /* to write; "" the remote's default or HEAD's */
	const char *remote; /* name ("origin") or address; "" no push */
	const char *token;  /* for pushing over http(s); "" none */
	const char *token_user; /* goes with it; "" is "oauth2" */
	const char *token_host; /* only this host[:port] gets the token */
	const char *ca_file;    /* PEM, instead of the system's; "" those */
	const char *author_name, *author_email;
	const char *message; /* commit message */
	int64_t when;        /* seconds since 1970, of the commit, in UTC */
	long timeout_ms;     /* for each talk with the remote; 0 no end */

	/* PUBLISH_API: both borrowed, as long as the handle. */
	struct gitlab *gitlab;
	const struct gitlab_project *project;
	const char *start; /* a branch that is not there begins here; "" */
	/* PUBLISH_GIT: set, where not NULL, when opening failed because the
	 * clone is shallow and lacks the newest commit. */
	bool *too_shallow;
	/* Told of each talk with the remote, before it: "git fetch URL",
	 * without a login. May be NULL. */
	void (*log)(void *ctx, const char *line);
	void *ctx;
};

/* What lies at a path, as far as git is concerned. */
enum publish_clone { PUBLISH_NO_CLONE, PUBLISH_SHALLOW, PUBLISH_COMPLETE };

/* Looks at the folder itself, and at none above it. */
enum publish_clone publish_probe(const char *path);

enum change_kind { CHANGE_ADD, CHANGE_MODIFY, CHANGE_REMOVE };

/* Whole texts: old is empty when added, fresh when removed. */
struct change {
	enum change_kind kind;
	const char *path;
	struct str old, fresh;
};

struct changes {
	VEC_OF(struct change);
};

struct publish;

/*
 * Looks at what is there: opens the clone and, with a remote, asks it for the
 * branch and fetches that.  NULL with ERR_REPO when it is not a repository,
 * there is no such branch, or the remote cannot be reached or refuses; with
 * ERR_CONFIG when the options make no sense (folder, author, a token over
 * plain http to another machine).  A shallow clone is good enough as long as
 * it has the newest commit of the branch; otherwise the error says what to do.
 *
 * The token goes to token_host only, and then a login in the remote's own
 * address is left out.  Redirects to other hosts are not followed; libgit2
 * does follow them within one host (GitLab sends "group/project" on to
 * "group/project.git").  No address is ever shown with a login.
 *
 * The options are copied.  While it talks to the remote, SIGPIPE is ignored,
 * and with timeout_ms set SIGALRM and a timer end what hangs; both are as
 * before afterwards.
 */
struct publish *publish_open(
	const struct publish_options *o, struct err *err) MUST_USE;

/* Gives everything back; takes NULL. */
void publish_close(struct publish *p);

/* FOLDER/PAGE, the path of a page as the functions below want it. */
const char *publish_path(
	const struct publish *p, struct arena *a, const char *page) MUST_USE;

/* Where it goes, in words: "branch 'main' of https://gitlab.example/a/b.git"
 * or "folder 'site'". Borrowed from p. */
const char *publish_where(const struct publish *p);

/* The text of a file as it is now; an empty slice and *there false if there
 * is none. ERR_REPO (ERR_IO for files) for a link, a folder, or more than
 * PUBLISH_FILE_BYTES. */
int publish_read(struct publish *p, struct arena *a, const char *path,
	struct str *text, bool *there, struct err *err) MUST_USE;

/* A name for all that lies in the pages' folder, the same only as long as that
 * is; "" where none can be told without reading it. */
const char *publish_state(struct publish *p, struct arena *a);

/* Is the file known to be exactly text, without reading it? True only if so;
 * false says nothing. */
bool publish_is(struct publish *p, const char *path, struct str text);

/* The commit that was found; "" for files and when there is none yet. *fresh
 * tells whether the branch itself is not there yet. */
const char *publish_tip(struct publish *p, bool *fresh);

/* Paths of the regular files below the folder, in order of their bytes; none
 * when there is no such folder. Links are left out and not followed. */
int publish_list(struct publish *p, struct arena *a, struct texts *paths,
	struct err *err) MUST_USE;

/* Appends a unified diff of the changes in order of path, as git prints it:
 * a/ and b/ before names, /dev/null for what is not there. Needs no publish. */
int publish_diff(
	const struct changes *c, struct buf *b, struct err *err) MUST_USE;

/* Replaces the message of the commit to come; copied. */
void publish_set_message(struct publish *p, const char *message);

/*
 * Makes the changes: one commit on the branch and a push, or the files, each
 * replaced whole. *id is the new commit (borrowed from p), NULL when files
 * were written or nothing had to be: a tree that is already as wanted makes no
 * commit and no push.
 *
 * *moved is set, with -1, when somebody else was faster and no harm is done:
 * close, open and plan again, a few times at most. When the server refuses,
 * its words are in the error. Files: pages before the one that failed are
 * written, whole; the others are as before.
 */
int publish_apply(struct publish *p, const struct changes *c, const char **id,
	bool *moved, struct err *err) MUST_USE;

#endif
