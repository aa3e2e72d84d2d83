/*
 * Checks of one key result.
 */
#include "lint_p.h"

#include "attr.h"
#include "grade_p.h"
#include "measure_p.h"
#include "wordlist_p.h"
#include "words.h"

static bool has_value(const struct quantity *q)
{
	return q && q->has_value;
}

static bool has_digit(const char *text)
{
	for (; *text; text++)
		if (str_is_digit(*text))
			return true;
	return false;
}

static bool is_activity_verb(const struct key_result *kr)
{
	static const char *const VERBS[] = {"assist", "attend", "build",
		"collaborate", "complete", "conduct", "continue", "coordinate",
		"create", "define", "deliver", "deploy", "design", "develop",
		"discuss", "document", "draft", "explore", "facilitate",
		"finalize", "finalise", "finish", "help", "host", "identify",
		"implement", "investigate", "launch", "migrate", "organise",
		"organize", "participate", "perform", "plan", "prepare",
		"present", "provide", "publish", "release", "research",
		"review", "rollout", "run", "ship", "start", "support",
		"update", "work", "write"};

	return words_is_any(kind_verb(kr), VERBS, COUNT_OF(VERBS));
}

static bool is_kept(const struct key_result *kr)
{
	return kr->kind == KIND_KEEP_ABOVE || kr->kind == KIND_KEEP_BELOW;
}

/* A number, or anything else that settles whether it was reached. */
static bool is_measured(const struct key_result *kr)
{
	return has_value(kr->target) || has_value(kr->current) ||
	       kr->milestones.n || has_digit(kr->text);
}

void lint_not_measurable(struct lint *l)
{
	const struct key_result *kr = l->kr;

	if (!is_measured(kr) && !is_activity_verb(kr) && !kr->target &&
		!kr->tasks_all)
		lint_say(l,
			"it has no number: write <verb> <measure> from <x> to "
			"<y>");
}

/* So many things to be made, "7 articles", or all there are: nobody asks how
 * many there were, unless a verb of change says that there were some. */
static bool is_made(const struct key_result *kr)
{
	enum verb_sense sense = verb_sense(kind_verb(kr), true);
	const struct quantity *q = kr->target;
	struct str unit = str_of(q->unit);

	if (sense == VERB_UP || sense == VERB_DOWN || sense == VERB_CHANGE ||
		q->comparator == CMP_LT || q->comparator == CMP_LE)
		return false;
	/* "100% of the team": all of them. */
	if (measure_is_percent(q))
		return decimal_cmp(q->value, (struct decimal){100, 0}) == 0;
	for (size_t i = 0; i < unit.n; i++)
		if (!str_is_alpha(unit.p[i]) && unit.p[i] != ' ' &&
			unit.p[i] != '-')
			return false;
	return unit.n > 1;
}

/* "Publish 4 blog posts": so many things made are still only work done. */
static bool is_output(const struct key_result *kr)
{
	static const char *const VERBS[] = {"attend", "conduct", "create",
		"deliver", "document", "draft", "facilitate", "have", "held",
		"hold", "host", "launch", "organise", "organize", "perform",
		"prepare", "present", "publish", "release", "run", "ship",
		"write"};

	return words_is_any(kind_verb(kr), VERBS, COUNT_OF(VERBS)) &&
	       has_value(kr->target) && !kr->baseline && is_made(kr) &&
	       !measure_is_percent(kr->target) && kr->comparator == CMP_NONE &&
	       kr->target->comparator == CMP_NONE;
}

void lint_activity(struct lint *l)
{
	const struct key_result *kr = l->kr;

	if (is_activity_verb(kr) && !is_measured(kr))
		lint_say(l,
			"it says what will be done ('%.*s'), not what will be "
			"different then: measure the outcome",
			STR_ARG(kind_verb(kr)));
	else if (is_output(kr))
		lint_say(l,
			"it counts what will be made (%s), not what that "
			"changes: measure the outcome",
			kr->target->text);
}

void lint_no_from(struct lint *l)
{
	const struct key_result *kr = l->kr;

	if (kr->kind == KIND_FROM_TO && has_value(kr->target) &&
		!kr->baseline && kr->comparator != CMP_BY &&
		kr->target->comparator != CMP_BY && !is_made(kr))
		lint_say(l,
			"it says where to (%s), but not where from: write the "
			"baseline",
			kr->target->text);
}

void lint_change_without_baseline(struct lint *l)
{
	const struct key_result *kr = l->kr;
	bool by = kr->comparator == CMP_BY ||
		  (kr->target && kr->target->comparator == CMP_BY);

	if (by && !has_value(kr->baseline))
		lint_say(l,
			"it asks for a change 'by %s' of something unsaid: "
			"write from and to",
			kr->target ? kr->target->text : "so much");
}

void lint_kpi(struct lint *l)
{
	static const char *const VERBS[] = {"continue", "monitor", "track"};
	struct str verb = kind_verb(l->kr);

	if (!kind_verb_keeps(l->kr) &&
		!words_is_any(verb, VERBS, COUNT_OF(VERBS)))
		return;
	if ((l->kr->kind == KIND_NONE || is_kept(l->kr) || !l->kr->baseline) &&
		!l->kr->kind_written)
		lint_say(l,
			"'%.*s' asks for no change: that is a KPI to watch; "
			"write what should get better",
			STR_ARG(verb));
}

void lint_verb_against_numbers(struct lint *l)
{
	const struct key_result *kr = l->kr;
	struct str verb = kind_verb(kr);
	enum verb_sense sense = verb_sense(verb, true);
	int way;

	if (kr->kind != KIND_FROM_TO || !has_value(kr->baseline) ||
		!has_value(kr->target) || kr->comparator == CMP_BY ||
		kr->target->comparator == CMP_BY ||
		!measure_same(kr->baseline, kr->target))
		return;
	way = decimal_cmp(kr->target->value, kr->baseline->value);
	if ((sense == VERB_UP && way < 0) || (sense == VERB_DOWN && way > 0))
		lint_say(l,
			"'%.*s' points %s, but its numbers go from %s to %s",
			STR_ARG(verb), sense == VERB_UP ? "up" : "down",
			kr->baseline->text, kr->target->text);
}

void lint_target_met(struct lint *l)
{
	const struct key_result *kr = l->kr;

	if (is_kept(kr) && !kind_verb_keeps(kr) && has_value(kr->baseline) &&
		!kr->kind_written)
		lint_say(l,
			"its baseline %s meets the target %s already: aim "
			"further, or write 'Keep'",
			kr->baseline->text, kr->target->text);
}

/* The text without what stands in brackets. */
static struct str without_brackets(struct arena *a, const char *text)
{
	size_t n = strlen(text), used = 0;
	char *p;
	int depth = 0;

	if (!memchr(text, '(', n))
		return (struct str){text, n};
	p = arena_alloc(a, n + 1);
	for (size_t i = 0; i < n; i++) {
		depth += text[i] == '(';
		if (depth == 0)
			p[used++] = text[i];
		depth -= text[i] == ')' && depth > 0;
	}
	return (struct str){p, used};
}

/* Takes the number behind the next whole word. */
static const struct quantity *number_behind(
	struct arena *a, struct str *text, const char *word)
{
	size_t at;

	while ((at = words_find(*text, word)) != STR_NONE) {
		const struct quantity *q;

		*text = str_sub(*text, at + strlen(word), text->n);
		str_skip_blank(text);
		q = quantity_take(a, text);
		if (has_value(q))
			return q;
	}
	*text = (struct str){NULL, 0};
	return NULL;
}

static bool differs(const struct quantity *x, const struct quantity *y)
{
	return has_value(x) && has_value(y) && measure_same(x, y) &&
	       decimal_cmp(x->value, y->value) != 0;
}

/* Takes what stands behind the word when it is the quantity as written. */
static bool repeats(
	struct str *text, const char *word, const struct quantity *q)
{
	size_t at = words_find(*text, word);

	if (at == STR_NONE || !q)
		return false;
	*text = str_trim_left(str_sub(*text, at + strlen(word), text->n));
	return str_skip(text, q->text) &&
	       (!text->n || text->p[0] == ' ' || text->p[0] == ';');
}

/* "from 5 to 10", and 5 and 10 in the columns: nothing to be read. */
static bool says_the_same(struct str text, const struct key_result *kr)
{
	return repeats(&text, "from", kr->baseline) &&
	       repeats(&text, "to", kr->target);
}

void lint_text_against_numbers(struct lint *l)
{
	const struct key_result *kr = l->kr;
	struct str text = without_brackets(l->a, kr->text);
	const struct quantity *from, *to;

	if ((!has_value(kr->baseline) && !has_value(kr->target)) ||
		words_find(text, "from") == STR_NONE || says_the_same(text, kr))
		return;
	from = number_behind(l->a, &text, "from");
	to = from ? number_behind(l->a, &text, "to") : NULL;
	if (!to)
		return;
	if (differs(from, kr->baseline))
		lint_say(l, "its words say from %s, its baseline is %s",
			from->text, kr->baseline->text);
	if (differs(to, kr->target))
		lint_say(l, "its words say to %s, its target is %s", to->text,
			kr->target->text);
}

void lint_compound_key_result(struct lint *l)
{
	struct str text = without_brackets(l->a, l->kr->text);
	size_t first = words_find(text, "to");
	int n = 0;

	if (first == STR_NONE ||
		words_find(str_sub(text, first + 2, text.n), "to") == STR_NONE)
		return;
	while (number_behind(l->a, &text, "to"))
		n++;
	if (n > 1)
		lint_say(l,
			"it has %d goals in one: grade them one by one, as "
			"key results of their own",
			n);
}

void lint_vague_words(struct lint *l)
{
	static const char *const WORDS[] = {"etc", "and so on", "as needed",
		"if necessary", "if possible", "where possible",
		"as appropriate", "various", "several", "asap", "tbd", "tbc",
		"a lot", "significantly", "substantially", "as required",
		"best effort"};
	const char *word =
		words_find_any(str_of(l->kr->text), WORDS, COUNT_OF(WORDS));

	if (word)
		lint_say(l,
			"'%s' leaves open how to grade it: say how much or "
			"which",
			word);
}

void lint_outside_period(struct lint *l)
{
	const struct period *p = lint_period(l);
	const struct period *own = &l->kr->period;

	if (!p)
		return;
	if (date_is_set(own->start) && (date_cmp(own->start, p->start) < 0 ||
					       date_cmp(own->end, p->end) > 0))
		lint_say(l, "its period %s is not within its objective's, %s",
			own->name, p->name);
	else if (date_is_set(l->kr->due) &&
		 (date_cmp(l->kr->due, p->start) < 0 ||
			 date_cmp(l->kr->due, p->end) > 0))
		lint_say(l,
			"it is due on %04d-%02d-%02d, outside its objective's "
			"period %s",
			l->kr->due.year, l->kr->due.month, l->kr->due.day,
			p->name);
}

/* Is it one that could be reached too early?  What is promised to others may be
 * easy, and a state is either kept or not. */
static bool may_be_too_easy(const struct lint *l)
{
	const struct key_result *kr = l->kr;

	return kr->progress && kr->grade_source == SOURCE_COMPUTED &&
	       !is_kept(kr) && kr->kind != KIND_YES_NO &&
	       l->obj->type != TYPE_COMMITTED;
}

/* Reached with half of the period to go. */
void lint_sandbagging(struct lint *l)
{
	const struct key_result *kr = l->kr;
	const struct period *p = pace_period(l->m, l->obj, kr);
	struct date at = pace_newest(l->obj, kr);

	if (!p || !date_is_set(l->o->today) || !may_be_too_easy(l))
		return;
	if (!date_is_set(at) || date_cmp(at, l->o->today) > 0)
		at = l->o->today;
	if (rat_cmp(kr->progress, rat_of(l->a, 1, 1)) >= 0 &&
		date_cmp(at, p->start) >= 0 &&
		date_diff(p->start, at) * 2 < date_diff(p->start, p->end))
		lint_say(l,
			"it was reached before half of the period was over "
			"(%s): the target was too easy",
			kr->formula);
}
