/*
 * .okrsync.yml: what is accepted, and the words for what is not.
 */
#include "unit.h"

#include "cli/cli_p.h"

static const char *no_env(const char *name)
{
	(void)name;
	return NULL;
}

static const char *ci_env(const char *name)
{
	if (!strcmp(name, "CI_SERVER_URL"))
		return "https://gitlab.example";
	if (!strcmp(name, "CI_PROJECT_DIR"))
		return "";
	return NULL;
}

static int read(
	struct arena *a, const char *text, struct settings *s, struct err *err)
{
	assert_int_equal(settings_init(a, s, no_env, err), 0);
	return config_read(a, str_of(text), "c.yml", s, err);
}

static void every_type_is_read(void **state)
{
	struct arena a = ARENA_INIT;
	struct err err = ERR_INIT;
	struct settings s;

	(void)state;
	assert_int_equal(read(&a,
				 "source:\n"
				 "  - g/p\n"
				 "  - groups/h\n"
				 "fiscal-start: April\n"
				 "stale-days: 7\n"
				 "bands: well done = 0.75, not yet=0\n"
				 "max-objectives: 4\n"
				 "notes: false\n"
				 "layout: cascade\n"
				 "title: 'Our: OKRs'\n"
				 "labels:\n"
				 "  Cooking: state:draft\n"
				 "  'a=b': level:company\n"
				 "  squad-*: team\n",
				 &s, &err),
		0);
	assert_int_equal(s.source.n, 2);
	assert_string_equal(s.source.v[1], "groups/h");
	assert_int_equal(s.fiscal_start, 4);
	assert_int_equal(s.stale_days, 7);
	assert_int_equal(s.bands.n_bands, 2);
	assert_string_equal(s.bands.bands[0].name, "well done");
	assert_int_equal(s.bands.bands[0].from.coef, 75);
	assert_int_equal(settings_lint(&s).max_objectives, 4);
	assert_int_equal(settings_lint(&s).max_key_results, 5);
	assert_false(s.notes);
	assert_string_equal(s.layout, "cascade");
	assert_string_equal(s.title, "Our: OKRs");
	assert_int_equal(s.labels.n, 3);
	assert_string_equal(s.labels.v[0].label, "Cooking");
	assert_int_equal(s.labels.v[0].value, STATE_DRAFT);
	assert_string_equal(s.labels.v[1].label, "a=b");
	assert_int_equal(s.labels.v[1].value, LEVEL_COMPANY);
	assert_int_equal(s.labels.v[2].sense, SENSE_TEAM);
	arena_release(&a);
}

static void an_empty_config_is_the_default(void **state)
{
	static const char *const texts[] = {"", "\n", "# nothing\n", "---\n"};
	struct arena a = ARENA_INIT;
	struct err err = ERR_INIT;
	struct settings s;

	(void)state;
	for (size_t i = 0; i < COUNT_OF(texts); i++) {
		assert_int_equal(read(&a, texts[i], &s, &err), 0);
		assert_string_equal(s.layout, "table");
		assert_string_equal(s.gitlab, "https://gitlab.com");
		assert_int_equal(s.fiscal_start, 2);
		assert_true(s.notes);
	}
	arena_release(&a);
}

static void ci_variables_are_the_defaults(void **state)
{
	struct arena a = ARENA_INIT;
	struct err err = ERR_INIT;
	struct settings s;

	(void)state;
	assert_int_equal(settings_init(&a, &s, ci_env, &err), 0);
	assert_string_equal(s.gitlab, "https://gitlab.example");
	assert_string_equal(s.repository, ".");
	arena_release(&a);
}

static void mistakes_are_named_with_their_place(void **state)
{
	static const char *const table[][2] = {
		{"title: a\nlayuot: table\n",
			"c.yml:2:1: unknown key 'layuot'; did you mean "
			"'layout'?"},
		{"completely-different: 1\n",
			"c.yml:1:1: unknown key 'completely-different'; 'man "
			"okrsync.yml' lists them"},
		{"json: true\n", "c.yml:1:1: unknown key 'json'"},
		{"publish: round\n",
			"c.yml:1:10: 'round' is none of 'auto', 'git', 'api', "
			"'files'"},
		{"bands: 99/1\n",
			"c.yml:1:8: '99/1' is neither 'playbook', '85/70' nor "
			"'30/70/100', nor bands such as 'good=0.7, fair=0.4, "
			"poor=0'"},
		{"bands: good=0.7, fair, poor=0\n",
			"c.yml:1:8: 'good=0.7, fair, poor=0' is neither "
			"'playbook', '85/70' nor '30/70/100', nor bands such "
			"as 'good=0.7, fair=0.4, poor=0'"},
		{"bands: good=0.7, poor=0.1\n",
			"c.yml:1:8: band 'poor' is the lowest but does not "
			"begin at 0"},
		{"bands: poor=0, good=0.7\n",
			"c.yml:1:8: band 'good' does not begin below 'poor': "
			"list bands from high to low"},
		{"bands: a=0.9, b=.8, c=.7, d=.6, e=.5, f=.4, g=.3, h=.2, "
		 "i=0\n",
			"c.yml:1:8: 9 bands given: give 1 to 8 of them"},
		{"plan: bold\n",
			"c.yml:1:7: 'bold' is none of 'linear', 'stepped', "
			"'back-loaded'"},
		{"risk-points: 101\n",
			"c.yml:1:14: '101' is not a number from 0 to 100"},
		{"stale-days: 0\n",
			"c.yml:1:13: '0' is not a number from 1 to 3650"},
		{"stale-days: -3\n",
			"c.yml:1:13: '-3' is not a number from 1 to 3650"},
		{"notes: banana\n",
			"c.yml:1:8: 'banana' is neither 'true' nor 'false'"},
		{"fiscal-start: 13\n",
			"c.yml:1:15: '13' is not a month (1 to 12, or its "
			"name)"},
		{"title: [a]\n", "c.yml:1:1: 'title' takes one plain value"},
		{"source: {a: b}\n",
			"c.yml:1:1: 'source' takes one text or a list"},
		{"source: [[a]]\n",
			"c.yml:1:1: every element of 'source' is a text"},
		{"labels: x\n", "c.yml:1:1: 'labels' maps names of labels to "
				"meanings"},
		{"labels: {x: [y]}\n",
			"c.yml:1:1: 'labels' maps names of labels to "
			"meanings"},
		{"labels: {x: state:done}\n",
			"c.yml:1:13: 'state:done' is no meaning of a label"},
		{"labels: {'': state:draft}\n",
			"c.yml:1:14: '=state:draft' is not LABEL=MEANING"},
		{"rules: off\n", "c.yml:1:1: 'rules' maps names of rules to "
				 "levels"},
		{"rules:\n  stale: [off]\n",
			"c.yml:1:1: 'rules' maps names of rules to levels"},
		{"title: x\nrules:\n  stale: off\n  no-ownr: off\n",
			"c.yml:4:3: unknown lint rule 'no-ownr'; did you mean "
			"'no-owner'?"},
		{"rules:\n  stale: loud\n",
			"c.yml:2:3: unknown level 'loud' of lint rule 'stale'"},
		{"fail-on: always\n",
			"c.yml:1:10: 'always' is none of 'error', 'warning', "
			"'info', 'never'"},
		{"- a\n- b\n", "c.yml: is not a list of 'key: value' lines"},
		{"[a]: b\n", "c.yml: a key is not a plain word"},
		{"a: b\n%\xfa", "c.yml:2: is not plain UTF-8 text"},
		{"title: \x1b[31m", "c.yml:1: is not plain UTF-8 text"},
		{"title: x\n? n=):\t-\t",
			"c.yml:2: holds a tab; write blanks instead"},
		{"title: a\n---\ntitle: b\n",
			"c.yml: holds more than one document"},
		{"title: \"a\\0b\"\n", "c.yml:1:9: holds a NUL byte"},
	};
	struct arena a = ARENA_INIT;
	struct settings s;

	(void)state;
	for (size_t i = 0; i < COUNT_OF(table); i++) {
		struct err err = ERR_INIT;

		assert_int_equal(read(&a, table[i][0], &s, &err), -1);
		assert_int_equal(err.kind, ERR_CONFIG);
		if (!str_starts(str_of(err.text), table[i][1]))
			fail_msg("'%s' for %s", err.text, table[i][0]);
	}
	arena_release(&a);
}

static void broken_yaml_is_an_error_with_a_line(void **state)
{
	static const char *const texts[] = {"title: a\ntitle: b\n",
		"title: \"a\n", "a: b: c\n", "title: *x\n", "\ttitle: a\n"};
	struct arena a = ARENA_INIT;
	struct settings s;

	(void)state;
	for (size_t i = 0; i < COUNT_OF(texts); i++) {
		struct err err = ERR_INIT;

		assert_int_equal(read(&a, texts[i], &s, &err), -1);
		assert_int_equal(err.kind, ERR_CONFIG);
		if (!str_starts(str_of(err.text), "c.yml:"))
			fail_msg("'%s' for %s", err.text, texts[i]);
		print_message("%s\n", err.text);
	}
	arena_release(&a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_type_is_read),
		cmocka_unit_test(an_empty_config_is_the_default),
		cmocka_unit_test(ci_variables_are_the_defaults),
		cmocka_unit_test(mistakes_are_named_with_their_place),
		cmocka_unit_test(broken_yaml_is_an_error_with_a_line),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
