/*
 * Ranges: "8-10", "8 to 10", "between 82 and 88 %".  They are texts without a
 * value; as a target one has the bound that is met first.
 */
#include "pair_p.h"
#include "unit_p.h"

static void make_range(struct parse *p, size_t i, size_t j)
{
	struct token *x = &p->t.v[i], *y = &p->t.v[j];

	if (x->q->has_value && y->q->has_value && !pair_descends(x, y)) {
		struct decimal *bounds =
			ARENA_ARRAY(p->arena, struct decimal, 2);

		bounds[0] = x->q->value;
		bounds[1] = y->q->value;
		x->bounds = bounds;
	}
	x->q->has_value = false;
	x->q->text = arena_text(p->arena, str_sub(p->t.line, x->at, y->end));
	x->flags |= TOKEN_RANGE;
	x->text = str_sub(p->t.line, x->at, y->at + y->text.n);
	x->end = y->end;
	y->kind = TOKEN_NAME;
}

bool range_is_reading(const struct parse *p, size_t i, size_t j)
{
	const struct token *x = token_at(p, i), *y = token_at(p, j);
	const struct token *dash = token_at(p, j - 1);
	enum comparator c, own;
	bool told;

	token_edge(p, j, &own);
	if (token_edge(p, i, &c) && lex_is(&p->t, i - 1, "within"))
		c = CMP_LE;
	return c && !own && dash->kind == TOKEN_DASH && x->end < dash->at &&
	       dash->at + dash->text.n < y->at &&
	       phrase_behind(&p->t, i) + 1 == j && x->depth == y->depth &&
	       token_ends_line(p, j, &told) &&
	       (*x->q->unit || y->flags & TOKEN_NUMBER) &&
	       quantity_is_like(x->q, y->q) &&
	       !(y->flags & (TOKEN_SIGNED | TOKEN_PLUS | TOKEN_RANGE));
}

void range_mark(struct parse *p, size_t i, size_t k, size_t j)
{
	struct token *x = &p->t.v[i], *y = &p->t.v[j];

	if (range_is_reading(p, i, j))
		return;
	if (k != i + 1 || j != k + 1 || x->depth != y->depth ||
		token_at(p, k)->kind == TOKEN_ARROW || pair_descends(x, y) ||
		!pair_is_like(x->q, y->q))
		return;
	/* "25% to 50,000" */
	if (!strcmp(x->q->unit, "%") && !*y->q->unit &&
		pair_ratio(x->raw, y->raw) > 100000000)
		return;
	/* "by 10 to 45", "by 15% to 32": an amount and a goal. */
	if (i > 0 && lex_is(&p->t, i - 1, "by") &&
		(pair_ratio(x->raw, y->raw) > 3000000 ||
			(token_is_share(x) && !*y->q->unit)))
		return;
	pair_share_unit(x, y);
	make_range(p, i, j);
}

static const char *const BETWEEN[] = {
	"between", "zwischen", "entre", "tussen", "mellem", NULL};

void range_mark_between(struct parse *p, size_t i)
{
	static const char *const AND[] = {
		"and", "und", "et", "y", "e", "en", "og", NULL};
	size_t k = phrase_behind(&p->t, i), j = k + 1;

	if (!i || token_at(p, i)->kind != TOKEN_QUANTITY ||
		token_at(p, j)->kind != TOKEN_QUANTITY ||
		!lex_is_any(&p->t, i - 1, BETWEEN) ||
		!lex_is_any(&p->t, k, AND) ||
		pair_descends(token_at(p, i), token_at(p, j)) ||
		!pair_is_like(token_at(p, i)->q, token_at(p, j)->q))
		return;
	pair_share_unit(&p->t.v[i], &p->t.v[j]);
	make_range(p, i, j);
	/* "Keep latency between 2 and 4 s" says how long, not when. */
	if (p->sense == VERB_KEEP)
		p->t.v[i].flags &= ~TOKEN_SPAN;
}

static bool is_less(const struct parse *p, size_t i)
{
	static const char *const LESS[] = {"churn", "error", "errors",
		"latency", "cost", "costs", "time", "times", "defect",
		"defects", "bugs", "incidents", "downtime", "attrition",
		"backlog", "escalations", "failure", "failures", "spend",
		"turnover", "vulnerabilities", "risk", "wait", "waiting",
		"delay", "delays", "complaints", "absence", "scrap", "waste",
		"lead", "duration", "turnaround", "cycle", "response",
		"mortality", "dropout", "no-shows", "shrinkage", "wartezeit",
		"dauer", "kosten", "fehlerquote", "ausschuss", "krankenstand",
		"bearbeitungszeit", "lieferzeit", "durchlaufzeit", "d\u00e9lai",
		"d\u00e9lais", "attente", "tiempo", "espera", "plazo", "tempo",
		"wachttijd", "doorlooptijd", NULL};
	static const char *const RATES[] = {"rate", "rates", NULL};

	return lex_is_any(&p->t, i, LESS) &&
	       !(lex_is(&p->t, i, "response") &&
		       lex_is_any(&p->t, i + 1, RATES));
}

bool range_is_of_less(const struct parse *p)
{
	for (size_t i = 0; i < p->edge && i < p->t.n; i++)
		if (is_less(p, i))
			return true;
	return false;
}

/* Do words follow the target, and none that one wants less of? */
static bool is_of_wanted(const struct parse *p)
{
	enum { NEAR = 8 };
	size_t behind = phrase_behind(&p->t, p->target);

	if (!token_is(p, behind, TOKEN_WORD))
		return false;
	for (size_t i = behind; i < behind + NEAR; i++)
		if (is_less(p, i))
			return false;
	return true;
}

/* "80-90% of new hires onboarded": a share of something opens the sentence,
 * and nobody would want less of it. */
static bool is_share_of(const struct parse *p, const struct token *x)
{
	return p->verb == NO_TOKEN && p->sense == VERB_NONE && !p->edge &&
	       !strcmp(x->q->unit, "%") && is_of_wanted(p);
}

/* "Net retention 110-115%", "Response time: 5-7 days": a measure and its range.
 * A cell alone says too little, and so does "Staff of 8-10"; "between" the two
 * means both. */
static int way_of_measure(const struct parse *p, const struct token *x)
{
	const struct unit *u = unit_find(str_of(x->q->unit));

	if (p->verb != NO_TOKEN || p->sense != VERB_NONE || !p->edge ||
		p->edge == NO_TOKEN || !u || !token_is(p, 0, TOKEN_WORD) ||
		lex_is_any(&p->t, p->target - 1, BETWEEN))
		return 0;
	if (range_is_of_less(p))
		return -1;
	return u->family == UNIT_SHARE ? 1 : 0;
}

/* "down to 2-3%", "Bring scrap to 2-3%", "Get 80-90% of bills paid": where a
 * verb that tells no way has one told by the words around it. */
static int way_of_words(const struct parse *p, const struct token *x)
{
	static const char *const GET[] = {"get", "see", "bring", NULL};
	size_t edge = p->edge;

	if (p->verb == NO_TOKEN || edge == NO_TOKEN || edge <= p->verb)
		return 0;
	for (size_t k = edge; k > p->verb && edge - k < 3; k--) {
		if (lex_is(&p->t, k, "down"))
			return -1;
		if (lex_is(&p->t, k, "up"))
			return 1;
	}
	if (!lex_is_any(&p->t, p->verb, GET))
		return 0;
	if (range_is_of_less(p))
		return -1;
	return edge == p->verb + 1 && !strcmp(x->q->unit, "%") &&
	       is_of_wanted(p);
}

/* Is a range to be reached from below (1) or above (-1)?  0: nobody says. */
static int way_of(const struct parse *p, const struct token *x)
{
	const struct quantity *b =
		p->baseline == NO_TOKEN ? NULL : token_at(p, p->baseline)->q;
	const struct unit *u = unit_find(str_of(x->q->unit));
	static const char *const EACH[] = {"every", "each", "all", NULL};

	if (b && b->has_value && quantity_is_like(b, x->q) &&
		!strcmp(b->unit, x->q->unit))
		return decimal_cmp(b->value, x->bounds[0]) > 0 ? -1 : 1;
	if (p->sense == VERB_DOWN || p->comparator == CMP_LT ||
		p->comparator == CMP_LE)
		return -1;
	if (p->sense == VERB_UP || p->comparator == CMP_GT ||
		p->comparator == CMP_GE)
		return 1;
	if (p->sense == VERB_MAKE || p->sense == VERB_REACH ||
		(lex_is(&p->t, p->verb, "hold") && p->target <= p->verb + 2))
		return !u ||
		       (u->family != UNIT_TIME && u->family != UNIT_MONTHS);
	/* "3-5 interviews held", but not "Every team of 5 to 8 people"; a cell
	 * alone says too little. */
	if (!lex_is_any(&p->t, 0, EACH) && p->sense == VERB_NONE &&
		*x->q->unit && !u && phrase_behind(&p->t, p->target) < p->t.n)
		return 1;
	return is_share_of(p, x)     ? 1
	       : p->verb != NO_TOKEN ? way_of_words(p, x)
				     : way_of_measure(p, x);
}

void range_settle(struct parse *p)
{
	struct token *x = &p->t.v[p->target];
	int way;

	if (!x->bounds || !(x->flags & TOKEN_RANGE))
		return;
	way = p->comparator == CMP_BY ? 1 : way_of(p, x);
	if (!way)
		return;
	x->q->value = x->bounds[way < 0];
	x->q->has_value = true;
	if (!p->comparator)
		p->comparator = way < 0 ? CMP_LE : CMP_GE;
}
