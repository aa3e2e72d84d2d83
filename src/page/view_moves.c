/*
 * Who moved what when, as a list: steps in the lives of a page's objectives,
 * newest first.
 */
#include <stdlib.h>
#include <string.h>

#include "escape.h"
#include "view_p.h"

enum { SHOWN = 20 };

struct step {
	const struct move *move;
	size_t objective; /* in the view's model */
};

struct steps {
	VEC_OF(struct step);
};

/* Within a day and an objective, the last one first. */
static int compare(const void *vx, const void *vy)
{
	const struct step *x = vx, *y = vy;
	int c = date_cmp(y->move->date, x->move->date);

	if (!c && x->objective != y->objective)
		c = x->objective < y->objective ? -1 : 1;
	return c ? c : (x->move < y->move) - (x->move > y->move);
}

static struct steps collect(const struct view *v)
{
	struct steps all = {0};

	for (size_t i = 0; i < v->m->objectives.n; i++) {
		const struct moves *moves = &v->m->objectives.v[i].moves;

		for (size_t k = 0; k < moves->n; k++)
			*vec_add(v->a, &all) = (struct step){&moves->v[k], i};
	}
	if (all.n > 1)
		qsort(all.v, all.n, sizeof *all.v, compare);
	return all;
}

static void set_plain(
	struct arena *a, struct value *map, const char *name, const char *text)
{
	value_set_text(a, map, name, escaped_plain(a, text));
}

void view_set_moves(const struct view *v, struct value *map)
{
	struct value *list = value_list(v->a);
	struct steps all = collect(v);

	for (size_t i = 0; i < all.n && i < SHOWN; i++) {
		const struct step *s = &all.v[i];
		const struct spot *spot = &v->spots[s->objective];
		struct value *row = value_map(v->a);

		value_set_text(
			v->a, row, "date", part_date(v->a, s->move->date));
		value_set_text(v->a, row, "label", spot->label);
		value_set_markup(v->a, row, "link", spot->link);
		set_plain(v->a, row, "text",
			v->m->objectives.v[s->objective].title);
		value_set_text(v->a, row, "what", s->move->what);
		value_set_text(v->a, row, "from", s->move->from);
		value_set_text(v->a, row, "to", s->move->to);
		set_plain(v->a, row, "author", s->move->author);
		value_push(v->a, list, row);
	}
	view_set_list(v->a, map, "moves", list);
}
