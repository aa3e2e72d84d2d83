/*
 * Letters and roman numbers that count the points of a list: "a)", "(ii)", and
 * numbers that nothing but a blank parts from their text.
 */
#include "doc_line_p.h"

#include <string.h>

#include "attr.h"
#include "mark_words_p.h"

/* "a. text" inside a list. */
bool line_is_lettered(struct str s)
{
	return s.n > 3 && s.p[0] >= 'a' && s.p[0] <= 'z' &&
	       (s.p[1] == '.' || s.p[1] == ')') && s.p[2] == ' ';
}

/* The value of a roman number of small letters, or 0. */
static int roman_value(struct str s)
{
	static const char *const NUMBERS[] = {"i", "ii", "iii", "iv", "v", "vi",
		"vii", "viii", "ix", "x", "xi", "xii"};

	for (size_t i = 0; i < COUNT_OF(NUMBERS); i++) {
		if (str_iis(s, NUMBERS[i]))
			return (int)i + 1;
	}
	return 0;
}

struct enumerator line_enumerator(struct str s)
{
	struct enumerator e = {0, 0, 0, false};
	bool open = str_skip_char(&s, '(');
	struct str word = {s.p, 0}, digits = s;
	long number;

	if (open && str_take_number(&digits, 99, &number) &&
		str_starts(digits, ") ")) {
		e.letter = (int)number; /* "(1)" */
		e.n = s.n - digits.n + 2;
		return e;
	}

	while (word.n < s.n && word.n < 5 && str_is_alpha(s.p[word.n]))
		word.n++;
	if (!word.n || word.n + 1 >= s.n ||
		(s.p[word.n] != ')' && (open || s.p[word.n] != '.')) ||
		!str_is_space(s.p[word.n + 1]))
		return e;
	e.roman = roman_value(word);
	if (word.n == 1)
		e.letter = str_lower(word.p[0]) - 'a' + 1;
	e.capital = word.p[0] <= 'Z';
	if (e.roman || e.letter)
		e.n = word.n + 1 + open;
	return e;
}

bool enumerator_follows(struct enumerator x, struct enumerator y)
{
	return x.n && y.n && x.capital == y.capital &&
	       ((x.letter && y.letter == x.letter + 1) ||
		       (x.roman && y.roman == x.roman + 1));
}

/* "Objective: text" */
static bool begins_marker(struct str s)
{
	const struct word *w = vocab_word(s);

	return w && !(w->is & PLURAL) &&
	       str_starts(str_sub(s, strlen(w->text), s.n), ": ");
}

struct str line_with_point(struct arena *a, struct str s, long *last)
{
	enum { MOST = 99 };
	struct str rest = s;
	long number;

	if (!s.n || !str_is_digit(s.p[0]) ||
		!str_take_number(&rest, MOST, &number) ||
		!str_skip_char(&rest, ' '))
		return s;
	if (!begins_marker(str_trim_left(rest)) &&
		!(*last && number == *last + 1 && str_starts(rest, " ")))
		return s;
	*last = number;
	return str_of(arena_printf(
		a, "%ld. %.*s", number, STR_ARG(str_trim_left(rest))));
}
