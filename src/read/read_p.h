/*
 * What the reading room's parts have from each other.
 */
#ifndef READ_P_H
#define READ_P_H

#include "read.h"

/*
 * Reads the body of one issue.  The issue is one objective with this title,
 * appended to the model with fields and key results from the text; a body
 * that holds several objectives may append more.  *objective_index is the
 * first of them; all that were appended are the last ones of the model.  The
 * caller sets what the issue itself says (id, address, labels, dates).
 */
void read_issue_text(struct arena *a, struct str text, const char *file,
	const char *url, const struct read_options *o, struct model *m,
	struct explanation *why, const char *issue_title, int *objective_index);

#endif
