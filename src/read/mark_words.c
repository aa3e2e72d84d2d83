/*
 * The words around a marker: what may stand before it, and what only looks
 * like one.
 */
#include "mark_words_p.h"

#include "attr.h"
#include "doc_line_p.h"
#include "mark_number_p.h"
#include "mark_p.h"
#include "reader_p.h"
#include "title_p.h"

enum { PREFIX_WORDS = 12 };

/* "Depends on KR1: ...", "after KR 2: ...": speaks of one. */
static bool leads_on(struct str s)
{
	static const char *const WORDS[] = {"on", "to", "of", "with", "by",
		"for", "about", "from", "after", "before", "see", "per", "via",
		"until", "than", "under", "behind", "into", "against", "von",
		"zu", "auf", "aus", "de", "del", "du", "da", "do", "con",
		"avec", "com", "van", "an", "each", "every", "un", "una", "um",
		"uma", "por", "cada", "des", "par", "chaque", "ein", "eines",
		"einer", "pro", "this", "that", "este", "esta", "ce", "cet",
		"dieses", "\u0628\u0647"};
	size_t at = str_rfind_char(s, ' ');

	s = at == STR_NONE ? s : str_sub(s, at + 1, s.n);
	if (at != STR_NONE && s.n && char_is_upper(s.p[0]))
		return false; /* "Team A", "Cy Do" */
	if (str_is(s, "a"))
		return true;
	for (size_t i = 0; i < COUNT_OF(WORDS); i++) {
		if (str_iis(s, WORDS[i]))
			return true;
	}
	return false;
}

/* "Objective key result: ..." names a thing, and nobody's key result. */
static bool is_word_of_ours(struct str s)
{
	const struct word *w = vocab_word(s);

	return w && strlen(w->text) == s.n;
}

/* "Business Objectives &" before "Key Results": both are meant. */
static bool joins_objectives(struct str s)
{
	return (str_ends(s, "&") || str_ends(s, "+") || str_ends(s, "/") ||
		       str_iends(s, " and") || str_iends(s, " und") ||
		       str_iends(s, " et") || str_iends(s, " y") ||
		       str_iends(s, " e")) &&
	       (vocab_has_okr(s) || vocab_has(s, "goals"));
}

/* "On old objective 3: agreed", "Proposal for our key results:", "Average of
 * all KRs 0.62" */
static bool speaks_of(struct str s)
{
	static const char *const WORDS[] = {"average", "avg", "mean", "median",
		"sum of", "number of", "durchschnitt", "mittelwert", "moyenne",
		"media de", "promedio", "m\u00e9dia", "proposal", "proposals",
		"on", "in", "for", "about", "re", "regarding", "from", "see",
		"with", "and", "sobre", "zu", "sur", "pour", "para"};

	for (size_t i = 0; i < COUNT_OF(WORDS); i++) {
		if (vocab_begins(s, WORDS[i]))
			return true;
	}
	return false;
}

/* "Target group", "target function" in languages that say so with our word
 * behind: whom a campaign is for, what a program makes small. */
static bool makes_target(struct str s)
{
	static const char *const WORDS[] = {"variable", "funci\u00f3n",
		"funcion", "fun\u00e7\u00e3o", "fonction", "p\u00fablico",
		"publico", "poblaci\u00f3n", "mercado", "cliente", "clientes",
		"usuario", "usuarios", "audiencia", "precio", "segmento"};
	size_t at = str_rfind_char(s, ' ');

	s = at == STR_NONE ? s : str_sub(s, at + 1, s.n);
	for (size_t i = 0; i < COUNT_OF(WORDS); i++) {
		if (str_iis(s, WORDS[i]))
			return true;
	}
	return false;
}

static bool has_letter(struct str s)
{
	for (size_t i = 0; i < s.n; i++) {
		if (str_is_alnum(s.p[i]) || (unsigned char)s.p[i] >= 0xC3)
			return true;
	}
	return false;
}

/* "Q2", "2025", "our main": says when, or of what rank. */
bool mark_is_qualifier(struct str s)
{
	static const char *const WORDS[] = {"our", "the", "main", "primary",
		"secondary", "team", "company", "department", "group",
		"personal", "individual", "quarterly", "annual", "yearly",
		"strategic", "business", "overall", "my", "top"};

	s = str_trim(s);
	if (title_is_time(s) || (s.n == 4 && str_starts(s, "20")))
		return true;
	for (size_t i = 0; i < COUNT_OF(WORDS); i++) {
		if (vocab_begins(s, WORDS[i]))
			return true;
	}
	return false;
}

bool mark_is_prefix(struct str s, bool kr, bool numbered)
{
	size_t words = str_words(s);

	if (!has_letter(s) || words > (kr ? PREFIX_WORDS : 5) || leads_on(s) ||
		is_word_of_ours(s) || joins_objectives(s) || speaks_of(s) ||
		(!kr && !numbered && makes_target(s)) ||
		(str_ends(s, ".") && !char_is_upper(s.p[0])) ||
		vocab_has(s, "vs")) /* "Results vs OKR: 20 points" */
		return false;
	for (size_t i = 0; i < s.n; i++) {
		if (strchr(":;!?=<>|\"", s.p[i]))
			return false;
		if (s.p[i] == '.' && i + 1 < s.n && s.p[i + 1] == ' ' && i > 3)
			return false;
	}
	if (str_is_digit(s.p[0]) && mark_is_qualifier(s))
		return true;
	if (kr || (numbered && char_is_upper(s.p[0])) || words == 1)
		return kr ? !str_is_space(s.p[0])
			  : char_is_upper(s.p[0]) || numbered;
	return mark_is_qualifier(s) || (char_is_upper(s.p[0]) && words <= 3);
}

/* The words of "(...)" in a line. */
static size_t words_aside(struct str s)
{
	size_t open = str_find_char(s, '('), close;

	if (open == STR_NONE || !open)
		return 0;
	s = str_sub(s, open, s.n);
	close = str_find_char(s, ')');
	return close == STR_NONE ? 0 : str_words(str_sub(s, 0, close));
}

/* "Town \u00b7 Permits \u00b7 OKRs": how many signs part the words. */
static size_t signs_between(struct str s)
{
	static const char *const SIGNS[] = {
		" \u00b7 ", " \u2022 ", " | ", " / ", " > "};
	size_t n = 0;

	for (; s.n; s = str_sub(s, 1, s.n)) {
		for (size_t i = 0; *s.p == ' ' && i < COUNT_OF(SIGNS); i++)
			n += str_starts(s, SIGNS[i]);
	}
	return n;
}

size_t mark_words(struct str s)
{
	return str_words(s) - words_aside(s) - signs_between(s);
}

size_t mark_name(struct str s)
{
	enum { LONGEST = 32, MOST_WORDS = 3 };
	size_t colon = str_find_char(str_sub(s, 0, LONGEST), ':');

	if (colon == STR_NONE || colon < 2 || colon + 1 >= s.n ||
		!str_is_space(s.p[colon + 1]) ||
		str_words(str_sub(s, 0, colon)) > MOST_WORDS)
		return 0;
	return colon;
}

/* "Key results should be:" */
static bool tells_how(struct str s)
{
	static const char *const WORDS[] = {"how", "what", "should", "must",
		"need", "proposal", "proposals", "deben", "debe", "devem",
		"deve", "doivent", "sollten", "sollen", "m\u00fcssen", NULL};

	return vocab_has_listed(s, WORDS);
}

/* "Kluczowe rezultaty Q3 2024": in any language, of a time. */
static bool is_dated_word(struct str s)
{
	enum { MOST_WORDS = 4 };
	const struct word *w = vocab_word(s);
	struct str rest;

	if (!w || w->kind != WORD_KEY_RESULT || !(w->is & PLURAL))
		return false;
	rest = str_trim(str_sub(s, strlen(w->text), s.n));
	return str_has_digit(rest) && str_words(rest) <= MOST_WORDS &&
	       str_find_char(rest, ':') == STR_NONE;
}

bool mark_names_their_end(struct str s)
{
	static const char *const ANDS[] = {" and ", " und ", " et ", " y ",
		" e ", " en ", " och ", " og ", " i ", ", ", " - ", " \u2013 ",
		" \u2014 "};
	static const char *const ENDS[] = {"became", "happened", "ended",
		"outcome", "outcomes", "stand", "went", "status", "progress",
		"grades", "scores", "geworden", "wurde", "ausgegangen",
		"stehen", "bilan", "devenu", "devenus", "pas\u00f3",
		"acab\u00f3", "qued\u00f3", "aconteceu", "terminou", "esito",
		"andata", "andati", "uitkomst", "geworden", "utfall", NULL};
	const struct word *w = vocab_word(s);
	struct str rest;

	if (!w || w->kind != WORD_KEY_RESULT || !(w->is & PLURAL))
		return false;
	rest = str_sub(s, strlen(w->text), s.n);
	for (size_t i = 0; i < COUNT_OF(ANDS); i++) {
		if (str_starts(rest, ANDS[i]))
			return vocab_has_listed(rest, ENDS);
	}
	return false;
}

bool mark_names_key_results(struct str s)
{
	static const char *const ENDS[] = {
		"key results", "key result", "krs", "key results (krs)"};
	static const char *const MAY_BE[] = {" are", " may be", " might be",
		" could be", " would be", " can be", " could look like this"};
	static const char *const OTHERS[] = {"objective", "objectives", NULL};
	static const char *const EACH[] = {"per", "each", "every", "for each",
		"for every", "pro", "pour chaque", "por cada", NULL};
	struct str all = s;

	s = str_trim_end(s, ":");
	if (vocab_begins_any(s, EACH)) /* what is done with one */
		return false;
	if (is_dated_word(s))
		return true;
	for (size_t i = 0; i < COUNT_OF(MAY_BE); i++) {
		if (str_iends(s, MAY_BE[i]))
			s.n -= strlen(MAY_BE[i]);
	}
	for (size_t i = 0; i < COUNT_OF(ENDS); i++) {
		if (str_iends(s, ENDS[i]) || str_istarts(s, ENDS[i]))
			return vocab_has(s, ENDS[i]) &&
			       !vocab_has_listed(all, OTHERS) &&
			       !tells_how(all);
	}
	/* "Success (KRs/KPIs)" */
	return str_ifind(s, STR("(krs")) != STR_NONE && vocab_has(s, "krs") &&
	       !vocab_has_listed(all, OTHERS) && !tells_how(all);
}

void mark_skip_objective(struct str *s)
{
	struct str t = *s, number;

	if (!str_iskip(&t, "o"))
		return;
	str_skip_char(&t, '-');
	number = t;
	while (t.n && str_is_digit(t.p[0]))
		t = str_sub(t, 1, t.n);
	if (t.n == number.n || !t.n)
		return;
	if (strchr(".-_/ ", t.p[0]))
		t = str_sub(t, 1, t.n);
	if (str_istarts(t, "kr") && t.n > 2 && !str_is_alpha(t.p[2]))
		*s = t;
}

bool mark_skip_key(struct str *s)
{
	struct str t = *s;
	size_t n = 0, digits;

	str_skip_char(&t, '[');
	while (n < t.n && n < 11 &&
		(char_is_upper(t.p[n]) || (n && str_is_digit(t.p[n]))))
		n++;
	if (n < 2 || n >= t.n || t.p[n] != '-')
		return false;
	for (digits = ++n; n < t.n && str_is_digit(t.p[n]);)
		n++;
	if (n == digits)
		return false;
	t = str_sub(t, n, t.n);
	str_skip_char(&t, ']');
	str_skip_char(&t, ':');
	if (!str_skip_space(&t))
		return false;
	if (str_skip(&t, "- ") || str_skip(&t, "\u2013 "))
		str_skip_space(&t);
	*s = t;
	return true;
}

struct str mark_without_signs(struct str s)
{
	s = str_trim(s);
	if (str_ends(s, "\u2013") || str_ends(s, "\u2014"))
		s.n -= strlen("\u2013");
	s = str_trim_end(s, ")]:-*");
	while (s.n && strchr("([*", s.p[0]))
		s = str_sub(s, 1, s.n);
	return s;
}

bool mark_take_remark(struct str *s, struct str *remark)
{
	static const struct {
		const char *open, *close;
	} PAIRS[] = {{"(", ")"}, {"[", "]"}, {"\uff08", "\uff09"}};
	enum { LONGEST = 160 };
	struct str t = *s;

	str_skip_space(&t);
	for (size_t i = 0; i < COUNT_OF(PAIRS); i++) {
		struct str inner = t;
		size_t close;

		if (!str_skip(&inner, PAIRS[i].open))
			continue;
		close = str_find(inner, str_of(PAIRS[i].close));
		if (close == STR_NONE || close > LONGEST)
			return false;
		*remark = str_sub(inner, 0, close);
		*s = str_sub(inner, close + strlen(PAIRS[i].close), inner.n);
		return true;
	}
	return false;
}

bool mark_take_sep(struct str *s)
{
	static const char *const SEPS[] = {":", "\u2013", "\u2014", "|",
		"\u2192", "=>", "->", ">", "=", "\uff1a", "\uff5c", "]", ")",
		".", "~", "\u00b7", "\u2022", "\u25b8", "\u25ba", "\u00bb",
		"\u203a", "\u3011", "\uff3d", "\u3015"};
	struct str t = *s;
	bool space = str_skip_space(&t);

	if (t.n && t.p[0] == '-' &&
		(space || t.n == 1 || str_is_space(t.p[1]) || t.p[1] == '-')) {
		*s = t;
		while (str_skip_char(s, '-')) /* "KR1 -- text" */
			;
		str_skip_char(s, '>');
		return true;
	}
	if (line_is_more_than(t)) /* "KR1: > 7 calls" */
		return false;
	if (t.n > 1 && t.p[0] == '.' && str_is_alpha(t.p[1]))
		return false; /* "OKR.md" */
	for (size_t i = 0; i < COUNT_OF(SEPS); i++) {
		if (str_skip(&t, SEPS[i])) {
			while (strchr(":~.", SEPS[i][0]) &&
				str_skip_char(&t, SEPS[i][0])) /* ":::" */
				;
			*s = t;
			return true;
		}
	}
	return false;
}

/* "Child objectives and key results 0 4": a tracker's list of what hangs on an
 * objective, with its counts. */
static bool names_children(struct str s)
{
	static const char *const WORDS[] = {"child items", "child issues",
		"child work items", "child objectives and key results",
		"objectives and key results", "child key results", "children",
		"sub-issues", "child okrs", "contributing key results",
		"aligned key results", "nested key results", NULL};
	size_t n = 0;

	while (n < s.n && (str_is_alpha(s.p[n]) || strchr(" -", s.p[n])))
		n++;
	for (size_t i = n; i < s.n; i++) {
		if (str_is_alpha(s.p[i])) /* "... (OKRs) help us measure" */
			return false;
	}
	return str_is_listed(str_trim(str_sub(s, 0, n)), WORDS);
}

bool mark_leads_to_measures(const struct mark *mark, struct str line)
{
	symbols_skip(&line);
	if (mark->kind != MARK_KR_LABEL && names_children(line))
		return true;
	if (mark->kind == MARK_LEFT)
		return mark_is_measure(line, true);
	return mark->kind == MARK_FIELD && mark->field == FIELD_METRIC &&
	       vocab_begins(line, "measured by") &&
	       str_trim_end(line, ":").n == strlen("measured by");
}

bool mark_skip_count(struct str *s)
{
	static const char *const COUNTS[] = {"two", "three", "four", "five",
		"zwei", "drei", "vier", "deux", "trois", "quatre", "dos",
		"tres", "cuatro", "tr\u00eas"};
	struct str t = *s;
	const struct word *w;
	bool counted;
	long n;

	if (!str_iskip(&t, "our "))
		str_iskip(&t, "the ");
	counted = str_take_number(&t, 20, &n);
	for (size_t i = 0; i < COUNT_OF(COUNTS) && !counted; i++)
		counted =
			vocab_begins(t, COUNTS[i]) && str_iskip(&t, COUNTS[i]);
	if (!counted || !str_skip_space(&t))
		return false;
	w = vocab_word(t);
	if (!w || !(w->is & PLURAL))
		return false;
	*s = t;
	return true;
}

bool mark_skip_reference(struct str *s)
{
	static const char *const VERBS[] = {"contributing to ",
		"contributes to ", "contribution to ", "how we contribute to ",
		"supporting ", "supports ", "in support of ", "aligned to ",
		"aligned with ", "alignment with ", "alignment to ",
		"aligns to ", "aligns with ", "linked to ", "links to ",
		"maps to ", "derived from ", "cascades from ", "cascaded from ",
		"feeds into ", "ladders up to ", "ladders to ", "rolls up to ",
		"contribuye a ", "contribui para ", "contribue \u00e0 ",
		"contribuisce a ", "apoya ", "apoia ", "soutient ", "sostiene ",
		"ondersteunt ", "st\u00f6der ", "st\u00f8tter ", "wspiera ",
		"tr\u00e4gt bei zu ", "zahlt ein auf ", "abgeleitet aus ",
		"unterst\u00fctzt ", "draagt bij aan "};

	for (size_t i = 0; i < COUNT_OF(VERBS); i++) {
		if (str_iskip(s, VERBS[i]))
			return true;
	}
	return false;
}

bool mark_refers(struct str s)
{
	static const char *const WHOSE[] = {"company ", "our ", "the company ",
		"parent ", "department ", "division ", "team ", "group ",
		"annual ", "strategic "};
	const struct word *w;
	struct str number;

	if (!mark_skip_reference(&s))
		return false;
	for (size_t i = 0; i < COUNT_OF(WHOSE); i++) {
		if (str_iskip(&s, WHOSE[i]))
			break;
	}
	w = vocab_word(s);
	if (!w || (w->is & PLURAL))
		return false;
	s = str_sub(s, strlen(w->text), s.n);
	return mark_number(&s, &number) || str_starts(s, ":");
}

bool mark_ranks(struct str s)
{
	size_t at = str_find(s, STR(" > "));
	struct str next;

	if (at == STR_NONE)
		return false;
	next = str_sub(s, at + 3, s.n);
	return next.n > 1 && char_is_upper(next.p[0]) &&
	       (str_is_digit(next.p[1]) || str_istarts(next, "kr"));
}

bool mark_tells_of_it(struct str s)
{
	static const char *const VERBS[] = {"was", "is", "has", "had", "were",
		"will", "should", "needs", "remains", "depends", "depende",
		"es", "fue", "foi", "est", "war", "ist", "\u662f"};
	static const char *const AND[] = {
		"and ", "y ", "et ", "und ", "e ", "& ", "\u548c", "\u3001"};
	struct str remark;

	mark_take_remark(&s, &remark);
	str_skip_space(&s);
	for (size_t i = 0; i < COUNT_OF(AND); i++) { /* "KR4 and KR5 were" */
		struct str t = s;

		if (str_skip(&t, AND[i]) && vocab_word(t) &&
			!(vocab_word(t)->is & PLURAL))
			return true;
	}
	for (size_t i = 0; i < COUNT_OF(VERBS); i++) {
		if (s.n && str_starts(s, VERBS[i]) && vocab_begins(s, VERBS[i]))
			return true;
	}
	return false;
}

/* " for the sales team", " for 2027", " for this term" before a colon: its
 * bytes, else 0. */
static size_t for_whom(struct str s)
{
	static const char *const UNITS[] = {"office", "board", "staff",
		"school", "firm", "house", "secretariat", NULL};
	static const char *const TIMES[] = {"quarter", "term", "season", "year",
		"half", "half-year", "semester", "trimester", "month", "cycle",
		"period", "sprint", "school year", "academic year", "spring",
		"summer", "autumn", "fall", "winter", NULL};
	static const char *const FRONT[] = {
		"this ", "the ", "our ", "next ", "coming ", "current "};
	enum { LONGEST = 40, WORDS = 4 };
	struct str rest = str_sub(s, 0, LONGEST), whom;
	enum level level;
	size_t colon;

	if (!str_iskip(&rest, " for "))
		return 0;
	colon = str_find_char(rest, ':');
	if (colon == STR_NONE)
		return 0;
	whom = str_trim(str_sub(rest, 0, colon));
	for (size_t i = 0; i < COUNT_OF(FRONT); i++)
		str_iskip(&whom, FRONT[i]);
	return str_words(whom) <= WORDS && (names_unit(whom, &level) ||
						   title_is_time(whom) ||
						   str_is_listed(whom, TIMES) ||
						   str_is_listed(whom, UNITS))
		       ? (size_t)(rest.p - s.p) + colon
		       : 0;
}

void mark_skip_rank(struct str *s)
{
	static const char *const RANKS[] = {"du semestre", "du trimestre",
		"de l'ann\u00e9e", "du mois", "du cycle", "de la p\u00e9riode",
		"annuel", "trimestriel", "semestriel", "strat\u00e9gique",
		"principal", "prioritaire", "commun", "del trimestre",
		"del semestre", "del a\u00f1o", "del cuatrimestre", "del ciclo",
		"del periodo", "anual", "trimestral", "semestral",
		"estrat\u00e9gico", "general", "prioritario", "do trimestre",
		"do semestre", "do ano", "do ciclo", "do per\u00edodo",
		"estrat\u00e9gico", "geral", "priorit\u00e1rio",
		"del quadrimestre", "dell'anno", "annuale", "trimestrale",
		"semestrale", "strategico", "generale", "principale",
		"prioritario", "des Quartals", "des Jahres",
		"f\u00fcrs Quartal", "f\u00fcr das Quartal",
		"f\u00fcr das Jahr", "van het kwartaal", "voor het kwartaal",
		"van het jaar", "na kwarta\u0142", "na rok", "kwartalny",
		"roczny", "strategiczny", "g\u0142\u00f3wny",
		"f\u00f6r kvartalet", "f\u00f6r \u00e5ret", "for kvartalet",
		"for \u00e5ret", "pro \u010dtvrtlet\u00ed", "na rok",
		"na kvart\u00e1l", "strategick\u00fd", "hlavn\u00ed",
		("\u0441\u0442\u0440\u0430\u0442\u0435\u0433\u0438\u0447\u0435"
		 "\u0441\u043a\u0430\u044f"),
		"\u043a\u0432\u0430\u0440\u0442\u0430\u043b\u0430",
		"\u043d\u0430 \u043a\u0432\u0430\u0440\u0442\u0430\u043b",
		"\u043d\u0430 \u0433\u043e\u0434", "\u0433\u043e\u0434\u0430",
		"of the quarter", "for the quarter", "of the year",
		"for the year", "this quarter", "this half", "this year",
		"this month", "this cycle", "this season", "this semester",
		"this term", "this sprint", "in diesem Quartal",
		"f\u00fcr dieses Quartal", "in diesem Jahr",
		"f\u00fcr dieses Jahr", "in diesem Halbjahr", "dieses Jahr",
		"dit kwartaal", "voor dit kwartaal", "dit jaar", "ce trimestre",
		"pour ce trimestre", "cette ann\u00e9e", "este trimestre",
		"de este trimestre", "para este trimestre", "este a\u00f1o",
		"deste trimestre", "para o trimestre", "di questo trimestre",
		"questo trimestre", "detta kvartal", "dette kvartalet",
		"dette kvartal"};
	size_t n = for_whom(*s);

	if (n) {
		*s = str_sub(*s, n, s->n);
		return;
	}

	if (!str_starts(*s, " "))
		return;
	for (size_t i = 0; i < COUNT_OF(RANKS); i++) {
		struct str rest = str_sub(*s, 1, s->n), number;

		if (!str_iskip(&rest, RANKS[i]) ||
			(rest.n && !strchr(" :.", rest.p[0])))
			continue;
		if (str_starts(rest, ":") || str_starts(rest, " :") ||
			mark_number(&rest, &number)) {
			*s = str_sub(*s, 1 + strlen(RANKS[i]), s->n);
			return;
		}
	}
}
