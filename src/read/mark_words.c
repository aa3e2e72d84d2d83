/*
 * The words around a marker: what may stand before it, and what only looks
 * like one.
 */
#include "mark_words_p.h"

#include "attr.h"
#include "mark_number_p.h"
#include "mark_p.h"

enum { PREFIX_WORDS = 12 };

/* "Depends on KR1: ...", "after KR 2: ...": speaks of one. */
static bool leads_on(struct str s)
{
	static const char *const WORDS[] = {"on", "to", "of", "with", "by",
		"from", "after", "before", "see", "per", "via", "until", "than",
		"under", "behind", "into", "against", "von", "zu", "auf", "aus",
		"de", "del", "du", "da", "do", "con", "avec", "com", "van",
		"an", "each", "every", "un", "una", "um", "uma", "por", "cada",
		"des", "par", "chaque", "ein", "eines", "einer", "pro",
		"\u0628\u0647"};
	size_t at = str_rfind_char(s, ' ');

	s = at == STR_NONE ? s : str_sub(s, at + 1, s.n);
	if (at != STR_NONE && s.n && char_is_upper(s.p[0]))
		return false; /* "Team A", "Cy Do" */
	if (str_is(s, "a"))
		return true;
	for (size_t i = 0; i < COUNT_OF(WORDS); i++) {
		if (str_iis(s, WORDS[i]))
			return true;
	}
	return false;
}

/* "Objective key result: ..." names a thing, and nobody's key result. */
static bool is_word_of_ours(struct str s)
{
	const struct word *w = vocab_word(s);

	return w && strlen(w->text) == s.n;
}

bool mark_is_prefix(struct str s, bool kr, bool numbered)
{
	static const char *const SMALL[] = {"our", "the", "main", "primary",
		"secondary", "team", "company", "department", "group",
		"personal", "individual", "quarterly", "annual", "yearly",
		"strategic", "business", "overall", "my", "top"};
	size_t words = str_words(s);

	if (!s.n || words > (kr ? PREFIX_WORDS : 5) || leads_on(s) ||
		is_word_of_ours(s))
		return false;
	for (size_t i = 0; i < s.n; i++) {
		if (strchr(":;!?=<>|\"", s.p[i]))
			return false;
		if (s.p[i] == '.' && i + 1 < s.n && s.p[i + 1] == ' ' && i > 3)
			return false;
	}
	if (kr || (numbered && char_is_upper(s.p[0])) || words == 1)
		return kr ? !str_is_space(s.p[0])
			  : char_is_upper(s.p[0]) || numbered;
	for (size_t i = 0; i < COUNT_OF(SMALL); i++) {
		if (vocab_begins(s, SMALL[i]))
			return true;
	}
	return char_is_upper(s.p[0]) && words <= 3;
}

bool mark_names_key_results(struct str s)
{
	static const char *const ENDS[] = {
		"key results", "key result", "krs", "key results (krs)"};

	if (vocab_has(s, "objective") || vocab_has(s, "objectives") ||
		vocab_has(s, "how") || vocab_has(s, "what"))
		return false;
	s = str_trim_end(s, ":");
	for (size_t i = 0; i < COUNT_OF(ENDS); i++) {
		if (str_iends(s, ENDS[i]) || str_istarts(s, ENDS[i]))
			return vocab_has(s, ENDS[i]);
	}
	return false;
}

void mark_skip_objective(struct str *s)
{
	struct str t = *s, number;

	if (!str_iskip(&t, "o"))
		return;
	str_skip_char(&t, '-');
	number = t;
	while (t.n && str_is_digit(t.p[0]))
		t = str_sub(t, 1, t.n);
	if (t.n == number.n || !t.n)
		return;
	if (strchr(".-_/ ", t.p[0]))
		t = str_sub(t, 1, t.n);
	if (str_istarts(t, "kr") && t.n > 2 && !str_is_alpha(t.p[2]))
		*s = t;
}

bool mark_skip_key(struct str *s)
{
	struct str t = *s;
	size_t n = 0, digits;

	str_skip_char(&t, '[');
	while (n < t.n && n < 11 &&
		(char_is_upper(t.p[n]) || (n && str_is_digit(t.p[n]))))
		n++;
	if (n < 2 || n >= t.n || t.p[n] != '-')
		return false;
	for (digits = ++n; n < t.n && str_is_digit(t.p[n]);)
		n++;
	if (n == digits)
		return false;
	t = str_sub(t, n, t.n);
	str_skip_char(&t, ']');
	str_skip_char(&t, ':');
	if (!str_skip_space(&t))
		return false;
	if (str_skip(&t, "- ") || str_skip(&t, "\u2013 "))
		str_skip_space(&t);
	*s = t;
	return true;
}

struct str mark_without_signs(struct str s)
{
	s = str_trim(s);
	if (str_ends(s, "\u2013") || str_ends(s, "\u2014"))
		s.n -= strlen("\u2013");
	s = str_trim_end(s, ")]:-*");
	while (s.n && strchr("([*", s.p[0]))
		s = str_sub(s, 1, s.n);
	return s;
}
