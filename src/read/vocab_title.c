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

bool vocab_is_left(struct str title)
{
	/* whatever follows */
	static const char *const BEGINS[] = {"carryover to ", "carry-over to ",
		"how to", "how we", "how do", "how does", "how are", "what is",
		"what are", "what's", "what makes", "why okr", "why do",
		"why we", "when to", "who ", "example", "sample", "template",
		"writing", "setting", "creating", "using okr", "tips",
		"guidance", "guideline", "guide to", "best practice",
		"anti-pattern", "antipattern", "common mistake", "good ",
		"bad ", "for example", "e.g.", "examples of", "rules", "do's",
		"dos and", "faq", "frequently asked", "table of contents",
		"about okr", "about this", "introduction to", "understanding",
		"key concept", "okr process", "external reference",
		"previous quarter", "past okr", "okr example", "okr template",
		"okr guide", "okr best", "okr basics", "okr schedule",
		"okr calendar", "okr timeline", "okr cadence", "okr framework",
		"okr check-in", "okr method", "okr scoring", "okr grading",
		"okr glossary", "okr rules", "okr principle", "okr tool",
		"okr resource", "okr alignment", "okr lifecycle", "okr meeting",
		"okr review", "okr tracking", "okr training", "okr faq",
		"okrs are", "okrs and customer", "okr is", "proposing okr",
		"proposing", "characteristics of", "difference between",
		"benefits of", "why use", "why set", "types of",
		"the difference", "o que ", "o que\u00e9", "como definir",
		"como escrever", "como utilizar", "como usar", "como funciona",
		"por que ", "por qu\u00e9 ", "para que ", "para qu\u00e9 ",
		"defini\u00e7\u00e3o", "definici\u00f3n", "d\u00e9finition",
		"caracter\u00edsticas", "caract\u00e9ristiques", "merkmale",
		"exempl", "ejemplo", "beispiel", "esempi", "voorbeeld",
		"diferen\u00e7a", "diferencia", "diff\u00e9rence",
		"unterschied", "benef\u00edcios de", "beneficios de",
		"avantages", "vorteile", "vantagens de", "ventajas de", "uso d",
		"qu\u00e9 es", "qu\u00e9 son", "\u00bfqu\u00e9",
		"\u00bfc\u00f3mo", "\u00bfpor", "\u00bfpara", "c\u00f3mo ",
		"qu'est-ce", "qu\u2019est-ce", "pourquoi ",
		"comment r\u00e9diger", "comment d\u00e9finir",
		"comment \u00e9crire", "comment utiliser", "\u00e0 quoi",
		"was ist", "beschreibung der", "was sind", "warum ",
		"wie funktion", "wie schreib", "wie man", "wat is", "wat zijn",
		"waarom ", "hoe werk", "cosa sono", "che cosa", "perch\u00e9 ",
		"come funziona", "\u4ec0\u4e48\u662f", "\u4e3a\u4ec0\u4e48",
		"\u5982\u4f55", "\u600e\u4e48", "\u793a\u4f8b", "\u4f8b\u5b50",
		"\u6848\u4f8b",
		"\u0447\u0442\u043e \u0442\u0430\u043a\u043e\u0435",
		"\u0437\u0430\u0447\u0435\u043c",
		"\u043f\u0440\u0438\u043c\u0435\u0440", "confidence level",
		"alignment map", "alignment matrix", "grading scale",
		"scoring scale", "scoring guide", "in draft", "under review",
		"discussion of", "discussion about", "discussion on",
		"discussion regarding", "discussions of", "discussions about",
		"discussions on", "discussions regarding", "scale", "legend",
		"key:", "what makes", "minutes of", "minutes (",
		"meeting minutes", "protokoll", "compte rendu", "compte-rendu",
		"notulen", "acta de", "ata da", "ata de", "verbale"};
	/* the whole title */
	static const char *const WHOLE[] = {"contents", "toc", "terminology",
		"glossary", "definitions", "definition", "terms", "principles",
		"process", "our process", "the process", "cadence", "schedule",
		"timeline", "calendar", "key dates", "tools", "tools & systems",
		"tools and systems", "references", "related",
		"related artifacts", "related links", "related pages",
		"see also", "further reading", "reading", "change history",
		"changelog", "change log", "history", "revision history",
		"version history", "document control", "approval", "approvals",
		"document approval", "sign-off", "sign off", "faqs",
		"lifecycle", "scoring", "grading", "roles and responsibilities",
		"roles & responsibilities", "roles", "framework",
		"okr framework principles", "methodology", "appendix",
		"archive", "archived", "parking lot", "backlog", "out of scope",
		"non-goals", "non goals", "cascading alignment",
		"dependency mapping", "meetings", "meeting notes", "agenda",
		"ceremonies", "rituals", "minutes", "check-in cadence",
		"weekly check-ins", "weekly check-in", "tracking", "check-in",
		"check-ins", "retrospective", "retrospectives",
		"lessons learned", "kpis", "health metrics", "vision",
		"mission", "values", "our mission", "our vision", "overview",
		"introduction", "executive summary", "useful links",
		"instructions", "checklist", "quick links", "resources",
		"what went well", "good", "bad", "try", "what didn't go well",
		"what went wrong", "what we learned", "highlights", "lowlights",
		"attendees", "participants", "action items", "open questions",
		"decisions", "benefits", "advantages", "challenges",
		"team members", "members", "benef\u00edcios", "beneficios",
		"desafios", "desaf\u00edos", "introducci\u00f3n",
		"introdu\u00e7\u00e3o", "einleitung", "fazit",
		"conclusi\u00f3n", "conclus\u00e3o", "conclusion",
		"conclusions", "\u6982\u8ff0", "\u603b\u7ed3", "\u53c2\u8003",
		"\u8fdb\u5ea6", "\u98ce\u9669", "\u539f\u5219", "\u6d41\u7a0b",
		"\u8bf4\u660e", "intro",
		"conclusi\u00f3n y pr\u00f3ximos pasos", "resumo", "resumen",
		"zusammenfassung", "samenvatting", "riepilogo",
		"b\u1ea3ng t\u00f3m t\u1eaft", "t\u00f3m t\u1eaft"};
	/* anywhere in a short title */
	static const char *const HAS[] = {"template", "templates", "example",
		"examples", "glossary", "anti-patterns", "best practices",
		"guidelines", "guidance", "faq", "faqs", "ejemplo", "exemplo",
		"exemple", "beispiel", "esempio", "voorbeeld", "\uc774\ub780",
		"\ubc29\ubc95", "\uc218\ub9bd", "\uc608\uc2dc", "\ud2b9\uc9d5",
		"\uc7a5\uc810", "\ub2e8\uc810", "\uad6c\uc870", "\uac1c\ub150",
		"\u30c6\u30f3\u30d7\u30ec", "\u30b5\u30f3\u30d7\u30eb",
		"\u3068\u306f", "\u66f8\u304d\u65b9", "\u4f8b\uff09",
		"\uc791\uc131", "\uac00\uc774\ub4dc", "\uc6d0\uce59",
		"\ud558\ub824\uba74", "\uc774\ub780?", "\u8fdb\u5c55",
		"\u8bb0\u5f55", "\u65e5\u5fd7", "\u53d8\u66f4", "\u65b9\u6cd5",
		"\u539f\u5247", "\u6307\u5357", "\u4ecb\u7ecd", "\u7b80\u4ecb"};
	enum { SHORT = 6 };
	char first;

	symbols_skip(&title);
	title = str_trim_end(title, ":");
	if (str_ends(title, "?") || str_ends(title, "\uff1f") ||
		str_iends(title, "bad)") || str_iends(title, "good)") ||
		(str_iends(title, " notes") && str_words(title) < 4))
		return true;
	if (str_istarts(title, "how ") && vocab_has_okr(title))
		return true;
	first = title.n ? str_lower(title.p[0]) : 0;
	for (size_t i = 0; i < COUNT_OF(BEGINS); i++) {
		if (BEGINS[i][0] == first && str_istarts(title, BEGINS[i]))
			return true;
	}
	for (size_t i = 0; i < COUNT_OF(WHOLE); i++) {
		if (WHOLE[i][0] == first && str_iis(title, WHOLE[i]))
			return true;
	}
	if (str_words(title) > SHORT || talk_begins_aim(title))
		return false;
	return has_any(title, HAS, COUNT_OF(HAS));
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
		"indicators", "scorecard", "dashboard"};

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
