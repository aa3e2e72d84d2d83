/*
 * Examples: a line that introduces one makes what follows nobody's OKR, unless
 * that states itself: an objective by its word, with a title of its own, and
 * its key results by theirs.  Guides are full of those, and so are collections
 * of OKRs, where "Example:" only leads to the next one.
 */
#include "para_p.h"

#include <string.h>

#include "attr.h"
#include "talk_p.h"

bool example_begins(const struct entry *e, struct str s)
{
	static const char *const WORDS[] = {"for instance", "e.g.", "example",
		"such as", "sample", "looks like this"};

	s = str_trim(s);
	if (str_ends(s, ".") && e->text.b->next &&
		e->text.b->next->kind == BLOCK_LIST && s.n <= SHORT_TEXT &&
		vocab_has(s, "example"))
		return true;
	if (!str_ends(s, ":"))
		return false;
	for (size_t i = 0; i < COUNT_OF(WORDS); i++) {
		if (str_ifind(s, str_of(WORDS[i])) != STR_NONE)
			return true;
	}
	return false;
}

bool example_is_next(const struct entry *e)
{
	struct str all = e->text.b->text.s, line;

	all = str_sub(all, (size_t)(e->text.s.p + e->text.s.n - all.p), all.n);
	while (str_take_until(&all, '\n', &line)) {
		line = str_trim(line);
		if (line.n)
			return mark_is_example(line);
	}
	return false;
}

struct piece example_behind_question(struct piece text)
{
	enum { LONGEST = 120 };
	size_t at = str_find_char(str_sub(text.s, 0, LONGEST), '?');
	struct str s;
	size_t colon;

	if (at == STR_NONE)
		return text;
	s = str_trim_left(str_sub(text.s, at + 1, text.s.n));
	colon = mark_is_example(s) ? str_find_char(s, ':') : STR_NONE;
	if (colon == STR_NONE || !str_trim(str_sub(s, colon + 1, s.n)).n)
		return text;
	s = str_trim_left(str_sub(s, colon + 1, s.n));
	return piece_from(text, (size_t)(s.p - text.s.p));
}

/* Within a chapter that says how OKRs are made up, by its heading? */
static bool is_in_theory(const struct block *b)
{
	static const char *const WORDS[] = {"framework", "frameworks",
		"structure", "format", "anatomy", "components", "template",
		"templates", "method", "methodology", "concept", "concepts"};

	for (b = b->parent; b; b = b->parent) {
		for (size_t i = 0;
			b->kind == BLOCK_SECTION && i < COUNT_OF(WORDS); i++) {
			if (vocab_has(b->text.s, WORDS[i]))
				return true;
		}
	}
	return false;
}

bool example_is_title(struct str s)
{
	s = str_trim(s);
	return s.n && s.p[0] != '(' && !talk_is_blank(s) && !str_ends(s, "?") &&
	       !talk_is_definition(s);
}

static bool is_of_key_results(enum mark_kind kind)
{
	return kind == MARK_KEY_RESULT || kind == MARK_KR_LABEL;
}

bool example_has_unknown(struct str s)
{
	for (size_t i = 0; i < s.n; i++) {
		size_t n = i;

		while (n < s.n && strchr("xXyY", s.p[n]))
			n++;
		if (n == i || (i && !strchr(" ($", s.p[i - 1])))
			continue;
		if (n < s.n &&
			(s.p[n] == '%' || (s.p[n] == ' ' && s.p[i] == 'x')))
			return true;
		if (vocab_begins(str_sub(s, n, s.n), " to y"))
			return true;
	}
	return false;
}

struct krs { /* seen so far */
	bool any, unknown;
};

/* False when this is the next objective. */
static bool look(struct krs *krs, enum mark_kind kind, struct str s)
{
	if (kind == MARK_OBJECTIVE)
		return false;
	krs->any = krs->any || is_of_key_results(kind) ||
		   str_find(s, STR(" KR1")) != STR_NONE;
	krs->unknown = krs->unknown || example_has_unknown(s);
	return true;
}

static bool look_at_items(struct krs *krs, const struct block *i)
{
	for (; i && i->first && i->first->kind == BLOCK_PARA; i = i->next) {
		if (!look(krs, block_mark(i->first).kind, i->first->text.s))
			return false;
	}
	return true;
}

/* A block right behind: a list of them, the word for them, or one of them. */
static void look_behind(struct krs *krs, const struct block *b)
{
	if (b && b->kind == BLOCK_LIST)
		look_at_items(krs, b->first);
	else if (b && b->kind == BLOCK_PARA)
		look(krs, block_mark(b).kind, b->text.s);
}

bool example_states_itself(struct piece text, const struct mark *mark)
{
	struct str rest = text.b->text.s, line;
	struct str title = str_sub(text.s, mark->rest, text.s.n);
	const struct block *item = text.b->parent;
	struct krs krs = {false, false};

	if (!example_is_title(title) || is_in_theory(text.b))
		return false;
	rest = str_sub(rest, (size_t)(text.s.p + text.s.n - rest.p), rest.n);
	while (str_take_until(&rest, '\n', &line)) {
		struct piece p = {text.b, str_trim(line)};

		if (p.s.n && !look(&krs, piece_mark(p).kind, p.s))
			return krs.any && !krs.unknown;
	}
	look_behind(&krs, block_after(text.b));
	if (!krs.any && item->kind == BLOCK_ITEM &&
		look_at_items(&krs, item->next))
		look_behind(&krs, block_after(item->parent));
	return krs.any && !krs.unknown;
}

/* The next block behind b within the section, in reading order. */
static const struct block *step_within(
	const struct block *section, const struct block *b)
{
	if (b->first && b->kind != BLOCK_LEFT)
		return b->first;
	while (b != section && !b->next)
		b = b->parent;
	return b == section ? NULL : b->next;
}

/* How filled a section is. */
struct filled {
	size_t objectives, krs, numbers;
};

/* Rows or items; all of them have a digit somewhere, or not. */
static bool has_digit_below(const struct block *row)
{
	for (const struct block *c = row->first; c; c = c->next) {
		if ((c->kind == BLOCK_CELL || c->kind == BLOCK_PARA) &&
			str_has_digit(c->text.s))
			return true;
	}
	return false;
}

static bool has_blank_below(const struct block *row)
{
	const struct block *c = row->first;

	return c && (str_find_char(c->text.s, '[') != STR_NONE ||
			    example_has_unknown(c->text.s));
}

/* A table headed "Key result", or "Key results:" and a list, right behind an
 * objective, which may be counted; false where a blank is in it. */
static bool count_rows(struct filled *f, const struct block *b, bool counted)
{
	enum { MANY = 24 };
	const struct block *row = NULL;
	size_t n = 0;

	if (b && b->kind == BLOCK_PARA && block_mark(b).kind == MARK_KR_LABEL &&
		vocab_has_key_result(b->text.s)) {
		b = block_after(b);
		row = b && b->kind == BLOCK_LIST ? b->first : NULL;
	} else if (b && b->kind == BLOCK_TABLE && b->first && b->first->first &&
		   vocab_has_key_result(b->first->first->text.s)) {
		row = b->first->next;
	}
	f->objectives += row && !counted;
	for (; row && n < MANY; row = row->next, n++) {
		if (has_blank_below(row))
			return false;
		f->krs++;
		f->numbers += has_digit_below(row);
	}
	return true;
}

/* What is behind or below an objective, past one line on whose it is. */
static const struct block *behind_objective(const struct block *b)
{
	const struct block *next =
		b->kind == BLOCK_SECTION ? b->first : block_after(b);

	if (next && next->kind == BLOCK_PARA &&
		block_mark(next).kind == MARK_FIELD)
		next = block_after(next);
	return next;
}

/* False where a blank shows that it is a form. */
static bool count_line(struct filled *f, const struct block *b)
{
	struct mark mark = block_mark(b);
	struct str rest = str_sub(b->text.s, mark.rest, b->text.s.n);

	if (mark.kind != MARK_OBJECTIVE && mark.kind != MARK_KEY_RESULT)
		return true;
	if (!rest.n && b->kind == BLOCK_SECTION && b->first &&
		b->first->kind == BLOCK_PARA)
		rest = b->first->text.s; /* "Objective 1" over its title */
	if (mark.kind == MARK_OBJECTIVE && talk_is_definition(str_trim(rest)))
		return !mark.numbered;
	if (!example_is_title(rest) || example_has_unknown(rest) ||
		str_find_char(rest, '[') != STR_NONE)
		return false;
	f->objectives += mark.kind == MARK_OBJECTIVE && mark.numbered;
	f->krs += mark.kind == MARK_KEY_RESULT;
	f->numbers += mark.kind == MARK_KEY_RESULT && str_has_digit(rest);
	return mark.kind != MARK_OBJECTIVE ||
	       count_rows(f, behind_objective(b), mark.numbered);
}

bool example_is_filled(const struct block *section)
{
	enum { FAR = 100 }; /* blocks that are looked at, to stay linear */
	enum { MANY_FILLED = 4 }; /* ... beside which one line was left */
	struct filled f = {0, 0, 0};
	size_t n = 0, blanks = 0;

	for (const struct block *b = section; b && n < FAR;
		b = step_within(section, b), n++) {
		if (b != section &&
			(b->kind == BLOCK_PARA || b->kind == BLOCK_SECTION) &&
			!count_line(&f, b))
			blanks++;
	}
	return f.objectives && f.krs > f.objectives &&
	       f.numbers * 3 >= f.krs * 2 &&
	       (!blanks || (blanks == 1 && f.krs >= MANY_FILLED));
}

/* "- **Win back the readers**" over a list: counts it; false for a blank. */
static bool count_titled(struct filled *f, const struct block *item)
{
	const struct block *p = item->first, *list = p ? p->next : NULL;

	if (!p || p->kind != BLOCK_PARA || !list || list->kind != BLOCK_LIST ||
		!piece_is_bold((struct piece){p, p->text.s}))
		return true;
	f->objectives++;
	for (const struct block *i = list->first; i; i = i->next) {
		if (!i->first || i->first->kind != BLOCK_PARA ||
			has_blank_below(i))
			return false;
		f->krs++;
		f->numbers += has_digit_below(i);
	}
	return example_is_title(p->text.s);
}

bool example_lists_filled(const struct block *section)
{
	enum { FAR = 100, LEAST = 2 };
	struct filled f = {0, 0, 0};
	size_t n = 0;

	for (const struct block *b = section; b && n < FAR;
		b = step_within(section, b), n++) {
		if (b->kind == BLOCK_ITEM && !count_titled(&f, b))
			return false;
	}
	return f.objectives >= LEAST && f.krs > f.objectives &&
	       f.numbers * 3 >= f.krs * 2;
}
