/*
 * The words that announce goals.  A word for goals alone says nothing: a
 * course has goals, a design has; those of a time or of somebody are plans.
 */
#include "goals_p.h"

#include "attr.h"
#include "date.h"
#include "parts_p.h"
#include "title_p.h"

/* Languages that write without spaces are looked for anywhere. */
static bool has_part(struct str s, const char *const *parts)
{
	for (; *parts; parts++) {
		if (str_find(s, str_of(*parts)) != STR_NONE)
			return true;
	}
	return false;
}

bool goals_wanted(struct str s)
{
	static const char *const WORDS[] = {"focus", "focus areas", "big rocks",
		"want to achieve", "wants to achieve", "want to reach",
		"want to get right", "want to be", "wants to be", "want by",
		"set out to", "what we want", "we want", "outcomes we want",
		"what we will", "things to get right", "things we want",
		"commitments", "commitment", "hope for", "hopes for", "hope to",
		"hopes to", "aim to", "aims to", "aiming for", "aiming at",
		"aim for", "aims for", "trying to achieve", "working towards",
		"working toward", "working on", "plan to achieve",
		"plans to achieve", "committed to", "success looks like",
		"looks like success", "would like to achieve", "intend to",
		"intends to", "care about most", "care most about",
		"matters most", "what matters", "promises", "promise",
		"promised", "we get there when", "we wanted", "wishes",
		"our north star", "where we want", "how did we do",
		"how we did", "how did it go", "how it went", "how we fared",
		"what became of", "did we make it", "did we get there",
		"wie lief es", "was daraus wurde", "was wurde aus",
		"wie ist es gelaufen", "haben wir es geschafft",
		"c\u00f3mo nos fue", "qu\u00e9 tal nos fue",
		"como nos sa\u00edmos", "como fomos", "o\u00f9 en sommes",
		"qu'avons-nous atteint", "com'\u00e8 andata",
		"come \u00e8 andata", "hoe ging het", "hur gick det",
		"hvordan gik det", "hvordan gikk det", "jak nam posz\u0142o",
		"jak to dopadlo", "schwerpunkte", "schwerpunkt",
		"erreichen wollen", "wollen wir erreichen", "wollen wir",
		"was wir wollen", "erreichen will", "will erreichen",
		"uns vornehmen", "vorgenommen", "vorhaben", "vors\u00e4tze",
		"vorsatz", "vornehmen", "worauf wir hinarbeiten",
		"voulons atteindre", "voulons", "nous visons", "engagements",
		"ambitions", "veut atteindre", "esp\u00e9rons", "souhaitons",
		"queremos lograr", "queremos conseguir", "queremos",
		"quiere lograr", "compromisos", "esperamos", "enfoque", "focos",
		"queremos alcan\u00e7ar", "compromissos", "pretendemos", "foco",
		"vamos alcan\u00e7ar", "vogliamo raggiungere", "vogliamo",
		"impegni", "intendiamo", "traguardi", "willen bereiken",
		"willen we", "wil bereiken", "speerpunten", "voornemens",
		"hopen we", "vi vill uppn\u00e5", "vill vi", "vi vill",
		"fokusomr\u00e5den", "vil vi opn\u00e5", "vil opn\u00e5",
		"vil vi", "vi vil", "satsningsomr\u00e5der",
		"indsatsomr\u00e5der", "\u00e5taganden",
		"chcemy osi\u0105gn\u0105\u0107", "chcemy", "postanowienia",
		"chceme", "chceme dos\u00e1hnout", "p\u0159edsevzet\u00ed",
		"haluamme saavuttaa", "haluamme", "painopisteet",
		"ba\u015farmak istedi\u011fimiz", "odak", "\u00f6ncelikler",
		"\u0445\u043e\u0442\u0438\u043c "
		"\u0434\u043e\u0441\u0442\u0438\u0447\u044c",
		"\u0447\u0435\u0433\u043e \u0445\u043e\u0442\u0438\u043c",
		"\u0445\u043e\u0442\u0438\u043c",
		"\u0445\u043e\u0447\u0435\u043c\u043e",
		"\u043f\u043b\u0430\u043d\u0438\u0440\u0443\u0435\u043c "
		"\u0434\u043e\u0441\u0442\u0438\u0447\u044c",
		NULL};

	return vocab_has_listed(s, WORDS);
}

static bool has_goals(struct str s)
{
	static const char *const WORDS[] = {"okr", "okrs", "goals",
		"objectives", "priorities", "ambitions", "aims", "resolutions",
		"ziele", "zielen", "jahresziele", "quartalsziele",
		"vereinsziele", "teamziele", "priorit\u00e4ten", "objectifs",
		"priorit\u00e9s", "objetivos", "metas", "prioridades",
		"prop\u00f3sitos", "obiettivi", "priorit\u00e0", "doelen",
		"doelstellingen", "jaardoelen", "prioriteiten", "m\u00e5l",
		"m\u00e5ls\u00e4ttningar", "m\u00e5ls\u00e6tninger", "cele",
		"cel\u00f3w", "priorytety", "c\u00edle", "c\u00edl\u016f",
		"ciele", "c\u00e9lok", "c\u00e9ljaink", "tavoitteet",
		"tavoitteemme", "hedefler", "hedeflerimiz", "hedeflerim",
		"obiective", "obiectivele", "ciljevi", "tujuan", "sasaran",
		"resolusi", "m\u1ee5c ti\u00eau", "\u0446\u0435\u043b\u0438",
		"\u0426\u0435\u043b\u0438", "\u0446\u0435\u043b\u0435\u0439",
		"\u0446\u0456\u043b\u0456", "\u0426\u0456\u043b\u0456",
		"\u043f\u0440\u0438\u043e\u0440\u0438\u0442\u0435\u0442\u044b",
		"\u041f\u0440\u0438\u043e\u0440\u0438\u0442\u0435\u0442\u044b",
		"\u03c3\u03c4\u03cc\u03c7\u03bf\u03b9",
		"\u03a3\u03c4\u03cc\u03c7\u03bf\u03b9", NULL};
	static const char *const PARTS[] = {"OKR", "\u76ee\u6807",
		"\u76ee\u6a19", "\ubaa9\ud45c",
		"\u0e40\u0e1b\u0e49\u0e32\u0e2b\u0e21\u0e32\u0e22",
		"\u0932\u0915\u094d\u0937\u094d\u092f",
		"\u0623\u0647\u062f\u0627\u0641", "\u05d9\u05e2\u05d3\u05d9",
		NULL};

	return vocab_has_listed(s, WORDS) || has_part(s, PARTS);
}

/* "2025/26", "2026-Q1", "Jan-Mar": a time in a word with others. */
static bool has_time_word(struct str s)
{
	size_t from = 0;

	for (size_t i = 0; i <= s.n; i++) {
		struct str word;

		if (i < s.n && str_is_alnum(s.p[i]))
			continue;
		word = str_sub(s, from, i);
		from = i + 1;
		if (word.n && (title_has_time(word) ||
				      (word.p[0] >= 'A' && word.p[0] <= 'Z' &&
					      date_month_number(word))))
			return true;
	}
	return false;
}

static bool is_timed(struct str s)
{
	static const char *const WORDS[] = {"quarter", "quarterly", "year",
		"annual", "yearly", "half-year", "half year", "half", "term",
		"season", "christmas", "easter", "month", "months", "semester",
		"spring", "summer", "autumn", "fall", "winter", "jahr",
		"jahres", "jahresziele", "quartal", "quartals", "quartalsziele",
		"saison", "halbjahr", "trimestre", "ann\u00e9e", "l'ann\u00e9e",
		"l\u2019ann\u00e9e", "semestre", "a\u00f1o", "ano",
		"quadrimestre", "anno", "l'anno", "dell'anno", "kwartaal",
		"jaar", "jaardoelen", "rok", "roku", "kwarta\u0142",
		"kwarta\u0142u", "\u00e5r", "\u00e5ret", "kvartal", "kvartalet",
		"vuosi", "vuoden", "y\u0131l", "y\u0131l\u0131", "\u00e7eyrek",
		"\u00e9v", "tahun", "kuartal", "n\u0103m", "qu\u00fd",
		"\u043a\u0432\u0430\u0440\u0442\u0430\u043b",
		"\u043f\u043e\u043b\u0443\u0433\u043e\u0434\u0438\u0435",
		"\u0433\u043e\u0434", "\u0440\u0456\u043a", NULL};
	static const char *const PARTS[] = {"\u5e74", "\u56db\u534a\u671f",
		"\u4e0a\u671f", "\u4e0b\u671f", "\u5b63\u5ea6", "\u5b63",
		"\ubd84\uae30", "\uc62c\ud574", "\uc0c1\ubc18\uae30",
		"\ud558\ubc18\uae30", "\ub144", NULL};

	return title_has_time(s) || has_time_word(s) ||
	       vocab_has_listed(s, WORDS) || has_part(s, PARTS);
}

bool goals_have_time(struct str s)
{
	return is_timed(s);
}

static bool is_somebodys(struct str s)
{
	static const char *const WORDS[] = {"our", "my", "we", "we're", "i",
		"i'm", "us", "team", "teams", "department", "company",
		"committee", "council", "board", "club", "group", "family",
		"squad", "crew", "firm", "guild", "chapter", "tribe", "office",
		"branch", "unit", "division", "staff", "cooperative",
		"organisation", "organization", "organisational",
		"organizational", "association", "society", "school", "parish",
		"ward", "unser", "unsere", "unseren", "unserer", "meine", "wir",
		"ich", "nos", "notre", "mes", "nous", "je", "nuestros",
		"nuestras", "mis", "nossos", "nossas", "meus", "minhas",
		"nostri", "miei", "onze", "mijn", "ons", "v\u00e5ra",
		"v\u00e5re", "vores", "mina", "mine", "nasze", "moje",
		"na\u0161e", "bizim", "chung", "hedeflerimiz", "hedeflerim",
		"tavoitteemme", "c\u00e9ljaink", "kami",
		"\u043d\u0430\u0448\u0438", "\u041d\u0430\u0448\u0438",
		"\u043c\u043e\u0438", "\u041c\u043e\u0438", "\u043c\u044b",
		"\u041c\u044b", "\u043c\u043e\u0457",
		"\u043a\u043e\u043c\u0430\u043d\u0434\u044b", NULL};
	static const char *const PARTS[] = {"\u6211\u4eec", "\u6211\u5011",
		"\u6211\u7684", "\u79c1\u305f\u3061", "\u79c1\u306e",
		"\u5f53\u793e", "\u30c1\u30fc\u30e0", "\u56e2\u961f",
		"\u5718\u968a", "\uc6b0\ub9ac", "\ud300", NULL};

	return vocab_has_listed(s, WORDS) || has_part(s, PARTS);
}

/* "Meeting goals", not "Minutes: objectives for the second half" */
static bool is_of_a_meeting(struct str s)
{
	static const char *const WORDS[] = {"meeting", "agenda", "minutes",
		"sitzung", "besprechung", "r\u00e9union", "reuni\u00f3n",
		"reuni\u00e3o", "riunione", "vergadering", NULL};

	return vocab_has_listed(s, WORDS) && !is_timed(s);
}

bool goals_are_others(struct str s)
{
	static const char *const WORDS[] = {"course", "learning", "lesson",
		"module", "syllabus", "curriculum", "training", "workshop",
		"exam", "non-goals", "nongoals", "non goals", "design goals",
		"template", "templates", "example", "examples", "guide",
		"how to", "tips", "sample", "samples", "kpi", "kpis", "rfc",
		"prd", "spec", "specification", "architecture", "roadmap",
		"sprint", "iteration", "release", "changelog", "milestone",
		"milestones", "backlog", "week", "weekly", "today", "daily",
		"to-do", "todo", "tasks", "project plan", "work plan",
		"lernziele", "kurs", "beispiel", "beispiele", "vorlage",
		"anleitung", "woche", "exemple", "exemples", "mod\u00e8le",
		"guide", "semaine", "formation", "cours", "ejemplo", "ejemplos",
		"plantilla", "gu\u00eda", "curso", "semana", "exemplo",
		"exemplos", "modelo", "guia", "esempio", "esempi", "corso",
		"settimana", "cursus", "voorbeeld", "voorbeelden",
		"\u043f\u0440\u0438\u043c\u0435\u0440",
		"\u043f\u0440\u0438\u043c\u0435\u0440\u044b",
		"\u0448\u0430\u0431\u043b\u043e\u043d",
		"\u043d\u0435\u0434\u0435\u043b\u044f", NULL};
	static const char *const PARTS[] = {"\u5b66\u4e60", "\u5b78\u7fd2",
		"\u5b66\u7fd2", "\u6a21\u677f", "\u793a\u4f8b",
		"\u30c6\u30f3\u30d7\u30ec", "\u4f8b\u6587", "\ud559\uc2b5",
		"\uc608\uc2dc", NULL};

	return vocab_has_listed(s, WORDS) || has_part(s, PARTS) ||
	       is_of_a_meeting(s);
}

/* "OKR / Payments": the word is said of nothing but somebody's goals, unless
 * the line is about what they are. */
static bool says_okr(struct str s)
{
	static const char *const WORDS[] = {
		"okr", "okrs", "objectives and key results", NULL};
	static const char *const ABOUT[] = {"what", "why", "introduction",
		"intro", "basics", "faq", "playbook", "handbook", "method",
		"methodology", "framework", "process", "policy", "rules",
		"glossary", "software", "tool", "tools", "vs", "about",
		"rollout", "adoption", "explained", "learned", "learnings",
		"write", "writing", "set", "setting", "einf\u00fchrung", "was",
		"warum", "grundlagen", "qu'est-ce", "pourquoi", "qu\u00e9",
		"que", "por qu\u00e9", "cosa", "wat", "waarom", NULL};

	return vocab_has_listed(s, WORDS) && !vocab_has_listed(s, ABOUT) &&
	       !vocab_is_method(s);
}

static enum goals say_whose(struct str s)
{
	bool timed, ours;

	if (goals_are_others(s))
		return GOALS_NONE;
	timed = is_timed(s);
	ours = is_somebodys(s);
	if (timed)
		return ours ? GOALS_BOTH : GOALS_TIMED;
	return ours || says_okr(s) ? GOALS_OURS : GOALS_NONE;
}

/* "Wiki / Guides / OKR / 2025": one of the words for goals is a step of a path
 * by itself, whatever the others are. */
static bool is_in_path(struct str s)
{
	static const char *const SIGNS[] = {
		" / ", " > ", " \u203a ", " \u00bb ", " \u00b7 ", " | "};
	static const char *const NAMES[] = {"okr", "okrs", "objectives",
		"goals", "ziele", "objectifs", "objetivos", "obiettivi",
		"doelen", "objectives and key results", NULL};

	for (size_t i = 0; i < COUNT_OF(SIGNS); i++) {
		struct str rest = s, part;

		while (parts_take(&rest, SIGNS[i], &part)) {
			if (part.n < s.n &&
				str_is_listed(str_trim(part), NAMES))
				return true;
		}
	}
	return false;
}

enum goals goals_announced(struct str s)
{
	if (is_in_path(s))
		return is_timed(s) ? GOALS_TIMED : GOALS_OURS;
	return has_goals(s) || goals_wanted(s) ? say_whose(s) : GOALS_NONE;
}

enum goals goals_named(struct str s)
{
	return has_goals(s) ? say_whose(s) : GOALS_NONE;
}

bool goals_spoken_of(struct str s)
{
	return has_goals(s) && !goals_are_others(s);
}

bool goals_are_theme(struct str title)
{
	static const char *const THEMES[] = {"theme", "pillar", "area",
		"focus area", "focus", "priority", "stream", "workstream",
		"chapter", "thema", "handlungsfeld", "schwerpunkt", "feld",
		"axe", "pilier", "eje", "pilar", "eixo", "asse", "pijler",
		"tema", "omr\u00e5de", "filar", NULL};

	return vocab_begins_any(title, THEMES);
}

bool goals_are_horizon(struct str s)
{
	static const char *const TERMS[] = {"short term", "short-term",
		"near term", "near-term", "mid term", "mid-term", "medium term",
		"medium-term", "long term", "long-term", "kurzfristig",
		"mittelfristig", "langfristig", "court terme", "moyen terme",
		"long terme", "corto plazo", "medio plazo", "largo plazo",
		"curto prazo", "longo prazo", "breve termine", "lungo termine",
		"korte termijn", "lange termijn"};

	for (size_t i = 0; i < COUNT_OF(TERMS); i++) {
		struct str rest = s;

		if (!str_iskip(&rest, TERMS[i]))
			continue;
		rest = str_trim(rest);
		return !rest.n || strchr("(-:,/|\xe2", rest.p[0]);
	}
	return false;
}

bool goals_wish(struct str title)
{
	static const char *const WORDS[] = {"nobody", "no one", "everybody",
		"everyone", "anybody", "anyone", "every", "each", "all", "no",
		"never", "always", "one", "a", "an", "niemand", "jeder", "jede",
		"jedes", "alle", "kein", "keine", "ein", "eine", "personne",
		"chaque", "tous", "toutes", "aucun", "aucune", "nadie", "cada",
		"todos", "todas", "ning\u00fan", "ningu\u00e9m", "nenhum",
		"nenhuma", "nessuno", "ogni", "tutti", "iedereen", "elke",
		"geen", "ingen", "alla", "varje", "hver", "nikt", "ka\u017cdy",
		"ka\u017cda", "wszyscy", "nikdo", "ka\u017ed\u00fd",
		"\u043d\u0438\u043a\u0442\u043e",
		"\u043a\u0430\u0436\u0434\u044b\u0439", "\u0432\u0441\u0435",
		NULL};

	symbols_skip(&title);
	return vocab_begins_any(title, WORDS);
}

bool goals_are_news(struct str line)
{
	static const char *const WORDS[] = {"grew", "rose", "fell", "went",
		"dropped", "increased by", "decreased by", "was", "were", "had",
		"we have", "we had", "we got", "we did", "we shipped",
		"we launched", "shipped", "signed", "fixed", "won", "added",
		"up from", "down from", "compared to", "year over year", "yoy",
		"stieg", "sank", "war", "waren", "wurde", "wurden", "hatten",
		"a augment\u00e9", "a baiss\u00e9", "\u00e9tait", "avons",
		"creci\u00f3", "baj\u00f3", "fue", "fueron", "cresceu", "caiu",
		"foi", "foram", "\u00e8 cresciuto", "era", "steeg", "daalde",
		"werd", "waren", NULL};

	size_t open = str_find_char(line, '('); /* "(was 5)" is no news */

	return vocab_has_listed(
		open == STR_NONE ? line : str_sub(line, 0, open), WORDS);
}

/* "What we do for it" */
static bool tells_deeds(struct str label)
{
	static const char *const PHRASES[] = {"what we do for it",
		"what we will do for it", "what we do about it",
		"what we are doing about it", "what we are doing for it",
		"how we get there", "how we will get there", "how we do it",
		"was wir daf\u00fcr tun", "wie wir das schaffen",
		"ce que nous faisons pour cela", "lo que hacemos para ello",
		"qu\u00e9 hacemos para lograrlo", "o que fazemos para isso",
		"cosa facciamo", "wat we daarvoor doen", "vad vi g\u00f6r",
		"hvad vi g\u00f8r", NULL};

	return str_is_listed(str_trim_end(str_trim(label), ":*_ "), PHRASES);
}

bool goals_are_steps(struct str label)
{
	enum { MOST_WORDS = 3 };
	static const char *const WORDS[] = {"actions", "action", "tasks",
		"steps", "plan", "todo", "to-dos", "activities", "deliverables",
		"initiatives", "projects", "ideas", "notes", "features",
		"requirements", "schritte", "ma\u00dfnahmen", "aufgaben",
		"t\u00e2ches", "\u00e9tapes", "actividades", "tareas",
		"acciones", "tarefas", "a\u00e7\u00f5es", "attivit\u00e0",
		"azioni", "acties", "taken", NULL};

	return tells_deeds(label) || (str_words(label) <= MOST_WORDS &&
					     vocab_has_listed(label, WORDS));
}
