/*
 * The fields of a key result: numbers, status, results, steps.
 */
#include "field_p.h"

#include "attr.h"
#include "decimal.h"
#include "keyresult.h"
#include "noted_p.h"
#include "quantity.h"
#include "result.h"
#include "rag_p.h"
#include "verdict_p.h"
#include "vocab_p.h"
#include "words.h"

/* "45%" as a status is where it stands. */
static bool is_value(struct str s)
{
	bool digit = false;

	for (size_t i = 0; i < s.n; i++) {
		digit = digit || str_is_digit(s.p[i]);
		if (!str_is_digit(s.p[i]) && !strchr(".,%$ ", s.p[i]))
			return false;
	}
	return digit;
}

/* "1.2M" and nothing else: a quantity that is no share of a whole. */
static const struct quantity *whole_value(struct reader *r, struct str s)
{
	const struct quantity *q;

	s = str_trim(s);
	if (!s.n || (!str_is_digit(s.p[0]) && (unsigned char)s.p[0] < 0x80 &&
			    s.p[0] != '$'))
		return NULL;
	q = quantity_take(r->a, &s);
	return q && q->has_value && !str_trim(s).n ? q : NULL;
}

/* Takes ", at risk" off the end of "99.2%, at risk". */
static bool take_health_behind(struct str *s, enum health *health)
{
	enum { LONGEST = 60 };

	for (size_t n = 1; n < s->n && s->n <= LONGEST; n++) {
		struct str mark = str_sub(*s, n, s->n);

		if (s->p[n - 1] != ' ' || !health_take(&mark, health) ||
			str_trim(mark).n)
			continue;
		while (n && strchr(" ,;-(", s->p[n - 1]))
			n--;
		*s = str_sub(*s, 0, n);
		return true;
	}
	return false;
}

/* "29/29" */
static bool is_all(struct str s)
{
	struct str left;

	return str_take_until(&s, '/', &left) && left.n &&
	       str_eq(str_trim(left), str_trim(s));
}

/* "3 (Google, Azure)", "10+ templates" */
static struct str without_aside(struct str s)
{
	size_t open = str_find(s, STR(" (")), plus = str_find(s, STR("+ "));

	if (open != STR_NONE && open && str_ends(str_trim(s), ")") &&
		!str_has_digit(str_sub(s, open, s.n)))
		s = str_sub(s, 0, open);
	return plus != STR_NONE && plus < s.n ? str_sub(s, 0, plus) : s;
}

/* "70%" of something that is no share itself: how much of it is done. */
static bool is_part_done(const struct quantity *q, const struct quantity *aim)
{
	return q && strcmp(q->unit, "%") == 0 &&
	       !(aim && strcmp(aim->unit, "%") == 0);
}

/* "\u20ac1.2M \u2705" and "on track, 45%": where it stands, and how well. */
static bool set_value_and_health(
	struct reader *r, struct key_result *kr, struct str s)
{
	enum health health = HEALTH_NONE;
	struct str value = s;
	const struct quantity *q;

	if (health_take(&value, &health)) {
		value = str_trim(value);
		str_skip_char(&value, ',');
	} else if (!take_health_behind(&value, &health)) {
		return false;
	}
	q = whole_value(r, without_aside(value));
	if (kr->current || !q)
		return false;
	if (is_part_done(q, field_aim(r, kr))) {
		field_set_status(r, kr, s);
		if (kr->result.kind == RESULT_NONE)
			result_read(r->a, value, &kr->result, NULL);
		return true;
	}
	kr->current = q;
	kr->health = health;
	if (field_has_tick(s) &&
		(is_all(value) || field_is_reached(r, kr, q)) &&
		kr->result.kind == RESULT_NONE)
		kr->result = (struct result){
			.kind = RESULT_DONE, .text = arena_text(r->a, s)};
	return true;
}

/* "7 of 8": so many of the target's, or else a share. */
static bool set_fraction(struct reader *r, struct key_result *kr, struct str s)
{
	struct decimal n, of;
	struct quantity *q;

	if (!decimal_take(&s, &n))
		return false;
	str_skip_space(&s);
	if (!str_iskip(&s, "out of ") && !str_iskip(&s, "of ") &&
		!str_skip_char(&s, '/'))
		return false;
	s = str_trim(s);
	if (!decimal_take(&s, &of) || str_trim(s).n || !kr->target ||
		!kr->target->has_value || kr->target->unit[0] == '/' ||
		decimal_cmp(of, kr->target->value) != 0)
		return false;
	q = ARENA_NEW(r->a, struct quantity);
	*q = *kr->target;
	q->value = n;
	q->comparator = CMP_NONE;
	q->text = arena_text(r->a, s);
	kr->current = q;
	return true;
}

/* "12 users (24% of target)" */
static bool begins_with_sum(struct reader *r, struct str s)
{
	const struct quantity *q = quantity_take(r->a, &s);

	return q && q->has_value && q->unit[0] != '%' && q->unit[0] != '/' &&
	       str_find_char(s, '(') != STR_NONE;
}

/* "11/19" of "from 3/19 to 19/19" */
static bool is_in_unit(const struct quantity *q, const struct quantity *of)
{
	return q && of && q->unit[0] == '/' && !strcmp(q->unit, of->unit);
}

/* "Waiting for the permit", "bezig met werven": words of no number tell it by
 * how they begin. */
static bool goes_on(struct str s, struct verdict v)
{
	return !str_has_digit(s) &&
	       (v.kind == RESULT_WIP || v.kind == RESULT_BLOCKED ||
		       v.kind == RESULT_NOT_STARTED);
}

/* What stands where the current value should may be a result: "DONE", "87%
 * done", "3 of 4".  True when that is all it is. */
static bool set_outcome(struct reader *r, struct key_result *kr, struct str s)
{
	struct verdict v = verdict_of(s);
	const struct quantity *q;

	if (set_fraction(r, kr, s))
		return true;
	if (!v.known || (!v.exact && !goes_on(s, v)) ||
		kr->result.kind != RESULT_NONE)
		return false;
	q = quantity_read(r->a, s);
	if (v.kind == RESULT_PERCENT &&
		(is_in_unit(q, kr->baseline) || is_in_unit(q, kr->target)))
		return false;
	if (v.kind == RESULT_PERCENT &&
		((!v.sure &&
			 (str_ifind(s, STR(" of ")) == STR_NONE ||
				 str_ifind(s, STR(" as of ")) != STR_NONE)) ||
			begins_with_sum(r, s)))
		return false;
	if (v.kind == RESULT_MISSED || v.kind == RESULT_NOTE ||
		v.kind == RESULT_NA)
		return false;
	result_read(r->a, s, &kr->result, NULL);
	r->said_in_line = kr->result.text; /* a status counts more */
	return v.kind == RESULT_PERCENT || (q && q->has_value);
}

/* "5,300 (2025-02-03)", "5,300 as of 2025-02-03" */
static void set_current(
	struct reader *r, struct key_result *kr, struct str s, struct date day)
{
	static const char *const LINKS[] = {"as of", "on", "at", "per", "by"};
	size_t from, to;
	struct date own = field_date_at(s, &from, &to);

	if (set_outcome(r, kr, s))
		return;

	if (date_is_set(own)) {
		if (!str_trim(str_sub(s, to, s.n)).n ||
			strchr(")], ;", s.p[to]))
			s = str_sub(s, 0, from);
		day = own;
	}
	while (s.n && strchr(" ([,;-", s.p[s.n - 1]))
		s.n--;
	for (size_t i = 0; i < COUNT_OF(LINKS); i++) {
		if (s.n > strlen(LINKS[i]) && str_iends(s, LINKS[i]))
			s = str_trim(str_sub(s, 0, s.n - strlen(LINKS[i])));
	}
	kr->current = quantity_read(r->a, field_sum_of(s));
	if (date_is_set(day))
		kr->current_date = day;
}

/* "Progress: $0.37", "4", "6/9": where it stands, and no share of all. */
static bool read_progress(struct reader *r, struct key_result *kr, struct str s)
{
	static const struct decimal ONE = {1, 0};
	struct quantity *q = ARENA_NEW(r->a, struct quantity);
	const struct quantity *read = quantity_read(r->a, s);
	struct verdict v = verdict_of(s);

	if (v.known && v.kind != RESULT_PERCENT && !str_is_digit(s.p[0]))
		return false; /* "started, 2 crews trained" */
	if (kr->current || !read || !read->has_value || field_is_listed(s) ||
		read->comparator != CMP_NONE || strcmp(read->unit, "%") == 0 ||
		strcmp(read->unit, "/10") == 0 ||
		strcmp(read->unit, "/100") == 0 ||
		(!read->unit[0] && decimal_cmp(read->value, ONE) <= 0))
		return false;
	*q = *read;
	if (q->unit[0] == '/' && str_is_digit(q->unit[1]))
		q->unit = "";
	kr->current = q;
	return true;
}

/* "61% of instances": where it stands, of what is to be a share of them. */
static bool read_share_of(struct reader *r, struct key_result *kr, struct str s)
{
	size_t at = str_find_char(s, '%');
	struct str of = str_trim(str_sub(s, at == STR_NONE ? 0 : at + 1, s.n));
	const struct quantity *aim = field_aim(r, kr);

	if (kr->current || at == STR_NONE || !field_skip_of(&of) || !aim ||
		strcmp(aim->unit, "%") != 0)
		return false;
	kr->current = noted_reading(r, kr, s, true);
	return kr->current != NULL;
}

static struct texts *kr_texts(struct key_result *kr, enum field field)
{
	switch (field) {
	case FIELD_BLOCKERS:
		return &kr->blockers;
	case FIELD_ASKS:
		return &kr->asks;
	case FIELD_RISKS:
		return &kr->risks;
	case FIELD_MITIGATIONS:
		return &kr->mitigations;
	default:
		return NULL;
	}
}

/* "(185 images)" behind "83.9%": a remark, where the unit is that of the
 * target.
 */
static bool says_more(struct str rest, bool same)
{
	return same && str_ends(rest, ")") &&
	       str_find_char(rest, '(') != STR_NONE &&
	       !verdict_of(rest).known && !field_has_arrow(rest);
}

/* "11,200" in a column of results is what was reached, and so is "82 %" of
 * what is to be 80 %; elsewhere a share is how much of it was, but for one that
 * is said to be the final figure. */
static bool set_reached(struct reader *r, struct key_result *kr, struct str s,
	const char *header)
{
	struct str rest = s;
	const struct quantity *q = quantity_take(r->a, &rest);
	const struct quantity *to = str_iis(vocab_bare(str_of(header)), "final")
					    ? field_aim(r, kr)
					    : kr->target;
	bool share = q && strcmp(q->unit, "%") == 0;
	bool same = q && to && to->has_value && strcmp(to->unit, q->unit) == 0;

	rest = str_trim(rest);
	if (!q || !q->has_value || kr->current || q->unit[0] == '/' ||
		(share && !same) || (rest.n && !says_more(rest, same)))
		return false;
	kr->current = q;
	if (rest.n)
		field_kept(r, &kr->notes, FIELD_RESULT, header, s);
	return true;
}

/* Is it to be "0.4 s", so that "0.3" may be where it stands? */
static bool aims_low(struct reader *r, const struct key_result *kr)
{
	const struct quantity *q = field_aim(r, kr);

	return q && q->has_value && q->value.coef != 0 &&
	       (q->value.scale > 0 ||
		       decimal_cmp(q->value, (struct decimal){1, 0}) <= 0);
}

/* False for "B+", which is kept as it is; a grade told before it counts. */
static bool set_grade(struct reader *r, struct key_result *kr, struct str s,
	const char *header)
{
	const struct decimal *grade = field_grade(r, s, header);

	if (grade)
		kr->stated_grade = grade;
	return grade != NULL;
}

/* "deferred to Q3" where a grade could stand */
static bool set_told(struct reader *r, struct key_result *kr, struct str s)
{
	struct verdict v = verdict_of(s);
	struct str light = s;
	enum health health;

	if (rag_take(&light, &health)) { /* a sign, and its word */
		str_skip_space(&light);
		(void)rag_take(&light, &health);
	}
	if (light.n && (!v.known || !v.exact || v.kind == RESULT_PERCENT))
		return false;
	if (v.known && v.exact)
		field_yield_share(r, kr);
	field_set_status(r, kr, s);
	return true;
}

/* "0.7", and "0.7 (most of it)", whose remark stays as a note. */
static bool set_graded(struct reader *r, struct key_result *kr, struct str s,
	const char *header)
{
	size_t open = str_find_char(s, '(');
	struct str score = s;

	if (open != STR_NONE && str_ends(s, ")"))
		score = str_trim(str_sub(s, 0, open));
	if (!field_is_score(score) || aims_low(r, kr))
		return false;
	if (score.n != s.n) {
		field_kept(r, &kr->notes, FIELD_RESULT, header, s);
		field_now_beside(r, kr, str_sub(s, open + 1, s.n - 1));
	}
	return set_grade(r, kr, score, header);
}

/* "Basis" is a start in German and Dutch; in English it is where a target comes
 * from, and prose stands below it. */
static bool is_reason(const struct quantity *baseline, const char *header)
{
	return str_iis(vocab_bare(str_of(header)), "basis") &&
	       !(baseline && baseline->has_value);
}

static void set_due(struct reader *r, struct key_result *kr, struct str s,
	const char *header)
{
	kr->due = field_date(s);
	if (!date_is_set(kr->due))
		field_note(r, &kr->notes, header[0] ? header : "Due", s);
}

/* "Met?", "Achieved (Y/N)": where "Y" is no colour. */
static bool asks(const char *header)
{
	struct str s = str_of(header);

	return str_ends(s, "?") || str_ifind(s, STR("y/n")) != STR_NONE ||
	       str_istarts(s, "met") || str_istarts(s, "hit");
}

/* "0.7", "$14M", "12 of 20, on track": a status may be any of these. */
static bool set_status(struct reader *r, struct key_result *kr, struct str s,
	const char *header)
{
	const struct quantity *q;
	bool told;

	if (asks(header) && (str_iis(s, "y") || str_iis(s, "n")))
		s = str_iis(s, "y") ? STR("yes") : STR("no");

	if (field_is_score(s) && !aims_low(r, kr) && !kr->stated_grade)
		return set_grade(r, kr, s, header);
	q = is_value(s) && !kr->current ? quantity_read(r->a, s) : NULL;
	if (q && !is_part_done(q, field_aim(r, kr)))
		kr->current = q;
	else if (!kr->current && field_is_reading(r, kr, &s, &told))
		set_current(r, kr, s, field_date(str_of(header)));
	else if (!read_share_of(r, kr, s) && !set_value_and_health(r, kr, s))
		field_set_status(r, kr, s);
	return true;
}

static bool set_baseline(struct reader *r, struct key_result *kr, struct str s,
	const char *header)
{
	const struct quantity *baseline = quantity_read(r->a, s);

	if (is_reason(baseline, header))
		return false;
	kr->baseline = baseline;
	return true;
}

/* "70%", "3 of 5", "70% complete (42 of 60)", "On track" */
static bool set_progress(struct reader *r, struct key_result *kr, struct str s)
{
	size_t open = str_find_char(s, '(');

	r->progress = true;
	if (read_progress(r, kr, s) || read_share_of(r, kr, s))
		return true;
	if (field_progress(r, &kr->result, s)) {
		if (!kr->current && open != STR_NONE && str_ends(s, ")"))
			kr->current = noted_reading(
				r, kr, str_sub(s, open + 1, s.n - 1), true);
		return true;
	}
	if (!field_says_state(r, s))
		return false;
	field_set_status(r, kr, s);
	return true;
}

/* "0.7", "41 schools", "Missed: 12 of 20" */
static void set_result(struct reader *r, struct key_result *kr, struct str s,
	const char *header)
{
	enum result_kind told;

	if (set_graded(r, kr, s, header) || set_reached(r, kr, s, header) ||
		((!header[0] || field_is_ended(kr)) &&
			field_share_reached(r, kr, s, header)))
		return;
	result_read(r->a, s, &kr->result, NULL);
	told = read_told_until(s);
	if (kr->result.kind == RESULT_NOTE && told != RESULT_NONE)
		kr->result.kind = told;
	noted_result(r, kr, false);
}

/* Fields of what a key result measures; false for any other. */
static bool set_numbers(struct reader *r, struct key_result *kr,
	enum field field, struct str s, const char *header)
{
	if ((field == FIELD_TARGET || field == FIELD_CURRENT) && !header[0] &&
		field_is_of_other(r, kr, s))
		return false;
	switch (field) {
	case FIELD_BASELINE:
		return set_baseline(r, kr, s, header);
	case FIELD_TARGET:
		if (vocab_is_day(s) || field_is_when(s))
			set_due(r, kr, s, header);
		else
			field_set_target(r, kr, s);
		return true;
	case FIELD_UNIT:
		return field_unit(r, kr, s);
	case FIELD_CURRENT:
		/* "4 of 9 key results": of all of them */
		if (kr->current && vocab_has_key_result(s))
			return false;
		set_current(r, kr, s, field_date(str_of(header)));
		return true;
	case FIELD_CHECKED:
		if (!date_is_set(kr->current_date))
			kr->current_date = field_date(s);
		return true;
	case FIELD_STATUS:
	case FIELD_STATE:
		return set_status(r, kr, s, header);
	case FIELD_GRADE:
		if (!set_grade(r, kr, s, header))
			return field_beyond(r, kr, s) || set_told(r, kr, s);
		field_beside(r, kr, s);
		field_unlearn_share(r, kr);
		return true;
	case FIELD_PROGRESS:
		return set_progress(r, kr, s);
	case FIELD_RESULT:
		set_result(r, kr, s, header);
		return true;
	default:
		return false;
	}
}

/* A sign alone in the notes adorns what the other cells say. */
static bool is_ornament(struct str s)
{
	return emoji_take(&s).n && !str_trim(s).n;
}

/* "Sam. Done.": the owner, and how it ended.  False when more is said. */
static bool take_owner(struct reader *r, struct key_result *kr, struct str s)
{
	struct str person = field_person(s);

	if (person.n)
		kr->owner = arena_text(r->a, person);
	return person.n == s.n ||
	       (person.n && read_kr_behind(r, kr, str_sub(s, person.n, s.n)));
}

void field_set_kr(struct reader *r, struct key_result *kr, enum field field,
	struct str s, const char *header)
{
	struct texts *texts = kr_texts(kr, field);

	if (r->ours && header[0] && read_our_cell(r, kr, header, s))
		return;
	if (set_numbers(r, kr, field, s, header)) {
		if (kr->text[0] && r->unit.of == kr->text)
			field_unit(r, kr, r->unit.s);
		return;
	}
	switch (field) {
	case FIELD_OWNER:
	case FIELD_DRI:
		if (!take_owner(r, kr, s))
			field_note(r, &kr->notes, header, s);
		break;
	case FIELD_WEIGHT:
		kr->weight = field_weight(r, s);
		break;
	case FIELD_KIND:
		if (read_milestones(r, kr, s))
			break;
		kr->kind = field_kind(s);
		kr->kind_written = kr->kind != KIND_NONE;
		break;
	case FIELD_DUE:
		set_due(r, kr, s, header);
		break;
	case FIELD_CONFIDENCE:
		kr->confidence = field_share(r, s, true);
		if (!kr->confidence)
			field_kept(r, &kr->notes, field, header, s);
		break;
	case FIELD_METRIC:
		kr->measure = arena_text(r->a, s);
		break;
	case FIELD_PERIOD:
		(void)!period_find(r->a, s, r->o->fiscal_start, &kr->period);
		break;
	case FIELD_MEASURE_TYPE:
		kr->leading = str_ifind(s, STR("leading")) != STR_NONE;
		kr->lagging = str_ifind(s, STR("lagging")) != STR_NONE;
		break;
	case FIELD_NOTES: /* "Update: 40% done" */
		if (!kr->current || !is_ornament(s))
			(void)read_kr_behind(r, kr, s);
		field_note(r, &kr->notes, header, s);
		break;
	default:
		if (texts)
			field_note(r, texts, "", s);
		else if (field == FIELD_GRADE || field == FIELD_PROGRESS)
			field_kept(r, &kr->notes, field, header, s);
		else
			field_note(r, &kr->notes, header, s);
		break;
	}
}
