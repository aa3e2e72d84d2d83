/*
 * The logical lines of a paragraph: which of its lines goes on with the one
 * above, and which begins anew.
 */
#include "para_p.h"

#include "attr.h"
#include "mark_number_p.h"
#include "doc_line_p.h"
#include "noted_p.h"
#include "talk_p.h"

/* "**KPI**: depth of search", though we do not know the word. */
static bool is_labelled(const struct entry *e)
{
	const unsigned char *flags = piece_flags(e->text);
	struct str s = e->text.s;
	size_t bold = 0;

	while (bold < s.n && (flags[bold] & TEXT_BOLD))
		bold++;
	return bold > 1 && bold < s.n &&
	       (s.p[bold - 1] == ':' || s.p[bold] == ':');
}

/* "Benchmark: 40 to 60 %" below a key result says more about it. */
static bool is_remark(struct str s)
{
	size_t colon = mark_name(s);

	if (!colon || s.p[0] < 'A' || s.p[0] > 'Z')
		return false;
	for (size_t i = 0; i < colon; i++) {
		if (!str_is_alpha(s.p[i]) && s.p[i] != ' ')
			return false;
	}
	return true;
}

static bool stands_alone(const struct entry *e)
{
	return is_remark(e->text.s) || e->mark.kind != MARK_NONE ||
	       e->mark.dotted || e->bold || e->mark.number.n ||
	       mark_sub_number(e->text.s) || is_labelled(e);
}

/* "Score 0.5. We reached 32%." below the text that it speaks of. */
static bool is_note_of(const struct entry *e, const struct entry *next)
{
	return e->mark.rest < e->text.s.n &&
	       noted_begins_below(e->text.s, next->text.s);
}

/* A label without text does not swallow the next line, one with "first;
 * second" behind it goes on; so does an objective with only its word so far. */
static bool goes_on(const struct entry *e)
{
	bool empty = e->mark.rest >= e->text.s.n;

	switch (e->mark.kind) {
	case MARK_KR_LABEL:
		return str_find_char(
			       str_sub(e->text.s, e->mark.rest, e->text.s.n),
			       ';') != STR_NONE;
	case MARK_OBJ_LABEL:
	case MARK_LEFT:
		return false;
	case MARK_OBJECTIVE:
	case MARK_KEY_RESULT:
		return empty || !e->bold;
	case MARK_FIELD:
		return true;
	default:
		return !e->bold;
	}
}

static bool take_raw(struct piece *rest, struct entry *e)
{
	struct str line;

	while (str_take_until(&rest->s, '\n', &line)) {
		line = str_trim(line);
		if (!line.n)
			continue;
		e->text = (struct piece){rest->b, line};
		e->bold = piece_is_bold(e->text);
		e->mark = piece_mark(e->text);
		return true;
	}
	return false;
}

/* "**KR1: Know what the\nneighbours think**": bold type that goes on? */
static bool is_wrapped_bold(const struct entry *e, const struct entry *next)
{
	struct str all = e->text.b->text.s;
	size_t at = (size_t)(next->text.s.p - all.p);

	if (!e->bold || !next->bold || next->mark.kind != MARK_NONE ||
		next->mark.number.n || e->mark.rest >= e->text.s.n)
		return false;
	while (at && all.p[at - 1] != '\n')
		at--;
	return at && (e->text.b->text.flags[at - 1] & TEXT_BOLD);
}

/* "Objective: text", "KR1: text" */
static bool is_titled(const struct entry *e)
{
	return (e->mark.kind == MARK_OBJECTIVE ||
		       e->mark.kind == MARK_KEY_RESULT) &&
	       e->mark.rest < e->text.s.n;
}

/* Does a line begin anew, by the look of it and of the one above? */
static bool begins_anew(const struct entry *e, const struct entry *next)
{
	size_t at = str_rfind_char(e->text.s, '\n');
	struct str above =
		str_sub(e->text.s, at == STR_NONE ? 0 : at + 1, e->text.s.n);

	return line_begins_paragraph(next->text.s, above,
		!lines_are_long(next->text.s) && !lines_are_long(above));
}

/* Is the last line of a paragraph, below others of text, a title of what is
 * behind it? */
static bool is_last_title(const struct entry *e, const struct entry *next,
	const struct piece *ahead)
{
	const struct block *behind = block_after(e->text.b);
	struct mark mark;

	if (e->mark.kind != MARK_NONE || next->mark.kind != MARK_NONE ||
		!talk_is_title(next->text.s, false) || !begins_anew(e, next))
		return false;
	if (str_trim(ahead->s).n) {
		struct piece rest = *ahead;
		struct entry below;

		return take_raw(&rest, &below) &&
		       mark_begins_key_results(&below.mark, below.text.s);
	}
	if (!behind || behind->kind == BLOCK_LIST)
		return behind && !is_link_list(behind);
	mark = block_mark(behind);
	return behind->kind == BLOCK_PARA &&
	       mark_begins_key_results(&mark, behind->text.s);
}

bool entry_take(struct piece *rest, struct entry *e, bool each_line)
{
	struct piece ahead;
	struct entry next;

	if (!take_raw(rest, e))
		return false;
	e->each = each_line;
	e->heads = e->leads = false;
	for (;;) {
		ahead = *rest;
		if (!take_raw(&ahead, &next))
			return true;
		e->leads = next.mark.kind == MARK_KR_LABEL;
		e->heads = mark_begins_key_results(&next.mark, next.text.s);
		if (each_line)
			return true;
		if (!is_wrapped_bold(e, &next) &&
			(!goes_on(e) || stands_alone(&next) ||
				is_note_of(e, &next) ||
				(is_titled(e) && begins_anew(e, &next)) ||
				is_last_title(e, &next, &ahead)))
			return true;
		e->text.s.n =
			(size_t)(next.text.s.p + next.text.s.n - e->text.s.p);
		e->bold = e->bold && next.bold;
		*rest = ahead;
	}
}
