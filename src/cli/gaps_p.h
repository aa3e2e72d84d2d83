/*
 * What could not be read of single issues (RECORD_GAP).
 */
#ifndef CLI_GAPS_P_H
#define CLI_GAPS_P_H

#include "finding.h"
#include "record.h"
#include "run_p.h"

/* Adds a finding for each gap, and warns of comments that are missing. */
void gaps_tell(
	struct run *run, const struct records *records, struct findings *out);

/* Is this a gap where the comments should be? */
bool gap_hides_comments(struct arena *a, const struct record *r);

#endif
