/*
 * Things that bear a number and are not counted: "wards 3 to 6", "zones 1, 2
 * and 3", "Physics 201", "the reject rate on press 4 under 1.5 %".
 */
#include "lex_p.h"

#include "words.h"

static const char *const PLACES[] = {"wards", "floors", "rooms", "zones",
	"lines", "buildings", "counters", "gates", "halls", "platforms",
	"tracks", "grades", "classes", "years", "chapters", "sections",
	"modules", "lessons", "stations", "districts", "areas", "sectors",
	"blocks", "plots", "fields", "lanes", "routes", "docks", "bays",
	"wells", "pumps", "presses", "kilns", "turbines", "boilers", "reactors",
	"machines", "lifts", "elevators", "cells", "aisles", "pitches",
	"courts", "theatres", "labs", "lots", "stages", "terminals", "quays",
	"berths", "tanks", "furnaces", "stationen", "linien", "zonen",
	"r\u00e4umen", "r\u00e4ume", "hallen", "klassen", "etagen", "salles",
	"lignes", "quais", "b\u00e2timents", "chapitres", "salas",
	"l\u00edneas", "zonas", "aulas", "plantas", "sale", "linee", "zone",
	"lijnen", "zalen", "linjer", "linjerne", NULL};
static const char *const IN[] = {"on", "in", "at", "for", "across", "between",
	"throughout", "auf", "an", "f\u00fcr", "dans", "sur", "en", "pour",
	"nelle", "sulle", "op", "p\u00e5", NULL};
static const char *const ARTICLES[] = {"the", "our", "den", "der", "die", "les",
	"las", "los", "le", "de", NULL};
enum { MOST = 999 };

static const struct token *at(const struct tokens *t, size_t i)
{
	return i < t->n ? &t->v[i] : &t->v[t->n];
}

static bool is_bare(const struct tokens *t, size_t i)
{
	return at(t, i)->kind == TOKEN_QUANTITY &&
	       at(t, i)->flags & TOKEN_NUMBER &&
	       !(at(t, i)->flags & (TOKEN_RANGE | TOKEN_SIGNED)) &&
	       !*at(t, i)->q->unit && !at(t, i)->q->value.scale &&
	       at(t, i)->q->value.coef <= MOST;
}

/* "a rise in lines", "number of lines": those are counted. */
static bool is_of_number(const struct tokens *t, size_t in)
{
	static const char *const NUMBER[] = {"number", "count", "total", "rise",
		"increase", "growth", "drop", "reduction", "decrease", "fall",
		"change", "anzahl", "zahl", "nombre", "n\u00famero", "numero",
		"aantal", "antal", NULL};

	return in > 0 && lex_is_any(t, in - 1, NUMBER);
}

/* Is there an amount of something else in the clause, behind token i? */
static bool has_amount(const struct tokens *t, size_t i)
{
	enum { FAR = 12 };

	for (size_t k = i + 1; k < i + FAR; k++) {
		if (at(t, k)->kind == TOKEN_QUANTITY)
			return *at(t, k)->q->unit && !lex_is_time(at(t, k));
		if (at(t, k)->kind != TOKEN_WORD &&
			at(t, k)->kind != TOKEN_COMPARE &&
			at(t, k)->kind != TOKEN_COLON)
			break;
	}
	return false;
}

/* Of the places at token noun: which ones they are, not how many. */
static bool are_which(const struct tokens *t, size_t noun, size_t last)
{
	size_t in = noun;

	while (in > 0 && lex_is_any(t, in - 1, ARTICLES))
		in--;
	if (in > 0 && lex_is_any(t, in - 1, IN))
		return !is_of_number(t, in - 1);
	if (in == 1 && verb_sense(at(t, 0)->text, false) == VERB_MAKE)
		return true;
	if (in > 0 &&
		(is_of_number(t, in) ||
			(lex_is(t, in - 1, "of") && is_of_number(t, in - 1)) ||
			verb_sense(at(t, in - 1)->text, false)))
		return false;
	return has_amount(t, last);
}

static bool is_link(const struct tokens *t, size_t i)
{
	static const char *const LINKS[] = {"to", "through", "and", "&", "or",
		"bis", "und", "\u00e0", "et", "a", "al", "y", "e", "tot", "en",
		"til", "och", "og", NULL};

	return lex_is_any(t, i, LINKS) || at(t, i)->kind == TOKEN_COMMA;
}

/* The first number of "wards 3 to 6". */
static bool opens_places(const struct tokens *t, size_t i)
{
	size_t last = i;

	if (!i || !lex_is_any(t, i - 1, PLACES))
		return false;
	while (is_link(t, last + 1) && is_bare(t, last + 2) &&
		decimal_cmp(at(t, last)->q->value, at(t, last + 2)->q->value) <
			0)
		last += 2;
	return last > i && !lex_is_plural(at(t, last + 1)->text) &&
	       at(t, last + 1)->kind != TOKEN_ARROW &&
	       are_which(t, i - 1, last);
}

/* The others of them. */
static bool goes_on(const struct tokens *t, size_t i)
{
	enum { NAMES = 12 };
	size_t k = i;

	while (k > 2 && i - k < NAMES && is_link(t, k - 1) &&
		at(t, k - 2)->kind == TOKEN_NAME && at(t, k - 2)->q)
		k -= 2;
	return k < i && lex_is_any(t, k - 1, PLACES);
}

static bool is_capital(struct str w)
{
	return w.n > 1 && w.p[0] >= 'A' && w.p[0] <= 'Z';
}

/* "in Physics 201", "Budgeting 101 for all tenants" */
static bool is_course(const struct tokens *t, size_t i)
{
	static const char *const SUBJECTS[] = {"math", "maths", "mathematics",
		"physics", "chemistry", "biology", "economics", "statistics",
		"calculus", "algebra", "geometry", "english", "spanish",
		"french", "german", "latin", "history", "psychology",
		"sociology", "philosophy", "accounting", "anatomy", "writing",
		"nursing", "cs", "econ", "bio", "chem", "stats", "mathe",
		"mathematik", "physik", "chemie", "biologie", "analysis",
		"python", "music", "art", "science", NULL};
	static const char *const OF[] = {"in", "of", "for", "failing",
		"passing", "taking", "pass", "fail", "finish", "the", "their",
		"im", "en", NULL};
	struct str digits = at(t, i)->text;

	if (!i || at(t, i - 1)->kind != TOKEN_WORD ||
		!is_capital(at(t, i - 1)->text) ||
		lex_is_plural(at(t, i + 1)->text) ||
		at(t, i + 1)->kind == TOKEN_ARROW ||
		(is_link(t, i + 1) && is_bare(t, i + 2)))
		return false;
	if (str_is(digits, "101"))
		return at(t, i - 1)->text.n > 3;
	return i > 1 && (digits.n == 3 || digits.n == 1) &&
	       lex_is_any(t, i - 1, SUBJECTS) && lex_is_any(t, i - 2, OF);
}

/* "the reject rate on press 4 under 1.5 %": a number directly in front of the
 * bound of another tells which press. */
static bool is_beside_bound(const struct tokens *t, size_t i)
{
	static const char *const BOUNDS[] = {"under", "below", "above", "over",
		"at", "unter", "\u00fcber", "sous", "onder", "boven", "sotto",
		NULL};
	static const char *const WHERE[] = {"on", "in", "at", "of", "for",
		"from", "am", "im", "an", "auf", "au", "aan", "op", NULL};
	enum { FEW = 99 };
	struct str w = i ? at(t, i - 1)->text : STR("");

	if (i < 2 || at(t, i - 1)->kind != TOKEN_WORD || w.n < 3 ||
		!str_is_alpha(w.p[0]) || lex_is_plural(w) ||
		!lex_is_any(t, i - 2, WHERE) || at(t, i)->q->value.coef > FEW)
		return false;
	return (lex_is_any(t, i + 1, BOUNDS) ||
		       at(t, i + 1)->kind == TOKEN_COMPARE) &&
	       at(t, i + 2)->kind == TOKEN_QUANTITY && *at(t, i + 2)->q->unit;
}

bool lex_is_numbered(const struct tokens *t, size_t i)
{
	return is_bare(t, i) &&
	       (opens_places(t, i) || goes_on(t, i) || is_course(t, i) ||
		       is_beside_bound(t, i));
}
