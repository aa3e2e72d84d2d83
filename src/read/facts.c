/*
 * The lines of facts that our own pages print below an objective's title and
 * below a key result of an outline:
 *
 *	0.63 [bar] [mark status] · 8 of 10 graded · owner CTO · P1 · ...
 *	weight 2 · due 1 March 2025 · ...
 *
 * so that a printed page is read back to what it was printed from.  What is
 * computed - grades, counts, bands - is computed anew and not taken from here.
 */
#include "reader_p.h"

#include "attr.h"
#include "decimal.h"
#include "field_p.h"
#include "result.h"
#include "words.h"

static const struct str BETWEEN = {" \u00b7 ", 4};

/* Facts with a word in front. */
static const struct fact {
	const char *word;
	enum field field; /* FIELD_NONE: set_fact() knows */
} FACTS[] = {
	{"supports ", FIELD_LADDERS},
	{"stated ", FIELD_GRADE},
	{"said to be ", FIELD_STATUS},
	{"owner ", FIELD_OWNER},
	{"DRI ", FIELD_DRI},
	{"confidence ", FIELD_CONFIDENCE},
	{"priority ", FIELD_PRIORITY},
	{"weight ", FIELD_WEIGHT},
	{"result ", FIELD_RESULT},
	{"region ", FIELD_REGION},
	{"last check-in ", FIELD_CHECKED},
	{"team ", FIELD_TEAM},
	{"level ", FIELD_LEVEL},
};

static const struct fact *find_fact(struct str s)
{
	for (size_t i = 0; i < COUNT_OF(FACTS); i++) {
		if (str_starts(s, FACTS[i].word))
			return &FACTS[i];
	}
	return NULL;
}

/* "closed", "missed", "closed, missed" */
static bool is_state(struct str s, enum state *state, enum outcome *outcome)
{
	for (int i = STATE_NONE; i <= STATE_CLOSED; i++)
		for (int k = OUTCOME_NONE; k <= OUTCOME_CARRIED_OVER; k++) {
			struct str rest = s;

			if ((!i && !k) ||
				!str_skip(&rest, state_name((enum state)i)) ||
				(i && k && !str_skip(&rest, ", ")) ||
				!str_is(rest, outcome_name((enum outcome)k)))
				continue;
			*state = (enum state)i;
			*outcome = (enum outcome)k;
			return true;
		}
	return false;
}

static bool is_priority(struct str s)
{
	return s.n == 2 && s.p[0] == 'P' && str_is_digit(s.p[1]);
}

static bool is_type(struct str s)
{
	return str_find(s, STR(", aims at ")) != STR_NONE &&
	       field_type(s) != TYPE_NONE;
}

/* What an objective's fact says; those that were computed say nothing. */
static void set_fact(struct reader *r, int objective, struct str s, int line)
{
	struct objective *o = objective_at(r, objective);
	const struct fact *fact = find_fact(s);
	enum field f = FIELD_NONE;

	if (is_state(s, &o->state, &o->outcome))
		return;
	if (fact) {
		f = fact->field;
		s = str_trim(str_sub(s, strlen(fact->word), s.n));
	} else if (is_priority(s)) {
		f = FIELD_PRIORITY;
	} else if (is_type(s)) {
		f = FIELD_TYPE;
	}
	if (f == FIELD_GRADE)
		o->stated_grade = field_share(r, s, false);
	else if (f == FIELD_STATUS)
		o->health = health_read(r->a, s, NULL);
	else if (f == FIELD_LADDERS)
		*vec_add(r->a,
			&r->extras.v[(size_t)objective - r->first].above) =
			arena_text(r->a, s);
	else if (f != FIELD_NONE)
		read_field_text(r, objective, NO_INDEX, f, s, "", line);
}

static void set_health(struct reader *r, struct key_result *kr, struct str s)
{
	kr->health = health_read(r->a, s, &kr->stated_status);
}

static void set_stated(struct reader *r, struct key_result *kr, struct str s)
{
	kr->stated_grade = field_share(r, s, false);
}

static void set_result(struct reader *r, struct key_result *kr, struct str s)
{
	result_read(r->a, s, &kr->result, NULL);
}

static void set_kind(struct reader *r, struct key_result *kr, struct str s)
{
	(void)r;
	kr->kind = field_kind(s);
	kr->kind_written = kr->kind != KIND_NONE;
}

/* "2 of 3" */
static void set_tasks(struct reader *r, struct key_result *kr, struct str s)
{
	enum { MANY = 1000000 };
	long done, all;

	(void)r;
	if (!str_take_number(&s, MANY, &done) || !str_skip(&s, " of ") ||
		!str_take_number(&s, MANY, &all) || done > all)
		return;
	kr->tasks_done = (int)done;
	kr->tasks_all = (int)all;
}

static void set_ticked(struct reader *r, struct key_result *kr, struct str s)
{
	(void)r;
	kr->checked = str_is(s, "yes");
}

static void set_date(struct reader *r, struct key_result *kr, struct str s)
{
	(void)r;
	if (kr->current)
		kr->current_date = field_date(s);
	else
		kr->result_date = field_date(s);
}

static const struct detail {
	const char *name;
	enum field field; /* where it is read as anybody's ... */
	void (*set)(struct reader *, struct key_result *, struct str);
} DETAILS[] = {
	{"weight", FIELD_WEIGHT, NULL},
	{"due", FIELD_DUE, NULL},
	{"confidence", FIELD_CONFIDENCE, NULL},
	{"measure", FIELD_METRIC, NULL},
	{"period", FIELD_PERIOD, NULL},
	{"indicator", FIELD_MEASURE_TYPE, NULL},
	{"from", FIELD_BASELINE, NULL},
	{"to", FIELD_TARGET, NULL},
	{"now", FIELD_CURRENT, NULL},
	{"health", FIELD_NONE, set_health},
	{"said to be", FIELD_NONE, set_health},
	{"stated", FIELD_NONE, set_stated},
	{"result", FIELD_NONE, set_result},
	{"kind", FIELD_NONE, set_kind},
	{"tasks", FIELD_NONE, set_tasks},
	{"ticked", FIELD_NONE, set_ticked},
	{"as of", FIELD_NONE, set_date},
};

static void set_detail(struct reader *r, struct key_result *kr,
	const struct detail *d, struct str value)
{
	if (d->set)
		d->set(r, kr, value);
	else
		field_set_kr(r, kr, d->field, value, "");
}

bool read_detail(struct reader *r, struct key_result *kr, struct str name,
	struct str value)
{
	for (size_t i = 0; i < COUNT_OF(DETAILS); i++) {
		if (!str_iis(name, DETAILS[i].name))
			continue;
		set_detail(r, kr, &DETAILS[i], value);
		return true;
	}
	return false;
}

/* "weight 2", "said to be at risk": the one with its word in front. */
static const struct detail *find_detail(struct str s)
{
	for (size_t i = 0; i < COUNT_OF(DETAILS); i++) {
		struct str rest = s;

		if (str_skip(&rest, DETAILS[i].name) && str_starts(rest, " "))
			return &DETAILS[i];
	}
	return NULL;
}

static void set_kr_fact(struct reader *r, struct key_result *kr, struct str s)
{
	const struct detail *d = find_detail(s);

	if (d)
		set_detail(
			r, kr, d, str_trim(str_sub(s, strlen(d->name), s.n)));
}

/* Does a fact begin here?  A dot in the middle may stand in a value, too. */
static bool begins_fact(struct str s, bool of_kr)
{
	struct str first = str_trim(str_sub(s, 0, str_find(s, BETWEEN)));
	enum state state;
	enum outcome outcome;

	if (of_kr)
		return find_detail(s) != NULL;
	return find_fact(s) || is_priority(first) || is_type(first) ||
	       is_state(first, &state, &outcome) || str_is(first, "issue") ||
	       str_is(first, "not counted");
}

/* Where the fact at the beginning of a line ends. */
static size_t fact_end(struct str line, bool of_kr)
{
	size_t at = 0, next;

	while ((next = str_find(str_sub(line, at, line.n), BETWEEN)) !=
		STR_NONE) {
		at += next;
		if (begins_fact(str_sub(line, at + BETWEEN.n, line.n), of_kr))
			return at;
		at += BETWEEN.n;
	}
	return line.n;
}

void read_facts(
	struct reader *r, int objective, int kr, struct str line, int number)
{
	while (line.n) {
		size_t end = fact_end(line, kr != NO_INDEX);
		struct str s = str_trim(str_sub(line, 0, end));

		if (kr == NO_INDEX)
			set_fact(r, objective, s, number);
		else
			set_kr_fact(r, key_result_at(r, objective, kr), s);
		line = str_sub(line, end + BETWEEN.n, line.n);
	}
}
