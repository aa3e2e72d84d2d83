/*
 * The numbers of markers: "1", "1.2b", "II", "One", "A", "WE1.2".
 */
#include "mark_number_p.h"
#include "mark_words_p.h"

#include "attr.h"
#include "mark_p.h"

enum { MAX_INDEX_DIGITS = 3 };

static const char *const DIGITS[] = {
	"1", "2", "3", "4", "5", "6", "7", "8", "9", "10"};

bool char_is_upper(char c)
{
	return c >= 'A' && c <= 'Z';
}

/* "%" behind a number, also with the narrow spaces that some put there? */
static bool is_share(struct str s)
{
	while (str_skip_char(&s, ' ') || str_skip(&s, "\u00a0") ||
		str_skip(&s, "\u202f"))
		;
	return str_starts(s, "%");
}

/* "o 3o trimestre" with its sign: no objective, but the third of something. */
static bool is_ordinal(struct str s)
{
	str_skip_char(&s, '.');
	if (!str_skip(&s, "\u00ba") && !str_skip(&s, "\u00aa"))
		return false;
	return s.n > 1 && s.p[0] == ' ' && str_is_alpha(s.p[1]) &&
	       !char_is_upper(s.p[1]);
}

/* "1", "1.2", "2b", "A"; the slice behind it begins with no letter. */
bool mark_index(struct str *s, struct str *number)
{
	size_t n = 0;

	while (n < s->n && str_is_digit(s->p[n]))
		n++;
	if (n > MAX_INDEX_DIGITS &&
		!(n == 4 && n + 1 < s->n && char_is_upper(s->p[n]) &&
			s->p[n + 1] == ':'))
		return false; /* "OKRs 2024", but "OKR 2024A: title" */
	while (n && n + 1 < s->n && s->p[n] == '.' &&
		str_is_digit(s->p[n + 1])) {
		n++;
		while (n < s->n && str_is_digit(s->p[n]))
			n++;
	}
	if (n && n < s->n && str_is_alpha(s->p[n]) &&
		(n + 1 == s->n || !str_is_alnum(s->p[n + 1])))
		n++;
	if (!n || (n < s->n && str_is_alnum(s->p[n])) ||
		is_share(str_sub(*s, n, s->n)) ||
		is_ordinal(str_sub(*s, n, s->n)) ||
		(n + 1 < s->n && s->p[n] == ',' && str_is_digit(s->p[n + 1])))
		return false; /* "12 %", "KR - 2,000 visits" */
	*number = str_sub(*s, 0, n);
	*s = str_sub(*s, n, s->n);
	return true;
}

/* Is the word over, so that a number may end here? */
static bool ends_number(struct str s)
{
	return !s.n || strchr(" :.)", s.p[0]) || str_starts(s, "\uff1a");
}

static bool begins_dash(struct str s)
{
	return str_starts(s, " - ") || str_starts(s, " \u2013 ") ||
	       str_starts(s, " \u2014 ");
}

/* "I", "II", "IV": a roman number before a separator. */
static bool take_roman(struct str *s, struct str *number)
{
	size_t n = 0;

	while (n < s->n && n < 5 && strchr("IVX", s->p[n]))
		n++;
	if (!n || (n < s->n && !strchr(":.) ", s->p[n])))
		return false;
	/* "I will" */
	if (n < s->n && s->p[n] == ' ' && !begins_dash(str_sub(*s, n, s->n)))
		return false;
	*number = str_sub(*s, 0, n);
	*s = str_sub(*s, n, s->n);
	return true;
}

/* Chinese and Japanese numerals, not "\u76ee\u6807\u4e00\u81f4". */
static bool take_numeral(struct str *s, struct str *number)
{
	static const char *const NUMERALS[] = {"\u4e00", "\u4e8c", "\u4e09",
		"\u56db", "\u4e94", "\u516d", "\u4e03", "\u516b", "\u4e5d",
		"\u5341"};

	for (size_t i = 0; i < COUNT_OF(NUMERALS); i++) {
		struct str t = *s;

		if (!str_skip(&t, NUMERALS[i]) || !ends_number(t))
			continue;
		*number = str_of(DIGITS[i]);
		*s = t;
		return true;
	}
	return false;
}

/* "One" or a single capital letter before a separator.  joined: behind the "-"
 * of "OBJ-T1", where no time can be meant. */
static bool take_worded_index(struct str *s, struct str *number, bool joined)
{
	static const char *const WORDS[] = {"one", "two", "three", "four",
		"five", "six", "seven", "eight", "nine", "ten"};
	struct str rest;

	for (size_t i = 0; i < COUNT_OF(WORDS); i++) {
		if (vocab_begins(*s, WORDS[i])) {
			*number = str_of(DIGITS[i]);
			*s = str_sub(*s, strlen(WORDS[i]), s->n);
			return true;
		}
	}
	if (s->n > 1 && char_is_upper(s->p[0]) && str_is_digit(s->p[1])) {
		size_t n = 1;

		while (n < s->n && str_is_digit(s->p[n]))
			n++;
		if (strchr("QH", s->p[0]) ||
			(!joined && strchr("TS", s->p[0])) ||
			(n < s->n && !strchr(":.)", s->p[n]) &&
				!(s->p[0] == 'O' &&
					begins_dash(str_sub(*s, n, s->n)))))
			return false; /* "Q3" is a time */
		*number = str_sub(*s, s->p[0] == 'O', n);
		*s = str_sub(*s, n, s->n);
		return true;
	}
	rest = str_sub(*s, 1, s->n);
	if (s->n && str_is_alpha(s->p[0]) && ends_number(rest) &&
		(char_is_upper(s->p[0])
				? !str_starts(rest, " ") || begins_dash(rest)
				: str_starts(rest, ":") ||
					  str_starts(rest, ")") ||
					  begins_dash(rest))) {
		*number = str_sub(*s, 0, 1);
		*s = rest;
		return true;
	}
	return false;
}

/* "-2" of "KR-1-2" and "KR1-2", "_2" of "KR1_2", when nothing else follows in
 * that word. */
static void take_part(struct str *s, struct str *number)
{
	size_t n = 1;

	if (s->n < 2 || (s->p[0] != '-' && s->p[0] != '_') ||
		number->p + number->n != s->p)
		return;
	while (n < s->n && str_is_digit(s->p[n]))
		n++;
	if (n == 1 || n > 3 || !ends_number(str_sub(*s, n, s->n)))
		return;
	number->n += n;
	*s = str_sub(*s, n, s->n);
}

/* "Objective 2 of 3: text", "Objective 2/3 - text": of how many it is one. */
static void skip_of_all(struct str *s)
{
	struct str t = *s;
	long n;

	if (!str_iskip(&t, " of ") && !str_skip_char(&t, '/'))
		return;
	if (str_take_number(&t, 20, &n) &&
		(str_starts(t, ":") || begins_dash(t)))
		*s = t;
}

/* "O1" of "Objective O1", "KR1.2" of "Key Result KR1.2": said twice. */
static bool take_doubled(struct str *s, struct str *number)
{
	struct str t = *s;

	if ((!str_iskip(&t, "kr") && !str_iskip(&t, "o")) || !t.n ||
		!str_is_digit(t.p[0]) || !mark_index(&t, number))
		return false;
	*s = t;
	return true;
}

/* "No. " of "Goal No. 2", "n. " of "Obiettivo n. 2". */
static bool skip_numero(struct str *s)
{
	static const char *const SIGNS[] = {"no.", "nr.", "n.", "n\u00b0",
		"n\u00ba", "n\u00b0.", "n\u00ba.", "n.\u00ba", "n.\u00b0", "no",
		"nr", "num.", "n\u00fam.", "\u010d.", "\u2116", "n:o", "number",
		"nummer", "n\u00famero", "num\u00e9ro", "numero", "nro."};

	for (size_t i = 0; i < COUNT_OF(SIGNS); i++) {
		struct str t = *s;

		if (!str_iskip(&t, SIGNS[i]))
			continue;
		str_skip_space(&t);
		if (!t.n || !str_is_digit(t.p[0]))
			continue;
		*s = t;
		return true;
	}
	return false;
}

/* "A-1" and "A.1" of "Key Result A-1. Text", "(a)" of "KR (a) Text" */
static bool take_lettered(struct str *s, struct str *number)
{
	struct str t = *s, digits = {0};
	size_t n = 0;

	if (str_skip_char(&t, '(')) { /* not "Objective (O)", "Goal (s)" */
		while (n < t.n && n < MAX_INDEX_DIGITS && strchr("ivx", t.p[n]))
			n++;
		n += !n && t.n && strchr("abcdefgh", t.p[0]);
		if (!n || n >= t.n || t.p[n] != ')')
			return false;
		*number = str_sub(t, 0, n);
		*s = str_sub(t, n + 1, t.n);
		return true;
	}
	if (t.n < 3 || !char_is_upper(t.p[0]) || !strchr("-.", t.p[1]) ||
		!str_is_digit(t.p[2]))
		return false;
	t = str_sub(t, 2, t.n);
	if (!mark_index(&t, &digits) || !ends_number(t))
		return false;
	*number = str_sub(*s, 0, digits.n + 2);
	*s = t;
	return true;
}

/* The capitals of a code: "RE" of "RE1", no time like "FY24", no "CO2". */
static size_t code_letters(struct str s)
{
	enum { LONGEST = 4 };
	static const char *const OTHERS[] = {
		"FY", "CY", "Q", "H", "CO2", "NO2", "SO2", "SOC2", "ISO", "V"};
	size_t n = 0;

	while (n < s.n && char_is_upper(s.p[n]))
		n++;
	for (size_t i = 0; i < COUNT_OF(OTHERS); i++) {
		struct str t = s;

		if (str_skip(&t, OTHERS[i]) &&
			(str_ends(str_of(OTHERS[i]), "2") ||
				n == strlen(OTHERS[i])))
			return 0;
	}
	return n <= LONGEST ? n : 0;
}

/* " (-> D1): " behind a code, in front of the title */
static bool begins_remark(struct str s)
{
	struct str remark;

	return mark_take_remark(&s, &remark) && str_starts(s, ":");
}

/* "RE1.2" of "Key Result RE1.2 - ...", "L1-R.1" of "KR L1-R.1: ...": the code
 * of a place.  Without a separator behind it only where a point is in it. */
static bool take_coded(struct str *s, struct str *number)
{
	struct str t = *s;
	size_t n = code_letters(*s), from;
	bool dotted = false;

	if (!n)
		return false;
	n += n < t.n && t.p[n] == '-';
	for (from = n; n < t.n && n < from + 2 && str_is_digit(t.p[n]);)
		n++;
	if (n == from)
		return false;
	while (n + 1 < t.n && strchr(".-", t.p[n]) &&
		(str_is_digit(t.p[n + 1]) || char_is_upper(t.p[n + 1]))) {
		dotted = dotted || t.p[n] == '.';
		from = ++n;
		while (n < t.n && n < from + 2 &&
			(str_is_digit(t.p[n]) || char_is_upper(t.p[n])))
			n++;
	}
	t = str_sub(*s, n, s->n);
	if (!ends_number(t) || (str_starts(t, " ") && !dotted &&
				       !begins_dash(t) && !begins_remark(t)))
		return false;
	*number = str_sub(*s, 0, n);
	*s = t;
	return true;
}

bool mark_number(struct str *s, struct str *number)
{
	struct str t = *s;
	bool tight = s->n && str_is_digit(s->p[0]), joined = false;

	str_skip_space(&t);
	if (!tight) {
		if (!skip_numero(&t) && !str_skip_char(&t, '#') &&
			!str_skip_char(&t, '_') && !str_skip_char(&t, '.'))
			joined = str_skip_char(&t, '-');
		joined = !str_skip_space(&t) && joined;
	}
	if (!mark_index(&t, number) &&
		!(t.p > s->p && take_doubled(&t, number)) &&
		!take_lettered(&t, number) && !take_roman(&t, number) &&
		!take_numeral(&t, number) &&
		!(t.p > s->p && take_coded(&t, number)) &&
		!take_worded_index(&t, number, joined))
		return false;
	take_part(&t, number);
	skip_of_all(&t);
	*s = t;
	return true;
}

bool mark_glued_number(struct str *s, struct str *number)
{
	size_t n = 0;

	while (n < s->n && n < 2 && str_is_digit(s->p[n]))
		n++;
	if (!n || n + 1 >= s->n || !char_is_upper(s->p[n]) ||
		!str_is_alpha(s->p[n + 1]) || char_is_upper(s->p[n + 1]))
		return false;
	*number = str_sub(*s, 0, n);
	*s = str_sub(*s, n, s->n);
	return true;
}

/* Does a marker with its number, and nothing else of that word, begin here? */
static bool begins_numbered(struct str s)
{
	const struct word *w;
	struct str number;

	if (!s.n || !strchr("OoKk", s.p[0]))
		return false;
	w = vocab_word(s);
	if (!w || (!str_is(str_of(w->text), "o") &&
			  !str_is(str_of(w->text), "kr")))
		return false;
	s = str_sub(s, strlen(w->text), s.n);
	return s.n && str_is_digit(s.p[0]) && mark_index(&s, &number) &&
	       (str_starts(s, ":") || str_starts(s, "\uff1a") ||
		       str_starts(s, ".") || begins_dash(s));
}

/* "P" of "PO1:" and "PKR1.1:"; no gas like "CO2". */
static bool skip_letters(struct str *s)
{
	static const char *const GASES[] = {"CO", "NO", "SO"};
	enum { LONGEST = 3 };

	for (size_t i = 0; i < COUNT_OF(GASES); i++) {
		if (str_starts(*s, GASES[i]))
			return false;
	}
	for (size_t n = 1; n <= LONGEST && n < s->n; n++) {
		struct str t = str_sub(*s, n, s->n);

		if (!char_is_upper(s->p[n - 1]))
			return false;
		if (char_is_upper(t.p[0]) && begins_numbered(t)) {
			*s = t;
			return true;
		}
	}
	return false;
}

bool mark_code(struct str *s, struct str *number)
{
	struct str t = *s, digits;
	size_t n = 0;

	if (!s->n || !char_is_upper(s->p[0]) || skip_letters(&t))
		return false;
	while (n < s->n && n < 4 && char_is_upper(s->p[n]))
		n++;
	t = str_sub(*s, n, s->n);
	if (!n || (n == 1 && strchr("QHTSVP", s->p[0])) ||
		str_starts(*s, "FY") || !t.n || !str_is_digit(t.p[0]) ||
		vocab_word(*s) || !mark_index(&t, &digits))
		return false;
	*number = str_sub(*s, 0, n + digits.n);
	*s = t;
	return true;
}

bool mark_skip_code(struct str *s)
{
	enum { LONGEST = 8 };
	const struct word *w;
	struct str t, number;
	size_t n = 0;

	if (!s->n || !(char_is_upper(s->p[0]) || str_is_digit(s->p[0])))
		return false;
	if (skip_letters(s))
		return true;
	while (n < s->n && n < LONGEST &&
		(char_is_upper(s->p[n]) || str_is_digit(s->p[n])))
		n++;
	if (!n || n + 3 > s->n || !strchr("-._/", s->p[n]))
		return false;
	t = str_sub(*s, n + 1, s->n);
	if (s->p[n] == '-' && mark_index(&t, &number)) /* "CO-1-KR2" */
		t = str_skip_char(&t, '-') || str_skip_char(&t, '.')
			    ? t
			    : str_sub(t, t.n, t.n);
	w = t.n && char_is_upper(t.p[0]) ? vocab_word(t) : NULL;
	n = w ? strlen(w->text) : 0;
	if (!n || n >= t.n || !str_is_digit(t.p[n]))
		return false;
	*s = t;
	return true;
}

bool mark_skip_numeral(struct str *s)
{
	static const char *const NUMERALS[] = {"\u4e00", "\u4e8c", "\u4e09",
		"\u56db", "\u4e94", "\u516d", "\u4e03", "\u516b", "\u4e5d",
		"\u5341"};
	struct str t = *s;

	if (!s->n || !(s->p[0] & 0x80))
		return false;
	for (size_t i = 0; i < COUNT_OF(NUMERALS); i++) {
		if (!str_skip(&t, NUMERALS[i]))
			continue;
		if (!str_skip(&t, "\u3001"))
			return false;
		*s = str_trim_left(t);
		return true;
	}
	return false;
}

/* Is what stands at n of s the end of "A1", "2b": "A1. Text", "A1 Text"? */
static bool ends_code(struct str s, size_t n)
{
	if (n + 1 >= s.n)
		return false;
	if (strchr(".:)", s.p[n]))
		return s.p[n + 1] == ' ';
	return s.p[n] == ' ' &&
	       !(str_is_alpha(s.p[n + 1]) && !char_is_upper(s.p[n + 1]));
}

/* "II.a", "IV.2" */
static size_t roman_sub_number(struct str s)
{
	enum { LONGEST = 4 };
	size_t n = 0;

	while (n < s.n && n <= LONGEST && strchr("IVX", s.p[n]))
		n++;
	if (!n || n > LONGEST || n + 1 >= s.n || s.p[n] != '.' ||
		!str_is_alnum(s.p[n + 1]))
		return 0;
	return ends_code(s, n + 2) ? n + 2 : 0;
}

size_t mark_sub_number(struct str s)
{
	size_t n = 1;

	if (!s.n || !str_is_alnum(s.p[0]))
		return 0;
	if (roman_sub_number(s))
		return roman_sub_number(s);
	if (char_is_upper(s.p[0])) { /* "A1", "A.1", "A12" */
		n += n < s.n && s.p[n] == '.';
		if (n >= s.n || !str_is_digit(s.p[n]))
			return 0;
		n += 1 + (n + 1 < s.n && str_is_digit(s.p[n + 1]));
	} else if (str_is_digit(s.p[0])) { /* "2b", "2.b", "12b" */
		n += n < s.n && str_is_digit(s.p[n]);
		n += n < s.n && s.p[n] == '.';
		if (n >= s.n || !str_is_alpha(s.p[n]))
			return 0;
		n++;
	} else {
		return 0;
	}
	return ends_code(s, n) ? n : 0;
}

void mark_below(struct mark *mark, struct str s, struct str above)
{
	size_t at =
		mark->lead.n ? (size_t)(mark->lead.p - s.p) + mark->lead.n : 0;
	struct str number, rest = str_trim_left(str_sub(s, at, s.n));

	number = str_sub(rest, 0, mark_sub_number(rest));
	if (mark->kind != MARK_NONE || !above.n || number.n <= above.n ||
		!str_ieq(str_sub(number, 0, above.n), above) ||
		(char_is_upper(above.p[above.n - 1]) &&
			char_is_upper(number.p[above.n])) ||
		(str_is_digit(above.p[above.n - 1]) &&
			str_is_digit(number.p[above.n])))
		return;
	rest = str_sub(rest, number.n, rest.n);
	while (rest.n && strchr(".:) ", rest.p[0]))
		rest = str_sub(rest, 1, rest.n);
	mark->kind = MARK_KEY_RESULT;
	mark->number = number;
	mark->numbered = true;
	mark->rest = mark->plain = s.n - rest.n;
}
