/*
 * Lines below a key result or an objective that are no mark of ours: notes,
 * which may tell how far it came.
 */
#include "para_p.h"
#include "parts_p.h"

#include "attr.h"
#include "mark_number_p.h"
#include "noted_p.h"

/* In the item that begins on that line, or in one of the next lines: not a
 * text that speaks of all. */
static bool is_right_below(struct piece text, int line)
{
	enum { NEAR = 3 };

	for (const struct block *b = text.b->parent; b; b = b->parent) {
		if (b->kind == BLOCK_ITEM && b->line <= line)
			return true;
		if (b->kind == BLOCK_SECTION) /* its own heading */
			return b->line == line ||
			       piece_line(text) <= line + NEAR;
	}
	return piece_line(text) <= line + NEAR;
}

/* A note of several lines; one of them may be all that is told, and no more
 * than talk below it. */
static void read_note_lines(
	struct reader *r, struct key_result *kr, struct piece text)
{
	struct str s = text.s, line, plain;
	bool dated = false;

	while (str_take_until(&s, '\n', &line)) {
		plain = str_of(piece_text(r, (struct piece){text.b, line}));
		if (noted_is_dated(plain))
			dated = noted_read_below(r, kr, plain) || dated;
		else if (noted_begins(line))
			(void)noted_read(r, kr, plain);
	}
	if (dated)
		return;
	if (!noted_read_below(r, kr, str_of(piece_text(r, text))) &&
		kr->result.kind == RESULT_NONE) /* "=> 3/5" */
		(void)read_kr_told(r, kr, str_of(piece_text(r, text)));
}

/* "KR1: text", "KR2: text" line by line, and a text in a paragraph of its own
 * behind them: it is said of all of them, or of none. */
static bool is_behind_all(
	const struct objective *o, int kr, const struct piece text)
{
	int line = o->key_results.v[kr].line;

	return kr > 0 && o->key_results.v[kr - 1].line == line - 1 &&
	       text.b->line > line + 1 && text.b->parent->kind != BLOCK_ITEM;
}

void note_line(struct reader *r, const struct scope *sc, struct piece text)
{
	enum { MOST = 100 }; /* more tell of no single key result */
	const char *s = piece_text(r, text);
	struct key_result *kr;
	struct objective *o;

	read_explain(r, piece_line(text), "left alone", s);
	if (sc->objective == NO_INDEX)
		return;
	if (sc->kr != NO_INDEX) {
		kr = key_result_at(r, sc->objective, sc->kr);
		if (kr->notes.n < MOST && is_right_below(text, kr->line) &&
			!is_behind_all(
				objective_at(r, sc->objective), sc->kr, text) &&
			!is_our_line(r, kr->line))
			read_note_lines(r, kr, text);
		*vec_add(r->a, &kr->notes) = s;
		return;
	}
	if (sc->ruled)
		return;
	o = objective_at(r, sc->objective);
	if (is_right_below(text, o->source.line) && !o->key_results.n &&
		!is_our_line(r, o->source.line))
		(void)noted_objective(r, o, str_of(s));
	*vec_add(r->a, &o->notes) = s;
}

/* "Status: on track | Score: 0.8": a name in each of several parts? */
static bool is_all_fields(struct str s)
{
	struct str part;
	size_t n = 0;

	while (parts_take(&s, " | ", &part)) {
		size_t colon = str_find_char(part, ':');

		if (colon == STR_NONE || vocab_field(str_trim(str_sub(part, 0,
						 colon))) == FIELD_NONE)
			return false;
		n++;
	}
	return n > 1;
}

bool is_note_line(
	struct reader *r, const struct scope *sc, const struct entry *e)
{
	const struct objective *o;
	int line;

	if (sc->objective == NO_INDEX || is_our_line(r, piece_line(e->text)))
		return false;
	o = objective_at(r, sc->objective);
	if (sc->kr == NO_INDEX && o->key_results.n && is_all_fields(e->text.s))
		return false;
	line = sc->kr == NO_INDEX ? o->source.line
				  : o->key_results.v[sc->kr].line;
	if (!is_right_below(e->text, line))
		return false;
	return e->mark.kind == MARK_FIELD
		       ? noted_has_more(e->text.s, e->mark.field)
		       : e->mark.kind == MARK_NONE && noted_begins(e->text.s);
}

/* "Labels: spring" below "Owner: Vera" */
static bool is_label(const struct scope *sc, const struct entry *e)
{
	return sc->fielded && e->mark.kind == MARK_NONE &&
	       mark_name(e->text.s) && !str_has_digit(e->text.s);
}

bool para_below_line(struct reader *r, struct scope *sc, const struct entry *e)
{
	struct scope below = *sc;

	/* behind several, it may be said of all */
	if (sc->objective == NO_INDEX || sc->kr != NO_INDEX ||
		sc->line_kr == NO_INDEX || !(sc->fielded || sc->lines == 1))
		return false;
	below.kr = sc->line_kr;
	if (is_note_line(r, &below, e) || is_label(sc, e))
		note_line(r, &below, e->text);
	else if (e->mark.kind == MARK_FIELD)
		para_fields(r, &below, e->text, e->mark);
	else
		return false;
	sc->fielded = true;
	return true;
}

/* The only key result of a list, where that is the last item: what stands right
 * behind the list is said of it.  NO_INDEX for any other. */
static int lone_kr(
	struct reader *r, const struct block *list, const struct scope *sc)
{
	const struct block *last = NULL;
	size_t n, marked = 0;

	if (!list || list->kind != BLOCK_LIST || sc->objective == NO_INDEX ||
		sc->kr != NO_INDEX || sc->mode == MODE_FIELD)
		return NO_INDEX;
	for (const struct block *i = list->first; i; last = i, i = i->next) {
		marked += i->first &&
			  block_mark(i->first).kind == MARK_KEY_RESULT;
		if (marked > 1)
			return NO_INDEX;
	}
	n = objective_at(r, sc->objective)->key_results.n;
	return marked && n && last->first &&
			       key_result_at(r, sc->objective, (int)n - 1)
					       ->line == last->first->line
		       ? (int)n - 1
		       : NO_INDEX;
}

/* "Deputy: currently 48 %" without who says it: a short name, and no word of
 * ours. */
static struct piece without_speaker(struct piece text)
{
	enum { LONGEST = 24, MOST_WORDS = 2 };
	size_t at = str_find(text.s, STR(": "));
	struct str name = str_sub(text.s, 0, at == STR_NONE ? 0 : at);

	if (!name.n || name.n > LONGEST || str_words(name) > MOST_WORDS ||
		!char_is_upper(name.p[0]) || str_has_digit(name) ||
		str_find_char(text.s, '\n') != STR_NONE ||
		vocab_field(name) != FIELD_NONE || vocab_word(name))
		return text;
	return (struct piece){
		text.b, str_trim(str_sub(text.s, at + 1, text.s.n))};
}

/* Who says it is read over where the words tell how far it came. */
static void read_said(
	struct reader *r, const struct scope *below, struct piece text)
{
	struct key_result *kr = key_result_at(r, below->objective, below->kr);
	struct piece said = without_speaker(text);

	if (said.s.n != text.s.n && kr->result.kind == RESULT_NONE &&
		!kr->current)
		read_note_lines(r, kr, said);
	note_line(r, below, text);
}

/* The lines of a quotation: fields first, and notes. */
static void read_quoted(
	struct reader *r, struct scope *below, const struct block *quote)
{
	for (const struct block *p = quote->first; p; p = p->next) {
		struct piece text = {p, p->text.s};
		struct mark mark = block_mark(p);

		if (p->kind != BLOCK_PARA)
			read_explain_left(r, p);
		else if (mark.kind == MARK_FIELD && mark.rest < text.s.n)
			para_fields(r, below, text, mark);
		else
			read_said(r, below, text);
	}
}

bool quote_notes(struct reader *r, const struct block *quote,
	const struct scope *sc, const struct block *before)
{
	enum { NEAR = 2 };
	const struct block *p;
	const struct key_result *kr;
	struct scope below = *sc;

	if (below.kr == NO_INDEX)
		below.kr = lone_kr(r, before, sc);
	if (below.objective == NO_INDEX || below.kr == NO_INDEX ||
		!quote->first)
		return false;
	kr = &objective_at(r, below.objective)->key_results.v[below.kr];
	if (!kr->text[0] || quote->first->line > kr->line + NEAR ||
		is_our_line(r, kr->line))
		return false;
	for (p = quote->first; p; p = p->next) {
		if ((p->kind != BLOCK_PARA && p->kind != BLOCK_LIST) ||
			block_mark(p).kind == MARK_OBJECTIVE)
			return false;
	}
	read_quoted(r, &below, quote);
	return true;
}

bool quote_judges(
	struct reader *r, const struct block *quote, const struct scope *sc)
{
	enum { NEAR = 2 };
	const struct block *p = quote->first;
	struct objective *o;

	if (sc->objective == NO_INDEX || sc->kr != NO_INDEX || !p || p->next ||
		p->kind != BLOCK_PARA)
		return false;
	o = objective_at(r, sc->objective);
	if (o->key_results.n || p->line > o->source.line + NEAR ||
		is_our_line(r, o->source.line) ||
		!noted_objective(r, o, p->text.s))
		return false;
	read_explain_left(r, p);
	*vec_add(r->a, &o->notes) = piece_text(r, (struct piece){p, p->text.s});
	return true;
}

/* The "O1" of s, "objective 1": its number, and where it stands. */
static struct str code_in(struct str s, size_t *from, size_t *to)
{
	static const char *const NAMES[] = {"o", "objective ", "ziel ",
		"objectif ", "objetivo ", "obiettivo ", "doel "};

	for (size_t at = 0; at < s.n; at++) {
		if (at && s.p[at - 1] != ' ' && s.p[at - 1] != '(')
			continue;
		for (size_t i = 0; i < COUNT_OF(NAMES); i++) {
			struct str rest = str_sub(s, at, s.n), number;
			size_t n = 0;

			if (!str_iskip(&rest, NAMES[i]))
				continue;
			while (n < rest.n && str_is_digit(rest.p[n]))
				n++;
			number = str_sub(rest, 0, n);
			if (!n || (n < rest.n && !strchr(" :=)", rest.p[n])))
				continue;
			*from = at;
			*to = (size_t)(rest.p - s.p) + n;
			return number;
		}
	}
	return (struct str){NULL, 0};
}

/* "Score O1: 0.7", "O2 overall: 0.5", "Grade for O1 : 70%": the grade, in
 * words without the number it is of. */
static const struct decimal *coded_grade(
	struct reader *r, struct str s, struct str *number)
{
	static const char *const OF[] = {" for", " of", " f\u00fcr", " zu",
		" von", " de", " pour", " para", " per", " voor"};
	enum { LONGEST = 60 };
	size_t from, to;
	struct str before, label;

	s = str_trim_end(noted_bare(s), "*_");
	*number =
		s.n > LONGEST ? (struct str){NULL, 0} : code_in(s, &from, &to);
	if (!number->n)
		return NULL;
	before = str_trim(str_sub(s, 0, from));
	for (size_t i = 0; i < COUNT_OF(OF); i++) {
		if (str_iends(before, OF[i])) {
			before.n -= strlen(OF[i]);
			break;
		}
	}
	s = str_of(arena_printf(r->a, "%.*s %.*s", STR_ARG(before),
		STR_ARG(str_trim(str_sub(s, to, s.n)))));
	label = noted_grade_told(str_trim(s));
	return label.n ? noted_grade(r, str_trim(s)) : NULL;
}

/* The only objective of that number by now. */
static int numbered(const struct reader *r, struct str number)
{
	enum { FAR = 50 };
	const struct objectives *all = &r->m->objectives;
	int found = NO_INDEX;

	for (size_t i = all->n; i > r->first && all->n - i < FAR; i--) {
		if (!str_is(number, all->v[i - 1].number))
			continue;
		if (found != NO_INDEX)
			return NO_INDEX;
		found = (int)i - 1;
	}
	return found;
}

bool para_grades_coded(struct reader *r, const struct block *para)
{
	struct str s = para->text.s, line, number;

	while (str_take_until(&s, '\n', &line)) {
		if (!coded_grade(r, line, &number) ||
			numbered(r, number) == NO_INDEX)
			return false;
	}
	s = para->text.s;
	while (str_take_until(&s, '\n', &line)) {
		const struct decimal *grade = coded_grade(r, line, &number);
		struct objective *o = objective_at(r, numbered(r, number));

		if (!o->stated_grade)
			o->stated_grade = grade;
		read_explain(r, piece_line((struct piece){para, line}), "grade",
			arena_text(r->a, line));
	}
	return true;
}

/* "Led by the Head of Sales": who, or nothing. */
static struct str leader(struct str s)
{
	static const char *const BY[] = {"led by ", "owned by ", "driven by ",
		"sponsored by ", "championed by ", "geleitet von ",
		"verantwortet von ", "verantwortlich ist ", "pilot\u00e9 par ",
		"port\u00e9 par ", "men\u00e9 par ", "dirig\u00e9 par ",
		"liderado por ", "dirigido por ", "a cargo de ", "guidato da ",
		"a cura di ", "geleid door ", "leds av ", "ledes af ",
		"ledes av "};
	static const char *const ARTICLES[] = {"the ", "our ", "der ", "die ",
		"dem ", "la ", "le ", "el ", "il ", "de ", "het ", "o ", "a "};
	static const struct str NONE = {NULL, 0};
	enum { LONGEST = 60, MOST_WORDS = 6 };
	bool led = false;

	s = noted_bare(s);
	if (s.n > LONGEST || str_has_digit(s) ||
		str_find_char(s, ':') != STR_NONE)
		return NONE;
	for (size_t i = 0; !led && i < COUNT_OF(BY); i++)
		led = str_iskip(&s, BY[i]);
	for (size_t i = 0; led && i < COUNT_OF(ARTICLES); i++) {
		if (str_iskip(&s, ARTICLES[i]))
			break;
	}
	return led && s.n && char_is_upper(s.p[0]) &&
			       str_words(s) <= MOST_WORDS &&
			       str_find(s, STR(". ")) == STR_NONE
		       ? s
		       : NONE;
}

bool para_names_leader(
	struct reader *r, const struct block *para, const struct scope *sc)
{
	const struct objective *o = objective_at(r, sc->objective);
	struct str who;

	if (sc->kr != NO_INDEX || o->key_results.n || o->owner[0] ||
		str_find_char(para->text.s, '\n') != STR_NONE)
		return false;
	who = leader(para->text.s);
	if (!who.n)
		return false;
	read_field_text(
		r, sc->objective, NO_INDEX, FIELD_OWNER, who, "", para->line);
	return true;
}
