/*
 * Thousands, millions and the like, as letters and as words of many
 * languages.
 */
#include "ending_p.h"
#include "number_p.h"

#include "attr.h"
#include "glyph_p.h"

enum {
	MONEY_ONLY = 1,
	ATTACHED_ONLY = 2,
	ANY_CASE = 4,
	NOUN_AFTER = 8,
	MONEY_NEAR = 16,
	ENDED = 32, /* "40 binden": from, as in Turkish */
};

struct magnitude {
	const char *text;
	int places;
	int when;
};

/* Under their first letters; longer ones first where one begins like another.
 */
static const struct magnitude *const MAGNITUDES[256] = {
	['b'] = (const struct magnitude[]){
		{"B", 9, ATTACHED_ONLY},
		{"B", 9, MONEY_ONLY},
		{"b", 9, MONEY_ONLY},
		{"bn", 9, ANY_CASE},
		{"bio.", 9, ANY_CASE},
		{"billion", 9, ANY_CASE},
		{"bilh\u00e3o", 9, ANY_CASE},
		{"bilh\u00f5es", 9, ANY_CASE},
		{"bilhoes", 9, ANY_CASE},
		{"bi", 9, ANY_CASE | MONEY_ONLY},
		{"bin", 3, ANY_CASE | ENDED},
		{0},
	},
	['c'] = (const struct magnitude[]){
		{"crore", 7, ANY_CASE},
		{"crores", 7, ANY_CASE},
		{"Cr", 7, MONEY_ONLY},
		{0},
	},
	['d'] = (const struct magnitude[]){
		{"duizend", 3, ANY_CASE},
		{0},
	},
	['e'] = (const struct magnitude[]){
		{"ezer", 3, ANY_CASE},
		{0},
	},
	['h'] = (const struct magnitude[]){
		{"hundred", 2, ANY_CASE},
		{0},
	},
	['j'] = (const struct magnitude[]){
		{"juta", 6, ANY_CASE},
		{0},
	},
	['k'] = (const struct magnitude[]){
		{"k", 3, 0},
		{"K", 3, 0},
		{0},
	},
	['l'] = (const struct magnitude[]){
		{"lakh", 5, ANY_CASE},
		{"lakhs", 5, ANY_CASE},
		{0},
	},
	['m'] = (const struct magnitude[]){
		{"MM", 6, 0},
		{"mm", 6, MONEY_ONLY},
		{"M", 6, 0},
		{"m", 6, MONEY_ONLY},
		{"m", 6, ATTACHED_ONLY | NOUN_AFTER},
		{"mn", 6, ANY_CASE},
		{"mln", 6, ANY_CASE},
		{"mill.", 6, ANY_CASE},
		{"mill", 6, ANY_CASE},
		{"mln.", 6, ANY_CASE},
		{"mn.", 6, ANY_CASE},
		{"mi", 6, ANY_CASE | MONEY_ONLY},
		{"mdp", 6, ANY_CASE | MONEY_ONLY},
		{"mdd", 6, ANY_CASE | MONEY_ONLY},
		{"mde", 6, ANY_CASE | MONEY_ONLY},
		{"miljon", 6, ANY_CASE},
		{"miljoner", 6, ANY_CASE},
		{"millioner", 6, ANY_CASE},
		{"mille", 3, ANY_CASE},
		{"mio.", 6, ANY_CASE},
		{"mio", 6, ANY_CASE},
		{"mrd.", 9, ANY_CASE},
		{"mrd", 9, ANY_CASE},
		{"million", 6, ANY_CASE},
		{"millions", 6, ANY_CASE},
		{"millionen", 6, ANY_CASE},
		{"milliarden", 9, ANY_CASE},
		{"milliards", 9, ANY_CASE},
		{"millones", 6, ANY_CASE},
		{"millón", 6, ANY_CASE},
		{"milhões", 6, ANY_CASE},
		{"milhão", 6, ANY_CASE},
		{"miljoen", 6, ANY_CASE},
		{"miljard", 9, ANY_CASE},
		{"milioni", 6, ANY_CASE},
		{"milliard", 9, ANY_CASE},
		{"miliardi", 9, ANY_CASE},
		{"mil.", 6, ANY_CASE | MONEY_NEAR},
		{"mil", 3, ANY_CASE},
		{"mila", 3, ANY_CASE},
		{"milhoes", 6, ANY_CASE},
		{"milhao", 6, ANY_CASE},
		{"millon", 6, ANY_CASE},
		{"miliar", 9, ANY_CASE},
		{"milyon", 6, ANY_CASE | ENDED},
		{"milyar", 9, ANY_CASE},
		{"mii", 3, ANY_CASE},
		{"milli\u00f3", 6, ANY_CASE},
		{"milion\u016f", 6, ANY_CASE},
		{"mili\u00f3na", 6, ANY_CASE},
		{"miliony", 6, ANY_CASE},
		{"milion\u00f3w", 6, ANY_CASE},
		{"milion", 6, ANY_CASE},
		{"milioane", 6, ANY_CASE},
		{"miljoonaa", 6, ANY_CASE},
		{"miljoona", 6, ANY_CASE},
		{"milj.", 6, ANY_CASE},
		{"milj", 6, ANY_CASE},
		{"milijuna", 6, ANY_CASE},
		{"milijun", 6, ANY_CASE},
		{"miljoener", 6, ANY_CASE},
		{"milli\u00e1rd", 9, ANY_CASE},
		{"miliard", 9, ANY_CASE},
		{"miliardy", 9, ANY_CASE},
		{"miliard\u00f3w", 9, ANY_CASE},
		{"miliarde", 9, ANY_CASE},
		{"miljarder", 9, ANY_CASE},
		{"milliarder", 9, ANY_CASE},
		{"miljardia", 9, ANY_CASE},
		{"miljardi", 9, ANY_CASE},
		{"milijardi", 9, ANY_CASE},
		{0},
	},
	['n'] = (const struct magnitude[]){
		{"ngh\u00ecn", 3, ANY_CASE},
		{"ng\u00e0n", 3, ANY_CASE},
		{"ngh\u00ecn t\u1ef7", 12, ANY_CASE},
		{0},
	},
	['r'] = (const struct magnitude[]){
		{"ribu", 3, ANY_CASE},
		{0},
	},
	['t'] = (const struct magnitude[]){
		{"tusen", 3, ANY_CASE},
		{"tsd.", 3, ANY_CASE},
		{"tsd", 3, ANY_CASE},
		{"T", 12, MONEY_ONLY},
		{"tn", 12, MONEY_ONLY},
		{"thousand", 3, ANY_CASE},
		{"trillion", 12, ANY_CASE},
		{"tausend", 3, ANY_CASE},
		{"tri\u1ec7u", 6, ANY_CASE},
		{"t\u1ef7", 9, ANY_CASE},
		{"tys.", 3, ANY_CASE},
		{"tys", 3, ANY_CASE},
		{"tis.", 3, ANY_CASE},
		{"tis\u00edc", 3, ANY_CASE},
		{"tis\u00edce", 3, ANY_CASE},
		{"tis\u00edcov", 3, ANY_CASE},
		{"tisu\u0107a", 3, ANY_CASE},
		{"tuhatta", 3, ANY_CASE},
		{"tuhat", 3, ANY_CASE},
		{"tysi\u0119cy", 3, ANY_CASE},
		{"tysi\u0105ce", 3, ANY_CASE},
		{"tkr", 3, ANY_CASE},
		{"t\u1ec9", 9, ANY_CASE},
		{"triliun", 12, ANY_CASE},
		{"trilyun", 12, ANY_CASE},
		{"triliyon", 12, ANY_CASE},
		{0},
	},
	[0xce] = (const struct magnitude[]){
		{"\u03b4\u03b9\u03c3\u03b5\u03ba\u03b1\u03c4\u03bf\u03bc\u03bc\u03cd\u03c1\u03b9\u03b1", 9, ANY_CASE},
		{"\u03b5\u03ba\u03b1\u03c4\u03bf\u03bc\u03bc\u03cd\u03c1\u03b9\u03b1", 6, ANY_CASE},
		{"\u03b5\u03ba\u03b1\u03c4.", 6, ANY_CASE},
		{"\u03b4\u03b9\u03c3.", 9, ANY_CASE},
		{"\u03b5\u03ba.", 6, ANY_CASE},
		{0},
	},
	[0xcf] = (const struct magnitude[]){
		{"\u03c7\u03b9\u03bb\u03b9\u03ac\u03b4\u03b5\u03c2", 3, ANY_CASE},
		{"\u03c7\u03b9\u03bb.", 3, ANY_CASE},
		{0},
	},
	[0xd0] = (const struct magnitude[]){
		{"\u043c\u0438\u043b\u043b\u0438\u0430\u0440\u0434\u043e\u0432", 9, ANY_CASE},
		{"\u043c\u0438\u043b\u043b\u0438\u043e\u043d\u043e\u0432", 6, ANY_CASE},
		{"\u043c\u0456\u043b\u044c\u0439\u043e\u043d\u0456\u0432", 6, ANY_CASE},
		{"\u043c\u0438\u043b\u043b\u0438\u0430\u0440\u0434\u0430", 9, ANY_CASE},
		{"\u043c\u0456\u043b\u044c\u044f\u0440\u0434\u0456\u0432", 9, ANY_CASE},
		{"\u043c\u0438\u043b\u043b\u0438\u043e\u043d\u0430", 6, ANY_CASE},
		{"\u043c\u0456\u043b\u044c\u0439\u043e\u043d\u0438", 6, ANY_CASE},
		{"\u043c\u0438\u043b\u043b\u0438\u0430\u0440\u0434", 9, ANY_CASE},
		{"\u043c\u0456\u043b\u044c\u0439\u043e\u043d", 6, ANY_CASE},
		{"\u043c\u0438\u043b\u043b\u0438\u043e\u043d", 6, ANY_CASE},
		{"\u043c\u0438\u043b\u0438\u043e\u043d\u0430", 6, ANY_CASE},
		{"\u043c\u0456\u043b\u044c\u044f\u0440\u0434", 9, ANY_CASE},
		{"\u043c\u043b\u0440\u0434.", 9, ANY_CASE},
		{"\u043c\u043b\u0440\u0434", 9, ANY_CASE},
		{"\u043c\u043b\u043d.", 6, ANY_CASE},
		{"\u043c\u043b\u043d", 6, ANY_CASE},
		{0},
	},
	[0xd1] = (const struct magnitude[]){
		{"\u0442\u044b\u0441\u044f\u0447\u0438", 3, ANY_CASE},
		{"\u0442\u044b\u0441\u044f\u0447\u0430", 3, ANY_CASE},
		{"\u0442\u0438\u0441\u044f\u0447\u0456", 3, ANY_CASE},
		{"\u0445\u0438\u043b\u044f\u0434\u0438", 3, ANY_CASE},
		{"\u0442\u044b\u0441\u044f\u0447", 3, ANY_CASE},
		{"\u0442\u0438\u0441\u044f\u0447", 3, ANY_CASE},
		{"\u0442\u044b\u0441.", 3, ANY_CASE},
		{"\u0442\u0438\u0441.", 3, ANY_CASE},
		{"\u0442\u044b\u0441", 3, ANY_CASE},
		{"\u0442\u0438\u0441", 3, ANY_CASE},
		{0},
	},
	[0xd7] = (const struct magnitude[]){
		{"\u05de\u05d9\u05dc\u05d9\u05d0\u05e8\u05d3", 9, ANY_CASE},
		{"\u05de\u05d9\u05dc\u05d9\u05d5\u05df", 6, ANY_CASE},
		{"\u05d0\u05dc\u05e4\u05d9", 3, ANY_CASE},
		{"\u05d0\u05dc\u05e3", 3, ANY_CASE},
		{0},
	},
	[0xd8] = (const struct magnitude[]){
		{"\u0622\u0644\u0627\u0641", 3, ANY_CASE},
		{"\u0623\u0644\u0641", 3, ANY_CASE},
		{"\u0627\u0644\u0641", 3, ANY_CASE},
		{0},
	},
	[0xd9] = (const struct magnitude[]){
		{"\u0645\u0644\u0627\u064a\u064a\u0646", 6, ANY_CASE},
		{"\u0645\u0644\u064a\u0648\u0646", 6, ANY_CASE},
		{"\u0645\u0644\u064a\u0627\u0631", 9, ANY_CASE},
		{0},
	},
	[0xe0] = (const struct magnitude[]){
		{"\u0939\u091c\u093c\u093e\u0930", 3, ANY_CASE},
		{"\u0915\u0930\u094b\u0921\u093c", 7, ANY_CASE},
		{"\u0e2b\u0e21\u0e37\u0e48\u0e19", 4, ANY_CASE},
		{"\u0939\u091c\u093e\u0930", 3, ANY_CASE},
		{"\u0e25\u0e49\u0e32\u0e19", 6, ANY_CASE},
		{"\u0915\u0930\u094b\u0921", 7, ANY_CASE},
		{"\u0e1e\u0e31\u0e19", 3, ANY_CASE},
		{"\u0932\u093e\u0916", 5, ANY_CASE},
		{"\u0e41\u0e2a\u0e19", 5, ANY_CASE},
		{0},
	},
	[0xe4] = (const struct magnitude[]){
		{"\u4e07", 4, 0},
		{"\u4ebf", 8, 0},
		{0},
	},
	[0xe5] = (const struct magnitude[]){
		{"\u5341\u4ebf", 9, 0},
		{"\u5341\u5104", 9, 0},
		{"\u5341\u4e07", 5, 0},
		{"\u5343\u4ebf", 11, 0},
		{"\u5343\u5104", 11, 0},
		{"\u5343\u4e07", 7, 0},
		{"\u5104", 8, 0},
		{"\u5146", 12, 0},
		{"\u5343", 3, 0},
		{0},
	},
	[0xe7] = (const struct magnitude[]){
		{"\u767e\u4e07", 6, 0},
		{"\u767e\u4ebf", 10, 0},
		{"\u767e\u5104", 10, 0},
		{0},
	},
	[0xe8] = (const struct magnitude[]){
		{"\u842c", 4, 0},
		{0},
	},
	[0xeb] = (const struct magnitude[]){
		{"\ub9cc", 4, 0},
		{"\ubc31\ub9cc", 6, 0},
		{"\ubc31\uc5b5", 10, 0},
		{0},
	},
	[0xec] = (const struct magnitude[]){
		{"\uc870", 12, 0},
		{"\uc5b5", 8, 0},
		{"\ucc9c\ub9cc", 7, 0},
		{"\ucc9c\uc5b5", 11, 0},
		{"\uc2ed\uc5b5", 9, 0},
		{"\ucc9c", 3, 0},
		{0},
	},
};

/* Does a word follow soon that is likely the plural of what is counted? */
static bool noun_follows(struct str s)
{
	for (int words = 0; words < 3; words++) {
		struct str word;
		size_t n = 0;

		s = str_sub(s, glyph_blanks(s), s.n);
		while (n < s.n && str_is_alpha(s.p[n]))
			n++;
		word = str_sub(s, 0, n);
		if (n <= 3)
			return false;
		if (str_iends(word, "s") || str_iis(word, "people"))
			return true;
		s = str_sub(s, n, s.n);
	}
	return false;
}

/* May a magnitude end before s?  "5 M&A deals", "5 k-means" are none. */
static bool ends_here(struct str s)
{
	return !glyph_goes_on(s) && !str_starts(s, "&") &&
	       !(str_starts(s, "-") && glyph_goes_on(str_sub(s, 1, s.n)) &&
		       !str_is_digit(s.p[1])) &&
	       !str_starts(s, "'");
}

/* "12 mil. K\u010d": a million in Czech, where "12 mil" is Spanish. */
static bool is_near_money(struct str s)
{
	return currency_is_next(str_sub(s, glyph_blanks(s), s.n));
}

/* "1.1m GBP", "1.1m to 0.7m GBP": metres cost nothing. */
static bool is_money_soon(struct str s)
{
	enum { LONGEST = 5 }; /* of "to", "auf" */
	size_t n = 0;

	if (is_near_money(s))
		return true;
	if (!str_skip_space(&s))
		return false;
	while (n < s.n && n < LONGEST && !str_is_space(s.p[n]) &&
		!str_is_digit(s.p[n]))
		n++;
	s = str_sub(s, n, s.n);
	if (!n || !str_skip_space(&s) || !s.n || !str_is_digit(s.p[0]))
		return false;
	for (n = 0; n < s.n &&
		    (str_is_digit(s.p[n]) || str_is_among(s.p[n], ".,"));)
		n++;
	s = str_sub(s, n, s.n);
	return str_skip_char(&s, 'm') && is_near_money(s);
}

/* "1\u4e072\u5343": more of the number follows. */
static bool goes_on(const char *text, struct str behind)
{
	return (unsigned char)text[0] >= 0xe3 && behind.n &&
	       str_is_digit(behind.p[0]);
}

/* "14,000 bin locations": no thousands, as in Turkish. */
static bool is_bin(const char *text, struct str behind)
{
	return str_is(str_of(text), "bin") && str_starts(behind, " ") &&
	       noun_follows(behind);
}

/* Thai parts no words. */
static bool is_thai(const char *text)
{
	return str_starts(str_of(text), "\xe0\xb8");
}

bool magnitude_take(struct str *s, bool with_money, int *places)
{
	size_t gap = glyph_blanks(*s);
	struct str at = str_sub(*s, gap, s->n), rest;
	const struct magnitude *m;

	/* "120 T€" and "120 TEUR" are thousands in German accounts. */
	if (str_starts(at, "T") && currency_is_next(str_sub(at, 1, at.n))) {
		*places = 3;
		*s = str_sub(at, 1, at.n);
		return true;
	}
	for (m = MAGNITUDES[str_letter(at)]; m && m->text; m++) {
		int when = m->when;

		rest = at;
		if (!(when & ANY_CASE ? str_iskip(&rest, m->text)
				      : str_skip(&rest, m->text)) ||
			((when & MONEY_ONLY) && !with_money &&
				!currency_is_next(rest) &&
				(gap || !is_money_soon(rest))) ||
			((when & MONEY_NEAR) && !is_near_money(rest)) ||
			((when & ATTACHED_ONLY) && gap) ||
			((when & NOUN_AFTER) && !noun_follows(rest)))
			continue;
		if (is_bin(m->text, rest))
			continue;
		if (!ends_here(rest) && !currency_is_next(rest) &&
			!is_thai(m->text) && !goes_on(m->text, rest) &&
			!((m->when & ENDED) && ending_is_bare(rest)))
			continue;
		*places = m->places;
		*s = rest;
		return true;
	}
	return false;
}

/* "1\u4e072\u5343", "2\uc5b5 5\ucc9c\ub9cc" */
void magnitude_take_lower(struct str *s, struct decimal *value, int *places)
{
	enum { EAST = 4 }; /* no magnitude of the West is written so */
	struct str rest = str_sub(*s, glyph_blanks(*s), s->n);
	bool apart = rest.n != s->n;
	struct number n;
	struct decimal high, low;
	int less = 0;

	if (*places < EAST || (unsigned char)s->p[-1] < 0x80 || value->scale ||
		!rest.n || !str_is_digit(rest.p[0]) ||
		number_take(&rest, &n) != NUMBER_YES || n.value.scale)
		return;
	if ((!magnitude_take(&rest, false, &less) && apart) ||
		less >= *places || !decimal_shift(n.value, less, &low) ||
		!decimal_shift((struct decimal){1, 0}, *places, &high) ||
		decimal_cmp(low, high) >= 0 ||
		!decimal_shift(*value, *places - less, &high) || high.scale ||
		!decimal_make(high.coef + n.value.coef, 0, value))
		return;
	*places = less;
	*s = rest;
}
