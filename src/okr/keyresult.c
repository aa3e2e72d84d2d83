/*
 * Completing a key result: cells and fields first, the sentence where they
 * are silent.
 */
#include "keyresult.h"

#include "attr.h"
#include "measure_p.h"
#include "grade_p.h"
#include "rat.h"
#include "wordlist_p.h"
#include "words.h"

static bool fits(const struct quantity *q, const struct quantity *there)
{
	return !there || !q || !there->has_value || !q->has_value ||
	       quantity_is_like(q, there);
}

/* A target cell without a number ("Shipped") is a state to reach; numbers of
 * the sentence would be about something else. */
static bool is_state(const struct quantity *q)
{
	return q && !q->has_value;
}

static void fill_numbers(struct key_result *kr, const struct sentence *s)
{
	bool states = is_state(kr->target) || is_state(kr->baseline);
	bool had_target = kr->target != NULL;

	if (!had_target && !states && fits(s->target, kr->baseline))
		kr->target = s->target;
	/* "by 15% (baseline: $67)", "from 2/week to 3/day" */
	if (!kr->baseline && !states &&
		(fits(s->baseline, kr->target) || kr->target == s->target) &&
		(!had_target || s->comparator != CMP_BY))
		kr->baseline = s->baseline;
	if (!kr->current && fits(s->current, kr->target))
		kr->current = s->current;
}

/* "achieved $1.8M, 80%", "<tick> 5 hired": signs and words in front of what was
 * reached. */
static struct str skip_led(struct str text)
{
	static const char *const LEADS[] = {
		"actual", "achieved", "reached", "done", "hit"};

	while (emoji_take(&text).n)
		text = str_trim(text);
	for (size_t i = 0; i < COUNT_OF(LEADS); i++) {
		struct str rest = text;

		if (str_iskip(&rest, LEADS[i]) &&
			(str_skip(&rest, ": ") || str_skip(&rest, " ")))
			return rest;
	}
	return text;
}

/* "$1.8M, 80%" and "3 hired (60%)", not "0.9" or "8 of 9". */
static bool is_sum_with_share(const struct quantity *q, struct str behind)
{
	behind = str_trim(behind);
	return q->unit[0] != '%' && q->unit[0] != '/' &&
	       !str_istarts(behind, "of ") && !str_istarts(behind, "out of ") &&
	       str_find_char(behind, '%') != STR_NONE;
}

/* "Serve 40,000 meals => 43,512 served": the note begins with a reading. */
static void read_note(struct arena *a, struct key_result *kr)
{
	struct str text = skip_led(str_of(kr->result.text));
	const struct quantity *q;

	if (kr->current || kr->result.kind == RESULT_NONE || !kr->target ||
		!kr->target->has_value || kr->comparator == CMP_BY || !text.n)
		return;
	q = quantity_take(a, &text);
	if (!q || !q->has_value || q->comparator || q->text[0] == '+' ||
		q->text[0] == '-' || !quantity_is_like(q, kr->target) ||
		(kr->result.kind == RESULT_PERCENT &&
			!is_sum_with_share(q, text)))
		return;
	/* Of what is not counted it has to be all: "3.4 days". */
	if (!quantity_is_count(kr->target) &&
		(strcmp(q->unit, kr->target->unit) != 0 || str_trim(text).n))
		return;
	kr->current = q;
}

/* "4 of 6 so far": a reading, and what it is of. */
static void read_of_all(struct arena *a, struct key_result *kr)
{
	struct str text = str_of(kr->result.text);
	const struct quantity *now, *all;

	if (kr->current || kr->result.kind != RESULT_PERCENT ||
		(!str_ends(text, " so far") && !str_ends(text, " to date")))
		return;
	now = quantity_take(a, &text);
	text = str_trim(text);
	if (!now || !now->has_value || *now->unit || !str_iskip(&text, "of "))
		return;
	all = quantity_take(a, &text);
	if (!all || !all->has_value || (kr->target && !fits(all, kr->target)))
		return;
	if (!kr->target)
		kr->target = all;
	else if (!kr->target->has_value ||
		 decimal_cmp(kr->target->value, all->value) != 0)
		return;
	kr->current = now;
	kr->result = (struct result){.text = ""};
}

static const char *const FINISHED[] = {
	"done", "complete", "completed", "finished", "fertig", "erledigt"};

/* "60% done", "60% of the way": a part of it, whatever is counted. */
static bool says_progress(struct str s)
{
	static const char *const WORDS[] = {"progress", "of"};
	size_t at = str_find_char(s, '%');

	s = str_trim(str_sub(s, at == STR_NONE ? s.n : at + 1, s.n));
	for (size_t i = 0; i < COUNT_OF(FINISHED); i++)
		if (str_istarts(s, FINISHED[i]))
			return true;
	return words_find_any(s, WORDS, COUNT_OF(WORDS));
}

/* "achieved 68%" */
static bool is_led(struct str s)
{
	static const char *const LEADS[] = {"actual", "achieved", "reached"};

	for (size_t i = 0; i < COUNT_OF(LEADS); i++)
		if (str_iskip(&s, LEADS[i]) &&
			(str_skip(&s, " ") || str_skip(&s, ": ")))
			return true;
	return false;
}

/* "we are at 61%", "now 61%": and nothing else. */
static bool is_where_we_are(struct str s)
{
	static const char *const LEADS[] = {"we are at ", "we're at ",
		"we\u2019re at ", "we are on ", "currently at ", "currently ",
		"now at ", "today ", "today at ", "now "};

	s = str_trim_end(str_trim(s), " .!");
	for (size_t i = 0; i < COUNT_OF(LEADS); i++)
		if (str_iskip(&s, LEADS[i]))
			return str_find_char(s, '%') == s.n - 1 &&
			       str_find_char(s, ' ') >= s.n - 2;
	return false;
}

/* Is p no more than a part of x over it, that part in percent? */
static bool is_near(
	struct arena *a, struct decimal p, struct decimal x, int over)
{
	const struct rat *most =
		rat_mul(a, rat_of_decimal(a, x), rat_of(a, 100 + over, 100));

	return rat_cmp(rat_of_decimal(a, p), most) <= 0;
}

/*
 * Where a key result counts in percent, is p where it stands and no part of
 * the way?  "Churn below 3% => 4%", "from 60% to 80% => 72%", "> 75% => 80%"
 * are; "60% of orders => 40%", "from 27% to 18% => 60%", a bare 0 or 100 not.
 */
static bool is_where_it_stands(
	struct arena *a, const struct key_result *kr, struct decimal p)
{
	enum { OVER_FROM = 20, OVER_BOUND = 40 };
	static const struct decimal NONE = {0, 0}, ALL = {100, 0};
	struct decimal t = kr->target->value;
	const struct quantity *from = kr->baseline;

	if (decimal_cmp(p, NONE) == 0 || decimal_cmp(p, ALL) == 0)
		return false;
	if (from && (!from->has_value || strcmp(from->unit, "%") != 0))
		return false;
	if (kr->direction == DIRECTION_DECREASE)
		return from ? is_near(a, p, from->value, OVER_FROM)
			    : is_near(a, p, t, OVER_BOUND);
	if (from)
		return decimal_cmp(p, from->value) >= 0 &&
		       is_near(a, p, t, OVER_FROM);
	return (kr->comparator == CMP_GT || kr->comparator == CMP_GE) &&
	       decimal_cmp(p, t) >= 0;
}

/* The "0.4%" of "DONE (0.4%)". */
static struct str first_share(struct str s)
{
	size_t end = str_find_char(s, '%');
	size_t at = end == STR_NONE ? s.n : end;

	while (at > 0 &&
		(str_is_digit(s.p[at - 1]) || strchr(" .,", s.p[at - 1])))
		at--;
	s = str_trim(str_sub(s, at, end == STR_NONE ? s.n : end + 1));
	while (str_skip(&s, ", ") || str_skip(&s, ". "))
		;
	return s;
}

/* "0.4%, DONE", "DONE (0.4%)": done, and nothing but the share beside it; not
 * "4%, not done". */
static bool is_finished(struct str s)
{
	static const char MARKS[] = " ,.;:()-!";
	struct str share = first_share(s), front, behind;

	front = str_sub(s, 0, (size_t)(share.p - s.p));
	behind = str_sub(s, front.n + share.n, s.n);
	front = str_trim_end(str_trim(front), MARKS);
	behind = str_trim_end(behind, MARKS);
	while (behind.n && strchr(MARKS, behind.p[0]))
		behind = str_sub(behind, 1, behind.n);
	return (!front.n &&
		       words_is_any(behind, FINISHED, COUNT_OF(FINISHED))) ||
	       (!behind.n && words_is_any(front, FINISHED, COUNT_OF(FINISHED)));
}

/* A result in percent that is a value of the key result. */
static void read_actual(struct arena *a, struct key_result *kr)
{
	struct str text = str_of(kr->result.text);
	const struct quantity *q;
	bool finished;

	if (kr->current || kr->result.kind != RESULT_PERCENT ||
		!kr->result.percent || !kr->target || !kr->target->has_value ||
		kr->comparator == CMP_BY || kr->target->unit[0] != '%' ||
		kr->result.share || says_progress(text) ||
		!(is_led(text) || is_where_we_are(text) ||
			is_where_it_stands(a, kr, *kr->result.percent)))
		return;
	finished = is_finished(text);
	q = quantity_read(a, first_share(text));
	if (!q || !q->has_value || strcmp(q->unit, "%") != 0)
		return;
	kr->current = q;
	kr->result.percent = NULL;
	kr->result.kind = finished ? RESULT_DONE : RESULT_NOTE;
	if (is_where_we_are(text) ||
		str_is(str_trim(str_of(kr->result.text)), q->text)) /* all */
		kr->result = (struct result){.text = ""};
}

/* "Keep uptime above 99.9% (currently 99.95%)": what is to be kept starts from
 * nowhere, so that the value of now is the reading. */
static void keep_reading(struct key_result *kr, const struct sentence *s)
{
	static const char *const NOW[] = {"currently", "now", "today"};

	if (kr->baseline && kr->baseline == s->baseline &&
		kind_verb_keeps(kr) &&
		words_find_any(str_of(kr->text), NOW, COUNT_OF(NOW))) {
		if (!kr->current)
			kr->current = kr->baseline;
		kr->baseline = NULL;
	}
}

static enum direction direction_of(
	const struct key_result *kr, const struct sentence *s)
{
	const struct quantity *b = kr->baseline, *t = kr->target;

	if (b && t && b->has_value && t->has_value &&
		kr->comparator != CMP_BY && !strcmp(b->unit, t->unit)) {
		int c = decimal_cmp(b->value, t->value);

		if (c)
			return c < 0 ? DIRECTION_INCREASE : DIRECTION_DECREASE;
	}
	if (is_state(t))
		return DIRECTION_BINARY;
	return s->direction;
}

/* "0.45" beside "60%" may be a share, too, written otherwise. */
static bool is_fraction(const struct quantity *q)
{
	static const struct decimal ONE = {1, 0};

	return q->value.scale > 0 && decimal_cmp(q->value, ONE) < 0;
}

/* "by 20%", "+5 pp": how much it is to change. */
static bool is_change(const struct quantity *q)
{
	return q->comparator == CMP_BY || strchr("+-", q->text[0]) ||
	       str_istarts(str_of(q->text), "by ");
}

/* May a bare number take the unit of that one? */
static bool lends(const struct quantity *from, const struct quantity *to)
{
	return from && from != to && from->has_value && from->unit[0] &&
	       !is_change(from) &&
	       (strcmp(from->unit, "%") != 0 || !is_fraction(to));
}

/* The one unit that the numbers beside q have, or NULL.  The sentence's own
 * number of the same value knows best. */
static const char *lent_unit(const struct key_result *kr,
	const struct sentence *s, const struct quantity *q)
{
	const struct quantity *const TOLD[] = {
		s->target, s->baseline, s->current};
	const struct quantity *const BESIDE[] = {
		kr->baseline, kr->target, kr->current};
	const char *unit = NULL;

	for (size_t i = 0; i < COUNT_OF(TOLD); i++)
		if (lends(TOLD[i], q) &&
			decimal_cmp(TOLD[i]->value, q->value) == 0)
			return TOLD[i]->unit;
	for (size_t i = 0; i < COUNT_OF(BESIDE); i++) {
		if (!lends(BESIDE[i], q))
			continue;
		if (unit && strcmp(unit, BESIDE[i]->unit) != 0)
			return NULL;
		unit = BESIDE[i]->unit;
	}
	return unit;
}

/* "Baseline 83 % | Target 97": a cell with a bare number has the unit of those
 * beside it, or of the sentence that says it again. */
static void share_unit(struct arena *a, const struct key_result *kr,
	const struct sentence *s, const struct quantity **q)
{
	struct quantity *with;
	const char *unit;

	if (!*q || !(*q)->has_value || (*q)->unit[0] || is_change(*q) ||
		kr->comparator == CMP_BY || *q == s->baseline ||
		*q == s->target || *q == s->current)
		return;
	unit = lent_unit(kr, s, *q);
	if (!unit)
		return;
	with = ARENA_NEW(a, struct quantity);
	*with = **q;
	with->unit = unit;
	*q = with;
}

static void set_unit(
	struct arena *a, const struct quantity **q, const char *unit)
{
	struct quantity *with;

	if (!*q || !(*q)->has_value)
		return;
	with = ARENA_NEW(a, struct quantity);
	*with = **q;
	with->unit = unit;
	*q = with;
}

/* "Overtime hours per nurse" from 14 to 6: where no number has a unit, or only
 * "per month", the measure may tell it. */
static void name_unit(struct arena *a, struct key_result *kr)
{
	const struct quantity **const all[] = {
		&kr->baseline, &kr->target, &kr->current};
	const char *unit = NULL, *rate = "";

	for (size_t i = 0; i < COUNT_OF(all); i++) {
		const struct quantity *q = *all[i];

		if (q && (!q->has_value || is_change(q) ||
				 (q->unit[0] && !measure_is_pace(q->unit))))
			return;
		rate = q && q->unit[0] ? q->unit : rate;
	}
	if (!kr->target || kr->comparator == CMP_BY)
		return;
	unit = measure_named_unit(a, str_of(kr->text));
	if (!unit || (*unit == '%' && *rate))
		return;
	unit = *rate ? arena_printf(a, "%s%s", unit, rate) : unit;
	for (size_t i = 0; i < COUNT_OF(all); i++)
		if (!(*unit == '%' && *all[i] && is_fraction(*all[i])))
			set_unit(a, all[i], unit);
}

/* "25 % more guests (target: 25)": what stands in front of a bracket that only
 * repeats its number tells what the number is. */
static void read_in_front(struct arena *a, struct str text, struct sentence *s)
{
	size_t open = str_rfind_char(text, '('), colon;
	const struct quantity *q = s->target;
	struct sentence front;

	if (!q || !q->has_value || q->unit[0] || s->baseline || s->current ||
		open == STR_NONE || !str_ends(text, ")"))
		return;
	colon = str_find_char(str_sub(text, open, text.n), ':');
	if (colon == STR_NONE || !str_is_alpha(text.p[open + 1]) ||
		!str_ends(text, arena_printf(a, "%s)", q->text)))
		return;
	sentence_read(a, str_sub(text, 0, open), &front);
	if (!front.target || !front.target->has_value ||
		decimal_cmp(front.target->value, q->value) != 0)
		return;
	s->target = front.target;
	s->comparator = front.comparator;
}

/* A bare target that the sentence says with more: "Grow by 25 %", target 25. */
static void say_again(struct key_result *kr, const struct sentence *s)
{
	const struct quantity *q = kr->target;

	if (q && q->has_value && !q->unit[0] && q->comparator == CMP_NONE &&
		s->target && s->target->has_value && s->target->unit[0] &&
		s->comparator == CMP_BY && !kr->baseline && !kr->current &&
		decimal_cmp(q->value, s->target->value) == 0)
		kr->target = s->target;
}

static void fill(struct arena *a, struct key_result *kr, bool share)
{
	struct sentence s;
	bool same;

	sentence_read(a, str_of(kr->text), &s);
	if (share) {
		read_in_front(a, str_trim(str_of(kr->text)), &s);
		say_again(kr, &s);
	}
	if (!*kr->verb)
		kr->verb = s.verb;
	if (!*kr->measure)
		kr->measure = s.measure;
	same = !kr->target || !s.target ||
	       (kr->target->has_value && s.target->has_value &&
		       decimal_cmp(kr->target->value, s.target->value) == 0);
	fill_numbers(kr, &s);
	keep_reading(kr, &s);
	if (share) {
		share_unit(a, kr, &s, &kr->target);
		share_unit(a, kr, &s, &kr->baseline);
		share_unit(a, kr, &s, &kr->current);
		name_unit(a, kr);
	}
	if (!kr->comparator && kr->target)
		kr->comparator = kr->target->comparator;
	if (!kr->comparator && same && kr->target)
		kr->comparator = s.comparator;
	read_note(a, kr);
	read_of_all(a, kr);
	if (!kr->direction)
		kr->direction = direction_of(kr, &s);
	read_actual(a, kr);
	if (!date_is_set(kr->due))
		kr->due = s.due;
}

void key_result_fill(struct arena *a, struct key_result *kr)
{
	fill(a, kr, true);
}

void key_result_fill_printed(struct arena *a, struct key_result *kr)
{
	fill(a, kr, false);
}
