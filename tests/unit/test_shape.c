/*
 * The table of what templates find, held against the maps of real pages, and
 * printed: `make manual` writes the tables of docs/templates.md anew.
 */
#include "manual.h"

#include <glob.h>

#include "page/groups_p.h"
#include "page_unit.h"
#include "shape.h"

enum { VALUES_MAX = 64, DEPTH_MAX = 32 };

static const char PATH[] = "docs/templates.md";

/* --- the tables as markdown --- */

static const char *type_name(const struct shape_value *v)
{
	static const char *const NAMES[] = {
		[VALUE_NULL] = "",
		[VALUE_BOOL] = "flag",
		[VALUE_TEXT] = "text",
		[VALUE_MARKUP] = "markup",
		[VALUE_LIST] = "list",
		[VALUE_MAP] = "map",
	};

	return v->may_lack ? "map or nothing" : NAMES[v->type];
}

/* A small map: its names, and what they are where that is not plain. */
static void add_small(struct buf *b, enum shape s)
{
	const struct shape_table *t = shape_table(s);
	const char *before = ": ";

	for (const struct shape_value *v = t->values; v->name; v++) {
		buf_addf(b, "%s`%s`", before, v->name);
		if (v->type == VALUE_MARKUP)
			buf_adds(b, " (markup)");
		if (v->words && v->words[0])
			buf_addf(b, " %s", v->words);
		before = v->words ? ", " : " ";
		if (v->type == VALUE_LIST && !shape_table(v->of)->title) {
			buf_adds(b, ", of each");
			add_small(b, v->of);
		}
	}
}

static bool is_small(const struct shape_value *v)
{
	return v->of != SHAPE_TEXTS && !shape_table(v->of)->title;
}

/* One row, of all values up to the one with words; that one. */
static const struct shape_value *add_row(
	struct buf *b, const struct shape_value *v)
{
	const char *type = type_name(v);

	buf_adds(b, "|");
	for (;; v++) {
		buf_addf(b, " `%s`", v->name);
		if (v->has)
			buf_addf(b, " `has_%s`", v->name);
		assert_string_equal(type, type_name(v));
		if (v->words)
			break;
	}
	buf_addf(b, " | %s | %s", type, v->words);
	if (is_small(v))
		add_small(b, v->of);
	buf_adds(b, " |\n");
	return v;
}

/* The names of a template's own blocks, not of those it replaces in a part. */
static void add_blocks(struct buf *b, const char *text)
{
	struct str part = STR("");

	for (const char *end; (text = strstr(text, "{{")); text = end) {
		struct str tag;

		end = strstr(text, "}}");
		assert_non_null(end);
		tag = (struct str){text + 2, (size_t)(end - text) - 2};
		if (str_skip_char(&tag, '<'))
			part = tag;
		else if (str_skip_char(&tag, '/'))
			part = str_eq(tag, part) ? STR("") : part;
		else if (!part.n && str_skip_char(&tag, '$'))
			buf_addf(b, " `%.*s`", STR_ARG(tag));
	}
}

/* "{{! what it is }}" is the first line of a template that is more than a part
 * of others. */
static bool take_comment(const char *text, struct str *words)
{
	struct str rest = str_of(text);

	if (!str_skip(&rest, "{{! ") || !str_take_line(&rest, words))
		return false;
	assert_true(str_ends(*words, " }}"));
	*words = str_sub(*words, 0, words->n - 3);
	return true;
}

/* A row for each of our templates that says what it is, one for the rest. */
static void add_templates(struct buf *b)
{
	struct arena a = ARENA_INIT;
	struct str words;
	struct buf others;
	glob_t files;

	buf_init(&others, MANUAL_BYTES);
	assert_int_equal(
		glob("templates/pages/*.mustache", 0, NULL, &files), 0);
	buf_adds(b, "\n| Template | What it is | Blocks |\n"
		    "| ---------- | ------------ | -------- |\n");
	for (size_t i = 0; i < files.gl_pathc; i++) {
		struct str name = str_of(files.gl_pathv[i]);
		const char *text = read_manual(&a, files.gl_pathv[i]);

		assert_true(str_skip(&name, "templates/pages/"));
		name = str_sub(name, 0, str_find_char(name, '.'));
		if (!take_comment(text, &words)) {
			buf_addf(&others, " `%.*s`", STR_ARG(name));
			assert_null(strstr(text, "{{$"));
			continue;
		}
		buf_addf(b, "| `%.*s` | %.*s |", STR_ARG(name), STR_ARG(words));
		add_blocks(b, text);
		buf_adds(b, " |\n");
	}
	buf_addf(
		b, "|%.*s | parts of these | |\n\n", STR_ARG(buf_str(&others)));
	buf_release(&others);
	globfree(&files);
	arena_release(&a);
}

static void add_table(struct buf *b, const char *name)
{
	if (!strcmp(name, "templates")) {
		add_templates(b);
		return;
	}
	for (int s = SHAPE_TEXTS + 1; s < SHAPES; s++) {
		const struct shape_table *t = shape_table((enum shape)s);

		if (!t->title || strcmp(t->title, name) != 0)
			continue;
		buf_adds(b, "\n| Name | Type | What it is |\n"
			    "| ------ | ------ | ------------ |\n");
		for (const struct shape_value *v = t->values; v->name; v++)
			v = add_row(b, v);
		if (t->totals)
			buf_adds(b, "| *totals* | | all of the totals |\n");
		buf_adds(b, "\n");
		return;
	}
	fail_msg("%s has the table '%s', which is none", PATH, name);
}

static void the_tables_of_the_reference_are_the_programs(void **state)
{
	static const struct manual MARKDOWN = {
		"<!-- table: ", " -->\n", "<!-- end of table -->\n", add_table};
	struct arena a = ARENA_INIT;
	const char *text = read_manual(&a, PATH);

	(void)state;
	check_manual(PATH, &MARKDOWN);
	assert_non_null(strstr(text, "<!-- table: templates -->"));
	for (int s = SHAPE_TEXTS + 1; s < SHAPES; s++) {
		const char *title = shape_table((enum shape)s)->title;

		if (title &&
			!strstr(text,
				arena_printf(&a, "<!-- table: %s -->", title)))
			fail_msg("%s lacks the table '%s'", PATH, title);
	}
	arena_release(&a);
}

/* --- the maps of pages --- */

struct walk {
	bool met[SHAPES][VALUES_MAX];  /* the value was in a map */
	bool full[SHAPES][VALUES_MAX]; /* and was something */
};

static const char *title(enum shape s)
{
	const char *name = shape_table(s)->title;

	return name ? name : shape_table(s)->values->name;
}

static void walk_map(
	struct walk *w, const struct value *map, enum shape s, int depth);

static void walk_value(struct walk *w, const struct value *x,
	const struct shape_value *v, int depth)
{
	if (v->type == VALUE_MAP)
		walk_map(w, x, v->of, depth);
	for (size_t i = 0; i < x->list.n; i++)
		if (v->of != SHAPE_TEXTS)
			walk_map(w, x->list.v[i], v->of, depth);
		else
			assert_int_equal(x->list.v[i]->type, VALUE_TEXT);
}

/* Walks the values of one table; how many members that accounts for. */
static size_t walk_table(
	struct walk *w, const struct value *map, enum shape s, int depth)
{
	const struct shape_value *values = shape_table(s)->values;
	size_t n = 0;

	for (size_t i = 0; values[i].name; i++, n++) {
		const struct shape_value *v = &values[i];
		const struct value *x = value_get(map, str_of(v->name));

		assert_true(i < VALUES_MAX);
		if (!x)
			fail_msg("a map '%s' lacks '%s'", title(s), v->name);
		w->met[s][i] = true;
		w->full[s][i] |= value_is_true(x);
		if (x->type == VALUE_NULL && v->may_lack)
			continue;
		if (x->type != v->type)
			fail_msg("'%s' of '%s' has another type", v->name,
				title(s));
		if (v->has) {
			struct arena a = ARENA_INIT;
			const struct value *has = value_get(map,
				str_of(arena_printf(&a, "has_%s", v->name)));

			if (!has || has->type != VALUE_BOOL)
				fail_msg("'has_%s' of '%s' is missing", v->name,
					title(s));
			assert_int_equal(has->flag, x->list.n > 0);
			arena_release(&a);
			n++;
		}
		walk_value(w, x, v, depth + 1);
	}
	return n;
}

static bool is_in(const struct shape_value *v, const char *name)
{
	for (; v->name; v++)
		if (strcmp(v->name, name) == 0 ||
			(v->has && strncmp(name, "has_", 4) == 0 &&
				strcmp(v->name, name + 4) == 0))
			return true;
	return false;
}

static void walk_map(
	struct walk *w, const struct value *map, enum shape s, int depth)
{
	const struct shape_table *t = shape_table(s);
	size_t n;

	assert_true(depth < DEPTH_MAX);
	assert_int_equal(map->type, VALUE_MAP);
	for (size_t i = 0; i < map->map.n; i++) {
		const char *name = map->map.v[i].name;

		if (!is_in(t->values, name) &&
			!(t->totals &&
				is_in(shape_table(SHAPE_TOTALS)->values, name)))
			fail_msg("a map '%s' has '%s', which no table tells",
				title(s), name);
	}
	n = walk_table(w, map, s, depth);
	if (t->totals)
		n += walk_table(w, map, SHAPE_TOTALS, depth);
	assert_int_equal(n, map->map.n);
}

static void walk_groups(struct walk *w, struct site *s,
	const struct group_set *set, bool team, const struct stages *stages)
{
	for (size_t i = 0; i < set->n; i++)
		walk_map(w,
			view_group(
				&s->a, &set->v[i], team, stages, &s->options),
			SHAPE_GROUP_PAGE, 0);
}

/* What all pages of a site are made from. */
static void walk_site(struct walk *w, struct site *s)
{
	struct stages stages = {0};
	struct groups groups;

	if (site_make(s) || stages_make(&s->a, &s->m, &s->options, &stages,
				    &groups, &s->err))
		fail_msg("%s", s->err.text);
	for (size_t i = 0; i < stages.n; i++)
		walk_map(w, view_period(&stages.v[i]), SHAPE_PERIOD_PAGE, 0);
	walk_groups(w, s, &groups.teams, true, &stages);
	walk_groups(w, s, &groups.owners, false, &stages);
	walk_map(w, view_index(&s->a, &stages, &groups, &s->options),
		SHAPE_INDEX, 0);
}

/* Everything an objective and a key result can have. */
static void enrich(struct site *s)
{
	static const struct link LINK = {"plan", "https://acme.example/plan"};
	static const struct decimal HALF = {5, 1};
	struct arena *a = &s->a;
	struct objective *o = s->m.objectives.v;
	struct key_result *kr = o->key_results.v;

	*vec_add(a, &o->links) = LINK;
	*vec_add(a, &kr->links) = LINK;
	*vec_add(a, &o->labels) = "okr::active";
	*vec_add(a, &o->mitigations) = "call them weekly";
	o->region = "EMEA";
	o->health = HEALTH_AT_RISK;
	o->result.text = "half way";
	o->last_check_in = (struct date){2025, 2, 1};
	kr->owner = "Sales lead";
	kr->stated_grade = &HALF;
	kr->stated_status = "On track";
	kr->due = (struct date){2025, 3, 1};
	o[1].title = "Fit: the mid-market";
	o[1].owner = "";
	o[2].outcome = OUTCOME_ACHIEVED;
	o[2].parent_kr = 0;
	o[3].dri = "CRO";
	*vec_add(a, &o->moves) = (struct move){{2025, 1, 9}, "user1", "state",
		"draft", "active", "okr::active"};
	for (int i = 0; i < 14; i++) {
		o = add_objective(a, &s->m, LEVEL_GROUP, "Platform",
			arena_printf(a, "Lead %d", i), "Be quick");
		o->parent = 3;
		(void)add_key_result(a, o, "slow", "0", "10", "0", "");
	}
	o->outcome = OUTCOME_CANCELLED;
	o = add_objective(a, &s->m, LEVEL_COMPANY, "", "CEO", "Earlier");
	o->period = (struct period){"Q4 2024", {2024, 10, 1}, {2024, 12, 31}};
	(void)add_key_result(a, o, "all of it", "0", "10", "10", "");
}

/* Ten days later: one has moved, one has another target, one is new. */
static void go_on(struct site *s, struct page_olds *olds)
{
	struct texts paths = {0};
	struct key_result *kr = s->m.objectives.v[0].key_results.v;

	pages_old_paths(&s->a, &s->m, &paths);
	for (size_t i = 0; i < paths.n; i++)
		*vec_add(&s->a, olds) = (struct page_old){
			paths.v[i], site_page(s, paths.v[i])->text};
	kr[0].current = quantity_read(&s->a, STR("$16M"));
	kr[0].current_date = (struct date){2025, 2, 11};
	kr[2].target = quantity_read(&s->a, STR("80 days"));
	(void)add_key_result(
		&s->a, &s->m.objectives.v[1], "a new one", "0", "10", "5", "");
	s->m.objectives.v[1].key_results.v[4].current_date =
		(struct date){2025, 2, 11};
	s->m.as_of = (struct date){0, 0, 0};
	s->options.old = olds;
	s->options.today = (struct date){2025, 2, 12};
}

/* Only these are always empty: a page is no way from itself. */
static bool may_be_empty(enum shape s, const char *name)
{
	return (s == SHAPE_PERIOD_PAGE && strcmp(name, "page") == 0) ||
	       (s == SHAPE_INDEX && strcmp(name, "root") == 0);
}

static void assert_all_met(const struct walk *w)
{
	for (int s = SHAPE_TEXTS + 1; s < SHAPES; s++) {
		const struct shape_value *v =
			shape_table((enum shape)s)->values;

		for (size_t i = 0; v[i].name; i++) {
			if (!w->met[s][i])
				fail_msg("no map had '%s' of '%s'", v[i].name,
					title((enum shape)s));
			if (w->full[s][i] ==
				may_be_empty((enum shape)s, v[i].name))
				fail_msg("'%s' of '%s' was always empty",
					v[i].name, title((enum shape)s));
		}
	}
}

static void pages_are_made_from_what_the_tables_tell(void **state)
{
	static const char *const LAYOUTS[] = {"table", "cascade"};
	struct page_olds olds = {0};
	struct walk w = {0};
	struct site s;

	(void)state;
	site_init(&s);
	s.options.mermaid = true;
	s.m.period = first_quarter();
	walk_site(&w, &s); /* of nothing */
	make_quarter(&s.a, &s.m);
	enrich(&s);
	walk_site(&w, &s);
	go_on(&s, &olds);
	for (size_t i = 0; i < COUNT_OF(LAYOUTS); i++) {
		s.options.layout = LAYOUTS[i];
		walk_site(&w, &s);
	}
	assert_all_met(&w);
	site_release(&s);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_tables_of_the_reference_are_the_programs),
		cmocka_unit_test(pages_are_made_from_what_the_tables_tell),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
