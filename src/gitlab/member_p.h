/*
 * An object as it came, with one more member at its end.
 */
#ifndef GITLAB_MEMBER_P_H
#define GITLAB_MEMBER_P_H

#include "arena.h"
#include "str.h"

/* name needs no escapes, value is JSON. What is no object stays as it is. */
struct str member_add(struct arena *a, struct str object, const char *name,
	struct str value) MUST_USE;

#endif
