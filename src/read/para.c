/*
 * Paragraphs, line by line: objectives, key results, fields and labels may
 * each begin a line; what begins none of them goes on with the line above.
 */
#include "para_p.h"

#include "noted_p.h"

#include "attr.h"
#include "goals_p.h"
#include "list_p.h"
#include "mark_words_p.h"
#include "parts_p.h"
#include "talk_p.h"
#include "title_p.h"

enum {
	TITLE_TEXT = 80, /* bytes that the title of a document has at most */
};

/* Below a heading "Objective" that has nothing so far? */
static bool is_untitled(struct reader *r, const struct scope *sc)
{
	const struct objective *o;

	if (sc->objective == NO_INDEX || sc->kr != NO_INDEX)
		return false;
	o = objective_at(r, sc->objective);
	return !o->title[0] && !o->key_results.n;
}

void begin_objective(struct reader *r, struct scope *sc,
	const struct mark *mark, struct piece text)
{
	bool open = is_untitled(r, sc) && !mark->numbered &&
		    mark->kind == MARK_OBJECTIVE;

	if (name_objective(r, sc, mark, text))
		return;
	sc->kr = NO_INDEX;
	sc->ruled = false;
	if (open && !str_trim(text.s).n)
		return; /* "**Objective:**" again, below that heading */
	sc->objective = NO_INDEX;
	sc->objective = add_objective(r, sc, mark, text);
	sc->mode = MODE_UNKNOWN;
}

/* The first line only, where a sentence ends with it. */
static void first_sentence(struct piece *text)
{
	size_t end = str_find_char(text->s, '\n');

	if (end != STR_NONE &&
		str_ends(str_trim(str_sub(text->s, 0, end)), "."))
		text->s = str_sub(text->s, 0, end);
}

/* "Characteristics", "Examples" over a list: of what they are like. */
static bool names_theory(struct str s)
{
	enum { MOST_WORDS = 2 };

	return mark_words(str_trim(s)) <= MOST_WORDS && vocab_is_left(s);
}

/* An objective or key result that had only a number so far. */
static bool fill_wanted(struct reader *r, struct scope *sc, struct piece text)
{
	struct key_result *kr;
	struct objective *o;
	struct str owner;
	size_t rest;

	if (sc->objective == NO_INDEX)
		return false;
	text = piece_defined(text);
	o = objective_at(r, sc->objective);
	if (sc->kr != NO_INDEX) {
		kr = key_result_at(r, sc->objective, sc->kr);
		if (kr->text[0])
			return false;
		first_sentence(&text);
		kr->text = piece_split(r, text, sc->objective, sc->kr);
		piece_links(r, text, &kr->links);
		return true;
	}
	if (o->title[0] || o->key_results.n) /* a form with nothing in it */
		return false;
	if (names_theory(text.s))
		return false;
	rest = owner_split(text, &owner);
	if (rest && vocab_is_role(owner)) {
		o->owner = arena_text(r->a, owner);
		text = piece_from(text, rest);
	}
	o->title = piece_split(r, text, sc->objective, NO_INDEX);
	piece_links(r, text, &o->links);
	return true;
}

/* "OKRs Q2 (draft)", "Hi all, these are our OKRs for Q2:": a title in all but
 * its marks, of what follows. */
static bool announces_okrs(
	const struct scope *sc, const struct entry *e, bool last)
{
	struct str s = str_trim(e->text.s);

	if (!last || sc->objective != NO_INDEX || sc->parent != NO_INDEX ||
		s.n > TITLE_TEXT || s.p != str_trim(e->text.b->text.s).p ||
		e->text.b->parent->kind == BLOCK_ITEM ||
		!block_after(e->text.b) || str_ends(s, ".") || vocab_is_left(s))
		return false;
	return ((vocab_has_okr(s) || vocab_has(s, "goals")) &&
		       title_is_planned(s)) ||
	       (str_ends(s, ":") && title_names_aims(s));
}

static void expect_okrs(
	struct reader *r, struct scope *sc, const struct entry *e)
{
	struct period period;

	sc->mode = MODE_OBJECTIVES;
	sc->expect = sc->plain = true;
	if (!period_find(r->a, e->text.s, r->o->fiscal_start, &period))
		return;
	sc->period = period;
	sc->strong = true;
}

/* "**Trips**" over a list, where key results are expected: the name of a
 * group of them; where a list gave them already, it is something else. */
static bool names_group(
	const struct scope *sc, const struct entry *e, bool last)
{
	const struct block *next = block_after(e->text.b);

	return last && e->bold &&
	       e->text.s.p == str_trim(e->text.b->text.s).p &&
	       sc->mode == MODE_KEY_RESULTS && sc->objective != NO_INDEX &&
	       (!sc->settled || sc->grouped) && next &&
	       next->kind == BLOCK_LIST && !is_link_list(next) &&
	       e->text.b->parent->kind != BLOCK_ITEM;
}

static void group_line(
	struct reader *r, struct scope *sc, const struct entry *e)
{
	struct piece text = piece_from(e->text, e->mark.plain);
	const struct block *list = block_after(e->text.b);

	sc->kr = NO_INDEX;
	if (talk_begins_aim(text.s) && !is_measurable_list(r->a, list)) {
		sc->kr = add_key_result(r, sc, &e->mark, text, 0);
		return;
	}
	sc->grouped = true;
	read_explain(r, piece_line(text), "group", piece_text(r, text));
}

/* "What do you want to achieve?" over answers */
static bool is_asking(struct str s)
{
	return str_ends(s, "?") && talk_asks(s) && !vocab_begins(s, "how");
}

/* An objective by what is below it; its word may be one that needs that. */
static void title_line(
	struct reader *r, struct scope *sc, const struct entry *e)
{
	struct mark mark =
		mark_read(e->text.s, piece_flags(e->text), MARK_HEADING);
	bool word = mark.kind == MARK_OBJECTIVE && mark.rest < e->text.s.n;
	struct piece text = piece_from(
			     e->text, word ? mark.rest : e->mark.plain),
		     rest;
	bool told = told_heads(r, text, block_after(text.b)) &&
		    told_split(text, &text, &rest);
	bool owned = sc->owned;

	sc->owned = owned || para_titles_unit(r, e->text, e->mark.plain, sc);
	begin_objective(r, sc, word ? &mark : &e->mark, text);
	sc->owned = owned;
	if (told)
		told_key_results(r, sc, rest);
}

/* Is a line of text a key result, where such are expected? */
static bool is_key_result_line(const struct scope *sc, const struct entry *e)
{
	const struct block *next = e->text.b->next;
	struct str s = e->text.s;
	bool lists = e->each ? next && next->kind == BLOCK_LIST
			     : lists_follow(e->text.b);

	return sc->mode == MODE_KEY_RESULTS && sc->objective != NO_INDEX &&
	       sc->kr == NO_INDEX && !sc->settled && !lists &&
	       !str_ends(s, ":") && !talk_explains(s) && !talk_describes(s) &&
	       !example_is_next(e) && e->text.b->parent->kind != BLOCK_ITEM;
}

static bool is_short(struct str s)
{
	return s.n <= TITLE_TEXT && !str_ends(s, ".");
}

/* "Retrospective", "Good": a part that has none of ours. */
static bool names_part(struct str s)
{
	static const char *const WORDS[] = {"good", "bad", "try", "discussion",
		"results", "guardrails", "guardrail", "deliverables",
		"activities", "key activities", "learnings", "next steps",
		"background", "details", "context", "what went well"};

	s = str_trim_end(s, ":");
	for (size_t i = 0; i < COUNT_OF(WORDS); i++) {
		if (str_iis(s, WORDS[i]))
			return true;
	}
	return s.n <= TITLE_TEXT && !str_ends(s, ".") && vocab_is_left(s);
}

/* "Initiatives", "Retrospective" behind the key results: they are over, unless
 * such lines are the names of groups of them. */
static void end_key_results(struct scope *sc, const struct entry *e)
{
	const struct block *next = block_after(e->text.b);
	enum field field = vocab_field(e->text.s);
	bool over = sc->settled || sc->kr != NO_INDEX;
	bool listed = next && next->kind == BLOCK_LIST;

	if (sc->mode == MODE_UNKNOWN && sc->objective != NO_INDEX &&
		names_part(e->text.s))
		sc->mode = MODE_LEFT;
	if (sc->mode != MODE_KEY_RESULTS ||
		(field == FIELD_NONE && !talk_is_title(e->text.s, false) &&
			!names_part(e->text.s) &&
			!(over && listed && is_short(e->text.s))))
		return;
	if (over && field >= FIELD_INITIATIVES) {
		sc->mode = MODE_FIELD;
		sc->field = field;
	} else if (over && !sc->grouped) {
		sc->mode = MODE_LEFT;
		sc->kr = NO_INDEX;
	} else if (!over && listed && !names_theory(e->text.s)) {
		sc->grouped = true;
	} else if (!over && listed) {
		sc->mode = MODE_LEFT;
	}
}

/* "1.2 Text": a key result of objective 1, or beside others of such numbers. */
static bool may_be_dotted(
	struct reader *r, const struct scope *sc, const struct entry *e)
{
	const struct objective *o;
	size_t n;

	if (sc->objective == NO_INDEX)
		return false;
	o = objective_at(r, sc->objective);
	n = o->key_results.n;
	if (number_is_below(e->mark.number, str_of(o->number)))
		return true;
	return sc->mode != MODE_LEFT && sc->mode != MODE_FIELD &&
	       !(n && str_starts(str_of(o->key_results.v[n - 1].number), "KR"));
}

/* Bold type where OKRs are expected, or "This is what we agreed on:" over
 * objectives with lists of their own: neither ends anything. */
static bool leaves_open(
	const struct scope *sc, const struct entry *e, struct str s)
{
	const struct block *next = e->text.b->next;

	if (e->bold)
		return sc->expect && !(sc->settled && str_ends(s, ":"));
	return sc->objective == NO_INDEX && sc->plain && str_ends(s, ":") &&
	       !vocab_is_left(s) && next && next->kind == BLOCK_LIST &&
	       lists_bold_titles(next);
}

static void plain_line(
	struct reader *r, struct scope *sc, const struct entry *e, bool last)
{
	struct piece text = piece_from(e->text, e->mark.plain);
	struct period period;

	if (told_line(r, sc, e, last))
		return;
	if (example_begins(e, text.s)) {
		sc->mode = MODE_LEFT;
		sc->example = true;
		note_line(r, sc, e->text);
	} else if (e->bold && sc->objective == NO_INDEX &&
		   period_parse(r->a, str_trim(text.s), r->o->fiscal_start,
			   &period)) {
		sc->period = period;
		sc->strong = sc->strong || sc->expect;
	} else if (announces_okrs(sc, e, last)) {
		note_line(r, sc, e->text);
		expect_okrs(r, sc, e);
		sc->aims = title_names_aims(e->text.s);
	} else if (is_untitled(r, sc) && e->bold && fill_wanted(r, sc, text)) {
		return;
	} else if (e->bold && para_judges_heading(r, e->text, sc)) {
		note_line(r, sc, e->text);
	} else if (names_group(sc, e, last)) {
		group_line(r, sc, e);
	} else if (para_heads_objective(r, e->text, e->mark.plain, sc, last) ||
		   (e->heads && para_may_head(r, sc, text.s))) {
		title_line(r, sc, e);
		sc->titled = true;
	} else if (fill_wanted(r, sc, text)) {
		return;
	} else if (e->mark.dotted && may_be_dotted(r, sc, e)) {
		sc->kr = add_key_result(r, sc, &e->mark, text, 0);
	} else if (is_key_result_line(sc, e)) {
		sc->line_kr = add_key_result(r, sc, &e->mark, text, 0);
		sc->lines++;
	} else if (sc->mode == MODE_FIELD && sc->objective != NO_INDEX) {
		read_field(r, sc, sc->field, text);
	} else {
		note_line(r, sc, e->text);
		if ((e->bold || str_ends(text.s, ":") || is_asking(text.s)) &&
			!leaves_open(sc, e, text.s))
			sc->mode = MODE_LEFT;
		end_key_results(sc, e);
		sc->before = last && text.s.n <= SHORT_TEXT &&
					     !str_ends(str_trim(text.s), ".")
				     ? e->text.b
				     : NULL;
	}
}

/* Do all lines of a paragraph begin as sentences do? Then each is one. */
static bool is_each_line(struct str s)
{
	enum { FAR = 24 }; /* each label in a paragraph asks it */
	struct str line;
	size_t lines = 0;

	while (lines < FAR && str_take_until(&s, '\n', &line)) {
		line = str_trim(line);
		if (!line.n)
			continue;
		lines++;
		if (str_is_alpha(line.p[0]) &&
			str_lower(line.p[0]) == line.p[0])
			return false;
	}
	return lines > 1;
}

/* "O1 installs > O2 library > O3 trust": speaks of several by number. */
static bool names_several(const struct mark *mark, struct str rest)
{
	size_t n = 0;

	for (size_t i = 1; mark->numbered && i + 1 < rest.n; i++)
		n += rest.p[i] == 'O' && str_is_digit(rest.p[i + 1]) &&
		     str_is_space(rest.p[i - 1]);
	return n > 1;
}

/* "(by the end of June)" and nothing else. */
static bool is_aside(struct str s)
{
	s = str_trim(s);
	return str_starts(s, "(") && str_find_char(s, ')') == s.n - 1;
}

/* "Objective (what do I want to reach?)", "Objetivo: define el rumbo": the
 * word explained. */
static bool is_asked(const struct mark *mark, struct str rest)
{
	struct str s = str_trim_end(mark->remark, "\"' ");

	rest = str_trim(rest);
	if (!rest.n)
		return str_ends(s, "?");
	return !mark->numbered && talk_tells_word(rest);
}

/* "Metrics:" outside of objectives that say so are those of all. */
static bool is_of_all(const struct reader *r, struct str label)
{
	return r->marked && !vocab_has_key_result(label);
}

bool label_for_now(struct reader *r, const struct scope *sc,
	const struct mark *mark, struct str line)
{
	return sc->objective != NO_INDEX && sc->kr == NO_INDEX && !r->report &&
	       !objective_at(r, sc->objective)->key_results.n &&
	       mark_leads_to_measures(mark, line);
}

/* "Key results:", and those that stand behind it in the line. */
static void label_line(struct reader *r, struct scope *sc,
	const struct entry *e, struct piece rest)
{
	if (r->report || talk_tells_word(str_trim(rest.s)) ||
		(sc->objective == NO_INDEX &&
			(sc->example || !r->okrs || is_of_all(r, e->text.s)))) {
		sc->mode = MODE_LEFT;
		return;
	}
	sc->kr = NO_INDEX;
	sc->mode = MODE_KEY_RESULTS;
	sc->settled = sc->grouped = false;
	if (str_trim(rest.s).n && sc->objective != NO_INDEX &&
		!str_ends(str_trim(rest.s), "?") && !is_aside(rest.s) &&
		!list_is_of_people(rest.b, rest.s)) {
		inline_key_results(r, sc, rest);
		sc->settled = str_find_char(rest.s, ';') != STR_NONE ||
			      parts_are_counted(str_trim(rest.s));
	}
}

/* "That is how we see it:", in whatever words, between an objective that has
 * none so far and a list of what can be measured. */
static bool leads_by_place(struct reader *r, const struct scope *sc,
	const struct entry *e, bool last)
{
	const struct block *list = e->text.b->next;
	struct str s = str_trim(e->text.s);

	return last && sc->objective != NO_INDEX && sc->kr == NO_INDEX &&
	       sc->mode == MODE_UNKNOWN && !r->report &&
	       e->mark.kind == MARK_NONE && s.n <= TITLE_TEXT &&
	       (str_words(s) > 2 || str_has_high(s)) &&
	       (str_ends(s, ":") || str_ends(s, "\uff1a")) &&
	       !goals_are_steps(s) && !names_part(s) && !talk_is_beside(s) &&
	       !example_begins(e, s) && list && list->kind == BLOCK_LIST &&
	       e->text.b->parent->kind != BLOCK_ITEM &&
	       objective_at(r, sc->objective)->title[0] &&
	       !objective_at(r, sc->objective)->key_results.n &&
	       is_measurable_list(r->a, list) && !facts_of(list).early;
}

static void field_line(
	struct reader *r, struct scope *sc, struct piece text, struct mark mark)
{
	if (sc->objective != NO_INDEX)
		para_fields(r, sc, text, mark);
	else if (str_trim(piece_from(text, mark.rest).s).n)
		scope_fields(r, sc, text, mark);
	else
		sc->mode = MODE_LEFT;
}

static void entry_line(struct reader *r, struct scope *sc,
	const struct entry *e, bool last, char task)
{
	struct piece rest = piece_from(e->text, e->mark.rest), text = e->text;
	struct mark mark = e->mark;
	enum mark_kind kind = e->mark.kind;

	if (para_below_line(r, sc, e))
		return;
	if (label_for_now(r, sc, &e->mark, e->text.s) ||
		leads_by_place(r, sc, e, last) ||
		para_leads_to_aims(r, e->text, sc, last)) {
		kind = MARK_KR_LABEL;
		rest.s.n = 0;
	} else if (is_note_line(r, sc, e)) {
		note_line(r, sc, e->text);
		return;
	}
	switch (kind) {
	case MARK_OBJECTIVE:
		if ((sc->example && !e->mark.numbered &&
			    sc->objective == NO_INDEX &&
			    !example_states_itself(e->text, &e->mark)) ||
			names_several(&e->mark, rest.s) ||
			is_asked(&e->mark, rest.s)) {
			note_line(r, sc, e->text);
			break;
		}
		objective_line(r, sc, &e->mark, example_behind_question(rest));
		break;
	case MARK_KEY_RESULT:
		if ((sc->example && sc->objective == NO_INDEX) ||
			is_asked(&e->mark, rest.s))
			break;
		sc->kr = read_key_result(r, sc, &e->mark, rest, task);
		break;
	case MARK_KR_LABEL:
		label_line(r, sc, e, rest);
		break;
	case MARK_OBJ_LABEL:
		if (announces_okrs(sc, e, last))
			expect_okrs(r, sc, e);
		sc->objective = sc->kr = NO_INDEX;
		sc->mode = MODE_OBJECTIVES;
		break;
	case MARK_FIELD:
		field_line(r, sc, text, mark);
		break;
	case MARK_LEFT:
		sc->mode = MODE_LEFT;
		sc->example = true;
		break;
	default:
		if (sc->kr == NO_INDEX && para_finds_fields(&text, &mark))
			field_line(r, sc, text, mark);
		else
			plain_line(r, sc, e, last);
		break;
	}
}

/* Right below a title that is an objective by what stands below, and in front
 * of its first key result's heading? */
static bool is_below_title(const struct reader *r, const struct scope *sc,
	const struct block *b, const struct block *behind)
{
	struct mark mark = block_mark(behind);
	const struct objective *o;

	if (b != b->parent->first || sc->objective == NO_INDEX ||
		mark.kind != MARK_KEY_RESULT || !mark.numbered ||
		!r->extras.v[(size_t)sc->objective - r->first].heading)
		return false;
	o = &r->m->objectives.v[sc->objective];
	return o->source.line == b->parent->line && !o->key_results.n &&
	       (size_t)sc->objective + 1 == r->m->objectives.n;
}

/* "Cel: text" above "Kluczowe rezultaty:" needs neither number nor bold type
 * in a text about OKRs. */
static void mark_headed(const struct reader *r, const struct scope *sc,
	struct entry *e, const struct piece *rest)
{
	const struct block *behind = block_after(e->text.b);
	bool heads = e->heads;
	struct mark mark;

	if (!r->okrs || !mark_name(e->text.s) ||
		(e->mark.kind != MARK_NONE &&
			!(e->mark.kind == MARK_FIELD &&
				e->mark.field == FIELD_TARGET)))
		return;
	if (!heads && !str_trim(rest->s).n && behind) {
		if (behind->kind == BLOCK_LIST)
			behind = behind->first ? behind->first->first : NULL;
		if (behind && behind->kind == BLOCK_SECTION) {
			heads = is_below_title(r, sc, e->text.b, behind);
		} else if (behind && behind->kind == BLOCK_PARA) {
			mark = block_mark(behind);
			heads = mark_begins_key_results(&mark, behind->text.s);
		}
	}
	if (!heads)
		return;
	mark = mark_read(e->text.s, piece_flags(e->text), MARK_HEADING);
	if (mark.kind == MARK_OBJECTIVE)
		e->mark = mark;
}

/* "Key results:" in a paragraph of its own */
static bool leads_to_krs(const struct block *next)
{
	struct mark mark;

	if (!next || next->kind != BLOCK_PARA)
		return false;
	mark = block_mark(next);
	return mark_begins_key_results(&mark, next->text.s);
}

/* "**Company objective: Win the market**" over a list is that objective, and
 * not the one that another supports. */
static void mark_company(
	const struct scope *sc, struct entry *e, const struct piece *rest)
{
	const struct block *next = block_after(e->text.b), *first;
	struct str label = str_trim(str_sub(e->text.s, 0, e->mark.rest));

	if (e->mark.kind == MARK_FIELD && e->mark.field == FIELD_LADDERS &&
		sc->objective == NO_INDEX &&
		(e->heads || (!str_trim(rest->s).n && leads_to_krs(next))) &&
		str_iends(str_trim_end(label, ": "), "objective")) {
		e->mark.kind = MARK_OBJECTIVE; /* over "Key results:" */
		return;
	}
	if (e->mark.kind != MARK_FIELD || e->mark.field != FIELD_LADDERS ||
		!(e->bold || sc->objective == NO_INDEX) ||
		str_trim(rest->s).n || !next || next->kind != BLOCK_LIST ||
		!str_iends(str_trim_end(label, ": "), "objective"))
		return;
	first = next->first ? next->first->first : NULL;
	if (first && first->kind == BLOCK_PARA &&
		block_mark(first).kind != MARK_OBJECTIVE)
		e->mark.kind = MARK_OBJECTIVE;
}

void read_lines(
	struct reader *r, struct piece text, struct scope *sc, char task)
{
	struct piece rest = text;
	struct entry e = {.each = false};
	bool known = sc->mode == MODE_KEY_RESULTS, led = false;
	bool each_line = known && is_each_line(text.s);

	sc->before = NULL;
	sc->example = sc->fielded = false;
	sc->line_kr = NO_INDEX;
	sc->lines = 0;
	while (!r->full && entry_take(&rest, &e, each_line)) {
		bool plain = e.each && e.mark.kind == MARK_NONE;

		mark_headed(r, sc, &e, &rest);
		mark_company(sc, &e, &rest);
		if (sc->objective != NO_INDEX)
			mark_below(&e.mark, e.text.s,
				str_of(objective_at(r, sc->objective)->number));
		if (plain && led && !e.mark.lead.n)
			sc->mode = MODE_LEFT; /* no bullet of theirs */
		led = plain && e.mark.lead.n;
		entry_line(r, sc, &e, !str_trim(rest.s).n, task);
		if (sc->mode == MODE_KEY_RESULTS &&
			(!known || e.mark.kind == MARK_KR_LABEL)) {
			known = true;
			each_line = is_each_line(rest.s);
		}
	}
	if (e.each && e.mark.kind == MARK_NONE && !sc->fielded &&
		sc->mode == MODE_KEY_RESULTS)
		sc->settled = true;
}

/* "**Queue below 10 minutes.** We made it.": paragraphs below an objective of
 * which each says in bold type what was wanted and what came of it behind. */
static bool read_answered(
	struct reader *r, const struct block *para, struct scope *sc, char task)
{
	static const struct mark NONE = {.kind = MARK_KEY_RESULT};
	struct piece p = {para, para->text.s};

	if (sc->objective == NO_INDEX || !piece_is_answered(p))
		return false;
	sc->kr = read_key_result(r, sc, &NONE, p, task);
	return true;
}

void read_para(
	struct reader *r, const struct block *para, struct scope *sc, char task)
{
	struct str parent;

	if (read_our_para(r, para, sc) || read_answered(r, para, sc, task) ||
		(sc->objective != NO_INDEX &&
			(para_names_leader(r, para, sc) ||
				para_grades_coded(r, para))))
		return;
	if (sc->objective != NO_INDEX && names_parent(para->text.s, &parent)) {
		read_field_text(r, sc->objective, NO_INDEX, FIELD_LADDERS,
			parent, "", para->line);
		return;
	}
	read_lines(r, (struct piece){para, para->text.s}, sc, task);
}
