/*
 * Labels and what they mean.
 */
#include "unit.h"

#include <string.h>

#include "labels.h"

enum { LABELS_MAX = 4 };

struct room {
	struct arena a;
	struct model m;
	struct objective *o;
	struct findings findings;
};

static void enter(struct room *r)
{
	*r = (struct room){.a = ARENA_INIT};
	model_init(&r->m);
	r->o = model_add_objective(&r->a, &r->m);
	r->o->source.url = "https://gitlab.example/g/p/-/issues/1";
}

static void apply(struct room *r, const struct label_map *map,
	const char *const labels[LABELS_MAX])
{
	for (int i = 0; i < LABELS_MAX && labels[i]; i++)
		*vec_add(&r->a, &r->o->labels) = labels[i];
	labels_apply(&r->a, map, r->o, &r->findings);
}

static void every_scheme_gives_its_state_outcome_and_health(void **state)
{
	static const struct {
		const char *label;
		enum state state;
		enum outcome outcome;
		enum health health;
	} CASES[] = {
		{"okr::draft", STATE_DRAFT, 0, 0},
		{"okr::review", STATE_REVIEW, 0, 0},
		{"OKR::Active", STATE_ACTIVE, 0, 0},
		{"okr::closed", STATE_CLOSED, 0, 0},
		{"okr::carried-over", STATE_CLOSED, OUTCOME_CARRIED_OVER, 0},
		{"Draft", STATE_DRAFT, 0, 0},
		{"In Draft", STATE_DRAFT, 0, 0},
		{"under review", STATE_REVIEW, 0, 0},
		{"Active", STATE_ACTIVE, 0, 0},
		{"Closed", STATE_CLOSED, 0, 0},
		{"health::on_track", 0, 0, HEALTH_ON_TRACK},
		{"Health::At Risk", 0, 0, HEALTH_AT_RISK},
		{"CS-Status::Proposed", STATE_DRAFT, 0, 0},
		{"CS-Status::Not Started", STATE_ACTIVE, 0, 0},
		{"CS-Status::On Track", STATE_ACTIVE, 0, HEALTH_ON_TRACK},
		{"CS-Status::Watchpoint", STATE_ACTIVE, 0,
			HEALTH_NEEDS_ATTENTION},
		{"CS-Status::Concern", STATE_ACTIVE, 0, HEALTH_AT_RISK},
		{"CS-Status::On Hold", STATE_ACTIVE, 0, HEALTH_NEEDS_ATTENTION},
		{"CS-Status::Ready for Review", STATE_REVIEW, 0, 0},
		{"CS-Status::Closed Success", STATE_CLOSED, OUTCOME_ACHIEVED,
			0},
		{"CS-Status::Closed Not A Priority", STATE_CLOSED,
			OUTCOME_CANCELLED, 0},
		{"Workflow::Under Review", STATE_REVIEW, 0, 0},
		{"OKR-Status::Active", STATE_ACTIVE, 0, 0},
		{"status::at risk", 0, 0, HEALTH_AT_RISK},
		{"backend::review", 0, 0, 0},
		{"CSM", 0, 0, 0},
		{"Drafts", 0, 0, 0},
		{"Draf", 0, 0, 0},
		{"", 0, 0, 0},
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(CASES); i++) {
		struct room r;

		enter(&r);
		apply(&r, NULL, (const char *[LABELS_MAX]){CASES[i].label});
		assert_int_equal(r.o->state, CASES[i].state);
		assert_int_equal(r.o->outcome, CASES[i].outcome);
		assert_int_equal(r.o->health, CASES[i].health);
		assert_int_equal(r.findings.n, 0);
		arena_release(&r.a);
	}
}

static void prefixes_give_texts_and_words_give_level_and_type(void **state)
{
	struct room r;

	(void)state;
	enter(&r);
	apply(&r, NULL,
		(const char *[LABELS_MAX]){"CS-Team::Scale", "CS-Region::EMEA",
			"CS-Priority::High", "level::department"});
	assert_string_equal(r.o->team, "Scale");
	assert_string_equal(r.o->region, "EMEA");
	assert_string_equal(r.o->priority, "High");
	assert_int_equal(r.o->level, LEVEL_DEPARTMENT);
	arena_release(&r.a);
	enter(&r);
	apply(&r, NULL,
		(const char *[LABELS_MAX]){"P0", "type::committed", "team::"});
	assert_string_equal(r.o->priority, "P0");
	assert_int_equal(r.o->type, TYPE_COMMITTED);
	assert_string_equal(r.o->team, "");
	arena_release(&r.a);
}

static void what_no_label_speaks_of_stays(void **state)
{
	struct room r;

	(void)state;
	enter(&r);
	r.o->level = LEVEL_GROUP;
	r.o->priority = "P2";
	r.o->type = TYPE_ASPIRATIONAL;
	apply(&r, NULL, (const char *[LABELS_MAX]){"okr::draft", "bug"});
	assert_int_equal(r.o->level, LEVEL_GROUP);
	assert_int_equal(r.o->type, TYPE_ASPIRATIONAL);
	assert_string_equal(r.o->priority, "P2");
	arena_release(&r.a);
}

static void two_states_are_a_finding_whatever_their_order(void **state)
{
	static const char *const WAYS[2][LABELS_MAX] = {
		{"okr::active", "Under Review", "okr::active"},
		{"Under Review", "okr::active"},
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(WAYS); i++) {
		struct room r;

		enter(&r);
		apply(&r, NULL, WAYS[i]);
		assert_int_equal(r.o->state, STATE_REVIEW);
		assert_int_equal(r.findings.n, 1);
		assert_string_equal(r.findings.v[0].rule, "labels-disagree");
		assert_string_equal(r.findings.v[0].url, r.o->source.url);
		assert_string_equal(r.findings.v[0].message,
			"the labels 'Under Review' and 'okr::active' differ "
			"about the state; 'Under Review' counts, remove the "
			"other one");
		arena_release(&r.a);
	}
}

static void the_worse_health_and_the_first_text_count(void **state)
{
	struct room r;

	(void)state;
	enter(&r);
	apply(&r, NULL,
		(const char *[LABELS_MAX]){"health::green", "health::red",
			"team::Scale", "team::Growth"});
	assert_int_equal(r.o->health, HEALTH_AT_RISK);
	assert_string_equal(r.o->team, "Growth");
	assert_int_equal(r.findings.n, 2);
	arena_release(&r.a);
}

static void an_unknown_value_of_a_known_scheme_is_a_finding(void **state)
{
	struct room r;

	(void)state;
	enter(&r);
	apply(&r, NULL,
		(const char *[LABELS_MAX]){"okr::activ", "CS-Status::Gone"});
	assert_int_equal(r.findings.n, 2);
	assert_string_equal(r.findings.v[0].rule, "label-unknown");
	assert_non_null(strstr(r.findings.v[0].message, "'okr::activ'"));
	arena_release(&r.a);
}

static void our_own_sign_against_reminders_is_known(void **state)
{
	struct room r;

	(void)state;
	enter(&r);
	apply(&r, NULL, (const char *[LABELS_MAX]){"okr::No-Reminder"});
	assert_int_equal(r.findings.n, 0);
	arena_release(&r.a);
}

static void the_users_map_replaces_what_we_would_have_said(void **state)
{
	struct room r;
	struct label_map map = {NULL, 0, 0};

	(void)state;
	enter(&r);
	*vec_add(&r.a, &map) =
		(struct label_rule){"doing", SENSE_STATE, STATE_DRAFT};
	*vec_add(&r.a, &map) =
		(struct label_rule){"DOING", SENSE_STATE, STATE_ACTIVE};
	*vec_add(&r.a, &map) = (struct label_rule){
		"CS-Status::On Track", SENSE_STATE, STATE_ACTIVE};
	*vec_add(&r.a, &map) = (struct label_rule){"squad/*", SENSE_TEAM, 0};
	apply(&r, &map,
		(const char *[LABELS_MAX]){
			"Doing", "CS-Status::On Track", "squad/Blue", "P1"});
	assert_int_equal(r.o->state, STATE_ACTIVE);
	assert_int_equal(r.o->health, HEALTH_NONE);
	assert_string_equal(r.o->team, "Blue");
	assert_string_equal(r.o->priority, "P1");
	assert_int_equal(r.findings.n, 0);
	arena_release(&r.a);
}

static void says_whether_a_sense_is_there(void **state)
{
	struct arena a = ARENA_INIT;
	struct texts labels = {NULL, 0, 0};
	struct label_map map = {NULL, 0, 0};
	size_t n;

	(void)state;
	assert_false(labels_have(NULL, &labels, SENSE_KEY_RESULT));
	*vec_add(&a, &labels) = "Key result";
	assert_true(labels_have(NULL, &labels, SENSE_KEY_RESULT));
	assert_false(labels_have(NULL, &labels, SENSE_IGNORE));
	*vec_add(&a, &map) = (struct label_rule){"key result", SENSE_IGNORE, 0};
	assert_true(labels_have(&map, &labels, SENSE_IGNORE));
	assert_false(labels_have(&map, &labels, SENSE_KEY_RESULT));
	assert_non_null(label_rules_builtin(&n));
	assert_true(n > 50);
	arena_release(&a);
}

/* A history of labels as told by GitLab, and the moves it should give. */
struct told {
	int64_t at;
	const char *author;
	bool added;
	const char *label;
};

static struct moves move(struct room *r, const struct label_map *map,
	const char *const now[LABELS_MAX], const struct told *told, size_t n)
{
	struct label_events events = {0};
	struct moves moves = {0};
	struct texts labels = {0};

	for (int i = 0; i < LABELS_MAX && now[i]; i++)
		*vec_add(&r->a, &labels) = now[i];
	for (size_t i = 0; i < n; i++)
		*vec_add(&r->a, &events) = (struct label_event){
			.id = (int64_t)i + 1,
			.at = told[i].at,
			.day = date_from_days((long)(told[i].at / 86400)),
			.added = told[i].added,
			.label = told[i].label,
			.author = told[i].author};
	labels_moves(&r->a, map, &labels, &events, &moves);
	return moves;
}

static void expect_move(struct room *r, const struct move *m, const char *text)
{
	struct buf b;

	buf_init(&b, 16);
	date_print(&b, m->date);
	assert_string_equal(
		arena_printf(&r->a, "%s %s: %s from '%s' to '%s' by '%s'", b.p,
			m->author, m->what, m->from, m->to, m->label),
		text);
	buf_release(&b);
}

enum { DAY = 86400, MONDAY = 20094 * DAY }; /* 2025-01-06 */

static void events_tell_who_moved_what_when(void **state)
{
	static const struct told TOLD[] = {
		{MONDAY, "user1", true, "okr::draft"},
		{MONDAY, "user1", true, "team::Sales"},
		{MONDAY + DAY, "user2", false, "okr::draft"},
		{MONDAY + DAY + 2, "user2", true, "okr::review"},
		{MONDAY + 2 * DAY, "user3", false, "okr::review"},
		{MONDAY + 2 * DAY, "user3", true, "okr::active"},
		{MONDAY + 2 * DAY, "user3", true, "health::on track"},
	};
	struct room r;
	struct moves m;

	(void)state;
	enter(&r);
	m = move(&r, NULL,
		(const char *[LABELS_MAX]){
			"okr::active", "health::on track", "team::Sales"},
		TOLD, sizeof TOLD / sizeof *TOLD);
	assert_int_equal(m.n, 4);
	expect_move(&r, &m.v[0],
		"2025-01-06 user1: state from '' to 'draft' by 'okr::draft'");
	expect_move(&r, &m.v[1],
		"2025-01-07 user2: state from 'draft' to 'review' by "
		"'okr::review'");
	expect_move(&r, &m.v[2],
		"2025-01-08 user3: state from 'review' to 'active' by "
		"'okr::active'");
	expect_move(&r, &m.v[3],
		"2025-01-08 user3: health from '' to 'on track' by "
		"'health::on track'");
	arena_release(&r.a);
}

/* Labels may be older than GitLab's memory of them. */
static void labels_without_events_were_always_there(void **state)
{
	static const struct told TOLD[] = {
		{MONDAY, "", false, "okr::draft"},
		{MONDAY, "", true, "okr::active"},
	};
	struct room r;
	struct moves m;

	(void)state;
	enter(&r);
	m = move(&r, NULL,
		(const char *[LABELS_MAX]){"okr::active", "health::at risk"},
		TOLD, 2);
	assert_int_equal(m.n, 1);
	expect_move(&r, &m.v[0],
		"2025-01-06 : state from 'draft' to 'active' by "
		"'okr::active'");
	m = move(&r, NULL, (const char *[LABELS_MAX]){"okr::active"}, NULL, 0);
	assert_int_equal(m.n, 0);
	arena_release(&r.a);
}

/* There and back within a minute is no move; by two people it is. */
static void what_one_person_does_at_once_is_one_move(void **state)
{
	static const struct told SAME[] = {
		{MONDAY, "user1", true, "health::at risk"},
		{MONDAY + 60, "user1", false, "health::at risk"},
	};
	static const struct told TWO[] = {
		{MONDAY, "user1", true, "health::at risk"},
		{MONDAY + 60, "user2", false, "health::at risk"},
	};
	static const struct told LATER[] = {
		{MONDAY, "user1", true, "health::at risk"},
		{MONDAY + 61, "user1", false, "health::at risk"},
	};
	struct room r;

	(void)state;
	enter(&r);
	assert_int_equal(
		move(&r, NULL, (const char *[LABELS_MAX]){0}, SAME, 2).n, 0);
	assert_int_equal(
		move(&r, NULL, (const char *[LABELS_MAX]){0}, TWO, 2).n, 2);
	assert_int_equal(
		move(&r, NULL, (const char *[LABELS_MAX]){0}, LATER, 2).n, 2);
	arena_release(&r.a);
}

static void the_users_map_gives_events_their_meaning(void **state)
{
	static const struct told TOLD[] = {
		{MONDAY + 5, "user1", true, "Bereit"},
		{MONDAY, "user1", true, "Idee"},
	};
	static struct label_rule rules[] = {
		{"Idee", SENSE_STATE, STATE_DRAFT},
		{"Bereit", SENSE_STATE, STATE_ACTIVE},
	};
	struct label_map map = {.v = rules, .n = 2};
	struct room r;
	struct moves m;

	(void)state;
	enter(&r);
	m = move(&r, &map, (const char *[LABELS_MAX]){"Idee", "Bereit"}, TOLD,
		2);
	assert_int_equal(m.n, 1); /* of two states the earlier counts */
	expect_move(&r, &m.v[0],
		"2025-01-06 user1: state from '' to 'draft' by 'Idee'");
	arena_release(&r.a);
}

enum { LISTS_MAX = 6 };

static void a_boards_lists_say_what_their_labels_mean(void **state)
{
	static const struct {
		const char *lists[LISTS_MAX];
		enum state states[LISTS_MAX]; /* NONE: no rule */
	} CASES[] = {
		/* between known ones */
		{{"Cooking", "In Review", "Doing", "Active", "Watched"},
			{STATE_DRAFT, 0, STATE_REVIEW, 0, STATE_ACTIVE}},
		{{"Draft", "Discussed", "Active"}, {0, STATE_REVIEW, 0}},
		{{"Draft", "More", "Review", "Doing"},
			{0, STATE_DRAFT, 0, STATE_ACTIVE}},
		{{"Ideas", "Draft", "Doing"}, {STATE_DRAFT, 0, STATE_ACTIVE}},
		{{"Active", "Late", "Closed", "Archive"},
			{0, STATE_ACTIVE, 0, STATE_CLOSED}},
		{{"Later", "Review"}, {STATE_DRAFT, 0}},
		/* by their order, when their scope says what they are */
		{{"status::cooking", "status::tasting", "status::served"},
			{STATE_DRAFT, STATE_REVIEW, STATE_ACTIVE}},
		{{"okr::a", "okr::b"}, {STATE_DRAFT, STATE_ACTIVE}},
		{{"stage::1", "stage::2", "stage::3", "stage::4"},
			{STATE_DRAFT, STATE_REVIEW, STATE_ACTIVE,
				STATE_ACTIVE}},
		/* no life: teams, anything, or all known */
		{{"Alpha", "Beta", "Gamma"}, {0}},
		{{"status::cooking", "Beta"}, {0}},
		{{"Draft", "team::A", "More"}, {0}},
		{{"P0", "P1", "Draft", "More"}, {0}},
		{{"Draft"}, {0}},
		{{NULL}, {0}},
		{{"Draft", "In Review", "Active"}, {0}},
		{{"CS-Status::Proposed", "CS-Status::On Track"}, {0}},
	};

	(void)state;
	for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
		struct arena a = ARENA_INIT;
		struct texts lists = {0};
		struct label_map map = {0};
		size_t rule = 0;

		for (int k = 0; k < LISTS_MAX && CASES[i].lists[k]; k++)
			*vec_add(&a, &lists) = CASES[i].lists[k];
		labels_board(&a, NULL, &lists, &map);
		for (size_t k = 0; k < lists.n; k++) {
			if (CASES[i].states[k] == STATE_NONE)
				continue;
			if (rule >= map.n)
				fail_msg("row %zu: no rule %zu", i, rule);
			assert_string_equal(
				map.v[rule].label, CASES[i].lists[k]);
			if (map.v[rule].value != (int)CASES[i].states[k])
				fail_msg("row %zu: '%s'", i, lists.v[k]);
			rule++;
		}
		assert_int_equal(map.n, rule);
		arena_release(&a);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(
			every_scheme_gives_its_state_outcome_and_health),
		cmocka_unit_test(
			prefixes_give_texts_and_words_give_level_and_type),
		cmocka_unit_test(what_no_label_speaks_of_stays),
		cmocka_unit_test(two_states_are_a_finding_whatever_their_order),
		cmocka_unit_test(the_worse_health_and_the_first_text_count),
		cmocka_unit_test(
			an_unknown_value_of_a_known_scheme_is_a_finding),
		cmocka_unit_test(our_own_sign_against_reminders_is_known),
		cmocka_unit_test(
			the_users_map_replaces_what_we_would_have_said),
		cmocka_unit_test(events_tell_who_moved_what_when),
		cmocka_unit_test(labels_without_events_were_always_there),
		cmocka_unit_test(what_one_person_does_at_once_is_one_move),
		cmocka_unit_test(the_users_map_gives_events_their_meaning),
		cmocka_unit_test(a_boards_lists_say_what_their_labels_mean),
		cmocka_unit_test(says_whether_a_sense_is_there),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
