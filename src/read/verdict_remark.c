/*
 * What stands behind a word that tells how it ended: a remark, a sum, a later
 * time.
 */
#include "verdict_number_p.h"

#include <string.h>

#include "attr.h"
#include "checkin_token_p.h"
#include "words.h"

static const char *const REMARKS[] = {"on", "in", "as", "with", "at", "and",
	"ahead", "early", "this", "before", "see", "via", "successfully",
	"since", "because", "due", "but", "after", "pending", "until", "during",
	"per", "last", "now", "today", "yesterday", "late", "em", "en", "am",
	"im", "le", "el", "mit", "con", "avec", "com", "narrowly", "slightly",
	"clearly", "barely", "overall", "again", "knapp", "deutlich",
	"largement", "once", "twice"};

static bool is_month(struct str s)
{
	size_t n = 0;

	while (n < s.n && str_is_alpha(s.p[n]))
		n++;
	if (date_month_number(str_sub(s, 0, n)) != 0)
		return true;
	n = str_find_char(s, ' ');
	return day_month(str_trim_end(str_sub(s, 0, n), ".,)!")) != 0;
}

/* "$1.8M": how much it was, and more than a remark. */
bool verdict_is_sum(struct str s)
{
	static const char *const SIGNS[] = {"$", "\u20ac", "\u00a3", "\u00a5",
		"\u20b9", "R$", "~", "<", ">"};
	struct str rest = s;

	for (size_t i = 0; i < COUNT_OF(SIGNS); i++) {
		if (str_skip(&rest, SIGNS[i]))
			return rest.n && str_is_digit(rest.p[0]);
	}
	return false;
}

/* "por la junta", "durch den Rat": in other languages, and no "por mes". */
static bool is_by_agent(struct str s)
{
	static const char *const TIES[] = {"por", "pela", "pelo", "pelas",
		"pelos", "durch", "vom", "von", "par", "dal", "dalla", "dai",
		"dalle", "door", "av", "af", "przez"};
	static const char *const TIMES[] = {"mes", "m\u00eas", "mois",
		"trimest", "seman", "semain", "ahora", "agora", "ora",
		"a\u00f1o", "ano", "an", "anno", "jour", "d\u00eda", "dia",
		"maand", "m\u00e5nad"};

	for (size_t i = 0; i < COUNT_OF(TIES); i++) {
		struct str rest = s;

		if (!str_iskip(&rest, TIES[i]) || !str_skip_space(&rest))
			continue;
		for (size_t k = 0; k < COUNT_OF(TIMES); k++) {
			struct str time = rest;

			if (str_iskip(&time, TIMES[k]) &&
				!verdict_at_word(time))
				return false;
		}
		return verdict_at_word(rest) && !str_is_digit(rest.p[0]) &&
		       !is_month(rest);
	}
	return false;
}

/* "failed miserably": how, in one word that ends it. */
static bool is_manner(struct str s)
{
	enum { SHORTEST = 5 };
	size_t n = 0;

	while (n < s.n && str_is_alpha(s.p[n]))
		n++;
	return n >= SHORTEST && str_iends(str_sub(s, 0, n), "ly") &&
	       !verdict_at_word(str_trim(str_sub(s, n, s.n)));
}

/* "by legal", and not "by the end of June", which is when it should be. */
static bool is_by_someone(struct str s)
{
	static const char *const TIMES[] = {"q1", "q2", "q3", "q4", "end",
		"the end", "mid", "next", "eoy", "eoq", "year", "fy", "h1",
		"h2", "week", "month", "quarter", "then", "late", "early"};

	if (!str_iskip(&s, "by") || !str_skip_space(&s) || !s.n ||
		str_is_digit(s.p[0]) || is_month(s))
		return false;
	for (size_t i = 0; i < COUNT_OF(TIMES); i++) {
		if (str_istarts(s, TIMES[i]))
			return false;
	}
	return true;
}

/* "by 3 %", "by 12", and no "by 3 June" */
static bool is_by_much(struct str s)
{
	size_t n;

	if (!str_iskip(&s, "by ") || !s.n)
		return false;
	if (verdict_is_sum(s))
		return true;
	for (n = 0; n < s.n && (str_is_digit(s.p[n]) || strchr(".,", s.p[n]));)
		n++;
	return n && !str_is_alpha(n < s.n ? s.p[n] : ' ') &&
	       !is_month(str_trim(str_sub(s, n, s.n)));
}

/* "two weeks early", "3 days ahead of plan" */
static bool is_pace(struct str s)
{
	static const char *const WORDS[] = {"early", "late", "ahead", "ago"};
	enum { NEAR = 24 };

	s = str_sub(s, 0, NEAR);
	for (size_t i = 0; i < COUNT_OF(WORDS); i++) {
		size_t at = str_ifind(s, str_of(WORDS[i]));

		if (at != STR_NONE && at && str_is_space(s.p[at - 1]) &&
			(str_ifind(s, STR("day")) < at ||
				str_ifind(s, STR("week")) < at ||
				str_ifind(s, STR("month")) < at))
			return true;
	}
	return false;
}

/* "Apr 15", "June 3, 2025", "April 2026", "2025-04-15", and nothing behind but
 * a mark: the day of it. */
static bool is_day(struct str s)
{
	enum { MONTH = 12, DAY = 31, YEAR = 2100 };
	size_t letters = 0;
	long n;

	while (letters < s.n && str_is_alpha(s.p[letters]))
		letters++;
	if (!letters) {
		if (!str_take_number(&s, YEAR, &n) || n < 1900 ||
			!str_skip_char(&s, '-') ||
			!str_take_number(&s, MONTH, &n) ||
			!str_skip_char(&s, '-') ||
			!str_take_number(&s, DAY, &n))
			return false;
		return !s.n || !str_is_alnum(s.p[0]);
	}
	if (!date_month_number(str_sub(s, 0, letters)))
		return false;
	s = str_sub(s, letters, s.n);
	str_skip_char(&s, '.');
	for (int i = 0; i < 2; i++) { /* the day, the year */
		s = str_trim_left(s);
		if (i && str_skip_char(&s, ','))
			s = str_trim_left(s);
		(void)str_take_number(&s, YEAR, &n);
	}
	s = str_trim_left(s);
	return !s.n || strchr(".,;:)(", s.p[0]);
}

/* Is what follows a phrase nothing, or only a remark on it? */
bool verdict_is_remark(struct str s)
{
	s = str_trim(s);
	while (emoji_take(&s).n)
		s = str_trim(s);
	if (str_skip(&s, "\u2013 ") || str_skip(&s, "\u2014 "))
		return !verdict_is_sum(s) && !str_is_digit(s.p[0]);
	if (!verdict_at_word(s))
		return !verdict_is_sum(s);
	if (is_day(s) || is_by_someone(s) || is_by_agent(s) || is_by_much(s) ||
		is_pace(s) || is_manner(s))
		return true;
	/* "12 May" */
	if (str_is_digit(s.p[0])) {
		struct str day = s;
		long n;

		if (!str_take_number(&day, 31, &n))
			return false;
		/* "14.10.", "14/10" */
		return is_month(str_trim(day)) ||
		       ((str_skip_char(&day, '.') ||
				str_skip_char(&day, '/')) &&
			       str_take_number(&day, 12, &n) && n > 0 &&
			       !(day.n && str_is_digit(day.p[0])));
	}
	/* "done in 11 of 12 weeks" */
	if (str_istarts(s, "in ") && str_find(s, STR(" of ")) != STR_NONE &&
		s.n > 3 && str_is_digit(s.p[3]))
		return false;
	/* "achieved for the main ones", and not "for 2 of 3" */
	if ((str_istarts(s, "for ") && !str_has_digit(s)) ||
		str_istarts(s, "for all ") || str_istarts(s, "for each "))
		return true;
	for (size_t i = 0; i < COUNT_OF(REMARKS); i++) {
		struct str rest = s;

		if (str_iskip(&rest, REMARKS[i]) && !verdict_at_word(rest))
			return true;
	}
	return false;
}

bool verdict_is_later(struct str s)
{
	static const char *const LINKS[] = {"out to", "back to", "over to",
		"para o", "para a", "para el", "para la", "into", "to", "until",
		"till", "in", "for", "auf", "au", "al", "para", "bis", "\u00e0",
		"a", "al", "na", "naar", "till", "til", "\u043d\u0430", "sang",
		"ke", "do", "ins", "auf das", "im"};
	static const char *const TIMES[] = {"next", "q1", "q2", "q3", "q4",
		"h1", "h2", "fy", "cy", "20", "later", "the next", "early",
		"mid", "late", "end of", "following", "the following", "summer",
		"autumn", "fall", "winter", "spring", "the fall", "the autumn",
		"the winter", "the spring", "the summer", "backlog",
		"the backlog", "[", "1q", "2q", "3q", "4q", "end-of", "t1",
		"t2", "t3", "t4", "s1", "s2", "k1", "k2", "k3", "k4",
		"n\u00e4chst", "prochain", "pr\u00f3xim", "prossim", "volgend",
		"nast\u0119pn", "p\u0159\u00ed\u0161t\u00ed", "n\u00e4sta",
		"n\u00e6ste", "neste",
		"\u0441\u043b\u0435\u0434\u0443\u044e\u0449",
		"\u043d\u0430\u0441\u0442\u0443\u043f\u043d", "qu\u00fd",
		"herbst", "fr\u00fchjahr", "januar", "janvier", "season ",
		"sprint ", "cycle ", "year ", "phase ", "quarter ", "release ",
		"version ", "iteration ", "semester ", "term ", "saison ",
		"temporada ", "stagione ", "jahr "};

	s = str_trim(s);
	for (size_t i = 0; i < COUNT_OF(LINKS); i++) {
		struct str rest = s;

		if (!str_iskip(&rest, LINKS[i]) || verdict_at_word(rest))
			continue;
		s = verdict_skip_marks(rest);
		break;
	}
	for (size_t i = 0; i < COUNT_OF(TIMES); i++)
		if (str_istarts(s, TIMES[i]))
			return true;
	return is_month(s);
}
