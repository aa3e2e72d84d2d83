/*
 * The words that lead to a number in a note: "we got to", "bisher", "Signed".
 */
#include "noted_p.h"

#include "now_p.h"

#include "attr.h"

/* Words in front of a number, under their first bytes; those with tells say
 * that it is a reading. */
struct lead {
	const char *words;
	bool tells;
};

// clang-format off
static const struct lead *const LEADS[256] = {
	['a'] = (const struct lead[]){
		{"about", false},
		{"around", false},
		{"approx.", false},
		{"at", false},
		{"already", true},
		{"achieved", true},
		{"averaged", true},
		{"average is", true},
		{"actual", true},
		{"ad oggi", true},
		{"actuel", true},
		{"atual", true},
		{"actuellement", true},
		{"aujourd'hui", true},
		{"atteint", true},
		{"aktuell", true},
		{"alcanzamos", true},
		{"actualmente", true},
		{"ahora", true},
		{"alcan\u00e7amos", true},
		{"atualmente", true},
		{"agora", true},
		{"at\u00e9 agora", true},
		{"al", false},
		{"attualmente", true},
		{"alcanzado", true},
		{"atingimos", true},
		{"alcan\u00e7ado", true},
		{"atingido", true},
		{"abbiamo chiuso a", true},
		{"arrivati a", true},
		{"am ende", true},
		{0},
	},
	['b'] = (const struct lead[]){
		{"bisher", true},
		{"bislang", true},
		{"bei", false},
		{"bereits", true},
		{"behaald", true},
		{"bereikt", true},
		{"blev", true},
		{0},
	},
	['c'] = (const struct lead[]){
		{"ca.", false},
		{"currently", true},
		{"current", true},
		{"cette semaine", true},
		{"ce mois", true},
		{"closed", true},
		{"closed the quarter", true},
		{"came in", true},
		{"came out", true},
		{"cerramos en", true},
		{"chegamos a", true},
		{"cerr\u00f3 en", true},
		{"cerramos con", true},
		{"chegou a", true},
		{"chiuso a", true},
		{"chiudiamo a", true},
		{"conseguido", true},
		{"conseguidos", true},
		{"cumplido", true},
		{"cumplidos", true},
		{0},
	},
	['d'] = (const struct lead[]){
		{"diese woche", true},
		{"diesen monat", true},
		{"deze week", true},
		{"deze maand", true},
		{"den h\u00e4r veckan", true},
		{"denne uge", true},
		{"denne uken", true},
		{"down to", true},
		{"did", true},
		{"derzeit", true},
		{"d\u00e9j\u00e0", true},
		{"dosa\u017eeno", true},
		{0},
	},
	['e'] = (const struct lead[]){
		{"esta semana", true},
		{"este mes", true},
		{"este m\u00eas", true},
		{"ended", true},
		{"ended up", true},
		{"ended the quarter", true},
		{"ended the year", true},
		{"ended the season", true},
		{"erreicht", true},
		{"erreicht wurden", true},
		{"erf\u00fcllt", true},
		{"estamos en el", true},
		{"estamos en", true},
		{"estamos", true},
		{"estamos em", true},
		{"em", false},
		{"en", false},
		{"encerramos em", true},
		{"encerramos com", true},
		{"ende bei", true},
		{"es wurden", true},
		{"eindstand", true},
		{"endte p\u00e5", true},
		{"endte med", true},
		{0},
	},
	['f'] = (const struct lead[]){
		{"fell short:", true},
		{"fell short at", true},
		{"fell short with", true},
		{"finished", true},
		{"finora", true},
		{"final", true},
		{"fechamos em", true},
		{"fechou em", true},
		{"ficamos em", true},
		{"ficou em", true},
		{"fini \u00e0", true},
		{0},
	},
	['g'] = (const struct lead[]){
		{"got", true},
		{"got to", true},
		{"gi\u00e0", true},
		{"gelandet bei", true},
		{"gestanden", true},
		{"geworden sind es", true},
		{"ge\u00ebindigd op", true},
		{"geworden", true},
		{"ger\u00e7ekle\u015fen", true},
		{"ger\u00e7ekle\u015fme", true},
		{0},
	},
	['h'] = (const struct lead[]){
		{"had to do", true},
		{"had to use", true},
		{"hit", true},
		{"huidig", true},
		{"hoy", true},
		{"hoje", true},
		{"have", false},
		{0},
	},
	['i'] = (const struct lead[]){
		{"i", false},
		{"it's", true},
		{"it is", true},
		{"i'm", true},
		{"i am", true},
		{"is", true},
		{"inzwischen", true},
		{"ist", true},
		{0},
	},
	['j'] = (const struct lead[]){
		{"just", false},
		{"jetzt", true},
		{"j\u00e1 fiz", true},
		{"j\u00e1 fizemos", true},
		{"j\u00e1", true},
		{0},
	},
	['k'] = (const struct lead[]){
		{"kapatt\u0131k", true},
		{0},
	},
	['l'] = (const struct lead[]){
		{"latest", true},
		{"landed", true},
		{"llegamos a", true},
		{"llegamos al", true},
		{"llevamos", true},
		{"logramos", true},
		{"landade p\u00e5", true},
		{0},
	},
	['m'] = (const struct lead[]){
		{"made it to", true},
		{"measured", true},
		{"managed", true},
		{"momentan", true},
		{"momenteel", true},
		{0},
	},
	['n'] = (const struct lead[]){
		{"now", true},
		{"nous sommes", true},
		{"nous en sommes", true},
		{"nur", false},
		{"nu", true},
		{"nous avons atteint", true},
		{"n\u00e5dde", true},
		{"n\u00e5ede", true},
		{0},
	},
	['o'] = (const struct lead[]){
		{"only", false},
		{"our average is", true},
		{"outcome", true},
		{"on", false},
		{"on est", true},
		{"oggi", true},
		{"ora", true},
		{"op", false},
		{"obecnie", true},
		{"osi\u0105gni\u0119to", true},
		{"on a fini \u00e0", true},
		{"on finit \u00e0", true},
		{"on a atteint", true},
		{"on termine \u00e0", true},
		{"opn\u00e5et", true},
		{"oppn\u00e5dd", true},
		{0},
	},
	['p'] = (const struct lead[]){
		{"p\u00e4\u00e4dyttiin", true},
		{0},
	},
	['q'] = (const struct lead[]){
		{"questa settimana", true},
		{"questo mese", true},
		{"quedamos en", true},
		{"qued\u00f3 en", true},
		{0},
	},
	['r'] = (const struct lead[]){
		{"roughly", false},
		{"reached", true},
		{"reported", true},
		{"r\u00e9alis\u00e9", true},
		{"rund", false},
		{"raggiunto", true},
		{"raggiunti", true},
		{"resultat", true},
		{0},
	},
	['s'] = (const struct lead[]){
		{"so far", true},
		{"stands", true},
		{"standing", true},
		{"stand", true},
		{"schon", true},
		{"siamo a", true},
		{"siamo al", true},
		{"se logr\u00f3", true},
		{"siamo arrivati a", true},
		{"siamo fermi a", true},
		{"slutade p\u00e5", true},
		{"sko\u0144czyli\u015bmy na", true},
		{"skon\u010dili jsme na", true},
		{"skute\u010dnost", true},
		{"saavutettu", true},
		{0},
	},
	['t'] = (const struct lead[]){
		{"this is number", true},
		{"this was number", true},
		{"this is no.", true},
		{"they", false},
		{"today", true},
		{"this week", true},
		{"this month", true},
		{"the average is", true},
		{"tot nu toe", true},
		{"tengo", true},
		{"tenemos", true},
		{"tenho", true},
		{"temos", true},
		{"terminei", true},
		{"teraz", true},
		{"terminamos en", true},
		{"terminamos con", true},
		{"termin\u00f3 en", true},
		{"terminamos em", true},
		{"termin\u00e9 \u00e0", true},
		{"toteuma", true},
		{0},
	},
	['u'] = (const struct lead[]){
		{"up to", true},
		{"uitgekomen op", true},
		{"uppn\u00e5tt", true},
		{"utfall", true},
		{"ula\u015ft\u0131k", true},
		{0},
	},
	['v'] = (const struct lead[]){
		{"vamos por", true},
		{"vamos por el", true},
		{"vamos en el", true},
		{"vamos en", true},
		{"vamos", true},
		{"vi n\u00e5dde", true},
		{0},
	},
	['w'] = (const struct lead[]){
		{"we", false},
		{"we're", true},
		{"we are", true},
		{"with", false},
		{"w tym tygodniu", true},
		{"we had", true},
		{"we held", true},
		{"we staan op", true},
		{"went to", true},
		{"wir sind", true},
		{"wir stehen", true},
		{"wir haben", true},
		{"we zitten op", true},
		{"wurden es", true},
		{"wysz\u0142o", true},
		{0},
	},
	['y'] = (const struct lead[]){
		{"ya", true},
		{0},
	},
	['z'] = (const struct lead[]){
		{"zamkn\u0119li\u015bmy na", true},
		{0},
	},
	['~'] = (const struct lead[]){
		{"~", false},
		{0},
	},
	[0xc3] = (const struct lead[]){
		{"\u00e0", false},
		{0},
	},
	[0xc5] = (const struct lead[]){
		{"\u015fu an", true},
		{"\u015fimdiye kadar", true},
		{"\u015fu anda", true},
		{0},
	},
	[0xd0] = (const struct lead[]){
		{"\u043d\u0430 \u044d\u0442\u043e\u0439 \u043d\u0435\u0434\u0435\u043b\u0435", true},
		{"\u0434\u043e\u0441\u0442\u0438\u0433\u043b\u0438", true},
		{"\u0432\u044b\u0448\u043b\u0438 \u043d\u0430", true},
		{"\u0437\u0430\u0440\u0430\u0437", true},
		{"\u0434\u043e\u0441\u0442\u0438\u0433\u043d\u0443\u0442\u043e", true},
		{"\u0437\u0430\u043a\u0440\u044b\u043b\u0438 \u043d\u0430", true},
		{"\u0432\u044b\u0448\u043b\u043e", true},
		{"\u0438\u0442\u043e\u0433", true},
		{"\u043f\u043e\u043b\u0443\u0447\u0438\u043b\u043e\u0441\u044c", true},
		{"\u043f\u043e \u0444\u0430\u043a\u0442\u0443", true},
		{0},
	},
	[0xd1] = (const struct lead[]){
		{"\u0441\u0435\u0439\u0447\u0430\u0441", true},
		{"\u0442\u0435\u043a\u0443\u0449\u0435\u0435", true},
		{"\u0444\u0430\u043a\u0442", true},
		{0},
	},
	[0xe5] = (const struct lead[]){
		{"\u5f53\u524d\u4e3a", true},
		{"\u5f53\u524d", true},
		{"\u5b9e\u9645\u4e3a", true},
		{"\u5b9e\u9645\u5b8c\u6210", true},
		{"\u5b9e\u9645", true},
		{"\u5be6\u969b", true},
		{"\u53ea\u505a\u4e86", true},
		{"\u53ea\u5b8c\u6210\u4e86", true},
		{"\u5df2\u5b8c\u6210", true},
		{"\u5b8c\u6210\u4e86", true},
		{"\u5b8c\u6210", true},
		{"\u5b9f\u7e3e", true},
		{0},
	},
	[0xe7] = (const struct lead[]){
		{"\u76ee\u524d\u4e3a", true},
		{"\u76ee\u524d\u662f", true},
		{"\u76ee\u524d", true},
		{"\u73b0\u5728", true},
		{"\u73b0\u4e3a", true},
		{"\u7d2f\u8ba1", true},
		{"\u73fe\u5728", true},
		{"\u73fe\u6642\u70b9\u3067", true},
		{"\u7d50\u679c", true},
		{"\u7740\u5730", true},
		{0},
	},
	[0xe8] = (const struct lead[]){
		{"\u8fbe\u5230", true},
		{0},
	},
	[0xe9] = (const struct lead[]){
		{"\u9054\u5230", true},
		{0},
	},
	[0xeb] = (const struct lead[]){
		{"\ub2ec\uc131", true},
		{0},
	},
	[0xec] = (const struct lead[]){
		{"\uc9c0\uae08", true},
		{"\uc2e4\uc81c", true},
		{"\uc2e4\uc801", true},
		{0},
	},
	[0xed] = (const struct lead[]){
		{"\ud604\uc7ac", true},
		{0},
	},
};
// clang-format on

/* "Signed 3", "Second exercise ended at": the first word, where it is a deed
 * done. */
static bool skip_deed(struct str *s)
{
	static const char *const ENDS[] = {
		"ed", "amos", "emos", "imos", "ano", "ono"};
	size_t n = str_find_char(*s, ' ');
	bool deed = false;

	if (n == STR_NONE || n < 5)
		return false;
	for (size_t i = 0; i < COUNT_OF(ENDS); i++)
		deed = deed || str_iends(str_sub(*s, 0, n), ENDS[i]);
	if (!deed)
		return false;
	*s = str_trim(str_sub(*s, n, s->n));
	return s->n && str_is_digit(s->p[0]);
}

static bool is_word_end(const char *word, struct str rest)
{
	size_t n = strlen(word);

	return !str_is_alpha(word[n - 1]) || !rest.n ||
	       !str_is_alpha(rest.p[0]);
}

static bool skip_lead(struct str *s, bool *tells)
{
	const struct lead *best = NULL, *lead = LEADS[str_letter(*s)];
	struct str behind = *s;

	for (; lead && lead->words; lead++) {
		struct str rest = *s;

		if (!str_iskip(&rest, lead->words) ||
			!is_word_end(lead->words, rest) ||
			(best && strlen(best->words) >= strlen(lead->words)))
			continue;
		best = lead;
		behind = rest;
	}
	if (!best) {
		*tells = vocab_skip_now(s) || *tells;
		return s->p != behind.p;
	}
	behind = str_trim(behind);
	if (!str_skip(&behind, "\uff1a"))
		str_skip_char(&behind, ':');
	*tells = *tells || best->tells;
	*s = str_trim(behind);
	return true;
}

/* "Second exercise ended at 4.5 h": who did it, and what leads to the number.
 */
static bool skip_subject(struct str *s, bool *tells)
{
	static const char *const VERBS[] = {" ended at ", " reached ", " hit ",
		" is at ", " is now ", " stands at ", " now at ", " says ",
		" shows ", " showed ", " measured ", " counted ", " zeigt ",
		" misst ", " affiche ", " mesure ", " marca ", " mide ",
		" mostra ", " segna ", " finished at ", " closed at ",
		" landed at ", " came in at ", " got to ", " are at ",
		" averaged ", " was at ", " est \u00e0 ", " liegt bei ",
		" steht bei ", " est\u00e1 en ", " est\u00e1 em ", " lag bei ",
		" erreichte ", " lleg\u00f3 a ", " chegou a "};
	enum { MOST_WORDS = 4 };

	for (size_t i = 0; i < COUNT_OF(VERBS); i++) {
		size_t at = str_ifind(*s, str_of(VERBS[i]));
		struct str front;

		if (at == STR_NONE)
			continue;
		front = str_sub(*s, 0, at);
		if (str_words(front) > MOST_WORDS || str_has_digit(front))
			return false;
		*s = str_trim(str_sub(*s, at + strlen(VERBS[i]), s->n));
		*tells = true;
		return true;
	}
	return false;
}

bool noted_skip_leads(struct str *s)
{
	enum { ROUNDS = 5 };
	bool tells = false;

	for (int i = 0; i < ROUNDS; i++) {
		if (!skip_lead(s, &tells))
			break;
	}
	tells = skip_deed(s) || tells;
	if (s->n && !str_has_digit(str_sub(*s, 0, 1)))
		skip_subject(s, &tells);
	return tells;
}

bool noted_is_led(struct str s, bool *tells)
{
	enum { ROUNDS = 5 };

	*tells = false;
	for (int i = 0; i < ROUNDS; i++) {
		if (!skip_lead(&s, tells))
			break;
	}
	if (str_iskip(&s, "r$"))
		s = str_trim(s);
	return *tells && s.n &&
	       (str_is_digit(s.p[0]) || s.p[0] == '+' || str_starts(s, "$") ||
		       str_starts(s, "\u20ac") || str_starts(s, "\u00a3"));
}
