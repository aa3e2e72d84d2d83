/*
 * "Moved to Q3" in any language and order: a word of putting off and the time
 * it was put off to, and nothing besides.
 */
#include "verdict_number_p.h"

#include "attr.h"
#include "words.h"

enum { LONGEST = 60, MOST_WORDS = 7 };

/* How such words begin, letters other than ASCII in small. */
static const char *const PUT_OFF[] = {"adiad", "postergad", "aplazad",
	"pospuest", "retrasad", "trasladad", "reprogramad", "ajornat",
	"report\u00e9", "repouss\u00e9", "d\u00e9cal\u00e9",
	"diff\u00e9r\u00e9", "rinviat", "posticipat", "rimandat", "slittat",
	"spostat", "verschoben", "vertagt", "verlegt", "zur\u00fcckgestellt",
	"doorgeschoven", "uitgesteld", "verschoven", "verplaatst", "uppskju",
	"framskj", "flytta", "skjut", "udskudt", "udsat", "utsatt", "utsett",
	"flyttet", "prze\u0142o\u017con", "przesuni\u0119t", "przeniesion",
	"od\u0142o\u017con", "odlo\u017een", "odlo\u017een\u00fd",
	"p\u0159esunut", "posunut", "odsunut", "presunut", "ertelen",
	"kayd\u0131r", "aktar\u0131l", "siirre", "siirty", "lyk\u00e4t",
	"elhalaszt", "halasztva", "\u00e1ttoltuk", "am\u00e2nat", "ditunda",
	"ho\u00e3n", "d\u1eddi", "\u043f\u0435\u0440\u0435\u043d\u0435\u0441",
	"\u043f\u0435\u0440\u0435\u043d\u043e\u0441",
	"\u043e\u0442\u043b\u043e\u0436",
	"\u0441\u0434\u0432\u0438\u043d\u0443\u0442",
	"\u0432\u0456\u0434\u043a\u043b\u0430\u0434",
	"\u043f\u0435\u0440\u0435\u043d\u0435\u0441\u0435\u043d"};

/* How times begin. */
static const char *const TIMES[] = {"trim", "quart", "quadrim", "semest",
	"halbjahr", "kwarta\u0142", "kw.", "kwartaal", "kvart", "\u010dtvrtlet",
	"\u010dtvrtrok", "\u0161tvr\u0165rok", "\u00e7eyre", "halv\u00e5r",
	"halfjaar", "negyed", "p\u00f3\u0142rocz", "pololet", "pr\u00f3xim",
	"pr\u00f2xim", "proch", "prossim", "siguiente", "seguinte", "successiv",
	"n\u00e4chst", "folge", "volgend", "n\u00e4st", "n\u00e6st", "nest",
	"nast\u0119pn", "kolejn", "dal\u0161", "p\u0159\u00ed\u0161t",
	"sonraki", "gelecek", "seuraav", "k\u00f6vetkez\u0151", "urm\u0103tor",
	"a\u00f1o", "ano", "anno", "ann\u00e9e", "jahr", "rok", "\u00e5r",
	"jaar", "y\u0131l", "fr\u00fchjahr", "herbst", "sommer", "winter",
	"printemps", "automne", "rentr\u00e9e", "oto\u00f1o", "primavera",
	"verano", "oto", "autunno", "estate", "h\u00f6st", "v\u00e5r", "sommar",
	"jesie\u0144", "wiosn", "podzim", "jaro",
	"\u043a\u0432\u0430\u0440\u0442\u0430\u043b",
	"\u0447\u0435\u0442\u0432\u0435\u0440\u0442",
	"\u0441\u043b\u0435\u0434\u0443\u044e\u0449",
	"\u043d\u0430\u0441\u0442\u0443\u043f\u043d", "\u0433\u043e\u0434",
	"\u043f\u043e\u043b\u0443\u0433\u043e\u0434",
	"\u043e\u0441\u0435\u043d", "\u0432\u0435\u0441\u043d"};

/* What ties the two. */
static const char *const LINKS[] = {"para", "al", "a", "au", "\u00e0", "en",
	"el", "la", "le", "o", "os", "do", "da", "de", "del", "della", "dello",
	"du", "di", "dell", "sur", "auf", "ins", "in", "im", "das", "den",
	"nach", "naar", "het", "till", "til", "na", "w", "v", "do", "ve", "och",
	"was", "wird", "wurde", "foi", "fue", "fait", "est", "\u00e9", "je",
	"blev", "blir", "werd", "zosta\u0142o", "jsme", "\u043d\u0430",
	"\u0432", "ke", "sang", "nel", "alla", "allo", "all", "come", "tot",
	"s\u00e3o", "ser\u00e1", "es", "et", "ist", "primo", "secondo", "terzo",
	"quarto", "segundo", "primer", "primeiro", "terceiro", "tercer",
	"cuarto", "troisi\u00e8me", "deuxi\u00e8me", "quatri\u00e8me",
	"premier", "erste", "zweite", "dritte", "vierte", "erstes", "zweites",
	"drittes", "viertes", "tredje", "fj\u00e4rde", "fjerde", "derde",
	"vierde", "l", "d"};

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

static bool begins_any(struct str w, const char *const *words, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		if (str_istarts(w, words[i]))
			return true;
	}
	return false;
}

static bool is_link(struct str w)
{
	for (size_t i = 0; i < COUNT_OF(LINKS); i++) {
		if (str_iis(w, LINKS[i]))
			return true;
	}
	return false;
}

/* "IV", "Q4'e", "2026", "4.", "kwarta\u0142", "juin" */
static bool is_time(struct str w)
{
	size_t roman = 0;

	while (roman < w.n && strchr("IVX", w.p[roman]))
		roman++;
	return (w.n && roman == w.n) || str_has_digit(w) ||
	       begins_any(w, TIMES, COUNT_OF(TIMES)) || date_month_number(w);
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

	return s.n <= FAR_EAST && holds_any(s, EAST, COUNT_OF(EAST)) &&
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
		if (begins_any(w, PUT_OFF, COUNT_OF(PUT_OFF)))
			off++;
		else if (is_time(w))
			times++;
		else if (!is_link(w))
			return false;
	}
	return off == 1 && times > 0;
}
