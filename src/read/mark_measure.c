/*
 * The words in front of what an objective is measured by, where nobody says
 * "key results": "How we measure", "Woran wir es merken".
 */
#include "mark_words_p.h"

#include "attr.h"
#include "mark_p.h"

/* In English, */
static const char *const WORDS[] = {"as measured by", "measured by",
	"we will measure this by", "how we measure", "how we will measure",
	"how will we measure", "how do we measure", "measures of success",
	"measure of success", "success measures", "success metrics",
	"success criteria", "metrics", "measures", "measurable results",
	"results", "we'll know we succeeded", "we will know", "we know",
	"we are successful", "we get there when", "we will get there when",
	"we'll get there when", "we have arrived when",
	"we will have arrived when", "it is done when", "it is achieved when",
	"achieved when", "this is true when", "we are there when",
	"we're there when", "we are there if", "we're there if", "we win if",
	"we win when", "we have won if", "we have won when", "we succeed if",
	"we succeed when", "we made it if", "we made it when",
	"we will be there when", "we'll be there when", "we shall know",
	"you will know", "you'll know", "we can tell", "how we can tell",
	"how we tell", "how we'll tell", "how will we tell", "how we will tell",
	"what success looks like", "what good looks like",
	"what done looks like", "we call it done when", "we are done when",
	"we're done when", "we have done it when", "we have made it",
	"it worked if", "it has worked", "it will have worked",
	"signs of success", "signs that", "signs we", "the signs that",
	"evidence of success", "evidence that", "proof that", "proof points",
	"what will be different", "what will have changed", "what we will see",
	"what we'll see", "we will see it in", "that is when",
	"which means that", "in numbers", "in figures",
	"what that means in numbers", "we'll have succeeded", "success will be",
	"expected results", "how we'll measure", "we measure",
	"we will measure", "we'll measure", "success looks like",
	"success means", "we will have succeeded", "we'll know",
	"how we'll know", "how we will know", "how will we know",
	"how do we know", "how we know"};
/* and in other languages. */
static const char *const FAR[] = {"woran wir es merken", "woran wir das merken",
	"woran wir erfolg merken", "woran wir den erfolg", "woran wir erkennen",
	"woran erkennen wir", "woran merken wir", "woran wir messen",
	"woran wir uns messen", "daran messen wir", "daran merken wir",
	"daran erkennen wir", "so messen wir", "wie wir messen",
	"wie messen wir", "wir sind erfolgreich, wenn",
	"wir haben es geschafft, wenn", "geschafft haben wir es",
	"erfolg hei\u00dft", "gemessen an", "wir messen", "nous saurons",
	"on saura", "comment nous mesurons", "comment nous le saurons",
	"comment on le mesure", "comment mesurer", "mesur\u00e9 par",
	"nous aurons r\u00e9ussi", "ce sera r\u00e9ussi si", "sabremos que",
	"lo sabremos", "sabremos si", "c\u00f3mo lo mediremos",
	"c\u00f3mo lo medimos", "c\u00f3mo mediremos", "c\u00f3mo medimos",
	"c\u00f3mo sabremos", "medido por", "lo mediremos",
	"lo habremos logrado", "saberemos que", "vamos saber que",
	"como vamos medir", "como mediremos", "como medimos", "como saberemos",
	"vamos medir", "sapremo di", "sapremo che", "come lo misuriamo",
	"come misuriamo", "come lo sapremo", "misurato da", "lo misuriamo",
	"ce l'avremo fatta", "we weten dat", "hoe we het meten", "hoe we meten",
	"hoe meten we", "hoe weten we", "gemeten aan", "waaraan we het merken",
	"waaraan merken we", "waar merken we", "het is gelukt als",
	"we zijn geslaagd als", "po czym poznamy", "kryteria sukcesu",
	"uda si\u0119, je\u015bli", "jak to pozn\u00e1me", "jak pozn\u00e1me",
	"jak to zm\u011b\u0159\u00edme", "jak m\u011b\u0159\u00edme",
	"s\u00e5 vet vi", "hur vi m\u00e4ter", "s\u00e5 m\u00e4ter vi",
	"hur m\u00e4ter vi", "vi har lyckats n\u00e4r",
	"s\u00e5dan m\u00e5ler vi", "hvordan m\u00e5ler vi",
	"slik m\u00e5ler vi", "vi har lykkes n\u00e5r",
	"vi er i m\u00e5l n\u00e5r", "mist\u00e4 tied\u00e4mme",
	"n\u00e4in mittaamme", "miten mittaamme", "onnistumme, kun",
	"nas\u0131l \u00f6l\u00e7ece\u011fiz",
	"nas\u0131l \u00f6l\u00e7\u00fcyoruz",
	"nas\u0131l anlayaca\u011f\u0131z",
	"\u043a\u0430\u043a \u043f\u043e\u0439\u043c\u0451\u043c",
	"\u043a\u0430\u043a \u043f\u043e\u0439\u043c\u0435\u043c",
	"\u043a\u0430\u043a \u043c\u044b \u043f\u043e\u0439\u043c\u0451\u043c",
	"\u043a\u0430\u043a \u043c\u044b \u043f\u043e\u0439\u043c\u0435\u043c",
	"\u043a\u0430\u043a \u0438\u0437\u043c\u0435\u0440\u044f\u0435\u043c",
	"\u043a\u0430\u043a \u0438\u0437\u043c\u0435\u0440\u0438\u043c",
	"\u043a\u0430\u043a \u0431\u0443\u0434\u0435\u043c "
	"\u0438\u0437\u043c\u0435\u0440\u044f\u0442\u044c",
	"\u043a\u0430\u043a \u043c\u044b \u0443\u0437\u043d\u0430\u0435\u043c",
	"\u044f\u043a \u0432\u0438\u043c\u0456\u0440\u044e\u0454\u043c\u043e",
	"\u044f\u043a "
	"\u0437\u0440\u043e\u0437\u0443\u043c\u0456\u0454\u043c\u043e",
	"\u044f\u043a "
	"\u0434\u0456\u0437\u043d\u0430\u0454\u043c\u043e\u0441\u044f",
	"\u043a\u0440\u0438\u0442\u0435\u0440\u0456\u0457 "
	"\u0443\u0441\u043f\u0456\u0445\u0443",
	"\u5982\u4f55\u8861\u91cf", "\uc5b4\ub5bb\uac8c \uce21\uc815",
	"\u0111o l\u01b0\u1eddng b\u1eb1ng",
	"c\u00e1ch \u0111o l\u01b0\u1eddng", "cara mengukur", "diukur dengan"};
/* Nouns, which need a line or a colon for themselves. */
static const char *const FAR_NOUNS[] = {"erfolgskriterien", "messkriterien",
	"messgr\u00f6\u00dfen", "messbare ergebnisse", "erwartete ergebnisse",
	"indicateurs de r\u00e9ussite", "indicateurs de succ\u00e8s",
	"crit\u00e8res de r\u00e9ussite", "crit\u00e8res de succ\u00e8s",
	"mesures de succ\u00e8s", "r\u00e9sultats attendus",
	"criterios de \u00e9xito", "indicadores de \u00e9xito",
	"resultados esperados", "crit\u00e9rios de sucesso",
	"indicadores de sucesso", "criteri di successo",
	"indicatori di successo", "risultati attesi", "succescriteria",
	"verwachte resultaten", "jak to zmierzymy", "jak to mierzymy",
	"jak mierzymy", "mierniki sukcesu", "miary sukcesu",
	"oczekiwane rezultaty", "krit\u00e9ria \u00fasp\u011bchu",
	"m\u011b\u0159\u00edtka \u00fasp\u011bchu",
	"o\u010dek\u00e1van\u00e9 v\u00fdsledky", "framg\u00e5ngskriterier",
	"succeskriterier", "suksesskriterier", "onnistumisen mittarit",
	"ba\u015far\u0131 kriterleri",
	"ba\u015far\u0131 \u00f6l\u00e7\u00fctleri",
	"ba\u015far\u0131 g\u00f6stergeleri",
	"\u043a\u0440\u0438\u0442\u0435\u0440\u0438\u0438 "
	"\u0443\u0441\u043f\u0435\u0445\u0430",
	"\u043f\u043e\u043a\u0430\u0437\u0430\u0442\u0435\u043b\u0438 "
	"\u0443\u0441\u043f\u0435\u0445\u0430",
	"\u043e\u0436\u0438\u0434\u0430\u0435\u043c\u044b\u0435 "
	"\u0440\u0435\u0437\u0443\u043b\u044c\u0442\u0430\u0442\u044b",
	"\u0438\u0437\u043c\u0435\u0440\u0438\u043c\u044b\u0435 "
	"\u0440\u0435\u0437\u0443\u043b\u044c\u0442\u0430\u0442\u044b",
	"\u043f\u043e\u043a\u0430\u0437\u043d\u0438\u043a\u0438 "
	"\u0443\u0441\u043f\u0456\u0445\u0443",
	"\u043e\u0447\u0456\u043a\u0443\u0432\u0430\u043d\u0456 "
	"\u0440\u0435\u0437\u0443\u043b\u044c\u0442\u0430\u0442\u0438",
	"\u6210\u529f\u306e\u6307\u6a19", "\u9054\u6210\u57fa\u6e96",
	"\u6e2c\u5b9a\u6307\u6a19", "\u8a55\u4fa1\u6307\u6a19",
	"\u6210\u529f\u6307\u6a19", "\u6210\u679c\u6307\u6a19",
	"\u9054\u6210\u306e\u76ee\u5b89", "\u9054\u6210\u306e\u57fa\u6e96",
	"\u5224\u65ad\u57fa\u6e96", "\u6e2c\u5b9a\u65b9\u6cd5",
	"\u8861\u91cf\u6807\u51c6", "\u8861\u91cf\u6307\u6807",
	"\u6210\u529f\u6807\u51c6", "\u6210\u679c\u6307\u6807",
	"\u5224\u65ad\u6807\u51c6", "\u8a55\u91cf\u6a19\u6e96",
	"\u8861\u91cf\u6a19\u6e96", "\uc131\uacf5 \uc9c0\ud45c",
	"\uce21\uc815 \uc9c0\ud45c", "\uc131\uacf5 \uae30\uc900",
	"\ub2ec\uc131 \uae30\uc900", "\uce21\uc815 \uae30\uc900",
	"ti\u00eau ch\u00ed th\u00e0nh c\u00f4ng",
	"th\u01b0\u1edbc \u0111o th\u00e0nh c\u00f4ng", "ukuran keberhasilan",
	"kriteria keberhasilan", "indikator keberhasilan",
	"hasil yang diharapkan"};

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
	for (size_t i = 0; i < COUNT_OF(WORDS); i++) {
		if (begins(s, WORDS[i], whole))
			return true;
	}
	for (size_t i = 0; i < COUNT_OF(FAR); i++) {
		if (begins(s, FAR[i], whole))
			return true;
	}
	for (size_t i = 0; i < COUNT_OF(FAR_NOUNS); i++) {
		struct str t = s;

		if (str_iskip(&t, FAR_NOUNS[i]) &&
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
