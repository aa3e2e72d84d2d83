/*
 * The words for "from" and "to" of many languages.
 */
#include "from_p.h"

#include "attr.h"

static const char *const FROM[] = {"from", "von", "de", "da", "van", "desde",
	"vom", "depuis", "del", "dal", "do", "between", "fra", "dall'",
	"fr\u00e5n", NULL};
static const char *const TO[] = {"to", "auf", "\u00e0", "para", "naar", "hasta",
	"into", "zu", "al", "all'", "ao", "reach", "reaching", "til", "till",
	"\u0434\u043e", "l\u00ean", "xu\u1ed1ng", "\u0111\u1ebfn", "menjadi",
	NULL};
static const char *const TO_CJK[] = {"\uc5d0\uc11c", "\u304b\u3089", "\u5230",
	"\u81f3", "\u63d0\u5347\u5230", "\u63d0\u9ad8\u5230",
	"\u589e\u52a0\u5230", "\u589e\u957f\u5230", "\u964d\u81f3",
	"\u964d\u4f4e\u5230", "\u51cf\u5c11\u5230", "\u63d0\u5347\u81f3",
	"\u63d0\u9ad8\u81f3", "\u964d\u5230", "\u0938\u0947", NULL};
/* Words too common elsewhere to connect but behind their own "from". */
enum { FAMILY_WORDS = 9 };

static const struct family {
	const char *from[FAMILY_WORDS], *to[FAMILY_WORDS];
} FAMILIES[] = {
	/* Spanish, French, Italian, Portuguese, Romanian */
	{{"de", "da", "desde", "dal", "dall'", "del", NULL},
		{"a", "ad", "all'", "la", NULL}},
	/* Polish, Czech, Slovak, Croatian */
	{{"z", "ze", "zo", "od", "iz", NULL}, {"do", "na", NULL}},
	/* Russian, Ukrainian, Bulgarian */
	{{"\u0441", "\u0441\u043e", "\u043e\u0442", "\u0437", "\u0456\u0437",
		 "\u0437\u0456", "\u0432\u0456\u0434", "\u0438\u0437", NULL},
		{"\u0434\u043e", "\u043d\u0430", NULL}},
	/* Indonesian */
	{{"dari", NULL}, {"ke", "menjadi", "hingga", "sampai", "jadi", NULL}},
	/* Vietnamese */
	{{"t\u1eeb", NULL},
		{"l\u00ean", "xu\u1ed1ng", "\u0111\u1ebfn", "c\u00f2n",
			"t\u1edbi", "th\u00e0nh", NULL}},
	/* Hebrew, Persian */
	{{"\u05de-", "\u05de\u05be", "\u05de", NULL},
		{"\u05dc-", "\u05dc\u05be", "\u05dc", "\u05e2\u05d3", NULL}},
	{{"\u0627\u0632", NULL}, {"\u0628\u0647", "\u062a\u0627", NULL}},
	/* Arabic */
	{{"\u0645\u0646", NULL}, {"\u0625\u0644\u0649", "\u0627\u0644\u0649",
					 "\u0627\u0644\u064a", NULL}},
	/* Greek */
	{{"\u03b1\u03c0\u03cc", NULL},
		{"\u03c3\u03b5", "\u03c3\u03c4\u03bf", "\u03c3\u03c4\u03b1",
			"\u03c3\u03c4\u03b9\u03c2", "\u03c9\u03c2", NULL}},
	/* Thai */
	{{"\u0e08\u0e32\u0e01", NULL},
		{"\u0e40\u0e1b\u0e47\u0e19", "\u0e16\u0e36\u0e07",
			"\u0e40\u0e2b\u0e25\u0e37\u0e2d", NULL}},
};

/* "\u7f29\u77ed\u5230", "\u964d\u81f3": a verb and its "to" are one word. */
static bool is_ideographic_to(const struct token *x)
{
	static const char *const EACH[] = {"\u6bcf\u5468", "\u6bcf\u6708",
		"\u6bcf\u5929", "\u6bcf\u65e5", "\u6bcf\u5e74", "\u6bcf\u9031"};
	struct str s = x->text;

	for (size_t i = 0; i < COUNT_OF(EACH); i++)
		if (str_ends(s, EACH[i])) { /* "to", and how often */
			s.n -= strlen(EACH[i]);
			break;
		}
	return x->kind == TOKEN_WORD && s.n > 3 && s.n <= 15 &&
	       (str_ends(s, "\u5230") || str_ends(s, "\u81f3") ||
		       str_ends(s, "\u4e3a") || str_ends(s, "\u81f3\u591a"));
}

#define THAI_FROM "\u0e08\u0e32\u0e01"

/* The family of the "from" at token i, or NULL. */
const struct family *from_family(const struct parse *p, size_t from)
{
	for (size_t i = 0; from != NO_TOKEN && i < COUNT_OF(FAMILIES); i++)
		if ((*FAMILIES[i].from[0] == THAI_FROM[0] &&
			    str_ends(token_at(p, from)->text,
				    FAMILIES[i].from[0])) ||
			lex_is_any(&p->t, from, FAMILIES[i].from))
			return &FAMILIES[i];
	return NULL;
}

bool from_is(const struct parse *p, size_t i)
{
	/* Thai parts no words. */
	if (token_is(p, i, TOKEN_WORD) &&
		str_ends(token_at(p, i)->text, THAI_FROM))
		return true;
	/* "innerhalb von 30 Tagen" */
	if (i > 0 && lex_is(&p->t, i - 1, "innerhalb"))
		return false;
	return lex_is_any(&p->t, i, FROM) || from_family(p, i);
}

bool from_is_instead(const struct parse *p, size_t i)
{
	static const char *const PLACES[] = {"lieu", "lugar", "vez", "invece",
		"plaats", "anstelle", "st\u00e4llet", "stedet", NULL};
	static const char *const OF[] = {"de", "d", "do", "di", "dei", "van",
		"von", "f\u00f6r", "for", "av", NULL};
	static const char *const WORDS[] = {"statt", "anstatt", "ist\u00e4llet",
		"zamiast", "m\u00edsto", "namiesto",
		"\u0432\u043c\u0435\u0441\u0442\u043e",
		"\u0437\u0430\u043c\u0456\u0441\u0442\u044c", NULL};

	return lex_is_any(&p->t, i, WORDS) ||
	       (i && lex_is_any(&p->t, i, OF) &&
		       lex_is_any(&p->t, i - 1, PLACES));
}

bool from_is_to(const struct parse *p, size_t i, const struct family *family)
{
	return is_ideographic_to(token_at(p, i)) ||
	       token_at(p, i)->kind == TOKEN_ARROW ||
	       lex_is_any(&p->t, i, TO) || lex_is_any(&p->t, i, TO_CJK) ||
	       (family && lex_is_any(&p->t, i, family->to));
}

bool from_is_plain_to(const struct parse *p, size_t i)
{
	return lex_is_any(&p->t, i, TO);
}

bool from_is_eastern_to(const struct parse *p, size_t i)
{
	return lex_is_any(&p->t, i, TO_CJK);
}
