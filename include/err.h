/*
 * Errors as values.  An error is a reason why the run cannot go on; something
 * wrong in somebody's OKR is a finding (finding.h) and never an error.
 *
 * The struct belongs to the caller, is never NULL, and stays untouched on
 * success.  The first error sticks: a second err_set() on the same struct
 * changes nothing, so a clean-up that fails cannot hide the reason.  Words:
 * lower case, no full stop, the failure first, its subject in 'quotes', then
 * what to do about it.
 */
#ifndef ERR_H
#define ERR_H

#include "attr.h"

enum err_kind {
	ERR_NONE,
	ERR_USAGE,  /* the command line: exit status 2 */
	ERR_CONFIG, /* a config or template file of the user's: 2 */
	ERR_GITLAB, /* GitLab cannot be reached or says no: 3 */
	ERR_REPO,   /* the repository, or publishing into it: 3 */
	ERR_IO,     /* a file that cannot be read or written: 3 */
	ERR_DATA,   /* input that is not what it claims to be: 3 */
};

struct err {
	enum err_kind kind;
	char text[1024]; /* UTF-8, no newline, no control characters */
};

#define ERR_INIT \
	{ \
		ERR_NONE, "" \
	}

/*
 * Records the error if there is none yet.  Control characters and broken
 * UTF-8 in the text become '?', since parts of it come from outside.
 * Returns -1, so that a failure is one line: return err_set(err, ...).
 */
int err_set(struct err *err, enum err_kind kind, const char *fmt, ...)
	PRINTF(3, 4);

/* As err_set(), for functions that return a pointer: returns NULL. */
void *err_null(struct err *err, enum err_kind kind, const char *fmt, ...)
	PRINTF(3, 4);

/* Puts "CONTEXT: " before the text of the error that is there. Returns -1. */
int err_wrap(struct err *err, const char *fmt, ...) PRINTF(2, 3);

/* Forgets the error, for the few places that try something else instead. */
void err_clear(struct err *err);

/* The exit status an error of this kind ends the program with. */
int err_exit_status(enum err_kind kind);

#endif
