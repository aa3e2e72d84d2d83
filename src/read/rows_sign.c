/*
 * What stands in front of a line's text: bullets, boxes, numbers, states.
 */
#include "rows_p.h"

#include "attr.h"
#include "doc_line_p.h"
#include "mark_words_p.h"
#include "verdict_p.h"

/* "- ", "\u2013 ", "\u2192 ": a sign that is no letter or digit. */
static void take_bullet(struct row *row, struct str *s)
{
	struct str t = *s;
	size_t n = str_is_alnum(s->p[0]) ? 0 : line_marker(*s);

	if (!n && (str_skip(&t, "-> ") || str_skip(&t, "=> ") ||
			  str_skip(&t, ">> ") || str_skip(&t, "> ") ||
			  str_skip(&t, "~ ") || str_skip(&t, ". ")))
		n = s->n - t.n;
	if (n) {
		row->sign = str_trim(str_sub(*s, 0, n));
		*s = str_trim_left(str_sub(*s, n, s->n));
		return;
	}
	row->sign = symbols_skip(&t);
	if (line_has_light(*s)) {
		row->told = row->sign;
		row->sign = STR("light");
	}
	*s = t;
}

/* "[ ] ", "[x] " */
static void take_box(struct str *s)
{
	if (s->n > 3 && s->p[0] == '[' && s->p[2] == ']' && s->p[3] == ' ' &&
		strchr(" xX", s->p[1]))
		*s = str_trim_left(str_sub(*s, 3, s->n));
}

/* "i.", "iv)": its length without the sign behind, or 0. */
static size_t roman_length(struct str s)
{
	enum { LONGEST = 4 };
	size_t n = 0;

	while (n < s.n && n < LONGEST && strchr("ivx", s.p[n]))
		n++;
	return n && n < s.n && strchr(".)", s.p[n]) ? n : 0;
}

/* "1. ", "(a) ", "1.2 ", "3  ": what it looks like. */
bool row_take_number(struct str *s, struct str *sign, struct str *number)
{
	static const char *const LOOKS[2][4][2] = {
		{{"1.", "1)"}, {"1.1", "1.1)"}, {"a.", "a)"}, {"1i.", "1i)"}},
		{{"(1)", "(1)"}, {"(1)", "(1)"}, {"(a)", "(a)"},
			{"(i)", "(i)"}}};
	enum { GROUP = 3 }; /* digits: "6.000 readers" is an amount */
	struct str t = *s, digits;
	bool open = str_skip_char(&t, '(');
	size_t n = 0, dots = 0, dot = 0, kind;

	while (n < t.n &&
		(str_is_digit(t.p[n]) || (t.p[n] == '.' && n && n + 1 < t.n &&
						 str_is_digit(t.p[n + 1])))) {
		dots += t.p[n] == '.';
		dot = t.p[n] == '.' ? n : dot;
		n++;
	}
	if (dots && n - dot > GROUP)
		return false;
	kind = dots ? 1 : 0;
	if (!n) {
		n = roman_length(t);
		kind = 3;
	}
	if (!n && t.n > 1 && str_is_alpha(t.p[0]) && strchr(".)", t.p[1])) {
		n = 1;
		kind = 2;
	}
	if (!n || n + 1 >= t.n || n > 8)
		return false;
	digits = str_sub(t, 0, kind < 2 ? n : 0);
	if (strchr(".)", t.p[n])) {
		*sign = str_of(LOOKS[open][kind][t.p[n] == ')']);
		n++;
	} else if (!open && t.p[n] == ' ' &&
		   (dots || (n == 1 && t.p[n + 1] == ' '))) {
		*sign = str_of(LOOKS[0][kind][0]);
	} else {
		return false;
	}
	if (n >= t.n || t.p[n] != ' ')
		return false;
	*s = str_trim_left(str_sub(t, n, t.n));
	*number = digits;
	return true;
}

static bool take_heading(struct row *row, struct str *s)
{
	size_t n = 0;

	while (n < s->n && s->p[n] == '#')
		n++;
	if (!n || n > 6 || n >= s->n || s->p[n] != ' ')
		return false;
	row->heading = (int)n;
	*s = str_trim(str_trim_end(str_sub(*s, n, s->n), "#"));
	return true;
}

/* "II  ", "\u03b1  ", "3  ": a short sign, parted by a gap; not "kr  ". */
static bool take_gapped(struct str *s, struct str *sign)
{
	enum { LONGEST = 4 };
	size_t n = 0;

	while (n < s->n && s->p[n] != ' ' && s->p[n] != '\t')
		n++;
	if (!n || n > LONGEST || !str_starts(str_sub(*s, n, s->n), "  ") ||
		vocab_word(str_sub(*s, 0, n)))
		return false;
	if ((unsigned char)s->p[0] >= 0x80)
		*sign = n == 2 ? STR("1\u03b1") : STR("");
	else if (str_is_digit(s->p[0]))
		*sign = STR("1 ");
	else
		*sign = strspn(s->p, "IVX") >= n          ? STR("1I")
			: n == 1 && str_is_alpha(s->p[0]) ? STR("1a")
							  : STR("");
	if (!sign->n)
		return false;
	*s = str_trim_left(str_sub(*s, n, s->n));
	return true;
}

/* "DONE     text", "MOVED TO Q4   text": how it ended, before a gap. */
static bool take_state(struct row *row, struct str *s)
{
	enum { LONGEST = 24 };
	size_t gap = str_find(str_sub(*s, 0, LONGEST), STR("  "));
	struct verdict v;

	if (gap == STR_NONE || !gap)
		return false;
	v = verdict_of(str_sub(*s, 0, gap));
	if (!v.known || !v.exact || v.kind == RESULT_PERCENT)
		return false;
	row->told = str_sub(*s, 0, gap);
	row->sign = STR("state");
	*s = str_trim_left(str_sub(*s, gap, s->n));
	return true;
}

void row_take_signs(struct row *row, struct str *s, int under)
{
	struct str look = {NULL, 0};

	if (take_heading(row, s))
		row->indent = 0;
	if (!str_starts(*s, "**") && !str_starts(*s, "__"))
		take_bullet(row, s);
	take_box(s);
	if (under && !row->heading && !row->sign.n)
		row->heading = under;
	if (!row->sign.n && take_state(row, s))
		return;
	if (row_take_number(s, &look, &row->number) ||
		(!row->sign.n && take_gapped(s, &look)))
		row->sign = look;
}
