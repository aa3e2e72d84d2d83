/*
 * The mark of a note below a table: "text \u00b9".
 */
#include "footnote_p.h"

#include "attr.h"

bool footnote_take(struct str *s)
{
	static const char *const MARKS[] = {"\u00b9", "\u00b2", "\u00b3",
		"\u2070", "\u2074", "\u2075", "\u2076", "\u2077", "\u2078",
		"\u2079", "\u2020", "\u2021"};
	struct str left = *s;

	for (size_t i = 0; i < COUNT_OF(MARKS); i++) {
		if (!str_ends(left, MARKS[i]))
			continue;
		left.n -= strlen(MARKS[i]);
		/* "18 m\u00b2" is none */
		if (!left.n || str_is_alpha(left.p[left.n - 1]))
			return false;
		*s = str_trim(left);
		return true;
	}
	return false;
}
