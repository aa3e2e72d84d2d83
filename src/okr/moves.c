/*
 * Who moved what when.  GitLab tells which label came and went; what an issue
 * was called at any time is worked out backwards from the labels it has now,
 * so that labels older than the events are known as well.
 */
#include "labels.h"

#include <stdlib.h>
#include <string.h>

#include "attr.h"

enum { TOGETHER_SECONDS = 60 };

/* What a set of labels means. */
struct meaning {
	const char *value[3]; /* state, outcome, health */
};

static const struct {
	const char *what;
	enum label_sense sense;
} SENSES[] = {
	{"state", SENSE_STATE},
	{"outcome", SENSE_OUTCOME},
	{"health", SENSE_HEALTH},
};

static int by_time(const void *vx, const void *vy)
{
	const struct label_event *x = vx, *y = vy;

	if (x->at != y->at)
		return x->at < y->at ? -1 : 1;
	if (x->id != y->id)
		return x->id < y->id ? -1 : 1;
	return x->added - y->added;
}

static struct meaning mean(struct arena *a, const struct label_map *map,
	const struct texts *labels)
{
	struct objective o = {.labels = *labels, .source = {"", "", 0}};
	struct findings ignored = {0};
	const char *state, *outcome, *health;

	labels_apply(a, map, &o, &ignored);
	state = state_name(o.state);
	outcome = outcome_name(o.outcome);
	health = health_name(o.health);
	return (struct meaning){{state ? state : "", outcome ? outcome : "",
		health ? health : ""}};
}

/* The label among them that speaks of it, "" for none. */
static const char *speaker(const struct label_map *map,
	const struct texts *labels, enum label_sense sense)
{
	for (size_t i = 0; i < labels->n; i++)
		if (labels_have(map,
			    &(struct texts){.v = &labels->v[i], .n = 1}, sense))
			return labels->v[i];
	return "";
}

static void put(struct arena *a, struct texts *labels, const char *label)
{
	for (size_t i = 0; i < labels->n; i++)
		if (strcmp(labels->v[i], label) == 0)
			return;
	*vec_add(a, labels) = label;
}

static void drop(struct texts *labels, const char *label)
{
	size_t kept = 0;

	for (size_t i = 0; i < labels->n; i++)
		if (strcmp(labels->v[i], label) != 0)
			labels->v[kept++] = labels->v[i];
	labels->n = kept;
}

static void step(struct arena *a, struct texts *labels,
	const struct label_event *e, bool forward)
{
	if (e->added == forward)
		put(a, labels, e->label);
	else
		drop(labels, e->label);
}

/* Does the label speak of anything that is followed here? */
static bool has_meaning(
	struct arena *a, const struct label_map *map, const char *label)
{
	struct texts one = {0};
	bool any = false;

	*vec_add(a, &one) = label;
	for (size_t i = 0; i < COUNT_OF(SENSES); i++)
		any = any || labels_have(map, &one, SENSES[i].sense);
	return any;
}

/* Only the labels and events that matter, sorted; gives the labels before the
 * first of them. */
static struct texts begin(struct arena *a, const struct label_map *map,
	const struct texts *now, struct label_events *events)
{
	struct texts labels = {0};
	size_t kept = 0;

	for (size_t i = 0; i < now->n; i++)
		if (has_meaning(a, map, now->v[i]))
			*vec_add(a, &labels) = now->v[i];
	for (size_t i = 0; i < events->n; i++)
		if (has_meaning(a, map, events->v[i].label))
			events->v[kept++] = events->v[i];
	events->n = kept;
	if (kept > 1)
		qsort(events->v, kept, sizeof *events->v, by_time);
	for (size_t i = kept; i-- > 0;)
		step(a, &labels, &events->v[i], false);
	return labels;
}

static bool is_together(
	const struct label_event *x, const struct label_event *y)
{
	return strcmp(x->author, y->author) == 0 &&
	       y->at - x->at <= TOGETHER_SECONDS;
}

void labels_moves(struct arena *a, const struct label_map *map,
	const struct texts *now, struct label_events *events, struct moves *out)
{
	struct texts labels = begin(a, map, now, events);
	struct meaning was = mean(a, map, &labels);
	size_t to;

	for (size_t i = 0; i < events->n; i = to) {
		const struct label_event *e = &events->v[i];
		struct meaning is;

		for (to = i; to < events->n && is_together(e, &events->v[to]);)
			step(a, &labels, &events->v[to++], true);
		is = mean(a, map, &labels);
		for (size_t s = 0; s < COUNT_OF(SENSES); s++)
			if (strcmp(was.value[s], is.value[s]) != 0)
				*vec_add(a, out) = (struct move){e->day,
					e->author, SENSES[s].what, was.value[s],
					is.value[s],
					speaker(map, &labels, SENSES[s].sense)};
		was = is;
	}
}
