/*
 * Numbers in words: "five", "twenty-one", "drei", "zero".
 */
#include "date.h"
#include "number_p.h"

#include "attr.h"

struct number_word {
	const char *word;
	int value;
};

/* By their first letters in small. */
static const struct number_word *const NUMBERS[256] = {
	['a'] =
		(const struct number_word[]){
			{"acht", 8},
			{0},
		},
	['c'] =
		(const struct number_word[]){
			{"cero", 0},
			{"cinq", 5},
			{"cuatro", 4},
			{"cinco", 5},
			{"cinque", 5},
			{0},
		},
	['d'] =
		(const struct number_word[]){
			{"dozen", 12},
			{"drei", 3},
			{"deux", 2},
			{"dix", 10},
			{"douze", 12},
			{"diez", 10},
			{"dois", 2},
			{"duas", 2},
			{"dez", 10},
			{"dieci", 10},
			{"drie", 3},
			{0},
		},
	['e'] =
		(const struct number_word[]){
			{"eight", 8},
			{"eleven", 11},
			{"eighteen", 18},
			{"eighty", 80},
			{0},
		},
	['f'] =
		(const struct number_word[]){
			{"four", 4},
			{"five", 5},
			{"fourteen", 14},
			{"fifteen", 15},
			{"forty", 40},
			{"fifty", 50},
			{"f\u00fcnf", 5},
			{0},
		},
	['h'] =
		(const struct number_word[]){
			{"huit", 8},
			{0},
		},
	['n'] =
		(const struct number_word[]){
			{"noll", 0},
			{"nul", 0},
			{"null", 0},
			{"nolla", 0},
			{"nulla", 0},
			{"nula", 0},
			{"nine", 9},
			{"nineteen", 19},
			{"ninety", 90},
			{"neun", 9},
			{"nueve", 9},
			{"nove", 9},
			{"negen", 9},
			{0},
		},
	['o'] =
		(const struct number_word[]){
			{"one", 1},
			{"ocho", 8},
			{"oito", 8},
			{"otto", 8},
			{0},
		},
	['q'] =
		(const struct number_word[]){
			{"quatre", 4},
			{"quatro", 4},
			{"quattro", 4},
			{0},
		},
	['s'] =
		(const struct number_word[]){
			{"s\u0131f\u0131r", 0},
			{"six", 6},
			{"seven", 7},
			{"sixteen", 16},
			{"seventeen", 17},
			{"sixty", 60},
			{"seventy", 70},
			{"sechs", 6},
			{"sieben", 7},
			{"sept", 7},
			{"seis", 6},
			{"siete", 7},
			{"sete", 7},
			{"sette", 7},
			{0},
		},
	['t'] =
		(const struct number_word[]){
			{"two", 2},
			{"three", 3},
			{"ten", 10},
			{"twelve", 12},
			{"thirteen", 13},
			{"twenty", 20},
			{"thirty", 30},
			{"trois", 3},
			{"tres", 3},
			{"tr\u00eas", 3},
			{"twee", 2},
			{"tien", 10},
			{0},
		},
	['v'] =
		(const struct number_word[]){
			{"vier", 4},
			{"vijf", 5},
			{0},
		},
	['z'] =
		(const struct number_word[]){
			{"zero", 0},
			{"z\u00e9ro", 0},
			{"zwei", 2},
			{"zehn", 10},
			{"zw\u00f6lf", 12},
			{"zes", 6},
			{"zeven", 7},
			{0},
		},
	[0xd0] =
		(const struct number_word[]){
			{"\u043d\u0443\u043b\u044c", 0},
			{"\u043d\u043e\u043b\u044c", 0},
			{"\u0434\u0432\u0430", 2},
			{"\u0434\u0432\u0435", 2},
			{"\u043f\u044f\u0442\u044c", 5},
			{"\u0434\u0435\u0441\u044f\u0442\u044c", 10},
			{0},
		},
	[0xd1] =
		(const struct number_word[]){
			{"\u0442\u0440\u0438", 3},
			{"\u0447\u0435\u0442\u044b\u0440\u0435", 4},
			{0},
		},
	[0xce] =
		(const struct number_word[]){
			{"\u03bc\u03b7\u03b4\u03ad\u03bd", 0},
			{"\u03bc\u03b7\u03b4\u03b5\u03bd\u03b9\u03ba\u03ac", 0},
			{"\u03bc\u03b7\u03b4\u03b5\u03bd\u03b9\u03ba\u03ad"
			 "\u03c2",
				0},
			{0},
		},
	[0xd8] =
		(const struct number_word[]){
			{"\u0635\u0641\u0631", 0},
			{0},
		},
	[0xd7] =
		(const struct number_word[]){
			{"\u05d0\u05e4\u05e1", 0},
			{0},
		},
	[0xe0] =
		(const struct number_word[]){
			{"\u0936\u0942\u0928\u094d\u092f", 0},
			{"\u0e28\u0e39\u0e19\u0e22\u0e4c", 0},
			{0},
		},
};

static const int NO_NUMBER = -1;

static int number_of_word(struct str word)
{
	const struct number_word *w = NUMBERS[str_letter(word)];

	/* "sept" is seven, "Sept" a month */
	if (word.n && word.p[0] >= 'A' && word.p[0] <= 'Z' &&
		date_month_number(word))
		return NO_NUMBER;
	for (; w && w->word; w++)
		if (str_iis(word, w->word))
			return w->value;
	return NO_NUMBER;
}

static bool is_letter(char c)
{
	return str_is_alpha(c) || (unsigned char)c >= 0x80;
}

static struct str take_letters(struct str *s)
{
	struct str word = {s->p, 0};

	while (word.n < s->n && is_letter(s->p[word.n]))
		word.n++;
	*s = str_sub(*s, word.n, s->n);
	return word;
}

bool number_take_word(struct str *s, struct number *out)
{
	struct str more, rest = *s;
	int value = number_of_word(take_letters(&rest)), unit;

	if (value == NO_NUMBER)
		return false;
	more = rest;
	if (value >= 20 && str_skip_char(&more, '-')) {
		unit = number_of_word(take_letters(&more));
		if (unit >= 1 && unit <= 9) {
			value += unit;
			rest = more;
		}
	}
	*out = (struct number){.value = {value, 0}};
	*s = rest;
	return true;
}
