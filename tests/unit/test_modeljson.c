/*
 * The model as JSON: one whole example byte for byte, and that every member
 * of docs/model.schema.json is there.
 */
#include "unit.h"

#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "modeljson.h"

enum { ROOM = 1 << 20 };

static const char EMPTY[] = "{\n"
			    "  \"schema\": 1,\n"
			    "  \"period\": null,\n"
			    "  \"as_of\": null,\n"
			    "  \"grade\": null,\n"
			    "  \"forecast\": null,\n"
			    "  \"coverage\": {\n"
			    "    \"graded\": 0,\n"
			    "    \"total\": 0\n"
			    "  },\n"
			    "  \"status\": null,\n"
			    "  \"statuses\": {\n"
			    "    \"done\": 0,\n"
			    "    \"ahead\": 0,\n"
			    "    \"on track\": 0,\n"
			    "    \"behind\": 0,\n"
			    "    \"at risk\": 0,\n"
			    "    \"stale\": 0\n"
			    "  },\n"
			    "  \"mean_confidence\": null,\n"
			    "  \"signal\": null,\n"
			    "  \"rollups\": {\n"
			    "    \"levels\": [],\n"
			    "    \"teams\": [],\n"
			    "    \"owners\": []\n"
			    "  },\n"
			    "  \"objectives\": [],\n"
			    "  \"findings\": []\n"
			    "}\n";

static void an_empty_model_is_all_null(void **state)
{
	struct model m;
	struct buf b;

	(void)state;
	model_init(&m);
	buf_init(&b, ROOM);
	modeljson_print(&b, &m);
	assert_string_equal(b.p, EMPTY);
	buf_release(&b);
}

static const struct quantity *quantity(
	struct arena *a, int64_t value, const char *unit, const char *text)
{
	struct quantity *q = ARENA_NEW(a, struct quantity);

	*q = (struct quantity){.has_value = unit != NULL,
		.unit = unit ? unit : "",
		.text = text};
	assert_true(decimal_make(value, 0, &q->value));
	return q;
}

static void fill_key_result(struct arena *a, struct key_result *kr)
{
	static const struct decimal HALF = {5, 1};

	kr->id = "o1/kr1";
	kr->text = "Increase Enterprise ARR from $12M to $18M";
	kr->kind = KIND_FROM_TO;
	kr->direction = DIRECTION_INCREASE;
	kr->baseline = quantity(a, 12000000, "USD", "$12M");
	kr->target = quantity(a, 18000000, "USD", "$18M");
	kr->current = quantity(a, 0, NULL, "In QA");
	kr->comparator = CMP_GE;
	kr->current_date = (struct date){2025, 2, 1};
	kr->progress = rat_of(a, 5, 12);
	kr->grade = rat_of(a, 5, 8);
	kr->grade_source = SOURCE_COMPUTED;
	kr->stated_grade = &HALF;
	kr->weight = &HALF;
	kr->result = (struct result){.kind = RESULT_DONE, .text = "DONE"};
	kr->line = 12;
	*vec_add(a, &kr->links) = (struct link){"x", "https://example.com"};
	*vec_add(a, &kr->readings) = (struct reading){
		.date = {2025, 1, 31},
		.value = kr->target,
		.health = HEALTH_AT_RISK,
		.author = "user1",
		.text = "",
	};
	*vec_add(a, &kr->milestones) =
		(struct milestone){"Beta", {3, 1}, true, {2025, 3, 1}};
	*vec_add(a, &kr->blockers) = "Legal";
}

static void fill(struct arena *a, struct model *m)
{
	struct objective *o;

	model_init(m);
	m->period = (struct period){"Q1 2025", {2025, 1, 1}, {2025, 3, 31}};
	m->as_of = (struct date){2025, 2, 1};
	m->grade = rat_of(a, 1, 200);
	o = model_add_objective(a, m);
	o->id = "o1";
	o->title = "Grow \"enterprise\"";
	o->level = LEVEL_COMPANY;
	o->type = TYPE_COMMITTED;
	o->state = STATE_ACTIVE;
	*vec_add(a, &o->children) = 1;
	*vec_add(a, &o->labels) = "okr::active";
	fill_key_result(a, objective_add_key_result(a, o));
	o->has_moves = true;
	o->owner = "CEO";
	o->counts = true;
	*vec_add(a, &o->moves) = (struct move){
		{2025, 1, 6}, "user1", "state", "", "draft", "okr::draft"};
	o = model_add_objective(a, m);
	o->id = "o2";
	o->parent = 0;
	o->source.url = "https://gitlab.example/g/p/-/issues/2";
	finding_add(a, &m->findings, "rule", SEVERITY_WARNING, "a.md", NULL, 3,
		"mend it");
}

static json_t *print_and_load(const struct model *m)
{
	struct buf b;
	json_t *root;

	buf_init(&b, ROOM);
	modeljson_print(&b, m);
	root = json_loadb(b.p, b.n, JSON_REJECT_DUPLICATES, NULL);
	assert_non_null(root);
	buf_release(&b);
	return root;
}

static void expect_text(const json_t *at, const char *key, const char *text)
{
	assert_string_equal(json_string_value(json_object_get(at, key)), text);
}

static void expect_null(const json_t *at, const char *key)
{
	assert_true(json_is_null(json_object_get(at, key)));
}

/* The number as it is printed. */
static void expect_number(
	const struct model *m, const char *key, const char *number)
{
	struct arena a = ARENA_INIT;
	struct buf b;

	buf_init(&b, ROOM);
	modeljson_print(&b, m);
	assert_non_null(
		strstr(b.p, arena_printf(&a, "\"%s\": %s,\n", key, number)));
	buf_release(&b);
	arena_release(&a);
}

static void numbers_are_exact_and_grades_have_two_decimals(void **state)
{
	struct arena a = ARENA_INIT;
	struct model m;

	(void)state;
	fill(&a, &m);
	expect_number(&m, "value", "12000000");
	expect_number(&m, "progress", "0.42");
	expect_number(&m, "grade", "0.63");
	expect_number(&m, "grade", "0.01");
	expect_number(&m, "stated_grade", "0.5");
	arena_release(&a);
}

static void key_results_say_what_they_are(void **state)
{
	struct arena a = ARENA_INIT;
	struct model m;
	json_t *root, *o, *kr;

	(void)state;
	fill(&a, &m);
	root = print_and_load(&m);
	o = json_array_get(json_object_get(root, "objectives"), 0);
	kr = json_array_get(json_object_get(o, "key_results"), 0);
	expect_text(kr, "kind", "from_to");
	expect_text(kr, "direction", "increase");
	expect_text(kr, "comparator", ">=");
	expect_text(kr, "grade_source", "computed");
	expect_text(kr, "current_date", "2025-02-01");
	expect_null(kr, "owner");
	expect_null(kr, "formula");
	expect_text(json_object_get(kr, "target"), "unit", "USD");
	expect_null(json_object_get(kr, "current"), "value");
	expect_text(json_object_get(kr, "current"), "text", "In QA");
	expect_text(json_object_get(kr, "result"), "kind", "done");
	expect_null(json_object_get(kr, "result"), "percent");
	json_decref(root);
	arena_release(&a);
}

static void objectives_say_where_they_stand(void **state)
{
	struct arena a = ARENA_INIT;
	struct model m;
	json_t *root, *list, *o;

	(void)state;
	fill(&a, &m);
	root = print_and_load(&m);
	expect_text(json_object_get(root, "period"), "end", "2025-03-31");
	list = json_object_get(root, "objectives");
	o = json_array_get(list, 0);
	expect_text(o, "title", "Grow \"enterprise\"");
	expect_text(o, "type", "committed");
	expect_null(o, "parent");
	expect_null(o, "outcome");
	assert_string_equal(json_string_value(json_array_get(
				    json_object_get(o, "children"), 0)),
		"o2");
	o = json_array_get(list, 1);
	expect_text(o, "parent", "o1");
	expect_null(o, "state");
	expect_null(o, "grade");
	assert_int_equal(json_integer_value(json_object_get(o, "weight")), 1);
	expect_null(json_object_get(o, "source"), "file");
	expect_null(json_object_get(o, "source"), "line");
	expect_null(o, "moves");
	o = json_array_get(
		json_object_get(json_array_get(list, 0), "moves"), 0);
	expect_text(o, "author", "user1");
	expect_null(o, "from");
	expect_text(o, "to", "draft");
	o = json_object_get(root, "rollups");
	expect_text(json_array_get(json_object_get(o, "levels"), 0), "name",
		"Company");
	expect_text(
		json_array_get(json_object_get(o, "owners"), 0), "name", "CEO");
	o = json_array_get(json_object_get(root, "findings"), 0);
	expect_text(o, "severity", "warning");
	expect_text(o, "file", "a.md");
	expect_null(o, "url");
	json_decref(root);
	arena_release(&a);
}

/* Every required member of a definition is in the object, and no others. */
static void expect_members(const json_t *schema, const json_t *object)
{
	const json_t *required = json_object_get(schema, "required");
	size_t n = json_array_size(required);

	assert_true(n > 0);
	assert_int_equal(json_object_size(object), n);
	for (size_t i = 0; i < n; i++) {
		const char *key =
			json_string_value(json_array_get(required, i));

		if (!json_object_get(object, key))
			fail_msg("no member '%s'", key);
	}
}

static void the_schema_names_every_member(void **state)
{
	struct arena a = ARENA_INIT;
	struct model m;
	json_t *schema = json_load_file("docs/model.schema.json", 0, NULL);
	json_t *root, *o, *kr, *defs;

	(void)state;
	assert_non_null(schema);
	defs = json_object_get(schema, "definitions");
	fill(&a, &m);
	root = print_and_load(&m);
	o = json_array_get(json_object_get(root, "objectives"), 0);
	kr = json_array_get(json_object_get(o, "key_results"), 0);
	expect_members(schema, root);
	expect_members(json_object_get(defs, "objective"), o);
	expect_members(json_object_get(defs, "key_result"), kr);
	expect_members(json_object_get(defs, "reading"),
		json_array_get(json_object_get(kr, "readings"), 0));
	expect_members(json_object_get(defs, "milestone"),
		json_array_get(json_object_get(kr, "milestones"), 0));
	expect_members(json_object_get(defs, "move"),
		json_array_get(json_object_get(o, "moves"), 0));
	expect_members(json_object_get(defs, "rollup"),
		json_array_get(json_object_get(json_object_get(root, "rollups"),
				       "owners"),
			0));
	expect_members(json_object_get(defs, "statuses"),
		json_object_get(root, "statuses"));
	expect_members(json_object_get(defs, "finding"),
		json_array_get(json_object_get(root, "findings"), 0));
	json_decref(root);
	json_decref(schema);
	arena_release(&a);
}

static void the_same_model_gives_the_same_bytes(void **state)
{
	struct arena a = ARENA_INIT;
	struct buf x, y;
	struct model m;

	(void)state;
	buf_init(&x, ROOM);
	buf_init(&y, ROOM);
	fill(&a, &m);
	modeljson_print(&x, &m);
	fill(&a, &m);
	modeljson_print(&y, &m);
	assert_string_equal(x.p, y.p);
	buf_release(&x);
	buf_release(&y);
	arena_release(&a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_empty_model_is_all_null),
		cmocka_unit_test(
			numbers_are_exact_and_grades_have_two_decimals),
		cmocka_unit_test(key_results_say_what_they_are),
		cmocka_unit_test(objectives_say_where_they_stand),
		cmocka_unit_test(the_schema_names_every_member),
		cmocka_unit_test(the_same_model_gives_the_same_bytes),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
