/*
 * Ids, and who ladders up to whom.
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

static struct objective *add(struct model *m, const char *section,
	const char *number_text, const char *title)
{
	struct objective *o = model_add_objective(&a, m);

	o->section = section;
	o->number = number_text;
	o->title = title;
	o->source.line = (int)m->objectives.n * 10;
	objective_add_key_result(&a, o)->text = "One";
	objective_add_key_result(&a, o)->text = "Two";
	return o;
}

/* The six objectives of the Q1 2025 document. */
static void build(struct model *m)
{
	model_init(m);
	add(m, "Company-Level OKRs (Q1 2025)", "1",
		"Accelerate Enterprise Customer Acquisition")
		->level = LEVEL_COMPANY;
	add(m, "Company-Level OKRs (Q1 2025)", "2",
		"Improve Product-Market Fit for Mid-Market Segment")
		->level = LEVEL_COMPANY;
	add(m, "Product Team OKRs (Q1 2025)", "1",
		"Ship Enterprise-Ready Platform Capabilities")
		->level = LEVEL_GROUP;
	add(m, "Product Team OKRs (Q1 2025)", "2",
		"Drive Product Engagement and Retention")
		->level = LEVEL_GROUP;
	add(m, "Engineering Team OKRs (Q1 2025)", "1",
		"Build Scalable, Reliable Infrastructure")
		->level = LEVEL_GROUP;
	add(m, "Engineering Team OKRs (Q1 2025)", "2",
		"Improve Developer Velocity and Quality")
		->level = LEVEL_GROUP;
}

static void the_seed_document_is_linked(void **state)
{
	static const struct {
		int child, parent;
		const char *text;
	} T[] = {
		{2, 0, "Company Objective 1 (Enterprise Acquisition)"},
		{3, 1, "Company Objective 2 (Product-Market Fit)"},
		{4, 2, "Product Objective 1 (Enterprise Capabilities)"},
		{5, 3, "Product Objective 2 (Engagement)"},
	};
	struct model m;

	(void)state;
	build(&m);
	for (size_t i = 0; i < COUNT_OF(T); i++)
		m.objectives.v[T[i].child].ladders_up_to = T[i].text;
	model_link(&a, &m);
	assert_int_equal(m.findings.n, 0);
	for (size_t i = 0; i < COUNT_OF(T); i++)
		assert_int_equal(
			m.objectives.v[T[i].child].parent, T[i].parent);
	assert_int_equal(m.objectives.v[0].parent, NO_INDEX);
	assert_int_equal(m.objectives.v[0].children.n, 1);
	assert_int_equal(m.objectives.v[0].children.v[0], 2);
	assert_int_equal(m.objectives.v[2].children.v[0], 4);
	assert_string_equal(m.objectives.v[5].id, "o6");
	assert_string_equal(m.objectives.v[5].key_results.v[1].id, "o6/kr2");
}

struct link_case {
	const char *text;
	int parent, parent_kr;
	const char *rule; /* "" none */
};

static void check(const struct link_case *c)
{
	struct model m;
	struct objective *o;

	build(&m);
	m.objectives.v[0].id = "acme/okrs#12";
	m.objectives.v[0].source.url =
		"https://gitlab.example/acme/okrs/-/issues/12";
	m.objectives.v[0].owner = "CEO";
	m.objectives.v[1].id = "acme/okrs#13";
	m.objectives.v[2].id = "acme/other#13";
	m.objectives.v[1].key_results.v[1].number = "KR7";
	o = &m.objectives.v[5];
	o->id = "acme/okrs#99";
	o->ladders_up_to = c->text;
	model_link(&a, &m);
	if (o->parent != c->parent || o->parent_kr != c->parent_kr)
		print_message("in '%s'\n", c->text);
	assert_int_equal(o->parent, c->parent);
	assert_int_equal(o->parent_kr, c->parent_kr);
	if (!c->rule[0])
		assert_int_equal(m.findings.n, 0);
	else
		assert_int_equal(get_finding(&m, c->rule)->line, 60);
}

static void links_are_understood_as_people_write_them(void **state)
{
	static const struct link_case T[] = {
		{"acme/okrs#12", 0, NO_INDEX, ""},
		{"ACME/OKRs#12", 0, NO_INDEX, ""},
		{"#12", 0, NO_INDEX, ""},
		{"#13", 1, NO_INDEX, ""},
		{"okrs#13", 1, NO_INDEX, ""},
		{"other#13", 2, NO_INDEX, ""},
		{"acme/okrs#12/kr2", 0, 1, ""},
		{"https://gitlab.example/acme/okrs/-/issues/12", 0, NO_INDEX,
			""},
		{"https://gitlab.example/acme/okrs/-/issues/12?a=b#note_5", 0,
			NO_INDEX, ""},
		{"https://gitlab.example/acme/okrs/-/work_items/13", 1,
			NO_INDEX, ""},
		{"https://gitlab.example/acme/okrs/issues/13/", 1, NO_INDEX,
			""},
		{"[the big one](https://gitlab.example/acme/okrs/-/issues/12)",
			0, NO_INDEX, ""},
		{"[Drive Product Engagement and Retention](notes.md)", 3,
			NO_INDEX, ""},
		{"**Company Objective 1**", 0, NO_INDEX, ""},
		{"company objective #2", 1, NO_INDEX, ""},
		{"CEO's Objective 1", 0, NO_INDEX, ""},
		{"Company OKR 2", 1, NO_INDEX, ""},
		{"Company Objective 1 KR2", 0, 1, ""},
		{"Company Objective 2 KR7", 1, 1, ""},
		{"Company Objective 1 KR9", 0, NO_INDEX, ""},
		{"Objective 1 (Enterprise Acquisition)", 0, NO_INDEX, ""},
		{"drive product engagement and retention.", 3, NO_INDEX, ""},
		{"Reliable Infrastructure", 4, NO_INDEX, ""},
		{"Company Objective 1; Company Objective 2", 0, NO_INDEX, ""},
		{"#12 and #13", 0, NO_INDEX, ""},
		{"N/A", NO_INDEX, NO_INDEX, ""},
		{" - ", NO_INDEX, NO_INDEX, ""},
		{"", NO_INDEX, NO_INDEX, ""},
		{"Objective 1", 0, NO_INDEX, ""},
		{"Company Objective 1 - deals and renewals", 0, NO_INDEX, ""},
		{"Company Objective 1 (deals, renewals)", 0, NO_INDEX, ""},
		{"Sales Objective 1", NO_INDEX, NO_INDEX, "unknown-parent"},
		{"Company Objective 7", NO_INDEX, NO_INDEX, "unknown-parent"},
		{"our mission", NO_INDEX, NO_INDEX, "unknown-parent"},
		{"#4711", NO_INDEX, NO_INDEX, "unknown-parent"},
		{"https://gitlab.example/", NO_INDEX, NO_INDEX,
			"unknown-parent"},
		{"https:", NO_INDEX, NO_INDEX, "unknown-parent"},
		{"https://gitlab.example/acme/wiki", NO_INDEX, NO_INDEX,
			"unknown-parent"},
		{"Company Objective 1.2", NO_INDEX, NO_INDEX, "unknown-parent"},
		{"Enterprise", NO_INDEX, NO_INDEX, "ambiguous-parent"},
		{"#12 and #4711", 0, NO_INDEX, "unknown-parent"},
		{"acme/okrs#99", NO_INDEX, NO_INDEX, "circular-parent"},
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(T); i++)
		check(&T[i]);
}

static void what_several_are_called_is_ambiguous(void **state)
{
	static const char *const TEXTS[] = {
		"Grow the shops", "#7", "Objective 1"};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(TEXTS); i++) {
		struct model m;

		model_init(&m);
		add(&m, "", "1", "Grow the shops")->id = "a/x#7";
		add(&m, "", "1", "Grow the shops")->id = "a/y#7";
		add(&m, "", "", "Open in Rome")->ladders_up_to = TEXTS[i];
		model_link(&a, &m);
		assert_int_equal(m.objectives.v[2].parent, NO_INDEX);
		assert_int_equal(get_finding(&m, "ambiguous-parent")->line, 30);
	}
}

static void several_parents_each_get_the_child_once(void **state)
{
	struct model m;
	struct objective *o;

	(void)state;
	build(&m);
	o = &m.objectives.v[4];
	o->ladders_up_to = "Product Objective 1, Company Objective 1 and "
			   "Product Objective 1";
	model_link(&a, &m);
	assert_int_equal(o->parents.n, 2);
	assert_int_equal(o->parents.v[0], 2);
	assert_int_equal(o->parents.v[1], 0);
	assert_int_equal(o->parent, 2);
	assert_int_equal(m.objectives.v[0].children.n, 1);
	assert_int_equal(m.objectives.v[2].children.n, 1);
}

static void a_circle_is_broken_where_it_closes(void **state)
{
	struct model m;

	(void)state;
	build(&m);
	m.objectives.v[0].ladders_up_to = "Product Objective 1";
	m.objectives.v[2].ladders_up_to = "Engineering Objective 1";
	m.objectives.v[4].ladders_up_to = "Company Objective 1";
	model_link(&a, &m);
	assert_int_equal(m.objectives.v[0].parent, 2);
	assert_int_equal(m.objectives.v[2].parent, 4);
	assert_int_equal(m.objectives.v[4].parent, NO_INDEX);
	assert_int_equal(m.findings.n, 1);
	assert_string_equal(m.findings.v[0].message,
		"objective 'Build Scalable, Reliable Infrastructure' ladders "
		"up to 'Company Objective 1', which ladders up to this one: "
		"break the circle");
}

static void linking_twice_gives_the_same(void **state)
{
	struct model m;

	(void)state;
	build(&m);
	m.objectives.v[4].ladders_up_to = "Company Objective 1; nowhere";
	m.objectives.v[5].parent = 3;
	m.objectives.v[5].parent_kr = 1;
	model_link(&a, &m);
	model_link(&a, &m);
	findings_sort(&m.findings);
	assert_int_equal(m.findings.n, 1);
	assert_int_equal(m.objectives.v[4].parents.n, 1);
	assert_int_equal(m.objectives.v[0].children.n, 1);
	assert_int_equal(m.objectives.v[5].parent, 3);
	assert_int_equal(m.objectives.v[5].parent_kr, 1);
	assert_int_equal(m.objectives.v[3].children.n, 1);
}

static void equal_ids_are_told_apart(void **state)
{
	static const char *const WANT[] = {"x", "x-3", "x-2", "x-4", "o5"};
	static const char *const GIVEN[] = {"x", "x", "x-2", "x", ""};
	struct model m;

	(void)state;
	model_init(&m);
	for (size_t i = 0; i < COUNT_OF(GIVEN); i++)
		add(&m, "", "", "t")->id = GIVEN[i];
	m.objectives.v[4].key_results.v[0].id = "same";
	m.objectives.v[4].key_results.v[1].id = "same";
	model_link(&a, &m);
	for (size_t i = 0; i < COUNT_OF(WANT); i++)
		assert_string_equal(m.objectives.v[i].id, WANT[i]);
	assert_string_equal(m.objectives.v[1].key_results.v[0].id, "x-3/kr1");
	assert_string_equal(m.objectives.v[4].key_results.v[0].id, "same");
	assert_string_equal(m.objectives.v[4].key_results.v[1].id, "same-2");
}

static void an_empty_model_is_linked_to_nothing(void **state)
{
	struct model m;

	(void)state;
	model_init(&m);
	model_link(&a, &m);
	assert_int_equal(m.findings.n, 0);
}

static void names_are_those_of_the_contract(void **state)
{
	(void)state;
	assert_string_equal(level_name(LEVEL_INDIVIDUAL), "individual");
	assert_string_equal(level_name(LEVEL_NONE), "");
	assert_string_equal(okr_type_name(TYPE_ASPIRATIONAL), "aspirational");
	assert_string_equal(state_name(STATE_REVIEW), "review");
	assert_string_equal(outcome_name(OUTCOME_CARRIED_OVER), "carried over");
	assert_string_equal(
		health_name(HEALTH_NEEDS_ATTENTION), "needs attention");
	assert_string_equal(kind_name(KIND_FROM_TO), "from_to");
	assert_string_equal(direction_name(DIRECTION_BINARY), "binary");
	assert_string_equal(
		result_kind_name(RESULT_NOT_STARTED), "not_started");
	assert_string_equal(result_kind_name(RESULT_MISSED), "missed");
	assert_string_equal(grade_source_name(SOURCE_NONE), "none");
	assert_string_equal(status_name(STATUS_AT_RISK), "at risk");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_seed_document_is_linked),
		cmocka_unit_test(links_are_understood_as_people_write_them),
		cmocka_unit_test(what_several_are_called_is_ambiguous),
		cmocka_unit_test(several_parents_each_get_the_child_once),
		cmocka_unit_test(a_circle_is_broken_where_it_closes),
		cmocka_unit_test(linking_twice_gives_the_same),
		cmocka_unit_test(equal_ids_are_told_apart),
		cmocka_unit_test(an_empty_model_is_linked_to_nothing),
		cmocka_unit_test(names_are_those_of_the_contract),
	};

	return cmocka_run_group_tests(tests, start, stop);
}
