/*
 * A page that is HTML and indented as such: to Markdown all of it would be
 * code.
 */
#include "doc_line_p.h"

#include "arena.h"
#include "buf.h"

/* Do most lines begin with a tag, the first among them? */
static bool is_markup(struct str text)
{
	enum { SHARE = 3, OF = 5, CODE = 4 };
	size_t all = 0, tags = 0, deep = 0;
	struct str line, s;

	while (str_take_line(&text, &line)) {
		s = str_trim(line);
		if (!s.n)
			continue;
		if (line_fence(s) || (!all && s.p[0] != '<'))
			return false;
		all++;
		tags += s.p[0] == '<';
		deep += s.p - line.p >= CODE || line.p[0] == '\t';
	}
	return deep && tags * OF >= all * SHARE;
}

struct str doc_markup(struct arena *a, struct str text)
{
	struct str line;
	struct buf b;

	if (!is_markup(text))
		return text;
	buf_init(&b, text.n + 1);
	while (str_take_line(&text, &line))
		buf_addf(&b, "%.*s\n", STR_ARG(str_trim(line)));
	text = arena_str(a, buf_str(&b));
	buf_release(&b);
	return text;
}
