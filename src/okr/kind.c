/*
 * How one key result is graded: its kind, and that kind's formula.
 *
 * Each kind is a function that either settles progress, formula and source or
 * says why it cannot; what people wrote as results comes after the numbers.
 */
#include "grade_p.h"

#include <assert.h>

#include "attr.h"
#include "units_p.h"
#include "words_p.h"

struct str kind_verb(const struct key_result *kr)
{
	struct str rest = str_of(kr->verb[0] ? kr->verb : kr->text), word = {0};

	words_take(&rest, &word);
	return word;
}

bool kind_verb_keeps(const struct key_result *kr)
{
	static const char *const VERBS[] = {"keep", "maintain", "hold", "stay",
		"sustain", "preserve", "remain", "retain"};

	return words_is_any(kind_verb(kr), VERBS, COUNT_OF(VERBS));
}

bool kind_verb_counts(const struct key_result *kr)
{
	static const char *const VERBS[] = {"add", "book", "build", "certify",
		"close", "collect", "complete", "conduct", "contribute",
		"create", "deliver", "fix", "generate", "get", "hire", "hold",
		"host", "interview", "introduce", "land", "launch", "merge",
		"migrate", "move", "onboard", "open", "publish", "recruit",
		"release", "replace", "resolve", "review", "run", "sell",
		"ship", "sign", "source", "train", "upstream", "visit", "win",
		"write"};

	return words_is_any(kind_verb(kr), VERBS, COUNT_OF(VERBS));
}

bool kind_verb_lowers(const struct key_result *kr)
{
	static const char *const VERBS[] = {"reduce", "decrease", "cut",
		"lower", "shrink", "drop", "shorten", "lessen", "minimise",
		"minimize", "halve", "trim", "decline", "eliminate", "slash"};

	return kr->direction == DIRECTION_DECREASE ||
	       words_is_any(kind_verb(kr), VERBS, COUNT_OF(VERBS));
}

const struct rat *grade_clamp(struct arena *a, const struct rat *x)
{
	return rat_clamp(x, rat_of(a, 0, 1), rat_of(a, 1, 1));
}

static bool has_value(const struct quantity *q)
{
	return q && q->has_value;
}

static bool settle(struct arena *a, struct key_result *kr,
	const struct rat *progress, enum grade_source source)
{
	kr->progress = progress;
	kr->grade = grade_clamp(a, progress);
	kr->grade_source = source;
	return true;
}

/* Why not; the first reason given stays. */
static bool refuse(struct key_result *kr, struct kind_notes *notes,
	const char *rule, const char *caveat)
{
	if (!notes->rule) {
		notes->rule = rule;
		kr->caveat = caveat;
	}
	return false;
}

static const char *as_text(const struct quantity *q)
{
	return q ? q->text : "";
}

/* Does a comparison that came out as cmp satisfy the bound? */
static bool satisfies(enum comparator c, int cmp)
{
	switch (c) {
	case CMP_LT:
		return cmp < 0;
	case CMP_LE:
		return cmp <= 0;
	case CMP_GT:
		return cmp > 0;
	case CMP_GE:
		return cmp >= 0;
	case CMP_NONE:
	case CMP_BY:
		break;
	}
	return cmp == 0;
}

static enum comparator comparator_of(const struct key_result *kr)
{
	if (kr->comparator != CMP_NONE)
		return kr->comparator;
	return kr->target ? kr->target->comparator : CMP_NONE;
}

static bool is_bound(enum comparator c)
{
	return c == CMP_LT || c == CMP_LE || c == CMP_GT || c == CMP_GE;
}

/* Of what is better when there is less. */
static bool is_better_low(const struct key_result *kr)
{
	static const char *const WORDS[] = {"churn", "error", "errors",
		"latency", "cost", "costs", "time", "defects", "bugs",
		"incidents", "downtime", "attrition", "backlog", "escalations",
		"failures", "spend", "turnover", "vulnerabilities", "risk"};

	return words_find_any(str_of(kr->measure), WORDS, COUNT_OF(WORDS)) ||
	       words_find_any(str_of(kr->text), WORDS, COUNT_OF(WORDS));
}

/* The bound of a key result that is to be kept. */
static enum comparator bound_of(const struct key_result *kr, enum kind kind)
{
	enum comparator c = comparator_of(kr);

	if (is_bound(c))
		return c;
	return kind == KIND_KEEP_BELOW ? CMP_LE : CMP_GE;
}

static enum kind keep_kind(const struct key_result *kr)
{
	enum comparator c = comparator_of(kr);

	if (c == CMP_LT || c == CMP_LE)
		return KIND_KEEP_BELOW;
	if (c == CMP_GT || c == CMP_GE)
		return KIND_KEEP_ABOVE;
	return is_better_low(kr) ? KIND_KEEP_BELOW : KIND_KEEP_ABOVE;
}

/* Is the target a bound to keep rather than a place to get to? */
static bool is_kept(const struct key_result *kr)
{
	enum comparator c = comparator_of(kr);
	enum kind kind = keep_kind(kr);

	if (!has_value(kr->baseline))
		return kind_verb_keeps(kr);
	if (!kind_verb_keeps(kr) && !is_bound(c))
		return false;
	return units_same(kr->baseline, kr->target) &&
	       satisfies(bound_of(kr, kind),
		       decimal_cmp(kr->baseline->value, kr->target->value));
}

static bool is_count(struct arena *a, const struct key_result *kr)
{
	const struct quantity *b = kr->baseline, *t = kr->target;

	if (comparator_of(kr) == CMP_BY)
		return false;
	if (!has_value(b))
		return kind_verb_counts(kr) && !units_is_percent(t) &&
		       t->value.coef > 0;
	if (units_is_rate_of(b, t))
		return true;
	return !units_factor(a, b, t) && has_value(kr->current) &&
	       units_factor(a, kr->current, t);
}

static enum kind infer(struct arena *a, const struct key_result *kr)
{
	if (kr->kind_written)
		return kr->kind;
	if (kr->milestones.n)
		return KIND_MILESTONES;
	if (has_value(kr->target)) {
		if (is_kept(kr))
			return keep_kind(kr);
		return is_count(a, kr) ? KIND_COUNT : KIND_FROM_TO;
	}
	if (kr->target)
		return KIND_YES_NO;
	return has_value(kr->baseline) && has_value(kr->current) ? KIND_FROM_TO
								 : KIND_NONE;
}

static const struct rat *value_in(struct arena *a, const struct quantity *q,
	const struct quantity *unit, bool *converted)
{
	const struct rat *factor = units_factor(a, q, unit);

	if (!factor)
		return NULL;
	if (!units_same(q, unit))
		*converted = true;
	return rat_mul(a, rat_of_decimal(a, q->value), factor);
}

/* The quantity whose unit the others are brought to. */
static const struct quantity *reference(const struct key_result *kr)
{
	if (kr->target->unit[0])
		return kr->target;
	return kr->baseline->unit[0] ? kr->baseline : kr->current;
}

static bool units_differ(struct arena *a, struct key_result *kr,
	struct kind_notes *notes, const struct quantity *x,
	const struct quantity *y)
{
	return refuse(kr, notes, "units-differ",
		arena_printf(a, "'%s' cannot be compared with '%s'", x->text,
			y->text));
}

static bool lacks_numbers(struct arena *a, struct key_result *kr,
	struct kind_notes *notes, bool baseline_too)
{
	const char *rule = "cannot-be-graded";

	if (!kr->target)
		return !refuse(kr, notes, rule, "no target");
	if (!has_value(kr->target))
		return !refuse(kr, notes, rule,
			arena_printf(a, "the target '%s' has no number",
				kr->target->text));
	if (baseline_too && !kr->baseline)
		return !refuse(kr, notes, rule, "no baseline");
	if (baseline_too && !has_value(kr->baseline))
		return !refuse(kr, notes, rule,
			arena_printf(a, "the baseline '%s' has no number",
				kr->baseline->text));
	if (!kr->current)
		return !refuse(kr, notes, rule, "no current value yet");
	if (!has_value(kr->current))
		return !refuse(kr, notes, rule,
			arena_printf(a, "the current value '%s' has no number",
				kr->current->text));
	return false;
}

static void set_direction(struct key_result *kr, int sign)
{
	kr->direction = sign < 0 ? DIRECTION_DECREASE : DIRECTION_INCREASE;
}

/* (current - baseline) / (target - baseline), with numbers in all three. */
static bool grade_between(
	struct arena *a, struct key_result *kr, struct kind_notes *notes)
{
	const struct quantity *unit = reference(kr);
	bool converted = false;
	const struct rat *c = value_in(a, kr->current, unit, &converted);
	const struct rat *b = value_in(a, kr->baseline, unit, &converted);
	const struct rat *t = value_in(a, kr->target, unit, &converted);
	const struct rat *way;
	struct buf text;

	if (!b || !t)
		return units_differ(a, kr, notes, kr->baseline, kr->target);
	if (!c)
		return units_differ(a, kr, notes, kr->current, unit);
	way = rat_sub(a, t, b);
	if (rat_sign(way) == 0)
		return refuse(kr, notes, "target-equals-baseline",
			arena_printf(a, "target and baseline are both '%s'",
				kr->target->text));
	set_direction(kr, rat_sign(way));
	settle(a, kr, rat_div(a, rat_sub(a, c, b), way), SOURCE_COMPUTED);
	buf_init(&text, FORMULA_BYTES);
	buf_addc(&text, '(');
	formula_number(&text, kr->current, converted);
	buf_adds(&text, " - ");
	formula_number(&text, kr->baseline, converted);
	buf_adds(&text, ") / (");
	formula_number(&text, kr->target, converted);
	buf_adds(&text, " - ");
	formula_number(&text, kr->baseline, converted);
	buf_addc(&text, ')');
	formula_end(&text, kr->progress);
	kr->formula = formula_take(a, &text);
	return true;
}

/* reading / target, both numbers, in whatever units convert. */
static bool grade_share(
	struct arena *a, struct key_result *kr, struct kind_notes *notes)
{
	bool converted = false;
	const struct rat *t = rat_of_decimal(a, kr->target->value);
	const struct rat *c = value_in(a, kr->current, kr->target, &converted);
	struct buf text;

	if (!c)
		return units_differ(a, kr, notes, kr->current, kr->target);
	if (rat_sign(t) == 0)
		return refuse(kr, notes, "cannot-be-graded",
			"the target is 0, so there is no share of it");
	settle(a, kr, rat_div(a, c, t), SOURCE_COMPUTED);
	buf_init(&text, FORMULA_BYTES);
	formula_number(&text, kr->current, converted);
	buf_adds(&text, " / ");
	formula_number(&text, kr->target, converted);
	formula_end(&text, kr->progress);
	kr->formula = formula_take(a, &text);
	return true;
}

/* "by 30%" of the baseline: the way to go is -30% of 100K. */
static bool grade_by_share(struct arena *a, struct key_result *kr,
	struct kind_notes *notes, int sign)
{
	bool converted = false;
	const struct rat *b = rat_of_decimal(a, kr->baseline->value);
	const struct rat *c =
		value_in(a, kr->current, kr->baseline, &converted);
	const struct rat *way = rat_mul(a, rat_of(a, sign, 100),
		rat_mul(a, rat_of_decimal(a, kr->target->value), b));
	struct buf text;

	if (!c)
		return units_differ(a, kr, notes, kr->current, kr->baseline);
	if (rat_sign(way) == 0)
		return refuse(kr, notes, "target-equals-baseline",
			"the change asked for is 0");
	settle(a, kr, rat_div(a, rat_sub(a, c, b), way), SOURCE_COMPUTED);
	buf_init(&text, FORMULA_BYTES);
	buf_addc(&text, '(');
	formula_number(&text, kr->current, converted);
	buf_adds(&text, " - ");
	formula_number(&text, kr->baseline, converted);
	buf_adds(&text, sign < 0 ? ") / (-" : ") / (");
	formula_number(&text, kr->target, false);
	buf_adds(&text, " of ");
	formula_number(&text, kr->baseline, converted);
	buf_addc(&text, ')');
	formula_end(&text, kr->progress);
	kr->formula = formula_take(a, &text);
	return true;
}

/* "by 5 days": the way to go is -5 in the baseline's unit. */
static bool grade_by_amount(struct arena *a, struct key_result *kr,
	struct kind_notes *notes, int sign)
{
	bool converted = false;
	const struct quantity *unit = reference(kr);
	const struct rat *c = value_in(a, kr->current, unit, &converted);
	const struct rat *b = value_in(a, kr->baseline, unit, &converted);
	const struct rat *t = value_in(a, kr->target, unit, &converted);
	struct buf text;

	if (!b || !t || !c)
		return units_differ(a, kr, notes,
			b && t ? kr->current : kr->baseline, kr->target);
	if (rat_sign(t) == 0)
		return refuse(kr, notes, "target-equals-baseline",
			"the change asked for is 0");
	t = rat_mul(a, t, rat_of(a, sign, 1));
	settle(a, kr, rat_div(a, rat_sub(a, c, b), t), SOURCE_COMPUTED);
	buf_init(&text, FORMULA_BYTES);
	buf_addc(&text, '(');
	formula_number(&text, kr->current, converted);
	buf_adds(&text, " - ");
	formula_number(&text, kr->baseline, converted);
	buf_adds(&text, sign < 0 ? ") / -" : ") / ");
	formula_number(&text, kr->target, converted);
	formula_end(&text, kr->progress);
	kr->formula = formula_take(a, &text);
	return true;
}

/* The reading is the change so far: "12%" of "by 20%". A fall counts as
 * such whether it was written "-12%" or "12%". */
static bool grade_change(struct arena *a, struct key_result *kr,
	struct kind_notes *notes, int sign)
{
	struct quantity reading = *kr->current;
	const struct quantity *kept = kr->current;
	bool ok;

	if (sign < 0 && !str_starts(str_of(reading.text), "+"))
		reading.value.coef = reading.value.coef < 0
					     ? -reading.value.coef
					     : reading.value.coef;
	else if (sign < 0)
		reading.value = decimal_negate(reading.value);
	kr->current = &reading;
	ok = grade_share(a, kr, notes);
	kr->current = kept;
	return ok;
}

/* "by x": the target is an amount of change, not a goal. */
static bool grade_by(
	struct arena *a, struct key_result *kr, struct kind_notes *notes)
{
	int sign = kind_verb_lowers(kr) ? -1 : 1;
	bool by_percent = units_is_percent(kr->target);

	if (lacks_numbers(a, kr, notes, false))
		return false;
	set_direction(kr, sign);
	if (!has_value(kr->baseline))
		return grade_change(a, kr, notes, sign);
	if (by_percent && !units_is_percent(kr->baseline))
		return units_is_percent(kr->current) && kr->baseline->unit[0]
			       ? grade_change(a, kr, notes, sign)
			       : grade_by_share(a, kr, notes, sign);
	if (by_percent)
		return refuse(kr, notes, "cannot-be-graded",
			arena_printf(a,
				"'by %s' may mean points or a share of '%s': "
				"write from and to",
				kr->target->text, kr->baseline->text));
	return grade_by_amount(a, kr, notes, sign);
}

static bool grade_from_to(
	struct arena *a, struct key_result *kr, struct kind_notes *notes)
{
	if (comparator_of(kr) == CMP_BY)
		return grade_by(a, kr, notes);
	return !lacks_numbers(a, kr, notes, true) &&
	       grade_between(a, kr, notes);
}

/* What from-to would have given, for the finding beside a count. */
static void look_beside(
	struct arena *a, const struct key_result *kr, struct kind_notes *notes)
{
	struct key_result other = *kr;
	struct quantity baseline;
	struct kind_notes ignored = {0};

	if (kr->kind_written || !has_value(kr->baseline))
		return;
	baseline = *kr->baseline;
	baseline.unit = "";
	other.baseline = &baseline;
	if (!grade_between(a, &other, &ignored))
		return;
	notes->beside = other.progress;
	notes->beside_formula = other.formula;
}

static bool grade_count(
	struct arena *a, struct key_result *kr, struct kind_notes *notes)
{
	if (lacks_numbers(a, kr, notes, false))
		return false;
	set_direction(kr, 1);
	if (!grade_share(a, kr, notes))
		return false;
	look_beside(a, kr, notes);
	return true;
}

static bool grade_keep(
	struct arena *a, struct key_result *kr, struct kind_notes *notes)
{
	static const char *const SIGNS[][2] = {[CMP_LT] = {">=", "<"},
		[CMP_LE] = {">", "<="},
		[CMP_GT] = {"<=", ">"},
		[CMP_GE] = {"<", ">="}};
	enum comparator c = bound_of(kr, kr->kind);
	const struct rat *value;
	bool converted = false, holds;
	struct buf text;

	if (lacks_numbers(a, kr, notes, false))
		return false;
	value = value_in(a, kr->current, kr->target, &converted);
	if (!value)
		return units_differ(a, kr, notes, kr->current, kr->target);
	holds = satisfies(
		c, rat_cmp(value, rat_of_decimal(a, kr->target->value)));
	kr->direction = DIRECTION_REACH;
	settle(a, kr, rat_of(a, holds, 1), SOURCE_COMPUTED);
	buf_init(&text, FORMULA_BYTES);
	formula_number(&text, kr->current, converted);
	buf_addf(&text, " %s ", SIGNS[c][holds]);
	formula_number(&text, kr->target, converted);
	buf_adds(&text, holds ? ": kept" : ": not kept");
	formula_end(&text, kr->progress);
	kr->formula = formula_take(a, &text);
	return true;
}

/* 1 yes, 0 no, -1 neither. */
static int says(struct str text)
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
	return settle(a, kr, rat_of(a, yes, 1), SOURCE_COMPUTED);
}

static bool grade_yes_no(
	struct arena *a, struct key_result *kr, struct kind_notes *notes)
{
	struct str now = str_of(as_text(kr->current));
	int yes = says(now);

	if (!kr->current)
		return refuse(
			kr, notes, "cannot-be-graded", "no current value yet");
	if (kr->target && str_ieq(now, str_of(kr->target->text)))
		yes = 1;
	else if (kr->baseline && str_ieq(now, str_of(kr->baseline->text)))
		yes = 0;
	if (yes < 0)
		return refuse(kr, notes, "cannot-be-graded",
			arena_printf(a, "'%s' says neither yes nor no",
				kr->current->text));
	return settle_yes_no(a, kr, yes, kr->current->text);
}

static bool grade_milestones(
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
		return refuse(kr, notes, "cannot-be-graded", "no milestones");
	kr->direction = DIRECTION_REACH;
	settle(a, kr, best ? rat_of_decimal(a, best->grade) : rat_of(a, 0, 1),
		SOURCE_COMPUTED);
	kr->formula = best ? arena_printf(a, "milestone '%s' reached = %s",
				     best->text,
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
	if (r->kind == RESULT_WIP || r->kind == RESULT_NOTE ||
		r->kind == RESULT_BLOCKED || r->kind == RESULT_PERCENT)
		return read_fraction(a, str_trim(str_of(r->text)));
	return NULL;
}

const char *grade_result_formula(struct arena *a, const char *what,
	const char *text, const struct rat *x)
{
	struct buf b;

	buf_init(&b, FORMULA_BYTES);
	buf_addf(&b, "%s '%s'", what, text);
	formula_end(&b, x);
	return formula_take(a, &b);
}

/* A written result, or a reading in percent where a person said so. */
static bool grade_percent(
	struct arena *a, struct key_result *kr, struct kind_notes *notes)
{
	const struct rat *x = grade_result(a, &kr->result);
	const char *text = kr->result.text;

	if (!x && kr->kind == KIND_PERCENT && kr->kind_written &&
		has_value(kr->current) && units_is_percent(kr->current)) {
		x = rat_div(a, rat_of_decimal(a, kr->current->value),
			rat_of(a, 100, 1));
		text = kr->current->text;
	}
	if (!x)
		return refuse(kr, notes, "cannot-be-graded",
			kr->result.text[0]
				? arena_printf(a, "'%s' is no number",
					  kr->result.text)
				: "no result yet");
	if (!text[0])
		text = result_kind_name(kr->result.kind);
	kr->formula = grade_result_formula(a, "result", text, x);
	return settle(a, kr, x, SOURCE_RESULT);
}

static bool grade_tasks(
	struct arena *a, struct key_result *kr, struct kind_notes *notes)
{
	if (kr->tasks_all <= 0)
		return refuse(kr, notes, "cannot-be-graded", "no tasks");
	settle(a, kr, rat_of(a, kr->tasks_done, kr->tasks_all), SOURCE_TASKS);
	kr->formula = arena_printf(a, "%d of %d tasks done = %s",
		kr->tasks_done, kr->tasks_all,
		rat_text(a, kr->progress, GRADE_DECIMALS));
	return true;
}

static bool grade_ticked(
	struct arena *a, struct key_result *kr, struct kind_notes *notes)
{
	if (!kr->checked)
		return refuse(kr, notes, "cannot-be-graded", "not ticked");
	kr->direction = DIRECTION_BINARY;
	kr->formula = "ticked = 1.00";
	return settle(a, kr, rat_of(a, 1, 1), SOURCE_TASKS);
}

static bool grade_stated(
	struct arena *a, struct key_result *kr, struct kind_notes *notes)
{
	if (!kr->stated_grade)
		return refuse(
			kr, notes, "cannot-be-graded", "no grade is stated");
	settle(a, kr, rat_of_decimal(a, *kr->stated_grade), SOURCE_STATED);
	kr->formula = arena_printf(a, "stated grade %s",
		rat_text(a, kr->progress, GRADE_DECIMALS));
	return true;
}

typedef bool grader(
	struct arena *a, struct key_result *kr, struct kind_notes *notes);

static grader *const GRADERS[] = {
	[KIND_NONE] = NULL,
	[KIND_FROM_TO] = grade_from_to,
	[KIND_COUNT] = grade_count,
	[KIND_KEEP_ABOVE] = grade_keep,
	[KIND_KEEP_BELOW] = grade_keep,
	[KIND_YES_NO] = grade_yes_no,
	[KIND_MILESTONES] = grade_milestones,
	[KIND_PERCENT] = grade_percent,
	[KIND_TASKS] = grade_tasks,
	[KIND_STATED] = grade_stated,
};

/* A reading such as "Done" where a number was expected. */
static bool grade_word(
	struct arena *a, struct key_result *kr, struct kind_notes *notes)
{
	if (!kr->current || kr->current->has_value ||
		says(str_of(kr->current->text)) < 0)
		return refuse(kr, notes, "cannot-be-graded", "no number");
	return grade_yes_no(a, kr, notes);
}

/* What people wrote, where the numbers gave none. */
static const struct {
	grader *grade;
	enum kind kind;
} FALLBACKS[] = {
	{grade_percent, KIND_PERCENT},
	{grade_word, KIND_YES_NO},
	{grade_tasks, KIND_TASKS},
	{grade_ticked, KIND_YES_NO},
	{grade_stated, KIND_STATED},
};

static void fall_back(
	struct arena *a, struct key_result *kr, struct kind_notes *notes)
{
	const char *why = notes->rule ? kr->caveat : "";
	enum direction direction = kr->direction;

	for (size_t i = 0; i < COUNT_OF(FALLBACKS); i++) {
		struct kind_notes ignored = {.rule = ""};

		if (!FALLBACKS[i].grade(a, kr, &ignored))
			continue;
		if (!kr->kind_written)
			kr->kind = FALLBACKS[i].kind;
		if (direction != DIRECTION_NONE)
			kr->direction = direction;
		kr->caveat = why[0] ? arena_printf(a, "%s: the %s counts", why,
					      kr->grade_source == SOURCE_STATED
						      ? "stated grade"
						      : "written result")
				    : "";
		if (notes->rule && strcmp(notes->rule, "cannot-be-graded") == 0)
			notes->rule = NULL;
		return;
	}
	if (!notes->rule)
		refuse(kr, notes, "cannot-be-graded",
			kr->result.text[0]
				? arena_printf(a, "'%s' is no number",
					  kr->result.text)
				: "no numbers and no result yet");
}

void kind_grade(
	struct arena *a, struct key_result *kr, struct kind_notes *notes)
{
	*notes = (struct kind_notes){0};
	kr->progress = kr->grade = kr->forecast = NULL;
	kr->grade_source = SOURCE_NONE;
	kr->formula = kr->caveat = "";
	kr->kind = infer(a, kr);
	kr->counts = kr->result.kind != RESULT_DEFERRED;
	if (!GRADERS[kr->kind] || !GRADERS[kr->kind](a, kr, notes))
		fall_back(a, kr, notes);
	if (!kr->counts)
		kr->caveat = arena_printf(a, "left out of the mean: %s",
			kr->result.text[0] ? kr->result.text : "deferred");
}
