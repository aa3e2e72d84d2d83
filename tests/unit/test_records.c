/*
 * Issues, comments and members as GitLab gives them, to OKRs.
 */
#include "unit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "buf.h"
#include "modeljson.h"
#include "pull.h"
#include "read.h"

#define RECORDED "../shared/gitlab-api/recorded/ogr-gitlab.com"
#define BODY \
	"**Owner**: VP Sales\\n\\n" \
	"| # | Key Result | Baseline | Target | Current |\\n" \
	"|---|---|---|---|---|\\n" \
	"| KR1 | Increase ARR | $12M | $18M | $14M |\\n" \
	"| KR2 | Close deals | 0 | 15 | 3 |\\n"

enum { ROOM = 4 << 20 };

struct room {
	struct arena a;
	struct records records;
	struct read_options o;
	struct model m;
};

static void enter(struct room *r)
{
	*r = (struct room){.a = ARENA_INIT};
	model_init(&r->m);
	read_options_init(&r->o);
}

static void leave(struct room *r)
{
	arena_release(&r->a);
}

static void add(struct room *r, enum record_kind kind, int64_t project,
	int64_t iid, const char *json)
{
	*vec_add(&r->a, &r->records) =
		(struct record){kind, project, iid, str_of(json)};
}

/* An issue of project 7; more is put behind its usual members. */
static const char *issue(
	struct arena *a, int iid, const char *body, const char *more)
{
	return arena_printf(a,
		"{\"id\":%d,\"iid\":%d,\"project_id\":7,"
		"\"title\":\"Objective of %d\",\"description\":\"%s\","
		"\"state\":\"opened\",\"confidential\":false,"
		"\"web_url\":\"https://gitlab.example/g/p/-/issues/%d\","
		"\"references\":{\"full\":\"g/p#%d\"},"
		"\"author\":{\"id\":1,\"username\":\"user1\"},"
		"\"created_at\":\"2025-01-03T23:30:00.000-02:00\"%s}",
		1000 + iid, iid, iid, body, iid, iid, more);
}

static void add_issue(
	struct room *r, int iid, const char *body, const char *more)
{
	add(r, RECORD_ISSUE, 7, 0, issue(&r->a, iid, body, more));
}

/* The same with a state of its own in more. */
static void add_closed(struct room *r, int iid, const char *more)
{
	add(r, RECORD_ISSUE, 7, 0,
		arena_printf(&r->a,
			"{\"id\":%d,\"iid\":%d,\"project_id\":7,"
			"\"title\":\"Objective\",\"description\":\"" BODY
			"\",\"confidential\":false,"
			"\"author\":{\"id\":1,\"username\":\"user1\"}%s%s}",
			1000 + iid, iid,
			strstr(more, "\"state\"") ? ""
						  : ",\"state\":\"opened\"",
			more));
}

static void add_note(struct room *r, int iid, int id, int author,
	const char *body, const char *more)
{
	add(r, RECORD_NOTE, 7, iid,
		arena_printf(&r->a,
			"{\"id\":%d,\"body\":\"%s\",\"system\":false,"
			"\"author\":{\"id\":%d,\"username\":\"user%d\"},"
			"\"created_at\":\"2025-02-%02dT10:00:00Z\"%s}",
			id, body, author, author, id, more));
}

static void read_all(struct room *r)
{
	read_records(&r->a, &r->records, &r->o, &r->m);
}

static int count_findings(const struct room *r, const char *rule)
{
	int n = 0;

	for (size_t i = 0; i < r->m.findings.n; i++)
		n += strcmp(r->m.findings.v[i].rule, rule) == 0;
	return n;
}

static void an_issue_is_an_objective(void **state)
{
	const struct objective *o;
	struct room r;

	(void)state;
	enter(&r);
	add_issue(&r, 12, BODY,
		",\"labels\":[\"okr::active\",\"FY24-Q1\",\"P1\"],"
		"\"updated_at\":\"2025-02-01T00:00:00Z\",\"weight\":3,"
		"\"assignees\":[{\"id\":2,\"name\":\"User 2\","
		"\"username\":\"user2\"}],\"health_status\":\"at_risk\"");
	read_all(&r);
	assert_int_equal(r.m.objectives.n, 1);
	o = &r.m.objectives.v[0];
	assert_string_equal(o->id, "g/p#12");
	assert_string_equal(o->title, "Objective of 12");
	assert_string_equal(o->owner, "VP Sales");
	assert_string_equal(
		o->source.url, "https://gitlab.example/g/p/-/issues/12");
	assert_int_equal(o->state, STATE_ACTIVE);
	assert_int_equal(o->health, HEALTH_AT_RISK);
	assert_string_equal(o->priority, "P1");
	assert_string_equal(o->period.name, "FY24-Q1");
	assert_string_equal(r.m.period.name, "FY24-Q1");
	assert_int_equal(o->weight->coef, 3);
	assert_int_equal(o->created.day, 4);
	assert_int_equal(o->updated.month, 2);
	assert_int_equal(o->labels.n, 3);
	assert_false(o->confidential);
	assert_int_equal(o->key_results.n, 2);
	assert_int_equal(o->key_results.v[0].current->value.coef, 14000000);
	assert_int_equal(r.m.findings.n, 0);
	leave(&r);
}

static void the_state_is_from_labels_and_the_issue(void **state)
{
	static const struct {
		const char *more;
		enum state state;
		enum outcome outcome;
	} CASES[] = {
		{"", STATE_ACTIVE, 0},
		{",\"labels\":[\"Draft\"]", STATE_DRAFT, 0},
		{",\"labels\":[{\"name\":\"Under Review\",\"id\":3}]",
			STATE_REVIEW, 0},
		{",\"labels\":[\"CS-Status::Closed Success\"]", STATE_CLOSED,
			OUTCOME_ACHIEVED},
	};
	struct room r;

	(void)state;
	for (size_t i = 0; i < COUNT_OF(CASES); i++) {
		enter(&r);
		add_issue(&r, 1, "", CASES[i].more);
		read_all(&r);
		assert_int_equal(r.m.objectives.v[0].state, CASES[i].state);
		assert_int_equal(r.m.objectives.v[0].outcome, CASES[i].outcome);
		leave(&r);
	}
	enter(&r);
	add(&r, RECORD_ISSUE, 7, 0,
		"{\"id\":1,\"iid\":1,\"title\":\"x\",\"state\":\"closed\","
		"\"confidential\":false,\"labels\":[\"okr::active\"],"
		"\"closed_at\":\"2025-03-31T10:00:00Z\"}");
	read_all(&r);
	assert_int_equal(r.m.objectives.v[0].state, STATE_CLOSED);
	assert_int_equal(r.m.objectives.v[0].outcome, OUTCOME_NONE);
	assert_int_equal(r.m.objectives.v[0].closed.day, 31);
	leave(&r);
}

static void the_period_is_from_label_milestone_text_or_config(void **state)
{
	static const struct {
		const char *body, *more, *name;
	} CASES[] = {
		{"", "", "Q4 2024"},
		{"**Period**: Q2 2025", "", "Q2 2025"},
		{"**Period**: Q2 2025",
			",\"milestone\":{\"title\":\"FY25-Q3\"}", "FY25-Q3"},
		{"",
			",\"milestone\":{\"title\":\"Spring\","
			"\"start_date\":\"2025-03-03\","
			"\"due_date\":\"2025-05-30\"}",
			"Spring"},
		{"",
			",\"milestone\":{\"title\":\"FY25-Q3\"},"
			"\"labels\":[\"period::FY25-Q4\",\"FY25\"]",
			"FY25-Q4"},
		{"", ",\"labels\":[\"FY25-Q1\",\"FY25-Q2\"]", "FY25-Q2"},
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(CASES); i++) {
		struct room r;

		enter(&r);
		assert_true(period_parse(&r.a, STR("Q4 2024"), 2, &r.o.period));
		/* Another issue's period must not spread. */
		add_issue(&r, 1, "**Period**: Q3 2023", "");
		add_issue(&r, 2, CASES[i].body, CASES[i].more);
		read_all(&r);
		assert_string_equal(r.m.objectives.v[0].period.name, "Q3 2023");
		assert_string_equal(
			r.m.objectives.v[1].period.name, CASES[i].name);
		leave(&r);
	}
}

static void confidential_issues_leave_no_trace(void **state)
{
	static const char *const WAYS[] = {
		"\"confidential\":true",
		"\"confidential\":null",
		"\"confidential\":\"false\"",
		"\"confidential\":0",
		"\"confidential\":[false]",
		"\"confidential\":false,\"confidential\":true",
		"\"x\":1",
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(WAYS); i++) {
		/* A sound one, one of a wrong type, one that is broken. */
		static const char *const TITLES[] = {
			"\"secret\"", "7", "\"\xff secret\""};

		for (size_t k = 0; k < COUNT_OF(TITLES); k++) {
			struct room r;

			enter(&r);
			add(&r, RECORD_ISSUE, 7, 0,
				arena_printf(&r.a,
					"{\"id\":1,\"iid\":1,\"project_id\":7,"
					"\"state\":\"opened\",\"title\":%s,%s}",
					TITLES[k], WAYS[i]));
			add_note(&r, 1, 5, 1, "KR1: 3", "");
			read_all(&r);
			assert_int_equal(r.m.objectives.n, 0);
			assert_int_equal(r.m.findings.n, 0);
			leave(&r);
		}
	}
}

static void confidential_issues_are_kept_when_asked_for(void **state)
{
	struct room r;

	(void)state;
	enter(&r);
	r.o.confidential = true;
	add(&r, RECORD_ISSUE, 7, 0,
		"{\"id\":1,\"iid\":1,\"state\":\"opened\",\"title\":\"x\","
		"\"confidential\":true}");
	read_all(&r);
	assert_int_equal(r.m.objectives.n, 1);
	assert_true(r.m.objectives.v[0].confidential);
	assert_string_equal(r.m.objectives.v[0].id, "7#1");
	leave(&r);
}

static void what_hangs_on_an_epic_is_found_again_by_its_address(void **state)
{
#define EPIC \
	",\"type\":\"KEY_RESULT\",\"epic\":{\"title\":\"Be there\"," \
	"\"url\":\"/groups/g/-/epics/5\"}"
	struct room r;

	(void)state;
	enter(&r);
	add_issue(&r, 1, "", EPIC);
	add_issue(&r, 2, "", EPIC);
	add_issue(&r, 3, "", ",\"epic\":{\"title\":\"Be there\"}");
	add_issue(&r, 4, "",
		",\"epic\":{\"title\":\"Elsewhere\","
		"\"url\":\"https://x.example/e\"}");
	read_all(&r);
	assert_int_equal(r.m.objectives.n, 3);
	assert_string_equal(r.m.objectives.v[2].title, "Be there");
	assert_string_equal(r.m.objectives.v[2].source.url,
		"https://gitlab.example/groups/g/-/epics/5");
	assert_int_equal(r.m.objectives.v[2].key_results.n, 2);
	assert_int_equal(r.m.objectives.v[0].links.n, 0);
	assert_int_equal(r.m.objectives.v[1].links.n, 1);
	assert_string_equal(
		r.m.objectives.v[1].links.v[0].url, "https://x.example/e");
	leave(&r);
#undef EPIC
}

static void native_values_make_a_key_result(void **state)
{
	const struct key_result *kr;
	struct room r;

	(void)state;
	enter(&r);
	add_issue(&r, 1, BODY,
		",\"work_item\":{\"progress\":70,"
		"\"has_children\":false,"
		"\"health_status\":\"at_risk\"}");
	add_issue(&r, 2, "",
		",\"type\":\"KEY_RESULT\",\"work_item\":{"
		"\"parent\":{\"reference\":\"g/p#1\"},"
		"\"progress\":50,\"start_value\":-10,"
		"\"current_value\":0,\"end_value\":10,"
		"\"due_date\":\"2025-03-01\","
		"\"progress_updated_at\":"
		"\"2025-02-03T10:00:00Z\"}");
	read_all(&r);
	assert_int_equal(r.m.objectives.n, 1);
	assert_int_equal(r.m.objectives.v[0].health, HEALTH_AT_RISK);
	/* Its key results say more than one number does. */
	assert_int_equal(r.m.objectives.v[0].result.kind, RESULT_NONE);
	assert_int_equal(r.m.objectives.v[0].key_results.n, 3);
	kr = &r.m.objectives.v[0].key_results.v[2];
	assert_string_equal(kr->baseline->text, "-10");
	assert_string_equal(kr->target->text, "10");
	assert_true(kr->current->has_value);
	assert_int_equal(kr->result.kind, RESULT_NONE);
	assert_int_equal(kr->current_date.day, 3);
	assert_int_equal(kr->due.month, 3);
	leave(&r);
}

static const struct {
	const char *json, *words;
} BAD[] = {
	{"{\"id\":1,\"iid\":5,\"title\":7,\"state\":\"opened\","
	 "\"confidential\":false}",
		"issue 0#5 was left out: its 'title' has a wrong type"},
	{"{\"id\":1,\"iid\":5,\"title\":\"x\",\"description\":[],"
	 "\"state\":\"opened\",\"confidential\":false}",
		"issue 0#5 was left out: its 'description' has a wrong type"},
	{"{\"id\":1,\"iid\":5,\"title\":\"x\",\"state\":\"opened\","
	 "\"confidential\":false,\"labels\":[\"a\",3],"
	 "\"references\":{\"full\":\"g/p#5\"}}",
		"issue g/p#5 was left out: its 'labels' has a wrong type"},
	{"{\"id\":1,\"iid\":5,\"title\":\"x\",\"state\":\"opened\","
	 "\"confidential\":false,\"assignees\":{}}",
		"issue 0#5 was left out: its 'assignees' has a wrong type"},
	{"{\"id\":1,\"iid\":5,\"title\":\"x\",\"state\":\"opened\","
	 "\"confidential\":false,\"due_date\":\"soon\"}",
		"issue 0#5 was left out: its 'due_date' has a wrong type"},
	{"{\"id\":1,\"iid\":5,\"title\":\"x\",\"state\":\"opened\","
	 "\"confidential\":false,\"updated_at\":7}",
		"issue 0#5 was left out: its 'updated_at' has a wrong type"},
	{"{\"id\":1,\"iid\":5,\"title\":\"x\",\"state\":\"opened\","
	 "\"confidential\":false,\"weight\":1.5}",
		"issue 0#5 was left out: its 'weight' has a wrong type"},
	{"{\"id\":1,\"iid\":5,\"title\":\"x\",\"state\":\"opened\","
	 "\"confidential\":false,\"work_item\":{\"progress\":\"much\"}}",
		"issue 0#5 was left out: its 'work_item' has a wrong type"},
	{"{\"id\":1,\"iid\":5,\"title\":\"x\",\"state\":\"opened\","
	 "\"confidential\":false,\"work_item\":{\"parent\":7}}",
		"issue 0#5 was left out: its 'work_item' has a wrong type"},
	{"{\"id\":1,\"iid\":5,\"title\":\"x\",\"state\":\"opened\","
	 "\"confidential\":false,\"epic\":[]}",
		"issue 0#5 was left out: its 'epic' has a wrong type"},
	{"{\"id\":1,\"iid\":5,\"title\":\" \",\"state\":\"opened\","
	 "\"confidential\":false}",
		"issue 0#5 was left out: its title is missing"},
	{"{\"id\":1,\"iid\":5,\"title\":\"x\",\"state\":\"locked\","
	 "\"confidential\":false}",
		"issue 0#5 was left out: its 'state' is neither opened nor "
		"closed"},
	{"{\"iid\":5,\"title\":\"x\",\"state\":\"opened\","
	 "\"confidential\":false}",
		"issue 0#5 was left out: its 'id' is missing"},
	{"{\"id\":5,\"title\":\"x\",\"state\":\"opened\","
	 "\"confidential\":false}",
		"issue without a number was left out: its 'iid' is missing"},
	{"{\"id\":1,\"iid\":5,\"title\":\"\xff\",\"state\":\"opened\","
	 "\"confidential\":false}",
		"issue 0#5 was left out: its JSON: line 1, column 26: a "
		"string is not valid UTF-8"},
	{"{\"id\":1,\"iid\":5,\"iid\":6,\"title\":\"x\","
	 "\"state\":\"opened\",\"confidential\":false}",
		"issue 0#6 was left out: its JSON: line 1, column 17: the "
		"same member name again"},
};

static void a_bad_issue_is_named_once_and_costs_itself_only(void **state)
{
	struct buf with, without;

	(void)state;
	buf_init(&with, ROOM);
	buf_init(&without, ROOM);
	for (size_t i = 0; i < COUNT_OF(BAD); i++) {
		struct room r;

		enter(&r);
		add_issue(&r, 1, BODY, "");
		read_all(&r);
		buf_clear(&without);
		modeljson_print(&without, &r.m);
		leave(&r);
		enter(&r);
		add(&r, RECORD_ISSUE, 0, 0, BAD[i].json);
		add_issue(&r, 1, BODY, "");
		read_all(&r);
		assert_int_equal(r.m.findings.n, 1);
		assert_string_equal(r.m.findings.v[0].rule, "record-skipped");
		assert_string_equal(r.m.findings.v[0].message, BAD[i].words);
		r.m.findings.n = 0;
		buf_clear(&with);
		modeljson_print(&with, &r.m);
		assert_string_equal(with.p, without.p);
		leave(&r);
	}
	buf_release(&with);
	buf_release(&without);
}

static void what_is_not_even_an_object_is_left_out(void **state)
{
	static const char *const TEXTS[] = {"", "[]", "null", "7"};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(TEXTS); i++) {
		struct room r;

		enter(&r);
		add(&r, RECORD_ISSUE, 0, 0, TEXTS[i]);
		read_all(&r);
		assert_int_equal(r.m.objectives.n, 0);
		assert_int_equal(count_findings(&r, "record-skipped"), 1);
		leave(&r);
	}
}

static void an_issue_of_more_than_a_mebibyte_is_left_out(void **state)
{
	size_t n = (1 << 20) + 1;
	struct room r;
	char *text;

	(void)state;
	enter(&r);
	text = arena_alloc(&r.a, n + 1);
	memset(text, 'x', n);
	add_issue(&r, 3, text, "");
	read_all(&r);
	assert_int_equal(r.m.objectives.n, 0);
	assert_string_equal(r.m.findings.v[0].message,
		"issue g/p#3 was left out: its text is larger than 1048576 "
		"bytes");
	leave(&r);
}

static void other_types_of_issues_are_no_okrs(void **state)
{
	struct room r;

	(void)state;
	enter(&r);
	add_issue(&r, 1, "", ",\"type\":\"TASK\"");
	add_issue(&r, 2, "", ",\"issue_type\":\"incident\"");
	add_issue(&r, 3, "", ",\"labels\":[\"okr::ignore\"]");
	add_issue(&r, 4, "", ",\"type\":\"OBJECTIVE\"");
	read_all(&r);
	assert_int_equal(r.m.objectives.n, 1);
	assert_string_equal(r.m.objectives.v[0].id, "g/p#4");
	leave(&r);
}

static void print_in_order(struct buf *b, const int *order, int n)
{
	struct room r;

	enter(&r);
	for (int i = 0; i < n; i++) {
		int k = order[i];

		if (k < 4)
			add_issue(&r, k + 1, BODY,
				k == 2 ? ",\"labels\":[\"Key Result\"]" : "");
		else
			add_note(&r, k - 3, k, 1, "KR1: $15M", "");
	}
	read_all(&r);
	findings_sort(&r.m.findings);
	buf_clear(b);
	modeljson_print(b, &r.m);
	leave(&r);
}

static void the_order_of_records_does_not_matter(void **state)
{
	static const int ORDERS[][8] = {
		{0, 1, 2, 3, 4, 5, 6, 7},
		{7, 6, 5, 4, 3, 2, 1, 0},
		{4, 0, 6, 3, 7, 2, 5, 1},
	};
	struct buf first, b;

	(void)state;
	buf_init(&first, ROOM);
	buf_init(&b, ROOM);
	print_in_order(&first, ORDERS[0], 8);
	for (size_t i = 1; i < COUNT_OF(ORDERS); i++) {
		print_in_order(&b, ORDERS[i], 8);
		assert_string_equal(b.p, first.p);
	}
	buf_release(&first);
	buf_release(&b);
}

static void of_two_copies_the_newer_one_counts(void **state)
{
	struct room r;

	(void)state;
	enter(&r);
	add_issue(&r, 1, "**Owner**: old",
		",\"updated_at\":\"2025-02-01T10:00:00Z\"");
	add_issue(&r, 1, "**Owner**: new",
		",\"updated_at\":\"2025-02-01T11:00:00Z\"");
	read_all(&r);
	assert_int_equal(r.m.objectives.n, 1);
	assert_string_equal(r.m.objectives.v[0].owner, "new");
	leave(&r);
}

static void the_assignees_own_what_names_no_owner(void **state)
{
	struct room r;

	(void)state;
	enter(&r);
	add_issue(&r, 1, "text",
		",\"assignees\":[{\"id\":2,\"name\":\"User 2\"},"
		"{\"id\":3,\"username\":\"user3\"}]");
	read_all(&r);
	assert_string_equal(r.m.objectives.v[0].owner, "User 2, user3");
	leave(&r);
}

static void a_key_results_issue_hangs_below_its_objective(void **state)
{
	static const char *const WAYS[] = {"#1", "g/p#1", "Objective of 1",
		"https://gitlab.example/g/p/-/issues/1",
		"[the goal](https://gitlab.example/g/p/-/issues/1)"};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(WAYS); i++) {
		const struct key_result *kr;
		struct room r;

		enter(&r);
		add(&r, RECORD_ISSUE, 7, 0,
			arena_printf(&r.a,
				"{\"id\":2,\"iid\":2,\"project_id\":7,"
				"\"title\":\"Increase enterprise ARR\","
				"\"description\":\"**Ladders up to**: %s\\n\\n"
				"**Baseline**: $12M\\n\\n- Target: $18M\\n"
				"- **Current:** $15M\\n\","
				"\"labels\":[\"type::key-result\"],"
				"\"state\":\"opened\",\"confidential\":false,"
				"\"references\":{\"full\":\"g/p#2\"}}",
				WAYS[i]));
		add_issue(&r, 1, "", "");
		read_all(&r);
		assert_int_equal(r.m.objectives.n, 1);
		assert_int_equal(r.m.objectives.v[0].key_results.n, 1);
		kr = &r.m.objectives.v[0].key_results.v[0];
		assert_string_equal(kr->id, "g/p#2");
		assert_string_equal(kr->text, "Increase enterprise ARR");
		assert_int_equal(kr->baseline->value.coef, 12000000);
		assert_int_equal(kr->target->value.coef, 18000000);
		assert_int_equal(kr->current->value.coef, 15000000);
		assert_int_equal(r.m.findings.n, 0);
		leave(&r);
	}
}

static void an_issue_ladders_up_by_reference_and_by_link(void **state)
{
	static const char *const WAYS[] = {
		"#1", "[the goal](https://gitlab.example/g/p/-/issues/1)"};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(WAYS); i++) {
		struct room r;

		enter(&r);
		add_issue(&r, 1, "**Ladders up to**: #1", "");
		add_issue(&r, 2,
			arena_printf(&r.a, "**Ladders up to**: %s\\n", WAYS[i]),
			"");
		read_all(&r);
		assert_int_equal(r.m.objectives.v[0].parent, NO_INDEX);
		assert_int_equal(r.m.objectives.v[1].parent, 0);
		leave(&r);
	}
}

static void a_key_result_of_nothing_is_not_lost(void **state)
{
	struct room r;

	(void)state;
	enter(&r);
	add_issue(&r, 1, "**Ladders up to**: #99",
		",\"labels\":[\"Key Result\"]");
	read_all(&r);
	assert_int_equal(r.m.objectives.n, 1);
	assert_string_equal(r.m.objectives.v[0].title, "Objective of 1");
	assert_int_equal(r.m.objectives.v[0].key_results.n, 1);
	assert_int_equal(count_findings(&r, "key-result-without-objective"), 1);
	leave(&r);
}

static const struct key_result *first_kr(const struct room *r)
{
	return &r->m.objectives.v[0].key_results.v[0];
}

static void comments_count_by_their_author(void **state)
{
	static const struct {
		int author;
		const char *more;
		bool counts;
	} CASES[] = {
		{1, "", true},  /* the issue's author */
		{2, "", true},  /* an assignee */
		{3, "", true},  /* a Reporter */
		{4, "", false}, /* a Guest */
		{5, "", false}, /* anybody */
		{0, "", false},
		{1, ",\"internal\":true", false},
		{1, ",\"confidential\":true", false},
		{1, ",\"internal\":\"no\"", false},
		{1, ",\"internal\":false", true},
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(CASES); i++) {
		struct room r;

		enter(&r);
		add_issue(&r, 1, BODY, ",\"assignees\":[{\"id\":2}]");
		add(&r, RECORD_MEMBER, 0, 0, "{\"id\":3,\"access_level\":20}");
		add(&r, RECORD_MEMBER, 7, 0, "{\"id\":4,\"access_level\":10}");
		add(&r, RECORD_MEMBER, 8, 0, "{\"id\":5,\"access_level\":50}");
		add_note(&r, 1, 9, CASES[i].author, "KR1: $15M", CASES[i].more);
		read_all(&r);
		assert_int_equal(first_kr(&r)->current->value.coef,
			CASES[i].counts ? 15000000 : 14000000);
		assert_int_equal(r.m.findings.n, 0);
		leave(&r);
	}
}

/* GitLab makes users for tokens, with the access of people. */
static void comments_of_bots_do_not_count(void **state)
{
	static const struct {
		const char *name;
		bool counts;
	} CASES[] = {
		{"project_12_bot_4f", false}, {"group_3_bot_aa", false},
		{"project_12_bot", false}, {"service_account_9", false},
		{"group_7_bot2", false}, {"support-bot", false},
		{"renovate[bot]", false}, {"abbot", true}, {"group_lead", true},
		{"project_bot_fan", true},
		{"okr-bot", true}, /* a name that people choose */
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(CASES); i++) {
		struct room r;

		enter(&r);
		add_issue(&r, 1, BODY, "");
		add(&r, RECORD_MEMBER, 0, 0, "{\"id\":3,\"access_level\":40}");
		add(&r, RECORD_NOTE, 7, 1,
			arena_printf(&r.a,
				"{\"id\":9,\"body\":\"KR1: $15M\","
				"\"system\":false,\"author\":{\"id\":3,"
				"\"username\":\"%s\"},\"created_at\":"
				"\"2025-02-09T10:00:00Z\"}",
				CASES[i].name));
		read_all(&r);
		assert_int_equal(first_kr(&r)->current->value.coef,
			CASES[i].counts ? 15000000 : 14000000);
		leave(&r);
	}
}

static void without_members_only_author_and_assignees_count(void **state)
{
	struct room r;

	(void)state;
	enter(&r);
	add_issue(&r, 1, BODY, "");
	add_note(&r, 1, 8, 1, "KR1: $15M", "");
	add_note(&r, 1, 9, 3, "KR1: $16M", "");
	read_all(&r);
	assert_int_equal(first_kr(&r)->current->value.coef, 15000000);
	assert_int_equal(first_kr(&r)->current_date.day, 8);
	assert_int_equal(r.m.as_of.day, 8);
	assert_int_equal(count_findings(&r, "members-unknown"), 1);
	assert_int_equal(r.m.findings.v[0].severity, SEVERITY_INFO);
	leave(&r);
}

static void system_notes_and_our_own_report_nothing(void **state)
{
	struct room r;

	(void)state;
	enter(&r);
	r.o.self = "user1";
	add_issue(&r, 1, BODY, "");
	add(&r, RECORD_NOTE, 7, 1,
		"{\"id\":9,\"body\":\"KR1: $17M\",\"system\":true,"
		"\"author\":{\"id\":1},\"created_at\":"
		"\"2025-02-09T10:00:00Z\"}");
	add_note(&r, 1, 8, 1, "<!-- okrsync:x -->\\nKR1: $16M", "");
	add_note(&r, 1, 7, 1, "KR1: $15M", "");
	add_note(&r, 99, 6, 1, "KR1: $13M", "");
	read_all(&r);
	assert_int_equal(first_kr(&r)->current->value.coef, 15000000);
	assert_int_equal(first_kr(&r)->readings.n, 1);
	leave(&r);
}

#define FINAL "<!-- okrsync:key=final/missed -->\\n<!-- okrsync:frozen="

static void our_final_comment_keeps_outcome_and_grades(void **state)
{
	static const struct {
		const char *frozen, *grades[3];
	} T[] = {
		{"0.5 0.25 - -->", {"0.5", "0.25", "-"}},
		{"0.5 0.25 -->", {"0.5", "", ""}}, /* one fewer then */
		{"0.5 0.25 - 1 -->", {"0.5", "", ""}},
		{"- 1 0 -->", {"-", "1", "0"}},
		{"2 -1 x -->", {"", "", ""}}, /* no grades at all */
		{"0.5 0.25 -", {"", "", ""}},
		{"-->", {"", "", ""}},
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(T); i++) {
		const struct frozen *frozen[3];
		const struct objective *o;
		struct room r;

		enter(&r);
		r.o.self = "user1";
		add_issue(&r, 1, BODY, "");
		add_note(&r, 1, 9, 1, FINAL "0.1 0.1 0.1 -->", "");
		add_note(&r, 1, 8, 1,
			arena_printf(&r.a, FINAL "%s", T[i].frozen), "");
		add_note(&r, 1, 7, 2, FINAL "0.9 0.9 0.9 -->", "");
		read_all(&r);
		o = &r.m.objectives.v[0];
		assert_int_equal(o->outcome, OUTCOME_MISSED);
		frozen[0] = &o->frozen;
		frozen[1] = &o->key_results.v[0].frozen;
		frozen[2] = &o->key_results.v[1].frozen;
		for (int k = 0; k < 3; k++) {
			const char *want = T[i].grades[k];
			struct decimal d;

			assert_int_equal(frozen[k]->is, *want != '\0');
			if (!decimal_parse(str_of(want), &d))
				assert_null(frozen[k]->grade);
			else
				assert_int_equal(
					decimal_cmp(*frozen[k]->grade, d), 0);
		}
		leave(&r);
	}
}

static void a_label_says_the_outcome_before_the_final_comment(void **state)
{
	struct room r;

	(void)state;
	enter(&r);
	r.o.self = "user1";
	add_issue(&r, 1, BODY, ",\"labels\":[\"okr::achieved\"]");
	add_issue(&r, 2, BODY, "");
	add_note(&r, 1, 9, 1, FINAL "0.5 -->", "");
	add_note(&r, 2, 9, 1, "<!-- okrsync:key=final/odd -->", "");
	read_all(&r);
	assert_int_equal(r.m.objectives.v[0].outcome, OUTCOME_ACHIEVED);
	assert_int_equal(r.m.objectives.v[1].outcome, OUTCOME_NONE);
	assert_false(r.m.objectives.v[1].frozen.is);
	leave(&r);
}

static void a_bad_comment_is_named_with_its_issue(void **state)
{
	struct room r;

	(void)state;
	enter(&r);
	add_issue(&r, 1, BODY, "");
	add(&r, RECORD_NOTE, 7, 1, "{\"id\":9,\"body\":7}");
	add(&r, RECORD_NOTE, 7, 1, "{\"id\":9,\"body\":7,\"internal\":true}");
	add(&r, RECORD_MEMBER, 7, 0, "{\"id\":\"x\"}");
	read_all(&r);
	findings_sort(&r.m.findings);
	assert_int_equal(r.m.findings.n, 2);
	assert_string_equal(r.m.findings.v[0].message,
		"a member of project 7 was left out: its 'id' has a wrong "
		"type");
	assert_string_equal(r.m.findings.v[1].message,
		"a comment on issue g/p#1 was left out: its 'body' has a "
		"wrong type");
	leave(&r);
}

static uint64_t roll(uint64_t *seed)
{
	*seed ^= *seed << 13;
	*seed ^= *seed >> 7;
	*seed ^= *seed << 17;
	return *seed;
}

/* A copy of text with some of its bytes changed or cut away. */
static struct str spoil(struct arena *a, const char *text, uint64_t *seed)
{
	static const char BYTES[] = "{}[]\",:\\\n#-*|$%0189KRk \xff\xf0\x9f";
	struct str s = arena_str(a, str_of(text));
	char *p = arena_alloc(a, s.n);

	memcpy(p, s.p, s.n);
	for (uint64_t k = roll(seed) % 6; k > 0; k--)
		p[roll(seed) % s.n] = BYTES[roll(seed) % (sizeof BYTES - 1)];
	return (struct str){p, roll(seed) % 8 ? s.n : roll(seed) % s.n};
}

static void any_bytes_end_in_a_model_and_findings(void **state)
{
	static const char NOTE[] =
		"{\"id\":9,\"body\":\"KR1 (ARR): \xf0\x9f\x9f\xa1 Yellow - "
		"$15M (+1)\\n- Ask: x\\n2. KR2: 40%, 3 to go\\n"
		"Confidence: 7/10\",\"author\":{\"id\":1},"
		"\"created_at\":\"2025-02-09T10:00:00Z\"}";
	uint64_t seed = 7;
	size_t read = 0;

	(void)state;
	for (int i = 0; i < 2000; i++) {
		struct room r;
		const char *text;
		struct str s;

		enter(&r);
		text = issue(&r.a, 1, BODY, ",\"labels\":[\"okr::x\"]");
		s = i % 2 ? spoil(&r.a, text, &seed) : str_of(text);
		*vec_add(&r.a, &r.records) =
			(struct record){RECORD_ISSUE, 7, 0, s};
		*vec_add(&r.a, &r.records) = (struct record){
			RECORD_NOTE, 7, 1, spoil(&r.a, NOTE, &seed)};
		read_all(&r);
		read += r.m.objectives.n;
		leave(&r);
	}
	assert_true(read > 1000);
}

/* The elements of the body of a recorded answer. */
static void add_recorded(
	struct room *r, enum record_kind kind, const char *name)
{
	const char *path = arena_printf(&r->a, RECORDED "/%s", name);
	FILE *f = fopen(path, "rb");
	struct str text, key, raw;
	struct pull p;
	char *bytes;

	if (!f) {
		print_message("no %s\n", path);
		leave(r);
		skip();
	}
	bytes = arena_alloc(&r->a, ROOM);
	text = (struct str){bytes, fread(bytes, 1, ROOM, f)};
	fclose(f);
	pull_init(&p, text, &r->a);
	assert_true(pull_object(&p));
	while (pull_key(&p, &key)) {
		if (!str_is(key, "response") || !pull_object(&p)) {
			pull_skip(&p);
			continue;
		}
		while (pull_key(&p, &key)) {
			if (!str_is(key, "body") || !pull_array(&p)) {
				pull_skip(&p);
				continue;
			}
			while (pull_next(&p))
				if (pull_raw(&p, &raw))
					*vec_add(&r->a, &r->records) =
						(struct record){
							kind, 0, 0, raw};
		}
	}
}

static void gitlabs_own_answers_are_read_without_a_finding(void **state)
{
	struct room r;
	size_t n;

	(void)state;
	enter(&r);
	r.o.confidential = true;
	add_recorded(&r, RECORD_ISSUE, "issues_list_page1.json");
	n = r.records.n;
	add_recorded(&r, RECORD_MEMBER, "members_all.json");
	read_all(&r);
	assert_true(n > 0);
	assert_int_equal(r.m.objectives.n, n);
	assert_int_equal(count_findings(&r, "record-skipped"), 0);
	leave(&r);
}

#define EVENT(id, day, action, label) \
	"{\"id\":" #id ",\"created_at\":\"2025-02-" day \
	"T10:00:00Z\",\"action\":\"" action "\",\"label\":" label \
	",\"user\":{\"id\":3,\"username\":\"user3\"}}"
#define LABEL(name) "{\"id\":5,\"name\":\"" name "\"}"

static void the_labels_history_gives_moves(void **state)
{
	const struct objective *o;
	struct room r;

	(void)state;
	enter(&r);
	add_issue(&r, 1, BODY,
		",\"labels\":[\"okr::active\"],\"label_events\":[" EVENT(
			1, "01", "add", LABEL("okr::draft")) "," EVENT(2, "02",
			"add", "null") "," EVENT(3, "03", "remove",
			LABEL("okr::draft")) "," EVENT(4, "03", "add",
			LABEL("okr::active")) "]");
	add_issue(&r, 2, BODY, ",\"label_events\":[]");
	add_issue(&r, 3, BODY, "");
	add_issue(&r, 4, BODY, ",\"label_events\":null");
	read_all(&r);
	assert_int_equal(r.m.findings.n, 0);
	o = &r.m.objectives.v[0];
	assert_true(o->has_moves);
	assert_int_equal(o->moves.n, 2);
	assert_string_equal(o->moves.v[1].author, "user3");
	assert_string_equal(o->moves.v[1].from, "draft");
	assert_string_equal(o->moves.v[1].to, "active");
	assert_int_equal(o->moves.v[1].date.day, 3);
	assert_true(r.m.objectives.v[1].has_moves);
	assert_int_equal(r.m.objectives.v[1].moves.n, 0);
	assert_false(r.m.objectives.v[2].has_moves);
	assert_false(r.m.objectives.v[3].has_moves);
	leave(&r);
}

/* A history is only a help: what is odd in it costs nothing else. */
static void odd_events_are_left_out(void **state)
{
	static const char *const ODD[] = {"7", "\"x\"", "{}", "[7,\"x\",[]]",
		"[{\"id\":1}]",
		"[" EVENT(1, "01", "moved", LABEL("okr::draft")) "]",
		"[" EVENT(1, "41", "add", LABEL("okr::draft")) "]",
		"[" EVENT(1, "01", "add", "{}") "]",
		"[" EVENT(1, "01", "add", "7") "]",
		"[" EVENT(true, "01", "add", LABEL("okr::draft")) "]"};
	size_t n = sizeof ODD / sizeof *ODD;
	struct room r;

	(void)state;
	enter(&r);
	for (size_t i = 0; i < n; i++)
		add_issue(&r, (int)i + 1, BODY,
			arena_printf(&r.a, ",\"label_events\":%s", ODD[i]));
	read_all(&r);
	assert_int_equal(r.m.findings.n, 0);
	assert_int_equal(r.m.objectives.n, n);
	for (size_t i = 0; i < n; i++)
		assert_int_equal(r.m.objectives.v[i].moves.n, 0);
	leave(&r);
}

static void closing_is_a_move_by_who_closed(void **state)
{
	static const char CLOSED[] =
		",\"state\":\"closed\",\"closed_at\":"
		"\"2025-02-05T09:00:00Z\",\"closed_by\":%s,"
		"\"labels\":[\"%s\"],\"label_events\":[]";
	static const char *const CLOSERS[] = {
		"{\"id\":4,\"username\":\"user4\"}", "7", "null"};
	struct room r;

	(void)state;
	enter(&r);
	for (int i = 0; i < 3; i++)
		add_closed(&r, i + 1,
			arena_printf(&r.a, CLOSED, CLOSERS[i], "okr::active"));
	add_closed(
		&r, 4, arena_printf(&r.a, CLOSED, CLOSERS[0], "okr::achieved"));
	read_all(&r);
	for (int i = 0; i < 3; i++) {
		const struct objective *o = &r.m.objectives.v[i];

		assert_int_equal(o->moves.n, 1);
		assert_string_equal(o->moves.v[0].from, "active");
		assert_string_equal(o->moves.v[0].to, "closed");
		assert_string_equal(o->moves.v[0].author, i ? "" : "user4");
		assert_int_equal(o->moves.v[0].date.day, 5);
	}
	assert_int_equal(r.m.objectives.v[3].moves.n, 0);
	assert_int_equal(count_findings(&r, "record-skipped"), 0);
	leave(&r);
}

static void an_issue_and_its_label_agree_whether_it_is_closed(void **state)
{
	static const struct {
		const char *state, *label;
		int findings;
	} CASES[] = {
		{"closed", "okr::draft", 1},
		{"closed", "okr::review", 1},
		{"closed", "okr::active", 0},
		{"closed", "okr::closed", 0},
		{"closed", "okr::achieved", 0},
		{"closed", "CS-Status::Closed Not A Priority", 0},
		{"closed", "other", 0},
		{"opened", "okr::closed", 1},
		{"opened", "okr::missed", 1},
		{"opened", "okr::draft", 0},
		{"opened", "other", 0},
	};

	(void)state;
	for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
		struct room r;

		enter(&r);
		add_closed(&r, 1,
			arena_printf(&r.a,
				",\"state\":\"%s\",\"labels\":[\"%s\"]",
				CASES[i].state, CASES[i].label));
		read_all(&r);
		if (count_findings(&r, "state-contradicts-issue") !=
			CASES[i].findings)
			fail_msg("%s, %s", CASES[i].state, CASES[i].label);
		leave(&r);
	}
}

/* Closed on 5 February; what changed it last is told by comments,
 * labels or nothing. */
static void an_edit_after_closing_is_known_by_what_did_not_do_it(void **state)
{
	static const struct {
		const char *updated, *more;
		bool edited;
	} CASES[] = {
		{"05", ",\"user_notes_count\":0,\"label_events\":[]", false},
		{"09", ",\"user_notes_count\":0,\"label_events\":[]", true},
		{"09", ",\"user_notes_count\":1,\"label_events\":[]", true},
		{"08", ",\"user_notes_count\":1,\"label_events\":[]", false},
		{"09", ",\"user_notes_count\":2,\"label_events\":[]", false},
		{"09",
			",\"user_notes_count\":\"x\",\"label_events\":["
			"]",
			false},
		{"09", ",\"label_events\":[]", false},
		{"09", ",\"user_notes_count\":1", false},
		{"09",
			",\"user_notes_count\":1,\"label_events\":"
			"[" EVENT(1, "09", "add", LABEL("other")) "]",
			false},
	};

	(void)state;
	for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
		struct room r;

		enter(&r);
		add_closed(&r, 1,
			arena_printf(&r.a,
				",\"state\":\"closed\",\"closed_at\":"
				"\"2025-02-05T09:00:00Z\",\"updated_"
				"at\":"
				"\"2025-02-%sT09:00:00Z\"%s",
				CASES[i].updated, CASES[i].more));
		if (i > 1)
			add_note(&r, 1, 8, 1, "Thanks", "");
		read_all(&r);
		if (date_is_set(r.m.objectives.v[0].edited) != CASES[i].edited)
			fail_msg("case %zu", i);
		leave(&r);
	}
}

#define LIST(position, label) \
	"{\"id\":" #position ",\"position\":" #position \
	",\"label\":{\"name\":\"" label "\"}}"

static void a_boards_lists_give_states(void **state)
{
	struct label_rule rules[] = {
		{"status::served", SENSE_STATE, STATE_CLOSED}};
	struct label_map map = {.v = rules, .n = 1};
	struct room r;

	(void)state;
	enter(&r);
	add_issue(&r, 1, BODY, ",\"labels\":[\"status::cooking\"]");
	add_issue(&r, 2, BODY, ",\"labels\":[\"status::tasting\"]");
	add_issue(&r, 3, BODY, ",\"labels\":[\"status::served\"]");
	add(&r, RECORD_BOARD, 0, 0,
		"{\"id\":1,\"lists\":[7,{\"id\":9,\"assignee\":{}}," LIST(
			3, "status::served") "," LIST(2,
			"status::tasting") "," LIST(1, "status::cooking") "]}");
	add(&r, RECORD_BOARD, 0, 0, "[]");
	add(&r, RECORD_BOARD, 0, 0, "{\"lists\":{}}");
	/* Another board that says the second one is a draft still. */
	add(&r, RECORD_BOARD, 0, 0,
		"{\"id\":2,\"lists\":[" LIST(1, "status::tasting") "," LIST(
			2, "okr::done") "]}");
	read_all(&r);
	assert_int_equal(r.m.objectives.n, 3);
	assert_int_equal(r.m.objectives.v[0].state, STATE_DRAFT);
	assert_int_equal(r.m.objectives.v[1].state, STATE_DRAFT);
	assert_int_equal(r.m.objectives.v[2].state, STATE_ACTIVE);
	/* The user's own map wins. */
	model_init(&r.m);
	r.o.map = &map;
	read_all(&r);
	assert_int_equal(r.m.objectives.v[2].state, STATE_CLOSED);
	leave(&r);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_issue_is_an_objective),
		cmocka_unit_test(the_state_is_from_labels_and_the_issue),
		cmocka_unit_test(
			the_period_is_from_label_milestone_text_or_config),
		cmocka_unit_test(confidential_issues_leave_no_trace),
		cmocka_unit_test(confidential_issues_are_kept_when_asked_for),
		cmocka_unit_test(
			a_bad_issue_is_named_once_and_costs_itself_only),
		cmocka_unit_test(what_is_not_even_an_object_is_left_out),
		cmocka_unit_test(an_issue_of_more_than_a_mebibyte_is_left_out),
		cmocka_unit_test(other_types_of_issues_are_no_okrs),
		cmocka_unit_test(the_order_of_records_does_not_matter),
		cmocka_unit_test(of_two_copies_the_newer_one_counts),
		cmocka_unit_test(the_assignees_own_what_names_no_owner),
		cmocka_unit_test(a_key_results_issue_hangs_below_its_objective),
		cmocka_unit_test(an_issue_ladders_up_by_reference_and_by_link),
		cmocka_unit_test(a_key_result_of_nothing_is_not_lost),
		cmocka_unit_test(comments_count_by_their_author),
		cmocka_unit_test(comments_of_bots_do_not_count),
		cmocka_unit_test(
			without_members_only_author_and_assignees_count),
		cmocka_unit_test(system_notes_and_our_own_report_nothing),
		cmocka_unit_test(our_final_comment_keeps_outcome_and_grades),
		cmocka_unit_test(
			a_label_says_the_outcome_before_the_final_comment),
		cmocka_unit_test(
			what_hangs_on_an_epic_is_found_again_by_its_address),
		cmocka_unit_test(native_values_make_a_key_result),
		cmocka_unit_test(a_bad_comment_is_named_with_its_issue),
		cmocka_unit_test(a_boards_lists_give_states),
		cmocka_unit_test(the_labels_history_gives_moves),
		cmocka_unit_test(odd_events_are_left_out),
		cmocka_unit_test(closing_is_a_move_by_who_closed),
		cmocka_unit_test(
			an_issue_and_its_label_agree_whether_it_is_closed),
		cmocka_unit_test(
			an_edit_after_closing_is_known_by_what_did_not_do_it),
		cmocka_unit_test(any_bytes_end_in_a_model_and_findings),
		cmocka_unit_test(
			gitlabs_own_answers_are_read_without_a_finding),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
