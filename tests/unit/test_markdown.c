/*
 * From markdown to OKRs: the shapes people write, and what is none.
 */
#include "unit.h"

#include <stdio.h>
#include <stdlib.h>

#include "read/read_p.h"
#include "xalloc.h"

struct page {
	struct arena a;
	struct model m;
};

static struct model *read_text(struct page *p, const char *text)
{
	struct read_options o;

	arena_init(&p->a);
	model_init(&p->m);
	read_options_init(&o);
	read_markdown(&p->a, str_of(text), "page.md", &o, &p->m, NULL);
	return &p->m;
}

/* A file of the shared data; the test is skipped where there is none. */
static struct model *read_seed(struct page *p, const char *path)
{
	enum { MAX_SEED = 1 << 20 };
	struct read_options o;
	FILE *f = fopen(path, "rb");
	char *bytes;
	size_t n;

	if (!f) {
		print_message("%s is not there\n", path);
		skip();
	}
	bytes = xmalloc(MAX_SEED);
	n = fread(bytes, 1, MAX_SEED, f);
	fclose(f);
	arena_init(&p->a);
	model_init(&p->m);
	read_options_init(&o);
	read_markdown(&p->a, (struct str){bytes, n}, path, &o, &p->m, NULL);
	free(bytes);
	return &p->m;
}

static size_t count_krs(const struct model *m)
{
	size_t n = 0;

	for (size_t i = 0; i < m->objectives.n; i++)
		n += m->objectives.v[i].key_results.n;
	return n;
}

static void reads_the_table_document(void **state)
{
	struct page p;
	struct model *m =
		read_seed(&p, "../shared/seeds/okr-definitions-q1-2025.md");
	const struct objective *o = m->objectives.v;
	const struct key_result *kr;

	(void)state;
	assert_int_equal(m->objectives.n, 6);
	assert_int_equal(count_krs(m), 24);
	assert_string_equal(m->period.name, "Q1 2025");
	assert_string_equal(
		o[0].title, "Accelerate Enterprise Customer Acquisition");
	assert_string_equal(o[0].number, "1");
	assert_string_equal(o[0].dri, "CRO (Chief Revenue Officer)");
	assert_int_equal(o[0].level, LEVEL_COMPANY);
	assert_int_equal(o[0].type, TYPE_COMMITTED);
	assert_int_equal(o[0].source.line, 55);
	assert_int_equal(o[2].level, LEVEL_GROUP);
	assert_string_equal(o[2].team, "Product");
	assert_string_equal(o[2].ladders_up_to,
		"Company Objective 1 (Enterprise Acquisition)");
	assert_int_equal(o[2].initiatives.n, 4);
	kr = &o[0].key_results.v[0];
	assert_string_equal(kr->number, "KR1");
	assert_string_equal(kr->target->text, "$18M");
	assert_int_equal(kr->current_date.day, 1);
	assert_int_equal(kr->health, HEALTH_NEEDS_ATTENTION);
	assert_string_equal(kr->stated_status, "On track");
	assert_int_equal(kr->stated_grade->coef, 42);
	assert_int_equal(kr->line, 66);
	arena_release(&p.a);
}

static void reads_the_cascade_page(void **state)
{
	struct page p;
	struct model *m = read_seed(&p, "../shared/seeds/fy21-q1-okrs.md");
	size_t headings = 0;

	(void)state;
	assert_int_equal(m->objectives.n, 138);
	assert_int_equal(count_krs(m), 336);
	assert_string_equal(m->period.name, "FY21-Q1");
	for (size_t i = 0; i < m->objectives.n; i++)
		headings += m->objectives.v[i].parent == NO_INDEX;
	assert_int_equal(headings, 3);
	arena_release(&p.a);
}

static void finds_none_where_there_are_none(void **state)
{
	static const char *const FILES[] = {"../shared/seeds/csm-okrs.md",
		"../shared/seeds/okr-practice.md",
		"../shared/seeds/okrs-for-customer-success.md"};
	struct page p;

	(void)state;
	for (size_t i = 0; i < COUNT_OF(FILES); i++) {
		assert_int_equal(read_seed(&p, FILES[i])->objectives.n, 0);
		arena_release(&p.a);
	}
}

static void reads_a_short_page(void **state)
{
	struct page p;
	struct model *m =
		read_text(&p, "# O1: Delight every guest\n\n"
			      "- KR1: Raise the rating from 4.1 to 4.6\n"
			      "- KR2: Answer 95% of mails within a day\n");

	(void)state;
	assert_int_equal(m->objectives.n, 1);
	assert_string_equal(m->objectives.v[0].title, "Delight every guest");
	assert_int_equal(count_krs(m), 2);
	assert_int_equal(m->objectives.v[0].key_results.v[1].line, 4);
	arena_release(&p.a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(reads_the_table_document),
		cmocka_unit_test(reads_the_cascade_page),
		cmocka_unit_test(finds_none_where_there_are_none),
		cmocka_unit_test(reads_a_short_page),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
