/*
 * What stands below a heading, looked at before it is read.
 */
#include "walk_p.h"

#include "attr.h"
#include "talk_p.h"
#include "title_p.h"

/* "**Project**: a shop": words explained, one after the other? */
static bool is_label_list(const struct block *list)
{
	for (const struct block *i = list->first; i; i = i->next) {
		const struct block *p = i->first;
		size_t colon;

		if (!p || p->kind != BLOCK_PARA)
			continue;
		colon = str_find_char(p->text.s, ':');
		if (colon == STR_NONE || !colon ||
			!(p->text.flags[0] & TEXT_BOLD) ||
			!(p->text.flags[colon - 1] & TEXT_BOLD))
			return false;
	}
	return true;
}

bool heading_has_plain_list(struct reader *r, const struct block *b)
{
	for (const struct block *c = b->first; c; c = c->next) {
		if (c->kind == BLOCK_SECTION)
			return false;
		if (c->kind == BLOCK_LIST && !is_link_list(c))
			return !is_label_list(c) || is_measurable_list(r->a, c);
	}
	return false;
}

bool heading_has_titled_lists(const struct block *b)
{
	enum level level;
	size_t n = 0;

	for (const struct block *c = b->first; c; c = c->next) {
		struct piece p = {c, c->text.s};

		if (c->kind == BLOCK_PARA && c->next &&
			c->next->kind == BLOCK_LIST && piece_is_bold(p) &&
			block_mark(c).kind == MARK_NONE &&
			talk_is_title(p.s, true))
			n++;
	}
	return n > (names_unit(b->text.s, &level) ? 0 : 1);
}

bool heading_begins_titled(const struct block *b)
{
	return b->first && b->first->kind == BLOCK_PARA &&
	       block_mark(b->first).kind == MARK_NONE &&
	       talk_is_title(b->first->text.s, false);
}

/* Tasks, or lines of which half are aims or have numbers. */
static bool is_list_of_work(struct reader *r, const struct block *list)
{
	enum { MANY = 24 };
	size_t all = 0, work = 0;

	for (const struct block *i = list->first; i && all < MANY;
		i = i->next) {
		if (!i->first || i->first->kind != BLOCK_PARA)
			return false;
		all++;
		work += i->task || talk_begins_aim(i->first->text.s);
	}
	return all && (work * 2 >= all || is_measurable_list(r->a, list));
}

const struct block *heading_list(const struct block *b)
{
	const struct block *c = b->first;

	while (c && c->kind == BLOCK_PARA)
		c = c->next;
	return c && c->kind == BLOCK_LIST ? c : NULL;
}

bool heading_is_like_sibling(struct reader *r, const struct block *b)
{
	enum { FAR = 50 };
	const struct block *list = heading_list(b);
	const struct block *c = b->parent->first;

	if (!list || is_link_list(list) || !is_list_of_work(r, list) ||
		vocab_has_okr(b->text.s))
		return false;
	for (int i = 0; c && i < FAR; i++, c = c->next) {
		if (c != b && c->kind == BLOCK_SECTION &&
			talk_begins_aim(c->text.s) && heading_list(c))
			return true;
	}
	return false;
}

bool heading_has_aims(const struct block *b)
{
	enum { FAR = 24, LEAST_WORDS = 3 };
	size_t n = 0, long_ones = 0;

	for (const struct block *c = b->first; c && n < FAR; c = c->next) {
		if (c->kind == BLOCK_PARA)
			continue;
		if (c->kind != BLOCK_SECTION || !heading_list(c) ||
			block_mark(c).kind != MARK_NONE ||
			!talk_begins_how(c->text.s))
			return false;
		long_ones += str_words(c->text.s) >= LEAST_WORDS;
		n++;
	}
	return n && long_ones == n;
}

/* "Leading indicator", "Quality, or retention": what kind it is. */
static bool names_kind(struct str name)
{
	static const char *const WORDS[] = {"leading", "lagging", "quality",
		"quantity", "leading metric", "lagging metric"};

	name = str_trim(name);
	for (size_t i = 0; i < COUNT_OF(WORDS); i++) {
		if (vocab_begins(name, WORDS[i]))
			return true;
	}
	return false;
}

bool heading_is_named_only(
	struct reader *r, const struct block *b, struct piece name)
{
	enum { MOST_BYTES = 80 };
	struct piece p;

	if (!b->first || b->first->kind != BLOCK_PARA ||
		name.s.n > MOST_BYTES || str_has_digit(name.s))
		return false;
	p = (struct piece){b->first, str_trim(b->first->text.s)};
	if (names_kind(name.s) && is_measurable(r->a, p.s))
		return block_mark(b->first).kind == MARK_NONE;
	return p.s.n > name.s.n && piece_is_bold(p) &&
	       str_find_char(p.s, '\n') == STR_NONE &&
	       block_mark(b->first).kind == MARK_NONE;
}

const struct block *heading_sentence(
	struct reader *r, const struct block *b, struct piece name)
{
	const struct block *c = b->first;

	if (!c || c->kind != BLOCK_SECTION || c->next ||
		block_mark(c).kind != MARK_NONE ||
		is_measurable(r->a, name.s) || talk_begins_aim(name.s) ||
		!is_measurable(r->a, c->text.s))
		return NULL;
	return c;
}

bool heading_has_okr_table(struct reader *r, const struct block *b)
{
	for (const struct block *c = b->first; c; c = c->next) {
		if (c->kind == BLOCK_TABLE)
			return is_filled_table(r, c);
	}
	return false;
}

bool heading_names_period(struct reader *r, struct str s)
{
	struct period period;
	size_t digits = 0;

	s = str_trim(s);
	while (digits < s.n && str_is_digit(s.p[digits]))
		digits++;
	return (digits == 4 && s.n == 4) ||
	       period_parse(r->a, s, r->o->fiscal_start, &period);
}

/* "Q3 2025" of "Q3 2025: the aggregator (M8-M9)" */
static struct str before_colon(struct str title)
{
	size_t colon = str_find_char(title, ':');

	return colon == STR_NONE ? title : str_sub(title, 0, colon);
}

bool heading_is_dated(struct reader *r, struct str title)
{
	struct period period;

	title = before_colon(title);
	return title_is_planned(title) || heading_names_period(r, title) ||
	       title_is_time(title) ||
	       (title.n <= PERIOD_TITLE &&
		       period_find(r->a, title, r->o->fiscal_start, &period));
}

/* Items that are all key results, or lines of which the first is one. */
static bool is_of_key_results(const struct block *b)
{
	if (b->kind == BLOCK_PARA)
		return block_mark(b).kind == MARK_KEY_RESULT;
	for (const struct block *i = b->first; i; i = i->next) {
		if (!i->first || i->first->kind != BLOCK_PARA ||
			block_mark(i->first).kind != MARK_KEY_RESULT)
			return false;
	}
	return b->kind == BLOCK_LIST;
}

bool quotes_key_results(
	struct reader *r, const struct block *b, const struct scope *sc)
{
	const struct block *c = b->first;

	if (sc->objective == NO_INDEX || !c || !is_of_key_results(c) ||
		objective_at(r, sc->objective)->key_results.n)
		return false;
	while (c && (is_of_key_results(c) ||
			    (c->kind == BLOCK_PARA &&
				    block_mark(c).kind == MARK_NONE)))
		c = c->next;
	return !c;
}

bool quotes_fields(const struct block *b, const struct scope *sc)
{
	const struct block *c = b->first;
	struct mark mark;

	if (sc->objective == NO_INDEX || !c || c->next || c->kind != BLOCK_PARA)
		return false;
	mark = block_mark(c);
	return mark.kind == MARK_FIELD && mark.rest < c->text.s.n &&
	       mark.field != FIELD_NOTES;
}

bool quotes_objective(struct reader *r, const struct block *b)
{
	const struct block *c = b->first, *next = b->next;
	struct block alone;
	struct mark mark;

	if (!c || c->next || c->kind != BLOCK_PARA || !next)
		return false;
	mark = block_mark(c);
	if (mark.kind != MARK_OBJECTIVE || mark.rest >= c->text.s.n ||
		str_find_char(c->text.s, '\n') != STR_NONE)
		return false;
	alone = *next;
	alone.next = NULL;
	return evidence_below(r, b, &alone, false) == EVIDENCE_KEY_RESULTS;
}

bool quotes_okrs(
	struct reader *r, const struct block *b, const struct scope *sc)
{
	const struct block *first = b->first;
	struct mark mark;

	if (!first || first->kind != BLOCK_PARA || sc->example)
		return false;
	mark = block_mark(first);
	if (mark.rest >= first->text.s.n)
		return false;
	return mark.kind == MARK_OBJECTIVE
		       ? sc->strong && (!mark.weak || mark.numbered) &&
				 !r->marked
		       : mark.kind == MARK_KEY_RESULT && mark.numbered &&
				 sc->objective != NO_INDEX;
}

bool heading_is_before_key_results(const struct block *b)
{
	return b->next && b->next->kind == BLOCK_SECTION &&
	       block_mark(b->next).kind == MARK_KR_LABEL &&
	       vocab_has_key_result(b->next->text.s);
}

/* "Objective: ...", also as an item; text, so that the word alone is none. */
static bool is_marked(const struct block *c)
{
	struct mark mark;

	if (c->kind == BLOCK_LIST && c->first)
		c = c->first->first;
	if (!c || (c->kind != BLOCK_SECTION && c->kind != BLOCK_PARA))
		return false;
	mark = block_mark(c);
	return mark.kind == MARK_OBJECTIVE &&
	       (c->kind == BLOCK_SECTION ||
		       (!mark.weak && mark.rest < c->text.s.n));
}

bool heading_holds_title(const struct block *b)
{
	return b->first && b->first->kind != BLOCK_SECTION &&
	       is_marked(b->first);
}

bool heading_has_marked(const struct block *b)
{
	const struct block *c = b->first;

	while (c) {
		if (is_marked(c))
			return true;
		if (c->kind == BLOCK_SECTION && c->first) {
			c = c->first;
			continue;
		}
		while (c != b && !c->next)
			c = c->parent;
		c = c == b ? NULL : c->next;
	}
	return false;
}

bool heading_has_marked_item(const struct block *b)
{
	for (const struct block *c = b->first; c; c = c->next) {
		const struct block *i = c->kind == BLOCK_LIST ? c->first : NULL;

		for (; i; i = i->next) {
			if (i->first && i->first->kind == BLOCK_PARA &&
				block_mark(i->first).kind == MARK_KEY_RESULT)
				return true;
		}
	}
	return false;
}

/* "Parent objective: #5", "Ladders up to: ..." */
static bool is_parent_line(struct str line)
{
	static const char *const WORDS[] = {"objective", "objectif", "objetivo",
		"ziel", "doel", "ladders", "ladder", NULL};
	struct str name = str_trim(line);
	size_t colon = str_find_char(name, ':');

	name = str_sub(name, 0, colon == STR_NONE ? 0 : colon);
	while (name.n && strchr("*_ ", name.p[0]))
		name = str_sub(name, 1, name.n);
	return vocab_field(name) == FIELD_LADDERS &&
	       vocab_has_listed(name, WORDS);
}

bool heading_has_line(const struct block *b, bool (*is)(struct str line))
{
	enum { FAR = 3 };
	const struct block *p = b->first;
	struct str text, line;

	for (int i = 0; i < FAR && p && p->kind == BLOCK_PARA;
		i++, p = p->next) {
		text = p->text.s;
		while (str_take_until(&text, '\n', &line)) {
			if (is(line))
				return true;
		}
	}
	return false;
}

bool heading_has_parent(const struct block *b)
{
	return heading_has_line(b, is_parent_line);
}

/* "Contributes to: Grow", "Supports O1" */
static bool is_serving_line(struct str line)
{
	size_t colon = str_find_char(line, ':');
	struct str name = str_sub(line, 0, colon == STR_NONE ? 0 : colon);

	if (colon == STR_NONE)
		return names_parent(str_trim(line), &name);
	while (name.n && strchr("*_ ", name.p[0]))
		name = str_sub(name, 1, name.n);
	return str_trim(str_sub(line, colon + 1, line.n)).n &&
	       vocab_field(name) == FIELD_LADDERS;
}

bool heading_serves(const struct block *b)
{
	return heading_has_line(b, is_serving_line) &&
	       heading_has_marked_item(b);
}

bool heading_names_paper(const struct block *b, struct str title)
{
	return b->level == 1 && vocab_begins(title, "okr") &&
	       !vocab_has(title, "guide") && !vocab_has(title, "template") &&
	       !vocab_has(title, "example") && !vocab_has(title, "examples");
}

/* Has s a number that is in other, too? */
static bool shares_number(struct str s, struct str other)
{
	while (s.n) {
		size_t digits = 0, at;

		while (digits < s.n && str_is_digit(s.p[digits]))
			digits++;
		if (!digits) {
			s = str_sub(s, 1, s.n);
			continue;
		}
		at = str_find(other, str_sub(s, 0, digits));
		if (at != STR_NONE && (!at || !str_is_digit(other.p[at - 1])) &&
			!str_is_digit(str_sub(other, at + digits, other.n).n
					      ? other.p[at + digits]
					      : ' '))
			return true;
		s = str_sub(s, digits, s.n);
	}
	return false;
}

/* Is it about a key result, and no other one? */
static bool is_about(struct str text, struct str known)
{
	enum { MOST_WORDS = 4 };

	text = str_trim(text);
	if (!str_has_digit(text))
		return str_words(text) <= MOST_WORDS && !talk_begins_aim(text);
	return shares_number(text, known);
}

static bool has_section_at(const struct block *parent, int line)
{
	for (const struct block *c = parent->first; c && c->line <= line;
		c = c->next) {
		if (c->line == line)
			return c->kind == BLOCK_SECTION;
	}
	return false;
}

int heading_repeats(
	struct reader *r, const struct block *b, const struct scope *sc)
{
	struct mark mark = block_mark(b);
	const struct key_result *kr;
	struct str rest;
	int index;

	if (sc->objective == NO_INDEX || mark.kind != MARK_KEY_RESULT ||
		!mark.numbered)
		return NO_INDEX;
	rest = str_sub(b->text.s, mark.rest, b->text.s.n);
	index = key_result_of_number(r, sc->objective, mark.number);
	if (index == NO_INDEX)
		return NO_INDEX;
	kr = key_result_at(r, sc->objective, index);
	return (is_about(rest, str_of(kr->text)) ||
		       heading_tells_end(&mark, rest)) &&
			       !has_section_at(b->parent, kr->line)
		       ? index
		       : NO_INDEX;
}

bool heading_has_repeats(
	struct reader *r, const struct block *b, const struct scope *sc)
{
	bool named = vocab_has_key_result(b->text.s), any = false;

	for (const struct block *c = b->first; c; c = c->next) {
		if (c->kind != BLOCK_SECTION ||
			block_mark(c).kind != MARK_KEY_RESULT)
			continue;
		if (heading_repeats(r, c, sc) == NO_INDEX)
			return false;
		any = any || named ||
		      str_has_digit(str_sub(
			      c->text.s, block_mark(c).rest, c->text.s.n));
	}
	return any;
}

bool heading_names_aspect(struct str title)
{
	static const char *const WORDS[] = {"red flags", "scorecard",
		"deep dive", "summary", "review", "details", "roadmap",
		"milestones", "action plan", "overview", "rationale",
		"deliverables", "checklist", "timeline"};
	static const char *const ENDS[] = {
		" - ", " \u2013 ", " \u2014 ", ":", "("};

	title = str_trim(title);
	for (size_t i = 0; i < COUNT_OF(ENDS); i++) {
		size_t at = str_find(title, str_of(ENDS[i]));

		if (at != STR_NONE)
			title = str_trim(str_sub(title, 0, at));
	}
	for (size_t i = 0; i < COUNT_OF(WORDS); i++) {
		if (str_iis(title, WORDS[i]))
			return true;
	}
	return vocab_field(title) != FIELD_NONE || vocab_is_report(title);
}

static bool is_of_result(enum field f)
{
	return f == FIELD_RESULT || f == FIELD_STATUS || f == FIELD_GRADE ||
	       f == FIELD_PROGRESS || f == FIELD_CURRENT || f == FIELD_BASELINE;
}

bool list_is_of_results(const struct block *list)
{
	enum { MOST = 12 };
	bool result = false;
	size_t n = 0;

	for (const struct block *i = list->first; i; i = i->next) {
		struct mark mark = {.kind = MARK_NONE};

		if (i->first && i->first->kind == BLOCK_PARA && !i->task)
			mark = block_mark(i->first);
		if (mark.kind != MARK_FIELD || ++n > MOST)
			return false;
		result = result || is_of_result(mark.field);
	}
	return result;
}

bool heading_has_result(const struct block *b)
{
	for (const struct block *c = b->first; c; c = c->next) {
		struct mark mark;

		if (c->kind == BLOCK_LIST)
			return list_is_of_results(c);
		if (c->kind != BLOCK_PARA)
			return false;
		mark = block_mark(c);
		if (mark.kind == MARK_FIELD)
			return is_of_result(mark.field);
	}
	return false;
}

/* A list of short words, none of them an aim or with a number, unless it is a
 * rule ("Two to 4 of them for each objective")? */
static bool lists_words(const struct block *section)
{
	enum { LONGEST = 60 };
	const struct block *list = section->first;

	if (!list || list->kind != BLOCK_LIST)
		return false;
	for (const struct block *i = list->first; i; i = i->next) {
		const struct block *p = i->first;

		if (!p || p->kind != BLOCK_PARA || p->next || i->task ||
			block_mark(p).kind != MARK_NONE)
			return false;
		if (!talk_is_rule(p->text.s) &&
			(p->text.s.n > LONGEST || str_has_digit(p->text.s) ||
				talk_begins_aim(p->text.s)))
			return false;
	}
	return true;
}

bool heading_explains_both(const struct block *b)
{
	return heading_is_before_key_results(b) && lists_words(b) &&
	       lists_words(b->next) && b->first->first->next;
}

bool others_are_marked(const struct reader *r)
{
	enum { LOOK = 6 };
	size_t n = r->m->objectives.n, marked = 0;

	for (size_t i = n; i > r->first && n - i < LOOK; i--) {
		if (!r->m->objectives.v[i - 1].key_results.n)
			continue;
		if (r->extras.v[i - 1 - r->first].heading)
			return false;
		marked++;
	}
	return marked > 0;
}

bool heading_is_archive(
	const struct reader *r, const struct block *b, struct str title)
{
	static const char *const WORDS[] = {"past", "previous", "archive",
		"archives", "archived", "old", "older", "former", "historical",
		"history", "completed", "closed", "finished", "archiv",
		"vergangene", "fr\u00fchere", "alte", "abgeschlossene",
		"anciens", "pass\u00e9s", "pr\u00e9c\u00e9dents", "anteriores",
		"pasados", "archivo", "passados", "arquivo", "precedenti",
		"passati", "archivio", "vorige", "oude", "archief", "tidigare",
		"tidligere", "poprzednie", "archiwum",
		"\u0430\u0440\u0445\u0438\u0432",
		"\u0410\u0440\u0445\u0438\u0432", NULL};

	return r->again && b->level == 1 && b->parent == r->doc && !b->next &&
	       vocab_has_okr(title) && vocab_has_listed(title, WORDS);
}
