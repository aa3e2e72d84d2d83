/*
 * What labels mean, and how new ones look.
 */
#include "life_p.h"

size_t texts_find(const struct texts *list, const char *text)
{
	size_t i = 0;

	while (i < list->n && strcmp(list->v[i], text) != 0)
		i++;
	return i;
}

const char *texts_join(
	struct arena *a, const struct texts *list, const char *between)
{
	const char *all = "";

	for (size_t i = 0; i < list->n; i++)
		all = arena_printf(
			a, "%s%s%s", all, i ? between : "", list->v[i]);
	return all;
}

struct meaning label_meaning(
	struct arena *a, const struct label_map *map, const char *label)
{
	struct model m;
	struct objective *o;

	model_init(&m);
	o = model_add_objective(a, &m);
	*vec_add(a, &o->labels) = label;
	labels_apply(a, map, o, &m.findings);
	return (struct meaning){o->state, o->outcome, o->health};
}

const char *label_colour(const char *label)
{
	static const struct {
		const char *end, *colour;
	} COLOURS[] = {
		{"::draft", "#868686"},
		{"::review", "#c39953"},
		{"::active", "#009966"},
		{"::closed", "#6699cc"},
		{"::achieved", "#00b140"},
		{"::missed", "#dc143c"},
		{"::cancelled", "#808080"},
		{"::carried over", "#9400d3"},
		{"::on track", "#009966"},
		{"::needs attention", "#ed9121"},
		{"::at risk", "#dc143c"},
	};

	for (size_t i = 0; i < COUNT_OF(COLOURS); i++)
		if (str_iends(str_of(label), COLOURS[i].end))
			return COLOURS[i].colour;
	return "#428bca";
}
