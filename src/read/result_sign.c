/*
 * Results that need no mark before them: a sign, words in capitals, or what is
 * emphasised at the end of a sentence.
 */
#include "result_p.h"

#include "quantity.h"
#include "words.h"

static bool is_capitals(struct str word)
{
	for (size_t i = 0; i < word.n; i++) {
		if ((word.p[i] < 'A' || word.p[i] > 'Z') &&
			!str_is_digit(word.p[i]))
			return false;
	}
	return word.n > 1 && !str_is_digit(word.p[0]);
}

/* One word says it where few others are written in capitals. */
bool split_is_loud(struct str word)
{
	static const char *const WORDS[] = {"DONE", "WIP", "BLOCKED",
		"DEFERRED", "COMPLETE", "COMPLETED", "CANCELLED", "CANCELED",
		"ACHIEVED", "MISSED", "POSTPONED", "FINISHED", "ONGOING",
		"DROPPED"};

	for (size_t i = 0; i < COUNT_OF(WORDS); i++) {
		if (str_is(word, WORDS[i]))
			return true;
	}
	return false;
}

bool split_are_capitals(struct str words)
{
	while (words.n) {
		struct str last = split_last_words(words, 1);

		if (!is_capitals(last))
			return false;
		words = str_trim(str_sub(words, 0, (size_t)(last.p - words.p)));
	}
	return true;
}

/* "<tick> $14.2M", "<cross> 2 hired": a sign and how much it was. */
static bool is_sign_with_sum(const struct split *s, struct str right)
{
	const struct quantity *q;
	struct str last;

	while (emoji_take(&right).n)
		right = str_trim(right);
	q = quantity_take(s->arena, &right);
	if (!q || !q->has_value)
		return false;
	last = split_last_words(right, 1);
	return last.n == str_trim(right).n;
}

/* The same in brackets, or where the sign says how it ended. */
bool split_is_marked(const struct split *s, struct str right)
{
	static const char *const CLOSE = ")]!. ";
	struct str sign;

	right = str_trim(right);
	if (right.n && strchr("([", right.p[0]))
		right = str_trim(str_sub(right, 1, right.n));
	right = str_trim_end(right, CLOSE);
	sign = right;
	if (verdict_of_emoji(sign) == RESULT_NONE || !emoji_take(&sign).n)
		return false;
	return str_trim(sign).n && is_sign_with_sum(s, right);
}

bool split_is_ending(struct str s)
{
	static const char *const WORDS[] = {"done", "complete", "completed",
		"finished", "achieved", "cancelled", "canceled", "dropped",
		"deferred", "postponed", "on hold", "blocked", "wip",
		"in progress", "work in progress", "ongoing", "not started",
		"not yet started", "missed", "not achieved", "not met",
		"reached", "not reached", "not done", "not yet done",
		"partially done", "partially achieved", "mostly done",
		"erledigt", "fertig", "abgeschlossen", "umgesetzt", "erreicht",
		"nicht erreicht", "gestrichen", "verschoben", "blockiert",
		"termin\u00e9", "termin\u00e9e", "r\u00e9alis\u00e9",
		"r\u00e9alis\u00e9e", "non atteint", "abandonn\u00e9",
		"abandonn\u00e9e", "bloqu\u00e9", "report\u00e9", "en cours",
		"hecho", "en curso", "cumplido", "completado", "cancelado",
		"cancelada", "bloqueado", "aplazado", "conclu\u00eddo",
		"conclu\u00edda", "feito", "em andamento", "adiado", "fatto",
		"completato", "annullato", "in corso", "afgerond", "klaar",
		"geannuleerd", "klart", "gotowe", "hotovo"};

	for (size_t i = 0; i < COUNT_OF(WORDS); i++) {
		if (str_iis(s, WORDS[i]))
			return true;
	}
	return false;
}

/* "brought in in May, done": what came of it, and no list of kinds. */
static bool is_told_in_words(struct str value, struct str end)
{
	return str_words(value) > 2 && str_find_char(value, ',') == STR_NONE &&
	       !split_is_choice(value) && split_is_ending(end);
}

bool split_is_told(const struct split *s, struct str right)
{
	static const char *const SEPS[] = {
		", ", " - ", " \u2013 ", " \u2014 ", "; "};
	struct str value, end;
	struct verdict v;

	right = str_trim(right);
	if (right.n < 3 || !strchr("([", right.p[0]) ||
		str_find_char(right, right.p[0] == '(' ? ')' : ']') !=
			right.n - 1)
		return false;
	right = str_sub(right, 1, right.n - 1);
	if (key_begins_told(right))
		return true;
	for (size_t i = 0; i < COUNT_OF(SEPS); i++) {
		size_t at = str_find(right, str_of(SEPS[i]));

		if (at == STR_NONE)
			continue;
		value = str_trim(str_sub(right, 0, at));
		end = str_trim(str_sub(right, at + strlen(SEPS[i]), right.n));
		v = split_judge(s, end);
		if (i == 0 && is_told_in_words(value, end))
			return true;
		return value.n && strchr("0123456789$~", value.p[0]) &&
		       is_sign_with_sum(s, value) && !str_has_digit(end) &&
		       v.kind != RESULT_PERCENT && split_is_closed(v);
	}
	return false;
}

/* "0 regressions a week <tick> in production": a few words behind the tick. */
static bool is_tick_with_remark(
	const struct split *s, struct place p, struct verdict v)
{
	enum { FEW = 48, SENTENCE = 12 };

	return v.kind == RESULT_DONE && split_right(s, p).n <= FEW &&
	       split_left(s, p).n >= SENTENCE;
}

static bool has_letters(struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (str_is_alpha(s.p[i]) || (unsigned char)s.p[i] >= 0xc3)
			return true;
	return false;
}

/* "<tick> On track": how it goes, and no result. */
static bool is_belief(const struct split *s, struct str right, struct verdict v)
{
	const char *words;

	return v.kind == RESULT_WIP &&
	       health_read(s->arena, right, &words) != HEALTH_NONE &&
	       health_read(s->arena, str_of(words), NULL) != HEALTH_NONE;
}

/* "In Spain <tick> and Portugal <cross>": each of its own part. */
static bool is_of_part(const struct split *s, struct place last)
{
	struct str sign = str_sub(s->line, last.at, s->line.n), first;

	if (s->emoji.n < 2)
		return false;
	first = str_sub(s->line, s->emoji.v[s->emoji.n - 2].at, last.at);
	if (verdict_of_emoji(first) == verdict_of_emoji(sign))
		return false;
	emoji_take(&first);
	return has_letters(first);
}

/* "Open the shop - done <tick>": a word in front of the sign says the same. */
static struct place with_word(
	const struct split *s, struct place sign, struct verdict v)
{
	static const char *const SEPS[] = {
		" - ", " \u2013 ", " \u2014 ", ", ", ": "};
	enum { LONGEST = 40 };
	struct str left = split_left(s, sign), word;
	size_t at = left.n > LONGEST ? left.n - LONGEST : 1;

	for (; at < left.n; at++) {
		struct str rest = str_sub(left, at, left.n);
		size_t i = 0;

		while (i < COUNT_OF(SEPS) && !str_skip(&rest, SEPS[i]))
			i++;
		word = str_trim(str_trim_end(rest, ":.! "));
		if (i == COUNT_OF(SEPS) || !split_is_ending(word) ||
			verdict_of(word).kind != v.kind)
			continue;
		return (struct place){at, left.n - rest.n};
	}
	return sign;
}

bool split_try_emoji(const struct split *s, struct place *found)
{
	struct place p;
	struct str right;
	struct verdict v;

	if (!s->emoji.n)
		return false;
	p = s->emoji.v[s->emoji.n - 1];
	right = split_right(s, p);
	v = split_judge(s, right);
	if (!v.known || !split_left(s, p).n || is_belief(s, right, v) ||
		is_of_part(s, p) ||
		(!v.exact && !is_sign_with_sum(s, right) &&
			!is_tick_with_remark(s, p, v)))
		return false;
	/* "coverage of 80% <lamp> 70%": where it stands */
	if (v.kind == RESULT_PERCENT && !v.sure &&
		str_find_char(right, '%') != STR_NONE &&
		!share_is_usual(s, p) && !split_is_marked(s, right))
		return false;
	*found = with_word(s, p, v);
	return true;
}

/* "not DONE", "mostly DONE": the word in front changes it. */
static bool is_turned(
	const struct split *s, struct str words, struct verdict last)
{
	struct verdict all = split_judge(s, words);

	return all.known && all.kind != last.kind;
}

/* "Launch the portal DONE", "... NOT ACHIEVED", "... DEFERRED TO Q3": the most
 * words in capitals at the end that say it. */
bool split_try_capitals(const struct split *s, struct place *found)
{
	enum { MOST = 4 };
	struct str all = str_trim(s->line), rest;
	struct verdict v;

	while (all.n && strchr(".!*_", all.p[all.n - 1]))
		all.n--;
	for (int n = MOST; n > 0; n--) {
		rest = split_last_words(all, n);
		if (!split_are_capitals(rest) ||
			(n == 1 && !split_is_loud(rest)) ||
			!has_letters(str_sub(all, 0, (size_t)(rest.p - all.p))))
			continue;
		v = split_judge(s, rest);
		if (!v.known || !v.exact || v.kind == RESULT_PERCENT ||
			is_turned(s, split_last_words(all, n + 1), v))
			continue;
		found->at = found->rest = (size_t)(rest.p - s->line.p);
		return true;
	}
	return false;
}

static bool is_emphatic(
	const struct split *s, struct str left, struct str right)
{
	struct verdict v = split_judge_loose(s, right);

	/* "from **6/10** to **8/10**" */
	if (v.kind == RESULT_PERCENT && share_leads_on(left))
		return false;
	return split_is_closed(v) || (v.kind == RESULT_PERCENT && v.exact &&
					     share_is_progress(s, left, v));
}

/* "Launch the portal **in progress**" */
bool split_try_emphasis(const struct split *s, struct place *found)
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
		!is_emphatic(s, str_trim(str_sub(all, 0, at - 1)),
			str_sub(inner, at + 1, inner.n)))
		return false;
	found->at = (size_t)(all.p - s->line.p) + at - 1;
	found->rest = found->at;
	return true;
}

bool split_is_series(struct str s)
{
	static const char *const LAST[] = {" and ", " or ", " und ", " oder ",
		" et ", " ou ", " y ", " o ", " e ", " en ", " of ", " och ",
		" og "};
	enum { FEWEST = 2, MOST_WORDS = 2 };
	size_t parts = 0;
	struct str part;

	while (str_take_until(&s, ',', &part)) {
		if (s.n) {
			parts++;
			if (str_has_digit(part) || str_words(part) > MOST_WORDS)
				return false;
			continue;
		}
		for (size_t i = 0; i < COUNT_OF(LAST); i++) {
			struct str sign = str_of(LAST[i]);
			size_t at = str_ifind(part, sign);

			if (at != STR_NONE && str_words(part) <= 2 * MOST_WORDS)
				return parts + (at > 0) >= FEWEST;
		}
	}
	return false;
}
