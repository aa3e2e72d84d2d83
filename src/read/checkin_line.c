/*
 * The small scanners of check-ins: line markers, numbers of key results,
 * shares; and which key result a number or some words mean.
 */
#include "checkin_line_p.h"

struct str line_bare(struct str line)
{
	struct str rest = str_trim(line);
	long n;

	for (;;) {
		struct str number = rest;

		if (str_skip(&rest, "[ ]") || str_skip(&rest, "[x]") ||
			str_skip(&rest, "**") || str_skip(&rest, "__") ||
			str_skip(&rest, "- ") || str_skip(&rest, "* ") ||
			str_skip(&rest, "+ ") || str_skip_char(&rest, '#') ||
			str_skip_space(&rest))
			continue;
		if (!str_take_number(&number, 999, &n) ||
			(!str_skip(&number, ". ") && !str_skip(&number, ") ")))
			return rest;
		rest = number;
	}
}

bool line_take_ordinal(struct str *s, struct str *number)
{
	struct str rest = *s;
	size_t n = 0;

	str_skip_blank(&rest);
	str_skip_char(&rest, '#');
	while (n < rest.n && (str_is_digit(rest.p[n]) ||
				     (n && rest.p[n] == '.' && n + 1 < rest.n &&
					     str_is_digit(rest.p[n + 1]))))
		n++;
	if (!n || (n < rest.n && str_is_alpha(rest.p[n])))
		return false;
	*number = str_sub(rest, 0, n);
	*s = str_sub(rest, n, rest.n);
	return true;
}

bool line_take_kr(struct str *s, struct str *number)
{
	static const char *const LEADS[] = {
		"update on ", "update ", "progress on ", "status of "};
	struct str rest = *s;

	for (size_t i = 0; i < COUNT_OF(LEADS); i++)
		if (str_iskip(&rest, LEADS[i]))
			break;
	if (!str_iskip(&rest, "Key Result") && !str_iskip(&rest, "KR"))
		return false;
	if (!line_take_ordinal(&rest, number))
		return false;
	*s = rest;
	return true;
}

struct str line_digits(const char *written)
{
	struct str s = str_of(written);

	while (s.n && !str_is_digit(s.p[0]))
		s = str_sub(s, 1, s.n);
	while (s.n && !str_is_digit(s.p[s.n - 1]))
		s.n--;
	return s;
}

static bool has_number(
	const struct objective *o, size_t index, struct str number)
{
	struct str written = line_digits(o->key_results.v[index].number);
	long n;

	if (written.n)
		return str_eq(written, number);
	return str_take_number(&number, 999, &n) && !number.n &&
	       n == (long)index + 1;
}

bool line_contains(struct str text, struct str words)
{
	enum { WORDS_BYTES = 6 };

	return words.n >= WORDS_BYTES && str_ifind(text, words) != STR_NONE;
}

bool kr_is_called(const struct key_result *kr, struct str words)
{
	struct str measure = str_of(kr->measure);

	if (!words.n)
		return false;
	return str_iis(words, kr->text) || str_iis(words, kr->measure) ||
	       line_contains(str_of(kr->text), words) ||
	       (measure.n && line_contains(words, measure));
}

struct key_result *kr_find(
	struct objective *o, struct str number, struct str words)
{
	struct key_result *found = NULL;

	for (size_t i = 0; i < o->key_results.n; i++) {
		struct key_result *kr = &o->key_results.v[i];

		if (number.n ? !has_number(o, i, number)
			     : !kr_is_called(kr, words))
			continue;
		if (found)
			return NULL;
		found = kr;
	}
	return found;
}

const struct decimal *line_share(struct arena *a, struct str text)
{
	static const struct decimal ONE = {1, 0};
	struct decimal *d = ARENA_NEW(a, struct decimal), ten;

	str_skip_blank(&text);
	if (!decimal_take(&text, d))
		return NULL;
	str_skip_blank(&text);
	if (str_skip_char(&text, '%')) {
		if (!decimal_shift(*d, -2, d))
			return NULL;
	} else if (str_skip_char(&text, '/')) {
		if (!decimal_take(&text, &ten) || ten.scale || ten.coef != 10 ||
			!decimal_shift(*d, -1, d))
			return NULL;
	}
	return decimal_cmp(*d, ONE) <= 0 ? d : NULL;
}

/* Words behind a number that make it anything but the present value. */
static bool is_remainder(struct str rest)
{
	static const char *const WORDS[] = {"to go", "left", "remaining",
		"more", "short", "behind", "ahead", "missing", "needed",
		"away"};
	struct str text = str_sub(rest, 0, 40);

	for (size_t i = 0; i < text.n; i++)
		if (text.p[i] == ',' || text.p[i] == ';' || text.p[i] == '(')
			text.n = i;
	for (size_t i = 0; i < COUNT_OF(WORDS); i++)
		if (str_ifind(text, str_of(WORDS[i])) != STR_NONE)
			return true;
	return false;
}

static bool is_currency(const char *unit)
{
	return strlen(unit) == 3 && unit[0] >= 'A' && unit[0] <= 'Z' &&
	       unit[1] >= 'A' && unit[1] <= 'Z';
}

/* May the number be a value of what the target counts? */
static bool fits(const struct key_result *kr, const struct quantity *q)
{
	const struct quantity *like = kr->target ? kr->target : kr->baseline;

	if (!q->has_value || q->comparator != CMP_NONE)
		return false;
	if (!like || !like->has_value)
		return true;
	if (!quantity_is_like(like, q))
		return false;
	/* "14.5" for "$18M" may mean millions: nobody knows. */
	return q->unit[0] || !is_currency(like->unit);
}

/* "7/15 deals" for a target of 15 deals are 7 of them. */
static const struct quantity *of_target(
	struct arena *a, const struct key_result *kr, const struct quantity *q)
{
	const struct quantity *like = kr->target;
	struct str of = q ? str_of(q->unit) : STR("");
	struct quantity *part;
	struct decimal all;

	if (!like || !like->has_value || !str_skip_char(&of, '/') ||
		!decimal_take(&of, &all) || str_trim(of).n ||
		decimal_cmp(all, like->value) != 0 || like->unit[0] == '/')
		return q;
	part = ARENA_NEW(a, struct quantity);
	*part = *q;
	part->unit = like->unit;
	return part;
}

bool line_is_value(
	struct arena *a, const struct key_result *kr, struct str text)
{
	const struct quantity *q = of_target(a, kr, quantity_take(a, &text));

	return q && fits(kr, q) && !str_trim(text).n;
}

const struct quantity *line_value(
	struct arena *a, const struct key_result *kr, struct str text)
{
	static const char *const LEADS[] = {"currently at", "currently",
		"current", "now at", "now", "at", "reached", "is now at",
		"is at", "we are at", "we are now at", "we're at", "up to",
		"down to", "dropped to", "fell to", "rose to", "grew to",
		"went up to", "went down to", "increased to", "improved to",
		"decreased to", "still at", "still", "stuck at", "stands at",
		"stable at", "unchanged at", "remains at", "finished at",
		"ended at", "closed at", "ended the quarter at", "final",
		"this week", "about", "around", "roughly"};
	const struct quantity *q;
	struct str rest = text;

	for (size_t i = 0; i < COUNT_OF(LEADS); i++)
		if (str_iskip(&rest, LEADS[i])) {
			if (!str_skip_char(&rest, ':') &&
				!str_skip_blank(&rest)) {
				rest = text;
				continue;
			}
			str_skip_blank(&rest);
			break;
		}
	if (str_starts(rest, "+"))
		return NULL;
	q = quantity_take(a, &rest);
	/* "$14M -> $14.6M" */
	str_skip_blank(&rest);
	if (q && (str_skip(&rest, "->") || str_skip(&rest, "\xe2\x86\x92") ||
			 str_skip(&rest, "=>")))
		q = quantity_take(a, &rest);
	q = of_target(a, kr, q);
	return q && fits(kr, q) && !is_remainder(rest) ? q : NULL;
}
