/*
 * Runs that need not be made: with the same inputs as an earlier one that
 * found nothing to do, on the same pages.
 */
#ifndef QUIET_P_H
#define QUIET_P_H

#include "publishing_p.h"

struct quiet {
	struct asked *k;
	struct str key; /* empty: this run must be made */
	struct buf heard;
};

/* Makes the key, from what is known before the records are read; opens the way
 * for it. 0, or -1 with an error. quiet_end() is called in any case. */
int quiet_begin(struct quiet *q, struct asked *k, struct way *way,
	struct err *err) MUST_USE;

/* Was there such a run? Then its words are said again. */
bool quiet_is_known(struct quiet *q);

/* Nothing was found to do: the next run may know. */
void quiet_note(struct quiet *q);
/* Frees what it holds. */
void quiet_end(struct quiet *q);

#endif
