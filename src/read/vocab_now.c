/*
 * The words that lead to where something stands: "now at 14", "vamos por
 * 64,5 %", "stand: 70 %".
 */
#include "now_p.h"

#include "attr.h"

/* By their first letters; longer ones first where one begins like another. */
// clang-format off
static const char *const *const WORDS[256] = {
	['a'] = (const char *const[]){"al giorno d'oggi", "aktueller stand",
		"a fecha de hoy", "actuellement \u00e0", "actualmente en",
		"attualmente al", "al d\u00eda de hoy", "at\u00e9 o momento",
		"atualmente em", "attualmente a", "a d\u00eda de hoy",
		"actuellement", "aktuell bei", "aujourd'hui",
		"aujourd\u2019hui", "actualmente", "attualmente",
		"at\u00e9 \u00e0 data", "a la fecha", "at present",
		"atualmente", "al momento", "al cierre", "at\u00e9 agora",
		"aktualnie", "at\u00e9 hoje", "aktu\u00e1ln\u011b", "aktuell",
		"ad oggi", "a oggi", "adesso", "ahora", "agora", NULL},
	['b'] = (const char *const[]){"bug\u00fcne kadar", "bisher",
		"bug\u00fcn", NULL},
	['c'] = (const char *const[]){"currently at", "currently", "current",
		NULL},
	['d'] = (const char *const[]){"derzeit bei", "do tej pory",
		"deocamdat\u0103", "dotychczas", "de momento", "do teraz",
		"doposud", "derzeit", "dzi\u015b", "dnes", NULL},
	['e'] = (const char *const[]){"estamos com", "estamos en", "estamos em",
		"estamos a", "en est \u00e0", "eddig", NULL},
	['f'] = (const char *const[]){"fino ad oggi", "fino a oggi",
		"forel\u00f8pig", "forel\u00f8big", "fin qui", "finora", NULL},
	['g'] = (const char *const[]){"gegenw\u00e4rtig", "g\u00fcncel", NULL},
	['h'] = (const char *const[]){"hingga saat ini", "hasta la fecha",
		"hingga kini", "hasta ahora", "halihaz\u0131rda", "hittills",
		"hi\u1ec7n t\u1ea1i", "hi\u1ec7n nay",
		"hi\u1ec7n \u0111\u1ea1t", "huidig", "hittil", "hidtil",
		"heute", "hoje", "hoy", NULL},
	['i'] = (const char *const[]){"inzwischen bei", "indtil videre",
		"inzwischen", "inmiddels", "i dag", "idag", NULL},
	['j'] = (const char *const[]){"jusqu'\u00e0 pr\u00e9sent",
		"jak dotychczas", "jeste\u015bmy na", "j\u00e1 fizemos",
		"jak dot\u0105d", "jusqu\u2019ici", "jusqu'ici", "jetzt bei",
		"jelenleg", "j\u00e1 temos", "just nu", "jsme na",
		"j\u00e1 fiz", "jetzt", NULL},
	['k'] = (const char *const[]){"k dne\u0161ku", NULL},
	['l'] = (const char *const[]){"liegt bei", "ligger p\u00e5", "llevamos",
		"lige nu", NULL},
	['m'] = (const char *const[]){"mittlerweile", "momentan bei",
		"momenteel op", "moment\u00e1lne", "moment\u00e1ln\u011b",
		"momenteel", "momentan", "mevcut", "mamy", NULL},
	['n'] = (const char *const[]){"nous en sommes \u00e0", "na ten moment",
		"neste momento", "nous sommes \u00e0", "no momento",
		"nuvarande", "n\u00e5v\u00e6rende", "na razie", "nykyinen",
		"na dzi\u015b", "now at", "nu op", "nyn\u00ed", "now", "nyt",
		"nu", "n\u00e5", NULL},
	['o'] = (const char *const[]){"op dit moment", "obecny stan",
		"on en est \u00e0", "on est \u00e0", "obecnie", "oggi", NULL},
	['p'] = (const char *const[]){"pour l\u2019instant", "pillanatnyilag",
		"pour le moment", "por el momento", "pour l'instant",
		"por enquanto", "per adesso", "p\u00e2n\u0103 acum",
		"per i dag", "por ahora", "per ora", NULL},
	['r'] = (const char *const[]){"reached", NULL},
	['s'] = (const char *const[]){"sampai saat ini", "stand heute",
		"siamo all'", "sejauh ini", "stands at", "steht bei",
		"s\u00e5 l\u00e5ngt", "s\u00e5 langt", "siamo al", "staat op",
		"saat ini", "sekarang", "siamo a", "so far", "stand", NULL},
	['t'] = (const char *const[]){"t\u00e4ll\u00e4 hetkell\u00e4",
		"t\u00e4h\u00e4n menness\u00e4", "t\u00ednh \u0111\u1ebfn nay",
		"toistaiseksi", "tot op heden", "tot dusver", "tot nu toe",
		"today", "temos", "tenho", "teraz", NULL},
	['v'] = (const char *const[]){"vorl\u00e4ufig", "voorlopig",
		"vamos por", "vamos en", "vorerst", "vamos a", "vandaag",
		"vamos", NULL},
	['w'] = (const char *const[]){"wir stehen bei", "w tej chwili",
		"we staan op", "we are at", "we're at", NULL},
	['z'] = (const char *const[]){"zwischenstand", "zur zeit", "zurzeit",
		"zatia\u013e", "zat\u00edm", NULL},
	[0xc3] = (const char *const[]){"\u00e0 l'heure actuelle",
		"\u00een acest moment", "\u00e4n s\u00e5 l\u00e4nge",
		"\u00een prezent", "\u00e0 ce jour", "\u00e0 date", NULL},
	[0xc4] = (const char *const[]){"\u0111\u1ebfn nay",
		"\u0111\u00e3 \u0111\u1ea1t", NULL},
	[0xc5] = (const char *const[]){"\u015fu ana kadar", "\u015fimdilik",
		"\u015fu anda", "\u015fu an", "\u015fimdi", NULL},
	[0xd0] =
		(const char *const[]){
			"\u043f\u043e \u0441\u043e\u0441\u0442\u043e\u044f\u043d\u0438\u044e \u043d\u0430 \u0441\u0435\u0433\u043e\u0434\u043d\u044f",
			"\u043d\u0430 \u0442\u0435\u043a\u0443\u0449\u0438\u0439 \u043c\u043e\u043c\u0435\u043d\u0442",
			"\u043d\u0430 \u0434\u0430\u043d\u043d\u044b\u0439 \u043c\u043e\u043c\u0435\u043d\u0442",
			"\u043d\u0430 \u0441\u044c\u043e\u0433\u043e\u0434\u043d\u0456",
			"\u043d\u0430 \u0441\u0435\u0433\u043e\u0434\u043d\u044f",
			"\u043d\u0430 \u043c\u043e\u043c\u0435\u043d\u0442",
			"\u043f\u043e\u043a\u0430 \u0447\u0442\u043e",
			"\u043f\u043e\u043a\u0438 \u0449\u043e",
			"\u043d\u0430\u0440\u0430\u0437\u0456",
			"\u0437\u0430\u0440\u0430\u0437",
			"\u043f\u043e\u043a\u0438", "\u043f\u043e\u043a\u0430",
			"\u0432\u0436\u0435", NULL},
	[0xd1] =
		(const char *const[]){
			"\u0441\u044c\u043e\u0433\u043e\u0434\u043d\u0456",
			"\u0441\u0435\u0433\u043e\u0434\u043d\u044f",
			"\u0442\u0435\u043a\u0443\u0449\u0435\u0435",
			"\u0441\u0435\u0439\u0447\u0430\u0441",
			"\u0444\u0430\u043a\u0442", "\u0443\u0436\u0435", NULL},
	[0xe3] = (const char *const[]){"\u3053\u308c\u307e\u3067\u306b", NULL},
	[0xe4] = (const char *const[]){"\u4eca\u306e\u3068\u3053\u308d", NULL},
	[0xe5] = (const char *const[]){"\u5f53\u524d\u4e3a",
		"\u5df2\u8fbe\u5230", "\u5f53\u524d", "\u5b9e\u9645",
		"\u5b9f\u7e3e", "\u5b9e\u7ee9", "\u5df2\u8fbe", NULL},
	[0xe6] = (const char *const[]){"\u622a\u81f3\u76ee\u524d",
		"\u622a\u81f3\u73b0\u5728", NULL},
	[0xe7] = (const char *const[]){"\u76ee\u524d\u8fbe\u5230",
		"\u73fe\u6642\u70b9", "\u73fe\u5728\u5024",
		"\u76ee\u524d\u4e3a", "\u76ee\u524d\u70ba", "\u73b0\u5df2",
		"\u76ee\u524d", "\u73b0\u5728", "\u73b0\u4e3a", "\u73fe\u5728",
		"\u73fe\u72b6", NULL},
	[0xe8] = (const char *const[]){"\u8fc4\u4eca", "\u81f3\u4eca", NULL},
	[0xec] = (const char *const[]){"\uc9c0\uae08\uae4c\uc9c0",
		"\uc9c0\uae08", NULL},
	[0xed] = (const char *const[]){"\ud604\uc7ac\uae4c\uc9c0",
		"\ud604\uc7ac", NULL},
};
// clang-format on

bool vocab_skip_now(struct str *s)
{
	static const char *const MARKS[] = {":", " :", "\uff1a", "="};
	const char *const *word = WORDS[str_letter(*s)];

	for (; word && *word; word++) {
		struct str rest = *s;
		bool far = (unsigned char)**word >= 0xe3;

		if (!str_iskip(&rest, *word))
			continue;
		if (!far && rest.n &&
			(str_is_alnum(rest.p[0]) ||
				(unsigned char)rest.p[0] >= 0xc3) &&
			rest.p[0] != (char)0xef)
			continue;
		for (size_t k = 0; k < COUNT_OF(MARKS); k++)
			str_skip(&rest, MARKS[k]);
		*s = str_trim(rest);
		return true;
	}
	return false;
}
