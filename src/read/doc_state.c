/*
 * "#12 (closed)": what GitLab shows behind a reference is the state of what it
 * refers to.  Copied with the page's text it would look like a result.
 */
#include "doc_line_p.h"

#include "attr.h"
#include "buf.h"

/* "[&12](url)": what is between the brackets. */
static struct str text_of_link(struct str s)
{
	enum { FAR = 400 }; /* of an address */
	size_t open, end;

	s = str_sub(s, s.n > FAR ? s.n - FAR : 0, s.n);
	open = str_rfind_char(s, '[');
	s = str_sub(s, open == STR_NONE ? s.n : open + 1, s.n);
	end = str_find(s, STR("]("));
	return str_sub(s, 0, end == STR_NONE ? 0 : end);
}

/* Does s end in "#12", "x/y!12", "[&12](url)"? */
static bool ends_in_reference(struct str s)
{
	size_t n;

	if (str_ends(s, ")"))
		s = text_of_link(s);
	n = s.n;
	while (n && str_is_digit(s.p[n - 1]))
		n--;
	return n && n < s.n && strchr("#!&", s.p[n - 1]);
}

/* Bytes of the state that s begins with, or 0. */
static size_t state_length(struct str s)
{
	static const char *const STATES[] = {
		" (closed)", " (merged)", " (moved)", " (closed, moved)"};

	for (size_t i = 0; i < COUNT_OF(STATES); i++) {
		if (str_starts(s, STATES[i]))
			return strlen(STATES[i]);
	}
	return 0;
}

struct str line_without_states(struct arena *a, struct str s)
{
	struct buf b;

	/* in a row it may be all that is told of how something ended */
	if (!s.n || s.p[0] == '|' || str_find(s, STR("ed)")) == STR_NONE)
		return s;
	buf_init(&b, s.n + 1);
	for (size_t i = 0; i < s.n;) {
		size_t n = state_length(str_sub(s, i, s.n));

		if (n && ends_in_reference(str_sub(s, 0, i)))
			i += n;
		else
			buf_addc(&b, s.p[i++]);
	}
	s = arena_str(a, buf_str(&b));
	buf_release(&b);
	return s;
}
