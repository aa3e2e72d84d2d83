/*
 * One key result's sentence: "Increase Enterprise ARR from $12M to $18M".
 *
 * A number is claimed only where the sentence says what it is; everything
 * else stays text.  How it is decided:
 *
 * 1. "from X to Y", "to Y from X", "X -> Y" and "X to Y" with a verb of
 *    change give baseline and target.  The unit behind either belongs to
 *    both (72 to 24 hours), and so does a magnitude ($12 to $18M).
 * 2. Else the target is, best first: what stands behind "target" or "goal";
 *    behind "to" with a verb of change; an amount of change ("by 30%", "20%
 *    increase in"; comparator CMP_BY); else the first quantity of the
 *    sentence, where "for 5 teams", "all 14 teams" or a remark in parentheses
 *    step back behind others.  "within 7 days" and "last 12 months" are no
 *    targets.  A range has the value of the bound that is met first (3 of
 *    "3-5 interviews", 7 of "Cut to 5-7 days", 75 of "Response rate 75-80%")
 *    where the sentence says from which side, else a text without a value.
 * 3. "(currently X)", "(baseline: X)", "(was X)", "up from X", "vs X" give
 *    the baseline when the sentence has no other; with another, "currently"
 *    gives the current value.
 * 4. "Double X", "halve X" give a factor; "from weekly to daily" gives texts
 *    without a value.
 */
#ifndef KEYRESULT_H
#define KEYRESULT_H

#include <stdbool.h>

#include "arena.h"
#include "model.h"
#include "str.h"

struct sentence {
	const char *verb;    /* first word, when we know it for a verb; "" */
	const char *measure; /* "Enterprise ARR"; "" when nothing is left */
	const struct quantity *baseline; /* NULL: not said; so below */
	const struct quantity *target;
	const struct quantity *current;
	enum comparator comparator; /* of the target */
	enum direction direction;
	struct date due; /* "by 2025-03-31"; unset without a year */
	bool maintain;   /* the verb is keep, maintain ... */
};

/* Understands the text of a key result, without marker, owner and result.
 * Markdown is read as its text.  Time linear in its length, of which the
 * first 8 KiB are looked at. */
void sentence_read(struct arena *a, struct str text, struct sentence *out);

/*
 * Completes what a key result does not have yet from its text: verb,
 * measure, baseline, target, current, comparator, direction, due.  What is
 * there (from table cells, fields, check-ins) wins, and numbers of the
 * sentence that do not fit the unit of what is there are left out.
 */
void key_result_fill(struct arena *a, struct key_result *kr);
/* The same for one read from a page of ours, where every number that has a
 * unit has it in print: a bare one takes none from those beside it. */
void key_result_fill_printed(struct arena *a, struct key_result *kr);

#endif
