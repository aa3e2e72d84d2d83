/*
 * Check-ins: what people report in an issue's comments.
 */
#ifndef CHECKIN_P_H
#define CHECKIN_P_H

#include "issue_p.h"
#include "read.h"

struct checkin_scope {
	const struct note *notes; /* of one issue, oldest first; all count */
	size_t n_notes;
	struct objective *objectives; /* what they may speak of */
	size_t n_objectives;
	struct key_result *only; /* the issue is this one; NULL: it is not */
};

/*
 * Applies the comments: readings with date and author, health, confidence,
 * blockers, asks, risks, mitigations, last_check_in.  Comments that report
 * nothing change nothing.
 */
void checkins_apply(struct arena *a, const struct checkin_scope *scope);

#endif
