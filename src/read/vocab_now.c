/*
 * The words that lead to where something stands: "now at 14", "vamos por
 * 64,5 %", "stand: 70 %".
 */
#include "now_p.h"

#include "attr.h"

/* Longer ones first where one begins like another. */
static const char *const WORDS[] = {
	"\u043f\u043e \u0441\u043e\u0441\u0442\u043e\u044f\u043d\u0438\u044e "
	"\u043d\u0430 \u0441\u0435\u0433\u043e\u0434\u043d\u044f",
	"\u043d\u0430 \u0442\u0435\u043a\u0443\u0449\u0438\u0439 "
	"\u043c\u043e\u043c\u0435\u043d\u0442",
	"\u043d\u0430 \u0434\u0430\u043d\u043d\u044b\u0439 "
	"\u043c\u043e\u043c\u0435\u043d\u0442",
	"\u043d\u0430 \u043c\u043e\u043c\u0435\u043d\u0442",
	"\u043f\u043e\u043a\u0430 \u0447\u0442\u043e",
	"\u043f\u043e\u043a\u0438 \u0449\u043e",
	"\u4eca\u306e\u3068\u3053\u308d", "\u3053\u308c\u307e\u3067\u306b",
	"t\u00ednh \u0111\u1ebfn nay", "\u00e4n s\u00e5 l\u00e4nge",
	"jusqu'\u00e0 pr\u00e9sent", "\u043f\u043e\u043a\u0438",
	"\u622a\u81f3\u76ee\u524d", "\u622a\u81f3\u73b0\u5728",
	"\uc9c0\uae08\uae4c\uc9c0", "\ud604\uc7ac\uae4c\uc9c0",
	"\u00e0 l'heure actuelle", "\u00een acest moment",
	"at\u00e9 \u00e0 data", "p\u00e2n\u0103 acum", "pour l\u2019instant",
	"s\u00e5 l\u00e5ngt", "al d\u00eda de hoy", "at\u00e9 o momento",
	"\u0443\u0436\u0435", "\u0432\u0436\u0435", "\u73fe\u6642\u70b9",
	"\u73fe\u5728\u5024", "a d\u00eda de hoy", "\u015fu ana kadar",
	"bug\u00fcne kadar", "\u0111\u1ebfn nay", "gegenw\u00e4rtig",
	"al giorno d'oggi", "moment\u00e1lne", "\u00een prezent",
	"deocamdat\u0103", "sampai saat ini", "hingga saat ini",
	"jak dot\u0105d", "jak dotychczas", "pillanatnyilag", "forel\u00f8pig",
	"forel\u00f8big", "vorl\u00e4ufig", "pour le moment", "jusqu\u2019ici",
	"por el momento", "hasta la fecha", "a fecha de hoy", "inzwischen bei",
	"na ten moment", "k dne\u0161ku", "s\u00e5 langt", "indtil videre",
	"neste momento", "at\u00e9 hoje", "op dit moment", "\u015fimdilik",
	"w tej chwili", "toistaiseksi", "fino ad oggi", "tot op heden",
	"mittlerweile", "\u8fc4\u4eca", "\u81f3\u4eca", "\u73b0\u5df2",
	"obecny stan", "zatia\u013e", "\u00e0 date", "fino a oggi",
	"hingga kini", "dotychczas", "de momento", "a la fecha", "no momento",
	"per adesso", "tot dusver", "inzwischen", "per i dag", "jusqu'ici",
	"al cierre", "voorlopig", "inmiddels", "na razie", "do teraz",
	"jelenleg", "zur zeit", "doposud", "vorerst", "zurzeit", "per ora",
	"fin qui", "eddig", "now at", "now", "currently at", "currently",
	"current", "today", "at present", "we are at", "we're at", "stands at",
	"reached", "so far", "aktueller stand", "aktuell bei", "aktuell",
	"derzeit bei", "derzeit", "momentan bei", "momentan", "stand heute",
	"zwischenstand", "stand", "heute", "bisher", "jetzt bei", "jetzt",
	"wir stehen bei", "steht bei", "liegt bei", "actuellement \u00e0",
	"actuellement", "aujourd'hui", "aujourd\u2019hui", "\u00e0 ce jour",
	"on en est \u00e0", "nous en sommes \u00e0", "on est \u00e0",
	"nous sommes \u00e0", "en est \u00e0", "pour l'instant",
	"actualmente en", "actualmente", "vamos por", "vamos en", "vamos a",
	"vamos", "llevamos", "estamos en", "estamos a", "por ahora",
	"hasta ahora", "ahora", "hoy", "atualmente em", "atualmente",
	"estamos em", "estamos com", "at\u00e9 agora", "por enquanto", "agora",
	"hoje", "temos", "tenho", "j\u00e1 fiz", "j\u00e1 temos",
	"j\u00e1 fizemos", "attualmente al", "attualmente a", "attualmente",
	"siamo al", "siamo a", "siamo all'", "finora", "ad oggi", "a oggi",
	"oggi", "al momento", "adesso", "momenteel op", "momenteel", "huidig",
	"nu op", "we staan op", "staat op", "tot nu toe", "vandaag", "nu",
	"just nu", "hittills", "nuvarande", "idag", "i dag", "n\u00e5",
	"n\u00e5v\u00e6rende", "hittil", "hidtil", "lige nu", "ligger p\u00e5",
	"obecnie", "aktualnie", "na dzi\u015b", "dzi\u015b", "teraz", "mamy",
	"jeste\u015bmy na", "do tej pory", "aktu\u00e1ln\u011b", "nyn\u00ed",
	"dnes", "zat\u00edm", "moment\u00e1ln\u011b", "jsme na",
	"t\u00e4ll\u00e4 hetkell\u00e4", "nyt", "t\u00e4h\u00e4n menness\u00e4",
	"nykyinen", "\u015fu an", "\u015fu anda", "\u015fimdi", "bug\u00fcn",
	"g\u00fcncel", "halihaz\u0131rda", "mevcut",
	"\u0441\u0435\u0439\u0447\u0430\u0441",
	"\u043d\u0430 \u0441\u0435\u0433\u043e\u0434\u043d\u044f",
	"\u0441\u0435\u0433\u043e\u0434\u043d\u044f",
	"\u043f\u043e\u043a\u0430",
	"\u0442\u0435\u043a\u0443\u0449\u0435\u0435",
	"\u0444\u0430\u043a\u0442", "\u0437\u0430\u0440\u0430\u0437",
	"\u043d\u0430\u0440\u0430\u0437\u0456",
	"\u043d\u0430 \u0441\u044c\u043e\u0433\u043e\u0434\u043d\u0456",
	"\u0441\u044c\u043e\u0433\u043e\u0434\u043d\u0456", "saat ini",
	"sekarang", "sejauh ini", "hi\u1ec7n t\u1ea1i", "hi\u1ec7n nay",
	"hi\u1ec7n \u0111\u1ea1t", "\u0111\u00e3 \u0111\u1ea1t",
	"\u76ee\u524d\u4e3a", "\u76ee\u524d\u70ba", "\u76ee\u524d\u8fbe\u5230",
	"\u76ee\u524d", "\u5f53\u524d\u4e3a", "\u5f53\u524d", "\u73b0\u5728",
	"\u73b0\u4e3a", "\u73fe\u5728", "\u73fe\u72b6", "\u5b9e\u9645",
	"\u5b9f\u7e3e", "\u5b9e\u7ee9", "\u5df2\u8fbe\u5230", "\u5df2\u8fbe",
	"\ud604\uc7ac", "\uc9c0\uae08"};

bool vocab_skip_now(struct str *s)
{
	static const char *const MARKS[] = {":", " :", "\uff1a", "="};

	for (size_t i = 0; i < COUNT_OF(WORDS); i++) {
		struct str rest = *s;
		bool far = (unsigned char)WORDS[i][0] >= 0xe3;

		if (!str_iskip(&rest, WORDS[i]))
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
