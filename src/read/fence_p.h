/*
 * Lines between fences that are OKRs in another notation.
 */
#ifndef FENCE_P_H
#define FENCE_P_H

#include "reader_p.h"

/* Where a reading of YAML is. */
struct yaml {
	size_t objectives, krs; /* found so far */
	bool titled;            /* the objective has its title */
	bool within;            /* its key results ... */
	bool told;              /* ... of which one has its text */
	size_t indent;          /* of the name for key results */
	struct str number;      /* of the next one */
};

/* The line as markdown has it, empty for what says nothing of OKRs. */
struct str yaml_line(struct arena *a, struct yaml *y, struct str line);

#endif
