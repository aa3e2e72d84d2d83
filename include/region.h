/*
 * The part of a page that is ours: between markers that carry a checksum of
 * what we wrote, so that a hand edit inside is noticed.  Text around it is the
 * people's and is kept to the byte.
 *
 *	<!-- okrsync:begin sha256=... -->
 *	<!-- okrsync:end -->
 */
#ifndef REGION_H
#define REGION_H

#include <stdbool.h>

#include "arena.h"
#include "err.h"
#include "str.h"

enum region_state {
	REGION_NONE,   /* no markers: the page is the people's */
	REGION_OURS,   /* as we wrote it */
	REGION_EDITED, /* changed by hand since */
	REGION_BROKEN, /* begin without end, two begins, odd checksum */
};

/* What is there now. */
enum region_state region_check(struct str page);

/* Wraps a body into markers with its checksum. */
struct str region_wrap(struct arena *a, struct str body) MUST_USE;

/*
 * The old page with our region replaced by that of the new page; line ends of
 * the old page (CRLF) are used. When old is empty the new page as it is.
 * Front matter of the new page is only used for a page that is new. -1 with
 * ERR_REPO for REGION_NONE, EDITED and BROKEN unless overwrite is set.
 */
int region_merge(struct arena *a, struct str old, struct str fresh,
	bool overwrite, struct str *merged, struct err *err) MUST_USE;

#endif
