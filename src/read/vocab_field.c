/*
 * The names of fields: of lines that begin with one, and of columns.
 */
#include "vocab_p.h"

#include "attr.h"
#include "field_p.h"
#include "now_p.h"

/* By their first letters. */
static const struct name *const FIELDS[256] = {
	['%'] = (const struct name[]){
		{"% complete", FIELD_PROGRESS},
		{"% done", FIELD_PROGRESS},
		{"% progress", FIELD_PROGRESS},
		{"%", FIELD_PROGRESS},
		{0},
	},
	['a'] = (const struct name[]){
		{"accountable owner", FIELD_OWNER},
		{"accountable", FIELD_OWNER},
		{"accountable person", FIELD_OWNER},
		{"assignee", FIELD_OWNER},
		{"assigned to", FIELD_OWNER},
		{"aligned to", FIELD_LADDERS},
		{"aligned with", FIELD_LADDERS},
		{"aligns to", FIELD_LADDERS},
		{"aligns with", FIELD_LADDERS},
		{"alignment", FIELD_LADDERS},
		{"aim", FIELD_TARGET},
		{"actual", FIELD_CURRENT},
		{"actuals", FIELD_CURRENT},
		{"actual value", FIELD_CURRENT},
		{"achieved", FIELD_CURRENT},
		{"activities", FIELD_INITIATIVES},
		{"actions", FIELD_INITIATIVES},
		{"action items", FIELD_INITIATIVES},
		{"action plan", FIELD_INITIATIVES},
		{"actions/initiatives", FIELD_INITIATIVES},
		{"ask", FIELD_ASKS},
		{"asks", FIELD_ASKS},
		{"assumptions", FIELD_NOTES},
		{"as of", FIELD_CHECKED},
		{"assessment", FIELD_GRADE},
		{"appraisal", FIELD_GRADE},
		{0},
	},
	['b'] = (const struct name[]){
		{"business owner", FIELD_OWNER},
		{"business unit", FIELD_TEAM},
		{"board contact", FIELD_OWNER},
		{"by when", FIELD_DUE},
		{"baseline", FIELD_BASELINE},
		{"base", FIELD_BASELINE},
		{"base line", FIELD_BASELINE},
		{"bets", FIELD_INITIATIVES},
		{"blocker", FIELD_BLOCKERS},
		{"blockers", FIELD_BLOCKERS},
		{"blocked by", FIELD_BLOCKERS},
		{"background", FIELD_NOTES},
		{"budget", FIELD_NOTES},
		{0},
	},
	['c'] = (const struct name[]){
		{"captain", FIELD_OWNER},
		{"caretaker", FIELD_OWNER},
		{"carried by", FIELD_OWNER},
		{"champion", FIELD_OWNER},
		{"commitment", FIELD_TYPE},
		{"confidence", FIELD_CONFIDENCE},
		{"confidence level", FIELD_CONFIDENCE},
		{"confidence score", FIELD_CONFIDENCE},
		{"confidence rating", FIELD_CONFIDENCE},
		{"contributes to", FIELD_LADDERS},
		{"convenor", FIELD_OWNER},
		{"convener", FIELD_OWNER},
		{"contributing to", FIELD_LADDERS},
		{"cascades from", FIELD_LADDERS},
		{"company objective", FIELD_LADDERS},
		{"company okr", FIELD_LADDERS},
		{"cycle", FIELD_PERIOD},
		{"current status", FIELD_STATUS},
		{"current", FIELD_CURRENT},
		{"current value", FIELD_CURRENT},
		{"currently", FIELD_CURRENT},
		{"current state", FIELD_CURRENT},
	{"current progress", FIELD_CURRENT},
		{"current score", FIELD_GRADE},
		{"completion", FIELD_PROGRESS},
		{"complete", FIELD_PROGRESS},
		{"comment", FIELD_NOTES},
		{"comments", FIELD_NOTES},
		{"context", FIELD_NOTES},
		{"contributors", FIELD_NOTES},
		{"cost", FIELD_NOTES},
		{"check-in date", FIELD_CHECKED},
		{"checked in on", FIELD_CHECKED},
		{"check-in", FIELD_NOTES},
		{"check-ins", FIELD_NOTES},
		{"check ins", FIELD_NOTES},
		{0},
	},
	['d'] = (const struct name[]){
		{"driven by", FIELD_OWNER},
		{"derived from", FIELD_LADDERS},
		{"dri", FIELD_DRI},
		{"dris", FIELD_DRI},
		{"driver", FIELD_DRI},
		{"directly responsible individual", FIELD_DRI},
		{"directly responsible", FIELD_DRI},
		{"department", FIELD_TEAM},
		{"due", FIELD_DUE},
		{"due date", FIELD_DUE},
		{"due by", FIELD_DUE},
		{"deadline", FIELD_DUE},
		{"deliverables", FIELD_INITIATIVES},
		{"dependencies", FIELD_DEPENDENCIES},
		{"dependency", FIELD_DEPENDENCIES},
		{"depends on", FIELD_DEPENDENCIES},
		{"description", FIELD_NOTES},
		{"details", FIELD_NOTES},
		{"data source", FIELD_NOTES},
		{"date", FIELD_NOTES},
		{"definition of done", FIELD_NOTES},
		{"definition", FIELD_NOTES},
		{0},
	},
	['e'] = (const struct name[]){
		{"executive owner", FIELD_OWNER},
		{"end date", FIELD_DUE},
		{"eta", FIELD_DUE},
		{"end value", FIELD_TARGET},
		{"epics", FIELD_INITIATIVES},
		{"experiments", FIELD_INITIATIVES},
		{"evidence", FIELD_NOTES},
		{"epic", FIELD_NOTES},
		{"epic owner", FIELD_OWNER},
		{"executive sponsor", FIELD_OWNER},
		{"exec sponsor", FIELD_OWNER},
		{"effort", FIELD_NOTES},
		{"evaluation", FIELD_GRADE},
		{"entreg\u00e1veis", FIELD_INITIATIVES},
		{"entregables", FIELD_INITIATIVES},
		{0},
	},
	['f'] = (const struct name[]){
		{"from", FIELD_BASELINE},
		{"final grade", FIELD_GRADE},
		{"final score", FIELD_GRADE},
		{"final okr score", FIELD_GRADE},
		{"final result", FIELD_RESULT},
		{"final outcome", FIELD_RESULT},
		{"final rating", FIELD_GRADE},
		{"final assessment", FIELD_GRADE},
		{"final evaluation", FIELD_GRADE},
		{"final value", FIELD_CURRENT},
		{"final reading", FIELD_CURRENT},
		{"final number", FIELD_CURRENT},
		{"final figure", FIELD_CURRENT},
		{"final status", FIELD_STATUS},
		{"frequency", FIELD_NOTES},
		{0},
	},
	['g'] = (const struct name[]){
		{"goal owner", FIELD_OWNER},
		{"group", FIELD_TEAM},
		{"goal", FIELD_TARGET},
		{"grade", FIELD_GRADE},
		{"grading", FIELD_GRADE},
		{0},
	},
	['h'] = (const struct name[]){
		{"health", FIELD_STATUS},
		{"health status", FIELD_STATUS},
		{"how it ended", FIELD_RESULT},
		{"how it went", FIELD_RESULT},
		{"how", FIELD_INITIATIVES},
		{"help needed", FIELD_ASKS},
		{0},
	},
	['i'] = (const struct name[]){
		{"in charge", FIELD_OWNER},
		{"in charge of this", FIELD_OWNER},
		{"initial", FIELD_BASELINE},
		{"initial value", FIELD_BASELINE},
		{"initiatives", FIELD_INITIATIVES},
		{"initiative", FIELD_INITIATIVES},
		{"initiativen", FIELD_INITIATIVES},
		{"impediments", FIELD_BLOCKERS},
		{"issue", FIELD_NOTES},
		{"indicator", FIELD_MEASURE_TYPE},
		{"indicator type", FIELD_MEASURE_TYPE},
		{0},
	},
	['j'] = (const struct name[]){
		{"judgement", FIELD_GRADE},
		{"judgment", FIELD_GRADE},
		{0},
	},
	['k'] = (const struct name[]){
		{"kr owner", FIELD_OWNER},
		{"key result owner", FIELD_OWNER},
		{"kind", FIELD_KIND},
		{"kr kind", FIELD_KIND},
		{"key initiatives", FIELD_INITIATIVES},
		{"key projects", FIELD_INITIATIVES},
		{"key activities", FIELD_INITIATIVES},
		{"key actions", FIELD_INITIATIVES},
		{"key risks", FIELD_RISKS},
		{0},
	},
	['l'] = (const struct name[]){
		{"led by", FIELD_OWNER},
		{"lead by", FIELD_OWNER},
		{"lead person", FIELD_OWNER},
		{"leader", FIELD_OWNER},
		{"looked after by", FIELD_OWNER},
		{"looking after it", FIELD_OWNER},
		{"looking after this", FIELD_OWNER},
		{"looks after it", FIELD_OWNER},
		{"looks after this", FIELD_OWNER},
		{"leading this", FIELD_OWNER},
		{"leads this", FIELD_OWNER},
		{"lead", FIELD_OWNER},
		{"level", FIELD_LEVEL},
		{"ladders up to", FIELD_LADDERS},
		{"ladders to", FIELD_LADDERS},
		{"ladder up to", FIELD_LADDERS},
		{"laddering up to", FIELD_LADDERS},
		{"linked to", FIELD_LADDERS},
		{"links to", FIELD_LADDERS},
		{"lifecycle", FIELD_STATE},
		{"lifecycle state", FIELD_STATE},
		{"latest", FIELD_CURRENT},
		{"latest update", FIELD_NOTES},
		{"links", FIELD_NOTES},
		{"last updated", FIELD_NOTES},
		{"last check-in", FIELD_CHECKED},
		{"last check in", FIELD_CHECKED},
		{"latest check-in", FIELD_CHECKED},
		{"last checked in", FIELD_CHECKED},
		{"learnings", FIELD_NOTES},
		{"leading/lagging", FIELD_MEASURE_TYPE},
		{"leading or lagging", FIELD_MEASURE_TYPE},
		{"livrables", FIELD_INITIATIVES},
		{0},
	},
	['m'] = (const struct name[]){
		{"mission owner", FIELD_OWNER},
		{"metric", FIELD_METRIC},
		{"measure", FIELD_METRIC},
		{"measured by", FIELD_METRIC},
		{"mid-quarter", FIELD_STATUS},
		{"milestones", FIELD_INITIATIVES},
		{"mitigation", FIELD_MITIGATIONS},
		{"mitigations", FIELD_MITIGATIONS},
		{"measure type", FIELD_MEASURE_TYPE},
		{0},
	},
	['n'] = (const struct name[]){
		{"now", FIELD_CURRENT},
		{"next steps", FIELD_INITIATIVES},
		{"note", FIELD_NOTES},
		{"notes", FIELD_NOTES},
		{"next review", FIELD_NOTES},
		{"next step", FIELD_NOTES},
		{0},
	},
	['o'] = (const struct name[]){
		{"own", FIELD_OWNER},
		{"ownership", FIELD_OWNER},
		{"owner", FIELD_OWNER},
		{"owners", FIELD_OWNER},
		{"owner(s)", FIELD_OWNER},
		{"owned by", FIELD_OWNER},
		{"objective owner", FIELD_OWNER},
		{"okr owner", FIELD_OWNER},
		{"okr lead", FIELD_OWNER},
		{"okr manager", FIELD_OWNER},
		{"okr level", FIELD_LEVEL},
		{"okr type", FIELD_TYPE},
		{"objective type", FIELD_TYPE},
		{"okr period", FIELD_PERIOD},
		{"okr cycle", FIELD_PERIOD},
		{"overall score", FIELD_GRADE},
		{"overall okr score", FIELD_GRADE},
		{"objective score", FIELD_GRADE},
		{"okr score", FIELD_GRADE},
		{"overall progress", FIELD_PROGRESS},
		{"outcome", FIELD_RESULT},
		{"objective title", FIELD_TITLE},
		{"objective grade", FIELD_GRADE},
		{"objective rating", FIELD_GRADE},
		{"okr grade", FIELD_GRADE},
		{"overall grade", FIELD_GRADE},
		{"overall rating", FIELD_GRADE},
		{0},
	},
	['p'] = (const struct name[]){
		{"person in charge", FIELD_OWNER},
		{"point person", FIELD_OWNER},
		{"product owner", FIELD_OWNER},
		{"person", FIELD_OWNER},
		{"priority", FIELD_PRIORITY},
		{"prio", FIELD_PRIORITY},
		{"parent", FIELD_LADDERS},
		{"parent objective", FIELD_LADDERS},
		{"parent okr", FIELD_LADDERS},
		{"parent key result", FIELD_LADDERS},
		{"period", FIELD_PERIOD},
		{"planning period", FIELD_PERIOD},
		{"progress", FIELD_PROGRESS},
		{"percent complete", FIELD_PROGRESS},
		{"percentage", FIELD_PROGRESS},
		{"progress %", FIELD_PROGRESS},
		{"progress (%)", FIELD_PROGRESS},
		{"projects", FIELD_INITIATIVES},
		{"plan", FIELD_INITIATIVES},
		{"plans", FIELD_INITIATIVES},
		{"purpose", FIELD_NOTES},
		{0},
	},
	['q'] = (const struct name[]){
		{"quarter", FIELD_PERIOD},
		{0},
	},
	['r'] = (const struct name[]){
		{"run by", FIELD_OWNER},
		{"responsibility", FIELD_OWNER},
		{"responsible party", FIELD_OWNER},
		{"responsible team", FIELD_OWNER},
		{"responsible", FIELD_OWNER},
		{"responsible person", FIELD_OWNER},
		{"responsible officer", FIELD_OWNER},
		{"resp", FIELD_OWNER},
		{"resp.", FIELD_OWNER},
		{"responsable", FIELD_OWNER},
		{"region", FIELD_REGION},
		{"rolls up to", FIELD_LADDERS},
		{"roll up to", FIELD_LADDERS},
		{"rag", FIELD_STATUS},
		{"rag status", FIELD_STATUS},
		{"reading", FIELD_CURRENT},
		{"rating", FIELD_GRADE},
		{"result", FIELD_RESULT},
		{"results", FIELD_RESULT},
		{"risks", FIELD_RISKS},
		{"risk", FIELD_RISKS},
		{"risks and mitigations", FIELD_RISKS},
		{"risks & mitigations", FIELD_RISKS},
		{"remarks", FIELD_NOTES},
		{"rationale", FIELD_NOTES},
		{"resources", FIELD_NOTES},
		{"review", FIELD_NOTES},
		{"reading date", FIELD_CHECKED},
		{"reflection", FIELD_NOTES},
		{"retrospective", FIELD_NOTES},
		{"retro", FIELD_NOTES},
		{0},
	},
	['s'] = (const struct name[]){
		{"senior responsible owner", FIELD_OWNER},
		{"service owner", FIELD_OWNER},
		{"squad", FIELD_TEAM},
		{"sponsor", FIELD_OWNER},
		{"scope", FIELD_LEVEL},
		{"supports", FIELD_LADDERS},
		{"supporting", FIELD_LADDERS},
		{"scoring", FIELD_KIND},
		{"status", FIELD_STATUS},
		{"state", FIELD_STATE},
		{"start", FIELD_BASELINE},
		{"starting", FIELD_BASELINE},
		{"starting point", FIELD_BASELINE},
		{"starting value", FIELD_BASELINE},
		{"start value", FIELD_BASELINE},
		{"scored", FIELD_GRADE},
		{"score", FIELD_GRADE},
		{"supporting initiatives", FIELD_INITIATIVES},
		{"strategies", FIELD_INITIATIVES},
		{"strategy", FIELD_INITIATIVES},
		{"summary", FIELD_NOTES},
		{"source", FIELD_NOTES},
		{"stakeholders", FIELD_NOTES},
		{"start date", FIELD_NOTES},
		{0},
	},
	['t'] = (const struct name[]){
		{"theme owner", FIELD_OWNER},
		{"team lead", FIELD_OWNER},
		{"tracking manager", FIELD_OWNER},
		{"tracking owner", FIELD_OWNER},
		{"team", FIELD_TEAM},
		{"teams", FIELD_TEAM},
		{"type", FIELD_TYPE},
		{"timeframe", FIELD_PERIOD},
		{"time frame", FIELD_PERIOD},
		{"time period", FIELD_PERIOD},
		{"timebox", FIELD_PERIOD},
		{"trend", FIELD_STATUS},
		{"target date", FIELD_DUE},
		{"today", FIELD_CURRENT},
		{"target", FIELD_TARGET},
		{"targets", FIELD_TARGET},
		{"target value", FIELD_TARGET},
		{"to", FIELD_TARGET},
		{"title", FIELD_TITLE},
		{"tasks", FIELD_INITIATIVES},
		{"task", FIELD_INITIATIVES},
		{"to do", FIELD_INITIATIVES},
		{"todo", FIELD_INITIATIVES},
		{"to-do", FIELD_INITIATIVES},
		{"tactics", FIELD_INITIATIVES},
		{"timeline", FIELD_NOTES},
		{"timelines", FIELD_NOTES},
		{0},
	},
	['u'] = (const struct name[]){
		{"unit", FIELD_UNIT},
		{"units", FIELD_UNIT},
		{"update", FIELD_NOTES},
		{"updates", FIELD_NOTES},
		{0},
	},
	['v'] = (const struct name[]){
		{"verdict", FIELD_GRADE},
		{"verantwortlich", FIELD_OWNER},
		{0},
	},
	['w'] = (const struct name[]){
		{"what happened", FIELD_RESULT},
		{"what became of it", FIELD_RESULT},
		{"who leads", FIELD_OWNER},
		{"who leads this", FIELD_OWNER},
		{"who owns it", FIELD_OWNER},
		{"who owns this", FIELD_OWNER},
		{"who is responsible", FIELD_OWNER},
		{"who's responsible", FIELD_OWNER},
		{"who is in charge", FIELD_OWNER},
		{"who's in charge", FIELD_OWNER},
		{"who looks after it", FIELD_OWNER},
		{"who looks after this", FIELD_OWNER},
		{"who", FIELD_OWNER},
		{"weight", FIELD_WEIGHT},
		{"weighting", FIELD_WEIGHT},
		{"work items", FIELD_INITIATIVES},
		{"why", FIELD_NOTES},
		{"why it matters", FIELD_NOTES},
		{"why now", FIELD_NOTES},
		{0},
	},
};

enum field vocab_look_up(struct str name, const struct name *const table[256])
{
	const struct name *row = table[str_letter(name)];
	char second = name.n > 1 ? name.p[1] : '\0';

	for (; row && row->text; row++) {
		if (str_may_follow(second, row->text[1]) &&
			str_iis(name, row->text))
			return row->field;
	}
	return FIELD_NONE;
}

static enum field field_named(struct str name)
{
	enum { LONGEST = 40 };
	enum field field;

	if (!name.n || name.n > LONGEST)
		return FIELD_NONE;
	field = vocab_look_up(name, FIELDS);
	return field == FIELD_NONE ? vocab_foreign(name) : field;
}

/* "Stand KW 12", "Status 12 May": the name, and when that was. */
static enum field field_of_day(struct str name)
{
	enum { LONGEST = 40 };
	enum field field;
	size_t at;

	if (name.n > LONGEST || !str_has_digit(name))
		return FIELD_NONE;
	at = str_find_char(name, ' ');
	if (at == STR_NONE ||
		!field_is_day(str_trim(str_sub(name, at, name.n))))
		return FIELD_NONE;
	field = field_named(str_sub(name, 0, at));
	return field == FIELD_STATUS || field == FIELD_CURRENT ||
			       field == FIELD_RESULT || field == FIELD_PROGRESS
		       ? field
		       : FIELD_NONE;
}

enum field vocab_field(struct str name)
{
	struct str whole = str_trim(name), bare;
	enum field field = field_named(whole);

	if (field == FIELD_NONE)
		field = field_of_day(whole);
	if (field != FIELD_NONE)
		return field;
	bare = vocab_bare(name);
	if (bare.n != whole.n)
		return field_named(bare);
	/* "Ad oggi:", "Hittills:" */
	if (bare.n < 2 || str_istarts(whole, "stand") ||
		!vocab_skip_now(&bare) || bare.n)
		return FIELD_NONE;
	return FIELD_CURRENT;
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
		if (w && w->kind == WORD_KEY_RESULT && !(w->is & NUMBERED))
			return true;
	}
	return false;
}
