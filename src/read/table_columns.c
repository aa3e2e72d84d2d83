/*
 * Which column of a table is what, by the words of its header.
 */
#include "table_p.h"

#include "attr.h"
#include "vocab_p.h"

/* "Projected score", "Previous score": not what it is now. */
static bool is_guess(struct str header)
{
	return vocab_has(header, "projected") ||
	       vocab_has(header, "expected") || vocab_has(header, "forecast") ||
	       vocab_has(header, "predicted") ||
	       vocab_has(header, "previous") || vocab_has(header, "target") ||
	       vocab_has(header, "max");
}

static bool is_final(struct str header)
{
	return vocab_has(header, "final") || vocab_has(header, "end") ||
	       vocab_has(header, "end-q") || vocab_has(header, "closing");
}

/* "Today | By June": what is planned, from where it stands. */
static void settle_plan(struct columns *c, const struct row *header)
{
	static const char *const NOW[] = {"today", "now", "currently"};
	struct str now, then;

	if (c->at[FIELD_BASELINE] >= 0 || c->at[FIELD_CURRENT] < 0 ||
		c->at[FIELD_TARGET] < 0)
		return;
	now = table_cell(header, c->at[FIELD_CURRENT]).s;
	then = table_cell(header, c->at[FIELD_TARGET]).s;
	if (!vocab_is_deadline(then))
		return;
	for (size_t i = 0; i < COUNT_OF(NOW); i++) {
		if (!str_istarts(now, NOW[i]))
			continue;
		c->at[FIELD_BASELINE] = c->at[FIELD_CURRENT];
		c->of[c->at[FIELD_CURRENT]] = FIELD_BASELINE;
		c->at[FIELD_CURRENT] = -1;
		return;
	}
}

/* "Goal", "Ziel": objective and target in one word, which ours is not. */
static bool is_goal_word(struct str header)
{
	static const char *const OURS[] = {
		"objective", "objectives", "obj", "o", "okr", "okrs"};
	const struct word *w = vocab_word(header);

	if (!w || w->kind != WORD_OBJECTIVE || strlen(w->text) != header.n)
		return false;
	for (size_t i = 0; i < COUNT_OF(OURS); i++) {
		if (str_is(str_of(w->text), OURS[i]))
			return false;
	}
	return true;
}

/* "Ziel | KR": in front of a key result it is the objective. */
static void settle_objective(struct columns *c, const struct row *header)
{
	int kr = c->at[FIELD_KEY_RESULT];

	if (kr < 0 || c->at[FIELD_OBJECTIVE] >= 0)
		return;
	for (int i = 0; i < kr; i++) {
		struct str name = table_cell(header, i).s;
		const struct word *w = vocab_word(name);

		if ((c->of[i] != FIELD_NONE && c->of[i] != FIELD_TARGET) ||
			(!is_goal_word(vocab_bare(name)) &&
				!(w && w->kind == WORD_OBJECTIVE) &&
				!table_names_aim(name)))
			continue;
		if (c->of[i] != FIELD_NONE)
			c->at[c->of[i]] = -1;
		c->of[i] = FIELD_OBJECTIVE;
		c->at[FIELD_OBJECTIVE] = i;
		break;
	}
	for (int i = kr + 1; i < (int)header->n && c->at[FIELD_TARGET] < 0; i++)
		if (c->of[i] == FIELD_NONE &&
			vocab_column(table_cell(header, i).s) == FIELD_TARGET) {
			c->of[i] = FIELD_TARGET;
			c->at[FIELD_TARGET] = i;
		}
}

static bool is_english_result(struct str name)
{
	static const char *const WORDS[] = {
		"result", "outcome", "measure", "metric"};

	for (size_t i = 0; i < COUNT_OF(WORDS); i++)
		if (str_iis(name, WORDS[i]))
			return true;
	return false;
}

/* "Objetivo | Resultado | ...": where no column is the key result's, the result
 * beside the objective is.  An English one is what came of it. */
static void settle_plain_result(struct columns *c, const struct row *header)
{
	if (c->at[FIELD_KEY_RESULT] >= 0 || c->at[FIELD_METRIC] >= 0)
		return;
	for (int i = 0; i + 1 < (int)header->n; i++) {
		struct str name = vocab_bare(table_cell(header, i + 1).s);
		const struct word *w = vocab_word(name);

		if ((c->of[i] != FIELD_OBJECTIVE &&
			    !is_goal_word(
				    vocab_bare(table_cell(header, i).s))) ||
			!w || w->kind != WORD_KEY_RESULT ||
			!(w->is & NUMBERED) || strlen(w->text) != name.n ||
			is_english_result(name))
			continue;
		if (c->of[i + 1] != FIELD_NONE)
			c->at[c->of[i + 1]] = -1;
		c->of[i + 1] = FIELD_KEY_RESULT;
		c->at[FIELD_KEY_RESULT] = i + 1;
		return;
	}
}

/* "KR | Ist | Ziel": behind a key result it is the number to reach. */
static void settle_goal(struct columns *c, const struct row *header)
{
	int kr = c->at[FIELD_KEY_RESULT], metric = c->at[FIELD_METRIC];
	int from = kr >= 0 ? kr : metric;
	bool measured = c->at[FIELD_CURRENT] >= 0 || c->at[FIELD_BASELINE] >= 0;

	if (c->at[FIELD_TARGET] >= 0)
		return;
	for (int i = 1; i < (int)header->n; i++) {
		bool beside = i > 1 && (c->of[i - 1] == FIELD_CURRENT ||
					       c->of[i - 1] == FIELD_BASELINE);

		if (!is_goal_word(vocab_bare(table_cell(header, i).s)) ||
			(!beside && (from < 0 || i <= from ||
					    (kr < 0 && !measured))))
			continue;
		if (c->of[i] == FIELD_OBJECTIVE)
			c->at[FIELD_OBJECTIVE] = -1;
		else if (c->of[i] != FIELD_NONE || (kr < 0 && !measured))
			continue;
		c->of[i] = FIELD_TARGET;
		c->at[FIELD_TARGET] = i;
		return;
	}
}

/* "| Objective | KR1 | KR2 |": a column for each key result. */
static void settle_each(struct columns *c, const struct row *header)
{
	size_t n = 0;

	if (!table_has(c, FIELD_OBJECTIVE) || table_has(c, FIELD_KEY_RESULT))
		return;
	for (int pass = 0; pass < 2; pass++) {
		for (size_t i = 0; i < header->n; i++) {
			struct piece p = table_cell(header, (int)i);
			struct mark mark = table_mark(p);

			if (mark.kind != MARK_KEY_RESULT || !mark.numbered ||
				mark.rest < p.s.n)
				continue;
			n += pass == 0;
			if (pass)
				c->of[i] = FIELD_KEY_RESULT;
			if (pass && c->at[FIELD_KEY_RESULT] < 0)
				c->at[FIELD_KEY_RESULT] = (int)i;
		}
		if (n < 2)
			return;
	}
	c->each = true;
}

/* "Jul", "W3", "2025-08-01" behind a target: what was read in that week.
 * Between a start and a target quarters are as good. */
static void settle_readings(struct columns *c, const struct row *header)
{
	size_t n = 0;

	if (c->at[FIELD_TARGET] < 0 || c->at[FIELD_CURRENT] >= 0)
		return;
	for (size_t i = 0; i < header->n; i++) {
		struct str name = table_cell(header, (int)i).s;
		bool between = c->at[FIELD_BASELINE] >= 0 &&
			       (int)i > c->at[FIELD_BASELINE] &&
			       vocab_is_period(name);

		if (c->of[i] != FIELD_NONE ||
			(!between && !vocab_is_week(name)))
			continue;
		c->reading[i] = true;
		n++;
	}
	if (n < 2)
		memset(c->reading, 0, sizeof c->reading);
}

/* "Before | After | Target": what came after is not yet what is wanted. */
static void settle_after(struct columns *c, const struct row *header)
{
	int at = c->at[FIELD_TARGET];

	if (at < 0 || c->at[FIELD_CURRENT] >= 0 ||
		!str_iis(table_cell(header, at).s, "after"))
		return;
	for (int i = at + 1; i < (int)header->n; i++) {
		if (c->of[i] != FIELD_NONE ||
			vocab_column(table_cell(header, i).s) != FIELD_TARGET)
			continue;
		c->of[at] = FIELD_CURRENT;
		c->at[FIELD_CURRENT] = at;
		c->of[i] = FIELD_TARGET;
		c->at[FIELD_TARGET] = i;
		return;
	}
}

/* "Start | Goal | EOQ": beside a goal, where it stood in the end. */
static void settle_end(struct columns *c, const struct row *header)
{
	static const char *const ENDS[] = {"eoq", "eoy", "eom", "end", "final",
		"final value", "after", "is", "end of q", "end of quarter",
		"end of year", "end value", "where we are", "where we ended",
		"where we got", "where we landed", "ende", "endwert",
		"endstand", "fin", "valor final", "finale", "final result",
		"endstand", "\u671f\u672b", "\u6700\u7d42", "\u6700\u7ec8",
		NULL};
	int at = c->at[FIELD_TARGET];

	if (at < 0 || c->at[FIELD_CURRENT] >= 0 ||
		vocab_is_deadline(table_cell(header, at).s))
		return;
	for (int i = at + 1; i < (int)header->n; i++) {
		struct str name = vocab_bare(table_cell(header, i).s);

		name = vocab_besides_time(name);
		if (c->of[i] != FIELD_NONE || !str_is_listed(name, ENDS))
			continue;
		c->of[i] = FIELD_CURRENT;
		c->at[FIELD_CURRENT] = i;
		return;
	}
}

/* "Q1 actual | Q2 goal | Q2 actual", "Current | Target | Actual": where it
 * stood before, and where it stands. */
static void settle_twice(struct columns *c, const struct row *header)
{
	int at = c->at[FIELD_CURRENT], target = c->at[FIELD_TARGET];

	if (at < 0 || target < at)
		return;
	for (int i = target + 1; i < (int)header->n; i++) {
		if (c->of[i] != FIELD_NONE ||
			vocab_column(table_cell(header, i).s) != FIELD_CURRENT)
			continue;
		c->of[at] = FIELD_NONE;
		if (c->at[FIELD_BASELINE] < 0) {
			c->of[at] = FIELD_BASELINE;
			c->at[FIELD_BASELINE] = at;
		}
		c->of[i] = FIELD_CURRENT;
		c->at[FIELD_CURRENT] = i;
		return;
	}
}

/* Its column holds remarks. */
static void unset(struct columns *c, enum field f)
{
	c->of[c->at[f]] = FIELD_NOTES;
	c->at[f] = -1;
}

static bool is_basis(struct str header)
{
	return str_iis(vocab_bare(header), "basis");
}

/* Who stands behind it; whose it is where nobody else is named. */
static bool is_sponsor(struct str header)
{
	static const char *const WORDS[] = {"sponsor", "executive sponsor",
		"exec sponsor", "sponsored by", "supporter", "who", NULL};

	return str_is_listed(vocab_bare(header), WORDS);
}

static bool is_end(struct str header)
{
	static const char *const WORDS[] = {
		"eoq", "eoy", "eom", "end of quarter", "end of year"};

	for (size_t i = 0; i < COUNT_OF(WORDS); i++) {
		if (str_iis(vocab_bare(header), WORDS[i]))
			return true;
	}
	return false;
}

/* The length of "Target", but not of "(what we want by the end of March)". */
static size_t bytes_outside(struct str header)
{
	size_t n = 0;
	int inside = 0;

	for (size_t i = 0; i < header.n; i++) {
		inside += header.p[i] == '(';
		n += inside <= 0;
		inside -= header.p[i] == ')';
	}
	return n;
}

/* "Owner | Key result | KR owner": the second is the key result's. */
static void settle_owners(struct columns *c, const struct row *header)
{
	int kr = c->at[FIELD_KEY_RESULT], first = c->at[FIELD_OWNER];

	if (kr < 0 || first < 0 || first > kr || c->at[FIELD_OBJECTIVE] < 0)
		return;
	for (int i = kr + 1; i < (int)header->n; i++) {
		struct str s = table_cell(header, i).s;

		if (c->of[i] != FIELD_NONE || bytes_outside(s) > HEADER_BYTES ||
			vocab_column(s) != FIELD_OWNER)
			continue;
		c->of[i] = FIELD_OWNER;
		return;
	}
}

/* "KR progress | Objective progress": how far all of them came. */
static void settle_whole(struct columns *c, const struct row *header)
{
	static const char *const WORDS[] = {"objective ", "objektive ", "okr "};

	if (c->at[FIELD_OBJECTIVE] < 0 || c->at[FIELD_KEY_RESULT] < 0 ||
		(c->at[FIELD_PROGRESS] < 0 && c->at[FIELD_GRADE] < 0))
		return;
	for (size_t i = 0; i < header->n; i++) {
		struct str s = table_cell(header, (int)i).s;
		enum field f;

		for (size_t k = 0; k < COUNT_OF(WORDS); k++) {
			if (c->of[i] != FIELD_NONE || !str_iskip(&s, WORDS[k]))
				continue;
			f = vocab_field(s);
			if (f != FIELD_PROGRESS && f != FIELD_GRADE)
				continue;
			c->whole = (int)i;
			c->whole_is = f;
		}
	}
}

struct columns table_columns(const struct row *row)
{
	struct columns c = {.n = row->n, .kinds = -1, .whole = -1};

	for (size_t i = 0; i < COUNT_OF(c.at); i++)
		c.at[i] = -1;
	for (size_t i = 0; i < row->n; i++) {
		struct str s = table_cell(row, (int)i).s;
		enum field f = FIELD_NONE;

		if (s.n && bytes_outside(s) <= HEADER_BYTES)
			f = vocab_column(s);
		if (f == FIELD_GRADE && is_guess(s))
			f = FIELD_NONE;
		/* "Basis | Baseline": the plain word is the start */
		if (f == FIELD_BASELINE && c.at[f] >= 0 &&
			is_basis(table_cell(row, c.at[f]).s))
			unset(&c, f);
		/* "Goal | EOQ": how it stood then */
		if (f == FIELD_TARGET && c.at[f] >= 0 &&
			c.at[FIELD_CURRENT] < 0 && is_end(s))
			f = FIELD_CURRENT;
		if (f == FIELD_OWNER && c.at[f] >= 0 &&
			is_sponsor(table_cell(row, c.at[f]).s))
			unset(&c, f);
		/* the first of two counts, but for a final grade */
		if (f != FIELD_NONE && c.at[f] >= 0 &&
			!(f == FIELD_GRADE && is_final(s))) {
			/* "Description | Notes": both say something of it */
			c.of[i] = f == FIELD_NOTES ? f : FIELD_NONE;
			continue;
		}
		c.of[i] = f;
		c.known += f != FIELD_NONE;
		if (f != FIELD_NONE)
			c.at[f] = (int)i;
	}
	settle_plain_result(&c, row);
	settle_objective(&c, row);
	settle_goal(&c, row);
	settle_plan(&c, row);
	settle_after(&c, row);
	settle_end(&c, row);
	settle_twice(&c, row);
	settle_each(&c, row);
	settle_readings(&c, row);
	settle_owners(&c, row);
	settle_whole(&c, row);
	return c;
}

void table_settle(struct columns *c)
{
	static const enum field STAND_INS[] = {FIELD_METRIC, FIELD_RESULT};

	if (table_has(c, FIELD_KEY_RESULT) || !table_has(c, FIELD_OBJECTIVE))
		return;
	for (size_t i = 0; i < COUNT_OF(STAND_INS); i++) {
		int at = c->at[STAND_INS[i]];

		if (at < 0 || !table_has(c, FIELD_TARGET))
			continue;
		c->of[at] = FIELD_KEY_RESULT;
		c->at[FIELD_KEY_RESULT] = at;
		c->at[STAND_INS[i]] = -1;
		return;
	}
}
