/*
 * The model back from its JSON: linked and graded again it prints the same,
 * and what is damaged or of another kind does no harm.
 */
#include "modeljson.h"

#include "page_unit.h"
#include "pull.h"

enum { ROOM = 1 << 20 };

static struct str print(struct arena *a, const struct model *m)
{
	struct str text;
	struct buf b;

	buf_init(&b, ROOM);
	modeljson_print(&b, m);
	text = arena_str(a, buf_str(&b));
	buf_release(&b);
	return text;
}

static void make_sense(struct site *s)
{
	model_link(&s->a, &s->m);
	grade_model(&s->a, &s->m, &s->grade);
}

static int read_back(struct site *s, struct str text, struct err *err)
{
	model_init(&s->m);
	return modeljson_read(&s->a, text, "data.json", &s->m, err);
}

/* A quarter with one of everything that people write. */
static void make_rich(struct site *s)
{
	static const struct decimal HALF = {5, 1}, TWO = {2, 0};
	struct arena *a = &s->a;
	struct objective *o;
	struct key_result *kr;

	make_quarter(a, &s->m);
	o = &s->m.objectives.v[1];
	o->parent = 0;
	o->parent_kr = 1;
	*vec_add(a, &o->parents) = 0;
	*vec_add(a, &o->parents) = 2;
	o->type = TYPE_ASPIRATIONAL;
	o->state = STATE_ACTIVE;
	o->outcome = OUTCOME_CARRIED_OVER;
	o->health = HEALTH_AT_RISK;
	o->level = LEVEL_DEPARTMENT;
	o->confidence = &HALF;
	o->weight = &TWO;
	o->result = (struct result){.kind = RESULT_PERCENT,
		.percent = &HALF,
		.text = "half a percent"};
	o->frozen = (struct frozen){.is = true, .grade = &HALF};
	o->has_moves = true;
	*vec_add(a, &o->moves) = (struct move){.date = {2025, 1, 7},
		.author = "ceo",
		.what = "state",
		.from = "draft",
		.to = "active",
		.label = ""};
	*vec_add(a, &o->links) = (struct link){"a", "https://a.example/"};
	*vec_add(a, &o->risks) = "rain";
	o->created = o->closed = o->updated = (struct date){2025, 1, 2};
	kr = &o->key_results.v[0];
	kr->kind = KIND_COUNT;
	kr->kind_written = kr->checked = true;
	kr->direction = DIRECTION_DECREASE;
	kr->comparator = CMP_LE;
	kr->weight = &TWO;
	kr->due = (struct date){2025, 3, 1};
	kr->tasks_done = 1;
	kr->tasks_all = 3;
	kr->frozen.is = true;
	*vec_add(a, &kr->readings) = (struct reading){.date = {2025, 1, 20},
		.value = quantity_read(a, STR("$13M")),
		.health = HEALTH_NEEDS_ATTENTION,
		.author = "ada",
		.text = "going well"};
	*vec_add(a, &kr->milestones) = (struct milestone){
		.text = "first", .grade = HALF, .reached = true};
	*vec_add(a, &kr->asks) = "help";
	make_sense(s);
}

static void what_was_printed_is_read_to_the_same(void **state)
{
	struct site s, back;
	struct err err = ERR_INIT;
	struct str text;

	(void)state;
	site_init(&s);
	site_init(&back);
	make_rich(&s);
	text = print(&s.a, &s.m);
	assert_true(modeljson_is(text));
	if (read_back(&back, text, &err))
		fail_msg("%s", err.text);
	make_sense(&back);
	assert_string_equal(print(&back.a, &back.m).p, text.p);
	assert_int_equal(back.m.objectives.v[1].parent_kr, 1);
	site_release(&back);
	site_release(&s);
}

/* A unit that stood in the head of a column is in no text. */
static void a_unit_from_elsewhere_stays(void **state)
{
	struct site s;
	struct err err = ERR_INIT;
	const struct quantity *q;

	(void)state;
	site_init(&s);
	assert_int_equal(
		read_back(&s,
			STR("{\"schema\": 1, \"objectives\": [{\"key_results\":"
			    " [{\"target\": {\"value\": 12000000, \"unit\": "
			    "\"USD\", \"text\": \"12\"}}]}]}"),
			&err),
		0);
	q = s.m.objectives.v[0].key_results.v[0].target;
	assert_true(q->has_value);
	assert_int_equal(q->value.coef, 12000000);
	assert_string_equal(q->unit, "USD");
	assert_string_equal(q->text, "12");
	site_release(&s);
}

static void two_files_are_one_model(void **state)
{
	static const char FIRST[] =
		"{\"schema\": 1, \"period\": {\"name\": \"Q1 2025\"}, "
		"\"objectives\": [{\"id\": \"a\"}, {\"id\": \"b\", "
		"\"parent\": \"a\"}]}";
	static const char SECOND[] =
		"{\"schema\": 1, \"period\": {\"name\": \"Q2 2025\"}, "
		"\"objectives\": [{\"id\": \"c\", \"parent\": \"d\"}, "
		"{\"id\": \"d\"}, {\"id\": \"e\", \"parent\": \"e\"}, "
		"{\"id\": \"f\", \"parent\": \"a\"}]}";
	static const int PARENTS[] = {
		NO_INDEX, 0, 3, NO_INDEX, NO_INDEX, NO_INDEX};
	struct site s;
	struct err err = ERR_INIT;

	(void)state;
	site_init(&s);
	assert_int_equal(read_back(&s, str_of(FIRST), &err), 0);
	assert_int_equal(
		modeljson_read(&s.a, str_of(SECOND), "second.json", &s.m, &err),
		0);
	assert_string_equal(s.m.period.name, "Q1 2025");
	assert_int_equal(s.m.objectives.n, COUNT_OF(PARENTS));
	for (size_t i = 0; i < COUNT_OF(PARENTS); i++)
		assert_int_equal(s.m.objectives.v[i].parent, PARENTS[i]);
	site_release(&s);
}

/* Every value by one of another type, in turn. */
static void values_of_another_type_are_as_if_not_there(void **state)
{
	static const char *const OTHERS[] = {
		"null", "7", "\"x\"", "[]", "{}", "[[1]]", "true", "-1e9"};
	struct site s;
	struct str text;

	(void)state;
	site_init(&s);
	make_rich(&s);
	text = print(&s.a, &s.m);
	for (size_t at = str_find(text, STR("\": ")), n = 0; at != STR_NONE;
		n++) {
		struct str head = str_sub(text, 0, at + 3), rest;
		size_t next;
		struct pull p;
		struct str value;
		struct arena a = ARENA_INIT;
		struct model m;
		struct err err = ERR_INIT;

		rest = str_sub(text, at + 3, text.n);
		pull_init_lax(&p, rest, &a);
		assert_true(pull_raw(&p, &value));
		model_init(&m);
		if (modeljson_read(&a,
			    str_of(arena_printf(&a, "%.*s%s%.*s", STR_ARG(head),
				    OTHERS[n % COUNT_OF(OTHERS)],
				    STR_ARG(str_sub(rest,
					    (size_t)(value.p + value.n -
						     rest.p),
					    rest.n)))),
			    "x", &m, &err))
			fail_msg("%s", err.text);
		model_link(&a, &m);
		grade_model(&a, &m, &s.grade);
		arena_release(&a);
		next = str_find(rest, STR("\": "));
		at = next == STR_NONE ? STR_NONE : at + 3 + next;
	}
	site_release(&s);
}

static void a_period_that_ends_too_early_has_no_days(void **state)
{
	static const char *const DAYS[] = {
		"\"start\": \"2025-04-01\", \"end\": \"2025-03-31\"",
		"\"start\": \"2025-04-01\", \"end\": \"2024-03-31\"",
		"\"start\": \"2025-04-01\"",
		"\"end\": \"2025-03-31\"",
	};
	struct site s;

	(void)state;
	site_init(&s);
	s.grade.today = (struct date){2025, 3, 1};
	for (size_t i = 0; i < COUNT_OF(DAYS); i++) {
		const char *text = arena_printf(&s.a,
			"{\"schema\": 1, \"period\": {\"name\": \"Q\", %s}, "
			"\"objectives\": [{\"id\": \"a\", \"key_results\": "
			"[{\"text\": \"Sign 8 deals\", \"target\": "
			"{\"value\": 8, \"text\": \"8\"}, \"current\": "
			"{\"value\": 2, \"text\": \"2\"}}]}]}",
			DAYS[i]);
		struct err err = ERR_INIT;

		assert_int_equal(read_back(&s, str_of(text), &err), 0);
		make_sense(&s);
		assert_string_equal(s.m.period.name, "Q");
		assert_int_equal(period_days(&s.m.period), 0);
		assert_false(date_is_set(s.m.period.end));
		assert_non_null(s.m.objectives.v[0].key_results.v[0].grade);
	}
	site_release(&s);
}

static void what_is_no_json_is_an_error(void **state)
{
	static const char *const WRONG[] = {"", "[]x", "{\"schema\": 1",
		"{\"schema\": 1, \"objectives\": [{\"id\": \"a\"]}",
		"{\"schema\": 1} {}"};
	struct site s;

	(void)state;
	site_init(&s);
	for (size_t i = 0; i < COUNT_OF(WRONG); i++) {
		struct err err = ERR_INIT;

		assert_int_equal(read_back(&s, str_of(WRONG[i]), &err), -1);
		assert_int_equal(err.kind, ERR_DATA);
		assert_true(str_starts(str_of(err.text), "data.json: line 1"));
	}
	assert_false(modeljson_is(STR("# OKRs\n")));
	assert_false(modeljson_is(STR("{\"okrs\": 1}")));
	site_release(&s);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_was_printed_is_read_to_the_same),
		cmocka_unit_test(a_unit_from_elsewhere_stays),
		cmocka_unit_test(two_files_are_one_model),
		cmocka_unit_test(values_of_another_type_are_as_if_not_there),
		cmocka_unit_test(a_period_that_ends_too_early_has_no_days),
		cmocka_unit_test(what_is_no_json_is_an_error),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
