/*
 * Quantities of time: most say when, some how long each of them may take
 * ("replies within 4 hours", "a 24-hour turnaround").
 */
#include "baseline_p.h"
#include "number_p.h"
#include "role_p.h"
#include "unit_p.h"

/* "24-hour response time", "14 month payback": how long something takes. */
static bool is_of_time(const struct parse *p, size_t i)
{
	static const char *const TIMES[] = {"time", "times", "turnaround",
		"latency", "payback", "sla", "slas", "close", "lag", "delay",
		NULL};

	for (size_t k = i + 1; k < i + 4 && token_is(p, k, TOKEN_WORD); k++)
		if (lex_is_any(&p->t, k, TIMES))
			return true;
	return false;
}

bool is_claimable(const struct parse *p, size_t i)
{
	const struct token *x = token_at(p, i);

	if (x->kind != TOKEN_QUANTITY)
		return false;
	/* "a 24-hour desk", but "< 24-hour latency", "a 24-hour turnaround" */
	return !(x->flags & TOKEN_HYPHEN) ||
	       (*x->q->unit &&
		       ((i > 0 && token_at(p, i - 1)->kind == TOKEN_COMPARE) ||
			       is_of_time(p, i)));
}

bool role_is_time(const struct token *x)
{
	const struct unit *u = unit_find(str_of(x->q->unit));

	return u && u->family == UNIT_TIME;
}

/* "All requests ... within 2 days", "time to value within 14 days": how long
 * each of them may take. */
static bool is_duration(const struct parse *p, size_t i)
{
	static const char *const EACH[] = {"all", "each", "every", "any", NULL};
	static const char *const TIMES[] = {"time", "times", "mttr", "mttd",
		"mtta", "turnaround", "latency", "duration", "payback", "delay",
		"lag", "tat", "cycle", "wait", "slo", "sla", "slas", "slos",
		NULL};

	if (lex_is_any(&p->t, 0, EACH))
		return true;
	for (size_t k = 0; k < i + 2; k++)
		if (lex_is_any(&p->t, k, TIMES) ||
			(token_is(p, k, TOKEN_WORD) &&
				str_istarts(token_at(p, k)->text, "time-to-")))
			return true;
	return false;
}

/* "Hosts are patched within 24 h": each of them. */
static bool is_done_within(const struct parse *p, size_t within)
{
	const struct unit *u = unit_find(str_of(
		token_at(p, within + 1)->q ? token_at(p, within + 1)->q->unit
					   : ""));

	return u && u->family == UNIT_TIME && within > 1 &&
	       token_is(p, within - 1, TOKEN_WORD) &&
	       (str_iends(token_at(p, within - 1)->text, "ed") ||
		       lex_is(&p->t, within - 1, "paid")) &&
	       lex_is(&p->t, within - 2, "are");
}

/* "New hires ship their first change within 3 days": each of them. */
static bool is_of_their(const struct parse *p, size_t within)
{
	static const char *const THEIR[] = {"their", "its", "his", "her", NULL};
	enum { NEAR = 6 };

	if (p->verb != NO_TOKEN || role_has_earlier(p, within))
		return false;
	for (size_t k = within; k-- > 0 && within - k < NEAR;)
		if (lex_is(&p->t, k, "first") && k &&
			lex_is_any(&p->t, k - 1, THEIR))
			return true;
	return false;
}

/* Less than such a unit. */
static bool is_below(const struct token *x, struct str unit)
{
	const struct unit *u = unit_find(str_of(x->q->unit));
	const struct unit *most = unit_find(unit);

	return u && most && u->family == UNIT_TIME && u->factor < most->factor;
}

static bool is_short(const struct token *x)
{
	return is_below(x, STR("days"));
}

/* "Bugs > 90 days old: <= 10", where "All bugs < 90 days old" is a goal. */
static bool says_which(const struct parse *p, size_t i)
{
	static const char *const OLD[] = {
		"old", "overdue", "late", "ago", NULL};
	size_t k = phrase_behind(&p->t, i);

	if (!lex_is_any(&p->t, k, OLD))
		return false;
	while (++k < p->t.n)
		if (is_claimable(p, k) && !token_at(p, k)->depth)
			return true;
	return false;
}

static bool has_share_behind(const struct parse *p, size_t i)
{
	for (size_t k = i + 1; k < p->t.n; k++)
		if (is_claimable(p, k) && token_is_share(token_at(p, k)))
			return true;
	return false;
}

bool role_is_when_of(const struct parse *p, size_t i, size_t before)
{
	static const char *const AT[] = {"a", "\u00e0", "de", "di", "at",
		"efter", "etter", "na", "nach", "po",
		"\u043f\u043e\u0441\u043b\u0435",
		"\u043f\u0456\u0441\u043b\u044f", "dopo", "despu\u00e9s",
		"ap\u00f3s", NULL};

	if (!lex_is_any(&p->t, before, AT) &&
		!(i > 1 && lex_is_any(&p->t, i - 1, AT)))
		return false;
	return has_share_behind(p, i);
}

/* "Mantener la espera en 4 horas" */
static bool is_kept_at(const struct parse *p, size_t i, const struct role *r)
{
	static const char *const AT[] = {"en", "em", "a", "\u00e0", NULL};

	return p->sense == VERB_KEEP && p->tongue == TONGUE_ROMANCE &&
	       r->edge > 2 && lex_is_any(&p->t, r->edge - 1, AT) &&
	       !role_has_earlier(p, i);
}

/* "Keep stock for 14 days", "Cash for 6 months": what there is lasts so
 * long. */
static bool is_store_for(const struct parse *p, size_t edge)
{
	static const char *const STORES[] = {"stock", "stocks", "reserve",
		"reserves", "supply", "supplies", "inventory", "buffer",
		"runway", "cash", "liquidity", "fuel", "feed", "fodder",
		"cover", "parts", "food", "savings", "backlog", "battery",
		"water", "rations", "medication", NULL};
	static const char *const HAVE[] = {"keep", "hold", "have", "maintain",
		"build", "secure", "guarantee", "carry", NULL};
	size_t k = edge - 1;

	if (!edge || !lex_is(&p->t, k, "for"))
		return false;
	while (k > 0 && token_is(p, k - 1, TOKEN_WORD) && edge - k < 5) {
		k--;
		if (lex_is_any(&p->t, k, STORES))
			return k + 2 == edge || lex_is_any(&p->t, 0, HAVE);
	}
	return false;
}

/* "no screens for 30 days in a row", "no accident for 60 consecutive days" */
static bool is_streak(const struct parse *p, size_t i, size_t edge)
{
	static const char *const UNBROKEN[] = {
		"straight", "running", "consecutively", NULL};
	size_t k = phrase_behind(&p->t, i);

	if (!edge || !lex_is(&p->t, edge - 1, "for") ||
		role_has_earlier(p, i) || has_share_behind(p, i))
		return false;
	return (lex_is(&p->t, k, "in") && lex_is(&p->t, k + 1, "a") &&
		       lex_is(&p->t, k + 2, "row")) ||
	       (lex_is(&p->t, k, "on") && lex_is(&p->t, k + 1, "end")) ||
	       (lex_is(&p->t, k, "at") && lex_is(&p->t, k + 1, "a") &&
		       lex_is(&p->t, k + 2, "stretch")) ||
	       lex_is_any(&p->t, k, UNBROKEN);
}

/* "Lend the tractor for 250 hours": so much of it, and no length of time. */
static bool is_volume(const struct parse *p, size_t i, size_t edge)
{
	const struct token *x = token_at(p, i);

	return edge && lex_is(&p->t, edge - 1, "for") && x->q->has_value &&
	       !strcmp(x->q->unit, "hours") &&
	       decimal_cmp(x->q->value, (struct decimal){100, 0}) >= 0 &&
	       !role_has_earlier(p, i);
}

/* "Traces kept for 14 days" */
static bool is_kept_for(const struct parse *p, size_t i, size_t edge)
{
	static const char *const KEPT[] = {
		"kept", "stored", "retained", "archived", "preserved", NULL};

	return edge > 1 && lex_is(&p->t, edge - 1, "for") &&
	       lex_is_any(&p->t, edge - 2, KEPT) && !role_has_earlier(p, i);
}

static const char *const TAKEN[] = {"measured", "averaged", "tracked", "taken",
	"calculated", "mean", "average", NULL};

/* One with a comparator: "over 4 weeks" is how long it was measured. */
static enum weight weigh_bound(
	const struct parse *p, size_t i, const struct role *r)
{
	if (r->comparator == CMP_GT && lex_is(&p->t, r->edge, "over") &&
		(role_has_earlier(p, i) ||
			(r->edge && lex_is_any(&p->t, r->edge - 1, TAKEN))))
		return WEIGHT_NONE;
	return says_which(p, i) || (east_is_span(&p->t, i) &&
					   !is_short(token_at(p, i)))
		       ? WEIGHT_NONE
		       : WEIGHT_PLAIN;
}

/* "within 5 days of each meeting" */
static bool is_after_each(const struct parse *p, size_t i)
{
	static const char *const OF[] = {"of", "after", "from", NULL};
	static const char *const EACH[] = {"each", "every", "any", "receipt",
		"request", "delivery", "arrival", "birth", "admission", NULL};
	size_t k = phrase_behind(&p->t, i);

	return lex_is_any(&p->t, k, OF) && lex_is_any(&p->t, k + 1, EACH) &&
	       !role_has_earlier(p, i);
}

/* "within 14 days of launch": of what comes once. */
static bool is_after_once(const struct parse *p, size_t i)
{
	static const char *const OF[] = {"of", "after", "from", NULL};
	static const char *const ONCE[] = {"launch", "launching", "go-live",
		"release", "kickoff", "kick-off", "opening", "start", "rollout",
		"roll-out", "signing", "approval", NULL};
	size_t k = phrase_behind(&p->t, i);

	if (!lex_is_any(&p->t, k, OF))
		return false;
	k += lex_is(&p->t, k + 1, "the") || lex_is(&p->t, k + 1, "our");
	return lex_is_any(&p->t, k + 1, ONCE);
}

/* "Meeting minutes", "each claim": more than one of them. */
static bool is_of_many(const struct parse *p, size_t within)
{
	static const char *const EACH[] = {"each", "every", "any", NULL};

	for (size_t k = 0; k < within; k++)
		if (lex_is_any(&p->t, k, EACH) ||
			(k != p->verb && token_is(p, k, TOKEN_WORD) &&
				lex_is_plural(token_at(p, k)->text)))
			return true;
	return false;
}

/* "Patient seen by a doctor within 5 days" */
static bool is_told_done(const struct parse *p, size_t within)
{
	for (size_t k = 1; k < within && p->verb == NO_TOKEN; k++)
		if (baseline_is_done(p, k) || lex_is(&p->t, k, "seen"))
			return true;
	return false;
}

/* "First response within 3 days": what is given to each who asks */
static bool is_answer(const struct parse *p, size_t within)
{
	static const char *const ANSWERS[] = {"response", "responses",
		"acknowledgement", "acknowledgment", "confirmation", "delivery",
		"resolution", "reimbursement", "callback", "payout", NULL};

	for (size_t k = 0; k < within && p->verb == NO_TOKEN; k++)
		if (lex_is_any(&p->t, k, ANSWERS))
			return true;
	return false;
}

/* "Publish minutes within 5 days", "New hires ready within 6 weeks", but not
 * "Launch the shop within 5 days", "Migrate all shops within 6 weeks". */
static bool is_of_each(const struct parse *p, size_t i, size_t within)
{
	const struct token *x = token_at(p, i);
	struct decimal fortnight = {14, 0};
	bool days = is_below(x, STR("weeks"));

	if (is_after_once(p, i) || !role_is_time(x) || !x->q->has_value)
		return false;
	if (days && decimal_cmp(x->q->value, fortnight) <= 0 &&
		(is_told_done(p, within) || is_answer(p, within)))
		return true;
	return is_of_many(p, within) &&
	       (p->verb == NO_TOKEN ||
		       (days && decimal_cmp(x->q->value, fortnight) <= 0));
}

static enum weight weigh_within(const struct parse *p, size_t i, size_t within)
{
	/* "... of admission for 95 % of them": the share is to be reached */
	if (is_done_within(p, within) || is_of_their(p, within) ||
		is_after_each(p, i))
		return has_share_behind(p, i) ? WEIGHT_WITHIN : WEIGHT_PLAIN;
	/* No plan runs for hours: each of them may take so long. */
	return is_duration(p, i) || is_short(token_at(p, i)) ||
			       is_of_each(p, i, within)
		       ? WEIGHT_WITHIN
		       : WEIGHT_NONE;
}

/* "average refund in 3 days" */
static bool is_taken_in(const struct parse *p, size_t i)
{
	return p->verb == NO_TOKEN && !role_has_earlier(p, i) &&
	       (lex_is_any(&p->t, 0, TAKEN) || lex_is_any(&p->t, 1, TAKEN) ||
		       is_short(token_at(p, i)));
}

/* "Answer every letter in 2 days" */
static bool is_answered(const struct parse *p, size_t i)
{
	static const char *const ANSWERS[] = {"respond", "answer", "reply",
		"resolve", "acknowledge", "triage", "deliver", "process",
		"ship", "answered", "resolved", "processed", "replied",
		"responded", "delivered", "shipped", "handled", "acknowledged",
		"closed", "triaged", "paid", "close", "fulfilled", "deploy",
		"reviewed", "review", "patch", "patched", "fix", "fixed",
		"acknowledged", "onboarded", "refunded", "pay", "settle",
		"repair", "return", "issue", "refund", "dispatch", "invoice",
		"remediate", "escalate", "approve", "confirm", "decide",
		"follow", "contact", "call", "send", "restock", "assess",
		"inspect", "sent", "issued", "returned", "repaired",
		"dispatched", "settled", "invoiced", "restocked", NULL};
	bool plan = !is_below(token_at(p, i), STR("weeks")) ||
		    decimal_cmp(token_at(p, i)->q->value,
			    (struct decimal){14, 0}) > 0;

	/* "Deliver the platform within 6 months" */
	if ((plan && !is_of_many(p, i)) || is_after_once(p, i))
		return false;
	for (size_t k = 0; k < i; k++)
		if (lex_is_any(&p->t, k, ANSWERS))
			return true;
	/* "Standard contracts signed in 1 day" */
	return !plan && is_told_done(p, i) && is_of_many(p, i);
}

/* "entro 24 ore", "innerhalb von 24 Stunden", "24 saat içinde" */
static bool is_far_within(const struct parse *p, size_t i, size_t edge)
{
	static const char *const BEFORE[] = {"entro", "binnen", "innerhalb",
		"inom", "indenfor", "innen", "ci\u0105gu", "przeci\u0105gu",
		"b\u011bhem", "\u0442\u0435\u0447\u0435\u043d\u0438\u0435",
		"\u043f\u0440\u043e\u0442\u044f\u0433\u043e\u043c", NULL};
	static const char *const AFTER[] = {"i\u00e7inde", "i\u00e7erisinde",
		"zarf\u0131nda", "sis\u00e4ll\u00e4", "kuluessa", "bel\u00fcl",
		NULL};

	return (edge && lex_is_any(&p->t, edge - 1, BEFORE)) ||
	       (edge > 1 && lex_is(&p->t, edge - 2, "innerhalb")) ||
	       lex_is_any(&p->t, i + 1, AFTER);
}

enum weight role_of_span(const struct parse *p, size_t i, struct role *r)
{
	bool within = r->edge && lex_is(&p->t, r->edge - 1, "within");
	bool in = r->edge && lex_is(&p->t, r->edge - 1, "in");
	enum weight weight = WEIGHT_NONE;

	if (role_is_run_in(p, i)) {
		r->comparator = r->comparator ? r->comparator : CMP_LE;
		return WEIGHT_PLAIN;
	}
	if (r->comparator)
		return weigh_bound(p, i, r);
	if (is_kept_at(p, i, r))
		return WEIGHT_PLAIN;
	if (east_is_limit(&p->t, i)) {
		r->comparator = CMP_LE;
		return WEIGHT_WITHIN;
	}
	if (is_store_for(p, r->edge) || is_streak(p, i, r->edge) ||
		is_kept_for(p, i, r->edge) || is_volume(p, i, r->edge))
		return WEIGHT_AROUND;
	if (within)
		weight = weigh_within(p, i, r->edge - 1);
	if (in && is_taken_in(p, i))
		return WEIGHT_PLAIN;
	if (is_far_within(p, i, r->edge) &&
		is_below(token_at(p, i), STR("weeks"))) {
		r->comparator = CMP_LE;
		return WEIGHT_WITHIN;
	}
	/* "Ship it in 6 weeks": when */
	if (!weight &&
		(within || (in && is_below(token_at(p, i), STR("weeks")))) &&
		is_answered(p, i))
		weight = WEIGHT_WITHIN;
	if (weight && within)
		r->comparator = CMP_LE;
	return weight;
}
