/*
 * Every rule by the examples of its own table, the switches, and a set that
 * is so well written that nothing is to be said about it.
 */
#include "okr_unit.h"

#include "cli/gaps_p.h"
#include "lint.h"
#include "page/history_p.h"
#include "pages.h"
#include "read.h"
#include "snapshot.h"

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

/* What stands between a document as it was and as it is later. */
static const char LATER[] = "<!-- later -->\n";

/* The lines of a snapshot, without its first and last one. */
static void read_lines(
	struct model *m, const char *lines, const struct read_options *o)
{
	struct run run = {.arena = &a, .s = {.quiet = true}};
	struct err err = ERR_INIT;
	struct str rest = str_of(lines), line;
	struct snapshot s;
	size_t n = 0;

	while (str_take_line(&rest, &line))
		n++;
	rest = str_of(arena_printf(&a,
		"{\"okrsync\":\"snapshot\",\"version\":1}\n%s"
		"{\"end\":true,\"records\":%zu}\n",
		lines, n));
	if (snapshot_parse(&a, rest, "example", &s, &err))
		fail_msg("%s", err.text);
	gaps_tell(&run, &s.records, &m->findings);
	read_records(&a, &s.records, o, m);
}

/* A document whose line before "<!-- 3 times -->" is meant so often. */
static struct str repeat(struct str text)
{
	static const struct str SIGN = {"<!-- ", 5};
	size_t at = str_find(text, SIGN), from;
	struct str number = str_sub(text, at + SIGN.n, text.n);
	struct decimal times;
	struct buf b;

	if (at == STR_NONE || !decimal_take(&number, &times) ||
		!str_starts(number, " times -->"))
		return text;
	from = str_rfind_char(str_sub(text, 0, at - 1), '\n') + 1;
	buf_init(&b, 1 << 20);
	buf_add(&b, str_sub(text, 0, from));
	for (int64_t i = 0; i < times.coef; i++)
		buf_add(&b, str_sub(text, from, at));
	assert_false(b.over);
	text = str_of(arena_text(&a, buf_str(&b)));
	buf_release(&b);
	return text;
}

/* An example is a document, the JSON of one issue, or lines of a snapshot. */
static void read_example(
	struct model *m, const char *text, const struct read_options *o)
{
	struct records one = {0};

	if (str_starts(str_of(text), "{\"kind\":")) {
		read_lines(m, text, o);
		return;
	}
	if (*text != '{') {
		read_markdown(&a, repeat(str_of(text)), "okrs.md", o, m, NULL);
		return;
	}
	*vec_add(&a, &one) = (struct record){
		.kind = RECORD_ISSUE, .project = 7, .json = str_of(text)};
	read_records(&a, &one, o, m);
	assert_int_equal(m->objectives.n, 1);
}

/* Reads a text as OKRs of Q1 2025, unless it names no period by design. */
static void read_text(struct model *m, const char *text, bool timeless)
{
	struct read_options o;

	read_options_init(&o);
	if (!timeless)
		o.period =
			(struct period){"Q1 2025", {2025, 1, 1}, {2025, 3, 31}};
	model_init(m);
	read_example(m, text, &o);
	if (!timeless)
		m->period = o.period;
	model_link(&a, m);
}

/* What the pages remember of a document as it was two weeks ago. */
static struct page_olds publish(const char *text)
{
	struct grade_options grade;
	struct page_olds olds = {0};
	struct texts paths = {0};
	struct history h;
	struct model m;
	struct buf b;

	grade_options_init(&grade);
	grade.today = date_add(TODAY, -14);
	read_text(&m, text, false);
	grade_model(&a, &m, &grade);
	h = history_update(&a, NULL, &m, grade.today);
	pages_old_paths(&a, &m, &paths);
	buf_init(&b, 1 << 16);
	history_print(&b, m.period.name, &h);
	for (size_t i = 0; i < paths.n; i++)
		if (str_ends(str_of(paths.v[i]), "-history.json"))
			*vec_add(&a, &olds) = (struct page_old){paths.v[i],
				str_of(arena_text(&a, buf_str(&b)))};
	buf_release(&b);
	assert_int_equal(olds.n, 1);
	return olds;
}

static void lint_with(struct model *m, const char *text, struct lint_options *o)
{
	struct grade_options grade;
	struct page_olds olds = {0};
	struct err err = ERR_INIT;
	const char *later = strstr(text, LATER);
	bool timeless = text == lint_rule_find("not-time-bound")->bad;

	grade_options_init(&grade);
	grade.today = o->today = TODAY;
	if (later) {
		olds = publish(arena_text(
			&a, (struct str){text, (size_t)(later - text)}));
		text = later + strlen(LATER);
	}
	read_text(m, text, timeless);
	grade_model(&a, m, &grade);
	if (pages_find_drift(&a, m, &olds, TODAY, &err))
		fail_msg("%s", err.text);
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
	size_t n;
	const struct lint_rule *rules = lint_rules(&n);

	(void)state;
	for (size_t i = 0; i < n; i++) {
		struct model m;

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
}

/* A finding may be milder than its rule, where little is wrong. */
static void findings_are_as_bad_as_the_table_says(void **state)
{
	static const enum severity SEVERITIES[] = {
		[LINT_OFF] = SEVERITY_INFO,
		[LINT_INFO] = SEVERITY_INFO,
		[LINT_WARNING] = SEVERITY_WARNING,
		[LINT_ERROR] = SEVERITY_ERROR,
	};
	size_t n;
	const struct lint_rule *rules = lint_rules(&n);

	(void)state;
	for (size_t i = 0; i < n; i++) {
		struct model m;

		lint_text(&m, rules[i].bad, rules[i].name);
		if (get_finding(&m, rules[i].name)->severity !=
			SEVERITIES[rules[i].level])
			fail_msg("severity of '%s'", rules[i].name);
	}
}

/* A document of one committed objective, as it stands long after its end. */
static const char OLD[] =
	"### Objective 1: Win the trust of large customers\n"
	"**Owner**: CRO\n"
	"**Period**: Q4 2024\n"
	"| Key result | Baseline | Target | Current (as of %s) |\n"
	"|---|---|---|---|\n"
	"| Raise enterprise ARR from $12M to $18M | $12M | $18M | $17M |\n"
	"| Raise retention from 85%% to 90%% | 85%% | 90%% | 89%% |\n"
	"| Cut churn from 5%% to 3%% | 5%% | 3%% | 3.2%% |\n";

static void what_is_stale_is_said_once(void **state)
{
	struct model m;
	const struct finding *f;

	(void)state;
	lint_text(&m, arena_printf(&a, OLD, "2024-12-01"), NULL);
	assert_int_equal(m.findings.n, 1);
	f = get_finding(&m, "stale");
	assert_int_equal(f->line, 1);
	assert_string_equal(f->message,
		"objective 'Win the trust of large customers': none of its 3 "
		"key results is up to date: it had its newest reading on "
		"2024-12-01, 30 days before its period ended (the cadence is "
		"14): write how it ended");
}

static void the_forgotten_is_not_stale_besides(void **state)
{
	struct model m;

	(void)state;
	lint_text(&m, arena_printf(&a, OLD, "2024-10-20"), NULL);
	assert_int_equal(m.findings.n, 1);
	assert_string_equal(get_finding(&m, "set-and-forget")->message,
		"objective 'Win the trust of large customers': nobody looked "
		"at it in the last 72 days of its period: write how it ended");
}

static void what_cannot_be_graded_is_said_once(void **state)
{
	struct model m;
	const struct finding *f;

	(void)state;
	lint_text(&m,
		"### Objective 1: Win large customers\n"
		"**Owner**: CRO\n"
		"**Period**: Q4 2024\n"
		"- KR1: Raise ARR from $12M to $18M\n"
		"- KR2: Raise retention from 85% to 90%\n"
		"- KR3: Cut churn from 5% to 3%\n",
		NULL);
	assert_int_equal(m.findings.n, 1);
	f = get_finding(&m, "cannot-be-graded");
	assert_int_equal(f->line, 1);
	assert_string_equal(f->message,
		"objective 'Win large customers': none of its 3 key results "
		"can be graded: write baselines, targets and readings");
	lint_text(&m,
		"### Objective 1: Win large customers\n"
		"**Owner**: CRO\n"
		"- KR1: Raise ARR from $12M to $18M (currently $15M)\n"
		"- KR2: Improve our reputation with banks\n"
		"- KR3: Cut churn from 5% to 3%\n",
		NULL);
	assert_int_equal(m.findings.n, 2);
	assert_int_equal(get_finding(&m, "not-measurable")->line, 4);
	assert_int_equal(get_finding(&m, "cannot-be-graded")->line, 5);
}

static void a_missing_check_in_says_it_all(void **state)
{
	struct model m;

	(void)state;
	lint_text(&m,
		"### Objective 1: Win large customers\n"
		"**Owner**: CRO\n"
		"- KR1: Raise ARR from $12M to $18M\n"
		"- KR2: Raise retention from 85% to 90%\n"
		"- KR3: Cut churn from 5% to 3%\n",
		NULL);
	assert_int_equal(m.findings.n, 1);
	get_finding(&m, "missing-check-in");
}

static void things_to_be_made_begin_with_none(void **state)
{
	static const struct {
		const char *text;
		int n;
	} T[] = {{"Secure 7 articles about remote work", 0},
		{"100% of team members trained", 0},
		{"Raise articles about remote work to 7 articles", 1},
		{"Renewal satisfaction > 95%", 1}};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(T); i++) {
		struct model m;

		lint_text(&m,
			arena_printf(&a, "### Objective 1: Win\n- KR1: %s\n",
				T[i].text),
			NULL);
		if (count_rule(&m, "no-from") != T[i].n)
			fail_msg("'%s'", T[i].text);
	}
}

static void the_same_objective_of_two_is_said_in_words(void **state)
{
	struct model m;

	(void)state;
	lint_text(&m,
		"### Objective 1: Win large customers\n"
		"**Owner**: CRO\n"
		"### Objective 2: Win large customers\n"
		"**Owner**: CEO\n",
		NULL);
	assert_string_equal(get_finding(&m, "overlapping-objectives")->message,
		"objective 'Win large customers': it is an objective of "
		"'CRO', too: join the two or let one ladder up to the other");
}

/* However many objectives there are, and however common their words. */
static void alike_objectives_are_found_among_many(void **state)
{
	enum { MANY = 3000 };
	struct model m;
	struct lint_options o;
	struct err err = ERR_INIT;

	(void)state;
	model_init(&m);
	for (int i = 0; i < MANY; i++) {
		struct objective *obj = model_add_objective(&a, &m);

		obj->title = arena_printf(
			&a, "Win customers in market%d with product%d", i, i);
		obj->owner = "CEO";
		obj->counts = true;
	}
	m.objectives.v[2500].title = "Win market17 Customers, Product17!";
	m.objectives.v[2600].title = "win PRODUCT17 customers in market17";
	m.objectives.v[2600].period.name = "Q2 2025";
	lint_options_init(&o);
	assert_int_equal(
		lint_switch(&o, "too-many-objectives", "off", &err), 0);
	lint_model(&a, &m, &o);
	assert_int_equal(count_rule(&m, "overlapping-objectives"), 1);
	assert_string_equal(get_finding(&m, "overlapping-objectives")->message,
		"objective 'Win market17 Customers, Product17!': it overlaps "
		"with 'Win customers in market17 with product17': join the "
		"two or let one ladder up to the other");
}

static void titles_are_alike_when_they_share_three_quarters(void **state)
{
	static const struct {
		const char *x, *y;
		int n;
	} T[] = {
		{"Win large banks early", "Win large banks late", 1},
		{"Win large banks early", "Win large shops late", 0},
		{"Win large banks", "Win large banks early", 1},
		{"Win large banks", "Win large banks early and often here", 0},
		{"Win the large banks", "win our LARGE banks for all", 1},
		{"Win", "Win", 0}, /* one word says too little */
		{"Win banks", "Banks: win", 1},
		{"Win banks, banks, banks", "Win banks", 1},
		{"", "", 0},
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(T); i++) {
		struct model m;

		lint_text(&m,
			arena_printf(&a,
				"### Objective 1: %s\n- KR1: A from 1 to 2\n"
				"### Objective 2: %s\n- KR1: B from 1 to 2\n",
				T[i].x, T[i].y),
			NULL);
		if (count_rule(&m, "overlapping-objectives") != T[i].n)
			fail_msg("'%s', '%s'", T[i].x, T[i].y);
	}
}

static void switches_alone_add_nothing(void **state)
{
	struct lint_options o;
	struct err err = ERR_INIT;
	struct model m;
	size_t n;

	(void)state;
	lint_options_init(&o);
	lint_with(&m, lint_rule_find("no-owner")->bad, &o);
	n = m.findings.n;
	assert_int_equal(lint_switch(&o, "no-owner", "off", &err), 0);
	assert_int_equal(lint_switch(&o, "no-confidence", "info", &err), 0);
	lint_switch_findings(&m, &o);
	assert_int_equal(m.findings.n, n - 1);
	assert_int_equal(
		lint_level_of(&o, lint_rule_find("no-owner")), LINT_OFF);
	assert_int_equal(
		lint_level_of(&o, lint_rule_find("stale")), LINT_WARNING);
	assert_true(lint_is_switched(&o, "no-owner"));
	assert_false(lint_is_switched(&o, "stale"));
	assert_false(lint_is_switched(&o, "no-such-rule"));
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
		assert_true(rules[i].good[0] && rules[i].bad[0]);
		if (i)
			assert_true(rules[i - 1].theme <= rules[i].theme);
		assert_non_null(lint_theme_name(rules[i].theme));
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

/* Sentences with their readings in brackets. */
static const char WELL_SAID[] =
	"# Customer success, Q1 2025\n"
	"## Objective 1: Make the first weeks so good that customers tell "
	"their friends\n"
	"Owner: Head of Onboarding\n"
	"Type: Aspirational\n"
	"Confidence: 5/10\n\n"
	"1. KR1: Cut time to first value from 21 days to 10 days (currently "
	"15 days, as of 2025-02-10)\n"
	"2. KR2: Raise onboarding CSAT from 7.1 to 8.5 (currently 7.9, as of "
	"2025-02-10)\n"
	"3. KR3: Grow referrals from 4 per month to 12 per month (currently 7 "
	"per month, as of 2025-02-10)\n\n"
	"## Objective 2: Keep every customer we have won\n"
	"Owner: Head of Renewals\n"
	"Type: Committed\n"
	"Confidence: 95%\n\n"
	"1. KR1: Raise gross retention from 91% to 94% (currently 92.5%, as "
	"of 2025-02-10)\n"
	"2. KR2: Lower escalations from 18 to 9 (currently 13, as of "
	"2025-02-10)\n"
	"3. KR3: Lift accounts with good health from 60% to 80% (currently "
	"71%, as of 2025-02-10)\n";

/* A cascade with results behind arrows. */
static const char WELL_CASCADED[] =
	"# Q1 2025 OKRs\n\n"
	"### CEO: Become the tool that platform teams reach for first\n\n"
	"1. CEO KR: Increase weekly active platform teams from 300 to 500 => "
	"56% (412)\n"
	"1. CEO KR: Raise the win rate from 22% to 35% => 50%\n"
	"1. CEO KR: Lower the time to purchase from 45 to 30 days => 40%\n"
	"    1. **CTO: Make the runner boringly reliable**\n"
	"        1. CTO KR: Raise the job success rate from 96% to 99% => "
	"60%\n"
	"        1. CTO KR: Cut queue time from 90s to 20s => 50%\n"
	"        1. CTO KR: Bring pages per on-call week from 12 to 3 => 44%\n";

/* One flat table for everything. */
static const char WELL_LISTED[] =
	"---\ntitle: Data platform OKRs\nperiod: 2025-Q1\n---\n\n"
	"| Objective | Owner | Key result | Start | Goal | Now (as of "
	"2025-02-11) | Confidence |\n"
	"|---|---|---|---|---|---|---|\n"
	"| Anyone can answer their own question with data | Head of Data | "
	"Ad-hoc tickets a week | 40 | 15 | 28 | 0.6 |\n"
	"| | | Dashboards with a named owner | 35% | 90% | 60% | 0.8 |\n"
	"| | | Staff who ran a query | 12% | 40% | 25% | 0.5 |\n"
	"| Numbers everybody trusts | Head of Platform | Data incidents a "
	"month | 9 | 2 | 6 | 0.6 |\n"
	"| | | Tables with tests | 20% | 80% | 50% | 0.7 |\n"
	"| | | Age of the finance report | 5 days | 1 day | 3 days | 0.7 "
	"|\n";

static void a_well_written_set_has_no_findings(void **state)
{
	static const struct {
		const char *text;
		size_t objectives, key_results;
	} SETS[] = {
		{WELL_WRITTEN, 2, 6},
		{WELL_SAID, 2, 6},
		{WELL_CASCADED, 2, 6},
		{WELL_LISTED, 2, 6},
	};

	(void)state;
	for (size_t s = 0; s < COUNT_OF(SETS); s++) {
		struct model m;

		lint_text(&m, SETS[s].text, NULL);
		for (size_t i = 0; i < m.findings.n; i++)
			print_message("set %zu: %s: %s\n", s,
				m.findings.v[i].rule, m.findings.v[i].message);
		assert_int_equal(m.findings.n, 0);
		assert_int_equal(m.objectives.n, SETS[s].objectives);
		assert_int_equal(m.total, SETS[s].key_results);
		assert_int_equal(m.graded, m.total);
	}
}

static void so_many_things_made_are_no_outcome(void **state)
{
	static const struct {
		const char *text;
		int n;
	} T[] = {
		{"Publish 4 blog posts", 1},
		{"Have 10 meetings with customers", 1},
		{"Ship single sign-on", 1},
		{"Close 15 deals", 0},
		{"Win 5 references", 0},
		{"Publish blog posts read by 90% of customers", 0},
		{"Raise blog posts a month from 1 to 4", 0},
		{"Run at most 3 meetings a week", 0},
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(T); i++) {
		struct model m;

		lint_text(&m,
			arena_printf(&a, "### Objective 1: Win\n- KR1: %s\n",
				T[i].text),
			NULL);
		if (count_rule(&m, "activity-not-outcome") != T[i].n)
			fail_msg("'%s'", T[i].text);
	}
}

static void a_check_in_after_the_close_is_told(void **state)
{
	struct lint_options o;
	struct grade_options grade;
	struct objective *objective;
	struct key_result *kr;
	struct model m;

	(void)state;
	model_init(&m);
	objective = model_add_objective(&a, &m);
	objective->title = "Win large customers";
	objective->state = STATE_CLOSED;
	objective->closed = (struct date){2025, 2, 1};
	kr = objective_add_key_result(&a, objective);
	kr->text = "Sign 20 customers";
	*vec_add(&a, &kr->readings) = (struct reading){.date = {2025, 2, 5},
		.value = quantity_read(&a, STR("12")),
		.author = "pm",
		.text = ""};
	*vec_add(&a, &kr->readings) = (struct reading){.date = {2025, 2, 9},
		.value = quantity_read(&a, STR("14")),
		.author = "",
		.text = ""};
	grade_options_init(&grade);
	lint_options_init(&o);
	o.today = TODAY;
	model_link(&a, &m);
	grade_model(&a, &m, &grade);
	lint_model(&a, &m, &o);
	assert_string_equal(get_finding(&m, "edited-after-close")->message,
		"objective 'Win large customers': it was closed on 2025-02-01, "
		"but on 2025-02-05 a check-in by pm came: reopen it, or say in "
		"a note why");
}

static void one_person_answers_for_it(void **state)
{
	static const struct {
		const char *fields;
		int n;
	} T[] = {
		{"**DRI**: A and B", 1},
		{"**DRI**: A & B", 1},
		{"**Owner**: CEO / CRO", 1},
		{"**Owner**: CEO; CRO", 1},
		{"**Owner**: CEO / CRO\n**DRI**: CRO", 0},
		{"**Owner**: Director of Brand and Design", 0},
		{"**Owner**: Sales", 0},
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(T); i++) {
		struct model m;

		lint_text(&m,
			arena_printf(&a,
				"### Objective 1: Win customers\n%s\n"
				"- KR1: Raise ARR from $1M to $2M\n",
				T[i].fields),
			NULL);
		if (count_rule(&m, "several-dris") != T[i].n)
			fail_msg("'%s'", T[i].fields);
	}
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
		"unknown lint rule 'no-owners'; 'okrsync lint --list' names "
		"them");
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
		cmocka_unit_test(findings_are_as_bad_as_the_table_says),
		cmocka_unit_test(what_is_stale_is_said_once),
		cmocka_unit_test(the_forgotten_is_not_stale_besides),
		cmocka_unit_test(what_cannot_be_graded_is_said_once),
		cmocka_unit_test(a_missing_check_in_says_it_all),
		cmocka_unit_test(things_to_be_made_begin_with_none),
		cmocka_unit_test(the_same_objective_of_two_is_said_in_words),
		cmocka_unit_test(alike_objectives_are_found_among_many),
		cmocka_unit_test(
			titles_are_alike_when_they_share_three_quarters),
		cmocka_unit_test(switches_alone_add_nothing),
		cmocka_unit_test(the_table_is_in_order_and_complete),
		cmocka_unit_test(so_many_things_made_are_no_outcome),
		cmocka_unit_test(one_person_answers_for_it),
		cmocka_unit_test(a_check_in_after_the_close_is_told),
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
