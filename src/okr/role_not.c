/*
 * Quantities that are no goal at all: headings, what is left, what is reached.
 */
#include "number_p.h"
#include "pair_p.h"
#include "role_p.h"

/* Does a goal stand right behind a colon: "> 40%", "4.5"? */
static bool heads_goal(const struct parse *p, size_t i)
{
	i += token_is(p, i, TOKEN_COMPARE);
	return is_claimable(p, i) && token_at(p, i)->q->has_value &&
	       strchr(token_at(p, i)->q->unit, '/') == NULL &&
	       !token_is(p, phrase_behind(&p->t, i), TOKEN_WORD);
}

/* "Readers under 35: 22 % of reach", "In hall 3: 50%" */
static bool heads_share(const struct parse *p, size_t i, size_t goal)
{
	goal += token_is(p, goal, TOKEN_COMPARE);
	return i && token_at(p, i)->flags & TOKEN_NUMBER &&
	       !*token_at(p, i)->q->unit && is_claimable(p, goal) &&
	       token_is_share(token_at(p, goal));
}

/* "Donations at 5 points: 8,500 a year": where, and how much. */
static bool heads_pace(const struct parse *p, size_t i, size_t goal)
{
	static const char *const WHERE[] = {
		"at", "in", "across", "for", "on", "from", NULL};

	return i && lex_is_any(&p->t, i - 1, WHERE) && is_claimable(p, goal) &&
	       strchr(token_at(p, goal)->q->unit, '/') &&
	       token_at(p, goal)->q->has_value &&
	       decimal_cmp(token_at(p, goal)->q->value,
		       token_at(p, i)->q->value) > 0;
}

/* "under 75 days - 81 days": where it stands, behind a goal that is whole. */
static bool is_reading(const struct parse *p, size_t i)
{
	size_t k = i;

	if (i < 2 || !token_is(p, i - 1, TOKEN_DASH))
		return false;
	while (k-- > 0 && i - k < 8)
		if (token_is(p, k, TOKEN_QUANTITY))
			return range_is_reading(p, k, i);
	return false;
}

static bool is_distance_unit(const struct parse *p, size_t i)
{
	static const char *const UNITS[] = {"km", "mi", "m", "miles", "mile",
		"kilometers", "kilometres", "Kilometer", "metres", "meters",
		NULL};
	const struct token *x = token_at(p, i);

	if (!*x->q->unit) /* "5K" */
		return x->flags & TOKEN_SCALED && x->places == 3 && i < 2;
	return str_is_listed(str_of(x->q->unit), UNITS);
}

/* Behind the distance i: the time it is to be run in, or NO_TOKEN. */
static size_t time_of_distance(const struct parse *p, size_t i)
{
	static const char *const SPORTS[] = {"run", "swim", "cycle", "row",
		"walk", "ride", "ski", "jog", "bike", "sprint", "hike",
		"laufen", "correr", "courir", "correre", "rennen", NULL};
	static const char *const IN[] = {
		"in", "en", "em", "op", "unter", "sub", NULL};
	size_t k = phrase_behind(&p->t, i), n, last = p->t.n - 1;
	enum comparator c;

	if (!is_distance_unit(p, i) ||
		(i && !lex_is_any(&p->t, 0, SPORTS) &&
			!lex_is_any(&p->t, last, SPORTS)))
		return NO_TOKEN;
	k += lex_is_any(&p->t, k, IN);
	n = phrase_comparator(&p->t, k, &c);
	k += n;
	if (k == phrase_behind(&p->t, i) || !is_claimable(p, k) ||
		!role_is_time(token_at(p, k)) ||
		!strcmp(token_at(p, k)->q->unit, "days") ||
		!strcmp(token_at(p, k)->q->unit, "weeks"))
		return NO_TOKEN;
	return k;
}

bool role_is_run_in(const struct parse *p, size_t i)
{
	enum { NEAR = 5 };

	for (size_t k = i; k-- > 0 && i - k < NEAR;)
		if (token_is(p, k, TOKEN_QUANTITY))
			return time_of_distance(p, k) == i;
	return false;
}

/* "Cost of one seat under 400": a word that says "a", before the goal. */
static bool is_single(const struct parse *p, size_t i)
{
	static const char *const OF[] = {"of", "for", "per", NULL};
	const struct token *x = token_at(p, i);
	enum comparator c;
	bool least;

	if (!(x->flags & TOKEN_WORDY) || !str_istarts(x->text, "one"))
		return false;
	token_edge(p, i, &c);
	least = c == CMP_GE; /* "At least one method saves >= 30 %" */
	if (!least && (c || !i || !lex_is_any(&p->t, i - 1, OF)))
		return false;
	for (size_t k = i + 1; k < p->t.n; k++) {
		if (!is_claimable(p, k))
			continue;
		token_edge(p, k, &c);
		return c != CMP_NONE &&
		       !(least && role_is_time(token_at(p, k)));
	}
	return false;
}

/* "Restore a 1 TB volume within 20 minutes": of what the time is told. */
static bool is_of_timed(const struct parse *p, size_t i)
{
	static const char *const CLOCK[] = {
		"ms", "seconds", "s", "minutes", "min", "hours", "h", NULL};
	const char *unit = token_at(p, i)->q->unit;
	size_t k = i + 1;

	if (!i || !(lex_is(&p->t, i - 1, "a") || lex_is(&p->t, i - 1, "an")) ||
		!token_is(p, k, TOKEN_WORD) || token_is_share(token_at(p, i)) ||
		currency_is_code(unit) || role_is_time(token_at(p, i)))
		return false;
	for (; k < p->t.n && !token_is(p, k, TOKEN_STOP); k++)
		if (is_claimable(p, k))
			return role_is_time(token_at(p, k)) &&
			       str_is_listed(
				       str_of(token_at(p, k)->q->unit), CLOCK);
	return false;
}

/* "Speak at a 500+ person event": how large the one thing is, and no "with a
 * 4+ star rating". */
static bool is_size_of_one(const struct parse *p, size_t i)
{
	static const char *const AT[] = {
		"of", "at", "for", "in", "from", "by", "with", "on", NULL};
	static const char *const ARTICLES[] = {"a", "an", "any", NULL};
	const struct token *x = token_at(p, i);
	size_t k = phrase_behind(&p->t, i);

	return i > 1 && x->q->comparator == CMP_GE && !p->change &&
	       !token_is_share(x) && !currency_is_code(x->q->unit) &&
	       !role_is_time(x) && lex_is_any(&p->t, i - 1, ARTICLES) &&
	       lex_is_any(&p->t, i - 2, AT) && token_is(p, k, TOKEN_WORD) &&
	       token_is(p, k + 1, TOKEN_WORD) && !lex_is_any(&p->t, k, AT) &&
	       !role_is_metric_before(p, k + 1) &&
	       !role_is_metric_before(p, k + 2);
}

/* "30-90s clips with >95% success": how long each is, and how many succeed. */
static bool is_length_of_shared(const struct parse *p, size_t i)
{
	const struct token *x = token_at(p, i);

	if (x->q->has_value || !role_is_time(x) ||
		!token_is(p, i + 1, TOKEN_WORD))
		return false;
	for (size_t k = i + 1; k < p->t.n; k++) {
		if (token_is(p, k, TOKEN_STOP) || token_is(p, k, TOKEN_COMMA))
			return false;
		if (token_is(p, k, TOKEN_QUANTITY))
			return is_claimable(p, k) &&
			       token_is_share(token_at(p, k));
	}
	return false;
}

/* "share one manual", "come from one source", "know their top three risks": a
 * number in words that says which, and not how many there are to be. */
static bool says_which(const struct parse *p, size_t i)
{
	static const char *const SHARED[] = {"share", "shares", "from", NULL};
	static const char *const WHOSE[] = {"its", "their", NULL};
	const struct token *x = token_at(p, i);

	if (!(x->flags & TOKEN_WORDY) || i < 2)
		return false;
	if (lex_is(&p->t, i - 1, "top"))
		return lex_is_any(&p->t, i - 2, WHOSE);
	if (!str_istarts(x->text, "one") || !lex_is_any(&p->t, i - 1, SHARED) ||
		role_is_time(x))
		return false;
	for (size_t k = i + 1; k < p->t.n; k++)
		if (lex_is(&p->t, k, "to") || token_is(p, k, TOKEN_QUANTITY))
			return false;
	return true;
}

/* "Letters up to 1890 are online": till which year. */
static bool is_till_year(const struct parse *p, size_t i)
{
	static const char *const BEING[] = {
		"are", "is", "were", "was", "have", "has", "can", NULL};
	const struct decimal *d = &token_at(p, i)->q->value;

	return token_at(p, i)->text.n == 4 && !d->scale && d->coef >= 1500 &&
	       d->coef < 2050 && !*token_at(p, i)->q->unit && i &&
	       lex_is(&p->t, i - 1, "to") &&
	       lex_is_any(&p->t, phrase_behind(&p->t, i), BEING);
}

/* "in the 3 days before a match", "en los 3 d\u00edas antes de": when. */
static bool is_before_event(const struct parse *p, size_t i)
{
	static const char *const BEFORE[] = {"before", "prior", "after",
		"antes", "despu\u00e9s", "depois", "avant", "apr\u00e8s", "vor",
		"nach", "prima", "dopo", "voor", "na", "f\u00f6r", "f\u00f6re",
		"f\u00f8r", NULL};
	static const char *const THE[] = {"the", "los", "las", "os", "as",
		"nos", "nas", "aos", "les", "den", "die", "dem", "nei", NULL};

	return i && role_is_time(token_at(p, i)) &&
	       lex_is_any(&p->t, i - 1, THE) &&
	       lex_is_any(&p->t, phrase_behind(&p->t, i), BEFORE);
}

/* "Design a first week for 80 apprentices", "Agree on a rota with all four
 * wards": one thing is made, whomever it is for.  "Build homes for 40 families"
 * counts them. */
static bool is_for_whom(const struct parse *p, size_t i)
{
	static const char *const MAKE[] = {"build", "design", "develop",
		"renew", "redesign", "agree", "rebuild", "draft", "establish",
		NULL};
	static const char *const ONE[] = {"a", "an", "the", "our", "new", NULL};
	static const char *const FOR[] = {"for", "with", NULL};
	static const char *const ALL[] = {"the", "all", "our", NULL};
	size_t k = i, from = p->verb + 1;

	if (p->verb == NO_TOKEN || !lex_is_any(&p->t, p->verb, MAKE) ||
		!quantity_is_count(token_at(p, i)->q) ||
		token_at(p, i)->q->comparator || role_has_earlier(p, i))
		return false;
	from += lex_is(&p->t, from, "on");
	while (k > from && lex_is_any(&p->t, k - 1, ALL))
		k--;
	if (k <= from + 1 || !lex_is_any(&p->t, k - 1, FOR))
		return false;
	for (size_t w = from; w + 1 < k; w++)
		if (!token_is(p, w, TOKEN_WORD))
			return false;
	/* "Agree on prices with 4 mills": so many are to agree. */
	return lex_is_any(&p->t, from, ONE) &&
	       !lex_is_plural(token_at(p, k - 2)->text);
}

bool role_is_no_goal(const struct parse *p, size_t i)
{
	static const char *const LEFT[] = {
		"left", "remaining", "outstanding", "missing", NULL};
	size_t behind = phrase_behind(&p->t, i);
	bool told;

	if (is_reading(p, i) || time_of_distance(p, i) != NO_TOKEN ||
		is_single(p, i) || is_of_timed(p, i) || is_size_of_one(p, i) ||
		is_length_of_shared(p, i) || says_which(p, i) ||
		is_till_year(p, i) || is_for_whom(p, i) ||
		is_before_event(p, i))
		return true;
	/* "Return after 7 days: > 40%": a heading of the goal. */
	if (token_is(p, behind, TOKEN_COLON) &&
		(heads_goal(p, behind + 1) || heads_share(p, i, behind + 1) ||
			heads_pace(p, i, behind + 1)))
		return true;
	/* "7 t in spite of -20% nitrogen" */
	for (size_t k = i; k-- > 0 && token_is(p, k, TOKEN_WORD);)
		if (lex_is(&p->t, k, "despite") || lex_is(&p->t, k, "spite"))
			return true;
	/* "all 42 branches, 17 to go" */
	if (((lex_is(&p->t, behind, "to") && lex_is(&p->t, behind + 1, "go")) ||
		    lex_is_any(&p->t, behind, LEFT)) &&
		role_has_earlier(p, i))
		return true;
	/* "10 grants - 7 submitted": where it stands. */
	return i > 0 && token_is(p, i - 1, TOKEN_DASH) &&
	       token_ends_line(p, i, &told) && told && role_has_earlier(p, i);
}
