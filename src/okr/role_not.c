/*
 * Quantities that are no goal at all: headings, what is left, what is reached.
 */
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

bool role_is_no_goal(const struct parse *p, size_t i)
{
	static const char *const LEFT[] = {
		"left", "remaining", "outstanding", "missing", NULL};
	size_t behind = phrase_behind(&p->t, i);
	bool told;

	if (is_reading(p, i))
		return true;
	/* "Return after 7 days: > 40%": a heading of the goal. */
	if (token_is(p, behind, TOKEN_COLON) &&
		(heads_goal(p, behind + 1) || heads_share(p, i, behind + 1)))
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
