/*
 * What stands before a marker or the text of a line: brackets and numbering.
 */
#include "mark_look_p.h"
#include "mark_number_p.h"
#include "mark_words_p.h"

#include "attr.h"
#include "doc_line_p.h"
#include "doc_p.h"

size_t mark_offset(const struct look *r, struct str s)
{
	return s.n ? (size_t)(s.p - r->all.p) : r->all.n;
}

bool mark_bold_ends(const struct look *r, struct str s)
{
	size_t at = mark_offset(r, s), before = at;

	while (before && str_is_space(r->all.p[before - 1]))
		before--;
	while (at < r->all.n && str_is_space(r->all.p[at]))
		at++;
	return before && (r->flags[before - 1] & TEXT_BOLD) && at < r->all.n &&
	       !(r->flags[at] & TEXT_BOLD);
}

/* "%" of "99.95 % availability": what is counted, and no sentence. */
static bool begins_unit(struct str s)
{
	static const char *const SIGNS[] = {"%", "\u2030", "$", "\u20ac",
		"\u00a3", "\u00a5", "\u20b9", "\u00b0", "\u00d7", "+", "/"};

	for (size_t i = 0; i < COUNT_OF(SIGNS); i++) {
		struct str t = s;

		if (str_skip(&t, SIGNS[i]) && (!t.n || !str_is_digit(t.p[0])))
			return true;
	}
	return false;
}

/* "4.8 (star) rating": its unit, where "1.2 (star) Raise" is marked so. */
static bool begins_stars(struct str s)
{
	static const char *const STARS[] = {
		"\u2b50", "\u2605", "\u2606", "\U0001f31f", ":star:"};
	bool found = false;

	for (size_t i = 0; i < COUNT_OF(STARS); i++)
		found = str_skip(&s, STARS[i]) || found;
	str_skip(&s, "\ufe0f");
	s = str_trim(s);
	return found && !(s.n && char_is_upper(s.p[0]));
}

/* " Raise", but not " stars" or " NPS": "4.8 stars" is no numbering, nor is
 * "0.8 @ana". */
static bool begins_sentence(struct str s, bool heading)
{
	enum { TITLE_WORDS = 3 };
	bool title = heading && str_words(s) >= TITLE_WORDS;

	if (!str_skip_space(&s) || s.n < 2 || s.p[0] == '@' || begins_unit(s) ||
		begins_stars(s))
		return false;
	if (str_is_digit(s.p[0])) /* "1.1 500 readers" */
		return str_words(s) > 2;
	/* "1.1 VP Support: Answer soon" as a heading */
	return !str_is_alnum(s.p[0]) ||
	       (char_is_upper(s.p[0]) && (title || !char_is_upper(s.p[1])));
}

/* "1 - Title", "1 \u2013 Title" as a heading: s is left at the blank. */
static bool dashed(const struct look *r, struct str *s)
{
	struct str t = *s;

	if (!(r->how & (MARK_HEADING | MARK_BOLD)) || !str_skip_space(&t) ||
		!(str_skip_char(&t, '-') || str_skip(&t, "\u2013") ||
			str_skip(&t, "\u2014")) ||
		t.n < 2 || t.p[0] != ' ' || str_is_digit(t.p[1]))
		return false;
	*s = t;
	return true;
}

/* "a) ", "ii) " before the text of an item. */
static void skip_letter(struct str *s)
{
	struct enumerator e = line_enumerator(*s);

	if (e.n && !e.capital && s->p[e.n - 1] == ')')
		*s = str_trim_left(str_sub(*s, e.n, s->n));
}

/* "III. Title" as a heading or in bold: which it is. */
static bool skip_roman(const struct look *r, struct str *s)
{
	struct enumerator e = line_enumerator(*s);

	if (!(r->how & (MARK_HEADING | MARK_BOLD)) || !e.roman || !e.capital)
		return false;
	*s = str_trim_left(str_sub(*s, e.n, s->n));
	return true;
}

/* "40.000 \u20ac": an amount, where a point parts thousands. */
static bool is_thousands(struct str number)
{
	enum { DIGITS = 3 };
	size_t point = str_rfind_char(number, '.');

	return point != STR_NONE && number.n - point - 1 == DIGITS &&
	       str_is_digit(number.p[number.n - 1]);
}

/* Words that no blank parts from their number. */
static bool is_wide(struct str s)
{
	return s.n && (unsigned char)s.p[0] >= 0xe3 &&
	       (unsigned char)s.p[0] <= 0xed;
}

/* "1.", "1)", "(1)", "1.2", "1.2.", "#1" before the text. */
static void take_numbering(struct look *r, struct str *s)
{
	struct str t = *s, number = {NULL, 0};
	bool open = str_skip_char(&t, '('), hash = str_skip_char(&t, '#');
	bool dotted, closed, coded;

	if (mark_skip_numeral(s) || skip_roman(r, s))
		return;
	if (!mark_index(&t, &number) && (open || !mark_code(&t, &number)))
		return;
	coded = !str_is_digit(number.p[0]);
	dotted = str_find_char(number, '.') != STR_NONE;
	closed = str_skip_char(&t, '.') || str_skip_char(&t, ')') ||
		 (coded && str_skip_char(&t, ':'));
	if (coded && closed && !(r->how & (MARK_HEADING | MARK_BOLD)) &&
		!dotted)
		return;
	if (!closed && !hash && is_thousands(number))
		return;
	if (!closed && !hash && !coded)
		closed = dotted && str_skip_char(&t, ':');
	if (open && !closed)
		return;
	/* "`0.4` text": a score */
	if (dotted && !closed &&
		(number.p[0] == '0' || (r->flags && (r->flags[0] & TEXT_CODE))))
		return;
	if (!closed && !hash &&
		!(number.p[0] >= '1' && !coded && dashed(r, &t)) &&
		!(dotted && (begins_sentence(t, r->how & MARK_HEADING) ||
				    mark_bold_ends(r, t))))
		return;
	if (t.n && !str_is_space(t.p[0]) && !(closed && is_wide(t)))
		return;
	r->mark.number = number;
	r->mark.dotted = dotted;
	*s = str_trim_left(t);
}

/* Before "KR1] text", "2] KR2: text", "O1) text": what opened that; so too
 * before the brackets of the East. */
static void skip_bracket(struct str *s)
{
	struct str t = *s, number;
	const struct word *w;
	long n;

	if (str_skip_char(&t, '[')) {
		if (vocab_word(t) ||
			(str_take_number(&t, 99, &n) && str_skip(&t, "] ") &&
				vocab_word(t)))
			*s = t;
		return;
	}
	if (str_skip(&t, "\u3010") || str_skip(&t, "\uff3b") ||
		str_skip(&t, "\u3014")) {
		if (vocab_word(t))
			*s = t;
		return;
	}
	if (!str_skip_char(&t, '(') || !(w = vocab_word(t)) ||
		!char_is_upper(t.p[0]) || (w->is & PLURAL))
		return;
	t = str_sub(t, strlen(w->text), t.n);
	if ((mark_number(&t, &number) || strlen(w->text) < 3) &&
		str_starts(t, ") ") && t.n > 2 &&
		!mark_tells_of_it(str_sub(t, 1, t.n)))
		*s = str_sub(*s, 1, s->n);
}

void mark_front(struct look *r, struct str *s)
{
	skip_bracket(s);
	take_numbering(r, s);
	skip_letter(s);
}
