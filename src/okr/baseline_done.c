/*
 * What was done with so many of them, and until when: "(2 done)", "212 sold as
 * of May", "310 hasta la fecha", "72 signed up last year".
 */
#include "attr.h"
#include "baseline_p.h"

bool baseline_is_done(const struct parse *p, size_t i)
{
	static const char *const WORDS[] = {"done", "live", "sold", "met",
		"won", "built", "sent", "held", "made", "open", "complete",
		"already", "written", "shown", "found", "run", "set", "taken",
		"given", "taught", "read", "paid", "ready", "finished", "laid",
		"let", "cut", "told", "shot", "sown", "mown", "dug", "drawn",
		"chosen", "bought", "caught", "hung", "lent", "lit", "swept",
		"woven", "torn", "begun", "grown", NULL};
	static const char *const NOUNS[] = {"in", "out", NULL};

	if (lex_is_any(&p->t, i, NOUNS)) /* "(3 in)" */
		return token_is(p, i + 1, TOKEN_CLOSE);
	return lex_is_any(&p->t, i, WORDS) ||
	       (token_is(p, i, TOKEN_WORD) && token_at(p, i)->text.n > 4 &&
		       str_iends(token_at(p, i)->text, "ed"));
}

/* The same of other languages, alone in its parenthesis. */
static bool is_done_elsewhere(const struct parse *p, size_t i)
{
	static const char *const WORDS[] = {"erledigt", "fertig",
		"abgeschlossen", "hechos", "hechas", "faits", "faites",
		"feitos", "feitas", "fatti", "fatte", "klaar", NULL};

	return lex_is_any(&p->t, i, WORDS) && token_is(p, i + 1, TOKEN_CLOSE);
}

enum { WORDS_MOST = 4 };

/* Until now, as it is said behind a number. */
static const char *const TILL_NOW[][WORDS_MOST] = {{"so", "far"},
	{"to", "date"}, {"already"}, {"until", "now"}, {"till", "now"},
	{"up", "to", "now"}, {"by", "now"}, {"as", "of"}, {"thus", "far"},
	{"bisher"}, {"bislang"}, {"bis", "heute"}, {"bis", "jetzt"},
	{"bis", "dato"}, {"hasta", "hoy"}, {"hasta", "ahora"},
	{"hasta", "la", "fecha"}, {"hasta", "el", "momento"}, {"de", "momento"},
	{"por", "el", "momento"}, {"a", "d\u00eda", "de", "hoy"},
	{"\u00e0", "ce", "jour"}, {"\u00e0", "ce", "stade"}, {"jusqu'ici"},
	{"jusqu\u2019ici"}, {"jusqu'\u00e0", "pr\u00e9sent"},
	{"pour", "l'instant"}, {"at\u00e9", "agora"}, {"at\u00e9", "hoje"},
	{"at\u00e9", "ao", "momento"}, {"at\u00e9", "\u00e0", "data"},
	{"finora"}, {"ad", "oggi"}, {"fino", "a", "oggi"},
	{"fino", "ad", "ora"}, {"per", "ora"}, {"tot", "nu"}, {"tot", "nog"},
	{"tot", "vandaag"}, {"tot", "heden"}, {"tot", "op", "heden"},
	{"hittills"}, {"hidtil"}, {"hittil"}, {"indtil", "nu"},
	{"indtil", "videre"}, {"s\u00e5", "langt"}, {"do", "dzi\u015b"},
	{"do", "tej", "pory"}, {"dotychczas"}, {"dosud"}, {"zat\u00edm"},
	{"doposud"}, {"zatia\u013e"}, {"doteraz"},
	{"t\u00e4h\u00e4n", "menness\u00e4"}, {"eddig"},
	{"p\u00e2n\u0103", "acum"}, {"p\u00e2n\u0103", "\u00een", "prezent"},
	{"\u015fu", "ana", "kadar"}, {"bug\u00fcne", "kadar"},
	{"sampai", "saat", "ini"}, {"sejauh", "ini"}, {"\u0111\u1ebfn", "nay"},
	{"t\u00ednh", "\u0111\u1ebfn", "nay"},
	{"\u043d\u0430", "\u0441\u0435\u0433\u043e\u0434\u043d\u044f"},
	{"\u043d\u0430", "\u0441\u044c\u043e\u0433\u043e\u0434\u043d\u0456"},
	{"\u0434\u043e", "\u0441\u0438\u0445", "\u043f\u043e\u0440"},
	{"\u043f\u043e\u043a\u0430"}, {"\u043f\u043e\u043a\u0438"},
	{"\u03bc\u03ad\u03c7\u03c1\u03b9",
		"\u03c3\u03ae\u03bc\u03b5\u03c1\u03b1"}};

static bool says_till_now(const struct parse *p, size_t i)
{
	for (size_t w = 0; w < COUNT_OF(TILL_NOW); w++) {
		size_t n = 0;

		while (n < WORDS_MOST && TILL_NOW[w][n] &&
			lex_is(&p->t, i + n, TILL_NOW[w][n]))
			n++;
		if (n == WORDS_MOST || !TILL_NOW[w][n])
			return true;
	}
	return false;
}

/* Behind "sold": "by the end of May)", "on 3 June)", ")", but not "in 2024)",
 * which is before. */
static bool is_day_of_it(const struct parse *p, size_t i)
{
	static const char *const ON[] = {
		"by", "on", "at", "since", "up", "per", "up", NULL};
	enum { MOST = 6 };

	/* "(4 ready, 2 with the printer)" */
	if (token_is(p, i, TOKEN_COMMA))
		return token_at(p, i)->depth > 0;
	if (!token_is(p, i, TOKEN_CLOSE) && !lex_is_any(&p->t, i, ON))
		return false;
	for (size_t k = i; k <= i + MOST; k++) {
		if (token_is(p, k, TOKEN_CLOSE) || token_is(p, k, TOKEN_END))
			return true;
		if (!token_is(p, k, TOKEN_WORD) && !token_is(p, k, TOKEN_NAME))
			break;
	}
	return false;
}

/* Behind a dash or semicolon: less of the very thing that was named before? */
static bool is_less_of_it(const struct parse *p, size_t i)
{
	const struct quantity *q = token_at(p, i)->q, *of;

	if (!i || !(token_is(p, i - 1, TOKEN_DASH) ||
			  token_is(p, i - 1, TOKEN_ARROW) ||
			  token_is(p, i - 1, TOKEN_STOP)))
		return false;
	for (size_t k = i - 1; k-- > 0;) {
		if (!is_claimable(p, k) || token_at(p, k)->depth)
			continue;
		of = token_at(p, k)->q;
		return q->has_value && of->has_value &&
		       quantity_is_like(q, of) &&
		       decimal_cmp(q->value, of->value) <= 0;
	}
	return false;
}

/* "; 190 have finished the course" */
static bool has_become(const struct parse *p, size_t i)
{
	static const char *const HAVE[] = {"have", "has", "haben", "hat", NULL};
	static const char *const ALREADY[] = {
		"already", "now", "been", "signed", "moved", "taken", NULL};
	enum { MOST = 4 };
	size_t k = i + 1;

	if (!lex_is_any(&p->t, i, HAVE))
		return false;
	while (lex_is_any(&p->t, k, ALREADY) && baseline_is_done(p, k + 1))
		k++;
	if (!baseline_is_done(p, k))
		return false;
	for (i = k; k < i + MOST && token_is(p, k, TOKEN_WORD);)
		k++;
	return k >= p->t.n || token_is(p, k, TOKEN_CLOSE) ||
	       token_is(p, k, TOKEN_STOP);
}

/* "Loans are out (>= $1M lent)": what there is to be, unless it stands behind a
 * number that says so. */
static bool is_least(const struct parse *p, size_t i)
{
	enum comparator c;
	size_t edge = token_edge(p, i, &c);

	return edge && token_is(p, edge - 1, TOKEN_OPEN) &&
	       (c == CMP_GE || token_at(p, i)->q->comparator == CMP_GE) &&
	       !baseline_is_like_earlier(p, i);
}

bool baseline_is_so_far(const struct parse *p, size_t i)
{
	enum { MOST = 6 };
	size_t behind = phrase_behind(&p->t, i);
	bool inner = token_at(p, i)->depth > 0;

	if (token_at(p, i)->flags & TOKEN_SIGNED) /* "+4 so far" */
		return false;
	if ((inner || is_less_of_it(p, i)) && !is_least(p, i) &&
		((baseline_is_done(p, behind) && is_day_of_it(p, behind + 1)) ||
			has_become(p, behind)))
		return true;
	if (inner && is_done_elsewhere(p, i + 1))
		return true;
	for (size_t k = i + 1; k < i + MOST && (token_is(p, k, TOKEN_WORD));
		k++)
		if (says_till_now(p, k) && (inner || !lex_is(&p->t, k, "as")))
			return true;
	return false;
}

bool baseline_is_done_then(const struct parse *p, size_t i)
{
	static const char *const IN[] = {"in", "during", "for", NULL};

	if (!baseline_is_done(p, i))
		return false;
	i++;
	i += lex_is(&p->t, i, "up"); /* "signed up" */
	if (baseline_is_past(p, i))
		return !baseline_is_now(p, i);
	return lex_is_any(&p->t, i, IN) && token_is(p, i + 1, TOKEN_NAME) &&
	       (i + 2 == p->t.n || !token_is(p, i + 2, TOKEN_WORD));
}
