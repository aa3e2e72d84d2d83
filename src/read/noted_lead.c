/*
 * The words that lead to a number in a note: "we got to", "bisher", "Signed".
 */
#include "noted_p.h"

#include "now_p.h"

#include "attr.h"

/* Words in front of a number; those with tells say that it is a reading. */
static const struct lead {
	const char *words;
	bool tells;
} LEADS[] = {
	{"we", false},
	{"i", false},
	{"it's", true},
	{"it is", true},
	{"we're", true},
	{"we are", true},
	{"i'm", true},
	{"i am", true},
	{"they", false},
	{"is", true},
	{"only", false},
	{"just", false},
	{"about", false},
	{"around", false},
	{"roughly", false},
	{"approx.", false},
	{"ca.", false},
	{"~", false},
	{"at", false},
	{"with", false},
	{"now", true},
	{"currently", true},
	{"current", true},
	{"today", true},
	{"this week", true},
	{"this month", true},
	{"diese woche", true},
	{"diesen monat", true},
	{"cette semaine", true},
	{"ce mois", true},
	{"esta semana", true},
	{"este mes", true},
	{"este m\u00eas", true},
	{"questa settimana", true},
	{"questo mese", true},
	{"deze week", true},
	{"deze maand", true},
	{"den h\u00e4r veckan", true},
	{"denne uge", true},
	{"denne uken", true},
	{"w tym tygodniu", true},
	{"\u043d\u0430 \u044d\u0442\u043e\u0439 "
	 "\u043d\u0435\u0434\u0435\u043b\u0435",
		true},
	{"so far", true},
	{"already", true},
	{"latest", true},
	{"ended", true},
	{"ended up", true},
	{"ended the quarter", true},
	{"ended the year", true},
	{"ended the season", true},
	{"had to do", true},
	{"had to use", true},
	{"fell short:", true},
	{"fell short at", true},
	{"fell short with", true},
	{"finished", true},
	{"closed", true},
	{"closed the quarter", true},
	{"landed", true},
	{"came in", true},
	{"came out", true},
	{"got", true},
	{"got to", true},
	{"made it to", true},
	{"reached", true},
	{"achieved", true},
	{"hit", true},
	{"averaged", true},
	{"average is", true},
	{"our average is", true},
	{"the average is", true},
	{"we had", true},
	{"we held", true},
	{"stands", true},
	{"standing", true},
	{"stand", true},
	{"actual", true},
	{"we staan op", true},
	{"tot nu toe", true},
	{"huidig", true},
	{"ad oggi", true},
	{"finora", true},
	{"actuel", true},
	{"atual", true},
	{"reported", true},
	{"measured", true},
	{"outcome", true},
	{"final", true},
	{"went to", true},
	{"down to", true},
	{"up to", true},
	{"managed", true},
	{"did", true},
	{"on", false},
	{"nous sommes", true},
	{"on est", true},
	{"nous en sommes", true},
	{"\u00e0", false},
	{"actuellement", true},
	{"aujourd'hui", true},
	{"atteint", true},
	{"r\u00e9alis\u00e9", true},
	{"wir sind", true},
	{"wir stehen", true},
	{"wir haben", true},
	{"erreicht", true},
	{"erreicht wurden", true},
	{"aktuell", true},
	{"derzeit", true},
	{"momentan", true},
	{"inzwischen", true},
	{"bisher", true},
	{"bislang", true},
	{"ist", true},
	{"jetzt", true},
	{"stand", true},
	{"bei", false},
	{"nur", false},
	{"rund", false},
	{"vamos por", true},
	{"vamos por el", true},
	{"vamos en el", true},
	{"estamos en el", true},
	{"vamos en", true},
	{"vamos", true},
	{"estamos en", true},
	{"estamos", true},
	{"estamos em", true},
	{"llegamos a", true},
	{"llegamos al", true},
	{"alcanzamos", true},
	{"cerramos en", true},
	{"actualmente", true},
	{"ahora", true},
	{"hoy", true},
	{"llevamos", true},
	{"chegamos a", true},
	{"alcan\u00e7amos", true},
	{"fechamos em", true},
	{"atualmente", true},
	{"agora", true},
	{"hoje", true},
	{"at\u00e9 agora", true},
	{"j\u00e1 fiz", true},
	{"j\u00e1 fizemos", true},
	{"j\u00e1", true},
	{"em", false},
	{"en", false},
	{"tengo", true},
	{"tenemos", true},
	{"ya", true},
	{"d\u00e9j\u00e0", true},
	{"gi\u00e0", true},
	{"schon", true},
	{"bereits", true},
	{"al", false},
	{"have", false},
	{"tenho", true},
	{"temos", true},
	{"terminei", true},
	{"siamo a", true},
	{"siamo al", true},
	{"oggi", true},
	{"attualmente", true},
	{"ora", true},
	{"raggiunto", true},
	{"raggiunti", true},
	{"we zitten op", true},
	{"nu", true},
	{"momenteel", true},
	{"behaald", true},
	{"op", false},
	{"obecnie", true},
	{"teraz", true},
	{"osi\u0105gni\u0119to", true},
	{"\u015fu an", true},
	{"\u015fimdiye kadar", true},
	{"\u0441\u0435\u0439\u0447\u0430\u0441", true},
	{"\u0442\u0435\u043a\u0443\u0449\u0435\u0435", true},
	{"\u0434\u043e\u0441\u0442\u0438\u0433\u043b\u0438", true},
	{"\u0432\u044b\u0448\u043b\u0438 \u043d\u0430", true},
	{"\u0444\u0430\u043a\u0442", true},
	{"\u0437\u0430\u0440\u0430\u0437", true},
	{"\u76ee\u524d\u4e3a", true},
	{"\u76ee\u524d\u662f", true},
	{"\u76ee\u524d", true},
	{"\u5f53\u524d\u4e3a", true},
	{"\u5f53\u524d", true},
	{"\u73b0\u5728", true},
	{"\u73b0\u4e3a", true},
	{"\u5b9e\u9645\u4e3a", true},
	{"\u5b9e\u9645\u5b8c\u6210", true},
	{"\u5b9e\u9645", true},
	{"\u5be6\u969b", true},
	{"\u7d2f\u8ba1", true},
	{"\u8fbe\u5230", true},
	{"\u9054\u5230", true},
	{"\u53ea\u505a\u4e86", true},
	{"\u53ea\u5b8c\u6210\u4e86", true},
	{"\u5df2\u5b8c\u6210", true},
	{"\u5b8c\u6210\u4e86", true},
	{"\u5b8c\u6210", true},
	{"\u73fe\u5728", true},
	{"\u73fe\u6642\u70b9\u3067", true},
	{"\u5b9f\u7e3e", true},
	{"cerr\u00f3 en", true},
	{"cerramos con", true},
	{"quedamos en", true},
	{"qued\u00f3 en", true},
	{"terminamos en", true},
	{"terminamos con", true},
	{"termin\u00f3 en", true},
	{"se logr\u00f3", true},
	{"logramos", true},
	{"alcanzado", true},
	{"encerramos em", true},
	{"encerramos com", true},
	{"fechou em", true},
	{"terminamos em", true},
	{"ficamos em", true},
	{"ficou em", true},
	{"atingimos", true},
	{"chegou a", true},
	{"alcan\u00e7ado", true},
	{"atingido", true},
	{"chiuso a", true},
	{"abbiamo chiuso a", true},
	{"chiudiamo a", true},
	{"siamo arrivati a", true},
	{"arrivati a", true},
	{"siamo fermi a", true},
	{"on a fini \u00e0", true},
	{"on finit \u00e0", true},
	{"termin\u00e9 \u00e0", true},
	{"fini \u00e0", true},
	{"nous avons atteint", true},
	{"on a atteint", true},
	{"on termine \u00e0", true},
	{"gelandet bei", true},
	{"ende bei", true},
	{"gestanden", true},
	{"es wurden", true},
	{"wurden es", true},
	{"geworden sind es", true},
	{"am ende", true},
	{"uitgekomen op", true},
	{"ge\u00ebindigd op", true},
	{"bereikt", true},
	{"geworden", true},
	{"eindstand", true},
	{"landade p\u00e5", true},
	{"slutade p\u00e5", true},
	{"blev", true},
	{"n\u00e5dde", true},
	{"uppn\u00e5tt", true},
	{"vi n\u00e5dde", true},
	{"utfall", true},
	{"endte p\u00e5", true},
	{"endte med", true},
	{"n\u00e5ede", true},
	{"opn\u00e5et", true},
	{"oppn\u00e5dd", true},
	{"resultat", true},
	{"sko\u0144czyli\u015bmy na", true},
	{"wysz\u0142o", true},
	{"zamkn\u0119li\u015bmy na", true},
	{"dosa\u017eeno", true},
	{"skon\u010dili jsme na", true},
	{"skute\u010dnost", true},
	{"p\u00e4\u00e4dyttiin", true},
	{"saavutettu", true},
	{"toteuma", true},
	{"ger\u00e7ekle\u015fen", true},
	{"ger\u00e7ekle\u015fme", true},
	{"ula\u015ft\u0131k", true},
	{"kapatt\u0131k", true},
	{"\u015fu anda", true},
	{"\u0434\u043e\u0441\u0442\u0438\u0433\u043d\u0443\u0442\u043e", true},
	{"\u0437\u0430\u043a\u0440\u044b\u043b\u0438 \u043d\u0430", true},
	{"\u0432\u044b\u0448\u043b\u043e", true},
	{"\u0438\u0442\u043e\u0433", true},
	{"\u043f\u043e\u043b\u0443\u0447\u0438\u043b\u043e\u0441\u044c", true},
	{"\u043f\u043e \u0444\u0430\u043a\u0442\u0443", true},
	{"\u7d50\u679c", true},
	{"\u7740\u5730", true},
	{"\ub2ec\uc131", true},
	{"\ud604\uc7ac", true},
	{"\uc9c0\uae08", true},
	{"\uc2e4\uc81c", true},
	{"\uc2e4\uc801", true},
};

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
	const struct lead *best = NULL;
	struct str behind = *s;

	for (size_t i = 0; i < COUNT_OF(LEADS); i++) {
		struct str rest = *s;

		if (!str_iskip(&rest, LEADS[i].words) ||
			!is_word_end(LEADS[i].words, rest) ||
			(best && strlen(best->words) >= strlen(LEADS[i].words)))
			continue;
		best = &LEADS[i];
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
