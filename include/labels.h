/*
 * From labels to meaning: many labels may mean the same thing, and the map is
 * the user's.  Names are compared without ASCII case.
 */
#ifndef LABELS_H
#define LABELS_H

#include "model.h"

enum label_sense {
	SENSE_STATE,
	SENSE_OUTCOME,
	SENSE_HEALTH,
	SENSE_LEVEL,
	SENSE_TYPE,
	SENSE_PRIORITY,   /* value is the text after the prefix */
	SENSE_TEAM,       /* likewise */
	SENSE_REGION,     /* likewise */
	SENSE_KEY_RESULT, /* the issue is a key result, not an objective */
	SENSE_OBJECTIVE,  /* the issue is an objective even if ... */
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
const struct label_rule *label_rules_builtin(size_t *n);

/*
 * What the labels say: sets state, outcome, health, level, type, priority,
 * team, region of the objective; two states at once are a finding.  map is
 * tried before the built-in rules; it may be NULL.
 */
void labels_apply(struct arena *a, const struct label_map *map,
	struct objective *o, struct findings *findings);

/* Does any label of the objective carry this sense? */
bool labels_have(const struct label_map *map, const struct texts *labels,
	enum label_sense sense);

#endif
