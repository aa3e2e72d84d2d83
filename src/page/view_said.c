/*
 * What people said of an objective or a key result beside its numbers: facts
 * for a line below it, and in a table the columns that some row has.
 *
 * What is told here and what view_notes.c lists is all that a page says, so
 * that reading it (src/read/facts.c) gives the same objective again: a word
 * that is changed here is changed there.
 */
#include <assert.h>
#include <string.h>

#include "escape.h"
#include "keyresult.h"
#include "view_p.h"

static const struct objective *objective(const struct view *v, int index)
{
	return &v->m->objectives.v[index];
}

/* "high" as "priority high", but "P1" as it is. */
static const char *priority(struct arena *a, const char *text)
{
	const char *plain = escaped_plain(a, text);
	bool plain_p = plain[0] == 'P' && str_is_digit(plain[1]) && !plain[2];

	return plain[0] && !plain_p ? arena_printf(a, "priority %s", plain)
				    : plain;
}

/* "weight 2"; "" where there is no value. */
static const char *fact(struct arena *a, const char *word, const char *value)
{
	return value[0] ? arena_printf(a, "%s %s", word, value) : "";
}

static const char *share_text(struct arena *a, const struct decimal *d)
{
	return d ? part_share(a, *d) : "";
}

/* The weight, where it is none that everything has. */
static const char *weight_text(struct arena *a, const struct decimal *weight)
{
	static const struct decimal ONE = {1, 0};

	return weight && decimal_cmp(*weight, ONE) != 0
		       ? part_decimal(a, *weight)
		       : "";
}

static const char *health_text(enum health h)
{
	static const char *const TEXTS[] = {
		[HEALTH_NONE] = "",
		[HEALTH_ON_TRACK] = "\xf0\x9f\x9f\xa2 on track",
		[HEALTH_NEEDS_ATTENTION] = "\xf0\x9f\x9f\xa1 needs attention",
		[HEALTH_AT_RISK] = "\xf0\x9f\x94\xb4 at risk",
	};

	static_assert(COUNT_OF(TEXTS) == HEALTH_AT_RISK + 1,
		"each health has a text");
	return TEXTS[h];
}

static void add(struct arena *a, struct value *list, const char *text)
{
	if (text[0])
		value_push(a, list, value_text(a, text));
}

/* Facts as one line. */
static const char *joined(struct arena *a, const struct value *list)
{
	const char *text;
	struct buf b;

	buf_init(&b, VIEW_TEXT);
	for (size_t i = 0; i < list->list.n; i++)
		buf_addf(&b, "%s%s", i ? " \xc2\xb7 " : "",
			list->list.v[i]->text);
	text = arena_text(a, buf_str(&b));
	buf_release(&b);
	return text;
}

/* How much of it is graded, and what that is called. */
static void add_counts(
	const struct view *v, struct value *list, const struct objective *o)
{
	struct arena *a = v->a;
	const char *band = o->band ? o->band : "";

	if (o->total)
		add(a, list,
			arena_printf(
				a, "%d of %d graded", o->graded, o->total));
	/* Once it is over, the band is what it stands at. */
	if (strcmp(band, standing_of_objective(v, o).name) != 0)
		add(a, list, band);
}

static const char *type_text(struct arena *a, const struct objective *o)
{
	const struct rat *goal;

	if (o->type == TYPE_NONE)
		return "";
	goal = rat_of_decimal(a, grade_goal(o->type));
	return arena_printf(a, "%s, aims at %s", okr_type_name(o->type),
		rat_text(a, goal, 1));
}

static const char *state_text(struct arena *a, const struct objective *o)
{
	const char *outcome = outcome_name(o->outcome);
	const char *state = state_name(o->state);

	return arena_printf(a, "%s%s%s", state,
		outcome[0] && state[0] ? ", " : "", outcome);
}

/* All that was said of it but its owner and its place. */
static void add_said(
	const struct view *v, struct value *list, const struct objective *o)
{
	struct arena *a = v->a;

	add(a, list, fact(a, "DRI", escaped_plain(a, o->dri)));
	add(a, list, priority(a, o->priority));
	add(a, list, fact(a, "confidence", share_text(a, o->confidence)));
	add(a, list, fact(a, "weight", weight_text(a, o->weight)));
	add(a, list,
		fact(a, "stated",
			o->stated_grade ? part_stated(a, *o->stated_grade)
					: ""));
	add(a, list, fact(a, "result", escaped_plain(a, o->result.text)));
	add(a, list, fact(a, "said to be", health_text(o->health)));
	add(a, list, fact(a, "region", escaped_plain(a, o->region)));
	add(a, list, fact(a, "last check-in", part_date(a, o->last_check_in)));
	add(a, list, state_text(a, o));
	add(a, list, o->counts ? "" : "not counted");
}

/* Level and team, where the heading above does not say them. */
static void add_place(struct arena *a, struct value *list,
	const struct objective *o, const char *heading)
{
	const char *team = escaped_plain(a, o->team);
	const char *level = level_name(o->level);

	if (strcmp(heading, VIEW_OTHERS) == 0) /* read as no team's */
		heading = "";
	if (strcmp(team, heading) != 0)
		add(a, list, fact(a, "team", team));
	if (strcmp(part_title(a, level), heading) != 0)
		add(a, list, fact(a, "level", level));
}

/* Objectives above it that its place in the outline does not tell. */
static void add_above(
	const struct view *v, struct value *list, const struct objective *o)
{
	struct arena *a = v->a;

	if (o->parent == NO_INDEX)
		add(a, list,
			fact(a, "supports",
				escaped_plain(a, o->ladders_up_to)));
	for (size_t i = 1; i < o->parents.n; i++)
		add(a, list,
			fact(a, "supports",
				escaped_plain(a,
					objective(v, o->parents.v[i])->title)));
}

static void add_support(const struct view *v, struct value *list,
	const char *label, const char *link, const char *text)
{
	struct value *map = value_map(v->a);

	value_set_text(v->a, map, "label", label);
	value_set_markup(v->a, map, "link", link);
	value_set_text(v->a, map, "text", escaped_plain(v->a, text));
	value_push(v->a, list, map);
}

/* What it supports: {label, link, text, is_last}; the first is its parent, or
 * one of the parent's key results. */
static struct value *supports(const struct view *v, const struct objective *o)
{
	struct arena *a = v->a;
	struct value *list = value_list(a);

	if (o->parent == NO_INDEX && o->ladders_up_to[0])
		add_support(v, list, "", "", o->ladders_up_to);
	if (o->parent != NO_INDEX) {
		const struct spot *s = &v->spots[o->parent];

		add_support(v, list,
			o->parent_kr == NO_INDEX
				? s->label
				: arena_printf(a, "%s.%d", s->label,
					  o->parent_kr + 1),
			s->link, objective(v, o->parent)->title);
	}
	for (size_t i = 1; i < o->parents.n; i++) {
		const struct spot *s = &v->spots[o->parents.v[i]];

		add_support(v, list, s->label, s->link,
			objective(v, o->parents.v[i])->title);
	}
	view_mark_last(a, list);
	return list;
}

void view_set_facts(const struct view *v, struct value *map, int index)
{
	struct arena *a = v->a;
	const struct objective *o = objective(v, index);
	struct value *facts = value_list(a), *counts = value_list(a);
	struct value *said = value_list(a);

	add_counts(v, facts, o);
	add(a, facts, type_text(a, o));
	add(a, facts, fact(a, "owner", escaped_plain(a, o->owner)));
	add_said(v, facts, o);
	add_place(a, facts, o, v->spots[index].heading);
	add_counts(v, counts, o);
	if (strcmp(part_speaker(a, o), escaped_plain(a, o->owner)) != 0)
		add(a, said, fact(a, "owner", escaped_plain(a, o->owner)));
	add(a, said, type_text(a, o));
	add_said(v, said, o);
	add_place(a, said, o, "");
	add_above(v, said, o);
	value_set(a, map, "facts", facts);
	value_set(a, map, "counted", counts);
	value_set_text(a, map, "said", joined(a, said));
	value_set(a, map, "supports", supports(v, o));
}

/* Of key results. */

struct teller {
	struct arena *a;
	const struct objective *o;
	const struct key_result *kr;
	struct sentence told; /* what its own text says */
};

static const char *owner_of(const struct teller *t)
{
	return escaped_plain(t->a, t->kr->owner);
}

static const char *weight_of(const struct teller *t)
{
	return weight_text(t->a, t->kr->weight);
}

static const char *due_of(const struct teller *t)
{
	return date_cmp(t->kr->due, t->told.due) == 0
		       ? ""
		       : part_date(t->a, t->kr->due);
}

static const char *confidence_of(const struct teller *t)
{
	return share_text(t->a, t->kr->confidence);
}

/* The words of a person, behind the mark they mean. */
static const char *health_of(const struct teller *t)
{
	const char *words = escaped_plain(t->a, t->kr->stated_status);
	const char *health = health_text(t->kr->health);

	if (!words[0] || !health[0])
		return words[0] ? words : health;
	return arena_printf(
		t->a, "%.*s %s", (int)strcspn(health, " "), health, words);
}

/* Does something else stand where grade, tasks and tick are told? */
static bool is_told(const struct key_result *kr)
{
	return kr->current || kr->result.text[0];
}

/* A stated grade that is not the grade itself, or has more decimals. */
static const char *stated_of(const struct teller *t)
{
	const struct key_result *kr = t->kr;

	if (!kr->stated_grade ||
		(kr->grade_source == SOURCE_STATED &&
			kr->stated_grade->scale <= VIEW_DECIMALS &&
			!is_told(kr) && !kr->checked && !kr->tasks_all))
		return "";
	return part_stated(t->a, *kr->stated_grade);
}

/* The written result, where it stands apart from the reading. */
static const char *result_of(const struct teller *t)
{
	return part_is_apart(t->kr) ? escaped_plain(t->a, t->kr->result.text)
				    : "";
}

static const char *kind_of(const struct teller *t)
{
	const char *name = kind_name(t->kr->kind);
	size_t n = strcspn(name, "_");

	if (!t->kr->kind_written)
		return "";
	return name[n] ? arena_printf(
				 t->a, "%.*s %s", (int)n, name, name + n + 1)
		       : name;
}

/* What it measures, where its sentence does not say that. */
static const char *measure_of(const struct teller *t)
{
	return strcmp(t->told.measure, t->kr->measure) == 0
		       ? ""
		       : escaped_plain(t->a, t->kr->measure);
}

static const char *period_of(const struct teller *t)
{
	return strcmp(t->kr->period.name, t->o->period.name) == 0
		       ? ""
		       : escaped_plain(t->a, t->kr->period.name);
}

static const char *indicator_of(const struct teller *t)
{
	return t->kr->leading && t->kr->lagging ? "leading and lagging"
	       : t->kr->leading                 ? "leading"
	       : t->kr->lagging                 ? "lagging"
						: "";
}

static const char *tasks_of(const struct teller *t)
{
	return t->kr->tasks_all && is_told(t->kr)
		       ? arena_printf(t->a, "%d of %d", t->kr->tasks_done,
				 t->kr->tasks_all)
		       : "";
}

static const char *ticked_of(const struct teller *t)
{
	return t->kr->checked && (is_told(t->kr) || t->kr->tasks_all) ? "yes"
								      : "";
}

/* Told in a column where some row has it; in an outline as a fact with the
 * same word. */
static const struct detail {
	const char *title, *word; /* no word: its line says it anyway */
	const char *(*text)(const struct teller *);
	const char *none; /* of rows without it; NULL: a dash */
} DETAILS[VIEW_DETAILS] = {
	{"Owner", NULL, owner_of, NULL},
	{"Weight", "weight", weight_of, "1"},
	{"Due", "due", due_of, NULL},
	{"Confidence", "confidence", confidence_of, NULL},
	{"Health", "said to be", health_of, NULL},
	{"Stated", "stated", stated_of, NULL},
	{"Result", "result", result_of, NULL},
	{"Kind", "kind", kind_of, NULL},
	{"Measure", "measure", measure_of, NULL},
	{"Period", "period", period_of, NULL},
	{"Indicator", "indicator", indicator_of, NULL},
	{"Tasks", "tasks", tasks_of, NULL},
	{"Ticked", "ticked", ticked_of, NULL},
};

static bool is_same(const struct quantity *x, const struct quantity *y)
{
	if (!x || !y)
		return x == y;
	return x->has_value == y->has_value && !strcmp(x->unit, y->unit) &&
	       (x->has_value ? decimal_cmp(x->value, y->value) == 0
			     : !strcmp(x->text, y->text));
}

static void add_number(const struct teller *t, struct value *list,
	const char *word, const struct quantity *q, const struct quantity *told)
{
	if (!is_same(q, told))
		add(t->a, list, fact(t->a, word, part_quantity(t->a, q, "")));
}

/* Numbers that an outline would not tell otherwise: its line has those of the
 * reading behind the result, and those of the sentence. */
static void add_numbers(const struct teller *t, struct value *list)
{
	const struct key_result *kr = t->kr;
	bool shown = kr->current && !kr->result.text[0];

	if (!shown || kr->kind == KIND_COUNT)
		add_number(t, list, "from", kr->baseline, t->told.baseline);
	if (shown)
		return;
	add_number(t, list, "to", kr->target, t->told.target);
	add_number(t, list, "now", kr->current, t->told.current);
	add(t->a, list,
		fact(t->a, "as of", part_date(t->a, part_reading_date(kr))));
}

static struct telling tell(
	struct arena *a, const struct objective *o, const struct key_result *kr)
{
	struct teller t = {.a = a, .o = o, .kr = kr};
	struct value *said = value_list(a);
	struct telling telling;

	sentence_read(a, str_of(kr->text), &t.told);
	add_numbers(&t, said);
	for (size_t i = 0; i < VIEW_DETAILS; i++) {
		telling.text[i] = DETAILS[i].text(&t);
		if (DETAILS[i].word)
			add(a, said, fact(a, DETAILS[i].word, telling.text[i]));
	}
	telling.said = joined(a, said);
	return telling;
}

struct tellings view_tell(const struct view *v, const struct objective *o)
{
	struct tellings all = {.columns = value_list(v->a)};

	all.v = ARENA_ARRAY(v->a, struct telling, o->key_results.n + 1);
	for (size_t k = 0; k < o->key_results.n; k++) {
		all.v[k] = tell(v->a, o, &o->key_results.v[k]);
		for (size_t i = 0; i < VIEW_DETAILS; i++)
			all.shown[i] |= all.v[k].text[i][0] != '\0';
	}
	for (size_t i = 0; i < VIEW_DETAILS; i++)
		if (all.shown[i])
			value_push(v->a, all.columns,
				value_text(v->a, DETAILS[i].title));
	return all;
}

void view_set_details(const struct view *v, struct value *map,
	const struct tellings *all, size_t k)
{
	struct value *cells = value_list(v->a);

	assert(all->v);
	for (size_t i = 0; i < VIEW_DETAILS; i++) {
		const char *text = all->v[k].text[i];

		if (!text[0])
			text = DETAILS[i].none ? DETAILS[i].none
					       : "\xe2\x80\x93";
		if (all->shown[i])
			value_push(v->a, cells, value_text(v->a, text));
	}
	value_set_text(v->a, map, "said", all->v[k].said);
	value_set(v->a, map, "cells", cells);
}
