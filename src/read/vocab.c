/*
 * The words of OKRs, as tables.  To teach the reader a new word, add a row.
 */
#include "mark_p.h"
#include "vocab_p.h"

#include "attr.h"

bool vocab_begins(struct str s, const char *word)
{
	size_t n = strlen(word);

	return str_istarts(s, word) &&
	       (s.n == n || (unsigned char)s.p[n] >= 0x80 ||
		       !str_is_alnum(s.p[n]));
}

/* The first byte of an accented letter (dashes and quotes begin with 0xE2). */
static bool is_latin_byte(char c)
{
	return (unsigned char)c >= 0xC3 && (unsigned char)c <= 0xDF;
}

/* By their first letters. */
static const struct word *const WORDS[256] = {
	['a'] = (const struct word[]){
		{"ambition", WORD_OBJECTIVE, false, true, true},
		{0},
	},
	['d'] = (const struct word[]){
		{"doelstelling", WORD_OBJECTIVE, false, false, false},
		{"doel", WORD_OBJECTIVE, false, true, true},
		{0},
	},
	['f'] = (const struct word[]){
		{"focus area", WORD_OBJECTIVE, false, true, true},
		{0},
	},
	['g'] = (const struct word[]){
		{"goal", WORD_OBJECTIVE, false, true, true},
		{0},
	},
	['k'] = (const struct word[]){
		{"key results", WORD_KEY_RESULT, true, false, false},
		{"key result", WORD_KEY_RESULT, false, false, false},
		{"key-results", WORD_KEY_RESULT, true, false, false},
		{"key-result", WORD_KEY_RESULT, false, false, false},
		{"keyresults", WORD_KEY_RESULT, true, false, false},
		{"keyresult", WORD_KEY_RESULT, false, false, false},
		{"krs", WORD_KEY_RESULT, true, false, false},
		{"kr's", WORD_KEY_RESULT, true, false, false},
		{"kr\u2019s", WORD_KEY_RESULT, true, false, false},
		{"kr", WORD_KEY_RESULT, false, false, false},
		{"kernresultaten", WORD_KEY_RESULT, true, false, false},
		{"kernresultaat", WORD_KEY_RESULT, false, false, false},
		{"kernergebnisse", WORD_KEY_RESULT, true, false, false},
		{0},
	},
	['m'] = (const struct word[]){
		{"measure", WORD_KEY_RESULT, false, true, false},
		{"metric", WORD_KEY_RESULT, false, true, false},
		{"m\u00e5l", WORD_OBJECTIVE, false, false, true},
		{0},
	},
	['n'] = (const struct word[]){
		{"n\u00f8gleresultater", WORD_KEY_RESULT, true, false, false},
		{"n\u00f8gleresultat", WORD_KEY_RESULT, false, false, false},
		{"n\u00f8kkelresultater", WORD_KEY_RESULT, true, false, false},
		{"n\u00f8kkelresultat", WORD_KEY_RESULT, false, false, false},
		{"nyckelresultat", WORD_KEY_RESULT, true, false, false},
		{0},
	},
	['o'] = (const struct word[]){
		{"outcome", WORD_KEY_RESULT, false, true, false},
		{"objectives", WORD_OBJECTIVE, true, false, false},
		{"objective", WORD_OBJECTIVE, false, false, false},
		{"obj", WORD_OBJECTIVE, false, false, false},
		{"okrs", WORD_OBJECTIVE, true, false, true},
		{"okr", WORD_OBJECTIVE, false, false, true},
		{"objectifs", WORD_OBJECTIVE, true, false, false},
		{"objectif", WORD_OBJECTIVE, false, false, false},
		{"objetivos", WORD_OBJECTIVE, true, false, false},
		{"objetivo", WORD_OBJECTIVE, false, false, false},
		{"obiettivi", WORD_OBJECTIVE, true, false, false},
		{"obiettivo", WORD_OBJECTIVE, false, false, false},
		{"o", WORD_OBJECTIVE, false, true, false},
		{0},
	},
	['p'] = (const struct word[]){
		{"priority", WORD_OBJECTIVE, false, true, true},
		{"pillar", WORD_OBJECTIVE, false, true, true},
		{0},
	},
	['r'] = (const struct word[]){
		{"rc", WORD_KEY_RESULT, false, true, false},
		{"r\u00e9sultats cl\u00e9s", WORD_KEY_RESULT, true, false, false},
		{"r\u00e9sultat cl\u00e9", WORD_KEY_RESULT, false, false, false},
		{"resultados clave", WORD_KEY_RESULT, true, false, false},
		{"resultado clave", WORD_KEY_RESULT, false, false, false},
		{"resultados-chave", WORD_KEY_RESULT, true, false, false},
		{"resultado-chave", WORD_KEY_RESULT, false, false, false},
		{"resultados chave", WORD_KEY_RESULT, true, false, false},
		{"resultado chave", WORD_KEY_RESULT, false, false, false},
		{"risultati chiave", WORD_KEY_RESULT, true, false, false},
		{"risultato chiave", WORD_KEY_RESULT, false, false, false},
		{"result", WORD_KEY_RESULT, false, true, false},
		{0},
	},
	['s'] = (const struct word[]){
		{"schl\u00fcsselergebnisse", WORD_KEY_RESULT, true, false, false},
		{"schl\u00fcsselergebnis", WORD_KEY_RESULT, false, false, false},
		{"strategic priority", WORD_OBJECTIVE, false, true, true},
		{"schl\u00fcsselresultate", WORD_KEY_RESULT, true, false, false},
		{"schl\u00fcsselresultat", WORD_KEY_RESULT, false, false, false},
		{0},
	},
	['t'] = (const struct word[]){
		{"theme", WORD_OBJECTIVE, false, true, true},
		{0},
	},
	['z'] = (const struct word[]){
		{"ziele", WORD_OBJECTIVE, true, false, true},
		{"ziel", WORD_OBJECTIVE, false, false, true},
		{0},
	},
	[0xe5] = (const struct word[]){
		{"\u5173\u952e\u7ed3\u679c", WORD_KEY_RESULT, false, false, false},
		{"\u5173\u952e\u6210\u679c", WORD_KEY_RESULT, false, false, false},
		{0},
	},
	[0xe7] = (const struct word[]){
		{"\u76ee\u6807", WORD_OBJECTIVE, false, false, false},
		{0},
	},
};

const struct word *vocab_word(struct str s)
{
	const struct word *best = NULL, *w = WORDS[str_letter(s)];

	for (size_t longest = 0; w && w->text; w++) {
		size_t n = str_iprefix(s, w->text);

		if (n == STR_NONE || n <= longest ||
			(s.n > n && (str_is_alpha(s.p[n]) ||
					    is_latin_byte(s.p[n]) ||
					    s.p[n] == '_')))
			continue;
		longest = n;
		best = w;
	}
	return best;
}

static const struct name FIELDS[] = {
	{"owner", FIELD_OWNER},
	{"owners", FIELD_OWNER},
	{"owner(s)", FIELD_OWNER},
	{"owned by", FIELD_OWNER},
	{"objective owner", FIELD_OWNER},
	{"okr owner", FIELD_OWNER},
	{"kr owner", FIELD_OWNER},
	{"key result owner", FIELD_OWNER},
	{"lead", FIELD_OWNER},
	{"team lead", FIELD_OWNER},
	{"okr lead", FIELD_OWNER},
	{"accountable", FIELD_OWNER},
	{"responsible", FIELD_OWNER},
	{"who", FIELD_OWNER},
	{"champion", FIELD_OWNER},
	{"assignee", FIELD_OWNER},
	{"assigned to", FIELD_OWNER},
	{"person", FIELD_OWNER},
	{"verantwortlich", FIELD_OWNER},
	{"responsable", FIELD_OWNER},
	{"dri", FIELD_DRI},
	{"dris", FIELD_DRI},
	{"driver", FIELD_DRI},
	{"directly responsible individual", FIELD_DRI},
	{"directly responsible", FIELD_DRI},
	{"team", FIELD_TEAM},
	{"teams", FIELD_TEAM},
	{"squad", FIELD_TEAM},
	{"department", FIELD_TEAM},
	{"group", FIELD_TEAM},
	{"business unit", FIELD_TEAM},
	{"region", FIELD_REGION},
	{"level", FIELD_LEVEL},
	{"okr level", FIELD_LEVEL},
	{"scope", FIELD_LEVEL},
	{"type", FIELD_TYPE},
	{"okr type", FIELD_TYPE},
	{"objective type", FIELD_TYPE},
	{"commitment", FIELD_TYPE},
	{"priority", FIELD_PRIORITY},
	{"prio", FIELD_PRIORITY},
	{"confidence", FIELD_CONFIDENCE},
	{"confidence level", FIELD_CONFIDENCE},
	{"confidence score", FIELD_CONFIDENCE},
	{"confidence rating", FIELD_CONFIDENCE},
	{"ladders up to", FIELD_LADDERS},
	{"ladders to", FIELD_LADDERS},
	{"ladder up to", FIELD_LADDERS},
	{"laddering up to", FIELD_LADDERS},
	{"aligned to", FIELD_LADDERS},
	{"aligned with", FIELD_LADDERS},
	{"aligns to", FIELD_LADDERS},
	{"aligns with", FIELD_LADDERS},
	{"alignment", FIELD_LADDERS},
	{"rolls up to", FIELD_LADDERS},
	{"roll up to", FIELD_LADDERS},
	{"contributes to", FIELD_LADDERS},
	{"supports", FIELD_LADDERS},
	{"supporting", FIELD_LADDERS},
	{"cascades from", FIELD_LADDERS},
	{"parent", FIELD_LADDERS},
	{"parent objective", FIELD_LADDERS},
	{"parent okr", FIELD_LADDERS},
	{"parent key result", FIELD_LADDERS},
	{"linked to", FIELD_LADDERS},
	{"links to", FIELD_LADDERS},
	{"company objective", FIELD_LADDERS},
	{"company okr", FIELD_LADDERS},
	{"period", FIELD_PERIOD},
	{"planning period", FIELD_PERIOD},
	{"okr period", FIELD_PERIOD},
	{"quarter", FIELD_PERIOD},
	{"cycle", FIELD_PERIOD},
	{"okr cycle", FIELD_PERIOD},
	{"timeframe", FIELD_PERIOD},
	{"time frame", FIELD_PERIOD},
	{"time period", FIELD_PERIOD},
	{"timebox", FIELD_PERIOD},
	{"weight", FIELD_WEIGHT},
	{"weighting", FIELD_WEIGHT},
	{"kind", FIELD_KIND},
	{"kr kind", FIELD_KIND},
	{"scoring", FIELD_KIND},
	{"status", FIELD_STATUS},
	{"rag", FIELD_STATUS},
	{"rag status", FIELD_STATUS},
	{"health", FIELD_STATUS},
	{"health status", FIELD_STATUS},
	{"trend", FIELD_STATUS},
	{"current status", FIELD_STATUS},
	{"state", FIELD_STATE},
	{"lifecycle", FIELD_STATE},
	{"lifecycle state", FIELD_STATE},
	{"due", FIELD_DUE},
	{"due date", FIELD_DUE},
	{"due by", FIELD_DUE},
	{"deadline", FIELD_DUE},
	{"target date", FIELD_DUE},
	{"end date", FIELD_DUE},
	{"by when", FIELD_DUE},
	{"eta", FIELD_DUE},
	{"baseline", FIELD_BASELINE},
	{"base", FIELD_BASELINE},
	{"base line", FIELD_BASELINE},
	{"start", FIELD_BASELINE},
	{"starting", FIELD_BASELINE},
	{"starting point", FIELD_BASELINE},
	{"starting value", FIELD_BASELINE},
	{"start value", FIELD_BASELINE},
	{"initial", FIELD_BASELINE},
	{"initial value", FIELD_BASELINE},
	{"from", FIELD_BASELINE},
	{"today", FIELD_CURRENT},
	{"target", FIELD_TARGET},
	{"targets", FIELD_TARGET},
	{"target value", FIELD_TARGET},
	{"goal", FIELD_TARGET},
	{"to", FIELD_TARGET},
	{"aim", FIELD_TARGET},
	{"end value", FIELD_TARGET},
	{"current", FIELD_CURRENT},
	{"current value", FIELD_CURRENT},
	{"currently", FIELD_CURRENT},
	{"current state", FIELD_CURRENT},
	{"current progress", FIELD_CURRENT},
	{"actual", FIELD_CURRENT},
	{"actuals", FIELD_CURRENT},
	{"actual value", FIELD_CURRENT},
	{"now", FIELD_CURRENT},
	{"latest", FIELD_CURRENT},
	{"achieved", FIELD_CURRENT},
	{"reading", FIELD_CURRENT},
	{"grade", FIELD_GRADE},
	{"grading", FIELD_GRADE},
	{"final grade", FIELD_GRADE},
	{"score", FIELD_GRADE},
	{"final score", FIELD_GRADE},
	{"current score", FIELD_GRADE},
	{"overall score", FIELD_GRADE},
	{"objective score", FIELD_GRADE},
	{"okr score", FIELD_GRADE},
	{"rating", FIELD_GRADE},
	{"progress", FIELD_PROGRESS},
	{"% complete", FIELD_PROGRESS},
	{"% done", FIELD_PROGRESS},
	{"percent complete", FIELD_PROGRESS},
	{"percentage", FIELD_PROGRESS},
	{"completion", FIELD_PROGRESS},
	{"complete", FIELD_PROGRESS},
	{"% progress", FIELD_PROGRESS},
	{"progress %", FIELD_PROGRESS},
	{"progress (%)", FIELD_PROGRESS},
	{"overall progress", FIELD_PROGRESS},
	{"%", FIELD_PROGRESS},
	{"result", FIELD_RESULT},
	{"results", FIELD_RESULT},
	{"outcome", FIELD_RESULT},
	{"final result", FIELD_RESULT},
	{"metric", FIELD_METRIC},
	{"measure", FIELD_METRIC},
	{"measured by", FIELD_METRIC},
	{"unit", FIELD_UNIT},
	{"units", FIELD_UNIT},
	{"title", FIELD_TITLE},
	{"objective title", FIELD_TITLE},
	{"initiatives", FIELD_INITIATIVES},
	{"initiative", FIELD_INITIATIVES},
	{"key initiatives", FIELD_INITIATIVES},
	{"supporting initiatives", FIELD_INITIATIVES},
	{"projects", FIELD_INITIATIVES},
	{"key projects", FIELD_INITIATIVES},
	{"activities", FIELD_INITIATIVES},
	{"key activities", FIELD_INITIATIVES},
	{"actions", FIELD_INITIATIVES},
	{"key actions", FIELD_INITIATIVES},
	{"action items", FIELD_INITIATIVES},
	{"action plan", FIELD_INITIATIVES},
	{"actions/initiatives", FIELD_INITIATIVES},
	{"tasks", FIELD_INITIATIVES},
	{"to do", FIELD_INITIATIVES},
	{"todo", FIELD_INITIATIVES},
	{"to-do", FIELD_INITIATIVES},
	{"how", FIELD_INITIATIVES},
	{"plan", FIELD_INITIATIVES},
	{"plans", FIELD_INITIATIVES},
	{"tactics", FIELD_INITIATIVES},
	{"strategies", FIELD_INITIATIVES},
	{"strategy", FIELD_INITIATIVES},
	{"epics", FIELD_INITIATIVES},
	{"work items", FIELD_INITIATIVES},
	{"deliverables", FIELD_INITIATIVES},
	{"next steps", FIELD_INITIATIVES},
	{"milestones", FIELD_INITIATIVES},
	{"bets", FIELD_INITIATIVES},
	{"experiments", FIELD_INITIATIVES},
	{"initiativen", FIELD_INITIATIVES},
	{"dependencies", FIELD_DEPENDENCIES},
	{"dependency", FIELD_DEPENDENCIES},
	{"depends on", FIELD_DEPENDENCIES},
	{"risks", FIELD_RISKS},
	{"risk", FIELD_RISKS},
	{"risks and mitigations", FIELD_RISKS},
	{"risks & mitigations", FIELD_RISKS},
	{"key risks", FIELD_RISKS},
	{"blocker", FIELD_BLOCKERS},
	{"blockers", FIELD_BLOCKERS},
	{"blocked by", FIELD_BLOCKERS},
	{"impediments", FIELD_BLOCKERS},
	{"ask", FIELD_ASKS},
	{"asks", FIELD_ASKS},
	{"help needed", FIELD_ASKS},
	{"mitigation", FIELD_MITIGATIONS},
	{"mitigations", FIELD_MITIGATIONS},
	{"note", FIELD_NOTES},
	{"notes", FIELD_NOTES},
	{"comment", FIELD_NOTES},
	{"comments", FIELD_NOTES},
	{"remarks", FIELD_NOTES},
	{"description", FIELD_NOTES},
	{"details", FIELD_NOTES},
	{"context", FIELD_NOTES},
	{"background", FIELD_NOTES},
	{"why", FIELD_NOTES},
	{"why it matters", FIELD_NOTES},
	{"why now", FIELD_NOTES},
	{"rationale", FIELD_NOTES},
	{"summary", FIELD_NOTES},
	{"purpose", FIELD_NOTES},
	{"update", FIELD_NOTES},
	{"updates", FIELD_NOTES},
	{"latest update", FIELD_NOTES},
	{"data source", FIELD_NOTES},
	{"source", FIELD_NOTES},
	{"evidence", FIELD_NOTES},
	{"stakeholders", FIELD_NOTES},
	{"contributors", FIELD_NOTES},
	{"resources", FIELD_NOTES},
	{"assumptions", FIELD_NOTES},
	{"links", FIELD_NOTES},
	{"issue", FIELD_NOTES},
	{"epic", FIELD_NOTES},
	{"date", FIELD_NOTES},
	{"last updated", FIELD_NOTES},
	{"timeline", FIELD_NOTES},
	{"timelines", FIELD_NOTES},
	{"effort", FIELD_NOTES},
	{"cost", FIELD_NOTES},
	{"budget", FIELD_NOTES},
	{"definition of done", FIELD_NOTES},
	{"frequency", FIELD_NOTES},
	{"review", FIELD_NOTES},
	{"next review", FIELD_NOTES},
	{"next step", FIELD_NOTES},
	{"last check-in", FIELD_CHECKED},
	{"last check in", FIELD_CHECKED},
	{"latest check-in", FIELD_CHECKED},
	{"last checked in", FIELD_CHECKED},
	{"check-in date", FIELD_CHECKED},
	{"checked in on", FIELD_CHECKED},
	{"as of", FIELD_CHECKED},
	{"reading date", FIELD_CHECKED},
	{"start date", FIELD_NOTES},
	{"learnings", FIELD_NOTES},
	{"reflection", FIELD_NOTES},
	{"retrospective", FIELD_NOTES},
	{"retro", FIELD_NOTES},
	{"check-in", FIELD_NOTES},
	{"check-ins", FIELD_NOTES},
	{"check ins", FIELD_NOTES},
	{"leading/lagging", FIELD_MEASURE_TYPE},
	{"leading or lagging", FIELD_MEASURE_TYPE},
	{"measure type", FIELD_MEASURE_TYPE},
	{"indicator", FIELD_MEASURE_TYPE},
	{"indicator type", FIELD_MEASURE_TYPE},
};

struct str vocab_bare(struct str s)
{
	size_t open;

	symbols_skip(&s);
	for (;;) {
		s = str_trim(s);
		if (s.n && strchr(":*", s.p[s.n - 1])) {
			s.n--;
			continue;
		}
		open = str_rfind_char(s, '(');
		if (open == STR_NONE || !open || !str_ends(s, ")"))
			return s;
		s.n = open;
	}
}

enum field vocab_look_up(struct str name, const struct name *table, size_t n)
{
	char first = name.n ? str_lower(name.p[0]) : 0;
	char second = name.n > 1 ? str_lower(name.p[1]) : 0;

	/* Two letters settle most of them, and no name begins with a digit. */
	for (size_t i = 0; i < n && !str_is_digit(first); i++) {
		if (table[i].text[0] == first && table[i].text[1] == second &&
			str_iis(name, table[i].text))
			return table[i].field;
	}
	return FIELD_NONE;
}

static enum field field_named(struct str name)
{
	enum { LONGEST = 40 };
	enum field field;

	if (!name.n || name.n > LONGEST)
		return FIELD_NONE;
	field = vocab_look_up(name, FIELDS, COUNT_OF(FIELDS));
	return field == FIELD_NONE ? vocab_foreign(name) : field;
}

enum field vocab_field(struct str name)
{
	struct str whole = str_trim(name), bare;
	enum field field = field_named(whole);

	if (field != FIELD_NONE)
		return field;
	bare = vocab_bare(name);
	return bare.n == whole.n ? FIELD_NONE : field_named(bare);
}

const char *vocab_field_name(enum field f)
{
	static const char *const NAMES[] = {
		[FIELD_OWNER] = "owner",
		[FIELD_DRI] = "DRI",
		[FIELD_TEAM] = "team",
		[FIELD_REGION] = "region",
		[FIELD_LEVEL] = "level",
		[FIELD_TYPE] = "type",
		[FIELD_PRIORITY] = "priority",
		[FIELD_CONFIDENCE] = "confidence",
		[FIELD_LADDERS] = "ladders up to",
		[FIELD_PERIOD] = "period",
		[FIELD_WEIGHT] = "weight",
		[FIELD_KIND] = "kind",
		[FIELD_STATUS] = "status",
		[FIELD_STATE] = "state",
		[FIELD_DUE] = "due",
		[FIELD_BASELINE] = "from",
		[FIELD_TARGET] = "to",
		[FIELD_CURRENT] = "now",
		[FIELD_GRADE] = "grade",
		[FIELD_PROGRESS] = "progress",
		[FIELD_RESULT] = "result",
		[FIELD_METRIC] = "metric",
		[FIELD_UNIT] = "unit",
		[FIELD_TITLE] = "title",
		[FIELD_INITIATIVES] = "initiatives",
		[FIELD_DEPENDENCIES] = "dependencies",
		[FIELD_RISKS] = "risks",
		[FIELD_BLOCKERS] = "blockers",
		[FIELD_ASKS] = "asks",
		[FIELD_MITIGATIONS] = "mitigations",
		[FIELD_CHECKED] = "last check-in",
		[FIELD_MEASURE_TYPE] = "leading or lagging",
	};

	return f < COUNT_OF(NAMES) && NAMES[f] ? NAMES[f] : "note";
}

bool vocab_has_key_result(struct str s)
{
	for (size_t i = 0; i < s.n; i++) {
		const struct word *w;

		if (i && (str_is_alnum(s.p[i - 1]) ||
				 (unsigned char)s.p[i - 1] >= 0xC0))
			continue;
		w = vocab_word(str_sub(s, i, s.n));
		if (w && w->kind == WORD_KEY_RESULT && !w->needs_number)
			return true;
	}
	return false;
}

bool vocab_has_okr(struct str s)
{
	static const char *const NAMES[] = {"okrs", "okr", "objectives",
		"key results", "objetivos", "objectifs", "ziele"};

	for (size_t i = 0; i < s.n; i++) {
		if (i && str_is_alnum(s.p[i - 1]))
			continue;
		for (size_t k = 0; k < COUNT_OF(NAMES); k++) {
			if (vocab_begins(str_sub(s, i, s.n), NAMES[k]))
				return true;
		}
	}
	return false;
}
