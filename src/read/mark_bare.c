/*
 * Text that nothing parts from the number before it: "O1 Grow" is a title,
 * "O1 is late" speaks of one.
 */
#include "mark_look_p.h"
#include "mark_number_p.h"
#include "mark_words_p.h"

#include <string.h>

#include "attr.h"
#include "doc_p.h"
#include "verdict_p.h"
#include "words.h"

bool mark_goes_on(struct str s, struct str remark)
{
	s = str_trim(s);
	return remark.n && s.n && str_is_alpha(s.p[0]) &&
	       !char_is_upper(s.p[0]) && str_ends(s, ".");
}

/* "kr2 renegotiate the lease": a deed. */
static bool begins_deed(struct str s)
{
	struct str word;

	return str_take_until(&s, ' ', &word) && verb_sense(word, false);
}

/* "KR1.2 pages per week", "KR1 10 builds a day": small letters, too, begin a
 * key result that says how much or what to do, or that no sentence would speak
 * of so; not "KR1.2 done", nor "KR1 slipped." */
static bool is_low_key_result(struct str number, struct str s)
{
	enum { LEAST_WORDS = 2 };
	struct verdict v;

	if (str_ends(s, ".") || str_words(s) < LEAST_WORDS ||
		(str_find_char(number, '.') == STR_NONE && !str_has_digit(s) &&
			!begins_deed(s)))
		return false;
	v = verdict_of(s);
	return !(v.known && v.exact);
}

bool mark_stands_bare(
	const struct look *r, bool kr, struct str number, struct str *s)
{
	if (mark_ranks(*s))
		return false;
	str_skip_space(s);
	return !mark_tells_of_it(*s) &&
	       (!str_is_alpha(s->p[0]) || char_is_upper(s->p[0]) ||
		       (r->how & MARK_HEADING) ||
		       (kr && is_low_key_result(number, *s)));
}

/* "Status", "Review": what a heading tells of the key results. */
static bool tells_of_krs(struct str word)
{
	static const char *const WORDS[] = {"review", "reviews", "update",
		"updates", "summary", "overview", "check-in", "check-ins",
		"results", "report", "reports", "tracking", "tracker",
		"planning", "dashboard", "template", "list", "set", "setting",
		"owners", "candidates", "ideas", "examples", "example"};

	for (size_t i = 0; i < COUNT_OF(WORDS); i++) {
		if (str_iis(word, WORDS[i]))
			return true;
	}
	return vocab_field(word) != FIELD_NONE;
}

/* "98 % of all loaves", "350 loaves": too much for the number of a marker. */
static bool begins_amount(struct str s)
{
	size_t n = 0;

	while (n < s.n && str_is_digit(s.p[n]))
		n++;
	if (n < s.n && str_starts(str_trim_left(str_sub(s, n, s.n)), "%"))
		return n > 0;
	return n > 2 && n < s.n && s.p[n] == ' ';
}

/* "8 people" behind a badge "KR", where "1: People" would be its number. */
static bool begins_number_of_mark(struct str s)
{
	struct str number;

	return mark_number(&s, &number) && mark_take_sep(&s);
}

/* "`KR` 8 people may merge", "**KR** Loaves pass": does a type of its own end
 * with the word, and the text begin? */
static bool is_badge(const struct look *r, size_t at, struct str s)
{
	enum { TYPES = TEXT_CODE | TEXT_BOLD, LEAST_WORDS = 3 };
	size_t from = mark_offset(r, s);

	return r->flags && s.n && (r->flags[at - 1] & TYPES) &&
	       !(r->flags[from] & r->flags[at - 1] & TYPES) &&
	       str_words(s) >= LEAST_WORDS &&
	       (str_is_digit(s.p[0]) || char_is_upper(s.p[0]) ||
		       (r->flags[at - 1] & TEXT_CODE)) &&
	       !begins_number_of_mark(s) && !mark_tells_of_it(s);
}

bool mark_is_worded(const struct look *r, const struct word *w, struct str s)
{
	struct str first, rest;
	size_t at = mark_offset(r, s);

	if (!str_is(str_of(w->text), "kr") || at < 2 ||
		!str_is(str_sub(r->all, at - 2, at), "KR") ||
		!str_skip_char(&s, ' '))
		return false;
	if (is_badge(r, at, s))
		return true;
	if (!(r->how & MARK_HEADING))
		return false;
	rest = s;
	if (!str_take_until(&rest, ' ', &first) || first.n < 2 ||
		str_words(rest) < 1 || mark_tells_of_it(s))
		return false;
	if (begins_amount(s))
		return true;
	return char_is_upper(first.p[0]) &&
	       str_is_alpha(first.p[first.n - 1]) && !str_has_digit(first) &&
	       !tells_of_krs(first) && str_words(rest) > 1 &&
	       ((rest.p[0] >= 'a' && rest.p[0] <= 'z') ||
		       str_is_digit(rest.p[0]));
}

struct str mark_without_letter(struct str s)
{
	static const char *const LEADS[] = {
		"O - ", "O \u2013 ", "O \u2014 ", "O | ", "O) "};

	for (size_t i = 0; i < COUNT_OF(LEADS); i++) {
		if (str_starts(s, LEADS[i]) && s.n > strlen(LEADS[i]) + 1)
			return str_trim(str_sub(s, strlen(LEADS[i]), s.n));
	}
	return s;
}

struct str mark_unquoted(struct str s)
{
	static const struct {
		const char *open, *close;
	} QUOTES[] = {{"\"", "\""}, {"\u201c", "\u201d"}, {"\u201e", "\u201c"},
		{"\u201e", "\u201d"}, {"\u00ab", "\u00bb"},
		{"\u00bb", "\u00ab"}, {"\u201d", "\u201d"},
		{"\u2018", "\u2019"}, {"\u300c", "\u300d"}};

	for (size_t i = 0; i < COUNT_OF(QUOTES); i++) {
		struct str t = str_trim_end(str_trim(s), ".");
		size_t close = strlen(QUOTES[i].close);

		if (!str_skip(&t, QUOTES[i].open) || t.n <= close ||
			!str_ends(t, QUOTES[i].close))
			continue;
		t.n -= close;
		if (str_find(t, str_of(QUOTES[i].open)) == STR_NONE &&
			str_find(t, str_of(QUOTES[i].close)) == STR_NONE)
			return str_trim(t);
	}
	return s;
}

bool mark_is_quoted(struct str s)
{
	enum { LEAST_WORDS = 2 };
	struct str title;

	s = str_trim(s);
	s = str_sub(s, 0, str_find_char(s, '\n'));
	title = mark_unquoted(s);
	return title.n < s.n && str_words(title) >= LEAST_WORDS;
}

bool mark_bold_letter(const struct look *r, struct str *s, struct str *number)
{
	struct str t = *s;

	if (!str_skip_char(&t, ' ') || t.n < 2 || !char_is_upper(t.p[0]) ||
		str_is_alnum(t.p[1]) || !mark_bold_ends(r, str_sub(t, 1, t.n)))
		return false;
	*number = str_sub(t, 0, 1);
	*s = str_sub(t, 1, t.n);
	return true;
}
