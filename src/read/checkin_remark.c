/*
 * Lines with a label: "Blocker: ...", "Status: amber", and headings that say
 * what stands below them: "## Next steps".
 */
#include "checkin_walk_p.h"

#include "rag_p.h"
#include "words.h"

enum { LABEL_BYTES = 60 };

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
	{"confidence", REMARK_CONFIDENCE},
	{"confidence level", REMARK_CONFIDENCE},
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

enum remark remark_of(struct str name)
{
	struct str emoji = str_trim(name);

	while (emoji_take(&emoji).n)
		name = emoji = str_trim(emoji);
	while (name.n && strchr("*_ :?", name.p[name.n - 1]))
		name.n--;
	for (size_t i = 0; i < COUNT_OF(REMARKS); i++)
		if (str_iis(name, REMARKS[i].name))
			return REMARKS[i].remark;
	return REMARK_NONE;
}

/* The list of remarks of the key result, or of the objective. */
static struct texts *list_of(struct walk *w, enum remark remark)
{
	struct key_result *kr = w->kr;
	struct objective *o = w->o;

	if (!kr && !o)
		return NULL;
	switch (remark) {
	case REMARK_BLOCKER:
		return kr ? &kr->blockers : &o->blockers;
	case REMARK_ASK:
		return kr ? &kr->asks : &o->asks;
	case REMARK_RISK:
		return kr ? &kr->risks : &o->risks;
	case REMARK_MITIGATION:
		return kr ? &kr->mitigations : &o->mitigations;
	default:
		return NULL;
	}
}

/* "none", "n/a", "no blockers", "<what blocks you>" */
static bool is_nothing(struct str text)
{
	static const char *const WORDS[] = {"none", "no", "n/a", "na",
		"nothing", "nil", "-", "/", "keine", "kein", "nichts", "aucun",
		"aucune", "rien", "ninguno", "ninguna", "nada", "nenhum",
		"nenhuma", "tbd", "not yet", "none yet"};
	static const char *const LEADS[] = {"none ", "no blockers", "no risks",
		"nothing ", "no asks", "n/a "};

	while (text.n && strchr(".! ", text.p[text.n - 1]))
		text.n--;
	for (size_t i = 0; i < COUNT_OF(WORDS); i++)
		if (str_iis(text, WORDS[i]))
			return true;
	for (size_t i = 0; i < COUNT_OF(LEADS); i++)
		if (str_istarts(text, LEADS[i]) && text.n < 40)
			return true;
	return !text.n ||
	       (text.p[0] == '<' && text.n > 2 && str_is_alpha(text.p[1]) &&
		       text.p[text.n - 1] == '>');
}

static void set_confidence(struct walk *w, struct str text)
{
	const struct decimal *share = NULL;
	struct tokens *t = &w->tokens;

	tokens_read(w->a, text, t);
	for (size_t i = 0; i < t->n; i++) {
		if (t->v[i].kind == TOKEN_KR)
			return;
		if (t->v[i].kind == TOKEN_NUMBER &&
			!(i && t->v[i - 1].kind == TOKEN_PAST &&
				t->v[i + 1].kind != TOKEN_AT))
			share = say_share(w->a, t->v[i].q);
		if (t->v[i].kind == TOKEN_OPEN || t->v[i].kind == TOKEN_STOP)
			break;
	}
	if (!share || (!w->kr && !w->o))
		return;
	w->hit = true;
	if (w->kr)
		w->kr->confidence = share;
	else
		w->o->confidence = share;
}

static bool has_mention(struct str text)
{
	bool several;

	for (size_t i = 0; i < text.n; i++) {
		struct str rest = str_sub(text, i, text.n), number;

		if ((!i || !str_is_alnum(text.p[i - 1])) &&
			token_take_kr(&rest, &number, &several))
			return true;
	}
	return false;
}

/* "KR1, KR3 and KR4" */
static bool is_mentions(struct str text)
{
	while (text.n) {
		struct str number;
		bool several;

		if (!token_take_kr(&text, &number, &several) &&
			!str_iskip(&text, "and "))
			return false;
		while (text.n && strchr(" ,/&.", text.p[0]))
			text = str_sub(text, 1, text.n);
	}
	return true;
}

/* The objective's own health, the newest first; a label's stays. */
static void set_health(struct walk *w, struct str text)
{
	struct said said;
	struct key_result none = {.text = "", .measure = "", .verb = ""};
	struct names names = {.n = 0};
	struct say s = {.a = w->a,
		.kr = &none,
		.names = &names,
		.t = &w->tokens,
		.lights = true};

	tokens_read(w->a, text, &w->tokens);
	s.to = w->tokens.n;
	said = (struct said){.health = HEALTH_NONE};
	say_health(&s, &said);
	if (!w->o || said.health == HEALTH_NONE)
		return;
	w->hit = true;
	if (!walk_has_label(w, w->o))
		w->o->health = said.health;
}

static void as_text(struct walk *w, struct str text)
{
	struct line line = {.text = text};

	walk_text(w, &line);
}

/* "KR2: legal has no capacity": whose remark it is. */
static struct key_result *take_owner(struct walk *w, struct str *text)
{
	struct str rest = *text, number, words = {NULL, 0};
	struct key_result *kr;
	bool several;

	if (!token_take_kr(&rest, &number, &several)) {
		number = words;
		if (!str_take_until(&rest, ':', &words) || !rest.n ||
			words.n > LABEL_BYTES)
			return NULL;
	} else if (!str_skip_char(&rest, ':') && !str_skip(&rest, " -") &&
		   !str_skip(&rest, " \u2013") && !str_skip(&rest, " \u2014")) {
		return NULL;
	}
	kr = walk_find(w, number, words);
	if (kr)
		*text = str_trim(rest);
	return kr;
}

static void add_remark(struct walk *w, enum remark kind, struct str text)
{
	struct key_result *before = w->kr, *kr = take_owner(w, &text);
	struct texts *list;

	if (kr)
		walk_turn(w, kr);
	list = list_of(w, kind);
	if (list && !is_nothing(text)) {
		*vec_add(w->a, list) = arena_text(w->a, text);
		w->hit = true;
	}
	w->kr = before;
}

void walk_note_remark(struct walk *w, enum remark kind, struct str text)
{
	text = str_trim(text);
	switch (kind) {
	case REMARK_CONFIDENCE:
		if (has_mention(text))
			as_text(w, text);
		else
			set_confidence(w, text);
		break;
	case REMARK_OVERALL:
		w->kr = NULL;
		set_health(w, text);
		break;
	case REMARK_STATUS:
	case REMARK_VALUE:
		if (has_mention(text))
			as_text(w, text);
		else if (w->kr)
			walk_told(w, w->kr, text);
		else if (kind == REMARK_STATUS)
			set_health(w, text);
		else
			as_text(w, text);
		break;
	case REMARK_DATE:
		day_find(text, w->note->day, &w->date);
		break;
	case REMARK_TALK:
		as_text(w, text);
		break;
	case REMARK_ASIDE:
	case REMARK_NONE:
		break;
	default:
		add_remark(w, kind, text);
	}
}

/* "Confidence KR1", "Risk (KR2)": the key result goes, and is turned to. */
static struct str take_mention(struct walk *w, struct str label)
{
	for (size_t i = 0; i < label.n; i++) {
		struct str rest = str_sub(label, i, label.n), number, left;
		struct key_result *kr;
		bool several;

		if ((i && str_is_alnum(label.p[i - 1])) ||
			!token_take_kr(&rest, &number, &several))
			continue;
		kr = walk_find(w, number, (struct str){NULL, 0});
		if (!kr)
			return label;
		left = str_trim(str_sub(label, 0, i));
		if (str_ends(left, "("))
			left.n--;
		left = str_trim(left);
		if (str_iends(left, " for") || str_iends(left, " on"))
			left.n -= str_iends(left, " on") ? 3 : 4;
		rest = str_trim(rest);
		str_skip_char(&rest, ')');
		if (left.n && rest.n)
			return label;
		left = left.n ? left : str_trim(rest);
		if (remark_of(left))
			walk_turn(w, kr);
		return left;
	}
	return label;
}

bool walk_remark(struct walk *w, const struct line *line)
{
	struct str rest = line->text, label;
	enum remark kind;

	if (!str_take_until(&rest, ':', &label) || label.n > LABEL_BYTES)
		return false;
	/* A heading needs no colon. */
	if (rest.n == 0 && !str_ends(line->text, ":") && !line->heading)
		return false;
	rest = str_trim(rest);
	/* "KR2 progress: 66 %, KR3 progress: 40 %" */
	if (has_mention(label) && has_mention(rest))
		return false;
	kind = remark_of(take_mention(w, str_trim(label)));
	/* "Blocked: KR4" */
	if (!kind || (has_mention(rest) && is_mentions(rest)))
		return false;
	if (rest.n && !(kind >= REMARK_TALK && has_mention(rest) == 0 &&
			      line->heading)) {
		w->section = REMARK_NONE;
		walk_note_remark(w, kind, rest);
		return true;
	}
	w->section = kind;
	if (line->heading && !line->indent)
		w->kr = w->kr_heading ? w->kr : NULL;
	return true;
}
