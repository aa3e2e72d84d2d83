/*
 * From labels to meaning: many labels may mean the same thing, one label may
 * mean several, and the map is the user's.  Names are compared without ASCII
 * case, and '-', '_' and space are the same: "health::on_track" is
 * "Health::On track".
 */
#ifndef LABELS_H
#define LABELS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "model.h"

enum label_sense {
	SENSE_STATE,
	SENSE_OUTCOME,
	SENSE_HEALTH,
	SENSE_LEVEL,
	SENSE_TYPE,
	SENSE_PRIORITY,   /* the label, or its text after the prefix */
	SENSE_TEAM,       /* likewise */
	SENSE_REGION,     /* likewise */
	SENSE_KEY_RESULT, /* the issue is a key result, not an objective */
	SENSE_OBJECTIVE,  /* the issue is an objective whatever else it has */
	SENSE_IGNORE,     /* the issue is no OKR at all */
};

struct label_rule {
	const char *label; /* whole name, or a prefix ending in "*" */
	enum label_sense sense;
	int value; /* enum state, outcome, health, level or okr_type */
};

struct label_map { /* later rules win over earlier ones */
	VEC_OF(struct label_rule);
};

/* The ready-made schemes: okr::*, plain words, the customer success one. */
const struct label_rule *label_rules_builtin(size_t *n) MUST_USE;

/*
 * What the labels say: sets state, outcome, health, level, type, priority,
 * team and region of the objective; what no label speaks of stays as it is.
 * A label that the map (which may be NULL) knows has the meanings given there
 * and no others; the rest go by the built-in rules.  Labels that contradict
 * each other are a finding, and the result does not depend on their order:
 * the earlier state, the worse health and outcome, the higher level, the
 * first text by name.
 */
void labels_apply(struct arena *a, const struct label_map *map,
	struct objective *o, struct findings *findings);

/*
 * What a board's lists mean whose labels nobody has given a meaning: a board
 * shows the life of an issue from left to right, so that a list between draft
 * and active is for review.  Adds a rule for each to out.  None where the
 * lists tell of something else: there must be one whose label is a state, or
 * all be of one scope such as "status::"; and none may be a team's, level's
 * or the like.
 */
void labels_board(struct arena *a, const struct label_map *map,
	const struct texts *lists, struct label_map *out);

/* A label that was put on an issue or taken off it. */
struct label_event {
	int64_t id, at; /* at in seconds since 1970 */
	struct date day;
	bool added;
	const char *label;
	const char *author; /* user name; "" unknown */
};

struct label_events {
	VEC_OF(struct label_event);
};

/*
 * What the events meant for state, outcome and health, oldest first; now are
 * the labels of today, from which those of then are worked out.  What one
 * person did within a minute is one move.  The order of events is of no
 * matter; they are sorted here.
 */
void labels_moves(struct arena *a, const struct label_map *map,
	const struct texts *now, struct label_events *events,
	struct moves *out);

/* Does any of the labels carry this sense? */
bool labels_have(const struct label_map *map, const struct texts *labels,
	enum label_sense sense);

#endif
