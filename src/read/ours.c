/*
 * Our own pages read back: between the marks of okrsync the words are known,
 * so that nothing is guessed there.  Here are the headings, the items of an
 * outline, and what supports what; ours_kr.c has key results, ours_remark.c
 * what stands below them, facts.c the lines of facts.  All else on such a page
 * was computed from these.
 *
 * The page's side of it is src/page/view_said.c, view_notes.c and the
 * templates.
 */
#include "ours_p.h"

#include <stdlib.h>

#include "attr.h"

bool is_our_line(const struct reader *r, int line)
{
	return r->ours && line > r->ours_from &&
	       (!r->ours_to || line < r->ours_to);
}

/* Titles. */

/* "CEO: Win them": the owner; "Objective" stands for none. */
static size_t take_owner(struct str s, struct str *owner)
{
	size_t colon = str_find(s, STR(": "));

	*owner = str_sub(s, 0, colon == STR_NONE ? 0 : colon);
	if (str_is(*owner, "Objective"))
		owner->n = 0;
	return colon == STR_NONE ? 0 : colon + 2;
}

/* "C1 " in front of a title: its length, or 0. */
static size_t label_length(struct str s)
{
	size_t n = 1;

	while (n < s.n && str_is_digit(s.p[n]))
		n++;
	return n > 1 && n + 1 < s.n && s.p[n] == ' ' && s.p[0] >= 'A' &&
			       s.p[0] <= 'Z'
		       ? n + 1
		       : 0;
}

static struct mark mark_of(
	enum mark_kind kind, struct str number, struct str who, size_t rest)
{
	return (struct mark){.kind = kind,
		.numbered = kind == MARK_OBJECTIVE,
		.number = number,
		.prefix = who,
		.rest = rest,
		.plain = rest};
}

bool read_our_heading(
	const struct reader *r, const struct block *b, struct mark *mark)
{
	enum { OBJECTIVE_LEVEL = 3 };
	struct str s = b->text.s, rest = s, owner, none = {NULL, 0};
	size_t n = label_length(s);
	long number;

	if (b->level != OBJECTIVE_LEVEL || !is_our_line(r, b->line))
		return false;
	if (n) {
		*mark = mark_of(MARK_OBJECTIVE, str_sub(s, 0, n - 1), none, n);
		return true;
	}
	if (!str_is(b->parent->text.s, OUR_OUTLINE) ||
		!str_take_number(&rest, 1000000, &number) ||
		!str_skip(&rest, ". "))
		return false;
	n = s.n - rest.n;
	n += take_owner(rest, &owner);
	*mark = mark_of(MARK_OBJECTIVE, none, owner, n);
	return true;
}

/* Is it a section of objectives: a level's, or a team's? */
static bool has_objectives(const struct block *section)
{
	for (const struct block *b = section->first; b; b = b->next) {
		if (b->kind == BLOCK_SECTION && label_length(b->text.s))
			return true;
	}
	return false;
}

/* "Company", "Group": the level its heading names. */
static enum level level_of(struct str s)
{
	for (int i = LEVEL_COMPANY; i < LEVEL_NONE; i++) {
		if (str_iis(s, level_name((enum level)i)))
			return (enum level)i;
	}
	return LEVEL_NONE;
}

bool read_our_section(
	struct reader *r, const struct block *b, struct scope *below)
{
	struct str s = str_trim(b->text.s);
	struct period period;

	if (b->level != OUR_SECTION || !is_our_line(r, b->line))
		return false;
	below->objective = below->kr = NO_INDEX;
	below->parent = below->parent_kr = NO_INDEX;
	below->mode = MODE_LEFT;
	below->level = LEVEL_NONE;
	below->team = "";
	below->section = arena_text(r->a, s);
	read_explain(r, b->line, "section", below->section);
	if (!has_objectives(b)) {
		below->quiet = !str_is(s, OUR_OUTLINE) &&
			       !(b->first && b->first->kind == BLOCK_TABLE);
		return true;
	}
	below->level = level_of(s);
	if (period_parse(r->a, s, r->o->fiscal_start, &period))
		below->period = period; /* on a person's page */
	else if (below->level == LEVEL_NONE && !str_is(s, OUR_OTHERS))
		below->team = below->section;
	return true;
}

bool read_our_mark(
	const struct reader *r, struct piece *text, struct mark *mark)
{
	struct str s = text->s, who, none = {NULL, 0};
	const unsigned char *flags = piece_flags(*text);
	size_t n = 0, at = str_find(s, STR("KR: "));

	if (!s.n || !is_our_line(r, piece_line(*text)) ||
		text->b->parent->kind != BLOCK_ITEM || !text->b->parent->number)
		return false;
	if (flags[0] & TEXT_BOLD) {
		while (n < s.n && (flags[n] & TEXT_BOLD))
			n++;
		text->s = str_sub(s, 0, n);
		at = take_owner(text->s, &who);
		*mark = mark_of(MARK_OBJECTIVE, none, who, at);
		return true;
	}
	if (at == STR_NONE || (at && s.p[at - 1] != ' '))
		return false;
	*mark = mark_of(
		MARK_KEY_RESULT, none, str_trim(str_sub(s, 0, at)), at + 4);
	return true;
}

/* Lines below a title. */

/* "0.63", "1.00", "–" in bold type. */
static bool begins_facts(struct piece text)
{
	struct str s = text.s;

	if (!s.n || !(piece_flags(text)[0] & TEXT_BOLD))
		return false;
	if (str_skip(&s, "\u2013"))
		return !s.n || str_is_space(s.p[0]);
	return s.n > 3 && (s.p[0] == '0' || s.p[0] == '1') && s.p[1] == '.' &&
	       str_is_digit(s.p[2]) && str_is_digit(s.p[3]);
}

bool read_our_para(
	struct reader *r, const struct block *para, const struct scope *sc)
{
	struct piece text = {para, str_trim(para->text.s)};

	if (sc->objective == NO_INDEX || !is_our_line(r, para->line))
		return false;
	if (sc->kr == NO_INDEX && begins_facts(text))
		read_facts(r, sc->objective, NO_INDEX,
			str_of(piece_text(r, text)), para->line);
	return true;
}

/* A link that stands in the text and among the others is one. */
void ours_drop_twins(struct links *links)
{
	size_t kept = 0;

	for (size_t i = 0; i < links->n; i++) {
		size_t k = 0;

		while (k < kept &&
			(strcmp(links->v[k].url, links->v[i].url) ||
				strcmp(links->v[k].text, links->v[i].text)))
			k++;
		if (k == kept)
			links->v[kept++] = links->v[i];
	}
	links->n = kept;
}

/* What supports what. */

struct numbered {
	const char *number;
	int objective;
};

static int compare_numbers(const void *vx, const void *vy)
{
	const struct numbered *x = vx, *y = vy;
	int c = strcmp(x->number, y->number);

	return c ? c : x->objective - y->objective;
}

static int find_number(const struct numbered *all, size_t n, const char *name)
{
	size_t low = 0;

	while (low < n) {
		size_t middle = low + (n - low) / 2;
		int c = strcmp(all[middle].number, name);

		if (!c)
			return all[middle].objective;
		if (c < 0)
			low = middle + 1;
		else
			n = middle;
	}
	return NO_INDEX;
}

/* "C1.2 Win more shops": the objective and the key result of that label, or
 * NO_INDEX where there is none. */
static int find_label(struct reader *r, const struct numbered *all, size_t n,
	const char *text, int *kr)
{
	struct str s =
		str_sub(str_of(text), 0, str_find_char(str_of(text), ' '));
	size_t dot = str_find_char(s, '.');
	struct str rest = str_sub(s, dot == STR_NONE ? s.n : dot + 1, s.n);
	int found = find_number(all, n, arena_text(r->a, str_sub(s, 0, dot)));
	long number;

	*kr = NO_INDEX;
	if (found != NO_INDEX && str_take_number(&rest, 10000, &number) &&
		number > 0 && !rest.n &&
		(size_t)number <= objective_at(r, found)->key_results.n)
		*kr = (int)number - 1;
	return found;
}

static void add_above(
	struct reader *r, int objective, int above, int kr, const char *text)
{
	struct objective *o = objective_at(r, objective);

	if (above == NO_INDEX || above == objective) {
		o->ladders_up_to = o->ladders_up_to[0]
					   ? arena_printf(r->a, "%s; %s",
						     o->ladders_up_to, text)
					   : text;
		return;
	}
	if (!o->parents.n) {
		o->parent = above;
		o->parent_kr = kr;
	}
	*vec_add(r->a, &o->parents) = above;
}

void read_our_tree(struct reader *r)
{
	enum { FEW = 100 }; /* looked at one by one */
	size_t n = r->m->objectives.n - r->first;
	struct numbered *all;

	if (!r->ours)
		return;
	all = ARENA_ARRAY(r->a, struct numbered, n + 1);
	for (size_t i = 0; i < n; i++)
		all[i] = (struct numbered){
			r->m->objectives.v[r->first + i].number,
			(int)(r->first + i)};
	qsort(all, n, sizeof *all, compare_numbers);
	for (size_t i = 0; i < n; i++) {
		const struct texts *above = &r->extras.v[i].above;
		int self = (int)(r->first + i), kr;

		for (size_t k = 0; k < above->n; k++) {
			int index = find_label(r, all, n, above->v[k], &kr);

			add_above(r, self, index, kr, above->v[k]);
		}
		if (objective_at(r, self)->links.n < FEW)
			ours_drop_twins(&objective_at(r, self)->links);
	}
}
