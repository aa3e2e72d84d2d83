/*
 * Pages from OKRs, looked at as a reader gets them.
 */
#include "page_unit.h"

#include "escape.h"
#include "hostile.h"
#include "page/view_p.h"
#include "read.h"
#include "region.h"
#include "seal.h"
#include "shown.h"

static const char *page_text(struct site *s, const char *path)
{
	return arena_text(&s->a, site_page(s, path)->text);
}

static void must_make(struct site *s)
{
	if (site_make(s))
		fail_msg("%s", s->err.text);
}

static void assert_has(const char *text, const char *part)
{
	if (!strstr(text, part))
		fail_msg("'%s' is not in\n%s", part, text);
}

static void assert_has_not(const char *text, const char *part)
{
	if (strstr(text, part))
		fail_msg("'%s' is in\n%s", part, text);
}

static void a_period_page_shows_the_quarter(void **state)
{
	static const char *const PARTS[] = {
		"---\ntitle: \"Q1 2025 OKRs\"\ndescription: \"Q1 2025: ",
		"**Q1 2025** \xc2\xb7 1 January to 31 March 2025 \xc2\xb7 as "
		"of 1 February 2025 (week 5 of 13, 36% of the time gone)\n",
		"| **0.56** \xe2\x96\xb0\xe2\x96\xb0\xe2\x96\xb0\xe2\x96\xb0"
		"\xe2\x96\xb0\xe2\x96\xb0\xe2\x96\xb1\xe2\x96\xb1\xe2\x96\xb1"
		"\xe2\x96\xb1 | 16 of 16 |",
		"[E1.1 Halve API latency](#e1-infrastructure-that-scales) "
		"| stated 0.56, computed 0.63 |\n",
		"[E1.4 Run in several regions](#e1-infrastructure-that-scales)"
		" | stated 0.67, computed 0.50 |\n",
		"[C1.1 Raise enterprise ARR from \\$12M to \\$18M]"
		"(#c1-win-enterprise-customers-faster) | blocked |\n",
		"\n## Company\n\n**0.46** ",
		" \xc2\xb7 [all periods of Company](../teams/company/)\n\n### "
		"C1 "
		"Win enterprise customers faster\n\n",
		"| [VP Engineering](../owners/vp-engineering/) |",
		"committed, aims at 1.0 \xc2\xb7 owner CEO \xc2\xb7 DRI CRO "
		"\xc2\xb7 P0 \xc2\xb7 confidence 75% \xc2\xb7 active \xc2\xb7 "
		"[issue](https://gitlab.example/acme/okrs/-/issues/1)\n",
		"supports [C1 Win enterprise customers faster]"
		"(#c1-win-enterprise-customers-faster)",
		"| 1 | Raise enterprise ARR from \\$12M to \\$18M | \\$12M | "
		"\\$18M | \\$14.5M | 0.42 | 0.42 ",
		"| 2 | Close 15 large enterprise deals \xc2\xb9 | "
		"(8 deals/qtr) | 15 deals | 6 deals | 0.40 | 0.40 ",
		"- \xc2\xb9 counted from zero",
		"- **Blockers:** Legal review slows two large deals (C1.1)\n",
		"- **Latest:** up \\$2.5M this month (C1.1, 1 February 2025)\n",
		"- **Risks:** longer buying cycles\n",
		"| 5 | Publish a capacity plan \xc2\xb3 | \xe2\x80\x93 | "
		"\xe2\x80\x93 | Deferred to Q2 | \xe2\x80\x93 | \xe2\x80\x93 "
		"| \xe2\x80\x93 |\n",
		"| C1.1 | (14.5M - 12M) / (18M - 12M) = 0.42 | "
		"1 February 2025 |\n",
		"from [the OKR board](https://gitlab.example/acme/okrs/-/"
		"boards/7)",
	};
	struct site s;
	const char *text;

	(void)state;
	site_init(&s);
	make_quarter(&s.a, &s.m);
	must_make(&s);
	text = page_text(&s, "2025-q1/index.md");
	for (size_t i = 0; i < COUNT_OF(PARTS); i++)
		assert_has(text, PARTS[i]);
	assert_has_not(text, "\n\n\n");
	assert_has_not(text, " \n");
	assert_int_equal(region_check(str_of(text)), REGION_OURS);
	assert_true(site_page(&s, "2025-q1/index.md")->region);
	site_release(&s);
}

static void the_index_links_all_periods_the_current_first(void **state)
{
	struct site s;
	struct objective *o;
	const char *text, *now, *later, *earlier, *none;

	(void)state;
	site_init(&s);
	make_quarter(&s.a, &s.m);
	o = add_objective(&s.a, &s.m, LEVEL_COMPANY, "", "CEO", "Earlier");
	o->period = (struct period){"Q4 2024", {2024, 10, 1}, {2024, 12, 31}};
	(void)add_key_result(&s.a, o, "x", "0", "10", "5", "");
	o = add_objective(&s.a, &s.m, LEVEL_COMPANY, "", "CEO", "Later");
	o->period = (struct period){"Q2 2025", {2025, 4, 1}, {2025, 6, 30}};
	s.options.title = "Our \"OKRs\"";
	must_make(&s);
	text = page_text(&s, "_index.md");
	assert_has(text, "title: \"Our \\\"OKRs\\\"\"\n");
	now = strstr(text, "| [Q1 2025](2025-q1/) (now) | 1 January to");
	later = strstr(text, "| [Q2 2025](2025-q2/) | 1 April to 30 June 2025 "
			     "| **\xe2\x80\x93** | 0 of 0 | 1 |");
	earlier = strstr(text, "| [Q4 2024](2024-q4/) | 1 October to 31 "
			       "December 2024 | **0.50** ");
	none = strstr(text, "Without a period");
	assert_true(now && later && earlier && !none);
	assert_true(now < later && later < earlier);
	assert_has(page_text(&s, "2025-q2/index.md"),
		"There are no key results yet");
	assert_has(page_text(&s, "2025-q2/index.md"),
		"No key results yet: add them to [the issue](https://");
	/* What stands in another period is not on this page. */
	assert_has_not(page_text(&s, "2025-q1/index.md"), "Earlier");
	site_release(&s);
}

static void empty_states_say_what_to_do(void **state)
{
	struct site s;
	const char *text;

	(void)state;
	site_init(&s);
	must_make(&s);
	assert_int_equal(s.pages.n, 1);
	text = page_text(&s, "_index.md");
	assert_has(text, "There are no OKRs yet; they will come from [the OKR "
			 "board](");
	assert_has_not(text, "|");
	s.options.source_url = "";
	s.options.source_name = NULL;
	must_make(&s);
	text = page_text(&s, "_index.md");
	assert_has(text, "There are no OKRs yet. An issue becomes");
	assert_has(text, "Made by okrsync from GitLab issues: ");
	s.m.period = first_quarter();
	must_make(&s);
	/* Both pages, and the data. */
	assert_int_equal(s.pages.n, 4);
	text = page_text(&s, "2025-q1/index.md");
	assert_has(text, "There are no OKRs in this period yet.");
	assert_has_not(text, "|");
	site_release(&s);
}

static void teams_and_people_have_pages_over_all_periods(void **state)
{
	static const char *const PRODUCT[] = {
		"title: \"VP Product OKRs\"",
		"\n## Q1 2025\n\n**0.69** ",
		"[the period's page](../../2025-q1/)",
		"| [P1 Ship what enterprises need]"
		"(../../2025-q1/#p1-ship-what-enterprises-need) | owner | ",
		" | [C1 Win enterprise customers faster]"
		"(../../2025-q1/#c1-win-enterprise-customers-faster) |\n",
		"\n### P1 Ship what enterprises need\n",
		"\n## Q4 2024\n\n",
		"| [E1 An old one](../../2024-q4/#e1-an-old-one) | DRI | ",
	};
	struct site s;
	struct objective *o;
	const char *text;

	(void)state;
	site_init(&s);
	make_quarter(&s.a, &s.m);
	s.m.objectives.v[0].key_results.v[1].owner = "vp sales";
	o = add_objective(&s.a, &s.m, LEVEL_GROUP, "Engineering",
		"VP Engineering", "An old one");
	o->dri = "vp product";
	o->period = (struct period){"Q4 2024", {2024, 10, 1}, {2024, 12, 31}};
	(void)add_key_result(&s.a, o, "k", "0", "10", "4", "");
	must_make(&s);
	text = page_text(&s, "owners/vp-product/index.md");
	for (size_t i = 0; i < COUNT_OF(PRODUCT); i++)
		assert_has(text, PRODUCT[i]);
	assert_has_not(text, "### E1");
	assert_int_equal(region_check(str_of(text)), REGION_OURS);
	text = page_text(&s, "owners/vp-sales/index.md");
	assert_has(text, "| [C1.2 Close 15 large enterprise deals](../../"
			 "2025-q1/#c1-win-enterprise-customers-faster) | key "
			 "result | **0.40** ");
	text = page_text(&s, "teams/engineering/index.md");
	assert_has(text, "[VP Engineering](../../owners/vp-engineering/)");
	assert_has(text, "\n## Q4 2024\n");
	text = page_text(&s, "_index.md");
	assert_has(text, "| [Company](teams/company/) | **0.46** ");
	assert_has(text, "\n| [VP Product](owners/vp-product/) | **0.69** ");
	site_release(&s);
}

static void names_that_meet_get_a_number_and_case_is_no_name(void **state)
{
	struct site s;

	(void)state;
	site_init(&s);
	s.m.period = first_quarter();
	(void)add_objective(&s.a, &s.m, LEVEL_GROUP, "R&D", "Ann", "x");
	(void)add_objective(&s.a, &s.m, LEVEL_GROUP, "R D", "ANN", "y");
	(void)add_objective(&s.a, &s.m, LEVEL_GROUP, "r&d", "../ann", "z");
	(void)add_objective(&s.a, &s.m, LEVEL_GROUP, "R - D", "data", "z");
	must_make(&s);
	/* A blank sorts before '&'. */
	assert_has(page_text(&s, "teams/r-d--3/index.md"), "title: \"R&D OKRs");
	assert_has(page_text(&s, "teams/r-d/index.md"), "title: \"R - D OKRs");
	assert_has(page_text(&s, "owners/ann--2/index.md"), "[R2 y](");
	assert_has(page_text(&s, "owners/ann/index.md"), "\"../ann OKRs");
	for (size_t i = 0; i < s.pages.n; i++)
		assert_null(strstr(s.pages.v[i].path, ".."));
	site_release(&s);
}

static void what_is_over_shows_its_outcome_and_no_pace(void **state)
{
	struct site s;
	struct objective *o;
	const char *text;

	(void)state;
	site_init(&s);
	s.m.period = first_quarter();
	s.options.today = s.grade.today = (struct date){2025, 4, 20};
	o = add_objective(&s.a, &s.m, LEVEL_COMPANY, "", "", "Half way");
	(void)add_key_result(&s.a, o, "half", "0", "10", "4", "");
	(void)add_key_result(&s.a, o, "all", "0", "10", "10", "");
	(void)add_key_result(&s.a, o, "none", "0", "10", "", "");
	o = add_objective(&s.a, &s.m, LEVEL_COMPANY, "", "", "Late");
	o->state = STATE_CLOSED;
	o->outcome = OUTCOME_MISSED;
	(void)add_key_result(&s.a, o, "little", "0", "10", "1", "");
	o = add_objective(&s.a, &s.m, LEVEL_COMPANY, "", "", "Promised");
	o->type = TYPE_COMMITTED;
	(void)add_key_result(&s.a, o, "most", "0", "10", "9", "");
	o = add_objective(&s.a, &s.m, LEVEL_COMPANY, "", "", "Dreamt");
	o->type = TYPE_ASPIRATIONAL;
	(void)add_key_result(&s.a, o, "most", "0", "10", "7", "");
	must_make(&s);
	text = page_text(&s, "2025-q1/index.md");
	assert_has(text, "**0.90** \xe2\x96\xb0\xe2\x96\xb0\xe2\x96\xb0"
			 "\xe2\x96\xb0\xe2\x96\xb0 | \xf0\x9f\x94\xb4"
			 "\xc2\xa0missed | \xe2\x80\x93 |\n");
	assert_has(text, "**0.70** \xe2\x96\xb0\xe2\x96\xb0\xe2\x96\xb0"
			 "\xe2\x96\xb0\xe2\x96\xb1 | \xf0\x9f\x9f\xa2"
			 "\xc2\xa0on target | \xe2\x80\x93 |\n");
	assert_has_not(text, "at risk");
	assert_has(text, "| 1 | half | 0 | 10 | 4 | 0.40 ");
	assert_has(text, " | \xf0\x9f\x9f\xa1\xc2\xa0making progress |\n");
	assert_has(text, " | \xe2\x9c\x85\xc2\xa0"
			 "done |\n");
	assert_has(text, " | \xe2\x9a\xaa\xc2\xa0no result |\n");
	assert_has(text, "[C1.3 none](#c1-half-way) | ended without a result");
	assert_has(text, " \xf0\x9f\x94\xb4\xc2\xa0missed | \xe2\x80\x93 |\n");
	assert_has(text, "\xf0\x9f\x94\xb4\xc2\xa0off target |\n");
	site_release(&s);
}

static void numbers_show_the_unit_that_their_place_gave_them(void **state)
{
	static const struct {
		const char *text, *unit, *cell;
	} CASES[] = {
		{"12,000", "guests", "| 12,000 guests |"},
		{"15.2k", "guests", "| 15.2k guests |"},
		{"13 of 15", "deals", "| 13 deals |"},
		{"14.8", "%", "| 14.8% |"},
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(CASES); i++) {
		struct quantity *q;
		struct site s;
		struct key_result *kr;

		site_init(&s);
		make_quarter(&s.a, &s.m);
		kr = s.m.objectives.v[0].key_results.v;
		q = ARENA_NEW(&s.a, struct quantity);
		*q = *quantity_read(&s.a, str_of(CASES[i].text));
		q->unit = CASES[i].unit;
		kr->current = q;
		must_make(&s);
		assert_has(page_text(&s, "2025-q1/index.md"), CASES[i].cell);
		site_release(&s);
	}
}

static void the_old_data_give_trends_and_what_changed(void **state)
{
	struct page_olds olds = {0};
	struct texts paths = {0};
	struct site s;
	struct key_result *kr;
	const char *text, *again;

	(void)state;
	site_init(&s);
	make_quarter(&s.a, &s.m);
	must_make(&s);
	pages_old_paths(&s.a, &s.m, &paths);
	assert_int_equal(paths.n, 1);
	assert_string_equal(paths.v[0], "data/2025-q1-history.json");
	*vec_add(&s.a, &olds) =
		(struct page_old){paths.v[0], site_page(&s, paths.v[0])->text};
	assert_false(site_page(&s, paths.v[0])->region);
	/* Ten days later one has moved, and one has another target. */
	kr = s.m.objectives.v[0].key_results.v;
	kr[0].current = quantity_read(&s.a, STR("$16M"));
	kr[0].current_date = (struct date){2025, 2, 11};
	kr[0].readings.n = 0;
	kr[2].target = quantity_read(&s.a, STR("80 days"));
	s.m.as_of = (struct date){0, 0, 0};
	s.options.old = &olds;
	s.options.today = (struct date){2025, 2, 12};
	must_make(&s);
	text = page_text(&s, "2025-q1/index.md");
	assert_has(text, "## Since 4 February 2025\n\n1 key result moved "
			 "(grade +0.0");
	assert_has(text, " was expected; the goal is 1.00](trend.svg)");
	assert_has(text, " | \\$14.5M \xe2\x86\x92 \\$16M | 0.42"
			 "\xc2\xa0\xe2\x86\x92\xc2\xa0"
			 "0.67 |\n");
	assert_has(text, "](trend.svg)\n");
	assert_has(text, "](c1.svg)\n");
	assert_has_not(text, "](c2.svg)");
	assert_has(text, "| 12 February 2025 | [C1.3 Shorten the enterprise "
			 "sales cycle](#c1-win-enterprise-customers-faster) | "
			 "target | 90 days | 80 days |\n");
	assert_true(str_starts(site_page(&s, "2025-q1/c1.svg")->text, "<svg "));
	assert_has(page_text(&s, "teams/company/index.md"),
		"](../../2025-q1/c1.svg)\n");
	assert_has(page_text(&s, "_index.md"), "\xe2\x96\x84");
	/* With what was just made, nothing changes. */
	olds.v[0].text = site_page(&s, paths.v[0])->text;
	s.options.today = (struct date){2025, 2, 14};
	must_make(&s);
	again = page_text(&s, "2025-q1/index.md");
	assert_string_equal(text, again);
	/* Damaged. */
	olds.v[0].text = STR("{");
	assert_int_equal(site_make(&s), -1);
	assert_int_equal(s.err.kind, ERR_DATA);
	assert_has(s.err.text, "data/2025-q1-history.json: line 1");
	assert_has(s.err.text, "remove it");
	site_release(&s);
}

static void who_moved_what_is_told_newest_first(void **state)
{
	struct site s;
	struct objective *o;
	const char *text;

	(void)state;
	site_init(&s);
	make_quarter(&s.a, &s.m);
	must_make(&s);
	assert_has_not(page_text(&s, "2025-q1/index.md"), "Who moved what");
	o = &s.m.objectives.v[0];
	*vec_add(&s.a, &o->moves) = (struct move){
		{2025, 1, 6}, "user1", "state", "", "draft", "okr::draft"};
	*vec_add(&s.a, &o->moves) = (struct move){
		{2025, 1, 9}, "", "state", "draft", "active", "okr::active"};
	*vec_add(&s.a, &s.m.objectives.v[1].moves) = (struct move){{2025, 1, 9},
		"user2", "health", "on track", "at risk", "health::at risk"};
	must_make(&s);
	text = strstr(page_text(&s, "2025-q1/index.md"), "## Who moved what");
	assert_non_null(text);
	assert_has(text,
		"| 9 January 2025 | [C1 Win enterprise customers faster]"
		"(#c1-win-enterprise-customers-faster) | state | draft | "
		"active | \xe2\x80\x93 |\n| 9 January 2025 | ");
	assert_has(text,
		" | health | on track | at risk | user2 |\n"
		"| 6 January 2025 | [C1 Win enterprise customers faster]"
		"(#c1-win-enterprise-customers-faster) | state | "
		"\xe2\x80\x93 | draft | user1 |\n");
	/* Only the newest of many. */
	for (int i = 0; i < 30; i++)
		*vec_add(&s.a, &o->moves) = (struct move){{2025, 1, 10}, "u",
			"health", "on track", "at risk", ""};
	must_make(&s);
	text = strstr(page_text(&s, "2025-q1/index.md"), "## Who moved what");
	assert_has_not(text, "9 January");
	site_release(&s);
}

static void an_alignment_diagram_holds_no_markup(void **state)
{
	struct site s;
	const char *text, *fence, *end;

	(void)state;
	site_init(&s);
	make_quarter(&s.a, &s.m);
	s.m.objectives.v[0].title = "x\"] ``` %%{init: {}}%% {{< y >}} $$z$$ "
				    "<b> #35;";
	must_make(&s);
	assert_has_not(page_text(&s, "2025-q1/index.md"), "```mermaid");
	s.options.mermaid = true;
	must_make(&s);
	text = page_text(&s, "2025-q1/index.md");
	fence = strstr(text, "\n```mermaid\ngraph LR\n  o0[\"C1 x#34;#93; ");
	assert_non_null(fence);
	end = strstr(fence + 12, "\n```\n");
	assert_non_null(end);
	assert_has(fence, "  o0 --> o2\n  o2 --> o3\n```\n");
	for (const char *p = fence + 12; p < end; p++)
		assert_null(strchr("`{}%$<&", *p));
	assert_has(text, "## Dependencies\n");
	site_release(&s);
}

static void objectives_without_period_have_a_page_too(void **state)
{
	struct site s;
	struct objective *o;
	const char *text;

	(void)state;
	site_init(&s);
	o = add_objective(&s.a, &s.m, LEVEL_NONE, "", "", "Do something");
	(void)add_key_result(&s.a, o, "Some thing", "", "", "", "");
	must_make(&s);
	text = page_text(&s, "no-period/index.md");
	assert_has(text, "title: \"OKRs without a period\"");
	assert_has(text, "\n**OKRs without a period**");
	assert_has(text, "### O1 Do something");
	assert_has(text, "Nothing is graded yet");
	assert_has(text, "| 1 | Some thing \xc2\xb9 | \xe2\x80\x93 |");
	assert_has(text, "- \xc2\xb9 not graded: ");
	site_release(&s);
}

static void folders_that_meet_get_a_number(void **state)
{
	static const char *const NAMES[] = {"Sprint 1", "Sprint-1", "sprint 1",
		"../../etc", "\xe6\x97\xa5\xe6\x9c\xac"};
	struct site s;

	(void)state;
	site_init(&s);
	for (size_t i = 0; i < COUNT_OF(NAMES); i++)
		add_objective(&s.a, &s.m, LEVEL_COMPANY, "", "", "x")
			->period.name = NAMES[i];
	must_make(&s);
	/* One each and its data, the index, and the company's. */
	assert_int_equal(s.pages.n, 3 * COUNT_OF(NAMES) + 2);
	for (size_t i = 0; i < s.pages.n; i++) {
		const char *path = s.pages.v[i].path;

		assert_true(strcmp(path, "_index.md") == 0 ||
			    str_ends(str_of(path), "/index.md") ||
			    str_starts(str_of(path), "data/"));
		for (const char *p = path; *p; p++)
			assert_true(str_is_alnum(*p) || strchr("-/._", *p));
		assert_null(strstr(path, ".."));
		for (size_t k = 0; k < i; k++)
			assert_true(strcmp(s.pages.v[k].path, path) < 0);
	}
	site_release(&s);
}

static void the_order_of_issues_does_not_matter(void **state)
{
	struct site s, other;

	(void)state;
	site_init(&s);
	site_init(&other);
	make_quarter(&s.a, &s.m);
	make_quarter(&other.a, &other.m);
	/* The last two are moved to the front, with what points to them. */
	for (size_t i = 0; i < 4; i++) {
		struct objective *o = &other.m.objectives.v[(i + 2) % 4];

		*o = s.m.objectives.v[i];
		o->parent =
			o->parent == NO_INDEX ? NO_INDEX : (o->parent + 2) % 4;
	}
	must_make(&s);
	must_make(&other);
	assert_string_equal(page_text(&s, "2025-q1/index.md"),
		page_text(&other, "2025-q1/index.md"));
	must_make(&s);
	assert_string_equal(
		page_text(&s, "_index.md"), page_text(&other, "_index.md"));
	site_release(&other);
	site_release(&s);
}

static void issues_are_put_in_order_of_their_numbers(void **state)
{
	static const char *const URLS[] = {"https://g/a/-/issues/12",
		"https://g/a/-/issues/9", "https://g/a/-/issues/0100",
		"https://g/A/-/issues/1", "https://g/a/-/issues/9"};
	static const char *const WANT[] = {"### C1 t3\n", "### C2 t1\n",
		"### C3 t4\n", "### C4 t0\n", "### C5 t2\n"};
	struct site s;
	const char *text, *last = NULL;

	(void)state;
	site_init(&s);
	s.m.period = first_quarter();
	for (size_t i = 0; i < COUNT_OF(URLS); i++)
		add_objective(&s.a, &s.m, LEVEL_COMPANY, "", "",
			arena_printf(&s.a, "t%zu", i))
			->source.url = URLS[i];
	must_make(&s);
	text = page_text(&s, "2025-q1/index.md");
	for (size_t i = 0; i < COUNT_OF(WANT); i++) {
		const char *at = strstr(text, WANT[i]);

		assert_true(at && at > last);
		last = at;
	}
	site_release(&s);
}

static void the_cascade_is_a_nested_list(void **state)
{
	static const char *const PARTS[] = {
		"\n\n### 1. CEO: Win enterprise customers faster\n\n**0.48** ",
		" \xc2\xb7 level company \xc2\xb7 "
		"[issue](https://gitlab.example/acme/okrs/-/issues/1)\n\n"
		"- **Risks:** longer buying cycles\n- **Depends on:** single "
		"sign-on and roles from Product\n\n"
		"1. CEO KR: Raise enterprise ARR from \\$12M to \\$18M => "
		"42% (now \\$14.5M as of 1 February 2025, from \\$12M to "
		"\\$18M)\n    - stated 0.42\n    - **Latest:** up \\$2.5M "
		"this month (1 February 2025)\n",
		"\n1. CEO KR: Close 15 large enterprise deals => 40% (now 6 "
		"deals as of 1 February 2025, to 15 deals)\n    - from 8 "
		"deals/qtr \xc2\xb7 stated 0.40\n",
		"\n    1. **VP Product: [Ship what enterprises need](",
		"\n        1. VP Product KR: Single sign-on used by beta "
		"customers => 72% ",
		"\n        1. **VP Engineering: [Infrastructure that "
		"scales](",
		"\n            1. VP Engineering KR: Publish a capacity "
		"plan => Deferred to Q2\n",
		"\n### 2. CEO: Fit the mid-market better\n",
	};
	struct site s;
	const char *text;

	(void)state;
	site_init(&s);
	make_quarter(&s.a, &s.m);
	s.m.objectives.v[2].parent_kr = 1;
	s.options.layout = "cascade";
	must_make(&s);
	text = page_text(&s, "2025-q1/index.md");
	for (size_t i = 0; i < COUNT_OF(PARTS); i++)
		assert_has(text, PARTS[i]);
	/* People's pages lead to the tree an objective stands in. */
	assert_has(page_text(&s, "owners/vp-engineering/index.md"),
		"](../../2025-q1/#1-ceo-win-enterprise-customers-faster)");
	assert_has(text, "[Halve API latency](https://gitlab.example/");
	assert_has_not(text, "\n\n\n");
	site_release(&s);
}

static void what_supports_what_is_a_list_without_diagrams(void **state)
{
	struct site s;
	const char *text;

	(void)state;
	site_init(&s);
	make_quarter(&s.a, &s.m);
	must_make(&s);
	text = page_text(&s, "2025-q1/index.md");
	assert_has(text,
		"\n## Alignment\n\n- [C1 Win enterprise customers faster]"
		"(#c1-win-enterprise-customers-faster) **0.48** (");
	assert_has(text, ", 15 deals");
	assert_has(text, "\n  - [P1 Ship what enterprises need](#");
	assert_has(text, "\n    - [E1 Infrastructure that scales](#");
	site_release(&s);
	site_init(&s);
	s.m.period = first_quarter();
	(void)add_objective(&s.a, &s.m, LEVEL_COMPANY, "", "", "Alone");
	must_make(&s);
	assert_has_not(page_text(&s, "2025-q1/index.md"), "## Alignment");
	site_release(&s);
}

static void a_page_ends_with_its_scale_and_its_control(void **state)
{
	struct site s;
	const char *text;

	(void)state;
	site_init(&s);
	make_quarter(&s.a, &s.m);
	must_make(&s);
	text = page_text(&s, "2025-q1/index.md");
	assert_has(text, "| 0.70 | on target |\n| 0.40 | making progress |\n");
	assert_has(text, "\n## Document control\n\n| Field | Value |\n");
	assert_has(text, "| Period | Q1 2025, 1 January to 31 March 2025 |\n");
	assert_has(text, "| Grades final | 5 April |\n");
	assert_has(text, "| Owners | [CEO](../owners/ceo/), ");
	assert_has_not(text, "[more](../)");
	for (int i = 0; i < 12; i++)
		(void)add_objective(&s.a, &s.m, LEVEL_COMPANY, "",
			arena_printf(&s.a, "Owner %d", i), "One of many");
	s.pages = (struct pages){0};
	must_make(&s);
	assert_has(page_text(&s, "2025-q1/index.md"), " and [more](../) |\n");
	site_release(&s);
}

/* An objective with neither level nor team is on no team's page. */
static void without_a_team_there_is_no_page_of_one(void **state)
{
	struct site s;
	const char *text;

	(void)state;
	site_init(&s);
	s.m.period = first_quarter();
	(void)add_objective(&s.a, &s.m, LEVEL_NONE, "", "", "Alone");
	must_make(&s);
	text = page_text(&s, "2025-q1/index.md");
	assert_has(text, "\n## Objectives\n");
	assert_has_not(text, "teams/");
	assert_has_not(page_text(&s, "_index.md"), "Teams");
	for (size_t i = 0; i < s.pages.n; i++)
		assert_false(str_starts(str_of(s.pages.v[i].path), "teams/"));
	site_release(&s);
}

/* What a site may put between <script> and its end; and it is sealed. */
static void data_hold_no_angle_bracket(void **state)
{
	struct site s;
	const char *text;

	(void)state;
	site_init(&s);
	s.m.period = first_quarter();
	(void)add_objective(&s.a, &s.m, LEVEL_COMPANY, "", "",
		"</script><script>alert(1)</script>");
	must_make(&s);
	text = page_text(&s, "data/2025-q1.json");
	assert_has(text, "\"title\": \"\\u003c/script>");
	assert_has_not(text, "<");
	assert_true(seal_is_whole(str_of(text)));
	site_release(&s);
}

static void links_stand_where_their_words_do(void **state)
{
	struct site s;
	struct objective *o;
	struct key_result *kr;
	const char *text;

	(void)state;
	site_init(&s);
	s.m.period = first_quarter();
	o = add_objective(&s.a, &s.m, LEVEL_COMPANY, "", "CEO", "Win the CSMs");
	o->source.url = "";
	*vec_add(&s.a, &o->links) = (struct link){"CS", "https://a.example/1"};
	*vec_add(&s.a, &o->links) = (struct link){"Win", "https://a.example/2"};
	kr = add_key_result(&s.a, o, "Do one and two, see one", "", "", "", "");
	kr->result = (struct result){.kind = RESULT_DONE, .text = "DONE"};
	*vec_add(&s.a, &kr->links) = (struct link){"two", "/handbook/two/"};
	*vec_add(&s.a, &kr->links) =
		(struct link){"one", "https://a.example/one"};
	*vec_add(&s.a, &kr->links) = (struct link){"DONE", "/done/"};
	*vec_add(&s.a, &kr->links) = (struct link){"Do", "javascript:x"};
	*vec_add(&s.a, &kr->links) = (struct link){"see", "page"};
	*vec_add(&s.a, &kr->links) = (struct link){"", "https://a.example/3"};
	must_make(&s);
	text = page_text(&s, "2025-q1/index.md");
	assert_has(text, "| 1 | Do [one](https://a.example/one) and "
			 "[two](/handbook/two/), see one |");
	assert_has(text, " | [DONE](/done/) | ");
	assert_has(text,
		"- **Links:**\n  - [CS](https://a.example/1)\n"
		"  - [Win](https://a.example/2)\n"
		"  - [https\\://a.example/3](https://a.example/3) (C1.1)\n");
	assert_has_not(text, "javascript");
	/* Where an issue's own site is meant, a page cannot lead. */
	s.m.objectives.v[0].source.url = "https://gitlab.example/-/issues/1";
	s.pages = (struct pages){0};
	must_make(&s);
	assert_has(page_text(&s, "2025-q1/index.md"), "(https://a.example/one) "
						      "and two, see one |");
	s.m.objectives.v[0].source.url = "";
	s.options.layout = "cascade";
	s.m.objectives.v[0].parent = NO_INDEX;
	(void)add_objective(
		&s.a, &s.m, LEVEL_COMPANY, "", "CRO", "Win the CSMs too");
	s.m.objectives.v[1].parent = 0;
	s.m.objectives.v[1].source.url = "";
	s.m.objectives.v[1].links = s.m.objectives.v[0].links;
	s.pages = (struct pages){0};
	must_make(&s);
	text = page_text(&s, "2025-q1/index.md");
	assert_has(text, "KR: Do [one](https://a.example/one) and "
			 "[two](/handbook/two/), see one => [DONE](/done/)\n");
	assert_has(
		text, "1. **CRO: [Win](https://a.example/2) the CSMs too**\n");
	site_release(&s);
}

/* Reads a page of ours as if it were the people's, and grades it. */
static void read_back(struct site *s, const char *page)
{
	struct read_options options;

	read_options_init(&options);
	model_init(&s->m);
	read_markdown(&s->a, str_of(page), "page.md", &options, &s->m, NULL);
	model_link(&s->a, &s->m);
	grade_model(&s->a, &s->m, &s->grade);
}

static const char *grade_text(struct arena *a, const struct rat *grade)
{
	return grade ? rat_text(a, grade, 2) : "none";
}

/* The owners, words, parents and grades must be the same. */
static void assert_same(const struct objective *o, const struct objective *p)
{
	struct arena a = ARENA_INIT;

	assert_string_equal(o->title, p->title);
	assert_string_equal(o->owner, p->owner);
	assert_string_equal(grade_text(&a, o->grade), grade_text(&a, p->grade));
	assert_int_equal(o->parent == NO_INDEX, p->parent == NO_INDEX);
	assert_int_equal(o->key_results.n, p->key_results.n);
	for (size_t k = 0; k < o->key_results.n; k++) {
		const struct key_result *x = &o->key_results.v[k];
		const struct key_result *y = &p->key_results.v[k];

		assert_string_equal(x->text, y->text);
		assert_string_equal(
			grade_text(&a, x->grade), grade_text(&a, y->grade));
	}
	arena_release(&a);
}

static void what_the_cascade_prints_is_read_to_the_same(void **state)
{
	static const int ORDER[] = {0, 2, 3, 1}; /* of the tree */
	struct site s, back;

	(void)state;
	site_init(&s);
	site_init(&back);
	make_quarter(&s.a, &s.m);
	s.options.layout = "cascade";
	must_make(&s);
	read_back(&back, page_text(&s, "2025-q1/index.md"));
	assert_string_equal(back.m.period.name, "Q1 2025");
	assert_int_equal(back.m.objectives.n, COUNT_OF(ORDER));
	for (size_t i = 0; i < COUNT_OF(ORDER); i++)
		assert_same(
			&s.m.objectives.v[ORDER[i]], &back.m.objectives.v[i]);
	site_release(&back);
	site_release(&s);
}

static void deep_and_circular_trees_show_every_objective_once(void **state)
{
	enum { DEEP = 40 };
	struct site s;
	const char *text;

	(void)state;
	site_init(&s);
	s.m.period = first_quarter();
	for (int i = 0; i < DEEP; i++) {
		struct objective *o = add_objective(&s.a, &s.m, LEVEL_COMPANY,
			"", "", arena_printf(&s.a, "deep %d.", i));

		o->parent = i - 1;
		(void)add_key_result(&s.a, o, "k", "0", "10", "5", "");
	}
	s.m.objectives.v[0].parent = NO_INDEX;
	s.options.layout = "cascade";
	must_make(&s);
	text = page_text(&s, "2025-q1/index.md");
	assert_has(text, "\n### 1. deep 0\n");
	for (int i = 1; i < DEEP; i++) {
		const char *name = arena_printf(&s.a, "1. **[deep %d.](", i);
		const char *at = strstr(text, name);

		assert_non_null(at);
		assert_null(strstr(at + 1, name));
	}
	/* A circle that linking did not see. */
	for (int i = 0; i < DEEP; i++)
		s.m.objectives.v[i].parent = (i + 1) % DEEP;
	s.pages = (struct pages){0};
	s.options.layout = "table";
	assert_int_equal(pages_make(&s.a, &s.m,
				 template_compile(&s.a, &s.sources, &s.err),
				 &s.options, &s.pages, &s.err),
		0);
	text = page_text(&s, "2025-q1/index.md");
	for (int i = 0; i < DEEP; i++)
		assert_has(text, arena_printf(&s.a, " deep %d.](#c", i));
	site_release(&s);
}

static void a_long_list_of_looks_is_cut(void **state)
{
	struct site s;
	struct objective *o;
	const char *text;

	(void)state;
	site_init(&s);
	s.m.period = first_quarter();
	s.grade.today = (struct date){2025, 3, 20};
	o = add_objective(&s.a, &s.m, LEVEL_COMPANY, "", "", "Much to do");
	for (int i = 0; i < 15; i++) {
		struct key_result *kr = add_key_result(&s.a, o, "k", "0", "10",
			i == 14 ? "0" : "9", i == 3 ? "0.2" : "");

		kr->current_date = (struct date){2025, i < 10 ? 2 : 3, 20};
		kr->health = i == 14 ? HEALTH_ON_TRACK : HEALTH_NONE;
		kr->result.kind = i == 13 ? RESULT_BLOCKED : RESULT_NONE;
		if (i == 1)
			kr->current_date = (struct date){0, 0, 0};
	}
	o->last_check_in = (struct date){2025, 1, 7};
	must_make(&s);
	text = page_text(&s, "2025-q1/index.md");
	assert_has(text,
		"| :---- | :-- |\n| \xf0\x9f\x94\xb4\xc2\xa0[C1.15 k]"
		"(#c1-much-to-do) | at risk at 0.00; said to be on track |\n"
		"| \xe2\x9b\x94\xc2\xa0[C1.14 k](#c1-much-to-do) | blocked |\n"
		"| \xe2\x8f\xb3\xc2\xa0[C1 Much to do](#c1-much-to-do) | 8 "
		"key results stale: no reading since 20 February 2025 |\n");
	assert_has(text, "| stale: no reading since 7 January 2025 |\n");
	assert_has(text, "[C1.4 k](#c1-much-to-do) | stale: no reading since "
			 "20 February 2025; stated 0.20, computed 0.90 |\n");
	site_release(&s);
	site_init(&s);
	s.m.period = first_quarter();
	o = add_objective(&s.a, &s.m, LEVEL_COMPANY, "", "", "Much to do");
	for (int i = 0; i < 15; i++)
		(void)add_key_result(&s.a, o, "k", "0", "10", "9",
			arena_printf(&s.a, "0.%d", 12 + i));
	must_make(&s);
	assert_has(page_text(&s, "2025-q1/index.md"), "\n\nAnd 9 more, ");
	site_release(&s);
}

static void what_looks_fine_says_so(void **state)
{
	struct site s;
	struct objective *o;

	(void)state;
	site_init(&s);
	s.m.period = first_quarter();
	o = add_objective(&s.a, &s.m, LEVEL_COMPANY, "", "", "Fine");
	(void)add_key_result(&s.a, o, "k", "0", "10", "4", "0.4");
	o->outcome = OUTCOME_CARRIED_OVER;
	must_make(&s);
	assert_has(page_text(&s, "2025-q1/index.md"), "Nothing stands out");
	assert_has(page_text(&s, "2025-q1/index.md"), "active, carried over");
	site_release(&s);
}

/* Every text field of a model with two objectives. */
static void make_hostile(struct arena *a, struct model *m, const char *text)
{
	static const struct decimal HALF = {5, 1};
	struct objective *o;
	struct key_result *kr;

	model_init(m);
	m->period = first_quarter();
	for (int i = 0; i < 2; i++) {
		o = add_objective(a, m, LEVEL_GROUP, text, text, text);
		o->parent = i ? 0 : NO_INDEX;
		o->dri = o->region = o->priority = o->section = text;
		o->number = o->ladders_up_to = text;
		o->confidence = &HALF;
		o->source.url = i ? text : "https://gitlab.example/-/issues/1";
		*vec_add(a, &o->risks) = text;
		*vec_add(a, &o->notes) = text;
		*vec_add(a, &o->dependencies) = text;
		*vec_add(a, &o->mitigations) = text;
		*vec_add(a, &o->links) = (struct link){text, text};
		*vec_add(a, &o->links) =
			(struct link){text, "https://a.example/x"};
		o->caveat = text;
		*vec_add(a, &o->moves) = (struct move){
			{2025, 1, 6}, text, "state", "", "draft", text};
		kr = add_key_result(a, o, text, "", "", "", "0.3");
		kr->baseline = kr->target = kr->current =
			quantity_read(a, str_of(text));
		kr->owner = kr->number = kr->stated_status = text;
		*vec_add(a, &kr->links) =
			(struct link){text, "https://b.example/x"};
		kr->result.text = text;
		kr->result.kind = i ? RESULT_NOTE : RESULT_BLOCKED;
		*vec_add(a, &kr->notes) = text;
		*vec_add(a, &kr->blockers) = text;
		*vec_add(a, &kr->readings) = (struct reading){
			.date = {2025, 1, 20}, .author = text, .text = text};
	}
}

/* What a page is made of, without what honest inline markdown may add. */
static const char *skeleton(struct arena *a, const char *page)
{
	static const char *const INLINE[] = {"a", "em", "strong", "code"};
	struct shown s;
	struct str rest, word;
	struct buf b;
	const char *text;

	shown_render(&s, str_of(page), SHOWN_ALL & ~MD_FLAG_LATEXMATHSPANS);
	buf_init(&b, 1 << 22);
	rest = buf_str(&s.elements);
	while (str_take_until(&rest, ' ', &word)) {
		bool kept = true;

		for (size_t i = 0; i < COUNT_OF(INLINE); i++)
			kept &= !str_is(word, INLINE[i]);
		if (kept)
			buf_addf(&b, "%.*s ", STR_ARG(word));
	}
	text = arena_text(a, buf_str(&b));
	buf_release(&b);
	shown_release(&s);
	return text;
}

static const char *make_layout(
	struct site *s, const char *layout, const char *text)
{
	make_hostile(&s->a, &s->m, text);
	s->options.layout = layout;
	s->options.source_name = text;
	s->options.title = text;
	must_make(s);
	return page_text(s, "2025-q1/index.md");
}

/* linked: the shape where the text is an address that can be followed. */
static void check_hostile(const char *layout, const char *text,
	const char *want, const char *linked)
{
	struct site site;
	const char *page, *shape;

	site_init(&site);
	page = make_layout(&site, layout, text);
	shape = skeleton(&site.a, page);
	if (strcmp(shape, want) && strcmp(shape, linked))
		fail_msg("'%s' changes the page's shape:\n%s\n%s\n%s", text,
			shape, want, page);
	assert_has_not(page, "{{");
	assert_int_equal(region_check(str_of(page)), REGION_OURS);
	/* The only HTML is that of the two markers. */
	for (const char *p = strchr(page, '<'); p; p = strchr(p + 1, '<'))
		assert_true(str_starts(str_of(p), "<!-- okrsync:"));
	assert_true(str_starts(str_of(page), "---\ntitle: \"Q1 2025 OKRs\"\n"));
	site_release(&site);
}

static void hostile_text_in_every_field_changes_no_shape(void **state)
{
	static const char *const LAYOUTS[] = {"table", "cascade"};

	(void)state;
	for (size_t l = 0; l < COUNT_OF(LAYOUTS); l++) {
		struct site honest, address;
		const char *want, *linked;

		site_init(&honest);
		site_init(&address);
		want = skeleton(&honest.a,
			make_layout(&honest, LAYOUTS[l], "honest text"));
		linked = skeleton(
			&address.a, make_layout(&address, LAYOUTS[l],
					    "https://honest.example/ text"));
		for (size_t i = 0; i < COUNT_OF(HOSTILE); i += 1 + 3 * l) {
			struct arena a = ARENA_INIT;

			/* A word with it, for a field may not be empty. */
			check_hostile(LAYOUTS[l],
				arena_printf(
					&a, "%.*s words", STR_ARG(HOSTILE[i])),
				want, linked);
			arena_release(&a);
		}
		site_release(&honest);
		site_release(&address);
	}
}

static void users_replace_templates_and_blocks(void **state)
{
	struct site s;
	const char *text;

	(void)state;
	site_init(&s);
	make_quarter(&s.a, &s.m);
	for (size_t i = 0; i < s.sources.n; i++)
		if (strcmp(s.sources.v[i].name, "period-table") == 0)
			s.sources.v[i].name = "default/period-table";
	*vec_add(&s.a, &s.sources) = (struct template_source){"period-table",
		"mine.mustache",
		STR("{{<default/period-table}}\n{{$computed}}\n\nAsk {{owner}}"
		    "{{sections.0}}us.\n{{/computed}}\n"
		    "{{/default/period-table}}\n")};
	must_make(&s);
	text = page_text(&s, "2025-q1/index.md");
	assert_has(text, "\nAsk us.\n");
	assert_has_not(text, "How each grade was computed");
	assert_has(text, "## At a glance");
	site_release(&s);
	site_init(&s);
	*vec_add(&s.a, &s.sources) = (struct template_source){
		"ours", "ours.mustache", STR("{{title}}: {{count}}\n")};
	make_quarter(&s.a, &s.m);
	s.options.layout = "ours";
	must_make(&s);
	assert_has(page_text(&s, "2025-q1/index.md"), "Q1 2025 OKRs: 4\n");
	site_release(&s);
}

static void template_errors_stop_the_pages(void **state)
{
	static const struct {
		const char *name, *text, *error;
	} CASES[] = {
		{"period-table", "{{>period-table}}", "x.mustache:1: "},
		{"front", "{{>front}}", "x.mustache:1: "},
		{"index", "\n{{>index}}", "x.mustache:2: "},
	};
	struct site s;

	(void)state;
	for (size_t i = 0; i < COUNT_OF(CASES); i++) {
		site_init(&s);
		make_quarter(&s.a, &s.m);
		*vec_add(&s.a, &s.sources) = (struct template_source){
			CASES[i].name, "x.mustache", str_of(CASES[i].text)};
		assert_int_equal(site_make(&s), -1);
		assert_int_equal(s.err.kind, ERR_CONFIG);
		assert_true(str_starts(str_of(s.err.text), CASES[i].error));
		site_release(&s);
	}
	site_init(&s);
	make_quarter(&s.a, &s.m);
	s.options.layout = "nothing";
	assert_int_equal(site_make(&s), -1);
	assert_string_equal(s.err.text,
		"there is no layout 'nothing': it is 'table', 'cascade', "
		"or a template of yours, 'period-nothing.mustache'");
	site_release(&s);
}

static void too_large_a_page_is_an_error(void **state)
{
	struct site s;
	char *text = malloc(600 * 1024 + 1);
	struct objective *o;

	(void)state;
	memset(text, 'x', 600 * 1024);
	text[600 * 1024] = '\0';
	site_init(&s);
	s.m.period = first_quarter();
	o = add_objective(&s.a, &s.m, LEVEL_COMPANY, "", "", "x");
	for (int i = 0; i < 30; i++)
		(void)add_key_result(&s.a, o, text, "", "", "", "");
	assert_int_equal(site_make(&s), -1);
	assert_int_equal(s.err.kind, ERR_DATA);
	assert_true(str_starts(str_of(s.err.text),
		"page '2025-q1/index.md' is larger than 16 MiB: narrow "));
	site_release(&s);
	free(text);
}

static const struct {
	const char *heading, *anchor;
} ANCHORS[] = {
	{"C1 Win enterprise customers faster",
		"c1-win-enterprise-customers-faster"},
	{"P1 What's new, #1 (really)?", "p1-whats-new-1-really"},
	{"E1 snake_case stays", "e1-snake_case-stays"},
	{"E1 mid-market", "e1-mid-market"},
	{"E1 $12M: 50%!", "e1-12m-50"},
	/* Hugo keeps two hyphens, GitLab one. */
	{"E1 this & that", NULL},
	{"E1 this - that", NULL},
	{"E1 a / b", NULL},
	/* In Hugo's the entity would be seen. */
	{"E1 <1%", NULL},
	{"E1 a|b", NULL},
	{"E1 caf\xc3\xa9", NULL},
	{"- x", NULL},
	{"x -", NULL},
	{"", NULL},
};

static void anchors_are_those_of_hugo_and_gitlab(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT_OF(ANCHORS); i++) {
		struct arena a = ARENA_INIT;
		const char *id = part_anchor(&a, ANCHORS[i].heading);

		if (ANCHORS[i].anchor)
			assert_string_equal(id, ANCHORS[i].anchor);
		else
			assert_null(id);
		arena_release(&a);
	}
}

static void an_objective_without_anchor_is_reached_by_its_section(void **state)
{
	struct site s;
	const char *text;

	(void)state;
	site_init(&s);
	s.m.period = first_quarter();
	(void)add_objective(
		&s.a, &s.m, LEVEL_GROUP, "Sales", "", "This & that");
	(void)add_objective(
		&s.a, &s.m, LEVEL_GROUP, "R&D \xc3\xa9", "", "This & that");
	must_make(&s);
	text = page_text(&s, "2025-q1/index.md");
	assert_has(text, "[S1 This & that](#sales)");
	assert_has(text, "| R1 This & that |");
	site_release(&s);
}

static void bars_and_shares_are_rounded_half_up(void **state)
{
	struct arena a = ARENA_INIT;

	(void)state;
	assert_string_equal(
		part_bar(&a, rat_of(&a, 1, 4), 2), "\xe2\x96\xb0\xe2\x96\xb1");
	assert_string_equal(part_bar(&a, rat_of(&a, 24, 100), 2),
		"\xe2\x96\xb1\xe2\x96\xb1");
	assert_string_equal(part_bar(&a, rat_of(&a, -3, 1), 1), "\xe2\x96\xb1");
	assert_string_equal(part_bar(&a, rat_of(&a, 3, 1), 1), "\xe2\x96\xb0");
	assert_string_equal(part_bar(&a, NULL, 1), "");
	assert_string_equal(part_percent(&a, rat_of(&a, 2, 3)), "67%");
	assert_string_equal(part_percent(&a, NULL), "");
	assert_string_equal(part_grade(&a, NULL), "\xe2\x80\x93");
	assert_string_equal(part_title(&a, ""), "");
	assert_string_equal(part_span(&a, &(struct period){"x", {2024, 12, 1},
						  {2025, 1, 31}}),
		"1 December 2024 to 31 January 2025");
	arena_release(&a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_period_page_shows_the_quarter),
		cmocka_unit_test(the_index_links_all_periods_the_current_first),
		cmocka_unit_test(teams_and_people_have_pages_over_all_periods),
		cmocka_unit_test(
			names_that_meet_get_a_number_and_case_is_no_name),
		cmocka_unit_test(what_is_over_shows_its_outcome_and_no_pace),
		cmocka_unit_test(
			numbers_show_the_unit_that_their_place_gave_them),
		cmocka_unit_test(the_old_data_give_trends_and_what_changed),
		cmocka_unit_test(who_moved_what_is_told_newest_first),
		cmocka_unit_test(an_alignment_diagram_holds_no_markup),
		cmocka_unit_test(empty_states_say_what_to_do),
		cmocka_unit_test(objectives_without_period_have_a_page_too),
		cmocka_unit_test(folders_that_meet_get_a_number),
		cmocka_unit_test(the_order_of_issues_does_not_matter),
		cmocka_unit_test(issues_are_put_in_order_of_their_numbers),
		cmocka_unit_test(what_supports_what_is_a_list_without_diagrams),
		cmocka_unit_test(a_page_ends_with_its_scale_and_its_control),
		cmocka_unit_test(without_a_team_there_is_no_page_of_one),
		cmocka_unit_test(data_hold_no_angle_bracket),
		cmocka_unit_test(links_stand_where_their_words_do),
		cmocka_unit_test(the_cascade_is_a_nested_list),
		cmocka_unit_test(what_the_cascade_prints_is_read_to_the_same),
		cmocka_unit_test(
			deep_and_circular_trees_show_every_objective_once),
		cmocka_unit_test(a_long_list_of_looks_is_cut),
		cmocka_unit_test(what_looks_fine_says_so),
		cmocka_unit_test(hostile_text_in_every_field_changes_no_shape),
		cmocka_unit_test(users_replace_templates_and_blocks),
		cmocka_unit_test(template_errors_stop_the_pages),
		cmocka_unit_test(too_large_a_page_is_an_error),
		cmocka_unit_test(anchors_are_those_of_hugo_and_gitlab),
		cmocka_unit_test(
			an_objective_without_anchor_is_reached_by_its_section),
		cmocka_unit_test(bars_and_shares_are_rounded_half_up),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
