/*
 * Every rule by the examples of its own table, the switches, and a set that
 * is so well written that nothing is to be said about it.
 */
#include "okr_unit.h"

#include "lint.h"
#include "read.h"

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

static const struct date TODAY = {2025, 2, 14};

/* Reads a text as OKRs of Q1 2025, unless it names no period by design. */
static void read_text(struct model *m, const char *text, bool timeless)
{
	struct read_options o;

	read_options_init(&o);
	if (!timeless)
		o.period =
			(struct period){"Q1 2025", {2025, 1, 1}, {2025, 3, 31}};
	model_init(m);
	read_markdown(&a, str_of(text), "okrs.md", &o, m, NULL);
	if (!timeless)
		m->period = o.period;
	model_link(&a, m);
}

static void lint_with(struct model *m, const char *text, struct lint_options *o)
{
	struct grade_options grade;

	grade_options_init(&grade);
	grade.today = o->today = TODAY;
	read_text(m, text, text == lint_rule_find("not-time-bound")->bad);
	grade_model(&a, m, &grade);
	lint_model(&a, m, o);
}

static void lint_text(struct model *m, const char *text, const char *rule)
{
	struct lint_options o;
	struct err err = ERR_INIT;

	lint_options_init(&o);
	if (rule && lint_rule_find(rule)->level == LINT_OFF)
		assert_int_equal(lint_switch(&o, rule, "info", &err), 0);
	lint_with(m, text, &o);
}

static void every_rule_finds_its_bad_example_and_no_good_one(void **state)
{
	size_t n, shown = 0;
	const struct lint_rule *rules = lint_rules(&n);

	(void)state;
	for (size_t i = 0; i < n; i++) {
		struct model m;

		if (!rules[i].bad)
			continue;
		shown++;
		lint_text(&m, rules[i].bad, rules[i].name);
		if (!count_rule(&m, rules[i].name))
			print_message("bad '%s'\n", rules[i].name);
		assert_true(count_rule(&m, rules[i].name) > 0);
		lint_text(&m, rules[i].good, rules[i].name);
		if (count_rule(&m, rules[i].name))
			print_message("good '%s': %s\n", rules[i].name,
				get_finding(&m, rules[i].name)->message);
		assert_int_equal(count_rule(&m, rules[i].name), 0);
	}
	assert_true(shown >= 50);
}

static void the_table_is_in_order_and_complete(void **state)
{
	size_t n;
	const struct lint_rule *rules = lint_rules(&n);

	(void)state;
	assert_true(n >= 30 && n <= LINT_RULES_MAX);
	for (size_t i = 0; i < n; i++) {
		assert_true(rules[i].words[0] && rules[i].source[0]);
		assert_true(rules[i].level != LINT_DEFAULT);
		assert_int_equal(!rules[i].good, !rules[i].bad);
		/* what lint itself finds can be shown */
		if (rules[i].model || rules[i].objective || rules[i].key_result)
			assert_non_null(rules[i].bad);
		if (i)
			assert_true(
				strcmp(rules[i - 1].name, rules[i].name) < 0);
		assert_ptr_equal(lint_rule_find(rules[i].name), &rules[i]);
	}
	assert_null(lint_rule_find("no-such-rule"));
}

static const char WELL_WRITTEN[] =
	"## Company OKRs\n"
	"### Objective 1: Win the trust of large customers\n"
	"**Owner**: CEO\n"
	"**DRI**: CRO\n"
	"**Type**: Committed\n"
	"**Confidence**: 90%\n"
	"| Key result | Baseline | Target | Current (as of 2025-02-10) | "
	"Grade | Status |\n"
	"|---|---|---|---|---|---|\n"
	"| Raise enterprise ARR from $12M to $18M | $12M | $18M | $15M | "
	"0.50 | On track |\n"
	"| Shorten the sales cycle from 120 days to 90 days | 120 days | "
	"90 days | 102 days | 0.60 | Ahead |\n"
	"| Raise retention from 85% to 90% | 85% | 90% | 87% | 0.40 | "
	"On track |\n"
	"## Product Team OKRs\n"
	"### Objective 1: Give banks what they need to buy\n"
	"**Owner**: VP Product\n"
	"**Type**: Aspirational\n"
	"**Confidence**: 60%\n"
	"**Ladders up to**: Company Objective 1\n"
	"| Key result | Baseline | Target | Current (as of 2025-02-10) |\n"
	"|---|---|---|---|\n"
	"| Raise adoption of single sign-on from 0% to 90% | 0% | 90% | 40% "
	"|\n"
	"| Raise uptime from 99.7% to 99.9% | 99.7% | 99.9% | 99.8% |\n"
	"| Cut the time to set up from 14 days to 7 days | 14 days | 7 days | "
	"11 days |\n";

static void a_well_written_set_has_no_findings(void **state)
{
	struct model m;

	(void)state;
	lint_text(&m, WELL_WRITTEN, NULL);
	for (size_t i = 0; i < m.findings.n; i++)
		print_message("%s: %s\n", m.findings.v[i].rule,
			m.findings.v[i].message);
	assert_int_equal(m.findings.n, 0);
}

static void a_finding_names_its_place(void **state)
{
	struct model m;
	const struct finding *f;

	(void)state;
	lint_text(&m,
		"### Objective 1: Win large customers\n"
		"**Owner**: CRO\n"
		"- KR1: Raise ARR from $12M to $18M\n"
		"- KR2: Improve our reputation with banks\n",
		NULL);
	f = get_finding(&m, "not-measurable");
	assert_int_equal(f->line, 4);
	assert_int_equal(f->severity, SEVERITY_WARNING);
	assert_string_equal(f->message,
		"key result 'Improve our reputation with banks': it has no "
		"number: write <verb> <measure> from <x> to <y>");
	f = get_finding(&m, "too-few-key-results");
	assert_int_equal(f->line, 1);
	assert_string_equal(f->message,
		"objective 'Win large customers': it has 2 key results, fewer "
		"than 3: are they enough to call it reached?");
}

static void rules_are_switched_wherever_they_are_found(void **state)
{
	static const char TEXT[] =
		"### Objective 1: Win large customers\n"
		"| Key result | Baseline | Target | Current | Grade |\n"
		"|---|---|---|---|---|\n"
		"| Halve latency | 800ms | 400ms | 550ms | 0.56 |\n";
	struct lint_options o;
	struct err err = ERR_INIT;
	struct model m;

	(void)state;
	lint_options_init(&o);
	lint_with(&m, TEXT, &o);
	assert_int_equal(get_finding(&m, "stated-grade-differs")->severity,
		SEVERITY_WARNING);
	assert_int_equal(
		get_finding(&m, "no-owner")->severity, SEVERITY_WARNING);
	assert_int_equal(
		lint_switch(&o, "stated-grade-differs", "error", &err), 0);
	assert_int_equal(lint_switch(&o, "no-owner", "off", &err), 0);
	assert_int_equal(lint_switch(&o, "no-confidence", "info", &err), 0);
	lint_with(&m, TEXT, &o);
	assert_int_equal(get_finding(&m, "stated-grade-differs")->severity,
		SEVERITY_ERROR);
	assert_int_equal(count_rule(&m, "no-owner"), 0);
	assert_int_equal(
		get_finding(&m, "no-confidence")->severity, SEVERITY_INFO);
}

static void an_unknown_switch_is_refused_with_advice(void **state)
{
	struct lint_options o;
	struct err err = ERR_INIT;

	(void)state;
	lint_options_init(&o);
	assert_int_equal(lint_switch(&o, "no-owners", "off", &err), -1);
	assert_int_equal(err.kind, ERR_CONFIG);
	assert_string_equal(err.text,
		"unknown lint rule 'no-owners': did you mean 'no-owner'?");
	err_clear(&err);
	assert_int_equal(lint_switch(&o, "no-owner", "loud", &err), -1);
	assert_string_equal(err.text,
		"unknown level 'loud' of lint rule 'no-owner': use 'off', "
		"'info', 'warning' or 'error'");
	err_clear(&err);
	assert_int_equal(lint_switch(&o, "", "off", &err), -1);
	assert_string_equal(lint_level_name(LINT_OFF), "off");
}

static void linting_twice_gives_the_same(void **state)
{
	struct lint_options o;
	struct model m;
	size_t n;

	(void)state;
	lint_options_init(&o);
	lint_with(&m, lint_rule_find("overlapping-objectives")->bad, &o);
	n = m.findings.n;
	lint_model(&a, &m, &o);
	assert_int_equal(m.findings.n, n);
}

static void without_today_time_is_no_matter(void **state)
{
	static const char *const TIMELY[] = {"active-after-end",
		"draft-in-period", "missing-check-in", "set-and-forget",
		"sandbagging"};
	struct grade_options grade;
	struct lint_options o;
	struct model m;

	(void)state;
	grade_options_init(&grade);
	lint_options_init(&o);
	for (size_t i = 0; i < COUNT_OF(TIMELY); i++) {
		read_text(&m, lint_rule_find(TIMELY[i])->bad, false);
		grade_model(&a, &m, &grade);
		lint_model(&a, &m, &o);
		assert_int_equal(count_rule(&m, TIMELY[i]), 0);
	}
}

static void cancelled_objectives_are_left_alone(void **state)
{
	struct lint_options o;
	struct grade_options grade;
	struct model m;

	(void)state;
	grade_options_init(&grade);
	lint_options_init(&o);
	read_text(&m, lint_rule_find("not-measurable")->bad, false);
	m.objectives.v[0].outcome = OUTCOME_CANCELLED;
	grade_model(&a, &m, &grade);
	lint_model(&a, &m, &o);
	assert_int_equal(count_rule(&m, "not-measurable"), 0);
	assert_int_equal(count_rule(&m, "no-owner"), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(
			every_rule_finds_its_bad_example_and_no_good_one),
		cmocka_unit_test(the_table_is_in_order_and_complete),
		cmocka_unit_test(a_well_written_set_has_no_findings),
		cmocka_unit_test(a_finding_names_its_place),
		cmocka_unit_test(rules_are_switched_wherever_they_are_found),
		cmocka_unit_test(an_unknown_switch_is_refused_with_advice),
		cmocka_unit_test(linting_twice_gives_the_same),
		cmocka_unit_test(without_today_time_is_no_matter),
		cmocka_unit_test(cancelled_objectives_are_left_alone),
	};

	return cmocka_run_group_tests(tests, start, stop);
}
