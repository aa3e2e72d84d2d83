/*
 * From markdown to OKRs: the shapes people write, and what is none.
 */
#include "unit.h"

#include <stdio.h>
#include <stdlib.h>

#include "buf.h"
#include "markdown_pages.h"
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

static size_t count_results(const struct model *m, enum result_kind kind)
{
	size_t n = 0;

	for (size_t i = 0; i < m->objectives.n; i++) {
		const struct key_results *krs = &m->objectives.v[i].key_results;

		for (size_t k = 0; k < krs->n; k++)
			n += krs->v[k].result.kind == kind;
	}
	return n;
}

/* Owners of key results, each once. */
static size_t count_owners(struct page *p)
{
	struct texts seen = {NULL, 0, 0};

	for (size_t i = 0; i < p->m.objectives.n; i++) {
		const struct key_results *krs =
			&p->m.objectives.v[i].key_results;

		for (size_t k = 0; k < krs->n; k++) {
			bool known = !krs->v[k].owner[0];

			for (size_t s = 0; s < seen.n; s++)
				known = known ||
					!strcmp(seen.v[s], krs->v[k].owner);
			if (!known)
				*vec_add(&p->a, &seen) = krs->v[k].owner;
		}
	}
	return seen.n;
}

static void reads_the_cascade_page(void **state)
{
	struct page p;
	struct model *m = read_seed(&p, "../shared/seeds/fy21-q1-okrs.md");
	const struct objective *o = m->objectives.v;
	size_t tops = 0, results = 0, unowned = 0;

	(void)state;
	assert_int_equal(m->objectives.n, 138);
	assert_int_equal(count_krs(m), 336);
	assert_string_equal(m->period.name, "FY21-Q1");
	assert_int_equal(m->period.start.month, 2);
	for (size_t i = 0; i < m->objectives.n; i++) {
		tops += o[i].parent == NO_INDEX;
		results += o[i].result.kind != RESULT_NONE;
		for (size_t k = 0; k < o[i].key_results.n; k++)
			unowned += !o[i].key_results.v[k].owner[0];
	}
	assert_int_equal(tops, 3);
	assert_int_equal(results, 8);
	assert_int_equal(unowned, 1);
	assert_int_equal(count_owners(&p), 56);
	assert_int_equal(count_results(m, RESULT_PERCENT), 37);
	assert_int_equal(count_results(m, RESULT_DONE), 14);
	assert_int_equal(count_results(m, RESULT_WIP), 3);
	assert_int_equal(count_results(m, RESULT_DEFERRED), 2);
	assert_int_equal(count_results(m, RESULT_BLOCKED), 1);
	assert_int_equal(count_results(m, RESULT_NOTE), 3);
	arena_release(&p.a);
}

static void knows_the_parents_of_a_cascade(void **state)
{
	struct page p;
	struct model *m = read_seed(&p, "../shared/seeds/fy21-q1-okrs.md");
	const struct objective *o = m->objectives.v;

	(void)state;
	assert_string_equal(o[0].title, "IACV");
	assert_string_equal(o[0].owner, "CEO");
	assert_string_equal(o[0].number, "1");
	assert_string_equal(o[2].owner, "VP Field Ops");
	assert_int_equal(o[2].parent, 1);
	assert_int_equal(o[2].parent_kr, 1);
	assert_int_equal(o[21].parent, 20); /* below an objective itself */
	assert_int_equal(o[21].parent_kr, NO_INDEX);
	assert_string_equal(o[80].owner, "VP of Product Strategy");
	assert_int_equal(o[80].links.n, 1); /* a link over owner and title */
	assert_string_equal(o[3].key_results.v[1].text,
		"Measure effectiveness to 90% accuracy.");
	assert_int_equal(o[3].key_results.v[1].line, 19);
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

static void add_outline(struct buf *b, const struct model *m)
{
	for (size_t i = 0; i < m->objectives.n; i++) {
		const struct objective *o = &m->objectives.v[i];

		buf_addf(b, "O%s %s\n", o->number, o->title);
		for (size_t k = 0; k < o->key_results.n; k++)
			buf_addf(b, "K%s %s\n", o->key_results.v[k].number,
				o->key_results.v[k].text);
	}
}

static void reads_what_people_write_and_nothing_else(void **state)
{
	enum { OUTLINE_BYTES = 1 << 14 };

	(void)state;
	for (size_t i = 0; i < COUNT_OF(PAGES); i++) {
		struct page p;
		struct buf b;

		buf_init(&b, OUTLINE_BYTES);
		add_outline(&b, read_text(&p, PAGES[i].text));
		if (!str_eq(buf_str(&b), str_of(PAGES[i].want)))
			print_message("%s:\n", PAGES[i].name);
		assert_string_equal(b.p, PAGES[i].want);
		buf_release(&b);
		arena_release(&p.a);
	}
}

static void takes_fields_from_anywhere(void **state)
{
	struct page p;
	const struct objective *o = read_text(&p,
		"**Quarter:** Q4 2023\n**Owner:** VP Engineering\n\n"
		"# O1: Calm nights (0.65)\n\n"
		"*DRI: SRE lead | Confidence: 7/10 | Priority: P1*\n\n"
		"**Type**: Aspirational\n"
		"**Ladders up to**: Company Objective 1\n"
		"**Dependencies**:\n- Budget\n- Hiring\n\n"
		"**Risks**: none yet, but\nmany to come\n\n"
		"Key Results:\n"
		"- Pages from 12 to 4 (0.6) - @ops\n"
		"  - Weight: 30%\n  - Status: \xf0\x9f\x94\xb4 Off track\n"
		"  - see [board](https://b.example)\n"
		"- MTTR < 30 min (Owner: CTO, due 2023-12-01)\n")
					    ->objectives.v;
	const struct key_result *kr = o->key_results.v;

	(void)state;
	assert_string_equal(o->period.name, "Q4 2023");
	assert_string_equal(o->owner, "VP Engineering");
	assert_string_equal(o->dri, "SRE lead");
	assert_string_equal(o->priority, "P1");
	assert_int_equal(o->confidence->coef, 7);
	assert_int_equal(o->stated_grade->coef, 65);
	assert_int_equal(o->type, TYPE_ASPIRATIONAL);
	assert_string_equal(o->ladders_up_to, "Company Objective 1");
	assert_int_equal(o->dependencies.n, 2);
	assert_string_equal(o->risks.v[0], "none yet, but many to come");
	assert_string_equal(kr[0].text, "Pages from 12 to 4");
	assert_string_equal(kr[0].owner, "@ops");
	assert_int_equal(kr[0].stated_grade->coef, 6);
	assert_int_equal(kr[0].health, HEALTH_AT_RISK);
	assert_int_equal(kr[0].notes.n, 1);
	assert_string_equal(kr[0].baseline->text, "12");
	assert_string_equal(kr[1].owner, "CTO");
	assert_int_equal(kr[1].due.month, 12);
	arena_release(&p.a);
}

static struct objective *read_issue(
	struct page *p, const char *title, const char *body, int *first)
{
	struct read_options o;

	arena_init(&p->a);
	model_init(&p->m);
	read_options_init(&o);
	read_issue_text(&p->a, str_of(body), "", "https://g.example/1", &o,
		&p->m, NULL, title, first);
	return p->m.objectives.v;
}

static void an_issue_is_one_objective(void **state)
{
	struct page p;
	int first;
	struct objective *o = read_issue(&p, "[FY24-Q1] OKR: Grow the guild",
		"Some words.\n\n- not a key result\n\n"
		"## Key Results\n- [x] 3 talks\n- [ ] 5 posts\n\n"
		"**Owner**: Guild lead\n",
		&first);

	(void)state;
	assert_int_equal(p.m.objectives.n, 1);
	assert_int_equal(first, 0);
	assert_string_equal(o->title, "Grow the guild");
	assert_string_equal(o->period.name, "FY24-Q1");
	assert_int_equal(o->key_results.n, 2);
	assert_true(o->key_results.v[0].checked);
	assert_string_equal(o->owner, "Guild lead");
	assert_string_equal(o->source.url, "https://g.example/1");
	arena_release(&p.a);
}

static void a_body_may_name_the_objective(void **state)
{
	static const char BODY[] = "## Objective\nWin the north\n\n"
				   "## Key Results\n- KR1: 3 depots\n";
	struct page p;
	int first;
	struct objective *o = read_issue(&p, "Q1 OKRs", BODY, &first);

	(void)state;
	assert_int_equal(p.m.objectives.n, 1);
	assert_string_equal(o->title, "Win the north");
	assert_int_equal(o->key_results.n, 1);
	arena_release(&p.a);
	o = read_issue(&p, "Northern depots", BODY, &first);
	assert_int_equal(p.m.objectives.n, 1);
	assert_string_equal(o->title, "Northern depots");
	assert_int_equal(o->key_results.n, 1);
	arena_release(&p.a);
	o = read_issue(&p, "Team OKRs",
		"# O1: a b\n- KR1: 1 c\n# O2: d e\n- KR1: 2 f\n", &first);
	assert_int_equal(p.m.objectives.n, 2);
	assert_string_equal(o[first].title, "a b");
	arena_release(&p.a);
}

static const struct {
	int line;
	const char *what, *detail;
} EXPLAINED[] = {
	{2, "field", "title: Sales OKRs"},
	{3, "field", "owner: CRO"},
	{4, "left alone", "layout"},
	{6, "field", "team: North"},
	{8, "objective", "Sales OKRs"},
	{8, "understood", "owner CRO, team North"},
	{8, "key result", "Grow ARR from $12M to $18M (now $14M)"},
	{8, "understood",
		"from 12000000 USD, to 18000000 USD, now 14000000 USD, "
		"result: percent '40%', owner CFO"},
	{9, "field", "owner: CFO"},
	{10, "key result", "Boxes"},
	{10, "understood", "1 of 2 tasks done"},
	{11, "note", "a"},
	{12, "note", "b"},
	{14, "left alone", "Example"},
	{16, "left alone", "KR: 3 x"},
	{18, "left alone", "list"},
	{20, "left alone", "table"},
	{25, "left alone", "code or quotation"},
};

static void explains_fields_and_numbers(void **state)
{
	static const char TEXT[] =
		"---\ntitle: Sales OKRs\nowner: CRO\nlayout: x\n---\n"
		"Team: North\n\n"
		"- KR1: Grow ARR from $12M to $18M (now $14M) => 40%\n"
		"  Owner: CFO\n"
		"- KR2: Boxes\n  - [x] a\n  - [ ] b\n\n"
		"## Example\n\nKR: 3 x\n\n- KR: 4\n\n"
		"| KR | To |\n|---|---|\n| a | b |\n\n```\ncode\n```\n";
	struct explanation why = {NULL, 0, 0};
	struct page p;
	struct read_options o;

	(void)state;
	arena_init(&p.a);
	model_init(&p.m);
	read_options_init(&o);
	read_markdown(&p.a, str_of(TEXT), "f", &o, &p.m, &why);
	for (size_t i = 0; i < COUNT_OF(EXPLAINED) && i < why.n; i++) {
		assert_string_equal(why.v[i].detail, EXPLAINED[i].detail);
		assert_string_equal(why.v[i].what, EXPLAINED[i].what);
		assert_int_equal(why.v[i].line, EXPLAINED[i].line);
	}
	assert_int_equal(why.n, COUNT_OF(EXPLAINED));
	arena_release(&p.a);
}

static const struct {
	const char *written;
	enum kind kind;
} KINDS[] = {
	{"count", KIND_COUNT},
	{"Count of deals", KIND_COUNT},
	{"from-to", KIND_FROM_TO},
	{"keep above", KIND_KEEP_ABOVE},
	{"yes/no", KIND_YES_NO},
	{"binary", KIND_YES_NO},
	{"milestones", KIND_MILESTONES},
	{"whatever", KIND_NONE},
};

static void the_kind_is_read_from_its_field(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT_OF(KINDS); i++) {
		struct page p;
		char text[120];

		snprintf(text, sizeof text,
			"## O1: A b\n\n- KR1: Close 15 deals\n  Kind: %s\n"
			"  From: 3\n  Now: 6\n",
			KINDS[i].written);
		read_text(&p, text);
		assert_int_equal(p.m.objectives.v[0].key_results.v[0].kind,
			KINDS[i].kind);
		arena_release(&p.a);
	}
}

/* What was taken out of a line's text is told as well. */
static void explains_what_a_line_lost(void **state)
{
	static const struct {
		int line;
		const char *what, *detail;
	} WANT[] = {
		{1, "objective", "a b"},
		{1, "understood",
			"state draft, weight 2, result: deferred "
			"'paused'"},
		{3, "field", "weight: 2"},
		{4, "field", "state: draft"},
		{6, "key result", "c"},
		{6, "understood",
			"no numbers, no result, health at risk, "
			"confidence 0.5, weight 3, due 2026-03-31"},
		{7, "field", "status: at risk"},
		{8, "field", "confidence: 50%"},
		{9, "field", "weight: 3"},
		{10, "field", "due: 2026-03-31"},
	};
	struct explanation why = {NULL, 0, 0};
	struct page p;
	struct read_options o;

	(void)state;
	arena_init(&p.a);
	model_init(&p.m);
	read_options_init(&o);
	read_markdown(&p.a,
		STR("# O1: a b (paused)\n\nWeight: 2\nState: draft\n\n"
		    "- KR1: c\n  Health: at risk\n  Confidence: 50%\n"
		    "  Weight: 3\n  Due: 2026-03-31\n"),
		"f", &o, &p.m, &why);
	for (size_t i = 0; i < COUNT_OF(WANT) && i < why.n; i++) {
		assert_string_equal(why.v[i].detail, WANT[i].detail);
		assert_string_equal(why.v[i].what, WANT[i].what);
		assert_int_equal(why.v[i].line, WANT[i].line);
	}
	assert_int_equal(why.n, COUNT_OF(WANT));
	arena_release(&p.a);
}

static void explains_line_by_line(void **state)
{
	struct explanation why = {NULL, 0, 0};
	struct page p;
	struct read_options o;

	(void)state;
	arena_init(&p.a);
	model_init(&p.m);
	read_options_init(&o);
	read_markdown(&p.a, STR("# O1: a b\n\nwords\n\n- KR1: 3 c\n"), "f", &o,
		&p.m, &why);
	assert_int_equal(why.n, 4);
	assert_string_equal(why.v[0].what, "objective");
	assert_string_equal(why.v[1].what, "left alone");
	assert_string_equal(why.v[1].detail, "words");
	assert_int_equal(why.v[2].line, 5);
	assert_string_equal(why.v[2].what, "key result");
	assert_string_equal(why.v[3].detail, "to 3");
	arena_release(&p.a);
}

static void stops_where_nobody_means_it(void **state)
{
	enum { BYTES = 1 << 20 };
	struct page p;
	struct buf b;

	(void)state;
	buf_init(&b, BYTES);
	buf_adds(&b, "# O1: a\n");
	while (b.n + 16 < BYTES)
		buf_adds(&b, "- KR: 1 b\n");
	read_text(&p, b.p);
	assert_int_equal(count_krs(&p.m), 10000);
	assert_int_equal(p.m.findings.n, 1);
	assert_string_equal(p.m.findings.v[0].rule, "too-many-okrs");
	buf_release(&b);
	arena_release(&p.a);
}

static void tells_of_okrs_in_code_where_there_are_no_others(void **state)
{
	static const struct {
		const char *text;
		int line; /* of the finding, 0 for none */
	} FENCES[] = {
		{"Autumn\n\n~~~\na\n~~~\n\n```\nObjective: Tidy the shop\n"
		 "- KR1: Sort 40 shelves\n- KR2: Sell 12 lamps\n```\n",
			7},
		{"Form\n\n```\nObjective: ...\nKR1: ...\nKR2: ...\n```\n", 0},
		{"# O1: Grow\n\n- KR1: 3 shops\n\n```\nObjective: Tidy up\n"
		 "- KR1: Sort 40 shelves\n- KR2: Sell 12 lamps\n```\n",
			0},
		{"Autumn\n\n```sh\nmake -j 2\n```\n", 0},
	};
	struct page p;

	(void)state;
	for (size_t i = 0; i < COUNT_OF(FENCES); i++) {
		read_text(&p, FENCES[i].text);
		assert_int_equal(p.m.findings.n, FENCES[i].line != 0);
		if (FENCES[i].line) {
			assert_string_equal(
				p.m.findings.v[0].rule, "okrs-in-code");
			assert_int_equal(
				p.m.findings.v[0].line, FENCES[i].line);
		}
		arena_release(&p.a);
	}
}

static void an_empty_heading_is_nothing(void **state)
{
	static const char *const TEXTS[] = {"#\n", "# \n\ntext\n",
		"##\n\n- [ ] Sign 20 customers\n",
		"# O1: Grow\n- KR1: Sign 20 deals\n\n#\n\n###\n\n1. x\n"};
	struct page p;

	(void)state;
	for (size_t i = 0; i < COUNT_OF(TEXTS); i++) {
		read_text(&p, TEXTS[i]);
		assert_int_equal(p.m.objectives.n, i == 3);
		arena_release(&p.a);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(reads_the_table_document),
		cmocka_unit_test(reads_the_cascade_page),
		cmocka_unit_test(knows_the_parents_of_a_cascade),
		cmocka_unit_test(finds_none_where_there_are_none),
		cmocka_unit_test(reads_what_people_write_and_nothing_else),
		cmocka_unit_test(takes_fields_from_anywhere),
		cmocka_unit_test(an_issue_is_one_objective),
		cmocka_unit_test(a_body_may_name_the_objective),
		cmocka_unit_test(the_kind_is_read_from_its_field),
		cmocka_unit_test(explains_what_a_line_lost),
		cmocka_unit_test(explains_line_by_line),
		cmocka_unit_test(explains_fields_and_numbers),
		cmocka_unit_test(stops_where_nobody_means_it),
		cmocka_unit_test(
			tells_of_okrs_in_code_where_there_are_no_others),
		cmocka_unit_test(an_empty_heading_is_nothing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
