/*
 * What stands in a form before somebody fills it in: gaps, brackets, the names
 * of what is wanted, words that say it will come.
 */
#include "blank_p.h"

#include <string.h>

#include "annotate_p.h"
#include "attr.h"
#include "talk_p.h"

/* The length of "[...]", "<...>" or "{{...}}" at the beginning of s, or 0. */
static size_t blank_length(struct str s)
{
	static const char *const PAIRS[] = {
		"[", "]", "<", ">", "{{", "}}", "{", "}"};

	for (size_t i = 0; i < COUNT_OF(PAIRS); i += 2) {
		size_t end;

		if (!str_starts(s, PAIRS[i]))
			continue;
		if (s.p[0] == '<' && !talk_is_blank(s))
			return 0; /* "< 5 pages have more than > 10 errors" */
		end = str_find(s, str_of(PAIRS[i + 1]));
		return end == STR_NONE ? 0 : end + strlen(PAIRS[i + 1]);
	}
	return 0;
}

/* "[result, e.g. 3 signed], by [date].", "[Outcome] (Week N)": blanks, and
 * hardly a word beside them? */
static bool is_all_blanks(struct str s)
{
	size_t letters = 0, blanks = 0, n;

	while (s.n) {
		n = blank_length(s);
		if (blanks && !n && s.p[0] == '(') {
			n = str_find_char(s, ')');
			n = n == STR_NONE ? 0 : n + 1;
		}
		blanks += n > 0;
		letters += !n && (str_is_alnum(s.p[0]) ||
					 (unsigned char)s.p[0] >= 0xC3);
		s = str_sub(s, n ? n : 1, s.n);
	}
	return blanks && letters <= 3;
}

/* "XX" */
static bool is_crossed(struct str s)
{
	size_t n = 0;

	while (n < s.n && (s.p[n] == 'x' || s.p[n] == 'X'))
		n++;
	return n > 1 && n == s.n;
}

/* "Sign [X] pilots", "Win ____ shops": a form to be filled in. */
static bool has_gap(struct str s)
{
	size_t open;

	if (str_find(s, STR("___")) != STR_NONE)
		return true;
	while ((open = str_find_char(s, '[')) != STR_NONE) {
		s = str_sub(s, open + 1, s.n);
		if (s.n > 2 && s.p[0] >= 'A' && s.p[0] <= 'Z' && s.p[1] == ']')
			return true;
	}
	return false;
}

/* "Objective name", "Describe the key result": what a form asks for */
static bool is_asked_for(struct str s)
{
	static const char *const WORDS[] = {"describe", "describe here",
		"objective statement", "objective description",
		"outcome statement", "key result description",
		"key result statement", "descri\u00e7\u00e3o do objetivo",
		"descripci\u00f3n del objetivo", "\u63cf\u8ff0\u76ee\u6807",
		"\u76ee\u6807\u63cf\u8ff0", "\u76ee\u6807\u540d\u79f0",
		"\u586b\u5199\u76ee\u6807",
		"\u63cf\u8ff0\u5173\u952e\u7ed3\u679c",
		"\u5173\u952e\u7ed3\u679c\u63cf\u8ff0",
		"\u586b\u5199\u5173\u952e\u7ed3\u679c",
		"\u63cf\u8ff0\u76ee\u6a19",
		"\u63cf\u8ff0\u95dc\u9375\u7d50\u679c"};

	size_t open = str_find(s, STR(" ("));

	s = str_sub(s, 0, open == STR_NONE ? s.n : open);
	for (size_t i = 0; i < COUNT_OF(WORDS); i++) {
		if (str_iis(s, WORDS[i]))
			return true;
	}
	return str_iends(s, "objective name") ||
	       str_iends(s, "objective title");
}

/* "short label]", its beginning taken for a number */
static bool is_broken(struct str s)
{
	return str_ends(s, "]") && str_find_char(s, '[') == STR_NONE;
}

/* "Ship [feature] or fix [bug]", without a number */
static bool has_words_to_fill(struct str s)
{
	size_t open, blanks = 0;
	bool digit = str_has_digit(s);

	while (!digit && (open = str_find_char(s, '[')) != STR_NONE) {
		s = str_sub(s, open + 1, s.n);
		blanks += s.n && s.p[0] >= 'a' && s.p[0] <= 'z' &&
			  str_find_char(s, ']') != STR_NONE;
	}
	return blanks > 1;
}

/* "TBD", "to be defined (by March)", "coming soon": it will come. */
static bool is_open(struct str s)
{
	static const char *const WORDS[] = {"tbd", "tbc", "tba", "todo",
		"to do", "to be defined", "to be determined", "to be decided",
		"to be confirmed", "to be added", "to be filled",
		"to be filled in", "to be discussed", "to be agreed",
		"to be announced", "to be set", "placeholder", "coming soon",
		"none", "none yet", "not yet defined", "not defined yet", "n/a",
		"na", "lorem ipsum", "noch offen", "zu definieren",
		"\u00e0 d\u00e9finir", "por definir", "a definir",
		"da definire", "k. a.", "k.a.", "keine", "keiner", "aucun",
		"aucune", "ninguno", "ninguna", "nenhum", "nenhuma", "nessuno",
		"nessuna", "geen", "n.v.t.", "ingen", "inget", "brak",
		"nicht zutreffend", "not applicable", "\u65e0", "\u306a\u3057",
		"\u5f85\u5b9a", "\u672a\u5b9a", "\u5f85\u586b"};

	for (size_t i = 0; i < COUNT_OF(WORDS); i++) {
		struct str rest = s;

		if (!str_iskip(&rest, WORDS[i]))
			continue;
		if (strcmp(WORDS[i], "lorem ipsum") == 0)
			return true;
		rest = str_trim_end(str_trim(rest), ".!? ");
		if (!rest.n || (strchr("-(:\xe2", rest.p[0]) &&
				       !str_has_digit(rest) && i < 4))
			return true;
	}
	return false;
}

/* "Key result n", "Metric 1", "Your objective here": what is wanted by its
 * name, and nothing said. */
static bool is_of_form(struct str s)
{
	static const char *const NAMES[] = {"result", "results", "kr", "krs",
		"objective", "description", "statement", "metric", "outcome",
		"text", "title", NULL};
	static const char *const BESIDE[] = {"key", "name", "your", "the",
		"this", "here", "insert", "enter", "add", "write", "state",
		"describe", "overall", "measurable", "quantifiable",
		"specific", "first", "second", "third", NULL};
	struct str word;
	size_t named = 0;

	while (str_take_until(&s, ' ', &word)) {
		bool short_one = word.n < 3;

		word = str_trim_end(word, ".:,#");
		for (size_t i = 0; i < word.n && short_one; i++)
			short_one = str_is_digit(word.p[i]) ||
				    (word.n == 1 && strchr("abcnxyzABCNXYZ",
							    word.p[i]));
		if (str_is_listed(word, NAMES))
			named++;
		else if (!short_one && !str_is_listed(word, BESIDE))
			return false;
	}
	return named > 0;
}

/* "P1 - ", "@ana -", "???": tags and signs, and no more. */
static bool is_of_tags(struct str s)
{
	struct str word;

	while (str_take_until(&s, ' ', &word)) {
		word = str_trim_end(word, "-:?,.");
		if (word.n && !annotate_is_priority(word) && word.p[0] != '@')
			return false;
	}
	return true;
}

/* "\u2013", "---": a line drawn through an empty cell */
static bool is_drawn(struct str s)
{
	static const char *const LINES[] = {"-", "\u2010", "\u2011", "\u2012",
		"\u2013", "\u2014", "\u2015", "\u2212", "/", "\\", "."};
	size_t from = s.n + 1;

	while (s.n && s.n < from) {
		from = s.n;
		for (size_t i = 0; i < COUNT_OF(LINES); i++)
			str_skip(&s, LINES[i]);
		s = str_trim_left(s);
	}
	return !s.n;
}

bool text_is_gap(const char *text)
{
	struct str s = str_trim(str_of(text));

	if (has_gap(s) || (s.n && is_drawn(s)))
		return true;
	while (s.n && strchr("._\xe2", s.p[0]) && !str_starts(s, "\u2026"))
		s = str_sub(s, 1, s.n);
	if (!s.n || str_is(s, "\u2026") || str_is(s, "-") ||
		str_iis(s, "tbd") || str_iis(s, "no response") ||
		is_asked_for(s) || is_crossed(s))
		return true;
	return (blank_length(s) && is_all_blanks(s)) || is_broken(s) ||
	       has_words_to_fill(s);
}

bool text_is_blank(const char *text)
{
	struct str s = str_trim(str_of(text));

	return text_is_gap(text) || is_open(s) || is_of_form(s) ||
	       is_of_tags(s);
}
