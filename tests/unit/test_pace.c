/*
 * Pace, status, staleness, forecast and watermelons, on Q1 2025: 90 days from
 * 1 January to 31 March.
 */
#include "okr_unit.h"

static struct arena a;

static int start(void **state)
{
	(void)state;
	arena_init(&a);
	return 0;
}

static int stop(void **state)
{
	(void)state;
	arena_release(&a);
	return 0;
}

static struct date day(const char *text)
{
	struct date d = {0};

	if (text)
		assert_true(date_parse(str_of(text), &d));
	return d;
}

/* A key result from 0 to 100, read as told on a date (NULL: unknown). */
static struct key_result *add(
	struct objective *o, const char *reading, const char *on)
{
	struct key_result *kr = objective_add_key_result(&a, o);

	kr->text = "Raise it";
	kr->baseline = quantity(&a, "0", "", "0");
	kr->target = quantity(&a, "100", "", "100");
	kr->current = quantity(&a, reading, "", reading);
	kr->current_date = day(on);
	return kr;
}

static struct objective *build(struct model *m)
{
	struct objective *o;

	model_init(m);
	m->period = (struct period){
		"Q1 2025", day("2025-01-01"), day("2025-03-31")};
	o = model_add_objective(&a, m);
	o->title = "An objective";
	o->state = STATE_ACTIVE;
	return o;
}

static void grade(struct model *m, const char *today, enum plan plan)
{
	struct grade_options opt;

	grade_options_init(&opt);
	opt.today = day(today);
	opt.plan = plan;
	grade_model(&a, m, &opt);
}

static void progress_is_held_against_the_plan(void **state)
{
	static const struct {
		const char *today, *on, *reading;
		enum okr_type type;
		enum plan plan;
		enum status status;
	} T[] = {
		/* half of the period: expected 0.50 */
		{"2025-02-14", NULL, "100", 0, 0, STATUS_DONE},
		{"2025-02-14", NULL, "61", 0, 0, STATUS_AHEAD},
		{"2025-02-14", NULL, "60", 0, 0, STATUS_ON_TRACK},
		{"2025-02-14", NULL, "40", 0, 0, STATUS_ON_TRACK},
		{"2025-02-14", NULL, "39", 0, 0, STATUS_BEHIND},
		{"2025-02-14", NULL, "25", 0, 0, STATUS_BEHIND},
		{"2025-02-14", NULL, "24", 0, 0, STATUS_AT_RISK},
		{"2025-02-14", NULL, "-9", 0, 0, STATUS_AT_RISK},
		/* aspirational: 0.7 of that, 0.35 */
		{"2025-02-14", NULL, "46", TYPE_ASPIRATIONAL, 0, STATUS_AHEAD},
		{"2025-02-14", NULL, "25", TYPE_ASPIRATIONAL, 0,
			STATUS_ON_TRACK},
		{"2025-02-14", NULL, "24", TYPE_ASPIRATIONAL, 0, STATUS_BEHIND},
		{"2025-02-14", NULL, "46", TYPE_COMMITTED, 0, STATUS_ON_TRACK},
		/* back-loaded: 0.25; in three steps: 0.33 */
		{"2025-02-14", NULL, "15", 0, PLAN_BACK_LOADED,
			STATUS_ON_TRACK},
		{"2025-02-14", NULL, "36", 0, PLAN_BACK_LOADED, STATUS_AHEAD},
		{"2025-02-14", NULL, "24", 0, PLAN_STEPPED, STATUS_ON_TRACK},
		{"2025-02-14", NULL, "23", 0, PLAN_STEPPED, STATUS_BEHIND},
		{"2025-01-29", NULL, "0", 0, PLAN_STEPPED, STATUS_ON_TRACK},
		/* before it, and its first tenth: days 1 to 8 */
		{"2024-12-31", NULL, "0", 0, 0, STATUS_NONE},
		{"2025-01-08", NULL, "0", 0, 0, STATUS_NONE},
		{"2025-01-08", NULL, "100", 0, 0, STATUS_DONE},
		{"2025-01-09", NULL, "0", 0, 0, STATUS_ON_TRACK},
		/* after it the whole is expected */
		{"2025-06-01", NULL, "90", 0, 0, STATUS_ON_TRACK},
		{"2025-06-01", NULL, "74", 0, 0, STATUS_AT_RISK},
		/* an old reading is judged at its own date */
		{"2025-02-20", "2025-02-14", "40", 0, 0, STATUS_ON_TRACK},
		{"2025-02-28", "2025-02-14", "40", 0, 0, STATUS_ON_TRACK},
		{"2025-03-01", "2025-02-14", "40", 0, 0, STATUS_STALE},
		{"2025-03-01", "2025-02-14", "61", 0, 0, STATUS_STALE},
		{"2025-03-01", "2025-02-14", "39", 0, 0, STATUS_BEHIND},
		{"2025-03-01", "2025-02-14", "24", 0, 0, STATUS_AT_RISK},
		{"2025-03-01", "2025-02-14", "100", 0, 0, STATUS_DONE},
		/* a reading of the last days stays good for ever */
		{"2026-01-01", "2025-03-20", "85", 0, 0, STATUS_ON_TRACK},
		{"2026-01-01", "2025-03-16", "85", 0, 0, STATUS_STALE},
		/* no today, nothing but done */
		{NULL, NULL, "40", 0, 0, STATUS_NONE},
		{NULL, "2025-02-14", "100", 0, 0, STATUS_DONE},
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(T); i++) {
		struct model m;
		struct objective *o = build(&m);
		struct key_result *kr = add(o, T[i].reading, T[i].on);

		o->type = T[i].type;
		grade(&m, T[i].today, T[i].plan);
		if (kr->status != T[i].status)
			print_message("in row %zu\n", i);
		assert_string_equal(
			status_name(kr->status), status_name(T[i].status));
		assert_int_equal(o->status, kr->status);
		assert_int_equal(m.status, kr->status);
		assert_int_equal(
			count_rule(&m, "stale"), T[i].status == STATUS_STALE);
	}
}

static void without_a_period_only_done_is_known(void **state)
{
	struct model m;
	struct objective *o = build(&m);

	(void)state;
	m.period = (struct period){.name = ""};
	add(o, "40", NULL);
	add(o, "100", NULL);
	grade(&m, "2025-02-14", PLAN_LINEAR);
	assert_int_equal(o->key_results.v[0].status, STATUS_NONE);
	assert_int_equal(o->key_results.v[1].status, STATUS_DONE);
	assert_null(o->key_results.v[0].forecast);
	o->period = (struct period){
		"Q1 2025", day("2025-01-01"), day("2025-03-31")};
	grade(&m, "2025-02-14", PLAN_LINEAR);
	assert_int_equal(o->key_results.v[0].status, STATUS_ON_TRACK);
	o->key_results.v[0].period =
		(struct period){"FY25", day("2025-01-01"), day("2025-12-31")};
	grade(&m, "2025-02-14", PLAN_LINEAR);
	assert_int_equal(o->key_results.v[0].status, STATUS_AHEAD);
}

static void states_and_results_have_their_say(void **state)
{
	static const struct {
		enum state state;
		enum outcome outcome;
		enum result_kind result;
		const char *reading;
		enum status status;
	} T[] = {
		{STATE_DRAFT, 0, 0, "0", STATUS_NONE},
		{STATE_REVIEW, 0, 0, "0", STATUS_NONE},
		{STATE_NONE, 0, 0, "0", STATUS_AT_RISK},
		{STATE_CLOSED, 0, 0, "50", STATUS_AT_RISK},
		{STATE_CLOSED, 0, 0, "95", STATUS_ON_TRACK},
		{STATE_ACTIVE, OUTCOME_CANCELLED, 0, "0", STATUS_NONE},
		{STATE_ACTIVE, 0, RESULT_DEFERRED, "0", STATUS_NONE},
		{STATE_ACTIVE, 0, RESULT_DONE, NULL, STATUS_DONE},
		{STATE_ACTIVE, 0, RESULT_BLOCKED, NULL, STATUS_AT_RISK},
		{STATE_ACTIVE, 0, RESULT_WIP, NULL, STATUS_NONE},
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(T); i++) {
		struct model m;
		struct objective *o = build(&m);
		struct key_result *kr = add(o, "0", NULL);

		kr->current = quantity(&a, T[i].reading, "", T[i].reading);
		kr->result.kind = T[i].result;
		o->state = T[i].state;
		o->outcome = T[i].outcome;
		grade(&m, "2025-02-14", PLAN_LINEAR);
		assert_string_equal(
			status_name(kr->status), status_name(T[i].status));
	}
}

static void what_is_to_be_kept_is_done_only_at_the_end(void **state)
{
	struct model m;
	struct objective *o = build(&m);
	struct key_result *kr = add(o, "100", NULL);

	(void)state;
	kr->text = "Keep uptime";
	kr->baseline = NULL;
	grade(&m, "2025-02-14", PLAN_LINEAR);
	assert_int_equal(kr->status, STATUS_ON_TRACK);
	assert_null(kr->forecast);
	grade(&m, "2025-04-01", PLAN_LINEAR);
	assert_int_equal(kr->status, STATUS_DONE);
	kr->current = quantity(&a, "99", "", "99");
	grade(&m, "2025-02-14", PLAN_LINEAR);
	assert_int_equal(kr->status, STATUS_AT_RISK);
}

static void the_worst_part_gives_the_status(void **state)
{
	int counts[STATUS_STALE + 1];
	struct model m;
	struct objective *o = build(&m);

	(void)state;
	add(o, "100", NULL);
	add(o, "70", NULL);
	grade(&m, "2025-02-14", PLAN_LINEAR);
	assert_int_equal(o->status, STATUS_AHEAD);
	add(o, "50", NULL);
	add(o, "50", "2025-01-20");
	grade(&m, "2025-02-14", PLAN_LINEAR);
	assert_int_equal(o->status, STATUS_STALE);
	add(o, "30", NULL);
	grade(&m, "2025-02-14", PLAN_LINEAR);
	assert_int_equal(o->status, STATUS_BEHIND);
	add(o, "10", NULL);
	grade(&m, "2025-02-14", PLAN_LINEAR);
	assert_int_equal(o->status, STATUS_AT_RISK);
	assert_int_equal(m.status, STATUS_AT_RISK);
	rollup_statuses(&m, counts);
	assert_int_equal(counts[STATUS_DONE], 1);
	assert_int_equal(counts[STATUS_AHEAD], 1);
	assert_int_equal(counts[STATUS_ON_TRACK], 1);
	assert_int_equal(counts[STATUS_STALE], 1);
	assert_int_equal(counts[STATUS_BEHIND], 1);
	assert_int_equal(counts[STATUS_AT_RISK], 1);
	assert_int_equal(counts[STATUS_NONE], 0);
}

static void the_newest_of_all_readings_counts_for_staleness(void **state)
{
	struct model m;
	struct objective *o = build(&m);
	struct key_result *kr = add(o, "50", "2025-01-10");

	(void)state;
	*vec_add(&a, &kr->readings) =
		(struct reading){.date = day("2025-02-10"), .text = ""};
	grade(&m, "2025-02-14", PLAN_LINEAR);
	assert_int_equal(kr->status, STATUS_ON_TRACK);
	assert_int_equal(date_cmp(m.as_of, day("2025-02-10")), 0);
}

static void an_issue_that_was_never_read_goes_stale(void **state)
{
	struct model m;
	struct objective *o = build(&m);
	struct key_result *kr = add(o, NULL, NULL);

	(void)state;
	grade(&m, "2025-02-14", PLAN_LINEAR);
	assert_int_equal(kr->status, STATUS_NONE);
	o->created = day("2024-12-01");
	grade(&m, "2025-01-15", PLAN_LINEAR);
	assert_int_equal(kr->status, STATUS_NONE);
	grade(&m, "2025-01-16", PLAN_LINEAR);
	assert_int_equal(kr->status, STATUS_STALE);
	o->updated = day("2025-01-10");
	grade(&m, "2025-01-16", PLAN_LINEAR);
	assert_int_equal(kr->status, STATUS_STALE);
	o->last_check_in = day("2025-01-10");
	grade(&m, "2025-01-16", PLAN_LINEAR);
	assert_int_equal(kr->status, STATUS_NONE);
}

static void a_value_without_date_is_as_old_as_the_issues_change(void **state)
{
	static const struct quantity NOW = {.has_value = true,
		.value = {70, 0},
		.unit = "%",
		.text = "70%"};
	struct model m;
	struct objective *o = build(&m);
	struct key_result *kr = add(o, NULL, NULL);

	(void)state;
	o->created = day("2024-12-01");
	kr->current = &NOW;
	grade(&m, "2025-01-30", PLAN_LINEAR);
	assert_int_equal(kr->status, STATUS_STALE);
	o->updated = day("2025-01-20");
	grade(&m, "2025-01-30", PLAN_LINEAR);
	assert_int_equal(kr->status, STATUS_AHEAD);
	grade(&m, "2025-02-04", PLAN_LINEAR);
	assert_int_equal(kr->status, STATUS_STALE);
}

static void a_forecast_goes_on_as_it_went(void **state)
{
	static const struct {
		const char *today, *reading;
		enum plan plan;
		const char *forecast;
	} T[] = {
		{"2025-02-14", "40", PLAN_LINEAR, "0.80"},
		{"2025-02-14", "70", PLAN_LINEAR, "1.40"},
		{"2025-02-14", "-10", PLAN_LINEAR, "-0.20"},
		{"2025-02-14", "20", PLAN_BACK_LOADED, "0.80"},
		{"2025-02-14", "20", PLAN_STEPPED, "0.60"},
		{"2025-01-20", "20", PLAN_STEPPED, "-"},
		{"2025-01-05", "20", PLAN_LINEAR, "-"},
		{"2025-04-05", "60", PLAN_LINEAR, "0.60"},
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(T); i++) {
		struct model m;
		struct objective *o = build(&m);
		struct key_result *kr = add(o, T[i].reading, NULL);

		grade(&m, T[i].today, T[i].plan);
		assert_string_equal(show(&a, kr->forecast, 2), T[i].forecast);
	}
}

static void forecasts_of_objectives_are_means_within_bounds(void **state)
{
	struct model m;
	struct objective *o = build(&m);

	(void)state;
	add(o, "70", NULL);
	add(o, "20", NULL);
	grade(&m, "2025-02-14", PLAN_LINEAR);
	assert_string_equal(show(&a, o->forecast, 2), "0.70");
	assert_string_equal(show(&a, m.forecast, 2), "0.70");
}

static void a_watermelon_is_found(void **state)
{
	static const struct {
		enum health health;
		const char *said, *reading;
		int found;
	} T[] = {
		{HEALTH_ON_TRACK, "", "10", 1},
		{HEALTH_NONE, "On track", "10", 1},
		{HEALTH_NONE, "Ahead", "10", 1},
		{HEALTH_NEEDS_ATTENTION, "On track", "10", 0},
		{HEALTH_NONE, "Behind", "10", 0}, {HEALTH_NONE, "", "10", 0},
		{HEALTH_ON_TRACK, "", "30", 0}, {HEALTH_ON_TRACK, "", "50", 0},
		{HEALTH_AT_RISK, "", "10", 0}, {HEALTH_AT_RISK, "", "50", 0},
		{HEALTH_AT_RISK, "", "70", 1},
		{HEALTH_NONE, "Delivered", "10", 0}, /* no "red" in there */
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(T); i++) {
		struct model m;
		struct key_result *kr = add(build(&m), T[i].reading, NULL);

		kr->health = T[i].health;
		kr->stated_status = T[i].said;
		grade(&m, "2025-02-14", PLAN_LINEAR);
		assert_int_equal(
			count_rule(&m, "health-contradicts"), T[i].found);
	}
}

static void a_watermelon_may_be_a_whole_objective(void **state)
{
	static const struct {
		enum health health;
		const char *one, *other;
		int found;
	} T[] = {
		{HEALTH_ON_TRACK, "10", "20", 1},
		{HEALTH_ON_TRACK, "10", "90", 0}, /* the mean is fine */
		{HEALTH_NEEDS_ATTENTION, "10", "20", 0},
		{HEALTH_AT_RISK, "10", "20", 0},
		{HEALTH_AT_RISK, "90", "80", 1},
		{HEALTH_NONE, "10", "20", 0},
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(T); i++) {
		struct model m;
		struct objective *o = build(&m);

		add(o, T[i].one, NULL);
		add(o, T[i].other, NULL);
		o->health = T[i].health;
		grade(&m, "2025-02-14", PLAN_LINEAR);
		assert_int_equal(
			count_rule(&m, "health-contradicts"), T[i].found);
	}
}

static void an_objective_with_only_a_result_has_a_status(void **state)
{
	static const struct {
		enum result_kind kind;
		const char *percent;
		enum status status;
	} T[] = {
		{RESULT_PERCENT, "50", STATUS_ON_TRACK},
		{RESULT_PERCENT, "10", STATUS_AT_RISK},
		{RESULT_DONE, NULL, STATUS_DONE},
		{RESULT_BLOCKED, NULL, STATUS_AT_RISK},
		{RESULT_DEFERRED, NULL, STATUS_NONE},
		{RESULT_NONE, NULL, STATUS_NONE},
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(T); i++) {
		struct model m;
		struct objective *o = build(&m);

		o->result = (struct result){.kind = T[i].kind,
			.percent = number(&a, T[i].percent),
			.text = "as told"};
		grade(&m, "2025-02-14", PLAN_LINEAR);
		assert_string_equal(
			status_name(o->status), status_name(T[i].status));
	}
}

static void a_missed_commitment_asks_for_a_note(void **state)
{
	struct model m;
	struct objective *o = build(&m);

	(void)state;
	o->type = TYPE_COMMITTED;
	add(o, "90", NULL);
	grade(&m, "2025-03-31", PLAN_LINEAR);
	assert_int_equal(count_rule(&m, "committed-missed"), 0);
	grade(&m, "2025-04-01", PLAN_LINEAR);
	assert_string_equal(get_finding(&m, "committed-missed")->message,
		"objective 'An objective': it was committed and ended at "
		"0.90, not 1.00: add a post-mortem note");
	m.findings.n = 0;
	*vec_add(&a, &o->notes) = "Post-mortem: we began too late";
	grade(&m, "2025-04-01", PLAN_LINEAR);
	assert_int_equal(m.findings.n, 1); /* too safe: 0.90 */
	get_finding(&m, "too-safe");
}

static void nothing_is_missing_before_it_can_be_there(void **state)
{
	struct model m;
	struct objective *o = build(&m);

	(void)state;
	add(o, NULL, NULL);
	grade(&m, "2025-01-05", PLAN_LINEAR);
	assert_int_equal(m.findings.n, 0);
	o->state = STATE_DRAFT;
	grade(&m, "2025-02-14", PLAN_LINEAR);
	assert_int_equal(m.findings.n, 0);
	o->state = STATE_ACTIVE;
	grade(&m, "2025-02-14", PLAN_LINEAR);
	get_finding(&m, "cannot-be-graded");
}

static void confidence_goes_with_the_number(void **state)
{
	static const struct {
		const char *today, *confidence, *reading;
		int found;
	} T[] = {
		{"2025-02-14", "0.7", "24", 1}, {"2025-02-14", "0.69", "24", 0},
		{"2025-02-14", "0.9", "25", 0}, /* behind, not at risk */
		{"2025-02-14", "0.3", "61", 1}, {"2025-02-14", "0.3", "100", 1},
		{"2025-02-14", "0.31", "61", 0},
		{"2025-02-14", "0.1", "60", 0}, /* on track */
		{"2025-02-14", "0.1", "10", 0}, {"2025-02-14", "0.9", "90", 0},
		{"2025-02-14", NULL, "10", 0},
		{"2025-02-14", "0.9", NULL, 0}, /* nothing is known */
		{"2025-04-02", "0.9", "10", 0}, /* it is over */
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(T); i++) {
		struct model m;
		struct objective *o = build(&m);
		struct key_result *kr = add(o, T[i].reading, NULL);

		kr->confidence = number(&a, T[i].confidence);
		grade(&m, T[i].today, PLAN_LINEAR);
		if (count_rule(&m, "confidence-contradicts") != T[i].found)
			fail_msg("row %zu", i);
		/* And said of the whole. */
		kr->confidence = NULL;
		o->confidence = number(&a, T[i].confidence);
		m.findings.n = 0;
		grade(&m, T[i].today, PLAN_LINEAR);
		if (count_rule(&m, "confidence-contradicts") != T[i].found)
			fail_msg("row %zu, whole", i);
	}
}

static void an_objectives_confidence_is_stated_or_that_of_its_parts(
	void **state)
{
	struct model m;
	struct objective *o = build(&m);

	(void)state;
	add(o, "50", NULL)->confidence = number(&a, "0.5");
	add(o, "50", NULL)->confidence = number(&a, "0.8");
	o->key_results.v[1].weight = number(&a, "2");
	add(o, "50", NULL);
	add(o, "50", NULL)->confidence = number(&a, "0.1");
	o->key_results.v[3].result.kind = RESULT_DEFERRED;
	grade(&m, "2025-02-14", PLAN_LINEAR);
	/* (0.5 + 2 * 0.8) / 3 */
	assert_string_equal(show(&a, o->sure, 4), "0.7000");
	assert_string_equal(show(&a, m.sure, 4), "0.7000");
	o->confidence = number(&a, "0.2");
	grade(&m, "2025-02-14", PLAN_LINEAR);
	assert_string_equal(show(&a, o->sure, 4), "0.2000");
	o->counts = false;
	o->outcome = OUTCOME_CANCELLED;
	grade(&m, "2025-02-14", PLAN_LINEAR);
	assert_null(m.sure);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(progress_is_held_against_the_plan),
		cmocka_unit_test(without_a_period_only_done_is_known),
		cmocka_unit_test(states_and_results_have_their_say),
		cmocka_unit_test(what_is_to_be_kept_is_done_only_at_the_end),
		cmocka_unit_test(the_worst_part_gives_the_status),
		cmocka_unit_test(
			the_newest_of_all_readings_counts_for_staleness),
		cmocka_unit_test(an_issue_that_was_never_read_goes_stale),
		cmocka_unit_test(
			a_value_without_date_is_as_old_as_the_issues_change),
		cmocka_unit_test(a_forecast_goes_on_as_it_went),
		cmocka_unit_test(
			forecasts_of_objectives_are_means_within_bounds),
		cmocka_unit_test(confidence_goes_with_the_number),
		cmocka_unit_test(
			an_objectives_confidence_is_stated_or_that_of_its_parts),
		cmocka_unit_test(a_watermelon_is_found),
		cmocka_unit_test(a_watermelon_may_be_a_whole_objective),
		cmocka_unit_test(an_objective_with_only_a_result_has_a_status),
		cmocka_unit_test(a_missed_commitment_asks_for_a_note),
		cmocka_unit_test(nothing_is_missing_before_it_can_be_there),
	};

	return cmocka_run_group_tests(tests, start, stop);
}
