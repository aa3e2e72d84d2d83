/*
 * Arrows between two values: a way from one to the other, which is part of the
 * key result, or a key result and what came of it.
 */
#include "result_p.h"

#include "attr.h"
#include "keyresult.h"
#include "plain.h"
#include "quantity.h"
#include "words.h"

static bool has_value(struct arena *a, struct str s)
{
	const struct quantity *q = quantity_read(a, s);

	return q && q->has_value;
}

static bool is_value(struct arena *a, struct str s)
{
	if (!s.n || (!str_is_digit(s.p[0]) && !strchr("<>$+-~.", s.p[0]) &&
			    (unsigned char)s.p[0] < 0x80))
		return false;
	return has_value(a, s);
}

/* "By Q3, MRR: $120k" */
static bool is_behind_label(struct arena *a, struct str left)
{
	struct str two = split_last_words(left, 2);
	size_t colon = str_find(two, STR(": "));

	return colon != STR_NONE && str_find_char(two, '/') == STR_NONE &&
	       has_value(a, two);
}

/* "100% of modules": what the share is of ends the value. */
static bool is_share_of(struct str s)
{
	size_t at = str_find_char(s, '%');

	return at != STR_NONE &&
	       str_istarts(str_trim(str_sub(s, at + 1, s.n)), "of ");
}

/* "Move 100% of modules", "within 5 days in 95% of cases", where "Rework 3% of
 * sales" has no verb. */
static bool is_deed_of_share(struct arena *a, struct str left, struct str tail)
{
	struct sentence said;
	struct str front;

	front = str_trim(str_sub(left, 0, left.n - tail.n));
	if (str_find_char(tail, '%') != STR_NONE && str_iends(front, " with"))
		return true; /* "70% of rolls with 100% in stock" */
	if (!is_share_of(tail))
		return false;
	if (str_iends(front, " in") || str_iends(front, " for"))
		return true;
	sentence_read(a, left, &said);
	return *said.verb || str_starts(tail, "100") ||
	       split_last_words(left, 1 + 3).p == left.p;
}

/* Is the number at the beginning of s that of the quantity? */
static bool is_same_value(
	struct arena *a, struct str s, const struct quantity *of)
{
	const struct quantity *q = quantity_take(a, &s);

	return !q || !q->has_value || !of->has_value ||
	       decimal_cmp(q->value, of->value) == 0;
}

/* Does the sentence end in a value, whose place is not yet a target's? */
static bool ends_in_open_value(struct arena *a, struct str left)
{
	static const char *const CLOSED[] = {"to", "of", "than", "least",
		"most", "reach", "achieve", "by", "under", "below", "over",
		"above", ">", ">=", "<", "<=", "hit", "maintain", "attain",
		"exactly", "at", "auf", "\u2265", "\u2264", "reaches",
		"reached", "reaching", "hits", "exceeds", "exceed", "exceeding",
		"tops", "top", "within", "minimum", "goal", "target",
		"mindestens", "unter", "\u00fcber", "erreicht", "moins", "plus",
		"atteindre", "atteint", "menos", "alcanzar", "alcan\u00e7ar",
		"atingir", "almeno", "meno", "raggiungere", "minst", "tot"};
	struct str tail, before = {NULL, 0};
	struct sentence said;
	size_t colon;

	left = plain_text(a,
		str_sub(left, left.n > 300 ? left.n - 300 : 0, left.n), NULL);
	if (str_ends(left, ")") && str_rfind_char(left, '(') != STR_NONE &&
		str_ends(str_trim(str_sub(left, 0, str_rfind_char(left, '('))),
			"%"))
		left = str_trim(str_sub(left, 0, str_rfind_char(left, '(')));
	tail = split_last_words(left, 1);
	for (int n = 1; n < 3 && !is_value(a, tail); n++)
		tail = split_last_words(left, n + 1);
	colon = str_find(tail, STR("\uff1a")); /* no blank stands behind it */
	if (colon != STR_NONE)
		tail = str_sub(tail, colon + strlen("\uff1a"), tail.n);
	/* "by April 30" and "Phase 2" end in digits that are none. */
	if (!is_value(a, tail) || is_deed_of_share(a, left, tail) ||
		(!str_ends(tail, "%") &&
			!has_value(a, split_last_words(left, 3)) &&
			!is_behind_label(a, left)))
		return false;
	if (strchr("<>+", tail.p[0]) || str_starts(tail, "\u2265") ||
		str_starts(tail, "\u2264"))
		return false;
	before = str_trim(str_sub(left, 0, (size_t)(tail.p - left.p)));
	before = split_last_words(before, 1);
	for (size_t i = 0; i < COUNT_OF(CLOSED); i++)
		if (str_iis(before, CLOSED[i]))
			return false;
	/* "Score 60%", but "Audit score 60%" */
	if (str_iis(before, "score") && before.p == left.p)
		return false;
	sentence_read(a, left, &said);
	/* "GRR 91% -> 94%, NRR 104%": a further measure begins. */
	return !(said.baseline && said.target &&
		 (is_same_value(a, tail, said.target) ||
			 is_same_value(a, tail, said.baseline)));
}

static const struct quantity *first_value(struct arena *a, struct str right)
{
	struct str s = plain_text(a, str_sub(right, 0, 200), NULL);

	return quantity_take(a, &s);
}

/* "400 leads - 55%": a share does not go on from something counted. */
static bool is_share_of_count(
	struct arena *a, struct str left, const struct quantity *right)
{
	const struct quantity *q = NULL;

	/* "10 videos -> 10/10" */
	if (right->unit[0] == '/' && str_is_digit(right->unit[1]) &&
		str_find_char(left, '/') == STR_NONE)
		return true;
	if (strcmp(right->unit, "%") != 0 || str_ends(left, "%"))
		return false;
	/* "from 40% (last year) -> 60%" */
	if (str_ends(left, ")")) {
		size_t open = str_rfind_char(left, '(');

		return open == STR_NONE ||
		       !str_ends(str_trim(str_sub(left, 0, open)), "%");
	}
	for (int n = 1; n < 4; n++) {
		struct str tail = split_last_words(left, n);

		q = is_value(a, tail) ? quantity_take(a, &tail) : NULL;
		if (q && q->has_value && q->unit[0])
			return strcmp(q->unit, "%") != 0;
	}
	return false;
}

/* "Move 120 VMs -> 0.7": a grade, since there is no 0.7 of a VM. */
static bool is_grade_of_count(struct arena *a, struct str left,
	struct str right, const struct quantity *q)
{
	struct sentence said;

	if (right.n != 3 || !strchr("01", right.p[0]) || right.p[1] != '.' ||
		q->unit[0])
		return false;
	sentence_read(a, left, &said);
	return said.target && !said.baseline &&
	       quantity_is_count(said.target) && said.target->value.scale == 0;
}

/* "Book 60 demos => 71": so many were booked. */
static bool is_count_done(
	struct arena *a, struct str left, const struct quantity *q)
{
	struct sentence said;
	enum verb_sense v;

	if (q->unit[0])
		return false;
	sentence_read(a, left, &said);
	v = verb_sense(str_of(said.verb), true);
	return (v == VERB_MAKE || v == VERB_REACH) && said.target &&
	       !said.baseline && quantity_is_count(said.target);
}

/* "Sign 12 partners", "Fewer than 10 complaints": a whole goal with a count. */
static bool is_whole_goal(struct arena *a, struct str left)
{
	struct sentence said;
	enum verb_sense v;

	sentence_read(a, left, &said);
	v = verb_sense(str_of(said.verb), true);
	return said.target && said.target->has_value && !said.baseline &&
	       quantity_is_count(said.target) &&
	       (v == VERB_MAKE || said.comparator != CMP_NONE);
}

/* "6 talks => 7", "$4M pipeline => $3.1M": a goal that begins with how much,
 * and what came of it.  "5 deals => 8 deals" says the thing twice, as a way
 * from here to there does; so do the thin arrows, which mean both. */
static bool is_goal_met(const struct split *s, struct place p, struct str left)
{
	struct str arrow = str_sub(s->line, p.at, p.rest), thing, again;
	struct str right = plain_text(s->arena, split_right(s, p), NULL);
	const struct quantity *q, *now;

	if (str_find(arrow, STR("=>")) == STR_NONE)
		return false;
	left = plain_text(s->arena, left, NULL);
	if (is_whole_goal(s->arena, left))
		return true;
	q = quantity_take(s->arena, &left);
	thing = str_trim(left);
	if (!q || !q->has_value || !strcmp(q->unit, "%") ||
		(!thing.n && !(quantity_is_count(q) && *q->unit)))
		return false;
	now = quantity_take(s->arena, &right);
	again = str_trim(right);
	return now && now->has_value &&
	       !(!thing.n && !strcmp(q->unit, now->unit)) &&
	       (!again.n || strchr("(,;", again.p[0]) != NULL);
}

/* "satisfaction 6.8/10 -> 8/10": both are out of the same. */
static bool is_same_score(
	struct arena *a, struct str left, const struct quantity *right)
{
	struct str tail = split_last_words(left, 1);
	const struct quantity *q = NULL;

	if (right->unit[0] != '/' || !str_is_digit(right->unit[1]))
		return false;
	q = is_value(a, tail) ? quantity_read(a, tail) : NULL;
	return q && !strcmp(q->unit, right->unit);
}

/* "Coverage: n/a -> 90 %", "-- -> 90 %": from what nobody knows. */
static bool is_from_nothing(struct str left)
{
	static const char *const NOTHING[] = {"n/a", "-", "--", "\u2013",
		"\u2014", "?", "??", "tbd", "unknown", "unbekannt", "k.a.",
		"k. A.", "unmeasured", NULL};

	left = str_trim(left);
	return str_is_listed(split_last_words(left, 1), NOTHING) &&
	       split_last_words(left, 1).n < left.n;
}

/* "11" of "8 of 11" alone; empty for what is no such part. */
static struct str whole_of_part(struct str s)
{
	static const char *const OF[] = {" of ", " out of ", "/", " von ",
		" sur ", " de ", " van ", " di "};
	long n;

	s = str_trim(s);
	if (!str_take_number(&s, 99999, &n))
		return (struct str){NULL, 0};
	for (size_t i = 0; i < COUNT_OF(OF); i++) {
		struct str whole = s, rest;

		if (!str_skip(&whole, OF[i]))
			continue;
		rest = whole;
		if (str_take_number(&rest, 99999, &n) && !rest.n)
			return whole;
	}
	return (struct str){NULL, 0};
}

/* "on the agreed day: 8 of 11 -> 10 of 11" */
static bool is_same_part(struct str left, struct str right)
{
	struct str whole = whole_of_part(right);

	return whole.n &&
	       (str_eq(whole, whole_of_part(split_last_words(left, 3))) ||
		       str_eq(whole, whole_of_part(split_last_words(left, 4))));
}

/* "$27.8M, 90%": what was reached, and how much of it all that is. */
static bool is_sum_and_share(const struct split *s, struct str right)
{
	struct str share, plain = plain_text(s->arena, right, NULL);
	size_t at = str_find(plain, STR(", "));
	struct decimal d;

	if (at == STR_NONE || !str_has_digit(str_sub(plain, 0, at)) ||
		str_find_char(str_sub(plain, 0, at), '%') != STR_NONE)
		return false;
	share = str_trim(str_sub(plain, at + 1, plain.n));
	return decimal_take(&share, &d) && str_is(str_trim(share), "%");
}

/* "3 talks -> 2 so far": where it stands. */
bool split_tells_so_far(struct str right)
{
	static const char *const WORDS[] = {"so far", "to date", "until now",
		"up to now", "as of today", "bisher", "bislang", "jusqu'ici",
		"hasta ahora", "at\u00e9 agora", "finora", "tot nu toe", NULL};

	struct str front = str_sub(right, 0, 40);

	if (!front.n || !str_is_digit(front.p[0]))
		return false;
	for (size_t i = 0; WORDS[i]; i++) {
		if (str_ifind(front, str_of(WORDS[i])) != STR_NONE)
			return true;
	}
	return false;
}

bool split_is_in_sentence(const struct split *s, struct place p)
{
	struct str right = split_right(s, p), left = split_left(s, p);
	const struct quantity *q = first_value(s->arena, right);

	/* "-> 95%+" is a bound to reach. */
	if (q && (str_ends(right, "%+") || is_same_part(left, right) ||
			 is_from_nothing(left)))
		return true;
	return q && !split_tells_so_far(right) && !is_sum_and_share(s, right) &&
	       (!split_judge(s, right).sure ||
		       is_same_score(s->arena, left, q)) &&
	       !str_ends(left, ".") && !is_share_of_count(s->arena, left, q) &&
	       !is_grade_of_count(s->arena, left, right, q) &&
	       !is_count_done(s->arena, left, q) && !is_goal_met(s, p, left) &&
	       ends_in_open_value(s->arena, left);
}

/* "migrate from the old store => the new one" */
bool split_is_from_arrow(struct str left)
{
	size_t from = STR_NONE;

	left = str_trim(left);
	if (str_ends(left, ".") || str_ends(left, ")"))
		return false; /* the sentence is over */

	for (size_t at = 0; at + 6 <= left.n; at++)
		if (str_ieq(str_sub(left, at, at + 6), STR(" from ")))
			from = at;
	return from != STR_NONE && left.n - from < 60 &&
	       str_ifind(str_sub(left, from, left.n), STR(" to ")) == STR_NONE;
}
