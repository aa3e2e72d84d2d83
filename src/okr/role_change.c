/*
 * Quantities that say how much more or less, and not how many: "by 30%",
 * "20% increase", "Increase signups 40%", "2x more".
 */
#include "role_p.h"

#include "attr.h"

static const char *const BY[] = {"by", "um", "por", "met", "di", NULL};
/* "en un 20 %": only of shares and points. */
static const char *const BY_SHARE[] = {"em", "en", "van", "del", "\u043d\u0430",
	"th\u00eam", "sebesar", "dengan", "\u03ba\u03b1\u03c4\u03ac",
	"\u0628\u0646\u0633\u0628\u0629", "\u05d1-", "\u05d1\u05be", "\u05d1",
	"cu", "med", "me\u00f0", "\u043e", NULL};
static const char *const MORE[] = {"increase", "decrease", "reduction",
	"growth", "improvement", "uplift", "lift", "drop", "decline", "rise",
	"boost", "more", "fewer", "less", "higher", "lower", "faster",
	"cheaper", "shorter", "quicker", "jump", "gain", "gains", "savings",
	"reductions", "improvements", "increases", "saving", "cut", "expansion",
	"smaller", "larger", "yoy", "mom", "qoq", "wow", "better", "weniger",
	"mehr", "h\u00f6her", "niedriger", "schneller", "k\u00fcrzer",
	"geringer", "moins", "menos", "m\u00e1s", "mais", "meno", "pi\u00f9",
	"minder", "meer", "mindre", "f\u00e6rre", "f\u00e4rre", "fler", "flere",
	"mniej", "wi\u0119cej", "m\u00e9n\u011b", "v\u00edce", "omlaag",
	"omhoog", "runter", "herunter", "rauf", NULL};
/* These alone say it behind any words. */
static const char *const MORE_OF_IT[] = {"increase", "decrease", "reduction",
	"improvement", "uplift", "lift", "decline", "reductions",
	"improvements", "increases", "savings", NULL};
static const char *const SMALL[] = {"of", "in", "for", "with", "to", "and",
	"by", "on", "at", "from", "or", "the", "a", "an", "that", "who", "are",
	"is", "have", "has", "as", "through", "via", "across", NULL};
static const char *const MORE_ELSE[] = {"baisse", "hausse", "augmentation",
	"r\u00e9duction", "diminution", "aumento", "reducci\u00f3n",
	"redu\u00e7\u00e3o", "riduzione", "incremento", "steigerung", "senkung",
	"r\u00fcckgang", "zuwachs", "daling", "stijging", "crecimiento",
	"crescimento", "croissance", "crescita", "wachstum", "mejora",
	"melhoria", "am\u00e9lioration", "miglioramento", "verbesserung",
	"ahorro", "economia", "zunahme", "anstieg", "abnahme", "einsparung",
	"groei", "v\u00e6kst", "vekst", "tillv\u00e4xt", "\u00f6kning",
	"minskning", "\u0440\u043e\u0441\u0442",
	"\u0441\u043d\u0438\u0436\u0435\u043d\u0438\u0435",
	"\u0443\u0432\u0435\u043b\u0438\u0447\u0435\u043d\u0438\u0435",
	"\u0441\u043e\u043a\u0440\u0430\u0449\u0435\u043d\u0438\u0435",
	"wzrost", "spadek", NULL};
static const char *const OF_ANY[] = {
	"of", "de", "del", "di", "von", "um", "van", "do", NULL};
static const char *const BEFORE_MORE[] = {"year-over-year", "yoy", "qoq", "mom",
	"month-over-month", "quarter-over-quarter", "year-on-year", "relative",
	"overall", "annual", "average", "monthly", "quarterly", "weekly",
	"cost", "time", "sustained", "net", "week-over-week", "organic",
	"revenue", "traffic", NULL};
static const char *const SAVE[] = {"save", "saves", "saving", NULL};
static const char *const GAIN[] = {"gain", "gains", "gaining", NULL};
static const char *const MAKE[] = {"make", "makes", "making", "made", NULL};

bool token_is_change(const struct token *x)
{
	return token_is_share(x) || !strcmp(x->q->unit, "points");
}

/* "20% increase", "15% month-over-month growth". */
static bool is_more(const struct parse *p, size_t i)
{
	size_t k = i + 1;

	/* "2 points retention improvement": points alone are mostly a change */
	bool points = token_is_change(token_at(p, i)) &&
		      strcmp(token_at(p, i)->q->unit, "%") != 0;
	bool free = false;

	for (int words = 0; words < 3; words++, k++) {
		if (lex_is_any(&p->t, k, free ? MORE_OF_IT : MORE))
			return true;
		if (lex_is_any(&p->t, k, BEFORE_MORE) ||
			(points && token_is(p, k, TOKEN_WORD)))
			continue;
		/* "15% loan approval uplift" */
		if (!token_is(p, k, TOKEN_WORD) || lex_is_any(&p->t, k, SMALL))
			return false;
		free = true;
	}
	return false;
}

/* "2 days less than now", "10 more than last year" */
static bool is_than_now(const struct parse *p, size_t i)
{
	static const char *const NOW[] = {"current", "currently", "now",
		"today", "before", "last", "previous", "present", "today's",
		"today\u2019s", "existing", NULL};

	return lex_is_any(&p->t, i + 1, MORE) && lex_is(&p->t, i + 2, "than") &&
	       (lex_is_any(&p->t, i + 3, NOW) || lex_is_any(&p->t, i + 4, NOW));
}

/* "1,250 leads, up 15%", "1,250 leads, which is a growth of 15%": said beside
 * the number before. */
static bool is_aside(const struct parse *p, size_t i, size_t edge)
{
	static const char *const WAYS[] = {"up", "down", "a", "an", "i.e.",
		"ie", "that", "which", "is", "are", "means", "makes", "that's",
		"that\u2019s", "representing", "meaning", NULL};
	size_t k = edge;

	while (k > 0 && lex_is_any(&p->t, k - 1, WAYS))
		k--;
	return k > 0 && (k < edge || lex_is(&p->t, k, "a")) &&
	       token_is(p, k - 1, TOKEN_COMMA) && role_has_earlier(p, i);
}

/* An arrow up or down */
static bool is_pointing(const struct token *x)
{
	static const char *const ARROWS[] = {"\u2191", "\u2193", "\u2b06",
		"\u2b07", "\u25b2", "\u25bc", "\u2197", "\u2198", "\u2196",
		"\u2199"};

	for (size_t k = 0; k < COUNT_OF(ARROWS); k++)
		if (str_starts(x->text, ARROWS[k]))
			return true;
	return false;
}

/* "Save 20% of my income": a part of it, and no less of it. */
static bool is_of_income(const struct parse *p, size_t of)
{
	static const char *const INCOMES[] = {"income", "salary", "pay",
		"earnings", "paycheck", "wages", NULL};

	return lex_is(&p->t, of, "of") &&
	       (lex_is_any(&p->t, of + 1, INCOMES) ||
		       lex_is_any(&p->t, of + 2, INCOMES) ||
		       lex_is_any(&p->t, of + 3, INCOMES));
}

/* "Lift available 99 % of the day": how much of it is so. */
static bool is_state(const struct parse *p, size_t i)
{
	static const char *const STATES[] = {"available", "open", "usable",
		"reachable", "accessible", "running", "working", "occupied",
		"booked", "online", "operational", "ready", "clean", NULL};

	return i > 0 && lex_is_any(&p->t, i - 1, STATES);
}

/* "Members up 50 over the previous quarter": so many more than then. */
static bool is_since(const struct parse *p, size_t i)
{
	static const char *const SINCE[] = {"over", "on", "vs", "vs.", "versus",
		"from", "than", "against", "to", NULL};
	static const char *const LAST[] = {
		"last", "previous", "prior", "prev", "preceding", NULL};
	size_t k;

	if (!i || !(lex_is(&p->t, i - 1, "up") || lex_is(&p->t, i - 1, "down")))
		return false;
	k = phrase_behind(&p->t, i);
	k += lex_is(&p->t, k, "compared") + lex_is(&p->t, k, "more");
	if (!lex_is_any(&p->t, k, SINCE))
		return false;
	k++;
	return lex_is_any(&p->t, k, LAST) ||
	       (lex_is(&p->t, k, "the") && lex_is_any(&p->t, k + 1, LAST));
}

/* "a check for 100% of guests": of whom it is so. */
static bool is_for_share(const struct parse *p, size_t i)
{
	static const char *const FOR[] = {"for", "f\u00fcr", "pour", "para",
		"per", "voor", "f\u00f6r", "dla", "pro", NULL};
	static const char *const OF[] = {"of", "der", "des", "de", "dos", "das",
		"dei", "degli", "delle", "della", "del", "do", "da", "du",
		"van", "av", "aller", "all", NULL};

	return i > 0 && token_is_share(token_at(p, i)) &&
	       lex_is_any(&p->t, i - 1, FOR) && lex_is_any(&p->t, i + 1, OF);
}

/* "Increase signups 40%", "Reduce 50% of manual work": no goal, a change. */
static bool is_growth(const struct parse *p, size_t i, enum comparator c)
{
	const struct token *x = token_at(p, i);
	bool up = (p->sense == VERB_UP || p->sense == VERB_DOWN) &&
		  !(lex_is(&p->t, i + 1, "of") &&
			  lex_is_any(&p->t, p->verb, GAIN));
	size_t edge;

	/* "cost per ton -10%+" */
	if (x->flags & TOKEN_SIGNED && x->flags & TOKEN_PLUS &&
		token_is_change(x))
		return true;
	if (c || !x->q->has_value || is_state(p, i) || is_for_share(p, i) ||
		(i > 0 && lex_is(&p->t, i - 1, "with")))
		return false;
	/* "Women make up 40%", "Sign up 40% of them" */
	if (i > 1 && lex_is(&p->t, i - 1, "up") &&
		(lex_is_any(&p->t, i - 2, MAKE) ||
			(i - 2 == p->verb && p->sense == VERB_MAKE)))
		return false;
	/* "Margin improves 300 bps" */
	if (p->change && i > 0 && token_is(p, i - 1, TOKEN_WORD) &&
		(!strcmp(x->q->unit, "pp") || !strcmp(x->q->unit, "bps")))
		return true;
	if (is_since(p, i))
		return true;
	if (i > 0 && token_is_change(x) &&
		(lex_is(&p->t, i - 1, "down") || lex_is(&p->t, i - 1, "up") ||
			is_pointing(token_at(p, i - 1))))
		return true;
	if ((x->flags & TOKEN_SIGNED) && token_is_change(x))
		return !(i > 0 &&
			 lex_is(&p->t, i - 1, "at")); /* "ends at +20%" */
	if (i > 0 && token_is_share(x) && lex_is_any(&p->t, i - 1, SAVE))
		return !is_of_income(p, i + 1);
	/* "within limits on 95 % of days" */
	if (i > 0 && lex_is(&p->t, i - 1, "on"))
		return false;
	for (edge = i > 3 ? i - 3 : 0; !up && edge < i; edge++) {
		enum verb_sense s =
			token_at(p, edge)->kind == TOKEN_WORD
				? verb_sense(token_at(p, edge)->text, true)
				: VERB_NONE;

		/* "Gain 5% of the market": a part, and no more of it */
		up = (s == VERB_UP || s == VERB_DOWN) && i - edge < 3 &&
		     !(lex_is_any(&p->t, edge, GAIN) &&
			     lex_is(&p->t, i + 1, "of"));
	}
	return up && token_is_share(x) && !role_has_object(p, i);
}

/* "1.5x as often as guests": as others do, and not as before. */
static bool is_as_others(const struct parse *p, size_t i)
{
	static const char *const THEN[] = {"now", "today", "current",
		"currently", "before", "last", "previous", "previously",
		"present", "today's", "today\u2019s", "existing", "in", "at",
		"on", "this", "the", "a", "an", "we", "it", "they", "there",
		"usual", "then", "during", "for", "of", "our", "is", "was",
		"possible", "needed", "planned", "expected", "ever", NULL};
	enum { MOST = 4 };

	for (size_t k = i + 2; k < i + 2 + MOST; k++)
		if (lex_is(&p->t, k, "as"))
			return token_is(p, k + 1, TOKEN_WORD) &&
			       !lex_is_any(&p->t, k + 1, THEN) &&
			       !lex_is_month(&p->t, k + 1);
	return false;
}

/* "3x the number of leads", "2x more" */
static bool is_multiple(const struct parse *p, size_t i)
{
	static const char *const OF[] = {
		"the", "our", "more", "number", "faster", "last", NULL};
	static const char *const AS[] = {"many", "much", "fast", "often",
		"large", "big", "high", "long", NULL};

	return !strcmp(token_at(p, i)->q->unit, "x") &&
	       (lex_is_any(&p->t, i + 1, OF) ||
		       (lex_is(&p->t, i + 1, "as") &&
			       lex_is_any(&p->t, i + 2, AS) &&
			       !is_as_others(p, i + 1)));
}

/* "Reducir el plazo en 12 días": so much less, since it is a time. */
static bool is_time_cut(const struct parse *p, size_t i)
{
	static const char *const TIMES[] = {"tiempo", "plazo", "ciclo",
		"espera", "demora", "tempo", "prazo", "dura\u00e7\u00e3o",
		"duraci\u00f3n", "tempos", "tiempos", "plazos", "prazos", NULL};

	if (p->sense != VERB_DOWN || !role_is_time(token_at(p, i)))
		return false;
	/* "Reduzir o prazo 15% em 30 dias" */
	for (size_t k = 0; k < i; k++)
		if (is_claimable(p, k) && token_is_share(token_at(p, k)))
			return false;
	for (size_t k = 0; k < i; k++)
		if (lex_is_any(&p->t, k, TIMES))
			return true;
	return false;
}

/* Does token k say that quantity i is an amount of change? */
static bool is_by(const struct parse *p, size_t i, size_t k)
{
	static const char *const UN[] = {"un", "um", NULL};

	if (lex_is_any(&p->t, k, BY))
		return true;
	if (k > 0 && lex_is_any(&p->t, k, UN))
		k--;
	/* "Augmenter la note de 5 points" */
	if (p->tongue == TONGUE_ROMANCE && lex_is(&p->t, k, "de") &&
		(p->sense == VERB_UP || p->sense == VERB_DOWN))
		return !strcmp(token_at(p, i)->q->unit, "points") ||
		       !strcmp(token_at(p, i)->q->unit, "pp");
	if (p->tongue == TONGUE_SLAVIC && lex_is(&p->t, k, "o"))
		return token_is_change(token_at(p, i));
	return lex_is_any(&p->t, k, BY_SHARE) &&
	       (token_is_change(token_at(p, i)) || is_time_cut(p, i));
}

bool role_is_shorter(const struct parse *p, size_t i, size_t edge)
{
	return edge && is_time_cut(p, i) && is_by(p, i, edge - 1);
}

/* "a reduction of 20%", "une baisse de 10 %" */
static bool is_of_more(const struct parse *p, size_t i, size_t edge)
{
	if (!token_is_change(token_at(p, i)) || edge < 2 ||
		!lex_is_any(&p->t, edge - 1, OF_ANY))
		return false;
	/* "Baisse des d\u00e9lais de 15 %" */
	return lex_is_any(&p->t, edge - 2, MORE) ||
	       lex_is_any(&p->t, edge - 2, MORE_ELSE) ||
	       (p->tongue == TONGUE_ROMANCE && lex_is_any(&p->t, 0, MORE_ELSE));
}

/* "opened by 9% of recipients": who did it. */
static bool is_agent(const struct parse *p, size_t by)
{
	enum verb_sense s;

	if (!by || !token_is(p, by - 1, TOKEN_WORD) ||
		token_at(p, by - 1)->text.n < 5 ||
		!str_iends(token_at(p, by - 1)->text, "ed"))
		return false;
	s = verb_sense(token_at(p, by - 1)->text, true);
	return s != VERB_UP && s != VERB_DOWN && s != VERB_CHANGE;
}

/* "Overtime down by 1,500 hours" */
static bool is_way(const struct parse *p, size_t by)
{
	return by &&
	       (lex_is(&p->t, by - 1, "up") || lex_is(&p->t, by - 1, "down"));
}

/* "Beat the forecast by more than 10%": so much beyond it. */
static bool is_beyond(const struct parse *p, size_t i, size_t by)
{
	static const char *const BEYOND[] = {"beat", "beats", "beating",
		"exceed", "exceeds", "exceeding", "surpass", "surpasses",
		"surpassing", "outperform", "outperforms", "outperforming",
		"outgrow", "outpace", "undercut", NULL};
	enum { NEAR = 8 };

	if (!lex_is(&p->t, by, "by") || !token_is_change(token_at(p, i)))
		return false;
	for (size_t k = by; k-- > 0 && by - k < NEAR;) {
		if (token_is(p, k, TOKEN_QUANTITY))
			return false;
		if (lex_is_any(&p->t, k, BEYOND))
			return true;
	}
	return false;
}

/* "gehen um 30 % zur\u00fcck", "nimmt um 30 % ab": the verb ends behind it. */
static bool is_in_verb(const struct parse *p, size_t i, size_t um)
{
	static const char *const ENDS[] = {"zur\u00fcck", "ab", "zu", "hoch",
		"runter", "herunter", "nach", "an", NULL};

	size_t k = phrase_behind(&p->t, i);

	return lex_is(&p->t, um, "um") && lex_is_any(&p->t, k, ENDS) &&
	       !token_is(p, k + 1, TOKEN_WORD);
}

bool role_of_change(const struct parse *p, size_t i, struct role *r)
{
	const struct token *x = token_at(p, i);

	if (x->flags & TOKEN_BY) {
		r->weight = WEIGHT_BY;
	} else if (r->edge && is_by(p, i, r->edge - 1) &&
		   !is_agent(p, r->edge - 1) &&
		   (p->change || is_in_verb(p, i, r->edge - 1) ||
			   is_beyond(p, i, r->edge - 1) ||
			   (!r->comparator && is_way(p, r->edge - 1)))) {
		r->weight = WEIGHT_BY;
		r->edge--;
	} else if ((token_is_share(x) || role_is_time(x)) &&
		   east_is_by(&p->t, i)) {
		r->weight = WEIGHT_BY;
	} else if (is_of_more(p, i, r->edge)) {
		r->weight = WEIGHT_MORE;
	} else if (token_is_change(x) && is_aside(p, i, r->edge)) {
		r->weight = WEIGHT_AROUND;
	} else if ((token_is_share(x) && is_more(p, i)) || is_than_now(p, i)) {
		r->weight = WEIGHT_MORE;
	} else if (is_growth(p, i, r->comparator) || is_multiple(p, i)) {
		r->weight = WEIGHT_GROWTH;
	} else {
		return false;
	}
	r->change = true;
	return true;
}
