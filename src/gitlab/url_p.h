/*
 * Addresses inside the gitlab room: taken apart by libcurl's own parser, so
 * that what is checked here is what is connected to later.
 */
#ifndef GITLAB_URL_P_H
#define GITLAB_URL_P_H

#include <stdbool.h>

#include "arena.h"
#include "buf.h"
#include "err.h"
#include "str.h"

enum { URL_BYTES = 16 * 1024 }; /* the longest address we take or make */

struct url {
	const char *scheme; /* "http" or "https" */
	const char *host;   /* lower case, "[::1]" in brackets */
	long port;          /* the scheme's default when none was given */
	const char *path;   /* from its first slash on, still encoded */
	const char *query;  /* without the question mark, or "" */
};

/*
 * Takes a whole address apart. ERR_CONFIG names it by what ("the address")
 * and never by its text, which may hold a password. Refused: other schemes,
 * user names, http to a host that is not this machine, control characters.
 */
int url_parse(struct arena *a, struct str text, const char *what,
	struct url *out, struct err *err) MUST_USE;

/* Where a Location or Link of an answer from base leads; NULL when it cannot
 * be understood. It may be another origin. */
const char *url_resolve(
	struct arena *a, const char *base, struct str ref) MUST_USE;

/* Scheme, host and port are the same. */
bool url_same_origin(const struct url *a, const struct url *b);

/* Is the host this machine: localhost, 127.0.0.0/8, [::1]? */
bool url_is_loopback(const char *host);

/* "https://gitlab.example:8443", without a default port. */
const char *url_origin(struct arena *a, const struct url *u) MUST_USE;

/* Appends text with everything but A-Z a-z 0-9 - . _ ~ as %XX. */
void url_encode(struct buf *b, struct str text);

/* Undoes %XX, and + to space where plus is set. False for a broken %, a NUL
 * or a control character. */
bool url_decode(
	struct arena *a, struct str text, bool plus, const char **out) MUST_USE;

#endif
