/*
 * The result written in a piece of a text: what is emphasised in it, or a link
 * at its end, may be one where the same words in the sentence are none.
 */
#include "reader_p.h"

#include "arena.h"
#include "attr.h"
#include "decimal.h"
#include "keyresult.h"
#include "noted_p.h"
#include "ours_p.h"
#include "quantity.h"
#include "rag_p.h"
#include "rat.h"
#include "result.h"
#include "result_p.h"
#include "verdict_p.h"
#include "words.h"

/*
 * The piece with its last link in brackets, if that is what it ends with: a
 * written result is often a link ("[33%](address)").
 */
static const char *bracketed(struct reader *r, struct piece p)
{
	enum { LONGEST = 80 };
	const struct rich *text = &p.b->text;
	struct str s = str_trim(p.s);
	size_t from = s.n ? (size_t)(s.p - text->s.p) : 0, end = from + s.n;

	for (size_t i = text->links.n; s.n && i > 0; i--) {
		const struct span *span = &text->links.v[i - 1];

		if (span->from < from || span->to > end)
			continue;
		if (end - span->to > 2 || span->to - span->from > LONGEST ||
			span->from == from)
			return NULL;
		return arena_printf(r->a, "%s [%s]%.*s",
			piece_text(r, (struct piece){p.b, str_sub(text->s, from,
								  span->from)}),
			piece_text(r,
				(struct piece){p.b, str_sub(text->s, span->from,
							    span->to)}),
			STR_ARG(str_sub(text->s, span->to, end)));
	}
	return NULL;
}

/* "`ON TRACK`": how it goes, and no result. */
static bool is_health(struct result found, enum health *health)
{
	struct str text = str_of(found.text);

	return (found.kind == RESULT_WIP || found.kind == RESULT_NOTE) &&
	       health_take(&text, health) && !str_trim_end(text, " .!").n;
}

/* "<lamp> 60%" tells how well, too. */
static void set_result(
	struct reader *r, struct key_result *kr, struct result found)
{
	struct str text = str_of(found.text);
	enum health health;

	if (is_health(found, &health)) {
		kr->health = health;
		kr->stated_status = found.text;
		return;
	}
	kr->result = found;
	r->said_in_line = found.text;
	if (kr->health == HEALTH_NONE && text.n &&
		(unsigned char)text.p[0] == 0xf0 && rag_take(&text, &health))
		kr->health = health;
}

static bool is_bold_at(const unsigned char *flags, struct str s, size_t at)
{
	return !str_is_space(s.p[at]) && (flags[at] & TEXT_BOLD);
}

/* "Open the shop **in progress**", with its marks, where no more of it is
 * bold. */
static const char *emphasised(struct reader *r, struct piece p)
{
	enum { LONGEST = 60 };
	struct str s = str_trim(p.s);
	const unsigned char *flags = piece_flags((struct piece){p.b, s});
	size_t from = s.n;

	while (from &&
		(str_is_space(s.p[from - 1]) || is_bold_at(flags, s, from - 1)))
		from--;
	while (from < s.n && str_is_space(s.p[from]))
		from++;
	if (!from || from == s.n || s.n - from > LONGEST ||
		!str_is_space(s.p[from - 1]))
		return NULL;
	return arena_printf(r->a, "%s **%s**",
		piece_text(r, (struct piece){p.b, str_sub(s, 0, from)}),
		piece_text(r, (struct piece){p.b, str_sub(s, from, s.n)}));
}

static bool goes_on_note(struct str s)
{
	static const char *const BEGINS[] = {"(", "- ", "\u2013 ", "\u2014 ",
		", ", ": ", "to ", "by ", "in ", "because ", "until "};

	for (size_t i = 0; i < COUNT_OF(BEGINS); i++) {
		if (str_starts(s, BEGINS[i]))
			return true;
	}
	return false;
}

/* "8 of 20 rooms `5/20`", "from 19 min to 8 min `11 min`": code type in which
 * such a sentence ends is where it stands, and no part of it. */
static bool is_coded_reading(struct reader *r, struct str left, struct str code)
{
	struct sentence said;
	const struct quantity *q;

	if (!code.n || !str_is_digit(code.p[0]) || share_leads_on(left))
		return false;
	sentence_read(r->a, left, &said);
	q = quantity_read(r->a, code);
	return q && q->has_value && str_is(code, q->text) && said.target &&
	       said.target->has_value &&
	       (*q->unit || str_find_char(code, '/') != STR_NONE);
}

/* "Open the shop `done`" */
static bool is_coded_end(struct reader *r, struct str left, struct str code)
{
	struct verdict v = verdict_of(code);

	left = str_trim(left);
	return (v.known && v.exact && v.kind != RESULT_PERCENT &&
		       !share_leads_on(left) && str_words(left) > 2) ||
	       is_coded_reading(r, left, str_trim(code));
}

/* "Open the shop `NOT MET` (2 of 5)": a word in code type that tells how it
 * ended, and the rest, behind a dash. */
static const char *coded(struct reader *r, struct piece p)
{
	enum { LONGEST = 40 };
	struct str s = str_trim(p.s);
	const unsigned char *flags = piece_flags((struct piece){p.b, s});
	size_t from = 0, to;
	struct verdict v;

	while (from < s.n && !(flags[from] & TEXT_CODE))
		from++;
	for (to = from; to < s.n && (flags[to] & TEXT_CODE);)
		to++;
	if (!from || from == to || to - from > LONGEST)
		return NULL;
	if (to == s.n &&
		is_coded_end(r, str_sub(s, 0, from), str_sub(s, from, to)))
		return arena_printf(r->a, "%s => %s",
			piece_text(r, (struct piece){p.b, str_sub(s, 0, from)}),
			piece_text(
				r, (struct piece){p.b, str_sub(s, from, to)}));
	if (to == s.n || !goes_on_note(str_trim(str_sub(s, to, s.n))))
		return NULL;
	v = verdict_of(str_sub(s, from, to));
	if (!v.known || !v.exact || v.kind == RESULT_PERCENT)
		return NULL;
	return arena_printf(r->a, "%s => %s",
		piece_text(r, (struct piece){p.b, str_sub(s, 0, from)}),
		piece_text(r, (struct piece){p.b, str_sub(s, from, s.n)}));
}

/* "**Done**: open the shop": takes what is bold in front, where it tells how
 * that ended and a mark parts it. */
static const char *bold_front(
	struct reader *r, struct piece p, struct result *found)
{
	enum { LONGEST = 40 };
	static const char *const SEPS[] = {
		": ", " - ", " \u2013 ", " \u2014 ", "\uff1a"};
	struct str s = str_trim(p.s), front;
	const unsigned char *flags = piece_flags((struct piece){p.b, s});
	size_t n = 0;
	struct verdict v;

	while (n < s.n && (flags[n] & TEXT_BOLD))
		n++;
	if (!n || n == s.n || n > LONGEST)
		return NULL;
	front = str_trim_end(str_trim(str_sub(s, 0, n)), ":");
	v = verdict_of(front);
	if (!v.known || !v.exact)
		return NULL;
	if (front.n < str_trim(str_sub(s, 0, n)).n) /* "**Done:** open" */
		n = str_is_space(s.p[n]) ? n : 0;
	for (size_t i = 0; n && i < COUNT_OF(SEPS); i++) {
		struct str rest = str_sub(s, n, s.n);

		if (front.n == str_trim(str_sub(s, 0, n)).n &&
			!str_skip(&rest, SEPS[i]))
			continue;
		result_read(r->a, front, found, NULL);
		return piece_text(r, (struct piece){p.b, str_trim(rest)});
	}
	return NULL;
}

/* The sentence of an emphasised piece, and its result. */
static const char *split_marked(
	struct reader *r, struct piece p, struct result *found)
{
	const char *with = bracketed(r, p), *front;
	struct str left;

	front = with ? NULL : bold_front(r, p, found);
	if (front)
		return front;
	with = with ? with : coded(r, p);
	with = with ? with : emphasised(r, p);
	if (!with)
		return NULL;
	left = result_split(r->a, str_of(with), found, NULL, &r->habit);
	return found->kind == RESULT_NONE ? NULL : arena_text(r->a, left);
}

/* Does a dash part what is left of a text from the rest, or a mark of no more
 * weight: "(31/50)", ": 31 of 50"? */
static bool is_behind_dash(struct str all, struct str left)
{
	static const char *const DASHES[] = {
		"- ", "\u2013 ", "\u2014 ", "(", "[", ": "};

	all = str_trim(str_sub(all, left.n, all.n));
	for (size_t i = 0; i < COUNT_OF(DASHES); i++) {
		if (str_starts(all, DASHES[i]))
			return true;
	}
	return false;
}

/* "7/14", "2.5 of 4": how many of how many; points of 5, 10 or 100 are a
 * rating. */
static bool is_count(struct str s, struct str *now, struct str *all)
{
	static const int POINTS[] = {5, 10, 100};
	struct decimal n, m;
	struct str rest = s;

	if (!decimal_take(&rest, &n))
		return false;
	*now = str_trim(str_sub(s, 0, s.n - rest.n));
	rest = str_trim(rest);
	if (!str_skip(&rest, "/") && !str_skip(&rest, "of "))
		return false;
	*all = rest = str_trim(rest);
	if (!decimal_take(&rest, &m) || rest.n || m.scale || m.coef < 1 ||
		n.coef < 0 || (n.scale && m.coef == 1))
		return false;
	for (size_t i = 0; i < COUNT_OF(POINTS); i++) {
		if (m.coef == POINTS[i])
			return false;
	}
	return true;
}

/* "On 90% of days (81/90)": the aim in days, as near as there are whole ones.
 */
static bool is_aim_again(
	struct reader *r, const struct quantity *aim, struct str s)
{
	const struct rat *of, *n;
	struct str now, all;

	if (!aim || strcmp(aim->unit, "%") || !aim->has_value ||
		!is_count(s, &now, &all))
		return false;
	n = rat_of_decimal(r->a, quantity_read(r->a, now)->value);
	of = rat_mul(r->a, rat_of_decimal(r->a, aim->value),
		rat_of_decimal(r->a, quantity_read(r->a, all)->value));
	of = rat_sub(r->a, rat_div(r->a, of, rat_of(r->a, 100, 1)), n);
	return rat_cmp(of, rat_of(r->a, 1, 1)) < 0 &&
	       rat_cmp(of, rat_of(r->a, -1, 1)) > 0;
}

/* "Each team has at least one plan": one for each, of as many as there are. */
static bool is_of_each(struct str s, const struct quantity *aim)
{
	static const char *const EACH[] = {"each", "every", "all", "any",
		"jede", "jeder", "jedes", "alle", "chaque", "tous", "cada",
		"todos", "ogni", NULL};

	return str_is_listed(str_sub(s, 0, str_find_char(s, ' ')), EACH) &&
	       strcmp(aim->unit, "%") != 0;
}

/* "Every team has a plan [3/8]": eight are aimed at, and three have one, where
 * the sentence has no number of its own and wants nothing less. */
static void set_count(struct reader *r, struct key_result *kr, bool round)
{
	struct str now, all;
	struct sentence said;

	if (kr->result.kind != RESULT_PERCENT || kr->current || kr->target ||
		r->ours || !is_count(str_of(kr->result.text), &now, &all))
		return;
	sentence_read(r->a, str_of(kr->text), &said);
	if (round && is_aim_again(r, said.target, str_of(kr->result.text))) {
		kr->result = (struct result){.text = ""};
		return;
	}
	if (said.baseline ||
		(said.target && !is_of_each(str_of(kr->text), said.target)) ||
		verb_sense(str_of(said.verb), true) == VERB_DOWN)
		return;
	kr->current = r->count = quantity_read(r->a, now);
	kr->target = quantity_read(r->a, all);
	kr->result = (struct result){.text = ""};
}

/* ... and without what is noted behind it. */
static const char *split_noted(struct reader *r, int objective, int kr,
	struct str s, bool dash, bool round)
{
	struct key_result *k;
	const char *text;

	if (kr == NO_INDEX)
		return arena_text(r->a, s);
	k = key_result_at(r, objective, kr);
	s = noted_bounds(r, k, s);
	k->text = text = arena_text(r->a, s);
	noted_result(r, k, dash);
	if (dash)
		set_count(r, k, round);
	k->text = "";
	return arena_text(r->a, noted_split(r, k, s));
}

/* "We have 34! <tick>": the sign in which a note ends. */
static void take_last_sign(struct reader *r, struct key_result *k, struct str s)
{
	enum { LONGEST = 8 };

	s = str_trim(s);
	for (size_t n = 1; n <= LONGEST && n < s.n; n++) {
		struct str sign = str_sub(s, s.n - n, s.n), rest = sign;
		enum result_kind kind = verdict_of_emoji(sign);

		if (kind == RESULT_NONE || !emoji_take(&rest).n || rest.n)
			continue;
		if (k->result.kind == RESULT_NONE)
			k->result = (struct result){
				.kind = kind, .text = arena_text(r->a, sign)};
		return;
	}
}

/* ... of a piece whose bold sentence has a note behind it. */
static const char *split_bold(
	struct reader *r, struct piece p, size_t n, int objective, int kr)
{
	const char *note = piece_text(r, piece_from(p, n)), *text;
	struct key_result *k;

	p.s = str_trim(str_sub(p.s, 0, n));
	if (str_ends(p.s, "."))
		p.s.n--;
	text = piece_split(r, p, objective, kr);
	k = key_result_at(r, objective, kr);
	k->text = text;
	(void)noted_read_below(r, k, str_of(note));
	take_last_sign(r, k, str_of(note));
	*vec_add(r->a, &k->notes) = note;
	return text;
}

/* "=> 0.7", "-> <lamp> **0.7**": a grade, and no share that is done. */
static bool set_score(
	struct reader *r, int objective, int kr, const struct result *found)
{
	struct str s = str_of(found->text);
	const struct decimal *grade;

	if (found->kind != RESULT_PERCENT)
		return false;
	symbols_skip(&s);
	grade = noted_grade(r, s);
	if (!grade)
		return false;
	r->scores[kr == NO_INDEX]++;
	r->arrow_scores += kr != NO_INDEX;
	if (kr == NO_INDEX)
		objective_at(r, objective)->stated_grade = grade;
	else
		key_result_at(r, objective, kr)->stated_grade = grade;
	return true;
}

/* "from 0.19 to 0.12. Q3: 0.14": a value like the others of the sentence. */
static bool is_small_value(
	struct reader *r, struct str left, const struct result *found)
{
	struct sentence said;
	const struct quantity *q;

	if (found->kind != RESULT_PERCENT ||
		!noted_grade(r, str_of(found->text)))
		return false;
	sentence_read(r->a, left, &said);
	q = said.target;
	return said.baseline && q && q->has_value && q->value.scale > 0 &&
	       decimal_cmp(q->value, (struct decimal){1, 0}) < 0;
}

/* Where what was reached begins in "goal -> reached 180 ms"; the goal. */
static struct str behind_arrow(struct str s, struct str *goal)
{
	static const char *const ARROWS[] = {" \u2192 ", " -> ", " => "};

	for (size_t i = 0; i < COUNT_OF(ARROWS); i++) {
		size_t at = str_find(s, str_of(ARROWS[i]));

		if (at == STR_NONE || !at)
			continue;
		*goal = str_trim(str_sub(s, 0, at));
		return str_trim(str_sub(s, at + strlen(ARROWS[i]), s.n));
	}
	return (struct str){NULL, 0};
}

/* "Sign 3 shops in the valley = 0.3": there is no 0.3 of a shop. */
static bool is_count_graded(struct reader *r, struct str goal, struct str score)
{
	struct sentence said;

	if (!field_is_score(score) || str_words(goal) < 2)
		return false;
	sentence_read(r->a, goal, &said);
	return said.target && said.target->has_value && !said.baseline &&
	       !said.current && quantity_is_count(said.target) &&
	       said.target->value.scale == 0 &&
	       decimal_cmp(said.target->value, (struct decimal){1, 0}) > 0;
}

/* "Cut waits from 9 to 4 -> reached 5 = 0.8": reading and grade in one, which
 * are taken; what stays is the goal. */
static const char *split_graded(
	struct reader *r, int objective, int kr, const char *text, int line)
{
	enum { LONGEST = 60 };
	struct str s = str_of(text), score, goal, reached;
	size_t at = str_rfind_char(s, '='), from = 0;
	const struct decimal *grade;

	if (kr == NO_INDEX || at == STR_NONE || !at || s.p[at - 1] != ' ')
		return text;
	score = str_trim_left(str_sub(s, at + 1, s.n));
	score = str_sub(score, 0, str_find_char(score, ' '));
	grade = str_find_char(score, '.') == STR_NONE ? NULL
						      : noted_grade(r, score);
	reached = behind_arrow(str_sub(s, 0, at), &goal);
	if (grade && !reached.p) {
		goal = str_trim(str_sub(s, 0, at));
		if (!is_count_graded(r, goal, score))
			return text;
		key_result_at(r, objective, kr)->stated_grade = grade;
		r->scores[0]++;
		return arena_text(r->a, goal);
	}
	if (!grade || reached.n > LONGEST || !str_has_digit(reached))
		return text;
	while (!str_is_digit(reached.p[from]) &&
		!strchr("$\xe2\xc2", reached.p[from]))
		from++;
	key_result_at(r, objective, kr)->stated_grade = grade;
	r->scores[0]++;
	read_field_text(r, objective, kr, FIELD_CURRENT,
		str_sub(reached, from, reached.n), "", line);
	return arena_text(r->a, goal);
}

/* "20 workshops **Achieved: 17**": bold type encloses a note as brackets do. */
static const char *bracket_bold(
	struct reader *r, struct piece p, const char *whole)
{
	enum { LONGEST = 40 };
	const unsigned char *flags = piece_flags(p);
	size_t from = p.s.n, n = strlen(whole);
	struct str note;
	bool led;

	while (from && (flags[from - 1] & TEXT_BOLD))
		from--;
	note = str_sub(p.s, from, p.s.n);
	if (from < 2 || p.s.n - from > LONGEST || p.s.n - from >= n ||
		!str_is_space(p.s.p[from - 1]) ||
		!str_is_alnum(p.s.p[from - 2]) ||
		!str_ends(str_of(whole), arena_text(r->a, note)) ||
		!noted_is_led(note, &led))
		return whole;
	return arena_printf(r->a, "%.*s (%.*s)",
		STR_ARG(str_trim(str_sub(str_of(whole), 0, n - note.n))),
		STR_ARG(note));
}

const char *piece_split(struct reader *r, struct piece p, int objective, int kr)
{
	const char *whole, *plain, *goal, *text = NULL;
	struct result found = {.text = ""};
	struct str left;
	size_t bold;
	bool scored, tagged, graded;

	if (is_our_line(r, piece_line(p)))
		return read_our_text(r, p, objective, kr);
	bold = kr == NO_INDEX ? 0 : piece_bold_sentence(p);
	if (bold)
		return split_bold(r, p, bold, objective, kr);
	p = piece_take_graded(r, p, objective, kr);
	whole = piece_untagged(r, p);
	tagged = whole != NULL;
	whole = whole ? whole : piece_text(r, p);
	goal = split_graded(r, objective, kr, whole, piece_line(p));
	graded = goal != whole;
	whole = kr == NO_INDEX ? goal : bracket_bold(r, p, goal);
	plain = read_annotate(r, objective, kr, whole, piece_line(p));
	left = result_split(r->a, str_of(plain), &found, NULL, &r->habit);
	if (kr != NO_INDEX && is_small_value(r, left, &found)) {
		found = (struct result){.text = ""};
		left = str_of(plain);
	} else if (found.kind == RESULT_NONE && !graded &&
		   !strcmp(whole, plain))
		text = split_marked(r, p, &found);
	scored = set_score(r, objective, kr, &found);
	if (kr != NO_INDEX && tagged) /* "12 shops: 9. `0.7`" */
		tagged = key_result_at(r, objective, kr)->stated_grade != NULL;
	if (scored)
		found.kind = RESULT_NONE;
	else if (found.kind != RESULT_NONE && kr != NO_INDEX)
		set_result(r, key_result_at(r, objective, kr), found);
	else if (found.kind != RESULT_NONE)
		objective_at(r, objective)->result = found;
	text = split_noted(r, objective, kr, text ? str_of(text) : left,
		is_behind_dash(str_of(plain), left),
		str_ends(str_of(plain), ")"));
	return (scored || tagged) && kr != NO_INDEX
		       ? noted_without_remark(
				 r, key_result_at(r, objective, kr), text)
		       : text;
}
