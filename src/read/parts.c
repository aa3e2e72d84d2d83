/*
 * A line, or a cell, that holds several key results: "KR1: a; KR2: b", or
 * "a; b; c" where it is told that they are key results.
 */
#include "parts_p.h"

#include <string.h>

#include "attr.h"

enum { MOST_COUNTED = 20 };

/* "Key results: ", "Key results - " */
static bool is_told(struct str label, const struct mark *mark)
{
	label = str_trim(str_sub(label, 0, mark->rest));
	return str_ends(label, ":") || str_ends(label, "-") ||
	       str_ends(label, "\uff1a");
}

/* "12,5 mio. kr.": a currency behind a number. */
static bool is_money(struct str before, struct str word)
{
	if (!str_starts(word, "kr"))
		return false;
	before = str_trim(before);
	return str_iends(before, "mio.") || str_iends(before, "mrd.") ||
	       str_iends(before, "mill.") || str_iends(before, "tkr.") ||
	       (before.n && str_is_digit(before.p[before.n - 1]));
}

/* "KR: First KR: Second": a label as the line begins with, which no sign has to
 * part from what is before it. */
static bool is_again(struct str line, struct str rest, const struct mark *mark)
{
	struct str label = str_trim(str_sub(rest, 0, mark->rest));
	struct str word = str_trim_end(label, ":0123456789. ");

	return word.n && str_ends(label, ":") &&
	       str_eq(str_sub(line, 0, word.n), word) &&
	       str_find_char(str_sub(line, word.n, label.n + 1), ':') !=
		       STR_NONE;
}

size_t parts_next(struct piece p, bool label, size_t *end)
{
	static const char *const SIGNS[] = {"\u2192", "->", "=>", "\u2014",
		"\u2013", "|", ";", ",", ".", "(", " /", " -", "\uff1b",
		"\u3001", "\uff0f", "\uff0c", "\u3002", "\u00b7", "\u2022"};
	enum { LOOK = 160 };

	for (size_t i = 1; i < p.s.n; i++) {
		struct str rest = str_sub(p.s, i, p.s.n), title;
		const struct word *w;
		struct mark mark;
		bool sign = false;

		if (str_is_alnum(p.s.p[i - 1]))
			continue;
		w = vocab_word(rest);
		if (!w || w->kind != WORD_KEY_RESULT || (w->is & NUMBERED))
			continue;
		title = str_trim_right(str_sub(p.s, 0, i));
		if (is_money(title, rest))
			continue;
		for (size_t k = 0; k < COUNT_OF(SIGNS) && !sign; k++) {
			sign = str_ends(title, SIGNS[k]);
			if (sign)
				title.n -= strlen(SIGNS[k]);
		}
		mark = piece_mark((struct piece){p.b, str_sub(rest, 0, LOOK)});
		if (mark.kind == MARK_KR_LABEL
				? !label || !is_told(rest, &mark)
				: mark.kind != MARK_KEY_RESULT ||
					  (!sign &&
						  !is_again(p.s, rest, &mark)))
			continue;
		title = str_trim(title);
		if (!title.n || !str_trim(str_sub(rest, mark.rest, rest.n)).n)
			continue;
		*end = title.n;
		return i;
	}
	return STR_NONE;
}

/* How far s is in brackets behind its first byte: up or down. */
static int depth(char c)
{
	return c == '(' || c == '[' ? 1 : c == ')' || c == ']' ? -1 : 0;
}

bool parts_take(struct str *s, const char *sign, struct str *part)
{
	size_t n = strlen(sign);
	int inside = 0;

	if (!s->n)
		return false;
	for (size_t i = 0; i + n <= s->n; i++) {
		inside += depth(s->p[i]);
		if (inside > 0 || memcmp(s->p + i, sign, n))
			continue;
		*part = str_sub(*s, 0, i);
		*s = str_sub(*s, i + n, s->n);
		return true;
	}
	*part = *s;
	*s = str_sub(*s, s->n, s->n);
	return true;
}

/* "-30 % steps", "< 2 s to load": a number is what it begins with, or is
 * compared with. */
static bool is_amount(struct str s)
{
	static const char *const SIGNS[] = {
		"\u2265", "\u2264", "<", ">", "=", "\u2212"};

	s = str_trim(s);
	if (!str_has_digit(s) || str_words(s) < 2)
		return false;
	if (str_is_digit(s.p[0]) || strchr("+-$~", s.p[0]))
		return true;
	for (size_t i = 0; i < COUNT_OF(SIGNS); i++) {
		if (str_find(s, str_of(SIGNS[i])) != STR_NONE)
			return true;
	}
	return false;
}

/* "cut waste by 4 %, sell 90 rolls, open 3 shops": where each part has a
 * number and words of its own, commas part them as semicolons do. */
static bool parts_by_commas(struct str s)
{
	enum { LEAST = 3, WORDS = 3 };
	struct str part;
	bool worded = true, amounts = true;
	size_t n = 0;

	for (; parts_take(&s, ", ", &part); n++) {
		worded = worded && str_has_digit(part) &&
			 str_words(part) >= WORDS;
		amounts = amounts && is_amount(part);
	}
	return (worded || amounts) && n >= LEAST;
}

/* Does it part s into at least two, with a number each unless it is known that
 * there are many? */
static bool is_sign(struct str s, const char *sign, bool many)
{
	struct str part;
	size_t n = 0;

	while (parts_take(&s, sign, &part)) {
		if (!str_trim(part).n && !s.n)
			break; /* behind the last one */
		if (!str_trim(part).n || (!many && !str_has_digit(part)))
			return false;
		n++;
	}
	return n > 1;
}

const char *parts_sign(struct str s, bool many)
{
	static const char *const SIGNS[] = {
		" \u00b7 ", " \u2022 ", "\uff1b", ";"};

	for (size_t i = 0; i < COUNT_OF(SIGNS); i++) {
		if (is_sign(s, SIGNS[i], many))
			return SIGNS[i];
	}
	return many && parts_by_commas(s) ? ", " : NULL;
}

/* "(2) ", "2) ", "b) ": the n-th sign of a count at the beginning of s; its
 * length, or 0. */
static size_t count_length(struct str s, bool letters, long n)
{
	struct str t = s;
	long value;

	str_skip_char(&t, '(');
	if (letters) {
		if (!str_skip_char(&t, (char)('a' + n - 1)))
			return 0;
	} else if (!str_take_number(&t, MOST_COUNTED, &value) || value != n) {
		return 0;
	}
	return str_skip_char(&t, ')') && str_skip_char(&t, ' ')
		       ? (size_t)(t.p - s.p)
		       : 0;
}

/* Where the n-th sign stands in s, STR_NONE: nowhere. */
static size_t find_count(struct str s, bool letters, long n)
{
	for (size_t i = 1; i < s.n; i++) {
		if (s.p[i - 1] == ' ' &&
			count_length(str_sub(s, i, s.n), letters, n))
			return i;
	}
	return STR_NONE;
}

bool parts_are_counted(struct str s)
{
	for (int letters = 0; letters < 2; letters++) {
		if (count_length(s, letters, 1) &&
			find_count(s, letters, 2) != STR_NONE)
			return true;
	}
	return false;
}

bool parts_take_counted(struct str *s, long n, struct str *part)
{
	bool letters = count_length(*s, true, n) > 0;
	size_t from = count_length(*s, letters, n), next;

	if (!from || n >= MOST_COUNTED)
		return false;
	next = find_count(*s, letters, n + 1);
	*part = str_trim_end(str_trim(str_sub(*s, from, next)), ";,");
	*s = next == STR_NONE ? STR("") : str_sub(*s, next, s->n);
	return true;
}
