/*
 * "Health", "Team": names of fields elsewhere, and areas of what is aimed at
 * where they stand beside others like them.
 */
#include "reader_p.h"

#include "mark_number_p.h"
#include "talk_p.h"

/* "Health: Feel ten years younger", "2. Health: ..." over a list? */
static bool is_titled_part(const struct block *b)
{
	enum { LEAST_WORDS = 3 };
	struct str s = b->text.s, number;
	size_t colon;

	if (!mark_number(&s, &number) || !str_skip(&s, ". "))
		s = b->text.s;
	colon = mark_name(s);
	return b->kind == BLOCK_SECTION && colon && b->first &&
	       b->first->kind == BLOCK_LIST &&
	       str_words(str_sub(s, colon + 1, s.n)) >= LEAST_WORDS;
}

bool heading_is_of_area(const struct block *b)
{
	enum { FAR = 24 };
	const struct block *o = b->parent->first;

	if (!is_titled_part(b))
		return false;
	for (int n = 0; o && n < FAR; o = o->next, n++) {
		if (o->level == b->level && is_titled_part(o) &&
			block_mark(o).kind == MARK_NONE)
			return true;
	}
	return false;
}

/* The list right below a heading or a line in bold; or NULL. */
static const struct block *list_below(const struct block *b)
{
	const struct block *list =
		b->kind == BLOCK_SECTION ? b->first : b->next;

	if (b->kind == BLOCK_PARA &&
		!piece_is_bold((struct piece){b, str_trim(b->text.s)}))
		return NULL;
	return list && list->kind == BLOCK_LIST ? list : NULL;
}

static bool is_like_it(const struct block *b, const struct block *o)
{
	return o != b && o->kind == b->kind && o->level == b->level &&
	       list_below(o) && block_mark(o).kind == MARK_NONE;
}

void block_lift_area(struct arena *a, struct block *b)
{
	static const char *const AREAS[] = {"health", "my health", "team",
		"the team", "my team", "our team", "reading", "gesundheit",
		"sant\u00e9", "salud", "sa\u00fade", "equipo", "equipe",
		"\u00e9quipe", NULL};
	static const struct mark NOTHING = {.kind = MARK_NONE};
	enum { FAR = 24 };
	struct str s = str_trim_end(str_trim(b->text.s), ":");
	const struct block *list =
		str_is_listed(s, AREAS) ? list_below(b) : NULL;
	const struct block *o = b->parent ? b->parent->first : NULL;

	if (!list || !list->first || !list->first->first ||
		(!is_measurable_list(a, list) &&
			!talk_begins_aim(list->first->first->text.s)))
		return;
	for (int n = 0; o && n < FAR; o = o->next, n++) {
		if (is_like_it(b, o)) {
			b->mark = &NOTHING;
			b->told = true;
			return;
		}
	}
}
