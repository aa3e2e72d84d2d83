/*
 * Words about OKRs that have their shape.
 */
#ifndef THEORY_P_H
#define THEORY_P_H

#include "reader_p.h"

/* "KR1: ..." and "KR2: ...", and no words about key results: somebody's. */
bool theory_has_numbers(const struct objective *o);

/* Is it none, but what a page says about objectives and key results? */
bool theory_is(
	struct reader *r, const struct objective *o, const struct extra *e);

#endif
