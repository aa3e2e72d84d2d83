/*
 * Fewer findings, not fewer facts: where one finding makes another one
 * needless, or all key results of an objective have the same, one is left.
 */
#include "lint_p.h"

#include <assert.h>
#include <limits.h>
#include <string.h>

#include "attr.h"
#include "wordlist_p.h"

struct place {
	const char *file, *url;
	int line;
};

static int compare(const struct finding *f, const struct place *p)
{
	int c = strcmp(f->file, p->file);

	if (!c)
		c = strcmp(f->url, p->url);
	return c ? c : (f->line > p->line) - (f->line < p->line);
}

/* The first finding that is not before a place. */
static size_t bound(const struct findings *all, const struct place *p)
{
	size_t low = 0, high = all->n;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (compare(&all->v[middle], p) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* The finding of that rule there, or NULL; the list is sorted. A dropped one
 * has the rule "". */
static struct finding *find(
	struct findings *all, const struct place *p, const char *rule)
{
	size_t low = bound(all, p);

	assert(*rule);
	for (; low < all->n && compare(&all->v[low], p) == 0; low++)
		if (strcmp(all->v[low].rule, rule) == 0)
			return &all->v[low];
	return NULL;
}

static bool drop(struct findings *all, const struct place *p, const char *rule)
{
	struct finding *f = find(all, p, rule);

	if (f)
		f->rule = "";
	return f != NULL;
}

static struct place place_of(
	const struct objective *o, const struct key_result *kr)
{
	return (struct place){
		o->source.file, o->source.url, kr ? kr->line : o->source.line};
}

/* Does another finding say already what is missing for a grade? */
static bool is_said(struct findings *all, const struct place *p)
{
	static const char *const RULES[] = {"activity-not-outcome",
		"change-without-baseline", "no-from", "not-measurable"};

	for (size_t i = 0; i < COUNT_OF(RULES); i++)
		if (find(all, p, RULES[i]))
			return true;
	return false;
}

static bool has(
	struct findings *all, const struct objective *o, const char *rule)
{
	struct place p = place_of(o, NULL);

	return find(all, &p, rule) != NULL;
}

/* Where nobody says how it goes, nothing can be graded and all is stale. */
static void thin_objective(struct findings *all, const struct objective *o)
{
	bool silent = has(all, o, "missing-check-in");
	bool forgotten = silent || has(all, o, "set-and-forget");
	struct place p = place_of(o, NULL);

	if (forgotten)
		drop(all, &p, "stale");
	for (size_t i = 0; i < o->key_results.n; i++) {
		p = place_of(o, &o->key_results.v[i]);
		if (!p.line)
			continue;
		if (forgotten)
			drop(all, &p, "stale");
		if (silent || is_said(all, &p))
			drop(all, &p, "cannot-be-graded");
	}
}

/* The findings of an objective's document, still sorted. */
static struct findings find_document(
	const struct findings *all, const struct objective *o)
{
	struct place first = {o->source.file, o->source.url, 0};
	struct place last = {o->source.file, o->source.url, INT_MAX};
	size_t from = bound(all, &first), to = bound(all, &last);

	return (struct findings){.v = all->v + from, .n = to - from};
}

/* All of several key results: then the objective has it, once. */
static void join_ungraded(struct arena *a, struct findings *here,
	const struct objective *o, struct findings *added)
{
	size_t n = 0, counting = 0;
	struct finding *first = NULL;
	enum severity severity;

	for (size_t i = 0; i < o->key_results.n; i++) {
		struct place p = place_of(o, &o->key_results.v[i]);
		struct finding *f = find(here, &p, "cannot-be-graded");

		counting += o->key_results.v[i].counts;
		n += f && p.line;
		if (!first)
			first = f;
	}
	if (n < 2 || n < counting)
		return;
	assert(first);
	severity = first->severity;
	for (size_t i = 0; i < o->key_results.n; i++) {
		struct place p = place_of(o, &o->key_results.v[i]);

		drop(here, &p, "cannot-be-graded");
	}
	finding_add(a, added, "cannot-be-graded", severity, o->source.file,
		o->source.url, o->source.line,
		"objective '%s': none of its %zu key results can be graded: "
		"write baselines, targets and readings",
		words_short(a, o->title), n);
}

static void remove_dropped(struct findings *all)
{
	size_t kept = 0;

	for (size_t i = 0; i < all->n; i++)
		if (*all->v[i].rule)
			all->v[kept++] = all->v[i];
	all->n = kept;
}

void lint_thin_out(struct arena *a, struct model *m)
{
	struct findings added = {.n = 0};

	for (size_t i = 0; i < m->objectives.n; i++) {
		const struct objective *o = &m->objectives.v[i];
		struct findings here = find_document(&m->findings, o);

		if (!here.n)
			continue;
		thin_objective(&here, o);
		join_ungraded(a, &here, o, &added);
	}
	remove_dropped(&m->findings);
	/* What was joined waits aside: the list must stay sorted. */
	for (size_t i = 0; i < added.n; i++)
		*vec_add(a, &m->findings) = added.v[i];
	if (added.n)
		findings_sort(&m->findings);
}
