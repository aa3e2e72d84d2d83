/*
 * The walk over sections.  walk_heading() asks what a heading is, one rule
 * after the other: words that close a section or open one again come first,
 * then the markers, then what stands below; walk_look.c looks there, and
 * walk_section.c does what was found.
 */
#include "walk_p.h"

#include "attr.h"
#include "list_p.h"
#include "goals_p.h"
#include "talk_p.h"
#include "title_p.h"
#include "updates_p.h"

enum { MOST_PLACES = 50 }; /* key results of one objective */

/* Headings that call themselves nothing, over tables of key results? */
static bool has_objectives_below(struct reader *r, const struct block *b)
{
	const struct block *t;
	bool objectives;

	for (const struct block *c = b->first; c; c = c->next) {
		if (c->kind != BLOCK_SECTION || block_mark(c).kind != MARK_NONE)
			continue;
		t = c->first;
		while (t && t->kind == BLOCK_PARA)
			t = t->next;
		if (t && t->kind == BLOCK_TABLE &&
			(is_okr_table(r, t, &objectives) ||
				is_metric_table(r, t)))
			return true;
	}
	return false;
}

/* "OKR" over objectives, not in front of one's title? */
static bool is_container(
	struct reader *r, const struct block *b, const struct mark *mark)
{
	/* "Objective" over "O3: Grow" */
	if (!mark->numbered && mark->rest >= section_title(b).s.n &&
		heading_holds_title(b))
		return true;
	return mark->weak &&
	       (evidence_below(r, b, b->first, false) == EVIDENCE_OBJECTIVES ||
		       (vocab_has_okr(b->text.s) &&
			       has_objectives_below(r, b)));
}

/* Does any part below a heading have key results with marks? */
static bool holds_marked(const struct block *b)
{
	for (const struct block *c = b->first; c; c = c->next) {
		if (c->kind == BLOCK_SECTION &&
			(heading_has_marked(c) || heading_has_marked_item(c)))
			return true;
	}
	return false;
}

/* "How we set goals" over an objective that they say is theirs? */
static bool states_own(const struct block *b)
{
	enum { FAR = 24 }; /* to stay linear */
	const struct block *c = b->first;

	for (int i = 0; c && i < FAR; c = c->next, i++) {
		if (block_states_own(c))
			return true;
	}
	return false;
}

/* "OKR review" over parts that have key results for headings? */
static bool holds_kr_headings(const struct block *b)
{
	enum { SOME = 2 };
	size_t n = 0;

	for (const struct block *c = b->first; c && n < SOME; c = c->next) {
		const struct block *k =
			c->kind == BLOCK_SECTION ? c->first : NULL;

		for (; k && n < SOME; k = k->next)
			n += k->kind == BLOCK_SECTION &&
			     block_mark(k).kind == MARK_KEY_RESULT &&
			     block_mark(k).numbered;
	}
	return n == SOME;
}

/* "OKR check-in" over marked objectives: they are ones, all the same; so are
 * filled ones below "OKR examples", wherever that stands. */
static bool holds_okrs(struct reader *r, const struct block *b,
	const struct scope *sc, struct str title)
{
	bool okrs = vocab_has(title, "okr") || vocab_has(title, "okrs") ||
		    vocab_has_key_result(title);

	if ((sc->quiet && !okrs) || vocab_is_bad(title))
		return false;
	if ((r->assumed && b->level == 1 && b->parent == r->doc) ||
		(!sc->quiet && states_own(b)))
		return true; /* "Dock crew: how did it go?" */
	if (example_is_filled(b) || (okrs && heading_has_okr_table(r, b)) ||
		collect_opens(r, title) || heading_is_archive(r, b, title) ||
		(okrs && vocab_names_examples(title) &&
			example_lists_filled(b)))
		return true;
	if (!sc->quiet && ((vocab_asks_of_work(title) && holds_marked(b)) ||
				  (okrs && vocab_may_hold(title) &&
					  holds_kr_headings(b))))
		return true;
	return !sc->quiet &&
	       (vocab_may_hold(title) || mark_refers(title) ||
		       vocab_asks_of_work(title) ||
		       ((sc->strong || r->named) && vocab_is_purpose(title)) ||
		       heading_names_paper(b, title)) &&
	       evidence_below(r, b, b->first, false) == EVIDENCE_OBJECTIVES;
}

/* "Process" over "Our committed OKRs" over marked objectives; "OKR framework"
 * over "Q1 OKRs". */
static bool reopens(struct reader *r, const struct block *b,
	const struct scope *sc, const struct mark *mark, struct str title)
{
	bool label = mark->kind == MARK_OBJ_LABEL;
	enum evidence e;

	if (!sc->quiet ||
		!((sc->topic && label) ||
			(sc->method && (label || mark->kind == MARK_NONE) &&
				heading_is_dated(r, title))))
		return false;
	e = evidence_below(r, b, b->first, false);
	return e == EVIDENCE_OBJECTIVES ||
	       (e == EVIDENCE_KEY_RESULTS && b->first->kind == BLOCK_TABLE);
}

/* "Goals for FY25", "Growth team goals Q3": OKRs by another name, where
 * numbers are below. */
static bool is_goals(
	const struct scope *sc, const struct mark *mark, struct str title)
{
	return mark->kind == MARK_NONE && sc->objective == NO_INDEX &&
	       vocab_has(title, "goals") && title_is_planned(title) &&
	       !goals_are_others(title);
}

/* "Success metrics" of all, behind objectives that have their own? */
static bool is_closed(
	struct reader *r, const struct scope *sc, struct str title)
{
	size_t n = r->m->objectives.n;

	if (sc->objective != NO_INDEX)
		return objective_at(r, sc->objective)->key_results.n &&
		       !vocab_has_key_result(title);
	if (r->marked && !vocab_has_key_result(title))
		return true;
	if (!r->extras.n || !r->m->objectives.v[n - 1].key_results.n)
		return false;
	return sc->listed || (!vocab_has_key_result(title) && sc->heading &&
				     r->m->objectives.v[n - 1].source.line >
					     sc->heading->line);
}

/* "### KR1: Crew" over "**24 volunteers** hold the licence": what is to be
 * reached is told in bold below a name. */
static void read_told(struct reader *r, const struct scope *sc,
	const struct block *b, struct str name)
{
	const struct block *p = b->first;
	struct key_result *kr;
	struct str line, s;

	if (!p || p->kind != BLOCK_PARA || !p->text.s.n ||
		!(p->text.flags[0] & TEXT_BOLD) || is_measurable(r->a, name) ||
		block_mark(p).kind != MARK_NONE)
		return;
	s = p->text.s;
	if (!str_take_until(&s, '\n', &line) || !is_measurable(r->a, line))
		return;
	read_field(r, sc, FIELD_TARGET, (struct piece){p, line});
	kr = key_result_at(r, sc->objective, sc->kr);
	if (kr->target && !kr->target->has_value)
		kr->target = NULL;
}

/* A heading below "Objective", which has no title of its own. */
static bool is_title_below(
	struct reader *r, const struct block *b, const struct scope *sc)
{
	const struct objective *o;

	if (sc->objective == NO_INDEX || sc->kr != NO_INDEX ||
		b != b->parent->first || b->parent->kind != BLOCK_SECTION ||
		block_mark(b->parent).kind != MARK_OBJECTIVE)
		return false;
	o = objective_at(r, sc->objective);
	return !o->title[0] && !o->key_results.n;
}

/* "OKRs (Q2 2025)" over key results of an objective that has none yet. */
static bool continues_objective(struct reader *r, const struct block *b,
	const struct scope *sc, struct str title)
{
	struct period period;
	struct whose whose;

	if (sc->objective == NO_INDEX || !vocab_has_okr(title) ||
		!objective_at(r, sc->objective)->title[0] ||
		objective_at(r, sc->objective)->key_results.n)
		return false;
	whose = title_whose(title, true);
	return whose.level == LEVEL_NONE &&
	       (!whose.team.n || period_find(r->a, whose.team,
					 r->o->fiscal_start, &period)) &&
	       evidence_below(r, b, b->first, true) == EVIDENCE_KEY_RESULTS;
}

/* "Run line 3" above, named on a slide or in an overview, and again: what
 * stands below is that objective's. */
static bool names_again(struct reader *r, const struct block *b,
	struct scope *sc, struct scope *below, struct str title)
{
	int index = objective_of_title(r, title);

	if (index == NO_INDEX || objective_at(r, index)->key_results.n ||
		evidence_below(r, b, b->first, true) == EVIDENCE_OBJECTIVES)
		return false;
	sc->objective = index;
	section_key_results(r, sc, below, b);
	return true;
}

/* "Process", or anything in such a section. */
static void quiet_heading(struct reader *r, const struct scope *sc,
	struct scope *below, const struct block *b, bool left, struct str plain)
{
	bool topic = vocab_is_topic(plain);

	below->topic = sc->quiet ? sc->topic && !left : topic;
	below->method = sc->quiet ? sc->method && !left
				  : vocab_is_method(plain) || topic;
	section_left(r, below, b, section_title(b));
}

/* "Measures of success" over anything but objectives, below one without key
 * results: they are its own, though the next objective stands behind them. */
static bool measures_one(
	struct reader *r, const struct scope *sc, const struct block *b)
{
	struct block alone;

	if (sc->objective == NO_INDEX || !b->first ||
		(objective_at(r, sc->objective)->key_results.n &&
			!section_is_open_above(r, sc, b)))
		return false;
	alone = *b->first;
	alone.next = NULL;
	return evidence_below(r, b, &alone, false) != EVIDENCE_OBJECTIVES;
}

/* "City hall: from strategy to key results" over all of a page, the objectives
 * of which are marked. */
static bool names_page(const struct reader *r, const struct block *b)
{
	const struct block *c = b->first;

	if (!r->marked || b->parent != r->doc || b != r->doc->first || b->next)
		return false;
	while (c && c->kind == BLOCK_PARA && block_mark(c).kind == MARK_NONE)
		c = c->next;
	return c && c->kind == BLOCK_SECTION;
}

/* "Key results", "Success metrics", "Metrics (OKRs)" */
static void label_heading(struct reader *r, struct scope *sc,
	struct scope *below, const struct block *b, struct piece plain)
{
	struct piece title = section_title(b);

	if (r->report || sc->theory) {
		sc->theory = false;
		section_left(r, below, b, title);
		return;
	}
	if (names_page(r, b)) {
		section_okrs(r, sc, below, b, plain);
		return;
	}
	if (!vocab_has_key_result(title.s) && !measures_one(r, sc, b) &&
		evidence_below(r, b, b->first, false) == EVIDENCE_OBJECTIVES)
		section_okrs(r, sc, below, b, plain);
	else if (is_closed(r, sc, title.s) && !measures_one(r, sc, b) &&
		 !table_names_parents(r, b))
		section_left(r, below, b, title);
	else
		section_key_results(r, sc, below, b);
}

/* "What happened", "How it went": a text on all, where a line so led tells of
 * the key result above it. */
static bool is_tale(struct str title, enum field f)
{
	static const char *const ASKS[] = {"what", "how", NULL};

	return f == FIELD_RESULT && vocab_begins_any(title, ASKS);
}

/* "Person: Ana" over objectives: theirs, and said of none above. */
static bool is_whose(enum field f)
{
	return f == FIELD_OWNER || f == FIELD_DRI || f == FIELD_TEAM;
}

/* "Owner: ...", "Risks"; false when it says nothing of an objective. */
static bool field_heading(struct reader *r, struct scope *sc,
	struct scope *below, const struct block *b, const struct mark *mark,
	struct piece rest)
{
	if (!rest.s.n && is_tale(section_title(b).s, mark->field))
		return false;
	if (sc->objective != NO_INDEX && rest.s.n && is_whose(mark->field) &&
		evidence_below(r, b, b->first, false) == EVIDENCE_OBJECTIVES) {
		sc->objective = sc->kr = NO_INDEX;
		below->mode = MODE_UNKNOWN;
		read_scope_field(r, below, mark->field,
			str_of(piece_text(r, rest)), b->line);
		below->objective = below->kr = NO_INDEX;
	} else if (sc->objective != NO_INDEX) {
		below->mode = MODE_FIELD;
		below->field = mark->field;
		below->kr = NO_INDEX;
		below->plain = false;
		if (rest.s.n)
			read_field(r, sc, mark->field, rest);
	} else if (rest.s.n) {
		read_scope_field(r, sc, mark->field,
			str_of(piece_text(r, rest)), b->line);
		*below = section_scope(sc);
	} else if (r->ours || (!r->again && evidence_below(r, b, b->first,
						    false) == EVIDENCE_NONE)) {
		section_left(
			r, below, b, section_title(b)); /* "Notes" of none */
	} else {
		return false;
	}
	return true;
}

/* "O1 red flags", "O2: Summary" behind the objective of that number. */
static bool aspect_heading(struct reader *r, struct scope *sc,
	struct scope *below, const struct block *b, const struct mark *mark,
	struct piece rest)
{
	if (mark->kind != MARK_OBJECTIVE || !mark->numbered ||
		!heading_names_aspect(rest.s))
		return false;
	below->objective = objective_of_number(r, mark->number);
	if (below->objective == NO_INDEX)
		return false;
	sc->objective = below->objective;
	sc->kr = below->kr = NO_INDEX;
	sc->mode = below->mode = MODE_LEFT;
	read_explain(r, b->line, "section", piece_text(r, rest));
	return true;
}

/* "KR1 deep dive: fewer calls" behind the key results it speaks of. */
static bool aspect_of_kr(struct reader *r, const struct scope *sc,
	const struct mark *mark, struct piece rest)
{
	struct str number = mark->number;
	long n;

	return mark->kind == MARK_KEY_RESULT && sc->objective != NO_INDEX &&
	       str_take_number(&number, MOST_PLACES, &n) && !number.n && n &&
	       (size_t)n <= objective_at(r, sc->objective)->key_results.n &&
	       heading_names_aspect(rest.s);
}

/* "Review", "Close-out" over "KR1: 0.7" of the objective above, or of the one
 * that has key results of all these numbers. */
static bool results_heading(struct reader *r, const struct scope *sc,
	struct scope *below, const struct block *b, const struct mark *mark)
{
	struct piece title = section_title(b);
	int objective = sc->objective;

	if (mark->kind == MARK_OBJECTIVE || mark->kind == MARK_KEY_RESULT ||
		!r->krs ||
		(objective != NO_INDEX &&
			!objective_at(r, objective)->key_results.n) ||
		!section_tells_results(b))
		return false;
	if (objective == NO_INDEX) {
		bool known = false;

		objective = section_results_of(r, b, &known);
		if (objective == NO_INDEX && known)
			section_left(r, below, b, title); /* of whichever */
		if (objective == NO_INDEX)
			return known;
	}
	below->objective = objective;
	below->kr = NO_INDEX;
	below->quiet = below->plain = false;
	below->mode = MODE_FIELD;
	below->field = FIELD_RESULT;
	read_explain(r, b->line, "section", piece_text(r, title));
	return true;
}

/* "Q2 OKRs (Draft)", "Next quarter preview" */
static bool names_plan(struct str title)
{
	static const char *const WORDS[] = {"draft", "drafts", "proposed",
		"planned", "preview", "proposal", "entwurf", "brouillon",
		"borrador", "rascunho", "bozza", NULL};

	return vocab_has_listed(title, WORDS);
}

/* What holds whatever the mark is: ours, closed sections, and what opens them
 * again. */
static bool placed_heading(struct reader *r, struct scope *sc,
	struct scope *below, const struct block *b, const struct mark *mark)
{
	struct piece title = section_title(b);
	struct piece plain = piece_from(title, mark->plain);
	bool left = mark->kind == MARK_LEFT, retro = section_is_retro(b);

	if (read_our_section(r, b, below) ||
		results_heading(r, sc, below, b, mark)) {
		;
	} else if (is_our_line(r, b->line) && mark->kind == MARK_OBJECTIVE) {
		section_objective(
			r, sc, below, mark, piece_from(title, mark->rest));
	} else if (!retro &&
		   (((sc->quiet || left) && holds_okrs(r, b, sc, plain.s)) ||
			   reopens(r, b, sc, mark, plain.s))) {
		below->quiet = below->topic = below->method = false;
		section_okrs(r, sc, below, b, plain);
		if (left && (!vocab_may_hold(plain.s) ||
				    vocab_has(plain.s, "week"))) {
			below->team = sc->team;
			below->level = sc->level;
		}
		if (vocab_is_purpose(plain.s)) { /* the text right below */
			below->expect = below->plain = false;
			below->mode = MODE_LEFT;
		}
	} else if (sc->quiet || left || retro ||
		   (!r->ours && section_is_work(b))) {
		quiet_heading(r, sc, below, b, left, plain.s);
	} else {
		return false;
	}
	return true;
}

/* "Objective 1: title", "Our objectives", "Goals for FY25" */
static bool objective_heading(struct reader *r, struct scope *sc,
	struct scope *below, const struct block *b, const struct mark *mark)
{
	struct piece title = section_title(b);
	struct piece rest = piece_from(title, mark->rest);
	struct piece plain = piece_from(title, mark->plain);
	bool label = mark->kind == MARK_OBJ_LABEL;

	if ((mark->kind == MARK_OBJECTIVE || label) && !mark->numbered &&
		continues_objective(r, b, sc, title.s)) {
		section_key_results(r, sc, below, b);
	} else if (aspect_heading(r, sc, below, b, mark, rest)) {
		;
	} else if (label && heading_explains_both(b)) {
		sc->theory = true;
		section_left(r, below, b, title);
	} else if (mark->kind == MARK_OBJECTIVE && !is_container(r, b, mark)) {
		section_objective(r, sc, below, mark, rest);
	} else if (mark->kind == MARK_OBJECTIVE || label) {
		section_okrs(r, sc, below, b, plain);
	} else if (is_goals(sc, mark, plain.s)) {
		section_okrs(r, sc, below, b, plain);
		below->strong = sc->strong;
	} else {
		return false;
	}
	return true;
}

/* "Key results", "KR1: text", "Owner: a clerk", or no mark at all. */
static void other_heading(struct reader *r, struct scope *sc,
	struct scope *below, const struct block *b, const struct mark *mark)
{
	struct piece title = section_title(b);
	struct piece rest = piece_from(title, mark->rest);
	struct piece plain = piece_from(title, mark->plain);

	if (mark->kind == MARK_KR_LABEL) {
		label_heading(r, sc, below, b, plain);
	} else if (aspect_of_kr(r, sc, mark, rest)) {
		section_left(r, below, b, title);
	} else if (mark->kind == MARK_KEY_RESULT) {
		section_key_result(r, sc, below, b, mark, rest);
		read_told(r, below, b, rest.s);
	} else if (mark->kind == MARK_FIELD &&
		   field_heading(r, sc, below, b, mark, rest)) {
		;
	} else if (mark->kind == MARK_NONE && is_title_below(r, b, sc)) {
		struct objective *o = objective_at(r, sc->objective);

		o->title = piece_split(r, plain, sc->objective, NO_INDEX);
		read_explain(r, b->line, "title", o->title);
	} else if (mark->kind == MARK_NONE &&
		   names_again(r, b, sc, below, plain.s)) {
		read_explain(r, b->line, "section", piece_text(r, plain));
	} else {
		walk_plain_heading(r, sc, below, b, mark, plain);
	}
}

/* A section that tells where key results stand, and those within it. */
static void updates_heading(
	struct reader *r, const struct block *b, struct scope *sc)
{
	updates_keep(r, b);
	for (const struct block *c = b->first; c; c = c->next)
		if (c->kind == BLOCK_SECTION)
			walk_heading(r, c, sc);
		else if (c->kind == BLOCK_PARA && updates_begin_list(r, c))
			updates_keep(r, c);
}

/* "On this page", with a lower heading below: a program lists the headings of
 * the page there, and what follows is no part of it. */
static bool is_over_all(const struct block *b, struct str title)
{
	const struct block *c = b->first;

	if (!str_iis(str_trim(title), "on this page"))
		return false;
	while (c && c->kind != BLOCK_SECTION)
		c = c->next;
	return c != NULL;
}

void walk_heading(struct reader *r, const struct block *b, struct scope *sc)
{
	struct scope below = section_scope(sc);
	struct piece title = section_title(b);
	struct mark mark = heading_mark(r, b, title, sc);

	if (updates_begin(r, b)) {
		updates_heading(r, b, sc);
		return;
	}
	if (is_over_all(b, title.s)) {
		read_explain(r, b->line, "left alone", piece_text(r, title));
		read_blocks(r, b, sc);
		return;
	}
	below.planned = sc->planned || names_plan(title.s);
	if (!placed_heading(r, sc, &below, b, &mark) &&
		!objective_heading(r, sc, &below, b, &mark))
		other_heading(r, sc, &below, b, &mark);
	if (b->first)
		read_blocks(r, b, &below);
}
