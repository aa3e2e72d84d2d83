/*
 * "Did you mean": the nearest known word to a mistyped one.
 */
#include "cli_p.h"

#include <assert.h>

enum { WORD_MAX = 40 };

static size_t least(size_t a, size_t b, size_t c)
{
	size_t m = a < b ? a : b;

	return m < c ? m : c;
}

/* Edits (insert, remove, replace) that turn a into b. */
static size_t distance(struct str a, struct str b)
{
	size_t row[WORD_MAX + 1];

	for (size_t j = 0; j <= b.n; j++)
		row[j] = j;
	for (size_t i = 1; i <= a.n; i++) {
		size_t corner = row[0];

		row[0] = i;
		for (size_t j = 1; j <= b.n; j++) {
			size_t above = row[j];
			size_t same =
				str_lower(a.p[i - 1]) == str_lower(b.p[j - 1]);

			row[j] = least(
				above + 1, row[j - 1] + 1, corner + !same);
			corner = above;
		}
	}
	return row[b.n];
}

const char *nearest_word(struct str word, const char *const *words, size_t n)
{
	size_t best = word.n / 3 + 2; /* farther is no typing mistake */
	const char *nearest = NULL;

	assert(!n || words);
	if (!word.n || word.n > WORD_MAX)
		return NULL;
	for (size_t i = 0; i < n; i++) {
		struct str known = str_of(words[i]);
		size_t d;

		if (known.n > WORD_MAX)
			continue;
		d = distance(word, known);
		if (d < best) {
			best = d;
			nearest = words[i];
		}
	}
	return nearest;
}

const char *nearest_rule(struct str name)
{
	const char *names[LINT_RULES_MAX];
	size_t n;
	const struct lint_rule *rules = lint_rules(&n);

	assert(n <= LINT_RULES_MAX);
	for (size_t i = 0; i < n; i++)
		names[i] = rules[i].name;
	return nearest_word(name, names, n);
}
