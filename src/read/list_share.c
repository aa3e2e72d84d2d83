/*
 * Items that are no aims: "Anna: 2/3", "Ben: 1/3" below what they do, who has
 * how much of it, and names such as programs have.
 */
#include "list_p.h"

#include <string.h>

long list_share(struct str s)
{
	enum { NAME = 40, MOST = 99, WHOLE = 1000 };
	size_t at = str_rfind_char(s, ':');
	long n, of;

	if (at == STR_NONE || at > NAME || str_has_digit(str_sub(s, 0, at)))
		return 0;
	s = str_trim(str_sub(s, at + 1, s.n));
	if (str_skip(&s, "0.")) {
		of = s.n == 1 ? 10 : 100;
		return str_take_number(&s, MOST, &n) && !s.n ? n * WHOLE / of
							     : 0;
	}
	return str_take_number(&s, MOST, &n) && str_skip_char(&s, '/') &&
			       str_take_number(&s, MOST, &of) && !s.n && n < of
		       ? n * WHOLE / of
		       : 0;
}

bool list_is_slug(struct str s)
{
	bool parted = false;

	for (size_t i = 0; i < s.n; i++) {
		if (!str_is_alnum(s.p[i]) && !strchr("-_./", s.p[i]))
			return false;
		parted = parted || strchr("-_/", s.p[i]);
	}
	return parted;
}
