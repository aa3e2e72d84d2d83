/*
 * The command line's flags, and "did you mean".
 */
#include "unit.h"

#include "cli/cli_p.h"

static const struct command PLAN = {
	.name = "plan", .bit = FOR_PLAN, .args = ""};
static const struct command GRADE = {
	.name = "grade", .bit = FOR_GRADE, .args = "FILE..."};

static const char *no_env(const char *name)
{
	(void)name;
	return NULL;
}

enum { WORDS_MAX = 8 };

/* Reads the words of a line. */
static int read(struct arena *a, const struct command *command,
	const char *const *words, struct settings *s, struct err *err)
{
	char *argv[WORDS_MAX + 1];
	int argc = 0;

	for (; words[argc]; argc++)
		argv[argc] = (char *)(uintptr_t)words[argc];
	argv[argc] = NULL;
	return flags_read(a, command, argc, argv, s, err);
}

static void flags_set_what_they_name(void **state)
{
	static const char *const words[] = {"--source=a", "--source", "b",
		"--no-notes", "--check", "-v", "--title", "--x", NULL};
	struct arena a = ARENA_INIT;
	struct err err = ERR_INIT;
	struct settings s;

	(void)state;
	assert_int_equal(settings_init(&a, &s, no_env, &err), 0);
	*vec_add(&a, &s.source) = "from the config";
	assert_int_equal(read(&a, &PLAN, words, &s, &err), 0);
	assert_int_equal(s.source.n, 2);
	assert_string_equal(s.source.v[0], "a");
	assert_string_equal(s.source.v[1], "b");
	assert_false(s.notes);
	assert_true(s.check && s.verbose);
	assert_string_equal(s.title, "--x");
	arena_release(&a);
}

static void arguments_come_in_any_order(void **state)
{
	static const char *const words[] = {
		"a.md", "--json", "-", "--today=2025-02-01", "--", "--b", NULL};
	struct arena a = ARENA_INIT;
	struct err err = ERR_INIT;
	struct settings s;

	(void)state;
	assert_int_equal(settings_init(&a, &s, no_env, &err), 0);
	assert_int_equal(read(&a, &GRADE, words, &s, &err), 0);
	assert_int_equal(s.args.n, 3);
	assert_string_equal(s.args.v[1], "-");
	assert_string_equal(s.args.v[2], "--b");
	assert_int_equal(s.today.month, 2);
	arena_release(&a);
}

static void mistakes_say_what_to_do(void **state)
{
	static const struct {
		const char *words[3];
		const char *error;
	} table[] = {
		{{"--sorce=x"}, "unknown flag '--sorce'; did you mean "
				"'--source'?"},
		{{"--zzzzzzzz"},
			"unknown flag '--zzzzzzzz'; see 'okrsync plan --help'"},
		{{"--json"}, "'plan' has no flag '--json' (another command "
			     "has)"},
		{{"--no-title"}, "unknown flag '--no-title'"},
		{{"--check=yes"},
			"'--check' takes no value; there is '--no-check'"},
		{{"--title"}, "'--title' needs a TEXT"},
		{{"-x"}, "unknown flag '-x'; see 'okrsync plan --help'"},
		{{"-vx"}, "unknown flag '-vx'"},
		{{"--publish=round"},
			"--publish: 'round' is none of 'auto', 'git', 'api', "
			"'files'"},
		{{"--today=soon"}, "--today: 'soon' is not a day (YYYY-MM-DD)"},
		{{"x"}, "'plan' takes no argument, but there is 'x'"},
	};
	struct arena a = ARENA_INIT;
	struct settings s;

	(void)state;
	for (size_t i = 0; i < COUNT_OF(table); i++) {
		struct err err = ERR_INIT;

		assert_int_equal(settings_init(&a, &s, no_env, &err), 0);
		assert_int_equal(read(&a, &PLAN, table[i].words, &s, &err), -1);
		assert_int_equal(err.kind, ERR_USAGE);
		if (!str_starts(str_of(err.text), table[i].error))
			fail_msg("'%s' for %s", err.text, table[i].words[0]);
	}
	arena_release(&a);
}

static void config_is_found_before_the_others(void **state)
{
	static const struct {
		const char *words[4];
		const char *config;
	} table[] = {
		{{"--check", "--config", "x"}, "x"},
		{{"--config=y"}, "y"},
		{{"-c", "z"}, "z"},
		{{"-cz"}, "z"},
		{{"--", "--config=y"}, NULL},
		{{"--config"}, NULL},
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(table); i++) {
		char *argv[4];
		int argc = 0;
		const char *found;

		for (; argc < 4 && table[i].words[argc]; argc++)
			argv[argc] = (char *)(uintptr_t)table[i].words[argc];
		found = flags_peek_config(argc, argv);
		if (table[i].config)
			assert_string_equal(found, table[i].config);
		else
			assert_null(found);
	}
}

static void nearest_is_near(void **state)
{
	static const char *const words[] = {"sync", "plan", "grade"};
	struct str empty = {NULL, 0};

	(void)state;
	assert_string_equal(nearest_word(STR("snyc"), words, 3), "sync");
	assert_string_equal(nearest_word(STR("GRADES"), words, 3), "grade");
	assert_null(nearest_word(STR("publish"), words, 3));
	assert_null(nearest_word(empty, words, 3));
}

static void every_setting_is_described(void **state)
{
	size_t n;
	const struct setting *table = settings_table(&n);

	(void)state;
	for (size_t i = 0; i < n; i++) {
		assert_non_null(table[i].help);
		assert_true(table[i].commands);
		assert_int_equal(
			table[i].type == SETTING_SWITCH, table[i].arg == NULL);
		/* Of one name, each has commands of its own. */
		for (unsigned bit = 1; bit; bit <<= 1)
			if (table[i].commands & bit)
				assert_ptr_equal(
					settings_find(
						str_of(table[i].name), bit),
					&table[i]);
	}
}

static const struct command LINT = {
	.name = "lint", .bit = FOR_LINT, .args = "[FILE...]"};
static const struct command CALENDAR = {
	.name = "calendar", .bit = FOR_CALENDAR, .args = "[PERIOD]"};

static void a_flag_takes_what_its_command_knows(void **state)
{
	static const char *const words[] = {
		"--format", "sarif", "--explain", "stale", NULL};
	static const char *const wrong[] = {"--format", "ics", NULL};
	struct arena a = ARENA_INIT;
	struct err err = ERR_INIT;
	struct settings s;

	(void)state;
	assert_int_equal(settings_init(&a, &s, no_env, &err), 0);
	assert_int_equal(read(&a, &LINT, words, &s, &err), 0);
	assert_string_equal(s.format, "sarif");
	assert_string_equal(s.explain_rule, "stale");
	assert_int_equal(read(&a, &CALENDAR, wrong, &s, &err), 0);
	assert_string_equal(s.format, "ics");
	assert_int_equal(read(&a, &LINT, wrong, &s, &err), -1);
	assert_string_equal(err.text,
		"--format: 'ics' is none of 'text', 'json', 'junit', "
		"'codequality', 'sarif'");
	arena_release(&a);
}

static void rules_are_switched_by_name(void **state)
{
	static const char *const words[] = {
		"--rules", "stale=off", "--rules=no-owner = error", NULL};
	static const struct {
		const char *word, *error;
	} wrong[] = {
		{"stal=off", "--rules: unknown lint rule 'stal'; did you mean "
			     "'stale'?"},
		{"zzzzzzzzzz=off", "--rules: unknown lint rule 'zzzzzzzzzz'; "
				   "'okrsync lint --list' names them"},
		{"stale", "--rules: 'stale' is not NAME=LEVEL"},
		{"stale=loud", "--rules: unknown level 'loud' of lint rule "
			       "'stale': use 'off', 'info', 'warning' or "
			       "'error'"},
		{"=off", "--rules: unknown lint rule ''; 'okrsync lint "
			 "--list' names them"},
	};
	struct arena a = ARENA_INIT;
	struct err err = ERR_INIT;
	struct settings s;

	(void)state;
	assert_int_equal(settings_init(&a, &s, no_env, &err), 0);
	assert_int_equal(read(&a, &LINT, words, &s, &err), 0);
	assert_int_equal(
		lint_level_of(&s.lint, lint_rule_find("stale")), LINT_OFF);
	assert_int_equal(
		lint_level_of(&s.lint, lint_rule_find("no-owner")), LINT_ERROR);
	for (size_t i = 0; i < COUNT_OF(wrong); i++) {
		const char *line[] = {"--rules", wrong[i].word, NULL};

		err_clear(&err);
		assert_int_equal(read(&a, &LINT, line, &s, &err), -1);
		assert_int_equal(err.kind, ERR_USAGE);
		assert_string_equal(err.text, wrong[i].error);
	}
	arena_release(&a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(flags_set_what_they_name),
		cmocka_unit_test(arguments_come_in_any_order),
		cmocka_unit_test(mistakes_say_what_to_do),
		cmocka_unit_test(config_is_found_before_the_others),
		cmocka_unit_test(nearest_is_near),
		cmocka_unit_test(every_setting_is_described),
		cmocka_unit_test(a_flag_takes_what_its_command_knows),
		cmocka_unit_test(rules_are_switched_by_name),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
