/*
 * Names of key results: people quote a clear part of the sentence, in other
 * forms of its words.
 */
#include "checkin_alias_p.h"
#include "checkin_name_p.h"

#include "checkin_token_p.h"

#include "mark_number_p.h"
#include "words.h"

enum { STEM_BYTES = 40, LONG_BYTES = 7, PREFIX_BYTES = 5 };

static bool is_letter(char c)
{
	return str_is_alnum(c) || (unsigned char)c >= 0x80;
}

/* The "-7" of "day-7" is a word too. */
static bool take_word(struct str *s, struct str *word)
{
	size_t n = s->n > 1 && s->p[0] == '-' && str_is_digit(s->p[1]);

	while (!n && s->n && !is_letter(s->p[0]))
		*s = str_sub(*s, 1, s->n);
	while (n < s->n && is_letter(s->p[n]))
		n++;
	*word = str_sub(*s, 0, n);
	*s = str_sub(*s, n, s->n);
	return n > 0;
}

/* "LOS", the length of stay, and no article */
static bool is_capital(struct str word)
{
	static const char *const WORDS[] = {
		"LOS", "LAS", "DES", "DEL", "DOS", "DAS", "DEN", "DIE"};

	for (size_t i = 0; i < COUNT_OF(WORDS); i++)
		if (str_is(word, WORDS[i]))
			return true;
	return false;
}

/* Words that tell no key result from another. */
static bool is_filler(struct str word)
{
	static const char *const WORDS[] = {"the", "a", "an", "of", "to",
		"from", "for", "in", "on", "our", "we", "my", "and", "or", "is",
		"are", "by", "at", "with", "per", "each", "all", "this", "that",
		"status", "progress", "update", "current", "currently", "total",
		"overall", "number", "metric", "level", "value", "count", "so",
		"far", "key", "result", "kr", "now", "week", "month", "quarter",
		"der", "die", "das", "den", "im", "von", "auf", "und",
		"f\u00fcr", "unser", "unsere", "le", "la", "les", "de", "du",
		"des", "notre", "nos", "et", "el", "los", "las", "del", "y",
		"nuestro", "o", "os", "as", "do", "da", "dos", "e", "s", "t",
		"back", "survey", "pulse", "reading", "measured", "time",
		"rate", "score", "median", "leider", "wieder", "weiter",
		"sadly", "unfortunately", "again", "still", "finally",
		"slightly", "noch", "monday", "tuesday", "wednesday",
		"thursday", "friday", "saturday", "sunday", "q1", "q2", "q3",
		"q4", "ytd", "qtd", "mtd", "latest", "actual", "average", "avg",
		"monat", "woche", "quartal", "mois", "semaine", "mes",
		"m\u00eas", "semana", "trimestre", "mese", "settimana",
		"maand"};

	if (str_is_digit(word.p[0]) || day_month(word))
		return true;
	if (is_capital(word))
		return false;
	for (size_t i = 0; i < COUNT_OF(WORDS); i++)
		if (WORDS[i][0] == str_lower(word.p[0]) &&
			str_iis(word, WORDS[i]))
			return true;
	return false;
}

/* Without the endings of English plurals and verbs. */
static struct str root(struct str word)
{
	static const char *const ENDS[] = {"ing", "ed", "es", "s", "e"};

	for (size_t i = 0; i < COUNT_OF(ENDS); i++) {
		size_t n = strlen(ENDS[i]);

		if (word.n < n + 3 || !str_iends(word, ENDS[i]))
			continue;
		word.n -= n;
		break;
	}
	if (word.n > 3 && str_iends(word, "e"))
		word.n--;
	/* "medio", "media"; "ocena", "ocen\u0119" */
	if (word.n > 4 && (str_iends(word, "a") || str_iends(word, "o")))
		word.n--;
	else if (word.n > 5 &&
		 (str_ends(word, "\u0105") || str_ends(word, "\u0119")))
		word.n -= strlen("\u0119");
	/* "cutting", "shipped" */
	if (word.n > 3 && word.p[word.n - 1] == word.p[word.n - 2])
		word.n--;
	return word;
}

/* "resolve", "resolution": of long words the beginning */
static struct str stem(struct str word)
{
	bool is_long = word.n - str_iends(word, "s") >= LONG_BYTES;

	return str_sub(root(word), 0, is_long ? PREFIX_BYTES : STEM_BYTES);
}

/* The small letter's second byte for a capital such as "\u00c9", "\u015a". */
static unsigned char fold(unsigned char lead, unsigned char c)
{
	bool odd = c & 1;

	if (lead == 0xc3)
		return c <= 0x9e && c != 0x97 ? c | 0x20 : c;
	if (lead == 0xc4) /* even capitals, from U+0139 odd ones */
		return c >= 0xb9 ? (unsigned char)(c + odd) : c | 1;
	if (lead == 0xc5)
		return c <= 0x88 || c >= 0xb9 ? (unsigned char)(c + odd)
					      : c | 1;
	return c;
}

static unsigned hash(struct str word)
{
	static const char SUBSCRIPT[] = "\xe2\x82"; /* of "CO2" */
	unsigned h = 2166136261U;

	for (size_t i = 0; i < word.n; i++) {
		unsigned char c = (unsigned char)str_lower(word.p[i]);

		if (i + 2 < word.n &&
			str_starts(str_sub(word, i, word.n), SUBSCRIPT)) {
			i += 2;
			c = (unsigned char)(word.p[i] & 0x0f) + '0';
		} else if (i && c >= 0x80) {
			c = fold((unsigned char)word.p[i - 1], c);
		}
		h = (h ^ c) * 16777619U;
	}
	return h;
}

static bool has_hash(const struct names *names, unsigned h)
{
	for (size_t i = 0; i < names->n; i++)
		if (names->v[i] == h)
			return true;
	return false;
}

/* "members" for "memberships": its beginning is that of the long word */
static unsigned hash_short(struct str word)
{
	return hash(str_sub(root(word), 0, PREFIX_BYTES));
}

static bool has(const struct names *names, struct str word)
{
	return has_hash(names, hash(stem(word)));
}

static void add_words(struct names *names, struct str text)
{
	struct str word;

	while (names->n < NAME_WORDS && take_word(&text, &word))
		if (!is_filler(word) && !has(names, word))
			names->v[names->n++] = hash(stem(word));
}

/* "WAU" for "weekly active users", "CA" for "chiffre d'affaires": the initials
 * of words in a row, with the small ones or without. */
static void add_acronyms(struct names *names, struct str text, bool small)
{
	enum { LONGEST = 5 };
	const size_t shortest = small ? 3 : 2;
	char initials[LONGEST];
	struct str word;
	size_t n = 0;

	while (take_word(&text, &word)) {
		if (word.p[0] == '-')
			word = str_sub(word, 1, word.n);
		/* "D7" for "day-7 retention" */
		if (n && str_is_digit(word.p[0]) && word.n == 1 &&
			names->n_acronyms < NAME_ACRONYMS)
			names->acronyms[names->n_acronyms++] = hash((
				struct str){
				(const char[]){initials[n - 1], word.p[0]}, 2});
		if (!str_is_alpha(word.p[0])) {
			n = 0;
			continue;
		}
		if (!small && (word.n == 1 || is_filler(word)))
			continue;
		if (n == LONGEST)
			memmove(initials, initials + 1, --n);
		initials[n++] = word.p[0];
		for (size_t k = shortest; k <= n; k++)
			if (names->n_acronyms < NAME_ACRONYMS)
				names->acronyms[names->n_acronyms++] =
					hash((struct str){initials + n - k, k});
	}
}

/* "-7" for "Day 7" and "day-7", "SOC2" for "SOC 2" */
static void add_tags(struct names *names, struct str text)
{
	enum { DIGITS = 3, LONGEST = 12 };
	struct str word, before = {NULL, 0};
	char joined[LONGEST + DIGITS];

	for (; take_word(&text, &word); before = word) {
		if (word.p[0] == '-')
			word = str_sub(word, 1, word.n);
		if (!str_is_digit(word.p[0]) || word.n > DIGITS || !before.n ||
			is_filler(before) || before.n > LONGEST ||
			names->n_acronyms + 2 > NAME_ACRONYMS)
			continue;
		memcpy(joined, before.p, before.n);
		memcpy(joined + before.n, word.p, word.n);
		names->acronyms[names->n_acronyms++] =
			hash((struct str){joined, before.n + word.n});
		joined[0] = '-';
		memcpy(joined + 1, word.p, word.n);
		names->acronyms[names->n_acronyms++] =
			hash((struct str){joined, 1 + word.n});
	}
}

static bool is_tag(struct str word)
{
	return word.n > 1 && str_is_digit(word.p[word.n - 1]) &&
	       !str_is_digit(word.p[0]);
}

static bool has_acronym(const struct names *names, struct str word)
{
	if (word.n == 2 && (str_is(word, "KR") || str_is(word, "OK")))
		return false;
	for (size_t i = 0; i < word.n && !is_tag(word); i++)
		if (!char_is_upper(word.p[i]))
			return false;
	for (size_t i = 0; i < names->n_acronyms; i++)
		if (names->acronyms[i] == hash(word))
			return true;
	return false;
}

void names_of(struct names *names, const struct key_result *kr)
{
	struct str verb, text = str_of(kr->text);

	names->n = names->n_acronyms = 0;
	names->text = kr->text;
	names->verb =
		kr->verb[0] && take_word(&text, &verb) ? hash(stem(verb)) : 0;
	names->senses = alias_text_senses(str_of(kr->text));
	add_words(names, str_of(kr->measure));
	add_words(names, str_of(kr->text));
	add_tags(names, str_of(kr->text));
	add_acronyms(names, str_of(kr->text), true);
	add_acronyms(names, str_of(kr->text), false);
}

/* "Hiring" for "Hire ...", but no "Reducing" for "Reduce ...". */
static bool is_noun(const struct names *names, struct str word)
{
	return verb_sense(word, true) != VERB_UP &&
	       verb_sense(word, true) != VERB_DOWN &&
	       verb_sense(word, true) != VERB_CHANGE &&
	       verb_sense(word, true) != VERB_KEEP &&
	       !str_ieq(word, names->infinitive);
}

bool call_of(struct call *call, struct str words)
{
	struct str word;

	call->n = 0;
	while (take_word(&words, &word)) {
		if (is_filler(word))
			continue;
		if (call->n == NAME_WORDS)
			return false;
		call->word[call->n] = word;
		call->senses[call->n] = alias_senses(word);
		call->v[call->n++] = hash(stem(word));
	}
	return call->n > 0;
}

bool call_is_part(const struct call *part, const struct call *all)
{
	size_t found = 0;

	for (size_t i = 0; i < part->n; i++)
		for (size_t k = 0; k < all->n; k++)
			if (part->v[i] == all->v[k]) {
				found++;
				break;
			}
	return part->n && found == part->n;
}

/* "subs" for subscribers, "punctuality" for on-time departures */
static bool has_alias(
	const struct names *names, const struct call *call, size_t i)
{
	return (call->senses[i] & names->senses) ||
	       alias_is_cut(call->word[i], str_of(names->text));
}

/* "Ausfall" for "Unterrichtsausfall" */
static bool ends_compound(const struct names *names, struct str word)
{
	enum { SHORTEST = 6, LONGER = 4 };
	struct str text = str_of(names->text), long_word;

	while (word.n >= SHORTEST && take_word(&text, &long_word))
		if (long_word.n >= word.n + LONGER &&
			str_ieq(str_sub(long_word, long_word.n - word.n,
					long_word.n),
				word))
			return true;
	return false;
}

bool names_called(const struct names *names, const struct call *call)
{
	bool telling = false;

	for (size_t i = 0; i < call->n; i++)
		if (!has_hash(names, call->v[i]) &&
			!has_acronym(names, call->word[i]) &&
			!has_alias(names, call, i) &&
			!(call->word[i].n >= LONG_BYTES - 1 &&
				has_hash(names, hash_short(call->word[i]))) &&
			!ends_compound(names, call->word[i]))
			return false;
	for (size_t i = 0; i < call->n && !telling; i++)
		telling = call->word[i].n > 1 && call->word[i].p[0] != '-' &&
			  (call->v[i] != names->verb || names->n == 1 ||
				  is_noun(names, call->word[i]));
	return telling;
}

bool names_have(const struct names *names, struct str words)
{
	struct call call;

	return call_of(&call, words) && names_called(names, &call);
}

bool names_allow(const struct names *names, struct str words)
{
	struct str word;

	while (take_word(&words, &word))
		if (str_is_digit(word.p[0]) ||
			(!is_filler(word) && !has(names, word)))
			return false;
	return true;
}

bool names_tell(const struct names *names, struct str words)
{
	struct str word;

	while (take_word(&words, &word))
		if (!is_filler(word) && has(names, word) &&
			hash(stem(word)) != names->verb)
			return true;
	return false;
}

int names_share(const struct names *names, struct str words)
{
	struct str word;
	size_t n = 0, all = names->n;

	while (take_word(&words, &word))
		n += !is_filler(word) && has(names, word);
	all -= all > 1 && has_hash(names, names->verb);
	return all ? (int)(100 * n / all) : 0;
}

/* "rewrote" for "rewrite", "won" for "win": another vowel */
static bool is_ablaut(struct str verb, struct str word)
{
	static const char VOWELS[] = "aeiou";
	size_t n = 0;

	if (verb.n != word.n)
		return false;
	for (size_t i = 0; i < word.n; i++) {
		char x = str_lower(verb.p[i]), y = str_lower(word.p[i]);

		if (x == y)
			continue;
		if (!strchr(VOWELS, x) || !strchr(VOWELS, y))
			return false;
		n++;
	}
	return n == 1;
}

static bool is_irregular(struct str verb, struct str word)
{
	static const char *const VERBS[][2] = {{"sell", "sold"},
		{"build", "built"}, {"send", "sent"}, {"bring", "brought"},
		{"teach", "taught"}, {"buy", "bought"}, {"make", "made"},
		{"hold", "held"}, {"find", "found"}, {"get", "got"},
		{"lead", "led"}, {"meet", "met"}, {"write", "written"},
		{"write", "wrote"}, {"take", "taken"}, {"give", "given"}};

	/* with the endings of gender and number */
	static const char *const STEMS[][2] = {{"abrir", "abiert"},
		{"abrir", "abert"}, {"aprire", "apert"}, {"hacer", "hech"},
		{"fazer", "feit"}, {"escribir", "escrit"},
		{"escrever", "escrit"}, {"scrivere", "scritt"},
		{"mettre", "mis"}, {"cubrir", "cubiert"}};

	/* "lend", "lent" */
	if (verb.n == word.n && str_iends(verb, "nd") &&
		str_iends(word, "nt") &&
		str_ieq(str_sub(verb, 0, verb.n - 1),
			str_sub(word, 0, word.n - 1)))
		return true;
	for (size_t i = 0; i < COUNT_OF(VERBS); i++)
		if (str_iis(verb, VERBS[i][0]) && str_iis(word, VERBS[i][1]))
			return true;
	for (size_t i = 0; i < COUNT_OF(STEMS); i++)
		if (str_iis(verb, STEMS[i][0]) &&
			str_istarts(word, STEMS[i][1]) &&
			word.n <= strlen(STEMS[i][1]) + 2)
			return true;
	return false;
}

static size_t common(struct str x, struct str y)
{
	size_t n = 0;

	while (n < x.n && n < y.n && str_lower(x.p[n]) == str_lower(y.p[n]))
		n++;
	return n;
}

/* "ouvert" for "ouvrir", "publicadas" for "publicar", "eingef\u00fchrt" for
 * "einf\u00fchren": the beginning is the verb's, the end a participle's. */
static bool is_foreign_deed(struct str verb, struct str word)
{
	static const char *const ENDS[] = {"\u00e9", "\u00e9s", "\u00e9e",
		"\u00e9es", "ert", "erte", "ado", "ada", "ados", "adas", "ido",
		"ida", "idos", "idas", "i", "is", "ie", "ies", "u", "us", "ue",
		"ues"};
	enum { SHORTEST = 3, BEHIND = 4 };
	size_t n = common(verb, word), ge;

	if (word_ends_one(word, ENDS, COUNT_OF(ENDS)))
		return n >= SHORTEST && n + BEHIND >= verb.n;
	ge = str_ifind(word, STR("ge"));
	if (ge == STR_NONE || ge > n ||
		(!str_iends(word, "t") && !str_iends(word, "en")))
		return false;
	word = str_sub(word, ge + 2, word.n);
	verb = str_sub(verb, ge, verb.n);
	n = common(verb, word);
	return n >= SHORTEST && n + SHORTEST >= verb.n;
}

static bool is_state(struct str word)
{
	static const char *const WORDS[] = {"out", "live", "online", "up",
		"through", "public", "published", "released", "shipped",
		"launched", "deployed", "migrated", "moved", "converted",
		"onboarded", "trained", "signed", "closed", "merged", "fixed",
		"resolved", "hired", "filled", "delivered", "rewritten",
		"covered", "automated", "documented", "passed", "certified",
		"approved", "unterschrieben", "eingestellt", "besetzt",
		"umgestellt", "sign\u00e9", "sign\u00e9s", "firmado",
		"firmados", "assinado", "assinados", "gewonnen", "akquiriert",
		"unterzeichnet", "geschult", "angebunden", "gagn\u00e9",
		"gagn\u00e9s", "recrut\u00e9", "recrut\u00e9s", "ganado",
		"ganados", "captado", "captados", "contratado", "contratados",
		"conquistado", "conquistados", "fechado", "fechados",
		"acquisito", "acquisiti", "firmati", "won", "landed",
		"acquired"};

	return word_is_one(word, WORDS, COUNT_OF(WORDS));
}

/* "freigeschaltet", "ouvertes", and no noun: in German these are capital */
static bool is_foreign_participle(struct str word)
{
	static const char *const ENDS[] = {"\u00e9", "\u00e9s", "\u00e9e",
		"\u00e9es", "ado", "ada", "ados", "adas", "ido", "ida", "idos",
		"idas", "iert"};

	if (word.n < 5 || char_is_upper(word.p[0]))
		return false;
	return word_ends_one(word, ENDS, COUNT_OF(ENDS)) ||
	       (str_ifind(word, STR("ge")) != STR_NONE &&
		       (str_iends(word, "t") || str_iends(word, "en")));
}

/* "certified" for "Cold store certified" */
static bool is_last(struct str text, struct str word)
{
	return (str_iends(word, "ed") || is_state(word) ||
		       is_foreign_participle(word)) &&
	       text.n > word.n &&
	       str_ieq(str_sub(text, text.n - word.n, text.n), word);
}

bool names_is_done_verb(const struct key_result *kr, struct str word)
{
	struct str verb, text = str_of(kr->verb[0] ? kr->verb : kr->text), all;

	if (is_last(str_of(kr->text), word))
		return true;

	/* "Neues Lagersystem einf\u00fchren": the verb may stand behind */
	for (all = text; !kr->verb[0] && word.n > 3 && take_word(&all, &verb);)
		if (!str_ieq(verb, word) && is_foreign_deed(verb, word))
			return true;
	if (!take_word(&text, &verb) || word.n < 3 || str_ieq(verb, word))
		return false;
	if (is_ablaut(verb, word) || is_irregular(verb, word) ||
		is_foreign_deed(verb, word))
		return true;
	if (word.n > 3 && (str_iends(word, "ed") || str_iends(word, "t")))
		return str_ieq(root(verb), root(word));
	/* "rewritten" */
	return str_iends(word, "en") && verb.n >= PREFIX_BYTES &&
	       str_ieq(str_sub(verb, 0, PREFIX_BYTES),
		       str_sub(word, 0, PREFIX_BYTES));
}

bool names_is_state(const struct key_result *kr, struct str word)
{
	return is_state(word) || names_is_done_verb(kr, word) ||
	       (str_iis(word, "open") && str_iis(str_of(kr->verb), "open"));
}

bool names_by_span(const struct names *names, struct str words)
{
	static const char *const SPANS[][3] = {{"day", "daily", "today"},
		{"week", "weekly", "week"}, {"month", "monthly", "month"},
		{"quarter", "quarterly", "quarter"},
		{"woche", "w\u00f6chentlich", "woche"},
		{"monat", "monatlich", "monat"},
		{"semaine", "hebdomadaire", "semaine"},
		{"mois", "mensuel", "mois"}, {"semana", "semanal", "semana"},
		{"mes", "mensual", "mes"}};
	static const char *const PER[] = {"per ", "a ", "every ", "each ",
		"pro ", "je ", "jede ", "jeden ", "par ", "chaque ", "por ",
		"cada ", "al ", "/"};
	struct str text = str_of(names->text);

	for (size_t i = 0; i < COUNT_OF(SPANS); i++) {
		size_t at = str_ifind(text, str_of(SPANS[i][0]));
		struct str before = str_sub(text, 0, at);

		if (!str_iends(words, SPANS[i][0]) &&
			!str_iends(words, SPANS[i][2]))
			continue;
		return str_ifind(text, str_of(SPANS[i][1])) != STR_NONE ||
		       (at != STR_NONE &&
			       word_ends_one(before, PER, COUNT_OF(PER)));
	}
	return false;
}

struct str name_digits(const char *written)
{
	struct str s = str_of(written);

	while (s.n && !str_is_digit(s.p[0]))
		s = str_sub(s, 1, s.n);
	while (s.n && !str_is_digit(s.p[s.n - 1]))
		s.n--;
	return s;
}
