/*
 * The labels and headings of check-ins, and what stands behind them or below.
 */
#include "checkin_walk_p.h"

#include "words.h"

static const struct {
	const char *name;
	enum remark remark;
} REMARKS[] = {
	{"blocker", REMARK_BLOCKER},
	{"blockers", REMARK_BLOCKER},
	{"blocked by", REMARK_BLOCKER},
	{"blocked on", REMARK_BLOCKER},
	{"blocked", REMARK_BLOCKER},
	{"blocking", REMARK_BLOCKER},
	{"impediment", REMARK_BLOCKER},
	{"impediments", REMARK_BLOCKER},
	{"issues", REMARK_BLOCKER},
	{"obstacle", REMARK_BLOCKER},
	{"obstacles", REMARK_BLOCKER},
	{"problem", REMARK_BLOCKER},
	{"problems", REMARK_BLOCKER},
	{"blockade", REMARK_BLOCKER},
	{"blocker/hindernisse", REMARK_BLOCKER},
	{"hindernis", REMARK_BLOCKER},
	{"hindernisse", REMARK_BLOCKER},
	{"blocage", REMARK_BLOCKER},
	{"blocages", REMARK_BLOCKER},
	{"point bloquant", REMARK_BLOCKER},
	{"points bloquants", REMARK_BLOCKER},
	{"bloqueo", REMARK_BLOCKER},
	{"bloqueos", REMARK_BLOCKER},
	{"bloqueio", REMARK_BLOCKER},
	{"bloqueios", REMARK_BLOCKER},
	{"impedimentos", REMARK_BLOCKER},
	{"ask", REMARK_ASK},
	{"asks", REMARK_ASK},
	{"our ask", REMARK_ASK},
	{"help", REMARK_ASK},
	{"help needed", REMARK_ASK},
	{"help wanted", REMARK_ASK},
	{"support needed", REMARK_ASK},
	{"needs", REMARK_ASK},
	{"need", REMARK_ASK},
	{"need help with", REMARK_ASK},
	{"request", REMARK_ASK},
	{"requests", REMARK_ASK},
	{"decision needed", REMARK_ASK},
	{"decisions needed", REMARK_ASK},
	{"hilfe", REMARK_ASK},
	{"bitte", REMARK_ASK},
	{"bedarf", REMARK_ASK},
	{"demande", REMARK_ASK},
	{"demandes", REMARK_ASK},
	{"besoin", REMARK_ASK},
	{"besoins", REMARK_ASK},
	{"ayuda", REMARK_ASK},
	{"petici\u00f3n", REMARK_ASK},
	{"ajuda", REMARK_ASK},
	{"pedido", REMARK_ASK},
	{"risk", REMARK_RISK},
	{"risks", REMARK_RISK},
	{"concern", REMARK_RISK},
	{"concerns", REMARK_RISK},
	{"risiko", REMARK_RISK},
	{"risiken", REMARK_RISK},
	{"risque", REMARK_RISK},
	{"risques", REMARK_RISK},
	{"riesgo", REMARK_RISK},
	{"riesgos", REMARK_RISK},
	{"risco", REMARK_RISK},
	{"riscos", REMARK_RISK},
	{"mitigation", REMARK_MITIGATION},
	{"mitigations", REMARK_MITIGATION},
	{"mitigation plan", REMARK_MITIGATION},
	{"countermeasure", REMARK_MITIGATION},
	{"countermeasures", REMARK_MITIGATION},
	{"path to green", REMARK_MITIGATION},
	{"back to green", REMARK_MITIGATION},
	{"gegenma\u00dfnahme", REMARK_MITIGATION},
	{"gegenma\u00dfnahmen", REMARK_MITIGATION},
	{"\u98ce\u9669", REMARK_RISK}, /* Chinese, Japanese */
	{"\u98a8\u96aa", REMARK_RISK},
	{"\u30ea\u30b9\u30af", REMARK_RISK},
	{"\u963b\u788d", REMARK_BLOCKER},
	{"\u963b\u585e", REMARK_BLOCKER},
	{"\u969c\u788d", REMARK_BLOCKER},
	{"\u9700\u8981\u652f\u6301", REMARK_ASK},
	{"\u6c42\u52a9", REMARK_ASK},
	{"\u7f13\u89e3\u63aa\u65bd", REMARK_MITIGATION},
	{"confidence", REMARK_CONFIDENCE},
	{"confidence level", REMARK_CONFIDENCE},
	{"conf", REMARK_CONFIDENCE},
	{"confidence score", REMARK_CONFIDENCE},
	{"our confidence", REMARK_CONFIDENCE},
	{"zuversicht", REMARK_CONFIDENCE},
	{"konfidenz", REMARK_CONFIDENCE},
	{"confiance", REMARK_CONFIDENCE},
	{"confianza", REMARK_CONFIDENCE},
	{"confian\u00e7a", REMARK_CONFIDENCE},
	{"status", REMARK_STATUS},
	{"health", REMARK_STATUS},
	{"health status", REMARK_STATUS},
	{"rag", REMARK_STATUS},
	{"rag status", REMARK_STATUS},
	{"traffic light", REMARK_STATUS},
	{"ampel", REMARK_STATUS},
	{"statut", REMARK_STATUS},
	{"sant\u00e9", REMARK_STATUS},
	{"m\u00e9t\u00e9o", REMARK_STATUS},
	{"estado", REMARK_STATUS},
	{"sem\u00e1foro", REMARK_STATUS},
	{"overall", REMARK_OVERALL},
	{"overall status", REMARK_OVERALL},
	{"overall health", REMARK_OVERALL},
	{"objective status", REMARK_OVERALL},
	{"objective health", REMARK_OVERALL},
	{"objective", REMARK_OVERALL},
	{"current", REMARK_VALUE},
	{"current value", REMARK_VALUE},
	{"curr", REMARK_VALUE},
	{"cur", REMARK_VALUE},
	{"actuals", REMARK_VALUE},
	{"actual value", REMARK_VALUE},
	{"latest value", REMARK_VALUE},
	{"this month", REMARK_VALUE},
	{"this sprint", REMARK_VALUE},
	{"this quarter", REMARK_VALUE},
	{"this period", REMARK_VALUE},
	{"current week", REMARK_VALUE},
	{"diese woche", REMARK_VALUE},
	{"cette semaine", REMARK_VALUE},
	{"esta semana", REMARK_VALUE},
	{"wert", REMARK_VALUE},
	{"aktueller stand", REMARK_VALUE},
	{"valeur", REMARK_VALUE},
	{"valor", REMARK_VALUE},
	{"valor actual", REMARK_VALUE},
	{"valor atual", REMARK_VALUE},
	{"currently", REMARK_VALUE},
	{"actual", REMARK_VALUE},
	{"now", REMARK_VALUE},
	{"today", REMARK_VALUE},
	{"value", REMARK_VALUE},
	{"progress", REMARK_VALUE},
	{"latest", REMARK_VALUE},
	{"reading", REMARK_VALUE},
	{"result", REMARK_VALUE},
	{"results", REMARK_VALUE},
	{"achieved", REMARK_VALUE},
	{"this week", REMARK_VALUE},
	{"completion", REMARK_VALUE},
	{"% complete", REMARK_VALUE},
	{"score", REMARK_VALUE},
	{"grade", REMARK_VALUE},
	{"aktuell", REMARK_VALUE},
	{"aktueller wert", REMARK_VALUE},
	{"stand", REMARK_VALUE},
	{"ist", REMARK_VALUE},
	{"fortschritt", REMARK_VALUE},
	{"actuel", REMARK_VALUE},
	{"avancement", REMARK_VALUE},
	{"progr\u00e8s", REMARK_VALUE},
	{"avance", REMARK_VALUE},
	{"progreso", REMARK_VALUE},
	{"progresso", REMARK_VALUE},
	{"atual", REMARK_VALUE},
	{"date", REMARK_DATE},
	{"as of", REMARK_DATE},
	{"week of", REMARK_DATE},
	{"datum", REMARK_DATE},
	{"fecha", REMARK_DATE},
	{"highlights", REMARK_TALK},
	{"wins", REMARK_TALK},
	{"lowlights", REMARK_TALK},
	{"summary", REMARK_TALK},
	{"update", REMARK_TALK},
	{"updates", REMARK_TALK},
	{"weekly update", REMARK_TALK},
	{"metrics", REMARK_TALK},
	{"numbers", REMARK_TALK},
	{"key results", REMARK_TALK},
	{"krs", REMARK_TALK},
	{"key metrics", REMARK_TALK},
	{"check-in", REMARK_TALK},
	{"comment", REMARK_TALK},
	{"comments", REMARK_TALK},
	{"note", REMARK_TALK},
	{"notes", REMARK_TALK},
	{"context", REMARK_TALK},
	{"details", REMARK_TALK},
	{"kommentar", REMARK_TALK},
	{"commentaire", REMARK_TALK},
	{"comentario", REMARK_TALK},
	{"next", REMARK_ASIDE},
	{"next week", REMARK_ASIDE},
	{"next month", REMARK_ASIDE},
	{"next step", REMARK_ASIDE},
	{"next steps", REMARK_ASIDE},
	{"next sprint", REMARK_ASIDE},
	{"next up", REMARK_ASIDE},
	{"up next", REMARK_ASIDE},
	{"coming up", REMARK_ASIDE},
	{"upcoming", REMARK_ASIDE},
	{"plan", REMARK_ASIDE},
	{"plans", REMARK_ASIDE},
	{"plan for next week", REMARK_ASIDE},
	{"goals for next week", REMARK_ASIDE},
	{"focus", REMARK_ASIDE},
	{"todo", REMARK_ASIDE},
	{"to do", REMARK_ASIDE},
	{"actions", REMARK_ASIDE},
	{"action items", REMARK_ASIDE},
	{"outlook", REMARK_ASIDE},
	{"forecast", REMARK_ASIDE},
	{"projection", REMARK_ASIDE},
	{"expected", REMARK_ASIDE},
	{"estimate", REMARK_ASIDE},
	{"example", REMARK_ASIDE},
	{"target", REMARK_ASIDE},
	{"targets", REMARK_ASIDE},
	{"goal", REMARK_ASIDE},
	{"goals", REMARK_ASIDE},
	{"stretch", REMARK_ASIDE},
	{"stretch goal", REMARK_ASIDE},
	{"baseline", REMARK_ASIDE},
	{"start", REMARK_ASIDE},
	{"previous", REMARK_ASIDE},
	{"previously", REMARK_ASIDE},
	{"last week", REMARK_ASIDE},
	{"last month", REMARK_ASIDE},
	{"last quarter", REMARK_ASIDE},
	{"last time", REMARK_ASIDE},
	{"last check-in", REMARK_ASIDE},
	{"before", REMARK_ASIDE},
	{"owner", REMARK_ASIDE},
	{"due", REMARK_ASIDE},
	{"change", REMARK_ASIDE},
	{"delta", REMARK_ASIDE},
	{"change since last week", REMARK_ASIDE},
	{"trend", REMARK_ASIDE},
	{"cc", REMARK_ASIDE},
	{"n\u00e4chste schritte", REMARK_ASIDE},
	{"n\u00e4chste woche", REMARK_ASIDE},
	{"ausblick", REMARK_ASIDE},
	{"ziel", REMARK_ASIDE},
	{"vorwoche", REMARK_ASIDE},
	{"letzte woche", REMARK_ASIDE},
	{"prochaines \u00e9tapes", REMARK_ASIDE},
	{"la semaine prochaine", REMARK_ASIDE},
	{"semaine prochaine", REMARK_ASIDE},
	{"cible", REMARK_ASIDE},
	{"objectif", REMARK_ASIDE},
	{"pr\u00f3ximos pasos", REMARK_ASIDE},
	{"pr\u00f3xima semana", REMARK_ASIDE},
	{"meta", REMARK_ASIDE},
	{"pr\u00f3ximos passos", REMARK_ASIDE},
};

static enum remark look_up(struct str name)
{
	for (size_t i = 0; i < COUNT_OF(REMARKS); i++)
		if (str_iis(name, REMARKS[i].name))
			return REMARKS[i].remark;
	return REMARK_NONE;
}

/* "Confidence this week", "Risiken aktuell": the time goes, where what stands
 * behind is no number that may be the week's. */
static enum remark look_up_timed(struct str name)
{
	static const char *const TIMES[] = {" this week", " today", " now",
		" right now", " this sprint", " this month", " diese woche",
		" heute", " aktuell", " derzeit", " cette semaine",
		" actuellement", " actuelle", " esta semana", " hoy", " hoje",
		" actual", " atual", " for this week", " at the moment"};
	enum {
		TIMED = 1 << REMARK_BLOCKER | 1 << REMARK_ASK |
			1 << REMARK_RISK | 1 << REMARK_MITIGATION |
			1 << REMARK_CONFIDENCE | 1 << REMARK_STATUS
	};
	enum remark remark;

	for (size_t i = 0; i < COUNT_OF(TIMES); i++) {
		if (!str_iends(name, TIMES[i]))
			continue;
		name.n -= strlen(TIMES[i]);
		remark = look_up(str_trim(name));
		return TIMED >> remark & 1 ? remark : REMARK_NONE;
	}
	return REMARK_NONE;
}

enum remark remark_of(struct str name)
{
	struct str emoji = str_trim(name);
	enum remark remark;

	while (emoji_take(&emoji).n)
		name = emoji = str_trim(emoji);
	/* "Confidence (0-10)" */
	if (str_ends(name, ")") && str_find_char(name, '(') != STR_NONE)
		name = str_trim(str_sub(name, 0, str_find_char(name, '(')));
	while (name.n && strchr("*_ :?.", name.p[name.n - 1]))
		name.n--;
	remark = look_up(name);
	return remark ? remark : look_up_timed(name);
}

bool remark_is_text(enum remark kind)
{
	return kind >= REMARK_BLOCKER && kind <= REMARK_MITIGATION;
}
