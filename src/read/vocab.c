/*
 * The words of OKRs, as tables.  To teach the reader a new word, add a row.
 */
#include "mark_p.h"
#include "vocab_p.h"

#include "attr.h"

bool vocab_begins_whole(struct str s, const char *word)
{
	size_t n = str_iprefix(s, word);

	return n != STR_NONE && (s.n == n || !str_is_alnum(s.p[n]));
}

bool vocab_begins_any(struct str s, const char *const *words)
{
	for (; words && *words; words++) {
		if (vocab_begins(s, *words))
			return true;
	}
	return false;
}

struct str vocab_bare(struct str s)
{
	size_t open;

	symbols_skip(&s);
	for (;;) {
		s = str_trim(s);
		if (s.n && strchr(":*", s.p[s.n - 1])) {
			s.n--;
			continue;
		}
		open = str_rfind_char(s, '(');
		if (open == STR_NONE || !open || !str_ends(s, ")"))
			return s;
		s.n = open;
	}
}

// clang-format off
static const char *const *const OKRS[256] = {
	['k'] = (const char *const[]){"key results", NULL},
	['o'] = (const char *const[]){"okrs", "okr", "objectives", "objetivos",
		"objectifs", NULL},
	['z'] = (const char *const[]){"ziele", NULL},
};
// clang-format on

bool vocab_has_okr(struct str s)
{
	return vocab_has_any(s, OKRS);
}
