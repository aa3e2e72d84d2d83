/*
 * The words that lead to where something stands: "now at 14", "vamos por
 * 64,5 %", "stand: 70 %".
 */
#include "now_p.h"

#include "attr.h"

/* Longer ones first where one begins like another. */
static const char *const WORDS[] = {"now at", "now", "currently at",
	"currently", "current", "today", "at present", "we are at", "we're at",
	"stands at", "reached", "so far", "aktueller stand", "aktuell bei",
	"aktuell", "derzeit bei", "derzeit", "momentan bei", "momentan",
	"stand heute", "zwischenstand", "stand", "heute", "bisher", "jetzt bei",
	"jetzt", "wir stehen bei", "steht bei", "liegt bei",
	"actuellement \u00e0", "actuellement", "aujourd'hui",
	"aujourd\u2019hui", "\u00e0 ce jour", "on en est \u00e0",
	"nous en sommes \u00e0", "on est \u00e0", "nous sommes \u00e0",
	"en est \u00e0", "pour l'instant", "actualmente en", "actualmente",
	"vamos por", "vamos en", "vamos a", "vamos", "llevamos", "estamos en",
	"estamos a", "por ahora", "hasta ahora", "ahora", "hoy",
	"atualmente em", "atualmente", "estamos em", "estamos com",
	"at\u00e9 agora", "por enquanto", "agora", "hoje", "temos", "tenho",
	"j\u00e1 fiz", "j\u00e1 temos", "j\u00e1 fizemos", "attualmente al",
	"attualmente a", "attualmente", "siamo al", "siamo a", "siamo all'",
	"finora", "ad oggi", "a oggi", "oggi", "al momento", "adesso",
	"momenteel op", "momenteel", "huidig", "nu op", "we staan op",
	"staat op", "tot nu toe", "vandaag", "nu", "just nu", "hittills",
	"nuvarande", "idag", "i dag", "n\u00e5", "n\u00e5v\u00e6rende",
	"hittil", "hidtil", "lige nu", "ligger p\u00e5", "obecnie", "aktualnie",
	"na dzi\u015b", "dzi\u015b", "teraz", "mamy", "jeste\u015bmy na",
	"do tej pory", "aktu\u00e1ln\u011b", "nyn\u00ed", "dnes", "zat\u00edm",
	"moment\u00e1ln\u011b", "jsme na", "t\u00e4ll\u00e4 hetkell\u00e4",
	"nyt", "t\u00e4h\u00e4n menness\u00e4", "nykyinen", "\u015fu an",
	"\u015fu anda", "\u015fimdi", "bug\u00fcn", "g\u00fcncel",
	"halihaz\u0131rda", "mevcut", "\u0441\u0435\u0439\u0447\u0430\u0441",
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
