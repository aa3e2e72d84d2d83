/*
 * How one key result is graded: its kind, and that kind's formula.
 *
 * Each kind is a function that either settles progress, formula and source or
 * says why it cannot; what people wrote as results comes after the numbers.
 */
#include "grade_p.h"

#include <assert.h>

#include "attr.h"
#include "kind_p.h"
#include "measure_p.h"
#include "wordlist_p.h"
#include "words.h"

struct str kind_verb(const struct key_result *kr)
{
	struct str rest = str_of(kr->verb[0] ? kr->verb : kr->text), word = {0};

	words_take(&rest, &word);
	return word;
}

bool kind_verb_keeps(const struct key_result *kr)
{
	struct str verb = kind_verb(kr);

	/* "Hold 20 interviews" */
	return verb_sense(verb, true) == VERB_KEEP && !str_iis(verb, "hold");
}

static bool verb_counts(const struct key_result *kr)
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
	return kr->direction == DIRECTION_DECREASE ||
	       verb_sense(kind_verb(kr), true) == VERB_DOWN;
}

bool grade_is_sound(const struct rat *x)
{
	return !x || (rat_sign(x) >= 0 && rat_cmp(x, rat_of(NULL, 1, 1)) <= 0);
}

const struct rat *grade_clamp(struct arena *a, const struct rat *x)
{
	return rat_clamp(x, rat_of(a, 0, 1), rat_of(a, 1, 1));
}

bool kind_has_value(const struct quantity *q)
{
	return q && q->has_value;
}

bool kind_settle(struct arena *a, struct key_result *kr,
	const struct rat *progress, enum grade_source source)
{
	assert(progress && source != SOURCE_NONE);
	kr->progress = progress;
	kr->grade = grade_clamp(a, progress);
	kr->grade_source = source;
	return true;
}

/* Why not; the first reason given stays. */
bool kind_refuse(struct key_result *kr, struct kind_notes *notes,
	const char *rule, const char *caveat)
{
	assert(*rule && *caveat);
	if (!notes->rule) {
		notes->rule = rule;
		kr->caveat = caveat;
	}
	return false;
}

/* Does a comparison that came out as cmp satisfy the bound? */
bool kind_satisfies(enum comparator c, int cmp)
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

enum comparator kind_comparator(const struct key_result *kr)
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
enum comparator kind_bound(const struct key_result *kr, enum kind kind)
{
	enum comparator c = kind_comparator(kr);

	if (is_bound(c))
		return c;
	return kind == KIND_KEEP_BELOW ? CMP_LE : CMP_GE;
}

static enum kind keep_kind(const struct key_result *kr)
{
	enum comparator c = kind_comparator(kr);

	if (c == CMP_LT || c == CMP_LE)
		return KIND_KEEP_BELOW;
	if (c == CMP_GT || c == CMP_GE)
		return KIND_KEEP_ABOVE;
	return is_better_low(kr) ? KIND_KEEP_BELOW : KIND_KEEP_ABOVE;
}

/* Is the target a bound to keep rather than a place to get to? */
static bool is_kept(const struct key_result *kr)
{
	enum comparator c = kind_comparator(kr);

	if (!kind_has_value(kr->baseline))
		return kind_verb_keeps(kr);
	if (!is_bound(c) && !kind_verb_keeps(kr))
		return false;
	return measure_same(kr->baseline, kr->target) &&
	       kind_satisfies(kind_bound(kr, keep_kind(kr)),
		       decimal_cmp(kr->baseline->value, kr->target->value));
}

static bool is_count(struct arena *a, const struct key_result *kr)
{
	const struct quantity *b = kr->baseline, *t = kr->target;

	if (kind_comparator(kr) == CMP_BY)
		return false;
	if (!kind_has_value(b))
		return verb_counts(kr) && !measure_is_percent(t) &&
		       t->value.coef > 0;
	if (measure_is_rate_of(b, t))
		return true;
	return !measure_factor(a, b, t) && kind_has_value(kr->current) &&
	       measure_factor(a, kr->current, t);
}

static enum kind infer(struct arena *a, const struct key_result *kr)
{
	if (kr->kind_written)
		return kr->kind;
	if (kr->milestones.n)
		return KIND_MILESTONES;
	if (kind_has_value(kr->target)) {
		if (is_kept(kr))
			return keep_kind(kr);
		return is_count(a, kr) ? KIND_COUNT : KIND_FROM_TO;
	}
	if (kr->target)
		return KIND_YES_NO;
	return kind_has_value(kr->baseline) && kind_has_value(kr->current)
		       ? KIND_FROM_TO
		       : KIND_NONE;
}
static grader *const GRADERS[] = {
	[KIND_NONE] = NULL,
	[KIND_FROM_TO] = kind_from_to,
	[KIND_COUNT] = kind_count,
	[KIND_KEEP_ABOVE] = kind_keep,
	[KIND_KEEP_BELOW] = kind_keep,
	[KIND_YES_NO] = kind_yes_no,
	[KIND_MILESTONES] = kind_milestones,
	[KIND_PERCENT] = kind_percent,
	[KIND_TASKS] = kind_tasks,
	[KIND_STATED] = kind_stated,
};

static_assert(COUNT_OF(GRADERS) == KIND_STATED + 1, "each kind has a grader");

/* A reading such as "Done" where a number was expected. */
static bool grade_word(
	struct arena *a, struct key_result *kr, struct kind_notes *notes)
{
	if (!kr->current || kr->current->has_value ||
		kind_says(str_of(kr->current->text)) < 0)
		return kind_refuse(kr, notes, "cannot-be-graded", "no number");
	return kind_yes_no(a, kr, notes);
}

/* What people wrote, where the numbers gave none. */
static const struct {
	grader *grade;
	enum kind kind;
} FALLBACKS[] = {
	{kind_percent, KIND_PERCENT},
	{grade_word, KIND_YES_NO},
	{kind_ticked, KIND_YES_NO},
	{kind_tasks, KIND_TASKS},
	{kind_stated, KIND_STATED},
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
		/* A written result speaks for itself. */
		kr->caveat =
			why[0] && kr->grade_source == SOURCE_STATED
				? arena_printf(
					  a, "%s: the stated grade counts", why)
				: "";
		if (notes->rule && strcmp(notes->rule, "cannot-be-graded") == 0)
			notes->rule = NULL;
		return;
	}
	if (!notes->rule)
		kind_refuse(kr, notes, "cannot-be-graded",
			kr->result.text[0]
				? arena_printf(a, "'%s' is no number",
					  words_short(a, kr->result.text))
				: "no numbers and no result yet");
}

/* A check-in told a result after the last value was read: "done". */
static bool is_told_later(const struct key_result *kr)
{
	return kr->result.kind != RESULT_NONE && date_is_set(kr->result_date) &&
	       date_cmp(kr->result_date, kr->current_date) > 0;
}

void kind_grade(
	struct arena *a, struct key_result *kr, struct kind_notes *notes)
{
	*notes = (struct kind_notes){0};
	kr->progress = kr->grade = kr->forecast = NULL;
	kr->grade_source = SOURCE_NONE;
	kr->formula = kr->caveat = "";
	kr->kind = infer(a, kr);
	kr->counts = kr->result.kind != RESULT_DEFERRED &&
		     kr->result.kind != RESULT_NA;
	if (!is_told_later(kr) || !kind_percent(a, kr, notes)) {
		*notes = (struct kind_notes){0};
		kr->caveat = "";
		if (!GRADERS[kr->kind] || !GRADERS[kr->kind](a, kr, notes))
			fall_back(a, kr, notes);
	}
	assert(grade_is_sound(kr->grade));
	assert(!kr->grade || kr->grade_source != SOURCE_NONE);
	if (kr->counts)
		return;
	if (notes->rule && strcmp(notes->rule, "cannot-be-graded") == 0)
		notes->rule = NULL;
	kr->caveat = arena_printf(a, "left out of the mean: %s",
		kr->result.text[0] ? words_short(a, kr->result.text)
				   : "deferred");
}
