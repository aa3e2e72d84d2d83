/*
 * How a key result will be checked, behind its sentence: "The oven is off at
 * night. Acceptance: the guard's round finds it cold."
 */
#include "noted_p.h"

#include "attr.h"
#include "keyresult.h"

/* Where "Acceptance:" and the like begin: the bytes of the label with its
 * colon, or 0. */
static size_t label_bytes(struct str s)
{
	static const char *const WORDS[] = {"acceptance criteria",
		"acceptance criterion", "acceptance", "verification method",
		"verification", "how verified", "verified by", "verify by",
		"data source", "source of data", "abnahmekriterien",
		"abnahmekriterium", "abnahme", "nachweis", "datenquelle",
		"crit\u00e8res d'acceptation", "crit\u00e8re d'acceptation",
		"v\u00e9rification", "source des donn\u00e9es",
		"criterios de aceptaci\u00f3n", "criterio de aceptaci\u00f3n",
		"verificaci\u00f3n", "fuente de datos", "fuente",
		"crit\u00e9rios de aceita\u00e7\u00e3o",
		"crit\u00e9rio de aceita\u00e7\u00e3o", "verifica\u00e7\u00e3o",
		"fonte de dados", "fonte", "criteri di accettazione",
		"verifica", "fonte dei dati", "acceptatiecriteria",
		"kryteria akceptacji",
		"\u043a\u0440\u0438\u0442\u0435\u0440\u0438\u0439 "
		"\u043f\u0440\u0438\u0451\u043c\u043a\u0438",
		"\u043f\u0440\u043e\u0432\u0435\u0440\u043a\u0430",
		"\u9a8c\u6536\u6807\u51c6", "\u9a8c\u6536\u65b9\u5f0f",
		"\u9a8c\u6536", "\u9a8c\u8bc1\u65b9\u5f0f", "\u9a8c\u8bc1",
		"\u9a57\u6536\u6a19\u6e96", "\u9a57\u6536",
		"\u6570\u636e\u6765\u6e90", "\u8cc7\u6599\u4f86\u6e90",
		"\u691c\u53ce", "\u691c\u8a3c\u65b9\u6cd5",
		"\uac80\uc99d \ubc29\ubc95", "\uac80\uc99d", NULL};
	const char *word = str_listed_start(s, WORDS);
	struct str rest;

	if (!word)
		return 0;
	rest = str_trim_left(str_sub(s, strlen(word), s.n));
	if (!str_skip(&rest, ":") && !str_skip(&rest, "\uff1a"))
		return 0;
	return s.n - rest.n;
}

/* The bytes of a sentence's end that s begins with, or 0. */
static size_t stop_bytes(struct str s)
{
	static const char *const STOPS[] = {". ", "; ", "! ", "\u3002",
		"\uff1b", " \u2014 ", " \u2013 ", NULL};
	const char *stop = str_listed_start(s, STOPS);

	return stop ? strlen(stop) : 0;
}

/* A goal that only the check tells is the key result's. */
static bool tells_goal(struct reader *r, struct str front, struct str check)
{
	struct sentence said;

	if (str_has_digit(front) || !str_has_digit(check))
		return false;
	sentence_read(r->a, check, &said);
	return said.target || said.current;
}

struct str noted_proof(struct reader *r, struct str s, struct str *check)
{
	*check = (struct str){NULL, 0};
	for (size_t i = 1; i < s.n; i++) {
		size_t stop = stop_bytes(str_sub(s, i, s.n)), label;
		struct str rest;

		if (!stop)
			continue;
		rest = str_trim_left(str_sub(s, i + stop, s.n));
		label = label_bytes(rest);
		if (!label || label == rest.n)
			continue;
		if (tells_goal(r, str_sub(s, 0, i),
			    str_trim(str_sub(rest, label, rest.n))))
			return s;
		*check = rest;
		return str_trim(str_sub(s, 0, i));
	}
	return s;
}
