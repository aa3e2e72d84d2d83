/*
 * One value in parentheses with words of other languages than English:
 * "(l'an dernier : 320)", "(\u53bb\u5e7482%)" is where it started, "(nu 41)"
 * and
 * "(\u76ee\u524d28%)" where it stands, "(hechos: 2)" how far it came.
 */
#include "baseline_p.h"

#include "attr.h"
#include "date.h"

/* A time before. */
static const char *const AGO[] = {"dernier", "derni\u00e8re",
	"pr\u00e9c\u00e9dent", "pr\u00e9c\u00e9dente", "pass\u00e9",
	"pass\u00e9e", "pasado", "pasada", "passado", "passada", "scorso",
	"scorsa", "precedente", "anterior", "vorjahr", "vorjahres",
	"vorquartal", "vormonat", "letzte", "letztem", "letztes", "letzten",
	"letzter", "vorige", "voriges", "voriger", "vorigen", "vergangene",
	"vergangenes", "vergangener", "vergangenen", "vorig", "afgelopen",
	"f\u00f6rra", "f\u00f6reg\u00e5ende", "fjor", "fjol", "ifjor",
	"fjor\u00e5ret", "sidste", "forrige", "viime", "vuosi",
	"edellisen\u00e4", "loni", "lo\u0148sku", "lo\u0148sk\u00fd",
	"minul\u00fd", "minul\u00e9m", "temu", "ubieg\u0142y", "ubieg\u0142ym",
	"zesz\u0142y", "zesz\u0142ym", "poprzednim", "poprzednio", "zuletzt",
	"vorjahresquartal", "vorjahreszeitraum", "vorjahresmonat",
	"vorjahreswert", "vorhalbjahr", "ven\u00edamos", "venimos",
	"ven\u00eda", "arrancamos", "arranc\u00e1bamos", "arrancaba",
	"empezamos", "partimos", "part\u00edamos", "partiendo",
	"come\u00e7amos", "partindo", "sa\u00edmos", "v\u00ednhamos",
	"partiamo", "partivamo", "eravamo", "\u00e9tions", "partions", "partis",
	"partait", "stonden", "kwamen", "waren", "startade", "b\u00f6rjade",
	"j\u00e4mf\u00f6rt", "startede", "sammenlignet", "startet", "begyndte",
	"aloitettiin", "zaczynali\u015bmy", "startowali\u015bmy",
	"byli\u015bmy", "por\u00f3wnaniu", "za\u010d\u00ednali",
	"za\u010d\u00edn\u00e1me", "proti", "byli", "kezdt\u00fck", "tavaly",
	"kor\u00e1bban", "ge\u00e7ti\u011fimiz", "ba\u015flang\u0131\u00e7ta",
	"\u00f6nceden", "ge\u00e7mi\u015fte",
	"\u043d\u0430\u0447\u0438\u043d\u0430\u043b\u0438",
	"\u043f\u0440\u043e\u0448\u043b\u0430\u044f", "wcze\u015bniej",
	"by\u0142o", "by\u0142", "by\u0142a", "byl", "bylo", "byla",
	"d\u0159\u00edve", "ge\u00e7en", "\u00f6nceki", "\u00f6nce",
	"\u043f\u0440\u043e\u0448\u043b\u043e\u043c",
	"\u043f\u0440\u043e\u0448\u043b\u044b\u0439",
	"\u043f\u0440\u043e\u0448\u043b\u043e\u0433\u043e",
	"\u043f\u0440\u0435\u0434\u044b\u0434\u0443\u0449\u0435\u043c",
	"\u043d\u0430\u0437\u0430\u0434", "\u0431\u044b\u043b\u043e",
	"\u0431\u044b\u043b", "\u0431\u044b\u043b\u0430",
	"\u0440\u0430\u043d\u044c\u0448\u0435",
	"\u0440\u0430\u043d\u0435\u0435",
	"\u043c\u0438\u043d\u0443\u043b\u043e\u0433\u043e",
	"\u043c\u0438\u043d\u0443\u043b\u043e\u043c\u0443",
	"\u0442\u043e\u0440\u0456\u043a", "\u0442\u043e\u043c\u0443",
	"\u0431\u0443\u043b\u043e", "\u0440\u0430\u043d\u0456\u0448\u0435",
	"ngo\u00e1i", "tr\u01b0\u1edbc", "lalu", "sebelumnya", "fa",
	"atr\u00e1s", "\u00e9tait", "\u00e9taient", "estaba", "estaban", "eran",
	"erano", "eram", "fue", "fu", "foi", "oli", "aiemmin", "tidigare",
	"tidligere", "lag", "lagen", "voorheen", "eerder", "was", "initial",
	"initiale", "inicial", "iniziale", "partida", "d\u00e9part", "start",
	"l\u00e4ht\u00f6taso", "v\u00fdchoz\u00ed", "wyj\u015bciowo",
	"in\u00edcio", "inicio", "ba\u015flang\u0131\u00e7", NULL};
/* The same inside a word that no blank ends. */
static const char *const AGO_EAST[] = {"\u53bb\u5e74", "\u6628\u5e74",
	"\u524d\u5e74", "\u524d\u56de", "\u524d\u671f", "\u524d\u6708",
	"\u4e0a\u671f", "\u4e0a\u5b63", "\u4e0a\u6708", "\u4e0a\u5e74",
	"\u5e74\u521d", "\u671f\u521d", "\u6b64\u524d", "\u4e4b\u524d",
	"\u539f\u5148", "\u539f\u4e3a", "\u539f\u4f86", "\u4ee5\u524d",
	"\u5f93\u6765", "\u57fa\u51c6", "\u57fa\u7dda", "\u57fa\u7ebf",
	"\u540c\u671f", "\u5f00\u59cb", "\u958b\u59cb\u6642", "\uae30\uc874",
	"\uc791\ub144", "\uc9c0\ub09c", "\uc804\ub144", "\uc804\ubd84\uae30",
	"\uc5f0\ucd08", "\uc774\uc804", "\uc2dc\uc791"};
/* Where it stands. */
static const char *const NOW[] = {"\u015fu", "anda", "hi\u1ec7n", "saat",
	"heden", "n\u00e5", "nyt", "t\u00e4ll\u00e4",
	"\u0437\u0430\u0440\u0430\u0437", "moment\u00e1ln\u011b",
	"sou\u010dasnosti", "aujourd'hui", "t\u00e4ll\u00e4hetkell\u00e4",
	"bug\u00fcn", "\u0441\u0435\u0433\u043e\u0434\u043d\u044f",
	"\u0441\u044c\u043e\u0433\u043e\u0434\u043d\u0456", "mevcut",
	"dzi\u015b", "obecnie", "huidig", "huidige", "vandaag", "oggi",
	"attualmente", "idag", "dag", "nu", "dnes", "nyn\u00ed", "te\u010f",
	"aktu\u00e1ln\u011b", "mamy", "m\u00e1me", "llevamos", "llevo",
	"tenemos", "tengo", "tenho", "temos", "abbiamo", "avons", "har",
	"hebben", "haben", "\u0441\u0435\u0439\u0447\u0430\u0441", NULL};
static const char *const NOW_EAST[] = {"\u73b0\u72b6", "\u73b0\u4e3a",
	"\u5f53\u524d", "\u76ee\u524d", "\u73b0\u5728", "\u73b0\u6709",
	"\u5982\u4eca", "\u73fe\u72b6", "\u73fe\u5728", "\u4eca\u306f",
	"\ud604\uc7ac", "\uc9c0\uae08"};
/* How far it came. */
static const char *const REACHED[] = {"actual", "terminei", "fiz",
	"conclu\u00ed", "li", "juntei", "hice", "termin\u00e9", "le\u00ed",
	"fait", "faits", "faite", "faites", "r\u00e9alis\u00e9",
	"r\u00e9alis\u00e9s", "r\u00e9alis\u00e9e", "r\u00e9alis\u00e9es",
	"jour", "hecho", "hechos", "hecha", "hechas", "logrado", "logrados",
	"logradas", "alcanzado", "conseguido", "conseguidos", "cumplido",
	"cumplidos", "completado", "completados", "conclu\u00eddo",
	"conclu\u00eddos", "atingido", "erf\u00fcllt", "realizado",
	"realizados", "realizadas", "feito", "feitos", "feita", "feitas",
	"alcan\u00e7ado", "j\u00e1", "fatto", "fatti", "fatta", "fatte",
	"finora", "raggiunto", "raggiunti", "erledigt", "geschafft", "erreicht",
	"behaald", "bereikt", "gedaan", "gerealiseerd", "tot", "uppn\u00e5tt",
	"hittills", "klart", "klara", "gjort", "opn\u00e5et", "oppn\u00e5dd",
	"hidtil", "hittil", "n\u00e5dd", "n\u00e5et", "toteutunut", "tehty",
	"saavutettu", "t\u00e4h\u00e4n", "spln\u011bno", "hotovo",
	"dosa\u017eeno", "dosud", "zat\u00edm", "zrobione", "zrobiono",
	"wykonano", "osi\u0105gni\u0119to", "zrealizowano", "gotowe",
	"dotychczas", "ger\u00e7ekle\u015fen", "yap\u0131lan",
	"ula\u015f\u0131lan", "tamamlanan", "tamamland\u0131",
	"\u043f\u0440\u043e\u0432\u0435\u0434\u0435\u043d\u043e",
	"\u0432\u044b\u043f\u043e\u043b\u043d\u0435\u043d\u043e",
	"\u0441\u0434\u0435\u043b\u0430\u043d\u043e",
	"\u0444\u0430\u043a\u0442",
	"\u0434\u043e\u0441\u0442\u0438\u0433\u043d\u0443\u0442\u043e",
	"\u0433\u043e\u0442\u043e\u0432\u043e",
	"\u043e\u0442\u043a\u0440\u044b\u0442\u043e",
	"\u043f\u043e\u0434\u043f\u0438\u0441\u0430\u043d\u043e",
	"\u0443\u0436\u0435",
	"\u0432\u0438\u043a\u043e\u043d\u0430\u043d\u043e",
	"\u0437\u0440\u043e\u0431\u043b\u0435\u043d\u043e",
	"\u0434\u043e\u0441\u044f\u0433\u043d\u0443\u0442\u043e",
	"\u0432\u0436\u0435", "\u0111\u00e3", "\u0111\u1ea1t", "tercapai",
	"sudah", "bereits", "schon", "d\u00e9j\u00e0", "gi\u00e0", "ju\u017c",
	"allerede", "redan", "allerede", "jo", "al", "ya", NULL};
static const char *const REACHED_EAST[] = {"\u5df2", "\u5b9e\u9645",
	"\u5be6\u969b", "\u5b9f\u7e3e", "\u5b9f\u969b", "\u5b8c\u6210",
	"\u8fbe\u6210", "\u9054\u6210", "\u5b9e\u73b0", "\u9054\u5230",
	"\ub2ec\uc131", "\uc644\ub8cc", "\uc2e4\uc801"};
/* What is still to come. */
static const char *const AHEAD[] = {"bis", "ziel", "target", "goal", "by",
	"until", "objectif", "objetivo", "obiettivo", "meta", "cel", "c\u00edl",
	"m\u00e5l", "doel", "tavoite", "hedef", "\u0446\u0435\u043b\u044c",
	"\u043f\u043b\u0430\u043d", "\u0446\u0456\u043b\u044c", "d'ici", "max",
	"min", "max.", "min.", "mindestens", "h\u00f6chstens", "plan", "je",
	"pro", "per", "par", "por", "za", "\u043d\u0430", "fehlen", "faltan",
	"faltam", "noch", "encore", "mancano", "nog", "kvar",
	"\u0441\u0432\u0435\u0440\u0445", NULL};
static const char *const AHEAD_EAST[] = {"\u76ee\u6807", "\u76ee\u6a19",
	"\ubaa9\ud45c", "\u8ba1\u5212", "\u4ee5\u4e0a", "\u4ee5\u5185",
	"\u6bcf", "\u5269", "\u8fd8", "\u6b8b\u308a", "\u3042\u3068"};
/* In front of a period: "w Q3 by\u0142o 81%", "68 % en 2023". */
static const char *const IN[] = {"in", "en", "em", "im", "nel", "w", "v", "i",
	"\u0432", "\u0443", "\u0437\u0430", "b\u011bhem", "per", "au", "no",
	"\u00e5r", "vuonna", "n\u0103m", "tahun", "ve", "fin", "fine", "ende",
	"finales", "eind", NULL};

enum said {
	SAID_NOTHING,
	SAID_DAY, /* on a day: behind a pair it is later than its start */
	SAID_THEN,
	SAID_NOW,
	SAID_REACHED,
	SAID_AHEAD
};

static bool has_any(struct str s, const char *const *list, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (str_find(s, str_of(list[i])) != STR_NONE)
			return true;
	return false;
}

/* "2023", "Q3", "2\ubd84\uae30", "\u7b2c\u4e8c\u5b63\u5ea6" */
static bool is_period(const struct parse *p, size_t i)
{
	static const char *const EAST[] = {"\u5e74", "\u5b63\u5ea6",
		"\u56db\u534a\u671f", "\ubd84\uae30", "\ub144", "\uc6d4",
		"\u6708"};
	const struct token *x = token_at(p, i);
	bool name = x->kind == TOKEN_NAME, word = x->kind == TOKEN_WORD;

	if (word && x->text.n == 2 && strchr("QTKqtk", x->text.p[0]) &&
		str_is_digit(x->text.p[1]))
		return true;
	return name || (word && has_any(x->text, EAST, COUNT_OF(EAST)));
}

/* "conclu\u00eddos", "sprzedano",
 * "\u0441\u044d\u043a\u043e\u043d\u043e\u043c\u043b\u0435\u043d\u043e": what
 * was done with them. */
static bool is_deed(struct str w)
{
	static const char *const ENDS[] = {"ados", "adas", "idos", "idas",
		"\u00eddos", "\u00eddas", "ati", "ate", "iti", "ite", "uti",
		"ute", "\u00e9s", "\u00e9es", "ano", "ono",
		"\u0435\u043d\u043e", "\u0430\u043d\u043e", "eno", "\u00e1no"};
	enum { LEAST = 6 };

	for (size_t i = 0; w.n >= LEAST && i < COUNT_OF(ENDS); i++)
		if (str_ends(w, ENDS[i]))
			return true;
	return false;
}

static enum said said_by(const struct parse *p, size_t i)
{
	const struct token *x = token_at(p, i);

	if ((is_period(p, i) || lex_is_month(&p->t, i)) && i > 0 &&
		(lex_is_any(&p->t, i - 1, IN) || str_has_high(x->text)))
		return SAID_DAY;
	if (x->kind != TOKEN_WORD)
		return SAID_NOTHING;
	if (lex_is_any(&p->t, i, AHEAD) ||
		has_any(x->text, AHEAD_EAST, COUNT_OF(AHEAD_EAST)))
		return SAID_AHEAD;
	if (lex_is_any(&p->t, i, AGO) ||
		has_any(x->text, AGO_EAST, COUNT_OF(AGO_EAST)))
		return SAID_THEN;
	if (lex_is_any(&p->t, i, NOW) ||
		has_any(x->text, NOW_EAST, COUNT_OF(NOW_EAST)))
		return SAID_NOW;
	if (lex_is_any(&p->t, i, REACHED) ||
		has_any(x->text, REACHED_EAST, COUNT_OF(REACHED_EAST)))
		return SAID_REACHED;
	return is_deed(x->text) ? SAID_REACHED : SAID_NOTHING;
}

/* What the parenthesis that opens at i, or a dash in front of the end, says of
 * its one value. */
static enum said read_aside(const struct parse *p, size_t i, size_t *value)
{
	enum { MOST = 9 };
	enum said said = SAID_NOTHING;
	enum token_kind end =
		token_is(p, i, TOKEN_OPEN) ? TOKEN_CLOSE : TOKEN_END;
	size_t values = 0, k = i + 1;

	for (; k <= p->t.n && k <= i + MOST; k++) {
		enum said here;

		if (token_is(p, k, end))
			break;
		if (token_is(p, k, TOKEN_ARROW) ||
			token_is(p, k, TOKEN_COMPARE) ||
			token_is(p, k, TOKEN_COMMA) ||
			token_is(p, k, TOKEN_STOP))
			return SAID_NOTHING;
		if (token_is(p, k, TOKEN_QUANTITY)) {
			*value = k;
			values++;
			if (!said && is_deed(str_of(token_at(p, k)->q->unit)))
				said = SAID_REACHED;
			continue;
		}
		here = said_by(p, k);
		/* ", create 5 shops" ends as deeds do elsewhere */
		if (token_is(p, i, TOKEN_COMMA) && !said &&
			(!here || k > i + 1 || is_deed(token_at(p, k)->text)))
			return SAID_NOTHING;
		if (here == SAID_AHEAD)
			return SAID_NOTHING;
		if (!said || here == SAID_THEN || said == SAID_DAY)
			said = here ? here : said;
	}
	if (values != 1 || !token_is(p, k, end) || !is_claimable(p, *value) ||
		token_at(p, *value)->flags & (TOKEN_SIGNED | TOKEN_SPAN))
		return SAID_NOTHING;
	return said;
}

/* ", actual 76%", ", jämfört med 62 %": a comma before a word long
 * enough to say nothing else. */
static bool leads_aside(const struct parse *p, size_t i)
{
	enum { SHORTEST = 5 };

	return token_is(p, i, TOKEN_COMMA) && p->t.n > i + 1 &&
	       token_at(p, i + 1)->text.n >= SHORTEST;
}

void find_asides(struct parse *p)
{
	for (size_t i = 1; i < p->t.n; i++) {
		size_t value = NO_TOKEN;
		enum said said;

		if ((!token_is(p, i, TOKEN_OPEN) &&
			    !token_is(p, i, TOKEN_DASH) &&
			    !leads_aside(p, i)) ||
			token_at(p, i)->depth)
			continue;
		said = read_aside(p, i, &value);
		if (said == SAID_NOTHING || value == p->target ||
			value == p->baseline)
			continue;
		/* "(42 ad oggi)" */
		if (said == SAID_NOW && baseline_is_so_far(p, value))
			said = SAID_REACHED;
		if (said == SAID_REACHED ||
			(p->pair && (said == SAID_NOW || said == SAID_DAY))) {
			p->current = value;
			/* "8 form\u00e9s": of what is wanted */
			if (quantity_is_count(p->t.v[value].q))
				p->t.v[value].q->unit = "";
		} else if (p->baseline == NO_TOKEN) {
			p->baseline = value;
			p->now = said == SAID_NOW;
		}
	}
}
