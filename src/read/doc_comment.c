/*
 * Comments of a document: people's are no text, and between ours stands what
 * okrsync wrote.
 */
#include "doc_clean_p.h"

#include <string.h>

struct str clean_comments(struct cleaner *c, struct str line)
{
	struct buf b;
	struct str kept;
	size_t at;

	if (!c->comment &&
		(c->fence || str_find(line, STR("<!--")) == STR_NONE))
		return line;
	buf_init(&b, line.n);
	while (line.n) {
		if (c->comment) {
			at = str_find(line, STR("-->"));
			if (at == STR_NONE)
				break;
			line = str_sub(line, at + 3, line.n);
			c->comment = false;
			continue;
		}
		at = str_find(line, STR("<!--"));
		if (at == STR_NONE || line.p + at > c->last_close ||
			(at && line.p[at - 1] == '`')) {
			buf_add(&b, line);
			break;
		}
		buf_add(&b, str_sub(line, 0, at));
		line = str_sub(line, at + 4, line.n);
		c->comment = true;
	}
	kept = arena_str(c->a, buf_str(&b));
	buf_release(&b);
	return kept;
}

const char *clean_last_close(struct str s)
{
	static const struct str CLOSE = {"-->", 3};

	for (size_t i = s.n; i >= CLOSE.n; i--) {
		if (!memcmp(s.p + i - CLOSE.n, CLOSE.p, CLOSE.n))
			return s.p + i - CLOSE.n;
	}
	return NULL;
}

void clean_find_ours(struct clean *c, struct str line, int number)
{
	if (!c->ours_from && str_starts(line, "<!-- okrsync:begin "))
		c->ours_from = number;
	else if (c->ours_from && !c->ours_to &&
		 str_starts(line, "<!-- okrsync:end "))
		c->ours_to = number;
}
