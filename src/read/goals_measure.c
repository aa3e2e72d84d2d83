/*
 * One goal told by its shape: a title, and what stands below it and measures
 * it - a list, a table, lines of a paragraph or numbered paragraphs, perhaps
 * with "How we will know" over it.
 */
#include "goals_p.h"

#include <stdint.h>

#include "attr.h"
#include "doc_line_p.h"
#include "keyresult.h"
#include "list_p.h"
#include "mark_number_p.h"
#include "mark_words_p.h"
#include "title_p.h"
#include "walk_p.h"

enum {
	MANY_LINES = 24,   /* of a goal that are looked at */
	FAR = 8,           /* blocks below a title, for its measures */
	LONGEST_LEAD = 90, /* bytes of a line over measures */
};

/* "A team that stays" is no team's name. */
static bool begins_article(struct str s)
{
	static const char *const WORDS[] = {"a", "an", "ein", "eine", "une",
		"un", "una", "uma", "een", NULL};

	return vocab_begins_any(s, WORDS);
}

/* "Marketing", "Front desk team" */
static bool names_somebody(struct str s)
{
	enum { LONGEST_NAME = 5 }; /* words */
	enum level level;

	return str_words(s) <= LONGEST_NAME && !begins_article(s) &&
	       (names_owner(s) || names_unit(s, &level));
}

/* "Module 2", "Q3", "Risks": no goal by its title. */
static bool is_no_title(struct reader *r, struct str s)
{
	static const char *const STAGES[] = {"module", "unit", "chapter",
		"lesson", "milestone", "release", "version", "iteration",
		"month", "mois", "mes", "monat", "kapitel", "modul", NULL};
	struct period period;

	return vocab_begins_any(s, STAGES) || names_stage(s) ||
	       vocab_is_left(s) || vocab_is_report(s) || vocab_is_metrics(s) ||
	       vocab_is_purpose(s) || vocab_field(s) != FIELD_NONE ||
	       vocab_has_okr(s) || goals_are_steps(s) || goals_named(s) ||
	       title_is_time(s) || goals_are_horizon(s) ||
	       period_parse(r->a, s, r->o->fiscal_start, &period);
}

bool goal_is_no_title(struct reader *r, struct str s)
{
	return names_somebody(s) || is_no_title(r, s);
}

bool goal_is_part(struct reader *r, const struct block *head)
{
	struct str s = str_trim(head->text.s);

	return goals_are_theme(s) ||
	       ((str_words(s) < 2 || names_somebody(s)) && !is_no_title(r, s));
}

/* "Goal:" may also be the value that a key result is to reach, and "Outcome:"
 * what came of one. */
bool goal_is_named(const struct mark *mark)
{
	return mark->kind == MARK_OBJECTIVE ||
	       (mark->kind == MARK_FIELD &&
		       (mark->field == FIELD_TARGET ||
			       mark->field == FIELD_RESULT));
}

/* "A) " and "Aim one: " before a title */
static enum goal_sign skip_sign(struct str *s)
{
	struct str t = str_trim_left(*s), number;
	size_t n = str_find_char(t, ' ');

	if (goal_begins_entry(t) && n != STR_NONE) {
		*s = str_trim_left(str_sub(t, n, t.n));
		return SIGN_ENTRY;
	}
	if (n == STR_NONE || names_stage(t))
		return SIGN_NONE;
	t = str_sub(t, n, t.n);
	if (!mark_number(&t, &number) || !mark_take_sep(&t))
		return SIGN_NONE;
	*s = str_trim_left(t);
	return SIGN_LABEL;
}

/* May this line be a goal, if what stands below it measures one? */
static bool is_title(struct reader *r, const struct block *b, struct goal *g)
{
	enum { SHORT = 12 }; /* bytes of four characters of the East */
	struct str s = str_trim(b->text.s);

	g->mark = block_mark(b);
	if (!s.n || s.n > GOALS_LONGEST)
		return false;
	g->named = goal_is_named(&g->mark);
	if (g->mark.kind != MARK_NONE && !g->named)
		return false;
	if (!g->named)
		g->mark.rest = g->mark.plain;
	s = str_sub(b->text.s, g->mark.rest, b->text.s.n);
	g->sign = g->named ? SIGN_NAME : skip_sign(&s);
	g->mark.rest = b->text.s.n - s.n;
	g->aimed = str_starts(str_trim(b->text.s), "\U0001f3af");
	s = str_trim(s);
	if (!s.n || str_find_char(s, '\n') != STR_NONE || str_ends(s, ":") ||
		str_ends(s, "?") || is_no_title(r, s))
		return false;
	g->unit = g->sign == SIGN_NONE && names_somebody(s);
	g->brief = !g->named && str_words(s) < 2 &&
		   !(s.n >= SHORT && str_has_high(s));
	return true;
}

/* Has it a number that is to be reached, and no date alone?  changes: one to
 * begin with, too. */
static bool measures(struct arena *a, struct str s, bool *changes)
{
	struct sentence said;

	*changes = false;
	if (names_stage(s))
		return false;
	sentence_read(a, s, &said);
	*changes = said.target && (said.baseline || said.current);
	if (!str_has_digit(s)) /* "two schools", "no complaints" */
		return said.target && said.target->has_value;
	return said.target || said.baseline || said.current ||
	       str_find_char(s, '%') != STR_NONE;
}

struct measured_line {
	struct str s;
	bool measured, changes, remark;
};

void goals_keep_lines(struct reader *r)
{
	enum { MOST = 1 << 17 };
	const struct block *last = r->doc;
	size_t n = 1;

	while (last->last)
		last = last->last;
	while (n < MOST && n < (size_t)last->line)
		n *= 2;
	r->measured.v = ARENA_ARRAY(&r->scratch, struct measured_line, n);
	r->measured.mask = n - 1;
}

/* Counts that of a line of the document, in which siblings are looked at again
 * and again, as lines and as lines below others. */
static void count_measure(struct reader *r, struct str s, struct goal *g)
{
	/* where it stands in memory, stirred: an odd number near 2^64 / 1.6 */
	uint64_t key = (uintptr_t)s.p * UINT64_C(0x9e3779b97f4a7c15) >> 32;
	struct measured_line *m = &r->measured.v[key & r->measured.mask];

	if (m->s.p != s.p || m->s.n != s.n) {
		m->s = s;
		m->measured = measures(r->a, s, &m->changes);
		m->remark = says_why(s);
	}
	g->remarks += m->remark;
	g->measured += m->measured;
	g->changes += m->changes;
}

bool goal_line_is_measured(struct arena *a, struct str s)
{
	bool changes;

	return measures(a, s, &changes);
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
	g->news += goals_are_news(s);
	count_measure(r, s, g);
	return true;
}

static bool count_list(
	struct reader *r, const struct block *list, struct goal *g)
{
	size_t n = 0, before = g->remarks;

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
	if (!list->parent || list->parent->kind != BLOCK_ITEM)
		return n > 0;
	return n > 2 * (g->remarks - before); /* most of it is no remark */
}

bool goal_begins_entry(struct str s)
{
	enum { LONGEST = 5 };
	size_t n = 0, letters = 0;
	bool open;

	s = str_trim(s);
	if (str_starts(s, "\u2022 ") || str_starts(s, "\u2013 "))
		return true;
	if (line_enumerator(s).roman)
		return true;
	open = str_skip_char(&s, '(');
	while (n < s.n && n < LONGEST &&
		(str_is_alnum(s.p[n]) || (s.p[n] == '.' && n && n + 1 < s.n &&
						 str_is_digit(s.p[n + 1])))) {
		letters += str_is_alpha(s.p[n]);
		n++;
	}
	if (!n || n + 1 >= s.n || letters > 1)
		return false;
	if (s.p[n] == ')')
		return s.p[n + 1] == ' ';
	return !open && s.p[n + 1 - (s.p[n] == ' ')] == ' ' &&
	       (s.p[n] == '.' || (s.p[n] == ' ' && n > 2 &&
					 str_find_char(str_sub(s, 0, n), '.') !=
						 STR_NONE));
}

struct entries entries_of(const struct block *para)
{
	struct entries e = {.left = para->text.s};
	struct str s = e.left, line;
	size_t colon = mark_name(s), marked = 0;

	if (str_find_char(s, ';') != STR_NONE && colon) {
		e.sign = ';';
		e.left = str_sub(s, colon + 1, s.n);
		return e;
	}
	while (str_take_until(&s, '\n', &line)) {
		if (!marked && goal_begins_entry(line))
			e.left = str_sub(para->text.s,
				(size_t)(line.p - para->text.s.p),
				para->text.s.n);
		marked += goal_begins_entry(line);
	}
	e.sign = '\n';
	e.marked = marked > 1 || goal_begins_entry(para->text.s);
	if (!e.marked)
		e.left = para->text.s;
	return e;
}

/* "-> 52": what came of the line above. */
static bool is_told_of_last(struct str line)
{
	static const char *const ARROWS[] = {"\u2192 ", "-> ", "\u21b3 "};

	line = str_trim(line);
	for (size_t i = 0; i < COUNT_OF(ARROWS); i++) {
		if (str_starts(line, ARROWS[i]))
			return true;
	}
	return false;
}

bool entries_take(struct entries *e, struct str *entry)
{
	struct str line, next;

	do {
		if (!str_take_until(&e->left, e->sign, &line))
			return false;
		*entry = str_trim(line);
	} while (!entry->n);
	while (e->sign == '\n') {
		struct str after = e->left;

		if (!str_take_until(&after, '\n', &next) ||
			(e->marked ? goal_begins_entry(next)
				   : !is_told_of_last(next)))
			break;
		e->joined = true;
		*entry = str_trim((struct str){
			line.p, (size_t)(next.p + next.n - line.p)});
		e->left = after;
	}
	return true;
}

bool goal_has_lines(const struct block *b)
{
	return b->kind == BLOCK_PARA &&
	       str_find_char(str_trim(b->text.s), '\n') != STR_NONE;
}

/* A paragraph of several short lines or clauses, not of very many; one is
 * enough when it is an entry by its number. */
static bool count_para(struct reader *r, const struct block *b, struct goal *g)
{
	struct entries e = entries_of(b);
	struct str s, line;
	size_t n = 0;

	for (; n < MANY_LINES && entries_take(&e, &s); n++) {
		struct str whole = s;
		struct piece p = {b, s};

		if ((e.marked || e.joined) &&
			str_take_until(&whole, '\n', &line))
			p.s = str_trim(line);
		if (p.s.n > GOALS_LONGEST || piece_mark(p).kind == MARK_FIELD ||
			!count_line(r, p.s, g))
			return false;
	}
	return n > (e.marked || e.joined ? 0 : 1) && n < MANY_LINES;
}

/* Do these blocks measure the goal? */
static bool count_block(struct reader *r, const struct block *b, struct goal *g)
{
	struct goal tried = *g;
	bool is = b->kind == BLOCK_LIST   ? count_list(r, b, &tried)
		  : b->kind == BLOCK_PARA ? count_para(r, b, &tried)
					  : false;

	if (b->kind == BLOCK_TABLE && is_metric_table(r, b)) {
		tried.lines = tried.measured = tried.changes = 2;
		is = true;
	}
	if (is)
		tried.answers += goal_answers(b);
	is = is && (tried.measured || g->known || tried.answers);
	if (is)
		*g = tried;
	return is;
}

/* A line for itself, that may measure something: no title, no label. */
static bool is_loose(const struct block *b)
{
	struct str s = str_trim(b->text.s);

	return b->kind == BLOCK_PARA && s.n && s.n <= GOALS_LONGEST &&
	       str_find_char(s, '\n') == STR_NONE && !str_ends(s, ":") &&
	       !(b->text.flags[0] & TEXT_BOLD) &&
	       block_mark(b).kind == MARK_NONE;
}

/* Several such lines, each a paragraph, one below the other, from one on that
 * measures the goal; behind: where they end. */
static bool count_loose(struct reader *r, const struct block *b,
	const struct block *end, struct goal *g, const struct block **behind)
{
	enum { LEAST = 2 };
	struct goal tried = *g;
	size_t n = 0;

	for (; b && b != end && n < MANY_LINES && is_loose(b); b = b->next) {
		if (!count_line(r, b->text.s, &tried) ||
			tried.measured == g->measured)
			return false;
		n++;
	}
	if (n < LEAST || (tried.measured - g->measured) * 2 < n)
		return false;
	*g = tried;
	*behind = b;
	return true;
}

/* A line with a colon, a question, bold, or one that says how: directly over
 * the measures. */
static bool is_lead(const struct block *b)
{
	struct str s = str_trim(b->text.s);
	struct piece p = {b, s};

	return s.n && s.n <= LONGEST_LEAD &&
	       (b->kind == BLOCK_SECTION || str_ends(s, ":") ||
		       str_ends(s, "?") || str_ends(s, "\uff1a") ||
		       piece_is_bold(p) || mark_says_how(s));
}

/* All that follows and measures it, too. */
static void take_more(struct reader *r, const struct block *end, struct goal *g)
{
	const struct block *b = g->measures;

	while (b->next && b->next != end && b->next->kind == b->kind &&
		b->kind != BLOCK_TABLE && b->next->ordered == b->ordered) {
		if (b->kind == BLOCK_PARA &&
			!(goal_begins_entry(b->text.s) &&
				goal_begins_entry(b->next->text.s)))
			break;
		b = b->next;
		if (b->kind == BLOCK_LIST ? !count_list(r, b, g)
					  : !count_para(r, b, g))
			break;
	}
	g->behind = b->next;
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
			g->known = g->known || mark_says_how(b->text.s);
			return true;
		}
		if (!(lead && goals_are_steps(lead->text.s)) &&
			count_block(r, b, g)) {
			g->measures = b;
			take_more(r, end, g);
			g->led = g->led || lead;
			g->known = g->known ||
				   (lead && mark_says_how(lead->text.s));
			return true;
		}
		if (count_loose(r, b, end, g, &g->behind)) {
			g->measures = b;
			return true;
		}
		lead = b->kind == BLOCK_PARA && is_lead(b) ? b : NULL;
	}
	return false;
}

bool goal_leads_on(const struct block *b)
{
	if (!b->next || b->kind != BLOCK_PARA)
		return false;
	return mark_lead_at(str_trim(b->text.s)) > 0 ||
	       (b->next->kind == BLOCK_PARA && mark_says_how(b->next->text.s));
}

/* "X. We are there when" over what measures X: the title is X. */
static void part_lead(struct reader *r, struct goal *g)
{
	struct str s = str_trim(g->head->text.s);
	size_t at = mark_lead_at(s);
	struct block *head;

	if (!at || g->head->kind != BLOCK_PARA)
		return;
	s = str_trim(str_sub(s, 0, at));
	if (strchr(":;,", s.p[s.n - 1]))
		s.n--;
	at = (size_t)(s.p - g->head->text.s.p);
	head = ARENA_NEW(&r->scratch, struct block);
	*head = *g->head;
	head->text = rich_part(&r->scratch, g->head, at, at + s.n);
	head->mark = NULL;
	g->head = head;
	g->led = g->known = true;
}

size_t goal_last_title(const struct block *b)
{
	struct str s = str_trim(b->text.s);
	size_t at = str_rfind_char(s, '\n');
	struct piece p;

	if (at == STR_NONE || !b->next || b->next->kind != BLOCK_LIST)
		return 0;
	p = (struct piece){b, str_sub(s, at + 1, s.n)};
	return p.s.n <= GOALS_LONGEST && piece_mark(p).lead.n
		       ? (size_t)(p.s.p - b->text.s.p)
		       : 0;
}

/* Where the title ends: the first line, the one behind "OBJECTIVE ONE", or the
 * last one with a sign. */
static size_t title_end(const struct block *b, size_t *from)
{
	struct str s = b->text.s, line;
	struct mark mark = block_mark(b);

	*from = goal_last_title(b);
	if (*from)
		return s.n;
	while (str_take_until(&s, '\n', &line)) {
		size_t end = (size_t)(line.p - b->text.s.p) + line.n;

		if (mark.kind != MARK_OBJECTIVE || end > mark.rest || !s.n)
			return end;
	}
	return b->text.s.n;
}

static struct block *part_of(struct reader *r, const struct block *b,
	size_t from, size_t to, const struct block *next)
{
	struct block *part = ARENA_NEW(&r->scratch, struct block);

	*part = *b;
	part->text = rich_part(&r->scratch, b, from, to);
	part->line = rich_line(b, from);
	part->mark = NULL;
	part->next = (struct block *)next;
	return part;
}

/* A paragraph whose first line is a title, over others: parted, so that these
 * are what measures it, perhaps below a line that leads to them. */
static void part_lines(struct reader *r, struct goal *g)
{
	const struct block *b = g->head;
	size_t from, to, lead;
	struct str s;

	if (b->kind != BLOCK_PARA)
		return;
	to = title_end(b, &from);
	if (!str_trim(str_sub(b->text.s, to, b->text.s.n)).n) {
		if (from)
			g->head = part_of(r, b, from, to, NULL);
		return;
	}
	g->head = part_of(r, b, from, to, NULL);
	s = str_sub(b->text.s, to + 1, b->text.s.n);
	lead = str_find_char(s, '\n');
	if (lead == STR_NONE || !mark_says_how(str_sub(s, 0, lead))) {
		g->first = part_of(r, b, to + 1, b->text.s.n, g->first);
		return;
	}
	lead += to + 1;
	g->first = part_of(r, b, lead + 1, b->text.s.n, g->first);
	g->first = part_of(r, b, to + 1, lead, g->first);
}

/* "Mission 1" over a paragraph: that is the title. */
static void part_number(struct goal *g)
{
	struct piece title = {g->head, g->head->text.s};
	struct str number;

	if (g->head->kind != BLOCK_SECTION || g->head->first != g->first ||
		block_mark(g->head).kind != MARK_NONE ||
		!section_is_number_only(title, &number))
		return;
	g->head = g->first;
	g->first = g->first->next;
}

bool goal_is_measured(struct reader *r, struct goal *g)
{
	part_number(g);
	part_lead(r, g);
	part_lines(r, g);
	/* what most heads lack first: their words cost more to look up */
	return find_measures(r, g->first, g->end, g, true) &&
	       is_title(r, g->head, g);
}
