/*
 * What the files of the publish room share: the handle, and the three ways
 * behind it (clone.c with remote.c, api.c, and folder.c).
 */
#ifndef PUBLISH_P_H
#define PUBLISH_P_H

#include <git2.h>
#include <signal.h>
#include <stdbool.h>
#include <time.h>

#include "publish.h"

enum {
	PATH_BYTES_MAX = 4096,
	PATH_NAMES_MAX = 32, /* names in a path, and levels of folders */
	WORDS_BYTES = 2048,  /* kept of what a server says */
	COMMIT_HEX_BYTES = 40 + 1,
};

struct publish {
	struct arena arena;
	struct publish_options o; /* copies, no NULL texts */
	const char *where;
	/* PUBLISH_FILES */
	int root; /* -1 when not open */
	/* PUBLISH_GIT */
	bool git; /* libgit2 is initialised */
	git_repository *repo;
	git_tree *tree;  /* what was found; NULL: nothing yet */
	git_tree *shelf; /* the folder looked into last, NULL none */
	const char *shelf_path;
	git_oid tip;
	bool has_tip;
	bool shallow;
	const char *branch;   /* "main" */
	const char *ref;      /* "refs/heads/main" */
	const char *url;      /* with login, never shown; "" no push */
	const char *shown;    /* the same without login */
	const char *tracking; /* "refs/remotes/origin/main"; "" none */
	/* PUBLISH_API; also branch and where */
	struct api *api; /* in the arena */
};

/* publish.c: is this a path we may use? */
int path_check(const char *path, struct err *err) MUST_USE;
/* Adds to paths, up to PUBLISH_FILES_MAX. */
int path_add(struct arena *a, struct texts *paths, const char *path,
	struct err *err) MUST_USE;

/* clone.c: the git way.  Finds the repository around where, its branch, remote
 * and tip; ERR_CONFIG for what a person can mend, ERR_REPO for the rest. */
int clone_open(struct publish *p, struct err *err) MUST_USE;
/* publish_read() of the tip: sets text, in a, and *there when the file is
 * there, else leaves both.  ERR_REPO for a link, a folder, or what is too
 * large. */
int clone_read(struct publish *p, struct arena *a, const char *path,
	struct str *text, bool *there, struct err *err) MUST_USE;
/* Is the file there and made of this text? Reads no file. */
bool clone_is(struct publish *p, const char *path, struct str text);
/* The entry at a path, which must be a regular file or nothing (NULL); good
 * until the next call. */
int clone_find(struct publish *p, const char *path,
	const git_tree_entry **found, struct err *err) MUST_USE;
/* What git calls a file of that text. */
void clone_blob_id(git_oid *id, struct str text);
/* tree.c: the tree with the changes made; *same when that is the one found. */
int tree_build(struct publish *p, const struct changes *c, git_oid *id,
	bool *same, struct err *err) MUST_USE;
/* The hash of the pages' folder; "none" when there is none. */
const char *clone_state(struct publish *p, struct arena *a);
/* Adds the paths of all files in the pages' folder at the tip, sorted. */
int clone_list(struct publish *p, struct arena *a, struct texts *paths,
	struct err *err) MUST_USE;
/* publish_apply(): one commit, pushed where there is a remote, else put on the
 * local branch. */
int clone_apply(struct publish *p, const struct changes *c, const char **id,
	bool *moved, struct err *err) MUST_USE;
/* The commit found, in hexadecimal, in p's arena. */
const char *clone_tip(struct publish *p) MUST_USE;
/* Sets err from libgit2's last error: "WHAT: words". Returns -1. */
int clone_fail(struct publish *p, struct err *err, const char *fmt, ...)
	PRINTF(3, 4);

/* The branch HEAD names, which need not exist yet; "" when detached. */
const char *clone_head_branch(struct publish *p) MUST_USE;
/* Sets branch and ref; -1 when no branch can be called so. */
int clone_set_branch(
	struct publish *p, const char *branch, struct err *err) MUST_USE;

/* graft.c: makes the commits a shallow clone ends with look like first ones,
 * so that libgit2 does not miss their parents. */
int graft_shallow(struct publish *p, struct err *err) MUST_USE;
/* Makes libgit2 strict about hashes again, for that is a switch of the whole
 * process; may be called without the other. */
void graft_end(void);

/* lone.c: between these two the repository has one reference, LONE_REF, at
 * commit. *saved is for lone_end(), which is called in any case. */
#define LONE_REF "refs/okrsync/push"
/* Begins that; ERR_REPO when it cannot be done. */
int lone_begin(struct publish *p, const git_oid *commit, git_refdb **saved,
	struct err *err) MUST_USE;
/* Gives the repository its own references back; saved NULL: it has them. */
void lone_end(struct publish *p, git_refdb *saved);

/* remote.c: asks the remote for the branch (filling in branch and tip) and
 * fetches it; pushes a commit onto it. */
int remote_find(struct publish *p, struct err *err) MUST_USE;
/* Never forced.  *moved, with -1: the remote's branch is not at our tip any
 * more and took nothing.  A hook that refuses is ERR_REPO with its words. */
int remote_push(struct publish *p, const git_oid *commit, bool *moved,
	struct err *err) MUST_USE;

/* folder.c: the files way.  Opens where as root; no link leads out of it. */
int folder_open(struct publish *p, struct err *err) MUST_USE;
/* As clone_read(), of the file as it is now. */
int folder_read(struct publish *p, struct arena *a, const char *path,
	struct str *text, bool *there, struct err *err) MUST_USE;
/* As clone_list(); a folder that is not there has no files. */
int folder_list(struct publish *p, struct arena *a, struct texts *paths,
	struct err *err) MUST_USE;
/* publish_apply(): the files one by one, each whole or not at all, those to be
 * removed last; *moved, with -1, when one is not what it was read as.  ERR_IO
 * while another run writes to the folder. */
int folder_apply(struct publish *p, const struct changes *c, bool *moved,
	struct err *err) MUST_USE;

/* api.c: the way through GitLab's API.  Asks for the branch, which need not
 * exist yet, and for the list of files below the folder. */
int api_open(struct publish *p, struct err *err) MUST_USE;
/* As clone_read(), with a request; notes which commit changed it last. */
int api_read(struct publish *p, struct arena *a, const char *path,
	struct str *text, bool *there, struct err *err) MUST_USE;
/* As clone_list(), from the list that was fetched on opening. */
int api_list(struct publish *p, struct arena *a, struct texts *paths,
	struct err *err) MUST_USE;
/* publish_apply(): one request makes one commit.  It says for each file which
 * commit changed it last, so that GitLab refuses when somebody was faster; an
 * answer in doubt is looked after before it is sent again. */
int api_apply(struct publish *p, const struct changes *c, const char **id,
	bool *moved, struct err *err) MUST_USE;
/* As clone_is(), by the hash that the list of files gave; no request. */
bool api_is(struct publish *p, const char *path, struct str text);
/* The commit read from, in hexadecimal; "" when there is none.  *fresh: the
 * branch is not there yet and will be made from that commit. */
const char *api_tip(struct publish *p, bool *fresh);

/*
 * address.c: the parts of a remote's address, borrowed from it.  Without a
 * scheme ("host:path", "/srv/x.git") only path is set.
 */
struct address {
	struct str scheme, login, host, port, path;
};

/* Takes an address apart; what it lacks is empty.  Checks nothing. */
struct address address_parse(struct str url);
/* Is it spoken to with HTTP or HTTPS? */
bool address_is_http(const struct address *a);
/* Does its host mean this machine: localhost, 127.*, [::1]? */
bool address_is_loopback(const struct address *a);
/* Is it this host[:port]? Default ports may be left out. */
bool address_is_at(const struct address *a, const char *host_port);
/* The address without login, query and fragment. */
const char *address_shown(struct arena *arena, const char *url) MUST_USE;
/* The address without login only. */
const char *address_bare(struct arena *arena, const char *url) MUST_USE;

/*
 * Appends text from outside as one line: lines joined by "; ", terminal
 * sequences, progress counters and empty lines dropped, logins in addresses
 * and the secret (may be empty) replaced.
 */
void words_add(struct buf *b, struct str text, const char *secret);

/*
 * guard.c: around each talk with a remote: no SIGPIPE, and after timeout_ms
 * (0: never) a SIGALRM each second, which ends whatever call hangs.
 */
struct guard {
	struct sigaction pipe, alarm; /* as it was */
	struct timespec end;
	timer_t timer;
	bool timed;
};

/* Keeps the handlers that were there in g, which must not move before the
 * end.  Guards do not nest. */
void guard_begin(struct guard *g, long timeout_ms);
/* Is the time up?  Never without one. */
bool guard_is_over(const struct guard *g);
/* Stops the alarm and puts the handlers back. */
void guard_end(struct guard *g);

#endif
