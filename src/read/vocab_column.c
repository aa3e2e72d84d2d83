/*
 * The words of a table's header.  Any that a field has, and more: a column
 * may be named by one word where a line would need a sentence.
 */
#include "mark_p.h"
#include "vocab_p.h"

#include <stdint.h>

#include "attr.h"
#include "date.h"

/* The whole of a header; by their first letters. */
// clang-format off
static const struct name *const WHOLE[256] = {
	['#'] = (const struct name[]){
		{"#", FIELD_NUMBER},
		{0},
	},
	['a'] = (const struct name[]){
		{"as is", FIELD_BASELINE},
		{"as-is", FIELD_BASELINE},
		{"after", FIELD_TARGET},
		{"ambition", FIELD_TARGET},
		{0},
	},
	['b'] = (const struct name[]){
		{"before", FIELD_BASELINE},
		{"birim", FIELD_UNIT},
		{0},
	},
	['c'] = (const struct name[]){
		{"commit", FIELD_TARGET},
		{0},
	},
	['d'] = (const struct name[]){
		{"desired", FIELD_TARGET},
		{"desired value", FIELD_TARGET},
		{"doelstelling", FIELD_OBJECTIVE},
		{0},
	},
	['i'] = (const struct name[]){
		{"id", FIELD_NUMBER},
		{"issue id", FIELD_NUMBER},
		{"issue key", FIELD_NUMBER},
		{"indicator", FIELD_METRIC},
		{0},
	},
	['k'] = (const struct name[]){
		{"key", FIELD_NUMBER},
		{"kr #", FIELD_NUMBER},
		{"kr#", FIELD_NUMBER},
		{"kr id", FIELD_NUMBER},
		{"kr no", FIELD_NUMBER},
		{"kr number", FIELD_NUMBER},
		{"key result", FIELD_KEY_RESULT},
		{"key results", FIELD_KEY_RESULT},
		{"key result(s)", FIELD_KEY_RESULT},
		{"kr", FIELD_KEY_RESULT},
		{"krs", FIELD_KEY_RESULT},
		{"kr description", FIELD_KEY_RESULT},
		{"key result description", FIELD_KEY_RESULT},
		{"kr text", FIELD_KEY_RESULT},
		{"kpi", FIELD_METRIC},
		{"kernresultaat", FIELD_KEY_RESULT},
		{"kernresultaten", FIELD_KEY_RESULT},
		{0},
	},
	['l'] = (const struct name[]){
		{"last quarter", FIELD_BASELINE},
		{"last year", FIELD_BASELINE},
		{"last period", FIELD_BASELINE},
		{0},
	},
	['m'] = (const struct name[]){
		{"measurable key result", FIELD_KEY_RESULT},
		{"measurable result", FIELD_KEY_RESULT},
		{"measure of success", FIELD_KEY_RESULT},
		{"measures of success", FIELD_KEY_RESULT},
		{"m\u00e9trica", FIELD_METRIC},
		{"metrica", FIELD_METRIC},
		{"metrik", FIELD_METRIC},
		{"m\u00e9trique", FIELD_METRIC},
		{"metriek", FIELD_METRIC},
		{"mesure", FIELD_METRIC},
		{"medida", FIELD_METRIC},
		{"messwert", FIELD_CURRENT},
		{"messgr\u00f6\u00dfe", FIELD_METRIC},
		{0},
	},
	['n'] = (const struct name[]){
		{"no", FIELD_NUMBER},
		{"no.", FIELD_NUMBER},
		{"nr", FIELD_NUMBER},
		{"number", FIELD_NUMBER},
		{0},
	},
	['o'] = (const struct name[]){
		{"objective", FIELD_OBJECTIVE},
		{"objectives", FIELD_OBJECTIVE},
		{"objective(s)", FIELD_OBJECTIVE},
		{"our objective", FIELD_OBJECTIVE},
		{"o", FIELD_OBJECTIVE},
		{"objectif", FIELD_OBJECTIVE},
		{"objetivo", FIELD_OBJECTIVE},
		{"objective description", FIELD_OBJECTIVE},
		{"objective name", FIELD_OBJECTIVE},
		{"okr", FIELD_BOTH},
		{"okr id", FIELD_NUMBER},
		{"okrs", FIELD_BOTH},
		{"obiettivo", FIELD_OBJECTIVE},
		{0},
	},
	['p'] = (const struct name[]){
		{"previous", FIELD_BASELINE},
		{"previous quarter", FIELD_BASELINE},
		{"previous value", FIELD_BASELINE},
		{"prior quarter", FIELD_BASELINE},
		{0},
	},
	['r'] = (const struct name[]){
		{"r\u00e9sultat cl\u00e9", FIELD_KEY_RESULT},
		{"r\u00e9sultats cl\u00e9s", FIELD_KEY_RESULT},
		{"resultado clave", FIELD_KEY_RESULT},
		{"resultados clave", FIELD_KEY_RESULT},
		{"resultado-chave", FIELD_KEY_RESULT},
		{"resultados-chave", FIELD_KEY_RESULT},
		{"resultado chave", FIELD_KEY_RESULT},
		{"risultato chiave", FIELD_KEY_RESULT},
		{"risultati chiave", FIELD_KEY_RESULT},
		{0},
	},
	['s'] = (const struct name[]){
		{"strategic objective", FIELD_OBJECTIVE},
		{"schl\u00fcsselergebnis", FIELD_KEY_RESULT},
		{"schl\u00fcsselergebnisse", FIELD_KEY_RESULT},
		{0},
	},
	['t'] = (const struct name[]){
		{"this week", FIELD_CURRENT},
		{"this month", FIELD_CURRENT},
		{"this quarter", FIELD_CURRENT},
		{"to be", FIELD_TARGET},
		{"to-be", FIELD_TARGET},
		{0},
	},
	['w'] = (const struct name[]){
		{"was", FIELD_BASELINE},
		{"where we are", FIELD_BASELINE},
		{"where we start", FIELD_BASELINE},
		{"where we are today", FIELD_BASELINE},
		{"where we are now", FIELD_BASELINE},
		{"where we want to be", FIELD_TARGET},
		{"where we want to go", FIELD_TARGET},
		{"where we will be", FIELD_TARGET},
		{"where we'll be", FIELD_TARGET},
		{"where we need to be", FIELD_TARGET},
		{"where we should be", FIELD_TARGET},
		{0},
	},
	['z'] = (const struct name[]){
		{"ziel", FIELD_OBJECTIVE},
		{0},
	},
	['u'] = (const struct name[]){
		{"unid.", FIELD_UNIT},
		{"unidade", FIELD_UNIT},
		{"unidad", FIELD_UNIT},
		{"unit\u00e9", FIELD_UNIT},
		{"unit\u00e0", FIELD_UNIT},
		{"uom", FIELD_UNIT},
		{0},
	},
	['e'] = (const struct name[]){
		{"einheit", FIELD_UNIT},
		{"eenheid", FIELD_UNIT},
		{"enhet", FIELD_UNIT},
		{0},
	},
	['j'] = (const struct name[]){
		{"jednostka", FIELD_UNIT},
		{0},
	},
};
// clang-format on

/* One of its words. */
static const struct name PARTS[] = {
	{"parent", FIELD_LADDERS},
	{"baseline", FIELD_BASELINE},
	{"starting", FIELD_BASELINE},
	{"start", FIELD_BASELINE},
	{"start value", FIELD_BASELINE},
	{"target date", FIELD_DUE},
	{"due", FIELD_DUE},
	{"deadline", FIELD_DUE},
	{"target", FIELD_TARGET},
	{"goal", FIELD_TARGET},
	{"confidence", FIELD_CONFIDENCE},
	{"owner", FIELD_OWNER},
	{"dri", FIELD_DRI},
	{"responsible", FIELD_OWNER},
	{"status", FIELD_STATUS},
	{"health", FIELD_STATUS},
	{"current", FIELD_CURRENT},
	{"actual", FIELD_CURRENT},
	{"grade", FIELD_GRADE},
	{"score", FIELD_GRADE},
	{"bewertung", FIELD_GRADE},
	{"zielerreichung", FIELD_PROGRESS},
	{"progress", FIELD_PROGRESS},
	{"weight", FIELD_WEIGHT},
	{"initiative", FIELD_INITIATIVES},
	{"notes", FIELD_NOTES},
	{"comment", FIELD_NOTES},
	{"dependency", FIELD_DEPENDENCIES},
	{"dependencies", FIELD_DEPENDENCIES},
	{"mitigation", FIELD_MITIGATIONS},
	{"measured", FIELD_CURRENT},
	{"achieved", FIELD_CURRENT},
	{"medido", FIELD_CURRENT},
	{"obtenido", FIELD_CURRENT},
	{"obtido", FIELD_CURRENT},
	{"alcanzado", FIELD_CURRENT},
	{"alcan\u00e7ado", FIELD_CURRENT},
	{"mesur\u00e9", FIELD_CURRENT},
	{"obtenu", FIELD_CURRENT},
	{"atteint", FIELD_CURRENT},
	{"gemessen", FIELD_CURRENT},
	{"erreicht", FIELD_CURRENT},
	{"behaald", FIELD_CURRENT},
	{"raggiunto", FIELD_CURRENT},
	{"linha de base", FIELD_BASELINE},
	{"l\u00ednea base", FIELD_BASELINE},
	{"linea base", FIELD_BASELINE},
	{"partida", FIELD_BASELINE},
	{"meta", FIELD_TARGET},
	{"alvo", FIELD_TARGET},
	{"cible", FIELD_TARGET},
	{"zielwert", FIELD_TARGET},
	{"jahresziel", FIELD_TARGET},
	{"quartalsziel", FIELD_TARGET},
	{"objectif annuel", FIELD_TARGET},
	{"atual", FIELD_CURRENT},
	{"actuel", FIELD_CURRENT},
	{"aktuell", FIELD_CURRENT},
	{"progresso", FIELD_PROGRESS},
	{"progreso", FIELD_PROGRESS},
	{"avance", FIELD_PROGRESS},
	{"respons\u00e1vel", FIELD_OWNER},
	{"responsable", FIELD_OWNER},
	{"verantwortlich", FIELD_OWNER},
	{"estado", FIELD_STATUS},
	{"statut", FIELD_STATUS},
	{"sem\u00e1foro", FIELD_STATUS},
};

/* Where no blanks part words: what a header has in it, the first that fits. */
static const struct name EAST[] = {
	{"\u8861\u91cf", FIELD_METRIC},
	{"\u5ea6\u91cf", FIELD_METRIC},
	{"\u6d4b\u91cf", FIELD_METRIC},
	{"\u6e2c\u5b9a", FIELD_METRIC},
	{"\uce21\uc815", FIELD_METRIC},
	{"\u57fa\u7ebf", FIELD_BASELINE},
	{"\u57fa\u7dda", FIELD_BASELINE},
	{"\u57fa\u51c6", FIELD_BASELINE},
	{"\u57fa\u6e96", FIELD_BASELINE},
	{"\u521d\u59cb", FIELD_BASELINE},
	{"\u8d77\u59cb", FIELD_BASELINE},
	{"\u8d77\u70b9", FIELD_BASELINE},
	{"\uae30\uc900\uce58", FIELD_BASELINE},
	{"\u76ee\u6807\u503c", FIELD_TARGET},
	{"\u76ee\u6a19\u503c", FIELD_TARGET},
	{"\u76ee\u6a19\u5024", FIELD_TARGET},
	{"\u76ee\u6807\u6570", FIELD_TARGET},
	{"\u6307\u6807\u503c", FIELD_TARGET},
	{"\ubaa9\ud45c\uac12", FIELD_TARGET},
	{"\ubaa9\ud45c\uce58", FIELD_TARGET},
	{"\ubaa9\ud45c \uc218\uce58", FIELD_TARGET},
	{"\u8fbe\u6210\u7387", FIELD_PROGRESS},
	{"\u9054\u6210\u7387", FIELD_PROGRESS},
	{"\u5b8c\u6210\u7387", FIELD_PROGRESS},
	{"\u5b8c\u6210\u5ea6", FIELD_PROGRESS},
	{"\u8fdb\u5ea6", FIELD_PROGRESS},
	{"\u9032\u5ea6", FIELD_PROGRESS},
	{"\u9032\u6357", FIELD_PROGRESS},
	{"\uc9c4\ud589", FIELD_PROGRESS},
	{"\ub2ec\uc131", FIELD_PROGRESS},
	{"\u4fe1\u5fc3", FIELD_CONFIDENCE},
	{"\u81ea\u4fe1", FIELD_CONFIDENCE},
	{"\uc790\uc2e0\uac10", FIELD_CONFIDENCE},
	{"\u8bc4\u5206", FIELD_GRADE},
	{"\u8a55\u5206", FIELD_GRADE},
	{"\u5f97\u5206", FIELD_GRADE},
	{"\u6253\u5206", FIELD_GRADE},
	{"\u81ea\u8bc4", FIELD_GRADE},
	{"\u30b9\u30b3\u30a2", FIELD_GRADE},
	{"\uc810\uc218", FIELD_GRADE},
	{"\u72b6\u6001", FIELD_STATUS},
	{"\u72c0\u614b", FIELD_STATUS},
	{"\u8a55\u4fa1", FIELD_STATUS},
	{"\u8bc4\u4ef7", FIELD_STATUS},
	{"\u7ea2\u7eff\u706f", FIELD_STATUS},
	{"\u30b9\u30c6\u30fc\u30bf\u30b9", FIELD_STATUS},
	{"\uc0c1\ud0dc", FIELD_STATUS},
	{"\u5f53\u524d", FIELD_CURRENT},
	{"\u76ee\u524d", FIELD_CURRENT},
	{"\u73fe\u5728", FIELD_CURRENT},
	{"\u73b0\u5728", FIELD_CURRENT},
	{"\u5b9e\u9645", FIELD_CURRENT},
	{"\u5be6\u969b", FIELD_CURRENT},
	{"\u5b9f\u7e3e", FIELD_CURRENT},
	{"\u73fe\u72b6", FIELD_CURRENT},
	{"\ud604\uc7ac", FIELD_CURRENT},
	{"\uc2e4\uc801", FIELD_CURRENT},
	{"\u8d1f\u8d23", FIELD_OWNER},
	{"\u8ca0\u8cac", FIELD_OWNER},
	{"\u62c5\u5f53", FIELD_OWNER},
	{"\u8d23\u4efb", FIELD_OWNER},
	{"\u8cac\u4efb", FIELD_OWNER},
	{"\ub2f4\ub2f9", FIELD_OWNER},
	{"\ucc45\uc784", FIELD_OWNER},
	{"\u622a\u6b62", FIELD_DUE},
	{"\u671f\u9650", FIELD_DUE},
	{"\u5b8c\u6210\u65f6\u95f4", FIELD_DUE},
	{"\u5b8c\u6210\u65e5\u671f", FIELD_DUE},
	{"\u5b8c\u6210\u6642\u9593", FIELD_DUE},
	{"\ub9c8\uac10", FIELD_DUE},
	{"\uae30\ud55c", FIELD_DUE},
	{"\u6743\u91cd", FIELD_WEIGHT},
	{"\u6b0a\u91cd", FIELD_WEIGHT},
	{"\u91cd\u307f", FIELD_WEIGHT},
	{"\uac00\uc911\uce58", FIELD_WEIGHT},
	{"\u5907\u6ce8", FIELD_NOTES},
	{"\u5099\u8a3b", FIELD_NOTES},
	{"\u5099\u8003", FIELD_NOTES},
	{"\u8bf4\u660e", FIELD_NOTES},
	{"\u8aaa\u660e", FIELD_NOTES},
	{"\ube44\uace0", FIELD_NOTES},
	{"\u5355\u4f4d", FIELD_UNIT},
	{"\u55ae\u4f4d", FIELD_UNIT},
	{"\u5358\u4f4d", FIELD_UNIT},
	{"\ub2e8\uc704", FIELD_UNIT},
	{"\u6307\u6807", FIELD_METRIC},
	{"\u6307\u6a19", FIELD_METRIC},
	{"\uc9c0\ud45c", FIELD_METRIC},
};

static enum field east_of(struct str name)
{
	enum { LONGEST = 30 };

	if (name.n > LONGEST || !str_has_high(name))
		return FIELD_NONE;
	for (size_t i = 0; i < COUNT_OF(EAST); i++) {
		if (str_find(name, str_of(EAST[i].text)) != STR_NONE)
			return EAST[i].field;
	}
	return FIELD_NONE;
}

/* The bytes in it as bits, capital and small letters as one. */
static uint32_t letters_in(struct str s)
{
	uint32_t letters = 0;

	for (size_t i = 0; i < s.n; i++)
		letters |= UINT32_C(1) << (s.p[i] & 31);
	return letters;
}

/* A header with such a word in it. */
static enum field part_of(struct str name)
{
	uint32_t letters = letters_in(name);

	for (size_t i = 0; i < COUNT_OF(PARTS); i++) {
		struct str tail;
		size_t at;

		if (!(letters >> (PARTS[i].text[0] & 31) & 1))
			continue;
		at = str_ifind(name, str_of(PARTS[i].text));
		if (at == STR_NONE || (at && str_is_alpha(name.p[at - 1])))
			continue;
		tail = str_sub(name, at + strlen(PARTS[i].text), name.n);
		if (!tail.n || !str_is_alpha(tail.p[0]) || str_iis(tail, "s"))
			return PARTS[i].field;
	}
	return east_of(name);
}

/* "5,037", "72 %": no word names a column by digits alone.  Tables may have
 * headers in their middle, so every cell is asked. */
static bool is_number(struct str s)
{
	bool digit = false;

	if (s.n && strchr("%#", s.p[0])) /* "% (2025)" */
		return false;
	for (size_t i = 0; i < s.n; i++) {
		if (str_is_alpha(s.p[i]) || (unsigned char)s.p[i] >= 0x80)
			return false;
		digit = digit || str_is_digit(s.p[i]);
	}
	return digit;
}

static enum field last_word(struct str name)
{
	size_t space = str_rfind_char(name, ' ');

	name = space == STR_NONE ? name : str_sub(name, space + 1, name.n);
	return vocab_begins(name, "goal") || vocab_begins(name, "goals")
		       ? FIELD_OBJECTIVE
		       : vocab_look_up(name, WHOLE);
}

/* "Strategic objective / key result", "Goals and KRs": rows of both. */
static bool is_of_both(struct str name)
{
	static const char *const SIGNS[] = {"/", " & ", " and ", " or ", " + "};

	for (size_t i = 0; i < COUNT_OF(SIGNS); i++) {
		size_t at = str_ifind(name, str_of(SIGNS[i]));
		struct str rest;

		if (at == STR_NONE || last_word(str_trim(str_sub(
					      name, 0, at))) != FIELD_OBJECTIVE)
			continue;
		rest = str_sub(name, at + strlen(SIGNS[i]), name.n);
		if (vocab_look_up(str_trim(rest), WHOLE) == FIELD_KEY_RESULT)
			return true;
	}
	return false;
}

/* "Objective/Opportunity", "Theme / Objective": one of two names is enough. */
static enum field either_of(struct str name)
{
	struct str part;
	size_t slash = str_find_char(name, '/');

	if (slash == STR_NONE)
		return FIELD_NONE;
	while (str_take_until(&name, '/', &part)) {
		enum field f = vocab_look_up(str_trim(part), WHOLE);

		if (f == FIELD_OBJECTIVE || f == FIELD_KEY_RESULT)
			return f;
	}
	return FIELD_NONE;
}

/* A word that marks lines may name a column, too. */
static enum field word_of(struct str name)
{
	const struct word *w = vocab_word(name);

	if (!w || (w->is & NUMBERED) || (w->is & WEAK) ||
		strlen(w->text) != name.n)
		return FIELD_NONE;
	return w->kind == WORD_OBJECTIVE ? FIELD_OBJECTIVE : FIELD_KEY_RESULT;
}

/* "Resultado clave medible", "Key results in Q3" */
static bool begins_key_result(struct str name)
{
	const struct word *w = vocab_word(name);

	return w && w->kind == WORD_KEY_RESULT && !(w->is & NUMBERED) &&
	       strlen(w->text) > 3 && strlen(w->text) < name.n &&
	       !str_is_digit(name.p[name.n - 1]);
}

/* "Key results, owner", "Key results (from \u2192 to) and owner" */
static bool begins_more(struct str name)
{
	const struct word *w = vocab_word(name);
	struct str rest;

	if (!begins_key_result(name))
		return false;
	rest = str_sub(name, strlen(w->text), name.n);
	return str_starts(rest, " (") || str_starts(rest, ", ") ||
	       str_starts(rest, " & ") || str_istarts(rest, " and ");
}

/* "Target (KR)": what our word behind it says. */
static enum field glossed(struct str header)
{
	size_t open = str_rfind_char(header, '(');

	if (open == STR_NONE || !open || !str_ends(header, ")"))
		return FIELD_NONE;
	return word_of(str_trim(str_sub(header, open + 1, header.n - 1)));
}

/* "How measured", "Measured by": where a number comes from, not the number. */
static bool is_way(struct str name)
{
	static const char *const WORDS[] = {"how", "measured by", "measured in",
		"measured with", "measured via", "measured using",
		"measured through", "measured at", "measured from"};

	for (size_t i = 0; i < COUNT_OF(WORDS); i++) {
		if (vocab_begins(name, WORDS[i]))
			return true;
	}
	return false;
}

/* What "Q1 so far", "2025 YTD", "Stand 31.3." say beside a time. */
static enum field timed(struct str name)
{
	struct str word = vocab_besides_time(name);
	enum field f;

	if (word.n == name.n)
		return FIELD_NONE;
	f = vocab_look_up(word, VOCAB_COLUMN_MORE);
	if (f == FIELD_NONE)
		f = vocab_look_up(word, WHOLE);
	return f == FIELD_NONE ? vocab_field(word) : f;
}

/* "This year (goal)": what a remark says of an unknown name. */
static enum field valued(struct str header)
{
	size_t open = str_rfind_char(header, '(');
	enum field f;

	header = str_trim(header);
	if (open == STR_NONE || !open || !str_ends(header, ")"))
		return FIELD_NONE;
	f = vocab_field(str_sub(header, open + 1, header.n - 1));
	return f == FIELD_BASELINE || f == FIELD_TARGET || f == FIELD_CURRENT
		       ? f
		       : FIELD_NONE;
}

static bool is_of(struct str name, enum field f)
{
	return vocab_field(name) == f || part_of(name) == f;
}

/* "Baseline \u2192 Target", "From / To": both in one column. */
static bool is_from_to(struct str name)
{
	static const char *const SIGNS[] = {
		"\u2192", "->", "=>", " to ", "/", "\u2013", " - "};

	for (size_t i = 0; i < COUNT_OF(SIGNS); i++) {
		size_t at = str_find(name, str_of(SIGNS[i]));
		struct str from, to;

		if (at == STR_NONE)
			continue;
		from = str_trim(str_sub(name, 0, at));
		to = str_trim(str_sub(name, at + strlen(SIGNS[i]), name.n));
		return str_words(from) < 3 && str_words(to) < 3 &&
		       is_of(from, FIELD_BASELINE) && is_of(to, FIELD_TARGET);
	}
	return false;
}

/* "As of 3 May", "Position at March 2026", "Situation au 31 mars" */
static bool is_stand(struct str name)
{
	static const char *const WORDS[] = {"as of ", "as at ", "position at ",
		"position as at ", "position as of ", "position on ",
		"position in ", "situation at ", "situation as of ",
		"situation au ", "situation en ", "state as of ", "state at ",
		"level at ", "standing at ", "situaci\u00f3n a ",
		"situa\u00e7\u00e3o em ", "situazione al "};

	for (size_t i = 0; i < COUNT_OF(WORDS); i++) {
		if (str_istarts(name, WORDS[i]))
			return i == 0 || str_has_digit(name) ||
			       !str_words(vocab_besides_time(str_sub(
				       name, strlen(WORDS[i]), name.n)));
	}
	return false;
}

enum field vocab_column(struct str header)
{
	struct str name;
	enum field field;

	if (is_number(header))
		return FIELD_NONE;
	field = glossed(str_trim(header));
	if (field != FIELD_NONE)
		return field;
	field = vocab_outcome(header);
	if (field != FIELD_NONE)
		return field;
	name = vocab_bare(header);
	field = is_from_to(name) ? FIELD_TARGET
				 : vocab_look_up(name, VOCAB_COLUMN_MORE);
	if (field != FIELD_NONE)
		return field;
	if (str_iis(name, "in progress") /* how many are */ || is_way(name))
		return FIELD_NONE;
	field = vocab_look_up(name, WHOLE);
	if (field == FIELD_NONE && name.n < str_trim(header).n)
		field = vocab_look_up(str_trim(header), WHOLE);
	if (field == FIELD_NONE && is_of_both(name))
		return FIELD_BOTH;
	if (field == FIELD_NONE)
		field = vocab_field(header);
	if (field == FIELD_NONE)
		field = either_of(name);
	if (field == FIELD_NONE)
		field = word_of(name);
	if (field == FIELD_NONE && is_stand(name))
		field = FIELD_CURRENT;
	if (field == FIELD_NONE && vocab_is_deadline(name))
		field = FIELD_TARGET;
	if (field == FIELD_NONE && begins_more(name))
		field = FIELD_KEY_RESULT;
	if (field == FIELD_NONE)
		field = part_of(name);
	if (field == FIELD_NONE && begins_key_result(name))
		field = FIELD_KEY_RESULT;
	if (field == FIELD_NONE)
		field = timed(name);
	return field == FIELD_NONE ? valued(header) : field;
}
