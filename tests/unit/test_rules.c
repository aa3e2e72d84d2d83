/*
 * docs/rules.md is the table of rules, printed.  After a change to the table
 * `make manual` writes it anew.
 */
#include "unit.h"

#include <stdlib.h>

#include "cli/cli_p.h"

enum { MANUAL_BYTES = 1024 * 1024 };

static const char PATH[] = "docs/rules.md";

static void add_example(struct buf *b, const char *heading, const char *text)
{
	buf_addf(b, "\n%s:\n\n```%s\n%s```\n", heading,
		*text == '{' ? "json" : "markdown", text);
}

/* Words are no HTML, whatever brackets they have. */
static void add_words(struct buf *b, const char *words)
{
	for (; *words; words++)
		buf_addf(b, "%s%c", *words == '<' ? "\\" : "", *words);
}

/* One line for each rule of a theme; its name leads to the examples. */
static void add_overview(struct buf *b, const struct lint_rule *rules, size_t n)
{
	buf_adds(b, "\n| rule | level | what it asks for |\n|---|---|---|\n");
	for (size_t i = 0; i < n; i++) {
		buf_addf(b, "| [%s](#%s) | %s | ", rules[i].name, rules[i].name,
			lint_level_name(rules[i].level));
		add_words(b, rules[i].words);
		buf_adds(b, " |\n");
	}
}

static void add_rule(struct buf *b, const struct lint_rule *rule)
{
	buf_addf(b, "\n### %s\n\n", rule->name);
	add_words(b, rule->words);
	buf_addf(b, " Level: %s. Source: %s.\n", lint_level_name(rule->level),
		rule->source);
	add_example(b, "Good", rule->good);
	add_example(b, "Bad", rule->bad);
}

/* How many rules from the first on have its theme. */
static size_t count_theme(const struct lint_rule *rules, size_t n)
{
	size_t same = 0;

	while (same < n && rules[same].theme == rules[0].theme)
		same++;
	return same;
}

static void add_manual(struct buf *b)
{
	size_t n, same;
	const struct lint_rule *rules = lint_rules(&n);

	buf_adds(b,
		"# The rules of okrsync lint\n\n"
		"Printed from the program's own table; `okrsync lint "
		"--explain RULE` shows the same. Levels are those without any "
		"setting: `rules` in `.okrsync.yml`, or the flag `--rules "
		"NAME=LEVEL`, switches a rule to `off`, `info`, `warning` or "
		"`error`.\n\n"
		"The examples are run by the tests: each bad one has the "
		"finding, each good one has not. They are documents, the JSON "
		"of an issue, or lines of a snapshot as `okrsync fetch` writes "
		"them. Where a document has the line `<!-- later -->`, what "
		"stands above it was published two weeks before what stands "
		"below; a line with `<!-- 9 times -->` below it is meant so "
		"often.\n");
	for (size_t i = 0; i < n; i += same) {
		const char *name = lint_theme_name(rules[i].theme);

		same = count_theme(&rules[i], n - i);
		buf_addf(b, "\n## %c%s\n",
			name[0] >= 'a' ? name[0] - 'a' + 'A' : name[0],
			name + 1);
		add_overview(b, &rules[i], same);
		for (size_t k = i; k < i + same; k++)
			add_rule(b, &rules[k]);
	}
}

static void the_reference_is_the_table(void **state)
{
	struct arena a = ARENA_INIT;
	struct err err = ERR_INIT;
	struct str text;
	struct buf b;

	(void)state;
	buf_init(&b, MANUAL_BYTES);
	add_manual(&b);
	assert_false(b.over);
	if (getenv("GOLDEN") && file_write(PATH, buf_str(&b), &err))
		fail_msg("%s", err.text);
	if (file_read(&a, PATH, MANUAL_BYTES, &text, &err))
		fail_msg("%s", err.text);
	if (!str_eq(text, buf_str(&b)))
		fail_msg("%s is not the table; 'make manual' writes it anew",
			PATH);
	buf_release(&b);
	arena_release(&a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_reference_is_the_table),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
