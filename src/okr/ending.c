/*
 * Languages that say "from", "to" and "by" at the end of a number: Turkish
 * behind an apostrophe, Hungarian behind a hyphen, Finnish behind a colon; and
 * at the end of the unit's word.
 */
#include "ending_p.h"

#include "attr.h"
#include "glyph_p.h"

struct ending {
	const char *text;
	int says;
};

static const struct ending TURKISH[] = {{"ten", TOKEN_FROM},
	{"tan", TOKEN_FROM}, {"den", TOKEN_FROM}, {"dan", TOKEN_FROM},
	{"e", TOKEN_TO}, {"a", TOKEN_TO}, {"ye", TOKEN_TO}, {"ya", TOKEN_TO},
	{"ine", TOKEN_TO}, {"\u0131na", TOKEN_TO}, {"una", TOKEN_TO},
	{"\u00fcne", TOKEN_TO}, {"sine", TOKEN_TO}, {"s\u0131na", TOKEN_TO},
	{"inden", TOKEN_FROM}, {"\u0131ndan", TOKEN_FROM},
	{"undan", TOKEN_FROM}, {"\u00fcnden", TOKEN_FROM}, {"i", 0},
	{"\u0131", 0}, {"u", 0}, {"\u00fc", 0}, {"si", 0}, {"s\u0131", 0},
	{"in", 0}, {"\u0131n", 0}, {"un", 0}, {"\u00fcn", 0}, {"lik", 0},
	{"l\u0131k", 0}, {"luk", 0}, {"l\u00fck", 0}, {"te", 0}, {"ta", 0},
	{"de", 0}, {"da", 0}, {NULL, 0}};

static const struct ending HUNGARIAN[] = {{"r\u00f3l", TOKEN_FROM},
	{"r\u0151l", TOKEN_FROM}, {"t\u00f3l", TOKEN_FROM},
	{"t\u0151l", TOKEN_FROM}, {"ra", TOKEN_TO}, {"re", TOKEN_TO},
	{"ig", TOKEN_TO}, {"kal", TOKEN_BY}, {"kel", TOKEN_BY},
	{"szal", TOKEN_BY}, {"szel", TOKEN_BY}, {"zel", TOKEN_BY},
	{"zal", TOKEN_BY}, {"cal", TOKEN_BY}, {"cel", TOKEN_BY},
	{"vel", TOKEN_BY}, {"val", TOKEN_BY}, {"mal", TOKEN_BY},
	{"gyel", TOKEN_BY}, {"tal", TOKEN_BY}, {"tel", TOKEN_BY}, {"os", 0},
	{"es", 0}, {"as", 0}, {"\u00f6s", 0}, {"ot", 0}, {"et", 0},
	{"\u00f6t", 0}, {"ban", 0}, {"ben", 0}, {"nak", 0}, {"nek", 0},
	{"a", 0}, {"\u00e1t", 0}, {"\u00e1nak", 0}, {"\u00e1ra", TOKEN_TO},
	{NULL, 0}};

static const struct ending FINNISH[] = {{"sta", TOKEN_FROM},
	{"st\u00e4", TOKEN_FROM}, {"lta", TOKEN_FROM}, {"lt\u00e4", TOKEN_FROM},
	{"een", TOKEN_TO}, {"iin", TOKEN_TO}, {"aan", TOKEN_TO},
	{"\u00e4\u00e4n", TOKEN_TO}, {"hun", TOKEN_TO}, {"hyn", TOKEN_TO},
	{"seen", TOKEN_TO}, {"oon", TOKEN_TO}, {"\u00f6\u00f6n", TOKEN_TO},
	{"lle", TOKEN_TO}, {"n", 0}, {"\u00e4", 0}, {"a", 0}, {"ta", 0},
	{"t\u00e4", 0}, {"ssa", 0}, {"ss\u00e4", 0}, {"tta", 0},
	{"tt\u00e4", 0}, {"lla", 0}, {"ll\u00e4", 0}, {NULL, 0}};

static const struct {
	const char *mark;
	const struct ending *endings;
} MARKS[] = {
	{"'", TURKISH},
	{"\u2019", TURKISH},
	{"-", HUNGARIAN},
	{":", FINNISH},
};

static bool take_of(struct str *s, const struct ending *e, int *says)
{
	for (; e->text; e++) {
		struct str rest = *s;

		/* "5-a-side", "2-es's" */
		if (!str_skip(&rest, e->text) || glyph_goes_on(rest) ||
			str_starts(rest, "-") || str_starts(rest, "'"))
			continue;
		*s = rest;
		*says |= e->says;
		return true;
	}
	return false;
}

bool ending_take(struct str *s, int *says)
{
	for (size_t i = 0; i < COUNT_OF(MARKS); i++) {
		struct str rest = *s;

		if (!str_skip(&rest, MARKS[i].mark) ||
			!take_of(&rest, MARKS[i].endings, says))
			continue;
		*s = rest;
		return true;
	}
	return false;
}

bool ending_take_bare(struct str *s, int *says)
{
	return take_of(s, TURKISH, says);
}

bool ending_is_bare(struct str s)
{
	int says = 0;

	return take_of(&s, TURKISH, &says);
}

static const struct ending FROM_WORDS[] = {{"r\u00f3l", 0}, {"r\u0151l", 0},
	{"t\u00f3l", 0}, {"t\u0151l", 0}, {"sta", 0}, {"st\u00e4", 0},
	{"dan", 0}, {"den", 0}, {"tan", 0}, {"ten", 0}, {NULL, 0}};
static const struct ending TO_WORDS[] = {{"ra", 0}, {"re", 0}, {"aan", 0},
	{"\u00e4\u00e4n", 0}, {"een", 0}, {"iin", 0}, {"oon", 0}, {"uun", 0},
	{"yyn", 0}, {"kkoon", 0}, {"ya", 0}, {"ye", 0}, {"a", 0}, {"e", 0},
	{NULL, 0}};

/* Without one of these endings; a stem of two letters at least stays. */
static bool strip(struct str w, const struct ending *e, struct str *stem)
{
	for (; e->text; e++) {
		size_t n = strlen(e->text);

		if (w.n < n + 2 || !str_ends(w, e->text))
			continue;
		*stem = str_sub(w, 0, w.n - n);
		return true;
	}
	return false;
}

bool ending_is_pair(struct str from, struct str to, struct str *stem)
{
	struct str other;
	size_t same = 0;

	if (!strip(from, FROM_WORDS, stem) || !strip(to, TO_WORDS, &other))
		return false;
	while (same < stem->n && same < other.n &&
		stem->p[same] == other.p[same])
		same++;
	return same >= 2 && same + 2 >= stem->n && same + 3 >= other.n;
}
