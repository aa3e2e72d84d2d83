/*
 * Notes behind and below key results, clause by clause (noted_p.h).
 */
#include "noted_p.h"

#include "attr.h"
#include "rag_p.h"
#include "result.h"
#include "result_p.h"
#include "verdict_p.h"
#include "vocab_p.h"

enum {
	LONGEST = 400, /* bytes of a note that are looked at */
	LABEL = 32,    /* ... of a field's name in it */
};

#define BAR "\xe2\x96" /* what a drawn bar begins with */

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
		if (!n || (s->p[i] == '.' && split_is_short(str_sub(*s, 0, i))))
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
static struct str bare(struct str s)
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
	if (s.n > 2 && s.p[0] == '(' && str_find_char(s, ')') == s.n - 1)
		return str_trim(str_sub(s, 1, s.n - 1));
	return s;
}

/* The words for a grade that are no field's name for us, or another's. */
static bool names_grade(struct str label)
{
	static const char *const WORDS[] = {"note", "note globale",
		"note finale", "nota", "nota final", "nota finale",
		"nota global", "nota geral", "punteggio", "puntuaci\u00f3n",
		"puntaje", "calificaci\u00f3n", "pontua\u00e7\u00e3o",
		"avalia\u00e7\u00e3o", "voto", "bewertung", "wertung",
		"gesamtnote", "punktzahl", "ocena", "wynik", "hodnocen\u00ed",
		"karakter", "betyg", "cijfer", "beoordeling", "puan",
		"\u043e\u0446\u0435\u043d\u043a\u0430",
		"\u043e\u0446\u0456\u043d\u043a\u0430",
		"\u0431\u0430\u043b\u043b", "\u5f97\u5206", "\u81ea\u8bc4",
		"\u8bc4\u5206", "\u8a55\u5206", "\u81ea\u8a55",
		"\u6700\u7ec8\u5f97\u5206", "\u6574\u4f53\u5f97\u5206",
		"\u30b9\u30b3\u30a2", "\u8a55\u4fa1", "\u9054\u6210\u5ea6",
		"\uc810\uc218", "\ud3c9\uac00", "\ud3c9\uc810", NULL};

	return str_is_listed(label, WORDS) || vocab_field(label) == FIELD_GRADE;
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
	struct str value, label = label_of(bare(s), &value);

	if (!label.n || label.n > LABEL || !value.n || !is_only_share(value) ||
		!names_grade(label))
		value.n = 0;
	return value;
}

const struct decimal *noted_grade(struct reader *r, struct str s)
{
	struct str value = noted_grade_told(s);

	s = bare(s);
	if (!value.n && field_is_score(s))
		value = s;
	return value.n ? field_grade(r, value, "") : NULL;
}

/* "DRI: x": the field, and its value; or FIELD_NONE. */
static enum field field_of(struct str s, struct str *value)
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

/* Is that a field that a clause may hold, and no more than set? */
static bool is_plain_field(enum field f)
{
	static const enum field FIELDS[] = {FIELD_OWNER, FIELD_DRI, FIELD_DUE,
		FIELD_CONFIDENCE, FIELD_WEIGHT, FIELD_STATUS, FIELD_BASELINE,
		FIELD_TARGET};

	for (size_t i = 0; i < COUNT_OF(FIELDS); i++) {
		if (f == FIELDS[i])
			return true;
	}
	return false;
}

/* "Result: 41", "Actual: 12", "Comment: now 14": a name in front of what is to
 * be read as any clause; tells where it says that a number is a reading. */
static struct str without_label(struct str s, bool *tells)
{
	struct str value;
	enum field f = field_of(s, &value);

	*tells = f == FIELD_RESULT || f == FIELD_CURRENT;
	return *tells || f == FIELD_NOTES || f == FIELD_PROGRESS ? value : s;
}

static bool is_share_aim(struct reader *r, const struct key_result *kr)
{
	const struct quantity *aim = field_aim(r, kr);

	return aim && !strcmp(aim->unit, "%");
}

/* "70%", "~ 70 %" */
static bool is_bare_share(struct str s)
{
	for (size_t i = 0; i < s.n; i++) {
		if (!str_is_digit(s.p[i]) && !strchr(".,~% ", s.p[i]))
			return false;
	}
	return true;
}

/* A drawn bar and its share, "75 % done", "70%" where no share is aimed at. */
static bool set_share(struct reader *r, struct key_result *kr, struct str s)
{
	struct verdict v = verdict_of(s);
	bool bar = str_starts(s, BAR), led;

	if (v.kind != RESULT_PERCENT || !v.known || !v.exact ||
		str_find_char(s, '%') == STR_NONE ||
		kr->result.kind != RESULT_NONE)
		return false;
	if (!bar && !v.sure && !is_bare_share(s))
		return false;
	if (!bar && is_share_aim(r, kr) && (!v.sure || noted_is_led(s, &led)))
		return false;
	result_read(r->a, s, &kr->result, NULL);
	return kr->result.kind == RESULT_PERCENT;
}

static bool set_reading(struct reader *r, struct key_result *kr, struct str s)
{
	bool told = kr->stated_grade || kr->result.kind != RESULT_NONE;
	struct clause c;

	while (!kr->current && noted_take(&s, &c)) {
		bool tells;
		struct str one = without_label(bare(c.s), &tells);

		if (str_eq(one, str_of(kr->result.text)))
			continue;
		kr->current = noted_reading(r, kr, one, told || tells);
	}
	return kr->current != NULL;
}

/* "$27.8M, 90%": what was reached, and how much of all that is. */
static bool split_share(struct str s, struct str *sum, struct str *share)
{
	struct clause c;

	if (!noted_take(&s, &c))
		return false;
	*sum = bare(c.s);
	*share = bare(s);
	return share->n && str_ends(*share, "%") && is_bare_share(*share) &&
	       sum->n && str_has_digit(*sum);
}

/* "Partially (91 %)" of what is to be 95 %: where it stands, and no part. */
static void unlearn_percent(struct key_result *kr)
{
	if (kr->current && kr->result.percent &&
		!strcmp(kr->current->unit, "%") &&
		decimal_cmp(kr->current->value, *kr->result.percent) == 0)
		kr->result.percent = NULL;
}

void noted_result(struct reader *r, struct key_result *kr)
{
	struct str s = str_of(kr->result.text), sum, share;
	size_t open = str_find_char(s, '(');
	struct decimal *percent;

	if (kr->current || r->ours)
		return;
	if (kr->result.kind == RESULT_PERCENT && split_share(s, &sum, &share)) {
		kr->current = noted_reading(r, kr, sum, true);
		percent = ARENA_NEW(r->a, struct decimal);
		if (kr->current && decimal_take(&share, percent))
			kr->result.percent = percent;
	} else if (kr->result.kind != RESULT_PERCENT && open != STR_NONE &&
		   str_ends(s, ")")) {
		s = str_sub(s, open + 1, s.n - 1);
		(void)set_reading(r, kr, s);
		unlearn_percent(kr);
	}
}

/* The "40%" of "now 12 (40%)". */
static struct str bracketed(struct str s)
{
	size_t open = str_rfind_char(s, '(');

	if (open == STR_NONE || !open || !str_ends(s, "%)"))
		return str_sub(s, 0, 0);
	return str_sub(s, open + 1, s.n - 1);
}

/* "Done in March", "blocked", "Missed (13 days)". */
static bool set_state(struct reader *r, struct key_result *kr, struct str s)
{
	struct verdict v = verdict_of(s);
	bool led; /* "Hit +34" */

	if (!v.known || !v.exact || v.kind == RESULT_PERCENT ||
		kr->result.kind != RESULT_NONE || noted_is_led(s, &led))
		return false;
	result_read(r->a, s, &kr->result, NULL);
	noted_result(r, kr);
	return true;
}

static bool set_field(struct reader *r, struct key_result *kr, struct str s)
{
	struct str value;
	enum field f = field_of(s, &value);

	if (!is_plain_field(f))
		return false;
	field_set_kr(r, kr, f, value, vocab_field_name(f));
	return true;
}

static bool set_health(struct key_result *kr, struct str s)
{
	enum health health;

	if (!s.n || !rag_take(&s, &health) || str_trim(s).n)
		return false;
	if (kr->health == HEALTH_NONE)
		kr->health = health;
	return true;
}

/* Everything but readings. */
static bool set_facts(struct reader *r, struct key_result *kr, struct str s)
{
	struct clause c;
	bool any = false, first = true;

	for (; noted_take(&s, &c); first = false) {
		struct str one = bare(c.s);
		const struct decimal *grade = noted_grade(r, one);
		bool tells;

		if (grade && !kr->stated_grade) {
			kr->stated_grade = grade;
			any = true;
			continue;
		}
		if (set_field(r, kr, one) || set_health(kr, one)) {
			any = true;
			continue;
		}
		one = without_label(one, &tells);
		any = set_share(r, kr, one) ||
		      set_share(r, kr, bracketed(one)) || any;
		if (first || any)
			any = set_state(r, kr, one) || any;
	}
	return any;
}

bool noted_read(struct reader *r, struct key_result *kr, struct str s)
{
	bool had = kr->current != NULL, any;

	s = str_trim(s);
	if (s.n > LONGEST)
		return false;
	any = set_facts(r, kr, s);
	return (!had && set_reading(r, kr, s)) || any;
}

bool noted_objective(struct reader *r, struct objective *o, struct str s)
{
	struct clause c;
	bool any = false;

	if (s.n > LONGEST)
		return false;
	for (s = str_trim(s); noted_take(&s, &c);) {
		struct str one = bare(c.s);
		const struct decimal *grade = noted_grade(r, one);

		if (grade && !o->stated_grade) {
			o->stated_grade = grade;
			any = true;
		} else if (str_starts(one, BAR) &&
			   o->result.kind == RESULT_NONE) {
			result_read(r->a, one, &o->result, NULL);
			any = true;
		}
	}
	return any;
}

/* "Atteint \u00e0 75 %", "Done": how it ended, in a clause that begins high. */
static bool tells_end(struct str s)
{
	struct verdict v = verdict_of(s);

	if (!s.n || (s.p[0] >= 'a' && s.p[0] <= 'z') || !v.known || !v.exact ||
		v.kind == RESULT_NOTE)
		return false;
	return v.kind != RESULT_PERCENT || v.sure || str_starts(s, BAR);
}

bool noted_has_more(struct str line, enum field field)
{
	static const bool FIELDS[] = {[FIELD_GRADE] = true,
		[FIELD_RESULT] = true,
		[FIELD_CURRENT] = true,
		[FIELD_PROGRESS] = true,
		[FIELD_NOTES] = true,
		[FIELD_OWNER] = true,
		[FIELD_DRI] = true};
	struct clause c;
	struct str value;

	if (field >= COUNT_OF(FIELDS) || !FIELDS[field] ||
		!noted_take(&line, &c) || c.comma)
		return false;
	for (; noted_take(&line, &c);) {
		struct str one = bare(c.s);

		if (noted_grade_told(one).n || field == FIELD_GRADE ||
			(field != FIELD_NOTES &&
				field_of(one, &value) == FIELD_NONE &&
				str_has_digit(one)))
			return true;
	}
	return false;
}

bool noted_tells(struct str s)
{
	struct clause c;

	if (s.n > LONGEST)
		return false;
	while (noted_take(&s, &c)) {
		if (noted_grade_told(c.s).n)
			return true;
	}
	return false;
}

bool noted_begins(struct str line)
{
	static const char *const SIGNS[] = {
		"\u2192 ", "=> ", "-> ", "==> ", "\u21b3 "};
	struct clause c;
	struct str value;
	bool first = true, tells;

	line = str_trim(line);
	for (size_t i = 0; i < COUNT_OF(SIGNS); i++) {
		if (str_starts(line, SIGNS[i]))
			return true;
	}
	if (line.n > LONGEST)
		return false;
	for (; noted_take(&line, &c); first = false) {
		struct str one = bare(c.s);

		if (noted_grade_told(one).n)
			return true;
		if (first && field_of(one, &value) == FIELD_NOTES)
			return true;
		if (first && (tells_end(one) || noted_is_led(one, &tells)))
			return true;
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
	one = bare(c.s);
	if (noted_grade_told(one).n)
		return true;
	one = without_label(one, &tells);
	if (!str_has_digit(one) && !told)
		return false;
	while (!told && noted_take(&rest, &c))
		told = noted_grade_told(bare(c.s)).n > 0;
	return noted_reading(r, kr, one, told || tells) != NULL;
}

struct str noted_split(struct reader *r, struct key_result *kr, struct str s)
{
	struct str rest = s;
	const char *text = kr->text;
	struct clause c;

	if (s.n > LONGEST)
		return s;
	while (noted_take(&rest, &c) && rest.n) {
		struct str left = str_sub(s, 0, (size_t)(c.s.p + c.s.n - s.p));

		if (c.comma || !str_trim(left).n)
			continue;
		kr->text = arena_text(r->a, left);
		if (begins_note(r, kr, rest) && field_aim(r, kr) &&
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
