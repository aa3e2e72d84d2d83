/*
 * Remarks at the end of texts, or in front of them, by their words.
 */
#ifndef ANNOTATE_P_H
#define ANNOTATE_P_H

#include "reader_p.h"

/* Of what something is said: kr is NO_INDEX for the objective itself. */
struct target {
	struct reader *r;
	int objective, kr, line;
	bool fresh; /* its text is not known yet */
};

/* "@handle", and others after commas. */
bool annotate_is_handles(struct str s);
/* "Owner: CMO", "weight 30%": a field's name and what it is.  Beside others
 * "baseline: 11h" is one, too; alone the sentence has it. */
enum field annotate_named(struct str s, struct str *value, bool alone);
/* "committed" */
bool annotate_is_type(struct str s);
/* "70%": where an objective's title ends in one, that is how far it is. */
bool annotate_is_share(struct str s);
/* "6/10": where an objective's title ends in one, that is its score. */
bool annotate_is_of_ten(struct str s);
/* "P0", "P1" */
bool annotate_is_priority(struct str s);
/* "P0 - text", "[P1] text" */
bool annotate_is_ranked(struct str s);
/* Nothing but a traffic light. */
bool annotate_is_light(struct str s);
/* "On track", "at risk": what somebody believes, and no result. */
bool annotate_is_belief(struct str s);

/* Sets what a remark says; false when it is part of the text.  alone: there is
 * nothing else beside it. */
bool annotate_apply(const struct target *t, struct str s, bool alone);

/* Takes "P0 - @who - 0.7 - " off, and "[C] ", "(must) ": columns and tags in
 * front of a text, as many as there are. */
void annotate_take_columns(const struct target *t, struct str *s);

/* "[0.7] text", "(0.7) text", "0.7 - text". */
bool annotate_take_head(const struct target *t, struct str *s);

#endif
