/*
 * OKRs for the tests of pages, put together by hand, and our templates.
 */
#ifndef PAGE_UNIT_H
#define PAGE_UNIT_H

#include "unit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "grade.h"
#include "pages.h"
#include "quantity.h"

static const char *const TEMPLATES[] = {"front", "summary", "scale", "control",
	"root", "looks", "glance", "objective", "key-results", "remarks",
	"remark", "computed", "footer", "cascade", "period-table",
	"period-cascade", "index", "section", "team", "owner", "held",
	"footer-short", "since", "changes", "moves", "dependencies",
	"alignment"};

/* Our templates, as they are installed. */
static inline void read_templates(
	struct arena *a, struct template_sources *sources)
{
	for (size_t i = 0; i < COUNT_OF(TEMPLATES); i++) {
		const char *file = arena_printf(
			a, "templates/pages/%s.mustache", TEMPLATES[i]);
		char *text = calloc(1, 1 << 16);
		FILE *f = fopen(file, "r");

		assert_non_null(f);
		assert_true(fread(text, 1, (1 << 16) - 1, f) > 0);
		fclose(f);
		*vec_add(a, sources) = (struct template_source){TEMPLATES[i],
			file, str_of(arena_printf(a, "%s", text))};
		free(text);
	}
}

static inline struct objective *add_objective(struct arena *a, struct model *m,
	enum level level, const char *team, const char *owner,
	const char *title)
{
	struct objective *o = model_add_objective(a, m);

	o->level = level;
	o->team = team;
	o->owner = owner;
	o->title = title;
	o->state = STATE_ACTIVE;
	o->source.url =
		arena_printf(a, "https://gitlab.example/acme/okrs/-/issues/%zu",
			m->objectives.n);
	return o;
}

static inline struct key_result *add_key_result(struct arena *a,
	struct objective *o, const char *text, const char *from, const char *to,
	const char *now, const char *stated)
{
	struct key_result *kr = objective_add_key_result(a, o);
	struct decimal d;

	kr->text = text;
	kr->baseline = quantity_read(a, str_of(from));
	kr->target = quantity_read(a, str_of(to));
	kr->current = quantity_read(a, str_of(now));
	kr->current_date = (struct date){2025, 2, 1};
	if (decimal_parse(str_of(stated), &d)) {
		struct decimal *copy = ARENA_NEW(a, struct decimal);

		*copy = d;
		kr->stated_grade = copy;
	}
	return kr;
}

static inline struct period first_quarter(void)
{
	return (struct period){"Q1 2025", {2025, 1, 1}, {2025, 3, 31}};
}

/* The figures of a quarter; the words are ours. */
static inline void make_quarter(struct arena *a, struct model *m)
{
	static const struct decimal SURE = {75, 2};
	struct objective *o;
	struct key_result *kr;

	model_init(m);
	m->period = first_quarter();
	o = add_objective(a, m, LEVEL_COMPANY, "", "CEO",
		"Win enterprise customers faster");
	o->dri = "CRO";
	o->priority = "P0";
	o->type = TYPE_COMMITTED;
	o->confidence = &SURE;
	kr = add_key_result(a, o, "Raise enterprise ARR from $12M to $18M",
		"$12M", "$18M", "$14.5M", "0.42");
	*vec_add(a, &kr->blockers) = "Legal review slows two large deals";
	*vec_add(a, &kr->readings) = (struct reading){.date = {2025, 2, 1},
		.value = kr->current,
		.author = "cro",
		.text = "up $2.5M this month"};
	(void)add_key_result(a, o, "Close 15 large enterprise deals",
		"8 deals/qtr", "15 deals", "6 deals", "0.40");
	(void)add_key_result(a, o, "Shorten the enterprise sales cycle",
		"120 days", "90 days", "105 days", "0.50");
	(void)add_key_result(a, o, "Keep enterprise customers: retention",
		"85%", "90%", "88%", "0.60");
	*vec_add(a, &o->risks) = "longer buying cycles";
	*vec_add(a, &o->dependencies) = "single sign-on and roles from Product";
	o = add_objective(
		a, m, LEVEL_COMPANY, "", "CEO", "Fit the mid-market better");
	o->type = TYPE_ASPIRATIONAL;
	o->priority = "P1";
	(void)add_key_result(
		a, o, "Raise net promoter score", "+35", "+50", "+42", "0.47");
	(void)add_key_result(
		a, o, "Cut monthly churn", "5%", "3%", "4.2%", "0.40");
	(void)add_key_result(
		a, o, "Get five new features used", "15%", "40%", "28%", "");
	(void)add_key_result(
		a, o, "Grow weekly active users", "25K", "35K", "29K", "0.40");
	o = add_objective(a, m, LEVEL_DEPARTMENT, "Product", "VP Product",
		"Ship what enterprises need");
	o->parent = 0;
	o->ladders_up_to = "Company Objective 1";
	(void)add_key_result(a, o, "Single sign-on used by beta customers",
		"0%", "90%", "65%", "0.72");
	(void)add_key_result(a, o, "Roles and permissions shipped", "N/A",
		"Shipped", "In QA", "0.60");
	(void)add_key_result(
		a, o, "Uptime of 99.9%", "99.7%", "99.9%", "99.85%", "0.75");
	(void)add_key_result(a, o, "SOC 2 Type II certificate", "Type I",
		"Type II", "Audit in progress", "0.70");
	o = add_objective(a, m, LEVEL_DEPARTMENT, "Engineering",
		"VP Engineering", "Infrastructure that scales");
	o->parent = 2;
	(void)add_key_result(
		a, o, "Halve API latency", "800ms", "400ms", "550ms", "0.56");
	(void)add_key_result(
		a, o, "Carry 100K users at once", "50K", "100K", "75K", "0.50");
	(void)add_key_result(
		a, o, "Fewer errors", "2.5%", "<1%", "1.3%", "0.80");
	(void)add_key_result(a, o, "Run in several regions", "Single region",
		"3 regions", "2 regions live", "0.67");
	kr = add_key_result(a, o, "Publish a capacity plan", "", "", "", "");
	kr->result.kind = RESULT_DEFERRED;
	kr->result.text = "Deferred to Q2";
	kr->current_date = (struct date){0, 0, 0};
}

struct site {
	struct arena a;
	struct model m;
	struct template_sources sources;
	struct page_options options;
	struct grade_options grade;
	struct pages pages;
	struct err err;
};

static inline void site_init(struct site *s)
{
	memset(s, 0, sizeof(*s));
	model_init(&s->m);
	grade_options_init(&s->grade);
	s->grade.today = (struct date){2025, 2, 3};
	s->options = (struct page_options){.layout = "table",
		.title = "",
		.source_url = "https://gitlab.example/acme/okrs/-/boards/7",
		.source_name = "the OKR board",
		.today = s->grade.today,
		.grade = &s->grade,
		.fiscal_start = 2};
	read_templates(&s->a, &s->sources);
}

/* Grades the model and makes the pages; -1 with err. */
static inline int site_make(struct site *s)
{
	struct template_set *set =
		template_compile(&s->a, &s->sources, &s->err);

	if (!set)
		return -1;
	model_link(&s->a, &s->m);
	grade_model(&s->a, &s->m, &s->grade);
	s->pages = (struct pages){0};
	return pages_make(&s->a, &s->m, set, &s->options, &s->pages, &s->err);
}

static inline const struct page *site_page(
	const struct site *s, const char *path)
{
	for (size_t i = 0; i < s->pages.n; i++)
		if (strcmp(s->pages.v[i].path, path) == 0)
			return &s->pages.v[i];
	fail_msg("no page '%s'", path);
	return NULL;
}

static inline void site_release(struct site *s)
{
	arena_release(&s->a);
}

#endif
