/*
 * What a heading makes of the scope of all that stands below it, and of its
 * own: an objective, key results, somebody's OKRs, a time, or nothing.
 */
#include "walk_p.h"

#include <string.h>

#include "attr.h"
#include "mark_number_p.h"
#include "list_p.h"
#include "talk_p.h"
#include "title_p.h"

/* A section of OKRs: whose they are and of which period. */
static void set_whose(
	struct reader *r, struct scope *sc, struct str title, bool okr)
{
	struct period period;
	struct whose whose;

	sc->section = arena_text(r->a, title);
	sc->aims = title_names_aims(title);
	if ((!r->okrs && !r->named) || vocab_is_purpose(title))
		return;
	whose = title_whose(title, okr);
	if (title_period(r->a, title, r->o->fiscal_start, &period))
		sc->period = period;
	if (whose.level != LEVEL_NONE) {
		sc->level = whose.level;
		sc->team = arena_text(r->a, whose.team);
	} else if (whose.team.n) {
		sc->team = arena_text(r->a, whose.team);
		if (sc->level == LEVEL_COMPANY)
			sc->level = LEVEL_NONE;
	}
}

struct scope section_scope(const struct scope *sc)
{
	struct scope below = *sc;

	below.before = NULL;
	return below;
}

struct piece section_title(const struct block *b)
{
	struct str s = b->text.s;
	size_t brace = str_rfind_char(s, '{');

	if (brace != STR_NONE && str_starts(str_sub(s, brace, s.n), "{#") &&
		str_ends(str_trim(s), "}"))
		s = str_sub(s, 0, brace);
	return (struct piece){b, s};
}

bool section_is_number_only(struct piece text, struct str *number)
{
	struct str s = str_trim(text.s), below;
	const struct block *p = text.b->first;
	size_t space = str_find_char(s, ' ');

	if (space == STR_NONE || !p || p->kind != BLOCK_PARA ||
		block_mark(p).kind != MARK_NONE)
		return false;
	s = str_trim(str_sub(s, space, s.n));
	below = str_trim(p->text.s);
	return mark_number(&s, number) && !s.n && str_words(below) > 2 &&
	       !str_ends(below, ":") && !str_ends(below, "?");
}

void section_objective(struct reader *r, struct scope *sc, struct scope *below,
	const struct mark *mark, struct piece text)
{
	struct piece rest = text;
	bool told = told_heads(r, text, text.b->first) &&
		    told_split(text, &text, &rest);
	struct mark named = *mark;
	int index;

	if (mark->kind == MARK_NONE &&
		section_is_number_only(text, &named.number)) {
		named.numbered = true;
		text.s.n = 0;
	}
	sc->objective = NO_INDEX; /* a sibling's reach ends here */
	index = add_objective(r, sc, &named, text);
	sc->objective = below->objective = index;
	sc->kr = below->kr = NO_INDEX;
	sc->mode = MODE_UNKNOWN;
	/* key results that say so leave no room for others */
	below->mode = (evidence_below(r, text.b, text.b->first, false) ==
				      EVIDENCE_KEY_RESULTS ||
			      heading_is_before_key_results(text.b))
			      ? MODE_LEFT
			      : MODE_UNKNOWN;
	below->parent = index;
	below->parent_kr = NO_INDEX;
	below->expect = below->plain = below->nests = false;
	below->ruled = sc->ruled = false;
	if (told)
		told_key_results(r, below, rest);
}

void section_okrs(struct reader *r, struct scope *sc, struct scope *below,
	const struct block *b, struct piece title)
{
	sc->objective = below->objective = NO_INDEX;
	sc->kr = below->kr = NO_INDEX;
	below->mode = MODE_OBJECTIVES;
	below->expect = true;
	below->heading = b;
	set_whose(r, below, title.s,
		vocab_has_okr(title.s) || !vocab_has(title.s, "goals"));
	below->strong = below->strong || below->period.name[0] ||
			heading_lists_alike(r, b);
	below->plain = (!r->marked || below->strong) && !heading_has_marked(b);
	below->listed = b->next && b->next->kind == BLOCK_SECTION &&
			block_mark(b->next).kind == MARK_KR_LABEL;
	sc->listed = below->listed;
	if (b->next && b->next->kind == BLOCK_SECTION &&
		b->next->level == b->level &&
		block_mark(b->next).kind == MARK_OBJECTIVE &&
		evidence_below(r, b, b->first, false) == EVIDENCE_NONE) {
		sc->period = below->period; /* said of its neighbours */
		sc->strong = below->strong;
	}
	read_explain(r, b->line, "section", below->section);
}

/* "Head coach", "CEO: run it well" above the objectives that are hers, and not
 * "Plan 2026: goals and officers in charge" */
static bool set_role(struct reader *r, struct scope *below, struct str name)
{
	size_t colon = str_find_char(name, ':');

	name = str_sub(name, 0, colon == STR_NONE ? name.n : colon);
	if (!vocab_is_role(name))
		return false;
	below->owner = arena_text(r->a, name);
	below->headed = true;
	return true;
}

/* "Ines (@ines)", "Backend engineer" in a section of personal OKRs, over some:
 * whose they are. */
static void set_person(struct reader *r, const struct scope *sc,
	struct scope *below, struct str name)
{
	enum { MOST_WORDS = 6 };
	size_t handle = str_find(name, STR(" (@"));

	if (sc->level != LEVEL_INDIVIDUAL || below->headed ||
		strcmp(below->period.name, sc->period.name) != 0 ||
		vocab_has_okr(name) || talk_begins_aim(name))
		return;
	if (handle != STR_NONE && str_ends(name, ")"))
		name = str_sub(name, 0, handle);
	if (!name.n || str_words(name) > MOST_WORDS)
		return;
	below->level = LEVEL_INDIVIDUAL;
	below->owner = arena_text(r->a, name);
	below->headed = true;
}

void section_owned(struct reader *r, struct scope *sc, struct scope *below,
	const struct block *b, struct piece title)
{
	struct str name = str_trim_end(title.s, ":");
	enum level level;

	sc->objective = below->objective = NO_INDEX;
	below->kr = NO_INDEX;
	below->heading = b;
	below->mode = MODE_OBJECTIVES;
	set_whose(r, below, name, false);
	if (!set_role(r, below, name) && below->level == LEVEL_NONE &&
		names_unit(name, &level))
		below->team = arena_text(r->a, name);
	read_explain(r, b->line, "section", piece_text(r, title));
}

void section_left(struct reader *r, struct scope *below, const struct block *b,
	struct piece title)
{
	below->quiet = true;
	read_explain(r, b->line, "left alone", piece_text(r, title));
}

void section_period(struct reader *r, struct scope *sc, struct scope *below,
	const struct block *b, struct piece title)
{
	below->heading = b;
	below->strong = true;
	below->plain = !heading_has_marked(b);
	below->objective = sc->objective = NO_INDEX;
	below->mode = MODE_UNKNOWN;
	set_whose(r, below, title.s, false);
	read_explain(r, b->line, "section", piece_text(r, title));
}

void section_part(struct reader *r, const struct scope *sc, struct scope *below,
	const struct block *b, struct piece title, enum evidence e)
{
	below->heading = b;
	if (sc->objective != NO_INDEX && e != EVIDENCE_OBJECTIVES) {
		below->mode =
			sc->mode == MODE_KEY_RESULTS ? sc->mode : MODE_LEFT;
		if (!objective_at(r, sc->objective)->title[0])
			below->objective = NO_INDEX;
	} else {
		below->objective = NO_INDEX;
		below->kr = NO_INDEX;
		below->mode = MODE_UNKNOWN;
		set_whose(r, below, title.s, false);
		(void)set_role(r, below, str_trim_end(title.s, ":"));
		if (e == EVIDENCE_OBJECTIVES)
			set_person(r, sc, below, str_trim_end(title.s, ":"));
	}
	read_explain(r, b->line, "section", piece_text(r, title));
}

bool section_is_open_above(
	struct reader *r, const struct scope *sc, const struct block *b)
{
	size_t n = r->m->objectives.n;
	const struct objective *o;

	if (!r->extras.n || (int)n - 1 == sc->objective)
		return false;
	o = &r->m->objectives.v[n - 1];
	return o->title[0] && !o->key_results.n && o->source.line < b->line &&
	       (sc->objective == NO_INDEX ||
		       objective_at(r, sc->objective)->key_results.n);
}

void section_key_results(struct reader *r, struct scope *sc,
	struct scope *below, const struct block *b)
{
	if (r->extras.n && (sc->listed || section_is_open_above(r, sc, b)))
		sc->objective = (int)r->m->objectives.n - 1;
	else if (sc->objective == NO_INDEX)
		need_objective(r, sc, b->line);
	below->by_number = sc->listed;
	below->listed = false;
	below->objective = sc->objective;
	below->kr = NO_INDEX;
	below->mode = MODE_KEY_RESULTS;
	below->settled = below->grouped = false;
}

/* "KR2 ✅ Delivered" behind a list with KR2 in it. */
static void take_end(struct reader *r, const struct scope *sc, int kr,
	const struct mark *mark, struct piece text)
{
	struct scope of = *sc;

	of.kr = kr;
	if (key_result_at(r, sc->objective, kr)->result.kind == RESULT_NONE &&
		heading_tells_end(mark, text.s))
		read_field(r, &of, FIELD_RESULT, text);
}

void section_key_result(struct reader *r, struct scope *sc, struct scope *below,
	const struct block *b, const struct mark *mark, struct piece text)
{
	const struct block *said = heading_sentence(r, b, text);

	r->kr_level = b->level;
	if (sc->objective != NO_INDEX && section_is_open_above(r, sc, b))
		sc->objective = (int)r->m->objectives.n - 1;
	below->kr = heading_repeats(r, b, sc);
	if (said)
		text = section_title(said);
	else if (heading_is_named_only(r, b, text))
		text = (struct piece){b, {NULL, 0}};
	if (below->kr == NO_INDEX) {
		below->kr = add_key_result(r, sc, mark, text, 0);
	} else {
		read_explain(r, b->line, "section", piece_text(r, text));
		take_end(r, sc, below->kr, mark, text);
	}
	below->objective = sc->objective;
	below->mode = MODE_LEFT;
}
