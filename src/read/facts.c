/*
 * The line that our own pages print below an objective's title:
 *
 *	0.63 [bar] [mark status] · 8 of 10 graded · owner CTO · P1 · ...
 *
 * so that a printed page is read back to what it was printed from.  Grades
 * and counts are computed anew and not taken from here.
 */
#include "reader_p.h"

#include "attr.h"
#include "field_p.h"
#include "result.h"
#include "verdict_p.h"

/* "0.63", "1.00", "–" in bold type, and more behind it. */
static bool begins_facts(struct piece text)
{
	struct str s = text.s;

	if (!s.n || !(piece_flags(text)[0] & TEXT_BOLD) ||
		str_find(s, STR(" \u00b7 ")) == STR_NONE)
		return false;
	if (str_skip(&s, "\u2013"))
		return str_skip_space(&s);
	return s.n > 4 && (s.p[0] == '0' || s.p[0] == '1') && s.p[1] == '.' &&
	       str_is_digit(s.p[2]) && str_is_digit(s.p[3]) &&
	       str_is_space(s.p[4]);
}

/* "C1 Win more shops": the text behind the label. */
static struct str without_label(struct str s)
{
	struct str t = s;
	size_t n = 1;

	while (n < t.n && str_is_digit(t.p[n]))
		n++;
	if (n < 2 || n >= t.n || !str_is_alpha(t.p[0]) || !str_is_space(t.p[n]))
		return s;
	return str_trim(str_sub(t, n, t.n));
}

static bool is_counts(struct str s)
{
	return str_ends(s, " graded") || str_is(s, "not counted") ||
	       str_is(s, "issue");
}

static bool is_priority(struct str s)
{
	static const char *const WORDS[] = {"high", "medium", "low", "critical",
		"urgent", "must", "should", "could", "top", "normal"};

	if (s.n >= 2 && s.n <= 3 && (s.p[0] == 'P' || s.p[0] == 'p') &&
		str_is_digit(s.p[1]))
		return true;
	for (size_t i = 0; i < COUNT_OF(WORDS); i++) {
		if (vocab_begins(s, WORDS[i]))
			return true;
	}
	return false;
}

/* What one fact says; FIELD_NONE for a band's name and what is counted. */
static enum field field_of(struct str s, struct str *value)
{
	static const struct {
		const char *word;
		enum field field;
	} WORDS[] = {
		{"owner ", FIELD_OWNER},
		{"DRI ", FIELD_DRI},
		{"confidence ", FIELD_CONFIDENCE},
		{"supports ", FIELD_LADDERS},
	};

	*value = s;
	if (is_counts(s))
		return FIELD_NONE;
	for (size_t i = 0; i < COUNT_OF(WORDS); i++) {
		if (str_skip(value, WORDS[i].word))
			return WORDS[i].field;
	}
	if (str_find(s, STR(", aims at ")) != STR_NONE)
		return FIELD_TYPE;
	if (field_state(s) != STATE_NONE || field_outcome(s) != OUTCOME_NONE)
		return FIELD_STATE;
	return is_priority(s) ? FIELD_PRIORITY : FIELD_NONE;
}

bool read_facts(struct reader *r, const struct scope *sc, struct piece text)
{
	static const struct str BETWEEN = {" \u00b7 ", 4};
	struct str rest = text.s;
	bool seen = false;
	size_t at;

	if (sc->objective == NO_INDEX || sc->kr != NO_INDEX ||
		objective_at(r, sc->objective)->key_results.n ||
		!begins_facts(text))
		return false;
	while ((at = str_find(rest, BETWEEN)) != STR_NONE) {
		struct str part, value;
		enum field f;

		rest = str_sub(rest, at + BETWEEN.n, rest.n);
		at = str_find(rest, BETWEEN);
		part = str_trim(str_sub(rest, 0, at == STR_NONE ? rest.n : at));
		f = field_of(part, &value);
		/* a band stands before all of these, a region behind them */
		if (f == FIELD_NONE && seen && !is_counts(part))
			f = FIELD_REGION;
		if (f == FIELD_NONE)
			continue;
		seen = true;
		if (f == FIELD_LADDERS)
			value = without_label(str_trim(value));
		read_field_text(r, sc->objective, NO_INDEX, f,
			str_of(piece_text(r, (struct piece){text.b, value})),
			"", text.b->line);
	}
	return true;
}

/* What stands under "Now": "done" of a ticked one, words as a result. */
static bool read_now(struct reader *r, struct key_result *kr, struct str s)
{
	if (str_is(s, "done")) {
		kr->checked = true;
		return true;
	}
	if (kr->target || verdict_of(s).known)
		return false;
	result_read(r->a, s, &kr->result, NULL);
	return true;
}

bool read_our_cell(
	struct reader *r, struct key_result *kr, enum field field, struct str s)
{
	switch (field) {
	case FIELD_STATUS:
		return true;
	case FIELD_CURRENT:
		return read_now(r, kr, s);
	case FIELD_GRADE: /* stated only where nothing could be computed */
		return kr->current || kr->checked ||
		       kr->result.kind != RESULT_NONE;
	default:
		return false;
	}
}

/* No part of a sentence, as "rooms \u00b7 halls" may have. */
static bool is_name(struct str s)
{
	enum { LONGEST = 60 };

	for (size_t i = 0; i < s.n; i++) {
		if (str_is_digit(s.p[i]))
			return false;
	}
	return s.n && s.n <= LONGEST && !(s.p[0] >= 'a' && s.p[0] <= 'z');
}

static void take_owner(struct reader *r, struct key_result *kr)
{
	static const struct str BETWEEN = {" \u00b7 ", 4};
	struct str s = str_of(kr->text), name = {NULL, 0};
	size_t at = 0, cut = STR_NONE;

	while ((at = str_find(str_sub(s, at, s.n), BETWEEN)) != STR_NONE) {
		cut = (cut == STR_NONE ? 0 : cut + BETWEEN.n) + at;
		at = cut + BETWEEN.n;
	}
	if (cut == STR_NONE || kr->owner[0])
		return;
	name = str_trim(str_sub(s, cut + BETWEEN.n, s.n));
	if (!is_name(name))
		return;
	kr->owner = arena_text(r->a, name);
	kr->text = arena_text(r->a, str_trim(str_sub(s, 0, cut)));
}

/* "(now $1.7M, from $1.5M to $2M)" behind a percentage: it was computed. */
static void take_reading(struct reader *r, struct key_result *kr)
{
	static const struct str NOW = {"(now ", 5}, FROM = {", from ", 7},
				TO = {", to ", 5}, BETWEEN = {" to ", 4};
	struct str s = str_of(kr->result.text), now;
	size_t at = str_find(s, NOW), end;

	if (kr->result.kind != RESULT_PERCENT || at == STR_NONE ||
		!str_ends(s, ")"))
		return;
	s = str_sub(s, at + NOW.n, s.n - 1);
	end = str_find(s, FROM);
	if (end == STR_NONE)
		end = str_find(s, TO);
	now = str_sub(s, 0, end == STR_NONE ? s.n : end);
	s = str_sub(s, now.n, s.n);
	kr->result = (struct result){.text = ""};
	if (!kr->current)
		kr->current = quantity_read(r->a, now);
	if (str_skip(&s, ", from ") &&
		(at = str_find(s, BETWEEN)) != STR_NONE) {
		if (!kr->baseline)
			kr->baseline = quantity_read(r->a, str_sub(s, 0, at));
		s = str_sub(s, at + BETWEEN.n, s.n);
	} else if (!str_skip(&s, ", to ")) {
		return;
	}
	if (!kr->target)
		kr->target = quantity_read(r->a, s);
}

void read_our_row(struct reader *r, struct objective *o, struct key_result *kr)
{
	take_owner(r, kr);
	take_reading(r, kr);
	if (!strcmp(kr->owner, o->owner)) /* printed for all of them */
		kr->owner = "";
}
