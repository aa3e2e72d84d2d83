/*
 * Levels, teams, people and the whole: everything counts once.
 */
#include "okr_unit.h"

#include <stdlib.h>

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

/* One objective whose only key result stands at that many of 100. */
static struct objective *add(struct model *m, const char *id, enum level level,
	const char *owner, const char *reading)
{
	struct objective *o = model_add_objective(&a, m);
	struct key_result *kr = objective_add_key_result(&a, o);

	o->id = id;
	o->title = id;
	o->level = level;
	o->owner = owner;
	kr->text = "Raise it";
	kr->baseline = quantity(&a, "0", "", "0");
	kr->target = quantity(&a, "100", "", "100");
	kr->current = quantity(&a, reading, "", reading);
	return o;
}

static void grade(struct model *m, bool children)
{
	struct grade_options opt;

	grade_options_init(&opt);
	opt.roll_up_children = children;
	model_link(&a, m);
	grade_model(&a, m, &opt);
}

/* top (20) over left (40) and right (60); shared (100) under both. */
static void build_diamond(struct model *m)
{
	model_init(m);
	add(m, "top", LEVEL_COMPANY, "CEO", "20");
	add(m, "left", LEVEL_DEPARTMENT, "CRO", "40")->ladders_up_to = "top";
	add(m, "right", LEVEL_DEPARTMENT, "CTO", "60")->ladders_up_to = "top";
	add(m, "shared", LEVEL_GROUP, "CTO", "100")->ladders_up_to =
		"left; right";
}

static void an_objective_under_two_parents_counts_once(void **state)
{
	struct model m;

	(void)state;
	build_diamond(&m);
	grade(&m, false);
	assert_string_equal(show(&a, m.grade, 4), "0.5500");
	assert_int_equal(m.graded, 4);
	assert_int_equal(m.total, 4);
	/* (20 + 40 + 60 + 100) / 4, (40 + 100) / 2, (60 + 100) / 2 */
	assert_string_equal(show(&a, m.objectives.v[0].rolled, 4), "0.5500");
	assert_string_equal(show(&a, m.objectives.v[1].rolled, 4), "0.7000");
	assert_string_equal(show(&a, m.objectives.v[2].rolled, 4), "0.8000");
	assert_null(m.objectives.v[3].rolled);
}

static void children_count_in_their_parent_only_on_request(void **state)
{
	struct model m;

	(void)state;
	build_diamond(&m);
	grade(&m, false);
	assert_string_equal(show(&a, m.objectives.v[0].grade, 2), "0.20");
	assert_string_equal(m.objectives.v[0].caveat, "");
	grade(&m, true);
	assert_string_equal(show(&a, m.objectives.v[0].grade, 2), "0.55");
	assert_string_equal(m.objectives.v[0].caveat,
		"with everything below it; its own grade is 0.20");
	assert_string_equal(show(&a, m.objectives.v[0].own_grade, 2), "0.20");
	assert_string_equal(show(&a, m.objectives.v[3].grade, 2), "1.00");
	/* the whole is the same either way */
	assert_string_equal(show(&a, m.grade, 4), "0.5500");
}

static void a_parent_without_numbers_has_those_below_it(void **state)
{
	struct model m;

	(void)state;
	build_diamond(&m);
	m.objectives.v[0].key_results.v[0].current = NULL;
	grade(&m, false);
	assert_null(m.objectives.v[0].grade);
	grade(&m, true);
	assert_string_equal(show(&a, m.objectives.v[0].grade, 4), "0.6667");
	assert_string_equal(m.objectives.v[0].caveat,
		"with everything below it; its own grade is unknown");
}

static void cancelled_and_deferred_objectives_are_left_out(void **state)
{
	struct model m;

	(void)state;
	build_diamond(&m);
	m.objectives.v[0].outcome = OUTCOME_CANCELLED;
	m.objectives.v[1].result = (struct result){
		.kind = RESULT_DEFERRED, .text = "Deferred to Q2"};
	grade(&m, false);
	assert_string_equal(show(&a, m.grade, 2), "0.80");
	assert_int_equal(m.total, 2);
	assert_string_equal(
		m.objectives.v[0].caveat, "left out of the mean: cancelled");
	assert_string_equal(m.objectives.v[1].caveat,
		"left out of the mean: Deferred to Q2");
	assert_string_equal(show(&a, m.objectives.v[0].grade, 2), "0.20");
	assert_int_equal(rollup_levels(&a, &m).n, 2);
}

static void weights_of_objectives_count_in_the_whole(void **state)
{
	struct model m;

	(void)state;
	build_diamond(&m);
	m.objectives.v[0].weight = number(&a, "2.5");
	m.objectives.v[3].weight = number(&a, "0");
	grade(&m, false);
	/* (2.5 * 20 + 40 + 60) / 4.5 */
	assert_string_equal(show(&a, m.grade, 4), "0.3333");
}

static void each_level_has_a_row_from_the_top(void **state)
{
	static const struct {
		const char *name, *grade;
		int objectives;
	} T[] = {
		{"Company", "0.2000", 1},
		{"Department", "0.5000", 2},
		{"Group", "1.0000", 1},
		{"Individual", "0.3300", 1},
	};
	struct model m;
	struct rollups r;

	(void)state;
	build_diamond(&m);
	add(&m, "mine", LEVEL_INDIVIDUAL, "engineer", "33");
	grade(&m, false);
	r = rollup_levels(&a, &m);
	assert_int_equal(r.n, COUNT_OF(T));
	for (size_t i = 0; i < r.n; i++) {
		assert_string_equal(r.v[i].name, T[i].name);
		assert_string_equal(show(&a, r.v[i].grade, 4), T[i].grade);
		assert_int_equal(r.v[i].objectives, T[i].objectives);
		assert_int_equal(r.v[i].total, T[i].objectives);
	}
}

static void people_have_what_they_own_lead_and_lend(void **state)
{
	struct model m;
	struct rollups r;
	struct key_result *kr;

	(void)state;
	build_diamond(&m);
	m.objectives.v[0].dri = "cro ";
	m.objectives.v[3].dri = "CTO"; /* owner and DRI: once */
	kr = objective_add_key_result(&a, &m.objectives.v[0]);
	kr->text = "Lent";
	kr->owner = "CFO";
	kr->baseline = quantity(&a, "0", "", "0");
	kr->target = quantity(&a, "10", "", "10");
	kr->current = quantity(&a, "3", "", "3");
	grade(&m, false);
	r = rollup_owners(&a, &m);
	assert_int_equal(r.n, 4);
	assert_string_equal(r.v[0].name, "CEO");
	assert_string_equal(show(&a, r.v[0].grade, 4), "0.2500");
	assert_string_equal(r.v[1].name, "CFO");
	assert_string_equal(show(&a, r.v[1].grade, 4), "0.3000");
	assert_int_equal(r.v[1].objectives, 0);
	assert_int_equal(r.v[1].total, 1);
	assert_string_equal(r.v[2].name, "cro");
	assert_string_equal(show(&a, r.v[2].grade, 4), "0.3250");
	assert_int_equal(r.v[2].objectives, 2);
	assert_string_equal(r.v[3].name, "CTO");
	assert_string_equal(show(&a, r.v[3].grade, 4), "0.8000");
	assert_int_equal(r.v[3].objectives, 2);
}

static void teams_are_sorted_by_name(void **state)
{
	struct model m;
	struct rollups r;

	(void)state;
	build_diamond(&m);
	m.objectives.v[0].team = "sales";
	m.objectives.v[1].team = "Product";
	m.objectives.v[2].team = "Sales";
	grade(&m, false);
	r = rollup_teams(&a, &m);
	assert_int_equal(r.n, 2);
	assert_string_equal(r.v[0].name, "Product");
	assert_string_equal(r.v[1].name, "sales");
	assert_string_equal(show(&a, r.v[1].grade, 4), "0.4000");
}

static void nothing_rolls_up_to_nothing(void **state)
{
	struct model m;
	int counts[STATUS_STALE + 1];

	(void)state;
	model_init(&m);
	grade(&m, true);
	assert_null(m.grade);
	assert_int_equal(rollup_levels(&a, &m).n, 0);
	assert_int_equal(rollup_owners(&a, &m).n, 0);
	rollup_statuses(&m, counts);
	assert_int_equal(counts[STATUS_NONE], 0);
}

static void a_mean_of_means_is_not_rounded_on_the_way(void **state)
{
	static const char *const READINGS[] = {"1", "2", "4"};
	struct model m;

	(void)state;
	model_init(&m);
	for (size_t i = 0; i < 3; i++) {
		struct objective *o = add(&m, "", LEVEL_NONE, "", READINGS[i]);

		o->key_results.v[0].target = quantity(&a, "7", "", "7");
	}
	grade(&m, false);
	/* 0.14 + 0.29 + 0.57 would be 0.3333...; 7/7/3 is 1/3 exactly */
	assert_int_equal(rat_cmp(m.grade, rat_of(&a, 1, 3)), 0);
}

static const struct rollup *row(const struct rollups *rows, const char *name)
{
	for (size_t i = 0; i < rows->n; i++)
		if (strcmp(rows->v[i].name, name) == 0)
			return &rows->v[i];
	fail_msg("no row '%s'", name);
	return NULL;
}

/* Four levels; the top has no numbers of its own, one child is cancelled, one
 * weighs three, one has two parents, one weighs nothing. */
static void everybody_has_a_number_from_the_bottom_to_the_top(void **state)
{
	static const struct decimal THREE = {3, 0}, ZERO = {0, 0};
	struct model m;
	struct rollups levels, owners;

	(void)state;
	model_init(&m);
	add(&m, "top", LEVEL_COMPANY, "CEO", "0")->key_results.n = 0;
	add(&m, "sales", LEVEL_DEPARTMENT, "CRO", "50")->ladders_up_to = "top";
	add(&m, "gone", LEVEL_DEPARTMENT, "CRO", "100")->ladders_up_to = "top";
	m.objectives.v[2].outcome = OUTCOME_CANCELLED;
	add(&m, "field", LEVEL_GROUP, "Lead", "80")->ladders_up_to =
		"sales; top";
	m.objectives.v[3].weight = &THREE;
	add(&m, "own", LEVEL_INDIVIDUAL, "Member", "20")->ladders_up_to =
		"field";
	add(&m, "idle", LEVEL_INDIVIDUAL, "Idler", "90")->ladders_up_to =
		"field";
	m.objectives.v[5].weight = &ZERO;
	grade(&m, false);
	levels = rollup_levels(&a, &m);
	owners = rollup_owners(&a, &m);
	assert_int_equal(levels.n, 4);
	assert_null(row(&levels, "Company")->grade);
	/* (50 + 3 * 80 + 20) / 5, at every height above the group */
	assert_string_equal(
		show(&a, row(&levels, "Company")->rolled, 4), "0.6200");
	assert_string_equal(show(&a, row(&owners, "CEO")->rolled, 4), "0.6200");
	assert_string_equal(show(&a, row(&owners, "CRO")->rolled, 4), "0.6200");
	assert_string_equal(show(&a, row(&owners, "CRO")->grade, 4), "0.5000");
	/* (3 * 80 + 20) / 4 */
	assert_string_equal(
		show(&a, row(&owners, "Lead")->rolled, 4), "0.6500");
	assert_string_equal(
		show(&a, row(&owners, "Member")->rolled, 4), "0.2000");
	assert_string_equal(
		show(&a, row(&levels, "Individual")->grade, 4), "0.2000");
	assert_null(row(&owners, "Idler")->grade); /* weight 0 alone */
	assert_string_equal(show(&a, m.grade, 4), "0.6200");
}

/* Lent to an objective that is below one's own, it is in there already; in
 * another's it is one's own number. */
static void what_is_lent_below_counts_once(void **state)
{
	struct model m;
	struct rollups owners;
	const struct rollup *r;

	(void)state;
	for (int parents = 1; parents <= 2; parents++) {
		model_init(&m);
		add(&m, "top", LEVEL_COMPANY, "CRO", "20");
		add(&m, "side", LEVEL_COMPANY, "CTO", "0");
		add(&m, "below", LEVEL_GROUP, "Lead", "80")->ladders_up_to =
			parents == 1 ? "top" : "top; side";
		m.objectives.v[2].key_results.v[0].owner = "CRO";
		m.objectives.v[1].key_results.v[0].owner = "CRO";
		grade(&m, false);
		owners = rollup_owners(&a, &m);
		r = row(&owners, "CRO");
		/* own 20, lent 80 and 0; with all below the same three */
		assert_string_equal(show(&a, r->grade, 4), "0.3333");
		assert_string_equal(show(&a, r->rolled, 4), "0.3333");
		assert_int_equal(r->total, 3);
		r = row(&owners, "Lead");
		assert_string_equal(show(&a, r->rolled, 4), "0.8000");
	}
}

/* Neither a long line nor a thick web takes for ever. */
static void deep_trees_are_rolled_up_in_no_time(void **state)
{
	enum { DEEP = 4000 };

	(void)state;
	for (int web = 0; web < 2; web++) {
		struct model m;

		model_init(&m);
		for (int i = 0; i < DEEP; i++) {
			struct objective *o =
				add(&m, arena_printf(&a, "id%d", i), LEVEL_NONE,
					"CEO", i % 2 ? "60" : "40");

			if (i)
				o->ladders_up_to = arena_printf(&a,
					web && i > 1 ? "id%d; id%d" : "id%d",
					i - 1, i - 2);
		}
		grade(&m, false);
		/* as many of each; the walks in a web have an end */
		assert_string_equal(
			show(&a, m.objectives.v[0].rolled, 4), "0.5000");
		assert_string_equal(show(&a, m.grade, 4), "0.5000");
	}
}

static unsigned draw(unsigned *seed, unsigned n)
{
	*seed = *seed * 1664525u + 1013904223u;
	return (*seed >> 8) % n;
}

enum { TREE = 24 };

/* What one objective of a random tree is made of. */
struct drawn {
	const char *id, *up, *reading;
	struct decimal weight;
	bool cancelled;
};

static void draw_tree(unsigned *seed, struct drawn tree[TREE])
{
	for (int i = 0; i < TREE; i++) {
		struct drawn *d = &tree[i];

		d->id = arena_printf(&a, "id%d", i);
		d->up = i < 2 ? ""
			      : arena_printf(&a, "id%u; id%u",
					draw(seed, (unsigned)i),
					draw(seed, (unsigned)i));
		d->reading = draw(seed, 8) ? arena_printf(&a, "%d",
						     (int)draw(seed, 160) - 30)
					   : "-";
		d->weight = (struct decimal){(int64_t)draw(seed, 4), 0};
		d->cancelled = draw(seed, 6) == 0;
	}
}

/* Builds it from the first to the last, or the other way round. */
static void build_tree(
	struct model *m, const struct drawn tree[TREE], bool turned)
{
	model_init(m);
	for (int k = 0; k < TREE; k++) {
		const struct drawn *d = &tree[turned ? TREE - 1 - k : k];
		struct objective *o =
			add(m, d->id, (enum level)(k % LEVEL_NONE), "Somebody",
				strcmp(d->reading, "-") ? d->reading : "0");

		if (strcmp(d->reading, "-") == 0)
			o->key_results.v[0].current = NULL;
		o->ladders_up_to = d->up;
		o->weight = &d->weight;
		if (d->cancelled)
			o->outcome = OUTCOME_CANCELLED;
	}
	grade(m, false);
}

static const struct objective *find(const struct model *m, const char *id)
{
	for (size_t i = 0; i < m->objectives.n; i++)
		if (strcmp(m->objectives.v[i].id, id) == 0)
			return &m->objectives.v[i];
	fail_msg("no objective '%s'", id);
	return NULL;
}

static bool same(const struct rat *x, const struct rat *y)
{
	return x && y ? rat_cmp(x, y) == 0 : x == y;
}

/* Within 0 and 1, and y (after more progress) is not below x. */
static void expect_monotone(const struct rat *x, const struct rat *y)
{
	assert_true(!x == !y);
	if (!x)
		return;
	assert_true(rat_sign(x) >= 0 && rat_cmp(x, rat_of(&a, 1, 1)) <= 0);
	assert_true(rat_cmp(y, x) >= 0);
}

/* The whole again by hand: each that counts, once. */
static const struct rat *by_hand(const struct drawn tree[TREE])
{
	long sum = 0, weights = 0;

	for (int i = 0; i < TREE; i++) {
		long reading;

		if (tree[i].cancelled || strcmp(tree[i].reading, "-") == 0)
			continue;
		reading = strtol(tree[i].reading, NULL, 10);
		reading = reading < 0 ? 0 : reading > 100 ? 100 : reading;
		sum += reading * (long)tree[i].weight.coef;
		weights += (long)tree[i].weight.coef;
	}
	return weights ? rat_of(&a, sum, 100 * weights) : NULL;
}

static void trees_are_bounded_monotone_and_without_order(void **state)
{
	unsigned seed = 11;

	(void)state;
	for (int round = 0; round < 60; round++) {
		struct drawn tree[TREE];
		struct model m, turned, more;
		struct rollups rows, rows_more;
		int raised = (int)draw(&seed, TREE);

		draw_tree(&seed, tree);
		build_tree(&m, tree, false);
		build_tree(&turned, tree, true);
		assert_true(same(m.grade, turned.grade));
		assert_true(same(m.grade, by_hand(tree)));
		for (int i = 0; i < TREE; i++)
			assert_true(same(m.objectives.v[i].rolled,
				find(&turned, tree[i].id)->rolled));
		if (strcmp(tree[raised].reading, "-") != 0)
			tree[raised].reading = "120";
		build_tree(&more, tree, false);
		expect_monotone(m.grade, more.grade);
		for (int i = 0; i < TREE; i++)
			expect_monotone(m.objectives.v[i].rolled,
				more.objectives.v[i].rolled);
		rows = rollup_levels(&a, &m);
		rows_more = rollup_levels(&a, &more);
		assert_int_equal(rows.n, rows_more.n);
		for (size_t i = 0; i < rows.n; i++) {
			expect_monotone(rows.v[i].grade, rows_more.v[i].grade);
			expect_monotone(
				rows.v[i].rolled, rows_more.v[i].rolled);
		}
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_objective_under_two_parents_counts_once),
		cmocka_unit_test(
			children_count_in_their_parent_only_on_request),
		cmocka_unit_test(a_parent_without_numbers_has_those_below_it),
		cmocka_unit_test(
			cancelled_and_deferred_objectives_are_left_out),
		cmocka_unit_test(weights_of_objectives_count_in_the_whole),
		cmocka_unit_test(each_level_has_a_row_from_the_top),
		cmocka_unit_test(people_have_what_they_own_lead_and_lend),
		cmocka_unit_test(teams_are_sorted_by_name),
		cmocka_unit_test(
			everybody_has_a_number_from_the_bottom_to_the_top),
		cmocka_unit_test(what_is_lent_below_counts_once),
		cmocka_unit_test(deep_trees_are_rolled_up_in_no_time),
		cmocka_unit_test(trees_are_bounded_monotone_and_without_order),
		cmocka_unit_test(nothing_rolls_up_to_nothing),
		cmocka_unit_test(a_mean_of_means_is_not_rounded_on_the_way),
	};

	return cmocka_run_group_tests(tests, start, stop);
}
