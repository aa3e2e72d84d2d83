/*
 * Where in a line a written result could begin, and whether what stands there
 * is one or goes on with the sentence.
 */
#include "result_p.h"

#include "attr.h"
#include "keyresult.h"
#include "plain.h"
#include "quantity.h"
#include "rag_p.h"
#include "words.h"
#include "now_p.h"

#define WIDE_COMMA "\uff0c"
#define WIDE_COLON "\uff1a"
#define WIDE_OPEN "\uff08"
#define WIDE_CLOSE "\uff09"

static void note(struct places *p, size_t at, size_t rest)
{
	if (p->n == MAX_PLACES) {
		/* The first stays, the others are the last ones. */
		memmove(&p->v[1], &p->v[2], (MAX_PLACES - 2) * sizeof p->v[0]);
		p->n--;
	}
	p->v[p->n++] = (struct place){at, rest};
}

/* Skips to behind the next end mark; false, and remembered, when none. */
static bool skip_to(
	const struct split *s, size_t *at, const char *end, bool *none)
{
	size_t found;

	if (*none)
		return false;
	found = str_find(str_sub(s->line, *at, s->line.n), str_of(end));
	if (found == STR_NONE) {
		*none = true;
		return false;
	}
	*at += found + strlen(end);
	return true;
}

static const char *const STRONG[] = {
	"===>", "==>", "--->", "-->", "=>", "\u21d2", "\u27f9"};
static const char *const WEAK[] = {
	"->", "\u2192", "\u27a1", "\u27f6", "\u2794", "\u279c", "\u00bb"};
static const char *const DASHES[] = {" - ", " -- ", " \u2013 ", " \u2014 ",
	"\u2014", " | ", " \u00b7 ", " \u2026 ", " ... ", "\u2026 ", "... "};

/* The length of one of the marks at the beginning of rest, or 0. */
static size_t mark(struct str rest, const char *const *marks, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (str_starts(rest, marks[i]))
			return strlen(marks[i]);
	return 0;
}

/* The length of a drawn bar, "███░░" and "[###..]", or 0. */
static size_t bar_length(struct str rest)
{
	static const char *const BLOCKS[] = {"\u2588", "\u2593", "\u2592",
		"\u2591", "\u25b0", "\u25b1", "\u25ac", "\u2501", "\u25a0",
		"\u25a1", "#", "=", ".", "-", ">", " "};
	bool framed = rest.p[0] == '[';
	size_t at = framed, n = 0, step = 1;

	/* Only in a frame may it be of the keyboard's signs. */
	for (; at < rest.n && step; at += step, n += step > 0)
		step = mark(str_sub(rest, at, rest.n), BLOCKS,
			framed ? COUNT_OF(BLOCKS) : 10);
	if (n < (framed ? 5 : 3) ||
		(framed && (at == rest.n || rest.p[at] != ']')))
		return 0;
	return at + framed;
}

/* Lamps and dots, which say no more than that something is told behind them. */
static bool is_light(struct str emoji)
{
	static const char *const DOTS[] = {"\U0001f535", "\u26aa", "\u26ab",
		"\U0001f7e3", "\U0001f7e4", "\U0001f518", "\U0001f7e6"};
	enum health health;

	for (size_t i = 0; i < COUNT_OF(DOTS); i++) {
		if (str_starts(emoji, DOTS[i]))
			return true;
	}
	return rag_take(&emoji, &health);
}

/* "The page is up. -> monitoring": the sentence is over. */
static bool is_behind_stop(const struct split *s, size_t at)
{
	struct str left = str_trim(str_sub(s->line, 0, at));
	size_t n = left.n;

	return n > 3 && left.p[n - 1] == '.' && str_is_alnum(left.p[n - 2]) &&
	       str_is_alnum(left.p[n - 3]);
}

/* A wide comma, and "done 60 %" or the like in Chinese. */
static bool is_comma_told(struct str s)
{
	static const char *const WORDS[] = {"\u5b8c\u6210",
		"\u5df2\u5b8c\u6210", "\u8fdb\u884c\u4e2d",
		"\u672a\u5f00\u59cb", "\u672a\u5b8c\u6210"};

	return str_skip(&s, WIDE_COMMA) && mark(s, WORDS, COUNT_OF(WORDS));
}

/* "Ana T": a name's first letter. */
static bool is_initial(struct str s, struct str word)
{
	return word.n == 1 && word.p[0] >= 'A' && word.p[0] <= 'Z' &&
	       str_trim(s).n > word.n;
}

bool split_is_short(struct str s)
{
	static const char *const SHORT[] = {"vs", "approx", "ca", "max", "min",
		"avg", "incl", "prev", "est"};
	struct str word = split_last_words(s, 1);

	if (is_initial(s, word))
		return true;
	for (size_t i = 0; i < COUNT_OF(SHORT); i++)
		if (str_iis(word, SHORT[i]))
			return true;
	return false;
}

/* Arrows, dashes and the like at `at`; gives how far to go on. */
static size_t note_mark(struct split *s, size_t at)
{
	struct str rest = str_sub(s->line, at, s->line.n), emoji;
	size_t n;

	/* Letters and digits are most of a text, and no marks. */
	if (str_is_alnum(rest.p[0]))
		return 1;
	n = mark(rest, STRONG, COUNT_OF(STRONG));
	if (n) {
		note(&s->strong, at, at + n);
		return n;
	}
	n = mark(rest, WEAK, COUNT_OF(WEAK));
	if (n) {
		note(is_behind_stop(s, at) ? &s->strong : &s->weak, at, at + n);
		return n;
	}
	n = mark(rest, DASHES, COUNT_OF(DASHES));
	if (n) {
		note(&s->dash, at, at + n);
		return n > 1 ? n - 1 : n;
	}
	emoji = emoji_take(&rest);
	if (emoji.n) {
		if ((verdict_of_emoji(emoji) || is_light(emoji)) && at > 0)
			note(&s->emoji, at, at);
		return emoji.n;
	}
	if (str_starts(rest, WIDE_COLON))
		note(&s->colon, at, at + strlen(WIDE_COLON));
	else if (is_comma_told(rest))
		note(&s->colon, at, at + strlen(WIDE_COMMA));
	else if (str_starts(rest, ": "))
		note(&s->colon, at, at + 1);
	else if (str_starts(rest, "; ") ||
		 (str_starts(rest, ". ") &&
			 !split_is_short(str_sub(s->line, 0, at))))
		note(&s->stop, at + 1, at + 1);
	else if (str_starts(rest, ", "))
		note(&s->comma, at, at + 1);
	return 1;
}

/* Arrows inside parentheses, code, comments and addresses are not ours. */
void split_survey(struct split *s)
{
	int depth = 0;

	for (size_t at = 0; at < s->line.n;) {
		struct str rest = str_sub(s->line, at, s->line.n);
		size_t to = at + 2;

		/* Most of a text: letters, digits, a blank before them. */
		if (str_is_alnum(rest.p[0]) ||
			(rest.p[0] == ' ' && rest.n > 1 &&
				str_is_alnum(rest.p[1]))) {
			at++;
			continue;
		}
		if ((str_starts(rest, "<!--") &&
			    skip_to(s, &at, "-->", &s->no_comment_end)) ||
			(str_starts(rest, "](") &&
				skip_to(s, &to, ")", &s->no_link_end))) {
			if (rest.p[0] == ']') {
				at = to;
				depth -= depth > 0;
			}
			continue;
		}
		to = at + 1;
		if (rest.p[0] == '`' && skip_to(s, &to, "`", &s->no_code_end)) {
			at = to;
			continue;
		}
		if (depth == 0 && (rest.p[0] == '[' || rest.p[0] == '\xe2') &&
			bar_length(rest)) {
			note(&s->bar, at, at + bar_length(rest));
			at += bar_length(rest);
			continue;
		}
		if (rest.p[0] == '[' && depth == 0)
			note(&s->bracket, at, at);
		if (rest.p[0] == '(' && depth == 0)
			note(&s->open, at, at);
		if (str_starts(rest, WIDE_OPEN) && depth == 0)
			note(&s->open, at, at);
		depth += rest.p[0] == '(' || rest.p[0] == '[' ||
			 str_starts(rest, WIDE_OPEN);
		depth -= depth > 0 && (rest.p[0] == ')' || rest.p[0] == ']' ||
					      str_starts(rest, WIDE_CLOSE));
		at += depth ? 1 : note_mark(s, at);
	}
}

struct str split_left(const struct split *s, struct place p)
{
	return str_trim(str_sub(s->line, 0, p.at));
}

struct str split_right(const struct split *s, struct place p)
{
	return str_trim(str_sub(s->line, p.rest, p.rest + RESULT_BYTES));
}

struct verdict split_judge(const struct split *s, struct str right)
{
	return verdict_of(plain_text(s->arena, right, NULL));
}

/* "(currently 68%)" and "(was 120)" are values of the sentence. */
static bool is_reading(struct str right)
{
	static const char *const WORDS[] = {"currently", "current", "now",
		"today", "baseline", "was", "were", "is", "start", "starting",
		"started", "target", "goal", "previously", "aktuell", "derzeit",
		"actuellement", "actualmente"};
	struct str word;

	while (right.n && strchr("([*_ ", right.p[0]))
		right = str_sub(right, 1, right.n);
	word = right;
	if (vocab_skip_now(&word) && word.n && str_is_digit(word.p[0]))
		return true;
	for (word = str_sub(right, 0, 0);
		word.n < right.n && !strchr(" :,)]", right.p[word.n]);)
		word.n++;
	for (size_t i = 0; i < COUNT_OF(WORDS); i++)
		if (word.n < right.n && str_iis(word, WORDS[i]))
			/* "Started, Ana has a draft" */
			return !str_iis(word, "started") ||
			       right.p[word.n] != ',' || str_has_digit(right);
	return false;
}

/* Where no arrow parts the two. */
struct verdict split_judge_loose(const struct split *s, struct str right)
{
	struct verdict none = {.kind = RESULT_NONE};

	return is_reading(right) ? none : split_judge(s, right);
}

/* "(open / closed / moved": three words or more, and blanks at the slashes. */
static bool lists_kinds(struct str s)
{
	struct str part;
	size_t n = 0;

	if (str_find(s, STR(" / ")) == STR_NONE)
		return false;
	for (; str_take_until(&s, '/', &part); n++) {
		part = str_trim_end(str_trim(part), ".)");
		if (!part.n || str_words(part) > 2 || str_has_digit(part))
			return false;
	}
	return n > 2;
}

/* "churn (Paused/Deactivated)", "(lost or cancelled)": words that name what is
 * counted; a result is one of them.  "n/a" is no such pair. */
bool split_is_choice(struct str s)
{
	static const char *const OR[] = {" or ", " oder ", " ou "};
	size_t slash = str_find_char(s, '/');

	for (size_t i = 0; i < COUNT_OF(OR); i++) {
		if (str_ifind(s, str_of(OR[i])) != STR_NONE)
			return true;
	}
	if (lists_kinds(s))
		return true;
	return slash != STR_NONE && slash > 2 && slash + 2 < s.n &&
	       str_is_alpha(s.p[slash - 1]) && str_is_alpha(s.p[slash - 2]) &&
	       str_is_alpha(s.p[slash + 1]) && str_is_alpha(s.p[slash + 2]);
}

/* --- sentence or result? --- */

/* The last n words of a text. */
struct str split_last_words(struct str s, int n)
{
	size_t at = s.n;

	while (n-- > 0 && at > 0) {
		while (at > 0 && str_is_space(s.p[at - 1]))
			at--;
		while (at > 0 && !str_is_space(s.p[at - 1]))
			at--;
	}
	return str_trim(str_sub(s, at, s.n));
}

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

	if (!is_share_of(tail))
		return false;
	front = str_trim(str_sub(left, 0, left.n - tail.n));
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

bool split_is_in_sentence(const struct split *s, struct place p)
{
	struct str right = split_right(s, p), left = split_left(s, p);
	const struct quantity *q = first_value(s->arena, right);

	/* "-> 95%+" is a bound to reach. */
	if (q && (str_ends(right, "%+") || is_same_part(left, right) ||
			 is_from_nothing(left)))
		return true;
	return q && !is_sum_and_share(s, right) &&
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
