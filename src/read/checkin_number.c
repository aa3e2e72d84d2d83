/*
 * Which of a line's numbers is the reading.  A number counts only where the
 * words in front of it say that it is the present value, what follows does
 * not make it a part, a rest or a change, and it is in the target's unit.
 */
#include "checkin_fit_p.h"

/* How sure the words in front are. */
enum lead { LEAD_NONE, LEAD_AGO, LEAD_WEAK, LEAD_AT, LEAD_START, LEAD_NOW };

struct scan {
	const struct say *s;
	enum lead lead;
	bool past, from, goal, plan, limit, no, sure;
	bool ago;     /* "last week": it counts where nothing newer is told */
	bool open;    /* inside brackets */
	bool moved;   /* "fell", "rose" stood in the clause */
	bool into;    /* "for", "in" stood in front */
	bool first;   /* nothing stood in front */
	bool label;   /* the number names a thing */
	bool foreign; /* a word of something else stands in front */
	bool all;     /* it is an ordinal */
	bool chain;   /* it is the last of several */
	bool begins;  /* a part of the sentence begins with it */
	enum lead value_lead, percent_lead;
	bool clash; /* two values, equally sure */
	const struct quantity *value, *percent;
	struct str percent_text;
	const struct quantity *share;
};

static const struct token *at(const struct scan *c, size_t i)
{
	return say_at(c->s, i);
}

/* "so far", ", 2 to go" */
static bool has_total(const struct scan *c, size_t i)
{
	size_t k = i + (at(c, i)->kind == TOKEN_WORD);

	if ((at(c, k)->kind == TOKEN_COMMA || at(c, k)->kind == TOKEN_OPEN) &&
		at(c, k + 1)->kind == TOKEN_NUMBER &&
		(str_iis(at(c, k + 2)->text, "to go") ||
			str_iis(at(c, k + 2)->text, "left") ||
			str_iis(at(c, k + 2)->text, "remaining")))
		return true;
	return at(c, i)->kind == TOKEN_TOTAL ||
	       (at(c, i)->kind == TOKEN_WORD &&
		       at(c, i + 1)->kind == TOKEN_TOTAL);
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

	/* "2 signed this week": the deed may have been taken for a unit */
	if (names_is_done_verb(c->s->kr, str_of(q->unit)))
		return word_is_one(at(c, i)->text, WORDS, COUNT_OF(WORDS));
	if (!q->unit[0] && names_is_done_verb(c->s->kr, at(c, i)->text))
		return word_is_one(at(c, i + 1)->text, WORDS, COUNT_OF(WORDS));
	if (!fit_is_event(c->s, q))
		return false;
	i += at(c, i)->kind == TOKEN_WORD || at(c, i)->kind == TOKEN_DONE;
	return word_is_one(at(c, i)->text, WORDS, COUNT_OF(WORDS));
}

/* "3.6 instead of 3.7", "41, up from 38" */
static bool says_instead(const struct token *t)
{
	return t->kind == TOKEN_PAST && !str_iis(t->text, "from") &&
	       !str_istarts(t->text, "last") && !str_iis(t->text, "was");
}

/* "team 6" where teams are counted */
static bool is_label(const struct scan *c, size_t i)
{
	const struct quantity *to = fit_like(c->s);
	struct str unit = str_of(to ? to->unit : ""), word;

	if (i == c->s->from || c->s->t->v[i - 1].kind != TOKEN_WORD)
		return false;
	word = c->s->t->v[i - 1].text;
	return word.n < unit.n && str_ieq(str_sub(unit, 0, word.n), word);
}

/* When it was measured, and no other measure to compare with. */
static bool is_ago(struct str text)
{
	static const char *const WORDS[] = {"last week", "last month",
		"yesterday", "last night", "last friday", "last monday",
		"letzte woche", "letzten monat", "gestern",
		"la semaine derni\u00e8re", "le mois dernier", "hier",
		"la semana pasada", "el mes pasado", "ayer", "semana passada",
		"na semana passada", "m\u00eas passado", "ontem"};

	return word_is_one(text, WORDS, COUNT_OF(WORDS));
}

/* Where a number of the target's unit could be the reading. */
static void judge_value(struct scan *c, const struct quantity *q, size_t next)
{
	enum behind behind = say_behind(c->s, next);
	const struct quantity *to = fit_like(c->s);
	bool plain = !q->unit[0] && to->unit[0];
	enum lead lead = c->lead;

	if (lead == LEAD_NONE && has_total(c, next) && !c->foreign &&
		(q->unit[0] || c->s->worded || c->s->alone))
		lead = LEAD_START;
	/* "Rewrite 25 pages" is but the sentence, "team 6" a name */
	if ((c->s->worded && c->first && fit_is_same(q, to) &&
		    at(c, next)->kind != TOKEN_AT) ||
		c->label)
		return;
	if (lead == LEAD_NONE && !plain && !c->into &&
		(says_instead(at(c, next)) || at(c, next)->kind == TOKEN_NOW))
		lead = LEAD_AT;
	/* "KR3 \U0001f534 it goes up again, 196 litres" */
	if (lead == LEAD_NONE && c->begins && c->s->named && !plain &&
		!fit_is_event(c->s, q) &&
		kind_is(at(c, next)->kind, 1 << TOKEN_END | 1 << TOKEN_STOP))
		lead = LEAD_WEAK;
	/* "80 min last week, 71 this week" */
	if (is_ago(at(c, next)->text) && at(c, next + 1)->kind != TOKEN_NUMBER)
		c->ago = true;
	if (lead == LEAD_NONE && c->value_lead == LEAD_AGO &&
		at(c, next)->kind == TOKEN_NOW)
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
	bool done = at(c, next)->kind == TOKEN_DONE;

	/* "about 60 % done" in the issue that is the key result, "KR3 - API
	 * merged, 40% done" */
	if (done && c->lead <= LEAD_WEAK &&
		(c->s->alone || (c->begins && c->s->named)))
		c->lead = LEAD_AT;
	if (behind != BEHIND_CLOSED || c->lead <= LEAD_WEAK ||
		t->q->value.coef < 0)
		return;
	if (at(c, next)->kind == TOKEN_OF ||
		(!done && !c->s->named &&
			!(c->s->alone && c->lead == LEAD_NOW)))
		return;
	keep_percent(c, t->q, c->lead + (done ? LEAD_NOW : 0),
		done ? tokens_text(c->s->t, (size_t)(t - c->s->t->v), next + 1)
		     : t->text);
}

static void judge_grade(struct scan *c, const struct token *t, size_t next)
{
	struct quantity *share = fit_copy(c->s->a, t->q, "%");

	if (c->lead > LEAD_WEAK && say_behind(c->s, next) == BEHIND_CLOSED &&
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
	const struct token *t = at(c, next);
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

	*last = at(c, i);
	for (;;) {
		const struct token *t = at(c, i + 1);
		bool arrow = t->kind == TOKEN_ARROW;

		if (c->from && (t->kind == TOKEN_AT || str_iis(t->text, "a")))
			arrow = true;
		if (!arrow || at(c, i + 2)->kind != TOKEN_NUMBER ||
			fit_is_grade(c->s, at(c, i + 2)->q))
			break;
		i += 2;
		*last = at(c, i);
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
	return c->sure || at(c, next)->kind == TOKEN_SURE;
}

static bool is_range(const struct scan *c, size_t i)
{
	struct str word = at(c, i + 1)->text;

	return at(c, i + 1)->kind == TOKEN_AT &&
	       at(c, i + 2)->kind == TOKEN_NUMBER &&
	       (str_iis(word, "to") || str_iis(word, "\u00e0"));
}

static bool is_listed(const struct scan *c, size_t i)
{
	return at(c, i + 1)->kind == TOKEN_COMMA &&
	       at(c, i + 2)->kind == TOKEN_NUMBER &&
	       at(c, i + 3)->kind == TOKEN_COMMA &&
	       at(c, i + 4)->kind == TOKEN_NUMBER &&
	       strcmp(at(c, i)->q->unit, at(c, i + 2)->q->unit) == 0;
}

/* "7/10", "7 of 10"; gives the last token. */
static size_t take_share(struct scan *c, const struct quantity *q, size_t i)
{
	enum { LINKS = 1 << TOKEN_INTO | 1 << TOKEN_OF };
	size_t all = i + 1 + kind_is(at(c, i + 1)->kind, LINKS);

	c->share = q;
	if (at(c, all)->kind != TOKEN_NUMBER || all == i + 1 ||
		at(c, all)->q->value.coef != 10 || at(c, all)->q->unit[0])
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
		if (at(c, end + 1)->kind == TOKEN_COMMA &&
			at(c, end + 2)->kind == TOKEN_NUMBER &&
			strcmp(at(c, end + 2)->q->unit, t->q->unit) == 0)
			return end + 2;
		return take_share(c, t->q, end);
	}
	next = fit_take_part(c->s->a, c->s->t, end, c->s->to, &all);
	if (c->past || c->goal || c->plan || c->limit || c->no)
		return next - 1;
	/* "last week 3 deals" are those of the week */
	if (c->ago && (all || c->open || fit_is_event(c->s, t->q) ||
			      fit_is_day(c->s, t->q) || !fit_value(c->s, t->q)))
		return next - 1;
	q = fit_grouping(c->s, fit_of_target(c->s, t->q));
	q = fit_own_noun(c->s, q, next);
	if (all && !is_score(c, all, t->q))
		judge_part(c, end, q, all, next);
	else if (fit_is_grade(c->s, q))
		judge_grade(c, t, next);
	else if (fit_is_percent(q) && at(c, next)->kind == TOKEN_DONE)
		judge_percent(c, t, next);
	else if (fit_value(c->s, q))
		judge_value(c, q, next);
	else if (fit_is_percent(q))
		judge_percent(c, t, next);
	return next - 1;
}

static void clear(struct scan *c)
{
	c->past = c->from = c->goal = c->limit = c->no = c->sure = false;
	c->ago = false;
	c->lead = LEAD_NONE;
}

static void set_now(struct scan *c, size_t i)
{
	c->past = c->from = c->ago = false;
	if (i == c->s->from ||
		kind_is(c->s->t->v[i - 1].kind, KINDS_BREAK | 1 << TOKEN_OPEN))
		c->plan = false;
	if (!c->plan)
		c->lead = LEAD_NOW;
}

static bool is_about(struct str word)
{
	static const char *const WORDS[] = {"about", "around", "roughly",
		"approximately", "ca.", "circa", "etwa", "rund", "environ",
		"~"};

	return word_is_one(word, WORDS, COUNT_OF(WORDS));
}

/* "a quick one from me", and no "from 38" */
static bool is_of_someone(const struct scan *c, size_t i)
{
	enum { OTHERS = 1 << TOKEN_WORD | 1 << TOKEN_COLON };

	if (!str_iis(at(c, i)->text, "from") && !str_iis(at(c, i)->text, "von"))
		return false;
	for (i++; at(c, i)->kind == TOKEN_NEAR;)
		i++;
	return kind_is(at(c, i)->kind, OTHERS);
}

/* Words that say what the next number is not. */
static void read_flag(struct scan *c, size_t i)
{
	static const char *const FROM[] = {"from", "von", "de"};
	static const char *const FROM_BEHIND[] = {" from", " von", " de"};
	const struct token *t = at(c, i);

	switch (t->kind) {
	case TOKEN_PAST:
		if (is_of_someone(c, i))
			break;
		if (is_ago(t->text)) {
			c->ago = true;
			break;
		}
		c->past = true;
		c->limit = false;
		c->from |= word_is_one(t->text, FROM, COUNT_OF(FROM)) ||
			   word_ends_one(
				   t->text, FROM_BEHIND, COUNT_OF(FROM_BEHIND));
		c->moved |= str_find_char(t->text, ' ') != STR_NONE;
		break;
	case TOKEN_GOAL:
		c->goal = true;
		break;
	case TOKEN_PLAN:
		c->plan = true;
		break;
	case TOKEN_LIMIT:
		c->limit = c->moved = true;
		break;
	case TOKEN_NOT:
		c->no = true;
		break;
	case TOKEN_SURE:
		c->sure = true;
		break;
	default:
		break;
	}
}

/* "Attendance was down a bit, because of the flu: 87.2%" */
static bool ends_in_value(const struct scan *c, size_t i)
{
	const struct token *t = at(c, i + 1);

	return c->s->named && t->kind == TOKEN_NUMBER && t->q->unit[0] &&
	       !c->goal && !c->plan && !c->no &&
	       c->s->t->v[i - 1].kind == TOKEN_WORD &&
	       kind_is(at(c, i + 2)->kind, 1 << TOKEN_END | 1 << TOKEN_STOP) &&
	       strcmp(t->q->unit, fit_like(c->s) ? fit_like(c->s)->unit : "") ==
		       0;
}

/* Signs part what is said before from what is said behind them. */
static bool read_sign(struct scan *c, size_t i)
{
	const struct token *t = &c->s->t->v[i];

	switch (t->kind) {
	case TOKEN_STOP:
		clear(c);
		c->plan = false;
		return true;
	case TOKEN_COMMA:
		if (c->lead != LEAD_START || c->past || c->goal || c->plan ||
			c->limit || c->no)
			clear(c);
		return true;
	case TOKEN_OPEN:
		c->open = true;
		c->limit = false;
		if (c->lead == LEAD_START)
			return true;
		clear(c);
		c->lead = LEAD_WEAK;
		return true;
	case TOKEN_CLOSE:
		c->open = false;
		clear(c);
		return true;
	case TOKEN_COLON:
		c->limit = false;
		if (i > c->s->from && ends_in_value(c, i)) {
			c->past = c->from = false;
			c->lead = LEAD_AT;
		}
		if (c->lead == LEAD_NONE)
			c->lead = LEAD_WEAK;
		return true;
	default:
		return false;
	}
}

/* "[Tickets] sold: 9.8k" */
static bool is_of_name(const struct scan *c, size_t i)
{
	struct str word = at(c, i)->text;

	return names_allow(c->s->names, word) ||
	       (at(c, i + 1)->kind == TOKEN_COLON &&
		       names_is_done_verb(c->s->kr, word));
}

static void read_token(struct scan *c, size_t i)
{
	static const char *const FROM_FAR[] = {
		"\u4ece", "\u5f9e", "\u304b\u3089"};
	const struct token *t = &c->s->t->v[i];

	if (read_sign(c, i))
		return;
	switch (t->kind) {
	case TOKEN_NOW:
		set_now(c, i);
		break;
	case TOKEN_AT:
		/* "drops to 99 %" */
		if (!str_iis(t->text, "is") && !str_iis(t->text, "are"))
			c->limit = false;
		if (c->lead <= LEAD_WEAK)
			c->lead = LEAD_AT;
		break;
	case TOKEN_NEAR:
		if (c->s->named && c->lead == LEAD_NONE && i > c->s->from &&
			c->s->t->v[i - 1].kind == TOKEN_COMMA &&
			is_about(t->text))
			c->lead = LEAD_WEAK;
		break;
	case TOKEN_WORD:
		/* "from 33 %" where the name and "from" are one word */
		if (word_ends_one(t->text, FROM_FAR, COUNT_OF(FROM_FAR)))
			c->past = c->from = true;
		if (str_starts(t->text, "\u5df2")) /* what has been done */
			break;
		if (c->lead != LEAD_START || !is_of_name(c, i))
			c->lead = LEAD_NONE;
		break;
	case TOKEN_OF:
	case TOKEN_INTO:
	case TOKEN_DEPEND:
	case TOKEN_REST:
	case TOKEN_RANGE:
	case TOKEN_DELTA:
		c->lead = LEAD_NONE;
		break;
	default:
		read_flag(c, i);
		break;
	}
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
			read_token(&c, i);
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
