/*
 * What an objective serves, where its title tells by a short name: "Fair
 * prices (C2)", "Reading rooms -> AO1".  Short names are those that titles
 * begin with, "C2. Earn what we spend", where several do.
 */
#include "reader_p.h"

#include "attr.h"
#include "mark_number_p.h"
#include "mark_words_p.h"

enum {
	MOST_LETTERS = 4,
	MOST_DIGITS = 2,
	MOST_OBJECTIVES = 500,
	LONGEST = 60, /* bytes of what is told of the one above */
	MOST_WORDS = 6,
	LEAST = 2, /* titles with a name make a habit */
};

/* "C1", "AO1.2" at the beginning of s; s is left behind it. */
static bool take_code(struct str *s, struct str *code)
{
	size_t n = 0, digits = 0;

	while (n < s->n && n < MOST_LETTERS && char_is_upper(s->p[n]))
		n++;
	if (!n)
		return false;
	while (n < s->n && digits < MOST_DIGITS && str_is_digit(s->p[n]))
		n++, digits++;
	if (!digits)
		return false;
	while (n + 1 < s->n && s->p[n] == '.' && str_is_digit(s->p[n + 1]))
		n += 2;
	if (n < s->n && (str_is_alnum(s->p[n]) || strchr("%/-+", s->p[n])))
		return false;
	*code = str_sub(*s, 0, n);
	*s = str_sub(*s, n, s->n);
	return true;
}

static bool is_time(struct str code)
{
	static const char *const TIMES[] = {
		"Q", "H", "FY", "CY", "KW", "CW", "KR", "WW", NULL};
	size_t n = 0;

	while (n < code.n && char_is_upper(code.p[n]))
		n++;
	return str_is_listed(str_sub(code, 0, n), TIMES);
}

/* The short name that a title begins with; rest: the title itself. */
static bool named_title(struct str s, struct str *code, struct str *rest)
{
	enum { WORDS = 2 };
	bool sep;

	if (!take_code(&s, code) || is_time(*code))
		return false;
	sep = str_skip_char(&s, '.') || str_skip_char(&s, ')') ||
	      mark_take_sep(&s);
	if (!sep && !str_starts(s, " "))
		return false;
	*rest = str_trim(s);
	return str_words(*rest) >= WORDS &&
	       (sep || !(rest->p[0] >= 'a' && rest->p[0] <= 'z'));
}

/* Do two titles begin with the same name?  Then it is none, but a rank. */
static bool is_twice(struct reader *r, size_t i, struct str code)
{
	struct objective *o = r->m->objectives.v;
	struct str other, rest;

	for (size_t k = r->first; k < i; k++) {
		if (named_title(str_of(o[k].title), &other, &rest) &&
			str_eq(code, other))
			return true;
	}
	return false;
}

static void name_by_codes(struct reader *r)
{
	struct objective *o = r->m->objectives.v;
	struct str code, rest;
	size_t n = 0;

	for (size_t i = r->first; i < r->m->objectives.n; i++) {
		if (o[i].number[0] || is_our_line(r, o[i].source.line) ||
			!named_title(str_of(o[i].title), &code, &rest))
			continue;
		n++;
		if (is_twice(r, i, code))
			return;
	}
	for (size_t i = r->first; n >= LEAST && i < r->m->objectives.n; i++) {
		if (o[i].number[0] || is_our_line(r, o[i].source.line) ||
			!named_title(str_of(o[i].title), &code, &rest))
			continue;
		o[i].number = arena_text(r->a, code);
		o[i].title = arena_text(r->a, rest);
	}
}

/* The objective of that name, and no other, that is not index. */
static bool is_other(const struct reader *r, size_t index, struct str code)
{
	const struct objective *o = r->m->objectives.v;

	if (code.n > 1 && code.p[0] == 'O' && str_is_digit(code.p[1]))
		code = str_sub(code, 1, code.n); /* "O1" has the number 1 */
	for (size_t i = r->first; i < r->m->objectives.n; i++) {
		if (i != index && str_ieq(str_of(o[i].number), code))
			return true;
	}
	return false;
}

/* "Company objective 2" in s, where the word begins at a byte of it. */
static struct str worded_name(
	const struct reader *r, size_t index, struct str s, size_t at)
{
	const struct word *w = vocab_word(str_sub(s, at, s.n));
	struct str behind, number, front = str_trim(str_sub(s, 0, at));
	size_t blank = str_rfind_char(front, ' ');
	enum level level;

	if (!w || w->kind != WORD_OBJECTIVE || (w->is & PLURAL) ||
		strlen(w->text) < 3)
		return (struct str){NULL, 0};
	behind = str_sub(s, at + strlen(w->text), s.n);
	if (!mark_number(&behind, &number) || !str_is_digit(number.p[0]) ||
		!is_other(r, index, number))
		return (struct str){NULL, 0};
	front = str_sub(front, blank == STR_NONE ? 0 : blank + 1, front.n);
	while (front.n && strchr("([", front.p[0]))
		front = str_sub(front, 1, front.n);
	if (front.n && names_unit(front, &level))
		at = (size_t)(front.p - s.p);
	return str_sub(s, at, (size_t)(number.p + number.n - s.p));
}

/* "supports C1", "\u2192 AO1", "zahlt auf U1 ein": the name in it, or nothing.
 */
static struct str name_within(
	const struct reader *r, size_t index, struct str s)
{
	struct str found = {NULL, 0}, code;

	if (s.n > LONGEST || str_words(s) > MOST_WORDS)
		return found;
	for (size_t i = 0; i < s.n; i++) {
		struct str t = str_sub(s, i, s.n);

		if (i && str_is_alnum(s.p[i - 1]))
			continue;
		code = worded_name(r, index, s, i);
		if (code.n)
			return code;
		if (take_code(&t, &code)) {
			if (!is_other(r, index, code))
				return (struct str){NULL, 0};
			found = found.n ? found : code;
			i += code.n - 1;
		} else if (str_is_digit(s.p[i])) {
			return (struct str){NULL, 0};
		}
	}
	return found;
}

/* Where the last remark of a title begins: a bracket, an arrow, a dash. */
static size_t remark_of(struct str s)
{
	static const char *const SIGNS[] = {" \u2192 ", " -> ", " => ",
		" \u21e8 ", " \u2191 ", " \u2191", " \u2197 ", " ^ ",
		" \u2014 ", " \u2013 ", " - ", " | ", " / ", " \u00b7 "};
	size_t last = STR_NONE;

	if (str_ends(s, ")") || str_ends(s, "]"))
		return str_rfind_char(s, str_ends(s, ")") ? '(' : '[');
	for (size_t i = 0; i < COUNT_OF(SIGNS); i++) {
		size_t at = str_find(s, str_of(SIGNS[i]));

		if (at != STR_NONE && (last == STR_NONE || at > last))
			last = at;
	}
	return last;
}

/* "(supports Grow at home)": the title of another objective behind words that
 * lead to one, or nothing. */
static struct str title_within(
	const struct reader *r, size_t index, struct str s)
{
	enum { LEAD_WORDS = 3 };
	size_t at = 0;

	if (!str_skip_char(&s, '(') || !str_ends(s, ")"))
		return (struct str){NULL, 0};
	s = str_trim(str_sub(s, 0, s.n - 1));
	for (int n = 0; n < LEAD_WORDS; n++) {
		size_t space = str_find_char(str_sub(s, at, s.n), ' ');
		struct str title;
		int other;

		if (space == STR_NONE)
			break;
		at += space + 1;
		if (vocab_field(str_sub(s, 0, at - 1)) != FIELD_LADDERS)
			continue;
		title = mark_unquoted(str_trim(str_sub(s, at, s.n)));
		other = objective_of_title(r, title);
		if (other != NO_INDEX && (size_t)other != index)
			return title;
	}
	return (struct str){NULL, 0};
}

/* Takes what the remark at the end of s names as what the objective serves; the
 * text before the remark, or none. */
static struct str take_served(struct reader *r, size_t index, struct str s)
{
	struct objective *o = &r->m->objectives.v[index];
	size_t at = remark_of(s);
	struct str name;

	if (o->ladders_up_to[0] || at == STR_NONE || !at ||
		is_our_line(r, o->source.line))
		return (struct str){NULL, 0};
	name = name_within(r, index, str_sub(s, at, s.n));
	if (!name.n)
		name = title_within(r, index, str_sub(s, at, s.n));
	if (!name.n)
		return (struct str){NULL, 0};
	o->ladders_up_to = arena_text(r->a, name);
	return str_trim(str_sub(s, 0, at));
}

/* "(Sales) -> Grow at home: Sell to neighbours": the title of another objective
 * in front of its own. */
static void take_title_before(struct reader *r, size_t index)
{
	struct objective *o = &r->m->objectives.v[index];
	struct str s = str_of(o->title), rest;
	size_t colon = str_find(s, STR(": "));
	int other;

	if (colon == STR_NONE || o->ladders_up_to[0] ||
		is_our_line(r, o->source.line))
		return;
	rest = str_trim(str_sub(s, colon + 2, s.n));
	other = objective_of_title(r, str_sub(s, 0, colon));
	if (other == NO_INDEX || (size_t)other == index || !rest.n)
		return;
	o->ladders_up_to = arena_text(r->a, str_sub(s, 0, colon));
	o->title = arena_text(r->a, rest);
}

static void read_served(struct reader *r, size_t index)
{
	struct objective *o = &r->m->objectives.v[index];
	struct str title = take_served(r, index, str_of(o->title));

	if (title.p)
		o->title = arena_text(r->a, title);
}

/* "## Sales -> C1": what all below that heading serve, and whose they are. */
static void read_served_above(struct reader *r, size_t index)
{
	enum { NAME_WORDS = 3 };
	struct objective *o = &r->m->objectives.v[index];
	struct str front = take_served(r, index, str_of(o->section));

	if (!front.p)
		return;
	if (!o->team[0] && !o->owner[0] && str_words(front) <= NAME_WORDS) {
		o->team = arena_text(r->a, front);
		if (o->level == LEVEL_COMPANY)
			o->level = LEVEL_NONE; /* of the page, or one above */
	}
}

void read_serves(struct reader *r)
{
	if (r->m->objectives.n - r->first > MOST_OBJECTIVES)
		return;
	name_by_codes(r);
	for (size_t i = r->first; i < r->m->objectives.n; i++) {
		take_title_before(r, i);
		read_served(r, i);
	}
	for (size_t i = r->first; i < r->m->objectives.n; i++)
		read_served_above(r, i);
}
