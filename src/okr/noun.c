/*
 * What a number counts in other languages than English.
 */
#include "noun_p.h"

#include "attr.h"
#include "unit_p.h"
#include "words.h"

static struct token *at(const struct tokens *t, size_t i)
{
	return i < t->n ? &t->v[i] : &t->v[t->n];
}

static bool has_capital(struct str w)
{
	return (w.p[0] >= 'A' && w.p[0] <= 'Z') || str_starts(w, "\u00c4") ||
	       str_starts(w, "\u00d6") || str_starts(w, "\u00dc");
}

/* Words that end a noun phrase, and are others in English. */
bool noun_is_romance_end(const struct tokens *t, size_t i)
{
	static const char *const ENDS[] = {"no", "na", "nos", "nas", "num",
		"numa", "pela", "pelo", "pelas", "pelos", "ate", "at\u00e9",
		"hasta", "entro", "fino", "antes", "avant", "durante", "atual",
		"actual", "actuel", "actuelle", "actuellement", "atualmente",
		"actualmente", "attualmente", "attuale", "hoje", "hoy", "oggi",
		NULL};

	return t->tongue == TONGUE_ROMANCE && lex_is_any(t, i, ENDS);
}

/* An English adjective before its plural: Romance ones agree. */
static bool is_english_pair(const struct tokens *t, size_t i, size_t k)
{
	static const char *const ENGLISH[] = {"enterprise", "use", "core",
		"feature", "mobile", "online", "release", "pipeline", "case",
		"active", "machine", NULL};
	struct str w = at(t, k)->text;

	return at(t, i)->q->value.coef != 1 &&
	       (!strchr("sxieSXIE", w.p[w.n - 1]) ||
		       lex_is_any(t, k, ENGLISH)) &&
	       (unsigned char)w.p[w.n - 1] < 0x80 &&
	       at(t, k + 1)->kind == TOKEN_WORD &&
	       str_iends(at(t, k + 1)->text, "s") &&
	       !tongue_is_small(t, k + 1) && !noun_ends(t, k + 1);
}

/* Endings of adjectives, which more is to come behind. */
static const char *const ENDINGS[TONGUE_HINDI + 1][26] = {
	[TONGUE_SLAVIC] = {"\u044b\u0445", "\u0438\u0445", "\u043e\u0433\u043e",
		"\u0435\u0433\u043e", "\u044b\u0435", "\u0438\u0435",
		"\u043e\u0432\u0456", "\u043d\u0456", "\u043a\u0456", "ych",
		"ich", "\u00fdch", "\u00edch", "\u043e\u0433\u043e", "nowe",
		"nov\u00e9", "aktywne", "p\u0142ac\u0105ce", "sta\u0142e",
		NULL},
	[TONGUE_NORTHERN] = {"ieve", "iva", "tive", "ende", "ande", "erede",
		"erade", "ige", "iga", "ske", "ska", "aalde", "eerde", "erte",
		"erde", "ieke", "iska", "kritieke", NULL},
	[TONGUE_URALIC] = {"ista", "ist\u00e4", "ttista", "ttist\u00e4", "ttua",
		"tty\u00e4", "vaa", "v\u00e4\u00e4", "\u00e1si", "\u00e9si",
		"os", "\u00e1lis", "i\u00e1lis", "\u00edv", "nyi", "\u00fa",
		"\u0171", "\u00f3", "\u0151", NULL},
	[TONGUE_GREEK] = {"\u03b9\u03bc\u03b1", "\u03b9\u03ba\u03ac",
		"\u03b9\u03ba\u03ce\u03bd", "\u03b9\u03ba\u03ad\u03c2",
		"\u03b9\u03ba\u03bf\u03cd\u03c2", "\u03b9\u03bc\u03c9\u03bd",
		"\u03b9\u03bc\u03b5\u03c2", "\u03b9\u03bc\u03bf\u03c5\u03c2",
		"\u03bd\u03c4\u03b1", NULL},
	[TONGUE_HINDI] = {NULL},
};

/* Adjectives that no ending tells. */
static const char *const PLAIN[TONGUE_HINDI + 1][26] = {
	[TONGUE_SLAVIC] = {"\u043d\u043e\u0432\u0438\u0445",
		"\u043d\u043e\u0432\u0456", "\u043d\u043e\u0432\u0438", NULL},
	[TONGUE_NORTHERN] = {"nya", "nye", "\u00f6ppna", "\u00e5pne",
		"\u00e5bne", "nieuwe", "open", "betalende", "store", "stora",
		NULL},
	[TONGUE_TURKISH] = {"yeni", "kritik", "aktif", "b\u00fcy\u00fck",
		"k\u00fc\u00e7\u00fck", "kurumsal", "farkl\u0131",
		"\u00f6nemli", "ek", "stratejik", "potansiyel", "\u00fccretli",
		"kay\u0131tl\u0131", "nitelikli", NULL},
	[TONGUE_URALIC] = {"\u00faj", "uutta", "uusia", "kritikus",
		"akt\u00edv", "aktiivista", "uuden", "fizet\u0151", "nagy",
		NULL},
	[TONGUE_GREEK] = {"\u03bd\u03ad\u03c9\u03bd", "\u03bd\u03ad\u03b1",
		"\u03bd\u03ad\u03bf\u03c5\u03c2", "\u03bd\u03ad\u03b5\u03c2",
		"\u03bd\u03ad\u03bf\u03b9",
		"\u03ba\u03c1\u03af\u03c3\u03b9\u03bc\u03b1",
		"\u03bc\u03b5\u03b3\u03ac\u03bb\u03bf\u03c5\u03c2",
		"\u03b5\u03bd\u03b5\u03c1\u03b3\u03bf\u03cd\u03c2",
		"\u03b5\u03bd\u03b5\u03c1\u03b3\u03ce\u03bd", NULL},
	[TONGUE_HINDI] = {"\u0928\u090f", "\u0928\u092f\u0947", "\u0928\u0908",
		"\u0928\u092f\u093e", "\u0938\u0915\u094d\u0930\u093f\u092f",
		"\u092a\u094d\u0930\u092e\u0941\u0916", NULL},
};

static bool is_one_of(struct str word, const char *const *list)
{
	for (; *list; list++)
		if (str_iis(word, *list))
			return true;
	return false;
}

/* "nowych", "actieve", "yeni": an adjective, with more to come. */
static bool is_adjective(const struct tokens *t, size_t k)
{
	const char *const *end = ENDINGS[t->tongue];

	if (at(t, k + 1)->kind != TOKEN_WORD || tongue_is_small(t, k + 1))
		return false;
	for (; *end; end++)
		if (str_ends(at(t, k)->text, *end))
			return true;
	return is_one_of(at(t, k)->text, PLAIN[t->tongue]);
}

/* "bak\u0131m s\u00f6zle\u015fmesi": the second word of a compound. */
static bool is_compound(const struct tokens *t, size_t k)
{
	static const char *const ENDS[] = {
		"si", "s\u0131", "su", "s\u00fc", "leri", "lar\u0131"};
	const struct token *next = at(t, k + 1);

	if (t->tongue != TONGUE_TURKISH || next->kind != TOKEN_WORD)
		return false;
	for (size_t i = 0; i < COUNT_OF(ENDS); i++)
		if (str_ends(next->text, ENDS[i]))
			return true;
	return false;
}

/* Where the verb comes last: "42'den 65'e \u00e7\u0131kar". */
static bool ends_in_verb(const struct tokens *t, size_t k)
{
	return (t->tongue == TONGUE_TURKISH || t->tongue == TONGUE_URALIC ||
		       t->tongue == TONGUE_HINDI) &&
	       verb_sense(at(t, k)->text, false);
}

/* "5 milioane de lei", "25 de contracte": the word that links. */
static bool is_link(const struct tokens *t, size_t i, size_t k)
{
	static const char *const LINKS[] = {"de", "di", "d'", NULL};

	return k == i + 1 && t->tongue == TONGUE_ROMANCE &&
	       lex_is_any(t, k, LINKS) && at(t, k + 1)->kind == TOKEN_WORD &&
	       !tongue_is_small(t, k + 1) &&
	       (at(t, i)->flags & TOKEN_SCALED ||
		       at(t, i)->q->value.coef >= 20);
}

/* Vietnamese nouns of two syllables by their first one, and those of one. */
static size_t find_syllables(const struct tokens *t, size_t i)
{
	static const char *const TWO[] = {"kh\u00e1ch", "h\u1ee3p", "c\u1eeda",
		"nh\u00e2n", "s\u1ea3n", "b\u00e0i", "d\u1ef1", "\u0111\u01a1n",
		"\u0111\u1ed1i", "t\u00ednh", "h\u1ecdc", "doanh", "ph\u00f2ng",
		"cu\u1ed9c", "bu\u1ed5i", "kh\u00f3a", "kho\u00e1",
		"l\u01b0\u1ee3t", "chi", "th\u00e0nh", "\u1ee9ng",
		"tr\u01b0\u1eddng", "qu\u1ed1c", "th\u1ecb", "ng\u01b0\u1eddi",
		"\u0111\u1ea1i", "chi\u1ebfn", "k\u00eanh", "b\u1ea3n",
		"k\u1ef9", "l\u1eadp", "gi\u1ea3ng", "c\u01a1", "s\u1ef1",
		"h\u1ed9i", "v\u0103n", "nh\u00e0", "c\u00f4ng", "c\u00e1n",
		"th\u1ecfa", "h\u1ea1ng", "t\u1ed5", "quy", "trung", "t\u00e0i",
		"\u00fd", "b\u1ec7nh", "gi\u00e1o", "sinh", "chuy\u00ean",
		"\u0111i\u1ec3m", NULL};
	static const char *const ONE[] = {"l\u1ed7i", "ng\u01b0\u1eddi",
		"l\u01b0\u1ee3t", "trang", "video", "tin", "kho", "l\u1edbp",
		"nh\u00f3m", "ca", "xe", "c\u0103n", "su\u1ea5t", "v\u00e9",
		"s\u00e0n", NULL};

	if (lex_is_any(t, i + 1, TWO) && at(t, i + 2)->kind == TOKEN_WORD)
		return i + 2;
	return lex_is_any(t, i + 1, ONE) ? i + 1 : 0;
}

/* "3 game days", "SEV1 ...": English or a name among Slavic words. */
static bool is_other_script(const struct tokens *t, size_t k)
{
	struct str w = at(t, k)->text, next = at(t, k + 1)->text;

	if (t->tongue != TONGUE_SLAVIC || at(t, k + 1)->kind != TOKEN_WORD ||
		str_has_high(w) || !w.n)
		return false;
	return str_is_digit(w.p[w.n - 1]) ||
	       (!str_has_high(next) && str_ends(next, "s"));
}

/* The noun behind token i in another language than English, or 0. */
size_t noun_foreign(const struct tokens *t, size_t i)
{
	/* what may stand between the number and its noun */
	static const char *const ADJECTIVES[] = {"neue", "neuen", "neuer",
		"weitere", "nouveaux", "nouvelles", "nouveau", "nouvelle",
		"grands", "grandes", "premiers", "autres", "nuevos", "nuevas",
		"nuevo", "nueva", "novos", "novas", "novo", "nova", "grandes",
		"nuovi", "nuove", "nuovo", "nuova", "nieuwe", "extra", "nye",
		"nya", "nytt", "flere", "fler", "primeras", "primeros",
		"mejores", "melhores", "otras", "outros", "outras", "ada",
		NULL};

	if (t->tongue == TONGUE_VIET)
		return find_syllables(t, i);
	for (size_t k = i + 1; k <= i + NOUN_DISTANCE; k++) {
		if (is_link(t, i, k))
			continue;
		if (at(t, k)->kind != TOKEN_WORD || noun_ends(t, k) ||
			noun_is_romance_end(t, k))
			return 0;
		if (lex_is_any(t, k, ADJECTIVES) || is_adjective(t, k) ||
			is_other_script(t, k))
			continue;
		if (tongue_is_small(t, k) && k == i + 1)
			return 0;
		if (is_compound(t, k))
			continue;
		/* "Zero critical bugs en casa": English among the others. */
		if (t->tongue == TONGUE_ROMANCE && is_english_pair(t, i, k))
			continue;
		if (ends_in_verb(t, k))
			return 0;
		if (t->tongue != TONGUE_GERMAN || has_capital(at(t, k)->text))
			return k;
	}
	return 0;
}
