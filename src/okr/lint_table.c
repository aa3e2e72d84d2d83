/*
 * The one table of rules, theme by theme; a theme is a file, as they are long.
 * Examples are read by the tests, too: each bad one has the finding of its
 * rule, each good one has not.
 */
#include "lint_p.h"

#include <assert.h>

#include "attr.h"

/* clang-format off */
static const struct lint_rule RULES[] = {
#include "lint_rules_set.inc"
#include "lint_rules_objective.inc"
#include "lint_rules_key_result.inc"
#include "lint_rules_number.inc"
#include "lint_rules_life.inc"
#include "lint_rules_reading.inc"
};
/* clang-format on */

const struct lint_rule *lint_rules(size_t *n)
{
	*n = COUNT_OF(RULES);
	return RULES;
}

const char *lint_theme_name(enum lint_theme theme)
{
	static const char *const NAMES[] = {
		[THEME_SET] = "the set",
		[THEME_OBJECTIVE] = "objectives",
		[THEME_KEY_RESULT] = "key results",
		[THEME_NUMBER] = "numbers and grades",
		[THEME_LIFE] = "the life of an OKR",
		[THEME_READING] = "reading",
	};

	assert((size_t)theme < COUNT_OF(NAMES));
	static_assert(
		COUNT_OF(NAMES) == THEME_READING + 1, "each theme has a name");
	return NAMES[theme];
}
