/*
 * Whose OKRs a heading announces: "Product team - OKRs Q3 2025" are the
 * group Product's.  A title is parted at its dashes, colons and commas; what
 * is left of each part without OKR words and periods is a name, and only if
 * there is just one of them it is claimed.
 */
#include "title_p.h"

#include "attr.h"

enum { MAX_WORDS = 4, MAX_BYTES = 40 };

/* Words that name nobody, at either end of a part. */
// clang-format off
static const char *const *const FILLERS[256] = {
	['&'] = (const char *const[]){"&", NULL},
	['1'] = (const char *const[]){"1st", NULL},
	['2'] = (const char *const[]){"2nd", NULL},
	['3'] = (const char *const[]){"3rd", NULL},
	['4'] = (const char *const[]){"4th", NULL},
	['a'] = (const char *const[]){"and", "aspirational", "annual",
		"annually", "academic", "active", "appendix", "annex",
		"annuel", "annuels", "annuelle", "anual", "anuales", "anuais",
		"annuali", "archive", "archived",
		"archiv", NULL},
	['c'] = (const char *const[]){"cycle", "committed", "current",
		"check-in", "commitments", NULL},
	['d'] = (const char *const[]){"draft", "dashboard", "definition",
		"del", "de", "du", "do", "des", "der", "die", "d'",
		"doelstellingen", NULL},
	['e'] = (const char *const[]){"example", "examples", "el", NULL},
	['f'] = (const char *const[]){"for", "final", "fiscal", "first",
		"fourth", "framework", "f\u00fcr", NULL},
	['g'] = (const char *const[]){"goal", "goals", "grades", "grading",
		NULL},
	['h'] = (const char *const[]){"half", "half-year", "high-level",
		"halbjahr", NULL},
	['i'] = (const char *const[]){"in", "indicators", NULL},
	['j'] = (const char *const[]){"jahr", "jahresziel", "jahresziele",
		"jaardoelen", NULL},
	['k'] = (const char *const[]){"key", "key-results", "kpi", "kpis",
		"kennzahlen", "kwartaaldoelen", NULL},
	['l'] = (const char *const[]){"log", "list", "last", "level", "le",
		"la", NULL},
	['m'] = (const char *const[]){"my", "monthly", "metrics", "measures",
		"m\u00e9tricas", "m\u00e9triques", "metriken", "main", NULL},
	['n'] = (const char *const[]){"next", NULL},
	['o'] = (const char *const[]){"okr", "okrs", "objective", "objectives",
		"our", "of", "overview", "outcomes", "objectifs", "objetivos",
		"objectif", "objetivo", "obiettivi", "obiettivo", NULL},
	['p'] = (const char *const[]){"plan", "plans", "planning", "page",
		"project", "projects", "phase", "period", "previous", "primer",
		"premier", "pour", "para", "past", NULL},
	['q'] = (const char *const[]){"quarter", "quarterly", "quality",
		"quartal", "quartalsziel", "quartalsziele", NULL},
	['r'] = (const char *const[]){"result", "results", "review",
		"retrospective", "retro", "report", "recap", "results:",
		"release", NULL},
	['s'] = (const char *const[]){"scores", "scoring", "status", "summary",
		"scorecard", "scoreboard", "sprint", "set", "stretch",
		"strategic", "strategy", "second", "sample", "samples",
		"segundo", NULL},
	['t'] = (const char *const[]){"the", "to", "tracker", "tracking",
		"third", "this", "template", "targets", "top", "trimestre",
		"tercer", "trimestriel", "trimestriels", "trimestral",
		"trimestrales", "trimestrais", "trimestrali", NULL},
	['u'] = (const char *const[]){"update", NULL},
	['y'] = (const char *const[]){"yearly", "year", NULL},
	['z'] = (const char *const[]){"ziele", "ziel", NULL},
	[0xc2] = (const char *const[]){"\u00b7", NULL},
	[0xe5] = (const char *const[]){"\u56de\u987e", "\u56de\u9867",
		"\u590d\u76d8", "\u5fa9\u76e4", NULL},
	[0xe6] = (const char *const[]){"\u603b\u7ed3",
		"\u632f\u308a\u8fd4\u308a", "\u632f\u8fd4\u308a", NULL},
	[0xe7] = (const char *const[]){"\u770b\u677f", NULL},
};
// clang-format on

static bool is_filler(struct str w)
{
	w = str_trim_end(w, "(),.:;!?*_[]'\"");
	while (w.n && strchr("(*_['\"", w.p[0]))
		w = str_sub(w, 1, w.n);
	return !w.n || str_is_listed(w, FILLERS[str_letter(w)]);
}

/* "(Apr-Jun)", "Oct\u2013Dec" */
static bool is_months(struct str w)
{
	size_t at;
	struct str to;

	w = str_trim_end(w, "(),.:;");
	while (w.n && w.p[0] == '(')
		w = str_sub(w, 1, w.n);
	at = str_find_char(w, '-');
	if (at == STR_NONE)
		at = str_find(w, STR("\u2013"));
	if (at == STR_NONE)
		return date_month_number(w) != 0;
	to = str_sub(w, at, w.n);
	return (str_skip_char(&to, '-') || str_skip(&to, "\u2013")) &&
	       date_month_number(str_sub(w, 0, at)) && date_month_number(to);
}

/* "Q3", "2025", "Spring", "FY24-Q1", "T2", "H1/25", "2024/25", "1." */
static bool is_time(struct str w)
{
	static const char *const SEASONS[] = {
		"spring", "summer", "autumn", "fall", "winter", NULL};
	size_t letters = 0, digits = 0;

	if (is_months(w) || str_is_listed(w, SEASONS))
		return true;
	for (size_t i = 0; i < w.n; i++) {
		letters += str_is_alpha(w.p[i]);
		digits += str_is_digit(w.p[i]);
	}
	if (!digits || letters > 4)
		return false;
	if (!letters) /* "Ward 7" is a name */
		return digits > 2 || w.n > digits;
	return strchr("qhtsfcyrvmQHTSFCYRVM", w.p[0]) || str_is_digit(w.p[0]);
}

/* "Q2", "H1" */
static bool is_part_of_year(struct str w)
{
	return w.n == 2 && strchr("qhtQHT", w.p[0]) && w.p[1] >= '1' &&
	       w.p[1] <= '4';
}

/* "Q2", "H1", "FY25", "2025", "2025Q2": a time of planning. */
static bool is_planned(struct str w)
{
	enum { YEAR = 4 }; /* digits */
	size_t digits = 0;

	w = str_trim_end(w, "(),.:;!?*_[]");
	while (w.n && strchr("(*_[", w.p[0]))
		w = str_sub(w, 1, w.n);
	for (size_t i = 0; i < w.n; i++)
		digits += str_is_digit(w.p[i]);
	if (str_iis(w, "quarter") || str_iis(w, "year"))
		return true;
	if (w.n == 2)
		return is_part_of_year(w);
	if (is_part_of_year(str_sub(w, YEAR, w.n)))
		return digits == YEAR + 1 && str_starts(w, "20");
	return (digits == YEAR && w.n == YEAR && str_starts(w, "20")) ||
	       (digits > 1 && is_time(w) && !str_is_digit(w.p[0]));
}

static bool is_noise(struct str w)
{
	return is_filler(w) || is_time(w);
}

/* "Writing OKRs", "Success metrics": what is left names nobody. */
static bool is_nobody(struct str s)
{
	static const char *const WORDS[] = {"success", "writing", "setting",
		"creating", "defining", "drafting", "using", "choosing",
		"running", "managing", "measuring", "sharing", "cascade",
		"cascading", "aligned", "proposed", "primary", "secondary",
		"core"};

	if (s.n && str_is_digit(s.p[0]) &&
		(vocab_has(s, "months") || vocab_has(s, "weeks")))
		return true;
	for (size_t i = 0; i < COUNT_OF(WORDS); i++) {
		if (str_iis(s, WORDS[i]))
			return true;
	}
	return false;
}

/* The part without noise at its ends. */
static struct str name_in(struct str s)
{
	size_t cut;

	if (str_find_char(s, '(') == STR_NONE) /* "(team North)" */
		s = str_trim_end(s, ")");

	for (;;) {
		s = str_trim(s);
		cut = str_find_char(s, ' ');
		if (cut == STR_NONE)
			cut = s.n;
		if (!s.n || !is_noise(str_sub(s, 0, cut)))
			break;
		s = str_sub(s, cut, s.n);
	}
	for (;;) {
		s = str_trim(s);
		cut = str_rfind_char(s, ' ');
		cut = cut == STR_NONE ? 0 : cut;
		if (!s.n || !is_noise(str_trim(str_sub(s, cut, s.n))))
			break;
		s = str_sub(s, 0, cut);
	}
	str_iskip(&s, "our ");
	if (str_iends(s, "'s"))
		s.n -= 2;
	else if (str_iends(s, "\u2019s"))
		s.n -= strlen("\u2019s");
	s = str_trim(s);
	return is_nobody(s) ? STR("") : s;
}

/* How long a separator at the beginning of s is, or 0. */
static size_t separator(struct str s)
{
	static const char *const SEPS[] = {" - ", " \u2013 ", " \u2014 ", ": ",
		", ", " | ", " \u00b7 ", " / ", " ("};

	for (size_t i = 0; i < COUNT_OF(SEPS); i++) {
		if (str_starts(s, SEPS[i]))
			return strlen(SEPS[i]);
	}
	return 0;
}

static struct str take_part(struct str *s)
{
	struct str part = *s;

	for (size_t i = 0; i < s->n; i++) {
		size_t n = separator(str_sub(*s, i, s->n));

		if (!n)
			continue;
		part = str_sub(*s, 0, i);
		*s = str_sub(*s, i + n, s->n);
		return part;
	}
	*s = str_sub(*s, s->n, s->n);
	return part;
}

static bool is_short(struct str s)
{
	return s.n > 1 && s.n <= MAX_BYTES && str_words(s) <= MAX_WORDS &&
	       !(s.p[0] >= 'a' && s.p[0] <= 'z');
}

/* Not "10" of "2022 10 OKR", nor a score. */
static bool has_letter(struct str s)
{
	bool letter = str_has_high(s);

	for (size_t i = 0; i < s.n && !letter; i++)
		letter = str_is_alpha(s.p[i]);
	return letter && !str_ends(s, "%");
}

/* "Sales team", "Team Sales", "Company". */
static bool read_level(struct str core, struct whose *whose)
{
	struct str name, rest;
	enum level level = vocab_level(core, &name);
	size_t word = 0;

	if (level == LEVEL_NONE)
		return false;
	rest = str_sub(core, name.n, core.n);
	str_skip_space(&rest);
	while (word < rest.n && rest.p[word] != ' ')
		word++;
	if (!name.n)
		name = name_in(str_sub(rest, word, rest.n));
	else if (str_trim(str_sub(rest, word, rest.n)).n && !is_short(core))
		return false; /* "How the team works" */
	name = name_in(name);
	whose->level = level;
	whose->team = (struct str){NULL, 0};
	if (level != LEVEL_COMPANY && is_short(name))
		whose->team = name;
	return level == LEVEL_COMPANY || !name.n || is_short(name);
}

static struct str next_word(struct str *s)
{
	struct str word = {s->p, 0};

	str_skip_space(s);
	if (!str_take_until(s, ' ', &word))
		word.n = 0;
	return word;
}

static bool is_okr_word(struct str w)
{
	static const char *const WORDS[] = {"okr", "okrs", "goals",
		"objectives", "ziele", "objectifs", "objetivos", NULL};

	return str_is_listed(str_trim_end(w, "(),.:;*_[]"), WORDS);
}

/* A word that may stand before "OKRs" where no sentence is told. */
static bool is_of_name(struct str w)
{
	struct str name;

	if (str_iis(w, "we") || str_iis(w, "i") || str_iis(w, "notes"))
		return false;
	return is_noise(w) || (w.p[0] >= 'A' && w.p[0] <= 'Z') ||
	       (unsigned char)w.p[0] >= 0x80 ||
	       vocab_level(w, &name) != LEVEL_NONE;
}

/* Nothing more is told behind, but for whom and what state they are in. */
static bool is_told(struct str rest)
{
	static const char *const GO_ON[] = {
		"for", "of", "-", "\u2013", "\u2014", "|", "\u00b7", NULL};
	struct str word = next_word(&rest);

	if (str_is_listed(word, GO_ON))
		return true;
	while (word.n && is_noise(word))
		word = next_word(&rest);
	return !word.n;
}

/* Cheap, and settles it for most titles. */
static bool has_okr_word(struct str title)
{
	struct str word;

	while ((word = next_word(&title)).n) {
		if (is_okr_word(word))
			return true;
	}
	return false;
}

bool title_is_planned(struct str title)
{
	struct str rest = title, word;
	bool okr = false, planned = false, named = true, ours = false;

	if (!has_okr_word(title))
		return false;
	while ((word = next_word(&rest)).n) {
		bool time = is_planned(word), mine = is_okr_word(word);

		if ((okr || planned) && !time && !mine && !is_noise(word))
			okr = planned = named = false;
		okr = okr || mine;
		planned = planned || time;
		ours = ours || str_iis(word, "our");
		if (!okr && !planned)
			named = named && is_of_name(word);
		if (okr && planned)
			break;
	}
	return okr && planned && is_told(rest) &&
	       (named || (ours && str_ends(str_trim(title), ":")));
}

/* "2025", "(2025):" */
static bool is_year(struct str word)
{
	enum { DIGITS = 4 };

	for (size_t i = 0; i < word.n; i++) {
		if (!str_is_digit(word.p[i]))
			return false;
	}
	return word.n == DIGITS &&
	       (str_starts(word, "19") || str_starts(word, "20"));
}

/* The year a title names, and no other time beside it: none of "September
 * 2026", "Cycle 3, 2026", "2025 - 2027". */
static struct str year_in(struct str title)
{
	struct str word, year = {NULL, 0};

	while ((word = next_word(&title)).n) {
		while (word.n && strchr("([*_", word.p[0]))
			word = str_sub(word, 1, word.n);
		word = str_trim_end(word, "(),.:;*_[]");
		if (!year.n && is_year(word))
			year = word;
		else if (str_has_digit(word) || date_month_number(word))
			return (struct str){NULL, 0};
	}
	return year;
}

bool title_period(
	struct arena *a, struct str title, int fiscal_start, struct period *out)
{
	struct str year;

	if (period_find(a, title, fiscal_start, out))
		return true;
	year = title_is_planned(title) ? year_in(title) : (struct str){NULL, 0};
	return year.n && period_parse(a, year, fiscal_start, out);
}

bool title_is_time(struct str title)
{
	static const char *const BETWEEN[] = {"from", "to", "until", "till",
		"-", "\u2013", "\u2014", "von", "bis", "de", "\u00e0", "a",
		"al", "through", NULL};
	struct str word;
	bool time = false;

	while ((word = next_word(&title)).n) {
		if (is_time(word) || is_planned(word))
			time = true;
		else if (!str_is_listed(word, BETWEEN) && !is_filler(word))
			return false;
	}
	return time;
}

bool title_has_time(struct str title)
{
	struct str word;

	while ((word = next_word(&title)).n) {
		while (word.n && strchr("([*_", word.p[0]))
			word = str_sub(word, 1, word.n);
		word = str_trim_end(word, "(),.:;!?*_[]");
		if (word.n && is_planned(word))
			return true;
	}
	return false;
}

bool title_names_aims(struct str title)
{
	static const char *const WORDS[] = {"objectives", "objectifs",
		"objetivos", "obiettivi", "doelstellingen", "ziele", NULL};
	static const char *const TIMES[] = {"quarter", "quarterly", "year",
		"trimestre", "quartal", "kwartaal", "jahr"};
	static const char *const OTHERS[] = {"learning", "course", "training",
		"lesson", "vs", "and", "should", "format", "key"};
	bool named = vocab_has_listed(title, WORDS), timed;
	struct str rest = title, word;

	for (size_t i = 0; i < COUNT_OF(OTHERS) && named; i++)
		named = !vocab_has(title, OTHERS[i]);
	timed = named && title_is_planned(title);
	for (size_t i = 0; i < COUNT_OF(TIMES) && named; i++)
		timed = timed || vocab_has(title, TIMES[i]);
	while (named && !timed && (word = next_word(&rest)).n)
		timed = is_planned(word);
	return timed;
}

struct whose title_whose(struct str title, bool okr)
{
	struct whose whose = {LEVEL_NONE, {NULL, 0}};
	struct str rest = title, name = {NULL, 0};
	size_t names = 0;

	while (rest.n) {
		struct str core = name_in(take_part(&rest));

		if (read_level(core, &whose))
			return whose;
		names += core.n > 0;
		name = core.n ? core : name;
	}
	whose = (struct whose){LEVEL_NONE, {NULL, 0}};
	if (okr && names == 1 && is_short(name) && has_letter(name) &&
		str_ifind(name, STR("okr")) == STR_NONE)
		whose.team = name;
	return whose;
}
