/*
 * What the files that write share for asking first.
 */
#ifndef GITLAB_LOOKUP_P_H
#define GITLAB_LOOKUP_P_H

#include <inttypes.h>

#include "gitlab_p.h"
#include "gitlab_write.h"
#include "walk_p.h"

/* The API's address, "/projects/ID" where there is a project, rest as it
 * stands, and the encoded value. */
const char *lookup_url(const struct gitlab *g, struct arena *a,
	const struct gitlab_project *project, const char *rest,
	const char *value) MUST_USE;

/* All rows of a list; may_lack: being refused means that there are none. */
int lookup_list(struct gitlab *g, struct arena *a, const char *url,
	const char *what, bool may_lack, struct rows *rows,
	struct err *err) MUST_USE;

/* The members "name" of a list's rows. */
int lookup_names(struct gitlab *g, struct arena *a, const char *url,
	const char *what, bool may_lack, struct texts *names,
	struct err *err) MUST_USE;

#endif
