/*
 * The reference parts of the manuals are the program's own tables, printed.
 * Such a part stands between two comments of its page,
 *
 *	.\" table: NAME
 *	.\" end of table
 *
 * and `make manual` writes it anew after a change to a table.
 */
#include "manual.h"

#include <ctype.h>
#include <glob.h>

#include "calendar.h"
#include "labels.h"
#include "model.h"

enum { WIDTH = 78 };

static const char BEGIN[] = ".\\\" table: ";
static const char END[] = ".\\\" end of table\n";

/* --- text as mdoc --- */

static void add_mdoc_word(struct buf *b, struct str word)
{
	for (size_t i = 0; i < word.n; i++)
		if (word.p[i] == '\\')
			buf_adds(b, "\\e");
		else if (word.p[i] == '-' && (i == 0 || word.p[i - 1] == '-'))
			buf_adds(b, "\\-");
		else
			buf_addc(b, word.p[i]);
}

static bool ends_sentence(struct str word)
{
	return word.n && (word.p[word.n - 1] == '.' ||
				 (word.n > 1 && word.p[word.n - 1] == ')' &&
					 word.p[word.n - 2] == '.'));
}

/* Sentences, each on lines of its own, with a capital and a full stop. */
static void add_mdoc(struct buf *b, const char *words)
{
	struct str rest = str_of(words), word;
	struct str last = str_of("");
	size_t start = b->n, at = 0;

	while (str_take_until(&rest, ' ', &word)) {
		if (at && (ends_sentence(last) || at + 1 + word.n > WIDTH)) {
			buf_addc(b, '\n');
			at = 0;
		}
		if (at)
			buf_addc(b, ' ');
		else if (word.n && strchr(".'", word.p[0]))
			buf_adds(b, "\\&");
		add_mdoc_word(b, word);
		at += 1 + word.n;
		last = word;
	}
	b->p[start] = (char)toupper((unsigned char)b->p[start]);
	buf_adds(b, ends_sentence(last) ? "\n" : ".\n");
}

/* --- flags and keys --- */

static void add_argument(struct buf *b, const struct setting *t)
{
	if (t->arg)
		buf_addf(b, " Ar %s", t->arg);
}

static bool has_no(const struct setting *t)
{
	return t->may_lack || (t->type == SETTING_SWITCH && !t->flag_only);
}

static void add_flag(struct buf *b, const struct setting *t)
{
	buf_adds(b, ".It ");
	if (t->letter)
		buf_addf(b, "Fl %c , ", t->letter);
	buf_addf(b, "Fl -%s", t->name);
	add_argument(b, t);
	if (has_no(t))
		buf_addf(b, " , Fl -no-%s", t->name);
	buf_addc(b, '\n');
	add_mdoc(b, t->help);
}

/* Of a command: those of one run, or those that are keys as well. */
static void add_flags(struct buf *b, unsigned commands, bool keys)
{
	size_t n;
	const struct setting *table = settings_table(&n);

	buf_adds(b, ".Bl -tag -width Ds\n");
	for (size_t i = 0; i < n; i++)
		if ((table[i].commands & commands) == commands &&
			table[i].flag_only != keys)
			add_flag(b, &table[i]);
	buf_adds(b, ".El\n");
}

static void add_default(struct buf *b, const struct setting *t)
{
	const char *value = t->fallback ? t->fallback : "";

	if (t->type == SETTING_SWITCH)
		value = strcmp(value, "on") ? "false" : "true";
	if (!*value && !t->env)
		return;
	buf_adds(b, "Default:");
	if (t->env)
		buf_addf(b, " the variable\n.Ev %s%s\n", t->env,
			*value ? " ,\notherwise" : " .");
	else
		buf_addc(b, '\n');
	if (*value)
		buf_addf(b, ".Ql %s%s .\n", *value == '.' ? "\\&" : "", value);
}

static void add_key(struct buf *b, const struct setting *t)
{
	buf_addf(b, ".It Cm %s", t->name);
	add_argument(b, t);
	buf_addc(b, '\n');
	add_mdoc(b, t->help);
	if (t->more)
		add_mdoc(b, t->more);
	if (t->type == SETTING_NUMBER)
		buf_addf(b, "From %ld to %ld.\n", t->min, t->max);
	add_default(b, t);
}

/* The first key of each section, and the section's heading. */
static const struct section {
	const char *first, *heading;
} SECTIONS[] = {
	{"source", "Where OKRs come from"},
	{"period", "How they are understood"},
	{"bands", "How they are graded and judged"},
	{"layout", "How they are shown"},
	{"publish", "Where they are published"},
	{"write-back", "What is written into issues"},
};

static void add_keys(struct buf *b)
{
	size_t n, section = 0;
	const struct setting *table = settings_table(&n);

	for (size_t i = 0; i < n; i++) {
		if (table[i].flag_only)
			continue;
		if (section < COUNT_OF(SECTIONS) &&
			!strcmp(SECTIONS[section].first, table[i].name)) {
			buf_addf(b, "%s.Ss %s\n.Bl -tag -width Ds\n",
				section ? ".El\n" : "",
				SECTIONS[section].heading);
			section++;
		}
		add_key(b, &table[i]);
	}
	buf_adds(b, ".El\n");
	assert_int_equal(section, COUNT_OF(SECTIONS));
}

/* --- commands, topics, exit statuses, rules --- */

static void add_commands(struct buf *b)
{
	size_t n;
	const struct command *c = commands_table(&n);

	buf_adds(b, ".Bl -tag -width Ds\n");
	for (size_t i = 0; i < n; i++) {
		buf_addf(b, ".It Xr okrsync-%s 1\n", c[i].name);
		add_mdoc(b, c[i].summary);
	}
	buf_adds(b, ".El\n");
}

static void add_statuses(struct buf *b)
{
	buf_adds(b, ".Bl -tag -width Ds\n");
	for (const struct exit_status *s = exit_statuses(); s->words; s++) {
		buf_addf(b, ".It %d\n", s->status);
		add_mdoc(b, s->words);
	}
	buf_adds(b, ".El\n");
}

static void add_rules(struct buf *b)
{
	size_t n;
	const struct lint_rule *rules = lint_rules(&n);

	for (size_t i = 0; i < n; i++) {
		const char *theme = lint_theme_name(rules[i].theme);

		if (i == 0 || rules[i].theme != rules[i - 1].theme)
			buf_addf(b, "%s.Ss %c%s\n.Bl -tag -width Ds\n",
				i ? ".El\n" : "",
				toupper((unsigned char)theme[0]), theme + 1);
		buf_addf(b, ".It Cm %s Pq %s\n", rules[i].name,
			lint_level_name(rules[i].level));
		add_mdoc(b, rules[i].words);
	}
	buf_adds(b, ".El\n");
}

/* --- labels and the timetable --- */

/* What a built-in rule says, as "state draft" or "team". */
static const char *rule_words(struct arena *a, const struct label_rule *r)
{
	static const char *const WORDS[] = {
		[SENSE_STATE] = "state",
		[SENSE_OUTCOME] = "outcome",
		[SENSE_HEALTH] = "health",
		[SENSE_LEVEL] = "level",
		[SENSE_TYPE] = "type",
		[SENSE_PRIORITY] = "priority",
		[SENSE_TEAM] = "team",
		[SENSE_REGION] = "region",
		[SENSE_KEY_RESULT] = "a key result, not an objective",
		[SENSE_OBJECTIVE] = "an objective in any case",
		[SENSE_IGNORE] = "no OKR at all",
	};
	const char *value = "";

	if (r->sense == SENSE_STATE)
		value = state_name((enum state)r->value);
	else if (r->sense == SENSE_OUTCOME)
		value = outcome_name((enum outcome)r->value);
	else if (r->sense == SENSE_HEALTH)
		value = health_name((enum health)r->value);
	else if (r->sense == SENSE_LEVEL)
		value = level_name((enum level)r->value);
	else if (r->sense == SENSE_TYPE)
		value = okr_type_name((enum okr_type)r->value);
	return arena_printf(
		a, "%s%s%s", WORDS[r->sense], *value ? " " : "", value);
}

static bool means_same(const struct label_rule *x, const struct label_rule *y)
{
	return x->sense == y->sense && x->value == y->value;
}

/* By meaning, all the labels that have it. */
static void add_labels(struct buf *b)
{
	struct arena a = ARENA_INIT;
	size_t n;
	const struct label_rule *rules = label_rules_builtin(&n);

	buf_adds(b, ".Bl -tag -width Ds\n");
	for (size_t i = 0; i < n; i++) {
		const char *before = "";
		size_t first = 0;

		while (!means_same(&rules[first], &rules[i]))
			first++;
		if (first < i)
			continue;
		buf_adds(b, ".It ");
		buf_adds(b, rule_words(&a, &rules[i]));
		buf_addc(b, '\n');
		for (size_t k = i; k < n; k++) {
			if (!means_same(&rules[k], &rules[i]))
				continue;
			buf_addf(b, "%s.Cm \"%s\"", before, rules[k].label);
			before = " ,\n";
		}
		buf_addc(b, '\n');
	}
	buf_adds(b, ".El\n");
	arena_release(&a);
}

/* Of one quarter. */
static void add_steps(struct buf *b)
{
	static const struct period QUARTER = {
		"Q2 2025", {2025, 4, 1}, {2025, 6, 30}};
	struct arena a = ARENA_INIT;
	struct calendar c =
		calendar_make(&a, &QUARTER, 1, (struct date){0, 0, 0});

	buf_adds(b, ".Bl -tag -width Ds\n");
	for (size_t i = 0; i < c.steps.n; i++) {
		const struct calendar_step *s = &c.steps.v[i];

		buf_addf(b, ".It %s\n", s->when);
		add_mdoc(b, s->title);
		add_mdoc(b, s->about);
	}
	buf_adds(b, ".El\n");
	arena_release(&a);
}

static const struct command *find_command(const char *name)
{
	size_t n;
	const struct command *c = commands_table(&n);

	for (size_t i = 0; i < n; i++)
		if (!strcmp(c[i].name, name))
			return &c[i];
	fail_msg("a manual names the command '%s'", name);
	return NULL;
}

static void add_table(struct buf *b, const char *name)
{
	static const struct {
		const char *name;
		void (*add)(struct buf *);
	} TABLES[] = {{"keys", add_keys}, {"commands", add_commands},
		{"exit statuses", add_statuses}, {"rules", add_rules},
		{"labels", add_labels}, {"steps", add_steps}};

	for (size_t i = 0; i < COUNT_OF(TABLES); i++)
		if (!strcmp(name, TABLES[i].name)) {
			TABLES[i].add(b);
			return;
		}
	if (!strcmp(name, "flags of all"))
		add_flags(b, FOR_ALL, false);
	else if (!strncmp(name, "flags of ", 9))
		add_flags(b, find_command(name + 9)->bit, false);
	else if (!strncmp(name, "keys of ", 8))
		add_flags(b, find_command(name + 8)->bit, true);
	else
		fail_msg("a manual has the table '%s', which is none", name);
}

/* --- pages --- */

static void the_tables_of_the_manuals_are_the_programs(void **state)
{
	static const struct manual MDOC = {BEGIN, "\n", END, add_table};
	glob_t pages;

	(void)state;
	assert_int_equal(glob("docs/*.[15]", 0, NULL, &pages), 0);
	assert_true(pages.gl_pathc > 3);
	for (size_t i = 0; i < pages.gl_pathc; i++)
		check_manual(pages.gl_pathv[i], &MDOC);
	globfree(&pages);
}

static void assert_has_table(
	const char *manual, const char *path, const char *name)
{
	struct arena a = ARENA_INIT;

	if (!strstr(manual, arena_printf(&a, "%s%s\n", BEGIN, name)))
		fail_msg("%s lacks the table '%s'", path, name);
	arena_release(&a);
}

static void every_command_has_a_page_with_its_flags(void **state)
{
	struct arena a = ARENA_INIT;
	size_t n;
	const struct command *c = commands_table(&n);

	(void)state;
	for (size_t i = 0; i < n; i++) {
		const char *path =
			arena_printf(&a, "docs/okrsync-%s.1", c[i].name);
		const char *page = read_manual(&a, path);

		if (!(c[i].bit & FOR_ALL))
			continue;
		assert_has_table(
			page, path, arena_printf(&a, "flags of %s", c[i].name));
		assert_has_table(
			page, path, arena_printf(&a, "keys of %s", c[i].name));
	}
	arena_release(&a);
}

static void the_other_tables_are_there(void **state)
{
	static const struct {
		const char *path, *table;
	} PLACES[] = {
		{"docs/okrsync.1", "commands"},
		{"docs/okrsync.1", "flags of all"},
		{"docs/okrsync.1", "exit statuses"},
		{"docs/okrsync-lint.1", "rules"},
		{"docs/okrsync.yml.5", "keys"},
		{"docs/okrsync-calendar.1", "steps"},
		{"docs/okr.5", "labels"},
	};
	struct arena a = ARENA_INIT;

	(void)state;
	for (size_t i = 0; i < COUNT_OF(PLACES); i++)
		assert_has_table(read_manual(&a, PLACES[i].path),
			PLACES[i].path, PLACES[i].table);
	arena_release(&a);
}

static void every_topic_is_a_page(void **state)
{
	struct arena a = ARENA_INIT;

	(void)state;
	for (const struct help_topic *t = help_topics(); t->name; t++)
		read_manual(&a,
			arena_printf(&a, "docs/%s.%s", t->name, t->section));
	arena_release(&a);
}

/* "keep_above" is written so in JSON, and "keep" in prose. */
static void every_kind_has_its_formula(void **state)
{
	struct arena a = ARENA_INIT;
	const char *prose = read_manual(&a, "docs/explain/grades.md");
	const char *schema = read_manual(&a, "docs/model.schema.json");

	(void)state;
	for (int k = KIND_FROM_TO; k <= KIND_STATED; k++) {
		const char *name = kind_name((enum kind)k);
		struct str words = str_of(name), first;

		if (!strstr(schema, arena_printf(&a, "\"%s\"", name)))
			fail_msg("the schema lacks the kind '%s'", name);
		if (str_take_until(&words, '_', &first) && words.n &&
			strstr(prose, arena_printf(&a, "| %.*s/%.*s |",
					      STR_ARG(first), STR_ARG(words))))
			continue;
		if (!strstr(prose,
			    arena_printf(&a, "| %.*s |", STR_ARG(first))) &&
			!strstr(prose, arena_printf(&a, "| %.*s-%.*s |",
					       STR_ARG(first), STR_ARG(words))))
			fail_msg("grades.md lacks the kind '%s'", name);
	}
	arena_release(&a);
}

static void every_error_ends_with_a_status_of_the_table(void **state)
{
	(void)state;
	for (int kind = ERR_USAGE; kind <= ERR_DATA; kind++) {
		const struct exit_status *s = exit_statuses();
		int status = err_exit_status((enum err_kind)kind);

		while (s->words && s->status != status)
			s++;
		assert_non_null(s->words);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_tables_of_the_manuals_are_the_programs),
		cmocka_unit_test(every_command_has_a_page_with_its_flags),
		cmocka_unit_test(the_other_tables_are_there),
		cmocka_unit_test(every_topic_is_a_page),
		cmocka_unit_test(every_kind_has_its_formula),
		cmocka_unit_test(every_error_ends_with_a_status_of_the_table),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
