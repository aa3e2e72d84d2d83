/*
 * Which words of a line are key results: their numbers, and clear parts of
 * their sentences where something is told of them.
 */
#include "checkin_walk_p.h"

#include "mark_number_p.h"
#include "verdict_p.h"

enum { NAME_TOKENS = 14 };

bool mention_begins(const struct tokens *t, size_t i)
{
	static const char *const LEADS[] = {"for", "for the", "on", "regarding",
		"re", "bei", "beim", "zum", "zur", "pour", "sur", "para",
		"mainly", "mostly", "all", "alle", "tous", "toutes", "todos",
		"todas", "our", "unsere"};
	enum token_kind before;

	if (i == 0)
		return true;
	before = t->v[i - 1].kind;
	/* "... at 31 🎉 Attrition is at ..." */
	if (token_is_sign(&t->v[i - 1]) &&
		(unsigned char)t->v[i - 1].text.p[0] >= 0x80 &&
		t->v[i].text.n &&
		(char_is_upper(t->v[i].text.p[0]) ||
			token_is_picture(&t->v[i - 1])))
		return true;
	/* "For NPS we are at 45", "All 14 findings are closed" */
	if (word_is_one(t->v[i - 1].text, LEADS, COUNT_OF(LEADS)))
		return mention_begins(t, i - 1);
	/* "Latest NPS: 45", "Last week the response time was ..." */
	if (token_is_sign(&t->v[i - 1]) || before == TOKEN_NOW ||
		(before == TOKEN_PAST &&
			str_istarts(t->v[i - 1].text, "last ")))
		return mention_begins(t, i - 1);
	return kind_is(
		before, KINDS_BREAK | 1 << TOKEN_HEALTH | 1 << TOKEN_CLOSE);
}

static bool may_be_name(enum token_kind kind)
{
	enum {
		NAMES = 1 << TOKEN_WORD | 1 << TOKEN_NEAR | 1 << TOKEN_OF |
			1 << TOKEN_INTO | 1 << TOKEN_TIME | 1 << TOKEN_DONE |
			1 << TOKEN_TOTAL | 1 << TOKEN_REST
	};

	return kind_is(kind, NAMES);
}

/* The 1,000 of "contacts per 1,000 orders", the 2.0 of "version 2.0" */
static bool is_ratio(const struct tokens *t, size_t i)
{
	static const char *const WORDS[] = {"per", "pro", "par", "por", "je",
		"auf", "version", "release", "iso", "phase", "stage", "level",
		"tier"};

	return i > 0 && t->v[i].kind == TOKEN_NUMBER &&
	       word_is_one(t->v[i - 1].text, WORDS, COUNT_OF(WORDS));
}

size_t mention_end(const struct tokens *t, size_t from)
{
	size_t i = from;

	while (i < t->n && i < from + NAME_TOKENS && t->v[i].text.p[0] != '#' &&
		(may_be_name(t->v[i].kind) || is_ratio(t, i) ||
			(str_iis(t->v[i].text, "to") &&
				t->v[i + 1].kind == TOKEN_WORD) ||
			(str_iis(t->v[i].text, "and") &&
				t->v[i + 1].kind == TOKEN_WORD)))
		i++;
	/* "los ingresos ya" */
	while (i > from && t->v[i - 1].kind == TOKEN_NEAR)
		i--;
	return i;
}

static void put_mention(
	struct tokens *t, size_t from, size_t to, struct key_result *kr)
{
	struct str text = tokens_text(t, from, to);

	t->v[from] = (struct token){.kind = TOKEN_KR, .text = text, .kr = kr};
	tokens_cut(t, from + 1, to);
}

bool mention_put_first(struct tokens *t, size_t i, struct key_result *kr)
{
	if (t->n == MAX_TOKENS)
		return false;
	memmove(&t->v[i + 1], &t->v[i], (t->n + 1 - i) * sizeof *t->v);
	t->n++;
	t->v[i] = (struct token){.kind = TOKEN_KR,
		.text = str_sub(t->v[i + 1].text, 0, 0),
		.kr = kr};
	return true;
}

/* Is what follows a name something that is said of it? */
static bool is_told(const struct tokens *t, size_t i)
{
	enum {
		NEWS = 1 << TOKEN_COLON | 1 << TOKEN_AT | 1 << TOKEN_NOW |
		       1 << TOKEN_NUMBER | 1 << TOKEN_HEALTH |
		       1 << TOKEN_ARROW | 1 << TOKEN_OPEN | 1 << TOKEN_PAST |
		       1 << TOKEN_LIMIT | 1 << TOKEN_PLAN | 1 << TOKEN_NOT
	};

	while (t->v[i].kind == TOKEN_NEAR)
		i++;
	return kind_is(t->v[i].kind, NEWS);
}

/* Is it done or not, with nothing to count? */
static bool is_deed(const struct key_result *kr)
{
	return !kr->target || !kr->target->has_value;
}

/* "[Portal] on hold", "[Audit] in progress" to the end of the clause */
static bool is_verdict(const struct tokens *t, size_t i)
{
	enum {
		MOST = 3,
		HELD = 1 << RESULT_DEFERRED | 1 << RESULT_BLOCKED |
		       1 << RESULT_NOT_STARTED
	};
	struct verdict v;
	size_t to = i;

	while (to < t->n && !kind_is(t->v[to].kind, KINDS_BREAK))
		to++;
	v = verdict_of(tokens_text(t, i, to));
	return to > i && v.known && v.exact &&
	       (to <= i + MOST || (HELD >> v.kind & 1));
}

/* "CMS rollout" for "Roll out the new CMS" */
static struct key_result *named_deed(
	struct walk *w, const struct tokens *t, size_t from, size_t to)
{
	static const char *const WORDS[] = {"rollout", "roll-out", "launch",
		"migration", "release", "implementation", "project",
		"introduction", "Einf\u00fchrung", "Projekt", "projet",
		"proyecto", "projeto", "lanzamiento", "lancement",
		"lan\u00e7amento", "work"};
	struct key_result *kr = walk_named(w, tokens_text(t, from, to));

	if (kr || to < from + 2 ||
		!word_is_one(t->v[to - 1].text, WORDS, COUNT_OF(WORDS)))
		return kr;
	kr = walk_named(w, tokens_text(t, from, to - 1));
	return kr && is_deed(kr) ? kr : NULL;
}

/* "[Payouts] live in 2 countries" */
static bool is_live_in(const struct tokens *t, size_t i)
{
	static const char *const STATES[] = {"live", "online", "running", "up",
		"available", "shipped", "launched", "deployed"};

	return t->v[i + 1].kind == TOKEN_INTO &&
	       t->v[i + 2].kind == TOKEN_NUMBER &&
	       word_is_one(t->v[i].text, STATES, COUNT_OF(STATES));
}

/* "Portal launched", "Audit passed": the last word is the news. */
static size_t before_news(struct walk *w, const struct tokens *t, size_t from,
	size_t to, struct key_result **kr)
{
	for (size_t i = from + 1; i < to; i++) {
		*kr = named_deed(w, t, from, i);
		if (*kr && (t->v[i].kind == TOKEN_DONE || is_live_in(t, i) ||
				   (is_deed(*kr) && is_verdict(t, i)) ||
				   (is_deed(*kr) ? names_is_state
						 : names_is_done_verb)(
					   *kr, t->v[i].text)))
			return i;
	}
	*kr = NULL;
	return from;
}

/* Takes quotation marks and emphasis off the front. */
static void skip_quotes(struct str *s)
{
	static const char *const MARKS[] = {"\"", "_", "*", "'", "\u201e",
		"\u201c", "\u201d", "\u00ab", "\u00bb"};
	size_t i = 0;

	while (i < COUNT_OF(MARKS))
		i = str_skip(s, MARKS[i]) ? 0 : i + 1;
}

/* The sentence of a key result as it is written in the issue. */
static void find_sentence(struct walk *w, struct tokens *t)
{
	struct str all = tokens_text(t, 0, t->n);

	skip_quotes(&all);
	for (size_t i = 0; w->o && i < w->o->key_results.n; i++) {
		struct key_result *kr = &w->o->key_results.v[i];
		size_t n = strlen(kr->text);

		if (n < MENTION_SENTENCE || !str_istarts(all, kr->text))
			continue;
		/* "... to 7 days - 9 days" is no range of days */
		all = str_sub(all, n, all.n);
		skip_quotes(&all);
		tokens_read(w->a, all, t);
		mention_put_first(t, 0, kr);
		return;
	}
}

/* "1.2 at 25 services", where key results are numbered so. */
static void find_number(struct walk *w, struct tokens *all, size_t i)
{
	struct token *t = &all->v[i];
	struct key_result *kr;

	if (w->scope->only || t->q->unit[0] ||
		str_find_char(t->text, '.') == STR_NONE)
		return;
	kr = walk_numbered(w, t->text);
	if (kr)
		*t = (struct token){.kind = TOKEN_KR,
			.text = t->text,
			.number = t->text,
			.kr = kr};
}

/* "We hired 3 engineers": which key result, but not yet how far it is. */
static void find_verb(struct walk *w, struct tokens *t, size_t i)
{
	struct key_result *kr;

	while (t->v[i].kind == TOKEN_NEAR)
		i++;
	if (t->v[i].kind != TOKEN_WORD || t->v[i + 1].kind != TOKEN_NUMBER ||
		!t->v[i + 1].q->unit[0])
		return;
	kr = walk_named(w, tokens_text(t, i, i + 2));
	if (!kr) /* "rewrote 2 pages" */
		kr = walk_named(w, t->v[i + 1].text);
	if (!kr || !names_is_done_verb(kr, t->v[i].text))
		return;
	put_mention(t, i, i + 1, kr);
	t->v[i].verb = true;
}

/* "team 6", "closed 6 ..." tell of one, or of some more. */
static bool is_label(const struct key_result *kr, const struct tokens *t,
	size_t from, size_t to)
{
	const char *unit = kr->target ? kr->target->unit : "";
	struct str word = t->v[to - 1].text;

	if (t->v[to].kind != TOKEN_NUMBER)
		return false;
	if (to == from + 1 && names_is_done_verb(kr, word))
		return true;
	return strlen(unit) > word.n &&
	       str_ieq(str_sub(str_of(unit), 0, word.n), word);
}

/* "Published the API reference": the verb is what is told. */
static bool find_deed(struct walk *w, struct tokens *t, size_t from, size_t to)
{
	struct token verb = t->v[from];
	struct key_result *kr;

	if (to < from + 2)
		return false;
	kr = walk_named(w, tokens_text(t, from + 1, to));
	if (!kr || (kr->target && kr->target->has_value) ||
		!names_is_done_verb(kr, verb.text))
		return false;
	put_mention(t, from + 1, to, kr);
	t->v[from] = t->v[from + 1];
	t->v[from + 1] = verb;
	return true;
}

/* "Critical findings: 9", where "critical" is no state, "Falls: 12", where
 * "falls" is no change. */
static bool find_state(struct walk *w, struct tokens *t, size_t from)
{
	size_t to = mention_end(t, from + 1);
	struct key_result *kr;

	if (kind_is(t->v[from].kind,
		    1 << TOKEN_LIMIT | 1 << TOKEN_PLAN | 1 << TOKEN_REST)
			? t->v[to].kind != TOKEN_COLON
			: t->v[from].kind != TOKEN_HEALTH || to == from + 1 ||
				  !str_is_alpha(t->v[from].text.p[0]))
		return false;
	kr = walk_named(w, tokens_text(t, from, to));
	if (kr)
		put_mention(t, from, to, kr);
	return kr != NULL;
}

/* "Win rate against rivals: 38%": in its own words, whatever these would mean
 * elsewhere */
static bool find_head(struct walk *w, struct tokens *t, size_t from)
{
	size_t n, to = from;
	struct key_result *kr = walk_headed(w, tokens_text(t, from, t->n), &n);
	const char *end = t->v[from].text.p + n;

	if (!kr || w->scope->only)
		return false;
	while (to < t->n && t->v[to].text.p < end)
		to++;
	if (!is_told(t, to) || is_label(kr, t, from, to))
		return false;
	put_mention(t, from, to, kr);
	return true;
}

/* "Hand hygiene audit 75%": how it was measured is no part of the name. */
static size_t without_measure(const struct tokens *t, size_t from, size_t to)
{
	static const char *const WORDS[] = {"audit", "check", "survey",
		"umfrage", "sondage", "encuesta", "enqu\u00eate", "pesquisa",
		"spot", "kpi", "index", "messung", "stichprobe", "test"};
	size_t k = to;

	while (k > from &&
		word_is_one(t->v[k - 1].text, WORDS, COUNT_OF(WORDS)))
		k--;
	return k > from + 1 ? k : to;
}

/* "[Las devoluciones] han bajado", "[data quality] dipped" */
static size_t before_verb(const struct tokens *t, size_t from, size_t to)
{
	static const char *const ENDS[] = {"ed", "ado", "ido", "ato", "ito",
		"uto", "\u00e9", "\u00e9e", "ert", "egen", "unken", "allen"};
	static const char *const HELPERS[] = {"has", "have", "had", "ha", "han",
		"hat", "haben", "a", "ont", "est", "sont", "tem", "t\u00eam",
		"foi", "is", "sono"};

	if (to < from + 2 ||
		!word_ends_one(t->v[to - 1].text, ENDS, COUNT_OF(ENDS)))
		return to;
	to--;
	if (to > from + 1 &&
		word_is_one(t->v[to - 1].text, HELPERS, COUNT_OF(HELPERS)))
		to--;
	return to;
}

/* "Sessions avg 15 min" beside "crash-free sessions 98 %": the number tells
 * which of them is meant. */
static struct key_result *by_number(struct walk *w, const struct tokens *t,
	size_t from, size_t to, struct key_result *kr)
{
	enum {
		LINKS = 1 << TOKEN_COLON | 1 << TOKEN_AT | 1 << TOKEN_NOW |
			1 << TOKEN_NEAR | 1 << TOKEN_HEALTH | 1 << TOKEN_ARROW
	};
	struct key_result *other;
	size_t i = to;

	while (i < to + 2 && kind_is(t->v[i].kind, LINKS))
		i++;
	if (t->v[i].kind != TOKEN_NUMBER ||
		(kr && kr->target && quantity_is_like(kr->target, t->v[i].q)))
		return kr;
	other = walk_named_for(w, tokens_text(t, from, to), t->v[i].q);
	return other ? other : kr;
}

/* "Incidents in the last month: 5" of those per month: the time is a part of
 * the name. */
static struct key_result *by_span(
	struct walk *w, const struct tokens *t, size_t from, size_t *to)
{
	size_t k = *to + (t->v[*to].kind == TOKEN_DEPEND);
	struct key_result *kr;

	if (k >= t->n || t->v[k + 1].kind != TOKEN_COLON)
		return NULL;
	kr = walk_named(w, tokens_text(t, from, *to));
	if (!kr || !names_by_span(&walk_memo(w, kr)->names, t->v[k].text))
		return NULL;
	*to = k + 1;
	return kr;
}

static void find_name(struct walk *w, struct tokens *t, size_t from)
{
	enum {
		FIRST = 1 << TOKEN_WORD | 1 << TOKEN_TIME | 1 << TOKEN_TOTAL |
			1 << TOKEN_DONE
	};
	struct key_result *kr;
	size_t to, news;

	if (find_state(w, t, from) || find_head(w, t, from))
		return;
	while (t->v[from].kind == TOKEN_NEAR &&
		str_is_alpha(t->v[from].text.p[0]))
		from++;
	to = mention_end(t, from);
	if (to == from || !kind_is(t->v[from].kind, FIRST))
		return;
	if (find_deed(w, t, from, to))
		return;
	news = before_news(w, t, from, to, &kr);
	if (kr) {
		put_mention(t, from, news, kr);
		return;
	}
	/* "published last week" */
	if (to == from + 1 && str_iends(t->v[from].text, "ed") &&
		kind_is(t->v[to].kind, 1 << TOKEN_PAST | 1 << TOKEN_NOW))
		return;
	kr = by_span(w, t, from, &to);
	if (!kr && is_told(t, to))
		kr = named_deed(w, t, from, to);
	if (!kr && is_told(t, to))
		kr = walk_named(
			w, tokens_text(t, from, without_measure(t, from, to)));
	/* "data quality dipped to 88" */
	if (!kr && t->v[to].kind == TOKEN_AT) {
		to = before_verb(t, from, to);
		kr = walk_named(w, tokens_text(t, from, to));
	}
	kr = by_number(w, t, from, to, kr);
	if (kr && !is_label(kr, t, from, to))
		put_mention(t, from, to, kr);
	else
		find_verb(w, t, from);
}

/* "KRs 1 and 3": the numbers behind the first. */
static void spread(struct walk *w, struct tokens *t, size_t i)
{
	while (t->v[i].several && i + 2 < t->n &&
		t->v[i + 1].kind == TOKEN_COMMA &&
		t->v[i + 2].kind == TOKEN_NUMBER && !t->v[i + 2].q->unit[0]) {
		struct token *next = &t->v[i + 2];

		*next = (struct token){.kind = TOKEN_KR,
			.text = next->text,
			.number = next->text,
			.several = true};
		i += 2;
		next->kr = walk_numbered(w, next->number);
	}
}

/* "🟢 KR1 ..., 🔴 KR2 ...": the light belongs to what follows it. */
static void move_lights(struct tokens *t)
{
	bool first = t->n > 1 && t->v[0].kind == TOKEN_HEALTH &&
		     t->v[1].kind == TOKEN_KR;

	for (size_t i = 0; first && i + 1 < t->n; i++) {
		struct token light = t->v[i];

		if (light.kind != TOKEN_HEALTH || t->v[i + 1].kind != TOKEN_KR)
			continue;
		t->v[i] = t->v[i + 1];
		t->v[++i] = light;
	}
}

/* "### Enterprise revenue" */
static void find_heading(struct walk *w, struct tokens *t)
{
	size_t to = mention_end(t, 0);
	struct key_result *kr;

	if (!to || (to < t->n && t->v[to].kind != TOKEN_COLON))
		return;
	kr = walk_named(w, tokens_text(t, 0, to));
	if (kr)
		put_mention(t, 0, to, kr);
}

/* "This KR is blocked", "Closing this as done": the issue's own key result */
static void find_only(struct walk *w, struct tokens *t, size_t i)
{
	static const char *const NAMES[] = {
		"KR", "KR's", "RC", "KPI", "key result"};
	static const char *const LEADS[] = {
		"this", "our", "dieses", "das", "ce", "este", "esta", "the"};
	static const char *const DEEDS[] = {"closing", "marking", "calling",
		"setting", "close", "mark", "considering"};
	size_t to = i;

	if (!w->scope->only)
		return;
	if (word_is_one(t->v[i].text, DEEDS, COUNT_OF(DEEDS))) {
		to += 1 + (str_iis(t->v[i + 1].text, "this"));
		if (to > i + 1 || str_iis(t->v[to].text, "as")) {
			to += str_iis(t->v[to].text, "as");
			put_mention(t, i, to, w->scope->only);
		}
		return;
	}
	to += word_is_one(t->v[to].text, LEADS, COUNT_OF(LEADS));
	if (t->v[to].kind == TOKEN_WORD &&
		word_is_one(t->v[to].text, NAMES, COUNT_OF(NAMES)))
		put_mention(t, i, to + 1, w->scope->only);
}

void walk_mentions(struct walk *w, struct tokens *t, bool heading)
{
	find_sentence(w, t);
	for (size_t i = 0; i < t->n; i++)
		if (!i || t->v[i - 1].kind == TOKEN_STOP)
			find_only(w, t, i);
	if (heading)
		find_heading(w, t);
	for (size_t i = 0; i < t->n; i++)
		walk_ordinal(w, t, i);
	for (size_t i = 0; i < t->n; i++) {
		if (t->v[i].kind == TOKEN_KR) {
			if (!t->v[i].kr)
				t->v[i].kr = walk_numbered(w, t->v[i].number);
			spread(w, t, i);
		} else if (t->v[i].kind == TOKEN_NUMBER &&
			   walk_count(w, t, i)) {
			continue;
		} else if (mention_begins(t, i)) {
			if (t->v[i].kind == TOKEN_NUMBER)
				find_number(w, t, i);
			else
				find_name(w, t, i);
		}
	}
	move_lights(t);
	walk_drop_titles(w, t);
}
