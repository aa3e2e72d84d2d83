/*
 * Goals that are told by their shape.  Where the walk found nothing, or less
 * of the same kind, a page may still show goals to anybody who looks: below a
 * title that speaks of goals of a time or a team stand siblings of one shape
 * - headings, lines, items - each over lines most of which can be measured.
 * Such a page is read once more, as a tree in which the siblings are marked as
 * objectives and what measures them as key results; all else is left out.
 *
 * Shape alone is no evidence, and neither are words alone: a run of siblings
 * counts when the words that announce it are as clear as its lines are vague.
 */
#include "goals_p.h"

#include "result_p.h"
#include "talk_p.h"
#include "walk_p.h"

enum {
	MOST_GOALS = 40, /* in one run */
	DEEPEST = 6,
};

struct run { /* goals one after the other, and how many heads there are */
	struct goal goals[MOST_GOALS];
	size_t n, heads;
};

struct look {
	struct reader *r;
	struct block *plan;
	size_t goals;               /* in it */
	const struct block *of;     /* units with goals; one is enough there */
	const struct block *single; /* a unit with one goal */
	size_t lone; /* sections of one goal that says it is one */
	bool few;    /* one in a section is enough: there are several */
	bool below;  /* titles stand below the names of the page's parts */
	struct run *best, *now; /* of the parent that is looked at */
};

/* A line that may head what follows: bold, marked, or a title over a list. */
static struct str first_line(const struct block *b)
{
	struct str s = b->text.s, line = s;

	str_take_until(&s, '\n', &line);
	return str_trim(line);
}

static bool is_head(const struct block *b)
{
	struct str s = b->text.s, line;
	struct mark mark = block_mark(b);
	struct piece p;
	bool over;

	if (b->kind != BLOCK_PARA || !str_take_until(&s, '\n', &line))
		return false;
	if (goal_leads_on(b) || goal_last_title(b))
		return true;
	p = (struct piece){b, str_trim(line)};
	over = str_trim(s).n ||
	       (b->next &&
		       (b->next->kind == BLOCK_LIST ||
			       (goal_has_lines(b->next) && !goals_named(p.s))));
	if (!p.s.n || p.s.n > GOALS_LONGEST || str_ends(p.s, ":") ||
		(!over && (!b->next || b->next->kind == BLOCK_SECTION)))
		return false;
	return piece_is_bold(p) || goal_is_named(&mark) ||
	       (over && (talk_is_title(p.s, false) ||
				((mark.plain || goal_begins_entry(p.s)) &&
					str_ends(p.s, "."))));
}

/* The head that a block is: itself, or a line in a quotation over a list. */
static const struct block *head_of(const struct block *b)
{
	const struct block *p = b->first;

	if (b->kind != BLOCK_LEFT)
		return is_head(b) ? b : NULL;
	return p && p->kind == BLOCK_PARA && !p->next && b->next &&
			       b->next->kind == BLOCK_LIST &&
			       (piece_is_bold((struct piece){p, p->text.s}) ||
				       talk_is_title(p->text.s, false))
		       ? p
		       : NULL;
}

/* The head behind this one; lines below a line are no head. */
static const struct block *end_of(const struct block *b)
{
	if (b->kind == BLOCK_PARA && !goal_has_lines(b) && b->next &&
		goal_has_lines(b->next) &&
		!piece_is_bold((struct piece){b->next, first_line(b->next)}))
		b = b->next;
	for (b = b->next; b; b = b->next) {
		if (b->kind == BLOCK_SECTION || head_of(b))
			break;
	}
	return b;
}

/* "Kitchen" over "Waste less of what we buy." and a list, a theme over a goal
 * in quotation marks: the title is what stands below. */
static bool take_title_below(struct reader *r, struct goal *g)
{
	const struct block *b = g->first;

	if (b && b->kind == BLOCK_LEFT && b->first && !b->first->next)
		b = b->first;
	if (!b || b->kind != BLOCK_PARA || goal_has_lines(b) ||
		g->first == g->end || !g->first->next ||
		piece_is_bold((struct piece){b, b->text.s}))
		return false;
	g->part = goal_is_part(r, g->head);
	g->head = b;
	g->first = g->first->next;
	return true;
}

/* One more head; a run that is broken, or whose heads have another sign, begins
 * anew, and the longest stays. */
static void add_head(struct look *l, struct goal *g)
{
	struct run *best = l->best, *now = l->now;

	best->heads += g->whole != l->r->doc->first; /* that names the page */
	if (best->n == MOST_GOALS)                   /* none is longer */
		return;
	if (now->n == MOST_GOALS || (l->below && !take_title_below(l->r, g)) ||
		!goal_is_measured(l->r, g)) {
		now->n = 0;
		return;
	}
	if (now->n && now->goals[0].sign != g->sign)
		now->n = 0;
	best->heads += g->whole == l->r->doc->first;
	now->goals[now->n++] = *g;
	if (now->n > best->n) {
		memcpy(best->goals, now->goals, now->n * sizeof *now->goals);
		best->n = now->n;
	}
}

/* Headings below a parent. */
static void run_of_sections(struct look *l, const struct block *parent)
{
	for (const struct block *b = parent->first; b; b = b->next) {
		struct goal g = {.head = b, .whole = b, .first = b->first};

		if (b->kind == BLOCK_SECTION)
			add_head(l, &g);
	}
}

/* Lines below a parent. */
static void run_of_lines(struct look *l, const struct block *parent)
{
	const struct block *b = parent->first;

	while (b && b->kind != BLOCK_SECTION) {
		struct goal g = {
			.head = head_of(b), .whole = b, .first = b->next};

		if (!g.head) {
			b = b->next;
			continue;
		}
		b = g.end = end_of(b);
		add_head(l, &g);
	}
}

/* Items of a list, each with what measures it below. */
static void run_of_items(struct look *l, const struct block *list)
{
	for (const struct block *i = list->first; i; i = i->next) {
		struct goal g = {.head = i->first, .whole = i->first};

		if (!i->first || i->first->kind != BLOCK_PARA)
			continue;
		g.first = i->first->next;
		add_head(l, &g);
	}
}

/* What the goals of a run have, taken together. */
struct tally {
	size_t lines, measured, changes, news;
	size_t answers;
	size_t led, known, named, aimed, brief, units, parts;
};

static struct tally tally_of(const struct run *run)
{
	struct tally t = {0};

	for (size_t i = 0; i < run->n; i++) {
		const struct goal *g = &run->goals[i];

		t.lines += g->lines;
		t.measured += g->measured;
		t.changes += g->changes;
		t.news += g->news;
		t.answers += g->answers;
		t.led += g->led;
		t.known += g->known;
		t.named += g->named;
		t.aimed += g->aimed;
		t.brief += g->brief;
		t.units += g->unit;
		t.parts += g->part;
	}
	return t;
}

/* How many titles begin as an aim or a wish; none, where one is a word only. */
static size_t count_aims(const struct run *run)
{
	enum { LEAST = 2 }; /* words */
	size_t aims = 0;

	for (size_t i = 0; i < run->n; i++) {
		struct str s = run->goals[i].head->text.s;

		s = str_trim(str_sub(s, run->goals[i].mark.rest, s.n));
		if (str_words(s) < LEAST && !str_has_high(s))
			return 0;
		aims += talk_begins_aim(s) || goals_wish(s);
	}
	return aims;
}

/* With no more than a time above it: nothing that was, and titles or numbers
 * that say what is to become of it; both where other words are beside it. */
static bool is_dated_run(
	const struct run *run, const struct tally *t, enum goals told)
{
	size_t n = count_aims(run);
	size_t changes = t->changes * (n == run->n ? 4 : t->parts ? 3 : 2);
	bool aims = n * 3 >= run->n;

	return run->n == run->heads && !t->news &&
	       t->measured * 2 >= t->lines &&
	       (told == GOALS_DATED ? changes >= t->lines || aims
				    : changes >= t->lines && aims);
}

/* Titles that may also be names of the page's parts need clear words above
 * them, numbers in most lines, and some that are to change. */
static bool may_be_parts(
	const struct run *run, const struct tally *t, enum goals told)
{
	return told < GOALS_TIMED || t->measured * 3 < t->lines * 2 ||
	       t->changes * 4 < t->lines ||
	       (t->units * 2 > run->n && t->changes * 2 < t->lines);
}

/* Are there as many siblings as there have to be, with lines enough?  below:
 * their titles stand below others. */
static bool are_many(
	const struct run *run, const struct tally *t, size_t least, bool below)
{
	return run->n >= least && (least < 2 || t->lines * 2 >= run->n * 3) &&
	       (!below || t->parts * 2 >= run->n);
}

/* Does every line say how it ended?  Then few numbers are enough. */
static bool is_answered(const struct tally *t)
{
	enum { FEW = 5 }; /* one in as many */

	return t->answers == t->lines && t->measured * FEW >= t->lines;
}

/* Are the siblings' words and lines enough, with what announces them? */
static bool is_run(const struct run *run, const struct tally *t,
	enum goals told, size_t least)
{
	if ((t->brief * 2 > run->n || t->units) && may_be_parts(run, t, told))
		return false;
	if (t->aimed == run->n)
		told = GOALS_BOTH;
	if ((told == GOALS_DATED || told == GOALS_HINTED) && t->known < run->n)
		return least == 1 ? t->measured * 2 >= t->lines
				  : is_dated_run(run, t, told);
	if (run->n * 2 < run->heads && t->known < run->n &&
		(told < GOALS_TIMED || t->measured * 3 < t->lines * 2))
		return false;
	if (t->named == run->n && told == GOALS_OURS)
		told = GOALS_TIMED;
	if (t->known == run->n || (t->led == run->n && told >= GOALS_OURS))
		return t->measured * 3 >= t->lines;
	if (told >= GOALS_TIMED)
		return t->measured * 2 >= t->lines || is_answered(t);
	return told == GOALS_OURS && t->measured * 3 >= t->lines * 2;
}

static void add_run(struct reader *r, struct block *plan,
	const struct block *parent, const struct run *run)
{
	if (parent->kind == BLOCK_SECTION && goals_named(parent->text.s))
		plan = goal_add_told(&r->scratch, plan, parent,
			(struct mark){.kind = MARK_OBJ_LABEL, .plural = true});
	for (size_t i = 0; i < run->n; i++)
		goal_add(r, plan, &run->goals[i]);
}

static void add_told(struct look *l, struct piece p)
{
	struct goal g;

	if (p.s.p == p.b->text.s.p && block_mark(p.b).kind == MARK_KEY_RESULT)
		return;
	if (goal_is_told(l->r, p, &g))
		add_head(l, &g);
}

/* "GOAL: ..." in each line? */
static bool names_in_lines(const struct block *b)
{
	struct str s = b->text.s, line;
	size_t n = 0;

	for (; str_take_until(&s, '\n', &line); n++) {
		struct mark mark =
			goal_told_mark((struct piece){b, str_trim(line)});

		if (!goal_is_named(&mark))
			return false;
	}
	return n > 1;
}

/* Paragraphs, lines and items that tell a goal in sentences. */
static void run_of_told(struct look *l, const struct block *parent)
{
	for (const struct block *b = parent->first; b; b = b->next) {
		struct str s = b->text.s, line;

		if (b->kind == BLOCK_LIST) {
			for (const struct block *i = b->first; i; i = i->next)
				if (i->first && i->first->kind == BLOCK_PARA)
					add_told(l, (struct piece){i->first,
							    i->first->text.s});
		} else if (b->kind != BLOCK_PARA) {
			continue;
		} else if (!names_in_lines(b)) {
			add_told(l, (struct piece){b, s});
		} else {
			while (str_take_until(&s, '\n', &line))
				add_told(l, (struct piece){b, line});
		}
	}
}

/* A section with one line "Goal: ...", or "We will know it by" */
static bool is_lone(const struct run *run, const struct block *parent)
{
	return run->n == 1 && run->heads == 1 &&
	       parent->kind == BLOCK_SECTION &&
	       (run->goals[0].named || run->goals[0].known);
}

/* Finds the best run of one parent; is it one of goals? */
static bool try_run(struct look *l, const struct block *parent,
	void (*find)(struct look *, const struct block *),
	const struct block *below)
{
	struct run *best = l->best;
	const struct block *at = below != parent ? below : NULL;
	struct tally t;
	enum goals told;
	size_t least = 2;

	best->n = best->heads = l->now->n = 0;
	find(l, below);
	if (!best->n)
		return false;
	if (best->n == 1 && find == run_of_sections)
		l->single = parent->parent;
	if (find == run_of_lines && is_lone(best, parent)) {
		l->lone++;
		least = l->few ? 1 : least;
	}
	if (l->of && parent->parent == l->of)
		least = 1;
	t = tally_of(best);
	if (!are_many(best, &t, least, l->below))
		return false;
	told = goals_above(l->r, parent, at ? at : best->goals[0].whole);
	return is_run(best, &t, told, least);
}

/* How much a run of one parent measures, 0 when it is none; it is left in
 * l->best. */
static size_t find_run(struct look *l, const struct block *parent,
	void (*find)(struct look *, const struct block *),
	const struct block *below)
{
	size_t measured = 0;
	bool is = try_run(l, parent, find, below);

	if (!is && find != run_of_items && find != run_of_told) {
		l->below = true;
		is = try_run(l, parent, find, below);
		l->below = false;
	}
	if (!is)
		return 0;
	for (size_t i = 0; i < l->best->n; i++)
		measured += l->best->goals[i].measured;
	return measured;
}

static void take_run(struct look *l, const struct block *parent)
{
	add_run(l->r, l->plan, parent, l->best);
	l->goals += l->best->n;
}

/* The runs of one parent: of headings or of lines, else of the items of its
 * lists, whichever measures most. */
static bool take_runs(struct look *l, const struct block *parent)
{
	size_t sections = find_run(l, parent, run_of_sections, parent);
	size_t lines = find_run(l, parent, run_of_lines, parent), items = 0;

	for (const struct block *b = parent->first;
		b && items <= lines + sections; b = b->next) {
		if (b->kind == BLOCK_LIST)
			items += find_run(l, parent, run_of_items, b);
	}
	if (!sections && !lines && !items) {
		if (!find_run(l, parent, run_of_told, parent))
			return false;
		take_run(l, parent);
		return true;
	}
	if (items > lines && items > sections) {
		for (const struct block *b = parent->first; b; b = b->next) {
			if (b->kind == BLOCK_LIST &&
				find_run(l, parent, run_of_items, b))
				take_run(l, parent);
		}
		return false; /* there may be more below headings */
	}
	if (find_run(l, parent,
		    sections >= lines ? run_of_sections : run_of_lines, parent))
		take_run(l, parent);
	if (sections >= lines && !l->of && parent->parent &&
		parent->parent->parent)
		l->of = parent->parent;
	return true;
}

/* "This is our OKR for spring:" over a quotation of a title and what measures
 * it: one is enough. */
static bool take_quote(
	struct look *l, const struct block *before, const struct block *b)
{
	struct run *best = l->best;
	struct str s;

	if (b->kind != BLOCK_LEFT || !before || before->kind != BLOCK_PARA)
		return false;
	s = str_trim(before->text.s);
	if (!str_ends(s, ":") || !vocab_has_okr(s) || goals_are_others(s))
		return false;
	best->n = best->heads = l->now->n = 0;
	run_of_lines(l, b);
	if (best->n == 1)
		s = best->goals[0].head->text.s;
	if (best->n != 1 || best->heads != 1 || goals_are_others(s) ||
		vocab_has_key_result(s) || best->goals[0].lines < 2 ||
		best->goals[0].measured * 2 < best->goals[0].lines)
		return false;
	add_run(l->r, l->plan, b, best);
	l->goals++;
	return true;
}

static void look_below(struct look *l, const struct block *parent, int depth)
{
	const struct block *before = NULL;

	if (take_runs(l, parent) || depth == DEEPEST)
		return;
	for (const struct block *b = parent->first; b;
		before = b, b = b->next) {
		if (take_quote(l, before, b))
			continue;
		if (b->kind == BLOCK_SECTION &&
			(b->level == 1 || block_mark(b).kind != MARK_LEFT) &&
			!goals_are_others(b->text.s))
			look_below(l, b, depth + 1);
	}
}

struct block *goals_by_shape(struct reader *r, size_t known)
{
	struct look l = {.r = r};

	if (goals_are_others(str_of(r->title)))
		return NULL;
	goals_keep_lines(r);
	l.best = ARENA_NEW(&r->scratch, struct run);
	l.now = ARENA_NEW(&r->scratch, struct run);
	l.plan = ARENA_NEW(&r->scratch, struct block);
	*l.plan = (struct block){.kind = BLOCK_DOC, .line = 1};
	look_below(&l, r->doc, 0);
	l.few = !l.goals && l.lone > 1;
	if (l.few || (l.of && l.of == l.single)) {
		/* a unit with one goal, among others with one or more */
		*l.plan = (struct block){.kind = BLOCK_DOC, .line = 1};
		l.goals = 0;
		look_below(&l, r->doc, 0);
	}
	return l.goals > known ? l.plan : NULL;
}
