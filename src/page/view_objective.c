/*
 * Objectives and key results as values.
 */
#include <assert.h>
#include <string.h>

#include "escape.h"
#include "groups_p.h"

#define NOTHING "\xe2\x80\x93"

static const struct objective *objective(const struct view *v, int index)
{
	return &v->m->objectives.v[index];
}

/* A markdown text of the people's: kept as far as it is safe. */
static void set_inline(
	struct arena *a, struct value *map, const char *name, const char *text)
{
	value_set_markup(a, map, name, escaped_inline(a, text));
}

/* The same as a reader sees it, for headings, links and bold. */
static void set_plain(
	struct arena *a, struct value *map, const char *name, const char *text)
{
	value_set_text(a, map, name, escaped_plain(a, text));
}

static void set_url(
	struct arena *a, struct value *map, const char *name, const char *url)
{
	value_set_markup(a, map, name, escaped_url(a, url));
}

static void set_grade(
	struct arena *a, struct value *map, const struct rat *grade, int bar)
{
	value_set_text(a, map, "grade", part_grade(a, grade));
	value_set_text(a, map, "percent", part_percent(a, grade));
	value_set_markup(a, map, "bar", part_bar(a, grade, bar));
	value_set_bool(a, map, "is_graded", grade != NULL);
}

static void set_standing(struct arena *a, struct value *map, struct standing s)
{
	value_set_text(a, map, "status", s.name);
	value_set_markup(a, map, "mark", s.mark);
}

/* The page of a person, "" when they have none. */
static void set_person_link(const struct view *v, struct value *map,
	const char *name, const char *person)
{
	value_set_markup(
		v->a, map, name, groups_path(v->a, &v->groups->owners, person));
}

/* A baseline that is not what we count from is in brackets. */
static const char *from_text(struct arena *a, const struct key_result *kr)
{
	const char *text = part_quantity(a, kr->baseline, NOTHING);

	return kr->kind == KIND_COUNT && kr->baseline
		       ? arena_printf(a, "(%s)", text)
		       : text;
}

/* The newest that is known: a reading, else what was written as result. */
/* "87%" is how much is done, not the value: "87% done". */
static const char *say_done(struct arena *a, const char *result)
{
	size_t n = strspn(result, "0123456789.,/% of");

	while (n && result[n - 1] == ' ')
		n--;
	if (!n || strstr(result, "done"))
		return result;
	return arena_printf(a, "%.*s done%s", (int)n, result, result + n);
}

static const char *now_text(struct arena *a, const struct key_result *kr)
{
	const char *result = escaped_plain(a, kr->result.text);

	if (kr->current && kr->current->text[0])
		return part_quantity(a, kr->current, "");
	if (result[0] && !part_is_apart(kr))
		return kr->result.kind == RESULT_PERCENT ? say_done(a, result)
							 : result;
	if (kr->tasks_all > 0)
		return arena_printf(a, "%d of %d tasks done", kr->tasks_done,
			kr->tasks_all);
	return kr->checked ? "\xe2\x98\x91 done" : NOTHING;
}

/* "(now $14.5M as of 1 February 2025, from $12M to $18M)" */
static const char *reading_text(struct arena *a, const struct key_result *kr)
{
	const char *from = part_quantity(a, kr->baseline, "");
	const char *to = part_quantity(a, kr->target, "");
	const char *day = part_date(a, kr->current_date);

	if (kr->kind == KIND_COUNT) /* it does not count from there */
		from = "";
	return arena_printf(a, "(now %s%s%s%s%s%s%s%s)",
		part_quantity(a, kr->current, ""), day[0] ? " as of " : "", day,
		from[0] || to[0] ? "," : "", from[0] ? " from " : "", from,
		to[0] ? " to " : "", to);
}

/* Where a grade that was not computed from a reading comes from. */
static const char *source_text(struct arena *a, const struct key_result *kr)
{
	if (kr->tasks_all)
		return arena_printf(a, " (%d of %d tasks done)", kr->tasks_done,
			kr->tasks_all);
	if (kr->checked)
		return " (ticked)";
	if (kr->milestones.n)
		return " (by its scoring)";
	if (kr->grade_source != SOURCE_STATED)
		return "";
	return arena_printf(
		a, " (stated %s)", part_stated(a, *kr->stated_grade));
}

/* "42% (now $14.5M, from $12M to $18M)", or what a person wrote; "" for
 * nothing. */
static const char *result_text(struct arena *a, const struct key_result *kr)
{
	const char *result = escaped_plain(a, kr->result.text);
	const char *grade =
		kr->grade ? part_percent(a, kr->grade) : "not graded";

	if (result[0])
		return result;
	if (kr->current)
		return arena_printf(a, "%s %s", grade, reading_text(a, kr));
	if (!kr->grade) /* an arrow of its own begins no result */
		return strstr(kr->text, " => ") ? NOTHING : "";
	return arena_printf(a, "%s%s", grade, source_text(a, kr));
}

/* How the grade came about, in words where there is no formula. */
static const char *computation(struct arena *a, const struct key_result *kr)
{
	if (kr->formula[0])
		return kr->formula;
	if (!kr->counts && kr->caveat[0])
		return kr->caveat;
	if (!kr->grade)
		return arena_printf(a, "not graded%s%s",
			kr->caveat[0] ? ": " : "", kr->caveat);
	switch (kr->grade_source) {
	case SOURCE_STATED:
		return "as stated";
	case SOURCE_RESULT:
		return arena_printf(a, "as written: %s", kr->result.text);
	case SOURCE_TASKS:
		return arena_printf(a, "%d of %d tasks done", kr->tasks_done,
			kr->tasks_all);
	case SOURCE_FROZEN:
		return "as it was when the objective was closed";
	case SOURCE_COMPUTED:
	case SOURCE_NONE:
		break;
	}
	return kind_name(kr->kind);
}

/* With its links, where it has some; else with its other markup. */
static void set_linked(struct arena *a, struct value *map, const char *name,
	const char *text, const struct links *links)
{
	const char *plain = escaped_plain(a, text);

	for (size_t i = 0; i < links->n; i++)
		if (part_has_link(a, plain, &links->v[i])) {
			value_set_markup(
				a, map, name, part_linked(a, plain, links));
			return;
		}
	set_inline(a, map, name, text);
}

static struct value *links(struct arena *a, const struct links *from)
{
	struct value *list = value_list(a);

	for (size_t i = 0; i < from->n; i++) {
		struct value *map = value_map(a);
		const char *url = escaped_url(a, from->v[i].url);

		if (!url[0])
			continue;
		set_plain(a, map, "text", from->v[i].text);
		value_set_markup(a, map, "url", url);
		value_push(a, list, map);
	}
	return list;
}

static struct value *key_result(
	const struct view *v, int index, size_t k, const struct tellings *all)
{
	struct arena *a = v->a;
	const struct objective *o = objective(v, index);
	const struct key_result *kr = &o->key_results.v[k];
	const struct links linked = part_links(a, o, &kr->links);
	struct value *map = value_map(a);

	value_set_text(a, map, "number", arena_printf(a, "%zu", k + 1));
	value_set_text(a, map, "label",
		arena_printf(a, "%s.%zu", v->spots[index].label, k + 1));
	set_linked(a, map, "text", kr->text, &linked);
	set_plain(a, map, "text_plain", kr->text);
	set_plain(a, map, "owner", kr->owner);
	set_plain(a, map, "holder", kr->owner[0] ? kr->owner : o->owner);
	value_set_text(a, map, "kind", kind_name(kr->kind));
	value_set_text(a, map, "from", from_text(a, kr));
	value_set_text(a, map, "to", part_quantity(a, kr->target, NOTHING));
	value_set_markup(
		a, map, "now", part_linked(a, now_text(a, kr), &linked));
	value_set_markup(
		a, map, "result", part_linked(a, result_text(a, kr), &linked));
	value_set_text(a, map, "reading", part_date(a, part_reading_date(kr)));
	value_set_text(a, map, "due", part_date(a, kr->due));
	value_set_text(a, map, "computation", computation(a, kr));
	value_set_text(a, map, "stated",
		kr->stated_grade
			? part_grade(a, rat_of_decimal(a, *kr->stated_grade))
			: "");
	value_set_text(
		a, map, "stated_status", escaped_plain(a, kr->stated_status));
	set_grade(a, map, kr->grade, VIEW_BAR_SMALL);
	set_standing(a, map, standing_of_key_result(v, o, kr));
	set_person_link(v, map, "owner_link", kr->owner);
	view_set_details(v, map, all, k);
	view_set_list(a, map, "remarks", view_own_remarks(v, o, kr));
	value_set_bool(a, map, "counts", kr->counts);
	value_set(a, map, "links", links(a, &kr->links));
	return map;
}

static struct value *labels(struct arena *a, const struct texts *from)
{
	struct value *list = value_list(a);

	for (size_t i = 0; i < from->n; i++)
		value_push(a, list, value_text(a, from->v[i]));
	return list;
}

static void set_people(
	struct arena *a, struct value *map, const struct objective *o)
{
	set_plain(a, map, "owner", o->owner);
	set_plain(a, map, "dri", o->dri);
	set_plain(a, map, "team", o->team);
	set_plain(a, map, "region", o->region);
	set_plain(a, map, "priority", o->priority);
	value_set_text(a, map, "level", level_name(o->level));
	value_set_text(a, map, "type", okr_type_name(o->type));
	value_set_text(a, map, "confidence",
		o->confidence
			? part_percent(a, rat_of_decimal(a, *o->confidence))
			: "");
	value_set_text(a, map, "state", state_name(o->state));
	value_set_text(a, map, "outcome", outcome_name(o->outcome));
	value_set_text(a, map, "health", health_name(o->health));
}

static struct value *key_results(
	const struct view *v, int index, const struct tellings *all)
{
	struct value *list = value_list(v->a);

	for (size_t k = 0; k < objective(v, index)->key_results.n; k++)
		value_push(v->a, list, key_result(v, index, k, all));
	return list;
}

struct exhibit view_objective(const struct view *v, int index)
{
	struct arena *a = v->a;
	const struct objective *o = objective(v, index);
	const struct spot *s = &v->spots[index];
	const struct links linked = part_links(a, o, &o->links);
	const struct tellings all = view_tell(v, o);
	struct value *map = value_map(a), *krs = key_results(v, index, &all);

	assert(index >= 0 && v->spots);
	value_set_text(a, map, "label", s->label);
	value_set_markup(a, map, "link", s->link);
	set_linked(a, map, "title", o->title, &linked);
	set_plain(a, map, "title_plain", o->title);
	value_set_text(a, map, "word", part_speaker(a, o));
	value_set_text(a, map, "heading", part_heading(a, o->title));
	set_people(a, map, o);
	set_grade(a, map, o->grade, VIEW_BAR);
	value_set_markup(
		a, map, "bar_small", part_bar(a, o->grade, VIEW_BAR_SMALL));
	set_standing(a, map, standing_of_objective(v, o));
	set_person_link(v, map, "owner_link", o->owner);
	set_person_link(v, map, "dri_link", o->dri);
	value_set_markup(a, map, "team_link",
		s->is_team ? groups_path(a, &v->groups->teams, s->heading)
			   : "");
	value_set_text(a, map, "computation", o->formula ? o->formula : "");
	value_set_text(a, map, "caveat", escaped_plain(a, o->caveat));
	value_set_text(a, map, "band", o->band ? o->band : "");
	value_set_text(a, map, "graded", arena_printf(a, "%d", o->graded));
	value_set_text(a, map, "total", arena_printf(a, "%d", o->total));
	set_plain(a, map, "result", o->result.text);
	set_url(a, map, "issue", o->source.url);
	view_set_trend(v, map, s->label, index, part_slug(a, s->label));
	view_set_facts(v, map, index);
	value_set(a, map, "columns", all.columns);
	value_set(a, map, "labels", labels(a, &o->labels));
	value_set(a, map, "links", links(a, &o->links));
	value_set_text(a, map, "last_check_in", part_date(a, o->last_check_in));
	view_set_list(a, map, "key_results", krs);
	view_set_list(a, map, "notes", view_notes(v, index, krs));
	view_set_list(a, map, "remarks", view_remarks(v, index));
	view_set_list(a, map, "own_remarks", view_own_remarks(v, o, NULL));
	value_set_bool(a, map, "has_more",
		value_get(map, STR("has_notes"))->flag ||
			value_get(map, STR("has_remarks"))->flag);
	return (struct exhibit){map, krs};
}
