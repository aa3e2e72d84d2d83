/*
 * Which quantity of a sentence is the target: each is weighed by the words
 * before and behind it, and the heaviest wins, the first one of equals.
 */
#include "role_p.h"

#include "baseline_p.h"
#include "glyph_p.h"
#include "number_p.h"
#include "unit_p.h"

static const char *const QUIET[] = {"about", "approx", "approx.",
	"approximately", "around", "roughly", "circa", "ca", "ca.", "c.",
	"nearly", "almost", "exactly", "only", "just", "a", "an", "etwa",
	"rund", "environ", "aproximadamente", "unos", "ungef\u00e4hr",
	"another", "additional", "further", "extra", "new", "net", "well",
	"total", NULL};

static const char *const TARGET[] = {"target", "targets", "goal", "aim",
	"aiming", "targeting", "ziel", "objectif", "meta", "cible",
	"\u76ee\u6807", "\u76ee\u6a19", "\ubaa9\ud45c",
	"\u0446\u0435\u043b\u044c", "\u0446\u0456\u043b\u044c", "cel",
	"c\u00edl", "hedef", "m\u00e5l", "doel", "objetivo", "obiettivo",
	"tavoite", "c\u00e9l", "\u03c3\u03c4\u03cc\u03c7\u03bf\u03c2", "tujuan",
	"\u0111\u00edch", NULL};
static const char *const LATER[] = {"ultimate", "stretch", "long-term",
	"eventual", "north-star", "later", "moonshot", "eventually",
	"ultimately", "vision", "end-of-year", NULL};
static const char *const OF_YEAR[] = {"annual", "yearly", NULL};
static const char *const TO[] = {"to", "auf", "\u00e0", "para", "naar", "tot",
	"hasta", "toward", "towards", "\u0434\u043e", "l\u00ean", "xu\u1ed1ng",
	"\u0111\u1ebfn", "menjadi", "\u03c3\u03c4\u03bf", "\u03c3\u03b5",
	"\u0625\u0644\u0649", "\u0627\u0644\u0649", NULL};
static const char *const AROUND[] = {"for", "across", "in", "among", "amongst",
	"over", "per", "into", "on", "between", "the", "all", "our", "these",
	"those", "each", "both", "every", "its", "their", "during", "around",
	"least-used", "existing", "remaining", "via", "out", "after", "before",
	"throughout", "f\u00fcr", "pour", "vs", "vs.", "versus", "under-", "my",
	"your", "that", "who", "which", "or", "from", "than", "every", "les",
	"las", "los", "dans", NULL};
static const char *const CONNECTED[] = {
	"and", "plus", "+", "&", "und", "et", "y", NULL};

const struct token *token_at(const struct parse *p, size_t i)
{
	return &p->t.v[i < p->t.n ? i : p->t.n];
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

size_t token_edge(const struct parse *p, size_t i, enum comparator *c)
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
	size_t edge = token_edge(p, i, c);

	return edge ? edge - 1 : NO_TOKEN;
}

bool token_is(const struct parse *p, size_t i, enum token_kind kind)
{
	return token_at(p, i)->kind == kind;
}

bool token_is_share(const struct token *x)
{
	return !strcmp(x->q->unit, "%") || !strcmp(x->q->unit, "pp") ||
	       !strcmp(x->q->unit, "bps") || !strcmp(x->q->unit, "x");
}

bool token_is_versus(const struct parse *p, size_t i)
{
	static const char *const WORDS[] = {"vs", "vs.", "versus", "compared",
		"against", "contre", "gegen\u00fcber", NULL};

	return lex_is_any(&p->t, i, WORDS);
}

bool token_is_mark(const struct parse *p, size_t i)
{
	size_t n;

	return token_is(p, i, TOKEN_SOFT) &&
	       glyph_first(token_at(p, i)->text, &n) == GLYPH_SYMBOL;
}

bool token_opens_clause(const struct parse *p, size_t i)
{
	return i == 0 || token_is(p, i - 1, TOKEN_STOP) ||
	       token_is(p, i - 1, TOKEN_COMMA) ||
	       token_is(p, i - 1, TOKEN_DASH);
}

/* As token_opens_clause(), or a parenthesis. */
static bool token_opens_part(const struct parse *p, size_t i)
{
	return token_opens_clause(p, i) || token_is(p, i - 1, TOKEN_OPEN);
}

/* "target of 50", "goal: 50", "with a target of under 1,000". */
static bool is_targeted(const struct parse *p, size_t edge)
{
	static const char *const LINKS[] = {
		"of", "is", "to", "at", "von", "de", "for", NULL};
	size_t k = edge;

	while (k > 0 && edge - k < 3 &&
		(lex_is_any(&p->t, k - 1, LINKS) ||
			token_is(p, k - 1, TOKEN_COLON)))
		k--;
	/* "target NPS 30" */
	for (int words = 0; k == edge && words < 2 && edge > (size_t)words + 1;
		words++) {
		size_t t = edge - 2 - (size_t)words;

		/* "target: NPS 30" */
		if (t && token_is(p, t, TOKEN_COLON) &&
			lex_is_any(&p->t, t - 1, TARGET) &&
			token_opens_part(p, t - 1) && !words)
			k = t;
		if (!token_is(p, t + 1, TOKEN_WORD) ||
			lex_is_any(&p->t, t + 1, AROUND))
			break;
		if (lex_is_any(&p->t, t, TARGET) && token_opens_clause(p, t))
			k = t + 1;
	}
	if (!k || !lex_is_any(&p->t, k - 1, TARGET))
		return false;
	/* "Target 50 accounts" is a verb like any other. */
	return k - 1 != p->verb;
}

/* "29% vs 35% target" */
static bool is_called_target(const struct parse *p, size_t i)
{
	return i > 1 && token_is_versus(p, i - 1) &&
	       lex_is_any(&p->t, phrase_behind(&p->t, i), TARGET);
}

static bool is_later(const struct parse *p, size_t edge)
{
	for (size_t k = edge; k-- > 0 && edge - k < 5;) {
		if (token_is(p, k, TOKEN_OPEN) || token_is(p, k, TOKEN_STOP) ||
			token_is(p, k, TOKEN_QUANTITY))
			return false;
		if (lex_is_any(&p->t, k, LATER) ||
			(lex_is_any(&p->t, k, OF_YEAR) &&
				lex_is_any(&p->t, k + 1, TARGET)))
			return k + 1 < edge;
	}
	return false;
}

/* "roll out from partners to 50 stores": the 50 is where, not how many. */
static bool follows_other_from(const struct parse *p, size_t to)
{
	for (size_t k = to; k-- > 0 && to - k < 8;) {
		if (token_is(p, k, TOKEN_QUANTITY))
			return false;
		if (lex_is(&p->t, k, "from"))
			return true;
	}
	return false;
}

static enum weight weigh_to(const struct parse *p, size_t i, size_t before)
{
	bool moves = p->sense == VERB_CHANGE || p->sense == VERB_NONE;

	/* "Reach out to 300 alumni" */
	if (before && lex_is(&p->t, before - 1, "out") && !p->change)
		return WEIGHT_PLAIN;
	if (!p->change)
		return p->sense == VERB_KEEP ? WEIGHT_PLAIN : WEIGHT_OF;
	/* "Bring 5 depots to 100% solar power": so many depots. */
	if (moves && p->verb != NO_TOKEN && p->verb + 1 < before &&
		is_claimable(p, p->verb + 1) &&
		quantity_is_count(token_at(p, p->verb + 1)->q) &&
		!quantity_is_like(
			token_at(p, p->verb + 1)->q, token_at(p, i)->q))
		return WEIGHT_WITH;
	if (moves && follows_other_from(p, before))
		return WEIGHT_AROUND;
	return WEIGHT_TO;
}

bool role_has_earlier(const struct parse *p, size_t i)
{
	for (size_t k = 0; k < i; k++)
		if (is_claimable(p, k) && token_at(p, k)->depth == 0)
			return true;
	return false;
}

/* Does a quantity, from its edge on, follow the verb and nothing but articles
 * and the like: "Launch 5 pilots", "Roll out all 8 services"? */
static bool is_object(const struct parse *p, size_t i, size_t edge)
{
	static const char *const BETWEEN[] = {"the", "all", "our", "first",
		"these", "a", "an", "next", "my", "total", "of", "out", "up",
		"les", "las", "los", NULL};
	const struct quantity *q = token_at(p, i)->q;

	if (p->sense != VERB_MAKE && p->sense != VERB_REACH &&
		(!quantity_is_count(q) || !*q->unit))
		return false;
	while (edge > 0 && lex_is_any(&p->t, edge - 1, BETWEEN))
		edge--;
	return edge > 0 && edge - 1 == p->verb;
}

bool role_has_object(const struct parse *p, size_t i)
{
	enum comparator c;

	for (size_t k = 0; k < i; k++)
		if (is_claimable(p, k) && !token_at(p, k)->depth)
			return is_object(p, k, token_edge(p, k, &c));
	return false;
}

/* "In 6 of 8 schools, ..." */
static bool is_part(const struct parse *p, size_t i)
{
	static const char *const ARTICLES[] = {"the", "our", NULL};
	size_t of = i + 1;

	if (!lex_is(&p->t, of, "of"))
		return false;
	of += lex_is_any(&p->t, of + 1, ARTICLES);
	return token_is(p, of + 1, TOKEN_NAME) &&
	       str_is_digit(token_at(p, of + 1)->text.p[0]);
}

static enum weight weigh_plain(
	const struct parse *p, size_t i, size_t edge, enum comparator compared)
{
	static const char *const STANDS[] = {"takes", "take", "taking", "costs",
		"cost", "lasts", "stays", "stay", "remains", "is", "are",
		"needs", "uses", "at", "stands", "drops", "falls", NULL};
	const struct token *x = token_at(p, i);
	size_t before = edge - 1;

	if (!edge)
		return WEIGHT_PLAIN;
	/* "in the top 10 for 25 keywords", "#1 for 5 keywords" */
	if (lex_is(&p->t, before, "top") || x->text.p[0] == '#')
		return WEIGHT_WITHIN;
	/* a tolerance */
	if (i > 0 && str_is(token_at(p, i - 1)->text, "\u00b1"))
		return WEIGHT_WITH;
	if (!compared && role_is_time(x) && role_is_when_of(p, i, before))
		return WEIGHT_AROUND;
	/* "in 6 weeks with 1 FTE" */
	if (lex_is(&p->t, before, "with") &&
		(str_iis(str_of(x->q->unit), "fte") ||
			str_iis(str_of(x->q->unit), "ftes")))
		return WEIGHT_NONE;
	if (lex_is(&p->t, before, "with"))
		return token_is_share(x) ? WEIGHT_PLAIN : WEIGHT_WITH;
	if (lex_is(&p->t, before, "of"))
		return role_behind_of(p, i, before, compared);
	if (lex_is(&p->t, before, "within") ||
		(compared && lex_is(&p->t, before, "in") && role_is_time(x)))
		return WEIGHT_PLAIN;
	if (lex_is_any(&p->t, before, AROUND) && is_part(p, i) &&
		!role_has_earlier(p, i))
		return WEIGHT_PLAIN;
	if (lex_is_any(&p->t, before, AROUND) && !is_object(p, i, edge))
		return token_is_share(x) &&
				       (lex_is(&p->t, i + 1, "of") ||
					       lex_is(&p->t, i + 1, "cases"))
			       ? WEIGHT_PLAIN
			       : WEIGHT_AROUND;
	if (lex_is_any(&p->t, before, CONNECTED) && role_has_earlier(p, i))
		return WEIGHT_WITH;
	if (compared && lex_is_any(&p->t, before, STANDS))
		return lex_is(&p->t, before, "at") && role_has_earlier(p, i)
			       ? WEIGHT_LATER
			       : WEIGHT_REACHED;
	/* "a fit score > 70" does not score. */
	if (verb_sense(token_at(p, before)->text, true) == VERB_REACH &&
		token_is(p, before, TOKEN_WORD) &&
		!lex_is(&p->t, before, "score"))
		return role_has_object(p, i) ? WEIGHT_LATER : WEIGHT_REACHED;
	return WEIGHT_PLAIN;
}

/* Is the whole parenthesis only this quantity and its noun? */
static bool fills_parenthesis(const struct parse *p, size_t i, size_t edge)
{
	static const char *const BOUNDS[] = {
		"minimum", "maximum", "min", "max", "or", "more", "less", NULL};
	size_t behind = phrase_behind(&p->t, i);

	while (lex_is_any(&p->t, behind, BOUNDS))
		behind++;
	return edge > 0 && token_is(p, edge - 1, TOKEN_OPEN) &&
	       token_is(p, behind, TOKEN_CLOSE);
}

/* "(100% coverage)": what the share is of says that it is a goal. */
static bool is_quality(const struct parse *p, size_t i)
{
	static const char *const QUALITIES[] = {"coverage", "adoption",
		"uptime", "accuracy", "availability", "attendance",
		"participation", "retention", "satisfaction", "compliance",
		"conversion", "occupancy", "utilization", "utilisation", NULL};

	return !strcmp(token_at(p, i)->q->unit, "%") &&
	       lex_is_any(&p->t, i + 1, QUALITIES) &&
	       token_is(p, i + 2, TOKEN_CLOSE);
}

/* "Improve the app (load time < 2 seconds)": a measure, and the end. */
static bool is_measured(const struct parse *p, size_t i, const struct role *r)
{
	size_t behind = phrase_behind(&p->t, i);

	/* "\uff08\u8bef\u62a5\u7387 <5%\uff09" */
	bool rate =
		r->edge && str_ends(token_at(p, r->edge - 1)->text, "\u7387");

	return (p->verb != NO_TOKEN || rate) && r->comparator &&
	       (rate || role_is_metric_before(p, r->edge)) &&
	       token_is(p, behind, TOKEN_CLOSE) && behind + 1 == p->t.n;
}

/* "Round closed ($5M+)", "Loans are out (>= $1M lent)": so much of it at
 * least, and the end. */
static bool is_least_sum(const struct parse *p, size_t i, size_t edge)
{
	size_t behind = phrase_behind(&p->t, i);
	bool told = baseline_is_done(p, edge - 2);

	if (baseline_is_done(p, behind)) {
		told = true;
		behind++;
	}
	return told && token_is(p, behind, TOKEN_CLOSE) &&
	       (behind + 1 == p->t.n || token_is(p, behind + 1, TOKEN_STOP)) &&
	       currency_is_code(token_at(p, i)->q->unit);
}

static enum weight weigh_inner(
	const struct parse *p, size_t i, const struct role *r)
{
	const struct token *x = token_at(p, i);
	bool opens = r->edge && token_is(p, r->edge - 1, TOKEN_OPEN);

	if ((opens && is_quality(p, i)) || is_measured(p, i, r))
		return WEIGHT_REMARK;
	if (opens && r->edge > 1 && r->comparator == CMP_GE &&
		is_least_sum(p, i, r->edge))
		return WEIGHT_REMARK;
	/* "(average rating of at least 4/5 in surveys)" */
	if (r->comparator && *x->q->unit == '/')
		return WEIGHT_REMARK;
	if (x->flags & TOKEN_SIGNED || !*x->q->unit ||
		(r->comparator && role_is_size(x)))
		return WEIGHT_NONE;
	/* "(>= 95%)", "(100%+)" */
	if (r->comparator && !strcmp(x->q->unit, "%"))
		return fills_parenthesis(p, i, r->edge) ? WEIGHT_REMARK
							: WEIGHT_NONE;
	if (unit_find(str_of(x->q->unit)) || currency_is_code(x->q->unit))
		return WEIGHT_NONE;
	/* "(200+ companies in target verticals)" */
	if (opens && r->comparator == CMP_GE)
		return WEIGHT_REMARK;
	if (strchr(x->q->unit, '/') &&
		(p->sense == VERB_DOWN || !role_is_pace(x)))
		return WEIGHT_NONE;
	return fills_parenthesis(p, i, r->edge) ? WEIGHT_REMARK : WEIGHT_NONE;
}

/* "up 4 points to 88%": the goal comes behind. */
static bool is_step(const struct parse *p, size_t i, size_t edge)
{
	static const char *const WAYS[] = {"up", "down", NULL};

	/* "+3 pp to 41%" */
	return edge &&
	       (lex_is_any(&p->t, edge - 1, WAYS) ||
		       token_at(p, i)->flags & TOKEN_SIGNED ||
		       (edge > 1 && lex_is(&p->t, edge - 1, "by") &&
			       lex_is_any(&p->t, edge - 2, WAYS))) &&
	       lex_is_any(&p->t, phrase_behind(&p->t, i), TO) &&
	       token_is(p, phrase_behind(&p->t, i) + 1, TOKEN_QUANTITY);
}

/* "No file above 1,500 lines": all are at most that long. */
static enum comparator negated(enum comparator c)
{
	return c == CMP_GT ? CMP_LE : c == CMP_LT ? CMP_GE : c;
}

/* "Train 5+ hours/week (target: 80% of weeks)": of another kind than what is
 * asked for in front. */
static bool is_other_aim(const struct parse *p, size_t i)
{
	if (!token_at(p, i)->depth || !*token_at(p, i)->q->unit)
		return false;
	for (size_t k = 0; k < i; k++)
		if (is_claimable(p, k) && !token_at(p, k)->depth &&
			k != p->baseline && *token_at(p, k)->q->unit &&
			!quantity_is_like(token_at(p, k)->q, token_at(p, i)->q))
			return true;
	return false;
}

/* "Tested with 8 users; 6 of 8 finish": the first clause says what. */
static bool is_later_clause(const struct parse *p, size_t i)
{
	static const char *const WHILE[] = {"while", "whilst", "without", NULL};
	size_t k = i;

	while (k > 0 && !token_is(p, k, TOKEN_STOP))
		k--;
	if (k > 0 && str_is(token_at(p, k)->text, ";"))
		return role_has_earlier(p, k);
	/* "Keep ratings > 88% while growing 40%" */
	for (k = i; k-- > 1;)
		if (lex_is_any(&p->t, k, WHILE))
			return role_has_earlier(p, k);
	/* "with 150 guests, four times" */
	if (i > 0 && token_is(p, i - 1, TOKEN_COMMA) &&
		!strcmp(token_at(p, i)->q->unit, "times"))
		return role_has_earlier(p, i);
	/* "Hire 3 nurses, bringing the ward to 8" */
	for (k = i; k > 1; k--)
		if (token_is(p, k - 1, TOKEN_COMMA))
			return token_is(p, k, TOKEN_WORD) &&
			       str_iends(token_at(p, k)->text, "ing") &&
			       verb_sense(token_at(p, k)->text, true) &&
			       role_has_earlier(p, k);
	return false;
}

/* "Subir a 12", "Passer \u00e0 12": "a" leads to a goal only where no English
 * article is meant. */
static bool is_to(const struct parse *p, size_t k)
{
	static const char *const TO_ROMANCE[] = {
		"a", "al", "all'", "ad", "ao", "aos", "la", NULL};
	static const char *const TO_NORTHERN[] = {"till", "til", NULL};
	static const char *const TO_SLAVIC[] = {"do", "na", NULL};

	return lex_is_any(&p->t, k, TO) ||
	       (p->tongue == TONGUE_NORTHERN &&
		       lex_is_any(&p->t, k, TO_NORTHERN)) ||
	       (p->tongue == TONGUE_SLAVIC && p->change &&
		       lex_is_any(&p->t, k, TO_SLAVIC)) ||
	       (p->tongue == TONGUE_ROMANCE && p->change &&
		       lex_is_any(&p->t, k, TO_ROMANCE));
}

/* "%10'a", "10%-ra", "10 prosenttiin" */
static bool ends_in_to(const struct token *x)
{
	return x->flags & TOKEN_TO || str_iends(x->text, "prosenttiin");
}

/* By the words before and behind it. */
static void weigh_words(const struct parse *p, size_t i, struct role *r)
{
	if ((r->edge < i && is_to(p, r->edge)) || east_is_to(&p->t, i) ||
		ends_in_to(token_at(p, i))) {
		r->weight = WEIGHT_TO;
	} else if (r->edge && is_to(p, r->edge - 1)) {
		r->weight = weigh_to(p, i, r->edge - 1);
		r->edge--;
	} else if (token_is_share(token_at(p, i)) && !r->edge &&
		   lex_is(&p->t, i + 1, "of")) {
		r->weight = WEIGHT_SUBJECT;
	} else if (!role_of_change(p, i, r)) {
		r->weight = weigh_plain(p, i, r->edge, r->comparator);
	}
	/* "Fill rate of 96% with 10% less stock" */
	if (r->change && r->weight > WEIGHT_WITH && r->edge &&
		lex_is(&p->t, r->edge - 1, "with") && role_has_earlier(p, i))
		r->weight = WEIGHT_WITH;
	if (r->weight > WEIGHT_LATER && is_later_clause(p, i))
		r->weight = WEIGHT_LATER;
}

static struct role weigh(const struct parse *p, size_t i)
{
	const struct token *x = token_at(p, i);
	struct role r = {.comparator = CMP_NONE};

	r.edge = token_edge(p, i, &r.comparator);
	if (!r.comparator)
		r.comparator = x->q->comparator;
	if (!r.comparator)
		r.comparator = phrase_comparator_after(&p->t, x);
	if (token_is_denied(&p->t, r.edge))
		r.comparator = negated(r.comparator);
	if (is_later(p, r.edge) || is_step(p, i, r.edge))
		return r;
	if (is_targeted(p, r.edge) || is_called_target(p, i))
		r.weight = is_other_aim(p, i) ? WEIGHT_REMARK : WEIGHT_TARGET;
	else if (x->depth > 0)
		r.weight = weigh_inner(p, i, &r);
	else if (role_says_which(p, i, &r))
		r.weight = WEIGHT_NONE;
	else if (role_is_no_goal(p, i))
		r.weight = WEIGHT_NONE;
	else if (x->flags & TOKEN_SPAN && !role_is_shorter(p, i, r.edge))
		r.weight = role_of_span(p, i, &r);
	else
		weigh_words(p, i, &r);
	return r;
}

/* "71% -> 78% (target 85%)": how far it came and where it is to go. */
void find_restated(struct parse *p)
{
	if (!p->pair || p->current != NO_TOKEN)
		return;
	for (size_t i = p->target + 1; i < p->t.n; i++) {
		enum comparator c;
		const struct token *x = token_at(p, i);

		if (i == p->baseline || !is_claimable(p, i) || !x->depth ||
			!x->q->has_value ||
			!is_targeted(p, token_edge(p, i, &c)) ||
			!quantity_is_like(x->q, token_at(p, p->target)->q))
			continue;
		p->current = p->target;
		p->target = i;
		return;
	}
}

void find_target(struct parse *p)
{
	static const char *const EVERYWHERE[] = {"across", "all", "in", NULL};
	struct role best = {.weight = WEIGHT_NONE};

	for (size_t i = 0; i < p->t.n; i++) {
		struct role r;

		if (!is_claimable(p, i) || i == p->baseline || i == p->current)
			continue;
		r = weigh(p, i);
		if (r.weight <= best.weight)
			continue;
		/* "Reply within 4 hours across 3 regions" */
		if (best.weight == WEIGHT_WITHIN && r.weight == WEIGHT_AROUND &&
			lex_is_any(&p->t, i - 1, EVERYWHERE))
			continue;
		/* "in 2 national papers and 5 regional ones" */
		if (best.weight == WEIGHT_AROUND && r.weight == WEIGHT_WITH &&
			lex_is_any(&p->t, r.edge - 1, CONNECTED))
			continue;
		/* "Open with 5 shops, zero faults": a list behind "with" */
		if (best.weight == WEIGHT_WITH && r.weight == WEIGHT_PLAIN &&
			best.edge > 1 && token_is(p, r.edge - 1, TOKEN_COMMA) &&
			!token_at(p, i)->q->value.coef)
			continue;
		best = r;
		p->target = i;
	}
	if (!best.weight)
		return;
	p->edge = best.edge;
	p->comparator = best.change ? CMP_BY : best.comparator;
}
