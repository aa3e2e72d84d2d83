/*
 * "KPIs (for information)", "Health metrics we keep an eye on": what a page
 * tells beside its OKRs, in its own words.
 */
#include "mark_words_p.h"

#include <string.h>

#include "attr.h"
#include "talk_p.h"

enum { LONGEST = 90, BRACKETS = 2 };

static bool ends_word(struct str s, const char *word)
{
	size_t n = strlen(word);

	return s.n > n && str_iends(s, word) && !str_is_alnum(s.p[s.n - n - 1]);
}

static bool has_sign(struct str s)
{
	for (size_t i = 0; i < s.n; i++) {
		if (strchr("([,-\xe2", s.p[i]) && s.p[i])
			return true;
	}
	return false;
}

/* "(for information" at the end of it, behind a sign that sets it apart */
static bool is_set_apart(struct str s)
{
	static const char *const WORDS[] = {"for information", "for info",
		"for your information", "for reference", "fyi", "info only",
		"information only", "for information only",
		"for reference only", "only for information", "not an okr",
		"no okr", "no okrs", "not okrs", "monitored", "only monitored",
		"monitoring only", "watched", "only watched", "zur information",
		"zur info", "nur zur information", "nur zur info",
		"zur kenntnis", "kein okr", "keine okrs", "nur beobachtet",
		"pour information", "pour info", "\u00e0 titre indicatif",
		"\u00e0 titre d'information", "a t\u00edtulo informativo",
		"para informaci\u00f3n", "informativo", "informativos",
		"para informa\u00e7\u00e3o", "per informazione",
		"a titolo informativo", "ter informatie", "ter info",
		"f\u00f6r k\u00e4nnedom", "f\u00f6r information",
		"til orientering", "do wiadomo\u015bci", "pro informaci",
		"bilgi i\u00e7in", "\u53c2\u8003", "\u53c2\u8003\u7528"};
	static const char *const SIGNS[] = {
		"(", "[", ",", " -", "\u2013", "\u2014"};

	if (!has_sign(s))
		return false;
	for (size_t i = 0; i < COUNT_OF(WORDS); i++) {
		struct str front = s;

		if (!str_iends(s, WORDS[i]))
			continue;
		front.n -= strlen(WORDS[i]);
		front = str_trim_right(front);
		for (size_t k = 0; k < COUNT_OF(SIGNS); k++) {
			bool bracket = k < BRACKETS;

			if (str_ends(front, SIGNS[k]) &&
				front.n > strlen(SIGNS[k]) &&
				(bracket || !str_has_digit(front)))
				return true;
		}
	}
	return false;
}

/* "Numbers we watch" */
static bool is_watched(struct str s)
{
	static const char *const WORDS[] = {"keep an eye on", "keep watching",
		"we watch", "we also watch", "we monitor", "we just monitor",
		"we only monitor", "in the background", "im auge behalten",
		"im blick behalten", "wir beobachten", "beobachten wir",
		"\u00e0 surveiller", "que nous surveillons", "que vigilamos",
		"que acompanhamos", "da tenere d'occhio", "in de gaten houden"};

	if (str_has_digit(s) || talk_begins_aim(s))
		return false;
	for (size_t i = 0; i < COUNT_OF(WORDS); i++) {
		if (ends_word(s, WORDS[i]))
			return true;
	}
	return false;
}

/* Lines are asked in their thousands, and few are long enough. */
bool mark_is_for_information(struct str s)
{
	enum { SHORTEST = 5 };
	size_t colon = str_find_char(str_sub(s, 0, LONGEST), ':');

	s = str_trim(str_sub(s, 0, colon));
	if (s.n < SHORTEST || s.n > LONGEST)
		return false;
	s = str_trim_end(s, ")]*_.");
	return is_set_apart(s) || is_watched(s);
}
