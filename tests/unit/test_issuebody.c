/*
 * What is written into issues: quiet, and read back to the same OKR.
 */
#include "unit.h"

#include "issuebody.h"
#include "read.h"

#define WJ "\xe2\x81\xa0" /* the word joiner */

static void templates_are_quiet(void **state)
{
	static const char *const table[][2] = {
		/* quick actions */
		{"/close\n", "\\/close\n"},
		{"a\n/label ~\"x\"\n", "a\n\\/label ~" WJ "\"x\"\n"},
		{"  /close", "  \\/close\n"},
		{"a\r\n/close\r\n", "a\n\\/close\n"},
		{"\r/close", "\n\\/close\n"},
		{"\xe2\x80\x8b/close", "\\/close\n"},
		{"```\n/close\n```\n", "```\n\\/close\n```\n"},
		{"<!--\n/close\n-->\n", "<!--\n\\/close\n-->\n"},
		{"a /close b and/or 1/2\n", "a /close b and/or 1/2\n"},
		{"/ 2 and // comment", "/ 2 and // comment\n"},
		/* mentions */
		{"ask @all or (@ada)", "ask @" WJ "all or (@" WJ "ada)\n"},
		{"_@all_ @&#97;ll", "_@" WJ "all_ @" WJ "&#97;ll\n"},
		{"&#64;all &#x40;all &commat;all",
			"&#64;" WJ "all &#x40;" WJ "all &commat;" WJ "all\n"},
		{"mail ada@example.com @ home",
			"mail ada@example.com @ home\n"},
		/* references */
		{"#1 !2 ~3 %4 &5 g/p#6", "#" WJ "1 !" WJ "2 ~" WJ "3 %" WJ
					 "4 &" WJ "5 g/p#" WJ "6\n"},
		{"&#35;1 &num;1 &excl;2",
			"&#35;" WJ "1 &num;" WJ "1 &excl;" WJ "2\n"},
		{"GL-12 [issue:3] [x](y)",
			"GL-" WJ "12 [" WJ "issue:3] [x](y)\n"},
		{"~bug ~\"a b\" %\"Q1\"",
			"~" WJ "bug ~" WJ "\"a b\" %" WJ "\"Q1\"\n"},
		/* honest text */
		{"# Title\n\n- 50% of $12M, R&D, a!\n",
			"# Title\n\n- 50% of $12M, R&D, a!\n"},
		{"a &lt; b &#124; c &amp; d",
			"a &lt; b &#124; c &amp;" WJ " d\n"},
		{"a&#1 &#xzz; &; &#; &#99999999;",
			"a&#" WJ "1 &#xzz; &; &#; &#" WJ "99999999;\n"},
		{"see https://x.example/a#1 and https://y.example/@ada.",
			"see https://x.example/a#1 and "
			"https://y.example/%40ada.\n"},
		{"https://(@all", "https://(@" WJ "all\n"},
		/* a key that is not ours to give */
		{"<!-- okrsync:key=x -->", "<!-- okrsync key=x -->\n"},
		{"<!-- okr\xe2\x80\x8bsync:key=x -->",
			"<!-- okrsync key=x -->\n"},
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(table); i++) {
		struct buf b;

		buf_init(&b, ISSUEBODY_BYTES);
		issuebody_quiet(&b, str_of(table[i][0]));
		assert_string_equal(b.p, table[i][1]);
		buf_release(&b);
	}
}

static void quiet_text_stays_quiet_for_every_byte(void **state)
{
	(void)state;
	for (int c = 1; c < 256; c++) {
		char text[] = {
			'\n', (char)c, '/', 'c', '.', (char)c, '@', 'a', 0};
		struct buf b;

		buf_init(&b, ISSUEBODY_BYTES);
		issuebody_quiet(&b, str_of(text));
		assert_null(strstr(b.p, "\n/c"));
		if (strstr(b.p, "@a") && !str_is_alnum((char)c))
			fail_msg("a mention behind byte %d", c);
		buf_release(&b);
	}
}

static void titles_are_one_quiet_line(void **state)
{
	static const char *const table[][2] = {
		{" Win\n larger\tcustomers ", "Win  larger customers"},
		{"/close", "/close"},
		{"Ask @all about #1", "Ask @" WJ "all about #" WJ "1"},
		{"Grow to 50%", "Grow to 50%"},
		{"\x01\xe2\x80\xae", ""},
	};
	struct arena a = ARENA_INIT;

	(void)state;
	for (size_t i = 0; i < COUNT_OF(table); i++)
		assert_string_equal(
			issuebody_title(&a, str_of(table[i][0])), table[i][1]);
	assert_int_equal(issuebody_title_chars("gr\xc3\xbc\xc3\x9f"), 4);
	arena_release(&a);
}

static void keys_tell_titles_and_periods_apart(void **state)
{
	struct arena a = ARENA_INIT;
	struct period q1 = {.name = ""}, q2 = {.name = ""}, none = {.name = ""};
	const char *key;

	(void)state;
	assert_true(period_parse(&a, STR("Q1 2025"), 2, &q1));
	assert_true(period_parse(&a, STR("Q2 2025"), 2, &q2));
	key = issuebody_key(&a, &q1, STR("Win -- larger/Customers"));
	assert_string_equal(
		key, issuebody_key(&a, &q1, STR(" win --  LARGER/customers ")));
	assert_string_not_equal(
		key, issuebody_key(&a, &q2, STR("Win -- larger/Customers")));
	assert_string_not_equal(
		key, issuebody_key(&a, &none, STR("Win -- larger/Customers")));
	assert_string_not_equal(
		key, issuebody_key(&a, &q1, STR("Win larger Customers")));
	assert_null(strstr(key, "--"));
	assert_true(str_starts(str_of(key), "2025-q1/win-larger-customers-"));
	assert_null(strpbrk(issuebody_key(&a, &none, STR("<!-- -->\n")), "<>"));
	arena_release(&a);
}

static void read(struct arena *a, const char *text, struct model *m)
{
	struct read_options o;

	read_options_init(&o);
	model_init(m);
	read_markdown(a, str_of(text), "t.md", &o, m, NULL);
}

/* Writes the only objective of a text. */
static const char *rewrite(struct arena *a, const char *text)
{
	static const struct period none = {.name = ""};
	struct model m;
	struct buf b;
	const char *out;

	read(a, text, &m);
	if (m.objectives.n != 1)
		fail_msg("%zu objectives in: %s", m.objectives.n, text);
	buf_init(&b, ISSUEBODY_BYTES);
	issuebody_write(&b, &m, &m.objectives.v[0],
		*m.objectives.v[0].period.name ? &m.objectives.v[0].period
					       : &none);
	out = arena_printf(
		a, "# Objective: %s\n\n%s", m.objectives.v[0].title, b.p);
	buf_release(&b);
	return out;
}

static void an_objective_is_written_in_one_shape(void **state)
{
	static const char TEXT[] =
		"# Objective: Win larger customers\n\n"
		"**Owner**: CEO\n"
		"**Type**: Committed\n"
		"**Confidence**: 75%\n"
		"**Ladders up to**: #12\n\n"
		"| Key result | Start | Goal | Now |\n"
		"|---|---|---|---|\n"
		"| Raise revenue from large customers | $12M | $18M | |\n"
		"| Lower \\| churn | 5% | <3% | 4% |\n";
	static const char WANTED[] =
		"# Objective: Win larger customers\n\n"
		"**Owner**: CEO\\\n"
		"**Type**: committed\\\n"
		"**Confidence**: 75%\\\n"
		"**Ladders up to**: \\#12\n"
		"\n"
		"## Key results\n"
		"\n"
		"| # | Key result | Baseline | Target | Current |\n"
		"| --- | --- | --- | --- | --- |\n"
		"| KR1 | Raise revenue from large customers | \\$12M | "
		"\\$18M |  |\n"
		"| KR2 | Lower &#124; churn | 5% | &lt;3% | 4% |\n";
	struct arena a = ARENA_INIT;

	(void)state;
	assert_string_equal(rewrite(&a, TEXT), WANTED);
	arena_release(&a);
}

static const char *const DOCUMENTS[] = {
	"# Objective: Grow\n\n**Owner**: CEO\n\n"
	"| # | Key result | Baseline | Target | Current (as of 2025-02-01) | "
	"Grade | Status | Weight | Owner | Notes |\n"
	"|---|---|---|---|---|---|---|---|---|---|\n"
	"| KR1 | Raise revenue | $12M | $18M | $14.5M | 0.42 | "
	"\xf0\x9f\x9f\xa1 "
	"On track | 2 | Ada | one<br>two |\n"
	"| KR2 | Run in regions | Single region | 3 regions | | | | | | |\n",

	"# Objective: Ship *more* `often`\n\n"
	"1. KR: Raise deployments from 1x/week to 5x/week (currently "
	"3x/week)\n"
	"2. KR: See [the plan](https://x.example/a_b) for a_b and 2*3*4\n",

	"# Objective: Quiet\n\n"
	"- KR1: tell @all about #1, ~bug and %2 in <b>html</b> from 1 to 2\n"
	"- KR2: {{< shortcode >}} from 3 to 4 => 66%\n",

	"# Objective: With words\n\n"
	"- KR1: Raise a from 1 to 2\n\n/close\n\n**Why**: /label ~x\n",

	"# Objective: With lists\n\n"
	"- KR1: Raise a from 1 to 2\n\n"
	"**Initiatives**:\n\n- first\n- second\n\n"
	"**Risks**: budgets are frozen\n",
};

static void writing_what_was_read_changes_nothing(void **state)
{
	struct arena a = ARENA_INIT;

	(void)state;
	for (size_t i = 0; i < COUNT_OF(DOCUMENTS); i++) {
		const char *once = rewrite(&a, DOCUMENTS[i]);

		assert_string_equal(rewrite(&a, once), once);
		assert_null(strstr(once, "\n/"));
	}
	arena_release(&a);
}

static void assert_like(const struct quantity *x, const struct quantity *y)
{
	assert_int_equal(x == NULL, y == NULL);
	if (x)
		assert_string_equal(x->text, y->text);
}

static void the_same_okr_is_read_back(void **state)
{
	struct arena a = ARENA_INIT;

	(void)state;
	for (size_t i = 0; i < COUNT_OF(DOCUMENTS); i++) {
		struct model m1, m2;
		const struct objective *o1, *o2;

		read(&a, DOCUMENTS[i], &m1);
		read(&a, rewrite(&a, DOCUMENTS[i]), &m2);
		assert_int_equal(m2.objectives.n, 1);
		o1 = &m1.objectives.v[0];
		o2 = &m2.objectives.v[0];
		assert_string_equal(o1->title, o2->title);
		assert_string_equal(o1->owner, o2->owner);
		assert_int_equal(o1->initiatives.n, o2->initiatives.n);
		assert_int_equal(o1->risks.n, o2->risks.n);
		assert_int_equal(o1->key_results.n, o2->key_results.n);
		for (size_t k = 0; k < o1->key_results.n; k++) {
			const struct key_result *x = &o1->key_results.v[k];
			const struct key_result *y = &o2->key_results.v[k];

			assert_string_equal(x->text, y->text);
			assert_string_equal(x->owner, y->owner);
			assert_like(x->baseline, y->baseline);
			assert_like(x->target, y->target);
			assert_like(x->current, y->current);
			assert_int_equal(
				date_cmp(x->current_date, y->current_date), 0);
			assert_int_equal(x->health, y->health);
			assert_int_equal(x->result.kind, y->result.kind);
			assert_int_equal(x->links.n, y->links.n);
			assert_int_equal(x->notes.n, y->notes.n);
		}
	}
	arena_release(&a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(templates_are_quiet),
		cmocka_unit_test(quiet_text_stays_quiet_for_every_byte),
		cmocka_unit_test(titles_are_one_quiet_line),
		cmocka_unit_test(keys_tell_titles_and_periods_apart),
		cmocka_unit_test(an_objective_is_written_in_one_shape),
		cmocka_unit_test(writing_what_was_read_changes_nothing),
		cmocka_unit_test(the_same_okr_is_read_back),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
