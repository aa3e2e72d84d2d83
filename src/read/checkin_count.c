/*
 * Numbers that stand before what they count: "20 of 25 pages are done", "46 for
 * the NPS".  The key result goes to the front of the
 * clause, so that all that follows is read as if it had been named there.
 */
#include "checkin_walk_p.h"

size_t mention_clause(const struct tokens *t, size_t i)
{
	size_t begin = STR_NONE;

	for (; i > 0 && !kind_is(t->v[i - 1].kind, KINDS_MARK) &&
		!token_is_picture(&t->v[i - 1]);
		i--) {
		if (t->v[i - 1].kind == TOKEN_KR)
			return STR_NONE;
		if (t->v[i - 1].kind == TOKEN_COLON && begin == STR_NONE)
			begin = i;
	}
	return begin == STR_NONE ? i : begin;
}

/* The words of the tokens but for the number, which may be one as well. */
static struct str words_behind(const struct tokens *t, size_t i, size_t to)
{
	struct str text = tokens_text(t, i, to), number = text;

	return str_is_digit(text.p[0]) || !str_take_until(&text, ' ', &number)
		       ? tokens_text(t, i, to)
		       : text;
}

/* The key result that the words from i to the longest name behind next tell. */
static struct key_result *find_behind(
	struct walk *w, const struct tokens *t, size_t i, size_t next)
{
	struct key_result *kr = NULL;

	for (size_t to = mention_end(t, next);
		to >= next && !mention_counts(kr); to--)
		kr = walk_named(w, words_behind(t, i, to));
	return mention_counts(kr) ? kr : NULL;
}

/* The one whose target is all of what a sentence tells a part of. */
static struct key_result *find_all(
	struct walk *w, const struct quantity *all, struct str sentence)
{
	struct key_result *found = NULL;

	for (size_t i = 0; w->o && i < w->o->key_results.n; i++) {
		struct key_result *kr = &w->o->key_results.v[i];

		if (!fit_is_same(kr->target, all) ||
			!names_share(&walk_memo(w, kr)->names, sentence))
			continue;
		if (found)
			return NULL;
		found = kr;
	}
	return found;
}

/* "20 of 25 pages", "8 of 12": all of them are the target. */
static bool find_part(struct walk *w, struct tokens *t, size_t i, size_t begin)
{
	const struct quantity *all = NULL;
	size_t next = fit_take_part(w->a, t, i, t->n, &all);
	struct key_result *kr;

	if (!all)
		return false;
	kr = find_behind(w, t, i, next);
	if (!kr)
		kr = find_all(w, all, tokens_text(t, 0, t->n));
	return kr && fit_is_same(kr->target, all) &&
	       mention_put_first(t, begin, kr);
}

/* "so far", "are published", "have been closed", "is live": the state of all
 * that is counted. */
static bool is_state(
	const struct key_result *kr, const struct tokens *t, size_t i)
{
	bool told = t->v[i].kind == TOKEN_AT;

	if (kind_is(t->v[i].kind, 1 << TOKEN_TOTAL | 1 << TOKEN_DONE))
		return true;
	while (kind_is(t->v[i].kind,
		       1 << TOKEN_AT | 1 << TOKEN_NEAR | 1 << TOKEN_NOW) ||
		str_iis(t->v[i].text, "been"))
		i++;
	return told &&
	       (t->v[i].kind == TOKEN_DONE || names_is_state(kr, t->v[i].text));
}

/* The one that has such a verb and such a unit. */
static struct key_result *find_deed_of(
	struct walk *w, const struct quantity *q, struct str verb)
{
	struct key_result *found = NULL;

	if (!walk_may_look(w))
		return NULL;
	for (size_t k = 0; k < w->o->key_results.n; k++) {
		struct key_result *kr = &w->o->key_results.v[k];

		if (!mention_counts(kr) || !kr->target->unit[0] ||
			!quantity_is_like(kr->target, q) ||
			!names_is_done_verb(kr, verb))
			continue;
		if (found)
			return NULL;
		found = kr;
	}
	return found;
}

/* "\u20ac41,200 raised": the verb stands behind. */
static bool find_raised(struct walk *w, struct tokens *t, size_t i)
{
	enum { BEHIND = KINDS_MARK | 1 << TOKEN_END | 1 << TOKEN_TOTAL };
	struct key_result *kr;

	if (!kind_is(t->v[i + 2].kind, BEHIND))
		return false;
	kr = find_deed_of(w, t->v[i].q, t->v[i + 1].text);
	return kr && mention_put_first(t, i, kr);
}

/* "3 new deals closed" may be the week's. */
static bool adds(struct str text)
{
	static const char *const WORDS[] = {" new ", " more ", " further",
		" additional", " neue", " weitere", " nouve", " nuev"};

	return text_has_one(text, WORDS, COUNT_OF(WORDS));
}

/* "19 new customers signed" adds nothing where "25 new customers" is all one
 * wants. */
static bool adds_to(const struct key_result *kr, struct str text)
{
	static const char *const WORDS[] = {
		"new ", "neue", "nouve", "nuev", "nuov", "novo", "nieuw"};

	return adds(text) &&
	       !(text_has_one(str_of(kr->text), WORDS, COUNT_OF(WORDS)) &&
		       text_has_one(text, WORDS, COUNT_OF(WORDS)));
}

/* "2,310 subscribers (+120)": the line is no more than the number */
static bool is_line(const struct tokens *t, size_t i)
{
	enum { BEHIND = 1 << TOKEN_END | 1 << TOKEN_OPEN | 1 << TOKEN_HEALTH };

	for (size_t k = 0; k < i; k++)
		if (!token_is_sign(&t->v[k]) && t->v[k].kind != TOKEN_HEALTH)
			return false;
	return kind_is(t->v[i + 1].kind, BEHIND);
}

/* "Week 9: 36 km", where one key result counts them by the week */
static bool find_span(struct walk *w, struct tokens *t, size_t i)
{
	enum { MOST = 4 };
	struct key_result *kr;

	if (w->ordered || i < 2 || i > MOST ||
		t->v[i - 1].kind != TOKEN_COLON ||
		!kind_is(t->v[i + 1].kind, KINDS_MARK | 1 << TOKEN_END))
		return false;
	kr = walk_named(w, words_behind(t, i, i + 1));
	return mention_counts(kr) &&
	       names_by_span(&walk_memo(w, kr)->names, t->v[0].text) &&
	       mention_put_first(t, i, kr);
}

/* "Good week! 2,310 subscribers and ..." */
static bool is_clause(const struct tokens *t, size_t i)
{
	return kind_is(t->v[i + 1].kind, KINDS_MARK | 1 << TOKEN_END);
}

/* "12 families on our list" where they shall be on one: the place goes. */
static void cut_place(
	struct walk *w, const struct key_result *kr, struct tokens *t, size_t i)
{
	enum { PLACES = 1 << TOKEN_WORD | 1 << TOKEN_NEAR | 1 << TOKEN_INTO };
	const struct names *names = &walk_memo(w, kr)->names;
	size_t to = i + 1;

	while (to < t->n && kind_is(t->v[to].kind, PLACES) &&
		names_allow(names, t->v[to].text))
		to++;
	if (to > i + 2 && names_tell(names, tokens_text(t, i + 1, to)) &&
		!names_is_state(kr, t->v[to - 1].text) &&
		kind_is(t->v[to].kind, KINDS_MARK | 1 << TOKEN_END))
		tokens_cut(t, i + 1, to);
}

/* So many that they are no week's, where they are not counted from none? */
static bool is_level(const struct key_result *kr, const struct quantity *q)
{
	struct say s = {.kr = kr};

	return !fit_is_event(&s, q);
}

/* "2 enterprise deals signed" for "Sign 10 enterprise customers": the one with
 * such a verb and one of the words */
static struct key_result *find_done(
	struct walk *w, struct str words, struct str verb)
{
	struct key_result *found = NULL;

	for (size_t i = 0; w->o && i < w->o->key_results.n; i++) {
		struct key_result *kr = &w->o->key_results.v[i];

		if (!mention_counts(kr) || !names_is_done_verb(kr, verb) ||
			!fit_is_counted(kr->target) ||
			!names_share(&walk_memo(w, kr)->names, words))
			continue;
		if (found)
			return NULL;
		found = kr;
	}
	return found;
}

/* "10 engineers hired", "3 drills run so far": by the words behind. */
static bool find_noun(struct walk *w, struct tokens *t, size_t i)
{
	const struct quantity *q = t->v[i].q;
	struct key_result *kr;
	struct token *last = &t->v[i + 1];

	if (!t->v[i].q->unit[0])
		return false;
	if (find_span(w, t, i))
		return true;
	if (!fit_is_counted(t->v[i].q))
		return find_raised(w, t, i);
	for (size_t to = mention_end(t, i + 1); to > i; to--) {
		kr = walk_named(w, words_behind(t, i, to));
		if (!mention_counts(kr) || !is_state(kr, t, to))
			continue;
		if (!quantity_is_like(kr->target, q)) /* "drill run" */
			t->v[i].q = fit_copy(w->a, q, kr->target->unit);
		tokens_cut(t, i + 1, to);
		return mention_put_first(t, i, kr);
	}
	kr = walk_named(w, words_behind(t, i, i + 1));
	if (mention_counts(kr))
		cut_place(w, kr, t, i);
	if (!w->ordered && (is_line(t, i) || is_clause(t, i))) {
		return mention_counts(kr) && !adds_to(kr, t->v[i].text) &&
		       (is_line(t, i) || is_level(kr, q)) &&
		       mention_put_first(t, i, kr);
	}
	if (last->kind != TOKEN_WORD)
		return false;
	kr = walk_may_look(w) ? find_done(w, last[-1].text, last->text) : NULL;
	if (kr && kind_is(last[1].kind, KINDS_MARK | 1 << TOKEN_END)) {
		t->v[i].q = fit_copy(w->a, q, kr->target->unit);
		return !adds_to(kr, t->v[i].text) &&
		       mention_put_first(t, i, kr);
	}
	kr = walk_named(w, words_behind(t, i, i + 2));
	if (!kr) { /* "45 agents form\u00e9s" */
		kr = walk_named(w, words_behind(t, i, i + 1));
		if (!kr || !names_is_state(kr, last->text))
			return false;
	}
	if ((!names_is_state(kr, last->text) && !str_iends(last->text, "ed")) ||
		!mention_put_first(t, i, kr))
		return false;
	t->v[i].verb = adds_to(kr, t->v[i + 1].text);
	return true;
}

/* "46 for the NPS", "91 % of laptops encrypted", "$15M revenue": the name goes
 * to the front. */
static bool find_name(struct walk *w, struct tokens *t, size_t i, size_t begin)
{
	static const char *const LINKS[] = {"for", "for the", "on", "in",
		"in the", "with", "f\u00fcr", "bei", "beim", "pour", "sur",
		"en", "para", "em", "of", "of the", "of our", "de", "an"};
	enum {
		BEHIND = KINDS_MARK | 1 << TOKEN_END | 1 << TOKEN_NOW |
			 1 << TOKEN_PAST | 1 << TOKEN_HEALTH | 1 << TOKEN_OPEN |
			 1 << TOKEN_COLON
	};
	enum { OTHERS = 1 << TOKEN_NUMBER | 1 << TOKEN_TIME };
	struct key_result *kr;
	size_t from = i + 1, to;
	bool reached;

	/* "5 % vs 6 % conversion", "in April $340k revenue", and no "April
	 * closed at $340k revenue" */
	for (size_t k = begin; k < i; k++)
		if (kind_is(t->v[k].kind, OTHERS) &&
			(k > begin || t->v[k + 1].kind != TOKEN_AT))
			return false;
	if (fit_is_counted(t->v[i].q))
		return false;
	/* "2 hours reached for the nightly load" */
	/* "with 51 we have reached our NPS target" */
	from += str_iis(t->v[from].text, "we have");
	reached = str_iends(t->v[from].text, "reached") ||
		  str_iends(t->v[from].text, "hit");
	from += reached;
	while (reached && (t->v[from].kind == TOKEN_NEAR ||
				  str_iis(t->v[from].text, "our")))
		from++;
	from += word_is_one(t->v[from].text, LINKS, COUNT_OF(LINKS));
	for (to = mention_end(t, from); to > from; to--) {
		kr = walk_named(w, tokens_text(t, from, to));
		if (mention_counts(kr) &&
			quantity_is_like(kr->target, t->v[i].q) &&
			(kind_is(t->v[to].kind,
				 BEHIND | (reached ? 1 << TOKEN_GOAL : 0)) ||
				names_is_state(kr, t->v[to].text) ||
				is_state(kr, t, to)))
			break;
	}
	/* "2 signed this week" is no name */
	if (to <= from ||
		(to == from + 1 && names_is_done_verb(kr, t->v[from].text)))
		return false;
	tokens_cut(t, i + 1, to);
	return mention_put_first(t, begin, kr);
}

/* "now", "so far", "we are at", "already", and no "this week": the number is
 * all there is. */
static bool is_total(const struct token *t)
{
	static const char *const TIMES[] = {"week", "month", "quarter",
		"sprint", "today", "morning", "afternoon", "woche", "monat",
		"heute", "semaine", "mois", "aujourd", "semana", "mes",
		"m\u00eas", "hoy", "hoje", "settimana", "oggi", "maand",
		"vandaag", "latest", "actual", "final"};
	static const char *const WORDS[] = {"that's", "reached", "have reached",
		"passed", "just passed", "have passed", "has passed", "crossed",
		"just crossed", "has crossed", "have crossed", "just hit",
		"hit", "we hit", "has hit", "we have reached", "we've reached",
		"already", "schon", "bereits", "d\u00e9j\u00e0", "ya",
		"j\u00e1", "gi\u00e0", "al", "erreicht"};

	return t->kind == TOKEN_TOTAL ||
	       (t->kind == TOKEN_NOW &&
		       !text_has_one(t->text, TIMES, COUNT_OF(TIMES))) ||
	       word_is_one(t->text, WORDS, COUNT_OF(WORDS));
}

/* "[we passed 5,800] yesterday evening" */
static bool is_time_of_day(const struct token *t)
{
	static const char *const WORDS[] = {"yesterday", "last night",
		"evening", "morning", "afternoon", "night", "gestern", "abend",
		"heute", "hier", "soir", "matin", "ayer", "noche", "ontem",
		"this morning", "today", "on"};

	return t->kind == TOKEN_TIME ||
	       word_is_one(t->text, WORDS, COUNT_OF(WORDS));
}

/* Does the sentence tell before i of all there is? "Ya hemos ..., y tenemos" */
static bool told_total(const struct tokens *t, size_t i)
{
	for (; i > 0 && t->v[i - 1].kind != TOKEN_STOP; i--)
		if (is_total(&t->v[i - 1]))
			return true;
	return false;
}

/* "we have", "there are", "nous avons", "van": words before what one has */
static bool is_having(const struct token *t)
{
	static const char *const WORDS[] = {"have", "has", "'ve", "we have",
		"we've", "got", "we got", "there", "are", "is", "i", "haben",
		"sind", "es", "waren", "ist", "avons", "ont", "on", "a", "y",
		"il", "sommes", "hemos", "tenemos", "hay", "somos", "van",
		"han", "temos", "tem", "h\u00e1", "s\u00e3o", "abbiamo",
		"siamo", "hebben", "we"};

	return (t->kind == TOKEN_NOW && is_total(t)) || t->kind == TOKEN_NEAR ||
	       word_is_one(t->text, WORDS, COUNT_OF(WORDS));
}

/* "we have 7 deals", "tenemos": of all there is */
static bool has_now(const struct key_result *kr, const struct tokens *t,
	size_t from, size_t to)
{
	static const char *const WORDS[] = {"have", "we have", "'ve", "haben",
		"tenemos", "temos", "avons", "abbiamo", "hebben"};

	bool now = false;

	for (size_t i = from; i < to; i++) {
		now |= word_is_one(t->v[i].text, WORDS, COUNT_OF(WORDS));
		/* "we have published 7 guides" may be this week's */
		if (names_is_done_verb(kr, t->v[i].text))
			return false;
	}
	/* "we have 13 deals, so KR2 is at 87 %" */
	for (size_t i = to; now && i < t->n && t->v[i].kind != TOKEN_STOP; i++)
		now = t->v[i].kind != TOKEN_KR;
	return now;
}

/* Where the name of what the number at i counts ends; 0: it is no key result's,
 * or something that is added. */
static size_t counted_end(struct walk *w, const struct tokens *t, size_t i,
	struct key_result **kr)
{
	for (size_t to = mention_end(t, i + 1); to > i; to--) {
		*kr = walk_named(w, words_behind(t, i, to));
		if (mention_counts(*kr))
			return adds_to(*kr, tokens_text(t, i, i + 2)) ? 0 : to;
	}
	return 0;
}

/* "Ya hemos recaudado 21.300 \u20ac", "Total raised: $900": the verb stands in
 * front. */
static bool find_brought(
	struct walk *w, struct tokens *t, size_t i, size_t begin)
{
	enum { BEHIND = KINDS_MARK | 1 << TOKEN_END | 1 << TOKEN_TOTAL };
	bool total = kind_is(t->v[i + 1].kind, 1 << TOKEN_TOTAL);
	bool colon = i > 1 && i == begin && t->v[i - 1].kind == TOKEN_COLON;
	size_t verb = i - 1 - colon;
	struct key_result *kr;

	for (size_t k = begin; k < i; k++)
		total |= is_total(&t->v[k]);
	if ((!colon && (!total || i == begin)) ||
		!kind_is(t->v[i + 1].kind, BEHIND))
		return false;
	kr = find_deed_of(w, t->v[i].q, t->v[verb].text);
	if (!kr)
		return false;
	for (size_t k = begin; k < i; k++)
		t->v[k].kind = TOKEN_NEAR;
	return mention_put_first(t, begin, kr);
}

/* The one of "NPS 57", "ARR at 1.1M" that begins at from. */
static const struct key_result *named_with_number(
	struct walk *w, const struct tokens *t, size_t from)
{
	size_t to = mention_end(t, from);
	bool at = t->v[to].kind == TOKEN_AT;

	if (t->v[to + at].kind != TOKEN_NUMBER)
		return NULL;
	return walk_named(w, tokens_text(t, from, to));
}

/* "350 signups, 7 partners": a number of another key result stands beside it,
 * and neither is the week's alone. */
static bool has_twin(struct walk *w, const struct key_result *kr,
	const struct tokens *t, size_t i, size_t to)
{
	const struct key_result *other = NULL;
	const struct token *next = &t->v[to + (to < t->n)];

	if (i > 2 && t->v[i - 1].kind == TOKEN_COMMA &&
		t->v[i - 2].kind == TOKEN_NUMBER)
		other = t->v[i - 3].kind == TOKEN_KR ? t->v[i - 3].kr : NULL;
	else if (!i && t->v[to].kind == TOKEN_COMMA &&
		 next->kind == TOKEN_NUMBER && fit_is_counted(next->q))
		other = walk_named(w, str_of(next->q->unit));
	/* "1,430 customers, NPS 57" */
	else if ((!i || t->v[i - 1].kind == TOKEN_COLON) &&
		 t->v[to].kind == TOKEN_COMMA)
		other = named_with_number(w, t, to + 1);
	return other && other != kr && mention_counts(other);
}

/* "spend $182k, 21 services with SLOs, latency 340 ms": called in full, among
 * others */
static bool is_listed(struct walk *w, const struct key_result *kr,
	const struct tokens *t, size_t i, size_t to)
{
	struct call call;

	if (has_twin(w, kr, t, i, to))
		return true;
	/* "Done this week: 2 stories, new mail" */
	if ((t->v[to].kind != TOKEN_COMMA && (!i || to < t->n)) ||
		(i && t->v[i - 1].kind == TOKEN_COLON))
		return false;
	return call_of(&call, tokens_text(t, i, to)) && call.n > 1 &&
	       names_called(&walk_memo(w, kr)->names, &call) &&
	       (str_is(t->v[to].text, ",") ||
		       (i && str_is(t->v[i - 1].text, ",")));
}

/* "We now have 13 deals signed", "So far 8 shops", "15 shops already" */
static bool find_had(struct walk *w, struct tokens *t, size_t i, size_t begin)
{
	enum { ENDS = KINDS_MARK | 1 << TOKEN_END | 1 << TOKEN_OPEN };
	struct key_result *kr = NULL;
	bool total = false;
	size_t to;

	if (!t->v[i].q->unit[0] || fit_is_percent(t->v[i].q))
		return false;
	if (fit_is_currency(t->v[i].q->unit))
		return find_brought(w, t, i, begin);
	to = counted_end(w, t, i, &kr);
	if (!to || t->v[i].all || fit_is_same(kr->target, t->v[i].q))
		return false;
	total = begin < i && (told_total(t, begin) || has_now(kr, t, begin, i));
	for (size_t k = begin; k < i; k++) {
		total |= is_total(&t->v[k]);
		if (!is_total(&t->v[k]) && !is_having(&t->v[k]) &&
			!names_is_done_verb(kr, t->v[k].text))
			return false;
	}
	for (size_t k = i + 1; k < t->n && !kind_is(t->v[k].kind, ENDS); k++) {
		bool told =
			is_total(&t->v[k]) || t->v[k].kind == TOKEN_HEALTH ||
			names_by_span(&walk_memo(w, kr)->names, t->v[k].text);

		total |= told;
		if (k >= to && !told && t->v[k].kind != TOKEN_DONE &&
			!token_is_sign(&t->v[k]) && !is_having(&t->v[k]) &&
			!names_is_state(kr, t->v[k].text) &&
			!is_time_of_day(&t->v[k]) &&
			!names_allow(&walk_memo(w, kr)->names, t->v[k].text))
			return false;
	}
	if (!total && !(i == begin && is_listed(w, kr, t, i, to)))
		return false;
	if (!quantity_is_like(kr->target, t->v[i].q))
		t->v[i].q = fit_copy(w->a, t->v[i].q, kr->target->unit);
	for (size_t k = begin; k < i; k++)
		t->v[k].kind = TOKEN_NEAR;
	tokens_cut(t, i + 1, to);
	return mention_put_first(t, begin, kr);
}

bool walk_count(struct walk *w, struct tokens *t, size_t i)
{
	size_t begin = mention_clause(t, i);

	if (begin == STR_NONE)
		return false;
	return find_part(w, t, i, begin) || find_name(w, t, i, begin) ||
	       (mention_begins(t, i) && find_noun(w, t, i)) ||
	       find_had(w, t, i, begin) || walk_guess(w, t, i, begin);
}
