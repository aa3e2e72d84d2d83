/*
 * "OKRs" over nothing but titles, each over its list: a team's whole plan, in
 * which neither a number nor a word marks what is what.  A page that explains
 * OKRs is built the same way, so every title and every line has a say.
 */
#include "walk_p.h"

#include "list_p.h"
#include "talk_p.h"

enum { FAR = 40, LEAST = 2 };

/* "Benefits", "Common mistakes": what is said of OKRs, and never wished. */
static bool is_of_method(struct str title)
{
	static const char *const WORDS[] = {"benefit", "benefits", "mistake",
		"mistakes", "pitfalls", "tips", "practice", "practices",
		"principles", "process", "cadence", "resources", "links",
		"template", "templates", "definition", "definitions",
		"overview", "introduction", "background", "meeting", "meetings",
		"timeline", "tools", "tool", "faq", "rules", "scoring",
		"grading", "example", "examples", "steps", "step", "guidelines",
		"guide", "types", "roles", "role", "responsibilities", "values",
		"mission", "vision", "reading", "references", "further",
		"checklist", "structure", "format", "cycle", "rituals",
		"stages", "levels", "task", "tasks", "todo", "todos", "week",
		"weekly", "actions", "agenda", "aufgaben", "woche",
		"t\u00e2ches", "semaine", "tareas", "tarefas", "afazeres",
		"semana", "taken", "compiti", "vorteile", "fehler", "tipps",
		"beispiele", "regeln", "ablauf", "ventajas", "consejos",
		"ejemplos", "reglas", "avantages", "conseils", "exemples",
		"erreurs", "vantagens", "dicas", "exemplos"};
	static const char *const ASKS[] = {"how", "what", "why", "when", "who",
		"where", "which", "about", "using", "writing", "setting", "wie",
		"was", "warum", "wer", "comment", "pourquoi", "c\u00f3mo",
		"qu\u00e9", NULL};

	for (size_t i = 0; i < COUNT_OF(WORDS); i++) {
		if (vocab_has(title, WORDS[i]))
			return true;
	}
	return vocab_begins_any(title, ASKS);
}

/* Lines of some words, of which none asks or speaks of OKRs, and few say how
 * something is to be. */
static bool is_of_deeds(const struct block *list)
{
	size_t n = 0, words = 0, rules = 0;

	if (is_link_list(list) || list_begins_talk(list) ||
		list_mentions_okrs(list))
		return false;
	for (const struct block *i = list->first; i && n < FAR; i = i->next) {
		struct str s;

		if (!i->first || i->first->kind != BLOCK_PARA ||
			block_mark(i->first).kind != MARK_NONE)
			return false;
		s = str_trim(i->first->text.s);
		if (str_ends(s, "?") || str_ends(s, ":"))
			return false;
		n++;
		rules += talk_is_rule(s);
		words += str_words(s);
	}
	return n >= LEAST && words >= LEAST * n && rules * 2 < n;
}

/* Nothing but text behind the list, and the end of all: words on the page. */
static bool ends_page(const struct block *section, const struct block *b)
{
	enum { MOST = 4 };

	for (int i = 0; b; b = b->next, i++) {
		if (b->kind != BLOCK_PARA || block_mark(b).kind != MARK_NONE ||
			i == MOST)
			return false;
	}
	for (; section; section = section->parent) {
		if (section->next)
			return false;
	}
	return true;
}

/* The list right below a title of some words, with nothing behind it; or NULL.
 */
static const struct block *list_of_title(const struct block *b)
{
	const struct block *list = heading_list(b);
	enum level level;
	bool is = list && (!list->next || ends_page(b, list->next)) &&
		  block_mark(b).kind == MARK_NONE &&
		  str_words(b->text.s) >= LEAST && !str_ends(b->text.s, "?") &&
		  !str_ends(b->text.s, ":") && !vocab_has_okr(b->text.s) &&
		  !vocab_is_left(b->text.s) && !is_of_method(b->text.s) &&
		  !names_unit(b->text.s, &level);

	return is ? list : NULL;
}

static bool is_title_over_deeds(const struct block *b)
{
	const struct block *list = list_of_title(b);

	return list && is_of_deeds(list);
}

bool heading_is_beside_measured(struct reader *r, const struct block *b)
{
	const struct block *c = b->parent->first;

	if (!is_title_over_deeds(b))
		return false;
	for (int i = 0; c && i < FAR; i++, c = c->next) {
		const struct block *list;

		if (c == b || c->kind != BLOCK_SECTION || c->level != b->level)
			continue;
		list = list_of_title(c);
		if (list && is_measurable_list(r->a, list))
			return true;
	}
	return false;
}

bool heading_lists_alike(const struct reader *r, const struct block *b)
{
	size_t n = 0, left = 0;
	int seen = 0;

	if (!vocab_has_okr(b->text.s) &&
		!(r->okrs && vocab_has(b->text.s, "objectives")))
		return false;
	for (const struct block *c = b->first; c; c = c->next) {
		if (++seen > FAR)
			return false;
		if (c->kind == BLOCK_PARA || c->kind == BLOCK_RULE)
			continue;
		if (c->kind != BLOCK_SECTION)
			return false;
		if (is_title_over_deeds(c))
			n++;
		else if (vocab_is_left(c->text.s) ||
			 block_mark(c).kind == MARK_FIELD ||
			 (is_of_method(c->text.s) && !heading_list(c)))
			left++;
		else
			return false;
	}
	return n >= LEAST && n > left;
}
