/*
 * Struck-out text is not read, but for one: where what stands behind it says
 * what became of it, it is still what is meant.
 */
#include "doc_line_p.h"
#include "doc_p.h"

#include <string.h>

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

/* "Struck out = finished", "crossed off means done": what the line says of
 * struck-out text; the word for done, or nothing. */
static struct str told_of_struck(struct str line)
{
	static const char *const NAMES[] = {"struck out", "struck through",
		"struck-out", "struck-through", "strikethrough",
		"strike-through", "crossed out", "crossed off",
		"durchgestrichen", "tachado", "riscado"};
	static const char *const JOINTS[] = {
		"=", ":", "means", "is", "are", "hei\u00dft", "significa"};
	static const char ENDS[] = ".,;)";

	for (size_t i = 0; i < COUNT_OF(NAMES); i++) {
		size_t at = str_ifind(line, str_of(NAMES[i]));
		struct str s;

		if (at == STR_NONE)
			continue;
		s = str_sub(line, at + strlen(NAMES[i]), line.n);
		while (s.n && strchr("*_~\" ", s.p[0]))
			s = str_sub(s, 1, s.n);
		for (size_t j = 0; j < COUNT_OF(JOINTS); j++) {
			struct verdict v;
			size_t n = 0;

			if (!str_iskip(&s, JOINTS[j]))
				continue;
			s = str_trim(s);
			while (n < s.n && !strchr(ENDS, s.p[n]))
				n++;
			s = str_trim_end(str_sub(s, 0, n), "*_~\" ");
			v = verdict_of(s);
			return v.known && v.exact && v.kind == RESULT_DONE
				       ? s
				       : STR("");
		}
	}
	return STR("");
}

/* "- ~~KR1: Print the map~~" and nothing behind it. */
static bool is_struck(struct str line)
{
	struct str s = str_trim(line);
	size_t marker = line_marker(s);

	s = str_trim(str_sub(s, marker, s.n));
	return marker && s.n > 4 && str_starts(s, "~~") && str_ends(s, "~~") &&
	       str_find(str_sub(s, 2, s.n - 2), STR("~~")) == STR_NONE;
}

struct str struck_told(struct arena *a, struct str text)
{
	enum { LONGEST = 240 };
	struct str rest = text, line, word = STR("");
	struct buf b;

	if (str_find(text, STR("~~")) == STR_NONE)
		return text;
	while (!word.n && str_take_line(&rest, &line)) {
		if (line.n <= LONGEST)
			word = told_of_struck(line);
	}
	if (!word.n)
		return text;
	buf_init(&b, text.n * (word.n + 2) + 2);
	while (str_take_line(&text, &line)) {
		buf_add(&b, str_trim_right(line));
		if (is_struck(line))
			buf_addf(&b, " - %.*s", STR_ARG(word));
		buf_addc(&b, '\n');
	}
	text = arena_str(a, buf_str(&b));
	buf_release(&b);
	return text;
}
