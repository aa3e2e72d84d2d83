/*
 * Which objective or key result above is meant, by its number or title.
 */
#include "reader_p.h"

/* How many objectives are looked back to. */
enum { LOOK_BACK = 100 };

int objective_of_number(const struct reader *r, struct str number)
{
	const struct objectives *all = &r->m->objectives;
	size_t from =
		all->n > r->first + LOOK_BACK ? all->n - LOOK_BACK : r->first;

	for (size_t i = all->n; i > from; i--) {
		if (str_ieq(str_of(all->v[i - 1].number), number) &&
			all->v[i - 1].title[0])
			return (int)i - 1;
	}
	return NO_INDEX;
}

int objective_of_title(const struct reader *r, struct str title)
{
	const struct objectives *all = &r->m->objectives;
	size_t from =
		all->n > r->first + LOOK_BACK ? all->n - LOOK_BACK : r->first;

	for (size_t i = all->n; title.n && i > from; i--) {
		if (str_ieq(str_of(all->v[i - 1].title), title))
			return (int)i - 1;
	}
	return NO_INDEX;
}

int key_result_of_number(struct reader *r, int objective, struct str number)
{
	enum { FAR = 100 };
	const struct objective *o = objective_at(r, objective);
	size_t n = o->key_results.n;

	for (size_t i = n > FAR ? n - FAR : 0; number.n && i < n; i++) {
		struct str known = str_of(o->key_results.v[i].number);

		str_iskip(&known, "kr");
		if (str_ieq(str_trim(known), number) &&
			o->key_results.v[i].text[0])
			return (int)i;
	}
	return NO_INDEX;
}
