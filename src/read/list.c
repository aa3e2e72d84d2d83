/*
 * Lists, nested as people nest them: objectives, key results, more objectives
 * below those, fields and notes.
 */
#include "list_p.h"

#include "attr.h"
#include "noted_p.h"
#include "result.h"
#include "talk_p.h"

/* Is the text before the first colon bold, or all of it up to there a link? */
static bool has_marked_owner(struct piece text, size_t owner_end)
{
	const unsigned char *flags = piece_flags(text);
	size_t letters = 0, marked = 0;

	for (size_t i = 0; i < owner_end && i < text.s.n; i++) {
		if (!str_is_alnum(text.s.p[i]))
			continue;
		letters++;
		marked += (flags[i] & TEXT_BOLD) != 0;
	}
	return letters && marked == letters;
}

/* An unmarked item that is an objective: "**CRO: Build pipeline.**" over
 * "CRO KR:" items, or anything over marked key results. */
static bool is_objective(struct reader *r, const struct block *item,
	const struct first *f, const struct scope *sc)
{
	struct piece plain = piece_from(f->text, f->mark.plain);
	struct str owner;
	size_t split = owner_split(plain, &owner), behind;
	enum evidence e;

	if (split && r->cascade && has_marked_owner(plain, split))
		return true;
	if (sc->expect && sc->objective == NO_INDEX &&
		first_has_marked_lines(f))
		return true;
	if (item_has_list(item) && mark_measured_by(f->text.s, &behind))
		return true;
	e = evidence_below(r, item, f->para->next, false);
	if (e == EVIDENCE_KEY_RESULTS)
		return true;
	if (split && r->cascade && sc->mode != MODE_FIELD &&
		(vocab_is_role(owner) || e == EVIDENCE_OBJECTIVES))
		return sc->kr != NO_INDEX || item_has_list(item);
	return false;
}

static struct scope below_objective(const struct scope *sc, int index)
{
	struct scope below = *sc;

	below.objective = below.parent = index;
	below.kr = below.parent_kr = NO_INDEX;
	below.mode = MODE_UNKNOWN;
	below.expect = below.plain = below.aims = false;
	below.before = NULL;
	below.heading = NULL;
	return below;
}

static struct scope below_kr(const struct scope *sc, int kr)
{
	struct scope below = *sc;

	below.kr = kr;
	below.parent = sc->objective;
	below.parent_kr = kr;
	below.mode = MODE_LEFT;
	below.expect = below.plain = false;
	below.before = NULL;
	return below;
}

/* The rest of an item: its further lines and blocks. */
static void walk_rest(struct reader *r, const struct block *item,
	const struct block *from, struct scope *below)
{
	struct block rest = *item;

	rest.first = from ? from->next : item->first;
	read_blocks(r, &rest, below);
}

static void objective_item(struct reader *r, const struct block *item,
	const struct first *f, struct scope *sc, size_t from)
{
	struct piece more, rest, text = first_split_lines(f->text, &more);
	struct mark mark = f->mark;
	bool led, told;
	int index;
	struct scope below;

	if (item->number && !mark.number.n && !mark.numbered &&
		(sc->listed || first_has_marked_lines(f))) {
		mark.number = str_of(arena_printf(r->a, "%ld", item->number));
	}
	text = piece_from(text, from);
	if (name_objective(r, sc, &mark, text))
		return;
	told = sc->told && told_split(text, &text, &rest);
	led = !told && !is_our_line(r, piece_line(text)) &&
	      (split_key_results(&text, &rest) ||
		      split_told_behind(r, item, &text, &rest));
	index = add_objective(r, sc, &mark, text);
	below = below_objective(sc, index);
	if (told)
		told_key_results(r, &below, rest);
	else if (led)
		inline_key_results(r, &below, rest);
	read_lines(r, more, &below, 0);
	walk_rest(r, item, f->para, &below);
	if (item->task == 'x' &&
		objective_at(r, index)->result.kind == RESULT_NONE)
		result_read(r->a, STR("done"), &objective_at(r, index)->result,
			NULL);
	if (f->mark.kind == MARK_OBJECTIVE &&
		(!item_has_list(item) ||
			!objective_at(r, index)->key_results.n)) {
		sc->objective = index; /* its key results may stand beside it */
		sc->kr = NO_INDEX;
		sc->mode = MODE_UNKNOWN;
	}
}

static void kr_item(struct reader *r, const struct block *item,
	const struct first *f, struct scope *sc, size_t from)
{
	struct piece more, text = first_split_lines(f->text, &more);
	struct scope below;
	bool ours = is_our_line(r, piece_line(text));
	int kr = (ours ? add_key_result : read_key_result)(
		r, sc, &f->mark, piece_from(text, from), item->task);

	below = below_kr(sc, kr);
	read_lines(r, more, &below, 0);
	walk_rest(r, item, f->para, &below);
}

/* "- [x] 0.3: scope agreed": a step with its grade, and ticked or not. */
static bool step_item(struct reader *r, const struct block *item,
	const struct first *f, const struct scope *sc)
{
	bool scoring = sc->mode == MODE_FIELD && sc->field == FIELD_KIND;
	struct key_result *kr;

	if (sc->objective == NO_INDEX || sc->kr == NO_INDEX || !item->task ||
		(sc->mode == MODE_FIELD && !scoring))
		return false;
	kr = key_result_at(r, sc->objective, sc->kr);
	if (!read_milestone(
		    r, kr, str_of(piece_text(r, f->text)), item->task == 'x'))
		return false;
	kr->tasks_all++;
	kr->tasks_done += item->task == 'x';
	read_explain(r, piece_line(f->text), "step", piece_text(r, f->text));
	return true;
}

static void note_item(struct reader *r, const struct block *item,
	const struct first *f, struct scope *sc)
{
	struct scope below = *sc;
	struct key_result *kr;

	if (step_item(r, item, f, sc)) {
		/* all is said */
	} else if (sc->mode == MODE_FIELD) {
		read_field(r, sc, sc->field, f->text);
		below.step = true;
	} else if (sc->objective != NO_INDEX && sc->kr != NO_INDEX) {
		kr = key_result_at(r, sc->objective, sc->kr);
		if (item->task) {
			kr->tasks_all++;
			kr->tasks_done += item->task == 'x';
		}
		read_kr_note(
			r, kr, f->text, !item->task && !item_has_list(item));
		if (list_share(f->text.s)) /* "1/6 from 10 June" is theirs */
			below.kr = NO_INDEX, below.mode = MODE_LEFT;
	} else {
		read_explain(r, piece_line(f->text), "left alone",
			piece_text(r, f->text));
	}
	walk_rest(r, item, f->para, &below);
}

/* The key result that the last item of this scope was, or none. */
static int last_kr(struct reader *r, const struct scope *sc)
{
	size_t n;

	if (sc->objective == NO_INDEX || sc->kr != NO_INDEX ||
		sc->mode == MODE_FIELD)
		return NO_INDEX;
	n = objective_at(r, sc->objective)->key_results.n;
	return n ? (int)n - 1 : NO_INDEX;
}

static void label_item(struct reader *r, const struct block *item,
	const struct first *f, struct scope *sc)
{
	struct scope below = *sc;
	size_t from = sc->objective == NO_INDEX ? 0 : first_next_line(f);
	int last;

	if (from) {
		kr_item(r, item, f, sc, from);
		return;
	}
	below.kr = NO_INDEX;
	below.before = NULL;
	last = last_kr(r, &below);
	read_para(r, f->para, &below, 0);
	/* "- Key results: the one" over "- Actual: 13" */
	if (f->mark.kind == MARK_KR_LABEL && below.objective == sc->objective &&
		(item_has_fields(item) || item_is_one_label(item)) &&
		last_kr(r, &below) == last + 1)
		below.kr = last + 1;
	if (f->mark.kind == MARK_OBJ_LABEL) {
		below.expect = below.plain = true;
		below.mode = MODE_OBJECTIVES;
	}
	walk_rest(r, item, f->para, &below);
	if (!item_has_list(item)) { /* "- Key results:" over a list beside it */
		sc->mode = below.mode;
		sc->field = below.field;
		sc->objective = below.objective;
	}
}

/* "- Sales" over a list of objectives: whose they are. */
static bool is_container(
	struct reader *r, const struct block *item, const struct first *f)
{
	enum { LONGEST = 40, WORDS = 3 };

	return f->mark.kind == MARK_NONE && f->text.s.n <= LONGEST &&
	       (str_words(f->text.s) <= WORDS || !str_has_digit(f->text.s)) &&
	       item_has_list(item) &&
	       evidence_below(r, item, f->para->next, false) ==
		       EVIDENCE_OBJECTIVES;
}

static void container_item(struct reader *r, const struct block *item,
	const struct first *f, const struct scope *sc)
{
	struct scope below = *sc;
	const char *name = piece_text(r, piece_from(f->text, f->mark.plain));

	below.parent = sc->objective;
	below.parent_kr = sc->objective == NO_INDEX ? NO_INDEX : sc->kr;
	below.objective = below.kr = NO_INDEX;
	below.mode = MODE_OBJECTIVES;
	below.expect = below.plain = true;
	below.team = name;
	below.level = LEVEL_NONE;
	below.before = NULL;
	read_explain(r, f->para->line, "section", name);
	walk_rest(r, item, f->para, &below);
}

/* "- CRO" over key results of the heading's objective: theirs. */
static bool is_owner(struct reader *r, const struct block *item,
	const struct first *f, const struct scope *sc)
{
	if (sc->objective == NO_INDEX || f->mark.kind != MARK_NONE ||
		!item_has_list(item) || !names_owner(f->text.s))
		return false;
	return list_is_of_owners(r, item->parent) ||
	       (!r->cascade && evidence_below(r, item, f->para->next, false) ==
				       EVIDENCE_KEY_RESULTS);
}

static void owner_item(struct reader *r, const struct block *item,
	const struct first *f, const struct scope *sc)
{
	struct scope below = *sc;
	struct str name = str_trim_end(f->text.s, ":");
	const char *owner;
	size_t from = objective_at(r, sc->objective)->key_results.n;
	struct objective *o;

	owner = piece_text(r, (struct piece){f->para, name});
	below.kr = NO_INDEX;
	below.mode = list_is_of_owners(r, item->parent) ? MODE_KEY_RESULTS
							: MODE_UNKNOWN;
	below.settled = false;
	below.before = NULL;
	read_explain(r, f->para->line, "owner", owner);
	walk_rest(r, item, f->para, &below);
	o = objective_at(r, sc->objective);
	for (size_t i = from; i < o->key_results.n; i++) {
		if (!o->key_results.v[i].owner[0])
			o->key_results.v[i].owner = owner;
	}
}

static void field_item(struct reader *r, const struct block *item,
	const struct first *f, struct scope *sc)
{
	struct scope below = *sc;

	below.before = NULL;
	read_para(r, f->para, &below, 0);
	walk_rest(r, item, f->para, &below);
}

/* What an unmarked item of this list is. */
enum plain { PLAIN_NOTE, PLAIN_KEY_RESULT, PLAIN_OBJECTIVE, PLAIN_GROUP };

static enum plain plain_of(struct reader *r, const struct block *list,
	struct facts *facts, const struct scope *sc)
{
	size_t n;

	if (sc->mode == MODE_FIELD || sc->mode == MODE_LEFT ||
		sc->kr != NO_INDEX || list_heads_next(list))
		return PLAIN_NOTE;
	if (sc->objective != NO_INDEX) {
		n = objective_at(r, sc->objective)->key_results.n;
		if (sc->mode == MODE_KEY_RESULTS)
			return facts->grouped ? PLAIN_GROUP : PLAIN_KEY_RESULT;
		if (!r->named && !list_is_measured(r, list, facts) &&
			!list_goes_on(r, sc->objective))
			return PLAIN_NOTE;
		return n || (facts->early && !sc->titled) ? PLAIN_NOTE
							  : PLAIN_KEY_RESULT;
	}
	if (sc->mode == MODE_KEY_RESULTS)
		return PLAIN_KEY_RESULT;
	if (sc->listed && sc->mode == MODE_OBJECTIVES)
		return PLAIN_OBJECTIVE;
	if ((sc->plain || sc->mode == MODE_OBJECTIVES) && facts->nested)
		return PLAIN_OBJECTIVE;
	if (sc->aims && list_has_aims(list, r->named))
		return PLAIN_OBJECTIVE;
	return PLAIN_NOTE;
}

static void talk_item(struct reader *r, const struct block *item,
	const struct first *f, const struct scope *sc)
{
	struct scope below = *sc;

	if (sc->objective == NO_INDEX)
		below.mode = MODE_LEFT;
	note_item(r, item, f, &below);
}

/* "Sales: Win back ten shops" in a list of owners: an objective where it has
 * a list below, else a key result of theirs. */
static bool owned_item(struct reader *r, const struct block *item,
	const struct first *f, struct scope *sc)
{
	struct piece text = piece_from(f->text, f->mark.plain);
	struct first owned = *f;
	struct str owner;
	size_t rest = owner_split(text, &owner);

	if (!sc->owned || !rest)
		return false;
	if (item_has_list(item)) {
		objective_item(r, item, f, sc, f->mark.plain);
		return true;
	}
	if (sc->objective == NO_INDEX)
		return false;
	owned.mark.prefix = owner;
	kr_item(r, item, &owned, sc, f->mark.plain + rest);
	return true;
}

/* "- KR1: 7" below "Confidence:": that of a key result which is there. */
static bool numbered_item(struct reader *r, const struct block *item,
	const struct first *f, const struct scope *sc)
{
	struct scope below = *sc;

	if (sc->mode != MODE_FIELD || sc->objective == NO_INDEX)
		return false;
	below.kr = key_result_of_number(r, sc->objective, f->mark.number);
	if (below.kr == NO_INDEX)
		return false;
	read_field(r, &below, sc->field, piece_from(f->text, f->mark.rest));
	walk_rest(r, item, f->para, &below);
	return true;
}

/* An item without a mark, which its list makes something or not. */
static void plain_item(struct reader *r, const struct block *item,
	const struct first *f, struct scope *sc, enum plain plain)
{
	if (sc->told) {
		objective_item(r, item, f, sc, f->mark.plain);
		return;
	}
	if (plain != PLAIN_NOTE && owned_item(r, item, f, sc))
		return;
	if (is_owner(r, item, f, sc))
		owner_item(r, item, f, sc);
	else if (item_is_talk(f, sc) || item_names_owner(f))
		talk_item(r, item, f, sc);
	else if (is_objective(r, item, f, sc) || plain == PLAIN_OBJECTIVE)
		objective_item(r, item, f, sc, f->mark.plain);
	else if (plain == PLAIN_KEY_RESULT && is_container(r, item, f))
		container_item(r, item, f, sc);
	else if (plain == PLAIN_GROUP)
		walk_rest(r, item, f->para, sc);
	else if (plain == PLAIN_KEY_RESULT)
		kr_item(r, item, f, sc, f->mark.plain);
	else
		note_item(r, item, f, sc);
}

/* "Team: Build a crew that lasts" over a list, where objectives are due: the
 * name of a part, and no field. */
static bool is_area(const struct block *item, const struct first *f)
{
	return f->mark.kind == MARK_FIELD && f->mark.field == FIELD_TEAM &&
	       item_has_list(item) &&
	       talk_begins_aim(piece_from(f->text, f->mark.rest).s);
}

static void walk_item(struct reader *r, const struct block *item,
	struct scope *sc, enum plain plain)
{
	struct first f = first_of(item);

	if (f.para)
		read_our_mark(r, &f.text, &f.mark);
	if (!f.para) {
		walk_rest(r, item, NULL, sc);
		return;
	}
	if (label_for_now(r, sc, &f.mark, f.text.s))
		f.mark.kind = MARK_KR_LABEL;
	if (sc->objective != NO_INDEX)
		mark_below(&f.mark, f.text.s,
			str_of(objective_at(r, sc->objective)->number));
	if (item_is_companys(r, item, &f))
		f.mark.kind = MARK_OBJECTIVE;
	if ((plain == PLAIN_OBJECTIVE && is_area(item, &f)) ||
		(plain == PLAIN_KEY_RESULT && item_names_part(r, item, &f)))
		f.mark = (struct mark){.kind = MARK_NONE};
	switch (f.mark.kind) {
	case MARK_OBJECTIVE:
		if (sc->example && !example_states_itself(f.text, &f.mark))
			sc->objective = sc->kr = NO_INDEX;
		else
			objective_item(r, item, &f, sc, f.mark.rest);
		return;
	case MARK_KEY_RESULT:
		if ((sc->objective == NO_INDEX && sc->example) ||
			(!f.mark.numbered &&
				talk_tells_word(str_trim(
					piece_from(f.text, f.mark.rest).s))))
			note_item(r, item, &f, sc);
		else if (!numbered_item(r, item, &f, sc))
			kr_item(r, item, &f, sc, f.mark.rest);
		return;
	case MARK_KR_LABEL:
		if (sc->objective == NO_INDEX && sc->example)
			return; /* of an example's objective */
				/* fall through */
	case MARK_OBJ_LABEL:
		label_item(r, item, &f, sc);
		return;
	case MARK_FIELD:
		if (sc->step && sc->mode == MODE_FIELD) /* of that initiative */
			read_explain_left(r, f.para);
		else if (f.mark.field == FIELD_RESULT && sc->kr == NO_INDEX &&
			 sc->objective != NO_INDEX &&
			 f.mark.rest < f.text.s.n && !item_tells_end(&f))
			kr_item(r, item, &f, sc, f.mark.rest);
		else
			field_item(r, item, &f, sc);
		return;
	case MARK_LEFT:
		return;
	default:
		plain_item(r, item, &f, sc, plain);
		break;
	}
}

/* "- Objective:" over a list of one item: its title. */
static bool gives_title(
	struct reader *r, const struct block *list, struct scope *sc)
{
	const struct objective *o;
	struct first f;

	if (sc->objective == NO_INDEX || sc->kr != NO_INDEX || !list->first ||
		list->first->next)
		return false;
	o = objective_at(r, sc->objective);
	f = first_of(list->first);
	if (o->title[0] || o->key_results.n || !f.para ||
		f.mark.kind != MARK_NONE)
		return false;
	read_para(r, f.para, sc, 0);
	walk_rest(r, list->first, f.para, sc);
	return true;
}

/* "- Posts before the change" behind "- KR: ..." and "- KR: ...": no key result
 * where it neither wishes nor counts anything.  A name in bold opens another
 * one's part. */
static bool is_left_unmarked(const struct first *f, const struct block *item)
{
	return f->para && f->mark.kind == MARK_NONE && !item->task &&
	       !item_has_list(item) && f->text.s.n &&
	       !(piece_flags(f->text)[0] & TEXT_BOLD) &&
	       !str_has_digit(f->text.s) && !talk_begins_aim(f->text.s);
}

/* An item that says more of the key result beside it. */
static bool beside_last(struct reader *r, const struct block *item,
	const struct facts *facts, const struct scope *sc, int last)
{
	struct first f = first_of(item);
	struct scope below;

	if (sc->objective == NO_INDEX)
		return false;
	below = below_kr(sc, last);
	if (is_field_of_last(facts, &f))
		field_item(r, item, &f, &below);
	else if (is_label_of_last(r, facts, &f) ||
		 (facts->led && is_left_unmarked(&f, item)) ||
		 (facts->marked && f.para && f.mark.kind == MARK_NONE &&
			 (kr_leads_on(key_result_at(r, sc->objective, last)) ||
				 talk_speaks_of_okrs(f.text.s))))
		note_item(r, item, &f, &below);
	else
		return false;
	return true;
}

/* One line with a bullet, behind the list that gave the key results: the sign
 * of a heading, or who wrote all this. */
static bool is_beside(
	struct reader *r, const struct block *list, const struct scope *sc)
{
	return sc->mode == MODE_KEY_RESULTS && sc->settled && !sc->grouped &&
	       list->first && !list->first->next && !list->first->task &&
	       !is_measurable_list(r->a, list);
}

void read_list(struct reader *r, const struct block *list, struct scope *sc)
{
	struct facts facts = facts_of(list);
	enum plain plain = plain_of(r, list, &facts, sc);
	int objective = sc->objective, last = NO_INDEX;
	bool above = sc->owned, told = sc->told;
	int parent = sc->parent, parent_kr = sc->parent_kr;

	if (list_is_contents(list)) {
		read_explain(r, list->line, "left alone", "table of contents");
		return;
	}
	if (sc->objective == NO_INDEX && is_ladder_of_words(list)) {
		read_explain(r, list->line, "left alone", "words explained");
		return;
	}
	if (gives_title(r, list, sc))
		return;
	if (plain == PLAIN_KEY_RESULT && is_beside(r, list, sc)) {
		plain = PLAIN_NOTE;
		sc->mode = MODE_LEFT;
	}
	if (plain != PLAIN_NOTE &&
		(list_begins_talk(list) ||
			(sc->listed && list_mentions_okrs(list))))
		plain = PLAIN_NOTE;
	if (plain == PLAIN_NOTE && sc->objective != NO_INDEX &&
		sc->kr == NO_INDEX && sc->mode != MODE_FIELD &&
		list_has_marked_krs(list))
		plain = PLAIN_KEY_RESULT;
	sc->owned = !r->cascade && plain != PLAIN_NOTE &&
		    is_owned_list(list, above);
	told_enter(r, list, sc);
	for (const struct block *i = list->first; i && !r->full; i = i->next) {
		if (sc->objective != objective) { /* "- O1" beside "- KR1" */
			objective = sc->objective;
			plain = plain_of(r, list, &facts, sc);
		}
		if (read_our_item(r, i, sc))
			continue;
		if (last != NO_INDEX && !is_our_line(r, i->line) &&
			beside_last(r, i, &facts, sc, last))
			continue;
		walk_item(r, i, sc, plain);
		last = last_kr(r, sc);
	}
	sc->owned = above;
	sc->told = told;
	sc->parent = parent;
	sc->parent_kr = parent_kr;
	if (sc->mode == MODE_FIELD && facts.marked) /* all is said of it */
		sc->mode = MODE_LEFT;
	sc->settled = sc->mode == MODE_KEY_RESULTS && plain == PLAIN_KEY_RESULT;
}
