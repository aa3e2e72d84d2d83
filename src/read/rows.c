/*
 * A page read by the looks of its lines alone: the last look, where all others
 * found nothing.
 *
 * Whatever signs people use, they use them alike: the lines that are objectives
 * look the same (bold behind a star, headings with "Goal A.", "2." at the
 * margin), and so do those that measure them.  So every two styles of lines
 * are tried as objectives and key results, and the pair that explains most of
 * what is measured wins (rows_find.c).  The page is then read again with plain
 * marks at the lines of both, each where it stood.
 */
#include "rows_p.h"

#include "buf.h"

#define OBJECTIVE "###### Objective"

static void write_mark(struct buf *out, const char *mark, struct str number)
{
	buf_adds(out, mark);
	buf_add(out, number);
	buf_adds(out, ": ");
}

static void write_row(struct buf *out, const struct row *row)
{
	switch (row->role) {
	case ROLE_OBJECTIVE:
		write_mark(out, row->number.n ? OBJECTIVE " " : OBJECTIVE,
			row->number);
		buf_add(out, row->body);
		break;
	case ROLE_MEASURE:
		write_mark(out, "- KR", row->number);
		buf_add(out, row->body);
		break;
	case ROLE_LEAD:
		break;
	case ROLE_NONE:
		buf_add(out, row->raw);
		break;
	}
	buf_addc(out, '\n');
}

struct str rows_marked(
	struct reader *r, struct str text, bool strict, size_t *n)
{
	struct rows rows = {0};
	struct buf out;
	struct str marked;

	*n = 0;
	if (!rows_read(r, text, &rows) || !rows_find(r, &rows, strict))
		return STR("");
	buf_init(&out, 2 * text.n + 32 * rows.n);
	for (size_t i = 0; i < rows.n; i++) {
		write_row(&out, &rows.v[i]);
		*n += rows.v[i].role == ROLE_MEASURE;
	}
	marked = arena_str(r->a, buf_str(&out));
	buf_release(&out);
	return marked;
}
