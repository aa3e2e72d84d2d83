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
	struct run *best, *now;     /* of the parent that is looked at */
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
				(mark.plain && str_ends(p.s, "."))));
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

/* One more head; a run that is broken, or whose heads have another sign, begins
 * anew, and the longest stays. */
static void add_head(struct look *l, struct goal *g)
{
	struct run *best = l->best, *now = l->now;

	best->heads++;
	if (now->n == MOST_GOALS || !goal_is_measured(l->r, g)) {
		now->n = 0;
		return;
	}
	if (now->n && now->goals[0].sign != g->sign)
		now->n = 0;
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

/* "PTA goals for 2026": the first line of a paragraph above all, or one in
 * bold or in capitals. */
static bool is_title_line(
	const struct reader *r, const struct block *b, struct str *line)
{
	enum { TITLE = 80 };
	struct str s = b->text.s;
	bool high;

	if (!str_take_until(&s, '\n', line))
		return false;
	*line = str_trim(*line);
	high = b == r->doc->first || b == r->doc->first->next ||
	       piece_is_bold((struct piece){b, *line}) ||
	       split_are_capitals(*line);
	return high && line->n <= TITLE && !str_ends(*line, ".");
}

/* What a paragraph above a run announces. */
static enum goals announced_in(const struct reader *r, const struct block *b)
{
	enum { LONGEST_TEXT = 600 };
	struct str s = str_trim(b->text.s), line;
	enum goals e;

	if (b->kind != BLOCK_PARA || s.n > LONGEST_TEXT)
		return GOALS_NONE;
	if (is_title_line(r, b, &line) && goals_announced(line))
		return goals_announced(line);
	e = goals_announced(s);
	return e == GOALS_BOTH || str_ends(s, ":") || vocab_has_okr(s)
		       ? e
		       : GOALS_NONE;
}

/* "2024 Q1", "FY25 H1 - Platform team": no word of what is told. */
static enum goals dated(struct reader *r, struct str title)
{
	static const char *const PARTS[] = {
		" \u2013 ", " \u2014 ", " - ", " | ", ": ", ", "};
	enum level level;

	if (heading_names_period(r, title))
		return GOALS_DATED;
	for (size_t i = 0; i < COUNT_OF(PARTS); i++) {
		size_t at = str_find(title, str_of(PARTS[i]));
		struct str one, other;

		if (at == STR_NONE)
			continue;
		one = str_sub(title, 0, at);
		other = str_sub(title, at + strlen(PARTS[i]), title.n);
		if ((heading_names_period(r, one) &&
			    names_unit(other, &level)) ||
			(heading_names_period(r, other) &&
				names_unit(one, &level)))
			return GOALS_DATED;
	}
	return GOALS_NONE;
}

/* The words above a run: titles first, then the first paragraphs and the last
 * ones before it. */
static enum goals announced_by(struct reader *r, const struct block *parent,
	const struct block *before)
{
	enum { NEAR = 4 };
	enum goals best = goals_announced(str_of(r->title)), e;
	size_t n = 0, last = 0;

	for (const struct block *b = parent; b; b = b->parent) {
		if (b->kind != BLOCK_SECTION)
			continue;
		if (block_mark(b).kind == MARK_LEFT) /* "How we set goals" */
			return GOALS_NONE;
		e = goals_announced(b->text.s);
		if (!e && b->level == 1 && !b->parent->parent)
			e = dated(r, b->text.s);
		best = e > best ? e : best;
	}
	for (const struct block *b = parent->first; b && b != before;
		b = b->next)
		last++;
	for (const struct block *b = parent->first; b && b != before;
		b = b->next, n++) {
		if (n >= NEAR && n + NEAR / 2 < last)
			continue;
		e = announced_in(r, b);
		best = e > best ? e : best;
	}
	return best;
}

/* Titles that may be goals where only a time stands above them: of several
 * words, an aim or a wish in every third, and no news below. */
static bool are_aims(const struct run *run)
{
	enum { LEAST = 3 }; /* words */
	size_t aims = 0;

	for (size_t i = 0; i < run->n; i++) {
		struct str s = run->goals[i].head->text.s;

		s = str_trim(str_sub(s, run->goals[i].mark.rest, s.n));
		if (str_words(s) < LEAST && !str_has_high(s))
			return false;
		if (run->goals[i].news)
			return false;
		aims += talk_begins_aim(s) || goals_wish(s);
	}
	return aims * 3 >= run->n;
}

/* Are the siblings' words and lines enough, with what announces them?  least:
 * as many as there have to be. */
static bool is_run(const struct run *run, enum goals told, size_t least)
{
	size_t lines = 0, measured = 0, led = 0, named = 0, brief = 0;
	size_t known = 0, aimed = 0;

	for (size_t i = 0; i < run->n; i++) {
		lines += run->goals[i].lines;
		measured += run->goals[i].measured;
		led += run->goals[i].led;
		known += run->goals[i].known;
		named += run->goals[i].named;
		aimed += run->goals[i].aimed;
		brief += run->goals[i].brief;
	}
	if (run->n < least || brief * 2 > run->n || lines * 2 < run->n * 3)
		return false;
	if (aimed == run->n)
		told = GOALS_BOTH;
	if (told == GOALS_DATED)
		return run->n == run->heads && measured * 2 >= lines &&
		       (least == 1 || are_aims(run));
	if (run->n * 2 < run->heads && known < run->n &&
		(told < GOALS_TIMED || measured * 3 < lines * 2))
		return false;
	if (named == run->n && told == GOALS_OURS)
		told = GOALS_TIMED;
	if (known == run->n || (led == run->n && told >= GOALS_OURS))
		return measured * 3 >= lines;
	if (told >= GOALS_TIMED)
		return measured * 2 >= lines;
	return told == GOALS_OURS && measured * 3 >= lines * 2;
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

/* How much a run of one parent measures, 0 when it is none; it is left in
 * l->best. */
static size_t find_run(struct look *l, const struct block *parent,
	void (*find)(struct look *, const struct block *),
	const struct block *below)
{
	struct run *best = l->best;
	const struct block *at = below != parent ? below : NULL;
	size_t measured = 0, least = l->of && parent->parent == l->of ? 1 : 2;

	best->n = best->heads = l->now->n = 0;
	find(l, below);
	if (best->n == 1 && find == run_of_sections)
		l->single = parent->parent;
	if (!best->n || !is_run(best,
				announced_by(l->r, parent,
					at ? at : best->goals[0].whole),
				least))
		return 0;
	for (size_t i = 0; i < best->n; i++)
		measured += best->goals[i].measured;
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

	for (const struct block *b = parent->first; b; b = b->next) {
		if (b->kind == BLOCK_LIST)
			items += find_run(l, parent, run_of_items, b);
	}
	if (!sections && !lines && !items)
		return false;
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
	l.best = ARENA_NEW(&r->scratch, struct run);
	l.now = ARENA_NEW(&r->scratch, struct run);
	l.plan = ARENA_NEW(&r->scratch, struct block);
	*l.plan = (struct block){.kind = BLOCK_DOC, .line = 1};
	look_below(&l, r->doc, 0);
	if (l.of && l.of == l.single) {
		/* a unit with one goal, among others with more */
		*l.plan = (struct block){.kind = BLOCK_DOC, .line = 1};
		l.goals = 0;
		look_below(&l, r->doc, 0);
	}
	return l.goals > known ? l.plan : NULL;
}
