/*
 * Boards: what one shows is part of the filter.
 */
#ifndef GITLAB_BOARD_P_H
#define GITLAB_BOARD_P_H

#include "gitlab_p.h"

/*
 * Asks for the source's board below base and adds its scope (labels,
 * milestone, assignee, weight) to the source's filter. *json is the board on
 * one line, empty where the first board was wanted and there is none.
 * ERR_CONFIG when board and address ask for different milestones.
 */
int board_fetch(struct gitlab *g, struct arena *a, const char *base,
	struct source_spec *source, struct str *json, struct err *err) MUST_USE;

/* Adds the scope of a board object to the source. False when json is no
 * board. */
bool board_add_scope(struct arena *a, struct str json,
	struct source_spec *source, struct err *err) MUST_USE;

#endif
