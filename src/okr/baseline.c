/*
 * Where a key result starts and where it stands: "(currently X)", "was X",
 * "vs X", "X today".
 */
#include "baseline_p.h"
#include "number_p.h"
#include "pair_p.h"
#include "unit_p.h"

/* What leads from a start to a goal, in words. */
static const char *const TO[] = {"to", "auf", "\u00e0", "para", "naar", "hasta",
	"toward", "towards", NULL};

static const char *const THEN[] = {"baseline", "basis", "contre",
	"gegen\u00fcber", "ausgangswert", "startwert", "ausgangslage", "was",
	"were", "previously", "prior", "before", "vs", "vs.", "versus",
	"compared", "previous", "last", "start", "starting", "base", "bisher",
	"ist", "ausgangswert", "formerly", "started", "old", "stood",
	"averaged", "prev", "prev.", "up", "down", "against", "instead",
	"rather", "vorher", "zuvor", "bislang", "era", "antes", "avant",
	"prima", "eerder", "voorheen", "vorjahr", "vorquartal", "vormonat",
	"anterior", "hoy:", "vs.:", "d\u00e9part", "inicial", "\u6b64\u524d",
	"\u57fa\u7ebf", "\u539f\u6765", "\u5f93\u6765", "\uae30\uc874", NULL};
static const char *const LINKS[] = {"is", "of", "at", "state", "to", "with",
	"value", "from", "level", "are", "we", "it", "was", "being", "standing",
	"with", "the", "a", "average", "rate", "score", "number", "around",
	"about", "approximately", "approx", "only", "run-rate", "last", "year",
	"quarter", "month", "line", "than", "have", "has", "there", "us",
	"year's", "quarter's", "month's", "averaging", "averages", "running",
	"hovering", "sitting", "stands", "every", "t\u1ea1i", "nay", NULL};
/* In parentheses: what it came to. */
static const char *const REACHED[] = {"got", "\u5b9e\u9645", "\u5be6\u969b",
	"\u5b9f\u7e3e", "\u5b9f\u969b", "actual", "actuals", "achieved",
	"reached", "landed", "ended", "final", "result", "delivered",
	"finished", "closed", "came", "made", "erreicht", "atteint", "real",
	"ytd", "qtd", "mtd", "latest", "done", "raised", "booked", "sold",
	"signed", NULL};
static const char *const GOAL[] = {"target", "goal", "plan", NULL};
/* "(avg 51)" */
static const char *const MEAN[] = {"avg", "avg.", "average", "\u00f8", NULL};
/* These alone mean little outside parentheses. */
static const char *const INNER_ONLY[] = {"started", "old", "stood", "averaged",
	"prev", "prev.", "now", "today", "was", "were", "before", "prior",
	"previous", "last", "start", "up", "down", "current", "ist", "against",
	"starting", "era", "antes", "avant", "prima", "nu", "anterior", "stand",
	"ora", "inicial", "d\u00e9part", "dag", "anda", "ini", "prezent", NULL};

/* "NPS: start 31, goal 45": a list of values behind a colon. */
static bool opens_values(const struct parse *p, size_t i)
{
	size_t behind;

	if ((i && !token_is(p, i - 1, TOKEN_COLON)) || !is_claimable(p, i + 1))
		return false;
	behind = phrase_behind(&p->t, i + 1);
	return (token_is(p, behind, TOKEN_COMMA) ||
		       token_is(p, behind, TOKEN_STOP) ||
		       str_is(token_at(p, behind)->text, "/")) &&
	       lex_is_any(&p->t, behind + 1, GOAL);
}

/* The quantity a baseline word leads to: "currently at 40%". */
static size_t led_by(const struct parse *p, size_t i)
{
	enum comparator c;
	bool linked = false;
	/* "Current NPS 18; ..." */
	int free_words = (token_opens_clause(p, i) ||
				 (i && token_is(p, i - 1, TOKEN_OPEN))) &&
					 i != p->verb &&
					 token_is(p, i + 1, TOKEN_WORD)
				 ? 2
				 : 0;

	for (size_t k = i + 1; k < p->t.n && k < i + 7; k++) {
		size_t n;

		if (token_is(p, k, TOKEN_QUANTITY)) {
			/* "current 5 services": an adjective. */
			if (lex_is(&p->t, i, "current") && !linked &&
				token_at(p, i)->depth == 0 &&
				!opens_values(p, i))
				return NO_TOKEN;
			return k;
		}
		n = phrase_comparator(&p->t, k, &c);
		if (n) {
			k += n - 1;
			continue;
		}
		if (!lex_is_any(&p->t, k, LINKS) &&
			!token_is(p, k, TOKEN_COLON) &&
			!token_is(p, k, TOKEN_SOFT) &&
			!token_is(p, k, TOKEN_NAME) &&
			!(token_is(p, k, TOKEN_WORD) && free_words-- > 0))
			break;
		linked = true;
	}
	return NO_TOKEN;
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

/* "(actual: 31)" is what is now, in Spanish. */
static bool is_actual_now(const struct parse *p, size_t i)
{
	return p->tongue == TONGUE_ROMANCE && lex_is(&p->t, i, "actual");
}

/* "(aired: 3, recorded: 2)", but "(planned: 12)" */
static bool is_deed_label(const struct parse *p, size_t i)
{
	static const char *const AHEAD[] = {"planned", "expected", "needed",
		"required", "estimated", "projected", "budgeted", "proposed",
		"targeted", "scheduled", "capped", "limited", "adjusted",
		"weighted", "started", "speed", "seed", "forecasted", "allowed",
		"desired", "wanted", "need", "intended", "averaged", "feed",
		"committed", "assumed", NULL};

	return i && token_is(p, i - 1, TOKEN_OPEN) &&
	       token_is(p, i + 1, TOKEN_COLON) && baseline_is_done(p, i) &&
	       !lex_is_any(&p->t, i, AHEAD);
}

/* "(got 322)", "(actual: 40%)", "..., achieved 4 h" at the end */
static void try_reached(struct parse *p, size_t i)
{
	size_t k;
	bool open, told;

	if ((!lex_is_any(&p->t, i, REACHED) && !is_deed_label(p, i)) ||
		is_actual_now(p, i))
		return;
	/* "(got 322)", "-> achieved: 93" at the end */
	open = !token_at(p, i)->depth;
	if (open && (!i || !token_is(p, i - 1, TOKEN_ARROW)) &&
		!(i && token_opens_clause(p, i)))
		return;
	k = led_by(p, i);
	if (open && k != NO_TOKEN && !token_is(p, i - 1, TOKEN_ARROW) &&
		!(token_ends_line(p, k, &told) &&
			baseline_is_like_earlier(p, k)))
		return;
	if (k == NO_TOKEN || !is_claimable(p, k) || k == p->target ||
		k == p->baseline ||
		token_at(p, k)->depth != token_at(p, i)->depth)
		return;
	/* "(Q4 actual: 31%)" is of another period */
	if (i > 0 && token_at(p, i - 1)->depth &&
		(token_is(p, i - 1, TOKEN_NAME) ||
			(token_is(p, i - 1, TOKEN_WORD) &&
				str_is_digit(
					token_at(p, i - 1)
						->text
						.p[token_at(p, i - 1)->text.n -
							1]))))
		set_baseline(p, k, false);
	else
		p->current = k;
}

/* Does a claimable quantity stand before this one? */
static bool is_behind_other(const struct parse *p, size_t i)
{
	while (i-- > 0) {
		if (is_claimable(p, i) && !token_at(p, i)->depth)
			return true;
	}
	return false;
}

/* Behind "as of 1 May:", "as of today", i where nothing else stands there. */
static size_t behind_as_of(const struct parse *p, size_t i)
{
	enum { MOST = 4 };
	size_t k = i + 2;

	if (!lex_is(&p->t, i, "as") ||
		!(lex_is(&p->t, i + 1, "of") || lex_is(&p->t, i + 1, "at")))
		return i;
	while (k < i + 2 + MOST &&
		(token_is(p, k, TOKEN_WORD) || token_is(p, k, TOKEN_NAME) ||
			(token_is(p, k, TOKEN_QUANTITY) &&
				token_is(p, k + 1, TOKEN_COLON))))
		k++;
	return k > i + 2 && (token_is(p, k, TOKEN_COLON) ||
				    (is_claimable(p, k) &&
					    (lex_is_month(&p->t, k - 1) ||
						    baseline_is_now(p, k - 1))))
		       ? k
		       : i;
}

/* "(so far 6)", "To date: 14 signed", "(as of May: 79%)" */
static void try_so_far(struct parse *p, size_t i)
{
	size_t k = behind_as_of(p, i);

	if (k == i &&
		!(lex_is(&p->t, i, "so") && lex_is(&p->t, i + 1, "far")) &&
		!(lex_is(&p->t, i, "to") && lex_is(&p->t, i + 1, "date")))
		return;
	if (k > i && !token_at(p, i)->depth && !is_behind_other(p, i))
		return;
	k = k > i ? k : i + 2;
	k += token_is(p, k, TOKEN_COLON);
	if (is_claimable(p, k) && k != p->target && k != p->baseline &&
		(token_opens_clause(p, i) || token_at(p, i)->depth))
		p->current = k;
}

/* "2 per quarter vs 3 last quarter" */
static bool names_rate(const struct parse *p, size_t i, const char *unit)
{
	const char *slash = strchr(unit, '/');

	for (size_t k = i + 1; k < i + 4 && token_is(p, k, TOKEN_WORD); k++)
		if (slash && str_iis(token_at(p, k)->text, slash + 1))
			return true;
	return false;
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
	if (names_rate(p, k, t->unit))
		return true;
	return (!strchr(t->unit, '/') || unit_is_score(t->unit)) &&
	       strcmp(t->unit, "%") != 0 &&
	       !(t->unit[0] >= 'A' && t->unit[0] <= 'Z' &&
		       strlen(t->unit) == 3);
}

/* "we are at 40%", "(we're at 40%)", "standing at 40%" */
static bool says_we_are(const struct parse *p, size_t i)
{
	static const char *const STAND[] = {"we're", "we\u2019re", "standing",
		"sitting", "stands", "sits", "hovering", NULL};

	/* "(we have 14k)" */
	if (i && lex_is(&p->t, i, "we") &&
		(lex_is(&p->t, i + 1, "have") || lex_is(&p->t, i + 1, "had")))
		return is_claimable(p, i + 2) &&
		       (token_at(p, i)->depth || token_opens_clause(p, i));
	if (lex_is(&p->t, i, "we") && lex_is(&p->t, i + 1, "are"))
		i++;
	else if (!lex_is_any(&p->t, i, STAND))
		return false;
	return lex_is(&p->t, i + 1, "at") || lex_is(&p->t, i + 1, "on") ||
	       baseline_is_now(p, i + 1);
}

/* "...; it was 31 in March", "..., which stood at 58" */
static bool is_said_of_it(const struct parse *p, size_t i)
{
	static const char *const IT[] = {
		"it", "this", "that", "they", "which", "we", NULL};

	static const char *const IN[] = {"in", "at", "last", "on", NULL};
	enum { MOST = 4 };

	if (i < 2 || !lex_is_any(&p->t, i - 1, IT))
		return false;
	if (token_opens_clause(p, i - 1))
		return true;
	/* "..., in spring it was 11%" */
	for (size_t k = i - 1; k > 1 && i - k < MOST; k--)
		if (lex_is_any(&p->t, k - 1, IN))
			return token_opens_clause(p, k - 1);
	return false;
}

/* "(average of at least 4.5)": what it is to be, on average. */
static bool is_bounded_mean(const struct parse *p, size_t i, size_t k)
{
	enum comparator c;

	if (!lex_is_any(&p->t, i, MEAN))
		return false;
	while (++i < k)
		if (phrase_comparator(&p->t, i, &c))
			return true;
	return false;
}

/* A baseline word at i, and what it says. */
static void try_word(struct parse *p, size_t i)
{
	bool now = baseline_is_now(p, i) || is_actual_now(p, i) ||
		   says_we_are(p, i);
	bool inner = token_at(p, i)->depth > 0 || token_opens_clause(p, i) ||
		     opens_values(p, i) || is_said_of_it(p, i);
	size_t k;

	if (!now && !lex_is_any(&p->t, i, THEN) &&
		!(token_at(p, i)->depth && lex_is_any(&p->t, i, MEAN)) &&
		!(i && lex_is(&p->t, i, "is") &&
			token_is(p, i - 1, TOKEN_OPEN)))
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
	if (i == p->verb && !opens_values(p, i))
		return;
	k = led_by(p, i);
	if (k == NO_TOKEN || !is_claimable(p, k) || k == p->target ||
		is_bounded_mean(p, i, k))
		return;
	/* "last 12 months" and "was 3 days ago" never get here: spans. */
	if (token_at(p, k)->flags & (TOKEN_SPAN | TOKEN_SIGNED) &&
		!(token_at(p, k)->flags & TOKEN_SIGNED &&
			!token_is_share(token_at(p, k))))
		return;
	if (token_is_versus(p, i) && k == i + 1 &&
		lex_is_any(&p->t, phrase_behind(&p->t, k), GOAL)) {
		/* "29% vs 35% target": where it stands comes first. */
		if (i > 0 && is_claimable(p, i - 1) && !p->pair)
			p->current = i - 1;
		return;
	}
	if (token_is_versus(p, i) && (p->pair || !may_compare(p, k)))
		return;
	set_baseline(p, k, now);
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
		edge = token_edge(p, i, &c);
		if (inner && !c)
			continue;
		p->target = i;
		p->comparator = c;
		p->edge = edge;
		return true;
	}
	return false;
}

/* Does a goal of the same kind as x follow behind a "to"? */
static bool leads_on(const struct parse *p, size_t i, size_t x)
{
	enum { MOST = 8 };

	for (size_t k = i; k < i + MOST && k < p->t.n; k++)
		if (is_claimable(p, k) && k > i)
			return lex_is_any(&p->t, k - 1, TO) &&
			       quantity_is_like(
				       token_at(p, k)->q, token_at(p, x)->q);
	return false;
}

/* "88% (current)", "18 today, 30 by December" */
static bool is_labelled(const struct parse *p, size_t i)
{
	static const char *const WORDS[] = {"current", "currently", "now",
		"today", "baseline", "start", "actual", NULL};
	size_t k = phrase_behind(&p->t, i);

	if (token_is(p, k, TOKEN_OPEN))
		return lex_is_any(&p->t, k + 1, WORDS) &&
		       token_is(p, k + 2, TOKEN_CLOSE);
	if (!lex_is(&p->t, k, "today") && !lex_is(&p->t, k, "now"))
		return false;
	/* "is 18 today; get it to 30" */
	return (token_is(p, k + 1, TOKEN_COMMA) &&
		       token_is(p, k + 2, TOKEN_QUANTITY)) ||
	       (token_is(p, k + 1, TOKEN_STOP) && leads_on(p, k + 2, i));
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

	while (token_is(p, behind, TOKEN_SOFT))
		behind++;
	return !p->pair && i > 0 && token_at(p, i)->depth == 0 &&
	       is_claimable(p, i) && lex_is(&p->t, i - 1, "from") &&
	       (lex_is_any(&p->t, behind, TO) || lex_is(&p->t, behind, "by") ||
		       token_is(p, behind, TOKEN_ARROW));
}

bool token_ends_line(const struct parse *p, size_t i, bool *told)
{
	i = phrase_behind(&p->t, i);
	*told = baseline_is_done(p, i);
	for (i += *told; i < p->t.n; i++)
		if (!token_is(p, i, TOKEN_CLOSE) && !token_is(p, i, TOKEN_STOP))
			return false;
	return true;
}

/* "from 30 to 4 (spring: 30)" */
static bool is_start_again(const struct parse *p, size_t i)
{
	const struct quantity *b = token_at(p, p->baseline)->q;
	const struct quantity *q = token_at(p, i)->q;

	return b->has_value && q->has_value &&
	       decimal_cmp(b->value, q->value) == 0;
}

void find_baseline(struct parse *p)
{
	for (size_t i = 0; i < p->t.n; i++) {
		const struct token *x = token_at(p, i);
		bool last;

		if (x->kind == TOKEN_WORD)
			try_word(p, i), try_reached(p, i), try_so_far(p, i);
		else if (is_start(p, i) ||
			 (!p->pair && is_claimable(p, i) && !x->depth &&
				 is_labelled(p, i)))
			set_baseline(p, i, false);
		else if (is_claimable(p, i) && i != p->target &&
			 (x->depth > 0 || is_behind_other(p, i)) &&
			 baseline_is_so_far(p, i))
			p->current = i;
		else if (baseline_is_told_past(p, i))
			set_baseline(p, i, false);
		else if (i != p->target && i != p->baseline &&
			 baseline_is_past_clause(p, i))
			set_baseline(p, i, p->pair && !is_start_again(p, i));
		else if (x->depth > 0 && is_claimable(p, i) &&
			 baseline_is_in_series(p, i, &last)) {
			if (last)
				p->current = i;
		} else if (x->depth > 0 && is_claimable(p, i) &&
			   i != p->target && baseline_is_of_period(p, i))
			set_baseline(p, i, p->pair && !is_start_again(p, i));
		else if (x->depth > 0 && is_claimable(p, i) && i != p->target &&
			 i != p->baseline &&
			 !(x->flags & (TOKEN_SIGNED | TOKEN_SPAN)) &&
			 baseline_is_then(p, i))
			set_baseline(p, i,
				p->pair || baseline_is_now(
						   p, phrase_behind(&p->t, i)));
	}
}
