/*
 * Drift: what was agreed on when the work began and is no longer so.  Where
 * something was changed and changed back, nothing has drifted.
 */
#include "history_p.h"

#include <stdlib.h>
#include <string.h>

#include "attr.h"

/* A key result, to be found by its id. */
struct place {
	const char *id;
	const struct objective *o;
	const struct key_result *kr;
};

static int compare(const void *vx, const void *vy)
{
	const struct place *x = vx, *y = vy;

	return strcmp(x->id, y->id);
}

static struct place *sort_places(
	struct arena *a, const struct model *m, size_t *n)
{
	struct place *v;

	*n = 0;
	for (size_t i = 0; i < m->objectives.n; i++)
		*n += m->objectives.v[i].key_results.n;
	v = ARENA_ARRAY(a, struct place, *n);
	*n = 0;
	for (size_t i = 0; i < m->objectives.n; i++) {
		const struct objective *o = &m->objectives.v[i];

		for (size_t k = 0; k < o->key_results.n; k++)
			v[(*n)++] = (struct place){o->key_results.v[k].id, o,
				&o->key_results.v[k]};
	}
	if (*n)
		qsort(v, *n, sizeof *v, compare);
	return v;
}

static bool is_same(const struct drift *x, const struct drift *y)
{
	return x->term == y->term && strcmp(x->id, y->id) == 0;
}

/* The last change of the same; NULL when an earlier one is the first. */
static const struct drift *find_last(const struct history *h, size_t first)
{
	const struct drift *d = &h->drifts.v[first], *last = d;

	for (size_t i = 0; i < first; i++)
		if (is_same(&h->drifts.v[i], d))
			return NULL;
	for (size_t i = first + 1; i < h->drifts.n; i++)
		if (is_same(&h->drifts.v[i], d))
			last = &h->drifts.v[i];
	return last;
}

static void say(struct arena *a, struct model *m, const struct place *p,
	const struct drift *first, const struct drift *last)
{
	enum { DATE_BYTES = 16 };
	bool owner = first->term == TERM_OWNER;
	struct buf date;

	buf_init(&date, DATE_BYTES);
	date_print(&date, last->date);
	finding_add(a, &m->findings, "drift",
		owner ? SEVERITY_INFO : SEVERITY_WARNING, p->o->source.file,
		p->o->source.url, p->kr->line,
		"key result '%s': its %s was changed from '%s' to '%s' on %s, "
		"after the work had begun: %s",
		p->kr->text, term_name(first->term), first->from, last->to,
		date.p,
		owner ? "say in a note who took it over"
		      : "put it back, or say in a note why");
	buf_release(&date);
}

void history_find_drift(
	struct arena *a, const struct history *h, struct model *m)
{
	struct place *places, key, *found;
	size_t n;

	if (!h->drifts.n)
		return;
	places = sort_places(a, m, &n);
	for (size_t i = 0; i < h->drifts.n; i++) {
		const struct drift *d = &h->drifts.v[i];
		const struct drift *last = find_last(h, i);

		if (!last || d->term == TERM_WORDING ||
			strcmp(d->from, last->to) == 0)
			continue;
		key.id = d->id;
		found = n ? bsearch(&key, places, n, sizeof *places, compare)
			  : NULL;
		if (found && found->o->counts && found->kr->counts)
			say(a, m, found, d, last);
	}
}
