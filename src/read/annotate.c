/*
 * What people hang on to the end of a key result or objective, or put in
 * front: "(0.7)", "[Score: 0.6]", "- @handle", "(Owner: CMO)", "70% - ...".
 */
#include "annotate_p.h"

#include "attr.h"
#include "field_p.h"
#include "footnote_p.h"
#include "keyresult.h"
#include "mark_number_p.h"
#include "noted_p.h"
#include "now_p.h"
#include "result_p.h"
#include "verdict_p.h"

/* What a key result aims at, as far as it is known. */
static void set_sentence(const struct target *t, struct str sentence)
{
	enum { LONGEST = 400 };

	if (t->fresh && sentence.n <= LONGEST)
		key_result_at(t->r, t->objective, t->kr)->text =
			arena_text(t->r->a, str_trim(sentence));
}

/* "Owner: Ana | confidence 0.7": something else stands behind the name. */
static bool has_more(enum field f, struct str value)
{
	return (f == FIELD_OWNER || f == FIELD_DRI) &&
	       (str_find(value, STR(" \u00b7 ")) != STR_NONE ||
		       str_find(value, STR(" | ")) != STR_NONE);
}

/* "0.8 We ended at 57%": a bold score, and the sentence behind it. */
static bool skip_score(struct str *s)
{
	size_t n = str_find_char(*s, ' ');

	if (n == STR_NONE || n + 1 >= s->n || !char_is_upper(s->p[n + 1]) ||
		!field_is_score(str_sub(*s, 0, n)))
		return false;
	*s = str_trim(str_sub(*s, n, s->n));
	return true;
}

bool annotate_apply(const struct target *t, struct str s, bool alone)
{
	struct str value = s;
	enum field f = FIELD_NONE;
	struct clause first;

	s = value = str_trim(s);
	if (field_is_score(s)) {
		f = FIELD_GRADE;
		t->r->scores[t->kr == NO_INDEX]++;
	} else if (noted_grade_told(s).n) {
		f = FIELD_GRADE;
		value = noted_grade_told(s);
	} else if (annotate_is_handles(s))
		f = FIELD_OWNER;
	else if (annotate_is_type(s) && t->kr == NO_INDEX)
		f = FIELD_TYPE;
	else if (annotate_is_priority(s))
		f = FIELD_PRIORITY;
	else if (annotate_is_share(s) && t->kr == NO_INDEX)
		f = FIELD_PROGRESS;
	else if (annotate_is_of_ten(s) && t->kr == NO_INDEX)
		f = FIELD_GRADE;
	else if (annotate_is_light(s) || annotate_is_belief(s))
		f = FIELD_STATUS;
	else
		f = annotate_named(s, &value, alone);
	if (f == FIELD_NONE || has_more(f, value) ||
		(f == FIELD_LADDERS && t->kr != NO_INDEX))
		return false;
	read_field_text(t->r, t->objective, t->kr, f, value, "", t->line);
	/* "0.4, 22 signed" */
	if (f == FIELD_GRADE && t->kr != NO_INDEX &&
		(skip_score(&value) || noted_take(&value, &first)))
		(void)noted_read(
			t->r, key_result_at(t->r, t->objective, t->kr), value);
	return true;
}

/* "Owner: CMO, due 2024-09-30", "owner: CMO; baseline: 11h": each part must say
 * something. */
static bool apply_all(const struct target *t, struct str s)
{
	char sep = str_find_char(s, ';') == STR_NONE ? ',' : ';';
	struct str rest = s, part, value;
	size_t n = 0, other = 0;

	while (str_take_until(&rest, sep, &part)) {
		part = str_trim(part);
		if (!field_is_score(part) && !annotate_is_handles(part) &&
			annotate_named(part, &value, false) == FIELD_NONE)
			return annotate_apply(t, s, true);
		other += annotate_named(part, &value, true) != FIELD_NONE;
		n++;
	}
	if (n < 2 || !other) /* "(baseline: 11h, target: 3h)" is a sentence's */
		return annotate_apply(t, s, true);
	while (str_take_until(&s, sep, &part))
		(void)annotate_apply(t, part, false);
	return true;
}

/* "now at", "currently": what such a word leads to is where it stands. */
static bool skip_now(struct str *s)
{
	return vocab_skip_now(s) || str_iskip(s, "at ");
}

static bool says_now(struct str s)
{
	s = str_trim(s);
	return skip_now(&s) || field_drop_till_now(&s);
}

static struct str last_words(struct str s)
{
	size_t at, before;

	s = str_trim(s);
	at = str_rfind_char(s, ' ');
	before = at == STR_NONE ? STR_NONE
				: str_rfind_char(str_sub(s, 0, at), ' ');
	return before == STR_NONE ? s : str_sub(s, before, s.n);
}

static bool is_graded(const struct target *t)
{
	return t->kr != NO_INDEX &&
	       key_result_at(t->r, t->objective, t->kr)->stated_grade;
}

/* "Coverage from 60% to 80% | 72%", "... -> now at 72%": where it stands. */
static bool apply_current(
	const struct target *t, struct str sentence, struct str value)
{
	enum { LONGEST = 24 };
	bool skipped = skip_now(&value), now = field_drop_till_now(&value);
	struct str behind = value;
	const struct quantity *q;
	struct sentence said;

	if (t->kr == NO_INDEX || value.n > LONGEST)
		return false;
	/* "200 demos booked -> 81 (0.4)": what is graded has been reached */
	now = now || skipped ||
	      (is_graded(t) && !str_has_digit(last_words(sentence)));
	q = quantity_take(t->r->a, &behind);
	behind = str_trim(behind);
	if (!q || !q->has_value || (behind.n && !(now && field_is_day(behind))))
		return false;
	sentence_read(t->r->a, sentence, &said);
	if ((!said.baseline && !now) || !said.target ||
		!said.target->has_value || !quantity_is_like(q, said.target) ||
		!strcmp(q->unit, "%") != !strcmp(said.target->unit, "%"))
		return false;
	/* a share of the way, for all we know yet */
	if (!now && !strcmp(q->unit, "%") && !t->r->finishing)
		return false;
	read_field_text(
		t->r, t->objective, t->kr, FIELD_CURRENT, value, "", t->line);
	return true;
}

/* "[43% as of Feb 3]" */
static bool apply_as_of(
	const struct target *t, struct str sentence, struct str value)
{
	return str_ifind(value, STR(" as of ")) != STR_NONE &&
	       apply_current(t, sentence,
		       str_of(arena_printf(
			       t->r->a, "now %.*s", STR_ARG(value))));
}

/* "(0)", "(1)": scores, where others are written as "(0.4)". */
static bool apply_end(const struct target *t, struct str s)
{
	enum { SOME = 2 };

	s = str_trim(s);
	if (t->r->scores[0] + t->r->scores[1] < SOME ||
		(!str_is(s, "0") && !str_is(s, "1")))
		return false;
	read_field_text(t->r, t->objective, t->kr, FIELD_GRADE, s, "", t->line);
	return true;
}

/* "=> <light>", "-- (0.7)": the arrow goes with what it points to. */
static struct str drop_arrow(struct str s)
{
	static const char *const ARROWS[] = {"==>", "-->", "=>", "->", "\u2192",
		"\u21d2", " --", " -", " \u2013", " \u2014"};

	for (size_t i = 0; i < COUNT_OF(ARROWS); i++)
		if (str_ends(s, ARROWS[i]))
			return str_trim(str_sub(s, 0, s.n - strlen(ARROWS[i])));
	return s;
}

/* "(...)" or "[...]" at the end. */
static bool take_brackets(const struct target *t, struct str *s)
{
	char close = s->n ? s->p[s->n - 1] : 0, open = close == ')' ? '(' : '[';
	size_t at, depth = 0;

	if (close != ')' && close != ']')
		return false;
	for (at = s->n; at > 0; at--) {
		char c = s->p[at - 1];

		depth += c == close;
		depth -= c == open;
		if (!depth)
			break;
	}
	set_sentence(t, str_sub(*s, 0, at ? at - 1 : 0));
	if (at < 2 || (!apply_end(t, str_sub(*s, at, s->n - 1)) &&
			      !apply_all(t, str_sub(*s, at, s->n - 1)) &&
			      !apply_as_of(t, str_sub(*s, 0, at - 1),
				      str_sub(*s, at, s->n - 1))))
		return false;
	*s = drop_arrow(str_trim(str_sub(*s, 0, at - 1)));
	return true;
}

/* " - 0.7 (70% of jobs)": a score, and why. */
static bool take_scored(const struct target *t, struct str *s)
{
	static const char *const SEPS[] = {
		" - ", " \u2013 ", " \u2014 ", " | ", " => ", " \u2192 "};
	size_t open = str_rfind_char(*s, '(');
	struct str front, score, remark;

	if (!str_ends(*s, ")") || open == STR_NONE || !open)
		return false;
	front = str_trim(str_sub(*s, 0, open));
	remark = str_trim(str_sub(*s, open + 1, s->n - 1));
	for (size_t i = 0; i < COUNT_OF(SEPS); i++) {
		size_t at = str_rfind_char(front, ' ');

		if (at == STR_NONE)
			return false;
		score = str_sub(front, at + 1, front.n);
		if (!field_is_score(score) ||
			!str_ends(str_sub(front, 0, at + 1), SEPS[i]))
			continue;
		front = str_trim(str_sub(front, 0, at + 1 - strlen(SEPS[i])));
		if (!front.n || !annotate_apply(t, score, true))
			return false;
		if (!apply_current(t, front,
			    str_of(arena_printf(
				    t->r->a, "now %.*s", STR_ARG(remark)))))
			read_field_text(t->r, t->objective, t->kr, FIELD_NOTES,
				remark, "", t->line);
		*s = front;
		return true;
	}
	return false;
}

/* Where the next part of "Owner: Ops. Now: 89 %" begins, or STR_NONE. */
static size_t next_part(struct str s, struct str *next)
{
	static const char *const SEPS[] = {
		". ", " \u00b7 ", "; ", " | ", " \u2014 ", " \u2013 "};

	for (size_t i = 1; i < s.n; i++)
		for (size_t k = 0; k < COUNT_OF(SEPS); k++) {
			*next = str_sub(s, i, s.n);
			if (str_skip(next, SEPS[k]) &&
				(SEPS[k][0] != '.' ||
					!split_is_short(str_sub(s, 0, i))))
				return i;
		}
	return STR_NONE;
}

/* "Now: 89 %", "@ana", "at risk": a part that says by itself what it is. */
static bool is_named(struct str s)
{
	struct str value, next;

	if (annotate_named(s, &value, false) != FIELD_NONE)
		return true;
	s = str_trim(str_sub(s, 0, next_part(s, &next)));
	return annotate_is_handles(s) || annotate_is_belief(s) ||
	       annotate_is_light(s);
}

/* ... or how it ended. */
static bool is_telling(struct str s)
{
	struct verdict v = verdict_of(str_trim_end(s, "."));

	return is_named(s) || (v.known && v.exact);
}

/* The end of the field that begins s, where another one begins behind it:
 * "Owner: Ops. Now: 89 %".  STR_NONE for no other. */
static size_t find_next(struct str s, struct str *next)
{
	size_t at = 0, end;

	while ((end = next_part(str_sub(s, at, s.n), next)) != STR_NONE) {
		if (is_telling(*next))
			return at + end;
		at += end;
	}
	return STR_NONE;
}

/* "300, done": what is told behind a value. */
static void set_told(const struct target *t, struct str *value)
{
	size_t comma = str_find(*value, STR(", "));
	struct verdict v;
	struct str told;

	if (comma == STR_NONE)
		return;
	told = str_trim_end(str_sub(*value, comma + 2, value->n), ".");
	v = verdict_of(told);
	if (!v.known || !v.exact)
		return;
	read_field_text(
		t->r, t->objective, t->kr, FIELD_RESULT, told, "", t->line);
	*value = str_sub(*value, 0, comma);
}

/* Fields one behind the other: "Owner: Ops. Now: 300, done". */
static bool apply_row(const struct target *t, struct str s)
{
	struct str value, next;
	size_t end;
	enum field f;

	if (t->kr == NO_INDEX || !is_named(s))
		return false;
	end = find_next(s, &next);
	if (end == STR_NONE)
		return false;
	for (;;) {
		struct str part = end == STR_NONE ? s : str_sub(s, 0, end);

		part = str_trim_end(str_trim(part), ".");
		f = annotate_named(part, &value, false);
		if (f == FIELD_NONE) {
			f = FIELD_RESULT;
			value = part;
		}
		set_told(t, &value);
		if (f != FIELD_RESULT || !annotate_apply(t, part, true))
			read_field_text(t->r, t->objective, t->kr, f, value, "",
				t->line);
		if (end == STR_NONE)
			return true;
		s = next;
		end = find_next(s, &next);
	}
}

/* "(\u73fe\u57283.6%)\u62c5\u5f53:\u4f50\u91ce": a field right behind brackets.
 */
static bool take_glued(const struct target *t, struct str *s)
{
	size_t at = str_rfind_char(*s, ')');
	struct str tail, value;

	if (at == STR_NONE || at + 1 >= s->n ||
		(unsigned char)s->p[at + 1] < 0xe3)
		return false;
	tail = str_sub(*s, at + 1, s->n);
	if (annotate_named(tail, &value, true) == FIELD_NONE)
		return false;
	set_sentence(t, str_sub(*s, 0, at + 1));
	if (!annotate_apply(t, tail, true))
		return false;
	*s = str_sub(*s, 0, at + 1);
	return true;
}

/* "(38 last week" in front of "; score 0.8)": closed again. */
static struct str closed(const struct target *t, struct str s)
{
	enum { LONGEST = 2000 }; /* it is copied for every tail */
	size_t open = str_rfind_char(s, '(');

	s = str_trim(s);
	if (open == STR_NONE || s.n > LONGEST ||
		str_find_char(str_sub(s, open, s.n), ')') != STR_NONE)
		return s;
	return str_of(arena_printf(t->r->a, "%.*s)", STR_ARG(s)));
}

/* " - Owner: x", " | Score: 0.7", ". Score: 0.6", " @handle". */
static bool take_tail(const struct target *t, struct str *s)
{
	static const char *const SEPS[] = {" | ", " - ", " \u2013 ", " \u2014 ",
		" \u00b7 ", " \u2022 ", "; ", ", ", ". ", " ~ ", "? ", "! "};
	static const char *const ARROWS[] = {" \u2192 ", " -> ", " => ", ": "};
	enum { LONGEST = 90, DASHES = 3, ARROW = 2 }; /* the last ones */
	size_t from = s->n > LONGEST ? s->n - LONGEST : 1;

	for (size_t i = from; i < s->n; i++) {
		if (!strchr(" ;,.:?!", s->p[i]) ||
			(i + 1 < s->n && str_is_alnum(s->p[i + 1])))
			continue;
		for (size_t k = 0; k < COUNT_OF(ARROWS); k++) {
			struct str tail = str_sub(*s, i, s->n);

			if (!str_skip(&tail, ARROWS[k]) ||
				(!says_now(tail) &&
					(k > ARROW || !is_graded(t))) ||
				!apply_current(
					t, str_sub(*s, 0, i), str_trim(tail)))
				continue;
			*s = str_trim(str_sub(*s, 0, i));
			return true;
		}
		for (size_t k = 0; k < COUNT_OF(SEPS); k++) {
			struct str tail = str_sub(*s, i, s->n);
			bool comma = SEPS[k][0] == ',' || SEPS[k][0] == '.';

			if (!str_skip(&tail, SEPS[k]) ||
				(SEPS[k][0] == '.' &&
					split_is_short(str_sub(*s, 0, i))))
				continue;
			set_sentence(t, str_sub(*s, 0, i));
			if (apply_row(t, str_trim(tail))) {
				*s = str_trim(str_sub(*s, 0, i));
				return true;
			}
			if ((comma && field_is_score(str_trim(tail))) ||
				(!annotate_apply(t, tail, true) &&
					(k > DASHES ||
						!apply_current(t,
							str_sub(*s, 0, i),
							str_trim(tail)))))
				continue;
			/* a question keeps its mark */
			*s = closed(t, str_sub(*s, 0,
					       i + (SEPS[k][0] == '?' ||
							   SEPS[k][0] == '!')));
			return true;
		}
	}
	from = str_rfind_char(*s, ' ');
	if (from != STR_NONE && from &&
		(annotate_is_handles(str_sub(*s, from + 1, s->n)) ||
			annotate_is_light(str_sub(*s, from + 1, s->n)))) {
		annotate_apply(t, str_sub(*s, from + 1, s->n), true);
		*s = drop_arrow(str_trim(str_sub(*s, 0, from)));
		return true;
	}
	return false;
}

/* "[ ] text" where md4c saw no task: in tables, behind markers. */
static void take_box(struct str *s, bool *checked)
{
	if (str_iskip(s, "[x] ")) {
		*checked = true;
	} else if (!str_skip(s, "[ ] ")) {
		str_skip(s, "[] ");
	}
	*s = str_trim(*s);
}

/* "<balloon> 3", "<clip> 1": what a board counts on its card. */
static bool take_count(struct str *s)
{
	static const char *const SIGNS[] = {"\U0001f4ac", "\U0001f4ce",
		"\U0001f5e8", "\U0001f44d", "\U0001f441", "\U0001f440"};
	size_t n = s->n;

	while (n && str_is_digit(s->p[n - 1]))
		n--;
	if (n == s->n)
		return false;
	for (size_t i = 0; i < COUNT_OF(SIGNS); i++) {
		struct str left = str_trim(str_sub(*s, 0, n));

		if (str_ends(left, "\ufe0f"))
			left.n -= strlen("\ufe0f");
		if (!str_ends(left, SIGNS[i]))
			continue;
		*s = str_trim(str_sub(left, 0, left.n - strlen(SIGNS[i])));
		return s->n > 0;
	}
	return false;
}

/* "Objective (Head of Sales): ...": whose it is; where one of the page tells
 * this, other names are no remarks either. */
static bool remark_names_owner(struct reader *r, int objective, struct str s)
{
	enum { MOST_WORDS = 4, LONGEST = 40 };
	struct objective *o = objective_at(r, objective);
	enum level level = LEVEL_NONE;
	bool unit, role;

	s = str_trim(s);
	if (!s.n || s.n > LONGEST || str_words(s) > MOST_WORDS ||
		str_has_digit(s) || !char_is_upper(s.p[0]) ||
		vocab_has_okr(s) || verdict_of(s).known || o->owner[0])
		return false;
	role = vocab_is_role(s);
	unit = !role && names_unit(s, &level);
	if (level != LEVEL_NONE || (!role && !unit && !r->remarks_own))
		return false;
	r->remarks_own = true;
	o->owner = arena_text(r->a, s);
	return true;
}

void read_remark(struct reader *r, int objective, struct str s, int line)
{
	struct target t = {r, objective, NO_INDEX, line, false};

	if (!apply_all(&t, s) && !remark_names_owner(r, objective, s))
		read_field_text(
			r, objective, NO_INDEX, FIELD_NOTES, s, "", line);
}

const char *read_annotate(
	struct reader *r, int objective, int kr, const char *text, int line)
{
	enum { ROUNDS = 6 };
	struct target t = {r, objective, kr, line, false};
	struct str s = str_of(text);
	bool checked = false;

	t.fresh = kr != NO_INDEX && !key_result_at(r, objective, kr)->text[0];
	take_box(&s, &checked);
	if (checked && kr != NO_INDEX)
		key_result_at(r, objective, kr)->checked = true;
	while (footnote_take(&s) || take_count(&s))
		;
	annotate_take_columns(&t, &s);
	for (int i = 0; i < ROUNDS; i++) {
		if (!take_scored(&t, &s) && !take_brackets(&t, &s) &&
			!take_tail(&t, &s) && !take_glued(&t, &s) &&
			!annotate_take_head(&t, &s))
			break;
	}
	set_sentence(&t, (struct str){NULL, 0});
	return arena_text(r->a, s);
}
