/*
 * The words of headings: what is no OKR, whose OKRs they are, and who is
 * somebody's role.
 */
#include "mark_p.h"
#include "mark_words_p.h"

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
		if ((!i || !str_is_alnum(s.p[i - 1])) &&
			vocab_begins(str_sub(s, i, s.n), word))
			return true;
	}
	return false;
}

/* As vocab_has(), of any word of a list. */
static bool has_any(struct str s, const char *const *words, size_t n)
{
	for (size_t i = 0; i < s.n; i++) {
		struct str rest = str_sub(s, i, s.n);

		if (rest.p[0] == ' ' || (i && str_is_alnum(s.p[i - 1])))
			continue;
		for (size_t k = 0; k < n; k++)
			if (str_may_start(rest, words[k]) &&
				vocab_begins(rest, words[k]))
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

bool vocab_is_metrics(struct str title)
{
	static const char *const WORDS[] = {"metrics", "kpis", "kpi",
		"indicators", "scorecard", "dashboard", "guardrails",
		"m\u00e9tricas", "metricas", "m\u00e9triques", "metriche",
		"metriken", "kennzahlen", "indicadores", "indicateurs",
		"indikatoren", "indicatori", "metrik",
		"\u043c\u0435\u0442\u0440\u0438\u043a\u0438",
		"\u041c\u0435\u0442\u0440\u0438\u043a\u0438", "\u6307\u6807",
		"\u6307\u6a19", "\uc9c0\ud45c"};

	return has_any(title, WORDS, COUNT_OF(WORDS));
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

bool vocab_may_hold(struct str title)
{
	static const char *const BEGINS[] = {"okr check-in", "okr checkin",
		"okr review", "okr tracking", "okr scoring", "okr grading",
		"in draft", "under review", "check-in", "weekly check-in",
		"retrospective", "meeting notes", "agenda", "overview",
		"executive summary", "introduction to our", "scoring",
		"grading", "okr alignment", "cascading alignment",
		"carryover to ", "carry-over to ", "tracking"};

	symbols_skip(&title);
	for (size_t i = 0; i < COUNT_OF(BEGINS); i++) {
		if (str_istarts(title, BEGINS[i]))
			return true;
	}
	return false;
}

static const struct {
	const char *word;
	enum level level;
} LEVELS[] = {
	{"company-level", LEVEL_COMPANY},
	{"company-wide", LEVEL_COMPANY},
	{"company wide", LEVEL_COMPANY},
	{"company", LEVEL_COMPANY},
	{"corporate", LEVEL_COMPANY},
	{"organization", LEVEL_COMPANY},
	{"organisation", LEVEL_COMPANY},
	{"organizational", LEVEL_COMPANY},
	{"organisational", LEVEL_COMPANY},
	{"org-level", LEVEL_COMPANY},
	{"departmental", LEVEL_DEPARTMENT},
	{"department", LEVEL_DEPARTMENT},
	{"division", LEVEL_DEPARTMENT},
	{"dept", LEVEL_DEPARTMENT},
	{"team-level", LEVEL_GROUP},
	{"team", LEVEL_GROUP},
	{"group", LEVEL_GROUP},
	{"squad", LEVEL_GROUP},
	{"\u00e9quipe", LEVEL_GROUP},
	{"\u00c9quipe", LEVEL_GROUP},
	{"equipo", LEVEL_GROUP},
	{"equipe", LEVEL_GROUP},
	{"abteilung", LEVEL_DEPARTMENT},
	{"tribe", LEVEL_GROUP},
	{"individual", LEVEL_INDIVIDUAL},
	{"personal", LEVEL_INDIVIDUAL},
};

enum level vocab_level(struct str title, struct str *name)
{
	*name = (struct str){NULL, 0};
	for (size_t i = 0; i < title.n; i++) {
		struct str rest = str_sub(title, i, title.n);

		if (i &&
			(str_is_alnum(title.p[i - 1]) || title.p[i - 1] == '-'))
			continue;
		for (size_t k = 0; k < COUNT_OF(LEVELS); k++) {
			if (!vocab_begins(rest, LEVELS[k].word))
				continue;
			*name = str_trim(str_sub(title, 0, i));
			return LEVELS[k].level;
		}
	}
	return LEVEL_NONE;
}

bool vocab_is_role(struct str s)
{
	static const char *const WORDS[] = {"ceo", "cto", "cfo", "coo", "cmo",
		"cro", "cpo", "clo", "cio", "ciso", "chro", "cso", "cco", "cdo",
		"cao", "vp", "svp", "evp", "vpe", "vice president", "president",
		"director", "head of", "head", "chief", "manager", "engineer",
		"fellow", "sr", "senior", "principal", "staff", "lead",
		"officer", "founder", "pm", "po", "interim", "executive"};
	enum { LONGEST = 80 };

	s = str_trim(s);
	if (!s.n || s.n > LONGEST || str_words(s) > 9)
		return false;
	for (size_t i = 0; i < COUNT_OF(WORDS); i++) {
		if (vocab_has(s, WORDS[i]))
			return true;
	}
	return false;
}
