/*
 * Changes told as a factor: "Double X", "halve X", "cut X in half", "Wartezeit
 * halbieren".  They have a value, though no digits are written.
 */
#include "sentence_p.h"
#include "unit_p.h"

enum { FACTOR_WORDS = 3 };

struct factor {
	const char *words[FACTOR_WORDS];
	int tenths;
	bool anywhere; /* not only where a verb stands */
};

static const struct factor FACTORS[] = {
	{{"double"}, 20, false},
	{{"doubling"}, 20, false},
	{{"doubled"}, 20, false},
	{{"doubles"}, 20, false},
	{{"triple"}, 30, false},
	{{"tripling"}, 30, false},
	{{"tripled"}, 30, false},
	{{"quadruple"}, 40, false},
	{{"halve"}, 5, false},
	{{"halving"}, 5, false},
	{{"halved"}, 5, false},
	{{"in", "half"}, 5, true},
	{{"by", "half"}, 5, true},
	{{"twofold"}, 20, true},
	{{"threefold"}, 30, true},
	{{"fourfold"}, 40, true},
	{{"fivefold"}, 50, true},
	{{"tenfold"}, 100, true},
	{{"verdoppeln"}, 20, true},
	{{"verdoppelt"}, 20, true},
	{{"verdopplung"}, 20, true},
	{{"verdoppelung"}, 20, true},
	{{"verdreifachen"}, 30, true},
	{{"verdreifachung"}, 30, true},
	{{"vervierfachen"}, 40, true},
	{{"halbieren"}, 5, true},
	{{"halbiert"}, 5, true},
	{{"halbierung"}, 5, true},
	{{"um", "die", "h\u00e4lfte"}, 5, true},
	{{"auf", "die", "h\u00e4lfte"}, 5, true},
	{{"doubler"}, 20, true},
	{{"doublement"}, 20, true},
	{{"tripler"}, 30, true},
	{{"de", "moiti\u00e9"}, 5, true},

	{{"duplicar"}, 20, true},
	{{"duplicaci\u00f3n"}, 20, true},
	{{"triplicar"}, 30, true},
	{{"a", "la", "mitad"}, 5, true},
	{{"por", "la", "mitad"}, 5, true},
	{{"dobrar"}, 20, true},
	{{"duplica\u00e7\u00e3o"}, 20, true},
	{{"pela", "metade"}, 5, true},
	{{"\u00e0", "metade"}, 5, true},
	{{"para", "metade"}, 5, true},
	{{"raddoppiare"}, 20, true},
	{{"raddoppio"}, 20, true},
	{{"dimezzare"}, 5, true},
	{{"dimezzamento"}, 5, true},
	{{"della", "met\u00e0"}, 5, true},
	{{"verdubbelen"}, 20, true},
	{{"verdubbeling"}, 20, true},
	{{"verdrievoudigen"}, 30, true},
	{{"halveren"}, 5, true},
	{{"halvering"}, 5, true},
	{{"f\u00f6rdubbla"}, 20, true},
	{{"f\u00f6rdubbling"}, 20, true},
	{{"tredubbla"}, 30, true},
	{{"halvera"}, 5, true},
	{{"fordoble"}, 20, true},
	{{"fordobling"}, 20, true},
	{{"tredoble"}, 30, true},
	{{"halvere"}, 5, true},
	{{"podwoi\u0107"}, 20, true},
	{{"podwojenie"}, 20, true},
	{{"potroi\u0107"}, 30, true},
	{{"o", "po\u0142ow\u0119"}, 5, true},
	{{"zdvojn\u00e1sobit"}, 20, true},
	{{"na", "polovinu"}, 5, true},
	{{"kaksinkertaistaa"}, 20, true},
	{{"puolittaa"}, 5, true},
	{{"megdupl\u00e1zni"}, 20, true},
	{{"ikiye", "katlamak"}, 20, true},
	{{"iki", "kat\u0131na"}, 20, true},
	{{"yar\u0131ya"}, 5, true},
	{{"dubla"}, 20, true},
	{{"dublarea"}, 20, true},
	{{"\u00eenjum\u0103t\u0103\u021birea"}, 5, true},
	{{"\u0443\u0434\u0432\u043e\u0438\u0442\u044c"}, 20, true},
	{{"\u0443\u0442\u0440\u043e\u0438\u0442\u044c"}, 30, true},
	{{"\u043f\u043e\u0434\u0432\u043e\u0457\u0442\u0438"}, 20, true},
	{{"\u0432\u0434\u0432\u043e\u0435"}, 20, true},
	{{"\u0432\u0434\u0432\u0456\u0447\u0456"}, 20, true},
	{{"menggandakan"}, 20, true},
	{{"g\u1ea5p", "\u0111\u00f4i"}, 20, true},
};

/* Of scripts that part no words. */
static const struct {
	const char *text;
	int tenths;
} RUNS[] = {{"\u7ffb\u500d", 20}, {"\u7ffb\u756a", 20}, {"\u7ffb\u4e00", 20},
	{"\u500d\u589e", 20}, {"\u500d\u5897", 20}, {"\u51cf\u534a", 5},
	{"\u6e1b\u534a", 5}, {"\u534a\u6e1b", 5}, {"\u534a\u51cf", 5},
	{"\ub450 \ubc30", 20}, {"\uc808\ubc18\uc73c\ub85c", 5}};

static size_t match(const struct parse *p, size_t i, const struct factor *f)
{
	size_t n = 0;

	while (n < FACTOR_WORDS && f->words[n]) {
		if (!lex_is(&p->t, i + n, f->words[n]))
			return 0;
		n++;
	}
	return n;
}

/* "Double down on it", "the doubling time", "by half a day": none of these. */
static bool goes_on(const struct parse *p, size_t behind)
{
	static const char *const ON[] = {
		"down", "time", "a", "an", "blind", "check", "room", NULL};

	return lex_is_any(&p->t, behind, ON);
}

/* "Double X", "Revenue doubled", "the number of members doubles" */
static bool is_verb(const struct parse *p, size_t i)
{
	return i == p->verb || i <= 2 || i + 1 == p->t.n ||
	       token_is(p, i + 1, TOKEN_STOP) || token_is(p, i + 1, TOKEN_OPEN);
}

static int find_word(const struct parse *p)
{
	for (size_t i = 0; i < p->t.n; i++) {
		if (!token_is(p, i, TOKEN_WORD))
			continue;
		for (size_t f = 0; f < COUNT_OF(FACTORS); f++) {
			size_t n = match(p, i, &FACTORS[f]);

			if (n && !goes_on(p, i + n) &&
				(FACTORS[f].anywhere || is_verb(p, i)))
				return FACTORS[f].tenths;
		}
	}
	return 0;
}

static int find_run(struct str line)
{
	for (size_t f = 0; f < COUNT_OF(RUNS); f++)
		if (str_find(line, str_of(RUNS[f].text)) != STR_NONE)
			return RUNS[f].tenths;
	return 0;
}

/* "Bus factor", "power factor": what it is called, where "by a factor" says how
 * many times. */
static bool is_named(const struct parse *p, size_t factor)
{
	static const char *const LEADS[] = {"a", "an", "the", "by", "at",
		"with", "um", "den", "dem", "der", "einen", "einem", "ein",
		"un", "une", "d'un", "d\u2019un", "uno", "par", "por", "per",
		"de", "di", "le", "el", "il", "em", "een", "met", "en", "ett",
		"med", "av", "af", "o", NULL};

	return factor && token_is(p, factor - 1, TOKEN_WORD) &&
	       !lex_is_any(&p->t, factor - 1, LEADS);
}

static bool is_written(const struct parse *p, size_t i)
{
	static const char *const FACTOR[] = {
		"factor", "faktor", "facteur", "fattore", NULL};
	static const char *const OF[] = {"of", "de", "di", "von", NULL};
	static const char *const TIMES[] = {
		"multiply", "multiplier", "multiplicar", "moltiplicare", NULL};
	static const char *const BY[] = {"by", "par", "por", "per", NULL};

	if (!i || unit_find(str_of(token_at(p, i)->q->unit)))
		return false;
	if (lex_is_any(&p->t, i - 1, BY))
		return lex_is_any(&p->t, 0, TIMES);
	i -= lex_is_any(&p->t, i - 1, OF);
	return i && lex_is_any(&p->t, i - 1, FACTOR) && !is_named(p, i - 1);
}

void factor_settle(struct parse *p)
{
	static const char *const DIVIDE[] = {
		"divide", "diviser", "dividir", "dividere", NULL};
	static const char *const BY[] = {"by", "par", "por", "per", NULL};
	size_t i = p->target;
	struct quantity *q = token_at(p, i)->q;
	bool half = i && lex_is_any(&p->t, 0, DIVIDE) &&
		    lex_is_any(&p->t, i - 1, BY) && q->has_value &&
		    decimal_cmp(q->value, (struct decimal){2, 0}) == 0;

	if (p->pair || (!half && !is_written(p, i)))
		return;
	if (half) {
		q->value = (struct decimal){5, 1};
		p->sense = VERB_DOWN;
	}
	q->unit = "x";
	p->comparator = CMP_BY;
}

struct quantity *find_factor(struct parse *p)
{
	enum { WHOLE = 10, TWICE = 20 };
	struct quantity *q;
	int tenths = find_word(p);

	if (!tenths && str_has_high(p->t.line))
		tenths = find_run(p->t.line);
	if (!tenths)
		return NULL;
	/* "reduce it twofold" */
	if (tenths == TWICE && p->sense == VERB_DOWN)
		tenths = 5;
	if (p->sense == VERB_NONE || p->sense == VERB_CHANGE)
		p->sense = tenths < WHOLE ? VERB_DOWN : VERB_UP;
	q = ARENA_NEW(p->arena, struct quantity);
	*q = (struct quantity){.has_value = true,
		.value = tenths % WHOLE ? (struct decimal){tenths, 1}
					: (struct decimal){tenths / WHOLE, 0},
		.unit = "x",
		.comparator = CMP_BY};
	q->text = tenths % WHOLE
			  ? arena_printf(p->arena, "0.%dx", tenths)
			  : arena_printf(p->arena, "%dx", tenths / WHOLE);
	return q;
}
