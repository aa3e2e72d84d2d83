/*
 * A board's lists as the map of states: what stands between two lists that
 * are known lies between them in life, too.
 */
#include "labels_p.h"

#include "attr.h"

/* The state its label gives a list by itself. */
static enum state state_of(
	struct arena *a, const struct label_map *map, const char *label)
{
	struct objective o = {.source = {"", "", 0}};
	struct findings ignored = {0};

	*vec_add(a, &o.labels) = label;
	labels_apply(a, map, &o, &ignored);
	return o.state;
}

static bool is_of_another_kind(
	struct arena *a, const struct label_map *map, const char *label)
{
	static const enum label_sense OTHERS[] = {SENSE_LEVEL, SENSE_TYPE,
		SENSE_PRIORITY, SENSE_TEAM, SENSE_REGION, SENSE_KEY_RESULT,
		SENSE_OBJECTIVE};
	struct texts one = {0};

	*vec_add(a, &one) = label;
	for (size_t i = 0; i < COUNT_OF(OTHERS); i++)
		if (labels_have(map, &one, OTHERS[i]))
			return true;
	return false;
}

static bool has_state_scope(const char *label)
{
	return label_behind_scope(label) || str_istarts(str_of(label), "okr::");
}

/* The nearest known state from one list on, in steps of 1 or -1. */
static enum state nearest(
	const enum state *states, size_t n, size_t i, int step)
{
	for (; i < n; i += (size_t)step) /* wraps below 0 */
		if (states[i] != STATE_NONE)
			return states[i];
	return STATE_NONE;
}

static enum state between(enum state left, enum state right)
{
	if (left == STATE_NONE)
		return STATE_DRAFT;
	if (left == STATE_DRAFT)
		return right == STATE_ACTIVE ? STATE_REVIEW
		       : right == STATE_NONE ? STATE_ACTIVE
					     : STATE_DRAFT;
	if (left == STATE_REVIEW)
		return right == STATE_NONE ? STATE_ACTIVE : STATE_REVIEW;
	return left;
}

/* Nothing is known but the order. */
static enum state by_place(size_t i, size_t n)
{
	if (i == 0)
		return STATE_DRAFT;
	return i == 1 && n > 2 ? STATE_REVIEW : STATE_ACTIVE;
}

void labels_board(struct arena *a, const struct label_map *map,
	const struct texts *lists, struct label_map *out)
{
	size_t n = lists->n, known = 0, scoped = 0;
	enum state *states = ARENA_ARRAY(a, enum state, n);

	for (size_t i = 0; i < n; i++) {
		states[i] = state_of(a, map, lists->v[i]);
		known += states[i] != STATE_NONE;
		scoped += has_state_scope(lists->v[i]);
		if (is_of_another_kind(a, map, lists->v[i]))
			return;
	}
	if (n < 2 || (!known && scoped < n))
		return;
	for (size_t i = 0; i < n; i++) {
		enum state left = nearest(states, n, i, -1);
		enum state right = nearest(states, n, i, 1);

		if (states[i] == STATE_NONE)
			*vec_add(a, out) = (struct label_rule){lists->v[i],
				SENSE_STATE,
				known ? between(left, right) : by_place(i, n)};
	}
}
