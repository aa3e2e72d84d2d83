/*
 * Which of a line's numbers is the reading.  A number counts only where the
 * words in front of it say that it is the present value, what follows does
 * not make it a part, a rest or a change, and it is in the target's unit.
 */
#include "checkin_scan_p.h"

/* "so far", ", 2 to go" */
static bool has_total(const struct scan *c, size_t i)
{
	size_t k = i + (scan_at(c, i)->kind == TOKEN_WORD);

	if ((scan_at(c, k)->kind == TOKEN_COMMA ||
		    scan_at(c, k)->kind == TOKEN_OPEN) &&
		scan_at(c, k + 1)->kind == TOKEN_NUMBER &&
		(str_iis(scan_at(c, k + 2)->text, "to go") ||
			str_iis(scan_at(c, k + 2)->text, "left") ||
			str_iis(scan_at(c, k + 2)->text, "remaining")))
		return true;
	return scan_at(c, i)->kind == TOKEN_TOTAL ||
	       (scan_at(c, i)->kind == TOKEN_WORD &&
		       scan_at(c, i + 1)->kind == TOKEN_TOTAL);
}

static void keep_value(struct scan *c, const struct quantity *q, enum lead lead)
{
	if (lead == LEAD_NONE)
		return;
	if (c->ago)
		lead = LEAD_AGO;
	if (lead < c->value_lead)
		return;
	if (lead > c->value_lead) {
		c->value = q;
		c->value_lead = lead;
		c->clash = false;
	} else if (decimal_cmp(c->value->value, q->value) != 0) {
		c->clash = true;
	}
}

/* A percentage as progress; text is what was written. */
static void keep_percent(struct scan *c, const struct quantity *q,
	enum lead lead, struct str text)
{
	if (lead <= c->percent_lead)
		return;
	c->percent = q;
	c->percent_lead = lead;
	c->percent_text = text;
}

/* "6 deals this week" may be those of the week. */
static bool is_of_the_week(
	const struct scan *c, const struct quantity *q, size_t i)
{
	static const char *const WORDS[] = {"this week", "this month", "today",
		"diese woche", "cette semaine", "esta semana", "heute",
		"last week", "last month", "yesterday", "gestern",
		"letzte woche"};

	if (names_by_span(c->s->names, scan_at(c, i)->text) ||
		names_by_span(c->s->names, scan_at(c, i + 1)->text))
		return false;
	/* "2 signed this week": the deed may have been taken for a unit */
	if (names_is_done_verb(c->s->kr, str_of(q->unit)))
		return word_is_one(scan_at(c, i)->text, WORDS, COUNT_OF(WORDS));
	if (!q->unit[0] && names_is_done_verb(c->s->kr, scan_at(c, i)->text))
		return word_is_one(
			scan_at(c, i + 1)->text, WORDS, COUNT_OF(WORDS));
	if (!fit_is_event(c->s, q))
		return false;
	i += scan_at(c, i)->kind == TOKEN_WORD ||
	     scan_at(c, i)->kind == TOKEN_DONE;
	return word_is_one(scan_at(c, i)->text, WORDS, COUNT_OF(WORDS));
}

/* "3.6 instead of 3.7", "41, up from 38" */
static bool says_instead(const struct token *t)
{
	return t->kind == TOKEN_PAST && !str_iis(t->text, "from") &&
	       !str_istarts(t->text, "last") && !str_iis(t->text, "was");
}

/* "team 6" where teams are counted, "week 9" */
static bool is_label(const struct scan *c, size_t i)
{
	static const char *const TIMES[] = {"week", "sprint", "day", "phase",
		"kw", "woche", "semaine", "semana", "settimana", "tydzie\u0144",
		"vecka", "uge", "uke"};
	const struct quantity *to = fit_like(c->s);
	struct str unit = str_of(to ? to->unit : ""), word;

	if (i == c->s->from)
		return false;
	word = c->s->t->v[i - 1].text;
	if (!c->s->t->v[i].q->unit[0] &&
		word_is_one(word, TIMES, COUNT_OF(TIMES)))
		return true;
	if (c->s->t->v[i - 1].kind != TOKEN_WORD)
		return false;
	return word.n < unit.n && str_ieq(str_sub(unit, 0, word.n), word);
}

/* "live in [2 countries]" */
static bool reaches_into(const struct scan *c, size_t i)
{
	const struct token *t;

	if (i < c->s->from + 2)
		return false;
	t = &c->s->t->v[i - 2];
	return t->kind == TOKEN_DONE || names_is_state(c->s->kr, t->text);
}

/* Where a number of the target's unit could be the reading. */
static void judge_value(
	struct scan *c, size_t i, const struct quantity *q, size_t next)
{
	enum behind behind = say_behind(c->s, next);
	const struct quantity *to = fit_like(c->s);
	bool plain = !q->unit[0] && to->unit[0];
	enum lead lead = c->lead;

	if (lead == LEAD_NONE && has_total(c, next) && !c->foreign &&
		(q->unit[0] || c->s->worded || c->s->alone))
		lead = LEAD_START;
	/* "Rewrite 25 pages" is but the sentence, "team 6" a name */
	if ((c->s->worded && c->first && q->value.coef && fit_is_same(q, to) &&
		    scan_at(c, next)->kind != TOKEN_AT) ||
		c->label)
		return;
	if (lead == LEAD_NONE && !plain && !c->into &&
		(says_instead(scan_at(c, next)) ||
			scan_at(c, next)->kind == TOKEN_NOW))
		lead = LEAD_AT;
	/* "KR3 \U0001f534 it goes up again, 196 litres" */
	if (lead == LEAD_NONE && c->begins && c->s->named && !plain &&
		!fit_is_event(c->s, q) &&
		kind_is(scan_at(c, next)->kind,
			1 << TOKEN_END | 1 << TOKEN_STOP))
		lead = LEAD_WEAK;
	/* "live in 2 countries" */
	if (c->into && c->s->named && fit_is_counted(q) && reaches_into(c, i))
		lead = LEAD_AT;
	/* "80 min last week, 71 this week" */
	if (scan_is_ago(scan_at(c, next)->text) &&
		scan_at(c, next + 1)->kind != TOKEN_NUMBER)
		c->ago = true;
	if (lead == LEAD_NONE && c->value_lead == LEAD_AGO &&
		scan_at(c, next)->kind == TOKEN_NOW)
		lead = LEAD_START;
	if (behind == BEHIND_BAD ||
		(!c->chain && !c->all && is_of_the_week(c, q, next)) ||
		(behind == BEHIND_OPEN && (lead != LEAD_NOW || plain)))
		return;
	if ((lead == LEAD_WEAK || (lead == LEAD_AT && !c->s->named)) && plain)
		return;
	keep_value(c, fit_unit(c->s, q), lead);
}

static void judge_percent(struct scan *c, const struct token *t, size_t next)
{
	enum behind behind = say_behind(c->s, next);
	bool done = scan_at(c, next)->kind == TOKEN_DONE;

	/* "about 60 % done" in the issue that is the key result, "KR3 - API
	 * merged, 40% done" */
	if (done && c->lead <= LEAD_WEAK &&
		(c->s->alone || (c->begins && c->s->named)))
		c->lead = LEAD_AT;
	if (behind != BEHIND_CLOSED || c->lead <= LEAD_WEAK ||
		t->q->value.coef < 0)
		return;
	if (scan_at(c, next)->kind == TOKEN_OF ||
		(!done && !c->s->named &&
			!(c->s->alone && c->lead == LEAD_NOW &&
				!fit_like(c->s))))
		return;
	keep_percent(c, t->q, c->lead + (done ? LEAD_NOW : 0),
		done ? tokens_text(c->s->t, (size_t)(t - c->s->t->v), next + 1)
		     : t->text);
}

static void judge_grade(struct scan *c, const struct token *t, size_t next)
{
	struct quantity *share = fit_copy(c->s->a, t->q, "%");

	if (c->lead > LEAD_WEAK && scan_at(c, next)->kind != TOKEN_OF &&
		say_behind(c->s, next) == BEHIND_CLOSED &&
		decimal_shift(t->q->value, 2, &share->value))
		keep_percent(c, share, c->lead, t->text);
}

/* Is "8/10" no part, but the score that a target is? */
static bool is_score(const struct scan *c, const struct quantity *all,
	const struct quantity *q)
{
	const struct quantity *to = c->s->kr->target;

	return q->unit[0] == '/' && to && to->has_value &&
	       (!fit_is_same(to, all) || fit_is_percent(to));
}

/* "Hiring: 7 of 12 seats", where a target of 12 says not of what */
static bool is_all_of(const struct scan *c, const struct quantity *all)
{
	const struct quantity *to = c->s->kr->target;

	return !to->unit[0] && all->value.coef > 2 && !all->value.scale;
}

/* "3 of 41 criteria" are no part of an audit, "14 of 60 retired" of what is to
 * be retired. */
static bool is_of_it(
	const struct scan *c, const struct quantity *q, size_t next)
{
	const struct token *t = scan_at(c, next);
	struct str noun = str_of(q->text);

	while (noun.n && !str_is_digit(noun.p[noun.n - 1]))
		noun.n--;
	noun = str_trim(str_of(q->text + noun.n));
	if (!noun.n && t->kind == TOKEN_WORD)
		return say_is_ours(c->s, t);
	return !noun.n || !str_is_alpha(noun.p[0]) ||
	       names_have(c->s->names, noun) || t->kind == TOKEN_DONE ||
	       (t->kind == TOKEN_WORD && say_is_ours(c->s, t));
}

/* q: the part, at i. */
static void judge_part(struct scan *c, size_t i, const struct quantity *q,
	const struct quantity *all, size_t next)
{
	const struct quantity *to = c->s->kr->target, *share;
	enum behind behind = say_behind(c->s, next);

	if (to && to->has_value) {
		if (!fit_is_same(to, all) || fit_is_percent(to) ||
			(!fit_value(c->s, q) &&
				!(c->s->named && is_all_of(c, all))))
			return;
		if (behind != BEHIND_BAD)
			keep_value(c, fit_copy(c->s->a, q, to->unit),
				c->lead < LEAD_START ? LEAD_START : c->lead);
		return;
	}
	share = is_of_it(c, q, next) ? fit_share_of(c->s->a, q, all) : NULL;
	if (share && c->lead > LEAD_WEAK && behind != BEHIND_BAD && c->s->named)
		keep_percent(c, share, c->lead, tokens_text(c->s->t, i, next));
}

/* "14M -> 14.6M", "from 38 to 41": the last of them, unless that is the
 * target and this only the way to it. */
static size_t take_chain(struct scan *c, size_t i, const struct token **last)
{
	size_t from = i;

	*last = scan_at(c, i);
	for (;;) {
		const struct token *t = scan_at(c, i + 1);
		bool arrow = t->kind == TOKEN_ARROW;

		if (c->from && (t->kind == TOKEN_AT || str_iis(t->text, "a")))
			arrow = true;
		if (!arrow || scan_at(c, i + 2)->kind != TOKEN_NUMBER ||
			fit_is_grade(c->s, scan_at(c, i + 2)->q))
			break;
		i += 2;
		*last = scan_at(c, i);
	}
	if (i == from)
		return i;
	if (c->from && c->lead == LEAD_NONE && (c->s->named || c->moved))
		c->lead = LEAD_AT;
	c->past = false;
	if (fit_is_same((*last)->q, c->s->kr->target))
		c->goal = true;
	return i;
}

static bool is_sure(const struct scan *c, size_t next)
{
	return c->sure || scan_at(c, next)->kind == TOKEN_SURE;
}

static bool is_range(const struct scan *c, size_t i)
{
	struct str word = scan_at(c, i + 1)->text;

	return scan_at(c, i + 1)->kind == TOKEN_AT &&
	       scan_at(c, i + 2)->kind == TOKEN_NUMBER &&
	       (str_iis(word, "to") || str_iis(word, "\u00e0"));
}

static bool is_listed(const struct scan *c, size_t i)
{
	return scan_at(c, i + 1)->kind == TOKEN_COMMA &&
	       scan_at(c, i + 2)->kind == TOKEN_NUMBER &&
	       scan_at(c, i + 3)->kind == TOKEN_COMMA &&
	       scan_at(c, i + 4)->kind == TOKEN_NUMBER &&
	       strcmp(scan_at(c, i)->q->unit, scan_at(c, i + 2)->q->unit) == 0;
}

/* "7/10", "7 of 10"; gives the last token. */
static size_t take_share(struct scan *c, const struct quantity *q, size_t i)
{
	enum { LINKS = 1 << TOKEN_INTO | 1 << TOKEN_OF };
	size_t all = i + 1 + kind_is(scan_at(c, i + 1)->kind, LINKS);

	c->share = q;
	if (scan_at(c, all)->kind != TOKEN_NUMBER || all == i + 1 ||
		scan_at(c, all)->q->value.coef != 10 ||
		scan_at(c, all)->q->unit[0])
		return i;
	c->share = fit_copy(c->s->a, q, "/10");
	return all;
}

static bool begins_part(const struct scan *c, size_t i)
{
	while (i > c->s->from && c->s->t->v[i - 1].kind == TOKEN_NEAR)
		i--;
	return i > c->s->from &&
	       kind_is(c->s->t->v[i - 1].kind, KINDS_BREAK | 1 << TOKEN_OPEN);
}

/* "Sales were 4,850 this week" */
static bool is_of_now(const struct scan *c, size_t i, size_t next)
{
	static const char *const WORDS[] = {"was", "were", "war", "waren",
		"\u00e9tait", "\u00e9taient", "fue", "fueron", "foi", "foram"};

	return i > c->s->from && scan_at(c, next)->kind == TOKEN_NOW &&
	       scan_at(c, next + 1)->kind != TOKEN_NUMBER &&
	       word_is_one(c->s->t->v[i - 1].text, WORDS, COUNT_OF(WORDS));
}

/* Judges the number at i; gives the last token that belongs to it. */
static size_t judge(struct scan *c, size_t i)
{
	const struct token *t;
	const struct quantity *q, *all = NULL;
	size_t end = take_chain(c, i, &t), next;

	c->first = i == c->s->from;
	c->begins = begins_part(c, i);
	c->into = i > c->s->from && c->s->t->v[i - 1].kind == TOKEN_INTO;
	c->chain = end > i;
	/* "the beta has 40 bugs, we fixed 12 so far" */
	c->foreign = !t->q->unit[0] && i > c->s->from &&
		     c->s->t->v[i - 1].kind == TOKEN_WORD &&
		     !names_is_done_verb(c->s->kr, c->s->t->v[i - 1].text) &&
		     !names_have(c->s->names, c->s->t->v[i - 1].text);
	c->all = t->all;
	c->label = is_label(c, i);

	/* "6 to 8 deals" */
	if (end == i && !c->limit && is_range(c, i))
		return i + 2;
	/* "240, 250, 260": of three times, or of three things */
	if (is_listed(c, end))
		return end + 4;
	if (is_sure(c, end + 1)) {
		/* "8/10 and 5/10" are of two */
		if (scan_at(c, end + 1)->kind == TOKEN_COMMA &&
			scan_at(c, end + 2)->kind == TOKEN_NUMBER &&
			strcmp(scan_at(c, end + 2)->q->unit, t->q->unit) == 0)
			return end + 2;
		return take_share(c, t->q, end);
	}
	next = fit_take_part(c->s->a, c->s->t, end, c->s->to, &all);
	if (c->past && is_of_now(c, i, next)) {
		c->past = false;
		c->lead = LEAD_AT;
	}
	if (c->past || c->goal || c->plan || c->limit || c->no)
		return next - 1;
	/* "last week 3 deals" are those of the week */
	if (c->ago && (all || c->open || fit_is_event(c->s, t->q) ||
			      fit_is_day(c->s, t->q) || !fit_value(c->s, t->q)))
		return next - 1;
	q = fit_grouping(c->s, fit_of_target(c->s, t->q));
	q = fit_own_noun(c->s, fit_short_unit(c->s, q, next), next);
	if (all && !is_score(c, all, t->q))
		judge_part(c, end, q, all, next);
	else if (fit_is_grade(c->s, q))
		judge_grade(c, t, next);
	else if (fit_is_percent(q) && scan_at(c, next)->kind == TOKEN_DONE)
		judge_percent(c, t, next);
	else if (fit_value(c->s, q))
		judge_value(c, end, q, next);
	else if (fit_is_percent(q))
		judge_percent(c, t, next);
	return next - 1;
}

const struct decimal *say_share(struct arena *a, const struct quantity *q)
{
	static const struct decimal ONE = {1, 0};
	struct decimal *d = ARENA_NEW(a, struct decimal);
	const char *unit = q->unit;

	*d = q->value;
	if (d->coef < 0 || q->comparator)
		return NULL;
	if (!strcmp(unit, "%") || !strcmp(unit, "/100")) {
		if (!decimal_shift(*d, -2, d))
			return NULL;
	} else if (!strcmp(unit, "/10")) {
		if (!decimal_shift(*d, -1, d))
			return NULL;
	} else if (!strcmp(unit, "/5")) {
		if (d->coef > 1000 ||
			!decimal_make(d->coef * 2, d->scale + 1, d))
			return NULL;
	} else if (unit[0]) {
		return NULL;
	} else if (decimal_cmp(*d, ONE) > 0) { /* "7" of ten */
		if (!decimal_shift(*d, -1, d))
			return NULL;
	}
	return decimal_cmp(*d, ONE) <= 0 ? d : NULL;
}

void say_numbers(const struct say *s, struct said *out)
{
	struct scan c = {.s = s, .sure = s->sure, .ago = s->past};
	struct decimal *percent;

	c.lead = s->named ? LEAD_START : LEAD_NONE;
	for (size_t i = s->from; i < s->to; i++) {
		if (s->t->v[i].kind == TOKEN_NUMBER) {
			i = judge(&c, i);
			c.past = c.from = c.goal = c.limit = c.no = false;
			c.ago = false;
			c.lead = LEAD_NONE;
		} else {
			scan_token(&c, i);
		}
	}
	if (c.share)
		out->share = say_share(s->a, c.share);
	if (c.value && !c.clash) {
		out->value = c.value;
		out->ago = c.value_lead == LEAD_AGO;
	} else if (c.percent) {
		percent = ARENA_NEW(s->a, struct decimal);
		*percent = c.percent->value;
		out->result = (struct result){.kind = RESULT_PERCENT,
			.percent = percent,
			.text = arena_text(s->a, c.percent_text)};
	}
}
