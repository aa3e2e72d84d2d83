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

bool vocab_has_okr(struct str s)
{
	static const char *const NAMES[] = {"okrs", "okr", "objectives",
		"key results", "objetivos", "objectifs", "ziele"};

	for (size_t i = 0; i < s.n; i++) {
		if (i && str_is_alnum(s.p[i - 1]))
			continue;
		for (size_t k = 0; k < COUNT_OF(NAMES); k++) {
			if (vocab_begins(str_sub(s, i, s.n), NAMES[k]))
				return true;
		}
	}
	return false;
}
