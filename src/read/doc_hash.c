/*
 * "# First", "# Second", one right below the other: how trackers write numbered
 * lists, where markdown would see headings with nothing below them.
 */
#include "doc_notation_p.h"

#include "attr.h"
#include "doc_line_p.h"

static bool is_hash(struct str line)
{
	return str_starts(line, "# ") && str_trim(str_sub(line, 2, line.n)).n;
}

/* How many such lines begin the text. */
static size_t run_of(struct str text)
{
	struct str line;
	size_t n = 0;

	while (str_take_line(&text, &line) && is_hash(line))
		n++;
	return n;
}

/* "*Key results:*" */
static bool leads(struct str line)
{
	return str_ends(str_trim_end(str_trim(line), "*_ "), ":");
}

struct str hash_lists(struct arena *a, struct str text)
{
	enum { LEAST = 2 };
	struct str rest = text, above = {NULL, 0}, line;
	bool fenced = false, any = false;
	struct buf b;
	size_t run = 0;

	if (str_starts(text, "---") || str_find(text, STR("\n# ")) == STR_NONE)
		return text;
	buf_init(&b, text.n * 2 + 64);
	for (struct str at = rest; str_take_line(&rest, &line); at = rest) {
		fenced ^= line_fence(str_trim(line)) != 0;
		if (!run && !fenced && leads(above) && is_hash(line) &&
			run_of(at) >= LEAST)
			run = run_of(at);
		if (run) {
			run--;
			any = true;
			buf_adds(&b, "1. ");
			buf_add(&b, str_sub(line, 2, line.n));
		} else {
			buf_add(&b, line);
		}
		buf_addc(&b, '\n');
		if (str_trim(line).n)
			above = line;
	}
	if (any)
		text = arena_str(a, buf_str(&b));
	buf_release(&b);
	return text;
}
