/* Pages read by the looks of their lines. */
#include "unit.h"

#include "buf.h"
#include "model.h"
#include "read.h"
#include "read/rows_p.h"

static void read_text(struct arena *a, struct str text, struct model *m)
{
	struct read_options o;

	read_options_init(&o);
	model_init(m);
	read_markdown(a, text, "page.md", &o, m, NULL);
}

/* Two objectives below a title that is none by its words, so often. */
static struct str page(struct arena *a, const char *before, size_t times)
{
	struct buf b;
	struct str s;

	buf_init(&b, 1 << 20);
	buf_adds(&b, "## Harbour hostel, OKRs for the winter\n\n");
	for (size_t i = 0; i < times; i++)
		buf_adds(&b, before);
	buf_adds(&b, "\n**\u2605 NOBODY SLEEPS COLD**\n"
		     "\u2192 Rooms below 18 degrees: 0\n\n"
		     "\u2192 Complaints from 40 to 5\n\n"
		     "**\u2605 THE KITCHEN PAYS FOR ITSELF**\n"
		     "\u2192 60 breakfasts a day\n\n"
		     "\u2192 Waste per guest from 210 g to 120 g\n");
	s = arena_str(a, buf_str(&b));
	buf_release(&b);
	return s;
}

static void lines_that_look_alike_are_objectives(void **state)
{
	struct arena a = ARENA_INIT;
	struct model m;

	(void)state;
	read_text(&a, page(&a, "", 0), &m);
	assert_int_equal(m.objectives.n, 2);
	assert_string_equal(
		m.objectives.v[1].title, "THE KITCHEN PAYS FOR ITSELF");
	assert_int_equal(m.objectives.v[1].source.line, 9);
	assert_int_equal(m.objectives.v[1].key_results.n, 2);
	arena_release(&a);
}

static void they_are_found_behind_many_styles(void **state)
{
	struct arena a = ARENA_INIT;
	struct buf b;
	struct model m;

	(void)state;
	buf_init(&b, 1 << 16);
	for (size_t i = 0; i < 100; i++) {
		buf_add_times(&b, ' ', i % 30);
		buf_addf(&b, "%s words of no weight\n\n",
			i % 3 ? i % 2 ? "-" : "*" : "+");
	}
	read_text(&a, page(&a, arena_text(&a, buf_str(&b)), 1), &m);
	assert_int_equal(m.objectives.n, 2);
	buf_release(&b);
	arena_release(&a);
}

static void a_text_of_very_many_lines_is_no_such_page(void **state)
{
	struct arena a = ARENA_INIT;
	struct read_options o;
	struct reader r = {.a = &a, .o = &o};
	struct rows few = {0}, many = {0};

	(void)state;
	read_options_init(&o);
	assert_true(rows_read(&r, page(&a, "Words\n", 1000), &few));
	assert_false(rows_read(&r, page(&a, "Words\n", 2000), &many));
	arena_release(&r.scratch);
	arena_release(&a);
}

static void fences_and_front_matter_are_passed_over(void **state)
{
	struct arena a = ARENA_INIT;
	struct model m;
	struct str text =
		page(&a, "```\n**\u2605 SHOWN**\n\u2192 3 x\n```\n", 1);

	(void)state;
	text = str_of(arena_printf(
		&a, "---\nlayout: page\n---\n\n%.*s", STR_ARG(text)));
	read_text(&a, text, &m);
	assert_int_equal(m.objectives.n, 2);
	assert_string_equal(m.objectives.v[0].title, "NOBODY SLEEPS COLD");
	arena_release(&a);
}

static void much_less_than_the_marks_show_is_read_again(void **state)
{
	static const char PAGE[] = "OKRs 2021H2 :: Lending desk\n"
				   "===========================\n\n"
				   "(from the pad, sorry)\n\n"
				   "O1 More people borrow\n"
				   "  KR1.1 loans 18k -> 30k per month\n"
				   "  KR1.2 desk open on 9 of 10 evenings\n"
				   "  KR1.3 rules rewritten\n\n"
				   "O2 They come back\n"
				   "  KR2.1 second visits from 31 to 47 %\n"
				   "  KR2.2 waiting: max 10%\n\n"
				   "desk: O1 day shift, O2 all\n";
	struct arena a = ARENA_INIT;
	struct model m;

	(void)state;
	read_text(&a, str_of(PAGE), &m);
	assert_int_equal(m.objectives.n, 2);
	assert_int_equal(m.objectives.v[0].key_results.n, 3);
	assert_int_equal(m.objectives.v[1].key_results.n, 2);
	arena_release(&a);
}

static void what_other_pages_told_stays(void **state)
{
	struct arena a = ARENA_INIT;
	struct read_options o;
	struct model m;

	(void)state;
	read_options_init(&o);
	model_init(&m);
	read_markdown(&a, STR("# OKRs\n\n## O1: Swim\n\n- KR1: 3 pools\n"),
		"a.md", &o, &m, NULL);
	read_markdown(&a, page(&a, "", 0), "b.md", &o, &m, NULL);
	assert_int_equal(m.objectives.n, 3);
	assert_string_equal(m.objectives.v[0].title, "Swim");
	assert_int_equal(m.objectives.v[0].key_results.n, 1);
	arena_release(&a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(lines_that_look_alike_are_objectives),
		cmocka_unit_test(they_are_found_behind_many_styles),
		cmocka_unit_test(a_text_of_very_many_lines_is_no_such_page),
		cmocka_unit_test(fences_and_front_matter_are_passed_over),
		cmocka_unit_test(much_less_than_the_marks_show_is_read_again),
		cmocka_unit_test(what_other_pages_told_stays),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
