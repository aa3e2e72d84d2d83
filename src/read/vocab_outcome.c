/*
 * Columns that tell how it ended: "Achieved?", "Met", "Verdict"; or how sure
 * they were of it.
 */
#include "vocab_p.h"

/* "Achieved?", "\u00bfCumpli\u00f3?": yes, no or partly. */
static bool asks_outcome(struct str header)
{
	static const char *const WORDS[] = {"achieved", "met", "hit", "done",
		"completed", "complete", "reached", "pass", "passed", "success",
		"successful", "delivered", "finished", "on target", "goal met",
		"target met", "met target", "target hit", "target reached",
		"target achieved", "goal achieved", "cumpli\u00f3",
		"se cumpli\u00f3", "cumplido", "cumplida", "cumple", "logrado",
		"lograda", "se logr\u00f3", "alcanzado", "alcanzada",
		"atingido", "atingida", "cumprido", "cumprida",
		"alcan\u00e7ado", "alcan\u00e7ada", "batida", "atteint",
		"atteinte", "tenu", "r\u00e9ussi", "erreicht", "geschafft",
		"erf\u00fcllt", "ziel erreicht", "behaald", "gehaald",
		"raggiunto", "raggiunta", "centrato", "osi\u0105gni\u0119to",
		"uppn\u00e5tt", "n\u00e5dd", "opn\u00e5et", "saavutettu",
		"tercapai", "\u8fbe\u6210", "\u8fbe\u6807", "\u5b8c\u6210",
		"\u9054\u6210",
		/* Russian for reached and done */
		"\u0434\u043e\u0441\u0442\u0438\u0433\u043d\u0443\u0442\u043e",
		"\u0432\u044b\u043f\u043e\u043b\u043d\u0435\u043d\u043e", NULL};
	struct str s = str_trim(header);

	if (str_ends(s, "?"))
		s.n--;
	else if (str_ends(s, "\uff1f"))
		s.n -= strlen("\uff1f");
	else
		return false;
	s = str_trim(s);
	str_skip(&s, "\u00bf");
	return str_is_listed(s, WORDS);
}

/* Columns of how it ended, whole names. */
// clang-format off
static const struct name *const OUTCOMES[256] = {
	['c'] = (const struct name[]){
		{"cumplimiento", FIELD_STATUS},
		{0},
	},
	['e'] = (const struct name[]){
		{"esito", FIELD_STATUS},
		{0},
	},
	['f'] = (const struct name[]){
		{"final", FIELD_RESULT},
		{0},
	},
	['g'] = (const struct name[]){
		{"grado de cumplimiento", FIELD_PROGRESS},
		{0},
	},
	['h'] = (const struct name[]){
		{"how did it go", FIELD_STATUS},
		{"how did it go?", FIELD_STATUS},
		{"how it ended", FIELD_STATUS},
		{"how it went", FIELD_STATUS},
		{0},
	},
	['m'] = (const struct name[]){
		{"met", FIELD_STATUS},
		{"met/not met", FIELD_STATUS},
		{0},
	},
	['p'] = (const struct name[]){
		{"pass/fail", FIELD_STATUS},
		{0},
	},
	['v'] = (const struct name[]){
		{"verdict", FIELD_STATUS},
		{0},
	},
	[0xd0] = (const struct name[]){
		{"\u0418\u0442\u043e\u0433", FIELD_RESULT},
		{"\u0418\u0442\u043e\u0433\u0438", FIELD_RESULT},
		{0},
	},
	[0xd1] = (const struct name[]){
		{"\u0420\u0435\u0437\u0443\u043b\u044c\u0442\u0430\u0442", FIELD_RESULT},
		{0},
	},
	[0xe5] = (const struct name[]){
		{"\u5b8c\u6210\u60c5\u51b5", FIELD_RESULT},
		{"\u5b8c\u6210\u72b6\u6001", FIELD_STATUS},
		{0},
	},
	[0xe6] = (const struct name[]){
		{"\u662f\u5426\u5b8c\u6210", FIELD_STATUS},
		{"\u662f\u5426\u8fbe\u6210", FIELD_STATUS},
		{"\u662f\u5426\u8fbe\u6807", FIELD_STATUS},
		{0},
	},
	[0xe7] = (const struct name[]){
		{"\u7d50\u679c", FIELD_RESULT},
		{"\u7ed3\u679c", FIELD_RESULT},
		{0},
	},
	[0xe8] = (const struct name[]){
		{"\u8fbe\u6210\u60c5\u51b5", FIELD_RESULT},
		{0},
	},
	[0xe9] = (const struct name[]){
		{"\u9054\u6210\u72b6\u6cc1", FIELD_STATUS},
		{"\u9054\u6210\u60c5\u6cc1", FIELD_RESULT},
		{0},
	},
	[0xeb] = (const struct name[]){
		{"\ub2ec\uc131 \uc5ec\ubd80", FIELD_STATUS},
		{0},
	},
};
// clang-format on

/* What came of it. */
static bool is_result(struct str word)
{
	static const char *const WORDS[] = {"result", "results", "outcome",
		"ergebnis", "endergebnis", "gesamtergebnis", "quartalsergebnis",
		"schlussergebnis", "resultat", "resultatet", "r\u00e9sultat",
		"r\u00e9sultats", "resultado", "resultats", "risultato",
		"resultaat", "eindresultaat", "wynik", "rezultat", "rezultatas",
		"v\u00fdsledek", "v\u00fdsledok", "eredm\u00e9ny",
		"slutresultat", "tulos", "lopputulos", "sonu\u00e7", "hasil",
		/* Russian, Ukrainian and Greek */
		"\u0440\u0435\u0437\u0443\u043b\u044c\u0442\u0430\u0442",
		"\u0420\u0435\u0437\u0443\u043b\u044c\u0442\u0430\u0442",
		"\u0438\u0442\u043e\u0433", "\u0418\u0442\u043e\u0433",
		"\u0438\u0442\u043e\u0433\u0438",
		"\u0418\u0442\u043e\u0433\u0438",
		"\u03b1\u03c0\u03bf\u03c4\u03ad\u03bb\u03b5\u03c3\u03bc\u03b1",
		"\u0391\u03c0\u03bf\u03c4\u03ad\u03bb\u03b5\u03c3\u03bc\u03b1",
		"\uacb0\uacfc", NULL};

	return str_is_listed(word, WORDS);
}

/* Of "final result", "result at quarter end", "Ergebnis am Quartalsende": what
 * says no more than when. */
static bool is_when(struct str word)
{
	static const char *const WORDS[] = {"final", "end", "ending", "overall",
		"quarter", "quarterly", "year", "period", "cycle", "term",
		"season", "month", "at", "in", "of", "on", "the", "this",
		"last", "by", "as", "close", "closing", "kr", "so", "far", "to",
		"date", "eoq", "eoy", "current", "interim", "am", "zum", "im",
		"per", "des", "der", "vom", "ende", "quartalsende",
		"jahresende", "quartal", "quartals", "abschluss", "bisher",
		"bisheriges", "aktuelles", "finales", "au", "\u00e0", "de",
		"du", "la", "le", "fin", "finale", "trimestre", "semestre",
		"del", "do", "al", "no", "fim", "cierre", "di", "fine", "van",
		"het", "kwartaal", "eind", "einde", "na", "koniec",
		"kwarta\u0142u", "kwarta\u0142", "ko\u0144cowy", "za", "obecny",
		"aktualny", "\u00e5r", "kvartal", "kvartalet", "slut",
		"slutligt", "endelig", "endeligt",
		"z\u00e1v\u011bre\u010dn\u00fd", "kone\u010dn\u00fd",
		/* Russian: of the quarter, of the year, final */
		"\u043a\u0432\u0430\u0440\u0442\u0430\u043b\u0430",
		"\u0433\u043e\u0434\u0430", "\u0437\u0430", NULL};

	return str_is_listed(word, WORDS) || vocab_is_period(word);
}

static struct str next_word(struct str *s)
{
	struct str word = {s->p, 0};

	while (word.n < s->n && !str_is_among(s->p[word.n], " -/"))
		word.n++;
	*s = str_sub(*s, word.n + 1, s->n);
	return word;
}

/* Few cells have such a word, and most of what a page has are cells. */
static bool has_result(struct str header)
{
	while (header.n) {
		if (is_result(next_word(&header)))
			return true;
	}
	return false;
}

/* "Result at quarter end", "Final outcome", "Ergebnis Q3", "Wynik" */
static bool says_result(struct str header)
{
	enum { LONGEST = 40 };
	struct str word;
	bool result = false;

	header = vocab_bare(header);
	if (header.n > LONGEST || !has_result(header))
		return false;
	while (header.n) {
		word = next_word(&header);
		if (word.n && !result && is_result(word))
			result = true;
		else if (word.n && !is_when(word))
			return false;
	}
	return result;
}

/* "Confidence at start", "Confidence (now)": how sure they are, at any time. */
static bool is_belief(struct str name)
{
	static const char *const WORDS[] = {"confidence", "zuversicht",
		"konfidenz", "confiance", "confianza", "confian\u00e7a",
		"fiducia", "vertrouwen"};
	enum { MOST = 5 };

	for (size_t i = 0; i < COUNT_OF(WORDS); i++) {
		if (vocab_begins(name, WORDS[i]) ||
			(str_iends(name, WORDS[i]) &&
				name.n > strlen(WORDS[i]) &&
				name.p[name.n - strlen(WORDS[i]) - 1] == ' '))
			return str_words(name) <= MOST;
	}
	return false;
}

enum field vocab_outcome(struct str header)
{
	enum field f;

	if (asks_outcome(header))
		return FIELD_STATUS;
	if (is_belief(vocab_bare(header)))
		return FIELD_CONFIDENCE;
	f = vocab_look_up(str_trim(header), OUTCOMES);
	if (f == FIELD_NONE && says_result(header))
		f = FIELD_RESULT;
	return f;
}
