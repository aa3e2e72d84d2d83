/*
 * The history of readings: what it keeps, and what it makes of files that
 * are not as we wrote them.
 */
#include "page_unit.h"

#include "page/history_p.h"
#include "page/trend_p.h"

static const struct date TODAY = {2025, 2, 10};

/* One objective with two key results, graded. */
static void make(struct arena *a, struct model *m, const char *now)
{
	struct grade_options options;
	struct objective *o;
	struct key_result *kr;

	model_init(m);
	m->period = first_quarter();
	o = add_objective(a, m, LEVEL_COMPANY, "", "CEO", "Win");
	kr = add_key_result(a, o, "Revenue", "0", "100", now, "");
	*vec_add(a, &kr->readings) = (struct reading){.date = {2025, 1, 20},
		.value = quantity_read(a, STR("10")),
		.author = "",
		.text = ""};
	(void)add_key_result(a, o, "Deals", "0", "10", "5", "");
	grade_options_init(&options);
	options.today = TODAY;
	model_link(a, m);
	grade_model(a, m, &options);
}

static const char *print(struct arena *a, const struct history *h)
{
	const char *text;
	struct buf b;

	buf_init(&b, 1 << 20);
	history_print(&b, "Q1 2025", h);
	text = arena_text(a, buf_str(&b));
	buf_release(&b);
	return text;
}

static struct history parse(struct arena *a, const char *text)
{
	struct history h;
	struct err err = {0};

	if (history_parse(a, str_of(text), "data/x-history.json", &h, &err))
		fail_msg("%s", err.text);
	return h;
}

static void assert_point(const struct point *p, struct date date,
	const char *value, const char *grade)
{
	struct arena a = ARENA_INIT;

	assert_int_equal(date_cmp(p->date, date), 0);
	assert_string_equal(p->value, value);
	assert_string_equal(p->grade ? rat_text(&a, p->grade, 2) : "", grade);
	arena_release(&a);
}

static void readings_are_kept_by_day_with_their_grades(void **state)
{
	struct arena a = ARENA_INIT;
	struct model m;
	struct history h;

	(void)state;
	make(&a, &m, "40");
	h = history_update(&a, NULL, &m, TODAY);
	assert_int_equal(h.tracks.n, 2);
	assert_int_equal(h.tracks.v[0].points.n, 2);
	assert_point(&h.tracks.v[0].points.v[0], (struct date){2025, 1, 20},
		"10", "0.10");
	assert_point(&h.tracks.v[0].points.v[1], (struct date){2025, 2, 1},
		"40", "0.40");
	assert_string_equal(h.tracks.v[1].terms[TERM_TARGET], "10");
	assert_string_equal(h.tracks.v[1].terms[TERM_OWNER], "CEO");
	assert_int_equal(h.drifts.n, 0);
	arena_release(&a);
}

static void results_told_in_words_are_points_of_the_trend(void **state)
{
	static const struct decimal SIXTY = {60, 0};
	struct arena a = ARENA_INIT;
	struct model m;
	struct history h;
	struct key_result *kr;
	struct result told[] = {{.kind = RESULT_PERCENT,
					.percent = &SIXTY,
					.text = "60 % complete"},
		{.kind = RESULT_BLOCKED, .text = "blocked"},
		{.kind = RESULT_DONE, .text = "done"}};

	(void)state;
	make(&a, &m, "40");
	kr = &m.objectives.v[0].key_results.v[0];
	for (int i = 0; i < 3; i++)
		*vec_add(&a, &kr->readings) =
			(struct reading){.date = {2025, 2, 3 + i},
				.result = told[i],
				.author = "owner",
				.text = ""};
	kr->result = told[2];
	kr->result_date = (struct date){2025, 2, 5};
	h = history_update(&a, NULL, &m, TODAY);
	h = history_update(&a, &h, &m, TODAY);
	assert_int_equal(h.tracks.v[0].points.n, 3);
	assert_point(&h.tracks.v[0].points.v[1], (struct date){2025, 2, 3}, "",
		"0.60");
	assert_point(&h.tracks.v[0].points.v[2], (struct date){2025, 2, 5},
		"done", "1.00");
	arena_release(&a);
}

static void the_same_model_again_gives_the_same_bytes(void **state)
{
	struct arena a = ARENA_INIT;
	struct model m;
	struct history h;
	const char *first, *second;

	(void)state;
	make(&a, &m, "40");
	m.objectives.v[0].key_results.v[1].current_date =
		(struct date){0, 0, 0};
	h = history_update(&a, NULL, &m, TODAY);
	first = print(&a, &h);
	h = parse(&a, first);
	/* Days later, with nothing new. */
	h = history_update(&a, &h, &m, date_add(TODAY, 9));
	second = print(&a, &h);
	assert_string_equal(first, second);
	arena_release(&a);
}

static void key_results_of_the_same_words_stay_apart(void **state)
{
	struct arena a = ARENA_INIT;
	struct model m;
	struct history h;
	const char *first;

	(void)state;
	make(&a, &m, "40");
	m.objectives.v[0].key_results.v[1].text = "Revenue";
	h = history_update(&a, NULL, &m, TODAY);
	first = print(&a, &h);
	h = parse(&a, first);
	h = history_update(&a, &h, &m, date_add(TODAY, 9));
	assert_int_equal(h.drifts.n, 0);
	assert_string_equal(first, print(&a, &h));
	arena_release(&a);
}

static void an_older_number_is_kept_when_the_issue_has_a_new_one(void **state)
{
	struct arena a = ARENA_INIT;
	struct model m;
	struct history h;

	(void)state;
	make(&a, &m, "40");
	h = history_update(&a, NULL, &m, TODAY);
	h = parse(&a, print(&a, &h));
	make(&a, &m, "60");
	m.objectives.v[0].key_results.v[0].current_date =
		(struct date){2025, 2, 8};
	h = history_update(&a, &h, &m, TODAY);
	assert_int_equal(h.tracks.v[0].points.n, 3);
	assert_point(&h.tracks.v[0].points.v[1], (struct date){2025, 2, 1},
		"40", "0.40");
	assert_point(&h.tracks.v[0].points.v[2], (struct date){2025, 2, 8},
		"60", "0.60");
	arena_release(&a);
}

static void what_has_no_date_counts_from_the_day_it_was_seen(void **state)
{
	struct arena a = ARENA_INIT;
	struct model m;
	struct history h;
	struct key_result *kr;

	(void)state;
	make(&a, &m, "40");
	kr = &m.objectives.v[0].key_results.v[1];
	kr->current_date = (struct date){0, 0, 0};
	h = history_update(&a, NULL, &m, TODAY);
	assert_point(&h.tracks.v[1].points.v[0], TODAY, "5", "0.50");
	h = parse(&a, print(&a, &h));
	kr->current = quantity_read(&a, STR("6"));
	kr->grade = rat_of(&a, 6, 10);
	/* The issue says when it was changed last. */
	m.objectives.v[0].updated = (struct date){2025, 2, 12};
	h = history_update(&a, &h, &m, date_add(TODAY, 5));
	assert_int_equal(h.tracks.v[1].points.n, 2);
	assert_point(&h.tracks.v[1].points.v[1], (struct date){2025, 2, 12},
		"6", "0.60");
	/* Nothing to say at all. */
	kr->current = NULL;
	kr->grade = NULL;
	h = history_update(&a, NULL, &m, TODAY);
	assert_int_equal(h.tracks.v[1].points.n, 0);
	arena_release(&a);
}

static void changed_terms_are_listed_once_and_regrade_the_past(void **state)
{
	struct arena a = ARENA_INIT;
	struct model m;
	struct history h;

	(void)state;
	make(&a, &m, "40");
	h = history_update(&a, NULL, &m, TODAY);
	m.objectives.v[0].key_results.v[0].target =
		quantity_read(&a, STR("200"));
	h = history_update(&a, &h, &m, TODAY);
	assert_int_equal(h.drifts.n, 1);
	assert_string_equal(term_name(h.drifts.v[0].term), "target");
	assert_string_equal(h.drifts.v[0].from, "100");
	assert_string_equal(h.drifts.v[0].to, "200");
	assert_point(&h.tracks.v[0].points.v[0], (struct date){2025, 1, 20},
		"10", "0.05");
	h = parse(&a, print(&a, &h));
	h = history_update(&a, &h, &m, date_add(TODAY, 3));
	assert_int_equal(h.drifts.n, 1);
	/* A draft may change as it likes. */
	m.objectives.v[0].state = STATE_DRAFT;
	m.objectives.v[0].owner = "CRO";
	h = history_update(&a, &h, &m, TODAY);
	assert_int_equal(h.drifts.n, 1);
	arena_release(&a);
}

static void key_results_are_known_by_their_words_or_number(void **state)
{
	struct arena a = ARENA_INIT;
	struct model m;
	struct history h;
	struct key_results *krs;
	struct key_result kr;

	(void)state;
	make(&a, &m, "40");
	h = history_update(&a, NULL, &m, TODAY);
	/* They change places. */
	krs = &m.objectives.v[0].key_results;
	kr = krs->v[0];
	krs->v[0] = krs->v[1];
	krs->v[1] = kr;
	krs->v[0].id = krs->v[1].id;
	krs->v[1].id = h.tracks.v[1].id;
	krs->v[1].readings.n = 0;
	h = history_update(&a, &h, &m, TODAY);
	assert_int_equal(h.drifts.n, 0);
	assert_int_equal(h.tracks.v[0].points.n, 1);
	assert_int_equal(h.tracks.v[1].points.n, 2);
	/* One is reworded, and its number tells which. */
	krs->v[1].text = "Yearly revenue";
	h = history_update(&a, &h, &m, TODAY);
	assert_int_equal(h.tracks.v[1].points.n, 2);
	assert_int_equal(h.drifts.n, 1);
	assert_int_equal(h.drifts.v[0].term, TERM_WORDING);
	/* And is gone, with all that was said of it. */
	krs->n = 1;
	h = history_update(&a, &h, &m, TODAY);
	assert_int_equal(h.tracks.n, 1);
	assert_int_equal(h.drifts.n, 0);
	arena_release(&a);
}

static void a_history_has_an_end(void **state)
{
	struct arena a = ARENA_INIT;
	struct model m;
	struct history h = {0};

	(void)state;
	make(&a, &m, "40");
	for (int i = 0; i < HISTORY_POINTS + 20; i++) {
		struct key_result *kr = &m.objectives.v[0].key_results.v[1];

		kr->current_date = date_add((struct date){2024, 1, 1}, i);
		h = history_update(&a, &h, &m, TODAY);
	}
	assert_int_equal(h.tracks.v[1].points.n, HISTORY_POINTS);
	assert_point(&h.tracks.v[1].points.v[0],
		date_add((struct date){2024, 1, 1}, 20), "5", "0.50");
	arena_release(&a);
}

static void only_the_newest_changes_are_kept(void **state)
{
	struct arena a = ARENA_INIT;
	struct history h = {0};
	struct model m;

	(void)state;
	make(&a, &m, "40");
	for (int i = 0; i <= HISTORY_CHANGES + 5; i++) {
		m.objectives.v[0].key_results.v[1].owner =
			i % 2 ? "CFO" : "CRO";
		h = history_update(
			&a, &h, &m, date_add((struct date){2024, 1, 1}, i));
	}
	assert_int_equal(h.drifts.n, HISTORY_CHANGES);
	assert_int_equal(date_cmp(h.drifts.v[0].date,
				 date_add((struct date){2024, 1, 1}, 6)),
		0);
	arena_release(&a);
}

static void wrong_types_in_a_file_are_left_out(void **state)
{
	static const char *const FILES[] = {
		"{}",
		"{\"key_results\": 3, \"changes\": {}}",
		"{\"key_results\": [3, {\"id\": 7}, {}, {\"readings\": {}}]}",
		"{\"key_results\": [{\"id\": \"a\", \"readings\": [1, "
		"{\"date\": "
		"\"soon\"}, {\"date\": 3, \"value\": \"x\"}]}]}",
		"{\"changes\": [1, {\"date\": \"2025-01-01\", \"what\": "
		"\"colour\""
		"}, {\"what\": \"target\"}, {\"date\": \"2025-01-01\", "
		"\"what\": "
		"4}]}",
		"[]",
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(FILES); i++) {
		struct arena a = ARENA_INIT;
		struct history h = parse(&a, FILES[i]);

		assert_int_equal(h.drifts.n, 0);
		for (size_t k = 0; k < h.tracks.n; k++)
			assert_int_equal(h.tracks.v[k].points.n, 0);
		arena_release(&a);
	}
}

static void days_out_of_order_and_wild_grades_are_mended(void **state)
{
	struct arena a = ARENA_INIT;
	struct history h = parse(&a,
		"{\"key_results\": [{\"id\": \"a\", \"readings\": ["
		"{\"date\": \"2025-01-02\", \"value\": \"x\", \"grade\": 7},"
		"{\"date\": \"2025-01-01\", \"value\": \"y\", \"grade\": 0.5},"
		"{\"date\": \"2025-01-02\", \"value\": \"z\"},"
		"{\"date\": \"2025-01-03\", \"value\": \"w\", \"grade\": -1}"
		"]}]}");

	(void)state;
	assert_int_equal(h.tracks.v[0].points.n, 2);
	assert_point(&h.tracks.v[0].points.v[0], (struct date){2025, 1, 2}, "x",
		"1.00");
	assert_point(&h.tracks.v[0].points.v[1], (struct date){2025, 1, 3}, "w",
		"0.00");
	arena_release(&a);
}

static void what_is_no_json_is_an_error_with_its_place(void **state)
{
	static const char *const FILES[] = {
		"", "{", "{\"key_results\": [}", "{} {}", "<<<<<<< HEAD\n"};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(FILES); i++) {
		struct arena a = ARENA_INIT;
		struct history h;
		struct err err = {0};

		assert_int_equal(history_parse(&a, str_of(FILES[i]),
					 "data/x-history.json", &h, &err),
			-1);
		assert_int_equal(err.kind, ERR_DATA);
		assert_true(str_starts(
			str_of(err.text), "data/x-history.json: line 1"));
		arena_release(&a);
	}
}

static void trends_go_through_all_readings(void **state)
{
	struct arena a = ARENA_INIT;
	struct model m;
	struct history h;
	struct trends t;

	(void)state;
	make(&a, &m, "40");
	h = history_update(&a, NULL, &m, TODAY);
	t = trends_make(&a, &m, &h);
	/* While only one of two key results has a reading, it is the mean. */
	assert_int_equal(t.objectives[0].n, 2);
	assert_int_equal(t.objectives[0].v[0].level, 1000);
	assert_int_equal(t.objectives[0].v[1].level, 4500);
	assert_int_equal(t.period.n, 2);
	assert_int_equal(t.period.v[0].level, 1000);
	assert_int_equal(t.period.v[1].level, 4500);
	assert_int_equal(trend_at(&t.period, (struct date){2025, 1, 19}), -1);
	assert_int_equal(trend_at(&t.period, (struct date){2025, 1, 31}), 1000);
	assert_int_equal(trend_at(&t.period, (struct date){2025, 12, 1}), 4500);
	/* What does not count has no part in the period's. */
	m.objectives.v[0].counts = false;
	t = trends_make(&a, &m, &h);
	assert_int_equal(t.objectives[0].n, 2);
	assert_int_equal(t.period.n, 0);
	arena_release(&a);
}

static void weights_count_in_trends_and_zero_weighs_nothing(void **state)
{
	static const struct decimal THREE = {3, 0}, ZERO = {0, 0},
				    HUGE_ONE = {123456789, 0};
	struct arena a = ARENA_INIT;
	struct model m;
	struct history h;
	struct trends t;
	struct key_results *krs;

	(void)state;
	make(&a, &m, "40");
	h = history_update(&a, NULL, &m, TODAY);
	krs = &m.objectives.v[0].key_results;
	krs->v[0].weight = &THREE;
	m.objectives.v[0].own_grade = NULL;
	t = trends_make(&a, &m, &h);
	assert_int_equal(t.objectives[0].v[1].level, 4250);
	krs->v[0].weight = &ZERO;
	t = trends_make(&a, &m, &h);
	assert_int_equal(t.objectives[0].n, 1);
	assert_int_equal(t.objectives[0].v[0].level, 5000);
	krs->v[0].weight = &HUGE_ONE;
	t = trends_make(&a, &m, &h);
	assert_in_range(t.objectives[0].v[1].level, 4000, 4010);
	arena_release(&a);
}

static const char *draw(struct arena *a, struct chart c)
{
	const char *text;
	struct buf b;

	buf_init(&b, 1 << 20);
	chart_svg(&b, &c);
	assert_false(b.over);
	text = arena_text(a, buf_str(&b));
	buf_release(&b);
	return text;
}

static void a_chart_is_svg_with_words_and_no_script(void **state)
{
	struct arena a = ARENA_INIT;
	struct period p = first_quarter();
	struct trend t = {0};
	struct chart c = {"<b>\"it's\" & more</b><script>x</script>",
		"from </desc> to", &p, &t, 7000, PLAN_LINEAR, 3};
	const char *svg;

	(void)state;
	*vec_add(&a, &t) = (struct sample){{2025, 1, 1}, 0};
	*vec_add(&a, &t) = (struct sample){{2025, 2, 15}, 5000};
	svg = draw(&a, c);
	assert_true(str_starts(str_of(svg), "<svg xmlns="));
	assert_non_null(strstr(svg, "<title id=\"t\">&lt;b&gt;"));
	assert_null(strstr(svg, "<script"));
	assert_null(strstr(svg, "<b>"));
	assert_non_null(strstr(svg, "from &lt;/desc&gt; to</desc>"));
	assert_non_null(strstr(svg, "prefers-color-scheme:dark"));
	assert_non_null(strstr(svg, ">0.50</text>"));
	assert_non_null(strstr(svg, ">Jan</text>"));
	assert_non_null(strstr(svg, ">Mar</text>"));
	assert_null(strstr(svg, ">Apr</text>"));
	/* Half of 464 of the width, half of 146 of the height. */
	assert_non_null(strstr(svg, "cx=\"274.6\" cy=\"97\""));
	arena_release(&a);
}

static void readings_outside_the_period_stay_inside_the_picture(void **state)
{
	struct arena a = ARENA_INIT;
	struct period p = first_quarter();
	struct trend t = {0};
	struct chart c = {"t", "d", &p, &t, TREND_UNIT, PLAN_STEPPED, 3};
	const char *svg;

	(void)state;
	*vec_add(&a, &t) = (struct sample){{2024, 12, 1}, 0};
	*vec_add(&a, &t) = (struct sample){{2025, 5, 1}, TREND_UNIT};
	svg = draw(&a, c);
	assert_non_null(strstr(svg, "cx=\"40\""));
	assert_non_null(strstr(svg, "cx=\"504\""));
	/* No room on the right of the last one. */
	assert_non_null(strstr(svg, "class=\"now\" text-anchor=\"end\""));
	c.plan = PLAN_BACK_LOADED;
	assert_string_not_equal(svg, draw(&a, c));
	/* A long one names some of its months. */
	p.end = (struct date){2034, 12, 31};
	assert_true(strlen(draw(&a, c)) < 8000);
	t.n = 0;
	assert_null(strstr(draw(&a, c), "circle"));
	arena_release(&a);
}

/* The history of a model as a file that was published. */
static struct page_olds publish(struct arena *a, const struct model *m)
{
	struct history h = history_update(a, NULL, m, TODAY);
	struct page_olds olds = {0};

	*vec_add(a, &olds) = (struct page_old){
		"data/2025-q1-history.json", str_of(print(a, &h))};
	return olds;
}

static int count_drifts(const struct model *m)
{
	int n = 0;

	for (size_t i = 0; i < m->findings.n; i++)
		n += strcmp(m->findings.v[i].rule, "drift") == 0;
	return n;
}

static void what_was_agreed_and_is_otherwise_is_a_finding(void **state)
{
	static const struct decimal TWO = {2, 0};
	struct arena a = ARENA_INIT;
	struct err err = ERR_INIT;
	struct model m;
	struct page_olds olds;
	struct key_result *kr;

	(void)state;
	make(&a, &m, "40");
	m.objectives.v[0].updated = (struct date){2025, 2, 20};
	olds = publish(&a, &m);
	assert_int_equal(pages_find_drift(&a, &m, &olds, TODAY, &err), 0);
	assert_int_equal(count_drifts(&m), 0);
	kr = &m.objectives.v[0].key_results.v[0];
	kr->target = quantity_read(&a, STR("200"));
	kr->line = 7;
	assert_int_equal(pages_find_drift(&a, &m, &olds, TODAY, &err), 0);
	assert_int_equal(count_drifts(&m), 1);
	assert_int_equal(m.findings.v[0].line, 7);
	assert_int_equal(m.findings.v[0].severity, SEVERITY_WARNING);
	assert_string_equal(m.findings.v[0].message,
		"key result 'Revenue': its target was changed from '100' to "
		"'200' on 2025-02-20, after the work had begun: put it back, "
		"or say in a note why");
	/* All four, and a new wording, which is nobody's business. */
	m.findings.n = 0;
	kr->baseline = quantity_read(&a, STR("20"));
	kr->weight = &TWO;
	kr->text = "Revenue of the year";
	kr->owner = "CFO";
	assert_int_equal(pages_find_drift(&a, &m, &olds, TODAY, &err), 0);
	assert_int_equal(count_drifts(&m), 4);
	/* What does not count is left alone. */
	m.findings.n = 0;
	m.objectives.v[0].counts = false;
	assert_int_equal(pages_find_drift(&a, &m, &olds, TODAY, &err), 0);
	assert_int_equal(count_drifts(&m), 0);
	arena_release(&a);
}

static void a_draft_becomes_an_agreement_without_drift(void **state)
{
	struct arena a = ARENA_INIT;
	struct err err = ERR_INIT;
	struct model m;
	struct page_olds olds;

	(void)state;
	make(&a, &m, "40");
	m.objectives.v[0].state = STATE_REVIEW;
	olds = publish(&a, &m);
	m.objectives.v[0].state = STATE_ACTIVE;
	m.objectives.v[0].key_results.v[0].target =
		quantity_read(&a, STR("200"));
	assert_int_equal(pages_find_drift(&a, &m, &olds, TODAY, &err), 0);
	assert_int_equal(count_drifts(&m), 0);
	olds = publish(&a, &m);
	m.objectives.v[0].key_results.v[0].target =
		quantity_read(&a, STR("300"));
	assert_int_equal(pages_find_drift(&a, &m, &olds, TODAY, &err), 0);
	assert_int_equal(count_drifts(&m), 1);
	arena_release(&a);
}

/* Changed twice: the first and the last count; and back again: nothing. */
static void what_was_put_back_has_not_drifted(void **state)
{
	static const char *const TARGETS[] = {"200", "300", "100"};
	static const char *const SAID[] = {
		"from '100' to '200'", "from '100' to '300'", NULL};
	struct arena a = ARENA_INIT;
	struct model m;
	struct history h;

	(void)state;
	make(&a, &m, "40");
	h = history_update(&a, NULL, &m, TODAY);
	for (size_t i = 0; i < 3; i++) {
		m.objectives.v[0].updated = date_add(TODAY, (long)i);
		m.objectives.v[0].key_results.v[0].target =
			quantity_read(&a, str_of(TARGETS[i]));
		h = history_update(&a, &h, &m, TODAY);
		m.findings.n = 0;
		history_find_drift(&a, &h, &m);
		assert_int_equal(m.findings.n, SAID[i] ? 1 : 0);
		if (SAID[i])
			assert_non_null(
				strstr(m.findings.v[0].message, SAID[i]));
	}
	arena_release(&a);
}

static void without_a_history_there_is_no_drift(void **state)
{
	struct arena a = ARENA_INIT;
	struct err err = ERR_INIT;
	struct page_olds none = {0}, broken = {0};
	struct model m;

	(void)state;
	make(&a, &m, "40");
	assert_int_equal(pages_find_drift(&a, &m, &none, TODAY, &err), 0);
	assert_int_equal(count_drifts(&m), 0);
	*vec_add(&a, &broken) =
		(struct page_old){"data/2025-q1-history.json", STR("{\"")};
	assert_int_equal(pages_find_drift(&a, &m, &broken, TODAY, &err), -1);
	assert_int_equal(err.kind, ERR_DATA);
	arena_release(&a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(readings_are_kept_by_day_with_their_grades),
		cmocka_unit_test(results_told_in_words_are_points_of_the_trend),
		cmocka_unit_test(the_same_model_again_gives_the_same_bytes),
		cmocka_unit_test(
			an_older_number_is_kept_when_the_issue_has_a_new_one),
		cmocka_unit_test(
			what_has_no_date_counts_from_the_day_it_was_seen),
		cmocka_unit_test(
			changed_terms_are_listed_once_and_regrade_the_past),
		cmocka_unit_test(
			key_results_are_known_by_their_words_or_number),
		cmocka_unit_test(key_results_of_the_same_words_stay_apart),
		cmocka_unit_test(what_was_agreed_and_is_otherwise_is_a_finding),
		cmocka_unit_test(a_draft_becomes_an_agreement_without_drift),
		cmocka_unit_test(what_was_put_back_has_not_drifted),
		cmocka_unit_test(without_a_history_there_is_no_drift),
		cmocka_unit_test(key_results_of_the_same_words_stay_apart),
		cmocka_unit_test(a_history_has_an_end),
		cmocka_unit_test(only_the_newest_changes_are_kept),
		cmocka_unit_test(wrong_types_in_a_file_are_left_out),
		cmocka_unit_test(days_out_of_order_and_wild_grades_are_mended),
		cmocka_unit_test(what_is_no_json_is_an_error_with_its_place),
		cmocka_unit_test(trends_go_through_all_readings),
		cmocka_unit_test(
			weights_count_in_trends_and_zero_weighs_nothing),
		cmocka_unit_test(a_chart_is_svg_with_words_and_no_script),
		cmocka_unit_test(
			readings_outside_the_period_stay_inside_the_picture),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
