/*
 * From markdown to OKRs: the shapes people write, and what is none.
 */
#include "unit.h"

#include <stdio.h>
#include <stdlib.h>

#include "buf.h"
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

static const struct {
	const char *name, *text, *want;
} PAGES[] = {
	{"numbered headings with lists",
		"# O1: Delight every guest\n"
		"\n"
		"- KR1: Raise the rating from 4.1 to 4.6\n"
		"- KR2: Answer 95% of mails within a day\n",
		"O1 Delight every guest\n"
		"KKR1 Raise the rating from 4.1 to 4.6\n"
		"KKR2 Answer 95% of mails within a day\n"},
	{"labels and plain lists",
		"**Objective 1: Win the warehouse segment**\n"
		"\n"
		"Key Results:\n"
		"1. Leads from 40 to 120\n"
		"2. Sign 5 pilots\n"
		"\n"
		"**Initiatives:**\n"
		"- Trade fair\n"
		"\n"
		"**Objective 2: Be loved**\n"
		"\n"
		"- KR 2.1 - NPS from 20 to 40\n"
		"- Risks: none\n",
		"O1 Win the warehouse segment\n"
		"K Leads from 40 to 120\n"
		"K Sign 5 pilots\n"
		"O2 Be loved\n"
		"KKR2.1 NPS from 20 to 40\n"},
	{"objective and key result headings",
		"## Objective\n"
		"\n"
		"Become the default choice for clinics\n"
		"\n"
		"## Key Results\n"
		"\n"
		"- KR1 (weight 40%): 30 clinics live\n"
		"- KR2 (weight 60%): 4.5 stars\n"
		"\n"
		"## Initiatives\n"
		"\n"
		"1. Roadshow\n",
		"O Become the default choice for clinics\n"
		"KKR1 30 clinics live\n"
		"KKR2 4.5 stars\n"},
	{"key results as headings",
		"## Objective 1\n"
		"Delight visitors\n"
		"\n"
		"### Key Result 1\n"
		"Repeat visits from 20% to 30%\n"
		"\n"
		"- Owner: Museum director\n"
		"\n"
		"### Key Result 2\n"
		"Queue below 5 minutes\n",
		"O1 Delight visitors\n"
		"KKR1 Repeat visits from 20% to 30%\n"
		"KKR2 Queue below 5 minutes\n"},
	{"lines of a paragraph",
		"**O1: Ship the new onboarding**\n"
		"KR1: 60% of users finish\n"
		"KR2: Time to value from 14 to 7 days\n",
		"O1 Ship the new onboarding\n"
		"KKR1 60% of users finish\n"
		"KKR2 Time to value from 14 to 7 days\n"},
	{"dotted numbers",
		"### O1. Make customers successful\n"
		"\n"
		"Owner: COO\n"
		"1.1 Retention from 98% to 110%\n"
		"1.2 Time to first value < 7 days\n",
		"O1 Make customers successful\n"
		"K1.1 Retention from 98% to 110%\n"
		"K1.2 Time to first value < 7 days\n"},
	{"as measured by",
		"Our objective: be the best bakery in town\n"
		"\n"
		"We measure this by:\n"
		"\n"
		"- 500 loaves a day\n"
		"- 4.8 stars\n",
		"O be the best bakery in town\n"
		"K 500 loaves a day\n"
		"K 4.8 stars\n"},
	{"nested bullets",
		"- **Objective**: Grow the brand\n"
		"  - **Key Result 1**: 10k followers\n"
		"    - Owner: Social lead\n"
		"  - **Key Result 2**: 3 keynotes\n"
		"- **Objective**: Better leads\n"
		"  - Key Results:\n"
		"    - MQL to SQL 30%\n"
		"    - CAC below $400\n"
		"  - Initiatives:\n"
		"    - ABM pilot\n",
		"O Grow the brand\n"
		"KKR1 10k followers\n"
		"KKR2 3 keynotes\n"
		"O Better leads\n"
		"K MQL to SQL 30%\n"
		"K CAC below $400\n"},
	{"objectives beside their key results",
		"- O1: Launch\n"
		"- KR1: 100 sign-ups\n"
		"- KR2: 20 active\n"
		"- O2: Hire\n"
		"- KR1: 3 engineers\n",
		"O1 Launch\n"
		"KKR1 100 sign-ups\n"
		"KKR2 20 active\n"
		"O2 Hire\n"
		"KKR1 3 engineers\n"},
	{"bare headings in a page of okrs",
		"# Team OKRs Q2 2025\n"
		"\n"
		"### Reliable data platform\n"
		"- Freshness from 80% to 99%\n"
		"- Incidents from 9 to 3\n"
		"\n"
		"### Self-serve analytics\n"
		"\n"
		"Answer questions alone.\n"
		"\n"
		"- Certify dashboards\n"
		"\n"
		"### Links\n"
		"- [Board](https://b.example)\n",
		"O Reliable data platform\n"
		"K Freshness from 80% to 99%\n"
		"K Incidents from 9 to 3\n"
		"O Self-serve analytics\n"
		"K Certify dashboards\n"},
	{"numbered objectives without words",
		"## Company OKRs FY25\n"
		"\n"
		"1. **Grow sustainably**\n"
		"   1. ARR from $10M to $14M\n"
		"   2. Burn multiple < 1.5\n"
		"2. **Delight customers**\n"
		"   1. NPS from 30 to 45\n",
		"O Grow sustainably\n"
		"K ARR from $10M to $14M\n"
		"K Burn multiple < 1.5\n"
		"O Delight customers\n"
		"K NPS from 30 to 45\n"},
	{"tables of objectives and key results",
		"| Objective | Key Result | Owner | Target |\n"
		"|---|---|---|---|\n"
		"| O1: Grow revenue | KR1: ARR to 5M | CFO | 5M |\n"
		"| | KR2: NRR to 110% | CRO | 110% |\n"
		"| O2: Happy staff | eNPS to 40 | CHRO | 40 |\n",
		"O1 Grow revenue\n"
		"KKR1 ARR to 5M\n"
		"KKR2 NRR to 110%\n"
		"O2 Happy staff\n"
		"K eNPS to 40\n"},
	{"objectives and key results in one column",
		"| OKR | Owner | Progress |\n"
		"|---|---|---|\n"
		"| **Objective 1: Faster site** | CTO | 40% |\n"
		"| KR 1.1 LCP under 2s | Web lead | 60% |\n"
		"| **Objective 2: Safer site** | CISO | |\n"
		"| KR 2.1 No criticals | | 100% |\n",
		"O1 Faster site\n"
		"KKR1.1 LCP under 2s\n"
		"O2 Safer site\n"
		"KKR2.1 No criticals\n"},
	{"rows told apart by numbers",
		"| # | Objective / Key Result | Current | Target |\n"
		"|---|---|---|---|\n"
		"| 1 | Better docs | | |\n"
		"| 1.1 | Pages with examples | 20% | 80% |\n"
		"| 2 | Better API | | |\n"
		"| 2.1 | Error rate | 2% | 1% |\n",
		"O1 Better docs\n"
		"K1.1 Pages with examples\n"
		"O2 Better API\n"
		"K2.1 Error rate\n"},
	{"several key results in a cell",
		"| Objective | Owner | KRs |\n"
		"|---|---|---|\n"
		"| Build trust | CISO | KR1: ISO certified<br>KR2: 0 incidents "
		"|\n",
		"O Build trust\n"
		"KKR1 ISO certified\n"
		"KKR2 0 incidents\n"},
	{"forms",
		"| Objective | Make hiring fast |\n"
		"|---|---|\n"
		"| Owner | Talent lead |\n"
		"| KR1 | Time to hire from 60 to 35 days |\n"
		"| KR2 | Offer acceptance 85% |\n",
		"O Make hiring fast\n"
		"KKR1 Time to hire from 60 to 35 days\n"
		"KKR2 Offer acceptance 85%\n"},
	{"tables with numbers in the key result column",
		"### Objective 1: Reach schools\n"
		"\n"
		"| KR | Description | Baseline | Target |\n"
		"|--|--|--|--|\n"
		"| 1.1 | Schools in programme | 12 | 30 |\n"
		"| KR1.2 | Teachers trained | 40 | 120 |\n",
		"O1 Reach schools\n"
		"K1.1 Schools in programme\n"
		"KKR1.2 Teachers trained\n"},
	{"tables without a key result column",
		"### O1 Make releases boring\n"
		"\n"
		"| Metric | From | To | Now\n"
		"|---|---|---|---\n"
		"| Lead time | 10 days | 2 days | 5 days\n"
		"| Failure rate | 20% | 5% | -\n",
		"O1 Make releases boring\n"
		"K Lead time\n"
		"K Failure rate\n"},
	{"cascades",
		"### CEO: Profitable growth\n"
		"\n"
		"* CEO KR: Margin from 68% to 72%\n"
		"  * CFO: Predictable spend\n"
		"    * CFO KR: Forecast within 5% => DONE\n"
		"    * **Controller:** [Close faster](/x)\n"
		"      * Controller KR: Close in 5 days --> WIP\n"
		"* CTO KR: Cost of goods down 10%\n",
		"O Profitable growth\n"
		"K Margin from 68% to 72%\n"
		"K Cost of goods down 10%\n"
		"O Predictable spend\n"
		"K Forecast within 5%\n"
		"O Close faster\n"
		"K Close in 5 days\n"},
	{"other languages",
		"## Objectif 1 : Gagner la confiance\n"
		"- R\xc3"
		"\xa9"
		"sultat cl\xc3"
		"\xa9"
		" 1 : NPS de 20 \xc3"
		"\xa0"
		" 45\n"
		"\n"
		"## Ziel 2: Schneller liefern\n"
		"Schl\xc3"
		"\xbc"
		"sselergebnisse:\n"
		"- Durchlaufzeit von 10 auf 4 Tage\n",
		"O1 Gagner la confiance\n"
		"KKR1 NPS de 20 \xc3"
		"\xa0"
		" 45\n"
		"O2 Schneller liefern\n"
		"K Durchlaufzeit von 10 auf 4 Tage\n"},
	{"goals over objectives",
		"## Goal 1 - North\n"
		"\n"
		"**Objective:** Win the north\n"
		"\n"
		"### Key Results\n"
		"1. [ ] **KR1:** 3 depots\n",
		"O Win the north\n"
		"KKR1 3 depots\n"},
	{"key results of a bold line",
		"## Marketing\n"
		"\n"
		"**Grow the brand**\n"
		"- KR1: 10k readers\n"
		"\n"
		"**Better leads**\n"
		"- KR1: 300 leads\n",
		"O Grow the brand\n"
		"KKR1 10k readers\n"
		"O Better leads\n"
		"KKR1 300 leads\n"},
	{"results without objective heading",
		"# Grow the community\n"
		"\n"
		"## Key Results\n"
		"\n"
		"- 40 meet-ups\n"
		"- 900 members\n",
		"O Grow the community\n"
		"K 40 meet-ups\n"
		"K 900 members\n"},
	{"details blocks",
		"<details>\n"
		"<summary>Objective 3: Cheaper cloud</summary>\n"
		"\n"
		"- KR1: Spend per user from $4 to $3\n"
		"\n"
		"</details>\n",
		"O3 Cheaper cloud\n"
		"KKR1 Spend per user from $4 to $3\n"},
	{"definitions",
		"# OKRs\n"
		"\n"
		"## What are OKRs?\n"
		"\n"
		"**Objective:** What you want to achieve.\n"
		"**Key Results:** How you measure it.\n"
		"\n"
		"## Terminology\n"
		"\n"
		"- **Objective:** The dream\n"
		"- **Key Results:** Measures\n",
		""},
	{"examples",
		"For example:\n"
		"\n"
		"- Objective: Become fit\n"
		"  - KR1: run 5 km\n"
		"\n"
		"## Example OKRs\n"
		"\n"
		"### Objective 1: Sing\n"
		"- KR1: 3 songs\n",
		""},
	{"hidden quoted and code",
		"> Objective 1: quoted\n"
		"> - KR1: no\n"
		"\n"
		"```\n"
		"Objective 2: in code\n"
		"KR1: no\n"
		"```\n"
		"\n"
		"<!--\n"
		"### Objective 3: hidden\n"
		"- KR1: no\n"
		"-->\n"
		"\n"
		"~~Objective 4: struck~~\n",
		""},
	{"other tables",
		"# Plan\n"
		"\n"
		"| Week | Task |\n"
		"|---|---|\n"
		"| 1 | Kick-off |\n"
		"\n"
		"| Score | Meaning |\n"
		"|---|---|\n"
		"| 0.7 | good |\n"
		"\n"
		"| Metric | Current | Target |\n"
		"|---|---|---|\n"
		"| Coverage | 80% | 90% |\n",
		""},
	{"a readme",
		"# Price predictor\n"
		"\n"
		"**Key Results:**\n"
		"- accuracy 94%\n"
		"- latency < 100 ms\n"
		"\n"
		"## Objectives\n"
		"\n"
		"- Learn ML\n",
		""},
	{"contents",
		"# OKRs 2024 Q3\n"
		"\n"
		"- [Grow](#grow)\n"
		"  - [More](#more)\n"
		"- [Learn](#learn)\n",
		""},
	{"templates",
		"# Objective 1: [Your objective]\n"
		"\n"
		"- KR1: [Measurable outcome]\n"
		"- KR2:\n",
		""},
};

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
	assert_int_equal(why.n, 3);
	assert_string_equal(why.v[0].what, "objective");
	assert_string_equal(why.v[1].what, "left alone");
	assert_string_equal(why.v[1].detail, "words");
	assert_int_equal(why.v[2].line, 5);
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
	assert_int_equal(count_krs(&p.m), 50000);
	assert_int_equal(p.m.findings.n, 1);
	assert_string_equal(p.m.findings.v[0].rule, "too-many-okrs");
	buf_release(&b);
	arena_release(&p.a);
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
		cmocka_unit_test(explains_line_by_line),
		cmocka_unit_test(stops_where_nobody_means_it),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
