/*
 * What the commands of an OKR's life share: what labels mean, lists of texts.
 */
#ifndef LIFE_P_H
#define LIFE_P_H

#include "run_p.h"

/* Index of a text in a list, or the list's length. */
size_t texts_find(const struct texts *list, const char *text);

/* "a, b", in the arena. */
const char *texts_join(struct arena *a, const struct texts *list,
	const char *between) MUST_USE;

/* What one label says, by the user's map and ours. */
struct meaning {
	enum state state;
	enum outcome outcome;
	enum health health;
};

/* Their NONE where the label says nothing of the kind. */
struct meaning label_meaning(
	struct arena *a, const struct label_map *map, const char *label);

/* A colour for a new label, "#rrggbb": those of a lifecycle can be told
 * apart. */
const char *label_colour(const char *label) MUST_USE;

/* Escaped markdown without what GitLab looks for when the escapes are gone:
 * GL-1 and [issue:1]. */
const char *quiet_references(struct arena *a, struct str markdown) MUST_USE;

/* Text of an issue as markdown in a comment: escaped, and without these and
 * addresses. */
const char *quiet_markdown(struct arena *a, const char *text) MUST_USE;

#endif
