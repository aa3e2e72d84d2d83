/*
 * Sentences that begin with "KR2" or "O1" and speak of it: no marks.
 */
#include "mark_words_p.h"

#include "attr.h"
#include "mark_number_p.h"
#include "mark_p.h"

bool mark_ranks(struct str s)
{
	size_t at = str_find(s, STR(" > "));
	struct str next;

	if (at == STR_NONE)
		return false;
	next = str_sub(s, at + 3, s.n);
	return next.n > 1 && char_is_upper(next.p[0]) &&
	       (str_is_digit(next.p[1]) || str_istarts(next, "kr"));
}

bool mark_tells_of_it(struct str s)
{
	static const char *const VERBS[] = {"was", "is", "has", "had", "were",
		"will", "should", "needs", "remains", "depends", "depende",
		"es", "fue", "foi", "est", "war", "ist", "\u662f"};
	static const char *const AND[] = {
		"and ", "y ", "et ", "und ", "e ", "& ", "\u548c", "\u3001"};
	struct str remark;

	mark_take_remark(&s, &remark);
	str_skip_space(&s);
	for (size_t i = 0; i < COUNT_OF(AND); i++) { /* "KR4 and KR5 were" */
		struct str t = s;

		if (str_skip(&t, AND[i]) && vocab_word(t) &&
			!(vocab_word(t)->is & PLURAL))
			return true;
	}
	for (size_t i = 0; i < COUNT_OF(VERBS); i++) {
		if (s.n && str_starts(s, VERBS[i]) && vocab_begins(s, VERBS[i]))
			return true;
	}
	return false;
}

bool mark_goes_on(struct str s, struct str remark)
{
	s = str_trim(s);
	return remark.n && s.n && str_is_alpha(s.p[0]) &&
	       !char_is_upper(s.p[0]) && str_ends(s, ".");
}
