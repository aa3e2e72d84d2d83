/*
 * Struck-out text is not read, but for one: where what stands behind it says
 * what became of it, it is still what is meant.
 */
#include "doc_p.h"

#include "attr.h"
#include "verdict_p.h"

/* "~~KR5: Print the map~~ -> see the atlas": all of it went somewhere. */
static bool is_moved(struct str before, struct str lost, struct str *tail)
{
	static const char *const ARROWS[] = {"\u2192", "->", "=>", "\u279c"};
	enum { SENTENCE = 12 };
	struct str s = str_trim(*tail);

	if (lost.n < SENTENCE || str_trim(before).n)
		return false;
	for (size_t i = 0; i < COUNT_OF(ARROWS); i++) {
		if (!str_skip(&s, ARROWS[i]))
			continue;
		s = str_trim(s);
		if (!s.n || str_is_digit(s.p[0]))
			return false; /* another value */
		*tail = s;
		return true;
	}
	return false;
}

/* "~~Print the map~~ 60%" is how far it got; where a number was struck out,
 * the other stands in its place. */
static bool is_task(struct str before, struct str lost)
{
	enum { SENTENCE = 12, MARKER = 8 };

	before = str_trim(before);
	return (!before.n || (before.n < MARKER && str_ends(before, ":"))) &&
	       lost.n > SENTENCE && str_find_char(lost, ' ') != STR_NONE &&
	       str_find_char(lost, '%') == STR_NONE &&
	       !str_is_digit(lost.p[lost.n - 1]);
}

/* Links and lines behind a place move along with the text. */
static void move_spans(struct rich *text, size_t from, size_t by)
{
	for (size_t i = text->links.n; i > 0; i--) {
		struct span *link = &text->links.v[i - 1];

		if (link->from < from)
			break;
		link->from += by;
		link->to += by;
	}
	for (size_t i = text->turns.n; i > 0; i--) {
		if (text->turns.v[i - 1].at <= from)
			break;
		text->turns.v[i - 1].at += by;
	}
}

/* "~~Print the map~~ - dropped": a dash parts the two. */
static struct str without_dash(struct str s)
{
	static const char *const DASHES[] = {"- ", "\u2013 ", "\u2014 ", ": "};

	for (size_t i = 0; i < COUNT_OF(DASHES); i++) {
		if (str_skip(&s, DASHES[i]))
			break;
	}
	return str_trim(s);
}

void struck_restore(struct arena *a, struct rich *text, struct buf *s,
	struct buf *flags, struct str lost, size_t at)
{
	enum { LONGEST = 80 };
	struct str before, tail, kept;
	struct verdict v;
	size_t cut;

	if (s->over || s->n > at + LONGEST)
		return;
	before = str_sub(buf_str(s), 0, at);
	tail = without_dash(str_trim(str_sub(buf_str(s), at, s->n)));
	lost = str_trim(lost);
	v = verdict_of(tail);
	if ((!v.known || !v.exact ||
		    (v.has_percent && !is_task(before, lost))) &&
		!is_moved(before, lost, &tail))
		return;
	cut = (size_t)(tail.p - s->p);
	kept = arena_str(a, str_sub(buf_str(flags), cut, cut + tail.n));
	tail = arena_str(a, tail);
	move_spans(text, cut, at + lost.n + strlen(" => ") - cut);
	buf_cut(s, at);
	buf_cut(flags, at);
	buf_add(s, lost);
	buf_adds(s, " => ");
	buf_add_times(flags, 0, lost.n + strlen(" => "));
	buf_add(s, tail);
	buf_add(flags, kept);
}
