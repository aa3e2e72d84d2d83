/*
 * The manuals name every flag, key, topic and exit status.
 */
#include "unit.h"

#include "cli/cli_p.h"

enum { MANUAL_BYTES = 1024 * 1024 };

static const char *read_manual(struct arena *a, const char *path)
{
	struct err err = ERR_INIT;
	struct str text = {NULL, 0};

	if (file_read(a, path, MANUAL_BYTES, &text, &err))
		fail_msg("%s", err.text);
	return text.p;
}

static void assert_has(const char *manual, const char *words)
{
	if (!strstr(manual, words))
		fail_msg("not in the manual: %s", words);
}

static void every_flag_and_key_is_described(void **state)
{
	struct arena a = ARENA_INIT;
	const char *program = read_manual(&a, "docs/okrsync.1");
	const char *config = read_manual(&a, "docs/okrsync.yml.5");
	size_t n;
	const struct setting *table = settings_table(&n);

	(void)state;
	for (size_t i = 0; i < n; i++) {
		const struct setting *t = &table[i];
		const char *arg =
			t->arg ? arena_printf(&a, " Ar %s", t->arg) : "";

		if (t->flag_only)
			assert_has(program,
				arena_printf(&a, "Fl -%s%s\n", t->name, arg));
		else
			assert_has(config, arena_printf(&a, ".It Cm %s%s\n",
						   t->name, arg));
		if (!t->flag_only && t->type != SETTING_SWITCH && t->fallback &&
			*t->fallback)
			assert_has(config, t->fallback);
		if (t->env)
			assert_has(config, t->env);
	}
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

static void every_exit_status_is_described(void **state)
{
	struct arena a = ARENA_INIT;
	const char *program = read_manual(&a, "docs/okrsync.1");

	(void)state;
	assert_has(program, ".Sh EXIT STATUS\n.Bl -tag -width Ds\n.It 0\n");
	assert_has(program, ".It 1\n");
	for (int kind = ERR_USAGE; kind <= ERR_DATA; kind++)
		assert_has(
			program, arena_printf(&a, ".It %d\n",
					 err_exit_status((enum err_kind)kind)));
	arena_release(&a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_flag_and_key_is_described),
		cmocka_unit_test(every_topic_is_a_page),
		cmocka_unit_test(every_exit_status_is_described),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
