/*
 * Currencies: signs, codes and words before and behind a number.
 */
#include "number_p.h"

#include "attr.h"
#include "glyph_p.h"

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
	{"R $", "BRL"},
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
	"PKR", "BDT", "LKR", "NPR", "UAH", "RUB", "XOF", "XAF", "USDC", "USDT"};

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
	{"Ft", "HUF"},
	{"forint", "HUF"},
	{"kr.", "kr"},
	{"\u0e1a\u0e32\u0e17", "THB"},
	{"z\u0142otych", "PLN"},
	{"z\u0142oty", "PLN"},
	{"korun", "CZK"},
	{"euroa", "EUR"},
	{"eurosta", "EUR"},
	{"euroon", "EUR"},
	{"euron", "EUR"},
	{"eurot", "EUR"},
	{"\u0435\u0432\u0440\u043e", "EUR"},
	{"\u0454\u0432\u0440\u043e", "EUR"},
	{"\u03b5\u03c5\u03c1\u03ce", "EUR"},
	{"d\u00f3lares", "USD"},
	{"dolares", "USD"},
	{"dollari", "USD"},
	{"dolar\u016f", "USD"},
	{"dolar\u00f3w", "USD"},
	{"dolar", "USD"},
	{"\u0434\u043e\u043b\u043b.", "USD"},
	{"\u0433\u0440\u0438\u0432\u0435\u043d\u044c", "UAH"},
	{"\u0433\u0440\u0438\u0432\u043d\u0456", "UAH"},
	{"\u0440\u0443\u0431\u043b\u0456\u0432", "RUB"},
	{"\u0440\u0443\u0431\u043b\u044f", "RUB"},
	{"\u05e9\"\u05d7", "ILS"},
	{"\u05e9\u05f4\u05d7", "ILS"},
	{"\u05e9\u05e7\u05dc\u05d9\u05dd", "ILS"},
	{"\u05e9\u05e7\u05dc", "ILS"},
	{"\u0631\u064a\u0627\u0644", "SAR"},
	{"\u062f\u0631\u0647\u0645", "AED"},
	{"\u062f\u0648\u0644\u0627\u0631", "USD"},
	{"\u062c\u0646\u064a\u0647", "EGP"},
	{"\u064a\u0648\u0631\u0648", "EUR"},
	{"\u0930\u0941\u092a\u092f\u0947", "INR"},
	{"\u0930\u0941\u092a\u090f", "INR"},
	{"rupiah", "IDR"},
	{"lira", "TRY"},
	{"liraya", "TRY"},
	{"\u7f8e\u5143", "USD"},
	{"\u6b27\u5143", "EUR"},
	{"\u4eba\u6c11\u5e01", "CNY"},
	{"\ub2ec\ub7ec", "USD"},
	{"\u30c9\u30eb", "USD"},
	{"Euro", "EUR"},
	{"pesos", "pesos"},
	{"kr", "kr"},
	{"kroner", "kr"},
	{"kronor", "SEK"},
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

const char *currency_take_crowns(struct str *s, int *places)
{
	static const struct {
		const char *text;
		int places;
	} CROWNS[] = {{"mkr", 6}, {"mnkr", 6}, {"tkr", 3}, {"mdkr", 9}};

	for (size_t i = 0; i < COUNT_OF(CROWNS); i++) {
		struct str rest = str_sub(*s, glyph_blanks(*s), s->n);

		if (!str_iskip(&rest, CROWNS[i].text) || glyph_goes_on(rest))
			continue;
		*s = rest;
		*places = CROWNS[i].places;
		return "SEK";
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

bool currency_is_next(struct str s)
{
	static const char *const LETTERS[] = {"\u20ac", "$", "\u00a3", "EUR",
		"USD", "CHF", "SEK", "NOK", "DKK", "PLN", "CZK", "GBP",
		"K\u010d", "z\u0142", "\u0e1a\u0e32\u0e17"};

	for (size_t i = 0; i < COUNT_OF(LETTERS); i++)
		if (str_starts(s, LETTERS[i]))
			return true;
	return false;
}
