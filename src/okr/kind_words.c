/*
 * Kinds that rest on what people wrote: yes and no, milestones, results,
 * check boxes, stated grades.
 */
#include "kind_p.h"

#include "attr.h"
#include "measure_p.h"
#include "wordlist_p.h"

static const char *as_text(const struct quantity *q)
{
	return q ? q->text : "";
}

/* 1 yes, 0 no, -1 neither. */
int kind_says(struct str text)
{
	static const char *const YES[] = {"yes", "done", "shipped", "launched",
		"live", "complete", "completed", "achieved", "delivered",
		"released", "obtained", "passed", "certified", "reached",
		"true", "finished", "in production", "ga", "signed", "met"};
	static const char *const NO[] = {"no", "not started", "not yet",
		"not done", "to do", "todo", "false", "not met", "failed",
		"missed", "open", "planned"};

	text = str_trim(str_sub(text, 0, str_find_char(text, '(')));
	while (str_ends(text, ".") || str_ends(text, "!"))
		text.n--;
	if (words_is_any(text, YES, COUNT_OF(YES)))
		return 1;
	return words_is_any(text, NO, COUNT_OF(NO)) ? 0 : -1;
}

static bool settle_yes_no(
	struct arena *a, struct key_result *kr, int yes, const char *text)
{
	kr->direction = DIRECTION_BINARY;
	kr->formula = arena_printf(a, "'%s': %s = %s", text,
		yes ? "reached" : "not reached", yes ? "1.00" : "0.00");
	return kind_settle(a, kr, rat_of(a, yes, 1), SOURCE_COMPUTED);
}

bool kind_yes_no(
	struct arena *a, struct key_result *kr, struct kind_notes *notes)
{
	struct str now = str_of(as_text(kr->current));
	int yes = kind_says(now);

	if (!kr->current)
		return kind_refuse(
			kr, notes, "cannot-be-graded", "no current value yet");
	if (kr->target && str_ieq(now, str_of(kr->target->text)))
		yes = 1;
	else if (kr->baseline && str_ieq(now, str_of(kr->baseline->text)))
		yes = 0;
	if (yes < 0)
		return kind_refuse(kr, notes, "cannot-be-graded",
			arena_printf(a, "'%s' says neither yes nor no",
				words_short(a, kr->current->text)));
	return settle_yes_no(a, kr, yes, words_short(a, kr->current->text));
}

bool kind_milestones(
	struct arena *a, struct key_result *kr, struct kind_notes *notes)
{
	const struct milestone *best = NULL;

	for (size_t i = 0; i < kr->milestones.n; i++) {
		const struct milestone *m = &kr->milestones.v[i];

		if (m->reached &&
			(!best || decimal_cmp(m->grade, best->grade) > 0))
			best = m;
	}
	if (!kr->milestones.n)
		return kind_refuse(
			kr, notes, "cannot-be-graded", "no milestones");
	kr->direction = DIRECTION_REACH;
	kind_settle(a, kr,
		best ? rat_of_decimal(a, best->grade) : rat_of(a, 0, 1),
		SOURCE_COMPUTED);
	kr->formula = best ? arena_printf(a, "milestone '%s' reached = %s",
				     words_short(a, best->text),
				     rat_text(a, kr->progress, GRADE_DECIMALS))
			   : "no milestone reached = 0.00";
	return true;
}

/* "7 of 8", "0/15" at the beginning of a written result. */
static const struct rat *read_fraction(struct arena *a, struct str text)
{
	long part, all;

	if (!str_take_number(&text, 1000000, &part))
		return NULL;
	str_skip_blank(&text);
	if (!str_skip_char(&text, '/') && !str_iskip(&text, "of ") &&
		!str_iskip(&text, "out of "))
		return NULL;
	str_skip_blank(&text);
	if (!str_take_number(&text, 1000000, &all) || all == 0 ||
		(text.n && !str_is_space(text.p[0]) &&
			!strchr(".,;:()!", text.p[0])))
		return NULL;
	return rat_of(a, part, all);
}

const struct rat *grade_result(struct arena *a, const struct result *r)
{
	if (r->kind == RESULT_DONE)
		return rat_of(a, 1, 1);
	if (r->kind == RESULT_NOT_STARTED)
		return rat_of(a, 0, 1);
	if (r->percent && r->kind != RESULT_NA)
		return rat_div(
			a, rat_of_decimal(a, *r->percent), rat_of(a, 100, 1));
	if (r->kind == RESULT_WIP || r->kind == RESULT_MISSED ||
		r->kind == RESULT_NOTE || r->kind == RESULT_BLOCKED ||
		r->kind == RESULT_PERCENT)
		return read_fraction(a, str_trim(str_of(r->text)));
	return NULL;
}

const char *grade_result_formula(struct arena *a, const char *what,
	const char *text, const struct rat *x)
{
	struct buf b;

	buf_init(&b, FORMULA_BYTES);
	buf_addf(&b, "%s '%s'", what, words_short(a, text));
	formula_end(&b, x);
	return formula_take(a, &b);
}

/* A written result, or a reading in percent where a person said so. */
bool kind_percent(
	struct arena *a, struct key_result *kr, struct kind_notes *notes)
{
	const struct rat *x = grade_result(a, &kr->result);
	const char *text = kr->result.text;

	if (!x && kr->kind == KIND_PERCENT && kr->kind_written &&
		kind_has_value(kr->current) &&
		measure_is_percent(kr->current)) {
		x = rat_div(a, rat_of_decimal(a, kr->current->value),
			rat_of(a, 100, 1));
		text = kr->current->text;
	}
	if (!x)
		return kind_refuse(kr, notes, "cannot-be-graded",
			kr->result.text[0]
				? arena_printf(a, "'%s' is no number",
					  words_short(a, kr->result.text))
				: "no result yet");
	if (!text[0] && kr->checked)
		return kind_refuse(kr, notes, "cannot-be-graded", "ticked");
	if (!text[0])
		text = result_kind_name(kr->result.kind);
	kr->formula = grade_result_formula(a, "result", text, x);
	return kind_settle(a, kr, x, SOURCE_RESULT);
}

bool kind_tasks(
	struct arena *a, struct key_result *kr, struct kind_notes *notes)
{
	if (kr->tasks_all <= 0)
		return kind_refuse(kr, notes, "cannot-be-graded", "no tasks");
	kind_settle(
		a, kr, rat_of(a, kr->tasks_done, kr->tasks_all), SOURCE_TASKS);
	kr->formula = arena_printf(a, "%d of %d tasks done = %s",
		kr->tasks_done, kr->tasks_all,
		rat_text(a, kr->progress, GRADE_DECIMALS));
	return true;
}

bool kind_ticked(
	struct arena *a, struct key_result *kr, struct kind_notes *notes)
{
	if (!kr->checked)
		return kind_refuse(kr, notes, "cannot-be-graded", "not ticked");
	kr->direction = DIRECTION_BINARY;
	kr->formula = kr->tasks_done < kr->tasks_all
			      ? arena_printf(a,
					"ticked = 1.00, with %d of %d tasks "
					"done",
					kr->tasks_done, kr->tasks_all)
			      : "ticked = 1.00";
	return kind_settle(a, kr, rat_of(a, 1, 1), SOURCE_TASKS);
}

bool kind_stated(
	struct arena *a, struct key_result *kr, struct kind_notes *notes)
{
	if (!kr->stated_grade)
		return kind_refuse(
			kr, notes, "cannot-be-graded", "no grade is stated");
	kind_settle(a, kr, rat_of_decimal(a, *kr->stated_grade), SOURCE_STATED);
	kr->formula = arena_printf(a, "stated grade %s",
		rat_text(a, kr->progress, GRADE_DECIMALS));
	return true;
}
