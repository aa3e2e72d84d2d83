/*
 * Base64 (RFC 4648), as GitLab sends and takes files.
 */
#ifndef GITLAB_BASE64_P_H
#define GITLAB_BASE64_P_H

#include "arena.h"
#include "str.h"

/* In the arena. */
struct str base64_encode(struct arena *a, struct str bytes) MUST_USE;

/* False for what is no base64; line ends are skipped. */
bool base64_decode(struct arena *a, struct str text, struct str *out) MUST_USE;

#endif
