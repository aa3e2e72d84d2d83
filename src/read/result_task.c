/*
 * Sentences of something to be made, which have no percentage for a goal: what
 * is written behind them tells how far it is.
 */
#include "result_p.h"

#include <string.h>

#include "attr.h"
#include "keyresult.h"
#include "mark_p.h"
#include "quantity.h"
#include "words.h"

enum { WORDS_MOST = 32 };

struct line {
	struct str v[WORDS_MOST];
	size_t n;
};

static void cut(struct str s, struct line *out)
{
	struct str word;

	out->n = 0;
	s = str_trim(s);
	while (out->n < WORDS_MOST && str_take_until(&s, ' ', &word)) {
		word = str_trim_end(word, ".,:;");
		if (word.n)
			out->v[out->n++] = word;
	}
}

static bool is_one_of(struct str word, const char *const *list)
{
	for (; *list; list++)
		if (str_iis(word, *list))
			return true;
	return false;
}

static bool ends_any(struct str word, const char *const *list)
{
	for (; *list; list++)
		if (str_iends(word, *list))
			return true;
	return false;
}

/* What is written, built or agreed once. */
static bool is_work(struct str word)
{
	static const char *const WORKS[] = {"draft", "edition", "concept",
		"handbook", "plan", "policy", "guide", "manual", "prototype",
		"roadmap", "strategy", "playbook", "curriculum", "syllabus",
		"contract", "website", "site", "portal", "pilot", "report",
		"proposal", "framework", "charter", "brochure", "catalogue",
		"catalog", "specification", "spec", "design", "blueprint",
		"template", "design", "mvp", "beta", "module", "course",
		"chapter", "manuscript", "translation", "migration", "rollout",
		"redesign", "relaunch", "refurbishment", "renovation", "rfc",
		"inventory", "database", "archive", "register", "dashboard",
		"workshop", "kitchen", "building", "prototype", "script",
		"budget", "agreement", "statutes", "constitution", "map",
		"manuel", "charte", "strat\u00e9gie", "projet", "cahier",
		"gu\u00eda", "pol\u00edtica", "estrategia", "cat\u00e1logo",
		"borrador", "convenio", "manuale", "piano", "bozza",
		"regolamento", "sito", "guia", "estrat\u00e9gia", "manual",
		"rascunho", "beleid", "draaiboek", "plattform", "vertrag",
		"entwurf", "satzung", "broschyr", "rapport", "avtal", NULL};
	static const char *const ENDS[] = {"handbuch", "konzept", "leitfaden",
		"richtlinie", "strategie", "plan", "entwurf", "bericht",
		"handboek", "katalog", "h\u00e5ndbok", "handbok",
		"h\u00e5ndbog", "strategi", "prototyp", NULL};

	return is_one_of(word, WORKS) || ends_any(word, ENDS);
}

/* "reviewed", "ready", "erstellt", "publi\u00e9e": how it is to be. */
static bool is_state(struct str word)
{
	static const char *const USED[] = {"used", "visited", "covered",
		"rated", "need", "needed", "based", "related", "unused",
		"planned", NULL};
	static const char *const STATES[] = {"ready", "live", "done", "written",
		"drawn", "built", "complete", "running", "online", "open",
		"public", "fertig", "fertiggestellt", "steht", "erstellt",
		"klar", "f\u00e6rdig", "klaar", "pr\u00eat", "pr\u00eate",
		"listo", "lista", "pronto", "pronta", "gotowy", "hotov\u00fd",
		"proofread", "read", "sent", "set", "shot", "made", "chosen",
		"taught", "found", "bought", "up", "in", NULL};
	static const char *const ENDS[] = {"ed", "\u00e9", "\u00e9e", "ado",
		"ada", "ato", "ata", "ito", "ita", "ido", "ida", "licht",
		"fasst", "iert", "egt", "timmt", "f\u00fchrt", "hrieben",
		"haffen", "euzt", "eerd", "teld", "even", "erat", "ivet", NULL};

	return is_one_of(word, STATES) ||
	       (word.n > 3 && ends_any(word, ENDS) && !is_one_of(word, USED));
}

/* "First draft of the menu reviewed by ...": a work, and how it is to be. */
static bool is_work_done(const struct line *line)
{
	enum { NEAR = 4 };
	size_t k = 0;

	while (k < line->n && k < NEAR && !is_work(line->v[k]))
		k++;
	if (k == line->n || k == NEAR)
		return false;
	for (k++; k < line->n; k++)
		if (is_state(line->v[k]))
			return true;
	return false;
}

/* "The pilot kitchen is running": one thing of which something is said. */
static bool is_clause(const struct line *line)
{
	static const char *const ARTICLES[] = {"the", "a", "an", "our", "das",
		"die", "der", "unser", "unsere", "new", "neue", "neues",
		"neuer", "le", "la", "el", "il", "het", "de", "onze", "o", "a",
		"l'", NULL};
	static const char *const BEING[] = {"is", "has", "ist", "wurde", "hat",
		"est", "a", "est\u00e1", "\u00e8", "est\u00e1", "heeft", "er",
		"\u00e4r", "runs", "works", "goes", "exists", "stands",
		"l\u00e4uft", "steht", "existiert", NULL};

	if (line->n < 4 || !is_one_of(line->v[0], ARTICLES))
		return false;
	for (size_t k = 2; k + 1 < line->n; k++)
		if (is_one_of(line->v[k], BEING) &&
			is_state(line->v[line->n - 1]))
			return true;
	return false;
}

/* "Leitfaden schreiben": the verb comes last in German and Dutch. */
static bool ends_in_verb(const struct line *line)
{
	static const char *const ENGLISH[] = {"open", "widen", "listen", NULL};
	struct str last = line->n > 1 ? line->v[line->n - 1] : STR("");

	return str_ends(last, "en") && last.p[0] >= 'a' &&
	       !is_one_of(last, ENGLISH) &&
	       verb_sense(last, false) == VERB_MAKE;
}

bool share_is_milestone(struct str left)
{
	struct line line;

	cut(left, &line);
	return is_work_done(&line) || is_clause(&line) || ends_in_verb(&line);
}

/* "Academy launched in 3 regions": so many places, and no share of them. */
static bool is_launched(const struct quantity *aim, struct str left)
{
	static const char *const WORDS[] = {"launched", "opened", "live",
		"introduced", "installed", "delivered", "published", "built",
		"implemented", "deployed", "rolled", "set", "trained",
		"eingef\u00fchrt", "er\u00f6ffnet", "lanc\u00e9", "lanc\u00e9e",
		"ouvert", "ouverts", "lanzado", "lanzada", "lan\u00e7ado",
		"lan\u00e7ada", "lanciato", "aperti", "gelanceerd", "lanserat",
		"lanserad", "uruchomiono", NULL};

	return quantity_is_count(aim) && *aim->unit &&
	       aim->comparator == CMP_NONE && vocab_has_listed(left, WORDS) &&
	       !share_is_named(left);
}

bool share_is_of_task(const struct split *s, struct str left)
{
	static const char *const VERBS[] = {"implement", "complete", "finish",
		"launch", "create", "build", "develop", "define", "establish",
		"identify", "write", "migrate", "add", "aggregate", "introduce",
		"redesign", "refactor", "replace", "hire", "finalize",
		"finalise", "set", "publish", "make", "automate", "fully",
		"integrate", "rewrite", "prepare", "deprecate", "decommission",
		"retire", "deploy", "formalize", "formalise", "sunset"};
	struct sentence said;

	sentence_read(s->arena, left, &said);
	if (said.target && said.target->has_value &&
		(*said.verb || share_is_milestone(left) ||
			is_launched(said.target, left)))
		return strcmp(said.target->unit, "%") != 0;
	if (said.baseline || said.target)
		return said.baseline && said.target;
	for (size_t i = 0; i < COUNT_OF(VERBS); i++)
		if (str_istarts(left, VERBS[i]))
			return true;
	return share_is_milestone(left) && !share_is_named(left);
}
