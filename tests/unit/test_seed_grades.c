/*
 * The two seed documents, read and graded as a whole.  Skipped where the
 * shared folder is not there.
 */
#include "okr_unit.h"

#include <stdio.h>

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

static struct str read_file(const char *path)
{
	enum { FILE_BYTES = 1024 * 1024 };
	char *p = arena_alloc(&a, FILE_BYTES);
	FILE *f = fopen(path, "rb");
	size_t n;

	if (!f) {
		print_message("no '%s': skipped\n", path);
		skip();
	}
	n = fread(p, 1, FILE_BYTES, f);
	fclose(f);
	return (struct str){p, n};
}

static void grade_file(struct model *m, const char *path, struct date today)
{
	struct read_options read;
	struct grade_options grade;
	struct str text = read_file(path);

	read_options_init(&read);
	grade_options_init(&grade);
	grade.today = today;
	model_init(m);
	read_markdown(&a, text, path, &read, m, NULL);
	model_link(&a, m);
	grade_model(&a, m, &grade);
}

static const char DEFINITIONS[] = "../shared/seeds/okr-definitions-q1-2025.md";

static void three_of_24_grades_are_worth_a_word(void **state)
{
	static const struct {
		const char *rule;
		int line;
	} T[] = {
		{"baseline-is-a-rate", 67},
		{"stated-grade-differs", 162},
		{"stated-grade-differs", 165},
	};
	static const char *const GRADES[] = {
		"0.48", "0.45", "0.69", "0.49", "0.61", "0.57"};
	struct model m;

	(void)state;
	grade_file(&m, DEFINITIONS, (struct date){2025, 2, 2});
	assert_int_equal(m.objectives.n, 6);
	assert_int_equal(m.total, 24);
	assert_int_equal(m.graded, 24);
	assert_int_equal(m.findings.n, COUNT_OF(T));
	for (size_t i = 0; i < COUNT_OF(T); i++) {
		assert_string_equal(m.findings.v[i].rule, T[i].rule);
		assert_int_equal(m.findings.v[i].line, T[i].line);
	}
	for (size_t i = 0; i < m.objectives.n; i++)
		assert_string_equal(
			show(&a, m.objectives.v[i].grade, 2), GRADES[i]);
	assert_string_equal(show(&a, m.grade, 2), "0.55");
	assert_int_equal(m.status, STATUS_ON_TRACK);
}

static void nineteen_of_22_numeric_grades_equal_the_stated_ones(void **state)
{
	int numeric = 0, equal = 0, stated = 0;
	struct model m;

	(void)state;
	grade_file(&m, DEFINITIONS, (struct date){2025, 2, 2});
	for (size_t i = 0; i < m.objectives.n; i++) {
		const struct key_results *krs = &m.objectives.v[i].key_results;

		for (size_t k = 0; k < krs->n; k++) {
			const struct key_result *kr = &krs->v[k];

			assert_non_null(kr->stated_grade);
			stated += kr->grade_source == SOURCE_STATED;
			if (kr->grade_source != SOURCE_COMPUTED)
				continue;
			numeric++;
			equal += rat_cmp(rat_round(&a, kr->grade, 2),
					 rat_of_decimal(
						 &a, *kr->stated_grade)) == 0;
		}
	}
	assert_int_equal(numeric, 22);
	assert_int_equal(stated, 2);
	assert_true(equal >= 19);
}

static void its_objectives_ladder_up_as_it_says(void **state)
{
	static const int PARENTS[] = {NO_INDEX, NO_INDEX, 0, 1, 2, 3};
	struct model m;

	(void)state;
	grade_file(&m, DEFINITIONS, (struct date){0});
	for (size_t i = 0; i < m.objectives.n; i++)
		assert_int_equal(m.objectives.v[i].parent, PARENTS[i]);
}

static void a_coach_would_find_two_things_more(void **state)
{
	struct lint_options o;
	struct model m;

	(void)state;
	grade_file(&m, DEFINITIONS, (struct date){2025, 2, 2});
	lint_options_init(&o);
	o.today = (struct date){2025, 2, 2};
	lint_model(&a, &m, &o);
	assert_int_equal(m.findings.n, 5);
	assert_int_equal(get_finding(&m, "confidence-against-type")->line, 55);
	assert_int_equal(get_finding(&m, "verb-against-numbers")->line, 180);
}

static void few_of_the_cascade_page_were_ever_graded(void **state)
{
	struct model m;

	(void)state;
	grade_file(&m, "../shared/seeds/fy21-q1-okrs.md",
		(struct date){2020, 5, 10});
	assert_true(m.total > 300);
	assert_true(m.graded > 40 && m.graded < m.total / 5);
	assert_int_equal(count_rule(&m, "stated-grade-differs"), 0);
	assert_int_equal(count_rule(&m, "circular-parent"), 0);
	assert_true(count_rule(&m, "cannot-be-graded") > 200);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(three_of_24_grades_are_worth_a_word),
		cmocka_unit_test(
			nineteen_of_22_numeric_grades_equal_the_stated_ones),
		cmocka_unit_test(its_objectives_ladder_up_as_it_says),
		cmocka_unit_test(a_coach_would_find_two_things_more),
		cmocka_unit_test(few_of_the_cascade_page_were_ever_graded),
	};

	return cmocka_run_group_tests(tests, start, stop);
}
