/*
 * The grammar of a line's beginning:
 *
 *	line = [symbols] [numbering] [prefix] word ["#"] [number] [remark] sep
 *text | [symbols] [numbering] field sep text | label
 *
 * where sep is a colon, a dash, a full stop, or the end of bold type.
 */
#include "mark_look_p.h"
#include "mark_number_p.h"
#include "mark_words_p.h"

#include "annotate_p.h"
#include "attr.h"
#include "doc_p.h"
#include "talk_p.h"
#include "verdict_p.h"

enum {
	LOOK = 160,            /* bytes in which a marker must be complete */
	LABEL_WORDS = 7,       /* a label has no more ... */
	LONG_LABEL_WORDS = 14, /* ... unless its first words say it all */
};

#define WIDE_COLON "\uff1a"

static bool is_label(const struct look *r)
{
	return r->all.n <= LOOK &&
	       mark_words(r->all) - (r->mark.number.n > 0) <= LABEL_WORDS &&
	       ((r->how & (MARK_HEADING | MARK_BOLD)) || str_ends(r->all, ":"));
}

/* "O1 Objective: ...": the word again behind its short form. */
static void skip_same(enum mark_kind kind, struct str *s)
{
	struct str t = *s;
	const struct word *w;

	str_skip_space(&t);
	w = vocab_word(t);
	if (!w || (w->is & PLURAL) || (w->is & NUMBERED) ||
		(kind == MARK_OBJECTIVE) != (w->kind == WORD_OBJECTIVE))
		return;
	t = str_sub(t, strlen(w->text), t.n);
	if (str_skip_char(&t, ':') && str_trim(t).n)
		*s = t;
}

/* "Status: <tick>": a sign that says it all, where others are decoration. */
static bool is_told_by_signs(enum field f)
{
	return f == FIELD_STATUS || f == FIELD_RESULT || f == FIELD_PROGRESS;
}

static void set(struct look *r, enum mark_kind kind, struct str rest)
{
	struct str lead = {NULL, 0};

	skip_same(kind, &rest);
	if (kind == MARK_FIELD && is_told_by_signs(r->mark.field))
		str_skip_space(&rest);
	else
		lead = symbols_skip(&rest);
	if (lead.n && !r->mark.lead.n && kind == MARK_KEY_RESULT)
		r->mark.lead = lead;
	r->mark.kind = kind;
	r->mark.rest = mark_offset(r, rest);
}

static bool begins_colon(struct str s)
{
	return str_starts(s, ":") || str_starts(s, WIDE_COLON) ||
	       str_starts(s, "\uff5c");
}

/* "Goal: text" needs no number as a heading, nor does "Cel: text" in bold. */
static bool does_without_number(
	const struct look *r, const struct word *w, struct str behind)
{
	return (w->is & TITLED) &&
	       (r->how & (w->is & BOLD ? MARK_HEADING | MARK_BOLD
				       : MARK_HEADING)) &&
	       begins_colon(behind) && str_trim(behind).n > 1;
}

/* "KR1 score: 0.7" */
static void skip_told_word(struct str *s)
{
	static const char *const WORDS[] = {" score", " grade", " result",
		" status", " progress", " outcome", " final score"};

	for (size_t i = 0; i < COUNT_OF(WORDS); i++) {
		struct str rest = *s;

		if (str_iskip(&rest, WORDS[i]) && str_starts(rest, ":")) {
			*s = rest;
			return;
		}
	}
}

/* "(O) text" */
static bool is_wrapped(const struct look *r, struct str s)
{
	size_t at = mark_offset(r, s);

	return str_starts(s, ") ") && at > 1 && r->all.p[at - 2] == '(';
}

/* What a word and the text behind it make of the line. */
static enum mark_kind kind_of(
	const struct word *w, struct str behind, bool numbered, bool prefixed)
{
	if (w->kind != WORD_KEY_RESULT)
		return (w->is & PLURAL) && !numbered ? MARK_OBJ_LABEL
						     : MARK_OBJECTIVE;
	return !numbered && (!str_trim(behind).n ||
				    ((w->is & PLURAL) && !prefixed))
		       ? MARK_KR_LABEL
		       : MARK_KEY_RESULT;
}

/* "Objetivos T1: ..." of a quarter, "OKR S2: ..." of a half. */
static bool is_time(const struct word *w, struct str number)
{
	return number.n == 2 && strchr("ST", number.p[0]) &&
	       ((w->is & PLURAL) || str_is(str_of(w->text), "okr"));
}

static bool char_is_lower(char c)
{
	return c >= 'a' && c <= 'z';
}

/* Behind a word of the table: number, remark, separator, text. */
static bool take_behind(
	struct look *r, const struct word *w, struct str s, bool prefixed)
{
	struct str number = {NULL, 0}, remark = {NULL, 0}, mark_end;
	bool kr = w->kind == WORD_KEY_RESULT, numbered, bold, sep;

	if (kr && !prefixed && mark_is_worded(r, w, s)) {
		set(r, MARK_KEY_RESULT, s);
		return true;
	}
	if (!kr)
		mark_skip_rank(&s);
	numbered = mark_number(&s, &number) ||
		   (kr && mark_glued_number(&s, &number)) ||
		   mark_bold_letter(r, &s, &number);

	if (((w->is & CAPITALS) && str_ends(number, ".0")) || /* a version */
		(numbered && is_time(w, number)) ||
		(numbered && str_is(str_of(w->text), "aim")) || /* by looks */
		(kr && (w->is & NUMBERED) && str_starts(number, "0.") &&
			!str_trim(s).n)) /* "Result 0.4" */
		return false;
	if ((w->is & NUMBERED) && !numbered && !does_without_number(r, w, s) &&
		!(str_is(str_of(w->text), "o") &&
			(begins_colon(s) || is_wrapped(r, s)) && !prefixed &&
			r->all.p[mark_offset(r, s) - 1] == 'O'))
		return false;
	if (!numbered && str_starts(s, ". ") &&
		char_is_lower(r->all.p[mark_offset(r, s) - strlen(w->text)]))
		return false; /* "... of the first / objective. The others" */
	if (kr && numbered)
		skip_told_word(&s);
	bold = mark_bold_ends(r, s);
	mark_end = s;
	if (!mark_take_sep(&s) && mark_take_remark(&s, &remark)) {
		bold = bold || mark_bold_ends(r, s);
		sep = mark_take_sep(&s);
		if (!sep && !bold && str_trim(s).n) {
			s = mark_end; /* "KR1 (internal) text" */
			remark = (struct str){NULL, 0};
		}
	} else {
		sep = s.n < mark_end.n;
	}
	if (bold && !sep && numbered &&
		(mark_tells_of_it(s) || mark_goes_on(s, remark)))
		return false;
	if (bold && !sep && !numbered && talk_tells_word(str_trim(s)))
		return false;
	sep = sep || bold ||
	      (!prefixed && !(w->is & PLURAL) && mark_is_quoted(s));
	if (prefixed && !kr && annotate_is_share(str_trim(s)))
		return false; /* "Sales objective: 83%" tells how far it is */
	if (sep)              /* "KR1): " and "KR1.:" */
		str_skip_char(&s, ':');
	r->mark.numbered = numbered;
	r->mark.plural = w->is & PLURAL;
	r->mark.weak = w->is & WEAK;
	r->mark.remark = remark;
	if (numbered)
		r->mark.number = number;
	if (!sep && str_trim(s).n &&
		!(numbered && !prefixed && mark_stands_bare(r, kr, number, &s)))
		return false;
	set(r, kind_of(w, s, numbered, prefixed), s);
	return true;
}

static bool behind_word(
	struct look *r, const struct word *w, struct str s, bool prefixed)
{
	struct mark before = r->mark;

	if (take_behind(r, w, s, prefixed))
		return true;
	r->mark = before; /* "Measure 60 dB" has no number */
	return false;
}

/* "FY25-Q1 Support OKR - title", "Q3 OKR - title": a heading's word behind
 * the time. */
static bool is_dated_okr(
	const struct look *r, const struct word *w, struct str front)
{
	return (r->how & MARK_HEADING) && str_is(str_of(w->text), "okr") &&
	       str_has_digit(front);
}

/* "Growth objective - title" in bold or as a heading: the word in full, behind
 * a name. */
static bool is_named_objective(
	const struct look *r, const struct word *w, struct str front)
{
	return (r->how & (MARK_HEADING | MARK_BOLD)) &&
	       w->kind == WORD_OBJECTIVE &&
	       !(w->is & (PLURAL | NUMBERED | WEAK)) &&
	       char_is_upper(front.p[0]);
}

/* "O2" of "## Software O2. Grow" */
static bool is_team_marker(const struct look *r, struct str s)
{
	return (r->how & (MARK_HEADING | MARK_BOLD)) && s.n > 1 &&
	       s.p[0] == 'O' && str_is_digit(s.p[1]);
}

/* "CEO KR: text", "Company Objective 1: title". */
static bool prefixed(struct look *r, struct str s)
{
	struct str look = str_sub(s, 0, LOOK);
	size_t colon = str_find_char(look, ':');
	bool bold = s.n && (r->flags[mark_offset(r, s)] & TEXT_BOLD);

	/* Prose: nothing that a marker behind a prefix could end with. */
	if (!bold && colon == STR_NONE && !str_has_digit(look) &&
		str_find_char(look, '-') == STR_NONE &&
		str_find_char(look, '\xe2') == STR_NONE) /* a longer dash */
		return false;
	for (size_t i = 1; i < s.n && i < LOOK; i++) {
		const struct word *w;
		struct str rest = str_sub(s, i, s.n), t, number, remark;
		struct mark saved = r->mark;
		bool numbered;

		if (s.p[i] == '\n')
			return false;
		if (!str_is_space(s.p[i - 1]))
			continue;
		w = vocab_word(rest);
		if (!w)
			continue;
		t = str_sub(rest, strlen(w->text), rest.n);
		numbered = mark_number(&t, &number);
		if ((w->is & NUMBERED) && !does_without_number(r, w, t) &&
			!(numbered && is_team_marker(r, rest)))
			continue;
		if (w->kind == WORD_OBJECTIVE)
			mark_skip_rank(&t);
		mark_take_remark(&t, &remark);
		str_skip_space(&t);
		if (t.n && t.p[0] != ':' &&
			!(bold && mark_bold_ends(r, t) &&
				mark_is_qualifier(str_sub(s, 0, i))) &&
			!(numbered && t.p[0] == '.') &&
			!((numbered || is_dated_okr(r, w, str_sub(s, 0, i)) ||
				  is_named_objective(r, w, s)) &&
				(t.p[0] == '-' || str_starts(t, "\u2013") ||
					str_starts(t, "\u2014"))))
			continue;
		if (!t.n && !numbered)
			continue;
		if (colon != STR_NONE && colon < i)
			return false;
		if (!mark_is_prefix(str_trim(str_sub(s, 0, i)),
			    w->kind == WORD_KEY_RESULT, numbered))
			return false;
		if (behind_word(r, w, str_sub(rest, strlen(w->text), rest.n),
			    true)) {
			r->mark.prefix = mark_unranked(str_sub(s, 0, i));
			return true;
		}
		r->mark = saved;
	}
	return false;
}

/* "Business Objective" as a heading: the text below is it. */
static bool alone(struct look *r, struct str s)
{
	static const char *const WORDS[] = {"business ", "main ", "our ",
		"the ", "primary ", "overall ", "strategic ", "quarterly ",
		"annual ", "yearly ", "overarching ", "project ", "product ",
		"team ", "company ", "key ", "proposed ", "current "};

	for (size_t i = 0; i < COUNT_OF(WORDS); i++) {
		struct str rest = s;
		const struct word *w;

		if (!str_iskip(&rest, WORDS[i]))
			continue;
		w = vocab_word(rest);
		if (!w || w->kind != WORD_OBJECTIVE || (w->is & PLURAL) ||
			(w->is & NUMBERED) || rest.n != strlen(w->text))
			continue;
		r->mark.weak = true;
		set(r, MARK_OBJECTIVE, (struct str){NULL, 0});
		return true;
	}
	return false;
}

/* "Owner - text", "Score = 0.7": what is behind the sign. */
static enum field owner_dash(struct str s, struct str *rest)
{
	static const char *const DASHES[] = {
		" - ", " \u2013 ", " \u2014 ", " = "};
	enum { NAME = 24 };

	if (str_find_char(str_sub(s, 0, NAME), ' ') == STR_NONE)
		return FIELD_NONE;
	for (size_t i = 0; i < COUNT_OF(DASHES); i++) {
		size_t at = str_find(str_sub(s, 0, NAME), str_of(DASHES[i]));
		enum field f;

		if (at == STR_NONE)
			continue;
		f = vocab_field(str_sub(s, 0, at));
		*rest = str_sub(s, at + strlen(DASHES[i]), s.n);
		if (DASHES[i][1] == '=' ? f == FIELD_GRADE
					: f == FIELD_OWNER || f == FIELD_DRI)
			return f;
	}
	return FIELD_NONE;
}

/* "Owner: text", "**Owner** text", "Initiatives". */
static bool field(struct look *r, struct str s)
{
	struct str look = str_sub(s, 0, LOOK), name, rest, remark;
	size_t colon = str_find_char(look, ':'), bold = 0,
	       at = mark_offset(r, s);
	size_t wide = 1;
	enum field f = FIELD_NONE;

	while (bold < look.n && (r->flags[at + bold] & TEXT_BOLD))
		bold++;
	if (colon == STR_NONE) {
		colon = str_find(look, str_of(WIDE_COLON));
		wide = strlen(WIDE_COLON);
	}
	if (colon != STR_NONE) {
		name = str_sub(s, 0, colon);
		rest = str_sub(s, colon + wide, s.n);
		f = vocab_field(name);
		if (f == FIELD_NONE && !bold && mark_refers(s))
			f = FIELD_LADDERS;
	}
	if (f == FIELD_NONE)
		f = owner_dash(s, &rest);
	if (f == FIELD_NONE && bold && bold < s.n) {
		name = str_sub(s, 0, bold);
		rest = str_sub(s, bold, s.n);
		f = vocab_field(name);
		if (f != FIELD_NONE) {
			mark_take_remark(&rest, &remark);
			mark_take_sep(&rest);
		}
	}
	if (f == FIELD_NONE &&
		((r->how & (MARK_HEADING | MARK_BOLD | MARK_CELL)) ||
			str_ends(s, ":"))) {
		rest = (struct str){NULL, 0};
		f = vocab_field(s);
	}
	if (f == FIELD_NONE)
		return false;
	r->mark.field = f;
	set(r, MARK_FIELD, rest);
	return true;
}

/* A line that is a label for what follows, by the words in it. */
static bool label(struct look *r, struct str s)
{
	bool short_one = is_label(r);
	bool asks = str_ends(r->all, ":") && r->all.n <= LOOK &&
		    str_words(r->all) <= LONG_LABEL_WORDS;

	if ((short_one || asks) && mark_is_measure(s, short_one))
		set(r, MARK_KR_LABEL, (struct str){NULL, 0});
	else if ((short_one && mark_names_key_results(s)) ||
		 (asks && mark_names_their_end(s)))
		set(r, MARK_KR_LABEL, (struct str){NULL, 0});
	else if (short_one && vocab_has_okr(s) && !talk_is_beside(s))
		set(r, MARK_OBJ_LABEL, (struct str){NULL, 0});
	else
		return false;
	return true;
}

/* A marker at the beginning of s. */
static bool worded(struct look *r, struct str s)
{
	const struct word *w = vocab_word(s);

	return w && behind_word(r, w, str_sub(s, strlen(w->text), s.n), false);
}

/* "ACHIEVED Key Result 1.1: ...", "[DONE] KR2: ...": how it ended, before the
 * marker. */
static bool told(struct look *r, struct str s)
{
	enum { LONGEST = 40 };
	struct mark before = r->mark;

	for (size_t i = 2; i < s.n && i < LONGEST && s.p[i] != '\n'; i++) {
		struct str front = str_sub(s, 0, i), rest = str_sub(s, i, s.n);
		struct verdict v;

		if (!str_is_space(s.p[i - 1]) || str_is_space(s.p[i]) ||
			!vocab_word(rest))
			continue;
		if (!worded(r, rest) || (r->mark.kind != MARK_KEY_RESULT &&
						r->mark.kind != MARK_OBJECTIVE))
			break;
		front = mark_without_signs(front);
		v = verdict_of(front);
		if (!v.known || !v.exact || vocab_begins(front, "current"))
			break;
		r->mark.told = front;
		return true;
	}
	r->mark = before;
	return false;
}

/* "**What do we want? (Objective)**" */
static bool asks_in_bold(const struct look *r, struct str s, size_t open)
{
	return str_ends(str_trim(str_sub(s, 0, open)), "?") &&
	       (r->flags[mark_offset(r, s) + open] & TEXT_BOLD);
}

/* "Hedef (Objective): text", "Anahtar Sonuclar (Key Results)": a word of any
 * language with ours behind it. */
static bool glossed(struct look *r, struct str s)
{
	enum { LONGEST = 60 };
	size_t open = str_find_char(str_sub(s, 0, LONGEST), '('), close;
	const struct word *w;
	struct str inner;

	if (open == STR_NONE || !open ||
		str_words(str_sub(s, 0, open)) >
			((r->how & MARK_HEADING) || asks_in_bold(r, s, open)
					? LABEL_WORDS
					: 3) ||
		str_find_char(str_sub(s, 0, open), ':') != STR_NONE)
		return false;
	close = str_find_char(str_sub(s, 0, LONGEST), ')');
	if (close == STR_NONE || close < open)
		return false;
	inner = str_trim(str_sub(s, open + 1, close));
	w = vocab_word(inner);
	if (!w || (w->is & NUMBERED) || inner.n != strlen(w->text) ||
		!behind_word(r, w, str_sub(s, close + 1, s.n), false))
		return false;
	if (str_iis(inner, "okr") && r->mark.rest >= r->all.n)
		r->mark.kind = MARK_OBJ_LABEL; /* "Our aims (OKR)" */
	return true;
}

/* "Objective / Ziel": a word of ours in two languages, as a heading. */
static bool paired(struct look *r, struct str s)
{
	size_t slash = str_find_char(str_sub(s, 0, LOOK), '/');
	struct str words[2];
	const struct word *w[2];

	if (!(r->how & MARK_HEADING) || slash == STR_NONE)
		return false;
	words[0] = str_trim(str_sub(s, 0, slash));
	words[1] = str_trim(str_sub(s, slash + 1, s.n));
	for (int i = 0; i < 2; i++) {
		w[i] = vocab_word(words[i]);
		if (!w[i] || strlen(w[i]->text) != words[i].n)
			return false;
	}
	return w[0]->kind == w[1]->kind &&
	       behind_word(r, w[0], str_sub(s, s.n, s.n), false);
}

/* "3 key results - leading and lagging" as a title. */
static bool counted(struct look *r, struct str s)
{
	return (r->how & (MARK_HEADING | MARK_BOLD)) && mark_skip_count(&s) &&
	       worded(r, s);
}

/* "Priority 1: no errors (supports KR2)" is a step towards it. */
static bool is_step(const struct look *r)
{
	struct str s = str_sub(r->all, r->mark.rest, r->all.n);
	size_t open = str_rfind_char(s, '(');

	return r->mark.kind == MARK_OBJECTIVE && r->mark.weak &&
	       open != STR_NONE && mark_refers(str_sub(s, open + 1, s.n));
}

/* A marker behind the number of an issue. */
static bool keyed(struct look *r, struct str s)
{
	return mark_skip_key(&s) && worded(r, s);
}

/* "`Objective`: what is to be reached": a name of a field that is explained. */
static bool is_field_name(const struct look *r)
{
	size_t from = r->mark.rest;

	return r->flags && (r->flags[0] & TEXT_CODE) && !r->mark.numbered &&
	       from < r->all.n && !(r->flags[from] & TEXT_CODE) &&
	       (r->mark.kind != MARK_KEY_RESULT ||
		       str_find_char(str_sub(r->all, 0, from), ' ') != 2);
}

struct mark mark_read(struct str s, const unsigned char *flags, int how)
{
	struct look r = {.all = s, .flags = flags, .how = how};
	struct str t = s, code;
	bool left;

	r.mark.lead = symbols_skip(&t);
	if (r.mark.lead.n) /* "(emoji) - KR2: text" */
		str_skip(&t, "- ");
	mark_take_box(&t, &r.mark.told);
	mark_front(&r, &t);
	symbols_skip(&t);
	code = t;
	if (!mark_skip_code(&t))
		mark_skip_objective(&t);
	code.n -= t.n;
	r.mark.rest = r.mark.plain = mark_offset(&r, t);
	if (t.n < 2) {
		if ((how & MARK_HEADING) && str_is(t, "O")) { /* over "KR" */
			r.mark.weak = true;
			set(&r, MARK_OBJECTIVE, str_sub(t, 1, 1));
		}
		return r.mark;
	}
	if (mark_is_example(t)) {
		r.mark.kind = MARK_LEFT;
		return r.mark;
	}
	left = (how & (MARK_HEADING | MARK_BOLD)) &&
	       (vocab_is_left(t) || mark_refers(t));
	/* "O2: Examples that run" is one of ours, all the same */
	if ((keyed(&r, t) || worded(&r, t) || glossed(&r, t) || paired(&r, t) ||
		    counted(&r, t)) &&
		(!left || (r.mark.numbered && r.mark.rest < s.n &&
				  !vocab_is_left(r.mark.remark)))) {
		if (code.n && r.mark.kind == MARK_OBJECTIVE)
			r.mark.number = (struct str){
				code.p, (size_t)(r.mark.number.p - code.p) +
						r.mark.number.n};
		if (is_step(&r) || is_field_name(&r) ||
			mark_names_several(&r.mark, s))
			r.mark.kind = MARK_LEFT;
		return r.mark;
	}
	if (left || mark_is_for_information(t)) {
		r.mark.kind = MARK_LEFT;
		return r.mark;
	}
	if (told(&r, t))
		return r.mark;
	r.mark.rest = r.mark.plain;
	if (field(&r, t) || prefixed(&r, t) ||
		((how & MARK_HEADING) && alone(&r, t)))
		return r.mark;
	if ((str_ends(t, ":") || str_ends(t, WIDE_COLON)) &&
		str_words(t) <= LABEL_WORDS && vocab_is_left(t) &&
		!talk_begins_aim(t)) {
		r.mark.kind = MARK_LEFT;
		return r.mark;
	}
	if (!(how & MARK_CELL))
		label(&r, t);
	return r.mark;
}
