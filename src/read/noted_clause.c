/*
 * The clauses of a note, and what they are by their words alone: a grade, a
 * field, an end.
 */
#include "noted_p.h"

#include "attr.h"
#include "checkin_token_p.h"
#include "result_p.h"
#include "verdict_p.h"
#include "vocab_p.h"

enum { LABEL = 32 }; /* bytes of a field's name in a note */

/* The length of a mark that ends a clause at the beginning of s, or 0. */
static size_t clause_end(struct str s, bool *comma)
{
	static const char *const ENDS[] = {". ", "! ", "; ", " | ", " \u00b7 ",
		" \u2022 ", " \u2014 ", " \u2013 ", " - ", "\u3002", "\uff1b",
		"\n"};
	static const char *const COMMAS[] = {", ", "\uff0c", "\u3001"};

	*comma = false;
	for (size_t i = 0; i < COUNT_OF(ENDS); i++) {
		if (str_starts(s, ENDS[i]))
			return strlen(ENDS[i]);
	}
	*comma = true;
	for (size_t i = 0; i < COUNT_OF(COMMAS); i++) {
		if (str_starts(s, COMMAS[i]))
			return strlen(COMMAS[i]);
	}
	return s.n > 1 && s.p[0] == ',' && (unsigned char)s.p[1] >= 0x80;
}

/* "(0.7)" behind what was reached is a clause of its own, and so is "0.7" in
 * front of a colon. */
static bool is_score_end(struct str s, size_t at)
{
	enum { LONGEST = 40 };
	struct str rest = str_sub(s, at, s.n);
	size_t close = str_find_char(str_sub(rest, 0, LONGEST), ')');

	if (str_starts(rest, ": "))
		return field_is_score(str_trim(str_sub(s, 0, at)));
	return at && close != STR_NONE && str_skip(&rest, " (") &&
	       field_is_score(str_sub(rest, 0, close - 2));
}

/* "vs. 68 %", "Yes ... and no", and no "37 min. Score: 0.6" */
static bool goes_on(struct str s, size_t dot)
{
	struct str behind = str_trim(str_sub(s, dot + 1, s.n)), value;

	if (dot && s.p[dot - 1] == '.' && str_istarts(behind, "and "))
		return true;
	if (!split_is_short(str_sub(s, 0, dot)))
		return false;
	if (!behind.n || behind.p[0] < 'A' || behind.p[0] > 'Z')
		return true;
	value = str_sub(behind, 0, str_find(behind, STR(". ")));
	return !noted_grade_told(value).n &&
	       noted_field(behind, &value) == FIELD_NONE;
}

bool noted_take(struct str *s, struct clause *clause)
{
	int depth = 0;

	if (!s->n)
		return false;
	for (size_t i = 0; i < s->n; i++) {
		bool comma = false;
		size_t n;

		depth += s->p[i] == '(' || s->p[i] == '[';
		depth -= depth && (s->p[i] == ')' || s->p[i] == ']');
		if (depth || str_is_alnum(s->p[i]))
			continue;
		n = clause_end(str_sub(*s, i, s->n), &comma);
		if (!n && is_score_end(*s, i)) {
			comma = false;
			n = 1;
		}
		if (!n || (s->p[i] == '.' && goes_on(*s, i)))
			continue;
		clause->s = str_trim(str_sub(*s, 0, i));
		clause->comma = comma;
		*s = str_trim(str_sub(*s, i + n, s->n));
		return true;
	}
	clause->s = str_trim(*s);
	clause->comma = false;
	s->n = 0;
	return true;
}

/* Without the signs, quotes and marks of type around it. */
struct str noted_bare(struct str s)
{
	static const char *const ARROWS[] = {"==>", "-->", "=>", "->", "\u2192",
		"\u21d2", "\u21b3", ": ", "> ", "\u2022 "};
	size_t before;

	do {
		before = s.n;
		s = str_trim(s);
		for (size_t i = 0; i < COUNT_OF(ARROWS); i++)
			str_skip(&s, ARROWS[i]);
		while (s.n && strchr("*_`\"", s.p[0]))
			s = str_sub(s, 1, s.n);
	} while (s.n != before);
	while (s.n && strchr("*_`\".!;", s.p[s.n - 1]))
		s.n--;
	s = str_trim(s);
	if (s.n > 2 &&
		((s.p[0] == '(' && str_find_char(s, ')') == s.n - 1) ||
			(s.p[0] == '[' && str_find_char(s, ']') == s.n - 1)))
		return str_trim(str_sub(s, 1, s.n - 1));
	return s;
}

/* "I'd give it a good", "we rate this": what a grade follows on. */
static bool gives_grade(struct str s)
{
	static const char *const WHO[] = {"I'd ", "I\u2019d ", "I would ", "I ",
		"we'd ", "we\u2019d ", "we would ", "we "};
	static const char *const VERBS[] = {"give", "rate", "grade", "score"};
	static const char *const WORDS[] = {"it", "this", "that", "us", "them",
		"ourselves", "myself", "a", "an", "at", "as", "around", "about",
		"good", "solid", "strong", "fair", "generous"};
	static const char *const BEFORE[] = {"but ", "so ", "and ", "overall "};
	bool found = false;

	for (size_t i = 0; i < COUNT_OF(BEFORE); i++)
		str_iskip(&s, BEFORE[i]);
	for (size_t i = 0; !found && i < COUNT_OF(WHO); i++)
		found = str_iskip(&s, WHO[i]);
	if (!found)
		return false;
	found = false;
	for (size_t i = 0; !found && i < COUNT_OF(VERBS); i++)
		found = str_iskip(&s, VERBS[i]);
	while (found && s.n) {
		struct str word;

		if (!str_skip_space(&s))
			return false;
		word = str_sub(s, 0, str_find_char(s, ' '));
		s = str_sub(s, word.n, s.n);
		found = false;
		for (size_t i = 0; !found && i < COUNT_OF(WORDS); i++)
			found = str_iis(word, WORDS[i]);
	}
	return found;
}

/* The words for a grade that are no field's name for us, or another's. */
static bool names_grade(struct str label)
{
	static const char *const WORDS[] = {"overall", "average", "avg", "mean",
		"total", "self-score", "self score", "self-grade", "gesamt",
		"moyenne", "promedio", "media", "m\u00e9dia", "gemiddeld",
		"note", "note globale", "note finale", "nota", "nota final",
		"nota finale", "nota global", "nota geral", "punteggio",
		"puntuaci\u00f3n", "puntaje", "calificaci\u00f3n",
		"pontua\u00e7\u00e3o", "avalia\u00e7\u00e3o", "voto",
		"bewertung", "wertung", "gesamtnote", "punktzahl", "ocena",
		"wynik", "hodnocen\u00ed", "karakter", "betyg", "cijfer",
		"beoordeling", "puan", "\u043e\u0446\u0435\u043d\u043a\u0430",
		"\u043e\u0446\u0456\u043d\u043a\u0430",
		"\u0431\u0430\u043b\u043b", "\u5f97\u5206", "\u81ea\u8bc4",
		"\u8bc4\u5206", "\u8a55\u5206", "\u81ea\u8a55",
		"\u6700\u7ec8\u5f97\u5206", "\u6574\u4f53\u5f97\u5206",
		"\u30b9\u30b3\u30a2", "\u8a55\u4fa1", "\u9054\u6210\u5ea6",
		"\uc810\uc218", "\ud3c9\uac00", "\ud3c9\uc810", NULL};

	return str_is_listed(label, WORDS) ||
	       vocab_field(label) == FIELD_GRADE || gives_grade(label);
}

/* The bytes before the first digit, without what parts a name from it. */
static struct str label_of(struct str s, struct str *value)
{
	static const char *const WIDE = "\uff1a";
	size_t n = 0;

	while (n < s.n && !str_is_digit(s.p[n]) &&
		!(s.p[n] == '.' && n + 1 < s.n && str_is_digit(s.p[n + 1])))
		n++;
	*value = str_sub(s, n, s.n);
	s = str_trim(str_sub(s, 0, n));
	while (s.n && strchr(":=-", s.p[s.n - 1]))
		s = str_trim(str_sub(s, 0, s.n - 1));
	if (str_ends(s, WIDE))
		s = str_sub(s, 0, s.n - strlen(WIDE));
	return str_trim(s);
}

/* "0.7", "0,7", "1", "7/10", "0.7/1.0", "6/10 points", "0.7分" */
static bool is_only_share(struct str s)
{
	static const char *const ENDS[] = {"/1.0", "/1,0", "/10", "/100", "/1",
		"/5", " / 1.0", " / 1", " / 10", " of 10", " out of 10",
		" out of 1.0", " sur 10", " von 10", " su 10", " de 10", "%",
		" %", "\u5206"};
	size_t n = 0;

	while (n < s.n && (str_is_digit(s.p[n]) || strchr(".,", s.p[n])))
		n++;
	s = str_sub(s, n, s.n);
	for (size_t i = 0; i < COUNT_OF(ENDS); i++) {
		if (str_skip(&s, ENDS[i]))
			break;
	}
	s = str_trim(s);
	return n && (!s.n || str_iis(s, "points") || str_iis(s, "pts") ||
			    s.p[0] == '(');
}

struct str noted_grade_told(struct str s)
{
	struct str value, label = label_of(noted_bare(s), &value);

	if (!label.n || label.n > LABEL || !value.n || !is_only_share(value) ||
		!names_grade(label))
		value.n = 0;
	return value;
}

const struct decimal *noted_grade(struct reader *r, struct str s)
{
	struct str value = noted_grade_told(s);

	s = noted_bare(s);
	if (!value.n && field_is_score(s))
		value = s;
	return value.n ? field_grade(r, value, "") : NULL;
}

/* "DRI: x": the field, and its value; or FIELD_NONE. */
enum field noted_field(struct str s, struct str *value)
{
	size_t at = str_find_char(s, ':'), wide = str_find(s, STR("\uff1a"));
	size_t n = 1;

	if (wide != STR_NONE && (at == STR_NONE || wide < at)) {
		at = wide;
		n = strlen("\uff1a");
	}
	if (at == STR_NONE || at > LABEL)
		return FIELD_NONE;
	*value = str_trim(str_sub(s, at + n, s.n));
	if (!value->n)
		return FIELD_NONE;
	return vocab_field(str_trim(str_sub(s, 0, at)));
}

/* "Q3", "H1 2024", "Q2 (year to date)", "YTD" */
static bool is_term(struct str s)
{
	size_t open = str_find_char(s, '(');

	if (open != STR_NONE && str_ends(s, ")"))
		s = str_trim(str_sub(s, 0, open));
	if (str_iis(s, "ytd") || str_iis(s, "year to date"))
		return true;
	return s.n > 1 && strchr("QHqh", s.p[0]) && s.p[1] >= '1' &&
	       s.p[1] <= '4' &&
	       (s.n == 2 ||
		       (s.n == 7 && s.p[2] == ' ' && str_is_digit(s.p[3])));
}

/* "30 June: 41", "Week 6: 41": what stands behind its day, or n 0. */
static struct str behind_day(struct str s)
{
	size_t at = str_find(s, STR(": "));
	struct str day = str_sub(s, 0, at == STR_NONE ? 0 : at);

	if (!day.n || at > LABEL || (!field_is_day(day) && !is_term(day)))
		return str_sub(s, 0, 0);
	return str_trim(str_sub(s, at + 1, s.n));
}

long noted_day(struct str s)
{
	enum { MONTH = 31, YEAR = 12 * MONTH };
	struct str value = behind_day(s), word;
	struct date day = field_date(str_sub(s, 0, s.n - value.n));
	long key = 0, n;

	if (!value.n)
		return 0;
	if (date_is_set(day))
		return day.year * YEAR + day.month * MONTH + day.day;
	s = str_trim_end(str_trim(str_sub(s, 0, s.n - value.n)), ":");
	while (str_take_until(&s, ' ', &word)) {
		if (str_take_number(&word, MONTH * 2, &n))
			key += n;
		else
			key += MONTH * day_month(str_trim_end(word, ".,"));
	}
	return key;
}

/* "Result: 41", "Actual: 12", "Comment: now 14": a name in front of what is to
 * be read as any clause; tells where it says that a number is a reading. */
struct str noted_value(struct str s, bool *tells)
{
	struct str value = behind_day(s);
	enum field f;

	*tells = value.n && str_has_digit(str_sub(s, 0, s.n - value.n));
	if (value.n)
		return value;
	f = noted_field(s, &value);
	*tells = f == FIELD_RESULT || f == FIELD_CURRENT;
	return *tells || f == FIELD_NOTES || f == FIELD_PROGRESS ? value : s;
}

/* "Atteint \u00e0 75 %", "Done": how it ended, in a clause that begins high. */
static bool tells_end(struct str s)
{
	struct verdict v;

	if (!s.n || (s.p[0] >= 'a' && s.p[0] <= 'z'))
		return false;
	v = verdict_of(s);
	if (!v.known || !v.exact)
		return false;
	return v.kind != RESULT_PERCENT || v.sure || str_starts(s, NOTED_BAR);
}

bool noted_has_more(struct str line, enum field field)
{
	static const bool FIELDS[] = {[FIELD_GRADE] = true,
		[FIELD_RESULT] = true,
		[FIELD_CURRENT] = true,
		[FIELD_PROGRESS] = true,
		[FIELD_NOTES] = true,
		[FIELD_STATUS] = true,
		[FIELD_OWNER] = true,
		[FIELD_DRI] = true};
	struct clause c;
	struct str value;

	if (field >= COUNT_OF(FIELDS) || !FIELDS[field] ||
		!noted_take(&line, &c) || c.comma)
		return false;
	for (; noted_take(&line, &c);) {
		struct str one = noted_bare(c.s);

		if (noted_grade_told(one).n || field_is_score(one) ||
			field == FIELD_GRADE ||
			(field != FIELD_NOTES &&
				noted_field(one, &value) == FIELD_NONE &&
				str_has_digit(one)))
			return true;
	}
	return false;
}

bool noted_tells(struct str s)
{
	struct clause c;

	if (s.n > NOTED_BYTES)
		return false;
	while (noted_take(&s, &c)) {
		struct str one = noted_bare(c.s);

		symbols_skip(&one);
		if (noted_grade_told(c.s).n || field_is_score(one))
			return true;
	}
	return false;
}

bool noted_begins(struct str line)
{
	static const char *const SIGNS[] = {"\u2192 ", "-> ", "\u21b3 "};
	struct clause c;
	struct str value;
	bool first = true, tells;

	line = str_trim(line);
	if (str_starts(line, "=") || str_starts(line, "\u21d2"))
		return false; /* "=> 3/5" goes on with what is above */
	for (size_t i = 0; i < COUNT_OF(SIGNS); i++) {
		if (str_starts(line, SIGNS[i]))
			return true;
	}
	if (line.n > NOTED_BYTES)
		return false;
	for (; noted_take(&line, &c); first = false) {
		struct str one = noted_bare(c.s);

		if (noted_grade_told(one).n)
			return true;
		if (first && (noted_field(one, &value) == FIELD_NOTES ||
				     behind_day(one).n))
			return true;
		if (first && (tells_end(one) || noted_is_led(one, &tells)))
			return true;
	}
	return false;
}
