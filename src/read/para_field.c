/*
 * Lines of fields: "Owner: a clerk | Status: on track, Due: 2025-06-30".
 */
#include "para_p.h"

#include "attr.h"
#include "parts_p.h"
#include "rag_p.h"

/* "Fix version: none" behind a bar: no field of ours, and none of the value in
 * front of it. */
static bool is_name(struct str s)
{
	enum { MOST_WORDS = 3 };

	return s.n && str_words(s) <= MOST_WORDS && !str_has_digit(s) &&
	       !str_ends(s, "http") && !str_ends(s, "https");
}

/* "**Assignee:** ana **Priority:** high": does a name in bold begin there? */
static bool begins_bold(struct piece p, size_t at)
{
	enum { LONGEST = 40 };
	const unsigned char *flags = piece_flags(p);
	struct str s = str_sub(p.s, at, p.s.n);
	size_t colon = str_find_char(str_sub(s, 0, LONGEST), ':');

	return colon != STR_NONE && colon && p.s.p[at - 1] == ' ' &&
	       !(flags[at - 1] & TEXT_BOLD) &&
	       (flags[at + colon - 1] & TEXT_BOLD) && (flags[at] & TEXT_BOLD) &&
	       is_name(str_sub(s, 0, colon));
}

/* "Baseline: 38 % Target: 80 %": behind a figure a name of figures begins the
 * next field, though nothing but a blank parts them. */
static bool begins_figure(struct str s, size_t at)
{
	static const bool FIGURES[] = {[FIELD_BASELINE] = true,
		[FIELD_TARGET] = true,
		[FIELD_CURRENT] = true,
		[FIELD_GRADE] = true,
		[FIELD_PROGRESS] = true,
		[FIELD_CONFIDENCE] = true};
	enum { LONGEST = 24, BEHIND = 3, FAR = 40 };
	struct str name = str_sub(s, at, at + LONGEST);
	size_t colon = str_find_char(name, ':');
	enum field f;

	if (at > FAR || s.p[at - 1] != ' ' || str_is_space(s.p[at]) ||
		colon == STR_NONE || !colon ||
		(s.p[at] >= 'a' && s.p[at] <= 'z') ||
		str_words(str_sub(s, 0, at)) > BEHIND ||
		!str_has_digit(str_sub(s, 0, at)))
		return false;
	f = vocab_field(str_sub(name, 0, colon));
	return (size_t)f < COUNT_OF(FIGURES) && FIGURES[f];
}

/* "Owner: x | Status: y": where the next field of a line begins, or 0. */
static size_t next_field(struct piece p)
{
	enum { BARS = 3, LONGEST = 40 };
	static const char *const SEPS[] = {" | ", " \u00b7 ", " \u2022 ", "; ",
		", ", " / ", " - ", ". ", " \u2192 ", " -> ", " => "};

	for (size_t i = 1; i < p.s.n; i++) {
		if (begins_bold(p, i) || begins_figure(p.s, i))
			return i;
		for (size_t k = 0; k < COUNT_OF(SEPS); k++) {
			struct str t = str_sub(p.s, i, p.s.n), name;
			size_t colon;

			if (!str_skip(&t, SEPS[k]))
				continue;
			t = str_sub(str_trim_left(t), 0, LONGEST + 1);
			colon = str_find_char(t, ':');
			if (colon == STR_NONE)
				continue;
			name = str_sub(t, 0, colon);
			if (vocab_field(name) != FIELD_NONE
					? !str_starts(name, "\u00b7") &&
						  !str_starts(name, "\u2022")
					: k < BARS && is_name(name))
				return (size_t)(name.p - p.s.p);
		}
	}
	return 0;
}

/* "From: 12 | Objetivo: 20 | Now: 14": in a line of fields a number behind the
 * word for objectives is what is to be reached. */
static bool is_aim(struct mark mark, struct piece text)
{
	return mark.kind == MARK_OBJECTIVE && !mark.numbered &&
	       mark.rest < text.s.n &&
	       (str_is_digit(text.s.p[mark.rest]) ||
		       strchr("<>=+$", text.s.p[mark.rest]));
}

/* The next part of the line that is a field; false where there is none. */
static bool take_field(
	struct piece rest, size_t next, struct piece *text, struct mark *mark)
{
	for (; next; next = next_field(rest)) {
		*text = rest = piece_from(rest, next);
		*mark = piece_mark(*text);
		if (mark->kind == MARK_FIELD)
			return true;
		if (is_aim(*mark, *text)) {
			mark->kind = MARK_FIELD;
			mark->field = FIELD_TARGET;
			return true;
		}
	}
	return false;
}

bool para_finds_fields(struct piece *text, struct mark *mark)
{
	enum { LEAST = 2 };
	struct piece first = *text, one;
	struct mark m = {.kind = MARK_NONE}, any;
	size_t n = 0;

	if (str_find_char(text->s, '\n') != STR_NONE ||
		!take_field(first, next_field(first), &first, &m))
		return false;
	one = first;
	any = m;
	do {
		n += any.rest < one.s.n;
	} while (n < LEAST && take_field(one, next_field(one), &one, &any));
	if (n < LEAST)
		return false;
	*text = first;
	*mark = m;
	return true;
}

static void trim_sep(struct str *s)
{
	*s = str_trim(*s);
	while (s->n && strchr("|;,-/.", s->p[s->n - 1]))
		*s = str_trim(str_sub(*s, 0, s->n - 1));
	if (str_ends(*s, "\u00b7") || str_ends(*s, "=>") || str_ends(*s, "->"))
		*s = str_trim(str_sub(*s, 0, s->n - 2));
	else if (str_ends(*s, "\u2022") || str_ends(*s, "\u2192"))
		*s = str_trim(str_sub(*s, 0, s->n - 3));
}

/* "Confidence 70%", a light, "40%" */
static void read_part(
	struct reader *r, const struct scope *sc, struct piece part)
{
	size_t space = str_find_char(part.s, ' ');
	enum field field = space == STR_NONE
				   ? FIELD_NONE
				   : vocab_field(str_sub(part.s, 0, space));
	struct str light = part.s;
	enum health health;

	if (rag_take(&light, &health) && !light.n)
		read_field(r, sc, FIELD_STATUS, part);
	else if (field != FIELD_NONE && field != FIELD_NOTES)
		read_field(r, sc, field, piece_from(part, space));
	else if (part.s.n)
		read_kr_note(
			r, key_result_at(r, sc->objective, sc->kr), part, true);
}

/* "Ana | on track | 40%": the name, and what the parts behind it tell of the
 * key result. */
static void take_parts(struct reader *r, const struct scope *sc,
	enum field field, struct piece *value)
{
	static const char *const SEPS[] = {" \u00b7 ", " | ", " \u2022 "};
	struct str s = value->s, part;
	const char *sep = NULL;

	for (size_t i = 0; i < COUNT_OF(SEPS) && !sep; i++)
		sep = str_find(s, str_of(SEPS[i])) == STR_NONE ? NULL : SEPS[i];
	if (!sep || sc->kr == NO_INDEX ||
		(field != FIELD_OWNER && field != FIELD_DRI))
		return;
	(void)parts_take(&s, sep, &value->s);
	while (parts_take(&s, sep, &part))
		read_part(r, sc, (struct piece){value->b, str_trim(part)});
}

void scope_fields(
	struct reader *r, struct scope *sc, struct piece text, struct mark mark)
{
	for (;;) {
		struct piece rest = piece_from(text, mark.rest), value = rest;
		size_t next = next_field(rest);

		if (next) {
			value.s = str_sub(rest.s, 0, next);
			trim_sep(&value.s);
		}
		read_scope_field(r, sc, mark.field,
			str_of(piece_text(r, value)), piece_line(value));
		if (!take_field(rest, next, &text, &mark))
			return;
	}
}

/* "Owner: @ana", and a remark in the line below: no name goes on there. */
static void take_first_line(
	struct reader *r, const struct scope *sc, struct piece *value)
{
	struct str line, rest = value->s;

	if (!str_take_until(&rest, '\n', &line) || !str_trim(line).n ||
		!str_trim(rest).n)
		return;
	value->s = str_trim(line);
	rest = str_trim(rest);
	if (sc->kr != NO_INDEX)
		read_kr_note(r, key_result_at(r, sc->objective, sc->kr),
			(struct piece){value->b, rest}, true);
}

/* Told by one row with its first key result? The row's line, or 0. */
static int row_line(const struct objective *o)
{
	return o->key_results.n && o->key_results.v[0].line == o->source.line
		       ? o->source.line
		       : 0;
}

/* "Overall score: 0.6" below a table whose rows told several objectives: that
 * of all, and not of the last one. */
static bool is_of_table(
	const struct reader *r, const struct scope *sc, struct piece text)
{
	const struct objectives *all = &r->m->objectives;
	const struct objective *o;
	const struct key_results *krs;

	if (all->n < r->first + 2 || sc->objective != (int)all->n - 1)
		return false;
	o = &all->v[all->n - 1];
	krs = &o[-1].key_results;
	return row_line(o) && row_line(o - 1) &&
	       krs->v[krs->n - 1].line + 1 == o->source.line &&
	       piece_line(text) > o->key_results.v[o->key_results.n - 1].line;
}

static bool tells_course(enum field f)
{
	return f == FIELD_GRADE || f == FIELD_PROGRESS || f == FIELD_STATUS ||
	       f == FIELD_RESULT || f == FIELD_CURRENT;
}

void para_fields(
	struct reader *r, struct scope *sc, struct piece text, struct mark mark)
{
	for (;;) {
		struct piece rest = piece_from(text, mark.rest);
		size_t next = next_field(rest);
		struct piece value = rest;

		if (next)
			value.s = str_sub(rest.s, 0, next);
		if (next)
			trim_sep(&value.s);
		if (!str_trim(value.s).n && !next) {
			sc->mode = MODE_FIELD;
			sc->field = mark.field;
			return;
		}
		if (!next &&
			(mark.field == FIELD_OWNER || mark.field == FIELD_DRI))
			take_first_line(r, sc, &value);
		take_parts(r, sc, mark.field, &value);
		if (tells_course(mark.field) && is_of_table(r, sc, text))
			note_line(r, sc, text);
		else
			read_field(r, sc, mark.field, value);
		if (sc->mode == MODE_FIELD)
			sc->mode = MODE_LEFT;
		if (!take_field(rest, next, &text, &mark))
			return;
	}
}
