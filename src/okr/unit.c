/*
 * Units by their words.  Time units keep their spelling, since people want to
 * see "min" where they wrote "min"; one day becomes days so that 1 and 5 agree.
 */
#include "unit_words_p.h"

#include "attr.h"
#include "glyph_p.h"

static const struct unit *units_under(struct str s)
{
	unsigned char letter = str_letter(s);

	return letter < 0x80 ? UNITS[letter] : UNITS_FAR[letter];
}

static const char *const NOUNS[] = {"people", "children", "women", "men",
	"staff", "personnel", "headcount", "media", "feet", "alumni", "youth",
	"menus", "gurus", "NPS", "ARR", "MRR", "Kunden", "Neukunden", "Nutzer",
	"Nutzern", "Nutzerinnen", "Mitarbeiter", "Mitarbeitende",
	"Mitarbeitern", "Besucher", "Teilnehmer", "Teilnehmende", "Tickets",
	"Bewerbungen", "Bestellungen", "Anfragen", "Abonnenten", "Schulen",
	"Personen", "Partner", "Partnern", "Interviews", "Schulungen", "Fehler",
	"Leads", "Filialen", "Projekte", "Artikel", "Spenden", "Klanten",
	"klanten", "gebruikers", "medewerkers", "clienti", "utenti", "nuovi",
	"software", "sheep", "cattle", "deer", "fish", "salmon", "trout",
	"poultry", "livestock", "aircraft", "species", "series", "mice",
	"geese", "teeth", "calves", "hectares", "foxes", "oxen", "crew"};

/* Must something else than a letter follow the word?  Not so in scripts that
 * part no words, nor behind a sign. */
static bool ends_as_word(const char *word)
{
	unsigned char c = (unsigned char)word[0];
	struct str s = str_of(word);

	if (c < 0x80)
		return str_is_alnum(word[s.n - 1]) ||
		       (unsigned char)word[s.n - 1] >= 0x80;
	return c >= 0xc3 && c < 0xe2 && !str_starts(s, "\xe0\xb8") &&
	       !str_starts(s, "\xe0\xb9");
}

static bool matches(const struct unit *u, struct str *s, bool attached)
{
	struct str rest = *s;

	if ((u->how & UNIT_ATTACHED) && !attached)
		return false;
	if (!(u->how & UNIT_EXACT ? str_skip(&rest, u->word)
				  : str_iskip(&rest, u->word)))
		return false;
	if (glyph_goes_on(rest) && ends_as_word(u->word))
		return false;
	/* "zero month-end corrections" */
	if (!attached && rest.n > 1 && rest.p[0] == '-' &&
		str_is_alpha(rest.p[1]) && str_is_alpha(rest.p[-1]))
		return false;
	/* "5 d-days", "3 m&a": the letter is the beginning of a word. */
	if (strlen(u->word) < 3 && str_is_alpha(u->word[0]) && rest.n > 1 &&
		(rest.p[0] == '-' || rest.p[0] == '&' || rest.p[0] == '\'') &&
		str_is_alpha(rest.p[1]))
		return false;
	*s = rest;
	return true;
}

const struct unit *unit_take(struct str *s, bool attached)
{
	for (const struct unit *u = units_under(*s); u && u->word; u++)
		if (matches(u, s, attached))
			return u;
	return NULL;
}

const struct unit *unit_find(struct str word)
{
	for (const struct unit *u = units_under(word); u && u->word; u++) {
		struct str name = str_of(u->word);

		if (u->how & UNIT_EXACT ? str_eq(word, name)
					: str_ieq(word, name))
			return u;
	}
	return NULL;
}

bool unit_is_noun(struct str word)
{
	for (size_t i = 0; i < COUNT_OF(NOUNS); i++)
		if (str_iis(word, NOUNS[i]))
			return true;
	return false;
}

bool unit_is_score(const char *unit)
{
	return unit[0] == '/' && str_is_digit(unit[1]);
}

bool unit_is_span(struct str word)
{
	const struct unit *u = unit_find(word);
	static const char *const MORE[] = {"sprint", "annum", "release",
		"semester", "term", "shift", "cycle", "iteration", "month",
		"mo", "d", "w", "y", "h", "semana", "semaine", "settimana",
		"mes", "m\u00eas", "mese", "d\u00eda", "dia", "giorno",
		"ann\u00e9e", "an", "anno", "ano", "a\u00f1o", "trimestre",
		"Quartal", "kwartaal", "dag", "vecka", "uke", "uge",
		"m\u00e5ned", "m\u00e5nad", "maand"};

	for (size_t i = 0; i < COUNT_OF(MORE); i++)
		if (str_iis(word, MORE[i]))
			return true;
	return u && (u->family == UNIT_TIME || u->family == UNIT_MONTHS);
}

/* The word without the ending of a plural. */
static struct str singular(struct str w)
{
	if (w.n > 4 && str_iends(w, "ies"))
		return str_sub(w, 0, w.n - 3);
	if (w.n > 3 && str_iends(w, "y") && !str_iends(w, "ay"))
		return str_sub(w, 0, w.n - 1);
	if (w.n > 4 && (str_iends(w, "ches") || str_iends(w, "shes") ||
			       str_iends(w, "sses") || str_iends(w, "xes")))
		return str_sub(w, 0, w.n - 2);
	if (w.n > 2 && str_iends(w, "s") && !str_iends(w, "ss"))
		return str_sub(w, 0, w.n - 1);
	return w;
}

static bool is_like_word(struct str a, struct str b)
{
	const struct unit *x = unit_find(a), *y = unit_find(b);

	if (x && y)
		return x->family == y->family &&
		       (x->factor ? y->factor != 0 : !strcmp(x->name, y->name));
	return str_ieq(singular(a), singular(b));
}

/* As is_like_word(), for what a rate is per: 1 week is not 1 day. */
static bool is_same_span(struct str a, struct str b)
{
	const struct unit *x = unit_find(a), *y = unit_find(b);

	return x && y ? x->family == y->family && x->factor == y->factor
		      : str_ieq(singular(a), singular(b));
}

bool unit_is_like(struct str a, struct str b)
{
	struct str head_a, head_b;

	if (str_ieq(a, b))
		return true;
	/* Out of 10 is not out of 5, nor 1:3 like 3:1. */
	if (str_starts(a, "/") || str_starts(b, "/") ||
		str_find_char(a, ':') != STR_NONE ||
		str_find_char(b, ':') != STR_NONE)
		return false;
	if (!str_take_until(&a, '/', &head_a) ||
		!str_take_until(&b, '/', &head_b))
		return false;
	return is_like_word(head_a, head_b) && is_same_span(a, b);
}
