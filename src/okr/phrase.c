/*
 * Phrases as tables of up to four words.
 */
#include "phrase_p.h"

enum { PHRASE_WORDS = 5 };

struct phrase {
	const char *words[PHRASE_WORDS];
	enum comparator compare;
};

/* By their first letters; longer ones first where one begins like another. */
static const struct phrase *const BEFORE[256] = {
	['a'] = (const struct phrase[]){
		{{"au-del\u00e0", "de"}, CMP_GT},
		{{"al", "massimo"}, CMP_LE},
		{{"au", "minimum"}, CMP_GE},
		{{"ao", "menos"}, CMP_GE},
		{{"at", "least"}, CMP_GE},
		{{"a", "minimum", "of"}, CMP_GE},
		{{"at", "or", "above"}, CMP_GE},
		{{"at", "or", "over"}, CMP_GE},
		{{"at", "or", "below"}, CMP_LE},
		{{"at", "or", "under"}, CMP_LE},
		{{"above", "or", "equal", "to"}, CMP_GE},
		{{"at", "most"}, CMP_LE},
		{{"a", "maximum", "of"}, CMP_LE},
		{{"above"}, CMP_GT},
		{{"au", "moins"}, CMP_GE},
		{{"au", "maximum"}, CMP_LE},
		{{"au", "plus"}, CMP_LE},
		{{"al", "menos"}, CMP_GE},
		{{"abaixo", "de"}, CMP_LT},
		{{"acima", "de"}, CMP_GT},
		{{"au-dessus", "de"}, CMP_GT},
		{{"au-dessous", "de"}, CMP_LT},
		{{"almeno"}, CMP_GE},
		{{"alespo\u0148"}, CMP_GE},
		{{NULL}, CMP_NONE},
	},
	['b'] = (const struct phrase[]){
		{{"bis", "zu"}, CMP_LE},
		{{"below", "or", "equal", "to"}, CMP_LE},
		{{"better", "than"}, CMP_GT},
		{{"beyond"}, CMP_GT},
		{{"below"}, CMP_LT},
		{{"boven"}, CMP_GT},
		{{NULL}, CMP_NONE},
	},
	['c'] = (const struct phrase[]){
		{{"como", "m\u00ednimo"}, CMP_GE},
		{{"co", "najmniej"}, CMP_GE},
		{{"cheaper", "than"}, CMP_LT},
		{{"como", "m\u00e1ximo"}, CMP_LE},
		{{NULL}, CMP_NONE},
	},
	['e'] = (const struct phrase[]){
		{{"en", "fazla"}, CMP_LE},
		{{"en", "az"}, CMP_GE},
		{{"exceeding"}, CMP_GT},
		{{"exceed"}, CMP_GT},
		{{"exceeds"}, CMP_GT},
		{{"en", "dessous", "de"}, CMP_LT},
		{{NULL}, CMP_NONE},
	},
	['f'] = (const struct phrase[]){
		{{"fewer", "than"}, CMP_LT},
		{{"faster", "than"}, CMP_LT},
		{{NULL}, CMP_NONE},
	},
	['g'] = (const struct phrase[]){
		{{"gr\u00f6\u00dfer", "als"}, CMP_GT},
		{{"greater", "than", "or", "equal", "to"}, CMP_GE},
		{{"greater", "than"}, CMP_GT},
		{{NULL}, CMP_NONE},
	},
	['h'] = (const struct phrase[]){
		{{"higher", "than"}, CMP_GT},
		{{"h\u00f6chstens"}, CMP_LE},
		{{"hoogstens"}, CMP_LE},
		{{"h\u00f6gst"}, CMP_LE},
		{{"h\u00f8jst"}, CMP_LE},
		{{"h\u01a1n"}, CMP_GT},
		{{NULL}, CMP_NONE},
	},
	['i'] = (const struct phrase[]){
		{{"inferior", "al"}, CMP_LT},
		{{"inf\u00e9rieure", "\u00e0"}, CMP_LT},
		{{"inf\u00e9rieur", "\u00e0"}, CMP_LT},
		{{"in", "excess", "of"}, CMP_GT},
		{{"inferior", "a"}, CMP_LT},
		{{NULL}, CMP_NONE},
	},
	['l'] = (const struct phrase[]){
		{{"lebih", "dari"}, CMP_GT},
		{{"less", "than", "or", "equal", "to"}, CMP_LE},
		{{"larger", "than"}, CMP_GT},
		{{"less", "than"}, CMP_LT},
		{{"lower", "than"}, CMP_LT},
		{{"longer", "than"}, CMP_GT},
		{{NULL}, CMP_NONE},
	},
	['m'] = (const struct phrase[]){
		{{"menor", "que"}, CMP_LT},
		{{"menor", "a"}, CMP_LT},
		{{"menos", "que"}, CMP_LT},
		{{"menos", "del"}, CMP_LT},
		{{"mindre", "enn"}, CMP_LT},
		{{"mindre", "end"}, CMP_LT},
		{{"mindre", "\u00e4n"}, CMP_LT},
		{{"m\u00e9n\u011b", "ne\u017e"}, CMP_LT},
		{{"mniej", "ni\u017c"}, CMP_LT},
		{{"maior", "que"}, CMP_GT},
		{{"mais", "que"}, CMP_GT},
		{{"mais", "de"}, CMP_GT},
		{{"mayor", "que"}, CMP_GT},
		{{"mayor", "a"}, CMP_GT},
		{{"m\u00e1s", "del"}, CMP_GT},
		{{"mer", "enn"}, CMP_GT},
		{{"mere", "end"}, CMP_GT},
		{{"mer", "\u00e4n"}, CMP_GT},
		{{"m\u00ednimo", "de"}, CMP_GE},
		{{"minimum", "of"}, CMP_GE},
		{{"minimum"}, CMP_GE},
		{{"min."}, CMP_GE},
		{{"min"}, CMP_GE},
		{{"more", "than", "or", "equal", "to"}, CMP_GE},
		{{"maximum", "of"}, CMP_LE},
		{{"maximum"}, CMP_LE},
		{{"max."}, CMP_LE},
		{{"max"}, CMP_LE},
		{{"more", "than"}, CMP_GT},
		{{"mindestens"}, CMP_GE},
		{{"maximal"}, CMP_LE},
		{{"mehr", "als"}, CMP_GT},
		{{"moins", "de"}, CMP_LT},
		{{"menos", "de"}, CMP_LT},
		{{"m\u00e1s", "de"}, CMP_GT},
		{{"minstens"}, CMP_GE},
		{{"meer", "dan"}, CMP_GT},
		{{"minder", "dan"}, CMP_LT},
		{{"meno", "di"}, CMP_LT},
		{{"minim\u00e1ln\u011b"}, CMP_GE},
		{{"minimal"}, CMP_GE},
		{{"minst"}, CMP_GE},
		{{"mindst"}, CMP_GE},
		{{"minimaal"}, CMP_GE},
		{{"maksimal"}, CMP_LE},
		{{"maximaal"}, CMP_LE},
		{{"maks"}, CMP_LE},
		{{NULL}, CMP_NONE},
	},
	['n'] = (const struct phrase[]){
		{{"no", "m\u00e1ximo"}, CMP_LE},
		{{"no", "m\u00ednimo"}, CMP_GE},
		{{"nicht", "mehr", "als"}, CMP_LE},
		{{"no", "m\u00e1s", "de"}, CMP_LE},
		{{"non", "pi\u00f9", "di"}, CMP_LE},
		{{"nie", "wi\u0119cej", "ni\u017c"}, CMP_LE},
		{{"no", "less", "than"}, CMP_GE},
		{{"not", "less", "than"}, CMP_GE},
		{{"no", "fewer", "than"}, CMP_GE},
		{{"not", "fewer", "than"}, CMP_GE},
		{{"no", "lower", "than"}, CMP_GE},
		{{"no", "more", "than"}, CMP_LE},
		{{"not", "more", "than"}, CMP_LE},
		{{"no", "greater", "than"}, CMP_LE},
		{{"no", "higher", "than"}, CMP_LE},
		{{"no", "longer", "than"}, CMP_LE},
		{{"not", "exceeding"}, CMP_LE},
		{{"not", "exceed"}, CMP_LE},
		{{"not", "to", "exceed"}, CMP_LE},
		{{"never", "exceed"}, CMP_LE},
		{{"never", "exceeds"}, CMP_LE},
		{{"no", "slower", "than"}, CMP_LE},
		{{"no", "bigger", "than"}, CMP_LE},
	{{"no", "larger", "than"}, CMP_LE},
	{{"not", "larger", "than"}, CMP_LE},
	{{"no", "older", "than"}, CMP_LE},
	{{"no", "smaller", "than"}, CMP_GE},
	{{"no", "later", "than"}, CMP_LE},
		{{"no", "later", "than"}, CMP_LE},
		{{"not", "higher", "than"}, CMP_LE},
		{{"not", "longer", "than"}, CMP_LE},
		{{"not", "drop", "below"}, CMP_GE},
		{{"not", "fall", "below"}, CMP_GE},
		{{"never", "drops", "below"}, CMP_GE},
		{{"never", "falls", "below"}, CMP_GE},
		{{"not", "lower", "than"}, CMP_GE},
		{{"no", "worse", "than"}, CMP_GE},
		{{"not", "over"}, CMP_LE},
		{{"not", "above"}, CMP_LE},
		{{"never", "above"}, CMP_LE},
		{{"never", "over"}, CMP_LE},
		{{"never", "more", "than"}, CMP_LE},
		{{"not", "below"}, CMP_GE},
		{{"not", "under"}, CMP_GE},
		{{"never", "below"}, CMP_GE},
		{{"never", "under"}, CMP_GE},
		{{"north", "of"}, CMP_GT},
		{{"nejm\u00e9n\u011b"}, CMP_GE},
		{{NULL}, CMP_NONE},
	},
	['o'] = (const struct phrase[]){
		{{"over"}, CMP_GT},
		{{"onder", "de"}, CMP_LT},
		{{"oltre"}, CMP_GT},
		{{"onder"}, CMP_LT},
		{{NULL}, CMP_NONE},
	},
	['p'] = (const struct phrase[]){
		{{"pi\u00f9", "di"}, CMP_GT},
		{{"past"}, CMP_GT},
		{{"plus", "de"}, CMP_GT},
		{{"por", "lo", "menos"}, CMP_GE},
		{{"por", "debajo", "del"}, CMP_LT},
		{{"por", "debajo", "de"}, CMP_LT},
		{{"por", "encima", "del"}, CMP_GT},
		{{"por", "encima", "de"}, CMP_GT},
		{{"pelo", "menos"}, CMP_GE},
		{{"powy\u017cej"}, CMP_GT},
		{{"ponad"}, CMP_GT},
		{{"poni\u017cej"}, CMP_LT},
		{{"pod"}, CMP_LT},
		{{NULL}, CMP_NONE},
	},
	['q'] = (const struct phrase[]){
		{{"quicker", "than"}, CMP_LT},
		{{NULL}, CMP_NONE},
	},
	['s'] = (const struct phrase[]){
		{{"sous", "les"}, CMP_LT},
		{{"superior", "al"}, CMP_GT},
		{{"sup\u00e9rieure", "\u00e0"}, CMP_GT},
		{{"sup\u00e9rieur", "\u00e0"}, CMP_GT},
		{{"surpass"}, CMP_GT},
		{{"surpassing"}, CMP_GT},
		{{"smaller", "than"}, CMP_LT},
		{{"shorter", "than"}, CMP_LT},
		{{"south", "of"}, CMP_LT},
		{{"superior", "a"}, CMP_GT},
		{{"sotto", "il"}, CMP_LT},
		{{"setidaknya"}, CMP_GE},
		{{"sous"}, CMP_LT},
		{{NULL}, CMP_NONE},
	},
	['u'] = (const struct phrase[]){
		{{"up", "to"}, CMP_LE},
		{{"upwards", "of"}, CMP_GT},
		{{"upward", "of"}, CMP_GT},
		{{"under"}, CMP_LT},
		{{"unter"}, CMP_LT},
		{{NULL}, CMP_NONE},
	},
	['w'] = (const struct phrase[]){
		{{"wi\u0119cej", "ni\u017c"}, CMP_GT},
		{{"wenigstens"}, CMP_GE},
		{{"weniger", "als"}, CMP_LT},
		{{NULL}, CMP_NONE},
	},
	[0xc3] = (const struct phrase[]){
		{{"\u00edt", "nh\u1ea5t"}, CMP_GE},
		{{"\u00fcber"}, CMP_GT},
		{{"\u00f6ver"}, CMP_GT},
		{{NULL}, CMP_NONE},
	},
	[0xe4] = (const struct phrase[]){
		{{"\u4e0d\u4f4e\u4e8e"}, CMP_GE},
		{{"\u4e0d\u5c11\u4e8e"}, CMP_GE},
		{{"\u4e0d\u9ad8\u4e8e"}, CMP_LE},
		{{"\u4e0d\u8d85\u8fc7"}, CMP_LE},
		{{"\u4e0d\u591a\u4e8e"}, CMP_LE},
		{{"\u4f4e\u4e8e"}, CMP_LT},
		{{NULL}, CMP_NONE},
	},
	[0xe5] = (const struct phrase[]){
		{{"\u5927\u4e8e"}, CMP_GT},
		{{"\u591a\u4e8e"}, CMP_GT},
		{{"\u5c11\u4e8e"}, CMP_LT},
		{{"\u5c0f\u4e8e"}, CMP_LT},
		{{NULL}, CMP_NONE},
	},
	[0xe6] = (const struct phrase[]){
		{{"\u6700\u591a"}, CMP_LE},
		{{"\u6700\u4f4e"}, CMP_GE},
		{{"\u6700\u5927"}, CMP_LE},
		{{NULL}, CMP_NONE},
	},
	[0xe8] = (const struct phrase[]){
		{{"\u8d85\u8fc7"}, CMP_GT},
		{{"\u81f3\u5c11"}, CMP_GE},
		{{NULL}, CMP_NONE},
	},
	[0xe9] = (const struct phrase[]){
		{{"\u9ad8\u4e8e"}, CMP_GT},
		{{NULL}, CMP_NONE},
	},
	[0xd0] = (const struct phrase[]){
		{{"\u043d\u0435", "\u0431\u0456\u043b\u044c\u0448\u0435"}, CMP_LE},
		{{"\u043d\u0435", "\u0431\u043e\u043b\u044c\u0448\u0435"}, CMP_LE},
		{{"\u043d\u0435", "\u0431\u043e\u043b\u0435\u0435"}, CMP_LE},
		{{"\u043d\u0435", "\u043c\u0435\u043d\u0448\u0435"}, CMP_GE},
		{{"\u043d\u0435", "\u043c\u0435\u043d\u044c\u0448\u0435"}, CMP_GE},
		{{"\u043d\u0435", "\u043c\u0435\u043d\u0435\u0435"}, CMP_GE},
		{{"\u043c\u0438\u043d\u0438\u043c\u0443\u043c"}, CMP_GE},
		{{"\u0431\u043e\u043b\u0435\u0435"}, CMP_GT},
		{{"\u0431\u043e\u043b\u044c\u0448\u0435"}, CMP_GT},
		{{"\u0432\u044b\u0448\u0435"}, CMP_GT},
		{{"\u043f\u043e\u043d\u0430\u0434"}, CMP_GT},
		{{"\u043c\u0435\u043d\u0435\u0435"}, CMP_LT},
		{{"\u043c\u0435\u043d\u044c\u0448\u0435"}, CMP_LT},
		{{"\u043d\u0438\u0436\u0435"}, CMP_LT},
		{{"\u043c\u0435\u043d\u0448\u0435"}, CMP_LT},
		{{NULL}, CMP_NONE},
	},
	['t'] = (const struct phrase[]){
		{{"t\u1ed1i", "\u0111a"}, CMP_LE},
		{{"ten", "minste"}, CMP_GE},
		{{"t\u1ed1i", "thi\u1ec3u"}, CMP_GE},
		{{"tenminste"}, CMP_GE},
		{{"tr\u00ean"}, CMP_GT},
		{{NULL}, CMP_NONE},
	},
	['v'] = (const struct phrase[]){
		{{"v\u00edce", "ne\u017e"}, CMP_GT},
		{{NULL}, CMP_NONE},
	},
	['d'] = (const struct phrase[]){
		{{"di", "bawah"}, CMP_LT},
		{{"di", "atas"}, CMP_GT},
		{{"d\u01b0\u1edbi"}, CMP_LT},
		{{NULL}, CMP_NONE},
	},
	['k'] = (const struct phrase[]){
		{{"kleiner", "als"}, CMP_LT},
		{{"kurang", "dari"}, CMP_LT},
		{{NULL}, CMP_NONE},
	},
	[0xd1] = (const struct phrase[]){
		{{"\u0441\u0432\u044b\u0448\u0435"}, CMP_GT},
		{{NULL}, CMP_NONE},
	},
};

static const struct phrase *const AFTER[256] = {
	['a'] =
		(const struct phrase[]){
			{{"and", "above"}, CMP_GE},
			{{"and", "higher"}, CMP_GE},
			{{"and", "up"}, CMP_GE},
			{{"and", "over"}, CMP_GE},
			{{"and", "under"}, CMP_LE},
			{{"and", "below"}, CMP_LE},
			{{"at", "most"}, CMP_LE},
			{{NULL}, CMP_NONE},
		},
	['m'] =
		(const struct phrase[]){
			{{"minimum"}, CMP_GE},
			{{"maximum"}, CMP_LE},
			{{"max"}, CMP_LE},
			{{NULL}, CMP_NONE},
		},
	['o'] =
		(const struct phrase[]){
			{{"or", "more"}, CMP_GE},
			{{"or", "higher"}, CMP_GE},
			{{"or", "above"}, CMP_GE},
			{{"or", "greater"}, CMP_GE},
			{{"or", "better"}, CMP_GE},
			{{"or", "less"}, CMP_LE},
			{{"or", "fewer"}, CMP_LE},
			{{"or", "below"}, CMP_LE},
			{{"or", "lower"}, CMP_LE},
			{{"or", "under"}, CMP_LE},
			{{"or", "faster"}, CMP_LE},
			{{"or", "shorter"}, CMP_LE},
			{{"or", "sooner"}, CMP_LE},
			{{"or", "quicker"}, CMP_LE},
			{{"or", "over"}, CMP_GE},
			{{"or", "up"}, CMP_GE},
			{{"oder", "mehr"}, CMP_GE},
			{{"oder", "weniger"}, CMP_LE},
			{{"ou", "plus"}, CMP_GE},
			{{"ou", "moins"}, CMP_LE},
			{{NULL}, CMP_NONE},
		},
	['t'] =
		(const struct phrase[]){
			{{"tops"}, CMP_LE},
			{{NULL}, CMP_NONE},
		},
	[0xe4] =
		(const struct phrase[]){
			{{"\u4ee5\u4e0a"}, CMP_GE},
			{{"\u4ee5\u5185"}, CMP_LE},
			{{"\u4ee5\u4e0b"}, CMP_LE},
			{{NULL}, CMP_NONE},
		},
	[0xe6] =
		(const struct phrase[]){
			{{"\u672a\u6e80"}, CMP_LT},
			{{"\u672a\u6ee1"}, CMP_LT},
			{{NULL}, CMP_NONE},
		},
	[0xe8] =
		(const struct phrase[]){
			{{"\u8d85\u3048"}, CMP_GT},
			{{"\u8d85"}, CMP_GT},
			{{NULL}, CMP_NONE},
		},
	[0xeb] =
		(const struct phrase[]){
			{{"\ubbf8\ub9cc"}, CMP_LT},
			{{NULL}, CMP_NONE},
		},
	[0xec] =
		(const struct phrase[]){
			{{"\uc774\uc0c1"}, CMP_GE},
			{{"\uc774\ub0b4"}, CMP_LE},
			{{"\uc774\ud558"}, CMP_LE},
			{{"\ucd08\uacfc"}, CMP_GT},
			{{NULL}, CMP_NONE},
		},
};

static size_t match(const struct tokens *t, size_t i, const struct phrase *p)
{
	size_t n = 0;

	while (n < PHRASE_WORDS && p->words[n]) {
		if (!lex_is(t, i + n, p->words[n]))
			return 0;
		n++;
	}
	return n;
}

static size_t find(const struct phrase *const table[256],
	const struct tokens *t, size_t i, enum comparator *c)
{
	const struct phrase *p;

	if (i >= t->n || t->v[i].kind != TOKEN_WORD)
		return 0;
	for (p = table[str_letter(t->v[i].text)]; p && p->words[0]; p++) {
		size_t length = match(t, i, p);

		if (!length)
			continue;
		*c = p->compare;
		return length;
	}
	return 0;
}

size_t phrase_comparator(const struct tokens *t, size_t i, enum comparator *c)
{
	if (i < t->n && t->v[i].kind == TOKEN_COMPARE) {
		*c = t->v[i].compare;
		return 1;
	}
	return find(BEFORE, t, i, c);
}

size_t phrase_behind(const struct tokens *t, size_t i)
{
	size_t k = i + 1;

	while (k < t->n && t->v[k].at < t->v[i].end)
		k++;
	return k;
}

enum comparator phrase_comparator_after(
	const struct tokens *t, const struct token *q)
{
	size_t k = (size_t)(q - t->v) + 1;
	enum comparator c = CMP_NONE;

	/* "40 days (or less)", "4.4 points or higher" */
	for (int tries = 0; tries < 2; tries++) {
		if (k < t->n && t->v[k].kind == TOKEN_OPEN)
			k++;
		if (find(AFTER, t, k, &c))
			return c;
		k = phrase_behind(t, (size_t)(q - t->v));
	}
	return CMP_NONE;
}

bool phrase_is_soft(const struct tokens *t, size_t i)
{
	static const char *const SOFT[] = {"about", "approx", "approx.",
		"approximately", "around", "roughly", "circa", "ca", "ca.",
		"c.", "nearly", "almost", "some", "exactly", "only", "just",
		"currently", "now", "at", "is", "was", "of", "total", "target",
		"baseline", "current", "actual", "goal", "etwa", "rund",
		"environ", "aproximadamente", "unos", "ungef\u00e4hr",
		"aktuell", "derzeit", "estimated", "est", "est.", "avg",
		"average", "the", "a", "an", NULL};

	return lex_is_any(t, i, SOFT);
}
