/*
 * Marks in front of a line: "Objective RE1: ...", "KR2.1 ...", "Big aim: ...".
 */
#include "rows_p.h"

#include "attr.h"
#include "mark_number_p.h"
#include "mark_words_p.h"

enum { LONGEST_LABEL = 50 };

/* What the tables of words say of the line. */
static bool take_mark(struct row *row)
{
	static const unsigned char PLAIN[ROW_LONGEST] = {0};
	struct mark mark;

	if (row->text.n > ROW_LONGEST)
		return false;
	mark = mark_read(row->text, PLAIN, row->heading ? MARK_HEADING : 0);
	if (mark.kind != MARK_KEY_RESULT || mark.rest >= row->text.n)
		return false;
	row->mark = ROW_KEY_RESULT;
	row->body = str_trim(str_sub(row->text, mark.rest, row->text.n));
	if (mark.number.n && str_is_digit(mark.number.p[0]))
		row->number = mark.number;
	return true;
}

/* "Key Result RE1.2 - text", "Objective 2: text", "Goal A. text" */
static bool take_word(struct row *row)
{
	struct str s = row->text, code, number;
	const struct word *word = vocab_word(s);
	bool numbered;

	if (!word)
		return false;
	s = str_sub(s, strlen(word->text), s.n);
	code = str_trim_left(s);
	numbered = mark_code(&code, &number);
	if (numbered)
		s = code;
	else
		numbered = mark_number(&s, &number);
	if (!mark_take_sep(&s) && !numbered)
		return false;
	if (row->field && word->kind == WORD_KEY_RESULT && !numbered)
		return false; /* "Result: 95 %" */
	s = str_trim(s);
	if (!s.n)
		return false;
	row->mark =
		word->kind == WORD_KEY_RESULT ? ROW_KEY_RESULT : ROW_OBJECTIVE;
	row->body = s;
	if (numbered && str_is_digit(number.p[0]))
		row->number = number;
	row->named = row->mark == ROW_OBJECTIVE && strlen(word->text) > 1;
	row->numbered = numbered && row->named;
	return true;
}

/* "C1. text", "KR2.1 text", "O3 - text" */
static bool take_code(struct row *row)
{
	static const char *const TIMES[] = {"Q", "H", "FY", "CY", "P", "W",
		"CW", "KW", "T", "S", "V", NULL};
	struct str s = row->text, letters, rest;
	size_t n = 0, dots = 0;
	bool key_result, sep;

	while (n < s.n && n < 4 && char_is_upper(s.p[n]))
		n++;
	letters = str_sub(s, 0, n);
	if (!n || n >= s.n || !str_is_digit(s.p[n]))
		return false;
	while (n < s.n &&
		(str_is_digit(s.p[n]) || (strchr(".-", s.p[n]) && n + 1 < s.n &&
						 str_is_digit(s.p[n + 1])))) {
		dots += !str_is_digit(s.p[n]);
		n++;
	}
	rest = str_sub(s, n, s.n);
	sep = mark_take_sep(&rest);
	if (!sep && str_starts(rest, "."))
		sep = str_skip_char(&rest, '.');
	key_result = str_iis(letters, "KR");
	if ((!sep && !key_result && !dots && !str_is(letters, "O")) ||
		(!dots && str_is_listed(letters, TIMES)))
		return false;
	if (!sep && !str_starts(rest, " "))
		return false;
	row->body = str_trim(rest);
	if (key_result)
		row->number = str_sub(s, letters.n, n);
	row->mark = key_result ? ROW_KEY_RESULT
		    : dots     ? ROW_SUB_NUMBER
			       : ROW_NUMBER;
	return row->body.n > 0;
}

/* "Big aim", "Company objective", "Outcome 1": by its last word, without a
 * number; "objective owner" is none. */
static bool names_goal(struct str name)
{
	static const char *const WORDS[] = {"objective", "goal", "aim",
		"outcome", "ambition", "priority", "okr", "ziel", "objectif",
		"objetivo", "obiettivo", "doel", "meta", "m\u00e5l", "cel",
		"c\u00edl", "tavoite", "hedef", NULL};
	size_t blank = str_rfind_char(name, ' ');
	struct str rest, number;

	if (blank != STR_NONE) {
		rest = str_sub(name, blank, name.n);
		if (mark_number(&rest, &number) && !rest.n)
			name = str_sub(name, 0, blank);
	}
	blank = str_rfind_char(name, ' ');
	return str_is_listed(
		str_sub(name, blank == STR_NONE ? 0 : blank + 1, name.n),
		WORDS);
}

/* "Big aim: ...", "Company objective: ...", "Outcome 1: ..." */
static bool take_label(struct row *row)
{
	struct str s = row->text, name;
	size_t colon = str_find_char(s, ':');

	if (colon == STR_NONE || colon > LONGEST_LABEL)
		return false;
	name = str_trim(str_sub(s, 0, colon));
	s = str_trim(str_sub(s, colon + 1, s.n));
	if (!s.n || str_words(name) > 5 || !names_goal(name))
		return false;
	row->mark = ROW_OBJECTIVE;
	row->named = true;
	row->body = s;
	return true;
}

/* "(O1.K2)", "[KR 1]", "[O]": a code between brackets; what is behind its last
 * letters says whether it has a part. */
static enum row_mark mark_of_code(struct str code)
{
	const struct word *word = vocab_word(code);
	struct str letters = {NULL, 0};
	size_t dots = 0;

	if (word && strlen(word->text) == code.n)
		return word->kind == WORD_KEY_RESULT ? ROW_KEY_RESULT
						     : ROW_OBJECTIVE;
	for (size_t i = 0; i < code.n; i++) {
		size_t n = i;

		while (n < code.n && str_is_alpha(code.p[n]))
			n++;
		if (n > i)
			letters = str_sub(code, i, n);
		i = n > i ? n - 1 : i;
		dots += code.p[i] == '.' || code.p[i] == '-';
	}
	if (!letters.n || !str_has_digit(code))
		return ROW_PLAIN;
	if (str_iis(letters, "k") || str_iis(letters, "kr") ||
		str_iis(letters, "r"))
		return ROW_KEY_RESULT;
	if (str_iis(letters, "o") || str_iis(letters, "obj"))
		return dots ? ROW_SUB_NUMBER : ROW_OBJECTIVE;
	return ROW_PLAIN;
}

static bool take_bracket(struct row *row)
{
	enum { LONGEST = 10 };
	struct str s = row->text;
	size_t end;

	if (!str_starts(s, "(") && !str_starts(s, "["))
		return false;
	end = str_find_char(str_sub(s, 0, LONGEST), s.p[0] == '(' ? ')' : ']');
	if (end == STR_NONE || end < 2)
		return false;
	row->mark = mark_of_code(str_trim(str_sub(s, 1, end)));
	s = str_trim(str_sub(s, end + 1, s.n));
	if (row->mark == ROW_PLAIN || !s.n) {
		row->mark = ROW_PLAIN;
		return false;
	}
	row->body = s;
	return true;
}

/* "kr  4 hours outside": a gap ends the mark, and the number is not its own. */
static bool take_gapped(struct row *row)
{
	const struct word *word = vocab_word(row->text);
	struct str s = row->text;

	if (!word)
		return false;
	s = str_sub(s, strlen(word->text), s.n);
	if (!str_starts(s, "  "))
		return false;
	s = str_trim_left(s);
	if (!s.n || str_find(str_sub(s, 0, 5), STR("  ")) != STR_NONE)
		return false;
	row->mark =
		word->kind == WORD_KEY_RESULT ? ROW_KEY_RESULT : ROW_OBJECTIVE;
	row->named = row->mark == ROW_OBJECTIVE;
	row->body = s;
	return true;
}

bool row_take_mark(struct row *row)
{
	return take_gapped(row) || take_mark(row) || take_word(row) ||
	       take_code(row) || take_bracket(row) || take_label(row);
}
