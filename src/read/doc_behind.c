/*
 * "- Key Result: A" over "=> 90% - Key Result: B" over "=> 5%": pages of which
 * only the text was kept, and not where an item began.
 *
 * The result goes behind the line that it is of, and what is left of its own
 * line is the next item: each stays in its line.  Only pages where a result
 * and a label share a line are so; on others markdown knows what goes on.
 */
#include "doc_notation_p.h"

#include "attr.h"
#include "doc_line_p.h"

enum { LONGEST_RESULT = 80 };

static const char *const LABELS[] = {"Key Result: ", "Key Results: ",
	"Key result: ", "Key results: ", "KR: ", "**Key Result: ",
	"**Key Result:** ", "**KR: ", "**KR:** ", NULL};

static bool is_label(struct str s)
{
	return str_listed_start(s, LABELS) != NULL;
}

/* Where a label begins in a line whose beginning is something else. */
static size_t find_label(struct str s)
{
	for (size_t i = 1; i < s.n && i < LONGEST_RESULT; i++) {
		if (str_is_space(s.p[i - 1]) && is_label(str_sub(s, i, s.n)))
			return i;
	}
	return STR_NONE;
}

/* "-" at the end, of the item that begins in the next line. */
static void cut_dash(struct str *s)
{
	if (str_ends(*s, "-") && !str_ends(*s, "--"))
		*s = str_trim_right(str_sub(*s, 0, s->n - 1));
}

/* Parts "=> 90% - Key Result: B" into "=> 90%" and "Key Result: B". */
static bool take_result(struct str line, struct str *result, struct str *rest)
{
	struct str s = str_trim(line);
	size_t at;

	if (!str_starts(s, "=>"))
		return false;
	at = find_label(s);
	*result = str_trim_right(str_sub(s, 0, at));
	*rest = at == STR_NONE ? str_sub(s, s.n, s.n) : str_sub(s, at, s.n);
	cut_dash(result);
	return true;
}

/* Does any line show that items were torn: a result before a label, a label
 * below the dash that began it? */
static bool has_torn(struct str text)
{
	struct str line, result, rest;
	bool dash = false;

	while (str_take_line(&text, &line)) {
		struct str s = str_trim(line);

		if (dash && is_label(s))
			return true;
		dash = str_is(s, "-");
		if (!take_result(s, &result, &rest))
			continue;
		if (rest.n)
			return true;
		dash = str_ends(s, " -");
	}
	return false;
}

/* "Key Result: B" as the item that it was. */
static struct str item_of(struct arena *a, struct str s)
{
	if (!is_label(s))
		return s;
	cut_dash(&s);
	return str_of(arena_printf(a, "- %.*s", STR_ARG(s)));
}

struct str results_behind(struct arena *a, struct str text)
{
	struct str line, result, rest, above = {NULL, 0};
	bool first = true;
	struct buf b;

	if (!has_torn(text))
		return text;
	buf_init(&b, text.n * 4 + 2);
	while (str_take_line(&text, &line)) {
		if (str_trim(above).n && take_result(line, &result, &rest)) {
			above = str_of(arena_printf(a, "%.*s %.*s",
				STR_ARG(above), STR_ARG(result)));
			line = rest;
		} else if (str_is(str_trim(line), "-")) {
			line = (struct str){NULL, 0};
		}
		if (!first)
			buf_addf(&b, "%.*s\n", STR_ARG(above));
		first = false;
		above = item_of(a, line);
	}
	buf_addf(&b, "%.*s\n", STR_ARG(above));
	text = arena_str(a, buf_str(&b));
	buf_release(&b);
	return text;
}
