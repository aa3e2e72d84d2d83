/*
 * model_link(): who ladders up to whom.  A link is joined only when it closes
 * no circle; what cannot be joined is a finding.
 */
#include "link_p.h"

#include <assert.h>
#include <stdlib.h>

#include "attr.h"
#include "ids_p.h"
#include "wordlist_p.h"

enum { LINK_BYTES_MAX = 500 }; /* of ladders_up_to that are looked at */

static const struct objective *objective_at(const struct linker *l, int i)
{
	assert(i >= 0 && (size_t)i < l->m->objectives.n);
	return &l->m->objectives.v[i];
}

/* Is objective to among those that from ladders up to, at any height? */
static bool reaches(struct linker *l, int from, int to)
{
	int n = 0;

	assert(from >= 0 && to >= 0);
	l->stamp++;
	l->stack[n++] = from;
	l->seen[from] = l->stamp;
	while (n) {
		int at = l->stack[--n];
		const struct indexes *up = &objective_at(l, at)->parents;

		if (at == to)
			return true;
		for (size_t i = 0; i < up->n; i++) {
			if (l->seen[up->v[i]] == l->stamp)
				continue;
			l->seen[up->v[i]] = l->stamp;
			l->stack[n++] = up->v[i];
		}
	}
	return false;
}

static void report(struct linker *l, int child, const char *rule,
	enum severity severity, const char *words, struct str text)
{
	const struct objective *o = objective_at(l, child);

	assert(*words);
	finding_add(l->a, &l->m->findings, rule, severity, o->source.file,
		o->source.url, o->source.line,
		"objective '%s' ladders up to '%s', %s",
		words_short(l->a, o->title),
		words_short(l->a, arena_text(l->a, text)), words);
}

static void join(struct linker *l, int child, struct target t, struct str text)
{
	struct objective *o = &l->m->objectives.v[child];

	assert(t.objective >= 0);
	for (size_t i = 0; i < o->parents.n; i++)
		if (o->parents.v[i] == t.objective)
			return;
	if (t.objective == child) {
		report(l, child, "circular-parent", SEVERITY_ERROR,
			"which is itself: name the objective above it", text);
		return;
	}
	if (reaches(l, t.objective, child)) {
		report(l, child, "circular-parent", SEVERITY_ERROR,
			"which ladders up to this one: break the circle", text);
		return;
	}
	if (!o->parents.n) {
		o->parent = t.objective;
		o->parent_kr = t.kr;
	}
	*vec_add(l->a, &o->parents) = t.objective;
}

static void report_unmatched(
	struct linker *l, int child, struct target t, struct str text)
{
	if (t.objective == SEVERAL)
		report(l, child, "ambiguous-parent", SEVERITY_WARNING,
			"which may be several objectives: name its issue or "
			"its whole title",
			text);
	else
		report(l, child, "unknown-parent", SEVERITY_WARNING,
			"which is not among these objectives: name its issue, "
			"number or title",
			text);
}

/* Takes the next of several links: up to one of the separators, or "and"
 * where and is set; brackets keep together. */
static bool take_piece(
	struct str *rest, const char *separators, bool and, struct str *piece)
{
	size_t n = 0, skip = 0;
	int depth = 0;

	assert(*separators);
	if (!rest->n)
		return false;
	for (; n < rest->n; n++) {
		struct str here = str_sub(*rest, n, rest->n);

		depth += here.p[0] == '(' || here.p[0] == '[';
		depth -= here.p[0] == ')' || here.p[0] == ']';
		if (depth > 0)
			continue;
		skip = strchr(separators, here.p[0])     ? 1
		       : and&&str_istarts(here, " and ") ? 5
							 : 0;
		if (skip)
			break;
	}
	*piece = str_trim(str_sub(*rest, 0, n));
	*rest = str_sub(*rest, n + skip, rest->n);
	return true;
}

static bool take_weak(struct str *rest, struct str *piece)
{
	return take_piece(rest, ",&", true, piece);
}

/* How many of the weakly separated pieces are links, and are there others? */
static int count_links(struct linker *l, int child, struct str text, bool *all)
{
	struct str piece;
	int n = 0;

	*all = true;
	while (take_weak(&text, &piece)) {
		if (piece.n && match_text(l, child, piece).objective >= 0)
			n++;
		else if (piece.n)
			*all = false;
	}
	return n;
}

static void link_pieces(struct linker *l, int child, struct str text)
{
	struct str piece;

	while (take_weak(&text, &piece)) {
		struct target t = match_text(l, child, piece);

		if (t.objective >= 0)
			join(l, child, t, piece);
		else if (piece.n)
			report_unmatched(l, child, t, piece);
	}
}

/* A comma or "and" may stand in a title: the whole is tried first. */
static void link_text(struct linker *l, int child, struct str text)
{
	struct target t = {match_title(l, child, text), NO_INDEX};
	bool all;
	int n = t.objective >= 0 ? 0 : count_links(l, child, text, &all);

	if (n > 1 && all) {
		link_pieces(l, child, text);
		return;
	}
	if (t.objective < 0)
		t = match_text(l, child, text);
	if (t.objective >= 0)
		join(l, child, t, text);
	else if (n > 0)
		link_pieces(l, child, text);
	else
		report_unmatched(l, child, t, text);
}

static bool is_nothing(struct str text)
{
	static const char *const NOTHING[] = {
		"", "-", "--", "n/a", "na", "none", "no", "tbd", "nothing"};

	for (size_t i = 0; i < COUNT_OF(NOTHING); i++)
		if (str_iis(text, NOTHING[i]))
			return true;
	return false;
}

static void link_objective(struct linker *l, int child)
{
	struct str text = str_sub(str_of(objective_at(l, child)->ladders_up_to),
		0, LINK_BYTES_MAX);
	struct str piece;

	while (take_piece(&text, ";\n", false, &piece))
		if (!is_nothing(piece))
			link_text(l, child, piece);
}

/* Parents that reading has set are joined again, through the same checks. */
static void relink(struct linker *l, int child)
{
	struct objective *o = &l->m->objectives.v[child];
	struct indexes old = o->parents;
	int parent = o->parent, kr = o->parent_kr;

	o->parents = (struct indexes){0};
	o->parent = o->parent_kr = NO_INDEX;
	if (parent != NO_INDEX) {
		assert(parent >= 0 && parent < (int)l->m->objectives.n);
		join(l, child, (struct target){parent, kr},
			str_of(objective_at(l, parent)->title));
	}
	for (size_t i = 0; i < old.n; i++)
		join(l, child, (struct target){old.v[i], NO_INDEX},
			str_of(objective_at(l, old.v[i])->title));
}

void model_link(struct arena *a, struct model *m)
{
	struct linker l = {.a = a, .m = m};
	int n = (int)m->objectives.n;

	ids_give(a, m);
	index_build(a, m, &l.x);
	l.stack = ARENA_ARRAY(a, int, (size_t)n);
	l.seen = ARENA_ARRAY(a, int, (size_t)n);
	for (int i = 0; i < n; i++)
		relink(&l, i);
	for (int i = 0; i < n; i++)
		link_objective(&l, i);
	for (int i = 0; i < n; i++)
		m->objectives.v[i].children = (struct indexes){0};
	for (int i = 0; i < n; i++) {
		const struct indexes *up = &m->objectives.v[i].parents;

		for (size_t k = 0; k < up->n; k++)
			*vec_add(a, &m->objectives.v[up->v[k]].children) = i;
	}
}
