/*
 * Numbers that look like names and are where to come to: "Rank in the top 3",
 * "5th place", "Platz 3"; and times told as on a clock: "4:30 min", "3:45 h".
 */
#include "lex_p.h"

#include "glyph_p.h"
#include "unit_p.h"

static struct token *at(const struct tokens *t, size_t i)
{
	return i < t->n ? &t->v[i] : &t->v[t->n];
}

/* Behind a rank: nothing that it would count. */
static bool ends_rank(const struct tokens *t, size_t i)
{
	static const char *const BEHIND[] = {"in", "on", "of", "for", "among",
		"by", "at", "within", "position", "positions", "place",
		"places", "spot", "spots", "results", "ranking", "list",
		"nationally", "worldwide", "regionally", "im", "in", "bei",
		"der", "des", "kommen", "bleiben", "landen", "du", "de", "en",
		"del", "dans", "em", "auf", "to", "do", "da", "dei", "van",
		"av", NULL};

	return at(t, i)->kind != TOKEN_WORD || lex_is_any(t, i, BEHIND);
}

/* "Rank among the top 3 bakers" */
static bool is_ranked_among(const struct tokens *t, size_t i)
{
	static const char *const RANK[] = {"rank", "ranked", NULL};
	static const char *const AMONG[] = {
		"among", "amongst", "in", "within", NULL};
	enum { NEAR = 6 };

	if (i < 3 || !lex_is(t, i - 2, "the") || !lex_is_any(t, i - 3, AMONG) ||
		!lex_is_plural(at(t, i + 1)->text))
		return false;
	for (size_t k = i - 2; k-- > 0 && i - k < NEAR;)
		if (lex_is_any(t, k, RANK))
			return true;
	return false;
}

/* "Rank in the top 3", "Finish among the top 3", "Unter die Top 3 kommen" */
static bool is_top(const struct tokens *t, size_t i)
{
	static const char *const VERBS[] = {"rank", "ranked", "finish", "place",
		"be", "get", "enter", "appear", "stay", "become", "land",
		"break", "climb", "move", "listed", "among", "unter",
		"\u00eatre", "entrer", "estar", "entrar", "reach", "make",
		NULL};
	enum { NEAR = 5 };

	if (at(t, i)->kind != TOKEN_NAME || !at(t, i)->q || !i ||
		!lex_is(t, i - 1, "top") ||
		(!ends_rank(t, i + 1) && !is_ranked_among(t, i)))
		return false;
	for (size_t k = 0; k < i && k < NEAR; k++)
		if (lex_is_any(t, k, VERBS))
			return true;
	return i > 2 && lex_is_any(t, 0, VERBS);
}

/* "edge cases", "Kunden", and not "app in the stores"? */
static bool names_many(const struct tokens *t, size_t i)
{
	enum { MOST = 3 };

	for (size_t k = i; k < i + MOST && at(t, k)->kind == TOKEN_WORD; k++) {
		if (ends_rank(t, k))
			return false;
		if (str_iends(at(t, k)->text, "s") ||
			str_iends(at(t, k)->text, "en"))
			return true;
	}
	return false;
}

/* Those for whom something is done: "for our top 10 key accounts". */
static bool names_people(const struct tokens *t, size_t i)
{
	static const char *const PEOPLE[] = {"customers", "clients", "accounts",
		"users", "partners", "markets", "regions", "countries",
		"suppliers", "vendors", "members", "donors", "teams", "people",
		"buyers", "readers", "guests", "employees", "segments", NULL};
	enum { MOST = 3 };

	for (size_t k = i; k < i + MOST; k++)
		if (lex_is_any(t, k, PEOPLE))
			return true;
	return false;
}

/* "Document the top 3 edge cases", "Top 30 articles rewritten": so many of
 * them, where nothing else is counted.  Not "a top 3 choice", "on the top 20
 * pages", "all OWASP Top 10 findings". */
static bool is_best_of(const struct tokens *t, size_t i)
{
	static const char *const BEFORE[] = {
		"the", "our", "your", "its", "their", "my", NULL};
	static const char *const WHERE[] = {"a", "an", "all", "every", "each",
		"on", "in", "into", "by", "from", "within", "against", "at",
		"across", "among", "with", "to", "per", "of", "than", "as",
		NULL};
	static const char *const RANKED[] = {"rank", "ranked", "finish",
		"place", "be", "become", "enter", "appear", "stay", "land",
		"break", "climb", "move", "listed", "reach", "make", "get",
		"remain", NULL};
	enum { FAR = 64 }; /* tokens of a sentence */
	size_t before = i - 1;

	if (at(t, i)->kind != TOKEN_NAME || !at(t, i)->q || !i ||
		*at(t, i)->q->unit || !lex_is(t, i - 1, "top") ||
		at(t, i + 1)->kind != TOKEN_WORD || ends_rank(t, i + 1))
		return false;
	for (size_t k = 0; k < t->n; k++) {
		if (k >= FAR || at(t, k)->kind == TOKEN_QUANTITY ||
			lex_is_any(t, k, RANKED))
			return false;
	}
	if (!names_many(t, i + 1))
		return false;
	before -= before && lex_is_any(t, before - 1, BEFORE);
	if (before && lex_is(t, before - 1, "for") && names_people(t, i + 1))
		return false;
	return !before || (at(t, before - 1)->kind == TOKEN_WORD &&
				  !lex_is_any(t, before - 1, WHERE) &&
				  at(t, i - 1)->text.p[0] == 't');
}

/* "Resolve the top 5.": of what was named before. */
static bool is_best_at_end(const struct tokens *t, size_t i)
{
	static const char *const DEALT[] = {"resolve", "fix", "address",
		"solve", "remove", "close", "tackle", "eliminate", "mitigate",
		"implement", "ship", "deliver", "retire", NULL};

	return i > 2 && at(t, i)->kind == TOKEN_NAME && at(t, i)->q &&
	       !*at(t, i)->q->unit && lex_is(t, i - 1, "top") &&
	       lex_is(t, i - 2, "the") && lex_is_any(t, i - 3, DEALT) &&
	       (i + 1 >= t->n || at(t, i + 1)->kind == TOKEN_STOP);
}

/* "Platz 3 erreichen" */
static bool is_place(const struct tokens *t, size_t i)
{
	static const char *const PLACES[] = {
		"platz", "rang", "position", "rank", NULL};

	return at(t, i)->kind == TOKEN_NAME && at(t, i)->q && i &&
	       lex_is_any(t, i - 1, PLACES) && ends_rank(t, i + 1) &&
	       !*at(t, i)->q->unit;
}

/* The 5 of "5th", "8e", "#5"; 0 for none. */
static long ordinal(const struct token *x)
{
	static const char *const ENDINGS[] = {"st", "nd", "rd", "th", "e",
		"\u00e8me", "er", "\u00ba", "\u00aa", "o"};
	struct str s = x->text;
	long n;

	if (str_skip_char(&s, '#'))
		return str_take_number(&s, 999, &n) && !s.n ? n : 0;
	if ((x->kind != TOKEN_NAME && x->kind != TOKEN_WORD) ||
		!str_take_number(&s, 999, &n))
		return 0;
	for (size_t k = 0; k < COUNT_OF(ENDINGS); k++)
		if (str_iis(s, ENDINGS[k]))
			return n;
	return 0;
}

/* "5th place", "Finish 5th in the league", "from 8th to 3rd place" */
static bool is_ordinal_rank(const struct tokens *t, size_t i)
{
	static const char *const PLACES[] = {"place", "position", "rank",
		"spot", "overall", "plaats", "plats", "lugar", "puesto", NULL};
	static const char *const RANKED[] = {"rank", "ranked", "place",
		"position", "spot", "becoming", NULL};
	static const char *const ENDS[] = {
		"finish", "rank", "place", "come", NULL};
	static const char *const TO[] = {"to", "\u00e0", NULL};

	if (!ordinal(at(t, i)))
		return false;
	if (at(t, i)->text.p[0] == '#') /* "Rank #1", but no issue */
		return i && lex_is_any(t, i - 1, RANKED);
	if (lex_is_any(t, i + 1, PLACES) || (i && lex_is_any(t, i - 1, ENDS)))
		return true;
	for (size_t k = i + 1; k < i + 4 && lex_is_any(t, i + 1, TO); k++)
		if (ordinal(at(t, k)) && lex_is_any(t, k + 1, PLACES))
			return true;
	return false;
}

void lex_settle_ranks(struct arena *a, struct tokens *t)
{
	for (size_t i = 0; i < t->n; i++) {
		struct token *x = at(t, i);

		if (is_top(t, i)) {
			x->kind = TOKEN_QUANTITY;
			x->q->comparator = CMP_LE;
		} else if (is_best_of(t, i) || is_best_at_end(t, i) ||
			   is_place(t, i)) {
			x->kind = TOKEN_QUANTITY;
		} else if (is_ordinal_rank(t, i)) {
			lex_count(a, t, i, (int)ordinal(x));
		}
	}
}

/* Minutes and seconds, or hours and minutes, of "4:30". */
static bool clock_parts(struct str s, long *high, long *low)
{
	return str_take_number(&s, 999, high) && str_skip_char(&s, ':') &&
	       s.n == 2 && str_take_number(&s, 59, low) && !s.n;
}

static bool is_clock(const struct tokens *t, size_t i, long *high, long *low)
{
	return (at(t, i)->kind == TOKEN_NAME ||
		       at(t, i)->kind == TOKEN_QUANTITY) &&
	       clock_parts(at(t, i)->text, high, low);
}

/* Is it how long, and not when?  A day has hours, too. */
static bool is_length(const struct tokens *t, size_t i, const struct unit *u)
{
	static const char *const IN[] = {"in", "under", "below", "of", "unter",
		"sub", "time", "zeit", "en", "than", "to", "marathon", NULL};
	static const char *const OPEN[] = {
		"open", "opening", "from", "between", "at", "von", NULL};

	if (!strcmp(u->name, "min") || str_istarts(str_of(u->name), "minut"))
		return true;
	for (size_t k = 0; k < i; k++)
		if (lex_is_any(t, k, OPEN))
			return false;
	return i && (lex_is_any(t, i - 1, IN) ||
			    at(t, i - 1)->kind == TOKEN_COMPARE);
}

static void set_clock(struct arena *a, struct tokens *t, size_t i, long high,
	long low, const struct unit *u)
{
	static const struct {
		int sixtieths, hundredths;
	} EXACT[] = {{0, 0}, {3, 5}, {6, 10}, {9, 15}, {12, 20}, {15, 25},
		{18, 30}, {21, 35}, {24, 40}, {27, 45}, {30, 50}, {33, 55},
		{36, 60}, {39, 65}, {42, 70}, {45, 75}, {48, 80}, {51, 85},
		{54, 90}, {57, 95}};
	bool hours = u->name[0] == 'h' || u->name[0] == 'H';
	struct token *x = at(t, i);

	lex_count(a, t, i, (int)(high * 60 + low));
	x->q->unit = hours ? "min" : "s";
	for (size_t k = 0; k < COUNT_OF(EXACT); k++) {
		if (EXACT[k].sixtieths != low)
			continue;
		x->q->value =
			(struct decimal){high * 100 + EXACT[k].hundredths, 2};
		x->q->unit = u->name;
	}
	while (x->q->value.scale && x->q->value.coef % 10 == 0) {
		x->q->value.coef /= 10;
		x->q->value.scale--;
	}
	x->raw = x->q->value;
}

/* The unit of the clocks of a line, which is that of the last one. */
static const struct unit *clock_unit(const struct tokens *t)
{
	const struct unit *u;
	long high, low;

	for (size_t i = t->n; i-- > 0;) {
		if (!is_clock(t, i, &high, &low) ||
			at(t, i + 1)->kind != TOKEN_WORD)
			continue;
		u = unit_find(at(t, i + 1)->text);
		if (u && u->family == UNIT_TIME && is_length(t, i, u))
			return u;
	}
	return NULL;
}

void lex_settle_clocks(struct arena *a, struct tokens *t)
{
	const struct unit *u = NULL;
	long high, low;

	for (size_t i = 0; i < t->n; i++) {
		if (!is_clock(t, i, &high, &low))
			continue;
		u = u ? u : clock_unit(t);
		if (!u)
			return;
		if (unit_find(at(t, i + 1)->text) == u)
			at(t, i)->end = at(t, i + 1)->end;
		set_clock(a, t, i, high, low, u);
	}
}
