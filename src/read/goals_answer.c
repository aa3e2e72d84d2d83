/*
 * Lists whose lines all say how they ended: a page about what became of goals.
 */
#include "goals_p.h"

#include "doc_line_p.h"
#include "mark_words_p.h"
#include "verdict_p.h"

/* "[done] text", a text behind a tick, or with "Comment: ..." below it */
static bool has_answer(struct str s)
{
	struct str line = {NULL, 0}, rest = s = str_trim(s);
	struct verdict v;
	size_t end;

	if (line_has_light(str_take_until(&rest, '\n', &line) ? line : s))
		return true;
	if (str_starts(s, "[")) {
		end = str_find_char(s, ']');
		if (end == STR_NONE)
			return false;
		v = verdict_of(str_sub(s, 1, end));
		return v.known && v.exact;
	}
	rest = str_trim(rest);
	end = mark_name(rest);
	return end && vocab_field(str_sub(rest, 0, end)) != FIELD_NONE;
}

size_t goal_answers(const struct block *list)
{
	enum { MOST = 24 };
	size_t n = 0;

	if (list->kind != BLOCK_LIST)
		return 0;
	for (const struct block *i = list->first; i && n <= MOST;
		i = i->next, n++) {
		if (!has_answer(i->first->text.s))
			return 0;
	}
	return n > 1 ? n : 0;
}
