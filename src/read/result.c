/*
 * Where a written result begins.  One pass over the line notes the places
 * that could part sentence and result; then the most telling kind of place
 * whose rest is a result wins.
 */
#include "result_p.h"

#include "keyresult.h"
#include "plain.h"
#include "quantity.h"
#include "rat.h"
#include "words.h"

/* --- the kinds of places --- */

static bool try_strong(const struct split *s, struct place *found)
{
	const struct place *first = NULL;

	for (size_t i = s->strong.n; i-- > 0;) {
		struct place p = s->strong.v[i];
		struct verdict v = split_judge(s, split_right(s, p));

		if (!v.kind || !split_left(s, p).n ||
			split_is_in_sentence(s, p))
			continue;
		if (v.known) {
			*found = p;
			return true;
		}
		first = &s->strong.v[i];
	}
	if (!first || split_is_from_arrow(split_left(s, *first)))
		return false;
	*found = *first;
	return true;
}

static bool try_weak(const struct split *s, struct place *found)
{
	struct place p;
	struct verdict v;

	if (!s->weak.n)
		return false;
	p = s->weak.v[s->weak.n - 1];
	v = split_judge(s, split_right(s, p));
	if (!v.known || !v.exact || !split_left(s, p).n ||
		split_is_in_sentence(s, p))
		return false;
	*found = p;
	return true;
}

static bool is_closed(struct verdict v)
{
	return v.known && v.exact && (v.kind != RESULT_PERCENT || v.sure);
}

/* "from 60% to 80% | 72%" and "from 800 to 400 (50%)": where it stands or how
 * far it is, not how much of that is done. */
static bool is_between(
	struct arena *a, const struct sentence *said, const struct decimal *d)
{
	const struct rat *from, *to, *x = rat_of_decimal(a, *d), *change;
	bool up;

	if (!said->baseline || !said->target || !said->baseline->has_value ||
		!said->target->has_value)
		return false;
	from = rat_of_decimal(a, said->baseline->value);
	to = rat_of_decimal(a, said->target->value);
	up = rat_cmp(from, to) < 0;
	if (!strcmp(said->target->unit, "%"))
		return rat_cmp(x, up ? from : to) >= 0 &&
		       rat_cmp(x, up ? to : from) <= 0;
	if (rat_sign(from) <= 0)
		return false;
	change = rat_div(
		a, up ? rat_sub(a, to, from) : rat_sub(a, from, to), from);
	change = rat_round(a, rat_mul(a, change, rat_of(a, 100, 1)), 0);
	return rat_cmp(change, rat_round(a, x, 0)) == 0;
}

/* Is the sentence complete without the percentage behind it? */
static bool is_whole(const struct split *s, struct str left, struct verdict v)
{
	struct sentence said;

	sentence_read(s->arena, left, &said);
	if (is_between(s->arena, &said, &v.percent))
		return false;
	return said.target || verb_sense(str_of(said.verb), true) == VERB_MAKE;
}

/* Behind a dash, a percentage needs a sentence that is complete. */
static bool try_dash(const struct split *s, struct place *found)
{
	struct place p;
	struct verdict v;

	if (!s->dash.n)
		return false;
	for (size_t i = s->dash.n; i-- > 0;) {
		p = s->dash.v[i];
		v = split_judge_loose(s, split_right(s, p));
		if (!v.known || !v.exact || !split_left(s, p).n ||
			split_is_in_sentence(s, p))
			continue;
		if (v.kind == RESULT_PERCENT && !v.sure &&
			!is_whole(s, split_left(s, p), v))
			continue;
		*found = p;
		return true;
	}
	return false;
}

static bool is_only_marks(struct str s)
{
	int depth = 0;

	for (size_t i = 0; i < s.n; i++) {
		char c = s.p[i];

		depth += c == '[' || c == '(';
		if (c == ']' || c == ')')
			depth -= depth > 0;
		else if (!depth && c && !strchr(" \t.,;*_-", c))
			return false;
	}
	return true;
}

/* The word in front would make a value in brackets part of the sentence. */
static bool leads_on(struct str left)
{
	static const char *const WORDS[] = {"to", "of", "than", "least", "by",
		"at", "reach", "achieve", "from", "the", "a", "over", "under",
		"in", "with", "for", "and", "see", ">", "<", ">=", "<="};
	struct str word = split_last_words(left, 1);

	for (size_t i = 0; i < COUNT_OF(WORDS); i++)
		if (str_iis(word, WORDS[i]))
			return true;
	return word.n == 0;
}

/* "[DONE - one segment] [Carried forward ...]", "[33%](url)" */
static bool try_bracket(const struct split *s, struct place *found)
{
	for (size_t i = 0; i < s->bracket.n; i++) {
		struct place p = s->bracket.v[i];
		struct str rest = split_right(s, p);
		struct verdict v;

		if (!is_only_marks(rest) || leads_on(split_left(s, p)))
			continue;
		v = split_judge_loose(s, rest);
		if (!v.known || !v.exact)
			continue;
		*found = p;
		return true;
	}
	return false;
}

/* "(80%)" and nothing else, behind a sentence that has its target. */
static bool is_bare_share(const struct split *s, struct place p)
{
	struct str right = split_right(s, p);
	struct verdict v;
	struct sentence said;

	if (right.n > strlen("(100.0 %)") || right.n < 3 ||
		!str_is_digit(right.p[1]) || leads_on(split_left(s, p)))
		return false;
	v = split_judge_loose(s, right);
	if (!v.known || !v.exact || v.kind != RESULT_PERCENT)
		return false;
	/* "on 90% of payments (64%)" may well be where it stands. */
	sentence_read(s->arena, split_left(s, p), &said);
	if (said.target && said.target->has_value &&
		!strcmp(said.target->unit, "%") && v.has_percent &&
		decimal_cmp(v.percent, said.target->value) <= 0)
		return false;
	return is_whole(s, split_left(s, p), v);
}

/* "99.95% (actual: 99.91%)": a value of the same kind, and no progress. */
static bool is_actual_share(const struct split *s, struct place p)
{
	struct str right = split_right(s, p);
	struct sentence said;

	if (!str_istarts(right, "(actual") ||
		str_find_char(right, '%') == STR_NONE)
		return false;
	sentence_read(s->arena, split_left(s, p), &said);
	return said.target && said.comparator != CMP_BY &&
	       !strcmp(said.target->unit, "%");
}

/* "(66% - 6 of 9 pages)", "(25%, drafts only)" */
static bool is_noted_share(const struct split *s, struct place p)
{
	struct str right = split_right(s, p), note;
	struct verdict v;
	size_t at = str_find_char(right, '%');

	if (at == STR_NONE || at > 7 || right.n < 3 ||
		!str_is_digit(right.p[1]) || leads_on(split_left(s, p)))
		return false;
	note = str_trim_left(str_sub(right, at + 1, right.n));
	if (!str_starts(note, "- ") && !str_starts(note, "\u2013 ") &&
		!str_starts(note, "\u2014 ") && !str_starts(note, ": "))
		return false;
	v = split_judge_loose(s, right);
	return v.kind == RESULT_PERCENT && v.exact &&
	       is_whole(s, split_left(s, p), v);
}

/* "from 200 to 300 members, currently 48%": how far it is, since members are
 * no share. */
static bool is_progress_now(const struct split *s, struct place p)
{
	struct verdict v = split_judge(s, split_right(s, p));
	struct sentence said;

	if (v.kind != RESULT_PERCENT || !v.has_percent || !v.exact || !v.sure ||
		split_right(s, p).n > 40 ||
		str_find_char(split_right(s, p), '%') == STR_NONE)
		return false;
	sentence_read(s->arena, split_left(s, p), &said);
	return said.target && said.target->has_value &&
	       said.comparator != CMP_BY && strcmp(said.target->unit, "%") &&
	       strcmp(said.target->unit, "pp");
}

static bool try_parenthesis(const struct split *s, struct place *found)
{
	struct place p;

	if (!s->open.n)
		return false;
	p = s->open.v[s->open.n - 1];
	if (!is_only_marks(split_right(s, p)) || !split_left(s, p).n ||
		is_actual_share(s, p) || split_is_choice(split_right(s, p)) ||
		(p.at > 0 && s->line.p[p.at - 1] == ']') ||
		(!is_closed(split_judge_loose(s, split_right(s, p))) &&
			!is_bare_share(s, p) && !is_noted_share(s, p) &&
			!is_progress_now(s, p)))
		return false;
	*found = p;
	return true;
}

static bool is_result_key(struct str left)
{
	static const char *const KEYS[] = {"status", "result", "results",
		"outcome", "score", "grade", "progress", "final", "ergebnis",
		"achieved", "completion", "actual"};
	struct str word = split_last_words(left, 1);

	while (word.n && strchr("*_([", word.p[0]))
		word = str_sub(word, 1, word.n);
	for (size_t i = 0; i < COUNT_OF(KEYS); i++)
		if (str_iis(word, KEYS[i]))
			return true;
	return false;
}

/* "from 3 to 5: 60%", "Publish 4 guides: 50%", "Implement the portal: 30%": a
 * sentence that is whole, where "Test coverage: 80%" is not. */
static bool is_task(const struct split *s, struct str left)
{
	static const char *const VERBS[] = {"implement", "complete", "finish",
		"launch", "create", "build", "develop", "define", "establish",
		"identify", "write", "migrate", "add", "aggregate", "introduce",
		"redesign", "refactor", "replace", "hire", "finalize",
		"finalise", "set", "publish", "make", "automate", "fully",
		"integrate", "rewrite", "prepare", "deprecate", "decommission",
		"retire", "deploy", "formalize", "formalise"};
	struct sentence said;

	sentence_read(s->arena, left, &said);
	if (said.target && said.target->has_value && *said.verb)
		return strcmp(said.target->unit, "%") != 0;
	if (said.baseline || said.target)
		return said.baseline && said.target;
	for (size_t i = 0; i < COUNT_OF(VERBS); i++)
		if (str_istarts(left, VERBS[i]))
			return true;
	return false;
}

/* "100% [the board](url)" without the link, where a percentage leads. */
static struct str without_link(struct str right)
{
	size_t at = str_find_char(right, '[');

	if (!str_ends(right, ")") || at == STR_NONE || at == 0 ||
		str_find(right, STR("](")) == STR_NONE ||
		str_find_char(str_sub(right, 0, at), '%') == STR_NONE)
		return right;
	return str_trim(str_sub(right, 0, at));
}

/* "on 50 carts: 50/50, all there": of what was asked for. */
static bool is_of_target(
	const struct split *s, struct str left, struct str right)
{
	struct sentence said;
	struct decimal of;
	size_t at = str_find_char(right, '/');

	if (at == STR_NONE || at == 0 || at > 6 || !str_is_digit(right.p[0]))
		return false;
	right = str_sub(right, at + 1, right.n);
	sentence_read(s->arena, left, &said);
	return decimal_take(&right, &of) && said.target &&
	       said.target->has_value &&
	       decimal_cmp(of, said.target->value) == 0;
}

/* "Status: done" at the end; the key goes with the result. */
static bool try_colon(const struct split *s, struct place *found)
{
	struct place p;
	struct verdict v;
	struct str left, word;

	if (!s->colon.n)
		return false;
	p = s->colon.v[s->colon.n - 1];
	left = split_left(s, p);
	v = split_judge(s, without_link(split_right(s, p)));
	if (is_result_key(left) && v.known) {
		word = split_last_words(left, 1);
		if (word.p == left.p)
			return false;
		p.at = (size_t)(word.p - s->line.p);
		*found = p;
		return true;
	}
	if (!is_closed(v) && !(v.kind == RESULT_PERCENT && v.exact))
		return false;
	if (!left.n || (v.kind == RESULT_PERCENT && !is_task(s, left) &&
			       !is_of_target(s, left, split_right(s, p))))
		return false;
	*found = p;
	return true;
}

static bool try_stop(const struct split *s, struct place *found)
{
	struct place p;
	struct verdict v;

	if (!s->stop.n)
		return false;
	p = s->stop.v[s->stop.n - 1];
	v = split_judge_loose(s, split_right(s, p));
	/* "Map the sources. 50%" */
	if (v.kind == RESULT_PERCENT && v.exact && split_right(s, p).n < 6 &&
		str_find_char(split_right(s, p), '%') != STR_NONE &&
		is_whole(s, split_left(s, p), v)) {
		*found = p;
		return true;
	}
	if (!is_closed(v) || split_right(s, p).n > 80)
		return false;
	*found = p;
	return true;
}

/* "Permit received, done": few words, since commas part lists as well. */
static bool try_comma(const struct split *s, struct place *found)
{
	static const char *const WORDS[] = {"done", "complete", "completed",
		"finished", "achieved", "cancelled", "canceled", "dropped",
		"deferred", "postponed", "on hold", "blocked", "wip",
		"in progress", "work in progress", "ongoing", "not started",
		"not yet started", "missed", "erledigt", "fertig",
		"termin\u00e9", "en cours", "hecho", "en curso"};
	struct str right;

	if (!s->comma.n)
		return false;
	if (is_progress_now(s, s->comma.v[s->comma.n - 1])) {
		*found = s->comma.v[s->comma.n - 1];
		return true;
	}
	right = split_right(s, s->comma.v[s->comma.n - 1]);
	while (right.n && strchr(".!*_", right.p[right.n - 1]))
		right.n--;
	for (size_t i = 0; i < COUNT_OF(WORDS); i++) {
		if (!str_iis(right, WORDS[i]))
			continue;
		*found = s->comma.v[s->comma.n - 1];
		return true;
	}
	return false;
}

static bool try_emoji(const struct split *s, struct place *found)
{
	struct place p;
	struct verdict v;

	if (!s->emoji.n)
		return false;
	p = s->emoji.v[s->emoji.n - 1];
	v = split_judge(s, split_right(s, p));
	if (!v.known || !v.exact || !split_left(s, p).n)
		return false;
	*found = p;
	return true;
}

static bool has_letters(struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (str_is_alpha(s.p[i]) || (unsigned char)s.p[i] >= 0xc3)
			return true;
	return false;
}

/* "Launch the portal DONE" */
static bool try_capitals(const struct split *s, struct place *found)
{
	static const char *const WORDS[] = {"DONE", "WIP", "BLOCKED",
		"DEFERRED", "COMPLETE", "COMPLETED", "CANCELLED", "CANCELED",
		"ACHIEVED", "MISSED", "POSTPONED"};
	struct str left = str_trim(s->line), rest = left;

	while (rest.n && strchr(".!*_", rest.p[rest.n - 1]))
		rest.n--;
	rest = split_last_words(rest, 1);
	for (size_t i = 0; i < COUNT_OF(WORDS); i++)
		if (str_is(rest, WORDS[i]) &&
			has_letters(
				str_sub(left, 0, (size_t)(rest.p - left.p)))) {
			found->at = found->rest = (size_t)(rest.p - s->line.p);
			return true;
		}
	return false;
}

/* "Launch the portal **in progress**" */
static bool try_emphasis(const struct split *s, struct place *found)
{
	struct str all = str_trim(s->line), inner;
	size_t at;

	if (!str_ends(all, "**") || all.n < 6)
		return false;
	inner = str_sub(all, 0, all.n - 2);
	at = str_rfind_char(inner, '*');
	if (at == STR_NONE || at < 2 || all.p[at - 1] != '*' ||
		!str_is_space(all.p[at - 2]) ||
		!has_letters(str_sub(all, 0, at - 1)) ||
		!is_closed(split_judge(s, str_sub(inner, at + 1, inner.n))))
		return false;
	found->at = (size_t)(all.p - s->line.p) + at - 1;
	found->rest = found->at;
	return true;
}

/* "Sign 10 partners ████░░ 70%" */
static bool try_bar(const struct split *s, struct place *found)
{
	struct verdict v;

	if (!s->bar.n || !split_left(s, s->bar.v[0]).n)
		return false;
	v = split_judge(s, split_right(s, s->bar.v[0]));
	*found = s->bar.v[0];
	return v.known && v.exact;
}

static bool find_place(const struct split *s, struct place *found)
{
	return try_bar(s, found) || try_strong(s, found) ||
	       try_bracket(s, found) || try_weak(s, found) ||
	       try_emoji(s, found) || try_dash(s, found) ||
	       try_parenthesis(s, found) || try_colon(s, found) ||
	       try_stop(s, found) || try_comma(s, found) ||
	       try_emphasis(s, found) || try_capitals(s, found);
}

/* --- results in front: "✅ Launch ...", "[DONE] Launch ..." --- */

/* "DONE: launch ...", "WIP - launch ..." */
static bool take_front_word(
	struct str all, struct str *line, struct str *result)
{
	static const char *const WORDS[] = {"DONE", "WIP", "BLOCKED",
		"DEFERRED", "COMPLETE", "COMPLETED", "CANCELLED", "CANCELED"};

	for (size_t i = 0; i < COUNT_OF(WORDS); i++) {
		struct str rest = all;

		if (!str_skip(&rest, WORDS[i]) ||
			(!str_skip(&rest, ": ") && !str_skip(&rest, " - ") &&
				!str_skip(&rest, " \u2013 ")))
			continue;
		*result = str_of(WORDS[i]);
		*line = str_trim(rest);
		return line->n > 0;
	}
	return false;
}

static bool take_front(struct str *line, struct str *result)
{
	struct str s = str_trim(*line), all = s, emoji = emoji_take(&s);
	size_t end;
	struct verdict v;

	if (emoji.n && verdict_of_emoji(emoji) && str_trim(s).n) {
		while (emoji_take(&s).n)
			;
		*result = emoji;
		*line = str_trim(s);
		return true;
	}
	if (take_front_word(all, line, result))
		return true;
	if (!str_starts(all, "[") || all.n < 6)
		return false;
	end = str_find_char(str_sub(all, 0, 60), ']');
	if (end == STR_NONE || end < 3 || end + 2 >= all.n ||
		all.p[end + 1] != ' ')
		return false;
	v = verdict_of(str_sub(all, 1, end));
	if (!v.known || !v.exact)
		return false;
	*result = str_sub(all, 0, end + 1);
	*line = str_trim(str_sub(all, end + 1, all.n));
	return true;
}

/* "**(DONE)**": the mark that opened in front goes, too. */
static struct str close_emphasis(struct str left, struct str right)
{
	struct str open = left;

	if (!str_ends(str_trim(right), "**") || !str_ends(left, "**"))
		return left;
	open.n -= 2;
	return open.n && str_is_space(open.p[open.n - 1]) ? str_trim(open)
							  : left;
}

/* "[DONE]" and "(blocked)" without their brackets. */
static struct str unwrap(struct str s)
{
	char close = s.n && s.p[0] == '[' ? ']' : ')';

	s = str_trim(s);
	if (s.n < 3 || (s.p[0] != '[' && s.p[0] != '(') ||
		s.p[s.n - 1] != close || str_find_char(s, close) != s.n - 1)
		return s;
	return str_trim(str_sub(s, 1, s.n - 1));
}

void result_read(
	struct arena *a, struct str text, struct result *r, struct links *links)
{
	struct str plain = plain_text(a, text, links);
	struct verdict v = verdict_of(plain);
	struct decimal *percent;

	*r = (struct result){.kind = v.kind, .text = ""};
	if (!v.kind)
		return;
	r->text = arena_text(a, unwrap(plain));
	if (v.has_percent) {
		percent = ARENA_NEW(a, struct decimal);
		*percent = v.percent;
		r->percent = percent;
	}
}

struct str result_split(
	struct arena *a, struct str line, struct result *r, struct links *links)
{
	struct split s = {.arena = a, .line = line};
	struct place p;
	struct str front;

	*r = (struct result){.kind = RESULT_NONE, .text = ""};
	split_survey(&s);
	if (find_place(&s, &p)) {
		result_read(a, str_sub(line, p.rest, line.n), r, links);
		return close_emphasis(split_left(&s, p), split_right(&s, p));
	}
	line = str_trim(line);
	if (take_front(&line, &front))
		result_read(a, front, r, links);
	return line;
}
