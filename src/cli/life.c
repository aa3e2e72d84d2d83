/*
 * What labels mean, how new ones look, and text that is only shown.
 */
#include "life_p.h"

#include "escape.h"

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

#define JOINER "\xe2\x81\xa0" /* U+2060 */

/* "GL-1", where no longer word has it. */
static bool is_project_reference(struct str s, char last)
{
	return s.n > 3 && str_is_digit(s.p[3]) && !str_is_alnum(last) &&
	       !strchr("_/-.=", last);
}

/* "\\[issue:1]", "\\[work\\_item:1]". */
static bool is_bracket_reference(struct str s)
{
	size_t n = 2;

	while (n < s.n && (str_is_alpha(s.p[n]) || strchr("_\\", s.p[n])))
		n++;
	return n > 2 && n < s.n && s.p[n] == ':';
}

/* Length of what a joiner is to follow at i; 0: nothing begins here. */
static size_t sign_length(struct str text, size_t i, bool addresses)
{
	char last = i ? text.p[i - 1] : ' ';
	struct str s = str_sub(text, i, text.n);

	if (addresses && str_starts(s, "://"))
		return 1;
	if (str_istarts(s, "GL-"))
		return is_project_reference(s, last) ? 3 : 0;
	return str_starts(s, "\\[") && is_bracket_reference(s) ? 2 : 0;
}

static const char *join(struct arena *a, struct str s, bool addresses)
{
	const char *quiet;
	struct buf b;

	buf_init(&b, s.n * 4 + 1);
	for (size_t i = 0; i < s.n;) {
		size_t n = sign_length(s, i, addresses);

		buf_add(&b, str_sub(s, i, i + (n ? n : 1)));
		if (n)
			buf_adds(&b, JOINER);
		i += n ? n : 1;
	}
	quiet = arena_text(a, buf_str(&b));
	buf_release(&b);
	return quiet;
}

const char *quiet_references(struct arena *a, struct str markdown)
{
	return join(a, markdown, false);
}

const char *quiet_markdown(struct arena *a, const char *text)
{
	return join(a, str_of(escaped_markdown(a, text)), true);
}
