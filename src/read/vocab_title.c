/*
 * The words of headings: what is no OKR, whose OKRs they are, and who is
 * somebody's role.
 */
#include "mark_p.h"
#include "mark_words_p.h"

#include <stdint.h>

#include "attr.h"
#include "doc_p.h"
#include "talk_p.h"

static bool is_symbol(long c)
{
	return (c >= 0x2190 && c <= 0x2BFF && c != 0x2264 && c != 0x2265) ||
	       (c >= 0x1F000 && c <= 0x1FAFF) || c == 0xFE0F || c == 0x200D ||
	       c == 0x2022 || c == 0x3030 || c == 0xFFFD;
}

struct str symbols_skip(struct str *s)
{
	struct str from = *s;

	if (s->n && str_is_alnum(s->p[0])) /* as most texts begin */
		return str_sub(from, 0, 0);
	for (;;) {
		struct str next = *s;

		if (str_skip_space(s))
			continue;
		if (!s->n || (unsigned char)*s->p < 0x80 ||
			!is_symbol(utf8_take(&next)))
			break;
		*s = next;
	}
	return str_trim(str_sub(from, 0, from.n - s->n));
}

bool vocab_has(struct str s, const char *word)
{
	for (size_t i = 0; i < s.n; i++) {
		struct str rest = str_sub(s, i, s.n);

		if (str_may_start(rest, word) &&
			(!i || !str_is_alnum(s.p[i - 1])) &&
			vocab_begins(rest, word))
			return true;
	}
	return false;
}

/* A bit for the letter that a word may begin with, small or capital: those of
 * two bytes may differ in the last bit of the first. */
static uint32_t letter_bits(unsigned char c)
{
	return UINT32_C(1) << (c & 31) |
	       (c < 0x80 ? 0 : UINT32_C(1) << ((c ^ 1) & 31));
}

bool vocab_has_listed(struct str s, const char *const *words)
{
	uint32_t letters = 0;

	for (const char *const *word = words; *word; word++)
		letters |= letter_bits((unsigned char)**word);
	for (size_t i = 0; i < s.n; i++) {
		if ((letters >> (s.p[i] & 31) & 1) &&
			(!i || !str_is_alnum(s.p[i - 1])) &&
			vocab_begins_any(str_sub(s, i, s.n), words))
			return true;
	}
	return false;
}

bool vocab_has_any(struct str s, const char *const *const table[256])
{
	for (size_t i = 0; i < s.n; i++) {
		struct str rest = str_sub(s, i, s.n);
		const char *const *word = table[str_letter(rest)];

		if (i && str_is_alnum(s.p[i - 1]))
			continue;
		if (vocab_begins_any(rest, word))
			return true;
	}
	return false;
}

bool vocab_is_topic(struct str title)
{
	static const char *const WORDS[] = {"process", "our process",
		"the process", "overview", "introduction", "schedule",
		"timeline", "framework", "methodology", "cadence",
		"executive summary", "resources", "meetings", "tools"};

	symbols_skip(&title);
	for (size_t i = 0; i < COUNT_OF(WORDS); i++) {
		if (str_iis(str_trim(title), WORDS[i]))
			return true;
	}
	return false;
}

bool vocab_is_method(struct str title)
{
	static const char *const BEGINS[] = {"okr framework",
		"our okr framework", "okr method", "okr process", "okr cadence",
		"okr lifecycle", "okr alignment", "okr tracking"};

	symbols_skip(&title);
	for (size_t i = 0; i < COUNT_OF(BEGINS); i++) {
		if (str_istarts(title, BEGINS[i]))
			return mark_words(title) < 5;
	}
	return false;
}

bool vocab_tells_how_it_went(struct str s)
{
	static const char *const BEGINS[] = {"how we did", "how we ended",
		"how we fared", "how we finished", "how we performed",
		"how do we stand", "how did we do"};
	static const char *const SEPS[] = {
		":", "?", ",", "-", "\u2013", "\u2014", "|", "("};

	for (size_t i = 0; i < COUNT_OF(BEGINS); i++) {
		struct str rest = s;

		if (!str_iskip(&rest, BEGINS[i]))
			continue;
		str_skip_space(&rest);
		for (size_t k = 0; k < COUNT_OF(SEPS); k++) {
			if (str_starts(rest, SEPS[k]))
				return vocab_has_okr(rest);
		}
	}
	return false;
}

bool vocab_is_bad(struct str title)
{
	static const char *const WORDS[] = {"bad", "poor", "weak", "wrong",
		"anti-pattern", "anti-patterns", "mistake", "mistakes",
		"pitfalls", "malos", "malas", "malo", "ruins", "ruim", "maus",
		"schlechte", "schlechtes", "schlecht", "mauvais", "mauvaise",
		"mauvaises", "slechte", "slecht", "cattivi", "cattivo"};

	if (str_starts(title, "\u274c") || str_starts(title, "\u2717") ||
		str_find(title, STR("\u53cd\u4f8b")) != STR_NONE)
		return true;
	for (size_t i = 0; i < COUNT_OF(WORDS); i++) {
		if (vocab_has(title, WORDS[i]))
			return true;
	}
	return false;
}

bool vocab_is_metrics(struct str title)
{
	static const char *const WORDS[] = {"metrics", "kpis", "kpi",
		"indicators", "scorecard", "dashboard", "guardrails",
		"m\u00e9tricas", "metricas", "m\u00e9triques", "metriche",
		"metriken", "kennzahlen", "indicadores", "indicateurs",
		"indikatoren", "indicatori", "metrik",
		"\u043c\u0435\u0442\u0440\u0438\u043a\u0438",
		"\u041c\u0435\u0442\u0440\u0438\u043a\u0438", "\u6307\u6807",
		"\u6307\u6a19", "\uc9c0\ud45c", NULL};

	return vocab_has_listed(title, WORDS);
}

bool vocab_is_only_metrics(struct str title)
{
	title = str_trim(title);
	return str_words(title) < 4 && !talk_begins_aim(title) &&
	       (str_iends(title, "kpis") || str_iends(title, "indicators"));
}

bool vocab_is_report(struct str title)
{
	static const char *const WORDS[] = {"status update", "status",
		"progress update", "progress", "update", "check-in",
		"mid-quarter update", "mid-quarter review", "midterm review",
		"interim report", "stand", "zwischenstand", "avancement",
		"avance", "progreso", "andamento", "avanzamento",
		"\u0648\u0636\u0639\u06cc\u062a"};

	symbols_skip(&title);
	for (size_t i = 0; i < COUNT_OF(WORDS); i++) {
		struct str rest = title;

		if (!str_iskip(&rest, WORDS[i]))
			continue;
		str_skip_space(&rest);
		if (!rest.n || !str_is_alpha(rest.p[0]))
			return true;
	}
	return false;
}

bool vocab_is_purpose(struct str title)
{
	static const char *const WORDS[] = {"mission", "vision", "purpose",
		"north star", "strategy", "our mission", "our vision",
		"mission statement", "vision statement", "mission & vision",
		"mission and vision", "vision and mission", "values", "themes",
		"\u30df\u30c3\u30b7\u30e7\u30f3", "\u30d3\u30b8\u30e7\u30f3",
		"\u4f7f\u547d", "\u613f\u666f"};

	symbols_skip(&title);
	for (size_t i = 0; i < COUNT_OF(WORDS); i++) {
		if (str_iis(str_trim(title), WORDS[i]))
			return true;
	}
	return false;
}

bool vocab_may_hold(struct str title)
{
	static const char *const BEGINS[] = {"okr check-in", "okr checkin",
		"okr review", "okr tracking", "okr scoring", "okr grading",
		"in draft", "under review", "check-in", "weekly check-in",
		"retrospective", "meeting notes", "agenda", "overview",
		"executive summary", "introduction to our", "scoring",
		"grading", "okr alignment", "cascading alignment",
		"carryover to ", "carry-over to ", "tracking", "next week",
		"this week", "last week", "coming week", "the coming week"};

	symbols_skip(&title);
	for (size_t i = 0; i < COUNT_OF(BEGINS); i++) {
		if (str_istarts(title, BEGINS[i]))
			return true;
	}
	return false;
}

struct level_word {
	const char *word;
	enum level level;
};

// clang-format off
static const struct level_word *const LEVELS[256] = {
	['a'] = (const struct level_word[]){
		{"abteilung", LEVEL_DEPARTMENT},
		{0},
	},
	['c'] = (const struct level_word[]){
		{"company-level", LEVEL_COMPANY},
		{"company-wide", LEVEL_COMPANY},
		{"company wide", LEVEL_COMPANY},
		{"company", LEVEL_COMPANY},
		{"corporate", LEVEL_COMPANY},
		{0},
	},
	['d'] = (const struct level_word[]){
		{"departmental", LEVEL_DEPARTMENT},
		{"department", LEVEL_DEPARTMENT},
		{"division", LEVEL_DEPARTMENT},
		{"dept", LEVEL_DEPARTMENT},
		{0},
	},
	['e'] = (const struct level_word[]){
		{"equipo", LEVEL_GROUP},
		{"equipe", LEVEL_GROUP},
		{0},
	},
	['g'] = (const struct level_word[]){
		{"group", LEVEL_GROUP},
		{0},
	},
	['i'] = (const struct level_word[]){
		{"individual", LEVEL_INDIVIDUAL},
		{0},
	},
	['o'] = (const struct level_word[]){
		{"organization", LEVEL_COMPANY},
		{"organisation", LEVEL_COMPANY},
		{"organizational", LEVEL_COMPANY},
		{"organisational", LEVEL_COMPANY},
		{"org-level", LEVEL_COMPANY},
		{0},
	},
	['p'] = (const struct level_word[]){
		{"personal", LEVEL_INDIVIDUAL},
		{0},
	},
	['s'] = (const struct level_word[]){
		{"squad", LEVEL_GROUP},
		{0},
	},
	['t'] = (const struct level_word[]){
		{"team-level", LEVEL_GROUP},
		{"team", LEVEL_GROUP},
		{"tribe", LEVEL_GROUP},
		{0},
	},
	[0xc3] = (const struct level_word[]){
		{"\u00e9quipe", LEVEL_GROUP},
		{"\u00c9quipe", LEVEL_GROUP},
		{0},
	},
};
// clang-format on

enum level vocab_level(struct str title, struct str *name)
{
	*name = (struct str){NULL, 0};
	for (size_t i = 0; i < title.n; i++) {
		struct str rest = str_sub(title, i, title.n);
		const struct level_word *row = LEVELS[str_letter(rest)];

		if (i &&
			(str_is_alnum(title.p[i - 1]) || title.p[i - 1] == '-'))
			continue;
		for (; row && row->word; row++) {
			if (!vocab_begins(rest, row->word))
				continue;
			*name = str_trim(str_sub(title, 0, i));
			return row->level;
		}
	}
	return LEVEL_NONE;
}
