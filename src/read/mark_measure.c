/*
 * The words in front of what an objective is measured by, where nobody says
 * "key results": "How we measure", "Woran wir es merken".
 */
#include "mark_words_p.h"

#include "attr.h"
#include "mark_p.h"

// clang-format off
static const char *const *const WORDS[256] = {
	['a'] = (const char *const[]){"as measured by", "achieved when", NULL},
	['c'] = (const char *const[]){"comment nous mesurons",
		"comment nous le saurons", "comment on le mesure",
		"comment mesurer", "ce sera r\u00e9ussi si",
		"c\u00f3mo lo mediremos", "c\u00f3mo lo medimos",
		"c\u00f3mo mediremos", "c\u00f3mo medimos",
		"c\u00f3mo sabremos", "como vamos medir", "como mediremos",
		"como medimos", "como saberemos", "come lo misuriamo",
		"come misuriamo", "come lo sapremo", "ce l'avremo fatta",
		"c\u00e1ch \u0111o l\u01b0\u1eddng", "cara mengukur", NULL},
	['d'] = (const char *const[]){"daran messen wir", "daran merken wir",
		"daran erkennen wir", "diukur dengan", NULL},
	['e'] = (const char *const[]){"evidence of success", "evidence that",
		"expected results", "erfolg hei\u00dft", NULL},
	['g'] = (const char *const[]){"geschafft haben wir es", "gemessen an",
		"gemeten aan", NULL},
	['h'] = (const char *const[]){"how we notice", "how we will notice",
		"how we'll notice", "how will we notice", "how do we notice",
		"how we will see", "how we'll see", "how we measure", "how we will measure",
		"how will we measure", "how do we measure", "how we can tell",
		"how we tell", "how we'll tell", "how will we tell",
		"how we will tell", "how we'll measure", "how we'll know",
		"how we will know", "how will we know", "how do we know",
		"how we know", "hoe we het meten", "hoe we meten",
		"hoe meten we", "hoe weten we", "het is gelukt als",
		"hur vi m\u00e4ter", "hur m\u00e4ter vi",
		"hvordan m\u00e5ler vi", NULL},
	['i'] = (const char *const[]){"it is done when", "it is achieved when",
		"it worked if", "it has worked", "it will have worked",
		"in numbers", "in figures", NULL},
	['j'] = (const char *const[]){"jak to pozn\u00e1me", "jak pozn\u00e1me",
		"jak to zm\u011b\u0159\u00edme", "jak m\u011b\u0159\u00edme",
		NULL},
	['k'] = (const char *const[]){"kryteria sukcesu", NULL},
	['l'] = (const char *const[]){"lo sabremos", "lo mediremos",
		"lo habremos logrado", "lo misuriamo", NULL},
	['m'] = (const char *const[]){"measured by", "measures of success",
		"measure of success", "metrics", "measures",
		"measurable results", "mesur\u00e9 par", "medido por",
		"misurato da", "mist\u00e4 tied\u00e4mme", "miten mittaamme",
		NULL},
	['n'] = (const char *const[]){"nous saurons", "nous aurons r\u00e9ussi",
		"n\u00e4in mittaamme", "nas\u0131l \u00f6l\u00e7ece\u011fiz",
		"nas\u0131l \u00f6l\u00e7\u00fcyoruz",
		"nas\u0131l anlayaca\u011f\u0131z", NULL},
	['o'] = (const char *const[]){"on saura", "onnistumme, kun", NULL},
	['p'] = (const char *const[]){"proof that", "proof points",
		"po czym poznamy", NULL},
	['r'] = (const char *const[]){"results", NULL},
	['s'] = (const char *const[]){"success measures", "success metrics",
		"success criteria", "signs of success", "signs that",
		"signs we", "success will be", "success looks like",
		"success means", "so messen wir", "sabremos que", "sabremos si",
		"saberemos que", "sapremo di", "sapremo che", "s\u00e5 vet vi",
		"s\u00e5 m\u00e4ter vi", "s\u00e5dan m\u00e5ler vi",
		"slik m\u00e5ler vi", NULL},
	['t'] = (const char *const[]){"this is true when", "the signs that",
		"that is when", NULL},
	['u'] = (const char *const[]){"uda si\u0119, je\u015bli", NULL},
	['v'] = (const char *const[]){"vamos saber que", "vamos medir",
		"vi har lyckats n\u00e4r", "vi har lykkes n\u00e5r",
		"vi er i m\u00e5l n\u00e5r", NULL},
	['w'] = (const char *const[]){"we win if", "we win when",
		"we have won if", "we have won when", "we succeed if",
		"we succeed when", "we made it if", "we made it when",
		"we will notice when", "we'll notice when",
		"we will measure this by",
		"we'll know we succeeded", "we will know", "we know",
		"we are successful", "we get there when",
		"we will get there when", "we'll get there when",
		"we have arrived when", "we will have arrived when",
		"we are there when", "we're there when", "we are there if",
		"we're there if", "we will be there when",
		"we'll be there when", "we shall know", "we can tell",
		"what success looks like", "what good looks like",
		"what done looks like", "we call it done when",
		"we are done when", "we're done when", "we have done it when",
		"we have made it", "what will be different",
		"what will have changed", "what we will see", "what we'll see",
		"we will see it in", "which means that",
		"what that means in numbers", "we'll have succeeded",
		"we measure", "we will measure", "we'll measure",
		"we will have succeeded", "we'll know", "woran wir es merken",
		"woran wir das merken", "woran wir erfolg merken",
		"woran wir den erfolg", "woran wir erkennen",
		"woran erkennen wir", "woran merken wir", "woran wir messen",
		"woran wir uns messen", "wie wir messen", "wie messen wir",
		"wir sind erfolgreich, wenn", "wir haben es geschafft, wenn",
		"wir messen", "we weten dat", "waaraan we het merken",
		"waaraan merken we", "waar merken we", "we zijn geslaagd als",
		NULL},
	['y'] = (const char *const[]){"you will know", "you'll know", NULL},
	[0xc4] = (const char *const[]){"\u0111o l\u01b0\u1eddng b\u1eb1ng",
		NULL},
	[0xd0] = (const char *const[]){
		"\u043a\u0430\u043a \u043f\u043e\u0439\u043c\u0451\u043c",
		"\u043a\u0430\u043a \u043f\u043e\u0439\u043c\u0435\u043c",
		"\u043a\u0430\u043a \u043c\u044b \u043f\u043e\u0439\u043c\u0451\u043c",
		"\u043a\u0430\u043a \u043c\u044b \u043f\u043e\u0439\u043c\u0435\u043c",
		"\u043a\u0430\u043a \u0438\u0437\u043c\u0435\u0440\u044f\u0435\u043c",
		"\u043a\u0430\u043a \u0438\u0437\u043c\u0435\u0440\u0438\u043c",
		"\u043a\u0430\u043a \u0431\u0443\u0434\u0435\u043c \u0438\u0437\u043c\u0435\u0440\u044f\u0442\u044c",
		"\u043a\u0430\u043a \u043c\u044b \u0443\u0437\u043d\u0430\u0435\u043c",
		"\u043a\u0440\u0438\u0442\u0435\u0440\u0456\u0457 \u0443\u0441\u043f\u0456\u0445\u0443",
		NULL},
	[0xd1] = (const char *const[]){
		"\u044f\u043a \u0432\u0438\u043c\u0456\u0440\u044e\u0454\u043c\u043e",
		"\u044f\u043a \u0437\u0440\u043e\u0437\u0443\u043c\u0456\u0454\u043c\u043e",
		"\u044f\u043a \u0434\u0456\u0437\u043d\u0430\u0454\u043c\u043e\u0441\u044f",
		NULL},
	[0xe5] = (const char *const[]){"\u5982\u4f55\u8861\u91cf", NULL},
	[0xec] = (const char *const[]){"\uc5b4\ub5bb\uac8c \uce21\uc815", NULL},
};
/* Nouns, which need a line or a colon for themselves. */
static const char *const *const NOUNS[256] = {
	['b'] = (const char *const[]){"ba\u015far\u0131 kriterleri",
		"ba\u015far\u0131 \u00f6l\u00e7\u00fctleri",
		"ba\u015far\u0131 g\u00f6stergeleri", NULL},
	['c'] = (const char *const[]){"crit\u00e8res de r\u00e9ussite",
		"crit\u00e8res de succ\u00e8s", "criterios de \u00e9xito",
		"crit\u00e9rios de sucesso", "criteri di successo", NULL},
	['e'] = (const char *const[]){"erfolgskriterien",
		"erwartete ergebnisse", NULL},
	['f'] = (const char *const[]){"framg\u00e5ngskriterier", NULL},
	['h'] = (const char *const[]){"hasil yang diharapkan", NULL},
	['i'] = (const char *const[]){"indicateurs de r\u00e9ussite",
		"indicateurs de succ\u00e8s", "indicadores de \u00e9xito",
		"indicadores de sucesso", "indicatori di successo",
		"indikator keberhasilan", NULL},
	['j'] = (const char *const[]){"jak to zmierzymy", "jak to mierzymy",
		"jak mierzymy", NULL},
	['k'] = (const char *const[]){"krit\u00e9ria \u00fasp\u011bchu",
		"kriteria keberhasilan", NULL},
	['m'] = (const char *const[]){"messkriterien", "messgr\u00f6\u00dfen",
		"messbare ergebnisse", "mesures de succ\u00e8s",
		"mierniki sukcesu", "miary sukcesu",
		"m\u011b\u0159\u00edtka \u00fasp\u011bchu", NULL},
	['o'] = (const char *const[]){"oczekiwane rezultaty",
		"o\u010dek\u00e1van\u00e9 v\u00fdsledky",
		"onnistumisen mittarit", NULL},
	['r'] = (const char *const[]){"r\u00e9sultats attendus",
		"resultados esperados", "risultati attesi", NULL},
	['s'] = (const char *const[]){"succescriteria", "succeskriterier",
		"suksesskriterier", NULL},
	['t'] = (const char *const[]){"ti\u00eau ch\u00ed th\u00e0nh c\u00f4ng",
		"th\u01b0\u1edbc \u0111o th\u00e0nh c\u00f4ng", NULL},
	['u'] = (const char *const[]){"ukuran keberhasilan", NULL},
	['v'] = (const char *const[]){"verwachte resultaten", NULL},
	[0xd0] = (const char *const[]){
		"\u043a\u0440\u0438\u0442\u0435\u0440\u0438\u0438 \u0443\u0441\u043f\u0435\u0445\u0430",
		"\u043f\u043e\u043a\u0430\u0437\u0430\u0442\u0435\u043b\u0438 \u0443\u0441\u043f\u0435\u0445\u0430",
		"\u043e\u0436\u0438\u0434\u0430\u0435\u043c\u044b\u0435 \u0440\u0435\u0437\u0443\u043b\u044c\u0442\u0430\u0442\u044b",
		"\u0438\u0437\u043c\u0435\u0440\u0438\u043c\u044b\u0435 \u0440\u0435\u0437\u0443\u043b\u044c\u0442\u0430\u0442\u044b",
		"\u043f\u043e\u043a\u0430\u0437\u043d\u0438\u043a\u0438 \u0443\u0441\u043f\u0456\u0445\u0443",
		"\u043e\u0447\u0456\u043a\u0443\u0432\u0430\u043d\u0456 \u0440\u0435\u0437\u0443\u043b\u044c\u0442\u0430\u0442\u0438",
		NULL},
	[0xe5] = (const char *const[]){"\u5224\u65ad\u57fa\u6e96",
		"\u5224\u65ad\u6807\u51c6", NULL},
	[0xe6] = (const char *const[]){"\u6210\u529f\u306e\u6307\u6a19",
		"\u6e2c\u5b9a\u6307\u6a19", "\u6210\u529f\u6307\u6a19",
		"\u6210\u679c\u6307\u6a19", "\u6e2c\u5b9a\u65b9\u6cd5",
		"\u6210\u529f\u6807\u51c6", "\u6210\u679c\u6307\u6807", NULL},
	[0xe8] = (const char *const[]){"\u8a55\u4fa1\u6307\u6a19",
		"\u8861\u91cf\u6807\u51c6", "\u8861\u91cf\u6307\u6807",
		"\u8a55\u91cf\u6a19\u6e96", "\u8861\u91cf\u6a19\u6e96", NULL},
	[0xe9] = (const char *const[]){"\u9054\u6210\u57fa\u6e96",
		"\u9054\u6210\u306e\u76ee\u5b89",
		"\u9054\u6210\u306e\u57fa\u6e96", NULL},
	[0xeb] = (const char *const[]){"\ub2ec\uc131 \uae30\uc900", NULL},
	[0xec] = (const char *const[]){"\uc131\uacf5 \uc9c0\ud45c",
		"\uce21\uc815 \uc9c0\ud45c", "\uc131\uacf5 \uae30\uc900",
		"\uce21\uc815 \uae30\uc900", NULL},
};
// clang-format on

/* One of the words in front of s?  Long ones need nothing more. */
static bool begins(struct str s, const char *word, bool whole)
{
	enum { TELLING = 10 };
	bool telling;

	if (!str_iskip(&s, word))
		return false;
	telling = strlen(word) >= TELLING;
	return telling || (whole && (!str_trim(s).n || mark_take_sep(&s)));
}

bool mark_is_measure(struct str s, bool whole)
{
	const char *const *words = WORDS[str_letter(s)];
	const char *const *nouns = NOUNS[str_letter(s)];

	for (; words && *words; words++) {
		if (begins(s, *words, whole))
			return true;
	}
	for (; nouns && *nouns; nouns++) {
		struct str t = s;

		if (str_iskip(&t, *nouns) &&
			(!str_trim(t).n || mark_take_sep(&t)))
			return true;
	}
	return false;
}

enum { LONGEST_LEAD = 90 };

bool mark_says_how(struct str s)
{
	s = str_trim(s);
	symbols_skip(&s);
	return s.n && s.n <= LONGEST_LEAD && mark_is_measure(s, true);
}

size_t mark_lead_at(struct str s)
{
	for (size_t i = s.n > LONGEST_LEAD ? s.n - LONGEST_LEAD : 1; i < s.n;
		i++) {
		if ((s.p[i] == ' ' || s.p[i] == '\n') &&
			strchr(".!?:;,\n-\x93\x94", s.p[i - 1]) &&
			mark_says_how(str_sub(s, i, s.n)))
			return i;
	}
	return 0;
}

bool mark_ends_open(struct str s)
{
	static const char *const OPENS[] = {"when", "once", "if", "that", "by",
		"wenn", "daran", "dass", "lorsque", "quand", "si", "cuando",
		"que", "quando", "se", "als", "wanneer", "n\u00e4r", "n\u00e5r",
		"gdy", "kiedy", "kdy\u017e", "kun",
		"\u043a\u043e\u0433\u0434\u0430", NULL};
	size_t space;

	s = str_trim_end(str_trim(s), ":.");
	space = str_rfind_char(s, ' ');
	return space != STR_NONE &&
	       str_is_listed(str_sub(s, space + 1, s.n), OPENS);
}
