/*
 * The second pass, in order: units that the line settles, shares in words,
 * names, and what the numbers that are left count.
 */
#include "lex_p.h"

#include "amount_p.h"
#include "number_p.h"
#include "number_words_p.h"
#include "unit_p.h"

static struct token *at(const struct tokens *t, size_t i)
{
	return i < t->n ? &t->v[i] : &t->v[t->n];
}

static bool is_quantity(const struct tokens *t, size_t i)
{
	return at(t, i)->kind == TOKEN_QUANTITY;
}

/* Is there a number whose unit is a word yet to be found? */
static bool counts_something(const struct tokens *t)
{
	for (size_t i = 0; i < t->n; i++)
		if ((is_quantity(t, i) && !*t->v[i].q->unit) ||
			(t->v[i].kind == TOKEN_WORD &&
				number_may_be_bound(t->v[i].text)))
			return true;
	return false;
}

/* "6m30s" */
static bool is_minutes(const struct tokens *t, size_t i)
{
	struct str s = t->v[i].text;
	size_t m = str_find_char(s, 'm');

	return is_quantity(t, i) && lex_is_time(&t->v[i]) && m != STR_NONE &&
	       m + 1 < s.n && str_is_digit(s.p[m + 1]) && str_ends(s, "s");
}

/* "Duration 34m": minutes, where the line speaks of time. */
static void settle_minutes(struct tokens *t)
{
	static const char *const TIMES[] = {"duration", "latency", "mttr",
		"mttd", "mtta", "time", "times", "wait", "waiting", "runtime",
		"lag", "delay", "turnaround", "response", "resolution", "p50",
		"p90", "p95", "p99", "build", "builds", "setup", "uptime",
		"downtime", "outage", "freshness", "recovery", "session", NULL};
	bool metres = false, times = false;

	for (size_t i = 0; i < t->n && !metres; i++)
		metres = is_quantity(t, i) && !strcmp(t->v[i].q->unit, "m");
	for (size_t i = 0; i < t->n && metres && !times; i++)
		times = lex_is_any(t, i, TIMES) || is_minutes(t, i);
	for (size_t i = 0; i < t->n && times; i++)
		if (is_quantity(t, i) && !strcmp(t->v[i].q->unit, "m"))
			t->v[i].q->unit = "min";
}

/* A number with an "m" written at it: "1.8m". */
static bool is_glued_m(const struct tokens *t, size_t i)
{
	const struct token *x = at(t, i);

	return is_quantity(t, i) && x->q->has_value && x->q->unit[0] == 'm' &&
	       (!x->q->unit[1] || x->q->unit[1] == '/') && x->text.n > 1 &&
	       str_ends(x->text, "m") && str_is_digit(x->text.p[x->text.n - 2]);
}

/* "Log-ins: 1.8m a month", "1.4 million (last year 1.22m)": millions, where
 * the line counts what has no length. */
static void settle_millions(struct tokens *t)
{
	static const char *const COUNTED[] = {"log-ins", "logins", "downloads",
		"plays", "views", "pageviews", "visits", "visitors", "visitor",
		"users", "trips", "journeys", "riders", "ridership",
		"passengers", "loans", "sales", "listeners", "listens",
		"streams", "followers", "subscribers", "readers", "viewers",
		"customers", "people", "transactions", "payments", "calls",
		"messages", "requests", "searches", "sessions", "tickets",
		"impressions", "clicks", "copies", "meals", "households",
		"orders", "parcels", "letters", "members", "accounts",
		"installs", "interactions", "responses", "citizens", "hits",
		"signatures", "votes", "donors", "rides", "bookings", "guests",
		"audience", "reach", "traffic", NULL};
	static const char *const LENGTHS[] = {"tall", "high", "wide", "deep",
		"long", "length", "height", "width", "depth", "distance",
		"radius", "within", "metres", "meters", "swim", "jump", "run",
		"sprint", "wall", "cable", "tunnel", "trench", "pipe", "fence",
		"bridge", "clearance", "altitude", "dig", "drill", "track",
		"path", "ahead", "apart", NULL};
	bool counted = false, glued = false;

	for (size_t i = 0; i < t->n && !glued; i++)
		glued = is_glued_m(t, i);
	for (size_t i = 0; i < t->n && glued; i++) {
		counted = counted || lex_is_any(t, i, COUNTED) ||
			  (is_quantity(t, i) && at(t, i)->places == 6);
		glued = !lex_is_any(t, i, LENGTHS);
	}
	for (size_t i = 0; i < t->n && glued && counted; i++) {
		struct token *x = at(t, i);

		if (!is_glued_m(t, i))
			continue;
		x->q->unit++;
		x->places = 6;
		x->flags |= TOKEN_SCALED | (*x->q->unit ? 0 : TOKEN_NUMBER);
		amount_scale(x->q, x->raw, x->places);
	}
}

/* "from two to five", "two -> five", "instead of three" */
static bool is_in_pair(const struct tokens *t, size_t i)
{
	if (i > 1 &&
		(lex_is(t, i - 2, "instead") || lex_is(t, i - 2, "rather")))
		return true;
	if (i > 0 && lex_is(t, i - 1, "from") && lex_is(t, i + 1, "to"))
		return is_quantity(t, i + 2);
	if (is_quantity(t, i + 2) && at(t, i + 1)->kind == TOKEN_ARROW)
		return true;
	return i > 1 && is_quantity(t, i - 2) &&
	       (at(t, i - 1)->kind == TOKEN_ARROW ||
		       (lex_is(t, i - 1, "to") && i > 2 &&
			       lex_is(t, i - 3, "from")));
}

/* "...; seven have signed so far" */
static bool is_told_of(const struct tokens *t, size_t i)
{
	enum { MOST = 5 };

	if (!i || (at(t, i - 1)->kind != TOKEN_STOP &&
			  at(t, i - 1)->kind != TOKEN_COMMA &&
			  at(t, i - 1)->kind != TOKEN_DASH))
		return false;
	for (size_t k = i + 1; k < i + MOST; k++)
		if (lex_is(t, k, "far") || lex_is(t, k, "already"))
			return true;
	return false;
}

/* "null": a German zero, but an English nothing; "ten": a Polish "this". */
static bool is_other_word(const struct tokens *t, size_t i)
{
	struct str s = at(t, i)->text;

	if (str_iis(s, "null"))
		return t->tongue != TONGUE_GERMAN &&
		       t->tongue != TONGUE_NORTHERN;
	return (t->tongue == TONGUE_SLAVIC || t->tongue == TONGUE_NORTHERN ||
		       lex_is(t, i + 1, "minste") ||
		       lex_is(t, i + 1, "hoogste")) &&
	       str_istarts(s, "ten") && !at(t, i)->q->value.scale &&
	       at(t, i)->q->value.coef == 10;
}

/* "400 day passes": so many of them, and no days. */
static void settle_passes(struct tokens *t)
{
	static const char *const PASSES[] = {"passes", "tickets", "trips",
		"visitors", "guests", "cards", "trippers", "places", NULL};

	for (size_t i = 0; i < t->n; i++) {
		struct token *x = at(t, i);

		if (!is_quantity(t, i) || !lex_is_time(x) ||
			!lex_is_any(t, i + 1, PASSES) ||
			!str_iends(x->text, " day"))
			continue;
		x->q->unit = "";
		x->flags |= TOKEN_NUMBER;
	}
}

/* "Half of our vans", "At least three quarters of members": a share. */
static void settle_parts(struct arena *a, struct tokens *t)
{
	static const char *const HALVES[] = {"half", "h\u00e4lfte",
		"moiti\u00e9", "mitad", "metade", "met\u00e0", "helft",
		"h\u00e4lften", "halvdelen", "po\u0142owa", NULL};
	static const char *const LEADS[] = {"die", "la", "a", "de", "least",
		"than", "over", "have", "get", "ensure", "mindestens", NULL};
	static const char *const OF[] = {"of", "der", "aller", "des", "de",
		"dei", "degli", "delle", "dos", "das", "los", "las", "van",
		"av", "af", "our", "the", "unserer", NULL};
	size_t i = 0;

	while (i < 3 && lex_is_any(t, i, LEADS))
		i++;
	i += i == 0 && lex_is(t, 0, "at") && lex_is(t, 1, "least") ? 2 : 0;
	if (is_quantity(t, i) && lex_is(t, i + 1, "of") &&
		str_iis(at(t, i)->text, "three quarters")) {
		at(t, i)->q->value = (struct decimal){75, 0};
		at(t, i)->q->unit = "%";
	} else if (lex_is_any(t, i, HALVES) && lex_is_any(t, i + 1, OF)) {
		lex_count(a, t, i, 50);
		at(t, i)->q->unit = "%";
	}
}

/* Parts that a decimal tells exactly, in tenths of a percent. */
static int part_of(const struct tokens *t, size_t i)
{
	static const struct {
		const char *const words[8];
		int tenths;
	} PARTS[] = {
		{{"quarter", "viertel", "quarto", "kwart", NULL}, 250},
		{{"fifth", "f\u00fcnftel", "quinto", "vijfde", "femtedel",
			 NULL},
			200},
		{{"tenth", "zehntel", "d\u00e9cimo", "decimo", "tiende", NULL},
			100},
		{{"eighth", "achtel", "ottavo", NULL}, 125},
	};

	for (size_t k = 0; k < COUNT_OF(PARTS); k++)
		if (lex_is_any(t, i, PARTS[k].words))
			return PARTS[k].tenths;
	return 0;
}

/* "by a quarter", "um ein F\u00fcnftel", "di un quarto": by how much; but "late
 * by a quarter of an hour", "by a fifth grader". */
static void settle_fraction(struct arena *a, struct tokens *t, size_t i)
{
	static const char *const BY[] = {
		"by", "um", "en", "di", "met", "med", NULL};
	static const char *const SOFT[] = {"about", "around", "roughly",
		"nearly", "over", "almost", "etwa", "rund", "ca", NULL};
	static const char *const ONE[] = {
		"a", "one", "an", "ein", "un", "um", "een", "en", NULL};
	static const char *const ON[] = {"compared", "versus", "vs", "in",
		"over", "this", "by", "within", "until", "before", "from",
		"against", "and", "year", "for", "across", "on", "since", NULL};
	int tenths = part_of(t, i);
	size_t k = i - 1, by = k;

	if (!tenths || !i || !lex_is_any(t, k, ONE))
		return;
	while (by > 0 && i - by < 4 && lex_is_any(t, by - 1, SOFT))
		by--;
	if (!by || !lex_is_any(t, by - 1, BY) ||
		(at(t, i + 1)->kind == TOKEN_WORD &&
			!lex_is_any(t, i + 1, ON) &&
			!(i + 2 == t->n &&
				str_iends(at(t, i + 1)->text, "en"))))
		return;
	lex_count(a, t, k, 0);
	at(t, k)->q->value = tenths % 10 ? (struct decimal){tenths, 1}
					 : (struct decimal){tenths / 10, 0};
	at(t, k)->raw = at(t, k)->q->value;
	at(t, k)->q->unit = "%";
	at(t, k)->flags = 0;
	at(t, k)->end = at(t, i)->end;
	at(t, i)->kind = TOKEN_NAME;
}

void lex_settle(struct arena *a, struct tokens *t)
{
	t->tongue = counts_something(t) ? tongue_of(t) : TONGUE_ENGLISH;
	settle_parts(a, t);
	for (size_t i = 0; i < t->n; i++)
		settle_fraction(a, t, i);
	settle_minutes(t);
	settle_millions(t);
	settle_passes(t);
	east_settle_points(t);
	east_settle_numerals(t);
	lex_count_times(a, t);
	lex_mark_names(t);
	lex_settle_ranks(a, t);
	lex_settle_clocks(a, t);
	for (size_t i = 0; i < t->n; i++)
		if (is_quantity(t, i) && lex_is_time_adjective(t, i))
			t->v[i].flags |= TOKEN_HYPHEN;
	for (size_t i = 0; i < t->n; i++) {
		struct token *x = &t->v[i];

		if (x->kind != TOKEN_QUANTITY)
			continue;
		lex_add_noun(a, t, i);
		/* "within 5 business days" */
		if (lex_is_span(t, i))
			x->flags |= TOKEN_SPAN;
		if ((x->flags & TOKEN_WORDY) && is_other_word(t, i)) {
			x->kind = TOKEN_WORD;
			continue;
		}
		/* "three" says how many only when it is known of what. */
		if ((x->flags & TOKEN_WORDY) && !*x->q->unit &&
			!is_in_pair(t, i) && !(x->flags & TOKEN_SCALED) &&
			!(i > 0 && t->v[i - 1].kind == TOKEN_OPEN) &&
			!is_told_of(t, i) && x->q->value.coef != 0)
			x->kind = TOKEN_NAME;
		if ((x->flags & TOKEN_PLUS) && !x->q->comparator)
			x->q->comparator = CMP_GE;
	}
}
