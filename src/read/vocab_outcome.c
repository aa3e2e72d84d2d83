/*
 * Columns that tell how it ended: "Achieved?", "Met", "Verdict".
 */
#include "vocab_p.h"

/* "Achieved?", "\u00bfCumpli\u00f3?": yes, no or partly. */
static bool asks_outcome(struct str header)
{
	static const char *const WORDS[] = {"achieved", "met", "hit", "done",
		"completed", "complete", "reached", "pass", "passed", "success",
		"successful", "delivered", "finished", "on target", "goal met",
		"target met", "met target", "target hit", "target reached",
		"target achieved", "goal achieved", "cumpli\u00f3",
		"se cumpli\u00f3", "cumplido", "cumplida", "cumple", "logrado",
		"lograda", "se logr\u00f3", "alcanzado", "alcanzada",
		"atingido", "atingida", "cumprido", "cumprida",
		"alcan\u00e7ado", "alcan\u00e7ada", "batida", "atteint",
		"atteinte", "tenu", "r\u00e9ussi", "erreicht", "geschafft",
		"erf\u00fcllt", "ziel erreicht", "behaald", "gehaald",
		"raggiunto", "raggiunta", "centrato", "osi\u0105gni\u0119to",
		"uppn\u00e5tt", "n\u00e5dd", "opn\u00e5et", "saavutettu",
		"tercapai", "\u8fbe\u6210", "\u8fbe\u6807", "\u5b8c\u6210",
		"\u9054\u6210",
		/* Russian for reached and done */
		"\u0434\u043e\u0441\u0442\u0438\u0433\u043d\u0443\u0442\u043e",
		"\u0432\u044b\u043f\u043e\u043b\u043d\u0435\u043d\u043e", NULL};
	struct str s = str_trim(header);

	if (str_ends(s, "?"))
		s.n--;
	else if (str_ends(s, "\uff1f"))
		s.n -= strlen("\uff1f");
	else
		return false;
	s = str_trim(s);
	str_skip(&s, "\u00bf");
	return str_is_listed(s, WORDS);
}

/* Columns of how it ended, whole names. */
// clang-format off
static const struct name *const OUTCOMES[256] = {
	['c'] = (const struct name[]){
		{"cumplimiento", FIELD_STATUS},
		{0},
	},
	['e'] = (const struct name[]){
		{"esito", FIELD_STATUS},
		{0},
	},
	['g'] = (const struct name[]){
		{"grado de cumplimiento", FIELD_PROGRESS},
		{0},
	},
	['m'] = (const struct name[]){
		{"met", FIELD_STATUS},
		{"met/not met", FIELD_STATUS},
		{0},
	},
	['p'] = (const struct name[]){
		{"pass/fail", FIELD_STATUS},
		{0},
	},
	['v'] = (const struct name[]){
		{"verdict", FIELD_STATUS},
		{0},
	},
	[0xd0] = (const struct name[]){
		{"\u0418\u0442\u043e\u0433", FIELD_RESULT},
		{"\u0418\u0442\u043e\u0433\u0438", FIELD_RESULT},
		{0},
	},
	[0xd1] = (const struct name[]){
		{"\u0420\u0435\u0437\u0443\u043b\u044c\u0442\u0430\u0442", FIELD_RESULT},
		{0},
	},
	[0xe5] = (const struct name[]){
		{"\u5b8c\u6210\u60c5\u51b5", FIELD_RESULT},
		{"\u5b8c\u6210\u72b6\u6001", FIELD_STATUS},
		{0},
	},
	[0xe6] = (const struct name[]){
		{"\u662f\u5426\u5b8c\u6210", FIELD_STATUS},
		{"\u662f\u5426\u8fbe\u6210", FIELD_STATUS},
		{"\u662f\u5426\u8fbe\u6807", FIELD_STATUS},
		{0},
	},
	[0xe7] = (const struct name[]){
		{"\u7d50\u679c", FIELD_RESULT},
		{"\u7ed3\u679c", FIELD_RESULT},
		{0},
	},
	[0xe8] = (const struct name[]){
		{"\u8fbe\u6210\u60c5\u51b5", FIELD_RESULT},
		{0},
	},
	[0xe9] = (const struct name[]){
		{"\u9054\u6210\u72b6\u6cc1", FIELD_STATUS},
		{"\u9054\u6210\u60c5\u6cc1", FIELD_RESULT},
		{0},
	},
	[0xeb] = (const struct name[]){
		{"\ub2ec\uc131 \uc5ec\ubd80", FIELD_STATUS},
		{0},
	},
};
// clang-format on

enum field vocab_outcome(struct str header)
{
	if (asks_outcome(header))
		return FIELD_STATUS;
	return vocab_look_up(str_trim(header), OUTCOMES);
}
