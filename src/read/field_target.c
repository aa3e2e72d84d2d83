/*
 * The target of a key result as a field of its own: a value, a way from one to
 * another, or a sentence.
 */
#include "field_p.h"

#include "attr.h"
#include "decimal.h"
#include "keyresult.h"
#include "quantity.h"
#include "rat.h"
#include "verdict_p.h"
#include "vocab_p.h"
#include "words.h"

bool field_has_arrow(struct str s)
{
	static const char *const ARROWS[] = {
		"\u2192", "->", "=>", "\u279c", "\u2794", "\u27a1", "\u27f6"};

	for (size_t i = 0; i < COUNT_OF(ARROWS); i++) {
		if (str_find(s, str_of(ARROWS[i])) != STR_NONE)
			return true;
	}
	return false;
}

bool field_is_when(struct str s)
{
	static const char *const STEPS[] = {
		"sprint ", "iteration ", "phase ", "cycle ", "iteraci\u00f3n "};
	long n;

	for (size_t i = 0; i < COUNT_OF(STEPS); i++) {
		struct str rest = s;

		if (str_iskip(&rest, STEPS[i]) &&
			str_take_number(&rest, 99, &n) && !rest.n)
			return true;
	}
	return s.n && !str_is_digit(s.p[0]) &&
	       (vocab_is_week(s) || vocab_is_period(s));
}

/* "on-track", "almost done": a state where a number could stand. */
bool field_says_state(struct reader *r, struct str s)
{
	return verdict_of(s).known || health_read(r->a, s, NULL) != HEALTH_NONE;
}

/* "$387K a month to $550K a month", "14 days -> 7 days": both ends of the way.
 * A column of baselines knows better where it starts. */
static bool set_range(struct reader *r, struct key_result *kr, struct str s)
{
	struct sentence told;
	bool arrow = field_has_arrow(s);

	if ((kr->baseline && !arrow) || !s.n ||
		(!arrow && str_ifind(s, STR(" to ")) == STR_NONE) ||
		!(str_is_digit(s.p[0]) || (unsigned char)s.p[0] >= 0x80 ||
			strchr("$~<>-", s.p[0])))
		return false;
	sentence_read(r->a, str_of(arena_printf(r->a, "from %.*s", STR_ARG(s))),
		&told);
	if (!told.baseline || !told.baseline->has_value || !told.target ||
		!told.target->has_value ||
		strcmp(told.baseline->unit, told.target->unit) != 0)
		return false;
	if (!kr->baseline)
		kr->baseline = told.baseline;
	kr->target = told.target;
	kr->comparator = told.comparator;
	return true;
}

/* "... within 45 days of the start": by when, and no amount. */
static bool is_deadline(struct str s, const struct sentence *told)
{
	static const char *const UNITS[] = {
		"day", "days", "week", "weeks", "month", "months"};

	if (told->comparator != CMP_LE || !vocab_has(s, "within"))
		return false;
	for (size_t i = 0; i < COUNT_OF(UNITS); i++) {
		if (strcmp(told->target->unit, UNITS[i]) == 0)
			return true;
	}
	return false;
}

/* "Blocked", "not started": no word that could be the target itself. */
static bool says_unmet(struct str s)
{
	struct verdict v = verdict_of(s);

	return v.known && v.exact && v.kind != RESULT_DONE && !str_has_digit(s);
}

/* "Reduce by 50%", "30% fewer": so much of a change, and nothing it ends at. */
static bool set_change(struct reader *r, struct key_result *kr, struct str s)
{
	struct sentence told;
	struct str by = s;

	if (str_words(s) < 2 || strchr("+-", s.p[0]))
		return false;
	if (str_iskip(&by, "by ") && str_ends(by, "%")) /* its verb is above */
		s = str_of(arena_printf(r->a, "Change %.*s", STR_ARG(s)));
	sentence_read(r->a, s, &told);
	if (told.comparator != CMP_BY || !told.target ||
		!told.target->has_value || told.baseline)
		return false;
	kr->target = told.target;
	kr->comparator = CMP_BY;
	return true;
}

/* "100 / 30%" beside "100 visitors; 30% of them come back": the first is what
 * the sentence asks for. */
static bool set_first_of_two(
	struct reader *r, struct key_result *kr, struct str s)
{
	static const struct str SIGN = {" / ", 3};
	size_t at = str_find(s, SIGN);
	const struct quantity *one, *other;
	struct sentence told;

	if (at == STR_NONE)
		return false;
	one = quantity_read(r->a, str_trim(str_sub(s, 0, at)));
	other = quantity_read(r->a, str_trim(str_sub(s, at + SIGN.n, s.n)));
	if (!one || !one->has_value || !other || !other->has_value)
		return false;
	sentence_read(r->a, str_of(kr->text), &told);
	if (!told.target || !told.target->has_value ||
		decimal_cmp(told.target->value, one->value) != 0)
		return false;
	kr->target = told.target;
	kr->comparator = told.comparator;
	return true;
}

/* "Returned rolls < 2 a day" beside the target "hardly any": what the sentence
 * says for sure, with a start, a bound or a plus, holds. */
static bool is_said_for_sure(struct reader *r, const struct key_result *kr)
{
	struct sentence told;

	sentence_read(r->a, str_of(kr->text), &told);
	return told.target && told.target->has_value &&
	       (told.baseline || (told.comparator != CMP_NONE &&
					 told.comparator != CMP_BY));
}

/* The next word of some letters, in front of brackets; false at the end. */
static bool take_noun(struct str *s, struct str *word)
{
	enum { SHORTEST = 4 };

	while (s->n && s->p[0] != '(') {
		if (!str_take_until(s, ' ', word)) {
			*word = *s;
			s->n = 0;
		}
		*word = str_trim_end(*word, ".,;:");
		if (word->n >= SHORTEST && !str_has_digit(*word))
			return true;
	}
	return false;
}

static bool has_other_word(struct str s, struct str text)
{
	struct str word;

	while (take_noun(&s, &word)) {
		if (str_ifind(text, word) == STR_NONE)
			return true;
	}
	return false;
}

static bool shares_word(struct str s, struct str text)
{
	struct str word;

	while (take_noun(&s, &word)) {
		if (str_ifind(text, word) != STR_NONE)
			return true;
	}
	return false;
}

bool field_is_of_other(
	struct reader *r, const struct key_result *kr, struct str s)
{
	enum { FAR = 5 };
	const struct quantity *q = quantity_read(r->a, s);
	const struct rat *from, *way, *off, *none = rat_of(r->a, 0, 1);
	struct sentence told;

	if (!q || !q->has_value || str_words(s) < 2 || r->ours ||
		!has_other_word(s, str_of(kr->text)))
		return false;
	sentence_read(r->a, str_of(kr->text), &told);
	if (!told.baseline || !told.baseline->has_value || !told.target ||
		!told.target->has_value ||
		strcmp(told.baseline->unit, "%") != 0 ||
		strcmp(told.target->unit, "%") != 0 || s.p[0] == '~')
		return false;
	from = rat_of_decimal(r->a, told.baseline->value);
	way = rat_sub(r->a, rat_of_decimal(r->a, told.target->value), from);
	off = rat_sub(r->a, rat_of_decimal(r->a, q->value), from);
	if (rat_cmp(way, none) < 0)
		way = rat_sub(r->a, none, way);
	if (rat_cmp(off, none) < 0)
		off = rat_sub(r->a, none, off);
	return rat_cmp(off, rat_mul(r->a, way, rat_of(r->a, FAR, 1))) > 0;
}

/* "Back on their team by week 6" behind "Current: 2 engineers elsewhere": what
 * is counted there is not what is to be reached. */
static void unlearn_count(struct reader *r, struct key_result *kr, struct str s)
{
	enum { LEAST_WORDS = 3 };
	struct sentence told;
	struct str now;

	if (!kr->current || !kr->current->has_value || kr->baseline ||
		r->ours || !quantity_is_count(kr->current) || says_unmet(s))
		return;
	now = str_of(kr->current->text);
	if (str_words(s) < LEAST_WORDS || str_words(now) < LEAST_WORDS ||
		shares_word(now, s))
		return;
	sentence_read(r->a, str_of(kr->text), &told);
	if (told.target && told.target->has_value)
		return;
	field_note(r, &kr->notes, "", now);
	kr->current = NULL;
}

/* "99.9 %", or a whole sentence: "20 % reduction within 60 days". */
void field_set_target(struct reader *r, struct key_result *kr, struct str s)
{
	struct sentence told;

	if (set_range(r, kr, s) || set_change(r, kr, s) ||
		set_first_of_two(r, kr, s))
		return;
	kr->target = quantity_read(r->a, s);
	if (kr->target && kr->target->comparator != CMP_NONE)
		kr->comparator = kr->target->comparator;
	if (kr->target && kr->target->has_value && !kr->baseline)
		kr->baseline = field_start(r, s);
	if (!kr->target || kr->target->has_value)
		return;
	if (says_unmet(s)) { /* the sentence's number holds */
		sentence_read(r->a, str_of(kr->text), &told);
		if (told.target && told.target->has_value)
			kr->target = NULL;
		return;
	}
	sentence_read(r->a, s, &told);
	if (!told.target || !told.target->has_value || is_deadline(s, &told)) {
		if (is_said_for_sure(r, kr)) {
			*vec_add(r->a, &kr->notes) = arena_text(r->a, s);
			kr->target = NULL;
		}
		unlearn_count(r, kr, s);
		return;
	}
	kr->target = told.target;
	kr->comparator = told.comparator;
	if (!kr->baseline)
		kr->baseline = told.baseline;
}
