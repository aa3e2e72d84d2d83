/*
 * The mark of a heading: what its words say, and what the section above and
 * the blocks below make of them.
 */
#include "walk_p.h"

#include <string.h>

#include "attr.h"
#include "mark_words_p.h"
#include "verdict_p.h"

/* "Group", "Department" over objectives: the level they are of. */
static bool names_level(const struct mark *mark, struct str rest)
{
	return !rest.n &&
	       (mark->field == FIELD_TEAM || mark->field == FIELD_LEVEL);
}

/* "C1 Win more shops" below "Company": the letter of the section above and a
 * number, as our pages label objectives. */
static void take_label(
	const struct block *b, struct str title, struct mark *mark)
{
	enum { MOST_DIGITS = 3 };
	struct str above = b->parent->text.s, number, rest;
	size_t n = 1;

	symbols_skip(&above);
	while (n < title.n && str_is_digit(title.p[n]))
		n++;
	if (n < 2 || n > 1 + MOST_DIGITS || n + 1 >= title.n ||
		title.p[n] != ' ' || str_is_digit(title.p[n + 1]) ||
		b->parent->kind != BLOCK_SECTION || !above.n ||
		str_lower(above.p[0]) != str_lower(title.p[0]))
		return;
	number = str_sub(title, 0, n);
	rest = str_sub(title, n, title.n);
	mark->number = number;
	mark->plain = mark->rest =
		mark_take_sep(&rest) ? (size_t)(rest.p - title.p) : n + 1;
}

/* "Company objective: title" over key results is no parent's name, but one. */
static bool is_objective_of_level(
	struct reader *r, const struct block *b, const struct mark *mark)
{
	struct str name = str_sub(b->text.s, 0, mark->rest);

	return mark->kind == MARK_FIELD && mark->field == FIELD_LADDERS &&
	       vocab_has(name, "objective") &&
	       str_trim(str_sub(b->text.s, mark->rest, b->text.s.n)).n &&
	       evidence_below(r, b, b->first, r->named) == EVIDENCE_KEY_RESULTS;
}

/* The page's own heading? */
static bool is_first(const struct reader *r, const struct block *b)
{
	const struct block *first = r->doc->first;

	while (first && first->kind != BLOCK_SECTION)
		first = first->next;
	return b == first;
}

/* "Objectives of the course": what somebody is to learn. */
static bool is_of_course(struct str title)
{
	static const char *const WORDS[] = {"course", "courses", "lesson",
		"lecture", "seminar", "module", "syllabus", "curriculum",
		"kurs", "kurses", "vorlesung", "seminars", "cours", "curso",
		"corso", "cursus", "college", NULL};

	return vocab_has_listed(title, WORDS) && vocab_has_okr(title) &&
	       !vocab_has(title, "okr") && !vocab_has(title, "okrs");
}

bool line_says_type(struct str line)
{
	size_t colon = str_find_char(line, ':');
	const struct word *w;

	if (colon == STR_NONE ||
		vocab_field(str_sub(line, 0, colon)) != FIELD_TYPE)
		return false;
	line = str_trim(str_sub(line, colon + 1, line.n));
	w = vocab_word(line);
	return w && w->kind == WORD_OBJECTIVE && str_words(line) == 1;
}

bool heading_says_type(const struct block *b)
{
	return heading_has_line(b, line_says_type);
}

/* "Roles" over "Owner: @ana" below an objective: the field is its own. */
static bool heads_owner(const struct block *b, const struct scope *sc)
{
	const struct block *p = b->first;
	struct mark mark;

	if (sc->objective == NO_INDEX || !p || p->kind != BLOCK_PARA)
		return false;
	mark = block_mark(p);
	return mark.kind == MARK_FIELD && mark.field == FIELD_OWNER;
}

/* "Objective of the quarter", "Objetivo do ciclo": without the time. */
static struct str without_cycle(struct str title)
{
	static const char *const ENDS[] = {" of the quarter", " of the cycle",
		" of the year", " of the period", " for the quarter",
		" for the cycle", " for the year", " for this quarter",
		" for this cycle", " this quarter", " this cycle", " do ciclo",
		" do trimestre", " do ano", " do per\u00edodo", " del ciclo",
		" del trimestre", " del a\u00f1o", " del periodo", " du cycle",
		" du trimestre", " de l'ann\u00e9e", " des quartals",
		" des zyklus", " f\u00fcr das quartal", " dell'anno",
		" van het kwartaal", " van de cyclus"};

	for (size_t i = 0; i < COUNT_OF(ENDS); i++) {
		if (str_iends(title, ENDS[i]))
			return str_sub(title, 0, title.n - strlen(ENDS[i]));
	}
	return title;
}

/* "Goal:" over a text, right in front of "Key results": what they are of. */
static bool is_goal_of_results(const struct block *b, struct str title)
{
	const struct block *p = b->first, *next = p ? p->next : NULL;
	const struct word *w;

	if (!p || p->kind != BLOCK_PARA)
		return false;
	symbols_skip(&title);
	title = without_cycle(str_trim(str_trim_end(title, ":")));
	if (!str_iskip(&title, "our "))
		(void)str_iskip(&title, "the ");
	w = vocab_word(title);
	if (!next)
		next = b->next;
	return w && w->kind == WORD_OBJECTIVE && strlen(w->text) == title.n &&
	       !(w->is & PLURAL) && block_mark(p).kind == MARK_NONE &&
	       !str_ends(str_trim(p->text.s), ":") && next &&
	       next->kind == BLOCK_SECTION &&
	       block_mark(next).kind == MARK_KR_LABEL;
}

bool heading_tells_end(const struct mark *mark, struct str rest)
{
	struct verdict v;

	rest = str_trim(rest);
	if (!mark->numbered || !rest.n)
		return false;
	v = verdict_of(rest);
	return read_is_end(rest) || (mark->lead.n && v.known);
}

/* What a heading's mark is, when what stands above and below is looked at. */
struct mark heading_mark(struct reader *r, const struct block *b,
	struct piece title, const struct scope *sc)
{
	struct mark mark;

	if (b->told)
		return block_mark(b);
	mark = mark_read(title.s, piece_flags(title), MARK_HEADING);
	if (read_our_heading(r, b, &mark))
		return mark;
	if (label_for_now(r, sc, &mark, title.s) ||
		(section_is_open_above(r, sc, b) &&
			mark_leads_to_measures(&mark, title.s)))
		mark.kind = MARK_KR_LABEL;
	if (mark.kind == MARK_LEFT && vocab_is_metrics(title.s) &&
		heading_has_marked(b))
		mark.kind = MARK_NONE; /* "KPIs" over "Objective 1: ..." */
	if (mark.kind == MARK_LEFT && vocab_begins(title.s, "roles") &&
		heads_owner(b, sc))
		mark.kind = MARK_NONE;
	if ((mark.kind == MARK_OBJ_LABEL || mark.kind == MARK_NONE) &&
		is_of_course(title.s))
		mark.kind = MARK_LEFT;
	if (mark.kind == MARK_NONE &&
		(heading_says_type(b) || (r->typed && is_first(r, b))))
		mark.kind = MARK_OBJECTIVE;
	if (mark.kind == MARK_NONE)
		take_label(b, title.s, &mark);
	if (mark.kind == MARK_FIELD &&
		names_level(&mark, piece_from(title, mark.rest).s) &&
		(r->ours ||
			evidence_below(r, b, b->first, false) != EVIDENCE_NONE))
		mark.kind = MARK_NONE;
	if (mark.kind == MARK_FIELD && heading_is_of_area(b))
		mark = (struct mark){.kind = MARK_NONE,
			.number = mark.number,
			.plain = mark.number.n ? mark.plain : 0,
			.rest = mark.number.n ? mark.plain : 0};
	if (sc->objective == NO_INDEX && is_goal_of_results(b, title.s)) {
		mark.kind = MARK_OBJECTIVE;
		mark.plain = mark.rest = title.s.n;
	}
	if (mark.field == FIELD_CURRENT && vocab_begins(title.s, "now"))
		mark.kind = MARK_NONE; /* of a roadmap: now, next, later */
	if (r->report && mark.kind == MARK_KEY_RESULT)
		mark.kind = MARK_LEFT;
	if (is_objective_of_level(r, b, &mark)) {
		mark.kind = MARK_OBJECTIVE;
		mark.prefix = str_sub(title.s, 0, mark.rest);
	}
	return mark;
}
