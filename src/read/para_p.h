/*
 * Paragraphs: one logical line, and what its surroundings make of it.
 */
#ifndef PARA_P_H
#define PARA_P_H

#include "reader_p.h"

enum { SHORT_TEXT = 200 }; /* bytes that a title has at most */

struct entry { /* one logical line */
	struct piece text;
	struct mark mark;
	bool bold;
};

/* The next block that is no rule. */
const struct block *next_block(const struct block *b);

/* Does this unmarked line begin an objective, by what comes after it?  last:
 * no other line of its paragraph follows. */
bool heads_objective(struct reader *r, const struct entry *e,
	const struct scope *sc, bool last);

/* "**Trips**" over a list, where key results are expected: the name of a
 * group of them; where a list gave them already, it is something else. */
bool names_group(const struct scope *sc, const struct entry *e, bool last);

#endif
