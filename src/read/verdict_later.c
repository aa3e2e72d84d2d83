/*
 * "Moved to Q3" in any language and order: a word of putting off and the time
 * it was put off to, and nothing besides.
 */
#include "verdict_number_p.h"

#include "attr.h"
#include "words.h"

enum { LONGEST = 60, MOST_WORDS = 7 };

/* How such words begin, under their first bytes, letters other than ASCII in
 * small. */
// clang-format off
static const char *const *const PUT_OFF[256] = {
	['a'] = (const char *const[]){"adiad", "aplazad", "ajornat",
		"aktar\u0131l", "am\u00e2nat", NULL},
	['d'] = (const char *const[]){"d\u00e9cal\u00e9", "diff\u00e9r\u00e9",
		"doorgeschoven", "ditunda", "d\u1eddi", NULL},
	['e'] = (const char *const[]){"ertelen", "elhalaszt", NULL},
	['f'] = (const char *const[]){"framskj", "flytta", "flyttet", NULL},
	['h'] = (const char *const[]){"halasztva", "ho\u00e3n", NULL},
	['k'] = (const char *const[]){"kayd\u0131r", NULL},
	['l'] = (const char *const[]){"lyk\u00e4t", NULL},
	['o'] = (const char *const[]){"od\u0142o\u017con", "odlo\u017een",
		"odlo\u017een\u00fd", "odsunut", NULL},
	['p'] = (const char *const[]){"postergad", "pospuest", "posticipat",
		"prze\u0142o\u017con", "przesuni\u0119t", "przeniesion",
		"p\u0159esunut", "posunut", "presunut", NULL},
	['r'] = (const char *const[]){"retrasad", "reprogramad",
		"report\u00e9", "repouss\u00e9", "rinviat", "rimandat", NULL},
	['s'] = (const char *const[]){"slittat", "spostat", "skjut", "siirre",
		"siirty", NULL},
	['t'] = (const char *const[]){"trasladad", NULL},
	['u'] = (const char *const[]){"uitgesteld", "uppskju", "udskudt",
		"udsat", "utsatt", "utsett", NULL},
	['v'] = (const char *const[]){"verschoben", "vertagt", "verlegt",
		"verschoven", "verplaatst", NULL},
	['z'] = (const char *const[]){"zur\u00fcckgestellt", NULL},
	[0xc3] = (const char *const[]){"\u00e1ttoltuk", NULL},
	[0xd0] = (const char *const[]){
		"\u043f\u0435\u0440\u0435\u043d\u0435\u0441",
		"\u043f\u0435\u0440\u0435\u043d\u043e\u0441",
		"\u043e\u0442\u043b\u043e\u0436",
		"\u0432\u0456\u0434\u043a\u043b\u0430\u0434",
		"\u043f\u0435\u0440\u0435\u043d\u0435\u0441\u0435\u043d", NULL},
	[0xd1] = (const char *const[]){
		"\u0441\u0434\u0432\u0438\u043d\u0443\u0442", NULL},
};
// clang-format on

/* How times begin. */
// clang-format off
static const char *const *const TIMES[256] = {
	['a'] = (const char *const[]){"a\u00f1o", "ano", "anno", "ann\u00e9e",
		"automne", "autunno", NULL},
	['d'] = (const char *const[]){"dal\u0161", NULL},
	['e'] = (const char *const[]){"estate", NULL},
	['f'] = (const char *const[]){"folge", "fr\u00fchjahr", NULL},
	['g'] = (const char *const[]){"gelecek", NULL},
	['h'] = (const char *const[]){"halbjahr", "halv\u00e5r", "halfjaar",
		"herbst", "h\u00f6st", NULL},
	['j'] = (const char *const[]){"jahr", "jaar", "jesie\u0144", "jaro",
		NULL},
	['k'] = (const char *const[]){"kwarta\u0142", "kw.", "kwartaal",
		"kvart", "kolejn", "k\u00f6vetkez\u0151", NULL},
	['n'] = (const char *const[]){"negyed", "n\u00e4chst", "n\u00e4st",
		"n\u00e6st", "nest", "nast\u0119pn", NULL},
	['o'] = (const char *const[]){"oto\u00f1o", "oto", NULL},
	['p'] = (const char *const[]){"p\u00f3\u0142rocz", "pololet",
		"pr\u00f3xim", "pr\u00f2xim", "proch", "prossim",
		"p\u0159\u00ed\u0161t", "printemps", "primavera", "podzim",
		NULL},
	['q'] = (const char *const[]){"quart", "quadrim", NULL},
	['r'] = (const char *const[]){"rok", "rentr\u00e9e", NULL},
	['s'] = (const char *const[]){"semest", "siguiente", "seguinte",
		"successiv", "sonraki", "seuraav", "sommer", "sommar", NULL},
	['t'] = (const char *const[]){"trim", NULL},
	['u'] = (const char *const[]){"urm\u0103tor", NULL},
	['v'] = (const char *const[]){"volgend", "verano", "v\u00e5r", NULL},
	['w'] = (const char *const[]){"winter", "wiosn", NULL},
	['y'] = (const char *const[]){"y\u0131l", NULL},
	[0xc3] = (const char *const[]){"\u00e7eyre", "\u00e5r", NULL},
	[0xc4] = (const char *const[]){"\u010dtvrtlet", "\u010dtvrtrok", NULL},
	[0xc5] = (const char *const[]){"\u0161tvr\u0165rok", NULL},
	[0xd0] = (const char *const[]){
		"\u043a\u0432\u0430\u0440\u0442\u0430\u043b",
		"\u043d\u0430\u0441\u0442\u0443\u043f\u043d",
		"\u0433\u043e\u0434",
		"\u043f\u043e\u043b\u0443\u0433\u043e\u0434",
		"\u043e\u0441\u0435\u043d", "\u0432\u0435\u0441\u043d", NULL},
	[0xd1] = (const char *const[]){
		"\u0447\u0435\u0442\u0432\u0435\u0440\u0442",
		"\u0441\u043b\u0435\u0434\u0443\u044e\u0449", NULL},
};
// clang-format on

/* What ties the two. */
// clang-format off
static const char *const *const LINKS[256] = {
	['a'] = (const char *const[]){"al", "a", "au", "auf", "alla", "allo",
		"all", NULL},
	['b'] = (const char *const[]){"blev", "blir", NULL},
	['c'] = (const char *const[]){"come", "cuarto", NULL},
	['d'] = (const char *const[]){"do", "da", "de", "del", "della",
		"dello", "du", "di", "dell", "das", "den",
		"deuxi\u00e8me", "dritte", "drittes", "derde", "d", NULL},
	['e'] = (const char *const[]){"en", "el", "est", "es", "et", "erste",
		"erstes", NULL},
	['f'] = (const char *const[]){"foi", "fue", "fait", "fj\u00e4rde",
		"fjerde", NULL},
	['h'] = (const char *const[]){"het", NULL},
	['i'] = (const char *const[]){"ins", "in", "im", "ist", NULL},
	['j'] = (const char *const[]){"je", "jsme", NULL},
	['k'] = (const char *const[]){"ke", NULL},
	['l'] = (const char *const[]){"la", "le", "l", NULL},
	['n'] = (const char *const[]){"nach", "naar", "na", "nel", NULL},
	['o'] = (const char *const[]){"o", "os", "och", NULL},
	['p'] = (const char *const[]){"para", "primo", "primer", "primeiro",
		"premier", NULL},
	['q'] = (const char *const[]){"quarto", "quatri\u00e8me", NULL},
	['s'] = (const char *const[]){"sur", "sang", "s\u00e3o", "ser\u00e1",
		"secondo", "segundo", NULL},
	['t'] = (const char *const[]){"till", "til", "tot", "terzo",
		"terceiro", "tercer", "troisi\u00e8me", "tredje", NULL},
	['v'] = (const char *const[]){"v", "ve", "vierte", "viertes", "vierde",
		NULL},
	['w'] = (const char *const[]){"w", "was", "wird", "wurde", "werd",
		NULL},
	['z'] = (const char *const[]){"zosta\u0142o", "zweite", "zweites",
		NULL},
	[0xc3] = (const char *const[]){"\u00e0", "\u00e9", NULL},
	[0xd0] = (const char *const[]){"\u043d\u0430", "\u0432", NULL},
};
// clang-format on

/* The same where no blanks part words, before or behind the word. */
static const char *const EAST[] = {"\u5ef6\u671f", "\u6301\u3061\u8d8a\u3057",
	"\u6301\u8d8a", "\u7e70\u308a\u8d8a", "\u5148\u9001\u308a",
	"\u63a8\u8fdf", "\u63a8\u9072", "\u987a\u5ef6", "\u9806\u5ef6",
	"\u5ef6\u540e", "\u5ef6\u5f8c", "\u5ef6\u81f3", "\u5ef6\u5230",
	"\u79fb\u81f3", "\u632a\u5230", "\uc5f0\uae30", "\uc774\uc6d4",
	"\ubbf8\ub8f8", "\ubbf8\ub904", "\ub118\uae40"};
static const char *const EAST_TIMES[] = {"\u5b63", "\u671f", "\u534a\u5e74",
	"\u6765", "\u6b21", "\u660e\u5e74", "\u4e0b", "\u6708", "\ubd84\uae30",
	"\ub2e4\uc74c", "\ub0b4\ub144", "\uc0c1\ubc18\uae30",
	"\ud558\ubc18\uae30", "\uc6d4", "Q"};

static bool begins_any(struct str w, const char *const *const table[256])
{
	return str_listed_start(w, table[str_letter(w)]) != NULL;
}

/* "IV", "Q4'e", "2026", "4.", "kwarta\u0142", "juin" */
static bool is_time(struct str w)
{
	size_t roman = 0;

	while (roman < w.n && strchr("IVX", w.p[roman]))
		roman++;
	return (w.n && roman == w.n) || str_has_digit(w) ||
	       begins_any(w, TIMES) || date_month_number(w);
}

static bool holds_any(struct str s, const char *const *words, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		if (str_find(s, str_of(words[i])) != STR_NONE)
			return true;
	}
	return false;
}

static bool is_eastern(struct str s)
{
	enum { FAR_EAST = 45 };

	return s.n <= FAR_EAST && str_has_high(s) &&
	       holds_any(s, EAST, COUNT_OF(EAST)) &&
	       holds_any(s, EAST_TIMES, COUNT_OF(EAST_TIMES));
}

/* Apostrophes part words, too: "dell'anno"; "Q4'e" is a time as "Q4" is. */
static bool next_word(struct str *s, struct str *word)
{
	static const char *const CURLY = "\u2019";
	size_t n = 0;

	*s = str_trim_left(*s);
	while (n < s->n && !str_is_space(s->p[n]) && s->p[n] != '\'' &&
		!str_starts(str_sub(*s, n, s->n), CURLY))
		n++;
	if (str_starts(str_sub(*s, n, s->n), CURLY)) {
		*word = str_sub(*s, 0, n);
		*s = str_sub(*s, n + strlen(CURLY), s->n);
		return true;
	}
	*word = str_sub(*s, 0, n);
	if (n < s->n && s->p[n] == '\'' && str_has_digit(*word)) {
		while (n < s->n && !str_is_space(s->p[n]))
			n++;
	}
	*s = str_sub(*s, n < s->n ? n + 1 : n, s->n);
	return n > 0 || s->n > 0;
}

bool verdict_puts_off(struct str s)
{
	size_t words = 0, off = 0, times = 0;
	struct str w;

	if (s.n > LONGEST)
		return false;
	if (is_eastern(s))
		return true;
	while (next_word(&s, &w)) {
		w = str_trim_end(w, ".,;:!)]*_");
		if (!w.n)
			continue;
		if (++words > MOST_WORDS)
			return false;
		if (begins_any(w, PUT_OFF))
			off++;
		else if (is_time(w))
			times++;
		else if (!str_is_listed(w, LINKS[str_letter(w)]))
			return false;
	}
	return off == 1 && times > 0;
}
