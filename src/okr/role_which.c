/*
 * Quantities that say which ones are meant, and not how many or how much: "the
 * rules for payments over 1,000 pounds".
 */
#include "baseline_p.h"
#include "number_p.h"
#include "role_p.h"
#include "unit_p.h"

bool role_is_size(const struct token *x)
{
	static const char *const SIZES[] = {"employees", "seats", "ftes", "fte",
		"staff", "beds", "rooms", "years", "inhabitants", NULL};

	for (size_t k = 0; SIZES[k]; k++)
		if (str_iis(str_of(x->q->unit), SIZES[k]))
			return true;
	return false;
}

bool role_is_pace(const struct token *x)
{
	struct str unit = str_of(x->q->unit);
	size_t slash = str_find_char(unit, '/');
	struct str things = str_sub(unit, 0, slash);

	return unit_is_span(str_sub(unit, slash + 1, unit.n)) &&
	       (str_is(things, "x") || !unit_find(things)) &&
	       !(things.n && things.p[0] >= 'A' && things.p[0] <= 'Z');
}

/* Is the clause about every single one: "every account over ..."? */
static bool is_of_every(const struct parse *p, size_t edge)
{
	static const char *const EVERY[] = {
		"every", "each", "all", "any", "no", NULL};
	enum { NEAR = 6 };

	for (size_t k = edge; k-- > 0 && edge - k < NEAR;) {
		if (!token_is(p, k, TOKEN_WORD))
			break;
		if (lex_is_any(&p->t, k, EVERY))
			return true;
	}
	return false;
}

/* Does a verb follow: "... over $100k reconciled", "... is signed"? */
static bool goes_on(const struct parse *p, size_t i)
{
	static const char *const VERBS[] = {"is", "are", "has", "have", "gets",
		"get", "goes", "go", "needs", "need", "will", "with", NULL};
	size_t k = phrase_behind(&p->t, i);

	return lex_is_any(&p->t, k, VERBS) ||
	       (token_is(p, k, TOKEN_WORD) && token_at(p, k)->text.n > 4 &&
		       str_iends(token_at(p, k)->text, "ed"));
}

/* The next quantity of the clause, if it has a comparator of its own; or
 * NO_TOKEN. */
static size_t next_bound(const struct parse *p, size_t i)
{
	enum comparator c;

	for (size_t k = i + 1; k < p->t.n; k++) {
		if (token_is(p, k, TOKEN_STOP) || token_is(p, k, TOKEN_COMMA) ||
			token_at(p, k)->depth)
			return NO_TOKEN;
		if (!is_claimable(p, k))
			continue;
		token_edge(p, k, &c);
		return c != CMP_NONE ? k : NO_TOKEN;
	}
	return NO_TOKEN;
}

static bool is_before_bound(const struct parse *p, size_t i)
{
	size_t k = next_bound(p, i);

	return k != NO_TOKEN && !role_is_time(token_at(p, k));
}

/* "Backfill of one month in under 3 hours": how long it may take, or how much
 * of it is right, is still to come. */
static bool is_before_limit(const struct parse *p, size_t i)
{
	size_t k = next_bound(p, i);

	return k != NO_TOKEN &&
	       (role_is_time(token_at(p, k)) || token_is_share(token_at(p, k)));
}

/* Is a share told of what stands in front of token i: "at 25%", "to 25%"? */
static bool has_share_behind(const struct parse *p, size_t i)
{
	for (size_t k = i + 1; k < p->t.n && !token_is(p, k, TOKEN_STOP); k++) {
		if (token_is(p, k, TOKEN_QUANTITY))
			return !strcmp(token_at(p, k)->q->unit, "%");
	}
	return false;
}

/* "Audience under 30 at 25%": who could be counted as well, but that a share
 * follows. */
static bool is_public(const struct parse *p, size_t i, size_t word)
{
	static const char *const PUBLIC[] = {"audience", "audiences",
		"visitors", "guests", "customers", "clients", "users",
		"readers", "listeners", "viewers", "students", "staff",
		"participants", "candidates", "applicants", "drivers", "donors",
		"subscribers", "passengers", "riders", "learners", "singers",
		"musicians", "farmers", "nurses", "teachers", "workers",
		"colleagues", "workforce", NULL};

	return lex_is_any(&p->t, word, PUBLIC) && has_share_behind(p, i);
}

/* "Visit every member over 80", "adults under 25": how old they are. */
static bool is_age(const struct parse *p, size_t i, const struct role *r)
{
	static const char *const PERSONS[] = {"member", "members", "resident",
		"residents", "adult", "adults", "child", "children", "people",
		"person", "persons", "patient", "patients", "woman", "women",
		"man", "men", "everyone", "anyone", "pupil", "pupils", "girls",
		"boys", "tenants", "citizens", "citizen", "seniors",
		"neighbours", "neighbors", "kids", "employees", "volunteers",
		"players", "parishioners", NULL};
	enum { OLDEST = 120 };
	const struct token *x = token_at(p, i);

	return !p->change && !*x->q->unit && x->flags & TOKEN_NUMBER &&
	       !x->q->value.scale && x->q->value.coef < OLDEST &&
	       token_is(p, r->edge, TOKEN_WORD) &&
	       (lex_is_any(&p->t, r->edge - 1, PERSONS) ||
		       is_public(p, i, r->edge - 1));
}

/* "Claims under $5,000 settled in 7 days": which claims, where the time they
 * take follows.  Costs and sales are sums themselves. */
static bool is_timed_size(const struct parse *p, size_t i, const struct role *r)
{
	static const char *const SUMS[] = {"costs", "sales", "savings",
		"losses", "expenses", "revenues", "earnings", "prices", "fees",
		"funds", "debts", "arrears", "profits", "funds", "temperatures",
		"weights", "emissions", "times", "speeds", NULL};
	static const char *const GOT[] = {"achieved", "reached", "raised",
		"saved", "earned", "booked", "collected", "exceeded", "reduced",
		"increased", NULL};
	static const char *const IN[] = {"in", "within", "under", "inside",
		"after", "by", "on", "than", NULL};
	enum { FAR = 10 };
	const struct token *x = token_at(p, i);
	size_t k = phrase_behind(&p->t, i);

	if (role_is_time(x) || token_is_share(x) || x->depth || p->pair ||
		(!*x->q->unit && !(x->flags & TOKEN_SCALED)) ||
		!str_iends(token_at(p, r->edge - 1)->text, "s") ||
		lex_is_any(&p->t, r->edge - 1, SUMS) ||
		lex_is_any(&p->t, k, GOT) || !baseline_is_done(p, k))
		return false;
	for (size_t n = k + 1; n < k + FAR; n++) {
		if (is_claimable(p, n))
			return role_is_time(token_at(p, n)) &&
			       lex_is_any(&p->t, n - 1, IN);
		if (!token_is(p, n, TOKEN_WORD))
			break;
	}
	return false;
}

/* "Postmortems for incidents > 30 minutes": which of them, but for the length
 * of something. */
static bool is_of_events(const struct parse *p, size_t edge)
{
	static const char *const EVENTS[] = {"incidents", "outages", "delays",
		"calls", "tickets", "jobs", "queries", "downtimes", "tasks",
		"requests", "trips", "absences", "waits", "issues", "breaks",
		"interruptions", "failures", "stoppages", "journeys", "shifts",
		"gaps", "bugs", "cases", "complaints", NULL};
	static const char *const OF[] = {
		"for", "of", "on", "after", "about", "from", "in", NULL};

	return edge > 2 && lex_is_any(&p->t, edge - 1, EVENTS) &&
	       lex_is_any(&p->t, edge - 2, OF) && !p->change &&
	       !role_is_metric_before(p, edge - 2);
}

/* "Call all customers above $5k", "a review with all accounts over $1m": whom
 * it is about, behind one of those or a word for what is done with them. */
static bool is_addressed(const struct parse *p, const struct role *r)
{
	static const char *const WITH[] = {
		"with", "for", "to", "at", "from", "by", "across", NULL};
	static const char *const MEET[] = {"meet", "visit", "call", "interview",
		"contact", "survey", "review", "audit", "ask", "thank", "check",
		"email", "invite", NULL};
	static const char *const EVERY[] = {
		"every", "each", "all", "any", NULL};
	enum { NEAR = 6 };

	if (r->comparator != CMP_GT && r->comparator != CMP_GE)
		return false;
	for (size_t k = r->edge; k-- > 0 && r->edge - k < NEAR;) {
		if (!token_is(p, k, TOKEN_WORD))
			break;
		if (lex_is_any(&p->t, k, EVERY))
			return k && (lex_is_any(&p->t, k - 1, WITH) ||
					    lex_is_any(&p->t, k - 1, MEET));
	}
	return false;
}

bool role_says_which(const struct parse *p, size_t i, const struct role *r)
{
	static const char *const PAPER[] = {"agree", "document", "publish",
		"define", "review", "approve", "write", "draft", "describe",
		"list", "map", "audit", "check", "clarify", "introduce",
		"establish", "set", "standardise", "standardize", NULL};
	const struct token *x = token_at(p, i);
	bool plural, paper;

	if (!r->comparator || !r->edge || !token_is(p, r->edge - 1, TOKEN_WORD))
		return false;
	if (role_is_time(x))
		return (r->comparator == CMP_GT || r->comparator == CMP_GE) &&
		       (is_before_bound(p, i) || is_of_events(p, r->edge));
	if (is_age(p, i, r) || is_timed_size(p, i, r))
		return true;
	if (!token_is(p, r->edge, TOKEN_WORD) || /* "MRR >= $180k" */
		(!currency_is_code(x->q->unit) && !*x->q->unit))
		return false;
	if (is_of_every(p, r->edge) && goes_on(p, i))
		return true;
	if (currency_is_code(x->q->unit) && is_addressed(p, r))
		return true;
	plural = (str_ends(token_at(p, r->edge - 1)->text, "s") &&
			 lex_is_plural(token_at(p, r->edge - 1)->text)) ||
		 is_of_every(p, r->edge); /* "MRR over $180k" is one sum */
	paper = lex_is_any(&p->t, 0, PAPER);
	return plural && currency_is_code(x->q->unit) &&
	       (paper || (p->sense == VERB_MAKE &&
				 (r->comparator == CMP_GT ||
					 r->comparator == CMP_GE)));
}

bool role_is_metric_before(const struct parse *p, size_t of)
{
	static const char *const METRICS[] = {"score", "rate", "nps", "csat",
		"enps", "rating", "total", "average", "level", "quality",
		"minimum", "maximum", "index", "margin", "ratio", "value",
		"time", "median", "retention", "revenue", "arr", "mrr",
		"coverage", "uptime", "availability", "result", "savings",
		"investment", "budget", "sum", "count", "volume", "growth",
		"factor", "number", "churn", "accuracy", "utilization",
		"utilisation", "conversion", "satisfaction", "percentage",
		"latency", "share", "pipeline", "grade", "mark", "velocity",
		"mttr", "cac", "roi", "roas", "attendance", "rates", "scores",
		"profit", "income", "sales", "turnover", "occupancy",
		"efficiency", "compliance", "usage", "adoption", "engagement",
		"duration", "length", "cost", "costs", "speed", "out", NULL};

	return of > 0 && lex_is_any(&p->t, of - 1, METRICS);
}

/* "A score of 12", "a team of 12": the word in front says what it is. */
enum weight role_behind_of(
	const struct parse *p, size_t i, size_t of, enum comparator compared)
{
	const struct token *x = token_at(p, i);

	if (role_is_metric_before(p, of))
		return WEIGHT_PLAIN;
	if (!role_has_earlier(p, i))
		return !compared && is_before_limit(p, i) ? WEIGHT_AROUND
							  : WEIGHT_PLAIN;
	/* "Agreement between two readers of at least 0.8" */
	return compared && (!*x->q->unit || token_is_share(x)) ? WEIGHT_LATER
							       : WEIGHT_AROUND;
}
