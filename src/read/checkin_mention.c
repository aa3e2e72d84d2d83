/*
 * Which words of a line are key results: their numbers, and clear parts of
 * their sentences where something is told of them.
 */
#include "checkin_walk_p.h"

enum { NAME_TOKENS = 14, MIN_SENTENCE = 8 };

static bool begins_clause(const struct tokens *t, size_t i)
{
	enum token_kind before;

	if (i == 0)
		return true;
	before = t->v[i - 1].kind;
	if (before == TOKEN_NEAR && !str_is_alpha(t->v[i - 1].text.p[0]))
		return begins_clause(t, i - 1);
	/* "Latest NPS: 45" */
	if (before == TOKEN_NOW)
		return begins_clause(t, i - 1);
	/* "Last week the response time was ..." */
	if (before == TOKEN_PAST && str_istarts(t->v[i - 1].text, "last "))
		return begins_clause(t, i - 1);
	return before == TOKEN_STOP || before == TOKEN_COMMA ||
	       before == TOKEN_COLON || before == TOKEN_HEALTH ||
	       before == TOKEN_CLOSE;
}

static bool may_be_name(enum token_kind kind)
{
	return kind == TOKEN_WORD || kind == TOKEN_NEAR || kind == TOKEN_OF ||
	       kind == TOKEN_INTO || kind == TOKEN_TIME || kind == TOKEN_DONE ||
	       kind == TOKEN_TOTAL || kind == TOKEN_REST;
}

/* Where the words that may be a name end. */
static size_t name_end(const struct tokens *t, size_t from)
{
	size_t i = from;

	while (i < t->n && i < from + NAME_TOKENS &&
		(may_be_name(t->v[i].kind) ||
			(str_iis(t->v[i].text, "to") &&
				t->v[i + 1].kind == TOKEN_WORD) ||
			(str_iis(t->v[i].text, "and") &&
				t->v[i + 1].kind == TOKEN_WORD)))
		i++;
	return i;
}

static void put_mention(
	struct tokens *t, size_t from, size_t to, struct key_result *kr)
{
	struct str text = tokens_text(t, from, to);

	t->v[from] = (struct token){.kind = TOKEN_KR, .text = text, .kr = kr};
	memmove(&t->v[from + 1], &t->v[to], (t->n + 1 - to) * sizeof *t->v);
	t->n -= to - from - 1;
}

/* Is what follows a name something that is said of it? */
static bool is_told(const struct tokens *t, size_t i)
{
	switch (t->v[i].kind) {
	case TOKEN_COLON:
	case TOKEN_AT:
	case TOKEN_NOW:
	case TOKEN_NUMBER:
	case TOKEN_HEALTH:
	case TOKEN_ARROW:
	case TOKEN_OPEN:
	case TOKEN_PAST:
	case TOKEN_LIMIT:
		return true;
	default:
		return false;
	}
}

/* "Portal launched", "Audit passed": the last word is the news. */
static size_t before_news(struct walk *w, const struct tokens *t, size_t from,
	size_t to, struct key_result **kr)
{
	for (size_t i = from + 1; i < to; i++) {
		*kr = walk_find(
			w, (struct str){NULL, 0}, tokens_text(t, from, i));
		if (*kr && (t->v[i].kind == TOKEN_DONE ||
				   names_is_done_verb(*kr, t->v[i].text)))
			return i;
	}
	*kr = NULL;
	return from;
}

/* The sentence of a key result as it is written in the issue. */
static void find_sentence(struct walk *w, struct tokens *t)
{
	struct str all = tokens_text(t, 0, t->n);

	for (size_t i = 0; w->o && i < w->o->key_results.n; i++) {
		struct key_result *kr = &w->o->key_results.v[i];
		size_t n = strlen(kr->text), to = 0;

		if (n < MIN_SENTENCE || !str_istarts(all, kr->text))
			continue;
		while (to < t->n && t->v[to].text.p < all.p + n)
			to++;
		put_mention(t, 0, to, kr);
		return;
	}
}

/* "10 engineers hired": which key result, before the number. */
static void find_count(struct walk *w, struct tokens *t, size_t i)
{
	struct key_result *kr;

	if (t->v[i + 1].kind != TOKEN_WORD || t->n == MAX_TOKENS)
		return;
	for (size_t k = i; k-- > 0 && t->v[k].kind != TOKEN_STOP;)
		if (t->v[k].kind == TOKEN_KR)
			return;
	kr = walk_find(w, (struct str){NULL, 0}, tokens_text(t, i, i + 2));
	if (!kr || !names_is_done_verb(kr, t->v[i + 1].text))
		return;
	memmove(&t->v[i + 1], &t->v[i], (t->n + 1 - i) * sizeof *t->v);
	t->n++;
	t->v[i] = (struct token){.kind = TOKEN_KR,
		.text = str_sub(t->v[i + 1].text, 0, 0),
		.kr = kr,
		.verb = true};
}

/* "1.2 at 25 services", where key results are numbered so. */
static void find_number(struct walk *w, struct tokens *all, size_t i)
{
	struct token *t = &all->v[i];
	struct key_result *kr;

	if (t->q->unit[0]) {
		find_count(w, all, i);
		return;
	}
	if (str_find_char(t->text, '.') == STR_NONE)
		return;
	kr = walk_find(w, t->text, (struct str){NULL, 0});
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
	kr = walk_find(w, (struct str){NULL, 0}, tokens_text(t, i, i + 2));
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
	kr = walk_find(w, (struct str){NULL, 0}, tokens_text(t, from + 1, to));
	if (!kr || (kr->target && kr->target->has_value) ||
		!names_is_done_verb(kr, verb.text))
		return false;
	put_mention(t, from + 1, to, kr);
	t->v[from] = t->v[from + 1];
	t->v[from + 1] = verb;
	return true;
}

static void find_name(struct walk *w, struct tokens *t, size_t from)
{
	struct key_result *kr;
	size_t to, news;

	while (t->v[from].kind == TOKEN_NEAR &&
		str_is_alpha(t->v[from].text.p[0]))
		from++;
	to = name_end(t, from);
	if (to == from || t->v[from].kind != TOKEN_WORD)
		return;
	if (find_deed(w, t, from, to))
		return;
	news = before_news(w, t, from, to, &kr);
	if (kr) {
		put_mention(t, from, news, kr);
		return;
	}
	kr = is_told(t, to) ? walk_find(w, (struct str){NULL, 0},
				      tokens_text(t, from, to))
			    : NULL;
	/* "data quality dipped to 88" */
	if (!kr && to > from + 1 && t->v[to].kind == TOKEN_AT &&
		str_iends(t->v[to - 1].text, "ed"))
		kr = walk_find(
			w, (struct str){NULL, 0}, tokens_text(t, from, --to));
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
		next->kr = walk_find(w, next->number, (struct str){NULL, 0});
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

/* "KR1 (enterprise revenue $18M): ...", "KR1 - enterprise revenue: ...": the
 * name behind the number goes. */
static void drop_titles(struct walk *w, struct tokens *t)
{
	for (size_t i = 0; i < t->n; i++) {
		size_t from = i + 1, to = from;
		struct names *names;

		if (t->v[i].kind != TOKEN_KR || !t->v[i].kr)
			continue;
		if (t->v[from].kind == TOKEN_OPEN) {
			while (to < t->n && t->v[to].kind != TOKEN_CLOSE)
				to++;
			if (to >= t->n ||
				(t->v[to + 1].kind != TOKEN_COLON &&
					t->v[to + 1].kind != TOKEN_ARROW))
				continue;
			to++;
		} else if (t->v[from].kind == TOKEN_COLON ||
			   t->v[from].kind == TOKEN_KR ||
			   t->v[from].kind == TOKEN_WORD) {
			/* up to a colon, with numbers such as the target's */
			for (to = from + 1; to < t->n; to++)
				if (t->v[to].kind == TOKEN_STOP ||
					(t->v[to].kind == TOKEN_COLON &&
						t->v[to].text.p[0] != '-'))
					break;
			if (to >= t->n || t->v[to].kind != TOKEN_COLON)
				continue;
			names = &walk_memo(w, t->v[i].kr)->names;
			if (!names_have(names, tokens_text(t, from, to)) &&
				!(t->v[from].kind == TOKEN_KR &&
					t->v[from].kr == t->v[i].kr))
				continue;
		} else {
			continue;
		}
		memmove(&t->v[from], &t->v[to], (t->n + 1 - to) * sizeof *t->v);
		t->n -= to - from;
	}
}

/* "### Enterprise revenue" */
static void find_heading(struct walk *w, struct tokens *t)
{
	size_t to = name_end(t, 0);
	struct key_result *kr;

	if (!to || (to < t->n && t->v[to].kind != TOKEN_COLON))
		return;
	kr = walk_find(w, (struct str){NULL, 0}, tokens_text(t, 0, to));
	if (kr)
		put_mention(t, 0, to, kr);
}

void walk_mentions(struct walk *w, struct tokens *t, bool heading)
{
	find_sentence(w, t);
	if (heading)
		find_heading(w, t);
	for (size_t i = 0; i < t->n; i++) {
		if (t->v[i].kind == TOKEN_KR) {
			if (!t->v[i].kr)
				t->v[i].kr = walk_find(w, t->v[i].number,
					(struct str){NULL, 0});
			spread(w, t, i);
		} else if (begins_clause(t, i)) {
			if (t->v[i].kind == TOKEN_NUMBER)
				find_number(w, t, i);
			else
				find_name(w, t, i);
		}
	}
	move_lights(t);
	drop_titles(w, t);
}
