/*
 * A key result's sentence, step by step: its verb, a pair of numbers, else a
 * baseline and a target, then the words that are left as the measure.
 */
#include "sentence_p.h"

#include "glyph_p.h"
#include "number_p.h"
#include "pair_p.h"
#include "plain.h"
#include "unit_p.h"

static const char *const FILLERS[] = {"successfully", "continue", "to", "we",
	"will", "please", "consistently", "further", "significantly",
	"continuously", "have", "help", "be", "must", "should", "then", "also",
	"at", "\u2705", NULL};

/* "Support experience NPS >= 40", "Test coverage: 80%": words of a measure up
 * to its sign, and no deed; "Support 40 teams" is one. */
static bool is_noun(const struct parse *p, size_t i)
{
	static const char *const BOTH[] = {"support", "test", "release",
		"design", "report", "audit", "review", "contract", "document",
		"pilot", "order", "survey", "contact", "purchase", "feature",
		"project", NULL};
	static const char *const INNER[] = {"the", "a", "an", "all", "our",
		"for", "with", "in", "on", "to", "by", "at", "new", NULL};
	enum { MOST = 6 };
	size_t k = i + 1;

	if (!lex_is_any(&p->t, i, BOTH))
		return false;
	while (k < i + MOST && token_at(p, k)->kind == TOKEN_WORD &&
		!lex_is_any(&p->t, k, INNER))
		k++;
	return k > i + 1 && (token_at(p, k)->kind == TOKEN_COMPARE ||
				    token_at(p, k)->kind == TOKEN_COLON);
}

/* "Bring down", "Drive up": the word behind says which way. */
static enum verb_sense lead_to(
	const struct parse *p, size_t i, enum verb_sense s)
{
	if (s != VERB_CHANGE && s != VERB_REACH)
		return s;
	return lex_is(&p->t, i, "down")                     ? VERB_DOWN
	       : lex_is(&p->t, i, "up") && s == VERB_CHANGE ? VERB_UP
							    : s;
}

/* The leading verb; "Successfully launch" and "We will reach" have one. */
static void find_verb(struct parse *p)
{
	enum verb_sense s;

	for (size_t i = 0; i < p->t.n && i < 5; i++) {
		const struct token *x = token_at(p, i);

		if (x->kind == TOKEN_SOFT || x->kind == TOKEN_OTHER ||
			x->kind == TOKEN_DASH)
			continue;
		if (x->kind != TOKEN_WORD)
			break;
		/* "Target: 98%", "Baseline of 2.4" */
		if (token_at(p, i + 1)->kind == TOKEN_COLON ||
			lex_is(&p->t, i + 1, "of") || is_noun(p, i))
			break;
		s = verb_sense(x->text, true);
		/* "Have" and "help" are verbs when nothing better follows. */
		if (s && !(lex_is_any(&p->t, i, FILLERS) &&
				 verb_sense(token_at(p, i + 1)->text, false))) {
			p->verb = i;
			p->sense = lead_to(p, i + 1, s);
			break;
		}
		if (!lex_is_any(&p->t, i, FILLERS))
			break;
	}
}

static bool is_change(enum verb_sense s)
{
	return s == VERB_UP || s == VERB_DOWN || s == VERB_CHANGE;
}

/* A verb of change anywhere: "MR rate increases to 10". */
static void find_change(struct parse *p)
{
	p->change = is_change(p->sense);
	for (size_t i = 0; i < p->t.n && !p->change; i++) {
		const struct token *x = token_at(p, i);
		enum verb_sense s;

		if (x->kind != TOKEN_WORD || x->text.n < 3)
			continue;
		/* "(fall: 58%)" is the season */
		if (x->depth && lex_is(&p->t, i, "fall") &&
			!token_is(p, i + 1, TOKEN_WORD))
			continue;
		s = east_sense(x->text);
		s = s ? s : verb_sense(x->text, true);
		if (!is_change(s))
			continue;
		p->change = true;
		if (p->sense == VERB_NONE)
			p->sense = s;
	}
}

/* "from weekly to daily" */
static void find_cadence(struct parse *p, struct sentence *out)
{
	static const char *const CADENCES[] = {"hourly", "daily", "weekly",
		"biweekly", "bi-weekly", "fortnightly", "monthly", "bimonthly",
		"quarterly", "semiannually", "half-yearly", "annually",
		"yearly", "manual", "automated", NULL};
	struct quantity *q[2];

	for (size_t i = 0; i + 3 < p->t.n; i++) {
		if (!lex_is(&p->t, i, "from") || !lex_is(&p->t, i + 2, "to") ||
			!lex_is_any(&p->t, i + 1, CADENCES) ||
			!lex_is_any(&p->t, i + 3, CADENCES))
			continue;
		for (size_t k = 0; k < 2; k++) {
			q[k] = ARENA_NEW(p->arena, struct quantity);
			q[k]->unit = "";
			q[k]->text = arena_text(
				p->arena, token_at(p, i + 1 + 2 * k)->text);
		}
		out->baseline = q[0];
		out->target = q[1];
		p->edge = i;
		return;
	}
}

static int whole(const struct token *x)
{
	long n;
	struct str s = x->text;

	return x->kind == TOKEN_NAME && str_take_number(&s, 9999, &n) ? (int)n
								      : 0;
}

/* A day with its year at token i, or no date. */
static struct date day_at(const struct parse *p, size_t i)
{
	int month = 0, day = 0, year;
	size_t k = i;

	if (date_is_set(token_at(p, i)->date))
		return token_at(p, i)->date;
	for (int part = 0; part < 2; part++, k++) {
		if (token_at(p, k)->kind == TOKEN_WORD && !month)
			month = date_month_number(token_at(p, k)->text);
		else if (!day)
			day = whole(token_at(p, k));
	}
	if (token_at(p, k)->kind == TOKEN_COMMA)
		k++;
	year = whole(token_at(p, k));
	if (month && year >= 1990 && date_is_valid(year, month, day))
		return (struct date){year, month, day};
	return (struct date){0, 0, 0};
}

static void find_due(const struct parse *p, struct sentence *out)
{
	static const char *const BEFORE[] = {"by", "until", "till", "before",
		"due", "deadline", "bis", NULL};

	for (size_t i = 0; i < p->t.n; i++) {
		if (!lex_is_any(&p->t, i, BEFORE))
			continue;
		i += token_at(p, i + 1)->kind == TOKEN_COLON ? 1 : 0;
		out->due = day_at(p, i + 1);
		if (date_is_set(out->due))
			return;
	}
}

/* --- the measure --- */

/* A preposition that led to the number: "SSO with" 90% adoption. */
static bool drop_link_word(struct str *s)
{
	static const char *const WORDS[] = {"with", "at", "for", "of", "is",
		"in", "and", "within", "through", "to", "by", "from", "are",
		"on", "the", "a", "an", "vs", "target", "(", "auf", "von", "um",
		"de", "achieve", "reach", "has", "have"};

	if (east_particle(*s)) {
		*s = glyph_trim(str_sub(*s, 0, s->n - east_particle(*s)));
		return true;
	}
	for (size_t i = 0; i < COUNT_OF(WORDS); i++) {
		size_t n = strlen(WORDS[i]);

		if (!str_iends(*s, WORDS[i]) ||
			(s->n > n && !str_is_space(s->p[s->n - n - 1]) &&
				WORDS[i][0] != '('))
			continue;
		*s = glyph_trim(str_sub(*s, 0, s->n - n));
		return true;
	}
	return false;
}

static struct str trim_measure(struct str s)
{
	static const char ENDS[] = ",;:.-=>";

	s = glyph_trim(s);
	do {
		while (s.n && s.p[s.n - 1] && strchr(ENDS, s.p[s.n - 1]))
			s = glyph_trim(str_sub(s, 0, s.n - 1));
	} while (drop_link_word(&s));
	while (s.n && s.p[0] && strchr(ENDS, s.p[0]))
		s = glyph_trim(str_sub(s, 1, s.n));
	return s;
}

/* Where the words behind a target end. */
static size_t measure_end(const struct parse *p, size_t i)
{
	static const char *const ENDS[] = {
		"by", "from", "before", "until", NULL};

	for (size_t k = i; k < p->t.n; k++) {
		const struct token *x = token_at(p, k);

		if (x->kind == TOKEN_OPEN || x->kind == TOKEN_STOP ||
			x->kind == TOKEN_COMMA || x->kind == TOKEN_DASH ||
			x->kind == TOKEN_ARROW || lex_is_any(&p->t, k, ENDS))
			return x->at;
	}
	return p->t.line.n;
}

/* The words between the verb and the target, or those behind it. */
static struct str find_measure(const struct parse *p)
{
	size_t from = 0, to = p->t.line.n, next;
	struct str s;

	if (p->verb != NO_TOKEN)
		from = p->t.v[p->verb].end;
	if (p->edge != NO_TOKEN)
		to = token_at(p, p->edge)->at;
	s = trim_measure(str_sub(p->t.line, from, to));
	if (s.n || p->target == NO_TOKEN)
		return s;
	next = p->target;
	if (p->pair && p->baseline > p->target &&
		p->t.v[p->baseline].depth == p->t.v[next].depth)
		next = p->baseline;
	from = p->t.v[next].at + p->t.v[next].text.n;
	next++;
	if (lex_is(&p->t, next, "of")) {
		from = token_at(p, next)->end;
		next++;
	}
	return trim_measure(str_sub(p->t.line, from, measure_end(p, next)));
}

/* --- putting together --- */

static struct quantity *quantity_of(const struct parse *p, size_t i)
{
	return i == NO_TOKEN ? NULL : p->t.v[i].q;
}

/* What stays when the tokens go. */
static const struct quantity *keep(struct arena *a, const struct quantity *q)
{
	struct quantity *copy;

	if (!q)
		return NULL;
	copy = ARENA_NEW(a, struct quantity);
	*copy = *q;
	copy->unit = *q->unit ? arena_text(a, str_of(q->unit)) : "";
	copy->text = arena_text(a, str_of(q->text));
	return copy;
}

static enum direction direction_of(
	const struct parse *p, const struct sentence *s)
{
	enum direction d = verb_direction(p->sense);

	if (p->pair && s->baseline->has_value && s->target->has_value &&
		quantity_is_like(s->baseline, s->target)) {
		int c = decimal_cmp(s->baseline->value, s->target->value);

		if (!strcmp(s->baseline->unit, s->target->unit) && c)
			return c < 0 ? DIRECTION_INCREASE : DIRECTION_DECREASE;
	}
	/* "Raise $2M", "Grow 3 markets": that many, not that much more. */
	if (d == DIRECTION_INCREASE && p->verb != NO_TOKEN && s->target &&
		p->target == p->verb + 1 && s->comparator != CMP_BY)
		return DIRECTION_REACH;
	if (d == DIRECTION_INCREASE || d == DIRECTION_DECREASE)
		return d;
	if (s->comparator == CMP_LT || s->comparator == CMP_LE)
		return DIRECTION_DECREASE;
	if (s->target && s->target->has_value)
		return DIRECTION_REACH;
	return s->target ? d : DIRECTION_BINARY;
}

/* The baseline must be of the target's kind; "(currently 3 regions)" is no
 * baseline of 40%. */
static void check_baseline(struct parse *p)
{
	struct token *b, *t;

	if (p->baseline == NO_TOKEN || p->target == NO_TOKEN || p->pair)
		return;
	b = &p->t.v[p->baseline];
	t = &p->t.v[p->target];
	if (p->comparator == CMP_BY)
		return;
	/* "zero outages (now 2/quarter)": the rate belongs to both. */
	if (b->q->unit[0] == '/' && !unit_is_score(b->q->unit) &&
		quantity_is_count(t->q)) {
		t->q->unit =
			arena_printf(p->arena, "%s%s", t->q->unit, b->q->unit);
		b->q->unit = t->q->unit;
	}
	/* "2h/week (vs. 6h)" */
	if (!quantity_is_like(b->q, t->q) && pair_is_like(b->q, t->q))
		b->q->unit = t->q->unit;
	if (!quantity_is_like(b->q, t->q)) {
		p->baseline = NO_TOKEN;
		return;
	}
	if (!*b->q->unit && *t->q->unit && !unit_is_score(t->q->unit))
		b->q->unit = t->q->unit;
	else if (!*t->q->unit && *b->q->unit && !unit_is_score(b->q->unit))
		t->q->unit = b->q->unit;
}

/* "Travel spend -20%": a change of 20, and downwards. */
static void settle_minus(struct parse *p, struct quantity *q)
{
	if (p->comparator != CMP_BY || !q->has_value || q->value.coef >= 0)
		return;
	q->value = decimal_negate(q->value);
	p->sense = VERB_DOWN;
}

/* "up to 50" behind "from 20", "Raise occupancy up to 90%", "Punctuality up to
 * 90%": says which way, where "Discounts up to 20%" are no more. */
static bool is_way_up(const struct parse *p)
{
	size_t up = p->target - 2;

	if (p->comparator != CMP_LE || p->target < 2 ||
		!lex_is(&p->t, up, "up"))
		return false;
	if (p->pair)
		return true;
	if (!up || range_is_of_less(p) ||
		!(token_is(p, up - 1, TOKEN_WORD) ||
			token_is(p, up - 1, TOKEN_NAME)))
		return false;
	if (p->verb != NO_TOKEN && p->verb + 1 < up)
		return p->sense == VERB_UP || p->sense == VERB_CHANGE;
	return p->verb == NO_TOKEN && p->sense == VERB_NONE &&
	       !strcmp(token_at(p, p->target)->q->unit, "%") &&
	       !lex_is_plural(token_at(p, up - 1)->text);
}

static void finish_target(struct parse *p, struct sentence *out)
{
	struct quantity *q;
	enum comparator c = CMP_NONE;

	if (p->target == NO_TOKEN)
		return;
	q = p->t.v[p->target].q;
	if (p->pair) {
		token_before(p, p->target, &c);
		if (!c)
			c = q->comparator;
		if (!c)
			c = phrase_comparator_after(&p->t, &p->t.v[p->target]);
		p->comparator = c;
	}
	if (is_way_up(p))
		p->comparator = CMP_NONE;
	range_settle(p);
	factor_settle(p);
	settle_minus(p, q);
	q->comparator = p->comparator;
	out->comparator = p->comparator;
}

/* "35 services (21/35 so far)": of the same; "by 30% (baseline 200, currently
 * 170)": of what it began with. */
static void settle_current(struct parse *p, struct sentence *out)
{
	bool by = p->comparator == CMP_BY && p->baseline != NO_TOKEN;
	const struct quantity *t = quantity_of(p, by ? p->baseline : p->target);
	struct quantity *q;
	struct str of;
	struct decimal all;

	if (!t || p->current == NO_TOKEN)
		return;
	q = p->t.v[p->current].q;
	/* "from 200 to 300 (now 48%)" is of another kind. */
	if (token_is_share(&p->t.v[p->current]) && p->pair &&
		strcmp(t->unit, q->unit) &&
		!quantity_in_unit(q, t->unit, &all)) {
		out->current = NULL;
		return;
	}
	of = str_of(q->unit);
	if (str_skip_char(&of, '/') && decimal_parse(of, &all) &&
		decimal_cmp(all, t->value) == 0)
		q->unit = t->unit;
	else if (!*q->unit && !unit_is_score(t->unit))
		q->unit = t->unit;
}

/* "Win 10 accounts (currently 4)", "Close 15 deals (currently 6)": so many of
 * them are won. */
static void move_current(struct parse *p)
{
	const struct quantity *t = quantity_of(p, p->target);
	static const char *const ARTICLES[] = {
		"the", "first", "our", "next", "additional", NULL};
	enum comparator c;
	size_t before;
	bool makes =
		p->sense == VERB_MAKE ||
		(p->sense == VERB_REACH && lex_is(&p->t, p->verb, "close"));

	if (!p->now || p->pair || !makes || !t || p->baseline == NO_TOKEN ||
		p->current != NO_TOKEN || unit_find(str_of(t->unit)) ||
		p->t.v[p->target].depth)
		return;
	/* "Deliver an NPS of 45" makes no 45. */
	before = token_before(p, p->target, &c);
	if (before != p->verb && !lex_is_any(&p->t, before, ARTICLES))
		return;
	p->current = p->baseline;
	p->baseline = NO_TOKEN;
}

/* Is there any number, or a name that may be one? */
static bool has_number(const struct parse *p)
{
	for (size_t i = 0; i < p->t.n; i++)
		if (p->t.v[i].q)
			return true;
	return false;
}

static void find_numbers(struct parse *p, struct sentence *out)
{
	p->tongue = tongue_of(&p->t);
	find_pair(p);
	find_asides(p);
	find_baseline(p);
	if (p->current == p->baseline) /* "(today 40)" is where it begins */
		p->current = NO_TOKEN;
	if (!p->pair)
		find_target(p);
	find_restated(p);
	if (p->target == NO_TOKEN && p->baseline != NO_TOKEN)
		find_span(p);
	check_baseline(p);
	find_trailing(p);
	find_whole(p);
	finish_target(p, out);
	move_current(p);
}

/* "Double it", "Double it from 200" */
static void settle_factor(struct parse *p, struct sentence *out)
{
	bool from = p->target != NO_TOKEN && p->target && !p->pair &&
		    p->baseline == NO_TOKEN &&
		    lex_is(&p->t, p->target - 1, "from");
	const struct quantity *q = out->target && !from ? NULL : find_factor(p);

	if (!q)
		return;
	if (from)
		out->baseline = out->target;
	out->target = q;
	out->comparator = CMP_BY;
}

/* Everything in scratch. */
static void understand(struct parse *p, struct sentence *out)
{
	find_verb(p);
	find_change(p);
	if (has_number(p))
		find_numbers(p, out);
	out->baseline = quantity_of(p, p->baseline);
	out->target = p->all ? p->all : quantity_of(p, p->target);
	out->current = quantity_of(p, p->current);
	settle_current(p, out);
	if (!out->target)
		find_cadence(p, out);
	settle_factor(p, out);
}

void sentence_read(struct arena *a, struct str text, struct sentence *out)
{
	struct arena scratch = ARENA_INIT;
	struct parse p = {.arena = &scratch,
		.verb = NO_TOKEN,
		.baseline = NO_TOKEN,
		.target = NO_TOKEN,
		.current = NO_TOKEN,
		.guess = NO_TOKEN,
		.edge = NO_TOKEN};

	*out = (struct sentence){.verb = "", .measure = ""};
	lex(&scratch,
		east_narrow(&scratch,
			plain_text(&scratch, str_sub(text, 0, LEX_MAX_BYTES),
				NULL)),
		&p.t);
	lex_count_none(&scratch, &p.t);
	understand(&p, out);
	if (p.verb != NO_TOKEN)
		out->verb = arena_text(a, p.t.v[p.verb].text);
	out->measure = arena_text(a, find_measure(&p));
	out->maintain = p.sense == VERB_KEEP;
	out->direction = direction_of(&p, out);
	find_due(&p, out);
	out->baseline = keep(a, out->baseline);
	out->target = keep(a, out->target);
	out->current = keep(a, out->current);
	arena_release(&scratch);
}
