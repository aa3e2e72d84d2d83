/*
 * What a note sets in its key result or objective, clause by clause.
 */
#include "noted_p.h"

#include "attr.h"
#include "rag_p.h"
#include "result.h"
#include "verdict_p.h"
#include "words.h"

/* Is that a field that a clause may hold, and no more than set? */
static bool is_plain_field(enum field f)
{
	static const enum field FIELDS[] = {FIELD_OWNER, FIELD_DRI, FIELD_DUE,
		FIELD_CONFIDENCE, FIELD_WEIGHT, FIELD_STATUS, FIELD_BASELINE,
		FIELD_TARGET};

	for (size_t i = 0; i < COUNT_OF(FIELDS); i++) {
		if (f == FIELDS[i])
			return true;
	}
	return false;
}

static bool is_share_aim(struct reader *r, const struct key_result *kr)
{
	const struct quantity *aim = field_aim(r, kr);

	return aim && !strcmp(aim->unit, "%");
}

/* "70%", "~ 70 %" */
static bool is_bare_share(struct str s)
{
	for (size_t i = 0; i < s.n; i++) {
		if (!str_is_digit(s.p[i]) && !strchr(".,~% ", s.p[i]))
			return false;
	}
	return true;
}

/* "at 61% now" */
static bool ends_in_day(struct str s)
{
	static const char *const DAYS[] = {" now", " today", " currently",
		" jetzt", " heute", " aktuell", " aujourd'hui", " hoy", " hoje",
		" oggi", " nu"};

	for (size_t i = 0; i < COUNT_OF(DAYS); i++) {
		if (str_iends(s, DAYS[i]))
			return true;
	}
	return false;
}

/* A drawn bar and its share, "75 % done", "70%" where no share is aimed at. */
static bool set_share(
	struct reader *r, struct key_result *kr, struct str s, bool progress)
{
	struct verdict v = verdict_of(s);
	bool bar = str_starts(s, NOTED_BAR), led;

	if (v.kind != RESULT_PERCENT || !v.known || !v.exact ||
		str_find_char(s, '%') == STR_NONE ||
		kr->result.kind != RESULT_NONE)
		return false;
	if (!bar && !v.sure && !is_bare_share(s))
		return false;
	if (!bar && !progress && is_share_aim(r, kr) &&
		(!v.sure || ends_in_day(s) || noted_is_led(s, &led)))
		return false;
	result_read(r->a, s, &kr->result, NULL);
	return kr->result.kind == RESULT_PERCENT;
}

/* The "22 deals" of "44% (22 deals)". */
static struct str inner(struct str s)
{
	size_t open = str_find_char(s, '(');

	s = str_trim_end(s, ".");
	if (open == STR_NONE || !str_ends(s, ")"))
		return str_sub(s, 0, 0);
	return str_sub(s, open + 1, s.n - 1);
}

/* here: a fact stands in this very note */
static bool set_reading(
	struct reader *r, struct key_result *kr, struct str s, bool here)
{
	bool told = kr->stated_grade || kr->result.kind != RESULT_NONE;
	struct clause c;

	for (; !kr->current && noted_take(&s, &c); told = told && here) {
		bool tells;
		struct str one = noted_value(noted_bare(c.s), &tells);

		if (str_eq(one, str_of(kr->result.text)) ||
			(kr->stated_grade && noted_grade(r, one)))
			continue;
		kr->current = noted_reading(r, kr, one, told || tells);
		if (!kr->current && told)
			kr->current = noted_reading(r, kr, inner(one), true);
	}
	return kr->current != NULL;
}

/* "$27.8M, 90%", "75%, 11 shops": what was reached, and how much of all that
 * is. */
static bool split_share(struct str s, struct str *sum, struct str *share)
{
	struct clause c;

	if (!noted_take(&s, &c))
		return false;
	*sum = noted_bare(c.s);
	*share = noted_bare(s);
	if (str_ends(*sum, "%") && !str_ends(*share, "%")) {
		struct str first = *sum;

		*sum = *share;
		*share = first;
	}
	return str_ends(*share, "%") && is_bare_share(*share) &&
	       str_has_digit(*sum);
}

/* "93%, 71% complete": where it stands, and how much of it is done by its own
 * words. */
static bool split_sure(struct str s, struct str *sum, struct str *share)
{
	struct clause c;
	struct verdict v;

	if (!noted_take(&s, &c) || verdict_of(c.s).sure)
		return false;
	v = verdict_of(s);
	*sum = noted_bare(c.s);
	*share = noted_bare(s);
	return v.sure && v.exact && v.has_percent && is_bare_share(*sum);
}

/* "Partially (91 %)" of what is to be 95 %: where it stands, and no part. */
static void unlearn_percent(struct key_result *kr)
{
	if (kr->current && kr->result.percent &&
		!strcmp(kr->current->unit, "%") &&
		decimal_cmp(kr->current->value, *kr->result.percent) == 0)
		kr->result.percent = NULL;
}

bool noted_end(struct reader *r, struct key_result *kr, struct str s)
{
	size_t open = str_find_char(s, '(');
	struct clause c;
	struct str in = inner(s);
	struct verdict v;

	if (!in.n || kr->current || !is_share_aim(r, kr))
		return false;
	v = verdict_of(str_sub(s, 0, open));
	if (!v.known || !v.exact || v.kind == RESULT_PERCENT ||
		!noted_take(&in, &c))
		return false;
	kr->current = noted_reading(r, kr, c.s, true);
	if (!kr->current)
		return false;
	kr->result =
		(struct result){.kind = v.kind, .text = arena_text(r->a, s)};
	return true;
}

/* "<cross> 94.5%": how it ended, and where it stands. */
static bool set_marked(struct reader *r, struct key_result *kr, struct str s)
{
	enum result_kind kind = verdict_of_emoji(s);
	struct str value = s;

	if (kind == RESULT_NONE || !emoji_take(&value).n)
		return false;
	kr->current = noted_reading(r, kr, noted_bare(value), true);
	if (!kr->current)
		return false;
	/* "[checked] 5/24": of a list that is not through */
	if (str_starts(s, "\u2611") && !field_is_reached(r, kr, kr->current))
		kind = RESULT_NONE;
	kr->result = (struct result){
		.kind = kind, .text = kind ? arena_text(r->a, s) : ""};
	return true;
}

/* "Done in March", "blocked" */
static bool set_end(struct reader *r, struct key_result *kr, struct str s)
{
	struct verdict v = verdict_of(s);
	bool led; /* "Hit +34" */

	if (!v.known || !v.exact || v.kind == RESULT_PERCENT ||
		kr->result.kind != RESULT_NONE || noted_is_led(s, &led))
		return false;
	result_read(r->a, s, &kr->result, NULL);
	return true;
}

/* The "40%" of "now 12 (40%)". */
static struct str bracketed(struct str s)
{
	size_t open = str_rfind_char(s, '(');

	if (open == STR_NONE || !open || !str_ends(s, "%)"))
		return str_sub(s, 0, 0);
	return str_sub(s, open + 1, s.n - 1);
}

/* "noch offen - verschoben auf Q1": how it ended, in a text that begins with
 * more. */
static void settle_end(struct reader *r, struct key_result *kr, struct str s)
{
	struct result all = kr->result;
	struct clause c;

	kr->result = (struct result){.text = ""};
	while (kr->result.kind == RESULT_NONE && noted_take(&s, &c))
		(void)set_end(r, kr, noted_bare(c.s));
	if (kr->result.kind == RESULT_NONE)
		kr->result = all;
	else
		kr->result.text = all.text;
}

/* "4 published, 2 with legal", "17 days. Missed.": where it stands,
 * and how it ended where one of the clauses says so. */
bool noted_settle(struct reader *r, struct key_result *kr, struct str s)
{
	const char *text = kr->result.text;
	struct clause c;
	struct str rest = s;

	if (!noted_take(&rest, &c))
		return false;
	kr->current = noted_reading(r, kr, noted_bare(c.s), true);
	if (!kr->current)
		return false;
	kr->result = (struct result){.text = ""};
	(void)set_share(r, kr, bracketed(noted_bare(c.s)), true);
	if (!str_has_digit(inner(noted_bare(c.s)))) /* "9 (exceeded)" */
		(void)set_end(r, kr, inner(noted_bare(c.s)));
	if (rest.n)
		*vec_add(r->a, &kr->notes) = text;
	while (noted_take(&rest, &c)) {
		const struct decimal *grade = noted_grade(r, noted_bare(c.s));

		if (grade && !kr->stated_grade)
			kr->stated_grade = grade;
		else if (!set_share(r, kr, noted_bare(c.s), true))
			(void)set_end(r, kr, noted_bare(c.s));
	}
	noted_led_end(r, kr, noted_bare(s));
	return true;
}

/* "60%, ended at 53%", "100% now 1.7%": how much of it is done, and where it
 * stands. */
static bool set_share_led(struct reader *r, struct key_result *kr, struct str s)
{
	size_t n = str_find_char(s, '%');
	struct str share = str_sub(s, 0, n == STR_NONE ? 0 : n + 1), rest;
	bool led;

	rest = noted_bare(str_sub(s, share.n, s.n));
	while (rest.n && strchr(",-(", rest.p[0]))
		rest = str_trim(str_sub(rest, 1, rest.n));
	share = noted_bare(share);
	if (!share.n || !is_bare_share(share) || !noted_is_led(rest, &led))
		return false;
	kr->current = noted_reading(r, kr, rest, false);
	if (!kr->current)
		return false;
	result_read(r->a, share, &kr->result, NULL);
	kr->result.share = true;
	*vec_add(r->a, &kr->notes) = arena_text(r->a, rest);
	return true;
}

/* "5.1% (18%)": where it stands, and how much of it is done. */
static bool set_share_aside(
	struct reader *r, struct key_result *kr, struct str s)
{
	size_t open = str_find_char(s, '(');
	struct str share = inner(s);

	if (!str_ends(share, "%") || !is_bare_share(share) ||
		!is_share_aim(r, kr) || !is_bare_share(str_sub(s, 0, open)))
		return false;
	kr->current = noted_reading(r, kr, str_trim(str_sub(s, 0, open)), true);
	if (!kr->current)
		return false;
	result_read(r->a, share, &kr->result, NULL);
	kr->result.share = true;
	return true;
}

/* Of a number without a word that leads to it: is it of the kind of the aim,
 * and no number of other things? */
static bool is_same_kind(
	struct reader *r, const struct key_result *kr, const struct quantity *q)
{
	const struct quantity *aim = field_aim(r, kr);

	return !q->unit[0] || !strcmp(q->unit, aim->unit) || !aim->unit[0];
}

/* The "71 %" of "missed: 71 %", "not met (71 %)", "missed at 71 %". */
static struct str behind_verdict(struct verdict v)
{
	struct str s = v.rest;

	while (s.n && strchr(" :,-(", s.p[0]))
		s = str_sub(s, 1, s.n);
	(void)(str_iskip(&s, "at ") || str_iskip(&s, "with "));
	if (s.n && !str_is_digit(s.p[0]) && !strchr("$+", s.p[0]) &&
		(unsigned char)s.p[0] < 0x80)
		s.n = 0;
	return str_trim_end(str_trim(s), ")].!");
}

void noted_grade_behind(struct reader *r, struct key_result *kr, struct str s)
{
	struct clause c;

	while (!kr->stated_grade && noted_take(&s, &c))
		kr->stated_grade = noted_grade(r, noted_bare(c.s));
}

/* "Missed, 611 upgraded", "Done. We landed at 46%": where it stands, behind how
 * it ended. */
static void set_behind(struct reader *r, struct key_result *kr, struct str s)
{
	struct clause c;
	struct verdict v;

	if (!noted_take(&s, &c) || kr->result.kind == RESULT_PERCENT)
		return;
	v = verdict_of(c.s);
	if (!v.known || !v.exact || v.kind == RESULT_PERCENT)
		return;
	noted_grade_behind(r, kr, s);
	kr->current = noted_reading(r, kr, behind_verdict(v), true);
	while (!kr->current && noted_take(&s, &c)) {
		struct str one = noted_bare(c.s);
		const struct quantity *q = noted_reading(r, kr, one, true);

		if (q && (is_same_kind(r, kr, q) ||
				 noted_reading(r, kr, one, false)))
			kr->current = q;
	}
	unlearn_percent(kr);
}

/* "done: 9/14" */
static struct str behind_label(struct str s)
{
	size_t colon = str_find(s, STR(": "));

	return colon == STR_NONE ? s : str_trim(str_sub(s, colon + 1, s.n));
}

void noted_result(struct reader *r, struct key_result *kr, bool dash)
{
	struct str s = str_of(kr->result.text), sum, share;
	struct decimal *percent;
	bool led;

	if (noted_field(s, &share) == FIELD_RESULT && !r->ours &&
		field_share_reached(r, kr, share, "Result"))
		return;
	if (kr->current || r->ours ||
		(!is_share_aim(r, kr) && noted_overall(r, kr, s)) ||
		set_marked(r, kr, s) || noted_end(r, kr, s) ||
		set_share_led(r, kr, s) || set_share_aside(r, kr, s))
		return;
	if ((kr->result.kind == RESULT_MISSED ||
		    kr->result.kind == RESULT_NOTE || noted_is_led(s, &led)) &&
		noted_settle(r, kr, s))
		return;
	if (kr->result.kind == RESULT_NOTE && !verdict_of(s).known)
		settle_end(r, kr, s);
	if (kr->result.kind == RESULT_PERCENT &&
		(split_sure(s, &sum, &share) || split_share(s, &sum, &share))) {
		kr->current = noted_reading(r, kr, sum, true);
		percent = ARENA_NEW(r->a, struct decimal);
		if (kr->current && decimal_take(&share, percent))
			kr->result.percent = percent;
	} else if (kr->result.kind == RESULT_PERCENT && dash &&
		   str_find_char(s, '%') == STR_NONE &&
		   (kr->current = noted_reading(
			    r, kr, behind_label(noted_bare(s)), false))) {
		kr->result = (struct result){.text = ""};
	} else if (inner(s).n) {
		(void)set_reading(r, kr, inner(s), true);
		if (kr->result.kind != RESULT_PERCENT)
			unlearn_percent(kr);
		else if (!kr->current)
			kr->current = noted_reading(r, kr,
				str_sub(s, 0, str_find_char(s, '(')), true);
	}
	if (!kr->current)
		set_behind(r, kr, s);
}

/* "Done in March", "blocked", "Missed (13 days)". */
static bool set_state(struct reader *r, struct key_result *kr, struct str s)
{
	if (!set_end(r, kr, s))
		return false;
	noted_result(r, kr, false);
	return true;
}

static bool set_field(struct reader *r, struct key_result *kr, struct str s)
{
	struct str value;
	enum field f = noted_field(s, &value);

	if (!is_plain_field(f))
		return false;
	field_set_kr(r, kr, f, value, vocab_field_name(f));
	return true;
}

static bool set_health(struct key_result *kr, struct str s)
{
	enum health health;

	if (!s.n || !rag_take(&s, &health) || str_trim(s).n)
		return false;
	if (kr->health == HEALTH_NONE)
		kr->health = health;
	return true;
}

/* The lamp of "<lamp> 0.4". */
static bool take_light(struct key_result *kr, struct str *s)
{
	struct str rest = *s;
	enum health health;

	if (!s->n || (unsigned char)s->p[0] != 0xf0 ||
		!rag_take(&rest, &health) || !str_trim(rest).n)
		return false;
	if (kr->health == HEALTH_NONE)
		kr->health = health;
	*s = str_trim(rest);
	return true;
}

/* Is it to be "0.4 s", so that "0.3" may be where it stands? */
static bool is_low(struct reader *r, const struct key_result *kr)
{
	const struct quantity *q = field_aim(r, kr);

	return q && q->has_value &&
	       (q->value.scale > 0 ||
		       decimal_cmp(q->value, (struct decimal){1, 0}) <= 0);
}

/* Everything but readings. */
static bool set_facts(struct reader *r, struct key_result *kr, struct str s)
{
	enum { FEW = 3 };
	struct clause c;
	bool any = false, first = true, read = false; /* "24, exceeded!" */

	for (; noted_take(&s, &c); first = false) {
		struct str one = noted_bare(c.s);
		const struct decimal *grade = noted_grade(r, one);
		struct str value;
		enum field f;
		bool tells;

		if (take_light(kr, &one))
			grade = grade ? grade : noted_grade(r, one);
		if (grade && !kr->stated_grade) {
			kr->stated_grade = grade;
			any = true;
			continue;
		}
		if (set_field(r, kr, one) || set_health(kr, one)) {
			any = true;
			continue;
		}
		f = noted_field(one, &value);
		one = noted_value(one, &tells);
		if (f == FIELD_RESULT && field_is_score(one) &&
			!kr->stated_grade && !is_low(r, kr)) {
			kr->stated_grade = field_grade(r, one, "");
			any = true;
			continue;
		}
		any = any || (tells && noted_reading(r, kr, one, true));
		any = (kr->result.kind == RESULT_NONE &&
			      noted_end(r, kr, one)) ||
		      set_share(r, kr, one, f == FIELD_PROGRESS) ||
		      set_share(r, kr, bracketed(one), false) || any;
		if (first || any)
			any = set_state(r, kr, one) || any;
		else if (read && str_words(one) <= FEW)
			any = set_end(r, kr, one);
		read = first && noted_alone(r, kr, one);
	}
	return any;
}

bool noted_read(struct reader *r, struct key_result *kr, struct str s)
{
	bool had = kr->current != NULL, any;

	s = str_trim(s);
	if (s.n > NOTED_BYTES)
		return false;
	any = set_facts(r, kr, s);
	any = (!had && set_reading(r, kr, s, any)) || any;
	if (!had)
		noted_led_end(r, kr, noted_bare(s));
	return any;
}

/* "Overall: achieved": what is said of the whole, and all of it; else
 * nothing. */
static struct str said_of_whole(struct str s)
{
	static const char *const WHOLES[] = {"overall", "all in all",
		"altogether", "as a whole", "in total", "in sum", "verdict",
		"our verdict", "overall verdict", "overall result",
		"overall outcome", "insgesamt", "gesamt", "gesamtergebnis",
		"fazit", "au total", "globalement", "bilan", "verdict global",
		"en conjunto", "en general", "no geral", "nel complesso",
		"over het geheel", NULL};
	size_t colon = str_find_char(s, ':');
	struct str value;
	struct verdict v;

	if (colon == STR_NONE ||
		!str_is_listed(str_trim(str_sub(s, 0, colon)), WHOLES))
		return (struct str){NULL, 0};
	value = str_trim_end(str_trim(str_sub(s, colon + 1, s.n)), ".");
	v = verdict_of(value);
	return v.known && v.exact ? value : (struct str){NULL, 0};
}

/* "Grade: 0.7 - Owner: Ops lead", "period Q3, owner: Ops lead" */
static bool set_owner(struct reader *r, struct objective *o, struct str s)
{
	struct str value, person;
	enum field f = noted_field(s, &value);

	if ((f != FIELD_OWNER && f != FIELD_DRI) || o->owner[0])
		return false;
	person = field_person(value);
	if (!person.n || person.n != str_trim(value).n)
		return false;
	o->owner = arena_text(r->a, person);
	return true;
}

bool noted_objective(struct reader *r, struct objective *o, struct str s)
{
	struct clause c;
	bool any = false;

	if (s.n > NOTED_BYTES)
		return false;
	for (s = str_trim(s); noted_take(&s, &c);) {
		struct str one = noted_bare(c.s);
		const struct decimal *grade = noted_grade(r, one);

		if (grade && !o->stated_grade) {
			o->stated_grade = grade;
			any = true;
		} else if (str_starts(one, NOTED_BAR) &&
			   o->result.kind == RESULT_NONE) {
			result_read(r->a, one, &o->result, NULL);
			any = true;
		} else if (said_of_whole(one).n &&
			   o->result.kind == RESULT_NONE) {
			result_read(r->a, said_of_whole(one), &o->result, NULL);
			any = true;
		} else {
			any = set_owner(r, o, one) || any;
		}
	}
	return any;
}
