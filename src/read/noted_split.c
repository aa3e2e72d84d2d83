/*
 * The note behind a key result's sentence, in the same line.
 */
#include "noted_p.h"

#include "attr.h"
#include "keyresult.h"
#include "mark_number_p.h"
#include "now_p.h"

/* "0.5 - orders are stuck": a score, and why. */
static bool is_scored(struct str first, struct str rest)
{
	return rest.n && field_is_score(first);
}

/* "last week 48 %": what was read before, in front of what is read now. */
static bool is_last_time(struct str s)
{
	static const char *const WORDS[] = {"last week", "last month",
		"last time", "letzte woche", "la semaine derni\u00e8re",
		"le mois dernier", "la semana pasada", "el mes pasado",
		"semana passada", "m\u00eas passado", "settimana scorsa",
		"vorige week"};

	s = noted_bare(s);
	for (size_t i = 0; i < COUNT_OF(WORDS); i++) {
		if (str_iskip(&s, WORDS[i])) {
			str_skip_char(&s, ':');
			s = str_trim(s);
			return s.n && str_is_digit(s.p[0]);
		}
	}
	return false;
}

/* Does a note begin here?  Its first clause has to be a fact, as far as the
 * words in front of it are the key result's. */
static bool begins_note(
	struct reader *r, const struct key_result *kr, struct str s)
{
	struct str rest = s;
	struct clause c;
	bool told = kr->stated_grade || kr->result.kind != RESULT_NONE, tells;
	struct str one;

	if (!noted_take(&rest, &c))
		return false;
	if (is_last_time(c.s) && !noted_take(&rest, &c))
		return false;
	one = noted_bare(c.s);
	if (noted_grade_told(one).n || is_scored(one, rest))
		return true;
	one = noted_value(one, &tells);
	if (!str_has_digit(one) && !told)
		return false;
	while (!told && noted_take(&rest, &c))
		told = noted_grade_told(noted_bare(c.s)).n > 0;
	return noted_reading(r, kr, one, told || tells) != NULL;
}

/* "0.5 - orders are stuck", "Score: 0.5": a grade needs no number to aim at. */
static bool begins_score(struct str s)
{
	struct clause c;

	if (!noted_take(&s, &c))
		return false;
	c.s = noted_bare(c.s);
	return is_scored(c.s, s) || noted_grade_told(c.s).n;
}

/* "3, flea beetle" without why it is so. */
static struct str without_why(struct str s)
{
	size_t at = str_find(s, STR(", "));

	return at == STR_NONE || str_has_digit(str_sub(s, at, s.n))
		       ? s
		       : str_sub(s, 0, at);
}

/* "from 3 to 5 (the lab says 4)": the start is told in front of the bracket,
 * and words in it lead to its number. */
static bool starts_before(struct reader *r, struct str s, size_t open)
{
	struct sentence said;

	sentence_read(r->a, str_sub(s, 0, open), &said);
	return said.baseline && said.target && open + 1 < s.n &&
	       str_is_alpha(s.p[open + 1]);
}

/* "(hired 5)" behind a sentence that tells no start. */
static void read_bracket(struct reader *r, struct key_result *kr, struct str s)
{
	size_t open = str_rfind_char(s, '(');
	struct sentence said;
	const char *text = kr->text;

	if (kr->current || kr->result.kind != RESULT_NONE ||
		!str_ends(s, ")") || open == STR_NONE || !open)
		return;
	sentence_read(r->a, s, &said);
	if (said.current || (said.baseline && !starts_before(r, s, open)))
		return;
	kr->text = arena_text(r->a, str_trim(str_sub(s, 0, open)));
	kr->current = noted_reading(
		r, kr, without_why(str_sub(s, open + 1, s.n - 1)), false);
	noted_led_end(r, kr, str_sub(s, open + 1, s.n - 1));
	kr->text = text;
}

/* Is it told how it ended, and what it aims at? */
static bool is_told(
	struct reader *r, const struct key_result *kr, struct str left)
{
	return (kr->result.kind == RESULT_MISSED ||
		       kr->result.kind == RESULT_DONE) &&
	       str_has_digit(left) && field_aim(r, kr);
}

/* Where the separator stands last, or STR_NONE. */
static size_t last_of(struct str s, const char *sep)
{
	size_t n = strlen(sep), last = STR_NONE;

	for (size_t at = 0; at + n <= s.n; at++)
		if (str_starts(str_sub(s, at, s.n), sep))
			last = at;
	return last;
}

/* A few words and a number, and no more: a remark would be lost.  "(65%)" may
 * be how much of it is done. */
static bool is_short_note(struct str s)
{
	enum { MOST_WORDS = 5 };
	bool letter = false;

	for (size_t i = 0; i < s.n; i++) {
		letter = letter || str_is_alpha(s.p[i]) || (s.p[i] & 0x80);
		if (s.p[i] == ';' || (s.p[i] == ',' && i + 1 < s.n &&
					     str_is_space(s.p[i + 1])))
			return false;
	}
	return letter && str_has_digit(s) && str_words(s) <= MOST_WORDS;
}

static bool is_same(const struct quantity *a, const struct quantity *b)
{
	return (!a && !b) || (a && b && a->has_value == b->has_value &&
				     decimal_cmp(a->value, b->value) == 0);
}

/* Does the note tell where it stands, and the words in front of it the goal?
 * "from 5 to 9 (now 7)" is one sentence. */
static const struct quantity *standing(
	struct reader *r, struct str s, struct str left, struct str note)
{
	struct sentence all, part;

	if (str_words(left) < 2 || !is_short_note(note))
		return NULL;
	sentence_read(r->a, s, &all);
	if (!all.current || !all.target ||
		(all.baseline && vocab_skip_now(&note)))
		return NULL;
	sentence_read(r->a, left, &part);
	return part.current || !is_same(part.target, all.target) ||
			       !is_same(part.baseline, all.baseline)
		       ? NULL
		       : all.current;
}

/* ... and how it ended. */
static void take_end(struct reader *r, struct key_result *kr, struct str left,
	struct str note)
{
	const char *text = kr->text;

	kr->text = arena_text(r->a, left);
	noted_led_end(r, kr, str_trim_end(note, ")]"));
	kr->text = text;
}

/* "Plant 400 trees (so far: 130)", "under 60 days - 71 days": without where it
 * stands, which is news and no part of the goal. */
static struct str split_standing(
	struct reader *r, struct key_result *kr, struct str s)
{
	static const char *const SEPS[] = {
		" (", " [", " - ", " \u2013 ", " \u2014 ", ", "};
	static const char *const ENDS[COUNT_OF(SEPS)] = {")", "]"};

	for (size_t i = 0; i < COUNT_OF(SEPS) && !kr->current; i++) {
		size_t at = last_of(s, SEPS[i]);
		struct str left = str_sub(s, 0, at == STR_NONE ? 0 : at);
		struct str note = str_sub(s, left.n + strlen(SEPS[i]), s.n);

		if (!left.n || (ENDS[i] && !str_ends(s, ENDS[i])))
			continue;
		kr->current = standing(r, s, left, note);
		if (kr->current) {
			take_end(r, kr, left, note);
			return str_trim(left);
		}
	}
	return s;
}

/* "-> closed at 4,380 (88%)": words in the note tell what the arrow is. */
static bool take_led(struct reader *r, struct key_result *kr, struct str left,
	struct str note)
{
	const char *text = kr->text;
	bool led = false;

	kr->text = arena_text(r->a, left);
	if (noted_is_led(note, &led) && field_aim(r, kr))
		led = noted_read(r, kr, note) && kr->current;
	else
		led = false;
	kr->text = text;
	return led;
}

/* "20 shops: 11", with "(missed)" behind it */
static bool take_told(struct reader *r, struct key_result *kr, struct str left,
	struct str note)
{
	const char *text = kr->text;

	kr->text = arena_text(r->a, left);
	if (is_told(r, kr, left))
		kr->current = noted_alone(r, kr, note);
	kr->text = text;
	return kr->current != NULL;
}

/* "40 guides: we got to 31" */
static struct str split_colon(
	struct reader *r, struct key_result *kr, struct str s)
{
	size_t at = str_rfind_char(s, ':');
	size_t close = str_rfind_char(s, ')');
	struct str left = str_sub(s, 0, at == STR_NONE ? 0 : at), note;

	note = str_trim(str_sub(s, left.n + (left.n < s.n), s.n));
	if (at == STR_NONE || !at || kr->current ||
		!str_starts(str_sub(s, at, s.n), ": ") ||
		(close != STR_NONE && close > at) ||
		(!take_told(r, kr, left, note) && !take_led(r, kr, left, note)))
		return s;
	return str_trim(left);
}

/* "under 58 (from 66) -> 60": a sentence that is whole, and where it stands. */
static struct str split_arrow(
	struct reader *r, struct key_result *kr, struct str s)
{
	static const char *const ARROWS[] = {" \u2192 ", " -> ", " \u279c "};
	struct sentence said;

	for (size_t i = 0; i < COUNT_OF(ARROWS) && !kr->current; i++) {
		size_t at = str_find(s, str_of(ARROWS[i]));
		struct str left = str_sub(s, 0, at == STR_NONE ? 0 : at);
		const char *text = kr->text;

		if (!left.n)
			continue;
		if (take_led(r, kr, left,
			    str_trim(
				    str_sub(s, at + strlen(ARROWS[i]), s.n)))) {
			r->habit.n[RESULT_AT_THIN]++;
			return str_trim(left);
		}
		sentence_read(r->a, left, &said);
		if (!said.baseline || !said.target)
			continue;
		kr->text = arena_text(r->a, left);
		kr->current = noted_reading(r, kr,
			str_trim(str_sub(s, at + strlen(ARROWS[i]), s.n)),
			true);
		kr->text = text;
		if (kr->current) {
			r->habit.n[RESULT_AT_THIN]++;
			return str_trim(left);
		}
	}
	return s;
}

/* "to 3.5x; currently 2x": the start of the way, and no news. */
static bool tells_start(struct reader *r, struct str s, struct str left)
{
	struct sentence all, part;
	struct clause c;
	struct str rest = str_trim_left(str_sub(s, left.n, s.n));

	if (!str_skip_char(&rest, ';') || !noted_take(&rest, &c))
		return false;
	s = str_sub(s, 0, (size_t)(c.s.p + c.s.n - s.p));
	sentence_read(r->a, s, &all);
	sentence_read(r->a, left, &part);
	return all.baseline && all.target && !part.baseline;
}

/* ", actual 76%, score 0.8": behind a comma only what was measured or judged
 * when all was over. */
static bool tells_end(struct str s)
{
	static const char *const WORDS[] = {"actual", "ist-wert", "erreicht",
		"r\u00e9alis\u00e9", "realizado", "realizzato", "gerealiseerd",
		"utfall", "wykonanie", "skute\u010dnost",
		"ger\u00e7ekle\u015fen", "\u0444\u0430\u043a\u0442",
		"\u0438\u0442\u043e\u0433", "\u5b9e\u9645", "\u5be6\u969b",
		"\u5b9e\u7ee9", "\u5b9f\u7e3e", "\uc2e4\uc801"};
	struct clause c;

	if (!noted_take(&s, &c))
		return false;
	s = noted_bare(c.s);
	if (noted_grade_told(s).n)
		return true;
	for (size_t i = 0; i < COUNT_OF(WORDS); i++) {
		if (str_istarts(s, WORDS[i]))
			return str_has_digit(s);
	}
	return false;
}

/* A bare number is in the unit of the aim. */
static const struct quantity *in_unit_of(
	struct reader *r, const struct quantity *q, const struct quantity *aim)
{
	struct quantity *same;

	if (strcmp(q->unit, aim->unit) == 0)
		return q;
	if (q->unit[0])
		return NULL;
	same = ARENA_NEW(r->a, struct quantity);
	*same = *q;
	same->unit = aim->unit;
	return same;
}

struct str noted_bounds(struct reader *r, struct key_result *kr, struct str s)
{
	const char *with = kr->result.kind == RESULT_PERCENT
				   ? arena_printf(r->a, "%.*s: %s", STR_ARG(s),
					     kr->result.text)
				   : arena_text(r->a, s);
	struct str all = str_of(with), left, name, value;
	size_t open = str_rfind_char(all, '('), colon;
	const struct quantity *q;
	struct sentence said;

	if (all.n > NOTED_BYTES || open == STR_NONE || !str_ends(all, ")") ||
		(kr->result.kind != RESULT_NONE &&
			kr->result.kind != RESULT_PERCENT) ||
		kr->current)
		return s;
	left = str_sub(all, 0, open);
	colon = str_rfind_char(left, ':');
	if (colon == STR_NONE || !colon)
		return s;
	name = str_trim(str_sub(left, 0, colon));
	value = str_trim(str_sub(left, colon + 1, left.n));
	if (!value.n || str_words(value) > 2)
		return s;
	q = quantity_take(r->a, &value);
	if (!q || !q->has_value || str_trim(value).n)
		return s;
	name = str_of(arena_printf(r->a, "%.*s %.*s", STR_ARG(name),
		STR_ARG(str_sub(all, open, all.n))));
	sentence_read(r->a, name, &said);
	if (!said.baseline || !said.baseline->has_value || !said.target ||
		!said.target->has_value || !in_unit_of(r, q, said.target))
		return s;
	kr->current = in_unit_of(r, q, said.target);
	kr->result = (struct result){.text = ""};
	return name;
}

struct str noted_split(struct reader *r, struct key_result *kr, struct str s)
{
	struct str rest = s;
	const char *text = kr->text;
	struct clause c;

	if (s.n > NOTED_BYTES)
		return s;
	s = rest = split_colon(r, kr, split_arrow(r, kr, s));
	read_bracket(r, kr, s);
	s = rest = split_standing(r, kr, s);
	while (noted_take(&rest, &c) && rest.n) {
		struct str left = str_sub(s, 0, (size_t)(c.s.p + c.s.n - s.p));

		if ((c.comma && !tells_end(rest)) || !str_trim(left).n ||
			tells_start(r, s, left))
			continue;
		kr->text = arena_text(r->a, left);
		if (begins_note(r, kr, rest) &&
			(field_aim(r, kr) || begins_score(rest)) &&
			noted_read(r, kr, rest)) {
			if (noted_take(&rest, &c) && rest.n)
				*vec_add(r->a, &kr->notes) = arena_text(r->a,
					str_sub(s, (size_t)(c.s.p - s.p), s.n));
			kr->text = text;
			return left;
		}
	}
	kr->text = text;
	return s;
}

const char *noted_without_remark(
	struct reader *r, struct key_result *kr, const char *text)
{
	static const char *const SEPS[] = {" - ", " \u2013 ", " \u2014 ", ": "};
	struct str s = str_of(text);

	for (size_t i = 0; i < COUNT_OF(SEPS); i++) {
		size_t at = str_find(s, str_of(SEPS[i]));
		struct str left = str_sub(s, 0, at == STR_NONE ? 0 : at), note;
		bool any;

		if (str_words(left) < 2)
			continue;
		note = str_trim(str_sub(s, at + strlen(SEPS[i]), s.n));
		kr->text = arena_text(r->a, left);
		any = noted_read(r, kr, note);
		kr->text = "";
		if (!any && (char_is_upper(note.p[0]) ||
				    (SEPS[i][0] == ':' &&
					    !is_measurable(r->a, left))))
			continue;
		*vec_add(r->a, &kr->notes) = arena_text(r->a, note);
		return arena_text(r->a, left);
	}
	return text;
}

bool noted_overall(struct reader *r, struct key_result *kr, struct str s)
{
	static const char *const WHOLES[] = {"overall", "in total",
		"altogether", "all in all", "insgesamt", "au total",
		"globalement", "en total", "no total", "in totale", "in totaal",
		"totalt", "samlet", "\u0142\u0105cznie", "celkem", NULL};
	struct decimal percent, *kept;
	struct clause c;

	while (kr->result.kind == RESULT_DONE && noted_take(&s, &c)) {
		struct str one = noted_bare(c.s);

		if (!decimal_take(&one, &percent) ||
			!str_skip_char(&one, '%') ||
			!str_is_listed(str_trim(one), WHOLES))
			continue;
		kept = ARENA_NEW(r->a, struct decimal);
		*kept = percent;
		kr->result.kind = RESULT_PERCENT;
		kr->result.percent = kept;
		return true;
	}
	return false;
}
