/*
 * Guides to OKRs have the shape of OKRs: a heading over a list.  What gives
 * them away are the words: they say what an objective is, or what to do with
 * one.
 */
#include "talk_p.h"

#include <string.h>

#include "attr.h"
#include "mark_number_p.h"
#include "mark_p.h"
#include "vocab_p.h"
#include "words.h"

// clang-format off
static const char *const *const ARTICLES[256] = {
	['a'] = (const char *const[]){"a ", "an ", "all ", "as ", NULL},
	['d'] = (const char *const[]){"die ", "das ", "de ", NULL},
	['e'] = (const char *const[]){"each ", "el ", "ein ", "eine ", NULL},
	['g'] = (const char *const[]){"good ", "gli ", NULL},
	['h'] = (const char *const[]){"het ", NULL},
	['i'] = (const char *const[]){"i ", NULL},
	['l'] = (const char *const[]){"los ", "les ", "le ", NULL},
	['m'] = (const char *const[]){"my ", NULL},
	['o'] = (const char *const[]){"our ", "os ", "o ", NULL},
	['t'] = (const char *const[]){"the ", "this ", "these ", NULL},
	['u'] = (const char *const[]){"un ", "una ", "um ", "uma ", "une ",
		NULL},
	['y'] = (const char *const[]){"your ", NULL},
};
// clang-format on

static void skip_articles(struct str *s)
{
	const char *article;

	while ((article = str_listed_start(*s, ARTICLES[str_letter(*s)])))
		str_iskip(s, article);
}

/* " (KRs)", ", or KRs,": the word again. */
static void skip_aside(struct str *s)
{
	enum { LONGEST = 40 };
	struct str t = *s;
	size_t end;

	str_skip_space(&t);
	if (!t.n || (t.p[0] != '(' && t.p[0] != ','))
		return;
	end = str_find_char(str_sub(t, 1, LONGEST), t.p[0] == '(' ? ')' : ',');
	if (end != STR_NONE)
		*s = str_sub(t, end + 2, t.n);
}

bool talk_explains(struct str s)
{
	static const char *const VERBS[] = {"are", "is", "should", "must",
		"can", "may", "help", "helps", "provide", "provides", "tell",
		"tells", "define", "defines", "describe", "describes", "need",
		"needs", "have to", "stand for", "stands for", "answer",
		"answers", "represent", "represents", "express", "tend",
		"s\u00e3o", "\u00e9", "devem", "deve", "fornecem", "ajudam",
		"promovem", "atuam", "son", "es", "deben", "debe", "ayudan",
		"definen", "sont", "est", "doivent", "doit", "permettent",
		"sind", "ist", "sollten", "sollen", "m\u00fcssen",
		"beschreiben", "sono", "devono", "zijn", "moeten", "referem-se",
		"refere-se", "se refieren", "will be", "were", "have been",
		NULL};
	const struct word *w;

	skip_articles(&s);
	w = vocab_word(s);
	if (!w || (w->is & NUMBERED))
		return false;
	s = str_sub(s, strlen(w->text), s.n);
	skip_aside(&s);
	if (!str_skip_space(&s))
		return false;
	return vocab_begins_any(s, VERBS);
}

/* "Define your goals", but not "Define the delivery strategy". */
static bool tells_to_define(struct str s)
{
	static const char *const VERBS[] = {"define ", "describe ", NULL};
	static const char *const WORDS[] = {"your", "you", "what", "how",
		"goal", "goals", "metric", "metrics", "target", "targets",
		"success", "outcome", "outcomes", "priorities", "each", NULL};

	if (!str_listed_start(s, VERBS))
		return false;
	return vocab_has_listed(s, WORDS) || vocab_has_okr(s) ||
	       vocab_has_key_result(s);
}

bool talk_is_definition(struct str s)
{
	static const char *const BEGINS[] = {"what ", "where ", "how ", "your ",
		"is ", "are ", "qualitative", "quantitative", "subjective",
		"measurable", "aspirational", "describes", "defines", "goals ",
		"one ", "specific", "metrics", "numbers", "answers ", "should ",
		"must be", "inspir", "ambitious", "high-level", "time-bound",
		"devem ser", "deben ser", "doivent ", "sollten ", "qu'est-ce",
		"was wir", "lo que ", "o que ", NULL};
	static const char *const NOUNS[] = {"goal", "aim", "statement",
		"outcome", "destination", "direction", "description", "result",
		"metric", "measure", "number", "what", "thing", "number",
		"short", "clear", "concise", "concrete", "memorable",
		"significant", "inspir", "ambitious", "qualitative",
		"quantitative", "measurable", "specific", "high-level", "bold",
		"aspirational", NULL};
	static const char *const DEFINITE[] = {
		"a ", "an ", "the ", "this ", NULL};
	const char *article;

	if (str_listed_start(s, BEGINS) || tells_to_define(s) ||
		talk_explains(s))
		return true;
	article = str_listed_start(s, DEFINITE);
	return article && str_iskip(&s, article) && str_listed_start(s, NOUNS);
}

/* Of a code, "KR-A-1"? */
static bool is_coded(struct str s, const char *word)
{
	size_t n = strlen(word);

	return s.n > n && s.p[n] == '-';
}

/* "objective", "key results", "KRs": the words themselves, anywhere. */
static bool names_words(struct str s)
{
	for (size_t i = 0; i < s.n; i++) {
		struct str rest = str_sub(s, i, s.n);
		const struct word *w;

		if (i && str_is_alnum(s.p[i]) && str_is_alnum(s.p[i - 1]))
			continue;
		w = vocab_word(rest);
		if (vocab_begins(rest, "krs") ||
			(vocab_begins(rest, "kr") && !is_coded(rest, "kr")) ||
			(w && !(w->is & (NUMBERED | WEAK)) &&
				vocab_begins(rest, w->text) &&
				!is_coded(rest, w->text)))
			return true;
	}
	return vocab_has_okr(s);
}

/* "The strategic goal for each team" */
static bool is_of_any(struct str s)
{
	static const char *const WORDS[] = {"for each", "for every", "per team",
		"per quarter", "you want to", "each objective",
		"every objective", "per objective", "cada objetivo",
		"por objetivo", "chaque objectif", "par objectif",
		"pro objective", "para cada", "por equipo", "por time",
		"pour chaque", "pro team"};

	for (size_t i = 0; i < COUNT_OF(WORDS); i++) {
		if (vocab_has(s, WORDS[i]))
			return true;
	}
	return false;
}

bool talk_is_judged(struct str s)
{
	static const char *const JUDGED[] = {"\u597d\u7684", "\u574f\u7684",
		"\u58de\u7684", "good kr", "bad kr", "good key result",
		"bad key result", "good objective", "bad objective", NULL};

	symbols_skip(&s);
	return str_listed_start(s, JUDGED) || is_of_any(s);
}

bool talk_is_quality(struct str s)
{
	/* of English, Portuguese, Spanish, French, German; stems */
	static const char *const STEMS[] = {"typically ", "usually ",
		"normally ", "generally ", "should ", "must ", "can be ",
		"are ", "simply ", "total about ", "ambitious", "memorable",
		"engaging", "time-bound", "time bound", "specific",
		"measurable", "verifiable", "actionable", "aspirational",
		"qualitative", "quantitative", "inspir", "aligned with",
		"clear", "short,", "simple,", "good ", "bad ", "qualitativ",
		"quantitativ", "cualitativ", "cuantitativ", "mensur", "medible",
		"mesurable", "messbar", "motiva", "memor", "claros", "claras",
		"curtos", "cortos", "espec\u00edfic", "alcan\u00e7\u00e1ve",
		"alcanzable", "ambicios", "ambiti", "desafiador", "desafiante",
		"alinhad", "alinead", "plazos definidos", "prazos definidos",
		"m\u00e9tricas quantitativas", "m\u00e9tricas espec",
		"seguimiento continu", "alta frequ", "klar ", "kurz ",
		"uma meta ", "uma m\u00e9trica", "uma declara", "um indicador",
		"una meta ", "una m\u00e9trica", "una declara", "un indicador",
		"un objectif ", "une mesure", "un r\u00e9sultat ",
		"ein qualitativ", "eine messbar", "short and ", "normalmente ",
		"geralmente ", "\u00e9 uma ", "\u00c9 uma ", "\u00e9 um ",
		"\u00c9 um ", "devem ", "deben ", NULL};
	static const char *const FAR[] = {"\u5b9a\u6027", "\u5b9a\u91cf",
		"\u53ef\u8861\u91cf", "\u53ef\u91cf\u5316",
		"\u53ef\u7406\u89e3", "\u660e\u786e", "\u660e\u78ba",
		"\u6e05\u6670", "\u6e05\u695a", "\u5177\u4f53", "\u5177\u9ad4",
		"\u63cf\u8ff0", "\u7b26\u5408", "\u5177\u6709\u6311",
		"\u6709\u6311\u6218", "\u9f13\u821e", "\u6709\u6fc0",

		"\u4e00\u5b63\u5167", "\u6e2c\u5b9a\u53ef\u80fd",
		"\u30b7\u30f3\u30d7\u30eb", "\uce21\uc815 \uac00\ub2a5",
		"\uc815\uc131", "\uc815\ub7c9", NULL};
	static const char *const COUNTED[] = {"easy to ", "graded ",
		"time-boxed", "timeboxed", "owned by ", "can't have ",
		"can\u2019t have ", "objectively ", "resilient to ", NULL};
	const struct str all = s;

	symbols_skip(&s);
	if (talk_is_judged(s) || str_listed_start(s, COUNTED))
		return true;
	if (!talk_begins_aim(s) && str_find_char(s, '%') == STR_NONE &&
		names_words(all))
		return true;
	return !str_has_digit(s) && (str_listed_start(s, STEMS) != NULL ||
					    str_listed_start(s, FAR) != NULL);
}

bool talk_is_rule(struct str s)
{
	if (talk_is_quality(s))
		return true;
	symbols_skip(&s);
	return !str_has_digit(s) && talk_is_definition(s);
}

bool talk_tells_word(struct str s)
{
	static const char *const BEGINS[] = {"is a ", "is the ", "is what ",
		"what you want", "what we want", "where you want",
		"where we want", "how you measure", "how you will",
		"how you'll", "how will you", "are the ", "are a ",
		"are measurable", "defines ", "describes ",
		"define a d\u00f3nde", "define qu\u00e9", "define hacia",
		"define lo que", "es el ", "es la ", "es un ", "es una ",
		"son los ", "son las ", "son m", "indica ", "indican ",
		"responde ", "responden ", "c'est ", "c\u2019est ", "ce sont ",
		"ce que ", "ist das ", "ist ein ", "sind die ", "\u00e9 o ",
		"\u00e9 a ", "\u00e9 um", "s\u00e3o ", NULL};

	return str_listed_start(s, BEGINS) != NULL;
}

bool talk_asks(struct str s)
{
	static const char *const WORDS[] = {"are", "is", "does", "do", "can",
		"will", "would", "could", "should", "what", "who", "why",
		"when", "where", "which", "how", "has", "have", "did", NULL};

	return vocab_begins_any(s, WORDS);
}

bool talk_describes(struct str s)
{
	static const char *const BEGINS[] = {
		"this", "these", "that", "those", "there", "it", "here", NULL};
	static const char *const VERBS[] = {"is", "are", "has", "have",
		"contains", "contain", "shows", "show", "allows", "allow",
		"consists", "consist", "provides", "provide", "includes",
		"include", "was", "were", "can", "lists", "describes", NULL};
	static const char *const OTHERS[] = {"es el ", "es la ", "es un ",
		"son los ", "son las ", "son el ", "normalmente ", "\u00e9 o ",
		"\u00e9 a ", "\u00e9 um", "s\u00e3o os ", "s\u00e3o as ",
		"c'est ", "c\u2019est ", "ce sont ", "il s'agit ",
		"il s\u2019agit ", "das ist ", "das sind ", "dies ist ",
		"dies sind ", "es geht um ", "\u00e8 il ", "\u00e8 la ",
		"sono i ", "sono le ", "dit is ", "dit zijn ", NULL};
	enum { MOST_WORDS = 4 };
	struct str word;

	s = str_trim(s);
	if (str_listed_start(s, OTHERS))
		return true;
	if (!vocab_begins_any(s, BEGINS) || !str_take_until(&s, ' ', &word))
		return false;
	for (int n = 1; n < MOST_WORDS && str_take_until(&s, ' ', &word); n++) {
		if (str_is_listed(word, VERBS))
			return true;
	}
	return false;
}

bool talk_begins_aim(struct str s)
{
	size_t end;

	s = str_trim(s);
	end = str_find_char(s, ' ');
	return end != STR_NONE &&
	       (verb_sense(str_sub(s, 0, end), false) != VERB_NONE ||
		       vocab_begins(s, "be") || vocab_begins(s, "become"));
}

bool talk_speaks_of_okrs(struct str s)
{
	return vocab_has_okr(s) && !str_has_digit(s) && !talk_begins_aim(s);
}

bool talk_begins_how(struct str s)
{
	enum { ADVERB = 5 };
	size_t end = str_find_char(s, ' ');
	struct str word = str_sub(s, 0, end == STR_NONE ? 0 : end);

	return talk_begins_aim(s) ||
	       (word.n >= ADVERB && str_ends(word, "ly") &&
		       talk_begins_aim(str_sub(s, end + 1, s.n)));
}

// clang-format off
static const char *const *const STEPS[256] = {
	['a'] = (const char *const[]){"align", "assess", "ask", "apply",
		"adjust", NULL},
	['b'] = (const char *const[]){"begin", NULL},
	['c'] = (const char *const[]){"communicate", "check", "choose",
		"commit", "connect", "celebrate", "cascade", NULL},
	['d'] = (const char *const[]){"define", "draft", "discuss",
		"determine", NULL},
	['e'] = (const char *const[]){"evaluate", NULL},
	['f'] = (const char *const[]){"focus", "follow", NULL},
	['g'] = (const char *const[]){"grade", NULL},
	['i'] = (const char *const[]){"identify", NULL},
	['k'] = (const char *const[]){"keep", NULL},
	['l'] = (const char *const[]){"learn", "limit", "list", NULL},
	['m'] = (const char *const[]){"measure", "monitor", "make sure",
		NULL},
	['p'] = (const char *const[]){"plan", "prioritise", "prioritize",
		NULL},
	['r'] = (const char *const[]){"review", "read", "reflect", "run",
		NULL},
	['s'] = (const char *const[]){"set", "score", "start", "stretch",
		"share", NULL},
	['t'] = (const char *const[]){"track", "test", NULL},
	['u'] = (const char *const[]){"use", "update", "understand", NULL},
	['w'] = (const char *const[]){"write", NULL},
};
// clang-format on

bool talk_is_aim(struct str title)
{
	title = str_trim(title);
	if (vocab_has_okr(title) || str_ends(title, "?"))
		return false;
	return !vocab_begins_any(title, STEPS[str_letter(title)]) &&
	       talk_begins_aim(title);
}

/* "Page 2 of 7", "Seite 3" */
static bool is_page_number(struct str s)
{
	static const char *const WORDS[] = {"page ", "seite ", "p\u00e1gina ",
		"pagina ", "strona ", "sida "};
	enum { MOST_WORDS = 4 };

	for (size_t i = 0; i < COUNT_OF(WORDS); i++) {
		struct str rest = s;

		if (str_iskip(&rest, WORDS[i]))
			return rest.n && str_is_digit(rest.p[0]) &&
			       str_words(s) <= MOST_WORDS;
	}
	return false;
}

bool talk_is_title(struct str line, bool bold)
{
	enum { LONGEST = 120 };

	line = str_trim(line);
	return line.n > 2 && line.n <= LONGEST && !is_page_number(line) &&
	       !strchr(".:;,?", line.p[line.n - 1]) &&
	       (bold || !(line.p[0] >= 'a' && line.p[0] <= 'z')) &&
	       str_find_char(line, '\n') == STR_NONE && !vocab_has_okr(line) &&
	       !vocab_is_left(line) && vocab_field(line) == FIELD_NONE;
}

bool talk_is_blank(struct str s)
{
	bool compared = s.n > 1 && s.p[0] == '<' &&
			(s.p[1] == ' ' || s.p[1] == '=' || s.p[1] == '$' ||
				str_is_digit(s.p[1]));

	return (s.n && strchr("[<{", s.p[0]) && !compared) ||
	       str_starts(s, "...") || str_starts(s, "\u2026") ||
	       str_starts(s, "___");
}

bool talk_opens_sample(struct str line)
{
	static const char *const WORDS[] = {"example ", "example #", "sample ",
		"beispiel ", "ejemplo ", "exemplo ", "exemple ", "esempio ",
		"voorbeeld ", "\u4f8b", "\u793a\u4f8b", "\uc608\uc2dc "};

	for (size_t i = 0; i < COUNT_OF(WORDS); i++) {
		if (str_iskip(&line, WORDS[i]))
			return line.n &&
			       (str_is_digit(line.p[0]) ||
				       (char_is_upper(line.p[0]) &&
					       (line.n == 1 ||
						       strchr(":.) ",
							       line.p[1]))));
	}
	return false;
}

bool talk_is_beside(struct str label)
{
	static const char *const WORDS[] = {"supports", "supporting the",
		"beside", "besides", "outside", "beyond", NULL};

	return vocab_has_listed(label, WORDS);
}
