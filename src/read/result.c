/*
 * Where a written result begins.  One pass over the line notes the places
 * that could part sentence and result; then the most telling kind of place
 * whose rest is a result wins.
 */
#include "result_p.h"

#include "attr.h"
#include "plain.h"
#include "quantity.h"
#include "words.h"

#define WIDE_OPEN "\uff08"
#define WIDE_CLOSE "\uff09"
#define BLOCK "\xe2\x96"

/* --- the kinds of places --- */

/* A bare address: where it is written, and no result. */
static bool is_address(struct str s)
{
	s = str_trim(s);
	if (str_is(s, "[]")) /* the address is gone already */
		return true;
	while (str_skip_char(&s, '[') || str_skip_char(&s, '<'))
		;
	return str_find_char(s, ' ') == STR_NONE &&
	       (str_istarts(s, "http://") || str_istarts(s, "https://"));
}

static bool try_strong(const struct split *s, struct place *found)
{
	const struct place *first = NULL;

	for (size_t i = s->strong.n; i-- > 0;) {
		struct place p = s->strong.v[i];
		struct verdict v = split_judge(s, split_right(s, p));

		if (!v.kind || !split_left(s, p).n ||
			is_address(split_right(s, p)) ||
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
	if (!((v.known && v.exact) ||
		    (v.kind && split_tells_so_far(split_right(s, p)))) ||
		!split_left(s, p).n || split_is_in_sentence(s, p))
		return false;
	*found = p;
	return true;
}

bool split_is_closed(struct verdict v)
{
	return v.known && v.exact && (v.kind != RESULT_PERCENT || v.sure);
}

/* "text | Underway | 19%": the word in front of the share tells how it is. */
static bool is_led_by_word(const struct split *s, size_t i)
{
	struct str word;
	struct verdict v;

	if (!i)
		return false;
	word = str_trim(
		str_sub(s->line, s->dash.v[i - 1].rest, s->dash.v[i].at));
	if (str_has_digit(word))
		return false;
	v = split_judge(s, word);
	return v.known && v.exact && v.kind != RESULT_NOTE &&
	       split_left(s, s->dash.v[i - 1]).n;
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
			share_is_range(split_left(s, p), split_right(s, p)))
			continue;
		if (v.kind == RESULT_PERCENT && share_is_behind_reading(s, i)) {
			*found = p;
			return true;
		}
		if (split_is_in_sentence(s, p))
			continue;
		if (v.kind == RESULT_PERCENT && is_led_by_word(s, i)) {
			*found = s->dash.v[i - 1];
			return true;
		}
		if (v.kind == RESULT_PERCENT && !v.sure &&
			(!share_is_progress(s, split_left(s, p), v) ||
				share_is_further(s, split_left(s, p),
					split_right(s, p))))
			continue;
		if (v.kind == RESULT_PERCENT &&
			share_is_of_day(s, split_left(s, p), split_right(s, p)))
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
		struct str rest = str_sub(s, i, s.n);

		depth += c == '[' || c == '(' || str_starts(rest, WIDE_OPEN);
		if (str_starts(rest, BLOCK)) { /* of a bar */
			i += 2;
			continue;
		}
		if (c == ']' || c == ')' || str_starts(rest, WIDE_CLOSE)) {
			i += c != ']' && c != ')' ? 2 : 0;
			depth -= depth > 0;
		} else if (!depth && c && !strchr(" \t.,;*_-", c))
			return false;
	}
	return true;
}

/* "[waiting for the permit]", whatever for */
static bool is_blocked(struct str s, struct verdict v)
{
	return v.known && v.kind == RESULT_BLOCKED && str_starts(s, "[") &&
	       !str_has_digit(s);
}

/* "[DONE - one segment] [Carried forward ...]", "[33%](url)" */
static bool try_bracket(const struct split *s, struct place *found)
{
	for (size_t i = 0; i < s->bracket.n; i++) {
		struct place p = s->bracket.v[i];
		struct str rest = split_right(s, p);
		struct verdict v;

		if (!is_only_marks(rest) || share_leads_on(split_left(s, p)))
			continue;
		v = split_judge_loose(s, rest);
		if (!split_is_told(s, rest) && !is_blocked(rest, v) &&
			(!v.known || !v.exact ||
				share_is_between(s, split_left(s, p), v) ||
				share_is_of_day(s, split_left(s, p), rest)))
			continue;
		*found = p;
		return true;
	}
	return false;
}

/* "50 asked (100%), 0 hired (0%)": neither is the whole's. */
static bool is_one_of_shares(const struct split *s, struct place last)
{
	for (size_t i = 0; i + 1 < s->open.n; i++) {
		struct str inner =
			str_sub(s->line, s->open.v[i].at + 1, last.at);
		size_t end = str_find_char(inner, ')');

		if (end != STR_NONE && end > 1 && inner.p[end - 1] == '%' &&
			str_is_digit(inner.p[0]))
			return true;
	}
	return false;
}

static bool try_parenthesis(const struct split *s, struct place *found)
{
	struct place p;

	if (!s->open.n)
		return false;
	p = s->open.v[s->open.n - 1];
	if (!is_only_marks(split_right(s, p)) || !split_left(s, p).n ||
		is_one_of_shares(s, p) || share_is_actual(s, p) ||
		split_is_choice(split_right(s, p)) ||
		(p.at > 0 && s->line.p[p.at - 1] == ']') ||
		(!split_is_closed(split_judge_loose(s, split_right(s, p))) &&
			!share_is_bare(s, p) && !share_is_noted(s, p) &&
			!share_is_told(s, p) &&
			!split_is_marked(s, split_right(s, p)) &&
			!split_is_told(s, split_right(s, p))))
		return false;
	*found = p;
	return true;
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

/* "done 60 %" in Chinese, where the sentence's verb is not known */
static bool is_done_far(struct str s)
{
	return str_starts(s, "\u5b8c\u6210") ||
	       str_starts(s, "\u5df2\u5b8c\u6210");
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
	if (left.n > 1 && left.p[left.n - 1] == '.' &&
		str_is_digit(left.p[left.n - 2])) /* "Stand 12.11.: 63 %" */
		return false;
	v = split_judge(s, without_link(split_right(s, p)));
	if ((key_is_result(left) && v.known) ||
		key_tells_in_words(left, split_right(s, p))) {
		word = key_before(left);
		if (word.p == left.p)
			return false;
		p.at = (size_t)(word.p - s->line.p);
		*found = p;
		return true;
	}
	if (!split_is_closed(v) && !(v.kind == RESULT_PERCENT && v.exact))
		return false;
	if (!left.n || split_is_series(split_right(s, p)) ||
		(v.kind == RESULT_PERCENT && !is_done_far(split_right(s, p)) &&
			!share_is_of_task(s, left) &&
			!share_is_of_target(s, left, split_right(s, p)) &&
			!share_is_of_each(s, left, split_right(s, p))))
		return false;
	*found = p;
	return true;
}

/* "Achieved; the largest gives 17 %", "Blocked by the board. We ask again.":
 * how it ended in a word, behind a sentence, and more about it. */
static bool is_told_first(
	const struct split *s, struct place p, struct verdict v)
{
	return v.kind != RESULT_PERCENT && v.kind != RESULT_NOTE &&
	       !split_is_series(split_right(s, p)) &&
	       str_words(split_left(s, p)) > 1;
}

static bool try_stop(const struct split *s, struct place *found)
{
	enum { LONGEST = 80 };
	struct place p;
	struct verdict v;

	if (!s->stop.n)
		return false;
	p = s->stop.v[s->stop.n - 1];
	v = split_judge_loose(s, split_right(s, p));
	/* "Map the sources. 50%" */
	if (v.kind == RESULT_PERCENT && v.exact && split_right(s, p).n < 6 &&
		str_find_char(split_right(s, p), '%') != STR_NONE &&
		share_is_progress(s, split_left(s, p), v)) {
		*found = p;
		return true;
	}
	for (size_t i = s->stop.n; i-- > 0;) {
		p = s->stop.v[i];
		v = split_judge_loose(s, split_right(s, p));
		if (!split_is_closed(v) || split_right(s, p).n > LONGEST ||
			(i + 1 < s->stop.n && !is_told_first(s, p, v)))
			continue;
		*found = p;
		return true;
	}
	return false;
}

/* "moved to Q3", and no more. */
static bool is_put_off(const struct split *s, struct str right)
{
	enum { LONGEST = 28 };
	struct verdict v = split_judge(s, right);

	return v.kind == RESULT_DEFERRED && v.exact && right.n <= LONGEST;
}

/* The stop of "Open the hall. **0%**, moved to May", else the comma. */
static struct place before_share(const struct split *s, struct place comma)
{
	struct place stop;
	struct str share;
	struct decimal d;

	if (!s->stop.n)
		return comma;
	stop = s->stop.v[s->stop.n - 1];
	share = split_right(s, stop);
	while (share.n && strchr("*_ ", share.p[0]))
		share = str_sub(share, 1, share.n);
	if (!decimal_take(&share, &d) || !str_skip_char(&share, '%'))
		return comma;
	while (share.n && strchr("*_ ", share.p[0]))
		share = str_sub(share, 1, share.n);
	return str_starts(share, ",") ? stop : comma;
}

/* "missed (127)": the word, whose sum is read later. */
static struct str without_bracket(struct str s)
{
	enum { LONGEST = 40 };
	size_t open = str_find(s, STR(" ("));

	return open != STR_NONE && str_ends(s, ")") && s.n - open <= LONGEST
		       ? str_sub(s, 0, open)
		       : s;
}

/* "Permit received, done": few words, since commas part lists as well. */
static bool try_comma(const struct split *s, struct place *found)
{
	struct str right;

	if (!s->comma.n)
		return false;
	if (share_is_told(s, s->comma.v[s->comma.n - 1])) {
		*found = s->comma.v[s->comma.n - 1];
		return true;
	}
	right = split_right(s, s->comma.v[s->comma.n - 1]);
	if (is_put_off(s, right)) {
		*found = before_share(s, s->comma.v[s->comma.n - 1]);
		return true;
	}
	if (!split_is_ending(without_bracket(str_trim_end(right, ".!*_"))))
		return false;
	*found = s->comma.v[s->comma.n - 1];
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

static bool find_place(
	const struct split *s, struct place *found, enum result_place *where)
{
	static const struct {
		bool (*is)(const struct split *s, struct place *found);
		enum result_place where;
	} TRIES[] = {
		{try_bar, RESULT_AT_END},
		{try_strong, RESULT_AT_ARROW},
		{try_bracket, RESULT_AT_BRACKET},
		{try_weak, RESULT_AT_THIN},
		{split_try_emoji, RESULT_AT_END},
		{try_dash, RESULT_AT_DASH},
		{try_parenthesis, RESULT_AT_BRACKET},
		{try_colon, RESULT_AT_COLON},
		{try_stop, RESULT_AT_STOP},
		{try_comma, RESULT_AT_STOP},
		{split_try_emphasis, RESULT_AT_END},
		{split_try_capitals, RESULT_AT_END},
	};

	for (size_t i = 0; i < COUNT_OF(TRIES); i++) {
		*where = TRIES[i].where;
		if (TRIES[i].is(s, found))
			return true;
	}
	return false;
}

/* "... Data 100%" */
static bool find_end(const struct split *s, struct place *found)
{
	struct str all = str_trim(s->line), last;

	if (!str_ends(all, "%"))
		return false;
	last = split_last_words(all, 1);
	if (last.n == 1)
		last = split_last_words(all, 2);
	found->at = found->rest = (size_t)(last.p - s->line.p);
	all = split_left(s, *found);
	return str_is_digit(last.p[0]) && all.n && !share_leads_on(all) &&
	       !strchr(":-,;(+<>=~$", all.p[all.n - 1]);
}

/* "Print the map = > 88%", where others say "=> 66%". */
static bool find_torn_arrow(const struct split *s, struct place *found)
{
	static const struct str TORN = {" = > ", 5};
	size_t at = str_find(s->line, TORN);

	if (at == STR_NONE || !at)
		return false;
	found->at = at;
	found->rest = at + TORN.n;
	return split_judge(s, split_right(s, *found)).exact;
}

static bool find_usual(const struct split *s, const struct result_habit *habit,
	struct place *found)
{
	enum { SOME = 2 };
	const struct {
		const struct places *all;
		enum result_place where;
	} PLACES[] = {
		{&s->dash, RESULT_AT_DASH},
		{&s->open, RESULT_AT_BRACKET},
		{&s->colon, RESULT_AT_COLON},
		{&s->stop, RESULT_AT_STOP},
	};
	size_t n = 0;

	if (habit->n[RESULT_AT_ARROW] >= SOME && find_torn_arrow(s, found))
		return true;
	for (size_t i = 0; i < COUNT_OF(PLACES); i++) {
		const struct places *all = PLACES[i].all;

		n += habit->n[PLACES[i].where];
		if (!all->n || habit->n[PLACES[i].where] < SOME)
			continue;
		*found = all->v[all->n - 1];
		if (share_is_usual(s, *found))
			return true;
	}
	return n + habit->n[RESULT_AT_END] > SOME && find_end(s, found) &&
	       share_is_usual(s, *found);
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

/* "Launch the portal; done", "... - <tick>": the mark that parted them. */
static struct str without_stop(struct str left)
{
	static const char *const STOPS[] = {";", ",", "\uff0c", "\uff1b", " -",
		" \u2013", " \u2014", " |", " \u00b7", ":", "\uff1a", " \u2192",
		" ->", " //"};

	for (size_t i = 0; i < COUNT_OF(STOPS); i++) {
		if (str_ends(left, STOPS[i]))
			return str_trim(
				str_sub(left, 0, left.n - strlen(STOPS[i])));
	}
	return left;
}

/* "[DONE]" and "(blocked)" without their brackets. */
static struct str unwrap(struct str s)
{
	char close = s.n && s.p[0] == '[' ? ']' : ')';

	s = str_trim(s);
	if (str_starts(s, WIDE_OPEN) && str_ends(s, WIDE_CLOSE))
		return str_trim(str_sub(
			s, strlen(WIDE_OPEN), s.n - strlen(WIDE_CLOSE)));
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
		r->share = str_starts(plain, BLOCK); /* of a bar */
	}
}

struct str result_split(struct arena *a, struct str line, struct result *r,
	struct links *links, struct result_habit *habit)
{
	struct split s = {.arena = a, .line = line};
	enum result_place where;
	struct place p;
	struct str front, box;

	*r = (struct result){.kind = RESULT_NONE, .text = ""};
	split_survey(&s);
	if (find_place(&s, &p, &where)) {
		result_read(a, str_sub(line, p.rest, line.n), r, links);
		front = close_emphasis(split_left(&s, p), split_right(&s, p));
		(void)verdict_take_box(&front, &box); /* told twice */
		if (str_ends(front, " \u2192") || str_ends(front, " ->"))
			where = RESULT_AT_THIN;
		else if (where == RESULT_AT_END && str_ends(front, ":"))
			where = RESULT_AT_COLON; /* "4 rooms: **90%**" */
		if (habit && r->kind != RESULT_NOTE)
			habit->n[where]++;
		return without_stop(front);
	}
	line = str_trim(line);
	if (result_take_front(&line, &front))
		result_read(a, front, r, links);
	return line;
}

struct str result_split_usual(struct arena *a, struct str line,
	struct result *r, const struct result_habit *habit)
{
	struct split s = {.arena = a, .line = line};
	struct place p;

	*r = (struct result){.kind = RESULT_NONE, .text = ""};
	split_survey(&s);
	if (!find_usual(&s, habit, &p))
		return line;
	result_read(a, str_sub(line, p.rest, line.n), r, NULL);
	return split_left(&s, p);
}
