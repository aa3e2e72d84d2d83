/*
 * The words and signs of a status.
 */
#include "rag_p.h"

#include "attr.h"

static const struct {
	const char *word;
	enum health health;
} WORDS[] = {
	/* longer ones before their beginnings */
	{"not on track", HEALTH_AT_RISK},
	{"on schedule", HEALTH_ON_TRACK},
	{"ahead of schedule", HEALTH_ON_TRACK},
	{"ahead of plan", HEALTH_ON_TRACK},
	{"slightly behind", HEALTH_NEEDS_ATTENTION},
	{"a bit behind", HEALTH_NEEDS_ATTENTION},
	{"behind schedule", HEALTH_NEEDS_ATTENTION},
	{"behind plan", HEALTH_NEEDS_ATTENTION},
	{"im zeitplan", HEALTH_ON_TRACK},
	{"on track", HEALTH_ON_TRACK},
	{"on-track", HEALTH_ON_TRACK},
	{"in the green", HEALTH_ON_TRACK},
	{"green", HEALTH_ON_TRACK},
	{"needs attention", HEALTH_NEEDS_ATTENTION},
	{"yellow", HEALTH_NEEDS_ATTENTION},
	{"amber", HEALTH_NEEDS_ATTENTION},
	{"orange", HEALTH_NEEDS_ATTENTION},
	{"at risk", HEALTH_AT_RISK},
	{"at-risk", HEALTH_AT_RISK},
	{"off track", HEALTH_AT_RISK},
	{"off-track", HEALTH_AT_RISK},
	{"red", HEALTH_AT_RISK},
	{"im gr\xc3\xbcnen bereich", HEALTH_ON_TRACK},
	{"gr\xc3\xbcn", HEALTH_ON_TRACK},
	{"gelb", HEALTH_NEEDS_ATTENTION},
	{"rot", HEALTH_AT_RISK},
	{"vert", HEALTH_ON_TRACK},
	{"jaune", HEALTH_NEEDS_ATTENTION},
	{"rouge", HEALTH_AT_RISK},
	{"verde", HEALTH_ON_TRACK},
	{"amarillo", HEALTH_NEEDS_ATTENTION},
	{"rojo", HEALTH_AT_RISK},
	{"en bonne voie", HEALTH_ON_TRACK},
	{"im plan", HEALTH_ON_TRACK},
	{"auf kurs", HEALTH_ON_TRACK},
	{"en buen camino", HEALTH_ON_TRACK},
	{"no caminho certo", HEALTH_ON_TRACK},
	{"healthy", HEALTH_ON_TRACK},
	{"\u00e0 risque", HEALTH_AT_RISK},
	{"en danger", HEALTH_AT_RISK},
	{"gef\u00e4hrdet", HEALTH_AT_RISK},
	{"in gefahr", HEALTH_AT_RISK},
	{"kritisch", HEALTH_AT_RISK},
	{"en riesgo", HEALTH_AT_RISK},
	{"em risco", HEALTH_AT_RISK},
	{"critical", HEALTH_AT_RISK},
	{"amarelo", HEALTH_NEEDS_ATTENTION},
	{"vermelho", HEALTH_AT_RISK},
	{"naranja", HEALTH_NEEDS_ATTENTION},
	{"giallo", HEALTH_NEEDS_ATTENTION},
	{"rosso", HEALTH_AT_RISK},
	{"groen", HEALTH_ON_TRACK},
	{"geel", HEALTH_NEEDS_ATTENTION},
	{"rood", HEALTH_AT_RISK},
	{"oranje", HEALTH_NEEDS_ATTENTION},
	{"op schema", HEALTH_ON_TRACK},
	{"op koers", HEALTH_ON_TRACK},
	{"in linea", HEALTH_ON_TRACK},
	{"a rischio", HEALTH_AT_RISK},
	{"in pericolo", HEALTH_AT_RISK},
	{"por buen camino", HEALTH_ON_TRACK},
	{"sur la bonne voie", HEALTH_ON_TRACK},
	{"dans les temps", HEALTH_ON_TRACK},
	{"dans les clous", HEALTH_ON_TRACK},
	{"dentro do prazo", HEALTH_ON_TRACK},
	{"no prazo", HEALTH_ON_TRACK},
	{"dentro del plazo", HEALTH_ON_TRACK},
	{"en plazo", HEALTH_ON_TRACK},
	{"nei tempi", HEALTH_ON_TRACK},
	{"im soll", HEALTH_ON_TRACK},
};

static const struct {
	const char *sign;
	enum health health;
} SIGNS[] = {
	{"\xf0\x9f\x9f\xa2", HEALTH_ON_TRACK}, /* circles */
	{"\xf0\x9f\x9f\xa1", HEALTH_NEEDS_ATTENTION},
	{"\xf0\x9f\x9f\xa0", HEALTH_NEEDS_ATTENTION},
	{"\xf0\x9f\x94\xb4", HEALTH_AT_RISK},
	{"\xf0\x9f\x9f\xa9", HEALTH_ON_TRACK}, /* squares */
	{"\xf0\x9f\x9f\xa8", HEALTH_NEEDS_ATTENTION},
	{"\xf0\x9f\x9f\xa7", HEALTH_NEEDS_ATTENTION},
	{"\xf0\x9f\x9f\xa5", HEALTH_AT_RISK},
	{"\xe2\x9c\x85", HEALTH_ON_TRACK}, /* tick, warning, cross */
	{"\xe2\x9a\xa0", HEALTH_NEEDS_ATTENTION},
	{"\xe2\x9d\x8c", HEALTH_AT_RISK},
	{"\u2714", HEALTH_ON_TRACK},
	{":heavy_check_mark:", HEALTH_ON_TRACK},
	{":large_green_circle:", HEALTH_ON_TRACK},
	{":green_circle:", HEALTH_ON_TRACK},
	{":white_check_mark:", HEALTH_ON_TRACK},
	{":large_yellow_circle:", HEALTH_NEEDS_ATTENTION},
	{":yellow_circle:", HEALTH_NEEDS_ATTENTION},
	{":large_orange_circle:", HEALTH_NEEDS_ATTENTION},
	{":orange_circle:", HEALTH_NEEDS_ATTENTION},
	{":warning:", HEALTH_NEEDS_ATTENTION},
	{":red_circle:", HEALTH_AT_RISK},
	{":x:", HEALTH_AT_RISK},
};

bool rag_take(struct str *s, enum health *health)
{
	struct str rest = *s;

	for (size_t i = 0; i < COUNT_OF(SIGNS); i++)
		if (str_skip(s, SIGNS[i].sign)) {
			str_skip(s, "\xef\xb8\x8f"); /* "as an emoji" */
			*health = SIGNS[i].health;
			return true;
		}
	for (size_t i = 0; i < COUNT_OF(WORDS); i++) {
		if (!str_iskip_words(&rest, WORDS[i].word))
			continue;
		if (rest.n && (str_is_alnum(rest.p[0]) || rest.p[0] == '_'))
			return false;
		*s = rest;
		*health = WORDS[i].health;
		return true;
	}
	return false;
}
