/*
 * Where a key result stands, as a note tells it: the words that lead to the
 * number, the number, and what may stand behind it.
 */
#include "noted_p.h"

#include "attr.h"
#include "keyresult.h"

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
	size_t dash = str_find_char(word, '-');
	size_t n;

	if (dash != STR_NONE && dash >= STEM) /* "sign-ups" */
		word.n = dash;
	n = word.n > STEM + ENDING ? word.n - ENDING : word.n;

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

/* "went live", "were signed": a deed that was done? */
static bool ends_in_deed(struct str s)
{
	static const char *const ENDS[] = {"ed", "live", "went out", "came",
		"came in", "done", "built", "sent", "held", "won", "written",
		"in place", "in use", NULL};

	for (const char *const *end = ENDS; *end; end++) {
		if (str_iends(s, *end))
			return true;
	}
	return false;
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
	       (n <= MOST_WORDS && (spoken || ends_in_deed(all)));
}

/* "41 done", "3 live", "30% last week", "1.9 s now": behind a number, such
 * words tell by themselves that it is where things stand. */
static bool tells_behind(struct str s)
{
	static const char *const WORDS[] = {"now", "last week", "last month",
		"last quarter", "last year", "yesterday", "today", "as of",
		"so far", "to date", "live", "done", "in place", "gone", "sold",
		"sent", "won", "met", "held", "built", "found", "written",
		"begun", "lost", "shut", "taught", "paid", "made", "run",
		"came", "turned up", "took part", "in the end", "am ende",
		"al final", "\u00e0 la fin", "no final", "alla fine",
		"tot nu toe", "\u00e0 ce jour", "jusqu'ici", "hasta ahora",
		"hasta la fecha", "hasta hoy", "at\u00e9 agora",
		"at\u00e9 hoje", "bisher", "bislang", "finora", "ad oggi",
		"this week", "this month", "unchanged", "avg", "average", "did",
		NULL};
	size_t open = str_find_char(s, '(');

	s = str_trim_end(
		str_trim(str_sub(s, 0, open == STR_NONE ? s.n : open)), ".!");
	if (vocab_begins_any(s, WORDS))
		return true;
	if (str_iskip(&s, "on average")) /* and no "on average per week" */
		return !s.n || str_istarts(s, " at the end ") ||
		       str_istarts(s, " in ") || str_istarts(s, " last ");
	if (str_iskip(&s, "gone ") || str_iskip(&s, "fully "))
		return s.n > 0;
	return str_iends(s, "ed") && is_letters(s) && !is_other(s);
}

/* "are" of "three are open" */
static bool skip_are(struct str *s)
{
	static const char *const WORDS[] = {"are ", "is ", "were ", "was ",
		"have been ", "has been ", "are now ", "sind ", "ist ", "sont ",
		"est ", "son ", "est\u00e1n ", "est\u00e3o ", "s\u00e3o ",
		"sono ", "zijn ", "is nu ", "zijn nu "};
	size_t n = 0;

	for (size_t i = 0; i < COUNT_OF(WORDS); i++) {
		if (str_istarts(*s, WORDS[i]) && strlen(WORDS[i]) > n)
			n = strlen(WORDS[i]);
	}
	*s = str_sub(*s, n, s->n);
	return n > 0;
}

/* "besetzt" of "5 Stellen besetzt (3 besetzt)" */
static struct str last_word(struct str text)
{
	size_t open = str_rfind_char(text, '(');

	text = str_trim(str_sub(text, 0, open == STR_NONE ? text.n : open));
	text = str_trim_end(text, ".!");
	open = str_rfind_char(text, ' ');
	return str_sub(text, open == STR_NONE ? 0 : open + 1, text.n);
}

/* "52 formés" of "Former 80 agents": the deed that was asked for. */
static bool repeats_verb(const struct key_result *kr, struct str s)
{
	enum { STEM = 4, ENDING = 3 };
	struct str verb = str_of(kr->text), last = last_word(verb);
	size_t n;

	s = str_trim_end(s, ".!");
	verb = str_sub(verb, 0, str_find_char(verb, ' '));
	if (skip_are(&s) && str_ieq(s, verb)) /* "three are open" */
		return true;
	if (s.n >= STEM && str_ieq(s, last)) /* "3 besetzt" */
		return true;
	n = verb.n > STEM + ENDING ? verb.n - ENDING : STEM;
	return verb.n >= STEM && s.n > n && !str_ieq(s, verb) &&
	       str_words(s) == 1 && is_letters(s) &&
	       str_ieq(str_sub(s, 0, n), str_sub(verb, 0, n));
}

/* "212 left" of what is to go down from 640 */
static bool counts_down(
	struct reader *r, const struct key_result *kr, struct str s)
{
	static const char *const WORDS[] = {"left", "to go", "open",
		"remaining", "remain", "still open", "outstanding", "pending",
		"restants", "restantes", "offen", "\u00fcbrig", "quedan",
		"restam", "over", NULL};
	struct sentence said;

	sentence_read(r->a, str_of(kr->text), &said);
	if (said.comparator == CMP_LT || said.comparator == CMP_LE)
		return str_is_listed(s, WORDS);
	return said.baseline && said.target && said.baseline->has_value &&
	       said.target->has_value &&
	       decimal_cmp(said.baseline->value, said.target->value) > 0 &&
	       str_is_listed(s, WORDS);
}

/* "issued by 30 June", "signed at the end of May": without the day. */
static struct str without_day(struct str s)
{
	static const char *const TIES[] = {" by ", " on ", " in ", " at ",
		" as of ", " since ", " until ", " bis ", " am ", " im ",
		" zum ", " au ", " en ", " al ", " em ", " a ", " op ",
		" eind ", " per ", " do ", " na ", " w "};
	static const char *const ENDS[] = {"the end of ", "end of ", "ende ",
		"fin ", "fine ", "final de "};

	for (size_t i = 0; i < COUNT_OF(TIES); i++) {
		size_t at = str_find(s, str_of(TIES[i]));
		struct str day;

		if (at == STR_NONE || !at)
			continue;
		day = str_trim(str_sub(s, at + strlen(TIES[i]), s.n));
		for (size_t k = 0; k < COUNT_OF(ENDS); k++)
			str_iskip(&day, ENDS[k]);
		if (field_is_day(day))
			return str_trim(str_sub(s, 0, at));
	}
	return s;
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
	return is_when(s) || is_thing(kr, s) || is_thing(kr, without_day(s)) ||
	       repeats_verb(kr, s);
}

/* "them" of "52 of them": all that it aims at, but "5 of them in Spain" tells
 * of what is aimed at. */
static bool skip_them(struct str *s)
{
	static const char *const WORDS[] = {"them", "these", "those", "ihnen",
		"denen", "ellos", "ellas", "eles", "elas", "loro", "hen"};

	for (size_t i = 0; i < COUNT_OF(WORDS); i++) {
		struct str rest = *s;

		if (!str_iskip(&rest, WORDS[i]) ||
			(rest.n && str_is_alnum(rest.p[0])))
			continue;
		rest = str_trim_end(str_trim(rest), ".!");
		if (rest.n && !tells_behind(rest))
			return false;
		*s = rest;
		return true;
	}
	return false;
}

/* Takes "of 50", "/12": of as many as it aims at; false where that is another
 * number. */
static bool take_whole(struct reader *r, const struct quantity *part,
	const struct quantity *aim, struct str *s, bool *whole)
{
	static const char *const OF[] = {"/", "out of ", "of ", "von ", "sur ",
		"de ", "di ", "van ", "z ", "\u0438\u0437 ", "iz "};
	struct str rest = *s;
	const struct quantity *q;
	int n = 0;

	for (size_t i = 0; i < COUNT_OF(OF); i++) {
		struct str of = rest;

		if (!str_iskip(&of, OF[i]))
			continue;
		of = str_trim(of);
		if (decimal_cmp(part->value, aim->value) <= 0 &&
			skip_them(&of)) {
			*whole = true;
			*s = of;
			return true;
		}
		if (quantity_take_word(&of, &n)) { /* "one of three" */
			if (str_trim_end(of, ". ").n)
				return true; /* "three of four opened" */
			*whole = !decimal_cmp(
				(struct decimal){n, 0}, aim->value);
			*s = of;
			return *whole;
		}
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

	if (strcmp(q->unit, "%") != 0 || !field_skip_of(&rest))
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

static const struct quantity *without_unit(
	struct reader *r, const struct quantity *q)
{
	struct quantity *made = ARENA_NEW(r->a, struct quantity);

	*made = *q;
	made->unit = "";
	return made;
}

/* "99.7" where it is to be 99.8 %, and "41" of 50 deals: the unit is that of
 * the aim. */
static const struct quantity *in_unit_of(struct reader *r,
	const struct quantity *q, const struct quantity *aim, bool share)
{
	struct quantity *made;

	if (q->unit[0] && q->unit[0] != '/' && !share)
		return q;
	made = ARENA_NEW(r->a, struct quantity);
	*made = *q;
	made->unit = aim->unit;
	return made;
}

/* "9 partners", "86 % (Q1: 80 %)", "4.4 in May": nothing else behind it that
 * could make it part of a plan. */
static bool is_alone(struct str s)
{
	static const char *const AT[] = {"at the end of ", "by the end of ",
		"end of ", "ende ", "\u00e0 fin ", "fin ", "a finales de ",
		"no fim de ", "a fine ", "fine ", "eind ", "in ", "im ", "en ",
		"em ", "am "};
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

/* "from -12 to 10" */
static bool is_from_below(struct reader *r, const struct key_result *kr)
{
	struct sentence said;

	sentence_read(r->a, str_of(kr->text), &said);
	return said.baseline && said.baseline->has_value &&
	       said.baseline->value.coef < 0;
}

static bool has_point(const char *number)
{
	return strchr(number, '.') || strchr(number, ',');
}

static const struct quantity *take_reading(struct reader *r,
	const struct key_result *kr, struct str s, enum manner manner)
{
	const struct quantity *aim = field_aim(r, kr), *q;
	bool tells = false, whole = false;

	if (!aim || !aim->has_value || kr->comparator == CMP_BY)
		return NULL;
	tells = noted_skip_leads(&s);
	tells = field_drop_till_now(&s) || tells;
	/* "target 12", "was 4 last year" */
	if (manner != BY_NOTE && !tells && s.n && s.p[0] >= 'a' &&
		s.p[0] <= 'z' && str_has_digit(s))
		return NULL;
	q = take_value(r, &s);
	if (!q || !q->has_value || q->comparator != CMP_NONE)
		return NULL;
	if (quantity_is_count(q) &&
		(tells_behind(str_of(q->unit)) ||
			(!str_ieq(str_of(q->unit), str_of(aim->unit)) &&
				repeats_verb(kr, str_of(q->unit))))) {
		tells = true; /* "1 gone" is no unit */
		q = without_unit(r, q);
	}
	/* a grade, where things are counted; "0.0" has no scale left */
	if (!q->unit[0] && has_point(q->text) && !has_point(aim->text) &&
		decimal_cmp(q->value, (struct decimal){1, 0}) <= 0)
		return NULL;
	/* by how much; where it began below zero, "+4" is a value */
	if (q->text[0] == '+' && aim->text[0] != '+' &&
		!(tells && is_from_below(r, kr)))
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
	if (!is_of_aim(kr, q, aim) || !take_whole(r, q, aim, &s, &whole))
		return NULL;
	skip_share_of(kr, q, &s);
	/* "we deleted 180 and got two complaints" */
	if (tells && str_istarts(s, "and ") && s.n > 4 && str_is_alpha(s.p[4]))
		s.n = 0;
	if (counts_down(r, kr, s))
		s.n = 0;
	if (manner == BY_WORDS && !tells && !whole && !tells_behind(s) &&
		!repeats_verb(kr, s))
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
