/*
 * What GitLab says in the headers of an answer: where the next page is, and
 * how long to wait.  All of them may be missing.
 */
#ifndef GITLAB_HEADER_P_H
#define GITLAB_HEADER_P_H

#include <stdbool.h>
#include <stdint.h>

#include "str.h"

/* The target of the first link with that relation in a Link header's value
 * (RFC 8288). False when there is none. */
bool header_link(struct str value, const char *rel, struct str *target);

/* Milliseconds to wait by Retry-After, which is seconds or an HTTP date; now
 * is the server's idea of the time, from its Date header, or 0 where that is
 * unknown. -1 when it says nothing; never more than a day. */
long header_retry_after(struct str value, int64_t now);

/* The same by RateLimit-Reset, seconds since 1970. */
long header_reset(struct str value, int64_t now);

/* Seconds since 1970 of an HTTP date, or 0. */
int64_t header_date(struct str value);

/* A count such as X-Total, or -1. */
long header_count(struct str value);

#endif
