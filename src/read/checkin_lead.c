/*
 * What the words and signs in front of a number say of it: that it is the
 * present value, or what it is instead.
 */
#include "checkin_scan_p.h"

/* When it was measured, and no other measure to compare with. */
bool scan_is_ago(struct str text)
{
	static const char *const WORDS[] = {"last week", "last month",
		"yesterday", "last night", "last friday", "last monday",
		"letzte woche", "letzten monat", "gestern",
		"la semaine derni\u00e8re", "le mois dernier", "hier",
		"la semana pasada", "el mes pasado", "ayer", "semana passada",
		"na semana passada", "m\u00eas passado", "ontem"};

	return word_is_one(text, WORDS, COUNT_OF(WORDS));
}

void scan_clear(struct scan *c)
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

	if (!str_iis(scan_at(c, i)->text, "from") &&
		!str_iis(scan_at(c, i)->text, "von"))
		return false;
	for (i++; scan_at(c, i)->kind == TOKEN_NEAR;)
		i++;
	return kind_is(scan_at(c, i)->kind, OTHERS);
}

/* Words that say what the next number is not. */
static void read_flag(struct scan *c, size_t i)
{
	static const char *const FROM[] = {"from", "von", "de"};
	static const char *const FROM_BEHIND[] = {" from", " von", " de"};
	const struct token *t = scan_at(c, i);

	switch (t->kind) {
	case TOKEN_PAST:
		if (is_of_someone(c, i))
			break;
		if (scan_is_ago(t->text)) {
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
	const struct token *t = scan_at(c, i + 1);

	return c->s->named && t->kind == TOKEN_NUMBER && t->q->unit[0] &&
	       !c->goal && !c->plan && !c->no &&
	       c->s->t->v[i - 1].kind == TOKEN_WORD &&
	       kind_is(scan_at(c, i + 2)->kind,
		       1 << TOKEN_END | 1 << TOKEN_STOP) &&
	       strcmp(t->q->unit, fit_like(c->s) ? fit_like(c->s)->unit : "") ==
		       0;
}

/* "Went up again, 34 last week": the number behind is where it got to. */
static bool goes_on_at(const struct scan *c, size_t i)
{
	const struct token *behind = scan_at(c, i + 2);

	return c->s->named && c->limit && c->moved && !c->past && !c->goal &&
	       !c->plan && !c->no && scan_at(c, i + 1)->kind == TOKEN_NUMBER &&
	       !scan_at(c, i + 1)->q->unit[0] &&
	       (kind_is(behind->kind, 1 << TOKEN_END | 1 << TOKEN_STOP) ||
		       scan_is_ago(behind->text));
}

/* Signs part what is said before from what is said behind them. */
static bool read_sign(struct scan *c, size_t i)
{
	const struct token *t = &c->s->t->v[i];

	switch (t->kind) {
	case TOKEN_STOP:
		scan_clear(c);
		c->plan = false;
		return true;
	case TOKEN_COMMA:
		if (goes_on_at(c, i)) {
			scan_clear(c);
			c->lead = LEAD_AT;
			return true;
		}
		if (c->lead != LEAD_START || c->past || c->goal || c->plan ||
			c->limit || c->no)
			scan_clear(c);
		return true;
	case TOKEN_OPEN:
		c->open = true;
		c->limit = false;
		if (c->lead == LEAD_START)
			return true;
		scan_clear(c);
		c->lead = LEAD_WEAK;
		return true;
	case TOKEN_CLOSE:
		c->open = false;
		scan_clear(c);
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
	struct str word = scan_at(c, i)->text;

	return names_allow(c->s->names, word) ||
	       ((scan_at(c, i + 1)->kind == TOKEN_COLON ||
			(scan_at(c, i + 1)->kind == TOKEN_NUMBER &&
				fit_is_percent(scan_at(c, i + 1)->q))) &&
		       names_is_done_verb(c->s->kr, word));
}

/* "Promoters 48%, detractors 14%, so 34" */
static bool sums_up(const struct scan *c, size_t i)
{
	static const char *const WORDS[] = {
		"so", "thus", "hence", "also", "damit", "donc", "quindi"};

	return i > c->s->from && c->s->t->v[i - 1].kind == TOKEN_COMMA &&
	       word_is_one(scan_at(c, i)->text, WORDS, COUNT_OF(WORDS));
}

/* "the competitor's cost": a number of someone else */
static bool is_of_others(const struct scan *c, struct str word)
{
	static const char *const OTHERS[] = {"competitor", "competitors",
		"competition", "rival", "rivals", "industry", "sector",
		"benchmark", "peer", "peers", "elsewhere", "their", "theirs",
		"neighbour", "neighbours", "neighbouring", "konkurrenz",
		"wettbewerb", "wettbewerber", "branche", "konkurrent",
		"concurrent", "concurrents", "concurrence", "secteur",
		"competencia", "competidor", "competidores", "concorrente",
		"concorrentes", "concorr\u00eancia", "concorrenza",
		"concurrentie"};
	static const char *const OWN[] = {"it's", "that's", "there's", "here's",
		"let's", "what's", "who's", "he's", "she's", "today's",
		"week's", "month's", "quarter's", "year's", "team's", "one's"};
	struct str bare = word;

	if (str_iends(bare, "'s") || str_iends(bare, "s'"))
		bare.n -= 2;
	if (word_is_one(bare, OTHERS, COUNT_OF(OTHERS)))
		return !names_tell(c->s->names, bare);
	return bare.n < word.n && !c->s->named && str_iends(word, "'s") &&
	       !word_is_one(word, OWN, COUNT_OF(OWN)) &&
	       !names_tell(c->s->names, bare);
}

/* "est\u00e1 en [el] 68 %" */
static bool is_article(const struct scan *c, size_t i)
{
	enum { LEADS = 1 << TOKEN_AT | 1 << TOKEN_NOW };
	static const char *const WORDS[] = {"el", "los", "las", "la", "le",
		"les", "the", "den", "dem", "der", "os", "as", "o", "un", "une",
		"una", "een", "il"};

	return i > c->s->from && scan_at(c, i + 1)->kind == TOKEN_NUMBER &&
	       kind_is(c->s->t->v[i - 1].kind, LEADS) &&
	       word_is_one(scan_at(c, i)->text, WORDS, COUNT_OF(WORDS));
}

/* "we're 35 % done", "I'd say 40": who says it is not news */
static bool is_subject(struct str word)
{
	static const char *const WORDS[] = {"we", "'re", "'d", "'m", "i", "say",
		"think", "guess", "wir", "nous"};

	return word_is_one(word, WORDS, COUNT_OF(WORDS));
}

void scan_token(struct scan *c, size_t i)
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
	case TOKEN_TOTAL: /* "37 from the fair, total 171" */
		if (c->s->alone && scan_at(c, i + 1)->kind == TOKEN_NUMBER)
			c->lead = LEAD_NOW;
		break;
	case TOKEN_NEAR:
		if (c->s->named && c->lead == LEAD_NONE && i > c->s->from &&
			c->s->t->v[i - 1].kind == TOKEN_COMMA &&
			is_about(t->text))
			c->lead = LEAD_WEAK;
		break;
	case TOKEN_WORD:
		if (is_of_others(c, t->text))
			c->no = true;
		if ((c->lead == LEAD_START && is_subject(t->text)) ||
			is_article(c, i))
			break;
		/* "from 33 %" where the name and "from" are one word */
		if (word_ends_one(t->text, FROM_FAR, COUNT_OF(FROM_FAR)))
			c->past = c->from = true;
		if (str_starts(t->text, "\u5df2")) /* what has been done */
			break;
		if (c->lead != LEAD_START || !is_of_name(c, i))
			c->lead = LEAD_NONE;
		if (c->s->alone && sums_up(c, i))
			c->lead = LEAD_AT;
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
