/*
 * Which quantity of a sentence is the target, and which the baseline: each
 * is weighed by the words before and behind it, and the heaviest wins, the
 * first one of equals.
 */
#include "sentence_p.h"
#include "number_p.h"
#include "unit_p.h"

enum weight { /* 0: never */
	WEIGHT_NONE = 0,
	WEIGHT_WITHIN = 15, /* "within 4 hours" */
	WEIGHT_REMARK = 20, /* "(7 new hires)" */
	WEIGHT_AROUND = 35, /* "for 5 teams" */
	WEIGHT_LATER = 44,  /* in a further clause */
	WEIGHT_WITH = 45,
	WEIGHT_OF = 48,
	WEIGHT_PLAIN = 60,
	WEIGHT_REACHED = 66, /* "reaches 12" */
	WEIGHT_GROWTH = 70,  /* "Increase signups 40%" */
	WEIGHT_MORE = 78,    /* "20% increase" */
	WEIGHT_BY = 80,
	WEIGHT_TO = 90,
	WEIGHT_TARGET = 95,
};

/* What weighing one quantity finds out. */
struct role {
	enum weight weight;
	bool change; /* an amount of change */
	enum comparator comparator;
	size_t edge; /* first token that belongs to it */
};

static const char *const QUIET[] = {"about", "approx", "approx.",
	"approximately", "around", "roughly", "circa", "ca", "ca.", "c.",
	"nearly", "almost", "exactly", "only", "just", "a", "an", "etwa",
	"rund", "environ", "aproximadamente", "unos", "ungef\u00e4hr",
	"another", "additional", "further", "extra", "new", "net", "well",
	"total", NULL};

static const char *const TARGET[] = {"target", "targets", "goal", "aim",
	"aiming", "targeting", "ziel", "objectif", "meta", "cible", NULL};
static const char *const LATER[] = {"ultimate", "stretch", "long-term",
	"eventual", "north-star", "later", "moonshot", "eventually",
	"ultimately", "vision", "end-of-year", NULL};
static const char *const OF_YEAR[] = {"annual", "yearly", NULL};
static const char *const TO[] = {"to", "auf", "\u00e0", "para", "naar", "hasta",
	"toward", "towards", NULL};
static const char *const BY[] = {"by", "um", "por", "met", "di", NULL};
static const char *const MORE[] = {"increase", "decrease", "reduction",
	"growth", "improvement", "uplift", "lift", "drop", "decline", "rise",
	"boost", "more", "fewer", "less", "higher", "lower", "faster",
	"cheaper", "shorter", "quicker", "jump", "gain", "gains", "savings",
	"reductions", "improvements", "increases", "saving", "cut", "expansion",
	"smaller", "larger", "yoy", "mom", "qoq", "wow", "better", NULL};
static const char *const BEFORE_MORE[] = {"year-over-year", "yoy", "qoq", "mom",
	"month-over-month", "quarter-over-quarter", "year-on-year", "relative",
	"overall", "annual", "average", "monthly", "quarterly", "weekly",
	"cost", "time", "sustained", "net", "week-over-week", "organic",
	"revenue", "traffic", NULL};
static const char *const AROUND[] = {"for", "across", "in", "among", "amongst",
	"over", "per", "into", "on", "between", "the", "all", "our", "these",
	"those", "each", "both", "every", "its", "their", "during", "around",
	"least-used", "existing", "remaining", "via", "out", "after", "before",
	"throughout", "f\u00fcr", "pour", "vs", "vs.", "versus", "under-", "my",
	"your", "that", "who", "which", "or", "from", "than", "every", NULL};
static const char *const MAKE[] = {"make", "makes", "making", "made", NULL};
static const char *const CONNECTED[] = {
	"and", "plus", "+", "&", "und", "et", "y", NULL};

const struct token *token_at(const struct parse *p, size_t i)
{
	return &p->t.v[i < p->t.n ? i : p->t.n];
}

bool is_claimable(const struct parse *p, size_t i)
{
	const struct token *x = token_at(p, i);

	return x->kind == TOKEN_QUANTITY && !(x->flags & TOKEN_HYPHEN);
}

/* Is there a comparator that ends right before i?  Its length. */
static size_t comparator_before(
	const struct parse *p, size_t i, enum comparator *c)
{
	for (size_t n = i < 5 ? i : 5; n > 0; n--)
		if (phrase_comparator(&p->t, i - n, c) == n)
			return n;
	return 0;
}

static size_t edge_of(const struct parse *p, size_t i, enum comparator *c)
{
	enum comparator found;

	*c = CMP_NONE;
	while (i > 0) {
		size_t n = comparator_before(p, i, &found);

		if (n) {
			*c = found;
			i -= n;
			continue;
		}
		if (token_at(p, i - 1)->kind != TOKEN_SOFT &&
			!lex_is_any(&p->t, i - 1, QUIET))
			break;
		i--;
	}
	return i;
}

size_t token_before(const struct parse *p, size_t i, enum comparator *c)
{
	size_t edge = edge_of(p, i, c);

	return edge ? edge - 1 : NO_TOKEN;
}

static bool is_kind(const struct parse *p, size_t i, enum token_kind kind)
{
	return token_at(p, i)->kind == kind;
}

static bool is_share(const struct token *x)
{
	return !strcmp(x->q->unit, "%") || !strcmp(x->q->unit, "pp") ||
	       !strcmp(x->q->unit, "bps") || !strcmp(x->q->unit, "x");
}

/* "target of 50", "goal: 50", "with a target of under 1,000". */
static bool is_targeted(const struct parse *p, size_t edge)
{
	static const char *const LINKS[] = {
		"of", "is", "to", "at", "von", "de", "for", NULL};
	size_t k = edge;

	while (k > 0 && edge - k < 3 &&
		(lex_is_any(&p->t, k - 1, LINKS) ||
			is_kind(p, k - 1, TOKEN_COLON)))
		k--;
	if (!k || !lex_is_any(&p->t, k - 1, TARGET))
		return false;
	/* "Target 50 accounts" is a verb like any other. */
	return k - 1 != p->verb;
}

static bool is_later(const struct parse *p, size_t edge)
{
	for (size_t k = edge; k-- > 0 && edge - k < 5;) {
		if (is_kind(p, k, TOKEN_OPEN) || is_kind(p, k, TOKEN_STOP) ||
			is_kind(p, k, TOKEN_QUANTITY))
			return false;
		if (lex_is_any(&p->t, k, LATER) ||
			(lex_is_any(&p->t, k, OF_YEAR) &&
				lex_is_any(&p->t, k + 1, TARGET)))
			return k + 1 < edge;
	}
	return false;
}

/* "20% increase", "15% month-over-month growth". */
static bool is_more(const struct parse *p, size_t i)
{
	size_t k = i + 1;

	for (int words = 0; words < 3; words++, k++) {
		if (lex_is_any(&p->t, k, MORE))
			return true;
		if (!lex_is_any(&p->t, k, BEFORE_MORE))
			return false;
	}
	return false;
}

/* "roll out from partners to 50 stores": the 50 is where, not how many. */
static bool follows_other_from(const struct parse *p, size_t to)
{
	for (size_t k = to; k-- > 0 && to - k < 8;) {
		if (is_kind(p, k, TOKEN_QUANTITY))
			return false;
		if (lex_is(&p->t, k, "from"))
			return true;
	}
	return false;
}

static enum weight weigh_to(const struct parse *p, size_t before)
{
	bool moves = p->sense == VERB_CHANGE || p->sense == VERB_NONE;

	if (!p->change)
		return WEIGHT_OF;
	if (moves && follows_other_from(p, before))
		return WEIGHT_AROUND;
	return WEIGHT_TO;
}

static bool is_metric_before(const struct parse *p, size_t of)
{
	static const char *const METRICS[] = {"score", "rate", "nps", "csat",
		"enps", "rating", "total", "average", "level", "minimum",
		"maximum", "index", "margin", "ratio", "value", "time",
		"median", "retention", "revenue", "arr", "mrr", "coverage",
		"uptime", "availability", "result", "savings", "investment",
		"budget", "sum", "count", "volume", "growth", "factor",
		"number", "churn", "accuracy", "utilization", "utilisation",
		"conversion", "satisfaction", "percentage", "latency", "share",
		"pipeline", "grade", "mark", "velocity", "mttr", "cac", "roi",
		"roas", "attendance", "rates", "scores", "profit", "income",
		"sales", "turnover", "occupancy", "efficiency", "compliance",
		"usage", "adoption", "engagement", "duration", "length", "cost",
		"costs", "speed", "out", NULL};

	return of > 0 && lex_is_any(&p->t, of - 1, METRICS);
}

static bool earlier_quantity(const struct parse *p, size_t i)
{
	for (size_t k = 0; k < i; k++)
		if (is_claimable(p, k) && token_at(p, k)->depth == 0)
			return true;
	return false;
}

static enum weight weigh_plain(
	const struct parse *p, size_t i, size_t edge, bool r_compared)
{
	static const char *const STANDS[] = {"takes", "take", "taking", "costs",
		"cost", "lasts", "stays", "stay", "remains", "is", "are",
		"needs", "uses", "at", "stands", "drops", "falls", NULL};
	const struct token *x = token_at(p, i);
	size_t before = edge - 1;

	if (!edge)
		return WEIGHT_PLAIN;
	if (lex_is(&p->t, before, "with"))
		return is_share(x) ? WEIGHT_PLAIN : WEIGHT_WITH;
	if (lex_is(&p->t, before, "of"))
		return is_metric_before(p, before) || !earlier_quantity(p, i)
			       ? WEIGHT_PLAIN
			       : WEIGHT_AROUND;
	if (lex_is(&p->t, before, "within"))
		return WEIGHT_PLAIN;
	if (lex_is_any(&p->t, before, AROUND))
		return is_share(x) && lex_is(&p->t, i + 1, "of")
			       ? WEIGHT_PLAIN
			       : WEIGHT_AROUND;
	if (lex_is_any(&p->t, before, CONNECTED) && earlier_quantity(p, i))
		return WEIGHT_WITH;
	if (r_compared && lex_is_any(&p->t, before, STANDS))
		return WEIGHT_REACHED;
	if (verb_sense(token_at(p, before)->text, true) == VERB_REACH &&
		is_kind(p, before, TOKEN_WORD))
		return WEIGHT_REACHED;
	return WEIGHT_PLAIN;
}

/* "1,250 leads, up 15%": said beside the number before. */
static bool is_aside(const struct parse *p, size_t i, size_t edge)
{
	static const char *const WAYS[] = {
		"up", "down", "a", "an", "i.e.", "ie", "that", "which", NULL};
	size_t k = edge;

	while (k > 0 && lex_is_any(&p->t, k - 1, WAYS))
		k--;
	return k > 0 && is_kind(p, k - 1, TOKEN_COMMA) &&
	       earlier_quantity(p, i);
}

/* "Increase signups 40%", "Reduce 50% of manual work": no goal, a change. */
static bool is_growth(const struct parse *p, size_t i, enum comparator c)
{
	const struct token *x = token_at(p, i);
	bool up = p->sense == VERB_UP || p->sense == VERB_DOWN;
	size_t edge;

	if (c || !x->q->has_value)
		return false;
	/* "Women make up 40%" */
	if (i > 1 && lex_is(&p->t, i - 1, "up") &&
		lex_is_any(&p->t, i - 2, MAKE))
		return false;
	/* "Margin improves 300 bps" */
	if (p->change && i > 0 && is_kind(p, i - 1, TOKEN_WORD) &&
		(!strcmp(x->q->unit, "pp") || !strcmp(x->q->unit, "bps")))
		return true;
	if (i > 0 && is_share(x) &&
		(lex_is(&p->t, i - 1, "down") || lex_is(&p->t, i - 1, "up")))
		return true;
	if ((x->flags & TOKEN_SIGNED) && is_share(x))
		return true;
	for (edge = i > 3 ? i - 3 : 0; !up && edge < i; edge++) {
		enum verb_sense s =
			token_at(p, edge)->kind == TOKEN_WORD
				? verb_sense(token_at(p, edge)->text, true)
				: VERB_NONE;

		up = (s == VERB_UP || s == VERB_DOWN) && i - edge < 3;
	}
	return up && is_share(x);
}

/* Is the whole parenthesis only this quantity and its noun? */
static bool fills_parenthesis(const struct parse *p, size_t i, size_t edge)
{
	size_t behind = phrase_behind(&p->t, i);

	return edge > 0 && is_kind(p, edge - 1, TOKEN_OPEN) &&
	       is_kind(p, behind, TOKEN_CLOSE);
}

static enum weight weigh_inner(
	const struct parse *p, size_t i, const struct role *r)
{
	const struct token *x = token_at(p, i);

	if (r->comparator || x->flags & (TOKEN_SIGNED | TOKEN_PLUS) ||
		!*x->q->unit || unit_find(str_of(x->q->unit)) ||
		currency_is_code(x->q->unit) || strchr(x->q->unit, '/') ||
		!fills_parenthesis(p, i, r->edge))
		return WEIGHT_NONE;
	return WEIGHT_REMARK;
}

static enum weight weigh_span(const struct parse *p, size_t i, struct role *r)
{
	static const char *const ANSWERS[] = {"respond", "answer", "reply",
		"resolve", "acknowledge", "triage", "deliver", "process",
		"ship", "answered", "resolved", "processed", "replied",
		"responded", "delivered", "shipped", "handled", "acknowledged",
		"closed", "triaged", "paid", "close", "fulfilled", "deploy",
		"reviewed", "review", "patch", "patched", "fix", "fixed",
		"acknowledged", "onboarded", "refunded", NULL};

	if (r->comparator)
		return WEIGHT_PLAIN;
	if (!r->edge || !(lex_is(&p->t, r->edge - 1, "within") ||
				lex_is(&p->t, r->edge - 1, "in")))
		return WEIGHT_NONE;
	for (size_t k = 0; k < i; k++)
		if (lex_is_any(&p->t, k, ANSWERS)) {
			if (lex_is(&p->t, r->edge - 1, "within"))
				r->comparator = CMP_LE;
			return WEIGHT_WITHIN;
		}
	return WEIGHT_NONE;
}

/* "up 4 points to 88%": the goal comes behind. */
static bool is_step(const struct parse *p, size_t i, size_t edge)
{
	static const char *const WAYS[] = {"up", "down", NULL};

	return edge && lex_is_any(&p->t, edge - 1, WAYS) &&
	       lex_is_any(&p->t, phrase_behind(&p->t, i), TO) &&
	       is_kind(p, phrase_behind(&p->t, i) + 1, TOKEN_QUANTITY);
}

/* "3x the number of leads", "2x more" */
static bool is_multiple(const struct parse *p, size_t i)
{
	static const char *const OF[] = {
		"the", "our", "more", "as", "number", "faster", "last", NULL};

	return !strcmp(token_at(p, i)->q->unit, "x") &&
	       lex_is_any(&p->t, i + 1, OF);
}

/* "No file above 1,500 lines": all are at most that long. */
static enum comparator negated(enum comparator c)
{
	return c == CMP_GT ? CMP_LE : c == CMP_LT ? CMP_GE : c;
}

/* "Tested with 8 users; 6 of 8 finish": the first clause says what. */
static bool is_later_clause(const struct parse *p, size_t i)
{
	size_t k = i;

	while (k > 0 && !is_kind(p, k, TOKEN_STOP))
		k--;
	return k > 0 && str_is(token_at(p, k)->text, ";") &&
	       earlier_quantity(p, k);
}

static struct role weigh(const struct parse *p, size_t i)
{
	const struct token *x = token_at(p, i);
	struct role r = {.comparator = CMP_NONE};

	r.edge = edge_of(p, i, &r.comparator);
	if (!r.comparator)
		r.comparator = x->q->comparator;
	if (!r.comparator)
		r.comparator = phrase_comparator_after(&p->t, x);
	if (lex_is(&p->t, 0, "no") && i > 2)
		r.comparator = negated(r.comparator);
	if (is_later(p, r.edge) || is_step(p, i, r.edge))
		return r;
	if (is_targeted(p, r.edge)) {
		r.weight = WEIGHT_TARGET;
		return r;
	}
	if (x->depth > 0) {
		r.weight = weigh_inner(p, i, &r);
		return r;
	}
	if (x->flags & TOKEN_SPAN) {
		r.weight = weigh_span(p, i, &r);
		return r;
	}
	if (r.edge && lex_is_any(&p->t, r.edge - 1, TO)) {
		r.weight = weigh_to(p, r.edge - 1);
		r.edge--;
	} else if (r.edge && p->change && lex_is_any(&p->t, r.edge - 1, BY)) {
		r.weight = WEIGHT_BY;
		r.change = true;
		r.edge--;
	} else if (is_share(x) && is_aside(p, i, r.edge)) {
		r.weight = WEIGHT_AROUND;
		r.change = true;
	} else if (is_share(x) && is_more(p, i)) {
		r.weight = WEIGHT_MORE;
		r.change = true;
	} else if (is_growth(p, i, r.comparator) || is_multiple(p, i)) {
		r.weight = WEIGHT_GROWTH;
		r.change = true;
	} else {
		r.weight = weigh_plain(p, i, r.edge, r.comparator != CMP_NONE);
	}
	if (r.weight > WEIGHT_LATER && is_later_clause(p, i))
		r.weight = WEIGHT_LATER;
	return r;
}

void find_target(struct parse *p)
{
	struct role best = {.weight = WEIGHT_NONE};

	for (size_t i = 0; i < p->t.n; i++) {
		struct role r;

		if (!is_claimable(p, i) || i == p->baseline || i == p->current)
			continue;
		r = weigh(p, i);
		if (r.weight <= best.weight)
			continue;
		best = r;
		p->target = i;
	}
	if (!best.weight)
		return;
	p->edge = best.edge;
	p->comparator = best.change ? CMP_BY : best.comparator;
}

/* --- baselines --- */

static const char *const NOW[] = {"currently", "current", "now", "today",
	"aktuell", "derzeit", "actuellement", "actualmente", "momentan",
	"presently", "currently:", "heute", "aujourd'hui", "aujourd\u2019hui",
	"hoy", "hoje", "oggi", "atualmente", "attualmente", NULL};
static const char *const THEN[] = {"baseline", "was", "were", "previously",
	"prior", "before", "vs", "vs.", "versus", "compared", "previous",
	"last", "start", "starting", "base", "bisher", "ist", "ausgangswert",
	"formerly", "up", "down", "against", "instead", "rather", NULL};
static const char *const LINKS[] = {"is", "of", "at", "state", "to", "with",
	"value", "from", "level", "are", "we", "it", "was", "being", "standing",
	"with", "the", "a", "average", "rate", "score", "number", "around",
	"about", "approximately", "approx", "only", "run-rate", "last", "year",
	"quarter", "month", "line", "than", "have", "has", "there", "us",
	"year's", "quarter's", "month's", NULL};
/* In parentheses: what it came to. */
static const char *const REACHED[] = {"got", "actual", "actuals", "achieved",
	"reached", "landed", "ended", "final", "result", "delivered",
	"finished", "closed", "came", "made", "erreicht", "atteint", "real",
	NULL};
/* These alone mean little outside parentheses. */
static const char *const INNER_ONLY[] = {"now", "today", "was", "were",
	"before", "prior", "previous", "last", "start", "up", "down", "current",
	"ist", "against", "starting", NULL};

/* The quantity a baseline word leads to: "currently at 40%". */
static size_t led_by(const struct parse *p, size_t i)
{
	enum comparator c;
	bool linked = false;

	for (size_t k = i + 1; k < p->t.n && k < i + 7; k++) {
		size_t n;

		if (is_kind(p, k, TOKEN_QUANTITY)) {
			/* "current 5 services": an adjective. */
			if (lex_is(&p->t, i, "current") && !linked &&
				token_at(p, i)->depth == 0)
				return NO_TOKEN;
			return k;
		}
		n = phrase_comparator(&p->t, k, &c);
		if (n) {
			k += n - 1;
			continue;
		}
		if (!lex_is_any(&p->t, k, LINKS) &&
			!is_kind(p, k, TOKEN_COLON) &&
			!is_kind(p, k, TOKEN_SOFT) &&
			!is_kind(p, k, TOKEN_NAME))
			break;
		linked = true;
	}
	return NO_TOKEN;
}

/* "45% today", "120 last quarter", "45% in Q4" inside parentheses. */
static bool is_followed_by_then(const struct parse *p, size_t i)
{
	size_t k = phrase_behind(&p->t, i);

	if (lex_is_any(&p->t, k, NOW) || lex_is(&p->t, k, "baseline") ||
		lex_is(&p->t, k, "previously"))
		return true;
	if (lex_is(&p->t, k, "last") || lex_is(&p->t, k, "prior"))
		return true;
	return lex_is(&p->t, k, "in") &&
	       (is_kind(p, k + 1, TOKEN_NAME) ||
		       date_month_number(token_at(p, k + 1)->text) ||
		       (token_at(p, k + 1)->text.n == 2 &&
			       str_istarts(token_at(p, k + 1)->text, "q")));
}

static bool is_strict(const struct parse *p, size_t i)
{
	return lex_is(&p->t, i, "vs") || lex_is(&p->t, i, "vs.") ||
	       lex_is(&p->t, i, "versus") || lex_is(&p->t, i, "compared") ||
	       lex_is(&p->t, i, "against");
}

static bool opens_clause(const struct parse *p, size_t i)
{
	return i == 0 || is_kind(p, i - 1, TOKEN_STOP) ||
	       is_kind(p, i - 1, TOKEN_COMMA) || is_kind(p, i - 1, TOKEN_DASH);
}

static void set_baseline(struct parse *p, size_t i, bool now)
{
	if (p->baseline == NO_TOKEN) {
		p->baseline = i;
		p->now = now;
	} else if (now && p->current == NO_TOKEN && i != p->baseline &&
		   i != p->target)
		p->current = i;
}

/* "(got 322)", "(actual: 40%)" */
static void try_reached(struct parse *p, size_t i)
{
	size_t k;

	if (!token_at(p, i)->depth || !lex_is_any(&p->t, i, REACHED))
		return;
	k = led_by(p, i);
	if (k == NO_TOKEN || !is_claimable(p, k) || k == p->target ||
		k == p->baseline || !token_at(p, k)->depth)
		return;
	/* "(Q4 actual: 31%)" is of another period */
	if (i > 0 && token_at(p, i - 1)->depth &&
		(is_kind(p, i - 1, TOKEN_NAME) ||
			(is_kind(p, i - 1, TOKEN_WORD) &&
				str_is_digit(
					token_at(p, i - 1)
						->text
						.p[token_at(p, i - 1)->text.n -
							1]))))
		set_baseline(p, k, false);
	else
		p->current = k;
}

/* "10 per month vs 25": a bare number is no rate, share or money. */
static bool may_compare(struct parse *p, size_t k)
{
	struct parse other = *p;
	const struct quantity *t, *b = token_at(p, k)->q;

	if (*b->unit)
		return true;
	/* Found once: a line may say "vs" a thousand times. */
	if (p->guess == NO_TOKEN) {
		find_target(&other);
		p->guess = other.target == NO_TOKEN ? p->t.n : other.target;
	}
	if (p->guess == k || p->guess >= p->t.n)
		return true;
	t = token_at(p, p->guess)->q;
	return !strchr(t->unit, '/') && strcmp(t->unit, "%") != 0 &&
	       !(t->unit[0] >= 'A' && t->unit[0] <= 'Z' &&
		       strlen(t->unit) == 3);
}

/* A baseline word at i, and what it says. */
static void try_word(struct parse *p, size_t i)
{
	bool now = lex_is_any(&p->t, i, NOW);
	bool inner = token_at(p, i)->depth > 0 || opens_clause(p, i);
	size_t k;

	if (!now && !lex_is_any(&p->t, i, THEN))
		return;
	if (!inner && lex_is_any(&p->t, i, INNER_ONLY) &&
		!(lex_is(&p->t, i, "current") &&
			(lex_is(&p->t, i + 1, "state") ||
				lex_is(&p->t, i + 1, "value") ||
				lex_is(&p->t, i + 1, "level"))) &&
		!(lex_is_any(&p->t, i,
			  (const char *const[]){
				  "up", "down", "starting", NULL}) &&
			lex_is(&p->t, i + 1, "from")))
		return;
	if (lex_is(&p->t, i, "up") || lex_is(&p->t, i, "down")) {
		if (!lex_is(&p->t, i + 1, "from"))
			return;
	}
	/* "Baseline marketing team diversity" is a verb. */
	if (i == p->verb)
		return;
	k = led_by(p, i);
	if (k == NO_TOKEN || !is_claimable(p, k) || k == p->target)
		return;
	/* "last 12 months" and "was 3 days ago" never get here: spans. */
	if (token_at(p, k)->flags & (TOKEN_SPAN | TOKEN_SIGNED) &&
		!(token_at(p, k)->flags & TOKEN_SIGNED &&
			!is_share(token_at(p, k))))
		return;
	if (is_strict(p, i) && (p->pair || !may_compare(p, k)))
		return;
	set_baseline(p, k, now);
}

/* "(2024: 742)", "(Q1: $1.7M)" */
static bool is_of_period(const struct parse *p, size_t i)
{
	struct str s;

	if (i < 3 || !is_kind(p, i - 1, TOKEN_COLON) ||
		!is_kind(p, i - 3, TOKEN_OPEN))
		return false;
	s = token_at(p, i - 2)->text;
	return is_kind(p, i - 2, TOKEN_NAME) || lex_is(&p->t, i - 2, "py") ||
	       lex_is(&p->t, i - 2, "ly") || lex_is(&p->t, i - 2, "vj") ||
	       (s.n >= 2 && s.n < 9 && str_is_digit(s.p[s.n - 1]) &&
		       strchr("QqHhFf", s.p[0]));
}

/* "(2 done so far)", "(21/35 so far)", "(5 to date)": where it stands. */
static bool is_so_far(const struct parse *p, size_t i)
{
	for (size_t k = i + 1; k < i + 6 && is_kind(p, k, TOKEN_WORD); k++) {
		if ((lex_is(&p->t, k, "so") && lex_is(&p->t, k + 1, "far")) ||
			(lex_is(&p->t, k, "to") &&
				lex_is(&p->t, k + 1, "date")) ||
			lex_is(&p->t, k, "already") ||
			lex_is(&p->t, k, "bisher"))
			return true;
	}
	return false;
}

/* Takes a quantity that goes with the baseline for the target. */
static bool take_like(struct parse *p, bool inner)
{
	for (size_t i = 0; i < p->t.n; i++) {
		enum comparator c;
		size_t edge;

		if (!is_claimable(p, i) || i == p->baseline ||
			i == p->current ||
			(token_at(p, i)->depth > 0) != inner ||
			!quantity_is_like(
				token_at(p, i)->q, token_at(p, p->baseline)->q))
			continue;
		edge = edge_of(p, i, &c);
		if (inner && !c)
			continue;
		p->target = i;
		p->comparator = c;
		p->edge = edge;
		return true;
	}
	return false;
}

/* Where nothing else is the target: "closed in 30 days (now 75)", "from 24
 * hours to near real time (< 5 minutes)". */
void find_span(struct parse *p)
{
	(void)(take_like(p, false) || take_like(p, true));
}

/* "from 24 hours to near real time": where it starts, and no goal. */
static bool is_start(const struct parse *p, size_t i)
{
	size_t behind = phrase_behind(&p->t, i);

	return !p->pair && p->change && i > 0 && token_at(p, i)->depth == 0 &&
	       is_claimable(p, i) && lex_is(&p->t, i - 1, "from") &&
	       (lex_is_any(&p->t, behind, TO) ||
		       is_kind(p, behind, TOKEN_ARROW));
}

void find_baseline(struct parse *p)
{
	for (size_t i = 0; i < p->t.n; i++) {
		const struct token *x = token_at(p, i);

		if (x->kind == TOKEN_WORD)
			try_word(p, i), try_reached(p, i);
		else if (is_start(p, i))
			set_baseline(p, i, false);
		else if (x->depth > 0 && is_claimable(p, i) && i != p->target &&
			 is_so_far(p, i))
			p->current = i;
		else if (x->depth > 0 && is_claimable(p, i) && i != p->target &&
			 p->baseline == NO_TOKEN && is_of_period(p, i))
			set_baseline(p, i, false);
		else if (x->depth > 0 && is_claimable(p, i) && i != p->target &&
			 i != p->baseline &&
			 !(x->flags & (TOKEN_SIGNED | TOKEN_SPAN)) &&
			 is_followed_by_then(p, i))
			set_baseline(p, i,
				lex_is_any(
					&p->t, phrase_behind(&p->t, i), NOW));
	}
}
