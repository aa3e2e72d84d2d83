/*
 * Sentences of key results from many trades, with what they say and what
 * they do not.
 */
#include "unit.h"

#include <stdio.h>

#include "keyresult.h"

struct sample {
	const char *text;
	const char *baseline; /* NULL: none; "?": a text without a value */
	const char *target;
	const char *unit; /* of the target */
	const char *comparator;
};

static const struct sample SAMPLES[] = {
#include "sentences.inc"
};

static const char *value_of(const struct quantity *q, char *text, size_t size)
{
	struct buf b;

	if (!q)
		return NULL;
	if (!q->has_value)
		return "?";
	buf_init(&b, 64);
	decimal_print(&b, q->value);
	snprintf(text, size, "%s", b.p);
	buf_release(&b);
	return text;
}

static bool same(const char *a, const char *b)
{
	return a == b || (a && b && !strcmp(a, b));
}

static int check(struct arena *a, const struct sample *s)
{
	char baseline[64], target[64];
	const char *b, *t, *unit, *name;
	struct sentence got;

	sentence_read(a, str_of(s->text), &got);
	b = value_of(got.baseline, baseline, sizeof baseline);
	t = value_of(got.target, target, sizeof target);
	unit = got.target ? got.target->unit : "";
	name = comparator_name(got.comparator);
	if (same(b, s->baseline) && same(t, s->target) &&
		(!t || !strcmp(t, "?") || same(unit, s->unit)) &&
		same(name, s->comparator))
		return 0;
	print_error("%s\n\tis %s -> %s [%s] %s\n\twanted %s -> %s [%s] %s\n",
		s->text, b ? b : "-", t ? t : "-", unit, name ? name : "",
		s->baseline ? s->baseline : "-", s->target ? s->target : "-",
		s->unit, s->comparator ? s->comparator : "");
	return 1;
}

static void sentences_say_what_they_say_and_no_more(void **state)
{
	int wrong = 0;

	(void)state;
	for (size_t i = 0; i < COUNT_OF(SAMPLES); i++) {
		struct arena a = ARENA_INIT;

		wrong += check(&a, &SAMPLES[i]);
		arena_release(&a);
	}
	if (wrong)
		print_error("%d of %zu\n", wrong, COUNT_OF(SAMPLES));
	assert_int_equal(wrong, 0);
}

static const struct {
	const char *text, *verb, *measure;
	enum direction direction;
	bool maintain;
} WORDS[] = {
	{"Increase Enterprise ARR from $12M to $18M (+50%)", "Increase",
		"Enterprise ARR", DIRECTION_INCREASE, false},
	{"Close 15 new enterprise deals (>$100K ACV)", "Close",
		"new enterprise deals", DIRECTION_REACH, false},
	{"Reduce churn to 3%", "Reduce", "churn", DIRECTION_DECREASE, false},
	{"100% of teams use it", "", "teams use it", DIRECTION_REACH, false},
	{"Launch SSO with 90% adoption", "Launch", "SSO", DIRECTION_REACH,
		false},
	{"Maintain 99.9% uptime", "Maintain", "uptime", DIRECTION_REACH, true},
	{"Keep churn below 2%", "Keep", "churn", DIRECTION_DECREASE, true},
	{"Get certified", "Get", "certified", DIRECTION_BINARY, false},
	{"Error rate < 1%", "", "Error rate", DIRECTION_DECREASE, false},
	{"Raise $2M", "Raise", "", DIRECTION_REACH, false},
	{"Target: 98%", "", "", DIRECTION_REACH, false},
	{"", "", "", DIRECTION_BINARY, false},
};

static void the_words_are_told_apart(void **state)
{
	struct arena a = ARENA_INIT;
	struct sentence s;

	(void)state;
	for (size_t i = 0; i < COUNT_OF(WORDS); i++) {
		sentence_read(&a, str_of(WORDS[i].text), &s);
		assert_string_equal(s.verb, WORDS[i].verb);
		if (WORDS[i].verb[0] || WORDS[i].measure[0])
			assert_string_equal(s.measure, WORDS[i].measure);
		assert_int_equal(s.direction, WORDS[i].direction);
		assert_int_equal(s.maintain, WORDS[i].maintain);
	}
	arena_release(&a);
}

static const struct {
	const char *text;
	struct date due;
} DUES[] = {
	{"Ship it by 2025-03-31", {2025, 3, 31}},
	{"Ship it by March 31, 2025", {2025, 3, 31}},
	{"Ship it before 31 March 2025", {2025, 3, 31}},
	{"Ship it by March 31", {0, 0, 0}},
	{"Ship it by Q3 2025", {0, 0, 0}},
	{"Ship it by 2025-02-30", {0, 0, 0}},
};

static void a_due_day_needs_its_year(void **state)
{
	struct arena a = ARENA_INIT;
	struct sentence s;

	(void)state;
	for (size_t i = 0; i < COUNT_OF(DUES); i++) {
		sentence_read(&a, str_of(DUES[i].text), &s);
		assert_int_equal(date_cmp(s.due, DUES[i].due), 0);
	}
	arena_release(&a);
}

static struct key_result *fresh(
	struct arena *a, struct model *m, const char *text)
{
	struct key_result *kr;

	model_init(m);
	kr = objective_add_key_result(a, model_add_objective(a, m));
	kr->text = text;
	return kr;
}

static void empty_fields_are_filled_from_the_sentence(void **state)
{
	struct arena a = ARENA_INIT;
	struct model m;
	struct key_result *kr =
		fresh(&a, &m, "Reduce churn from 5% to <3% (now 4%)");

	(void)state;
	key_result_fill(&a, kr);
	assert_string_equal(kr->verb, "Reduce");
	assert_string_equal(kr->measure, "churn");
	assert_int_equal(kr->baseline->value.coef, 5);
	assert_int_equal(kr->target->value.coef, 3);
	assert_int_equal(kr->current->value.coef, 4);
	assert_int_equal(kr->comparator, CMP_LT);
	assert_int_equal(kr->direction, DIRECTION_DECREASE);
	arena_release(&a);
}

/* What is to be kept starts from nowhere. */
static void what_is_kept_takes_the_value_of_now_as_its_reading(void **state)
{
	static const struct {
		const char *text;
		const char *baseline, *current;
	} CASES[] = {
		{"Keep uptime above 99.9% (currently 99.95%)", NULL, "99.95%"},
		{"Maintain CSAT of 90%, now 92%", NULL, "92%"},
		{"Raise uptime to 99.9% (currently 99.5%)", "99.5%", NULL},
		{"Keep uptime above 99.9%", NULL, NULL},
	};

	(void)state;
	for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
		struct arena a = ARENA_INIT;
		struct model m;
		struct key_result *kr;

		model_init(&m);
		kr = objective_add_key_result(&a, model_add_objective(&a, &m));
		kr->text = CASES[i].text;
		key_result_fill(&a, kr);
		if (!same(kr->baseline ? kr->baseline->text : NULL,
			    CASES[i].baseline) ||
			!same(kr->current ? kr->current->text : NULL,
				CASES[i].current))
			fail_msg("'%s'", CASES[i].text);
		arena_release(&a);
	}
}

/* Text, target, reading and its unit. */
static const struct {
	const char *text, *target, *current, *unit;
} READINGS[] = {
	{"Readers 2,000 -> 5,000 a month (3,450)", "5000", "3450", "/month"},
	{"Readers from 2,000 to 5,000 (3,450)", "5000", "3450", ""},
	{"Occupancy 35% -> 55% \U0001f7e2 48%", "55", "48", "%"},
	{"Contactless on 90% of lanes (64%)", "90", "64", "%"},
	{"Preserve 100% of the buffer: 94%", "100", "94", "%"},
	{"Cut lead time from 5 days to 1 day (we are at 2 days)", "1", "2",
		"days"},
	{"Cut lead time from 5 days to 1 day; we're at 2 days", "1", "2",
		"days"},
	{"Raise visits from 20 to 30, currently 24", "30", "24", ""},
	{"Sort 600 letters, as of today 140", "600", "140", "letters"},
	{"Sort 600 letters before 1 May; as of now: 20", "600", "20",
		"letters"},
	{"Sort 600 letters, as of 2027 by machine", "600", NULL, ""},
	{"Pledges from 1.2M to 2M \u2192 1.6M", "2000000", "1600000", ""},
	{"Bring repairs from 5 to 7 days \u2192 3 days", "3", NULL, ""},
	{"Finish 9 scarves \u2192 10", "9", "10", "scarves"},
	{"Rest pulse under 58 (from 66) \u2192 61", "58", "61", ""},
	{"Complete 60 hours \u2192 35", "60", "35", "hours"},
	{"Hire 5 \u2192 8 rowers", "8", NULL, ""},
	{"Print 4 flyers \u2192 8 flyers", "8", NULL, ""},
	{"Crew to 25 rowers (started at 8, now 17)", "25", "17", "rowers"},
	{"Repaint 9 benches (1 done)", "9", "1", "benches"},
	{"Repaint 9 benches. So far: 4", "9", "4", "benches"},
	{"Collect 30 letters | 12 collected", "30", "12", "letters"},
	{"Grow sales to $50K (at $42K)", "50000", "42000", "USD"},
	{"Grow sales to $50K -> reached $42K", "50000", "42000", "USD"},
	{"Hire 2 cooks \U0001f535 1/2", "2", "1", "cooks"},
	{"Hire 2 cooks \U0001f535 1/3", "2", NULL, ""},
	{"Sell $1.8M of seats (currently: $720K)", "1800000", "720000", "USD"},
	{"Funnel start: 29.3% vs 35% target", "35", "29.3", "%"},
	{"Sales of 30 vs 25", "30", NULL, ""},
	{"Raise the share from 58 to 70 percent (Oct: 61)", "70", "61", "%"},
	{"Sow 9,000 bulbs - 5,100 sown and watered", "9000", NULL, ""},
	{"Sow 9,000 bulbs - 5,100 planted", "9000", "5100", "bulbs"},
	{"Translate 3 guides (2 done)", "3", "2", "guides"},
	{"90%+ of crews trained (82% as of May)", "90", "82", "%"},
	{"Sales $10M -> $14M \u2705 $14.2M", "14000000", "14200000", "USD"},
	{"Uptime of 99.95% (actual: 99.91%)", "99.95", "99.91", "%"},
	{"Punctuality 71% -> 78% (target 85%)", "85", "78", "%"},
	{"Scrap 3.2% -> 1.8% (2.4% in May)", "1.8", "2.4", "%"},
	{"Apply for 10 grants - 7 submitted", "10", "7", "grants"},
	{"Sign 20 clubs - 14 signed, 3 in talks", "20", "14", "clubs"},
	{"Write 6 rules: 3 written, 2 in review", "6", "3", "rules"},
	{"Turnover < 12% (YTD 9.8%)", "12", "9.8", "%"},
	{"Badge 4,500 staff (done: 3,900)", "4500", "3900", "staff"},
	{"Coach all the coaches (31/40 so far)", "40", "31", ""},
	{"Coach 40 coaches (31/40 so far)", "40", "31", "coaches"},
	{"Coach 40 coaches (31 / 40)", "40", "31", "coaches"},
	{"Sell 500 tickets (320 sold as of 4 May)", "500", "320", "tickets"},
	{"Sell 500 tickets, 320 sold so far", "500", "320", "tickets"},
	{"Serve soup: 20 min -> 8 min, achieved 9 min", "8", "9", "min"},
	{"Paint 6 boats -> 4 painted", "6", "4", "boats"},
	{"Write 8 plays (aired: 3, recorded: 2)", "8", "3", "plays"},
	{"Write 8 plays (planned: 3)", "8", NULL, NULL},
	{"Write 10 recipes (4 ready, 2 with the cook)", "10", "4", "recipes"},
	{"Enlist 300 ringers [Mar: 120, Jun: 205]", "300", "205", "ringers"},
	{"Recycle 80 % (Q1 71 / Q2 74 / Q3 77)", "80", "77", "%"},
	{"Visit 60 farms; 44 by now", "60", "44", "farms"},
	{"Dredge 900 t of silt - 400 t lifted by 30 June", "900", "400", "t"},
	{"Ten choirs sing; seven have signed so far", "10", "7", "choirs"},
	{"Scan 5,000 slides / 3,900 done", "5000", "3900", "slides"},
	{"Passer de 3 \u00e0 7 march\u00e9s (5 \u00e0 fin mai)", "7", "5",
		"march\u00e9s"},
	{"Ridurre i reclami da 45 a 20; a maggio erano 31", "20", "31", ""},
	{"Vender 400 entradas, 310 hasta la fecha", "400", "310", "entradas"},
	{"Inscrire 120 adultes, 95 \u00e0 ce jour", "120", "95", "adultes"},
	{"80 Helfer gewinnen, 55 bis heute", "80", "55", "Helfer"},
	{"Raise visits from 20 to 30 (+10)", "30", NULL, ""},
	{"Raise visits from 20 to 30 (12 months)", "30", NULL, ""},
	{"Raise visits from 20 to 30 (50)", "30", NULL, ""},
	{"Raise visits from 20 to 30, currently 48%", "30", NULL, ""},
	{"Debtor days under 60 days – 71 days", "60", "71", "days"},
	{"At least 90 walkers — 64", "90", "64", "walkers"},
	{"Queue time under 5 – 7 min", "7", NULL, "min"},
	{"Reply within 4 hours – 6 hours", "4", "6", "hours"},
	{"Move 350 tills to Windows 11, 210 done", "350", "210", "tills"},
	{"Train 40 coaches, 12 trained", "40", "12", "coaches"},
	{"Write 12 tests, 6 automated", "12", NULL, "tests"},
	{"Raise visits by 30% (20%)", "30", NULL, "%"},
	{"Train 40 nurses -> 25 trained so far", "40", "25", "nurses"},
	{"Plant 100 trees -> 64 planted by the end of May", "100", "64",
		"trees"},
	{"Grow the list to 120 -> 98 at the end of June", "120", "98", ""},
	{"Raise reuse from 40% to 60% -> 48% as of July", "60", "48", "%"},
	{"Reach 40 donors (as of 1 May: 22)", "40", "22", "donors"},
	{"Reach 40 donors (as of June: 22)", "40", "22", "donors"},
	{"Cut queues from 25 to 15 minutes (as of March: 19)", "15", "19",
		"minutes"},
	{"As of May: 79% of forms filed online", "79", NULL, "%"},
	{"Train all 320 wardens; 190 have finished the course", "320", "190",
		"wardens"},
	{"Former 20 b\u00e9n\u00e9voles -> 12 form\u00e9s \u00e0 ce jour", "20",
		"12", "b\u00e9n\u00e9voles"},
};

static void where_it_stands_is_told_from_where_it_goes(void **state)
{
	char target[64], current[64];

	(void)state;
	for (size_t i = 0; i < COUNT_OF(READINGS); i++) {
		struct arena a = ARENA_INIT;
		struct sentence s;

		sentence_read(&a, str_of(READINGS[i].text), &s);
		if (!same(value_of(s.target, target, sizeof target),
			    READINGS[i].target) ||
			!same(value_of(s.current, current, sizeof current),
				READINGS[i].current) ||
			(s.current && !same(s.current->unit, READINGS[i].unit)))
			fail_msg("'%s'", READINGS[i].text);
		arena_release(&a);
	}
}

static void cells_win_over_the_sentence(void **state)
{
	struct arena a = ARENA_INIT;
	struct model m;
	struct key_result *kr = fresh(&a, &m,
		"Achieve 90% success rate (reduce failures from 30% to 10%)");

	(void)state;
	kr->baseline = quantity_read(&a, STR("70%"));
	kr->target = quantity_read(&a, STR("91%"));
	key_result_fill(&a, kr);
	assert_int_equal(kr->baseline->value.coef, 70);
	assert_int_equal(kr->target->value.coef, 91);
	assert_int_equal(kr->comparator, CMP_NONE);
	assert_int_equal(kr->direction, DIRECTION_INCREASE);
	arena_release(&a);
}

/* "=> 43,512 served": a note that begins with a reading. */
static void a_note_may_begin_with_a_reading(void **state)
{
	static const struct {
		const char *text, *note, *current;
	} CASES[] = {
		{"Serve 40,000 meals", "43,512 served", "43512"},
		{"Win 3 sponsors", "4 sponsors with 12 flags", "4"},
		{"Win 3 sponsors", "2 weeks late", NULL},
		{"Increase NPS from 30 to 40", "36", "36"},
		{"Increase NPS from 30 to 40", "36 as hoped", NULL},
		{"Win 3 sponsors", "+2 sponsors", NULL},
		{"Win 3 sponsors", "more than 2 sponsors", NULL},
		{"Reach 80% of homes", "3 homes", NULL},
	};
	char value[64];

	(void)state;
	for (size_t i = 0; i < COUNT_OF(CASES); i++) {
		struct arena a = ARENA_INIT;
		struct model m;
		struct key_result *kr = fresh(&a, &m, CASES[i].text);

		kr->result.kind = RESULT_NOTE;
		kr->result.text = CASES[i].note;
		key_result_fill(&a, kr);
		if (!same(value_of(kr->current, value, sizeof value),
			    CASES[i].current))
			fail_msg("'%s' => '%s'", CASES[i].text, CASES[i].note);
		arena_release(&a);
	}
}

/* "4 of 6 so far" */
static void so_many_of_all_so_far_are_a_reading(void **state)
{
	static const struct {
		const char *text, *note, *target, *current;
	} CASES[] = {
		{"Certify the divers", "4 of 6 so far", "6", "4"},
		{"Certify 6 divers", "4 of 6 to date", "6", "4"},
		{"Certify 5 divers", "4 of 6 so far", "5", NULL},
		{"Certify 6 divers", "4 of 6", "6", NULL},
		{"Certify the divers", "66% so far", NULL, NULL},
		{"Certify the divers", "4 of them so far", NULL, NULL},
		{"Dive to 30 metres", "4 of 6 weeks so far", "30", NULL},
		{"Dive daily", "most of it so far", NULL, NULL},
	};
	static const struct decimal SHARE = {66, 0};
	char value[64];

	(void)state;
	for (size_t i = 0; i < COUNT_OF(CASES); i++) {
		struct arena a = ARENA_INIT;
		struct model m;
		struct key_result *kr = fresh(&a, &m, CASES[i].text);

		kr->result = (struct result){.kind = RESULT_PERCENT,
			.percent = &SHARE,
			.text = CASES[i].note};
		key_result_fill(&a, kr);
		if (!same(value_of(kr->current, value, sizeof value),
			    CASES[i].current) ||
			!same(value_of(kr->target, value, sizeof value),
				CASES[i].target) ||
			(kr->result.kind == RESULT_NONE) !=
				(CASES[i].current != NULL))
			fail_msg("'%s' => '%s'", CASES[i].text, CASES[i].note);
		arena_release(&a);
	}
}

/* "Churn below 3% => 4%": where it stands, and no part of the way. */
static void a_share_within_the_goal_is_a_reading(void **state)
{
	static const struct {
		const char *text, *result;
		struct decimal percent;
		const char *current;
		enum result_kind kind;
	} CASES[] = {
		{"Raise usage to 70%", "achieved 64%", {64, 0}, "64",
			RESULT_NOTE},
		{"Raise usage to 70%", "Actual: 64%", {64, 0}, "64",
			RESULT_NOTE},
		{"Raise usage to 70%", "achieved 64% of it", {64, 0}, NULL,
			RESULT_PERCENT},
		{"Raise usage to 70%", "64%", {64, 0}, NULL, RESULT_PERCENT},
		{"Raise usage by 70%", "achieved 64%", {64, 0}, NULL,
			RESULT_PERCENT},
		{"Book 40 tours", "achieved 64%", {64, 0}, NULL,
			RESULT_PERCENT},
		{"Raise usage to 70%", "we are at 61%", {61, 0}, "61",
			RESULT_NONE},
		{"Raise usage to 70%", "now 61 %.", {61, 0}, "61", RESULT_NONE},
		{"Raise usage to 70%", "now 61% of it", {61, 0}, NULL,
			RESULT_PERCENT},
		/* both ends known: the third number is where it stands */
		{"Raise usage from 40% to 70%", "64%", {64, 0}, "64",
			RESULT_NONE},
		{"Raise usage from 40% to 70%", "90%", {90, 0}, NULL,
			RESULT_PERCENT},
		{"Raise usage from 40% to 70%", "30%", {30, 0}, NULL,
			RESULT_PERCENT},
		{"Cut churn from 5% to 3%", "4%", {4, 0}, "4", RESULT_NONE},
		{"Cut churn from 5% to 3%", "60%", {60, 0}, NULL,
			RESULT_PERCENT},
		{"Cut churn from 5% to 3%", "4% done", {4, 0}, NULL,
			RESULT_PERCENT},
		/* only a bound */
		{"Churn below 3%", "4%", {4, 0}, "4", RESULT_NONE},
		{"Churn below 3%", "0%", {0, 0}, NULL, RESULT_PERCENT},
		{"Churn below 3%", "4%, two left", {4, 0}, "4", RESULT_NOTE},
		{"Churn below 3%", "2.5%, DONE", {25, 1}, "2.5", RESULT_DONE},
		{"Churn below 3%", "DONE (2.5%)", {25, 1}, "2.5", RESULT_DONE},
		{"Churn below 3%", "DONE, 2.5%", {25, 1}, "2.5", RESULT_DONE},
		{"Churn below 3%", "4%, not done", {4, 0}, "4", RESULT_NOTE},
		{"Churn below 3%", "almost done: 4%", {4, 0}, "4", RESULT_NOTE},
		{"Churn below 3%", "60%", {60, 0}, NULL, RESULT_PERCENT},
		{"Acceptance above 75%", "80%", {80, 0}, "80", RESULT_NONE},
		{"Acceptance above 75%", "60%", {60, 0}, NULL, RESULT_PERCENT},
	};
	char value[64];

	(void)state;
	for (size_t i = 0; i < COUNT_OF(CASES); i++) {
		struct arena a = ARENA_INIT;
		struct model m;
		struct key_result *kr = fresh(&a, &m, CASES[i].text);

		kr->result = (struct result){.kind = RESULT_PERCENT,
			.percent = &CASES[i].percent,
			.text = CASES[i].result};
		key_result_fill(&a, kr);
		if (!same(value_of(kr->current, value, sizeof value),
			    CASES[i].current) ||
			kr->result.kind != CASES[i].kind)
			fail_msg("'%s' => '%s': %d", CASES[i].text,
				CASES[i].result, (int)kr->result.kind);
		arena_release(&a);
	}
}

static void numbers_of_another_kind_stay_out(void **state)
{
	struct arena a = ARENA_INIT;
	struct model m;
	struct key_result *kr = fresh(&a, &m, "Hire 5 engineers");

	(void)state;
	kr->target = quantity_read(&a, STR("Shipped"));
	key_result_fill(&a, kr);
	assert_string_equal(kr->target->text, "Shipped");
	assert_null(kr->baseline);
	assert_int_equal(kr->direction, DIRECTION_BINARY);

	kr = fresh(&a, &m, "Increase adoption from 20% to 40%");
	kr->target = quantity_read(&a, STR("15 deals"));
	key_result_fill(&a, kr);
	assert_null(kr->baseline);
	arena_release(&a);
}

static const struct quantity *cell(struct arena *a, const char *text)
{
	return text ? quantity_read(a, str_of(text)) : NULL;
}

static void a_bare_cell_has_the_unit_beside_it(void **state)
{
	static const struct {
		const char *text, *baseline, *target, *current;
		const char *units[3];
	} CASES[] = {
		{"Load", "83 %", "97", "90", {"%", "%", "%"}},
		{"Answer time", "8", "4 h", NULL, {"h", "h", NULL}},
		/* the sentence says it again */
		{"Sort 90% of the waste", NULL, "90", "80", {NULL, "%", "%"}},
		/* two units: nobody knows */
		{"Answers", "8 h", "4", "20 %", {"h", "", "%"}},
		/* a fraction may be a share already */
		{"Sorted waste", "0.45", "60%", NULL, {"", "%", NULL}},
		/* an amount of change is of another kind */
		{"Cut the waste", "30", "by 20%", NULL, {"", "%", NULL}},
	};
	struct arena a = ARENA_INIT;
	struct model m;

	(void)state;
	for (size_t i = 0; i < COUNT_OF(CASES); i++) {
		struct key_result *kr = fresh(&a, &m, CASES[i].text);
		const struct quantity *all[3];

		kr->baseline = cell(&a, CASES[i].baseline);
		kr->target = cell(&a, CASES[i].target);
		kr->current = cell(&a, CASES[i].current);
		key_result_fill(&a, kr);
		all[0] = kr->baseline;
		all[1] = kr->target;
		all[2] = kr->current;
		for (size_t k = 0; k < COUNT_OF(all); k++) {
			assert_int_equal(!all[k], !CASES[i].units[k]);
			if (all[k])
				assert_string_equal(
					all[k]->unit, CASES[i].units[k]);
		}
	}
	arena_release(&a);
}

static void any_bytes_are_read_in_bounded_time(void **state)
{
	static const char *const PIECES[] = {"5% to ", "from 1 ", "(", "a ",
		"1:1 ", "1", "[x](", "2024 ", "\xff\xf0", "one ", "at least ",
		"$", "- ", "5-"};

	(void)state;
	for (size_t k = 0; k < COUNT_OF(PIECES); k++) {
		struct arena a = ARENA_INIT;
		struct sentence s;
		struct buf b;

		buf_init(&b, 1 << 20);
		for (int i = 0; i < 20000; i++) {
			buf_adds(&b, PIECES[k]);
			buf_adds(&b, PIECES[(size_t)i * 7 % COUNT_OF(PIECES)]);
		}
		sentence_read(&a, buf_str(&b), &s);
		buf_release(&b);
		arena_release(&a);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(sentences_say_what_they_say_and_no_more),
		cmocka_unit_test(the_words_are_told_apart),
		cmocka_unit_test(a_due_day_needs_its_year),
		cmocka_unit_test(empty_fields_are_filled_from_the_sentence),
		cmocka_unit_test(
			what_is_kept_takes_the_value_of_now_as_its_reading),
		cmocka_unit_test(where_it_stands_is_told_from_where_it_goes),
		cmocka_unit_test(cells_win_over_the_sentence),
		cmocka_unit_test(a_note_may_begin_with_a_reading),
		cmocka_unit_test(so_many_of_all_so_far_are_a_reading),
		cmocka_unit_test(a_share_within_the_goal_is_a_reading),
		cmocka_unit_test(numbers_of_another_kind_stay_out),
		cmocka_unit_test(a_bare_cell_has_the_unit_beside_it),
		cmocka_unit_test(any_bytes_are_read_in_bounded_time),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
