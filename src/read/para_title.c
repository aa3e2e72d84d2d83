/*
 * Lines of paragraphs that are titles, by what stands below them.
 */
#include "para_p.h"

#include "attr.h"
#include "talk_p.h"

const struct block *next_block(const struct block *b)
{
	for (b = b->next; b && b->kind == BLOCK_RULE; b = b->next)
		;
	return b;
}

/* Is the next but one block a title over a list, too? */
static bool is_one_of_many(const struct block *b)
{
	const struct block *next = next_block(b), *title;
	struct piece p;

	title = next ? next_block(next) : NULL;
	if (!title || title->kind != BLOCK_PARA)
		return false;
	next = next_block(title);
	p = (struct piece){title, title->text.s};
	return next && next->kind == BLOCK_LIST && !is_link_list(next) &&
	       (piece_is_bold(p) || talk_is_title(p.s));
}

/* Where OKRs of a certain period are told, a title over a list is one; in any
 * other section of OKRs it must say so: by a verb and bold type. */
static bool titles_list(struct reader *r, const struct entry *e,
	const struct scope *sc, const struct block *list)
{
	struct str s = str_trim(piece_from(e->text, e->mark.plain).s);

	if (!sc->plain || is_link_list(list) || !r->named ||
		!talk_is_title(str_ends(s, ":") ? str_sub(s, 0, s.n - 1) : s))
		return false;
	if (e->bold)
		return sc->strong || talk_is_aim(s);
	return sc->strong && !str_ends(s, ":") &&
	       (sc->titled || list->line == piece_line(e->text) + 1 ||
		       is_one_of_many(e->text.b));
}

bool heads_objective(struct reader *r, const struct entry *e,
	const struct scope *sc, bool last)
{
	const struct block *next = next_block(e->text.b);
	enum evidence ev;
	bool objectives;

	if (!last || !next || e->text.s.n > SHORT_TEXT ||
		next->kind == BLOCK_SECTION ||
		e->text.b->parent->kind == BLOCK_ITEM)
		return false;
	if (sc->objective != NO_INDEX && sc->objective == sc->parent &&
		!e->bold)
		return false;
	if (str_ends(str_trim(e->text.s), ".") && !e->bold)
		return false;
	if (next->kind == BLOCK_LIST) {
		struct block alone = *next;

		alone.next = NULL;
		ev = evidence_below(r, e->text.b, &alone, sc->plain && e->bold);
		if (ev == EVIDENCE_NONE && titles_list(r, e, sc, next))
			return true;
		return ev == EVIDENCE_KEY_RESULTS &&
		       (e->bold || sc->objective == NO_INDEX ||
			       objective_at(r, sc->objective)->key_results.n);
	}
	if (next->kind == BLOCK_TABLE)
		return is_okr_table(r, next, &objectives) && !objectives &&
		       (e->bold || sc->objective == NO_INDEX) && sc->expect;
	if (next->kind == BLOCK_PARA && e->bold) {
		struct mark mark = block_mark(next);

		return mark.kind == MARK_KEY_RESULT ||
		       mark.kind == MARK_KR_LABEL;
	}
	return false;
}

bool names_group(const struct scope *sc, const struct entry *e, bool last)
{
	const struct block *next = next_block(e->text.b);

	return last && e->bold &&
	       e->text.s.p == str_trim(e->text.b->text.s).p &&
	       sc->mode == MODE_KEY_RESULTS && sc->objective != NO_INDEX &&
	       (!sc->settled || sc->grouped) && next &&
	       next->kind == BLOCK_LIST && !is_link_list(next) &&
	       e->text.b->parent->kind != BLOCK_ITEM;
}
