/*
 * Where it stands, written behind the goal: "to 5,000 subscribers (3,450)",
 * "Train 40 coaches, 12 trained".
 */
#include "attr.h"
#include "baseline_p.h"
#include "number_p.h"
#include "pair_p.h"
#include "unit_p.h"

/* "2 devs (blue mark) 1/2": so many of all that are asked for. */
static bool is_of_target(const struct parse *p, size_t i)
{
	struct str of = str_of(token_at(p, i)->q->unit);
	struct decimal all;

	return str_skip_char(&of, '/') && decimal_parse(of, &all) &&
	       decimal_cmp(all, token_at(p, p->target)->q->value) == 0;
}

/* Could i be a reading on the way from the baseline to the target? */
static bool is_on_the_way(const struct parse *p, size_t i)
{
	const struct quantity *q = token_at(p, i)->q, *b = NULL;
	const struct quantity *t = token_at(p, p->target)->q;
	int c;

	if (is_of_target(p, i))
		return true;
	if (!q->has_value || !t->has_value || strchr(q->unit, '/') ||
		(*q->unit ? !unit_is_like(str_of(q->unit), str_of(t->unit))
			  : unit_find(str_of(t->unit)) != NULL))
		return false;
	c = decimal_cmp(q->value, t->value);
	if (p->baseline == NO_TOKEN)
		return p->sense == VERB_DOWN ? c >= 0 : c <= 0;
	b = token_at(p, p->baseline)->q;
	return b->has_value && decimal_cmp(b->value, q->value) * c >= 0 &&
	       !strcmp(b->unit, t->unit) && c != 0;
}

/* "$10M -> $14M (check mark) $14.2M": of the very unit, behind a mark. */
static bool is_past(const struct parse *p, size_t i)
{
	const struct quantity *q = token_at(p, i)->q;

	return token_is_mark(p, i - 1) && *q->unit && q->has_value &&
	       !strcmp(q->unit, token_at(p, p->target)->q->unit);
}

/* "- 14 signed, 3 in talks", ": 3 published, 2 in review": the first of what
 * is told behind the goal, or NO_TOKEN. */
static size_t find_told(const struct parse *p)
{
	for (size_t i = p->target + 1; i < p->t.n; i++) {
		size_t k = phrase_behind(&p->t, i);

		if (is_claimable(p, i) && i != p->baseline &&
			!(token_at(p, i)->flags &
				(TOKEN_SIGNED | TOKEN_SPAN | TOKEN_RANGE)) &&
			(token_is(p, i - 1, TOKEN_DASH) ||
				token_is(p, i - 1, TOKEN_COLON)) &&
			baseline_is_done(p, k) &&
			token_is(p, k + 1, TOKEN_COMMA) && is_on_the_way(p, i))
			return i;
	}
	return NO_TOKEN;
}

/* "(3,450)", "(at 3,450)", "| 12 collected" */
static bool is_opened(const struct parse *p, size_t i)
{
	if (i > 1 && lex_is(&p->t, i - 1, "at"))
		i--;
	return token_is(p, i - 1, TOKEN_OPEN) ||
	       str_is(token_at(p, i - 1)->text, "|");
}

/* A dash or " / " */
static bool is_parted(const struct parse *p, size_t i)
{
	return token_is(p, i, TOKEN_DASH) ||
	       (str_is(token_at(p, i)->text, "/") &&
		       token_at(p, i)->end < token_at(p, i + 1)->at);
}

/* "Upgrade 350 PCs, 210 done", "Train 40 coaches, 12 trained": behind a comma
 * only what the verb asks for; "12 tests, 6 automated" asks for both. */
static bool is_done_of_it(const struct parse *p, size_t i)
{
	static const char *const DONE[] = {"done", "complete", "completed",
		"finished", "live", "ready", "already", "achieved", NULL};
	enum { SHORTEST = 4 };
	size_t behind = phrase_behind(&p->t, i);
	struct str verb;

	if (!token_is(p, i - 1, TOKEN_COMMA) || p->verb == NO_TOKEN)
		return false;
	if (lex_is_any(&p->t, behind, DONE))
		return true;
	verb = token_at(p, p->verb)->text;
	verb.n -= verb.n >= SHORTEST; /* "Write", "written" */
	return verb.n + 1 >= SHORTEST && token_is(p, behind, TOKEN_WORD) &&
	       str_ieq(str_sub(token_at(p, behind)->text, 0, verb.n), verb);
}

/* "to 5,000 subscribers (3,450)", "35% -> 55% (green) 48%": where it stands,
 * written behind the goal without a word. */
void find_trailing(struct parse *p)
{
	enum comparator c;
	size_t i;
	bool told;

	if (p->current != NO_TOKEN || p->target == NO_TOKEN ||
		p->comparator == CMP_BY)
		return;
	i = find_told(p);
	if (i != NO_TOKEN) {
		p->current = i;
		return;
	}
	for (i = p->t.n; i > p->target && !token_is(p, i, TOKEN_QUANTITY);)
		i--;
	if (i <= p->target || !is_claimable(p, i) || i == p->baseline ||
		!token_ends_line(p, i, &told) ||
		token_at(p, i)->flags &
			(TOKEN_SIGNED | TOKEN_SPAN | TOKEN_PLUS | TOKEN_RANGE))
		return;
	if (range_is_reading(p, p->target, i)) {
		p->current = i;
		return;
	}
	token_edge(p, i, &c);
	if (c || (!is_opened(p, i) &&
			 (!token_is(p, i - 1, TOKEN_COLON) ||
				 token_at(p, i)->depth) &&
			 !(told && is_parted(p, i - 1)) &&
			 !is_done_of_it(p, i) && !token_is_mark(p, i - 1)))
		return;
	if (is_on_the_way(p, i) || (p->pair && is_past(p, i)))
		p->current = i;
}

/* "all trainers (62/80 so far)" */
void find_whole(struct parse *p)
{
	struct quantity *all;
	struct decimal value;
	struct token *x;
	struct str of;

	if (p->current == NO_TOKEN || p->target != NO_TOKEN || p->all)
		return;
	x = &p->t.v[p->current];
	of = str_of(x->q->unit);
	if (!str_skip_char(&of, '/') || !decimal_parse(of, &value))
		return;
	all = ARENA_NEW(p->arena, struct quantity);
	*all = (struct quantity){.has_value = true,
		.value = value,
		.unit = "",
		.text = arena_text(p->arena, of)};
	x->q->unit = "";
	p->all = all;
}
