/*
 * The titles of what is no OKR: guides, examples, minutes, glossaries.  To
 * teach the reader one, add a row.
 */
#include "mark_p.h"
#include "talk_p.h"

#include "attr.h"

enum where {
	BEGIN, /* whatever follows */
	WHOLE, /* the whole title */
	OURS,  /* begins one that speaks of OKRs or goals */
};

struct left {
	const char *text;
	enum where where;
};

// clang-format off
static const struct left *const LEFT[256] = {
	['a'] = (const struct left[]){
		{"anti-pattern", BEGIN},
		{"antipattern", BEGIN},
		{"about okr", BEGIN},
		{"about this", BEGIN},
		{"avantages", BEGIN},
		{"alignment map", BEGIN},
		{"alignment matrix", BEGIN},
		{"acta de", BEGIN},
		{"ata da", BEGIN},
		{"ata de", BEGIN},
		{"approval", WHOLE},
		{"approvals", WHOLE},
		{"appendix", WHOLE},
		{"archive", WHOLE},
		{"archived", WHOLE},
		{"agenda", WHOLE},
		{"attendees", WHOLE},
		{"action items", WHOLE},
		{"advantages", WHOLE},
		{0},
	},
	['b'] = (const struct left[]){
		{"best practice", BEGIN},
		{"bad ", OURS},
		{"benefits of", BEGIN},
		{"beispiel", BEGIN},
		{"benef\u00edcios de", BEGIN},
		{"beneficios de", BEGIN},
		{"beschreibung der", BEGIN},
		{"backlog", WHOLE},
		{"bad", WHOLE},
		{"benefits", WHOLE},
		{"benef\u00edcios", WHOLE},
		{"beneficios", WHOLE},
		{"b\u1ea3ng t\u00f3m t\u1eaft", WHOLE},
		{"books to read", WHOLE},
		{"backlinks", WHOLE},
		{0},
	},
	['c'] = (const struct left[]){
		{"carryover to ", BEGIN},
		{"carry-over to ", BEGIN},
		{"creating", OURS},
		{"common mistake", BEGIN},
		{"characteristics of", BEGIN},
		{"como definir", BEGIN},
		{"como escrever", BEGIN},
		{"como utilizar", BEGIN},
		{"como usar", BEGIN},
		{"como funciona", BEGIN},
		{"caracter\u00edsticas", BEGIN},
		{"caract\u00e9ristiques", BEGIN},
		{"c\u00f3mo ", BEGIN},
		{"comment r\u00e9diger", BEGIN},
		{"comment d\u00e9finir", BEGIN},
		{"comment \u00e9crire", BEGIN},
		{"comment utiliser", BEGIN},
		{"cosa sono", BEGIN},
		{"cosa ha funzionato", BEGIN},
		{"ce qui a bien", BEGIN},
		{"ce qui n'a pas", BEGIN},
		{"ce que nous avons appris", BEGIN},
		{"che cosa", BEGIN},
		{"come funziona", BEGIN},
		{"confidence level", BEGIN},
		{"compte rendu", BEGIN},
		{"compte-rendu", BEGIN},
		{"contents", WHOLE},
		{"cadence", WHOLE},
		{"calendar", WHOLE},
		{"change history", WHOLE},
		{"changelog", WHOLE},
		{"change log", WHOLE},
		{"cascading alignment", WHOLE},
		{"ceremonies", WHOLE},
		{"check-in cadence", WHOLE},
		{"check-in", WHOLE},
		{"check-ins", WHOLE},
		{"checklist", WHOLE},
		{"challenges", WHOLE},
		{"conclusi\u00f3n", WHOLE},
		{"conclus\u00e3o", WHOLE},
		{"conclusion", WHOLE},
		{"conclusions", WHOLE},
		{"conclusi\u00f3n y pr\u00f3ximos pasos", WHOLE},
		{"continue", WHOLE},
		{"continue doing", WHOLE},
		{0},
	},
	['d'] = (const struct left[]){
		{"do's", BEGIN},
		{"dos and", BEGIN},
		{"difference between", BEGIN},
		{"defini\u00e7\u00e3o", BEGIN},
		{"definici\u00f3n", BEGIN},
		{"d\u00e9finition", BEGIN},
		{"diferen\u00e7a", BEGIN},
		{"diferencia", BEGIN},
		{"diff\u00e9rence", BEGIN},
		{"discussion of", BEGIN},
		{"discussion about", BEGIN},
		{"discussion on", BEGIN},
		{"discussion regarding", BEGIN},
		{"discussions of", BEGIN},
		{"discussions about", BEGIN},
		{"discussions on", BEGIN},
		{"discussions regarding", BEGIN},
		{"definitions", WHOLE},
		{"definition", WHOLE},
		{"document control", WHOLE},
		{"document approval", WHOLE},
		{"dependency mapping", WHOLE},
		{"decisions", WHOLE},
		{"desafios", WHOLE},
		{"desaf\u00edos", WHOLE},
		{"done this week", WHOLE},
		{"done last week", WHOLE},
		{"done since", BEGIN},
		{0},
	},
	['e'] = (const struct left[]){
		{"example", BEGIN},
		{"e.g.", BEGIN},
		{"examples of", BEGIN},
		{"external reference", BEGIN},
		{"exempl", BEGIN},
		{"ejemplo", BEGIN},
		{"esempi", BEGIN},
		{"executive summary", WHOLE},
		{"einleitung", WHOLE},
		{0},
	},
	['f'] = (const struct left[]){
		{"for example", BEGIN},
		{"faq", BEGIN},
		{"frequently asked", BEGIN},
		{"further reading", WHOLE},
		{"faqs", WHOLE},
		{"framework", WHOLE},
		{"fazit", WHOLE},
		{"features", WHOLE},
		{0},
	},
	['g'] = (const struct left[]){
		{"guidance", BEGIN},
		{"guideline", BEGIN},
		{"guide to", BEGIN},
		{"good ", OURS},
		{"grading scale", BEGIN},
		{"glossary", WHOLE},
		{"grading", WHOLE},
		{"good", WHOLE},
		{0},
	},
	['h'] = (const struct left[]){
		{"how to", BEGIN},
		{"how we", BEGIN},
		{"how do", BEGIN},
		{"how does", BEGIN},
		{"how are", BEGIN},
		{"hoe werk", BEGIN},
		{"history", WHOLE},
		{"health metrics", WHOLE},
		{"highlights", WHOLE},
		{0},
	},
	['i'] = (const struct left[]){
		{"introduction to", BEGIN},
		{"in draft", BEGIN},
		{"introduction", WHOLE},
		{"instructions", WHOLE},
		{"introducci\u00f3n", WHOLE},
		{"introdu\u00e7\u00e3o", WHOLE},
		{"intro", WHOLE},
		{0},
	},
	['k'] = (const struct left[]){
		{"key concept", BEGIN},
		{"key:", BEGIN},
		{"key dates", WHOLE},
		{"kpis", WHOLE},
		{"kudos", WHOLE},
		{"keep", WHOLE},
		{"keep doing", WHOLE},
		{0},
	},
	['l'] = (const struct left[]){
		{"legend", BEGIN},
		{"lifecycle", WHOLE},
		{"lessons learned", WHOLE},
		{"lo que funcion\u00f3", BEGIN},
		{"lo que no funcion\u00f3", BEGIN},
		{"lo que aprendimos", BEGIN},
		{"lo que hemos aprendido", BEGIN},
		{"lowlights", WHOLE},
		{"lernziele", WHOLE},
		{"last week", WHOLE},
		{"linked pages", WHOLE},
		{"linked references", WHOLE},
		{0},
	},
	['m'] = (const struct left[]){
		{"merkmale", BEGIN},
		{"minutes of", BEGIN},
		{"minutes (", BEGIN},
		{"meeting minutes", BEGIN},
		{"methodology", WHOLE},
		{"meetings", WHOLE},
		{"meeting notes", WHOLE},
		{"minutes", WHOLE},
		{"mission", WHOLE},
		{"members", WHOLE},
		{0},
	},
	['n'] = (const struct left[]){
		{"notulen", BEGIN},
		{"non-goals", WHOLE},
		{"not doing", BEGIN},
		{"not now", WHOLE},
		{"non goals", WHOLE},
		{"next week", WHOLE},
		{"not this year", WHOLE},
		{"not this quarter", WHOLE},
		{"nice to have", WHOLE},
		{"news", WHOLE},
		{0},
	},
	['o'] = (const struct left[]){
		{"okr process", BEGIN},
		{"okr example", BEGIN},
		{"okr template", BEGIN},
		{"okr guide", BEGIN},
		{"okr best", BEGIN},
		{"okr basics", BEGIN},
		{"okr schedule", BEGIN},
		{"okr calendar", BEGIN},
		{"okr timeline", BEGIN},
		{"okr cadence", BEGIN},
		{"okr framework", BEGIN},
		{"okr check-in", BEGIN},
		{"okr method", BEGIN},
		{"okr scoring", BEGIN},
		{"okr grading", BEGIN},
		{"okr glossary", BEGIN},
		{"okr rules", BEGIN},
		{"okr principle", BEGIN},
		{"okr tool", BEGIN},
		{"okr resource", BEGIN},
		{"okr alignment", BEGIN},
		{"okr lifecycle", BEGIN},
		{"okr meeting", BEGIN},
		{"okr review", BEGIN},
		{"okr tracking", BEGIN},
		{"okr training", BEGIN},
		{"okr faq", BEGIN},
		{"okrs are", BEGIN},
		{"okrs and customer", BEGIN},
		{"okr is", BEGIN},
		{"o que ", BEGIN},
		{"o que\u00e9", BEGIN},
		{"our process", WHOLE},
		{"okr framework principles", WHOLE},
		{"out of scope", WHOLE},
		{"our mission", WHOLE},
		{"our vision", WHOLE},
		{"overview", WHOLE},
		{"open questions", WHOLE},
		{"other news", WHOLE},
		{0},
	},
	['p'] = (const struct left[]){
		{"previous quarter", BEGIN},
		{"past okr", BEGIN},
		{"proposing okr", BEGIN},
		{"proposing", BEGIN},
		{"por que ", BEGIN},
		{"por qu\u00e9 ", BEGIN},
		{"para que ", BEGIN},
		{"para qu\u00e9 ", BEGIN},
		{"pourquoi ", BEGIN},
		{"perch\u00e9 ", BEGIN},
		{"protokoll", BEGIN},
		{"principles", WHOLE},
		{"process", WHOLE},
		{"parking lot", WHOLE},
		{"participants", WHOLE},
		{0},
	},
	['q'] = (const struct left[]){
		{"qu\u00e9 es", BEGIN},
		{"qu\u00e9 son", BEGIN},
		{"qu'est-ce", BEGIN},
		{"qu\u2019est-ce", BEGIN},
		{"quick links", WHOLE},
		{0},
	},
	['r'] = (const struct left[]){
		{"rules", WHOLE},
		{"rules of", BEGIN},
		{"rules for", BEGIN},
		{"references", WHOLE},
		{"related", WHOLE},
		{"related artifacts", WHOLE},
		{"related links", WHOLE},
		{"related pages", WHOLE},
		{"reading", WHOLE},
		{"revision history", WHOLE},
		{"roles and responsibilities", WHOLE},
		{"roles & responsibilities", WHOLE},
		{"roles", WHOLE},
		{"rituals", WHOLE},
		{"reflection", WHOLE},
		{"recipe", WHOLE},
		{"recipes", WHOLE},
		{"reflections", WHOLE},
		{"retrospective", WHOLE},
		{"retrospectives", WHOLE},
		{"resources", WHOLE},
		{"recommendation", WHOLE},
		{"recommendations", WHOLE},
		{"resumo", WHOLE},
		{"resumen", WHOLE},
		{"riepilogo", WHOLE},
		{0},
	},
	['s'] = (const struct left[]){
		{"sample", BEGIN},
		{"setting", OURS},
		{"scoring scale", BEGIN},
		{"scoring guide", BEGIN},
		{"scale", WHOLE},
		{"schedule", WHOLE},
		{"see also", WHOLE},
		{"sign-off", WHOLE},
		{"sign off", WHOLE},
		{"scoring", WHOLE},
		{"samenvatting", WHOLE},
		{"shipped", WHOLE},
		{"someday", BEGIN},
		{"shout-outs", WHOLE},
		{"shoutouts", WHOLE},
		{"start", WHOLE},
		{"stop", WHOLE},
		{"stop doing", WHOLE},
		{"start doing", WHOLE},
		{0},
	},
	['t'] = (const struct left[]){
		{"template", BEGIN},
		{"tips", BEGIN},
		{"table of contents", BEGIN},
		{"types of", BEGIN},
		{"the difference", BEGIN},
		{"toc", WHOLE},
		{"terminology", WHOLE},
		{"terms", WHOLE},
		{"the process", WHOLE},
		{"timeline", WHOLE},
		{"tools", WHOLE},
		{"tools & systems", WHOLE},
		{"tools and systems", WHOLE},
		{"tracking", WHOLE},
		{"try", WHOLE},
		{"team members", WHOLE},
		{"t\u00f3m t\u1eaft", WHOLE},
		{"to do", WHOLE},
		{"to-do", WHOLE},
		{"todo", WHOLE},
		{"todos", WHOLE},
		{"to dos", WHOLE},
		{"this week", WHOLE},
		{"thank you", BEGIN},
		{"to improve", WHOLE},
		{0},
	},
	['u'] = (const struct left[]){
		{"using okr", BEGIN},
		{"understanding", OURS},
		{"unterschied", BEGIN},
		{"uso d", BEGIN},
		{"under review", BEGIN},
		{"useful links", WHOLE},
		{0},
	},
	['v'] = (const struct left[]){
		{"voorbeeld", BEGIN},
		{"vorteile", BEGIN},
		{"vantagens de", BEGIN},
		{"ventajas de", BEGIN},
		{"verbale", BEGIN},
		{"version history", WHOLE},
		{"vision", WHOLE},
		{"values", WHOLE},
		{0},
	},
	['w'] = (const struct left[]){
		{"what is", BEGIN},
		{"what are", BEGIN},
		{"what's", BEGIN},
		{"what makes", BEGIN},
		{"why okr", BEGIN},
		{"why do", BEGIN},
		{"why we", BEGIN},
		{"when to", BEGIN},
		{"who ", BEGIN},
		{"writing", OURS},
		{"why use", BEGIN},
		{"why set", BEGIN},
		{"was ist", BEGIN},
		{"was sind", BEGIN},
		{"warum ", BEGIN},
		{"wie funktion", BEGIN},
		{"wie schreib", BEGIN},
		{"wie man", BEGIN},
		{"wat is", BEGIN},
		{"wat zijn", BEGIN},
		{"waarom ", BEGIN},
		{"weekly check-ins", WHOLE},
		{"weekly check-in", WHOLE},
		{"what went", BEGIN},
		{"what did not", BEGIN},
		{"what didn't", BEGIN},
		{"what didn\u2019t", BEGIN},
		{"what worked", BEGIN},
		{"what helped", WHOLE},
		{"what could be better", WHOLE},
		{"what could have", BEGIN},
		{"what we learn", BEGIN},
		{"what we noticed", WHOLE},
		{"what we will try", BEGIN},
		{"what we'll try", BEGIN},
		{"what we try", BEGIN},
		{"what we want to try", BEGIN},
		{"what we would do", BEGIN},
		{"what we will do differently", WHOLE},
		{"what to try", BEGIN},
		{"what to improve", WHOLE},
		{"what next", WHOLE},
		{"what now", WHOLE},
		{"what comes next", WHOLE},
		{"workflow", WHOLE},
		{"workflows", WHOLE},
		{"what we will not do", BEGIN},
		{"what we won't do", BEGIN},
		{"what we are not doing", BEGIN},
		{"wins", WHOLE},
		{"was lief", BEGIN},
		{"was gut lief", BEGIN},
		{"was gut gelaufen", BEGIN},
		{"was nicht", BEGIN},
		{"was wir gelernt", BEGIN},
		{"was wir ausprobieren", BEGIN},
		{"wat ging", BEGIN},
		{"wat we geleerd", BEGIN},
		{"went well", WHOLE},
		{"what went well", WHOLE},
		{"what went badly", WHOLE},
		{0},
	},
	['z'] = (const struct left[]){
		{"zusammenfassung", WHOLE},
		{0},
	},
	[0xc2] = (const struct left[]){
		{"\u00bfqu\u00e9", BEGIN},
		{"\u00bfc\u00f3mo", BEGIN},
		{"\u00bfpor", BEGIN},
		{"\u00bfpara", BEGIN},
		{0},
	},
	[0xc3] = (const struct left[]){
		{"\u00e0 quoi", BEGIN},
		{0},
	},
	[0xd0] = (const struct left[]){
		{"\u0437\u0430\u0447\u0435\u043c", BEGIN},
		{"\u043f\u0440\u0438\u043c\u0435\u0440", BEGIN},
		{0},
	},
	[0xd1] = (const struct left[]){
		{"\u0447\u0442\u043e \u0442\u0430\u043a\u043e\u0435", BEGIN},
		{0},
	},
	[0xe3] = (const struct left[]){
		{"\u30df\u30c3\u30b7\u30e7\u30f3", WHOLE},
		{"\u30d3\u30b8\u30e7\u30f3", WHOLE},
		{"\u30d0\u30ea\u30e5\u30fc", WHOLE},
		{"\u307e\u3068\u3081", WHOLE},
		{"\u30e1\u30e2", WHOLE},
		{"\u30b9\u30b1\u30b8\u30e5\u30fc\u30eb", WHOLE},
		{"\u30a2\u30af\u30b7\u30e7\u30f3", WHOLE},
		{"\u30a2\u30af\u30b7\u30e7\u30f3\u9805\u76ee", WHOLE},
		{"\u30a2\u30af\u30b7\u30e7\u30f3\u30d7\u30e9\u30f3", WHOLE},
		{"\u30a2\u30af\u30b7\u30e7\u30f3\u30a2\u30a4\u30c6\u30e0", WHOLE},
		{"\u30bf\u30b9\u30af", WHOLE},
		{0},
	},
	[0xe4] = (const struct left[]){
		{"\u4f7f\u547d", WHOLE},
		{"\u4ec0\u4e48\u662f", BEGIN},
		{"\u4e3a\u4ec0\u4e48", BEGIN},
		{"\u4f8b\u5b50", BEGIN},
		{0},
	},
	[0xe5] = (const struct left[]){
		{"\u5982\u4f55", BEGIN},
		{"\u53c2\u8003", WHOLE},
		{"\u539f\u5219", WHOLE},
		{"\u5e38\u89c1\u9677\u9631", WHOLE},
		{"\u5e38\u898b\u9677\u9631", WHOLE},
		{0},
	},
	[0xe6] = (const struct left[]){
		{"\u632f\u308a\u8fd4\u308a", WHOLE},
		{"\u613f\u666f", WHOLE},
		{"\u600e\u4e48", BEGIN},
		{"\u6848\u4f8b", BEGIN},
		{"\u6982\u8ff0", WHOLE},
		{"\u603b\u7ed3", WHOLE},
		{"\u6d41\u7a0b", WHOLE},
		{"\u63d0\u793a", WHOLE},
		{"\u6ce8\u610f\u4e8b\u9879", WHOLE},
		{"\u6ce8\u610f\u4e8b\u9805", WHOLE},
		{0},
	},
	[0xe7] = (const struct left[]){
		{"\u793a\u4f8b", BEGIN},
		{"\u7ecf\u9a8c\u6cd5\u5219", WHOLE},
		{"\u7d93\u9a57\u6cd5\u5247", WHOLE},
		{0},
	},
	[0xe8] = (const struct left[]){
		{"\u80cc\u666f", WHOLE},
		{"\u884c\u52a8\u8ba1\u5212", WHOLE},
		{"\u8fdb\u5ea6", WHOLE},
		{"\u8bf4\u660e", WHOLE},
		{0},
	},
	[0xe9] = (const struct left[]){
		{"\u98ce\u9669", WHOLE},
		{0},
	},
};
// clang-format on

/* "Setting goals", "Good key results", but not "Good food for all" */
static bool speaks_of_ours(struct str title)
{
	static const char *const WORDS[] = {
		"objective", "kr", "krs", "goal", "goals", "result", "example"};

	for (size_t i = 0; i < COUNT_OF(WORDS); i++) {
		if (vocab_has(title, WORDS[i]))
			return true;
	}
	return vocab_has_okr(title) || vocab_has_key_result(title);
}

/* "Is it bold?", "How OKRs work", "Meeting notes" */
static bool is_left_by_form(struct str title)
{
	return str_ends(title, "?") || str_ends(title, "\uff1f") ||
	       str_iends(title, "bad)") || str_iends(title, "good)") ||
	       (str_iends(title, " notes") && str_words(title) < 4) ||
	       (str_istarts(title, "how ") && vocab_has_okr(title) &&
		       !str_istarts(title, "how this "));
}

bool vocab_asks_of_work(struct str title)
{
	static const char *const OWN[] = {"our", "ours", "we", "us", "did",
		"were", "was", "next", "last", "this", NULL};

	if (!str_ends(title, "?") && !str_ends(title, "\uff1f"))
		return false;
	return !speaks_of_ours(title) ||
	       (!vocab_begins(title, "what is") &&
		       !str_istarts(title, "how to") &&
		       !str_istarts(title, "how do") &&
		       !str_istarts(title, "why ") &&
		       (str_has_digit(title) || vocab_has_listed(title, OWN)));
}

static bool is_row(struct str title, const struct left *row)
{
	if (row->where == WHOLE)
		return str_iis(title, row->text);
	return str_istarts(title, row->text) &&
	       (row->where == BEGIN || speaks_of_ours(title));
}

/* "The calendar", "Our yearly rhythm": when OKRs are made. */
static bool names_calendar(struct str title)
{
	static const char *const FRONT[] = {
		"the ", "our ", "okr ", "yearly ", "annual ", "quarterly "};
	static const char *const WORDS[] = {"calendar", "timetable", "timeline",
		"schedule", "rhythm", "cadence", NULL};

	for (size_t i = 0; i < COUNT_OF(FRONT); i++)
		(void)str_iskip(&title, FRONT[i]);
	return str_is_listed(title, WORDS);
}

bool vocab_is_left(struct str title)
{
	const struct left *row;

	symbols_skip(&title);
	title = str_trim_end(title, ":");
	if (str_ends(title, "\uff1a"))
		title.n -= strlen("\uff1a");
	if (names_calendar(title))
		return true;
	if (vocab_tells_how_it_went(title))
		return vocab_has_left_word(title);
	if (is_left_by_form(title))
		return true;
	for (row = LEFT[str_letter(title)]; row && row->text; row++) {
		if (is_row(title, row))
			return true;
	}
	return vocab_has_left_word(title);
}
