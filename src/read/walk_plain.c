/*
 * Headings without a mark: what stands below them, beside them and above says
 * what they are - a time, a unit's part, an objective, or no more than a name.
 */
#include "walk_p.h"

#include "list_p.h"
#include "talk_p.h"
#include "title_p.h"
#include "words.h"

/* Below an objective's heading, or that of its key results. */
static bool is_within(const struct scope *sc)
{
	return sc->objective != NO_INDEX &&
	       (sc->objective == sc->parent || sc->mode == MODE_KEY_RESULTS);
}

/* Is the scope's objective one of a table's rows, and heads no section? */
static bool is_of_row(const struct reader *r, const struct scope *sc)
{
	return sc->objective != NO_INDEX &&
	       r->extras.v[(size_t)sc->objective - r->first].table_row;
}

/* Numbers or reports of all that stands above? */
static bool is_about_all(const struct reader *r, struct str title)
{
	return r->krs ? vocab_is_metrics(title) : vocab_is_only_metrics(title);
}

static bool names_time(struct reader *r, const struct scope *sc,
	enum evidence e, const struct block *b, struct str title)
{
	struct period period;

	if (!sc->expect || title.n > PERIOD_TITLE)
		return false;
	if (b->first && b->first->kind == BLOCK_PARA &&
		block_mark(b->first).kind == MARK_KR_LABEL &&
		!title_is_time(title))
		return false; /* "Q2: Nobody waits" over "Key results" */
	if (heading_names_period(r, title))
		return true;
	return e != EVIDENCE_KEY_RESULTS &&
	       (period_find(r->a, title, r->o->fiscal_start, &period) ||
		       title_is_time(title));
}

/* "Marketing: Fill the pipeline" below "CEO: Grow revenue" or "Company
 * objective: Grow", or "1.1 Marketing: ..." below "1. Grow revenue", over key
 * results that say so, or numbers: what a unit adds to it. */
static bool is_units(struct reader *r, const struct scope *sc,
	const struct block *b, const struct mark *mark, struct piece title)
{
	struct str owner;
	size_t rest = owner_split(title, &owner);
	const struct objective *o;

	if (!rest || sc->parent == NO_INDEX || names_stage(owner) ||
		vocab_is_left(owner) || vocab_field(owner) != FIELD_NONE ||
		r->report || str_words(str_sub(title.s, rest, title.s.n)) < 2)
		return false;
	o = objective_at(r, sc->parent);
	if (is_within(sc) && heading_has_marked_item(b) &&
		(o->owner[0] ||
			number_is_below(mark->number, str_of(o->number))))
		return true;
	return o->source.line == b->parent->line && o->level != LEVEL_NONE &&
	       o->level != LEVEL_INDIVIDUAL && r->named && b->first &&
	       b->first->kind == BLOCK_LIST &&
	       (heading_has_marked_item(b) ||
		       is_measurable_list(r->a, b->first));
}

static bool begins_role(struct piece title)
{
	struct str owner;

	return owner_split(title, &owner) && vocab_is_role(owner);
}

/* Does a heading begin as an aim, or look like one beside it that is one? */
static bool is_like_others(
	struct reader *r, const struct block *b, struct str title)
{
	return talk_begins_aim(title) || heading_is_like_sibling(r, b);
}

/* May a heading without a mark be an objective, where it stands? */
static bool is_expected(struct reader *r, const struct scope *sc,
	const struct block *b, struct str title)
{
	return sc->plain &&
	       (!others_are_marked(r) || is_like_others(r, b, title));
}

/* What stands below a heading without a mark, as a reader would take it who
 * knows where the heading stands. */
static enum evidence evidence_of(struct reader *r, const struct scope *sc,
	const struct block *b, struct str title)
{
	enum evidence e =
		evidence_below(r, b, b->first, is_expected(r, sc, b, title));

	if (e == EVIDENCE_KEY_RESULTS && sc->plain && title_is_time(title) &&
		heading_begins_titled(b))
		return EVIDENCE_NONE;
	return e;
}

/* Is a list below a heading, in which nothing says what it is, one of key
 * results for all that? */
static bool is_plain_objective(struct reader *r, const struct scope *sc,
	const struct block *b, struct str title)
{
	if (!heading_has_plain_list(r, b) ||
		(!talk_begins_aim(title) && heading_has_titled_lists(b)))
		return false;
	if ((sc->nests && is_like_others(r, b, title)) || heading_has_parent(b))
		return true;
	return is_expected(r, sc, b, title) &&
	       (sc->strong ||
		       (r->named && (talk_is_aim(title) ||
					    heading_is_like_sibling(r, b) ||
					    heading_is_beside_measured(r, b))));
}

/* "Shop" over a list of aims, beside "Sales" over aims with lists of their own:
 * objectives that have no key results yet. */
static bool lists_aims_only(struct reader *r, const struct scope *sc,
	const struct block *b, struct str title)
{
	enum { FAR = 12, MOST_WORDS = 4 };
	const struct block *list = heading_list(b), *c = b->parent->first;

	if (!sc->plain || !r->named || list != b->first || !list ||
		str_words(title) > MOST_WORDS || talk_begins_aim(title) ||
		vocab_field(str_trim_end(title, ":")) != FIELD_NONE ||
		!list_has_aims(list, true))
		return false;
	for (int i = 0; c && i < FAR; i++, c = c->next) {
		if (c != b && c->kind == BLOCK_SECTION &&
			c->level == b->level && heading_list(c) &&
			list_has_aims(heading_list(c), false) &&
			lists_objectives(c, c->text.s))
			return true;
	}
	return false;
}

/* "Being a good neighbour", "Building trust in the valley" */
static bool is_doing(struct str title)
{
	enum { LEAST_WORDS = 3 };
	size_t end = str_find_char(title, ' ');
	struct str word = str_sub(title, 0, end == STR_NONE ? 0 : end);

	return str_words(title) >= LEAST_WORDS && str_ends(word, "ing") &&
	       (str_iis(word, "being") || str_iis(word, "becoming") ||
		       verb_sense(word, true) != VERB_NONE);
}

/* "Store the grain" over nothing but headings of aims: they serve it. */
static bool is_served(struct reader *r, const struct scope *sc,
	const struct block *b, struct str title)
{
	static const char *const ARTICLES[] = {
		"the", "a", "an", "our", "every", "all", NULL};
	struct str word = str_trim(title), rest;
	size_t end = str_find_char(word, ' ');

	rest = str_sub(word, end == STR_NONE ? word.n : end + 1, word.n);
	return (talk_begins_aim(title) || is_doing(str_trim(title)) ||
		       vocab_begins_any(rest, ARTICLES)) &&
	       sc->plain && heading_has_aims(b) &&
	       (!others_are_marked(r) || is_like_others(r, b, title));
}

/* "Company key results", "Scorecard" behind key results: numbers of all that is
 * above. */
static bool sums_up(struct reader *r, const struct scope *sc, enum evidence e,
	struct str title)
{
	return (e != EVIDENCE_OBJECTIVES &&
		       (sc->objective == NO_INDEX || is_of_row(r, sc)) &&
		       is_about_all(r, title)) ||
	       (e == EVIDENCE_KEY_RESULTS && r->krs && vocab_is_report(title));
}

/* "### Sell 30 tickets" below "## Key results", with fields, a word on it or
 * nothing below: one of them, and no name of a group. */
static bool is_of_label(struct reader *r, const struct scope *sc,
	const struct block *b, struct str title)
{
	const struct block *list;

	if (sc->mode != MODE_KEY_RESULTS || sc->objective == NO_INDEX ||
		sc->kr != NO_INDEX || b->parent->kind != BLOCK_SECTION ||
		block_mark(b->parent).kind != MARK_KR_LABEL)
		return false;
	list = heading_list(b);
	return heading_has_result(b) ||
	       (is_measurable(r->a, title)
			       ? !list || !is_measurable_list(r->a, list)
			       : talk_begins_aim(title) && !list);
}

/* Does a line of it begin "Target: 40"? */
static bool names_target(struct str s)
{
	enum { FAR = 6 };
	struct str line;

	for (int i = 0; i < FAR && str_take_until(&s, '\n', &line); i++) {
		size_t colon = str_find_char(line, ':');

		if (colon != STR_NONE &&
			str_has_digit(str_sub(line, colon, line.n)) &&
			vocab_field(str_trim(str_sub(line, 0, colon))) ==
				FIELD_TARGET)
			return true;
	}
	return false;
}

/* Is a target named in a field right below a heading? */
static bool has_target(const struct block *b)
{
	enum { FAR = 8 };
	const struct block *c = b->first;

	if (c && c->kind == BLOCK_PARA)
		return names_target(c->text.s);
	if (!c || c->kind != BLOCK_LIST)
		return false;
	c = c->first;
	for (int i = 0; c && i < FAR; c = c->next, i++) {
		if (c->first && c->first->kind == BLOCK_PARA &&
			names_target(c->first->text.s))
			return true;
	}
	return false;
}

/* "### Crashes from 9 to 2" with a state or a result in fields right below the
 * heading of an objective, beside others that can be measured: what it has for
 * key results.  Others so are work, and their fields none of the objective's;
 * *work is set then. */
static bool is_with_fields(struct reader *r, const struct block *b, bool *work)
{
	enum { FAR = 10, LOOK = 4 }; /* to stay linear */
	const struct block *c = b->parent->first;
	size_t all = 0, measured = 0;

	*work = false;
	if (b->parent->kind != BLOCK_SECTION ||
		!(heading_has_result(b) || has_target(b)) ||
		block_mark(b->parent).kind != MARK_OBJECTIVE)
		return false;
	for (int i = 0; c && i < FAR && all < LOOK; c = c->next, i++) {
		bool target;

		if (c->kind != BLOCK_SECTION || c->level != b->level)
			continue;
		target = has_target(c);
		if (!target && !heading_has_result(c))
			continue;
		all++;
		measured += target || is_measurable(r->a, c->text.s);
	}
	*work = all > 1 && measured * 2 < all;
	return all > 1 && measured * 2 >= all;
}

/* "> Objective: ..." in a section: it is that one's page. */
static bool quotes_marked(const struct block *b)
{
	enum { FAR = 24 };
	const struct block *c = b->first;

	for (int i = 0; c && i < FAR && c->kind != BLOCK_SECTION;
		c = c->next, i++) {
		struct mark mark;

		if (c->kind != BLOCK_LEFT || !c->first ||
			c->first->kind != BLOCK_PARA)
			continue;
		mark = block_mark(c->first);
		if (mark.kind == MARK_OBJECTIVE && !mark.weak &&
			mark.rest < c->first->text.s.n)
			return true;
	}
	return false;
}

/* "## 4. Any other business" beside "## 3. OKR review" over objectives that
 * say so, where nothing below says it of this one: other things of a meeting.
 */
static bool is_beside_marked(const struct reader *r, const struct block *b)
{
	enum { FAR = 16 }; /* to stay linear */
	const struct block *c = b->parent->first;

	if (!r->marked || heading_has_marked_item(b) || heading_list(b))
		return false;
	for (int i = 0; c && i < FAR; c = c->next, i++) {
		if (c != b && c->kind == BLOCK_SECTION &&
			c->level == b->level && vocab_has_okr(c->text.s) &&
			heading_has_marked(c))
			return true;
	}
	return false;
}

void walk_plain_heading(struct reader *r, struct scope *sc, struct scope *below,
	const struct block *b, const struct mark *mark, struct piece title)
{
	enum evidence e = evidence_of(r, sc, b, title.s);
	bool mine = is_within(sc), above = sc->owned, owned, tells;
	bool work = false;
	int level = r->kr_level;

	if (names_time(r, sc, e, b, title.s)) {
		section_period(r, sc, below, b, title);
		return;
	}
	if (heading_serves(b) && e != EVIDENCE_OBJECTIVES &&
		sc->kr == NO_INDEX) {
		section_objective(r, sc, below, mark, title);
		return;
	}
	if (sc->plain && !mine && e != EVIDENCE_OBJECTIVES &&
		!heading_has_marked_item(b) && lists_objectives(b, title.s)) {
		if (begins_role(title)) {
			section_objective(r, sc, below, mark, title);
			below->owned = true; /* "Sales: ..." serves it */
		} else {
			section_owned(r, sc, below, b, title);
		}
		return;
	}
	if (e == EVIDENCE_NONE && !mine && lists_aims_only(r, sc, b, title.s)) {
		section_owned(r, sc, below, b, title);
		below->aims = true;
		return;
	}
	if (e == EVIDENCE_NONE && is_plain_objective(r, sc, b, title.s))
		e = EVIDENCE_KEY_RESULTS;
	if (e == EVIDENCE_KEY_RESULTS && heading_has_repeats(r, b, sc))
		e = EVIDENCE_NONE;
	if (e == EVIDENCE_NONE && !mine && is_served(r, sc, b, title.s))
		e = EVIDENCE_KEY_RESULTS;
	tells = told_heads(r, title, b->first);
	owned = tells || (e != EVIDENCE_NONE && begins_role(title));
	/* "1. CEO: Grow revenue" */
	if (owned && (tells || r->cascade || str_is_digit(b->text.s.p[0])))
		e = EVIDENCE_KEY_RESULTS;
	if (e != EVIDENCE_OBJECTIVES && is_units(r, sc, b, mark, title)) {
		e = EVIDENCE_KEY_RESULTS;
		owned = sc->owned = true;
	}
	if (sums_up(r, sc, e, title.s)) {
		section_left(r, below, b, title);
		return;
	}
	if (mine && e == EVIDENCE_NONE && sc->kr == NO_INDEX &&
		((b->level == level && heading_has_result(b)) ||
			is_of_label(r, sc, b, title.s) ||
			is_with_fields(r, b, &work))) {
		section_key_result(r, sc, below, b, mark, title);
		r->kr_level = level; /* it is not marked */
		return;
	}
	if (work) {
		section_left(r, below, b, title);
		return;
	}
	if (e == EVIDENCE_KEY_RESULTS && !mine && is_beside_marked(r, b)) {
		section_left(r, below, b, title);
		return;
	}
	if (e == EVIDENCE_KEY_RESULTS && !mine && quotes_marked(b))
		e = EVIDENCE_OBJECTIVES;
	if (e == EVIDENCE_KEY_RESULTS &&
		(!mine || owned ||
			(sc->nests && is_like_others(r, b, title.s)))) {
		section_objective(r, sc, below, mark, title);
		below->nests = sc->plain || sc->nests;
		sc->owned = above;
		return;
	}
	section_part(r, sc, below, b, title, e);
}
