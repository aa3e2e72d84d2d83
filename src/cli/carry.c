/*
 * open --carry-over: the unfinished OKRs of a period, proposed for another.
 *
 * A key result goes on from where it stands: its newest value becomes its
 * baseline, in the columns and in its sentence.  What was reached stays
 * behind, and so do check-ins, grades and states.
 */
#include "book_p.h"

#include <assert.h>
#include "open_p.h"

struct carrying {
	struct run *run;
	struct errand *e;
	struct period from, to;
	const struct texts *labels; /* of the project */
	struct source_spec source;  /* with the new period's labels */
};

static bool is_period(
	const struct carrying *c, const char *text, const struct period *p)
{
	struct period found;

	return *text &&
	       period_parse(c->run->arena, str_of(text),
		       (int)c->run->s.fiscal_start, &found) &&
	       strcmp(found.name, p->name) == 0;
}

static bool is_reached(struct arena *a, const struct rat *grade)
{
	return grade && rat_cmp(grade, rat_of(a, 1, 1)) >= 0;
}

/* Does it go on?  Cancelled and reached ones do not. */
static bool is_unfinished(const struct carrying *c, const struct objective *o)
{
	if (strcmp(o->period.name, c->from.name) != 0 ||
		o->outcome == OUTCOME_CANCELLED ||
		o->outcome == OUTCOME_ACHIEVED ||
		is_reached(c->run->arena, o->grade))
		return false;
	return true;
}

/* --- key results --- */

/* "Raise revenue from $12M to $18M" from where it stands; "" when the
 * sentence cannot be taken apart. */
static const char *new_sentence(struct arena *a, const struct key_result *kr)
{
	if (!*kr->verb || !*kr->measure || !kr->target ||
		kr->comparator != CMP_NONE)
		return "";
	return arena_printf(a, "%s %s from %s to %s", kr->verb, kr->measure,
		kr->current->text, kr->target->text);
}

static bool holds(const char *text, const struct quantity *q)
{
	return q && str_find(str_of(text), str_of(q->text)) != STR_NONE;
}

/* The newest value as the baseline, where that makes sense. */
static void move_baseline(struct arena *a, struct key_result *kr)
{
	bool in_text = holds(kr->text, kr->baseline);
	const char *text = "";

	if (!kr->current || kr->comparator == CMP_BY ||
		(kr->kind != KIND_FROM_TO && kr->kind != KIND_COUNT))
		return;
	if (in_text)
		text = new_sentence(a, kr);
	if (in_text && !*text)
		return;
	if (in_text)
		kr->text = text;
	kr->baseline = kr->current;
}

static void renew_key_result(struct arena *a, struct key_result *kr)
{
	static const struct date NEVER = {0, 0, 0};

	move_baseline(a, kr);
	kr->current = NULL;
	kr->current_date = NEVER;
	kr->due = NEVER;
	kr->period.name = "";
	kr->readings.n = 0;
	kr->stated_grade = NULL;
	kr->stated_status = "";
	kr->result = (struct result){.text = ""};
	kr->health = HEALTH_NONE;
	kr->checked = false;
	kr->tasks_done = 0;
	kr->blockers.n = kr->asks.n = 0;
	kr->number = "";
}

/* --- objectives --- */

static struct objective renew(
	const struct carrying *c, const struct objective *old)
{
	struct arena *a = c->run->arena;
	struct objective o = *old;
	struct texts notes = {NULL, 0, 0};

	o.period = c->to;
	o.state = STATE_DRAFT;
	o.outcome = OUTCOME_NONE;
	o.health = HEALTH_NONE;
	o.number = "";
	o.stated_grade = NULL;
	o.result = (struct result){.text = ""};
	o.blockers.n = o.asks.n = 0;
	o.key_results = (struct key_results){NULL, 0, 0};
	for (size_t i = 0; i < old->key_results.n; i++) {
		struct key_result kr = old->key_results.v[i];

		if (is_reached(a, kr.grade))
			continue;
		renew_key_result(a, &kr);
		*vec_add(a, &o.key_results) = kr;
	}
	*vec_add(a, &notes) = arena_printf(a, "Carried over from [%s](%s)%s%s",
		c->from.name, old->source.url,
		old->grade ? ", where it was graded " : "",
		old->grade ? rat_text(a, old->grade, 2) : "");
	for (size_t i = 0; i < old->notes.n; i++)
		*vec_add(a, &notes) = old->notes.v[i];
	o.notes = notes;
	return o;
}

/* The project's label for drafts, best in a scope the issue uses. */
static const char *draft_label(
	const struct carrying *c, const struct texts *old)
{
	const char *best = NULL;

	for (size_t i = 0; i < c->labels->n; i++) {
		const char *label = c->labels->v[i];
		struct str scope = str_of(label);

		if (label_meaning(c->run->arena, &c->run->s.labels, label)
				.state != STATE_DRAFT)
			continue;
		scope = str_sub(scope, 0, str_find(scope, STR("::")));
		if (!best)
			best = label;
		for (size_t k = 0; k < old->n; k++)
			if (scope.n < strlen(label) &&
				str_starts(str_of(old->v[k]),
					arena_printf(c->run->arena,
						"%.*s::", STR_ARG(scope))))
				return label;
	}
	return best;
}

/* The old labels without what has passed, the new period's in its place. */
static struct texts renew_labels(
	const struct carrying *c, const struct texts *old)
{
	struct arena *a = c->run->arena;
	const char *draft = draft_label(c, old);
	struct texts labels = {NULL, 0, 0};

	for (size_t i = 0; i < old->n; i++) {
		const char *label = old->v[i];
		struct meaning m = label_meaning(a, &c->run->s.labels, label);

		if (is_period(c, label, &c->from))
			*vec_add(a, &labels) = c->to.name;
		else if (m.state == STATE_NONE && m.outcome == OUTCOME_NONE &&
			 m.health == HEALTH_NONE)
			*vec_add(a, &labels) = label;
	}
	if (draft)
		*vec_add(a, &labels) = draft;
	return labels;
}

static int carry(struct carrying *c, const struct entry_of_book *entry,
	const struct objective *old, struct wishes *wishes, struct err *err)
{
	struct arena *a = c->run->arena;
	const struct read_options options = {.period = c->to};
	const struct objective o = renew(c, old);
	struct head head = {.milestone = "", .title = ""};
	size_t before = wishes->n;

	if (!o.key_results.n && old->key_results.n)
		return 0;
	head.labels = renew_labels(c, &entry->labels);
	for (size_t i = 0; i < entry->assignees.n; i++)
		*vec_add(a, &head.assignees) = entry->assignees.v[i].username;
	if (wish_objective(c->run, &c->e->g.model, &o, &options, &head,
		    &c->source, wishes, err))
		return -1;
	wishes->v[before].place = entry->url;
	wishes->v[before].follows = entry->iid;
	return 0;
}

/* What narrows the source to the old period shows the new one instead. */
static void renew_source(struct carrying *c, const struct source_spec *old)
{
	struct arena *a = c->run->arena;

	c->source = *old;
	c->source.labels = (struct texts){NULL, 0, 0};
	for (size_t i = 0; i < old->labels.n; i++)
		*vec_add(a, &c->source.labels) =
			is_period(c, old->labels.v[i], &c->from)
				? c->to.name
				: old->labels.v[i];
	if (is_period(c, old->milestone, &c->from))
		c->source.milestone = c->to.name;
}

static int parse_periods(struct carrying *c, struct err *err)
{
	const struct settings *s = &c->run->s;
	const char *const names[] = {s->carry_over, s->to};
	struct period *const periods[] = {&c->from, &c->to};

	for (int i = 0; i < 2; i++)
		if (!period_parse(c->run->arena, str_of(names[i]),
			    (int)s->fiscal_start, periods[i]))
			return err_set(err, ERR_USAGE,
				"'%s' is not a period like FY24-Q1, 'Q1 2025' "
				"or 2025-H1",
				names[i]);
	if (strcmp(c->from.name, c->to.name) == 0)
		return err_set(err, ERR_USAGE,
			"OKRs are carried over to another period than '%s'",
			c->from.name);
	return 0;
}

int wish_carried(struct run *run, const struct texts *labels,
	const struct source_spec *source, struct wishes *wishes,
	struct err *err)
{
	struct errand e = {.run = run};
	struct carrying c = {.run = run, .e = &e, .labels = labels};

	assert(*run->s.carry_over);
	if (parse_periods(&c, err))
		return -1;
	renew_source(&c, source);
	run->s.notes = true;
	if (gather(run, &e.g, err))
		return -1;
	e.book = book_make(run->arena, &e.g.records, &e.g.model, 0);
	for (size_t i = 0; i < e.book.n; i++) {
		const struct entry_of_book *entry = &e.book.v[i];

		for (size_t k = 0; k < entry->objectives.n; k++) {
			const struct objective *o =
				&e.g.model.objectives.v[entry->objectives.v[k]];

			if (is_unfinished(&c, o) && !o->confidential &&
				carry(&c, entry, o, wishes, err))
				return -1;
		}
	}
	return 0;
}
