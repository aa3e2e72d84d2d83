/*
 * Where a key result stands, as a note tells it: the words that lead to the
 * number, the number, and what may stand behind it.
 */
#include "noted_p.h"

#include "attr.h"
#include "keyresult.h"

/* Words in front of a number; those with tells say that it is a reading. */
static const struct lead {
	const char *words;
	bool tells;
} LEADS[] = {
	{"we", false},
	{"i", false},
	{"it's", true},
	{"it is", true},
	{"we're", true},
	{"we are", true},
	{"i'm", true},
	{"i am", true},
	{"they", false},
	{"is", true},
	{"only", false},
	{"just", false},
	{"about", false},
	{"around", false},
	{"roughly", false},
	{"approx.", false},
	{"ca.", false},
	{"~", false},
	{"at", false},
	{"with", false},
	{"now", true},
	{"currently", true},
	{"current", true},
	{"today", true},
	{"so far", true},
	{"already", true},
	{"latest", true},
	{"ended", true},
	{"ended up", true},
	{"ended the quarter", true},
	{"ended the year", true},
	{"finished", true},
	{"closed", true},
	{"closed the quarter", true},
	{"landed", true},
	{"came in", true},
	{"came out", true},
	{"got", true},
	{"got to", true},
	{"made it to", true},
	{"reached", true},
	{"hit", true},
	{"averaged", true},
	{"stands", true},
	{"standing", true},
	{"stand", true},
	{"actual", true},
	{"reported", true},
	{"measured", true},
	{"outcome", true},
	{"final", true},
	{"went to", true},
	{"down to", true},
	{"up to", true},
	{"managed", true},
	{"did", true},
	{"on", false},
	{"nous sommes", true},
	{"on est", true},
	{"nous en sommes", true},
	{"\u00e0", false},
	{"actuellement", true},
	{"aujourd'hui", true},
	{"atteint", true},
	{"r\u00e9alis\u00e9", true},
	{"wir sind", true},
	{"wir stehen", true},
	{"wir haben", true},
	{"erreicht", true},
	{"erreicht wurden", true},
	{"aktuell", true},
	{"derzeit", true},
	{"momentan", true},
	{"inzwischen", true},
	{"bisher", true},
	{"bislang", true},
	{"ist", true},
	{"jetzt", true},
	{"stand", true},
	{"bei", false},
	{"nur", false},
	{"rund", false},
	{"vamos por", true},
	{"vamos en", true},
	{"vamos", true},
	{"estamos en", true},
	{"estamos", true},
	{"estamos em", true},
	{"llegamos a", true},
	{"llegamos al", true},
	{"alcanzamos", true},
	{"cerramos en", true},
	{"actualmente", true},
	{"ahora", true},
	{"hoy", true},
	{"llevamos", true},
	{"chegamos a", true},
	{"alcan\u00e7amos", true},
	{"fechamos em", true},
	{"atualmente", true},
	{"agora", true},
	{"hoje", true},
	{"at\u00e9 agora", true},
	{"j\u00e1 fiz", true},
	{"j\u00e1 fizemos", true},
	{"j\u00e1", true},
	{"em", false},
	{"en", false},
	{"tengo", true},
	{"tenemos", true},
	{"ya", true},
	{"d\u00e9j\u00e0", true},
	{"gi\u00e0", true},
	{"schon", true},
	{"bereits", true},
	{"al", false},
	{"have", false},
	{"tenho", true},
	{"temos", true},
	{"terminei", true},
	{"siamo a", true},
	{"siamo al", true},
	{"oggi", true},
	{"attualmente", true},
	{"ora", true},
	{"raggiunto", true},
	{"raggiunti", true},
	{"we zitten op", true},
	{"nu", true},
	{"momenteel", true},
	{"behaald", true},
	{"op", false},
	{"obecnie", true},
	{"teraz", true},
	{"osi\u0105gni\u0119to", true},
	{"\u015fu an", true},
	{"\u015fimdiye kadar", true},
	{"\u0441\u0435\u0439\u0447\u0430\u0441", true},
	{"\u0442\u0435\u043a\u0443\u0449\u0435\u0435", true},
	{"\u0434\u043e\u0441\u0442\u0438\u0433\u043b\u0438", true},
	{"\u0432\u044b\u0448\u043b\u0438 \u043d\u0430", true},
	{"\u0444\u0430\u043a\u0442", true},
	{"\u0437\u0430\u0440\u0430\u0437", true},
	{"\u76ee\u524d\u4e3a", true},
	{"\u76ee\u524d\u662f", true},
	{"\u76ee\u524d", true},
	{"\u5f53\u524d\u4e3a", true},
	{"\u5f53\u524d", true},
	{"\u73b0\u5728", true},
	{"\u73b0\u4e3a", true},
	{"\u5b9e\u9645\u4e3a", true},
	{"\u5b9e\u9645\u5b8c\u6210", true},
	{"\u5b9e\u9645", true},
	{"\u5be6\u969b", true},
	{"\u7d2f\u8ba1", true},
	{"\u8fbe\u5230", true},
	{"\u9054\u5230", true},
	{"\u53ea\u505a\u4e86", true},
	{"\u53ea\u5b8c\u6210\u4e86", true},
	{"\u5df2\u5b8c\u6210", true},
	{"\u5b8c\u6210\u4e86", true},
	{"\u5b8c\u6210", true},
	{"\u73fe\u5728", true},
	{"\u73fe\u6642\u70b9\u3067", true},
	{"\u5b9f\u7e3e", true},
	{"\ud604\uc7ac", true},
	{"\uc9c0\uae08", true},
	{"\uc2e4\uc81c", true},
	{"\uc2e4\uc801", true},
};

/* "Signed 3", "Second exercise ended at": the first word, where it is a deed
 * done. */
static bool skip_deed(struct str *s)
{
	static const char *const ENDS[] = {
		"ed", "amos", "emos", "imos", "ano", "ono"};
	size_t n = str_find_char(*s, ' ');
	bool deed = false;

	if (n == STR_NONE || n < 5)
		return false;
	for (size_t i = 0; i < COUNT_OF(ENDS); i++)
		deed = deed || str_iends(str_sub(*s, 0, n), ENDS[i]);
	if (!deed)
		return false;
	*s = str_trim(str_sub(*s, n, s->n));
	return s->n && str_is_digit(s->p[0]);
}

static bool is_word_end(const char *word, struct str rest)
{
	size_t n = strlen(word);

	return !str_is_alpha(word[n - 1]) || !rest.n ||
	       !str_is_alpha(rest.p[0]);
}

static bool skip_lead(struct str *s, bool *tells)
{
	const struct lead *best = NULL;
	struct str behind = *s;

	for (size_t i = 0; i < COUNT_OF(LEADS); i++) {
		struct str rest = *s;

		if (!str_iskip(&rest, LEADS[i].words) ||
			!is_word_end(LEADS[i].words, rest) ||
			(best && strlen(best->words) >= strlen(LEADS[i].words)))
			continue;
		best = &LEADS[i];
		behind = rest;
	}
	if (!best)
		return false;
	behind = str_trim(behind);
	if (!str_skip(&behind, "\uff1a"))
		str_skip_char(&behind, ':');
	*tells = *tells || best->tells;
	*s = str_trim(behind);
	return true;
}

/* "Second exercise ended at 4.5 h": who did it, and what leads to the number.
 */
static bool skip_subject(struct str *s, bool *tells)
{
	static const char *const VERBS[] = {" ended at ", " reached ", " hit ",
		" is at ", " is now ", " stands at ", " now at ",
		" finished at ", " closed at ", " landed at ", " came in at ",
		" got to ", " are at ", " averaged ", " was at ",
		" est \u00e0 ", " liegt bei ", " steht bei ", " est\u00e1 en ",
		" est\u00e1 em ", " lag bei ", " erreichte ", " lleg\u00f3 a ",
		" chegou a "};
	enum { MOST_WORDS = 4 };

	for (size_t i = 0; i < COUNT_OF(VERBS); i++) {
		size_t at = str_ifind(*s, str_of(VERBS[i]));
		struct str front;

		if (at == STR_NONE)
			continue;
		front = str_sub(*s, 0, at);
		if (str_words(front) > MOST_WORDS || str_has_digit(front))
			return false;
		*s = str_trim(str_sub(*s, at + strlen(VERBS[i]), s->n));
		*tells = true;
		return true;
	}
	return false;
}

/* Words behind a number that make it another one than where it stands. */
static bool is_other(struct str word)
{
	static const char *const WORDS[] = {"left", "missing", "open", "to",
		"remaining", "remain", "more", "less", "fewer", "short",
		"behind", "ahead", "away", "below", "above", "over", "under",
		"pending", "planned", "needed", "blocked", "failed", "lost",
		"target", "goal", "points", "point", "pp", "up", "down",
		"higher", "lower", "better", "worse", "off", "per", "not",
		"scheduled", "expected", "started", "outstanding", "restants",
		"restant", "manquants", "manquent", "fehlen", "fehlt", "offen",
		"mehr", "weniger", "faltan", "faltantes", "pendientes",
		"faltam", "pendentes", "mancano", "mancanti", "plus", "moins",
		"m\u00e1s", "menos", "mais", "and", "or", "und", "et", "y",
		"slips", "times", "stretch", "minimum", "maximum", "x",
		"increase", "growth", "decrease", "reduction", "improvement",
		NULL};

	return str_is_listed(word, WORDS);
}

/* "at the end of June", "last week", "au 30 juin": when it was read. */
static bool is_when(struct str s)
{
	static const char *const WORDS[] = {"at the end", "at end",
		"by the end", "by end", "in", "on", "as of", "last", "this",
		"now", "today", "yesterday", "at", "so far", "to date", "since",
		"during", "after", "already", "right now", "au", "aux", "fin",
		"en", "\u00e0 fin", "\u00e0 la fin", "\u00e0 ce jour", "im",
		"am", "ende", "zum", "per ende", "stand", "seit", "bisher",
		"al", "a finales", "a fin", "hasta ahora", "a d\u00eda de",
		"em", "no fim", "no final", "at\u00e9 agora", "a fine",
		"alla fine", "ad oggi", "finora", "eind", "per eind",
		"tot nu toe", "na", "w", "\u043d\u0430", "\u0432", NULL};

	return vocab_begins_any(s, WORDS);
}

/* "bowls" of "Throw 100 bowls": does the key result speak of that? */
static bool is_spoken_of(const struct key_result *kr, struct str word)
{
	enum { STEM = 4, ENDING = 2 };
	size_t n = word.n > STEM + ENDING ? word.n - ENDING : word.n;

	if (word.n > STEM && n > STEM && str_iends(word, "s"))
		n = word.n - 1;
	if (n < STEM - 1)
		return false;
	return str_ifind(str_of(kr->text), str_sub(word, 0, n)) != STR_NONE;
}

static bool is_letters(struct str s)
{
	for (size_t i = 0; i < s.n; i++) {
		if (!str_is_alpha(s.p[i]) && (unsigned char)s.p[i] < 0x80)
			return false;
	}
	return s.n > 0;
}

/* "sites equipped", "live", "calls": what was counted, and that it was done;
 * nothing that is another number's. */
static bool is_thing(const struct key_result *kr, struct str s)
{
	enum { MOST_WORDS = 4 };
	struct str word, all = s;
	size_t n = 0;
	bool spoken = false;

	while (str_take_until(&s, ' ', &word)) {
		if (is_other(word) || str_has_digit(word))
			return false;
		spoken = spoken || is_spoken_of(kr, word);
		n++;
	}
	return (n == 1 && is_letters(all)) ||
	       (n <= MOST_WORDS && (spoken || str_iends(all, "ed")));
}

/* "41 done", "3 live", "30% last week", "1.9 s now": behind a number, such
 * words tell by themselves that it is where things stand. */
static bool tells_behind(struct str s)
{
	static const char *const WORDS[] = {"now", "last week", "last month",
		"last quarter", "last year", "yesterday", "today", "as of",
		"so far", "to date", "live", "done", "in place", NULL};
	size_t open = str_find_char(s, '(');

	s = str_trim_end(
		str_trim(str_sub(s, 0, open == STR_NONE ? s.n : open)), ".!");
	if (vocab_begins_any(s, WORDS))
		return true;
	return str_iends(s, "ed") && is_letters(s) && !is_other(s);
}

/* What may stand behind a reading. */
static bool ends_reading(const struct key_result *kr, struct str s)
{
	size_t open = str_find_char(s, '(');

	if (open != STR_NONE)
		s = str_trim(str_sub(s, 0, open));
	while (s.n && strchr(".!)*_`", s.p[s.n - 1]))
		s = str_trim(str_sub(s, 0, s.n - 1));
	symbols_skip(&s);
	if (!s.n)
		return true;
	if (s.p[0] == '/') /* "66/week" */
		return s.n > 1 && str_is_alpha(s.p[1]);
	if (strchr("-+<>=:", s.p[0]))
		return false;
	return is_when(s) || is_thing(kr, s);
}

/* Takes "of 50", "/12": of as many as it aims at; false where that is another
 * number. */
static bool take_whole(struct reader *r, const struct quantity *aim,
	struct str *s, bool *whole)
{
	static const char *const OF[] = {"/", "out of ", "of ", "von ", "sur ",
		"de ", "di ", "van ", "z ", "\u0438\u0437 ", "iz "};
	struct str rest = *s;
	const struct quantity *q;

	for (size_t i = 0; i < COUNT_OF(OF); i++) {
		struct str of = rest;

		if (!str_iskip(&of, OF[i]))
			continue;
		of = str_trim(of);
		if (!of.n || !str_is_digit(of.p[0]))
			return true;
		q = quantity_take(r->a, &of);
		if (!q || !q->has_value ||
			decimal_cmp(q->value, aim->value) != 0)
			return false;
		*whole = true;
		*s = str_trim(of);
		return true;
	}
	return true;
}

/* "61% of instances", where that is what the key result counts. */
static void skip_share_of(
	const struct key_result *kr, const struct quantity *q, struct str *s)
{
	struct str rest = *s, word;

	if (strcmp(q->unit, "%") != 0 || !str_iskip(&rest, "of "))
		return;
	while (str_take_until(&rest, ' ', &word)) {
		if (is_spoken_of(kr, str_trim_end(word, ".,;")))
			s->n = 0;
	}
}

/* "Once", "six", "12 days". */
static const struct quantity *take_value(struct reader *r, struct str *s)
{
	static const struct {
		const char *word;
		int n;
	} TIMES[] = {{"once", 1}, {"twice", 2}, {"none", 0}, {"zero", 0}};
	const struct quantity *q;
	struct quantity *made;
	int n = -1;

	if (s->n && strchr("-<>", s->p[0]))
		return NULL;
	q = quantity_take(r->a, s);
	if (q)
		return q;
	for (size_t i = 0; i < COUNT_OF(TIMES) && n < 0; i++) {
		if (vocab_begins(*s, TIMES[i].word)) {
			n = TIMES[i].n;
			str_iskip(s, TIMES[i].word);
		}
	}
	if (n < 0 && !quantity_take_word(s, &n))
		return NULL;
	made = ARENA_NEW(r->a, struct quantity);
	*made = (struct quantity){.has_value = true,
		.value = {n, 0},
		.unit = "",
		.text = arena_printf(r->a, "%d", n)};
	return made;
}

/* "USD" */
static bool is_currency(struct str unit)
{
	for (size_t i = 0; i < unit.n; i++) {
		if (unit.p[i] < 'A' || unit.p[i] > 'Z')
			return false;
	}
	return unit.n == 3;
}

/* Is it of the kind that the key result aims at, by number and by noun? */
static bool is_of_aim(const struct key_result *kr, const struct quantity *q,
	const struct quantity *aim)
{
	struct str unit = str_of(q->unit);

	if (!field_is_like(q, aim))
		return false;
	if (!unit.n || !quantity_is_count(q) || is_currency(unit) ||
		(*aim->unit && quantity_is_like(q, aim)))
		return true;
	return !is_other(unit) && is_spoken_of(kr, unit);
}

/* "99.7" where it is to be 99.8 %, and "41" of 50 deals: the unit is that of
 * the aim. */
static const struct quantity *in_unit_of(struct reader *r,
	const struct quantity *q, const struct quantity *aim, bool share)
{
	struct quantity *made;

	if (q->unit[0] && !share)
		return q;
	made = ARENA_NEW(r->a, struct quantity);
	*made = *q;
	made->unit = aim->unit;
	return made;
}

bool noted_is_led(struct str s, bool *tells)
{
	enum { ROUNDS = 5 };

	*tells = false;
	for (int i = 0; i < ROUNDS; i++) {
		if (!skip_lead(&s, tells))
			break;
	}
	return *tells && s.n &&
	       (str_is_digit(s.p[0]) || s.p[0] == '+' || str_starts(s, "$") ||
		       str_starts(s, "\u20ac") || str_starts(s, "\u00a3"));
}

/* "9 partners", "86 % (Q1: 80 %)", "4.4 in May": nothing else behind it that
 * could make it part of a plan. */
static bool is_alone(struct str s)
{
	static const char *const AT[] = {"in ", "im ", "en ", "em ", "am "};
	size_t open = str_find_char(s, '(');

	s = str_trim_end(
		str_trim(str_sub(s, 0, open == STR_NONE ? s.n : open)), ".!");
	for (size_t i = 0; i < COUNT_OF(AT); i++) {
		if (str_iskip(&s, AT[i]))
			break;
	}
	return !s.n || field_is_day(s) || tells_behind(s);
}

/* How is it known that a number is a reading? */
enum manner {
	BY_WORDS, /* they lead to it, or follow it */
	BY_NOTE,  /* by the rest of the note */
	BY_PLACE  /* it stands there alone */
};

static const struct quantity *take_reading(struct reader *r,
	const struct key_result *kr, struct str s, enum manner manner)
{
	enum { ROUNDS = 5 };
	const struct quantity *aim = field_aim(r, kr), *q;
	bool tells = false, whole = false;

	if (!aim || !aim->has_value || kr->comparator == CMP_BY)
		return NULL;
	for (int i = 0; i < ROUNDS; i++) {
		if (!skip_lead(&s, &tells))
			break;
	}
	tells = skip_deed(&s) || tells;
	if (s.n && !str_has_digit(str_sub(s, 0, 1)))
		skip_subject(&s, &tells);
	tells = field_drop_till_now(&s) || tells;
	q = take_value(r, &s);
	if (!q || !q->has_value || q->comparator != CMP_NONE)
		return NULL;
	/* a grade, where things are counted */
	if (!q->unit[0] && q->value.scale > 0 && !aim->value.scale &&
		decimal_cmp(q->value, (struct decimal){1, 0}) <= 0)
		return NULL;
	if (q->text[0] == '+' && aim->text[0] != '+')
		return NULL;
	s = str_trim(s);
	if (q->unit[0] == '/' && str_is_digit(q->unit[1]) &&
		strcmp(q->unit, aim->unit) != 0) {
		struct str of = str_of(q->unit + 1);
		struct decimal all;

		if (!decimal_take(&of, &all) || of.n ||
			decimal_cmp(all, aim->value) != 0)
			return NULL;
		return ends_reading(kr, s) ? in_unit_of(r, q, aim, true) : NULL;
	}
	if ((tells || manner == BY_PLACE) && !q->unit[0] &&
		!strcmp(aim->unit, "%") && is_alone(s))
		return in_unit_of(r, q, aim, true);
	if (!is_of_aim(kr, q, aim) || !take_whole(r, aim, &s, &whole))
		return NULL;
	skip_share_of(kr, q, &s);
	if (manner == BY_WORDS && !tells && !whole && !tells_behind(s))
		return NULL;
	if (manner == BY_PLACE && !tells && !whole && !is_alone(s))
		return NULL;
	return ends_reading(kr, s) ? in_unit_of(r, q, aim, false) : NULL;
}

const struct quantity *noted_reading(
	struct reader *r, const struct key_result *kr, struct str s, bool told)
{
	return take_reading(r, kr, s, told ? BY_NOTE : BY_WORDS);
}

const struct quantity *noted_alone(
	struct reader *r, const struct key_result *kr, struct str s)
{
	return take_reading(r, kr, s, BY_PLACE);
}
