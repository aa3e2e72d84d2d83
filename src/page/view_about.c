/*
 * What stands around a period as a whole: its days, how many of its OKRs are
 * in which state, what depends on what, and the alignment as a diagram.
 */
#include <string.h>

#include "calendar.h"
#include "escape.h"
#include "groups_p.h"

enum { NODES_MAX = 200, OWNERS_MAX = 12 };

static const struct objective *objective(const struct view *v, int index)
{
	return &v->m->objectives.v[index];
}

/* "10 to 16 February", "28 March to 5 April", "5 April". */
static const char *days(struct arena *a, struct date from, struct date to)
{
	const char *end =
		arena_printf(a, "%d %s", to.day, date_month_name(to.month));

	if (date_cmp(from, to) == 0)
		return end;
	if (from.month == to.month && from.year == to.year)
		return arena_printf(a, "%d to %s", from.day, end);
	return arena_printf(
		a, "%d %s to %s", from.day, date_month_name(from.month), end);
}

/* The days a reader asks for: {name, days}. */
struct value *view_dates(const struct view *v)
{
	static const struct {
		const char *id, *name;
	} ASKED[] = {
		{"mid-review", "Half-way review"},
		{"grading", "grading"},
		{"final", "grades final"},
	};
	struct arena *a = v->a;
	struct value *list = value_list(a);
	const struct period *p = &v->m->period;
	struct calendar c;

	if (!date_is_set(p->start) || !date_is_set(p->end) ||
		date_cmp(p->start, p->end) > 0)
		return list;
	c = calendar_make(a, p, v->o->fiscal_start, (struct date){0, 0, 0});
	for (size_t i = 0; i < COUNT_OF(ASKED); i++)
		for (size_t k = 0; k < c.steps.n; k++) {
			const struct calendar_step *s = &c.steps.v[k];
			struct value *map = value_map(a);

			if (strcmp(s->id, ASKED[i].id) != 0)
				continue;
			value_set_text(a, map, "name", ASKED[i].name);
			value_set_text(
				a, map, "title", part_title(a, ASKED[i].name));
			value_set_text(a, map, "days", days(a, s->from, s->to));
			value_push(a, list, map);
		}
	view_mark_last(a, list);
	return list;
}

/* "4 active", "1 closed": list of {name, count}, those without one left out. */
struct value *view_states(const struct view *v)
{
	struct arena *a = v->a;
	struct value *list = value_list(a);

	for (int state = STATE_DRAFT; state <= STATE_CLOSED; state++) {
		struct value *map = value_map(a);
		int n = 0;

		for (size_t i = 0; i < v->m->objectives.n; i++)
			n += (int)objective(v, (int)i)->state == state;
		if (!n)
			continue;
		value_set_text(a, map, "name", state_name((enum state)state));
		value_set_text(a, map, "count", arena_printf(a, "%d", n));
		value_push(a, list, map);
	}
	view_mark_last(a, list);
	return list;
}

/* Texts side by side, as markup. */
static const char *join(struct arena *a, const struct texts *texts)
{
	const char *text;
	struct buf b;

	buf_init(&b, VIEW_TEXT);
	for (size_t i = 0; i < texts->n; i++) {
		const char *one = escaped_inline(a, texts->v[i]);

		if (one[0])
			buf_addf(&b, "%s%s", b.n ? "; " : "", one);
	}
	text = arena_text(a, buf_str(&b));
	buf_release(&b);
	return text;
}

struct value *view_dependencies(
	const struct view *v, const struct exhibit *exhibits)
{
	struct arena *a = v->a;
	struct value *list = value_list(a);

	for (size_t i = 0; i < v->m->objectives.n; i++) {
		int index = v->order[i];
		const struct objective *o = objective(v, index);
		struct value *map = value_map(a);

		if (!o->dependencies.n)
			continue;
		value_set(a, map, "objective", exhibits[index].objective);
		value_set_markup(
			a, map, "depends_on", join(a, &o->dependencies));
		value_set_markup(a, map, "risks", join(a, &o->risks));
		value_set_markup(
			a, map, "mitigations", join(a, &o->mitigations));
		value_push(a, list, map);
	}
	return list;
}

/* "$18M, 15 deals, 90 days": what the key results aim at. */
static const char *targets(struct arena *a, const struct objective *o)
{
	const char *text;
	struct buf b;

	buf_init(&b, VIEW_TEXT);
	for (size_t i = 0; i < o->key_results.n; i++) {
		const struct quantity *q = o->key_results.v[i].target;
		const char *one = q ? escaped_plain(a, q->text) : "";

		if (one[0])
			buf_addf(&b, "%s%s", b.n ? ", " : "", one);
	}
	text = arena_text(a, buf_str(&b));
	buf_release(&b);
	return text;
}

struct value *view_alignment(
	const struct view *v, const struct exhibit *exhibits)
{
	struct arena *a = v->a;
	struct value *list = value_list(a);
	bool some = false;

	for (size_t i = 0; i < v->m->objectives.n; i++)
		some |= v->spots[i].depth > 0;
	for (size_t i = 0; i < v->m->objectives.n && some; i++) {
		int index = v->tree[i], depth = v->spots[index].depth;
		struct value *map = value_map(a);

		if (depth > VIEW_DEPTH)
			depth = VIEW_DEPTH;
		value_set_markup(a, map, "indent",
			arena_printf(a, "%*s", 2 * depth, ""));
		value_set(a, map, "objective", exhibits[index].objective);
		value_set_text(
			a, map, "targets", targets(a, objective(v, index)));
		value_push(a, list, map);
	}
	return list;
}

static bool has_link(const struct value *list, const char *link)
{
	for (size_t i = 0; i < list->list.n; i++)
		if (!strcmp(value_get(list->list.v[i], STR("link"))->text,
			    link))
			return true;
	return false;
}

struct value *view_owners(const struct view *v, bool *more)
{
	struct arena *a = v->a;
	struct value *list = value_list(a);

	*more = false;
	for (size_t i = 0; i < v->m->objectives.n && !*more; i++) {
		const char *owner = objective(v, v->order[i])->owner;
		const char *link = groups_path(a, &v->groups->owners, owner);
		struct value *map;

		if (!link[0] || has_link(list, link))
			continue;
		*more = list->list.n == OWNERS_MAX;
		if (*more)
			break;
		map = value_map(a);
		value_set_text(a, map, "name", escaped_plain(a, owner));
		value_set_markup(a, map, "link", link);
		value_push(a, list, map);
	}
	view_mark_last(a, list);
	return list;
}

/*
 * Text of a node, between double quotes.  Mermaid sees directives, markdown,
 * formulas and HTML in labels, Hugo shortcodes in any text, and a fence ends
 * at back-ticks: all but plain characters are written as Mermaid's own codes.
 */
static void add_label(struct buf *b, const char *text)
{
	for (const char *p = text; *p; p++)
		if (str_is_alnum(*p) || (unsigned char)*p > 127 ||
			strchr(" .,-+/", *p))
			buf_addc(b, *p);
		else
			buf_addf(b, "#%d;", *p);
}

static void add_node(struct buf *b, const struct view *v, int index)
{
	const struct objective *o = objective(v, index);

	buf_addf(b, "  o%d[\"", index);
	add_label(b, v->spots[index].label);
	buf_addc(b, ' ');
	add_label(b, part_heading(v->a, o->title));
	if (o->grade) {
		buf_adds(b, " ");
		add_label(b, part_grade(v->a, o->grade));
	}
	buf_adds(b, "\"]\n");
}

const char *view_mermaid(const struct view *v)
{
	size_t n = v->m->objectives.n, edges = 0;
	const char *text;
	struct buf b;

	if (!v->o->mermaid || n > NODES_MAX)
		return "";
	buf_init(&b, VIEW_TEXT);
	buf_adds(&b, "graph LR\n");
	for (size_t i = 0; i < n; i++)
		add_node(&b, v, v->tree[i]);
	for (size_t i = 0; i < n; i++) {
		int parent = objective(v, v->tree[i])->parent;

		if (parent == NO_INDEX)
			continue;
		buf_addf(&b, "  o%d --> o%d\n", parent, v->tree[i]);
		edges++;
	}
	text = edges && !b.over ? arena_text(v->a, buf_str(&b)) : "";
	buf_release(&b);
	return text;
}
