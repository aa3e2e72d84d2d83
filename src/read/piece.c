/*
 * Pieces of text: where they stand, what they begin with, their words and
 * links.
 */
#include "reader_p.h"

#include "buf.h"
#include "doc_line_p.h"

enum { MAX_TITLE = 1 << 16 }; /* bytes */

const unsigned char *piece_flags(struct piece p)
{
	static const unsigned char NONE[] = {0};

	return p.s.n ? p.b->text.flags + (p.s.p - p.b->text.s.p) : NONE;
}

struct piece piece_from(struct piece p, size_t at)
{
	return (struct piece){p.b, str_sub(p.s, at, p.s.n)};
}

struct piece piece_defined(struct piece p)
{
	struct str s = str_trim_left(p.s);

	if (!str_skip(&s, ": "))
		return p;
	s = str_trim_left(s);
	s = str_trim_left(str_sub(s, line_marker(s), s.n));
	return (struct piece){p.b, s};
}

int piece_line(struct piece p)
{
	struct str s = p.s;

	str_skip_space(&s);
	return s.n ? rich_line(p.b, (size_t)(s.p - p.b->text.s.p)) : p.b->line;
}

/* ASCII, or the first byte of a letter of any other script: dashes, arrows and
 * emoji begin with 0xE2 and 0xF0. */
static bool is_letter(char c)
{
	unsigned char u = (unsigned char)c;

	return str_is_alnum(c) || (u >= 0xc3 && u < 0xf0 && u != 0xe2);
}

/* Is all of it bold, but for symbols, spaces and punctuation? */
bool piece_is_bold(struct piece p)
{
	const unsigned char *flags = piece_flags(p);
	size_t letters = 0;

	for (size_t i = 0; i < p.s.n; i++) {
		if (!is_letter(p.s.p[i]))
			continue;
		if (!(flags[i] & TEXT_BOLD))
			return false;
		letters++;
	}
	return letters > 0;
}

/* Is it the whole of a paragraph of one line? */
static bool is_all(struct piece p)
{
	struct str s = str_trim(p.b->text.s);

	return p.s.p == s.p && p.s.n == s.n &&
	       str_find_char(s, '\n') == STR_NONE;
}

struct mark piece_mark(struct piece p)
{
	struct mark mark;
	bool bold;

	if (p.b->mark && p.b->kind == BLOCK_PARA && is_all(p))
		return *p.b->mark;
	bold = piece_is_bold(p) || piece_is_bold_title(p);
	mark = mark_read(p.s, piece_flags(p), bold ? MARK_BOLD : 0);
	if (mark.kind == MARK_KEY_RESULT && p.b->mark &&
		p.s.p == str_trim_left(p.b->text.s).p)
		mark.kind = p.b->mark->kind; /* it may have been lifted */
	return mark;
}

struct piece piece_key_result(struct piece p, struct mark *mark)
{
	*mark = piece_mark(p);
	if (mark->kind != MARK_KEY_RESULT)
		mark->rest = mark->plain;
	return piece_from(p, mark->rest);
}

const char *piece_text(struct reader *r, struct piece p)
{
	struct buf b;
	struct str s = str_trim(p.s);
	const char *text;

	buf_init(&b, MAX_TITLE);
	for (size_t i = 0; i < s.n && !b.over; i++) {
		if (!str_is_space(s.p[i]))
			buf_addc(&b, s.p[i]);
		else if (!str_is_space(s.p[i - 1]))
			buf_addc(&b, ' ');
	}
	text = arena_text(r->a, buf_str(&b));
	buf_release(&b);
	return text;
}

void piece_links(struct reader *r, struct piece p, struct links *links)
{
	size_t from, low = 0, high = p.b->text.links.n;

	if (!p.s.n)
		return;
	from = (size_t)(p.s.p - p.b->text.s.p);
	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (p.b->text.links.v[middle].to <= from)
			low = middle + 1;
		else
			high = middle;
	}
	for (; low < p.b->text.links.n; low++) {
		const struct span *span = &p.b->text.links.v[low];
		struct link *link;

		if (span->from >= from + p.s.n)
			break;
		link = vec_add(r->a, links);
		link->text = piece_text(
			r, (struct piece){p.b,
				   str_sub(p.b->text.s, span->from, span->to)});
		link->url = arena_text(r->a, span->url);
	}
}
