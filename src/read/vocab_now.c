/*
 * The words that lead to where something stands: "now at 14", "vamos por
 * 64,5 %", "stand: 70 %".
 */
#include "now_p.h"

#include "attr.h"

/* By their first letters; longer ones first where one begins like another. */
static const char *const *const WORDS[256] = {
	['a'] = (const char *const[]){"at present", "aktueller stand",
		"aktuell bei", "aktuell", "actuellement \u00e0", "actuellement",
		"aujourd'hui", "aujourd\u2019hui", "actualmente en",
		"actualmente", "ahora", "atualmente em", "atualmente",
		"at\u00e9 agora", "agora", "attualmente al", "attualmente a",
		"attualmente", "ad oggi", "a oggi", "al momento", "adesso",
		"aktualnie", "aktu\u00e1ln\u011b", NULL},
	['b'] = (const char *const[]){"bisher", "bug\u00fcn", NULL},
	['c'] = (const char *const[]){"currently at", "currently", "current",
		NULL},
	['d'] = (const char *const[]){"derzeit bei", "derzeit", "dzi\u015b",
		"do tej pory", "dnes", NULL},
	['e'] = (const char *const[]){"en est \u00e0", "estamos en",
		"estamos a", "estamos em", "estamos com", NULL},
	['f'] = (const char *const[]){"finora", NULL},
	['g'] = (const char *const[]){"g\u00fcncel", NULL},
	['h'] = (const char *const[]){"heute", "hasta ahora", "hoy", "hoje",
		"huidig", "hittills", "hittil", "hidtil", "halihaz\u0131rda",
		"hi\u1ec7n t\u1ea1i", "hi\u1ec7n nay",
		"hi\u1ec7n \u0111\u1ea1t", NULL},
	['i'] = (const char *const[]){"idag", "i dag", NULL},
	['j'] = (const char *const[]){"jetzt bei", "jetzt", "j\u00e1 fiz",
		"j\u00e1 temos", "j\u00e1 fizemos", "just nu",
		"jeste\u015bmy na", "jsme na", NULL},
	['l'] = (const char *const[]){"liegt bei", "llevamos", "lige nu",
		"ligger p\u00e5", NULL},
	['m'] = (const char *const[]){"momentan bei", "momentan",
		"momenteel op", "momenteel", "mamy", "moment\u00e1ln\u011b",
		"mevcut", NULL},
	['n'] = (const char *const[]){"now at", "now", "nous en sommes \u00e0",
		"nous sommes \u00e0", "nu op", "nu", "nuvarande", "n\u00e5",
		"n\u00e5v\u00e6rende", "na dzi\u015b", "nyn\u00ed", "nyt",
		"nykyinen", NULL},
	['o'] = (const char *const[]){"on en est \u00e0", "on est \u00e0",
		"oggi", "obecnie", NULL},
	['p'] = (const char *const[]){"pour l'instant", "por ahora",
		"por enquanto", NULL},
	['r'] = (const char *const[]){"reached", NULL},
	['s'] = (const char *const[]){"stands at", "so far", "stand heute",
		"stand", "steht bei", "siamo al", "siamo a", "siamo all'",
		"staat op", "saat ini", "sekarang", "sejauh ini", NULL},
	['t'] = (const char *const[]){"today", "temos", "tenho", "tot nu toe",
		"teraz", "t\u00e4ll\u00e4 hetkell\u00e4",
		"t\u00e4h\u00e4n menness\u00e4", NULL},
	['v'] = (const char *const[]){"vamos por", "vamos en", "vamos a",
		"vamos", "vandaag", NULL},
	['w'] = (const char *const[]){"we are at", "we're at", "wir stehen bei",
		"we staan op", NULL},
	['z'] = (const char *const[]){"zwischenstand", "zat\u00edm", NULL},
	[0xc3] = (const char *const[]){"\u00e0 ce jour", NULL},
	[0xc4] = (const char *const[]){"\u0111\u00e3 \u0111\u1ea1t", NULL},
	[0xc5] = (const char *const[]){"\u015fu an", "\u015fu anda",
		"\u015fimdi", NULL},
	[0xd0] =
		(const char *const[]){
			"\u043d\u0430 "
			"\u0441\u0435\u0433\u043e\u0434\u043d\u044f",
			"\u043f\u043e\u043a\u0430",
			"\u0437\u0430\u0440\u0430\u0437",
			"\u043d\u0430\u0440\u0430\u0437\u0456",
			"\u043d\u0430 "
			"\u0441\u044c\u043e\u0433\u043e\u0434\u043d\u0456",
			NULL},
	[0xd1] = (const char *const[]){"\u0441\u0435\u0439\u0447\u0430\u0441",
		"\u0441\u0435\u0433\u043e\u0434\u043d\u044f",
		"\u0442\u0435\u043a\u0443\u0449\u0435\u0435",
		"\u0444\u0430\u043a\u0442",
		"\u0441\u044c\u043e\u0433\u043e\u0434\u043d\u0456", NULL},
	[0xe5] = (const char *const[]){"\u5f53\u524d\u4e3a", "\u5f53\u524d",
		"\u5b9e\u9645", "\u5b9f\u7e3e", "\u5b9e\u7ee9",
		"\u5df2\u8fbe\u5230", "\u5df2\u8fbe", NULL},
	[0xe7] = (const char *const[]){"\u76ee\u524d\u4e3a",
		"\u76ee\u524d\u70ba", "\u76ee\u524d\u8fbe\u5230",
		"\u76ee\u524d", "\u73b0\u5728", "\u73b0\u4e3a", "\u73fe\u5728",
		"\u73fe\u72b6", NULL},
	[0xec] = (const char *const[]){"\uc9c0\uae08", NULL},
	[0xed] = (const char *const[]){"\ud604\uc7ac", NULL},
};

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
