/*
 * The words above a run of siblings, which announce that they are goals: the
 * page's name, the headings over them, the paragraphs around.
 */
#include "goals_p.h"

#include "attr.h"
#include "result_p.h"
#include "talk_p.h"
#include "title_p.h"
#include "walk_p.h"

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

/* "Q2 / Security", "Kiln / 2026": a time and one name more. */
static bool is_step_of_path(struct str title)
{
	static const char *const SIGNS[] = {" / ", " :: ", " > "};
	struct str one, other;
	size_t at = STR_NONE, i = 0;

	for (; i < COUNT_OF(SIGNS) && at == STR_NONE; i++)
		at = str_find(title, str_of(SIGNS[i]));
	if (at == STR_NONE)
		return false;
	one = str_sub(title, 0, at);
	other = str_sub(title, at + strlen(SIGNS[i - 1]), title.n);
	return (title_is_time(one) || title_is_time(other)) &&
	       str_words(one) <= 2 && str_words(other) <= 2 &&
	       !goals_are_others(title) && !vocab_is_report(title);
}

/* "2024 Q1", "FY25 H1 - Platform team": no word of what is told; or a time
 * beside other words, "Infra 2025-10". */
static enum goals dated(struct reader *r, struct str title)
{
	static const char *const PARTS[] = {" \u2013 ", " \u2014 ", " - ",
		" | ", " / ", " \u00b7 ", " > ", ": ", ", "};
	enum { LONGEST = 70 };
	enum level level;

	if (heading_names_period(r, title) || title_is_time(title))
		return GOALS_DATED;
	if (is_step_of_path(title))
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
	return title.n <= LONGEST && goals_have_time(title) &&
			       !goals_are_others(title) &&
			       !vocab_is_report(title) && !vocab_is_left(title)
		       ? GOALS_HINTED
		       : GOALS_NONE;
}

static enum goals higher(enum goals a, enum goals b)
{
	return a > b ? a : b;
}

/* What the page's name says, in front matter, a heading or its first line. */
static enum goals announced_by_name(struct reader *r)
{
	const struct block *first = r->doc->first;
	enum goals best = goals_announced(str_of(r->title));
	struct str line;

	if (r->named)
		best = higher(best, GOALS_OURS);
	if (!first || first->kind != BLOCK_PARA ||
		!is_title_line(r, first, &line))
		return best;
	best = higher(best, goals_announced(line));
	return best ? best : dated(r, line);
}

enum goals goals_above(struct reader *r, const struct block *parent,
	const struct block *before)
{
	/* blocks: the first, the last, and of how many; each list asks */
	enum { NEAR = 4, LAST = NEAR / 2, FAR = 500 };
	const struct block *last[LAST];
	enum goals best = announced_by_name(r), e;
	size_t n = 0;

	for (const struct block *b = parent; b; b = b->parent) {
		if (b->kind != BLOCK_SECTION)
			continue;
		e = goals_announced(b->text.s);
		if (block_mark(b).kind == MARK_LEFT && /* "Notes on goals" */
			(b->level > 1 || e < GOALS_TIMED))
			return GOALS_NONE;
		if (!e && b->level == 1 && !b->parent->parent)
			e = dated(r, b->text.s);
		best = higher(best, e);
	}
	for (const struct block *b = parent->first; b && b != before && n < FAR;
		b = b->next, n++) {
		if (n < NEAR)
			best = higher(best, announced_in(r, b));
		last[n % LAST] = b;
	}
	for (size_t i = n > NEAR + LAST ? n - LAST : NEAR; i < n; i++)
		best = higher(best, announced_in(r, last[i % LAST]));
	return best;
}
