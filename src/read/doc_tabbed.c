/*
 * "KR<tab>text" over "Result<tab>80 %": a form copied from a sheet, with a
 * name, a tab and what it holds in every line.
 *
 * A colon takes the tab's place where a page has a field right below a key
 * result in that look, twice; tables have the names side by side.
 */
#include "doc_notation_p.h"

#include "attr.h"
#include "doc_line_p.h"
#include "mark_p.h"

enum { LONGEST_NAME = 24, FEWEST = 2 };

/* What "name<tab>text" is, where the line has no other tab. */
static enum mark_kind kind_of(
	struct arena *a, struct str line, struct str *name, struct str *value)
{
	static const unsigned char PLAIN[LONGEST_NAME + 4] = {0};
	struct str s = str_trim(line);
	size_t tab = str_find_char(s, '\t');
	struct mark mark;

	if (tab == STR_NONE || !tab || tab > LONGEST_NAME)
		return MARK_NONE;
	*name = str_trim(str_sub(s, 0, tab));
	*value = str_trim(str_sub(s, tab, s.n));
	if (str_find_char(*value, '\t') != STR_NONE ||
		!str_is_alpha(name->p[0]) || str_ends(*name, ":"))
		return MARK_NONE;
	mark = mark_read(
		str_of(arena_printf(a, "%.*s: x", STR_ARG(*name))), PLAIN, 0);
	if (mark.plural || mark.prefix.n ||
		(mark.kind == MARK_KEY_RESULT && str_words(*value) < 2))
		return MARK_NONE;
	return mark.kind == MARK_KEY_RESULT || mark.kind == MARK_FIELD ||
			       mark.kind == MARK_OBJECTIVE
		       ? mark.kind
		       : MARK_NONE;
}

static bool has_pairs(struct arena *a, struct str text)
{
	enum mark_kind kind, above = MARK_NONE;
	struct str line, name, value;
	size_t n = 0;

	while (n < FEWEST && str_take_line(&text, &line)) {
		kind = kind_of(a, line, &name, &value);
		n += kind == MARK_FIELD && above == MARK_KEY_RESULT;
		above = kind;
	}
	return n >= FEWEST;
}

struct str tabbed_pairs(struct arena *a, struct str text)
{
	struct str line, name, value;
	struct buf b;

	if (str_find_char(text, '\t') == STR_NONE || !has_pairs(a, text))
		return text;
	buf_init(&b, text.n * 2 + 1);
	while (str_take_line(&text, &line)) {
		if (kind_of(a, line, &name, &value) != MARK_NONE)
			buf_addf(&b, "%.*s: %.*s\n", STR_ARG(name),
				STR_ARG(value));
		else {
			buf_add(&b, line);
			buf_addc(&b, '\n');
		}
	}
	text = arena_str(a, buf_str(&b));
	buf_release(&b);
	return text;
}
