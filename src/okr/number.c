/*
 * Numbers as people of several countries write them.
 *
 * A mark is a grouping mark when every group after it has three digits (or
 * two, two, three as in India) and either it repeats, it is a blank or an
 * apostrophe, or it is one comma: 3,000.  One comma with one or two digits
 * behind it is a decimal mark: 12,5.  With two kinds of marks the last one is
 * the decimal mark: 1.234,5 and 1,234.5.  One point is a decimal mark, but
 * with exactly three digits behind it (1.500) the unit decides; see
 * quantity.c.  Everything else (1.2.3, 3,5,7) is no number.
 */
#include "number_p.h"

#include "attr.h"
#include "glyph_p.h"

enum { MAX_GROUPS = 8, MAX_TEXT = 48 };

struct group {
	struct str digits;
	char mark; /* before it: . , ' or blank; 0 for the first */
};

struct groups {
	struct group v[MAX_GROUPS];
	size_t n;
};

static size_t digits_at(struct str s)
{
	size_t n = 0;

	while (n < s.n && str_is_digit(s.p[n]))
		n++;
	return n;
}

static bool is_thousands(struct str first, struct str rest)
{
	struct str tail = str_sub(rest, 3, rest.n);

	return digits_at(rest) == 3 && first.n <= 3 && first.p[0] != '0' &&
	       !glyph_goes_on(tail) && !str_starts(tail, "%") &&
	       !str_starts(tail, "-") && !str_starts(tail, " %");
}

/* The mark at the beginning of s when a group of digits follows it. */
static char take_mark(const struct groups *g, struct str *s)
{
	struct str first = g->v[0].digits, rest;
	size_t n;
	enum glyph kind = glyph_first(*s, &n);

	rest = str_sub(*s, n, s->n);
	if (!rest.n || !str_is_digit(rest.p[0]))
		return 0;
	if (s->p[0] == '.' || s->p[0] == ',') {
		char mark = s->p[0];

		*s = rest;
		return mark;
	}
	if (!is_thousands(first, rest))
		return 0;
	if (s->p[0] == '\'' || str_starts(*s, "\u2019")) {
		*s = rest;
		return '\'';
	}
	if (kind == GLYPH_SPACE && s->p[0] != '\t' && s->p[0] != '\n') {
		*s = rest;
		return ' ';
	}
	return 0;
}

/* Digit groups with their marks; false when there are too many. */
static bool take_groups(struct str *s, struct groups *g)
{
	char mark = 0;

	g->n = 0;
	do {
		size_t n = digits_at(*s);

		if (g->n == MAX_GROUPS)
			return false;
		g->v[g->n++] = (struct group){str_sub(*s, 0, n), mark};
		*s = str_sub(*s, n, s->n);
		mark = take_mark(g, s);
	} while (mark);
	return true;
}

/* Are groups 1 to last all of three digits behind one kind of mark, or the
 * Indian way? */
static bool is_grouped(const struct groups *g, size_t last)
{
	bool three = true, indian = last > 1;

	if (g->v[0].digits.n > 3 || g->v[0].digits.p[0] == '0')
		return false;
	for (size_t i = 1; i <= last; i++) {
		size_t n = g->v[i].digits.n;

		if (g->v[i].mark != g->v[1].mark)
			return false;
		three = three && n == 3;
		indian = indian && n == (i == last ? 3 : 2);
	}
	return three || (indian && g->v[1].mark == ',');
}

/* The groups as one number whose decimals are the last group, or none. */
static bool join(const struct groups *g, bool decimals, struct decimal *out)
{
	char text[MAX_TEXT];
	size_t n = 0;

	for (size_t i = 0; i < g->n; i++) {
		struct str d = g->v[i].digits;

		if (n + d.n + 1 > sizeof text)
			return false;
		if (decimals && i + 1 == g->n)
			text[n++] = '.';
		memcpy(text + n, d.p, d.n);
		n += d.n;
	}
	return decimal_parse((struct str){text, n}, out);
}

static bool decide_one_mark(const struct groups *g, struct number *out)
{
	size_t after = g->v[1].digits.n;
	bool grouped = is_grouped(g, 1);

	if (g->v[1].mark == '.' && grouped) {
		out->ambiguous = true;
		out->round = g->v[1].digits.p[2] == '0';
		return join(g, true, &out->value) &&
		       join(g, false, &out->grouped);
	}
	if (grouped)
		return join(g, false, &out->value);
	if (g->v[1].mark == ',' && after > 3)
		return false;
	return join(g, true, &out->value);
}

static bool decide(const struct groups *g, struct number *out)
{
	*out = (struct number){.ambiguous = false};
	if (g->n == 1)
		return join(g, false, &out->value);
	if (g->n == 2)
		return decide_one_mark(g, out);
	if (is_grouped(g, g->n - 1))
		return join(g, false, &out->value);
	if (is_grouped(g, g->n - 2) && g->v[g->n - 1].mark != g->v[1].mark &&
		(g->v[g->n - 1].mark == '.' || g->v[g->n - 1].mark == ','))
		return join(g, true, &out->value);
	return false;
}

enum number_found number_take(struct str *s, struct number *out)
{
	struct str rest = *s;
	struct groups g;
	bool few;

	if (s->n > 1 && s->p[0] == '.' && str_is_digit(s->p[1])) {
		struct decimal d;

		if (!decimal_take(s, &d)) {
			*s = str_sub(*s, 1, s->n);
			*s = str_sub(*s, digits_at(*s), s->n);
			return NUMBER_ODD;
		}
		*out = (struct number){.value = d};
		return NUMBER_YES;
	}
	if (!s->n || !str_is_digit(s->p[0]))
		return NUMBER_NONE;
	few = take_groups(&rest, &g);
	*s = rest;
	return few && decide(&g, out) ? NUMBER_YES : NUMBER_ODD;
}

enum { MONEY_ONLY = 1, ATTACHED_ONLY = 2, ANY_CASE = 4, NOUN_AFTER = 8 };

static const struct {
	const char *text;
	int places;
	int when;
} MAGNITUDES[] = {
	{"k", 3, 0},
	{"K", 3, 0},
	{"MM", 6, 0},
	{"mm", 6, MONEY_ONLY},
	{"M", 6, 0},
	{"m", 6, MONEY_ONLY},
	{"m", 6, ATTACHED_ONLY | NOUN_AFTER},
	{"B", 9, ATTACHED_ONLY},
	{"B", 9, MONEY_ONLY},
	{"b", 9, MONEY_ONLY},
	{"bn", 9, ANY_CASE},
	{"mn", 6, ANY_CASE},
	{"mln", 6, ANY_CASE},
	{"mill.", 6, ANY_CASE},
	{"mill", 6, ANY_CASE},
	{"mln.", 6, ANY_CASE},
	{"mn.", 6, ANY_CASE},
	{"bio.", 9, ANY_CASE},
	{"miljon", 6, ANY_CASE},
	{"miljoner", 6, ANY_CASE},
	{"millioner", 6, ANY_CASE},
	{"tusen", 3, ANY_CASE},
	{"mille", 3, ANY_CASE},
	{"mkr", 6, 0},
	{"mio.", 6, ANY_CASE},
	{"mio", 6, ANY_CASE},
	{"mrd.", 9, ANY_CASE},
	{"mrd", 9, ANY_CASE},
	{"tsd.", 3, ANY_CASE},
	{"tsd", 3, ANY_CASE},
	{"T", 12, MONEY_ONLY},
	{"tn", 12, MONEY_ONLY},
	{"lakh", 5, ANY_CASE},
	{"lakhs", 5, ANY_CASE},
	{"crore", 7, ANY_CASE},
	{"crores", 7, ANY_CASE},
	{"Cr", 7, MONEY_ONLY},
	{"hundred", 2, ANY_CASE},
	{"thousand", 3, ANY_CASE},
	{"million", 6, ANY_CASE},
	{"millions", 6, ANY_CASE},
	{"billion", 9, ANY_CASE},
	{"trillion", 12, ANY_CASE},
	{"tausend", 3, ANY_CASE},
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
	{"bilh\u00e3o", 9, ANY_CASE},
	{"bilh\u00f5es", 9, ANY_CASE},
	{"milliard", 9, ANY_CASE},
	{"miliardi", 9, ANY_CASE},
	{"mil", 3, ANY_CASE},
	{"mila", 3, ANY_CASE},
	{"duizend", 3, ANY_CASE},
	{"\u4e07", 4, 0},
	{"\u842c", 4, 0},
	{"\u4ebf", 8, 0},
	{"\u5104", 8, 0},
	{"\u5146", 12, 0},
	{"milhoes", 6, ANY_CASE},
	{"milhao", 6, ANY_CASE},
	{"bilhoes", 9, ANY_CASE},
	{"millon", 6, ANY_CASE},
	{"\u0442\u044b\u0441\u044f\u0447", 3, ANY_CASE},
	{"\u0442\u044b\u0441.", 3, ANY_CASE},
	{"\u0442\u044b\u0441", 3, ANY_CASE},
	{"\u043c\u043b\u043d.", 6, ANY_CASE},
	{"\u043c\u043b\u043d", 6, ANY_CASE},
	{"\u043c\u0438\u043b\u043b\u0438\u043e\u043d\u043e\u0432", 6, ANY_CASE},
	{"\u043c\u0438\u043b\u043b\u0438\u043e\u043d\u0430", 6, ANY_CASE},
	{"\u043c\u043b\u0440\u0434.", 9, ANY_CASE},
	{"\u043c\u043b\u0440\u0434", 9, ANY_CASE},
	{"tri\u1ec7u", 6, ANY_CASE},
	{"t\u1ef7", 9, ANY_CASE},
	{"ngh\u00ecn", 3, ANY_CASE},
	{"ng\u00e0n", 3, ANY_CASE},
	{"juta", 6, ANY_CASE},
	{"ribu", 3, ANY_CASE},
	{"miliar", 9, ANY_CASE},
	{"tys.", 3, ANY_CASE},
	{"tys", 3, ANY_CASE},
	{"tis.", 3, ANY_CASE},
	{"milyon", 6, ANY_CASE},
	{"milyar", 9, ANY_CASE},
	{"\u767e\u4e07", 6, 0},
	{"\u5343\u4e07", 7, 0},
	{"\u5343", 3, 0},
	{"\uc870", 12, 0},
	{"\uc5b5", 8, 0},
	{"\ub9cc", 4, 0},
	{"\ucc9c", 3, 0},
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

static const char *const MONEY_LETTERS[] = {"€", "$", "£", "EUR", "USD", "CHF",
	"SEK", "NOK", "DKK", "PLN", "CZK", "GBP"};

static bool money_follows(struct str s)
{
	for (size_t i = 0; i < COUNT_OF(MONEY_LETTERS); i++)
		if (str_starts(s, MONEY_LETTERS[i]))
			return true;
	return false;
}

bool magnitude_take(struct str *s, bool with_money, int *places)
{
	size_t gap = glyph_blanks(*s);
	struct str at = str_sub(*s, gap, s->n), rest;

	char first = at.n ? str_lower(at.p[0]) : 0;

	/* "120 T€" and "120 TEUR" are thousands in German accounts. */
	if (str_starts(at, "T") && money_follows(str_sub(at, 1, at.n))) {
		*places = 3;
		*s = str_sub(at, 1, at.n);
		return true;
	}
	for (size_t i = 0; i < COUNT_OF(MAGNITUDES); i++) {
		int when = MAGNITUDES[i].when;

		rest = at;
		if (str_lower(MAGNITUDES[i].text[0]) != first ||
			!(when & ANY_CASE ? str_iskip(&rest, MAGNITUDES[i].text)
					  : str_skip(&rest,
						    MAGNITUDES[i].text)) ||
			((when & MONEY_ONLY) && !with_money &&
				!money_follows(rest)) ||
			((when & ATTACHED_ONLY) && gap) ||
			((when & NOUN_AFTER) && !noun_follows(rest)))
			continue;
		if (!ends_here(rest) && !money_follows(rest))
			continue;
		*places = MAGNITUDES[i].places;
		*s = rest;
		return true;
	}
	return false;
}

static const struct {
	const char *sign;
	const char *code;
} SIGNS[] = {
	{"US$", "USD"},
	{"CA$", "CAD"},
	{"AU$", "AUD"},
	{"NZ$", "NZD"},
	{"HK$", "HKD"},
	{"NT$", "TWD"},
	{"MX$", "MXN"},
	{"C$", "CAD"},
	{"A$", "AUD"},
	{"S$", "SGD"},
	{"R$", "BRL"},
	{"$", "USD"},
	{"€", "EUR"},
	{"£", "GBP"},
	{"¥", "JPY"},
	{"￥", "JPY"},
	{"₹", "INR"},
	{"₩", "KRW"},
	{"₽", "RUB"},
	{"₪", "ILS"},
	{"₺", "TRY"},
	{"₦", "NGN"},
	{"₱", "PHP"},
	{"₫", "VND"},
	{"₴", "UAH"},
	{"฿", "THB"},
	{"₵", "GHS"},
};

static const char *const CODES[] = {"USD", "EUR", "GBP", "JPY", "INR", "CHF",
	"CAD", "AUD", "NZD", "SEK", "NOK", "DKK", "PLN", "CZK", "HUF", "RON",
	"BGN", "TRY", "ILS", "CNY", "KRW", "BRL", "MXN", "ARS", "CLP", "COP",
	"PEN", "ZAR", "KES", "NGN", "GHS", "UGX", "TZS", "EGP", "MAD", "AED",
	"SAR", "QAR", "SGD", "HKD", "TWD", "THB", "PHP", "IDR", "MYR", "VND",
	"PKR", "BDT", "LKR", "NPR", "UAH", "RUB", "XOF", "XAF"};

static const struct {
	const char *word;
	const char *code;
} WORDS[] = {
	{"dollars", "USD"},
	{"dollar", "USD"},
	{"euros", "EUR"},
	{"euro", "EUR"},
	{"pounds", "GBP"},
	{"rupees", "INR"},
	{"yen", "JPY"},
	{"francs", "CHF"},
	{"Franken", "CHF"},
	{"kr", "kr"},
	{"kroner", "kr"},
	{"kronor", "kr"},
	{"kron", "kr"},
	{"zł", "PLN"},
	{"Kč", "CZK"},
	{"RMB", "CNY"},
	{"reais", "BRL"},
	{"\u5186", "JPY"},
	{"VN\u0110", "VND"},
	{"vn\u0111", "VND"},
	{"\u0111", "VND"},
	{"\u0440\u0443\u0431\u043b\u0435\u0439", "RUB"},
	{"\u0440\u0443\u0431.", "RUB"},
	{"\u0440\u0443\u0431", "RUB"},
	{"\u0433\u0440\u043d", "UAH"},
	{"\u0434\u043e\u043b\u043b\u0430\u0440\u043e\u0432", "USD"},
	{"\u0111\u1ed3ng", "VND"},
	{"lei", "RON"},
	{"TL", "TRY"},
	{"\uc6d0", "KRW"},
	{"\u5143", "CNY"},
};

static const struct {
	const char *word;
	const char *code;
} PREFIXES[] = {
	{"kr. ", "kr"},
	{"kr ", "kr"},
	{"Rs.", "INR"},
	{"Rs", "INR"},
	{"RMB", "CNY"},
	{"KSh", "KES"},
	{"Fr.", "CHF"},
	{"Rp", "IDR"},
	{"RM", "MYR"},
};

/* By its first two bytes: a sign, or two capitals but for "kr", "Rs", "Fr."
 * and the like.  Most words and signs end here. */
static bool may_be_currency(struct str s)
{
	char c = s.n ? s.p[0] : 0;

	if (c == '$' || (unsigned char)c >= 0x80)
		return true;
	return str_is_alpha(c) && (s.n < 2 || strchr("kKRF", c) ||
					  !(s.p[1] >= 'a' && s.p[1] <= 'z'));
}

const char *currency_take_before(struct str *s)
{
	if (!may_be_currency(*s))
		return NULL;
	for (size_t i = 0; i < COUNT_OF(SIGNS); i++)
		if (SIGNS[i].sign[0] == s->p[0] && str_skip(s, SIGNS[i].sign))
			return SIGNS[i].code;
	for (size_t i = 0; i < COUNT_OF(CODES); i++) {
		struct str rest = *s;

		if (CODES[i][0] == s->p[0] && str_skip(&rest, CODES[i]) &&
			!str_is_alpha(rest.n ? rest.p[0] : ' ')) {
			*s = rest;
			return CODES[i];
		}
	}
	for (size_t i = 0; i < COUNT_OF(PREFIXES); i++)
		if (PREFIXES[i].word[0] == s->p[0] &&
			str_skip(s, PREFIXES[i].word))
			return PREFIXES[i].code;
	return NULL;
}

const char *currency_take_after(struct str *s)
{
	struct str at = str_sub(*s, glyph_blanks(*s), s->n), rest;
	char first = at.n ? at.p[0] : 0;

	for (size_t i = 0; i < COUNT_OF(SIGNS); i++) {
		rest = at;
		/* "5 $10 vouchers": the sign belongs to what follows. */
		if (SIGNS[i].sign[0] != first ||
			!str_skip(&rest, SIGNS[i].sign) ||
			(rest.n && str_is_digit(rest.p[0])))
			continue;
		*s = rest;
		return SIGNS[i].code;
	}
	for (size_t i = 0; i < COUNT_OF(CODES); i++) {
		rest = at;
		if (CODES[i][0] != first || !str_skip(&rest, CODES[i]) ||
			glyph_goes_on(rest))
			continue;
		*s = rest;
		return CODES[i];
	}
	for (size_t i = 0; i < COUNT_OF(WORDS); i++) {
		rest = at;
		if (!str_iskip(&rest, WORDS[i].word) || glyph_goes_on(rest))
			continue;
		*s = rest;
		return WORDS[i].code;
	}
	return NULL;
}

bool currency_is_code(const char *unit)
{
	for (size_t i = 0; i < COUNT_OF(CODES); i++)
		if (!strcmp(CODES[i], unit))
			return true;
	return !strcmp(unit, "TWD") || !strcmp(unit, "kr");
}
