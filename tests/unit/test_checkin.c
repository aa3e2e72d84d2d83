/*
 * Check-ins in comments.
 */
#include "unit.h"

#include <stdio.h>
#include <string.h>

#include "read/checkin_p.h"

struct room {
	struct arena a;
	struct model m;
	struct {
		VEC_OF(struct note);
	} notes;
};

static struct key_result *add_kr(struct room *r, struct objective *o,
	const char *number, const char *text, const char *measure,
	const char *target)
{
	struct key_result *kr = objective_add_key_result(&r->a, o);

	kr->number = number;
	kr->text = text;
	kr->measure = measure;
	if (target)
		kr->target = quantity_read(&r->a, str_of(target));
	return kr;
}

static void enter(struct room *r)
{
	struct objective *o;

	*r = (struct room){.a = ARENA_INIT};
	model_init(&r->m);
	o = model_add_objective(&r->a, &r->m);
	o->title = "Win larger customers";
	add_kr(r, o, "1", "Increase enterprise revenue from $12M to $18M",
		"enterprise revenue", "$18M");
	add_kr(r, o, "2", "Close 15 new deals", "new deals", "15 deals");
	add_kr(r, o, "KR3", "Reduce the sales cycle from 120 to 90 days",
		"sales cycle", "90 days");
	add_kr(r, o, "4", "Keep 90% retention", "retention", "90%");
}

static void leave(struct room *r)
{
	arena_release(&r->a);
}

static void say(struct room *r, const char *day, const char *body)
{
	struct note *n = vec_add(&r->a, &r->notes);

	*n = (struct note){.id = (int64_t)r->notes.n,
		.body = str_of(body),
		.author = {.id = 7, .username = str_of("user7")}};
	assert_true(date_parse(str_of(day), &n->day));
}

static void apply(struct room *r)
{
	struct checkin_scope scope = {.notes = r->notes.v,
		.n_notes = r->notes.n,
		.objectives = r->m.objectives.v,
		.n_objectives = r->m.objectives.n};

	checkins_apply(&r->a, &scope);
}

static struct key_result *kr(struct room *r, size_t index)
{
	return &r->m.objectives.v[0].key_results.v[index];
}

static void check_value(
	const struct key_result *k, int64_t coef, int scale, const char *unit)
{
	assert_non_null(k->current);
	assert_true(k->current->has_value);
	assert_int_equal(k->current->value.coef, coef);
	assert_int_equal(k->current->value.scale, scale);
	assert_string_equal(k->current->unit, unit);
}

static const char REPORT[] =
	"Weekly numbers:\n"
	"```\n"
	"OKR: Win larger customers\n"
	"KR1 (enterprise revenue $18M): \xf0\x9f\x9f\xa1 Yellow - $14.5M "
	"(+$2.5M this month)\n"
	"  - On track for the $18M target\n"
	"  - Blocker: two contracts wait for legal\n"
	"  - Ask: a lawyer for two weeks\n"
	"\n"
	"KR2 (15 new deals): \xf0\x9f\x9f\xa1 Yellow - 6 deals closed, 9 to "
	"go\n"
	"  - Risk: budgets may slip\n"
	"  - Mitigation: later start dates\n"
	"\n"
	"KR3 (sales cycle 90 days): \xf0\x9f\x9f\xa2 Green - 105 days (was "
	"120)\n"
	"KR4 (90% retention): \xf0\x9f\x9f\xa2 Green - 88% retention, "
	"trending to 90%+\n"
	"Confidence: 70%\n"
	"```\n";

static void reads_values_health_and_remarks(void **state)
{
	struct room r;

	(void)state;
	enter(&r);
	say(&r, "2025-02-01", REPORT);
	apply(&r);
	check_value(kr(&r, 0), 14500000, 0, "USD");
	check_value(kr(&r, 1), 6, 0, "deals");
	check_value(kr(&r, 2), 105, 0, "days");
	check_value(kr(&r, 3), 88, 0, "%");
	assert_int_equal(kr(&r, 0)->health, HEALTH_NEEDS_ATTENTION);
	assert_int_equal(kr(&r, 3)->health, HEALTH_ON_TRACK);
	assert_string_equal(kr(&r, 0)->stated_status, "needs attention");
	assert_int_equal(kr(&r, 0)->blockers.n, 1);
	assert_string_equal(
		kr(&r, 0)->blockers.v[0], "two contracts wait for legal");
	assert_string_equal(kr(&r, 0)->asks.v[0], "a lawyer for two weeks");
	assert_string_equal(kr(&r, 1)->risks.v[0], "budgets may slip");
	assert_string_equal(kr(&r, 1)->mitigations.v[0], "later start dates");
	assert_int_equal(kr(&r, 3)->confidence->coef, 7);
	assert_string_equal(kr(&r, 0)->readings.v[0].author, "user7");
	assert_string_equal(
		kr(&r, 0)->readings.v[0].text, "$14.5M (+$2.5M this month)");
	assert_int_equal(kr(&r, 0)->current_date.month, 2);
	assert_int_equal(r.m.objectives.v[0].last_check_in.day, 1);
	leave(&r);
}

/* A line, and what KR1 ($18M) or KR2 (15 deals) becomes. */
static void reads_many_ways_to_write_a_line(void **state)
{
	static const struct {
		const char *line;
		size_t index;
		int64_t value; /* -1: none */
		enum health health;
	} CASES[] = {
		{"KR1: $14.5M", 0, 14500000, 0},
		{"KR 1: $14.5M", 0, 14500000, 0},
		{"- **KR1**: $14.5M", 0, 14500000, 0},
		{"1. KR1 - $14.5M", 0, 14500000, 0},
		{"### KR1 \xe2\x80\x94 $14.5M", 0, 14500000, 0},
		{"Key result 1: currently $14.5M", 0, 14500000, 0},
		{"kr1: :yellow_circle: now at $14.5M", 0, 14500000,
			HEALTH_NEEDS_ATTENTION},
		{"\xf0\x9f\x94\xb4 KR1: $14.5M", 0, 14500000, HEALTH_AT_RISK},
		{"KR1 - enterprise revenue: \xe2\x9a\xa0\xef\xb8\x8f $14.5M", 0,
			14500000, HEALTH_NEEDS_ATTENTION},
		{"KR1: at risk", 0, -1, HEALTH_AT_RISK},
		{"KR1: RED, $13M", 0, 13000000, HEALTH_AT_RISK},
		{"Enterprise revenue: $14.5M", 0, 14500000, 0},
		{"KR2: 6 deals closed, 9 to go", 1, 6, 0},
		{"KR2: 6", 1, 6, 0},
		{"KR2: green, 7 deals", 1, 7, HEALTH_ON_TRACK},
		{"KR2:\n- Status: yellow\n- Current: 8 deals", 1, 8,
			HEALTH_NEEDS_ATTENTION},
		{"1: $14.5M", 0, 14500000, 0},
		{"2 - 6 deals", 1, 6, 0},
		{"Enterprise turnover: $14.5M", 0, 14500000, 0},
		{"Enterprise revenue has come down to $14.5M", 0, 14500000, 0},
		{"Enterprise revenue was $14.5M this week", 0, 14500000, 0},
		{"We've got 6 deals now", 1, 6, 0},
		{"Sixth new deal signed", 1, 6, 0},
		/* and what is no reading */
		{"Enterprise revenue was $14.5M", 0, -1, 0},
		{"Enterprise revenue grows. The competitor's revenue is now "
		 "$14.5M",
			0, -1, 0},
		{"Enterprise revenue: their number is $14.5M", 0, -1, 0},
		{"9: $14.5M", 0, -1, 0},
		{"KR1: +$2.5M this month", 0, -1, 0},
		{"KR1: on track for $18M", 0, -1, HEALTH_ON_TRACK},
		{"KR1: 3 large deals wait", 0, -1, 0},
		{"KR1: 14.5", 0, -1, 0},
		{"KR2: 9 deals to go", 1, -1, 0},
		{"KR2: > 6 deals", 1, -1, 0},
		{"KR2: 40%", 1, -1, 0},
		{"KR2: redesigned", 1, -1, 0},
		{"KR2: what about 20 deals?", 1, -1, 0},
		{"KR20: 6 deals", 1, -1, 0},
		{"KR2x: 6 deals", 1, -1, 0},
		{"> KR2: 6 deals", 1, -1, 0},
		{"~~KR2: 6 deals~~", 1, -1, 0},
		{"<!-- KR2: 6 deals -->", 1, -1, 0},
		{"<!--\nKR2: 6 deals\n-->", 1, -1, 0},
		{"| KR2 | 6 deals |", 1, -1, 0},
		{"deals: 6", 1, 6, 0},
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(CASES); i++) {
		const struct quantity *q;
		struct room r;

		enter(&r);
		say(&r, "2025-02-01", CASES[i].line);
		apply(&r);
		q = kr(&r, CASES[i].index)->current;
		if (CASES[i].value < 0 ? q != NULL
				       : !q || q->value.coef != CASES[i].value)
			fail_msg("'%s': wrong value", CASES[i].line);
		if (kr(&r, CASES[i].index)->health != CASES[i].health)
			fail_msg("'%s': wrong health", CASES[i].line);
		leave(&r);
	}
}

static void the_newest_reading_wins_and_all_are_kept(void **state)
{
	struct room r;

	(void)state;
	enter(&r);
	say(&r, "2025-01-15", "KR1: \xf0\x9f\x94\xb4 $13M\n- Blocker: old");
	say(&r, "2025-02-20", "KR1: \xf0\x9f\x9f\xa2\n- Blocker: new");
	say(&r, "2025-02-21", "Check-in 2025-02-03\n\nKR1: $14M");
	say(&r, "2025-02-22", "Thanks! Will 2025-02-22 work for KR1?");
	apply(&r);
	check_value(kr(&r, 0), 14000000, 0, "USD");
	assert_int_equal(kr(&r, 0)->current_date.day, 3);
	assert_int_equal(kr(&r, 0)->health, HEALTH_ON_TRACK);
	assert_int_equal(kr(&r, 0)->readings.n, 3);
	assert_int_equal(kr(&r, 0)->readings.v[0].date.day, 15);
	assert_int_equal(kr(&r, 0)->readings.v[1].date.day, 3);
	assert_int_equal(kr(&r, 0)->readings.v[2].date.day, 20);
	assert_int_equal(r.m.objectives.v[0].last_check_in.day, 20);
	leave(&r);
}

static void only_the_newest_check_ins_remarks_stay(void **state)
{
	struct room r;

	(void)state;
	enter(&r);
	*vec_add(&r.a, &kr(&r, 0)->blockers) = "of the text";
	say(&r, "2025-01-15", "KR1: $13M\n- Blocker: old");
	say(&r, "2025-02-20", "KR1: $14M\n- Blocker: new");
	apply(&r);
	assert_int_equal(kr(&r, 0)->blockers.n, 2);
	assert_string_equal(kr(&r, 0)->blockers.v[0], "of the text");
	assert_string_equal(kr(&r, 0)->blockers.v[1], "new");
	leave(&r);
}

static void a_newer_day_in_the_text_wins_over_comments(void **state)
{
	struct room r;

	(void)state;
	enter(&r);
	kr(&r, 0)->current = quantity_read(&r.a, STR("$16M"));
	kr(&r, 0)->current_date = (struct date){2025, 3, 1};
	kr(&r, 1)->current = quantity_read(&r.a, STR("2 deals"));
	say(&r, "2025-02-20", "KR1: $14M\nKR2: 6 deals");
	apply(&r);
	check_value(kr(&r, 0), 16000000, 0, "USD");
	assert_int_equal(kr(&r, 0)->readings.n, 2);
	assert_string_equal(kr(&r, 0)->readings.v[1].author, "");
	check_value(kr(&r, 1), 6, 0, "deals");
	leave(&r);
}

static void a_day_after_the_comment_is_no_day_of_it(void **state)
{
	struct room r;

	(void)state;
	enter(&r);
	say(&r, "2025-02-20", "Update 2025-12-31\nKR1: $14M");
	apply(&r);
	assert_int_equal(kr(&r, 0)->current_date.month, 2);
	leave(&r);
}

static void talk_changes_nothing(void **state)
{
	struct room r;

	(void)state;
	enter(&r);
	say(&r, "2025-02-20",
		"Should KR1 be $20M? I think the market gives "
		"it.\n\nKR2: let us talk about it on Monday");
	apply(&r);
	assert_null(kr(&r, 0)->current);
	assert_int_equal(kr(&r, 0)->readings.n, 0);
	assert_int_equal(kr(&r, 1)->readings.n, 0);
	assert_false(date_is_set(r.m.objectives.v[0].last_check_in));
	leave(&r);
}

static void remarks_without_a_key_result_are_the_objectives(void **state)
{
	struct room r;

	(void)state;
	enter(&r);
	say(&r, "2025-02-20",
		"Blocker: no budget\nConfidence: 6/10\nStatus: amber");
	apply(&r);
	assert_string_equal(r.m.objectives.v[0].blockers.v[0], "no budget");
	assert_int_equal(r.m.objectives.v[0].confidence->coef, 6);
	assert_int_equal(r.m.objectives.v[0].health, HEALTH_NEEDS_ATTENTION);
	assert_int_equal(r.m.objectives.v[0].last_check_in.day, 20);
	leave(&r);
}

static void shares_are_between_nothing_and_all(void **state)
{
	static const struct {
		const char *body;
		int64_t coef; /* of a share with one decimal; -1: none */
	} CASES[] = {
		{"Confidence: 70%", 7},
		{"Confidence: 0.7", 7},
		{"Confidence: 7/10", 7},
		{"**Confidence:** 70 %", 7},
		{"Confidence: 700%", -1},
		{"Confidence: 7/8", -1},
		{"Confidence: high", -1},
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(CASES); i++) {
		const struct decimal *share;
		struct room r;

		enter(&r);
		say(&r, "2025-02-20", CASES[i].body);
		apply(&r);
		share = r.m.objectives.v[0].confidence;
		assert_int_equal(share ? share->coef : -1, CASES[i].coef);
		leave(&r);
	}
}

static void several_objectives_are_told_apart(void **state)
{
	struct objective *o;
	struct room r;

	(void)state;
	enter(&r);
	o = model_add_objective(&r.a, &r.m);
	o->title = "Ship a platform";
	o->number = "2";
	add_kr(&r, o, "1", "Raise uptime to 99%", "uptime", "99%");
	say(&r, "2025-02-01", "KR1: $13M");
	say(&r, "2025-02-02", "KR2: 3 deals");
	say(&r, "2025-02-03",
		"OKR: win larger\nKR1: $14M\nObjective 2:\nKR1: 97%");
	say(&r, "2025-02-04", "Uptime: 98%");
	apply(&r);
	assert_int_equal(kr(&r, 0)->readings.n, 1);
	check_value(kr(&r, 0), 14000000, 0, "USD");
	check_value(kr(&r, 1), 3, 0, "deals");
	o = &r.m.objectives.v[1];
	check_value(&o->key_results.v[0], 98, 0, "%");
	assert_int_equal(o->key_results.v[0].readings.n, 2);
	assert_int_equal(o->last_check_in.day, 4);
	leave(&r);
}

struct told {
	const char *text;
	int64_t coef; /* of the value; 0: none is read */
	int scale;
	enum result_kind result;
};

/* Says each text, alone, in the issue that is the key result of that index. */
static void check_alone(size_t index, const struct told *told, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		struct room r;
		struct checkin_scope scope;
		const struct key_result *k;

		enter(&r);
		say(&r, "2025-02-20", told[i].text);
		scope = (struct checkin_scope){.notes = r.notes.v,
			.n_notes = 1,
			.objectives = r.m.objectives.v,
			.n_objectives = 1,
			.only = kr(&r, index)};
		checkins_apply(&r.a, &scope);
		k = kr(&r, index);
		if (told[i].coef && !k->current)
			fail_msg("nothing is read in '%s'", told[i].text);
		if (!told[i].coef && k->current)
			fail_msg("'%s' is talk", told[i].text);
		if (k->current) {
			assert_int_equal(k->current->value.coef, told[i].coef);
			assert_int_equal(
				k->current->value.scale, told[i].scale);
		}
		assert_int_equal(k->result.kind, told[i].result);
		leave(&r);
	}
}

static void a_share_needs_no_name_in_its_own_issue(void **state)
{
	static const struct told TOLD[] = {
		{"We reached 86% today.", 86, 0, RESULT_NONE},
		{"87%, up from 85% in January.", 87, 0, RESULT_NONE},
		{"Thanks! 87%, up from 85%.", 87, 0, RESULT_NONE},
		{"90% reached", 90, 0, RESULT_NONE},
		{"still 84", 84, 0, RESULT_NONE},
		{"We are at 88.5% now", 885, 1, RESULT_NONE},
		{"back to 85% after the incident", 85, 0, RESULT_NONE},
		{"88% on main, the 91% is for new customers", 88, 0,
			RESULT_NONE},
		{"Status: amber\nValue: 84%\nComment: north lags (79%)", 84, 0,
			RESULT_NONE},
		{"100%!", 0, 0, RESULT_NONE},
		{"Values range from 82 to 89%.", 0, 0, RESULT_NONE},
		{"Are we still aiming for 90%?", 0, 0, RESULT_NONE},
		{"Could we get to 92% with a bonus?", 0, 0, RESULT_NONE},
	};

	(void)state;
	check_alone(3, TOLD, COUNT_OF(TOLD));
}

static void a_count_and_money_need_no_name_in_their_own_issue(void **state)
{
	static const struct told DEALS[] = {
		{"12 done, 3 to go", 12, 0, RESULT_NONE},
		{"Done: 12. Planned: 2.", 12, 0, RESULT_NONE},
		{"Signed 3 more this week, so 12 in total.", 12, 0,
			RESULT_NONE},
		{"Another 2 signed (north, south), total is 12 now.", 12, 0,
			RESULT_NONE},
		{"**2025-02-18**: 12 deals", 12, 0, RESULT_NONE},
		{"12 of 15", 12, 0, RESULT_NONE},
		{"3 deals", 3, 0, RESULT_NONE},
		{"4 deals came in from the fair on Monday", 0, 0, RESULT_NONE},
		{"Done!", 0, 0, RESULT_NONE},
		{"Not started yet.", 0, 0, RESULT_NOT_STARTED},
		{"We won't make it, moving to Q2.", 0, 0, RESULT_DEFERRED},
		{"KR is at 9 deals", 9, 0, RESULT_NONE},
		{"9 closed, two more in legal", 9, 0, RESULT_NONE},
		{"In progress, the list is out", 0, 0, RESULT_WIP},
		{"In progress reports we trust", 0, 0, RESULT_NONE},
		{"Blocked! Legal does not answer.", 0, 0, RESULT_BLOCKED},
		{"This KR is blocked, I call them daily", 0, 0, RESULT_BLOCKED},
		{"Cancelled: the merger took it over.", 0, 0, RESULT_NA},
		{"Closing as done, thanks all", 0, 0, RESULT_DONE},
	};
	static const struct told MONEY[] = {
		{"$14.3M booked, $1.2M in late talks.", 14300000, 0,
			RESULT_NONE},
		{"We're at 14.1M, about 300k behind plan.", 14100000, 0,
			RESULT_NONE},
	};

	(void)state;
	check_alone(1, DEALS, COUNT_OF(DEALS));
	check_alone(0, MONEY, COUNT_OF(MONEY));
}

static void the_weeks_of_one_line_are_readings_of_their_own(void **state)
{
	struct room r;

	(void)state;
	enter(&r);
	say(&r, "2025-02-20",
		"Week of 3 February: KR2 6 deals. Week of 10 February: KR2 8 "
		"deals.");
	apply(&r);
	check_value(kr(&r, 1), 8, 0, "deals");
	assert_int_equal(kr(&r, 1)->readings.n, 2);
	assert_int_equal(kr(&r, 1)->readings.v[0].date.day, 3);
	assert_int_equal(kr(&r, 1)->current_date.day, 10);
	leave(&r);
}

static void an_own_verb_is_done_where_done_may_answer_anything(void **state)
{
	struct room r;
	struct checkin_scope scope;

	(void)state;
	enter(&r);
	kr(&r, 2)->text = "Launch the portal";
	kr(&r, 2)->verb = "Launch";
	kr(&r, 2)->measure = "the portal";
	kr(&r, 2)->target = NULL;
	say(&r, "2025-02-18", "Done with the texts.");
	say(&r, "2025-02-20", "Launched this morning!");
	scope = (struct checkin_scope){.notes = r.notes.v,
		.n_notes = 1,
		.objectives = r.m.objectives.v,
		.n_objectives = 1,
		.only = kr(&r, 2)};
	checkins_apply(&r.a, &scope);
	assert_int_equal(kr(&r, 2)->result.kind, RESULT_NONE);
	scope.n_notes = 2;
	checkins_apply(&r.a, &scope);
	assert_int_equal(kr(&r, 2)->result.kind, RESULT_DONE);
	leave(&r);
}

static void an_issue_that_is_a_key_result_needs_no_number(void **state)
{
	struct room r;
	struct checkin_scope scope;

	(void)state;
	enter(&r);
	say(&r, "2025-02-01", "\xf0\x9f\x9f\xa1 Yellow - 5 deals");
	say(&r, "2025-02-03", "Current: 6 deals\n- Ask: more leads");
	scope = (struct checkin_scope){.notes = r.notes.v,
		.n_notes = r.notes.n,
		.objectives = r.m.objectives.v,
		.n_objectives = 1,
		.only = kr(&r, 1)};
	checkins_apply(&r.a, &scope);
	check_value(kr(&r, 1), 6, 0, "deals");
	assert_int_equal(kr(&r, 1)->health, HEALTH_NEEDS_ATTENTION);
	assert_string_equal(kr(&r, 1)->asks.v[0], "more leads");
	assert_int_equal(kr(&r, 1)->readings.n, 2);
	assert_null(kr(&r, 0)->current);
	leave(&r);
}

/* The example in the seeds' own words, between its fences. */
static void the_seeds_example_is_read(void **state)
{
	static const char PATH[] = "../shared/seeds/okr-definitions-q1-2025.md";
	enum { FILE_MAX = 1 << 20 };
	struct str text, body;
	struct room r;
	size_t at;
	FILE *f = fopen(PATH, "rb");

	(void)state;
	if (!f) {
		print_message("no %s\n", PATH);
		skip();
	}
	enter(&r);
	text.p = arena_alloc(&r.a, FILE_MAX);
	text.n = fread((char *)(uintptr_t)text.p, 1, FILE_MAX, f);
	fclose(f);
	at = str_find(text, STR("OKR: Accelerate"));
	assert_int_not_equal(at, STR_NONE);
	body = str_sub(text, at, text.n);
	body.n = str_find(body, STR("```"));
	say(&r, "2025-02-01", arena_text(&r.a, body));
	apply(&r);
	check_value(kr(&r, 0), 14500000, 0, "USD");
	check_value(kr(&r, 1), 6, 0, "deals");
	check_value(kr(&r, 2), 105, 0, "days");
	check_value(kr(&r, 3), 88, 0, "%");
	assert_int_equal(kr(&r, 0)->health, HEALTH_NEEDS_ATTENTION);
	assert_int_equal(kr(&r, 2)->health, HEALTH_ON_TRACK);
	assert_int_equal(kr(&r, 0)->blockers.n, 1);
	assert_int_equal(kr(&r, 0)->asks.n, 1);
	assert_int_equal(kr(&r, 1)->risks.n, 1);
	assert_int_equal(kr(&r, 1)->mitigations.n, 1);
	leave(&r);
}

static void a_comment_of_a_mebibyte_costs_little(void **state)
{
	static const char *const LINES[] = {"KR1: green and so on\n",
		"Status: red and so on\n", "nothing known: 7\n", "- - - - - ",
		"**KR2**: ((((((((", "Current: at at at\n", "<!--", "::::"};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(LINES); i++) {
		size_t n = strlen(LINES[i]), times = (1 << 20) / n;
		struct room r;
		char *body;

		enter(&r);
		body = arena_alloc(&r.a, n * times + 1);
		for (size_t k = 0; k < times; k++)
			memcpy(body + k * n, LINES[i], n);
		say(&r, "2025-02-20", body);
		apply(&r);
		/* Quadratic would be gibibytes. */
		assert_true(r.a.used < 64 << 20);
		leave(&r);
	}
}

static void several_key_results_share_a_line(void **state)
{
	struct room r;

	(void)state;
	enter(&r);
	say(&r, "2025-02-10",
		"Update: KR1 $14M -> $14.6M, KR2 \U0001f7e1 9 deals and KR4: "
		"91% - on track\n"
		"Sales cycle is stuck at 112 days. New deals: 10.\n"
		"Confidence dropped to 4/10.\nOverall: :yellow_circle:");
	apply(&r);
	check_value(kr(&r, 0), 14600000, 0, "USD");
	assert_int_equal(kr(&r, 1)->readings.n, 1);
	check_value(kr(&r, 1), 10, 0, "");
	assert_int_equal(kr(&r, 1)->health, HEALTH_NEEDS_ATTENTION);
	check_value(kr(&r, 2), 112, 0, "days");
	assert_int_equal(kr(&r, 3)->health, HEALTH_ON_TRACK);
	assert_int_equal(r.m.objectives.v[0].health, HEALTH_NEEDS_ATTENTION);
	leave(&r);
}

static void tables_report_row_by_row(void **state)
{
	struct room r;

	(void)state;
	enter(&r);
	say(&r, "2025-02-10",
		"| KR | Target | Current | Status |\n|---|---|---|---|\n"
		"| KR1 | $18M | $13.9M | Green |\n"
		"| 3 | 90 days | 110 days | Red |\n| | | | |\n\n"
		"| KR | Target |\n|---|---|\n| KR2 | 15 |\n");
	apply(&r);
	check_value(kr(&r, 0), 13900000, 0, "USD");
	assert_int_equal(kr(&r, 0)->health, HEALTH_ON_TRACK);
	assert_null(kr(&r, 1)->current);
	check_value(kr(&r, 2), 110, 0, "days");
	assert_int_equal(kr(&r, 2)->health, HEALTH_AT_RISK);
	leave(&r);
}

static void a_bare_list_is_in_the_order_of_the_key_results(void **state)
{
	struct room r;

	(void)state;
	enter(&r);
	say(&r, "2025-02-10", "1. $14M\n2) 6 deals\n3. 100 days\n4. 85 %\n");
	say(&r, "2025-02-11",
		"1. $1M was lost to a rival\n2. 30 days\n9. 7 deals\n");
	apply(&r);
	check_value(kr(&r, 0), 14000000, 0, "USD");
	check_value(kr(&r, 1), 6, 0, "deals");
	check_value(kr(&r, 2), 100, 0, "days");
	check_value(kr(&r, 3), 85, 0, "%");
	leave(&r);
}

static void a_share_of_the_target_is_so_many_of_it(void **state)
{
	struct room r;

	(void)state;
	enter(&r);
	say(&r, "2025-02-10",
		"Progress on KR2: 7/15 deals, two more wait\n"
		"Update KR4 => 87%\n");
	say(&r, "2025-02-11", "KR2: 8/20 deals\n");
	apply(&r);
	assert_int_equal(kr(&r, 1)->current->value.coef, 7);
	assert_string_equal(kr(&r, 1)->current->unit, "deals");
	check_value(kr(&r, 3), 87, 0, "%");
	leave(&r);
}

static void code_in_fences_is_no_reading(void **state)
{
	struct room r;

	(void)state;
	enter(&r);
	say(&r, "2025-02-10",
		"The script printed:\n```\nKR2: 17 deals\nObjective: x\n"
		"```\nand\n```sh\nKR3: 95 days\n```\nKR4: 88%\n");
	apply(&r);
	assert_null(kr(&r, 1)->current);
	assert_null(kr(&r, 2)->current);
	check_value(kr(&r, 3), 88, 0, "%");
	leave(&r);
}

static void results_in_words_are_told(void **state)
{
	static const struct {
		const char *line;
		size_t index;
		enum result_kind kind;
		int percent; /* -1: none */
	} CASES[] = {
		{"KR2: done", 1, RESULT_DONE, -1},
		{"- [x] KR2", 1, RESULT_DONE, -1},
		{"- [x] Close 15 new deals", 1, RESULT_DONE, -1},
		{"KR2: \u2705", 1, RESULT_DONE, -1},
		{"KR2 has been completed last week", 1, RESULT_DONE, -1},
		{"KR2: 80 % complete", 1, RESULT_PERCENT, 80},
		{"KR2: 40 %", 1, RESULT_PERCENT, 40},
		{"KR2: 0.7", 1, RESULT_PERCENT, 70},
		{"KR2 is blocked by legal", 1, RESULT_BLOCKED, -1},
		{"KR2 deferred to Q3", 1, RESULT_DEFERRED, -1},
		{"Postponing KR2 to next quarter", 1, RESULT_DEFERRED, -1},
		{"KR2: not started", 1, RESULT_NOT_STARTED, -1},
		{"KR2: missed (31 %)", 1, RESULT_MISSED, 31},
		{"Done: KR2", 1, RESULT_DONE, -1},
		/* and what is none */
		{"- [x] invite the team to KR2", 1, RESULT_NONE, -1},
		{"- [x] deals desk is set up", 1, RESULT_NONE, -1},
		{"KR2 done?", 1, RESULT_NONE, -1},
		{"KR2: done in the north, the south is open", 1, RESULT_NONE,
			-1},
		{"KR2 will be done on Friday", 1, RESULT_NONE, -1},
		{"once KR2 is done we celebrate", 1, RESULT_NONE, -1},
		{"KR2: dropped by 2 deals", 1, RESULT_NONE, -1},
		{"KR2 slipped a bit", 1, RESULT_NONE, -1},
		{"KR2: no progress this week", 1, RESULT_NONE, -1},
		{"KR2 continues next week", 1, RESULT_NONE, -1},
		{"KR2: behind", 1, RESULT_NONE, -1},
		{"KR2: 40 % of the leads are partners'", 1, RESULT_NONE, -1},
		{"\u26a0 KR1\nKR2: \u2705", 1, RESULT_NONE, -1},
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(CASES); i++) {
		const struct result *result;
		struct room r;

		enter(&r);
		say(&r, "2025-02-01", CASES[i].line);
		apply(&r);
		result = &kr(&r, CASES[i].index)->result;
		if (result->kind != CASES[i].kind)
			fail_msg("'%s': wrong result", CASES[i].line);
		if (CASES[i].percent < 0
				? result->percent != NULL
				: !result->percent || result->percent->coef !=
							      CASES[i].percent)
			fail_msg("'%s': wrong share", CASES[i].line);
		leave(&r);
	}
}

/* A line on the key results above, with one more that counts nothing. */
static void ways_of_many_people_are_read(void **state)
{
	static const struct {
		const char *line;
		size_t index;
		int64_t value; /* -1: none */
		enum result_kind kind;
		enum health health;
	} CASES[] = {
		{"KR2: 14 deals - achieved \xe2\x9c\x85", 1, 14, RESULT_DONE,
			0},
		{"KR2: 11 deals - missed \xe2\x9d\x8c", 1, 11, RESULT_MISSED,
			0},
		{"New deals: seven signed, two verbal", 1, 7, 0, 0},
		{"7 deals, 3 partners", 1, 7, 0, 0},
		{"New deals went down again, 6 last week", 1, 6, 0, 0},
		{"1. $13M\n2. Closed 7 deals (last time: 5)", 1, 7, 0, 0},
		{"All four KRs are green. New deals: 7", 1, 7, 0,
			HEALTH_ON_TRACK},
		{"> How many new deals do we have?\n\nIt's 7 deals now.", 1, 7,
			0, 0},
		{"KR5: not started - red", 4, -1, RESULT_NOT_STARTED,
			HEALTH_AT_RISK},
		{"Hub: lease is still being negotiated", 4, -1, RESULT_WIP, 0},
		{"KR5: draft is in review, not published yet", 4, -1,
			RESULT_WIP, 0},
		{"Hub rimandato a settembre", 4, -1, RESULT_DEFERRED, 0},
		{"KR5: n/a \xe2\x80\x93 the group does it", 4, -1, RESULT_NA,
			0},
		{"KR5: done \xf0\x9f\x8e\x89 \xe2\x80\x94 the 17 desks came", 4,
			-1, RESULT_DONE, 0},
		/* and what is none */
		{"KR5: a friend is being nice, 3 of us", 4, -1, 0, 0},
		{"Not all KRs are green", 1, -1, 0, 0},
		{"> How many new deals do we have?\n\nGood question", 1, -1, 0,
			0},
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(CASES); i++) {
		const struct key_result *k;
		struct room r;

		enter(&r);
		add_kr(&r, &r.m.objectives.v[0], "5", "Open the Leipzig hub",
			"", NULL);
		add_kr(&r, &r.m.objectives.v[0], "6", "Sign 12 partners",
			"partners", "12 partners");
		say(&r, "2025-02-01", CASES[i].line);
		apply(&r);
		k = kr(&r, CASES[i].index);
		if (CASES[i].value < 0
				? k->current != NULL
				: !k->current || k->current->value.coef !=
							 CASES[i].value)
			fail_msg("'%s': wrong value", CASES[i].line);
		if (k->result.kind != CASES[i].kind)
			fail_msg("'%s': wrong result", CASES[i].line);
		if (k->health != CASES[i].health)
			fail_msg("'%s': wrong health", CASES[i].line);
		leave(&r);
	}
}

static void the_newest_of_value_and_result_is_told(void **state)
{
	struct room r;

	(void)state;
	enter(&r);
	say(&r, "2025-01-10", "KR2: not started\nKR3: 100 days");
	say(&r, "2025-02-10", "KR2: 6 deals\nKR3: done");
	apply(&r);
	check_value(kr(&r, 1), 6, 0, "deals");
	assert_int_equal(kr(&r, 1)->result.kind, RESULT_NONE);
	assert_int_equal(kr(&r, 1)->readings.n, 2);
	check_value(kr(&r, 2), 100, 0, "days");
	assert_int_equal(kr(&r, 2)->result.kind, RESULT_DONE);
	assert_int_equal(kr(&r, 2)->result_date.month, 2);
	assert_int_equal(kr(&r, 2)->readings.v[1].result.kind, RESULT_DONE);
	leave(&r);
}

/* A line of a comment of 2025-03-10, and the day its reading has. */
static void days_are_read_as_they_are_written(void **state)
{
	static const struct {
		const char *body;
		int year, month, day;
	} CASES[] = {
		{"KR2: 6 deals", 2025, 3, 10},
		{"2025-03-03: KR2 6 deals", 2025, 3, 3},
		{"Update 3 March 2025\nKR2: 6 deals", 2025, 3, 3},
		{"Update March 3rd: KR2 6 deals", 2025, 3, 3},
		{"Update Dec 20\nKR2: 6 deals", 2024, 12, 20},
		{"Stand 03.03.2025\nKR2: 6 deals", 2025, 3, 3},
		{"Stand 3.3.\nKR2: 6 deals", 2025, 3, 3},
		{"Stand 3.3.25\nKR2: 6 deals", 2025, 3, 3},
		{"Point du 3 f\u00e9vrier\nKR2: 6 deals", 2025, 2, 3},
		{"Update 2/28/2025\nKR2: 6 deals", 2025, 2, 28},
		{"Update 28/02/2025\nKR2: 6 deals", 2025, 2, 28},
		{"KR2 as of 2025-03-03: 6 deals", 2025, 3, 3},
		{"KR2: 6 deals (March 3)", 2025, 3, 3},
		{"Date: 2025-03-03\nKR2: 6 deals", 2025, 3, 3},
		/* either, never, later */
		{"Update 02/03/2025\nKR2: 6 deals", 2025, 3, 10},
		{"Update 30 February\nKR2: 6 deals", 2025, 3, 10},
		{"Update 31.02.2025\nKR2: 6 deals", 2025, 3, 10},
		{"Update 2025-12-31\nKR2: 6 deals", 2025, 3, 10},
		{"Update v1.2.3\nKR2: 6 deals", 2025, 3, 10},
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(CASES); i++) {
		struct date day;
		struct room r;

		enter(&r);
		say(&r, "2025-03-10", CASES[i].body);
		apply(&r);
		assert_non_null(kr(&r, 1)->current);
		day = kr(&r, 1)->current_date;
		if (day.year != CASES[i].year || day.month != CASES[i].month ||
			day.day != CASES[i].day)
			fail_msg("'%s': %d-%d-%d", CASES[i].body, day.year,
				day.month, day.day);
		leave(&r);
	}
}

/* What follows a comment that said "KR2: 6 deals\nKR3: 100 days". */
static void corrections_mend_the_reading_they_mean(void **state)
{
	static const struct {
		const char *body;
		int64_t value; /* of KR2 */
		size_t readings;
	} CASES[] = {
		{"sorry, 8 not 6", 8, 1},
		{"Typo: not 6 but 8 deals", 8, 1},
		{"oops, 8 instead of 6", 8, 1},
		{"Correction: KR2 is 8, not 6", 8, 2},
		/* of nothing, of another unit, and no correction at all */
		{"sorry, 8 not 7", 6, 1},
		{"sorry, 8 % not 6", 6, 1},
		{"8 not 6 people came", 6, 1},
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(CASES); i++) {
		struct room r;

		enter(&r);
		say(&r, "2025-03-10", "KR2: 6 deals\nKR3: 100 days");
		say(&r, "2025-03-11", CASES[i].body);
		apply(&r);
		if (kr(&r, 1)->current->value.coef != CASES[i].value ||
			kr(&r, 1)->readings.n != CASES[i].readings)
			fail_msg("'%s': wrong", CASES[i].body);
		leave(&r);
	}
}

static void a_number_of_two_readings_is_not_mended(void **state)
{
	struct room r;

	(void)state;
	enter(&r);
	say(&r, "2025-03-10", "KR2: 88\nKR4: 88 %");
	say(&r, "2025-03-11", "sorry, 89 not 88");
	apply(&r);
	assert_int_equal(kr(&r, 1)->current->value.coef, 88);
	assert_int_equal(kr(&r, 3)->current->value.coef, 88);
	leave(&r);
}

static void the_whole_objective_may_be_told_of_behind(void **state)
{
	static const char *const LINES[] = {
		"Confidence 6/10 for the whole objective.",
		"We're at 6/10 confidence on the objective as a whole"};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(LINES); i++) {
		const struct objective *o;
		struct room r;

		enter(&r);
		say(&r, "2025-03-01", LINES[i]);
		apply(&r);
		o = &r.m.objectives.v[0];
		if (!o->confidence || o->confidence->coef != 6)
			fail_msg("'%s': no confidence", LINES[i]);
		leave(&r);
	}
}

static void a_number_per_month_may_be_last_months(void **state)
{
	struct room r;

	(void)state;
	enter(&r);
	add_kr(&r, r.m.objectives.v, "5",
		"Incidents per month from 11 to 3 incidents",
		"Incidents per month", "3 incidents");
	say(&r, "2025-03-01", "Incidents in the last month: 5");
	apply(&r);
	check_value(kr(&r, 4), 5, 0, "");
	leave(&r);
}

static void the_newest_health_of_the_objective_wins(void **state)
{
	struct room r;

	(void)state;
	enter(&r);
	say(&r, "2025-03-01", "Status: red");
	say(&r, "2025-03-08", "Status: green");
	apply(&r);
	assert_int_equal(r.m.objectives.v[0].health, HEALTH_ON_TRACK);
	leave(&r);
	enter(&r);
	r.m.objectives.v[0].health = HEALTH_AT_RISK; /* of a label */
	say(&r, "2025-03-08", "Status: green");
	apply(&r);
	assert_int_equal(r.m.objectives.v[0].health, HEALTH_AT_RISK);
	leave(&r);
}

static void columns_of_a_table_may_be_remarks(void **state)
{
	struct room r;

	(void)state;
	enter(&r);
	say(&r, "2025-03-10",
		"| # | Key result | 2025-03-03 | Confidence | Blockers | "
		"Target |\n|--|--|--|--|--|--|\n"
		"| 1 | Enterprise revenue | $14M | 7/10 | legal | $18M |\n"
		"| 2 | New deals | 6 | 0.4 | none | 15 |\n"
		"| 9 | Something else | 6 | 0.4 | none | 15 |\n");
	apply(&r);
	check_value(kr(&r, 0), 14000000, 0, "USD");
	assert_int_equal(kr(&r, 0)->confidence->coef, 7);
	assert_string_equal(kr(&r, 0)->blockers.v[0], "legal");
	check_value(kr(&r, 1), 6, 0, "");
	assert_int_equal(kr(&r, 1)->blockers.n, 0);
	leave(&r);
}

static void talk_in_an_issue_that_is_a_key_result_is_talk(void **state)
{
	static const char *const TALK[] = {"3 people asked for the slides",
		"merged !12, saved 3 hours", "we will have 9 deals next week",
		"see you at 10", "5 deals signed this week",
		"target stays 15 deals", "last week we were at 4 deals",
		"> 6 deals", "+2 deals",
		"`6 deals` is what the script prints when it fails? Maybe.",
		"6 to 8 deals", "    6 deals", "9 deals to go"};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(TALK); i++) {
		struct room r;
		struct checkin_scope scope;

		enter(&r);
		say(&r, "2025-02-01", TALK[i]);
		scope = (struct checkin_scope){.notes = r.notes.v,
			.n_notes = r.notes.n,
			.objectives = r.m.objectives.v,
			.n_objectives = 1,
			.only = kr(&r, 1)};
		checkins_apply(&r.a, &scope);
		if (kr(&r, 1)->readings.n)
			fail_msg("'%s' is talk", TALK[i]);
		leave(&r);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(
			a_bare_list_is_in_the_order_of_the_key_results),
		cmocka_unit_test(a_share_of_the_target_is_so_many_of_it),
		cmocka_unit_test(code_in_fences_is_no_reading),
		cmocka_unit_test(results_in_words_are_told),
		cmocka_unit_test(ways_of_many_people_are_read),
		cmocka_unit_test(the_newest_of_value_and_result_is_told),
		cmocka_unit_test(days_are_read_as_they_are_written),
		cmocka_unit_test(corrections_mend_the_reading_they_mean),
		cmocka_unit_test(a_number_of_two_readings_is_not_mended),
		cmocka_unit_test(the_newest_health_of_the_objective_wins),
		cmocka_unit_test(the_whole_objective_may_be_told_of_behind),
		cmocka_unit_test(a_number_per_month_may_be_last_months),
		cmocka_unit_test(columns_of_a_table_may_be_remarks),
		cmocka_unit_test(talk_in_an_issue_that_is_a_key_result_is_talk),
		cmocka_unit_test(several_key_results_share_a_line),
		cmocka_unit_test(tables_report_row_by_row),
		cmocka_unit_test(reads_values_health_and_remarks),
		cmocka_unit_test(reads_many_ways_to_write_a_line),
		cmocka_unit_test(the_newest_reading_wins_and_all_are_kept),
		cmocka_unit_test(only_the_newest_check_ins_remarks_stay),
		cmocka_unit_test(a_newer_day_in_the_text_wins_over_comments),
		cmocka_unit_test(a_day_after_the_comment_is_no_day_of_it),
		cmocka_unit_test(talk_changes_nothing),
		cmocka_unit_test(
			remarks_without_a_key_result_are_the_objectives),
		cmocka_unit_test(shares_are_between_nothing_and_all),
		cmocka_unit_test(several_objectives_are_told_apart),
		cmocka_unit_test(the_seeds_example_is_read),
		cmocka_unit_test(a_comment_of_a_mebibyte_costs_little),
		cmocka_unit_test(an_issue_that_is_a_key_result_needs_no_number),
		cmocka_unit_test(a_share_needs_no_name_in_its_own_issue),
		cmocka_unit_test(
			a_count_and_money_need_no_name_in_their_own_issue),
		cmocka_unit_test(
			the_weeks_of_one_line_are_readings_of_their_own),
		cmocka_unit_test(
			an_own_verb_is_done_where_done_may_answer_anything),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
