/*
 * A number alone below its key result: "9 partners", "39.5%. Going well!".
 * Its place tells that it is where things stand, as long as it is the only one
 * and of the kind that the key result aims at.
 */
#include "noted_p.h"

#include "attr.h"
#include "result.h"
#include "verdict_p.h"

/* "4 partners, 5 agencies", "1. Call them": parts, or steps. */
static bool is_part(const struct quantity *q, bool comma, struct str rest)
{
	enum { MOST_STEPS = 20 };

	if (comma)
		return rest.n && str_is_digit(rest.p[0]);
	return rest.n && !q->value.scale && q->value.coef <= MOST_STEPS &&
	       str_words(str_of(q->text)) == 1 && str_is_digit(q->text[0]) &&
	       q->text[strlen(q->text) - 1] != '%';
}

/* One of several days: "Week 3: 12%", "Week 6: 41%".  The last one counts, but
 * days that lead to what is aimed at are a plan. */
static bool read_day(
	struct reader *r, struct key_result *kr, struct str s, long day)
{
	bool again = r->alone.line == kr->line && r->alone.day, tells;
	struct clause c;

	if (again && (!kr->current || day <= r->alone.day))
		return true;
	if (again)
		kr->current = NULL;
	(void)noted_read(r, kr, s);
	if (!kr->current && noted_take(&s, &c))
		kr->current = noted_alone(
			r, kr, noted_value(noted_bare(c.s), &tells));
	r->alone.line = kr->line;
	r->alone.q = kr->current;
	r->alone.day = day;
	if (again && kr->current && field_is_reached(r, kr, kr->current))
		kr->current = NULL;
	return true;
}

bool noted_skip_bar(struct str *s)
{
	static const char *const SIGNS[] = {"\u2588", "\u2593", "\u2592",
		"\u2591", "\u25a0", "\u25a1", "\u25ae", "\u25af", "\u25b0",
		"\u25b1", "\u2b1b", "\u2b1c", "\u25cf", "\u25cb", "\u26ab",
		"\u26aa"};
	enum { LEAST = 4, MOST = 40 };
	struct str rest = *s;
	size_t n = 0, i = 0;

	while (n < MOST && i < COUNT_OF(SIGNS)) {
		for (i = 0; i < COUNT_OF(SIGNS); i++) {
			if (str_skip(&rest, SIGNS[i]))
				break;
		}
		n += i < COUNT_OF(SIGNS);
	}
	if (n < LEAST)
		return false;
	*s = str_trim(rest);
	return true;
}

/* Four squares and "70%" as how far it came. */
static bool read_bar(struct reader *r, struct key_result *kr, struct str s)
{
	struct verdict v;

	if (!noted_skip_bar(&s))
		return false;
	v = verdict_of(s);
	if (v.kind != RESULT_PERCENT || !v.has_percent)
		return false;
	if (kr->result.kind == RESULT_NONE)
		result_read(r->a, s, &kr->result, NULL);
	return true;
}

bool noted_is_dated(struct str s)
{
	struct clause c;

	return s.n <= NOTED_BYTES && noted_take(&s, &c) &&
	       noted_day(noted_bare(c.s));
}

bool noted_read_below(struct reader *r, struct key_result *kr, struct str s)
{
	struct str rest = s, first;
	const struct quantity *q;
	struct clause c;
	long day;
	bool any;

	if (s.n > NOTED_BYTES)
		return noted_read(r, kr, s);
	if (read_bar(r, kr, s))
		return true;
	if (!noted_take(&rest, &c))
		return noted_read(r, kr, s);
	first = noted_bare(c.s);
	day = noted_day(first);
	if (day && (!kr->current || kr->current == r->alone.q))
		return read_day(r, kr, s, day);
	any = noted_read(r, kr, s);
	if (kr->current && kr->current != r->alone.q)
		return any;
	q = noted_alone(r, kr, first);
	if (!q || is_part(q, c.comma, rest))
		return any;
	if (r->alone.line != kr->line) {
		r->alone.line = kr->line;
		r->alone.day = 0;
		kr->current = r->alone.q = q;
		return true;
	}
	if (!r->alone.q || decimal_cmp(q->value, r->alone.q->value) != 0)
		kr->current = r->alone.q = NULL;
	return any;
}

/* "86%", "$1.05M", "9 partners", "4.4 (May)": by its look. */
static bool is_number(struct str s)
{
	enum { MOST_WORDS = 3 };
	static const char *const MONEY[] = {
		"only ", "~", "$", "\u20ac", "\u00a3", "R$"};
	size_t open = str_find_char(s, '(');
	struct str word;

	if (open != STR_NONE)
		s = str_trim(str_sub(s, 0, open));
	for (size_t i = 0; i < COUNT_OF(MONEY); i++)
		str_iskip(&s, MONEY[i]);
	if (!s.n || !str_is_digit(s.p[0]) || !str_take_until(&s, ' ', &word) ||
		str_words(s) > MOST_WORDS)
		return false;
	return !str_has_digit(s) && str_find_char(word, '-') == STR_NONE &&
	       str_find_char(word, ':') == STR_NONE;
}

/* "Raise it from 12% to": a sentence that goes on. */
static bool is_open(struct str above)
{
	static const char *const WORDS[] = {"to", "from", "of", "by", "at",
		"and", "or", "than", "least", "most", "below", "under", "over",
		"above", "about", "for", "with", "the", "a", "in", "on",
		"every", "per", "only", "within", "=", "<", ">", "+", "&",
		"auf", "von", "um", "mit", "und", "oder", "als", "unter",
		"\u00fcber", "mindestens", "h\u00f6chstens", "rund", "bis",
		"de", "\u00e0", "et", "ou", "que", "moins", "plus", "sous", "a",
		"y", "o", "en", "m\u00e1s", "menos", "para", "hasta", "e",
		"mais", "di", "da", "per", "almeno", "van", "naar", "tot", "en",
		"of", "met", "op", "dan", "minstens", "hooguit", NULL};
	size_t space = str_rfind_char(above, ' ');
	struct str last =
		str_sub(above, space == STR_NONE ? 0 : space + 1, above.n);

	return !last.n || strchr(",(-/:", last.p[last.n - 1]) ||
	       str_is_listed(last, WORDS);
}

/* "Retire the old wiki - 0.7" */
static bool ends_score(struct str above)
{
	static const char *const MARKS[] = {
		" -", " \u2013", " \u2014", ":", " =>", " ->", " \u2192", " |"};
	size_t at = str_rfind_char(above, ' ');
	struct str left = str_sub(above, 0, at == STR_NONE ? 0 : at);

	if (!left.n || !field_is_score(str_sub(above, at + 1, above.n)))
		return false;
	for (size_t i = 0; i < COUNT_OF(MARKS); i++) {
		if (str_ends(left, MARKS[i]))
			return true;
	}
	return false;
}

/* "Retire the old wiki [0.7]": all is said in that line. */
static bool ends_scored(struct str above)
{
	size_t open;
	char close = above.n ? above.p[above.n - 1] : 0;

	if (close != ')' && close != ']')
		return ends_score(above);
	open = str_rfind_char(above, close == ')' ? '(' : '[');
	return open != STR_NONE && open &&
	       field_is_score(str_sub(above, open + 1, above.n - 1));
}

bool noted_begins_below(struct str above, struct str line)
{
	enum { LONGEST_ABOVE = 2000 }; /* asked anew at each of its lines */
	struct clause c;

	if (above.n > LONGEST_ABOVE) /* no key result */
		return false;
	if (noted_begins(line))
		return true;
	above = str_trim(above);
	return ends_scored(above) ||
	       (line.n <= NOTED_BYTES && str_has_digit(line) &&
		       str_has_digit(above) && !is_open(above) &&
		       noted_take(&line, &c) && is_number(noted_bare(c.s)));
}
