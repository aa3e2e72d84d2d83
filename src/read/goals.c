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

#include "attr.h"
#include "keyresult.h"
#include "talk_p.h"

enum {
	MANY_LINES = 24, /* of a goal that are looked at */
	FAR = 8,         /* blocks below a title, for its measures */
	LONGEST = 160,   /* bytes of a title */
	LONGEST_LEAD = 90,
	MOST_GOALS = 40, /* in one run */
	DEEPEST = 6,
};

struct goal {
	const struct block *head;        /* whose text is the title */
	const struct block *first, *end; /* what stands below it, up to end */
	const struct block *measures;    /* a list, a table or a paragraph */
	struct mark mark;
	size_t lines, measured;
	bool led;   /* "How we will know:" stands over the measures */
	bool named; /* "Goal 1: ..." */
	bool brief; /* one word: it may be no more than a part of the page */
};

struct run { /* goals one after the other, and how many heads there are */
	struct goal goals[MOST_GOALS];
	size_t n, heads;
};

struct look {
	struct reader *r;
	struct block *plan;
	size_t goals;           /* in it */
	struct run *best, *now; /* of the parent that is looked at */
};

/* "Module 2", "Marketing", "Q3", "Risks": no goal by its title. */
static bool is_no_title(struct reader *r, struct str s)
{
	static const char *const STAGES[] = {"module", "unit", "chapter",
		"lesson", "milestone", "release", "version", "iteration",
		"month", "mois", "mes", "monat", "kapitel", "modul", NULL};
	struct period period;
	enum level level;

	return vocab_begins_any(s, STAGES) || names_stage(s) ||
	       names_owner(s) || names_unit(s, &level) || vocab_is_left(s) ||
	       vocab_is_report(s) || vocab_is_metrics(s) ||
	       vocab_is_purpose(s) || vocab_field(s) != FIELD_NONE ||
	       vocab_has_okr(s) || goals_are_steps(s) || goals_announced(s) ||
	       period_parse(r->a, s, r->o->fiscal_start, &period);
}

/* May this line be a goal, if what stands below it measures one? */
static bool is_title(struct reader *r, const struct block *b, struct goal *g)
{
	enum { SHORT = 12 }; /* bytes of four characters of the East */
	struct str s = str_trim(b->text.s);

	g->mark = block_mark(b);
	if (!s.n || s.n > LONGEST || str_find_char(s, '\n') != STR_NONE)
		return false;
	g->named = g->mark.kind == MARK_OBJECTIVE;
	if (g->mark.kind != MARK_NONE && !g->named)
		return false;
	if (!g->named)
		g->mark.rest = g->mark.plain;
	s = str_trim(str_sub(b->text.s, g->mark.rest, b->text.s.n));
	if (str_ends(s, ":") || str_ends(s, "?") || is_no_title(r, s))
		return false;
	g->brief = !g->named && str_words(s) < 2 &&
		   !(s.n >= SHORT && str_has_high(s));
	return true;
}

/* A number that is to be reached, and no date alone. */
static bool is_measured(struct arena *a, struct str s)
{
	struct sentence said;

	if (!str_has_digit(s) || names_stage(s))
		return false;
	sentence_read(a, s, &said);
	return said.target || said.baseline || said.current ||
	       str_find_char(s, '%') != STR_NONE;
}

/* One line of a goal's measures; false: it speaks of OKRs, or is no line.
 * "kr" alone may be money. */
static bool count_line(struct reader *r, struct str s, struct goal *g)
{
	static const char *const WORDS[] = {
		"okr", "okrs", "key result", "key results", "krs", NULL};

	s = str_trim(s);
	if (!s.n || vocab_has_listed(s, WORDS))
		return false;
	g->lines++;
	g->measured += is_measured(r->a, s);
	return true;
}

static bool count_list(
	struct reader *r, const struct block *list, struct goal *g)
{
	size_t n = 0;

	if (is_link_list(list))
		return false;
	for (const struct block *i = list->first; i && n < MANY_LINES;
		i = i->next, n++) {
		const struct block *p = i->first;

		if (!p || p->kind != BLOCK_PARA ||
			block_mark(p).kind == MARK_FIELD ||
			!count_line(r, p->text.s, g))
			return false;
	}
	return n > 0;
}

/* What parts the measures in a paragraph: its lines, or "Targets: first;
 * second".  *from is where they begin; 0: it has none. */
static char between(const struct block *b, size_t *from)
{
	struct str s = b->text.s;
	size_t colon = mark_name(s);

	*from = 0;
	if (str_find_char(s, ';') == STR_NONE || !colon)
		return str_find_char(s, '\n') == STR_NONE ? 0 : '\n';
	*from = colon + 1;
	return ';';
}

/* A paragraph of several short lines or clauses, not of very many. */
static bool count_para(struct reader *r, const struct block *b, struct goal *g)
{
	size_t from, n = 0;
	char sign = between(b, &from);
	struct str s = str_sub(b->text.s, from, b->text.s.n), line;

	while (sign && n < MANY_LINES && str_take_until(&s, sign, &line)) {
		struct piece p = {b, str_trim(line)};

		if (!p.s.n)
			continue;
		if (p.s.n > LONGEST || piece_mark(p).kind == MARK_FIELD ||
			!count_line(r, p.s, g))
			return false;
		n++;
	}
	return n > 1 && n < MANY_LINES;
}

/* Do these blocks measure the goal? */
static bool count_block(struct reader *r, const struct block *b, struct goal *g)
{
	struct goal tried = *g;
	bool is = b->kind == BLOCK_LIST   ? count_list(r, b, &tried)
		  : b->kind == BLOCK_PARA ? count_para(r, b, &tried)
					  : false;

	if (b->kind == BLOCK_TABLE && is_metric_table(r, b)) {
		tried.lines = tried.measured = 2;
		is = true;
	}
	if (is && tried.measured)
		*g = tried;
	return is && tried.measured;
}

/* "How we will know:", directly over what says it. */
static bool is_lead(const struct block *b)
{
	struct str s = str_trim(b->text.s);
	struct piece p = {b, s};

	return s.n && s.n <= LONGEST_LEAD &&
	       (b->kind == BLOCK_SECTION || str_ends(s, ":") ||
		       str_ends(s, "\uff1a") || piece_is_bold(p));
}

/* Finds what measures a goal, below its title or one heading deeper. */
static bool find_measures(struct reader *r, const struct block *b,
	const struct block *end, struct goal *g, bool deep)
{
	const struct block *lead = NULL;
	size_t n = 0;

	for (; b && b != end && n < FAR; b = b->next, n++) {
		if (b->kind == BLOCK_SECTION) {
			if (!deep || goals_are_steps(b->text.s) ||
				!find_measures(r, b->first, NULL, g, false))
				continue;
			g->led = true;
			return true;
		}
		if (!(lead && goals_are_steps(lead->text.s)) &&
			count_block(r, b, g)) {
			g->measures = b;
			g->led = lead != NULL;
			return true;
		}
		lead = b->kind == BLOCK_PARA && is_lead(b) ? b : NULL;
	}
	return false;
}

/* A paragraph whose first line is bold or marked, over others: parted in two,
 * so that the first is a title and the others are what measures it. */
static void part_lines(struct reader *r, struct goal *g)
{
	struct str s = g->head->text.s, line;
	struct block *head, *rest;

	if (g->head->kind != BLOCK_PARA || !str_take_until(&s, '\n', &line) ||
		!str_trim(s).n)
		return;
	head = ARENA_NEW(&r->scratch, struct block);
	rest = ARENA_NEW(&r->scratch, struct block);
	*head = *rest = *g->head;
	head->text = rich_part(&r->scratch, g->head, 0, line.n);
	rest->text =
		rich_part(&r->scratch, g->head, line.n + 1, g->head->text.s.n);
	rest->line = rich_line(g->head, line.n + 1);
	head->mark = rest->mark = NULL;
	rest->next = (struct block *)g->first;
	g->head = head;
	g->first = rest;
}

static bool is_goal(struct reader *r, struct goal *g)
{
	part_lines(r, g);
	/* what most heads lack first: their words cost more to look up */
	return find_measures(r, g->first, g->end, g, true) &&
	       is_title(r, g->head, g);
}

/* A line that may head what follows: bold, marked, or a title over a list. */
static bool is_head(const struct block *b)
{
	struct str s = b->text.s, line;
	struct piece p;

	if (b->kind != BLOCK_PARA || !str_take_until(&s, '\n', &line))
		return false;
	p = (struct piece){b, str_trim(line)};
	if (!p.s.n || p.s.n > LONGEST || str_ends(p.s, ":") ||
		(!str_trim(s).n &&
			(!b->next || b->next->kind == BLOCK_SECTION)))
		return false;
	return piece_is_bold(p) || block_mark(b).kind == MARK_OBJECTIVE ||
	       ((str_trim(s).n || b->next->kind == BLOCK_LIST) &&
		       talk_is_title(p.s, false));
}

static const struct block *end_of(const struct block *b)
{
	for (b = b->next; b; b = b->next) {
		if (b->kind == BLOCK_SECTION || is_head(b))
			break;
	}
	return b;
}

/* One more head; a run that is broken begins anew, and the longest stays. */
static void add_head(struct look *l, struct goal *g)
{
	struct run *best = l->best, *now = l->now;

	best->heads++;
	if (now->n == MOST_GOALS || !is_goal(l->r, g)) {
		now->n = 0;
		return;
	}
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
		struct goal g = {.head = b, .first = b->first};

		if (b->kind == BLOCK_SECTION)
			add_head(l, &g);
	}
}

/* Lines below a parent. */
static void run_of_lines(struct look *l, const struct block *parent)
{
	for (const struct block *b = parent->first; b; b = b->next) {
		struct goal g = {.head = b, .first = b->next};

		if (b->kind == BLOCK_SECTION)
			break;
		if (!is_head(b))
			continue;
		g.end = end_of(b);
		add_head(l, &g);
	}
}

/* Items of a list, each with what measures it below. */
static void run_of_items(struct look *l, const struct block *list)
{
	for (const struct block *i = list->first; i; i = i->next) {
		struct goal g = {.head = i->first};

		if (!i->first || i->first->kind != BLOCK_PARA)
			continue;
		g.first = i->first->next;
		add_head(l, &g);
	}
}

/* "PTA goals for 2026" as the first line of all */
static bool is_title_line(const struct reader *r, const struct block *b)
{
	enum { TITLE = 80 };

	return b == r->doc->first && b->text.s.n <= TITLE &&
	       str_find_char(b->text.s, '\n') == STR_NONE &&
	       !str_ends(str_trim(b->text.s), ".");
}

/* The words above a run: titles first, then the paragraphs before it. */
static enum goals announced_by(const struct reader *r,
	const struct block *parent, const struct block *before)
{
	enum { NEAR = 4, LONGEST_TEXT = 600 };
	enum goals best = goals_announced(str_of(r->title)), e;
	size_t n = 0;

	for (const struct block *b = parent; b; b = b->parent) {
		if (b->kind != BLOCK_SECTION)
			continue;
		if (block_mark(b).kind == MARK_LEFT) /* "How we set goals" */
			return GOALS_NONE;
		e = goals_announced(b->text.s);
		best = e > best ? e : best;
	}
	for (const struct block *b = parent->first;
		b && b != before && n < NEAR; b = b->next, n++) {
		if (b->kind != BLOCK_PARA || b->text.s.n > LONGEST_TEXT)
			continue;
		e = goals_announced(b->text.s);
		if (e == GOALS_BOTH || is_title_line(r, b) ||
			str_ends(str_trim(b->text.s), ":"))
			best = e > best ? e : best;
	}
	return best;
}

/* Are the siblings' words and lines enough, with what announces them? */
static bool is_run(const struct run *run, enum goals told)
{
	size_t lines = 0, measured = 0, led = 0, named = 0, brief = 0;

	for (size_t i = 0; i < run->n; i++) {
		lines += run->goals[i].lines;
		measured += run->goals[i].measured;
		led += run->goals[i].led;
		named += run->goals[i].named;
		brief += run->goals[i].brief;
	}
	if (run->n < 2 || brief * 2 > run->n || run->n * 2 < run->heads ||
		lines * 2 < run->n * 3)
		return false;
	if (named == run->n && told == GOALS_OURS)
		told = GOALS_TIMED;
	if (led == run->n && told > GOALS_NONE)
		return measured * 3 >= lines;
	if (told >= GOALS_TIMED)
		return measured * 2 >= lines;
	return told == GOALS_OURS && measured * 3 >= lines * 2;
}

static struct block *add_copy(struct arena *a, struct block *parent,
	const struct block *from, enum block_kind kind)
{
	struct block *b = ARENA_NEW(a, struct block);

	block_append(parent, b, kind, from->line);
	b->level = from->level;
	b->text = from->text;
	b->first = from->first;
	b->last = from->last;
	b->mark = from->mark;
	b->task = from->task;
	b->number = from->number;
	b->ordered = from->ordered;
	return b;
}

/* A heading of our own, which its mark makes what it is. */
static struct block *add_told(struct arena *a, struct block *parent,
	const struct block *from, struct mark mark)
{
	struct block *b = add_copy(a, parent, from, BLOCK_SECTION);
	struct mark *kept = ARENA_NEW(a, struct mark);

	*kept = mark;
	b->mark = kept;
	b->told = true;
	b->first = b->last = NULL;
	return b;
}

/* The lines or clauses of a paragraph as a list. */
static void add_items(
	struct reader *r, struct block *label, const struct block *para)
{
	struct arena *a = &r->scratch;
	struct block *list = block_add(a, label, BLOCK_LIST, para->line);
	size_t from;
	char sign = between(para, &from);
	struct str s = str_sub(para->text.s, from, para->text.s.n), line;

	while (str_take_until(&s, sign, &line)) {
		struct block *item, *p;
		size_t at;

		line = str_trim(line);
		if (!line.n)
			continue;
		at = (size_t)(line.p - para->text.s.p);
		item = block_add(a, list, BLOCK_ITEM, rich_line(para, at));
		p = block_add(a, item, BLOCK_PARA, item->line);
		p->text = rich_part(a, para, at, at + line.n);
	}
}

static void add_goal(
	struct reader *r, struct block *parent, const struct goal *g)
{
	static const unsigned char FLAGS[sizeof "Key results"] = {0};
	struct mark mark = g->mark;
	struct block *goal, *label;

	mark.kind = MARK_OBJECTIVE;
	mark.weak = false;
	goal = add_told(&r->scratch, parent, g->head, mark);
	for (const struct block *b = g->first; b && b != g->end; b = b->next) {
		if (b->kind == BLOCK_PARA && b != g->measures &&
			block_mark(b).kind == MARK_FIELD)
			add_copy(&r->scratch, goal, b, b->kind);
	}
	label = add_told(&r->scratch, goal, g->measures,
		(struct mark){.kind = MARK_KR_LABEL, .plural = true});
	label->text = (struct rich){.s = STR("Key results"), .flags = FLAGS};
	if (g->measures->kind == BLOCK_PARA)
		add_items(r, label, g->measures);
	else
		add_copy(&r->scratch, label, g->measures, g->measures->kind);
}

static void add_run(struct reader *r, struct block *plan,
	const struct block *parent, const struct run *run)
{
	if (parent->kind == BLOCK_SECTION && goals_announced(parent->text.s))
		plan = add_told(&r->scratch, plan, parent,
			(struct mark){.kind = MARK_OBJ_LABEL, .plural = true});
	for (size_t i = 0; i < run->n; i++)
		add_goal(r, plan, &run->goals[i]);
}

/* The runs of one parent: of headings, else of lines. */
static bool take_run(struct look *l, const struct block *parent,
	void (*find)(struct look *, const struct block *),
	const struct block *below)
{
	struct run *best = l->best;

	best->n = best->heads = l->now->n = 0;
	find(l, below);
	if (!best->n ||
		!is_run(best, announced_by(l->r, parent, best->goals[0].head)))
		return false;
	add_run(l->r, l->plan, parent, best);
	l->goals += best->n;
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

	/* siblings need not be counted where nothing announces goals */
	bool told = announced_by(l->r, parent, NULL) != GOALS_NONE;
	bool found = told && (take_run(l, parent, run_of_sections, parent) ||
				     take_run(l, parent, run_of_lines, parent));

	if (found || depth == DEEPEST)
		return;
	for (const struct block *b = parent->first; b;
		before = b, b = b->next) {
		if (take_quote(l, before, b))
			continue;
		if (b->kind == BLOCK_LIST && told)
			take_run(l, parent, run_of_items, b);
		else if (b->kind == BLOCK_SECTION &&
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
	return l.goals > known ? l.plan : NULL;
}
