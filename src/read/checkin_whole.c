/*
 * Clauses about the objective as a whole: "Everything's on track", "Overall
 * confidence 7/10", "insgesamt auf Kurs".  They begin with a word for the
 * whole, or hold an adverb of it; what else stands there must be small.
 */
#include "checkin_walk_p.h"

static const char *const WHOLES[] = {"everything's", "everything", "overall",
	"all in all", "the objective as a whole", "objective as a whole",
	"the objective", "the whole objective", "the entire objective",
	"the objective as a whole", "whole objective", "the whole okr",
	"das ganze objective", "das ganze ziel", "tout l'objectif",
	"todo el objetivo", "todo o objetivo", "this objective", "objective",
	"the okr", "this okr", "okr", "the whole thing", "all", "insgesamt",
	"im ganzen", "alles in allem", "alles", "gesamtstatus", "das objective",
	"das gesamte okr", "globalement", "dans l'ensemble", "tout", "l'okr",
	"l'objectif", "en general", "en conjunto", "todo", "el objetivo",
	"el okr", "no geral", "de modo geral", "tudo", "o objetivo", "o okr",
	"nel complesso", "tutto", "l'obiettivo", "al met al",
	"over het geheel"};

static bool begins_whole(struct str *s)
{
	for (size_t i = 0; i < COUNT_OF(WHOLES); i++) {
		struct str rest = *s;

		if (!str_iskip(&rest, WHOLES[i]) || token_goes_on(rest))
			continue;
		*s = rest;
		return true;
	}
	return false;
}

/* "overall", "en general": whether it stands in front or behind */
static bool is_adverb(const struct token *t)
{
	static const char *const WORDS[] = {"overall", "insgesamt",
		"gesamthaft", "globale", "globalement", "general", "geral",
		"generale", "altogether", "all in all"};

	return word_is_one(t->text, WORDS, COUNT_OF(WORDS));
}

/* Words that say nothing themselves: "we are still looking at" */
static bool is_small(const struct token *t)
{
	static const char *const WORDS[] = {"i", "'d", "'m", "i'm", "i'd", "am",
		"we're", "it", "this", "that", "feeling", "say", "'re", "'s",
		"looks", "looking", "going", "goes", "feel", "feels", "my",
		"our", "status", "health", "rag", "score", "level",
		"l\u00e4uft", "bin", "ich", "bleibt", "noch", "weiter", "somme",
		"sommes", "nous", "reste", "je", "suis", "c'est", "vamos",
		"seguimos", "estamos", "dus", "donc", "damit", "somit", "we",
		"liggen", "wir", "sind", "liegen", "sigue", "est\u00e1",
		"segue", "continua", "mi", "ma", "minha", "nossa", "nuestra",
		"notre", "unsere", "meine", "very", "ganz", "well", "gut",
		"bien", "bem", "bene", "goed", "fine", "okay", "ok", "to", "me",
		"for", "of", "de", "la", "le"};

	return kind_is(t->kind, 1 << TOKEN_AT | 1 << TOKEN_NEAR |
					1 << TOKEN_NOW | 1 << TOKEN_TOTAL |
					1 << TOKEN_COLON) ||
	       word_is_one(t->text, WORDS, COUNT_OF(WORDS)) || is_adverb(t);
}

/* "from my side": whose view it is */
static bool is_view(const struct tokens *t, size_t i)
{
	static const char *const VIEWS[] = {"from my side", "from our side",
		"on my end", "on my side", "on our side", "von meiner seite",
		"von unserer seite", "meinerseits", "de mon c\u00f4t\u00e9",
		"de notre c\u00f4t\u00e9", "por mi parte", "de mi parte",
		"por nuestra parte", "da minha parte", "da parte mia"};

	return text_begins_one(tokens_text(t, i, t->n), VIEWS, COUNT_OF(VIEWS));
}

struct clause {
	size_t from, to; /* tokens */
	bool whole;
	const struct token *health;
	const struct quantity *share;
};

/* Gives false where a word means something of its own. */
static bool read_token(const struct tokens *t, struct clause *c, size_t i)
{
	const struct token *now = &t->v[i];

	if (now->kind == TOKEN_HEALTH) {
		if (c->health && c->health->health != now->health)
			return false;
		c->health = now;
		return true;
	}
	if (now->kind == TOKEN_NUMBER) {
		if (c->share)
			return false;
		c->share = now->q;
		return true;
	}
	c->whole |= is_adverb(now);
	return now->kind == TOKEN_SURE || is_small(now);
}

static bool is_end(const struct tokens *t, size_t i)
{
	static const char *const EXCEPT[] = {"except", "apart", "besides",
		"other", "ausser", "au\u00dfer", "bis", "sauf", "hormis",
		"excepto", "salvo", "exceto", "tranne", "behalve"};
	enum { ENDS = KINDS_MARK | 1 << TOKEN_DEPEND | 1 << TOKEN_OPEN };

	return kind_is(t->v[i].kind, ENDS) || is_view(t, i) ||
	       word_is_one(t->v[i].text, EXCEPT, COUNT_OF(EXCEPT));
}

/* "for the whole objective": where these words end, or i */
static size_t behind_whole(const struct tokens *t, size_t i, size_t to)
{
	static const char *const WORDS[] = {"for the", "in the", "on the",
		"of the", "for", "in", "on", "of", "f\u00fcr", "im", "in",
		"pour", "sur", "para", "en", "no", "per"};
	static const char *const NOUNS[] = {
		"obje", "okr", "whole", "everything", "ziel", "obiett"};
	struct str text, all;

	if (!word_is_one(t->v[i].text, WORDS, COUNT_OF(WORDS)) || i + 1 >= to)
		return i;
	all = text = tokens_text(t, i + 1, to);
	if (!begins_whole(&text) ||
		!text_has_one(str_sub(all, 0, all.n - text.n), NOUNS,
			COUNT_OF(NOUNS)))
		return i;
	while (i < to && t->v[i].text.p < text.p)
		i++;
	return i;
}

/* Where the clause ends in which the token at from stands. */
static bool read_clause(
	const struct tokens *t, size_t from, size_t to, struct clause *c)
{
	static const char *const LINKS[] = {"and", "und", "et", "y", "e", "en",
		"but", "aber", "mais", "pero", "mas", "ma", "maar", "because",
		"weil", "porque"};
	struct str text;
	size_t i = from;

	while (i < to && token_is_sign(&t->v[i]))
		i++;
	*c = (struct clause){.from = from, .whole = c->whole};
	text = tokens_text(t, i, to);
	if (i < to && begins_whole(&text)) {
		c->whole = true;
		while (i < to && t->v[i].text.p < text.p)
			i++;
	}
	while (i < to && !is_end(t, i)) {
		size_t behind = behind_whole(t, i, to);

		c->whole |= behind > i;
		if (behind > i)
			i = behind;
		else if (!read_token(t, c, i++))
			return false;
	}
	c->to = i;
	/* "on track with the catering" */
	return i >= to || !str_is_alpha(t->v[i].text.p[0]) ||
	       t->v[i].kind != TOKEN_COMMA ||
	       word_is_one(t->v[i].text, LINKS, COUNT_OF(LINKS));
}

static bool says_sure(const struct tokens *t, const struct clause *c)
{
	for (size_t i = c->from; i < c->to; i++)
		if (t->v[i].kind == TOKEN_SURE)
			return true;
	return c->share && !strcmp(c->share->unit, "/10");
}

static bool take_clause(
	struct walk *w, const struct tokens *t, const struct clause *c)
{
	const struct decimal *share = NULL;

	if (c->share && says_sure(t, c))
		share = say_share(w->a, c->share);
	if (!c->whole || (c->share ? !share : !c->health))
		return false;
	if (share)
		w->o->confidence = share;
	if (c->health && !walk_has_label(w, w->o))
		w->o->health = c->health->health;
	w->hit = true;
	return true;
}

size_t walk_whole_last(struct walk *w, const struct tokens *t, size_t from,
	size_t to, bool whole)
{
	struct clause c = {.whole = whole};
	size_t i = to;

	while (i > from && t->v[i - 1].kind != TOKEN_COMMA)
		i--;
	if (i == from || !w->o || w->scope->only ||
		!read_clause(t, i, to, &c) || c.to < to || !c.health)
		return to;
	return take_clause(w, t, &c) ? i - 1 : to;
}

size_t walk_each(struct walk *w, const struct tokens *t, size_t from, size_t to)
{
	static const char *const ALL[] = {"all", "both", "alle", "beide",
		"tous", "toutes", "todos", "todas", "tutti", "tutte"};
	static const char *const NOUNS[] = {"krs", "key results",
		"r\u00e9sultats cl\u00e9s", "resultados clave",
		"resultados-chave", "risultati chiave", "kernresultaten"};
	enum { NEAR = 8 };
	size_t i = from + 1;

	if (!w->o || w->scope->only || from >= to ||
		!word_is_one(t->v[from].text, ALL, COUNT_OF(ALL)))
		return from;
	while (i < to && i < from + NEAR && t->v[i].kind != TOKEN_HEALTH &&
		!kind_is(t->v[i].kind, KINDS_MARK | 1 << TOKEN_NOT |
					       1 << TOKEN_PAST |
					       1 << TOKEN_PLAN))
		i++;
	if (i >= to || t->v[i].kind != TOKEN_HEALTH ||
		!text_has_one(
			tokens_text(t, from, i), NOUNS, COUNT_OF(NOUNS)) ||
		!walk_may_look(w))
		return from;
	for (size_t k = 0; k < w->o->key_results.n; k++)
		walk_report(w, &w->o->key_results.v[k],
			&(struct said){.health = t->v[i].health,
				.result = {.text = ""}},
			tokens_text(t, from, i + 1), true);
	while (++i < to && t->v[i].kind == TOKEN_HEALTH)
		;
	return i;
}

size_t walk_whole(struct walk *w, const struct tokens *t, size_t from,
	size_t to, bool whole)
{
	struct clause c = {.whole = whole};
	size_t i = from;

	if (!w->o || w->scope->only)
		return from;
	while (i < to && read_clause(t, i, to, &c)) {
		bool taken = take_clause(w, t, &c);
		size_t begin = i;

		/* "In general we do well, confidence 7/10" */
		if (!taken && (!c.whole || c.health || c.share))
			break;
		i = is_view(t, c.to) ? to : c.to;
		while (i < to && kind_is(t->v[i].kind, KINDS_MARK))
			i++;
		if (taken)
			from = i;
		if (i == begin)
			break;
	}
	return from;
}
