/*
 * The part of a page that is ours: between markers that carry a checksum of
 * what we wrote, so that a hand edit inside is noticed.  Text around it is the
 * people's and is kept to the byte.
 *
 *	<!-- okrsync:begin 85944171f73967e8 -->
 *	<!-- okrsync:end -->
 *
 * A marker has a line to itself.  The checksum is that of the lines between,
 * whatever their ends (seal.h): line ends that git changed are no edit.  Who
 * wants our part in a page of their own writes both markers without a
 * checksum and nothing between them.
 */
#ifndef REGION_H
#define REGION_H

#include <stdbool.h>

#include "arena.h"
#include "err.h"
#include "str.h"

enum region_state {
	REGION_NONE,   /* no markers: the page is the people's */
	REGION_OURS,   /* as we wrote it, or prepared for us */
	REGION_EDITED, /* changed by hand since */
	REGION_BROKEN, /* begin without end, two begins, odd checksum */
};

/* What is there now. */
enum region_state region_check(struct str page);

/* Wraps a body into markers with its checksum; ends with a newline. A line of
 * the body that is a marker itself is our mistake. */
struct str region_wrap(struct arena *a, struct str body) MUST_USE;

/* What stands between the markers; empty unless OURS or EDITED. */
struct str region_body(struct str page);

/*
 * The old page with our region replaced by that of the fresh page; line ends
 * of the old region's first line are used.  When old is empty: the fresh page
 * as it is; so also, with overwrite, when old is BROKEN.  Front matter of the
 * fresh page is used for new pages only.  When nothing changed merged is old,
 * byte for byte.  -1 with ERR_REPO for NONE, whose page nobody gave us, and
 * unless overwrite is set for EDITED and BROKEN; the caller names the page.
 */
int region_merge(struct arena *a, struct str old, struct str fresh,
	bool overwrite, struct str *merged, struct err *err) MUST_USE;

#endif
