/*
 * The times that values are of: today, last year, "in Q4", "(spring: 6,400)".
 */
#include "baseline_p.h"

static const char *const NOW[] = {"currently", "current", "now", "today",
	"aktuell", "derzeit", "actuellement", "actualmente", "momentan",
	"presently", "currently:", "heute", "aujourd'hui", "aujourd\u2019hui",
	"hoy", "hoje", "oggi", "atualmente", "attualmente", "actuel",
	"actuelle", "atual", "attuale", "aktueller", "huidig", "momenteel",
	"nu", "vandaag", "stand", "llevamos", "adesso", "agora", "ahora", "ora",
	"\u0441\u0435\u0439\u0447\u0430\u0441",
	"\u0441\u0435\u0433\u043e\u0434\u043d\u044f", "\u5f53\u524d",
	"\u76ee\u524d", "\u73b0\u5728", "\u73fe\u5728", "\u73fe\u72b6",
	"\ud604\uc7ac", "obecnie", "teraz", "nyn\u00ed", "aktu\u00e1ln\u011b",
	"hi\u1ec7n", "sekarang", "idag", "jelenleg", "nyt", "nykyisin",
	"\u0437\u0430\u0440\u0430\u0437",
	"\u043d\u0430\u0440\u0430\u0437\u0456", "\u043d\u0438\u043d\u0456",
	"dag", "anda", "ini", "prezent", "acum",
	"\u03c3\u03ae\u03bc\u03b5\u03c1\u03b1", "\u03c4\u03ce\u03c1\u03b1",
	"\u062d\u0627\u0644\u064a\u0627",
	"\u062d\u0627\u0644\u064a\u0627\u064b", "\u0627\u0644\u0622\u0646",
	"\u05db\u05d9\u05d5\u05dd", "\u05db\u05e8\u05d2\u05e2",
	"\u05e2\u05db\u05e9\u05d9\u05d5", "\u05d4\u05d9\u05d5\u05dd",
	"\u0935\u0930\u094d\u0924\u092e\u093e\u0928", "\u0905\u092d\u0940",
	"\u0e1b\u0e31\u0e08\u0e08\u0e38\u0e1a\u0e31\u0e19", "\u015fimdi",
	"halen", "halihaz\u0131rda", "aktualnie", "dzi\u015b", "dzisiaj",
	"dnes", "trenutno", "\u0441\u0435\u0433\u0430",
	"\u0442\u0435\u043a\u0443\u0449\u0435\u0435",
	"\u0442\u0435\u043a\u0443\u0449\u0438\u0439", "nykyinen", "jelenlegi",
	"nuv\u00e6rende", "n\u00e5v\u00e6rende", "nuvarande", NULL};

bool baseline_is_now(const struct parse *p, size_t i)
{
	return lex_is_any(&p->t, i, NOW) ||
	       (i && lex_is(&p->t, i, "present") && lex_is(&p->t, i - 1, "at"));
}

/* "2024", "Q1", "FY23", "T2", "Oct", "LY", "spring" */
static bool is_period(const struct parse *p, size_t i)
{
	static const char *const WORDS[] = {"py", "ly", "vj", "spring",
		"summer", "autumn", "fall", "winter", "christmas", "easter",
		NULL};
	struct str s = token_at(p, i)->text;

	/* "v2" */
	if (token_is(p, i, TOKEN_WORD) && s.n > 1 && s.n < 5 &&
		str_lower(s.p[0]) == 'v' && str_is_digit(s.p[1]))
		return true;
	return token_is(p, i, TOKEN_NAME) || lex_is_any(&p->t, i, WORDS) ||
	       (token_is(p, i, TOKEN_WORD) && s.p[0] >= 'A' && s.p[0] <= 'Z' &&
		       (date_month_number(s) ||
			       (s.n >= 2 && s.n < 9 &&
				       str_is_digit(s.p[s.n - 1]) &&
				       strchr("QHFTSPW", s.p[0]))));
}

/* "term", "year": what a period is called */
static bool is_span_word(const struct parse *p, size_t i)
{
	static const char *const SPANS[] = {"term", "season", "semester",
		"year", "quarter", "month", "week", "half", "cycle", "sprint",
		"survey", "round", "wave", "campaign", "edition", "audit",
		NULL};

	return lex_is_any(&p->t, i, SPANS);
}

/* "last", "previous" */
static bool is_last(const struct parse *p, size_t i)
{
	static const char *const LAST[] = {
		"last", "previous", "prior", "past", NULL};

	return lex_is_any(&p->t, i, LAST);
}

/* "start", "end" of a period, or what everybody knows the day of */
static bool is_moment(const struct parse *p, size_t i)
{
	static const char *const MOMENTS[] = {"start", "end", "beginning",
		"close", "launch", "outset", "kickoff", "kick-off", "opening",
		"turn", NULL};

	return lex_is_any(&p->t, i, MOMENTS);
}

/* "last year", "in the previous season", "the year before", "a year ago" */
static bool is_span_of_past(const struct parse *p, size_t i)
{
	static const char *const IN[] = {"in", "during", NULL};
	static const char *const EARLIER[] = {
		"before", "earlier", "ago", "prior", NULL};

	i += lex_is_any(&p->t, i, IN);
	i += lex_is(&p->t, i, "the") || lex_is(&p->t, i, "a");
	return (is_last(p, i) && is_span_word(p, i + 1)) ||
	       (is_span_word(p, i) && lex_is_any(&p->t, i + 1, EARLIER));
}

bool baseline_is_past(const struct parse *p, size_t i)
{
	static const char *const AT[] = {"at", "right", "as", NULL};
	static const char *const MOMENT[] = {
		"present", "moment", "now", "things", NULL};

	/* "at the moment", "right now", "as things stand" */
	if (lex_is_any(&p->t, i, AT) &&
		lex_is_any(&p->t, i + 1 + lex_is(&p->t, i + 1, "the"), MOMENT))
		return true;
	if (lex_is(&p->t, i, "before") &&
		(i + 1 == p->t.n || token_is(p, i + 1, TOKEN_STOP)))
		return true;
	return baseline_is_now(p, i) || is_span_of_past(p, i);
}

/* "(380 before)", "(380 before the move)", but "(380 before June)" is still
 * to come. */
static bool is_event(const struct parse *p, size_t i)
{
	for (int words = 0; words < 3; words++, i++) {
		if (token_is(p, i, TOKEN_CLOSE))
			return true;
		if (!token_is(p, i, TOKEN_WORD) || is_period(p, i) ||
			is_span_word(p, i) || is_moment(p, i))
			break;
	}
	return false;
}

bool baseline_is_then(const struct parse *p, size_t i)
{
	static const char *const PREPOSITIONS[] = {
		"in", "at", "on", "during", "since", NULL};
	size_t k = phrase_behind(&p->t, i);

	if (baseline_is_past(p, k) || lex_is(&p->t, k, "baseline") ||
		lex_is(&p->t, k, "previously") || is_last(p, k))
		return true;
	if (lex_is(&p->t, k, "before"))
		return is_event(p, k + 1);
	if (lex_is(&p->t, k, "a") && is_span_word(p, k + 1))
		return lex_is(&p->t, k + 2, "ago");
	if (!lex_is_any(&p->t, k, PREPOSITIONS))
		return false;
	k++;
	k += lex_is(&p->t, k, "the");
	/* "(2 in Q1, 4 in Q2)": how much when */
	if ((token_is(p, k + 1, TOKEN_COMMA) && is_claimable(p, k + 2) &&
		    lex_is_any(&p->t, phrase_behind(&p->t, k + 2),
			    PREPOSITIONS)) ||
		(i && token_is(p, i - 1, TOKEN_COMMA)))
		return false;
	return is_period(p, k) || is_last(p, k) || is_moment(p, k) ||
	       (token_at(p, k)->text.n == 2 &&
		       str_istarts(token_at(p, k)->text, "q"));
}

/* "(RAJAR Q1: 1.2m)": who counted. */
static bool is_source(const struct parse *p, size_t i)
{
	struct str s = token_at(p, i)->text;
	size_t n = 0;

	while (n < s.n && s.p[n] >= 'A' && s.p[n] <= 'Z')
		n++;
	return n > 2 && n == s.n && token_is(p, i, TOKEN_WORD) &&
	       !lex_is(&p->t, i, "max") && !lex_is(&p->t, i, "min") &&
	       token_is(p, i - 1, TOKEN_OPEN);
}

bool baseline_is_of_period(const struct parse *p, size_t i)
{
	static const char *const MEANS[] = {"avg", "average", "median", "value",
		"level", "result", "sample", "reading", "count", "measurement",
		"test", "cohort", "class", "score", "actual", "end", "start",
		"of", "the", "in", "for", "at", "early", "mid", "late", "i",
		"ii", "iii", "iv", NULL};
	enum { MOST = 5 };
	bool colon = i > 0 && token_is(p, i - 1, TOKEN_COLON), period = false;
	size_t k = i - colon, words = 0;

	for (; k > 0 && words < MOST && !token_is(p, k - 1, TOKEN_OPEN);
		k--, words++) {
		bool spans = is_span_word(p, k - 1) || is_last(p, k - 1);

		if (token_is(p, k - 1, TOKEN_DASH))
			continue;
		if (!spans && !is_period(p, k - 1) &&
			!lex_is_any(&p->t, k - 1, MEANS) &&
			!is_source(p, k - 1) &&
			!str_starts(token_at(p, k - 1)->text, "avg"))
			return false;
		period = period || spans || is_period(p, k - 1);
	}
	return k > 0 && words && period && token_is(p, k - 1, TOKEN_OPEN) &&
	       (colon || token_is(p, phrase_behind(&p->t, i), TOKEN_CLOSE));
}

size_t baseline_skip_when(const struct parse *p, size_t i)
{
	static const char *const IN[] = {
		"in", "by", "at", "im", "en", "since", "until", NULL};
	size_t k = i;

	if (baseline_is_now(p, i))
		return i + 1;
	if (is_last(p, i) && is_span_word(p, i + 1))
		return i + 2;
	if (!lex_is_any(&p->t, i, IN))
		return i;
	k += 1 + (lex_is(&p->t, i + 1, "the") || lex_is(&p->t, i + 1, "its"));
	if (is_moment(p, k) && lex_is(&p->t, k + 1, "of"))
		k += 2 + lex_is(&p->t, k + 2, "the");
	k += is_last(p, k) || lex_is(&p->t, k, "this");
	/* "1 June" */
	if (token_is(p, k, TOKEN_NAME) &&
		date_month_number(token_at(p, k + 1)->text))
		return k + 2;
	if (is_period(p, k) || is_span_word(p, k) || is_moment(p, k) ||
		(token_is(p, k, TOKEN_WORD) && token_at(p, k)->text.n == 2 &&
			str_istarts(token_at(p, k)->text, "q")))
		return k + 1 +
		       (token_is(p, k, TOKEN_WORD) &&
			       token_is(p, k + 1, TOKEN_NAME));
	return i;
}
